//! Places in the canonical text.

use std::ops::Range;

/// A byte range of the canonical text, on character boundaries.
///
/// Characters, lines and pages are computed from it when something is shown
/// ([`Document::locator`](crate::document::Document::locator)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    #[inline]
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "span {start}..{end}");
        Span { start, end }
    }

    /// Whether the other span lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether no character lies inside.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The part of `text` that the span covers, with the white space at both
    /// ends left out.
    pub fn trimmed(self, text: &str) -> Span {
        let slice = &text[self.range()];
        let behind = slice.trim_start();
        let start = self.end - behind.len();
        Span::new(start, start + behind.trim_end().len())
    }

    /// The span as a range, to slice with.
    #[inline]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
