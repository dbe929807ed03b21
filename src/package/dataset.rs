//! The resources of datasets: known tables, wide, the same columns in every
//! edition.
//!
//! A row is what one row of the printed table says of one period; its values
//! are in base units, whatever unit an edition prints.

use std::collections::HashMap;

use super::cells::Cells;
use super::reference::of_edition;
use super::{
    Field, ForeignKey, Ids, Kind, Resource, Scope, Value, edition_key, object, observation,
};
use crate::catalog::{self, Column, Dataset};
use crate::report::{Observation, Report, Table};

/// What every row of a dataset has before its values.
const LEADING: [&str; 5] = ["id", "edition", "table_label", "row", "label"];

/// The rows of a dataset in a report, and what could not be taken.
pub fn dataset<'r>(
    report: &'r Report,
    cells: &Cells<'r>,
    dataset: &'static Dataset,
) -> (Resource<'r>, Vec<String>) {
    let reader = Reader {
        report,
        dataset,
        values: values(dataset),
    };
    let mut notes = Vec::new();
    let mut ids = Ids::default();
    let tables = report
        .tables
        .iter()
        .zip(cells.iter())
        .filter(|(table, _)| table.dataset.as_deref() == Some(dataset.id));
    let rows = tables
        .flat_map(|(table, cells)| reader.rows(table, cells, &mut notes))
        .map(|row| reader.finish(row, &mut ids))
        .collect();
    let resource = Resource {
        name: dataset.id,
        title: format!("{} {}", dataset.name_zh, dataset.name_en),
        description: format!("{}; values in base units", dataset.description),
        scope: Scope::Dataset,
        fields: reader.fields(),
        foreign_keys: foreign_keys(dataset),
        rows,
    };
    (resource, notes)
}

fn foreign_keys(dataset: &Dataset) -> Vec<ForeignKey> {
    let other = match dataset.row_dimension {
        Some("area") => Some(("area", "areas", "code")),
        Some(_) => None,
        None => Some(("indicator", "indicators", "id")),
    };
    let other = other.map(|(field, resource, key)| ForeignKey {
        field,
        resource,
        key,
    });
    std::iter::once(of_edition()).chain(other).collect()
}

/// A column of values of a dataset.
struct Measured {
    /// Its name; that of the second number of a ratio has an end.
    name: String,
    /// The base unit; `None` where rows have their own, or for text.
    unit: Option<&'static str>,
    column: &'static Column,
    is_denominator: bool,
}

/// The columns of values, each name once.
fn values(dataset: &'static Dataset) -> Vec<Measured> {
    let mut values: Vec<Measured> = Vec::new();
    for column in &dataset.columns {
        if values.iter().any(|known| known.name == column.id) {
            continue;
        }
        values.push(Measured {
            name: column.id.to_owned(),
            unit: unit(column),
            column,
            is_denominator: false,
        });
        if column.measure == Some("ratio") {
            values.push(Measured {
                name: format!("{}_denominator", column.id),
                unit: unit(column),
                column,
                is_denominator: true,
            });
        }
    }
    values
}

fn unit(column: &Column) -> Option<&'static str> {
    match column.measure? {
        "growth_rate" | "share" => Some("percent"),
        "ratio" => Some("ratio"),
        _ => {
            let indicator = catalog::indicators().get(column.indicator?)?;
            Some(indicator.unit)
        }
    }
}

/// A row as it is put together.
struct Row<'r> {
    table: &'r Table,
    at: usize,
    period: Option<&'r str>,
    /// The observation that says what the row is of.
    first: Option<&'r Observation>,
    values: Vec<Value<'r>>,
}

struct Reader<'r> {
    report: &'r Report,
    dataset: &'static Dataset,
    values: Vec<Measured>,
}

