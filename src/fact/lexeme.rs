//! A sentence as quantities, words about time, digits that count nothing,
//! amounts in words, and the words between.

use std::ops::Range;

use super::time::{self, Time};
use super::{broken, head, name};
use crate::catalog;
use crate::claim::Class;
use crate::document::number::is_digit;
use crate::grammar::quantity::{self, Quantity};
use crate::grammar::spelled;

/// Something in a sentence that is more than words.
#[derive(Clone, Debug)]
pub struct Lexeme<'t> {
    /// Where it stands in the sentence.
    pub range: Range<usize>,
    /// What it is.
    pub kind: LexemeKind<'t>,
}

/// What a lexeme is.
#[derive(Clone, Debug)]
pub enum LexemeKind<'t> {
    /// A number that may be a statistic.
    Quantity(Quantity<'t>),
    /// A place in an order: 第 35 位.
    Rank(Quantity<'t>),
    /// Words about time.
    Time(Time),
    /// Digits that belong to words: 5G, 60 岁及以上, 第 33 届.
    Words(Class),
    /// A number that could not be read.
    Broken,
    /// An amount in words: 三分之一, 翻番.
    Spelled,
}

/// The lexemes of a sentence, in order.
pub fn lexemes(text: &str) -> Vec<Lexeme<'_>> {
    let mut lexemes = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        match Some(at)
            .filter(|_| may_begin(c))
            .and_then(|at| lexeme(text, at))
        {
            Some((mut kind, length)) => {
                if let Some(last) = lexemes.last_mut() {
                    break_ends(text, last, (at, &mut kind));
                }
                lexemes.push(Lexeme {
                    range: at..at + length,
                    kind,
                });
                at += length;
            }
            None => at += c.len_utf8(),
        }
    }
    break_cells(text, &mut lexemes);
    lexemes
}

/// Numbers side by side, of which the first counts nothing, are the cells of a table that
/// lost its columns: which heading they stand under, a sentence does not say.
///
/// Forced by `fixtures/rows-in-a-paragraph`.
fn break_cells(text: &str, lexemes: &mut [Lexeme]) {
    let is_number = |lexeme: &Lexeme| matches!(lexeme.kind, LexemeKind::Quantity(_));
    let counts_nothing = |lexeme: &Lexeme| match &lexeme.kind {
        LexemeKind::Quantity(quantity) => quantity.unit.printed().is_none(),
        LexemeKind::Broken => true,
        _ => false,
    };
    for at in 1..lexemes.len() {
        let [one, next] = &mut lexemes[at - 1..=at] else {
            return;
        };
        let is_beside = text[one.range.end..next.range.start].trim().is_empty();
        let is_apart = is_beside && text[..next.range.start].ends_with(' ');
        if is_apart && counts_nothing(one) && is_number(next) {
            one.kind = LexemeKind::Broken;
            next.kind = LexemeKind::Broken;
        }
    }
}

/// 5000 元-1 万元: of two numbers that a dash joins and that are no range together, neither is
/// known, and the second has no sign. 1/3 is neither one nor three.
fn break_ends(text: &str, last: &mut Lexeme, (at, kind): (usize, &mut LexemeKind)) {
    let (LexemeKind::Quantity(from), LexemeKind::Quantity(to)) = (&mut last.kind, kind) else {
        return;
    };
    let between = &text[last.range.end..at];
    let is_dash = |words: &str| {
        let mut signs = words.trim().chars();
        let is_sign = signs.next().is_some_and(|c| quantity::DASHES.contains(&c));
        is_sign && signs.next().is_none()
    };
    let is_signed = between.trim().is_empty() && text[at..].starts_with(quantity::MINUS);
    let is_fraction =
        matches!(between, "/" | "／") && from.unit.printed().is_none() && from.value < to.value;
    if is_signed || is_dash(between) || is_fraction {
        from.is_broken = true;
        to.is_broken = true;
    }
}

