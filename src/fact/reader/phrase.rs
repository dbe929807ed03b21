//! Numbers that stand together, and the words around them taken apart.

use crate::catalog::{self, wording};
use crate::document::number::is_digit;
use crate::fact::clause::{self, Clause, Group};
use crate::fact::head::{self, Base, Cue, Head};
use crate::fact::subject;
use crate::grammar::quantity::Quantity;

/// Numbers that stand together, and the words around them taken apart.
pub(super) struct Phrase<'c> {
    pub(super) clause: &'c Clause,
    pub(super) group: &'c Group,
    pub(super) head: Head,
    /// The subject that the words name themselves.
    pub(super) own: String,
}

/// A number of a phrase.
pub(super) struct Number<'t> {
    /// Its lexeme.
    pub(super) index: usize,
    pub(super) quantity: Quantity<'t>,
    /// 第 35 位
    pub(super) is_rank: bool,
}

impl<'c> Phrase<'c> {
    /// The same, counted from another period.
    pub(super) fn counted_from(&self, base: Base) -> Phrase<'c> {
        Phrase {
            head: Head {
                base,
                ..self.head.clone()
            },
            own: self.own.clone(),
            ..*self
        }
    }

    /// 投放 60 秒快速换电车: a time that says of what sort something is.
    pub(super) fn is_attribute(&self, quantity: &Quantity) -> bool {
        matches!(quantity.unit.id, Some("second" | "minute" | "hour" | "day"))
            && (self.head.cue == Cue::None || self.ends_span())
            && !self.group.tail.is_empty()
            && !self.head.subject.ends_with("时长")
    }

    /// 观看 30 分钟至 1 小时的: whether only 至 stands before the number, and what is so
    /// long behind it.
    fn ends_span(&self) -> bool {
        matches!(self.group.head.trim(), "至" | "到") && self.group.tail.starts_with('的')
    }

    /// 首批 42 家新空间吸引消费者 430 万人次: certain ones, of which another number of
    /// the clause is.
    pub(super) fn is_of_certain(&self, number: &Number, clause: &Clause) -> bool {
        let is_led = wording().number.certain.end(&self.head.subject);
        let is_last = clause.lexemes.last() == Some(&number.index);
        let is_led = is_led && !self.group.tail.is_empty() && !is_last;
        // 位列前 3 位
        let is_place = matches!(number.quantity.unit.word, "位" | "名")
            && self.head.subject.trim_end().ends_with('前');
        let is_of_places = self.is_among_places(is_last) || is_place;
        self.head.cue == Cue::None && (is_led || is_of_places)
    }

    /// 大陆 31 个省、自治区、直辖市中，网民过千万的有 25 个, 分布在 31 个省, 31 个省份的普及率均超过
    /// 60%: of how many places, which is no number of them.
    fn is_among_places(&self, is_last: bool) -> bool {
        const SIGNS: [char; 7] = ['、', '（', '）', '(', ')', '和', '及'];
        let mut rest = self.group.tail.trim_start();
        let number = &wording().number;
        let first = number.regions.strip_prefix(rest);
        while let Some(more) = number.regions.strip_prefix(rest) {
            rest = more.trim_start_matches(SIGNS);
        }
        let lead = self.head.subject.trim_end();
        let national = ["我国", "全国", "中国", "大陆"]
            .iter()
            .find_map(|country| lead.strip_suffix(country));
        let lead = national.unwrap_or(lead);
        let is_spread = ["分布在", "分布于", "遍布"]
            .iter()
            .any(|verb| lead.ends_with(verb));
        let is_measured = !is_last
            && national.is_some()
            && rest.strip_prefix('的').is_some_and(|what| {
                let what = subject::clean(&head::head(what).subject);
                what.ends_with('率') || catalog::phrase(&what).is_some()
            });
        first.is_some() && (is_spread || is_measured || matches!(rest.trim_end(), "中" | "里"))
    }

    /// 合规率超过 80% 的城市有 7 个: a bound of what another number of the clause counts.
    pub(super) fn is_bound(&self, number: &Number, clause: &Clause) -> bool {
        // 规模在 100 台主机以上的网络数量 23 个
        let before = self.group.tail.split_once('的').map(|(before, _)| before);
        let bound = ["以上", "以下", "以内"];
        let is_behind =
            before.is_some_and(|before| bound.iter().any(|bound| before.ends_with(bound)));
        let approximation = self.head.approximation.or(number.quantity.approximation);
        let is_bounded = is_behind || approximation.is_some();
        let is_last = clause.lexemes.last() == Some(&number.index);
        let is_measure = [
            "率", "比例", "占比", "比重", "额", "量", "规模", "市值", "收入", "时长", "时间",
            "误差", "度", "投入", "持股", "股权", "毛利", "负债", "折扣", "费", "增幅", "降幅",
        ]
        .iter()
        .any(|end| self.own.ends_with(end));
        let counts = ["有", "共", "达", "达到", "为", "数量", "总数"];
        // 粉丝数超过 100 万的主播占比为 12.5%
        let tail = self
            .group
            .tail
            .trim_end_matches(['为', '达', '到', '是', ' ']);
        let is_share = tail.ends_with('占') || wording().subject.shares.end(tail);
        let is_counted = is_share || counts.iter().any(|verb| self.group.tail.ends_with(verb));
        // 普及率不足 35% 的省份有云南（32.8%）、江西（32.6%）: what they are chosen by.
        let named = ["包括", "有", "为", "是"].iter();
        let mut named = named.filter_map(|verb| self.group.tail.split_once(verb));
        let is_named = !clause.brackets.is_empty()
            && named.any(|(which, _)| wording().list.groups.end(which.trim_end()));
        let is_counted = is_counted || is_named;
        let is_last = is_last && !is_named;
        let is_led = is_behind || self.group.tail.starts_with('的');
        // 每周至少使用 1 次的用户占比
        let is_bounded = is_bounded && (is_measure || number.quantity.unit.word == "次");
        is_bounded && is_counted && is_led && !is_last
    }

    /// 1000 元以下的由 20.4% 降至 15.8%: what those have whose share follows.
    pub(super) fn is_band(&self, number: &Number, clause: &Clause) -> bool {
        let quantity = &number.quantity;
        let is_last = clause.lexemes.last() == Some(&number.index);
        // 每月花费 50 元以上的付费用户仅占 8.4%
        let is_owned =
            wording().number.owned.end(&self.own) && self.group.tail.trim_end().ends_with('占');
        let is_led = (self.own.is_empty() || is_owned) && self.head.cue == Cue::None && !is_last;
        // Nothing but a particle or a verb stands behind: 的则由, 的占.
        const LONGEST: usize = 4;
        let behind = self.group.tail.trim().strip_prefix('的');
        is_led
            && quantity.unit.id == Some("yuan")
            && quantity.approximation.is_some()
            && behind.is_some_and(|behind| is_owned || behind.chars().count() <= LONGEST)
    }

    /// 7.94 亿（截至 2024 年 5 月底）: the time right behind a number, which dates it.
    pub(super) fn bracketed_time(&self) -> Option<usize> {
        let inside = self.group.tail.trim_start().strip_prefix(['（', '('])?;
        let (inside, _) = inside.split_once(['）', ')'])?;
        let led = ["数据截至", "截至", "截止到", "截止"]
            .iter()
            .find_map(|lead| inside.trim().strip_prefix(lead))?;
        let mut words = led.trim().chars();
        let time = clause::placeheld(words.next()?);
        time.filter(|_| words.next().is_none())
    }

    /// 618 期间, 交管 12123 用户: digits alone, which nothing says to count.
    pub(super) fn is_bare(&self, number: &Number) -> bool {
        let quantity = &number.quantity;
        let is_plain = quantity.printed.chars().all(is_digit);
        is_plain
            && !number.is_rank
            && quantity.unit.printed().is_none()
            && quantity.approximation.is_none()
            && self.head.approximation.is_none()
            && self.head.cue == Cue::None
    }

    /// 每 5 名网民中有 2 人: how many of so many, and no number of all.
    pub(super) fn is_of_few(&self, quantity: &Quantity) -> bool {
        let few = self.own.rsplit_once('每').map(|(_, few)| few);
        let few = few.filter(|few| few.contains(['中', '里']));
        let counted = few
            .map(|few| (few, few.trim_start_matches(is_digit)))
            .filter(|(few, counted)| few.len() > counted.len());
        let is_few = |(_, counted): (&str, &str)| {
            wording()
                .number
                .few
                .iter()
                .any(|word| counted.trim_start().starts_with(word))
        };
        wording().number.few.has(quantity.unit.word)
            && quantity.unit.power == 0
            && counted.is_some_and(is_few)
    }

    /// 占 52.7, 增长 19.2: what unit they are in is not printed.
    pub(super) fn lacks_unit(&self, quantity: &Quantity) -> bool {
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
pub(super) fn own(head: &Head) -> String {
    let named = subject::clean(&head.subject);
    // 其次为县级，其数量为…
    let other = named
        .strip_prefix('其')
        .filter(|other| subject::is_attribute(other));
    let named = other.map(str::to_owned).unwrap_or(named);
    // 预计全年将突破 10 亿元 is of what was spoken of.
    // 可为近 2 万户居民服务 is of what stands behind.
    // 以一年增长 5 万个的速度 is of what was spoken of, and so is 其增速为 7.9%.
    if matches!(named.as_str(), "全年" | "可" | "以" | "其") {
        return String::new();
    }
    // 份额最高的是甲公司的 45.6%
    let first = named.rsplit_once("的是");
    let first = first.filter(|(before, _)| wording().subject.superlatives.are_in(before));
    if let Some((_, first)) = first.filter(|(_, first)| !first.is_empty()) {
        return subject::clean(first);
    }
    let is_change = matches!(head.cue, Cue::Change { .. } | Cue::Rate { .. });
    // 普及率为…，整体由 a 升至 b
    let is_moved = matches!(head.cue, Cue::From | Cue::To);
    if (is_change || is_moved) && wording().number.qualifiers.has(&named) {
        return String::new();
    }
    // 用户数一年间由 a 升至 b
    if let Some(named) = head::without_span(&named).filter(|_| is_moved) {
        return named.to_owned();
    }
    let (base, rest) = match head::leading_base(head.subject.trim()) {
        (Some(base), rest) => (Some(base), subject::clean(rest)),
        (None, _) => {
            let (base, rest) = head::leading_base(&named);
            (base, rest.to_owned())
        }
    };
    let rest = rest.as_str();
    // 半年内有 57.6% 的网民: when they did.
    if base.is_some()
        && named.starts_with("半年内")
        && (rest.is_empty() || subject::is_country(rest))
    {
        return String::new();
    }
    // 半年用户增幅, 半年内网络直播用户增长: since when, not of what.
    let is_known = || catalog::phrase(rest).is_some() || catalog::code_of_any(rest).is_some();
    if base.is_some()
        && (subject::begins_with_change(rest)
            || is_change && (subject::is_attribute(rest) || is_known()))
    {
        return rest.to_owned();
    }
    // 即时通信以 90.6% 位居第一
    // 互联网普及率以 22.6% 的比例超过…
    if let Some(one) = named.strip_suffix('以')
        && (catalog::code_of_any(one).is_some() || catalog::phrase(one).is_some())
    {
        return one.to_owned();
    }
    // 城镇地区普及率到 2020 年 6 月为…: when it was so.
    let dated = named
        .strip_suffix('到')
        .filter(|rate| catalog::phrase(rate).is_some());
    if let Some(dated) = dated {
        return dated.to_owned();
    }
    turned(&named).unwrap_or(named)
}

/// 城镇互联网普及率 of 互联网普及率城镇, of 互联网普及率在城镇居民中: the part stands behind
/// what it has.
fn turned(named: &str) -> Option<String> {
    let measure = subject::leading_attribute(named);
    let part = named
        .strip_prefix(measure)
        .filter(|_| !measure.is_empty())?;
    let inside = part
        .strip_prefix('在')
        .and_then(|part| part.strip_suffix('中'));
    let label = format!("{}{measure}", inside.unwrap_or(part));
    // What stands inside 在…中 is a part by that.
    let is_part = || catalog::code_of_any(part).is_some() && catalog::phrase(named).is_none();
    let is_turned = inside.is_some() || is_part();
    (is_turned && catalog::phrase(&label).is_some()).then_some(label)
}
