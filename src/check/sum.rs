//! # What it checks
//!
//! The row 合计, 总计 or 全国 against the rows that it sums up, column by column:
//! numbers add up to it, shares of one whole to 100 %.
//!
//! # When it applies
//!
//! To columns of counts and quantities, and of shares, of any table with such a
//! row, known to the catalog or not. Means, rates and ratios do not add up;
//! neither do shares of questions with several answers, whose rows come to
//! something else than 100 % and whose total is none. Of regions that a table
//! chooses, 前五名, the sum is only known not to be above that of 全国; a table of the
//! catalog chooses none unless its title says so. Rows 其中 are
//! part of another row and left out. Where rows print no value their sum is only known
//! not to be above the total.
//!
//! # Tolerance
//!
//! None for exact counts; else half of one in the last printed digit for each
//! row and for the total. 100 % itself is exact: 32 shares of two decimals may
//! come to 100.16.

use rust_decimal::Decimal;

use super::evidence::Evidence;
use super::finding::Finding;
use super::interval::Interval;
use super::precision;
use super::relation::{Expression, Outcome, Place, Relation};
use super::{CheckKind, groups, provinces, wording};
use crate::catalog;
use crate::fact::Measure;
use crate::observation::{Observation, decimals};
use crate::table::Table;

/// Checks the total rows of all tables.
pub fn check(evidence: &Evidence, findings: &mut Vec<Finding>) {
    for at in 0..evidence.readings.tables.len() {
        of_table(evidence, at, findings);
    }
}

/// Checks the total rows of a table.
pub fn of_table(evidence: &Evidence, at: usize, findings: &mut Vec<Finding>) {
    let table = &evidence.readings.tables[at];
    for total in totals(table) {
        let columns = 0..table.columns.len();
        findings.extend(columns.filter_map(|column| of_column(evidence, at, &total, column)));
    }
}

/// Checks a column of a table against its total row.
pub fn of_column(evidence: &Evidence, at: usize, total: &Total, column: usize) -> Option<Finding> {
    let column = Column {
        evidence,
        table: &evidence.readings.tables[at],
        at,
        column,
        total: total.row,
        rows: &total.rows,
    };
    column.check()
}

/// A row that sums up others.
pub struct Total {
    /// The row.
    pub row: usize,
    /// The others.
    pub rows: Vec<usize>,
}

/// Each total row with the rows that it sums up: those since the total before
/// it; where there are none the totals that nothing has summed up before; of a
/// total on top those below.
pub fn totals(table: &Table) -> Vec<Total> {
    let is_total = |at: &usize| is_total(table.rows[*at].label.text());
    let totals: Vec<usize> = (0..table.rows.len()).filter(is_total).collect();
    if totals == [0] {
        let rows = own_rows(table, 1..table.rows.len());
        return vec![Total { row: 0, rows }];
    }
    let mut found: Vec<Total> = Vec::new();
    // Those that no other has summed up yet.
    let mut open: Vec<usize> = Vec::new();
    let mut start = 0;
    for row in totals {
        let mut rows = own_rows(table, start..row);
        if !rows.is_empty() {
            open.push(row);
        } else if open.len() > 1 {
            rows = std::mem::replace(&mut open, vec![row]);
        }
        found.push(Total { row, rows });
        start = row + 1;
    }
    found.retain(|total| total.rows.len() > 1);
    found
}

/// The rows of a range that are part of no other row.
fn own_rows(table: &Table, range: std::ops::Range<usize>) -> Vec<usize> {
    let is_own = |at: &usize| !table.rows[*at].label.text().starts_with("其中");
    range.filter(is_own).collect()
}

/// Whether a label names the sum of other rows.
pub fn is_total(label: &str) -> bool {
    let folded: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    catalog::is_any_total(&folded)
}

/// A column of a table with a total row.
struct Column<'c, 'r> {
    evidence: &'c Evidence<'r>,
    table: &'c Table,
    at: usize,
    column: usize,
    total: usize,
    rows: &'c [usize],
}

impl Column<'_, '_> {
    fn check(&self) -> Option<Finding> {
        let total = self.of_row(self.total)?;
        let seen = self.evidence.observation(total);
        let printed = self.evidence.printed(total)?;
        let parts: Vec<Expression> = self
            .rows
            .iter()
            .filter_map(|row| self.evidence.printed(self.of_row(*row)?))
            .collect();
        let missing = self.rows.len() - parts.len();
        if self.chooses() {
            return self.at_most(seen, parts, printed);
        }
        match seen.measure {
            Measure::Share => self.hundred(seen, parts, printed, missing),
            Measure::Level | Measure::Change if self.adds_up(seen, &parts) => {
                self.sum(seen, parts, printed, missing)
            }
            _ => None,
        }
    }

