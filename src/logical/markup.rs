//! What at the start of a text is a mark, markup or a reference to a character.

use super::Raised;
use super::clean::is_invisible;
use super::math::{Part, formula, math};
use crate::document::number;
use crate::document::plain::is_sign;

/// What stands at the start of the rest of a line.
pub(super) enum Token<'t> {
    /// A mark, its length and its name.
    Mark(usize, &'t str),
    /// Markup of this length that says nothing.
    Markup(usize),
    /// One character written as a reference of this length.
    Reference(usize, char),
    /// What of this length stands as it is printed, with the signs that end it.
    Plain(usize),
    /// A formula of this length that only sets text.
    Math(usize, Vec<Part>),
}

/// What Markdown has a sign before, lest it be markup; `\\(` begins a formula.
const ESCAPED: [char; 18] = [
    '|', '*', '_', '#', '[', ']', '%', '$', '&', '~', '-', '.', '+', '>', '<', '!', '{', '}',
];

/// The mark or markup at the start of a text.
pub(super) fn token(rest: &str, raised: Raised) -> Option<Token<'_>> {
    if let Some(length) = superscripts(rest) {
        return Some(Token::Mark(length, &rest[..length]));
    }
    if rest.starts_with("**") {
        return Some(Token::Markup(prefix(rest, '*').min(3)));
    }
    if let Some((length, name)) = mark(rest) {
        return Some(Token::Mark(length, name));
    }
    // A link within the text is its words.
    if let Some(behind) = rest.strip_prefix(']') {
        return number::local_address(behind).map(|length| Token::Markup(1 + length));
    }
    if rest.starts_with('[') {
        return begins_local_link(rest).then_some(Token::Markup(1));
    }
    if let Some(escaped) = rest.strip_prefix('\\') {
        return escaped.starts_with(ESCAPED).then_some(Token::Markup(1));
    }
    if rest.starts_with('$') {
        let says = math(rest).map(|(length, parts)| Token::Math(length, parts));
        return says.or_else(|| formula(rest).map(Token::Plain));
    }
    if rest.starts_with('&') {
        return reference(rest);
    }
    if let Some(inner) = rest.strip_prefix('<') {
        return tag(rest, inner);
    }
    if rest.starts_with('!') {
        let (length, alt) = number::image(rest)?;
        let shown = rest[alt.clone()].char_indices();
        let part = |(at, c): (usize, char)| Part::Char(alt.start + at, c.len_utf8(), c);
        return Some(Token::Math(length, shown.map(part).collect()));
    }
    if rest.starts_with('注') {
        // Only where a raised 注 1 can be expected at all.
        let digits = rest['注'.len_utf8()..].trim_start_matches(' ');
        let count = digits.bytes().take_while(u8::is_ascii_digit).count();
        let length = rest.len() - digits.len() + count;
        return (raised == Raised::Mark && (1..=2).contains(&count))
            .then(|| Token::Mark(length, &rest[..length]));
    }
    None
}

/// A mark between signs that set it off: its length, with the address of its footnote on
/// the same page behind it, and its name.
///
/// Forced by `fixtures/marks-of-converters`.
fn mark(rest: &str) -> Option<(usize, &str)> {
    // The longer first: `^[3]^` is no `^[3]`.
    const SIGNS: [(&str, &str); 15] = [
        ("^[", "]^"),
        ("^[", "]"),
        ("[^", "^]"),
        ("[^", "]"),
        ("[[", "]]"),
        ("[\\[", "\\]]"),
        ("[", "]"),
        ("\\[", "\\]"),
        ("［", "］"),
        ("〔", "〕"),
        ("【", "】"),
        ("⁽", "⁾"),
        ("^{", "}"),
        ("^", "^"),
        ("\\textsuperscript{", "}"),
    ];
    /// The longest name is 注 and three digits of full width.
    const LONGEST: usize = 14;
    SIGNS.iter().find_map(|(open, close)| {
        let content = rest.strip_prefix(open)?;
        // What is set off is near, or the rest of a long text is searched from each sign.
        let near = content.floor_char_boundary(LONGEST + close.len());
        let end = content[..near].find(close)?;
        let name = &content[..end];
        let is_mark = is_mark_name(name)
            || matches!(*open, "⁽" | "^{" | "^") && superscripts(name) == Some(name.len())
            || matches!(*open, "^{" | "^" | "\\textsuperscript{") && is_sign(name)
            || *open == "^{" && bracketed(name).is_some();
        let length = open.len() + end + close.len();
        let address = || number::local_address(&rest[length..]).unwrap_or(0);
        is_mark.then(|| (length + address(), bracketed(name).unwrap_or(name)))
    })
}

/// The words of emphasis, as the mark of a bold caption is set: `<sup>**3**</sup>`.
///
/// Forced by `fixtures/footnotes-as-quotations`.
fn bare(text: &str) -> &str {
    const SIGNS: [&str; 4] = ["***", "**", "*", "_"];
    let inside = |sign: &&str| text.strip_prefix(*sign)?.strip_suffix(*sign);
    let inside = SIGNS.iter().find_map(inside);
    inside.filter(|inside| !inside.is_empty()).unwrap_or(text)
}

/// The words of a link to a footnote: `[3](#fn3)`, `<a href="#fn3">3</a>`.
fn linked(text: &str) -> &str {
    let markdown = || {
        let (words, address) = text.split_once("](#")?;
        let is_whole = address.find(')') == Some(address.len() - 1);
        words.strip_prefix('[').filter(|_| is_whole)
    };
    let html = || {
        let (_, words) = text.strip_prefix("<a ")?.split_once('>')?;
        Some(words.strip_suffix("</a>")?.trim())
    };
    markdown().or_else(html).unwrap_or(text)
}

