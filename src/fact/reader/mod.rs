//! The clauses of a sentence, one after the other, to facts.

mod date;
mod label;
mod value;

use std::collections::VecDeque;
use std::ops::Range;

use crate::catalog;
use crate::claim::Class;
use crate::document::number::is_digit;
use crate::fact::clause::{self, Clause, Group};
use crate::fact::head::{self, Base, Cue, Head};
use crate::fact::lexeme::{self, Lexeme, LexemeKind};
use crate::fact::moment::{self, Moment, Paragraph};
use crate::fact::{Fact, Measure, Reading, Remark, list, subject};
use crate::grammar::quantity::Quantity;
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
        carried: paragraph.moment.clone(),
        is_apart: subject::turns(text),
        times: Vec::new(),
        base: paragraph.base,
        topic: Topic {
            label: paragraph.topic.clone().unwrap_or_default(),
            ..Topic::default()
        },
        levels: Vec::new(),
        due: VecDeque::new(),
        plain: None,
        is_forecast: false,
        within: None,
        among: None,
        surveyed: None,
        compared: None,
        shared: None,
        beside: None,
        aside: None,
        spoken: Vec::new(),
        has_spoken: false,
        attribute: String::new(),
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
    /// What the sentences before handed on.
    carried: Option<Moment>,
    /// Whether the sentence turns to something else.
    is_apart: bool,
    /// Several times listed, which as many numbers may be of.
    times: Vec<Moment>,
    base: Option<Period>,
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
    /// 网民中男性占…: the whole of those that 占 says no other of.
    among: Option<String>,
    /// 对 … 调查发现: the whole of all shares of the sentence.
    surveyed: Option<String>,
    /// 高于全球平均水平 4.1 个百分点、亚洲平均水平…: what was compared in this clause,
    /// and whether it is below.
    compared: Option<(String, bool)>,
    /// 占 … 的 23.1%、… 的 50.2%: what both are of, in this clause.
    shared: Option<String>,
    /// What a number beside its name is of: 比全球平均水平 19.1% 低….
    beside: Option<String>,
    /// 截至 2018 年 6 月…，上半年新增…: what was dated before a change dated itself by
    /// the time that led there.
    aside: Option<Moment>,
    /// Clauses without numbers since the last number.
    spoken: Vec<String>,
    /// Whether a number of this sentence has been read.
    has_spoken: bool,
    /// 使用时长在 2 小时: what a number that is none of the facts belongs to.
    attribute: String,
    /// What the words before the last number of this clause named.
    lead: String,
    paragraph: &'p mut Paragraph,
    reading: Reading,
}

/// Numbers that stand together, and the words around them taken apart.
struct Phrase<'c> {
    clause: &'c Clause,
    group: &'c Group,
    head: Head,
    /// The subject that the words name themselves.
    own: String,
}

