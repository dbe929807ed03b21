//! What a number is compared with, and what was dated before a change dated
//! itself.

use super::Reader;
use super::tail::{self, pace};
use crate::catalog::{self, wording};
use crate::fact::clause::{self, Clause, Group};
use crate::fact::head::{self, Cue, Head};
use crate::fact::lexeme::LexemeKind;
use crate::fact::moment::Moment;
use crate::fact::subject;
use crate::period::Period;

impl Reader<'_, '_> {
    /// Whether the time that is spoken of now led to a month or day said before.
    pub(super) fn is_within(&self, said: Option<&Moment>) -> bool {
        let now = self.moment.as_ref().and_then(|moment| moment.period);
        // Without a date before, numbers are of the edition.
        let stock = match said {
            Some(said) => said.period,
            None => self.edition,
        };
        match (stock, now) {
            (Some(stock @ (Period::Month(..) | Period::Day(..))), Some(now)) => {
                let is_span = !matches!(now, Period::Month(..) | Period::Day(..));
                is_span && now.year() == stock.year()
            }
            _ => false,
        }
    }

    /// Whether the time that is spoken of now is a span that ends in a month said before.
    pub(super) fn ends_with(&self, said: Option<&Moment>) -> bool {
        let now = self.moment.as_ref().and_then(|moment| moment.period);
        let stock = match said {
            Some(said) => said.period,
            None => self.edition,
        };
        self.is_within(said) && now.map(Period::last_month) == stock.map(Period::last_month)
    }

    /// 上半年，新增网民 a，网民规模达 b: a is of the half year, b of its end.
    pub(super) fn lead_aside(&mut self, is_made: bool, named: &str) {
        // 新增网民中…的占比 is of no count.
        let led = self.led.take();
        let led = led.filter(|_| is_made && subject::among(named).is_none());
        let led = led.filter(|said| self.ends_with(said.as_ref()));
        self.is_aside_led |= led.is_some();
        self.aside = led.or(self.aside.take());
    }

    /// Whether a number is that of what is compared with: it is said to be its own,
    /// 低于邻国的 2.1 亿, or it is in percent, while a difference of rates is in points.
    pub(super) fn is_of_other(&self, head: &Head, group: &Group) -> bool {
        let Cue::Than { other, .. } = &head.cue else {
            return false;
        };
        let is_in = |index: usize, unit: &str| match &self.lexemes[index].kind {
            LexemeKind::Quantity(quantity) => quantity.unit.id == Some(unit),
            _ => false,
        };
        let is_percent = |&index: &usize| is_in(index, "percent");
        let is_times = |&index: &usize| is_in(index, "multiple");
        let is_behind = group.head.trim_end().ends_with(other.as_str());
        let owner = other.strip_suffix('的').map(clause::without_time);
        let is_owned = owner.is_some_and(|owner| !owner.trim().is_empty())
            && (group.head.contains("高于") || group.head.contains("低于"))
            && !group
                .numbers
                .iter()
                .any(|&index| self.is_points(index) || is_times(&index));
        // 低于城镇 18.9% 的增长率
        let is_paced = pace(&group.tail).is_some();
        let is_rate =
            (head::is_comparable(other) || is_paced) && group.numbers.iter().all(is_percent);
        is_behind && (is_owned || is_rate)
    }

    /// 高于 6.1% 的网民数量增长率: reads the number as that of what is compared with, which
    /// nothing that was spoken of completes. Whether it is.
    pub(super) fn of_compared(&mut self, clause: &Clause, group: &Group, may_carry: bool) -> bool {
        let is_rate = |&index: &usize| match &self.lexemes[index].kind {
            LexemeKind::Quantity(quantity) => quantity.unit.id == Some("percent"),
            _ => false,
        };
        let is_last = clause.lexemes.last() == group.numbers.last();
        let is_compared = is_last && group.numbers.iter().all(is_rate);
        let Some(other) = tail::of_compared(group).filter(|_| is_compared) else {
            return false;
        };
        let topic = std::mem::take(&mut self.topic);
        self.topic.measure = topic.measure;
        let plain = self.plain.take();
        let spoken = std::mem::take(&mut self.spoken);
        self.group(clause, &other, may_carry);
        (self.topic, self.plain, self.spoken) = (topic, plain, spoken);
        true
    }

    /// What stands on both sides of a comparison, where its words leave one out.
    pub(super) fn compare(&mut self, head: &mut Head, is_of_other: bool) {
        // 低于全球平均水平 21.1%: the number is that of the others.
        if is_of_other && let Cue::Than { other, .. } = &head.cue {
            head.subject = match other.strip_suffix('的') {
                // 略低于邻国的 2.1 亿: what it has of what is spoken of; 高于网络视频的 94.1% as well,
                // where that is of another.
                Some(owner) if !head::is_comparable(owner) => {
                    let named = subject::substitute(owner, &self.topic.label);
                    named.unwrap_or_else(|| match wording().number.uses.begin(owner) {
                        // 远高于使用台式电脑的 33.2%
                        true => format!("{owner}的比例"),
                        false => format!("{owner}{}", self.topic.label),
                    })
                }
                owner => owner.unwrap_or(other).to_owned(),
            };
            head.cue = Cue::Beside;
        }
        // 仅次于美国 2.11 亿: of the others, what is spoken of.
        if head.cue == Cue::None
            && let Some((_, other)) = head.subject.rsplit_once("次于")
            && !other.is_empty()
        {
            let other = clause::without_time(other).trim().to_owned();
            let is_whole = head::is_comparable(&other);
            head.subject = match is_whole {
                true => other,
                false => format!("{other}{}", self.topic.label),
            };
            head.cue = Cue::Beside;
        }
        // 首次超过拨号上网的 4950 万人: of the others, where the catalog knows them.
        if head.cue == Cue::None
            && let Some(other) = tail::exceeded(&head.subject)
        {
            head.subject = other;
            head.cue = Cue::Beside;
        }
        let own = || subject::clean(&head.subject);
        match &mut head.cue {
            Cue::Beside => self.beside = Some(own()),
            Cue::Than { other, is_down } => {
                if let Some(beside) = self.beside.take().filter(|_| other.is_empty()) {
                    *other = beside;
                }
                // 普及率比全球平均高 a，比亚洲平均高 b: of what the first is said.
                if head.subject.trim().is_empty()
                    && self.topic.label.is_empty()
                    && let Some(last) = self.reading.facts.last()
                {
                    let words = &wording().comparison;
                    let mut sides = [&words.above, &words.below].into_iter();
                    let named = sides.find_map(|word| last.label.split_once(*word));
                    head.subject = named.map_or_else(String::new, |(named, _)| named.to_owned());
                }
                self.compared = Some((head.subject.clone(), *is_down));
            }
            // 占全球网民的 23.1%、亚洲网民的 50.2%
            Cue::None if self.shared.is_some() && head.subject.ends_with('的') => {
                head.cue = Cue::Of(own());
                head.subject = self.shared.clone().unwrap_or_default();
            }
            Cue::Of(whole) if !whole.is_empty() => self.shared = Some(head.subject.clone()),
            Cue::None => {
                if let Some((subject, is_down)) = self.compared.clone()
                    && let other = own()
                    && head::is_comparable(&other)
                {
                    head.cue = Cue::Than { other, is_down };
                    head.subject = subject;
                }
            }
            _ => {}
        }
    }
}

/// Whether the catalog knows what words name as what there is at some time.
pub(super) fn is_stock(named: &str) -> bool {
    catalog::phrase(named).is_some_and(|phrase| !phrase.indicator.is_flow)
}
