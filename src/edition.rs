//! Which edition a report is: its number, title, date and period.

mod month;

use std::collections::HashMap;

use crate::block::{Blocks, Furniture, Kind, Parsed};
use crate::catalog;
use crate::document::{Document, number};
use crate::grammar::{numeral, period};
use crate::logical::is_han;
use crate::period::Period;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// What identifies an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its number, from 1.
    pub number: Option<u32>,
    /// Its title.
    pub title: Option<String>,
    /// The language of its body.
    pub language: Language,
    /// The month it was published.
    pub published: Option<Period>,
    /// The month its survey data is of.
    pub period: Option<Period>,
    /// Who published it.
    pub publisher: Option<String>,
}

/// The language of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `zh-CN`
    Chinese,
    /// `en`
    English,
}

/// A reading with its place.
struct Evidence<T> {
    value: T,
    span: Vec<Span>,
}

/// The period of the survey before a period.
pub fn period_before(period: Period) -> Option<Period> {
    let surveys = (1..).map_while(period_of);
    surveys
        .take_while(|survey| *survey < period.last_month())
        .last()
}

/// The latest edition that a number is taken for: a later one is a misprint, or
/// something else.
pub const LATEST: u32 = 400;

/// The period of the survey data of an edition: the calendar of the
/// publication since 1997.
pub fn period_of(number: u32) -> Option<Period> {
    let half = |number: u32, at: u32, year: i32, month: u8| {
        // Months from the half year of the edition `at`.
        let halves = number as i32 - at as i32 + i32::from(month == 12);
        let month = if halves.rem_euclid(2) == 1 { 12 } else { 6 };
        Period::Month(year + halves.div_euclid(2), month)
    };
    match number {
        1 => Some(Period::Month(1997, 10)),
        2..=44 => Some(half(number, 44, 2019, 6)),
        45 => Some(Period::Month(2020, 3)),
        46 => Some(Period::Month(2020, 6)),
        47..=LATEST => Some(half(number, 47, 2020, 12)),
        _ => None,
    }
}

/// Reads the edition from title lines, the preface and the body; `given` is
/// the number that the user names for a text that names none.
pub fn blocks_to_edition(
    document: &Document,
    blocks: &Blocks,
    given: Option<u32>,
) -> Parsed<Edition> {
    let mut problems = Vec::new();
    let titles: Vec<(String, Vec<Span>)> = title_lines(blocks);
    let named: Vec<Evidence<u32>> = titles
        .iter()
        .filter_map(|(line, span)| {
            let value = edition_number(line)?;
            Some(Evidence {
                value,
                span: span.clone(),
            })
        })
        .collect();
    // 第00次 is a misprint of some other.
    let (numbers, misprinted): (Vec<_>, Vec<_>) =
        named.into_iter().partition(|evidence| evidence.value > 0);
    problems.extend(misprinted.into_iter().map(|evidence| {
        let message = "a title numbers its edition with 0, which is none";
        Problem::new(ProblemKind::EditionUnknown, message, evidence.span)
            .between("a number from 1", evidence.value.to_string())
    }));
    let number = match (first(&numbers, "edition", &mut problems), given) {
        (Some(found), Some(given)) if found != given => {
            let message =
                "the edition of the text, which is taken, is not the one that was asked for";
            problems.push(
                Problem::new(
                    ProblemKind::EditionConflict,
                    message,
                    numbers[0].span.clone(),
                )
                .between(given.to_string(), found.to_string()),
            );
            Some(found)
        }
        (found, given) => found.or(given),
    };
    if number.is_none() {
        let message = "the text names no edition; --edition N gives it";
        problems.push(Problem::new(
            ProblemKind::EditionUnknown,
            message,
            Vec::new(),
        ));
    }
    let published: Vec<Evidence<Period>> = titles
        .iter()
        .filter_map(|(line, span)| {
            let value = month::published(line)?;
            Some(Evidence {
                value,
                span: span.clone(),
            })
        })
        .collect();
    let calendar = number.and_then(period_of);
    let period = data_period(blocks).map(|evidence| {
        if let Some(calendar) = calendar.filter(|&calendar| calendar != evidence.value) {
            let message = "the data is not of the period that its edition has by the calendar";
            problems.push(
                Problem::new(ProblemKind::EditionConflict, message, evidence.span)
                    .between(calendar.to_string(), evidence.value.to_string()),
            );
        }
        evidence.value
    });
    let language = language(document);
    let is_named =
        !numbers.is_empty() || titles.iter().any(|(line, _)| line.contains("中国互联网络"));
    let edition = Edition {
        number,
        title: number.map(|number| match language {
            Language::Chinese => format!("第{number}次中国互联网络发展状况统计报告"),
            Language::English => {
                format!(
                    "The {} Statistical Report on China's Internet Development",
                    ordinal(number)
                )
            }
        }),
        language,
        published: first(&published, "month of publication", &mut problems),
        period: period.or(calendar),
        publisher: (is_named || number.is_some()).then(|| match language {
            Language::Chinese => "中国互联网络信息中心".to_owned(),
            Language::English => "China Internet Network Information Center".to_owned(),
        }),
    };
    Parsed {
        value: edition,
        problems,
    }
}

