//! Groups that a clause names and nothing else, of which the numbers behind it are:
//! 在城镇和农村地区，….

use super::{Number, Phrase, Reader, tail};
use crate::catalog::{self, wording};
use crate::fact::{clause, list, subject};

/// Dimensions that a whole country is parted by.
const PARTS: [&str; 6] = [
    "area",
    "economic_region",
    "residence",
    "age",
    "sex",
    "education",
];

/// The groups of a clause.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    /// All of them, as they are printed: 小学、初中和高中阶段.
    printed: String,
    /// Each of them, with what all are called: 小学阶段.
    names: Vec<String>,
    /// Whether more are meant: 城镇、农村等地区.
    is_open: bool,
    /// Whether they are the whole of shares: 在城镇和农村网民中.
    is_whole: bool,
}

/// What the numbers of a phrase are of, where the sentence said of which groups.
pub(super) enum Grouped {
    /// No group is spoken of, or the phrase names its own.
    Apart,
    /// Of each group, or of all of them together.
    Of(Vec<String>),
    /// The numbers are not as many as the groups, or may be of something else as well.
    Unknown,
}

impl Groups {
    /// The groups that the words of a clause name, and nothing else.
    pub(super) fn of(words: &str) -> Option<Groups> {
        let words = clause::without_time(words);
        let words = words.trim();
        let frames = &wording().list;
        let led = frames.frames.strip_prefix(words);
        let seen = frames.seen.strip_suffix(led.unwrap_or(words));
        let inside = frames.inside.strip_suffix(led.unwrap_or(words));
        let printed = seen.or(inside).or(led).unwrap_or(words).trim();
        let mut kinds = frames.groups.iter();
        let kind = kinds.find(|kind| printed.ends_with(**kind)).copied();
        let kind = kind.unwrap_or_default();
        let bare = printed[..printed.len() - kind.len()].trim_end();
        let open = bare.strip_suffix('等');
        let mut items = list::items(open.unwrap_or(bare));
        if open.is_none() && items.last().is_some_and(|last| last.is_empty()) {
            // 城镇地区和农村地区: each says itself what it is.
            items = list::items(printed);
        }
        let is_listed = items.len() > 1;
        let is_known = |item: &&str| {
            part(item).is_some() || !kind.is_empty() && part(&format!("{item}{kind}")).is_some()
        };
        let is_group = match is_listed {
            // 覆盖城镇和农村地区 names nothing; 在某公司拥有的制造和零售企业 no such list.
            _ if items.iter().any(|item| frames.not_groups.are_in(item)) => false,
            // 上海、北京网民普及率居前 says more than which groups.
            true if kind.is_empty() => items.iter().all(is_known),
            true => led.is_some() || items.first().is_some_and(is_known),
            false => items.first().is_some_and(is_known) && !subject::is_country(printed),
        };
        is_group.then(|| Groups {
            printed: printed.to_owned(),
            names: items.iter().map(|item| named(item, kind)).collect(),
            is_open: open.is_some(),
            is_whole: inside.is_some(),
        })
    }

    /// Whether words are the name of one of the groups, or of all of them.
    pub(super) fn are(&self, words: &str) -> bool {
        self.printed == words || self.names.iter().any(|name| name == words)
    }

    /// The group that a label begins with, where they are the whole of shares.
    pub(super) fn whole_of(&self, label: &str) -> Option<&str> {
        let mut names = self.names.iter().filter(|_| self.is_whole);
        names
            .find(|name| label.starts_with(*name))
            .map(String::as_str)
    }

    /// Whether words name groups of the same kind themselves: 农村网民规模 behind 东部地区.
    fn are_named_by(&self, own: &str) -> bool {
        let kind = self.names.first().and_then(|name| part(name));
        let ends = own.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut named = ends.filter_map(|end| part(&own[..end]));
        named.any(|of| kind.is_none_or(|kind| kind == of))
    }
}

/// An item of a list, with what all of them are called: 小学阶段; but 北京, which is no
/// 北京省份.
fn named(item: &str, kind: &str) -> String {
    let is_place = catalog::code("area", item).is_some();
    match is_place || item.ends_with(kind) {
        true => item.to_owned(),
        false => format!("{item}{kind}"),
    }
}

/// The dimension of a part of the whole: residence of 农村地区, age of 60 岁及以上网民.
fn part(words: &str) -> Option<&'static str> {
    let people = wording().subject.people.strip_suffix(words);
    let mut named = [Some(words), people].into_iter().flatten();
    named.find_map(|named| {
        let (dimension, _) = catalog::code_of_any(named)?;
        PARTS.contains(&dimension).then_some(dimension)
    })
}

impl Reader<'_, '_> {
    /// What the numbers of a phrase are of: the groups of its sentence, one thing at several
    /// times or since several, or what its words name.
    pub(super) fn labels_of(
        &self,
        phrase: &Phrase,
        numbers: &[Number],
        by_time: Option<Vec<String>>,
        of_bases: Option<Vec<String>>,
    ) -> Option<Vec<String>> {
        if let Some(done) = tail::done_by_some(phrase, &numbers.first()?.quantity) {
            return Some(vec![done]);
        }
        match self.grouped(phrase, numbers) {
            Grouped::Apart => {
                let labels = self.ungrouped(phrase, numbers, by_time, of_bases)?;
                Some(self.of_the_group(phrase, labels))
            }
            Grouped::Of(labels) => Some(labels),
            Grouped::Unknown => None,
        }
    }

