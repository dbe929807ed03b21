//! What there was at a time, and what became more of it within one: 截至 2019 年 6 月…,
//! 2019 年上半年新增….

use super::measure::is_points;
use super::{Phrase, Reader, is_share};
use crate::catalog::{self, wording};
use crate::fact::head::Cue;
use crate::fact::moment::{self, Moment};
use crate::fact::{Measure, subject};
use crate::grammar::quantity::Quantity;
use crate::period::Period;

/// Whether a month lies in a span of the same year.
fn is_in(base: Period, span: Option<Period>) -> bool {
    let is_month = |period| matches!(period, Period::Month(..) | Period::Day(..));
    span.is_some_and(|span| is_month(base) && !is_month(span) && base.year() == span.year())
}

/// The month that a span, which a stock is of the end of, began behind.
pub(super) fn start_of_span(span: Option<Period>, stock: Option<Period>) -> Option<Period> {
    const HALF: i32 = 6;
    match span? {
        Period::Year(_) => Some(stock?.shifted(-1)),
        Period::Half(..) => stock?.last_month().months_before(HALF),
        _ => None,
    }
}

/// Whether a label is of what there is at some time, that the catalog knows.
fn is_stock(label: &str, quantity: &Quantity) -> bool {
    // 网络购物 2.71 亿: its users.
    let is_of_people = || {
        matches!(quantity.unit.id, None | Some("person"))
            && catalog::code("application", label).is_some()
    };
    catalog::phrase(label).map_or_else(is_of_people, |phrase| !phrase.indicator.is_flow)
}

impl Reader<'_, '_> {
    /// What the change before was counted from: a stock of a month from a month.
    pub(super) fn handed_on(
        &self,
        moment: Option<&Moment>,
        current: Option<Period>,
        is_known: bool,
    ) -> Option<Period> {
        let is_month = |period: Option<Period>| matches!(period, Some(Period::Month(..)));
        let is_stock = is_month(moment.and_then(|said| said.period));
        match self.paragraph.stock_base {
            Some(base) if is_stock && self.base.is_some() && !is_month(self.base) => Some(base),
            // 2024 年…同比…，2025 年增速: what was a year before is it no longer.
            _ if self.base_of.is_some() && self.base_of != current => None,
            // 较 3 月增长…。上半年…增长: what a part of the year is counted from lies not in it.
            _ if self.base.is_some_and(|base| is_in(base, current)) => None,
            // 上半年新增…: what a date of its own led to is not since what a sentence before
            // said.
            _ if self.aside.is_some() && self.base == self.paragraph.base => None,
            // 较 2017 年底下降…。2018 年流量…，增长…: as what is of a year.
            _ if !is_known
                && matches!((self.base, current), (Some(Period::Month(base, 12)), Some(Period::Year(year))) if base == year - 1) =>
            {
                current.map(|year| year.shifted(-1))
            }
            // 网民增长…，网上零售额增长…: what is sold in a half year is not since its start.
            _ if !is_known
                && self.stocked.is_some()
                && matches!(current, Some(Period::Half(..)))
                && matches!(self.base, Some(Period::Month(..))) =>
            {
                None
            }
            // 从 2010 年的 54.6% 降至…，用户数减少…: since the end of that year.
            _ => self.base.map(|base| moment::as_stock(base, current)),
        }
    }

    /// 2015 年新增, 2017 年上半年新增: a stock of the end of that time against that of its
    /// start.
    pub(super) fn flow(
        &mut self,
        cue: &Cue,
        quantity: &Quantity,
        is_known: bool,
        moment: &mut Option<Moment>,
    ) -> Option<Period> {
        let Cue::Change { .. } = cue else { return None };
        // 2017 年外卖用户增长 64.6%, of what the catalog knows there is; of another it may be
        // how fast what is sold in a year grew.
        if is_points(quantity) || is_share(quantity) && !is_known {
            return None;
        }
        let said = moment.as_ref()?;
        let span = said.period?;
        match span {
            Period::Year(_) if said.note.is_none() => {}
            Period::Half(..) if is_known => {}
            _ => return None,
        }
        let year = span.year();
        let stock = self
            .paragraph
            .moment
            .as_ref()
            .and_then(|said| said.period)
            .filter(|said| !matches!(said, Period::Year(_) | Period::Half(..)))
            .or(self.edition)?;
        // 五年累计增加 is since what was said.
        let is_since = self.base.is_some_and(|base| base.year() < year - 1);
        // 与 2011 年相比，…: the years are compared, as they are said.
        let is_of_years =
            self.base == Some(Period::Year(year - 1)) && self.base != self.paragraph.base;
        let is_end = match span {
            Period::Year(_) => stock.year() == year,
            _ => stock.last_month() == span.last_month(),
        };
        if !is_end || is_since || is_of_years {
            return None;
        }
        let base = start_of_span(Some(span), Some(stock));
        if let Period::Month(..) = stock {
            let span = said.clone();
            let stock = Moment {
                period: Some(stock),
                note: said.note.clone(),
            };
            self.stocked = Some((span, stock.clone()));
            *moment = Some(stock);
        }
        base
    }

    /// 2022 年上半年网民新增 1919 万人，互联网普及率 74.4%: what there was at the end of the span
    /// that a change of the sentence was dated by.
    fn stood(&self, moment: Option<&Moment>, label: &str) -> Option<Moment> {
        let (span, stock) = self.stocked.as_ref()?;
        // 2017 年手机网民…，外卖用户年增…: of the year, as the first is.
        let is_kept = matches!(span.period, Some(Period::Year(_)))
            && self
                .reading
                .facts
                .iter()
                .any(|fact| fact.moment.as_ref() == Some(span));
        let is_of_span = moment == Some(span) && !is_kept;
        // 新增网民中青少年占 49.0%: of those as well.
        let is_of_new =
            || subject::among(label).is_some_and(|(whole, _)| subject::begins_with_change(whole));
        let phrase = catalog::phrase(label);
        let is_stock = phrase.map_or_else(is_of_new, |phrase| !phrase.indicator.is_flow);
        (is_of_span && is_stock).then(|| stock.clone())
    }

