//! The time a statistic is about.

use std::fmt;
use std::str::FromStr;

/// A reference period, as precise as the report prints it.
///
/// Written as the contract has it: `2024`, `2024-H1`, `2024-Q3`, `2024-12`,
/// `2024-12-31`, `2024-01..2024-09`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A calendar year.
    Year(i32),
    /// A half year, 1 or 2.
    Half(i32, u8),
    /// A quarter, 1 to 4.
    Quarter(i32, u8),
    /// A month, 1 to 12. A level "截至 2024 年 12 月" is of this month.
    Month(i32, u8),
    /// A day.
    Day(i32, u8, u8),
    /// Months from the first to the last inclusive, as in "1-9 月".
    Months {
        /// Year and month of the first month.
        from: (i32, u8),
        /// Year and month of the last month.
        to: (i32, u8),
    },
}

impl Period {
    /// The year the period ends in.
    pub fn year(self) -> i32 {
        match self {
            Period::Year(year)
            | Period::Half(year, _)
            | Period::Quarter(year, _)
            | Period::Month(year, _)
            | Period::Day(year, ..) => year,
            Period::Months { to, .. } => to.0,
        }
    }

    /// The month that the period ends with.
    pub fn last_month(self) -> Period {
        match self {
            Period::Year(year) => Period::Month(year, 12),
            Period::Half(year, half) => Period::Month(year, half * 6),
            Period::Quarter(year, quarter) => Period::Month(year, quarter * 3),
            Period::Month(year, month) | Period::Day(year, month, _) => Period::Month(year, month),
            Period::Months { to, .. } => Period::Month(to.0, to.1),
        }
    }

    /// Whether it is the last day of its month.
    pub fn ends_month(self) -> bool {
        matches!(self, Period::Day(year, month, day) if day == days_in_month(year, month))
    }

    /// Whether it is the last day of its month or the one before: a survey ends then,
    /// 截至 2009 年 12 月 30 日.
    pub fn closes_month(self) -> bool {
        matches!(self, Period::Day(year, month, day) if day + 1 >= days_in_month(year, month))
    }

    /// The period `months` before a month; other periods have none.
    pub fn months_before(self, months: i32) -> Option<Period> {
        let Period::Month(year, month) = self else {
            return None;
        };
        let count = year * 12 + i32::from(month) - 1 - months;
        let month = u8::try_from(count.rem_euclid(12) + 1).ok()?;
        Some(Period::Month(count.div_euclid(12), month))
    }

    /// The period of the same length right before it, that of 环比; days and spans of
    /// months have none.
    pub fn before(self) -> Option<Period> {
        match self {
            Period::Year(year) => Some(Period::Year(year - 1)),
            Period::Half(year, 1) => Some(Period::Half(year - 1, 2)),
            Period::Half(year, half) => Some(Period::Half(year, half - 1)),
            Period::Quarter(year, 1) => Some(Period::Quarter(year - 1, 4)),
            Period::Quarter(year, quarter) => Some(Period::Quarter(year, quarter - 1)),
            Period::Month(..) => self.months_before(1),
            Period::Day(..) | Period::Months { .. } => None,
        }
    }

    /// The same period some years later, or earlier when `years` is negative.
    ///
    /// The 29th of February becomes the 28th where the other year has none.
    pub fn shifted(self, years: i32) -> Period {
        match self {
            Period::Year(y) => Period::Year(y + years),
            Period::Half(y, h) => Period::Half(y + years, h),
            Period::Quarter(y, q) => Period::Quarter(y + years, q),
            Period::Month(y, m) => Period::Month(y + years, m),
            Period::Day(y, m, d) => Period::Day(y + years, m, d.min(days_in_month(y + years, m))),
            Period::Months { from, to } => Period::Months {
                from: (from.0 + years, from.1),
                to: (to.0 + years, to.1),
            },
        }
    }
}

/// A part of a year that its context names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A half, 1 or 2.
    Half(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// A month and a day in it.
    Day(u8, u8),
    /// Months from the first to the last inclusive.
    Months(u8, u8),
}

