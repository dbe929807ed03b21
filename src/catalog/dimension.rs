//! What statistics are broken down by.

use serde::Deserialize;

use super::band::Bands;
use super::indicator::Alias;

/// The catalog of dimensions, `area` aside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Dimensions {
    dimension: Vec<Dimension>,
}

/// Something that statistics are broken down by.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// `application`
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Labels of rows that sum it up.
    pub totals: Vec<&'static str>,
    /// How it prints codes that are bands of a measure.
    pub bands: Option<Bands>,
    /// Its codes.
    #[serde(rename = "code")]
    pub codes: Vec<Code>,
}

/// A code of a dimension.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// `instant_messaging`
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Other names.
    pub aliases: Vec<Alias>,
}

/// The codes of the dimension `area`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Regions {
    /// Labels of rows that sum up a table.
    pub totals: Vec<&'static str>,
    region: Vec<Region>,
}

/// A region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// ISO 3166-2:CN, `CN`, or a local code that begins with `X-`.
    pub code: &'static str,
    /// GB/T 2260, where it has one.
    pub gb2260: Option<&'static str>,
    /// The code of what it is part of, where that is not the country.
    pub parent: Option<&'static str>,
    /// Short Chinese name.
    pub name_zh: &'static str,
    /// Full Chinese name.
    pub name_full: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// Other names.
    pub aliases: Vec<&'static str>,
}

impl Dimensions {
    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Dimension> {
        self.dimension.iter()
    }
}

impl Regions {
    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Region> {
        self.region.iter()
    }
}
