//! The footnotes of a page: below a short rule, or in smaller type with raised
//! numbers.

use std::ops::Range;

use super::measure::Measure;
use super::piece::{Row, character, circled};
use super::rule::{Edge, Edges};
use crate::document::Place;
use crate::document::number::{is_digit, page_number};
use crate::document::pdf::page::Page;
use crate::logical::is_han;

/// Marks the rows of the footnotes.
pub fn mark(page: &Page, measure: &Measure, rows: &mut [Row], places: &mut [Place], edges: &Edges) {
    let last = rows
        .iter()
        .rposition(|row| page_number(&row.text(page)).is_none() && !measure.is_head(page, row));
    let Some(last) = last else {
        return;
    };
    let is_small = |row: &Row| row.size() < 0.95 * measure.body;
    let small = rows[..=last].iter().rev().take_while(|row| is_small(row));
    let small = last + 1 - small.count()..last + 1;
    raise_numbers(page, rows, small.clone());
    // The lowest rule with nothing but smaller type below it.
    let below = |edge: &Edge| rows.iter().position(|row| row.baseline() > edge.at);
    let ruled = edges
        .horizontal
        .iter()
        .filter(|edge| is_short(measure, **edge))
        .filter_map(below)
        .find(|first| small.contains(first));
    let marked = || {
        let begins = |at: &usize| places[*at] == Place::Body && rows[*at].pieces[0].begins_raised();
        small.clone().find(begins)
    };
    if let Some(first) = ruled.or_else(marked) {
        for place in &mut places[first..=last] {
            if *place == Place::Body {
                *place = Place::Foot;
            }
        }
    }
}

/// Raises the numbers that footnotes begin with where they stand on the line: of
/// rows at the foot, in the order of the marks on the page, that go on with words.
fn raise_numbers(page: &Page, rows: &mut [Row], small: Range<usize>) {
    // A page numbers its notes in one way.
    if rows[small.clone()]
        .iter()
        .any(|row| row.pieces[0].begins_raised())
    {
        return;
    }
    let mut marks = marks(page, rows).into_iter().peekable();
    for row in &mut rows[small] {
        let text = row.text(page);
        let is_words = row.pieces.len() <= 2 && !row.pieces[0].begins_raised();
        let number = marks.peek().and_then(|mark| number(&text, mark));
        let Some(number) = number.filter(|_| is_words) else {
            continue;
        };
        marks.next();
        let signs = row.pieces.iter_mut().flat_map(|piece| &mut piece.signs);
        let signs = signs.filter(|sign| character(&page.glyphs[sign.glyph]).is_some());
        for sign in signs.take(number) {
            sign.is_raised = true;
        }
    }
}

/// How many characters the number of a footnote has that a mark asks for, where a
/// text begins with it and goes on with words: `1`, `①`, `(1)` or `1)`.
fn number(text: &str, mark: &str) -> Option<usize> {
    const OPENING: [char; 4] = ['(', '（', '[', '［'];
    const CLOSING: [char; 4] = [')', '）', ']', '］'];
    let first = text.chars().next()?;
    let (taken, rest) = if circled(first).is_some_and(|number| number.to_string() == mark) {
        (1, &text[first.len_utf8()..])
    } else {
        let inner = text.strip_prefix(OPENING);
        let behind = inner.unwrap_or(text).strip_prefix(mark)?;
        let rest = behind.strip_prefix(CLOSING);
        if inner.is_some() && rest.is_none() {
            return None;
        }
        let signs = usize::from(inner.is_some()) + usize::from(rest.is_some());
        (mark.chars().count() + signs, rest.unwrap_or(behind))
    };
    // 12025年 is the first note, of 2025.
    let digits = rest.chars().take_while(|&c| is_digit(c)).count();
    let is_year = digits == 4 && rest.chars().nth(4) == Some('年');
    ((digits == 0 || is_year) && rest.contains(is_han)).then_some(taken)
}

/// The numbers that are raised in rows, in order.
fn marks(page: &Page, rows: &[Row]) -> Vec<String> {
    let pieces = rows.iter().flat_map(|row| &row.pieces);
    let runs = pieces.flat_map(|piece| piece.signs.chunk_by(|a, b| a.is_raised == b.is_raised));
    let marks = runs.filter(|run| run[0].is_raised).map(|run| {
        let signs = run.iter().map(|sign| &page.glyphs[sign.glyph]);
        signs.filter_map(character).collect::<String>()
    });
    marks
        .filter_map(|mark| match mark.chars().next().and_then(circled) {
            Some(number) => Some(number.to_string()),
            None => Some(mark).filter(|mark| !mark.is_empty() && mark.chars().all(is_digit)),
        })
        .collect()
}

/// The rule above footnotes begins at the margin and ends well before the
/// other.
fn is_short(measure: &Measure, edge: Edge) -> bool {
    (edge.from - measure.left).abs() < 1.5 * measure.body && edge.length() < 0.6 * measure.width()
}
