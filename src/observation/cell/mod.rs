//! Cells of numbered tables to observations.

mod measure;
mod time;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use rust_decimal::Decimal;

use super::{Observation, Observations, Origin, Status, Surroundings, in_base_units};
use crate::catalog::{self, Codes, Dataset, Indicator};
use crate::fact::{self, INFERRED, Measure};
use crate::grammar::{number, period, quantity};
use crate::period::Period;
use crate::problem::{Problem, ProblemKind};
use crate::table::{Cell, Column, Row, Table, are_misnamed, is_missing, is_of_two};

use measure::Said;
use time::{Times, periods, times};

/// Every cell that prints a value, or the sign that there is none.
pub fn table_to_observations(
    at: usize,
    table: &Table,
    surroundings: &Surroundings,
    read: &mut Observations,
) {
    let labels = table
        .columns
        .iter()
        .filter_map(|column| column.label.as_deref());
    let rows = table.rows.iter().map(|row| row.label.text());
    let words: Vec<&str> = labels.chain(rows).chain([table.title.as_str()]).collect();
    if let Some(script) = fact::unread(&words.join(" ")) {
        let message =
            "a table is in a script or language whose facts are not read; its cells are kept";
        let place = table.spans.iter().take(1).copied().collect();
        let problem = Problem::new(ProblemKind::ScriptNotRead, message, place);
        read.problems
            .push(problem.between("simplified Chinese", script));
        return;
    }
    let reader = Reader {
        table,
        title: without_periods(&table.title),
        surroundings,
        times: times(table),
        periods: periods(table),
    };
    let columns: Vec<Known> = table
        .columns
        .iter()
        .zip(are_misnamed(table))
        .map(|(column, is_misnamed)| match is_misnamed {
            true => Known::default(),
            false => reader.column(column),
        })
        .collect();
    let mut doubtful = BTreeSet::new();
    for (row_at, row) in table.rows.iter().enumerate() {
        let of_row = reader.row(row_at, row);
        for (column_at, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
            let origin = Origin::Cell {
                table: at,
                row: row_at,
                column: column_at,
            };
            let of_column = &columns[column_at];
            let said = reader.said((row_at, row, &of_row), (column_at, column, of_column));
            let is_doubtful = said.is_doubtful;
            let found = reader.observation((row, &of_row), (column, of_column), said, cell, origin);
            if is_doubtful && matches!(found, Ok(Some(_))) {
                doubtful.insert(column_at);
            }
            let found = match is_of_two(column) {
                true => found.map(|found| found.map(unnamed)),
                false => found,
            };
            match found {
                Ok(observation) => read.observations.extend(observation),
                Err(problem) => read.problems.push(problem),
            }
        }
    }
    let doubtful = doubtful.into_iter().map(|at| doubtful_change(table, at));
    read.problems.extend(doubtful);
    read.problems.extend(unknown_areas(table));
}

/// A column of changes of which nothing says what they are in.
fn doubtful_change(table: &Table, at: usize) -> Problem {
    let label = table.columns[at].label.clone().unwrap_or_default();
    let message = format!(
        "nothing shows whether a change in {} is a rate or an amount, and in which unit",
        table.label()
    );
    let cells = table.rows.iter().flat_map(|row| row.cells[at].text.whole());
    Problem::new(ProblemKind::UnitUnknown, message, cells.collect())
        .between("a unit, or values beside in one unit", label)
}

/// An observation of which nobody knows what it measures and when.
///
/// Forced by `fixtures/headings-split-doubt`.
fn unnamed(found: Observation) -> Observation {
    Observation {
        indicator: None,
        measure: Measure::Level,
        period: None,
        period_note: None,
        base: None,
        share_of: None,
        ..found
    }
}

struct Reader<'r> {
    table: &'r Table,
    /// The title without the periods that it begins with.
    title: &'r str,
    surroundings: &'r Surroundings<'r>,
    times: Times,
    /// What rows and columns are of.
    periods: HashSet<Period>,
}

/// Words without the period that they begin with.
fn without_period(words: &str) -> &str {
    period::of_heading(words).map_or(words, |(_, rest)| rest)
}

/// The same of several: 2023.12-2024.12.
fn without_periods(mut words: &str) -> &str {
    while let rest = without_period(words).trim_start_matches(['-', '–', '—', ' '])
        && rest.len() < words.len()
    {
        words = rest;
    }
    words
}

/// What the catalog says of a row or a column.
#[derive(Default)]
struct Known {
    indicator: Option<&'static Indicator>,
    measure: Option<Measure>,
    dimensions: Codes,
    share_of: Option<String>,
}

