//! What a converter sets into the first and last rows of a table, that others print
//! above and below it.

use std::ops::Range;

use super::Builder;
use crate::block::note::{label_end, note};
use crate::block::{Kind, pattern};
use crate::document::{Grid, Row};
use crate::logical::{LogicalText, Raised};

/// The rows of a grid that are its own, and the blocks that the others are.
struct Edges {
    above: Vec<(Kind, LogicalText)>,
    rows: Range<usize>,
    below: Vec<(Kind, LogicalText)>,
}

impl Builder<'_> {
    /// Takes a grid, with the caption that it says of itself and what else its first and
    /// last rows are.
    pub(super) fn grid(&mut self, index: usize, grid: &Grid) {
        let edges = self.edges(grid);
        let mut lines = grid.lines.clone().collect();
        let caption = grid.caption.and_then(|span| {
            let text = LogicalText::new(self.document.canonical(), &[span], Raised::Mark);
            let caption = pattern::caption(text.text())?;
            let title = text.slice(caption.title.clone()).trimmed();
            Some((Kind::Caption(caption), title))
        });
        let mut above: Vec<(Kind, LogicalText)> = caption.into_iter().chain(edges.above).collect();
        above.retain(|(kind, text)| !text.is_empty() && !self.is_above(kind));
        if edges.rows.is_empty() && above.is_empty() {
            self.push(Kind::Grid(index), lines, LogicalText::default());
            return;
        }
        for (kind, text) in above {
            // Their lines are those of the grid, if it has more rows.
            let own = match edges.rows.is_empty() {
                true => std::mem::take(&mut lines),
                false => Vec::new(),
            };
            self.push(kind, own, text);
        }
        if edges.rows.is_empty() {
            return;
        }
        if edges.rows.len() < grid.rows.len() {
            self.kept.push((index, edges.rows));
        }
        self.push(Kind::Grid(index), lines, LogicalText::default());
        for (kind, text) in edges.below {
            self.push(kind, Vec::new(), text);
        }
    }

    /// Whether a caption stands above already.
    fn is_above(&self, kind: &Kind) -> bool {
        let name = |kind: &Kind| match kind {
            Kind::Caption(caption) => {
                let number = (caption.chapter, caption.number);
                Some((caption.kind, number, caption.is_appendix))
            }
            _ => None,
        };
        let last = self
            .blocks
            .iter()
            .rev()
            .find(|block| block.kind != Kind::Unit);
        last.is_some_and(|last| name(kind).is_some() && name(&last.kind) == name(kind))
    }

    /// Takes the rows off that are a caption, a unit, a source or a note: their filled
    /// cells are one over all columns, or all say so.
    ///
    /// Forced by `fixtures/captions-in-tables`.
    fn edges(&self, grid: &Grid) -> Edges {
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
            let (kind, range) = read(text)?;
            Some((kind, text.slice(range).trimmed()))
        });
        let blocks: Vec<(Kind, LogicalText)> = blocks.collect::<Option<_>>()?;
        (!blocks.is_empty()).then_some(blocks)
    }
}

/// What the text of a cell is, and where its own words stand.
type Read = fn(&LogicalText) -> Option<(Kind, Range<usize>)>;

fn above(text: &LogicalText) -> Option<(Kind, Range<usize>)> {
    let text = text.text();
    if let Some(caption) = pattern::caption(text).filter(|caption| !caption.title.is_empty()) {
        let title = caption.title.clone();
        return Some((Kind::Caption(caption), title));
    }
    Some((Kind::Unit, pattern::unit(text)?))
}

fn below(text: &LogicalText) -> Option<(Kind, Range<usize>)> {
    let length = text.text().len();
    if let Some(start) = pattern::source(text.text()) {
        return Some((Kind::Source, start..length));
    }
    if let Some((marker, start)) = note(text) {
        return Some((Kind::Note { marker }, start..length));
    }
    // ¹ 含港澳台。
    let mark = text.marks().first().filter(|mark| mark.at == 0)?;
    let number = mark.name.parse().ok().filter(|_| length > 0)?;
    Some((Kind::Footnote { number }, label_end(text.text())..length))
}
