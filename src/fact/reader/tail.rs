//! The words behind a number.

use super::Phrase;
use super::noun::noun;
use crate::catalog::{self, wording};
use crate::fact::clause::{self, Group};
use crate::fact::head::{self, Cue};
use crate::fact::{list, subject};
use crate::grammar::approximation::trailing_approximation;
use crate::grammar::quantity::Quantity;
use crate::grammar::words::Words;

/// 分别有 a、b 和 c 的网民使用过单车、出租车和专车: what stands behind the numbers, handed
/// out to them.
pub(super) fn behind(phrase: &Phrase, count: usize) -> Option<Vec<String>> {
    let tail = clause::without_time(&phrase.group.tail);
    // a、b 和 c 的人分别使用过单车、出租车和专车
    let each = tail
        .split_once("分别")
        .filter(|(people, _)| tail_is_whole(people));
    let listed = each.map_or(&*tail, |(_, did)| did);
    let list = list::hand_out(listed.trim_start_matches('的'), count)?;
    let own = &phrase.own;
    let label = |item: String| format!("{own}{item}");
    // 30.6%、43.2% 和 37.3% 的网民使用过…
    let uses = |item: &String| {
        let starts = item.char_indices().map(|(at, _)| at);
        let mut ends = starts.map(|at| &item[at..]);
        ends.any(|end| catalog::code("application", end).is_some())
    };
    let is_of_people = phrase.head.subject.trim().is_empty()
        && tail_is_whole(&phrase.group.tail)
        && !tail.contains("分别")
        && list.iter().all(uses);
    (phrase.head.distributes || is_of_people || each.is_some() && list.iter().all(uses))
        .then(|| list.into_iter().map(label).collect())
}

/// The words right behind a number that say what it counts.
pub(super) fn tail(phrase: &Phrase, quantity: &Quantity) -> Option<String> {
    if matches!(quantity.unit.id, Some("percentage_point" | "rank")) {
        return None;
    }
    let tail = clause::without_time(&phrase.group.tail);
    let (tail, _) = trailing_approximation(&tail);
    // 突破 10 亿大关
    let tail = wording().number.marks.strip_prefix(tail).unwrap_or(tail);
    let tail = head::head(tail).subject_or(tail);
    // 现在的 12300 万网民已是当初的
    let tail = subject::as_then(&tail).unwrap_or(&tail);
    let tail = subject::clean(tail);
    let tail = subject::ranked_among(&tail).map_or_else(|| tail.clone(), str::to_owned);
    (!tail.is_empty()).then_some(tail)
}

/// 其中 80% 为 .CN 域名: what the share is.
pub(super) fn complement(phrase: &Phrase) -> Option<String> {
    let tail = phrase.group.tail.trim();
    let rest = ["均为", "都是", "为", "是"]
        .iter()
        .find_map(|verb| tail.strip_prefix(verb))?;
    Some(subject::clean(rest)).filter(|label| !label.is_empty())
}

/// 89.3% 的网民使用手机，33.7% 使用平板电脑: what the same people do, where nothing stands
/// before the number; 手机网民中，70.3% 每天使用: of a whole that was named, whatever they do.
pub(super) fn done(phrase: &Phrase, is_within: bool) -> Option<String> {
    let tail = phrase.group.tail.trim();
    // 企业中，有 36.1% 开展了在线销售
    let has = phrase.head.cue == Cue::Has
        && matches!(phrase.head.subject.trim(), "" | "另" | "还" | "仅" | "只")
        && subject::leading_attribute(tail).is_empty();
    let is_bare = has || phrase.head.cue == Cue::None && phrase.head.subject.trim().is_empty();
    let number = &wording().number;
    let does =
        number.uses.begin(tail) || number.does.begin(tail) && !tail.starts_with(['为', '是', '来']);
    let is_done = is_bare && !phrase.clause.is_first && does;
    let is_of_whole = is_within && is_bare && !tail_is_whole(tail);
    let done = (is_done || is_of_whole).then(|| subject::clean(trailing_approximation(tail).0));
    done.filter(|done| !done.is_empty())
}

/// 其中有 45.1% 遭遇中奖诈骗, 其中 12.6% 通过手机购买: what some of those do who were just told
/// of, who have no name.
pub(super) fn done_by_some(phrase: &Phrase, quantity: &Quantity) -> Option<String> {
    let tail = phrase.group.tail.trim();
    let head = phrase.group.head.trim();
    let does = match phrase.head.cue {
        Cue::Has => head.starts_with("其中"),
        Cue::None => {
            let uses = wording().number.uses.begin(tail) && !tail.starts_with("使用率");
            head == "其中" && (uses || begins_told(tail))
        }
        _ => false,
    };
    let is_done = does && quantity.unit.id == Some("percent") && !tail_is_whole(tail);
    let done = is_done.then(|| subject::clean(trailing_approximation(tail).0));
    done.filter(|done| !done.is_empty())
}

