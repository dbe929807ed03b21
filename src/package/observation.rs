//! The resource `observations`: one row a fact at a place that prints it.

use super::{Field, ForeignKey, Kind, Resource, Scope, Value, object};
use crate::catalog;
use crate::report::{Observation, Report};

/// The form of a period, as in the schema of `report.json`.
pub const PERIOD: &str = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])\.\.[0-9]{4}-(0[1-9]|1[0-2]))?";

/// The observations of a report.
pub fn observations(report: &Report) -> Resource<'_> {
    let dimensions = dimensions();
    Resource {
        name: "observations",
        title: "Observations".to_owned(),
        description: "Statistical facts, one row for each place that prints one".to_owned(),
        scope: Scope::Edition,
        fields: fields(),
        foreign_keys: vec![
            ForeignKey {
                field: "edition",
                resource: "editions",
                key: "edition",
            },
            ForeignKey {
                field: "indicator",
                resource: "indicators",
                key: "id",
            },
            ForeignKey {
                field: "area",
                resource: "areas",
                key: "code",
            },
        ],
        rows: report
            .observations
            .iter()
            .map(|observation| row(report.edition.number, observation, &dimensions))
            .collect(),
    }
}

/// The ids of the dimensions, `area` first.
fn dimensions() -> Vec<&'static str> {
    let others = catalog::dimensions().iter().map(|known| known.id);
    std::iter::once("area").chain(others).collect()
}

/// The field of a dimension of the catalog.
pub fn dimension_field(id: &'static str) -> Field {
    let known = catalog::dimensions().iter().find(|known| known.id == id);
    let (zh, en) = known.map_or(("地区", "Area, a code of areas"), |known| {
        (known.name_zh, known.name_en)
    });
    Field::new(
        id,
        Kind::String,
        zh,
        format!("{en}; empty when the fact is not broken down by it"),
    )
}

fn fields() -> Vec<Field> {
    use Kind::{Integer, Number, Object, String};
    let mut fields = vec![
        Field::new("id", String, "Id", "Unique, stable against layout").required(),
        Field::new("edition", Integer, "Edition", "Number of the edition"),
        Field::new(
            "fact",
            String,
            "Fact",
            "What is measured: equal for every place that prints it",
        )
        .required(),
        Field::new(
            "indicator",
            String,
            "Indicator",
            "Indicator of the catalog; empty when it has none",
        ),
        Field::new("label", String, "名称", "What is measured, as printed").required(),
        Field::new(
            "dimensions",
            Object,
            "Dimensions",
            "Codes by dimension, all of them",
        )
        .required(),
    ];
    fields.extend(dimensions().into_iter().map(dimension_field));
    fields.extend([
        Field::new("measure", String, "Measure", "How it is measured")
            .required()
            .one_of(&["level", "change", "growth_rate", "share", "ratio", "rank"]),
        Field::new(
            "value",
            Number,
            "值",
            "Exact value in base units; empty when missing",
        ),
        Field::new(
            "value_upper",
            Number,
            "Upper end",
            "Upper end of a range, in base units",
        ),
        Field::new(
            "value_denominator",
            Number,
            "Denominator",
            "Second number of a ratio",
        ),
        Field::new("unit", String, "Unit", "Base unit of the value").required(),
        Field::new("unit_printed", String, "单位", "Unit as printed"),
        Field::new(
            "unit_multiplier",
            Integer,
            "Multiplier",
            "Power of ten that the printed unit is of the base unit",
        )
        .required(),
        Field::new("value_printed", String, "Printed", "The number as printed").required(),
        Field::new(
            "decimals",
            Integer,
            "Decimals",
            "Decimals of the printed number",
        )
        .required(),
        Field::new(
            "approximation",
            String,
            "Approximation",
            "What the words around the number say of it",
        )
        .one_of(&["over", "under", "about", "nearly"]),
        Field::new(
            "status",
            String,
            "Status",
            "SDMX OBS_STATUS: A normal, F forecast, O missing, U unreliable",
        )
        .required()
        .one_of(&["A", "F", "O", "U"]),
        Field::new("period", String, "时间", "Period that the value is of").like(PERIOD),
        Field::new(
            "period_note",
            String,
            "Period note",
            "How the period was found, when it is not printed as one",
        ),
        Field::new(
            "base_period",
            String,
            "Base period",
            "Period that a change or growth is measured from",
        )
        .like(PERIOD),
        Field::new(
            "share_of",
            String,
            "Share of",
            "Denominator of a share, as printed",
        ),
        Field::new(
            "origin_kind",
            String,
            "Origin",
            "Kind of item that prints it",
        )
        .required()
        .one_of(&["table", "bullet", "sentence", "figure"]),
    ]);
    fields.extend(place());
    fields.extend([
        Field::new("page", Integer, "Page", "Physical page"),
        Field::new(
            "page_printed",
            String,
            "Printed page",
            "Page number as printed",
        ),
        Field::new(
            "line",
            Integer,
            "Line",
            "Line in the canonical text, from 1",
        )
        .required(),
        Field::new("quote", String, "Quote", "The text at that place").required(),
        Field::new(
            "corrected",
            String,
            "Corrected",
            "What a maintainer put in the place of a misprint, in the printed unit; the value has it",
        ),
        Field::new("correction_reason", String, "Reason", "Why it was corrected"),
    ]);
    fields
}

/// The fields of the item that prints an observation.
pub fn place() -> [Field; 4] {
    use Kind::{Integer, String};
    [
        Field::new(
            "origin_label",
            String,
            "Table or figure",
            "Label of the table or figure",
        ),
        Field::new("origin_row", Integer, "Row", "Row of the table, from 0"),
        Field::new(
            "origin_column",
            Integer,
            "Column",
            "Column of values of the table, from 0",
        ),
        Field::new(
            "origin_statement",
            String,
            "Statement",
            "Id of the bullet or sentence",
        ),
    ]
}

fn row<'r>(
    edition: Option<u32>,
    observation: &'r Observation,
    dimensions: &[&str],
) -> Vec<Value<'r>> {
    let Observation {
        origin, locator, ..
    } = observation;
    let correction = observation.correction.as_ref();
    let mut row: Vec<Value> = vec![
        (&observation.id).into(),
        edition.into(),
        (&observation.fact).into(),
        observation.indicator.as_ref().into(),
        (&observation.label).into(),
        object(&observation.dimensions).into(),
    ];
    row.extend(
        dimensions
            .iter()
            .map(|&id| observation.dimensions.get(id).into()),
    );
    row.extend([
        (&observation.measure).into(),
        observation.value.into(),
        observation.value_upper.into(),
        observation.value_denominator.into(),
        (&observation.unit).into(),
        observation.unit_printed.as_ref().into(),
        observation.unit_multiplier.into(),
        (&observation.value_printed).into(),
        observation.decimals.into(),
        observation.approximation.as_ref().into(),
        (&observation.status).into(),
        observation.period.as_ref().into(),
        observation.period_note.as_ref().into(),
        observation.base_period.as_ref().into(),
        observation.share_of.as_ref().into(),
        (&origin.kind).into(),
        origin.label.as_ref().into(),
        origin.row.into(),
        origin.column.into(),
        origin.statement.as_ref().into(),
        locator.page.into(),
        locator.page_printed.as_ref().into(),
        locator.line.into(),
        (&locator.quote).into(),
        correction.map(|mended| &mended.corrected).into(),
        correction.map(|mended| &mended.reason).into(),
    ]);
    row
}
