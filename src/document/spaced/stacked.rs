//! Tables whose cells stand each on a line of its own.
//!
//! Forced by `fixtures/tables-of-a-cell-a-line`.

use std::ops::Range;

use super::headings::Headings;
use super::{Lines, MOST_HEADINGS, is_value, is_year, of_caption};
use crate::document::grid::{Cell, Grid, Row};
use crate::span::Span;

/// Lines of words, and the lines of values below them.
#[derive(Clone, Debug)]
struct Group {
    words: Range<usize>,
    values: Range<usize>,
}

/// What all rows of a table are made of.
struct Shape {
    /// Lines of the label, and of the unit where there is one.
    words: usize,
    values: usize,
}

impl Lines<'_> {
    /// The table below a caption whose lines are cells, a grid for each page.
    pub(super) fn stacked(&self, first: usize) -> Option<Vec<Grid>> {
        let first = self.below_caption(first);
        let group = self.group(first)?;
        let next = self.group(group.values.end)?;
        let shape = Shape {
            words: next.words.len(),
            values: group.values.len(),
        };
        let body = group.words.end.checked_sub(shape.words)?;
        let header = first..body;
        // The labels may have no heading.
        let is_headed = header.len() == shape.words + shape.values;
        if !is_headed && (header.len() != shape.values || shape.words > 1) {
            return None;
        }
        let words: Vec<Span> = header.clone().map(|at| self.lines[at].span).collect();
        let headings = Headings::of_cells(self.text, &[words], shape.values, None)?;
        if usize::from(headings.has_unit) + 1 != shape.words {
            return None;
        }
        let mut parts = vec![self.stack(body, &shape)?];
        if parts[0].rows.len() < 2 {
            return None;
        }
        parts[0].rows.splice(0..0, headings.rows.clone());
        parts[0].lines.start = first;
        while let Some(more) =
            self.goes_on_stacked(&header, parts.last()?.lines.end, &shape, &headings)
        {
            parts.push(more);
        }
        Some(of_caption(parts, &headings))
    }

    /// The lines of words from `first` on, and the values below them.
    fn group(&self, first: usize) -> Option<Group> {
        let page = self.lines.get(first)?.page;
        let within = |&at: &usize| self.is_of_table(at) && self.lines[at].page == page;
        let lines = || (first..self.lines.len()).take_while(within);
        let words = lines().take_while(|&at| !self.is_cell(at)).count();
        let values = lines()
            .skip(words)
            .take_while(|&at| self.is_cell(at))
            .count();
        let group = Group {
            words: first..first + words,
            values: first + words..first + words + values,
        };
        (words > 0 && values > 0).then_some(group)
    }

    /// Whether a line is a value. The years of a heading are none.
    fn is_cell(&self, at: usize) -> bool {
        let source = self.source(at);
        is_value(source) && !is_year(source)
    }

    /// The rows from `first` on as a grid without headings.
    fn stack(&self, first: usize, shape: &Shape) -> Option<Grid> {
        let mut rows = Vec::new();
        let mut end = first;
        while let Some(group) = self.group(end) {
            // The number of a page may stand right below the last row.
            let is_last = |at: usize| {
                let next = self.lines.get(at + 1);
                next.is_none_or(|next| next.page != self.lines[at].page)
            };
            let more = group.values.len().checked_sub(shape.values);
            let fits = match more {
                Some(0) => true,
                Some(1) => is_last(group.values.end - 1),
                _ => false,
            };
            if group.words.len() != shape.words || !fits {
                break;
            }
            end = group.values.start + shape.values;
            let cells = (group.words.start..end).enumerate();
            let cells = cells.map(|(column, at)| Cell::new(column, self.lines[at].span));
            rows.push(Row {
                cells: cells.collect(),
                is_header: false,
            });
            if more == Some(1) {
                break;
            }
        }
        (!rows.is_empty()).then(|| Grid::new(first..end, rows))
    }

    /// The next part of a table that ended before `end`: below its headings printed
    /// again, on the next page where a text has pages.
    fn goes_on_stacked(
        &self,
        header: &Range<usize>,
        end: usize,
        shape: &Shape,
        headings: &Headings,
    ) -> Option<Grid> {
        let first = self.next_page(end)?;
        let at = (first..self.lines.len())
            .take(MOST_HEADINGS)
            .find(|&at| self.is_repeated(header, at))?;
        let mut part = self.stack(at + header.len(), shape)?;
        part.rows
            .splice(0..0, headings.moved(self.lines[at].span.start));
        part.lines.start = at;
        Some(part)
    }
}
