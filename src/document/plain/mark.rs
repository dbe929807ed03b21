//! The plain digits above the foot of a page that are the marks of its
//! footnotes.

use std::collections::HashMap;
use std::ops::Range;

use super::label::begins_word;
use crate::document::Line;
use crate::document::number::{is_digit, superscript};
use crate::span::Span;

/// The number tokens of a text, asked which are marks.
pub(super) struct Marks<'t> {
    text: &'t str,
    lines: &'t [Line],
    numbers: &'t [Span],
    /// How often each word of letters and digits is printed: IPv6 is a name,
    /// gTLD9 is not.
    words: HashMap<&'t str, usize>,
    /// Whether the text parts numbers from the characters before them, so that
    /// digits right behind one are no number.
    is_spaced: bool,
}

/// What is known of the mark of a footnote.
pub(super) enum Found {
    Sure(Span),
    /// No other digits between the marks of its neighbours can be it, and these may.
    Likely(Span),
    /// These may be it.
    Doubtful(Vec<Span>),
}

impl Found {
    pub fn is_sure(&self) -> bool {
        matches!(self, Found::Sure(_))
    }

    pub fn is_likely(&self) -> bool {
        matches!(self, Found::Sure(_) | Found::Likely(_))
    }
}

/// How sure digits are a mark by what stands around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// They may be one, and may be part of a number.
    Merged,
    /// They may be one.
    Weak,
    /// They are one, if nothing else is: behind Latin letters, as in a name.
    Likely,
    /// No number can stand there.
    Strong,
}

impl<'t> Marks<'t> {
    pub fn new(text: &'t str, lines: &'t [Line], numbers: &'t [Span]) -> Marks<'t> {
        let mut words = HashMap::new();
        let (mut direct, mut apart) = (0usize, 0usize);
        for number in numbers {
            let before = &text[..number.start];
            match before.chars().next_back() {
                Some(c) if c.is_ascii_alphabetic() => {
                    *words.entry(word(text, *number)).or_default() += 1;
                }
                Some(c) if is_han(c) => direct += 1,
                Some(' ') if before.trim_end_matches(' ').ends_with(is_han) => apart += 1,
                _ => {}
            }
        }
        Marks {
            text,
            lines,
            numbers,
            words,
            is_spaced: direct * 3 < apart,
        }
    }

    /// The marks of these footnotes among the lines above them, in order.
    pub fn of(&self, above: Range<usize>, footnotes: &[u32]) -> Vec<Found> {
        let mut candidates: Vec<Vec<(Span, Strength)>> = vec![Vec::new(); footnotes.len()];
        let (Some(first), Some(&least)) = (self.lines.get(above.start), footnotes.first()) else {
            return Vec::new();
        };
        let end = self.lines[..above.end]
            .last()
            .map_or(0, |line| line.span.end);
        let from = self
            .numbers
            .partition_point(|number| number.start < first.span.start);
        for number in self.numbers[from..]
            .iter()
            .take_while(|number| number.end <= end)
        {
            for (span, strength, value) in self.readings(*number) {
                let index = (value as usize).wrapping_sub(least as usize);
                if let Some(slot) = candidates.get_mut(index) {
                    slot.push((span, strength));
                }
            }
        }
        decide(&candidates)
    }

    /// What of a number token may be a mark, and which.
    fn readings(&self, number: Span) -> Vec<(Span, Strength, u32)> {
        let digits = &self.text[number.range()];
        if let Some(value) = raised(self.text, number) {
            return vec![(number, Strength::Strong, value)];
        }
        if digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let value = digits.parse().ok();
            let strength = self.strength(number);
            return value
                .zip(strength)
                .map(|(value, strength)| (number, strength, value))
                .into_iter()
                .collect();
        }
        // The digits behind a number: 69,866,7521, or 78.64.
        let is_ungrouped = digits.bytes().all(|byte| byte.is_ascii_digit());
        let broken = is_ungrouped && self.is_broken_group(number);
        let digits = digits.as_bytes();
        let tail = digits
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let is_year = digits.len() == 4 && (digits.starts_with(b"19") || digits.starts_with(b"20"));
        if is_year && !broken {
            return Vec::new();
        }
        (1..=tail.saturating_sub(1).min(3))
            .filter(|&length| !broken || digits.len() == 3 + length)
            .filter_map(|length| {
                let span = Span::new(number.end - length, number.end);
                let value = self.text[span.range()].parse().ok()?;
                let strength = if broken {
                    Strength::Strong
                } else {
                    Strength::Merged
                };
                let is_number = self.text[span.range()].starts_with('0');
                (!is_number).then_some((span, strength, value))
            })
            .collect()
    }

