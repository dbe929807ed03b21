//! Tables whose headings stand in other columns than their values, or with columns of
//! nothing, as converters divide them that guess columns from white space.
//!
//! Forced by `fixtures/tables-of-pushed-columns`.

use super::headings::Headings;
use super::{is_value, is_year};
use crate::document::grid::{Cell, Grid, Row};
use crate::span::Span;

/// The grid with its filled cells side by side, where that gives each column of values
/// one heading: as it is, some have none, and some headings have no values.
pub fn straightened(text: &str, mut grid: Grid) -> Grid {
    drop_empty_columns(&mut grid);
    read(text, &grid).unwrap_or(grid)
}

/// How many values a row ends with; years are the headings of some.
fn values(text: &str, row: &[(usize, Span)]) -> usize {
    let source = |(_, cell): &(usize, Span)| &text[cell.range()];
    let are_years = row.iter().skip(1).all(|cell| is_year(source(cell)));
    let values = row.iter().rev().take_while(|cell| is_value(source(cell)));
    if are_years { 0 } else { values.count() }
}

/// Takes out the columns that no cell has text in.
fn drop_empty_columns(grid: &mut Grid) {
    let mut cells = grid.rows.iter().flat_map(|row| &row.cells);
    if cells.any(|cell| cell.columns > 1) {
        return;
    }
    let mut has_text = vec![false; grid.width];
    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
        has_text[cell.column] |= !cell.spans.is_empty();
    }
    if has_text.iter().all(|&has_text| has_text) {
        return;
    }
    let mut left = 0;
    let kept: Vec<usize> = has_text
        .iter()
        .map(|&has_text| {
            let column = left;
            left += usize::from(has_text);
            column
        })
        .collect();
    grid.width = left;
    for row in &mut grid.rows {
        row.cells.retain(|cell| has_text[cell.column]);
        for cell in &mut row.cells {
            cell.column = kept[cell.column];
        }
    }
}

fn read(text: &str, grid: &Grid) -> Option<Grid> {
    let rows: Vec<Vec<(usize, Span)>> = grid.rows.iter().map(filled).collect::<Option<_>>()?;
    let count_values = |row: &Vec<(usize, Span)>| values(text, row);
    let body = rows
        .iter()
        .position(|row| row.len() > 1 && count_values(row) > 0)?;
    let (header, body) = rows.split_at(body);
    if !is_pushed(grid.width, header, body) {
        return None;
    }
    let cells = body.first()?.len();
    let count = body.iter().map(count_values).min()?;
    let labels = cells.checked_sub(count).filter(|&labels| labels > 0)?;
    if body.len() < 2 || body.iter().any(|row| row.len() != cells) {
        return None;
    }
    let words: Vec<Vec<Span>> = header
        .iter()
        .map(|row| row.iter().map(|(_, cell)| *cell).collect())
        .collect();
    let place = |word: Span| {
        let mut cells = header.iter().flatten();
        let found = cells.find(|(_, cell)| *cell == word);
        found.map_or(0, |(column, _)| *column)
    };
    let headings = Headings::of_cells(text, &words, count, Some(&place))?;
    if labels != 1 + usize::from(headings.has_unit) {
        return None;
    }
    let body = body.iter().map(|row| Row {
        cells: row
            .iter()
            .enumerate()
            .map(|(column, (_, cell))| Cell::new(column, *cell))
            .collect(),
        is_header: false,
    });
    Some(Grid {
        is_doubtful: headings.is_doubtful,
        ..Grid::new(
            grid.lines.clone(),
            headings.rows.into_iter().chain(body).collect(),
        )
    })
}

/// The cells of a row with text and their columns; `None` where one is over others.
fn filled(row: &Row) -> Option<Vec<(usize, Span)>> {
    let cells = row.cells.iter().filter(|cell| !cell.spans.is_empty());
    cells
        .map(|cell| match &cell.spans[..] {
            [span] if cell.columns == 1 && cell.rows == 1 => Some((cell.column, *span)),
            _ => None,
        })
        .collect()
}

/// Whether a column has values and no heading, or a heading and nothing below it.
fn is_pushed(width: usize, header: &[Vec<(usize, Span)>], body: &[Vec<(usize, Span)>]) -> bool {
    let columns = |rows: &[Vec<(usize, Span)>]| {
        let mut has_text = vec![false; width];
        for (column, _) in rows.iter().flatten() {
            has_text[*column] = true;
        }
        has_text
    };
    let (above, below) = (columns(header), columns(body));
    // The column of labels may have no heading.
    above
        .iter()
        .zip(&below)
        .skip(1)
        .any(|(above, below)| above != below)
}
