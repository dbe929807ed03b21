//! Exact intervals: what a printed number may have been rounded from.

use rust_decimal::Decimal;

/// All values from one end to the other.
///
/// The operations give `None` where a result is beyond what a [`Decimal`]
/// holds; where one has more digits than it holds, the ends go outward by its
/// last digit, so that no value is ever lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: End,
    high: End,
}

/// Where an interval ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    value: Decimal,
    /// Whether all values up to it belong to the interval, but not itself.
    is_open: bool,
}

impl End {
    fn closed(value: Decimal) -> End {
        End {
            value,
            is_open: false,
        }
    }

    /// Whether a low end and a high end leave a value between them.
    fn reaches(self, high: End) -> bool {
        let touches = self.value == high.value && !self.is_open && !high.is_open;
        self.value < high.value || touches
    }
}

impl Interval {
    /// One value.
    pub fn exact(value: Decimal) -> Interval {
        Interval::between(value, value)
    }

    /// From one value to another, in whatever order, both included.
    pub fn between(one: Decimal, other: Decimal) -> Interval {
        Interval {
            low: End::closed(one.min(other)),
            high: End::closed(one.max(other)),
        }
    }

    /// What was rounded to a value, in steps of twice `half`: halves away from
    /// zero, so that 11.08 stands for 11.075 and for all up to 11.085, which is
    /// 11.09 already.
    pub fn rounded(value: Decimal, half: Decimal) -> Option<Interval> {
        let is_exact = half.is_zero();
        Some(Interval {
            low: End {
                value: value.checked_sub(half)?,
                is_open: !is_exact && value <= Decimal::ZERO,
            },
            high: End {
                value: value.checked_add(half)?,
                is_open: !is_exact && value >= Decimal::ZERO,
            },
        })
    }

    /// No further from a value than `away`.
    pub fn about(value: Decimal, away: Decimal) -> Option<Interval> {
        let (low, high) = (value.checked_sub(away)?, value.checked_add(away)?);
        Some(Interval::between(low, high))
    }

    /// No less than the least of these.
    pub fn and_more(self) -> Interval {
        Interval {
            high: End::closed(Decimal::MAX),
            ..self
        }
    }

    /// No more than the greatest of these.
    pub fn and_less(self) -> Interval {
        Interval {
            low: End::closed(Decimal::MIN),
            ..self
        }
    }

    /// From the least of these to the greatest of the others.
    pub fn to(self, other: Interval) -> Interval {
        Interval {
            high: other.high,
            ..self
        }
    }

    /// The value that none is less than.
    pub fn low(self) -> Decimal {
        self.low.value
    }

    /// The value that none is greater than.
    pub fn high(self) -> Decimal {
        self.high.value
    }

    /// Whether some value is in both.
    pub fn meets(self, other: Interval) -> bool {
        self.low.reaches(other.high) && other.low.reaches(self.high)
    }

    /// Whether some value is no greater than some of the others.
    pub fn may_be_at_most(self, other: Interval) -> bool {
        self.low.reaches(other.high)
    }

    /// What is in both.
    pub fn shared(self, other: Interval) -> Option<Interval> {
        let low = [self.low, other.low].into_iter();
        let high = [self.high, other.high].into_iter();
        self.meets(other).then_some(Interval {
            low: low.max_by_key(|end| (end.value, end.is_open))?,
            high: high.min_by_key(|end| (end.value, !end.is_open))?,
        })
    }

    /// How far its ends are apart.
    pub fn width(self) -> Option<Decimal> {
        self.high().checked_sub(self.low())
    }

    /// Its middle.
    pub fn middle(self) -> Option<Decimal> {
        let half = self.width()?.checked_div(Decimal::TWO)?;
        self.low().checked_add(half)
    }

    /// The sums of a value of each.
    pub fn plus(self, other: Interval) -> Option<Interval> {
        outward([(self.low, other.low), (self.high, other.high)], sum)
    }

