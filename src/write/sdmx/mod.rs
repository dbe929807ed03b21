//! SDMX-CSV 2.0: `sdmx.csv`, with its data structure in `sdmx.xml`
//! (SDMX-ML 3.0).
//!
//! Every observation with a period is a row. What tells them apart is a
//! dimension: the indicator, the dimensions of the catalog, how it is measured
//! and from when, and the item that prints it.

mod code;
mod structure;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use rust_decimal::Decimal;

use super::save;
use crate::catalog;
use crate::error::Error;
use crate::period::Period;
use crate::report::{Exact, Observation, Report};
use code::{NOT_APPLICABLE, Name, Names, TOTAL, UNSPECIFIED, code, time};

/// The data, in the folder of a report.
pub const DATA: &str = "sdmx.csv";
/// The data structure.
pub const STRUCTURE: &str = "sdmx.xml";

/// Who maintains the structure.
const AGENCY: &str = "CNNIC";
/// Its version.
const VERSION: &str = "1.0.0";
/// The largest multiplier of CL_UNIT_MULT, and the most of CL_DECIMALS.
const LARGEST: u32 = 15;

/// Components before the dimensions of the catalog.
const FIRST: [&str; 3] = ["FREQ", "REF_AREA", "INDICATOR"];
/// Components after them; up to TIME_PERIOD they are dimensions, the rest are
/// attributes of the value before them.
const LAST: [&str; 18] = [
    "MEASURE",
    "BASE_PERIOD",
    "SHARE_OF",
    "ORIGIN",
    "TIME_PERIOD",
    "OBS_VALUE",
    "UNIT_MEASURE",
    "UNIT_MULT",
    "DECIMALS",
    "OBS_STATUS",
    "OBS_VALUE_UPPER",
    "OBS_VALUE_DENOMINATOR",
    "APPROXIMATION",
    "UNIT_PRINTED",
    "PERIOD_NOTE",
    "LABEL",
    "OBS_ID",
    "COMMENT_OBS",
];

/// Writes the observations of a report with their data structure.
///
/// # Errors
/// [`Error::Write`].
pub fn write(report: &Report, folder: &Path) -> Result<Vec<String>, Error> {
    let path = folder.join(DATA);
    let mut codes = Codes::new();
    let bytes = table(report, &mut codes).map_err(|source| Error::write(&path, source))?;
    save(&path, &bytes)?;
    let structure = structure::xml(report, &codes.lists);
    save(&folder.join(STRUCTURE), structure.as_bytes())?;
    let left_out = report
        .observations
        .iter()
        .filter(|found| found.period.is_none())
        .count();
    Ok(match left_out {
        0 => Vec::new(),
        count => vec![format!(
            "sdmx-csv: of the observations {count} left out, being without a period: SDMX has no \
             value without a time; they are in report.json"
        )],
    })
}

fn table(report: &Report, codes: &mut Codes) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let dimensions = dimensions();
    let head = ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
        .into_iter()
        .chain(FIRST)
        .map(str::to_owned);
    let middle = dimensions.iter().map(|id| component(id));
    let last = LAST.into_iter().map(str::to_owned);
    writer.write_record(head.chain(middle).chain(last))?;
    let mut counts: HashMap<Vec<String>, usize> = HashMap::new();
    for observation in &report.observations {
        let Some(period) = observation
            .period
            .as_deref()
            .and_then(|text| text.parse().ok())
        else {
            continue;
        };
        let key = key(observation, period, &dimensions, codes);
        let count = counts.entry(key.clone()).or_insert(0);
        *count += 1;
        writer.write_record(record(observation, key, *count, period, codes))?;
    }
    writer.flush()?;
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// The dimensions of the catalog, `area` aside, which is REF_AREA.
fn dimensions() -> Vec<&'static str> {
    catalog::dimensions().iter().map(|known| known.id).collect()
}

/// `APPLICATION`
fn component(dimension: &str) -> String {
    dimension.to_uppercase()
}

/// `CL_APPLICATION`
fn list_of(component: &str) -> String {
    format!("CL_{component}")
}

/// What tells a value from others, ORIGIN without a count and TIME_PERIOD last.
fn key(
    observation: &Observation,
    period: Period,
    dimensions: &[&str],
    codes: &mut Codes,
) -> Vec<String> {
    let indicator = observation
        .indicator
        .as_deref()
        .and_then(|id| catalog::indicators().get(id));
    let (frequency, time_period) = time(period);
    let area = match observation.dimensions.get("area") {
        Some(area) => codes.used("REF_AREA", area),
        None if indicator.is_some() => "CN".to_owned(),
        None => UNSPECIFIED.to_owned(),
    };
    let measured = match &observation.indicator {
        Some(id) => codes.used("INDICATOR", id),
        None => codes.used("INDICATOR", &observation.label),
    };
    let mut key = vec![frequency.to_owned(), area, measured];
    for &dimension in dimensions {
        let is_taken = indicator.is_some_and(|known| known.takes.contains(&dimension));
        key.push(match observation.dimensions.get(dimension) {
            Some(of) => codes.used(&component(dimension), of),
            None if is_taken => TOTAL.to_owned(),
            None => NOT_APPLICABLE.to_owned(),
        });
    }
    let in_points = observation.measure == "change" && observation.unit == "percentage_point";
    key.push(if in_points {
        "change_points".to_owned()
    } else {
        observation.measure.clone()
    });
    let base = observation
        .base_period
        .as_deref()
        .and_then(|text| text.parse().ok());
    key.push(base.map_or(NOT_APPLICABLE.to_owned(), |base| time(base).1));
    key.push(match &observation.share_of {
        Some(whole) => codes.used("SHARE_OF", whole),
        None => NOT_APPLICABLE.to_owned(),
    });
    key.push(observation.origin.kind.clone());
    key.push(time_period);
    key
}