    /// 2025 年前三季度，…。某应用使用率 20.1%，排名全国第 3 位: what the survey answers, and which place
    /// something has, is not of a span that a sentence before spoke of; nor is the place of
    /// what is of the survey.
    fn answers(
        &self,
        moment: Option<&Moment>,
        (label, quantity): (&str, &Quantity),
    ) -> Option<Moment> {
        let span = moment?.period?;
        let is_rank = quantity.unit.id == Some("rank");
        let last = self.reading.facts.last().filter(|_| is_rank);
        if let Some((of, stock)) = &self.stocked
            && moment == Some(of)
            && last.is_some_and(|last| last.moment.as_ref() == Some(stock))
        {
            return Some(stock.clone());
        }
        let survey = &wording().survey;
        let is_answer = is_share(quantity)
            && catalog::phrase(label).is_none()
            && survey.measures.end(label)
            && !survey.others.are_in(self.text);
        // 排名全国, 交易额排名: of what was spoken of.
        let topic = self.paragraph.topic.as_deref().unwrap_or_default();
        let is_of_topic = label.starts_with("排名") || label.starts_with(topic);
        let is_span = !matches!(span, Period::Month(..) | Period::Day(..) | Period::Year(_));
        let is_carried = moment == self.carried.as_ref() && !self.is_dated && is_span;
        let edition = self.edition.filter(|_| is_carried)?;
        let stands = (is_answer || is_rank && !is_of_topic) && edition.year() == span.year();
        stands.then(|| Moment {
            period: Some(edition),
            note: Some(moment::INFERRED.to_owned()),
        })
    }

    /// 截至 2019 年 6 月，…。2019 年上半年，…。网络视频用户 7.59 亿: what there is at the end of
    /// a span is of the survey, or of the month that was said before. A year that is
    /// printed in its sentence is kept, 2024 年网民规模达…; not so one that a sentence
    /// before spoke of.
    pub(super) fn stands(
        &mut self,
        moment: Option<&Moment>,
        (label, quantity): (&str, &Quantity),
        is_signed: bool,
    ) -> Option<Moment> {
        if let Some(stock) = self.stood(moment, label) {
            return Some(stock);
        }
        if let Some(survey) = self.answers(moment, (label, quantity)) {
            return Some(survey);
        }
        let span = moment?.period?;
        // 2015 年新增网民中，学生占 46.4%: of those new when it is made.
        let is_of_new = || {
            let within = self.within.as_deref();
            within.is_some_and(subject::begins_with_change) && is_share(quantity)
        };
        let is_of_new = is_of_new();
        let is_known = is_stock(label, quantity) || is_of_new;
        if matches!(span, Period::Month(..) | Period::Day(..)) || !is_known {
            return None;
        }
        let survey = self.edition.map(|edition| Moment {
            period: Some(edition),
            note: Some(moment::INFERRED.to_owned()),
        });
        let stock = self.paragraph.stock.clone().or(survey)?;
        let month = stock.period?.last_month();
        let is_end = month == span.last_month();
        let is_handed = moment == self.handed.as_ref();
        let is_of_survey = catalog::phrase(label)
            .is_some_and(|phrase| matches!(phrase.indicator.unit, "person" | "percent" | "hour"));
        let stands = match span {
            // How much more there is than at the end of the year before may be of the year.
            Period::Year(_) if is_of_new => is_end,
            Period::Year(_) => {
                let is_carried = moment == self.carried.as_ref() && !self.is_dated;
                is_end && is_carried && !is_signed
            }
            // 1-5 月新增 is what was added in these.
            Period::Half(..) if is_end => true,
            _ if is_end => !is_signed,
            // 1-11 月…。在线政务用户…: the survey asks of people when it is made.
            _ => is_handed && is_of_survey && month.year() == span.year(),
        };
        if stands {
            self.stocked = Some((moment?.clone(), stock.clone()));
        }
        stands.then_some(stock)
    }

    /// 截至 2023 年 12 月…，全年新建…: what there was made in the year is of the year.
    pub(super) fn whole_year(
        &self,
        phrase: &Phrase,
        measure: Measure,
        moment: Option<&Moment>,
    ) -> Option<Moment> {
        // 全年零售额 15.4 万亿元，同比增长 11%: of the same.
        let last = self.reading.facts.last();
        let goes_on = phrase.own.is_empty() && measure == Measure::GrowthRate;
        if let Some(last) = last.filter(|last| goes_on && last.label.starts_with("全年"))
            && let Some(of) = last.moment.as_ref()
            && matches!(of.period, Some(Period::Year(_)))
        {
            return Some(of.clone());
        }
        let subject = phrase.head.subject.trim_start();
        let subject = subject.strip_prefix("预计").unwrap_or(subject);
        let is_led = subject.starts_with("全年") && measure == Measure::Level;
        // Without a date before, it is of the edition.
        let said = match moment {
            Some(moment) => moment.period,
            None => self.edition,
        };
        let said = said.filter(|_| is_led)?;
        let is_of_year = match said {
            Period::Year(_) => false,
            Period::Month(_, month) | Period::Day(_, month, _) => {
                month == 12 || phrase.head.is_forecast
            }
            _ => true,
        };
        is_of_year.then(|| Moment {
            period: Some(Period::Year(said.year())),
            note: Some(moment::INFERRED.to_owned()),
        })
    }
}
