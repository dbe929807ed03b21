//! Facts of sentences and cells of tables to observations: one row a fact,
//! with its indicator, dimensions, unit in base terms, period and place.

mod abroad;
mod cell;
mod identity;
mod part;
mod sentence;
mod unit;

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::catalog::{self, Codes, Indicator};
use crate::claim::Class;
use crate::document::{Document, number};
use crate::edition::Edition;
use crate::fact::Measure;
use crate::footnote::Footnote;
use crate::grammar::approximation::Approximation;
use crate::outline::Section;
use crate::parallel;
use crate::period::Period;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::statement::Statement;
use crate::table::{Correction, Table};

pub use identity::{identify, period_of_fact};

/// One statistical fact at one place that prints it.
#[derive(Clone, Debug)]
pub struct Observation {
    /// What it measures, when the catalog knows it.
    pub indicator: Option<&'static Indicator>,
    /// What is measured, as printed.
    pub label: String,
    /// The codes that it is broken down by.
    pub dimensions: Codes,
    /// How it is measured.
    pub measure: Measure,
    /// Exact, in base units; `None` where `--` is printed.
    pub value: Option<Decimal>,
    /// The upper end of a range, in base units.
    pub upper: Option<Decimal>,
    /// The second number of a ratio.
    pub denominator: Option<Decimal>,
    /// The base unit.
    pub unit: String,
    /// The unit as printed.
    pub unit_printed: Option<String>,
    /// The power of ten of the printed unit.
    pub power: u32,
    /// The number as printed.
    pub printed: String,
    /// How exact the words say it is.
    pub approximation: Option<Approximation>,
    /// Whether it is counted, expected or missing.
    pub status: Status,
    /// The period it is of.
    pub period: Option<Period>,
    /// How the period was found, when it is not printed as one.
    pub period_note: Option<String>,
    /// What a change is counted from.
    pub base: Option<Period>,
    /// The whole of a share, as printed.
    pub share_of: Option<String>,
    /// The item that prints it.
    pub origin: Origin,
    /// Where it is printed.
    pub spans: Vec<Span>,
    /// Where its number is printed.
    pub number: Vec<Span>,
    /// What a maintainer put in the place of a misprint.
    pub correction: Option<Correction>,
}

impl Observation {
    /// The number as printed, or as it was corrected.
    pub fn text(&self) -> &str {
        let corrected = self.correction.as_ref();
        corrected.map_or(&self.printed, |correction| &correction.corrected)
    }
}

/// Digits behind the point of a printed number, of a range or ratio the first.
pub fn decimals(printed: &str) -> u32 {
    let fraction = printed.split(['.', '．']).nth(1).unwrap_or_default();
    let digits = fraction.chars().take_while(|&c| number::is_digit(c));
    u32::try_from(digits.count()).unwrap_or(0)
}

/// SDMX OBS_STATUS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Normal value.
    Normal,
    /// Forecast.
    Forecast,
    /// Missing.
    Missing,
    /// Singled out by checks that fail.
    Unreliable,
}

impl Status {
    /// The code.
    pub fn code(self) -> &'static str {
        match self {
            Status::Normal => "A",
            Status::Forecast => "F",
            Status::Missing => "O",
            Status::Unreliable => "U",
        }
    }
}

/// The item that prints a fact, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A cell.
    Cell {
        /// The table.
        table: usize,
        /// Its row.
        row: usize,
        /// Its column of values.
        column: usize,
    },
    /// A bullet or sentence.
    Statement(usize),
}

/// What the observations are read from.
pub struct Surroundings<'r> {
    /// The edition.
    pub edition: &'r Edition,
    /// Its headings.
    pub sections: &'r [Section],
    /// Its footnotes.
    pub footnotes: &'r [Footnote],
    /// The digits that may be the mark of a footnote as well as a number, in order.
    pub doubtful: &'r [Span],
}

impl Surroundings<'_> {
    /// Whether a number may be the mark of a footnote.
    fn may_be_mark(&self, number: &[Span]) -> bool {
        number.iter().any(|number| {
            let starts = |digits: &Span| digits.start.cmp(&number.start);
            let same = self.doubtful.binary_search_by(starts);
            same.is_ok_and(|at| number.contains(self.doubtful[at]))
        })
    }
}

/// What was read, and what the numbers are that were not.
#[derive(Debug, Default)]
pub struct Observations {
    /// In reading order: tables, then statements.
    pub observations: Vec<Observation>,
    /// Numbers in statements that are no statistics.
    pub claims: Vec<(Span, Class)>,
    /// What was not understood.
    pub problems: Vec<Problem>,
}

impl Observations {
    fn and(mut self, more: Observations) -> Observations {
        self.observations.extend(more.observations);
        self.claims.extend(more.claims);
        self.problems.extend(more.problems);
        self
    }
}

