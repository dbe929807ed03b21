//! The clauses of a sentence, one after the other, to facts.

use std::ops::Range;

use super::clause::{self, Clause, Group, placeheld};
use super::head::{self, Base, Cue, Head};
use super::lexeme::{self, Lexeme, LexemeKind};
use super::moment::{self, Moment, Paragraph};
use super::time::Time;
use super::{Fact, Measure, Reading, Remark, subject};
use crate::catalog;
use crate::claim::Class;
use crate::grammar::quantity::{Quantity, trailing_approximation};
use crate::period::Period;

/// Reads the facts of a sentence. `year` is that of the edition; what the
/// sentence says for those that follow goes into `paragraph`.
pub fn read(
    text: &str,
    remarks: &[Remark],
    edition: Option<Period>,
    paragraph: &mut Paragraph,
) -> Reading {
    let lexemes = lexeme::lexemes(text);
    let mut reader = Reader {
        text,
        lexemes: &lexemes,
        remarks,
        edition,
        year: paragraph.year.or(edition.map(Period::year)),
        moment: paragraph.moment.clone(),
        base: paragraph.base,
        topic: Topic {
            label: paragraph.topic.clone().unwrap_or_default(),
            ..Topic::default()
        },
        plain: None,
        within: None,
        surveyed: None,
        spoken: Vec::new(),
        has_spoken: false,
        lead: String::new(),
        paragraph,
        reading: Reading::default(),
    };
    reader.claim_words();
    for clause in clause::clauses(text, 0..text.len(), &lexemes) {
        reader.clause(&clause);
    }
    if !reader.topic.label.is_empty() {
        reader.paragraph.topic = Some(reader.topic.label.clone());
    }
    reader.paragraph.base = reader.base;
    reader.paragraph.year = reader.year;
    reader.reading
}

/// What the last clause with a number was about.
#[derive(Clone, Debug, Default)]
struct Topic {
    label: String,
    /// The last label of a count, for changes that are of none in percent.
    count: String,
    measure: Option<Measure>,
    share_of: Option<String>,
    /// The subjects that 分别 handed out to.
    list: Vec<String>,
}

/// What a clause without numbers spoke of.
#[derive(Clone, Debug)]
struct Plain {
    topic: String,
    /// Whether its words say that a number of it follows: 最高, a quotation.
    is_sure: bool,
}

struct Reader<'t, 'p> {
    text: &'t str,
    lexemes: &'t [Lexeme<'t>],
    remarks: &'t [Remark],
    edition: Option<Period>,
    year: Option<i32>,
    moment: Option<Moment>,
    base: Option<Period>,
    topic: Topic,
    /// What a clause without numbers spoke of.
    plain: Option<Plain>,
    /// 在 … 群体中: the whole of the shares that follow.
    within: Option<String>,
    /// 对 … 调查发现: the whole of all shares of the sentence.
    surveyed: Option<String>,
    /// Clauses without numbers since the last number.
    spoken: Vec<String>,
    /// Whether a number of this sentence has been read.
    has_spoken: bool,
    /// What the words before the last number of this clause named.
    lead: String,
    paragraph: &'p mut Paragraph,
    reading: Reading,
}

