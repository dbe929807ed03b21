//! The headings of columns without rules down: lines below each other are one
//! cell, and a heading over several columns has them below it.

use super::super::piece::{Piece, Row};
use super::super::rule::Edge;
use super::super::ruled::RuledCell;
use super::columns::Columns;
use super::reading::{Heading, read};
use crate::document::pdf::page::Page;

/// A part of a heading over the columns from the first to the last.
struct Over<'p> {
    piece: &'p Piece,
    first: usize,
    last: usize,
}

/// The headings of a table.
#[derive(Default)]
pub struct Headings {
    /// Their rows: none, one or two.
    pub rows: Vec<Vec<RuledCell>>,
    /// Whether they can be read otherwise as well.
    pub is_doubtful: bool,
}

/// Lines above the columns to their headings; `None` where they do not fit.
/// Lines of one column that stand as far apart as the rows of the table, `step`,
/// are two headings.
pub fn headings(
    page: &Page,
    above: &[Row],
    columns: &Columns,
    rules: &[Edge],
    step: Option<f64>,
) -> Option<Headings> {
    let apart = Apart { rules, step };
    if above.is_empty() {
        return Some(Headings::default());
    }
    let pieces: Vec<&Piece> = above.iter().flat_map(|row| &row.pieces).collect();
    let lines: Vec<Heading> = pieces
        .iter()
        .map(|piece| Heading {
            piece,
            text: piece.text(page),
            ruled: ruled(piece, &pieces, columns, rules),
        })
        .collect();
    let reading = read(&lines, columns, &|upper, lower| {
        apart.are_rows(upper, lower)
    })?;
    let over: Vec<Over> = pieces
        .iter()
        .zip(reading.over)
        .map(|(piece, (first, last))| Over { piece, first, last })
        .collect();
    let rows = rows(&over, columns, &apart)?;
    Some(Headings {
        rows,
        is_doubtful: reading.is_doubtful,
    })
}

/// The rows of headings that stand over these columns.
fn rows(over: &[Over], columns: &Columns, apart: &Apart) -> Option<Vec<Vec<RuledCell>>> {
    let width = columns.0.len();
    let groups = over.iter().filter(|part| part.first < part.last);
    let mut ranges: Vec<(usize, usize)> = groups.map(|part| (part.first, part.last)).collect();
    ranges.sort_unstable();
    ranges.dedup();
    if ranges.windows(2).any(|pair| pair[1].0 <= pair[0].1) {
        return None;
    }
    let Some(level) = level(over, width, apart) else {
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

/// The columns that a rule right below one heading alone shows it to stand over:
/// it is as wide as they are, which is not the whole table.
fn ruled(
    piece: &Piece,
    pieces: &[&Piece],
    columns: &Columns,
    rules: &[Edge],
) -> Option<(usize, usize)> {
    const OVER: f64 = 4.0;
    let width = columns.0.len();
    let under = |rule: &Edge| {
        let is_under = |column: &usize| {
            let middle = f64::midpoint(columns.0[*column].0, columns.0[*column].1);
            rule.from - OVER < middle && middle < rule.to + OVER
        };
        (0..width).filter(is_under).collect::<Vec<_>>()
    };
    let is_over = |rule: &Edge, piece: &Piece| {
        piece.baseline < rule.at && rule.from - OVER <= piece.x0 && piece.x1 <= rule.to + OVER
    };
    let is_below = |rule: &&Edge| {
        let lowest = pieces.iter().filter(|other| is_over(rule, other));
        let lowest = lowest.filter(|other| other.baseline > piece.baseline - 0.5 * piece.size);
        is_over(rule, piece) && lowest.count() == 1 && under(rule).len() < width
    };
    let below = rules.iter().filter(is_below);
    let nearest = below.min_by(|a, b| a.at.total_cmp(&b.at))?;
    match under(nearest)[..] {
        [first, .., last] => Some((first, last)),
        _ => None,
    }
}
