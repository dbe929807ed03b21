//! A sentence divided: clauses, and in them the numbers that stand together.

use std::borrow::Cow;
use std::ops::Range;

use super::lexeme::{Lexeme, LexemeKind};
use crate::document::number::is_digit;
use crate::grammar::approximation::trailing_approximation;
use crate::grammar::quantity::PrintedUnit;
use crate::grammar::words;

/// Stands in a [`Group::head`] for the lexeme of that index: a character for
/// private use, so that words about time are one letter to the cues around
/// them.
const FIRST_PLACEHOLDER: u32 = 0xE000;

/// What stands between two stops.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Where it stands in the sentence.
    pub range: Range<usize>,
    /// Indices of its lexemes, those of brackets aside.
    pub lexemes: Vec<usize>,
    /// Clauses in brackets that hold numbers.
    pub brackets: Vec<Range<usize>>,
    /// Whether it begins after 。 or ； or at the start of the sentence.
    pub is_first: bool,
}

/// Numbers that stand together, with the words around them.
#[derive(Clone, Debug)]
pub struct Group {
    /// Indices of the lexemes of the numbers.
    pub numbers: Vec<usize>,
    /// What stands before them.
    pub head: String,
    /// What stands behind them, up to the next group or the end.
    pub tail: String,
    /// Where the words before them begin.
    pub start: usize,
}

/// The clauses of a sentence, in order.
pub fn clauses(text: &str, range: Range<usize>, lexemes: &[Lexeme]) -> Vec<Clause> {
    let brackets = brackets_with_numbers(text, &range, lexemes);
    let mut clauses: Vec<Clause> = Vec::new();
    let (mut start, mut is_first) = (range.start, true);
    let mut close = |from: usize, to: usize, is_first: bool| {
        let inside = |part: &Range<usize>| from <= part.start && part.end <= to;
        if text[from..to].trim().is_empty() {
            return;
        }
        let first = lexemes.partition_point(|lexeme| lexeme.range.start < from);
        let own = lexemes.iter().enumerate().skip(first);
        let own = own.take_while(|(_, lexeme)| lexeme.range.start < to);
        let brackets = within(&brackets, from..to);
        let own = own.filter(|(_, lexeme)| {
            inside(&lexeme.range) && !is_within(brackets, lexeme.range.start)
        });
        clauses.push(Clause {
            range: from..to,
            lexemes: own.map(|(index, _)| index).collect(),
            brackets: brackets.to_vec(),
            is_first,
        });
    };
    let mut at = range.start;
    let (mut next, mut depth) = (0, 0usize);
    let mut counted_to = None;
    while at < range.end {
        while next < lexemes.len() && lexemes[next].range.end <= at {
            next += 1;
        }
        if let Some(lexeme) = lexemes.get(next).filter(|lexeme| lexeme.range.start <= at) {
            at = lexeme.range.end;
            if matches!(lexeme.kind, LexemeKind::Quantity(_)) {
                counted_to = Some(at);
            }
            // 2022 年 6 月较 2021 年 12 月新增…: when, and since when.
            let is_time = matches!(lexeme.kind, LexemeKind::Time(_));
            let is_compared = |then: &Lexeme| {
                let between = text.get(at..then.range.start).map(str::trim);
                matches!(then.kind, LexemeKind::Time(_))
                    && matches!(
                        between,
                        Some("较" | "相较" | "相较于" | "相比" | "相比于" | "比")
                    )
            };
            if is_time && depth == 0 && lexemes.get(next + 1).is_some_and(is_compared) {
                close(start, at, is_first);
                (start, is_first) = (at, false);
            }
            continue;
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        let end = at + c.len_utf8();
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            // 分别为 31.4%，36.2% 和 29.9%
            '，' | ',' if depth == 0 && goes_on_listing(text, start..at, lexemes, next) => {}
            '，' | ',' | '；' | ';' | '：' | ':' | '。' | '！' | '？' if depth == 0 => {
                close(start, at, is_first);
                start = end;
                is_first = matches!(c, '；' | ';' | '。' | '！' | '？');
            }
            // 网民 9.04 亿——较 2018 年增长…: goes on as behind a comma.
            '—' if depth == 0
                && text[at..].starts_with(DASH)
                && ends_item(text, counted_to, at..at + DASH.len())
                && goes_on_counting(&text[at..range.end]) =>
            {
                close(start, at, is_first);
                at += DASH.len();
                (start, is_first) = (at, false);
                continue;
            }
            // 网民 5.91 亿｜普及率 44.1%, ①网民 11.08 亿人②网络视频用户…: items that signs part.
            '｜' | '／' | '①'..='⑳' if depth == 0 && ends_item(text, counted_to, at..end) => {
                close(start, at, is_first);
                start = if matches!(c, '｜' | '／') { end } else { at };
                is_first = true;
            }
            _ => {}
        }
        at = end;
    }
    close(start, range.end, is_first);
    clauses
}

