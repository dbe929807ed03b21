//! What a number is of, so that the same is found wherever it is printed.

use std::collections::HashSet;

use super::Readings;
use crate::catalog::{self, Codes, Indicator, Phrase};
use crate::fact::{INFERRED, Measure};
use crate::observation::{Observation, Origin, period_of_fact};
use crate::period::Period;

/// What a number is of, whatever prints it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key<'r> {
    /// The indicator.
    pub indicator: &'r str,
    /// Its codes; the mainland is the whole where nothing else is beside it.
    pub dimensions: Codes,
    /// How it is measured.
    pub measure: Measure,
    /// Whether it is a change in percentage points.
    pub is_points: bool,
    /// The whole of a share, where it is not the one that the indicator has.
    pub whole: Option<&'r str>,
    /// When; the last day of a month is the month.
    pub period: Period,
    /// What a change is counted from.
    pub base: Option<Period>,
}

impl<'r> Key<'r> {
    /// All but the indicator and the codes.
    pub fn aspect(&self) -> Aspect<'r> {
        Aspect {
            measure: self.measure,
            is_points: self.is_points,
            whole: self.whole,
            period: self.period,
            base: self.base,
        }
    }
}

/// What there is to a key beside its indicator and its codes, which are slower to look up.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Aspect<'r> {
    pub measure: Measure,
    pub is_points: bool,
    pub whole: Option<&'r str>,
    pub period: Period,
    pub base: Option<Period>,
}

impl Aspect<'_> {
    /// A level, in the whole that its indicator has.
    pub fn level(period: Period) -> Aspect<'static> {
        Aspect {
            measure: Measure::Level,
            is_points: false,
            whole: None,
            period,
            base: None,
        }
    }
}

/// What an observation is of, where the same could be printed elsewhere: an
/// indicator of the catalog at a known time, which is no event's, and no mean over
/// its period: 2025 年平均，网民规模为…, 年均增长….
pub fn key<'r>(
    seen: &'r Observation,
    words: &str,
    readings: &Readings<'r>,
    with_parts: &HashSet<&str>,
) -> Option<Key<'r>> {
    // 增长 3 倍 is in no unit that what the catalog knows to grow in percent is compared in.
    let indicator = seen.indicator.filter(|_| seen.unit != "multiple")?;
    if indicator.kind != "mean" && says_mean(words) {
        return None;
    }
    let is_event = seen
        .period_note
        .as_deref()
        .is_some_and(|note| note != INFERRED);
    let is_change = matches!(seen.measure, Measure::Change | Measure::GrowthRate);
    if is_event || is_change && seen.base.is_none() {
        return None;
    }
    let mut dimensions = seen.dimensions.clone();
    let is_mainland = dimensions.get("area").is_some_and(|area| area == "CN");
    if is_mainland && !with_parts.contains(indicator.id) {
        dimensions.remove("area");
    }
    let whole = seen
        .share_of
        .as_deref()
        .filter(|whole| !is_all(indicator, whole, &dimensions));
    Some(Key {
        indicator: indicator.id,
        dimensions,
        measure: seen.measure,
        is_points: seen.measure == Measure::Change && seen.unit == "percentage_point",
        whole,
        period: as_month(
            surveyed(seen, words, readings).or(period_of_fact(seen, readings.edition))?,
        ),
        base: seen.base.map(as_month),
    })
}

/// The month of the survey, of how many there were in its year: 2024 年，我国网民规模
/// 突破 11 亿人 is what the bullets print of 2024 年 12 月. A flow has the whole year, and
/// so has what is said of all of it, 全年, or of its best month, 峰值.
fn surveyed(seen: &Observation, words: &str, readings: &Readings) -> Option<Period> {
    let (Some(Period::Year(year)), Some(survey)) = (seen.period, readings.edition.period) else {
        return None;
    };
    let spans = &catalog::wording().moment.spans;
    let is_other = |text: &str| says_mean(text) || spans.are_in(text);
    let is_of_other = match seen.origin {
        // What clauses behind say is no part of it: 创历史最高纪录. What the sentence begins
        // with dates all of it.
        Origin::Statement(at) => {
            let first = readings.statements[at].text.text().split(CLAUSE).next();
            let said = [words, first.unwrap_or_default(), behind(seen, readings)];
            said.into_iter().any(is_other)
        }
        Origin::Cell { .. } => surroundings(seen, readings).into_iter().any(is_other),
    };
    if is_of_other {
        return None;
    }
    let is_flow = seen.indicator.is_none_or(|indicator| indicator.is_flow);
    let is_of_moment = matches!(seen.measure, Measure::Level | Measure::Share) && !is_flow;
    let is_month = matches!(survey, Period::Month(..)) && survey.year() == year;
    (is_of_moment && is_month).then_some(survey)
}

