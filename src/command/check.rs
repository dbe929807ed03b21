//! `cnnic check`

use std::collections::HashMap;
use std::fmt;

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
    let amiss = Amiss::of(&report);
    let name = Named::of(&source, &report);
    if arguments.json {
        print(&format!("{:#}\n", validation(&name, &report)))?;
    } else {
        let failed = report.checks.iter();
        let failed = failed.filter(|check| check.status == CheckStatus::Fail);
        let failed = failed.map(|check| failure(&name, check) + "\n");
        let problems = report.problems.iter();
        let problems = problems.map(|problem| line(&name, problem) + "\n");
        let lines: String = failed.chain(problems).collect();
        let checks = facts::checks_by_kind(&report.checks);
        let ledger = facts::ledger(&report.ledger);
        print(&[lines, checks, ledger].join(""))?;
        if !arguments.quiet {
            say(&format!(
                "{}: schema valid, {}; {amiss}",
                source.name(),
                facts::checks_summary(&report.checks),
            ));
        }
    }
    Ok(if amiss.is_none() {
        Outcome::Done
    } else {
        Outcome::Failed
    })
}

/// What does not hold: failing checks and problems together, as their lines call
/// them.
#[derive(Clone, Copy)]
pub struct Amiss {
    /// Failing checks and problems that are errors.
    pub errors: [usize; 2],
    /// Failing checks and problems that are warnings.
    pub warnings: [usize; 2],
}

impl Amiss {
    /// Of a report.
    pub fn of(report: &Report) -> Amiss {
        let count = |severity: Severity| {
            let checks = report.checks.iter();
            let failed = checks.filter(|check| check.status == CheckStatus::Fail);
            let problems = report.problems.iter();
            [
                failed.filter(|check| check.severity == severity).count(),
                problems.filter(|one| one.severity == severity).count(),
            ]
        };
        Amiss {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }

    /// Whether there is no error.
    pub fn is_none(self) -> bool {
        self.errors == [0, 0]
    }
}

/// `2 errors, 14 warnings`
impl fmt::Display for Amiss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [errors, warnings] = [self.errors, self.warnings].map(|both| both.iter().sum());
        let errors = show::count(errors, "error");
        write!(f, "{errors}, {}", show::count(warnings, "warning"))
    }
}

/// `report.txt:1101: error decode: 附表 2, …`
pub fn failure(name: &Named, check: &report::Check) -> String {
    let severity = severity(check.severity);
    let what = format!("{severity} {}: {}", check.kind.name(), check.message);
    name.line(name.line_of(check), &what)
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
    /// The lines of observations by their ids, and of tables by their labels.
    lines: [HashMap<&'n str, usize>; 2],
}

impl<'n> Named<'n> {
    /// The name of an input.
    pub fn of(source: &'n Source, report: &'n Report) -> Named<'n> {
        let observations = report.observations.iter();
        let observations = observations.map(|seen| (seen.id.as_str(), seen.locator.line));
        // The first of two tables of one label.
        let tables = report.tables.iter().rev();
        let tables = tables.map(|table| (table.label.as_str(), table.locator.line));
        Named {
            input: source.name(),
            read_from: (source.kind() == Kind::ReportJson).then_some(report.source.file.as_str()),
            lines: [observations.collect(), tables.collect()],
        }
    }

    /// The name of the input.
    pub fn input(&self) -> &'n str {
        self.input
    }

    /// The line of what is wrong: of what is printed, which stands last; of a
    /// table its caption's.
    pub fn line_of(&self, check: &report::Check) -> Option<usize> {
        let [observations, tables] = &self.lines;
        let find = |lines: &HashMap<&str, usize>| {
            let mut refs = check.refs.iter().rev();
            refs.find_map(|reference| lines.get(reference.as_str()).copied())
        };
        find(observations).or_else(|| find(tables))
    }

    /// `report.txt:573: error table_missing: message`; of a report.json, which
    /// has other lines, `report.json: error table_missing: message (report.txt,
    /// line 573)`.
    fn line(&self, line: Option<usize>, what: &str) -> String {
        let Named {
            input, read_from, ..
        } = self;
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
