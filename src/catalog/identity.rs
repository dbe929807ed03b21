//! What holds between indicators in every edition.

use serde::Deserialize;

use super::phrase::Codes;

/// The identities that a report is checked by.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
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
    pub dimension: String,
    /// The code that they make up; `None` where that has no code.
    pub whole: Option<String>,
    /// The codes.
    pub parts: Vec<String>,
    /// Codes that some editions count beside the parts: added where they are printed.
    #[serde(default)]
    pub beside: Vec<String>,
}

/// An indicator in percent.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// The indicator.
    pub indicator: String,
    /// What is counted.
    pub part: String,
    /// What that is a part of; several are added up.
    pub of: Vec<String>,
    /// The dimensions whose codes the whole does not have.
    #[serde(default)]
    pub without: Vec<String>,
}

/// One quantity by another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotient {
    /// The indicator that it is.
    pub indicator: String,
    /// In which measure.
    pub measure: String,
    /// What is divided.
    pub numerator: String,
    /// The codes that it has beside those of the quotient.
    #[serde(default)]
    pub numerator_codes: Codes,
    /// By what.
    pub denominator: String,
    /// The codes that that has.
    #[serde(default)]
    pub denominator_codes: Codes,
}

/// An indicator whose two numbers are shares of one whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hundred {
    /// The indicator.
    pub indicator: String,
}

/// A whole of people that no indicator counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    /// Its names.
    pub names: Vec<String>,
    /// The indicators that add up to it.
    pub of: Vec<String>,
}

/// A pair of indicators that add up to the population.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// One.
    pub first: String,
    /// The other.
    pub second: String,
    /// What part of the population the first is.
    pub share: String,
}
