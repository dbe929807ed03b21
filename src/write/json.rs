//! `report.json`.

use crate::error::Error;
use crate::report::Report;

/// Its name in the folder of a report.
pub const FILE: &str = "report.json";

/// The report as JSON, indented, with a line feed at its end.
///
/// # Errors
/// [`Error::Schema`] when a value has no JSON form, which none should.
pub fn to_string(report: &Report) -> Result<String, Error> {
    let mut json = serde_json::to_string_pretty(report).map_err(|error| Error::Schema {
        name: report.source.file.clone(),
        path: String::new(),
        message: error.to_string(),
    })?;
    json.push('\n');
    Ok(json)
}
