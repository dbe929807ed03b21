//! Which value is wrong, where several checks fail: the one that is in all of
//! them, and the digit that would mend them.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::relation::{Instead, Place};
use super::{CheckStatus, precision, wording};

/// Finds the values that two or more failing checks single out, and says in
/// their messages which digit would mend them. Returns the observations.
pub fn single_out(evidence: &Evidence, findings: &mut [Finding]) -> Vec<usize> {
    let mut failing: HashMap<Place, Vec<usize>> = HashMap::new();
    for (at, finding) in findings.iter().enumerate() {
        if finding.status == CheckStatus::Fail && finding.relation.is_some() {
            for place in &finding.places {
                failing.entry(*place).or_default().push(at);
            }
        }
    }
    let mut suspects: Vec<(Place, Vec<usize>)> = failing
        .iter()
        .filter(|(place, checks)| {
            let is_most = |check: &usize| {
                let others = findings[*check].places.iter();
                let mut others = others.filter(|other| other != place);
                others.all(|other| failing[other].len() < checks.len())
            };
            checks.len() > 1 && checks.iter().all(is_most)
        })
        .map(|(place, checks)| (*place, checks.clone()))
        .collect();
    suspects.sort_unstable();
    for (place, checks) in &suspects {
        let Some(mended) = mend(evidence, findings, *place) else {
            continue;
        };
        let others = checks.len() - 1;
        let failures = if others == 1 { "failure" } else { "failures" };
        let says = format!(
            "; {mended} in {} would mend this and {others} other {failures}",
            wording::place(evidence.readings, *place)
        );
        for check in checks {
            findings[*check].message.push_str(&says);
        }
    }
    let places = suspects.into_iter();
    places
        .filter_map(|(place, _)| super::observation_of(place))
        .collect()
}

/// The number with one digit changed that makes all checks of a place hold;
/// `None` when there is none, or more than one.
fn mend(evidence: &Evidence, findings: &[Finding], place: Place) -> Option<String> {
    let at = super::observation_of(place)?;
    let seen = evidence.observation(at);
    let relations: Vec<_> = findings
        .iter()
        .filter(|finding| finding.status != CheckStatus::Skipped && finding.places.contains(&place))
        .filter_map(|finding| finding.relation.as_ref())
        .collect();
    let text = seen.text();
    let half = precision::half_unit(seen)?;
    let mut mended = None;
    for (start, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        for other in ('0'..='9').filter(|other| *other != digit) {
            let changed = format!("{}{other}{}", &text[..start], &text[start + 1..]);
            let Some(value) = value(&changed, seen.value?.is_sign_negative(), seen.power) else {
                continue;
            };
            let instead: Instead = (place, Interval::rounded(value, half)?);
            let holds = relations.iter().all(|relation| {
                let outcome = relation.outcome(Some(instead));
                outcome.is_some_and(|outcome| outcome.holds)
            });
            if holds && mended.replace(changed).is_some() {
                return None;
            }
        }
    }
    mended
}

/// A printed number in base units, with the sign that its words gave it.
fn value(text: &str, is_negative: bool, power: u32) -> Option<Decimal> {
    let (value, rest) = crate::grammar::number::leading(text)?;
    if !rest.is_empty() {
        return None;
    }
    let factor = Decimal::from(10_i64.checked_pow(power)?);
    let value = value.abs().checked_mul(factor)?;
    Some(if is_negative { -value } else { value })
}
