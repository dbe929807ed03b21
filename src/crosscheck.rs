//! Two independent readings of the numbers of a document, page against page.

use std::collections::HashMap;

use crate::document::number::{is_digit, superscript, tokens};
use crate::grammar::numeral::half_width;

/// How many numbers that one reading has apart may be one in the other.
const PIECES: usize = 4;

/// A number that the two readings of a page do not share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The page, from 1.
    pub page: usize,
    /// The number as the reading has it.
    pub number: String,
    /// Which reading has it, and the other not.
    pub reading: Reading,
}

/// One of two readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The one that reports are made of.
    First,
    /// The one that only checks it.
    Second,
}

/// The numbers that the two readings of a page do not share, as often as they do not.
///
/// Where one reading has `69,866,752` and a raised `1` and the other
/// `69,866,7521`, or one parts a number that the other has whole, the digits are
/// the same, and nothing is reported.
pub fn differences(page: usize, first: &str, second: &str) -> Vec<Difference> {
    let (first, second) = (numbers(first), numbers(second));
    let (mut first, mut second) = (missing(&first, &second), missing(&second, &first));
    drop_same_digits(&mut first, &mut second);
    let difference = |reading| {
        move |number| Difference {
            page,
            number,
            reading,
        }
    };
    let first = first.into_iter().map(difference(Reading::First));
    let second = second.into_iter().map(difference(Reading::Second));
    first.chain(second).collect()
}

/// The number tokens of a text, in half-width digits.
fn numbers(text: &str) -> Vec<String> {
    tokens(text)
        .iter()
        .map(|span| half_width(&text[span.range()]))
        .collect()
}

/// What of `these` is not in `those`, each as often as it is more.
fn missing(these: &[String], those: &[String]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for number in those {
        *counts.entry(number).or_default() += 1;
    }
    let missing = these
        .iter()
        .filter(|number| match counts.get_mut(number.as_str()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
    missing.cloned().collect()
}

/// Takes out what is the same run of digits, parted otherwise.
fn drop_same_digits(first: &mut Vec<String>, second: &mut Vec<String>) {
    let mut at = 0;
    while at < first.len() {
        match same_digits(&first[at..], second) {
            Some((length, start, other)) => {
                first.drain(at..at + length);
                second.drain(start..start + other);
            }
            None => at += 1,
        }
    }
}

/// How many numbers at the start of `these` have the digits of which of `those`. Two
/// that stand beside each other may come in either order.
fn same_digits(these: &[String], those: &[String]) -> Option<(usize, usize, usize)> {
    (1..=these.len().min(PIECES)).find_map(|length| {
        let mine = &these[..length];
        (0..those.len()).find_map(|start| {
            let most = (those.len() - start).min(PIECES);
            (1..=most)
                .find(|&other| {
                    let theirs = &those[start..start + other];
                    let (left, right) = (digits(mine), digits(theirs));
                    left == right
                        || length == 2 && turned(mine) == right
                        || other == 2 && turned(theirs) == left
                })
                .map(|other| (length, start, other))
        })
    })
}

fn turned(numbers: &[String]) -> String {
    numbers
        .iter()
        .rev()
        .map(|number| digits(std::slice::from_ref(number)))
        .collect()
}

fn digits(numbers: &[String]) -> String {
    let characters = numbers.iter().flat_map(|number| number.chars());
    characters
        .filter_map(|c| match superscript(c) {
            Some(value) => char::from_digit(u32::from(value), 10),
            None => is_digit(c).then_some(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_one_reading_alone_has() {
        type Case<'a> = (&'a str, &'a str, &'a str, &'a [(&'a str, Reading)]);
        let cases: [Case<'_>; 9] = [
            ("the same", "达 11.08 亿人", "达11.08 亿 人", &[]),
            ("another order", "1 2 3", "3 1 2", &[]),
            ("other widths", "２０２４年", "2024年", &[]),
            ("a mark run on", "69,866,752¹ 次", "69,866,7521 次", &[]),
            ("a number parted", "108138", "10 8138", &[]),
            ("a mark before its year", "2024年 1", "12024年", &[]),
            (
                "a digit read wrongly",
                "11.08 亿",
                "11.03 亿",
                &[("11.08", Reading::First), ("11.03", Reading::Second)],
            ),
            (
                "one missing",
                "97.6% 96.6%",
                "97.6%",
                &[("96.6", Reading::First)],
            ),
            ("once too often", "7", "7 7", &[("7", Reading::Second)]),
        ];
        for (name, first, second, expected) in cases {
            let found = differences(3, first, second);
            let found: Vec<_> = found
                .iter()
                .map(|difference| (difference.number.as_str(), difference.reading))
                .collect();
            assert_eq!(found, expected, "{name}");
        }
    }
}
