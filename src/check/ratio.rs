//! # What it checks
//!
//! Quantities that are one by another: the mean size of a page is the size of
//! all pages by their number, 静、动态比例 the static pages by the dynamic ones; and
//! the growth of such a mean against that of both. The two numbers of a ratio
//! of shares, 51.1:48.9, against 100.
//!
//! # When it applies
//!
//! Where the catalog has the identity and both numbers are printed of the same
//! period and dimensions.
//!
//! # Tolerance
//!
//! Any quotient that the two numbers have within half of one in their last
//! digits, and half of one in the last digit of what is printed.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::key::Key;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, precision, wording};
use crate::catalog::{self, Codes, Quotient};
use crate::fact::Measure;
use crate::observation::decimals;

/// Checks all quotients and ratios of shares.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let identities = catalog::identities();
    for (key, places) in evidence.facts() {
        for quotient in &identities.quotients {
            if quotient.indicator == key.indicator {
                findings.extend(of_quotient(evidence, key, quotient));
            }
        }
        let is_hundred = |known: &catalog::Hundred| known.indicator == key.indicator;
        if identities.hundreds.iter().any(is_hundred) {
            findings.extend(places.iter().filter_map(|at| hundred(evidence, *at)));
        }
    }
}

fn of_quotient(evidence: &Evidence, key: &Key, quotient: &Quotient) -> Option<Finding> {
    let at = evidence.finest(key)?;
    let seen = evidence.observation(at);
    if seen.denominator.is_some() {
        return None;
    }
    let codes = |more: &Codes| {
        let mut codes = key.dimensions.clone();
        codes.extend(more.clone());
        codes
    };
    let numerator = codes(&quotient.numerator_codes);
    let denominator = codes(&quotient.denominator_codes);
    let both = |of: &dyn Fn(&str, Codes) -> Option<Expression>| {
        let numerator = of(quotient.numerator, numerator.clone());
        numerator.zip(of(quotient.denominator, denominator.clone()))
    };
    if key.measure.name() == quotient.measure {
        let level = |id: &str, codes: Codes| evidence.level(id, &codes, key.period);
        let Some((numerator, denominator)) = both(&level) else {
            return Some(missing(evidence, at));
        };
        return evaluated(evidence, at, numerator.over(denominator), "");
    }
    if key.measure != Measure::GrowthRate || quotient.measure != Measure::Level.name() {
        return None;
    }
    let growth = |id: &str, dimensions: Codes| {
        let key = Key {
            indicator: id,
            dimensions,
            ..key.clone()
        };
        let one = Expression::Constant(Interval::exact(Decimal::ONE_HUNDRED));
        Some(Expression::Sum(vec![one, evidence.expression(&key)?]))
    };
    let (numerator, denominator) = both(&growth)?;
    let hundred = Expression::Constant(Interval::exact(Decimal::ONE_HUNDRED));
    let expected = numerator.over(denominator).times(Decimal::ONE_HUNDRED);
    evaluated(evidence, at, expected.minus(hundred), "%")
}

fn evaluated(evidence: &Evidence, at: usize, expected: Expression, unit: &str) -> Option<Finding> {
    let seen = evidence.observation(at);
    let printed = evidence.printed(at)?;
    let readings = evidence.readings;
    let relation = Relation::Equal { expected, printed };
    let places = relation.places();
    let digits = decimals(seen.text());
    let says = |outcome: &Outcome| {
        let quotes = places
            .iter()
            .filter(|place| **place != Place::Observation(at));
        let quotes: Vec<String> = quotes
            .map(|place| wording::quote(readings, *place))
            .collect();
        let place = wording::place(readings, Place::Observation(at));
        let values = wording::values(outcome.expected, digits + 1);
        let printed = wording::quoted(seen);
        let is = wording::is_printed(outcome);
        format!(
            "{place}: {} is {values}{unit}, {is} {printed}",
            wording::listed(&quotes, " by ")
        )
    };
    Some(Finding::evaluated(
        CheckKind::Ratio,
        evidence.fact(at),
        relation,
        digits,
        says,
    ))
}

fn missing(evidence: &Evidence, at: usize) -> Finding {
    let place = wording::place(evidence.readings, Place::Observation(at));
    let reason = format!("{place}: one of the numbers that it is the quotient of is not printed");
    Finding::skipped(CheckKind::Ratio, evidence.fact(at), reason).at(vec![Place::Observation(at)])
}

/// 51.1:48.9 are shares of one whole.
fn hundred(evidence: &Evidence, at: usize) -> Option<Finding> {
    let seen = evidence.observation(at);
    let half = precision::half_unit(seen)?;
    let second = Interval::rounded(seen.denominator?, half)?;
    let relation = Relation::Equal {
        expected: Expression::Constant(Interval::exact(Decimal::ONE_HUNDRED)),
        printed: Expression::Sum(vec![evidence.printed(at)?, Expression::Constant(second)]),
    };
    let says = |outcome: &Outcome| {
        let place = wording::place(evidence.readings, Place::Observation(at));
        let sum = outcome.actual.middle().unwrap_or_default();
        let sum = wording::number(sum);
        let is = if outcome.holds { "" } else { ", not 100%" };
        format!(
            "{place}: the two shares of {} add up to {sum}%{is}",
            seen.text()
        )
    };
    let digits = decimals(seen.text());
    let kind = CheckKind::HundredPercent;
    Some(Finding::evaluated(
        kind,
        evidence.fact(at),
        relation,
        digits,
        says,
    ))
}
