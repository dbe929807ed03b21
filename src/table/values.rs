//! Cells to values, and the units they carry themselves.

use rust_decimal::Decimal;

use super::given::Given;
use super::leading::counts_rows;
use super::{Cell, Row, Table};
use crate::catalog::{self, units};
use crate::document::number::is_digit;
use crate::grammar::{number, period, unit};
use crate::logical::LogicalText;
use crate::problem::{Problem, ProblemKind};

/// What a cell is.
enum Reading {
    /// A number, and the unit behind it: `97.0`, `25.19%`.
    Value(Decimal, String),
    /// Nothing, or a sign for it: `--`, `/`.
    Missing,
    /// Words, or what is no plain number by design: `20A+116B+62C`.
    Text,
    /// What begins as a number and goes on as none.
    Broken,
    /// A number of more digits than can be kept exactly.
    TooLong,
}

/// Reads the cells of a table. A unit that all values of a column carry is the
/// column's; else one that all values of a row carry is the row's. `given` is
/// the unit of the caption or of a line 单位, for columns of numbers without.
pub fn read(table: &mut Table, given: &Given, problems: &mut Vec<Problem>) {
    let label = table.label();
    if table.rows.iter().all(|row| row.unit.is_none()) {
        table.rows.iter_mut().for_each(unit_of_label);
    }
    let dated: Vec<bool> = (0..table.columns.len())
        .map(|at| {
            let heading = table.columns[at].label.as_deref();
            is_of_dates(table, at) || heading.is_some_and(counts_rows)
        })
        .collect();
    let readings: Vec<Vec<Reading>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().zip(&dated);
            let reading = |(cell, dated): (&Cell, &bool)| match reading(cell.text.text()) {
                Reading::Value(..) | Reading::Broken if *dated => Reading::Text,
                other => other,
            };
            cells.map(reading).collect()
        })
        .collect();
    for (at, column) in table.columns.iter_mut().enumerate() {
        let suffixes = readings.iter().filter_map(|row| row[at].suffix());
        let common = common(suffixes);
        let has_row_units = table.rows.iter().any(|row| row.unit.is_some());
        if column.unit.is_none() {
            column.unit = match common {
                Some("") if has_row_units => None,
                Some("") => given.to(column.label.as_deref()),
                other => other.map(str::to_owned),
            };
        }
    }
    for (row, readings) in table.rows.iter_mut().zip(&readings) {
        if row.unit.is_none() && table.columns.iter().all(|column| column.unit.is_none()) {
            let suffixes = readings.iter().filter_map(Reading::suffix);
            row.unit = match common(suffixes) {
                // 497 above -4.9%, in 网站数（万个）.
                Some("") => given.to(Some(row.label.text())),
                other => other.map(str::to_owned),
            };
        }
    }
    let numeric: Vec<bool> = (0..table.columns.len())
        .map(|at| {
            let has_unit = table.columns[at].unit.is_some();
            has_unit || readings.iter().any(|row| row[at].suffix().is_some())
        })
        .collect();
    for (row, readings) in table.rows.iter_mut().zip(readings) {
        for (at, reading) in readings.into_iter().enumerate() {
            let unit = table.columns[at].unit.as_deref().or(row.unit.as_deref());
            match reading {
                Reading::Value(value, suffix) if suffix.is_empty() || Some(&*suffix) == unit => {
                    row.cells[at].value = Some(value);
                }
                Reading::Value(..) => {
                    let expected =
                        unit.map_or("a number".to_owned(), |unit| format!("a number of {unit}"));
                    problems.push(broken(&label, row, at, expected));
                }
                Reading::TooLong => {
                    let expected = "a number of at most 28 digits".to_owned();
                    problems.push(broken(&label, row, at, expected));
                }
                // A number of an unknown unit is no word, also where no cell has another.
                Reading::Broken if numeric[at] || begins_as_number(row, at) => {
                    problems.push(broken(&label, row, at, "a number".to_owned()));
                }
                _ => {}
            }
        }
    }
}

/// Whether a column says when what stands beside it was so: 数据时间 over nothing but
/// 2007.7 or 2007 年.
///
/// Forced by `fixtures/columns-of-dates`.
fn is_of_dates(table: &Table, at: usize) -> bool {
    let heading = table.columns[at].label.as_deref().unwrap_or_default();
    let cells = || table.rows.iter().map(|row| row.cells[at].text.text());
    let is_date = |text: &str| is_missing(text) || is_date(text);
    catalog::wording().dates.end(heading) && cells().all(is_date) && !cells().all(is_missing)
}

