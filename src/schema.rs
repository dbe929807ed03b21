//! The bundled JSON Schemas, and what is validated against them.

use std::fmt::Write;

use jsonschema::Validator;
use serde_json::Value;

use crate::error::Error;
use crate::problem::{ProblemKind, Severity};
use crate::report::{Problem, Report, SCHEMA_VERSION, Table};
use crate::source::Source;

macro_rules! tables {
    ($($name:literal),* $(,)?) => {
        &[("report", include_str!("../schemas/report.schema.json")),
          $(($name, include_str!(concat!("../schemas/tables/", $name, ".schema.json")))),*]
    };
}

/// Names and texts: the report's, then one a dataset.
const SCHEMAS: &[(&str, &str)] = tables![
    "resource_overview",
    "domains_by_tld",
    "cn_domains_by_category",
    "web_pages",
    "application_usage",
    "government_websites_by_province",
    "ipv4_addresses_by_region",
    "ipv4_addresses_by_holder",
    "ipv6_addresses_by_region",
    "ipv6_addresses_by_holder",
    "ipv4_share_by_province",
    "domains_by_province",
    "web_pages_by_suffix",
    "web_pages_by_province",
    "web_page_bytes_by_province",
    "internet_access",
];

/// The names of the bundled schemas; `report` is the first.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The text of a bundled schema.
pub fn text(name: &str) -> Option<&'static str> {
    SCHEMAS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// Reads a `report.json`.
///
/// # Errors
/// [`Error::ReportJson`] when it is no JSON or does not fit the schema.
pub fn parse(source: &Source) -> Result<Report, Error> {
    let wrong = |found: String| Error::ReportJson {
        name: source.name().to_owned(),
        found,
    };
    let text = source.text()?;
    let value: Value = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    match value["schema_version"].as_str() {
        Some(SCHEMA_VERSION) => {}
        version => {
            return Err(wrong(format!(
                "schema version {}",
                version.unwrap_or("none")
            )));
        }
    }
    if let Some((path, message)) = errors("report", &value).into_iter().next() {
        return Err(wrong(format!("{message} at {path}")));
    }
    serde_json::from_value(value).map_err(|error| wrong(error.to_string()))
}

/// Validates a report before a byte of it is written.
///
/// # Errors
/// [`Error::Schema`]: a defect of this program.
pub fn validate(name: &str, report: &Report) -> Result<(), Error> {
    let wrong = |path: String, message: String| Error::Schema {
        name: name.to_owned(),
        path,
        message,
    };
    let value =
        serde_json::to_value(report).map_err(|error| wrong(String::new(), error.to_string()))?;
    match errors("report", &value).into_iter().next() {
        Some((path, message)) => Err(wrong(path, message)),
        None => Ok(()),
    }
}

/// Compares each table of a known dataset with the schema of it; what differs
/// becomes a problem of the report.
pub fn check_tables(report: &mut Report) {
    let mut problems = Vec::new();
    for table in &report.tables {
        let Some(dataset) = &table.dataset else {
            continue;
        };
        let Ok(value) = serde_json::to_value(table) else {
            continue;
        };
        let found = errors(dataset, &value);
        if let Some((path, message)) = found.first() {
            problems.push(shape(table, dataset, path, message, found.len() - 1));
        }
    }
    report.problems.extend(problems);
    report
        .problems
        .sort_by_key(|problem| problem.locator.as_ref().map(|locator| locator.line));
}

fn shape(table: &Table, dataset: &str, path: &str, message: &str, more: usize) -> Problem {
    let mut found = format!("{message} at {path}");
    if more > 0 {
        let _ = write!(found, ", and {more} more");
    }
    Problem {
        kind: ProblemKind::TableShape,
        severity: Severity::Warning,
        message: format!("{} is not of the shape that {dataset} has", table.label),
        expected: Some(format!("a table that fits the schema {dataset}")),
        found: Some(found),
        locator: Some(table.locator.clone()),
    }
}

/// Where a value breaks a schema, and how.
fn errors(name: &str, value: &Value) -> Vec<(String, String)> {
    let Some(text) = text(name) else {
        return Vec::new();
    };
    let validator = validator(text);
    validator
        .iter_errors(value)
        .map(|error| {
            let mut message = error.to_string();
            if message.chars().count() > 200 {
                message = message.chars().take(200).chain("…".chars()).collect();
            }
            (error.instance_path().to_string(), message)
        })
        .collect()
}

/// A test compiles every bundled schema, so that a broken one is never
/// released.
fn validator(text: &str) -> Validator {
    let schema: Value = serde_json::from_str(text)
        .unwrap_or_else(|error| panic!("a bundled schema is no JSON: {error}"));
    jsonschema::draft202012::new(&schema)
        .unwrap_or_else(|error| panic!("a bundled schema is broken: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_schema_is_valid() {
        for (name, text) in SCHEMAS {
            let schema: Value = serde_json::from_str(text).unwrap();
            assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
            validator(text);
        }
    }

    #[test]
    fn every_dataset_has_a_schema() {
        for dataset in crate::catalog::datasets().iter() {
            assert!(text(&dataset.id).is_some(), "{}", dataset.id);
        }
    }
}
