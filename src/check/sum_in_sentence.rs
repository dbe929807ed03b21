//! # What it checks
//!
//! A number that a sentence prints as the sum of others: 城镇、农村网民规模分别为 8.01 亿
//! 人和 3.22 亿人，合计 11.23 亿人.
//!
//! # When it applies
//!
//! Where the words before the number say that it is a sum, its label lists what it is
//! the sum of, and the sentence prints each of these in its unit, of its period. Not to
//! parts of a dimension whose codes overlap, such as devices.
//!
//! # Tolerance
//!
//! None for exact counts; else half of one in the last digit of each.

use super::evidence::Evidence;
use super::finding::Finding;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, wording};
use crate::catalog;
use crate::fact::Measure;
use crate::observation::{Origin, decimals};

/// Checks the sums in all sentences.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for at in 0..evidence.readings.observations.len() {
        findings.extend(compare(evidence, at));
    }
}

fn compare(evidence: &Evidence, at: usize) -> Option<Finding> {
    // A longer list is none of parts that a reader is told the sum of.
    const MOST: usize = 32;
    let seen = evidence.observation(at);
    let Origin::Statement(statement) = seen.origin else {
        return None;
    };
    let is_added = matches!(seen.measure, Measure::Level | Measure::Share);
    let is_sum = catalog::wording().sums.are_in(evidence.words(at));
    if !is_added || !is_sum || !seen.label.contains('、') {
        return None;
    }
    let labels: Vec<&str> = seen.label.split('、').collect();
    if labels.len() > MOST {
        return None;
    }
    let beside = evidence.of_statement(statement);
    let part = |label: &&str| {
        let is_meant = |other: &&usize| {
            let part = evidence.observation(**other);
            **other < at
                && part.label == **label
                && (part.measure, part.period, &part.unit)
                    == (seen.measure, seen.period, &seen.unit)
                && part.share_of == seen.share_of
        };
        beside.iter().rev().find(is_meant).copied()
    };
    let parts = labels.iter().map(part).collect::<Option<Vec<usize>>>()?;
    if !are_apart(evidence, &parts) {
        return None;
    }
    let quotes = parts
        .iter()
        .map(|at| wording::quoted(evidence.observation(*at)));
    let quotes = wording::listed(&quotes.collect::<Vec<_>>(), " + ");
    let parts = parts.iter().map(|at| evidence.printed(*at));
    let relation = Relation::Equal {
        expected: Expression::Sum(parts.collect::<Option<_>>()?),
        printed: evidence.printed(at)?,
    };
    let digits = decimals(seen.text()).saturating_sub(seen.power);
    let says = |outcome: &Outcome| {
        let place = wording::place(evidence.readings, Place::Observation(at));
        let sum = wording::values(outcome.expected, digits);
        let is = wording::is_printed(outcome);
        let printed = wording::quoted(seen);
        format!("{place}: {quotes} is {sum}, {is} {printed}")
    };
    let kind = CheckKind::Sum;
    Some(Finding::evaluated(
        kind,
        evidence.fact(at),
        relation,
        digits,
        says,
    ))
}

/// Whether nothing is counted in two of the parts: they have no codes, or those of one
/// dimension that the catalog knows to add up. Who uses one device may use another.
fn are_apart(evidence: &Evidence, parts: &[usize]) -> bool {
    let codes = |part: &usize| &evidence.observation(*part).dimensions;
    let mut partitions = catalog::identities().partitions.iter();
    parts.iter().all(|part| codes(part).is_empty())
        || partitions.any(|partition| {
            let has_code = |part| codes(part).contains_key(partition.dimension);
            parts.iter().all(has_code)
        })
}
