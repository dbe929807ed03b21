//! The words of a sentence that say when.

mod span;

use std::sync::LazyLock;

use crate::catalog::units;
use crate::document::number::is_digit;
use crate::edition;
use crate::grammar::words::Words;
use crate::grammar::{number, numeral, period};
use crate::period::{Part, Period};
use span::{between, plan};

/// When, as far as the words alone say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Time {
    /// `2024 年 12 月`, `2009 年底`.
    At(Period),
    /// `2020 年初`: as a date the year, as what is counted from the end of the one
    /// before.
    Start(i32),
    /// `12 月`, `前三季度`: of the year that the context says.
    Part(Part),
    /// `2006 年同期`, `去年同期`: the period that is spoken of, in another year.
    Same(Option<i32>),
    /// `半年前`: months before the period that is spoken of.
    Ago(i32),
    /// 上次调查: when the survey before was made.
    LastSurvey,
    /// `今年`
    ThisYear,
    /// `去年 12 月`, `今年上半年`: a part of the year so many years before.
    PartOf(i32, Part),
    /// `上年末`, `去年`: the year before, or its end.
    LastYear {
        /// Whether its end is meant.
        end: bool,
    },
    /// `第二、三季度`: several, which as many numbers may be of, one each.
    Parts(Vec<Part>),
    /// `10 月 1 日至 7 日`: days within a month, with their wording.
    Days(Option<i32>, u8, String),
    /// `2002 到 2007 年间`, `2020.12-2024.12`.
    Between(Period, Period),
    /// `“十三五”期间`: the first and the last year of a plan; 以来 has no last.
    Plan(i32, Option<i32>),
    /// `目前`: when the report was written.
    Now,
    /// Words that date no value: `1994 年以来`.
    Other,
    /// Words about time that belong to what is said: `30 周年`, `9 点至 19 点`.
    Words,
}

impl Time {
    /// Whether it is a moment that a stock is counted from: 2023 年底, 上年末.
    pub fn is_end(&self) -> bool {
        matches!(
            self,
            Time::At(Period::Month(..) | Period::Day(..)) | Time::LastYear { end: true }
        )
    }
}

/// The words about time at the start of a text, and their length.
pub fn leading(text: &str) -> Option<(Time, usize)> {
    let (time, rest) = first(text)?;
    Some((time, text.len() - rest.len()))
}

fn first(text: &str) -> Option<(Time, &str)> {
    let start = text.chars().next()?;
    if is_digit(start) {
        if !may_lead_to_unit(text) || is_measured(text) {
            return None;
        }
        let period = period::leading(text);
        let part = match period {
            Some(_) => None,
            None => period::leading_part(text),
        };
        return days(text, period, part)
            .or_else(|| between(text, period))
            .or_else(|| dated(period?))
            .or_else(|| parts(text))
            .or_else(|| Some(dated_part(part?)))
            .or_else(|| clock(text))
            .or_else(|| day(text))
            .or_else(|| duration(text));
    }
    if let Some(quoted) = text.strip_prefix('“') {
        return plan(quoted);
    }
    if !may_begin(start) {
        return None;
    }
    part_of_year(text)
        .or_else(|| plan(text))
        .or_else(|| survey(text))
        .or_else(|| relative(text))
        .or_else(|| parts(text))
        .or_else(|| Some(dated_part(period::leading_part(text)?)))
}

/// Whether words about time that are no digits may begin with a character.
pub fn may_begin(c: char) -> bool {
    matches!(
        c,
        '第' | '一'
            | '二'
            | '三'
            | '四'
            | '十'
            | '九'
            | '前'
            | '上'
            | '下'
            | '去'
            | '今'
            | '本'
            | '同'
            | '半'
            | '年'
            | '目'
            | '当'
    )
}

/// Whether digits may be of a time: a unit of time stands behind them and what joins
/// them to others, or a month behind a year, 2024.12. Most numbers are of none, and
/// are not read for it.
fn may_lead_to_unit(text: &str) -> bool {
    /// Numbers that are joined for longer are no time.
    const LONGEST: usize = 100;
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let is_joint = |c| {
        matches!(
            c,
            ' ' | '.'
                | '．'
                | '-'
                | '–'
                | '—'
                | '－'
                | '~'
                | '～'
                | ':'
                | '：'
                | '、'
                | '和'
                | '与'
        ) || matches!(c, '至' | '到' | '第' | '多' | '前')
    };
    let joins = |c| is_digit(c) || is_joint(c);
    let rest = text.trim_start_matches(joins);
    let joined = &text[..text.len() - rest.len()];
    // 2018—2022 五年间
    let years = rest.trim_start_matches(|c| "两三四五六七八九十".contains(c));
    let spans = years.len() < rest.len() && joined.contains(['-', '—', '–']);
    spans && years.starts_with('年')
        || rest.starts_with([
            '年', '月', '日', '号', '季', '个', '周', '点', '时', '上', '下',
        ])
        || joined.contains([':', '：'])
        || joined.find(['.', '．']) == Some("2024".len())
}

