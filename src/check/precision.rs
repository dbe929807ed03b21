//! Observations to the values they may have been rounded from.

use rust_decimal::Decimal;

use super::interval::Interval;
use crate::fact::Measure;
use crate::grammar::approximation::Approximation;
use crate::observation::{Observation, Status, decimals};

/// Units of what is measured, never counted one by one: 87 % is rounded, 87
/// domains are not.
const MEASURED: [&str; 8] = [
    "percent",
    "permille",
    "percentage_point",
    "multiple",
    "ratio",
    "hour",
    "minute",
    "second",
];

/// The values that a printed number stands for; `None` when it prints none, or
/// is expected only.
pub fn interval(observation: &Observation) -> Option<Interval> {
    if observation.status != Status::Normal {
        return None;
    }
    let value = observation.value?;
    let half = half_unit(observation)?;
    let rounded = Interval::rounded(value, half)?;
    Some(match (observation.approximation, observation.upper) {
        (Some(Approximation::Over), _) => rounded.and_more(),
        (Some(Approximation::Under | Approximation::Nearly), upper) => {
            Interval::rounded(upper.unwrap_or(value), half)?.and_less()
        }
        (Some(Approximation::About), _) => Interval::about(value, half.checked_mul(Decimal::TWO)?)?,
        (None, Some(upper)) => rounded.to(Interval::rounded(upper, half)?),
        (None, None) => rounded,
    })
}

/// Half of one in the last printed digit; 0 of an exact count.
pub fn half_unit(observation: &Observation) -> Option<Decimal> {
    if is_exact(observation) {
        return Some(Decimal::ZERO);
    }
    let half = Decimal::try_new(5, decimals(observation.text()) + 1).ok()?;
    half.checked_mul(Decimal::from(10_i64.checked_pow(observation.power)?))
}

/// Whether every single one was counted: no decimals, no 万, no rate or mean.
fn is_exact(observation: &Observation) -> bool {
    let is_counted = matches!(
        observation.measure,
        Measure::Level | Measure::Change | Measure::Rank
    );
    is_counted
        && observation.power == 0
        && decimals(observation.text()) == 0
        && !is_measured(&observation.unit)
        && !is_mean(observation)
}

/// Whether it is a mean, which no single one has.
pub fn is_mean(observation: &Observation) -> bool {
    match observation.indicator {
        Some(indicator) => indicator.kind == "mean",
        None => says_mean(&observation.label),
    }
}

/// Whether a label names a mean: 平均, 人均, 户均, 日均.
pub fn says_mean(label: &str) -> bool {
    label.contains('均')
}

/// Whether a unit is of what is measured, never counted one by one.
pub fn is_measured(unit: &str) -> bool {
    MEASURED.contains(&unit)
}