impl<'r> Reader<'r> {
    fn fields(&self) -> Vec<Field> {
        use Kind::{Integer, Object, String};
        let mut fields = vec![
            Field::new(
                LEADING[0],
                String,
                "Id",
                "Unique, free of table number and place",
            )
            .required(),
            Field::new(LEADING[1], Integer, "Edition", "Number of the edition"),
            Field::new(LEADING[2], String, "Table", "Label of the table").required(),
            Field::new(
                LEADING[3],
                Integer,
                "Row",
                "Row of the printed table, from 0",
            )
            .required(),
            Field::new(LEADING[4], String, "名称", "Label of the row, as printed"),
        ];
        match self.dataset.row_dimension {
            Some(dimension) => fields.push(observation::dimension_field(dimension)),
            None => fields.extend([
                Field::new("indicator", String, "Indicator", "Indicator of the row"),
                Field::new("dimensions", Object, "Dimensions", "Codes by dimension").required(),
                Field::new("measure", String, "Measure", "How the row is measured"),
                Field::new("unit", String, "Unit", "Base unit of the row"),
            ]),
        }
        fields.push(
            Field::new("period", String, "时间", "Period that the values are of")
                .like(observation::PERIOD),
        );
        fields.extend(self.values.iter().map(Measured::field));
        fields
    }

    fn rows(
        &self,
        table: &'r Table,
        cells: &[&'r Observation],
        notes: &mut Vec<String>,
    ) -> Vec<Row<'r>> {
        let mut by_row: HashMap<usize, Vec<(usize, &Observation)>> = HashMap::new();
        for &found in cells {
            if let (Some(row), Some(column)) = (found.origin.row, found.origin.column) {
                by_row.entry(row).or_default().push((column, found));
            }
        }
        let columns: Vec<Option<&Column>> = table
            .columns
            .iter()
            .map(|column| {
                self.dataset
                    .column(column.label.as_deref().unwrap_or_default())
                    .filter(|known| known.may_be_in(column.unit.as_deref()))
            })
            .collect();
        let mut rows: Vec<Row> = Vec::new();
        for at in 0..table.rows.len() {
            let start = rows.len();
            for (column, found) in by_row.remove(&at).unwrap_or_default() {
                // A column that only this edition has is in observations only.
                let Some(known) = columns.get(column).copied().flatten() else {
                    continue;
                };
                if let Err(note) = self.put(&mut rows, start, (table, at, known), found) {
                    notes.push(note);
                }
            }
            self.put_texts(&mut rows, start, (table, at, &columns));
        }
        rows
    }