/// `1950.1 万人`: a decimal with a unit is no month.
fn is_measured(text: &str) -> bool {
    let digits = text.trim_start_matches(|c| is_digit(c) || ",，".contains(c));
    if !digits.starts_with(['.', '．']) {
        return false;
    }
    let Some((_, rest)) = number::leading(text) else {
        return false;
    };
    let is_decimal = text[..text.len() - rest.len()].contains(['.', '．']);
    let rest = strip_space(rest);
    is_decimal && (units().multiplier(rest).0 > 0 || units().word(rest).is_some())
}

/// The period at the start of a text, and what says that it is its end or its start.
fn dated((found, rest): (Period, &str)) -> Option<(Time, &str)> {
    if let Period::Year(year) = found {
        if let Some(rest) = strip_any(rest, &["年底", "年末", "底", "末"]) {
            return Some((Time::At(Period::Month(year, 12)), rest));
        }
        // What was there at the start of a year is what was there at the end of
        // the one before.
        if let Some(rest) = strip_any(rest, &["年初", "初"]) {
            return Some((Time::Start(year), rest));
        }
        if let Some(rest) = strip_any(rest, &["同期", "同月"]) {
            return Some((Time::Same(Some(year)), rest));
        }
        // 2010 年中的 41%
        let middle = rest.strip_prefix('中').filter(|rest| {
            let number = rest.strip_prefix('的').map(strip_space);
            number.is_some_and(|number| number.starts_with(is_digit))
        });
        if let Some(rest) = middle {
            return Some((Time::At(Period::Month(year, 6)), rest));
        }
        if let Some(rest) = rest.strip_prefix("中期") {
            return Some((Time::At(Period::Half(year, 1)), rest));
        }
        if let Some(rest) = rest.strip_prefix("全年") {
            return Some((Time::At(found), rest));
        }
    }
    if let Some(rest) = strip_any(rest, &["以来", "前后", "起"]) {
        return Some((Time::Other, rest));
    }
    let rest = match found {
        Period::Month(..) => strip_any(rest, &["底", "末"]).unwrap_or(rest),
        _ => rest,
    };
    Some((Time::At(found), rest))
}

