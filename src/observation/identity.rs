//! The names of facts and of the places that print them.

use foldhash::{HashMap, HashMapExt as _};

use super::{Observation, Origin};
use crate::catalog;
use crate::edition::Edition;
use crate::fact::Measure;
use crate::period::Period;
use crate::statement::{Statement, StatementKind};

/// The `fact` and the `id` of each observation.
///
/// A fact is free of value, table number and place. An id is the fact with the
/// kind of item that prints it, and a count where several of that kind do.
pub fn identify(
    observations: &[Observation],
    statements: &[Statement],
    edition: &Edition,
) -> Vec<(String, String)> {
    let mut periods = HashMap::new();
    let facts = observations.iter();
    let facts: Vec<String> = facts
        .map(|observation| fact(observation, edition, &mut periods))
        .collect();
    let mut counts: HashMap<(&str, &str), usize> = HashMap::new();
    let ids = observations.iter().zip(&facts).map(|(observation, fact)| {
        let kind = match observation.origin {
            Origin::Cell { .. } => "table",
            Origin::Statement(at) => match statements[at].kind {
                StatementKind::Bullet => "bullet",
                StatementKind::Sentence => "sentence",
            },
        };
        let count = counts.entry((fact, kind)).or_insert(0);
        *count += 1;
        match *count {
            1 => [fact, "@", kind].concat(),
            count => format!("{fact}@{kind}.{count}"),
        }
    });
    let ids: Vec<String> = ids.collect();
    facts.into_iter().zip(ids).collect()
}

/// Periods as they are written: a report has few.
type Written = HashMap<Period, String>;

/// `55/application_users/application=instant_messaging/level/2024-12`.
fn fact(observation: &Observation, edition: &Edition, periods: &mut Written) -> String {
    const USUAL: usize = 96;
    let mut name = String::with_capacity(USUAL);
    match edition.number {
        Some(number) => name.push_str(&number.to_string()),
        None => name.push('-'),
    }
    name.push('/');
    match observation.indicator {
        Some(indicator) => name.push_str(indicator.id),
        None => name.extend(observation.label.split_whitespace()),
    }
    let mut sign = "/";
    for (dimension, code) in &observation.dimensions {
        name.extend([sign, dimension, "=", code]);
        sign = ",";
    }
    name.extend(["/", observation.measure.name()]);
    // The change of a share in points is none of a count.
    if observation.measure == Measure::Change && observation.unit == "percentage_point" {
        name.push_str(".points");
    }
    // 流量是上年的 1.5 倍 is no amount of it.
    if observation.measure == Measure::Level && observation.unit == "multiple" {
        name.push_str(".multiple");
    }
    if let Some(whole) = other_whole(observation) {
        name.extend(["/of=", whole]);
    }
    let mut push = |period: Option<Period>| {
        let period =
            period.map(|period| periods.entry(period).or_insert_with(|| period.to_string()));
        name.extend(["/", period.map_or("-", |period| period)]);
    };
    push(period_of_fact(observation, edition));
    if observation.base.is_some() {
        push(observation.base);
    }
    name
}

/// The period that a fact is named by, wherever it is printed.
pub fn period_of_fact(observation: &Observation, edition: &Edition) -> Option<Period> {
    stock(observation, edition).or(observation.period)
}

/// The month that a change of a stock is of: 2024 年，…用户规模较 2023 年 12 月增长… is
/// what the table prints of 2024.12.
fn stock(observation: &Observation, edition: &Edition) -> Option<Period> {
    let indicator = observation.indicator?;
    let is_change = matches!(observation.measure, Measure::Change | Measure::GrowthRate);
    let (Some(period), Some(Period::Month(from, month))) = (observation.period, observation.base)
    else {
        return None;
    };
    let survey = edition
        .period
        .filter(|survey| matches!(survey, Period::Month(..)))?;
    let is_of_survey = match period {
        Period::Year(year) => survey.year() == year && from == year - 1,
        // 上半年…，较 2017 年末增加 3.8%
        Period::Half(..) => {
            period.last_month() == survey
                && survey.months_before(6) == Some(Period::Month(from, month))
        }
        _ => false,
    };
    (is_change && !indicator.is_flow && is_of_survey).then_some(survey)
}

/// The whole of a share, where it is not the one that the indicator has.
fn other_whole(observation: &Observation) -> Option<&str> {
    let whole = observation.share_of.as_deref()?;
    let bare = catalog::wording().without_country(whole);
    let is_own = catalog::is_own_whole(observation.indicator?, bare, &observation.dimensions);
    (!is_own).then_some(whole)
}
