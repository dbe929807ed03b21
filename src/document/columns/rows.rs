//! The rows below the headings.

use super::Ragged;
use super::labels::Owner;
use super::place::{Column, Placed, place};
use crate::document::grid::{Cell, Row};

/// The rows below the headings, `owner` telling what lone pieces of labels belong to.
pub(super) fn body_rows(
    body: &[Ragged],
    columns: &[Column],
    owner: impl Fn(usize) -> Option<Owner>,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    // Pieces of a label whose values are still to come.
    let mut label: Vec<Placed> = Vec::new();
    for (at, line) in body.iter().enumerate() {
        let mut placed = place(&line.segments, columns, false);
        if at > 0 && is_label_of(body, at - 1, columns.len()) {
            placed = place(&line.segments, &columns[1..], false);
            placed.iter_mut().for_each(|placed| placed.column += 1);
        }
        if let [piece] = placed[..] {
            let next = body
                .get(at + 1)
                .map(|next| place(&next.segments, columns, false));
            let belongs_below = || {
                piece.column == 0
                    && (is_label_of(body, at, columns.len())
                        || next
                            .is_some_and(|next| next.first().is_some_and(|first| first.column > 0)))
            };
            let owner = owner(at).unwrap_or_else(|| match belongs_below() {
                true => Owner::Below,
                false => Owner::Above,
            });
            match (owner, rows.last_mut()) {
                (Owner::Above, Some(row)) => add(row, piece),
                (Owner::Itself, _) => rows.push(row_of(label.drain(..).chain([piece]))),
                _ => label.push(piece),
            }
            continue;
        }
        rows.push(row_of(label.drain(..).chain(placed)));
    }
    rows
}

fn row_of(placed: impl Iterator<Item = Placed>) -> Row {
    let mut row = Row {
        cells: Vec::new(),
        is_header: false,
    };
    placed.for_each(|placed| add(&mut row, placed));
    row
}

/// Whether a lone piece below a gap is the label of the row right below it,
/// which has a cell in every other column.
///
/// Forced by `fixtures/wrapped-last-label`.
fn is_label_of(body: &[Ragged], at: usize, count: usize) -> bool {
    let (piece, Some(below)) = (&body[at], body.get(at + 1)) else {
        return false;
    };
    let is_below_gap = at > 0 && body[at - 1].line + 1 < piece.line;
    piece.segments.len() == 1
        && is_below_gap
        && piece.line + 1 == below.line
        && below.segments.len() + 1 == count
        && piece.segments[0].x0 < below.segments[0].x0
}

/// Adds a piece to the cell of its column.
pub(super) fn add(row: &mut Row, placed: Placed) {
    match row
        .cells
        .iter_mut()
        .find(|cell| cell.column == placed.column)
    {
        Some(cell) => cell.spans.push(placed.segment.span),
        None => {
            let at = row
                .cells
                .partition_point(|cell| cell.column < placed.column);
            row.cells.insert(
                at,
                Cell {
                    column: placed.column,
                    columns: placed.columns,
                    rows: 1,
                    spans: vec![placed.segment.span],
                },
            );
        }
    }
}