impl Reader<'_> {
    fn observation(
        &self,
        (row, of_row): (&Row, &Known),
        (column, of_column): (&Column, &Known),
        said: Said,
        cell: &Cell,
        origin: Origin,
    ) -> Result<Option<Observation>, Problem> {
        let text = cell.text.text();
        let missing = cell.value.is_none();
        if missing && (text.is_empty() || !is_missing(text)) {
            return Ok(None);
        }
        let label = column.label.as_deref().unwrap_or_default();
        let is_known = !said.is_doubtful && !said.is_unit_unknown;
        let indicator = of_row.indicator.or(of_column.indicator);
        let indicator = indicator.filter(|_| is_known);
        let Said {
            mut measure,
            unit,
            unit_printed,
            power,
            ..
        } = said;
        let (value, denominator) = match ratio(text) {
            Some((first, second)) => {
                measure = Measure::Ratio;
                (Some(first), Some(second))
            }
            None => (cell.value, None),
        };
        let unit = match measure {
            Measure::Ratio => "ratio".to_owned(),
            Measure::Rank => "rank".to_owned(),
            // 普及率增长 5.8% is of points.
            Measure::Change if unit == "percent" => "percentage_point".to_owned(),
            Measure::GrowthRate | Measure::Share if unit_printed.is_none() => "percent".to_owned(),
            _ => unit,
        };
        let mut dimensions = of_row.dimensions.clone();
        dimensions.extend(of_column.dimensions.clone());
        let (period, period_note, base) = self.period(row, column, cell, measure);
        let value = match value.map(|value| in_base_units(value, power)) {
            Some(None) => return Err(self.too_large(row, cell)),
            value => value.flatten(),
        };
        Ok(Some(Observation {
            indicator,
            label: self.label(label, row, of_row.indicator.is_some()),
            dimensions,
            measure,
            value,
            upper: None,
            denominator,
            unit,
            unit_printed,
            power,
            printed: printed(text),
            approximation: None,
            status: if missing {
                Status::Missing
            } else {
                Status::Normal
            },
            period,
            period_note,
            base,
            share_of: of_column
                .share_of
                .clone()
                .or_else(|| of_row.share_of.clone()),
            origin,
            spans: cell.text.whole(),
            number: cell.text.whole(),
            correction: None,
        }))
    }

    /// A value that has more digits in base units than can be kept exactly.
    fn too_large(&self, row: &Row, cell: &Cell) -> Problem {
        let message = format!(
            "{} has a value in the row {} that is too large to keep exactly",
            self.table.label(),
            row.label.text()
        );
        Problem::new(ProblemKind::CellNotUnderstood, message, cell.text.whole())
            .between("a value of at most 28 digits", cell.text.text())
    }

    /// The heading without its period; where nothing is left, what the row or
    /// the table measures.
    fn label(&self, label: &str, row: &Row, row_measures: bool) -> String {
        let rest = without_period(label).trim_matches(['/', ' ']);
        let row = row.label.text();
        let (first, second) = if row_measures {
            (row, self.title)
        } else {
            (self.title, row)
        };
        [rest, first, second, "—"]
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default()
            .to_owned()
    }

    fn column(&self, column: &Column) -> Known {
        let label = column.label.as_deref().unwrap_or_default();
        let dataset = self.table.dataset;
        let known = dataset.and_then(|dataset| dataset.column(label));
        // In another unit it is something else.
        let known = known.filter(|known| known.may_be_in(column.unit.as_deref()));
        let Some(column) = known else {
            return Known {
                share_of: whole_in(label),
                ..Known::default()
            };
        };
        // 网民使用率 prints whose rate it is.
        let whole = column.share_of;
        let printed_whole = whole
            .filter(|whole| label.contains(whole))
            .map(str::to_owned)
            .or_else(|| whole_in(label));
        Known {
            indicator: indicator(column.indicator),
            measure: column.measure.and_then(measure),
            dimensions: column.dimensions.clone(),
            share_of: printed_whole,
        }
    }

    fn row(&self, at: usize, row: &Row) -> Known {
        let label = row.label.text();
        let Some(dataset) = self.table.dataset else {
            let dimensions = Codes::from([("row", label.to_owned())]);
            return Known {
                dimensions: if label.is_empty() {
                    Codes::new()
                } else {
                    dimensions
                },
                ..Known::default()
            };
        };
        let above = self.table.rows[..at]
            .iter()
            .rev()
            .map(|row| row.label.text());
        if let Some(known) = dataset.row(label, above) {
            let whole = known.measure == Some("share");
            return Known {
                indicator: indicator(known.indicator),
                measure: known.measure.and_then(measure),
                dimensions: known.dimensions.clone(),
                share_of: whole.then(|| whole_in(label)).flatten(),
            };
        }
        // A row that the dataset does not name, of what the catalog knows by its words.
        let named = label
            .trim_start_matches("其中")
            .trim_start_matches(['：', ':', '，']);
        if let Some(phrase) = catalog::phrase(named).filter(|_| dataset.has_indicators_in_rows()) {
            return Known {
                indicator: Some(phrase.indicator),
                dimensions: phrase.dimensions,
                ..Known::default()
            };
        }
        let mut dimensions = Codes::new();
        if let Some(dimension) = dataset.row_dimension {
            if !catalog::is_total(dimension, label) && !label.is_empty() {
                // A label without a code is kept as it is printed.
                match code(dataset, dimension, label) {
                    Some(code) => dimensions.insert(dimension, code),
                    None if dimension == AREA => dimensions.insert("row", label.to_owned()),
                    None => dimensions.insert(dimension, label.to_owned()),
                };
            }
        } else if !label.is_empty() {
            dimensions.insert("row", label.to_owned());
        }
        Known {
            dimensions,
            ..Known::default()
        }
    }
}

