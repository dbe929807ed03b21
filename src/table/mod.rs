//! Grids with their captions become tables.

mod chart;
mod doubt;
mod given;
mod halves;
mod header;
mod leading;
mod matrix;
mod notes;
mod region;
mod side;
mod split;
mod values;

pub use chart::{Chart, unit_of as unit_of_figure};
pub use notes::has_note;
pub use split::{are_misnamed, is_of_two};
pub use values::is_missing;

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::block::{Blocks, Chapter, Kind, Parsed, note, pattern};
use crate::catalog::{self, Dataset, Shape};
use crate::document::{Document, Grid};
use crate::logical::{LogicalText, spaced_after_period};
use crate::period::Period;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::term::grid_to_terms;

use given::Given;
use matrix::{Matrices, MatrixRow};
use region::{Orphan, Region};

/// A numbered table, whole, however many pages it ran over.
#[derive(Clone, Debug)]
pub struct Table {
    /// Whether it is 表 or 附表.
    pub kind: TableKind,
    /// The chapter that its number begins with: 表 1-2.
    pub chapter: Option<Chapter>,
    /// Its number there.
    pub number: u32,
    /// What the caption says after the number.
    pub title: String,
    /// Marks in the caption.
    pub markers: Vec<String>,
    /// The dataset it belongs to, when the catalog knows it.
    pub dataset: Option<&'static Dataset>,
    /// The heading of the row labels.
    pub stub: Option<String>,
    /// The columns of values, from left to right.
    pub columns: Vec<Column>,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
    /// The notes under it.
    pub notes: Vec<Note>,
    /// Who the data is from.
    pub source: Option<String>,
    /// From the caption to the last row, a span a page.
    pub spans: Vec<Span>,
}

/// Where a table is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// 表
    Body,
    /// 附表
    Appendix,
    /// 图, whose chart is given as a table.
    Figure,
}

/// A column of values.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading without unit; rows of headings are joined with ` / `.
    pub label: Option<String>,
    /// The printed unit.
    pub unit: Option<String>,
    /// The period that its values are of, when the heading says it.
    pub period: Option<Period>,
    /// Marks in the heading.
    pub markers: Vec<String>,
}

/// A row of values.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its label.
    pub label: LogicalText,
    /// The printed unit, where rows have their own.
    pub unit: Option<String>,
    /// Aligned with the columns.
    pub cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Clone, Debug)]
pub struct Cell {
    /// As printed, less marks; empty where nothing is printed.
    pub text: LogicalText,
    /// The number, when it is one; its unit is the column's or the row's.
    pub value: Option<Decimal>,
    /// What a maintainer put in the place of a misprint.
    pub correction: Option<Correction>,
}

impl Cell {
    /// The text as printed, or as corrected.
    pub fn meant(&self) -> &str {
        let corrected = self.correction.as_ref();
        corrected.map_or(self.text.text(), |correction| &correction.corrected)
    }
}

/// What is meant where something else is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As it should be printed.
    pub corrected: String,
    /// Why.
    pub reason: String,
}

/// A note under a table.
#[derive(Clone, Debug)]
pub struct Note {
    /// `注1`, when it is numbered.
    pub marker: Option<String>,
    /// What it says.
    pub text: LogicalText,
}

impl Table {
    /// `表 5`, `附表 10`.
    pub fn label(&self) -> String {
        let name = match self.kind {
            TableKind::Body => "表",
            TableKind::Appendix => "附表",
            TableKind::Figure => "图",
        };
        match self.chapter {
            Some(chapter) => format!("{name} {chapter}-{}", self.number),
            None => format!("{name} {}", self.number),
        }
    }

    /// A cell in words: `附表 6, 合计, 域名 / 数量`.
    pub fn cell_name(&self, row: usize, column: usize) -> String {
        let label = self.label();
        let row = self.rows[row].label.text();
        let column = self.columns[column].label.as_deref().unwrap_or_default();
        let parts = [label.as_str(), row, column].into_iter();
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }

    /// The printed unit of a cell.
    pub fn unit_of(&self, row: usize, column: usize) -> Option<&str> {
        let own = self.columns[column].unit.as_deref();
        own.or(self.rows[row].unit.as_deref())
    }

    /// The printed unit of all values of a row.
    pub fn unit_of_row(&self, row: &Row) -> Option<String> {
        let cells = self.columns.iter().zip(&row.cells);
        let mut values = cells.filter(|(_, cell)| cell.value.is_some());
        let first = values.next().and_then(|(column, _)| column.unit.clone());
        let of_values =
            first.filter(|first| values.all(|(column, _)| column.unit.as_ref() == Some(first)));
        row.unit.clone().or(of_values)
    }

