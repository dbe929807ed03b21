//! Two columns on a page: the left one is read to its end before the right.

use super::measure::Measure;
use super::piece::{Piece, Row};
use crate::document::Place;
use crate::document::pdf::page::Page;
use crate::logical::is_han;

/// A row with what the page shows that it is.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The row.
    pub row: Row,
    /// The part of the page it stands in.
    pub place: Place,
    /// The table without rules down that it is part of, by its number on the page.
    pub table: Option<usize>,
}

impl Laid {
    fn is_text(&self) -> bool {
        self.place == Place::Body && self.table.is_none()
    }

    fn with(&self, pieces: &[Piece]) -> Laid {
        let pieces = pieces.to_vec();
        Laid {
            row: Row { pieces },
            ..*self
        }
    }
}

/// Rows to be read in order between two margins.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Left margin.
    pub left: f64,
    /// Right margin.
    pub right: f64,
    /// From top to bottom.
    pub rows: Vec<Laid>,
}

/// Divides the rows where a gutter parts them over several lines.
pub fn rows_to_flows(page: &Page, measure: &Measure, rows: Vec<Laid>) -> Vec<Flow> {
    let whole = |rows: Vec<Laid>| Flow {
        left: measure.left,
        right: measure.right,
        rows,
    };
    let mut flows = Vec::new();
    let mut plain = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let Some((end, gutter)) = columns(page, &rows, at) else {
            plain.push(rows[at].clone());
            at += 1;
            continue;
        };
        if !plain.is_empty() {
            flows.push(whole(std::mem::take(&mut plain)));
        }
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for laid in &rows[at..end] {
            let pieces = &laid.row.pieces;
            let (before, behind) =
                pieces.split_at(pieces.partition_point(|piece| piece.x1 <= gutter));
            left.extend((!before.is_empty()).then(|| laid.with(before)));
            right.extend((!behind.is_empty()).then(|| laid.with(behind)));
        }
        flows.extend([left, right].map(side));
        at = end;
    }
    if !plain.is_empty() {
        flows.push(whole(plain));
    }
    flows
}

fn side(rows: Vec<Laid>) -> Flow {
    Flow {
        left: rows
            .iter()
            .map(|laid| laid.row.x0())
            .fold(f64::INFINITY, f64::min),
        right: rows.iter().map(|laid| laid.row.x1()).fold(0.0, f64::max),
        rows,
    }
}

/// The columns that begin at a row: where they end, and where the gutter is.
fn columns(page: &Page, rows: &[Laid], start: usize) -> Option<(usize, f64)> {
    const FEWEST: usize = 4;
    if !rows[start].is_text() || rows[start].row.pieces.len() != 2 {
        return None;
    }
    let (mut from, mut to) = gap(&rows[start].row.pieces);
    let least = rows[start].row.size();
    let (mut end, mut both) = (start, 0);
    for (at, laid) in rows.iter().enumerate().skip(start) {
        let row = &laid.row;
        if !laid.is_text() || row.pieces.len() > 2 {
            break;
        }
        let (left, right) = match &row.pieces[..] {
            [piece] if piece.x0 >= to - least => (from, piece.x0.min(to)),
            [piece] if piece.x1 <= from + least => (from.max(piece.x1), to),
            [_] | [] => break,
            pieces => gap(pieces),
        };
        let narrowed = (from.max(left), to.min(right));
        if narrowed.1 - narrowed.0 < least {
            break;
        }
        (from, to) = narrowed;
        both += usize::from(row.pieces.len() == 2);
        end = at + 1;
    }
    let pairs = || {
        rows[start..end]
            .iter()
            .map(|laid| &laid.row)
            .filter(|row| row.pieces.len() == 2)
    };
    let x0 = pairs()
        .map(|row| row.pieces[1].x0)
        .fold(f64::INFINITY, f64::min);
    let aligned = pairs()
        .filter(|row| row.pieces[1].x0 - x0 < 3.0 * least)
        .count();
    // Page numbers and values are no column of text.
    let worded = pairs()
        .filter(|row| row.pieces[1].text(page).chars().any(is_han))
        .count();
    (both >= FEWEST && aligned * 10 >= both * 8 && worded * 10 >= both * 8)
        .then_some((end, f64::midpoint(from, to)))
}

fn gap(pieces: &[Piece]) -> (f64, f64) {
    match pieces {
        [left, right, ..] => (left.x1, right.x0),
        _ => (0.0, 0.0),
    }
}