/// 遭遇过…, 购买了…: whether words begin with a verb that tells what was done.
fn begins_told(words: &str) -> bool {
    let told = words.chars().take(4).position(|c| matches!(c, '过' | '了'));
    told.is_some_and(|at| at > 0)
        && !words.starts_with(['通', '超', '达'])
        && !words.starts_with("不过")
}

/// 用户规模超过 2023 年 12 月 9.54 亿人的水平: how many there were then, and not how many more
/// there are.
pub(super) fn there_were(group: &Group) -> Option<Group> {
    let head = group.head.trim_end();
    let passed = head.trim_end_matches(|c| clause::placeheld(c).is_some());
    let is_then = passed.len() < head.len() && wording().verb.exceeds.end(passed.trim_end());
    (is_then && group.tail.trim_start().starts_with('的')).then(|| Group {
        head: format!("{head}的"),
        ..group.clone()
    })
}

/// 11 亿多网民的个性化需求, 8.54 亿网民人均每周上网: the people are counted, not what they
/// have, nor what each of them does.
pub(super) fn counted(tail: &str) -> &str {
    let owners = tail.split_once('的').map_or(tail, |(people, _)| people);
    let each = wording().number.each.find(owners).filter(|&at| at > 0);
    each.map_or(owners, |at| &owners[..at])
}

pub(super) fn is_known_people(tail: &str) -> bool {
    let people = counted(tail);
    people.len() < tail.len() && subject::is_people(people) && catalog::phrase(people).is_some()
}

/// 9.7% 的高位增长, 15% 以上的增速: words behind a number that make it a rate of growth,
/// and whether downwards.
pub(super) fn pace(tail: &str) -> Option<bool> {
    const LONGEST: usize = 10;
    let words = tail.trim().strip_prefix('的')?;
    let words = words.split(['（', '(']).next().unwrap_or(words);
    let end = wording()
        .number
        .pace
        .iter()
        .find(|end| words.ends_with(*end))?;
    (words.chars().count() <= LONGEST).then(|| end.contains(['降', '滑']))
}

/// 微博用户以 40.2% 的增速居首, 网络视频以 96.8% 的使用率位列第二: what is said of the
/// number behind it, put before it.
pub(super) fn by_measure(group: &Group) -> Option<Group> {
    let (subject, exact) = group.head.rsplit_once('以')?;
    let exact = exact.trim();
    // 甲、乙分别以 71.2% 和 65.3% 位居前两位
    if let Some(listed) = subject.trim_end().strip_suffix("分别") {
        let of_list = |head: &str, tail: &str| Group {
            head: head.to_owned(),
            tail: tail.to_owned(),
            ..group.clone()
        };
        let tail = group.tail.trim_start();
        if wording().subject.ranked.begin(tail) {
            return Some(of_list(&format!("{listed}分别为"), ""));
        }
        let group = of_list(&format!("{listed}以{exact}"), tail);
        let stated = by_measure(&group)?;
        let head = format!("{}分别为", stated.head);
        return Some(Group { head, ..stated });
    }
    // 可以达到 40% 的使用率
    let subject = subject.strip_suffix('可').unwrap_or(subject);
    let is_word = subject.ends_with(['予', '难', '所', '得', '加', '足', '用']);
    let words = wording();
    // 以每年约 3.5% 的速度
    let per = words.number.yearly.strip_prefix(exact);
    let exact = per.map_or(exact, str::trim_start);
    if is_word || !(exact.is_empty() || words.number.by.has(exact)) {
        return None;
    }
    // “.CN”域名注册量以 1897 万个成为…, where what has so many is known to be counted.
    let tail = group.tail.trim_start();
    let counted = subject::clean(subject);
    if words.subject.predicates.begin(tail)
        && catalog::phrase(&counted).is_some_and(|of| of.indicator.kind == "count")
    {
        return Some(Group {
            head: format!("{subject}{exact}"),
            tail: String::new(),
            ..group.clone()
        });
    }
    let behind = tail.strip_prefix('的')?;
    let longest = |words: &Words| {
        let begins = |word: &&&str| behind.starts_with(**word);
        words.iter().filter(begins).map(|word| word.len()).max()
    };
    // 互联网普及率以 28.9% 的水平: the number is of what stands before.
    // 互联网普及率以 22.6% 的比例超过…: the same; but not 以每年 1% 的比例增长.
    let is_share = exact.is_empty() && words.subject.shares.begin(behind);
    let is_rate = || catalog::phrase(&counted).is_some_and(|of| of.indicator.kind == "percent");
    let end = match behind.starts_with("水平") || is_share && is_rate() {
        true => 0,
        false => longest(&words.number.pace)
            .or_else(|| longest(&words.subject.attributes))
            .or_else(|| longest(&words.number.speed))?,
    };
    let measure = &behind[..end];
    // 以 20% 的速度增长, 以每年 1% 的比例减少; but not 以 96.5% 的使用率上升至首位.
    let moved = behind[end..].trim_start();
    let is_speed = words.number.speed.has(measure) || per.is_some();
    let verbs = [(&words.verb.down, "下降"), (&words.verb.up, "增长")];
    let verb = verbs
        .iter()
        .find(|(verbs, _)| is_speed && verbs.begin(moved));
    let measure = match (verb, measure) {
        (Some((_, verb)), _) => verb,
        (None, measure) if measure.starts_with("速度增长") => "增长",
        // 以 100 兆的速度下载
        (None, measure) if words.number.speed.has(measure) => return None,
        (None, measure) => measure,
    };
    Some(Group {
        head: format!("{subject}{measure}{exact}"),
        tail: String::new(),
        ..group.clone()
    })
}

