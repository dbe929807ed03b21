//! A line with what stands before its text taken off.

use std::borrow::Cow;

use crate::document::columns::is_caption;
use crate::document::{Document, Line, is_list_sign};
use crate::logical::{LogicalText, Raised, is_han, is_invisible, is_wide};
use crate::span::Span;

/// A line as the patterns see it.
#[derive(Debug)]
pub struct Look<'d> {
    /// The line.
    pub line: &'d Line,
    /// Its characters as printed.
    pub source: &'d str,
    /// How many `#` Markdown set before it.
    pub hashes: usize,
    /// Whether a list dash stands before it.
    pub has_dash: bool,
    /// Whether ◇ stands before it.
    pub has_diamond: bool,
    /// Whether it is of the YAML at the top, by whose key it stands.
    pub is_front: bool,
    /// Where what follows these signs is printed.
    pub span: Span,
    /// What follows these signs, cleaned as prose.
    pub text: LogicalText,
}

impl Look<'_> {
    /// Whether only white space is on the line.
    pub fn is_blank(&self) -> bool {
        self.line.is_blank()
    }

    /// Whether a sign of a list stands before the text.
    pub fn is_bullet(&self) -> bool {
        self.has_dash || self.has_diamond
    }
}

/// Looks at every line.
pub fn lines_to_looks<'d>(document: &'d Document) -> Vec<Look<'d>> {
    let letters = letters_as_signs(document);
    let front = front(document);
    let look = |line: &'d Line| line_to_look(document, line, line.number <= front, &letters);
    document.lines().iter().map(look).collect()
}

fn line_to_look<'d>(
    document: &'d Document,
    line: &'d Line,
    is_front: bool,
    letters: &[char],
) -> Look<'d> {
    let source = document.slice(line.span);
    let mut look = Look {
        line,
        source,
        hashes: 0,
        has_dash: false,
        has_diamond: false,
        is_front,
        span: line.span,
        text: LogicalText::default(),
    };
    // The sign of a note is no sign of a list.
    let length = match document.sign_at(line.span.start) {
        Some(_) => 0,
        None if is_front => key_length(source),
        // No sign begins so, and most lines do.
        None if line.is_blank() || source.starts_with(is_han) => 0,
        None => take_signs(&mut look, letters),
    };
    let end = match is_front {
        true => line.span.end - quote_length(source),
        false => line.span.end - attributes_length(source),
    };
    look.span = Span::new(line.span.start + length, end.max(line.span.start + length));
    look.text = LogicalText::new(document.canonical(), &[look.span], Raised::MarkOrExponent);
    look
}

/// The number of the last line of the YAML at the top, 0 where there is none: keys and
/// their values between `---` and `---` or `...`. What is said in sentences is none.
///
/// Forced by `fixtures/tables-of-dashes` and `fixtures/rules-at-the-top`.
fn front(document: &Document) -> usize {
    /// What goes on for longer is none.
    const LONGEST: usize = 60;
    let mut lines = document.lines().iter().take(LONGEST);
    let source = |line: &Line| document.slice(line.span);
    if lines.next().is_none_or(|line| source(line) != "---") {
        return 0;
    }
    // Whether the values of the last key stand on lines of their own below it.
    let mut is_open = None;
    for line in lines {
        let text = source(line);
        match (matches!(text, "---" | "..."), is_open) {
            (true, Some(_)) => return line.number,
            (true, None) => return 0,
            (false, _) => {}
        }
        if line.is_blank() {
            continue;
        }
        // What is said, or counted, is of the report.
        if text.contains(['。', '◇', '%', '％', '万', '亿']) {
            return 0;
        }
        let is_value = line.x0 > 0.0 || text.starts_with('-');
        match key(text).filter(|_| line.x0 == 0.0) {
            Some(value) => is_open = Some(matches!(value.trim(), "" | "|" | ">")),
            None if is_value && is_open == Some(true) => {}
            None => return 0,
        }
    }
    0
}

/// What stands behind the key of a line of YAML.
fn key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    is_key.then_some(value)
}

