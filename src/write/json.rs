//! `report.json`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::report::Report;

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

/// The folder of a report: `cnnic-55`, or `cnnic-unknown` without an edition.
pub fn folder(report: &Report) -> String {
    match report.edition.number {
        Some(number) => format!("cnnic-{number}"),
        None => "cnnic-unknown".to_owned(),
    }
}

/// Writes `report.json` into the folder of the report under `directory`, whole
/// or not at all, and returns its path.
///
/// # Errors
/// [`Error::Write`] when the operating system does not let it.
pub fn write(report: &Report, directory: &Path) -> Result<PathBuf, Error> {
    let json = to_string(report)?;
    let folder = directory.join(folder(report));
    let path = folder.join("report.json");
    let save = || {
        fs::create_dir_all(&folder)?;
        let mut file = tempfile::Builder::new();
        #[cfg(unix)]
        let mut file = {
            use std::os::unix::fs::PermissionsExt;
            // As any new file; the umask still applies.
            file.permissions(fs::Permissions::from_mode(0o666));
            file.tempfile_in(&folder)?
        };
        #[cfg(not(unix))]
        let mut file = file.tempfile_in(&folder)?;
        file.write_all(json.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(&path).map_err(|error| error.error)
    };
    match save() {
        Ok(_) => Ok(path),
        Err(source) => Err(Error::Write {
            path: path.display().to_string(),
            source,
        }),
    }
}
