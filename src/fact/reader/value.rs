//! What a number is: its measure, its sign and its whole.

use rust_decimal::Decimal;

use super::compare;
use super::measure::{is_gap, is_pace, is_points, measure};
use super::noun::noun;
use super::tail::{counts_people, done_by_some, pace, tail_is_whole};
use super::whole::{asked, without_brackets};
use super::{Number, Phrase, Reader, is_share};
use crate::catalog::{self, wording};
use crate::fact::clause;
use crate::fact::head::{self, Base, Cue};
use crate::fact::lexeme::LexemeKind;
use crate::fact::moment::Moment;
use crate::fact::time::Time;
use crate::fact::{Fact, Measure, list, subject};
use crate::grammar::quantity::Quantity;

impl Reader<'_, '_> {
    /// The fact of one number, for one label.
    pub(super) fn fact(
        &mut self,
        phrase: &Phrase,
        number: &Number,
        label: String,
        moment: Option<Moment>,
    ) -> Fact {
        let quantity = &number.quantity;
        let (cue, base, mut label) = self.verb_first(phrase, quantity, label);
        // 同比和环比分别增长 a 和下降 b: which of both is of which is not looked for.
        let is_of_both = phrase.head.first_base != Base::None
            && self.bases(phrase, phrase.group.numbers.len()).is_empty();
        let said = match is_of_both {
            true => Base::Words,
            false => base.unwrap_or(phrase.head.base),
        };
        let mut measure = measure(&cue, number, &label);
        // 普及率为 22.6%，高于全球平均水平（21.9%）: the same of others.
        if measure == Measure::Share
            && self.topic.measure == Some(Measure::Level)
            && (wording().survey.countries.has(&label) && !self.tells_shares(phrase)
                || ["水平", "平均", "均值"]
                    .iter()
                    .any(|end| label.ends_with(end)))
        {
            measure = Measure::Level;
        }
        // 手机上网 1.17 亿人，增长 133%: of those who are counted.
        let is_growth = matches!(
            cue,
            Cue::Change {
                is_growth: true,
                ..
            }
        );
        if measure == Measure::Change
            && is_growth
            && quantity.unit.id == Some("percent")
            && self.topic.measure == Some(Measure::Level)
            && self.topic.count == label
        {
            measure = Measure::GrowthRate;
        }
        let is_signed = matches!(measure, Measure::Change | Measure::GrowthRate);
        let range = &self.lexemes[number.index].range;
        let moment = match self.is_multiple_of_then(phrase, number) {
            true => self.paragraph.moment.clone(),
            false => moment,
        };
        // 上半年新增…: since its start, until its end.
        let is_flow = matches!(cue, Cue::Change { .. }) && said == Base::None;
        let stands = match is_flow {
            true => None,
            false => self.stands(moment.as_ref(), (&label, quantity), is_signed),
        };
        let moment = stands.or(moment);
        let moment = self.whole_year(phrase, measure, moment.as_ref()).or(moment);
        let mut moment = match self.remark(phrase.clause, range) {
            Some(period) => Some(Moment {
                period: Some(period),
                note: None,
            }),
            None => moment,
        };
        // 较 2024 年同期: as the period that only the observation may have.
        let is_same = matches!(said, Base::Time(index)
            if matches!(self.time(index), Some(Time::Same(_))));
        let base = match cue {
            // 差距缩小至 19.1 个百分点: how wide it is, not by how much it changed.
            Cue::Than { .. } | Cue::To => None,
            // 差距 24.1 个百分点
            Cue::None | Cue::Is if is_gap(&label) || is_pace(&label) => None,
            _ if self.is_of_change(phrase, quantity) => {
                self.reading.facts.last().and_then(|whole| whole.base)
            }
            _ if self.of_then(phrase, quantity).is_some() => None,
            _ if is_signed => {
                let answers = &wording().survey.measures;
                let is_own = catalog::phrase(&label).is_some()
                    || is_points(quantity)
                    || answers.end(&label)
                    || self.counts_months(said)
                    || is_same;
                let edition = self.edition.filter(|_| is_own);
                let handed_on = (self.base, self.base_of);
                let is_known =
                    compare::is_stock(&label) || catalog::code("application", &label).is_some();
                let base = self.base(said, (&cue, quantity), (edition, is_known), &mut moment);
                // 增速较上半年回落, 同比增长 a，比一季度加快: how fast others grew is not since
                // then.
                let last = self.reading.facts.last();
                let is_of_pace = last.is_some_and(|last| last.measure == Measure::GrowthRate);
                let is_of_pace = is_of_pace || wording().verb.rates.end(&label);
                if is_of_pace && is_points(quantity) || is_same && !is_known && moment.is_none() {
                    (self.base, self.base_of) = handed_on;
                }
                base
            }
            _ => None,
        };
        if is_flow && let Some(stands) = self.stands(moment.as_ref(), (&label, quantity), true) {
            moment = Some(stands);
        }
        let share_of = match measure {
            Measure::Share if done_by_some(phrase, quantity).is_none() => {
                self.share_of(&cue, phrase, &label)
            }
            _ => None,
        };
        // 网民中男性占 57.4%，女性占 42.6%: of the same.
        if let Some((whole, _)) = subject::among(&label) {
            self.among = Some(whole.to_owned());
        }
        if let Cue::Than { other, is_down } = &cue {
            let words = &wording().comparison;
            let word = if *is_down { &words.below } else { &words.above };
            label = format!("{label}{word}{}", clause::without_time(other));
        }
        // 占网民整体的 17.6%，提高 0.3 个百分点 is of the share.
        let of_share = self.topic.measure == Some(Measure::Share)
            && (phrase.own.is_empty() || subject::is_share(&phrase.own));
        let is_share = ["率", "例", "重", "占比", "份额"]
            .iter()
            .any(|end| label.ends_with(end));
        let mut changed_share_of = None;
        if of_share && !is_share && matches!(cue, Cue::Change { .. }) && is_points(quantity) {
            label = format!("{label}占比");
            changed_share_of.clone_from(&self.topic.share_of);
        } else if is_signed && is_points(quantity) {
            // 微博在网民中的使用率提高 5.3 个百分点; 农村网民中，使用率为…，提高 2 个百分点
            let of_same = || self.topic.share_of.clone().filter(|_| of_share);
            changed_share_of = phrase.head.whole.clone().or_else(of_same);
        }
        // 增长率提升至 20%，比上年加快 5 个百分点 is of the rate of growth.
        let of_pace = self.topic.measure == Some(Measure::GrowthRate) && phrase.own.is_empty();
        if of_pace && !is_share && matches!(cue, Cue::Change { .. }) && is_points(quantity) {
            label = format!("{}增速", label.trim_end_matches("增速"));
        }
        if label.is_empty() {
            label = self.fallback(phrase.clause);
        }
        // 比例较 3 月下降明显，达 4.2 个百分点
        let fell = cue == Cue::Is && phrase.own.is_empty() && is_points(quantity);
        let fell = fell && self.plain.as_ref().is_some_and(|plain| plain.fell);
        let sign = |value: Decimal| {
            if is_signed && (goes_down(&cue) || fell) {
                -value.abs()
            } else {
                value
            }
        };
        // 1.10 亿网民通过…
        // 排名上升 22 位
        let is_place = matches!(quantity.unit.word, "位" | "名")
            && matches!(cue, Cue::Change { .. })
            && (self.topic.measure == Some(Measure::Rank) || label.ends_with("排名"));
        let counted = counts_people(phrase, quantity, &label).then_some("person");
        let unit = match is_place {
            true => Some("rank"),
            false => counted.or(quantity.unit.id),
        };
        let unit_printed = if number.is_rank {
            Some(quantity.unit.word.to_owned()).filter(|unit| !unit.is_empty())
        } else {
            quantity.unit.printed()
        };
        Fact {
            label,
            measure,
            value: sign(quantity.value),
            upper: quantity.upper.map(sign),
            denominator: quantity.denominator,
            printed: quantity.printed.clone(),
            unit_printed,
            unit: quantity.denominator.map_or(unit, |_| Some("ratio")),
            power: quantity.unit.power,
            approximation: phrase.head.approximation.or(quantity.approximation),
            is_forecast: phrase.head.is_forecast
                || self.is_forecast
                || is_signed && self.goes_on_expecting(phrase, moment.as_ref()),
            is_apart: self.is_apart && moment == self.carried,
            moment,
            base,
            is_base_relative: said.is_relative() || is_same,
            is_base_months: is_signed && self.counts_months(said),
            share_of,
            changed_share_of,
            range: self.start(phrase.group.start).min(range.start)..range.end,
            number: range.clone(),
        }
    }

