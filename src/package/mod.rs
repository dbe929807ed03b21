//! A report as related tables, in the terms of a Data Package: resources with
//! fields, keys and rows.
//!
//! What is written as CSV, Parquet or into a database is made from these.

mod cells;
mod correction;
mod dataset;
mod edition;
mod field;
mod observation;
mod reference;

use crate::catalog;
use crate::report::Report;

use cells::Cells;

pub use field::{Field, Kind, Value};

/// The folder of the resources of datasets.
pub const DATASETS: &str = "datasets";

/// A table of the package.
#[derive(Clone, Debug)]
pub struct Resource<'r> {
    /// Its name, in snake_case; that of its file and of its database table.
    pub name: &'static str,
    /// A few words.
    pub title: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// What its rows are of.
    pub scope: Scope,
    /// Its columns; the first is the primary key.
    pub fields: Vec<Field>,
    /// Fields that name a row of another resource.
    pub foreign_keys: Vec<ForeignKey>,
    /// Its rows, aligned with the fields.
    pub rows: Vec<Vec<Value<'r>>>,
}

/// What the rows of a resource are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The catalog: the same for all editions.
    Catalog,
    /// An edition; the field `edition` says which.
    Edition,
    /// An edition and, of it, one dataset.
    Dataset,
}

/// A field that names a row of another resource by its primary key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The field.
    pub field: &'static str,
    /// The other resource.
    pub resource: &'static str,
    /// Its primary key.
    pub key: &'static str,
}

/// A report as tables.
#[derive(Clone, Debug)]
pub struct Package<'r> {
    /// Each after those that it refers to. Every dataset of the catalog is
    /// there, without rows where the report does not have it.
    pub resources: Vec<Resource<'r>>,
    /// What a resource could not take and left to `observations`.
    pub notes: Vec<String>,
}

/// The tables of a report.
pub fn report_to_package(report: &Report) -> Package<'_> {
    let mut resources = vec![
        reference::areas(report),
        reference::indicators(report),
        edition::edition(report),
        observation::observations(report),
        correction::corrections(report),
        reference::footnotes(report),
        reference::checks(report),
    ];
    let cells = Cells::of(report);
    let mut notes = Vec::new();
    for dataset in catalog::datasets().iter() {
        let (resource, left) = dataset::dataset(report, &cells, dataset);
        resources.push(resource);
        notes.extend(left);
    }
    Package { resources, notes }
}

impl Resource<'_> {
    /// The name of its primary key.
    pub fn key(&self) -> &str {
        &self.fields[0].name
    }

    /// Its path in a package, without extension.
    pub fn path(&self) -> String {
        match self.scope {
            Scope::Dataset => format!("{DATASETS}/{}", self.name),
            Scope::Catalog | Scope::Edition => self.name.to_owned(),
        }
    }
}

/// A name of a row that is unique in its resource: `name`, and with a count
/// where it was given before.
#[derive(Default)]
struct Ids(std::collections::HashMap<String, usize>);

impl Ids {
    fn unique(&mut self, name: String) -> String {
        let count = self.0.entry(name.clone()).or_insert(0);
        *count += 1;
        match *count {
            1 => name,
            count => format!("{name}.{count}"),
        }
    }
}

/// `55`, or `-` without an edition; as in the ids of observations.
fn edition_key(report: &Report) -> String {
    let number = report.edition.number;
    number.map_or("-".to_owned(), |number| number.to_string())
}

/// Codes by dimension as a JSON object, in the order of the dimensions.
fn object(codes: &crate::catalog::Codes) -> String {
    json(codes)
}

/// Texts as JSON.
fn json(texts: &impl serde::Serialize) -> String {
    serde_json::to_string(texts).expect("lists of texts and texts by text are JSON")
}
