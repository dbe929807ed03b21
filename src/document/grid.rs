//! Cells in rows and columns, whatever drew them.

use std::ops::Range;

use super::number::is_digit;
use crate::span::Span;

/// Rows of cells that may be a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Indices of the lines it covers.
    pub lines: Range<usize>,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// How many columns there are.
    pub width: usize,
    /// Whether separators or rules part the cells, and not white space alone.
    pub is_drawn: bool,
    /// Whether its headings can be read otherwise as well, as those that no rules
    /// part may be.
    pub is_doubtful: bool,
    /// Whether it was found by the caption above it, and is no other's.
    pub is_of_caption_above: bool,
    /// Pieces of row labels that may as well be of another row.
    pub uncertain: Vec<Span>,
    /// What it says of itself where others have a line above: `<caption>`.
    pub caption: Option<Span>,
    /// Digits in it that are marks although nothing raises them.
    pub marks: Vec<Span>,
}

/// Cells that stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// From left to right; a column that no cell starts in has none.
    pub cells: Vec<Cell>,
    /// Whether the layout itself says that this is a header.
    pub is_header: bool,
}

/// A cell, which may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Index of its first column.
    pub column: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// Its text: a span a line, none when the cell is empty.
    pub spans: Vec<Span>,
}

impl Grid {
    /// The grid of these rows, as wide as its widest row, drawn by separators.
    pub fn new(lines: Range<usize>, rows: Vec<Row>) -> Grid {
        let width = rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| cell.column + cell.columns)
            .max()
            .unwrap_or(0);
        Grid {
            lines,
            rows,
            width,
            is_drawn: true,
            is_doubtful: false,
            is_of_caption_above: false,
            uncertain: Vec::new(),
            caption: None,
            marks: Vec::new(),
        }
    }
}

impl Grid {
    /// The grid with rows of the body parted whose cells all stack as many lines, numbers
    /// among them: each line is a row of the table that the grid was made of. Without
    /// cells over several rows.
    ///
    /// Forced by `fixtures/headings-of-converters`.
    pub fn unstacked(self, text: &str) -> Grid {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        if cells.any(|cell| cell.rows > 1) {
            return self;
        }
        let part = |(at, row): (usize, Row)| match row.height(text) {
            Some(height) if at > 0 && !row.is_header => {
                (0..height).map(|line| row.line(line)).collect()
            }
            _ => vec![row],
        };
        let rows = self.rows.into_iter().enumerate().flat_map(part).collect();
        Grid { rows, ..self }
    }
}

impl Row {
    /// How many lines each of its cells stacks, when all stack as many and one has a
    /// number on each.
    fn height(&self, text: &str) -> Option<usize> {
        let height = self.cells.first()?.spans.len();
        let is_number = |span: &Span| {
            let digits = text[span.range()].trim_start_matches(['-', '+', '－']);
            digits.starts_with(is_digit)
        };
        let has_numbers = |cell: &Cell| cell.spans.iter().all(is_number);
        let is_stack = height > 1
            && self.cells.len() > 1
            && self.cells.iter().all(|cell| cell.spans.len() == height)
            && self.cells[1..].iter().any(has_numbers);
        is_stack.then_some(height)
    }

    /// One line of its cells.
    fn line(&self, at: usize) -> Row {
        let cells = self.cells.iter().map(|cell| Cell {
            spans: vec![cell.spans[at]],
            ..*cell
        });
        Row {
            cells: cells.collect(),
            is_header: self.is_header,
        }
    }

    /// A row of cells one column wide, as separators divide a line.
    pub fn of_spans(text: &str, spans: impl IntoIterator<Item = Span>) -> Row {
        let cells = spans
            .into_iter()
            .enumerate()
            .map(|(column, span)| Cell::of_lines(text, column, span.trimmed(text)))
            .collect();
        Row {
            cells,
            is_header: false,
        }
    }
}

impl Cell {
    /// A cell with a span for each line that `<br>` ends in it.
    fn of_lines(text: &str, column: usize, span: Span) -> Cell {
        let mut cell = Cell::new(column, span);
        let mut rest = span;
        while let Some((line, behind)) = first_line(text, rest) {
            cell.spans.pop();
            cell.spans
                .extend([line, behind].map(|span| span.trimmed(text)));
            rest = behind;
        }
        cell.spans.retain(|span| !span.is_empty());
        cell
    }

    /// A cell of one column and row.
    pub fn new(column: usize, span: Span) -> Cell {
        Cell {
            column,
            columns: 1,
            rows: 1,
            spans: if span.is_empty() {
                Vec::new()
            } else {
                vec![span]
            },
        }
    }
}

/// What stands before a `<br>` and behind it.
fn first_line(text: &str, span: Span) -> Option<(Span, Span)> {
    let source = &text[span.range()];
    let (at, length) = source.match_indices('<').find_map(|(at, _)| {
        let rest = &source.as_bytes()[at..];
        let is_break = rest.len() > 3 && rest[1..3].eq_ignore_ascii_case(b"br");
        let end = rest.iter().position(|&byte| byte == b'>')?;
        let is_empty = rest.get(3..end)?.iter().all(|byte| b" /".contains(byte));
        (is_break && is_empty).then_some((at, end + 1))
    })?;
    Some((
        Span::new(span.start, span.start + at),
        Span::new(span.start + at + length, span.end),
    ))
}
