//! The bundled JSON Schemas, and what is validated against them.

mod dataset;
mod over;
mod parts;

use std::borrow::Cow;

use serde_json::Value;

use crate::catalog;
use crate::error::Error;
use crate::report::{Report, SCHEMA_VERSION};
use crate::source::Source;

pub use dataset::schema_of;

const REPORT: &str = include_str!("../../schemas/report.schema.json");

/// The schema of reports as code, which needs no compiling when it is used.
#[jsonschema::validator(
    path = "schemas/report.schema.json",
    pattern_options = { engine = regex },
    methods = { validate = false }
)]
struct ReportSchema;

/// The names of the bundled schemas: `report`, and the id of each dataset.
pub fn names() -> impl Iterator<Item = &'static str> {
    let datasets = catalog::datasets().iter().map(|dataset| dataset.id);
    std::iter::once("report").chain(datasets)
}

/// The text of a bundled schema.
pub fn text(name: &str) -> Option<Cow<'static, str>> {
    if name == "report" {
        return Some(REPORT.into());
    }
    let dataset = catalog::datasets()
        .iter()
        .find(|dataset| dataset.id == name)?;
    Some(format!("{:#}\n", schema_of(dataset)).into())
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
    if let Some((path, message)) = first_error(&value) {
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
    let unserialized = |error: serde_json::Error| wrong(String::new(), error.to_string());
    if parts::are_valid(report).map_err(unserialized)? {
        return Ok(());
    }
    // Only the whole says at which path.
    let value = serde_json::to_value(report).map_err(unserialized)?;
    match first_error(&value) {
        Some((path, message)) => Err(wrong(path, message)),
        None => Ok(()),
    }
}

/// Where a value breaks the schema of reports first, and how.
fn first_error(value: &Value) -> Option<(String, String)> {
    const LONGEST: usize = 200;
    // To say yes is much faster than to say where.
    if ReportSchema::is_valid(value) {
        return None;
    }
    let error = ReportSchema::iter_errors(value).next()?;
    let mut message = error.to_string();
    if message.chars().count() > LONGEST {
        message = message.chars().take(LONGEST).chain("…".chars()).collect();
    }
    let path = error.instance_path().to_string();
    let path = if path.is_empty() {
        "its top".to_owned()
    } else {
        path
    };
    Some((path, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_schema_is_valid() {
        for name in names() {
            let schema: Value = serde_json::from_str(&text(name).unwrap()).unwrap();
            assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
        }
    }

    #[test]
    fn a_number_that_is_misprinted_breaks_no_schema() {
        let text = "表 0 域名数\n\n分类\t数量（个）\n.CN\t1\n\n图 0 网民规模\n\n表 1-0 域名数\n\n分类\t数量（个）\n.CN\t1\n";
        let source = Source::new("t.txt", text);
        let report = crate::read(&source, &crate::Options::default()).unwrap();
        assert_eq!(report.tables[0].label, "表 0");
        assert_eq!(report.figures[0].label, "图 0");
    }

    /// `schemas/tables` is for those who read the schemas without the program.
    /// To write it anew: `cnnic schema ID > schemas/tables/ID.schema.json`.
    #[test]
    fn the_files_are_the_schemas_of_the_catalog() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/tables");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let mut expected: Vec<String> = names()
            .skip(1)
            .map(|name| format!("{name}.schema.json"))
            .collect();
        expected.sort();
        assert_eq!(files, expected);
        for name in names().skip(1) {
            let file = std::fs::read_to_string(format!("{folder}/{name}.schema.json")).unwrap();
            assert_eq!(file, text(name).unwrap(), "{name}");
        }
    }
}
