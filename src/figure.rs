//! Captions of figures.

use rust_decimal::Decimal;

use crate::block::{Blocks, CaptionKind, Kind, pattern};
use crate::document::Document;
use crate::grammar::period;
use crate::logical::spaced_after_period;
use crate::span::Span;
use crate::table::{Cell, Chart, Table, unit_of_figure};

/// A numbered figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// `图 10`.
    pub label: String,
    /// Its number.
    pub number: u32,
    /// What the caption says after the number.
    pub title: String,
    /// The printed unit of its values.
    pub unit: Option<String>,
    /// Marks in the caption.
    pub markers: Vec<String>,
    /// Where the caption is printed.
    pub spans: Vec<Span>,
    /// What the chart prints: values, categories, legend, each with its place
    /// ([`Document::locator`] gives its box); none where the page was not drawn.
    pub words: Vec<Span>,
    /// What a table beside the caption gives of the chart.
    pub series: Vec<Series>,
}

/// A series of a chart.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name.
    pub label: Option<String>,
    /// The printed unit of its values.
    pub unit: Option<String>,
    /// In the order in which they are printed.
    pub points: Vec<Point>,
}

/// A point of a series.
#[derive(Clone, Debug)]
pub struct Point {
    /// What it is of.
    pub category: String,
    /// The number as printed.
    pub value: Option<Decimal>,
    /// Where that is printed.
    pub spans: Vec<Span>,
}

/// Reads the captions 图 N in order, with the data of their charts.
pub fn blocks_to_figures(document: &Document, blocks: &Blocks, charts: &[Chart]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (at, block) in blocks.blocks.iter().enumerate() {
        let Kind::Caption(caption) = &block.kind else {
            continue;
        };
        if caption.kind != CaptionKind::Figure {
            continue;
        }
        let text = block.text.text();
        let behind = pattern::unit_behind(text);
        let end = behind.map_or(text.len(), |(end, _)| end);
        let title = spaced_after_period(text[..end].trim_end());
        // They are in the order of their captions.
        let chart = charts.binary_search_by_key(&at, |chart| chart.caption);
        let chart = chart.ok().map(|chart| &charts[chart]);
        let data = chart.and_then(|chart| chart.data.as_ref());
        let grids = chart.map_or(&[][..], |chart| &chart.grids);
        let unit = unit_of_figure(document, &blocks.blocks, at, grids);
        let name = if caption.is_appendix { "附图" } else { "图" };
        figures.push(Figure {
            label: match caption.chapter {
                Some(chapter) => format!("{name} {chapter}-{}", caption.number),
                None => format!("{name} {}", caption.number),
            },
            number: caption.number,
            title,
            markers: block.text.markers(),
            // A caption in a table has no lines of its own.
            spans: match block.lines.is_empty() {
                true => block.text.whole(),
                false => block.spans(document),
            },
            words: words(document, blocks, at),
            series: data.map_or(Vec::new(), |data| series(data, unit.as_deref())),
            unit,
        });
    }
    figures
}

