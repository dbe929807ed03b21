//! What a number is of: labels cleaned and completed.

use super::clause::without_time;
use super::head;
use crate::catalog;
use crate::grammar::numeral;

/// Words before a subject that are none of it.
const BEFORE: &[&str] = &[
    "其中",
    "同时",
    "此外",
    "另外",
    "数据显示",
    "截至",
    "截止到",
    "截止",
    "我国",
    "其次为",
    "其次是",
    "其次",
    "首先是",
    "首先",
    "而",
    "但是",
    "但",
    "不过",
    "然而",
    "并且",
    "并",
    "且",
    "以及",
    "目前已有",
    "目前",
    "已经",
    "已有",
    "已",
    "则",
    "也",
    "还",
    "共计",
    "共有",
    "共为",
    "共",
    "约合",
    "折合",
    "约",
    "有",
    "如",
    "以上",
    "内",
    "与相比",
    "和相比",
    "同相比",
    "按可比口径计算",
    "按可比口径",
    "按可比价格计算",
    "按不变价格计算",
    "按不变价计算",
    "扣除价格因素",
    "经初步核算",
    "初步核算",
    "初步统计",
    "据统计",
    "统计显示",
    "据测算",
    "据悉",
    "，",
    "、",
    "仅",
    "即",
    "另",
    "和",
    "至",
    "到",
    "，",
];
/// Words behind a subject that are none of it.
const BEHIND: &[&str] = &[
    "已经",
    "已",
    "也",
    "共有",
    "共计",
    "共",
    "则",
    "均",
    "又",
    "还",
    "仍",
    "目前",
    "分别",
    "约",
    "的",
    "全部",
    "总计",
    "一共",
    "合计",
    "将",
    "就",
    "，",
    "、",
    "预计",
    "——",
    "—",
    "从",
    "由",
    "自",
    "超",
    "近",
    "在",
    "首次",
    "历史性",
    "大致",
    "仅",
    "只",
];
/// Attributes that may stand alone, with the subject in the clause before.
const ATTRIBUTES: &[&str] = &[
    "用户规模",
    "网民规模",
    "规模",
    "总量",
    "总数",
    "数量",
    "使用率",
    "用户使用率",
    "网民使用率",
    "使用比例",
    "用户使用比例",
    "网民使用比例",
    "普及率",
    "互联网普及率",
    "用户数",
    "人数",
    "订单量",
    "交易额",
    "占比",
    "比例",
    "所占比例",
    "比重",
    "所占比重",
    "增长率",
    "次数",
    "网民占比",
    "用户占比",
    "上网比例",
    "用户",
    "网民",
];
/// Attributes that say only how a number is a share of something.
const SHARES: &[&str] = &[
    "占比",
    "比例",
    "所占比例",
    "比重",
    "所占比重",
    "份额",
    "占有率",
];

/// Verbs of change that stand before what they are of.
pub const CHANGES: [&str; 4] = ["新增", "净增", "增加", "减少"];

/// The words of a subject without what leads to it and follows it.
pub fn clean(words: &str) -> String {
    let words = without_time(words);
    let mut rest = words.trim();
    loop {
        let before = rest;
        for word in BEFORE {
            // Most words differ in the last byte of their first character.
            if word.as_bytes().get(2) != rest.as_bytes().get(2) {
                continue;
            }
            if let Some(more) = rest.strip_prefix(word)
                && !begins_other_word(word, more)
            {
                rest = more.trim_start();
            }
        }
        for word in BEHIND {
            if word.as_bytes().last() != rest.as_bytes().last() {
                continue;
            }
            if let Some(more) = rest.strip_suffix(word)
                && !head::cuts(rest, word)
            {
                rest = more.trim_end();
            }
        }
        // “我国网民规模: the quotation goes on behind the number.
        if let Some(more) = rest.strip_prefix('“').filter(|more| !more.contains('”')) {
            rest = more;
        }
        // 受疫情影响较 3 月减少 is of what was spoken of.
        if rest.starts_with('受') && rest.ends_with("影响") {
            rest = "";
        }
        // 五年累计增加: since when, not what.
        if let Some(years) = rest
            .strip_suffix("累计")
            .and_then(|span| span.strip_suffix('年'))
            && numeral::ordinal(years).is_some()
        {
            rest = "";
        }
        if rest == before {
            break;
        }
    }
    const COUNTRY: [&str; 7] = [
        "中国大陆",
        "中国内地",
        "中国境内",
        "大陆",
        "境内",
        "中国",
        "全国",
    ];
    let rest = COUNTRY
        .iter()
        .filter_map(|country| rest.strip_prefix(country))
        .find(|more| catalog::phrase(more.trim_start_matches('的')).is_some())
        .map_or(rest, |more| more.trim_start_matches('的'));
    // 在总体网民中 is no subject.
    rest.to_owned()
}

