//! # What it checks
//!
//! The tables that an edition has: none of the datasets is missing.
//!
//! # When it applies
//!
//! To datasets that the catalog expects of the edition, in a whole report; of a
//! part nothing is missing. It is a part where there is no 核心数据, no chapter or
//! no appendix, or fewer than two thirds of what is expected.
//!
//! # Tolerance
//!
//! None.

use super::CheckKind;
use super::Readings;
use super::evidence::Evidence;
use super::finding::Finding;
use crate::catalog::{self, Dataset};

/// Checks what the catalog expects of the edition.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let readings = evidence.readings;
    let expected: Vec<&Dataset> = expected(readings).collect();
    let table = |dataset: &Dataset| {
        let mut tables = readings.tables.iter();
        tables.find(|table| table.dataset.is_some_and(|known| known.id == dataset.id))
    };
    let there = expected.iter().filter(|dataset| table(dataset).is_some());
    let is_part = !is_whole(readings) || there.count() * 3 < expected.len() * 2;
    let kind = CheckKind::Dataset;
    if expected.is_empty() {
        let reason = "the catalog does not say which tables this edition has".to_owned();
        findings.push(Finding::skipped(kind, "expected", reason));
        return;
    }
    if is_part {
        let reason = "this is part of a report, of which no table is missing".to_owned();
        findings.push(Finding::skipped(kind, "expected", reason));
        return;
    }
    for dataset in expected {
        let found = table(dataset);
        let label = found.map(|table| table.label());
        let message = match &label {
            Some(label) => format!("{} is {label}", dataset.name_zh),
            None => format!("no table is {}, which this edition has", dataset.name_zh),
        };
        let finding = Finding::of(kind, dataset.id, found.is_some()).says(message);
        findings.push(finding.labelled(label.into_iter().collect()));
    }
}

/// The datasets that the catalog expects of the edition.
fn expected<'r>(readings: &Readings<'r>) -> impl Iterator<Item = &'static Dataset> + use<'r> {
    let (number, period) = (readings.edition.number, readings.edition.period);
    catalog::datasets()
        .iter()
        .filter(move |dataset| match (&dataset.expected, number) {
            (Some(expected), Some(number)) => expected.has(number, period),
            _ => false,
        })
}

/// Whether a report begins, has a body and ends.
pub fn is_whole(readings: &Readings) -> bool {
    let has = |is_meant: &dyn Fn(&str, Option<&str>) -> bool| {
        let mut sections = readings.sections.iter();
        sections.any(|section| is_meant(&section.title, section.number.as_deref()))
    };
    let numbered = |start: &'static str| {
        move |_: &str, number: Option<&str>| number.is_some_and(|number| number.starts_with(start))
    };
    has(&|title, _| title == "核心数据") && has(&numbered("第")) && has(&numbered("附录"))
}