    /// Puts a value into the row of its period; into one of its own where that
    /// has such a value already.
    fn put(
        &self,
        rows: &mut Vec<Row<'r>>,
        start: usize,
        (table, at, known): (&'r Table, usize, &Column),
        found: &'r Observation,
    ) -> Result<(), String> {
        let place = |is_denominator| {
            self.values.iter().position(|value| {
                value
                    .name
                    .strip_suffix("_denominator")
                    .unwrap_or(&value.name)
                    == known.id
                    && value.is_denominator == is_denominator
            })
        };
        let Some(slot) = place(false) else {
            return Ok(());
        };
        if self.values[slot]
            .unit
            .is_some_and(|unit| unit != found.unit)
        {
            return Err(format!(
                "{}: {} is in {}, expected {}; it is in observations only",
                self.dataset.id,
                found.id,
                found.unit,
                self.values[slot].unit.unwrap_or_default()
            ));
        }
        let period = found.period.as_deref();
        let fits = |row: &Row| row.period == period && row.values[slot] == Value::Null;
        let row = match rows[start..].iter().position(fits) {
            Some(row) => start + row,
            None => {
                rows.push(self.empty(table, at, period));
                rows.len() - 1
            }
        };
        let row = &mut rows[row];
        row.values[slot] = found.value.into();
        if let Some(second) = place(true) {
            row.values[second] = found.value_denominator.into();
        }
        // What the row is of is said by what is not derived from it.
        let is_derived =
            |found: &Observation| matches!(found.measure.as_str(), "change" | "growth_rate");
        if row
            .first
            .is_none_or(|first| is_derived(first) && !is_derived(found))
        {
            row.first = Some(found);
        }
        Ok(())
    }

    /// Cells that are text by design stand in the first row of their label.
    fn put_texts(
        &self,
        rows: &mut Vec<Row<'r>>,
        start: usize,
        (table, at, columns): (&'r Table, usize, &[Option<&Column>]),
    ) {
        for (known, cell) in columns.iter().zip(&table.rows[at].cells) {
            let (Some(known), Some(text)) = (known.filter(|known| known.is_text), &cell.text)
            else {
                continue;
            };
            let Some(slot) = self.values.iter().position(|value| value.name == known.id) else {
                continue;
            };
            if rows.len() == start {
                rows.push(self.empty(table, at, None));
            }
            rows[start].values[slot] = text.into();
        }
    }

    fn empty(&self, table: &'r Table, at: usize, period: Option<&'r str>) -> Row<'r> {
        Row {
            table,
            at,
            period,
            first: None,
            values: vec![Value::Null; self.values.len()],
        }
    }

    fn finish(&self, row: Row<'r>, ids: &mut Ids) -> Vec<Value<'r>> {
        let label = row.table.rows[row.at].label.as_ref();
        let dimension = self.dataset.row_dimension;
        let code = row
            .first
            .zip(dimension)
            .and_then(|(first, dimension)| first.dimensions.get(dimension));
        let mut name = vec![edition_key(self.report), self.dataset.id.to_owned()];
        name.push(match (code, dimension, row.first) {
            (Some(code), ..) => code.to_owned(),
            (None, None, Some(first)) if first.indicator.is_some() => of_indicator(first),
            _ => label.map_or("-".to_owned(), |label| {
                label.chars().filter(|c| !c.is_whitespace()).collect()
            }),
        });
        name.push(row.period.unwrap_or("-").to_owned());
        let mut values = vec![
            ids.unique(name.join("/")).into(),
            self.report.edition.number.into(),
            (&row.table.label).into(),
            row.at.into(),
            label.into(),
        ];
        match dimension {
            Some(_) => values.push(code.into()),
            None => values.extend([
                row.first.and_then(|first| first.indicator.as_ref()).into(),
                row.first
                    .map_or("{}".to_owned(), |first| object(&first.dimensions))
                    .into(),
                row.first.map(|first| &first.measure).into(),
                row.first.map(|first| &first.unit).into(),
            ]),
        }
        values.push(row.period.into());
        values.extend(row.values);
        values
    }
}

/// `domains,tld=cn`; another measure than the level is named too.
fn of_indicator(observation: &Observation) -> String {
    let codes = observation.dimensions.iter();
    let codes = codes.map(|(dimension, code)| format!("{dimension}={code}"));
    let measure = Some(observation.measure.clone()).filter(|measure| measure != "level");
    let parts: Vec<String> = observation
        .indicator
        .clone()
        .into_iter()
        .chain(codes)
        .chain(measure)
        .collect();
    parts.join(",")
}

impl Measured {
    fn field(&self) -> Field {
        let column = self.column;
        let kind = if column.is_text {
            Kind::String
        } else {
            Kind::Number
        };
        let indicator = column
            .indicator
            .and_then(|id| catalog::indicators().get(id));
        let (zh, en) = indicator.map_or(("值", "the indicator of the row"), |indicator| {
            (indicator.name_zh, indicator.name_en)
        });
        let measure = column.measure.unwrap_or("text").replace('_', " ");
        let codes: Vec<&str> = column.dimensions.values().collect();
        let codes = if codes.is_empty() {
            String::new()
        } else {
            format!(" ({})", codes.join(", "))
        };
        let of = column
            .share_of
            .map_or(String::new(), |of| format!(" in {of}"));
        let description = match (column.is_text, self.is_denominator) {
            (true, _) => "As printed".to_owned(),
            (_, true) => format!("Second number of the {measure} of {en}{codes}{of}"),
            (_, false) => format!("{en}{codes}, {measure}{of}"),
        };
        let field = Field::new(self.name.clone(), kind, zh, description);
        match self.unit {
            Some(unit) if !column.is_text => field.in_unit(unit),
            _ => field,
        }
    }
}
