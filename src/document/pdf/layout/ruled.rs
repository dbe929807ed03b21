//! Ruling lines to tables: edges → crossings → cells → tables.

use super::piece::{Row, glyphs_to_pieces, pieces_to_rows};
use super::rule::{Edge, Edges, NEAR};
use crate::document::number::is_digit;
use crate::document::pdf::page::{Area, Page};

/// A table that rules divide into cells.
#[derive(Clone, Debug)]
pub struct RuledTable {
    /// Its outer edges.
    pub area: Area,
    /// From top to bottom.
    pub rows: Vec<Vec<RuledCell>>,
    /// Whether rules part its rows, and not white space alone.
    pub is_drawn: bool,
    /// Whether its headings can be read otherwise as well.
    pub is_doubtful: bool,
}

/// A cell with the lines in it.
#[derive(Clone, Debug)]
pub struct RuledCell {
    /// Index of its first column.
    pub column: usize,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// Its text, from top to bottom.
    pub lines: Vec<Row>,
}

/// Finds the tables among the edges, and takes their edges and glyphs away.
/// Frames around text and the axes of charts are none.
pub fn edges_to_tables(page: &Page, edges: &mut Edges, glyphs: &mut Vec<usize>) -> Vec<RuledTable> {
    let mut tables = Vec::new();
    for component in components(edges) {
        let frame = Frame::new(&component);
        let inside = frame.take(page, glyphs);
        match frame.table(page, &inside) {
            Some(table) => {
                edges
                    .horizontal
                    .retain(|edge| !component.horizontal.contains(edge));
                edges
                    .vertical
                    .retain(|edge| !component.vertical.contains(edge));
                tables.push(table);
            }
            None => {
                glyphs.extend(inside);
                glyphs.sort_unstable();
            }
        }
    }
    tables
}

/// Edges that cross or touch each other, however many others lie between.
fn components(edges: &Edges) -> Vec<Edges> {
    let (across, down) = (edges.horizontal.len(), edges.vertical.len());
    let mut owner: Vec<usize> = (0..across + down).collect();
    fn root(owner: &mut [usize], mut at: usize) -> usize {
        while owner[at] != at {
            owner[at] = owner[owner[at]];
            at = owner[at];
        }
        at
    }
    for (h, horizontal) in edges.horizontal.iter().enumerate() {
        for (v, vertical) in edges.vertical.iter().enumerate() {
            if horizontal.meets(*vertical) {
                let (a, b) = (root(&mut owner, h), root(&mut owner, across + v));
                owner[a.max(b)] = a.min(b);
            }
        }
    }
    let mut components: Vec<(usize, Edges)> = Vec::new();
    for at in 0..across + down {
        let root = root(&mut owner, at);
        let found = components.iter().position(|(owner, _)| *owner == root);
        let index = found.unwrap_or_else(|| {
            components.push((root, Edges::default()));
            components.len() - 1
        });
        let component = &mut components[index].1;
        match at.checked_sub(across) {
            None => component.horizontal.push(edges.horizontal[at]),
            Some(v) => component.vertical.push(edges.vertical[v]),
        }
    }
    let drawn = |(_, edges): (usize, Edges)| {
        (!edges.horizontal.is_empty() && !edges.vertical.is_empty()).then_some(edges)
    };
    components.into_iter().filter_map(drawn).collect()
}

/// The lattice that a component draws.
struct Frame<'e> {
    edges: &'e Edges,
    xs: Vec<f64>,
    ys: Vec<f64>,
}

