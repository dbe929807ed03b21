//! What clauses without numbers speak of.

use super::{clean, is_country, is_everyone, is_people};
use crate::catalog::{self, wording};
use crate::fact::clause::without_time;
use crate::fact::{list, preposition};
use crate::grammar::words;

/// Whether words say something of what was spoken of, and name nothing new.
pub fn is_predicate(words: &str) -> bool {
    wording().subject.predicates.begin(words)
}

/// Whether a sentence turns to something else than the ones before.
pub fn turns(sentence: &str) -> bool {
    wording().subject.turns.begin(sentence.trim_start())
}

/// Whether words say from where something is seen: 从年龄看.
pub fn is_seen(words: &str) -> bool {
    let ends = ["看", "来看", "来说", "而言", "来讲"];
    let leads = ["从", "就", "对", "按", "对于", "分"];
    ends.iter().any(|end| words.ends_with(end)) && leads.iter().any(|lead| words.starts_with(lead))
}

/// Whether words only say within what, or from where, something is seen: 五类 APP
/// 中, 从年龄看, 商务类应用方面.
pub fn is_frame(words: &str) -> bool {
    let words = without_time(words);
    let words = words.trim();
    is_seen(words)
        || ["方面", "上看", "中", "当中", "角度看"]
            .iter()
            .any(|end| words.ends_with(end))
}

/// 普及率 of 普及率持续提高, 用户规模 of 用户规模在经济危机中逆势上扬: what moved, where the
/// words say how.
pub fn moved(words: &str) -> Option<String> {
    let subject = &wording().subject;
    let mut rest = subject.moves.strip_suffix(words)?;
    let is_whole = words[rest.len()..].starts_with("逆势");
    let before = rest;
    while let Some(more) = subject.moving.strip_suffix(rest) {
        rest = more;
    }
    // 在经济危机中: when it did.
    let when = preposition::split_last(rest).filter(|(_, when)| when.ends_with(['中', '下', '里']));
    let named = when.map_or(rest, |(named, _)| named);
    // 较 2023 年底有所提升 names nothing, 占比 compares with nothing.
    let shares = ["占比", "比例", "比重", "性价比"];
    let words = shares
        .iter()
        .fold(named.to_owned(), |words, share| words.replace(share, ""));
    let is_compared = words.contains(['较', '比']);
    let is_moved = (is_whole || rest.len() < before.len()) && !is_compared;
    Some(clean(named)).filter(|named| is_moved && !named.is_empty())
}

/// Whether a clause only says who tells what follows: 《报告》显示, 据调查发现.
pub fn is_telling(words: &str) -> bool {
    let subject = &wording().subject;
    // 网络视频用户调查显示, 北京市统计局公布, 农村地区监测数据显示 say of what, or of where.
    subject
        .tellings
        .strip_suffix(words)
        .is_some_and(|rest| subject.tellers.are_in(rest) && !names_any(rest) && !names_a_part(rest))
}

/// Whether words begin with a part of the whole that the catalog knows: 农村地区, 北京市.
fn names_a_part(words: &str) -> bool {
    /// The shortest and longest of such names in characters, but for all of the words.
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
    let ends = words.char_indices().enumerate();
    let ends = ends.filter(|(length, _)| LENGTHS.contains(length));
    let mut ends = ends.map(|(_, (end, _))| end).chain([words.len()]);
    ends.any(|end| catalog::code_of_any(&words[..end]).is_some()) && !is_country(words)
}

/// Whether words name what the catalog knows people to use.
fn names_any(words: &str) -> bool {
    let people = &wording().subject.people;
    let names = |end: usize| catalog::phrase(&words[..end]).is_some();
    people
        .iter()
        .filter_map(|word| Some(words.find(word)? + word.len()))
        .any(names)
}

