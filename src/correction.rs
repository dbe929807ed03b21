//! What a maintainer mends: known misprints, each with its reason.
//!
//! A correction is applied only where the printed value is found. What is
//! printed stays; beside it stands what is meant, and why.

use std::path::Path;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::error::Error;
use crate::grammar::number;
use crate::observation::{Observation, Origin, in_base_units};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::statement::Statement;
use crate::table::{Correction, Table};

/// The columns of a file of corrections, in order.
pub const COLUMNS: [&str; 5] = ["edition", "place", "printed", "corrected", "reason"];

/// The corrections of a file.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    name: String,
    lines: Vec<(u64, Line)>,
}

/// A line of the file.
#[derive(Clone, Debug, Deserialize)]
struct Line {
    edition: u32,
    place: String,
    printed: String,
    corrected: String,
    reason: String,
}

impl Corrections {
    /// Reads a CSV file in UTF-8 with the header [`COLUMNS`].
    ///
    /// # Errors
    /// [`Error::Read`] when the operating system does not give it,
    /// [`Error::Corrections`] at the first line that is none.
    pub fn open(path: &Path) -> Result<Corrections, Error> {
        let name = path.display().to_string();
        match std::fs::read(path) {
            Ok(bytes) => Corrections::parse(&name, &bytes),
            Err(source) => Err(Error::Read { name, source }),
        }
    }

    /// Reads the bytes of such a file.
    ///
    /// # Errors
    /// [`Error::Corrections`] at the first line that is none.
    pub fn parse(name: &str, bytes: &[u8]) -> Result<Corrections, Error> {
        let wrong = |line: u64, expected: String, found: String| Error::Corrections {
            name: name.to_owned(),
            line,
            expected,
            found,
        };
        // Spreadsheets put a byte order mark before UTF-8.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(bytes);
        let of_csv = |error: &csv::Error| {
            let line = error.position().map_or(1, csv::Position::line);
            wrong(line, format!("{} fields", COLUMNS.len()), says(error))
        };
        let header = reader.headers().map_err(|error| of_csv(&error))?;
        if header.iter().ne(COLUMNS) {
            let found = header.iter().collect::<Vec<&str>>().join(",");
            return Err(wrong(
                1,
                format!("the columns {}", COLUMNS.join(",")),
                found,
            ));
        }
        let header = header.clone();
        let mut lines = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| of_csv(&error))?;
            let at = record.position().map_or(1, csv::Position::line);
            let empty = COLUMNS
                .iter()
                .zip(&record)
                .find(|(_, field)| field.is_empty());
            if let Some((column, _)) = empty {
                return Err(wrong(
                    at,
                    format!("something in the column {column}"),
                    "nothing".to_owned(),
                ));
            }
            let line: Line = record.deserialize(Some(&header)).map_err(|_| {
                let found = record.get(0).unwrap_or_default().to_owned();
                wrong(at, "the number of an edition".to_owned(), found)
            })?;
            if line.printed == line.corrected {
                let expected = "another value than is printed".to_owned();
                return Err(wrong(at, expected, line.corrected));
            }
            lines.push((at, line));
        }
        Ok(Corrections {
            name: name.to_owned(),
            lines,
        })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Applies the lines of an edition. A line that is not applied is a problem;
    /// lines of other editions are for other reports.
    pub fn apply(
        &self,
        edition: Option<u32>,
        tables: &mut [Table],
        statements: &[Statement],
        observations: &mut [Observation],
    ) -> Vec<Problem> {
        let lines = self.lines.iter();
        let own = lines.filter(|(_, line)| edition.is_none_or(|edition| edition == line.edition));
        own.filter_map(|(at, line)| {
            let applied = match edition {
                Some(_) => line.apply(tables, statements, observations),
                None => Err("a report that names no edition".to_owned()),
            };
            let found = applied.err()?;
            let message = format!("{}, line {at}: the correction was not applied", self.name);
            let expected = format!("{} at {}", line.printed, line.place);
            let problem = Problem::new(ProblemKind::CorrectionUnused, message, Vec::new());
            Some(problem.between(expected, found))
        })
        .collect()
    }
}

