//! The serde form of `report.json`.
//!
//! Field by field this is what `schemas/report.schema.json` describes. Numbers
//! are exact decimals, what is absent is `null`.

mod assemble;
mod exact;

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::catalog::Codes;
use crate::check::{CheckKind, CheckStatus};
use crate::claim::Class;
use crate::locator::Locator;
use crate::problem::{ProblemKind, Severity};

pub use assemble::{Parts, assemble};
pub use exact::Exact;

/// Version of the format; a breaking change raises it.
pub const SCHEMA_VERSION: &str = "1";

/// A report, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: String,
    /// Which edition it is.
    pub edition: Edition,
    /// The file it was read from.
    pub source: SourceFile,
    /// Headings of the body, in order.
    pub sections: Vec<Section>,
    /// Numbered tables, in order.
    pub tables: Vec<Table>,
    /// Numbered figures, in order.
    pub figures: Vec<Figure>,
    /// Bullets of the core data and sentences with a number, in order.
    pub statements: Vec<Statement>,
    /// Statistical facts, one for each place that prints one.
    pub observations: Vec<Observation>,
    /// Footnotes, in order.
    pub footnotes: Vec<Footnote>,
    /// Terms of the glossary, in order.
    pub terms: Vec<Term>,
    /// What was checked, and how it ended.
    pub checks: Vec<Check>,
    /// What does not hold or was not understood.
    pub problems: Vec<Problem>,
    /// Account of the number tokens.
    pub ledger: Ledger,
}

/// Which edition a report is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its number.
    pub number: Option<u32>,
    /// Its title.
    pub title: Option<String>,
    /// `zh-CN` or `en`.
    pub language: String,
    /// Month of publication, `2025-01`.
    pub published: Option<String>,
    /// Month of the survey data, `2024-12`.
    pub period: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
}

/// The file a report was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Its name, without folders.
    pub file: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// `text/plain` or `application/pdf`.
    pub media_type: String,
    /// Physical pages; `None` when a text has no page breaks.
    pub pages: Option<usize>,
    /// Unicode scalar values of the canonical text.
    pub characters: usize,
}

/// A heading of the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// `s3.1.2`.
    pub id: String,
    /// Depth in the outline, from 1.
    pub level: u8,
    /// `第一章`, `一`, `（一）`, `1.1`.
    pub number: Option<String>,
    /// The title.
    pub title: String,
    /// Where it is printed.
    pub locator: Locator,
}

/// A numbered table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// `表 5`, `附表 10`.
    pub label: String,
    /// Its number.
    pub number: u32,
    /// `body` or `appendix`.
    pub kind: String,
    /// Marks in the caption.
    pub markers: Vec<String>,
    /// The title.
    pub title: String,
    /// Identity across editions.
    pub dataset: Option<String>,
    /// Heading of the row labels.
    pub stub: Option<String>,
    /// Columns of values.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Notes under it.
    pub notes: Vec<Note>,
    /// Who the data is from.
    pub source: Option<String>,
    /// From caption to last row.
    pub locator: Locator,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading without unit.
    pub label: Option<String>,
    /// The printed unit.
    pub unit: Option<String>,
    /// The period of its values.
    pub period: Option<String>,
    /// Marks in the heading.
    pub markers: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its label.
    pub label: Option<String>,
    /// The printed unit, where rows have their own.
    pub unit: Option<String>,
    /// Marks in the label.
    pub markers: Vec<String>,
    /// Aligned with the columns.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// As printed, less marks.
    pub text: Option<String>,
    /// The number, in the unit of its column or row.
    pub value: Option<Exact>,
    /// Marks in the cell.
    pub markers: Vec<String>,
    /// What a maintainer put in the place of a misprint; left out where nothing is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

/// A note under a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// `注1`.
    pub marker: Option<String>,
    /// What it says.
    pub text: String,
}

/// A numbered figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// `图 10`.
    pub label: String,
    /// Its number.
    pub number: u32,
    /// The title.
    pub title: String,
    /// The printed unit.
    pub unit: Option<String>,
    /// Marks in the caption.
    pub markers: Vec<String>,
    /// What is drawn.
    pub series: Vec<Series>,
    /// Where the caption is printed.
    pub locator: Locator,
}

/// A series of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Name in the legend.
    pub label: Option<String>,
    /// The printed unit of its values.
    pub unit: Option<String>,
    /// Points in the order of the axis.
    pub points: Vec<Point>,
}

/// A point of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Label on the axis.
    pub category: String,
    /// The number, in the unit of the series.
    pub value: Option<Exact>,
    /// Where the number is printed.
    #[serde(default)]
    pub locator: Option<Locator>,
}

