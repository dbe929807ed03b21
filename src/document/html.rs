//! Grids of HTML tables, as PDF-to-Markdown tools emit them.

use super::Line;
use super::grid::{Cell, Grid, Row};
use super::number;
use crate::span::Span;

/// Every `<table>…</table>` becomes a grid; `rowspan` and `colspan` are kept,
/// rows of `<thead>` and rows of `<th>` only are headers.
pub fn text_to_grids(text: &str, lines: &[Line]) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut tags = Tags { text, at: 0 };
    while let Some(tag) = tags.next() {
        if tag.is("table", false)
            && let Some((rows, caption, end)) = table(&mut tags)
            && !rows.is_empty()
        {
            let first = lines.partition_point(|line| line.span.end <= tag.span.start);
            let last = lines.partition_point(|line| line.span.start < end);
            let grid = Grid {
                caption,
                ..Grid::new(first..last, place(rows))
            };
            grids.push(grid.unstacked(text));
        }
    }
    grids
}

/// A row before its cells know their columns.
struct RawRow {
    cells: Vec<RawCell>,
    is_header: bool,
}

struct RawCell {
    spans: Vec<Span>,
    columns: usize,
    rows: usize,
    is_header: bool,
}

/// The rows up to `</table>`, the caption and where it ends; nothing when it
/// never does.
fn table(tags: &mut Tags<'_>) -> Option<(Vec<RawRow>, Option<Span>, usize)> {
    let mut caption: Option<Span> = None;
    let mut rows: Vec<RawRow> = Vec::new();
    let mut in_head = false;
    let mut open: Option<(RawCell, usize)> = None;
    while let Some(tag) = tags.next() {
        let ends_cell = ["td", "th", "tr", "table"]
            .iter()
            .any(|name| tag.name() == *name);
        if ends_cell && let Some((mut cell, from)) = open.take() {
            let content = Span::new(from, tag.span.start);
            cell.spans.extend(lines_of(tags.text, content));
            if let Some(row) = rows.last_mut() {
                row.cells.push(cell);
            }
        }
        match (tag.name(), tag.closes()) {
            ("table", true) => {
                rows.retain(|row| !row.cells.is_empty());
                for row in &mut rows {
                    row.is_header |= row.cells.iter().all(|cell| cell.is_header);
                }
                return Some((
                    rows,
                    caption.filter(|caption| !caption.is_empty()),
                    tag.span.end,
                ));
            }
            ("thead", closes) => in_head = !closes,
            ("caption", false) => caption = Some(Span::new(tag.span.end, tag.span.end)),
            ("caption", true) => {
                caption = caption
                    .map(|caption| Span::new(caption.start, tag.span.start).trimmed(tags.text));
            }
            ("tr", false) => rows.push(RawRow {
                cells: Vec::new(),
                is_header: in_head,
            }),
            (name @ ("td" | "th"), false) => {
                let cell = RawCell {
                    spans: Vec::new(),
                    columns: tag.number("colspan"),
                    rows: tag.number("rowspan"),
                    is_header: name == "th",
                };
                open = Some((cell, tag.span.end));
            }
            ("br", _) => {
                if let Some((cell, from)) = &mut open {
                    cell.spans
                        .extend(lines_of(tags.text, Span::new(*from, tag.span.start)));
                    *from = tag.span.end;
                }
            }
            _ => {}
        }
    }
    None
}

fn lines_of(text: &str, content: Span) -> impl Iterator<Item = Span> + '_ {
    let mut start = content.start;
    text[content.range()]
        .split_inclusive('\n')
        .map(move |line| {
            let span = Span::new(start, start + line.len()).trimmed(text);
            start += line.len();
            span
        })
        .filter(|span| !span.is_empty())
}

/// Gives each cell the first column that no cell above or before it takes.
fn place(rows: Vec<RawRow>) -> Vec<Row> {
    // How many further rows each column is taken for.
    let mut taken: Vec<usize> = Vec::new();
    rows.into_iter()
        .map(|row| {
            let mut column = 0;
            let mut cells = Vec::with_capacity(row.cells.len());
            let mut next = taken
                .iter()
                .map(|rows| rows.saturating_sub(1))
                .collect::<Vec<_>>();
            for cell in row.cells {
                while taken.get(column).is_some_and(|&rows| rows > 0) {
                    column += 1;
                }
                let end = column + cell.columns;
                next.resize(next.len().max(end), 0);
                next[column..end].fill(cell.rows - 1);
                cells.push(Cell {
                    column,
                    columns: cell.columns,
                    rows: cell.rows,
                    spans: cell.spans,
                });
                column = end;
            }
            taken = next;
            Row {
                cells,
                is_header: row.is_header,
            }
        })
        .collect()
}

