//! What varies from edition to edition, as data: datasets, indicators,
//! dimensions, regions and units.
//!
//! The files beside this one are the catalog; a new table, alias or unit is a
//! line in them.

mod band;
mod codes;
mod dataset;
mod dimension;
mod identity;
mod indicator;
mod phrase;
mod sdmx;
mod unit;
mod word;
mod wording;

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

pub use codes::Codes;
pub use dataset::{Column, Dataset, Datasets, Expected, Row, Shape};
pub use dimension::{Code, Dimension, Dimensions, Region, Regions};
pub use identity::{Balance, Hundred, Identities, Partition, People, Quotient, Rate};
pub use indicator::{Alias, AsShare, Indicator, Indicators};
pub use phrase::{Phrase, code, code_of_any, is_own_whole, names_of, part_of_whole, phrase};
pub use sdmx::{Codelist, Named, Sdmx};
pub use unit::{Unit, Units};
pub use wording::Wording;

/// A file beside this one, as `build.rs` packs it.
macro_rules! packed {
    ($name:literal) => {
        unpack(include_bytes!(concat!(
            env!("OUT_DIR"),
            "/catalog/",
            $name,
            ".msgpack"
        )))
    };
}

/// A packed file; a test reads each, so that a broken one is never released.
fn unpack<T: Deserialize<'static>>(packed: &'static [u8]) -> T {
    rmp_serde::from_slice(packed)
        .unwrap_or_else(|error| panic!("the bundled catalog is broken: {error}"))
}

/// The datasets that a table can be.
pub fn datasets() -> &'static Datasets {
    static DATASETS: LazyLock<Datasets> = LazyLock::new(|| packed!("datasets"));
    &DATASETS
}

/// What statistics measure.
pub fn indicators() -> &'static Indicators {
    static INDICATORS: LazyLock<Indicators> = LazyLock::new(|| packed!("indicators"));
    &INDICATORS
}

/// What statistics are broken down by.
pub fn dimensions() -> &'static Dimensions {
    static DIMENSIONS: LazyLock<Dimensions> = LazyLock::new(|| packed!("dimensions"));
    &DIMENSIONS
}

/// The codes of the dimension `area`.
pub fn regions() -> &'static Regions {
    static REGIONS: LazyLock<Regions> = LazyLock::new(|| packed!("regions"));
    &REGIONS
}

/// What holds between indicators.
pub fn identities() -> &'static Identities {
    static IDENTITIES: LazyLock<Identities> = LazyLock::new(|| packed!("identities"));
    &IDENTITIES
}

/// The units and what they are multiples of.
pub fn units() -> &'static Units {
    static UNITS: LazyLock<Units> = LazyLock::new(|| packed!("units"));
    &UNITS
}

/// Words that sentences are read by.
pub fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| packed!("wording"));
    &WORDING
}

/// Codelists and concepts of SDMX.
pub fn sdmx() -> &'static Sdmx {
    static SDMX: LazyLock<Sdmx> = LazyLock::new(|| packed!("sdmx"));
    &SDMX
}

/// Reads the catalog, which is otherwise read where it is first asked.
pub fn prepare() {
    units();
    wording();
    datasets();
    phrase::prepare();
    identities();
}

/// An id in snake_case that the words of a label suggest.
pub fn suggested_id(label: &str) -> Option<String> {
    static WORDS: LazyLock<word::Words> = LazyLock::new(|| packed!("words"));
    WORDS.id(label)
}

/// Whether a row label sums up whatever table it is in.
pub fn is_any_total(label: &str) -> bool {
    let is_mainland = regions().iter().any(|region| {
        region.code == "CN" && (region.name_zh == label || region.name_full == label)
    });
    let dimensions = dimensions().iter();
    is_mainland
        || is_total("area", label)
        || dimensions
            .flat_map(|dimension| &dimension.totals)
            .any(|total| *total == label)
}

/// Whether a row label sums up a dimension.
pub fn is_total(dimension: &str, label: &str) -> bool {
    let totals = match dimension {
        "area" => Some(&regions().totals),
        _ => dimensions()
            .iter()
            .find(|known| known.id == dimension)
            .map(|known| &known.totals),
    };
    totals.is_some_and(|totals| totals.contains(&label))
}

