//! The group whose number stands right before, of which a rate is as well.

use super::change::amount;
use super::{Phrase, Reader};
use crate::catalog::{self, wording};
use crate::fact::clause;
use crate::fact::head::Cue;
use crate::fact::{Measure, subject};
use crate::grammar::quantity::Quantity;

impl Reader<'_, '_> {
    /// 四川省网民规模为…，互联网普及率为…: of the group whose level alone stands right
    /// before, unless the clause speaks of all.
    pub(super) fn of_same_group(
        &self,
        phrase: &Phrase,
        own: &str,
        quantity: &Quantity,
    ) -> Option<String> {
        /// A sentence says no more of one area.
        const MOST: usize = 8;
        let (level, last) = (self.levels.first()?, self.levels.last()?);
        if self.levels.len() > MOST {
            return None;
        }
        // 北京市网民规模…，农村网民规模…，手机网民规模…: all of them.
        let area = |label: &String| {
            catalog::phrase(label)?
                .dimensions
                .get("area")
                .map(str::to_owned)
        };
        let is_one = self.levels.len() == 1
            || area(level).is_some_and(|first| {
                let mut areas = self.levels.iter().map(area);
                areas.all(|area| area.as_ref() == Some(&first))
            });
        let is_right_before = is_one
            && self.topic.label == *last
            && self.spoken.is_empty()
            && self.plain.is_none()
            // 在 3.22 亿农村网民中，…: said by what the share is of.
            && self.within.is_none();
        let words = &self.text[phrase.clause.range.clone()];
        let is_of_all = wording().number.all.are_in(words);
        // 北京普及率…，全国普及率…
        let said = clause::without_time(&phrase.head.subject);
        let is_national = wording().number.all.begin(said.trim());
        if is_right_before && is_national && subject::is_attribute(own) && area(level).is_some() {
            let is_known = catalog::phrase(own).is_some();
            return Some(if is_known {
                own.to_owned()
            } else {
                format!("全国{own}")
            });
        }
        if !is_right_before || is_of_all {
            return None;
        }
        // 北京市网民 2000 万人，农村网民 3.1 亿人: no part of those.
        let value = amount(quantity.value, quantity.unit.power);
        let mut facts = self.reading.facts.iter().rev().take(4 * MOST);
        let whole = facts.find(|fact| fact.label == *level && fact.unit == quantity.unit.id);
        let whole = whole.and_then(|whole| amount(whole.value, whole.power));
        let indicator = |label: &str| catalog::phrase(label).map(|phrase| phrase.indicator.id);
        let are_alike = || indicator(own).is_some() && indicator(own) == indicator(level);
        if whole.zip(value).is_some_and(|(whole, part)| part > whole) && are_alike() {
            return None;
        }
        let is_level = matches!(phrase.head.cue, Cue::None | Cue::Is | Cue::To);
        let of_known = (is_level && self.topic.measure == Some(Measure::Level))
            .then(|| subject::of_group(own, level))
            .flatten();
        of_known.or_else(|| subject::of_people(own, level))
    }
}
