//! Headings that a converter split in two columns, one of them without a value.
//!
//! Forced by `fixtures/headings-split-in-two`.

use std::borrow::Cow;
use std::collections::HashMap;

use super::matrix::MatrixRow;
use super::{Column, Table, header};
use crate::block::key;
use crate::grammar::period;
use crate::logical::LogicalText;
use crate::period::Period;
use crate::problem::{Problem, ProblemKind};

/// Joins two columns of a part where the first has no value in any row, the second has
/// them, and the headings above the two are pieces of one: a piece that stands on a
/// further row of headings is over the first alone, and both pieces of the upper row say
/// together what another column's heading is like, or what a further part has.
pub(super) fn join(parts: &mut [Vec<MatrixRow>]) {
    /// Of more columns without values nothing was split.
    const MOST: usize = 4;
    for at in 0..parts.len() {
        let count = header::count(&parts[at]).min(parts[at].len());
        let mut splits = empty(&parts[at], count);
        if splits.len() > MOST {
            continue;
        }
        splits.retain(|&column| is_split(parts, at, count, column));
        // Of three in a row nothing tells which two are one.
        let is_apart = splits.windows(2).all(|pair| pair[0] + 1 < pair[1]);
        for column in splits.into_iter().rev().filter(|_| is_apart) {
            for row in &mut parts[at] {
                let second = row.texts.remove(column + 1);
                row.is_from_above.remove(column + 1);
                row.texts[column].append_line(&second);
                row.printed = row.printed.saturating_sub(1);
            }
        }
    }
}

/// The rows of a part alone, with the columns joined that its own headings tell of.
pub(super) fn joined(rows: &[MatrixRow]) -> Cow<'_, [MatrixRow]> {
    let count = header::count(rows).min(rows.len());
    if empty(rows, count).is_empty() {
        return Cow::Borrowed(rows);
    }
    let mut part = [rows.to_vec()];
    join(&mut part);
    let [rows] = part;
    Cow::Owned(rows)
}

/// The columns with a heading and no value that another column stands behind.
fn empty(rows: &[MatrixRow], count: usize) -> Vec<usize> {
    let (headings, body) = rows.split_at(count);
    let is_empty = |rows: &[MatrixRow], column: usize| {
        let mut texts = rows.iter().map(|row| &row.texts[column]);
        texts.all(LogicalText::is_empty)
    };
    let width = rows.first().map_or(0, |row| row.texts.len());
    (1..width.saturating_sub(1))
        .filter(|&column| !is_empty(headings, column) && is_empty(body, column))
        .collect()
}

fn is_split(parts: &[Vec<MatrixRow>], part: usize, count: usize, column: usize) -> bool {
    let (headings, body) = parts[part].split_at(count);
    let has_values = body.iter().any(|row| !row.texts[column + 1].is_empty());
    let [upper, lower @ ..] = headings else {
        return false;
    };
    let (first, second) = (&upper.texts[column], &upper.texts[column + 1]);
    if !has_values || first.is_empty() || second.is_empty() {
        return false;
    }
    let (first, second) = (key(first.text()), key(second.text()));
    if first == second {
        return false;
    }
    let whole = format!("{first}{second}");
    let is_repeated = || {
        let further = parts.iter().enumerate().filter(|(at, _)| *at != part);
        let mut firsts = further.filter_map(|(_, rows)| rows.first());
        firsts.any(|row| row.keys().contains(&whole))
    };
    // Over the values themselves nothing more is printed, as there is over all others.
    let is_over_first = || {
        !lower.is_empty()
            && lower.iter().all(|row| {
                let mut others = row.texts.iter().enumerate().skip(1);
                others.all(|(at, text)| (at == column + 1) == text.is_empty())
            })
    };
    let is_alike = || {
        let mut others = upper.keys().into_iter().enumerate();
        others.any(|(at, other)| {
            let head = other.strip_suffix(second.as_str());
            let shared = head.map_or(0, |head| {
                let same = head.chars().zip(first.chars());
                same.take_while(|(one, other)| one == other).count()
            });
            !(column..=column + 1).contains(&at) && shared > 0
        })
    };
    let is_bare = || lower.iter().all(|row| row.texts[column + 1].is_empty());
    is_bare() && is_repeated() || is_over_first() && is_alike()
}

/// Whether each column may have a piece of its own heading alone, which is that of another
/// column: the one before it has a heading and no value.
pub fn are_misnamed(table: &Table) -> Vec<bool> {
    let known: Vec<Option<(&str, Option<Period>)>> = table
        .columns
        .iter()
        .map(|column| {
            let label = column.label.as_deref()?;
            Some((table.dataset?.column(label)?.id, column.period))
        })
        .collect();
    let mut counts: HashMap<(&str, Option<Period>), usize> = HashMap::new();
    for known in known.iter().flatten() {
        *counts.entry(*known).or_default() += 1;
    }
    let is_empty = |at: usize| {
        let mut rows = table.rows.iter();
        table.columns[at].label.is_some() && rows.all(|row| row.cells[at].text.is_empty())
    };
    let is_repeated = |at: usize| known[at].is_some_and(|known| counts[&known] > 1);
    (0..table.columns.len())
        .map(|at| at > 0 && is_repeated(at) && !is_empty(at) && is_empty(at - 1))
        .collect()
}

/// Whether the heading of a column has pieces of two: it names a period and another to
/// compare with, and values are either of a period or a change.
pub fn is_of_two(column: &Column) -> bool {
    let label = column.label.as_deref().unwrap_or_default();
    if !label.contains(" / ") {
        return false;
    }
    let is_period =
        |text: &str| period::leading_stock(text).is_some_and(|(_, rest)| rest.trim().is_empty());
    let compared = |text: &str| text.strip_prefix(['比', '较']).is_some_and(is_period);
    let mut pieces = label.split(" / ");
    pieces.clone().any(is_period) && pieces.any(compared)
}

/// The first column of a table whose heading has pieces of two.
pub(super) fn of_two(table: &Table) -> Option<Problem> {
    let column = table.columns.iter().find(|column| is_of_two(column))?;
    let message = format!("{} has a heading of pieces of two", table.label());
    let problem = Problem::new(ProblemKind::TableShape, message, table.spans.clone());
    let found = column.label.clone().unwrap_or_default();
    Some(problem.between("one period, or one that is compared with", found))
}

/// The first column of a table that may have a piece of its heading alone.
pub(super) fn doubt(table: &Table) -> Option<Problem> {
    let misnamed = are_misnamed(table).into_iter().position(|is| is)?;
    let label = |at: usize| table.columns[at].label.as_deref().unwrap_or_default();
    let message = format!(
        "{} has a heading that may go on from the column before it, which has no value",
        table.label()
    );
    let problem = Problem::new(ProblemKind::TableShape, message, table.spans.clone());
    Some(problem.between(
        "a heading of its own over each column of values",
        format!("{} | {}", label(misnamed - 1), label(misnamed)),
    ))
}