    /// 在农村地区，有 3 亿人使用手机上网: of the group, what stands behind the number.
    fn of_the_group(&self, phrase: &Phrase, labels: Vec<String>) -> Vec<String> {
        let is_behind = phrase.own.is_empty() && !phrase.group.tail.trim().is_empty();
        let is_right_before = is_behind && !self.spoken.is_empty();
        let groups = self.groups.as_ref().filter(|_| is_right_before);
        let Some(groups) = groups.filter(|groups| !groups.is_whole) else {
            return labels;
        };
        let is_apart = |label: &String| {
            !label.is_empty() && *label != self.topic.label && !label.contains(&groups.printed)
        };
        let of = |label: String| match is_apart(&label) {
            true => list::overlapped(&groups.printed, &label),
            false => label,
        };
        labels.into_iter().map(of).collect()
    }

    fn ungrouped(
        &self,
        phrase: &Phrase,
        numbers: &[Number],
        by_time: Option<Vec<String>>,
        of_bases: Option<Vec<String>>,
    ) -> Option<Vec<String>> {
        if by_time.is_some() {
            return by_time;
        }
        // 即时通信和网络视频用户规模分别较…和…增长: of each its own base.
        let listed = self.labels(phrase, numbers);
        let are_several = listed
            .as_ref()
            .is_some_and(|labels| labels.len() == numbers.len() && labels.first() != labels.last());
        if are_several {
            listed
        } else {
            of_bases.or(listed)
        }
    }

    /// What an attribute is of: what was spoken of.
    fn completed(&self, own: &str) -> String {
        let topic = &self.topic.label;
        match own {
            "" => topic.clone(),
            own if topic.is_empty() || !subject::is_attribute(own) => own.to_owned(),
            own if catalog::phrase(own).is_some() => own.to_owned(),
            own => subject::complete(own, topic),
        }
    }

    /// What the numbers of a phrase are of, where its sentence spoke of groups before it.
    pub(super) fn grouped(&self, phrase: &Phrase, numbers: &[Number]) -> Grouped {
        let own = phrase.own.as_str();
        let Some(groups) = &self.groups else {
            return Grouped::Apart;
        };
        let words = &self.text[phrase.clause.range.clone()];
        // 在农村地区，我国网民规模…: of the country, and of the group.
        let number = &wording().number;
        let is_led = !self.spoken.is_empty();
        let is_of_country = |at: usize| is_led && number.country.begin(&words[at..]);
        let is_of_all = number.all.find(words).is_some_and(|at| !is_of_country(at));
        if is_of_all || groups.are_named_by(own) {
            return Grouped::Apart;
        }
        let (count, several) = (numbers.len(), groups.names.len() > 1);
        if subject::is_share(own) {
            // 在东部和西部地区，占比分别为 a 和 b
            let is_right_before = several && count > 1 && !self.spoken.is_empty();
            return match is_right_before {
                false => Grouped::Apart,
                true if count == groups.names.len() && !groups.is_open => {
                    Grouped::Of(groups.names.clone())
                }
                true => Grouped::Unknown,
            };
        }
        // 分别有 5G 基站 a 和 b
        let verb = &wording().verb;
        let named = verb.each.strip_prefix(own);
        let own = named.map_or(own, |own| verb.has.strip_prefix(own).unwrap_or(own));
        let measure = match own {
            // 分别新增 a 和 b: of what was spoken of.
            "" if several && count > 1 && !self.spoken.is_empty() => self.topic.label.clone(),
            "" => return Grouped::Apart,
            own => {
                // 新增用户: the verb, and who became more.
                let counted = wording().subject.changes.strip_prefix(own);
                let (verb, counted) = own.split_at(own.len() - counted.unwrap_or(own).len());
                format!("{verb}{}", self.completed(counted))
            }
        };
        let of = |group: &String| list::overlapped(group, &measure);
        if measure.is_empty() {
            return Grouped::Unknown;
        }
        if count == 1 {
            let is_each = phrase.head.distributes && several && !groups.is_open;
            return match is_each {
                true => Grouped::Of(groups.names.iter().map(of).collect()),
                // 在城镇和农村网民中，使用率为 a: said by what the share is of.
                false if groups.is_whole => Grouped::Apart,
                false => Grouped::Of(vec![of(&groups.printed)]),
            };
        }
        let is_of_each = !own.contains(['两', '各']) && !own.contains("前后");
        let is_of_times = self.times.len() == count || !self.bases(phrase, count).is_empty();
        let is_listed = list::hand_out(own, count).is_some()
            || wording().list.two_bases.are_in(&phrase.group.head)
            || is_of_times;
        if !several && groups.is_whole {
            return Grouped::Apart;
        }
        if !several {
            let listed = list::hand_out(own, count).filter(|_| !groups.is_open);
            let of = |own: &String| list::overlapped(&groups.printed, own);
            return match listed {
                Some(listed) => Grouped::Of(listed.iter().map(of).collect()),
                None if is_of_times => Grouped::Of(vec![of(&measure); count]),
                None => Grouped::Apart,
            };
        }
        let is_one_each = count == groups.names.len() && !groups.is_open;
        match is_one_each && is_of_each && !is_listed {
            true => Grouped::Of(groups.names.iter().map(of).collect()),
            false => Grouped::Unknown,
        }
    }
}
