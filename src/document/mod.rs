//! A report as lines on pages, before anything in it is understood.
//!
//! Text and PDF meet here: nothing after this room knows which it was.

mod boxes;
pub(crate) mod columns;
mod dashes;
mod grid;
mod heads;
mod html;
pub mod number;
pub mod pdf;
mod picture;
mod pipes;
pub mod plain;
pub(crate) mod seek;
mod separator;
mod spaced;
mod tabs;
pub mod text;

pub use boxes::Boxes;
pub use grid::{Cell, Grid, Row};
pub use plain::PlainFootnote;
pub use separator::{Separator, separator};

use crate::locator::Locator;
use crate::span::Span;

/// The canonical text with its pages, lines, grids of cells and number tokens.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    lines: Vec<Line>,
    pages: Vec<Page>,
    grids: Vec<Grid>,
    numbers: Vec<Span>,
    plain: plain::Plain,
    characters: CharacterIndex,
    is_paged: bool,
    boxes: Boxes,
}

/// A physical line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Its characters, without white space at either end.
    pub span: Span,
    /// Number in the canonical text, from 1.
    pub number: usize,
    /// Index of the page it stands on.
    pub page: usize,
    /// Left end, in columns of a terminal (a CJK character is two wide) or
    /// points of a page.
    pub x0: f64,
    /// Right end, likewise.
    pub x1: f64,
    /// Whether it goes on with the line before it, also over a page break;
    /// `None` where only its words can tell.
    pub follows: Option<bool>,
    /// What part of the page it stands in.
    pub place: Place,
}

/// A part of a page that its drawing shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Running text and tables, or nothing says.
    #[default]
    Body,
    /// A chart: axes, legends, values.
    Chart,
    /// The footnotes at the foot of the page.
    Foot,
    /// A running head or foot.
    Head,
}

impl Line {
    /// Whether only white space is on it.
    #[inline]
    pub fn is_blank(&self) -> bool {
        self.span.is_empty()
    }
}

/// A physical page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Which page of the file it is, from 1; of part of a file, where the text tells it.
    pub number: usize,
    /// Page number as printed, once it has been found.
    pub printed: Option<String>,
}

impl Page {
    /// The page of this number, nothing printed on it yet.
    pub fn numbered(number: usize) -> Page {
        Page {
            number,
            printed: None,
        }
    }
}

/// 数据来源：…, at whose end a date may stand apart: what stands right under a table.
///
/// Forced by `fixtures/dated-sources`.
fn begins_source(line: &str) -> bool {
    const NAMES: [&str; 4] = ["来源", "数据来源", "资料来源", "信息来源"];
    let line = line.trim_start();
    // Most lines begin otherwise, and are gone at once.
    if !line.starts_with(['来', '数', '资', '信', '（', '(']) {
        return false;
    }
    let line = line.trim_start_matches(['（', '(']);
    let line = line.trim_end();
    let behind = NAMES.iter().find_map(|name| line.strip_prefix(name));
    if !behind.is_some_and(|behind| behind.trim_start().starts_with(['：', ':'])) {
        return false;
    }
    // 信息来源：电视 12% is a row.
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_date = || {
        let (year, month) = last.split_once('.').unwrap_or_default();
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        year.len() == 4 && (1..=2).contains(&month.len()) && digits(year) && digits(month)
    };
    !last.starts_with(number::is_digit) || is_date()
}

/// Signs of lists that begin nothing else, among them those that fonts of signs draw
/// without naming them.
///
/// Forced by `fixtures/bullet-signs`.
pub fn is_list_sign(c: char) -> bool {
    const SIGNS: &str = "●■▪◾⬛⚫➢➤►▶▸‣※⟡★☆○◦□▫∙✓✔▲△♦⬥";
    SIGNS.contains(c) || matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// A canonical text, and the digits in it that are marks although nothing
/// raises them.
#[derive(Clone, Copy, Debug)]
pub struct Canonical<'t> {
    /// The text.
    pub text: &'t str,
    /// The marks, in order and apart from each other.
    pub marks: &'t [Span],
}

impl<'t> From<&'t str> for Canonical<'t> {
    fn from(text: &'t str) -> Canonical<'t> {
        Canonical { text, marks: &[] }
    }
}