/// The tags of a text, in order.
struct Tags<'t> {
    text: &'t str,
    at: usize,
}

/// A tag with its angle brackets.
struct Tag<'t> {
    span: Span,
    text: &'t str,
}

impl<'t> Iterator for Tags<'t> {
    type Item = Tag<'t>;

    fn next(&mut self) -> Option<Tag<'t>> {
        /// No tag of a table is longer; a `<` in prose is not searched further.
        const LONGEST: usize = 256;
        loop {
            let start = self.at + self.text[self.at..].find('<')?;
            let rest = &self.text[start..];
            if let Some(length) = number::comment(rest) {
                self.at = start + length;
                continue;
            }
            let bytes = rest.as_bytes();
            let length = bytes.iter().take(LONGEST).position(|&byte| byte == b'>');
            match length {
                Some(length) if bytes[1].is_ascii_alphabetic() || bytes[1] == b'/' => {
                    self.at = start + length + 1;
                    let span = Span::new(start, self.at);
                    return Some(Tag {
                        span,
                        text: &self.text[span.range()],
                    });
                }
                _ => self.at = start + 1,
            }
        }
    }
}

impl Tag<'_> {
    /// The name in lower case, for the names that matter here.
    fn name(&self) -> &'static str {
        let inner = self.text[1..].trim_start_matches('/');
        let end = inner
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(0);
        ["table", "thead", "caption", "tr", "td", "th", "br"]
            .into_iter()
            .find(|name| inner[..end].eq_ignore_ascii_case(name))
            .unwrap_or("")
    }

    fn closes(&self) -> bool {
        self.text.starts_with("</")
    }

    fn is(&self, name: &str, closes: bool) -> bool {
        self.name() == name && self.closes() == closes
    }

    /// The value of `colspan` or `rowspan`, 1 unless it says more.
    fn number(&self, attribute: &str) -> usize {
        /// Nobody prints a table with more columns or header rows.
        const MOST: usize = 1000;
        let value = self
            .text
            .find(attribute)
            .map(|at| &self.text[at + attribute.len()..]);
        let digits = value
            .map(|value| value.trim_start_matches([' ', '=', '"', '\'']))
            .map_or("", |value| {
                &value[..value.find(|c: char| !c.is_ascii_digit()).unwrap_or(0)]
            });
        digits.parse().unwrap_or(1).clamp(1, MOST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_push_cells_to_the_right() {
        let text = "<table><tr><th rowspan=\"2\">省份</th><th colspan=2>域名</th></tr>\
                    <tr><th>个</th><th>%</th></tr><tr><td>a<br/>b</td><td></td><td>3</td></tr></table>";
        let grids = text_to_grids(text, &[]);
        let [grid] = &grids[..] else {
            panic!("{grids:?}")
        };
        let shape: Vec<Vec<(usize, usize, usize)>> = grid
            .rows
            .iter()
            .map(|row| {
                let cell = |cell: &Cell| (cell.column, cell.columns, cell.spans.len());
                row.cells.iter().map(cell).collect()
            })
            .collect();
        assert_eq!(
            shape,
            [
                vec![(0, 1, 1), (1, 2, 1)],
                vec![(1, 1, 1), (2, 1, 1)],
                vec![(0, 1, 2), (1, 1, 0), (2, 1, 1)],
            ]
        );
        assert_eq!(grid.width, 3);
        assert!(grid.rows[1].is_header && !grid.rows[2].is_header);
    }

    #[test]
    fn a_table_says_its_caption_and_keeps_comments_out() {
        let text = "<table><caption> 表 1 域名 </caption><!-- <tr><td>x<td>7</tr> -->\
                    <tr><td>省份<td>个</tr></table>";
        let grids = text_to_grids(text, &[]);
        let caption = grids[0].caption.map(|caption| &text[caption.range()]);
        assert_eq!(caption, Some("表 1 域名"));
        assert_eq!(grids[0].rows.len(), 1);
    }

    #[test]
    fn a_table_that_never_ends_is_none() {
        assert!(text_to_grids("<table><tr><td>1", &[]).is_empty());
    }
}