/// `2007.7`, `2007 年 7 月`, `2007-12-31`, `2007`.
fn is_date(text: &str) -> bool {
    let is_whole = |text: &str| period::leading(text).is_some_and(|(_, rest)| rest.is_empty());
    let mut parts = text.split(['-', '/', '.']);
    let is_year = parts
        .next()
        .is_some_and(|year| is_whole(&format!("{year}年")));
    let is_part = |part: &str| matches!(part.parse(), Ok(1..=31));
    is_whole(text) || is_year && parts.clone().count() <= 2 && parts.all(is_part)
}

/// Without a column 单位, the row labels may carry it: `IPv4（个）`.
fn unit_of_label(row: &mut Row) {
    let (label, unit) = unit::split_label(row.label.text());
    if let Some(unit) = unit {
        row.unit = Some(unit.to_owned());
        // 域名（个）³: the mark is of what the unit is of.
        let marks = row.label.marks().to_vec();
        let cut = row.label.slice(0..label.len());
        let behind = marks.into_iter().filter(|mark| mark.at > label.len());
        row.label = behind.fold(cut, |label, mark| label.with_mark(mark.name, mark.span));
    }
}

fn begins_as_number(row: &Row, at: usize) -> bool {
    number::leading(row.cells[at].text.text()).is_some()
}

fn broken(table: &str, row: &Row, at: usize, expected: String) -> Problem {
    let text: &LogicalText = &row.cells[at].text;
    let message = format!(
        "{table} has a cell in the row {} that could not be understood",
        row.label.text()
    );
    Problem::new(ProblemKind::CellNotUnderstood, message, text.whole())
        .between(expected, text.text())
}

impl Reading {
    /// The unit behind a value, empty when there is none.
    fn suffix(&self) -> Option<&str> {
        match self {
            Reading::Value(_, suffix) => Some(suffix),
            _ => None,
        }
    }
}

/// What all of them are.
fn common<'r>(mut suffixes: impl Iterator<Item = &'r str>) -> Option<&'r str> {
    let first = suffixes.next()?;
    suffixes.all(|suffix| suffix == first).then_some(first)
}

/// Whether a cell prints nothing or a sign for it.
pub fn is_missing(text: &str) -> bool {
    const SIGNS: [&str; 11] = ["", "-", "--", "---", "—", "——", "－", "–", "/", "…", "N/A"];
    SIGNS.contains(&text)
}

fn reading(text: &str) -> Reading {
    if is_missing(text) {
        return Reading::Missing;
    }
    let Some((value, rest)) = number::leading(text) else {
        if number::is_only_digits(text) {
            return Reading::TooLong;
        }
        let is_word = !text.contains(is_digit);
        return if is_word {
            Reading::Text
        } else {
            Reading::Broken
        };
    };
    let unit = match rest.trim_start() {
        "％" => "%",
        unit => unit,
    };
    // 6.20亿 says how much, and not of what.
    let is_unit = || {
        let units = units();
        units.parse(unit).is_some()
            || units.is_of_another(unit)
            || units.multiplier(unit).1.is_empty()
    };
    if unit.is_empty() || is_unit() {
        return Reading::Value(value, unit.to_owned());
    }
    if is_block_sum(text) {
        Reading::Text
    } else {
        Reading::Broken
    }
}

/// `20A+116B+62C`: an amount of addresses as blocks of /8, /16 and /24.
fn is_block_sum(text: &str) -> bool {
    text.split('+').all(|term| {
        let digits = term.trim().trim_end_matches(['A', 'B', 'C']);
        digits.len() + 1 == term.trim().len() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_apart() {
        let read = |text| match reading(text) {
            Reading::Value(value, suffix) => format!("{value} {suffix}"),
            Reading::Missing => "missing".to_owned(),
            Reading::Text => "text".to_owned(),
            Reading::Broken => "broken".to_owned(),
            Reading::TooLong => "too long".to_owned(),
        };
        let cases = [
            ("105,963", "105963 "),
            ("25.19%", "25.19 %"),
            ("25.19％", "25.19 %"),
            ("100.00%", "100.00 %"),
            ("-1.3", "-1.3 "),
            ("10.81亿人", "10.81 亿人"),
            ("6.20亿", "6.20 亿"),
            ("--", "missing"),
            ("", "missing"),
            ("20A+116B+62C", "text"),
            ("200B+229C", "text"),
            ("百度", "text"),
            ("2.了%", "broken"),
            ("1O5", "broken"),
            ("l05", "broken"),
            ("123456789012345678901234567890", "too long"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