/// 小学 of 小学相对较低: what is said to stand so to the others, which names it in full.
fn relative(words: &str) -> Option<String> {
    let subject = &wording().subject;
    let mut named = subject.relative.strip_suffix(words)?;
    while let Some(more) = subject.moving.strip_suffix(named) {
        named = more;
    }
    let named = clean(named);
    // 增长较快 says how it moved.
    if subject.moves.end(&named) {
        return None;
    }
    // 与城镇相比较低 is of what was spoken of, 占比较低 as well; 城乡普及率相差较大 of both.
    let is_compared = named.ends_with('比') && !named.ends_with("占比");
    let is_part = named.ends_with(['相', '与', '差', '距', '异']);
    let is_whole = !is_compared && !is_part && !super::is_share(&named);
    (is_whole && !named.is_empty()).then_some(named)
}

/// 网上支付、网络炒股和网上银行 of 增幅前三位的应用依次是网上支付、网络炒股和网上银行: a list
/// that is named in its order, of what the catalog knows.
fn listed(words: &str) -> Option<String> {
    let mut lists = wording()
        .list
        .in_order
        .iter()
        .filter_map(|verb| words::split_last(words, verb));
    let (_, list) = lists.next()?;
    let items = list::items(list);
    let are_known = |item: &&str| catalog::code_of_any(item).is_some();
    (items.len() > 1 && items.iter().any(are_known)).then(|| clean(list))
}

/// What a clause says to come first of its kind, or several things of which it says what
/// they are: of these a share behind it is, or numbers that are handed out.
pub fn of_kind(words: &str) -> Option<String> {
    let cleaned = clean(&without_time(words));
    first_of_kind(&cleaned).or_else(|| several(&cleaned))
}

/// 方便与亲属联系 of 促进上网的首要因素是方便与亲属联系.
fn first_of_kind(words: &str) -> Option<String> {
    let subject = &wording().subject;
    let (kind, named) = words.split_once('是').or_else(|| words.split_once('为'))?;
    let kind = subject.still.strip_suffix(kind).unwrap_or(kind);
    let bare = subject.kinds.strip_suffix(kind)?;
    let named = clean(named);
    (subject.first.end(bare.trim_end_matches('的')) && !named.is_empty()).then_some(named)
}

/// 手机和电视 of 手机和电视是主要的上网设备; those of a group with whose they are, 老年网民中手机和
/// 电视 of …是老年网民常用的设备.
fn several(words: &str) -> Option<String> {
    let (list, said) = words.split_once('是')?;
    let subject = &wording().subject;
    let list = subject.still.strip_suffix(list).unwrap_or(list);
    let is_list = list::items(list).len() > 1 && !subject.before_is.end(list);
    // 网民最常用的应用 says what they are; 有待解决 does not.
    let (whose, named) = said.split_once('的').filter(|_| is_list)?;
    let mut ends = whose.char_indices().map(|(at, c)| at + c.len_utf8());
    let people = ends.rfind(|&end| is_people(&whose[..end]));
    // Those of all, and of those who are none, are as they are.
    let people = people.map(|end| &whose[..end]);
    let people = people.filter(|people| !is_everyone(people) && !subject.none.end(people));
    let list = clean(list);
    (!named.is_empty() && !list.is_empty()).then(|| match people {
        Some(people) => format!("{people}中{list}"),
        None => list,
    })
}

