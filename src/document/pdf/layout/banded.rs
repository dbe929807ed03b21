//! Tables with rules across and none down: rows stand in columns between them.

use super::measure::Measure;
use super::piece::Row;
use super::rule::{Edge, Edges};
use crate::document::Place;

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
