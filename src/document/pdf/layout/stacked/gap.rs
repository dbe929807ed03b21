//! Gaps narrower than words stand apart elsewhere, which end a column all the
//! same: what stands beside them is in line with others.

use super::super::piece::{Piece, Row, character};
use crate::document::number::is_digit;
use crate::document::pdf::page::Page;
use crate::logical::is_han;

/// Where pieces begin and end, in order.
pub struct Ends {
    starts: Vec<f64>,
    ends: Vec<f64>,
}

impl Ends {
    /// Those of all pieces of rows.
    pub fn of_rows(rows: &[Row]) -> Ends {
        let sorted = |of: fn(&Piece) -> f64| {
            let mut all: Vec<f64> = rows.iter().flat_map(|row| &row.pieces).map(of).collect();
            all.sort_by(f64::total_cmp);
            all
        };
        Ends {
            starts: sorted(|piece| piece.x0),
            ends: sorted(|piece| piece.x1),
        }
    }

    /// Whether as many pieces at least end where a gap begins, or begin where it
    /// ends.
    pub fn are_at(&self, (x0, x1): (f64, f64), least: usize) -> bool {
        const NEAR: f64 = 0.3;
        let count = |sorted: &[f64], x: f64| {
            let from = sorted.partition_point(|other| *other < x - NEAR);
            sorted.partition_point(|other| *other <= x + NEAR) - from
        };
        count(&self.ends, x0).max(count(&self.starts, x1)) >= least
    }
}

/// The parts of a piece that runs over gutters: it is parted by the widest gap in
/// each that ends a column, and is wider than those between its words.
pub fn part(
    page: &Page,
    piece: Piece,
    gutters: &[(f64, f64)],
    ends_column: impl Fn(usize, (f64, f64)) -> bool,
) -> Vec<Piece> {
    /// In sizes of the type; between Chinese and Latin is a quarter.
    const NARROWEST: f64 = 0.4;
    const WIDER: f64 = 1.4;
    let is_in_gutter = |x0: f64, x1: f64| gutters.iter().any(|&(from, to)| x0 < to && x1 > from);
    let words = piece.gaps(page).into_iter();
    let words = words.filter(|&(at, x0, x1)| is_word(page, &piece, at) || !is_in_gutter(x0, x1));
    let words = words.map(|(_, x0, x1)| x1 - x0).fold(0.0, f64::max);
    let narrowest = (NARROWEST * piece.size).max(WIDER * words);
    let mut parts = vec![piece];
    for (gutter, &(from, to)) in gutters.iter().enumerate() {
        let Some(last) = parts.last() else { break };
        if last.x1 < from || to < last.x0 {
            continue;
        }
        let gaps = last.gaps(page).into_iter().filter(|&(at, x0, x1)| {
            let is_within = x0 < to && x1 > from && x1 - x0 > narrowest;
            is_within && !is_word(page, last, at) && ends_column(gutter, (x0, x1))
        });
        let widest = gaps.max_by(|a, b| (a.2 - a.1).total_cmp(&(b.2 - b.1)));
        if let Some((at, ..)) = widest
            && let Some(last) = parts.pop()
        {
            parts.extend(last.split(page, at));
        }
    }
    parts
}

/// Whether what stands behind a gap goes on with what is before it: a mark, a unit
/// in brackets, or words behind a number, as those of `2024.12 用户规模`.
fn is_word(page: &Page, piece: &Piece, at: usize) -> bool {
    let said = |at: usize| character(&page.glyphs[piece.signs[at].glyph]);
    piece.signs[at].is_raised || said(at - 1).is_some_and(is_digit) && said(at).is_some_and(is_han)
}
