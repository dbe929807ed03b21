//! Grids whose columns are parted by tabs.

use super::Line;
use super::grid::{Grid, Row};
use crate::span::Span;

/// Consecutive lines with tabs become a grid. The first needs two cells with
/// text, so that a paragraph indented by a tab is none.
pub fn lines_to_grids(text: &str, lines: &[Line]) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let first = cells(text, &lines[at]);
        if first.iter().filter(|cell| !cell.is_empty()).count() < 2 {
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
