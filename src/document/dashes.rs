//! Grids whose cells are drawn with signs: `+---+` around each, or a rule of dashes over
//! each column, as pandoc and reStructuredText print tables.
//!
//! Forced by `fixtures/tables-of-dashes`.

use std::ops::Range;

use super::Line;
use super::grid::{Cell, Grid, Row};
use super::text::width;
use crate::span::Span;

/// How far a position is from the start of its line.
type Measure = fn(&str) -> usize;

/// Tools count the columns that characters take, or the characters.
const MEASURES: [Measure; 2] = [|text| width(text) as usize, |text| text.chars().count()];

/// A table of more columns is none.
const MOST_COLUMNS: usize = 64;

/// Finds the tables that signs draw.
pub fn lines_to_grids(text: &str, lines: &[Line]) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let source = &text[lines[at].span.range()];
        let found = match source.as_bytes() {
            [b'+', ..] if is_border(source) => {
                let end = end_of_box(text, lines, at);
                // What is no table as a whole is none in part.
                grids.extend(boxed(text, lines, at..end));
                at = end;
                continue;
            }
            [b'-' | b'=', ..] => ruled(text, lines, at, at),
            _ => None,
        };
        at = found.as_ref().map_or(at + 1, |grid| grid.lines.end);
        grids.extend(found);
    }
    grids
}

/// Whether a line is a rule of a table, whose columns it shows: `-----  -----`.
pub fn is_rule(line: &str) -> bool {
    let is_border = line.starts_with('+') && is_border(line);
    is_border || runs(line, MEASURES[0]).is_some_and(|runs| runs.len() > 1)
}

fn is_border(line: &str) -> bool {
    line.len() > 4 && line.ends_with('+') && line.bytes().all(|byte| b"+-=:".contains(&byte))
}

/// Where the lines end that begin as those of a box do, or the next box begins.
fn end_of_box(text: &str, lines: &[Line], first: usize) -> usize {
    let source = |at: usize| &text[lines[at].span.range()];
    let is_of_box = |&at: &usize| {
        lines[at].page == lines[first].page
            && source(at).starts_with(['+', '|'])
            && !(at > first + 1 && is_border(source(at)) && is_border(source(at - 1)))
    };
    first + (first..lines.len()).take_while(is_of_box).count()
}

