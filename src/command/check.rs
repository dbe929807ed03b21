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
    let errors = report
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let failures = report.checks.iter().filter(|check| is_failure(check));
    let failures = failures.count();
    let name = file(&source, &report);
    if arguments.json {
        print(&format!("{:#}\n", validation(&report)))?;
    } else {
        let failed = report.checks.iter();
        let failed = failed.filter(|check| check.status == CheckStatus::Fail);
        let failed = failed.map(|check| failure(name, &report, check) + "\n");
        let problems = report.problems.iter();
        let problems = problems.map(|problem| line(name, problem) + "\n");
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
    Ok(if errors + failures > 0 {
        Outcome::Failed
    } else {
        Outcome::Done
    })
}

/// Whether a check says that a printed value is wrong.
pub fn is_failure(check: &report::Check) -> bool {
    check.status == CheckStatus::Fail && check.severity == Severity::Error
}

/// `report.txt:1101: error decode: 附表 2, …`
pub fn failure(name: &str, report: &Report, check: &report::Check) -> String {
    let place = line_of(report, check).map_or(String::new(), |line| format!(":{line}"));
    let severity = severity(check.severity);
    format!(
        "{name}{place}: {severity} {}: {}",
        check.kind.name(),
        check.message
    )
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

/// The file that the lines of problems are lines of: a report.json names the
/// one that it was read from.
pub fn file<'s>(source: &'s Source, report: &'s Report) -> &'s str {
    match source.kind() {
        Kind::ReportJson => &report.source.file,
        _ => source.name(),
    }
}

/// `report.txt:573: error table_missing: message; expected …, found …`
pub fn line(name: &str, problem: &Problem) -> String {
    let place = problem
        .locator
        .as_ref()
        .map_or(String::new(), |locator| format!(":{}", locator.line));
    let severity = severity(problem.severity);
    let kind = serde_json::to_value(problem.kind).unwrap_or_default();
    let mut line = format!(
        "{name}{place}: {severity} {}: {}",
        kind.as_str().unwrap_or_default(),
        problem.message
    );
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
    line
}
