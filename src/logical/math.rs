//! Formulas that only set text: `$99.7\%$`, `$\mathrm{IPv4}$`, `$7 0 . 4 \%$`, as tools
//! print numbers that they take for formulas.

use super::markup::{bracketed, is_mark_name};
use crate::document::plain::is_sign;

/// What a formula says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A character, at and as long as it is printed.
    Char(usize, usize, char),
    /// A mark, at and as long as it is printed, and its name.
    Mark(usize, usize, String),
}

/// The length of the formula that a text begins with, and what it says; none if it says
/// more than text and marks, as `$2^{96}$`, or is none, as in `US$1.2 to US$3`.
///
/// Forced by `fixtures/formulas`.
pub(super) fn math(text: &str) -> Option<(usize, Vec<Part>)> {
    let length = formula(text)?;
    let content = &text[1..length - 1];
    // `5\quad 6`, `12 15` are two numbers; `7 0 . 4` is set a character at a time.
    if joins_numbers(content) {
        return None;
    }
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(c) = content[at..].chars().next() {
        let rest = &content[at..];
        let start = 1 + at;
        if c == '^' {
            let (length, name) = raised(rest)?;
            // `2^{96}` is a power: behind digits alone nothing tells.
            let is_mark =
                !matches!(parts.last(), Some(Part::Char(_, _, c)) if c.is_ascii_alphanumeric());
            let name = bracketed(&name).map_or(name.clone(), str::to_owned);
            if let (Some(sign), true) = (power(&name), ends_in_length(&parts)) {
                parts.push(Part::Char(start, length, sign));
                at += length;
                continue;
            }
            if !is_mark || !is_mark_name(&name) && !is_sign(&name) {
                return None;
            }
            parts.push(Part::Mark(start, length, name));
            at += length;
        } else if c == '\\' {
            let (length, says) = command(rest)?;
            if let Some(c) = says {
                // Of `\%` the sign itself is printed.
                let own = usize::from(rest[1..].starts_with(c));
                parts.push(Part::Char(start + own, length - own, c));
            }
            at += length;
        } else {
            if matches!(c, '_' | '&') {
                return None;
            }
            if !c.is_whitespace() && !matches!(c, '{' | '}' | '~') {
                parts.push(Part::Char(start, c.len_utf8(), c));
            }
            at += c.len_utf8();
        }
    }
    // A mark alone is all of the formula.
    if let [Part::Mark(at, of, _)] = &mut parts[..] {
        (*at, *of) = (0, length);
    }
    (!parts.is_empty()).then_some((length, parts))
}

/// What a raised digit makes of a unit of length.
fn power(name: &str) -> Option<char> {
    match name {
        "2" => Some('²'),
        "3" => Some('³'),
        _ => None,
    }
}

/// Whether a formula ends in m or km so far, behind no other letter.
fn ends_in_length(parts: &[Part]) -> bool {
    let mut before = parts.iter().rev().map(|part| match part {
        Part::Char(_, _, c) => *c,
        Part::Mark(..) => ' ',
    });
    let is_metre = before.next() == Some('m');
    let further = before.find(|c| !matches!(c, 'k' | 'c'));
    is_metre && !further.is_some_and(|c| c.is_ascii_alphabetic())
}

/// `1.2 to US` of `$1.2 to US$3`: words that stand apart without a command of a formula.
fn is_of_amounts(content: &str) -> bool {
    // 投资 $100 万和 $200 万
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    if !content.contains(['\\', '{']) && content.contains(is_han) {
        return true;
    }
    let has_words = content.chars().any(|c| c.is_alphabetic());
    has_words && !content.contains(['\\', '{']) && content.contains(char::is_whitespace)
}

/// The length of the formula that a text begins with, whatever it says.
pub(super) fn formula(text: &str) -> Option<usize> {
    /// What goes on for longer is none.
    const LONGEST: usize = 200;
    let inner = text.strip_prefix('$')?;
    let mut last = None;
    let closing = |&(_, c): &(usize, char)| {
        let is_end = c == '$' && last != Some('\\');
        last = Some(c);
        is_end || c == '\n'
    };
    let (end, c) = inner.char_indices().take(LONGEST).find(closing)?;
    let content = &inner[..end];
    let is_formula = c == '$' && !content.trim().is_empty() && !is_of_amounts(content);
    is_formula.then_some(end + 2)
}