/// 有 begins 有声, 还 begins 还款, 共 begins 共享, 到 begins 到店 …
fn begins_other_word(word: &str, more: &str) -> bool {
    let next = more.chars().next();
    let continues: &str = match word {
        "有" => "声线效关机赞色望限收过",
        "还" => "款",
        "共" => "享同",
        "到" => "店家",
        "至" => "少今",
        "并" => "网购行",
        "内" => "容地部蒙存河陆销需",
        "和" => "平",
        "如" => "何",
        "即" => "时",
        "且" | "而" => "",
        "也" => "门",
        "约" => "定谈",
        "另" => "",
        // 仅使用手机上网的网民 are others than those who use it.
        "仅" => "使用通靠凭以限",
        "以上" => "",
        "已" => "",
        _ => "",
    };
    next.is_some_and(|next| continues.contains(next))
}

/// Whether only an attribute stands there: 用户规模, 占比.
pub fn is_attribute(subject: &str) -> bool {
    ATTRIBUTES.contains(&subject)
        && catalog::phrase(subject).is_none_or(|phrase| phrase.indicator.name_zh != subject)
        || matches!(subject, "用户规模" | "使用率" | "网民使用率")
}

/// Those whom shares are of.
const PEOPLE: [&str; 6] = ["网民", "用户", "群体", "居民", "人口", "人群"];

/// Whether the words name people: 网民, 手机网民, 老年用户.
pub fn is_people(words: &str) -> bool {
    PEOPLE.iter().any(|people| words.ends_with(people))
}

/// Whether people are spoken of anywhere in the words.
pub fn names_people(words: &str) -> bool {
    PEOPLE.iter().any(|people| words.contains(people))
}

/// Whether words speak of other people than those: not 用于回答问题的用户 of 某产品
/// 用户.
pub fn names_others(words: &str, those: &str) -> bool {
    let mut spoken = PEOPLE.iter().flat_map(|people| {
        let places = words.match_indices(people);
        places.map(move |(at, _)| (people, words[..at].ends_with('的')))
    });
    spoken.any(|(people, is_of_some)| !(is_of_some && those.ends_with(people)))
}

/// 网民中农村网民占比: the people that a share is of, and what it is a share of
/// them.
pub fn among(label: &str) -> Option<(&str, &str)> {
    let (whole, part) = label.split_once('中')?;
    let whole = whole.strip_prefix('在').unwrap_or(whole);
    (is_people(whole) && !part.is_empty()).then_some((whole, part))
}

/// What has a rank: 保有量 of 保有量居全国; empty where the clause before says it.
pub fn ranked(words: &str) -> &str {
    const VERBS: [&str; 9] = [
        "位居", "跃居", "稳居", "位列", "名列", "排在", "位于", "居", "列",
    ];
    let at = VERBS.iter().filter_map(|verb| words.rfind(verb)).min();
    at.map_or(words, |at| words[..at].trim_end())
}

/// Whether the words only say that the number is a share.
pub fn is_share(subject: &str) -> bool {
    SHARES.contains(&subject)
}

