//! Grids to rows with a text in every column.

use std::cell::OnceCell;

use crate::block::key;
use crate::document::{Document, Grid};
use crate::grammar::{number, period, words};
use crate::logical::{LogicalText, Raised};
use crate::span::Span;

/// A row with a text in each column of the grid.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// From left to right; what spans rows or columns stands in all of them.
    pub texts: Vec<LogicalText>,
    /// Whether the text at this column stands in the row above as well.
    pub is_from_above: Vec<bool>,
    /// How many columns have a cell.
    pub printed: usize,
    /// Whether the layout says that this is a header.
    pub is_header: bool,
}

impl MatrixRow {
    /// Puts the text of a cell into one of its columns.
    fn print(&mut self, column: usize, text: LogicalText, is_from_above: bool) {
        self.texts[column] = text;
        self.is_from_above[column] = is_from_above;
        self.printed += 1;
    }

    /// Where the row is printed.
    pub fn spans(&self) -> Vec<Span> {
        let all: Vec<Span> = self.texts.iter().flat_map(LogicalText::whole).collect();
        match (
            all.iter().map(|span| span.start).min(),
            all.iter().map(|span| span.end).max(),
        ) {
            (Some(start), Some(end)) => vec![Span::new(start, end)],
            _ => Vec::new(),
        }
    }

    /// The texts, to show.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.texts.iter().map(LogicalText::text).collect();
        texts.join(" | ")
    }

    /// The texts as they are compared, whatever the width of their brackets.
    pub fn keys(&self) -> Vec<String> {
        self.texts.iter().map(|text| key(text.text())).collect()
    }

    /// Whether two rows say the same.
    pub fn says_the_same(&self, other: &MatrixRow) -> bool {
        self.keys() == other.keys()
    }

    /// Whether a number, or a sign for a missing one, stands behind the label.
    pub fn has_value(&self) -> bool {
        self.texts.iter().skip(1).any(|text| is_value(text.text()))
    }

    /// The one text of a row that says the same in all columns, or nothing in
    /// any other than the first.
    pub fn lone(&self) -> Option<&LogicalText> {
        let (first, others) = self.texts.split_first()?;
        let is_same = |text: &LogicalText| text.text() == first.text();
        let is_lone = others.iter().all(LogicalText::is_empty) || others.iter().all(is_same);
        (is_lone && !first.is_empty()).then_some(first)
    }

    /// The row as one of the body, whatever the layout says.
    pub fn without_header(self) -> MatrixRow {
        MatrixRow {
            is_header: false,
            ..self
        }
    }

    /// A row as wide with nothing in it.
    pub fn emptied(&self) -> MatrixRow {
        MatrixRow {
            texts: vec![LogicalText::default(); self.texts.len()],
            is_from_above: vec![false; self.texts.len()],
            printed: self.printed,
            is_header: true,
        }
    }

    /// Whether nothing is printed in it.
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(LogicalText::is_empty)
    }
}

/// The rows of the grids of a document, each grid read where its rows are first asked for.
pub struct Matrices<'d> {
    pub document: &'d Document,
    rows: Vec<OnceCell<Vec<MatrixRow>>>,
}

impl<'d> Matrices<'d> {
    pub fn new(document: &'d Document) -> Matrices<'d> {
        let mut rows = Vec::new();
        rows.resize_with(document.grids().len(), OnceCell::new);
        Matrices { document, rows }
    }

    /// The rows of the grid of this index.
    pub fn of(&self, index: usize) -> &[MatrixRow] {
        self.rows[index].get_or_init(|| self.read(index))
    }

    /// The rows of the grid of this index, to be kept.
    pub fn take(&mut self, index: usize) -> Vec<MatrixRow> {
        let rows = self.rows[index].take();
        rows.unwrap_or_else(|| self.read(index))
    }

    fn read(&self, index: usize) -> Vec<MatrixRow> {
        grid_to_rows(self.document, &self.document.grids()[index])
    }
}

/// The rows of a grid, cells that span filled in.
fn grid_to_rows(document: &Document, grid: &Grid) -> Vec<MatrixRow> {
    let mut rows: Vec<MatrixRow> = grid
        .rows
        .iter()
        .map(|row| {
            let mut texts = Vec::new();
            texts.resize_with(grid.width, LogicalText::default);
            MatrixRow {
                texts,
                is_from_above: vec![false; grid.width],
                printed: 0,
                is_header: row.is_header,
            }
        })
        .collect();
    for (at, row) in grid.rows.iter().enumerate() {
        for cell in &row.cells {
            let text = text(document, &cell.spans);
            let end = (cell.column + cell.columns).min(grid.width);
            let below = (at + cell.rows).min(rows.len());
            if cell.columns == 1 && cell.rows == 1 && cell.column < end {
                rows[at].print(cell.column, text, false);
                continue;
            }
            for (down, row) in rows[at..below].iter_mut().enumerate() {
                for column in cell.column..end {
                    row.print(column, text.clone(), down > 0);
                }
            }
        }
    }
    let headings = rows.iter_mut().enumerate();
    for (_, row) in headings.filter(|(at, row)| *at == 0 || row.is_header) {
        for (column, text) in row.texts.iter_mut().enumerate() {
            if is_place(text.text(), column) {
                *text = LogicalText::default();
            }
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// Whether a heading is what converters write over a column without: Col3, Column3, 列3
/// or Unnamed: 3_level_1, with the place of the column, counted from 0 or 1.
///
/// Forced by `fixtures/headings-of-converters`.
fn is_place(heading: &str, column: usize) -> bool {
    const NAMES: [&str; 5] = ["Unnamed", "Unamed", "Column", "Col", "列"];
    let place = NAMES.iter().find_map(|name| heading.strip_prefix(name));
    let place = place.map(|place| place.trim_start_matches([':', '：', ' ']));
    let place = place.map(|place| {
        place
            .split_once("_level_")
            .map_or(place, |(place, _)| place)
    });
    let place = place.and_then(|place| place.parse::<usize>().ok());
    place.is_some_and(|place| place == column || place == column + 1)
}

/// The text of a cell, 注 2 at its end a mark where white space parts the two, as text
/// tools print a raised one.
///
/// Forced by `fixtures/labels-close-to-numbers`.
fn text(document: &Document, spans: &[Span]) -> LogicalText {
    let whole = |spans: &[Span]| LogicalText::new(document.canonical(), spans, Raised::Mark);
    let Some((last, others)) = spans.split_last() else {
        return whole(spans);
    };
    let source = &document.text()[last.range()];
    let note = words::find_last(source, " 注");
    let note = note.map(|at| (&source[..at], source[at..].trim_start()));
    let Some((before, mark)) = note else {
        return whole(spans);
    };
    let number = mark.trim_start_matches(['注', ' ']);
    let is_number = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
    if before.trim().is_empty() || !is_number {
        return whole(spans);
    }
    let mut spans = others.to_vec();
    spans.push(Span::new(last.start, last.start + before.trim_end().len()));
    let mark = Span::new(last.end - mark.len(), last.end);
    whole(&spans).with_mark(format!("注{number}"), mark)
}

/// Whether a text is a number and no period: `2023.12` heads a column.
pub fn is_value(text: &str) -> bool {
    let is_missing = !text.is_empty() && text.bytes().all(|byte| byte == b'-');
    let is_period = period::leading_stock(text).is_some_and(|(_, rest)| rest.is_empty());
    is_missing || !is_period && number::leading(text).is_some()
}
