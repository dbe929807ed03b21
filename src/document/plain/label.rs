//! Lines that begin as a footnote does, and the pages at whose feet they stand.

use std::collections::HashMap;
use std::ops::Range;

use super::mark::{continues, is_han};
use crate::catalog::wording;
use crate::document::Line;
use crate::document::number::{address, is_digit, page_number};
use crate::span::Span;

/// A line that begins as a footnote does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub line: usize,
    pub number: u32,
    pub digits: Span,
    /// What stands behind the number on its line.
    pub rest: Option<Span>,
    /// Whether neither white space, a word nor the sign of a quotation tells the number
    /// from what is behind it.
    pub is_close: bool,
}

impl Label {
    /// Whether words stand behind the number: a page number has none.
    pub fn has_text(&self) -> bool {
        self.rest.is_some()
    }
}

/// A line without the sign of a quotation, as which Markdown may set a footnote.
///
/// Forced by `fixtures/footnotes-as-quotations`.
pub(super) fn unquoted(text: &str, line: Span) -> Span {
    let source = &text[line.range()];
    let bare = source.trim_start_matches(['>', ' ']);
    match source.starts_with('>') {
        true => Span::new(line.end - bare.len(), line.end),
        false => line,
    }
}

/// The lines of each page without the number of the page below them. A text
/// without page breaks ends a page with each number that stands alone, and with those that
/// the same running head stands below again and again.
///
/// Forced by `fixtures/footnotes-as-quotations`.
pub(super) fn pages(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    /// The labels of a chart, numbers and titles, are no more alike.
    const FEWEST: usize = 3;
    let has_breaks = lines.last().is_some_and(|line| line.page > 0);
    let is_number = |at: usize| page_number(&text[lines[at].span.range()]).is_some();
    // Of each line that is a number alone, the one below it; and how often each stands so.
    let below: Vec<Option<&str>> = match has_breaks {
        true => Vec::new(),
        false => (0..lines.len())
            .map(|at| below_number(text, lines, at))
            .collect(),
    };
    let mut heads: HashMap<&str, usize> = HashMap::new();
    for head in below.iter().flatten() {
        *heads.entry(head).or_default() += 1;
    }
    let is_over_head = |at: usize| below[at].is_some_and(|head| heads[head] >= FEWEST);
    let mut pages: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for at in 0..lines.len() {
        let ends = if has_breaks {
            lines
                .get(at + 1)
                .is_none_or(|next| next.page != lines[at].page)
        } else {
            is_dashed_number(&text[lines[at].span.range()]) || is_over_head(at)
        };
        if ends {
            let last = (start..=at).rev().find(|&at| !lines[at].is_blank());
            let end = last.map_or(start, |last| last + usize::from(!is_number(last)));
            pages.push(start..end);
            start = at + 1;
        }
    }
    if !has_breaks && start < lines.len() {
        pages.push(start..lines.len());
    }
    pages
}

/// `— 8 —`: a page number that nothing else is.
fn is_dashed_number(line: &str) -> bool {
    line.starts_with(['-', '—', '–', '·']) && page_number(line).is_some()
}

/// The next line below a number that is alone on its line, if it says more than a word.
fn below_number<'t>(text: &'t str, lines: &[Line], at: usize) -> Option<&'t str> {
    const FURTHEST: usize = 4;
    const SHORTEST: usize = 6;
    let line = |line: &Line| &text[line.span.range()];
    page_number(line(&lines[at]))?;
    let mut below = lines[at + 1..].iter().take(FURTHEST);
    let head = line(below.find(|line| !line.is_blank())?);
    let letters = head.chars().filter(|c| c.is_alphabetic());
    (letters.take(SHORTEST).count() == SHORTEST).then_some(head)
}

/// The lines of a page that begin with a number as footnotes do: alone on its line, or
/// with words behind it that are no unit. Right behind it they may be anything where the
/// line above ends a sentence, or the number is the one `expected`, or the next.
pub(super) fn labels(
    text: &str,
    lines: &[Line],
    in_grid: &[bool],
    page: Range<usize>,
    expected: Option<u32>,
) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    for at in page.filter(|&at| !in_grid[at]) {
        let Some(label) = label(text, lines, at) else {
            continue;
        };
        let is_next = || {
            let last = found.last().map(|last| last.number + 1);
            [expected, last].contains(&Some(label.number))
        };
        if !label.is_close || follows(text, lines, at) || is_next() {
            found.push(label);
        }
    }
    found
}