/// 带宽达 40T, 流量约 18G: an amount whose unit is a letter alone, and so not known; 升级为 5G is
/// none.
fn lettered(before: &str, rest: &str) -> Option<usize> {
    let behind = rest.trim_start_matches(|c: char| is_digit(c) || c == '.');
    let mut letters = behind.chars();
    let is_network = behind.starts_with('G') && rest.len() - behind.len() == 1;
    let is_letter = letters.next().is_some_and(|c| "KMGTPE".contains(c)) && !is_network;
    let is_alone = letters.next().is_none_or(|c| "，。；、,;（(".contains(c));
    let is_said =
        || head::ends_in_amount(before) && !before.trim_end().ends_with(['为', '是', '到', '至']);
    (is_letter && is_alone && is_said()).then(|| rest.len() - behind.len() + 1)
}

/// Whether a lexeme may begin with a character: nearly all begin none.
fn may_begin(c: char) -> bool {
    is_digit(c)
        || broken::may_begin(c)
        || matches!(c, '《' | '“' | '第' | 'h' | '@' | '²' | '³')
        || quantity::MINUS.contains(&c)
        || quantity::NEGATIVE.contains(&c)
        || time::may_begin(c)
        || spelled::may_begin(c)
}

fn lexeme(text: &str, at: usize) -> Option<(LexemeKind<'_>, usize)> {
    let (before, rest) = text.split_at(at);
    if let Some(length) = name::address(before, rest) {
        return Some((LexemeKind::Words(Class::Contact), length));
    }
    if let Some((quantity, length)) = broken::leading(before, rest) {
        let kind = quantity.map_or(LexemeKind::Broken, LexemeKind::Quantity);
        return Some((kind, length));
    }
    if rest.starts_with(quantity::MINUS) {
        let digits = rest.trim_start_matches(quantity::MINUS);
        let is_sign = digits.starts_with(is_digit)
            && !before.ends_with(|c: char| c.is_alphanumeric() && !is_han(c) || c == '%');
        let (quantity, after) = quantity::leading(rest).filter(|_| is_sign)?;
        // 歼-20 is called so; 增长-1.3% has a unit.
        if before.ends_with(is_han) && quantity.unit.printed().is_none() {
            return None;
        }
        return Some((LexemeKind::Quantity(quantity), rest.len() - after.len()));
    }
    if let Some(unsigned) = rest.strip_prefix(quantity::NEGATIVE) {
        let is_said = unsigned.starts_with(is_digit) && head::ends_in_amount(before);
        let (mut quantity, after) = quantity::leading(unsigned).filter(|_| is_said)?;
        quantity.value = -quantity.value;
        return Some((LexemeKind::Quantity(quantity), rest.len() - after.len()));
    }
    if let Some((time, length)) = time::leading(rest).filter(|_| rest.starts_with('“')) {
        return Some((timed(time), length));
    }
    if let Some((class, length)) = name::enclosed(rest) {
        return Some((LexemeKind::Words(class), length));
    }
    if rest.starts_with(['²', '³']) {
        // 每 km²: of the unit that is spoken of.
        let is_of_unit = before.ends_with(['m', '米']);
        return is_of_unit.then_some((LexemeKind::Words(Class::Label), '²'.len_utf8()));
    }
    if !rest.starts_with(is_digit) {
        if let Some((quantity, length)) = rank(before, rest) {
            return Some((LexemeKind::Rank(quantity), length));
        }
        // 明年底, 每年年底 are no end of the year that is spoken of.
        let is_of_other = ["年底", "年末"].iter().any(|end| rest.starts_with(end))
            && before.ends_with([
                '明', '后', '次', '翌', '每', '历', '往', '多', '年', '整', '财',
            ]);
        if let Some((time, length)) = time::leading(rest).filter(|_| !is_of_other) {
            return Some((timed(time), length));
        }
        if let Some((class, length)) = name::ordinal(rest) {
            return Some((LexemeKind::Words(class), length));
        }
        let length = spelled::leading(before, rest)?;
        return Some((LexemeKind::Spelled, length));
    }
    if let Some(length) = duration(before, rest) {
        return Some((LexemeKind::Broken, length));
    }
    if let Some(length) = lettered(before, rest)
        && let Some((mut quantity, _)) = quantity::leading(rest)
        && quantity.unit.printed().is_none()
    {
        quantity.is_broken = true;
        return Some((LexemeKind::Quantity(quantity), length));
    }
    if let Some((class, length)) = name::leading(before, rest)
        && !(class == Class::Label && name::is_age(rest) && head::ends_in_amount(before))
    {
        return Some((LexemeKind::Words(class), length));
    }
    let is_said = head::ends_in_amount(before);
    if let Some((time, length)) = time::leading(rest)
        && !(is_said && time == Time::Words && time::is_duration(rest))
    {
        // 新华社 7 月 17 日电：: when it is told, which what is told is older than.
        let kind = match is_dateline(&rest[length..]) {
            true => LexemeKind::Words(Class::Period),
            false => timed(time),
        };
        return Some((kind, length));
    }
    let found = if head::ends_in_change(before) {
        quantity::leading_change(rest)
    } else {
        quantity::leading(rest)
    };
    let is_read = |after| !is_english_multiple(after) && !broken::is_cut_short(after);
    match found.filter(|(_, after)| is_read(after) && !name::is_padded(rest)) {
        Some((mut quantity, after)) => {
            if before.ends_with("零下") {
                quantity.value = -quantity.value;
            }
            Some((LexemeKind::Quantity(quantity), rest.len() - after.len()))
        }
        None => {
            let is_part = |c| is_digit(c) || matches!(c, ',' | '.');
            let digits = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            let digits = rest[..digits].trim_end_matches([',', '.']).len();
            Some(match broken::behind(&rest[digits..]) {
                Some((quantity, after)) => {
                    (LexemeKind::Quantity(quantity), rest.len() - after.len())
                }
                None => (LexemeKind::Broken, digits),
            })
        }
    }
}