    /// All marks of caption, headings, labels and cells.
    pub fn all_markers(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().flat_map(|column| &column.markers);
        let texts = self.rows.iter().flat_map(|row| {
            std::iter::once(&row.label).chain(row.cells.iter().map(|cell| &cell.text))
        });
        let marks = texts.flat_map(|text| text.marks().iter().map(|mark| &mark.name));
        self.markers
            .iter()
            .chain(columns)
            .chain(marks)
            .map(String::as_str)
    }
}

/// What grids are.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Those with a caption 表 N.
    pub tables: Vec<Table>,
    /// Those that give the data of figures.
    pub charts: Vec<Chart>,
}

/// Reads every captioned grid as a table, and those beside the captions of figures as
/// their data.
pub fn blocks_to_tables(document: &Document, blocks: &Blocks) -> Parsed<Tables> {
    let mut matrices = Matrices::new(document);
    let all = side::with_captions_above(&matrices, &blocks.blocks, blocks.has_captions_below);
    let Parsed {
        value: (regions, orphans),
        mut problems,
    } = region::blocks_to_regions(&matrices, &all);
    let orphans: Vec<Orphan> = orphans
        .into_iter()
        .filter(|(index, _)| grid_to_terms(document, &document.grids()[*index]).is_empty())
        .collect();
    let free: HashSet<usize> = orphans.iter().map(|(index, _)| *index).collect();
    let charts = chart::find(&mut matrices, &blocks.blocks, &free, &mut problems);
    let of_charts = charts.iter().flat_map(|chart| &chart.grids);
    let of_charts: HashSet<usize> = of_charts
        .filter_map(|&at| match blocks.blocks[at].kind {
            Kind::Grid(index) => Some(index),
            _ => None,
        })
        .collect();
    for (index, spans) in orphans {
        if !of_charts.contains(&index) {
            problems.extend(region::without_caption(document, index, spans));
        }
    }
    let mut tables = Vec::with_capacity(regions.len());
    for region in regions {
        let table = region_to_table(&mut matrices, region, &mut problems);
        tables.push(table);
    }
    notes::give_to_earlier_tables(&mut tables);
    for table in &tables {
        notes::check(table, &mut problems);
    }
    problems.extend(repeated_labels(&tables));
    Parsed {
        value: Tables { tables, charts },
        problems,
    }
}

fn region_to_table(matrices: &mut Matrices, region: Region, problems: &mut Vec<Problem>) -> Table {
    let title = spaced_after_period(region.title.text());
    let given = Given::new(&title, region.unit);
    let mut table = Table {
        kind: region.kind,
        chapter: region.chapter,
        number: region.number,
        markers: region.title.markers(),
        title,
        dataset: None,
        stub: None,
        columns: Vec::new(),
        rows: Vec::new(),
        notes: region.notes,
        source: region.source,
        spans: region.spans,
    };
    let parts = region.grids.iter();
    let mut parts: Vec<Vec<MatrixRow>> = parts.map(|&index| matrices.take(index)).collect();
    let document = matrices.document;
    let grids = region.grids.iter().map(|&index| &document.grids()[index]);
    let grids: Vec<&Grid> = grids.collect();
    leading::behind_labels(&mut parts);
    split::join(&mut parts);
    let mut parts = parts.into_iter();
    let Some(mut rows) = parts.next() else {
        return table;
    };
    let count = header::count(&rows);
    let mut body = rows.split_off(count.min(rows.len()));
    if header::is_row(&rows) {
        // The layout has a heading for each table, and this one none.
        body.splice(0..0, rows.drain(..).map(MatrixRow::without_header));
        rows.push(body[0].emptied());
        problems.extend(doubt::headless(&table, &body[0]));
    }
    header::align(&mut rows, &body);
    let repeated = rows.clone();
    let body = header::without_repeats(body, &repeated);
    header::spread(&mut rows);
    let header = header::rows_to_header(&rows, &body);
    let drawn = grids.iter().all(|grid| grid.is_drawn);
    if grids.iter().any(|grid| grid.is_doubtful) {
        problems.push(doubt::unplaced(&table, &rows));
    }
    problems.extend(doubt::wrapped_labels(document, &table, &grids));
    problems.extend(doubt::unnamed(&table, &header, &rows));
    problems.extend(doubt::values_for_headings(&table, &rows));
    table.stub = header.stub.clone();
    table.columns = header.columns.clone();
    let further = parts.flat_map(|part| {
        let body = header::without_header(part, &repeated);
        header::without_repeats(body, &repeated)
    });
    for row in body.into_iter().chain(further) {
        if take_note(&mut table, &row) {
            continue;
        }
        if drawn && row.printed != header.printed {
            let message = format!("{} has a row that does not fit its columns", table.label());
            let problem = Problem::new(ProblemKind::RowShape, message, row.spans()).between(
                format!("{} cells", header.printed),
                format!("{} cells: {}", row.printed, row.text()),
            );
            problems.push(problem);
        }
        table.rows.push(header.row_to_labels(row));
    }
    problems.extend(doubt::numbers_for_labels(&table));
    halves::unfold(&mut table);
    notes::take_marks(&mut table);
    notes::take_marks_of_headings(&mut table);
    values::read(&mut table, &given, problems);
    if table.kind != TableKind::Figure {
        identify(&mut table, &region.title, problems);
    }
    let split = split::doubt(&table).or_else(|| split::of_two(&table));
    problems.extend(split.or_else(|| misfit(&table)));
    problems.extend(doubt::rowless(&table));
    table
}

