//! What a report prints, by what it is of: the facts that checks look up.

use std::collections::HashSet;

use foldhash::{HashMap, HashMapExt as _};
use rust_decimal::Decimal;

use super::Readings;
use super::interval::Interval;
use super::key::{self, Aspect, Key};
use super::precision;
use super::relation::{Expression, Place};
use crate::catalog::{self, Codes};
use crate::fact::Measure;
use crate::observation::{Observation, Origin};
use crate::period::Period;

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
    /// What facts are of: each indicator with each of its codes, numbered.
    subjects: HashMap<&'r str, HashMap<Codes, usize>>,
    /// The indices of the facts.
    by_subject: HashMap<(usize, Aspect<'r>), usize>,
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
                .map(|(seen, words)| key::key(seen, words, readings, &with_parts))
                .collect(),
            facts: Vec::new(),
            subjects: HashMap::new(),
            by_subject: HashMap::new(),
            cells: HashMap::new(),
            statements: HashMap::new(),
            values: observations.iter().map(precision::interval).collect(),
            words,
        };
        let mut subjects = 0;
        for (at, seen) in observations.iter().enumerate() {
            match seen.origin {
                Origin::Cell { table, row, column } => {
                    evidence.cells.insert((table, row, column), at);
                }
                Origin::Statement(statement) => {
                    evidence.statements.entry(statement).or_default().push(at);
                }
            }
            let Some(key) = &evidence.keys[at] else {
                continue;
            };
            let Some(value) = evidence.values[at] else {
                continue;
            };
            let known = evidence.subjects.entry(key.indicator).or_default();
            let subject = known.get(&key.dimensions).copied().unwrap_or_else(|| {
                known.insert(key.dimensions.clone(), subjects);
                subjects += 1;
                subjects - 1
            });
            let next = evidence.facts.len();
            let of = (subject, key.aspect());
            let index = *evidence.by_subject.entry(of).or_insert(next);
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
        key::says_mean(self.words[at])
    }

    /// The sentence of a number, or what stands over and beside a cell and under its
    /// table.
    pub fn about(&self, at: usize) -> Vec<&'r str> {
        let seen = self.observation(at);
        let mut about = key::surroundings(seen, self.readings);
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
        let subject = self.subject(key.indicator, &key.dimensions)?;
        self.finest_of(subject, key.aspect())
    }

    fn subject(&self, indicator: &str, codes: &Codes) -> Option<usize> {
        self.subjects.get(indicator)?.get(codes).copied()
    }

    fn finest_of(&self, subject: usize, aspect: Aspect) -> Option<usize> {
        let (at, _) = self.facts[*self.by_subject.get(&(subject, aspect))?].finest?;
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
        let subject = self.subject(indicator, codes)?;
        let printed = self.finest_of(subject, Aspect::level(period));
        match printed {
            Some(at) => self.printed(at),
            None => self.earlier_level(subject, period),
        }
    }

    /// What a rate leaves beside its part: 非网民 of a place are so many times its
    /// 网民 as 1 / 普及率 is more than 1.
    pub fn rest(&self, indicator: &str, codes: &Codes, period: Period) -> Option<Expression> {
        let mut rates = catalog::identities().rates.iter();
        let rate = rates.find(|rate| match rate.of.as_slice() {
            [part, rest] => *part == rate.part && *rest == indicator,
            _ => false,
        })?;
        let of = |indicator| {
            let subject = self.subject(indicator, codes)?;
            self.printed(self.finest_of(subject, Aspect::level(period))?)
        };
        let constant = |value| Expression::Constant(Interval::exact(value));
        let times = constant(Decimal::ONE_HUNDRED).over(of(rate.indicator)?);
        Some(of(rate.part)?.by(times.minus(constant(Decimal::ONE))))
    }

    /// What a level was, from the level now and its change or growth.
    fn earlier_level(&self, subject: usize, earlier: Period) -> Option<Expression> {
        let now = self.readings.edition.period?;
        let of = |aspect| self.printed(self.finest_of(subject, aspect)?);
        let since = |measure| {
            of(Aspect {
                measure,
                base: Some(earlier),
                ..Aspect::level(now)
            })
        };
        let level = of(Aspect::level(now))?;
        match since(Measure::Change) {
            Some(change) => Some(level.minus(change)),
            None => Some(Expression::before_growth(
                level,
                since(Measure::GrowthRate)?,
            )),
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
