//! Grids whose columns are parted by runs of spaces, as `pdftotext -layout`
//! prints them: what stands below each other is a column.

mod above;
mod close;
mod groups;
mod header;
mod labels;
mod narrow;
mod place;
mod raised;
mod rows;
mod sparse;
mod title;

use std::collections::HashSet;

use super::dashes::is_rule;
use super::grid::{Cell, Grid};
use super::number::is_digit;
use super::text::width;
use super::{Line, Place, begins_source};
use crate::span::Span;
use header::header_rows;
use labels::Owner;
use narrow::straightened;
use place::Column;
use raised::{Raised, is_raised_piece};
use rows::{add, body_rows};
pub(crate) use title::is_caption;
use title::is_heading;

/// A piece of a line with at least two spaces on either side.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// Its characters.
    pub span: Span,
    /// Left end; the unit is half of a wide character.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
}

impl Segment {
    fn center(self) -> f64 {
        f64::midpoint(self.x0, self.x1)
    }

    fn length(self) -> f64 {
        self.x1 - self.x0
    }

    fn overlaps(self, other: Segment) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1
    }
}

/// A line of a candidate, with its index.
#[derive(Clone, Debug)]
pub struct Ragged {
    /// Index of the line.
    pub line: usize,
    /// From left to right.
    pub segments: Vec<Segment>,
}

/// Neighbouring lines of several segments that stand in columns become grids;
/// those of footnotes are in none.
pub fn lines_to_grids(text: &str, lines: &[Line], footnotes: &HashSet<usize>) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut headings = HashSet::new();
    let mut at = 0;
    while at < lines.len() {
        let (run, marks) = run(text, lines, at, footnotes);
        let Some(last) = run.last() else {
            at += 1;
            continue;
        };
        let end = last.line + 1;
        let run = straightened(text, lines, run);
        let run = above::with_headings(text, lines, run, footnotes, &mut headings);
        let mut grid = grid(text, run);
        grid.iter_mut()
            .for_each(|grid| raised::set(text, grid, &marks));
        grids.extend(grid);
        at = end;
    }
    grids
}

/// Rows that are one table become a grid; `None` where they have no columns.
pub fn rows_to_grid(text: &str, rows: Vec<Ragged>, is_drawn: bool) -> Option<Grid> {
    let mut grid = grid(text, rows)?;
    if is_drawn {
        fill(&mut grid);
    }
    Some(Grid { is_drawn, ..grid })
}

/// Adds the empty cells that rules would show: where no cell stands or reaches.
fn fill(grid: &mut Grid) {
    let mut from_above = vec![0usize; grid.width];
    for row in &mut grid.rows {
        let mut free: Vec<bool> = from_above.iter().map(|&rows| rows == 0).collect();
        for rows in &mut from_above {
            *rows = rows.saturating_sub(1);
        }
        for cell in &row.cells {
            for column in cell.column..(cell.column + cell.columns).min(grid.width) {
                free[column] = false;
                from_above[column] = from_above[column].max(cell.rows - 1);
            }
        }
        let empty = (0..grid.width).filter(|&column| free[column]);
        row.cells
            .extend(empty.map(|column| Cell::new(column, Span::new(0, 0))));
        row.cells.sort_by_key(|cell| cell.column);
    }
}

/// Neighbouring rows of several segments become grids, whatever placed them.
pub fn pieces_to_grids(text: &str, lines: &[Line], rows: Vec<Ragged>) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut run: Vec<Ragged> = Vec::new();
    let mut close = |run: &mut Vec<Ragged>| {
        while run.last().is_some_and(|row| row.segments.len() < 2) {
            run.pop();
        }
        let rows = std::mem::take(run);
        if rows.iter().filter(|row| row.segments.len() > 1).count() > 1 {
            grids.extend(grid(text, rows));
        }
    };
    for row in rows {
        let goes_on = run.last().is_some_and(|last| {
            row.line == last.line + 1 && lines[row.line].page == lines[last.line].page
        });
        let is_lone = |row: &Ragged| row.segments.len() < 2;
        let is_wrapped = |row: &Ragged| {
            let segment = row.segments[0];
            segment.x1 - segment.x0 <= WIDEST_WRAP && !is_caption(&text[segment.span.range()])
        };
        if !goes_on || is_lone(&row) && (!is_wrapped(&row) || run.last().is_none_or(is_lone)) {
            close(&mut run);
        }
        if !is_lone(&row) || !run.is_empty() {
            run.push(row);
        }
    }
    close(&mut run);
    grids
}

