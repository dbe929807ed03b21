//! Lines between two borders to the rows of a table.

use super::super::piece::{Piece, Row};
use super::LEADING;
use super::columns::{Columns, is_full, is_value};
use crate::document::pdf::page::Page;

/// How far from a baseline another one is the same, in sizes of the type.
const EVEN: f64 = 0.35;
/// How much the steps from line to line of a cell may differ.
const UNEVEN: f64 = 1.25;

/// A part of a line that stands in one column.
#[derive(Clone, Debug)]
struct Part {
    piece: Piece,
    column: usize,
}

/// What a band has: rows of the table, and lines above the first of them.
pub struct Band {
    /// What stands above the first row.
    pub above: Vec<Row>,
    /// The lines of each cell of each row.
    pub rows: Vec<Vec<Vec<Piece>>>,
}

/// The rows of a band. Where the table has its headings already every line is
/// of a row; a band of one row that is parted from others has all of its lines.
pub fn band_to_rows(
    page: &Page,
    band: &[Row],
    columns: &Columns,
    is_headed: bool,
    is_alone: bool,
) -> Option<Band> {
    let is_anchor = |row: &&Row| {
        row.pieces.iter().any(|piece| {
            columns.of(piece).is_some_and(|column| column > 0) && is_value(&piece.text(page))
        })
    };
    let first = band.iter().position(|row| is_full(page, row));
    let start = match (first, is_headed) {
        (Some(first), false) => first,
        _ => 0,
    };
    let anchors: Vec<f64> = band[start..]
        .iter()
        .filter(is_anchor)
        .map(Row::baseline)
        .collect();
    let parts = |rows: &[Row]| -> Option<Vec<Part>> {
        let pieces = rows.iter().flat_map(|row| &row.pieces);
        pieces
            .map(|piece| {
                Some(Part {
                    column: columns.of(piece)?,
                    piece: piece.clone(),
                })
            })
            .collect()
    };
    let width = columns.0.len();
    if is_alone && anchors.len() <= 1 {
        let mut row = vec![Vec::new(); width];
        for part in parts(band)? {
            row[part.column].push(part.piece);
        }
        return Some(Band {
            above: Vec::new(),
            rows: vec![row],
        });
    }
    // Lines above the first row may be its label or headings.
    let mut best: Option<(f64, Band)> = None;
    let ways = [Alignment::Top, Alignment::Middle, Alignment::Bottom];
    // Headings may stand as near as lines of a label, and are none.
    let ways = [0, start].map(|top| ways.map(|alignment| (top, alignment)));
    for (top, alignment) in ways.into_iter().flatten() {
        let Some(found) = alignment.rows(band, (top, start), &anchors, columns, is_headed) else {
            continue;
        };
        let clear = clearance(&found);
        if best.as_ref().is_none_or(|(most, _)| clear > most + 0.5) {
            best = Some((clear, found));
        }
    }
    best.map(|(_, found)| found)
}

/// How much further the lines of two rows are apart than those of one.
fn clearance(band: &Band) -> f64 {
    let mut within: f64 = 0.0;
    let mut between = f64::INFINITY;
    let mut last = band.above.last().map(Row::baseline);
    for row in &band.rows {
        let cells = row.iter().filter(|cell| !cell.is_empty());
        let mut ends: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);
        for cell in cells {
            for pair in cell.windows(2) {
                within = within.max(pair[1].baseline - pair[0].baseline);
            }
            ends = (
                ends.0.min(cell[0].baseline),
                ends.1.max(cell[cell.len() - 1].baseline),
            );
        }
        if let Some(last) = last {
            between = between.min(ends.0 - last);
        }
        last = Some(ends.1);
    }
    between - within
}

/// How the lines of a cell stand to the values of its row.
#[derive(Clone, Copy, Debug)]
enum Alignment {
    Top,
    Middle,
    Bottom,
}

