//! # What it checks
//!
//! The provinces of a table: each once, none missing.
//!
//! # When it applies
//!
//! To tables with a region a row. That none is twice, to all; that none is
//! missing, to those that have most of the 31. Where exact counts of the rows
//! add up to their total, nothing is missing, whatever the table leaves out.
//!
//! # Tolerance
//!
//! None.

use std::collections::BTreeMap;

use super::evidence::Evidence;
use super::finding::Finding;
use super::sum::{self, is_total};
use super::{CheckKind, CheckStatus};
use crate::catalog::{self, Region};
use crate::table::Table;

/// Checks the tables with a region a row.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (at, table) in evidence.readings.tables.iter().enumerate() {
        let name = match table.dataset {
            Some(dataset) => dataset.id.to_owned(),
            None => table.title.clone(),
        };
        findings.extend(of_table(table, name, || adds_up(evidence, at)));
    }
}

/// With fewer a table chooses its regions: 五大城市.
const MOST: usize = 25;

/// Whether rows are all provinces, but only some of them.
pub fn chooses<'t>(labels: impl Iterator<Item = &'t str>) -> bool {
    let regions: Option<Vec<&Region>> = labels.map(region).collect();
    regions.is_some_and(|regions| {
        regions.len() < MOST && regions.iter().all(|region| is_province(region))
    })
}

fn of_table(table: &Table, name: String, adds_up: impl Fn() -> bool) -> Option<Finding> {
    let kind = CheckKind::Provinces;
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    let labels = table.rows.iter().map(|row| row.label.text());
    for label in labels.filter(|label| !is_total(label)) {
        if let Some(region) = region(label) {
            *rows.entry(region.code).or_default() += 1;
        }
    }
    let provinces = || {
        catalog::regions()
            .iter()
            .filter(|region| is_province(region))
    };
    let there = provinces().filter(|region| rows.contains_key(region.code));
    if there.count() < 2 {
        return None;
    }
    let names = |is_meant: &dyn Fn(&Region) -> bool| -> Vec<&str> {
        let regions = catalog::regions().iter();
        let regions = regions.filter(|region| is_meant(region));
        regions.map(|region| region.name_zh).collect()
    };
    let label = table.label();
    let times = |region: &Region| rows.get(region.code).copied().unwrap_or(0);
    let twice = names(&|region| times(region) > 1);
    let missing = names(&|region| is_province(region) && times(region) == 0);
    let count = provinces().count();
    let labels = vec![label.clone()];
    let holds = |holds| Finding::of(kind, name.as_str(), holds).labelled(labels.clone());
    if !twice.is_empty() {
        let message = format!("{label}: {} is there more than once", twice.join(", "));
        return Some(holds(false).says(message));
    }
    if missing.is_empty() {
        return Some(holds(true).says(format!(
            "{label}: each of the {count} provinces is there once"
        )));
    }
    let missing_names = missing.join(", ");
    if count - missing.len() < MOST {
        let reason = format!(
            "{label}: {} of {count} provinces; the table chooses",
            count - missing.len()
        );
        return Some(Finding::skipped(kind, name, reason).labelled(labels));
    }
    if adds_up() {
        let message =
            format!("{label}: {missing_names} is not there, but the rows add up to their total");
        return Some(holds(true).says(message));
    }
    Some(holds(false).says(format!("{label}: {missing_names} is not there")))
}

/// Whether the table has exact sums, and all of them hold.
fn adds_up(evidence: &Evidence, table: usize) -> bool {
    let mut sums = Vec::new();
    sum::of_table(evidence, table, &mut sums);
    sums.retain(|sum| {
        let is_exact = sum.tolerance.is_some_and(|tolerance| tolerance.is_zero());
        sum.kind == CheckKind::Sum && is_exact
    });
    let mut statuses = sums.iter().map(|sum| sum.status);
    !sums.is_empty() && statuses.all(|status| status == CheckStatus::Pass)
}

/// The region of a row label.
pub fn region(label: &str) -> Option<&'static Region> {
    let code = catalog::code("area", label)?;
    catalog::regions().iter().find(|region| region.code == code)
}

/// Whether a region is one of the 31 that surveys cover.
fn is_province(region: &Region) -> bool {
    let apart = ["CN-HK", "CN-MO", "CN-TW"];
    region.code.starts_with("CN-") && !apart.contains(&region.code)
}