/// A bullet or a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `bullet.3`, `sentence.12`.
    pub id: String,
    /// `bullet` or `sentence`.
    pub kind: String,
    /// What it says.
    pub text: String,
    /// Id of its section.
    pub section: Option<String>,
    /// Where it is printed.
    pub locator: Locator,
}

/// A statistical fact at one place that prints it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Unique in the report, stable against layout.
    pub id: String,
    /// What is measured, free of value and place.
    pub fact: String,
    /// Indicator of the catalog.
    pub indicator: Option<String>,
    /// What is measured, as printed.
    pub label: String,
    /// Codes by dimension.
    pub dimensions: Codes,
    /// `level`, `change`, `growth_rate`, `share`, `ratio` or `rank`.
    pub measure: String,
    /// Exact, in base units.
    pub value: Option<Exact>,
    /// Upper end of a range, in base units.
    pub value_upper: Option<Exact>,
    /// Second number of a ratio.
    pub value_denominator: Option<Exact>,
    /// Base unit.
    pub unit: String,
    /// Unit as printed.
    pub unit_printed: Option<String>,
    /// Power of ten of the printed unit.
    pub unit_multiplier: u32,
    /// The number as printed.
    pub value_printed: String,
    /// Decimals of the printed number.
    pub decimals: u32,
    /// `over`, `under`, `about` or `nearly`.
    pub approximation: Option<String>,
    /// SDMX OBS_STATUS: `A`, `F` or `O`.
    pub status: String,
    /// Period that it is of.
    pub period: Option<String>,
    /// How the period was found, when it is not printed as one.
    pub period_note: Option<String>,
    /// Period that a change or growth is measured from.
    pub base_period: Option<String>,
    /// Denominator of a share, as printed.
    pub share_of: Option<String>,
    /// The item that prints it.
    pub origin: Origin,
    /// Where the number is printed.
    pub locator: Locator,
    /// What a maintainer put in the place of a misprint; `value` has it.
    #[serde(default)]
    pub correction: Option<Correction>,
}

/// What is meant where something else is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// As it should be printed.
    pub corrected: String,
    /// Why.
    pub reason: String,
}

/// The item that prints an observation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// `table`, `bullet`, `sentence` or `figure`.
    pub kind: String,
    /// Label of the table or figure.
    pub label: Option<String>,
    /// Row of the table, from 0.
    pub row: Option<usize>,
    /// Column of values of the table, from 0.
    pub column: Option<usize>,
    /// Id of the statement.
    pub statement: Option<String>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Footnote {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: String,
    /// The first address in it.
    pub url: Option<String>,
    /// Where it is printed.
    pub locator: Locator,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// What is defined.
    pub term: String,
    /// What it means.
    pub definition: String,
    /// Where both are printed.
    pub locator: Locator,
}

/// A check of the report against itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Unique in the report, stable against layout: the kind and what is checked.
    pub id: String,
    /// What sort of check it is.
    pub kind: CheckKind,
    /// How it ended.
    pub status: CheckStatus,
    /// What a failure means: `error`, one of the printed values is wrong;
    /// `warning`, somebody should look.
    pub severity: Severity,
    /// What was compared and how it ended, for the reader.
    pub message: String,
    /// What should be there, in the unit of the message.
    pub expected: Option<Amount>,
    /// What is there, in the unit of the message.
    pub actual: Option<Amount>,
    /// How far the two may be apart by the rounding of what is printed.
    pub tolerance: Option<Exact>,
    /// Ids of the observations compared; cells without one as `附表 2 row, column`,
    /// tables, figures and footnotes by their labels.
    pub refs: Vec<String>,
}

/// What a check expects or finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Amount {
    /// A number.
    Number(Exact),
    /// Words, or what is no number by design: `3A+192B+133C`.
    Text(String),
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Amount, D::Error> {
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(text) => Ok(Amount::Text(text)),
            number => serde_json::from_value(number)
                .map(Amount::Number)
                .map_err(de::Error::custom),
        }
    }
}

/// Something that does not hold or was not understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// What sort of thing it is.
    pub kind: ProblemKind,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence for the reader.
    pub message: String,
    /// What should have been there.
    pub expected: Option<String>,
    /// What was there.
    pub found: Option<String>,
    /// Where; `None` when it concerns the whole report.
    pub locator: Option<Locator>,
}

/// Account of the number tokens of a document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// How many there are.
    pub numbers: usize,
    /// How many each class has.
    pub classes: BTreeMap<Class, usize>,
    /// Those in no class.
    pub unexplained: Vec<Unexplained>,
}

/// A number token in no class.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unexplained {
    /// As printed.
    pub text: String,
    /// Where.
    pub locator: Locator,
}
