//! What the pages of a document have in common: the size of the running text,
//! the width of the column, the running heads.

use std::collections::{HashMap, HashSet};

use super::head::{heads, key};
use super::piece::Row;
use super::rule::{Edge, Edges};
use crate::document::pdf::page::Page;

/// The measures of one page.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Size of the running text.
    pub body: f64,
    /// Left margin of the text column.
    pub left: f64,
    /// Right margin of the text column.
    pub right: f64,
    /// From one line of the running text to the next, in sizes of its type.
    pub leading: f64,
    heads: HashSet<(i64, String)>,
    rules: Vec<Edge>,
}

impl Measure {
    /// How wide the text column is.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Whether a row reaches from margin to margin.
    pub fn is_full(&self, row: &Row) -> bool {
        row.x1() - row.x0() >= 0.85 * self.width()
    }

    /// Whether a row is a running head or foot.
    pub fn is_head(&self, page: &Page, row: &Row) -> bool {
        self.heads.contains(&key(page, row))
    }

    /// Whether an edge is the rule of a running head or foot.
    pub fn is_furniture(&self, edge: Edge) -> bool {
        self.rules.contains(&edge)
    }
}

/// Measures all pages.
pub fn pages_to_measures(pages: &[(&Page, &[Row], &Edges)]) -> Vec<Measure> {
    let body = body(pages);
    let heads = heads(pages, body);
    let leading = leading(pages, body);
    let columns: Vec<Option<(f64, f64)>> = pages
        .iter()
        .map(|(page, rows, _)| column(page, rows, body, &heads))
        .collect();
    let width = usual(
        columns.iter().flatten().map(|(left, right)| right - left),
        2.0,
    );
    // Margins of left and right pages may be mirrored.
    let left = |first: usize| {
        let alike = columns.iter().skip(first).step_by(2).flatten();
        let full = alike
            .filter(|(left, right)| width.is_some_and(|width| right - left >= width - 2.0 * body));
        usual(full.map(|(left, _)| *left), 2.0)
    };
    let left = [left(0), left(1)];
    let lefts = [left[0].or(left[1]), left[1].or(left[0])];
    pages
        .iter()
        .zip(&columns)
        .enumerate()
        .map(|(at, ((page, rows, edges), column))| {
            let width = width.unwrap_or(0.8 * page.width);
            let (left, right) = match *column {
                Some(column) if column.1 - column.0 >= width - 2.0 * body => column,
                // A page of short lines does not show its margins.
                _ => {
                    let left = lefts[at % 2].unwrap_or(0.1 * page.width);
                    (left, left + width)
                }
            };
            let mut measure = Measure {
                body,
                left,
                right,
                leading,
                heads: HashSet::new(),
                rules: Vec::new(),
            };
            for row in rows.iter().filter(|row| heads.contains(&key(page, row))) {
                measure.heads.insert(key(page, row));
                let beside = |edge: &&Edge| {
                    let near = 1.5 * row.size();
                    (row.top() - near..row.bottom() + near).contains(&edge.at)
                        && edge.length() > 0.5 * (right - left)
                };
                measure.rules.extend(edges.horizontal.iter().filter(beside));
            }
            measure
        })
        .collect()
}

/// The size of most glyphs that do not stand in columns; notes may be as many,
/// and are smaller.
fn body(pages: &[(&Page, &[Row], &Edges)]) -> f64 {
    const USUAL: f64 = 12.0;
    let size = |is_running: fn(&Row) -> bool| {
        let rows = pages.iter().flat_map(|(_, rows, _)| rows.iter());
        let pieces = rows
            .filter(|row| is_running(row))
            .flat_map(|row| &row.pieces);
        let mut counts: HashMap<i64, usize> = HashMap::new();
        for piece in pieces {
            *counts.entry((piece.size * 4.0).round() as i64).or_default() += piece.signs.len();
        }
        let most = counts.values().max().copied().unwrap_or(0);
        let usual = counts.into_iter().filter(|(_, count)| count * 2 > most);
        usual.map(|(size, _)| size).max()
    };
    let size = size(|row| row.pieces.len() == 1).or_else(|| size(|_| true));
    size.map_or(USUAL, |size| size as f64 / 4.0)
}

/// The left and right end of the running text on a page.
fn column(
    page: &Page,
    rows: &[Row],
    body: f64,
    heads: &HashSet<(i64, String)>,
) -> Option<(f64, f64)> {
    let running = rows.iter().filter(|row| {
        (row.size() - body).abs() < 0.1 * body
            && row.pieces.len() == 1
            && !heads.contains(&key(page, row))
    });
    running
        .map(|row| (row.x0(), row.x1()))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// From one line of the running text to the next, in sizes of its type.
fn leading(pages: &[(&Page, &[Row], &Edges)], body: f64) -> f64 {
    const USUAL: f64 = 1.6;
    let steps = pages.iter().flat_map(|(_, rows, _)| {
        rows.windows(2).filter_map(|pair| {
            let is_running =
                |row: &Row| row.pieces.len() == 1 && (row.size() - body).abs() < 0.1 * body;
            let step = (pair[1].baseline() - pair[0].baseline()) / body;
            (pair.iter().all(is_running) && step < 3.0).then_some(step)
        })
    });
    usual(steps, 0.05).unwrap_or(USUAL)
}

/// The value that most others are near.
fn usual(values: impl Iterator<Item = f64>, near: f64) -> Option<f64> {
    let values: Vec<f64> = values.collect();
    let support = |value: f64| {
        values
            .iter()
            .filter(|other| (*other - value).abs() <= near)
            .count()
    };
    values
        .iter()
        .copied()
        .max_by(|&a, &b| support(a).cmp(&support(b)).then(a.total_cmp(&b)))
}
