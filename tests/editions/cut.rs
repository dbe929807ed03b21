//! Where a page may end within a paragraph.

use super::typeset::is_han;

/// The longest repetition that a reader might take for a character printed on
/// both pages.
const DOUBLED: usize = 8;

/// Whether a page may end between two halves of a paragraph: within a sentence,
/// with a clause on either side, between characters that show nothing.
pub fn may_part(head: &str, tail: &str) -> bool {
    let (head, tail) = (head.trim_end(), tail.trim_start());
    let (Some(before), Some(after)) = (head.chars().next_back(), tail.chars().next()) else {
        return false;
    };
    let sentence_head = head.rsplit(is_stop).next().unwrap_or_default();
    let sentence_tail = tail.split(is_stop).next().unwrap_or_default();
    (is_han(before) || "，、）”".contains(before))
        && is_han(after)
        // A line that begins so would be a caption, a note or a source.
        && !"表图附注来数第".contains(after)
        && sentence_head.contains('，')
        && sentence_tail.contains('，')
        && repeated(head, tail) == 0
}

fn is_stop(c: char) -> bool {
    "。！？；：".contains(c)
}

/// How many characters at the end of the head the tail begins with.
fn repeated(head: &str, tail: &str) -> usize {
    let ends = tail.char_indices().map(|(at, c)| at + c.len_utf8());
    let repeats = ends
        .take(DOUBLED)
        .enumerate()
        .filter(|(_, end)| head.ends_with(&tail[..*end]));
    repeats.last().map_or(0, |(at, _)| at + 1)
}

/// All places where a page may end, as byte offsets.
pub fn places(text: &str) -> Vec<usize> {
    let may_part = |at: &usize| {
        let (head, tail) = text.split_at(*at);
        may_part(head, tail)
    };
    text.char_indices()
        .map(|(at, _)| at)
        .filter(may_part)
        .collect()
}

/// The tail with the last character of the head printed again, where that can
/// be told from what was meant.
pub fn doubled(head: &str, tail: &str) -> Option<String> {
    let last = head.trim_end().chars().next_back().filter(|&c| is_han(c))?;
    let doubled = format!("{last}{tail}");
    let begins = ["其中", "同时", "截至", "我国"];
    // What looks like a new sentence would not be taken for a repetition.
    let is_open = !begins.iter().any(|word| doubled.starts_with(word));
    (is_open && repeated(head.trim_end(), &doubled) == 1).then_some(doubled)
}