/// Whether a row of some table is labelled so, white space and full-width brackets aside.
pub fn is_row_label(label: &str) -> bool {
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let codes = dimensions().iter().flat_map(|dimension| {
            let names = dimension.codes.iter().flat_map(|code| {
                let aliases = code.aliases.iter().map(|alias| alias.text);
                aliases.chain([code.name_zh])
            });
            names.chain(dimension.totals.iter().copied())
        });
        let regions = regions().iter().flat_map(|region| {
            let aliases = region.aliases.iter().copied();
            aliases.chain([region.name_zh, region.name_full])
        });
        let rows = datasets().iter().flat_map(|dataset| &dataset.rows);
        let rows = rows.map(|row| row.label);
        codes.chain(regions).chain(rows).map(plain).collect()
    });
    LABELS.contains(&plain(label))
}

fn plain(label: &str) -> String {
    let characters = label.chars().filter(|c| !c.is_whitespace());
    let characters = characters.map(|c| match c {
        '（' => '(',
        '）' => ')',
        c => c,
    });
    characters.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The codes of a dimension by their ids.
    fn codes() -> BTreeMap<&'static str, Vec<&'static str>> {
        let areas = regions().iter().map(|region| region.code).collect();
        dimensions()
            .iter()
            .map(|dimension| {
                let codes = dimension.codes.iter().map(|code| code.id).collect();
                (dimension.id, codes)
            })
            .chain([("area", areas)])
            .collect()
    }

    #[test]
    fn what_datasets_name_is_in_the_catalog() {
        let codes = codes();
        let is_indicator = |id: &Option<&str>| {
            id.as_ref()
                .is_none_or(|id| indicators().iter().any(|indicator| indicator.id == *id))
        };
        for dataset in datasets().iter() {
            let id = &dataset.id;
            let row = dataset.row_dimension;
            assert!(
                row.is_none_or(|dimension| codes.contains_key(dimension)),
                "{id}"
            );
            let columns = dataset
                .columns
                .iter()
                .map(|column| (&column.indicator, &column.dimensions));
            let rows = dataset
                .rows
                .iter()
                .map(|row| (&row.indicator, &row.dimensions));
            for (indicator, dimensions) in columns.chain(rows) {
                assert!(is_indicator(indicator), "{id}: {indicator:?}");
                for (dimension, code) in dimensions {
                    assert!(codes[dimension].contains(&code), "{id}: {code}");
                }
            }
            for unit in dataset.columns.iter().flat_map(|column| &column.unit) {
                let (_, rest) = units().multiplier(unit);
                assert!(
                    rest.is_empty() || units().parse(unit).is_some(),
                    "{id}: {unit}"
                );
            }
        }
    }

    #[test]
    fn indicators_take_dimensions_of_the_catalog() {
        let codes = codes();
        for indicator in indicators().iter() {
            for dimension in &indicator.takes {
                assert!(
                    codes.contains_key(dimension),
                    "{}: {dimension}",
                    indicator.id
                );
            }
        }
    }

    #[test]
    fn identities_are_of_indicators_and_codes_of_the_catalog() {
        let (known, codes) = (identities(), codes());
        for partition in &known.partitions {
            let codes = &codes[partition.dimension];
            let beside = partition.beside.iter().chain(&partition.whole);
            for code in partition.parts.iter().chain(beside) {
                assert!(codes.contains(code), "{code}");
            }
        }
        let rates = known.rates.iter();
        let rates = rates.flat_map(|rate| rate.of.iter().chain([&rate.indicator, &rate.part]));
        let quotients = known.quotients.iter();
        let quotients =
            quotients.flat_map(|one| [&one.indicator, &one.numerator, &one.denominator]);
        let balances = known.balances.iter();
        let balances = balances.flat_map(|one| [&one.first, &one.second, &one.share]);
        let hundreds = known.hundreds.iter().map(|one| &one.indicator);
        let people = known.people.iter().flat_map(|one| &one.of);
        let ids = rates.chain(quotients).chain(balances);
        for id in ids.chain(hundreds).chain(people) {
            assert!(indicators().get(id).is_some(), "{id}");
        }
    }

    #[test]
    fn no_id_is_given_twice() {
        let lists: [Vec<&str>; 3] = [
            indicators().iter().map(|indicator| indicator.id).collect(),
            datasets().iter().map(|dataset| dataset.id).collect(),
            regions().iter().map(|region| region.code).collect(),
        ];
        for mut ids in lists.into_iter().chain(codes().into_values()) {
            ids.sort_unstable();
            assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
        }
    }
}
