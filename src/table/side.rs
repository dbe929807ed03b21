//! Whether each caption stands above its grids or below them.
//!
//! A report may set all captions above, all below, or those of short tables
//! below and those of tables that run over pages above. So each run of captions
//! and grids is shared out as a whole: every caption takes the grids on one side
//! of it, and as few captions and grids as can be are left alone.
//!
//! Forced by `fixtures/captions-on-either-side`.

use std::borrow::Cow;

use super::matrix::Matrices;
use super::region::{Start, has_numbers};
use crate::block::{Block, CaptionKind, Kind};

/// A caption or grid that stands alone.
const ALONE: u32 = 20;
/// Grids that could be one table, taken apart.
const PARTED: u32 = 4;
/// A caption on another page than the grid beside it.
const TURNED: u32 = 3;
/// A caption on the side that others of the document do not stand on.
const UNUSUAL: u32 = 1;

/// The blocks with each caption that stands below its grids moved above them.
pub fn with_captions_above<'b>(
    matrices: &Matrices,
    blocks: &'b [Block],
    has_captions_below: bool,
) -> Cow<'b, [Block]> {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    let mut from = 0;
    for part in blocks.chunk_by(|a, b| is_part(a) && is_part(b)) {
        let run = Run {
            matrices,
            blocks,
            from,
            to: from + part.len(),
            has_captions_below,
        };
        run.put_in_order(&mut order);
        from = run.to;
    }
    if order.is_sorted() {
        return Cow::Borrowed(blocks);
    }
    order.into_iter().map(|at| blocks[at].clone()).collect()
}

/// Whether a block stands between the captions and grids of tables.
fn is_part(block: &Block) -> bool {
    match &block.kind {
        Kind::Caption(caption) => caption.kind == CaptionKind::Table,
        Kind::Grid(_)
        | Kind::Unit
        | Kind::Furniture(_)
        | Kind::Footnote { .. }
        | Kind::Note { .. }
        | Kind::Source => true,
        _ => false,
    }
}

/// A caption that begins a table, or ends it.
fn is_caption(block: &Block) -> bool {
    matches!(
        &block.kind,
        Kind::Caption(caption) if caption.kind == CaptionKind::Table && !caption.is_continued
    )
}

/// Captions and grids with nothing else between them than belongs to tables.
struct Run<'r> {
    matrices: &'r Matrices<'r>,
    blocks: &'r [Block],
    from: usize,
    to: usize,
    has_captions_below: bool,
}

/// What the captions before a gap between two captions cost at the least, and
/// from which choice of the one before.
#[derive(Clone, Copy, Debug)]
struct Choice {
    cost: u32,
    /// How many grids the caption takes above itself.
    above: usize,
    /// Whether the caption before it takes the grids below.
    before_takes_below: bool,
}

/// The grids between two captions, with what each way to share them out asks.
struct Between<'g> {
    grids: &'g [usize],
    starts: Vec<Start>,
    /// Whether all grids from one on are the parts of one table.
    ends: Vec<bool>,
    /// How many of the first are the parts of one table.
    first_part: usize,
    /// How many of the grids before one have numbers.
    tables: Vec<u32>,
    /// Whether a note parts the upper caption from the grids.
    is_noted: bool,
    /// How many of the first grids are certainly no lower caption's.
    of_upper: usize,
}

