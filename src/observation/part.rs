//! Parts of what was counted when the edition was: 其中…, 10.11 亿网民中，….

use std::ops::Range;

use super::Observation;
use crate::fact::{INFERRED, Measure};
use crate::period::Period;

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
    let wholes = Wholes::of(observations, placed, text);
    let is_led = text.trim_start().starts_with(OF_WHICH);
    let first = text.find(['；', ';']).unwrap_or(text.len());
    let before = before.filter(|_| is_led);
    if wholes.is_empty() && before.is_none() {
        return;
    }
    for part in placed.iter().filter(|part| part.is_undated) {
        let is_first = part.number.start <= first;
        let whole = wholes.whole_of(part).or(before.filter(|_| is_first));
        let Some(whole) = whole else {
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

/// What parts follow.
const OF_WHICH: &str = "其中";

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

/// The counts of a sentence that others may be parts of, each list in the order of the
/// sentence, which may be long.
struct Wholes<'p> {
    /// Where 其中 stands.
    of_which: Vec<usize>,
    /// Where clauses end, but before 其中: 其中手机网民…；其中农村… is of what stands before.
    ends: Vec<usize>,
    levels: Vec<&'p Placed>,
    /// 10.11 亿网民中，10.07 亿人….
    within: Vec<&'p Placed>,
}

impl<'p> Wholes<'p> {
    fn of(observations: &[Observation], placed: &'p [Placed], text: &str) -> Wholes<'p> {
        const ENDS: [char; 5] = ['；', ';', '！', '？', '。'];
        /// A name that goes on for longer is none.
        const LONGEST: usize = 200;
        let mut all: Vec<&Placed> = placed.iter().collect();
        all.sort_by_key(|placed| placed.number.end);
        let is_level = |placed: &&&Placed| observations[placed.at].measure == Measure::Level;
        let is_within = |placed: &&&Placed| {
            let behind = text.get(placed.number.end..).unwrap_or_default();
            let behind = &behind[..behind.floor_char_boundary(LONGEST)];
            let end = behind.find(['，', ',']);
            end.is_some_and(|end| behind[..end].ends_with(['中', '里']))
        };
        let goes_on = |at: usize| text[at..].trim_start_matches(ENDS).starts_with(OF_WHICH);
        Wholes {
            of_which: text.match_indices(OF_WHICH).map(|(at, _)| at).collect(),
            ends: text
                .match_indices(ENDS)
                .map(|(at, _)| at)
                .filter(|&at| !goes_on(at))
                .collect(),
            levels: all.iter().filter(is_level).copied().collect(),
            within: all.iter().filter(is_within).copied().collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.of_which.is_empty() && self.within.is_empty()
    }

    /// The count that a number behind 其中, or behind 网民中，, is a part of.
    fn whole_of(&self, part: &Placed) -> Option<usize> {
        let before = |places: &[usize]| {
            let count = places.partition_point(|&at| at < part.number.start);
            count.checked_sub(1).map(|last| places[last])
        };
        let start = before(&self.ends).unwrap_or_default();
        let is_other = |whole: &&&Placed| start <= whole.number.start && whole.at != part.at;
        if let Some(at) = before(&self.of_which).filter(|&at| at >= start) {
            let count = self.levels.partition_point(|whole| whole.number.end <= at);
            let mut wholes = self.levels[..count].iter().rev().take(2);
            return wholes.find(is_other).map(|whole| whole.at);
        }
        let first = self
            .within
            .partition_point(|whole| whole.number.start < start);
        let mut wholes = self.within[first..].iter().take(2);
        let whole = wholes.find(is_other)?;
        (whole.number.end <= part.number.start).then_some(whole.at)
    }
}

/// Gives the period of the edition to what a sentence leaves undated, where it gives it to
/// another number of the same: 5.2 亿度，比 2014 年 12 月增加 0.3 亿度. What is counted from a base
/// as that period is, 较 2024 年同期, has it then.
pub fn date_alike(
    observations: &mut [Observation],
    undated: &[(usize, Option<Period>)],
    edition: Option<Period>,
) {
    let (dated, open): (Vec<_>, Vec<_>) = undated
        .iter()
        .partition(|(at, _)| observations[*at].period.is_some());
    for (at, base) in open {
        let is_alike =
            |(other, _): &(usize, _)| observations[*other].label == observations[at].label;
        if dated.iter().any(is_alike) {
            observations[at].period = edition;
            observations[at].period_note = Some(INFERRED.to_owned());
            observations[at].base = base.or(observations[at].base);
        }
    }
}
