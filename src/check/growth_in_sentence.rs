//! # What it checks
//!
//! Growth and changes that a sentence prints of what the catalog does not know,
//! against the levels that are printed with them: 收入为 900 亿元，较 2023 年的 750 亿元
//! 增长 20.0%; where the level before is not printed, a growth rate against the change
//! and the level now.
//!
//! # When it applies
//!
//! Where the same paragraph prints the levels under the label of the growth, of just
//! the two periods that it is between, and neither of them twice with values that do
//! not fit, nor without its label where numbers before have several. Growth a year over
//! several, and growth in real terms, as anything in its sentence says, is not that of the
//! levels as they are printed.
//!
//! # Tolerance
//!
//! As of growth of what the catalog knows: half of one in the last digit of each.

use foldhash::{HashMap, HashMapExt as _};

use super::evidence::Evidence;
use super::finding::Finding;
use super::growth;
use super::relation::Expression;
use crate::catalog::Codes;
use crate::fact::Measure;
use crate::observation::{Observation, Origin};
use crate::period::Period;

/// Checks the growth of what the catalog does not know.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    let printed = Printed::new(evidence);
    for (at, seen) in evidence.readings.observations.iter().enumerate() {
        if seen.indicator.is_none() && matches!(seen.measure, Measure::GrowthRate | Measure::Change)
        {
            findings.extend(compare(evidence, &printed, at));
        }
    }
}

/// What is printed of a label in a paragraph at a time.
type Said<'e> = (usize, &'e str, &'e Codes, Option<Period>);

/// What each paragraph prints of what the catalog does not know; `None` where it
/// prints several values that do not fit.
struct Printed<'e> {
    /// Levels and shares, by whether they are in percent.
    levels: HashMap<(Said<'e>, bool), Option<usize>>,
    /// Changes in numbers, and what they are from.
    changes: HashMap<(Said<'e>, Option<Period>), Option<usize>>,
}

/// The last number of a unit in a paragraph.
#[derive(Default)]
struct Last<'e> {
    label: Option<&'e str>,
    /// Whether numbers before had other labels.
    is_of_several: bool,
}

impl<'e> Last<'e> {
    /// Whether the next number has its label from the one before and does not say it, where
    /// it could be of another: …收入达 900 亿元，其中搜索为 90 亿元，2023 年为 500 亿元.
    fn takes_over(&mut self, next: &'e Observation, words: &str) -> bool {
        let is_same = self.label == Some(next.label.as_str());
        self.is_of_several |= self.label.is_some() && !is_same;
        self.label = Some(&next.label);
        is_same && self.is_of_several && !words.contains(next.label.as_str())
    }
}

impl<'e> Printed<'e> {
    fn new(evidence: &'e Evidence) -> Printed<'e> {
        let mut printed = Printed {
            levels: HashMap::new(),
            changes: HashMap::new(),
        };
        let mut lasts: HashMap<(usize, &str), Last> = HashMap::new();
        for (at, seen) in evidence.readings.observations.iter().enumerate() {
            let Some(said) = said(evidence, seen, seen.period) else {
                continue;
            };
            let last = lasts.entry((said.0, &seen.unit)).or_default();
            let is_taken_over = last.takes_over(seen, evidence.words(at));
            let is_sharp = seen.indicator.is_none() && !evidence.is_mean(at) && !is_taken_over;
            let place = match seen.measure {
                _ if !is_sharp => continue,
                Measure::Level | Measure::Share => {
                    let of = (said, seen.unit == "percent");
                    printed.levels.entry(of).or_insert(Some(at))
                }
                Measure::Change if seen.unit != "percentage_point" => {
                    let of = (said, seen.base);
                    printed.changes.entry(of).or_insert(Some(at))
                }
                _ => continue,
            };
            let fits = |known: usize| {
                let values = evidence.value(known).zip(evidence.value(at));
                let is_one_unit = evidence.observation(known).unit == seen.unit;
                is_one_unit && values.is_some_and(|(known, value)| known.meets(value))
            };
            if !place.is_some_and(fits) {
                *place = None;
            }
        }
        printed
    }
}

fn said<'e>(
    evidence: &Evidence<'e>,
    seen: &'e Observation,
    period: Option<Period>,
) -> Option<Said<'e>> {
    let Origin::Statement(statement) = seen.origin else {
        return None;
    };
    let block = evidence.readings.statements[statement].block;
    period?;
    // 占比较 2023 年提升: points are of the share of what stands before 占比.
    let is_percent = matches!(&*seen.unit, "percent" | "percentage_point");
    let shares = ["占比", "比例", "比重"];
    let bare = shares
        .iter()
        .find_map(|share| seen.label.strip_suffix(share));
    let bare = bare.filter(|bare| is_percent && !bare.is_empty());
    let label = bare.unwrap_or(&seen.label);
    Some((block, label, &seen.dimensions, period))
}

fn compare(evidence: &Evidence, printed: &Printed, at: usize) -> Option<Finding> {
    let seen = evidence.observation(at);
    let base = seen.base?;
    if seen.upper.is_some() || evidence.is_mean(at) || evidence.is_adjusted(at) {
        return None;
    }
    let is_points = seen.unit == "percentage_point";
    let level = |period| -> Option<Expression> {
        let said = said(evidence, seen, Some(period))?;
        let level = printed.levels.get(&(said, is_points)).copied()??;
        let other = evidence.observation(level);
        let fits = growth::is_of_level(other, seen) && growth::fits_unit(other, seen);
        fits.then(|| evidence.printed(level)).flatten()
    };
    let later = level(seen.period?)?;
    if let Some(earlier) = level(base) {
        return growth::evaluated(evidence, at, earlier, later);
    }
    if seen.measure != Measure::GrowthRate {
        return None;
    }
    let said = said(evidence, seen, seen.period)?;
    let change = printed.changes.get(&(said, Some(base))).copied()??;
    growth::of_change(evidence, at, evidence.printed(change)?, later)
}
