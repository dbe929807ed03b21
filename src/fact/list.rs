//! Subjects that name several things at once, handed out to as many numbers.

use super::{preposition, subject};
use crate::catalog::{self, wording};
use crate::document::number::is_digit;
use crate::grammar::words;

/// What may stand between the items of a list.
const CONJUNCTIONS: [&str; 5] = ["、", "和", "以及", "及", "与"];

/// Whether one of them may begin with a character.
fn is_join_start(c: char) -> bool {
    matches!(c, '、' | '和' | '以' | '及' | '与')
}

/// A subject handed out to as many numbers: 使用台式电脑、笔记本电脑和电视上网的比例
/// to three. `None` when it does not name so many.
pub fn hand_out(subject: &str, count: usize) -> Option<Vec<String>> {
    let chosen = without_places(subject);
    // 使用率居前三位的即时通信、网络视频: what each has is said before them all.
    let before = &subject[..subject.len() - chosen.len()];
    let measure = subject::leading_attribute(before);
    if !measure.is_empty() {
        let list = hand_out(chosen, count)?;
        // But 总量居前三位的广东、上海业务收入 says itself what each has.
        let is_bare = list.iter().all(|one| catalog::code_of_any(one).is_some());
        let complete = |one: String| format!("{one}{measure}");
        return Some(match is_bare {
            true => list.into_iter().map(complete).collect(),
            false => list,
        });
    }
    let subject = chosen;
    for conjunctions in [&CONJUNCTIONS[..], &["、", "以及", "和"], &["、"]] {
        let parts = split(subject, conjunctions);
        if parts.len() == count && !hides_another(&parts) {
            return Some(share_ends(&parts));
        }
    }
    // 城乡普及率分别为…
    let pairs = wording().list.pairs.iter().filter(|_| count == 2);
    let mut pairs = pairs.filter(|[both, ..]| subject.contains(*both));
    let [both, first, last] = pairs.next()?;
    let each = [first, last].map(|one| subject.replacen(both, one, 1));
    Some(each.into())
}

/// Whether the last part of a list is two of them: 小学、初中和高中阶段 are three, and no two
/// numbers are theirs.
fn hides_another(parts: &[&str]) -> bool {
    let Some((last, others)) = parts.split_last() else {
        return false;
    };
    let is_joined = |part: &&str| items(part).len() > 1;
    let begins_with_code = |item: &&str| {
        let ends = item.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut ends = ends.filter(|&end| catalog::code_of_any(&item[..end]).is_some());
        ends.next().is_some()
    };
    // 台式电脑、笔记本电脑上网和娱乐 are two, of which both are said.
    let hidden = items(last);
    let is_hidden = hidden.len() > 1 && hidden.last().is_some_and(begins_with_code);
    is_hidden && !others.is_empty() && !others.iter().any(is_joined)
}

/// 城镇普及率 of 城乡普及率 and 城镇: what is said of both, of the one that is named.
pub fn one_of_both(both: &str, one: &str) -> Option<String> {
    let mut pairs = wording().list.pairs.iter();
    let [name, ..] = pairs
        .find(|[name, first, last]| both.contains(*name) && (*first == one || *last == one))?;
    Some(both.replacen(name, one, 1))
}

/// The items of a list, as many as there are: 城镇, 农村 of 城镇和农村.
pub fn items(list: &str) -> Vec<&str> {
    split(list, &CONJUNCTIONS)
}

/// Whether a list names something: 农村网民 in 城镇和农村网民.
pub fn names(list: &str, item: &str) -> bool {
    let parts = items(list).len();
    parts > 1 && hand_out(list, parts).is_some_and(|items| items.iter().any(|one| one == item))
}

/// 总量居前三位的广东、上海和北京收入: the list less the words for the places that all its
/// parts have.
pub fn without_places(subject: &str) -> &str {
    let split = |word: &str| {
        let at = words::find(subject, &[word])?;
        Some((&subject[..at], &subject[at + word.len()..]))
    };
    let placed = split("位的").or_else(|| split("名的"));
    let has_places = |before: &str| {
        let rest =
            before.trim_end_matches(|c: char| "两二三四五六七八九十".contains(c) || is_digit(c));
        rest.len() < before.len() && rest.ends_with('前')
    };
    placed
        .filter(|(before, list)| has_places(before) && !list.is_empty())
        .map_or(subject, |(_, list)| list)
}