/// The length of the key and the quotation mark before a value of YAML: `title: "`.
fn key_length(line: &str) -> usize {
    let value = line.split_once(':').map_or(line, |(_, value)| value);
    let value = value.trim_start_matches([' ', '"', '\'', '-']);
    line.len() - value.len()
}

/// The length of what pandoc sets behind a heading or a caption: `{#tbl:users}`.
///
/// Forced by `fixtures/tables-of-dashes`.
fn attributes_length(line: &str) -> usize {
    let inside = line.strip_suffix('}').and_then(|line| line.rfind('{'));
    let attributes = inside.filter(|&at| line[at + 1..].starts_with(['#', '.']));
    attributes.map_or(0, |at| line.len() - line[..at].trim_end().len())
}

/// The length of the quotation mark that closes a value of YAML.
fn quote_length(line: &str) -> usize {
    line.len() - line.trim_end_matches(['"', '\'']).len()
}

/// The signs of core data.
const DIAMONDS: [char; 5] = ['◇', '◆', '◊', '❖', '\u{f0a8}'];

/// Whether a sign of a list needs no white space behind it: ■截至, ➢截至.
fn is_sure_sign(rest: &str) -> bool {
    rest.starts_with([
        '●', '■', '▪', '◾', '⬛', '⚫', '➢', '➤', '►', '▶', '▸', '‣', '⬥',
    ])
}

/// Letters that stand for the signs of a font of signs that was left out, l 截至…: those
/// that begin several lines of Han alone.
///
/// Forced by `fixtures/bullet-signs`.
fn letters_as_signs(document: &Document) -> Vec<char> {
    const LETTERS: [char; 8] = ['l', 'n', 'u', 'v', 'p', 'Ø', 'ü', '§'];
    const FEWEST: usize = 3;
    let mut counts = [0usize; LETTERS.len()];
    for line in document.lines() {
        let text = document.slice(line.span).trim_start();
        let first = text.chars().next();
        let Some(at) = LETTERS.iter().position(|letter| Some(*letter) == first) else {
            continue;
        };
        let rest = &text[LETTERS[at].len_utf8()..];
        let is_apart = rest.starts_with(char::is_whitespace);
        counts[at] += usize::from(is_apart && rest.trim_start().starts_with(is_wide));
    }
    let letters = LETTERS.into_iter().zip(counts);
    letters
        .filter(|(_, count)| *count >= FEWEST)
        .map(|(letter, _)| letter)
        .collect()
}

/// White space, or what is not seen at all.
fn is_space(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// What may stand behind a list dash.
fn is_apart(c: char) -> bool {
    is_space(c) || c == '◇'
}

/// Takes `#`, `>`, a list dash, emphasis and ◇ off, in whatever order a tool sets
/// them (`- ◇ **`, `**◇`, `## **`), and returns how long they are.
fn take_signs(look: &mut Look, letters: &[char]) -> usize {
    let mut rest = look.source;
    loop {
        let before = rest;
        if let Some(after) = rest.strip_prefix("***").or(rest.strip_prefix("**")) {
            rest = after;
        }
        if let Some(after) = rest
            .strip_prefix('>')
            .filter(|after| after.starts_with(is_space))
        {
            rest = after;
        }
        rest = captioned(rest);
        let heading = rest.trim_start_matches('#');
        // `#1` at the start of a line is the end of an address.
        if look.hashes == 0 && !heading.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            look.hashes = rest.len() - heading.len();
            rest = heading;
        }
        if let Some((level, after)) = html_heading(rest).filter(|_| look.hashes == 0) {
            look.hashes = level;
            rest = after;
        }
        let dash = rest.strip_prefix(['-', '*', '+', '•', '●', '·', '\u{f0b7}', '\u{f06c}']);
        if let Some(after) = dash.filter(|after| !look.has_dash && after.starts_with(is_apart)) {
            look.has_dash = true;
            rest = after;
        }
        // A line of prose may begin with a star or a character of its font's own.
        let sign = rest
            .strip_prefix(is_list_sign)
            .filter(|after| after.starts_with(is_space) || is_sure_sign(rest));
        let letter = || {
            let rest = rest.strip_prefix(letters)?;
            rest.starts_with(is_space).then_some(rest)
        };
        if let Some(after) = sign.or_else(letter) {
            look.has_dash = true;
            rest = after;
        }
        // Other dashes begin a sub-heading, unless ◇ is behind them.
        let other = rest.strip_prefix(['–', '—', '－', '−', '‐', '‑', '―']);
        if let Some(after) = other.map(|after| after.trim_start_matches(is_space))
            && !look.has_dash
            && after.starts_with(DIAMONDS)
        {
            look.has_dash = true;
            rest = after;
        }
        if let Some(after) = rest.strip_prefix(DIAMONDS) {
            look.has_diamond = true;
            rest = after;
        }
        rest = rest.trim_start_matches(is_space);
        if rest.len() == before.len() {
            return look.source.len() - rest.len();
        }
    }
}

