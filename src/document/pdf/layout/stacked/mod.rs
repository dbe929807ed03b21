//! Tables without rules down whose cells take several lines: a line of values
//! is a row, and the lines of a label belong to it wherever they stand.
//!
//! ```text
//! take       tables between rules across, and runs of rows in columns
//! columns    what stands below each other in the body
//! gap        narrow gaps that end a column
//! band       rules across and the edges of shaded rows part rows for sure; a
//!            line with a value is a row, and lines of words stand from it down,
//!            up to it or around it
//! heading    what is left above the first row
//! reading    which columns each line of it stands over
//! ```
//!
//! Where the lines fit no alignment there is no table here, and simpler
//! readings have their turn.

mod band;
mod columns;
mod gap;
mod heading;
mod reading;

use std::collections::HashSet;
use std::ops::Range;

use super::banded::{gutters, parted};
use super::chart::is_caption;
use super::column::Laid;
use super::measure::Measure;
use super::piece::{Piece, Row};
use super::rule::{Edge, Edges};
use super::ruled::{RuledCell, RuledTable};
use crate::document::Place;
use crate::document::pdf::page::{Area, Page};
use band::band_to_rows;
use columns::Columns;
pub use columns::is_full;
use gap::Ends;
use heading::{Headings, headings};

/// The most from line to line within a cell, in sizes of the type.
const LEADING: f64 = 1.9;

/// Takes the rows of tables out of a page: of those between rules, and of those
/// without any, whose cells have several lines.
pub fn take(
    page: &Page,
    measure: &Measure,
    laid: &mut Vec<Laid>,
    edges: &Edges,
) -> Vec<RuledTable> {
    let count = laid.iter().filter_map(|laid| laid.table).max();
    let of_table = |number: usize| -> Vec<usize> {
        let is_of = |at: &usize| laid[*at].table == Some(number);
        (0..laid.len()).filter(is_of).collect()
    };
    let banded = (0..count.map_or(0, |last| last + 1)).map(|number| (of_table(number), true));
    let open = runs(page, measure, laid)
        .into_iter()
        .map(|run| (run.collect(), false));
    let mut tables = Vec::new();
    let mut taken = HashSet::new();
    for (inside, is_drawn) in banded.chain(open) {
        let mut rows: Vec<Row> = inside.iter().map(|&at| laid[at].row.clone()).collect();
        let is_parted = part_values(page, &mut rows);
        let drawn = Drawn::around(page, &rows, edges);
        if let Some(table) = rows_to_table(page, &rows, &drawn, is_parted) {
            tables.push(RuledTable { is_drawn, ..table });
            taken.extend(inside);
        }
    }
    let mut at = 0..;
    laid.retain(|_| at.next().is_none_or(|at| !taken.contains(&at)));
    tables
}

/// Parts a label from a value that stands nearer to it than words stand apart
/// elsewhere, where the other rows with values have the end of a column; whether
/// there is any such.
fn part_values(page: &Page, rows: &mut [Row]) -> bool {
    const OTHERS: usize = 2;
    let full = rows.iter().filter(|row| is_full(page, row));
    let gutters = gutters(page, full);
    let ends = Ends::of_rows(rows);
    let mut is_parted = false;
    let first = rows.iter().position(|row| is_full(page, row));
    for row in &mut rows[first.unwrap_or(0)..] {
        let count = row.pieces.len();
        let pieces = std::mem::take(&mut row.pieces).into_iter();
        let pieces = pieces.flat_map(|piece| parted(page, piece, &gutters));
        let ends_column = |_, gap| ends.are_at(gap, OTHERS);
        row.pieces = pieces
            .flat_map(|piece| gap::part(page, piece, &gutters, ends_column))
            .collect();
        is_parted |= row.pieces.len() > count;
    }
    is_parted
}

/// Neighbouring rows without rules that stand in columns, with single lines
/// between them.
fn runs(page: &Page, measure: &Measure, laid: &[Laid]) -> Vec<Range<usize>> {
    /// From row to row, in sizes of the type.
    const FURTHEST: f64 = 3.5;
    /// Characters of a line of running text from margin to margin.
    const SHORTEST: usize = 15;
    let may_be = |laid: &Laid| {
        let text = laid.row.text(page);
        let is_about =
            text.starts_with(['注', '◇']) || text.contains("来源：") || text.contains("单位：");
        let is_long = text.chars().count() >= SHORTEST && measure.is_full(&laid.row);
        let is_prose = laid.row.pieces.len() == 1 && (is_long || text.contains('。'));
        laid.place == Place::Body
            && laid.table.is_none()
            && !measure.is_head(page, &laid.row)
            && !is_caption(&text, '表')
            && !is_caption(&text, '图')
            && !is_about
            && !is_prose
    };
    let step = |at: usize| laid[at].row.baseline() - laid[at - 1].row.baseline();
    let mut runs = Vec::new();
    let mut start = 0;
    while start < laid.len() {
        let goes_on = |at: &usize| {
            may_be(&laid[*at]) && (*at == start || step(*at) <= FURTHEST * laid[*at].row.size())
        };
        let end = start + (start..laid.len()).take_while(goes_on).count();
        let full: Vec<usize> = (start..end)
            .filter(|&at| is_full(page, &laid[at].row))
            .collect();
        if let [_, .., last] = full[..] {
            // Lines of the last row may stand below its values.
            let is_below = |at: &usize| {
                step(*at) <= LEADING * laid[*at].row.size() && laid[*at].row.pieces.len() == 1
            };
            runs.push(start..last + 1 + (last + 1..end).take_while(is_below).count());
        }
        start = end.max(start + 1);
    }
    runs
}