/// The table of these lines, the first of which is its upper border.
fn boxed(text: &str, lines: &[Line], within: Range<usize>) -> Option<Grid> {
    let source = |at: usize| &text[lines[at].span.range()];
    let Range { start: first, end } = within;
    let last = (first..end).rev().find(|&at| is_border(source(at)))?;
    let end = last + 1;
    if end < first + 3 {
        return None;
    }
    let borders = || (first..end).filter(|&at| is_border(source(at)));
    let mut edges: Vec<usize> = borders()
        .flat_map(|at| source(at).match_indices('+').map(|(at, _)| at))
        .collect();
    edges.sort_unstable();
    edges.dedup();
    if edges.len() > MOST_COLUMNS {
        return None;
    }
    let parts = MEASURES.into_iter().find_map(|measure| {
        (first..end)
            .map(|at| parts(text, lines[at].span, &edges, measure))
            .collect::<Option<Vec<_>>>()
    })?;
    let mut rows: Vec<Row> = Vec::new();
    // Of each column, the row and the index of the cell that is open in it.
    let mut open: Vec<Option<(usize, usize)>> = vec![None; edges.len() - 1];
    for part in parts {
        let is_rule = |part: &Part| part.is_rule;
        if part.iter().any(is_rule) {
            if part
                .iter()
                .any(|part| text[part.span.range()].contains('='))
            {
                let has_header = rows.iter().any(|row| row.is_header);
                rows.iter_mut().for_each(|row| row.is_header |= !has_header);
            }
            for part in part.iter().filter(|part| part.is_rule) {
                open[part.columns.clone()].fill(None);
            }
            let is_row_open = rows.last().is_none_or(|row| !row.cells.is_empty());
            if is_row_open {
                // What goes on beside the rule spans one row more.
                let mut going: Vec<(usize, usize)> = open.iter().flatten().copied().collect();
                going.dedup();
                for (row, cell) in going {
                    rows[row].cells[cell].rows += 1;
                }
                rows.push(Row {
                    cells: Vec::new(),
                    is_header: false,
                });
            }
        }
        for part in part.into_iter().filter(|part| !part.is_rule) {
            let span = part.span.trimmed(text);
            match open[part.columns.start] {
                Some((row, cell)) if !span.is_empty() => rows[row].cells[cell].spans.push(span),
                Some(_) => {}
                None => {
                    // Without a border above it, no row is open.
                    let row = rows.len().checked_sub(1)?;
                    let mut cell = Cell::new(part.columns.start, span);
                    cell.columns = part.columns.len();
                    open[part.columns].fill(Some((row, rows[row].cells.len())));
                    rows[row].cells.push(cell);
                }
            }
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    (!rows.is_empty()).then(|| Grid::new(first..end, rows))
}

/// What stands between two edges of a line.
struct Part {
    columns: Range<usize>,
    span: Span,
    is_rule: bool,
}

/// The parts of a line between those edges that it draws; `None` where something else
/// draws an edge.
fn parts(text: &str, line: Span, edges: &[usize], measure: Measure) -> Option<Vec<Part>> {
    let source = &text[line.range()];
    let mut parts = Vec::new();
    let (mut from, mut column) = (1, 0);
    let (mut x, mut edge) = (0, 0);
    for (at, c) in source.char_indices() {
        while edges.get(edge).is_some_and(|&place| place < x) {
            edge += 1;
        }
        let is_edge = edges.get(edge) == Some(&x);
        if is_edge && matches!(c, '|' | '+') && at > 0 {
            let span = Span::new(line.start + from, line.start + at);
            let inner = &text[span.range()];
            let is_rule = inner.len() > 1 && inner.bytes().all(|byte| b"-=:+".contains(&byte));
            parts.push(Part {
                columns: column..edge,
                span,
                is_rule,
            });
            (from, column) = (at + 1, edge);
        } else if c == '|' && !is_edge && !source[..at].ends_with('\\') {
            return None;
        }
        x += measure(c.encode_utf8(&mut [0; 4]));
    }
    (column + 1 == edges.len()).then_some(parts)
}

/// The table that begins with the rule at `rule`, or with the heading right above it.
fn ruled(text: &str, lines: &[Line], rule: usize, first: usize) -> Option<Grid> {
    let source = |at: usize| &text[lines[at].span.range()];
    let is_here = |at: usize| at < lines.len() && lines[at].page == lines[rule].page;
    let own = runs(source(rule), MEASURES[0])?;
    // A line of dashes alone begins a table whose rows blank lines part.
    let is_open = own.len() == 1;
    if is_open {
        const MOST_LINES: usize = 6;
        let below = (rule + 1..rule + MOST_LINES).find(|&at| is_here(at) && is_columns(source(at)));
        let below = below.filter(|&below| {
            below > rule + 1 && (rule + 1..below).all(|at| !lines[at].is_blank())
        })?;
        return Table::new(text, lines, below, rule, true)?.read();
    }
    // What stands right above the rule heads its columns.
    let above = first
        .checked_sub(1)
        .filter(|&above| is_here(above) && !lines[above].is_blank() && !is_rule(source(above)));
    let next = (rule + 1..lines.len())
        .take(4)
        .find(|&at| is_here(at) && is_columns(source(at)));
    match (above, next) {
        // A rule above the headings as well, or above and below rows without.
        (None, Some(next)) if next > rule + 1 && !lines[next - 1].is_blank() => {
            Table::new(text, lines, next, rule, false)?.read()
        }
        (Some(above), _) => Table::new(text, lines, rule, above, false)?.read(),
        (None, _) => None,
    }
}

fn is_columns(line: &str) -> bool {
    runs(line, MEASURES[0]).is_some_and(|runs| runs.len() > 1)
}

/// Where the dashes of a rule begin and end; `None` for another line.
fn runs(line: &str, measure: Measure) -> Option<Vec<Range<usize>>> {
    const SHORTEST: usize = 3;
    if line.len() < SHORTEST || !line.bytes().all(|byte| b"-= ".contains(&byte)) {
        return None;
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut x = 0;
    for part in line.split(' ') {
        let length = measure(part);
        if length > 0 {
            runs.push(x..x + length);
        }
        x += length + 1;
    }
    let is_rule = runs.len() <= MOST_COLUMNS
        && runs.iter().any(|run| run.len() >= SHORTEST)
        && runs.iter().all(|run| run.len() > 1);
    is_rule.then_some(runs)
}

/// A table under a rule that shows its columns.
struct Table<'t> {
    text: &'t str,
    lines: &'t [Line],
    rule: usize,
    first: usize,
    /// Whether rows are parted by blank lines, and a line of dashes ends the table.
    is_open: bool,
    end: usize,
    /// The line of dashes that ends the table.
    last: Option<usize>,
}

impl<'t> Table<'t> {
    fn new(
        text: &'t str,
        lines: &'t [Line],
        rule: usize,
        first: usize,
        is_open: bool,
    ) -> Option<Table<'t>> {
        let source = |at: usize| &text[lines[at].span.range()];
        let is_end = |at: &usize| {
            let is_turned = lines[*at].page != lines[rule].page;
            let is_rule = runs(source(*at), MEASURES[0]).is_some();
            is_turned || is_rule || lines[*at].is_blank() && !is_open
        };
        let end_behind = |at: usize| (at + 1..lines.len()).find(is_end).unwrap_or(lines.len());
        let repeats = |at: usize| {
            let line = lines.get(at);
            line.is_some_and(|line| line.page == lines[rule].page) && source(at) == source(rule)
        };
        let mut end = end_behind(rule);
        // The same rule stands above the total, and below it.
        while repeats(end) {
            let next = end_behind(end);
            if next == end + 1 || !repeats(next) {
                break;
            }
            end = next;
        }
        let is_rule = end < lines.len() && runs(source(end), MEASURES[0]).is_some();
        // What no line ends goes on with prose.
        (end > rule + 1 && (is_rule || !is_open)).then_some(Table {
            text,
            lines,
            rule,
            first,
            is_open,
            end,
            last: is_rule.then_some(end),
        })
    }

    fn read(&self) -> Option<Grid> {
        MEASURES
            .into_iter()
            .find_map(|measure| self.read_by(measure))
    }

    fn read_by(&self, measure: Measure) -> Option<Grid> {
        let rule = self.lines[self.rule];
        let start = rule.x0 as usize;
        let columns = runs(&self.text[rule.span.range()], measure)?;
        let columns: Vec<Range<usize>> = columns
            .into_iter()
            .map(|run| run.start + start..run.end + start)
            .collect();
        let mut rows: Vec<Row> = Vec::new();
        let mut is_new = true;
        for at in self.first..self.end {
            let line = &self.lines[at];
            if line.is_blank() {
                is_new = true;
                continue;
            }
            if at == self.rule {
                rows.iter_mut().for_each(|row| row.is_header = true);
                is_new = true;
                continue;
            }
            if runs(&self.text[line.span.range()], measure).is_some() {
                is_new = true;
                continue;
            }
            let cells = cells(self.text, line, &columns, measure)?;
            let is_header = at < self.rule;
            let goes_on = !is_new && (self.is_open || is_header);
            match rows.last_mut().filter(|_| goes_on) {
                Some(row) => {
                    let pieces = row.cells.iter_mut().zip(cells);
                    pieces.for_each(|(cell, span)| cell.spans.extend(span));
                }
                None => {
                    let cell = |(column, span): (usize, Option<Span>)| {
                        Cell::new(column, span.unwrap_or(Span::new(0, 0)))
                    };
                    rows.push(Row {
                        cells: cells.into_iter().enumerate().map(cell).collect(),
                        is_header: false,
                    });
                    is_new = false;
                }
            }
        }
        let end = self.last.map_or(self.end, |last| last + 1);
        Some(Grid::new(self.first..end, rows))
    }
}

/// What a line has in each column; `None` where it stands over the end of one.
fn cells(
    text: &str,
    line: &Line,
    columns: &[Range<usize>],
    measure: Measure,
) -> Option<Vec<Option<Span>>> {
    let mut cells: Vec<Option<Span>> = vec![None; columns.len()];
    let mut x = line.x0 as usize;
    let mut column = 0;
    let mut from = line.span.start;
    let mut put = |column: usize, from: usize, to: usize| {
        let span = Span::new(from, to).trimmed(text);
        cells[column] = (!span.is_empty()).then_some(span);
    };
    for (at, c) in text[line.span.range()].char_indices() {
        let at = line.span.start + at;
        let is_gap = |column: usize| {
            let next = columns.get(column + 1)?;
            Some(x >= columns[column].end && x < next.start)
        };
        if c == ' ' && is_gap(column) == Some(true) {
            put(column, from, at);
            (from, column) = (at, column + 1);
        }
        while columns.get(column + 1).is_some_and(|next| x >= next.start) {
            // No blank stood before the next column: only where nothing did.
            if !text[from..at].trim().is_empty() {
                return None;
            }
            (from, column) = (at, column + 1);
        }
        x += measure(c.encode_utf8(&mut [0; 4]));
    }
    put(column, from, line.span.end);
    Some(cells)
}
