//! Decimal numbers as they are printed.

use nom::bytes::complete::take_while1;
use nom::character::complete::one_of;
use nom::combinator::{map_opt, opt, recognize};
use nom::multi::many0_count;
use nom::{IResult, Parser};
use rust_decimal::Decimal;

use super::numeral::half_width_digit;
use crate::document::number::is_digit;

/// The number at the start of a text, exact, and what follows it. It may be
/// grouped (`392,386,560`), signed (`-1.3`) and full-width.
pub fn leading(text: &str) -> Option<(Decimal, &str)> {
    decimal(text).ok().map(|(rest, value)| (value, rest))
}

/// Whether a text is nothing but digits and their signs: a number, however
/// long.
pub fn is_only_digits(text: &str) -> bool {
    text.starts_with(is_digit) && text.chars().all(|c| is_digit(c) || ",，.．".contains(c))
}

fn decimal(text: &str) -> IResult<&str, Decimal> {
    let digits = || take_while1::<_, &str, _>(is_digit);
    let group = (one_of(",，"), three_digits);
    let fraction = (one_of(".．"), digits());
    let number = recognize((
        opt(one_of("+-−－＋–")),
        digits(),
        many0_count(group),
        opt(fraction),
    ));
    map_opt(number, exact).parse(text)
}

/// Three digits and no fourth, as stand between group signs.
fn three_digits(text: &str) -> IResult<&str, &str> {
    let digits = take_while1(is_digit);
    map_opt(digits, |digits: &str| {
        (digits.chars().count() == 3).then_some(digits)
    })
    .parse(text)
}

/// The value of a printed number; `None` when it has more digits than a
/// [`Decimal`] keeps.
fn exact(printed: &str) -> Option<Decimal> {
    let (mut digits, mut scale) = (0i128, None::<u32>);
    let mut is_negative = false;
    for c in printed.chars() {
        match c {
            ',' | '，' | '+' | '＋' => {}
            '-' | '−' | '－' | '–' => is_negative = true,
            '.' | '．' => scale = Some(0),
            c => {
                let digit = half_width_digit(c).to_digit(10)?;
                digits = digits.checked_mul(10)?.checked_add(digit.into())?;
                scale = scale.map(|scale| scale + 1);
            }
        }
    }
    let signed = if is_negative { -digits } else { digits };
    Decimal::try_from_i128_with_scale(signed, scale.unwrap_or(0)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        let cases = [
            ("392,386,560", Some(("392386560", ""))),
            ("100.00%", Some(("100.00", "%"))),
            ("-1.3", Some(("-1.3", ""))),
            ("－1.3", Some(("-1.3", ""))),
            ("+2.0", Some(("2.0", ""))),
            ("１２．５万", Some(("12.5", "万"))),
            ("20A+116B", Some(("20", "A+116B"))),
            ("1,23", Some(("1", ",23"))),
            ("1,2345", Some(("1", ",2345"))),
            ("2.了%", Some(("2", ".了%"))),
            ("--", None),
            ("", None),
            (&"9".repeat(40), None),
            (
                "79228162514264337593543950335",
                Some(("79228162514264337593543950335", "")),
            ),
            ("79228162514264337593543950336", None),
            (
                "0.0000000000000000000000000001",
                Some(("0.0000000000000000000000000001", "")),
            ),
            ("0.00000000000000000000000000001", None),
            ("-0", Some(("0", ""))),
            ("－0.00", Some(("0.00", ""))),
        ];
        for (text, expected) in cases {
            let found = leading(text).map(|(value, rest)| (value.to_string(), rest));
            let found = found.as_ref().map(|(value, rest)| (value.as_str(), *rest));
            assert_eq!(found, expected, "{text}");
        }
    }
}
