//! What a number is of: labels cleaned and completed.

mod clean;
mod people;
mod topic;

use crate::catalog::{self, wording};
use crate::fact::{head, preposition};
use crate::grammar::words;

pub use clean::{begun, clean, is_country, is_published, tells_of_publication, whole};
pub use people::{
    among, begins_with_asked, begins_with_people, is_everyone, is_people, is_plain_people,
    leading_people, names_a_whole, names_others, names_people, of_people,
};
pub use topic::{is_frame, is_predicate, is_seen, is_telling, moved, of_kind, topic, turns};

/// Whether only an attribute stands there: 用户规模, 占比.
pub fn is_attribute(subject: &str) -> bool {
    wording().subject.attributes.has(subject)
        && catalog::phrase(subject).is_none_or(|phrase| phrase.indicator.name_zh != subject)
        || matches!(subject, "用户规模" | "使用率" | "网民使用率")
}

/// What has a rank: 保有量 of 保有量居全国; empty where the clause before says it.
pub fn ranked(words: &str) -> &str {
    // 在 193 个国家中排名: of what was said before them.
    if ranked_among(words).is_some() {
        return "";
    }
    let at = wording()
        .subject
        .ranked
        .iter()
        .filter_map(|verb| words.rfind(verb))
        .min();
    let named = at.map_or(words, |at| words[..at].trim_end());
    // 数量连续 3 年居世界第 1 位
    head::without_run(named)
}

/// 占比较高 without how high it is.
pub fn without_degree(label: &str) -> &str {
    let mut named = wording()
        .subject
        .degrees
        .iter()
        .filter_map(|degree| label.strip_suffix(degree));
    let share = named.find(|rest| wording().subject.shares.end(rest));
    share.unwrap_or(label)
}

/// Among what something has a rank: 国家 of 国家中排名.
pub fn ranked_among(words: &str) -> Option<&str> {
    let (among, verb) = words.rsplit_once('中')?;
    matches!(verb, "排名" | "位列" | "位居" | "排" | "居").then_some(among)
}

/// Whether the words only say that the number is a share.
pub fn is_share(subject: &str) -> bool {
    wording().subject.shares.has(subject)
}

/// Whether a label says at its end that it is a share: 更新过博客的比例.
pub fn ends_in_share(label: &str) -> bool {
    wording().subject.shares.end(label)
}

/// The attribute at the start of words, empty where none is.
pub fn leading_attribute(words: &str) -> &str {
    let words = words.trim_start().trim_start_matches('的');
    let known = wording().subject.attributes.beginning(words);
    let known = known.map(|(_, known)| known);
    known.max_by_key(|known| known.len()).unwrap_or_default()
}

/// An attribute with the subject of the clause before: 用户规模 after
/// 老年群体网约车使用率 is 老年群体网约车用户规模.
pub fn complete(attribute: &str, topic: &str) -> String {
    // 农村网民在整体网民中的占比…，规模…
    let part = preposition::split_first(topic).filter(|(part, within)| {
        let share = within.rsplit_once("中的").map_or("", |(_, share)| share);
        !part.is_empty() && is_share(share)
    });
    let topic = part.map_or(topic, |(part, _)| part);
    // 营收达 a，用户规模达 b: whose, neither says.
    let incomes = &wording().subject.incomes;
    if incomes.has(topic) {
        return attribute.to_owned();
    }
    // 某公司营收达 a，用户规模达 b
    let topic = incomes.strip_suffix(topic).unwrap_or(topic);
    let (people, topic) = among(topic).unwrap_or(("", topic));
    // What names an indicator is meant; the shortest else. 网民中农村占 27.5%，
    // 规模… is of 农村网民.
    let own = entities(topic).map(|entity| format!("{entity}{attribute}"));
    // 网民中农村人口占 27.5%: 农村网民 as well.
    let of_people = entities(topic).map(|entity| {
        let group = wording().subject.part.strip_suffix(entity);
        let group = group.filter(|_| !people.is_empty()).unwrap_or(entity);
        format!("{group}{people}{attribute}")
    });
    // 短视频行业蓬勃发展，用户规模…: the application's.
    let of_trade = entities(topic).filter_map(|entity| {
        let trade = wording().subject.trades.strip_suffix(entity)?;
        Some(format!("{trade}{attribute}"))
    });
    // 老年网民中短视频…，使用率…: not that of all.
    let is_group = !people.is_empty() && !is_everyone(people) && !is_country(people);
    if is_group {
        let mut of_group = entities(topic).map(|entity| format!("{people}{entity}{attribute}"));
        let known = of_group.find(|named| catalog::phrase(named).is_some());
        let shortest = entities(topic).next().unwrap_or(topic);
        return known.unwrap_or_else(|| format!("{people}中{shortest}{attribute}"));
    }
    let mut named = own.chain(of_people).chain(of_trade);
    if let Some(named) = named.find(|named| catalog::phrase(named).is_some()) {
        return named;
    }
    // 普及率 after 网民规模 is of the Internet, 网民 are all, whatever stood before.
    // 城市网民…，普及率…: not of all, though the catalog has no such part.
    let is_part = topic.ends_with("网民") && catalog::phrase(topic).is_none();
    let is_of_internet = ["网民", "互联网"].iter().any(|word| topic.contains(word));
    let is_of_internet = is_of_internet && !is_part;
    let is_whole = attribute == "网民"
        || attribute == "互联网普及率"
        || attribute.ends_with("普及率") && is_of_internet;
    if is_whole && catalog::phrase(attribute).is_some() {
        return attribute.to_owned();
    }
    let shortest = entities(topic).next().unwrap_or(topic);
    format!("{shortest}{attribute}")
}

