//! Every fixture reads as its `expected.json` says, and its whole report is as
//! the reviewed snapshot.

use std::fs;
use std::path::{Path, PathBuf};

use cnnic::{Options, Source, write};
use serde_json::Value;

fn cases() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

fn name(case: &Path) -> &str {
    case.file_name().unwrap().to_str().unwrap()
}

fn read(case: &Path) -> cnnic::Report {
    let inputs = ["input.txt", "input.pdf"].map(|name| case.join(name));
    let input = inputs.iter().find(|input| input.exists()).unwrap();
    let source = Source::open(input).unwrap();
    cnnic::read(&source, &Options::default()).unwrap()
}

/// Adds where `found` lacks what `expected` has.
fn compare(place: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(_)) => {
            for (key, value) in expected {
                compare(&format!("{place}.{key}"), value, &found[key], differences);
            }
        }
        (Value::Array(expected), Value::Array(items)) if expected.len() == items.len() => {
            for (at, (expected, found)) in expected.iter().zip(items).enumerate() {
                compare(&format!("{place}[{at}]"), expected, found, differences);
            }
        }
        (expected, found) if expected == found => {}
        _ => differences.push(format!("{place}: expected {expected}, found {found}")),
    }
}

#[test]
fn every_case_reads_as_expected() {
    let mut differences = Vec::new();
    for case in cases() {
        assert!(
            case.join("ORIGIN").exists(),
            "{}: no ORIGIN",
            case.display()
        );
        let Ok(text) = fs::read_to_string(case.join("expected.json")) else {
            continue;
        };
        let mut expected: Value = serde_json::from_str(&text).unwrap();
        let kinds = expected
            .as_object_mut()
            .unwrap()
            .shift_remove("problem_kinds")
            .unwrap();
        let found = serde_json::to_value(read(&case)).unwrap();
        compare(name(&case), &expected, &found, &mut differences);
        let mut found: Vec<&Value> = found["problems"]
            .as_array()
            .unwrap()
            .iter()
            .map(|problem| &problem["kind"])
            .collect();
        found.sort_by_key(|kind| kind.to_string());
        compare(
            &format!("{} problems", name(&case)),
            &kinds,
            &serde_json::json!(found),
            &mut differences,
        );
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_report_is_as_reviewed() {
    // The PDFs are invented editions, compared with what they were set from in
    // tests/generator.rs.
    let is_text = |case: &PathBuf| case.join("input.txt").exists();
    for case in cases().into_iter().filter(is_text) {
        insta::assert_snapshot!(name(&case), reviewable(&read(&case)));
    }
}

/// The report as JSON, its observations and checks a line each: what a person
/// can review.
fn reviewable(report: &cnnic::Report) -> String {
    let lines = report.observations.iter().map(|found| {
        let text = |text: &Option<String>| text.clone().unwrap_or("-".to_owned());
        let codes = found.dimensions.iter();
        let codes: Vec<String> = codes.map(|(name, code)| format!("{name}={code}")).collect();
        let origin = &found.origin;
        format!(
            "{}: {} | {} {} {} | {} {} from {} | of {} | {} {} {}",
            origin.label.as_ref().or(origin.statement.as_ref()).unwrap(),
            found.label,
            found.measure,
            found.value_printed,
            text(&found.unit_printed),
            text(&found.period),
            text(&found.period_note),
            text(&found.base_period),
            text(&found.share_of),
            text(&found.indicator),
            codes.join(","),
            found
                .value
                .map_or("-".to_owned(), |value| format!("= {value} {}", found.unit)),
        )
    });
    let checks = report.checks.iter().map(|check| {
        let status = serde_json::to_value(check.status).unwrap();
        format!(
            "{} {}: {}",
            status.as_str().unwrap(),
            check.id,
            check.message
        )
    });
    let lines: Vec<String> = lines.chain(checks).collect();
    let mut report = report.clone();
    report.observations.clear();
    report.checks.clear();
    let json = write::json::to_string(&report).unwrap();
    format!("{json}\n{}\n", lines.join("\n"))
}