/// The parts of a list, quotations and brackets left whole.
fn split<'t>(text: &'t str, conjunctions: &[&str]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0usize);
    while let Some(c) = text[at..].chars().next() {
        match c {
            '“' | '（' | '(' | '《' => depth += 1,
            '”' | '）' | ')' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let may_join = depth == 0 && at > start && is_join_start(c);
        let word = conjunctions
            .iter()
            .filter(|word| may_join && text[at..].starts_with(**word))
            .filter(|word| **word != "及" || !is_inside(text, at))
            .max_by_key(|word| word.len());
        match word {
            Some(word) => {
                parts.push(&text[start..at]);
                at += word.len();
                start = at;
            }
            None => {
                at += c.len_utf8();
                // “90 后”“00 后”: quotations side by side.
                if c == '”' && depth == 0 && text[at..].starts_with('“') {
                    parts.push(&text[start..at]);
                    start = at;
                }
            }
        }
    }
    if start < text.len() {
        parts.push(&text[start..]);
    }
    parts
}

/// Whether 及 is part of a word: 50 岁及以上, 普及率, 涉及.
fn is_inside(text: &str, at: usize) -> bool {
    text[..at].ends_with(['普', '涉', '危', '波']) || text[at..].starts_with("及以")
}

/// Gives each part the words that only the first or the last one has.
fn share_ends(parts: &[&str]) -> Vec<String> {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return Vec::new();
    };
    let own_first = own_start(first, last);
    let own_last = latin_end(parts).unwrap_or_else(|| own_end(last, first));
    let (head, tail) = (&first[..own_first], &last[own_last..]);
    let count = parts.len();
    let tail = without_sum(tail);
    let mut named: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == count;
        // 手机支付、手机网购: what each says itself is not said again; nor is 开展 said
        // of 利用互联网营销.
        let leads_itself = || wording().list.leads.has(head) && wording().list.leads.begin(part);
        let is_led = at == 0 || part.starts_with(head) || leads_itself();
        let head = if is_led { "" } else { head };
        let part = if is_last {
            without_all(&part[..own_last])
        } else {
            part
        };
        // 网民规模和互联网普及率: each is whole itself.
        let label = if !is_last && is_measure(part) {
            format!("{head}{part}")
        } else {
            format!("{head}{}", overlapped(part, tail))
        };
        // 即时通信用户规模和使用率
        let label = match named.last() {
            Some(before) if subject::is_attribute(&label) && is_measure(before) => {
                subject::complete(&label, before)
            }
            _ => label,
        };
        named.push(label);
    }
    named
}

/// Where the own words of the last part end, where those of all others are Latin: IPv6 of
/// IPv4、IPv6 地址数量.
fn latin_end(parts: &[&str]) -> Option<usize> {
    let (last, others) = parts.split_last()?;
    let is_latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let end = last.find(|c| !is_latin(c)).filter(|&end| end > 0)?;
    // Of one pattern, with a digit in it: BBS 论坛 and FTP 下载 are whole.
    let digits_as_one = |part: &str| part.trim().replace(|c: char| c.is_ascii_digit(), "0");
    let pattern = digits_as_one(&last[..end]);
    let are_alike = others.iter().all(|part| digits_as_one(part) == pattern);
    (are_alike && pattern.contains('0') && !others.is_empty()).then_some(end)
}

/// Whether words name what is measured of something: 网民规模, 使用率.
fn is_measure(words: &str) -> bool {
    ["规模", "数", "数量", "率", "金额", "总额"]
        .iter()
        .any(|end| words.ends_with(end))
}

/// 手机网上银行 of 手机网上银行三者: how many they are.
fn without_all(last: &str) -> &str {
    let led = last.strip_suffix('者');
    let named = led.and_then(|led| led.strip_suffix(['两', '二', '三', '四', '五']));
    named.filter(|named| !named.is_empty()).unwrap_or(last)
}

