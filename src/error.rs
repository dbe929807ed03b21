//! What keeps a report from being read at all.

use std::io;

/// Why there is no result: the input could not be read, or what was read could
/// not be written. What is merely wrong in a report is a
/// [`Problem`](crate::problem::Problem) of it instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system would not give the bytes.
    #[error("{name}: cannot be read: {source}")]
    Read {
        /// The input, as the user named it.
        name: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// Nothing is in the input.
    #[error("{name}: expected a report, found an empty file")]
    Empty {
        /// The input, as the user named it.
        name: String,
    },
    /// A NUL byte, which no text has.
    #[error(
        "{name}: byte {offset}: expected text, found a NUL byte; give the report as \
         text in UTF-8, GB18030, or UTF-16 with a byte order mark"
    )]
    Nul {
        /// The input, as the user named it.
        name: String,
        /// Its place in the file, from 0.
        offset: usize,
    },
    /// Bytes that are no character in the encoding the rest is in.
    #[error(
        "{name}: byte {offset}: expected {encoding} text, found {found}; save the file anew as UTF-8"
    )]
    Undecodable {
        /// The input, as the user named it.
        name: String,
        /// Place of the first such byte, from 0.
        offset: usize,
        /// The encoding that the rest of the file is in.
        encoding: &'static str,
        /// The bytes there, in hexadecimal.
        found: String,
    },
    /// Bytes that call themselves a PDF and are none, or broken beyond repair.
    #[error(
        "{name}: expected a PDF file, found no page in it; it is broken or incomplete: fetch it \
         anew, or open it in a viewer and print it to a PDF file"
    )]
    PdfBroken {
        /// The input, as the user named it.
        name: String,
    },
    /// A PDF that only a password opens.
    #[error("{name}: needs a password, found {found}; give it with --password")]
    PdfPassword {
        /// The input, as the user named it.
        name: String,
        /// What was given: `none` or `another one`.
        found: &'static str,
    },
    /// A PDF encrypted in a way that is not known here.
    #[error(
        "{name}: expected a PDF file that is not encrypted or encrypted with a password, found \
         an encryption that cannot be read; save it without protection"
    )]
    PdfEncryption {
        /// The input, as the user named it.
        name: String,
    },
    /// A PDF, which this version does not read yet.
    #[error(
        "{name}: expected text, found a PDF, which cannot be read yet; give its text, for example \
         of `pdftotext -layout`"
    )]
    Pdf {
        /// The input, as the user named it.
        name: String,
    },
    /// Neither a table, nor a bullet, nor a statistic is in it.
    #[error(
        "{name}: expected a Statistical Report on China's Internet Development or a part of one, \
         found no table (表 N), no bullet (◇) and no sentence with a number; `cnnic show INPUT \
         --text` prints what was read"
    )]
    NotAReport {
        /// The input, as the user named it.
        name: String,
    },
    /// A `report.json` that is not valid.
    #[error("{name}: expected a report.json of schema version {version}, found {found}", version = crate::report::SCHEMA_VERSION)]
    ReportJson {
        /// The input, as the user named it.
        name: String,
        /// What is wrong with it, and where.
        found: String,
    },
    /// The result breaks its own schema: a defect of this program.
    #[error(
        "{name}: the result breaks its schema at {path}: {message}; this is a defect of cnnic, \
         nothing was written, please report it with the input"
    )]
    Schema {
        /// The input, as the user named it.
        name: String,
        /// JSON Pointer into the report.
        path: String,
        /// What the validator says.
        message: String,
    },
    /// The operating system would not take the bytes.
    #[error("{path}: cannot be written: {source}")]
    Write {
        /// The file or folder.
        path: String,
        /// What the operating system said.
        source: io::Error,
    },
}