impl<'t> Reader<'t, '_> {
    fn claim_words(&mut self) {
        for lexeme in self.lexemes {
            match &lexeme.kind {
                LexemeKind::Words(class) => {
                    self.reading.claims.push((lexeme.range.clone(), *class));
                }
                LexemeKind::Time(_) => {
                    self.reading
                        .claims
                        .push((lexeme.range.clone(), Class::Period));
                }
                LexemeKind::Broken => self.reading.broken.push(lexeme.range.clone()),
                LexemeKind::Quantity(_) | LexemeKind::Rank(_) => {}
            }
        }
    }

    fn clause(&mut self, clause: &Clause) {
        let groups = clause.groups(self.text, self.lexemes);
        if clause.is_first {
            self.spoken.clear();
            self.within = None;
            // 目前 dates nothing beyond its own part of the sentence.
            let is_now = |moment: &Moment| moment.period.is_none() && moment.note.is_some();
            if let Some(moment) = self.moment.as_mut().filter(|moment| is_now(moment)) {
                moment.note = None;
            }
        }
        if groups.is_empty() {
            self.plain_clause(clause);
        }
        self.lead.clear();
        for (at, group) in groups.iter().enumerate() {
            let may_carry = at == 0 && !self.has_spoken;
            self.group(clause, group, may_carry);
            self.has_spoken = true;
        }
        for bracket in &clause.brackets {
            for inner in clause::clauses(self.text, bracket.clone(), self.lexemes) {
                for group in inner.groups(self.text, self.lexemes) {
                    self.group(&inner, &group, false);
                }
            }
        }
        if !groups.is_empty() {
            self.spoken.clear();
            self.plain = None;
        }
    }

    /// A clause without numbers: it may say when, or of what.
    fn plain_clause(&mut self, clause: &Clause) {
        let words = clause.words(self.text, self.lexemes);
        let may_carry = !self.has_spoken;
        let is_dated = self.date(&words, may_carry);
        self.title(clause, &words);
        if let Some(within) = words
            .trim()
            .strip_prefix('在')
            .and_then(|inside| inside.strip_suffix('中'))
        {
            self.within = Some(subject::clean(within));
            return;
        }
        if let Some(surveyed) = surveyed(&words) {
            self.surveyed = Some(subject::clean(surveyed));
            return;
        }
        if let Some(topic) = subject::topic(&words) {
            self.plain = Some(Plain {
                topic,
                is_sure: true,
            });
        } else if !is_dated
            && (!self.has_spoken || clause.is_first)
            && self.plain.as_ref().is_none_or(|plain| !plain.is_sure)
        {
            let topic = subject::clean(&words);
            if !topic.is_empty() {
                self.plain = Some(Plain {
                    topic,
                    is_sure: false,
                });
            }
        }
        let said = subject::clean(&words);
        if !said.is_empty() && !is_dated {
            self.spoken.push(said);
        }
    }

    /// 《电子政务调查报告 2024》显示: the year of the report dates what it shows.
    fn title(&mut self, clause: &Clause, words: &str) {
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
    fn date(&mut self, words: &str, may_carry: bool) -> bool {
        if let Some((wording, rest)) = moment::event(words) {
            let year = words
                .chars()
                .next()
                .and_then(placeheld)
                .and_then(|index| self.time(index))
                .and_then(|time| moment::of_time(time, self.year, None)?.period)
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
        for (at, c) in words.char_indices() {
            let Some(time) = placeheld(c).and_then(|index| self.time(index)) else {
                continue;
            };
            let before = &words[..at];
            let after = &words[at + c.len_utf8()..];
            // 较去年, 自 1994 年, 2024 年是…: no date of what is said.
            if before.ends_with(['较', '比', '与', '自', '由'])
                || before.ends_with('从') && !matches!(time, Time::Between(..))
                || after.starts_with('是')
            {
                continue;
            }
            let current = self.current();
            if let Time::Between(from, _) = time {
                self.base = Some(*from);
            }
            let Some(moment) = moment::of_time(time, self.year, current) else {
                continue;
            };
            if let Time::At(period) = time {
                self.year = Some(period.year());
            }
            self.moment = Some(moment);
            // What comes behind other words dates these alone.
            self.carry(may_carry && subject::clean(before).is_empty());
            found = true;
        }
        found && subject::clean(words).is_empty()
    }

    fn carry(&mut self, may_carry: bool) {
        if may_carry {
            self.paragraph.moment = self.moment.clone();
        }
    }

    fn time(&self, index: usize) -> Option<&'t Time> {
        let lexemes: &'t [Lexeme<'t>] = self.lexemes;
        match &lexemes.get(index)?.kind {
            LexemeKind::Time(time) => Some(time),
            _ => None,
        }
    }

    /// The period that is spoken of, or the edition's when none has been said.
    fn current(&self) -> Option<Period> {
        match &self.moment {
            Some(moment) => moment.period,
            None => self.edition,
        }
    }

    fn group(&mut self, clause: &Clause, group: &Group, is_first: bool) {
        let mut head = head::head(&group.head);
        let whole_moment = self.moment.clone();
        if let Some((_, rest)) = moment::event(&head.subject) {
            self.date(&head.subject.clone(), is_first);
            head.subject = rest.to_owned();
        } else {
            self.date(&head.subject.clone(), is_first);
        }
        let own = head.own_time.and_then(|index| self.time(index).cloned());
        let numbers: Vec<(usize, Quantity)> = group
            .numbers
            .iter()
            .filter_map(|&index| match &self.lexemes[index].kind {
                LexemeKind::Quantity(quantity) | LexemeKind::Rank(quantity) => {
                    Some((index, quantity.clone()))
                }
                _ => None,
            })
            .collect();
        let moment = match &own {
            Some(time) => moment::of_time(time, self.year, self.current()),
            None => self.moment.clone(),
        };
        if matches!(head.cue, Cue::From | Cue::Base) {
            self.before(
                clause,
                group,
                &head,
                &numbers,
                own.is_some().then_some(moment).flatten(),
            );
            self.moment = self.moment.clone().or(whole_moment);
            return;
        }
        if own.is_some() && matches!(head.cue, Cue::To) {
            self.moment = moment.clone();
        }
        // 占 52.7, 增长 19.2: what unit they are in is not printed.
        let needs_unit = |quantity: &Quantity| {
            let has_unit = quantity.unit.printed().is_some() || quantity.denominator.is_some();
            let is_part = quantity.value.scale() > 0 || matches!(head.cue, Cue::Of(_));
            !has_unit
                && is_part
                && matches!(head.cue, Cue::Of(_) | Cue::Change { .. } | Cue::Rate { .. })
        };
        if numbers.iter().any(|(_, quantity)| needs_unit(quantity)) {
            for (index, _) in &numbers {
                self.reading.broken.push(self.lexemes[*index].range.clone());
            }
            return;
        }
        let labels = self.labels(&head, group, &numbers);
        if !head.subject.is_empty() {
            self.lead = subject::clean(&head.subject);
        }
        let Some(labels) = labels else {
            for (index, _) in &numbers {
                self.reading.broken.push(self.lexemes[*index].range.clone());
            }
            return;
        };
        let mut measure = None;
        let mut share_of = None;
        let is_list = labels.len() > 1;
        for (at, label) in labels.iter().enumerate() {
            let (index, quantity) = if numbers.len() == 1 {
                &numbers[0]
            } else {
                &numbers[at]
            };
            let fact = self.fact(
                clause,
                group,
                &head,
                *index,
                quantity,
                label.clone(),
                moment.clone(),
            );
            measure = Some(fact.measure);
            share_of.clone_from(&fact.share_of);
            self.reading.facts.push(fact);
        }
        let is_comparison = matches!(head.cue, Cue::Than { .. });
        if !is_comparison && let Some(label) = labels.last() {
            let is_count = matches!(measure, Some(Measure::Level | Measure::Change))
                && !numbers
                    .iter()
                    .any(|(_, quantity)| quantity_is_share(quantity));
            let count = if is_count {
                label.clone()
            } else {
                self.topic.count.clone()
            };
            self.topic = Topic {
                label: label.clone(),
                count,
                measure,
                share_of,
                list: if is_list { labels.clone() } else { Vec::new() },
            };
        }
    }

    /// The number of an earlier period: 由 2023 年 12 月的 32.5%.
    fn before(
        &mut self,
        clause: &Clause,
        group: &Group,
        head: &Head,
        numbers: &[(usize, Quantity)],
        own: Option<Moment>,
    ) {
        let [(index, quantity)] = numbers else {
            for (index, _) in numbers {
                self.reading.broken.push(self.lexemes[*index].range.clone());
            }
            return;
        };
        let period = match (head.base, own) {
            (Base::None, Some(moment)) => moment.period,
            (Base::None, None) => self.base,
            (base, _) => moment::base(base, self.lexemes, self.year, self.current()),
        };
        let note = matches!(head.base, Base::Time(_)).then(|| moment::INFERRED.to_owned());
        let moment = Moment {
            note: note.filter(|_| period.is_some()),
            period,
        };
        let label = self.named(head, &subject::clean(&head.subject), quantity);
        let plain = Head {
            cue: Cue::None,
            base: Base::None,
            ..head.clone()
        };
        let fact = self.fact(
            clause,
            group,
            &plain,
            *index,
            quantity,
            label.clone(),
            Some(moment),
        );
        self.topic = Topic {
            label,
            count: self.topic.count.clone(),
            measure: Some(fact.measure),
            share_of: fact.share_of.clone(),
            list: Vec::new(),
        };
        self.reading.facts.push(fact);
        self.base = period;
    }

    /// The labels that the numbers of a group are of: one for each, or several
    /// for one number that is said of all of them.
    fn labels(
        &mut self,
        head: &Head,
        group: &Group,
        numbers: &[(usize, Quantity)],
    ) -> Option<Vec<String>> {
        let count = numbers.len();
        let (_, quantity) = numbers.first()?;
        let own = subject::clean(&head.subject);
        if count > 1 {
            return self.hand_out(&own, count);
        }
        let is_range = quantity.upper.is_some();
        if (head.distributes || is_range) && (own.is_empty() || subject::is_share(&own)) {
            let spoken: Vec<String> = self
                .spoken
                .iter()
                .map(|said| said.split('等').next().unwrap_or(said).to_owned())
                .filter(|said| !said.is_empty())
                .collect();
            if spoken.len() > 1 {
                return Some(spoken);
            }
        }
        if head.distributes && own.contains('、') {
            let parts = own.matches('、').count() + 1;
            if let Some(list) = subject::hand_out(&own, parts) {
                return Some(list);
            }
        }
        let label = self.named(head, &own, quantity);
        let tail = self.tail(group, quantity);
        let is_change = matches!(head.cue, Cue::Change { .. });
        let is_adverb = own.is_empty() || matches!(own.as_str(), "累计" | "日均" | "月均" | "年均");
        let counts_behind = match head.cue {
            Cue::None | Cue::Has => true,
            // 其中新增 238 款备案 is of what was spoken of.
            Cue::Change { .. } => own.is_empty() && self.topic.label.is_empty(),
            _ => is_adverb,
        };
        let label = match tail {
            Some(tail) if counts_behind && quantity.unit.id != Some("percent") => {
                let lead = if own.is_empty() && !is_change {
                    &self.lead
                } else {
                    &own
                };
                let lead = subject::without_items(lead).unwrap_or(lead);
                format!("{lead}{tail}")
            }
            Some(tail) if tail_is_whole(&group.tail) && quantity.unit.id == Some("percent") => {
                tail.strip_prefix('的').unwrap_or(&tail).to_owned()
            }
            _ => label,
        };
        Some(vec![label])
    }

    /// The words right behind a number that say what it counts.
    fn tail(&self, group: &Group, quantity: &Quantity) -> Option<String> {
        if matches!(quantity.unit.id, Some("percentage_point" | "rank")) {
            return None;
        }
        let tail = clause::without_time(&group.tail);
        let (tail, _) = trailing_approximation(&tail);
        let tail = head::head(tail).subject_or(tail);
        let tail = subject::clean(&tail);
        (!tail.is_empty()).then_some(tail)
    }

    fn hand_out(&self, own: &str, count: usize) -> Option<Vec<String>> {
        let attribute = subject::is_attribute(own) || subject::is_share(own);
        if !own.is_empty() && !attribute {
            return subject::hand_out(own, count);
        }
        if self.topic.list.len() == count && self.plain.is_none() {
            let list = self.topic.list.iter();
            return Some(
                list.map(|label| {
                    if own.is_empty() || subject::is_share(own) {
                        label.clone()
                    } else {
                        subject::complete(own, label)
                    }
                })
                .collect(),
            );
        }
        let plain = self.plain.as_ref().map(|plain| &plain.topic);
        let said = plain.into_iter().chain(self.spoken.last());
        for said in said {
            if let Some(list) = subject::hand_out(said, count) {
                return Some(list);
            }
        }
        None
    }

    /// The label that a subject names, completed by what was spoken of.
    fn named(&self, head: &Head, own: &str, quantity: &Quantity) -> String {
        let plain = self.plain.as_ref().map(|plain| {
            subject::substitute(&plain.topic, &self.topic.label)
                .unwrap_or_else(|| plain.topic.clone())
        });
        // 互联网普及率达 78.6%, 占全球网民规模的 20%: a rate is no part of anything.
        let is_points = quantity.unit.id == Some("percentage_point");
        let is_of_count = !is_points
            && match head.cue {
                Cue::Rate { .. } | Cue::Of(_) => true,
                // 互联网普及率…提升 3.8% is of the rate itself.
                Cue::Change { .. } => !quantity_is_share(quantity),
                _ => false,
            }
            && is_rate(&self.topic)
            && !self.topic.count.is_empty();
        let topic = match plain {
            Some(plain) => plain,
            None if is_of_count => self.topic.count.clone(),
            None => self.topic.label.clone(),
        };
        if own.is_empty() || subject::is_share(own) {
            return if topic.is_empty() {
                own.to_owned()
            } else {
                topic
            };
        }
        if topic.is_empty() {
            return own.to_owned();
        }
        if subject::is_attribute(own) {
            return subject::complete(own, &topic);
        }
        subject::substitute(own, &self.topic.label).unwrap_or_else(|| own.to_owned())
    }

    #[allow(clippy::too_many_arguments)]
    fn fact(
        &mut self,
        clause: &Clause,
        group: &Group,
        head: &Head,
        index: usize,
        quantity: &Quantity,
        label: String,
        moment: Option<Moment>,
    ) -> Fact {
        let own = subject::clean(&head.subject);
        let is_rank = matches!(self.lexemes[index].kind, LexemeKind::Rank(_));
        let mut cue = head.cue.clone();
        let (mut label, cue_base) = (label, head.base);
        // 新增网民 4074 万人: the verb stands before its subject.
        if matches!(cue, Cue::None | Cue::Is)
            && let Some(rest) = ["新增", "净增", "增加", "减少"]
                .iter()
                .find_map(|verb| own.strip_prefix(verb))
            && !quantity_is_share(quantity)
            && !own.ends_with('等')
        {
            cue = Cue::Change {
                is_down: own.starts_with('减'),
            };
            label = if rest.is_empty() {
                self.topic.label.clone()
            } else {
                rest.to_owned()
            };
        }
        let measure = self.measure(&cue, quantity, &label, is_rank);
        let is_down = matches!(
            cue,
            Cue::Change { is_down: true }
                | Cue::Rate { is_down: true }
                | Cue::Than { is_down: true, .. }
        );
        let is_signed = matches!(measure, Measure::Change | Measure::GrowthRate);
        let sign = |value: rust_decimal::Decimal| if is_down && is_signed { -value } else { value };
        let range = &self.lexemes[index].range;
        let remark = self.remark(clause, range);
        let moment = match remark {
            Some(period) => Some(Moment {
                period: Some(period),
                note: None,
            }),
            None => moment,
        };
        let current = match &moment {
            Some(moment) => moment.period,
            None => self.edition,
        };
        let mut moment = moment;
        let base = if is_signed && !matches!(cue, Cue::Than { .. }) {
            // 环比 of an event is with another event.
            let is_event = moment.as_ref().is_some_and(|moment| {
                moment
                    .note
                    .as_deref()
                    .is_some_and(|note| note != moment::INFERRED)
            });
            let said = match cue_base {
                Base::PeriodBefore if is_event => None,
                _ => moment::base(cue_base, self.lexemes, self.year, current),
            };
            let base = match (said, cue_base) {
                (Some(base), _) => Some(base),
                (None, Base::None) => match self.flow(&cue, quantity, &mut moment) {
                    Some(base) => Some(base),
                    None => self.base,
                },
                _ => None,
            };
            self.base = base.or(self.base);
            base
        } else {
            None
        };
        let share_of = if measure == Measure::Share {
            self.share_of(&cue, group, &own, head, &label)
        } else {
            None
        };
        if let Cue::Than { other, is_down } = &cue {
            let word = if *is_down { "低于" } else { "高于" };
            label = format!("{label}{word}{}", clause::without_time(other));
        }
        if is_signed
            && matches!(cue, Cue::Change { .. })
            && quantity.unit.id == Some("percentage_point")
            && self.topic.measure == Some(Measure::Share)
            && subject::is_share(&own)
        {
            label = format!("{label}占比");
        }
        let start = group.start
            + (self.text[group.start..].len()
                - self.text[group.start..]
                    .trim_start_matches(['、', '，', ' '])
                    .len());
        Fact {
            label: if label.is_empty() {
                self.fallback(clause)
            } else {
                label
            },
            measure,
            value: sign(quantity.value),
            upper: quantity.upper.map(sign),
            denominator: quantity.denominator,
            printed: quantity.printed.clone(),
            unit_printed: if is_rank {
                Some(quantity.unit.word.to_owned())
            } else {
                quantity.unit.printed()
            },
            unit: if quantity.denominator.is_some() {
                Some("ratio")
            } else {
                quantity.unit.id
            },
            power: quantity.unit.power,
            approximation: head.approximation.or(quantity.approximation),
            is_forecast: head.is_forecast,
            moment,
            base,
            share_of,
            range: start.min(range.start)..range.end,
            number: range.clone(),
        }
    }

    /// A label for a number that no words name: its clause.
    fn fallback(&self, clause: &Clause) -> String {
        let words = subject::clean(&clause.words(self.text, self.lexemes));
        if words.is_empty() {
            self.text[clause.range.clone()].trim().to_owned()
        } else {
            words
        }
    }

    /// 2015 年新增: a stock of the end of the year against that of the year
    /// before.
    fn flow(
        &mut self,
        cue: &Cue,
        quantity: &Quantity,
        moment: &mut Option<Moment>,
    ) -> Option<Period> {
        let Cue::Change { .. } = cue else { return None };
        let said = moment.as_ref().filter(|said| said.note.is_none())?;
        let Some(Period::Year(year)) = said.period.filter(|_| !quantity_is_share(quantity)) else {
            return None;
        };
        let stock = self
            .paragraph
            .moment
            .as_ref()
            .and_then(|said| said.period)
            .filter(|said| !matches!(said, Period::Year(_)))
            .or(self.edition)?;
        if stock.year() != year {
            return None;
        }
        if let Period::Month(..) = stock {
            *moment = Some(Moment {
                period: Some(stock),
                note: None,
            });
            self.moment.clone_from(moment);
            self.carry(!self.has_spoken);
        }
        Some(stock.shifted(-1))
    }

    fn measure(&self, cue: &Cue, quantity: &Quantity, label: &str, is_rank: bool) -> Measure {
        if is_rank {
            return Measure::Rank;
        }
        if quantity.denominator.is_some() {
            return Measure::Ratio;
        }
        match (quantity.unit.id, cue) {
            (Some("percentage_point" | "rank"), _) => Measure::Change,
            (Some("percent"), Cue::Change { .. }) => {
                let is_percent =
                    catalog::phrase(label).is_some_and(|phrase| phrase.indicator.kind == "percent");
                if is_percent {
                    Measure::Change
                } else {
                    Measure::GrowthRate
                }
            }
            (Some("percent" | "permille"), Cue::Rate { .. }) => Measure::GrowthRate,
            (Some("percent"), Cue::Of(_)) => Measure::Share,
            (Some("percent" | "permille"), _) => {
                let inherits = catalog::phrase(label).is_none();
                if let Some(phrase) = catalog::phrase(label)
                    && phrase.indicator.kind == "percent"
                {
                    return match phrase.indicator.measure.as_str() {
                        "share" => Measure::Share,
                        _ => Measure::Level,
                    };
                }
                let is_rate = label.ends_with('率')
                    && !["使用率", "占有率"]
                        .iter()
                        .any(|rate| label.ends_with(rate));
                if is_rate && inherits {
                    Measure::Level
                } else {
                    Measure::Share
                }
            }
            (_, Cue::Change { .. } | Cue::Than { .. }) => Measure::Change,
            _ => Measure::Level,
        }
    }

    /// The whole of a share, as the clause or those before it print it.
    fn share_of(
        &self,
        cue: &Cue,
        group: &Group,
        own: &str,
        head: &Head,
        label: &str,
    ) -> Option<String> {
        let printed = |text: &str| {
            let text = without_brackets(&clause::without_time(text));
            let text = subject::clean(&text);
            (!text.is_empty()).then_some(text)
        };
        if let Cue::Of(whole) = cue {
            return printed(whole).or_else(|| self.within.clone());
        }
        if tail_is_whole(&group.tail) {
            let whole = noun(group.tail.trim_start_matches('的'));
            let before = subject::clean(&head.subject);
            let whole = if before.is_empty() {
                whole
            } else {
                format!("{before}的{whole}")
            };
            return printed(&whole);
        }
        if let Some((_, whole)) = head
            .subject
            .rsplit_once("覆盖")
            .filter(|_| head.subject.ends_with('的'))
        {
            return printed(whole.trim_end_matches('的').trim_start_matches('其'));
        }
        if let Some(whole) = self.within.as_ref().or(self.surveyed.as_ref()) {
            return Some(whole.clone());
        }
        if own == label || own.is_empty() || subject::is_share(own) {
            // 网民使用率 prints whose rate it is; 网民对…的使用率 does as well.
            if let Some((whole, _)) = label.split_once("对").filter(|_| label.ends_with("使用率"))
            {
                return printed(whole);
            }
        }
        let inherits = own.is_empty() || catalog::code_of_any(own).is_some();
        self.topic
            .share_of
            .clone()
            .filter(|_| inherits && self.plain.is_none() && *cue == Cue::None)
    }

    /// The period that a footnote gives to a number.
    fn remark(&self, clause: &Clause, number: &Range<usize>) -> Option<Period> {
        self.remarks
            .iter()
            .find(|remark| {
                clause.range.start < remark.at && remark.at <= clause.range.end.max(number.end)
            })
            .and_then(|remark| remark.period)
    }
}

