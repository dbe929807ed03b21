//! What a number is of: the words before it, behind it, or of the clauses
//! before.

use super::rate::{
    broad, is_counted_people, is_in_points, is_rate, is_rate_label, is_rate_of_some,
};
use super::tail::{behind, complement, counted, done, is_known_people, pace, tail, tail_is_whole};
use super::whole::asked;
use super::{Number, Phrase, Reader, is_share};
use crate::catalog::{self, wording};
use crate::document::number::{circled, is_digit};
use crate::fact::clause::Clause;
use crate::fact::head::{self, Base, Cue};
use crate::fact::{Fact, Measure, list, subject};
use crate::grammar::quantity::Quantity;
use crate::grammar::words;

impl Reader<'_, '_> {
    /// The labels that the numbers of a group are of: one for each, or several
    /// for one number that is said of all of them.
    pub(super) fn labels(&self, phrase: &Phrase, numbers: &[Number]) -> Option<Vec<String>> {
        let (head, own) = (&phrase.head, &phrase.own);
        let quantity = &numbers.first()?.quantity;
        if numbers.len() > 1 {
            let list = self.hand_out(phrase, quantity, numbers.len());
            // 先后投放 3 万份、5 万份: the same, so many times.
            let is_repeated = wording().list.repeated.are_in(own);
            let same = || vec![self.named(phrase, quantity); numbers.len()];
            return list
                .or_else(|| behind(phrase, numbers.len()))
                .or_else(|| is_repeated.then(same));
        }
        let is_range = quantity.upper.is_some();
        if (head.distributes || is_range) && (own.is_empty() || subject::is_share(own)) {
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
        // 甲市、乙市等 9 个城市的比例均超过 80%: not all of them are named.
        let is_open = own
            .split_once('等')
            .is_some_and(|(_, rest)| rest.starts_with(is_digit));
        if head.distributes && own.contains('、') && !is_open {
            // 电商直播、短视频及网络购物: one more than stands between 、.
            let parts = own.matches('、').count() + 1;
            let list = list::hand_out(own, parts + 1).or_else(|| list::hand_out(own, parts));
            if list.is_some() {
                return list;
            }
        }
        // 使用率分别为 a、b，用户规模增幅都在 c 左右: of each that was listed.
        let is_of_list = head.distributes && self.plain.is_none() && self.topic.list.len() > 1;
        if is_of_list && subject::is_attribute(own) {
            let list = self.topic.list.iter();
            return Some(list.map(|label| subject::complete(own, label)).collect());
        }
        // 网络购物与互联网支付已经成为…，用户占…的比例均为
        let said = self.spoken.last().filter(|_| head.distributes);
        let said = said.and_then(|said| said.split_once("成为"));
        let listed = said.and_then(|(list, _)| list::hand_out(&subject::clean(list), 2));
        let is_known = |one: &String| catalog::code("application", one).is_some();
        let listed = listed.filter(|list| subject::is_attribute(own) && list.iter().all(is_known));
        if let Some(list) = listed {
            let complete = |one: &String| subject::complete(own, one);
            return Some(list.iter().map(complete).collect());
        }
        // 网购用户和使用网上支付的用户…均为: each has its own people.
        let both = list::hand_out(own, 2).filter(|_| head.distributes);
        let has_people = |one: &String| {
            let counted = wording().subject.shares.strip_suffix(one).unwrap_or(one);
            subject::is_people(counted) || counted != one && catalog::phrase(counted).is_some()
        };
        // 网络购物与网上支付的使用率均超过 66%
        let is_known = |one: &String| catalog::phrase(one).is_some();
        let both = both.filter(|both| both.iter().all(has_people) || both.iter().all(is_known));
        if both.is_some() {
            return both;
        }
        // 笔数达 a，金额达 b，均增长 c: of all levels since the last change.
        let facts = self.reading.facts.iter().rev();
        // 笔数达 a，其中，某支付为 b，均增长 c: not of the whole and its part.
        let before = &self.text[..phrase.clause.range.start];
        let from = before.rfind("其中").unwrap_or_default();
        // 比例分别为 a 和 b，均有近 5 个百分点的提升
        let is_points = quantity.unit.id == Some("percentage_point");
        let is_level = |fact: &Fact| match is_points {
            true => is_rate_label(&fact.label) && fact.unit == Some("percent"),
            false => fact.measure == Measure::Level,
        };
        let levels = facts.take_while(|fact| is_level(fact) && fact.number.start >= from);
        let count = levels.count().min(self.levels.len());
        if head.distributes && own.is_empty() && self.plain.is_none() && count > 1 {
            return Some(self.levels[self.levels.len() - count..].to_vec());
        }
        // 杭州、深圳紧随其后，均占…
        let said = self
            .spoken
            .last()
            .filter(|_| head.distributes && own.is_empty());
        let listed = said.and_then(|said| wording().list.follow.strip_suffix(said));
        // 外卖、在线医疗的用户规模增长最为显著，增长率均在…
        let grown = self.plain.as_ref().map(|plain| plain.topic.as_str());
        let grown = grown.filter(|topic| said.is_some() && !topic.contains('等'));
        let listed = listed.or(grown);
        if let Some(listed) = listed.filter(|listed| listed.contains('、')) {
            let parts = listed.matches('、').count() + 1;
            let list = list::hand_out(listed, parts + 1);
            if let Some(list) = list.or_else(|| list::hand_out(listed, parts)) {
                return Some(list);
            }
        }
        if let Some(sum) = self.of_sum(phrase, quantity) {
            return Some(vec![sum]);
        }
        let label = subject::without_degree(&self.named(phrase, quantity)).to_owned();
        let is_percent = quantity.unit.id == Some("percent");
        let is_change = matches!(head.cue, Cue::Change { .. });
        let is_adverb = own.is_empty() || matches!(own.as_str(), "累计" | "日均" | "月均" | "年均");
        let counts_behind = match head.cue {
            Cue::None | Cue::Has => true,
            // 其中新增 238 款备案 is of what was spoken of.
            // 比例超过 80%，新增 15.5 万个建制村: no more of the rate.
            Cue::Change { .. } => {
                own.is_empty() && (self.topic.label.is_empty() || is_rate(&self.topic))
            }
            _ => is_adverb,
        };
        if is_percent && pace(&phrase.group.tail).is_some() {
            return Some(vec![self.kept(phrase, quantity)]);
        }
        let complement = || complement(phrase).or_else(|| done(phrase, self.within.is_some()));
        let complement = (own.is_empty() && is_percent).then(complement).flatten();
        let is_of_tail = is_percent && tail_is_whole(&phrase.group.tail);
        let tail = (counts_behind || is_of_tail).then(|| tail(phrase, quantity));
        let label = match tail.flatten() {
            _ if complement.is_some() => complement.unwrap_or_default(),
            Some(tail) if counts_behind && is_known_people(&tail) => counted(&tail).to_owned(),
            Some(tail) if counts_behind && !is_percent => {
                // 扩大至 17 个省市的 26 个地区: what is led up to is led up to both.
                let is_within = phrase.head.subject.trim_end().ends_with('的')
                    && phrase.head.cue == Cue::None
                    && phrase.group.start > phrase.clause.range.start;
                let lead = if (own.is_empty() || is_within) && !is_change {
                    &self.lead
                } else {
                    own
                };
                let lead = list::without_items(lead).unwrap_or(lead);
                // 与 1997 年 10 月的 62 万网民相比: of those it is compared with.
                let compared = tail.strip_suffix("相比");
                let compared = compared.filter(|_| matches!(lead, "与" | "同" | "和" | "跟"));
                compared.map_or_else(|| format!("{lead}{tail}"), str::to_owned)
            }
            Some(tail) if is_of_tail => {
                let said = tail.strip_prefix('的').unwrap_or(&tail);
                format!("{said}{}", self.said_after(phrase.clause, said))
            }
            _ => label,
        };
        Some(self.of_each(phrase, &label).unwrap_or_else(|| vec![label]))
    }

    /// 49.2% 的网民表示，…: what is said behind the comma.
    fn said_after(&self, clause: &Clause, words: &str) -> String {
        if !wording().list.says.end(words) {
            return String::new();
        }
        let after = self.text[clause.range.end..].trim_start_matches(['，', ',', '：', ' ']);
        let end = after.find(['，', ',', '；', ';', '。', '：']);
        subject::clean(&after[..end.unwrap_or(after.len())])
    }

    /// The label that a subject names, completed by what was spoken of.
    pub(super) fn named(&self, phrase: &Phrase, quantity: &Quantity) -> String {
        // 5G 基站 231.2 万个，全年新建 88.7 万个: of the same.
        let made = wording().subject.made.strip_suffix(&phrase.own);
        let is_made = made.is_some_and(|when| matches!(when, "" | "全年" | "当年" | "年内"));
        if is_made && !self.topic.label.is_empty() {
            return format!("{}{}", phrase.own, self.topic.label);
        }
        if let Some(gap) = self.gap(phrase, quantity) {
            return gap;
        }
        let own = match phrase.own.as_str() {
            own if quantity.unit.id == Some("rank") => subject::ranked(own),
            // 户均流量 7.2GB，为全球平均水平的 1.2 倍
            own if quantity.unit.id == Some("multiple") && own.starts_with(['为', '是']) => "",
            // 是第一次调查结果 12 万台的 40 倍: of what was spoken of, as it was then.
            own if own.ends_with("次调查结果") || own.ends_with("次调查时") => "",
            // 现在的上网用户人数已是当初的 140.3 倍
            own if quantity.unit.id == Some("multiple") => subject::as_then(own).unwrap_or(own),
            // 是半年前 351M 的 3.5 倍
            "是" | "为" => "",
            // 互联网在城镇的普及率为…，在农村仅为…
            own => own
                .strip_prefix('在')
                .filter(|place| catalog::code_of_any(place).is_some())
                .unwrap_or(own),
        };
        // 在 193 个国家中排名第 35 位: of what stands before them.
        if quantity.unit.id == Some("rank")
            && let Some(among) = subject::ranked_among(&phrase.own)
        {
            let ranked = self.lead.split('在').next().unwrap_or_default();
            // 在创新指数排名中位列第 12 位
            let ranking = among.rsplit_once('在').map(|(_, ranking)| ranking);
            let ranking =
                ranking.filter(|ranking| ranking.ends_with("排名") && self.lead.is_empty());
            let ranked = ranking.unwrap_or(ranked);
            if !ranked.is_empty() {
                return ranked.to_owned();
            }
        }
        // 指数为 0.7948，排名从第 65 位提升至第 45 位: that of the index.
        if quantity.unit.id == Some("rank") && own == "排名" && !self.topic.label.is_empty() {
            let ranked = self.topic.label.trim_end_matches("排名");
            return format!("{ranked}排名");
        }
        // 前者, 后者 of what 分别 handed out; 后者使用率 of two levels as well.
        let levels = match &self.topic.list[..] {
            [] if self.levels.len() == 2 => &self.levels[..],
            list => list,
        };
        let told = [
            (own.strip_prefix("前者"), levels.first()),
            (own.strip_prefix("后者"), levels.last()),
        ];
        let told = told.into_iter().find_map(|(own, told)| own.zip(told));
        match told.filter(|_| levels.len() > 1) {
            Some(("", told)) => return told.clone(),
            Some((own, told)) if subject::is_attribute(own) => return subject::complete(own, told),
            _ => {}
        }
        // 净增 5G 基站 87.4 万个，同比增长 10.0%: of what was added, not of all there are.
        let is_of_year = phrase.head.base == Base::YearBefore
            && matches!(phrase.head.cue, Cue::Change { .. } | Cue::Rate { .. });
        if let Some(made) = self.made.as_ref().filter(|_| is_of_year && own.is_empty())
            && quantity.unit.id == Some("percent")
        {
            return made.clone();
        }
        if let Some(label) = self.of_same_group(phrase, own, quantity) {
            return label;
        }
        // 城乡普及率相差较大，城镇为…，农村为…: of one of both.
        let both = self.plain.as_ref();
        let one = both.and_then(|plain| list::one_of_both(&plain.topic, own));
        if let Some(label) = one {
            return label;
        }
        let plain = self.plain.as_ref().map(|plain| {
            let topic = &self.topic.label;
            // 规模达…，总量稳居世界第二，同比增长…
            let is_part = !topic.is_empty() && subject::is_attribute(&plain.topic);
            let complete = || is_part.then(|| subject::complete(&plain.topic, topic));
            let named = subject::substitute(&plain.topic, topic).or_else(complete);
            named.unwrap_or_else(|| plain.topic.clone())
        });
        // 互联网普及率达 78.6%, 占全球网民规模的 20%: a rate is no part of anything.
        let is_points = quantity.unit.id == Some("percentage_point");
        let is_of_count = !is_points
            && match phrase.head.cue {
                Cue::Rate { .. } | Cue::Of(_) => true,
                // 使用率 38.4%，2015 年 6 月降到 20432 万人
                Cue::To => !is_share(quantity),
                // 互联网普及率…提升 3.8% is of the rate itself, 使用率…增长 244.8% of
                // the users.
                Cue::Change { is_growth, .. } => {
                    let is_same = || subject::are_of_one(&self.topic.label, &self.topic.count);
                    !is_share(quantity) || is_growth && is_same()
                }
                _ => false,
            }
            && is_rate(&self.topic)
            && !self.topic.count.is_empty()
            && !subject::are_of_others(&self.topic.label, &self.topic.count);
        // 新增网民 2500 万人, 增长率…: of all of them.
        let is_of_all = matches!(phrase.head.cue, Cue::Rate { .. })
            && subject::begins_with_change(&self.topic.label)
            && !self.topic.count.is_empty();
        // 河南省共开通微博…；其次为广东省，共开通…: the same of the other.
        if let Some(plain) = &plain
            && !own.is_empty()
            && catalog::code_of_any(plain).is_some()
            && let Some(at) = self.topic.label.find(own).filter(|&at| at > 0)
        {
            return format!("{plain}{}", &self.topic.label[at..]);
        }
        // 普及率 39.9%，新增 2450 万，提升 1.6 个百分点: points are of the rate.
        let rate = self.levels.iter().rfind(|level| is_rate_label(level));
        let is_of_rate = is_points
            && matches!(phrase.head.cue, Cue::Change { .. })
            && self.topic.measure == Some(Measure::Change)
            && !self.reading.facts.last().is_some_and(is_in_points)
            && !is_rate(&self.topic);
        // 电子邮件使用率…，用户数量减少…: of the same, whatever was counted before.
        let is_of_same = subject::is_attribute(own)
            && catalog::phrase(&subject::complete(own, &self.topic.label)).is_some();
        let is_of_count = is_of_count && !is_of_same;
        let is_rate_of = is_share(quantity) && !is_points && phrase.head.cue == Cue::Is;
        let of_plain = plain.as_ref().filter(|_| is_rate_of);
        let topic = match plain {
            // 互联网普及率为…，北京最高，为 72.2%
            Some(_) if let Some(label) = of_plain.and_then(|plain| self.of_last_rate(plain)) => {
                label
            }
            Some(plain) => plain,
            None if is_of_rate && rate.is_some() => rate.cloned().unwrap_or_default(),
            None if is_of_count || is_of_all => self.topic.count.clone(),
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
        if matches!(own, "增速" | "增幅" | "涨幅" | "降幅" | "增长率") {
            return format!("{topic}{own}");
        }
        // 微博用户…。网民 6.7 亿: of all of them, whatever stood before.
        let begins = match own {
            "网民" => phrase.clause.is_first,
            "普及率" => {
                let is_first = phrase.clause.is_first && !self.has_spoken;
                is_first && is_counted_people(&topic) || self.is_item(phrase.clause)
            }
            _ => false,
        };
        if begins {
            return own.to_owned();
        }
        if subject::is_attribute(own) {
            // 平板电脑成为网民上网的设备，使用率…
            let named = words::find(&topic, &["成为", "作为"]).map(|at| &topic[..at]);
            let named = named.filter(|named| catalog::code_of_any(named).is_some());
            return subject::complete(own, named.unwrap_or(&topic));
        }
        // 网络直播行业健康发展，营收达…: of the trade.
        let of_trade = subject::is_trade(&topic) && wording().subject.incomes.has(own);
        if of_trade {
            return format!("{topic}{own}");
        }
        if let Some(label) = self.of_same_people(own) {
            return label;
        }
        // 即时通信…，使用率 84.2%；网络购物 2.71 亿 is of users.
        let is_percent = is_share(quantity);
        // 60 岁及以上占 14.3% is no penetration.
        // Nor is what grows in percent.
        let grows = !is_points
            && matches!(
                phrase.head.cue,
                Cue::Rate { .. }
                    | Cue::Change {
                        is_growth: true,
                        ..
                    }
            );
        let is_counted = !is_percent || grows || matches!(phrase.head.cue, Cue::Of(_));
        if let Some(label) = self.share_again(phrase, own) {
            return label;
        }
        let like = match is_rate(&self.topic) && is_counted {
            true => &self.topic.count,
            false => &self.topic.label,
        };
        // A sentence of its own is no longer of phones alone, nor is a part of one that
        // speaks of another application.
        let is_application =
            || catalog::code_of_any(own).is_some_and(|(dimension, _)| dimension == "application");
        let goes_on = self.has_spoken && !(phrase.clause.is_first && is_application());
        // Nor is an application's number that is named in full.
        let named_in_full = catalog::phrase(own).filter(|_| !is_application());
        let is_whole = named_in_full.is_some_and(|of| {
            let is_again = || of.indicator.kind == "percent" && self.goes_on_with_some(phrase);
            of.dimensions.contains_key("application") && !is_again()
        });
        let goes_on = goes_on && !is_whole;
        let like = Some(like.as_str()).filter(|_| goes_on).or(broad(like));
        let named = like.and_then(|like| subject::substitute(own, like));
        let named = named.or_else(|| self.of_last_rate(own).filter(|_| !is_counted));
        // 网络音乐使用率…，网络影视…，网络新闻…: as the last that is known, behind one that is not.
        let of_known = || {
            let is_unknown = catalog::phrase(&self.topic.label).is_none() && is_percent;
            let is_unknown = is_unknown && is_application();
            let mut levels = self.levels.iter().rev().filter(|_| is_unknown && goes_on);
            levels
                .find_map(|level| subject::substitute(own, level).filter(|_| is_rate_label(level)))
        };
        let named = named.or_else(of_known);
        // But 城镇网民占 71.3% is a part of all of them.
        let is_alike = is_percent && phrase.head.cue == Cue::Is;
        let of_alike = || subject::of_alike(own, &self.topic.label).filter(|_| is_alike);
        let named = named.or_else(of_alike);
        named.unwrap_or_else(|| own.to_owned())
    }

    /// 农村网民即时通信使用率为…，网络视频使用率为…: whether a rate that is named in full is of the
    /// same people as that before it, where nothing says that it is of all of them.
    fn goes_on_with_some(&self, phrase: &Phrase) -> bool {
        let clause = &phrase.clause.range;
        let (before, said) = (&self.text[..clause.start], &self.text[clause.clone()]);
        let all = &wording().subject;
        let is_of_all = all.country.are_in(said) || all.everyone.are_in(said);
        is_rate_of_some(&self.topic.label)
            && phrase.head.cue == Cue::Is
            && self.within.is_none()
            && before.ends_with('，')
            && !before.contains("其中")
            && !is_of_all
    }

    /// 10-19 岁网民占比为…，20-29 岁占 29.5%, 30-39 岁占比为 26.1%: of the next group of the same
    /// kind, where no other whole is named and it is no part of the last.
    fn share_again(&self, phrase: &Phrase, own: &str) -> Option<String> {
        let shares = &wording().subject.shares;
        let topic = &self.topic.label;
        let bare = shares.strip_suffix(own).or_else(|| {
            let is_of = matches!(&phrase.head.cue, Cue::Of(whole) if whole.is_empty());
            is_of.then_some(own)
        })?;
        let (dimension, _) = catalog::code_of_any(bare)?;
        let last = catalog::phrase(topic).filter(|_| shares.end(topic))?;
        let is_alike = last.dimensions.len() == 1 && last.dimensions.contains_key(dimension);
        let clause = self.text[phrase.clause.range.clone()].trim_start();
        let is_part = self.within.is_some() || clause.starts_with("其中");
        subject::substitute(bare, topic).filter(|_| is_alike && !is_part)
    }

    /// 互联网普及率为…，有 12 个省份超过平均，最低的江西省为…: of a place or group alone,
    /// what the last rate of the sentence is of.
    fn of_last_rate(&self, own: &str) -> Option<String> {
        let own = own
            .trim_start_matches("最高的")
            .trim_start_matches("最低的");
        catalog::code_of_any(own)?;
        let rate = self.levels.iter().rfind(|level| is_rate_label(level))?;
        // 互联网普及率为…，满意度为…，北京为…: of the nearer one.
        let mut facts = self.reading.facts.iter();
        let last = facts.rfind(|fact| fact.unit == Some("percent"));
        let is_last = last.is_some_and(|last| last.label == *rate);
        subject::substitute(own, rate).filter(|_| is_last)
    }

    /// 农村网民使用手机上网的比例为…，使用电视上网的比例为…: of the same people, where
    /// they are some of all.
    fn of_same_people(&self, own: &str) -> Option<String> {
        let people = asked(&self.topic.label).filter(|_| self.has_spoken)?;
        let did = self.topic.label.strip_prefix(people)?;
        let is_same = |verb: &&str| did.starts_with(verb) && own.starts_with(verb);
        let are_some = catalog::phrase(people).is_none_or(|phrase| !phrase.dimensions.is_empty());
        (are_some && wording().number.uses.iter().any(is_same)).then(|| format!("{people}{own}"))
    }

    /// 农村网民 2.55 亿｜普及率 64.5%, ③普及率 64.5%: whether a sign makes a clause an item of
    /// its own.
    fn is_item(&self, clause: &Clause) -> bool {
        let words = self.text[clause.range.clone()].trim_start();
        let is_counted = words.starts_with(|c| circled(c).is_some());
        is_counted || self.text[..clause.range.start].ends_with(['｜', '／'])
    }

    /// 数字经济保持 9.7% 的增长: what grows, its words behind the number aside.
    fn kept(&self, phrase: &Phrase, quantity: &Quantity) -> String {
        let own = phrase.own.as_str();
        let kept = wording().number.kept.strip_suffix(own);
        match kept.map(|own| subject::clean(head::without_run(own))) {
            Some(own) if !own.is_empty() => own,
            Some(_) if !self.topic.label.is_empty() => self.topic.label.clone(),
            _ => self.named(phrase, quantity),
        }
    }

    /// A label for a number that no words name: its clause.
    pub(super) fn fallback(&self, clause: &Clause) -> String {
        let words = subject::clean(&clause.words(self.text, self.lexemes));
        if words.is_empty() {
            self.text[clause.range.clone()].trim().to_owned()
        } else {
            words
        }
    }
}
