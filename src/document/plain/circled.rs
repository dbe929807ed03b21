//! Footnotes whose marks are digits in circles: `8.22亿①`, and below a line that begins
//! with ①.

use std::collections::HashSet;

use crate::document::number::{circled, is_digit};
use crate::document::{Line, is_list_sign};
use crate::span::Span;

/// The digits in circles that are marks, and those before the footnotes, in order. They
/// count the items of a list as well: a mark is right behind a word or a number, and its
/// footnote begins a line.
///
/// Forced by `fixtures/marks-in-circles`.
pub(super) fn find(text: &str, lines: &[Line]) -> Vec<Span> {
    // All begin with the same two bytes. A text of many bytes has none of them.
    const BEGIN: [u8; 2] = [0xe2, 0x91];
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let has_circled = pairs.fold(0, |found, (&byte, &next)| {
        found | u8::from(byte == BEGIN[0]) & u8::from(next == BEGIN[1])
    });
    if has_circled == 0 {
        return Vec::new();
    }
    let mut labels: Vec<(u32, Span)> = Vec::new();
    let mut marks: Vec<(u32, Span)> = Vec::new();
    for line in lines {
        let source = &text[line.span.range()];
        for (at, c) in source.char_indices() {
            let Some(number) = circled(c) else { continue };
            let start = line.span.start + at;
            let span = Span::new(start, start + c.len_utf8());
            let (before, after) = (&source[..at], &source[at + c.len_utf8()..]);
            if before.is_empty() && !after.trim().is_empty() {
                labels.push((number, span));
            } else if is_behind_word(before) {
                marks.push((number, span));
            }
        }
    }
    let numbers = |of: &[(u32, Span)]| -> HashSet<u32> { of.iter().map(|of| of.0).collect() };
    let (announced, meant) = (numbers(&labels), numbers(&marks));
    let marks = marks.into_iter().filter(|mark| announced.contains(&mark.0));
    let labels = labels.into_iter().filter(|label| meant.contains(&label.0));
    let mut found: Vec<Span> = marks.chain(labels).map(|(_, span)| span).collect();
    found.sort_unstable_by_key(|span| span.start);
    found
}

/// Whether a text ends in what a mark is set behind, with one blank between at most.
fn is_behind_word(before: &str) -> bool {
    let before = before.strip_suffix(' ').unwrap_or(before);
    // A second mark follows the first.
    let before = before.trim_end_matches(|c| circled(c).is_some());
    before.ends_with(|c: char| {
        c.is_alphanumeric() && !is_list_sign(c) || is_digit(c) || "%％）)”》」〉".contains(c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::text::text_to_document;

    #[test]
    fn marks_have_their_footnotes() {
        let cases: [(&str, &[&str]); 5] = [
            ("用户达8.22亿①；\n\n① 见上。", &["①", "①"]),
            ("用户达 8.22 亿 ⑫\n\n⑪ 见上。\n⑫：见下。", &["⑫", "⑫"]),
            // Items of lists.
            ("包括：①网站；②域名。", &[]),
            ("包括：\n① 网站；\n② 域名。", &[]),
            ("网站①和域名②", &[]),
        ];
        for (text, expected) in cases {
            let document = text_to_document(text.to_owned());
            let found = find(text, document.lines());
            let found: Vec<&str> = found.iter().map(|span| &text[span.range()]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
