//! Parts of what was counted when the edition was: 其中…, 10.11 亿网民中，….

use std::ops::Range;

use super::Observation;
use crate::fact::{INFERRED, Measure};

/// A number of a sentence, and the observation that it became.
pub struct Placed {
    /// Where it stands in the sentence.
    pub number: Range<usize>,
    /// Which of the observations it is.
    pub at: usize,
    /// Whether the sentence says no time of it.
    pub is_undated: bool,
}

/// Gives parts without a period that of the count that they are parts of, where that has it
/// from the edition: 上网用户达 1690 万，其中…，两者兼用的 68 万. `before` is the count that the
/// sentence before ended with, for one that begins with 其中.
pub fn date_parts(
    observations: &mut [Observation],
    placed: &[Placed],
    text: &str,
    before: Option<usize>,
) {
    for part in placed.iter().filter(|part| part.is_undated) {
        let Some(whole) = whole_of(observations, placed, part, text).or_else(|| {
            let is_led = text.trim_start().starts_with("其中");
            let is_one = !text[..part.number.start].contains(['；', ';']);
            before.filter(|_| is_led && is_one)
        }) else {
            continue;
        };
        let Some((is_bare, unit)) = fits(&observations[part.at], &observations[whole]) else {
            continue;
        };
        let period = observations[whole].period;
        let part = &mut observations[part.at];
        part.period = period;
        part.period_note = Some(INFERRED.to_owned());
        // 两者兼用的 68 万: of the users, people.
        if is_bare {
            part.unit = unit;
        }
    }
}

/// Whether a number without a period may be a part of one that the edition dates: then
/// whether no word says what it counts, and what the whole counts.
fn fits(part: &Observation, whole: &Observation) -> Option<(bool, String)> {
    let is_inferred = whole.period.is_some() && whole.period_note.as_deref() == Some(INFERRED);
    let are_levels = part.measure == Measure::Level && whole.measure == Measure::Level;
    let printed = part.unit_printed.as_deref().unwrap_or_default();
    let (_, word) = crate::catalog::units().multiplier(printed);
    let is_bare = word.is_empty() && part.power > 0;
    let is_alike = part.unit == whole.unit || is_bare && part.unit == "item";
    let is_open = part.period.is_none() && part.period_note.is_none() && part.indicator.is_none();
    let is_part = part.value <= whole.value;
    (is_inferred && are_levels && is_alike && is_open && is_part)
        .then(|| (is_bare, whole.unit.clone()))
}

/// The count that a number behind 其中, or behind 网民中，, is a part of.
fn whole_of(
    observations: &[Observation],
    placed: &[Placed],
    part: &Placed,
    text: &str,
) -> Option<usize> {
    let said = &text[..part.number.start];
    let starts = ['；', ';', '！', '？', '。'];
    // 其中手机网民…；其中农村…: of what stands before the part.
    let is_led = |at: &usize| !said[*at..].trim_start_matches(starts).starts_with("其中");
    let start = said.rfind(starts).filter(is_led).unwrap_or_default();
    let is_within = |whole: &&Placed| start <= whole.number.start && whole.at != part.at;
    let last = |end: usize| {
        let mut wholes = placed.iter().rev().filter(is_within);
        let is_level = |whole: &Placed| observations[whole.at].measure == Measure::Level;
        wholes.find(|whole| whole.number.end <= end && is_level(whole))
    };
    if let Some(at) = said[start..].rfind("其中") {
        return last(start + at).map(|whole| whole.at);
    }
    // 10.11 亿网民中，10.07 亿人…
    let mut wholes = placed.iter().filter(is_within);
    let whole = wholes.find(|whole| {
        let behind = said.get(whole.number.end..).unwrap_or_default();
        let end = behind.find(['，', ',']);
        end.is_some_and(|end| behind[..end].ends_with(['中', '里']))
    });
    whole.map(|whole| whole.at)
}