/// 两省的, 四地的, 三省区 say of the list only how long it is.
fn without_sum(tail: &str) -> &str {
    let mut rest = tail.chars();
    let is_sum = rest
        .next()
        .is_some_and(|c| "两二三四五六七八九十".contains(c))
        && rest.next().is_some_and(|c| "省市地类国".contains(c));
    let rest = rest.as_str();
    // 三省区; but 三类市场 is of the market.
    let areas = ["区市", "市区", "市", "区"];
    let more = areas.iter().find_map(|area| rest.strip_prefix(area));
    let more = more.filter(|more| tail.contains('省') && !more.starts_with(['场', '域', '间']));
    if is_sum { more.unwrap_or(rest) } else { tail }
}

/// A part and the tail of its list, what both have once: 10 岁以下网民 and 网民占比.
pub fn overlapped(part: &str, tail: &str) -> String {
    // 网络购物用户和使用网上支付的用户
    if tail
        .strip_prefix('的')
        .is_some_and(|named| !named.is_empty() && part.ends_with(named))
    {
        return part.to_owned();
    }
    let starts = part.char_indices().map(|(at, _)| at);
    let mut shared = starts.filter(|&at| tail.starts_with(&part[at..]));
    let at = shared.next().unwrap_or(part.len());
    format!("{}{tail}", &part[..at])
}

/// A list that breaks off in 等, less its items: 服务上海、成都等 is 服务.
pub fn without_items(subject: &str) -> Option<&str> {
    let first = subject.strip_suffix('等')?.split('、').next()?;
    Some(&first[..own_start(first, "")])
}

/// 针对, 相对: words that end in 对.
const FACING: [char; 11] = [
    '针', '相', '绝', '应', '面', '核', '反', '比', '点', '派', '配',
];

/// Where in the first part of a list its own words begin.
fn own_start(first: &str, last: &str) -> usize {
    // 网民中月收入在…: within whom is said of all.
    let part = subject::among(first).map_or(first, |(_, part)| part);
    let code = part
        .char_indices()
        .find(|(at, _)| catalog::code_of_any(&part[*at..]).is_some());
    // 搜索 of 购物类搜索、视频类搜索 does not tell them apart.
    let code = code.filter(|(at, _)| *at == 0 || !last.contains(&part[*at..]));
    let lead = || {
        wording()
            .list
            .leads
            .iter()
            .find(|lead| part.starts_with(*lead))
    };
    // 该产品在一线、新一线城市的覆盖率, 会员对商品、物流的满意度: of what is said before them all.
    let placed = || {
        let faced = || {
            part.rsplit_once('对')
                .filter(|(before, _)| !before.ends_with(FACING))
        };
        let (_, item) = preposition::split_last(part).or_else(faced)?;
        let lead = part.len() - item.len();
        // 网民在家里、在单位上网: each says itself where.
        let is_each = last.starts_with(['在', '对']);
        (!is_each && lead > '在'.len_utf8()).then_some(lead)
    };
    let own = match code {
        Some((at, _)) => at,
        None => lead().map(|lead| lead.len()).or_else(placed).unwrap_or(0),
    };
    first.len() - part.len() + own
}

/// Where in the last part of a list its own words end.
fn own_end(last: &str, first: &str) -> usize {
    let code = last
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .rev()
        .find(|&end| catalog::code_of_any(&last[..end]).is_some());
    if let Some(end) = code.filter(|&end| tells(last, end, first)) {
        // 小学及以下、初中学历人群: what the codes are is shared.
        let shared = wording()
            .list
            .shared
            .iter()
            .find(|kind| last[..end].ends_with(*kind) && !first.ends_with(*kind));
        let end = end - shared.map_or(0, |kind| kind.len());
        // 30-39 岁人群: what the band is called is shared, 人群 as well.
        let is_band = last.starts_with(|c: char| c.is_ascii_digit());
        let unit = last[..end].find('岁').filter(|_| is_band);
        return unit.map_or(end, |at| {
            let after = &last[at..end];
            let bound = ["岁及以上", "岁以上", "岁及以下", "岁以下"];
            let bound = bound.iter().find(|bound| after.starts_with(**bound));
            at + bound.map_or("岁".len(), |bound| bound.len())
        });
    }
    // “90 后”“00 后”网购频率
    let is_quoted = first.ends_with('”') && last.starts_with('“');
    if let Some(end) = last.find('”').filter(|_| is_quoted) {
        return end + '”'.len_utf8();
    }
    wording()
        .list
        .tails
        .iter()
        .filter_map(|tail| last.find(tail))
        .filter(|&at| at > 0)
        .map(|at| with_attribute(last, at))
        .min()
        .or(code.filter(|&end| !first.starts_with(&last[..end])))
        .or_else(|| measure_behind(last))
        .unwrap_or(last.len())
}

