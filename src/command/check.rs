//! `cnnic check`

use cnnic::problem::Severity;
use cnnic::report::Problem;
use cnnic::{Kind, Options, Report, Source};
use serde_json::json;

use super::{Failure, Outcome, facts, open, print, say, show};
use crate::args::Check;

/// Prints what does not hold.
pub fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let source = open(&arguments.input)?;
    let options = Options {
        edition: arguments.known.edition,
    };
    let report = cnnic::read(&source, &options)?;
    let errors = report
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    if arguments.json {
        let found = json!({
            "file": report.source.file,
            "schema": "valid",
            "checks": report.checks,
            "problems": report.problems,
            "ledger": report.ledger,
        });
        print(&format!("{found:#}\n"))?;
    } else {
        let lines: String = report
            .problems
            .iter()
            .map(|problem| line(file(&source, &report), problem) + "\n")
            .collect();
        print(&format!("{lines}{}", facts::ledger(&report.ledger)))?;
        say(&format!(
            "{}: schema valid, {}, {}",
            source.name(),
            show::count(errors, "error"),
            show::count(report.problems.len() - errors, "warning"),
        ));
    }
    Ok(if errors > 0 {
        Outcome::Failed
    } else {
        Outcome::Done
    })
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
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
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
