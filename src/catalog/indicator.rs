//! What statistics measure.

use serde::Deserialize;

/// The catalog of indicators.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Indicators {
    indicator: Vec<Indicator>,
}

/// What a statistic measures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// `internet_users`
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// What kind of quantity it is: `count`, `percent` …
    pub kind: &'static str,
    /// How it is mostly measured.
    pub measure: &'static str,
    /// Base unit.
    pub unit: &'static str,
    /// What a share is a share of.
    pub share_of: Option<&'static str>,
    /// Other names of that whole.
    #[serde(default)]
    pub wholes: Vec<&'static str>,
    /// Whether a share of it in a part of that whole is the same of the part: 使用率.
    #[serde(default)]
    pub in_parts: bool,
    /// Whether it is counted as of a day, and its day is no other way to write
    /// the month of the survey.
    #[serde(default)]
    pub of_day: bool,
    /// Whether it is counted over a span of time, not at its end.
    #[serde(default)]
    pub is_flow: bool,
    /// What a share of it in some whole is.
    #[serde(default)]
    pub as_share: Vec<AsShare>,
    /// Dimensions that it is published by.
    pub takes: Vec<&'static str>,
    /// The dimension without a code of which a phrase says too little.
    pub needs: Option<&'static str>,
    /// Other phrases for it.
    pub aliases: Vec<Alias>,
}

/// What a share of an indicator in some whole is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AsShare {
    /// The names of the whole.
    pub of: Vec<&'static str>,
    /// The dimension that it must have.
    pub takes: Option<&'static str>,
    /// The indicator.
    pub indicator: &'static str,
}

/// Another name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The name; `{application}` stands for any code of that dimension.
    pub text: &'static str,
    /// Editions it was seen in; none when it is not tied to any.
    #[serde(default)]
    pub editions: Vec<u32>,
}

impl Indicator {
    /// The wholes that a share of it is of, when it says none or one of these.
    pub fn wholes(&self) -> Vec<&str> {
        let default = self.share_of.iter();
        default.chain(&self.wholes).copied().collect()
    }
}

impl Indicators {
    /// The indicator of an id.
    pub fn get(&self, id: &str) -> Option<&Indicator> {
        self.indicator.iter().find(|indicator| indicator.id == id)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Indicator> {
        self.indicator.iter()
    }
}
