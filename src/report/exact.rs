//! Exact numbers in JSON.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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
        match digits(self.0, &mut [0; MOST_DIGITS]) {
            Some(number) => Number { number }.serialize(serializer),
            None => Number {
                number: &self.0.to_string(),
            }
            .serialize(serializer),
        }
    }
}

/// What `serde_json` takes for a number of these digits, as `rust_decimal` does: to make
/// one of its own of them would read them once more, and copy them twice.
#[derive(Serialize)]
#[serde(rename = "$serde_json::private::Number")]
struct Number<'d> {
    #[serde(rename = "$serde_json::private::Number")]
    number: &'d str,
}

/// Those of the smallest decimal, a point and a sign, and one to spare.
const MOST_DIGITS: usize = 32;

/// The digits of a decimal, the last one first; none where a `u64` cannot hold them.
fn digits(value: Decimal, buffer: &mut [u8; MOST_DIGITS]) -> Option<&str> {
    let mut rest = u64::try_from(value.mantissa().unsigned_abs()).ok()?;
    let mut start = buffer.len();
    let mut put = |sign: u8| {
        start -= 1;
        buffer[start] = sign;
    };
    let scale = value.scale();
    let mut place = 0;
    while place <= scale || rest > 0 {
        if place == scale && scale > 0 {
            put(b'.');
        }
        put(b'0' + (rest % 10) as u8);
        rest /= 10;
        place += 1;
    }
    if value.is_sign_negative() {
        put(b'-');
    }
    str::from_utf8(&buffer[start..]).ok()
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
