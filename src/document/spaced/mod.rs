//! Grids whose cells are parted by single spaces, as tools print them that keep no
//! layout, and as text comes from a viewer's clipboard.
//!
//! A space may stand within a cell as well. So a table is found only below its caption,
//! by rows that end with as many values each, and taken only where its headings divide
//! into these columns.
//!
//! Forced by `fixtures/tables-of-single-spaces`.

mod headings;
mod pushed;
mod stacked;

use std::ops::Range;

use super::columns::{is_caption, is_dotted_period};
use super::grid::{Cell, Grid, Row};
use super::number::{self, is_digit};
use super::{Line, begins_source};
use crate::span::Span;
use headings::Headings;
pub use pushed::straightened;

/// Lines of headings, and those that may stand on a page before a table goes on.
const MOST_HEADINGS: usize = 8;

/// Lines of a label above its row.
const MOST_ABOVE: usize = 3;

/// What is longer is no cell.
const LONGEST_VALUE: usize = 40;

/// Finds the tables below captions on lines that are in no other grid.
pub fn lines_to_grids(text: &str, lines: &[Line], others: &[Grid]) -> Vec<Grid> {
    let mut is_free = vec![true; lines.len()];
    for other in others {
        is_free[other.lines.clone()].fill(false);
    }
    let lines = Lines {
        text,
        lines,
        is_free,
    };
    let mut grids = Vec::new();
    let mut at = 0;
    while at < lines.lines.len() {
        at += 1;
        if lines.is_table_caption(at - 1)
            && let Some(table) = lines.table(at).or_else(|| lines.stacked(at))
        {
            at = table.last().map_or(at, |part| part.lines.end);
            grids.extend(table);
        }
    }
    grids
}

struct Lines<'t> {
    text: &'t str,
    lines: &'t [Line],
    is_free: Vec<bool>,
}

/// A line that ends with values.
struct Ending {
    line: usize,
    /// What stands before the values.
    words: Vec<Span>,
    values: Vec<Span>,
}

/// A row, with the lines above that begin its label.
struct Labelled {
    above: Vec<Span>,
    row: Ending,
}

