//! Numbers that tell which version of something, and count nothing.

use crate::catalog::{units, wording};
use crate::claim::Class;
use crate::document::number::is_digit;
use crate::fact::head;
use crate::grammar::quantity;

/// 微信 8.0.20, but not 2024.12.31, nor 达 18.5.2 万个.
pub(super) fn release(before: &str, rest: &str) -> Option<(Class, usize)> {
    /// No year.
    const LONGEST: usize = 3;
    let end = rest.find(|c| !(is_digit(c) || c == '.'));
    let number = rest[..end.unwrap_or(rest.len())].trim_end_matches('.');
    let behind = rest[number.len()..].trim_start();
    let is_counted = units().multiplier(behind).0 > 0 || units().word(behind).is_some();
    let is_part = |part: &str| (1..=LONGEST).contains(&part.len());
    let is_release = number.split('.').count() > 2 && number.split('.').all(is_part);
    let is_said = || is_counted || !behind.starts_with('版') && head::ends_in_amount(before);
    (is_release && !is_said()).then_some((Class::Name, number.len()))
}

/// 工业 4.0, USB 3.2, Gen 3, ISO/IEC 27001: a number that tells which version of
/// something, where nothing is counted.
pub(super) fn version(before: &str, rest: &str) -> Option<(Class, usize)> {
    let end = rest
        .find(|c: char| !(is_digit(c) || c == '.'))
        .unwrap_or(rest.len());
    let digits = rest[..end].trim_end_matches('.');
    let after = rest[digits.len()..].trim_start();
    // A name has a capital, iOS as well; a word of an English sentence has none.
    let is_latin = before.strip_suffix(' ').is_some_and(|before| {
        let start = before.rfind(|c: char| !c.is_ascii_alphabetic());
        let word = &before[start.map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        })..];
        word.contains(|c: char| c.is_ascii_uppercase())
    });
    let is_first = digits
        .strip_suffix(".0")
        .is_some_and(|major| major.len() == 1);
    let is_named = is_first
        && before.ends_with(|c: char| c.is_alphabetic())
        && !wording().measured.end(before);
    // Most numbers are neither, and are not read for it.
    if digits.is_empty() || !is_latin && !is_named {
        return None;
    }
    let (quantity, _) = quantity::leading(rest)?;
    // GB 18030-2022, ISO/IEC 27001:2022
    let year = after.strip_prefix(['-', ':']).filter(|_| is_latin);
    let year = year.map_or(0, |year| {
        1 + year.find(|c| !is_digit(c)).unwrap_or(year.len())
    });
    let is_year = [":19", ":20"].iter().any(|lead| after.starts_with(lead));
    let is_dated = year == ":2022".len() && is_year;
    let is_amount = quantity.unit.printed().is_some()
        || quantity.denominator.is_some() && !is_dated
        || after.starts_with(['多', '余'])
        || is_of_listed(after);
    (!is_amount).then_some((Class::Name, digits.len() + year))
}

/// 4.0、5.9 和 17.4 个百分点: whether the unit of a number stands behind the last of
/// a list that goes on after it.
fn is_of_listed(mut after: &str) -> bool {
    /// No list of numbers that share a unit goes on for longer.
    const LONGEST: usize = 16;
    for _ in 0..LONGEST {
        let Some(next) = after.trim_start().strip_prefix(['、', '和', '与', '及']) else {
            return false;
        };
        let Some((quantity, rest)) = quantity::leading(next.trim_start()) else {
            return false;
        };
        if quantity.unit.printed().is_some() {
            // 工业 4.0 和 6 家企业: points are what lists have parts of.
            return matches!(quantity.unit.id, Some("percent" | "percentage_point"));
        }
        after = rest;
    }
    false
}
