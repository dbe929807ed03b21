//! Captions of figures.

use crate::block::{Blocks, CaptionKind, Kind};
use crate::document::Document;
use crate::grammar::unit;
use crate::logical::spaced_after_period;
use crate::span::Span;

/// A numbered figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// `图 10`.
    pub label: String,
    /// Its number.
    pub number: u32,
    /// What the caption says after the number.
    pub title: String,
    /// The printed unit of its values.
    pub unit: Option<String>,
    /// Marks in the caption.
    pub markers: Vec<String>,
    /// Where the caption is printed.
    pub spans: Vec<Span>,
}

/// Reads the captions 图 N in order.
pub fn blocks_to_figures(document: &Document, blocks: &Blocks) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (at, block) in blocks.blocks.iter().enumerate() {
        let Kind::Caption(caption) = &block.kind else {
            continue;
        };
        if caption.kind != CaptionKind::Figure {
            continue;
        }
        let title = spaced_after_period(block.text.text());
        let beside = [at.checked_sub(1), Some(at + 1)];
        let line = beside
            .into_iter()
            .flatten()
            .filter_map(|at| blocks.blocks.get(at))
            .find(|block| block.kind == Kind::Unit)
            .map(|block| block.text.text());
        let name = if caption.is_appendix { "附图" } else { "图" };
        figures.push(Figure {
            label: match caption.chapter {
                Some(chapter) => format!("{name} {chapter}-{}", caption.number),
                None => format!("{name} {}", caption.number),
            },
            number: caption.number,
            unit: unit::of_caption(&title).or(line).map(str::to_owned),
            title,
            markers: block.text.markers(),
            spans: block.spans(document),
        });
    }
    figures
}
