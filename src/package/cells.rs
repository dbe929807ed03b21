//! Which table each observation of a cell is of.

use std::collections::HashMap;

use crate::locator::Locator;
use crate::report::{Observation, Report};

/// The observations of the cells of each table, aligned with the tables.
pub struct Cells<'r>(Vec<Vec<&'r Observation>>);

impl<'r> Cells<'r> {
    /// Those of a report.
    pub fn of(report: &'r Report) -> Cells<'r> {
        let mut labelled: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, table) in report.tables.iter().enumerate() {
            labelled.entry(&table.label).or_default().push(at);
        }
        let mut cells = vec![Vec::new(); report.tables.len()];
        let observations = report.observations.iter();
        for found in observations.filter(|found| found.origin.kind == "table") {
            let label = found.origin.label.as_deref().unwrap_or_default();
            let table = match labelled.get(label).map_or(&[][..], Vec::as_slice) {
                &[only] => Some(only),
                // A misprinted number may give two tables one label, but not one place.
                several => several.iter().copied().find(|&at| {
                    let table = &report.tables[at];
                    holds(&table.locator, &found.locator)
                }),
            };
            if let Some(table) = table {
                cells[table].push(found);
            }
        }
        Cells(cells)
    }

    /// Table by table.
    pub fn iter(&self) -> impl Iterator<Item = &[&'r Observation]> {
        self.0.iter().map(Vec::as_slice)
    }
}

/// Whether all of a place is in another.
fn holds(whole: &Locator, part: &Locator) -> bool {
    part.spans.iter().all(|&[start, end]| {
        let mut spans = whole.spans.iter();
        spans.any(|&[from, to]| from <= start && end <= to)
    })
}