/// 高于 6.1% 的网民数量增长率, 超过 21.9% 的全球平均水平: the number is that of what is
/// compared with, which stands behind it.
pub(super) fn of_compared(group: &Group) -> Option<Group> {
    const ENDS: [&str; 8] = ["水平", "率", "比例", "比重", "占比", "增速", "增幅", "均值"];
    let words = &wording().verb;
    // 低于全球 21.1% 的平均水平
    let head = group.head.trim_end();
    let places = ["全球", "世界", "全国", "亚洲"];
    let place = places
        .into_iter()
        .find(|place| head.ends_with(place))
        .unwrap_or_default();
    let is_compared = words.above.end(head[..head.len() - place.len()].trim_end());
    let other = group
        .tail
        .trim()
        .strip_prefix('的')
        .filter(|_| is_compared)?;
    let is_of_other = other != "水平" && ENDS.iter().any(|end| other.ends_with(end));
    is_of_other.then(|| Group {
        head: format!("{place}{other}"),
        tail: String::new(),
        ..group.clone()
    })
}

/// 拨号上网 of 首次超过拨号上网的: what is less than what was spoken of, whose number follows.
pub(super) fn exceeded(words: &str) -> Option<String> {
    let words = clause::without_time(words.trim().strip_suffix('的')?);
    let above = wording().verb.above.iter();
    let mut others = above.filter_map(|verb| words.rsplit_once(verb));
    others.find_map(|(before, other)| {
        // 已 and 首次 say how it is, and nothing that is so.
        let before = subject::clean(before);
        match before.as_str() {
            "" => catalog::phrase(other).map(|_| other.to_owned()),
            // 网络视频用户规模超过网络音乐的 6.35 亿
            more => subject::substitute(other, more),
        }
    })
}

/// 70% 的 …: the whole stands behind the number.
pub(super) fn tail_is_whole(tail: &str) -> bool {
    // 38.0% 网民关注口碑, 65.7% 企业分布在…: 的 may be left out before those who do.
    let is_led =
        tail.starts_with('的') || subject::begins_with_people(tail) || tail.starts_with("企业");
    // 达到 30% 的目标
    let is_named = tail
        .strip_prefix('的')
        .is_some_and(|tail| wording().number.no_whole.has(tail.trim()));
    // 以 22.6% 的比例超过…: what the number is.
    let is_said = ["的比例", "的占比", "的比重"]
        .iter()
        .any(|share| tail.starts_with(share));
    is_led && !is_named && !is_said && tail.chars().count() > 1
}

/// Whether a number counts people: 1.10 亿网民通过…, 1543 万名老年乘客, 教师 3.2 万名.
pub(super) fn counts_people(phrase: &Phrase, quantity: &Quantity, label: &str) -> bool {
    let words = &wording().number;
    let tail = phrase.group.tail.trim();
    if quantity.unit.id == Some("item") && words.counted_in.has(quantity.unit.word) {
        return match tail.is_empty() {
            true => words.persons.end(label),
            false => words.persons.end(&noun(tail)),
        };
    }
    let is_bare = quantity.unit.word.is_empty() && quantity.unit.id.is_none();
    is_bare && quantity.unit.printed().is_some() && subject::begins_with_people(&phrase.group.tail)
}
