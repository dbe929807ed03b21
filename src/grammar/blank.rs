//! Blanks that a scan or justified text leaves within numbers.

use std::ops::Range;

use crate::catalog::units;
use crate::document::number::is_digit;
use crate::logical::is_han;

/// The blanks within numbers that cannot be read otherwise: those around a point with a
/// unit behind, `73 . 0 %`, and those of several groups of three, `1 067 471 个`.
///
/// Forced by `fixtures/broken-numbers`.
pub fn within_numbers(text: &str) -> Vec<Range<usize>> {
    let mut blanks = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(is_digit) {
        let start = at + next;
        at = start + digits(&text[start..]);
        let before = text[..start].trim_end();
        // 图 1. 2 亿: the first is of the caption.
        if !before.ends_with(is_han) || before.ends_with(['图', '表', '第', '注', '录']) {
            continue;
        }
        let found = around_point(text, at).or_else(|| between_groups(text, start, at));
        if let Some((end, mut found)) = found {
            at = end;
            blanks.append(&mut found);
        }
    }
    blanks
}

/// The end of the number whose whole part ends at `end`, and the blanks around its point.
fn around_point(text: &str, end: usize) -> Option<(usize, Vec<Range<usize>>)> {
    let rest = &text[end..];
    let point = end + rest.len() - rest.trim_start_matches(' ').len();
    let sign = text[point..]
        .chars()
        .next()
        .filter(|c| matches!(c, '.' | '．'))?;
    let after = point + sign.len_utf8();
    let rest = &text[after..];
    let fraction = after + rest.len() - rest.trim_start_matches(' ').len();
    let last = fraction + digits(&text[fraction..]);
    let blanks: Vec<_> = [end..point, after..fraction]
        .into_iter()
        .filter(|blank| !blank.is_empty())
        .collect();
    let is_parted = last > fraction && !blanks.is_empty();
    (is_parted && is_measured(&text[last..])).then_some((last, blanks))
}

/// The same of a number in groups, of which one alone may be another number.
fn between_groups(text: &str, start: usize, end: usize) -> Option<(usize, Vec<Range<usize>>)> {
    let mut last = end;
    let mut blanks = Vec::new();
    while let Some(group) = text[last..]
        .strip_prefix(' ')
        .filter(|group| digits(group) == 3)
    {
        let from = text.len() - group.len();
        blanks.push(last..from);
        last = from + 3;
    }
    let is_grouped = (1..=3).contains(&(end - start)) && blanks.len() > 1;
    let goes_on = text[last..]
        .trim_start()
        .starts_with(|c: char| is_digit(c) || c == '.');
    (is_grouped && !goes_on && is_measured(&text[last..])).then_some((last, blanks))
}

/// Whether a unit stands behind a number.
pub fn is_measured(behind: &str) -> bool {
    let behind = behind.trim_start();
    let behind = behind.strip_prefix(['多', '余']).unwrap_or(behind);
    units().multiplier(behind).0 > 0 || units().word(behind).is_some()
}

fn digits(text: &str) -> usize {
    text.find(|c| !is_digit(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_found_where_nothing_else_can_be_meant() {
        let cases = [
            ("普及率达73 . 0 %，", "普及率达73.0 %，"),
            ("规模达10. 29亿", "规模达10.29亿"),
            ("数量为418 .5万个", "数量为418.5万个"),
            ("共1 067 471个", "共1067471个"),
            ("共3 350亿个", "共3 350亿个"),
            ("图1. 2亿人", "图1. 2亿人"),
            ("达73 . 0，", "达73 . 0，"),
            ("1. 29亿人", "1. 29亿人"),
            ("达1.5 . 3亿", "达1.5 . 3亿"),
        ];
        for (text, expected) in cases {
            let mut closed = text.to_owned();
            for blank in within_numbers(text).into_iter().rev() {
                closed.replace_range(blank, "");
            }
            assert_eq!(closed, expected, "{text}");
        }
    }
}
