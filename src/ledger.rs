//! Every number token of a document to the class that says what it is.

use std::collections::HashSet;

use crate::block::{Block, Blocks, CaptionKind, Furniture, Kind, pattern};
use crate::claim::{Claims, Class};
use crate::document::{Document, number};
use crate::observation::{Observation, Origin};
use crate::outline::{Section, section_of};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::statement::Term;
use crate::table::Table;

/// What the stages read, in the order of how sure their reading is.
pub struct Readings<'r> {
    /// The headings.
    pub sections: &'r [Section],
    /// The tables.
    pub tables: &'r [Table],
    /// The terms of the glossary.
    pub terms: &'r [Term],
    /// The facts.
    pub observations: &'r [Observation],
    /// Numbers of statements that are no statistics.
    pub words: &'r [(Span, Class)],
}

/// Claims the number tokens for what was read. What is in none of the
/// readings stays free: a sentence explains its numbers, no block does.
pub fn claim<'d>(document: &'d Document, blocks: &Blocks, readings: &Readings) -> Claims<'d> {
    let mut claims = Claims::new(document.numbers());
    for span in number::markup(document.text()) {
        claims.claim(span, Class::Markup);
    }
    for block in &blocks.blocks {
        for mark in block.text.marks() {
            claims.claim(mark.span, Class::FootnoteMark);
        }
    }
    for table in readings.tables {
        claim_table(&mut claims, document, blocks, table);
    }
    for observation in readings.observations {
        if let Origin::Statement(_) = observation.origin {
            for span in &observation.number {
                claims.claim(*span, Class::Observation);
            }
        }
    }
    for (span, class) in readings.words {
        claims.claim(*span, *class);
    }
    for term in readings.terms {
        for span in term.text.whole() {
            claims.claim(span, Class::Method);
        }
    }
    for (at, block) in blocks.blocks.iter().enumerate() {
        let is_method = section_of(readings.sections, at).is_some_and(|section| section.is_method);
        if let Some(class) = class(block, is_method).or_else(|| of_figure(&blocks.blocks, at)) {
            for span in block.spans(document) {
                claims.claim(span, class);
            }
        }
    }
    claims
}

/// The blocks with numbers that nobody claimed and no problem names yet: what
/// would else be lost without a word.
pub fn lost(
    document: &Document,
    blocks: &Blocks,
    claims: &Claims,
    problems: &[Problem],
) -> Vec<Problem> {
    let named: HashSet<usize> = problems
        .iter()
        .flat_map(|problem| &problem.spans)
        .flat_map(|span| claims.within(*span))
        .map(|(number, _)| number.start)
        .collect();
    let lost = blocks.blocks.iter().filter_map(|block| {
        let spans = block.spans(document);
        let numbers: Vec<Span> = spans
            .iter()
            .flat_map(|span| claims.within(*span))
            .filter(|(number, class)| class.is_none() && !named.contains(&number.start))
            .map(|(number, _)| number)
            .collect();
        let first = *numbers.first()?;
        let found: Vec<&str> = numbers.iter().map(|span| document.slice(*span)).collect();
        let message = "numbers that no table, sentence or other part of the report explains";
        let place = spans.into_iter().find(|span| span.contains(first));
        let place = place.into_iter().collect();
        let problem = Problem::new(ProblemKind::NumbersUnexplained, message, place).between(
            "a table with its caption, a sentence, a heading or a note",
            found.join(" "),
        );
        Some(problem)
    });
    lost.collect()
}

/// The grids of a table, marks first.
fn claim_table(claims: &mut Claims, document: &Document, blocks: &Blocks, table: &Table) {
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| &cell.text);
        for text in cells.chain([&row.label]) {
            for mark in text.marks() {
                claims.claim(mark.span, Class::FootnoteMark);
            }
        }
    }
    for span in table.notes.iter().flat_map(|note| note.text.whole()) {
        claims.claim(span, Class::NoteText);
    }
    for block in &blocks.blocks {
        if !matches!(block.kind, Kind::Grid(_)) {
            continue;
        }
        for span in block.spans(document) {
            if table.spans.iter().any(|whole| whole.contains(span)) {
                claims.claim(span, Class::TableCell);
            }
        }
    }
}

/// What every number of a block is, where its kind says it.
fn class(block: &Block, is_method: bool) -> Option<Class> {
    Some(match &block.kind {
        Kind::Furniture(Furniture::PageNumber) => Class::PageNumber,
        Kind::Furniture(_) => Class::Title,
        Kind::Contents => Class::Contents,
        Kind::Heading(_) => Class::Heading,
        Kind::Chart => Class::Figure,
        Kind::Caption(_) => Class::Caption,
        Kind::Footnote { .. } => Class::FootnoteText,
        Kind::Note { .. } | Kind::Source | Kind::Unit => Class::NoteText,
        Kind::Paragraph | Kind::Bullet { .. } if is_method => Class::Method,
        _ => return None,
    })
}

/// Loose labels of a chart, which stand before its caption.
fn of_figure(blocks: &[Block], at: usize) -> Option<Class> {
    const FURTHEST: usize = 60;
    let is_label = |block: &Block| {
        block.kind == Kind::Paragraph && !pattern::is_prose(block.text.text())
            || matches!(block.kind, Kind::Grid(_))
    };
    if !is_label(&blocks[at]) {
        return None;
    }
    let after = blocks[at..]
        .iter()
        .take(FURTHEST)
        .find(|block| !is_label(block))?;
    match &after.kind {
        Kind::Caption(caption) if caption.kind == CaptionKind::Figure => Some(Class::Figure),
        _ => None,
    }
}