/// What a clause without numbers speaks of, when the next ones may be about
/// it: a quotation, or what is called the highest.
pub fn topic(words: &str) -> Option<String> {
    let words = without_time(words);
    let cleaned = clean(&words);
    // 增速较低，为 9.1%
    let pace = relative(&cleaned).filter(|named| wording().verb.rates.has(named));
    if pace.is_some() {
        return pace;
    }
    // 增速最快的是网约车
    let is_led = |before: &str| wording().subject.superlatives.are_in(before);
    let named = cleaned
        .rsplit_once("的是")
        .filter(|(before, _)| is_led(before));
    let named = named.map(|(_, named)| clean(named));
    if let Some(named) = named.filter(|named| !named.is_empty()) {
        return Some(named);
    }
    // 增幅前三位的应用依次是网上支付、网络炒股和网上银行
    if let Some(listed) = listed(&cleaned) {
        return Some(listed);
    }
    // 是各类应用中增长最快的: of what was spoken of.
    if is_predicate(&cleaned) {
        return None;
    }
    if let Some((_, rest)) = words.split_once('“')
        && words.contains(['是', '为'])
        && let Some((quoted, after)) = rest.split_once('”')
        && (words.starts_with('“') || after.trim().is_empty())
    {
        return Some(format!("“{quoted}”"));
    }
    // 即时通信仍是第一大应用
    if let Some((main, rest)) = cleaned.split_once('是')
        && (wording().subject.main.end(rest) || wording().subject.first.begin(rest))
        && !main.is_empty()
        && !wording().number.certain.has(main)
    {
        let still = &wording().subject.still;
        return Some(clean(still.strip_suffix(main).unwrap_or(main)));
    }
    // 网民以 10-39 岁年龄段为主要群体，比例达…
    if let Some((_, group)) = cleaned.split_once('以')
        && let Some((group, rest)) = group.split_once("为主")
        && (rest.is_empty()
            || wording()
                .subject
                .main
                .iter()
                .any(|main| main.ends_with(rest)))
    {
        return Some(clean(group));
    }
    if let Some(moved) = moved(&cleaned) {
        return Some(moved);
    }
    // 我国网民有多少, 有多少网民
    let asked = cleaned.strip_prefix("多少").filter(|asked| *asked != "人");
    let asked = asked.or_else(|| wording().subject.asks.strip_suffix(&cleaned));
    let asked = asked.map(clean);
    if let Some(named) = relative(&cleaned).or(asked.filter(|named| !named.is_empty())) {
        return Some(named);
    }
    let at = wording()
        .subject
        .superlatives
        .find(&cleaned)
        .or_else(|| Some(cleaned.find("占比也")? + "占比".len()));
    if let Some(at) = at.filter(|&at| at > 0) {
        // 用户增长最明显
        let before = clean(cleaned[..at].trim_end_matches('最'));
        let verbs = ["增长", "提升", "下降"];
        let subject = verbs.iter().find_map(|verb| before.strip_suffix(verb));
        let subject = subject.unwrap_or(&before);
        // 用户规模同比增长最为显著
        let mut paces = ["同比", "环比"].iter();
        let paced = paces.find_map(|pace| subject.strip_suffix(pace));
        let subject = paced.unwrap_or(subject);
        // 某诈骗依然是受众最为广泛的类型, 团购成为增长最快的应用
        let verb = [subject.find('是'), subject.find("成为")];
        let is = verb.into_iter().flatten().min().filter(|&at| {
            // 尤其是农村网民规模增长迅速
            at > 0 && !wording().subject.before_is.end(&subject[..at])
        });
        let subject = is.map_or(subject, |at| {
            let named = &subject[..at];
            wording().subject.still.strip_suffix(named).unwrap_or(named)
        });
        // 手机购物在移动商务市场发展迅速
        let placed = preposition::split_first(subject).map(|(named, _)| named);
        let is_named = |named: &&str| {
            !named.is_empty() && catalog::phrase(&format!("{named}用户规模")).is_some()
        };
        let subject = clean(placed.filter(is_named).unwrap_or(subject));
        // 相比 2011 年底略有提升, 与上年基本持平, 在各类应用中位列第四 is of what was spoken of.
        let compares = ["相比", "相较", "较", "比", "与", "和", "同"];
        if compares.contains(&subject.as_str()) || is_frame(&subject) {
            return None;
        }
        // 用户规模较 2018 年底增长迅速, 用户规模与 2018 年底基本持平
        let based = subject.strip_suffix(['较', '与', '同']).map(clean);
        return Some(based.filter(|named| !named.is_empty()).unwrap_or(subject));
    }
    let after = wording().subject.next.strip_prefix(words.trim())?;
    Some(clean(after)).filter(|topic| !topic.is_empty())
}
