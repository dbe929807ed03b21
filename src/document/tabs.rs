//! Grids whose columns are parted by tabs.

use super::Line;
use super::columns::begins_source;
use super::grid::{Grid, Row};
use super::is_list_sign;
use super::number;
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
            if line.is_blank()
                || cells.len() < 2
                || is_list_item(text, &cells)
                || begins_source(&text[line.span.range()])
                || line.page != lines[start].page
            {
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
    if is_list_item(text, &first) || begins_source(&text[lines[at].span.range()]) {
        return false;
    }
    let below = || {
        lines
            .get(at + 1)
            .map_or(Vec::new(), |line| cells(text, line))
    };
    match filled(&first) {
        0 => false,
        // 单位：万人 at the right edge stands above a table, unless values follow it.
        1 if first
            .iter()
            .any(|cell| text[cell.range()].starts_with("单位"))
            && !below()
                .iter()
                .any(|cell| text[cell.range()].starts_with(number::is_digit)) =>
        {
            false
        }
        1 => first.len() > 1 && below().len() == first.len() && filled(&below()) > 1,
        _ => true,
    }
}

/// Whether a tab parts nothing but the sign of a list item from its text.
///
/// Forced by `fixtures/bullets-forms`.
fn is_list_item(text: &str, cells: &[Span]) -> bool {
    const SIGNS: &str = "◇◆◊❖•·-*+–—－−";
    let [sign, item] = cells else {
        return false;
    };
    let sign = &text[sign.range()];
    !sign.is_empty()
        && sign
            .chars()
            .all(|c| SIGNS.contains(c) || is_list_sign(c) || c == ' ' || c == '\u{200b}')
        && !text[item.range()].starts_with(|c: char| number::is_digit(c) || c == '-')
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