/// The title lines; 第55次中国互联网络 and 发展状况统计报告 on two lines are one.
fn title_lines(blocks: &Blocks) -> Vec<(String, Vec<Span>)> {
    blocks
        .blocks
        .iter()
        .filter(|block| block.kind == Kind::Furniture(Furniture::Title))
        .map(|block| {
            let title = catalog::wording().simplified_title(block.text.text());
            (title.into_owned(), block.text.whole())
        })
        .collect()
}

/// The first reading; another one is a problem.
fn first<T: Copy + PartialEq + ToString>(
    evidence: &[Evidence<T>],
    name: &str,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let first = evidence.first()?;
    if let Some(other) = evidence.iter().find(|other| other.value != first.value) {
        let message = format!("two places name a different {name}; the first is taken");
        problems.push(
            Problem::new(ProblemKind::EditionConflict, message, other.span.clone())
                .between(first.value.to_string(), other.value.to_string()),
        );
    }
    Some(first.value)
}

/// 第55次…, The 55th …
fn edition_number(line: &str) -> Option<u32> {
    numeral::ordinal(english_number(line).or_else(|| chinese_number(line))?)
}

/// The digits of `The 55th` at the start, or of `(55th)` behind the name of the report.
fn english_number(line: &str) -> Option<&str> {
    let behind = line.rsplit_once('(').filter(|_| line.ends_with(')'));
    let line = behind.map_or(line, |(_, behind)| behind);
    let article = ["The", "THE", "the"];
    let line = article
        .iter()
        .find_map(|word| line.strip_prefix(word))
        .unwrap_or(line);
    let line = line.strip_prefix(' ').unwrap_or(line);
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &line[..line.len() - rest.len()];
    let suffixes = ["st", "nd", "rd", "th", "ST", "ND", "RD", "TH"];
    let is_ordinal = !digits.is_empty() && suffixes.iter().any(|suffix| rest.starts_with(suffix));
    is_ordinal.then_some(digits)
}

/// The numeral of 第55次 before the name of the report or at the end.
fn chinese_number(line: &str) -> Option<&str> {
    line.match_indices('第').find_map(|(at, sign)| {
        let (number, rest) = line[at + sign.len()..].split_once('次')?;
        let is_numeral = number.chars().all(number::is_digit)
            || number.chars().all(|c| "一二三四五六七八九十百".contains(c));
        let rest = rest.trim_start_matches(['）', ')', '《', ' ']);
        let is_report = rest.is_empty()
            || rest.starts_with("中国互联网")
            || rest.starts_with(['（', '(']) && rest.ends_with(['）', ')']);
        (!number.is_empty() && is_numeral && is_report).then_some(number)
    })
}

