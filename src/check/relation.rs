//! What should hold between printed numbers, as expressions of intervals.

use foldhash::{HashSet, HashSetExt as _};
use rust_decimal::Decimal;

use super::interval::{self, Interval};

/// Where a number is printed that checks compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// An observation, by its index.
    Observation(usize),
    /// A cell that is no observation, such as `20A+116B+62C`.
    Cell {
        /// The table, by its index.
        table: usize,
        /// Its row.
        row: usize,
        /// Its column of values.
        column: usize,
    },
}

/// A number that is printed, or computed from printed ones.
#[derive(Clone, Debug)]
pub enum Expression {
    /// As printed at a place.
    Printed(Place, Interval),
    /// What nobody prints: 100 %.
    Constant(Interval),
    /// The sum of all.
    Sum(Vec<Expression>),
    /// The first less the second.
    Difference(Box<[Expression; 2]>),
    /// The first by the second.
    Quotient(Box<[Expression; 2]>),
    /// The first times the second.
    Product(Box<[Expression; 2]>),
    /// So many times.
    Multiple(Decimal, Box<Expression>),
}

/// Another value at a place, to see what it would change.
pub type Instead = (Place, Interval);

impl Expression {
    /// One by the other.
    pub fn over(self, other: Expression) -> Expression {
        Expression::Quotient(Box::new([self, other]))
    }

    /// A part by its whole. Where the part is one of what the whole is the sum of,
    /// it is written so that each number stands in it once, and has one value.
    pub fn of_whole(self, whole: Expression) -> Expression {
        let Expression::Sum(parts) = &whole else {
            return self.over(whole);
        };
        let is_part = |part: &&Expression| part.is_same_place(&self);
        let is_positive = self
            .value(None)
            .is_some_and(|value| value.low() > Decimal::ZERO);
        if !is_positive || parts.iter().filter(is_part).count() != 1 {
            return self.over(whole);
        }
        let rest = parts.iter().filter(|part| !is_part(part)).cloned();
        let rest = Expression::Sum(rest.collect());
        let one = || Expression::Constant(Interval::exact(Decimal::ONE));
        one().over(Expression::Sum(vec![one(), rest.over(self)]))
    }

    fn is_same_place(&self, other: &Expression) -> bool {
        match (self, other) {
            (Expression::Printed(one, _), Expression::Printed(other, _)) => one == other,
            _ => false,
        }
    }

    /// One less the other.
    pub fn minus(self, other: Expression) -> Expression {
        Expression::Difference(Box::new([self, other]))
    }

    /// One by so many of the other.
    pub fn by(self, other: Expression) -> Expression {
        Expression::Product(Box::new([self, other]))
    }

    /// So many times as much.
    pub fn times(self, factor: Decimal) -> Expression {
        Expression::Multiple(factor, Box::new(self))
    }

    /// By how many percent `later` is more than `earlier`.
    pub fn growth(earlier: Expression, later: Expression) -> Expression {
        let hundred = Expression::Constant(Interval::exact(Decimal::ONE_HUNDRED));
        later
            .over(earlier)
            .times(Decimal::ONE_HUNDRED)
            .minus(hundred)
    }

    /// What the level was before it grew by so many percent.
    pub fn before_growth(later: Expression, rate: Expression) -> Expression {
        let one = Expression::Constant(Interval::exact(Decimal::ONE));
        let factor = Expression::Sum(vec![one, rate.times(Decimal::new(1, 2))]);
        later.over(factor)
    }

    /// All values that it may have; `None` when they are beyond decimals.
    pub fn value(&self, instead: Option<Instead>) -> Option<Interval> {
        match self {
            Expression::Printed(place, value) => Some(match instead {
                Some((other, instead)) if other == *place => instead,
                _ => *value,
            }),
            Expression::Constant(value) => Some(*value),
            Expression::Sum(parts) => {
                let mut sum = Interval::exact(Decimal::ZERO);
                for part in parts {
                    sum = sum.plus(part.value(instead)?)?;
                }
                Some(sum)
            }
            Expression::Difference(both) => both[0].value(instead)?.minus(both[1].value(instead)?),
            Expression::Quotient(both) => both[0].value(instead)?.over(both[1].value(instead)?),
            Expression::Product(both) => both[0].value(instead)?.times(both[1].value(instead)?),
            Expression::Multiple(factor, of) => of.value(instead)?.times(Interval::exact(*factor)),
        }
    }

    /// Where its numbers are printed.
    pub fn places(&self, into: &mut Vec<Place>) {
        match self {
            Expression::Printed(place, _) => into.push(*place),
            Expression::Constant(_) => {}
            Expression::Sum(parts) => parts.iter().for_each(|part| part.places(into)),
            Expression::Difference(both)
            | Expression::Quotient(both)
            | Expression::Product(both) => {
                both.iter().for_each(|part| part.places(into));
            }
            Expression::Multiple(_, of) => of.places(into),
        }
    }
}

/// What should hold.
#[derive(Clone, Debug)]
pub enum Relation {
    /// What is computed is what is printed.
    Equal {
        /// What should be printed.
        expected: Expression,
        /// What is.
        printed: Expression,
    },
    /// A part is no more than its whole.
    AtMost {
        /// The part.
        part: Expression,
        /// The whole.
        whole: Expression,
    },
    /// All are the same.
    Same(Vec<(Place, Interval)>),
}

/// How a relation turned out.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// Whether it can hold.
    pub holds: bool,
    /// What should be printed.
    pub expected: Interval,
    /// What is.
    pub actual: Interval,
}

