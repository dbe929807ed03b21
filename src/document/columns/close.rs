//! Labels that only one space parts from the number behind them.

use super::{Ragged, Segment, column_count, columns, is_value};
use crate::document::number::is_digit;

/// The lines with labels parted from numbers one space behind them that stand in the
/// place of the first column, where their rows lack a cell there: `其中.CN 域名（个）
/// 3,528,511` in columns as narrow as their numbers.
///
/// Forced by `fixtures/labels-close-to-numbers`.
pub(super) fn parted(text: &str, mut run: Vec<Ragged>, width: impl Fn(&str) -> f64) -> Vec<Ragged> {
    /// So far may a number be from standing in line with others.
    const DRIFT: f64 = 2.0;
    // Where most labels are close, only the widest row has as many segments as columns.
    let most = run.iter().map(|row| row.segments.len()).max();
    for count in most.into_iter().chain(column_count(&run)) {
        // The first pass may have parted all rows of as many.
        if !run.iter().any(|row| row.segments.len() == count) {
            continue;
        }
        let [_, column, ..] = columns(&run, count)[..] else {
            continue;
        };
        for row in &mut run {
            let [first, next, ..] = row.segments[..] else {
                continue;
            };
            let Some((label, number)) = parts(text, first, &width) else {
                continue;
            };
            let is_free = row.segments.len() < count && next.center() > column.x1;
            if is_free && column.drift(number) <= DRIFT {
                row.segments.splice(..1, [label, number]);
            }
        }
    }
    run
}

/// What stands before the last space of a segment, and the number behind it.
fn parts(text: &str, segment: Segment, width: impl Fn(&str) -> f64) -> Option<(Segment, Segment)> {
    let source = &text[segment.span.range()];
    let (label, number) = source.rsplit_once(' ')?;
    let is_number = is_value(number)
        && number.chars().all(|c| is_digit(c) || ",.%％-".contains(c))
        && !label.ends_with(is_digit);
    let mut before = segment;
    before.span.end -= source.len() - label.len();
    let length = width(&source[..source.len() - number.len()]);
    before.x1 = before.x0 + length - 1.0;
    let mut behind = segment;
    behind.span.start = behind.span.end - number.len();
    behind.x0 = segment.x0 + length;
    behind.x1 = behind.x0 + width(number);
    is_number.then_some((before, behind))
}
