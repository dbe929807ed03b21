//! `cnnic load`

use std::collections::HashMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::{fs, io, thread};

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
    let mut loaded: HashMap<Option<u32>, &Path> = HashMap::new();
    let (mut failed, mut changed) = (0, 0);
    // What tables and columns are is the same for all editions.
    #[cfg(feature = "sqlite")]
    let mut is_described = false;
    let read = |input: &PathBuf| read(arguments, &corrections, input);
    ahead(&inputs, read, |at, read| {
        let input = inputs[at].as_path();
        for line in &read.unused {
            say(line);
        }
        let report = read
            .report
            .and_then(|report| only(report, input, &mut loaded));
        let report = match report {
            Ok(report) => report,
            Err(failure) => {
                say(&format!("error: {failure}"));
                failed += 1;
                return Ok(());
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
        Ok(())
    })?;
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

/// An input that was read.
struct Read {
    /// The report, and the name of its source.
    report: Result<(String, Report), Failure>,
    /// What there is to say of corrections that were not applied.
    unused: Vec<String>,
}

/// Reads inputs, each while the one before is loaded.
fn ahead(
    inputs: &[PathBuf],
    read: impl Fn(&PathBuf) -> Read + Sync,
    mut load: impl FnMut(usize, Read) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let read = &read;
    thread::scope(|scope| {
        // No more than one waits, so that memory does not grow.
        let (sender, receiver) = mpsc::sync_channel(0);
        let all = move || {
            // Once a database fails nobody takes the next.
            let taken = |input| sender.send(read(input)).is_ok();
            inputs.iter().all(taken)
        };
        match thread::Builder::new().spawn_scoped(scope, all) {
            Ok(_) => {
                let mut found = receiver.into_iter().enumerate();
                found.try_for_each(|(at, found)| load(at, found))
            }
            // Without a thread they are read in turn.
            Err(_) => {
                let mut inputs = inputs.iter().enumerate();
                inputs.try_for_each(|(at, input)| load(at, read(input)))
            }
        }
    })
}

fn read(arguments: &Load, corrections: &Corrections, input: &Path) -> Read {
    let mut unused = Vec::new();
    let mut read = || {
        let source = open(input)?;
        let options = Options::from(&arguments.known);
        let report = cnnic::read_corrected(&source, &options, corrections)?;
        unused = unused_lines(&source, &report);
        let name = source.name().to_owned();
        if report.edition.number.is_none() {
            return Err(Error::NoEdition { name }.into());
        }
        Ok((name, report))
    };
    Read {
        report: read(),
        unused,
    }
}

/// A report whose edition none of the others had.
fn only<'i>(
    (name, report): (String, Report),
    input: &'i Path,
    loaded: &mut HashMap<Option<u32>, &'i Path>,
) -> Result<Report, Failure> {
    let number = report.edition.number;
    match loaded.insert(number, input) {
        Some(other) => Err(Failure::NotThere(format!(
            "{name}: expected another edition than {}, found the same ({}); load them one after the other if \
             the second is meant to replace the first",
            other.display(),
            number.unwrap_or_default(),
        ))),
        None => Ok(report),
    }
}

/// Which corrections were not applied; what is wrong in a report itself is what
/// `check` prints.
fn unused_lines(source: &Source, report: &Report) -> Vec<String> {
    let name = Named::of(source, report);
    let problems = report.problems.iter();
    let unused = problems.filter(|problem| problem.kind == ProblemKind::CorrectionUnused);
    unused.map(|problem| check::line(&name, problem)).collect()
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
                 reports as .json, .txt, .md, .html or .pdf; found none",
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
        ["json", "txt", "md", "html", "pdf"].contains(&end.to_ascii_lowercase().as_str())
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
