//! Spans of time that words name at their start or end: 半年来, 过去六个月, 近五年来.

use super::base::{Base, COMPARED, SPANS};
use crate::catalog::wording;
use crate::document::number::is_digit;
use crate::fact::clause::placeheld;
use crate::grammar::numeral;
use crate::grammar::words::{self, strip_prefix};

/// 网络购物用户 of 网络购物半年用户, and since when.
pub(super) fn span_amid(subject: &str) -> Option<(String, Base)> {
    const COUNTED: [&str; 4] = ["用户规模", "用户数", "用户", "网民"];
    let counted = COUNTED.iter().find(|end| subject.ends_with(**end))?;
    let before = subject.strip_suffix(counted)?;
    let named = before.strip_suffix("半年")?;
    (!named.is_empty()).then(|| (format!("{named}{counted}"), Base::Months(6)))
}

/// The months of 五 and 两 years.
pub(super) fn years_before(years: &str) -> Option<i32> {
    let years = match years {
        "两" => 2,
        years => numeral::ordinal(years)?,
    };
    const MONTHS: i32 = 12;
    const MOST: u32 = 60;
    let years = Some(years).filter(|years| *years <= MOST)?;
    i32::try_from(years).ok()?.checked_mul(MONTHS)
}

/// 过去六个月, 在最近一年中, 三个月, 9 个月 at the end of words: how many months, and what stands
/// before.
pub(super) fn months_until(words: &str) -> Option<(&str, i32)> {
    let since = &wording().since;
    let bare = since.ends.strip_suffix(words).unwrap_or(words);
    let counted = || {
        let before = bare.strip_suffix("个月")?.trim_end();
        let is_number = |c| since.numerals.contains(c) || is_digit(c);
        let rest = before.trim_end_matches(is_number);
        let months = match &before[rest.len()..] {
            "两" => 2,
            months => numeral::ordinal(months)?,
        };
        // More than these would be told in years.
        const MOST: i32 = 120;
        let months = i32::try_from(months)
            .ok()
            .filter(|months| *months <= MOST)?;
        Some((rest, months))
    };
    let named = |word, months| Some((bare.strip_suffix(word)?, months));
    let counted = counted();
    let is_counted = counted.is_some();
    let (rest, months) = counted
        .or_else(|| named("半年", 6))
        .or_else(|| named("一年", 12))?;
    let lead = since.leads.strip_suffix(rest);
    let before = lead.unwrap_or(rest);
    let before = before
        .strip_suffix('在')
        .filter(|_| lead.is_some())
        .unwrap_or(before);
    // 半年 alone is one of the spans.
    (lead.is_some() || is_counted).then_some((before.trim_end(), months))
}

/// 近半年来, 过去六个月 at the start of words: the same, and what stands behind.
pub fn months_since(text: &str) -> Option<(i32, &str)> {
    const SPANS: [&str; 3] = ["个月", "半年", "一年"];
    // Most words begin otherwise, and need not be searched.
    let since = &wording().since;
    let is_number = |c| since.numerals.contains(c) || is_digit(c) || char::is_whitespace(c);
    let led = text.strip_prefix('在').unwrap_or(text);
    if !since.leads.begin(led) && !text.starts_with(is_number) {
        return None;
    }
    // All are as long.
    let end = words::find(text, &SPANS)? + SPANS[0].len();
    let ends = since.ends.iter().chain(&[""]);
    ends.into_iter().find_map(|word| {
        let rest = text[end..].strip_prefix(word)?;
        let (before, months) = months_until(&text[..text.len() - rest.len()])?;
        before.is_empty().then_some((months, rest.trim_start()))
    })
}

/// 半年, 较 2022 年 12 月 at the start of words: from when their change is
/// counted.
pub fn leading_base(words: &str) -> (Option<Base>, &str) {
    // One of these and a time, which is a letter by itself.
    let may_name_time = words
        .chars()
        .skip(1)
        .take(3)
        .any(|c| placeheld(c).is_some());
    for word in COMPARED[2..].iter().filter(|_| may_name_time) {
        let Some(rest) = words.strip_prefix(word) else {
            continue;
        };
        let mut rest = rest.chars();
        if let Some(index) = rest.next().and_then(placeheld) {
            let rest = rest.as_str();
            return (
                Some(Base::Time(index)),
                rest.strip_prefix("相比").unwrap_or(rest),
            );
        }
    }
    // 近半年来网民规模增加
    if let Some((months, rest)) = months_since(words) {
        return (Some(Base::Months(months)), rest);
    }
    if let Some((years, rest)) = years_since(words) {
        // 五年来: since no period that is known.
        let base = if years == 1 {
            Base::Months(12)
        } else {
            Base::Words
        };
        return (Some(base), rest);
    }
    let mut spans = SPANS.iter().filter(|(word, _)| *word != "年");
    let span = spans.find_map(|(word, base)| Some((*base, strip_prefix(words, word)?)));
    match span {
        // 半年来新增网民, but not 半年来自农村的网民.
        Some((base @ Base::Months(_), rest)) => {
            let since = ["以来", "来", "间"]
                .iter()
                .find_map(|word| rest.strip_prefix(word));
            let since =
                since.filter(|more| !more.starts_with(['自', '源', '访', '华', '临', '到']));
            (Some(base), since.unwrap_or(rest))
        }
        Some((base, rest)) => (Some(base), rest),
        None => (None, words),
    }
}

/// 用户数 of 用户数一年间: less in how long it changed.
pub fn without_span(words: &str) -> Option<&str> {
    let spans = SPANS.iter().map(|(word, _)| *word);
    let mut spans =
        spans.filter(|word| word.starts_with(['半', '一']) && word.ends_with(['间', '内', '里']));
    let named = spans.find_map(|word| words.strip_suffix(word))?;
    Some(named).filter(|named| !named.is_empty())
}

/// 近五年来, 5 年来 at the start of words: how many years, and the words behind.
pub fn years_since(words: &str) -> Option<(i32, &str)> {
    let words = words.strip_prefix(['近', '这']).unwrap_or(words);
    if !words.starts_with(|c: char| c.is_whitespace() || c == '两' || numeral::may_have(c)) {
        return None;
    }
    let (years, rest) = words.split_once('年')?;
    let rest = rest.strip_prefix("以来").or(rest.strip_prefix('来'))?;
    let years = match years.trim() {
        "两" => 2,
        years => numeral::ordinal(years)?,
    };
    Some((i32::try_from(years).ok()?, rest.trim_start()))
}