/// `2024 年 10 月 1 日至 7 日`.
fn days<'t>(
    text: &'t str,
    period: Option<(Period, &'t str)>,
    part: Option<(Part, &'t str)>,
) -> Option<(Time, &'t str)> {
    let (year, month, rest) = match (period, part) {
        (Some((Period::Day(year, month, _), rest)), _) => (Some(year), month, rest),
        (None, Some((Part::Day(month, _), rest))) => (None, month, rest),
        _ => return None,
    };
    let rest = strip_any(strip_space(rest), &period::TO)?;
    let (day, rest) = digits(strip_space(rest))?;
    let rest = strip_space(rest).strip_prefix('日')?;
    let wording = text[..text.len() - rest.len()].to_owned();
    ((1..=31).contains(&day)).then_some((Time::Days(year, month, wording), rest))
}

/// `第二、三季度`, `9、10 月`: the unit stands behind the last.
fn parts(text: &str) -> Option<(Time, &str)> {
    let (parts, rest) = period::leading_parts(text)?;
    Some((Time::Parts(parts), rest))
}

/// A part of a year, and what says that it is its end.
fn dated_part((found, rest): (Part, &str)) -> (Time, &str) {
    if let Some(rest) = strip_any(rest, &["以来", "起"]) {
        return (Time::Other, rest);
    }
    // 上半年末 is its last month.
    if let Some(rest) = strip_any(rest, &["底", "末"]) {
        return (Time::Part(found.last_month()), rest);
    }
    let rest = strip_any(rest, &["份"]).unwrap_or(rest);
    (Time::Part(found), rest)
}

/// `去年 12 月`, `今年上半年`, `今年以来`.
fn part_of_year(text: &str) -> Option<(Time, &str)> {
    const YEARS: [(&str, i32); 4] = [("今年", 0), ("本年", 0), ("去年", 1), ("上年", 1)];
    let (word, before) = YEARS.iter().find(|(word, _)| text.starts_with(word))?;
    let rest = strip_space(&text[word.len()..]);
    if let Some((found, rest)) = period::leading_part(rest) {
        let rest = strip_any(rest, &["底", "末", "份"]).unwrap_or(rest);
        return Some((Time::PartOf(*before, found), rest));
    }
    if *before > 0 {
        return None;
    }
    let rest = strip_any(rest, &["以来"]).unwrap_or(rest);
    Some((Time::ThisYear, rest))
}

/// `第 38 次调查`: when that survey of the series was made.
fn survey(text: &str) -> Option<(Time, &str)> {
    let (number, rest) = digits(strip_space(text.strip_prefix('第')?))?;
    let rest = strip_space(rest).strip_prefix('次')?;
    let rest = strip_any(rest, &["调查", "统计调查"])?;
    // 某机构第 3 次调查显示: a survey that tells something may be another's.
    let tells = ["显示", "发现", "表明", "结果显示", "结果表明"];
    let is_told = strip_any(rest, &tells).is_some();
    Some((
        Time::At(edition::period_of(number).filter(|_| !is_told)?),
        rest,
    ))
}

fn relative(text: &str) -> Option<(Time, &str)> {
    static TIMES: [(&str, Time); 39] = [
        ("年底", Time::Part(Part::Month(12))),
        ("年末", Time::Part(Part::Month(12))),
        ("上一次调查结果", Time::LastSurvey),
        ("上次调查结果", Time::LastSurvey),
        ("上一次调查", Time::LastSurvey),
        ("上次调查", Time::LastSurvey),
        ("上一次统计", Time::LastSurvey),
        ("上次统计", Time::LastSurvey),
        ("去年同期", Time::Same(None)),
        ("上年同期", Time::Same(None)),
        ("上一年同期", Time::Same(None)),
        ("去年同月", Time::Same(None)),
        ("上年同月", Time::Same(None)),
        ("上一年同月", Time::Same(None)),
        ("去年年底", Time::LastYear { end: true }),
        ("去年底", Time::LastYear { end: true }),
        ("去年末", Time::LastYear { end: true }),
        ("上年末", Time::LastYear { end: true }),
        ("上年底", Time::LastYear { end: true }),
        ("上年年末", Time::LastYear { end: true }),
        ("上一年末", Time::LastYear { end: true }),
        ("上一年底", Time::LastYear { end: true }),
        ("上一年年底", Time::LastYear { end: true }),
        ("上年年底", Time::LastYear { end: true }),
        ("去年年末", Time::LastYear { end: true }),
        ("年初", Time::LastYear { end: true }),
        ("去年", Time::LastYear { end: false }),
        ("上年", Time::LastYear { end: false }),
        ("上一年", Time::LastYear { end: false }),
        ("半年前", Time::Ago(6)),
        ("一年前", Time::Ago(12)),
        ("同期", Time::Words),
        ("目前", Time::Now),
        ("当前", Time::Now),
        ("半年以前", Time::Ago(6)),
        ("上月末", Time::Ago(1)),
        ("上月底", Time::Ago(1)),
        ("上月", Time::Ago(1)),
        ("上个月", Time::Ago(1)),
    ];
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        TIMES
            .iter()
            .map(|(word, _)| *word)
            .collect::<Vec<_>>()
            .into()
    });
    WORDS.beginning(text).find_map(|(at, word)| {
        let rest = &text[word.len()..];
        // 上一年度, 上一年级 are other words.
        let is_other = word.ends_with('年') && rest.starts_with(['度', '级', '限']);
        (!is_other).then(|| (TIMES[at].1.clone(), rest))
    })
}

/// `16 日`: when something was told, where no month is.
fn day(text: &str) -> Option<(Time, &str)> {
    let (day, rest) = digits(text)?;
    let rest = strip_space(rest).strip_prefix('日')?;
    let is_other_word = rest.starts_with(['均', '活', '常', '元', '本', '内', '以', '游']);
    ((1..=31).contains(&day) && !is_other_word).then_some((Time::Words, rest))
}

/// `9 点至 19 点`, `11-12 点`, `12 时 30 分`: hours of the day.
fn clock(text: &str) -> Option<(Time, &str)> {
    let hour = |text| {
        let (value, rest) = digits(text)?;
        (value <= 24).then_some(strip_space(rest))
    };
    if let Some(rest) = minutes(text) {
        let until = strip_any(rest, &period::TO).and_then(minutes);
        return Some((Time::Words, until.unwrap_or(rest)));
    }
    let rest = hour(text)?;
    // 9 时 30 分, 0 点 30 分
    if let Some(rest) = rest.strip_prefix(['时', '点']) {
        let minute = digits(strip_space(rest)).filter(|(minute, _)| *minute < 60);
        let end = minute.and_then(|(_, rest)| strip_space(rest).strip_prefix('分'));
        return Some((Time::Words, end.unwrap_or(rest)));
    }
    let o_clock = |rest: &'_ str| -> Option<usize> {
        let after = rest.strip_prefix('点')?;
        Some(rest.len() - after.len())
    };
    let second = strip_any(rest, &period::TO)?;
    let rest = hour(strip_space(second))?;
    let length = o_clock(rest)?;
    Some((Time::Words, &rest[length..]))
}

