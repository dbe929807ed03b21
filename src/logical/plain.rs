//! What stands for itself, as its bytes alone show.

use crate::document::Canonical;
use crate::span::Span;

/// Whether the bytes of a span show that no mark and no markup stands in it.
pub(super) fn is_unmarked(canonical: Canonical<'_>, span: Span) -> bool {
    let mut rest = canonical.text[span.range()].as_bytes();
    while let Some((b' ', behind)) = rest[plain(rest)..].split_first() {
        rest = behind;
    }
    plain(rest) == rest.len() && !has_mark(canonical, span)
}

/// Whether the bytes of a span show that its text is what is printed: nothing in it is
/// white space, a mark or markup.
pub(super) fn is_plain(canonical: Canonical<'_>, span: Span) -> bool {
    let text = canonical.text[span.range()].as_bytes();
    plain(text) == text.len() && !has_mark(canonical, span)
}

/// Whether digits that nothing raises are marks within a span.
fn has_mark(canonical: Canonical<'_>, span: Span) -> bool {
    let marks = canonical.marks;
    let next = marks.partition_point(|mark| mark.start < span.start);
    marks.get(next).is_some_and(|mark| mark.start < span.end)
}

/// The length of the characters at the start that are no white space and begin
/// no mark, emphasis or markup, as far as their bytes alone show it.
pub(super) fn plain(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&first) = text.get(at) {
        let length = PLAIN[usize::from(first)];
        if length > 0 {
            at += usize::from(length);
            continue;
        }
        at += match &text[at..] {
            [b'*' | b'_' | b'^' | b'<' | b'[' | b'$' | b'&' | b'\\', ..] => return at,
            [b'!', b'[', ..] | [b']', b'(', b'#', ..] => return at,
            [b'!' | b']', ..] => 1,
            // 注, 【, 〔 and ［
            [0xe6, 0xb3, 0xa8, ..] | [0xe3, 0x80, 0x90 | 0x94, ..] | [0xef, 0xbc, 0xbb, ..] => {
                return at;
            }
            [0xe6, _, _, ..] => 3,
            rest if begins_wide_word(rest) => return at,
            // —, the quotation marks and …
            [0xe2, 0x80, 0x94 | 0x98 | 0x99 | 0x9c | 0x9d | 0xa6, ..] => 3,
            // 、。《》 and the full-width signs; U+3000 and U+FEFF are white.
            [0xe3, 0x80, 0x81..=0xbf, ..] | [0xef, 0xbc | 0xbd, _, ..] => 3,
            _ => return at,
        };
    }
    at
}

/// The length of the character that a byte begins, where the byte alone shows it to be
/// plain: ASCII, and 4E00 to 9FFF but for those that 注 is among. 0 elsewhere.
const PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = match byte as u8 {
            b'*' | b'_' | b'^' | b'<' | b'[' | b'$' | b'&' | b'\\' | b'!' | b']' => 0,
            b'!'..=b'~' => 1,
            0xe4 | 0xe5 | 0xe7..=0xe9 => 3,
            _ => 0,
        };
        byte += 1;
    }
    plain
};

/// Whether the bytes at the start are a letter or digit of full width, or a sign that may
/// belong to one.
fn begins_wide_word(text: &[u8]) -> bool {
    match text {
        [0xef, 0xbc, 0x90..=0x99 | 0xa1..=0xba, ..] | [0xef, 0xbd, 0x81..=0x9a, ..] => true,
        [0xef, 0xbc, _, rest @ ..] | [0xef, 0xbd, 0x9e, rest @ ..] => {
            matches!(rest, [0xef, 0xbc, 0x90..=0x99 | 0xa1..=0xba, ..] | [0xef, 0xbd, 0x81..=0x9a, ..])
        }
        _ => false,
    }
}