/// The period that the survey closed in: what a note or term calls 截止日期, else
/// what most bullets begin with (截至 2024 年 12 月).
fn data_period(blocks: &Blocks) -> Option<Evidence<Period>> {
    let after = |text: &str, cue: &str| {
        let (_, rest) = text.split_once(cue)?;
        let rest = rest.trim_start_matches(['：', ':', '为', '是', ' ']);
        let (period, _) = period::leading(rest)?;
        match period {
            Period::Month(..) => Some(period),
            Period::Day(year, month, _) => Some(Period::Month(year, month)),
            _ => None,
        }
    };
    let texts = || blocks.blocks.iter().filter(|block| !block.text.is_empty());
    let stated = texts().find_map(|block| {
        let text = block.text.text();
        // To look for one character is faster.
        if !text.contains('截') {
            return None;
        }
        let value = after(text, "调查数据截止日期为").or_else(|| after(text, "数据截止日期"))?;
        Some(Evidence {
            value,
            span: block.text.whole(),
        })
    });
    if stated.is_some() {
        return stated;
    }
    let mut votes: HashMap<Period, (usize, Vec<Span>)> = HashMap::new();
    let bullets = texts().filter(|block| matches!(block.kind, Kind::Bullet { .. }));
    for block in bullets {
        let text = block.text.text();
        if let Some(period) = text
            .starts_with("截至")
            .then(|| after(text, "截至"))
            .flatten()
        {
            votes
                .entry(period)
                .or_insert_with(|| (0, block.text.whole()))
                .0 += 1;
        }
    }
    let (value, (_, span)) = votes
        .into_iter()
        .max_by_key(|(period, (count, _))| (*count, *period))?;
    Some(Evidence { value, span })
}

fn language(document: &Document) -> Language {
    let sample = untagged(document.text()).take(20_000);
    let (mut han, mut latin) = (0usize, 0usize);
    for c in sample {
        match c.is_ascii() {
            true => latin += usize::from(c.is_ascii_alphabetic()),
            false => han += usize::from(is_han(c)),
        }
    }
    // An English word has about five letters.
    if han * 5 >= latin {
        Language::Chinese
    } else {
        Language::English
    }
}

/// The characters of a text without its HTML tags, whose names and attributes are in
/// no language: those of each cell may be more than what the cells say.
///
/// Forced by `fixtures/tags-of-every-cell`.
fn untagged(text: &str) -> impl Iterator<Item = char> {
    let parts = text.split('<').enumerate().map(|(at, part)| {
        let is_tag =
            at > 0 && part.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
        match part.split_once('>').filter(|_| is_tag) {
            Some((_, behind)) => behind,
            None => part,
        }
    });
    parts.flat_map(str::chars)
}

fn ordinal(number: u32) -> String {
    let suffix = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_survey_before_is_that_of_the_calendar() {
        let cases = [
            (Period::Month(2020, 6), Some(Period::Month(2020, 3))),
            (Period::Month(2020, 3), Some(Period::Month(2019, 6))),
            (Period::Month(1998, 6), Some(Period::Month(1997, 10))),
            (Period::Month(2025, 5), Some(Period::Month(2024, 12))),
            (Period::Month(1997, 10), None),
        ];
        for (period, expected) in cases {
            assert_eq!(period_before(period), expected, "{period}");
        }
    }

    #[test]
    fn editions_have_their_periods() {
        let cases = [
            (1, "1997-10"),
            (2, "1998-06"),
            (3, "1998-12"),
            (43, "2018-12"),
            (44, "2019-06"),
            (45, "2020-03"),
            (46, "2020-06"),
            (47, "2020-12"),
            (48, "2021-06"),
            (55, "2024-12"),
            (56, "2025-06"),
        ];
        for (number, period) in cases {
            assert_eq!(
                period_of(number).map(|p| p.to_string()).as_deref(),
                Some(period),
                "{number}"
            );
        }
        for number in [0, LATEST + 1, u32::MAX] {
            assert_eq!(period_of(number), None, "{number}");
        }
    }

    #[test]
    fn numbers_are_read() {
        let cases = [
            ("第五十五次中国互联网络发展状况统计报告", Some(55)),
            ("中国互联网络信息中心第55次", Some(55)),
            ("第一期第５５次中国互联网络", Some(55)),
            ("第３７次《中国互联网络发展状况统计报告》", Some(37)),
            ("第55次会议", None),
            ("第55次《会议》", None),
            ("第次中国互联网络", None),
            ("第五5次中国互联网络", None),
            ("The 53rd Statistical Report", Some(53)),
            ("51ST STATISTICAL REPORT", Some(51)),
            ("On the 53rd", None),
            ("The 53 Reports", None),
            ("Statistical Report", None),
            ("中国互联网络发展状况统计报告（第23次）", Some(23)),
            ("（第二十三次）", Some(23)),
            ("第23次（2009年1月）", Some(23)),
            ("Statistical Report (23rd)", Some(23)),
        ];
        for (line, number) in cases {
            assert_eq!(edition_number(line), number, "{line}");
        }
    }
}
