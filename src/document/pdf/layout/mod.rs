//! Pages to a [`Document`]: glyphs → pieces → rows → paragraphs and tables.
//!
//! ```text
//! glyphs_to_pieces   what stands on one line without a gap; marks told by size and rise
//! edges_to_tables    ruled tables: edges → crossings → cells
//! pages_to_measures  size and width of the running text, running heads
//! heads              what repeats at one height of many pages
//! chart::mark        labels of what is drawn at the caption of a figure
//! banded::tables     tables with rules across alone
//! stacked::take      tables without rules down whose cells have several lines
//! rows_to_flows      columns, read one after the other
//! goes_on            paragraphs: margins, indents, leading
//! Scribe             the canonical text, with the box of every character
//! ```
//!
//! Nothing here knows what a report is but for 图 and 表 before a number, by
//! which charts are told from tables.

mod banded;
mod chart;
mod column;
mod foot;
mod head;
mod measure;
mod paragraph;
mod piece;
mod rule;
mod ruled;
mod scribe;
mod stacked;
#[cfg(test)]
mod tests;

use super::page::{Area, Page};
use crate::document::grid::Grid;
use crate::document::plain::Plain;
use crate::document::{CharacterIndex, Document, Page as Numbered, Place, columns, number};
use column::{Flow, Laid, rows_to_flows};
use measure::{Measure, pages_to_measures};
use paragraph::Column;
use piece::{Row, glyphs_to_pieces, pieces_to_rows};
use rule::{Edges, rules_to_edges};
use ruled::{RuledTable, edges_to_tables};
use scribe::{Scribe, Setting};

/// A page taken apart: tables, and the rows and edges outside of them.
struct Parts {
    tables: Vec<RuledTable>,
    rows: Vec<Row>,
    edges: Edges,
}

/// Lays out the pages of a file.
pub fn pages_to_document(pages: &[Page]) -> Document {
    let mut parts: Vec<Parts> = pages.iter().map(page_to_parts).collect();
    let measures = {
        let all: Vec<(&Page, &[Row], &Edges)> = pages
            .iter()
            .zip(&parts)
            .map(|(page, parts)| (page, &parts.rows[..], &parts.edges))
            .collect();
        pages_to_measures(&all)
    };
    let mut scribe = Scribe::default();
    let mut last = Open::default();
    for (at, page) in pages.iter().enumerate() {
        scribe.page(at);
        let flows = flows(page, &measures[at], &mut parts[at]);
        last = write(
            &mut scribe,
            page,
            &measures[at],
            flows,
            &parts[at].tables,
            last,
        );
    }
    finish(scribe, pages.len())
}

fn page_to_parts(page: &Page) -> Parts {
    let mut edges = rules_to_edges(page);
    let mut glyphs: Vec<usize> = (0..page.glyphs.len()).collect();
    let tables = edges_to_tables(page, &mut edges, &mut glyphs);
    Parts {
        tables,
        rows: pieces_to_rows(glyphs_to_pieces(page, &glyphs)),
        edges,
    }
}

/// The rows of a page with what they are, in reading order.
fn flows(page: &Page, measure: &Measure, parts: &mut Parts) -> Vec<Flow> {
    let mut rows = std::mem::take(&mut parts.rows);
    let areas: Vec<Area> = parts.tables.iter().map(|table| table.area).collect();
    let mut places = vec![Place::Body; rows.len()];
    chart::mark(page, measure, &areas, &rows, &mut places, &mut parts.edges);
    foot::mark(page, measure, &mut rows, &mut places, &parts.edges);
    let tables = banded::tables(page, measure, &rows, &places, &parts.edges);
    banded::part(page, &mut rows, &tables);
    let laid = rows.into_iter().zip(places).zip(tables);
    let laid = laid.map(|((row, place), table)| Laid { row, place, table });
    let mut laid: Vec<Laid> = laid.collect();
    let tables = stacked::take(page, measure, &mut laid, &parts.edges);
    parts.tables.extend(tables);
    parts.tables.sort_by(|a, b| a.area.y0.total_cmp(&b.area.y0));
    rows_to_flows(page, measure, laid)
}

/// The last row of running text on a page, which may go on on the next.
struct Last<'p> {
    page: &'p Page,
    row: Row,
    column: Column,
}

/// What may go on on the next page.
#[derive(Default)]
struct Open<'p> {
    text: Option<Last<'p>>,
    /// The last row of the footnotes.
    foot: Option<Last<'p>>,
}