/// The attribute at the start of words, empty where none is.
pub fn leading_attribute(words: &str) -> &str {
    let words = words.trim_start().trim_start_matches('的');
    let known = ATTRIBUTES.iter().filter(|known| words.starts_with(**known));
    known.max_by_key(|known| known.len()).copied().unwrap_or("")
}

/// An attribute with the subject of the clause before: 用户规模 after
/// 老年群体网约车使用率 is 老年群体网约车用户规模.
pub fn complete(attribute: &str, topic: &str) -> String {
    let (people, topic) = among(topic).unwrap_or(("", topic));
    // What names an indicator is meant; the shortest else. 网民中农村占 27.5%，
    // 规模… is of 农村网民.
    let own = entities(topic).map(|entity| format!("{entity}{attribute}"));
    let of_people = entities(topic).map(|entity| format!("{entity}{people}{attribute}"));
    let mut named = own.chain(of_people);
    if let Some(named) = named.find(|named| catalog::phrase(named).is_some()) {
        return named;
    }
    // 普及率 after 网民规模 is of the Internet, 网民 are all, whatever stood before.
    let is_of_internet = ["网民", "互联网"].iter().any(|word| topic.contains(word));
    let is_whole = attribute == "网民"
        || attribute == "互联网普及率"
        || attribute.ends_with("普及率") && is_of_internet;
    if is_whole && catalog::phrase(attribute).is_some() {
        return attribute.to_owned();
    }
    let shortest = entities(topic).next().unwrap_or(topic);
    format!("{shortest}{attribute}")
}

/// 新增网民: whether words begin with what became more or less.
pub fn begins_with_change(words: &str) -> bool {
    CHANGES.iter().any(|verb| words.starts_with(verb))
}

/// Whether two labels say different things of the same: 团购使用率 and 团购用户数.
pub fn are_of_one(label: &str, other: &str) -> bool {
    let first = |label| entities(label).next().map(str::to_owned);
    first(label).is_some() && first(label) == first(other)
}

/// A label without the attribute at its end, the shortest first: 农村 and
/// 农村网民 of 农村网民占比.
fn entities(label: &str) -> impl Iterator<Item = &str> {
    let mut entities: Vec<&str> = ATTRIBUTES
        .iter()
        .chain(&[""])
        .filter_map(|attribute| label.strip_suffix(attribute))
        .flat_map(|rest| [Some(rest), rest.strip_suffix("网民")])
        .flatten()
        .map(|rest| rest.strip_suffix('的').unwrap_or(rest))
        .filter(|rest| !rest.is_empty())
        .collect();
    entities.sort_by_key(|rest| rest.len());
    entities.into_iter()
}

/// A subject that is the name of a code alone, put in the place of the code
/// that the topic has: 平板 after 笔记本电脑上网比例 is 平板上网比例.
pub fn substitute(subject: &str, topic: &str) -> Option<String> {
    let phrase = catalog::phrase(topic)?;
    for (dimension, code) in &phrase.dimensions {
        // 30-39 岁网民 after 20-29 岁网民使用…的比例: 网民 stands in both.
        let ends = subject.char_indices().map(|(at, c)| at + c.len_utf8());
        let Some(end) = ends
            .rev()
            .find(|&end| catalog::code(dimension, &subject[..end]).is_some())
        else {
            continue;
        };
        let rest = &subject[end..];
        let printed = catalog::names_of(dimension, code)
            .map(|name| format!("{name}{rest}"))
            .find(|name| topic.contains(name.as_str()));
        if let Some(printed) = printed {
            return Some(topic.replacen(&printed, subject, 1));
        }
    }
    // COM after 域名总数: the topic is of all of them.
    let (dimension, _) = catalog::code_of_any(subject)?;
    let takes = phrase
        .indicator
        .takes
        .iter()
        .any(|takes| takes == dimension);
    let candidate = format!("{subject}{topic}");
    (takes && catalog::phrase(&candidate).is_some()).then_some(candidate)
}

