//! Text to a [`Document`].

use unicode_width::UnicodeWidthChar;

use super::{
    Boxes, CharacterIndex, Document, Line, Page, Place, columns, dashes, heads, html, number,
    picture, pipes, plain, separator, spaced, tabs,
};
use crate::span::Span;

/// Divides a canonical text into pages and lines and finds its grids.
pub fn text_to_document(text: String) -> Document {
    let (lines, pages) = lines(&text);
    let mut grids = html::text_to_grids(&text, &lines);
    grids.extend(dashes::lines_to_grids(&text, &lines));
    grids.extend(pipes::lines_to_grids(&text, &lines));
    if text.contains('\t') {
        grids.extend(tabs::lines_to_grids(&text, &lines));
    }
    let numbers = number::tokens(&text);
    let mut plain = plain::find(&text, &lines, &grids, &numbers);
    grids.extend(columns::lines_to_grids(&text, &lines, &plain.lines()));
    // Of those that begin on a line, what signs draw is surer than what white space parts;
    // what overlaps an earlier grid is a weaker reading of the same lines.
    grids.sort_by_key(|grid| {
        let length = usize::MAX - grid.lines.end;
        (grid.lines.start, !grid.is_drawn, length)
    });
    let mut covered = 0;
    grids.retain(|grid| {
        let apart = grid.lines.start >= covered;
        covered = covered.max(grid.lines.end);
        apart
    });
    let spaced = spaced::lines_to_grids(&text, &lines, &grids);
    grids.extend(spaced);
    grids.sort_by_key(|grid| grid.lines.start);
    plain.take_under_tables(&text, &lines, &grids, false);
    for grid in &mut grids {
        plain.take(std::mem::take(&mut grid.marks));
    }
    Document {
        numbers,
        plain,
        characters: CharacterIndex::new(&text),
        is_paged: pages.len() > 1,
        pages: pages.into_iter().map(Page::numbered).collect(),
        boxes: Boxes::default(),
        lines,
        grids,
        text,
    }
}

/// The lines, and the numbers of the pages that they stand on.
fn lines(text: &str) -> (Vec<Line>, Vec<usize>) {
    let mut lines = Vec::with_capacity(text.bytes().filter(|&byte| byte == b'\n').count() + 1);
    let (mut page, mut start, mut number) = (0, 0, 1);
    let mut push = |start: usize, end: usize, number: usize, page: usize| {
        let span = Span::new(start, end).trimmed(text);
        let x0 = width(&text[start..span.start]);
        lines.push(Line {
            x0,
            x1: x0 + width(&text[span.range()]),
            span,
            number,
            page,
            follows: None,
            place: Place::Body,
        });
    };
    for line in text.split_inclusive('\n') {
        let end = start + line.strip_suffix('\n').unwrap_or(line).len();
        let mut parts = text[start..end].split('\x0c').peekable();
        let mut from = start;
        while let Some(part) = parts.next() {
            let to = from + part.len();
            let ends_page = parts.peek().is_some();
            // A blank line is one, and what a form feed leaves of it is none.
            if from < to || !ends_page && end < start + line.len() {
                push(from, to, number, page);
            }
            from = to + 1;
            page += usize::from(ends_page);
        }
        start += line.len();
        number += 1;
    }
    // A form feed after the last line ends a page and begins none.
    let last = lines.iter().rev().find(|line| !line.is_blank());
    let page_count = last.map_or(1, |line| line.page + 1);
    lines.retain(|line| line.page < page_count);
    picture::mark(text, &mut lines);
    let numbers = match page_count {
        1 => separator::part(text, &mut lines),
        _ => (1..=page_count).collect(),
    };
    heads::mark(text, &mut lines);
    (lines, numbers)
}

/// Columns of a terminal: a CJK character takes two, a tab goes on to the next
/// multiple of eight.
pub fn width(text: &str) -> f64 {
    let bytes = text.as_bytes();
    let (mut x, mut at) = (0, 0);
    while at < bytes.len() {
        let (length, columns) = match bytes[at] {
            // What almost all of a report is, by its bytes: ASCII and Han from U+5000 on.
            b' '..=b'~' => (1, 1),
            0xe5..=0xe9 => (3, 2),
            b'\t' => (1, 8 - x % 8),
            _ => character(&text[at..]),
        };
        at += length;
        x += columns;
    }
    x as f64
}

/// The length of the character at the start, and the columns that it takes.
fn character(text: &str) -> (usize, usize) {
    match text.as_bytes() {
        // Han from U+4E00 on and the commonest signs, without asking a table: 、。（），.
        [0xe4, 0xb8..=0xbf, ..] | [0xe3, 0x80, 0x81 | 0x82, ..] => (3, 2),
        [0xef, 0xbc, 0x81..=0x8f, ..] => (3, 2),
        _ => {
            let c = text.chars().next().unwrap_or_default();
            (c.len_utf8(), c.width_cjk().unwrap_or(0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bytes_tell_of_width_is_what_the_table_says() {
        for c in ('\u{1}'..='\u{ffff}').filter(|c| *c != '\t') {
            let expected = c.width_cjk().unwrap_or(0) as f64;
            assert_eq!(width(&c.to_string()), expected, "{c:?}");
        }
        assert_eq!(width("\ta\t网\t"), 24.0);
    }
}