/// Whether white space, or a command for it, parts digits of which more than one stand
/// together.
fn joins_numbers(content: &str) -> bool {
    let spaced = content.replace("\\quad", "  ").replace("\\qquad", "  ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let ends = |word: &str| word.ends_with(|c: char| c.is_ascii_digit());
    let begins = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_long = |word: &str| word.chars().filter(char::is_ascii_digit).count() > 1;
    let joined = words
        .windows(2)
        .any(|pair| ends(pair[0]) && begins(pair[1]) && (is_long(pair[0]) || is_long(pair[1])));
    joined || content.contains("quad") && content.chars().any(|c| c.is_ascii_digit())
}

/// `^{2}`, `^ { 注 1 }`, `^2`: its length and what is raised.
fn raised(text: &str) -> Option<(usize, String)> {
    let inner = text.strip_prefix('^')?.trim_start();
    let (content, rest) = match inner.strip_prefix('{') {
        Some(inner) => inner.split_once('}')?,
        None => inner.split_at(inner.chars().next()?.len_utf8()),
    };
    let name: String = content.chars().filter(|c| !c.is_whitespace()).collect();
    let name = match name.as_str() {
        "\\ast" => "*".to_owned(),
        "\\dagger" => "†".to_owned(),
        _ => name,
    };
    Some((text.len() - rest.len(), name))
}

/// The length of the command that a text begins with, and the character that it sets, if
/// any; none if it does more than set text.
fn command(text: &str) -> Option<(usize, Option<char>)> {
    const FONTS: [&str; 14] = [
        "mathrm",
        "mathbf",
        "mathsf",
        "mathit",
        "mathtt",
        "boldsymbol",
        "text",
        "textbf",
        "textrm",
        "textit",
        "operatorname",
        "rm",
        "bf",
        "it",
    ];
    const SPACES: [&str; 3] = ["quad", "qquad", "enspace"];
    const SIGNS: [(&str, char); 9] = [
        ("sim", '~'),
        ("times", '×'),
        ("cdot", '·'),
        ("geq", '≥'),
        ("ge", '≥'),
        ("leq", '≤'),
        ("le", '≤'),
        ("pm", '±'),
        ("colon", ':'),
    ];
    let rest = text.strip_prefix('\\')?;
    let name = &rest[..rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len())];
    if name.is_empty() {
        let c = rest.chars().next()?;
        let says = match c {
            '%' | '$' | '#' | '&' | '_' | '{' | '}' => Some(c),
            ',' | ';' | ':' | '!' | ' ' | '\\' => None,
            _ => return None,
        };
        return Some((1 + c.len_utf8(), says));
    }
    let length = 1 + name.len();
    if FONTS.contains(&name) || SPACES.contains(&name) {
        return Some((length, None));
    }
    let (_, sign) = SIGNS.iter().find(|(known, _)| *known == name)?;
    Some((length, Some(*sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a formula and the marks in it.
    type Said<'t> = (&'t str, &'t [&'t str]);

    #[test]
    fn formulas_that_set_text_are_text() {
        let cases: [(&str, Option<Said>); 22] = [
            (r"$99.7\%$，", Some(("99.7%", &[]))),
            (r"$7 0 . 4 \%$", Some(("70.4%", &[]))),
            (r"$\mathrm{IPv4}$", Some(("IPv4", &[]))),
            (r"$/32$", Some(("/32", &[]))),
            (r"$^ { 2 }$", Some(("", &["2"]))),
            (r"$^{[2]}$", Some(("", &["2"]))),
            (r"${ } ^ { 注 3 }$", Some(("", &["注3"]))),
            (r"$50.2\%^{12}$", Some(("50.2%", &["12"]))),
            (r"$5\sim 6\,\%$", Some(("5~6%", &[]))),
            (r"$20\mathrm{A}+116\mathrm{B}$", Some(("20A+116B", &[]))),
            (r"$4.5\ \text{亿 人}$", Some(("4.5亿人", &[]))),
            (r"$12\,\mathrm{km}^{2}$", Some(("12km²", &[]))),
            (r"$\mathrm{dam}^{2}$", None),
            (r"$2^{(128-32)} = 2^{96}$", None),
            (r"$x_1$", None),
            (r"$\frac{1}{2}$", None),
            ("$1.2 to US$3", None),
            ("$100万和$200万", None),
            (r"$5\quad 6$", None),
            ("$12 15$", None),
            ("$5", None),
            ("$$", None),
        ];
        for (source, expected) in cases {
            let found = math(source).map(|(_, parts)| {
                let (mut text, mut marks) = (String::new(), Vec::new());
                for part in parts {
                    match part {
                        Part::Char(_, _, c) => text.push(c),
                        Part::Mark(_, _, name) => marks.push(name),
                    }
                }
                (text, marks)
            });
            let expected = expected.map(|(text, marks)| {
                let marks = marks.iter().map(|mark| (*mark).to_owned()).collect();
                (text.to_owned(), marks)
            });
            assert_eq!(found, expected, "{source}");
        }
    }
}
