//! Exact numbers in JSON.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

/// A decimal that JSON shows with the digits it was printed with: `100.00`
/// stays `100.00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact(pub Decimal);

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.scale() == 0
            && let Ok(whole) = i64::try_from(self.0.mantissa())
        {
            return serializer.serialize_i64(whole);
        }
        let number: serde_json::Number = self.0.to_string().parse().map_err(ser::Error::custom)?;
        number.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Exact, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?;
        let text = number.to_string();
        // 0.000005 may come as 5e-6.
        let exact = match text.contains(['e', 'E']) {
            true => Decimal::from_scientific(&text),
            false => Decimal::from_str_exact(&text),
        };
        exact.map(Exact).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_decimals_survive() {
        let printed = [
            "100.00",
            "-1.3",
            "-0.05",
            "399364628784",
            "0.50",
            "0.000005",
            "0.0000000000000000000000000001",
            "9223372036854775808",
            "-1844674407370955161.6",
            "7922816251426433759354395033.5",
            "79228162514264337593543950335",
        ];
        for text in printed {
            let exact: Exact = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&exact).unwrap(), text);
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            let exact: Exact = serde_json::from_value(value).unwrap();
            assert_eq!(serde_json::to_string(&exact).unwrap(), text);
        }
    }
}
