//! The group whose number stands right before, of which a rate is as well.

use super::{Phrase, Reader};
use crate::catalog::wording;
use crate::fact::head::Cue;
use crate::fact::{Measure, subject};

impl Reader<'_, '_> {
    /// 四川省网民规模为…，互联网普及率为…: of the group whose level alone stands right
    /// before, unless the clause speaks of all.
    pub(super) fn of_same_group(&self, phrase: &Phrase, own: &str) -> Option<String> {
        let [level] = &self.levels[..] else {
            return None;
        };
        let is_right_before = self.topic.label == *level
            && self.spoken.is_empty()
            && self.plain.is_none()
            // 在 3.22 亿农村网民中，…: said by what the share is of.
            && self.within.is_none();
        let words = &self.text[phrase.clause.range.clone()];
        let is_of_all = wording().number.all.are_in(words);
        if !is_right_before || is_of_all {
            return None;
        }
        let is_level = matches!(phrase.head.cue, Cue::None | Cue::Is | Cue::To);
        let of_known = (is_level && self.topic.measure == Some(Measure::Level))
            .then(|| subject::of_group(own, level))
            .flatten();
        of_known.or_else(|| subject::of_people(own, level))
    }
}
