//! Finds the number tokens of a text.

use std::ops::Range;

use super::seek::{Steps, next, steps_to};
use crate::span::Span;

/// Every number token of `text`, in order.
///
/// A token is a maximal run of digits (half- or full-width) with an inner `.`
/// between digits and `,` only before exactly three digits; a run of
/// superscript digits is one token, and so is a mark `^{…}` with a digit.
/// Digits inside an address (`http…`, `www.`) are no tokens.
pub fn tokens(text: &str) -> Vec<Span> {
    Tokens { text, at: 0 }.collect()
}

/// Whether a text has a number token.
pub fn has_token(text: &str) -> bool {
    Tokens { text, at: 0 }.next().is_some()
}

/// The number tokens behind a place.
struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let start = next(self.text, self.at, &TO_TOKEN)?;
            let rest = &self.text[start..];
            let c = rest.chars().next()?;
            let (length, is_token) = if is_digit(c) {
                (plain(rest), true)
            } else if superscript(c).is_some() {
                (prefix(rest, |c| superscript(c).is_some()), true)
            } else if let Some((length, content)) = braced_mark(rest) {
                (length, content.chars().any(is_digit))
            } else {
                (address(rest).unwrap_or(c.len_utf8()), false)
            };
            self.at = start + length;
            if is_token {
                return Some(Span::new(start, self.at));
            }
        }
    }
}

/// To what [`tokens`] looks for: a digit of half or full width, a raised one, a mark in
/// braces or an address. Few characters of a report begin one.
const TO_TOKEN: Steps = steps_to(b"0123456789^hw\xc2\xe2\xef");

/// To what [`markup`] looks for.
const TO_MARKUP: Steps = steps_to(b"&<!(");

/// The length of a comment of HTML at the start.
pub fn comment(text: &str) -> Option<usize> {
    /// What goes on for longer is none.
    const LONGEST: usize = 4096;
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let inside = text.strip_prefix(OPEN)?;
    let near = &inside[..inside.floor_char_boundary(LONGEST)];
    let mut at = 0;
    let end = loop {
        at += near[at..].find("--")?;
        if near[at..].starts_with(CLOSE) {
            break at;
        }
        // One that is never closed, with another behind it: that one is looked at itself.
        if near[..at].ends_with("<!") {
            return None;
        }
        at += 1;
    };
    Some(OPEN.len() + end + CLOSE.len())
}

/// The length of an address within the text, `(#fn3)`, at the start.
pub fn local_address(rest: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let inside = rest.strip_prefix("(#")?;
    let end = inside.bytes().take(LONGEST).position(|byte| byte == b')')?;
    Some("(#".len() + end + 1)
}

/// A character written by its number at the start, `&#65288;` or `&#xff08;`,
/// and the length of that.
pub fn reference(text: &str) -> Option<(usize, char)> {
    const LONGEST: usize = 7;
    let name = text.strip_prefix("&#")?;
    let end = name
        .bytes()
        .take(LONGEST + 1)
        .position(|byte| byte == b';')?;
    let (digits, radix) = match name[..end].strip_prefix(['x', 'X']) {
        Some(hex) => (hex, 16),
        None => (&name[..end], 10),
    };
    // `parse` would take a sign.
    let is_code = digits.chars().all(|c| c.is_digit(radix));
    let code = u32::from_str_radix(digits, radix).ok()?;
    let c = char::from_u32(code).filter(|_| is_code)?;
    Some(("&#".len() + end + 1, c))
}

/// The comments of HTML, the characters written by their numbers, the addresses of
/// pictures and those within the text: digits in them are not what the text says.
pub fn markup(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next(text, at, &TO_MARKUP) {
        let rest = &text[start..];
        let length = comment(rest)
            .or_else(|| reference(rest).map(|(length, _)| length))
            .or_else(|| local_address(rest));
        if let Some(length) = length {
            found.push(Span::new(start, start + length));
        }
        let picture = image(rest);
        if let Some((length, alt)) = &picture {
            found.push(Span::new(start + alt.end, start + length));
        }
        let length = length.or(picture.map(|(length, _)| length));
        at = start + length.unwrap_or(1);
    }
    found
}

/// A half- or full-width decimal digit.
#[inline]
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// The value of a superscript digit.
#[inline]
pub fn superscript(c: char) -> Option<u8> {
    Some(match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => 4 + (c as u32 - '⁴' as u32) as u8,
        _ => return None,
    })
}

/// The value of a digit in a circle: ① to ⑳.
#[inline]
pub fn circled(c: char) -> Option<u32> {
    ('①'..='⑳').contains(&c).then(|| c as u32 - '①' as u32 + 1)
}

/// `^{…}` at the start: its whole length and what stands in the braces.
pub fn braced_mark(text: &str) -> Option<(usize, &str)> {
    let content = text.strip_prefix("^{")?;
    let end = content.bytes().take(32).position(|byte| byte == b'}')?;
    Some((end + 3, &content[..end]))
}

