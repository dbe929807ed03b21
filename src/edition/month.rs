//! The month that a title names.

use crate::document::number::is_digit;
use crate::grammar::numeral::{half_width, ordinal};
use crate::period::Period;

/// `2025年1月`, `（2009/01）`, `二〇〇九年一月`, `January 2025`, also behind the name of
/// the report.
///
/// Forced by `fixtures/titles-in-other-orders`.
pub(super) fn published(line: &str) -> Option<Period> {
    let line = half_width(line);
    chinese(&line)
        .or_else(|| english(&line))
        .or_else(|| signs(&line))
}

fn period(year: &str, month: u32) -> Option<Period> {
    const FIRST: i32 = 1997;
    let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let month = u8::try_from(month).ok()?;
    ((FIRST..=2100).contains(&year) && (1..=12).contains(&month))
        .then_some(Period::Month(year, month))
}

/// The last characters of a text of one kind.
fn tail(text: &str, is_of: impl Fn(char) -> bool) -> &str {
    &text[text.trim_end_matches(is_of).len()..]
}

/// 2009年1月, 二〇〇九年元月.
fn chinese(line: &str) -> Option<Period> {
    const NUMERALS: &str = "〇一二三四五六七八九";
    line.match_indices('年').find_map(|(at, sign)| {
        let (before, behind) = (&line[..at], &line[at + sign.len()..]);
        let (month, _) = behind.split_once('月')?;
        let month = match month.trim() {
            "元" => 1,
            month => ordinal(month)?,
        };
        let digits = tail(before, |c| c.is_ascii_digit());
        // 零 and a letter stand for 〇.
        let spelled = before.replace(['零', '○', '0', 'Ｏ', 'O'], "〇");
        let spelled = tail(&spelled, |c| NUMERALS.contains(c));
        let year: String = match digits.is_empty() {
            true => spelled
                .chars()
                .filter_map(|c| NUMERALS.chars().position(|numeral| numeral == c))
                .map(|digit| digit.to_string())
                .collect(),
            false => digits.to_owned(),
        };
        period(&year, month)
    })
}

/// January 2025, Jan. 2009.
fn english(line: &str) -> Option<Period> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let words: Vec<&str> = line
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(2).find_map(|pair| {
        let name = pair[0].to_ascii_lowercase();
        const SHORTEST: usize = 3;
        let is_name = |month: &str| month.starts_with(&name) && name.len() >= SHORTEST;
        let month = MONTHS.iter().position(|month| is_name(month))?;
        period(pair[1], month as u32 + 1)
    })
}

/// 2009/01, 2009.1 or 2009-01, and nothing else but brackets or the name before them.
fn signs(line: &str) -> Option<Period> {
    let line = line.trim_end_matches(['）', ')', ' ']);
    let parts = tail(line, |c| is_digit(c) || "/.-".contains(c));
    let (year, month) = parts.split_once(['/', '.', '-'])?;
    period(year, ordinal(month).filter(|_| month.len() <= 2)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read() {
        let cases = [
            ("（2025年1月）", Some((2025, 1))),
            ("２００９年１月", Some((2009, 1))),
            (
                "《第23次中国互联网络发展状况统计报告》（2009年1月）",
                Some((2009, 1)),
            ),
            ("二〇〇九年一月", Some((2009, 1))),
            ("二○○九年十二月", Some((2009, 12))),
            ("2009年元月", Some((2009, 1))),
            ("2009年01月13日", Some((2009, 1))),
            ("（2009/01）", Some((2009, 1))),
            ("中国互联网络发展状况统计报告(2009.1)", Some((2009, 1))),
            ("January 2025", Some((2025, 1))),
            ("(Jan. 2009)", Some((2009, 1))),
            ("January, 2009", Some((2009, 1))),
            ("2025", None),
            ("2009年13月", None),
            ("第23次 12", None),
            ("2009-2010", None),
        ];
        for (line, expected) in cases {
            let expected = expected.map(|(year, month)| Period::Month(year, month));
            assert_eq!(published(line), expected, "{line}");
        }
    }
}
