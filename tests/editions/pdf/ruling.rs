//! The rules of a table.

use super::design::{Pen, Recipe, Ruling};
use super::sheet::{Area, BLACK, Ink};
use super::table::{Cell, has_columns};

/// Where the cells of a part of a table stand.
pub struct Frame<'f> {
    pub xs: &'f [f64],
    pub ys: &'f [f64],
    pub cells: &'f [Cell],
    /// How many rows the header has.
    pub header: usize,
    /// Whether this part is the first and the last.
    pub ends: [bool; 2],
}

/// A line along an axis, by the numbers of what it runs along and across.
#[derive(Clone, Copy)]
struct Edge {
    is_horizontal: bool,
    at: usize,
    from: usize,
    to: usize,
}

/// Draws the rules.
pub fn rules(frame: &Frame, recipe: &Recipe) -> Vec<Ink> {
    if recipe.ruling == Ruling::Three {
        return three(frame, recipe);
    }
    if recipe.pen == Pen::Frame {
        let frames = frame.cells.iter().map(|cell| Ink::Frame {
            area: Area::new(
                [frame.xs[cell.column], frame.xs[cell.column + cell.columns]],
                [frame.ys[cell.row], frame.ys[cell.row + cell.rows]],
            ),
            width: 0.5,
        });
        return frames.collect();
    }
    let mut edges = Vec::new();
    let (columns, rows) = (frame.xs.len() - 1, frame.ys.len() - 1);
    for at in 0..=rows {
        for column in 0..columns {
            let is_inside = frame.cells.iter().any(|cell| {
                (cell.row + 1..cell.row + cell.rows).contains(&at)
                    && (cell.column..cell.column + cell.columns).contains(&column)
            });
            if !is_inside {
                push(&mut edges, true, at, column, recipe.pen);
            }
        }
    }
    let sides = match recipe.ruling {
        _ if !has_columns(recipe.ruling) => 0..0,
        Ruling::NoSides => 1..columns,
        _ => 0..columns + 1,
    };
    for at in sides {
        for row in 0..rows {
            let is_inside = frame.cells.iter().any(|cell| {
                (cell.column + 1..cell.column + cell.columns).contains(&at)
                    && (cell.row..cell.row + cell.rows).contains(&row)
            });
            if !is_inside {
                push(&mut edges, false, at, row, recipe.pen);
            }
        }
    }
    edges
        .iter()
        .map(|edge| drawn(edge, frame, recipe.pen, 0.5))
        .collect()
}

/// Adds an edge one cell long, or lengthens the last.
fn push(edges: &mut Vec<Edge>, is_horizontal: bool, at: usize, from: usize, pen: Pen) {
    let goes_on =
        |last: &&mut Edge| last.is_horizontal == is_horizontal && last.at == at && last.to == from;
    match edges.last_mut().filter(goes_on) {
        Some(last) if pen != Pen::Dash => last.to += 1,
        _ => edges.push(Edge {
            is_horizontal,
            at,
            from,
            to: from + 1,
        }),
    }
}

fn drawn(edge: &Edge, frame: &Frame, pen: Pen, width: f64) -> Ink {
    let (x, y) = if edge.is_horizontal {
        (
            [frame.xs[edge.from], frame.xs[edge.to]],
            [frame.ys[edge.at]; 2],
        )
    } else {
        (
            [frame.xs[edge.at]; 2],
            [frame.ys[edge.from], frame.ys[edge.to]],
        )
    };
    line(x, y, pen, width)
}

fn line(x: [f64; 2], y: [f64; 2], pen: Pen, width: f64) -> Ink {
    if pen != Pen::Fill {
        return Ink::rule([x[0], y[0]], [x[1], y[1]], width);
    }
    let half = width / 2.0;
    Ink::fill(
        [x[0] - half, x[1] + half],
        [y[0] - half, y[1] + half],
        BLACK,
    )
}

/// A rule above, one under the header, one below, and short ones under the
/// headings of several columns.
fn three(frame: &Frame, recipe: &Recipe) -> Vec<Ink> {
    let (columns, rows) = (frame.xs.len() - 1, frame.ys.len() - 1);
    let across = |at: usize, width: f64| {
        let edge = Edge {
            is_horizontal: true,
            at,
            from: 0,
            to: columns,
        };
        drawn(&edge, frame, recipe.pen, width)
    };
    let mut ink = Vec::new();
    let [is_first, is_last] = frame.ends;
    if is_first || frame.header > 0 || recipe.closes_parts {
        ink.push(across(0, 1.0));
    }
    if frame.header > 0 {
        ink.push(across(frame.header, 0.5));
    }
    let groups = frame.cells.iter().filter(|cell| cell.columns > 1);
    for group in groups {
        let x = [
            frame.xs[group.column] + 4.0,
            frame.xs[group.column + group.columns] - 4.0,
        ];
        ink.push(line(x, [frame.ys[group.row + 1]; 2], recipe.pen, 0.4));
    }
    if is_last || recipe.closes_parts {
        ink.push(across(rows, 1.0));
    }
    ink
}
