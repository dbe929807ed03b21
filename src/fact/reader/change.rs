//! Numbers that are changes because the one before them is: parts of it, and what it was then.

use rust_decimal::Decimal;

use super::measure::is_points;
use super::rate::is_rate_label;
use super::tail::counts_people;
use super::{Phrase, Reader, is_share};
use crate::catalog::wording;
use crate::fact::Measure;
use crate::fact::head::Cue;
use crate::grammar::quantity::Quantity;

impl Reader<'_, '_> {
    /// Whether a clause says that its numbers are shares: 占比超过美国.
    pub(super) fn tells_shares(&self, phrase: &Phrase) -> bool {
        let words = &self.text[phrase.clause.range.clone()];
        wording().subject.shares.are_in(words) || words.contains("使用率")
    }

    /// How a change of another time, which nothing but that is said of, is told: as the one
    /// before it.
    pub(super) fn of_then(&self, phrase: &Phrase, quantity: &Quantity) -> Option<Cue> {
        /// A level is many times its change.
        const MOST: i64 = 10;
        let last = self.reading.facts.last()?;
        let is_bare = phrase.head.cue == Cue::Is && phrase.own.is_empty() && self.back.is_some();
        if !is_bare || last.unit != quantity.unit.id {
            return None;
        }
        let (then, base) = (self.moment.as_ref()?.period?, last.base);
        let is_base =
            last.measure == Measure::Change && base.is_some_and(|base| base.year() == then.year());
        let (Some(value), Some(changed)) = (
            amount(quantity.value, quantity.unit.power),
            amount(last.value, last.power),
        ) else {
            return None;
        };
        let most = changed.abs().checked_mul(MOST.into())?;
        let is_alike = value <= most && changed.abs() <= value.checked_mul(MOST.into())?;
        // 规模较上年增加 20 万，2024 年为 430 万: how many there were.
        let said = &self.text[last.range.clone()];
        let is_compared = said.contains(['较', '比']) && last.measure == Measure::Change;
        let contrasts = self.text[phrase.clause.range.clone()]
            .trim_start_matches(['，', ' '])
            .starts_with('而');
        let is_alike =
            is_alike && !is_base && !is_compared && contrasts && !is_rate_label(&last.label);
        let is_down = last.value.is_sign_negative();
        match last.measure {
            _ if !is_alike => None,
            Measure::Change if !is_points(quantity) => Some(Cue::Change {
                is_down,
                is_growth: !is_down,
            }),
            Measure::GrowthRate if !is_down => Some(Cue::Rate { is_down }),
            _ => None,
        }
    }

    /// Whether a number is a part of what became more before 其中 in its sentence, which no level
    /// of the same stands before.
    pub(super) fn is_of_change(&self, phrase: &Phrase, quantity: &Quantity) -> bool {
        let facts = &self.reading.facts;
        let is_bare = matches!(phrase.head.cue, Cue::None | Cue::Is | Cue::Has);
        if !is_bare
            || facts
                .last()
                .is_none_or(|last| last.measure != Measure::Change)
        {
            return false;
        }
        /// What stands further before says nothing of it: a sentence may be long.
        const NEAR: usize = 600;
        const MOST: usize = 32;
        let start = phrase.group.start.max(phrase.clause.range.start);
        let near = self.text.ceil_char_boundary(start.saturating_sub(NEAR));
        let before = &self.text[near..start];
        let words = &self.text[phrase.clause.range.clone()];
        let words = words.trim_start_matches(['，', '；', ',', ' ']);
        let of_which = match words.starts_with("其中") {
            true => Some(phrase.clause.range.start),
            false => before.rfind("其中").map(|at| near + at),
        };
        let mut last = facts.iter().rev().take(MOST);
        let whole = of_which.and_then(|at| last.find(|fact| fact.number.end <= at));
        let (Some(whole), Some(at)) = (whole, of_which) else {
            return false;
        };
        let part = amount(quantity.value, quantity.unit.power);
        let changed = amount(whole.value, whole.power);
        let is_part = part.zip(changed).is_some_and(|(part, whole)| part <= whole);
        // 其中某地基站总数为…: how many there are.
        let is_level =
            wording().amounts.end(&phrase.own) || wording().number.amounting.end(&phrase.own);
        let counted = counts_people(phrase, quantity, &phrase.own).then_some("person");
        whole.unit == counted.or(quantity.unit.id)
            && !is_share(quantity)
            && is_part
            && !is_level
            && !self.text[at..phrase.clause.range.start.max(at)].contains(['；', '。'])
            && self.levels.is_empty()
    }
}

/// A number with its multiplier.
pub(super) fn amount(value: Decimal, power: u32) -> Option<Decimal> {
    value.checked_mul(10_i64.checked_pow(power)?.into())
}