impl Lines<'_> {
    fn source(&self, at: usize) -> &str {
        &self.text[self.lines[at].span.range()]
    }

    fn is_table_caption(&self, at: usize) -> bool {
        let source = self.source(at);
        is_caption(source) && !source.starts_with(['图', 'F']) && !source.ends_with(['。', '，'])
    }

    /// Whether a line may be of a table.
    fn is_of_table(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else {
            return false;
        };
        let source = self.source(at);
        self.is_free[at]
            && !line.is_blank()
            && !is_caption(source)
            && !begins_source(source)
            && !source.contains(['。', '，', '\t', '|'])
    }

    /// The words of a line, where they end with values.
    fn ending(&self, at: usize) -> Option<Ending> {
        let mut words = words(self.text, self.lines[at].span);
        let is_value = |word: &Span| is_value(&self.text[word.range()]);
        let label = words.iter().rposition(|word| !is_value(word));
        let values = words.split_off(label.map_or(0, |label| label + 1));
        let are_years = values.iter().all(|word| is_year(&self.text[word.range()]));
        (!are_years).then_some(Ending {
            line: at,
            words,
            values,
        })
    }

    /// Where the lines of the table below a caption begin.
    fn below_caption(&self, first: usize) -> usize {
        let is_unit = |at: usize| {
            let unit = self.source(at).strip_prefix(headings::UNIT);
            unit.is_some_and(|unit| unit.trim_start().starts_with(['：', ':']))
        };
        let ends_title = |at: usize| at == first && is_open(self.source(at - 1));
        let skipped = (first..self.lines.len())
            .take(2)
            .take_while(|&at| self.lines[at].is_blank() || is_unit(at) || ends_title(at));
        first + skipped.count()
    }

    /// The table below a caption whose lines are rows, a grid for each page.
    fn table(&self, first: usize) -> Option<Vec<Grid>> {
        let first = self.below_caption(first);
        let page = self.lines.get(first)?.page;
        let is_of_table = |&at: &usize| self.is_of_table(at) && self.lines[at].page == page;
        let within = (first..first + MOST_HEADINGS).take_while(is_of_table);
        let begins = within.filter_map(|at| self.ending(at)).next()?;
        // A row without words has its label on the line above.
        let above = usize::from(begins.words.is_empty());
        let body = begins.line.checked_sub(above).filter(|&at| at > first)?;
        let count = begins.values.len();
        let header: Vec<Span> = (first..body).map(|at| self.lines[at].span).collect();
        let headings = Headings::of_lines(self.text, &header, count)?;
        let mut parts = vec![self.part(body, count, &headings)?];
        // One row is too little to tell what is a column. Where most labels stand on lines
        // of their own, so do all cells.
        let rows = &parts[0].rows;
        let lines = parts[0].lines.len();
        if rows.len() < 2 || lines >= 2 * rows.len() {
            return None;
        }
        parts[0].rows.splice(0..0, headings.rows.clone());
        parts[0].lines.start = first;
        while let Some(more) = self.goes_on(first..body, parts.last()?.lines.end, count, &headings)
        {
            parts.push(more);
        }
        Some(of_caption(parts, &headings))
    }

    /// The rows from `first` on as a grid without headings.
    fn part(&self, first: usize, count: usize, headings: &Headings) -> Option<Grid> {
        let page = self.lines.get(first)?.page;
        let mut rows = Vec::new();
        let mut above: Vec<Span> = Vec::new();
        let mut end = first;
        for at in first..self.lines.len() {
            if !self.is_of_table(at) || self.lines[at].page != page {
                break;
            }
            let ending = self.ending(at).filter(|row| row.values.len() >= count);
            let Some(row) = ending else {
                above.push(self.lines[at].span);
                if above.len() > MOST_ABOVE {
                    break;
                }
                continue;
            };
            let above = std::mem::take(&mut above);
            let Some(row) = self.row(Labelled { above, row }, count, headings) else {
                break;
            };
            rows.push(row);
            end = at + 1;
        }
        (!rows.is_empty()).then(|| Grid::new(first..end, rows))
    }

    /// The cells of a row; `None` where its words can be divided in several ways, or it has no
    /// label.
    fn row(&self, labelled: Labelled, count: usize, headings: &Headings) -> Option<Row> {
        let Labelled { above, mut row } = labelled;
        // A label may end with a number.
        let values = row.values.split_off(row.values.len() - count);
        row.words.append(&mut row.values);
        let source = |span: &Span| &self.text[span.range()];
        let opens = above
            .last()
            .is_some_and(|last| source(last).ends_with(['：', ':']));
        let unit = (headings.has_unit && row.words.len() > usize::from(above.is_empty() || opens))
            .then(|| row.words.pop())
            .flatten();
        // A number more than there are columns is of no label.
        if unit.is_some_and(|unit| is_value(source(&unit))) {
            return None;
        }
        // 北京 4.5 天津 3.2: rows in halves side by side.
        let mut inner = row.words.iter().skip(1);
        if inner.any(|word| is_value(source(word))) {
            return None;
        }
        if !above.is_empty() && !opens && !row.words.is_empty() {
            return None;
        }
        let own = row.words.first().zip(row.words.last());
        let own = own.map(|(first, last)| Span::new(first.start, last.end));
        let label: Vec<Span> = above.into_iter().chain(own).collect();
        if label.is_empty() {
            return None;
        }
        let mut cells = vec![Cell {
            spans: label,
            ..Cell::new(0, Span::new(0, 0))
        }];
        if headings.has_unit {
            cells.push(Cell::new(1, unit.unwrap_or(Span::new(0, 0))));
        }
        let first = cells.len();
        let values = values.into_iter().enumerate();
        cells.extend(values.map(|(at, value)| Cell::new(first + at, value)));
        Some(Row {
            cells,
            is_header: false,
        })
    }

    /// The first line of the next page, or the next line of a text without pages.
    fn next_page(&self, end: usize) -> Option<usize> {
        let page = self.lines.get(end.checked_sub(1)?)?.page;
        let behind = &self.lines[end..];
        let left = behind.partition_point(|line| line.page <= page);
        let first = end + if left < behind.len() { left } else { 0 };
        // Behind another caption stands another table.
        let is_other = (end..first).any(|at| is_caption(self.source(at)));
        (first < self.lines.len() && !is_other).then_some(first)
    }

    /// Whether the lines of headings are printed again from a line on.
    fn is_repeated(&self, header: &Range<usize>, at: usize) -> bool {
        let below = at..at + header.len();
        below.end < self.lines.len()
            && below.zip(header.clone()).all(|(below, above)| {
                self.is_free[below] && self.source(below) == self.source(above)
            })
    }

    /// The next part of a table that ended before `end`: on the next page, or below
    /// its headings printed again.
    fn goes_on(
        &self,
        header: Range<usize>,
        end: usize,
        count: usize,
        headings: &Headings,
    ) -> Option<Grid> {
        let first = self.next_page(end)?;
        let is_next_page = self.lines[first].page > self.lines[end - 1].page;
        let near = (first..self.lines.len()).take(MOST_HEADINGS);
        let near = near.take_while(|&at| !is_caption(self.source(at)));
        for at in near {
            if self.is_repeated(&header, at) {
                let body = at + header.len();
                let mut part = self.part(body, count, headings)?;
                let rows = headings.moved(self.lines[at].span.start);
                part.rows.splice(0..0, rows);
                part.lines.start = at;
                return Some(part);
            }
            let goes_on = || {
                let row = self.ending(at)?;
                let is_row = row.values.len() == count && !row.words.is_empty();
                self.part(at, count, headings).filter(|_| is_row)
            };
            if is_next_page
                && self.is_of_table(at)
                && let Some(part) = goes_on()
            {
                return Some(part);
            }
        }
        None
    }
}

