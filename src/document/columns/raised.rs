//! Raised marks that a text tool prints on lines of their own between the rows of a table.

use super::{Ragged, Segment, is_note_mark, segments};
use crate::document::grid::Grid;
use crate::document::number::{circled, superscript};
use crate::document::{Line, is_list_sign};
use crate::span::Span;

/// A mark, and the piece of a row that it stands behind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raised {
    mark: Span,
    cell: Span,
}

impl Raised {
    /// Whether it stands on a line behind the one of this index.
    pub fn is_behind(self, lines: &[Line], line: usize) -> bool {
        self.mark.start > lines[line].span.end
    }
}

/// The mark that is all of a line, behind the cell of the row below or above that ends
/// nearest to it. Digits alone are one right at the end of a cell: no row of a table has
/// a value there and nothing else.
///
/// Forced by `fixtures/raised-marks-on-lines`.
pub(super) fn raised(text: &str, lines: &[Line], at: usize, run: &[Ragged]) -> Option<Raised> {
    /// How far a mark stands from the end of its cell.
    const FURTHEST: f64 = 4.0;
    const NEAR: f64 = 2.0;
    let line = &lines[at];
    let source = &text[line.span.range()];
    let is_plain = is_number(source);
    if !is_plain && !is_mark(source) {
        return None;
    }
    let is_row = |row: &[Segment]| row.len() > 1;
    let below = lines.get(at + 1).filter(|below| below.page == line.page);
    let below = below.map(|below| segments(text, below));
    let above = run.last().filter(|row| row.line + 1 == at);
    let above = above.map(|above| above.segments.clone());
    let rows = [below, above].into_iter().flatten();
    let cells = rows.filter(|row| is_row(row)).flatten();
    let distance = |cell: &Segment| (cell.x1 - line.x0).abs();
    let cell = cells.min_by(|one, other| distance(one).total_cmp(&distance(other)))?;
    let furthest = if is_plain { NEAR } else { FURTHEST };
    (distance(&cell) <= furthest).then_some(Raised {
        mark: line.span,
        cell: cell.span,
    })
}

/// `[1]`, `注 2`, `¹`, `①`.
fn is_mark(source: &str) -> bool {
    let inside = source
        .strip_prefix(['[', '［', '〔'])
        .and_then(|rest| rest.strip_suffix([']', '］', '〕']));
    let is_of = |is: fn(char) -> bool| !source.is_empty() && source.chars().all(is);
    is_note_mark(source)
        || inside.is_some_and(is_number)
        || is_of(|c| superscript(c).is_some())
        || is_of(|c| circled(c).is_some() && !is_list_sign(c))
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Sets marks behind what their cells say.
pub(super) fn set(text: &str, grid: &mut Grid, marks: &[Raised]) {
    let plain = marks.iter().map(|raised| raised.mark);
    grid.marks = plain
        .filter(|mark| is_number(&text[mark.range()]))
        .collect();
    let rows = grid.rows.iter_mut();
    for cell in rows.flat_map(|row| &mut row.cells) {
        let of_cell = |mark: &&Raised| cell.spans.iter().any(|span| span.contains(mark.cell));
        let found: Vec<Span> = marks
            .iter()
            .filter(of_cell)
            .map(|raised| raised.mark)
            .collect();
        cell.spans.extend(found);
    }
}