/// What adds to a sentence, or takes up its thread.
const DASH: &str = "——";

/// Whether a number stands behind a dash before the next stop.
fn goes_on_counting(words: &str) -> bool {
    let end = words.find(['，', ',', '；', ';', '。', '：']);
    words[..end.unwrap_or(words.len())].contains(is_digit)
}

/// Whether nothing stands between a number and a sign that parts items, and no other number
/// right behind it: 3 亿／5 亿 are two of one thing.
fn ends_item(text: &str, counted_to: Option<usize>, sign: Range<usize>) -> bool {
    let is_behind = counted_to.is_some_and(|end| text[end..sign.start].trim().is_empty());
    is_behind && !text[sign.end..].trim_start().starts_with(is_digit)
}

/// Whether only numbers follow behind a comma, up to the next stop, and the words before it
/// hand them out. `next` is the first lexeme behind it.
fn goes_on_listing(text: &str, before: Range<usize>, lexemes: &[Lexeme], next: usize) -> bool {
    /// No list goes on for longer.
    const LONGEST: usize = 40;
    let said = &text[before.clone()];
    let listed = words::split_last(said, "分别").or_else(|| words::split_last(said, "依次"));
    // 分别达 10.8 亿人和 10.7 亿人，97%和 96%: the list is at its end.
    if listed.is_none_or(|(_, list)| list.contains(['和', '与', '及'])) {
        return false;
    }
    let mut at = before.end + text[before.end..].chars().next().map_or(0, char::len_utf8);
    let mut count = 0;
    for lexeme in lexemes[next..].iter().take(LONGEST) {
        let between = text[at..lexeme.range.start].trim();
        if !matches!(lexeme.kind, LexemeKind::Quantity(_))
            || !between.is_empty() && (count == 0 || !is_separator(between))
        {
            break;
        }
        count += 1;
        at = lexeme.range.end;
    }
    let rest = text[at..].trim_start();
    let is_end = rest.is_empty() || rest.starts_with(['，', ',', '；', ';', '。']);
    count > 0 && is_end
}

/// Those of some brackets, in order, that lie in a range.
fn within(brackets: &[Range<usize>], range: Range<usize>) -> &[Range<usize>] {
    let first = brackets.partition_point(|bracket| bracket.start < range.start);
    let end = brackets.partition_point(|bracket| bracket.end <= range.end);
    &brackets[first..end.max(first)]
}

/// Whether a place lies in one of some brackets, in order.
fn is_within(brackets: &[Range<usize>], at: usize) -> bool {
    let next = brackets.partition_point(|bracket| bracket.end <= at);
    brackets
        .get(next)
        .is_some_and(|bracket| bracket.contains(&at))
}

/// The insides of the outermost brackets in which a number stands.
fn brackets_with_numbers(
    text: &str,
    range: &Range<usize>,
    lexemes: &[Lexeme],
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (offset, c) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        match (c, open) {
            ('（' | '(', None) => open = Some((at + c.len_utf8(), 0)),
            ('（' | '(', Some((start, depth))) => open = Some((start, depth + 1)),
            ('）' | ')', Some((start, 0))) => {
                let first = lexemes.partition_point(|lexeme| lexeme.range.start < start);
                let mut inside = lexemes[first..]
                    .iter()
                    .take_while(|lexeme| lexeme.range.end <= at);
                let has_number = inside.any(|lexeme| {
                    matches!(lexeme.kind, LexemeKind::Quantity(_) | LexemeKind::Rank(_))
                });
                if has_number {
                    found.push(start..at);
                }
                open = None;
            }
            ('）' | ')', Some((start, depth))) => open = Some((start, depth - 1)),
            _ => {}
        }
    }
    found
}