impl Document {
    /// The canonical text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The slice of a span.
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The text with what its layout tells of its marks, to be cleaned.
    pub fn canonical(&self) -> Canonical<'_> {
        Canonical {
            text: &self.text,
            marks: &self.plain.marks,
        }
    }

    /// What it prints of its footnotes in plain digits.
    pub fn plain(&self) -> &plain::Plain {
        &self.plain
    }

    /// The mark that begins here, if it is a sign that the notes of a table explain.
    pub fn sign_at(&self, start: usize) -> Option<Span> {
        let at = self.plain.marks.partition_point(|mark| mark.start < start);
        let mark = self
            .plain
            .marks
            .get(at)
            .filter(|mark| mark.start == start)?;
        (!number::is_digit(self.slice(*mark).chars().next()?) && !self.is_plain_mark(*mark))
            .then_some(*mark)
    }

    /// Whether digits here are a mark that nothing raises.
    pub fn is_plain_mark(&self, span: Span) -> bool {
        let is_set_off = self.slice(span).starts_with(|c| {
            c == '\\' || number::circled(c).is_some() || plain::is_sign_character(c)
        });
        !is_set_off && self.plain.marks.binary_search(&span).is_ok()
    }

    /// Whether the line of this index and the one above it are pieces of one
    /// printed line on a page whose lines are `widest` wide.
    pub fn is_parted(&self, line: usize, widest: f64) -> bool {
        line > 0 && plain::is_parted(&self.text, &self.lines[line - 1], &self.lines[line], widest)
    }

    /// The lines in reading order, blank ones included.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The candidates for tables, in order and apart from each other.
    pub fn grids(&self) -> &[Grid] {
        &self.grids
    }

    /// Whether a drawn table stands on the page of this index.
    pub fn has_table(&self, page: usize) -> bool {
        self.grids
            .iter()
            .any(|grid| grid.is_drawn && self.lines[grid.lines.start].page == page)
    }

    /// The first line of the page of this index.
    pub fn first_line(&self, page: usize) -> Option<Span> {
        let line = self.lines.iter().find(|line| line.page == page)?;
        Some(line.span)
    }

    /// The number tokens, in order.
    pub fn numbers(&self) -> &[Span] {
        &self.numbers
    }

    /// How many pages there are; `None` when the text has no page breaks.
    pub fn page_count(&self) -> Option<usize> {
        self.is_paged.then_some(self.pages.len())
    }

    /// How many Unicode scalar values the text has.
    pub fn character_count(&self) -> usize {
        self.characters.offset(&self.text, self.text.len())
    }

    /// Keeps these rows of the grids of these indices.
    pub fn keep_rows(&mut self, kept: &[(usize, std::ops::Range<usize>)]) {
        for (index, rows) in kept {
            let grid = &mut self.grids[*index];
            grid.rows.truncate(rows.end);
            grid.rows.drain(..rows.start);
        }
    }

    /// Sets the page numbers that were found printed, by index of the page.
    pub fn set_printed_pages(&mut self, printed: impl IntoIterator<Item = (usize, String)>) {
        for (page, number) in printed {
            self.pages[page].printed.get_or_insert(number);
        }
    }

    /// The line that a byte stands on.
    pub fn line_at(&self, byte: usize) -> &Line {
        let after = self.lines.partition_point(|line| line.span.start <= byte);
        &self.lines[after.saturating_sub(1)]
    }

    /// The slices of some spans, joined.
    fn quote(&self, spans: &[Span]) -> String {
        let slices = spans.iter().map(|span| self.slice(*span));
        let mut quote = String::with_capacity(slices.clone().map(str::len).sum());
        quote.extend(slices);
        quote
    }

    /// Where these spans are, as a report says it.
    ///
    /// # Panics
    /// When there is no span.
    pub fn locator(&self, spans: &[Span]) -> Locator {
        let line = self.line_at(spans[0].start);
        Locator {
            page: self.is_paged.then_some(self.pages[line.page].number),
            page_printed: self.pages[line.page].printed.clone(),
            line: line.number,
            spans: spans
                .iter()
                .map(|span| {
                    let start = self.characters.offset(&self.text, span.start);
                    let length = self.slice(*span).chars().count();
                    [start, start + length]
                })
                .collect(),
            quote: self.quote(spans),
            bbox: self.boxes.around(spans[0]),
        }
    }
}

/// Counts characters before a byte without starting from the beginning.
#[derive(Clone, Debug)]
struct CharacterIndex {
    /// Characters that start before byte `STEP · n`.
    before: Vec<usize>,
}

impl CharacterIndex {
    const STEP: usize = 64;

    fn new(text: &str) -> CharacterIndex {
        let mut before = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(Self::STEP) {
            before.push(count);
            count += starts(chunk);
        }
        before.push(count);
        CharacterIndex { before }
    }

    fn offset(&self, text: &str, byte: usize) -> usize {
        let step = byte / Self::STEP;
        let from = step * Self::STEP;
        self.before[step] + starts(&text.as_bytes()[from..byte])
    }
}

/// How many characters start in at most `STEP` bytes.
fn starts(bytes: &[u8]) -> usize {
    const { assert!(CharacterIndex::STEP <= u8::MAX as usize) };
    let starts = bytes.iter().map(|&byte| u8::from(byte & 0xC0 != 0x80));
    usize::from(starts.sum::<u8>())
}
