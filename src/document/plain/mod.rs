//! Footnotes whose marks a tool printed as plain digits: `59.6%2`, and at the
//! foot of the page a line that begins with 2.
//!
//! `pdftotext` prints raised digits so. A mark is taken for one only with its
//! footnote on the same page; what stays open is a doubt.
//!
//! Forced by `fixtures/plain-marks`.

mod circled;
mod foot;
mod label;
mod mark;
mod piece;
mod under;

use std::collections::HashSet;
use std::ops::Range;

use crate::span::Span;

use super::Line;
use super::grid::Grid;
pub(super) use piece::is_parted;
pub(crate) use under::{is_sign, is_sign_character};

/// What a text prints of its footnotes in plain digits.
#[derive(Clone, Debug, Default)]
pub struct Plain {
    /// The footnotes, in order.
    pub footnotes: Vec<PlainFootnote>,
    /// The marks in the text above them, in order, and all that are digits in circles.
    pub marks: Vec<Span>,
    /// The footnotes without a mark that is certain.
    pub doubts: Vec<Doubt>,
    /// The numbers of footnotes whose mark was taken for one because no other digits can
    /// be it, and the mark.
    pub guesses: Vec<(u32, Span)>,
}

/// A footnote at the foot of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainFootnote {
    /// Its number.
    pub number: u32,
    /// Where the number is printed.
    pub label: Span,
    /// Indices of its lines in order, that of the number among them.
    pub lines: Vec<usize>,
    /// Its text, a span a line.
    pub text: Vec<Span>,
}

/// A footnote whose mark may be one of several digits, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The number of the footnote.
    pub number: u32,
    /// The digits that may be its mark; the number of the footnote itself
    /// where there are none.
    pub places: Vec<Span>,
    /// Whether any digits may be.
    pub has_candidates: bool,
}

impl Plain {
    /// The digits that may be the mark of a footnote, in order.
    pub fn doubtful(&self) -> Vec<Span> {
        let doubts = self.doubts.iter().filter(|doubt| doubt.has_candidates);
        let mut places: Vec<Span> = doubts.flat_map(|doubt| &doubt.places).copied().collect();
        places.sort_unstable_by_key(|place| place.start);
        places
    }

    /// Takes what stands right under each table, of which the digits may have been told
    /// by their rise.
    pub(super) fn take_under_tables(
        &mut self,
        text: &str,
        lines: &[Line],
        grids: &[Grid],
        are_digits_told: bool,
    ) {
        under::take(self, text, lines, grids, are_digits_told);
    }

    /// Takes further digits as marks.
    pub(super) fn take(&mut self, marks: Vec<Span>) {
        if !marks.is_empty() {
            self.marks.extend(marks);
            self.marks.sort_unstable_by_key(|mark| mark.start);
            self.marks.dedup();
        }
    }

    /// The indices of all lines of the footnotes.
    pub(super) fn lines(&self) -> HashSet<usize> {
        let lines = self.footnotes.iter().flat_map(|note| &note.lines);
        lines.copied().collect()
    }
}

/// Finds the footnotes at the feet of the pages outside of the drawn `grids`,
/// and their marks above.
pub(super) fn find(text: &str, lines: &[Line], grids: &[Grid], numbers: &[Span]) -> Plain {
    let mut plain = Plain::default();
    let mut in_grid = vec![false; lines.len()];
    for grid in grids {
        in_grid[grid.lines.clone()].fill(true);
    }
    let mut marks: Option<mark::Marks> = None;
    let mut expected = None;
    let mut before: Option<Range<usize>> = None;
    let mut pages = label::pages(text, lines);
    let mut is_parted = false;
    if let [whole] = &pages[..] {
        let labels = label::labels(text, lines, &in_grid, whole.clone(), None);
        pages = foot::parted(text, lines, &labels, whole.clone());
        is_parted = pages.len() > 1;
    }
    for page in pages {
        let mut labels = label::labels(text, lines, &in_grid, page.clone(), expected);
        labels.retain(|label| !is_parted || label.has_text());
        if labels.is_empty() {
            continue;
        }
        let marks = marks.get_or_insert_with(|| mark::Marks::new(text, lines, numbers));
        let Some(foot) = foot::find(text, lines, &in_grid, &page, &labels, expected) else {
            continue;
        };
        let above = page.start..foot.first_line();
        let mut found = marks.of(above.clone(), &foot.numbers());
        // A footnote may be pushed to the page after its mark.
        if let (Some(first), Some(before)) = (found.first_mut(), before.replace(above))
            && matches!(first, mark::Found::Doubtful(places) if places.is_empty())
        {
            *first = marks.of(before, &foot.numbers()[..1]).remove(0);
        }
        // What only looks like footnotes has no marks above it.
        let first = foot.numbers().first().copied();
        let names_sources = foot.names_sources(text);
        let is_next =
            expected == first && names_sources && !foot.is_close || foot.is_list_of_sources(text);
        // Digits that may be no mark show one only where the number is as well as its text
        // what footnotes have.
        let begins = first == Some(1) || expected == first;
        let is_likely = begins && names_sources && found.iter().any(|found| found.is_likely());
        if !is_next && !is_likely && !found.iter().any(|found| found.is_sure()) {
            continue;
        }
        expected = foot.numbers().last().map(|last| last + 1);
        for (footnote, found) in foot.footnotes.into_iter().zip(found) {
            match found {
                mark::Found::Sure(span) if mark::raised(text, span).is_none() => {
                    plain.marks.push(span);
                }
                mark::Found::Sure(_) => {}
                mark::Found::Likely(span) => {
                    plain.marks.push(span);
                    plain.guesses.push((footnote.number, span));
                }
                mark::Found::Doubtful(places) => plain.doubts.push(Doubt {
                    number: footnote.number,
                    has_candidates: !places.is_empty(),
                    places: if places.is_empty() {
                        vec![footnote.label]
                    } else {
                        places
                    },
                }),
            }
            plain.footnotes.push(footnote);
        }
    }
    plain.marks.extend(circled::find(text, lines));
    plain.marks.sort_unstable_by_key(|mark| mark.start);
    plain
}
