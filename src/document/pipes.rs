//! Grids of Markdown pipe tables.

use super::Line;
use super::grid::{Grid, Row};
use crate::span::Span;

/// Consecutive lines that start with `|` become a grid; the delimiter row
/// (`|---|:--:|`) makes the rows above it headers and is no row itself.
pub fn lines_to_grids(text: &str, lines: &[Line]) -> Vec<Grid> {
    let is_row = |line: &Line| text[line.span.range()].starts_with('|');
    let mut grids = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let start = at;
        let mut rows: Vec<Row> = Vec::new();
        while lines.get(at).is_some_and(is_row) {
            let cells = cells(text, lines[at].span);
            if cells.iter().all(|cell| is_delimiter(&text[cell.range()])) {
                rows.iter_mut().for_each(|row| row.is_header = true);
            } else {
                rows.push(Row::of_spans(text, cells));
            }
            at += 1;
        }
        if at == start {
            at += 1;
        } else if !rows.is_empty() {
            grids.push(Grid::new(start..at, rows));
        }
    }
    grids
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