/// Who was asked: 对使用过…的用户进一步调查发现.
fn surveyed(words: &str) -> Option<&str> {
    let words = ["发现", "显示"]
        .iter()
        .find_map(|verb| words.trim().strip_suffix(verb))?;
    let words = words.strip_suffix("调查")?;
    let words = ["的进一步", "进一步", "进行的", "进行", "的"]
        .iter()
        .find_map(|word| words.strip_suffix(word))
        .unwrap_or(words);
    words.split_once('对').map(|(_, asked)| asked)
}

/// Whether a topic is itself in percent.
fn is_rate(topic: &Topic) -> bool {
    catalog::phrase(&topic.label).is_some_and(|phrase| phrase.indicator.kind == "percent")
}

fn quantity_is_share(quantity: &Quantity) -> bool {
    matches!(quantity.unit.id, Some("percent" | "percentage_point"))
}

/// 70% 的 …: the whole stands behind the number.
fn tail_is_whole(tail: &str) -> bool {
    tail.starts_with('的') && tail.chars().count() > 1
}

/// The noun at the start of a predicate.
fn noun(text: &str) -> String {
    const PREDICATES: &[&str] = &[
        "已经", "已", "都", "均", "使用", "支持", "表示", "可以", "能够", "开始", "涵盖", "选择",
        "打开", "访问", "用", "通过", "认为", "愿意", "会", "实现", "接入", "拥有",
    ];
    let end = PREDICATES
        .iter()
        .filter_map(|word| text.find(word))
        .filter(|&at| at > 0)
        .min()
        .unwrap_or(text.len());
    text[..end].to_owned()
}

fn without_brackets(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}