/// The lines from `start` on that may be one table: none is further than one
/// blank line from the one before, and none is alone on its line but a wrapped
/// piece of a cell between two others.
fn run(
    text: &str,
    lines: &[Line],
    start: usize,
    footnotes: &HashSet<usize>,
) -> (Vec<Ragged>, Vec<Raised>) {
    let mut run: Vec<Ragged> = Vec::new();
    let mut marks: Vec<Raised> = Vec::new();
    let mut waiting: Vec<Ragged> = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(start) {
        let row = run.last().map_or(start, |row| row.line);
        // A piece goes with the row right above or below it, however far the
        // other one is.
        let last = match &waiting[..] {
            [first, .., last] if first.line == row + 1 || at == last.line + 1 => last.line,
            [piece] if piece.line == row + 1 || at == piece.line + 1 => piece.line,
            _ => {
                // Marks are in order: those behind the row are the last.
                let behind = marks.iter().rev();
                row + behind.take_while(|mark| mark.is_behind(lines, row)).count()
            }
        };
        if line.page != lines[start].page || at > last + 2 {
            break;
        }
        if line.place == Place::Head {
            break;
        }
        let source = &text[line.span.range()];
        // A rule that draws no table says nothing.
        let is_rule = is_rule(source);
        if line.is_blank() || is_rule && !run.is_empty() {
            continue;
        }
        if is_rule || is_caption(source) || begins_source(source) || footnotes.contains(&at) {
            break;
        }
        if !run.is_empty()
            && let Some(raised) = raised::raised(text, lines, at, &run)
        {
            marks.push(raised);
            continue;
        }
        let segments = segments(text, line);
        if is_heading(text, lines, at, &segments) {
            break;
        }
        let row = Ragged { line: at, segments };
        // 2016 年 12 月 … 单位：万人 stands above a table; alone, also above a chart below one.
        let last = row.segments.last().map(|last| &text[last.span.range()]);
        let is_alone = run.is_empty() || row.segments.len() == 1;
        if is_alone && last.is_some_and(|last| last.starts_with("单位：")) {
            break;
        }
        match row.segments.len() {
            0 => break,
            1 if run.is_empty() && is_raised_piece(text, lines, &row) => run.push(row),
            1 if run.is_empty() || line.x1 - line.x0 > WIDEST_WRAP => break,
            1 if !waiting.is_empty() && !may_follow(text, &run, &waiting, &row) => break,
            // A row that lost its spaces is no wrapped piece of a cell.
            1 if text[line.span.range()].ends_with(|c| is_digit(c) || c == '%') => break,
            1 => waiting.push(row),
            _ => {
                run.append(&mut waiting);
                run.push(row);
            }
        }
    }
    if end_label(text, lines, &run, &waiting) {
        run.append(&mut waiting);
    }
    (run, marks)
}

/// Whether a piece goes on with those of a label right above it.
fn may_follow(text: &str, run: &[Ragged], waiting: &[Ragged], piece: &Ragged) -> bool {
    let is_left = |row: &Ragged| {
        let value = run.last().and_then(|row| row.segments.get(1));
        let is_numbered = labels::is_numbered(&text[row.segments[0].span.range()]);
        !is_numbered && value.is_some_and(|value| row.segments[0].x1 <= value.x0)
    };
    let is_next = waiting
        .last()
        .is_some_and(|last| last.line + 1 == piece.line);
    waiting.len() < labels::MOST_PIECES && is_next && waiting.iter().chain([piece]).all(is_left)
}