    /// `69,866,7521`: behind the last comma stand too many digits.
    fn is_broken_group(&self, number: Span) -> bool {
        let before = &self.text[..number.start];
        let grouped = before
            .strip_suffix(',')
            .is_some_and(|head| head.ends_with(is_digit));
        grouped && (4..=6).contains(&(number.end - number.start)) && self.ends(number.end)
    }

    /// Whether a cell, a line or a phrase ends here.
    fn ends(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let mut next = rest.chars();
        match next.next() {
            None => true,
            Some('\n' | '\r' | '\t' | '\u{c}' | '|' | '<') => true,
            Some(' ') => {
                rest.starts_with("  ") || rest.trim_start_matches(' ').starts_with(['\n', '|'])
            }
            Some(c) => {
                "，。；、：！？）》」』”…（《“】".contains(c)
                    || ",.;:)(".contains(c) && !next.next().is_some_and(|c| c.is_alphanumeric())
            }
        }
    }

    fn strength(&self, number: Span) -> Option<Strength> {
        /// A number right behind one of these is what it says.
        const NUMBERED: &str = "第图表注";
        /// Behind these a number is a count, unless numbers stand apart.
        const COUNTED: &str = "为达至到于近超约有仅共前后每";
        const CLOSING: &str = "%％）》」』”’)】";
        let above = self
            .lines
            .partition_point(|line| line.span.start <= number.start);
        let line = above.checked_sub(1).map(|at| self.lines[at].span.start);
        let line = line.unwrap_or(number.start);
        let before = self.text[line..number.start].chars().next_back();
        let ends = self.ends(number.end);
        let rest = &self.text[number.end..];
        let next = rest.chars().next();
        // 在10左右 is of a number.
        const BOUNDS: [&str; 6] = ["左右", "上下", "以上", "以下", "以内", "之间"];
        let is_unit = |c: char| {
            continues(c) && !begins_word(rest) || BOUNDS.iter().any(|bound| rest.starts_with(bound))
        };
        if !ends && next.is_some_and(|c| !c.is_whitespace() && !is_han(c) || is_unit(c)) {
            return None;
        }
        let strong = |is_strong: bool| {
            Some(if is_strong {
                Strength::Strong
            } else {
                Strength::Weak
            })
        };
        let is_behind_word = || {
            let before = self.text[line..number.start].trim_end_matches(' ');
            let is_word = |c| is_han(c) && !COUNTED.contains(c) && !NUMBERED.contains(c);
            before.ends_with(|c| is_word(c) || CLOSING.contains(c))
        };
        match before {
            Some(c) if CLOSING.contains(c) => Some(Strength::Strong),
            Some(c) if NUMBERED.contains(c) => None,
            Some(c) if is_han(c) => strong(self.is_spaced || ends && !COUNTED.contains(c)),
            Some(c) if c.is_ascii_alphabetic() => {
                let is_name = self.words.get(word(self.text, number)) != Some(&1);
                match ends {
                    true => (!is_name).then_some(Strength::Likely),
                    // The cells of a row with one blank between: .CN16 12,417,282. IPv4 is a name.
                    false => (!is_name && c.is_ascii_uppercase() && is_before_number(rest))
                        .then_some(Strength::Weak),
                }
            }
            // A tool that joins lines sets a blank before the mark that began one.
            Some(' ') if ends && !self.is_spaced && is_behind_word() => Some(Strength::Weak),
            // The mark may have wrapped to the next line.
            _ if ends && self.text[line..number.start].trim().is_empty() => {
                strong(self.is_alone_in_prose(number))
            }
            _ => None,
        }
    }

