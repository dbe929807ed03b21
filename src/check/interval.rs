//! Exact intervals: what a printed number may have been rounded from.

use rust_decimal::Decimal;

/// All values from `low` to `high`, both included.
///
/// The operations give `None` where a result is beyond what a [`Decimal`]
/// holds; where one has more digits than it holds, the ends go outward by its
/// last digit, so that no value is ever lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: Decimal,
    high: Decimal,
}

impl Interval {
    /// One value.
    pub fn exact(value: Decimal) -> Interval {
        Interval {
            low: value,
            high: value,
        }
    }

    /// From one value to another, in whatever order.
    pub fn between(one: Decimal, other: Decimal) -> Interval {
        Interval {
            low: one.min(other),
            high: one.max(other),
        }
    }

    /// A value that is rounded by at most `half`.
    pub fn rounded(value: Decimal, half: Decimal) -> Option<Interval> {
        Some(Interval {
            low: value.checked_sub(half)?,
            high: value.checked_add(half)?,
        })
    }

    /// No less than a value.
    pub fn at_least(value: Decimal) -> Interval {
        Interval {
            low: value,
            high: Decimal::MAX,
        }
    }

    /// No more than a value.
    pub fn at_most(value: Decimal) -> Interval {
        Interval {
            low: Decimal::MIN,
            high: value,
        }
    }

    /// The least value.
    pub fn low(self) -> Decimal {
        self.low
    }

    /// The greatest value.
    pub fn high(self) -> Decimal {
        self.high
    }

