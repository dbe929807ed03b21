//! # What it checks
//!
//! A growth rate against the two levels that it is between, and a change
//! against their difference; where the level before is not printed, a growth
//! rate against the change and the level now.
//!
//! # When it applies
//!
//! To facts of the catalog whose levels are printed, in the same row or
//! anywhere else, of the same periods. In other tables, to a column of growth
//! or change beside exactly one pair of columns of one unit and heading whose
//! periods are those that it is between. A table of more than two periods does
//! not say which of them a growth is from.
//!
//! # Tolerance
//!
//! Growth was computed from levels before they were rounded: it may be any that
//! the levels have within half of one in their last digits, and is itself
//! rounded by as much.

use rust_decimal::Decimal;

use super::evidence::{Evidence, Key};
use super::finding::Finding;
use super::interval::Interval;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, precision, wording};
use crate::fact::Measure;
use crate::grammar::period;
use crate::observation::{Observation, Origin, decimals};
use crate::period::Period;
use crate::table::Table;

/// Checks all growth rates and changes.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (key, _) in evidence.facts() {
        if matches!(key.measure, Measure::GrowthRate | Measure::Change)
            && let Some(at) = evidence.finest(key)
        {
            findings.extend(of_fact(evidence, key, at));
        }
    }
    for (at, table) in evidence.readings.tables.iter().enumerate() {
        for column in 0..table.columns.len() {
            findings.extend(of_column(evidence, at, table, column));
        }
    }
}

fn kind(measure: Measure) -> CheckKind {
    match measure {
        Measure::Change => CheckKind::Change,
        _ => CheckKind::Growth,
    }
}

/// A growth or change of the catalog.
fn of_fact(evidence: &Evidence, key: &Key, at: usize) -> Option<Finding> {
    let seen = evidence.observation(at);
    let base = key.base?;
    if let Origin::Cell { table, column, .. } = seen.origin
        && is_ambiguous(&evidence.readings.tables[table], column)
    {
        return Some(ambiguous(evidence, at));
    }
    let later = level(evidence, key, key.period, at);
    let earlier = level(evidence, key, base, at);
    let Some(later) = later else {
        return Some(missing(evidence, at, key.period));
    };
    if let Some(earlier) = earlier {
        return evaluated(evidence, at, earlier, later);
    }
    if key.measure == Measure::GrowthRate {
        let change = Key {
            measure: Measure::Change,
            ..key.clone()
        };
        if let Some(change) = evidence.expression(&change) {
            return of_change(evidence, at, change, later);
        }
    }
    Some(missing(evidence, at, base))
}

/// The level of a growth or change at a time: in its own row, else wherever it
/// is printed most exactly. Points are of a share, or of a level in percent.
fn level(evidence: &Evidence, key: &Key, period: Period, at: usize) -> Option<Expression> {
    let level = |measure| Key {
        measure,
        is_points: false,
        period,
        base: None,
        ..key.clone()
    };
    let measures = if key.is_points {
        &[Measure::Share, Measure::Level][..]
    } else {
        &[Measure::Level]
    };
    measures.iter().find_map(|measure| {
        let wanted = level(*measure);
        let beside = evidence.beside(at, |other| evidence.key(other) == Some(&wanted));
        let at = beside.or_else(|| evidence.finest(&wanted))?;
        evidence.printed(at)
    })
}

/// The growth or change between two levels.
fn evaluated(
    evidence: &Evidence,
    at: usize,
    earlier: Expression,
    later: Expression,
) -> Option<Finding> {
    let seen = evidence.observation(at);
    let printed = evidence.printed(at)?;
    let readings = evidence.readings;
    let quotes: Vec<String> = [&earlier, &later]
        .iter()
        .map(|level| {
            let mut places = Vec::new();
            level.places(&mut places);
            let place = places.first();
            place.map_or(String::new(), |place| wording::quote(readings, *place))
        })
        .collect();
    let is_change = seen.measure == Measure::Change;
    let expected = if is_change {
        later.minus(earlier)
    } else {
        Expression::growth(earlier, later)
    };
    let relation = Relation::Equal { expected, printed };
    let says = |outcome: &Outcome| {
        let place = wording::place(readings, Place::Observation(at));
        let digits = if is_change {
            0
        } else {
            1 + decimals(seen.text())
        };
        let values = wording::values(outcome.expected, digits);
        let unit = if is_change { "" } else { "%" };
        let printed = wording::quoted(seen);
        let is = wording::is_printed(outcome);
        let from = format!("{} to {}", quotes[0], quotes[1]);
        format!("{place}: from {from} is {values}{unit}, {is} {printed}")
    };
    let digits = decimals(seen.text());
    Some(Finding::evaluated(
        kind(seen.measure),
        evidence.fact(at),
        relation,
        digits,
        says,
    ))
}

