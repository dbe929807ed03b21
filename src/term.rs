//! Terms of the glossary, in whatever form it has them.

use std::ops::Range;

use crate::block::{Block, Blocks, Kind, key, pattern};
use crate::catalog::wording;
use crate::document::{Document, Grid, Row};
use crate::grammar::words::Words;
use crate::logical::{LogicalText, Raised};
use crate::outline::{Section, section_of};

/// A term of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// What is defined.
    pub term: LogicalText,
    /// What it means.
    pub definition: LogicalText,
    /// Both, as printed.
    pub text: LogicalText,
}

impl Term {
    /// The term and definition that stand in a text.
    pub fn of(text: &LogicalText, term: Range<usize>, definition: usize) -> Term {
        Term {
            term: text.slice(term),
            definition: text.slice(definition..text.text().len()).trimmed(),
            text: text.clone(),
        }
    }

    /// Those that stand apart.
    fn apart(term: LogicalText, definition: LogicalText) -> Term {
        let mut text = term.clone();
        text.append(&definition);
        Term {
            term,
            definition,
            text,
        }
    }
}

/// The term that a paragraph or list item without ◇ defines: 网民：指… anywhere, and in a
/// glossary 域名：由…, 网民是指…, or 指… below a heading 网民.
///
/// Forced by `fixtures/glossaries`.
pub fn block_to_term(blocks: &Blocks, at: usize, sections: &[Section]) -> Option<Term> {
    let block = &blocks.blocks[at];
    let text = block.text.text();
    let is_glossary = section_of(sections, at).is_some_and(|section| section.is_glossary);
    let start = enumerator(text);
    if let Some((term, definition)) = pattern::term(&text[start..]) {
        let (term, definition) = (start + term.start..start + term.end, start + definition);
        let words = text[definition..].trim_start();
        let is_meant = begins_definition(words) || is_glossary && pattern::is_terminated(words);
        return is_meant.then(|| Term::of(&block.text, term, definition));
    }
    if !is_glossary {
        return None;
    }
    if let Some((term, definition)) = pattern::meant(&text[start..]) {
        let term = start + term.start..start + term.end;
        return Some(Term::of(&block.text, term, start + definition));
    }
    let above = blocks.blocks[..at].iter().rev();
    let is_aside = |block: &&Block| matches!(block.kind, Kind::Furniture(_));
    let heading = above.clone().find(|block| !is_aside(block));
    let heading = heading.filter(|block| matches!(block.kind, Kind::Heading(_)))?;
    begins_definition(text).then(|| Term::apart(heading.text.clone(), block.text.clone()))
}

/// 指过去半年内…
fn begins_definition(text: &str) -> bool {
    const OTHER: &str = "数标导令挥纹南针";
    let rest = ["是指", "系指", "指"]
        .iter()
        .find_map(|word| text.strip_prefix(word));
    rest.is_some_and(|rest| !rest.starts_with(|c| OTHER.contains(c)))
}

/// The length of 1. or （1） before a term.
fn enumerator(text: &str) -> usize {
    let inner = text.trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    let behind = rest.trim_start_matches(['）', ')', '.', '、', '．', ' ']);
    match (1..=2).contains(&digits) && behind.len() < rest.len() {
        true => text.len() - behind.len(),
        false => 0,
    }
}

/// The terms of a grid whose headings are 术语 and 定义, or the like; a column that counts
/// the rows may stand before them.
///
/// Forced by `fixtures/glossaries`.
pub fn grid_to_terms(document: &Document, grid: &Grid) -> Vec<Term> {
    let [header, rows @ ..] = &grid.rows[..] else {
        return Vec::new();
    };
    let text = |row: &Row, column: usize| {
        let cell = row.cells.iter().find(|cell| cell.column == column)?;
        let text = LogicalText::new(document.canonical(), &cell.spans, Raised::Mark);
        Some(text).filter(|text| !text.is_empty())
    };
    let heading = |column| text(header, column).map(|text| key(text.text()));
    let words = wording();
    let is_counted = heading(0).is_some_and(|heading| words.row_counts.has(&heading));
    let first = usize::from(is_counted);
    let is = |column, words: &Words| {
        let heading = heading(column);
        heading.is_some_and(|heading| words.has(&heading))
    };
    let is_glossary = grid.width == first + 2
        && is(first, &words.glossary.terms)
        && is(first + 1, &words.glossary.definitions);
    if !is_glossary {
        return Vec::new();
    }
    let term = |row: &Row| Some(Term::apart(text(row, first)?, text(row, first + 1)?));
    rows.iter().filter_map(term).collect()
}
