//! Observations and the ledger in the terminal.

use std::collections::BTreeMap;

use cnnic::check::{CheckKind, CheckStatus};
use cnnic::report::{Amount, Check, Ledger, Observation, Report};

use super::grid::{Grid, grid};
use super::show::count;
/// Observations, one a row.
pub fn observations(observations: &[&Observation]) -> String {
    let rows = observations.iter().map(|found| {
        let dimensions: Vec<String> = found
            .dimensions
            .iter()
            .map(|(dimension, code)| format!("{dimension}={code}"))
            .collect();
        vec![
            found.indicator.clone().unwrap_or_default(),
            found.label.clone(),
            dimensions.join(" "),
            found.measure.clone(),
            signed(found),
            found.unit_printed.clone().unwrap_or_default(),
            found.period.clone().unwrap_or_default(),
            found.base_period.clone().unwrap_or_default(),
            found.share_of.clone().unwrap_or_default(),
            place(found),
            found.locator.line.to_string(),
        ]
    });
    let head = [
        "indicator",
        "label",
        "dimensions",
        "measure",
        "printed",
        "unit",
        "period",
        "base",
        "of",
        "origin",
        "line",
    ];
    let grid = Grid {
        head: &head,
        rows: rows.collect(),
        numbers: &[4, 10],
        // Where a number stands and how it is read say less than what it is.
        spare: &[8, 7, 3, 9, 5],
    };
    grid.shown()
}

/// The number as printed, with the sign that its words give it: 减少 2.1%.
fn signed(observation: &Observation) -> String {
    let printed = &observation.value_printed;
    let is_said = observation
        .value
        .is_some_and(|value| value.0.is_sign_negative())
        && !printed.starts_with(['-', '－', '−', '–']);
    if is_said {
        format!("-{printed}")
    } else {
        printed.clone()
    }
}

fn place(observation: &Observation) -> String {
    let origin = &observation.origin;
    [&origin.label, &origin.statement]
        .into_iter()
        .flatten()
        .next()
        .cloned()
        .unwrap_or_default()
}

/// The classes with their counts, and each unexplained number with its line.
pub fn ledger(ledger: &Ledger) -> String {
    let mut rows: Vec<Vec<String>> = ledger
        .classes
        .iter()
        .map(|(class, count)| {
            let name = serde_json::to_value(class).unwrap_or_default();
            vec![
                name.as_str().unwrap_or_default().to_owned(),
                count.to_string(),
            ]
        })
        .collect();
    rows.push(vec![
        "unexplained".to_owned(),
        ledger.unexplained.len().to_string(),
    ]);
    rows.push(vec!["numbers".to_owned(), ledger.numbers.to_string()]);
    let mut out = grid(&["class", "numbers"], rows, &[1]);
    if !ledger.unexplained.is_empty() {
        let rows = ledger
            .unexplained
            .iter()
            .map(|number| vec![number.locator.line.to_string(), number.text.clone()]);
        out.push('\n');
        out.push_str(&grid(&["line", "unexplained"], rows.collect(), &[0]));
    }
    out
}

/// `2230 numbers, 0 unexplained`
pub fn summary(ledger: &Ledger) -> String {
    format!(
        "{}, {} unexplained",
        count(ledger.numbers, "number"),
        ledger.unexplained.len()
    )
}

/// The checks, one a row; those that do not hold first, then those skipped.
pub fn checks(report: &Report) -> String {
    let of = |wanted: CheckStatus| {
        let checks = report.checks.iter();
        checks.filter(move |check| check.status == wanted)
    };
    let in_order = of(CheckStatus::Fail)
        .chain(of(CheckStatus::Skipped))
        .chain(of(CheckStatus::Pass));
    let rows = in_order.map(|check| {
        let amount = |amount: &Option<Amount>| match amount {
            Some(Amount::Number(value)) => value.to_string(),
            Some(Amount::Text(text)) => text.clone(),
            None => String::new(),
        };
        let tolerance = check.tolerance.map(|tolerance| tolerance.to_string());
        vec![
            status(check.status).to_owned(),
            check.kind.name().to_owned(),
            check.message.clone(),
            amount(&check.expected),
            amount(&check.actual),
            tolerance.unwrap_or_default(),
        ]
    });
    let head = [
        "status",
        "kind",
        "message",
        "expected",
        "actual",
        "tolerance",
    ];
    let grid = Grid {
        head: &head,
        rows: rows.collect(),
        numbers: &[3, 4, 5],
        // The message has them too.
        spare: &[5, 3, 4],
    };
    grid.shown()
}

fn status(status: CheckStatus) -> &'static str {
    match status {
        CheckStatus::Pass => "pass",
        CheckStatus::Fail => "fail",
        CheckStatus::Skipped => "skipped",
    }
}

/// How many checks of each kind passed, failed and were skipped.
pub fn checks_by_kind(checks: &[Check]) -> String {
    let mut kinds: BTreeMap<CheckKind, [usize; 3]> = BTreeMap::new();
    for check in checks {
        let counts = kinds.entry(check.kind).or_default();
        let at = match check.status {
            CheckStatus::Fail => 0,
            CheckStatus::Pass => 1,
            CheckStatus::Skipped => 2,
        };
        counts[at] += 1;
    }
    let row = |name: &str, counts: [usize; 3]| {
        let counts = counts.iter().map(usize::to_string);
        std::iter::once(name.to_owned()).chain(counts).collect()
    };
    let mut rows: Vec<Vec<String>> = kinds
        .iter()
        .map(|(kind, counts)| row(kind.name(), *counts))
        .collect();
    let sum = |at: usize| kinds.values().map(|counts| counts[at]).sum();
    rows.push(row("checks", [sum(0), sum(1), sum(2)]));
    grid(&["kind", "fail", "pass", "skipped"], rows, &[1, 2, 3])
}

/// `501 checks, 2 failed, 48 skipped`
pub fn checks_summary(checks: &[Check]) -> String {
    let of = |status| {
        let checks = checks.iter();
        checks.filter(move |check| check.status == status).count()
    };
    let (failed, skipped) = (of(CheckStatus::Fail), of(CheckStatus::Skipped));
    let evaluated = count(checks.len() - skipped, "check");
    format!("{evaluated}, {failed} failed, {skipped} skipped")
}

/// The labels that the catalog has no indicator for, with how often they occur
/// and an id that their words suggest.
pub fn missing(report: &Report) -> String {
    let mut labels: BTreeMap<&str, (usize, &Observation)> = BTreeMap::new();
    for observation in &report.observations {
        if observation.indicator.is_none() {
            let entry = labels.entry(&observation.label);
            entry.or_insert((0, observation)).0 += 1;
        }
    }
    let mut rows: Vec<(usize, Vec<String>)> = labels
        .into_iter()
        .map(|(label, (times, first))| {
            let row = vec![
                label.to_owned(),
                cnnic::catalog::suggested_id(label).unwrap_or_default(),
                first.measure.clone(),
                first.unit.clone(),
                times.to_string(),
                first.locator.line.to_string(),
            ];
            (first.locator.line, row)
        })
        .collect();
    rows.sort_by_key(|(line, _)| *line);
    grid(
        &["label", "suggested id", "measure", "unit", "times", "line"],
        rows.into_iter().map(|(_, row)| row).collect(),
        &[4, 5],
    )
}