/// Whether pieces below the last row, with nothing right below them, end its label.
fn end_label(text: &str, lines: &[Line], run: &[Ragged], pieces: &[Ragged]) -> bool {
    let Some(last) = pieces.last() else {
        return false;
    };
    let below = lines.get(last.line + 1);
    let is_free = below.is_none_or(|below| {
        let source = &text[below.span.range()];
        let is_note = source.starts_with(['注', '※', '*', '（', '(']);
        below.page != lines[last.line].page
            || below.is_blank()
            || begins_source(source)
            || is_caption(source)
            || is_note
    });
    matches!(pieces, [piece] if ends_label(text, run, piece))
        || is_free && labels::end_label(text, run, pieces)
}

/// Whether a piece below the last row is the end of its label: the row has
/// none of its own, and the beginning stands above it.
///
/// Forced by `fixtures/wrapped-last-label`.
fn ends_label(text: &str, run: &[Ragged], piece: &Ragged) -> bool {
    let [.., above, row] = run else {
        return false;
    };
    let ([begins], [ends]) = (&above.segments[..], &piece.segments[..]) else {
        return false;
    };
    let source = &text[ends.span.range()];
    above.line + 1 == row.line
        && row.line + 1 == piece.line
        && begins.x1.max(ends.x1) <= row.segments[0].x0
        && ends.x0 < begins.x1
        && begins.x0 < ends.x1
        && !source.contains(['。', '，', '；', '：'])
}

/// A line with one segment wider than this is prose, not part of a cell.
const WIDEST_WRAP: f64 = 36.0;

/// The most spaces that part a raised mark from its cell, as text tools print it.
const WIDEST_RAISED: usize = 3;

/// What parts the segments of a line.
const GAP: [char; 3] = [' ', '\u{a0}', '\u{3000}'];

fn segments(text: &str, line: &Line) -> Vec<Segment> {
    let slice = &text[line.span.range()];
    let mut segments = Vec::new();
    let (mut from, mut gap, mut before) = (0, 0, 0);
    // The right end of what stands before a place in the line, tabs aside.
    let (mut measured, mut x) = (0, line.x0);
    let mut right = |to: usize| {
        x += width(&slice[measured..to]);
        measured = to;
        x
    };
    let mut push = |from: usize, to: usize, gap: usize| {
        // A raised 注 2 stands a little behind its cell.
        if let Some(cell) = segments.last_mut().filter(|_| gap <= WIDEST_RAISED)
            && is_note_mark(&slice[from..to])
        {
            let cell: &mut Segment = cell;
            cell.span.end = line.span.start + to;
            return;
        }
        let span = Span::new(line.span.start + from, line.span.start + to);
        let (x0, x1) = (right(from), right(to));
        segments.push(Segment { span, x0, x1 });
    };
    if slice.contains('\t') || slice.starts_with(['|', '<']) {
        return segments;
    }
    if !may_have_gap(slice.as_bytes()) {
        segments.push(Segment {
            span: line.span,
            x0: line.x0,
            x1: line.x1,
        });
        return segments;
    }
    for (at, c) in slice.char_indices() {
        match c {
            c if c != '\u{3000}' && GAP.contains(&c) => gap += 1,
            '\u{3000}' => gap += 2,
            _ => {
                if gap >= 2 {
                    push(from, slice[..at].trim_end_matches(GAP).len(), before);
                    (from, before) = (at, gap);
                }
                gap = 0;
            }
        }
    }
    if !slice.is_empty() {
        push(from, slice.len(), before);
    }
    segments
}

/// Whether a gap may part a text: most lines have none, as their bytes show. To look at
/// all of them at once is faster than to stop at the first.
fn may_have_gap(text: &[u8]) -> bool {
    // A blank or U+00A0 (C2 A0), another behind it, or U+3000 (E3 80 80).
    let is = |byte: u8, sign: u8| u8::from(byte == sign);
    let ends = |byte| is(byte, b' ') | is(byte, 0xa0);
    let begins = |byte| is(byte, b' ') | is(byte, 0xc2);
    let is_gap = |byte, next| ends(byte) & begins(next) | is(byte, 0x80) & is(next, 0x80);
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    pairs.fold(0, |found, (&byte, &next)| found | is_gap(byte, next)) > 0
}

