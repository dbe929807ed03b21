//! # What it checks
//!
//! What rates of the parts say that there is, against the rate of the whole:
//! 城镇网民 by 城镇地区互联网普及率 are the people of towns, with those of the country
//! they are as many as all 网民 by 互联网普及率.
//!
//! # When it applies
//!
//! To rates of the catalog whose wholes have the codes of a partition, where the
//! rate of each part and of the whole is printed with what it is the rate of, all
//! of one period.
//!
//! # Tolerance
//!
//! Half of one in the last digit of each.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::key::Key;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, parts, wording};
use crate::catalog::{self, Partition, Rate};
use crate::fact::Measure;

/// Checks the rates of all partitions.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let identities = catalog::identities();
    let mut seen: HashSet<(usize, Key)> = HashSet::new();
    for (key, _) in evidence.facts() {
        let mut rates = identities.rates.iter();
        let Some(rate) = rates.find(|rate| rate.indicator == key.indicator) else {
            continue;
        };
        for (at, partition) in identities.partitions.iter().enumerate() {
            let is_of_whole = rate.without.contains(&partition.dimension);
            if is_of_whole || !parts::is_part(key, partition) || !is_rate(key) {
                continue;
            }
            let group = parts::with_code(key, partition, None);
            if seen.insert((at, group)) {
                findings.extend(compare(evidence, key, rate, partition));
            }
        }
    }
}

fn is_rate(key: &Key) -> bool {
    matches!(key.measure, Measure::Share | Measure::Level) && key.whole.is_none()
}

/// What is a rate of how many: they by it.
fn population(evidence: &Evidence, key: &Key, rate: &Rate) -> Option<Expression> {
    let part = Key {
        indicator: rate.part,
        measure: Measure::Level,
        ..key.clone()
    };
    let of = evidence.expression(key)?.times(Decimal::new(1, 2));
    Some(evidence.expression(&part)?.over(of))
}

fn compare(evidence: &Evidence, key: &Key, rate: &Rate, partition: &Partition) -> Option<Finding> {
    let of_parts = partition.parts.iter().map(|code| {
        let part = parts::with_code(key, partition, Some(code));
        population(evidence, &part, rate)
    });
    let of_parts = of_parts.collect::<Option<Vec<_>>>()?;
    let whole = parts::with_code(key, partition, partition.whole);
    let at = evidence.finest(&whole)?;
    let of_whole = population(evidence, &whole, rate)?;
    let readings = evidence.readings;
    let computed: Vec<String> = of_parts
        .iter()
        .map(|part| wording::computation(readings, part))
        .collect();
    let computed = wording::listed(&computed, " + ");
    let all = wording::computation(readings, &of_whole);
    let relation = Relation::Equal {
        expected: Expression::Sum(of_parts),
        printed: of_whole,
    };
    let says = |outcome: &Outcome| {
        let place = wording::place(readings, Place::Observation(at));
        let [parts, whole] = [outcome.expected, outcome.actual].map(|people| {
            let [low, high] = [people.low(), people.high()].map(|end| wording::number(end.round()));
            format!("{low} to {high}")
        });
        let is = if outcome.holds { "which fits" } else { "not" };
        format!("{place}: {computed} is {parts}, {is} {all}, which is {whole}")
    };
    let name = format!("{}/by={}", evidence.fact(at), partition.dimension);
    let kind = CheckKind::Parts;
    Some(Finding::evaluated(kind, name, relation, 0, says))
}
