//! Tables of tags.

use super::rng::Rng;
use super::typeset::{Head, Part};

/// A tag a line, a row a line, or all on one line.
pub fn lines(part: &Part, rng: &mut Rng) -> Vec<String> {
    let cell = rng.pick(&["th", "td"]);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for header in &part.header {
        rows.push(header.iter().map(|head| heading(cell, head)).collect());
    }
    for row in &part.rows {
        rows.push(row.iter().map(|text| format!("<td>{text}</td>")).collect());
    }
    let mut lines = vec!["<table>".to_owned()];
    let has_sections = cell == "th" && !part.header.is_empty() && rng.chance(50);
    let form = rng.count(0..=2);
    for (at, cells) in rows.into_iter().enumerate() {
        if has_sections && at == 0 {
            lines.push("<thead>".to_owned());
        }
        if has_sections && at == part.header.len() {
            lines.push("</thead>".to_owned());
        }
        if form == 0 {
            lines.push("<tr>".to_owned());
            lines.extend(cells);
            lines.push("</tr>".to_owned());
        } else {
            lines.push(format!("<tr>{}</tr>", cells.concat()));
        }
    }
    lines.push("</table>".to_owned());
    if form == 2 {
        vec![lines.concat()]
    } else {
        lines
    }
}

fn heading(cell: &str, head: &Head) -> String {
    let span = |name, count| match count {
        1 => String::new(),
        count => format!(" {name}=\"{count}\""),
    };
    let (columns, rows) = (span("colspan", head.columns), span("rowspan", head.rows));
    format!("<{cell}{rows}{columns}>{}</{cell}>", head.text)
}
