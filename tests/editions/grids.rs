//! Sets the rows of a table, or of a part of one.

use std::fmt::Write;
use std::ops::Range;

use super::Layout;
use super::model::Table;

/// Columns of a terminal; Chinese characters take two.
pub fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width_cjk(text)
}

/// The header rows and the rows of a part.
pub fn set(
    table: &Table,
    rows: Range<usize>,
    header: bool,
    layout: Layout,
    mark: &dyn Fn(&str) -> String,
) -> String {
    if layout == Layout::Html {
        return html(table, rows, header, mark);
    }
    let mut lines: Vec<Vec<String>> = Vec::new();
    if header {
        lines.extend(headers(table, mark));
    }
    let header = lines.len();
    for row in &table.rows[rows] {
        let mut cells = vec![mark(&row.label.printed)];
        cells.extend(row.unit.clone());
        cells.extend(row.cells.iter().map(|cell| mark(&cell.text.printed)));
        lines.push(cells);
    }
    match layout {
        Layout::Tabs => lines.iter().map(|cells| cells.join("\t") + "\n").collect(),
        Layout::Markdown => pipes(&lines, header),
        _ => spaces(table, &lines, header),
    }
}

/// Upper and lower headings; an upper one stands once over those it groups.
fn headers(table: &Table, mark: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let is_grouped = table.columns.iter().any(|column| column.group.is_some());
    let mut upper = vec![table.stub.clone().unwrap_or_default()];
    let mut lower = vec![String::new()];
    if table.has_units {
        upper.push("单位".to_owned());
        lower.push(String::new());
    }
    let mut last = None;
    for column in &table.columns {
        let label = mark(&column.label.printed);
        match &column.group {
            Some(group) => {
                let is_first = last.replace(group) != Some(group);
                upper.push(if is_first {
                    format!("{group}{}", column.bracket)
                } else {
                    String::new()
                });
                lower.push(label);
            }
            None => upper.push(format!("{label}{}", column.bracket)),
        }
    }
    if is_grouped {
        vec![upper, lower]
    } else {
        vec![upper]
    }
}

fn pipes(lines: &[Vec<String>], header: usize) -> String {
    let mut out = String::new();
    for (at, cells) in lines.iter().enumerate() {
        let _ = writeln!(out, "| {} |", cells.join(" | "));
        // A tool takes the first row of every part for the header.
        if at == 0 && header > 0 {
            let _ = writeln!(out, "|{}", " --- |".repeat(cells.len()));
        }
    }
    out
}

fn html(table: &Table, rows: Range<usize>, header: bool, mark: &dyn Fn(&str) -> String) -> String {
    let mut out = "<table>\n".to_owned();
    if header {
        let headers = headers(table, mark);
        let tall = if headers.len() > 1 {
            " rowspan=\"2\""
        } else {
            ""
        };
        for (at, cells) in headers.iter().enumerate() {
            out.push_str("<tr>");
            let fixed = 1 + usize::from(table.has_units);
            for (column, cell) in cells.iter().enumerate() {
                let wide = headers.len() > 1 && column >= fixed;
                match (at, wide) {
                    (0, true) if cell.is_empty() => {}
                    (0, true) => {
                        let _ = write!(out, "<th colspan=\"2\">{cell}</th>");
                    }
                    (0, false) => {
                        let _ = write!(out, "<th{tall}>{cell}</th>");
                    }
                    (_, true) => {
                        let _ = write!(out, "<th>{cell}</th>");
                    }
                    _ => {}
                }
            }
            out.push_str("</tr>\n");
        }
    }
    for row in &table.rows[rows] {
        let cells = row.cells.iter().map(|cell| mark(&cell.text.printed));
        let label = mark(&row.label.printed);
        let cells: String = std::iter::once(label)
            .chain(row.unit.clone())
            .chain(cells)
            .map(|cell| format!("<td>{cell}</td>"))
            .collect();
        let _ = writeln!(out, "<tr>{cells}</tr>");
    }
    out + "</table>\n"
}

/// Columns by spaces: labels to the left, values to the right; under headings
/// that group columns everything is centred.
fn spaces(table: &Table, lines: &[Vec<String>], header: usize) -> String {
    let count = lines[0].len();
    let is_grouped = header > 1;
    let mut widths = vec![0; count];
    for (at, cells) in lines.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            if !(is_grouped && at == 0 && column > 0) {
                widths[column] = widths[column].max(width(cell));
            }
        }
    }
    let fixed = 1 + usize::from(table.has_units);
    if is_grouped {
        // A heading is not wider than its two columns.
        for column in fixed..count {
            let upper = lines[0][column].as_str();
            widths[column] = widths[column].max(width(upper).div_ceil(2));
        }
        for column in (fixed..count).step_by(2) {
            widths[column + 1] = widths[column + 1].max(widths[column]);
            widths[column] = widths[column + 1];
        }
    }
    let starts: Vec<usize> = widths
        .iter()
        .scan(2, |x, width| {
            let start = *x;
            *x += width + 4;
            Some(start)
        })
        .collect();
    let mut out = String::new();
    for (at, cells) in lines.iter().enumerate() {
        let mut line = String::new();
        for (column, cell) in cells.iter().enumerate() {
            if cell.is_empty() {
                continue;
            }
            let space = widths[column] - width(cell).min(widths[column]);
            let x = starts[column]
                + match column {
                    0 => 0,
                    _ if is_grouped && at == 0 && column >= fixed => {
                        let both = starts[column + 1] + widths[column + 1] - starts[column];
                        (both - width(cell)) / 2
                    }
                    _ if is_grouped => space / 2,
                    _ => space,
                };
            line.push_str(&" ".repeat(x - width(&line)));
            line.push_str(cell);
        }
        out.push_str(&line);
        out.push('\n');
    }
    out
}
