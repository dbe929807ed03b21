//! # What it checks
//!
//! The marks: each footnote mark has one footnote of its number, each mark 注 N
//! in a table one note under it.
//!
//! # When it applies
//!
//! To whole reports, and to tables with marks; part of a report may have lost
//! the foot of its page.
//!
//! # Tolerance
//!
//! None.

use std::collections::BTreeSet;

use super::evidence::Evidence;
use super::finding::Finding;
use super::{CheckKind, dataset, wording};
use crate::footnote;
use crate::table::{Table, has_note};

/// Checks the marks of the body and of each table.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let readings = evidence.readings;
    let printed = footnote::marks(readings.document, readings.blocks);
    let missing = footnote::missing(readings.footnotes, &printed);
    let missing: BTreeSet<u32> = missing.map(|(number, _)| number).collect();
    let repeated = footnote::repeated(readings.footnotes, &printed);
    let repeated: BTreeSet<u32> = repeated.map(|footnote| footnote.number).collect();
    let numbers = printed.iter().filter_map(|one| one.mark.name.parse().ok());
    let marks: BTreeSet<u32> = numbers.collect();
    let is_whole = dataset::is_whole(readings);
    findings.extend(of_footnotes(&marks, &missing, &repeated, is_whole));
    let of_tables = readings.tables.iter().filter_map(of_table);
    findings.extend(of_tables);
}

fn of_footnotes(
    marks: &BTreeSet<u32>,
    missing: &BTreeSet<u32>,
    repeated: &BTreeSet<u32>,
    is_whole: bool,
) -> Option<Finding> {
    let kind = CheckKind::Footnote;
    if marks.is_empty() {
        return None;
    }
    let named = |mark: &u32| format!("footnote {mark}");
    let missing: Vec<String> = missing.iter().map(named).collect();
    let twice: Vec<String> = marks.intersection(repeated).map(named).collect();
    if missing.is_empty() && twice.is_empty() {
        let message = format!("each of {} footnote marks has one footnote", marks.len());
        return Some(Finding::of(kind, "marks", true).says(message));
    }
    if !is_whole {
        let reason = "marks have no footnote, but this is part of a report".to_owned();
        return Some(Finding::skipped(kind, "marks", reason));
    }
    let missing_says = (!missing.is_empty()).then(|| {
        format!(
            "{} is marked and not there",
            wording::listed(&missing, ", ")
        )
    });
    let twice_says = (!twice.is_empty())
        .then(|| format!("{} is there more than once", wording::listed(&twice, ", ")));
    let says: Vec<String> = [missing_says, twice_says].into_iter().flatten().collect();
    let labels = missing.into_iter().chain(twice).collect();
    let finding = Finding::of(kind, "marks", false).says(says.join("; "));
    Some(finding.labelled(labels))
}

fn of_table(table: &Table) -> Option<Finding> {
    let kind = CheckKind::Footnote;
    let marks: BTreeSet<&str> = table.all_markers().filter(|mark| has_note(mark)).collect();
    if marks.is_empty() {
        return None;
    }
    let label = table.label();
    let name = match table.dataset {
        Some(dataset) => dataset.id,
        None => table.title.as_str(),
    };
    let notes = |mark: &str| {
        let notes = table.notes.iter();
        notes
            .filter(|note| note.marker.as_deref() == Some(mark))
            .count()
    };
    let wrong: Vec<&str> = marks
        .iter()
        .copied()
        .filter(|mark| notes(mark) != 1)
        .collect();
    let message = if wrong.is_empty() {
        format!("{label}: each of {} marks has one note", marks.len())
    } else {
        format!(
            "{label}: {} has not one note under the table",
            wrong.join(", ")
        )
    };
    let finding = Finding::of(kind, name, wrong.is_empty()).says(message);
    Some(finding.labelled(vec![label]))
}
