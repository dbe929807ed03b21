//! `cnnic extract`

use std::collections::HashMap;
use std::path::Path;

use cnnic::check::CheckStatus;
use cnnic::{Corrections, Options, Report, Source, write};

use super::check::{Amiss, Named};
use super::{Failure, Outcome, check, corrections, open, print_chunks, say};
use crate::args::Extract;

/// Reads each input and writes it; what fails stops no other.
pub fn run(arguments: &Extract) -> Result<Outcome, Failure> {
    let to_stdout = arguments.output.as_os_str() == "-";
    if to_stdout && arguments.inputs.len() > 1 {
        return Err(Failure::NotThere(format!(
            "-o -: expected one INPUT, found {}; give a folder to write into",
            arguments.inputs.len()
        )));
    }
    let formats: Vec<write::Format> = arguments
        .format
        .iter()
        .filter_map(|format| format.beside_json())
        .collect();
    if to_stdout && !formats.is_empty() {
        return Err(Failure::NotThere(
            "-o -: expected -f json alone, which is what standard output can take; give a folder to \
             write the other formats into"
                .to_owned(),
        ));
    }
    if !to_stdout {
        write::folder::recover(&arguments.output)?;
    }
    // A bad file of corrections stops all inputs.
    let corrections = corrections(&arguments.mended)?;
    let mut written: HashMap<String, &Path> = HashMap::new();
    let (mut failed, mut all_hold) = (0, true);
    for (at, input) in arguments.inputs.iter().enumerate() {
        if arguments.inputs.len() > 1 && !arguments.quiet {
            say(&format!(
                "[{}/{}] {}",
                at + 1,
                arguments.inputs.len(),
                input.display()
            ));
        }
        let to = (!to_stdout).then_some(formats.as_slice());
        match one(arguments, &corrections, input, to, &mut written) {
            Ok(report) => {
                all_hold &= Amiss::of(&report).is_none();
                // The memory of the last one goes with the program, and at once.
                if at + 1 == arguments.inputs.len() {
                    std::mem::forget(report);
                }
            }
            Err(output @ Failure::Output { .. }) => return Err(output),
            Err(failure) => {
                say(&format!("error: {failure}"));
                failed += 1;
            }
        }
    }
    Ok(match failed {
        0 if arguments.strict && !all_hold => Outcome::Failed,
        0 => Outcome::Done,
        all if all == arguments.inputs.len() => Outcome::Undone,
        _ => Outcome::Failed,
    })
}

fn one<'a>(
    arguments: &Extract,
    corrections: &Corrections,
    input: &'a Path,
    formats: Option<&[write::Format]>,
    written: &mut HashMap<String, &'a Path>,
) -> Result<Report, Failure> {
    let source = open(input)?;
    let options = Options::from(&arguments.known);
    let report = cnnic::read_corrected(&source, &options, corrections)?;
    #[cfg(feature = "cross-check")]
    if arguments.cross_check {
        super::cross_check::run(&source, &options)?;
    }
    let mut notes = Vec::new();
    let mut json = None;
    let place = if let Some(formats) = formats {
        let folder = write::folder_name(&report);
        if let Some(other) = written.insert(folder.clone(), input) {
            return Err(Failure::NotThere(format!(
                "{}: expected another edition than {}, found the same ({folder}); write them into \
                 different folders with -o",
                source.name(),
                other.display()
            )));
        }
        let written = write::write(&report, formats, &arguments.output)?;
        notes = written.notes;
        let file = json.insert(written.folder.join(write::json::FILE));
        let shown = if formats.is_empty() {
            file
        } else {
            &written.folder
        };
        shown.display().to_string()
    } else {
        print_chunks(&write::json::to_chunks(&report)?)?;
        "standard output".to_owned()
    };
    for note in &notes {
        say(&format!("{}: warning: {note}", source.name()));
    }
    say_what_is_wrong(&source, &report, json.as_deref());
    if !arguments.quiet {
        say(&format!("{place}: {}", summary(&report)));
    }
    Ok(report)
}

/// Prints all failing checks, the first problems of each kind, and how many more
/// there are. All of them are in what was written.
fn say_what_is_wrong(source: &Source, report: &Report, json: Option<&Path>) {
    const MOST: usize = 3;
    let name = Named::of(source, report);
    let checks = report.checks.iter();
    for failed in checks.filter(|check| check.status == CheckStatus::Fail) {
        say(&check::failure(&name, failed));
    }
    let mut kinds: Vec<(String, usize)> = Vec::new();
    for problem in &report.problems {
        let kind = check::kind(problem);
        let at = kinds.iter().position(|(known, _)| *known == kind);
        let at = at.unwrap_or_else(|| {
            kinds.push((kind, 0));
            kinds.len() - 1
        });
        kinds[at].1 += 1;
        if kinds[at].1 <= MOST {
            say(&check::line(&name, problem));
        }
    }
    let more = kinds.iter().filter(|(_, times)| *times > MOST);
    let more: Vec<String> = more
        .map(|(kind, times)| format!("{} {kind}", times - MOST))
        .collect();
    if !more.is_empty() {
        let input = json.map_or("INPUT".to_owned(), |json| json.display().to_string());
        say(&format!(
            "{}: and {} more; `cnnic check {input}` prints all",
            source.name(),
            more.join(", ")
        ));
    }
}

/// `edition 55, 2024-12: 16 tables, 42 figures, …`
fn summary(report: &Report) -> String {
    let edition = match (report.edition.number, &report.edition.period) {
        (Some(number), Some(period)) => format!("edition {number}, {period}"),
        (Some(number), None) => format!("edition {number}"),
        (None, _) => "edition unknown".to_owned(),
    };
    let bullets = report
        .statements
        .iter()
        .filter(|statement| statement.kind == "bullet")
        .count();
    let counts = [
        (report.tables.len(), "table"),
        (report.figures.len(), "figure"),
        (bullets, "bullet"),
        (report.statements.len() - bullets, "sentence"),
        (report.footnotes.len(), "footnote"),
        (report.terms.len(), "term"),
        (report.problems.len(), "problem"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .map(|(count, name)| super::show::count(*count, name))
        .collect();
    let checks = super::facts::checks_summary(&report.checks);
    let amiss = Amiss::of(report);
    format!("{edition}: {}; {checks}; {amiss}", counts.join(", "))
}
