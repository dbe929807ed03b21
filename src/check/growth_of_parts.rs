//! # What it checks
//!
//! How fast a whole grew against how fast its parts did: 静态网页 and 动态网页 with
//! their growth say what both were before, and so what 网页总数 was.
//!
//! # When it applies
//!
//! Where the level of each part is printed with its growth, and of the whole
//! either both too or the level before; so the parts of a partition of the
//! catalog, and the rows of a table whose levels add up to its total row. Where
//! all levels before are printed each growth has a check of its own.
//!
//! # Tolerance
//!
//! Half of one in the last digit of each level and each growth.

use std::collections::HashSet;

use super::evidence::Evidence;
use super::finding::Finding;
use super::key::Key;
use super::parts;
use super::relation::{Expression, Outcome, Place, Relation};
use super::sum::{self, Total};
use super::{CheckKind, CheckStatus, wording};
use crate::catalog::{self, Partition};
use crate::fact::Measure;
use crate::observation::decimals;
use crate::table::Table;

/// Checks the growth of all wholes.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let mut seen: HashSet<(usize, Key)> = HashSet::new();
    for (key, _) in evidence.facts() {
        if key.measure != Measure::GrowthRate {
            continue;
        }
        for (at, partition) in catalog::identities().partitions.iter().enumerate() {
            if !parts::is_part(key, partition) || !parts::is_counted(key) {
                continue;
            }
            let group = parts::with_code(key, partition, None);
            if seen.insert((at, group)) {
                findings.extend(of_partition(evidence, key, partition));
            }
        }
    }
    for (at, table) in evidence.readings.tables.iter().enumerate() {
        for total in sum::totals(table) {
            let columns = 0..table.columns.len();
            findings.extend(columns.filter_map(|column| of_column(evidence, at, &total, column)));
        }
    }
}

/// A number that grew, as far as it is printed.
#[derive(Default)]
struct Grown {
    before: Option<Expression>,
    now: Option<Expression>,
    growth: Option<Expression>,
}

impl Grown {
    fn of_key(evidence: &Evidence, key: &Key) -> Grown {
        let level = |period| Key {
            measure: Measure::Level,
            period,
            base: None,
            ..key.clone()
        };
        Grown {
            before: key.base.and_then(|base| evidence.expression(&level(base))),
            now: evidence.expression(&level(key.period)),
            growth: evidence.expression(key),
        }
    }

    /// What it was, as printed or as its growth leaves it.
    fn before(self) -> Option<Expression> {
        let grown = self.now.zip(self.growth);
        let left = grown.map(|(now, growth)| Expression::before_growth(now, growth));
        self.before.or(left)
    }
}

fn of_partition(evidence: &Evidence, key: &Key, partition: &Partition) -> Option<Finding> {
    let parts = partition.parts.iter();
    let parts = parts.map(|code| part(evidence, key, partition, code));
    let parts = parts.collect::<Option<Vec<_>>>()?;
    let whole = parts::with_code(key, partition, partition.whole);
    let whole = Grown::of_key(evidence, &whole);
    compare(evidence, parts, whole, partition.dimension)
}

/// What a part was, or what those were that it is made up of.
fn part(evidence: &Evidence, key: &Key, partition: &Partition, code: &str) -> Option<Expression> {
    let own = parts::with_code(key, partition, Some(code));
    Grown::of_key(evidence, &own).before().or_else(|| {
        let inner = parts::made_up(partition, code)?;
        let parts = inner.parts.iter();
        let parts = parts.map(|code| part(evidence, key, inner, code));
        Some(Expression::Sum(parts.collect::<Option<_>>()?))
    })
}

/// The column of growth in a table with a total row.
fn of_column(evidence: &Evidence, at: usize, total: &Total, column: usize) -> Option<Finding> {
    let table = &evidence.readings.tables[at];
    let growth = evidence.of_cell(at, total.row, column)?;
    if evidence.observation(growth).measure != Measure::GrowthRate {
        return None;
    }
    let levels = level_column(evidence, at, table, total.row, growth)?;
    let adds_up = sum::of_column(evidence, at, total, levels);
    if adds_up.is_none_or(|sum| sum.status != CheckStatus::Pass || sum.kind != CheckKind::Sum) {
        return None;
    }
    let of_row = |row: usize| {
        let printed = |column| evidence.printed(evidence.of_cell(at, row, column)?);
        Grown {
            before: None,
            now: printed(levels),
            growth: printed(column),
        }
    };
    let parts = total.rows.iter().map(|row| of_row(*row).before());
    let parts = parts.collect::<Option<Vec<_>>>()?;
    compare(evidence, parts, of_row(total.row), "row")
}

/// The one column of levels that a growth can be of, where the level before has
/// none.
fn level_column(
    evidence: &Evidence,
    at: usize,
    table: &Table,
    row: usize,
    growth: usize,
) -> Option<usize> {
    let growth = evidence.observation(growth);
    let levels = |period| -> Vec<usize> {
        let columns = (0..table.columns.len()).filter(|column| {
            let seen = evidence.of_cell(at, row, *column);
            let seen = seen.map(|seen| evidence.observation(seen));
            seen.is_some_and(|seen| seen.measure == Measure::Level && seen.period == Some(period))
        });
        columns.collect()
    };
    if !levels(growth.base?).is_empty() {
        return None;
    }
    match levels(growth.period?)[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// The growth of the whole, or what it was, against its parts.
fn compare(evidence: &Evidence, parts: Vec<Expression>, whole: Grown, by: &str) -> Option<Finding> {
    let is_grown = |part: &Expression| !matches!(part, Expression::Printed(..));
    if !parts.iter().any(is_grown) {
        return None;
    }
    let readings = evidence.readings;
    let computed: Vec<String> = parts
        .iter()
        .map(|part| wording::computation(readings, part))
        .collect();
    let computed = wording::listed(&computed, " + ");
    let before = Expression::Sum(parts);
    let (expected, printed, is_level) = match whole {
        Grown {
            before: Some(printed),
            ..
        } => (before, printed, true),
        Grown {
            now: Some(now),
            growth: Some(printed),
            ..
        } => (Expression::growth(before, now), printed, false),
        _ => return None,
    };
    let Expression::Printed(place @ Place::Observation(at), _) = printed else {
        return None;
    };
    let seen = evidence.observation(at);
    let digits = decimals(seen.text());
    let says = |outcome: &Outcome| {
        let (more, unit) = if is_level { (0, "") } else { (1, "%") };
        let values = wording::values(outcome.expected, digits + more);
        let is = wording::is_printed(outcome);
        let (place, printed) = (wording::place(readings, place), wording::quoted(seen));
        let what = if is_level { "it" } else { "the growth" };
        format!(
            "{place}: the parts were {computed}, by which {what} is {values}{unit}, {is} {printed}"
        )
    };
    let name = format!("{}/by={by}", evidence.fact(at));
    let relation = Relation::Equal { expected, printed };
    Some(Finding::evaluated(
        CheckKind::Growth,
        name,
        relation,
        digits,
        says,
    ))
}