/// The dimension whose codes are those of ISO or of the catalog, and no others.
const AREA: &str = "area";

/// The code of a row label.
fn code(dataset: &Dataset, dimension: &str, label: &str) -> Option<Cow<'static, str>> {
    catalog::code(dimension, label)
        .or_else(|| catalog::code(dimension, without_shared(dataset, label)?))
}

/// Rows of a table by area whose labels name none.
///
/// Forced by `fixtures/tables-by-holder`.
fn unknown_areas(table: &Table) -> Option<Problem> {
    let dataset = table
        .dataset
        .filter(|dataset| dataset.row_dimension == Some(AREA))?;
    let is_unknown = |row: &&Row| {
        let label = row.label.text();
        let has_value = || row.cells.iter().any(|cell| cell.value.is_some());
        !label.is_empty()
            && has_value()
            && !catalog::is_total(AREA, label)
            && code(dataset, AREA, label).is_none()
            && dataset.row(label, std::iter::empty()).is_none()
    };
    let rows: Vec<&Row> = table.rows.iter().filter(is_unknown).collect();
    let found: Vec<&str> = rows.iter().map(|row| row.label.text()).collect();
    (!rows.is_empty()).then(|| {
        let message = format!("{} has rows that are of no known area", table.label());
        let place = rows.iter().flat_map(|row| row.label.whole()).collect();
        Problem::new(ProblemKind::TableShape, message, place)
            .between("a region of src/catalog/regions.toml", found.join(", "))
    })
}

/// 即时通信 of 手机即时通信, in a table whose columns are of phones: the label without
/// what it has in common with them.
fn without_shared<'l>(dataset: &Dataset, label: &'l str) -> Option<&'l str> {
    let mut names = dataset
        .columns
        .iter()
        .flat_map(|column| &column.dimensions)
        .flat_map(|(dimension, code)| catalog::names_of(dimension, code));
    names.find_map(|name| label.strip_prefix(name.as_ref()))
}

fn indicator(id: Option<&str>) -> Option<&'static Indicator> {
    catalog::indicators().get(id?)
}

fn own_unit(indicator: Option<&Indicator>) -> String {
    indicator
        .map_or("item", |indicator| indicator.unit)
        .to_owned()
}

/// 占网页总数比例: of what.
fn whole_in(label: &str) -> Option<String> {
    let own = label.rsplit(" / ").next()?;
    let whole = own.strip_prefix('占')?.strip_suffix("比例")?;
    let whole = whole.strip_suffix('的').unwrap_or(whole);
    (!whole.is_empty()).then(|| whole.to_owned())
}

fn measure(name: &str) -> Option<Measure> {
    [
        Measure::Level,
        Measure::Change,
        Measure::GrowthRate,
        Measure::Share,
        Measure::Ratio,
        Measure::Rank,
    ]
    .into_iter()
    .find(|measure| measure.name() == name)
}

/// `1:2.5`, as columns of ratios print.
fn ratio(text: &str) -> Option<(Decimal, Decimal)> {
    if !text.contains(quantity::RATIO) {
        return None;
    }
    let (quantity, rest) = quantity::leading(text)?;
    let denominator = quantity.denominator.filter(|_| rest.is_empty())?;
    Some((quantity.value, denominator))
}

/// The number of a cell without its unit.
fn printed(text: &str) -> String {
    let ratio = || quantity::leading(text).filter(|(ratio, _)| ratio.denominator.is_some());
    match text.contains(quantity::RATIO).then(ratio).flatten() {
        Some((ratio, _)) => ratio.printed,
        None => number::leading(text)
            .map_or(text, |(_, rest)| &text[..text.len() - rest.len()])
            .to_owned(),
    }
}
