//! Amounts in words: 十几个百分点, 三分之一, 翻番, 六家. They are no decimals, and are
//! found to be reported.

use crate::catalog::units;

/// Numerals, and what stands for one: 几, 数, 半, 两.
fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '几'
            | '数'
            | '半'
            | '两'
    )
}

/// Whether an amount in words may begin with a character.
pub fn may_begin(c: char) -> bool {
    is_numeral(c) || matches!(c, '翻' | '过')
}

/// Verbs after which a numeral with a unit is an amount.
const VERBS: &[&str] = &[
    "达", "达到", "共", "共有", "共计", "超", "超过", "近", "约", "突破", "逾", "已有", "只有",
    "仅有", "高于", "不足",
];

/// The length of the amount in words that stands between two parts of a
/// sentence, at the start of the second.
pub fn leading(before: &str, rest: &str) -> Option<usize> {
    // 超过半数: 过 is of the verb.
    if !rest.starts_with(may_begin) || rest.starts_with('过') && before.ends_with(['超', '通']) {
        return None;
    }
    let end = amount(rest).or_else(|| counted(before, rest))?;
    Some(rest.len() - end.len())
}

/// An amount that no words around it need to tell.
fn amount(rest: &str) -> Option<&str> {
    let whole = ["翻一番", "翻了一番", "翻番", "翻倍", "过半", "半数", "一半"];
    if let Some(end) = whole.iter().find_map(|word| rest.strip_prefix(word)) {
        return Some(end);
    }
    let end = numeral(rest)?;
    let number = &rest[..rest.len() - end.len()];
    if let Some(end) = end.strip_prefix("分之").and_then(numeral) {
        return Some(end);
    }
    let end = end.strip_prefix(['多', '余']).unwrap_or(end);
    if let Some(end) = end.strip_prefix('成') {
        // 三成为, 一成员 are other words.
        let is_word = end.starts_with(['为', '员', '果', '立', '功', '本', '长', '交', '熟']);
        return (!is_word).then_some(end);
    }
    // 数倍, 两倍; 一倍 as well.
    let unit = ["个百分点", "百分点", "倍"];
    if let Some(end) = unit.iter().find_map(|unit| end.strip_prefix(unit)) {
        return Some(end);
    }
    // 十几万, 数百, 几千: about how many.
    let is_vague = number.chars().count() > 1
        && (number.starts_with(['几', '数']) || number.ends_with('几'))
        && number.contains(['十', '百', '千', '万', '亿']);
    is_vague.then_some(end)
}

/// 共有六家企业, 达三亿人: a verb before it and a unit behind it.
fn counted<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    if !VERBS.iter().any(|verb| before.ends_with(verb)) {
        return None;
    }
    let end = numeral(rest)?;
    let number = &rest[..rest.len() - end.len()];
    if number == "一" || number == "半" {
        return None;
    }
    let end = end.strip_prefix(['多', '余']).unwrap_or(end);
    match units().word(end) {
        Some((_, end)) => Some(end),
        // 突破百万
        None => number.ends_with(['万', '亿']).then_some(end),
    }
}

/// What follows the numeral at the start; `None` where there is none, or one
/// longer than any.
fn numeral(text: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    let mut characters = text.char_indices().take(LONGEST);
    let (end, _) = characters
        .find(|(_, c)| !is_numeral(*c))
        .or_else(|| (text.chars().take(LONGEST).count() < LONGEST).then_some((text.len(), ' ')))?;
    (end > 0).then(|| &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_words_are_found() {
        let cases = [
            ("占比超过", "六成，", Some("六成")),
            ("", "三分之一的用户", Some("三分之一")),
            ("增长", "十几个百分点", Some("十几个百分点")),
            ("同比", "翻番。", Some("翻番")),
            ("同比", "翻了一番", Some("翻了一番")),
            ("收入", "数倍增长", Some("数倍")),
            ("共有", "六家企业", Some("六家")),
            ("用户达", "三亿人", Some("三亿人")),
            ("突破", "百万", Some("百万")),
            ("覆盖", "数十个城市", Some("数十")),
            ("", "三家基础电信企业", None),
            ("分为", "三类", None),
            ("已", "一成为", None),
            ("是", "一个", None),
            ("", "几乎", None),
            ("", "数字经济", None),
            ("", "数据显示", None),
            ("", "十分重要", None),
            ("", "两会期间", None),
        ];
        for (before, rest, expected) in cases {
            let found = leading(before, rest).map(|length| &rest[..length]);
            assert_eq!(found, expected, "{before}{rest}");
        }
    }
}