impl Line {
    fn correction(&self) -> Correction {
        Correction {
            corrected: self.corrected.clone(),
            reason: self.reason.clone(),
        }
    }

    /// Applies it to the one place that it names, or says what is there instead.
    fn apply(
        &self,
        tables: &mut [Table],
        statements: &[Statement],
        observations: &mut [Observation],
    ) -> Result<(), String> {
        let cells = self.cells(tables);
        if cells.is_empty() {
            return self.in_statements(statements, observations);
        }
        let is_printed = |&(table, row, column): &(usize, usize, usize)| {
            let cell = &tables[table].rows[row].cells[column];
            cell.correction.is_none()
                && self.is_printed(cell.text.text(), tables[table].unit_of(row, column))
        };
        let fitting: Vec<_> = cells.iter().copied().filter(is_printed).collect();
        let (table, row, column) = match fitting.as_slice() {
            [one] => *one,
            [] => {
                let found = cells.iter().map(|&(table, row, column)| {
                    let cell = &tables[table].rows[row].cells[column];
                    match &cell.correction {
                        Some(_) => format!("{}, corrected already", cell.text.text()),
                        None => cell.text.text().to_owned(),
                    }
                });
                return Err(found.collect::<Vec<String>>().join(", "));
            }
            several => return Err(format!("{} cells of that name and value", several.len())),
        };
        let cell = &mut tables[table].rows[row].cells[column];
        if cell.value.is_some() {
            let origin = Origin::Cell { table, row, column };
            let seen = observations.iter_mut().find(|seen| seen.origin == origin);
            cell.value = Some(self.mend(seen.ok_or("a cell that is no observation")?)?);
        }
        cell.correction = Some(self.correction());
        Ok(())
    }

    /// The cells that the place names.
    fn cells(&self, tables: &[Table]) -> Vec<(usize, usize, usize)> {
        let place = folded(&self.place);
        let mut cells = Vec::new();
        for (at, table) in tables.iter().enumerate() {
            if !place.starts_with(&folded(&table.label())) {
                continue;
            }
            for (row, of_row) in table.rows.iter().enumerate() {
                let columns = 0..of_row.cells.len();
                let meant =
                    columns.filter(|column| folded(&table.cell_name(row, *column)) == place);
                cells.extend(meant.map(|column| (at, row, column)));
            }
        }
        cells
    }

    /// The value of a bullet or sentence that stands in the quote.
    fn in_statements(
        &self,
        statements: &[Statement],
        observations: &mut [Observation],
    ) -> Result<(), String> {
        let quotes: Vec<(usize, Vec<Span>)> = statements
            .iter()
            .enumerate()
            .flat_map(|(at, statement)| {
                let found = quoted(statement.text.text(), &self.place);
                found
                    .into_iter()
                    .map(move |range| (at, statement.text.spans(range)))
            })
            .collect();
        if quotes.is_empty() {
            return Err("no cell and no sentence of that kind".to_owned());
        }
        let is_meant = |seen: &&mut Observation| {
            let is_quoted = quotes.iter().any(|(at, spans)| {
                let inside = |number: &Span| spans.iter().any(|span| span.contains(*number));
                seen.origin == Origin::Statement(*at) && seen.number.iter().all(inside)
            });
            let unit = seen.unit_printed.as_deref();
            is_quoted && seen.correction.is_none() && self.is_printed(&seen.printed, unit)
        };
        let mut meant: Vec<&mut Observation> = observations.iter_mut().filter(is_meant).collect();
        match meant.as_mut_slice() {
            [one] => self.mend(one).map(|_| ()),
            [] => Err("the quote, but no such value in it".to_owned()),
            several => Err(format!(
                "{} such values; quote more of the sentence",
                several.len()
            )),
        }
    }

    /// Whether a printed text is the one of the line, with its unit or without.
    fn is_printed(&self, text: &str, unit: Option<&str>) -> bool {
        let with_unit = unit.map(|unit| folded(&format!("{text}{unit}")));
        let printed = folded(&self.printed);
        printed == folded(text) || Some(printed) == with_unit
    }

