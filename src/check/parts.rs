//! # What it checks
//!
//! The parts of a whole, wherever they are printed: 城镇 and 农村 against all
//! Internet users, 静态 and 动态 against all pages of a province, ministries and
//! provinces against all government websites.
//!
//! # When it applies
//!
//! Where the catalog has the codes of a dimension as a partition, and all parts
//! are printed of one indicator, period and other dimensions. Counts and
//! changes of parts add up to those of the whole; shares in one whole to its
//! share, which of everything is 100 %. What an edition counts beside the parts, as
//! 中国政府网, is added where it is printed. A part that is not printed but made up
//! of others is their sum.
//!
//! # Tolerance
//!
//! None for exact counts; else half of one in the last digit of each.

use foldhash::{HashSet, HashSetExt as _};

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::key::Key;
use super::relation::{Expression, Outcome, Relation};
use super::{CheckKind, wording};
use crate::catalog::{self, Partition};
use crate::fact::Measure;

/// Checks the partitions of all facts.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let mut seen: HashSet<(usize, Key)> = HashSet::new();
    let partitions = &catalog::identities().partitions;
    for (key, places) in evidence.facts() {
        for (at, partition) in partitions.iter().enumerate() {
            if !is_part(key, partition) || !adds_up(key, partition) {
                continue;
            }
            let group = with_code(key, partition, None);
            if seen.insert((at, group)) {
                findings.extend(compare(evidence, key, partition, places[0]));
            }
        }
    }
}

/// Whether it is of one of the parts.
pub fn is_part(key: &Key, partition: &Partition) -> bool {
    let code = key.dimensions.get(partition.dimension);
    code.is_some_and(|code| partition.parts.contains(&code))
}

/// Whether parts of the dimension add up in this indicator and measure.
fn adds_up(key: &Key, partition: &Partition) -> bool {
    if is_share(key) {
        return is_share_of_one_whole(key, partition.dimension);
    }
    is_counted(key) && matches!(key.measure, Measure::Level | Measure::Change) && !key.is_points
}

/// Whether it is a share in a whole that has no code of a dimension: shares of
/// its parts are of one whole.
pub fn is_share_of_one_whole(key: &Key, dimension: &str) -> bool {
    let mut rates = catalog::identities().rates.iter();
    let rate = rates.find(|rate| rate.indicator == key.indicator);
    is_share(key) && rate.is_none_or(|rate| rate.without.contains(&dimension))
}

/// Whether levels of the indicator are how many or how much there is.
pub fn is_counted(key: &Key) -> bool {
    let kind = catalog::indicators().get(key.indicator);
    kind.is_some_and(|known| matches!(known.kind, "count" | "quantity"))
}

fn is_share(key: &Key) -> bool {
    key.measure == Measure::Share && key.whole.is_none()
}

/// The key with another code of the dimension, or none.
pub fn with_code<'r>(key: &Key<'r>, partition: &Partition, code: Option<&str>) -> Key<'r> {
    let mut key = key.clone();
    key.dimensions.remove(partition.dimension);
    if let Some(code) = code {
        key.dimensions.insert(partition.dimension, code.to_owned());
    }
    key
}

/// The partition that makes up a part of another.
pub fn made_up(partition: &Partition, code: &str) -> Option<&'static Partition> {
    let mut inner = catalog::identities().partitions.iter();
    inner.find(|other| other.dimension == partition.dimension && other.whole == Some(code))
}

/// A part as printed, or as what it is made up of.
fn part(evidence: &Evidence, key: &Key, partition: &Partition, code: &str) -> Option<Expression> {
    let own = with_code(key, partition, Some(code));
    evidence.expression(&own).or_else(|| {
        let inner = made_up(partition, code)?;
        let parts = inner.parts.iter();
        let parts = parts.map(|code| part(evidence, key, inner, code));
        Some(Expression::Sum(parts.collect::<Option<_>>()?))
    })
}

fn compare(evidence: &Evidence, key: &Key, partition: &Partition, first: usize) -> Option<Finding> {
    let parts = partition.parts.iter();
    let parts = parts.map(|code| part(evidence, key, partition, code));
    let mut parts: Vec<Expression> = parts.collect::<Option<_>>()?;
    let beside = partition.beside.iter();
    parts.extend(beside.filter_map(|code| part(evidence, key, partition, code)));
    let parts = Expression::Sum(parts);
    let whole = with_code(key, partition, partition.whole);
    let whole = match evidence.expression(&whole) {
        Some(whole) => whole,
        None if is_share(key) && partition.whole.is_none() => {
            Expression::Constant(Interval::exact(Decimal::ONE_HUNDRED))
        }
        None => return None,
    };
    let name = format!("{}/by={}", evidence.fact(first), partition.dimension);
    let mut printed = Vec::new();
    whole.places(&mut printed);
    let relation = Relation::Equal {
        expected: parts,
        printed: whole,
    };
    let places = relation.places();
    let digits = if is_share(key) { 2 } else { 0 };
    let readings = evidence.readings;
    let says = |outcome: &Outcome| {
        let parts: Vec<String> = places
            .iter()
            .filter(|place| !printed.contains(place))
            .map(|place| wording::quote(readings, *place))
            .collect();
        let head = match printed.first().or(places.first()) {
            Some(place) => wording::place(readings, *place),
            None => String::new(),
        };
        let whole = match printed.first() {
            Some(place) => wording::quote(readings, *place),
            None => "100%".to_owned(),
        };
        let sum = wording::values(outcome.expected, digits);
        let is = if outcome.holds { "which fits" } else { "not" };
        let parts = wording::listed(&parts, " + ");
        format!("{head}: {parts} is {sum}, {is} {whole}{}", apart(outcome))
    };
    Some(Finding::evaluated(
        CheckKind::Parts,
        name,
        relation,
        digits,
        says,
    ))
}

fn apart(outcome: &Outcome) -> String {
    if outcome.holds {
        String::new()
    } else {
        wording::apart(outcome)
    }
}
