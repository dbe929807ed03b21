//! What each subcommand does: library in, standard output and exit status out.

mod catalog;
mod check;
#[cfg(feature = "cross-check")]
mod cross_check;
mod extract;
mod facts;
mod filter;
mod grid;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
mod load;
mod near;
mod schema;
mod show;
mod validation;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use cnnic::error::before_writing;
use cnnic::{Corrections, Error, Source};

use crate::args::{Command, Mended};

/// How a command ended when it could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything holds.
    Done,
    /// Something does not hold.
    Failed,
    /// Nothing could be done; what was wrong has been said.
    Undone,
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The input could not be read, or the result not be written.
    #[error(transparent)]
    Library(#[from] Error),
    /// Standard output would not take the data.
    #[error("standard output: cannot be written: {source}{}", before_writing(.source))]
    Output {
        /// What the operating system said.
        #[from]
        source: io::Error,
    },
    /// What was asked for is not there.
    #[error("{0}")]
    NotThere(String),
}

/// Runs a command.
pub fn run(command: Command) -> ExitCode {
    let outcome = match command {
        Command::Extract(arguments) => extract::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        #[cfg(any(feature = "sqlite", feature = "postgres"))]
        Command::Load(arguments) => load::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        #[cfg(feature = "cross-check")]
        Command::SecondReading => cross_check::read(),
        Command::Schema { name } => schema::run(&name),
        Command::Catalog { missing } => catalog::run(missing.as_deref()),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::from(1),
        Ok(Outcome::Undone) => ExitCode::from(2),
        // Whoever reads has seen enough.
        Err(Failure::Output { source }) if source.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(failure) => {
            say(&format!("error: {failure}"));
            ExitCode::from(2)
        }
    }
}

/// Opens an input; `-` is standard input.
fn open(path: &Path) -> Result<Source, Error> {
    // A folder that `extract` wrote stands for its report.
    let written = path.join(cnnic::write::json::FILE);
    match path {
        _ if path.as_os_str() == "-" => Source::stdin(),
        _ if written.is_file() => Source::open(written),
        _ => Source::open(path),
    }
}

/// The corrections of a file, none without one.
fn corrections(mended: &Mended) -> Result<Corrections, Error> {
    let file = mended.corrections.as_deref();
    file.map_or_else(|| Ok(Corrections::default()), Corrections::open)
}

/// Writes data to standard output.
fn print(text: &str) -> Result<(), Failure> {
    print_chunks(&[text])
}

fn print_chunks(chunks: &[impl AsRef<[u8]>]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    for chunk in chunks {
        output.write_all(chunk.as_ref())?;
    }
    output.flush()?;
    Ok(())
}

/// Writes a line to standard error; nobody may be listening.
fn say(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
