//! Labels without the words that lead to them and follow them.

use crate::catalog::{self, wording};
use crate::document::number::circled;
use crate::fact::clause::{placeheld, without_time};
use crate::fact::{head, preposition};
use crate::grammar::numeral;

/// What 受 is the end of, in 遭受, 接受 ….
const OTHER_SUFFERED: [char; 7] = ['遭', '接', '承', '感', '忍', '享', '免'];

/// The words of a subject without what leads to it and follows it.
pub fn clean(words: &str) -> String {
    let text = without_time(without_led_time(words));
    let mut rest = text.trim();
    if rest.is_empty() {
        return String::new();
    }
    let words = &wording().subject;
    loop {
        let before = rest;
        // 的士, 的确
        let led = rest
            .strip_prefix('的')
            .filter(|more| !more.starts_with(['士', '确']));
        rest = without_numeral(led.unwrap_or(rest).trim_start());
        // 【数据】截至…网民: over what the line is, and no part of what it counts.
        rest = rest
            .strip_prefix('【')
            .and_then(|headed| headed.split_once('】'))
            .map_or(rest, |(_, more)| more.trim_start());
        let mut next = 0;
        while let Some((at, more)) = words.before.beginning(rest).find_map(|(at, word)| {
            let more = &rest[word.len()..];
            (at >= next && !begins_other_word(word, more)).then_some((at, more))
        }) {
            (rest, next) = (more.trim_start(), at + 1);
        }
        next = 0;
        while let Some((at, more)) = words.behind.ending(rest).find_map(|(at, word)| {
            let more = &rest[..rest.len() - word.len()];
            (at >= next && !head::cuts(rest, word)).then_some((at, more))
        }) {
            (rest, next) = (more.trim_end(), at + 1);
        }
        // “我国网民规模: the quotation goes on behind the number.
        if let Some(more) = rest.strip_prefix('“').filter(|more| !more.contains('”')) {
            rest = more;
        }
        // 受疫情影响较 3 月减少 is of what was spoken of.
        // 在线教育受疫情影响，…: why is no part of what.
        let why = rest
            .strip_suffix("影响")
            .and_then(|_| rest.rsplit_once('受'));
        // 消费者受网络广告影响 is what was asked.
        let is_known =
            |named: &str| catalog::phrase(named).is_some() || catalog::code_of_any(named).is_some();
        let why = why.filter(|(named, _)| {
            !named.ends_with(OTHER_SUFFERED) && (named.is_empty() || is_known(named))
        });
        // 用户规模在移动端的推动下提升至…: the same.
        let led = rest
            .strip_suffix('下')
            .and_then(|_| preposition::split_last(rest))
            .filter(|(named, _)| is_known(named));
        if let Some((named, _)) = why.or(led) {
            rest = named.trim_end_matches(['，', ' ']);
        }
        // 五年累计增加: since when, not what.
        if let Some(years) = rest
            .strip_suffix("累计")
            .and_then(|span| span.strip_suffix('年'))
            && numeral::ordinal(years).is_some()
        {
            rest = "";
        }
        // 五年来网民规模, 近半年来网民规模: since when.
        rest = head::years_since(rest).map_or(rest, |(_, more)| more);
        // Of what people did, 近半年来没有收到…, it is a part.
        let since = head::months_since(rest).map(|(_, more)| more);
        rest = since
            .filter(|more| catalog::phrase(more).is_some())
            .unwrap_or(rest);
        // 近五年年均增速: since when.
        if let Some((years, more)) = rest
            .strip_prefix('近')
            .and_then(|span| span.split_once('年'))
            && numeral::ordinal(years).is_some()
        {
            rest = more.strip_prefix('来').unwrap_or(more).trim_start();
        }
        if rest == before {
            break;
        }
    }
    // 首次公布手机网民数量: of what is told, not of the telling.
    let tells: &[&str] = match words.tells.are_in(rest) {
        true => &words.tells,
        false => &[],
    };
    let told = tells
        .iter()
        .filter_map(|verb| rest.rsplit_once(*verb))
        // 未公布 tells nothing.
        .find_map(|(before, told)| before.ends_with(['次', '外']).then_some(told));
    // 带动网络视频使用率增长至…
    let told = told.or_else(|| words.movers.strip_prefix(rest));
    let told = told.map(|told| wording().without_country(told));
    let rest = told
        .filter(|told| catalog::phrase(told).is_some())
        .unwrap_or(rest);
    let countries = words.country.beginning(rest);
    let rest = countries
        .map(|(_, country)| &rest[country.len()..])
        .chain(rest.strip_prefix("拥有"))
        // 全国共有政府网站
        .flat_map(|more| [Some(more), more.strip_prefix("共有")])
        .flatten()
        .find(|more| catalog::phrase(more.trim_start_matches('的')).is_some())
        .map_or(rest, |more| more.trim_start_matches('的'));
    // 在 2019 年兴起的电商直播用户规模
    let began = preposition::led(rest).and_then(begun);
    let rest = began
        .filter(|rest| catalog::phrase(rest).is_some())
        .unwrap_or(rest);
    // 在总体网民中 is no subject.
    rest.to_owned()
}