    /// Whether digits stand alone under a line of running text, as no number
    /// that wrapped does without its unit.
    fn is_alone_in_prose(&self, number: Span) -> bool {
        const SHORTEST: usize = 20;
        let at = self
            .lines
            .partition_point(|line| line.span.end < number.end);
        let Some(above) = at.checked_sub(1).map(|above| self.lines[above]) else {
            return false;
        };
        let above_text = &self.text[above.span.range()];
        self.lines[at].span == number
            && above.page == self.lines[at].page
            && !above_text.contains("  ")
            && above_text.chars().filter(|c| is_han(*c)).count() >= SHORTEST
    }
}

/// The number of digits that are raised: `²`, `^{2}`, `[^2]`, `<sup>2</sup>`.
pub(super) fn raised(text: &str, number: Span) -> Option<u32> {
    let token = &text[number.range()];
    let before = &text[..number.start];
    let digits: String = token
        .trim_matches(['^', '{', '}'])
        .chars()
        .filter_map(|c| superscript(c).map_or(Some(c), |digit| char::from_digit(digit.into(), 10)))
        .collect();
    let is_raised = !token.starts_with(|c: char| c.is_ascii_digit())
        || before.ends_with('^')
        || before.trim_end_matches(['*', '_']).ends_with("<sup>");
    is_raised.then(|| digits.parse().ok()).flatten()
}

/// Whether a blank and a number stand at the start.
fn is_before_number(rest: &str) -> bool {
    let next = rest.strip_prefix(' ');
    next.is_some_and(|next| next.starts_with(is_digit))
}

/// A Chinese character.
pub(super) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether a character behind digits makes them a count or a date.
pub(super) fn continues(c: char) -> bool {
    const UNITS: &str = "年月日号时分秒周岁亿万千百十个家人次款条项章节级版倍成点名位届期户部篇件种类省市天元\
        处所座颗台套支批场起余多组只辆架艘株头条间栋层页卷册集首幅张份笔单例宗批票股克吨米公里小\
        块枚片株轮步线代路档美港欧日％";
    UNITS.contains(c)
}

/// The letters before a number, with it.
fn word(text: &str, number: Span) -> &str {
    let before = &text[..number.start];
    let start = before
        .trim_end_matches(|c: char| c.is_ascii_alphanumeric())
        .len();
    &text[start..number.end]
}

/// Chooses a mark for each footnote: the only strong candidate; else the only
/// one between those of its neighbours, since marks stand in order; else the only weak
/// one there.
fn decide(candidates: &[Vec<(Span, Strength)>]) -> Vec<Found> {
    let of = |index: usize, least: Strength| {
        candidates[index]
            .iter()
            .filter(move |(_, strength)| *strength >= least)
            .map(|(span, _)| *span)
    };
    let only = |index: usize, range: &Range<usize>, levels: &[Strength]| {
        levels
            .iter()
            .find_map(|least| {
                let mut spans = of(index, *least)
                    .filter(|span| range.start <= span.start && span.end <= range.end);
                let first = spans.next()?;
                Some(spans.next().is_none().then_some(first))
            })
            .flatten()
    };
    const SURE: [Strength; 2] = [Strength::Strong, Strength::Likely];
    let mut chosen: Vec<Option<Span>> = (0..candidates.len())
        .map(|index| only(index, &(0..usize::MAX), &SURE))
        .collect();
    let mut is_likely = vec![false; candidates.len()];
    for levels in [&SURE[..], &[Strength::Weak]] {
        for index in 0..candidates.len() {
            if chosen[index].is_some() {
                continue;
            }
            let after = chosen[..index].iter().flatten().next_back();
            let before = chosen[index + 1..].iter().flatten().next();
            let after = after.map_or(0, |mark| mark.end);
            let before = before.map_or(usize::MAX, |mark| mark.start);
            chosen[index] = only(index, &(after..before), levels);
            is_likely[index] = levels.len() == 1 && chosen[index].is_some();
        }
    }
    chosen
        .into_iter()
        .enumerate()
        .map(|(index, mark)| match mark {
            Some(mark) if is_likely[index] => Found::Likely(mark),
            Some(mark) => Found::Sure(mark),
            None => {
                let places: Vec<Span> = of(index, Strength::Weak).collect();
                let merged = || of(index, Strength::Merged).collect();
                Found::Doubtful(if places.is_empty() { merged() } else { places })
            }
        })
        .collect()
}
