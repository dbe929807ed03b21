//! What is spoken of.

use crate::catalog;
use crate::fact::{Fact, Measure, subject};

/// What the last clause with a number was about.
#[derive(Clone, Debug, Default)]
pub(super) struct Topic {
    pub(super) label: String,
    /// The last label of a count, for changes that are of none in percent.
    pub(super) count: String,
    pub(super) measure: Option<Measure>,
    pub(super) share_of: Option<String>,
    /// The subjects that 分别 handed out to.
    pub(super) list: Vec<String>,
}

impl Topic {
    /// Speaks of what the fact is of from now on.
    pub(super) fn turn_to(&mut self, label: &str, fact: &Fact) {
        let label = &users(label, fact).unwrap_or_else(|| label.to_owned());
        label.clone_into(&mut self.label);
        let is_percent = matches!(fact.unit, Some("percent" | "percentage_point"))
            || !self.count.is_empty() && subject::begins_with_change(label);
        if matches!(fact.measure, Measure::Level | Measure::Change) && !is_percent {
            label.clone_into(&mut self.count);
        }
        self.measure = Some(fact.measure);
        let share_of = fact.share_of.as_ref().or(fact.changed_share_of.as_ref());
        self.share_of = share_of.cloned();
        self.list.clear();
    }
}

/// 即时通信 7.92 亿: its users are counted, whom what follows is of.
pub(super) fn users(label: &str, fact: &Fact) -> Option<String> {
    let is_of_people = matches!(fact.unit, None | Some("person")) && fact.unit_printed.is_some();
    let is_counted = fact.measure == Measure::Level && is_of_people;
    let is_application = is_counted && catalog::code("application", label).is_some();
    is_application.then(|| format!("{label}用户"))
}
