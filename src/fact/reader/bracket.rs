//! Numbers in brackets: clauses of their own, or of what stands before them.

use std::ops::Range;

use super::Reader;
use super::topic::users;
use crate::catalog::{self, wording};
use crate::fact::clause::{self, Clause, Group};
use crate::fact::head::{Base, Cue};
use crate::fact::lexeme::LexemeKind;
use crate::fact::moment::{self, Moment};
use crate::fact::{head, list, subject};
use crate::grammar::approximation::trailing_approximation;

/// What stands further before a bracket says nothing of it: a list may be long.
const NEAR: usize = 600;

impl<'t> Reader<'t, '_> {
    /// What stands before a bracket of a clause.
    fn near(&self, clause: &Clause, bracket: &Range<usize>) -> &'t str {
        let before = &self.text[clause.range.start..bracket.start];
        &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..]
    }

    /// Reads what stands in the brackets of a clause.
    pub(super) fn brackets(&mut self, clause: &Clause) {
        for bracket in &clause.brackets {
            let item = self.whole_before(clause, bracket);
            let item = item.or_else(|| self.item(clause, bracket));
            self.due = item.into_iter().collect();
            let said = self.moment.clone();
            if let Some(moment) = self.base_before(clause, bracket) {
                self.moment = Some(moment);
                self.due = [self.topic.label.clone()].into();
            }
            for inner in clause::clauses(self.text, bracket.clone(), self.lexemes) {
                let mut groups = inner.groups(self.text, self.lexemes);
                if let [group] = &mut groups[..] {
                    self.lend_tail(clause, bracket, group);
                    self.in_place(clause, bracket, group);
                    let before = self.near(clause, bracket);
                    if !self.due.is_empty()
                        && group.head.is_empty()
                        && head::compares_growth(before)
                    {
                        "增速".clone_into(&mut group.head);
                    }
                }
                self.turn_to_named(clause, bracket, &groups);
                for group in groups {
                    self.group(&inner, &group, false);
                }
            }
            self.moment = said;
        }
    }

    /// 超过长视频（7.2 亿人），较…下降: reads a clause that has no numbers but that of what
    /// another is compared with, which is not spoken of.
    pub(super) fn compares_in_brackets(&mut self, clause: &Clause) -> bool {
        let [bracket] = &clause.brackets[..] else {
            return false;
        };
        let before = self.near(clause, bracket).trim_end_matches(['（', '(']);
        let behind = self.text[bracket.end..clause.range.end].trim_start_matches(['）', ')']);
        let compared = head::beside_bracket(before).filter(|_| behind.trim().is_empty());
        let Some((more, _)) = compared.filter(|(_, other)| !other.is_empty()) else {
            return false;
        };
        let more = subject::clean(more);
        let is_other = subject::is_share(&more)
            || wording().verb.rates.has(&more)
            || more.starts_with(['其', '该', '这']);
        if is_other {
            return false;
        }
        if subject::is_attribute(&more) {
            self.topic.label = subject::complete(&more, &self.topic.label);
        } else if !more.is_empty() {
            self.topic.label = more;
        }
        let said = (self.topic.clone(), self.plain.take());
        self.brackets(clause);
        (self.topic, self.plain) = said;
        self.has_spoken = true;
        true
    }

    /// 紧接着的是手机网络新闻（用户规模 5.18 亿、使用率 78.9%）: speaks of what stands before a
    /// bracket, where only what is measured of it stands inside.
    fn turn_to_named(&mut self, clause: &Clause, bracket: &Range<usize>, groups: &[Group]) {
        let is_measure = |group: &Group| {
            let own = subject::clean(&head::head(&group.head).subject);
            subject::is_attribute(&own)
        };
        if groups.is_empty() || !groups.iter().all(is_measure) {
            return;
        }
        let before = self.near(clause, bracket).trim_end_matches(['（', '(']);
        let item = before
            .rsplit(['）', ')', '、', '，'])
            .next()
            .unwrap_or_default();
        let item = item.rsplit_once('是').map_or(item, |(_, item)| item);
        let item = subject::clean(item);
        if !item.is_empty() && catalog::phrase(&format!("{item}用户规模")).is_some() {
            self.topic.label = item;
            self.plain = None;
        }
    }

    /// 较 2019 年同期（183580 个）增长: the time that the number in the bracket is of.
    fn base_before(&self, clause: &Clause, bracket: &Range<usize>) -> Option<Moment> {
        let is_before = |index: &&usize| self.lexemes[**index].range.end <= bracket.start;
        let &index = clause.lexemes.iter().rev().find(is_before)?;
        self.time(index)?;
        let time = &self.lexemes[index].range;
        let before = self.text[clause.range.start..time.start].trim_end();
        let between = self.text[time.end..bracket.start].trim();
        let compares = || head::beside_bracket(before).is_some_and(|(_, other)| other.is_empty());
        let is_led = before.ends_with(['较', '比', '与', '同']) || compares();
        let is_base = is_led && matches!(between, "（" | "(");
        let calendar = self.calendar();
        let period = is_base
            .then(|| moment::base(Base::Time(index), self.lexemes, calendar, self.current()))?;
        (!self.topic.label.is_empty() && period.is_some()).then_some(Moment { period, note: None })
    }

    /// 占域名总数（1485 万个）的 82.1%, 是农村（7.1%）的 3.8 倍: what is so many, where the number
    /// in the bracket is that of the whole.
    fn whole_before(&self, clause: &Clause, bracket: &Range<usize>) -> Option<String> {
        let tail = self.text[bracket.end..clause.range.end].trim_start_matches(['）', ')']);
        let is_whole =
            tail.trim_start().starts_with('的') && self.spelled(clause, bracket).is_none();
        let before = self.near(clause, bracket).trim_end_matches(['（', '(']);
        let words = before
            .rsplit(['，', '、', '）'])
            .next()
            .filter(|_| is_whole)?;
        let is_share = |(_, whole): &(&str, &str)| !whole.starts_with(head::OTHER_WORDS);
        if let Some((_, whole)) = words.rsplit_once('占').filter(is_share) {
            return Some(subject::clean(whole)).filter(|whole| !whole.is_empty());
        }
        let mut verbs = ["相当于", "是", "为"].iter();
        let other = verbs.find_map(|verb| words.rsplit_once(verb));
        other.and_then(|(_, other)| subject::substitute(&subject::clean(other), &self.topic.label))
    }

    /// 即时通信（97.6%）、网络视频（96.6%）使用率: of what the number in a bracket is,
    /// where several items of a list have one.
    fn item(&self, clause: &Clause, bracket: &Range<usize>) -> Option<String> {
        let before = self.near(clause, bracket).trim_end_matches(['（', '(']);
        let compared = head::compared(before).filter(|other| !other.contains(['、', '）', ')']));
        let compared = compared.filter(|_| self.spelled(clause, bracket).is_none());
        let last = clause.brackets.last()?;
        if clause.brackets.len() == 1 && compared.is_none() {
            return None;
        }
        let inner = clause::clauses(self.text, bracket.clone(), self.lexemes);
        let [inner] = &inner[..] else { return None };
        let groups = inner.groups(self.text, self.lexemes);
        let [group] = &groups[..] else { return None };
        let is_one = group.numbers.len() == 1;
        let is_bare = is_one && group.head.is_empty();
        // 即时通信 7.92 亿（95.6%）、搜索引擎 6.81 亿（占 82.2%）
        let head = head::head(&group.head);
        let is_share = matches!(head.cue, Cue::Of(_)) && head.subject.is_empty();
        if let Some(label) = self.right_before(clause, bracket)
            && compared.is_none()
            && is_one
            && (is_bare || is_share)
        {
            return Some(label);
        }
        if let Some(other) = compared.filter(|_| is_bare) {
            let named = subject::substitute(other, &self.topic.label);
            return Some(named.unwrap_or_else(|| other.to_owned()));
        }
        let item = before.rsplit(['、', '和', '）', ')']).next()?;
        // 使用率排名前三的应用是即时通信（80.9%）
        let named = ["依次为", "分别为", "主要为", "是"]
            .iter()
            .find_map(|verb| item.rsplit_once(verb));
        let is_known = |(_, one): &(&str, &str)| catalog::code_of_any(one).is_some();
        let known = |verb: &&str| item.rsplit_once(*verb).filter(is_known);
        let named = named.or_else(|| ["包括", "为", "有"].iter().find_map(known));
        let item = named.map_or(item, |(_, item)| item);
        let item = subject::clean(list::without_places(item));
        let tail = self.text[last.end..clause.range.end].trim_start_matches(['）', ')']);
        let named = format!("{item}{}", subject::leading_attribute(tail));
        let label = catalog::phrase(&named).map_or(item, |_| named);
        let label = match is_bare && self.is_percent(group) && self.leads_with_rate(clause) {
            true => subject::complete("使用率", &label),
            false => self
                .chosen_by(clause, group, &label)
                .filter(|_| is_bare)
                .unwrap_or(label),
        };
        // 广东（增长 9.7%）、上海（增长 39.4%）
        let grows = is_one && matches!(head.cue, Cue::Change { .. }) && head.subject.is_empty();
        ((is_bare || grows) && !label.is_empty()).then_some(label)
    }

    /// 使用率最高的应用依次为即时通信（81.4%）、…: whether a rate is what a list is chosen by.
    fn leads_with_rate(&self, clause: &Clause) -> bool {
        let first = clause.brackets.first().map_or(0, |bracket| bracket.start);
        let before = self.text.get(clause.range.start..first).unwrap_or_default();
        let chosen = &wording().list.chosen;
        // 手机网民使用率最高的应用 is chosen by a rate of theirs alone.
        before.split_once("使用率").is_some_and(|(of, behind)| {
            let of = subject::clean(of);
            let is_of_all = matches!(of.as_str(), "" | "网民" | "我国网民" | "中国网民");
            let of_pace = ["增幅", "增长率", "增速", "增量"]
                .iter()
                .any(|pace| behind.contains(pace));
            is_of_all && chosen.begin(behind) && !of_pace
        })
    }

    /// 互联网普及率排名前三位的省份为北京（72.2%）、…: an item of a list, with what the list
    /// is chosen by, where that is in such numbers.
    fn chosen_by(&self, clause: &Clause, group: &Group, item: &str) -> Option<String> {
        let first = clause.brackets.first()?.start;
        let before = self.text.get(clause.range.start..first)?;
        let list = &wording().list;
        let chosen = list
            .chosen
            .iter()
            .filter_map(|word| before.find(word))
            .min()?;
        let (named, behind) = before.split_at(chosen);
        // 网民规模前三的省份新增网民数分别为…: another measure stands between.
        let verbs = [
            "依次为",
            "依次是",
            "分别为",
            "分别是",
            "包括",
            "为",
            "是",
            "有",
        ];
        let led = verbs.iter().find_map(|verb| behind.rsplit_once(verb));
        let is_led = led.is_some_and(|(which, _)| list.groups.end(which.trim_end()));
        let named = subject::clean(named);
        let measure = catalog::phrase(&named).filter(|_| is_led)?;
        let label = format!("{item}{named}");
        let is_of_all = measure.dimensions.is_empty() && catalog::code_of_any(item).is_some();
        let is_alike = (measure.indicator.kind == "percent") == self.is_percent(group);
        (is_of_all && is_alike && catalog::phrase(&label).is_some()).then_some(label)
    }

    pub(super) fn is_percent(&self, group: &Group) -> bool {
        group
            .numbers
            .iter()
            .all(|&index| match &self.lexemes[index].kind {
                LexemeKind::Quantity(quantity) => quantity.unit.id == Some("percent"),
                _ => false,
            })
    }

    /// What the number right before a bracket is of.
    fn right_before(&self, clause: &Clause, bracket: &Range<usize>) -> Option<String> {
        let is_right_before = |range: &Range<usize>| {
            let between = self.text.get(range.end..bracket.start);
            between.is_some_and(|between| matches!(between.trim(), "（" | "("))
        };
        let numbers = clause.lexemes.iter().map(|&index| &self.lexemes[index]);
        let mut numbers = numbers.filter(|number| is_right_before(&number.range));
        let number = &numbers.next()?.range;
        let mut facts = self.reading.facts.iter().rev();
        let fact = facts.find(|fact| fact.number == *number)?;
        Some(users(&fact.label, fact).unwrap_or_else(|| fact.label.clone()))
    }

    /// 占比超过六成（61.2%）: the number in the bracket stands in the place of the amount
    /// in words before it.
    fn in_place(&mut self, clause: &Clause, bracket: &Range<usize>, group: &mut Group) {
        if !group.head.is_empty() || !group.tail.is_empty() || group.numbers.len() != 1 {
            return;
        }
        let Some(spelled) = self.spelled(clause, bracket) else {
            return;
        };
        // 男性超过五成（51.1%）、女性不足五成（48.9%）: behind what was said before.
        let numbers = clause.lexemes.iter().rev();
        let mut numbers = numbers.map(|&index| &self.lexemes[index]).filter(|lexeme| {
            let is_time = matches!(lexeme.kind, LexemeKind::Time(_) | LexemeKind::Words(_));
            !is_time && lexeme.range.end <= spelled.start
        });
        let number = numbers.next().map_or(0, |lexeme| lexeme.range.end);
        let next = clause
            .brackets
            .partition_point(|one| one.end <= spelled.start);
        let other = next.checked_sub(1).map_or(0, |at| clause.brackets[at].end);
        let start = clause.range.start.max(number).max(other);
        let words = clause.between(self.text, self.lexemes, start..spelled.start);
        let words = words.trim_start_matches(['）', ')', '、', '和', '及', '与']);
        let (words, _) = trailing_approximation(words);
        words.clone_into(&mut group.head);
        self.due.clear();
        let tail = self.text[bracket.end..clause.range.end].trim_start_matches(['）', ')']);
        let end = tail.find(['（', '(', '、']).unwrap_or(tail.len());
        let tail = subject::clean(&tail[..end]);
        let named = head::head(words).subject;
        if subject::clean(&named).is_empty() && !tail.is_empty() {
            self.due = [tail].into();
        }
    }

    /// The amount in words right before a bracket: 七成 of 超过七成（72.4%）.
    fn spelled(&self, clause: &Clause, bracket: &Range<usize>) -> Option<Range<usize>> {
        clause.lexemes.iter().rev().find_map(|&index| {
            let lexeme = &self.lexemes[index];
            let is_spelled = matches!(lexeme.kind, LexemeKind::Spelled);
            let is_before = is_spelled && lexeme.range.end <= bracket.start;
            let between = self.text.get(lexeme.range.end..bracket.start)?;
            let is_right_before = between
                .trim_end_matches(['（', '('])
                .chars()
                .all(|c| "以上左右多".contains(c));
            (is_before && is_right_before).then(|| lexeme.range.clone())
        })
    }

    /// 超九成（92.3%）的网站: the number in the bracket says of what follows it.
    fn lend_tail(&self, clause: &Clause, bracket: &Range<usize>, group: &mut Group) {
        let tail = self.text[bracket.end..clause.range.end].trim_start_matches(['）', ')']);
        let is_bare = group.head.is_empty() && group.tail.is_empty();
        if is_bare && tail.starts_with('的') && self.due.is_empty() {
            let end = tail.find(['（', '(']).unwrap_or(tail.len());
            tail[..end].clone_into(&mut group.tail);
        }
    }
}