    /// Whether some value is in both.
    pub fn meets(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// What is in both.
    pub fn shared(self, other: Interval) -> Option<Interval> {
        self.meets(other).then(|| Interval {
            low: self.low.max(other.low),
            high: self.high.min(other.high),
        })
    }

    /// How far its ends are apart.
    pub fn width(self) -> Option<Decimal> {
        self.high.checked_sub(self.low)
    }

    /// Its middle.
    pub fn middle(self) -> Option<Decimal> {
        let half = self.width()?.checked_div(Decimal::TWO)?;
        self.low.checked_add(half)
    }

    /// The sums of a value of each.
    pub fn plus(self, other: Interval) -> Option<Interval> {
        outward([(self.low, other.low), (self.high, other.high)], sum)
    }

    /// The differences of a value of each.
    pub fn minus(self, other: Interval) -> Option<Interval> {
        outward([(self.low, -other.high), (self.high, -other.low)], sum)
    }

    /// The products of a value of each.
    pub fn times(self, other: Interval) -> Option<Interval> {
        outward(self.corners(other), product)
    }

    /// The quotients of a value of each; `None` where the divisor may be 0.
    pub fn over(self, other: Interval) -> Option<Interval> {
        let may_be_zero = other.low <= Decimal::ZERO && other.high >= Decimal::ZERO;
        if may_be_zero {
            return None;
        }
        outward(self.corners(other), quotient)
    }

    fn corners(self, other: Interval) -> [(Decimal, Decimal); 4] {
        [
            (self.low, other.low),
            (self.low, other.high),
            (self.high, other.low),
            (self.high, other.high),
        ]
    }
}

/// A result and the most that it may be away from the true one.
type Rounded = (Decimal, Decimal);

/// From the least of the results to the greatest.
fn outward<const N: usize>(
    pairs: [(Decimal, Decimal); N],
    operation: impl Fn(Decimal, Decimal) -> Option<Rounded>,
) -> Option<Interval> {
    let mut whole: Option<Interval> = None;
    for (one, other) in pairs {
        let (value, away) = operation(one, other)?;
        let part = Interval::rounded(value, away)?;
        whole = Some(whole.map_or(part, |whole| Interval {
            low: whole.low.min(part.low),
            high: whole.high.max(part.high),
        }));
    }
    whole
}

fn sum(one: Decimal, other: Decimal) -> Option<Rounded> {
    let value = one.checked_add(other)?;
    let is_whole = value.scale() >= one.scale().max(other.scale());
    Some((
        value,
        if is_whole {
            Decimal::ZERO
        } else {
            last_digit(value)
        },
    ))
}

fn product(one: Decimal, other: Decimal) -> Option<Rounded> {
    let value = one.checked_mul(other)?;
    let is_whole = value.scale() >= one.scale() + other.scale();
    Some((
        value,
        if is_whole {
            Decimal::ZERO
        } else {
            last_digit(value)
        },
    ))
}

fn quotient(one: Decimal, other: Decimal) -> Option<Rounded> {
    let value = one.checked_div(other)?;
    let is_whole = product(value, other) == Some((one, Decimal::ZERO));
    Some((
        value,
        if is_whole {
            Decimal::ZERO
        } else {
            last_digit(value)
        },
    ))
}

/// One in the last digit that a rounded result has. A quotient drops the zeros
/// at its end, so that its last digit may be a coarser one than it was rounded
/// at, never a finer.
fn last_digit(value: Decimal) -> Decimal {
    Decimal::new(1, value.scale())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn interval(low: &str, high: &str) -> Interval {
        Interval::between(decimal(low), decimal(high))
    }

    #[test]
    fn printed_numbers_are_rounded() {
        let users = Interval::rounded(decimal("11.08"), decimal("0.005")).unwrap();
        assert_eq!(users, interval("11.075", "11.085"));
    }

    #[test]
    fn operations_hold_all_values() {
        let cases = [
            (
                "sum",
                interval("1", "2").plus(interval("-1", "3")),
                "0",
                "5",
            ),
            (
                "difference",
                interval("1", "2").minus(interval("-1", "3")),
                "-2",
                "3",
            ),
            (
                "product",
                interval("-1", "2").times(interval("-3", "4")),
                "-6",
                "8",
            ),
            (
                "quotient",
                interval("1", "2").over(interval("4", "5")),
                "0.2",
                "0.5",
            ),
            (
                "of a negative",
                interval("-6", "3").over(interval("-3", "-1")),
                "-3",
                "6",
            ),
        ];
        for (name, found, low, high) in cases {
            assert_eq!(found, Some(interval(low, high)), "{name}");
        }
    }

    #[test]
    fn what_has_no_end_goes_outward() {
        let third = interval("1", "1").over(interval("3", "3")).unwrap();
        assert!(third.low() * Decimal::from(3) < Decimal::ONE);
        assert!(third.high() * Decimal::from(3) > Decimal::ONE);
        let large = interval("399364628784", "399364628784");
        let whole = large.plus(third).unwrap();
        assert!(whole.low() < whole.high(), "digits are lost at the end");
        // And back: what was divided is in the product.
        let back = large
            .over(interval("7", "7"))
            .unwrap()
            .times(interval("7", "7"));
        assert!(back.unwrap().meets(large));
    }

    #[test]
    fn what_is_too_large_has_no_result() {
        let most = Interval::exact(Decimal::MAX);
        assert_eq!(most.plus(most), None);
        assert_eq!(most.times(most), None);
        assert_eq!(most.over(interval("0.1", "0.2")), None);
        assert_eq!(most.over(interval("-1", "1")), None, "0 is between");
        assert_eq!(Interval::rounded(Decimal::MAX, Decimal::ONE), None);
    }

    #[test]
    fn ends_belong_to_both() {
        assert!(interval("1", "2").meets(interval("2", "3")));
        assert!(!interval("1", "2").meets(interval("2.1", "3")));
        assert_eq!(
            interval("1", "3").shared(interval("2", "5")),
            Some(interval("2", "3"))
        );
        assert!(Interval::at_least(decimal("2")).meets(interval("1", "2")));
        assert!(!Interval::at_most(decimal("1")).meets(interval("2", "3")));
    }
}
