//! `cnnic load`

use std::collections::HashMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::{fs, io};

use cnnic::load::{Changes, Database, Mode, TableChanges, Target};
use cnnic::problem::ProblemKind;
use cnnic::{Corrections, Error, Options, Report, Source};

use super::check::Named;
use super::show::count;
use super::{Failure, Outcome, check, corrections, open, print, say};
use crate::args::Load;

/// Loads each input in a transaction of its own. An input that cannot be read
/// stops no other; a database that fails does.
pub fn run(arguments: &Load) -> Result<Outcome, Failure> {
    let target: Target = arguments.to.parse()?;
    let inputs = inputs(&arguments.inputs)?;
    // A bad file of corrections stops all inputs.
    let corrections = corrections(&arguments.mended)?;
    let mode = if arguments.dry_run {
        Mode::DryRun
    } else {
        Mode::Commit
    };
    let mut database: Option<Database> = None;
    let mut loaded: HashMap<u32, &Path> = HashMap::new();
    let (mut failed, mut changed) = (0, 0);
    // What tables and columns are is the same for all editions.
    #[cfg(feature = "sqlite")]
    let mut is_described = false;
    for (at, input) in inputs.iter().enumerate() {
        let report = match read(arguments, &corrections, input, &mut loaded) {
            Ok(report) => report,
            Err(failure) => {
                say(&format!("error: {failure}"));
                failed += 1;
                continue;
            }
        };
        let database = match &mut database {
            Some(database) => database,
            // Nothing is made for inputs that cannot be read.
            None => database.insert(Database::open(&target, mode)?),
        };
        let changes = database.load(&report, mode)?;
        changed += usize::from(!changes.is_empty());
        #[cfg(feature = "sqlite")]
        if let (Target::Sqlite(path), Mode::Commit, false) = (&target, mode, is_described) {
            metadata(&report, path)?;
            is_described = true;
        }
        if arguments.dry_run {
            print(&listed(&changes))?;
        }
        for note in &changes.notes {
            say(&format!("{}: warning: {note}", input.display()));
        }
        if !arguments.quiet && inputs.len() > 1 && io::stderr().is_terminal() {
            say(&format!(
                "[{}/{}] {}",
                at + 1,
                inputs.len(),
                summary(&changes)
            ));
        } else if !arguments.quiet {
            say(&summary(&changes));
        }
    }
    if !arguments.quiet && inputs.len() > 1 {
        let done = inputs.len() - failed;
        let would = if arguments.dry_run {
            "would change"
        } else {
            "changed"
        };
        say(&format!(
            "{target}: {}, {changed} of them {would}",
            count(done, "edition")
        ));
    }
    Ok(match failed {
        0 => Outcome::Done,
        all if all == inputs.len() => Outcome::Undone,
        _ => Outcome::Failed,
    })
}

fn read<'i>(
    arguments: &Load,
    corrections: &Corrections,
    input: &'i Path,
    loaded: &mut HashMap<u32, &'i Path>,
) -> Result<Report, Failure> {
    let source = open(input)?;
    let options = Options::from(&arguments.known);
    let report = cnnic::read_corrected(&source, &options, corrections)?;
    say_unused(&source, &report);
    let Some(number) = report.edition.number else {
        return Err(Error::NoEdition {
            name: source.name().to_owned(),
        }
        .into());
    };
    match loaded.insert(number, input) {
        Some(other) => Err(Failure::NotThere(format!(
            "{}: expected another edition than {}, found the same ({number}); load them one after \
             the other if the second is meant to replace the first",
            source.name(),
            other.display()
        ))),
        None => Ok(report),
    }
}

/// Says which corrections were not applied; what is wrong in a report itself is
/// what `check` prints.
fn say_unused(source: &Source, report: &Report) {
    let name = Named::of(source, report);
    let problems = report.problems.iter();
    for problem in problems.filter(|problem| problem.kind == ProblemKind::CorrectionUnused) {
        say(&check::line(&name, problem));
    }
}

/// The files that inputs stand for, those of a folder in the order of their
/// names.
fn inputs(given: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for input in given {
        if !input.is_dir() {
            files.push(input.clone());
            continue;
        }
        let found = reports_in(input).map_err(|source| Error::Read {
            name: input.display().to_string(),
            source,
        })?;
        if found.is_empty() {
            return Err(Failure::NotThere(format!(
                "{}: expected a folder with a report.json, with folders that have one, or with \
                 reports as .json, .txt or .pdf; found none",
                input.display()
            )));
        }
        files.extend(found);
    }
    Ok(files)
}

/// The report of a folder; else those in it and in its folders.
fn reports_in(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let own = folder.join("report.json");
    if own.is_file() {
        return Ok(vec![own]);
    }
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect();
    let mut entries = entries?;
    entries.sort_by_key(|path| by_number(path));
    let is_report = |path: &Path| {
        let end = path
            .extension()
            .and_then(|end| end.to_str())
            .unwrap_or_default();
        ["json", "txt", "pdf"].contains(&end.to_ascii_lowercase().as_str())
    };
    let is_hidden = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| name.starts_with('.'))
    };
    let found = entries.into_iter().filter(|path| !is_hidden(path));
    Ok(found
        .filter_map(|path| {
            let inner = path.join("report.json");
            if path.is_dir() {
                inner.is_file().then_some(inner)
            } else {
                is_report(&path).then_some(path)
            }
        })
        .collect())
}

/// cnnic-9 before cnnic-10.
fn by_number(path: &Path) -> (String, u64, PathBuf) {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let start = name
        .find(|c: char| c.is_ascii_digit())
        .unwrap_or(name.len());
    let digits: String = name[start..]
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    (
        name[..start].to_owned(),
        digits.parse().unwrap_or(0),
        path.to_owned(),
    )
}

/// Writes the metadata for Datasette beside a database.
#[cfg(feature = "sqlite")]
fn metadata(report: &Report, path: &Path) -> Result<(), Error> {
    let stem = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    let beside = path.with_file_name(format!("{stem}.metadata.json"));
    cnnic::write::folder::replace_file(
        &beside,
        cnnic::write::sqlite::metadata(report, stem).as_bytes(),
    )
}

/// `edition 55: 1,004 inserted, 3 updated, 1 removed, 5 unchanged`
fn summary(changes: &Changes) -> String {
    let edition = changes
        .edition
        .map_or("?".to_owned(), |number| number.to_string());
    let sum = |of: fn(&TableChanges) -> u64| changes.tables.iter().map(of).sum::<u64>();
    format!(
        "edition {edition}: {} inserted, {} updated, {} removed, {} unchanged",
        rows(sum(|table| table.inserted)),
        sum(|table| table.updated),
        sum(|table| table.removed),
        sum(|table| table.unchanged),
    )
}

/// `1 row`, `2 rows`.
fn rows(number: u64) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} row{plural}")
}

/// What a dry run prints: a line for each table, and for each row that would be
/// updated or removed.
fn listed(changes: &Changes) -> String {
    let edition = changes
        .edition
        .map_or("?".to_owned(), |number| number.to_string());
    let mut out = String::new();
    for table in &changes.tables {
        let TableChanges {
            inserted,
            updated,
            removed,
            unchanged,
            ..
        } = table;
        if inserted + updated + removed + unchanged == 0 {
            continue;
        }
        out.push_str(&format!(
            "edition {edition} {}: +{inserted} ~{updated} -{removed} ={unchanged}\n",
            table.table
        ));
        for (sign, ids) in [('~', &table.updated_ids), ('-', &table.removed_ids)] {
            for id in ids {
                out.push_str(&format!("  {sign} {id}\n"));
            }
        }
    }
    out
}
