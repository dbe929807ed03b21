//! Wholes that the words around numbers name: within whom, and who was asked.

use super::tail::tail_is_whole;
use super::{Reader, is_share};
use crate::catalog::wording;
use crate::fact::clause::{self, Group};
use crate::fact::head::{self, Cue, Head};
use crate::fact::lexeme::LexemeKind;
use crate::fact::preposition::{self, led};
use crate::fact::subject;

/// The whole that 在 … 中 or 网民中 names.
pub(super) fn within(words: &str) -> Option<&str> {
    let inside = words.strip_suffix("当中").or(words.strip_suffix('中'))?;
    // 在网民结构中: seen how, not of whom.
    if inside.ends_with("结构") {
        return None;
    }
    // 而在未使用手机上网的用户中
    let inside = inside.strip_prefix('而').unwrap_or(inside);
    led(inside).or(Some(inside).filter(|inside| {
        // 在校学生中: those are some by that alone.
        subject::is_people(inside) || inside.ends_with("企业") || inside.starts_with('在')
    }))
}

/// 在 3.13 亿农村网民中: the whole of what follows, counted by the way. Its words
/// are taken off the group.
pub(super) fn take_within(groups: &mut [Group]) -> Option<String> {
    // 新增网民 2480 万人中，…; the clause may go on with numbers of its own.
    if let [group] = groups
        && matches!(group.tail.trim(), "中" | "当中" | "里")
    {
        let counted = subject::clean(&group.head);
        return Some(counted).filter(|counted| subject::is_people(counted));
    }
    let [group] = groups else { return None };
    let counted = group.tail.trim();
    let counted = counted
        .strip_suffix("当中")
        .or(counted.strip_suffix('中'))?;
    let counted = subject::clean(counted);
    let head = group.head.trim_end_matches(['约', '近', '超']);
    let lead = clause::without_time(head);
    let is_led =
        head.ends_with('在') || lead.trim().is_empty() || subject::is_country(owner_of(&lead));
    // 新入网的 2480 万网民中: of those alone.
    let owner = owner_of(&lead);
    let is_of_all = owner.is_empty() || subject::is_country(owner);
    let led = lead.trim_end().ends_with('的') && !head.ends_with('在') && !is_of_all;
    if led && subject::is_people(&counted) {
        let named = format!("{}的{counted}", subject::clean(&lead));
        counted.clone_into(&mut group.tail);
        return Some(named);
    }
    if !is_led || !subject::is_people(&counted) && !head.ends_with('在') {
        return None;
    }
    counted.clone_into(&mut group.tail);
    Some(counted)
}

/// 我国 of 我国的.
fn owner_of(lead: &str) -> &str {
    lead.trim().trim_end_matches('的')
}

impl Reader<'_, '_> {
    /// 网民中有 43.2% 使用过…: takes the whole that a share is in off its words, where what
    /// those do stands behind it.
    pub(super) fn lead_within(&mut self, head: &mut Head, group: &Group) {
        // What another number of the sentence is of, it says itself.
        let names_own = !subject::clean(&head.subject).is_empty();
        // 网民中有 20% 购买过…，男性占 51%: of the same.
        let is_part = matches!(&head.cue, Cue::Of(whole) if whole.is_empty());
        if names_own && !is_part && std::mem::take(&mut self.is_within_led) {
            self.within = None;
        }
        let is_led = matches!(head.cue, Cue::Has | Cue::None) && self.is_percent(group);
        let is_led = is_led && group.numbers.len() == 1;
        let tail = group.tail.trim();
        let says_what = !tail.is_empty() && !tail_is_whole(tail) && !tail.starts_with(['为', '是']);
        let whole = within(head.subject.trim()).filter(|_| is_led && says_what);
        let whole = whole.map(|whole| subject::clean(&clause::without_time(whole)));
        if let Some(whole) = whole.filter(|whole| subject::is_people(whole)) {
            self.within = Some(whole);
            self.is_within_led = true;
            head.subject.clear();
        }
    }

    /// 是日常业务量的 125%, 恢复至 2019 年同期的 119%: the share that something is of another, or of
    /// what it was then, put as 占日常业务量的, 占的.
    pub(super) fn of_other(&self, group: &Group) -> Option<Group> {
        let head = group.head.trim_end().strip_suffix('的');
        let head = head.filter(|_| self.is_percent(group))?;
        let words = &wording().number;
        let verbs = words.returns.iter().chain(&words.equals);
        let split = |verb: &&str| head.rsplit_once(*verb);
        // The longest verb leaves the fewest words before it.
        let is_time = |other: &str| other.starts_with(|c| clause::placeheld(c).is_some());
        // 票房为 2019 年的 85%, but 普及率为 2024 年的 78.6%.
        let in_percent = &wording().change.in_percent;
        let then = || {
            let then = head.rsplit_once('为');
            then.filter(|(before, other)| is_time(other) && !in_percent.are_in(before))
        };
        let equal = verbs
            .filter_map(split)
            .min_by_key(|(before, _)| before.len());
        let (before, other) = equal.or_else(then)?;
        let is_then = is_time(other);
        // 使用率恢复至 2020 年的 95% is a rate itself, and so is what 由 a 恢复至 b names.
        let clause = self.text[..group.start]
            .rsplit(['，', '。', '；', '：'])
            .next();
        let is_moved = clause.is_some_and(|before| before.contains(['由', '从']));
        let is_rate = in_percent.end(before) || before.contains(['由', '从']);
        if is_then {
            return (!is_rate && !is_moved).then(|| Group {
                head: format!("{before}占的"),
                ..group.clone()
            });
        }
        // 最高的是北京的 34%, 其次是…: that of the other.
        let is_of_other = wording().subject.superlatives.are_in(before)
            || words.orders.end(before.trim_end())
            || before.ends_with('的');
        let is_whole =
            !other.is_empty() && !other.contains(['占', '“']) && !other.starts_with('了');
        (!is_of_other && is_whole).then(|| Group {
            head: format!("{before}占{other}的"),
            ..group.clone()
        })
    }

