//! Which value is wrong, where several checks fail: the one that is in all of
//! them, and the digit that would mend them.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::relation::{Instead, Place};
use super::{CheckKind, CheckStatus, precision, wording};
use crate::observation::Origin;

/// A check that compares more numbers than this names none that one digit would
/// mend: there would be many such digits, and all would be tried in all of them.
const MOST_PLACES: usize = 64;

/// A report in which more fails has no single misprints.
const MOST_FAILURES: usize = 100;

/// What compares each place.
type Checks = HashMap<Place, Vec<usize>>;

/// Finds the values that two or more failing checks single out, and says in
/// their messages which digit would mend them; of a check that fails alone, in
/// which of its numbers one digit would. Returns the observations.
pub fn single_out(evidence: &Evidence, findings: &mut [Finding]) -> Vec<usize> {
    let mut checks: Checks = HashMap::new();
    let mut failing: Checks = HashMap::new();
    let mut failures = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        if finding.relation.is_none() || finding.status == CheckStatus::Skipped {
            continue;
        }
        for place in &finding.places {
            checks.entry(*place).or_default().push(at);
        }
        if finding.status == CheckStatus::Fail {
            failures.push(at);
            for place in &finding.places {
                failing.entry(*place).or_default().push(at);
            }
        }
    }
    let suspects = suspects(findings, &failing, &failures);
    if failures.len() <= MOST_FAILURES {
        let said = several(evidence, findings, &checks, &suspects);
        failures.retain(|at| !said.contains(at));
        for at in failures {
            let says = alone(evidence, findings, &checks, at);
            findings[at].message.push_str(&says);
        }
    }
    let places = suspects.into_iter();
    places
        .filter_map(|(place, _)| super::observation_of(place))
        .collect()
}

/// The places that more failing checks have than any other of their numbers,
/// and these checks.
fn suspects(
    findings: &[Finding],
    failing: &Checks,
    failures: &[usize],
) -> Vec<(Place, Vec<usize>)> {
    // Of each failing check the place that the most others fail with.
    let mut most: HashMap<usize, Option<Place>> = HashMap::new();
    for at in failures {
        let places = &findings[*at].places;
        let times = |place: &&Place| failing[*place].len();
        let highest = places.iter().map(|place| times(&place)).max();
        let mut high = places.iter().filter(|place| Some(times(place)) == highest);
        let first = high.next().copied();
        let is_only = high.all(|other| Some(*other) == first);
        most.insert(*at, first.filter(|_| is_only));
    }
    let of_places = failing.iter().filter(|(place, checks)| {
        let is_most = |check: &usize| most[check] == Some(**place);
        checks.len() > 1 && checks.iter().all(is_most)
    });
    let mut suspects: Vec<(Place, Vec<usize>)> = of_places
        .map(|(place, checks)| (*place, checks.clone()))
        .collect();
    suspects.sort_unstable();
    suspects
}

/// Says of what several failing checks single out which digit would mend them
/// all. Returns the checks that say it.
fn several(
    evidence: &Evidence,
    findings: &mut [Finding],
    checks: &Checks,
    suspects: &[(Place, Vec<usize>)],
) -> HashSet<usize> {
    let mut said = HashSet::new();
    for (place, failed) in suspects {
        let mended = mend(evidence, findings, &checks[place], *place);
        let [mended] = mended.as_slice() else {
            continue;
        };
        let others = failed.len() - 1;
        let plural = if others == 1 { "failure" } else { "failures" };
        let place = wording::place(evidence.readings, *place);
        for check in failed {
            let says = format!("; {mended} in {place} would mend this and {others} other {plural}");
            findings[*check].message.push_str(&says);
            said.insert(*check);
        }
    }
    said
}

/// The numbers of a failing check in which one digit would mend it and break
/// nothing else.
fn alone(evidence: &Evidence, findings: &[Finding], checks: &Checks, at: usize) -> String {
    let finding = &findings[at];
    if finding.kind == CheckKind::Decode || finding.places.len() > MOST_PLACES {
        return String::new();
    }
    let mends = finding.places.iter().filter_map(|place| {
        let mended = mend(evidence, findings, checks.get(place)?, *place);
        let first = mended.first()?;
        let observation = super::observation_of(*place)?;
        let printed = evidence.observation(observation).text();
        let name = match *place {
            Place::Observation(at) => match evidence.observation(at).origin {
                Origin::Cell { table, row, .. } => {
                    let label = evidence.readings.tables[table].rows[row].label.text();
                    label.to_owned()
                }
                Origin::Statement(_) => wording::place(evidence.readings, *place),
            },
            Place::Cell { .. } => return None,
        };
        Some(format!("{name} ({first} for {printed})"))
    });
    let mends: Vec<String> = mends.collect();
    if mends.is_empty() {
        String::new()
    } else {
        // The one that is wrong is among them: none is left out.
        format!("; one digit would mend it in {}", mends.join(", "))
    }
}

/// The number with one digit changed that makes all checks of a place hold, as
/// far as there are any; none of a place that checks of too many numbers have.
fn mend(evidence: &Evidence, findings: &[Finding], checks: &[usize], place: Place) -> Vec<String> {
    let mut mended = Vec::new();
    let Some(at) = super::observation_of(place) else {
        return mended;
    };
    let seen = evidence.observation(at);
    // What fails goes first: most digits do not mend it, and no more is tried.
    let (failed, others): (Vec<&Finding>, Vec<&Finding>) = checks
        .iter()
        .map(|check| &findings[*check])
        .partition(|finding| finding.status == CheckStatus::Fail);
    let findings: Vec<&Finding> = failed.into_iter().chain(others).collect();
    let places = findings.iter().map(|finding| finding.places.len());
    if places.sum::<usize>() > MOST_PLACES * MOST_PLACES {
        return mended;
    }
    let relations = || findings.iter().filter_map(|one| one.relation.as_ref());
    let text = seen.text();
    let is_negative = seen.value.is_some_and(|value| value.is_sign_negative());
    let Some(half) = precision::half_unit(seen) else {
        return mended;
    };
    for (start, digit) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        // 023 is how nobody prints 23.
        let is_leading = start == 0 && !text[1..].starts_with('.') && text.len() > 1;
        for other in ('0'..='9').filter(|other| *other != digit && !(is_leading && *other == '0')) {
            let changed = format!("{}{other}{}", &text[..start], &text[start + 1..]);
            let value = value(&changed, is_negative, seen.power);
            let Some(value) = value.and_then(|value| Interval::rounded(value, half)) else {
                continue;
            };
            let instead: Instead = (place, value);
            let holds = relations().all(|relation| {
                let outcome = relation.outcome(Some(instead));
                outcome.is_some_and(|outcome| outcome.holds)
            });
            if holds {
                mended.push(changed);
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