/// 3 小时 20 分钟, 2 分 20 秒 where it says how much: one amount in two units, which is no
/// number of either. The length.
fn duration(before: &str, rest: &str) -> Option<usize> {
    let digits = |text: &str| {
        text.find(|c| !(is_digit(c) || c == '.'))
            .filter(|&end| end > 0)
    };
    let after = rest[digits(rest)?..].trim_start();
    let (after, is_sure) = match after.strip_prefix("分钟") {
        Some(after) => (after, true),
        None => match after.strip_prefix('分') {
            Some(after) => (after, false),
            None => (
                after
                    .strip_prefix('个')
                    .unwrap_or(after)
                    .strip_prefix("小时")?,
                true,
            ),
        },
    };
    let after = after.trim_start();
    let after = after[digits(after)?..].trim_start();
    let units = ["分钟", "分", "秒"];
    let after = units.iter().find_map(|unit| after.strip_prefix(unit))?;
    let is_amount = is_sure || head::ends_in_amount(before) || before.ends_with(['从', '由']);
    is_amount.then_some(rest.len() - after.len())
}

/// Whether a day is that of a dispatch: what stands behind it.
fn is_dateline(after: &str) -> bool {
    let behind = after.trim_start().strip_prefix(['电', '讯']);
    behind.is_some_and(|behind| behind.starts_with(['：', ':', '，', ',', '（', '(', ' ']))
}

/// 33.02 million: without the word the value would be another.
fn is_english_multiple(after: &str) -> bool {
    const WORDS: [&str; 4] = ["thousand", "million", "billion", "trillion"];
    let after = after.trim_start();
    WORDS.iter().any(|word| after.starts_with(word))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

fn timed(time: Time) -> LexemeKind<'static> {
    match time {
        Time::Words => LexemeKind::Words(Class::Period),
        time => LexemeKind::Time(time),
    }
}

/// `第 35 位`, `第 2 名`; `第 1` behind 位列.
fn rank<'t>(before: &str, text: &'t str) -> Option<(Quantity<'t>, usize)> {
    let digits = text.strip_prefix('第')?;
    let (mut quantity, after) = quantity::leading(digits)?;
    let mut units = ["位", "名"].into_iter();
    let unit = units.find(|unit| quantity.unit.word == *unit);
    let ends = || after.is_empty() || after.starts_with(['，', '；', '。', '（']);
    let before = before.trim_end();
    let ranks = || before.ends_with("排名") || catalog::wording().subject.ranked.end(before);
    let is_ranked = || ranks() && ends();
    let end = match unit {
        Some(unit) => digits.find(unit)? + unit.len(),
        None if quantity.unit.printed().is_none() && is_ranked() => digits.len() - after.len(),
        None => return None,
    };
    quantity.unit.id = Some("rank");
    Some((quantity, text.len() - digits.len() + end))
}
