//! Headings that stand one a line above the rows of a table: where one cell wraps, the others
//! are set in its middle, 数量 / 城市 / （个）.

use std::collections::HashSet;

use super::{Ragged, header_length, is_caption, segments};
use crate::document::Line;
use crate::span::Span;

/// The most lines that such headings take.
const MOST: usize = 5;

/// No heading of a column is wider.
const WIDEST: f64 = 24.0;

/// The rows of a table with the headings above them, where its caption stands above these, or a
/// page repeats those that are known, and nothing else is a header.
///
/// Forced by `fixtures/one-heading-wrapped`.
pub(super) fn with_headings(
    text: &str,
    lines: &[Line],
    run: Vec<Ragged>,
    footnotes: &HashSet<usize>,
    known: &mut HashSet<Vec<String>>,
) -> Vec<Ragged> {
    let (header, body) = run.split_at(header_length(text, &run));
    let is_alone = header.iter().all(|row| row.segments.len() == 1);
    let first = match run.first() {
        Some(first) if body.len() > 1 && is_alone => first,
        _ => return run,
    };
    let is_near = |at: &usize| lines[*at].page == lines[first.line].page;
    let mut above = (0..first.line).rev().take_while(is_near);
    let pieces: Vec<Ragged> = above
        .by_ref()
        .map_while(|at| piece(text, &lines[at], at).filter(|_| !footnotes.contains(&at)))
        .take(MOST)
        .collect();
    let top = pieces.last().map_or(first.line, |piece| piece.line);
    let mut before = (0..top).rev().map(|at| lines[at].span);
    let caption = before.find(|span| !text[span.range()].trim().is_empty());
    let is_captioned = caption.is_some_and(|span| is_table_caption(text, span));
    let ends = body.iter().map(|row| row.segments[0].x1);
    let end = ends.fold(0.0, f64::max);
    let is_over_values = |row: &Ragged| row.segments[0].x0 >= end;
    let is_over_values = pieces.iter().chain(header).any(is_over_values);
    let label = |row: &Ragged| text[row.segments[0].span.range()].to_owned();
    let labels: Vec<String> = pieces.iter().rev().chain(header).map(label).collect();
    if pieces.is_empty() || !is_over_values || !is_captioned && !known.contains(&labels) {
        return run;
    }
    known.insert(labels);
    pieces.into_iter().rev().chain(run).collect()
}

/// A line with nothing but a piece of a heading.
fn piece(text: &str, line: &Line, at: usize) -> Option<Ragged> {
    let source = &text[line.span.range()];
    let segments = segments(text, line);
    let is_piece = segments.len() == 1
        && !line.is_blank()
        && line.x1 - line.x0 <= WIDEST
        && !is_caption(source)
        && !source.starts_with("单位")
        && !source.contains(['。', '，', '；', '：', '◇']);
    is_piece.then_some(Ragged { line: at, segments })
}

fn is_table_caption(text: &str, span: Span) -> bool {
    let source = &text[span.range()];
    is_caption(source) && source.contains('表')
}
