//! `cnnic.xlsx`: a workbook to open and read. A contents sheet, a sheet for
//! each table as it is printed, and the observations with filters.

use std::collections::HashMap;
use std::path::Path;

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Url, Workbook,
    Worksheet, XlsxError,
};

use super::save;
use crate::error::Error;
use crate::package::{self, Resource, Value};
use crate::report::{Cell, Report, Table};

/// Its name in the folder of a report.
pub const FILE: &str = "cnnic.xlsx";

/// The first sheet, which lists the others.
const CONTENTS: &str = "目录";
const OBSERVATIONS: &str = "observations";
/// Rows above the values of a table: its title, its header.
const ABOVE: u32 = 2;
/// Digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// Writes a report as a workbook.
///
/// # Errors
/// [`Error::Write`].
pub fn write(report: &Report, folder: &Path) -> Result<Vec<String>, Error> {
    let path = folder.join(FILE);
    let bytes = workbook(report).map_err(|source| Error::write(&path, source))?;
    save(&path, &bytes)?;
    Ok(Vec::new())
}

fn workbook(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let styles = Styles::new();
    let names = sheet_names(&report.tables);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(report)?);
    contents(workbook.add_worksheet(), report, &names, &styles)?;
    for (table, name) in report.tables.iter().zip(&names) {
        sheet(workbook.add_worksheet().set_name(name)?, table, &styles)?;
    }
    let package = package::report_to_package(report);
    let observations = package
        .resources
        .iter()
        .find(|resource| resource.name == OBSERVATIONS);
    if let Some(observations) = observations {
        list(
            workbook.add_worksheet().set_name(OBSERVATIONS)?,
            observations,
            &styles,
        )?;
    }
    workbook.save_to_buffer()
}

struct Styles {
    title: Format,
    head: Format,
    text: Format,
}

impl Styles {
    fn new() -> Styles {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center);
        Styles {
            title: Format::new().set_bold().set_font_size(14),
            head: head
                .set_border_top(FormatBorder::Thin)
                .set_border_bottom(FormatBorder::Thin),
            text: Format::new().set_align(FormatAlign::Right),
        }
    }
}

/// The date of the report, not of the run: the same report gives the same
/// bytes. Without one, the first day that a spreadsheet knows.
fn properties(report: &Report) -> Result<DocProperties, XlsxError> {
    let month = report.edition.published.as_deref().unwrap_or("1900-01");
    let created = ExcelDateTime::parse_from_str(&format!("{month}-01"))?;
    let title = report.edition.title.as_deref().unwrap_or_default();
    let publisher = report.edition.publisher.as_deref().unwrap_or_default();
    Ok(DocProperties::new()
        .set_creation_datetime(&created)
        .set_title(title)
        .set_author(publisher)
        .set_comment(super::csv::ATTRIBUTION))
}

/// The names of the sheets of tables: their labels, with a count where a label
/// repeats.
fn sheet_names(tables: &[Table]) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let names = tables.iter().map(|table| {
        let count = counts.entry(&table.label).or_insert(0);
        *count += 1;
        match *count {
            1 => table.label.clone(),
            count => format!("{} ({count})", table.label),
        }
    });
    names.collect()
}

fn contents(
    sheet: &mut Worksheet,
    report: &Report,
    names: &[String],
    styles: &Styles,
) -> Result<(), XlsxError> {
    sheet.set_name(CONTENTS)?;
    let edition = &report.edition;
    let title = edition
        .title
        .as_deref()
        .unwrap_or("中国互联网络发展状况统计报告");
    sheet.write_with_format(0, 0, title, &styles.title)?;
    let about = [
        ("数据时间", edition.period.as_deref()),
        ("发布时间", edition.published.as_deref()),
        ("发布单位", edition.publisher.as_deref()),
        ("来源文件", Some(report.source.file.as_str())),
        ("使用", Some(super::csv::ATTRIBUTION)),
    ];
    let mut row = 1;
    for (name, value) in about {
        if let Some(value) = value {
            sheet.write(row, 0, name)?.write(row, 1, value)?;
            row += 1;
        }
    }
    row += 1;
    for (at, head) in (0..).zip(["工作表", "标题", "dataset", "行", "列"]) {
        sheet.write_with_format(row, at, head, &styles.head)?;
    }
    for (table, name) in report.tables.iter().zip(names) {
        row += 1;
        sheet.write(
            row,
            0,
            Url::new(format!("internal:'{name}'!A1")).set_text(name),
        )?;
        sheet.write(row, 1, &table.title)?;
        sheet.write(row, 2, table.dataset.as_deref().unwrap_or_default())?;
        sheet.write(row, 3, table.rows.len() as u32)?;
        sheet.write(row, 4, table.columns.len() as u32)?;
    }
    row += 1;
    sheet.write(
        row,
        0,
        Url::new(format!("internal:'{OBSERVATIONS}'!A1")).set_text(OBSERVATIONS),
    )?;
    sheet.write(row, 1, "全部统计数据，每行一条")?;
    sheet.write(row, 3, report.observations.len() as u32)?;
    sheet
        .set_column_width(0, 14)?
        .set_column_width(1, 60)?
        .set_column_width(2, 36)?;
    Ok(())
}

