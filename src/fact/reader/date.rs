//! When a sentence is of: what dates its numbers, and what its changes are
//! counted from.

use std::ops::Range;

use super::Reader;
use super::stock::start_of_span;
use crate::catalog::{self, wording};
use crate::claim::Class;
use crate::fact::clause::{Clause, Group, placeheld};
use crate::fact::head::{self, Base, Cue};
use crate::fact::lexeme::{Lexeme, LexemeKind};
use crate::fact::moment::{self, Calendar, Moment};
use crate::fact::subject;
use crate::fact::time::Time;
use crate::grammar::quantity::Quantity;
use crate::period::Period;

/// The end of words, as far as they may bear on the time behind them.
fn last(words: &str) -> &str {
    const LONGEST: usize = 40;
    let starts = words.char_indices().rev().map(|(at, _)| at);
    &words[starts.take(LONGEST).last().unwrap_or(words.len())..]
}

/// What stands between the items of a list.
fn is_conjunction(words: &str) -> bool {
    matches!(words, "" | "、" | "和" | "与" | "及" | "以及")
}

/// 占比 2022 年: whether words end with 比 as a part of another word.
fn ends_other_word(words: &str) -> bool {
    wording().number.no_base.end(words)
}

/// 半年来, 短短一年间: a span that words say and nothing else.
pub(super) fn span_alone(words: &str) -> Option<Base> {
    let words = words.trim();
    let words = words.strip_prefix("在").unwrap_or(words);
    let words = ["短短的", "短短", "仅仅", "仅"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .unwrap_or(words);
    let (span, rest) = head::leading_base(words);
    let ends = [
        "",
        "来",
        "以来",
        "间",
        "时间",
        "的时间",
        "之间",
        "时间里",
        "的时间里",
        "里",
    ];
    span.filter(|_| ends.contains(&rest))
}

impl<'t> Reader<'t, '_> {
    /// 《电子政务调查报告 2024》显示: the year of the report dates what it shows.
    pub(super) fn title(&mut self, clause: &Clause, words: &str) {
        let shows = ["显示", "指出", "披露"]
            .iter()
            .any(|verb| words.ends_with(verb));
        let mut titles = clause.lexemes.iter().filter_map(|&index| {
            let lexeme = &self.lexemes[index];
            let is_title = matches!(lexeme.kind, LexemeKind::Words(Class::Reference));
            is_title.then(|| &self.text[lexeme.range.clone()])
        });
        let year = titles.find_map(|title| {
            let starts = title.char_indices().filter(|(_, c)| c.is_ascii_digit());
            let mut digits =
                starts.filter_map(|(at, _)| title.get(at..at + 4)?.parse::<i32>().ok());
            digits.find(|year| (1990..2100).contains(year))
        });
        if let Some(year) = year.filter(|_| shows) {
            self.moment = Some(Moment {
                period: Some(Period::Year(year)),
                note: None,
            });
            self.carry(!self.has_spoken);
        }
    }

    /// Takes the words about time that date what follows. Whether the clause
    /// says nothing else.
    pub(super) fn date(&mut self, words: &str, may_carry: bool) -> bool {
        let event = moment::event(words);
        let alone = || Some((moment::occasion(words)?, ""));
        if let Some((wording, rest)) = event.or_else(alone) {
            let year = words
                .chars()
                .next()
                .and_then(placeheld)
                .and_then(|index| self.time(index))
                .and_then(|time| moment::of_time(time, self.calendar(), None)?.period)
                .map(Period::year)
                .or(self.year);
            self.moment = Some(Moment {
                period: year.map(Period::Year),
                note: Some(wording),
            });
            self.carry(may_carry);
            return rest.trim().is_empty();
        }
        let mut found = false;
        let mut listed = Vec::new();
        let mut listed_to = 0;
        for (at, c) in words.char_indices() {
            let Some((index, time)) = placeheld(c).and_then(|at| Some((at, self.time(at)?))) else {
                continue;
            };
            let before = last(&words[..at]);
            // 相较于, 相比于
            let compared = before.strip_suffix('于');
            let compared = compared.filter(|word| word.ends_with(['较', '比']));
            let before = compared.unwrap_or(before);
            let after = &words[at + c.len_utf8()..];
            let current = self.current();
            // 2019 年兴起的电商直播用户规模: since when there is such a thing.
            let begun = subject::begun(after);
            if begun.is_some_and(|rest| catalog::phrase(&subject::clean(rest)).is_some()) {
                continue;
            }
            // 1 月 17 日发布的第 55 次报告显示: when it was told.
            let is_day = matches!(time, Time::At(Period::Month(..) | Period::Day(..)));
            if is_day && subject::is_published(after) {
                continue;
            }
            // 成为上半年增长最快的应用: when it grew, not when its number is of.
            if before.contains("成为") && after.contains('的') {
                continue;
            }
            // 随着大模型在 2024 年发展: what came with it is no date; nor is that of the
            // prices of 按照上年价格计算.
            if before.contains("随着") || before.ends_with(['按', '照']) {
                continue;
            }
            // 和半年前相比，…: from when all that follows is counted.
            // 同半年前的调查结果相比
            let then = after
                .strip_suffix("相比")
                .map(|then| then.trim_start_matches('的'));
            let is_then =
                then.is_some_and(|then| then.is_empty() || wording().number.then.has(then));
            let is_base = before.ends_with(['较', '比', '与', '和', '同', '跟']) && is_then
                || matches!(before, "较" | "比" | "相比" | "相较") && after.is_empty();
            if is_base {
                let said = placeheld(c).map_or(Base::None, Base::Time);
                self.base = moment::base(said, self.lexemes, self.calendar(), current);
                continue;
            }
            // 较去年, 自 1994 年, 2024 年是…: no date of what is said.
            let is_of_share = before.ends_with("占比") && after.is_empty();
            if before.ends_with(['较', '比', '与', '跟', '自', '由']) && !is_of_share
                || before.ends_with('从')
                    && !matches!(time, Time::Between(..))
                    && !subject::is_seen(words)
                || after.starts_with('是')
            {
                continue;
            }
            match time {
                Time::Between(from, _) => self.base = Some(*from),
                Time::Plan(start, _) => {
                    self.base = Some(Period::Month(start - 1, 12));
                    self.planned = self.base;
                }
                // “十四五”期间，2023 年增长…: since then no longer.
                _ if self.planned.is_some() && self.base == self.planned => self.base = None,
                _ => {}
            }
            let calendar = self.calendar_of(index);
            let Some(mut moment) = moment::of_time(time, calendar, current) else {
                continue;
            };
            self.is_dated = true;
            self.is_start = matches!(time, Time::Start(_));
            if let Time::Start(year) = time {
                moment.period = Some(Period::Year(*year));
                self.take_year(*year);
            }
            let mut each = moment::each_of_time(time, calendar, current);
            if let Time::At(period) = time {
                self.take_year(period.year());
            }
            // 2024 年第二、三季度: the year is printed.
            let of_year = before.chars().next_back().and_then(placeheld);
            if let Some(Time::At(Period::Year(_))) = of_year.and_then(|index| self.time(index)) {
                for moment in each.iter_mut().chain([&mut moment]) {
                    moment.note = None;
                }
                listed.clear();
            }
            if !is_conjunction(&words[listed_to..at]) {
                listed.clear();
            }
            listed.append(&mut each);
            listed_to = at + c.len_utf8();
            self.moment = Some(moment);
            // What comes behind other words dates these alone.
            let is_alone =
                at == before.len() && subject::clean(before).is_empty() && !before.contains("预计");
            self.carry(may_carry && is_alone);
            // 而 2019 年仅为… and what is still to come are no time to go on with.
            let is_past = |period: Period| {
                self.edition
                    .is_none_or(|edition| period.year() <= edition.year())
            };
            let is_contrast = ["而", "曾", "当时"]
                .iter()
                .any(|word| before.contains(word));
            if (is_alone || self.paragraph.last.is_none()) && !is_contrast {
                let moment = self.moment.as_ref();
                let is_past = moment.and_then(|said| said.period).is_none_or(is_past);
                self.paragraph.last = self.moment.clone().filter(|_| is_past);
            }
            found = true;
        }
        if found {
            self.times = listed;
        }
        found && subject::clean(words).is_empty()
    }

    /// 有 120 家企业在 2025 年 4 月接入: the one time of a clause, behind its numbers, dates these
    /// alone; the words that lead to it are no part of what they are of.
    pub(super) fn date_behind(&mut self, clause: &Clause, groups: &mut [Group]) {
        let is_time = |index: &&usize| self.time(**index).is_some();
        let mut times = clause.lexemes.iter().filter(is_time);
        let (Some(&index), None) = (times.next(), times.next()) else {
            return;
        };
        let Some(tail) = groups.last_mut().map(|group| &mut group.tail) else {
            return;
        };
        let is_it = |(_, c): &(usize, char)| placeheld(*c) == Some(index);
        let Some((at, c)) = tail.char_indices().find(is_it) else {
            return;
        };
        let (before, after) = (
            tail[..at].trim_end(),
            tail[at + c.len_utf8()..].trim_start(),
        );
        let words = &wording().behind;
        let Some(named) = words.leads.strip_suffix(before) else {
            return;
        };
        // 低于 2024 年, 在 2026 年之前
        let is_other = words.others.end(before) || words.bounds.begin(after);
        let is_compared = self.text[clause.range.clone()].contains(['较', '比']);
        if is_other || is_compared {
            return;
        }
        let said = self.time(index);
        let calendar = self.calendar_of(index);
        let moment = said.and_then(|said| moment::of_time(said, calendar, self.current()));
        let Some(moment) = moment.filter(|moment| moment.period.is_some()) else {
            return;
        };
        // 将于 2026 年 10 月上线
        let bare = words.expects.strip_suffix(named);
        self.is_forecast |= bare.is_some();
        *tail = format!("{}{after}", bare.unwrap_or(named));
        self.is_dated = true;
        let said = self.moment.replace(moment);
        self.paragraph.last.clone_from(&self.moment);
        self.back.get_or_insert(said);
    }

    /// 较 2018 年底增长迅速，增幅在…: what a clause without numbers counts from.
    /// `span` is all that it says, where it says no more.
    pub(super) fn count_from(&mut self, words: &str, span: Option<Base>) {
        let mut times = words.char_indices().filter_map(|(at, c)| {
            // 占比 2022 年有所回落: the share is spoken of, and counted from nothing.
            let before = &words[..at];
            let is_led = before.ends_with(['较', '比']) && !ends_other_word(before);
            placeheld(c).filter(|_| is_led)
        });
        // 半年来，…: all that follows.
        if let Some(span @ Base::Months(_)) = span {
            self.base = moment::base(span, self.lexemes, self.calendar(), self.current());
            self.base_of = None;
            self.led_base = self.base;
        }
        if let Some(index) = times.next() {
            let (calendar, current) = (self.calendar(), self.current());
            self.base = moment::base(Base::Time(index), self.lexemes, calendar, current);
            self.base_of = None;
            self.led_base = self.base;
        }
    }

    fn carry(&mut self, may_carry: bool) {
        if may_carry || std::mem::take(&mut self.is_undated) {
            self.paragraph.moment = self.moment.clone();
            let said = self.moment.as_ref().and_then(|moment| moment.period);
            if matches!(said, Some(Period::Month(..) | Period::Day(..))) {
                self.paragraph.stock = self.moment.clone();
            }
        }
    }

    pub(super) fn time(&self, index: usize) -> Option<&'t Time> {
        let lexemes: &'t [Lexeme<'t>] = self.lexemes;
        match &lexemes.get(index)?.kind {
            LexemeKind::Time(time) => Some(time),
            _ => None,
        }
    }

    pub(super) fn calendar(&self) -> Calendar {
        Calendar {
            year: self.year,
            told: self.told,
            is_printed: self.is_year_printed,
            edition: self.edition,
        }
    }

    fn take_year(&mut self, year: i32) {
        (self.year, self.told, self.is_year_printed) = (Some(year), None, true);
    }

    /// The same for the words of a date. 截至去年 12 月 of an edition of December is told in
    /// the year after, and counts what the edition does, unless the sentence says that apart.
    fn calendar_of(&self, index: usize) -> Calendar {
        let calendar = self.calendar();
        let words = &self.text[self.lexemes[index].range.clone()];
        // 去年…，今年上半年… is told in the same, and so is what stands beside what the edition
        // counts: 2024 年 12 月为…，去年 12 月为….
        let is_beside = self.lexemes.iter().any(|lexeme| {
            let said = match &lexeme.kind {
                LexemeKind::Time(Time::At(period)) => Some(*period),
                _ => None,
            };
            said.is_some_and(|said| Some(said.last_month()) == self.edition)
        });
        let is_after = words.starts_with("去年") && !is_beside && !self.text.contains("今年");
        match self.edition {
            Some(Period::Month(year, 12))
                if is_after && calendar.year.is_none_or(|said| said == year) =>
            {
                Calendar {
                    year: Some(year + 1),
                    ..calendar
                }
            }
            _ => calendar,
        }
    }

    /// The period that is spoken of, or the edition's when none has been said.
    pub(super) fn current(&self) -> Option<Period> {
        match &self.moment {
            Some(moment) => moment.period,
            None => self.edition,
        }
    }

    /// What a change is counted from: what its clause says, or what the one
    /// before said. `edition` is the period of a number that says none. A stock
    /// that is only dated by its year is of the survey.
    pub(super) fn base(
        &mut self,
        said: Base,
        (cue, quantity): (&Cue, &Quantity),
        (edition, is_known): (Option<Period>, bool),
        moment: &mut Option<Moment>,
    ) -> Option<Period> {
        let mut swapped = None;
        // 2015 年新增…，增长率…: of the same end of the year.
        if let Some((year, stock)) = &self.stocked
            && matches!(said, Base::None | Base::Months(_))
            && moment.as_ref() == Some(year)
            && is_known
        {
            swapped = start_of_span(year.period, stock.period);
            *moment = Some(stock.clone());
        }
        let swapped = swapped.filter(|_| matches!(cue, Cue::Change { .. }));
        let note = moment.as_ref().and_then(|moment| moment.note.as_deref());
        let is_event = note.is_some_and(|note| note != moment::INFERRED);
        let current = match moment {
            Some(moment) => moment.period,
            None => edition,
        };
        let base = match said {
            // 环比 of an event is with another event.
            Base::PeriodBefore if is_event => None,
            Base::None => {
                let flow = self.flow(cue, quantity, is_known, moment);
                flow.or(swapped)
                    .or_else(|| self.handed_on(moment.as_ref(), current, is_known))
            }
            // 2013 年…，全年增长…: a stock of the end of that year.
            Base::Months(months) => {
                // 2025 年…，五年增长… is of the years.
                const YEAR: i32 = 12;
                let flow = match edition {
                    Some(_) if months <= YEAR => self.flow(cue, quantity, is_known, moment),
                    _ => None,
                };
                let stock = moment.as_ref().and_then(|moment| moment.period);
                let current = flow.map_or(current, |_| stock);
                moment::base(said, self.lexemes, self.calendar(), current)
            }
            said => self
                .start_of(said, current)
                .or_else(|| moment::base(said, self.lexemes, self.calendar(), current)),
        };
        // 同比 is said again where it is meant, 较 2020 年 12 月 is not.
        let is_aside = matches!(
            (said, self.base, base),
            (
                Base::YearBefore,
                Some(Period::Month(..)),
                Some(Period::Month(..)),
            )
        );
        if !is_aside {
            if base.is_some() {
                let current = match moment {
                    Some(moment) => moment.period,
                    None => edition,
                };
                self.base_of = current.filter(|_| said.is_relative());
            }
            self.base = base.or(self.base);
            if matches!(base, Some(Period::Month(..))) {
                self.paragraph.stock_base = base;
            }
        }
        base
    }

    /// 半年增加, 与半年前相比, 比上次调查: whether a change is counted as surveys are apart.
    pub(super) fn counts_months(&self, said: Base) -> bool {
        match said {
            Base::Months(_) => true,
            Base::Time(index) => {
                matches!(self.time(index), Some(Time::Ago(_) | Time::LastSurvey))
            }
            _ => false,
        }
    }

    /// 截至 2020 年初…，较 2019 年初: both are of their years.
    fn start_of(&self, said: Base, current: Option<Period>) -> Option<Period> {
        let Base::Time(index) = said else { return None };
        let is_year = matches!(current, Some(Period::Year(_)));
        match self.time(index)? {
            Time::Start(year) if self.is_start && is_year => Some(Period::Year(*year)),
            _ => None,
        }
    }

    /// The period that a footnote gives to a number.
    pub(super) fn remark(&self, clause: &Clause, number: &Range<usize>) -> Option<Period> {
        self.remarks
            .iter()
            .filter(|remark| {
                clause.range.start < remark.at && remark.at <= clause.range.end.max(number.end)
            })
            .find_map(|remark| remark.period)
    }
}
