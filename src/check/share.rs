//! # What it checks
//!
//! A share against what it is a share of: 用户规模 by 网民规模 is 使用率, 静态网页 by
//! 网页总数 its share, 网民 by the population 普及率.
//!
//! # When it applies
//!
//! To rates that the catalog has as one indicator by another, and to shares of
//! an indicator in all of it, in what it is part of by the catalog, or in the population, where both numbers are
//! printed of the same period. A level of an earlier period that is not printed
//! is what the level of the edition's period and its change or growth leave; 非网民
//! of a place are what its 网民 and their 普及率 leave.
//! Where only the whole is printed and is an exact count, its share is that of
//! a whole number.
//!
//! # Tolerance
//!
//! Any quotient that the two numbers have within half of one in their last
//! digits, and half of one in the last digit of the share. A number that the
//! whole is the sum of too, 网民 of 网民 and 非网民, is the same in both.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::key::{self, Key};
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, share_in_sentence, wording};
use crate::catalog::{self, Codes, Rate};
use crate::fact::Measure;
use crate::observation::{Origin, decimals};

/// Checks all shares.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (key, _) in evidence.facts() {
        let rates = &catalog::identities().rates;
        let rate = rates.iter().find(|rate| rate.indicator == key.indicator);
        let is_rate = rate.is_some() && matches!(key.measure, Measure::Share | Measure::Level);
        if !is_rate && key.measure != Measure::Share {
            continue;
        }
        let Some(at) = evidence.finest(key) else {
            continue;
        };
        let sides = match rate {
            Some(rate) => of_rate(evidence, key, rate),
            None => of_whole(evidence, key, at),
        };
        findings.extend(sides.and_then(|sides| compare(evidence, at, sides)));
    }
}

/// Numerator and denominator, `None` where one is not printed.
struct Sides {
    part: Option<Expression>,
    whole: Option<Expression>,
}

/// One indicator by another.
fn of_rate(evidence: &Evidence, key: &Key, rate: &Rate) -> Option<Sides> {
    let mut whole = key.dimensions.clone();
    whole.retain(|dimension| !rate.without.contains(&dimension));
    if let Some(printed) = key.whole
        && !is_of(printed, &rate.of, &whole)
    {
        return None;
    }
    // What has no other whole than itself is no share of it.
    if rate.of == [rate.part] && whole == key.dimensions {
        return None;
    }
    let level = |id: &str, codes| evidence.level(id, codes, key.period);
    let of = rate.of.iter().map(|id| level(id, &whole));
    Some(Sides {
        part: level(rate.part, &key.dimensions)
            .or_else(|| evidence.rest(rate.part, &key.dimensions, key.period)),
        whole: of.collect::<Option<Vec<_>>>().map(Expression::Sum),
    })
}

/// Whether the words of a whole name one of these indicators with these codes.
fn is_of(words: &str, of: &[&str], codes: &Codes) -> bool {
    key::whole(words)
        .is_some_and(|phrase| of.contains(&phrase.indicator.id) && phrase.dimensions == *codes)
}

/// An indicator by all of it, by what its whole is called, or by people.
fn of_whole(evidence: &Evidence, key: &Key, at: usize) -> Option<Sides> {
    let part = evidence.level(key.indicator, &key.dimensions, key.period);
    let level = |id: &str, codes: &Codes| evidence.level(id, codes, key.period);
    let whole = match key.whole {
        None if key.dimensions.len() == 1 => level(key.indicator, &Codes::new()),
        // The whole of everything is another thing, if the catalog has it: 移动基站总数.
        None if key.dimensions.is_empty() && !is_cell(evidence, at) => {
            let own = catalog::indicators().get(key.indicator)?.share_of;
            own.and_then(key::whole)
                .filter(|whole| whole.indicator.id != key.indicator)
                .and_then(|whole| level(whole.indicator.id, &whole.dimensions))
        }
        None => return None,
        Some(words) => {
            let mut people = catalog::identities().people.iter();
            match people.find(|people| people.names.contains(&words)) {
                Some(people) => {
                    let of = people.of.iter().map(|id| level(id, &Codes::new()));
                    of.collect::<Option<Vec<_>>>().map(Expression::Sum)
                }
                None => key::whole(words)
                    .and_then(|phrase| level(phrase.indicator.id, &phrase.dimensions)),
            }
        }
    };
    Some(Sides { part, whole })
}

fn is_cell(evidence: &Evidence, at: usize) -> bool {
    matches!(evidence.observation(at).origin, Origin::Cell { .. })
}

fn compare(evidence: &Evidence, at: usize, sides: Sides) -> Option<Finding> {
    let kind = CheckKind::Share;
    let seen = evidence.observation(at);
    let name = evidence.fact(at);
    let place = wording::place(evidence.readings, Place::Observation(at));
    let share = evidence.printed(at)?;
    let printed = wording::quoted(seen);
    let digits = decimals(seen.text());
    let (part, whole) = match (sides.part, sides.whole) {
        (Some(part), Some(whole)) => (part, whole),
        (None, Some(whole)) => {
            if let Some(finding) = of_whole_number(evidence, at, &whole) {
                return Some(finding);
            }
            return (!is_cell(evidence, at)).then(|| {
                let reason =
                    format!("{place}: what {printed} is the share of is printed, the part is not");
                Finding::skipped(kind, name, reason).at(vec![Place::Observation(at)])
            });
        }
        (_, None) => {
            if let Some(finding) = share_in_sentence::compare(evidence, at) {
                return Some(finding);
            }
            return (!is_cell(evidence, at)).then(|| {
                let reason = format!("{place}: what {printed} is a share of is not printed");
                Finding::skipped(kind, name, reason).at(vec![Place::Observation(at)])
            });
        }
    };
    let readings = evidence.readings;
    let of_part = wording::computation(readings, &part);
    let of_whole = wording::computation(readings, &whole);
    let relation = Relation::Equal {
        expected: part.of_whole(whole).times(Decimal::ONE_HUNDRED),
        printed: share,
    };
    let says = |outcome: &Outcome| {
        let values = wording::values(outcome.expected, digits + 1);
        let is = wording::is_printed(outcome);
        format!("{place}: {of_part} of {of_whole} is {values}%, {is} {printed}")
    };
    Some(Finding::evaluated(kind, name, relation, digits, says))
}

/// A share of an exact count is that of a whole number: of 302 there is none
/// that 34.9% would be.
fn of_whole_number(evidence: &Evidence, at: usize, whole: &Expression) -> Option<Finding> {
    // With more, every share of a decimal or two is some number's.
    const MOST: i64 = 10_000;
    let whole = whole.value(None)?;
    let is_exact = whole.low() == whole.high() && whole.low().is_integer();
    if !is_exact || whole.low() <= Decimal::ZERO || whole.low() > Decimal::from(MOST) {
        return None;
    }
    let seen = evidence.observation(at);
    let share = evidence.value(at)?;
    let hundred = Interval::exact(Decimal::ONE_HUNDRED);
    let counts = share.times(whole)?.over(hundred)?;
    let nearest = counts.middle()?.round();
    let fits = counts.meets(Interval::exact(nearest));
    let place = wording::place(evidence.readings, Place::Observation(at));
    let printed = wording::quoted(seen);
    let of = wording::number(whole.low());
    let message = if fits {
        format!("{place}: {printed} of {of} is {}", wording::number(nearest))
    } else {
        format!("{place}: {printed} of {of} is no whole number")
    };
    let finding = Finding::of(CheckKind::Share, evidence.fact(at), fits).says(message);
    Some(finding.at(vec![Place::Observation(at)]))
}
