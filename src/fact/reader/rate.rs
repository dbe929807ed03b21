//! What labels are of, as the catalog knows it: rates, and whose.

use super::{Phrase, Reader, Topic};
use crate::catalog::{self, wording};
use crate::fact::Fact;
use crate::grammar::quantity::Quantity;

/// A label that is of all who use something, of a part of them less the part: 网络支付
/// of 手机网络支付.
pub(super) fn broad(label: &str) -> Option<&str> {
    let Some(phrase) = catalog::phrase(label) else {
        return Some(label);
    };
    let dimensions = &phrase.dimensions;
    if dimensions.len() < 2 || !dimensions.contains_key("application") {
        return Some(label);
    }
    let parts = dimensions
        .iter()
        .filter(|(known, _)| *known != "application");
    let mut names = parts.flat_map(|(dimension, code)| catalog::names_of(dimension, code));
    let all = names.find_map(|name| label.strip_prefix(name.as_ref()));
    all.filter(|all| catalog::phrase(all).is_some())
}

pub(super) fn is_in_points(fact: &Fact) -> bool {
    fact.unit == Some("percentage_point")
}

/// Whether a topic is itself in percent.
pub(super) fn is_rate(topic: &Topic) -> bool {
    is_rate_label(&topic.label)
}

pub(super) fn is_rate_label(label: &str) -> bool {
    let ends = ["率", "占比", "比例", "比重"];
    if ends.iter().any(|end| label.ends_with(end)) {
        return true;
    }
    catalog::phrase(label).is_some_and(|phrase| phrase.indicator.kind == "percent")
}

/// 农村网民网络支付使用率: whether a label is a rate of some of all people.
pub(super) fn is_rate_of_some(label: &str) -> bool {
    const PEOPLE: [&str; 4] = ["age", "education", "residence", "sex"];
    let of = catalog::phrase(label).filter(|of| of.indicator.kind == "percent");
    of.is_some_and(|of| of.dimensions.keys().any(|of| PEOPLE.contains(&of)))
}

/// Whether a label counts people by what they use, of whom no share of all people is told.
pub(super) fn is_counted_people(label: &str) -> bool {
    let phrase = catalog::phrase(label);
    phrase.is_some_and(|phrase| {
        let mut of = phrase.dimensions.keys();
        phrase.indicator.unit == "person" && of.any(|of| of == "application" || of == "device")
    })
}

impl Reader<'_, '_> {
    /// 普及率低于城镇地区 19.2 个百分点，较上年缩小 1.1 个百分点: the gap is what became so much less.
    pub(super) fn gap(&self, phrase: &Phrase, quantity: &Quantity) -> Option<String> {
        let verbs = ["缩小", "收窄", "扩大", "拉大"];
        let said = phrase.group.head.trim_end();
        let is_of_gap = phrase.own.is_empty() && verbs.iter().any(|verb| said.ends_with(verb));
        let last = self.reading.facts.last().filter(|_| is_of_gap)?;
        let is_gap = wording().verb.above.are_in(&last.label) || last.label.contains("相差");
        let is_points = quantity.unit.id == Some("percentage_point") && is_in_points(last);
        (is_gap && is_points).then(|| last.label.clone())
    }
}
