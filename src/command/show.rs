//! `cnnic show`

use std::fmt::Write;

use cnnic::grammar::numeral::half_width;
use cnnic::problem::Severity;
use cnnic::report::{Report, Statement, Table};
use cnnic::{Kind, Options, Source};
use comfy_table::{
    CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table as Grid, TableStyle,
};

use super::{Failure, Outcome, check, facts, open, print};
use crate::args::{Show, Which};

const ITEMS: &str = "tables, figures, outline, bullets, sentences, observations, ledger, \
                     footnotes, terms, problems, \
                     or a label such as 表5, 附表10, 图10";

/// Prints a report, a part of it, or the text of a document.
pub fn run(arguments: &Show) -> Result<Outcome, Failure> {
    let source = open(&arguments.input)?;
    let options = Options::from(&arguments.known);
    if arguments.text {
        return text(&source, &options);
    }
    let report = cnnic::read(&source, &options)?;
    let shown = match arguments.item.as_deref() {
        None => overview(&report),
        Some(item) => self::item(&report, item, &arguments.which).ok_or_else(|| {
            Failure::NotThere(format!(
                "{}: expected {ITEMS}; found {item}, which is not there ({}, {})",
                source.name(),
                count(report.tables.len(), "table"),
                count(report.figures.len(), "figure"),
            ))
        })?,
    };
    print(&shown)?;
    Ok(Outcome::Done)
}

fn text(source: &Source, options: &Options) -> Result<Outcome, Failure> {
    match source.kind() {
        Kind::Text => print(&source.text()?)?,
        Kind::Pdf => print(cnnic::source_to_document(source, options)?.value.text())?,
        Kind::ReportJson => {
            return Err(Failure::NotThere(format!(
                "{}: expected a document, found a report.json, which does not keep the text",
                source.name()
            )));
        }
    }
    Ok(Outcome::Done)
}

fn overview(report: &Report) -> String {
    let mut out = String::new();
    let edition = &report.edition;
    let unknown = || "?".to_owned();
    let errors = report
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    let bullets = of_kind(report, "bullet").count();
    let lines = [
        (
            "edition",
            edition
                .number
                .map_or_else(unknown, |number| number.to_string()),
        ),
        ("title", edition.title.clone().unwrap_or_else(unknown)),
        (
            "published",
            edition.published.clone().unwrap_or_else(unknown),
        ),
        ("data of", edition.period.clone().unwrap_or_else(unknown)),
        (
            "publisher",
            edition.publisher.clone().unwrap_or_else(unknown),
        ),
        ("file", report.source.file.clone()),
        ("sections", report.sections.len().to_string()),
        ("tables", report.tables.len().to_string()),
        ("figures", report.figures.len().to_string()),
        ("bullets", bullets.to_string()),
        ("sentences", (report.statements.len() - bullets).to_string()),
        ("observed", report.observations.len().to_string()),
        ("ledger", facts::summary(&report.ledger)),
        ("checks", facts::checks_summary(&report.checks)),
        ("footnotes", report.footnotes.len().to_string()),
        ("terms", report.terms.len().to_string()),
        (
            "problems",
            format!("{} ({})", report.problems.len(), count(errors, "error")),
        ),
    ];
    for (name, value) in lines {
        let _ = writeln!(out, "{name:<10} {value}");
    }
    if !report.tables.is_empty() {
        out.push('\n');
        out.push_str(&tables(report));
    }
    out
}

fn item(report: &Report, item: &str, which: &Which) -> Option<String> {
    let label: String = half_width(item).to_lowercase().split_whitespace().collect();
    let is_label = |other: &str| other.replace(' ', "") == label;
    let shown = match label.as_str() {
        "tables" => tables(report),
        "figures" => {
            let rows = report.figures.iter().map(|figure| {
                let line = figure.locator.line.to_string();
                vec![
                    figure.label.clone(),
                    figure.title.clone(),
                    figure.markers.join(" "),
                    line,
                ]
            });
            grid(&["label", "title", "marks", "line"], rows.collect(), &[3])
        }
        "outline" | "sections" => outline(report),
        "bullets" => statements(of_kind(report, "bullet")),
        "sentences" => statements(of_kind(report, "sentence")),
        "statements" => statements(report.statements.iter()),
        "observations" => facts::observations(report, which),
        "ledger" => facts::ledger(&report.ledger),
        "checks" => facts::checks(report),
        "footnotes" => {
            let rows = report
                .footnotes
                .iter()
                .map(|note| vec![note.number.to_string(), note.text.clone()]);
            grid(&["number", "text"], rows.collect(), &[0])
        }
        "terms" => {
            let rows = report
                .terms
                .iter()
                .map(|term| vec![term.term.clone(), term.definition.clone()]);
            grid(&["term", "definition"], rows.collect(), &[])
        }
        "problems" => report
            .problems
            .iter()
            .map(|problem| check::line(&report.source.file, problem) + "\n")
            .collect(),
        _ => {
            let is_it =
                |table: &&Table| is_label(&table.label) || table.dataset.as_deref() == Some(&label);
            if let Some(found) = report.tables.iter().find(is_it) {
                return Some(table(found));
            }
            let figure = report
                .figures
                .iter()
                .find(|figure| is_label(&figure.label))?;
            marked(
                &format!("{} {}", figure.label, figure.title),
                &figure.markers,
            ) + "\n"
        }
    };
    Some(shown)
}