/// Verbs that say something of what was spoken of.
const PREDICATES: &[&str] = &[
    "是",
    "成为",
    "位居",
    "位列",
    "稳居",
    "跃居",
    "居第",
    "居首",
    "居全",
    "居世",
    "创下",
    "创历史",
    "连续",
    "仍是",
    "继续",
    "保持",
    "高于",
    "低于",
    "略高于",
    "略低于",
    "明显高于",
    "远高于",
    "增速",
    "增幅",
    "排名",
    "占据",
    "首次",
    "实现",
];

/// Whether words say something of what was spoken of, and name nothing new.
pub fn is_predicate(words: &str) -> bool {
    PREDICATES.iter().any(|verb| words.starts_with(verb))
}

/// Whether a sentence turns to something else than the ones before.
pub fn turns(sentence: &str) -> bool {
    const WORDS: [&str; 7] = [
        "同时，",
        "与此同时，",
        "此外，",
        "另外，",
        "除此之外，",
        "另一方面，",
        "不仅如此，",
    ];
    WORDS
        .iter()
        .any(|word| sentence.trim_start().starts_with(word))
}

/// Whether words only say within what, or from where, something is seen: 五类 APP
/// 中, 从年龄看, 商务类应用方面.
pub fn is_frame(words: &str) -> bool {
    let words = without_time(words);
    let words = words.trim();
    let is_seen = ["看", "来看", "来说", "而言", "来讲"]
        .iter()
        .any(|end| words.ends_with(end))
        && ["从", "就", "对", "按", "对于", "分"]
            .iter()
            .any(|lead| words.starts_with(lead));
    is_seen
        || ["方面", "上看", "中", "当中", "角度看"]
            .iter()
            .any(|end| words.ends_with(end))
}

/// What a clause without numbers speaks of, when the next ones may be about
/// it: a quotation, or what is called the highest.
pub fn topic(words: &str) -> Option<String> {
    let words = without_time(words);
    let cleaned = clean(&words);
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
    const MAIN: [&str; 8] = [
        "主要群体",
        "主体",
        "主力",
        "主力军",
        "主要人群",
        "最大群体",
        "主要来源",
        "组成部分",
    ];
    if let Some((main, rest)) = cleaned.split_once('是')
        && MAIN.iter().any(|end| rest.ends_with(end))
        && !main.is_empty()
    {
        return Some(clean(main));
    }
    if let Some((_, group)) = cleaned
        .split_once('以')
        .filter(|(_, group)| group.ends_with("为主"))
    {
        return Some(clean(group.trim_end_matches("为主")));
    }
    const SUPERLATIVES: [&str; 13] = [
        "首次",
        "明显",
        "较为",
        "最为",
        "增长最快",
        "最快",
        "最高",
        "最多",
        "最大",
        "最低",
        "相差",
        "位居",
        "居首",
    ];
    let at = SUPERLATIVES
        .iter()
        .filter_map(|word| cleaned.find(word))
        .min()
        .or_else(|| Some(cleaned.find("占比也")? + "占比".len()));
    if let Some(at) = at.filter(|&at| at > 0) {
        let before = clean(&cleaned[..at]);
        let verbs = ["增长", "增幅", "增速", "提升", "下降"];
        let subject = verbs.iter().find_map(|verb| before.strip_suffix(verb));
        return Some(clean(subject.unwrap_or(&before)));
    }
    let leads = [
        "首先是",
        "首先为",
        "其次为",
        "其次是",
        "其次",
        "首先",
        "第一是",
    ];
    let after = leads
        .iter()
        .find_map(|lead| words.trim().strip_prefix(lead))?;
    Some(clean(after)).filter(|topic| !topic.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elided_subjects_are_completed() {
        let cases = [
            (
                "用户规模",
                "60岁及以上老年群体网约车使用率",
                "60岁及以上老年群体网约车用户规模",
            ),
            ("普及率", "60岁及以上网民", "60岁及以上普及率"),
        ];
        for (attribute, topic, expected) in cases {
            assert_eq!(complete(attribute, topic), expected);
        }
        assert_eq!(
            substitute("平板", "使用笔记本电脑上网的比例").as_deref(),
            Some("使用平板上网的比例")
        );
    }
}
