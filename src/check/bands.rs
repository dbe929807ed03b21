//! # What it checks
//!
//! Shares of bands of one whole, 10-19 岁 to 50 岁及以上, against 100 %.
//!
//! # When it applies
//!
//! To shares of one indicator and period in one whole by a dimension whose codes
//! are bands. Where the bands leave some out, or overlap and the first to end are
//! taken, they only come to no more than 100 %; where they follow each other from
//! 0 on to an open end, to 100 %.
//!
//! # Tolerance
//!
//! Half of one in the last digit of each.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::key::Key;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, parts, wording};
use crate::catalog;
use crate::observation::decimals;

/// From where, to where; the last has no end.
type Band = (u32, Option<u32>);

/// Checks the shares of all bands.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let dimensions = catalog::dimensions().iter();
    for dimension in dimensions.filter(|dimension| dimension.bands.is_some()) {
        let mut groups: Vec<BTreeMap<Band, usize>> = Vec::new();
        let mut places = foldhash::HashMap::<Key, usize>::default();
        for (key, _) in evidence.facts() {
            let code = key.dimensions.get(dimension.id);
            let Some(band) = code.and_then(band) else {
                continue;
            };
            if !parts::is_share_of_one_whole(key, dimension.id) {
                continue;
            }
            let mut group = key.clone();
            group.dimensions.remove(dimension.id);
            let at = *places.entry(group).or_insert_with(|| {
                groups.push(BTreeMap::new());
                groups.len() - 1
            });
            if let Some(share) = evidence.finest(key) {
                groups[at].insert(band, share);
            }
        }
        let found = groups.iter();
        findings.extend(found.filter_map(|group| compare(evidence, group, dimension.id)));
    }
}

/// `10-19`, `60+`
fn band(code: &str) -> Option<Band> {
    if let Some(from) = code.strip_suffix('+') {
        return Some((from.parse().ok()?, None));
    }
    let (from, to) = code.split_once('-')?;
    Some((from.parse().ok()?, Some(to.parse().ok()?)))
}

/// The most bands that have nothing in common: always the one that ends first.
fn disjoint(bands: impl Iterator<Item = Band>) -> Vec<Band> {
    let mut bands: Vec<Band> = bands.collect();
    bands.sort_unstable_by_key(|(from, to)| (to.unwrap_or(u32::MAX), *from));
    let mut taken: Vec<Band> = Vec::new();
    for band in bands {
        let last = taken.last().map(|(_, to)| to.unwrap_or(u32::MAX));
        if last.is_none_or(|last| band.0 > last) {
            taken.push(band);
        }
    }
    taken
}

/// Whether bands follow each other from 0 to an open end.
fn is_all(bands: &[Band]) -> bool {
    let begins = bands.first().is_some_and(|(from, _)| *from == 0);
    let ends = bands.last().is_some_and(|(_, to)| to.is_none());
    let follow = |pair: &[Band]| pair[0].1.and_then(|to| to.checked_add(1)) == Some(pair[1].0);
    begins && ends && bands.windows(2).all(follow)
}

fn compare(evidence: &Evidence, group: &BTreeMap<Band, usize>, by: &str) -> Option<Finding> {
    let bands = disjoint(group.keys().copied());
    if bands.len() < 2 {
        return None;
    }
    let shares: Vec<usize> = bands.iter().map(|band| group[band]).collect();
    let sum = shares.iter().map(|at| evidence.printed(*at));
    let sum = Expression::Sum(sum.collect::<Option<_>>()?);
    let hundred = Expression::Constant(Interval::exact(Decimal::ONE_HUNDRED));
    let is_all = is_all(&bands);
    let relation = if is_all {
        Relation::Equal {
            expected: hundred,
            printed: sum,
        }
    } else {
        Relation::AtMost {
            part: sum,
            whole: hundred,
        }
    };
    let first = *shares.first()?;
    let readings = evidence.readings;
    let quotes: Vec<String> = shares
        .iter()
        .map(|at| wording::quoted(evidence.observation(*at)))
        .collect();
    let digits = decimals(evidence.observation(first).text());
    let says = |outcome: &Outcome| {
        let place = wording::place(readings, Place::Observation(first));
        let values = wording::values(outcome.actual, digits);
        let of = match (outcome.holds, is_all) {
            (true, true) => "which fits 100%",
            (true, false) => "no more than 100%",
            (false, true) => "not 100%",
            (false, false) => "more than 100%",
        };
        let quotes = wording::listed(&quotes, " + ");
        format!("{place}: {quotes} of parts that share nothing is {values}%, {of}")
    };
    let name = format!("{}/by={by}", evidence.fact(first));
    let kind = CheckKind::HundredPercent;
    Some(Finding::evaluated(kind, name, relation, digits, says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_that_share_nothing_are_chosen() {
        let cases: [(&[&str], &[&str], bool); 5] = [
            (
                &["20-29", "10-19", "30+"],
                &["10-19", "20-29", "30+"],
                false,
            ),
            (&["0-9", "10-19", "20+"], &["0-9", "10-19", "20+"], true),
            (&["0-9", "20+"], &["0-9", "20+"], false),
            (
                &["10-19", "50+", "60+", "40-49"],
                &["10-19", "40-49", "50+"],
                false,
            ),
            (&["10-29", "10-19", "20-24"], &["10-19", "20-24"], false),
        ];
        for (codes, expected, covers) in cases {
            let bands = |codes: &[&str]| -> Vec<Band> {
                codes.iter().map(|code| band(code).unwrap()).collect()
            };
            let taken = disjoint(bands(codes).into_iter());
            assert_eq!(taken, bands(expected), "{codes:?}");
            assert_eq!(is_all(&taken), covers, "{codes:?}");
        }
        assert_eq!(band("male"), None);
    }
}