/// A table as it is printed: title, header with units, rows, notes, source.
fn sheet(sheet: &mut Worksheet, table: &Table, styles: &Styles) -> Result<(), XlsxError> {
    let title = marked(&format!("{} {}", table.label, table.title), &table.markers);
    sheet.write_with_format(0, 0, &title, &styles.title)?;
    let has_units = table.rows.iter().any(|row| row.unit.is_some());
    let mut head = vec![table.stub.clone().unwrap_or_default()];
    if has_units {
        head.push("单位".to_owned());
    }
    for column in &table.columns {
        let label = marked(column.label.as_deref().unwrap_or_default(), &column.markers);
        head.push(match &column.unit {
            Some(unit) => format!("{label} ({unit})"),
            None => label,
        });
    }
    for (at, text) in (0..).zip(&head) {
        sheet.write_with_format(1, at, text, &styles.head)?;
    }
    let first: u16 = 1 + u16::from(has_units);
    let mut at = ABOVE;
    for row in &table.rows {
        sheet.write(
            at,
            0,
            marked(row.label.as_deref().unwrap_or_default(), &row.markers),
        )?;
        if let Some(unit) = &row.unit {
            sheet.write(at, 1, unit)?;
        }
        for (column, cell) in (first..).zip(&row.cells) {
            self::cell(sheet, (at, column), cell, styles)?;
        }
        at += 1;
    }
    at += 1;
    for note in &table.notes {
        let marker = note.marker.as_deref().unwrap_or("注");
        sheet.write(at, 0, format!("{marker}：{}", note.text))?;
        at += 1;
    }
    if let Some(source) = &table.source {
        sheet.write(at, 0, format!("来源：{source}"))?;
    }
    sheet.set_freeze_panes(ABOVE, 1)?;
    sheet.set_column_width(0, 28)?;
    for column in (1..).take(head.len().saturating_sub(1)) {
        sheet.set_column_width(column, 18)?;
    }
    Ok(())
}

fn cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let text = cell.text.as_deref().unwrap_or_default();
    match cell.value.and_then(|value| exact_number(value.0)) {
        Some(number) => {
            let format = Format::new().set_num_format(number_format(text));
            sheet.write_number_with_format(row, column, number, &format)?;
        }
        None if text.is_empty() => {}
        None => {
            sheet.write_with_format(row, column, text, &styles.text)?;
        }
    }
    let mended = cell.correction.as_ref().map(|mended| {
        format!(
            "{text} is printed, {} is meant: {}",
            mended.corrected, mended.reason
        )
    });
    let notes: Vec<String> = cell.markers.iter().cloned().chain(mended).collect();
    if !notes.is_empty() {
        let note = Note::new(notes.join(" ")).add_author_prefix(false);
        sheet.insert_note(row, column, &note)?;
    }
    Ok(())
}

/// The number of a decimal that a spreadsheet keeps exactly, the file having its
/// digits as text; `None` for one with too many.
fn exact_number(value: Decimal) -> Option<f64> {
    let digits = value.normalize().to_string();
    let number: f64 = digits.parse().ok()?;
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    (count <= DIGITS && number.to_string() == digits).then_some(number)
}

/// How a printed number is shown: `105,963` with separators, `97.0` with one
/// decimal, `97.0%` with what follows it.
fn number_format(printed: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let end = printed.rfind(is_digit).map_or(printed.len(), |at| at + 1);
    let (number, after) = printed.split_at(end);
    let decimals = number
        .rsplit_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let whole = if number.contains([',', '，']) {
        "#,##0"
    } else {
        "0"
    };
    let fraction = if decimals == 0 {
        String::new()
    } else {
        format!(".{:0<decimals$}", "")
    };
    let after = if after.is_empty() || after.contains('"') {
        String::new()
    } else {
        format!("\"{after}\"")
    };
    format!("{whole}{fraction}{after}")
}

/// A resource as a list with filters.
fn list(sheet: &mut Worksheet, resource: &Resource, styles: &Styles) -> Result<(), XlsxError> {
    for (at, field) in (0..).zip(&resource.fields) {
        sheet.write_with_format(0, at, field.name.as_ref(), &styles.head)?;
    }
    for (row, values) in (1..).zip(&resource.rows) {
        for (column, value) in (0..).zip(values) {
            let number = match value {
                Value::Number(number) => exact_number(*number),
                Value::Integer(number) => exact_number(Decimal::from(*number)),
                Value::Null | Value::Text(_) => None,
            };
            match (number, value.text()) {
                (Some(number), _) => sheet.write_number(row, column, number)?,
                (None, Some(text)) => sheet.write_string(row, column, text)?,
                (None, None) => continue,
            };
        }
    }
    let last_row = u32::try_from(resource.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(resource.fields.len())
        .unwrap_or(1)
        .saturating_sub(1);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// A text with its marks behind it.
fn marked(text: &str, markers: &[String]) -> String {
    markers
        .iter()
        .fold(text.to_owned(), |text, marker| format!("{text} [{marker}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_or_text() {
        let cases = [
            ("78.6", Some("78.6")),
            ("100.00", Some("100")),
            ("-0.1", Some("-0.1")),
            ("399364628784", Some("399364628784")),
            ("999999999999999", Some("999999999999999")),
            ("9007199254740993", None),
            ("0.1234567890123456", None),
        ];
        for (text, expected) in cases {
            let number = exact_number(text.parse().unwrap());
            assert_eq!(number.map(|number| number.to_string()).as_deref(), expected);
        }
    }

    #[test]
    fn numbers_are_shown_as_printed() {
        let cases = [
            ("105,963", "#,##0"),
            ("97.0", "0.0"),
            ("-1.25", "0.00"),
            ("97.0%", "0.0\"%\""),
            ("5", "0"),
        ];
        for (printed, expected) in cases {
            assert_eq!(number_format(printed), expected);
        }
    }
}
