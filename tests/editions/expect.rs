//! What has to be read from an edition.

use serde_json::{Value, json};

use super::model::{Edition, Inline, Item, Table};

/// Where a report differs from the edition; empty when nowhere. `text` is what
/// the report was read from.
pub fn differences(edition: &Edition, report: &Value, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    compare("", &expected(edition), report, &mut found);
    let sections = report["sections"].as_array().cloned().unwrap_or_default();
    for (at, (statement, section)) in report["statements"]
        .as_array()
        .into_iter()
        .flatten()
        .zip(statement_sections(edition))
        .enumerate()
    {
        let title = sections
            .iter()
            .find(|section| section["id"] == statement["section"])
            .map_or(Value::Null, |section| section["title"].clone());
        compare(
            &format!("statements[{at}] section"),
            &json!(section),
            &title,
            &mut found,
        );
    }
    for problem in report["problems"].as_array().into_iter().flatten() {
        if problem["severity"] == "error" {
            found.push(format!("problem: {problem}"));
        }
    }
    let characters: Vec<char> = text.chars().collect();
    quotes(report, &characters, &mut found);
    found
}

fn compare(place: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(_)) => {
            for (key, value) in expected {
                compare(&format!("{place}.{key}"), value, &found[key], differences);
            }
        }
        (Value::Array(expected), Value::Array(items)) => {
            for (at, (expected, found)) in expected.iter().zip(items).enumerate() {
                compare(&format!("{place}[{at}]"), expected, found, differences);
            }
            if expected.len() != items.len() {
                differences.push(format!(
                    "{place}: expected {} items, found {}",
                    expected.len(),
                    items.len()
                ));
            }
        }
        // Numbers as printed: 12.50 is not 12.5.
        (Value::String(expected), Value::Number(found)) if *expected == found.to_string() => {}
        (expected, found) if expected == found => {}
        _ => differences.push(format!("{place}: expected {expected}, found {found}")),
    }
}

/// Every quote is the slice of its spans.
fn quotes(value: &Value, text: &[char], differences: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            if let (Some(Value::String(quote)), Some(Value::Array(spans))) =
                (object.get("quote"), object.get("spans"))
            {
                let bound =
                    |span: &Value, at: usize| span[at].as_u64().map_or(0, |bound| bound as usize);
                let slices: String = spans
                    .iter()
                    .flat_map(|span| &text[bound(span, 0)..bound(span, 1)])
                    .collect();
                if slices != *quote {
                    differences.push(format!("quote {quote:?} is not the slice {slices:?}"));
                }
            }
            object
                .values()
                .for_each(|value| quotes(value, text, differences));
        }
        Value::Array(items) => items
            .iter()
            .for_each(|value| quotes(value, text, differences)),
        _ => {}
    }
}

fn expected(edition: &Edition) -> Value {
    let month = |(year, month): (i32, u32)| format!("{year}-{month:02}");
    let mut sections = Vec::new();
    let mut tables = Vec::new();
    let mut figures = Vec::new();
    let mut statements = Vec::new();
    let mut terms = Vec::new();
    for item in &edition.items {
        match item {
            Item::Heading(heading) => sections.push(json!({
                "level": heading.level, "number": heading.number, "title": heading.clean(),
            })),
            Item::Paragraph(paragraph) => {
                let said = paragraph
                    .sentences
                    .iter()
                    .filter(|sentence| has_number(sentence));
                statements.extend(
                    said.map(|sentence| json!({ "kind": "sentence", "text": sentence.clean })),
                );
            }
            Item::Bullet { text, .. } => {
                statements.push(json!({ "kind": "bullet", "text": text.clean }))
            }
            Item::Term { term, definition } => {
                terms.push(json!({ "term": term, "definition": definition }))
            }
            Item::Table(table) => tables.push(self::table(table)),
            Item::Figure { number, title } => figures.push(json!({
                "label": format!("图 {number}"), "title": title.clean, "markers": title.marks,
            })),
            Item::SubHeading(_) | Item::List(_) | Item::PageBreak => {}
        }
    }
    let footnotes: Vec<Value> = edition
        .footnotes
        .iter()
        .enumerate()
        .map(|(at, note)| json!({ "number": at + 1, "text": note.text.clean, "url": note.url }))
        .collect();
    json!({
        "edition": {
            "number": edition.number,
            "title": format!("第{}次中国互联网络发展状况统计报告", edition.number),
            "language": "zh-CN",
            "published": month(edition.published),
            "period": month(edition.period),
            "publisher": "中国互联网络信息中心",
        },
        "sections": sections,
        "tables": tables,
        "figures": figures,
        "statements": statements,
        "footnotes": footnotes,
        "terms": terms,
    })
}

fn has_number(text: &Inline) -> bool {
    text.clean.contains(|c: char| c.is_ascii_digit())
}

/// The title of the section of each statement.
fn statement_sections(edition: &Edition) -> Vec<String> {
    let mut section = String::new();
    let mut sections = Vec::new();
    for item in &edition.items {
        match item {
            Item::Heading(heading) => section = heading.clean(),
            Item::Bullet { .. } => sections.push(section.clone()),
            Item::Paragraph(paragraph) => {
                let said = paragraph
                    .sentences
                    .iter()
                    .filter(|sentence| has_number(sentence));
                sections.extend(said.map(|_| section.clone()));
            }
            _ => {}
        }
    }
    sections
}

fn table(table: &Table) -> Value {
    let name = if table.is_appendix { "附表" } else { "表" };
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            let label = match &column.group {
                Some(group) => format!("{group} / {}", column.label.clean),
                None => column.label.clean.clone(),
            };
            json!({
                "label": label, "unit": column.unit, "period": column.period, "markers": column.label.marks,
            })
        })
        .collect();
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let cells: Vec<Value> = row
                .cells
                .iter()
                .map(|cell| json!({ "text": cell.text.clean, "value": cell.value, "markers": cell.text.marks }))
                .collect();
            json!({ "label": row.label.clean, "unit": row.unit, "markers": row.label.marks, "cells": cells })
        })
        .collect();
    let notes: Vec<Value> = table
        .notes
        .iter()
        .map(|(marker, text)| json!({ "marker": marker, "text": text }))
        .collect();
    json!({
        "label": format!("{name} {}", table.number),
        "number": table.number,
        "kind": if table.is_appendix { "appendix" } else { "body" },
        "markers": table.title.marks,
        "title": table.title.clean,
        "dataset": null,
        "stub": table.stub,
        "columns": columns,
        "rows": rows,
        "notes": notes,
        "source": table.source,
    })
}
