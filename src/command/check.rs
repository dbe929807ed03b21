//! `cnnic check`

use cnnic::check::CheckStatus;
use cnnic::problem::Severity;
use cnnic::report::{self, Problem};
use cnnic::{Kind, Options, Report, Source};

use super::validation::validation;
use super::{Failure, Outcome, corrections, facts, open, print, say, show};
use crate::args::Check;

/// Prints what does not hold: failures, then problems, then what was checked.
pub fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let source = open(&arguments.input)?;
    let options = Options::from(&arguments.known);
    let corrections = corrections(&arguments.mended)?;
    let report = cnnic::read_corrected(&source, &options, &corrections)?;
    let errors = show::errors(&report);
    let name = Named::of(&source, &report);
    if arguments.json {
        print(&format!("{:#}\n", validation(source.name(), &report)))?;
    } else {
        let failed = report.checks.iter();
        let failed = failed.filter(|check| check.status == CheckStatus::Fail);
        let failed = failed.map(|check| failure(&name, &report, check) + "\n");
        let problems = report.problems.iter();
        let problems = problems.map(|problem| line(&name, problem) + "\n");
        let lines: String = failed.chain(problems).collect();
        let checks = facts::checks_by_kind(&report.checks);
        let ledger = facts::ledger(&report.ledger);
        print(&[lines, checks, ledger].join(""))?;
        say(&format!(
            "{}: schema valid, {}, {}, {}",
            source.name(),
            facts::checks_summary(&report.checks),
            show::count(errors, "error"),
            show::count(report.problems.len() - errors, "warning"),
        ));
    }
    Ok(if holds(&report) {
        Outcome::Done
    } else {
        Outcome::Failed
    })
}

/// Whether a report has no error: no problem that is one, and no check that
/// fails as one.
pub fn holds(report: &Report) -> bool {
    show::errors(report) == 0 && !report.checks.iter().any(is_failure)
}

/// Whether a check says that a printed value is wrong.
pub fn is_failure(check: &report::Check) -> bool {
    check.status == CheckStatus::Fail && check.severity == Severity::Error
}

/// `report.txt:1101: error decode: 附表 2, …`
pub fn failure(name: &Named, report: &Report, check: &report::Check) -> String {
    let severity = severity(check.severity);
    let what = format!("{severity} {}: {}", check.kind.name(), check.message);
    name.line(line_of(report, check), &what)
}

/// The line of what is wrong: of what is printed, which stands last; of a table
/// its caption's.
pub fn line_of(report: &Report, check: &report::Check) -> Option<usize> {
    let observations = || report.observations.iter();
    let seen = check.refs.iter().rev().find_map(|reference| {
        let mut observations = observations();
        observations.find(|seen| seen.id == *reference)
    });
    if let Some(seen) = seen {
        return Some(seen.locator.line);
    }
    let mut tables = report.tables.iter();
    let table = tables.find(|table| check.refs.contains(&table.label))?;
    Some(table.locator.line)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A quote on one line, cut where it is long.
fn shortened(quote: &str) -> String {
    const LONGEST: usize = 40;
    let line = quote.replace('\n', " ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// An input, and what the lines of its problems are lines of.
pub struct Named<'n> {
    input: &'n str,
    /// The file that a report.json was read from.
    read_from: Option<&'n str>,
}

impl<'n> Named<'n> {
    /// The name of an input.
    pub fn of(source: &'n Source, report: &'n Report) -> Named<'n> {
        Named {
            input: source.name(),
            read_from: (source.kind() == Kind::ReportJson).then_some(report.source.file.as_str()),
        }
    }

    /// `report.txt:573: error table_missing: message`; of a report.json, which
    /// has other lines, `report.json: error table_missing: message (report.txt,
    /// line 573)`.
    fn line(&self, line: Option<usize>, what: &str) -> String {
        let Named { input, read_from } = self;
        match (line, read_from) {
            (None, _) => format!("{input}: {what}"),
            (Some(line), None) => format!("{input}:{line}: {what}"),
            (Some(line), Some(file)) => format!("{input}: {what} ({file}, line {line})"),
        }
    }
}

/// `report.txt:573: error table_missing: message; expected …, found …`
pub fn line(name: &Named, problem: &Problem) -> String {
    let severity = severity(problem.severity);
    let mut line = format!("{severity} {}: {}", kind(problem), problem.message);
    if let Some(expected) = &problem.expected {
        line.push_str(&format!("; expected {expected}"));
    }
    if let Some(found) = &problem.found {
        line.push_str(&format!("; found {found}"));
    }
    let quote = problem
        .locator
        .as_ref()
        .map_or("", |locator| locator.quote.as_str());
    if problem.found.is_none() && !quote.is_empty() {
        line.push_str(&format!(": {}", shortened(quote)));
    }
    let at = problem.locator.as_ref().map(|locator| locator.line);
    name.line(at, &line)
}

/// `table_missing`
pub fn kind(problem: &Problem) -> String {
    let kind = serde_json::to_value(problem.kind).unwrap_or_default();
    kind.as_str().unwrap_or_default().to_owned()
}
