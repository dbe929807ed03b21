//! What observations refer to and what stands beside them: `areas`,
//! `indicators`, `footnotes`, `checks`.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value as Json;

use super::{Field, ForeignKey, Ids, Kind, Resource, Scope, Value, edition_key, json};
use crate::catalog;
use crate::report::{Amount, Report};

/// The regions of the catalog, and the codes of a report that it lacks.
pub fn areas(report: &Report) -> Resource<'_> {
    let known = catalog::regions().iter().map(|region| {
        vec![
            region.code.into(),
            region.gb2260.into(),
            region.parent.into(),
            region.name_zh.into(),
            region.name_full.into(),
            region.name_en.into(),
        ]
    });
    let codes: BTreeSet<&str> = catalog::regions()
        .iter()
        .map(|region| region.code)
        .collect();
    let used = report
        .observations
        .iter()
        .filter_map(|found| found.dimensions.get("area"));
    let rows = known.chain(unknown(used, &codes, 6)).collect();
    Resource {
        name: "areas",
        title: "Areas".to_owned(),
        description: "Codes of the dimension area: ISO 3166-2, or local ones that begin with X-"
            .to_owned(),
        scope: Scope::Catalog,
        fields: vec![
            Field::new(
                "code",
                Kind::String,
                "Code",
                "ISO 3166-2:CN, CN for the country, or a local code",
            )
            .required(),
            Field::new(
                "gb2260",
                Kind::String,
                "GB/T 2260",
                "Code of GB/T 2260, where it has one",
            ),
            Field::new(
                "parent",
                Kind::String,
                "Part of",
                "Code of what it is part of, where that is not the country",
            ),
            Field::new(
                "name_zh",
                Kind::String,
                "名称",
                "Short Chinese name; empty when the catalog does not know the code",
            ),
            Field::new("name_full", Kind::String, "全称", "Full Chinese name"),
            Field::new("name_en", Kind::String, "Name", "English name"),
        ],
        foreign_keys: Vec::new(),
        rows,
    }
}

/// The indicators of the catalog, and those of a report that it lacks.
pub fn indicators(report: &Report) -> Resource<'_> {
    let known = catalog::indicators().iter().map(|indicator| {
        vec![
            indicator.id.into(),
            indicator.name_zh.into(),
            indicator.name_en.into(),
            indicator.kind.into(),
            indicator.measure.into(),
            indicator.unit.into(),
            indicator.share_of.into(),
        ]
    });
    let ids: BTreeSet<&str> = catalog::indicators()
        .iter()
        .map(|indicator| indicator.id)
        .collect();
    let used = report
        .observations
        .iter()
        .filter_map(|found| found.indicator.as_deref());
    let rows = known.chain(unknown(used, &ids, 7)).collect();
    Resource {
        name: "indicators",
        title: "Indicators".to_owned(),
        description: "What statistics measure, whatever an edition calls it".to_owned(),
        scope: Scope::Catalog,
        fields: vec![
            Field::new("id", Kind::String, "Id", "The same in every edition").required(),
            Field::new(
                "name_zh",
                Kind::String,
                "名称",
                "Chinese name; empty when the catalog does not know the id",
            ),
            Field::new("name_en", Kind::String, "Name", "English name"),
            Field::new("kind", Kind::String, "Kind", "What kind of quantity it is"),
            Field::new(
                "measure",
                Kind::String,
                "Measure",
                "How it is mostly measured",
            ),
            Field::new("unit", Kind::String, "Unit", "Base unit"),
            Field::new(
                "share_of",
                Kind::String,
                "Share of",
                "What a share is a share of",
            ),
        ],
        foreign_keys: Vec::new(),
        rows,
    }
}

/// A row for each code that is used and not known, so that it can be referred
/// to; nothing else is known of it.
fn unknown<'r>(
    used: impl Iterator<Item = &'r str>,
    known: &BTreeSet<&str>,
    fields: usize,
) -> impl Iterator<Item = Vec<Value<'r>>> {
    let used: BTreeSet<&str> = used.collect();
    let unknown: Vec<&str> = used
        .into_iter()
        .filter(|code| !known.contains(code))
        .collect();
    unknown.into_iter().map(move |code| {
        let mut row = vec![Value::Null; fields];
        row[0] = code.into();
        row
    })
}

