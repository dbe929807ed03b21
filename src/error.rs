//! What keeps a report from being read at all.

use std::io;
use std::path::Path;

/// Why there is no result: the input could not be read, or what was read could
/// not be written. What is merely wrong in a report is a
/// [`Problem`](crate::problem::Problem) of it instead.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The operating system would not give the bytes.
    #[error("{name}: cannot be read: {source}{}", before_reading(.source))]
    Read {
        /// The input, as the user named it.
        name: String,
        /// What the operating system said.
        source: io::Error,
    },
    /// Nothing is in the input.
    #[error("{name}: expected a report, found an empty file; give its text or its PDF file")]
    Empty {
        /// The input, as the user named it.
        name: String,
    },
    /// A NUL byte, which no text has.
    #[error(
        "{name}: byte {offset}: expected text, found a NUL byte, as images and other files \
         that are no text have; give the report as PDF, or as text in UTF-8, GB18030, or UTF-16 with a byte order mark"
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
        "{name}: expected a PDF file, found {found}; it is broken or incomplete: fetch it anew, or \
         open it in a viewer and print it to a PDF file"
    )]
    PdfBroken {
        /// The input, as the user named it.
        name: String,
        /// What is wrong with it.
        found: &'static str,
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
    /// A PDF of pictures of pages.
    #[error(
        "{name}: {pages}: expected text, found images alone; the file needs OCR: have a text layer \
         recognized and made visible, or give the report as text"
    )]
    PdfScanned {
        /// The input, as the user named it.
        name: String,
        /// Which pages, such as `pages 3-7, 9`.
        pages: String,
    },
    /// A PDF that does not say what its glyphs stand for.
    #[error(
        "{name}: {pages}: {percent} % of the glyphs have no Unicode; the file needs OCR, or the \
         report another file of the same edition"
    )]
    PdfIllegible {
        /// The input, as the user named it.
        name: String,
        /// Which pages, such as `pages 3-7, 9`.
        pages: String,
        /// How many of every hundred glyphs of the first of them.
        percent: String,
    },
    /// A PDF whose pages have one text printed over another.
    #[error(
        "{name}: {pages}: expected one text, found two printed over each other; remove one of the \
         text layers, or give the report as text"
    )]
    PdfOverprinted {
        /// The input, as the user named it.
        name: String,
        /// Which pages, such as `pages 3-7, 9`.
        pages: String,
    },
    /// Neither a table, nor a bullet, nor a statistic is in it.
    #[error(
        "{name}: expected a Statistical Report on China's Internet Development or a part of one, \
         found no table (表 N), no bullet (◇) and no sentence with a statistic; `cnnic show INPUT \
         --text` prints what was read"
    )]
    NotAReport {
        /// The input, as the user named it.
        name: String,
    },
    /// A file of corrections that is none.
    #[error(
        "{name}: line {line}: expected {expected}, found {found}; docs/checks.md describes the file"
    )]
    Corrections {
        /// The file, as the user named it.
        name: String,
        /// The line, from 1.
        line: u64,
        /// What should be there.
        expected: String,
        /// What is there.
        found: String,
    },
    /// Corrections for a report that has been read already.
    #[error(
        "{name}: expected a report to be read, found a report.json, which corrections come too late \
         for; give the file that it was read from"
    )]
    CorrectionsTooLate {
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
    /// What `--to` names is no database.
    #[error(
        "--to: expected a database, as sqlite:PATH (sqlite:data/cnnic.sqlite) or \
         postgres://USER@HOST:PORT/DATABASE (postgres://me@localhost/statistics), found {found}"
    )]
    DatabaseUrl {
        /// What it is, without a password.
        found: String,
    },
    /// A database could not be opened or would not take the data.
    #[error("{place}: cannot be loaded: {message}; nothing of this edition was changed")]
    Database {
        /// The database, without a password.
        place: String,
        /// What it said.
        message: String,
    },
    /// A report whose rows could not be told from those of others.
    #[error("{name}: expected a report of a known edition, found none; name it with --edition N")]
    NoEdition {
        /// The file that was read.
        name: String,
    },
    /// A value that a format cannot hold exactly.
    #[error(
        "{path}: expected values of at most {expected}, found {found} of the observation {id}; \
         leave this format out"
    )]
    Inexact {
        /// The file.
        path: String,
        /// What the format can hold.
        expected: &'static str,
        /// The value.
        found: String,
        /// The id of what has it.
        id: String,
    },
    /// The operating system would not take the bytes.
    #[error("{path}: cannot be written: {source}{}", before_writing(.source))]
    Write {
        /// The file or folder.
        path: String,
        /// What the operating system said.
        source: io::Error,
    },
}

impl Error {
    /// What the operating system, or the library of a format, would not write.
    pub(crate) fn write(
        path: &Path,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Error {
        let source: Box<dyn std::error::Error + Send + Sync> = source.into();
        Error::Write {
            path: path.display().to_string(),
            source: source
                .downcast::<io::Error>()
                .map_or_else(io::Error::other, |source| *source),
        }
    }
}

/// What to do about an input that the operating system does not give.
fn before_reading(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "; check its name and the folder that it is in",
        io::ErrorKind::PermissionDenied => {
            "; have its owner give you the right to read it, or read a copy of your own"
        }
        io::ErrorKind::IsADirectory => {
            "; name a file in the folder (FOLDER/*.txt where several may be given)"
        }
        io::ErrorKind::NotADirectory => "; one of the folders named before it is a file",
        _ => "",
    }
}

/// What to do where the operating system does not take what is written.
pub fn before_writing(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::ReadOnlyFilesystem => {
            "; no folder can be made there: write to another place"
        }
        io::ErrorKind::PermissionDenied => {
            "; have its owner give you the right to write there, or write to another place"
        }
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "; a file is where a folder is needed: rename it, or write to another place"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "; the disk is full: free some space, or write to another place"
        }
        _ => "",
    }
}