    /// Puts the corrected value in the place of the printed one; returns it in
    /// the printed unit.
    fn mend(&self, seen: &mut Observation) -> Result<Decimal, String> {
        if seen.upper.is_some() || seen.denominator.is_some() {
            return Err(format!("{}, which is two numbers", seen.printed));
        }
        let unit = seen.unit_printed.clone().unwrap_or_default();
        let corrected = folded(&self.corrected);
        let value = match number::leading(&corrected) {
            Some((value, rest)) if rest.is_empty() || rest == folded(&unit) => value,
            _ => {
                return Err(format!(
                    "{}, but {} is no number of its unit",
                    seen.printed, self.corrected
                ));
            }
        };
        // 减少 5 is -5 by its words, not by what is printed.
        let by_words = seen.value.is_some_and(|value| value.is_sign_negative())
            && !seen.printed.starts_with(['-', '−', '－']);
        let signed = if by_words { -value } else { value };
        let Some(base) = in_base_units(signed, seen.power) else {
            return Err(format!(
                "{}, but {} is too large",
                seen.printed, self.corrected
            ));
        };
        seen.value = Some(base);
        seen.correction = Some(Correction {
            // The unit is the printed one.
            corrected: corrected
                .strip_suffix(&folded(&unit))
                .unwrap_or(&corrected)
                .to_owned(),
            reason: self.reason.clone(),
        });
        Ok(value)
    }
}

/// What `csv` says of a line, without its place.
fn says(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { len, .. } => len.to_string(),
        csv::ErrorKind::Utf8 { .. } => "text that is no UTF-8".to_owned(),
        _ => error.to_string(),
    }
}

/// A text without white space.
fn folded(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Where a text has a quote, white space aside.
fn quoted(text: &str, quote: &str) -> Vec<std::ops::Range<usize>> {
    let quote = folded(quote);
    let bare = folded(text);
    let places: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace())
        .collect();
    let place = |bytes: usize| bare[..bytes].chars().count();
    bare.match_indices(quote.as_str())
        .filter_map(|(at, found)| {
            let (start, _) = places.get(place(at))?;
            let (last, c) = places.get(place(at + found.len()).checked_sub(1)?)?;
            Some(*start..last + c.len_utf8())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_file_is_one_error_with_its_line() {
        let head = "edition,place,printed,corrected,reason\n";
        let cases = [
            ("", "line 1: expected the columns"),
            ("edition,where\n", "line 1: expected the columns"),
            (
                "55,甲,1,2,乙\nx,甲,1,2,乙\n",
                "line 3: expected the number of an edition, found x",
            ),
            ("55,甲,1,2\n", "line 2: expected 5 fields, found 4"),
            (
                "55,甲,,2,乙\n",
                "line 2: expected something in the column printed, found nothing",
            ),
            (
                "55,甲,1,2,\n",
                "line 2: expected something in the column reason, found nothing",
            ),
            (
                "55,甲,1,1,乙\n",
                "line 2: expected another value than is printed, found 1",
            ),
        ];
        for (text, expected) in cases {
            let text = if text.starts_with("5") {
                format!("{head}{text}")
            } else {
                text.to_owned()
            };
            let error = Corrections::parse("mends.csv", text.as_bytes()).unwrap_err();
            let error = error.to_string();
            assert!(
                error.starts_with("mends.csv: ") && error.contains(expected),
                "{error}"
            );
        }
        let bytes = [head.as_bytes(), b"55,\xff,1,2,3\n"].concat();
        let error = Corrections::parse("mends.csv", &bytes)
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("line 2: expected 5 fields, found text that is no UTF-8"),
            "{error}"
        );
    }

    #[test]
    fn a_quote_is_found_whatever_its_white_space() {
        let text = "规模达11.08亿人，较2023年 12月增长";
        let found = quoted(text, "较 2023 年 12 月");
        assert_eq!(&text[found[0].clone()], "较2023年 12月");
        assert!(quoted(text, "没有").is_empty());
    }
}