impl Frame<'_> {
    fn new(edges: &Edges) -> Frame<'_> {
        Frame {
            xs: stops(&edges.vertical, &edges.horizontal),
            ys: stops(&edges.horizontal, &edges.vertical),
            edges,
        }
    }

    fn area(&self) -> Area {
        let ends = |stops: &[f64]| (stops[0], stops[stops.len() - 1]);
        let ((x0, x1), (y0, y1)) = (ends(&self.xs), ends(&self.ys));
        Area { x0, y0, x1, y1 }
    }

    /// Takes the glyphs out that stand inside.
    fn take(&self, page: &Page, glyphs: &mut Vec<usize>) -> Vec<usize> {
        let area = self.area();
        let is_inside = |&glyph: &usize| {
            let (x, y) = middle(page, glyph);
            area.x0 - NEAR < x && x < area.x1 + NEAR && area.y0 - NEAR < y && y < area.y1 + NEAR
        };
        let (inside, rest) = glyphs.iter().partition(|glyph| is_inside(glyph));
        *glyphs = rest;
        inside
    }

    fn table(&self, page: &Page, glyphs: &[usize]) -> Option<RuledTable> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        if columns < 2 || rows < 1 {
            return None;
        }
        let cells = self.cells();
        let mut inside: Vec<Vec<usize>> = vec![Vec::new(); cells.len()];
        let mut cell_at = vec![0; columns * rows];
        for (index, cell) in cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.rows {
                for column in cell.column..cell.column + cell.columns {
                    cell_at[row * columns + column] = index;
                }
            }
        }
        let band =
            |stops: &[f64], at: f64| stops[1..stops.len() - 1].partition_point(|&stop| stop <= at);
        for &glyph in glyphs {
            let (x, y) = middle(page, glyph);
            let (column, row) = (band(&self.xs, x), band(&self.ys, y));
            inside[cell_at[row * columns + column]].push(glyph);
        }
        let filled = inside.iter().filter(|glyphs| !glyphs.is_empty()).count();
        if filled * 2 < cells.len() && (filled * 4 < cells.len() || self.is_drawn_over(page)) {
            return None;
        }
        let mut table: Vec<Vec<RuledCell>> = vec![Vec::new(); rows];
        for (cell, glyphs) in cells.into_iter().zip(inside) {
            let lines = pieces_to_rows(glyphs_to_pieces(page, &glyphs));
            table[cell.row].push(RuledCell {
                column: cell.column,
                columns: cell.columns,
                rows: cell.rows,
                lines,
            });
        }
        let has_text = |row: &&Vec<RuledCell>| row.iter().any(|cell| !cell.lines.is_empty());
        if !table.iter().any(|row| has_text(&row)) {
            return None;
        }
        Some(RuledTable {
            is_drawn: true,
            is_doubtful: false,
            area: self.area(),
            rows: table.into_iter().flat_map(|row| split(page, row)).collect(),
        })
    }

    /// Whether bars or curves lie over the lattice, as in a chart.
    fn is_drawn_over(&self, page: &Page) -> bool {
        let area = self.area();
        let is_over = |drawn: &Area| {
            let inside = area.x0 - NEAR <= drawn.x0
                && drawn.x1 <= area.x1 + NEAR
                && area.y0 - NEAR <= drawn.y0
                && drawn.y1 <= area.y1 + NEAR;
            let is_on = |stops: &[f64], at: f64| stops.iter().any(|stop| (stop - at).abs() <= NEAR);
            let is_cell = [drawn.x0, drawn.x1].iter().all(|&x| is_on(&self.xs, x))
                && [drawn.y0, drawn.y1].iter().all(|&y| is_on(&self.ys, y));
            inside && !is_cell
        };
        page.fills.iter().chain(&page.drawings).any(is_over)
    }

    /// The cells: neighbours that no edge parts are one, if together they are
    /// a rectangle.
    fn cells(&self) -> Vec<Lattice> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        let parts = |edges: &[Edge], at: f64, from: f64, to: f64| {
            let middle = f64::midpoint(from, to);
            edges.iter().any(|edge| {
                (edge.at - at).abs() < 0.01
                    && edge.from - NEAR <= middle
                    && middle <= edge.to + NEAR
            })
        };
        let mut taken = vec![false; columns * rows];
        let mut cells = Vec::new();
        for row in 0..rows {
            for column in 0..columns {
                if taken[row * columns + column] {
                    continue;
                }
                let is_open_right = |row: usize, column: usize| {
                    column + 1 < columns
                        && !parts(
                            &self.edges.vertical,
                            self.xs[column + 1],
                            self.ys[row],
                            self.ys[row + 1],
                        )
                };
                let is_open_below = |row: usize, column: usize| {
                    row + 1 < rows
                        && !parts(
                            &self.edges.horizontal,
                            self.ys[row + 1],
                            self.xs[column],
                            self.xs[column + 1],
                        )
                };
                let mut width = 1;
                while is_open_right(row, column + width - 1)
                    && !taken[row * columns + column + width]
                {
                    width += 1;
                }
                let mut height = 1;
                let goes_down = |height: usize| {
                    let last = row + height - 1;
                    (column..column + width).all(|column| is_open_below(last, column))
                        && (column..column + width - 1)
                            .all(|column| is_open_right(last + 1, column))
                        && !is_open_right(last + 1, column + width - 1)
                };
                while goes_down(height) {
                    height += 1;
                }
                for row in row..row + height {
                    taken[row * columns + column..][..width].fill(true);
                }
                cells.push(Lattice {
                    row,
                    column,
                    rows: height,
                    columns: width,
                });
            }
        }
        cells
    }
}

