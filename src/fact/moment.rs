//! Which period the words of a sentence speak of.

use super::head::Base;
use super::lexeme::{Lexeme, LexemeKind};
use super::time::Time;
use crate::catalog::wording;
use crate::edition;
use crate::period::{Part, Period};

/// What `period_note` says of a period that its context gave.
pub const INFERRED: &str = "inferred";

/// The period that is spoken of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The period; `None` where there is none, as of 目前.
    pub period: Option<Period>,
    /// The words of an event or of no certain time, or [`INFERRED`].
    pub note: Option<String>,
}

/// What months without a year are told by.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The year that was spoken of last, or that of the edition.
    pub year: Option<i32>,
    /// The year of halves and quarters, where it is another.
    pub told: Option<i32>,
    /// Whether the paragraph prints a year.
    pub is_printed: bool,
    /// The period of the edition.
    pub edition: Option<Period>,
}

impl Calendar {
    /// 12 月 in an edition of June is of the year before: what is counted lies
    /// not ahead. A few months pass between a survey and its report.
    fn period(self, part: Part) -> Option<Period> {
        const MONTHS_TO_PRINT: i32 = 2;
        let is_of_months = matches!(part, Part::Month(_) | Part::Day(..));
        let told = self.told.filter(|_| !is_of_months);
        let year = told.or(self.year)?;
        let period = part.of(year)?;
        let is_ahead = self.edition.is_some_and(|edition| {
            let printed = period.last_month().months_before(MONTHS_TO_PRINT);
            let is_open = edition.year() == year && !self.is_printed;
            is_open && printed.is_some_and(|month| month > edition.last_month())
        });
        if is_ahead {
            part.of(year - 1)
        } else {
            Some(period)
        }
    }
}

/// What the sentences of a paragraph hand on to those that follow.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// The period that a sentence began with.
    pub moment: Option<Moment>,
    /// The period that a sentence ended with, which 其中 goes on with.
    pub last: Option<Moment>,
    /// The month or day that a sentence began with, of what there was then.
    pub stock: Option<Moment>,
    /// The year that months without one are of.
    pub year: Option<i32>,
    /// Whether a sentence printed a year.
    pub is_year_printed: bool,
    /// The year that the last sentence named alone, of which its halves and quarters are.
    pub told: Option<i32>,
    /// What the last change was counted from.
    pub base: Option<Period>,
    /// The period whose base that is, where it was told by the period alone.
    pub base_of: Option<Period>,
    /// What the last change of what there was in a month was counted from.
    pub stock_base: Option<Period>,
    /// What it counted last.
    pub count: Option<String>,
    /// Whom a sentence said were asked.
    pub surveyed: Option<String>,
    /// What the last sentence spoke of.
    pub topic: Option<String>,
}

/// The moment that words about time name; `None` when they date nothing.
pub fn of_time(time: &Time, calendar: Calendar, current: Option<Period>) -> Option<Moment> {
    let said = |period| Moment {
        period: Some(period),
        note: None,
    };
    let inferred = |period: Option<Period>| Moment {
        note: Some(INFERRED.to_owned()).filter(|_| period.is_some()),
        period,
    };
    Some(match time {
        Time::At(period) | Time::Between(_, period) => said(*period),
        Time::Start(year) => said(Period::Month(year - 1, 12)),
        Time::Plan(start, end) => {
            let edition = calendar.edition;
            let is_within = |period: &Period| {
                *start <= period.year() && end.is_none_or(|end| period.year() <= end)
            };
            inferred(edition.filter(is_within).or(end.map(Period::Year)))
        }
        Time::Part(part) => inferred(calendar.period(*part)),
        Time::Parts(parts) => inferred(Part::over(parts).and_then(|part| calendar.period(part))),
        Time::Same(Some(year)) => {
            inferred(current.map(|period| period.shifted(year - period.year())))
        }
        Time::Same(None) => inferred(current.map(|period| period.shifted(-1))),
        Time::Ago(months) => inferred(ago(current, *months)),
        Time::LastSurvey => inferred(current.and_then(edition::period_before)),
        Time::Days(year, month, wording) => Moment {
            period: match year {
                Some(year) => Some(Period::Month(*year, *month)),
                None => calendar.period(Part::Month(*month)),
            },
            note: Some(wording.clone()),
        },
        Time::ThisYear => inferred(calendar.year.map(Period::Year)),
        Time::PartOf(before, part) => {
            inferred(calendar.year.and_then(|year| part.of(year - before)))
        }
        Time::LastYear { end } => inferred(calendar.year.map(|year| last_year(year, *end))),
        Time::Now => Moment {
            period: None,
            note: Some("目前".to_owned()),
        },
        Time::Other | Time::Words => return None,
    })
}

/// The moments that words about time list: one of 2024 年, two of 第二、三季度.
pub fn each_of_time(time: &Time, calendar: Calendar, current: Option<Period>) -> Vec<Moment> {
    match time {
        Time::Parts(parts) => {
            let each = parts.iter().map(|part| Time::Part(*part));
            each.filter_map(|time| of_time(&time, calendar, current))
                .collect()
        }
        time => of_time(time, calendar, current).into_iter().collect(),
    }
}

