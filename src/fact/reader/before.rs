//! What something was before it changed: 由 2023 年 12 月的 32.5% 提升至 ….

use rust_decimal::Decimal;

use super::rate::is_rate_label;
use super::{Number, Phrase, Reader, compare};
use crate::fact::head::{Base, Cue, Head};
use crate::fact::moment::{self, Moment};
use crate::fact::time::Time;
use crate::fact::{Fact, Measure, subject};

impl Reader<'_, '_> {
    /// The number of an earlier period: 由 2023 年 12 月的 32.5%.
    pub(super) fn before(&mut self, phrase: &Phrase, numbers: &[Number], own: Option<Moment>) {
        let [first, ..] = numbers else { return };
        self.came = true;
        let said = phrase.head.base;
        let own_note = own.as_ref().and_then(|moment| moment.note.clone());
        let period = match own {
            Some(moment) if said == Base::None => match phrase.head.own_time {
                // 由去年的 97.5%: as it was at its end.
                Some(index)
                    if matches!(self.time(index), Some(Time::LastYear { .. }))
                        && compare::is_stock(&self.topic.label) =>
                {
                    moment
                        .period
                        .map(|then| moment::as_stock(then, self.current()))
                }
                _ => moment.period,
            },
            _ if said == Base::None => self.base,
            _ => moment::base(said, self.lexemes, self.calendar(), self.current()),
        };
        // 较 2023 年的 750 亿元: of the time that is said, unless it is the end of it.
        let said_time = match said {
            Base::Time(index) if phrase.group.head.trim_end().ends_with('的') => self.time(index),
            _ => None,
        };
        let said_moment =
            said_time.and_then(|time| moment::of_time(time, self.calendar(), self.current()));
        let is_said = said_moment
            .as_ref()
            .is_some_and(|moment| moment.period == period);
        let said_note = said_moment.and_then(|moment| moment.note);
        // 短短半年间，用户数从 a 猛增到 b: half a year before.
        let is_led = said == Base::None && self.led_base.is_some() && period == self.led_base;
        let is_inferred = is_led || matches!(said, Base::Time(_)) && period.is_some() && !is_said;
        let moment = Moment {
            note: match is_inferred {
                true => Some(moment::INFERRED.to_owned()),
                false => own_note
                    .filter(|_| said == Base::None)
                    .or(said_note.filter(|_| is_said)),
            },
            period,
        };
        // A、B 和 C 占比由 a、b、c 变为 …
        let labels = match numbers {
            [_] => Some(vec![self.named(phrase, &first.quantity)]),
            _ => self.hand_out(phrase, &first.quantity, numbers.len()),
        };
        let Some(labels) = labels else {
            return self.give_up(numbers);
        };
        // 增速为 1.5%，较 2023 年的 2.3% 下降…: how fast it grew then.
        /// No growth is as many times another.
        const MOST: i64 = 10;
        let grown = self.reading.facts.last().map(|last| last.value.abs());
        let is_alike = grown.is_some_and(|grown| {
            let most = grown.checked_mul(MOST.into());
            most.is_some_and(|most| first.quantity.value <= most)
        });
        let is_of_pace = self.topic.measure == Some(Measure::GrowthRate)
            && phrase.own.is_empty()
            && first.quantity.unit.id == Some("percent")
            && is_alike
            && !is_rate_label(&self.topic.label)
            && !subject::is_share(&self.topic.label);
        let level = Phrase {
            head: Head {
                cue: match is_of_pace {
                    true => Cue::Rate { is_down: false },
                    false => Cue::None,
                },
                base: Base::None,
                ..phrase.head.clone()
            },
            own: phrase.own.clone(),
            ..*phrase
        };
        for (number, label) in numbers.iter().zip(&labels) {
            let fact = self.fact(&level, number, label.clone(), Some(moment.clone()));
            self.topic.turn_to(label, &fact);
            self.reading.facts.push(fact);
        }
        if labels.len() > 1 {
            self.topic.list = labels;
        }
        // 由 a 升至 b: b is of the same, whatever stood before.
        self.plain = None;
        self.base = period;
    }

    /// 从 6311 万增长到 1.95 亿，半年增幅 208.9%: dates what came first by how long it took,
    /// where the growth is that of the two.
    pub(super) fn date_first(&mut self, growth: &Fact, said: Base) {
        // How much it was five years before is of the end of that year, or of its middle.
        const YEAR: i32 = 12;
        let Base::Months(..=YEAR) = said else {
            return;
        };
        let [.., first, last] = &mut self.reading.facts[..] else {
            return;
        };
        let is_level = |fact: &Fact| {
            let is_one = fact.upper.is_none() && fact.denominator.is_none();
            fact.measure == Measure::Level && is_one && fact.label == growth.label
        };
        let are_levels = is_level(first) && is_level(last) && first.unit == last.unit;
        let is_open = first
            .moment
            .as_ref()
            .is_none_or(|moment| moment.period.is_none());
        if !are_levels || !is_open || growth.measure != Measure::GrowthRate {
            return;
        }
        let in_units = |fact: &Fact| {
            let factor = Decimal::from(10_i64.checked_pow(fact.power)?);
            fact.value.checked_mul(factor)
        };
        let grown = in_units(first)
            .zip(in_units(last))
            .and_then(|(first, last)| {
                (last - first)
                    .checked_mul(Decimal::ONE_HUNDRED)?
                    .checked_div(first)
            });
        // As far as the printed digits go: a hundredth of it, and one percent.
        let is_theirs = grown.is_some_and(|grown| {
            (grown - growth.value).abs() <= Decimal::ONE + growth.value.abs() / Decimal::ONE_HUNDRED
        });
        // Of what nothing dates, neither the first nor the last is of the edition.
        let is_dated = growth.moment.is_some() || compare::is_stock(&growth.label);
        if is_theirs && is_dated && growth.base.is_some() {
            first.moment = Some(Moment {
                period: growth.base,
                note: Some(moment::INFERRED.to_owned()),
            });
        }
    }
}
