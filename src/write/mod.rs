//! Reports to files, one file a format.
//!
//! The folder of a report appears whole or not at all, see [`folder`]. The same
//! report gives the same bytes.

mod chunks;
pub mod csv;
pub mod folder;
pub mod json;
pub mod jsonl;
#[cfg(feature = "parquet")]
pub mod parquet;
mod pretty;
pub mod sdmx;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::package;
use crate::report::Report;

/// What the names of the folders of reports begin with.
const PREFIX: &str = "cnnic-";

/// What is written of a report beside its `report.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Data Package: `datapackage.json` and its CSV files.
    Csv,
    /// `observations.jsonl`.
    Jsonl,
    /// `observations.parquet` and `datasets/*.parquet`.
    #[cfg(feature = "parquet")]
    Parquet,
    /// `sdmx.csv` with its data structure in `sdmx.xml`.
    SdmxCsv,
    /// `cnnic.sqlite` with its metadata in `cnnic.metadata.json`.
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// `cnnic.xlsx`.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

/// Everything that any format writes into the folder of a report; the rest of
/// what is there is somebody else's.
const OURS: [&str; 21] = [
    json::FILE,
    jsonl::FILE,
    csv::PACKAGE,
    "observations.csv",
    "indicators.csv",
    "areas.csv",
    "applied_corrections.csv",
    "footnotes.csv",
    "checks.csv",
    package::DATASETS,
    "observations.parquet",
    "cnnic.sqlite",
    "cnnic.sqlite-journal",
    "cnnic.sqlite-wal",
    "cnnic.sqlite-shm",
    "cnnic.metadata.json",
    "cnnic.xlsx",
    sdmx::DATA,
    sdmx::STRUCTURE,
    ".DS_Store",
    "Thumbs.db",
];

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The folder of the report.
    pub folder: PathBuf,
    /// What a format could not take and left out, a sentence each.
    pub notes: Vec<String>,
}

/// The folder of a report: `cnnic-55`, or `cnnic-unknown` without an edition.
pub fn folder_name(report: &Report) -> String {
    match report.edition.number {
        Some(number) => format!("{PREFIX}{number}"),
        None => format!("{PREFIX}unknown"),
    }
}

/// Replaces the folder of a report under `directory`: `report.json`, and the
/// formats beside it.
///
/// # Errors
/// [`Error::Write`] when the operating system does not let it, and
/// [`Error::Inexact`] when a format cannot hold a value exactly; nothing is
/// written then.
pub fn write(report: &Report, formats: &[Format], directory: &Path) -> Result<Written, Error> {
    let json = json::to_chunks(report)?;
    let mut notes = Vec::new();
    let folder = folder::replace(directory, &folder_name(report), &OURS, |folder| {
        save_chunks(&folder.join(json::FILE), &json)?;
        for format in formats {
            notes.extend(format.write(report, folder)?);
        }
        Ok(())
    })?;
    notes.sort();
    notes.dedup();
    Ok(Written { folder, notes })
}

impl Format {
    fn write(self, report: &Report, folder: &Path) -> Result<Vec<String>, Error> {
        match self {
            Format::Csv => csv::write(report, folder),
            Format::Jsonl => jsonl::write(report, folder),
            #[cfg(feature = "parquet")]
            Format::Parquet => parquet::write(report, folder),
            Format::SdmxCsv => sdmx::write(report, folder),
            #[cfg(feature = "sqlite")]
            Format::Sqlite => sqlite::write(report, folder),
            #[cfg(feature = "xlsx")]
            Format::Xlsx => xlsx::write(report, folder),
        }
    }
}

/// Writes a file of a folder that nobody sees yet.
fn save(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    save_chunks(path, &[bytes])
}

fn save_chunks(path: &Path, chunks: &[impl AsRef<[u8]>]) -> Result<(), Error> {
    let save = || {
        let mut file = File::create(path)?;
        chunks
            .iter()
            .try_for_each(|chunk| file.write_all(chunk.as_ref()))
    };
    save().map_err(|source| Error::write(path, source))
}