    /// The differences of a value of each.
    pub fn minus(self, other: Interval) -> Option<Interval> {
        let negative = |end: End| End {
            value: -end.value,
            ..end
        };
        let other = (negative(other.high), negative(other.low));
        outward([(self.low, other.0), (self.high, other.1)], sum)
    }

    /// The products of a value of each.
    pub fn times(self, other: Interval) -> Option<Interval> {
        outward(self.corners(other), product)
    }

    /// The quotients of a value of each; `None` where the divisor may be 0.
    pub fn over(self, other: Interval) -> Option<Interval> {
        let may_be_zero = other.low() <= Decimal::ZERO && other.high() >= Decimal::ZERO;
        if may_be_zero {
            return None;
        }
        outward(self.corners(other), quotient)
    }

    fn corners(self, other: Interval) -> [(End, End); 4] {
        [
            (self.low, other.low),
            (self.low, other.high),
            (self.high, other.low),
            (self.high, other.high),
        ]
    }
}

/// How many of the values each of them does not meet. Of sorted ends these are
/// the ones behind a place and before another, with no two values compared.
pub fn exclusions(values: &[Interval]) -> Vec<usize> {
    let mut lows: Vec<End> = values.iter().map(|value| value.low).collect();
    let mut highs: Vec<End> = values.iter().map(|value| value.high).collect();
    lows.sort_unstable_by_key(|low| (low.value, low.is_open));
    highs.sort_unstable_by_key(|high| (high.value, !high.is_open));
    let excluded = values.iter().map(|value| {
        let above = lows.len() - lows.partition_point(|low| low.reaches(value.high));
        let below = highs.partition_point(|high| !value.low.reaches(*high));
        above + below
    });
    excluded.collect()
}

/// A result and the most that it may be away from the true one.
type Rounded = (Decimal, Decimal);

/// From the least of the results to the greatest. A result of an open end is
/// none, but what was rounded may be. Nothing times an open end is nothing all
/// the same.
fn outward<const N: usize>(
    pairs: [(End, End); N],
    operation: impl Fn(Decimal, Decimal) -> Option<Rounded>,
) -> Option<Interval> {
    let mut whole: Option<Interval> = None;
    for (one, other) in pairs {
        let (value, away) = operation(one.value, other.value)?;
        let is_open = (one.is_open || other.is_open) && away.is_zero() && !value.is_zero();
        let end = |value: Option<Decimal>| {
            Some(End {
                value: value?,
                is_open,
            })
        };
        let low = end(value.checked_sub(away))?;
        let high = end(value.checked_add(away))?;
        whole = Some(whole.map_or(Interval { low, high }, |whole| {
            Interval {
                low: [whole.low, low]
                    .into_iter()
                    .min_by_key(|end| (end.value, end.is_open))
                    .unwrap_or(low),
                high: [whole.high, high]
                    .into_iter()
                    .max_by_key(|end| (end.value, !end.is_open))
                    .unwrap_or(high),
            }
        }));
    }
    whole
}

fn sum(one: Decimal, other: Decimal) -> Option<Rounded> {
    let value = one.checked_add(other)?;
    let is_whole = value.scale() >= one.scale().max(other.scale());
    Some(rounded(value, is_whole))
}

fn product(one: Decimal, other: Decimal) -> Option<Rounded> {
    let value = one.checked_mul(other)?;
    let is_nothing = one.is_zero() || other.is_zero();
    let is_whole = is_nothing || value.scale() >= one.scale() + other.scale();
    Some(rounded(value, is_whole))
}

fn quotient(one: Decimal, other: Decimal) -> Option<Rounded> {
    let value = one.checked_div(other)?;
    let is_whole = product(value, other) == Some((one, Decimal::ZERO));
    Some(rounded(value, is_whole))
}

