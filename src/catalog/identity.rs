//! What holds between indicators in every edition.

use serde::Deserialize;

use super::codes::{self, Codes};

/// The identities that a report is checked by.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Identities {
    /// Codes that make up another.
    #[serde(rename = "partition")]
    pub partitions: Vec<Partition>,
    /// Indicators in percent.
    #[serde(rename = "rate")]
    pub rates: Vec<Rate>,
    /// Quantities by others.
    #[serde(rename = "quotient")]
    pub quotients: Vec<Quotient>,
    /// Indicators whose two numbers are shares of one whole.
    #[serde(rename = "hundred")]
    pub hundreds: Vec<Hundred>,
    /// Wholes that no indicator counts.
    pub people: Vec<People>,
    /// What one gains the other loses.
    #[serde(rename = "balance")]
    pub balances: Vec<Balance>,
}

/// Codes that make up another, or the whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partition {
    /// Of which dimension.
    pub dimension: &'static str,
    /// The code that they make up; `None` where that has no code.
    pub whole: Option<&'static str>,
    /// The codes.
    pub parts: Vec<&'static str>,
    /// Codes that some editions count beside the parts: added where they are printed.
    #[serde(default)]
    pub beside: Vec<&'static str>,
}

/// An indicator in percent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The indicator.
    pub indicator: &'static str,
    /// What is counted.
    pub part: &'static str,
    /// What that is a part of; several are added up.
    pub of: Vec<&'static str>,
    /// The dimensions whose codes the whole does not have.
    #[serde(default)]
    pub without: Vec<&'static str>,
}

/// One quantity by another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotient {
    /// The indicator that it is.
    pub indicator: &'static str,
    /// In which measure.
    pub measure: &'static str,
    /// What is divided.
    pub numerator: &'static str,
    /// The codes that it has beside those of the quotient.
    #[serde(default, deserialize_with = "codes::of_catalog")]
    pub numerator_codes: Codes,
    /// By what.
    pub denominator: &'static str,
    /// The codes that that has.
    #[serde(default, deserialize_with = "codes::of_catalog")]
    pub denominator_codes: Codes,
}

/// An indicator whose two numbers are shares of one whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hundred {
    /// The indicator.
    pub indicator: &'static str,
}

/// A whole of people that no indicator counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct People {
    /// Its names.
    pub names: Vec<&'static str>,
    /// The indicators that add up to it.
    pub of: Vec<&'static str>,
}

/// A pair of indicators that add up to the population.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// One.
    pub first: &'static str,
    /// The other.
    pub second: &'static str,
    /// What part of the population the first is.
    pub share: &'static str,
}
