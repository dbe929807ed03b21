//! Those whom shares are of.

/// Those whom shares are of.
const PEOPLE: [&str; 6] = ["网民", "用户", "群体", "居民", "人口", "人群"];

/// Whether the words name people: 网民, 手机网民, 老年用户.
pub fn is_people(words: &str) -> bool {
    PEOPLE.iter().any(|people| words.ends_with(people))
}

/// Whether words begin with people: 网民使用网络医疗.
pub fn begins_with_people(words: &str) -> bool {
    PEOPLE.iter().any(|people| words.starts_with(people))
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
    // 低龄群体和中高龄群体
    let is_cut = ["高龄", "老年", "国", "央", "西部", "东部"]
        .iter()
        .any(|word| part.starts_with(word));
    (!is_cut && is_people(whole) && !part.is_empty()).then_some((whole, part))
}