impl Clause {
    /// The clause as words, lexemes of time as placeholders.
    pub fn words(&self, text: &str, lexemes: &[Lexeme]) -> String {
        self.between(text, lexemes, self.range.clone())
    }

    /// The numbers of the clause in groups: those with nothing but 、 or 和
    /// between them stand together.
    pub fn groups(&self, text: &str, lexemes: &[Lexeme]) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut last_end = self.range.start;
        for &index in &self.lexemes {
            let lexeme = &lexemes[index];
            if !matches!(lexeme.kind, LexemeKind::Quantity(_) | LexemeKind::Rank(_)) {
                continue;
            }
            let between = self.between(text, lexemes, last_end..lexeme.range.start);
            match groups.last_mut() {
                Some(group) if is_separator(&between) && is_of_one(group, index, lexemes) => {
                    group.numbers.push(index);
                }
                Some(group) => {
                    let is_list = is_separator(&between);
                    let (tail, head) = if is_list { ("", "") } else { divide(&between) };
                    group.tail = tail.to_owned();
                    let head = head.to_owned();
                    groups.push(Group {
                        numbers: vec![index],
                        head,
                        tail: String::new(),
                        start: last_end,
                    });
                }
                None => groups.push(Group {
                    numbers: vec![index],
                    head: between,
                    tail: String::new(),
                    start: self.range.start,
                }),
            }
            last_end = lexeme.range.end;
        }
        if let Some(group) = groups.last_mut() {
            group.tail = self.between(text, lexemes, last_end..self.range.end);
            // 21.9% 的全球平均水平——这是…: what a dash adds is no more of it.
            if let Some(at) = group.tail.find(DASH).filter(|&at| at > 0) {
                group.tail.truncate(at);
            }
        }
        // 与去年同期的 226,595 个相比增加: as 比去年同期 226,595 个增加.
        for at in 0..groups.len() {
            let Some(tail) = groups[at].tail.trim_start().strip_prefix("相比") else {
                continue;
            };
            let Some(head) = compared_then(&groups[at].head) else {
                continue;
            };
            groups[at].tail = tail.to_owned();
            groups[at].head = head;
            if let Some(next) = groups.get_mut(at + 1) {
                next.head = next.head.trim_start().trim_start_matches("相比").to_owned();
            }
        }
        // 3 批次、70 个城市: both are of what stands behind them.
        for at in (1..groups.len()).rev() {
            let is_led = groups[at].head.is_empty() && groups[at - 1].tail.is_empty();
            if is_led {
                groups[at - 1].tail = groups[at].tail.clone();
            }
        }
        groups
    }

    /// The same of a part of it.
    pub fn between(&self, text: &str, lexemes: &[Lexeme], range: Range<usize>) -> String {
        let mut words = String::new();
        let mut at = range.start;
        let first = self
            .lexemes
            .partition_point(|&index| lexemes[index].range.start < range.start);
        let times = self.lexemes[first..]
            .iter()
            .take_while(|&&index| lexemes[index].range.end <= range.end)
            .filter(|&&index| matches!(lexemes[index].kind, LexemeKind::Time(_)));
        for &index in times {
            push_without(
                &mut words,
                text,
                at..lexemes[index].range.start,
                &self.brackets,
            );
            words.push(placeholder(index));
            at = lexemes[index].range.end;
        }
        push_without(&mut words, text, at..range.end, &self.brackets);
        words.trim().to_owned()
    }
}

/// 比去年同期 of 与去年同期的, where nothing but a time is compared with.
fn compared_then(head: &str) -> Option<String> {
    let head = head.trim_end();
    let then = head.strip_suffix('的').unwrap_or(head);
    let before = then.trim_end_matches(|c| placeheld(c).is_some());
    let subject = before.strip_suffix(['与', '和', '同', '跟'])?;
    (before.len() < then.len()).then(|| format!("{subject}比{}", &head[before.len()..]))
}