/// What clauses end with.
const CLAUSE: [char; 6] = ['，', ',', '；', ';', '。', '：'];

/// What stands behind a number in its clause: 11.30 亿人（全年累计）.
fn behind<'r>(seen: &Observation, readings: &Readings<'r>) -> &'r str {
    const MOST: usize = 100;
    let end = seen.number.last().map(|span| span.end);
    let behind = end.and_then(|end| readings.document.text().get(end..));
    let behind = behind.unwrap_or_default();
    let mut ends = behind.char_indices().take(MOST);
    let end = ends.find(|(_, c)| CLAUSE.contains(c));
    end.map_or("", |(end, _)| &behind[..end])
}

/// Whether words before a number say that it is a mean over its period. What is above the
/// mean of others in a clause before is none: 高于全球平均水平，网民规模达….
pub fn says_mean(words: &str) -> bool {
    let wording = catalog::wording();
    let means = &wording.moment.means;
    // Most words say it nowhere.
    if !means.are_in(words) {
        return false;
    }
    let mut clauses = words.rsplit(CLAUSE);
    let is_own = clauses.next().is_some_and(|own| means.are_in(own));
    let compared = [&wording.comparison.above, &wording.comparison.below];
    let is_level = |clause: &str, mean: &str| {
        let mut averages = wording.comparison.averages.iter();
        averages.any(|average| {
            let is_longer = *average != mean && average.starts_with(mean);
            is_longer && clause.contains(average)
        })
    };
    let is_said = |clause: &str| {
        let is_compared = compared.iter().any(|word| clause.contains(*word));
        let mut means = means.iter();
        !is_compared && means.any(|mean| clause.contains(mean) && !is_level(clause, mean))
    };
    is_own || clauses.any(is_said)
}

/// What may say of which moment a number is: its sentence, or the heads of its cell.
pub fn surroundings<'r>(seen: &Observation, readings: &Readings<'r>) -> Vec<&'r str> {
    match seen.origin {
        Origin::Statement(at) => vec![readings.statements[at].text.text()],
        Origin::Cell { table, row, column } => {
            let table = &readings.tables[table];
            let column = table.columns[column].label.as_deref();
            let row = table.rows[row].label.text();
            vec![table.title.as_str(), column.unwrap_or_default(), row]
        }
    }
}

/// Whether a whole is all of an indicator, or the part of it that is asked for by its codes:
/// 总体政府网站 of government websites.
fn is_all(indicator: &Indicator, whole_words: &str, codes: &Codes) -> bool {
    if catalog::is_own_whole(indicator, whole_words, codes) {
        return true;
    }
    let phrase = whole(whole_words);
    phrase.is_some_and(|phrase| phrase.indicator.id == indicator.id && phrase.dimensions.is_empty())
}

/// What the words of a whole name: 网民规模, 全体网民, 网民整体.
pub fn whole(words: &str) -> Option<Phrase> {
    const ALL: [&str; 8] = [
        "总体", "整体", "全部", "所有", "全国", "全体", "总数", "总量",
    ];
    let words = catalog::wording().without_country(words);
    catalog::phrase(words).or_else(|| {
        let mut all = ALL.iter();
        let bare = all.find_map(|all| words.strip_prefix(all).or(words.strip_suffix(all)))?;
        catalog::phrase(bare)
    })
}

/// The last day of a month as the month.
fn as_month(period: Period) -> Period {
    if period.ends_month() {
        period.last_month()
    } else {
        period
    }
}
