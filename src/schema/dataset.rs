//! The schema of the tables of a dataset, made from its entry in the catalog.

use serde_json::{Map, Value, json};

use crate::catalog::{Column, Dataset};

/// The JSON Schema that an element of `tables` fits when it is of the dataset.
pub fn schema_of(dataset: &Dataset) -> Value {
    let name = |at: usize| format!("column{}", at + 1);
    let reference = |at: usize| json!({ "$ref": format!("#/$defs/{}", name(at)) });
    let columns = dataset.columns.iter().enumerate();
    let required: Vec<usize> = columns
        .clone()
        .filter(|(_, column)| !column.optional)
        .map(|(at, _)| at)
        .collect();
    let definitions: Map<String, Value> = columns
        .clone()
        .map(|(at, column)| (name(at), schema_of_column(column)))
        .collect();
    let mut value = json!({
        "description": "Exact number; null for `--` and text.",
        "type": ["number", "null"],
    });
    let may_fall = |column: &Column| matches!(column.measure, Some("growth_rate" | "change"));
    if !dataset.columns.iter().any(may_fall) {
        value["minimum"] = json!(0);
    }
    let rows = match &dataset.row_dimension {
        Some(dimension) => {
            format!("A row for each code of the dimension {dimension}, totals among them.")
        }
        None => "A row for each indicator.".to_owned(),
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:cnnic:schema:table:{}:1", dataset.id),
        "title": dataset.id,
        "description": format!(
            "{} ({}). {}. Applies to an element of `tables` of report.json.",
            dataset.name_en, dataset.name_zh, dataset.description
        ),
        "type": "object",
        "required": ["dataset", "columns", "rows"],
        "properties": {
            "dataset": { "description": "Identity across editions.", "const": dataset.id },
            "columns": {
                "description": "Columns of values.",
                "type": "array",
                "minItems": required.len(),
                "items": { "anyOf": columns.map(|(at, _)| reference(at)).collect::<Vec<_>>() },
                "allOf": required.iter().map(|&at| json!({ "contains": reference(at) })).collect::<Vec<_>>(),
            },
            "rows": {
                "description": rows,
                "type": "array",
                "minItems": 1,
                "items": {
                    "required": ["label", "cells"],
                    "properties": {
                        "label": { "description": "Label as printed.", "type": ["string", "null"] },
                        "cells": {
                            "description": "Cells aligned with the columns.",
                            "type": "array",
                            "items": { "required": ["value"], "properties": { "value": value } },
                        },
                    },
                },
            },
        },
        "$defs": definitions,
    })
}

fn schema_of_column(column: &Column) -> Value {
    let patterns = |words: &[&str]| -> Vec<Value> {
        let pattern = |word: &&str| json!({ "pattern": word.replace('.', "\\.") });
        words.iter().map(pattern).collect()
    };
    let words = patterns(&column.words);
    let mut label = json!({ "description": "Heading without unit.", "type": "string" });
    if !column.or.is_empty() {
        label["anyOf"] = json!([{ "allOf": words }, { "allOf": patterns(&column.or) }]);
    } else if !words.is_empty() {
        label["allOf"] = json!(words);
    }
    let unit = if column.unit.is_empty() {
        json!({
            "description": "Printed unit; null where rows have their own.",
            "type": ["string", "null"],
        })
    } else {
        let units: Vec<Option<&str>> = column
            .unit
            .iter()
            .map(|unit| Some(*unit).filter(|unit| !unit.is_empty()))
            .collect();
        json!({ "description": "Printed unit; null for none.", "enum": units })
    };
    let period = if column.may_have_period {
        json!({
            "description": "Period that the heading names; null where it names none.",
            "type": ["string", "null"],
        })
    } else if column.has_period {
        json!({ "description": "Period that the heading names.", "type": "string" })
    } else {
        json!({ "description": "No period of its own.", "type": "null" })
    };
    json!({
        "description": describe(column),
        "required": ["label", "unit", "period"],
        "properties": { "label": label, "unit": unit, "period": period },
    })
}

/// `A share of 网民 in %.`
fn describe(column: &Column) -> String {
    let measure = match column.measure {
        Some(measure) => measure.replace('_', " "),
        None => "text".to_owned(),
    };
    let of = column
        .share_of
        .map_or(String::new(), |of| format!(" of {of}"));
    let units: Vec<&str> = column
        .unit
        .iter()
        .copied()
        .filter(|unit| !unit.is_empty())
        .collect();
    let units = if units.is_empty() {
        String::new()
    } else {
        format!(" in {}", units.join(" or "))
    };
    format!("A column of the measure {measure}{of}{units}.")
}