/// Appends a part of the text less what stands in those brackets, and the
/// brackets.
fn push_without(words: &mut String, text: &str, range: Range<usize>, brackets: &[Range<usize>]) {
    let mut at = range.start;
    let next = brackets.partition_point(|bracket| bracket.end <= at);
    for bracket in &brackets[next..] {
        if bracket.start >= range.end {
            break;
        }
        if bracket.end <= at || bracket.start >= range.end || bracket.start < at {
            continue;
        }
        words.push_str(text[at..bracket.start].trim_end_matches(['（', '(']));
        let close = text[bracket.end..].chars().next().map_or(0, char::len_utf8);
        at = (bracket.end + close).min(range.end);
    }
    if at < range.end {
        words.push_str(&text[at..range.end]);
    }
}

/// The stand-in for a lexeme; beyond the private use area all are alike.
fn placeholder(index: usize) -> char {
    let code = u32::try_from(index).unwrap_or(u32::MAX).min(0x18FF);
    char::from_u32(FIRST_PLACEHOLDER + code).unwrap_or('\u{E000}')
}

/// The lexeme that a character stands for.
pub fn placeheld(c: char) -> Option<usize> {
    let index = (c as u32).checked_sub(FIRST_PLACEHOLDER)?;
    (index < 0x1900).then_some(index as usize)
}

/// The words without the stand-ins, and what joins those of a list: 在 2011 年底和 2012 年底.
pub fn without_time(words: &str) -> Cow<'_, str> {
    let is_stand_in = |c: char| placeheld(c).is_some();
    // The first bytes of what is for private use.
    let may_have = [0xee, 0xef]
        .iter()
        .any(|byte| words.as_bytes().contains(byte));
    if !may_have || !words.contains(is_stand_in) {
        return Cow::Borrowed(words);
    }
    let mut kept = String::with_capacity(words.len());
    let mut parts = words.split(is_stand_in);
    kept.extend(parts.next());
    while let Some(part) = parts.next() {
        let is_between = parts.clone().next().is_some();
        if !(is_between && is_separator(part)) {
            kept.push_str(part);
        }
    }
    Cow::Owned(kept)
}

/// Whether a number counts the same as those of a group, or stands with them for
/// what 分别 hands out: not 3 批次、70 个城市.
fn is_of_one(group: &Group, index: usize, lexemes: &[Lexeme]) -> bool {
    let unit = |index: usize| match &lexemes[index].kind {
        LexemeKind::Quantity(quantity) => Some(&quantity.unit),
        _ => None,
    };
    let units = group
        .numbers
        .last()
        .and_then(|&last| unit(last))
        .zip(unit(index));
    let is_apart = units.is_some_and(|(one, next)| {
        let counts = |unit: &PrintedUnit| unit.id == Some("item") && !unit.word.is_empty();
        let is_percent = |unit: &PrintedUnit| unit.id == Some("percent");
        // 13.2 小时、4.1 天, 9000 万笔、140 亿元
        let are_other = one.id.zip(next.id).is_some_and(|(one, next)| one != next);
        // 4.40 亿、67.1%
        let is_share = one.printed().is_some() && is_percent(one) != is_percent(next);
        let are_counted = counts(one) && counts(next) && one.word != next.word;
        are_counted || are_other || is_share && next.printed().is_some()
    });
    let is_handed_out = words::has(&group.head, &["分别", "依次", "各"]);
    !is_apart || is_handed_out
}

fn is_separator(words: &str) -> bool {
    matches!(
        words.trim(),
        "、" | "和" | "及" | "以及" | "与" | "/" | "或" | "，" | ","
    )
}

/// Where a character first stands outside of brackets.
fn outside_brackets(text: &str, sought: char) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            c if c == sought && depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

/// What follows one number and what leads to the next, where both stand
/// between them: 、 parts them, else the words belong to both.
fn divide(between: &str) -> (&str, &str) {
    if let Some(at) = outside_brackets(between, '、') {
        return (&between[..at], &between[at + '、'.len_utf8()..]);
    }
    for word in ["以及", "并且", "和", "及"] {
        if let Some(head) = between.strip_prefix(word) {
            return ("", head);
        }
    }
    // 现金和: the second number is of something of its own.
    let (words, _) = trailing_approximation(between);
    for word in ["以及", "和", "及", "与"] {
        if let Some(tail) = words.strip_suffix(word) {
            return (tail, &between[words.len()..]);
        }
    }
    (between, between)
}