/// A result that has all its digits, or one that may be away by its last.
fn rounded(value: Decimal, is_whole: bool) -> Rounded {
    let away = if is_whole {
        Decimal::ZERO
    } else {
        last_digit(value)
    };
    (value, away)
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
    fn each_value_excludes_those_that_it_does_not_meet() {
        let rounded = |text: &str| Interval::rounded(decimal(text), decimal("0.05")).unwrap();
        let values = [
            interval("1", "3"),
            rounded("3.1"),
            rounded("3.0"),
            rounded("2.9").and_less(),
            interval("3.05", "3.05"),
            rounded("3.1"),
            interval("0", "9"),
            rounded("-3.1"),
        ];
        let compared = values
            .iter()
            .map(|one| values.iter().filter(|other| !other.meets(*one)).count());
        assert_eq!(exclusions(&values), compared.collect::<Vec<usize>>());
        assert_eq!(exclusions(&values), [4, 4, 5, 4, 4, 4, 1, 6]);
    }

    #[test]
    fn printed_numbers_are_rounded() {
        let rounded = |text: &str| Interval::rounded(decimal(text), decimal("0.005")).unwrap();
        let one = |text: &str| Interval::exact(decimal(text));
        let cases = [
            ("11.08", "11.075", true),
            ("11.08", "11.0849", true),
            ("11.08", "11.085", false),
            ("11.08", "11.0749", false),
            ("-11.08", "-11.085", false),
            ("-11.08", "-11.075", true),
            ("0.00", "0.005", false),
            ("0.00", "-0.005", false),
            ("0.00", "0.0049", true),
        ];
        for (printed, value, expected) in cases {
            assert_eq!(
                rounded(printed).meets(one(value)),
                expected,
                "{printed} {value}"
            );
        }
        assert!(!rounded("11.08").meets(rounded("11.09")));
        let exact = Interval::rounded(decimal("12"), Decimal::ZERO).unwrap();
        assert_eq!(exact, one("12"));
    }

    #[test]
    fn open_ends_stay_open() {
        let rounded = |text: &str| Interval::rounded(decimal(text), decimal("0.05")).unwrap();
        let one = |text: &str| Interval::exact(decimal(text));
        let sum = rounded("49.9").plus(rounded("49.9")).unwrap();
        assert!(sum.meets(one("99.7")) && !sum.meets(one("99.9")));
        let less = one("100").minus(rounded("49.9")).unwrap();
        assert!(less.meets(one("50.15")) && !less.meets(one("50.05")));
        let twice = rounded("49.9").times(one("2")).unwrap();
        assert!(twice.meets(one("99.7")) && !twice.meets(one("99.9")));
        let turned = rounded("49.9").times(one("-2")).unwrap();
        assert!(turned.meets(one("-99.7")) && !turned.meets(one("-99.9")));
        let half = rounded("49.9").over(one("2")).unwrap();
        assert!(half.meets(one("24.925")) && !half.meets(one("24.975")));
        let nothing = rounded("49.9").times(one("0")).unwrap();
        assert_eq!(nothing, one("0"));
        let shared = rounded("49.9").shared(interval("49.9", "49.95")).unwrap();
        assert!(!shared.meets(one("49.95")));
        assert!(!one("49.95").may_be_at_most(rounded("49.9")));
        assert!(one("49.94").may_be_at_most(rounded("49.9")));
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
        assert_eq!(Interval::about(Decimal::MAX, Decimal::ONE), None);
    }

    #[test]
    fn closed_ends_belong_to_both() {
        assert!(interval("1", "2").meets(interval("2", "3")));
        assert!(!interval("1", "2").meets(interval("2.1", "3")));
        assert_eq!(
            interval("1", "3").shared(interval("2", "5")),
            Some(interval("2", "3"))
        );
        assert!(interval("2", "2").and_more().meets(interval("3", "4")));
        assert!(!interval("1", "1").and_less().meets(interval("2", "3")));
        assert_eq!(
            interval("1", "2").to(interval("3", "4")),
            interval("1", "4")
        );
    }
}