/// Reads the observations of tables and statements.
pub fn read(
    tables: &[Table],
    statements: &[Statement],
    surroundings: &Surroundings,
) -> Observations {
    let tables = tables
        .iter()
        .enumerate()
        .map(|(at, table)| Item::Table(at, table));
    let mut first = 0;
    let paragraphs = statements
        .chunk_by(|one, next| one.block == next.block)
        .map(|paragraph| {
            first += paragraph.len();
            Item::Paragraph(first - paragraph.len(), paragraph)
        });
    let items: Vec<Item> = tables.chain(paragraphs).collect();
    let read = parallel::map(&items, |item| {
        let mut read = Observations::default();
        match *item {
            Item::Table(at, table) => {
                cell::table_to_observations(at, table, surroundings, &mut read);
                read.problems.extend(unknown_units(table));
            }
            Item::Paragraph(first, paragraph) => {
                sentence::paragraph_to_observations(first, paragraph, surroundings, &mut read);
                read.problems
                    .extend(read.observations.iter().filter_map(unknown_unit));
            }
        }
        read
    });
    let mut all = Observations::default();
    let count = read.iter().map(|read| read.observations.len()).sum();
    all.observations.reserve_exact(count);
    read.into_iter().fold(all, Observations::and)
}

/// Sets the numbers that are printed in characters of full width, digits or the colon of a
/// ratio, as they are printed.
pub fn as_printed(document: &Document, observations: &mut [Observation]) {
    let is_wide = |c: char| number::is_digit(c) && !c.is_ascii_digit() || c == '：';
    let wide = |c: char| char::from_u32(u32::from(c) + u32::from('！') - u32::from('!'));
    for observation in observations {
        let spans = observation.number.iter();
        let mut source = spans.flat_map(|span| document.slice(*span).chars());
        if !source.clone().any(is_wide) {
            continue;
        }
        // Each character is that of the source, as wide as it is there.
        let as_wide = |c: char| {
            let mut rest = source.clone();
            let found = rest.find(|&printed| printed == c || Some(printed) == wide(c));
            if found.is_some() {
                source = rest;
            }
            found.unwrap_or(c)
        };
        observation.printed = observation.printed.chars().map(as_wide).collect();
    }
}

