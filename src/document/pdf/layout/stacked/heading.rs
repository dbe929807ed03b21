//! The headings of columns without rules down: lines below each other are one
//! cell, and a heading over several columns has them below it.

use super::super::piece::{Piece, Row};
use super::super::rule::Edge;
use super::super::ruled::RuledCell;
use super::columns::Columns;

/// A part of a heading over the columns from the first to the last.
struct Over<'p> {
    piece: &'p Piece,
    first: usize,
    last: usize,
}

/// Lines above the columns to their headings, in no, one or two rows; `None`
/// where they do not fit. Lines of one column that stand as far apart as the
/// rows of the table, `step`, are two headings.
pub fn headings(
    above: &[Row],
    columns: &Columns,
    rules: &[Edge],
    step: Option<f64>,
) -> Option<Vec<Vec<RuledCell>>> {
    let apart = Apart { rules, step };
    if above.is_empty() {
        return Some(Vec::new());
    }
    let pieces: Vec<&Piece> = above.iter().flat_map(|row| &row.pieces).collect();
    let gutters = narrowed(&pieces, columns);
    let over: Vec<Over> = pieces
        .iter()
        .map(|piece| over(piece, &pieces, &gutters, columns, rules))
        .collect();
    let width = columns.0.len();
    let groups = over.iter().filter(|part| part.first < part.last);
    let mut ranges: Vec<(usize, usize)> = groups.map(|part| (part.first, part.last)).collect();
    ranges.sort_unstable();
    ranges.dedup();
    if ranges.windows(2).any(|pair| pair[1].0 <= pair[0].1) {
        return None;
    }
    let Some(level) = level(&over, width, &apart) else {
        let row = (0..width).map(|column| cell((column, column), 1, over.iter()));
        return Some(vec![row.collect()]);
    };
    let mut rows = [Vec::new(), Vec::new()];
    let mut column = 0;
    while column < width {
        let range = ranges.iter().copied().find(|range| range.0 == column);
        let (first, last) = range.unwrap_or((column, column));
        let is_within = |part: &&Over| first <= part.first && part.last <= last;
        let upper = || {
            over.iter()
                .filter(is_within)
                .filter(|part| part.piece.baseline <= level)
        };
        let lower = || {
            over.iter()
                .filter(is_within)
                .filter(|part| part.piece.baseline > level)
        };
        if range.is_none()
            && (upper().next().is_none()
                || lower().next().is_none()
                || !apart.divides(upper(), lower()))
        {
            rows[0].push(cell((first, last), 2, over.iter()));
        } else {
            rows[0].push(cell((first, last), 1, upper()));
            for below in first..=last {
                let below = cell((below, below), 1, lower());
                if below.lines.is_empty() {
                    return None;
                }
                rows[1].push(below);
            }
        }
        column = last + 1;
    }
    Some(rows.into())
}

/// A height below the upper headings: those over several columns, or else those
/// with another heading a row below.
fn level(over: &[Over], width: usize, apart: &Apart) -> Option<f64> {
    let groups = over.iter().filter(|part| part.first < part.last);
    let lowest = groups.map(|part| part.piece.baseline).reduce(f64::max);
    lowest.or_else(|| {
        (0..width).find_map(|column| {
            let mut lines: Vec<&Piece> = over
                .iter()
                .filter(|part| part.first == column && part.last == column)
                .map(|part| part.piece)
                .collect();
            lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
            let mut pairs = lines.windows(2);
            let pair = pairs.find(|pair| apart.are_rows(pair[0], pair[1]));
            // Lines of one heading may stand on either side of another's only one.
            pair.map(|pair| f64::midpoint(pair[0].baseline, pair[1].baseline))
        })
    })
}

/// What tells two headings below each other from the lines of one.
struct Apart<'r> {
    rules: &'r [Edge],
    step: Option<f64>,
}

impl Apart<'_> {
    /// Whether a rule parts two lines, or they stand as far apart as rows of the
    /// table do.
    fn are_rows(&self, upper: &Piece, lower: &Piece) -> bool {
        const CLOSER: f64 = 0.9;
        const LEADING: f64 = 1.5;
        let middle = f64::midpoint(lower.x0, lower.x1);
        let is_between = |rule: &Edge| {
            upper.baseline < rule.at
                && rule.at < lower.baseline
                && rule.from < middle
                && middle < rule.to
        };
        let apart = lower.baseline - upper.baseline;
        let is_far = |step: f64| apart > CLOSER * step && apart > LEADING * upper.size;
        self.rules.iter().any(is_between) || self.step.is_some_and(is_far)
    }

    /// Whether the upper lines of a column end where the lower ones are another row.
    fn divides<'o, 'p: 'o>(
        &self,
        upper: impl Iterator<Item = &'o Over<'p>>,
        lower: impl Iterator<Item = &'o Over<'p>>,
    ) -> bool {
        let height = |a: &&Piece, b: &&Piece| a.baseline.total_cmp(&b.baseline);
        let last = upper.map(|part| part.piece).max_by(height);
        let first = lower.map(|part| part.piece).min_by(height);
        last.zip(first)
            .is_some_and(|(last, first)| self.are_rows(last, first))
    }
}

