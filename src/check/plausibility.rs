//! # What it checks
//!
//! What can hardly be true: 普及率, 使用率 or another share below 0 or above 100 %,
//! and a level that is more than ten times or less than a tenth of what it was
//! at the period that it is compared with. A warning, never an error.
//!
//! # When it applies
//!
//! To all shares, to levels in percent of the catalog, and to levels of the
//! catalog of two periods of which a growth, a change or a table says that they
//! are to be compared.
//!
//! # Tolerance
//!
//! Half of one in the last digit.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _};
use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::key::Key;
use super::relation::{Expression, Place, Relation};
use super::{CheckKind, sum, wording};
use crate::fact::Measure;
use crate::observation::Origin;
use crate::period::Period;

/// The total rows of a table, each with the rows that it sums up.
type Totals = HashMap<usize, Vec<usize>>;

/// Checks shares and levels in percent by what they are of, and pairs of levels.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    percentages(evidence, findings);
    for (key, _) in evidence.facts() {
        if key.measure == Measure::Level && !key.is_points {
            findings.extend(tenfold(evidence, key));
        }
    }
}

/// One check an indicator or label, and one for each that is out of bounds.
fn percentages(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let bounds = Interval::between(Decimal::ZERO, Decimal::ONE_HUNDRED);
    let mut within: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    let mut totals: HashMap<usize, Totals> = HashMap::new();
    for (at, seen) in evidence.readings.observations.iter().enumerate() {
        let is_percent = seen.unit == "percent"
            && (seen.measure == Measure::Share
                || seen.measure == Measure::Level && seen.indicator.is_some());
        let Some(value) = evidence.value(at).filter(|_| is_percent) else {
            continue;
        };
        if value.meets(bounds) || is_sum(evidence, at, &mut totals) {
            let name = seen.indicator.map(|indicator| indicator.id);
            let places = within.entry(name.unwrap_or("other shares")).or_default();
            places.push(Place::Observation(at));
            continue;
        }
        let place = wording::place(evidence.readings, Place::Observation(at));
        let quote = wording::quoted(seen);
        let message = format!(
            "{place}: {quote} of {} is not between 0 and 100%",
            seen.label
        );
        let finding = Finding::of(CheckKind::Plausibility, evidence.fact(at), false);
        let finding = finding.says(message).at(vec![Place::Observation(at)]);
        findings.push(finding.between("0 to 100", seen.text()));
    }
    for (name, places) in within {
        let message = format!("{name}: {} percentages between 0 and 100", places.len());
        let name = format!("{name}/percent");
        let finding = Finding::of(CheckKind::Plausibility, name, true).says(message);
        findings.push(finding.at(places));
    }
}

/// Whether it is what the rows of its column add up to: the total of a question with
/// several answers.
fn is_sum(evidence: &Evidence, at: usize, totals: &mut HashMap<usize, Totals>) -> bool {
    let Origin::Cell { table, row, column } = evidence.observation(at).origin else {
        return false;
    };
    let of_table = || {
        let totals = sum::totals(&evidence.readings.tables[table]).into_iter();
        totals.map(|total| (total.row, total.rows)).collect()
    };
    let Some(rows) = totals.entry(table).or_insert_with(of_table).get(&row) else {
        return false;
    };
    let cell = |row: &usize| evidence.printed(evidence.of_cell(table, *row, column)?);
    let rows = rows.iter().map(cell).collect::<Option<_>>();
    let relation = rows
        .zip(evidence.printed(at))
        .map(|(rows, printed)| Relation::Equal {
            expected: Expression::Sum(rows),
            printed,
        });
    let outcome = relation.and_then(|relation| relation.outcome(None));
    outcome.is_some_and(|outcome| outcome.holds)
}

/// A level and what it was before.
fn tenfold(evidence: &Evidence, key: &Key) -> Option<Finding> {
    let now = evidence.readings.edition.period?;
    if key.period != now {
        return None;
    }
    let at = evidence.finest(key)?;
    let (base, before) = before(evidence, key, now)?;
    let times = evidence.printed(at)?.over(before).value(None)?;
    let ten = Decimal::TEN;
    let plausible = Interval::between(Decimal::new(1, 1), ten);
    let holds = times.meets(plausible);
    let place = wording::place(evidence.readings, Place::Observation(at));
    let quote = wording::quoted(evidence.observation(at));
    let values = wording::values(times, 1);
    let message = format!("{place}: {quote} is {values} times what it was in {base}");
    let finding = Finding::of(CheckKind::Plausibility, evidence.fact(at), holds);
    Some(finding.says(message).at(vec![Place::Observation(at)]))
}

/// The level a year or half a year before, printed or told by a change.
fn before(evidence: &Evidence, key: &Key, now: Period) -> Option<(Period, Expression)> {
    [12, 6].iter().find_map(|months| {
        let base = now.months_before(*months)?;
        let level = evidence.level(key.indicator, &key.dimensions, base)?;
        Some((base, level))
    })
}