    fn of_row(&self, row: usize) -> Option<usize> {
        self.evidence.of_cell(self.at, row, self.column)
    }

    /// Whether the column counts something.
    fn adds_up(&self, seen: &Observation, parts: &[Expression]) -> bool {
        const COUNTED: [&str; 5] = ["item", "person", "yuan", "usd", "block/32"];
        if precision::is_mean(seen) || precision::is_measured(&seen.unit) {
            return false;
        }
        if let Some(indicator) = seen.indicator {
            return matches!(indicator.kind, "count" | "quantity");
        }
        let (label, rates) = (&seen.label, &catalog::wording().rates);
        if precision::says_mean(label) || rates.are_in(label) {
            return false;
        }
        // A mean that nothing says is one lies between the rows.
        let whole = seen.value.unwrap_or_default();
        let values = parts.iter().filter_map(|part| part.value(None));
        COUNTED.contains(&seen.unit.as_str())
            || values.map(Interval::low).all(|value| value <= whole)
    }

    /// Whether the table chooses some regions of all that its total is of: 前五名省份, and
    /// 全国 below. A table of the catalog has all, unless its title says so: where rows of
    /// it are gone they are lost.
    fn chooses(&self) -> bool {
        let says_so = catalog::wording().chosen.are_in(&self.table.title);
        if self.table.dataset.is_some() && !says_so {
            return false;
        }
        let total = self.table.rows[self.total].label.text();
        let is_country = catalog::code("area", total).is_some_and(|code| code == "CN");
        is_country
            && provinces::chooses(
                self.rows
                    .iter()
                    .map(|row| self.table.rows[*row].label.text()),
            )
    }

    /// The rows that are chosen are no more than all.
    fn at_most(
        &self,
        seen: &Observation,
        parts: Vec<Expression>,
        total: Expression,
    ) -> Option<Finding> {
        let kind = match seen.measure {
            Measure::Share => CheckKind::HundredPercent,
            Measure::Level if self.adds_up(seen, &parts) => CheckKind::Sum,
            _ => return None,
        };
        // Rates of rows are not part of that of all.
        let is_whole = kind == CheckKind::Sum || seen.value == Some(Decimal::ONE_HUNDRED);
        let is_positive = |part: &Expression| {
            let value = part.value(None);
            value.is_some_and(|value| value.low() >= Decimal::ZERO)
        };
        if !is_whole || !parts.iter().all(is_positive) {
            return None;
        }
        let digits = decimals(seen.text()).saturating_sub(seen.power);
        let (place, rows) = (self.place(), parts.len());
        let label = self.table.rows[self.total].label.text();
        let relation = Relation::AtMost {
            part: Expression::Sum(parts),
            whole: total,
        };
        let says = |outcome: &Outcome| {
            let sum = wording::values(outcome.actual, digits);
            let is = if outcome.holds { "is" } else { "cannot be" };
            let quote = wording::quoted(seen);
            format!(
                "{place}: what the {rows} chosen rows add up to, {sum}, {is} part of {label}, {quote}"
            )
        };
        Some(Finding::evaluated(
            kind,
            self.name(),
            relation,
            digits,
            says,
        ))
    }

    fn sum(
        &self,
        seen: &Observation,
        parts: Vec<Expression>,
        total: Expression,
        missing: usize,
    ) -> Option<Finding> {
        let kind = CheckKind::Sum;
        let digits = decimals(seen.text()).saturating_sub(seen.power);
        if missing > 0 {
            return Some(self.incomplete(seen, parts, total, missing));
        }
        let relation = Relation::Equal {
            expected: Expression::Sum(parts),
            printed: total,
        };
        let says = |outcome: &Outcome| self.says_sum(outcome, seen, digits, self.rows.len());
        let finding = Finding::evaluated(kind, self.name(), relation, digits, says);
        if finding.status == super::CheckStatus::Fail {
            let other = self.without_parts(seen, digits);
            return other
                .or_else(|| self.by_groups(seen, digits))
                .or(Some(finding));
        }
        Some(finding)
    }