fn of_kind<'r>(report: &'r Report, kind: &'r str) -> impl Iterator<Item = &'r Statement> {
    report
        .statements
        .iter()
        .filter(move |statement| statement.kind == kind)
}

fn outline(report: &Report) -> String {
    let mut out = String::new();
    for section in &report.sections {
        let indent = "  ".repeat(usize::from(section.level) - 1);
        let number = section
            .number
            .as_ref()
            .map_or(String::new(), |number| format!("{number} "));
        let _ = writeln!(out, "{:<10} {indent}{number}{}", section.id, section.title);
    }
    out
}

fn statements<'r>(statements: impl Iterator<Item = &'r Statement>) -> String {
    let rows = statements.map(|statement| {
        vec![
            statement.id.clone(),
            statement.section.clone().unwrap_or_default(),
            statement.text.clone(),
        ]
    });
    grid(&["id", "section", "text"], rows.collect(), &[])
}

fn tables(report: &Report) -> String {
    let rows = report.tables.iter().map(|table| {
        vec![
            table.label.clone(),
            table.title.clone(),
            table.dataset.clone().unwrap_or_default(),
            table.rows.len().to_string(),
            table.columns.len().to_string(),
        ]
    });
    grid(
        &["label", "title", "dataset", "rows", "columns"],
        rows.collect(),
        &[3, 4],
    )
}

/// A text with its marks behind it.
fn marked(text: &str, markers: &[String]) -> String {
    markers
        .iter()
        .fold(text.to_owned(), |text, marker| format!("{text} [{marker}]"))
}

/// A table as it is printed: caption, header with units, rows, notes.
fn table(table: &Table) -> String {
    let mut out = marked(&format!("{} {}", table.label, table.title), &table.markers);
    out.push('\n');
    let has_units = table.rows.iter().any(|row| row.unit.is_some());
    let mut head = vec![table.stub.clone().unwrap_or_default()];
    if has_units {
        head.push("单位".to_owned());
    }
    for column in &table.columns {
        let label = marked(column.label.as_deref().unwrap_or(""), &column.markers);
        head.push(match &column.unit {
            Some(unit) => format!("{label} ({unit})"),
            None => label,
        });
    }
    let rows = table.rows.iter().map(|row| {
        let mut cells = vec![marked(row.label.as_deref().unwrap_or(""), &row.markers)];
        if has_units {
            cells.push(row.unit.clone().unwrap_or_default());
        }
        cells.extend(
            row.cells
                .iter()
                .map(|cell| marked(cell.text.as_deref().unwrap_or(""), &cell.markers)),
        );
        cells
    });
    let first = 1 + usize::from(has_units);
    let numbers: Vec<usize> = (0..table.columns.len())
        .filter(|&at| table.rows.iter().any(|row| row.cells[at].value.is_some()))
        .map(|at| at + first)
        .collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    out.push_str(&grid(&head, rows.collect(), &numbers));
    for note in &table.notes {
        let marker = note.marker.as_deref().unwrap_or("注");
        let _ = writeln!(out, "{marker}：{}", note.text);
    }
    if let Some(source) = &table.source {
        let _ = writeln!(out, "来源：{source}");
    }
    out
}

/// 三线表, as the report sets its tables.
const THREE_LINES: TableStyle = TableStyle::new()
    .top_border(LineStyle::new('─', '─', '─', '─'))
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::new('─', '─', '─', '─'))
    .content_lines(ContentLineStyle::none())
    .bottom_border(LineStyle::new('─', '─', '─', '─'));

/// Rows as an aligned grid, numbers to the right, as wide as the terminal; as
/// wide as the text where there is none.
pub fn grid(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> String {
    let mut grid = Grid::new();
    grid.load_style(THREE_LINES).set_header(head).add_rows(rows);
    for column in numbers {
        if let Some(column) = grid.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    match terminal_size::terminal_size() {
        Some((terminal_size::Width(width), _)) => {
            grid.set_content_arrangement(ContentArrangement::Dynamic)
                .set_width(width);
        }
        None => {
            grid.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    let lines: Vec<String> = grid
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    lines.join("\n") + "\n"
}

/// `1 table`, `2 tables`.
pub fn count(count: usize, name: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {name}{plural}")
}
