//! Whether a number without words of its own is how fast something grew, as the one before
//! it was.

use super::{Phrase, Reader};
use crate::catalog::{self, wording};
use crate::fact::head::{Base, Cue};
use crate::fact::{Fact, Measure, subject};
use crate::grammar::quantity::Quantity;

impl Reader<'_, '_> {
    /// 增长率超过 100%，达到 127.7%: the number says again how fast it grew.
    pub(super) fn goes_on_growing(&self, phrase: &Phrase, quantity: &Quantity) -> bool {
        let is_again = phrase.own.is_empty()
            && phrase.head.cue == Cue::Is
            && !phrase.clause.is_first
            && self.plain.is_none()
            && phrase.group.tail.trim().is_empty()
            && quantity.unit.id == Some("percent");
        let last = self.reading.facts.last().filter(|_| is_again);
        last.is_some_and(|last| {
            is_pace(last) && last.approximation.is_some() && quantity.value >= last.value
        })
    }

    /// 网上支付增长 45.8%，网上银行 48.2%: another application, which grew as well; 网上支付
    /// 年增幅 80.9%，旅行预订为 77.9% says so only where no share is spoken of.
    pub(super) fn grows_alike(&self, phrase: &Phrase, quantity: &Quantity) -> bool {
        let may_lead = matches!(phrase.head.cue, Cue::None | Cue::Is);
        let is_bare = may_lead && !phrase.clause.is_first;
        let last = self.reading.facts.last().filter(|_| is_bare);
        let grew = last.is_some_and(|last| {
            // 使用率增长…, …下降: of no count, or the other way.
            let is_rate =
                catalog::phrase(&last.label).is_some_and(|of| of.indicator.kind == "percent");
            is_pace(last) && !is_rate && last.value.is_sign_positive()
        });
        let is_bare = phrase.group.tail.trim().is_empty() && self.plain.is_none();
        let may_grow = grew && is_bare && quantity.unit.id == Some("percent");
        // 农村网民年增长率 127.7%，城镇仅为 38.2%: the other group, of no whole and no part.
        let is_part = || {
            let words = self.text[phrase.clause.range.clone()].trim_start();
            self.within.is_some() || words.starts_with("其中")
        };
        let of_group =
            || !is_part() && last.is_some_and(|last| are_alike(&phrase.own, &last.label));
        match is_application(&phrase.own) {
            true => may_grow && (phrase.head.cue == Cue::None || self.paces_alone(phrase)),
            false => may_grow && self.paces(phrase) && of_group(),
        }
    }

    /// Whether the part of the sentence before a clause names how fast something grew, and
    /// no share.
    fn paces(&self, phrase: &Phrase) -> bool {
        let said = &self.text[..phrase.clause.range.start];
        let part = said.rfind(['；', ';', '。', '：']).unwrap_or_default();
        let words = wording();
        words.verb.rates.are_in(&said[part..])
            && !words.subject.shares.are_in(said)
            && !["渗透率", "覆盖率", "占"]
                .iter()
                .any(|share| said.contains(share))
    }

    /// The same, and nothing else in percent that is asked of people.
    fn paces_alone(&self, phrase: &Phrase) -> bool {
        let said = &self.text[..phrase.clause.range.start];
        self.paces(phrase) && !wording().survey.words.are_in(said)
    }

    /// 直播用户规模年增长率最高，达到 22.6%；游戏最低，达到 5.9%: whether the number that
    /// follows is how fast another of the same kind grew.
    pub(super) fn paced(&self, topic: &str) -> Option<Base> {
        let last = self.reading.facts.last()?;
        // 网络娱乐应用中网络直播用户规模
        let named = last.label.rsplit('中').next()?;
        let is_same = subject::substitute(topic, named).is_some();
        (is_same && is_pace(last)).then_some(Base::None)
    }

    /// How fast what was spoken of grew, and since when, where the number is that.
    pub(super) fn pace(&self) -> Option<Base> {
        self.plain.as_ref()?.pace
    }
}

/// Whether a fact is how fast something grew, in percent: not by how many times.
fn is_pace(fact: &Fact) -> bool {
    fact.measure == Measure::GrowthRate && fact.unit != Some("multiple")
}

/// Whether a label is of one group, and words are another of its kind: 城镇 of 农村网民.
fn are_alike(words: &str, label: &str) -> bool {
    let kind = catalog::code_of_any(words).map(|(dimension, _)| dimension);
    let of = catalog::phrase(label);
    let is_kind = of.is_some_and(|of| kind.is_some_and(|kind| of.dimensions.contains_key(kind)));
    is_kind && subject::substitute(words, label).is_some_and(|other| other != label)
}

/// Whether words are the name of what people use, and no more: 网络音乐, 手机网络音乐.
fn is_application(words: &str) -> bool {
    let users = || catalog::phrase(&format!("{words}用户"));
    catalog::code("application", words).is_some()
        || !subject::is_people(words)
            && users().is_some_and(|of| of.dimensions.contains_key("application"))
}