/// Where 的覆盖率 begins in 二线城市的覆盖率: what is measured of all items.
fn measure_behind(last: &str) -> Option<usize> {
    const LONGEST: usize = 8;
    let at = last.rfind('的').filter(|&at| at > 0)?;
    let measure = &last[at + '的'.len_utf8()..];
    let is_short = measure.chars().count() <= LONGEST;
    let is_measure = || {
        wording().change.in_percent.end(measure)
            || wording().change.counted.end(measure)
            || measure.ends_with('度')
    };
    (is_short && is_measure()).then_some(at)
}

/// Where 的老年网民 begins in 查找信息的老年网民, whose people begin at a place: what
/// kind of people is said of all the items.
fn with_attribute(last: &str, at: usize) -> usize {
    const LONGEST: usize = 4;
    let led = last[..at].rfind('的').filter(|&led| led > 0);
    let led = led.filter(|&led| last[led..at].chars().count() <= LONGEST);
    led.filter(|_| subject::is_people(&last[at..]))
        // 3001-5000 元的上网群体
        .or_else(|| Some(last[..at].strip_suffix('的')?.len()))
        .unwrap_or(at)
}

/// Whether a code at the start of the last part is what tells it from the first:
/// not 手机 of 手机支付、手机旅行预订用户, or where another follows it.
fn tells(last: &str, end: usize, first: &str) -> bool {
    let rest = &last[end..];
    let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut codes = ends.filter(|&end| catalog::code_of_any(&rest[..end]).is_some());
    // 上海、北京网络购物使用率: the first is a code of the same kind and no more.
    let is_one = catalog::code_of_any(first)
        .is_some_and(|(dimension, _)| catalog::code(dimension, &last[..end]).is_some());
    !first.starts_with(&last[..end]) && (is_one || codes.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_conjunction_may_begin_where_it_does() {
        let first = |word: &str| word.chars().next().unwrap();
        assert!(CONJUNCTIONS.iter().all(|word| is_join_start(first(word))));
    }

    #[test]
    fn lists_are_handed_out() {
        let cases: [(&str, usize, &[&str]); 8] = [
            (
                "使用台式电脑、笔记本电脑和电视上网的比例",
                3,
                &[
                    "使用台式电脑上网的比例",
                    "使用笔记本电脑上网的比例",
                    "使用电视上网的比例",
                ],
            ),
            (
                "10-19岁、20-29岁和30-39岁网民占比",
                3,
                &["10-19岁网民占比", "20-29岁网民占比", "30-39岁网民占比"],
            ),
            (
                "即时通信、网络视频、短视频使用率",
                3,
                &["即时通信使用率", "网络视频使用率", "短视频使用率"],
            ),
            ("北京、上海普及率", 2, &["北京普及率", "上海普及率"]),
            ("网民规模和互联网普及率", 2, &["网民规模", "互联网普及率"]),
            (
                "即时通信用户规模和使用率",
                2,
                &["即时通信用户规模", "即时通信使用率"],
            ),
            (
                "手机支付、手机旅行预订用户",
                2,
                &["手机支付用户", "手机旅行预订用户"],
            ),
            (
                "浙江和江苏两省的备案产品数量占比",
                2,
                &["浙江的备案产品数量占比", "江苏的备案产品数量占比"],
            ),
        ];
        for (subject, count, expected) in cases {
            assert_eq!(
                hand_out(subject, count).as_deref(),
                Some(
                    expected
                        .iter()
                        .map(|text| (*text).to_owned())
                        .collect::<Vec<_>>()
                        .as_slice()
                ),
                "{subject}"
            );
        }
        assert_eq!(hand_out("网民规模", 2), None);
    }
}