/// `8:30`: hours and minutes.
fn minutes(text: &str) -> Option<&str> {
    let (hour, rest) = digits(text)?;
    let (minute, after) = digits(strip_any(rest, &[":", "："])?)?;
    let two = rest.len() - after.len() - rest.chars().next().map_or(0, char::len_utf8) == 2;
    let is_sum = after.starts_with(['.', '．', ':', '：']);
    (hour < 24 && minute < 60 && two && !is_sum).then_some(after)
}

/// Whether a text begins with so many years or months and nothing more:
/// 3 个月, not 30 年来.
pub fn is_duration(text: &str) -> bool {
    let Some((_, rest)) = digits(text) else {
        return false;
    };
    let Some(rest) = strip_any(strip_space(rest), &["年", "个月"]) else {
        return false;
    };
    strip_any(
        rest,
        &["以来", "间", "来", "内", "度", "底", "末", "初", "期"],
    )
    .is_none()
        && duration(text).is_some()
}

/// `30 周年`, `30 年来`, `5 年间`, `3 个月`: how long, not how much.
fn duration(text: &str) -> Option<(Time, &str)> {
    let (_, rest) = digits(text)?;
    let rest = strip_space(rest);
    let rest = rest.strip_prefix('多').unwrap_or(rest);
    let rest = strip_any(rest, &["周年", "年", "个月"])?;
    let rest = strip_any(rest, &["以来", "间", "来", "内"]).unwrap_or(rest);
    Some((Time::Words, rest))
}

fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    Some((numeral::whole(&text[..end])?, &text[end..]))
}

fn strip_space(text: &str) -> &str {
    text.strip_prefix(' ').unwrap_or(text)
}

fn strip_any<'t>(text: &'t str, prefixes: &[&str]) -> Option<&'t str> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_about_time_are_read() {
        let month = |year, month| Time::At(Period::Month(year, month));
        let cases = [
            ("2024年12月，我国", Some((month(2024, 12), "，我国"))),
            ("2009年底增加", Some((month(2009, 12), "增加"))),
            ("2011年年底", Some((month(2011, 12), ""))),
            ("2006年同期", Some((Time::Same(Some(2006)), ""))),
            ("12月，", Some((Time::Part(Part::Month(12)), "，"))),
            ("9月末，", Some((Time::Part(Part::Month(9)), "，"))),
            ("1月9日", Some((Time::Part(Part::Day(1, 9)), ""))),
            ("1-9月，", Some((Time::Part(Part::Months(1, 9)), "，"))),
            ("前三季度", Some((Time::Part(Part::Months(1, 9)), ""))),
            ("一季度", Some((Time::Part(Part::Quarter(1)), ""))),
            (
                "第二、三季度，",
                Some((Time::Parts(vec![Part::Quarter(2), Part::Quarter(3)]), "，")),
            ),
            (
                "9月、10月分别",
                Some((Time::Part(Part::Month(9)), "、10月分别")),
            ),
            ("上年末净增", Some((Time::LastYear { end: true }, "净增"))),
            ("半年前相比", Some((Time::Ago(6), "相比"))),
            (
                "2002到2007年间",
                Some((Time::Between(Period::Year(2002), Period::Year(2007)), "")),
            ),
            ("去年12月，", Some((Time::PartOf(1, Part::Month(12)), "，"))),
            ("今年上半年", Some((Time::PartOf(0, Part::Half(1)), ""))),
            ("上一年底增长", Some((Time::LastYear { end: true }, "增长"))),
            ("今年，", Some((Time::ThisYear, "，"))),
            ("30周年", Some((Time::Words, ""))),
            ("30年来，", Some((Time::Words, "，"))),
            ("9点至", Some((Time::Words, "至"))),
            ("0点30分，", Some((Time::Words, "，"))),
            ("11-12点、", Some((Time::Words, "、"))),
            ("8:30-17:30办理", Some((Time::Words, "办理"))),
            ("9时30分，", Some((Time::Words, "，"))),
            (
                "10月1日至7日，",
                Some((Time::Days(None, 10, "10月1日至7日".to_owned()), "，")),
            ),
            ("2.4:1", None),
            ("51:49", None),
            ("1994年以来，", Some((Time::Other, "，"))),
            ("11.08亿人", None),
            ("三家基础电信企业", None),
        ];
        for (text, expected) in cases {
            let found = leading(text).map(|(time, length)| (time, &text[length..]));
            assert_eq!(found, expected, "{text}");
        }
    }
}
