//! # What it checks
//!
//! An amount of addresses in blocks, `3A+192B+133C`, against the number of
//! addresses: A is 2²⁴ of them, B 2¹⁶, C 2⁸.
//!
//! # When it applies
//!
//! To cells of that form in any table, against the nearest number in their row,
//! first to the left; and in notes, to `6316032(96B+96C)`.
//!
//! # Tolerance
//!
//! None: both are exact.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::relation::{Expression, Place, Relation};
use super::{Amount, CheckKind, wording};
use crate::fact::Measure;
use crate::grammar::number;
use crate::table::Table;

/// Addresses in a block of each class.
const BLOCKS: [(char, u64); 3] = [('A', 1 << 24), ('B', 1 << 16), ('C', 1 << 8)];

/// Checks the cells and notes of all tables.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for (at, table) in evidence.readings.tables.iter().enumerate() {
        for (row, cells) in table.rows.iter().enumerate() {
            for (column, cell) in cells.cells.iter().enumerate() {
                let text = cell.meant();
                if let Some(addresses) = decoded(text) {
                    let place = Place::Cell {
                        table: at,
                        row,
                        column,
                    };
                    findings.extend(of_cell(evidence, place, text, addresses));
                }
            }
        }
        findings.extend(of_notes(table));
    }
}

/// How many addresses blocks are; `None` when a text is no blocks.
pub fn decoded(text: &str) -> Option<u64> {
    let mut sum: u64 = 0;
    for term in text.split(['+', '＋']) {
        let term = term.trim();
        let class = term.chars().next_back()?;
        let (_, size) = BLOCKS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(&class))?;
        let digits = &term[..term.len() - class.len_utf8()];
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let count: u64 = digits.parse().ok()?;
        sum = sum.checked_add(count.checked_mul(*size)?)?;
    }
    Some(sum)
}

/// Addresses as blocks; `None` where some are left over.
fn encoded(addresses: u64) -> Option<String> {
    let mut rest = addresses;
    let mut terms = Vec::new();
    for (class, size) in BLOCKS {
        if rest >= size {
            terms.push(format!("{}{class}", rest / size));
            rest %= size;
        }
    }
    (rest == 0 && !terms.is_empty()).then(|| terms.join("+"))
}

/// A cell of blocks against the number beside it.
fn of_cell(evidence: &Evidence, place: Place, text: &str, addresses: u64) -> Option<Finding> {
    let Place::Cell { table, row, column } = place else {
        return None;
    };
    let columns = evidence.readings.tables[table].columns.len();
    let nearest = (0..column).rev().chain(column + 1..columns);
    let count = nearest
        .filter_map(|column| evidence.of_cell(table, row, column))
        .find(|at| evidence.observation(*at).measure == Measure::Level)?;
    let printed = evidence.printed(count)?;
    let decoded = Interval::exact(Decimal::from(addresses));
    let relation = Relation::Equal {
        expected: Expression::Printed(place, decoded),
        printed,
    };
    let seen = evidence.observation(count);
    let label = evidence.readings.tables[table].rows[row].label.text();
    let head = format!("{}, {label}", evidence.readings.tables[table].label());
    let kind = CheckKind::Decode;
    let finding = Finding::evaluated(kind, evidence.fact(count), relation, 0, |outcome| {
        says(
            &head,
            text,
            addresses,
            &wording::quoted(seen),
            outcome.actual.low(),
        )
    });
    let expected = Some(Amount::Number(Decimal::from(addresses)));
    Some(Finding {
        expected,
        ..finding
    })
}

fn says(head: &str, text: &str, addresses: u64, quote: &str, value: Decimal) -> String {
    let is = wording::number(Decimal::from(addresses));
    if value == Decimal::from(addresses) {
        return format!("{head}: {text} is {is}, as printed");
    }
    let blocks = u64::try_from(value).ok().and_then(encoded);
    let which = match blocks {
        Some(blocks) => format!("which is {blocks}"),
        None => "which is no whole number of C".to_owned(),
    };
    format!("{head}: {text} is {is}; printed {quote}, {which}")
}

/// `6316032(96B+96C)` in the notes of a table.
fn of_notes(table: &Table) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, note) in table.notes.iter().enumerate() {
        let text = note.text.text();
        for (open, bracket) in text.match_indices(['(', '（']) {
            let inner = &text[open + bracket.len()..];
            let Some(close) = inner.find([')', '）']) else {
                continue;
            };
            let Some(addresses) = decoded(&inner[..close]) else {
                continue;
            };
            let Some(printed) = number_before(&text[..open]) else {
                continue;
            };
            let holds = printed == Decimal::from(addresses);
            let marker = match &note.marker {
                Some(marker) => marker.clone(),
                None => format!("注 {}", at + 1),
            };
            let head = format!("{}, {marker}", table.label());
            let quote = wording::number(printed);
            let message = says(&head, &inner[..close], addresses, &quote, printed);
            let name = format!("{}/{marker}", table.title);
            let mut finding = Finding::of(CheckKind::Decode, name, holds)
                .says(message)
                .labelled(vec![head]);
            finding.expected = Some(Amount::Number(Decimal::from(addresses)));
            finding.actual = Some(Amount::Number(printed));
            finding.tolerance = Some(Decimal::ZERO);
            findings.push(finding);
        }
    }
    findings
}

/// The number that a text ends with.
fn number_before(text: &str) -> Option<Decimal> {
    let is_digit = |c: char| c.is_ascii_digit() || c == ',';
    let text = text.trim_end();
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_digit(*c))
        .last()
        .map(|(at, _)| at)?;
    let (value, rest) = number::leading(&text[start..])?;
    rest.is_empty().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_addresses() {
        let cases = [
            ("20A+116B+62C", Some(343_162_368)),
            ("254B+16C", Some(16_650_240)),
            ("256B + 224C", Some(16_834_560)),
            ("1a", Some(16_777_216)),
            ("99999999999999999999A", None),
            ("9999999999999999A", None),
            ("3A+", None),
            ("B", None),
            ("3.5A", None),
            ("百度", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_are_blocks() {
        assert_eq!(encoded(16_649_984).as_deref(), Some("254B+15C"));
        assert_eq!(encoded(16_777_216).as_deref(), Some("1A"));
        assert_eq!(encoded(16_649_985), None);
        assert_eq!(encoded(0), None);
    }

    #[test]
    fn the_message_says_what_is_printed_is() {
        let text = says(
            "附表 2, 甲",
            "254B+16C",
            16_650_240,
            "16,649,984",
            Decimal::from(16_649_984),
        );
        assert_eq!(
            text,
            "附表 2, 甲: 254B+16C is 16,650,240; printed 16,649,984, which is 254B+15C"
        );
    }

    #[test]
    fn the_number_before_a_bracket_is_meant() {
        assert_eq!(number_before("地址6316032"), Some(Decimal::from(6_316_032)));
        assert_eq!(
            number_before("地址6,316,032 "),
            Some(Decimal::from(6_316_032))
        );
        assert_eq!(number_before("地址"), None);
    }
}
