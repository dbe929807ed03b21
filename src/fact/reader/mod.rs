//! The clauses of a sentence, one after the other, to facts.

mod before;
mod bracket;
mod change;
mod compare;
mod date;
mod each;
mod group;
mod groups;
mod hand_on;
mod hand_out;
mod label;
mod measure;
mod noun;
mod number;
mod pace;
mod phrase;
mod plain;
mod rate;
mod stock;
mod tail;
mod topic;
mod unit;
mod value;
mod whole;

use std::cell::OnceCell;
use std::collections::VecDeque;

use crate::catalog::{self, wording};
use crate::claim::Class;
use crate::document::number::is_digit;
use crate::fact::clause::{self, Clause, Group};
use crate::fact::head::{self, Base, Cue};
use crate::fact::lexeme::{self, Lexeme, LexemeKind};
use crate::fact::moment::{self, Moment, Paragraph};
use crate::fact::time::Time;
use crate::fact::{Measure, Reading, Remark, subject};
use crate::period::Period;
use groups::Groups;
use measure::is_share;
use phrase::{Number, Phrase, own};
use plain::Plain;
use rate::is_rate;
use topic::Topic;
use whole::{examined, take_examined, take_within};

/// No sentence hands out as many numbers at once.
const MOST_LISTED: usize = 128;

/// Reads the facts of a sentence. `year` is that of the edition; what the
/// sentence says for those that follow goes into `paragraph`.
pub fn read(
    text: &str,
    remarks: &[Remark],
    edition: Option<Period>,
    paragraph: &mut Paragraph,
) -> Reading {
    let lexemes = lexeme::lexemes(text);
    let goes_on = text.trim_start().starts_with("其中");
    let last = paragraph.last.take().filter(|_| goes_on);
    let carried = last.or_else(|| paragraph.moment.clone());
    let mut reader = Reader {
        text,
        lexemes: &lexemes,
        remarks,
        asks: OnceCell::new(),
        tells: OnceCell::new(),
        edition,
        year: paragraph.year.or(edition.map(Period::year)),
        told: paragraph.told,
        is_year_printed: paragraph.is_year_printed,
        moment: carried.clone(),
        handed: carried.clone(),
        carried,
        is_apart: subject::turns(text),
        times: Vec::new(),
        base: paragraph.base,
        base_of: paragraph.base_of,
        led_base: None,
        is_start: false,
        made: None,
        stocked: None,
        topic: Topic {
            label: paragraph.topic.clone().unwrap_or_default(),
            count: paragraph.count.clone().unwrap_or_default(),
            ..Topic::default()
        },
        levels: Vec::new(),
        due: VecDeque::new(),
        plain: None,
        is_forecast: false,
        within: None,
        is_within_led: false,
        groups: None,
        among: None,
        surveyed: paragraph
            .surveyed
            .clone()
            .filter(|asked| subject::names_people(text) && !subject::names_others(text, asked)),
        compared: None,
        kind: None,
        shared: None,
        beside: None,
        aside: None,
        led: None,
        is_aside_led: false,
        back: None,
        is_dated: false,
        planned: None,
        is_undated: false,
        spoken: Vec::new(),
        has_spoken: false,
        attribute: String::new(),
        lead: String::new(),
        came: false,
        paragraph,
        reading: Reading::default(),
    };
    reader.claim_words();
    for clause in clause::clauses(text, 0..text.len(), &lexemes) {
        if !reader.tells_method(&clause) {
            reader.clause(&clause);
        }
    }
    reader.hand_on();
    let mut reading = reader.reading;
    reading.set_apart_broken(&lexemes);
    reading
}