/// The number that a line begins with, if it does as a footnote may.
fn label(text: &str, lines: &[Line], at: usize) -> Option<Label> {
    let line = unquoted(text, lines[at].span);
    let source = &text[line.range()];
    let run = source.bytes().take_while(u8::is_ascii_digit).count();
    if run == 0 || source.starts_with('0') {
        return None;
    }
    let length = match run {
        1..=3 => run,
        _ => run.checked_sub(year_at_end(source, run)?)?,
    };
    let digits = Span::new(line.start, line.start + length);
    let number = source.get(..length)?.parse().ok()?;
    let rest = Span::new(digits.end, line.end).trimmed(text);
    let words = &text[rest.range()];
    let is_quoted = line.start > lines[at].span.start;
    let is_apart = rest.start > digits.end;
    let is_source =
        words.starts_with("来源") || words.starts_with("数据来源") || address(words).is_some();
    let begins = match is_apart {
        true => (is_quoted || follows(text, lines, at)) && begins_text(words),
        false => length < run || begins_close(words),
    };
    (rest.is_empty() || is_source || begins).then_some(Label {
        line: at,
        number,
        digits,
        rest: (!rest.is_empty()).then_some(rest),
        is_close: !is_quoted && !is_apart && !is_source && !rest.is_empty(),
    })
}

/// The length of the year that the digits at the start end in, if a number of up to three
/// digits is before it: 752024 年.
fn year_at_end(source: &str, run: usize) -> Option<usize> {
    const YEAR: usize = "2024".len();
    let year = &source[run.checked_sub(YEAR)?..run];
    let behind = source[run..].trim_start_matches(' ');
    let is_year = (5..=7).contains(&run)
        && (year.starts_with("19") || year.starts_with("20"))
        && behind.starts_with('年');
    is_year.then_some(YEAR)
}

/// Whether what stands above a line does not end within a sentence, whose number the line
/// might begin with.
fn follows(text: &str, lines: &[Line], at: usize) -> bool {
    let above = at.checked_sub(1).map(|above| lines[above].span);
    above.is_none_or(|above| {
        let above = &text[above.range()];
        above.is_empty() || above.ends_with(['。', '；', '！', '？', '.', '>', '）', ')', '”'])
    })
}

/// What a footnote begins with; 12 月 and 3 个 begin none, and 1 个人 may.
pub(super) fn begins_text(words: &str) -> bool {
    const UNITS: &str = "年月日时万亿千百个家人次款条项章节％";
    let Some(c) = words.chars().next() else {
        return false;
    };
    let is_unit = UNITS.contains(c) && !begins_word(words);
    !is_digit(c) && !c.is_ascii_punctuation() && !is_unit || c == '.' || c == '<'
}

/// Whether a word begins with a character that is a unit elsewhere: 人均 is no 人.
pub(super) fn begins_word(words: &str) -> bool {
    wording().behind_numbers.begin(words)
}

/// Whether words right behind a number are the text of its footnote: 18静态网页：指….
/// 5G, 60岁 and 1.5 are not. A point is that of a domain, of which a sentence says
/// something: 2.IPv6活跃用户 is a heading.
///
/// Forced by `fixtures/footnotes-close-to-numbers` and
/// `fixtures/numbers-before-latin-letters`.
pub(super) fn begins_close(words: &str) -> bool {
    let mut next = words.chars();
    let (Some(first), second) = (next.next(), next.next()) else {
        return false;
    };
    let is_capital = |c: Option<char>| c.is_some_and(|c| c.is_ascii_uppercase());
    is_han(first) && begins_text(words) && (!continues(first) || begins_word(words))
        || "“《「".contains(first)
        || first == '.' && begins_domain(words) && words.contains(['：', '，', '。', '；', ':'])
        || is_capital(Some(first)) && is_capital(second)
}

/// `.XYZ`, `.com`: letters of one case behind a point, and no digit behind them.
fn begins_domain(words: &str) -> bool {
    let name = words.strip_prefix('.').unwrap_or_default();
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = &name.as_bytes()[..name.len() - rest.len()];
    let is_of_one_case =
        letters.iter().all(u8::is_ascii_uppercase) || letters.iter().all(u8::is_ascii_lowercase);
    !letters.is_empty() && is_of_one_case && !rest.starts_with(is_digit)
}