/// A caption without the sign that Markdown sets before it: `: 表 1 …`, `Table: 表 1 …`.
///
/// Forced by `fixtures/tables-of-dashes`.
fn captioned(line: &str) -> &str {
    let behind = line.strip_prefix(':').or(line.strip_prefix("Table:"));
    let caption = behind.map(|behind| behind.trim_start_matches(is_space));
    caption.filter(|text| is_caption(text)).unwrap_or(line)
}

/// `<h2>` at the start of a line: its level, and what follows.
fn html_heading(line: &str) -> Option<(usize, &str)> {
    let rest = line.strip_prefix("<h").or(line.strip_prefix("<H"))?;
    let level = rest.chars().next()?.to_digit(10)?;
    let (attributes, after) = rest[1..].split_once('>')?;
    let is_tag = attributes.is_empty() || attributes.starts_with(' ');
    (is_tag && (1..=6).contains(&level)).then_some((level as usize, after))
}

/// What follows the signs of a line, cleaned as captions and headings are, where raised
/// digits are always marks.
pub fn titled<'l>(look: &'l Look, document: &Document) -> Cow<'l, LogicalText> {
    let canonical = document.canonical();
    match LogicalText::is_unmarked(canonical, &[look.span]) {
        true => Cow::Borrowed(&look.text),
        false => Cow::Owned(LogicalText::new(canonical, &[look.span], Raised::Mark)),
    }
}

/// The line cleaned as captions are, if it begins as one.
pub fn marked<'l>(look: &'l Look, document: &Document) -> Cow<'l, str> {
    /// What captions begin with, those of the English edition in letters of either case.
    const BEGIN: [char; 15] = [
        '表', '图', '圖', '附', '续', '【', '[', 'T', 'F', 'A', 'C', 't', 'f', 'a', 'c',
    ];
    let text = look.text.text();
    if !text.starts_with(BEGIN) {
        return text.into();
    }
    match titled(look, document) {
        Cow::Borrowed(text) => text.text().into(),
        Cow::Owned(text) => text.text().to_owned().into(),
    }
}

/// Whether the line of this index is part of a grid.
pub fn in_grid(document: &Document, at: usize) -> bool {
    let grids = document.grids();
    let after = grids.partition_point(|grid| grid.lines.start <= at);
    after > 0 && grids[after - 1].lines.contains(&at)
}

#[cfg(test)]
mod tests {
    use crate::block::{Kind, document_to_blocks};
    use crate::document::text::text_to_document;

    #[test]
    fn a_caption_in_small_letters_has_its_mark_taken_off() {
        let document = text_to_document("continued table 1 \u{a0} ①".to_owned());
        let blocks = document_to_blocks(&document).value.blocks;
        let Kind::Caption(caption) = &blocks[0].kind else {
            panic!("{:?}", blocks[0].kind);
        };
        assert_eq!((caption.number, caption.is_continued), (1, true));
        assert_eq!(blocks[0].text.text(), "");
    }
}