/// A growth against the change in numbers, where the base is not printed:
/// change / (level − change), written so that each number stands in it once.
fn of_change(
    evidence: &Evidence,
    at: usize,
    change: Expression,
    later: Expression,
) -> Option<Finding> {
    let seen = evidence.observation(at);
    let printed = evidence.printed(at)?;
    let one = || Expression::Constant(Interval::exact(Decimal::ONE));
    let relation = Relation::Equal {
        expected: one()
            .over(later.over(change).minus(one()))
            .times(Decimal::ONE_HUNDRED),
        printed,
    };
    let readings = evidence.readings;
    let digits = decimals(seen.text());
    let places = relation.places();
    let says = |outcome: &Outcome| {
        let place = wording::place(readings, Place::Observation(at));
        let quote = |at: usize| {
            let place = places.get(at);
            place.map_or(String::new(), |place| wording::quote(readings, *place))
        };
        let (level, change) = (quote(0), quote(1));
        let values = wording::values(outcome.expected, digits + 1);
        let printed = wording::quoted(seen);
        let is = wording::is_printed(outcome);
        format!("{place}: by {change} to {level} is {values}%, {is} {printed}")
    };
    Some(Finding::evaluated(
        CheckKind::Growth,
        evidence.fact(at),
        relation,
        digits,
        says,
    ))
}

fn missing(evidence: &Evidence, at: usize, period: Period) -> Finding {
    let seen = evidence.observation(at);
    let place = wording::place(evidence.readings, Place::Observation(at));
    let reason = format!("{place}: the level of {period} is not printed");
    Finding::skipped(kind(seen.measure), evidence.fact(at), reason).at(vec![Place::Observation(at)])
}

fn ambiguous(evidence: &Evidence, at: usize) -> Finding {
    let seen = evidence.observation(at);
    let place = wording::place(evidence.readings, Place::Observation(at));
    let reason = format!("{place}: the table has more than two periods");
    Finding::skipped(kind(seen.measure), evidence.fact(at), reason).at(vec![Place::Observation(at)])
}

/// Whether a column does not say from when it counts, in a table of more than
/// two periods.
fn is_ambiguous(table: &Table, column: usize) -> bool {
    let label = table.columns[column].label.as_deref().unwrap_or_default();
    let says_base = label
        .strip_prefix(['比', '较'])
        .is_some_and(|rest| period::leading(rest.trim_start()).is_some());
    let columns = table.columns.iter();
    let mut periods: Vec<Period> = columns.filter_map(|column| column.period).collect();
    periods.sort_unstable();
    periods.dedup();
    !says_base && periods.len() > 2
}

/// A column of growth or change in a table that the catalog does not know.
fn of_column(evidence: &Evidence, at: usize, table: &Table, column: usize) -> Vec<Finding> {
    let cells = (0..table.rows.len()).filter_map(|row| {
        let cell = evidence.of_cell(at, row, column)?;
        let seen = evidence.observation(cell);
        let is_growth = matches!(seen.measure, Measure::GrowthRate | Measure::Change);
        let is_unknown = evidence.key(cell).is_none() && seen.value.is_some();
        (is_growth && is_unknown).then_some((row, cell))
    });
    let cells: Vec<(usize, usize)> = cells.collect();
    if cells.is_empty() || is_ambiguous(table, column) {
        return Vec::new();
    }
    let findings = cells.into_iter().filter_map(|(row, cell)| {
        let (earlier, later) = pair(evidence, at, table, row, evidence.observation(cell))?;
        evaluated(
            evidence,
            cell,
            evidence.printed(earlier)?,
            evidence.printed(later)?,
        )
    });
    findings.collect()
}

/// The one pair of levels in a row that a growth or change can be between.
fn pair(
    evidence: &Evidence,
    at: usize,
    table: &Table,
    row: usize,
    growth: &Observation,
) -> Option<(usize, usize)> {
    let levels: Vec<(usize, &Observation)> = (0..table.columns.len())
        .filter_map(|column| evidence.of_cell(at, row, column))
        .map(|cell| (cell, evidence.observation(cell)))
        .filter(|(_, seen)| seen.measure == Measure::Level && fits_unit(seen, growth))
        .collect();
    let of = |period: Option<Period>| {
        let levels = levels.iter();
        levels.filter(move |(_, seen)| period.is_some() && seen.period == period)
    };
    let mut pairs = Vec::new();
    for (earlier, before) in of(growth.base) {
        let same = |seen: &Observation| seen.label == before.label && seen.unit == before.unit;
        let later = of(growth.period).filter(|(_, after)| same(after));
        pairs.extend(later.map(|(later, _)| ((*earlier, *later), &before.label)));
    }
    if pairs.len() > 1 {
        pairs.retain(|(_, label)| growth.label.contains(label.as_str()));
    }
    match pairs.as_slice() {
        [(pair, _)] => Some(*pair),
        _ => None,
    }
}

/// Growth is of what is counted; a change has the unit of its levels.
fn fits_unit(level: &Observation, growth: &Observation) -> bool {
    match growth.measure {
        Measure::Change => level.unit == growth.unit,
        _ => !precision::is_measured(&level.unit),
    }
}
