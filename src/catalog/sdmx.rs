//! Codelists and concepts of SDMX.

use serde::Deserialize;

/// What SDMX needs beside the catalog.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Sdmx {
    /// Codelists that do not come from the catalog.
    #[serde(rename = "codelist")]
    pub codelists: Vec<Codelist>,
    /// Concepts of the components, dimensions of the catalog aside.
    #[serde(rename = "concept")]
    pub concepts: Vec<Named>,
}

/// A list of codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codelist {
    /// `CL_OBS_STATUS`
    pub id: &'static str,
    /// English name.
    pub name: &'static str,
    /// Its codes.
    #[serde(rename = "code")]
    pub codes: Vec<Named>,
}

/// A code or a concept.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// `A`
    pub id: &'static str,
    /// English name.
    pub name: &'static str,
}
