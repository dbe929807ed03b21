//! The header rows of a table: how many they are and what they say.

use std::collections::HashSet;

use super::matrix::{MatrixRow, is_value};
use super::{Cell, Column, Row, is_missing};
use crate::block::key;
use crate::catalog;
use crate::grammar::{number, period, unit};
use crate::logical::{LogicalText, spaced_after_period};
use crate::period::Period;

/// What the header rows say of each column.
#[derive(Clone, Debug)]
pub struct Header {
    /// The heading of the row labels.
    pub stub: Option<String>,
    /// The columns of values.
    pub columns: Vec<Column>,
    /// Which column of the grid holds the units of the rows.
    unit: Option<usize>,
    /// Whether the first column is one of values as well, so that rows have no labels.
    is_unlabelled: bool,
    /// How many cells its widest row has.
    pub printed: usize,
}

/// How many rows at the top are headers: the first, those that the layout
/// marks, the one that heads the row labels below groups, and those with
/// nothing before them and no value in them.
pub fn count(rows: &[MatrixRow]) -> usize {
    let marked = rows.iter().take_while(|row| row.is_header).count();
    let mut count = marked.max(1);
    if has_stub_below(rows, count) {
        count += 1;
    }
    while rows
        .get(count)
        .is_some_and(|row| is_further(row) || repeats_stub(&rows[0], row))
    {
        count += 1;
    }
    count
}

/// Whether a row says again what heads the row labels, and no value: headings over two
/// rows, in each of which a converter prints the cell that spans them.
///
/// Forced by `fixtures/headings-twice`.
fn repeats_stub(first: &MatrixRow, row: &MatrixRow) -> bool {
    !first.texts[0].is_empty()
        && first.texts[0].text() == row.texts[0].text()
        && !row.texts[1..].iter().any(is_amount)
}

/// Whether the row behind the first `count` heads the row labels, above which
/// those leave an empty cell: it has a heading under every group, and units, one
/// heading for all, groups over several columns or columns without a group show that
/// they are headings.
///
/// Forced by `fixtures/stub-below-groups`.
fn has_stub_below(rows: &[MatrixRow], count: usize) -> bool {
    let (upper, Some(row)) = (&rows[..count.min(rows.len())], rows.get(count)) else {
        return false;
    };
    let texts = || row.texts[1..].iter().map(LogicalText::text);
    // 已覆盖 | 全部 | 全部 says the same and heads nothing.
    let says_one = row.texts.len() > 2
        && texts().all(|text| text == row.texts[1].text())
        && is_measure(row.texts[1].text());
    // A group stands once where the layout cannot span cells; what it groups is said
    // again below the next.
    let has_gap = |row: &MatrixRow| row.texts[1..].iter().any(LogicalText::is_empty);
    let different: HashSet<&str> = texts().collect();
    let repeats = different.len() > 1 && different.len() < texts().count();
    upper.iter().all(|row| row.texts[0].is_empty())
        && row.texts.iter().all(|text| !text.is_empty())
        // 是, 否, 无, 略
        && texts().all(|text| text.chars().count() > 1)
        && !row.has_value()
        && rows[count + 1..].iter().any(MatrixRow::has_value)
        && (says_one
            || upper.iter().any(has_spans)
            || upper.iter().all(has_gap) && repeats
            || texts().all(has_unit))
}

