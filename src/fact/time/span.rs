//! Times from one to another, and the five years of plans.

use super::{Time, dated, strip_any, strip_space};
use crate::document::number::is_digit;
use crate::grammar::{numeral, period};
use crate::period::{Part, Period};

/// `2002 到 2007 年间`, `2020.12-2024.12`, `2024-2030 年`.
///
/// `period` is the one at the start of the text.
pub(super) fn between<'t>(
    text: &'t str,
    period: Option<(Period, &'t str)>,
) -> Option<(Time, &'t str)> {
    let year = |text: &str| {
        let digits = text.get(..4).filter(|year| year.chars().all(is_digit))?;
        let year = digits.parse::<i32>().ok()?;
        (1950..2100).contains(&year).then_some(year)
    };
    let to = |text| strip_any(strip_space(text), &period::TO);
    let stock = |period| {
        let (time, rest) = dated(period?)?;
        match time {
            Time::At(period) => Some((period, rest)),
            _ => None,
        }
    };
    if let Some((from, rest)) = stock(period)
        && let Some(rest) = to(rest)
        && let Some((until, rest)) = stock(period::leading(strip_space(rest)))
    {
        return Some((Time::Between(from, until), without_years(rest)));
    }
    if let Some((Period::Quarter(year, first), rest)) = period
        && let Some(rest) = to(rest)
        && let Some((Part::Quarter(last), rest)) = period::leading_part(strip_space(rest))
        && first < last
    {
        let quarters = Period::Months {
            from: (year, (first - 1) * 3 + 1),
            to: (year, last * 3),
        };
        return Some((Time::At(quarters), rest));
    }
    let from = year(text)?;
    let rest = to(&text[4..])?;
    let rest = strip_space(rest);
    let until = year(rest)?;
    let rest = strip_space(&rest[4..]);
    let years = without_years(rest);
    let rest = match rest.strip_prefix('年') {
        Some(rest) => without_years(rest),
        None => Some(years).filter(|years| years.len() < rest.len())?,
    };
    let time = Time::Between(Period::Year(from), Period::Year(until));
    Some((time, rest))
}

/// 年间, 五年间 behind two times: how long that was.
fn without_years(text: &str) -> &str {
    let numerals = |c| is_digit(c) || "两三四五六七八九十".contains(c);
    let text = text.strip_prefix('的').unwrap_or(text);
    let rest = text.strip_prefix('这').unwrap_or(text);
    let rest = rest.trim_start_matches(numerals);
    strip_any(rest, &["年间", "年期间", "间", "期间"]).unwrap_or(text)
}

/// `十三五”期间`, `十四五时期`: the five years of a plan, from the end of the ones before.
pub(super) fn plan(text: &str) -> Option<(Time, &str)> {
    const SIXTH: i32 = 1981;
    const YEARS: i32 = 5;
    let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let number = text[..text.len() - rest.len()].strip_suffix('五')?;
    let number = numeral::ordinal(Some(number).filter(|number| !number.is_empty())?)?;
    let rest = rest.strip_prefix('”').unwrap_or(rest);
    let since = rest.strip_prefix("以来");
    let rest = since.or_else(|| strip_any(rest, &["期间", "时期"]))?;
    // Those before the sixth were not of five years each.
    let number = i32::try_from(number).ok();
    let number = number.filter(|number| (6..=30).contains(number))?;
    let start = SIXTH + (number - 6) * YEARS;
    let end = since.is_none().then_some(start + YEARS - 1);
    Some((Time::Plan(start, end), rest))
}
