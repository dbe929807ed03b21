//! A number that is said of several: of all of them together, or of each.

use super::{Phrase, Reader};
use crate::catalog::{self, wording};
use crate::fact::list;

impl Reader<'_, '_> {
    /// 分别为 a、b 和 c，合计占…, 男性 a，女性 b，合计 c: of all of them.
    pub(super) fn of_sum(&self, phrase: &Phrase) -> Option<String> {
        let sums = &wording().list.sums;
        let said = phrase
            .group
            .head
            .trim_matches(['，', '、', ' ', '为', '达', '有']);
        let is_sum = sums.has(said) || sums.end(phrase.head.subject.trim_end());
        if !is_sum || !(phrase.own.is_empty() || sums.has(&phrase.own)) {
            return None;
        }
        // Of those that 分别 handed out to, or else of all before in this part of the sentence.
        let listed = [&self.topic.list, &self.levels].into_iter();
        let listed = listed.into_iter().find(|listed| listed.len() > 1)?;
        Some(listed.join("、"))
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
