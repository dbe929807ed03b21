//! Periods as they are printed, with their year or without.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::one_of;
use nom::combinator::{fail, map, map_opt, not, opt, peek, recognize, value, verify};
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};

use super::numeral;
use crate::document::number::is_digit;
use crate::period::{Part, Period};

/// The period at the start of a cleaned text, and what follows it:
/// `2024.12`, `2024 年 12 月`, `2024 年 12 月 31 日`, `2024 年前三季度`, `2024 年上半年`,
/// `2024 年 1-9 月`, `2024 年`.
pub fn leading(text: &str) -> Option<(Period, &str)> {
    // Most labels begin with no year.
    if !text.starts_with(is_digit) {
        return None;
    }
    period(text).ok().map(|(rest, period)| (period, rest))
}

/// The same at the start of a heading, of what there was then: 2009 年底 and 截至 2009 年末 are
/// its last month.
///
/// Forced by `fixtures/year-ends-in-headings`.
pub fn leading_stock(text: &str) -> Option<(Period, &str)> {
    let text = text
        .strip_prefix("截至")
        .or(text.strip_prefix("截止"))
        .unwrap_or(text);
    let (period, rest) = leading(text.trim_start())?;
    match (rest.strip_prefix(['底', '末']), period) {
        (Some(rest), Period::Day(..)) => Some((period, rest)),
        (Some(rest), _) => Some((period.last_month(), rest)),
        (None, _) => Some((period, rest)),
    }
}

/// The same of a heading of a table, which may be nothing but a year in digits, or a part of
/// one as `2020Q3`, `2020/12` and `2020-06`.
///
/// Forced by `fixtures/years-for-headings`.
pub fn of_heading(text: &str) -> Option<(Period, &str)> {
    bare(text)
        .map(|period| (period, ""))
        .or_else(|| leading_stock(text))
}

fn bare(text: &str) -> Option<Period> {
    const YEARS: std::ops::RangeInclusive<i32> = 1987..=2099;
    let (year, rest) = text.split_at_checked(4)?;
    let year = year
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| year.parse().ok())??;
    if !YEARS.contains(&year) {
        return None;
    }
    if rest.is_empty() {
        return Some(Period::Year(year));
    }
    let digits = rest.get(1..)?;
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let part: u8 = is_plain.then(|| digits.parse().ok())??;
    match (rest.as_bytes()[0], rest.len(), part) {
        (b'Q' | b'q', 2, 1..=4) => Some(Period::Quarter(year, part)),
        (b'/' | b'-', 2 | 3, 1..=12) => Some(Period::Month(year, part)),
        _ => None,
    }
}

/// The part of a year at the start of a cleaned text, and what follows it:
/// `12 月`, `12 月 31 日`, `前三季度`, `第三季度`, `上半年`, `1-9 月`. The year is for the
/// context to say.
pub fn leading_part(text: &str) -> Option<(Part, &str)> {
    part(text).ok().map(|(rest, part)| (part, rest))
}

/// Parts of a year that share their last word, and what follows them: `第二、三季度`,
/// `9、10 月`. `None` for one alone.
pub fn leading_parts(text: &str) -> Option<(Vec<Part>, &str)> {
    if !is_listed(text) {
        return None;
    }
    let between = || alt((tag("、"), tag("和"), tag("与")));
    let quarters = preceded(
        opt(tag("第")),
        separated_list1(between(), preceded(opt(tag("第")), quarter_number)),
    );
    let quarters = terminated(quarters, (spaces, opt(tag("个")), tag("季度")));
    let months = terminated(separated_list1(between(), month), (spaces, tag("月")));
    let mut parts = alt((
        map(quarters, |list| {
            list.into_iter().map(Part::Quarter).collect::<Vec<_>>()
        }),
        map(months, |list| list.into_iter().map(Part::Month).collect()),
    ));
    let (rest, parts) = parts.parse(text).ok()?;
    (parts.len() > 1).then_some((parts, rest))
}

/// Whether another may follow the first number of a text: most are alone, and need not be read.
fn is_listed(text: &str) -> bool {
    let first = text.strip_prefix('第').unwrap_or(text);
    let rest = first.strip_prefix(['一', '二', '三', '四']);
    let rest = rest.unwrap_or_else(|| first.trim_start_matches(is_digit));
    rest.len() < first.len() && rest.starts_with(['、', '和', '与'])
}

fn period(text: &str) -> IResult<&str, Period> {
    let (rest, year) = year(text)?;
    if rest.starts_with(['.', '．']) {
        return dotted_month(rest, year);
    }
    let part = |rest| year_or_part(rest, year);
    preceded((spaces, tag("年"), spaces), part).parse(rest)
}

fn year(text: &str) -> IResult<&str, i32> {
    let four = take_while_m_n(4, 4, is_digit);
    let century = |digits: &i32| (1950..2100).contains(digits);
    verify(
        map_opt(four, |digits: &str| {
            i32::try_from(numeral::whole(digits)?).ok()
        }),
        century,
    )
    .parse(text)
}

/// `.12` or `.6`, as table captions print months; `2024.125` is a number.
fn dotted_month(rest: &str, year: i32) -> IResult<&str, Period> {
    let end = not(peek(alt((
        recognize((opt(one_of(".,")), take_while_m_n(1, 1, is_digit))),
        tag("%"),
    ))));
    let month = preceded(one_of(".．"), month);
    map(terminated(month, end), |month| Period::Month(year, month)).parse(rest)
}