    /// 是 1997 年…12 万台的 40 倍: how many times what is dated before it in its clause.
    fn is_multiple_of_then(&self, phrase: &Phrase, number: &Number) -> bool {
        let first = phrase.clause.lexemes.iter().find(|&&index| {
            let kind = &self.lexemes[index].kind;
            matches!(kind, LexemeKind::Quantity(_))
        });
        number.quantity.unit.id == Some("multiple")
            && phrase.group.head.trim() == "的"
            && first.is_some_and(|&first| first < number.index)
    }

    /// 预计突破 1.2 万亿元，同比增长 30%: what grows is expected as well.
    fn goes_on_expecting(&self, phrase: &Phrase, moment: Option<&Moment>) -> bool {
        let last = self.reading.facts.last();
        let is_of_last = phrase.own.is_empty() && !phrase.clause.is_first;
        is_of_last && last.is_some_and(|last| last.is_forecast && last.moment.as_ref() == moment)
    }

    /// Where the words of a clause begin.
    fn start(&self, at: usize) -> usize {
        let words = &self.text[at..];
        at + words.len() - words.trim_start_matches(['、', '，', ' ']).len()
    }

    /// 新增网民 4074 万人: the verb stands before its subject, and 半年 before it
    /// says from when.
    fn verb_first(
        &self,
        phrase: &Phrase,
        quantity: &Quantity,
        label: String,
    ) -> (Cue, Option<Base>, String) {
        let (base, own) = match head::leading_base(phrase.head.subject.trim()) {
            (Some(base), rest) => (Some(base), subject::clean(rest)),
            (None, _) => (None, phrase.own.clone()),
        };
        let own = own.as_str();
        let own = [
            "共计",
            "累计",
            "共",
            "全国共",
            "全国",
            "每年",
            "平均每年",
            "可",
            "将",
            "带动",
            "预计",
        ]
        .iter()
        .find_map(|adverb| own.strip_prefix(adverb))
        .unwrap_or(own);
        let rest = wording().subject.changes.strip_prefix(own);
        let may_be =
            matches!(phrase.head.cue, Cue::None | Cue::Is | Cue::Has) && !is_share(quantity);
        match rest {
            Some(rest) if may_be && !own.ends_with('等') => {
                let is_down = own.starts_with('减');
                // 在东部和西部地区，新增用户分别为: of the group that it was handed out to.
                let verb = &own[..own.len() - rest.len()];
                let groups = self.groups.as_ref();
                let of_group = label
                    .split_once(verb)
                    .filter(|(group, _)| groups.is_some_and(|groups| groups.are(group)));
                let label = if let Some((group, counted)) = of_group {
                    list::overlapped(group, counted)
                } else if rest.is_empty() {
                    self.topic.label.clone()
                } else if subject::is_attribute(rest)
                    && catalog::phrase(rest).is_none()
                    && !self.topic.label.is_empty()
                {
                    subject::complete(rest, &self.topic.label)
                } else {
                    rest.to_owned()
                };
                let cue = Cue::Change {
                    is_down,
                    is_growth: !is_down,
                };
                (cue, base, label)
            }
            // 远高于城镇网民 38.2% 的增长率 is of the others.
            _ if quantity.unit.id == Some("percent")
                && matches!(
                    phrase.head.cue,
                    Cue::None | Cue::Is | Cue::Has | Cue::Beside
                )
                && pace(&phrase.group.tail).is_some() =>
            {
                let is_down = pace(&phrase.group.tail).unwrap_or_default();
                (Cue::Rate { is_down }, base, label)
            }
            _ if quantity.unit.id == Some("percent")
                && matches!(phrase.head.cue, Cue::None | Cue::Is)
                && phrase.own.is_empty()
                && self.pace().is_some() =>
            {
                let since = self.pace().filter(|since| *since != Base::None);
                (Cue::Rate { is_down: false }, base.or(since), label)
            }
            // 新增网民 1608 万人，而 2021 年为 4296 万人: of the same, then.
            _ if let Some(cue) = self.of_then(phrase, quantity) => (cue, base, label),
            // 新增网民 1608 万人，其中农村网民 680 万人: of what became more.
            _ if self.is_of_change(phrase, quantity) => {
                let is_down = self
                    .reading
                    .facts
                    .last()
                    .is_some_and(|last| last.value.is_sign_negative());
                let cue = Cue::Change {
                    is_down,
                    is_growth: !is_down,
                };
                (cue, base, label)
            }
            _ if self.goes_on_growing(phrase, quantity) || self.grows_alike(phrase, quantity) => {
                (Cue::Rate { is_down: false }, base, label)
            }
            _ => {
                let is_signed = matches!(phrase.head.cue, Cue::Change { .. } | Cue::Rate { .. });
                let base = base.filter(|_| is_signed && phrase.head.base == Base::None);
                (phrase.head.cue.clone(), base, label)
            }
        }
    }