/// The footnotes of a report.
pub fn footnotes(report: &Report) -> Resource<'_> {
    let mut ids = Ids::default();
    let edition = edition_key(report);
    let rows = report.footnotes.iter().map(|note| {
        vec![
            ids.unique(format!("{edition}/{}", note.number)).into(),
            report.edition.number.into(),
            note.number.into(),
            (&note.text).into(),
            note.url.as_ref().into(),
            note.locator.page.into(),
            note.locator.line.into(),
        ]
    });
    Resource {
        name: "footnotes",
        title: "Footnotes".to_owned(),
        description: "Footnotes of the report".to_owned(),
        scope: Scope::Edition,
        rows: rows.collect(),
        fields: vec![
            Field::new("id", Kind::String, "Id", "Edition and number").required(),
            Field::new("edition", Kind::Integer, "Edition", "Number of the edition"),
            Field::new("number", Kind::Integer, "Number", "Number of the footnote").required(),
            Field::new("text", Kind::String, "Text", "What it says").required(),
            Field::new("url", Kind::String, "Address", "The first address in it"),
            Field::new("page", Kind::Integer, "Page", "Physical page"),
            Field::new(
                "line",
                Kind::Integer,
                "Line",
                "Line in the canonical text, from 1",
            )
            .required(),
        ],
        foreign_keys: vec![of_edition()],
    }
}

/// What was checked in a report.
pub fn checks(report: &Report) -> Resource<'_> {
    let mut ids = Ids::default();
    let edition = edition_key(report);
    let amount = |amount: &Option<Amount>| match amount {
        Some(Amount::Number(number)) => number.to_string().into(),
        Some(Amount::Text(text)) => text.clone().into(),
        None => Value::Null,
    };
    let rows = report.checks.iter().map(|check| {
        vec![
            ids.unique(format!("{edition}/{}", check.id)).into(),
            report.edition.number.into(),
            name(&check.kind),
            name(&check.status),
            name(&check.severity),
            (&check.message).into(),
            amount(&check.expected),
            amount(&check.actual),
            check.tolerance.into(),
            json(&check.refs).into(),
        ]
    });
    Resource {
        name: "checks",
        title: "Checks".to_owned(),
        description: "What was checked in the report, and whether it holds".to_owned(),
        scope: Scope::Edition,
        rows: rows.collect(),
        fields: vec![
            Field::new("id", Kind::String, "Id", "Edition and id of the check").required(),
            Field::new("edition", Kind::Integer, "Edition", "Number of the edition"),
            Field::new("kind", Kind::String, "Kind", "What sort of check it is").required(),
            Field::new("status", Kind::String, "Status", "How it ended")
                .required()
                .one_of(&["pass", "fail", "skipped"]),
            Field::new("severity", Kind::String, "Severity", "What a failure means")
                .required()
                .one_of(&["error", "warning"]),
            Field::new(
                "message",
                Kind::String,
                "Message",
                "What was compared and how it ended",
            )
            .required(),
            Field::new(
                "expected",
                Kind::String,
                "Expected",
                "A number or words: what should be there, in the unit of the message",
            ),
            Field::new(
                "actual",
                Kind::String,
                "Actual",
                "A number or words: what is there, in the unit of the message",
            ),
            Field::new(
                "tolerance",
                Kind::Number,
                "Tolerance",
                "How far they may be apart",
            ),
            Field::new(
                "refs",
                Kind::Array,
                "Refers to",
                "Ids or labels of what was compared",
            )
            .required(),
        ],
        foreign_keys: vec![of_edition()],
    }
}

/// The name that a code has in `report.json`.
fn name(code: &impl Serialize) -> Value<'static> {
    match serde_json::to_value(code) {
        Ok(Json::String(name)) => name.into(),
        _ => Value::Null,
    }
}

/// The edition that a row is of.
pub fn of_edition() -> ForeignKey {
    ForeignKey {
        field: "edition",
        resource: "editions",
        key: "edition",
    }
}
