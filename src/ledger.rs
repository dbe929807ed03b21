//! Every number token of a document to the class that says what it is.

use std::collections::HashSet;

use crate::block::{Block, Blocks, CaptionKind, Furniture, Kind, pattern};
use crate::claim::{Claims, Class};
use crate::document::{Document, number};
use crate::observation::{Observation, Origin};
use crate::outline::{Section, section_of};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::table::{Chart, Row, Table};
use crate::term::{Term, grid_to_terms};

/// What the stages read, in the order of how sure their reading is.
pub struct Readings<'r> {
    /// The headings.
    pub sections: &'r [Section],
    /// The tables.
    pub tables: &'r [Table],
    /// The data of figures.
    pub charts: &'r [Chart],
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
    let places = Places::new(readings.tables);
    for table in readings.tables {
        claim_table(&mut claims, table);
    }
    let grids = blocks
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, Kind::Grid(_)));
    for span in grids.flat_map(|block| block.spans(document)) {
        if places.around(span).next().is_some() {
            claims.claim(span, Class::TableCell);
        }
    }
    for chart in readings.charts {
        claim_marks(&mut claims, chart.data.iter().flat_map(|data| &data.rows));
        // Labels that white space alone parts may be of what stands above them.
        let is_drawn = |block: &&Block| match block.kind {
            Kind::Grid(index) => document.grids()[index].is_drawn,
            _ => false,
        };
        let grids = chart.grids.iter().map(|&at| &blocks.blocks[at]);
        for span in grids
            .filter(is_drawn)
            .flat_map(|block| block.spans(document))
        {
            claims.claim(span, Class::Figure);
        }
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
    for block in &blocks.blocks {
        let is_glossary = match block.kind {
            Kind::Grid(index) => !grid_to_terms(document, &document.grids()[index]).is_empty(),
            _ => false,
        };
        for span in block.spans(document).into_iter().filter(|_| is_glossary) {
            claims.claim(span, Class::Method);
        }
    }
    for (at, block) in blocks.blocks.iter().enumerate() {
        let is_method = section_of(readings.sections, at).is_some_and(|section| section.is_method);
        let of_figure = || of_figure(&blocks.blocks, at, &places, document);
        if let Some(class) = class(block, is_method).or_else(of_figure) {
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
    let mut is_told_of_values = false;
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
        let is_values = pattern::is_values(block.text.text());
        let message = match is_values && !std::mem::replace(&mut is_told_of_values, true) {
            true => {
                "numbers of lines that look like comma-separated values (CSV), which are not \
                 read: save the sheet with tabs between its cells"
            }
            false => "numbers that no table, sentence or other part of the report explains",
        };
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

/// The marks in labels and cells.
fn claim_marks<'r>(claims: &mut Claims, rows: impl IntoIterator<Item = &'r Row>) {
    for row in rows {
        let cells = row.cells.iter().map(|cell| &cell.text);
        for text in cells.chain([&row.label]) {
            for mark in text.marks() {
                claims.claim(mark.span, Class::FootnoteMark);
            }
        }
    }
}

/// The marks and notes of a table.
fn claim_table(claims: &mut Claims, table: &Table) {
    claim_marks(claims, &table.rows);
    for span in table.notes.iter().flat_map(|note| note.text.whole()) {
        claims.claim(span, Class::NoteText);
    }
}

/// Which grids are of which tables.
struct Places<'t> {
    /// Where tables stand, in order, each with the furthest end up to it.
    wholes: Vec<(Span, usize, &'t Table)>,
}

impl<'t> Places<'t> {
    fn new(tables: &'t [Table]) -> Places<'t> {
        let spans = tables
            .iter()
            .flat_map(|table| table.spans.iter().map(move |span| (*span, table)));
        let mut wholes: Vec<(Span, usize, &Table)> =
            spans.map(|(span, table)| (span, 0, table)).collect();
        wholes.sort_by_key(|(span, ..)| span.start);
        let mut furthest = 0;
        for (span, end, _) in &mut wholes {
            furthest = furthest.max(span.end);
            *end = furthest;
        }
        Places { wholes }
    }

    /// The tables that a span stands in.
    fn around(&self, span: Span) -> impl Iterator<Item = &'t Table> {
        let before = self
            .wholes
            .partition_point(|(whole, ..)| whole.start <= span.start);
        let near = self.wholes[..before].iter().rev();
        let near = near.take_while(move |(_, furthest, _)| *furthest >= span.end);
        near.filter(move |(whole, ..)| whole.contains(span))
            .map(|(.., table)| *table)
    }

    /// The tables that a grid is of.
    fn of(&self, block: &Block, document: &Document) -> Vec<&'t Table> {
        match block.kind {
            Kind::Grid(_) => block
                .spans(document)
                .into_iter()
                .flat_map(|span| self.around(span))
                .collect(),
            _ => Vec::new(),
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

/// Loose labels of a chart, which stand before its caption. What stands right under the
/// caption or the headings of a table that has no rows is of no chart, nor are rows right
/// behind those of a table.
///
/// Forced by `fixtures/rows-before-a-figure`.
fn of_figure(blocks: &[Block], at: usize, places: &Places, document: &Document) -> Option<Class> {
    const FURTHEST: usize = 60;
    let is_label = |block: &Block| {
        block.kind == Kind::Paragraph && !pattern::is_prose(block.text.text())
            || matches!(block.kind, Kind::Grid(_))
    };
    if !is_label(&blocks[at]) {
        return None;
    }
    let is_aside =
        |block: &&Block| matches!(block.kind, Kind::Furniture(_) | Kind::Footnote { .. });
    let mut above = blocks[..at]
        .iter()
        .rev()
        .take(FURTHEST)
        .skip_while(is_aside);
    let in_table = |block: &Block| !places.of(block, document).is_empty();
    if matches!(blocks[at].kind, Kind::Grid(_)) && above.clone().next().is_some_and(in_table) {
        return None;
    }
    let is_of_grid =
        |block: &&Block| block.kind == Kind::Paragraph && is_label(block) || is_aside(block);
    let over = above
        .by_ref()
        .take(FURTHEST)
        .find(|block| !is_of_grid(block));
    let is_lost = |over: &Block| match &over.kind {
        Kind::Caption(caption) => caption.kind == CaptionKind::Table,
        _ => places
            .of(over, document)
            .iter()
            .any(|table| table.rows.is_empty()),
    };
    if over.is_some_and(is_lost) {
        return None;
    }
    let after = blocks[at..]
        .iter()
        .take(FURTHEST)
        .find(|block| !is_label(block))?;
    let is_figure = |block: &Block| matches!(&block.kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure);
    (is_figure(after) || is_under_figure(blocks, at, &in_table)).then_some(Class::Figure)
}

/// Whether nothing but loose labels stands between a block of them and the caption of a
/// figure above, which no labels stand above.
///
/// Forced by `fixtures/charts-below-captions`.
fn is_under_figure(blocks: &[Block], at: usize, in_table: &dyn Fn(&Block) -> bool) -> bool {
    const FURTHEST: usize = 60;
    let is_label = |block: &Block| {
        block.kind == Kind::Paragraph
            && !pattern::is_prose(block.text.text())
            && !pattern::is_terminated(block.text.text())
    };
    let is_aside = |block: &&Block| {
        matches!(
            block.kind,
            Kind::Furniture(_) | Kind::Footnote { .. } | Kind::Unit
        )
    };
    let above = blocks[..at].iter().rev().take(FURTHEST);
    let mut above = above.skip_while(|block| is_label(block) || is_aside(block));
    let is_figure = above.next().is_some_and(|block| {
        matches!(&block.kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure)
    });
    let over = above.find(|block| !is_aside(block));
    let has_labels = over.is_some_and(|over| {
        let is_loose = matches!(over.kind, Kind::Grid(_)) && !in_table(over);
        is_label(over) || is_loose || over.kind == Kind::Chart
    });
    is_figure && is_label(&blocks[at]) && !has_labels
}