impl Relation {
    /// Whether it can hold; `None` when its numbers are beyond decimals.
    pub fn outcome(&self, instead: Option<Instead>) -> Option<Outcome> {
        Some(match self {
            Relation::Equal { expected, printed } => {
                let (expected, actual) = (expected.value(instead)?, printed.value(instead)?);
                Outcome {
                    holds: expected.meets(actual),
                    expected,
                    actual,
                }
            }
            Relation::AtMost { part, whole } => {
                let (part, whole) = (part.value(instead)?, whole.value(instead)?);
                Outcome {
                    holds: part.may_be_at_most(whole),
                    expected: whole,
                    actual: part,
                }
            }
            Relation::Same(places) => {
                let values: Vec<Interval> = places
                    .iter()
                    .map(|(place, value)| match instead {
                        Some((other, instead)) if other == *place => instead,
                        _ => *value,
                    })
                    .collect();
                let odd = odd_one(&values);
                let others = values.iter().enumerate().filter(|(at, _)| Some(*at) != odd);
                let finest = others
                    .map(|(_, value)| *value)
                    .min_by_key(|value| value.width().unwrap_or(Decimal::MAX))?;
                Outcome {
                    holds: odd.is_none(),
                    expected: finest,
                    actual: odd.map_or(finest, |odd| values[odd]),
                }
            }
        })
    }

    /// Where its numbers are printed, each place once, in order.
    pub fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        match self {
            Relation::Equal { expected, printed } => {
                expected.places(&mut places);
                printed.places(&mut places);
            }
            Relation::AtMost { part, whole } => {
                part.places(&mut places);
                whole.places(&mut places);
            }
            Relation::Same(all) => places.extend(all.iter().map(|(place, _)| *place)),
        }
        let mut seen = HashSet::with_capacity(places.len());
        places.retain(|place| seen.insert(*place));
        places
    }
}

/// Of values that should be the same, the one that the most others exclude,
/// the last of equals; none when all meet.
pub fn odd_one(values: &[Interval]) -> Option<usize> {
    // Intervals meet all together when each two of them do.
    let first = *values.first()?;
    let shared = values
        .iter()
        .try_fold(first, |shared, value| shared.shared(*value));
    if shared.is_some() {
        return None;
    }
    let excluded = interval::exclusions(values);
    (0..values.len()).max_by_key(|at| excluded[*at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(at: usize, low: i64, high: i64) -> Expression {
        let value = Interval::between(Decimal::from(low), Decimal::from(high));
        Expression::Printed(Place::Observation(at), value)
    }

    #[test]
    fn a_relation_holds_where_intervals_meet() {
        let sum = |whole| Relation::Equal {
            expected: Expression::Sum(vec![printed(0, 1, 2), printed(1, 3, 3)]),
            printed: printed(2, whole, whole),
        };
        assert!(sum(4).outcome(None).unwrap().holds);
        assert!(!sum(6).outcome(None).unwrap().holds);
        let instead = (Place::Observation(1), Interval::exact(Decimal::from(5)));
        assert!(sum(6).outcome(Some(instead)).unwrap().holds);
        let places = [0, 1, 2].map(Place::Observation);
        assert_eq!(sum(6).places(), places);
    }

    #[test]
    fn a_part_has_one_value_in_its_whole_too() {
        let interval = |low, high| Some(Interval::between(low, high));
        let share = |part: Expression, parts| part.of_whole(Expression::Sum(parts)).value(None);
        let (one, other) = (printed(0, 1, 4), printed(1, 1, 4));
        let (fifth, four) = (Decimal::new(2, 1), Decimal::new(8, 1));
        let of_both = share(one.clone(), vec![one.clone(), other.clone()]);
        assert_eq!(of_both, interval(fifth, four));
        assert_eq!(
            share(one.clone(), vec![one]),
            interval(Decimal::ONE, Decimal::ONE)
        );
        let apart = share(printed(2, 1, 4), vec![printed(3, 2, 2), printed(4, 3, 3)]);
        assert_eq!(apart, interval(fifth, four));
        // What may be 0 divides nothing.
        let nothing = share(printed(0, 0, 0), vec![printed(0, 0, 0), printed(1, 5, 5)]);
        assert_eq!(nothing, interval(Decimal::ZERO, Decimal::ZERO));
    }

    #[test]
    fn growth_is_of_the_base() {
        let growth = Expression::growth(printed(0, 200, 200), printed(1, 210, 220));
        let expected = Interval::between(Decimal::from(5), Decimal::from(10));
        assert_eq!(growth.value(None), Some(expected));
        let before = Expression::before_growth(printed(0, 210, 210), printed(1, 5, 5));
        let expected = Interval::exact(Decimal::from(200));
        assert_eq!(before.value(None), Some(expected));
    }

    #[test]
    fn the_odd_one_is_what_the_most_exclude() {
        let values = |numbers: &[i64]| -> Vec<Interval> {
            let numbers = numbers.iter();
            numbers
                .map(|number| Interval::exact(Decimal::from(*number)))
                .collect()
        };
        let cases: [(&[i64], Option<usize>); 4] = [
            (&[5, 5, 5], None),
            (&[5, 6, 5], Some(1)),
            (&[6, 5, 5], Some(0)),
            (&[5, 6], Some(1)),
        ];
        for (numbers, expected) in cases {
            assert_eq!(odd_one(&values(numbers)), expected, "{numbers:?}");
        }
    }
}