/// A row: the first columns, the key, the value and what is said of it.
fn record(
    observation: &Observation,
    mut key: Vec<String>,
    count: usize,
    period: Period,
    codes: &mut Codes,
) -> Vec<String> {
    let origin = key.len() - 2;
    if count > 1 {
        key[origin] = format!("{}_{count}", key[origin]);
    }
    codes.names(
        "ORIGIN",
        key[origin].clone(),
        Name::en(&key[origin].replace('_', " ")),
    );
    debug_assert_eq!(key.last(), Some(&time(period).1));
    let multiplier = observation.unit_multiplier.min(LARGEST);
    let value = |value: Option<Exact>| {
        value.map_or(String::new(), |value| {
            at_scale(value.0, multiplier, observation.decimals)
        })
    };
    let mut row = vec![
        "dataflow".to_owned(),
        format!("{AGENCY}:{}({VERSION})", structure::DATAFLOW),
        "I".to_owned(),
    ];
    row.extend(key);
    let decimals = Some(observation.decimals).filter(|decimals| *decimals <= LARGEST);
    row.extend([
        value(observation.value),
        codes.used("UNIT_MEASURE", &observation.unit),
        multiplier.to_string(),
        decimals.map_or(String::new(), |decimals| decimals.to_string()),
        observation.status.clone(),
        value(observation.value_upper),
        observation
            .value_denominator
            .map_or(String::new(), |second| second.to_string()),
        observation.approximation.clone().unwrap_or_default(),
        observation.unit_printed.clone().unwrap_or_default(),
        observation.period_note.clone().unwrap_or_default(),
        observation.label.clone(),
        observation.id.clone(),
        comment(observation),
    ]);
    row
}

/// What is printed where a value was corrected, and why.
fn comment(observation: &Observation) -> String {
    observation
        .correction
        .as_ref()
        .map_or(String::new(), |mended| {
            format!(
                "{} is printed, {} is meant: {}",
                observation.value_printed, mended.corrected, mended.reason
            )
        })
}

/// A value in base units as a number of the multiplier, with the decimals that
/// are printed: 1081000000 with 8 and 2 is `10.81`.
fn at_scale(value: Decimal, multiplier: u32, decimals: u32) -> String {
    let normal = value.normalize();
    let digits = normal.mantissa().unsigned_abs().to_string();
    let scale = (normal.scale() + multiplier) as usize;
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    let fraction = fraction.trim_end_matches('0');
    let fraction = format!("{fraction:0<width$}", width = decimals as usize);
    let sign = if normal.is_sign_negative() && !normal.is_zero() {
        "-"
    } else {
        ""
    };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// The codelists of a report: those of the catalog, and what it uses beyond.
struct Codes {
    lists: BTreeMap<String, Names>,
}

impl Codes {
    fn new() -> Codes {
        let mut lists: BTreeMap<String, Names> = BTreeMap::new();
        for list in &catalog::sdmx().codelists {
            let names = list
                .codes
                .iter()
                .map(|code| (code.id.to_owned(), Name::en(code.name)));
            lists.insert(list.id.to_owned(), names.collect());
        }
        let mut area = code::names_of("area");
        area.insert(UNSPECIFIED.to_owned(), Name::of("未指明", "Not specified"));
        lists.insert(list_of("REF_AREA"), area);
        let indicators = catalog::indicators().iter();
        let indicators =
            indicators.map(|known| (code(known.id), Name::of(known.name_zh, known.name_en)));
        lists.insert(list_of("INDICATOR"), indicators.collect());
        for dimension in dimensions() {
            let mut names = code::names_of(dimension);
            names.insert(TOTAL.to_owned(), Name::of("合计", "Total"));
            names.insert(
                NOT_APPLICABLE.to_owned(),
                Name::of("不适用", "Not applicable"),
            );
            lists.insert(list_of(&component(dimension)), names);
        }
        let none = Names::from([(
            NOT_APPLICABLE.to_owned(),
            Name::of("不适用", "Not applicable"),
        )]);
        lists.insert(list_of("SHARE_OF"), none);
        lists.insert(list_of("ORIGIN"), Names::new());
        lists.insert(list_of("UNIT_MEASURE"), Names::new());
        Codes { lists }
    }

    /// The code of a text, which its list then has.
    fn used(&mut self, component: &str, text: &str) -> String {
        let code = code(text);
        self.names(component, code.clone(), Name::zh(text));
        code
    }

    fn names(&mut self, component: &str, code: String, name: Name) {
        self.lists
            .entry(list_of(component))
            .or_default()
            .entry(code)
            .or_insert(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_at_their_printed_scale() {
        let cases = [
            ("1081000000", 8, 2, "10.81"),
            ("1100000000", 8, 2, "11.00"),
            ("78.6", 0, 1, "78.6"),
            ("100", 0, 2, "100.00"),
            ("-35000", 4, 1, "-3.5"),
            ("0", 8, 0, "0"),
            ("5", 8, 0, "0.00000005"),
            (
                "79228162514264337593543950335",
                15,
                0,
                "79228162514264.337593543950335",
            ),
        ];
        for (value, multiplier, decimals, expected) in cases {
            assert_eq!(
                at_scale(value.parse().unwrap(), multiplier, decimals),
                expected
            );
        }
    }
}