fn grid(text: &str, run: Vec<Ragged>) -> Option<Grid> {
    let (first, last) = (run.first()?.line, run.last()?.line);
    let count = column_count(&run)?;
    let mut length = header_length(text, &run);
    let columns = sparse::columns(&run, length, count).unwrap_or_else(|| columns(&run, count));
    let owners = labels::owners(text, &run, &columns, length);
    let is_of_body = |owner| matches!(owner, Some(Owner::Below | Owner::Itself));
    while length > 1 && is_of_body(owners.of(length - 1)) {
        length -= 1;
    }
    let (header, body) = run.split_at(length);
    let (mut rows, is_doubtful) = header_rows(text, header, &columns);
    rows.extend(body_rows(body, &columns, |at| owners.of(length + at)));
    Some(Grid {
        is_drawn: false,
        is_doubtful,
        uncertain: owners.uncertain,
        ..Grid::new(first..last + 1, rows)
    })
}

/// `注 2`.
///
/// Forced by `fixtures/labels-close-to-numbers`.
fn is_note_mark(text: &str) -> bool {
    let number = text.strip_prefix('注');
    let number = number.map(|number| number.trim_start_matches(' '));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()))
}

/// How many lines there are before the first with a number in a column.
fn header_length(text: &str, run: &[Ragged]) -> usize {
    let has_value = |row: &Ragged| {
        let values = row.segments.iter().skip(1);
        values
            .into_iter()
            .any(|segment| is_value(&text[segment.span.range()]))
    };
    let body = run.iter().position(has_value);
    body.unwrap_or(run.len().min(1))
}

/// The most segments that at least two lines, and a third of them, have; the
/// most of all where no two agree, as when a page break leaves one row to the
/// next page, or where white space runs down between as many columns.
fn column_count(run: &[Ragged]) -> Option<usize> {
    let full = run.iter().filter(|row| row.segments.len() > 1).count();
    let with = |count: usize| run.iter().filter(|row| row.segments.len() == count).count();
    let most = run.iter().map(|row| row.segments.len()).max()?;
    let segments = run.iter().flat_map(|row| &row.segments);
    let ends = segments.map(|segment| (segment.x0, segment.x1));
    if most > 1 && stretches(ends).len() == most {
        return Some(most);
    }
    (2..=most)
        .rev()
        .find(|&count| with(count) >= 2 && with(count) * 3 >= full)
        .or(Some(most))
}

/// What ends cover that overlap each other, from left to right.
pub fn stretches(ends: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut all: Vec<(f64, f64)> = ends.collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    for (from, to) in all {
        match stretches.last_mut() {
            Some((_, end)) if from < *end => *end = end.max(to),
            _ => stretches.push((from, to)),
        }
    }
    stretches
}

fn columns(run: &[Ragged], count: usize) -> Vec<Column> {
    let middle = |column: usize, edge: fn(&Segment) -> f64| {
        let full = run.iter().filter(|row| row.segments.len() == count);
        let mut edges: Vec<f64> = full.map(|row| edge(&row.segments[column])).collect();
        edges.sort_by(f64::total_cmp);
        edges[edges.len() / 2]
    };
    (0..count)
        .map(|column| Column {
            x0: middle(column, |segment| segment.x0),
            x1: middle(column, |segment| segment.x1),
        })
        .collect()
}

/// A number, or what is printed in its place.
fn is_value(cell: &str) -> bool {
    let digits = cell.trim_start_matches(['-', '+', '－', '—']);
    cell.starts_with("--")
        || digits.starts_with(is_digit)
            && !digits.contains(['年', '月'])
            && !is_dotted_period(digits)
}

/// `2023.12`, `2023.12 用户规模`: a column heading although it starts with digits.
pub(crate) fn is_dotted_period(text: &str) -> bool {
    let Some((year, rest)) = text.split_once('.') else {
        return false;
    };
    let month = &rest[..rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len())];
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    is_year && matches!(month.parse(), Ok(1..=12))
}
