//! What a converter sets into the first and last rows of a table, that others print
//! above and below it.

use std::ops::Range;

use super::Builder;
use crate::block::{Kind, pattern};
use crate::document::{Grid, Row};
use crate::logical::{LogicalText, Raised};

/// The rows of a grid that are its own, and the blocks that the others are.
pub(super) struct Edges {
    pub above: Vec<(Kind, LogicalText)>,
    pub rows: Range<usize>,
    pub below: Vec<(Kind, LogicalText)>,
}

impl Builder<'_> {
    /// Takes the rows off that are a caption, a unit, a source or a note: their filled
    /// cells are one over all columns, or all say so.
    ///
    /// Forced by `fixtures/captions-in-tables`.
    pub(super) fn edges(&self, grid: &Grid) -> Edges {
        let mut edges = Edges {
            above: Vec::new(),
            rows: 0..grid.rows.len(),
            below: Vec::new(),
        };
        if !grid.is_drawn {
            return edges;
        }
        while let Some(row) = grid.rows.get(edges.rows.start) {
            let Some(blocks) = self.row(row, above) else {
                break;
            };
            edges.above.extend(blocks);
            edges.rows.start += 1;
        }
        while edges.rows.len() > 1 {
            let Some(blocks) = self.row(&grid.rows[edges.rows.end - 1], below) else {
                break;
            };
            edges.below.splice(0..0, blocks);
            edges.rows.end -= 1;
        }
        edges
    }

    /// The blocks that the filled cells of a row are, if all are one; a cell over
    /// several columns may be printed in each of them.
    fn row(&self, row: &Row, read: Read) -> Option<Vec<(Kind, LogicalText)>> {
        let cells = row.cells.iter().filter(|cell| !cell.spans.is_empty());
        let text = |spans| LogicalText::new(self.document.canonical(), spans, Raised::Mark);
        let mut texts: Vec<LogicalText> = cells.map(|cell| text(&cell.spans[..])).collect();
        texts.dedup_by(|next, text| next.text() == text.text());
        let blocks = texts.iter().map(|text| {
            let (kind, range) = read(text.text())?;
            Some((kind, text.slice(range).trimmed()))
        });
        let blocks: Vec<(Kind, LogicalText)> = blocks.collect::<Option<_>>()?;
        (!blocks.is_empty()).then_some(blocks)
    }
}

/// What the text of a cell is, and where its own words stand.
type Read = fn(&str) -> Option<(Kind, Range<usize>)>;

fn above(text: &str) -> Option<(Kind, Range<usize>)> {
    if let Some(caption) = pattern::caption(text).filter(|caption| !caption.title.is_empty()) {
        let title = caption.title.clone();
        return Some((Kind::Caption(caption), title));
    }
    Some((Kind::Unit, pattern::unit(text)?))
}

fn below(text: &str) -> Option<(Kind, Range<usize>)> {
    if let Some(start) = pattern::source(text) {
        return Some((Kind::Source, start..text.len()));
    }
    let (marker, start) = pattern::note(text)?;
    Some((Kind::Note { marker }, start..text.len()))
}