/// A cell of the lattice, in counts of its stops.
struct Lattice {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
}

/// Where edges stand, and the ends of those across where they reach further: a
/// table may be open at its sides.
fn stops(edges: &[Edge], across: &[Edge]) -> Vec<f64> {
    const OPEN: f64 = 8.0;
    let mut stops: Vec<f64> = edges.iter().map(|edge| edge.at).collect();
    stops.dedup();
    let first = across
        .iter()
        .map(|edge| edge.from)
        .fold(f64::INFINITY, f64::min);
    let last = across
        .iter()
        .map(|edge| edge.to)
        .fold(f64::NEG_INFINITY, f64::max);
    if first < stops[0] - OPEN {
        stops.insert(0, first);
    }
    if last > stops[stops.len() - 1] + OPEN {
        stops.push(last);
    }
    stops
}

/// The middle of what a glyph inks.
fn middle(page: &Page, glyph: usize) -> (f64, f64) {
    let glyph = &page.glyphs[glyph];
    (
        f64::midpoint(glyph.x0, glyph.x1),
        glyph.baseline - 0.35 * glyph.size,
    )
}

/// Divides a row that no rules divide although several of its columns have one
/// value below the other.
fn split(page: &Page, row: Vec<RuledCell>) -> Vec<Vec<RuledCell>> {
    let is_value = |line: &Row| {
        let text = line.text(page);
        text.starts_with(|c: char| is_digit(c) || c == '-') && !text.contains(['年', '月'])
    };
    let values = row
        .iter()
        .filter(|cell| cell.column > 0 && cell.lines.len() > 1 && cell.lines.iter().all(is_value));
    let Some(lead) = values.max_by_key(|cell| cell.lines.len()) else {
        return vec![row];
    };
    let baselines: Vec<f64> = lead.lines.iter().map(Row::baseline).collect();
    let nearest = |line: &Row| {
        let apart = |at: usize| (baselines[at] - line.baseline()).abs();
        (0..baselines.len())
            .min_by(|&a, &b| apart(a).total_cmp(&apart(b)))
            .unwrap_or(0)
    };
    let stands_beside = |cell: &RuledCell| {
        cell.rows == 1
            && cell
                .lines
                .iter()
                .all(|line| (baselines[nearest(line)] - line.baseline()).abs() < 0.5 * line.size())
    };
    // One cell with two lines beside others with one is a wrapped value.
    let full = row
        .iter()
        .filter(|cell| cell.lines.len() == baselines.len())
        .count();
    if full < 2 || !row.iter().all(stands_beside) {
        return vec![row];
    }
    let mut rows: Vec<Vec<RuledCell>> = (0..baselines.len())
        .map(|_| {
            row.iter()
                .map(|cell| RuledCell {
                    lines: Vec::new(),
                    ..*cell
                })
                .collect()
        })
        .collect();
    for (index, cell) in row.into_iter().enumerate() {
        for line in cell.lines {
            rows[nearest(&line)][index].lines.push(line);
        }
    }
    rows
}