    /// 占域名总数 1626 万的 80%: the whole is counted by the way. Its number is of it, and
    /// the share of what stands before.
    pub(super) fn take_counted(&self, groups: &mut [Group]) {
        for at in 1..groups.len() {
            let is_share = |group: &Group| match &group.numbers[..] {
                [index] => match &self.lexemes[*index].kind {
                    LexemeKind::Quantity(quantity) => is_share(quantity),
                    _ => true,
                },
                _ => true,
            };
            let (counted, share) = (&groups[at - 1], &groups[at]);
            let head = head::head(&counted.head);
            let Cue::Of(whole) = head.cue else { continue };
            if share.head.trim() != "的" || is_share(counted) || whole.is_empty() {
                continue;
            }
            let subject = Some(head.subject).filter(|subject| !subject::clean(subject).is_empty());
            let subject = subject.unwrap_or_else(|| self.topic.label.clone());
            groups[at].head = format!("{subject}占{whole}的");
            groups[at - 1].head = whole;
        }
    }
}

/// 对全球 23 个…的 IPv6 支持情况进行采集分析: what was looked at.
pub(super) fn examined(words: &str) -> Option<&str> {
    let words = words.trim();
    let look = words.strip_prefix('对')?;
    let is_look = wording().number.looks.end(words);
    let (examined, _) = look.split_once("进行").filter(|_| is_look)?;
    let state = ["情况", "状况", "现状", "水平"];
    let examined = match examined.rsplit_once('的') {
        Some((things, of)) if state.iter().any(|state| of.ends_with(state)) => things,
        _ => examined,
    };
    (!examined.is_empty()).then_some(examined)
}

/// Takes the words for looking at things off those that name the things.
pub(super) fn take_examined(groups: &mut [Group]) {
    let [group] = groups else { return };
    group.head = group.head.trim_start_matches('对').to_owned();
    let end = group.tail.find("的").or(group.tail.find("进行"));
    group.tail.truncate(end.unwrap_or(group.tail.len()));
}

/// Who was asked: 对使用过…的用户进一步调查发现.
pub(super) fn surveyed(words: &str) -> Option<&str> {
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

/// Whose share a label is, when it says so: 网民 of 网民使用手机上网的比例, 大专学历网民
/// of 大专学历网民对生成式人工智能产品的使用率.
pub(super) fn asked(label: &str) -> Option<&str> {
    if let Some((whole, _)) = subject::among(label) {
        return Some(whole);
    }
    // 网民网上预订火车票的比例, 网民在家里通过电脑接入互联网的比例
    let did = ["的比例", "的占比", "的比重"]
        .iter()
        .find_map(|end| label.strip_suffix(end))
        // 用户线上消费金额的占比 is of the amount.
        .filter(|did| !wording().number.amounts.end(did))
        .and_then(subject::begins_with_asked);
    if did.is_some() {
        return did;
    }
    // 企业使用计算机办公的比例, 7 人及以下微型企业的互联网使用比例
    const FIRMS: &str = "企业";
    let firms = label.find(FIRMS).map(|at| label.split_at(at + FIRMS.len()));
    if let Some((firms, did)) = firms.filter(|_| label.ends_with("比例")) {
        let does = did.strip_prefix('的').unwrap_or(did);
        // 中国企业, 中小企业, but not 学生在企业.
        let who = firms.trim_end_matches(FIRMS);
        let who = who
            .strip_suffix("中国")
            .or(who.strip_suffix("中小"))
            .unwrap_or(who);
        let is_named = !who.contains(['的', '中', '使', '用', '在', '对']);
        let does = ["使用", "开展", "通过", "利用", "互联网使用"]
            .iter()
            .any(|verb| does.starts_with(verb));
        if is_named && does {
            return Some(firms);
        }
    }
    // 农村网民在网络音乐领域的使用率
    if let Some(people) = label
        .strip_suffix("的使用率")
        .and_then(subject::begins_with_asked)
        .filter(|people| label.contains(&format!("{people}在")))
    {
        return Some(people);
    }
    // 城镇网民的网络购物使用率
    let of_people = ["使用率", "渗透率", "使用比例"]
        .iter()
        .find_map(|end| label.strip_suffix(end))
        .and_then(|rest| rest.split_once('的'))
        .filter(|(people, did)| {
            let says_what = !did.is_empty() && !matches!(*did, "使用" | "所占" | "占");
            says_what && subject::is_people(people) && *people != "用户"
        });
    if let Some((people, _)) = of_people {
        return Some(people);
    }
    let (asked, used) = match label {
        _ if label.ends_with("使用率") => label.split_once('对')?,
        // 网民在线下消费使用…的比例
        _ if label.ends_with("比例") => {
            let (asked, used) = label.split_once("使用")?;
            let people = preposition::split_first(asked).map(|(people, _)| people);
            let people = people.filter(|people| subject::is_people(people));
            (people.unwrap_or(asked), used)
        }
        _ => return None,
    };
    // 网约车用户使用比例 is of all whom the survey asks.
    let says_what = !matches!(used, "比例" | "的比例");
    (subject::is_people(asked) && asked != "用户" && says_what).then_some(asked)
}

/// Words without what stands in brackets.
pub(super) fn without_brackets(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}
