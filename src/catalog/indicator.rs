//! What statistics measure.

use serde::Deserialize;

/// The catalog of indicators.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    indicator: Vec<Indicator>,
}

/// What a statistic measures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// `internet_users`
    pub id: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// What kind of quantity it is: `count`, `percent` …
    pub kind: String,
    /// How it is mostly measured.
    pub measure: String,
    /// Base unit.
    pub unit: String,
    /// What a share is a share of.
    pub share_of: Option<String>,
    /// Dimensions that it is published by.
    pub takes: Vec<String>,
    /// Other phrases for it.
    pub aliases: Vec<Alias>,
}

/// Another name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The name; `{application}` stands for any code of that dimension.
    pub text: String,
    /// Editions it was seen in; none when it is not tied to any.
    #[serde(default)]
    pub editions: Vec<u32>,
}

impl Indicators {
    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Indicator> {
        self.indicator.iter()
    }
}
