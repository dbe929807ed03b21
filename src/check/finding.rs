//! What a check found, before it has its id and its references.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use rust_decimal::{Decimal, RoundingStrategy};

use super::evidence::Evidence;
use super::interval::Interval;
use super::relation::{Outcome, Place, Relation};
use super::{Amount, Check, CheckKind, CheckStatus, wording};

/// What a check found.
pub struct Finding {
    /// What sort of check it is.
    pub kind: CheckKind,
    /// What is checked: with the kind the id.
    pub name: String,
    /// How it ended.
    pub status: CheckStatus,
    /// What was compared and how it ended.
    pub message: String,
    /// What should be there.
    pub expected: Option<Amount>,
    /// What is there.
    pub actual: Option<Amount>,
    /// How far they may be apart.
    pub tolerance: Option<Decimal>,
    /// What was compared.
    pub places: Vec<Place>,
    /// What was compared and is no number.
    pub labels: Vec<String>,
    /// What should hold between the numbers.
    pub relation: Option<Relation>,
}

impl Finding {
    /// A check without numbers.
    pub fn of(kind: CheckKind, name: impl Into<String>, holds: bool) -> Finding {
        Finding {
            kind,
            name: name.into(),
            status: if holds {
                CheckStatus::Pass
            } else {
                CheckStatus::Fail
            },
            message: String::new(),
            expected: None,
            actual: None,
            tolerance: None,
            places: Vec::new(),
            labels: Vec::new(),
            relation: None,
        }
    }

    /// A check that could not be evaluated, and why.
    pub fn skipped(kind: CheckKind, name: impl Into<String>, reason: String) -> Finding {
        Finding {
            status: CheckStatus::Skipped,
            message: reason,
            ..Finding::of(kind, name, true)
        }
    }

    /// Adds the message.
    #[must_use]
    pub fn says(self, message: String) -> Finding {
        Finding { message, ..self }
    }

    /// Adds what was compared.
    #[must_use]
    pub fn at(self, places: Vec<Place>) -> Finding {
        Finding { places, ..self }
    }

    /// Adds what was compared and is no number.
    #[must_use]
    pub fn labelled(self, labels: Vec<String>) -> Finding {
        Finding { labels, ..self }
    }

    /// Adds what was expected and what is there.
    #[must_use]
    pub fn between(self, expected: impl Into<String>, actual: impl Into<String>) -> Finding {
        Finding {
            expected: Some(Amount::Text(expected.into())),
            actual: Some(Amount::Text(actual.into())),
            ..self
        }
    }

    /// Evaluates a relation. `decimals` are those of what is printed; `says` has
    /// the message.
    pub fn evaluated(
        kind: CheckKind,
        name: impl Into<String>,
        relation: Relation,
        decimals: u32,
        says: impl FnOnce(&Outcome) -> String,
    ) -> Finding {
        let places = relation.places();
        let Some(outcome) = relation.outcome(None) else {
            let reason = "the numbers cannot be compared: a base of 0, or more digits than fit";
            return Finding::skipped(kind, name, reason.to_owned()).at(places);
        };
        let (expected, actual, tolerance) = amounts(&outcome, decimals);
        Finding {
            expected,
            actual,
            tolerance,
            places,
            message: says(&outcome),
            relation: Some(relation),
            ..Finding::of(kind, name, outcome.holds)
        }
    }
}

/// The middles of both and how far they may be apart, with some digits more
/// than are printed.
fn amounts(outcome: &Outcome, decimals: u32) -> (Option<Amount>, Option<Amount>, Option<Decimal>) {
    const MORE: u32 = 4;
    let middle = |interval: Interval| {
        let middle = interval.middle()?;
        Some(Amount::Number(middle.round_dp(decimals + MORE).normalize()))
    };
    let widths = outcome.expected.width().zip(outcome.actual.width());
    let tolerance = widths.and_then(|(one, other)| {
        let apart = one.checked_add(other)?.checked_div(Decimal::TWO)?;
        let apart = apart.round_dp_with_strategy(decimals + MORE, RoundingStrategy::AwayFromZero);
        Some(apart.normalize())
    });
    (middle(outcome.expected), middle(outcome.actual), tolerance)
}

/// Gives each finding its id, a number behind it where one comes twice, and
/// its references.
pub fn findings_to_checks(evidence: &Evidence, findings: Vec<Finding>) -> Vec<Check> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut given: HashSet<String> = HashSet::new();
    findings
        .into_iter()
        .map(|finding| {
            let name = format!("{}/{}", finding.kind.name(), finding.name);
            let id = loop {
                let count = counts.entry(name.clone()).or_insert(0);
                *count += 1;
                let id = if *count == 1 {
                    name.clone()
                } else {
                    format!("{name}.{count}")
                };
                // A label may end as the second of another would.
                if given.insert(id.clone()) {
                    break id;
                }
            };
            let refs = finding.places.iter().map(|place| match place {
                Place::Observation(at) => evidence.readings.names[*at].1.clone(),
                Place::Cell { .. } => wording::place(evidence.readings, *place),
            });
            Check {
                id,
                kind: finding.kind,
                status: finding.status,
                severity: finding.kind.severity(),
                message: finding.message,
                expected: finding.expected,
                actual: finding.actual,
                tolerance: finding.tolerance,
                refs: refs.chain(finding.labels).collect(),
            }
        })
        .collect()
}