/// Writes the rows of a page with its tables between them.
fn write<'p>(
    scribe: &mut Scribe,
    page: &'p Page,
    measure: &Measure,
    flows: Vec<Flow>,
    tables: &[RuledTable],
    last: Open<'p>,
) -> Open<'p> {
    let mut tables = tables.iter().peekable();
    let Open {
        text: mut open,
        foot: mut cut,
    } = last;
    let mut foot = None;
    let mut is_first = true;
    let mut bands: Vec<(usize, usize)> = Vec::new();
    for flow in flows {
        let column = Column {
            left: flow.left,
            right: flow.right,
            leading: measure.leading,
        };
        let mut before: Option<Laid> = None;
        let mut hangs = false;
        for mut laid in flow.rows {
            while let Some(table) = tables.next_if(|table| table.area.y0 < laid.row.baseline()) {
                scribe.table(page, table);
                before = None;
                open = None;
            }
            if measure.is_head(page, &laid.row) {
                laid.place = Place::Head;
            }
            let is_head =
                laid.place == Place::Head || number::page_number(&laid.row.text(page)).is_some();
            // A page may begin with what is left of a footnote, above others.
            if let Some(last) = cut.as_ref().filter(|_| is_first && !is_head) {
                let other = (last.column, last.page, &last.row);
                let is_like = |row: &Row| (row.size() - last.row.size()).abs() < 0.1;
                let is_text = |open: &Last| is_like(&open.row);
                if laid.place == Place::Body
                    && is_like(&laid.row)
                    && !open.as_ref().is_some_and(is_text)
                    && column.goes_on_over(other, page, &laid.row) == Some(true)
                {
                    laid.place = Place::Foot;
                }
            }
            is_first &= is_head;
            let is_running = laid.place == Place::Body && laid.table.is_none() && !is_head;
            let follows = if laid.table.is_some() || is_head || laid.place == Place::Chart {
                Some(false)
            } else if let Some(before) = before
                .as_ref()
                .filter(|before| before.place == laid.place && before.table.is_none())
            {
                Some(column.goes_on(page, (&before.row, hangs), &laid.row, laid.place))
            } else if let Some(last) = open.take_if(|_| is_running) {
                column.goes_on_over((last.column, last.page, &last.row), page, &laid.row)
            } else if let Some(last) = cut.take_if(|_| laid.place == Place::Foot) {
                // A raised number begins a footnote of its own.
                let is_other = laid.row.pieces[0].begins_raised();
                let other = (last.column, last.page, &last.row);
                let goes_on = column.goes_on_over(other, page, &laid.row);
                goes_on.filter(|&goes_on| goes_on && !is_other)
            } else {
                None
            };
            if let Some(table) = laid.table {
                bands.push((table, scribe.lines.len()));
            }
            scribe.row(
                page,
                &laid.row,
                Setting {
                    follows,
                    place: laid.place,
                },
                measure.body / 2.0,
            );
            // Its parts stand in no columns of a table below it.
            if laid.table.is_none() && laid.place == Place::Head {
                scribe.ragged.pop();
            }
            if is_running {
                open = Some(Last {
                    page,
                    row: laid.row.clone(),
                    column,
                });
            }
            if laid.place == Place::Foot {
                foot = Some(Last {
                    page,
                    row: laid.row.clone(),
                    column,
                });
            }
            if !is_head {
                before = Some(laid);
                hangs = follows == Some(true);
            }
        }
    }
    for table in tables {
        scribe.table(page, table);
        open = None;
    }
    for band in bands.chunk_by(|a, b| a.0 == b.0) {
        let (first, last) = (band[0].1, band[band.len() - 1].1);
        let rows = scribe
            .ragged
            .iter()
            .filter(|row| (first..=last).contains(&row.line));
        let grid = columns::rows_to_grid(&scribe.text, rows.cloned().collect(), true);
        scribe.grids.extend(grid.map(doubted));
    }
    Open { text: open, foot }
}

/// A grid whose headings take several lines that nothing but order gave their
/// columns.
fn doubted(grid: Grid) -> Grid {
    let header = || grid.rows.iter().filter(|row| row.is_header);
    let mut cells = header().flat_map(|row| &row.cells);
    let is_doubtful = header().count() > 1 || cells.any(|cell| cell.spans.len() > 1);
    Grid {
        is_doubtful,
        ..grid
    }
}

fn finish(scribe: Scribe, pages: usize) -> Document {
    let Scribe {
        text,
        lines,
        mut grids,
        boxes,
        ragged,
        ..
    } = scribe;
    let is_drawn: Vec<std::ops::Range<usize>> =
        grids.iter().map(|grid| grid.lines.clone()).collect();
    let is_free = |line: usize| {
        !is_drawn.iter().any(|lines| lines.contains(&line)) && lines[line].place == Place::Body
    };
    let loose = columns::pieces_to_grids(
        &text,
        &lines,
        ragged.into_iter().filter(|row| is_free(row.line)).collect(),
    );
    grids.extend(loose.into_iter().map(doubted));
    grids.sort_by_key(|grid| grid.lines.start);
    // Other marks are told by their rise.
    let mut plain = Plain::default();
    plain.take_under_tables(&text, &lines, &grids, true);
    Document {
        numbers: number::tokens(&text),
        characters: CharacterIndex::new(&text),
        pages: (1..=pages).map(Numbered::numbered).collect(),
        plain,
        is_paged: true,
        lines,
        grids,
        boxes,
        text,
    }
}
