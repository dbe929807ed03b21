//! # What it checks
//!
//! A row or column 其中 against the one that it is part of: it is no more.
//!
//! # When it applies
//!
//! To numbers of one unit in any table: a row whose label begins with 其中 is
//! part of the nearest row above that does not, a column of the nearest one to
//! its left.
//!
//! # Tolerance
//!
//! None for exact counts; else half of one in the last digit of both.

use super::evidence::Evidence;
use super::finding::Finding;
use super::relation::{Place, Relation};
use super::{CheckKind, wording};
use crate::fact::Measure;
use crate::table::Table;

/// Checks the parts of all tables.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (at, table) in evidence.readings.tables.iter().enumerate() {
        for (row, column, whole) in parts(table) {
            let part = evidence.of_cell(at, row, column);
            let whole = evidence.of_cell(at, whole.0, whole.1);
            if let (Some(part), Some(whole)) = (part, whole) {
                findings.extend(compare(evidence, part, whole));
            }
        }
    }
}

/// The cells that are part of another: row, column, and where the whole is.
fn parts(table: &Table) -> Vec<(usize, usize, (usize, usize))> {
    let mut parts = Vec::new();
    let rows = table.rows.iter().map(|row| row.label.text());
    for (row, whole) in of_which(rows) {
        parts.extend((0..table.columns.len()).map(|column| (row, column, (whole, column))));
    }
    let columns = table.columns.iter();
    let columns = columns.map(|column| column.label.as_deref().unwrap_or_default());
    for (column, whole) in of_which(columns) {
        parts.extend((0..table.rows.len()).map(|row| (row, column, (row, whole))));
    }
    parts
}

/// Each label 其中, and the label before it that is whole.
fn of_which<'t>(labels: impl Iterator<Item = &'t str>) -> Vec<(usize, usize)> {
    let mut whole = None;
    let mut parts = Vec::new();
    for (at, label) in labels.enumerate() {
        if label.starts_with("其中") {
            parts.extend(whole.map(|whole| (at, whole)));
        } else {
            whole = Some(at);
        }
    }
    parts
}

fn compare(evidence: &Evidence, part: usize, whole: usize) -> Option<Finding> {
    let (of_part, of_whole) = (evidence.observation(part), evidence.observation(whole));
    let is_level = of_part.measure == Measure::Level && of_whole.measure == Measure::Level;
    if !is_level || of_part.unit != of_whole.unit {
        return None;
    }
    let relation = Relation::AtMost {
        part: evidence.printed(part)?,
        whole: evidence.printed(whole)?,
    };
    let readings = evidence.readings;
    let place = wording::place(readings, Place::Observation(part));
    let (part_quote, whole_quote) = (wording::quoted(of_part), wording::quoted(of_whole));
    let name = evidence.fact(part);
    let finding = Finding::evaluated(CheckKind::Subtotal, name, relation, 0, |outcome| {
        let is = if outcome.holds { "is" } else { "cannot be" };
        format!("{place}: {part_quote} {is} part of {whole_quote}")
    });
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_of_which_is_part() {
        let cases = [
            ("域名 其中：“.CN”域名", vec![(1, 0)]),
            ("域名 其中：甲 其中：乙 网站", vec![(1, 0), (2, 0)]),
            ("其中：甲", vec![]),
            ("域名 网站", vec![]),
        ];
        for (labels, expected) in cases {
            assert_eq!(of_which(labels.split(' ')), expected, "{labels}");
        }
    }
}