/// What is drawn around rows.
struct Drawn {
    /// Heights at which the rows are parted for sure.
    borders: Vec<f64>,
    /// The rules across, or across some columns.
    rules: Vec<Edge>,
}

impl Drawn {
    /// What is drawn between the ends of the rows.
    fn around(page: &Page, rows: &[Row], edges: &Edges) -> Drawn {
        const MOST: f64 = 0.9;
        let ends =
            |of: fn(&Row) -> f64, pick: fn(f64, f64) -> f64| rows.iter().map(of).reduce(pick);
        let x0 = ends(Row::x0, f64::min).unwrap_or(0.0);
        let x1 = ends(Row::x1, f64::max).unwrap_or(0.0);
        let size = rows.first().map_or(0.0, Row::size);
        let within = |from: f64, to: f64| to.min(x1) - from.max(x0);
        let rules: Vec<Edge> = edges
            .horizontal
            .iter()
            .copied()
            .filter(|edge| within(edge.from, edge.to) > 0.0)
            .collect();
        let across = rules
            .iter()
            .filter(|edge| within(edge.from, edge.to) > MOST * (x1 - x0));
        let mut borders: Vec<f64> = across.map(|edge| edge.at).collect();
        for fill in &page.fills {
            if within(fill.x0, fill.x1) > 0.0 && fill.y1 - fill.y0 > size {
                borders.extend([fill.y0, fill.y1]);
            }
        }
        Drawn { borders, rules }
    }

    /// How many borders are above a height.
    fn above(&self, height: f64) -> usize {
        self.borders
            .iter()
            .filter(|border| **border < height)
            .count()
    }
}

/// Rows that are a table; `None` where its lines make no rows, and where single
/// lines that stand apart (not `is_parted`) need no closer reading.
fn rows_to_table(page: &Page, rows: &[Row], drawn: &Drawn, is_parted: bool) -> Option<RuledTable> {
    let first = rows.iter().position(|row| is_full(page, row))?;
    let columns = Columns::of_rows(page, rows)?;
    // Lines of headings are told apart by where they stand as well, and what runs
    // over several columns by what they have.
    let mut headings_above = rows[..first].iter().flat_map(|row| &row.pieces);
    let has_headings = first > 1 || headings_above.any(|piece| columns.is_crossed(piece));
    if !has_headings && !is_parted && !is_stacked(page, rows) {
        return None;
    }
    let rows: Vec<Row> = rows.iter().map(|row| columns.part(page, row)).collect();
    let bands: Vec<&[Row]> = rows
        .chunk_by(|a, b| drawn.above(a.middle()) == drawn.above(b.middle()))
        .collect();
    let mut reached = 0;
    let first = bands.iter().position(|band| {
        reached += band.len();
        first < reached
    })?;
    let mut above: Vec<Row> = bands[..first].concat();
    let mut body: Vec<Vec<Vec<Piece>>> = Vec::new();
    for (at, band) in bands[first..].iter().enumerate() {
        let is_headed = at > 0 || !above.is_empty();
        let is_alone = bands.len() > first + 1 && is_headed;
        let found = band_to_rows(page, band, &columns, is_headed, is_alone)?;
        above.extend(found.above);
        body.extend(found.rows);
    }
    let anchors: Vec<f64> = body.iter().filter_map(|row| baseline(row)).collect();
    let step = anchors
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .reduce(f64::min);
    // What is drawn below the first row is not about headings.
    let above_body = |edge: &&Edge| anchors.first().is_none_or(|first| edge.at < *first);
    let rules: Vec<Edge> = drawn.rules.iter().filter(above_body).copied().collect();
    let Headings {
        rows: mut table,
        is_doubtful,
    } = headings(page, &above, &columns, &rules, step)?;
    let cell = |(column, lines): (usize, Vec<Piece>)| RuledCell {
        column,
        columns: 1,
        rows: 1,
        lines: lines
            .into_iter()
            .map(|piece| Row {
                pieces: vec![piece],
            })
            .collect(),
    };
    table.extend(
        body.into_iter()
            .map(|row| row.into_iter().enumerate().map(cell).collect()),
    );
    let edge = |of: fn(&Row) -> f64, pick: fn(f64, f64) -> f64| rows.iter().map(of).reduce(pick);
    Some(RuledTable {
        area: Area {
            x0: edge(Row::x0, f64::min)?,
            y0: edge(Row::top, f64::min)?,
            x1: edge(Row::x1, f64::max)?,
            y1: edge(Row::bottom, f64::max)?,
        },
        rows: table,
        is_drawn: true,
        is_doubtful,
    })
}

/// Whether lines stand closer together than rows with values do: some are of one
/// cell then.
fn is_stacked(page: &Page, rows: &[Row]) -> bool {
    const CLOSER: f64 = 0.8;
    let steps = |rows: &[&Row]| -> Vec<f64> {
        let pairs = rows.windows(2);
        pairs
            .map(|pair| pair[1].baseline() - pair[0].baseline())
            .collect()
    };
    let full: Vec<&Row> = rows.iter().filter(|row| is_full(page, row)).collect();
    let mut usual = steps(&full);
    usual.sort_by(f64::total_cmp);
    let closest = steps(&rows.iter().collect::<Vec<_>>())
        .into_iter()
        .reduce(f64::min);
    match (usual.get(usual.len() / 2), closest) {
        (Some(usual), Some(closest)) => closest < CLOSER * usual,
        _ => false,
    }
}

/// The height of the values of a row.
fn baseline(row: &[Vec<Piece>]) -> Option<f64> {
    row.iter()
        .rev()
        .flatten()
        .next()
        .map(|piece| piece.baseline)
}
