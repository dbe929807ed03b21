//! # What it checks
//!
//! A fact at all places that print it: bullet, sentence, table, appendix.
//!
//! # When it applies
//!
//! To facts of the catalog printed more than once: one indicator, measure,
//! period and base, the same codes. What is of an event, of no certain time or
//! only expected is compared with nothing.
//!
//! # Tolerance
//!
//! Half of one in the last digit of each: 10.81亿 fits 108,133万. 超 says no less
//! than its number, 近 and 不足 no more, 约 twice the rounding.

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::relation::{Outcome, Place, Relation, odd_one};
use super::{CheckKind, wording};
use crate::observation::decimals;

/// Checks all facts that are printed more than once.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (_, places) in evidence.facts() {
        if places.len() > 1 {
            findings.push(compare(evidence, places));
        }
    }
}

fn compare(evidence: &Evidence, places: &[usize]) -> Finding {
    let values: Vec<(usize, Interval)> = places
        .iter()
        .filter_map(|at| Some((*at, evidence.value(*at)?)))
        .collect();
    let intervals: Vec<Interval> = values.iter().map(|(_, value)| *value).collect();
    let printed = values
        .iter()
        .map(|(at, value)| (Place::Observation(*at), *value));
    let relation = Relation::Same(printed.collect());
    let readings = evidence.readings;
    let named = |at: usize| {
        let seen = evidence.observation(at);
        let place = wording::place(readings, Place::Observation(at));
        format!("{} ({place})", wording::quoted(seen))
    };
    let first = evidence.observation(places[0]);
    let label = wording::subject(first);
    let says = |_: &Outcome| match odd_one(&intervals) {
        None => {
            let all: Vec<String> = values.iter().map(|(at, _)| named(*at)).collect();
            format!("{label}: {}", wording::listed(&all, " = "))
        }
        Some(odd) => {
            let (odd, value) = values[odd];
            let others = values.iter().filter(|(_, other)| !other.meets(value));
            let others: Vec<String> = others.map(|(at, _)| named(*at)).collect();
            format!(
                "{label}: {} is not {}",
                named(odd),
                wording::listed(&others, ", ")
            )
        }
    };
    let digits = decimals(first.text()).saturating_sub(first.power);
    let name = evidence.fact(places[0]);
    let mut finding = Finding::evaluated(CheckKind::CrossReference, name, relation, digits, says);
    // What is wrong stands last.
    if let Some(odd) = odd_one(&intervals) {
        let odd = Place::Observation(values[odd].0);
        finding.places.retain(|place| *place != odd);
        finding.places.push(odd);
    }
    finding
}
