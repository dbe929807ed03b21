//! What a report prints, by what it is of: the facts that checks look up.

use std::collections::HashSet;

use foldhash::{HashMap, HashMapExt as _};
use rust_decimal::Decimal;

use super::Readings;
use super::interval::Interval;
use super::precision;
use super::relation::{Expression, Place};
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

impl Key<'_> {
    /// The same of another measure, and with no base.
    fn level(indicator: &str, dimensions: Codes, period: Period) -> Key<'_> {
        Key {
            indicator,
            dimensions,
            measure: Measure::Level,
            is_points: false,
            whole: None,
            period,
            base: None,
        }
    }
}

/// A fact, wherever it is printed.
#[derive(Default)]
struct Fact {
    /// Its observations, in order.
    places: Vec<usize>,
    /// The first of those that are most exact, and how exact.
    finest: Option<(usize, Decimal)>,
}

impl Fact {
    /// Adds an observation; words such as 超 are not exact at all.
    fn add(&mut self, at: usize, seen: &Observation, value: Interval) {
        self.places.push(at);
        if seen.approximation.is_some() || seen.upper.is_some() {
            return;
        }
        let width = value.width().unwrap_or(Decimal::MAX);
        if self.finest.is_none_or(|(_, finest)| width < finest) {
            self.finest = Some((at, width));
        }
    }
}

/// All that is printed, indexed once.
pub struct Evidence<'r> {
    /// What the stages read.
    pub readings: &'r Readings<'r>,
    /// What each observation is of; `None` where that is not known well enough
    /// to compare it with another place.
    keys: Vec<Option<Key<'r>>>,
    /// The facts in the order in which they are first printed.
    facts: Vec<Fact>,
    /// Their indices.
    by_key: HashMap<Key<'r>, usize>,
    /// The observation of a cell.
    cells: HashMap<(usize, usize, usize), usize>,
    /// The observations of a bullet or sentence, in order.
    statements: HashMap<usize, Vec<usize>>,
    /// Each observation's values; `None` where it has none.
    values: Vec<Option<Interval>>,
    /// The words that lead to each number in its sentence.
    words: Vec<&'r str>,
}