/// 网民规模 of 一、网民规模 and of ①网民规模: words without the numeral of a list at their
/// start.
fn without_numeral(words: &str) -> &str {
    let words = words.trim_start_matches(|c| circled(c).is_some());
    let rest = words.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let listed = rest.strip_prefix('、').filter(|_| rest.len() < words.len());
    listed.map_or(words, str::trim_start)
}

/// The same of the whole of a share: 我国域名总数 is not that of another country, nor
/// 全国网民 a group of them.
pub fn whole(words: &str) -> String {
    let cleaned = clean(words);
    let Some(at) = words.find(&cleaned).filter(|_| !cleaned.is_empty()) else {
        return cleaned;
    };
    let mut countries = wording().subject.country.iter();
    match countries.find(|country| words[..at].ends_with(*country)) {
        Some(country) => format!("{country}{cleaned}"),
        None => cleaned,
    }
}

/// Whether words name the whole country and no more: 目前中国.
pub fn is_country(words: &str) -> bool {
    let cleaned = clean(words);
    cleaned.is_empty() || wording().subject.country.has(&cleaned)
}

/// 电商直播 of 兴起并快速发展的电商直播: what began at the time that stands before.
pub fn begun(words: &str) -> Option<&str> {
    let words = ["正式", "首次", "开始", "全面", "逐步"]
        .iter()
        .find_map(|adverb| words.strip_prefix(adverb))
        .unwrap_or(words);
    let began = wording().subject.begun.strip_prefix(words)?;
    Some(began.split_once('的')?.1)
}

/// Whether words behind a time say that a report was published then: 发布的第 55 次报告显示.
pub fn is_published(words: &str) -> bool {
    let words = words.trim_start();
    let words = ["正式", "最新", "对外"]
        .iter()
        .find_map(|adverb| words.strip_prefix(adverb))
        .unwrap_or(words);
    let subject = &wording().subject;
    let published = subject.published.strip_prefix(words);
    published.is_some_and(|what| {
        let mut named = subject.publications.iter();
        what.starts_with('的')
            && named.any(|named| {
                let behind = what.split_once(named).map(|(_, behind)| behind.trim());
                behind.is_some_and(|behind| behind.is_empty() || subject.shows.begin(behind))
            })
    })
}

/// Whether a clause says that a report was published: 某中心发布第 55 次报告.
pub fn tells_of_publication(words: &str) -> bool {
    let subject = &wording().subject;
    let mut verbs = subject.published.iter();
    verbs.any(|verb| {
        let told = words.split_once(verb).map(|(_, what)| what.trim_end());
        told.is_some_and(|what| subject.publications.end(what.trim_end_matches('》')))
    })
}

/// 有 begins 有声, 还 begins 还款, 共 begins 共享, 到 begins 到店 …
fn begins_other_word(word: &str, more: &str) -> bool {
    let next = more.chars().next();
    let continues: &str = match word {
        "有" => "声线效关机赞色望限收过",
        "还" => "款",
        "共" => "享同",
        "到" => "店家",
        "至" => "少今",
        "并" => "网购行",
        "内" => "容地部蒙存河陆销需",
        "和" => "平",
        "如" => "何",
        "即" => "时",
        "且" | "而" => "",
        "也" => "门",
        "约" => "定谈",
        "另" => "",
        // 仅使用手机上网的网民 are others than those who use it.
        "仅" => "使用通靠凭以限",
        "以上" => "",
        "已" => "婚",
        _ => "",
    };
    next.is_some_and(|next| continues.contains(next))
}

/// 在 2025 年 4 月新增司机: the words without what leads to the time before a verb of change, which
/// leads to nothing else.
fn without_led_time(words: &str) -> &str {
    let rest = words.trim_start().strip_prefix(['在', '于']);
    let rest = rest.map(str::trim_start).filter(|rest| {
        let mut behind = rest.chars();
        let is_time = behind.next().is_some_and(|c| placeheld(c).is_some());
        is_time
            && wording()
                .subject
                .changes
                .begin(behind.as_str().trim_start())
    });
    rest.unwrap_or(words)
}
