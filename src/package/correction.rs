//! The resource `applied_corrections`: what a maintainer put in the place of misprints,
//! in cells that are no observation too.

use super::observation::place;
use super::reference::of_edition;
use super::{Field, ForeignKey, Ids, Kind, Resource, Scope, Value, edition_key};
use crate::report::{Correction, Observation, Report, Table};

/// The corrections that were applied to a report.
pub fn corrections(report: &Report) -> Resource<'_> {
    let mut ids = Ids::default();
    let of_observations = report.observations.iter().filter_map(|seen| {
        let correction = seen.correction.as_ref()?;
        Some(of_observation(report, seen, correction))
    });
    let mut rows: Vec<Vec<Value>> = of_observations.collect();
    for table in &report.tables {
        rows.extend(of_texts(report, table, &mut ids));
    }
    Resource {
        name: "applied_corrections",
        title: "Applied corrections".to_owned(),
        description: "Misprints that a maintainer mended: what is printed, and what is meant"
            .to_owned(),
        scope: Scope::Edition,
        fields: fields(),
        foreign_keys: vec![
            of_edition(),
            ForeignKey {
                field: "observation",
                resource: "observations",
                key: "id",
            },
        ],
        rows,
    }
}

fn fields() -> Vec<Field> {
    use Kind::{Integer, String};
    let mut fields = vec![
        Field::new(
            "id",
            String,
            "Id",
            "That of the observation, or of the cell",
        )
        .required(),
        Field::new("edition", Integer, "Edition", "Number of the edition"),
        Field::new(
            "observation",
            String,
            "Observation",
            "The observation that has the corrected value; empty for a cell of text",
        ),
    ];
    fields.extend(place());
    fields.extend([
        Field::new("printed", String, "Printed", "As printed").required(),
        Field::new(
            "corrected",
            String,
            "Corrected",
            "As it should be printed, in the printed unit",
        )
        .required(),
        Field::new("reason", String, "Reason", "Why").required(),
    ]);
    fields
}

fn of_observation<'r>(
    report: &'r Report,
    seen: &'r Observation,
    correction: &'r Correction,
) -> Vec<Value<'r>> {
    vec![
        (&seen.id).into(),
        report.edition.number.into(),
        Some(&seen.id).into(),
        seen.origin.label.as_ref().into(),
        seen.origin.row.into(),
        seen.origin.column.into(),
        seen.origin.statement.as_ref().into(),
        (&seen.value_printed).into(),
        (&correction.corrected).into(),
        (&correction.reason).into(),
    ]
}

/// The cells of a table that are text; those with a value are observations.
fn of_texts<'r>(report: &'r Report, table: &'r Table, ids: &mut Ids) -> Vec<Vec<Value<'r>>> {
    let edition = edition_key(report);
    let mut rows = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let Some(correction) = cell.correction.as_ref().filter(|_| cell.value.is_none()) else {
                continue;
            };
            let name = [
                edition.as_str(),
                &table.label,
                row.label.as_deref().unwrap_or("-"),
                table.columns[column].label.as_deref().unwrap_or("-"),
            ];
            rows.push(vec![
                ids.unique(name.join("/")).into(),
                report.edition.number.into(),
                Value::Null,
                (&table.label).into(),
                at.into(),
                column.into(),
                Value::Null,
                cell.text.as_ref().into(),
                (&correction.corrected).into(),
                (&correction.reason).into(),
            ]);
        }
    }
    rows
}
