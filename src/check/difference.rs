//! # What it checks
//!
//! What Internet users gained against what non-users lost: both make up the
//! population.
//!
//! # When it applies
//!
//! To the pairs that the catalog has as a balance, where both changes are
//! printed of the same period and base. Where they are not equal, the
//! population has changed; by how much, the levels and the share of the first
//! in it say. Without them the check is skipped.
//!
//! # Tolerance
//!
//! Half of one in the last digit of each number; the change of the population
//! is known as well as the levels and shares leave it.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::key::Key;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, wording};
use crate::catalog::{self, Balance};
use crate::fact::Measure;

/// Checks all balances.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for balance in &catalog::identities().balances {
        for (key, _) in evidence.facts() {
            let is_change = key.measure == Measure::Change && !key.is_points;
            if is_change && key.indicator == balance.first {
                findings.extend(compare(evidence, key, balance));
            }
        }
    }
}

fn compare(evidence: &Evidence, key: &Key, balance: &Balance) -> Option<Finding> {
    let first = evidence.finest(key)?;
    let other = Key {
        indicator: balance.second,
        ..key.clone()
    };
    let second = evidence.finest(&other)?;
    let (gain, loss) = (evidence.printed(first)?, evidence.printed(second)?);
    let places = [first, second].map(|at| {
        let place = Place::Observation(at);
        let seen = evidence.observation(at);
        (
            wording::place(evidence.readings, place),
            wording::quoted(seen),
        )
    });
    let [(first_place, first_quote), (second_place, second_quote)] = places;
    let zero = Expression::Constant(Interval::exact(Decimal::ZERO));
    let even = Relation::Equal {
        expected: zero.clone().minus(gain.clone()),
        printed: loss.clone(),
    };
    let kind = CheckKind::Difference;
    let name = evidence.fact(second);
    let both = format!(
        "{}: {second_quote} ({second_place}) against {first_quote} of {} ({first_place})",
        wording::subject(evidence.observation(second)),
        wording::subject(evidence.observation(first)),
    );
    if even.outcome(None).is_some_and(|outcome| outcome.holds) {
        let says = |_: &Outcome| format!("{both}: what one gained the other lost");
        return Some(Finding::evaluated(kind, name, even, 0, says));
    }
    let Some(population) = change_of_population(evidence, key, balance) else {
        let reason = format!("{both}: how the population changed is not printed");
        return Some(Finding::skipped(kind, name, reason).at(even.places()));
    };
    let relation = Relation::Equal {
        expected: population.minus(gain),
        printed: loss,
    };
    let says = |outcome: &Outcome| {
        if outcome.holds {
            format!("{both}: the population may have changed by the difference")
        } else {
            let values = wording::values(outcome.expected, 0);
            format!("{both}: by the levels it is {values}")
        }
    };
    Some(Finding::evaluated(kind, name, relation, 0, says))
}

/// Both levels now, less the first before by its share of all before.
fn change_of_population(evidence: &Evidence, key: &Key, balance: &Balance) -> Option<Expression> {
    let base = key.base?;
    let level = |id: &str, period| evidence.level(id, &key.dimensions, period);
    let now = Expression::Sum(vec![
        level(balance.first, key.period)?,
        level(balance.second, key.period)?,
    ]);
    let share = Key {
        indicator: balance.share,
        measure: Measure::Level,
        base: None,
        ..key.clone()
    };
    let before = Key {
        period: base,
        ..share.clone()
    };
    let points = Key {
        measure: Measure::Change,
        is_points: true,
        base: Some(base),
        ..share.clone()
    };
    let share_before = match evidence.expression(&before) {
        Some(share) => share,
        None => evidence
            .expression(&share)?
            .minus(evidence.expression(&points)?),
    };
    let before = level(balance.first, base)?.over(share_before);
    Some(now.minus(before.times(Decimal::ONE_HUNDRED)))
}