struct Reader<'t, 'p> {
    text: &'t str,
    lexemes: &'t [Lexeme<'t>],
    remarks: &'t [Remark],
    /// Whether the sentence asks people, and tells how: looked for once.
    asks: OnceCell<bool>,
    tells: OnceCell<bool>,
    edition: Option<Period>,
    year: Option<i32>,
    /// The same, also where a sentence before named a year alone.
    told: Option<i32>,
    /// Whether the paragraph printed a year.
    is_year_printed: bool,
    moment: Option<Moment>,
    /// What the sentences before handed on.
    carried: Option<Moment>,
    /// What the parts of the sentence before this one handed on.
    handed: Option<Moment>,
    /// Whether the sentence turns to something else.
    is_apart: bool,
    /// Several times listed, which as many numbers may be of.
    times: Vec<Moment>,
    base: Option<Period>,
    /// The period whose base that is, where it was told by the period alone: 同比.
    base_of: Option<Period>,
    /// What a clause without numbers counted from.
    led_base: Option<Period>,
    /// Whether it is 年初 that the moment is of, dated by its year.
    is_start: bool,
    /// 净增 5G 基站: what became more, where no level of it was told before.
    made: Option<String>,
    /// The year that a change of this sentence was dated by, and its end, which that
    /// is of.
    stocked: Option<(Moment, Moment)>,
    topic: Topic,
    /// The labels of the levels of this part of the sentence.
    levels: Vec<String>,
    /// The labels of the numbers to come, where 分别 hands out levels to them.
    due: VecDeque<String>,
    /// What a clause without numbers spoke of.
    plain: Option<Plain>,
    /// 预计 in a clause before: what follows is expected.
    is_forecast: bool,
    /// 在 … 群体中: the whole of the shares that follow.
    within: Option<String>,
    /// Whether the words of a number named it: 网民中有 43.2% 使用过….
    is_within_led: bool,
    /// 在城镇和农村地区，: the groups that the numbers behind are of.
    groups: Option<Groups>,
    /// 网民中男性占…: the whole of those that 占 says no other of.
    among: Option<String>,
    /// 对 … 调查发现: the whole of all shares of the sentence.
    surveyed: Option<String>,
    /// 高于全球平均水平 4.1 个百分点、亚洲平均水平…: what was compared in this clause,
    /// and whether it is below.
    compared: Option<(String, bool)>,
    /// What the clause before says to come first of its kind, or several things to be.
    kind: Option<String>,
    /// 占 … 的 23.1%、… 的 50.2%: what both are of, in this clause.
    shared: Option<String>,
    /// What a number beside its name is of: 比全球平均水平 19.1% 低….
    beside: Option<String>,
    /// 截至 2018 年 6 月…，上半年新增…: what was dated before a change dated itself by
    /// the time that led there.
    aside: Option<Option<Moment>>,
    /// 上半年，: what was dated before a clause of no more than a time.
    led: Option<Option<Moment>>,
    /// Whether such a clause led to what was dated aside.
    is_aside_led: bool,
    /// 54.5%，2007 年为 35.1%: what was dated before a number of then.
    back: Option<Option<Moment>>,
    /// What a plan was counted from.
    planned: Option<Period>,
    /// Whether this sentence said when.
    is_dated: bool,
    /// Whether only a change was dated so far: the next date is of the paragraph.
    is_undated: bool,
    /// Clauses without numbers since the last number.
    spoken: Vec<String>,
    /// Whether a number of this sentence has been read.
    has_spoken: bool,
    /// 使用时长在 2 小时: what a number that is none of the facts belongs to.
    attribute: String,
    /// What the words before the last number of this clause named.
    lead: String,
    /// Whether the last number of this clause is what the next came from.
    came: bool,
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
                LexemeKind::Spelled => self.reading.spelled.push(lexeme.range.clone()),
                LexemeKind::Quantity(_) | LexemeKind::Rank(_) => {}
            }
        }
    }

    fn clause(&mut self, clause: &Clause) {
        let mut groups = clause.groups(self.text, self.lexemes);
        if clause.is_first {
            if let Some(said) = self.back.take() {
                self.moment = said;
            }
            self.handed.clone_from(&self.moment);
            self.spoken.clear();
            self.groups = None;
            self.levels.clear();
            self.is_forecast = false;
            // 在网民群体中，学生占比…；个体户占比…: of the same, until others are named.
            let words = &self.text[clause.range.clone()];
            self.within
                .take_if(|within| subject::names_others(words, within));
            self.among.take_if(|_| subject::names_a_whole(words));
            // 目前 dates nothing beyond its own part of the sentence.
            let is_now = |moment: &Moment| moment.period.is_none() && moment.note.is_some();
            self.moment.take_if(|moment| is_now(moment));
        }
        if groups.is_empty() && self.compares_in_brackets(clause) {
            return;
        } else if groups.is_empty() {
            self.plain_clause(clause);
        } else if self.looks_at_first(clause) || self.turns_to_class(clause, &groups) {
            return;
        }
        self.lead.clear();
        self.attribute.clear();
        self.came = false;
        self.compared = None;
        // 占全球网民的 23.2%，亚洲网民的 55.4%
        let words = self.text[clause.range.clone()].trim();
        let is_share = words.ends_with(['%', '％'])
            && (words.contains("网民总数的") || words.contains("网民的"));
        self.shared.take_if(|_| clause.is_first || !is_share);
        if let Some(examined) = examined(&self.text[clause.range.clone()]) {
            self.surveyed = Some(examined.to_owned());
            self.is_apart = true;
            // When they were looked at is not said by what was told before.
            if self.moment == self.carried {
                self.moment = None;
            }
            take_examined(&mut groups);
        }
        let whole = take_within(&mut groups);
        self.take_counted(&mut groups);
        self.date_behind(clause, &mut groups);
        self.due = self.due(&groups);
        for (at, group) in groups.iter().enumerate() {
            let may_carry = at == 0 && !self.has_spoken;
            self.group(clause, group, may_carry);
            self.has_spoken = true;
        }
        if whole.is_some() {
            self.within = whole;
        }
        let topic = self.topic.clone();
        self.brackets(clause);
        // What brackets say is said by the way.
        if !groups.is_empty() {
            self.topic = topic;
            self.spoken.clear();
            self.plain = None;
        }
    }

    fn group(&mut self, clause: &Clause, group: &Group, may_carry: bool) {
        if self.of_compared(clause, group, may_carry) {
            return;
        }
        let stated = tail::by_measure(group).or_else(|| tail::there_were(group));
        let stated = stated
            .or_else(|| self.of_other(group))
            .or_else(|| self.without_unit(group));
        let group = stated.as_ref().unwrap_or(group);
        let mut head = head::head(&group.head);
        let named = subject::clean(&head.subject);
        let is_made = subject::begins_with_change(subject::without_pace(&named));
        let is_of_change = is_made || matches!(head.cue, Cue::Change { .. } | Cue::Rate { .. });
        // 上半年新增…，比 2011 年底提升 1.6 个百分点, 增加 2.8%: since then, to the date before.
        let is_since = matches!(head.base, Base::Time(index)
                if self.time(index).is_some_and(Time::is_end)
                    || group.numbers.iter().all(|&index| self.is_points(index)))
            && named.is_empty();
        // Of its end is only what the catalog knows there is, no share of those new.
        let is_of_end = !self.is_aside_led || compare::is_stock(&named);
        if let Some(moment) = self
            .aside
            .take_if(|_| !is_of_change && is_of_end || is_since)
        {
            self.is_aside_led = false;
            let led = std::mem::replace(&mut self.moment, moment);
            if self.paragraph.moment == led {
                self.paragraph.moment.clone_from(&self.moment);
                self.is_undated = self.moment.is_none();
            }
        }
        let said = self.moment.clone();
        self.date(&head.subject, may_carry);
        let is_led = head
            .subject
            .trim()
            .starts_with(|c| clause::placeheld(c).is_some());
        self.lead_aside(is_made && self.moment == said, &named);
        // 2024 年普及率提升…，达到…: the first date is of both.
        if is_of_change && is_led && self.moment != said && (is_made || said.is_some()) {
            self.aside = Some(said.clone()).filter(|said| self.is_within(said.as_ref()));
        }
        if let Some((_, rest)) = moment::event(&head.subject) {
            head.subject = rest.to_owned();
        }
        let attribute = std::mem::take(&mut self.attribute);
        head.subject.insert_str(0, &attribute);
        // 54.5% 的网民信任…，2007 年为 35.1%；43.8%…: what it was then, and no more.
        let now = said.as_ref().map_or(self.edition, |said| said.period);
        let then = self.moment.as_ref().and_then(|moment| moment.period);
        let is_past = matches!((then, now), (Some(then), Some(now)) if then.year() < now.year());
        if is_past && self.moment != said && named.is_empty() && head.cue == Cue::Is {
            self.back = Some(said);
        }
        let is_of_other = self.is_of_other(&head, group);
        self.turn_to_kind(&head, group);
        self.lead_within(&mut head, group);
        self.compare(&mut head, is_of_other);
        let mut own = own(&head);
        // 专利 1.2 万件，累计达 8.6 万件
        if own == "累计" && group.tail.is_empty() && !self.topic.label.is_empty() {
            own.clear();
        }
        // 从 3 千万爆发增长到 2 亿: how it came there is no subject.
        const LONGEST: usize = 5;
        let is_how = own.chars().count() <= LONGEST && catalog::phrase(&own).is_none();
        if std::mem::take(&mut self.came) && head.cue == Cue::To && is_how {
            head.subject.clear();
            own.clear();
        }
        let phrase = Phrase {
            clause,
            group,
            own,
            head,
        };
        let numbers = self.numbers(group);
        // The quotation of each would run over all of them.
        if numbers.len() > MOST_LISTED {
            return self.give_up(&numbers);
        }
        if let [number] = &numbers[..]
            && self.says_which(&phrase, number)
        {
            let range = self.lexemes[number.index].range.clone();
            let words = &self.text[phrase.group.start..range.end];
            self.attribute = format!("{attribute}{words}");
            self.reading.claims.push((range, Class::Label));
            return;
        }
        if numbers
            .iter()
            .any(|number| phrase.is_of_few(&number.quantity))
        {
            return self.give_up(&numbers);
        }
        // 上年的 1.2 倍 is of now.
        let is_multiple = |number: &Number| number.quantity.unit.id == Some("multiple");
        let own_time = phrase
            .head
            .own_time
            .filter(|_| !numbers.iter().any(is_multiple))
            .and_then(|index| self.time(index));
        let own = own_time.and_then(|time| moment::of_time(time, self.calendar(), self.current()));
        match phrase.head.cue {
            Cue::From | Cue::Base => return self.before(&phrase, &numbers, own),
            Cue::To if own_time.is_some() => self.moment.clone_from(&own),
            _ => {}
        }
        let bracketed = phrase.bracketed_time().and_then(|index| self.time(index));
        let moment = if let Some(time) = bracketed {
            self.moment = moment::of_time(time, self.calendar(), self.current());
            self.moment.clone()
        } else if own_time.is_some() {
            own
        } else {
            self.moment.clone()
        };
        let lacks_unit = numbers
            .iter()
            .any(|number| phrase.lacks_unit(&number.quantity) || phrase.is_bare(number));
        let is_due = !self.due.is_empty() && numbers.len() <= self.due.len();
        let due = is_due.then(|| self.due.drain(..numbers.len()).collect());
        let by_time = self.by_time(&phrase, &numbers).filter(|_| !is_due);
        let moments = by_time.is_some().then(|| self.times.clone());
        let bases = self.bases(&phrase, numbers.len());
        let of_bases = (!bases.is_empty() && !is_due)
            .then(|| vec![self.named(&phrase, &numbers[0].quantity); numbers.len()]);
        let labels = due.or_else(|| self.labels_of(&phrase, &numbers, by_time, of_bases));
        let labels = labels.filter(|_| !lacks_unit);
        let is_part = phrase.head.subject.trim_end().ends_with('的') && !self.lead.is_empty();
        if !phrase.head.subject.is_empty() && !is_part {
            self.lead.clone_from(&phrase.own);
        }
        // What no words name but a clause full of numbers is not understood.
        let is_unnamed =
            |label: &String| label.is_empty() && self.fallback(clause).contains(is_digit);
        let Some(labels) = labels.filter(|labels| !labels.iter().any(is_unnamed)) else {
            return self.give_up(&numbers);
        };
        for (at, label) in labels.iter().enumerate() {
            let number = numbers.get(at).unwrap_or(&numbers[0]);
            let moment = match &moments {
                Some(moments) => moments.get(at).cloned(),
                None => moment.clone(),
            };
            let of_base = bases.get(at).map(|&base| phrase.counted_from(base));
            let phrase = of_base.as_ref().unwrap_or(&phrase);
            let fact = self.fact(phrase, number, label.clone(), moment);
            self.date_first(&fact, phrase.head.base);
            // 全年新建 88.7 万个，占比…: of all there are.
            let is_made = wording().subject.made.end(&phrase.own);
            let is_aside = is_made && label.len() > phrase.own.len();
            // 普及率高于全球 10 个百分点，较上年提升 1 个百分点: of the rate.
            if matches!(phrase.head.cue, Cue::Than { .. }) && self.topic.label.is_empty() {
                self.topic.label.clone_from(&phrase.own);
            }
            if !is_aside && !matches!(phrase.head.cue, Cue::Than { .. } | Cue::Beside) {
                let list = std::mem::take(&mut self.topic.list);
                let is_change = subject::begins_with_change(label);
                if is_change && self.topic.label.is_empty() {
                    self.topic.turn_to(&fact.label, &fact);
                } else if is_change && is_rate(&self.topic) && compare::is_stock(&fact.label) {
                    // 普及率…，新增网民 a，增长 b: how fast they did.
                    self.topic.turn_to(&fact.label, &fact);
                } else if is_change {
                    // 较…新增网民: what became more is still spoken of.
                    self.topic.measure = Some(fact.measure);
                } else {
                    self.topic.turn_to(label, &fact);
                }
                if matches!(phrase.own.as_str(), "前者" | "后者") {
                    self.topic.list = list;
                }
            }
            let is_said = self.levels.last() == Some(label);
            if matches!(fact.measure, Measure::Level | Measure::Share) && !is_said {
                self.levels.push(label.clone());
            }
            self.reading.facts.push(fact);
        }
        if labels.len() > 1 {
            self.topic.list = labels;
        }
        if !phrase.own.is_empty() {
            self.made = Some(phrase.own)
                .filter(|own| self.levels.is_empty() && subject::begins_with_flow(own));
        }
    }
}