/// The series that a table gives: its columns; its rows where the columns are of periods
/// or the rows have units of their own.
///
/// Forced by `fixtures/charts-as-tables`.
fn series(table: &Table, unit: Option<&str>) -> Vec<Series> {
    // 万人，% is of which, nobody says.
    let given = unit.filter(|unit| !unit.contains(['，', '、']));
    let or_given = |unit: Option<String>| unit.or_else(|| given.map(str::to_owned));
    let is_period = |label: &str| {
        let is_year = label.len() == 4 && label.parse().is_ok_and(|year: u32| year > 1900);
        is_year || period::leading_stock(label).is_some_and(|(_, rest)| rest.trim().is_empty())
    };
    let heading = |at: usize| table.columns[at].label.as_deref().unwrap_or_default();
    let by_period = !table.columns.is_empty()
        && (0..table.columns.len()).all(|at| is_period(heading(at)))
        && !table.rows.iter().any(|row| is_period(row.label.text()));
    // One row of values needs no label: each is of its column.
    let is_one = table.rows.len() == 1 && table.rows[0].label.is_empty();
    let has_row_units = table.rows.iter().any(|row| row.unit.is_some());
    // What stands at no label of the axis is a problem of the table, and no point.
    let point = |category: &str, cell: &Cell| {
        (!category.is_empty()).then(|| Point {
            category: category.to_owned(),
            value: cell.value,
            spans: cell.text.whole(),
        })
    };
    let named = |label: &str| (!label.is_empty()).then(|| label.to_owned());
    if by_period || has_row_units || is_one {
        let of_row = |row: &crate::table::Row| {
            let cells = row.cells.iter().enumerate();
            Series {
                label: named(row.label.text()),
                unit: or_given(table.unit_of_row(row)),
                points: cells
                    .filter_map(|(at, cell)| point(heading(at), cell))
                    .collect(),
            }
        };
        return table.rows.iter().map(of_row).collect();
    }
    let of_column = |at: usize| Series {
        label: named(heading(at)),
        unit: or_given(table.columns[at].unit.clone()),
        points: table
            .rows
            .iter()
            .filter_map(|row| point(row.label.text(), &row.cells[at]))
            .collect(),
    };
    (0..table.columns.len()).map(of_column).collect()
}

/// The words of the chart beside a caption, above it or else below.
fn words(document: &Document, blocks: &Blocks, caption: usize) -> Vec<Span> {
    let beside = [caption.checked_sub(1), Some(caption + 1)];
    let chart = beside
        .into_iter()
        .flatten()
        .filter_map(|at| blocks.blocks.get(at))
        .find(|block| block.kind == Kind::Chart);
    let lines = chart.into_iter().flat_map(|chart| &chart.lines);
    let spans = lines.flat_map(|&line| {
        let line = document.lines()[line].span;
        let text = document.slice(line);
        // A tab parts what stands apart on one line of a page.
        let mut start = line.start;
        text.split('\t').map(move |word| {
            let span = Span::new(start, start + word.len());
            start = span.end + 1;
            span
        })
    });
    spans.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::document_to_blocks;
    use crate::document::pdf::{Area, Glyph, Page, Turn, Unicode, pages_to_document};

    #[test]
    fn a_figure_keeps_the_words_of_its_chart() {
        let mut page = Page {
            width: 400.0,
            height: 600.0,
            ..Page::default()
        };
        let bar = |x0| Area {
            x0,
            y0: 200.0,
            x1: x0 + 30.0,
            y1: 300.0,
        };
        page.fills = vec![bar(100.0), bar(200.0)];
        for (x, baseline, text) in [
            (100.0, 196.0, "77.5%"),
            (200.0, 196.0, "78.6%"),
            (100.0, 330.0, "图1普及率"),
        ] {
            page.glyphs
                .extend(text.chars().enumerate().map(|(at, c)| Glyph {
                    unicode: Unicode::Char(c),
                    x0: x + 8.0 * at as f64,
                    x1: x + 8.0 * (at as f64 + 1.0),
                    baseline,
                    size: 8.0,
                    font: 0,
                    is_bold: false,
                    colour: [0; 3],
                    turn: Turn::None,
                }));
        }
        let document = pages_to_document(&[page]);
        let blocks = document_to_blocks(&document).value;
        let figures = blocks_to_figures(&document, &blocks, &[]);
        let words = figures[0].words.iter();
        let words: Vec<&str> = words.map(|span| document.slice(*span)).collect();
        assert_eq!(words, ["77.5%", "78.6%"]);
    }

    #[test]
    fn a_caption_within_a_table_is_where_it_is_printed() {
        let text = "<table><tr><td colspan=2>图 1 网民规模</td></tr><tr><td>年</td><td>万人</td></tr>\
                    <tr><td>甲</td><td>3</td></tr></table>\n\n网民规模达 3 亿人。\n";
        let source = crate::Source::new("t.txt", text);
        let report = crate::read(&source, &crate::Options::default()).unwrap();
        let quotes: Vec<&str> = report
            .figures
            .iter()
            .map(|figure| figure.locator.quote.as_str())
            .collect();
        assert_eq!(quotes, ["网民规模"]);
    }
}
