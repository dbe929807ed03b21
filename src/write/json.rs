//! `report.json`.

use serde::Serialize;
use serde_json::Serializer;

use super::indent::Indented;
use crate::error::Error;
use crate::report::Report;

/// Its name in the folder of a report.
pub const FILE: &str = "report.json";

/// The report as JSON, indented, with a line feed at its end.
///
/// # Errors
/// [`Error::Schema`] when a value has no JSON form, which none should.
pub fn to_string(report: &Report) -> Result<String, Error> {
    let wrong = |message: String| Error::Schema {
        name: report.source.file.clone(),
        path: String::new(),
        message,
    };
    let mut json = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut json, Indented::default());
    report
        .serialize(&mut serializer)
        .map_err(|error| wrong(error.to_string()))?;
    json.push(b'\n');
    String::from_utf8(json).map_err(|error| wrong(error.to_string()))
}
