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

use super::evidence::{Evidence, Key};
use super::finding::Finding;
use super::relation::{Outcome, Place, Relation};
use super::{CheckKind, wording};
use crate::catalog::{self, Codes};
use crate::fact::Measure;
use crate::observation::{Observation, Origin, decimals};

/// What joins the two in the label of a comparison.
const WORDS: [&str; 2] = ["高于", "低于"];

/// What the average of all is called behind its name.
const AVERAGES: [&str; 4] = ["平均水平", "平均值", "平均", "水平"];

/// Checks all comparisons.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (at, seen) in evidence.readings.observations.iter().enumerate() {
        let is_difference = seen.measure == Measure::Change && seen.base.is_none();
        if !is_difference || evidence.value(at).is_none() || seen.upper.is_some() {
            continue;
        }
        if let Some((one, other)) = sides(&seen.label) {
            findings.extend(compare(evidence, at, one, other));
        }
    }
}

/// 城镇居民普及率 and 农村居民普及率 of `城镇居民普及率高于农村居民普及率`.
fn sides(label: &str) -> Option<(&str, &str)> {
    let mut words = WORDS.iter();
    let (one, other) = words.find_map(|word| label.split_once(word))?;
    let (one, other) = (one.trim(), other.trim());
    (!one.is_empty() && !other.is_empty()).then_some((one, other))
}

fn compare(evidence: &Evidence, at: usize, one: &str, other: &str) -> Option<Finding> {
    let kind = CheckKind::Difference;
    let seen = evidence.observation(at);
    let place = wording::place(evidence.readings, Place::Observation(at));
    let printed = wording::quoted(seen);
    let skipped = |words: &str| {
        let reason = format!("{place}: what {printed} is counted from, {words}, is not printed");
        let finding = Finding::skipped(kind, evidence.fact(at), reason);
        Some(finding.at(vec![Place::Observation(at)]))
    };
    let Some(first) = named(evidence, at, one) else {
        return skipped(one);
    };
    let second = named(evidence, at, other).or_else(|| same_of(evidence, first, other));
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
        let word = if is_below(seen) { "低于" } else { "高于" };
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

/// Whether an observation can be a side of a difference: an exact number in its
/// unit, of its period.
fn is_side(evidence: &Evidence, difference: usize, at: usize) -> bool {
    let (seen, side) = (evidence.observation(difference), evidence.observation(at));
    matches!(side.measure, Measure::Level | Measure::Share)
        && side.unit == unit(seen)
        && side.period == seen.period
        && side.approximation.is_none()
        && side.upper.is_none()
        && evidence.value(at).is_some()
}

/// The observation of these words: in the statement of the difference, else
/// wherever the report prints it.
fn named(evidence: &Evidence, difference: usize, words: &str) -> Option<usize> {
    let observations = evidence.readings.observations.iter().enumerate();
    let of_words: Vec<usize> = observations
        .filter(|(at, side)| is_side(evidence, difference, *at) && is_same(&side.label, words))
        .map(|(at, _)| at)
        .collect();
    let origin = evidence.observation(difference).origin;
    let is_beside = |at: &&usize| evidence.observation(**at).origin == origin;
    let beside = of_words.iter().find(is_beside).copied();
    // A column of a table has the label of all its rows.
    let is_spoken = |at: &&usize| matches!(evidence.observation(**at).origin, Origin::Statement(_));
    let by_words = beside.or_else(|| of_words.iter().find(is_spoken).copied());
    by_words.or_else(|| {
        let phrase = catalog::phrase(words)?;
        let indicator = phrase.indicator.id.as_str();
        of_codes(evidence, difference, indicator, &phrase.dimensions)
    })
}

fn is_same(one: &str, other: &str) -> bool {
    fn words(text: &str) -> impl Iterator<Item = char> {
        let characters = text.chars();
        characters.filter(|c| !c.is_whitespace() && *c != '的')
    }
    words(one).eq(words(other))
}

/// The other side, named by its code alone: 农村地区, 全国平均水平.
fn same_of(evidence: &Evidence, first: usize, words: &str) -> Option<usize> {
    let one = evidence.key(first)?;
    let bare = AVERAGES.iter().find_map(|end| words.strip_suffix(end));
    let bare = bare.unwrap_or(words);
    let in_place = one.dimensions.keys().find_map(|dimension| {
        let code = catalog::code(dimension, bare)?;
        let mut codes = one.dimensions.clone();
        codes.insert(dimension.clone(), code.into_owned());
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

/// The most exact observation of an indicator with codes that can be a side.
fn of_codes(
    evidence: &Evidence,
    difference: usize,
    indicator: &str,
    codes: &Codes,
) -> Option<usize> {
    let meant = evidence.facts().filter(|(key, _)| {
        key.indicator == indicator && key.dimensions == *codes && key.whole.is_none()
    });
    let finest = meant.filter_map(|(key, _)| evidence.finest(key));
    finest
        .into_iter()
        .find(|at| is_side(evidence, difference, *at))
}