impl Part {
    /// 上半年末: the last month of a half or a quarter; a month or a day as it is.
    pub fn last_month(self) -> Part {
        match self {
            Part::Half(half) => Part::Month(half * 6),
            Part::Quarter(quarter) => Part::Month(quarter * 3),
            Part::Months(_, last) => Part::Month(last),
            part => part,
        }
    }

    /// The months from the first of several quarters or months to the last.
    pub fn over(parts: &[Part]) -> Option<Part> {
        let months = |part: &Part| match *part {
            Part::Quarter(quarter) => Some((quarter * 3 - 2, quarter * 3)),
            Part::Month(month) => Some((month, month)),
            _ => None,
        };
        let (from, _) = months(parts.first()?)?;
        let (_, to) = months(parts.last()?)?;
        (from < to).then_some(Part::Months(from, to))
    }

    /// The period in that year; `None` for a day that it does not have.
    pub fn of(self, year: i32) -> Option<Period> {
        Some(match self {
            Part::Half(half) => Period::Half(year, half),
            Part::Quarter(quarter) => Period::Quarter(year, quarter),
            Part::Month(month) => Period::Month(year, month),
            Part::Day(month, day) if (1..=days_in_month(year, month)).contains(&day) => {
                Period::Day(year, month, day)
            }
            Part::Day(..) => return None,
            Part::Months(from, to) => Period::Months {
                from: (year, from),
                to: (year, to),
            },
        })
    }
}

/// The number of days of a month of the Gregorian calendar.
pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Period::Year(y) => write!(f, "{y}"),
            Period::Half(y, h) => write!(f, "{y}-H{h}"),
            Period::Quarter(y, q) => write!(f, "{y}-Q{q}"),
            Period::Month(y, m) => write!(f, "{y}-{m:02}"),
            Period::Day(y, m, d) => write!(f, "{y}-{m:02}-{d:02}"),
            Period::Months { from, to } => {
                write!(f, "{}-{:02}..{}-{:02}", from.0, from.1, to.0, to.1)
            }
        }
    }
}

/// What was not a period in the written form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a period such as 2024-12, 2024-Q3 or 2024-01..2024-09, found {0:?}")]
pub struct ParsePeriodError(String);

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text).ok_or_else(|| ParsePeriodError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Period> {
    if let Some((from, to)) = text.split_once("..") {
        return match (parse(from)?, parse(to)?) {
            (Period::Month(fy, fm), Period::Month(ty, tm)) => Some(Period::Months {
                from: (fy, fm),
                to: (ty, tm),
            }),
            _ => None,
        };
    }
    let mut parts = text.split('-');
    let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
    let period = match (parts.next(), parts.next()) {
        (None, _) => Period::Year(year),
        (Some(part), None) if part.starts_with('H') => {
            Period::Half(year, number(&part[1..], 1, 2)?)
        }
        (Some(part), None) if part.starts_with('Q') => {
            Period::Quarter(year, number(&part[1..], 1, 4)?)
        }
        (Some(month), None) if month.len() == 2 => Period::Month(year, number(month, 1, 12)?),
        (Some(month), Some(day)) if month.len() == 2 && day.len() == 2 => {
            let month = number(month, 1, 12)?;
            Period::Day(year, month, number(day, 1, days_in_month(year, month))?)
        }
        _ => return None,
    };
    parts.next().is_none().then_some(period)
}

fn number(text: &str, least: u8, most: u8) -> Option<u8> {
    let number = text.parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_forms_come_back() {
        for text in [
            "2024",
            "2024-H1",
            "2024-Q3",
            "2024-12",
            "2024-12-31",
            "2024-01..2024-09",
        ] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "24",
            "2024-13",
            "2024-1",
            "2024-Q5",
            "2024-02-30",
            "2024-12-31-1",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_leap_day_has_its_year_before() {
        assert_eq!(
            Period::Day(2024, 2, 29).shifted(-1),
            Period::Day(2023, 2, 28)
        );
    }
}
