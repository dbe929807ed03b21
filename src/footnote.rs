//! Footnotes, and the marks that refer to them.

use std::collections::BTreeMap;

use crate::block::{Blocks, Kind, Parsed};
use crate::document::{Document, number};
use crate::logical::{LogicalText, Mark, Raised};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// A footnote.
#[derive(Clone, Debug)]
pub struct Footnote {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: LogicalText,
    /// The first address in it.
    pub url: Option<String>,
    /// Where it is printed, its number included.
    pub spans: Vec<Span>,
}

/// Reads the footnotes in the order in which they are printed. A number that
/// comes twice and a mark without a footnote are problems.
pub fn blocks_to_footnotes(document: &Document, blocks: &Blocks) -> Parsed<Vec<Footnote>> {
    let mut footnotes = Vec::new();
    let mut problems = Vec::new();
    let mut places: BTreeMap<u32, usize> = BTreeMap::new();
    for block in &blocks.blocks {
        let Kind::Footnote { number } = block.kind else {
            continue;
        };
        let spans = block.spans(document);
        if places.insert(number, footnotes.len()).is_some() {
            let message = format!("there is a second footnote {number}");
            problems.push(Problem::new(
                ProblemKind::FootnoteRepeated,
                message,
                spans.clone(),
            ));
        }
        footnotes.push(Footnote {
            number,
            text: block.text.clone(),
            url: url(block.text.text()),
            spans,
        });
    }
    for mark in marks(document, blocks) {
        let number = mark.name.parse::<u32>().ok();
        if let Some(number) = number.filter(|number| !places.contains_key(number)) {
            let message = format!("a mark refers to footnote {number}, which is not there");
            problems.push(Problem::new(
                ProblemKind::FootnoteMissing,
                message,
                vec![mark.span],
            ));
        }
    }
    Parsed {
        value: footnotes,
        problems,
    }
}

/// The marks of the whole body, those before the text of footnotes aside.
pub fn marks(document: &Document, blocks: &Blocks) -> Vec<Mark> {
    let mut marks = Vec::new();
    for block in &blocks.blocks {
        match block.kind {
            Kind::Grid(index) => {
                let cells = document.grids()[index]
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells);
                for cell in cells {
                    let text = LogicalText::new(document.canonical(), &cell.spans, Raised::Mark);
                    marks.extend_from_slice(text.marks());
                }
            }
            // The number of a footnote itself stands before its text.
            _ => marks.extend(
                block
                    .text
                    .marks()
                    .iter()
                    .filter(|mark| mark.at > 0)
                    .cloned(),
            ),
        }
    }
    marks
}

fn url(text: &str) -> Option<String> {
    text.char_indices().find_map(|(at, _)| {
        let length = number::address(&text[at..])?;
        Some(text[at..at + length].to_owned())
    })
}
