//! `observations.jsonl`: each observation as in `report.json`, one a line.

use std::path::Path;

use super::save;
use crate::error::Error;
use crate::report::Report;

/// Its name in the folder of a report.
pub const FILE: &str = "observations.jsonl";

/// Writes the observations of a report.
///
/// # Errors
/// [`Error::Write`].
pub fn write(report: &Report, folder: &Path) -> Result<Vec<String>, Error> {
    let path = folder.join(FILE);
    let mut lines = Vec::new();
    for observation in &report.observations {
        serde_json::to_writer(&mut lines, observation)
            .map_err(|source| Error::write(&path, source))?;
        lines.push(b'\n');
    }
    save(&path, &lines)?;
    Ok(Vec::new())
}
