//! Rows that are printed in two or three halves side by side: 省份 比例 省份 比例.

use super::{Row, Table};

/// Sets the halves of a table one below the other, where all have the same headings.
///
/// Forced by `fixtures/halves-side-by-side`.
pub(super) fn unfold(table: &mut Table) {
    let Some(width) = width(table) else { return };
    let halves = (table.columns.len() + 1) / width;
    let mut rows: Vec<Row> = Vec::with_capacity(table.rows.len() * halves);
    let mut further: Vec<Vec<Row>> = vec![Vec::new(); halves - 1];
    for row in std::mem::take(&mut table.rows) {
        let mut cells = row.cells.into_iter();
        rows.push(Row {
            cells: cells.by_ref().take(width - 1).collect(),
            ..row
        });
        for half in &mut further {
            let Some(label) = cells.next() else { break };
            let cells: Vec<_> = cells.by_ref().take(width - 1).collect();
            // The last half may be shorter.
            let is_printed =
                !label.text.is_empty() || cells.iter().any(|cell| !cell.text.is_empty());
            half.extend(is_printed.then_some(Row {
                label: label.text,
                unit: None,
                cells,
            }));
        }
    }
    table.columns.truncate(width - 1);
    rows.extend(further.into_iter().flatten());
    table.rows = rows;
}

/// How many columns a half has, its labels among them.
fn width(table: &Table) -> Option<usize> {
    let stub = table.stub.as_deref()?;
    let heads = |at: usize| table.columns[at].label.as_deref() == Some(stub);
    let width = 1 + (0..table.columns.len()).find(|&at| heads(at))?;
    let count = table.columns.len() + 1;
    let is_same = |at: usize| {
        let (column, first) = (&table.columns[at], &table.columns[at % width]);
        (&column.label, &column.unit, column.period) == (&first.label, &first.unit, first.period)
    };
    let are_halves = width > 1
        && count.is_multiple_of(width)
        && (width - 1..table.columns.len()).all(|at| match (at + 1) % width {
            0 => heads(at),
            _ => is_same(at),
        })
        && table.rows.iter().all(|row| row.unit.is_none());
    are_halves.then_some(width)
}
