//! `cnnic show`

use std::fmt::Write;

use cnnic::grammar::numeral::half_width;
use cnnic::report::{Observation, Report, Statement, Table};
use cnnic::{Kind, Options, Source};

use super::check::{Amiss, Named};
use super::grid::grid;
use super::near::{near, said};
use super::{Failure, Outcome, check, facts, open, print, say};
use crate::args::{Show, Which};

/// What can be shown of any report.
const ITEMS: [&str; 11] = [
    "tables",
    "figures",
    "outline",
    "bullets",
    "sentences",
    "observations",
    "ledger",
    "checks",
    "footnotes",
    "terms",
    "problems",
];

/// Prints a report, a part of it, or the text of a document.
pub fn run(arguments: &Show) -> Result<Outcome, Failure> {
    let source = open(&arguments.input)?;
    let options = Options::from(&arguments.known);
    let not_there = |message| Failure::NotThere(message);
    // 附表 10 comes as two words.
    let given = (!arguments.item.is_empty()).then(|| arguments.item.join(" "));
    let item = given.as_deref().map(named);
    if arguments.text {
        arguments.which.expect_none("--text").map_err(not_there)?;
        return text(&source, &options);
    }
    if item.as_deref() != Some("observations") {
        let shown = given.as_deref().unwrap_or("none");
        arguments.which.expect_none(shown).map_err(not_there)?;
    }
    let report = cnnic::read(&source, &options)?;
    let shown = match item.as_deref() {
        None => overview(&report),
        Some("observations") => observations(&source, &report, &arguments.which)?,
        Some(item) => self::item(&source, &report, item).ok_or_else(|| {
            let given = given.as_deref().unwrap_or_default();
            not_there(unknown(&source, &report, given))
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
    let amiss = Amiss::of(report);
    let both = |[checks, problems]: [usize; 2]| {
        let failing = count(checks, "failing check");
        let problems = count(problems, "problem");
        format!("{failing}, {problems}")
    };
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
        ("errors", both(amiss.errors)),
        ("warnings", both(amiss.warnings)),
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

/// An ITEM however it is written: `附表 10`, `附表１０`.
fn named(item: &str) -> String {
    half_width(item).to_lowercase().split_whitespace().collect()
}

/// That an ITEM is not there, and what is.
fn unknown(source: &Source, report: &Report, given: &str) -> String {
    let tables = report.tables.iter();
    let datasets = tables.filter_map(|table| table.dataset.as_deref());
    let labels = report.tables.iter().map(|table| table.label.as_str());
    let figures = report.figures.iter().map(|figure| figure.label.as_str());
    let names = ITEMS
        .into_iter()
        .chain(datasets)
        .chain(labels)
        .chain(figures);
    format!(
        "{}: expected {}, a label such as 表5, 附表10, 图10, or the id of a dataset; found {given}, \
         which is not there ({}, {}){}",
        source.name(),
        ITEMS.join(", "),
        count(report.tables.len(), "table"),
        count(report.figures.len(), "figure"),
        said(&near(given, names)),
    )
}

/// The observations that are meant; that there are none is said.
fn observations(source: &Source, report: &Report, which: &Which) -> Result<String, Failure> {
    which.expect_known(report).map_err(Failure::NotThere)?;
    let observations = report.observations.iter();
    let meant: Vec<&Observation> = observations.filter(|seen| which.takes(seen)).collect();
    if meant.is_empty() {
        let (name, count) = (source.name(), report.observations.len());
        say(&match which.shown() {
            chosen if chosen.is_empty() => format!("{name}: no observations"),
            chosen => format!("{name}: no observation with {chosen}, of {count}"),
        });
    }
    Ok(facts::observations(&meant))
}

fn item(source: &Source, report: &Report, label: &str) -> Option<String> {
    let is_label = |other: &str| other.replace(' ', "") == label;
    let shown = match label {
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
            .map(|problem| check::line(&Named::of(source, report), problem) + "\n")
            .collect(),
        _ => {
            let is_it =
                |table: &&Table| is_label(&table.label) || table.dataset.as_deref() == Some(label);
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

/// `1 table`, `2 tables`.
pub fn count(count: usize, name: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {name}{plural}")
}
