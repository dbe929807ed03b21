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
//! periods are those that it is between; else, where rows are periods, between the
//! cells of one column in two rows; the heading of the growth names these levels or
//! nothing: none of 其中活跃用户增长率. Growth in real terms or a mean, as the heads, the title or a note
//! say, is not compared; nor is any beside what is added up, 累计. A table of more than two periods in its columns
//! does not say which of them a growth is from.
//!
//! # Tolerance
//!
//! Growth was computed from levels before they were rounded: it may be any that
//! the levels have within half of one in their last digits, and is itself
//! rounded by as much.

use foldhash::{HashMap, HashMapExt as _};
use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::key::Key;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, precision, wording};
use crate::catalog;
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
    if evidence.is_adjusted(at) {
        let place = wording::place(evidence.readings, Place::Observation(at));
        let reason = format!("{place}: it is not the growth of the levels as they are printed");
        let finding = Finding::skipped(kind(seen.measure), evidence.fact(at), reason);
        return Some(finding.at(vec![Place::Observation(at)]));
    }
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
        // Points are of a share, never of how many there are.
        let is_percent = evidence.observation(at).unit == "percent";
        (is_percent || !key.is_points).then(|| evidence.printed(at))?
    })
}

/// The growth or change between two levels.
pub fn evaluated(
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
    let (unit, percent) = unit(seen);
    let expected = if is_change {
        later.minus(earlier)
    } else {
        Expression::growth(earlier, later).times(percent)
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

/// What a growth is printed in, and how much of it a percent is: 增长 3 倍, 300%.
fn unit(seen: &Observation) -> (&'static str, Decimal) {
    match (seen.measure, seen.unit.as_str()) {
        (Measure::Change, _) => ("", Decimal::ONE),
        (_, "multiple") => (" times", Decimal::new(1, 2)),
        _ => ("%", Decimal::ONE),
    }
}

/// A growth against the change in numbers, where the base is not printed:
/// change / (level − change), written so that each number stands in it once.
pub fn of_change(
    evidence: &Evidence,
    at: usize,
    change: Expression,
    later: Expression,
) -> Option<Finding> {
    let seen = evidence.observation(at);
    let printed = evidence.printed(at)?;
    let (unit, percent) = unit(seen);
    let one = || Expression::Constant(Interval::exact(Decimal::ONE));
    let relation = Relation::Equal {
        expected: one()
            .over(later.over(change).minus(one()))
            .times(Decimal::ONE_HUNDRED * percent),
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
        format!("{place}: by {change} to {level} is {values}{unit}, {is} {printed}")
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
    let compared = label.strip_prefix(['比', '较']);
    let says_base = compared.is_some_and(|rest| period::leading(rest.trim_start()).is_some())
        || ["同比", "环比"].iter().any(|word| label.contains(word))
        || matches!(period::leading(label), Some((Period::Year(_), _)));
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
    let rows = RowsByPeriod::new(evidence, at, table);
    let findings = cells.into_iter().filter_map(|(row, cell)| {
        let growth = evidence.observation(cell);
        if !is_plain(evidence, cell) {
            return None;
        }
        let beside = pair(evidence, at, table, row, growth);
        let (earlier, later) = beside.or_else(|| rows.pair(evidence, row, growth))?;
        evaluated(
            evidence,
            cell,
            evidence.printed(earlier)?,
            evidence.printed(later)?,
        )
    });
    findings.collect()
}

/// Whether a growth in a cell is of levels as they are printed, and from one to the
/// next: neither in real terms nor a mean of several, nor beside what is added up over
/// the year.
fn is_plain(evidence: &Evidence, cell: usize) -> bool {
    let moment = &catalog::wording().moment;
    let says = |text: &str| moment.means.are_in(text) || moment.spans.are_in(text);
    !evidence.is_adjusted(cell) && !evidence.about(cell).into_iter().any(says)
}

/// Whether the label of a growth, without the words that say that it is one, is that of a
/// level, or says of nothing that it is its growth.
fn is_called_by(growth: &Observation, level: &str) -> bool {
    let words = catalog::wording();
    let since = growth.label.strip_prefix(['比', '较']);
    let since = since.and_then(|rest| period::leading(rest.trim_start()));
    let mut label = since
        .map_or(growth.label.as_str(), |(_, rest)| rest)
        .to_owned();
    for word in &words.growths {
        label = label.replace(word, "");
    }
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let (label, level) = (bare(&label), bare(level));
    let rest = level.strip_prefix(label.as_str());
    label.is_empty() || rest.is_some_and(|rest| rest.is_empty() || words.amounts.has(rest))
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
        .filter(|(_, seen)| is_of_level(seen, growth) && fits_unit(seen, growth))
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
    pairs.retain(|(_, label)| is_called_by(growth, label));
    match pairs.as_slice() {
        [(pair, _)] => Some(*pair),
        _ => None,
    }
}

/// The levels of a table whose rows are periods.
struct RowsByPeriod {
    at: usize,
    columns: usize,
    /// The cell of a column at a time; `None` where two rows are of it.
    cells: HashMap<(usize, Period), Option<usize>>,
}

impl RowsByPeriod {
    fn new(evidence: &Evidence, at: usize, table: &Table) -> RowsByPeriod {
        let mut cells = HashMap::new();
        for row in 0..table.rows.len() {
            for column in 0..table.columns.len() {
                let Some(cell) = evidence.of_cell(at, row, column) else {
                    continue;
                };
                if let Some(period) = evidence.observation(cell).period {
                    let known = cells.entry((column, period));
                    known.and_modify(|cell| *cell = None).or_insert(Some(cell));
                }
            }
        }
        RowsByPeriod {
            at,
            columns: table.columns.len(),
            cells,
        }
    }

    /// The one column that a growth in a row can be of, and its two cells.
    fn pair(
        &self,
        evidence: &Evidence,
        row: usize,
        growth: &Observation,
    ) -> Option<(usize, usize)> {
        let (base, period) = (growth.base?, growth.period?);
        let pairs = (0..self.columns).filter_map(|column| {
            let later = evidence.of_cell(self.at, row, column)?;
            let cell = |period| self.cells.get(&(column, period)).copied().flatten();
            let is_only = cell(period) == Some(later);
            let earlier = cell(base).filter(|_| is_only)?;
            let are_levels = [earlier, later].iter().all(|cell| {
                let seen = evidence.observation(*cell);
                is_of_level(seen, growth) && fits_unit(seen, growth)
            });
            are_levels.then_some((earlier, later))
        });
        let mut pairs: Vec<(usize, usize)> = pairs.collect();
        pairs.retain(|(earlier, _)| {
            let label = &evidence.observation(*earlier).label;
            is_called_by(growth, label)
        });
        match pairs[..] {
            [pair] => Some(pair),
            _ => None,
        }
    }
}

/// Whether growth can be of it: of levels, points also of shares.
pub fn is_of_level(seen: &Observation, growth: &Observation) -> bool {
    let is_points = growth.unit == "percentage_point";
    seen.measure == Measure::Level || is_points && seen.measure == Measure::Share
}

/// Growth is of what is counted; a change has the unit of its levels, points are of
/// percentages.
pub fn fits_unit(level: &Observation, growth: &Observation) -> bool {
    match growth.measure {
        Measure::Change if growth.unit == "percentage_point" => level.unit == "percent",
        Measure::Change => level.unit == growth.unit,
        _ => !precision::is_measured(&level.unit),
    }
}
