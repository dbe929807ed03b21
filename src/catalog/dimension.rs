//! What statistics are broken down by.

use serde::Deserialize;

use super::band::Bands;
use super::indicator::Alias;

/// The catalog of dimensions, `area` aside.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimensions {
    dimension: Vec<Dimension>,
}

/// Something that statistics are broken down by.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// `application`
    pub id: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Labels of rows that sum it up.
    pub totals: Vec<String>,
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
    pub id: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Other names.
    pub aliases: Vec<Alias>,
}

/// The codes of the dimension `area`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    /// Labels of rows that sum up a table.
    pub totals: Vec<String>,
    region: Vec<Region>,
}

/// A region.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// ISO 3166-2:CN, `CN`, or a local code that begins with `X-`.
    pub code: String,
    /// GB/T 2260, where it has one.
    pub gb2260: Option<String>,
    /// The code of what it is part of, where that is not the country.
    pub parent: Option<String>,
    /// Short Chinese name.
    pub name_zh: String,
    /// Full Chinese name.
    pub name_full: String,
    /// English name.
    pub name_en: String,
    /// Other names.
    pub aliases: Vec<String>,
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
