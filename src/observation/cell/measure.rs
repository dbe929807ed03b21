//! What a cell measures and in which unit, by what its heading says and by the values
//! that it stands beside.

use rust_decimal::Decimal;

use super::{Known, Reader, own_unit};
use crate::catalog;
use crate::fact::Measure;
use crate::grammar::period;
use crate::table::{Column, Row};

/// What is said of a cell.
pub(super) struct Said {
    /// How it measures.
    pub measure: Measure,
    /// The unit, less its multiplier.
    pub unit: String,
    /// As printed.
    pub unit_printed: Option<String>,
    /// The power of ten of the multiplier.
    pub power: u32,
    /// Whether nothing says what a change is in, or whether it is a rate.
    pub is_doubtful: bool,
    /// Whether the catalog does not know the unit.
    pub is_unit_unknown: bool,
}

/// What a heading says of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heading<'h> {
    /// 年增长率: a rate, whatever unit is printed.
    Rate,
    /// 使用率变化, 较 2024.12 增减: a change, of what it names, if anything.
    Change {
        name: Option<&'h str>,
        /// 增减量: in the unit of the values.
        is_amount: bool,
        /// 同比, 增长: in percent a rate of growth.
        is_growth: bool,
    },
    /// Of something else.
    Other,
}

/// In which units the values beside are.
enum Beside<'b> {
    Percent,
    /// In one unit, or in none.
    Counts(Option<&'b str>),
    Unclear,
}

