//! 在: what it leads to, and the words that only begin with it: 在线教育, 在校学生.

use crate::catalog::wording;

const IN: char = '在';

/// 网民 of 在网民: what it leads to at the start of words.
pub fn led(words: &str) -> Option<&str> {
    words.strip_prefix(IN).filter(|_| leads(words, 0))
}

/// 在线教育用户 of 在线教育用户 and of 在在线教育用户: words without it at their start.
pub fn without(words: &str) -> &str {
    led(words).unwrap_or(words)
}

/// What stands before it and what it leads to, at the last place that has it.
pub fn split_last(words: &str) -> Option<(&str, &str)> {
    let places = words.rmatch_indices(IN).map(|(at, _)| at);
    split(words, places)
}

/// The same at the first place.
pub fn split_first(words: &str) -> Option<(&str, &str)> {
    let places = words.match_indices(IN).map(|(at, _)| at);
    split(words, places)
}

fn split(words: &str, mut places: impl Iterator<Item = usize>) -> Option<(&str, &str)> {
    let at = places.find(|&at| leads(words, at))?;
    Some((&words[..at], &words[at + IN.len_utf8()..]))
}

/// Whether it is a word of its own at a place that has it, and no part of 存在 or 在线教育.
fn leads(words: &str, at: usize) -> bool {
    let (inside, text) = (&wording().preposition, &words[at..]);
    // 在线上办公用户中 leads to 线上办公.
    let begins_word = inside.words.begin(text) && !inside.others.begin(text);
    !begins_word && !inside.ends.end(&words[..at + IN.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_where_it_is_a_word_of_its_own() {
        let cases = [
            ("在网民", Some("网民")),
            ("在线教育用户", None),
            ("在在线教育用户", Some("在线教育用户")),
            ("在线上办公用户", Some("线上办公用户")),
            ("在校学生", None),
            ("在校园网用户", Some("校园网用户")),
            ("在职人员", None),
            ("在职业教育用户", Some("职业教育用户")),
            ("在用户", Some("用户")),
            ("在网购用户", Some("网购用户")),
        ];
        for (words, expected) in cases {
            assert_eq!(led(words), expected, "{words}");
        }
    }

    #[test]
    fn splits_where_it_is_a_word_of_its_own() {
        let split = split_last("微博在在线教育用户");
        assert_eq!(split, Some(("微博", "在线教育用户")));
        assert_eq!(split_last("存在安全问题"), None);
        assert_eq!(split_first("手机在线教育"), None);
        let split = split_first("用户在线上办公中");
        assert_eq!(split, Some(("用户", "线上办公中")));
    }
}
