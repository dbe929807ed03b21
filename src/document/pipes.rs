//! Grids of Markdown pipe tables.

use std::collections::HashSet;
use std::ops::Range;

use super::Line;
use super::grid::{Grid, Row};
use super::spaced::straightened;
use crate::span::Span;

/// Consecutive lines of a page that start with `|` become a grid. The delimiter
/// row (`|---|:--:|`) makes the rows above it headers and is no row itself; a
/// second one begins a new grid with the row above it.
pub fn lines_to_grids(text: &str, lines: &[Line]) -> Vec<Grid> {
    let unbarred = unbarred(text, lines);
    let is_row = |line: &Line| {
        text[line.span.range()].starts_with('|') || unbarred.contains(&line.span.start)
    };
    let mut grids = Vec::new();
    // The grid that is open: where it starts, and its rows.
    let mut start = 0;
    let mut rows: Vec<Row> = Vec::new();
    let mut close = |range: Range<usize>, rows: Vec<Row>| {
        if !rows.is_empty() {
            grids.push(straightened(text, Grid::new(range, rows).unstacked(text)));
        }
    };
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| is_row(line)) {
        let follows = at > start && is_row(&lines[at - 1]) && lines[at - 1].page == line.page;
        if !follows {
            let end = start
                + lines[start..at]
                    .iter()
                    .take_while(|line| is_row(line))
                    .count();
            close(start..end, std::mem::take(&mut rows));
            start = at;
        }
        let cells = cells(text, line.span);
        let is_below_first = rows.len() == 1 && rows[0].cells.len() == cells.len();
        if !(is_rule(text, &cells, is_delimiter)
            || is_below_first && is_rule(text, &cells, is_short_delimiter))
        {
            rows.push(Row::of_spans(text, cells));
            continue;
        }
        if rows.iter().any(|row| row.is_header) {
            let header = rows.split_off(rows.len() - 1);
            close(start..at - 1, std::mem::replace(&mut rows, header));
            start = at - 1;
        }
        rows.iter_mut().for_each(|row| row.is_header = true);
    }
    let end = start
        + lines[start..]
            .iter()
            .take_while(|line| is_row(line))
            .count();
    close(start..end, rows);
    grids
}

/// Where the rows of tables without a leading bar start: a delimiter row with a
/// bar in it, the header above of as many cells, and what follows with a bar.
///
/// Forced by `fixtures/pipes-without-bars`.
fn unbarred(text: &str, lines: &[Line]) -> HashSet<usize> {
    let mut rows = HashSet::new();
    let has_bar = |line: &Line| cells(text, line.span).len() > 1;
    for at in 1..lines.len() {
        let source = &text[lines[at].span.range()];
        let is_inside = rows.contains(&lines[at].span.start);
        if is_inside || !source.starts_with(['-', ':']) || !source.contains('|') {
            continue;
        }
        let delimiters = cells(text, lines[at].span);
        let is_rule = is_rule(text, &delimiters, is_short_delimiter);
        let header = lines[at - 1];
        let is_header =
            header.page == lines[at].page && cells(text, header.span).len() == delimiters.len();
        if is_rule && is_header {
            let body = lines[at..]
                .iter()
                .take_while(|line| line.page == header.page && has_bar(line));
            rows.extend(body.map(|line| line.span.start));
            rows.insert(header.span.start);
        }
    }
    rows
}

fn cells(text: &str, line: Span) -> Vec<Span> {
    let slice = &text[line.range()];
    let inner = slice.strip_prefix('|').unwrap_or(slice);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let start = line.start + (slice.len() - slice.strip_prefix('|').unwrap_or(slice).len());
    let mut from = start;
    let mut cells = Vec::new();
    for (at, _) in inner.match_indices('|') {
        if !inner[..at].ends_with('\\') {
            cells.push(Span::new(from, start + at).trimmed(text));
            from = start + at + 1;
        }
    }
    cells.push(Span::new(from, start + inner.len()).trimmed(text));
    cells
}

/// `---`, `:--`, `:-:`. One or two dashes without a colon are a missing value.
fn is_delimiter(cell: &str) -> bool {
    let dashes = cell.trim_matches(':');
    !dashes.is_empty()
        && dashes.bytes().all(|byte| byte == b'-')
        && (dashes.len() >= 3 || dashes.len() < cell.len())
}

/// `-`, below the first row, where no label says of what all values are missing.
///
/// Forced by `fixtures/delimiters-of-one-dash`.
fn is_short_delimiter(cell: &str) -> bool {
    let dashes = cell.trim_matches(':');
    !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
}

fn is_rule(text: &str, cells: &[Span], is_delimiter: fn(&str) -> bool) -> bool {
    cells.iter().all(|cell| is_delimiter(&text[cell.range()]))
}
