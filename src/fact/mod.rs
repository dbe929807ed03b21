//! Sentences to facts.
//!
//! A sentence is read one clause at a time: the numbers and the words about
//! time in it are found first ([`lexeme`]), then the cue words between them
//! say what each number is to which subject ([`head`]). What a clause leaves
//! out, its subject or its date, comes from the clauses before it. No grammar
//! of whole sentences is needed, and an unknown adverb breaks nothing.

mod broken;
mod clause;
mod head;
mod lexeme;
mod list;
mod moment;
mod name;
mod preposition;
mod reader;
mod script;
mod subject;
mod time;

use std::ops::Range;

use rust_decimal::Decimal;

use crate::claim::Class;
use crate::grammar::approximation::Approximation;
use crate::period::Period;

pub use moment::{INFERRED, Moment, Paragraph};
pub use reader::read;
pub use script::unread;
pub use subject::among;

/// One statistical fact of a clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What is measured, as printed; what the clause leaves out completed.
    pub label: String,
    /// How it is measured.
    pub measure: Measure,
    /// The number as printed, signed by its words.
    pub value: Decimal,
    /// The upper end of a range.
    pub upper: Option<Decimal>,
    /// The second number of a ratio.
    pub denominator: Option<Decimal>,
    /// The digits.
    pub printed: String,
    /// The unit as printed.
    pub unit_printed: Option<String>,
    /// Its base unit, where a word of measure is printed.
    pub unit: Option<&'static str>,
    /// The power of ten of the printed multiplier.
    pub power: u32,
    /// How exact the words say it is.
    pub approximation: Option<Approximation>,
    /// 预计: expected, not counted.
    pub is_forecast: bool,
    /// The period; `None` when the sentence and its paragraph say none.
    pub moment: Option<Moment>,
    /// Whether that period is of a sentence before, and this one turns to
    /// something else: 同时，….
    pub is_apart: bool,
    /// What a change is counted from.
    pub base: Option<Period>,
    /// Whether the base is told by the period alone: 同比, 半年增加.
    pub is_base_relative: bool,
    /// Whether that is so many months before it, as surveys are apart: 半年增加.
    pub is_base_months: bool,
    /// The whole of a share, as printed.
    pub share_of: Option<String>,
    /// Of a change in points, the whole of the share that changed.
    pub changed_share_of: Option<String>,
    /// The clause, from its words to the unit.
    pub range: Range<usize>,
    /// The number with its unit.
    pub number: Range<usize>,
}

/// How something is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// How much there is.
    Level,
    /// How much more or less.
    Change,
    /// The same in percent of the base.
    GrowthRate,
    /// What part of a whole, in percent.
    Share,
    /// One number to another.
    Ratio,
    /// The place in an order.
    Rank,
}

impl Measure {
    /// As `measure` writes it.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Level => "level",
            Measure::Change => "change",
            Measure::GrowthRate => "growth_rate",
            Measure::Share => "share",
            Measure::Ratio => "ratio",
            Measure::Rank => "rank",
        }
    }
}

/// What one sentence gave.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its facts, in order.
    pub facts: Vec<Fact>,
    /// Digits that are no statistics, and what they are.
    pub claims: Vec<(Range<usize>, Class)>,
    /// Numbers that were not understood.
    pub broken: Vec<Range<usize>>,
    /// Amounts in words, which are no values.
    pub spelled: Vec<Range<usize>>,
}

/// A footnote mark in a sentence, and what its footnote says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The byte of the sentence that the mark stands before.
    pub at: usize,
    /// The period that the footnote gives to the value before it.
    pub period: Option<Period>,
    /// Whether it names another publisher.
    pub is_source: bool,
}
