//! Those whom shares are of.

use crate::catalog::{self, wording};
use crate::fact::preposition;

/// Whether the words name people: 网民, 手机网民, 老年用户.
pub fn is_people(words: &str) -> bool {
    wording().subject.people.end(words)
}

/// Whether words are no more than people: 网民.
pub fn is_plain_people(words: &str) -> bool {
    wording().subject.people.has(words)
}

/// Whether words are all the people that are spoken of: 网民, 我国网民, 全体网民, 网民群体.
pub fn is_everyone(words: &str) -> bool {
    let subject = &wording().subject;
    let words = wording().without_country(words);
    let words = subject.everyone.strip_prefix(words).unwrap_or(words);
    let words = subject.as_group.strip_suffix(words).unwrap_or(words);
    is_plain_people(words)
}

/// Whether words begin with people: 网民使用网络医疗; not with what is counted of
/// them, 用户规模.
pub fn begins_with_people(words: &str) -> bool {
    let mut after = wording()
        .subject
        .people
        .iter()
        .filter_map(|people| words.strip_prefix(people));
    after.any(|after| !wording().subject.counted.begin(after))
}

/// The people that words begin with, and what they are called before: 青少年网民 of
/// 青少年网民信任互联网; not what is counted of them.
pub fn leading_people(words: &str) -> Option<&str> {
    let number = &wording().number;
    // 人 alone begins 人工, 人均.
    let alone = words.strip_prefix('人').filter(|rest| {
        number.does.begin(rest) || rest.starts_with(['对', '仍', '不', '未', '没', '认'])
    });
    if alone.is_some() {
        return Some(&words[..'人'.len_utf8()]);
    }
    let people = &wording().subject.people;
    let mut end = people
        .iter()
        .filter_map(|people| Some(words.find(people)? + people.len()))
        .min()?;
    // 网民群体, 用户人群
    while let Some(more) = people.iter().find(|more| words[end..].starts_with(*more)) {
        end += more.len();
    }
    // 要求用户注册: somebody else does it. 用户体验, 用户量: what they have.
    const LONGEST: usize = 8;
    let is_led = words[..end].chars().count() <= LONGEST && !number.does.are_in(&words[..end]);
    let is_owned =
        number.owns.begin(&words[end..]) || wording().subject.counted.begin(&words[end..]);
    (is_led && !is_owned).then_some(&words[..end])
}

/// The people that words begin with, where what follows is what they do: 网民 of
/// 网民网上预订火车票.
pub fn begins_with_asked(words: &str) -> Option<&str> {
    let words = wording().without_country(words);
    wording().subject.people.find(words)?;
    let end = wording()
        .subject
        .people
        .iter()
        .filter_map(|people| Some(words.find(people)? + people.len()))
        .min()?;
    let (people, rest) = words.split_at(end);
    let does = ["在", "使用", "通过", "网上", "线上", "线下"];
    let is_verb = does.iter().any(|verb| rest.starts_with(verb));
    (is_verb && !people.contains(['的', '中'])).then_some(people)
}

/// The rate of all people that words name, 互联网普及率, of the people whose number a label is:
/// 未成年网民互联网普及率 after 未成年网民规模. They are no part that other numbers of the
/// catalog are of, and neither all people nor all who use something.
pub fn of_people(own: &str, label: &str) -> Option<String> {
    const USED: [&str; 2] = ["application", "device"];
    let subject = &wording().subject;
    let rate = catalog::phrase(own)?;
    let people = wording().amounts.strip_suffix(label).unwrap_or(label);
    let people = people.trim_end_matches(['人', '总']);
    let group = subject.parted.strip_suffix(people)?;
    let group = wording().without_country(group);
    let is_all = group.is_empty()
        || among(label).is_some()
        || subject.country.has(group)
        || subject.all_people.begin(group)
        || subject.changes.begin(group);
    // 农村互联网普及率 says itself whose it is, and so does 未成年人互联网普及率.
    let mut of = rate.dimensions.keys();
    let is_of_all = rate.indicator.unit == "percent"
        && !names_people(own)
        && !rate.indicator.takes.is_empty()
        && of.all(|of| USED.contains(&of));
    let is_used = catalog::phrase(label).is_some_and(|counted| {
        let mut of = counted.dimensions.keys();
        of.any(|of| USED.contains(&of))
    });
    if is_all || !is_of_all || is_used {
        return None;
    }
    // 未成年互联网普及率 is an indicator of its own.
    let mut named = [format!("{people}{own}"), format!("{group}{own}")];
    // 城市网民…，普及率…: a word that is always said behind some.
    if own == "普及率" {
        named.reverse();
    }
    let known = named.iter().find(|named| {
        catalog::phrase(named).is_some_and(|of| {
            of.indicator.id != rate.indicator.id || of.dimensions != rate.dimensions
        })
    });
    known.or(named.first()).cloned()
}

/// Whether people are spoken of anywhere in the words.
pub fn names_people(words: &str) -> bool {
    wording().subject.people.are_in(words)
}

/// Whether words speak of other people than those: not 用于回答问题的用户 of 某产品
/// 用户, nor 19-24 岁的青少年网民 of 青少年网民.
pub fn names_others(words: &str, those: &str) -> bool {
    let mut spoken = wording().subject.people.iter().flat_map(|people| {
        let places = words.match_indices(people);
        places.map(move |(at, _)| (people, &words[..at + people.len()]))
    });
    spoken.any(|(people, named)| {
        let is_part = |whole: &str| {
            let before = named.strip_suffix(whole);
            before.is_some_and(|before| before.ends_with('的'))
        };
        !(is_part(those) || those.ends_with(people) && is_part(people))
    })
}

/// Whether words speak of people who are no part of those spoken of: 农村居民, but not
/// 大专及以上学历人群 after 网民中小学学历人群.
pub fn names_a_whole(words: &str) -> bool {
    let is_part = |people: &str| matches!(people, "群体" | "人群");
    let mut wholes = wording()
        .subject
        .people
        .iter()
        .filter(|people| !is_part(people));
    wholes.any(|people| words.contains(people))
}

/// 网民中农村网民占比: the people that a share is of, and what it is a share of
/// them.
pub fn among(label: &str) -> Option<(&str, &str)> {
    let mut cuts = label.match_indices('中').map(|(at, word)| {
        let whole = &label[..at];
        let whole = preposition::without(whole);
        let part = &label[at + word.len()..];
        // 农村网民在整体网民中的占比
        let inside = preposition::split_last(whole).map(|(_, inside)| inside);
        // 学生在网民群体中占比, 短视频在农村网民中的使用率
        let had = part.strip_prefix('的').unwrap_or(part);
        let is_rate = had.len() < part.len() && super::is_attribute(had);
        let is_share = super::is_share(had) || is_rate;
        (inside.filter(|_| is_share).unwrap_or(whole), part)
    });
    // 中国网民中…: the first is part of a name.
    cuts.find(|(whole, part)| {
        // 低龄群体和中高龄群体
        let is_cut = ["高龄", "老年", "国", "央", "西部", "东部"]
            .iter()
            .any(|word| part.starts_with(word));
        !is_cut && is_people(whole) && !part.is_empty()
    })
}
