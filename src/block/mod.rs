//! Lines to blocks: what each line of the document is part of.

mod builder;
mod contents;
mod counted;
mod furniture;
mod heading;
mod join;
mod look;
mod note;
pub mod pattern;
mod wrapped;

use std::ops::Range;

use crate::document::number::page_number;
use crate::document::{Document, Separator, plain, separator};
use crate::logical::LogicalText;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

use builder::Builder;
pub use contents::{Contents, Entry, key};
pub use furniture::Furniture;
pub use heading::Heading;
use look::{Look, marked};
pub use note::note;
pub use pattern::{Caption, CaptionKind, Chapter, HeadingForm};

/// What a stage got, and what went wrong on the way.
#[derive(Clone, Debug)]
pub struct Parsed<T> {
    /// What it got.
    pub value: T,
    /// What went wrong.
    pub problems: Vec<Problem>,
}

/// The lines of a document in blocks, each line that is not blank in one.
#[derive(Clone, Debug)]
pub struct Blocks {
    /// In reading order by their first lines.
    pub blocks: Vec<Block>,
    /// The 目录.
    pub contents: Contents,
    /// Whether the captions of tables stand below them.
    pub has_captions_below: bool,
    /// Of the grids whose first or last rows are blocks of their own, the rows between.
    pub kept: Vec<(usize, Range<usize>)>,
}

impl Blocks {
    /// The page numbers that are printed, by index of the page; none where several are
    /// printed and nothing tells where their pages begin.
    pub fn printed_pages(&self, document: &Document) -> Vec<(usize, String)> {
        let numbers = self
            .blocks
            .iter()
            .filter(|block| block.kind == Kind::Furniture(Furniture::PageNumber));
        let mut printed: Vec<(usize, String)> = numbers
            .filter_map(|block| {
                let page = document.lines()[*block.lines.first()?].page;
                let line = document.slice(document.lines()[*block.lines.first()?].span);
                let number = match separator(line) {
                    Some(Separator::Page(number) | Separator::Number(number)) => number,
                    _ => page_number(block.text.text())?,
                };
                Some((page, number.to_owned()))
            })
            .collect();
        let is_known = document.page_count().is_some() || printed.len() == 1;
        printed.retain(|_| is_known);
        printed
    }
}

/// Lines that belong together.
#[derive(Clone, Debug)]
pub struct Block {
    /// What they are.
    pub kind: Kind,
    /// Indices of the lines.
    pub lines: Vec<usize>,
    /// The text without what the kind says: the title of a heading, the text
    /// of a footnote.
    pub text: LogicalText,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A title line, running head or page number.
    Furniture(Furniture),
    /// The 目录.
    Contents,
    /// A heading of the body.
    Heading(Heading),
    /// The caption of a table or figure.
    Caption(Caption),
    /// The grid of this index.
    Grid(usize),
    /// A paragraph after ◇, or after a list dash where `has_diamond` is false.
    Bullet {
        /// Whether ◇ stands before it.
        has_diamond: bool,
    },
    /// A footnote.
    Footnote {
        /// Its number.
        number: u32,
    },
    /// 注 1：
    Note {
        /// `注1`, when it is numbered.
        marker: Option<String>,
    },
    /// 来源：
    Source,
    /// （单位：万人）
    Unit,
    /// Labels of a chart that its page draws.
    Chart,
    /// Running text.
    Paragraph,
}

impl Block {
    /// Where the lines of the block stand: from the first to the last character,
    /// a span a page.
    pub fn spans(&self, document: &Document) -> Vec<Span> {
        // Most have one.
        let mut spans: Vec<Span> = Vec::with_capacity(usize::from(!self.lines.is_empty()));
        let mut next = None;
        for &at in &self.lines {
            let line = &document.lines()[at];
            match spans.last_mut() {
                Some(span) if next == Some(at) => span.end = line.span.end,
                _ => spans.push(line.span),
            }
            next = Some(at + 1);
        }
        spans
    }
}

/// Makes ready what lines are compared with.
pub fn prepare() {
    pattern::prepare();
    furniture::prepare();
}

/// Divides a document into blocks, and rejoins what page breaks cut.
pub fn document_to_blocks(document: &Document) -> Parsed<Blocks> {
    let looks = look::lines_to_looks(document);
    let furniture = furniture::find(&looks, document.grids());
    let contents = contents::find(&looks, &furniture);
    let has_captions_below = has_captions_below(document, &looks, &furniture);
    let builder = Builder::new(document, &looks, furniture, &contents, has_captions_below);
    let (mut blocks, kept) = builder.build(&contents);
    let mut problems = join::rejoin(document, &mut blocks);
    let plain = document.plain();
    let doubts = plain.doubts.iter();
    problems.extend(doubts.map(|doubt| uncertain(document, doubt)));
    let guesses = plain.guesses.iter();
    problems.extend(guesses.map(|(number, mark)| guessed(document, *number, *mark)));
    Parsed {
        value: Blocks {
            blocks,
            contents,
            has_captions_below,
            kept,
        },
        problems,
    }
}

/// Whether the captions of tables stand below them throughout: more have a grid
/// right above them than right below.
///
/// Forced by `fixtures/captions-below`.
fn has_captions_below(
    document: &Document,
    looks: &[Look],
    furniture: &[Option<Furniture>],
) -> bool {
    let (mut above, mut below) = (0usize, 0usize);
    for (at, look) in looks.iter().enumerate() {
        let caption = pattern::caption(&marked(look, document));
        if !caption.is_some_and(|caption| caption.kind == CaptionKind::Table) {
            continue;
        }
        let is_beside = |at: &usize| {
            let text = looks[*at].text.text();
            !looks[*at].is_blank()
                && pattern::unit(text).is_none()
                && pattern::source(text).is_none()
        };
        let in_grid = |at: usize| look::in_grid(document, at);
        let is_near = |near: &usize| looks[*near].line.page == look.line.page;
        let before = (0..at).rev().take(6).find(is_beside).filter(is_near);
        let is_wrapped = wrapped::goes_on(document, looks, furniture, at);
        let after = (at + 1 + usize::from(is_wrapped)..looks.len())
            .take(6)
            .find(is_beside)
            .filter(is_near);
        above += usize::from(before.is_some_and(in_grid));
        below += usize::from(after.is_some_and(in_grid));
    }
    above > below
}

fn guessed(document: &Document, number: u32, mark: Span) -> Problem {
    let message = format!(
        "digits that nothing raises were taken for the mark of footnote {number}: no others can be"
    );
    let line = document.slice(document.line_at(mark.start).span).to_owned();
    let expected = format!("{number} raised");
    Problem::new(ProblemKind::MarkUncertain, message, vec![mark]).between(expected, line)
}

fn uncertain(document: &Document, doubt: &plain::Doubt) -> Problem {
    let message = format!(
        "footnote {} is at the foot of the page, and no digits above it are its mark for certain",
        doubt.number
    );
    let line = |span: &Span| document.slice(document.line_at(span.start).span).to_owned();
    let found: Vec<String> = doubt.places.iter().take(3).map(line).collect();
    let found = if doubt.has_candidates {
        found.join("; ")
    } else {
        "none".to_owned()
    };
    let expected = format!("{} right behind a word, a unit or %", doubt.number);
    Problem::new(ProblemKind::MarkUncertain, message, doubt.places.clone()).between(expected, found)
}
