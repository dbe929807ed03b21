//! # What it checks
//!
//! The numbers of tables, appendix tables, figures and footnotes: from 1 on
//! without gaps, each once. Footnotes may begin at 1 again, with a page or chapter.
//!
//! # When it applies
//!
//! To whole reports; a part of one may begin anywhere and leave out anything.
//!
//! # Tolerance
//!
//! None.

use std::collections::BTreeMap;

use super::evidence::Evidence;
use super::finding::Finding;
use super::{CheckKind, dataset, wording};
use crate::table::TableKind;

/// Checks the four series.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let readings = evidence.readings;
    let tables = |kind| {
        let tables = readings.tables.iter();
        let tables = tables.filter(move |table| table.kind == kind);
        tables.map(|table| table.number).collect::<Vec<u32>>()
    };
    let figures = readings.figures.iter();
    let figures = figures.filter(|figure| figure.label.starts_with('图'));
    let footnotes = readings.footnotes.iter().map(|footnote| footnote.number);
    let footnotes: Vec<u32> = footnotes.collect();
    let series = [
        ("tables", "表", tables(TableKind::Body)),
        ("appendix_tables", "附表", tables(TableKind::Appendix)),
        (
            "figures",
            "图",
            figures.map(|figure| figure.number).collect(),
        ),
    ];
    let is_whole = dataset::is_whole(readings);
    for (name, label, numbers) in series {
        findings.extend(of_series(name, label, &numbers, is_whole));
    }
    let runs = footnotes.chunk_by(|_, next| *next != 1).enumerate();
    for (at, numbers) in runs {
        let name = match at {
            0 => "footnotes".to_owned(),
            _ => format!("footnotes_{}", at + 1),
        };
        findings.extend(of_series(&name, "footnote", numbers, is_whole));
    }
}

fn of_series(name: &str, label: &str, numbers: &[u32], is_whole: bool) -> Option<Finding> {
    let kind = CheckKind::Numbering;
    let last = *numbers.iter().max()?;
    let mut times: BTreeMap<u32, usize> = BTreeMap::new();
    for number in numbers {
        *times.entry(*number).or_default() += 1;
    }
    let named = |number: &u32| format!("{label} {number}");
    let twice: Vec<String> = times
        .iter()
        .filter(|(_, times)| **times > 1)
        .map(|(number, _)| named(number))
        .collect();
    // A misread number may be any; what is missing up to it is not all listed.
    const MOST: usize = 10;
    let missing: Vec<String> = (1..=last)
        .filter(|number| !times.contains_key(number))
        .take(MOST)
        .map(|number| named(&number))
        .collect();
    if twice.is_empty() && missing.is_empty() {
        let message = format!("{label} 1 to {last}: each is there once");
        return Some(Finding::of(kind, name, true).says(message));
    }
    if !is_whole {
        let reason = format!("{label}: numbers have gaps, but this is part of a report");
        return Some(Finding::skipped(kind, name, reason));
    }
    let twice_says =
        (!twice.is_empty()).then(|| format!("{} more than once", wording::listed(&twice, ", ")));
    let missing_says =
        (!missing.is_empty()).then(|| format!("{} not there", wording::listed(&missing, ", ")));
    let says: Vec<String> = [twice_says, missing_says].into_iter().flatten().collect();
    let message = format!("{label} 1 to {last}: {}", says.join("; "));
    let labels = twice.into_iter().chain(missing).collect();
    Some(
        Finding::of(kind, name, false)
            .says(message)
            .labelled(labels),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::CheckStatus::{self, Fail, Pass, Skipped};

    #[test]
    fn series_have_no_gaps() {
        let cases: [(&[u32], bool, CheckStatus, &str); 6] = [
            (&[1, 2, 3], true, Pass, "表 1 to 3: each is there once"),
            (&[2, 1, 3], true, Pass, "表 1 to 3: each is there once"),
            (&[1, 3], true, Fail, "表 1 to 3: 表 2 not there"),
            (&[1, 2, 2], true, Fail, "表 1 to 2: 表 2 more than once"),
            (
                &[2, 3, 3],
                true,
                Fail,
                "表 1 to 3: 表 3 more than once; 表 1 not there",
            ),
            (
                &[5, 6],
                false,
                Skipped,
                "表: numbers have gaps, but this is part of a report",
            ),
        ];
        for (numbers, is_whole, status, message) in cases {
            let finding = of_series("tables", "表", numbers, is_whole).unwrap();
            assert_eq!((finding.status, &*finding.message), (status, message));
        }
        assert!(of_series("tables", "表", &[], true).is_none());
        // A misread number does not make a list of millions.
        let finding = of_series("tables", "表", &[u32::MAX], true).unwrap();
        assert_eq!(finding.labels.len(), 10);
    }
}