/// 上网用户人数 of 现在的上网用户人数已是当初: what is told as so many times what it was.
pub fn as_then(words: &str) -> Option<&str> {
    let then = &wording().subject.then;
    let named = then.strip_suffix(words.trim_end_matches('的'))?;
    let named = named.trim_end_matches('的');
    let named = ["相当于", "是"]
        .iter()
        .find_map(|verb| named.strip_suffix(verb))?;
    let named = ["已经", "已"]
        .iter()
        .find_map(|done| named.strip_suffix(done))
        .unwrap_or(named);
    let now = &wording().subject.now;
    Some(
        now.strip_prefix(named)
            .unwrap_or(named)
            .trim_start_matches('的'),
    )
}

/// Whether words name those who offer an application: 短视频行业.
pub fn is_trade(words: &str) -> bool {
    let used = wording().subject.trades.strip_suffix(words);
    used.is_some_and(|used| catalog::code("application", used).is_some())
}

/// What the catalog knows of all, of the group that another label begins with: 互联网普及率
/// after 农村网民规模 is 农村互联网普及率.
pub fn of_group(own: &str, other: &str) -> Option<String> {
    const GROUPS: [&str; 4] = ["area", "economic_region", "residence", "age"];
    let phrase = catalog::phrase(own)?;
    let named = catalog::phrase(other)?;
    let mut groups = named.dimensions.iter().filter(|(dimension, _)| {
        GROUPS.contains(dimension)
            && phrase.indicator.takes.contains(dimension)
            && !phrase.dimensions.contains_key(dimension)
    });
    let (dimension, code) = groups.next()?;
    let ends = other.char_indices().map(|(at, c)| at + c.len_utf8());
    let is_group = |end: &usize| catalog::code(dimension, &other[..*end]).as_deref() == Some(code);
    let end = ends.rev().find(is_group)?;
    let label = format!("{}{own}", &other[..end]);
    // 北京市农村网民 after 北京市网民 are some of them; 农村网民 of those aged 60 are not.
    let is_other = phrase.indicator.id != named.indicator.id
        || dimension == "area" && !phrase.dimensions.is_empty();
    let is_known = is_other
        && catalog::phrase(&label).is_some_and(|of| of.indicator.id == phrase.indicator.id);
    is_known.then_some(label)
}

/// 新增网民: whether words begin with what became more or less.
pub fn begins_with_change(words: &str) -> bool {
    wording().subject.changes.begin(words)
}

/// 新增网民 of 每天新增网民: words without those for how often.
pub fn without_pace(words: &str) -> &str {
    let words = ["平均", "累计"]
        .iter()
        .find_map(|lead| words.strip_prefix(lead))
        .unwrap_or(words);
    let pace = wording().subject.paces.strip_prefix(words);
    pace.unwrap_or(words)
}

/// 净增 5G 基站: whether words begin with what was added in a time, which may itself be
/// more than in another.
pub fn begins_with_flow(words: &str) -> bool {
    ["新增", "净增"].iter().any(|verb| words.starts_with(verb))
}

/// Whether two labels say different things of the same: 团购使用率 and 团购用户数.
pub fn are_of_one(label: &str, other: &str) -> bool {
    let first = |label| entities(label).next().map(str::to_owned);
    first(label).is_some() && first(label) == first(other)
}

/// Whether two labels name different groups, places or applications: 上海互联网普及率
/// and 北京网民数.
pub fn are_of_others(label: &str, other: &str) -> bool {
    let known = catalog::phrase(label).zip(catalog::phrase(other));
    known.is_some_and(|(label, other)| {
        let mut codes = label.dimensions.iter();
        codes.any(|(dimension, code)| {
            let of_other = other.dimensions.get(dimension);
            of_other.is_some_and(|other| other != code)
        })
    })
}

