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
//! share names as its own; else, if it names none or says 总用户数, the one printed
//! last before 其中, in this sentence or the one before, with nothing but its growth
//! between it and 其中, and nothing but parts, their shares and growth between 其中 and the
//! part. It has the unit and the period of the part.
//!
//! Part and whole are among the hundred numbers before the share.
//!
//! Where it is doubtful which number is the whole the check is skipped: 2024 年收入
//! 812 亿元，2023 年为 700 亿元，其中…; or where the share is none of this whole, but
//! is one of another number that stands before it.
//!
//! # Tolerance
//!
//! Any quotient that the two numbers have within half of one in their last
//! digits, and half of one in the last digit of the share.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, wording};
use crate::fact::{INFERRED, Measure};
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
    let beside = near(evidence.of_statement(statement), at);
    let block = |at: usize| evidence.readings.statements[at].block;
    let before = statement.checked_sub(1);
    let before = before.filter(|before| block(*before) == block(statement));
    let before = before.map_or(&[][..], |before| evidence.of_statement(before));
    let before = near(before, at);
    let is_part = |other: &&usize| {
        let part = evidence.observation(**other);
        part.measure == Measure::Level
            && part.label == seen.label
            && part.dimensions == seen.dimensions
            && part.period == seen.period
            && start(part) < start(seen)
    };
    let part = *beside.iter().rev().find(is_part)?;
    let last = || last(evidence, beside, before, part);
    let (whole, among) = match seen.share_of.as_deref() {
        Some(words) => match named(evidence, beside, part, words) {
            Some(whole) => (whole, Vec::new()),
            None => last().filter(|(whole, _)| is_total_of(evidence, *whole, words))?,
        },
        None => last()?,
    };
    let share_of = |whole: Expression| -> Option<Relation> {
        let expected = evidence.printed(part)?.over(whole);
        Some(Relation::Equal {
            expected: expected.times(Decimal::ONE_HUNDRED),
            printed: evidence.printed(at)?,
        })
    };
    let relation = share_of(evidence.printed(whole)?)?;
    let place = wording::place(evidence.readings, Place::Observation(at));
    let quote = |at: usize| wording::quoted(evidence.observation(at));
    let kind = CheckKind::Share;
    let skipped = |reason: String| {
        let reason = format!("{place}: {} {reason}", quote(at));
        let finding = Finding::skipped(kind, evidence.fact(at), reason);
        Some(finding.at(vec![Place::Observation(at)]))
    };
    if let Some(other) = among
        .iter()
        .find(|other| is_again(evidence, whole, **other))
    {
        let (one, other) = (quote(*other), quote(whole));
        return skipped(format!("may be a share of {one} or of {other}"));
    }
    let fits = |relation: Option<Relation>| {
        let outcome = relation.and_then(|relation| relation.outcome(None));
        outcome.is_some_and(|outcome| outcome.holds)
    };
    if !fits(Some(relation.clone())) {
        let numbers = before.iter().chain(beside).copied();
        let numbers = numbers.filter(|other| is_before(evidence, *other, part));
        let is_other = |other: &usize| {
            let (seen, part) = (evidence.observation(*other), evidence.observation(part));
            let is_amount = matches!(seen.measure, Measure::Level | Measure::Change);
            *other != whole && is_amount && seen.unit == part.unit
        };
        let mut others = numbers.filter(is_other);
        let is_of = |other: &usize| fits(evidence.printed(*other).and_then(share_of));
        if let Some(other) = others.find(is_of) {
            return skipped(format!("may be a share of {}", quote(other)));
        }
        let all = among.iter().chain([&whole]);
        let all = all
            .map(|at| evidence.printed(*at))
            .collect::<Option<Vec<_>>>();
        if fits(all.map(Expression::Sum).and_then(share_of)) {
            return skipped("may be a share of all numbers before it".to_owned());
        }
    }
    let digits = decimals(seen.text());
    let quotes = [part, whole].map(quote);
    let says = |outcome: &Outcome| {
        let values = wording::values(outcome.expected, digits + 1);
        let is = wording::is_printed(outcome);
        let printed = quote(at);
        format!(
            "{place}: {} of {} is {values}%, {is} {printed}",
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

/// The numbers near another: whose share it is no reader looks for farther away.
fn near(numbers: &[usize], at: usize) -> &[usize] {
    const MOST: usize = 100;
    let place = numbers.partition_point(|other| *other < at);
    let end = numbers.len().min(place + MOST);
    &numbers[place.saturating_sub(MOST)..end]
}

/// Where a number begins.
fn start(seen: &Observation) -> Option<usize> {
    Some(seen.number.first()?.start)
}

/// Whether a number ends before another begins.
fn is_before(evidence: &Evidence, at: usize, other: usize) -> bool {
    let end = evidence.observation(at).number.last().map(|span| span.end);
    let start = start(evidence.observation(other));
    end.zip(start).is_some_and(|(end, start)| end <= start)
}

/// Whether a number may be the whole of a part: a level in its unit.
fn is_whole(evidence: &Evidence, part: usize, at: usize) -> bool {
    let (part_seen, seen) = (evidence.observation(part), evidence.observation(at));
    at != part && seen.measure == Measure::Level && seen.unit == part_seen.unit
}

/// Whether a whole is of the period of its part, or both are of none that is said.
fn is_of_period(part: &Observation, whole: &Observation) -> bool {
    let said = |seen: &Observation| {
        let is_said = seen.period_note.as_deref() != Some(INFERRED);
        seen.period.filter(|_| is_said)
    };
    part.period == whole.period || said(part).is_none() && said(whole).is_none()
}

/// Whether a number is the same at another time: 2023 年为 700 亿元.
fn is_again(evidence: &Evidence, whole: usize, other: usize) -> bool {
    let (whole, other) = (evidence.observation(whole), evidence.observation(other));
    other.label == whole.label && other.period != whole.period
}

/// The number whose label the words of a whole are, with the number in them or
/// without.
fn named(evidence: &Evidence, beside: &[usize], part: usize, words: &str) -> Option<usize> {
    let is_named = |at: &&usize| {
        let seen = evidence.observation(**at);
        let quoted = wording::quoted(seen);
        is_whole(evidence, part, **at)
            && is_of_period(evidence.observation(part), seen)
            && (seen.label == words
                || words.contains(&quoted) && words.replacen(&quoted, "", 1) == seen.label)
    };
    beside.iter().find(is_named).copied()
}

/// Whether words are short for all of a whole: 总数, 总用户数 of 接入用户总数.
fn is_total_of(evidence: &Evidence, whole: usize, words: &str) -> bool {
    const ALL: [&str; 7] = ["总", "全部", "整体", "数量", "规模", "数", "量"];
    let bare = |words: &str| {
        let mut words = words.to_owned();
        for all in ALL {
            words = words.replace(all, "");
        }
        words
    };
    // 总数 alone says of nothing that it is all.
    let of = bare(words);
    let is_said = words.contains(['总', '全', '整']) && !of.is_empty();
    is_said && bare(&evidence.observation(whole).label).ends_with(&of)
}

/// The number before 其中, of which a part is one, and the others beside it that the
/// part could be of.
fn last(
    evidence: &Evidence,
    beside: &[usize],
    before: &[usize],
    part: usize,
) -> Option<(usize, Vec<usize>)> {
    let text = evidence.readings.document.text();
    let begins = start(evidence.observation(part))?;
    let sentences = [before, beside].concat();
    let mut numbers: Vec<(usize, usize)> = sentences
        .into_iter()
        .filter(|at| is_before(evidence, *at, part))
        .filter_map(|at| Some((start(evidence.observation(at))?, at)))
        .collect();
    numbers.sort_unstable();
    let first = numbers.first()?.0;
    let of_which = first + text.get(first..begins)?.rfind("其中")?;
    let (earlier, later): (Vec<_>, Vec<_>) = numbers
        .into_iter()
        .partition(|(start, _)| *start < of_which);
    // 达 1867 亿 GB，同比增长 16.4%，其中: what it grew by is no whole.
    let is_growth = |at: usize| {
        let measure = evidence.observation(at).measure;
        matches!(measure, Measure::Change | Measure::GrowthRate)
    };
    // Parts and their shares, of which none is in turn a whole.
    let is_sibling = |(_, at): &(usize, usize)| {
        let seen = evidence.observation(*at);
        let is_share = seen.measure == Measure::Share && seen.share_of.is_none();
        is_share || is_growth(*at) || is_whole(evidence, part, *at)
    };
    let mut levels = earlier.iter().rev().map(|(_, at)| *at);
    let whole = levels.find(|at| !is_growth(*at))?;
    let seen = evidence.observation(whole);
    let grew = earlier
        .iter()
        .rev()
        .map_while(|(_, at)| (*at != whole).then_some(*at));
    let is_its_own = |at: usize| evidence.observation(at).label == seen.label;
    if !grew.into_iter().all(is_its_own) {
        return None;
    }
    let is_meant = is_whole(evidence, part, whole)
        && is_of_period(evidence.observation(part), seen)
        && later.iter().all(is_sibling);
    let others = earlier.iter().map(|(_, at)| *at).filter(|other| {
        *other != whole
            && is_whole(evidence, part, *other)
            && evidence.observation(*other).origin == seen.origin
    });
    is_meant.then(|| (whole, others.collect()))
}