/// What can be read by itself, and the place of its first part.
enum Item<'r> {
    Table(usize, &'r Table),
    Paragraph(usize, &'r [Statement]),
}

/// Units of a table that the catalog does not know, each once.
fn unknown_units(table: &Table) -> Vec<Problem> {
    let of_columns = table.columns.iter().map(|column| &column.unit);
    let of_rows = table.rows.iter().map(|row| &row.unit);
    let is_unknown = |unit: &&String| {
        let units = catalog::units();
        units.parse(unit).is_none() && !units.multiplier(unit).1.is_empty()
    };
    let units: BTreeSet<&String> = of_columns
        .chain(of_rows)
        .flatten()
        .filter(is_unknown)
        .collect();
    let problems = units.into_iter().map(|unit| {
        let message = format!(
            "{} has a unit that the catalog does not know",
            table.label()
        );
        let place = table.spans.iter().take(1).copied().collect();
        Problem::new(ProblemKind::UnitUnknown, message, place)
            .between("a unit of src/catalog/units.toml", unit.as_str())
    });
    problems.collect()
}

/// The unit of a fact that is of another, 台/户, and that the catalog does not know.
///
/// Forced by `fixtures/units-of-others`.
fn unknown_unit(fact: &Observation) -> Option<Problem> {
    let unit = fact.unit_printed.as_deref()?;
    let units = catalog::units();
    let is_unknown = units.is_of_another(unit) && units.parse(unit).is_none();
    is_unknown.then(|| {
        let message = "a unit that the catalog does not know".to_owned();
        Problem::new(ProblemKind::UnitUnknown, message, fact.number.clone())
            .between("a unit of src/catalog/units.toml", unit)
    })
}

/// A value in base units: `10.81` of 亿人 is 1081000000.
pub(crate) fn in_base_units(value: Decimal, power: u32) -> Option<Decimal> {
    // 78.60 and 0.0 keep their decimals; 11.08 × 10⁸ has none left to show.
    if power == 0 {
        return Some(value);
    }
    let factor = Decimal::from(10_i64.checked_pow(power)?);
    Some(value.checked_mul(factor)?.normalize())
}

/// The period that a footnote or note gives to what it is on: 此处…为截至 2024 年
/// 11 月数据, 端口数截至 2024 年 11 月，含….
fn corrected_period(text: &str) -> Option<Period> {
    let dated = |lead: &&str| {
        let (before, rest) = text.split_once(*lead)?;
        let (period, after) = crate::grammar::period::leading_stock(rest.trim_start())?;
        // 统计时间为 2024 年 11 月 says it of the data.
        let said = if lead.ends_with("时间为") {
            "数据"
        } else {
            before
        };
        Some((said, period, after.trim_start()))
    };
    let leads = [
        "截止时间为",
        "截至时间为",
        "统计时间为",
        "取值时间为",
        "数据时间为",
        "截至",
        "截止",
    ];
    let says_data = |after: &str| {
        let behind = after
            .strip_prefix('的')
            .unwrap_or(after)
            .strip_prefix("数据");
        // 数据发布会
        behind.is_some_and(|behind| !behind.starts_with("发布"))
    };
    // 此处为 2024 年 10 月数据, 为 2024 年 10 月数据
    let is_here = |(before, _, after): &(&str, Period, &str)| {
        (before.contains("此处") || before.trim().is_empty()) && says_data(after)
    };
    let (before, period, after) = leads
        .iter()
        .find_map(dated)
        .or_else(|| dated(&"为").filter(is_here))?;
    let says_data = says_data(after);
    // What goes on with numbers of its own is dated itself, and dates nothing.
    let ends = after.is_empty() || after.starts_with(['，', ',', '。', '；', '、']);
    let dates_it = ends
        && catalog::wording().dated.end(before.trim_end())
        && !after.contains(number::is_digit);
    // 来源：…，此处为截至 2025 年 11 月数据, 来源：…，数据截至 2025 年 11 月底: of the number, not
    // of what is cited.
    let is_own = before.contains("此处") || dates_it && before.trim_end().ends_with("数据");
    let is_cited = is_source(text) && !is_own;
    ((says_data || dates_it) && !is_cited).then_some(period)
}

/// Whether a footnote names who published a number.
fn is_source(text: &str) -> bool {
    text.starts_with("来源") || text.contains("http") || text.contains("数据来源")
}

/// The indicator of a share of a whole: 即时通信用户规模 of 网民整体 is a usage rate.
/// A share that prints no whole is of the one that the catalog has.
fn as_share(phrase: catalog::Phrase, whole: Option<&str>) -> catalog::Phrase {
    let whole = whole.map(|whole| catalog::wording().without_country(whole));
    let rule = phrase.indicator.as_share.iter().find(|rule| {
        whole.is_none_or(|whole| rule.of.contains(&whole))
            && rule
                .takes
                .is_none_or(|dimension| phrase.dimensions.contains_key(dimension))
    });
    let indicator = rule.and_then(|rule| catalog::indicators().get(rule.indicator));
    catalog::Phrase {
        indicator: indicator.unwrap_or(phrase.indicator),
        ..phrase
    }
}

/// 农村网民中，即时通信使用率…: of the part that the share is of, where the words of the number
/// say of no other.
fn in_part(mut phrase: catalog::Phrase, whole: Option<&str>) -> catalog::Phrase {
    let is_rate = phrase.indicator.kind == "percent";
    let part = whole.filter(|_| is_rate);
    let part = part.and_then(|part| catalog::part_of_whole(phrase.indicator, part));
    let Some(part) = part else { return phrase };
    let own = &phrase.dimensions;
    let is_other = part
        .keys()
        .any(|dimension| own.contains_key(dimension) && own.get(dimension) != part.get(dimension));
    if !is_other {
        phrase.dimensions.extend(part);
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_date_what_they_are_on() {
        let november = Some(Period::Month(2024, 11));
        let cases = [
            ("此处端口为截至2024年11月数据。", november),
            ("该数为截至 2024 年 11 月的数据。", november),
            ("端口数截至2024年11月，含光纤端口。", november),
            ("该数据截至 2024 年 11 月。", november),
            ("数据截至2024年11月", november),
            // Of what the footnote itself says.
            ("截至2024年11月，某网站有端口。", None),
            ("该公司用户数截至2024年11月，已有300万。", None),
            ("该公司截至2024年11月，有端口。", None),
            ("端口数截至2024年11月底的情况。", None),
            ("来源：某部，此处为截至2024年11月数据。", november),
            // Data of a number are its own, whoever publishes them.
            ("来源：某部，数据截至2024年11月。", november),
            ("来源：某部，截至2024年11月该部的报告。", None),
            ("统计时间为2024年11月。", november),
            ("为2024年11月数据。", november),
            ("端口数含光纤端口。", None),
            ("此处为截至2024年11月底数据。", november),
            ("此处为2024年11月数据。", november),
            ("数据截止时间为2024年11月。", november),
            ("此处为2024年第三季度数据。", Some(Period::Quarter(2024, 3))),
            ("该公司为2024年11月成立。", None),
            ("此处为2024年11月成立的企业。", None),
        ];
        for (text, period) in cases {
            assert_eq!(corrected_period(text), period, "{text}");
        }
    }
}