/// Whether what stands where the headings should is a row of values: a label, and behind
/// it numbers that are no years.
///
/// Forced by `fixtures/charts-as-tables`.
pub fn is_row(header: &[MatrixRow]) -> bool {
    let [row] = header else {
        return false;
    };
    // A count has no sign of its own that it is one, but stands beside those that do.
    let is_count = |text: &LogicalText| {
        let text = text.text();
        let is_year = text.len() == 4 && text.starts_with(['1', '2']);
        !text.is_empty() && !is_year && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let values = row.texts.get(1..).unwrap_or_default();
    values.iter().any(is_amount) && values.iter().all(|text| is_amount(text) || is_count(text))
}

/// Whether a text is a number that heads no column, as 2024, 2024.6 and 10-19 岁 may.
pub fn is_amount(text: &LogicalText) -> bool {
    let Some((_, rest)) = number::leading(text.text()).filter(|_| is_value(text.text())) else {
        return false;
    };
    let printed = &text.text()[..text.text().len() - rest.len()];
    let rest = rest.trim();
    matches!(rest, "%" | "％")
        || printed.contains([',', '.'])
            && (rest.is_empty() || catalog::units().parse(rest).is_some())
}

fn has_unit(text: &str) -> bool {
    unit::split_label(text).1.is_some()
}

/// Whether a text is how much or how many there is of something: 数量, 普及率, 面积（平米）.
fn is_measure(text: &str) -> bool {
    let wording = catalog::wording();
    has_unit(text) || wording.amounts.end(text) || wording.rates.end(text)
}

/// Whether a heading stands in two columns side by side: where one spans several, as
/// the layout can tell, it stands in each.
fn has_spans(row: &MatrixRow) -> bool {
    let pairs = row.texts[1..].windows(2);
    let mut pairs = pairs.filter(|pair| !pair[0].is_empty());
    pairs.any(|pair| pair[0].text() == pair[1].text())
}

fn is_further(row: &MatrixRow) -> bool {
    let has_label = !row.texts[0].is_empty() && !row.is_from_above[0];
    !has_label && !row.texts.iter().any(|text| is_value(text.text()))
}

/// The rows of a further part of a table without the header it repeats: the same
/// rows, or others that say the same of each column, as few rows below them may
/// show less of what the headings span.
pub fn without_header(part: Vec<MatrixRow>, header: &[MatrixRow]) -> Vec<MatrixRow> {
    let repeats = part.len() >= header.len()
        && part
            .iter()
            .zip(header)
            .all(|(row, first)| row.says_the_same(first));
    let length = if repeats {
        header.len()
    } else {
        let own = count(&part).min(part.len());
        if names(&part[..own]) == names(header) {
            own
        } else {
            0
        }
    };
    part.into_iter().skip(length).collect()
}

/// The rows of a table without the header where a page that ended amid them repeats it, and
/// nothing else shows that one did.
///
/// Forced by `fixtures/header-amid-rows`.
pub fn without_repeats(mut body: Vec<MatrixRow>, header: &[MatrixRow]) -> Vec<MatrixRow> {
    let is_header = |rows: &[MatrixRow]| {
        let mut pairs = rows.iter().zip(header);
        rows.len() == header.len() && pairs.all(|(row, first)| row.says_the_same(first))
    };
    let mut at = 0;
    while !header.is_empty() && at < body.len() {
        let end = body.len().min(at + header.len());
        match is_header(&body[at..end]) {
            true => drop(body.drain(at..end)),
            false => at += 1,
        }
    }
    body
}

/// What header rows say of each column, from the top down.
pub fn names(rows: &[MatrixRow]) -> Vec<String> {
    let width = rows.first().map_or(0, |row| row.texts.len());
    let name = |at: usize| {
        let mut name = String::new();
        for (index, row) in rows.iter().enumerate() {
            if !row.is_from_above[at] {
                name += &key(group(rows, index, at).text());
            }
        }
        name
    };
    (0..width).map(name).collect()
}

/// Moves a header that is one cell short of every row below to the right: the
/// empty cell above the row labels was lost with the white space of its line.
pub fn align(header: &mut [MatrixRow], body: &[MatrixRow]) {
    let width = body.first().map_or(0, |row| row.texts.len());
    let is_short = header
        .iter()
        .all(|row| row.printed + 1 == width && row.texts[width - 1].is_empty());
    if width > 1 && is_short && body.iter().all(|row| row.printed == width) {
        for row in header {
            row.texts.rotate_right(1);
            row.is_from_above.rotate_right(1);
            row.printed = width;
        }
    }
}

/// Moves the headings of groups over the first columns that they group, where the
/// layout prints a group once and nothing for the other columns of it: the row below
/// says the same under each group, and beside them nothing.
///
/// Forced by `fixtures/tables-of-earlier-editions`.
pub fn spread(header: &mut [MatrixRow]) {
    let [upper, lower] = header else {
        return;
    };
    let width = upper.texts.len();
    let filled = |row: &MatrixRow| {
        row.texts[1..]
            .iter()
            .take_while(|text| !text.is_empty())
            .count()
    };
    let (headings, labels) = (filled(upper), filled(lower));
    let is_first = upper.texts[headings + 1..]
        .iter()
        .all(LogicalText::is_empty)
        && lower.texts[labels + 1..].iter().all(LogicalText::is_empty);
    let beside = width - 1 - labels;
    let groups = headings.saturating_sub(beside);
    if groups < 2 || !labels.is_multiple_of(groups) {
        return;
    }
    let size = labels / groups;
    let says = |at: usize| lower.texts[at].text();
    let repeats = (1 + size..=labels).all(|at| says(at) == says(at - size));
    if !is_first || size < 2 || !repeats || upper.printed == width {
        return;
    }
    for at in (0..headings).rev() {
        let over = if at < groups {
            at * size
        } else {
            labels + at - groups
        };
        upper.texts.swap(1 + at, 1 + over);
        upper.is_from_above.swap(1 + at, 1 + over);
    }
    upper.printed = width;
}

/// Whether a heading is of the column that has the units of the rows.
pub fn is_unit_heading(heading: &str) -> bool {
    matches!(heading, "单位" | "计量单位")
}

/// Reads the header rows above these.
pub fn rows_to_header(rows: &[MatrixRow], body: &[MatrixRow]) -> Header {
    let width = rows.first().map_or(0, |row| row.texts.len());
    let mut header = Header {
        stub: None,
        columns: Vec::new(),
        unit: None,
        is_unlabelled: has_no_labels(rows, body) || are_periods_alone(rows, body),
        printed: rows.iter().map(|row| row.printed).max().unwrap_or(0),
    };
    for at in 0..width {
        let column = column(rows, at);
        if at == 0 && !header.is_unlabelled {
            header.stub = column.label;
        } else if column.label.as_deref().is_some_and(is_unit_heading) {
            header.unit = Some(at);
        } else {
            header.columns.push(column);
        }
    }
    date_alike(&mut header.columns);
    header
}

/// Gives a heading that comes again behind each of several dated ones the period of the
/// one before it: 2016.6 用户规模 | 使用率 | 2015.12 用户规模 | 使用率.
///
/// Forced by `fixtures/headings-twice`.
fn date_alike(columns: &mut [Column]) {
    let dated: Vec<usize> = (0..columns.len())
        .filter(|&at| columns[at].period.is_some())
        .collect();
    let behind: Vec<usize> = dated.iter().map(|at| at + 1).collect();
    let Some(first) = behind.first().and_then(|&at| columns.get(at)) else {
        return;
    };
    let label = first.label.clone();
    let is_alike = |at: &usize| {
        columns
            .get(*at)
            .is_some_and(|column| column.period.is_none() && column.label == label)
    };
    let differ = dated
        .windows(2)
        .all(|pair| columns[pair[0]].period != columns[pair[1]].period);
    let is_of_these = columns
        .iter()
        .filter(|column| column.label == label)
        .count()
        == behind.len();
    if behind.len() > 1 && differ && is_of_these && behind.iter().all(is_alike) {
        for at in behind {
            columns[at].period = columns[at - 1].period;
        }
    }
}

/// Whether all columns are of values, the first headed as the others are: 42.7% and
/// 57.3% below 已婚 and 未婚. A row of percentages from end to end shows it.
///
/// Forced by `fixtures/tables-without-labels`.
fn has_no_labels(rows: &[MatrixRow], body: &[MatrixRow]) -> bool {
    let is_headed = rows.iter().any(|row| !row.texts[0].is_empty());
    let body = body.iter().filter(|row| row.lone().is_none());
    let percents: Option<Vec<bool>> = body
        .map(|row| {
            let percents: Vec<bool> = row
                .texts
                .iter()
                .filter(|text| text.is_empty() || !is_missing(text.text()))
                .map(|text| is_percentage(text.text()))
                .collect::<Option<_>>()?;
            let first = *percents.first()?;
            percents.iter().all(|is| *is == first).then_some(first)
        })
        .collect();
    is_headed && percents.is_some_and(|rows| rows.contains(&true))
}

/// Whether all columns are of periods, the first as well, with numbers below all of them:
/// 2.30, 5.15 and 6.84 below 2024.6, 2025.6 and 2026.6.
///
/// Forced by `fixtures/charts-of-one-series`.
fn are_periods_alone(rows: &[MatrixRow], body: &[MatrixRow]) -> bool {
    let is_period = |text: &LogicalText| {
        let text = text.text();
        let is_year = text.len() == 4 && text.parse().is_ok_and(|year: u32| year > 1900);
        is_year || period::leading_stock(text).is_some_and(|(_, rest)| rest.is_empty())
    };
    let is_number = |text: &LogicalText| is_value(text.text()) && !is_period(text);
    let [header] = rows else {
        return false;
    };
    let mut texts: HashSet<&str> = HashSet::new();
    let are_different = header.texts.iter().all(|text| texts.insert(text.text()));
    header.texts.len() > 1
        && are_different
        && header.texts.iter().all(is_period)
        && !body.is_empty()
        && body.iter().all(|row| row.texts.iter().all(is_number))
}

/// Whether a number is one of percent; `None` for all that is no plain number.
pub fn is_percentage(text: &str) -> Option<bool> {
    match number::leading(text)?.1.trim_start() {
        "" => Some(false),
        "%" | "％" => Some(true),
        _ => None,
    }
}

fn column(rows: &[MatrixRow], at: usize) -> Column {
    let mut labels: Vec<String> = Vec::new();
    let mut column = Column {
        label: None,
        unit: None,
        period: None,
        markers: Vec::new(),
    };
    for (index, row) in rows.iter().enumerate() {
        if row.is_from_above[at] {
            continue;
        }
        let text = group(rows, index, at);
        // 用户规模（万 over 人）: one bracket.
        let whole = labels.pop_if(|above| is_open(above) && closes(text.text()));
        let whole = whole.map(|above| format!("{above}{}", text.text()));
        let (label, unit) = unit::split_label(whole.as_deref().unwrap_or(text.text()));
        column.unit = unit.map(str::to_owned).or(column.unit);
        column.markers.extend(text.markers());
        if !label.is_empty() && labels.last().is_none_or(|last| last != label) {
            labels.push(label.to_owned());
        }
    }
    column.period = period_of(&labels);
    let labels: Vec<String> = labels
        .iter()
        .map(|label| spaced_after_period(label))
        .collect();
    column.label = (!labels.is_empty()).then(|| labels.join(" / "));
    column
}

/// Whether a bracket of a heading is left open.
///
/// Forced by `fixtures/brackets-over-lines`.
fn is_open(heading: &str) -> bool {
    heading.rfind(['（', '(']) > heading.rfind(['）', ')'])
}

/// Whether a heading closes a bracket that another opened.
fn closes(heading: &str) -> bool {
    let close = heading.find(['）', ')']);
    close.is_some()
        && heading
            .find(['（', '('])
            .is_none_or(|open| close < Some(open))
}

/// The text above a column. An upper heading stands once over all columns
/// that it groups where the layout cannot span cells; where it does, what is
/// empty is in no group. Where nothing is below, as under 半年增长率 beside groups of
/// headings with units on a row of their own, nothing is grouped.
///
/// Forced by `fixtures/groups-over-wrapped-headings`.
fn group(rows: &[MatrixRow], row: usize, column: usize) -> &LogicalText {
    let texts = &rows[row].texts;
    let mut below = rows[row + 1..].iter().map(|row| &row.texts[column]);
    let is_upper = below.any(|text| !text.is_empty());
    if !is_upper || column == 0 || !texts[column].is_empty() || has_spans(&rows[row]) {
        return &texts[column];
    }
    let starts = || (1..column).rev().filter(|&left| !texts[left].is_empty());
    let Some(left) = starts().next() else {
        return &texts[column];
    };
    // 全年增长率 behind 用户规模 and 使用率 of two years is of neither alone: the group
    // ends with the headings that the one before it has.
    let is_behind = starts().nth(1).is_some_and(|before| {
        let below = |at: usize| rows[row + 1].texts[at].text();
        let span = left - before;
        column >= left + span && (before..left).all(|at| below(at) == below(at + span))
    });
    match is_behind {
        true => &texts[column],
        false => &texts[left],
    }
}

/// The period that a column's own values are of; a heading such as
/// 比 2023 年 12 月 names the period they are compared with.
fn period_of(labels: &[String]) -> Option<Period> {
    const COMPARED: [&str; 7] = ["比", "较", "增长", "增幅", "增速", "变化", "环比"];
    let own = |label: &&String| {
        let (period, rest) = period::of_heading(label)?;
        (!COMPARED
            .iter()
            .any(|word| rest.trim_start().starts_with(word)))
        .then_some(period)
    };
    let is_growth = labels.iter().any(|label| {
        label.starts_with(['比', '较']) && !label.starts_with("比例") && !label.starts_with("比重")
    });
    if is_growth {
        return None;
    }
    labels.iter().find_map(|label| own(&label))
}

impl Header {
    /// A row of the body: its label, unit and cells.
    pub fn row_to_labels(&self, row: MatrixRow) -> Row {
        let mut label = LogicalText::default();
        let mut unit = None;
        let mut cells = Vec::with_capacity(self.columns.len());
        for (at, text) in row.texts.into_iter().enumerate() {
            if at == 0 && !self.is_unlabelled {
                label = text;
            } else if self.unit == Some(at) {
                unit = (!text.is_empty()).then(|| text.text().to_owned());
            } else {
                cells.push(Cell {
                    text,
                    value: None,
                    correction: None,
                });
            }
        }
        cells.resize_with(self.columns.len(), || Cell {
            text: LogicalText::default(),
            value: None,
            correction: None,
        });
        Row { label, unit, cells }
    }
}
