//! Which columns the segments of a line have.

use super::Segment;

/// Where a column stands, by the rows that have all columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub x0: f64,
    pub x1: f64,
}

impl Column {
    /// How far a segment is from standing in line with the column.
    pub(super) fn drift(&self, segment: Segment) -> f64 {
        let center = (segment.center() - f64::midpoint(self.x0, self.x1)).abs();
        let edges = (segment.x0 - self.x0)
            .abs()
            .min((segment.x1 - self.x1).abs());
        center.min(edges)
    }

    /// Widens the column to what stands in it.
    pub(super) fn cover(&mut self, segment: Segment) {
        self.x0 = self.x0.min(segment.x0);
        self.x1 = self.x1.max(segment.x1);
    }
}

/// The columns that a segment has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub segment: Segment,
    pub column: usize,
    pub columns: usize,
}

/// Gives the segments of a line their columns, in order, so that they stand as
/// near to them as they can. Apart, a segment has one column and columns may
/// stay empty; grouping, segments span columns until every column has one.
pub(super) fn place(segments: &[Segment], columns: &[Column], grouping: bool) -> Vec<Placed> {
    if segments.len() == columns.len() {
        let whole = |(column, segment): (usize, &Segment)| Placed {
            segment: *segment,
            column,
            columns: 1,
        };
        return segments.iter().enumerate().map(whole).collect();
    }
    /// So much further must headings stand from groups of one size.
    const UNEVEN: f64 = 3.0;
    let empty = if grouping { f64::INFINITY } else { 0.0 };
    let distance = |segment: Segment, column: usize, count: usize| {
        let (x0, x1) = (columns[column].x0, columns[column + count - 1].x1);
        let center = (segment.center() - f64::midpoint(x0, x1)).abs();
        if grouping {
            // Groups are mostly of one size.
            let usual = columns.len() as f64 / segments.len() as f64;
            return center + (count as f64 - usual).abs() * UNEVEN;
        }
        // What stands over other columns as well does not stand in this alone.
        let others = columns[..column].iter().chain(&columns[column + count..]);
        let outside: f64 = others
            .map(|other| (segment.x1.min(other.x1) - segment.x0.max(other.x0)).max(0.0))
            .sum();
        let edges = (segment.x0 - x0).abs().min((segment.x1 - x1).abs());
        center.min(edges) + outside
    };
    // best[s][c]: the cost of placing the first s segments in the first c
    // columns, and how many columns the last step took (0: left one empty).
    let width = columns.len() + 1;
    let mut best = vec![vec![(f64::INFINITY, 0usize); width]; segments.len() + 1];
    best[0][0].0 = 0.0;
    for c in 1..width {
        best[0][c].0 = best[0][c - 1].0 + empty;
    }
    for s in 1..=segments.len() {
        for c in 1..width {
            let mut choice = (best[s][c - 1].0 + empty, 0);
            for count in 1..=if grouping { c } else { 1 } {
                let cost = best[s - 1][c - count].0 + distance(segments[s - 1], c - count, count);
                if cost < choice.0 {
                    choice = (cost, count);
                }
            }
            best[s][c] = choice;
        }
    }
    let (mut s, mut c) = (segments.len(), columns.len());
    let mut placed = Vec::with_capacity(s);
    while s > 0 && c > 0 {
        match best[s][c].1 {
            0 => c -= 1,
            count => {
                s -= 1;
                c -= count;
                placed.push(Placed {
                    segment: segments[s],
                    column: c,
                    columns: count,
                });
            }
        }
    }
    placed.reverse();
    placed
}
