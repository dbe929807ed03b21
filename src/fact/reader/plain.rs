//! Clauses without numbers: what they spoke of, and when.

use super::Reader;
use super::date::span_alone;
use super::groups::Groups;
use super::whole::{surveyed, within};
use crate::catalog::wording;
use crate::fact::clause::{Clause, Group, placeheld};
use crate::fact::head::{self, Base, Cue, Head};
use crate::fact::moment::Moment;
use crate::fact::subject;
use crate::grammar::words::Words;
use crate::period::Period;

/// What a clause without numbers spoke of.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    pub(super) topic: String,
    /// Whether its words say that a number of it follows: 最高, a quotation.
    pub(super) is_sure: bool,
    /// 年增长率最高: the number is how fast it grew, since then.
    pub(super) pace: Option<Base>,
    /// 下降明显: the number is how much less it became.
    pub(super) fell: bool,
}

impl Plain {
    /// Of a number that follows for sure.
    pub(super) fn of(topic: String) -> Plain {
        Plain {
            topic,
            is_sure: true,
            pace: None,
            fell: false,
        }
    }
}

impl Reader<'_, '_> {
    /// A clause without numbers: it may say when, or of what.
    pub(super) fn plain_clause(&mut self, clause: &Clause) {
        let words = clause.words(self.text, self.lexemes);
        let words = without_sequel(&words);
        self.is_forecast |= head::is_forecast(words);
        let may_carry = !self.has_spoken;
        let said = self.moment.clone();
        let is_dated = self.date(words, may_carry);
        // 1 月 17 日，某中心发布第 55 次报告，…: when it was told.
        let is_day = |said: &Moment| matches!(said.period, Some(Period::Day(..)));
        let is_told = may_carry && self.is_dated && self.moment.as_ref().is_some_and(is_day);
        if is_told && !self.text.contains("截至") && subject::tells_of_publication(words) {
            self.moment.clone_from(&self.carried);
            self.paragraph.moment.clone_from(&self.carried);
        }
        self.led = Some(said).filter(|_| is_dated && may_carry);
        let span = span_alone(words);
        self.count_from(words, span);
        if let Some(Base::Months(_)) = span {
            return;
        }
        self.title(clause, words);
        self.groups = Groups::of(words).or_else(|| self.groups.take());
        if let Some(within) = within(words.trim()) {
            let named = subject::clean(within);
            // 已使用手机上网的用户, and not all who ever will.
            let is_done = ["已", "已经"]
                .iter()
                .any(|done| within.trim() == format!("{done}{named}"));
            self.within = Some(if is_done {
                within.trim().to_owned()
            } else {
                named
            });
            return;
        }
        if subject::is_frame(words.trim()) {
            return;
        }
        if let Some(surveyed) = surveyed(words) {
            self.surveyed = Some(subject::clean(surveyed));
            self.paragraph.surveyed.clone_from(&self.surveyed);
            return;
        }
        if subject::is_telling(words.trim()) || wording().subject.speakers.has(words.trim()) {
            return;
        }
        self.kind = subject::of_kind(words);
        if let Some(topic) = subject::topic(words) {
            let head = head::head(&topic);
            let pace = matches!(head.cue, Cue::Rate { .. }).then_some(head.base);
            let pace = pace.or_else(|| self.paced(&topic));
            // 增速较低 alone is of what was spoken of.
            let paced = || Some(subject::clean(&head.subject)).filter(|named| !named.is_empty());
            let paced = || paced().unwrap_or_else(|| self.topic.label.clone());
            self.plain = Some(Plain {
                topic: pace.map_or(topic, |_| paced()),
                // 随着大模型迅速发展，用户…: amid what, where another is named behind.
                is_sure: !wording().subject.amid.begin(words.trim()),
                pace,
                fell: fell(words),
            });
        } else if !is_dated
            && (!self.has_spoken || clause.is_first)
            && self.plain.as_ref().is_none_or(|plain| !plain.is_sure)
        {
            let topic = subject::clean(without_owed(words));
            let is_new = self.plain.is_none() && self.topic.label.is_empty();
            if !topic.is_empty() && (is_new || !subject::is_predicate(&topic)) {
                self.plain = Some(Plain {
                    topic,
                    is_sure: false,
                    pace: None,
                    fell: false,
                });
            }
        }
        let said = subject::clean(words);
        let said = subject::moved(&said).unwrap_or(said);
        if !said.is_empty() && !is_dated {
            self.spoken.push(said);
        }
    }
}

impl Reader<'_, '_> {
    /// 首要因素是便捷，占比为…; 微信和微博是常用的应用，用户规模分别为…: of what the clause before
    /// names, where nothing but a share stands there, or numbers are handed out. What else
    /// follows is of what was spoken of.
    pub(super) fn turn_to_kind(&mut self, head: &Head, group: &Group) {
        let Some(kind) = self.kind.take() else { return };
        let own = subject::clean(&head.subject);
        let is_bare = (own.is_empty() || subject::is_share(&own)) && self.is_percent(group);
        let says_so = match &head.cue {
            Cue::None | Cue::Is => true,
            Cue::Of(whole) => whole.is_empty(),
            _ => false,
        };
        if is_bare && says_so || head.distributes {
            self.plain = Some(Plain::of(kind));
        }
    }
}

/// 微博 of 微博继 2016 年持续复苏后: words without what was before, whose time dates nothing behind
/// it.
fn without_sequel(words: &str) -> &str {
    let sequel = words.split_once('继');
    let sequel = sequel.filter(|_| words.trim_end().ends_with('后'));
    let is_dated = |when: &str| when.trim_start().starts_with(|c| placeheld(c).is_some());
    sequel.map_or(
        words,
        |(named, when)| if is_dated(when) { named } else { words },
    )
}

/// 在线教育 of 在线教育受到广泛关注.
fn without_owed(words: &str) -> &str {
    let end = wording().subject.owed.find(words);
    words[..end.unwrap_or(words.len())].trim_end()
}

/// Whether the last verb of change in a clause says that something is less: 下降明显, not
/// 跌入低谷后回升明显, and not 减税政策知晓率.
fn fell(words: &str) -> bool {
    let verbs = &wording().verb;
    let is_whole = |verb: &str| verb.chars().nth(1).is_some();
    let last = |verbs: &Words| {
        let mut places = words.char_indices().rev().map(|(at, _)| at);
        places.find(|&at| {
            verbs
                .beginning(&words[at..])
                .any(|(_, verb)| is_whole(verb))
        })
    };
    last(&verbs.down) > last(&verbs.up)
}
