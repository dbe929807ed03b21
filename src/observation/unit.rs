//! Units that numbers print, against what the catalog has of their names.

use crate::catalog::{self, Indicator};
use crate::fact::{Fact, Measure};

/// Whether the unit that a level or change prints is one that what the indicator measures may
/// have: 手机上网 1.18 亿人 is no rate, 专线上网 141 万台 are no people, 8.54 亿网民 no hours.
pub fn may_be_in(indicator: &Indicator, fact: &Fact) -> bool {
    let counts = matches!(fact.measure, Measure::Level | Measure::Change);
    let Some(printed) = fact.unit_printed.as_deref().filter(|_| counts) else {
        return true;
    };
    let is_percent = matches!(fact.unit, Some("percent" | "percentage_point" | "permille"));
    match (indicator.unit, fact.unit) {
        ("percent", _) => is_percent,
        (_, Some("multiple")) => true,
        ("person", Some("item")) => {
            let (_, word) = catalog::units().multiplier(printed);
            catalog::wording().survey.counters.has(word)
        }
        ("person", Some(unit)) => unit == "person" || is_percent,
        ("hour", Some(unit)) => !matches!(unit, "person" | "item"),
        _ => true,
    }
}

/// Whether a fact counts machines, by the word that it counts them in.
pub fn counts_machines(fact: &Fact) -> bool {
    let printed = fact.unit_printed.as_deref().unwrap_or_default();
    let (_, word) = catalog::units().multiplier(printed);
    catalog::wording().survey.machines.has(word)
}