/// The length of an address at the start: up to white space, a closing `>` or
/// the first character that is not ASCII, less closing punctuation.
pub fn address(text: &str) -> Option<usize> {
    // Most words begin otherwise, and are gone at once.
    let is_address = text.starts_with(['h', 'w'])
        && (text.starts_with("http://")
            || text.starts_with("https://")
            || text.starts_with("www."));
    if !is_address {
        return None;
    }
    let end = text
        .find(|c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"'))
        .unwrap_or(text.len());
    Some(
        text[..end]
            .trim_end_matches(['.', ',', ';', ':', ')', ']'])
            .len(),
    )
}

/// The address of a picture at the start, `![…](…)`: its whole length, and what it shows
/// in words of Chinese.
pub fn image(text: &str) -> Option<(usize, Range<usize>)> {
    const LONGEST: usize = 400;
    const OPEN: &str = "![";
    let inside = text.strip_prefix(OPEN)?;
    let close = inside.bytes().take(LONGEST).position(|b| b == b']')?;
    let address = inside[close..].strip_prefix("](")?;
    let end = address.bytes().take(LONGEST).position(|b| b == b')')?;
    let says = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let alt = match says(&inside[..close]) {
        true => OPEN.len()..OPEN.len() + close,
        false => 0..0,
    };
    Some((text.len() - address.len() + end + 1, alt))
}

/// `8`, `— 8 —`, `- 8 -`, `第 8 页`, `8 / 120`, `第 8 页 共 120 页`, `8 of 120`, `xii`: the
/// number.
pub fn page_number(line: &str) -> Option<&str> {
    const SIGNS: [char; 8] = [' ', '-', '—', '–', '－', '·', '.', '*'];
    // Most lines are text, and gone at once.
    let may_begin = |c: char| match c {
        '0'..='9' | 'i' | 'v' | 'x' | 'I' | 'V' | 'X' | '第' | '页' => true,
        c => c.is_whitespace(),
    };
    if !line.starts_with(|c| may_begin(c) || SIGNS.contains(&c)) {
        return None;
    }
    let bare = line.trim_start_matches(SIGNS);
    if !bare.starts_with(may_begin) {
        return None;
    }
    let bare = bare
        .trim_end_matches(SIGNS)
        .trim_start_matches("页码：")
        .trim_start_matches('第');
    let (bare, all) = match bare.split_once('页') {
        Some((number, all)) => (number.trim(), all),
        None => match bare.split_once(" of ") {
            Some((number, all)) => (number.trim(), all),
            None => (bare.trim(), ""),
        },
    };
    // 共120页, /共120页
    let all = all
        .trim_matches([' ', '/', '，', ','])
        .trim_start_matches('共')
        .trim_end_matches('页')
        .trim();
    if !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_roman =
        |text: &str| (1..=6).contains(&text.len()) && text.bytes().all(|b| b"ivxIVX".contains(&b));
    let is_number =
        |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    match bare.split_once('/') {
        Some((number, of)) => {
            Some(number.trim()).filter(|number| is_number(number) && is_number(of.trim()))
        }
        None => Some(bare).filter(|bare| is_number(bare) || is_roman(bare)),
    }
}

fn plain(text: &str) -> usize {
    let mut end = prefix(text, is_digit);
    loop {
        let rest = &text[end..];
        let grouped = rest
            .strip_prefix(',')
            .filter(|rest| rest.chars().take_while(|&c| is_digit(c)).take(4).count() == 3);
        match rest.strip_prefix('.').or(grouped) {
            Some(digits) if digits.starts_with(is_digit) => {
                end += 1 + prefix(digits, is_digit);
            }
            _ => return end,
        }
    }
}

fn prefix(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_as_the_contract_says() {
        let cases: [(&str, &[&str]); 13] = [
            ("5&#65288;&#xF8;2", &["5", "65288", "8", "2"]),
            ("1<!-- 2 -->3<!-- 4", &["1", "2", "3", "4"]),
            ("达 11.08 亿人", &["11.08"]),
            ("392,386,560 个", &["392,386,560"]),
            ("1,23 和 1,2345", &["1", "23", "1", "2345"]),
            ("2020.12-2024.12", &["2020.12", "2024.12"]),
            ("8.22亿⁸；图 1¹³", &["8.22", "⁸", "1", "¹³"]),
            ("69,866,752 ^{注1}", &["69,866,752", "^{注1}"]),
            ("IPv6 20A+116B", &["6", "20", "116"]),
            ("见 https://a.cn/2024/1.htm，2024 年", &["2024"]),
            ("<http://a.cn/7>8", &["8"]),
            ("２０２４ 年", &["２０２４"]),
            ("51.1:48.9 在 5. 后", &["51.1", "48.9", "5"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = tokens(text)
                .iter()
                .map(|span| &text[span.range()])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn markup_is_what_names_a_character_and_comments() {
        let text = "1<!-- 2 &#3; -->3<!-- 4&#65288;&#xFf08;&#ABC;&#xx12;&#+5;&#;&#55296;&amp;5";
        let found: Vec<&str> = markup(text)
            .iter()
            .map(|span| &text[span.range()])
            .collect();
        assert_eq!(found, ["<!-- 2 &#3; -->", "&#65288;", "&#xFf08;"]);
        assert_eq!(reference("&#xFf08;"), Some((8, '（')));
    }

    #[test]
    fn page_numbers_are_known() {
        for (line, number) in [
            ("8", Some("8")),
            ("— 8 —", Some("8")),
            ("第8页", Some("8")),
            ("第 8 页", Some("8")),
            ("8 / 120", Some("8")),
            ("8/第120页", None),
            ("xii", Some("xii")),
            ("8.5", None),
            ("2024", None),
            ("—", None),
        ] {
            assert_eq!(page_number(line), number, "{line}");
        }
    }
}
