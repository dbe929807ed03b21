//! Grids whose columns are parted by tabs.

use super::Line;
use super::grid::{Grid, Row};
use crate::span::Span;

/// Consecutive lines with tabs become a grid.
pub fn lines_to_grids(text: &str, lines: &[Line]) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if !begins(text, lines, at) {
            at += 1;
            continue;
        }
        let start = at;
        let mut rows = Vec::new();
        while let Some(line) = lines.get(at) {
            let cells = cells(text, line);
            if line.is_blank() || cells.len() < 2 || line.page != lines[start].page {
                break;
            }
            rows.push(Row::of_spans(text, cells));
            at += 1;
        }
        grids.push(Grid::new(start..at, rows));
    }
    grids
}

/// Whether a grid begins: with two cells with text, or with a heading behind an
/// empty cell over a row of as many. A paragraph indented by a tab begins none.
fn begins(text: &str, lines: &[Line], at: usize) -> bool {
    let filled = |cells: &[Span]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let first = cells(text, &lines[at]);
    let below = || {
        lines
            .get(at + 1)
            .map_or(Vec::new(), |line| cells(text, line))
    };
    match filled(&first) {
        0 => false,
        1 => first.len() > 1 && below().len() == first.len() && filled(&below()) > 1,
        _ => true,
    }
}

/// The slices between tabs, from the start of the physical line: a leading
/// tab is an empty first cell.
fn cells(text: &str, line: &Line) -> Vec<Span> {
    let start = text[..line.span.start]
        .rfind(|c| c != '\t' && c != ' ')
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
    let mut from = start;
    let mut cells = Vec::new();
    for (at, _) in text[start..line.span.end].match_indices('\t') {
        cells.push(Span::new(from, start + at).trimmed(text));
        from = start + at + 1;
    }
    cells.push(Span::new(from, line.span.end).trimmed(text));
    cells
}
