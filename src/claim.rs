//! Who has accounted for which number token.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// What a number token of the text is, as `ledger.classes` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Class {
    /// In a cell of a numbered table, row labels included.
    TableCell,
    /// The value of a statistic in a bullet or sentence.
    Observation,
    /// A label or value of a figure.
    Figure,
    /// Part of a date or period.
    Period,
    /// In a heading of the body.
    Heading,
    /// In the 目录.
    Contents,
    /// In the caption of a table or figure.
    Caption,
    /// A footnote or note mark.
    FootnoteMark,
    /// In the text of a footnote.
    FootnoteText,
    /// In a note or source line of a table.
    NoteText,
    /// A page number.
    PageNumber,
    /// In a title or running head.
    Title,
    /// Points elsewhere: 第 1 次《报告》, 表 5 所示.
    Reference,
    /// Belongs to what is counted, not to the count: 60 岁及以上, 1000Mbps.
    Label,
    /// Part of a proper name: 5G, 618.
    Name,
    /// In the description of the survey method or of a term.
    Method,
    /// A telephone number or address.
    Contact,
    /// In a comment of HTML, or the number of a character: `&#65288;`.
    Markup,
}

/// The number tokens of a document and the class that claimed each.
///
/// Every stage claims what it has understood; the ledger is what was claimed
/// by whom, and what is left. The first claim on a token stands, since the
/// stages run from the surest reading to the least sure.
#[derive(Clone, Debug)]
pub struct Claims<'d> {
    numbers: &'d [Span],
    classes: Vec<Option<Class>>,
}

impl<'d> Claims<'d> {
    /// Nothing claimed yet of these tokens, which are in order.
    pub fn new(numbers: &'d [Span]) -> Claims<'d> {
        Claims {
            numbers,
            classes: vec![None; numbers.len()],
        }
    }

    /// Claims the tokens inside `span` that are still free.
    pub fn claim(&mut self, span: Span, class: Class) {
        let first = self
            .numbers
            .partition_point(|number| number.start < span.start);
        for (number, slot) in self.numbers[first..].iter().zip(&mut self.classes[first..]) {
            if number.end > span.end {
                break;
            }
            slot.get_or_insert(class);
        }
    }

    /// The tokens inside `span` with their classes.
    pub fn within(&self, span: Span) -> impl Iterator<Item = (Span, Option<Class>)> + '_ {
        let first = self
            .numbers
            .partition_point(|number| number.start < span.start);
        self.numbers[first..]
            .iter()
            .zip(&self.classes[first..])
            .take_while(move |(number, _)| number.end <= span.end)
            .map(|(number, class)| (*number, *class))
    }

    /// How many tokens each class has.
    pub fn counts(&self) -> BTreeMap<Class, usize> {
        let mut counts = BTreeMap::new();
        for class in self.classes.iter().flatten() {
            *counts.entry(*class).or_insert(0) += 1;
        }
        counts
    }

    /// The tokens that nobody claimed, in order.
    pub fn unclaimed(&self) -> impl Iterator<Item = Span> + '_ {
        self.numbers
            .iter()
            .zip(&self.classes)
            .filter(|(_, class)| class.is_none())
            .map(|(number, _)| *number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_claim_stands_and_only_whole_tokens_count() {
        let numbers = [Span::new(0, 2), Span::new(4, 6), Span::new(8, 12)];
        let mut claims = Claims::new(&numbers);
        claims.claim(Span::new(3, 7), Class::Period);
        claims.claim(Span::new(0, 10), Class::Name);
        assert_eq!(
            claims.counts(),
            BTreeMap::from([(Class::Period, 1), (Class::Name, 1)])
        );
        assert_eq!(claims.unclaimed().collect::<Vec<_>>(), [Span::new(8, 12)]);
    }
}
