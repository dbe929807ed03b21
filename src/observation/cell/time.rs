//! When the values of a table are of, and since when they grew.

use std::collections::HashSet;

use super::measure::names;
use super::{INFERRED, Reader};
use crate::catalog;
use crate::document::number;
use crate::fact::Measure;
use crate::footnote;
use crate::grammar::period;
use crate::logical::LogicalText;
use crate::observation::corrected_period;
use crate::period::Period;
use crate::table::{Cell, Column, Row, Table};

/// The periods of the columns or, without, of the caption.
pub(super) struct Times {
    first: Option<Period>,
    last: Option<Period>,
    /// Whether there are two of them, and so one that the other is compared with.
    are_two: bool,
}

pub(super) fn times(table: &Table) -> Times {
    let mut periods: Vec<Period> = table
        .columns
        .iter()
        .filter_map(|column| column.period)
        .collect();
    if periods.is_empty() {
        let mut rest = table.title.as_str();
        while let Some((period, more)) = period::leading_stock(rest) {
            periods.push(period);
            rest = more.trim_start_matches(['-', '–', '—', '~', '至', '到', ' ']);
        }
    }
    periods.sort_unstable();
    periods.dedup();
    Times {
        are_two: periods.len() == 2,
        first: periods.first().copied(),
        last: periods.last().copied(),
    }
}

/// The periods that rows and columns are called by.
pub(super) fn periods(table: &Table) -> HashSet<Period> {
    let columns = table.columns.iter().filter_map(|column| column.period);
    let rows = table.rows.iter().filter_map(|row| of_row(table, row));
    columns.chain(rows).collect()
}

/// The period that a row is called by, 2024 年, 2024.12, under the heading 年份 also 2024.
fn of_row(table: &Table, row: &Row) -> Option<Period> {
    const YEARS: [&str; 3] = ["年", "年份", "年度"];
    let label = row.label.text();
    let stub = table.stub.as_deref().unwrap_or_default();
    let stub = stub.trim_end_matches([')', '）']);
    let is_bare = !label.is_empty() && label.chars().all(number::is_digit);
    let is_of_years = YEARS.iter().any(|years| stub.ends_with(years));
    let year = (is_bare && is_of_years).then(|| format!("{label}年"));
    let (period, rest) = period::leading_stock(year.as_deref().unwrap_or(label))?;
    rest.is_empty().then_some(period)
}

/// The period that a heading compares with: 较 2024.12 增减.
fn compared_with(label: &str) -> Option<Period> {
    label.split(" / ").find_map(|part| {
        let rest = part.strip_prefix(['比', '较'])?;
        period::leading(rest.trim_start()).map(|(period, _)| period)
    })
}

/// 年增长率: since a year before, which 半年增长率 and 2024 年增长率 are not.
fn is_of_year(label: &str) -> bool {
    let growth = label.rsplit(" / ").find_map(|part| part.strip_prefix('年'));
    growth.is_some_and(|growth| catalog::wording().growths.begin(growth))
}

impl Reader<'_> {
    /// The period of a cell, how it was found, and what a change is from.
    pub(super) fn period(
        &self,
        row: &Row,
        column: &Column,
        cell: &Cell,
        measure: Measure,
    ) -> (Option<Period>, Option<String>, Option<Period>) {
        // Beside columns of 2015 and 2016, nobody says when one without a heading is of.
        let is_nameless = column.label.is_none() && column.period.is_none();
        if is_nameless
            && self
                .table
                .columns
                .iter()
                .any(|other| other.period.is_some())
        {
            return (self.corrected(row, column, cell), None, None);
        }
        let label = column.label.as_deref().unwrap_or_default();
        let is_change = matches!(measure, Measure::Change | Measure::GrowthRate);
        // Below 2024 年 the row says what is measured.
        let is_of_row = is_change && column.period.is_some() && !names(label);
        let said_of = if is_of_row { row.label.text() } else { label };
        let from_label = compared_with(said_of);
        let own = self.own_period(row, column, is_change);
        let of_column = column.period.filter(|_| is_of_row);
        let of = own.or(of_column).or(self.times.last);
        let says = |word| label.contains(word) || row.label.text().contains(word);
        let is_of_a_year =
            || says("同比") || says("上年同期") || says("去年同期") || is_of_year(said_of);
        let said = || match of? {
            of if is_of_a_year() => Some(of.shifted(-1)),
            of if says("环比") => of.before(),
            _ => None,
        };
        let first = || {
            let first = self.times.first?;
            let is_range = self.times.are_two && of == self.times.last;
            is_range.then_some(first)
        };
        let base = match own {
            _ if !is_change => None,
            // What grew a year over several has no one year before.
            _ if catalog::wording().moment.means.are_in(label) => from_label,
            // What is of 2024 grew since 2023, in a table that has 2023 or says so; since
            // when that of a month did nobody says.
            Some(Period::Year(year)) => from_label.or_else(said).or_else(|| {
                let before = Period::Year(year - 1);
                let is_known = self.periods.contains(&before) || says("上年");
                is_known.then_some(before)
            }),
            _ => from_label
                .or_else(said)
                .or_else(|| self.compared_beside(of))
                .or_else(first),
        };
        if let Some(corrected) = self.corrected(row, column, cell).filter(|_| !is_change) {
            return (Some(corrected), None, base);
        }
        let printed = if is_change || column.period.is_none() {
            of
        } else {
            column.period
        };
        match (printed, self.surroundings.edition.period) {
            (Some(period), _) => (Some(period), None, base),
            (None, Some(period)) => (Some(period), Some(INFERRED.to_owned()), base),
            (None, None) => (None, None, base),
        }
    }

    /// The period that the columns of a table are compared with, 较 2024.12, where it is one,
    /// and before that of a value.
    fn compared_beside(&self, of: Option<Period>) -> Option<Period> {
        let labels = self
            .table
            .columns
            .iter()
            .filter_map(|column| column.label.as_deref());
        let mut compared = labels.filter_map(compared_with);
        let first = compared.next()?;
        let is_before = of.is_none_or(|of| first < of);
        (is_before && compared.all(|other| other == first)).then_some(first)
    }

    /// The period that the heading of a growth begins with, 2023 年增长率, or that a row is
    /// called by; in a table that the catalog does not know.
    fn own_period(&self, row: &Row, column: &Column, is_change: bool) -> Option<Period> {
        if self.table.dataset.is_some() {
            return None;
        }
        let heading = column.label.as_deref().unwrap_or_default();
        let of_heading = period::leading(heading).filter(|_| is_change);
        if let Some((period, _)) = of_heading {
            return Some(period);
        }
        if column.period.is_some() {
            return None;
        }
        of_row(self.table, row)
    }

    /// The period that a footnote or a note on the cell, its row or its column
    /// gives.
    fn corrected(&self, row: &Row, column: &Column, cell: &Cell) -> Option<Period> {
        let marks = |text: &LogicalText| text.markers();
        let names = marks(&cell.text)
            .into_iter()
            .chain(marks(&row.label))
            .chain(column.markers.iter().cloned());
        for name in names {
            let note = self
                .table
                .notes
                .iter()
                .find(|note| note.marker.as_deref() == Some(name.as_str()))
                .map(|note| note.text.text());
            let footnote = || {
                let number: u32 = name.parse().ok()?;
                let at = self.table.spans.first().map_or(0, |span| span.start);
                let found = footnote::referred(self.surroundings.footnotes, number, at)?;
                Some(found.text.text())
            };
            if let Some(period) = note.or_else(footnote).and_then(corrected_period) {
                return Some(period);
            }
        }
        None
    }
}