/// The parts of a table as what its caption and headings make of them.
fn of_caption(mut parts: Vec<Grid>, headings: &Headings) -> Vec<Grid> {
    for part in &mut parts {
        part.is_drawn = false;
        part.is_of_caption_above = true;
        part.is_doubtful = headings.is_doubtful;
    }
    parts
}

/// Whether a bracket that a title opens closes on its next line.
fn is_open(title: &str) -> bool {
    title.rfind(['（', '(']) > title.rfind(['）', ')'])
}

/// What spaces part.
fn words(text: &str, line: Span) -> Vec<Span> {
    let source = &text[line.range()];
    let begin = source.as_ptr() as usize;
    let words = source.split([' ', '\u{a0}', '\u{3000}']);
    let mut found: Vec<Span> = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        let start = line.start + (word.as_ptr() as usize - begin);
        let word = Span::new(start, start + word.len());
        match found.last_mut() {
            // 26,762注 2
            Some(before) if is_mark(&text[before.range()], &text[word.range()]) => {
                before.end = word.end;
            }
            _ => found.push(word),
        }
    }
    found
}

/// Whether the number of a mark stands apart from its word.
fn is_mark(before: &str, next: &str) -> bool {
    before.starts_with(is_digit)
        && before.ends_with(NOTE)
        && next.len() < 3
        && next.bytes().all(|byte| byte.is_ascii_digit())
}

/// What begins the mark of a note.
const NOTE: char = '注';

/// A number with its sign and `%`, `3A+192B`, `--`; a mark may be behind it.
fn is_value(word: &str) -> bool {
    if word.len() > LONGEST_VALUE {
        return false;
    }
    let word = word.trim_end_matches(|c| number::superscript(c).is_some());
    let word = match word.find("^{") {
        Some(at) if number::braced_mark(&word[at..]).is_some() => &word[..at],
        _ => word.split(NOTE).next().unwrap_or(word),
    };
    let digits = word.trim_start_matches(['-', '+', '－', '—', '–']);
    match digits {
        "" => word.chars().count() == 2,
        digits => {
            digits.starts_with(is_digit)
                && !is_dotted_period(digits)
                && digits
                    .chars()
                    .all(|c| is_digit(c) || ",，.．%％+ABC".contains(c))
        }
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(['1', '2'])
        && word.bytes().all(|byte| byte.is_ascii_digit())
}