    /// The whole of a share, as the clause or those before it print it.
    fn share_of(&self, cue: &Cue, phrase: &Phrase, label: &str) -> Option<String> {
        let (group, head, own) = (phrase.group, &phrase.head, phrase.own.as_str());
        let printed = |text: &str| {
            let text = without_brackets(&clause::without_time(text));
            let text = subject::clean(&text);
            (!text.is_empty()).then_some(text)
        };
        if let Cue::Of(whole) = cue {
            let whole = subject::whole(&without_brackets(&clause::without_time(whole)));
            return Some(whole)
                .filter(|whole| !whole.is_empty())
                .or_else(|| self.within.clone())
                .or_else(|| printed(subject::among(label)?.0))
                .or_else(|| self.among.clone())
                .or_else(|| self.surveyed.clone());
        }
        if let Some(whole) = &head.whole {
            return printed(whole);
        }
        if tail_is_whole(&group.tail) {
            // 达到 75.2% 的使用率: what the number is, not of what.
            if subject::is_attribute(group.tail.trim_start_matches('的').trim()) {
                return None;
            }
            let whole = noun(group.tail.trim_start_matches('的'));
            let before = own;
            // 使用过…的用户中，70% 的用户…: what stands before says which, and so does
            // 电脑网民中有 68.9% 的人.
            let is_bare = matches!(whole.as_str(), "用户" | "网民" | "人" | "受访者" | "群体");
            let inside = before.strip_suffix('中').filter(|_| is_bare);
            let inside = inside.filter(|inside| whole == "人" || subject::is_people(inside));
            if let Some(inside) = inside {
                return printed(inside);
            }
            // 网络安全事件给 21.2% 的网民带来…: to whom.
            let is_led = before.is_empty() || wording().number.remaining.has(before);
            let whole = if is_led || before.ends_with(['给', '使', '让', '令']) {
                whole
            } else {
                format!("{before}的{whole}")
            };
            // 网民总数达 10.5 亿，其中 99.6% 的人…: of those just counted.
            let is_part = self.text[phrase.clause.range.clone()]
                .trim_start()
                .starts_with("其中");
            let counted = counted_people(&self.topic.label);
            return match self.within.as_ref().or(self.surveyed.as_ref()) {
                Some(within) if is_bare || within.ends_with(&whole) => Some(within.clone()),
                None if is_part && whole == "人" && counted.is_some() => counted,
                _ => printed(&whole),
            };
        }
        if let Some((_, whole)) = head
            .subject
            .rsplit_once("覆盖")
            .filter(|_| head.subject.ends_with('的'))
        {
            return printed(whole.trim_end_matches('的').trim_start_matches('其'));
        }
        let is_part = ["比例", "占比", "比重"]
            .iter()
            .any(|end| label.ends_with(end))
            || subject::is_share(own);
        // 在安全事件中，手机中病毒达 24.2%: whom they happened to is not said, but 占比 is of
        // all of them.
        let happens = |whole: &str| wording().number.happens.end(whole);
        let within = self.within.as_ref();
        let within = within.filter(|within| own.ends_with("占比") || !happens(within));
        if let Some(whole) = within.or(self.surveyed.as_ref()) {
            // 在城镇和农村网民中，使用率分别为…: of each group its own.
            let group = self.groups.as_ref();
            let group = group.and_then(|groups| groups.whole_of(label));
            let asked = asked(label).filter(|asked| list::names(whole, asked));
            let asked = asked.or(group);
            return Some(asked.unwrap_or(whole).to_owned());
        }
        if let Some(asked) = asked(label) {
            return printed(asked);
        }
        // 网民中具有初中学历的比例为 a，具有高中学历的比例为 b
        if is_part && !subject::names_a_whole(label) && self.among.is_some() {
            return self.among.clone();
        }
        let inherits = own.is_empty() || catalog::code_of_any(own).is_some();
        // 使用率提高 5.3 个百分点，达到 43.8%: how high it is then.
        let is_then = *cue == Cue::Is && self.topic.measure == Some(Measure::Change);
        let goes_on = matches!(cue, Cue::None | Cue::To) || is_then;
        self.topic
            .share_of
            .clone()
            .filter(|_| inherits && self.plain.is_none() && goes_on)
    }
}

/// 网民 of 网民总数: those whose number a label is.
fn counted_people(label: &str) -> Option<String> {
    let people = wording().subject.counted.strip_suffix(label)?;
    let people = wording()
        .subject
        .counted
        .strip_suffix(people)
        .unwrap_or(people);
    subject::is_people(people).then(|| people.to_owned())
}

fn goes_down(cue: &Cue) -> bool {
    matches!(
        cue,
        Cue::Change { is_down: true, .. }
            | Cue::Rate { is_down: true }
            | Cue::Than { is_down: true, .. }
    )
}
