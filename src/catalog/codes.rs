//! The codes that say what a number is of.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::{fmt, iter, slice};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// An id: of the catalog, or one of the report's own.
type Id = Cow<'static, str>;

/// Codes by dimension, in the order of the dimensions: `application` →
/// `instant_messaging`.
///
/// Few numbers have more than two and each is copied again and again, so that this is
/// a list, and what the catalog names is not copied with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Codes(Vec<(Id, Id)>);

/// Dimensions with their codes.
pub type Iter<'c> = iter::Map<slice::Iter<'c, (Id, Id)>, fn(&(Id, Id)) -> (&str, &str)>;

impl Codes {
    /// None.
    pub const fn new() -> Codes {
        Codes(Vec::new())
    }

    fn place(&self, dimension: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(known, _)| known.as_ref().cmp(dimension))
    }

    /// Whether each of them is one of others.
    pub fn is_of(&self, others: &Codes) -> bool {
        self.iter()
            .all(|(dimension, code)| others.get(dimension) == Some(code))
    }

    /// The code of a dimension.
    pub fn get(&self, dimension: &str) -> Option<&str> {
        let at = self.place(dimension).ok()?;
        Some(&self.0[at].1)
    }

    /// Whether a dimension has a code.
    pub fn contains_key(&self, dimension: &str) -> bool {
        self.place(dimension).is_ok()
    }

    /// Gives a dimension a code, whatever it had before.
    pub fn insert(&mut self, dimension: impl Into<Id>, code: impl Into<Id>) {
        let (dimension, code) = (dimension.into(), code.into());
        match self.place(&dimension) {
            Ok(at) => self.0[at].1 = code,
            Err(at) => self.0.insert(at, (dimension, code)),
        }
    }

    /// Takes the code of a dimension away.
    pub fn remove(&mut self, dimension: &str) {
        if let Ok(at) = self.place(dimension) {
            self.0.remove(at);
        }
    }

    /// Keeps the codes of some dimensions alone.
    pub fn retain(&mut self, is_kept: impl Fn(&str) -> bool) {
        self.0.retain(|(dimension, _)| is_kept(dimension));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The dimensions with their codes, in order.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(|(dimension, code)| (dimension, code))
    }

    /// The dimensions, in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.iter().map(|(dimension, _)| dimension)
    }

    /// The codes, in the order of their dimensions.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &str> {
        self.iter().map(|(_, code)| code)
    }
}

impl<D: Into<Id>, C: Into<Id>> Extend<(D, C)> for Codes {
    fn extend<I: IntoIterator<Item = (D, C)>>(&mut self, codes: I) {
        for (dimension, code) in codes {
            self.insert(dimension, code);
        }
    }
}

impl<D: Into<Id>, C: Into<Id>> FromIterator<(D, C)> for Codes {
    fn from_iter<I: IntoIterator<Item = (D, C)>>(codes: I) -> Codes {
        let mut all = Codes::new();
        all.extend(codes);
        all
    }
}

impl<D: Into<Id>, C: Into<Id>, const N: usize> From<[(D, C); N]> for Codes {
    fn from(codes: [(D, C); N]) -> Codes {
        codes.into_iter().collect()
    }
}

impl<'c> IntoIterator for &'c Codes {
    type Item = (&'c str, &'c str);
    type IntoIter = Iter<'c>;

    fn into_iter(self) -> Iter<'c> {
        self.iter()
    }
}

impl IntoIterator for Codes {
    type Item = (Id, Id);
    type IntoIter = std::vec::IntoIter<(Id, Id)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Serialize for Codes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Codes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Codes, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Codes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("codes by dimension")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Codes, M::Error> {
                let mut codes = Codes::new();
                while let Some((dimension, code)) = map.next_entry::<String, String>()? {
                    codes.insert(dimension, code);
                }
                Ok(codes)
            }
        }

        deserializer.deserialize_map(Entries)
    }
}

/// Codes that the catalog lists.
pub(super) fn of_catalog<'de: 'static, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Codes, D::Error> {
    let codes = BTreeMap::<&'static str, &'static str>::deserialize(deserializer)?;
    Ok(codes.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_the_order_of_their_dimensions() {
        let mut codes = Codes::from([("sex", "female"), ("age", "60+"), ("sex", "male")]);
        codes.insert("area", String::from("CN-BJ"));
        codes.remove("device");
        let listed: Vec<_> = codes.iter().collect();
        assert_eq!(listed, [("age", "60+"), ("area", "CN-BJ"), ("sex", "male")]);
        codes.remove("age");
        assert_eq!(codes.get("age"), None);
        assert_eq!(codes.get("sex"), Some("male"));
        let json = serde_json::to_string(&codes).unwrap();
        assert_eq!(json, r#"{"area":"CN-BJ","sex":"male"}"#);
        let read: Codes = serde_json::from_str(&json).unwrap();
        assert_eq!(read, codes);
    }
}
