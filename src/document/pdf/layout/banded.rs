//! Tables with rules across and none down: rows stand in columns between them.

use super::measure::Measure;
use super::piece::{Piece, Row};
use super::rule::{Edge, Edges};
use crate::document::Place;
use crate::document::pdf::page::Page;

/// Marks the rows of each such table with the number of the table.
pub fn tables(
    measure: &Measure,
    rows: &[Row],
    places: &[Place],
    edges: &Edges,
) -> Vec<Option<usize>> {
    let mut tables = vec![None; rows.len()];
    let mut count = 0;
    let mut seen: Vec<Edge> = Vec::new();
    for edge in &edges.horizontal {
        if seen.contains(edge) || measure.is_furniture(*edge) {
            continue;
        }
        let alike = edges
            .horizontal
            .iter()
            .filter(|other| is_alike(edge, other) && !measure.is_furniture(**other));
        let stack: Vec<Edge> = alike.copied().collect();
        seen.extend(&stack);
        let mut open = false;
        for band in stack.windows(2) {
            let inside: Vec<usize> = (0..rows.len())
                .filter(|&at| places[at] == Place::Body && is_between(&rows[at], band))
                .collect();
            let is_tabular = inside
                .iter()
                .filter(|&&at| rows[at].pieces.len() > 1)
                .count()
                * 2
                >= inside.len();
            if inside.is_empty() || !is_tabular {
                open = false;
                continue;
            }
            count += usize::from(!open);
            open = true;
            for at in inside {
                tables[at] = Some(count - 1);
            }
        }
    }
    tables
}

/// Whether two rules have the same ends.
fn is_alike(a: &Edge, b: &Edge) -> bool {
    const NEAR: f64 = 3.0;
    (a.from - b.from).abs() <= NEAR && (a.to - b.to).abs() <= NEAR
}

fn is_between(row: &Row, band: &[Edge]) -> bool {
    const OVER: f64 = 6.0;
    let y = row.baseline() - 0.35 * row.size();
    band[0].at < y
        && y < band[1].at
        && row.x0() >= band[0].from - OVER
        && row.x1() <= band[0].to + OVER
}

/// Parts what stands closer together in such a table than running text shows:
/// a narrow gap counts where other rows have the end of a column.
pub fn part(page: &Page, rows: &mut [Row], tables: &[Option<usize>]) {
    let count = tables.iter().flatten().max().map_or(0, |last| last + 1);
    for number in 0..count {
        let inside: Vec<usize> = (0..rows.len())
            .filter(|&at| tables[at] == Some(number))
            .collect();
        let gutters = gutters(inside.iter().map(|&at| &rows[at]));
        for at in inside {
            let pieces = std::mem::take(&mut rows[at].pieces);
            rows[at].pieces = pieces
                .into_iter()
                .flat_map(|piece| parted(page, piece, &gutters))
                .collect();
        }
    }
}

/// The white space between the columns of those rows that have most of them.
fn gutters<'r>(rows: impl Iterator<Item = &'r Row>) -> Vec<(f64, f64)> {
    let rows: Vec<&Row> = rows.filter(|row| row.pieces.len() > 1).collect();
    let with = |count: usize| rows.iter().filter(move |row| row.pieces.len() == count);
    let most = rows.iter().map(|row| row.pieces.len()).max().unwrap_or(0);
    let count = (2..=most)
        .rev()
        .find(|&count| with(count).count() * 3 >= rows.len());
    let middle = |column: usize, edge: fn(&Piece) -> f64| {
        let full = with(count.unwrap_or(most));
        let mut edges: Vec<f64> = full.map(|row| edge(&row.pieces[column])).collect();
        edges.sort_by(f64::total_cmp);
        edges[edges.len() / 2]
    };
    (1..count.unwrap_or(0))
        .map(|column| {
            (
                middle(column - 1, |piece| piece.x1),
                middle(column, |piece| piece.x0),
            )
        })
        .collect()
}

/// The parts of a piece that runs over gutters.
fn parted(page: &Page, piece: Piece, gutters: &[(f64, f64)]) -> Vec<Piece> {
    const NARROWEST: f64 = 0.7;
    let mut parts = vec![piece];
    for &(from, to) in gutters {
        let Some(last) = parts.last() else { break };
        let gaps = last.gaps(page);
        let widest = gaps
            .iter()
            .filter(|(_, x0, x1)| *x0 < to && *x1 > from && x1 - x0 > NARROWEST * last.size)
            .max_by(|a, b| (a.2 - a.1).total_cmp(&(b.2 - b.1)));
        if let Some(&(at, ..)) = widest
            && let Some(last) = parts.pop()
        {
            parts.extend(last.split(page, at));
        }
    }
    parts
}