    /// Where the rows are several groups that each add up to the total, 男, 女 and 城镇,
    /// 农村, or wholes that are each followed by what they add up from, 东部, 北京, 上海:
    /// that they are. No row is left over, so that a wrong one is still found.
    fn by_groups(&self, seen: &Observation, digits: u32) -> Option<Finding> {
        let rows = self.rows.iter();
        let rows = rows.map(|row| self.evidence.value(self.of_row(*row)?));
        let rows = rows.collect::<Option<Vec<Interval>>>()?;
        let total = self.evidence.value(self.of_row(self.total)?)?;
        let groups = groups::again(&rows, total).or_else(|| groups::families(&rows))?;
        let sums = groups.iter().map(|group| {
            let rows = &self.rows[group.clone()];
            let printed = rows
                .iter()
                .map(|row| self.evidence.printed(self.of_row(*row)?));
            Some(Expression::Sum(printed.collect::<Option<_>>()?))
        });
        let sums = sums.collect::<Option<Vec<_>>>()?;
        let count = sums.len();
        let is_again = groups.iter().map(|group| group.len()).sum::<usize>() == rows.len();
        let expected = if is_again {
            // Each is the total; the first stands for all.
            sums.into_iter().next()?
        } else {
            Expression::Sum(sums)
        };
        let relation = Relation::Equal {
            expected,
            printed: self.evidence.printed(self.of_row(self.total)?)?,
        };
        let says = |outcome: &Outcome| {
            let sum = wording::values(outcome.expected, digits);
            let (place, quote) = (self.place(), wording::quoted(seen));
            let total = self.table.rows[self.total].label.text();
            format!(
                "{place}: the rows are {count} groups and add up to {sum}, as {total} says: {quote}"
            )
        };
        let kind = match seen.measure {
            Measure::Share => CheckKind::HundredPercent,
            _ => CheckKind::Sum,
        };
        let finding = Finding::evaluated(kind, self.name(), relation, digits, says);
        (finding.status == super::CheckStatus::Pass).then_some(finding)
    }

    /// Where a region and what it is part of both have rows, the sum without
    /// the part, if that is the total.
    fn without_parts(&self, seen: &Observation, digits: u32) -> Option<Finding> {
        let area = |row: &usize| {
            let seen = self.evidence.observation(self.of_row(*row)?);
            seen.dimensions.get("area")
        };
        let is_part = |row: &usize| {
            let region = catalog::regions()
                .iter()
                .find(|region| Some(region.code) == area(row))?;
            let parent = region.parent?;
            Some(self.rows.iter().any(|row| area(row) == Some(parent)))
        };
        let rows: Vec<&usize> = self
            .rows
            .iter()
            .filter(|row| is_part(row) != Some(true))
            .collect();
        if rows.len() == self.rows.len() {
            return None;
        }
        let parts = rows
            .iter()
            .map(|row| self.evidence.printed(self.of_row(**row)?));
        let relation = Relation::Equal {
            expected: Expression::Sum(parts.collect::<Option<_>>()?),
            printed: self.evidence.printed(self.of_row(self.total)?)?,
        };
        let says = |outcome: &Outcome| self.says_sum(outcome, seen, digits, rows.len());
        let finding = Finding::evaluated(CheckKind::Sum, self.name(), relation, digits, says);
        (finding.status == super::CheckStatus::Pass).then_some(finding)
    }

    fn says_sum(&self, outcome: &Outcome, seen: &Observation, digits: u32, rows: usize) -> String {
        let sum = wording::values(outcome.expected, digits);
        let quote = wording::quoted(seen);
        let total = self.table.rows[self.total].label.text();
        let head = format!("{}: the {rows} rows add up to {sum}", self.place());
        if outcome.holds {
            return format!("{head}, as {total} says: {quote}");
        }
        let apart = wording::apart(outcome);
        format!("{head}; {total} prints {quote}{apart}")
    }

