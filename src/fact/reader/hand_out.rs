//! Subjects handed out to the numbers of a clause, wherever they are named.

use super::topic::users;
use super::{Phrase, Reader};
use crate::catalog::{self, wording};
use crate::fact::head::Cue;
use crate::fact::{Fact, Measure, list, subject};
use crate::grammar::quantity::Quantity;
use crate::grammar::words;

impl Reader<'_, '_> {
    /// What each of so many numbers is of: the items of a list in the words before them, of
    /// one that was handed out before, or of a clause without numbers.
    pub(super) fn hand_out(
        &self,
        phrase: &Phrase,
        quantity: &Quantity,
        count: usize,
    ) -> Option<Vec<String>> {
        let own = phrase.own.as_str();
        let (cue, is_percent) = (&phrase.head.cue, quantity.unit.id == Some("percent"));
        // 与城镇网民差异较小，分别相差 a、b 和 c: of what was handed out before.
        if own.trim_start_matches("分别") == "相差" && self.topic.list.len() == count {
            let list = self.topic.list.iter();
            return Some(list.map(|label| format!("{label}相差")).collect());
        }
        // 网络购物…，网约车…，二者增长率分别为 a、b
        let both = wording().list.all_named.strip_prefix(own);
        if both.is_some() {
            let facts = self.reading.facts.iter();
            let levels = facts.filter(|fact| fact.measure == Measure::Level);
            let named =
                |fact: &Fact| users(&fact.label, fact).unwrap_or_else(|| fact.label.clone());
            let mut levels: Vec<String> = levels.map(named).collect();
            let from = levels.len().checked_sub(count)?;
            return Some(levels.split_off(from));
        }
        let attribute = subject::is_attribute(own) || subject::is_share(own);
        if !own.is_empty() && !attribute {
            let Some(list) = list::hand_out(own, count) else {
                // 短视频、直播用户规模分别为…，日均使用时长分别为…
                // but not 前两季度营收分别为…, which says itself what each is of
                let is_of_each = !own.contains(['两', '各']) && !own.contains("前后");
                let list = Some(&self.topic.list);
                let list = list.filter(|list| is_of_each && list.len() == count);
                let list = list
                    .cloned()
                    .or_else(|| self.named_before(count).filter(|_| is_of_each));
                let complete = |label: String| subject::complete(own, &label);
                return Some(list?.into_iter().map(complete).collect());
            };
            // 上海互联网普及率为 a，浙江、天津分别为 b、c
            let codes = list.iter().map(|label| {
                let (dimension, _) = catalog::code_of_any(label)?;
                // 互联网普及率为 a，城乡分别为 b 和 c, but not 占 b 和 c.
                let is_same = || is_percent && matches!(cue, Cue::None | Cue::Is);
                let is_alike = matches!(dimension, "area" | "application" | "device")
                    || dimension == "residence" && is_same();
                subject::substitute(label, &self.topic.label).filter(|_| is_alike)
            });
            let named: Option<Vec<String>> = codes.collect();
            return Some(named.unwrap_or(list));
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
        // 电商直播…，游戏直播…，分别占 a 和 b: of what the last numbers were of.
        let is_bare = own.is_empty() || subject::is_share(own);
        if is_bare && self.plain.is_none() && self.levels.len() >= count {
            return Some(self.levels[self.levels.len() - count..].to_vec());
        }
        // 网上支付 1.87 亿、网上银行 1.91 亿，用户增速 a 和 b: of the levels right before.
        let facts = self.reading.facts.iter();
        let last: Vec<&Fact> = facts.rev().take(count).collect();
        let are_levels = last.iter().all(|fact| fact.measure == Measure::Level);
        if attribute && self.plain.is_none() && are_levels && self.levels.len() >= count {
            let levels = self.levels[self.levels.len() - count..].iter();
            return Some(levels.map(|label| subject::complete(own, label)).collect());
        }
        // 网络购物用户 a，使用率 b；网上支付用户 c，使用率 d，用户增幅分别为 e 和 f: of all whose
        // users the sentence counts.
        let grew = is_percent && matches!(cue, Cue::Rate { .. } | Cue::Change { .. });
        if attribute && grew && self.plain.is_none() {
            /// As many facts as such a list has words between, and no more of a long sentence.
            const MOST: usize = 64;
            let facts = &self.reading.facts[self.reading.facts.len().saturating_sub(MOST)..];
            let levels = facts.iter().filter(|fact| fact.measure == Measure::Level);
            let users = levels
                .map(|fact| &fact.label)
                .filter(|label| is_of_users(label));
            let mut users: Vec<&String> = users.collect();
            users.dedup();
            if users.len() == count {
                let users = users.into_iter();
                return Some(users.map(|label| subject::complete(own, label)).collect());
            }
        }
        let plain = self.plain.as_ref().map(|plain| &plain.topic);
        let said = plain.into_iter().chain(self.spoken.last());
        for said in said {
            // 朋友圈、空间作为…的服务，使用率分别为…; 网约车、在线医疗等成为…，用户规模分别达…
            let is = words::find(said, &["作为", "成为"]).filter(|&at| at > 0);
            let said = is.map_or(said.as_str(), |at| said[..at].trim_end_matches('等'));
            let said = wording().list.follow.strip_suffix(said).unwrap_or(said);
            let list = list::hand_out(subject::without_degree(said), count);
            // 手机搜索、手机支付等应用也有高速发展，增长率分别为…
            let named = said.split_once('等').map(|(list, _)| list);
            let named = || list::hand_out(named.filter(|list| list.contains('、'))?, count);
            let list = list.filter(|_| !said.contains('等')).or_else(named);
            if let Some(list) = list.or_else(|| self.named_before(count)) {
                // 北京互联网普及率最高，为 a，其次是上海和广东，分别为 b 和 c
                let alike = |label: &String| subject::substitute(label, &self.topic.label);
                let alike: Option<Vec<String>> = list.iter().map(alike).collect();
                let is_level = matches!(self.topic.measure, Some(Measure::Level | Measure::Share));
                if let Some(alike) = alike.filter(|_| own.is_empty() && is_level) {
                    return Some(alike);
                }
                let complete = |label: String| match own {
                    "" => label,
                    own if subject::is_share(own) => label,
                    own => subject::complete(own, &label),
                };
                return Some(list.into_iter().map(complete).collect());
            }
        }
        // 北京、上海互联网普及率超过 60%，分别为 a、b: of each that the number before was of.
        let is_told = own.is_empty() && self.plain.is_none() && self.topic.label.contains('、');
        list::hand_out(&self.topic.label, count).filter(|_| is_told)
    }

    /// 北京和上海 of 北京和上海是域名最多的城市: what the clause before speaks of for sure.
    fn named_before(&self, count: usize) -> Option<Vec<String>> {
        let plain = self.plain.as_ref().filter(|plain| plain.is_sure);
        let plain = plain.filter(|plain| !plain.topic.contains('是'));
        list::hand_out(&plain?.topic, count)
    }
}

/// Whether a label counts those who use an application.
fn is_of_users(label: &str) -> bool {
    catalog::phrase(label).is_some_and(|phrase| {
        phrase.indicator.unit == "person" && phrase.dimensions.contains_key("application")
    })
}