/// `[words](#anchor)`.
///
/// Forced by `fixtures/contents-of-links`.
fn begins_local_link(rest: &str) -> bool {
    const LONGEST: usize = 240;
    let inside = &rest.as_bytes()[1..];
    let near = &inside[..inside.len().min(LONGEST)];
    let end = near
        .iter()
        .position(|byte| matches!(byte, b'[' | b']' | b'\n'));
    end.is_some_and(|end| {
        near[end] == b']' && number::local_address(&rest[end + "[]".len()..]).is_some()
    })
}

/// The number of a mark that is raised with its brackets: `[3]`.
pub(super) fn bracketed(name: &str) -> Option<&str> {
    let inside = name.trim().strip_prefix(['[', '(', '（', '［'])?;
    let number = inside.strip_suffix([']', ')', '）', '］'])?;
    is_mark_name(number).then_some(number)
}

/// How many of a character, one byte long, stand at the start.
pub(super) fn prefix(text: &str, c: char) -> usize {
    text.len() - text.trim_start_matches(c).len()
}

/// Where the emphasis ends that `length` signs at the start of `rest` begin:
/// `*…*`, `_…_`, `__…__`, `***…***`. A sign between digits multiplies them, and
/// one alone between Latin letters is part of a name or formula.
pub(super) fn emphasis(before: &str, rest: &str, sign: char, length: usize) -> Option<usize> {
    let is_single = sign == '_' || length == 1;
    let is_word = |c: char| c.is_ascii_alphanumeric() && (is_single || c.is_ascii_digit());
    /// No emphasis goes on for longer, or over more signs that end none.
    const LONGEST: usize = 4096;
    const MOST: usize = 8;
    let inner = &rest[length..];
    let opens = (1..=3).contains(&length)
        && !(before.ends_with(is_word) && inner.starts_with(is_word))
        && !inner.starts_with(char::is_whitespace);
    let mut from = 0;
    for _ in 0..MOST {
        if !opens || from >= LONGEST {
            return None;
        }
        let at = from + inner[from..].find(sign)?;
        let closing = prefix(&inner[at..], sign);
        let (content, after) = (&inner[..at], &inner[at + closing..]);
        if closing == length
            && !content.is_empty()
            && !content.ends_with(|c: char| c.is_whitespace() || c == '\\')
            && (!content.ends_with(is_word) || !after.starts_with(is_word))
        {
            return Some(length + at);
        }
        from = at + closing;
    }
    None
}

fn superscripts(text: &str) -> Option<usize> {
    let length = text
        .find(|c| number::superscript(c).is_none())
        .unwrap_or(text.len());
    (length > 0).then_some(length)
}

/// `12`, `１２`, `③`, `注1`, `注 12`, `注`.
pub(super) fn is_mark_name(name: &str) -> bool {
    let digits = name.strip_prefix('注').unwrap_or(name).trim();
    let count = digits.chars().count();
    let is_circled = count == 1 && digits.starts_with(|c| number::circled(c).is_some());
    (digits.chars().all(number::is_digit) || is_circled)
        && count <= 3
        && (count > 0 || name.starts_with('注'))
}

/// A character by its name or number: `&amp;`, `&#65288;`, `&#xff08;`.
fn reference(rest: &str) -> Option<Token<'_>> {
    const NAMED: [(&str, char); 24] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("mdash", '—'),
        ("ndash", '–'),
        ("hellip", '…'),
        ("middot", '·'),
        ("times", '×'),
        ("divide", '÷'),
        ("plusmn", '±'),
        ("deg", '°'),
        ("permil", '‰'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("nbsp", ' '),
        ("ensp", ' '),
        ("emsp", ' '),
        ("thinsp", ' '),
    ];
    const LONGEST: usize = 6;
    let named = || {
        let inner = &rest[1..];
        let end = inner
            .bytes()
            .take(LONGEST + 1)
            .position(|byte| byte == b';')?;
        let known = NAMED.iter().find(|(known, _)| *known == &inner[..end])?;
        Some((end + 2, known.1))
    };
    let (length, c) = number::reference(rest).or_else(named)?;
    Some(if c.is_whitespace() || c.is_control() || is_invisible(c) {
        Token::Markup(length)
    } else {
        Token::Reference(length, c)
    })
}

/// `<sup>12</sup>` is a mark; tags of emphasis are nothing; other angle
/// brackets (`<https://…>`) are text.
fn tag<'t>(rest: &'t str, inner: &'t str) -> Option<Token<'t>> {
    if let Some(length) = number::comment(rest) {
        return Some(Token::Markup(length));
    }
    let end = inner.bytes().take(64).position(|byte| byte == b'>')?;
    let name = inner[..end].trim_start_matches('/');
    let name = &name[..name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len())];
    if name == "sup" && !inner.starts_with('/') {
        let content = &inner[end + 1..];
        const LONGEST: usize = 120;
        let near = content
            .char_indices()
            .nth(LONGEST)
            .map_or(content.len(), |(end, _)| end);
        if let Some(close) = content[..near].find("</sup>") {
            let mark = linked(bare(content[..close].trim()));
            let mark = bracketed(mark).unwrap_or(mark);
            if is_mark_name(mark) || is_sign(mark) || superscripts(mark) == Some(mark.len()) {
                let length = rest.len() - content.len() + close + "</sup>".len();
                return Some(Token::Mark(length, mark));
            }
        }
    }
    [
        "sup", "sub", "b", "strong", "i", "em", "u", "span", "p", "br", "font", "a", "div",
        "center", "caption", "small", "big", "h1", "h2", "h3", "h4", "h5", "h6", "html", "body",
        "li", "ul", "ol",
    ]
    .contains(&name)
    .then_some(Token::Markup(end + 2))
}
