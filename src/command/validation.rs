//! What does not hold, in the form of the frictionless validation report.
//!
//! Frictionless loads no error of a type that it does not know, and makes the
//! message of one that it does from its note. So every error has the type of all
//! of them, and the message as its note; what sort it is stands beside, in fields
//! that frictionless keeps as they are.

use std::collections::HashMap;

use cnnic::Report;
use cnnic::check::CheckStatus;
use cnnic::problem::Severity;
use cnnic::report::{Check, Observation, Problem, Table};
use serde_json::{Value, json};

use super::check::{Amiss, Named, kind};

/// A task for each table, and one for the rest of the report, whose place is the
/// input.
pub fn validation(name: &Named, report: &Report) -> Value {
    let mut tasks: Vec<Task> = report.tables.iter().map(Task::of_table).collect();
    tasks.push(Task::default());
    let last = tasks.len() - 1;
    let observations = report.observations.iter();
    let observations: HashMap<&str, &Observation> =
        observations.map(|seen| (seen.id.as_str(), seen)).collect();
    // The first table that a check is about.
    let place = |check: &Check| {
        let found = check.refs.iter().find_map(|reference| {
            let seen = observations.get(reference.as_str());
            let label = seen.map_or(Some(reference), |seen| seen.origin.label.as_ref())?;
            let mut tables = report.tables.iter();
            tables.position(|table| names(table, label))
        });
        found.unwrap_or(last)
    };
    for check in &report.checks {
        let task = &mut tasks[place(check)];
        task.checks += usize::from(check.status != CheckStatus::Skipped);
        match (check.status, check.severity) {
            (CheckStatus::Fail, Severity::Error) => {
                task.errors.push(of_check(name, &observations, check));
            }
            (CheckStatus::Fail, Severity::Warning) => task.warnings.push(check.message.clone()),
            _ => {}
        }
    }
    for problem in &report.problems {
        let lines = |table: &Table| table.locator.line..table.locator.line + lines(table);
        let line = problem.locator.as_ref().map(|locator| locator.line);
        let table = line.and_then(|line| {
            let mut tables = report.tables.iter();
            tables.position(|table| lines(table).contains(&line))
        });
        let task = &mut tasks[table.unwrap_or(last)];
        match problem.severity {
            Severity::Error => task.errors.push(of_problem(problem)),
            Severity::Warning => task.warnings.push(problem.message.clone()),
        }
    }
    let amiss = Amiss::of(report);
    let sum = |both: [usize; 2]| both.iter().sum::<usize>();
    json!({
        "valid": amiss.is_none(),
        "stats": {
            "tasks": tasks.len(),
            "errors": sum(amiss.errors),
            "warnings": sum(amiss.warnings),
            "checks": tasks.iter().map(|task| task.checks).sum::<usize>(),
        },
        "warnings": [],
        "errors": [],
        "tasks": tasks.iter().map(|task| task.value(name.input())).collect::<Vec<Value>>(),
        "ledger": report.ledger,
    })
}

/// What is validated together.
#[derive(Default)]
struct Task<'r> {
    table: Option<&'r Table>,
    checks: usize,
    errors: Vec<Value>,
    warnings: Vec<String>,
}

impl<'r> Task<'r> {
    fn of_table(table: &'r Table) -> Task<'r> {
        Task {
            table: Some(table),
            ..Task::default()
        }
    }

    fn value(&self, input: &str) -> Value {
        let labels = self.table.into_iter().flat_map(|table| {
            let columns = table.columns.iter();
            let columns = columns.map(|column| column.label.clone());
            std::iter::once(table.stub.clone()).chain(columns)
        });
        let labels: Vec<String> = labels.map(Option::unwrap_or_default).collect();
        let mut stats = json!({
            "errors": self.errors.len(),
            "warnings": self.warnings.len(),
            "checks": self.checks,
        });
        if let Some(table) = self.table {
            stats["fields"] = json!(table.columns.len() + 1);
            stats["rows"] = json!(table.rows.len());
        }
        json!({
            "name": self.table.map_or("report".to_owned(), name),
            "type": if self.table.is_some() { "table" } else { "file" },
            "valid": self.errors.is_empty(),
            "place": self.table.map_or(input, |table| &table.label),
            "labels": labels,
            "stats": stats,
            "warnings": self.warnings,
            "errors": self.errors,
        })
    }
}

/// The dataset; of a table that is none `body-table-9`, in the letters that a name may
/// have.
fn name(table: &Table) -> String {
    let numbered = || format!("{}-table-{}", table.kind, table.number);
    table.dataset.clone().unwrap_or_else(numbered)
}

/// How many lines a table is printed on.
fn lines(table: &Table) -> usize {
    table.locator.quote.lines().count().max(1)
}

/// Whether a reference is a table or a cell of it: `附表 2 row, column`.
fn names(table: &Table, reference: &str) -> bool {
    let rest = reference.strip_prefix(table.label.as_str());
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn of_check(name: &Named, observations: &HashMap<&str, &Observation>, check: &Check) -> Value {
    let kind = check.kind.name();
    let mut error = json!({
        "type": "error",
        "title": title(kind),
        "description": "numbers that have to fit each other do not, whatever they were rounded from",
        "message": check.message,
        "tags": ["#check"],
        "note": check.message,
        "kind": kind,
        "check": check.id,
        "expected": check.expected,
        "actual": check.actual,
        "tolerance": check.tolerance,
        "line": name.line_of(check),
    });
    // Of one cell the row and the field, counted as in a sheet with a header.
    let mut cells = check.refs.iter().filter_map(|reference| {
        let seen = observations.get(reference.as_str())?;
        Some((
            seen.origin.row?,
            seen.origin.column?,
            seen.value_printed.clone(),
        ))
    });
    if let Some((row, column, printed)) = cells.next_back() {
        error["rowNumber"] = json!(row + 2);
        error["fieldNumber"] = json!(column + 2);
        error["cell"] = json!(printed);
    }
    error
}

fn of_problem(problem: &Problem) -> Value {
    let kind = kind(problem);
    json!({
        "type": "error",
        "title": title(&kind),
        "description": "something that could not be understood",
        "message": problem.message,
        "tags": ["#problem"],
        "note": problem.message,
        "kind": kind,
        "expected": problem.expected,
        "actual": problem.found,
        "line": problem.locator.as_ref().map(|locator| locator.line),
    })
}

/// `Cross Reference Error`
fn title(kind: &str) -> String {
    let words = kind.split('_').map(|word| {
        let (first, rest) = word.split_at(1.min(word.len()));
        first.to_uppercase() + rest
    });
    format!("{} Error", words.collect::<Vec<String>>().join(" "))
}