fn cell<'o, 'p: 'o>(
    (first, last): (usize, usize),
    rows: usize,
    over: impl Iterator<Item = &'o Over<'p>>,
) -> RuledCell {
    let is_of = |part: &&Over| part.first == first && part.last == last;
    let mut lines: Vec<Piece> = over.filter(is_of).map(|part| part.piece.clone()).collect();
    lines.sort_by(|a, b| {
        let height = a.baseline.total_cmp(&b.baseline);
        height.then(a.x0.total_cmp(&b.x0))
    });
    let lines = lines.into_iter().map(|piece| Row {
        pieces: vec![piece],
    });
    RuledCell {
        column: first,
        columns: last - first + 1,
        rows,
        lines: lines.collect(),
    }
}

/// The gutters as the headings leave them: what reaches into one from a side is
/// of the column there.
fn narrowed(pieces: &[&Piece], columns: &Columns) -> Vec<(f64, f64)> {
    // Where a heading over several ends says nothing of their columns.
    let lies_over = |piece: &Piece, other: &Piece| {
        other.baseline > piece.baseline + 0.5 * piece.size
            && other.x0 < piece.x1
            && piece.x0 < other.x1
    };
    let is_single = |piece: &&&Piece| {
        pieces
            .iter()
            .filter(|other| lies_over(piece, other))
            .count()
            < 2
    };
    let pieces: Vec<&&Piece> = pieces.iter().filter(is_single).collect();
    let mut gutters = columns.gutters();
    for (at, (from, to)) in gutters.iter_mut().enumerate() {
        let (left, right) = (columns.0[at], columns.0[at + 1]);
        for piece in &pieces {
            let is_left = piece.x0 < left.1 && piece.x1 < right.0;
            let is_right = piece.x1 > right.0 && piece.x0 > left.1;
            if is_left {
                *from = from.max(piece.x1);
            }
            if is_right {
                *to = to.min(piece.x0);
            }
        }
        if *from > *to {
            let middle = f64::midpoint(*from, *to);
            (*from, *to) = (middle, middle);
        }
    }
    gutters
}

/// The columns that a piece heads.
fn over<'p>(
    piece: &'p Piece,
    pieces: &[&Piece],
    gutters: &[(f64, f64)],
    columns: &Columns,
    rules: &[Edge],
) -> Over<'p> {
    const OVER: f64 = 4.0;
    let width = columns.0.len();
    // A rule right below one heading alone is as wide as what it heads, which is
    // not the whole table.
    let under = |rule: &Edge| {
        let is_under = |column: &usize| {
            let middle = f64::midpoint(columns.0[*column].0, columns.0[*column].1);
            rule.from - OVER < middle && middle < rule.to + OVER
        };
        (0..width).filter(is_under).collect::<Vec<_>>()
    };
    let is_below = |rule: &&Edge| {
        let is_over = |other: &&&Piece| {
            other.baseline < rule.at && rule.from - OVER <= other.x0 && other.x1 <= rule.to + OVER
        };
        let lowest = pieces.iter().filter(is_over);
        let lowest = lowest.filter(|other| other.baseline > piece.baseline - 0.5 * piece.size);
        is_over(&&piece) && lowest.count() == 1 && under(rule).len() < width
    };
    let mut below: Vec<&Edge> = rules.iter().filter(is_below).collect();
    below.sort_by(|a, b| a.at.total_cmp(&b.at));
    let headed = below.first().map(|rule| under(rule));
    if let Some([first, .., last]) = headed.as_deref() {
        let (first, last) = (*first, *last);
        return Over { piece, first, last };
    }
    let before = |x: f64| {
        gutters
            .iter()
            .filter(|(from, to)| f64::midpoint(*from, *to) <= x)
            .count()
    };
    let (first, last) = (before(piece.x0), before(piece.x1));
    let center = |piece: &Piece| f64::midpoint(piece.x0, piece.x1);
    let lower = || {
        let is_lower = |other: &&&Piece| other.baseline > piece.baseline + 0.5 * piece.size;
        pieces.iter().filter(is_lower)
    };
    // The lines of one heading have an end or their middle in common.
    let is_lined = lower().any(|other| {
        let ends = [other.x0 - piece.x0, other.x1 - piece.x1];
        let apart = [ends[0], ends[1], f64::midpoint(ends[0], ends[1])];
        apart.iter().any(|apart| apart.abs() < 1.0)
    });
    // A heading over several stands above the middle of those below.
    let below = |column: usize| {
        let ends = lower().filter(|other| before(center(other)) == column);
        let ends = ends.map(|other| (other.x0, other.x1));
        ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    };
    let is_over = |(first, last): &(usize, usize)| {
        let ends: Option<Vec<(f64, f64)>> = (*first..=*last).map(below).collect();
        ends.and_then(|ends| Some((ends.first()?.0, ends.last()?.1)))
            .is_some_and(|(x0, x1)| {
                x0 < piece.x0
                    && piece.x1 < x1
                    && (f64::midpoint(x0, x1) - center(piece)).abs() < 0.3 * piece.size
            })
    };
    let ranges =
        (1..width).flat_map(|more| (0..width - more).map(move |first| (first, first + more)));
    let range = ranges.filter(|_| !is_lined).find(is_over);
    if let Some((first, last)) = range {
        return Over { piece, first, last };
    }
    // Words between two columns are of the nearer.
    if last == first + 1 {
        let (from, to) = gutters[first];
        if from <= piece.x0 && piece.x1 <= to {
            let nearer = if piece.x0 - from <= to - piece.x1 {
                first
            } else {
                last
            };
            return Over {
                piece,
                first: nearer,
                last: nearer,
            };
        }
    }
    Over { piece, first, last }
}