/// A year alone, or with the part that follows it.
fn year_or_part(rest: &str, year: i32) -> IResult<&str, Period> {
    let (rest, found) = opt(map_opt(part, |part| part.of(year))).parse(rest)?;
    Ok((rest, found.unwrap_or(Period::Year(year))))
}

fn part(text: &str) -> IResult<&str, Part> {
    // The first character says which it may be; most begin none.
    match text.chars().next() {
        Some('上') => value(Part::Half(1), tag("上半年")).parse(text),
        Some('下') => value(Part::Half(2), tag("下半年")).parse(text),
        Some('前') => alt((first_quarters, first_months)).parse(text),
        Some('第' | '一' | '二' | '三' | '四') => numbered_quarter(text),
        Some(c) if is_digit(c) => alt((numbered_quarter, months, month_or_day)).parse(text),
        _ => fail().parse(text),
    }
}

/// `前三季度`.
fn first_quarters(text: &str) -> IResult<&str, Part> {
    let quarters = preceded(tag("前"), quarter);
    map(quarters, |quarter| Part::Months(1, quarter * 3)).parse(text)
}

/// `第三季度`.
fn numbered_quarter(text: &str) -> IResult<&str, Part> {
    map(preceded(opt(tag("第")), quarter), Part::Quarter).parse(text)
}

fn quarter(text: &str) -> IResult<&str, u8> {
    terminated(quarter_number, (spaces, opt(tag("个")), tag("季度"))).parse(text)
}

fn quarter_number(text: &str) -> IResult<&str, u8> {
    alt((
        value(1, one_of("一1")),
        value(2, one_of("二2")),
        value(3, one_of("三3")),
        value(4, one_of("四4")),
    ))
    .parse(text)
}

/// `前 5 个月`, `前十一个月`.
fn first_months(text: &str) -> IResult<&str, Part> {
    let spelled = map_opt(
        take_while_m_n(1, 2, |c| "一二三四五六七八九十两".contains(c)),
        |digits: &str| match digits {
            "两" => Some(2),
            digits => u8::try_from(numeral::ordinal(digits)?).ok(),
        },
    );
    let count = verify(alt((two_digits, spelled)), |count| (2..=12).contains(count));
    let count = delimited((tag("前"), spaces), count, (spaces, tag("个月")));
    map(count, |count| Part::Months(1, count)).parse(text)
}

/// What leads from one time to another: 1-9 月, 9 点至 12 点.
pub const TO: [&str; 8] = ["-", "–", "—", "－", "~", "～", "到", "至"];

fn months(text: &str) -> IResult<&str, Part> {
    let (rest, from) = terminated(month, (spaces, opt(tag("月")), spaces)).parse(text)?;
    let (rest, to) = preceded(
        (
            map_opt(take_while_m_n(1, 1, |_| true), |to| {
                TO.contains(&to).then_some(())
            }),
            spaces,
        ),
        terminated(month, (spaces, tag("月"))),
    )
    .parse(rest)?;
    Ok((rest, Part::Months(from, to)))
}

fn month_or_day(text: &str) -> IResult<&str, Part> {
    let (rest, month) = terminated(month, (spaces, tag("月"))).parse(text)?;
    // Of what year is not known here: the 29th of February may be.
    let day = verify(two_digits, |&day| Part::Day(month, day).of(2000).is_some());
    let of_day = (spaces, alt((tag("日"), tag("号"))));
    let (rest, day) = opt(preceded(spaces, terminated(day, of_day))).parse(rest)?;
    Ok((
        rest,
        day.map_or(Part::Month(month), |day| Part::Day(month, day)),
    ))
}

fn month(text: &str) -> IResult<&str, u8> {
    verify(two_digits, |month| (1..=12).contains(month)).parse(text)
}

fn two_digits(text: &str) -> IResult<&str, u8> {
    map_opt(take_while_m_n(1, 2, is_digit), |digits: &str| {
        u8::try_from(numeral::whole(digits)?).ok()
    })
    .parse(text)
}

fn spaces(text: &str) -> IResult<&str, &str> {
    recognize(opt(tag(" "))).parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_periods_are_read() {
        let cases = [
            ("2024.12 用户规模", Some(("2024-12", " 用户规模"))),
            ("2024.6", Some(("2024-06", ""))),
            ("2024.125", None),
            ("2024.12%", None),
            ("2024年12月", Some(("2024-12", ""))),
            ("2024年12月31日，", Some(("2024-12-31", "，"))),
            ("2024年前三季度", Some(("2024-01..2024-09", ""))),
            ("2024年第三季度", Some(("2024-Q3", ""))),
            ("2024年上半年", Some(("2024-H1", ""))),
            ("2024年前5个月", Some(("2024-01..2024-05", ""))),
            ("2024年前十一个月", Some(("2024-01..2024-11", ""))),
            ("2024年3月15号", Some(("2024-03-15", ""))),
            ("2024年1-9月", Some(("2024-01..2024-09", ""))),
            ("2024年，", Some(("2024", "，"))),
            ("2024年13月", Some(("2024", "13月"))),
            ("3024年", None),
            ("2024个", None),
        ];
        for (text, expected) in cases {
            let found = leading(text).map(|(period, rest)| (period.to_string(), rest));
            let found = found
                .as_ref()
                .map(|(period, rest)| (period.as_str(), *rest));
            assert_eq!(found, expected, "{text}");
        }
    }
}