impl Alignment {
    /// The rows of a band in which all cells are aligned so; no line above `highest`
    /// is of them.
    fn rows(
        self,
        band: &[Row],
        (highest, start): (usize, usize),
        anchors: &[f64],
        columns: &Columns,
        is_headed: bool,
    ) -> Option<Band> {
        let width = columns.0.len();
        let mut rows = vec![vec![Vec::new(); width]; anchors.len()];
        let size = band.first()?.size();
        // From the last line up: what the rows leave is above the first of them.
        let mut top = band.len();
        let mut left: Option<usize> = None;
        for column in 0..width {
            let lines: Vec<(usize, &Piece)> = band
                .iter()
                .enumerate()
                .skip(highest)
                .flat_map(|(at, row)| row.pieces.iter().map(move |piece| (at, piece)))
                .filter(|(_, piece)| columns.of(piece) == Some(column))
                .collect();
            let mut end = lines.len();
            for (row, (anchor, cells)) in anchors.iter().zip(&mut rows).enumerate().rev() {
                let above = row.checked_sub(1).map(|row| anchors[row]);
                let from = self.first(&lines[..end], *anchor, above, size)?;
                cells[column] = lines[from..end]
                    .iter()
                    .map(|(_, piece)| (*piece).clone())
                    .collect();
                if from < end {
                    top = top.min(lines[from].0);
                }
                end = from;
            }
            left = left.max(lines[..end].last().map(|(at, _)| *at + 1));
        }
        // Above the first row are headings and nothing of the row.
        let top = top.min(start);
        let is_left = left.is_some_and(|left| is_headed || left > top);
        let is_across = |row: &Row| row.pieces.iter().any(|piece| columns.of(piece).is_none());
        let is_lost = band[top..].iter().any(is_across);
        (!is_left && !is_lost).then(|| Band {
            above: band[..top].to_vec(),
            rows,
        })
    }

    /// The first of the last lines that belong to an anchor, all lines being
    /// above the next one.
    fn first(
        self,
        lines: &[(usize, &Piece)],
        anchor: f64,
        above: Option<f64>,
        size: f64,
    ) -> Option<usize> {
        let near = EVEN * size;
        let at = |line: usize| lines[line].1.baseline;
        let end = lines.len();
        let steps = |from: usize| (from + 1..end).map(|line| at(line) - at(line - 1));
        // One leading, and not that of the rows.
        let is_one = |from: usize| {
            let least = steps(from).fold(LEADING * size / UNEVEN, f64::min);
            steps(from).all(|step| step <= UNEVEN * least)
        };
        let beyond = |from: usize| match above {
            // What is no further down than the anchor above is not of this one.
            Some(above) => at(from) > above + near,
            None => true,
        };
        let found = match self {
            Alignment::Top => (0..end)
                .rev()
                .find(|&line| (at(line) - anchor).abs() <= near),
            Alignment::Bottom => {
                let is_last = end > 0 && (at(end - 1) - anchor).abs() <= near;
                is_last.then(|| {
                    (0..end)
                        .rev()
                        .take_while(|&line| beyond(line) && is_one(line))
                        .last()
                        .unwrap_or(end - 1)
                })
            }
            Alignment::Middle => (0..end)
                .rev()
                .take_while(|&line| is_one(line))
                .filter(|&line| {
                    (f64::midpoint(at(line), at(end - 1)) - anchor).abs() <= near && beyond(line)
                })
                .min_by(|&a, &b| {
                    let away = |line: usize| (f64::midpoint(at(line), at(end - 1)) - anchor).abs();
                    away(a).total_cmp(&away(b))
                }),
        };
        match found {
            Some(from) => is_one(from).then_some(from),
            // No line of this column is this row's: an empty cell, if those that
            // are left stand with the row above.
            None => {
                let is_above = end == 0
                    || match above {
                        Some(above) => {
                            anchor - at(end - 1) > (at(end - 1) - above).abs()
                                || at(end - 1) <= above + near
                        }
                        None => at(end - 1) < anchor - near,
                    };
                is_above.then_some(end)
            }
        }
    }
}
