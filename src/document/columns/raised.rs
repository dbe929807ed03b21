//! Lines above a row that belong to it: raised marks that a text tool prints on lines of
//! their own between the rows of a table, and headings of one column.

use super::{Ragged, Segment, WIDEST_WRAP, is_caption, is_note_mark, segments};
use crate::document::grid::Grid;
use crate::document::number::{circled, is_digit, superscript};
use crate::document::plain::is_sign;
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

/// `[1]`, `注 2`, `¹`, `①`, `*`.
fn is_mark(source: &str) -> bool {
    let inside = source
        .strip_prefix(['[', '［', '〔'])
        .and_then(|rest| rest.strip_suffix([']', '］', '〕']));
    let is_of = |is: fn(char) -> bool| !source.is_empty() && source.chars().all(is);
    is_note_mark(source)
        || is_sign(source)
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
    let mut by_cell: Vec<&Raised> = marks.iter().collect();
    by_cell.sort_by_key(|raised| raised.cell.start);
    let rows = grid.rows.iter_mut();
    for cell in rows.flat_map(|row| &mut row.cells) {
        let mut found: Vec<Span> = Vec::new();
        for span in &cell.spans {
            let first = by_cell.partition_point(|raised| raised.cell.start < span.start);
            let within = by_cell[first..].iter();
            let within = within.take_while(|raised| raised.cell.start <= span.end);
            let of_cell = within.filter(|raised| span.contains(raised.cell));
            found.extend(of_cell.map(|raised| raised.mark));
        }
        found.sort_unstable_by_key(|mark| mark.start);
        found.dedup();
        cell.spans.extend(found);
    }
}

/// Whether a line above others of several segments is the heading of a column:
/// all of it behind the row labels, or a piece that the line below leaves room
/// for.
pub(super) fn is_raised_piece(text: &str, lines: &[Line], row: &Ragged) -> bool {
    let (Some(below), [piece]) = (lines.get(row.line + 1), &row.segments[..]) else {
        return false;
    };
    if below.is_blank() || piece.x1 - piece.x0 > WIDEST_WRAP {
        return false;
    }
    let below = segments(text, below);
    let is_free = |other: &Segment| other.x1 < piece.x0 || piece.x1 < other.x0;
    let source = &text[piece.span.range()];
    below.len() > 1
        && !is_end_of_caption(text, lines, row.line, piece, &below)
        && (below[0].x1 < piece.x0 || below.iter().all(is_free))
        && !is_caption(source)
        && !source.contains("单位")
        // What may be a mark or a page number heads nothing.
        && !source.chars().all(is_digit)
        && !source.contains(['。', '，', '；'])
}

/// Whether a line right below a wide caption is in line with none of the
/// headings below it: it stands over one, and neither begins, ends nor has its
/// middle where that does.
///
/// Forced by `fixtures/short-wrapped-captions`.
fn is_end_of_caption(
    text: &str,
    lines: &[Line],
    at: usize,
    piece: &Segment,
    below: &[Segment],
) -> bool {
    const DRIFT: f64 = 3.0;
    let above = at.checked_sub(1).map(|above| &lines[above]);
    let is_under_caption = above.is_some_and(|above| {
        is_caption(&text[above.span.range()]) && above.x1 - above.x0 >= WIDEST_WRAP
    });
    let over = |other: &&Segment| other.x0 <= piece.x1 && piece.x0 <= other.x1;
    let mut under = below.iter().filter(over);
    let (Some(only), None) = (under.next(), under.next()) else {
        return false;
    };
    let is_near = |a: f64, b: f64| (a - b).abs() <= DRIFT;
    is_under_caption
        && !is_near(only.x0, piece.x0)
        && !is_near(only.x1, piece.x1)
        && !is_near(only.center(), piece.center())
}
