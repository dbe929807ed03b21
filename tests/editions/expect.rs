//! What has to come back from an edition, and where a report differs.

use serde_json::{Value, json};

use super::model::{Cell, Column, Edition, Heading, Item, Marked, Row, Table};

/// Where a report differs from the edition it was read from; empty when it does
/// not. `text` is what the report was read from. Sections are compared by place
/// and title, not by id.
pub fn differences(edition: &Edition, report: &Value, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let expected = expected(edition);
    compare("", &expected, &comparable(report), &mut found);
    for problem in list(report, "problems") {
        if problem["severity"] == "error" {
            found.push(format!("problems: unexpected error {}", problem["message"]));
        }
    }
    let text: Vec<char> = text.chars().collect();
    quotes("", report, &text, &mut found);
    found
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// A report in which statements name their section as expectations do.
fn comparable(report: &Value) -> Value {
    let mut report = report.clone();
    let sections = list(&report, "sections").to_vec();
    for statement in report["statements"].as_array_mut().into_iter().flatten() {
        let id = &statement["section"];
        if let Some(at) = sections.iter().position(|section| section["id"] == *id) {
            statement["section"] = json!(place(at, &sections[at]["title"]));
        }
    }
    report
}

/// A section by its place and title.
fn place(at: usize, title: &Value) -> String {
    format!("{at} {}", title.as_str().unwrap_or_default())
}

/// The parts of a report that an edition settles.
pub fn expected(edition: &Edition) -> Value {
    let mut sections: Vec<Value> = Vec::new();
    let mut tables = Vec::new();
    let mut figures = Vec::new();
    let mut statements = Vec::new();
    let mut terms = Vec::new();
    for item in edition.items() {
        let section = sections.len().checked_sub(1);
        let section = section.map(|at| place(at, &sections[at]["title"]));
        let statement = |kind: &str, text: &Marked| json!({"kind": kind, "text": text.clean(), "section": section});
        match item {
            Item::Heading(heading) => sections.push(heading_to_value(heading)),
            Item::Paragraph(sentences) => {
                let with_number = sentences
                    .iter()
                    .filter(|sentence| sentence.0.contains(|c: char| c.is_ascii_digit()));
                statements.extend(with_number.map(|sentence| statement("sentence", sentence)));
            }
            Item::Bullet(text) => statements.push(statement("bullet", text)),
            Item::SubHeading(_) | Item::Organisations(_) => {}
            Item::Term { term, definition } => {
                terms.push(json!({"term": term, "definition": definition}));
            }
            Item::Figure { number, title } => figures.push(json!({
                "label": format!("图 {number}"),
                "number": number,
                "title": title.clean(),
                "markers": title.markers(),
            })),
            Item::Table(table) => tables.push(table_to_value(table)),
        }
    }
    let footnotes = (1..).zip(&edition.footnotes);
    let footnotes = footnotes.map(
        |(number, footnote)| json!({"number": number, "text": footnote.text, "url": footnote.url}),
    );
    json!({
        "edition": {
            "number": edition.number,
            "title": format!("第{}次中国互联网络发展状况统计报告", edition.number),
            "language": "zh-CN",
            "published": edition.published.iso(),
            "period": edition.period.iso(),
            "publisher": "中国互联网络信息中心",
        },
        "sections": sections,
        "tables": tables,
        "figures": figures,
        "statements": statements,
        "footnotes": footnotes.collect::<Vec<_>>(),
        "terms": terms,
    })
}

fn heading_to_value(heading: &Heading) -> Value {
    json!({"level": heading.level(), "number": heading.number(), "title": heading.title})
}

fn table_to_value(table: &Table) -> Value {
    let (kind, name) = if table.is_appendix {
        ("appendix", "附表")
    } else {
        ("body", "表")
    };
    let notes = table.notes.iter().map(|note| {
        json!({"marker": note.number.map(|number| format!("注{number}")), "text": note.text})
    });
    json!({
        "label": format!("{name} {}", table.number),
        "number": table.number,
        "kind": kind,
        "markers": table.title.markers(),
        "title": table.title.clean(),
        "stub": table.stub,
        "columns": table.columns.iter().map(column_to_value).collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row_to_value).collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
        "source": table.source,
    })
}

fn column_to_value(column: &Column) -> Value {
    let label = column.label.clean();
    json!({
        "label": match &column.group {
            Some(group) => format!("{group} / {label}"),
            None => label,
        },
        "unit": column.unit,
        "period": column.period.map(|period| period.iso()),
        "markers": column.label.markers(),
    })
}

fn row_to_value(row: &Row) -> Value {
    json!({
        "label": row.label.clean(),
        "unit": row.unit,
        "markers": row.label.markers(),
        "cells": row.cells.iter().map(cell_to_value).collect::<Vec<_>>(),
    })
}

fn cell_to_value(cell: &Cell) -> Value {
    let number = |value: &String| {
        value
            .parse::<serde_json::Number>()
            .expect("a number is printed")
    };
    json!({
        "text": cell.text.clean(),
        "value": cell.value.as_ref().map(number),
        "markers": cell.text.markers(),
    })
}

/// Compares what is expected; what else was found is of no concern.
fn compare(path: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(fields), Value::Object(_)) => {
            for (key, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                compare(
                    &format!("{path}{dot}{key}"),
                    field,
                    &found[key],
                    differences,
                );
            }
        }
        (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
            for (at, (item, other)) in items.iter().zip(others).enumerate() {
                compare(&format!("{path}[{at}]"), item, other, differences);
            }
        }
        (Value::Array(items), Value::Array(others)) => {
            let (expected, found) = (items.len(), others.len());
            differences.push(format!("{path}: expected {expected} items, found {found}"));
            differences.extend(first_difference(path, items, others));
        }
        // Numbers are equal when they are printed alike: 12.30 is not 12.3.
        _ if expected == found => {}
        _ => differences.push(format!("{path}: expected {expected}, found {found}")),
    }
}

/// Where lists of different lengths part: the items behind are shifted.
fn first_difference(path: &str, items: &[Value], others: &[Value]) -> Option<String> {
    let mut found = Vec::new();
    for (at, (item, other)) in items.iter().zip(others).enumerate() {
        compare(&format!("{path}[{at}]"), item, other, &mut found);
        if !found.is_empty() {
            return Some(found.swap_remove(0));
        }
    }
    let at = items.len().min(others.len());
    Some(match items.get(at) {
        Some(item) => format!("{path}[{at}]: expected {item}, found nothing"),
        None => format!("{path}[{at}]: expected nothing, found {}", others[at]),
    })
}

/// A quote is the slices of its spans, joined.
fn quotes(path: &str, value: &Value, text: &[char], differences: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                quotes(&format!("{path}[{at}]"), item, text, differences);
            }
        }
        Value::Object(fields) => {
            if let (Some(spans), Some(quote)) = (fields.get("spans"), fields.get("quote")) {
                let slices = spans
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|span| slice(span, text));
                let slices: Option<String> = slices.collect();
                if slices.as_deref() != quote.as_str() {
                    let slices = json!(slices);
                    differences.push(format!("{path}.quote: expected {slices}, found {quote}"));
                }
            }
            for (key, field) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                quotes(&format!("{path}{dot}{key}"), field, text, differences);
            }
        }
        _ => {}
    }
}

/// The text of a span, if it lies within the text.
fn slice(span: &Value, text: &[char]) -> Option<String> {
    let end = |at: usize| usize::try_from(span[at].as_u64()?).ok();
    Some(text.get(end(0)?..end(1)?)?.iter().collect())
}
