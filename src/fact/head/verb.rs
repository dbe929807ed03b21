//! The verbs and nouns that say what a number is to its subject.

use crate::catalog::wording;
use crate::grammar::approximation::trailing_approximation;
use crate::grammar::words::Words;

/// Whether words end in 减少, 提升, 由: 至 behind their number leads on to another.
pub fn ends_in_change(before: &str) -> bool {
    let before = before.trim_end();
    is_change(before) || strip_suffixes(before, &["由", "从", "自", "了"]).is_some()
}

/// Whether words end in a verb that an amount follows, of years as well: 达, 为,
/// 缩短.
pub fn ends_in_amount(before: &str) -> bool {
    let (before, _) = trailing_approximation(before.trim_end());
    is_change(before) || strip_suffixes(before, &["达", "达到", "为", "是"]).is_some()
}

/// Whether words end in a verb of change.
fn is_change(before: &str) -> bool {
    let verbs = &wording().verb;
    strip_words(before, &verbs.up)
        .or_else(|| strip_words(before, &verbs.down))
        .is_some()
}

/// Whether taking a word off the end of a text would cut a longer one, at its end,
/// 均 of 日均, or in its middle, 均为 of 日均为.
pub fn cuts(text: &str, word: &str) -> bool {
    let Some(before) = text.strip_suffix(word) else {
        return false;
    };
    let words = &wording().verb;
    if words.apart.end(text) && word.ends_with('为') {
        return false;
    }
    let is_all = word.starts_with('均');
    let is_middle = || words.whole.end(&text[..before.len() + "均".len()]);
    let mut whole = words.whole.ending(text);
    let is_cut = whole.any(|(_, whole)| whole.len() > word.len()) || is_all && is_middle();
    is_cut && !(is_all && words.before_all.end(before))
}

/// A text without the longest of some words that it ends with, unless that would cut
/// a longer one.
pub(super) fn strip_words<'t>(text: &'t str, words: &Words) -> Option<&'t str> {
    strip_longest(text, words.ending(text).map(|(_, word)| word))
}

/// The same of words that stand in the code.
pub(super) fn strip_suffixes<'t>(text: &'t str, suffixes: &[&str]) -> Option<&'t str> {
    // Most words differ in their last byte: no more of them is compared.
    let last = text.as_bytes().last();
    let same = suffixes
        .iter()
        .filter(|suffix| suffix.as_bytes().last() == last && text.ends_with(**suffix));
    strip_longest(text, same.copied())
}

fn strip_longest<'t, 'w>(text: &'t str, ends: impl Iterator<Item = &'w str>) -> Option<&'t str> {
    let longest = ends.filter(|end| !cuts(text, end)).map(str::len).max()?;
    Some(&text[..text.len() - longest])
}
