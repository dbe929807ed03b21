//! A number that is said of several: of all of them together, or of each.

use super::{Phrase, Reader};
use crate::catalog::{self, wording};
use crate::fact::list;
use crate::grammar::quantity::Quantity;

impl Reader<'_, '_> {
    /// 分别为 a、b 和 c，合计占…, 男性 a，女性 b，合计 c: of all of them.
    pub(super) fn of_sum(&self, phrase: &Phrase, quantity: &Quantity) -> Option<String> {
        /// No list of a sentence is longer; a sum of sums would double with each.
        const LONGEST: usize = 200;
        const MOST: usize = 32;
        let sums = &wording().sums;
        let said = phrase
            .group
            .head
            .trim_matches(['，', '、', ' ', '为', '达', '有']);
        let is_sum = sums.has(said) || sums.end(phrase.head.subject.trim_end());
        if !is_sum || !(phrase.own.is_empty() || sums.has(&phrase.own)) {
            return None;
        }
        // Of those that 分别 handed out to, or else of all before in this part of the sentence.
        let (listed, is_handed) = match self.topic.list.len() > 1 {
            true => (&self.topic.list, true),
            false => (&self.levels, false),
        };
        if listed.len() > MOST {
            return None;
        }
        // 论坛 30 场，展览 20 场，共计 300 万人参与 are no sum.
        let mut parts = self.reading.facts.iter().rev().take(listed.len());
        let mut are_alike =
            || parts.all(|part| part.unit_printed.is_some() && part.unit == quantity.unit.id);
        let is_alone = phrase.group.tail.trim().is_empty();
        let is_sum = listed.len() > 1 && (is_handed || is_alone && are_alike());
        let length: usize = listed.iter().map(String::len).sum();
        (is_sum && length <= LONGEST).then(|| listed.join("、"))
    }

    /// 网络购物和网络支付用户规模较大，使用率均在…: of each, where the catalog knows them all.
    pub(super) fn of_each(&self, phrase: &Phrase, label: &str) -> Option<Vec<String>> {
        if !phrase.head.distributes {
            return None;
        }
        // One more may stand behind 和 than between 、.
        let parts = label.matches('、').count() + 1;
        let counts = [parts + 1, parts].into_iter().filter(|&count| count > 1);
        let is_known = |one: &String| catalog::phrase(one).is_some();
        let mut lists = counts.filter_map(|count| list::hand_out(label, count));
        lists.find(|list| list.iter().all(is_known))
    }
}
