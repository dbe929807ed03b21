//! Text as it was meant, with its way back to where it is printed.

use std::ops::Range;

use crate::document::{Canonical, number};
use crate::span::Span;

mod clean;
mod markup;
mod math;
mod plain;
mod width;

pub use clean::Raised;
pub(crate) use clean::is_invisible;

/// The text of a cell, a line or a paragraph without footnote marks and
/// emphasis, white space folded, the parts that a page break cut joined.
///
/// White space goes where a wide character stands on either side and is one
/// space otherwise. Punctuation stays half- or full-width as printed. Every
/// character knows the span it came from.
#[derive(Clone, Debug, Default)]
pub struct LogicalText {
    text: String,
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
    fragments: usize,
}

/// A footnote or note mark that was taken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// `"42"`, `"注1"`.
    pub name: String,
    /// Where it is printed.
    pub span: Span,
    /// The byte of the logical text that it stands before.
    pub at: usize,
}

/// A run of the logical text that stands as it is in the source, or one
/// character that stands for something longer (`&amp;`).
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: usize,
    length: usize,
    source: Span,
    fragment: usize,
}

impl Piece {
    /// The source of a range of the logical text, as far as the piece has it.
    fn part(&self, range: &Range<usize>) -> Option<Span> {
        let start = range.start.max(self.at);
        let end = range.end.min(self.at + self.length);
        if start >= end {
            None
        } else if self.source.end - self.source.start == self.length {
            let offset = self.source.start - self.at;
            Some(Span::new(start + offset, end + offset))
        } else {
            Some(self.source)
        }
    }
}

impl LogicalText {
    /// Cleans spans of the canonical text that follow each other on one page,
    /// with nothing but white space between, or other cells.
    pub fn new<'t>(
        canonical: impl Into<Canonical<'t>>,
        spans: &[Span],
        raised: Raised,
    ) -> LogicalText {
        clean::clean(canonical.into(), spans, raised)
    }

    /// Whether certainly no mark stands in spans: their text is the same whatever raised
    /// digits are.
    pub fn is_unmarked<'t>(canonical: impl Into<Canonical<'t>>, spans: &[Span]) -> bool {
        let canonical = canonical.into();
        let mut spans = spans.iter();
        spans.all(|span| plain::is_unmarked(canonical, *span))
    }

    /// The text.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The marks that were taken off, in order.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The names of the marks.
    pub fn markers(&self) -> Vec<String> {
        self.marks.iter().map(|mark| mark.name.clone()).collect()
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where a range of the text is printed: one span, or one for each part
    /// that a page break cut.
    pub fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let pieces = self.pieces_from(range.start);
        // Most have one.
        let mut spans: Vec<Span> = Vec::with_capacity(usize::from(!pieces.is_empty()));
        let mut fragment = None;
        for piece in pieces {
            let Some(part) = piece.part(&range) else {
                break;
            };
            match spans.last_mut() {
                Some(span) if fragment == Some(piece.fragment) => span.end = part.end,
                _ => spans.push(part),
            }
            fragment = Some(piece.fragment);
        }
        spans
    }

    /// The pieces that do not end before a place.
    fn pieces_from(&self, start: usize) -> &[Piece] {
        let ends_before = |piece: &Piece| piece.at + piece.length <= start;
        &self.pieces[self.pieces.partition_point(ends_before)..]
    }

    /// Where the whole text is printed.
    pub fn whole(&self) -> Vec<Span> {
        self.spans(0..self.text.len())
    }

    /// A part of the text, with the marks inside it or right behind it.
    pub fn slice(&self, range: Range<usize>) -> LogicalText {
        let from = self.pieces_from(range.start);
        let count = from.partition_point(|piece| piece.at < range.end);
        let part = |piece: &Piece| {
            let source = piece.part(&range)?;
            let at = piece.at.max(range.start);
            let end = (piece.at + piece.length).min(range.end);
            Some(Piece {
                at: at - range.start,
                length: end - at,
                source,
                fragment: piece.fragment,
            })
        };
        let mut pieces = Vec::with_capacity(count);
        pieces.extend(from[..count].iter().map_while(part));
        let inside = |mark: &&Mark| range.start < mark.at && mark.at <= range.end;
        LogicalText {
            text: self.text[range.clone()].to_owned(),
            pieces,
            marks: self
                .marks
                .iter()
                .filter(inside)
                .map(|mark| Mark {
                    at: mark.at - range.start,
                    ..mark.clone()
                })
                .collect(),
            fragments: self.fragments,
        }
    }

    /// The text with a mark at its end.
    pub fn with_mark(mut self, name: String, span: Span) -> LogicalText {
        let at = self.text.len();
        self.marks.push(Mark { name, span, at });
        self
    }

    /// The text without white space at its ends.
    pub fn trimmed(self) -> LogicalText {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len().max(start);
        match start == 0 && end == self.text.len() {
            true => self,
            false => self.slice(start..end),
        }
    }

    /// The text without some ranges, in order, that no mark touches.
    pub fn without(&self, ranges: &[Range<usize>]) -> LogicalText {
        let mut kept = LogicalText {
            fragments: self.fragments,
            ..LogicalText::default()
        };
        let starts = ranges.iter().map(|range| range.end);
        let ends = ranges.iter().map(|range| range.start);
        for (start, end) in std::iter::once(0)
            .chain(starts)
            .zip(ends.chain([self.text.len()]))
        {
            let part = self.slice(start..end);
            kept.extend(&part, 0);
        }
        kept
    }

    /// Appends what follows after a page break.
    pub fn append(&mut self, next: &LogicalText) {
        self.join(next, self.fragments + 1);
    }

    /// Appends the next line of the same page.
    pub fn append_line(&mut self, next: &LogicalText) {
        self.join(next, self.fragments);
    }

    /// Whether a line ends within a number: Chinese text never sets two numbers
    /// beside each other, so that digits that follow digits go on with them.
    ///
    /// Forced by lines that are cut at a width, whatever stands there.
    fn is_cut_number(&self, begins: char) -> bool {
        let before = self.text.trim_end_matches(number::is_digit);
        before.len() < self.text.len()
            && number::is_digit(begins)
            && before.trim_end().ends_with(is_han)
    }

    /// Whether a line ends behind the comma of a number, whose next three digits the
    /// other line begins with: in Chinese text alone, and where groups of digits are of
    /// the length that they have in a number.
    fn is_cut_at_comma(&self, next: &str) -> bool {
        let Some(number) = self.text.strip_suffix(',') else {
            return false;
        };
        let before = number.trim_end_matches(|c| number::is_digit(c) || c == ',');
        let mut groups = number[before.len()..]
            .split(',')
            .map(|group| group.chars().count());
        let is_grouped =
            groups.next().is_some_and(|first| (1..=3).contains(&first)) && groups.all(|n| n == 3);
        let behind = next.trim_start_matches(number::is_digit);
        let digits = &next[..next.len() - behind.len()];
        let behind = behind.trim_start();
        is_grouped
            && before.trim_end().ends_with(is_han)
            && digits.chars().count() == 3
            && (behind.is_empty() || behind.starts_with(|c| is_han(c) || "%％,.".contains(c)))
    }

    fn join(&mut self, next: &LogicalText, fragments: usize) {
        let ends = self.text.chars().next_back();
        let begins = next.text.chars().next();
        if let (Some(ends), Some(begins)) = (ends, begins)
            && !is_wide(ends)
            && !is_wide(begins)
            && !clean::ends_in_address(&self.text)
            && !(ends == '.' && number::is_digit(begins))
            && ends != '/'
            && !self.is_cut_at_comma(&next.text)
            && !self.is_cut_number(begins)
        {
            self.text.push(' ');
        }
        self.extend(next, fragments);
        self.fragments = fragments + next.fragments;
    }

    /// Appends a text as it is.
    fn extend(&mut self, next: &LogicalText, fragments: usize) {
        let at = self.text.len();
        self.text.push_str(&next.text);
        self.pieces.extend(next.pieces.iter().map(|piece| Piece {
            at: piece.at + at,
            fragment: piece.fragment + fragments,
            ..*piece
        }));
        self.marks.extend(next.marks.iter().map(|mark| Mark {
            at: mark.at + at,
            ..mark.clone()
        }));
    }
}