impl Reader<'_> {
    /// What is said of the cell of a row in the column at a place.
    ///
    /// Forced by `fixtures/columns-of-changes`.
    pub(super) fn said(
        &self,
        (row_at, row, of_row): (usize, &Row, &Known),
        (at, column, of_column): (usize, &Column, &Known),
    ) -> Said {
        let indicator = of_row.indicator.or(of_column.indicator);
        let unit_printed = column.unit.clone().or_else(|| row.unit.clone());
        let units = catalog::units();
        let known = unit_printed
            .as_deref()
            .map(|unit| units.parse(unit).ok_or(unit));
        let (unit, power, is_unit_unknown) = match known {
            Some(Ok(unit)) => (unit.id.to_owned(), unit.multiplier, false),
            Some(Err(printed)) => match units.multiplier(printed) {
                // 万 alone.
                (power, "") => (own_unit(indicator), power, false),
                // Of something that the catalog does not know.
                (power, word) => (word.trim_start().to_owned(), power, true),
            },
            None => (own_unit(indicator), 0, false),
        };
        let label = column.label.as_deref().unwrap_or_default();
        let label = if names(label) {
            label
        } else {
            row.label.text()
        };
        // 使用率 99.2: in nothing else, where the catalog does not know of what.
        let is_bare = unit_printed.is_none() && indicator.is_none();
        let unit = match is_bare && is_rate(label) {
            true => "percent".to_owned(),
            false => unit,
        };
        let is_level = matches!(of_column.measure, None | Some(Measure::Level));
        let measure = match (is_level, of_row.measure) {
            (true, Some(measure)) => Some(measure),
            _ => of_column.measure,
        };
        let mut said = Said {
            measure: measure.unwrap_or_else(|| by_label(label, &unit)),
            unit,
            unit_printed,
            power,
            is_doubtful: false,
            is_unit_unknown,
        };
        let heading = match measure {
            None | Some(Measure::Level | Measure::Share) => heading(label),
            Some(_) => Heading::Other,
        };
        let is_printed = column.unit.is_some();
        match heading {
            Heading::Rate if !is_printed => said.measure = Measure::GrowthRate,
            Heading::Change {
                name,
                is_amount,
                is_growth,
            } => {
                let is_percent = said.unit == "percent";
                if is_percent && is_growth && name.is_none_or(|name| !is_rate(name)) {
                    said.measure = Measure::GrowthRate;
                } else if is_percent && is_printed {
                    said.measure = match self.beside(row_at, at, name) {
                        Beside::Percent => Measure::Change,
                        Beside::Counts(_) => Measure::GrowthRate,
                        Beside::Unclear => {
                            said.is_doubtful = true;
                            Measure::GrowthRate
                        }
                    };
                } else {
                    said.measure = Measure::Change;
                    if said.unit_printed.is_none() {
                        self.take_unit(&mut said, (row_at, at), name, is_amount);
                    }
                }
            }
            Heading::Rate | Heading::Other => {}
        }
        // 增长率 beside 万人 of the row is in percent all the same.
        if said.measure == Measure::GrowthRate && !is_printed && said.unit != "percent" {
            said.unit_printed = None;
            said.power = 0;
            said.is_unit_unknown = false;
        }
        said
    }

    /// Gives a change without a unit that of the values that it is between.
    fn take_unit(
        &self,
        said: &mut Said,
        (row_at, at): (usize, usize),
        name: Option<&str>,
        is_amount: bool,
    ) {
        match self.beside(row_at, at, name) {
            Beside::Percent => "percentage_point".clone_into(&mut said.unit),
            Beside::Counts(unit) if is_amount || self.is_between(at, name) => {
                let Some(printed) = unit else {
                    return;
                };
                match catalog::units().parse(printed) {
                    Some(unit) => {
                        unit.id.clone_into(&mut said.unit);
                        said.power = unit.multiplier;
                    }
                    None => match catalog::units().multiplier(printed) {
                        (power, "") => said.power = power,
                        _ => said.is_doubtful = true,
                    },
                }
            }
            _ => said.is_doubtful = true,
        }
    }

    /// The columns of the values that a change may be of: those that say what it names.
    fn columns_beside(&self, at: usize, name: Option<&str>) -> Vec<usize> {
        let label = |other: usize| self.table.columns[other].label.as_deref();
        let is_value = |other: &usize| {
            let label = label(*other).unwrap_or_default();
            let has_value = |row: &Row| row.cells[*other].value.is_some();
            *other != at
                && heading(label) == Heading::Other
                && by_label(label, "item") != Measure::Rank
                && self.table.rows.iter().any(has_value)
        };
        let all: Vec<usize> = (0..self.table.columns.len()).filter(is_value).collect();
        let says = |other: &usize| {
            let label = label(*other);
            name.is_some_and(|name| label.is_some_and(|label| label.contains(name)))
        };
        let named: Vec<usize> = all.iter().copied().filter(says).collect();
        if named.is_empty() { all } else { named }
    }

    /// In which units the values beside a cell are.
    fn beside(&self, row_at: usize, at: usize, name: Option<&str>) -> Beside<'_> {
        if name.is_some_and(is_rate) {
            return Beside::Percent;
        }
        let beside = self.columns_beside(at, name);
        let units: Vec<Option<&str>> = beside
            .iter()
            .map(|&other| self.table.unit_of(row_at, other))
            .collect();
        let is_percent = |unit: &Option<&str>| {
            let unit = unit.and_then(|unit| catalog::units().parse(unit));
            unit.is_some_and(|unit| unit.id == "percent")
        };
        match units.first() {
            None => Beside::Unclear,
            Some(_) if units.iter().all(is_percent) => Beside::Percent,
            Some(_) if units.iter().any(is_percent) => Beside::Unclear,
            Some(first) if units.iter().all(|unit| unit == first) => Beside::Counts(*first),
            Some(_) => Beside::Unclear,
        }
    }

    /// Whether what a column prints is how much more the later of the two columns beside
    /// has than the earlier, to the digit that is printed.
    fn is_between(&self, at: usize, name: Option<&str>) -> bool {
        let beside = self.columns_beside(at, name);
        let [one, other] = beside[..] else {
            return false;
        };
        let period = |at: usize| self.table.columns[at].period;
        let (Some(first), Some(second)) = (period(one), period(other)) else {
            return false;
        };
        let (from, to) = if first < second {
            (one, other)
        } else {
            (other, one)
        };
        let is_between = |row: &Row| {
            let value = |at: usize| row.cells[at].value;
            let (from, to, change) = (value(from)?, value(to)?, value(at)?);
            let scales = [from.scale(), to.scale(), change.scale()];
            let last = Decimal::new(1, scales.into_iter().min()?);
            let difference = to.checked_sub(from)?.checked_sub(change)?;
            Some(difference.abs() <= last)
        };
        let rows: Vec<bool> = self.table.rows.iter().filter_map(is_between).collect();
        first != second && !rows.is_empty() && rows.into_iter().all(|holds| holds)
    }
}

