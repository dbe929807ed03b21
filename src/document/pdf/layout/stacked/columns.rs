//! Where columns without rules begin and end.

use super::super::banded::parted;
use super::super::piece::{Piece, Row};
use crate::document::columns::stretches;
use crate::document::number::is_digit;
use crate::document::pdf::page::Page;
use crate::logical::is_han;

/// Where the columns of a table begin and end.
#[derive(Clone, Debug)]
pub struct Columns(pub Vec<(f64, f64)>);

/// Whether a row has a value behind something else.
pub fn is_full(page: &Page, row: &Row) -> bool {
    let values = row
        .pieces
        .iter()
        .filter(|piece| is_value(&piece.text(page)));
    let years = row.pieces.iter().filter(|piece| is_year(&piece.text(page)));
    ends_in_value(page, row) && values.count() > years.count()
}

fn ends_in_value(page: &Page, row: &Row) -> bool {
    let last = row.pieces.last();
    row.pieces.len() > 1 && last.is_some_and(|piece| is_value(&piece.text(page)))
}

/// A number, with a word or two of its unit, or what is printed in its place.
pub fn is_value(text: &str) -> bool {
    const UNIT: usize = 2;
    let digits = text.trim_start_matches(['-', '+', '－', '—', '–']);
    let is_none = digits.is_empty() && !text.is_empty();
    let is_number =
        digits.starts_with(is_digit) && text.chars().filter(|c| is_han(*c)).count() <= UNIT;
    is_none || is_number && !text.contains(['年', '月', '岁']) && !begins_month(digits)
}

/// `2024.12`, `2024.12用户`: heads a column.
fn begins_month(text: &str) -> bool {
    let month = text.split_once('.').filter(|(year, _)| is_year(year));
    month.is_some_and(|(_, rest)| {
        let month = rest.len() - rest.trim_start_matches(is_digit).len();
        month == 2 && matches!(rest[..month].parse(), Ok(1..=12))
    })
}

fn is_year(text: &str) -> bool {
    matches!(text.parse::<u16>(), Ok(1980..=2099))
}

impl Columns {
    /// The columns that the pieces of the body stand in.
    pub fn of_rows(page: &Page, rows: &[Row]) -> Option<Columns> {
        let first = rows.iter().position(|row| is_full(page, row))?;
        // Below a row of values a number that might be a year is one of them.
        let full = rows[first..].iter().filter(|row| ends_in_value(page, row));
        let pieces = full.flat_map(|row| &row.pieces);
        let mut columns = stretches(pieces.map(|piece| (piece.x0, piece.x1)));
        // Labels may have lines of their own, left of all values.
        for row in &rows[first..] {
            for piece in &row.pieces {
                let meets: Vec<usize> = (0..columns.len())
                    .filter(|&at| piece.x0 < columns[at].1 && columns[at].0 < piece.x1)
                    .collect();
                match meets[..] {
                    [] => {
                        columns.push((piece.x0, piece.x1));
                        columns.sort_by(|a, b| a.0.total_cmp(&b.0));
                    }
                    [at] => {
                        columns[at] = (columns[at].0.min(piece.x0), columns[at].1.max(piece.x1));
                    }
                    _ => return None,
                }
            }
        }
        (columns.len() > 1).then_some(Columns(columns))
    }

    /// The white space between the columns.
    pub fn gutters(&self) -> Vec<(f64, f64)> {
        self.0
            .windows(2)
            .map(|pair| (pair[0].1, pair[1].0))
            .collect()
    }

    /// A row with its pieces parted where a gutter has a gap in them.
    pub fn part(&self, page: &Page, row: &Row) -> Row {
        let gutters = self.gutters();
        let pieces = row.pieces.iter().cloned();
        Row {
            pieces: pieces
                .flat_map(|piece| parted(page, piece, &gutters))
                .collect(),
        }
    }

    /// Whether a piece runs over several columns.
    pub fn is_crossed(&self, piece: &Piece) -> bool {
        self.meets(piece).nth(1).is_some()
    }

    fn meets(&self, piece: &Piece) -> impl Iterator<Item = usize> {
        let (x0, x1) = (piece.x0, piece.x1);
        let columns = self.0.iter().enumerate();
        columns.filter_map(move |(at, column)| (x0 < column.1 && column.0 < x1).then_some(at))
    }

    /// The only column that a piece is in.
    pub fn of(&self, piece: &Piece) -> Option<usize> {
        let mut meets = self.meets(piece);
        let first = meets.next()?;
        meets.next().is_none().then_some(first)
    }
}