    /// Rows that print no value leave only that the others are not above the
    /// total.
    fn incomplete(
        &self,
        seen: &Observation,
        parts: Vec<Expression>,
        total: Expression,
        missing: usize,
    ) -> Finding {
        let kind = CheckKind::Sum;
        let digits = decimals(seen.text()).saturating_sub(seen.power);
        let whole = total.clone();
        let is_positive = parts
            .iter()
            .filter_map(|part| part.value(None))
            .all(|value| value.low() >= Decimal::ZERO);
        let relation = Relation::AtMost {
            part: Expression::Sum(parts.clone()),
            whole: total,
        };
        let place = self.place();
        let total = self.table.rows[self.total].label.text();
        let quote = wording::quoted(seen);
        let finding = Finding::evaluated(kind, self.name(), relation, digits, |outcome| {
            let sum = wording::values(outcome.actual, digits);
            format!("{place}: the rows that print a value add up to {sum}; {total} prints {quote}")
        });
        let is_whole = Relation::Equal {
            expected: Expression::Sum(parts),
            printed: whole,
        };
        let is_whole = is_whole.outcome(None).is_some_and(|outcome| outcome.holds);
        if is_whole || is_positive && finding.status == super::CheckStatus::Fail {
            return finding;
        }
        let reason = format!(
            "{place}: {missing} of {} rows print no value",
            self.rows.len()
        );
        Finding::skipped(kind, self.name(), reason).at(finding.places)
    }

    /// Shares of one whole come to 100 %, and so does their total.
    fn hundred(
        &self,
        seen: &Observation,
        parts: Vec<Expression>,
        total: Expression,
        missing: usize,
    ) -> Option<Finding> {
        let kind = CheckKind::HundredPercent;
        let digits = decimals(seen.text());
        let hundred = || Expression::Constant(Interval::exact(Decimal::ONE_HUNDRED));
        let of_rows = Relation::Equal {
            expected: hundred(),
            printed: Expression::Sum(parts.clone()),
        };
        let of_total = Relation::Equal {
            expected: hundred(),
            printed: total.clone(),
        };
        let holds = |relation: &Relation| {
            let outcome = relation.outcome(None);
            outcome.is_some_and(|outcome| outcome.holds)
        };
        let place = self.place();
        let name = wording::quoted(seen);
        let label = self.table.rows[self.total].label.text();
        let rows = parts.len();
        if missing > 0 {
            let reason = format!(
                "{place}: {missing} of {} rows print no share",
                self.rows.len()
            );
            return Some(Finding::skipped(kind, self.name(), reason).at(of_rows.places()));
        }
        match (holds(&of_rows), holds(&of_total)) {
            (false, false) => {
                let alike = Relation::Equal {
                    expected: Expression::Sum(parts),
                    printed: total,
                };
                let reason = if holds(&alike) {
                    "the answers are not parts of one whole"
                } else {
                    "neither the rows nor their total come to 100%"
                };
                let reason = format!("{place}: {reason}");
                Some(Finding::skipped(kind, self.name(), reason).at(alike.places()))
            }
            (true, false) => {
                let places = of_rows.places();
                let finding = Finding::evaluated(kind, self.name(), of_total, digits, |_| {
                    format!("{place}: the {rows} shares come to 100%; {label} prints {name}")
                });
                let all: Vec<Place> = places.into_iter().chain(finding.places.clone()).collect();
                Some(finding.at(all))
            }
            (_, true) => {
                if !holds(&of_rows)
                    && let Some(groups) = self.by_groups(seen, digits)
                {
                    return Some(groups);
                }
                let finding = Finding::evaluated(kind, self.name(), of_rows, digits, |outcome| {
                    let sum = outcome.actual.middle().unwrap_or_default();
                    let half = outcome.actual.high().saturating_sub(sum);
                    let sum = wording::number(sum);
                    let half = wording::number(half);
                    let rounding = format!("rounding of {rows} shares may make ±{half}");
                    if outcome.holds {
                        format!("{place}: the shares add up to {sum}%; {rounding}")
                    } else {
                        format!("{place}: the shares add up to {sum}%, not 100%; {rounding}")
                    }
                });
                let mut places = finding.places.clone();
                total.places(&mut places);
                Some(finding.at(places))
            }
        }
    }

    fn place(&self) -> String {
        wording::column(self.table, self.column)
    }

    fn name(&self) -> String {
        let dataset = self.table.dataset;
        let dimension = dataset.and_then(|dataset| dataset.row_dimension);
        let fact = self.of_row(self.total).map(|at| self.evidence.fact(at));
        match (dataset, fact) {
            (Some(_), Some(fact)) => format!("{fact}/by={}", dimension.unwrap_or("row")),
            _ => format!(
                "{}/{}",
                self.table.title,
                self.table.columns[self.column]
                    .label
                    .as_deref()
                    .unwrap_or_default()
            ),
        }
    }
}
