//! Columns of tables whose rows leave cells blank, so that hardly one has them all.

use super::place::Column;
use super::{Ragged, Segment, stretches};

/// The columns that the rows of a body stand in, where these are more than `count`, which
/// most rows have: no two cells of a row stand in one, and a row has both of two side by side,
/// or each has a heading of its own.
///
/// Forced by `fixtures/blank-cells-in-most-rows`.
pub(super) fn columns(run: &[Ragged], header: usize, count: usize) -> Option<Vec<Column>> {
    let (header, body) = run.split_at(header.min(run.len()));
    let rows: Vec<&[Segment]> = body
        .iter()
        .map(|row| &row.segments[..])
        .filter(|segments| segments.len() > 1)
        .collect();
    let ends = rows.iter().flat_map(|row| row.iter());
    let found = stretches(ends.map(|segment| (segment.x0, segment.x1)));
    /// No table of a page has more.
    const MOST: usize = 40;
    if found.len() <= count || found.len() > MOST {
        return None;
    }
    let is_in = |segment: &Segment, (x0, x1): (f64, f64)| segment.x0 < x1 && x0 < segment.x1;
    let cells = |row: &[Segment], stretch| row.iter().filter(|one| is_in(one, stretch)).count();
    let has_one = |stretch: &(f64, f64)| rows.iter().all(|row| cells(row, *stretch) <= 1);
    let is_headed = |stretch| {
        let mut headings = header.iter().flat_map(|row| &row.segments);
        headings.any(|heading| {
            let over = found.iter().filter(|other| is_in(heading, **other)).count();
            over == 1 && is_in(heading, stretch)
        })
    };
    // % and KB below one 单位 are in one column: no row has both.
    let are_apart = |pair: &[(f64, f64)]| {
        let mut both = rows
            .iter()
            .filter(|row| pair.iter().all(|one| cells(row, *one) > 0));
        both.next().is_some() || pair.iter().all(|one| is_headed(*one))
    };
    let is_sure = found.iter().all(has_one) && found.windows(2).all(are_apart);
    let columns = found.iter().map(|&(x0, x1)| Column { x0, x1 });
    is_sure.then(|| columns.collect())
}
