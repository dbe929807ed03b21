//! # What it checks
//!
//! A share that a sentence prints behind its part: 合计 812 亿元，其中北京 436 亿元，占比
//! 53.7%.
//!
//! # When it applies
//!
//! To shares of what the catalog does not know, or of a whole that is printed
//! nowhere as one it knows, where the same sentence prints the number that has the
//! label of the share. The whole is the number that the
//! share names as its own; else the one printed last before the part, in its
//! unit and in this sentence or the one before, where 其中 stands between them.
//!
//! # Tolerance
//!
//! Any quotient that the two numbers have within half of one in their last
//! digits, and half of one in the last digit of the share.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::relation::{Outcome, Place, Relation};
use super::{CheckKind, wording};
use crate::fact::Measure;
use crate::observation::{Observation, Origin, decimals};

/// Checks the shares of what the catalog does not know.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (at, seen) in evidence.readings.observations.iter().enumerate() {
        if seen.indicator.is_none() && seen.measure == Measure::Share && seen.unit == "percent" {
            findings.extend(compare(evidence, at));
        }
    }
}

/// A share with the numbers of its sentence, if it has both.
pub fn compare(evidence: &Evidence, at: usize) -> Option<Finding> {
    let seen = evidence.observation(at);
    let Origin::Statement(statement) = seen.origin else {
        return None;
    };
    let beside = evidence.of_statement(statement);
    let before = statement.checked_sub(1);
    let before = before.map_or(&[][..], |before| evidence.of_statement(before));
    let is_part = |other: &&usize| {
        let part = evidence.observation(**other);
        part.measure == Measure::Level
            && part.label == seen.label
            && part.dimensions == seen.dimensions
            && part.period == seen.period
            && start(part) < start(seen)
    };
    let part = *beside.iter().rev().find(is_part)?;
    let whole = match seen.share_of.as_deref() {
        Some(words) => named(evidence, beside, part, words),
        None => last(evidence, beside, before, part),
    }?;
    let relation = Relation::Equal {
        expected: evidence
            .printed(part)?
            .over(evidence.printed(whole)?)
            .times(Decimal::ONE_HUNDRED),
        printed: evidence.printed(at)?,
    };
    let digits = decimals(seen.text());
    let quotes = [part, whole].map(|at| wording::quoted(evidence.observation(at)));
    let says = |outcome: &Outcome| {
        let place = wording::place(evidence.readings, Place::Observation(at));
        let values = wording::values(outcome.expected, digits + 1);
        let is = wording::is_printed(outcome);
        let printed = wording::quoted(seen);
        format!(
            "{place}: {} of {} is {values}%, {is} {printed}",
            quotes[0], quotes[1]
        )
    };
    let kind = CheckKind::Share;
    Some(Finding::evaluated(
        kind,
        evidence.fact(at),
        relation,
        digits,
        says,
    ))
}

/// Where a number begins.
fn start(seen: &Observation) -> Option<usize> {
    Some(seen.number.first()?.start)
}

/// Whether a number may be the whole of a part: a level in its unit.
fn is_whole(evidence: &Evidence, part: usize, at: usize) -> bool {
    let (part_seen, seen) = (evidence.observation(part), evidence.observation(at));
    at != part && seen.measure == Measure::Level && seen.unit == part_seen.unit
}

/// The number whose label the words of a whole are, with the number in them or
/// without.
fn named(evidence: &Evidence, beside: &[usize], part: usize, words: &str) -> Option<usize> {
    let is_named = |at: &&usize| {
        let seen = evidence.observation(**at);
        let quoted = wording::quoted(seen);
        is_whole(evidence, part, **at)
            && (seen.label == words
                || words.contains(&quoted) && words.replacen(&quoted, "", 1) == seen.label)
    };
    beside.iter().find(is_named).copied()
}

/// The number before a part, if 其中 stands between them.
fn last(evidence: &Evidence, beside: &[usize], before: &[usize], part: usize) -> Option<usize> {
    let begins = start(evidence.observation(part))?;
    let numbers = before.iter().chain(beside).copied();
    let earlier = numbers.filter_map(|at| {
        let number = evidence.observation(at).number.last()?;
        (number.end <= begins).then_some((number.end, at))
    });
    let (end, whole) = earlier.max()?;
    let text = evidence.readings.document.text();
    let is_among = text.get(end..begins)?.contains("其中");
    (is_among && is_whole(evidence, part, whole)).then_some(whole)
}
