//! Tables whose headings or labels may be other than they were taken for.

use super::matrix::MatrixRow;
use super::{Column, Table, TableKind, header};
use crate::catalog;
use crate::document::{Document, Grid};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// Headings without a row of values below.
pub fn rowless(table: &Table) -> Option<Problem> {
    table.rows.is_empty().then(|| {
        let message = format!("no row stands under the headings of {}", table.label());
        let headings = table
            .columns
            .iter()
            .filter_map(|column| column.label.as_deref());
        let found: Vec<&str> = headings.collect();
        Problem::new(ProblemKind::TableMissing, message, table.spans.clone()).between(
            "rows of values, in line with the headings",
            found.join(" / "),
        )
    })
}

/// A table whose columns nothing heads; a figure may go without.
pub fn headless(table: &Table, first: &MatrixRow) -> Option<Problem> {
    (table.kind != TableKind::Figure).then(|| {
        let message = format!("the columns of {} have no headings", table.label());
        Problem::new(ProblemKind::TableShape, message, first.spans())
            .between("headings above the first row of values", first.text())
    })
}

/// A column of values that nothing heads, where another has a heading.
pub fn unnamed(table: &Table, header: &header::Header, rows: &[MatrixRow]) -> Option<Problem> {
    let is_named = |column: &Column| column.label.is_some() || column.unit.is_some();
    let named = header.columns.iter().filter(|column| is_named(column));
    let count = named.count();
    (0 < count && count < header.columns.len()).then(|| {
        let message = format!("{} has a column without a heading", table.label());
        let found: Vec<String> = rows.iter().map(MatrixRow::text).collect();
        Problem::new(ProblemKind::TableShape, message, table.spans.clone())
            .between("a heading above each column", found.join(" / "))
    })
}

/// Labels that are nothing but numbers, and neither years nor places in an order: the
/// first column may be one of values.
pub fn numbers_for_labels(table: &Table) -> Option<Problem> {
    let heading = table.stub.as_deref()?;
    let labels: Vec<&str> = table.rows.iter().map(|row| row.label.text()).collect();
    let is_number = |label: &&str| header::is_percentage(label) == Some(false);
    let is_year = |label: &&str| label.len() == 4 && label.starts_with(['1', '2']);
    let is_order = || {
        (1..)
            .zip(&labels)
            .all(|(at, label)| label.parse() == Ok(at))
    };
    let is_doubtful = !labels.is_empty()
        && labels.iter().all(is_number)
        && !labels.iter().all(is_year)
        && !is_order()
        && !catalog::wording().dates.end(heading);
    is_doubtful.then(|| {
        let message = format!("{} has row labels that may be values", table.label());
        let place = table
            .rows
            .iter()
            .flat_map(|row| row.label.whole())
            .collect();
        Problem::new(ProblemKind::TableShape, message, place)
            .between(format!("labels below {heading}"), labels.join(", "))
    })
}

/// Headings that no rule parts, and that stand over one column or several.
pub fn unplaced(table: &Table, header: &[MatrixRow]) -> Problem {
    let message = format!(
        "nothing shows which columns the headings of {} stand over",
        table.label()
    );
    let found: Vec<String> = header.iter().map(MatrixRow::text).collect();
    Problem::new(ProblemKind::TableShape, message, table.spans.clone()).between(
        "headings above the middle of what they stand over, or rules below them",
        found.join(" / "),
    )
}

/// Pieces of wrapped row labels that may as well be of the row above or below.
///
/// Forced by `fixtures/wrapped-labels-doubt`.
pub fn wrapped_labels(document: &Document, table: &Table, grids: &[&Grid]) -> Option<Problem> {
    let pieces: Vec<Span> = grids
        .iter()
        .flat_map(|grid| grid.uncertain.iter().copied())
        .collect();
    (!pieces.is_empty()).then(|| {
        let message = format!(
            "nothing shows which row of {} these pieces of labels are of",
            table.label()
        );
        let found: Vec<&str> = pieces.iter().map(|piece| document.slice(*piece)).collect();
        let found = found.join(", ");
        Problem::new(ProblemKind::TableShape, message, pieces)
            .between("labels whose values stand on their first line", found)
    })
}

/// A row of values among the headings, whose columns were not found.
pub fn values_for_headings(table: &Table, header: &[MatrixRow]) -> Option<Problem> {
    let row = header
        .iter()
        .find(|row| row.texts.iter().any(header::is_amount))?;
    let message = format!("{} has values among its headings", table.label());
    let problem = Problem::new(ProblemKind::TableShape, message, row.spans());
    Some(problem.between("headings without values", row.text()))
}