/// A label without the attribute at its end, the shortest first: 农村 and
/// 农村网民 of 农村网民占比.
fn entities(label: &str) -> impl Iterator<Item = &str> {
    let mut entities: Vec<&str> = wording()
        .subject
        .attributes
        .iter()
        .copied()
        .chain([""])
        .filter_map(|attribute| label.strip_suffix(attribute))
        .flat_map(|rest| [Some(rest), rest.strip_suffix("网民")])
        .flatten()
        .map(|rest| rest.strip_suffix('的').unwrap_or(rest))
        // 使用网上支付的用户规模
        .flat_map(|rest| [Some(rest), rest.strip_prefix("使用")])
        .flatten()
        // 网民使用过共享单车
        .flat_map(|rest| {
            [
                Some(rest),
                words::split_last(rest, "使用过").map(|(_, used)| used),
            ]
        })
        .flatten()
        .filter(|rest| !rest.is_empty())
        .collect();
    entities.sort_by_key(|rest| rest.len());
    entities.into_iter()
}

/// Dimensions that all people are parted by.
const PARTS: [&str; 5] = ["area", "economic_region", "residence", "age", "sex"];

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
        let printed = || catalog::names_of(dimension, code).map(|name| format!("{name}{rest}"));
        if let Some(printed) = printed().find(|name| topic.contains(name.as_str())) {
            return Some(topic.replacen(&printed, subject, 1));
        }
        // .edu.cn after .com.cn 域名总数: in whatever case.
        let folded = topic.to_ascii_lowercase();
        let is_cased = topic.contains(|c: char| c.is_ascii_alphabetic());
        let mut names = printed().filter(|_| is_cased);
        let at = names.find_map(|name| {
            let at = folded.find(&name.to_ascii_lowercase())?;
            Some(at..at + name.len())
        });
        if let Some(at) = at {
            return Some([&topic[..at.start], subject, &topic[at.end..]].concat());
        }
    }
    if let Some(named) = of_application(subject, topic, &phrase) {
        return Some(named);
    }
    let (dimension, _) = catalog::code_of_any(subject)?;
    // 农村地区 after 老年群体互联网普及率: the rate of another part of all.
    if PARTS.contains(&dimension) && phrase.indicator.takes.contains(&dimension) {
        let of_other = phrase
            .dimensions
            .iter()
            .filter(|(of, _)| PARTS.contains(of))
            .flat_map(|(of, code)| catalog::names_of(of, code))
            .filter_map(|name| topic.strip_prefix(name.as_ref()))
            .map(|measure| format!("{subject}{measure}"))
            .find(|named| catalog::phrase(named).is_some());
        if of_other.is_some() {
            return of_other;
        }
    }
    // COM after 域名总数: the topic is of all of them.
    let takes = phrase.indicator.takes.contains(&dimension);
    let candidate = format!("{subject}{topic}");
    (takes && catalog::phrase(&candidate).is_some()).then_some(candidate)
}

/// 农村小学生 after 城镇小学生互联网普及率: the same of others who are only told apart by a code
/// of one kind, where the catalog knows neither.
pub fn of_alike(subject: &str, topic: &str) -> Option<String> {
    const LONGEST: usize = 6;
    let code = |words: &str| {
        let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends: Vec<usize> = ends.take(LONGEST).collect();
        let mut ends = ends.into_iter().rev();
        ends.find_map(|end| Some((catalog::code_of_any(&words[..end])?.0, end)))
    };
    let (own, end) = code(subject).filter(|(own, _)| PARTS.contains(own))?;
    let (of, start) = code(topic)?;
    let named = &subject[end..];
    let measure = topic[start..].strip_prefix(named).filter(|_| of == own)?;
    let is_rate = wording().change.in_percent.end(measure);
    (is_rate && !named.is_empty()).then(|| format!("{subject}{measure}"))
}

/// 农村用户 after 生成式人工智能用户规模 is 农村生成式人工智能用户, 20-29 岁网民使用率 likewise.
fn of_application(subject: &str, topic: &str, phrase: &catalog::Phrase) -> Option<String> {
    let code = phrase.dimensions.get("application")?;
    let mut names = catalog::names_of("application", code);
    let used = names.find(|name| topic.contains(name.as_ref()))?;
    const LONGEST: usize = 14;
    let ends = subject.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.take(LONGEST).collect();
    let end = ends.into_iter().rev().find(|&end| {
        let part = catalog::code_of_any(&subject[..end]);
        part.is_some_and(|(dimension, _)| PARTS.contains(&dimension))
    })?;
    let (part, measure) = subject.split_at(end);
    if measure.is_empty() {
        return None;
    }
    let of_people = measure.strip_prefix("网民").unwrap_or(measure);
    [
        format!("{part}{used}{measure}"),
        format!("{part}网民{used}{of_people}"),
    ]
    .into_iter()
    .find(|named| catalog::phrase(named).is_some())
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
