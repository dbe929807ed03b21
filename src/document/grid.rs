//! Cells in rows and columns, whatever drew them.

use std::ops::Range;

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
    /// What it says of itself where others have a line above: `<caption>`.
    pub caption: Option<Span>,
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
            caption: None,
        }
    }
}

impl Row {
    /// A row of cells one column wide, as separators divide a line.
    pub fn of_spans(text: &str, spans: impl IntoIterator<Item = Span>) -> Row {
        let cells = spans
            .into_iter()
            .enumerate()
            .map(|(column, span)| Cell::new(column, span.trimmed(text)))
            .collect();
        Row {
            cells,
            is_header: false,
        }
    }
}

impl Cell {
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