/// Takes a row that is a note or names the source, as HTML tables end in one
/// cell over all columns.
///
/// Forced by `fixtures/html-documents`.
fn take_note(table: &mut Table, row: &MatrixRow) -> bool {
    let Some(text) = row.lone() else {
        return false;
    };
    let length = text.text().len();
    if let Some((marker, start)) = note(text) {
        let text = text.slice(start..length).trimmed();
        // 注： alone says nothing.
        if !text.is_empty() {
            table.notes.push(Note { marker, text });
        }
        return true;
    }
    if let Some(start) = pattern::source(text.text()) {
        let text = text.slice(start..length).trimmed();
        let (source, notes) = region::source_and_notes(&text);
        if !source.is_empty() {
            table.source.get_or_insert_with(|| source.to_owned());
        }
        table.notes.extend(notes);
        return true;
    }
    false
}

/// Tables that have the label of one before them, which a misprint gave one of
/// the two.
fn repeated_labels(tables: &[Table]) -> Vec<Problem> {
    let mut before: HashMap<String, &Table> = HashMap::new();
    let mut problems = Vec::new();
    for table in tables {
        let label = table.label();
        if let Some(first) = before.get(&label) {
            let message = format!("{label} is there twice; both tables are kept");
            let place = table.spans.iter().take(1).copied().collect();
            problems.push(
                Problem::new(ProblemKind::LabelRepeated, message, place).between(
                    format!("one table {label}: {}", first.title),
                    table.title.clone(),
                ),
            );
        } else {
            before.insert(label, table);
        }
    }
    problems
}

/// The first column of a known dataset that is none of its columns, or has
/// another unit or period than they have.
fn misfit(table: &Table) -> Option<Problem> {
    let dataset = table.dataset?;
    let problem = |expected: String, found: String| {
        let message = format!(
            "{} is not of the shape that {} has",
            table.label(),
            dataset.id
        );
        Problem::new(ProblemKind::TableShape, message, table.spans.clone()).between(expected, found)
    };
    table.columns.iter().find_map(|column| {
        let label = column.label.as_deref().unwrap_or("no heading");
        // 类型 and 排名 stand beside whatever the table has.
        if leading::leads(label) {
            return None;
        }
        let Some(known) = dataset.column(label) else {
            let words: Vec<String> = dataset
                .columns
                .iter()
                .map(|column| column.words.join(" "))
                .collect();
            return Some(problem(
                format!("columns {}", words.join(", ")),
                label.to_owned(),
            ));
        };
        let unit = column.unit.as_deref().unwrap_or("");
        if !known.unit.is_empty() && !known.unit.contains(&unit) {
            let name = |unit: &str| {
                if unit.is_empty() {
                    "no unit".to_owned()
                } else {
                    unit.to_owned()
                }
            };
            let units: Vec<String> = known.unit.iter().map(|unit| name(unit)).collect();
            return Some(problem(
                format!("{label} in {}", units.join(" or ")),
                name(unit),
            ));
        }
        let fits = known.may_have_period || known.has_period == column.period.is_some();
        (!fits).then(|| {
            let name = |has: bool| if has { "a period" } else { "no period" }.to_owned();
            problem(
                format!("{label} with {}", name(known.has_period)),
                name(column.period.is_some()),
            )
        })
    })
}

fn identify(table: &mut Table, caption: &LogicalText, problems: &mut Vec<Problem>) {
    let columns: Vec<&str> = table
        .columns
        .iter()
        .filter_map(|column| column.label.as_deref())
        .collect();
    let shape = Shape {
        title: &table.title,
        stub: table.stub.as_deref().unwrap_or(""),
        columns: &columns,
    };
    table.dataset = catalog::datasets().of(shape);
    if table.dataset.is_none() {
        let message = format!(
            "{} is no dataset of the catalog; its cells are kept",
            table.label()
        );
        problems.push(Problem {
            found: Some(table.title.clone()),
            ..Problem::new(ProblemKind::TableUnknown, message, caption.whole())
        });
    }
}