/// Whether a heading names more than a period: below 2024 年 the row says what is
/// measured.
pub(super) fn names(label: &str) -> bool {
    let rest = period::of_heading(label).map_or(label, |(_, rest)| rest);
    !rest.trim().is_empty()
}

/// Whether a name is of what is counted in percent.
fn is_rate(name: &str) -> bool {
    let headings = &catalog::wording().change;
    headings.in_percent.end(name)
}

/// What a heading says of change; the lowest of several first.
fn heading(label: &str) -> Heading<'_> {
    let words = &catalog::wording().change;
    let is_change = |part: &str| words.changes.end(part) || words.growths.end(part);
    let mut parts = label.rsplit(" / ");
    let Some(at) =
        parts.position(|part| words.rates.end(part) || is_change(part) || is_compared(part))
    else {
        return Heading::Other;
    };
    let part = label.rsplit(" / ").nth(at).unwrap_or_default();
    if words.rates.end(part) {
        return Heading::Rate;
    }
    let is_growth = words.growths.end(part);
    let own = words.changes.strip_suffix(part);
    let own = own.or_else(|| words.growths.strip_suffix(part));
    let own = own.unwrap_or_default();
    let own = period::of_heading(own).map_or(own, |(_, rest)| rest);
    let is_name = |part: &&str| !part.is_empty() && names(part) && !part.starts_with(['较', '比']);
    // 变化 over 用户规模.
    let others = label.rsplit(" / ").enumerate();
    let mut others = others.filter(|(other, part)| *other != at && !is_change(part));
    let name = Some(own.trim()).filter(is_name);
    Heading::Change {
        name: name.or_else(|| others.find_map(|(_, part)| Some(part).filter(is_name))),
        is_amount: part.ends_with(['量', '额', '数']),
        is_growth,
    }
}

/// 较 2024.12, 比上年: that what stands below is compared. 比例 is no comparison.
pub(super) fn is_compared(part: &str) -> bool {
    let rest = part.strip_prefix(['较', '比']).map(str::trim_start);
    rest.is_some_and(|rest| {
        period::leading(rest).is_some() || catalog::wording().change.befores.begin(rest)
    })
}

/// What an unknown column measures, by what its heading says.
fn by_label(label: &str, unit: &str) -> Measure {
    let says = |words: &[&str]| words.iter().any(|word| label.contains(word));
    match unit {
        // Forced by `fixtures/columns-before-labels`.
        "percent"
            if label.contains("普及率")
                && says(&["增长", "提升", "变化", "增减"])
                && !says(&["增长率", "增减率", "变化率"]) =>
        {
            Measure::Change
        }
        "percent"
            if says(&["增长", "增幅", "增速", "增减", "涨幅", "同比", "环比"])
                || label.starts_with('较')
                // 比 2023 年 is a comparison, 比例 and 比重 are none.
                || label
                    .strip_prefix('比')
                    .is_some_and(|rest| !rest.starts_with(['例', '重', '率', '值'])) =>
        {
            Measure::GrowthRate
        }
        "percent" if says(&["普及率"]) => Measure::Level,
        "percent" => Measure::Share,
        "percentage_point" => Measure::Change,
        "item" if label.ends_with("排名") || label == "名次" || label.ends_with("位次") => {
            Measure::Rank
        }
        _ if says(&["增长量", "增量", "净增"]) => Measure::Change,
        _ => Measure::Level,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_that_they_are_of_change() {
        let change = |name, is_amount, is_growth| Heading::Change {
            name,
            is_amount,
            is_growth,
        };
        let cases = [
            ("变化", change(None, false, false)),
            ("较2026.12增减", change(None, false, false)),
            ("较2026.12", change(None, false, false)),
            ("增减量", change(None, true, false)),
            ("使用率变化", change(Some("使用率"), false, false)),
            ("变化 / 用户规模", change(Some("用户规模"), false, false)),
            ("用户规模 / 变动", change(Some("用户规模"), false, false)),
            ("变化 / 增长量", change(None, true, true)),
            ("变化 / 增长率", Heading::Rate),
            ("年增长率", Heading::Rate),
            ("2026.12 用户规模", Heading::Other),
            ("比例", Heading::Other),
            ("比重", Heading::Other),
            ("气候变化企业数", Heading::Other),
        ];
        for (label, expected) in cases {
            assert_eq!(heading(label), expected, "{label}");
        }
    }
}