impl Run<'_> {
    /// Moves the indices of captions in the order of all blocks.
    fn put_in_order(&self, order: &mut [usize]) {
        let captions: Vec<usize> = (self.from..self.to)
            .filter(|&at| is_caption(&self.blocks[at]))
            .collect();
        if captions.is_empty() {
            return;
        }
        let mut from = self.from;
        for (&caption, above) in captions.iter().zip(self.shared(&captions)) {
            let grids = self.grids(from, caption);
            from = caption + 1;
            let Some(&first) = grids.get(grids.len() - above) else {
                continue;
            };
            // A line 单位 right above the grid is its.
            let has_unit = first > self.from && self.blocks[first - 1].kind == Kind::Unit;
            order[first - usize::from(has_unit)..=caption].rotate_right(1);
        }
    }

    /// The indices of the grids between two blocks.
    fn grids(&self, from: usize, to: usize) -> Vec<usize> {
        let is_grid = |at: &usize| matches!(self.blocks[*at].kind, Kind::Grid(_));
        (from..to).filter(is_grid).collect()
    }

    /// How many grids each caption takes above itself.
    fn shared(&self, captions: &[usize]) -> Vec<usize> {
        // best[caption][takes below]
        let mut best: Vec<[Choice; 2]> = Vec::with_capacity(captions.len());
        for (index, &caption) in captions.iter().enumerate() {
            let start = index.checked_sub(1).map(|before| captions[before]);
            let grids = self.grids(start.map_or(self.from, |at| at + 1), caption);
            let between = self.between(start, &grids);
            let mut choices = [Choice {
                cost: u32::MAX,
                above: 0,
                before_takes_below: false,
            }; 2];
            for before_takes_below in [false, true] {
                let before = match index.checked_sub(1) {
                    Some(before) => best[before][usize::from(before_takes_below)].cost,
                    None if before_takes_below => continue,
                    None => 0,
                };
                let giver = start.filter(|_| before_takes_below);
                for above in 0..=grids.len() {
                    let Some(cost) = self.gap(giver, &between, above, caption) else {
                        continue;
                    };
                    let cost = before.saturating_add(cost);
                    for takes_below in [false, true] {
                        let is_alone = above == 0 && !takes_below;
                        if above > 0 && takes_below {
                            continue;
                        }
                        let cost = cost.saturating_add(if is_alone { ALONE } else { 0 });
                        let choice = &mut choices[usize::from(takes_below)];
                        if cost < choice.cost {
                            *choice = Choice {
                                cost,
                                above,
                                before_takes_below,
                            };
                        }
                    }
                }
            }
            best.push(choices);
        }
        // What stands behind the last caption.
        let last = captions[captions.len() - 1];
        let behind = self.grids(last + 1, self.to);
        let between = self.between(Some(last), &behind);
        let end = |takes_below: bool| {
            let giver = Some(last).filter(|_| takes_below);
            let cost = self.gap(giver, &between, 0, self.to)?;
            Some(cost.saturating_add(best[captions.len() - 1][usize::from(takes_below)].cost))
        };
        let cost = |takes_below| end(takes_below).unwrap_or(u32::MAX);
        let mut takes_below = cost(true) <= cost(false);
        let mut above = vec![0; captions.len()];
        for index in (0..captions.len()).rev() {
            let choice = best[index][usize::from(takes_below)];
            above[index] = choice.above;
            takes_below = choice.before_takes_below;
        }
        above
    }

    /// Reads the grids between two captions, each once.
    fn between<'g>(&self, upper: Option<usize>, grids: &'g [usize]) -> Between<'g> {
        let starts: Vec<Start> = grids.iter().filter_map(|&at| self.start(at)).collect();
        let document = self.matrices.document;
        let has_numbers = grids.iter().map(|&at| match self.blocks[at].kind {
            Kind::Grid(index) => has_numbers(document, &document.grids()[index]),
            _ => false,
        });
        let mut tables = vec![0];
        for is_table in has_numbers {
            tables.push(tables[tables.len() - 1] + u32::from(is_table));
        }
        let is_noted = upper.zip(grids.first()).is_some_and(|(caption, &first)| {
            let blocks = &self.blocks[caption..first];
            let is_note = |block: &Block| matches!(block.kind, Kind::Note { .. } | Kind::Source);
            blocks.iter().any(is_note)
        });
        let of_upper = grids.iter().rposition(|&at| match self.blocks[at].kind {
            Kind::Grid(index) => document.grids()[index].is_of_caption_above,
            _ => false,
        });
        Between {
            grids,
            of_upper: of_upper.map_or(0, |last| last + 1),
            ends: Start::ends(&starts),
            first_part: Start::length(&starts),
            starts,
            tables,
            is_noted,
        }
    }

    /// What it costs that of the grids between two captions the last `above` go
    /// to the lower one, and as many of the first as are one table to the upper
    /// one, if it takes any; `None` where it cannot.
    fn gap(
        &self,
        upper: Option<usize>,
        between: &Between,
        above: usize,
        lower: usize,
    ) -> Option<u32> {
        let split = between.grids.len() - above;
        let (rest, taken) = between.grids.split_at(split);
        if !between.ends[split] || split < between.of_upper {
            return None;
        }
        let mut cost = 0;
        let mut given = 0;
        if let Some(caption) = upper {
            let first = *rest.first()?;
            if between.is_noted {
                return None;
            }
            cost += self.turned(caption, first);
            cost += if self.has_captions_below { UNUSUAL } else { 0 };
            given = between.first_part.min(split);
        }
        if let Some(&last) = taken.last() {
            cost += self.turned(last, lower);
            cost += if self.has_captions_below { 0 } else { UNUSUAL };
        }
        let is_parted = split > 0
            && between
                .starts
                .get(split)
                .is_some_and(|first| first.goes_on(&between.starts[split - 1]));
        if is_parted {
            cost += PARTED;
        }
        let alone = between.tables[split] - between.tables[given];
        Some(cost + ALONE * alone)
    }

    fn turned(&self, a: usize, b: usize) -> u32 {
        let page =
            |line: Option<&usize>| line.map(|&line| self.matrices.document.lines()[line].page);
        let (a, b) = (&self.blocks[a].lines, &self.blocks[b].lines);
        u32::from(page(a.last()) != page(b.first())) * TURNED
    }

    fn start(&self, at: usize) -> Option<Start> {
        match self.blocks[at].kind {
            Kind::Grid(index) => Some(Start::new(self.matrices, self.blocks, at, index)),
            _ => None,
        }
    }
}
