//! What the catalog and the report name, as codes of SDMX.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::catalog;
use crate::period::Period;

/// A dimension that a value is not broken down by, though its indicator may be.
pub const TOTAL: &str = "_T";
/// A dimension that does not apply.
pub const NOT_APPLICABLE: &str = "_Z";
/// An area that is not said.
pub const UNSPECIFIED: &str = "_X";

/// Names of codes by code.
pub type Names = BTreeMap<String, Name>;

/// The names of a code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Chinese name.
    pub zh: Option<String>,
    /// English name.
    pub en: Option<String>,
}

impl Name {
    /// Both names.
    pub fn of(zh: &str, en: &str) -> Name {
        Name {
            zh: Some(zh.to_owned()),
            en: Some(en.to_owned()),
        }
    }

    /// A Chinese name alone.
    pub fn zh(zh: &str) -> Name {
        Name {
            zh: Some(zh.to_owned()),
            en: None,
        }
    }

    /// An English name alone.
    pub fn en(en: &str) -> Name {
        Name {
            zh: None,
            en: Some(en.to_owned()),
        }
    }
}

/// A text as a code: as it is where it is one (`block/32` is `block_32`), a band
/// as SDMX writes it (`20-29` is `Y20T29`, `60+` is `Y_GE60`), else a digest
/// that the same text always has.
pub fn code(text: &str) -> String {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((from, to)) = text.split_once('-')
        && is_digits(from)
        && is_digits(to)
    {
        return format!("Y{from}T{to}");
    }
    if let Some(from) = text.strip_suffix('+')
        && is_digits(from)
    {
        return format!("Y_GE{from}");
    }
    let plain = text.replace('/', "_");
    let is_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '$' | '-');
    if !plain.is_empty() && plain.chars().all(is_code) {
        return plain;
    }
    let digest = Sha256::digest(text.as_bytes());
    let digest: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("X_{digest}")
}

/// The frequency and the time of a period: `M` and `2024-12`.
pub fn time(period: Period) -> (&'static str, String) {
    match period {
        Period::Year(_) => ("A", period.to_string()),
        Period::Half(year, half) => ("S", format!("{year}-S{half}")),
        Period::Quarter(..) => ("Q", period.to_string()),
        Period::Month(..) => ("M", period.to_string()),
        Period::Day(..) => ("D", period.to_string()),
        Period::Months { from, to } => {
            let months = (to.0 - from.0) * 12 + i32::from(to.1) - i32::from(from.1) + 1;
            ("_O", format!("{}-{:02}-01/P{months}M", from.0, from.1))
        }
    }
}

/// The codes of a dimension of the catalog, `area` among them.
pub fn names_of(dimension: &str) -> Names {
    if dimension == "area" {
        let regions = catalog::regions().iter();
        return regions
            .map(|region| (code(region.code), Name::of(region.name_zh, region.name_en)))
            .collect();
    }
    let known = catalog::dimensions()
        .iter()
        .find(|known| known.id == dimension);
    let codes = known.into_iter().flat_map(|known| &known.codes);
    codes
        .map(|known| (code(known.id), Name::of(known.name_zh, known.name_en)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_codes() {
        let cases = [
            ("CN-BJ", "CN-BJ"),
            ("instant_messaging", "instant_messaging"),
            ("20-29", "Y20T29"),
            ("60+", "Y_GE60"),
            ("block/32", "block_32"),
        ];
        for (text, expected) in cases {
            assert_eq!(code(text), expected);
        }
        assert_eq!(code("网民"), code("网民"));
        assert_ne!(code("网民"), code("网民整体"));
        assert!(code("网民").starts_with("X_"));
    }

    #[test]
    fn periods_are_times() {
        let cases = [
            ("2024", "A", "2024"),
            ("2024-H1", "S", "2024-S1"),
            ("2024-Q3", "Q", "2024-Q3"),
            ("2024-12", "M", "2024-12"),
            ("2024-12-31", "D", "2024-12-31"),
            ("2024-01..2024-09", "_O", "2024-01-01/P9M"),
            ("2023-11..2024-02", "_O", "2023-11-01/P4M"),
        ];
        for (period, frequency, expected) in cases {
            assert_eq!(
                time(period.parse().unwrap()),
                (frequency, expected.to_owned())
            );
        }
    }
}
