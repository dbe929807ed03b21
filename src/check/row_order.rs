//! # What it checks
//!
//! The order of the rows: one row that stands out of an order that all others
//! keep has a misread number or label, or stands in the wrong place.
//!
//! # When it applies
//!
//! To tables of ten rows or more, 合计 and 其他 aside, that are in order of a
//! column, the greatest first, or of the official list of regions, all rows or
//! all but one. Tables that keep no order are not checked.
//!
//! # Tolerance
//!
//! None: equal numbers are in order either way.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::sum::is_total;
use super::{CheckKind, provinces, wording};
use crate::table::Table;

/// Checks the tables that are in some order.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (at, table) in evidence.readings.tables.iter().enumerate() {
        findings.extend(of_table(evidence, at, table));
    }
}

/// An order that rows may keep.
struct Order {
    /// Its name in the message.
    name: String,
    /// The rows, and what is least of the first.
    rows: Vec<(usize, Decimal)>,
}

fn of_table(evidence: &Evidence, at: usize, table: &Table) -> Option<Finding> {
    const LEAST: usize = 10;
    let rows: Vec<usize> = (0..table.rows.len())
        .filter(|row| is_own(table.rows[*row].label.text()))
        .collect();
    if rows.len() < LEAST {
        return None;
    }
    let by_column = (0..table.columns.len()).map(|column| Order {
        name: format!("of {}", wording::column(table, column)),
        rows: rows
            .iter()
            .filter_map(|row| {
                let seen = evidence.of_cell(at, *row, column)?;
                Some((*row, -evidence.observation(seen).value?))
            })
            .collect(),
    });
    let mut orders: Vec<Order> = by_column.collect();
    orders.push(official(table, &rows));
    orders.retain(|order| order.rows.len() == rows.len());
    let name = match table.dataset {
        Some(dataset) => dataset.id,
        None => table.title.as_str(),
    };
    let label = table.label();
    let finding = |holds, message| {
        let finding = Finding::of(CheckKind::RowOrder, name, holds).says(message);
        Some(finding.labelled(vec![label.clone()]))
    };
    let keys = |order: &Order| -> Vec<Decimal> { order.rows.iter().map(|(_, key)| *key).collect() };
    if let Some(order) = orders.iter().find(|order| keys(order).is_sorted()) {
        return finding(
            true,
            format!("{label}: its rows are in the order {}", order.name),
        );
    }
    let (order, odd) = orders.iter().find_map(|order| {
        let odd = odd_rows(&keys(order));
        (!odd.is_empty()).then_some((order, odd))
    })?;
    let rows = odd
        .iter()
        .map(|at| table.rows[order.rows[*at].0].label.text());
    let rows: Vec<&str> = rows.collect();
    let which = if rows.len() == 1 {
        "this one is not"
    } else {
        "one of these is not"
    };
    let message = format!(
        "{label}, {}: all other rows are in the order {}, {which}",
        rows.join(" or "),
        order.name
    );
    finding(false, message)
}

/// Whether a row is one of those that are put in order.
fn is_own(label: &str) -> bool {
    !is_total(label)
        && !label.starts_with("其中")
        && !label.starts_with("其他")
        && !label.starts_with("其它")
}

/// The order of GB/T 2260.
fn official(table: &Table, rows: &[usize]) -> Order {
    let places = rows.iter().filter_map(|row| {
        let region = provinces::region(table.rows[*row].label.text())?;
        let code = region.gb2260.or(region.parent.and_then(|parent| {
            let mut regions = crate::catalog::regions().iter();
            regions.find(|other| other.code == parent)?.gb2260
        }))?;
        Some((*row, code.parse().ok()?))
    });
    Order {
        name: "of the official list of regions".to_owned(),
        rows: places.collect(),
    }
}

/// The ones without which the others are in order: of two neighbours that have
/// changed places either may be it.
fn odd_rows(keys: &[Decimal]) -> Vec<usize> {
    let Some(first_break) = (1..keys.len()).find(|&at| keys[at] < keys[at - 1]) else {
        return Vec::new();
    };
    let without = |odd: usize| {
        let rest = keys.iter().enumerate().filter(|(at, _)| *at != odd);
        rest.map(|(_, key)| *key).is_sorted()
    };
    let either = [first_break - 1, first_break].into_iter();
    either.filter(|odd| without(*odd)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_out_of_order_is_found() {
        let cases: [(&[i64], &[usize]); 5] = [
            (&[1, 2, 3, 4], &[]),
            (&[1, 9, 3, 4], &[1]),
            (&[3, 4, 1, 5], &[2]),
            (&[1, 3, 2, 4], &[1, 2]),
            (&[4, 3, 2, 1], &[]),
        ];
        for (keys, expected) in cases {
            let keys: Vec<Decimal> = keys.iter().map(|key| Decimal::from(*key)).collect();
            assert_eq!(odd_rows(&keys), expected, "{keys:?}");
        }
    }
}