/// The period that a change is counted from.
pub fn base(
    base: Base,
    lexemes: &[Lexeme],
    calendar: Calendar,
    current: Option<Period>,
) -> Option<Period> {
    match base {
        Base::None | Base::Words => None,
        Base::YearBefore => current.map(|period| period.shifted(-1)),
        // 截至 6 月 30 日…，环比增长: since a month before.
        Base::PeriodBefore => match current? {
            day @ Period::Day(..) if day.ends_month() => day.last_month().before(),
            current => current.before(),
        },
        Base::Months(months) => ago(current, months),
        Base::Time(index) => {
            let LexemeKind::Time(time) = &lexemes.get(index)?.kind else {
                return None;
            };
            let found = match (time, current) {
                // 较去年 3 月, told in the year after: before what was counted in December.
                (Time::PartOf(1, Part::Month(month)), Some(Period::Month(year, 12)))
                    if *month < 12 && calendar.edition == current && !says_this_year(lexemes) =>
                {
                    Period::Month(year, *month)
                }
                // 2021 年，收入达…。保有量较上年末降低…: before the year that is carried on.
                (Time::LastYear { end }, Some(current))
                    if calendar.told == Some(current.year()) =>
                {
                    last_year(current.year(), *end)
                }
                _ => of_time(time, calendar, current)?.period?,
            };
            Some(as_stock(found, current))
        }
    }
}

/// 比去年 6 月…，比今年 6 月…: told in the same year.
fn says_this_year(lexemes: &[Lexeme]) -> bool {
    let mut kinds = lexemes.iter().map(|lexeme| &lexeme.kind);
    kinds.any(|kind| matches!(kind, LexemeKind::Time(Time::PartOf(0, _) | Time::ThisYear)))
}

/// A stock of a month is compared with that at the end of a year, when only
/// the year is named.
pub fn as_stock(base: Period, current: Option<Period>) -> Period {
    match (base, current) {
        (Period::Year(_) | Period::Half(..), Some(Period::Month(..) | Period::Day(..))) => {
            base.last_month()
        }
        _ => base,
    }
}

fn ago(current: Option<Period>, months: i32) -> Option<Period> {
    let current = current?;
    match current {
        Period::Month(..) => current.months_before(months),
        Period::Day(..) if months % 12 == 0 => Some(current.shifted(-months / 12)),
        Period::Day(..) => current.last_month().months_before(months),
        _ if months % 12 == 0 => Some(current.shifted(-months / 12)),
        // 上半年…，半年增幅: since the end of the year before.
        Period::Half(..) => current.last_month().months_before(months),
        _ => None,
    }
}

fn last_year(year: i32, end: bool) -> Period {
    if end {
        Period::Month(year - 1, 12)
    } else {
        Period::Year(year - 1)
    }
}

/// 2024 年双十一: an event that dates what follows where a clause names its year and nothing
/// else.
pub fn occasion(words: &str) -> Option<String> {
    let named = words.trim();
    let alone = named.trim_start_matches(|c| super::clause::placeheld(c).is_some());
    let alone: String = alone
        .trim()
        .chars()
        .filter(|c| !QUOTES.contains(*c))
        .collect();
    let is_dated = named.starts_with(|c| super::clause::placeheld(c).is_some());
    (is_dated && wording().number.occasions.has(&alone)).then_some(alone)
}

/// 国庆 and 中秋假期 of 国庆、中秋假期.
fn is_occasion(words: &str) -> bool {
    let number = &wording().number;
    let named = number.events.strip_suffix(words).unwrap_or(words);
    number.occasions.has(named)
}

/// Quotation marks, which are no part of what an event is called.
const QUOTES: &str = "“”\"";

/// An event that dates what follows: 国庆期间, “五一”假期. Its wording, and the
/// words behind it.
pub fn event(words: &str) -> Option<(String, &str)> {
    const LONGEST: usize = 12;
    let start = words
        .trim_start()
        .trim_start_matches(|c: char| super::clause::placeheld(c).is_some());
    let start = start.strip_prefix('在').unwrap_or(start);
    wording().number.events.find(start)?;
    let end = wording()
        .number
        .events
        .iter()
        .filter_map(|end| Some(start.find(end)? + end.len()))
        .min()?;
    let rest = wording()
        .number
        .events
        .iter()
        .find_map(|more| start[end..].strip_prefix(more))
        .unwrap_or(&start[end..]);
    let wording: String = start[..start.len() - rest.len()]
        .chars()
        .filter(|c| !QUOTES.contains(*c))
        .collect();
    let length = wording.chars().count();
    let is_name = (3..=LONGEST).contains(&length)
        // 受假期影响 says why, not when.
        && !wording.starts_with(['受', '因'])
        && !wording.contains(['，', '的'])
        && (!wording.contains('、') || wording.split('、').all(is_occasion))
        && wording
            .chars()
            .all(|c| super::clause::placeheld(c).is_none());
    is_name.then_some((wording, rest))
}