/// Whether a character is set in a full-width box, so that no space parts it
/// from its neighbours: Han, CJK and full-width punctuation, and the marks
/// that Chinese shares with Latin (“ ” — …).
#[inline]
pub fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c,
            '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// A Chinese character.
#[inline]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// A heading or title with the one space that the report sets after a leading
/// dotted period: `2023.12-2024.12 各类…`, `2023.12 用户规模`.
pub fn spaced_after_period(text: &str) -> String {
    let length = dotted_period(text);
    let rest = &text[length..];
    if length == 0 || rest.is_empty() || rest.starts_with(' ') {
        return text.to_owned();
    }
    format!("{} {rest}", &text[..length])
}

/// The length of a leading `2024.12` or `2020.12-2024.12`; 0 without one.
fn dotted_period(text: &str) -> usize {
    let one = |text: &str| -> usize {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let year = digits(text);
        let month = text[year..].strip_prefix('.').map_or(0, digits);
        if year == 4 && (1..=2).contains(&month) {
            year + 1 + month
        } else {
            0
        }
    };
    let first = one(text);
    match text[first..].strip_prefix(['-', '–', '—', '－', '~', '～']) {
        Some(rest) if first > 0 && one(rest) > 0 => text.len() - rest.len() + one(rest),
        _ if text[first..].starts_with(number::is_digit) => 0,
        _ => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_units_that_lines_cut_are_whole() {
        let cases = [
            ("为71905块/", "32，较", "为71905块/32，较"),
            ("增长1,", "608万个", "增长1,608万个"),
            ("比例为56.", "1%", "比例为56.1%"),
            ("增长1", "608万个", "增长1608万个"),
            // Words of Latin script keep apart, and so do lists.
            ("the Internet", "users", "the Internet users"),
            ("in 2023,", "2024 and", "in 2023, 2024 and"),
            ("增长", "608万个", "增长608万个"),
            ("网站数为3,301,", "200个", "网站数为3,301,200个"),
            ("包括2024,", "100 家企业", "包括2024, 100家企业"),
            ("包括1,20,", "100 家企业", "包括1,20, 100家企业"),
            ("of 100,", "200 and", "of 100, 200 and"),
            ("达100,", "200 and", "达100, 200 and"),
        ];
        for (first, second, joined) in cases {
            let line =
                |text: &str| LogicalText::new(text, &[Span::new(0, text.len())], Raised::Mark);
            let mut text = line(first);
            text.append_line(&line(second));
            assert_eq!(text.text(), joined);
        }
    }
}