impl<'r> Evidence<'r> {
    /// Indexes what was read.
    pub fn new(readings: &'r Readings<'r>) -> Evidence<'r> {
        let observations = readings.observations;
        // Indicators that are printed of Hong Kong, Macao or Taiwan: their
        // mainland is a part.
        let with_parts: HashSet<&str> = observations
            .iter()
            .filter(|seen| {
                let area = seen.dimensions.get("area");
                matches!(area, Some("CN-HK" | "CN-MO" | "CN-TW"))
            })
            .filter_map(|seen| Some(seen.indicator?.id))
            .collect();
        let words = leading_words(readings);
        let seen = observations.iter().zip(&words);
        let mut evidence = Evidence {
            readings,
            keys: seen
                .map(|(seen, words)| key(seen, words, readings, &with_parts))
                .collect(),
            facts: Vec::new(),
            by_key: HashMap::new(),
            cells: HashMap::new(),
            statements: HashMap::new(),
            values: observations.iter().map(precision::interval).collect(),
            words,
        };
        for (at, seen) in observations.iter().enumerate() {
            match seen.origin {
                Origin::Cell { table, row, column } => {
                    evidence.cells.insert((table, row, column), at);
                }
                Origin::Statement(statement) => {
                    evidence.statements.entry(statement).or_default().push(at);
                }
            }
            let Some(key) = evidence.keys[at].clone() else {
                continue;
            };
            let Some(value) = evidence.values[at] else {
                continue;
            };
            let next = evidence.facts.len();
            let index = *evidence.by_key.entry(key).or_insert(next);
            if index == next {
                evidence.facts.push(Fact::default());
            }
            evidence.facts[index].add(at, seen, value);
        }
        evidence
    }

    /// An observation.
    pub fn observation(&self, at: usize) -> &'r Observation {
        &self.readings.observations[at]
    }

    /// The name of the fact of an observation.
    pub fn fact(&self, at: usize) -> &'r str {
        &self.readings.names[at].0
    }

    /// What an observation is of.
    pub fn key(&self, at: usize) -> Option<&Key<'r>> {
        self.keys[at].as_ref()
    }

    /// The observation of a cell.
    pub fn of_cell(&self, table: usize, row: usize, column: usize) -> Option<usize> {
        self.cells.get(&(table, row, column)).copied()
    }

    /// The observations of a bullet or sentence, in order.
    pub fn of_statement(&self, statement: usize) -> &[usize] {
        self.statements.get(&statement).map_or(&[], Vec::as_slice)
    }

    /// The words that lead to a number in its sentence, from the number before it.
    pub fn words(&self, at: usize) -> &'r str {
        self.words[at]
    }

    /// Whether a growth is one in real terms, or of what is comparable, which the
    /// printed levels do not show: as its sentence says, before it or behind, or the
    /// heads of its cell and the notes under its table.
    pub fn is_adjusted(&self, at: usize) -> bool {
        let words = &catalog::wording().adjusted;
        let mut said = self.about(at).into_iter();
        said.any(|text| words.are_in(text))
    }

    /// Whether the words before a number say that it is a mean over its period.
    pub fn is_mean(&self, at: usize) -> bool {
        says_mean(self.words[at])
    }

    /// The sentence of a number, or what stands over and beside a cell and under its
    /// table.
    pub fn about(&self, at: usize) -> Vec<&'r str> {
        let seen = self.observation(at);
        let mut about = surroundings(seen, self.readings);
        if let Origin::Cell { table, .. } = seen.origin {
            let notes = self.readings.tables[table].notes.iter();
            about.extend(notes.map(|note| note.text.text()));
        }
        about
    }

    /// The values that an observation stands for.
    pub fn value(&self, at: usize) -> Option<Interval> {
        self.values[at]
    }

    /// An observation as what a relation compares.
    pub fn printed(&self, at: usize) -> Option<Expression> {
        Some(Expression::Printed(
            Place::Observation(at),
            self.values[at]?,
        ))
    }

    /// The facts in order, each with all places that print it.
    pub fn facts(&self) -> impl Iterator<Item = (&Key<'r>, &[usize])> {
        self.facts.iter().filter_map(|fact| {
            let key = self.keys[*fact.places.first()?].as_ref()?;
            Some((key, fact.places.as_slice()))
        })
    }

    /// The place that prints a fact most exactly; words such as 超 are not
    /// exact at all.
    pub fn finest(&self, key: &Key) -> Option<usize> {
        let (at, _) = self.facts[*self.by_key.get(key)?].finest?;
        Some(at)
    }

    /// What is printed of a key, or the observation of it that a table prints
    /// in a row.
    pub fn expression(&self, key: &Key) -> Option<Expression> {
        self.printed(self.finest(key)?)
    }

    /// A level as printed, or as a level of a later period and what it has
    /// changed by since say.
    pub fn level(&self, indicator: &str, codes: &Codes, period: Period) -> Option<Expression> {
        let key = Key::level(indicator, codes.clone(), period);
        self.expression(&key).or_else(|| self.earlier_level(&key))
    }

    /// What a rate leaves beside its part: 非网民 of a place are so many times its
    /// 网民 as 1 / 普及率 is more than 1.
    pub fn rest(&self, indicator: &str, codes: &Codes, period: Period) -> Option<Expression> {
        let mut rates = catalog::identities().rates.iter();
        let rate = rates.find(|rate| match rate.of.as_slice() {
            [part, rest] => *part == rate.part && *rest == indicator,
            _ => false,
        })?;
        let of = |indicator| self.expression(&Key::level(indicator, codes.clone(), period));
        let constant = |value| Expression::Constant(Interval::exact(value));
        let times = constant(Decimal::ONE_HUNDRED).over(of(rate.indicator)?);
        Some(of(rate.part)?.by(times.minus(constant(Decimal::ONE))))
    }

    /// What a level was, from the level now and its change or growth.
    fn earlier_level(&self, earlier: &Key) -> Option<Expression> {
        let now = self.readings.edition.period?;
        let since = |measure| Key {
            measure,
            period: now,
            base: Some(earlier.period),
            ..earlier.clone()
        };
        let level = Key {
            period: now,
            ..earlier.clone()
        };
        let level = self.expression(&level)?;
        match self.expression(&since(Measure::Change)) {
            Some(change) => Some(level.minus(change)),
            None => {
                let rate = self.expression(&since(Measure::GrowthRate))?;
                Some(Expression::before_growth(level, rate))
            }
        }
    }

    /// Another observation in the row of a cell.
    pub fn beside(&self, at: usize, is_meant: impl Fn(usize) -> bool) -> Option<usize> {
        let Origin::Cell { table, row, .. } = self.observation(at).origin else {
            return None;
        };
        let columns = 0..self.readings.tables.get(table)?.columns.len();
        columns
            .filter_map(|column| self.of_cell(table, row, column))
            .find(|other| is_meant(*other))
    }
}

/// The words that lead to each number: those behind the number before it in its
/// sentence, with the time that they begin with. None lead to a cell.
fn leading_words<'r>(readings: &Readings<'r>) -> Vec<&'r str> {
    let text = readings.document.text();
    let mut last: Option<&Observation> = None;
    let observations = readings.observations.iter();
    let words = observations.map(|seen| {
        let before = last.filter(|last| last.origin == seen.origin);
        last = Some(seen);
        let Origin::Statement(at) = seen.origin else {
            return None;
        };
        let first = match before {
            Some(before) => before.number.last()?.end,
            None => readings.statements[at].text.whole().first()?.start,
        };
        text.get(first..seen.number.first()?.start)
    });
    words.map(Option::unwrap_or_default).collect()
}

/// What an observation is of, where the same could be printed elsewhere: an
/// indicator of the catalog at a known time, which is no event's, and no mean over
/// its period: 2025 年平均，网民规模为…, 年均增长….
fn key<'r>(
    seen: &'r Observation,
    words: &str,
    readings: &Readings<'r>,
    with_parts: &HashSet<&str>,
) -> Option<Key<'r>> {
    let indicator = seen.indicator?;
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
        .filter(|whole| !is_own_whole(indicator, whole));
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
fn says_mean(words: &str) -> bool {
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
fn surroundings<'r>(seen: &Observation, readings: &Readings<'r>) -> Vec<&'r str> {
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

/// Whether a whole is all of an indicator: 总体政府网站 of government websites.
fn is_own_whole(indicator: &Indicator, whole_words: &str) -> bool {
    if indicator.wholes().contains(&whole_words) {
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
