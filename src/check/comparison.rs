//! # What it checks
//!
//! By how much one number is above or below another, 高于 … 20.6 个百分点, against
//! both: two shares, two rates, two counts.
//!
//! # When it applies
//!
//! Where a sentence compares two things and the report prints both of the same
//! period: by the same words, by what the catalog knows them as, or, where the
//! sentence names the other by its code alone (高于农村地区, 高于全国平均水平), by the
//! indicator of the one. Where one of them is not printed the check is skipped.
//!
//! # Tolerance
//!
//! Half of one in the last digit of each of the three.

use foldhash::{HashMap, HashMapExt as _};

use super::evidence::Evidence;
use super::finding::Finding;
use super::key::Key;
use super::relation::{Outcome, Place, Relation};
use super::{CheckKind, wording};
use crate::catalog::{self, Codes};
use crate::fact::Measure;
use crate::observation::{Observation, Origin, decimals};
use crate::period::Period;

/// Checks all comparisons.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let sides = Sides::new(evidence);
    for (at, seen) in evidence.readings.observations.iter().enumerate() {
        let is_difference = seen.measure == Measure::Change && seen.base.is_none();
        if !is_difference || evidence.value(at).is_none() || seen.upper.is_some() {
            continue;
        }
        if let Some((one, other)) = compared(&seen.label) {
            findings.extend(compare(evidence, &sides, at, one, other));
        }
    }
}

/// 城镇居民普及率 and 农村居民普及率 of `城镇居民普及率高于农村居民普及率`.
fn compared(label: &str) -> Option<(&str, &str)> {
    let words = &catalog::wording().comparison;
    let mut words = [&words.above, &words.below].into_iter();
    let (one, other) = words.find_map(|word| label.split_once(word))?;
    let (one, other) = (one.trim(), other.trim());
    (!one.is_empty() && !other.is_empty()).then_some((one, other))
}

/// What both sides of a difference share: its unit and its period.
type Measured<'e> = (&'e str, Option<Period>);