/// A number of a phrase.
struct Number<'t> {
    /// Its lexeme.
    index: usize,
    quantity: Quantity<'t>,
    /// 第 35 位
    is_rank: bool,
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
            self.spoken.clear();
            self.levels.clear();
            self.is_forecast = false;
            // 在网民群体中，学生占比…；个体户占比…: of the same, until others are named.
            let words = &self.text[clause.range.clone()];
            self.within
                .take_if(|within| subject::names_others(words, within));
            self.among.take_if(|_| subject::names_people(words));
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
        self.attribute.clear();
        self.compared = None;
        self.shared = None;
        if let Some(examined) = examined(&self.text[clause.range.clone()]) {
            self.surveyed = Some(examined.to_owned());
            self.is_apart = true;
            take_examined(&mut groups);
        }
        let whole = take_within(&mut groups);
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
        for bracket in &clause.brackets {
            self.due = self.item(clause, bracket).into_iter().collect();
            for inner in clause::clauses(self.text, bracket.clone(), self.lexemes) {
                let mut groups = inner.groups(self.text, self.lexemes);
                if let [group] = &mut groups[..] {
                    self.lend_tail(clause, bracket, group);
                }
                for group in groups {
                    self.group(&inner, &group, false);
                }
            }
        }
        // What brackets say is said by the way.
        if !groups.is_empty() {
            self.topic = topic;
            self.spoken.clear();
            self.plain = None;
        }
    }

    /// 笔数…，金额…，同比分别增长 a 和下降 b: of what each of several numbers is
    /// that have a verb of their own.
    fn due(&self, groups: &[Group]) -> VecDeque<String> {
        let heads: Vec<Head> = groups.iter().map(|group| head::head(&group.head)).collect();
        let Some((first, others)) = heads.split_first().filter(|(_, rest)| !rest.is_empty()) else {
            return VecDeque::new();
        };
        let own = subject::clean(&first.subject);
        let mut others = others.iter();
        if !first.distributes || !others.all(|head| subject::clean(&head.subject).is_empty()) {
            return VecDeque::new();
        }
        let count = groups.iter().map(|group| group.numbers.len()).sum();
        let labels = if !own.is_empty() {
            list::hand_out(&own, count)
        } else if self.plain.is_none() {
            let first = self.levels.len().checked_sub(count);
            first.map(|first| self.levels[first..].to_vec())
        } else {
            None
        };
        labels.unwrap_or_default().into()
    }

    /// 即时通信（97.6%）、网络视频（96.6%）使用率: of what the number in a bracket is,
    /// where several items of a list have one.
    fn item(&self, clause: &Clause, bracket: &Range<usize>) -> Option<String> {
        let before = self.text[clause.range.start..bracket.start].trim_end_matches(['（', '(']);
        let compared = head::compared(before).filter(|other| !other.contains(['、', '）', ')']));
        let last = clause.brackets.last()?;
        if clause.brackets.len() == 1 && compared.is_none() {
            return None;
        }
        let inner = clause::clauses(self.text, bracket.clone(), self.lexemes);
        let [inner] = &inner[..] else { return None };
        let groups = inner.groups(self.text, self.lexemes);
        let is_bare =
            groups.len() == 1 && groups[0].head.is_empty() && groups[0].numbers.len() == 1;
        if let Some(other) = compared.filter(|_| is_bare) {
            let named = subject::substitute(other, &self.topic.label);
            return Some(named.unwrap_or_else(|| other.to_owned()));
        }
        let item = before.rsplit(['、', '和', '）', ')']).next()?;
        let item = subject::clean(item);
        let tail = self.text[last.end..clause.range.end].trim_start_matches(['）', ')']);
        let named = format!("{item}{}", subject::leading_attribute(tail));
        let label = catalog::phrase(&named).map_or(item, |_| named);
        (is_bare && !label.is_empty()).then_some(label)
    }

    /// 超九成（92.3%）的网站: the number in the bracket says of what follows it.
    fn lend_tail(&self, clause: &Clause, bracket: &Range<usize>, group: &mut Group) {
        let tail = self.text[bracket.end..clause.range.end].trim_start_matches(['）', ')']);
        let is_bare = group.head.is_empty() && group.tail.is_empty();
        if is_bare && tail.starts_with('的') {
            let end = tail.find(['（', '(']).unwrap_or(tail.len());
            tail[..end].clone_into(&mut group.tail);
        }
    }

    /// A clause without numbers: it may say when, or of what.
    fn plain_clause(&mut self, clause: &Clause) {
        let words = clause.words(self.text, self.lexemes);
        self.is_forecast |= head::is_forecast(&words);
        let may_carry = !self.has_spoken;
        let is_dated = self.date(&words, may_carry);
        self.title(clause, &words);
        if let Some(within) = within(words.trim()) {
            self.within = Some(subject::clean(within));
            return;
        }
        if subject::is_frame(words.trim()) {
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
            let is_new = self.plain.is_none() && self.topic.label.is_empty();
            if !topic.is_empty() && (is_new || !subject::is_predicate(&topic)) {
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

    fn group(&mut self, clause: &Clause, group: &Group, may_carry: bool) {
        let mut head = head::head(&group.head);
        let is_of_change = matches!(head.cue, Cue::Change { .. } | Cue::Rate { .. })
            || subject::begins_with_change(&subject::clean(&head.subject));
        if let Some(moment) = self.aside.take_if(|_| !is_of_change) {
            self.moment = Some(moment);
        }
        let said = self.moment.clone();
        self.date(&head.subject, may_carry);
        let is_led = head
            .subject
            .trim()
            .starts_with(|c| clause::placeheld(c).is_some());
        if is_of_change && is_led && self.moment != said {
            self.aside = said.filter(|said| self.is_within(said));
        }
        if let Some((_, rest)) = moment::event(&head.subject) {
            head.subject = rest.to_owned();
        }
        let attribute = std::mem::take(&mut self.attribute);
        if !attribute.is_empty() {
            head.subject.insert_str(0, &attribute);
        }
        self.compare(&mut head);
        let mut own = own(&head);
        // 专利 1.2 万件，累计达 8.6 万件
        if own == "累计" && group.tail.is_empty() && !self.topic.label.is_empty() {
            own.clear();
        }
        let phrase = Phrase {
            clause,
            group,
            own,
            head,
        };
        let numbers = self.numbers(group);
        if let [number] = &numbers[..]
            && (phrase.is_attribute(&number.quantity) || phrase.is_of_certain(number, clause))
        {
            let range = self.lexemes[number.index].range.clone();
            self.attribute = self.text[phrase.group.start..range.end].to_owned();
            self.reading.claims.push((range, Class::Label));
            return;
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
        let moment = if own_time.is_some() {
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
        let labels = due
            .or(by_time)
            .or_else(|| self.labels(&phrase, &numbers))
            .filter(|_| !lacks_unit);
        if !phrase.head.subject.is_empty() {
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
            let fact = self.fact(&phrase, number, label.clone(), moment);
            if !matches!(phrase.head.cue, Cue::Than { .. } | Cue::Beside) {
                let list = std::mem::take(&mut self.topic.list);
                let is_more = subject::begins_with_change(label) && !self.topic.label.is_empty();
                if is_more {
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
    }

    /// Whether the time that is spoken of now led to a month or day said before.
    fn is_within(&self, said: &Moment) -> bool {
        let now = self.moment.as_ref().and_then(|moment| moment.period);
        match (said.period, now) {
            (Some(stock @ (Period::Month(..) | Period::Day(..))), Some(now)) => {
                let is_span = !matches!(now, Period::Month(..) | Period::Day(..));
                is_span && now.year() == stock.year()
            }
            _ => false,
        }
    }

    /// What stands on both sides of a comparison, where its words leave one out.
    fn compare(&mut self, head: &mut Head) {
        let own = subject::clean(&head.subject);
        match &mut head.cue {
            Cue::Beside => self.beside = Some(own),
            Cue::Than { other, is_down } => {
                if let Some(beside) = self.beside.take().filter(|_| other.is_empty()) {
                    *other = beside;
                }
                self.compared = Some((head.subject.clone(), *is_down));
            }
            // 占全球网民的 23.1%、亚洲网民的 50.2%
            Cue::None if self.shared.is_some() && head.subject.ends_with('的') => {
                head.cue = Cue::Of(own);
                head.subject = self.shared.clone().unwrap_or_default();
            }
            Cue::Of(whole) if !whole.is_empty() => self.shared = Some(head.subject.clone()),
            Cue::None if head::is_comparable(&own) => {
                if let Some((subject, is_down)) = self.compared.clone() {
                    head.cue = Cue::Than {
                        other: own,
                        is_down,
                    };
                    head.subject = subject;
                }
            }
            _ => {}
        }
    }

    /// 第二、三季度分别为 a 和 b: one subject, at as many times as there are numbers.
    fn by_time(&self, phrase: &Phrase, numbers: &[Number]) -> Option<Vec<String>> {
        let count = numbers.len();
        let is_listed = count > 1 && self.times.len() == count;
        if !is_listed || list::hand_out(&phrase.own, count).is_some() {
            return None;
        }
        let label = self.named(phrase, &numbers[0].quantity);
        Some(vec![label; count])
    }

    fn numbers(&self, group: &Group) -> Vec<Number<'t>> {
        let lexemes: &'t [Lexeme<'t>] = self.lexemes;
        let numbers = group.numbers.iter().filter_map(|&index| {
            let (quantity, is_rank) = match &lexemes[index].kind {
                LexemeKind::Quantity(quantity) => (quantity, false),
                LexemeKind::Rank(quantity) => (quantity, true),
                _ => return None,
            };
            Some(Number {
                index,
                quantity: quantity.clone(),
                is_rank,
            })
        });
        let mut numbers: Vec<Number> = numbers.collect();
        // 分别上升 4.8、6.6 和 7.0 个百分点: the last prints the unit of all.
        if let Some((last, others)) = numbers.split_last_mut() {
            // 2.3 个和 4.6 个百分点
            let is_begun =
                |word: &str| last.quantity.unit.id == Some("percentage_point") && word == "个";
            let has_none = |number: &&mut Number| {
                let unit = &number.quantity.unit;
                let is_none = unit.printed().is_none() || is_begun(unit.word);
                is_none && number.quantity.denominator.is_none()
            };
            for number in others.iter_mut().filter(has_none) {
                number.quantity.unit = last.quantity.unit.clone();
            }
        }
        numbers
    }

    fn give_up(&mut self, numbers: &[Number]) {
        let ranges = numbers
            .iter()
            .map(|number| self.lexemes[number.index].range.clone());
        self.reading.broken.extend(ranges);
    }

    /// The number of an earlier period: 由 2023 年 12 月的 32.5%.
    fn before(&mut self, phrase: &Phrase, numbers: &[Number], own: Option<Moment>) {
        let [number] = numbers else {
            return self.give_up(numbers);
        };
        let said = phrase.head.base;
        let period = match own {
            Some(moment) if said == Base::None => moment.period,
            _ if said == Base::None => self.base,
            _ => moment::base(said, self.lexemes, self.calendar(), self.current()),
        };
        let is_inferred = matches!(said, Base::Time(_)) && period.is_some();
        let moment = Moment {
            note: is_inferred.then(|| moment::INFERRED.to_owned()),
            period,
        };
        let label = self.named(phrase, &number.quantity);
        let level = Phrase {
            head: Head {
                cue: Cue::None,
                base: Base::None,
                ..phrase.head.clone()
            },
            own: phrase.own.clone(),
            ..*phrase
        };
        let fact = self.fact(&level, number, label.clone(), Some(moment));
        self.topic.turn_to(&label, &fact);
        // 由 a 升至 b: b is of the same, whatever stood before.
        self.plain = None;
        self.reading.facts.push(fact);
        self.base = period;
    }
}

impl Topic {
    /// Speaks of what the fact is of from now on.
    fn turn_to(&mut self, label: &str, fact: &Fact) {
        label.clone_into(&mut self.label);
        let is_percent = matches!(fact.unit, Some("percent" | "percentage_point"))
            || !self.count.is_empty() && subject::begins_with_change(label);
        if matches!(fact.measure, Measure::Level | Measure::Change) && !is_percent {
            label.clone_into(&mut self.count);
        }
        self.measure = Some(fact.measure);
        self.share_of.clone_from(&fact.share_of);
        self.list.clear();
    }
}

impl Phrase<'_> {
    /// 投放 60 秒快速换电车: a time that says of what sort something is.
    fn is_attribute(&self, quantity: &Quantity) -> bool {
        matches!(quantity.unit.id, Some("second" | "minute" | "hour" | "day"))
            && self.head.cue == Cue::None
            && !self.group.tail.is_empty()
            && !self.head.subject.ends_with("时长")
    }

    /// 首批 42 家新空间吸引消费者 430 万人次: certain ones, of which another number of
    /// the clause is.
    fn is_of_certain(&self, number: &Number, clause: &Clause) -> bool {
        const CERTAIN: [&str; 6] = ["首批", "前", "这", "上述", "其余", "该"];
        let is_led = CERTAIN.iter().any(|word| self.head.subject.ends_with(word));
        let is_last = clause.lexemes.last() == Some(&number.index);
        is_led && self.head.cue == Cue::None && !self.group.tail.is_empty() && !is_last
    }

    /// 618 期间, 交管 12123 用户: digits alone, which nothing says to count.
    fn is_bare(&self, number: &Number) -> bool {
        let quantity = &number.quantity;
        let is_plain = quantity.printed.chars().all(is_digit);
        is_plain
            && !number.is_rank
            && quantity.unit.printed().is_none()
            && quantity.approximation.is_none()
            && self.head.approximation.is_none()
            && self.head.cue == Cue::None
    }

    /// 占 52.7, 增长 19.2: what unit they are in is not printed.
    fn lacks_unit(&self, quantity: &Quantity) -> bool {
        let has_unit = quantity.unit.printed().is_some() || quantity.denominator.is_some();
        let is_fraction = quantity.value.scale() > 0;
        !has_unit
            && match self.head.cue {
                Cue::Of(_) => true,
                Cue::Change { .. } | Cue::Rate { .. } => is_fraction,
                _ => false,
            }
    }
}

/// What the words before a number name; 半年内新增手机网民 without since when.
fn own(head: &Head) -> String {
    const ADVERBS: [&str; 6] = ["实际", "名义", "累计", "合计", "总体", "平均"];
    let named = subject::clean(&head.subject);
    let is_change = matches!(head.cue, Cue::Change { .. } | Cue::Rate { .. });
    if is_change && ADVERBS.contains(&named.as_str()) {
        return String::new();
    }
    let (base, rest) = match head::leading_base(head.subject.trim()) {
        (Some(base), rest) => (Some(base), subject::clean(rest)),
        (None, _) => {
            let (base, rest) = head::leading_base(&named);
            (base, rest.to_owned())
        }
    };
    let rest = rest.as_str();
    // 半年用户增幅: since when, not of what.
    if base.is_some()
        && (subject::begins_with_change(rest) || is_change && subject::is_attribute(rest))
    {
        return rest.to_owned();
    }
    named
}

/// The whole that 在 … 中 or 网民中 names.
fn within(words: &str) -> Option<&str> {
    let inside = words.strip_suffix("当中").or(words.strip_suffix('中'))?;
    inside
        .strip_prefix('在')
        .or(Some(inside).filter(|inside| subject::is_people(inside)))
}

/// 在 3.13 亿农村网民中: the whole of what follows, counted by the way. Its words
/// are taken off the group.
fn take_within(groups: &mut [Group]) -> Option<String> {
    let [group] = groups else { return None };
    let counted = group.tail.trim();
    let counted = counted
        .strip_suffix("当中")
        .or(counted.strip_suffix('中'))?;
    let counted = subject::clean(counted);
    let head = group.head.trim_end_matches(['约', '近', '超']);
    let is_led = head.ends_with('在') || clause::without_time(head).trim().is_empty();
    if !is_led || !subject::is_people(&counted) && !head.ends_with('在') {
        return None;
    }
    counted.clone_into(&mut group.tail);
    Some(counted)
}

/// 对全球 23 个…的 IPv6 支持情况进行采集分析: what was looked at.
fn examined(words: &str) -> Option<&str> {
    const LOOKS: [&str; 6] = ["分析", "监测", "测试", "测评", "调查", "统计"];
    let words = words.trim();
    let look = words.strip_prefix('对')?;
    let is_look = LOOKS.iter().any(|look| words.ends_with(look));
    let (examined, _) = look.split_once("进行").filter(|_| is_look)?;
    let state = ["情况", "状况", "现状", "水平"];
    let examined = match examined.rsplit_once('的') {
        Some((things, of)) if state.iter().any(|state| of.ends_with(state)) => things,
        _ => examined,
    };
    (!examined.is_empty()).then_some(examined)
}

/// Takes the words for looking at things off those that name the things.
fn take_examined(groups: &mut [Group]) {
    let [group] = groups else { return };
    group.head = group.head.trim_start_matches('对').to_owned();
    let end = group.tail.find("的").or(group.tail.find("进行"));
    group.tail.truncate(end.unwrap_or(group.tail.len()));
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

fn is_share(quantity: &Quantity) -> bool {
    matches!(quantity.unit.id, Some("percent" | "percentage_point"))
}
