//! The numbers of a group: which they are, and of which of several things each
//! is.

use std::collections::VecDeque;

use super::plain::Plain;
use super::{Number, Phrase, Reader, is_share};
use crate::catalog::wording;
use crate::claim::Class;
use crate::fact::clause::{self, Clause, Group};
use crate::fact::head::{self, Base, Cue};
use crate::fact::lexeme::{Lexeme, LexemeKind};
use crate::fact::{Reading, list, subject};
use crate::grammar::approximation::trailing_approximation;
use crate::grammar::quantity::PrintedUnit;

impl<'t> Reader<'t, '_> {
    /// 笔数…，金额…，同比分别增长 a 和下降 b: of what each of several numbers is
    /// that have a verb of their own.
    pub(super) fn due(&self, groups: &[Group]) -> VecDeque<String> {
        let Some((first, others)) = groups.split_first().filter(|(_, rest)| !rest.is_empty())
        else {
            return VecDeque::new();
        };
        let first = head::head(&first.head);
        let names = |group: &Group| !subject::clean(&head::head(&group.head).subject).is_empty();
        if !first.distributes || others.iter().any(names) {
            return VecDeque::new();
        }
        let own = subject::clean(&first.subject);
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

    /// 第二、三季度分别为 a 和 b: one subject, at as many times as there are numbers.
    pub(super) fn by_time(&self, phrase: &Phrase, numbers: &[Number]) -> Option<Vec<String>> {
        let count = numbers.len();
        let is_listed = count > 1 && self.times.len() == count;
        if !is_listed || list::hand_out(&phrase.own, count).is_some() {
            return None;
        }
        let label = self.named(phrase, &numbers[0].quantity);
        Some(vec![label; count])
    }

    /// 分别比 2022 年和 2023 年提升 a 和 b: what each of several numbers is counted from.
    pub(super) fn bases(&self, phrase: &Phrase, count: usize) -> Vec<Base> {
        let head = &phrase.head;
        // 北京、上海营收同比、环比分别增长 a 和 b: which is of which is not said.
        let is_of_one = || list::hand_out(&phrase.own, count).is_none();
        let grows = matches!(head.cue, Cue::Change { .. } | Cue::Rate { .. });
        if count == 2 && head.first_base != Base::None && head.distributes && grows && is_of_one() {
            return vec![head.first_base, head.base];
        }
        let Base::Time(first) = head.base else {
            return Vec::new();
        };
        let times = phrase.group.head.chars().filter_map(clause::placeheld);
        let times = times.skip_while(|index| *index != first);
        let bases: Vec<Base> = times.map(Base::Time).collect();
        let is_each = count > 1 && bases.len() == count && phrase.group.head.contains("分别");
        if is_each { bases } else { Vec::new() }
    }

    pub(super) fn numbers(&self, group: &Group) -> Vec<Number<'t>> {
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
        if let Some((_, unit)) = self.unit_of_subject(group) {
            let own = |number: &mut Number<'t>| number.quantity.unit = unit.clone();
            numbers.iter_mut().for_each(own);
        }
        // 分别上升 4.8、6.6 和 7.0 个百分点: the last prints the unit of all.
        if let Some((last, others)) = numbers.split_last_mut() {
            // 2.3 个和 4.6 个百分点, 0.6 个和 1.4 个小时
            let unit = last.quantity.unit.word;
            let is_begun = |word: &str| word == "个" && unit != word && unit.starts_with(word);
            let has_none = |number: &&mut Number| {
                let unit = &number.quantity.unit;
                let is_none = unit.printed().is_none() || is_begun(unit.word);
                is_none && number.quantity.denominator.is_none()
            };
            for number in others.iter_mut().filter(has_none) {
                number.quantity.unit = last.quantity.unit.clone();
            }
            // 114 万、2310 万和 4008 万公里: each has its own multiplier; but 8540 万和 5.9 个
            // 百分点 have nothing in common.
            for number in others {
                let unit = &mut number.quantity.unit;
                if is_share(&last.quantity) {
                    break;
                }
                if unit.word.is_empty() && unit.id.is_none() && unit.power > 0 {
                    (unit.id, unit.word) = (last.quantity.unit.id, last.quantity.unit.word);
                }
            }
        }
        // 分别上升 1.1 和下降 0.9 个百分点: that of the next, behind a verb of its own.
        if let Some(unit) = group
            .numbers
            .last()
            .and_then(|&last| self.unit_behind(last))
        {
            let has_none = |number: &&mut Number| number.quantity.unit.printed().is_none();
            for number in numbers.iter_mut().filter(has_none) {
                number.quantity.unit = unit.clone();
            }
        }
        numbers
    }

    /// The points that the number after another is in, where only 和 and a verb of change
    /// stand between them.
    fn unit_behind(&self, index: usize) -> Option<PrintedUnit<'t>> {
        const LONGEST: usize = 6;
        let lexemes: &'t [Lexeme<'t>] = self.lexemes;
        let (one, next) = (&lexemes[index], lexemes.get(index + 1)?);
        let LexemeKind::Quantity(quantity) = &next.kind else {
            return None;
        };
        let between = self.text[one.range.end..next.range.start].trim();
        let verb = between.strip_prefix(['、', '和', '与', '及'])?;
        let is_verb = head::ends_in_change(verb) && verb.chars().count() <= LONGEST;
        (is_verb && self.is_points(index + 1)).then(|| quantity.unit.clone())
    }

    /// 置信度为 95%, 每户随机抽取 1 人: whether a clause says how a survey was made. Its
    /// numbers are then no statistics.
    pub(super) fn tells_method(&mut self, clause: &Clause) -> bool {
        let words = &wording().number;
        let text = &self.text[clause.range.clone()];
        // 随机抽取 1000 家企业检查, 样本量超过 500 万的数据集 are of no survey; 调查覆盖 31 个省 is,
        // beside how many were asked there.
        let asks = |text| words.asking.are_in(text);
        let asks_at_all = || *self.asks.get_or_init(|| asks(self.text));
        let tells =
            |text| words.method.are_in(text) || words.sampling.are_in(text) && asks_at_all();
        let tells_at_all = || *self.tells.get_or_init(|| tells(self.text));
        let is_method = tells(text) || asks(text) && tells_at_all() || words.rounding.are_in(text);
        if is_method {
            self.claim_numbers(clause, Class::Method);
        }
        is_method
    }

    /// 从订单量前 10 名的平台看: whether a clause only says how many are looked at, of those
    /// that come first.
    pub(super) fn looks_at_first(&mut self, clause: &Clause) -> bool {
        let is_seen = subject::is_seen(&clause.words(self.text, self.lexemes));
        let mut numbers = clause.lexemes.iter().map(|&index| &self.lexemes[index]);
        let is_of_first = numbers.all(|lexeme| match &lexeme.kind {
            LexemeKind::Quantity(quantity) => {
                self.text[..lexeme.range.start].trim_end().ends_with('前')
                    && matches!(quantity.unit.word, "名" | "位" | "家" | "款" | "个")
            }
            _ => true,
        });
        if is_seen && is_of_first {
            self.claim_numbers(clause, Class::Label);
        }
        is_seen && is_of_first
    }

    /// Says of all numbers of a clause what they are instead of statistics.
    fn claim_numbers(&mut self, clause: &Clause, class: Class) {
        let lexemes = clause.lexemes.iter().map(|&index| &self.lexemes[index]);
        let numbers = lexemes
            .filter(|lexeme| matches!(lexeme.kind, LexemeKind::Quantity(_) | LexemeKind::Rank(_)));
        let claims = numbers.map(|number| (number.range.clone(), class));
        self.reading.claims.extend(claims);
    }

    /// 80% 的用户每天使用 1 小时以上: whether the number bounds what some people do, each of
    /// them, of whom a number before says how many they are.
    pub(super) fn is_of_some(&self, phrase: &Phrase, number: &Number) -> bool {
        let at = self.lexemes[number.index].range.start;
        let lexemes = phrase.clause.lexemes.iter().rev();
        let mut before = lexemes.map(|&index| &self.lexemes[index]).filter(|lexeme| {
            let counts = matches!(lexeme.kind, LexemeKind::Quantity(_) | LexemeKind::Spelled);
            counts && lexeme.range.end <= at
        });
        let Some(last) = before.next() else {
            return false;
        };
        let is_share = match &last.kind {
            LexemeKind::Quantity(quantity) => quantity.unit.id == Some("percent"),
            _ => true,
        };
        let between = self.text[last.range.end..at].trim();
        let people = between.strip_prefix('的').map(str::trim_start);
        let does = people.is_some_and(subject::begins_with_people);
        // 10% 的用户产生 80 亿次订单 is of all of them.
        let range = &self.lexemes[number.index].range;
        let is_bound = ["以上", "以下", "以内"]
            .iter()
            .any(|word| self.text[range.clone()].ends_with(word));
        let is_each = ["每天", "每日", "每周", "每月", "每次"]
            .iter()
            .any(|word| between.contains(word));
        let unit = &number.quantity.unit;
        let does_each = (is_bound || is_each) && unit.power == 0 && !unit.is_money();
        // 52.1% 的网民月收入不足 3000 元, 在 1501~2000 元
        let own = between.trim_end_matches(['在', '为']);
        let (own, approximation) = trailing_approximation(own.trim_end());
        let is_within = number.quantity.upper.is_some() || approximation.is_some() || is_bound;
        let is_own = wording().number.owned.end(own.trim_end()) && unit.power == 0;
        let does = does && (does_each || is_own && is_within);
        is_share && does && !super::is_share(&number.quantity) && !between.contains(['，', '、'])
    }

    /// 每月花费 51-100 元的用户最多，占…: turns to those that a clause says come first, and that its
    /// only number tells from others.
    pub(super) fn turns_to_class(&mut self, clause: &Clause, groups: &[Group]) -> bool {
        let [group] = groups else { return false };
        let [index] = group.numbers[..] else {
            return false;
        };
        let is_led = matches!(head::head(&group.head).cue, Cue::None | Cue::Is);
        let is_class = is_led && self.has_class(index, group);
        let words = clause.range.clone();
        let topic = Some(&self.text[words]).filter(|_| is_class);
        let Some(topic) = topic.and_then(subject::topic) else {
            return false;
        };
        self.claim_numbers(clause, Class::Label);
        let topic = topic.strip_prefix('以').unwrap_or(&topic).to_owned();
        self.plain = Some(Plain::of(topic));
        true
    }

    /// Whether a number bounds what those have that stand behind it, and counts none of them.
    fn has_class(&self, index: usize, group: &Group) -> bool {
        let lexeme = &self.lexemes[index];
        let LexemeKind::Quantity(quantity) = &lexeme.kind else {
            return false;
        };
        // 30 分钟至 1 小时之间的
        let tail = group.tail.trim();
        let between = tail.strip_prefix("之间");
        let Some(noun) = between.unwrap_or(tail).strip_prefix('的') else {
            return false;
        };
        // 10 亿元以上的销售额占全国的…: the amount itself.
        let named = noun.split(['占', '达', '为']).next().unwrap_or_default();
        if wording().number.amounting.end(named.trim_end()) {
            return false;
        }
        // 5000 家以上的企业 are counted themselves, and so are 300 万人以上的用户.
        let counts = match quantity.unit.id {
            // 每天使用 3 次及以上的用户
            Some("item") => quantity.unit.word != "次" || !wording().subject.people.begin(noun),
            Some("percent") | None => true,
            Some("person") => subject::leading_people(noun).is_some(),
            _ => false,
        };
        let bounds = ["以上", "以下", "以内"];
        let mut bounds = bounds.iter();
        let is_bound = bounds.any(|word| self.text[lexeme.range.clone()].ends_with(word));
        (is_bound || quantity.upper.is_some() || between.is_some()) && !counts
    }

    /// 100 人以上的企业接入比例达…, 每月花费 51-100 元的用户占 41.2%: what those have whose share
    /// follows in the clause.
    fn is_class(&self, phrase: &Phrase, number: &Number) -> bool {
        let is_between = phrase.group.tail.trim_start().starts_with("之间");
        let is_led = phrase.head.cue == Cue::None || is_between;
        let is_classed = is_led && self.has_class(number.index, phrase.group);
        let mut behind = phrase
            .clause
            .lexemes
            .iter()
            .filter(|&&index| index > number.index);
        // 员工 300 人以上的企业达 320 家: how many of those there are.
        let counts = ["有", "共", "达", "达到", "为", "数量", "总数"];
        let counts_them = counts
            .iter()
            .any(|verb| phrase.group.tail.trim_end().ends_with(verb));
        let tells = behind
            .next()
            .is_some_and(|&index| match &self.lexemes[index].kind {
                LexemeKind::Quantity(next) => {
                    super::is_share(next) || counts_them && next.unit.id == Some("item")
                }
                _ => false,
            });
        is_classed && tells
    }

    /// Whether a number says which ones another number is of, and is no statistic itself.
    pub(super) fn says_which(&self, phrase: &Phrase, number: &Number) -> bool {
        phrase.is_attribute(&number.quantity)
            || phrase.is_of_certain(number, phrase.clause)
            || phrase.is_bound(number, phrase.clause)
            || phrase.is_band(number, phrase.clause)
            || self.is_class(phrase, number)
            || self.is_of_some(phrase, number)
    }

    pub(super) fn is_points(&self, index: usize) -> bool {
        match &self.lexemes[index].kind {
            LexemeKind::Quantity(quantity) => quantity.unit.id == Some("percentage_point"),
            _ => false,
        }
    }

    pub(super) fn give_up(&mut self, numbers: &[Number]) {
        let ranges = numbers
            .iter()
            .map(|number| self.lexemes[number.index].range.clone());
        self.reading.broken.extend(ranges);
    }
}

impl Reading {
    /// Takes the numbers without a value from the facts, which they were read with for
    /// what they are of: 普及率达 7O.4%，提升 5.9 个百分点 says what rose. What only
    /// punctuation names is of nothing known either.
    pub(super) fn set_apart_broken(&mut self, lexemes: &[Lexeme]) {
        let is_named = |label: &str| label.contains(char::is_alphanumeric);
        let unnamed = self.facts.iter().filter(|fact| !is_named(&fact.label));
        let unnamed: Vec<_> = unnamed.map(|fact| fact.number.clone()).collect();
        let numbers = lexemes.iter().filter_map(|lexeme| match &lexeme.kind {
            LexemeKind::Quantity(quantity) if quantity.is_broken => Some(lexeme.range.clone()),
            _ => None,
        });
        let broken: Vec<_> = numbers.chain(unnamed).collect();
        if broken.is_empty() {
            return;
        }
        self.facts.retain(|fact| !broken.contains(&fact.number));
        self.claims.retain(|(range, _)| !broken.contains(range));
        self.broken.extend(broken);
        self.broken.sort_by_key(|range| (range.start, range.end));
        self.broken.dedup();
    }
}