/// What can be a side of a difference: exact numbers in its unit, of its period.
struct Sides<'e> {
    /// By their words, in the statement that prints them.
    beside: HashMap<(usize, String, Measured<'e>), usize>,
    /// By their words, the first of all statements. A column of a table has the
    /// label of all its rows.
    spoken: HashMap<(String, Measured<'e>), usize>,
    /// The most exact of an indicator with codes.
    known: HashMap<(&'e str, &'e Codes, Measured<'e>), usize>,
}

impl<'e> Sides<'e> {
    fn new(evidence: &'e Evidence) -> Sides<'e> {
        let mut sides = Sides {
            beside: HashMap::new(),
            spoken: HashMap::new(),
            known: HashMap::new(),
        };
        let is_side = |at: usize| {
            let seen = evidence.observation(at);
            matches!(seen.measure, Measure::Level | Measure::Share)
                && seen.approximation.is_none()
                && seen.upper.is_none()
                && evidence.value(at).is_some()
        };
        let measured = |at: usize| {
            let seen = evidence.observation(at);
            (seen.unit.as_str(), seen.period)
        };
        for (at, seen) in evidence.readings.observations.iter().enumerate() {
            let Origin::Statement(statement) = seen.origin else {
                continue;
            };
            if !is_side(at) {
                continue;
            }
            let (words, measured) = (bare(&seen.label), measured(at));
            let beside = (statement, words.clone(), measured);
            sides.beside.entry(beside).or_insert(at);
            sides.spoken.entry((words, measured)).or_insert(at);
        }
        for (key, _) in evidence.facts().filter(|(key, _)| key.whole.is_none()) {
            if let Some(at) = evidence.finest(key).filter(|at| is_side(*at)) {
                let known = (key.indicator, &key.dimensions, measured(at));
                sides.known.entry(known).or_insert(at);
            }
        }
        sides
    }

    /// The observation of these words: in the statement of the difference, else
    /// wherever the report prints it.
    fn named(&self, difference: &Observation, words: &str) -> Option<usize> {
        let measured = (unit(difference), difference.period);
        let words_only = bare(words);
        let beside = match difference.origin {
            Origin::Statement(statement) => {
                let words = words_only.clone();
                self.beside.get(&(statement, words, measured)).copied()
            }
            Origin::Cell { .. } => None,
        };
        let spoken = || self.spoken.get(&(words_only, measured)).copied();
        beside.or_else(spoken).or_else(|| {
            let phrase = catalog::phrase(words)?;
            let indicator = phrase.indicator.id;
            let known = (indicator, &phrase.dimensions, measured);
            self.known.get(&known).copied()
        })
    }
}

/// A label without what may be left out of it.
fn bare(label: &str) -> String {
    let characters = label.chars();
    characters
        .filter(|c| !c.is_whitespace() && *c != '的')
        .collect()
}

fn compare(
    evidence: &Evidence,
    sides: &Sides,
    at: usize,
    one: &str,
    other: &str,
) -> Option<Finding> {
    let kind = CheckKind::Difference;
    let seen = evidence.observation(at);
    let place = wording::place(evidence.readings, Place::Observation(at));
    let printed = wording::quoted(seen);
    let skipped = |words: &str| {
        let reason = format!("{place}: what {printed} is counted from, {words}, is not printed");
        let finding = Finding::skipped(kind, evidence.fact(at), reason);
        Some(finding.at(vec![Place::Observation(at)]))
    };
    let Some(first) = sides.named(seen, one) else {
        return skipped(one);
    };
    let second = sides
        .named(seen, other)
        .or_else(|| same_of(evidence, first, other));
    let Some(second) = second.filter(|second| *second != first) else {
        return skipped(other);
    };
    let relation = Relation::Equal {
        expected: evidence.printed(first)?.minus(evidence.printed(second)?),
        printed: evidence.printed(at)?,
    };
    let digits = decimals(seen.text());
    let quotes = [first, second].map(|at| wording::quoted(evidence.observation(at)));
    let says = |outcome: &Outcome| {
        let apart = wording::values(outcome.expected, digits);
        let is = wording::is_printed(outcome);
        let words = &catalog::wording().comparison;
        let word = if is_below(seen) {
            &words.below
        } else {
            &words.above
        };
        format!(
            "{place}: {one}, {}, less {other}, {}, is {apart}, {is} {word} {printed}",
            quotes[0], quotes[1]
        )
    };
    Some(Finding::evaluated(
        kind,
        evidence.fact(at),
        relation,
        digits,
        says,
    ))
}

/// Whether it says how much less the one is.
fn is_below(seen: &Observation) -> bool {
    seen.value.is_some_and(|value| value.is_sign_negative())
}

/// The unit of what a difference is between.
fn unit(seen: &Observation) -> &str {
    match seen.unit.as_str() {
        "percentage_point" => "percent",
        other => other,
    }
}

/// The other side, named by its code alone: 农村地区, 全国平均水平.
fn same_of(evidence: &Evidence, first: usize, words: &str) -> Option<usize> {
    let one = evidence.key(first)?;
    let averages = &catalog::wording().comparison.averages;
    let mut averages = averages.iter();
    let bare = averages.find_map(|end| words.strip_suffix(end));
    let bare = bare.unwrap_or(words);
    let in_place = one.dimensions.keys().find_map(|dimension| {
        let code = catalog::code(dimension, bare)?;
        let mut codes = one.dimensions.clone();
        codes.insert(dimension.to_owned(), code);
        Some(codes)
    });
    let is_all = bare.is_empty() || catalog::is_any_total(bare);
    let codes = in_place.or_else(|| is_all.then(Codes::new))?;
    let key = Key {
        dimensions: codes,
        ..one.clone()
    };
    evidence.finest(&key)
}
