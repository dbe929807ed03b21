//! Whether each caption stands above its grids or below them.
//!
//! A report may set all captions above, all below, or those of short tables
//! below and those of tables that run over pages above. So each run of captions
//! and grids is shared out as a whole: every caption takes the grids on one side
//! of it, and as few captions and grids as can be are left alone.
//!
//! Forced by `fixtures/captions-on-either-side`.

use std::borrow::Cow;

use super::region::{goes_on, has_numbers};
use crate::block::{Block, CaptionKind, Kind};
use crate::document::{Document, Grid};

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
    document: &Document,
    blocks: &'b [Block],
    has_captions_below: bool,
) -> Cow<'b, [Block]> {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    let mut from = 0;
    for part in blocks.chunk_by(|a, b| is_part(a) && is_part(b)) {
        let run = Run {
            document,
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
    document: &'r Document,
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

impl Run<'_> {
    /// Moves the indices of captions in the order of all blocks.
    fn put_in_order(&self, order: &mut [usize]) {
        let captions: Vec<usize> = (self.from..self.to)
            .filter(|&at| is_caption(&self.blocks[at]))
            .collect();
        if captions.is_empty() {
            return;
        }
        for (&caption, above) in captions.iter().zip(self.shared(&captions)) {
            let grids = self.grids(self.from, caption);
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
                    let Some(cost) = self.gap(giver, &grids, above, caption) else {
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
        let end = |takes_below: bool| {
            let giver = Some(last).filter(|_| takes_below);
            let cost = self.gap(giver, &behind, 0, self.to)?;
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

    /// What it costs that of the grids between two captions the last `above` go
    /// to the lower one, and as many of the first as are one table to the upper
    /// one, if it takes any; `None` where it cannot.
    fn gap(
        &self,
        upper: Option<usize>,
        grids: &[usize],
        above: usize,
        lower: usize,
    ) -> Option<u32> {
        let (rest, taken) = grids.split_at(grids.len() - above);
        if !self.is_chain(taken) {
            return None;
        }
        let mut cost = 0;
        let mut free = rest;
        if let Some(caption) = upper {
            let first = *rest.first()?;
            let is_noted = self.blocks[caption..first]
                .iter()
                .any(|block| matches!(block.kind, Kind::Note { .. } | Kind::Source));
            if is_noted {
                return None;
            }
            cost += self.turned(caption, first);
            cost += if self.has_captions_below { UNUSUAL } else { 0 };
            let length = (1..=rest.len())
                .take_while(|&length| self.is_chain(&rest[..length]))
                .last()?;
            free = &rest[length..];
        }
        if let Some(&last) = taken.last() {
            cost += self.turned(last, lower);
            cost += if self.has_captions_below { 0 } else { UNUSUAL };
        }
        if let (Some(&last), Some(&first)) = (rest.last(), taken.first())
            && self.is_chain(&[last, first])
        {
            cost += PARTED;
        }
        let alone = free.iter().filter(|&&at| self.is_table(at)).count();
        Some(cost + ALONE * alone as u32)
    }

    fn turned(&self, a: usize, b: usize) -> u32 {
        let page = |line: Option<&usize>| line.map(|&line| self.document.lines()[line].page);
        let (a, b) = (&self.blocks[a].lines, &self.blocks[b].lines);
        u32::from(page(a.last()) != page(b.first())) * TURNED
    }

    /// Whether grids are the parts of one table.
    fn is_chain(&self, grids: &[usize]) -> bool {
        let Some((&first, further)) = grids.split_first() else {
            return true;
        };
        further.iter().all(|&at| {
            let (first, grid) = (self.grid(first), self.grid(at));
            first
                .zip(grid)
                .is_some_and(|(first, grid)| goes_on(self.document, self.blocks, at, first, grid))
        })
    }

    fn is_table(&self, at: usize) -> bool {
        let grid = self.grid(at);
        grid.is_some_and(|grid| has_numbers(self.document, grid))
    }

    fn grid(&self, at: usize) -> Option<&Grid> {
        match self.blocks[at].kind {
            Kind::Grid(index) => self.document.grids().get(index),
            _ => None,
        }
    }
}
