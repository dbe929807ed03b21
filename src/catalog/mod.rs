//! What varies from edition to edition: datasets and units, as data.
//!
//! The files beside this one are the catalog; a new table, alias or unit is a
//! line in them.

mod dataset;
mod unit;

use std::sync::LazyLock;

use serde::de::DeserializeOwned;

pub use dataset::{Column, Dataset, Datasets, Shape};
pub use unit::{Unit, Units};

/// The datasets that a table can be.
pub fn datasets() -> &'static Datasets {
    static DATASETS: LazyLock<Datasets> = LazyLock::new(|| parse(include_str!("datasets.toml")));
    &DATASETS
}

/// The units and what they are multiples of.
pub fn units() -> &'static Units {
    static UNITS: LazyLock<Units> = LazyLock::new(|| parse(include_str!("units.toml")));
    &UNITS
}

/// A bundled file; a test reads each, so that a broken one is never released.
fn parse<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("the bundled catalog is broken: {error}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_file_is_read() {
        assert!(super::datasets().iter().next().is_some());
        assert!(super::units().parse("人").is_some());
    }
}
