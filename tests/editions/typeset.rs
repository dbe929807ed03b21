//! How an edition is printed in a layout: spacing, marks, emphasis.

use super::Layout;
use super::model::{Column, Edition, Form, Heading, Mark, Table};
use super::press;
use super::rng::Rng;

/// Prints an edition as text; the same edition gives the same text.
pub fn typeset(edition: &Edition, layout: Layout) -> String {
    let (_, pages) = press::print(edition, layout, &[]);
    press::print(edition, layout, &pages).0
}

/// A heading cell as printed, its marks still signs.
#[derive(Clone, Debug)]
pub struct Head {
    pub text: String,
    pub columns: usize,
    pub rows: usize,
}

/// The part of a table that stands on one page.
#[derive(Clone, Debug)]
pub struct Part {
    pub header: Vec<Vec<Head>>,
    pub rows: Vec<Vec<String>>,
}

impl Part {
    /// A header as it is printed again.
    pub fn without_marks(mut header: Vec<Vec<Head>>) -> Vec<Vec<Head>> {
        for head in header.iter_mut().flatten() {
            head.text.retain(|c| Mark::of(c).is_none());
            head.text.truncate(head.text.trim_end().len());
        }
        header
    }

    /// The rows of the header with an empty cell wherever another reaches.
    pub fn header_cells(&self) -> impl Iterator<Item = Vec<&str>> {
        let upper = self.header.first();
        self.header.iter().enumerate().map(move |(at, row)| {
            let mut cells: Vec<&str> = Vec::new();
            if at == 0 {
                for head in row {
                    cells.push(&head.text);
                    cells.resize(cells.len() + head.columns - 1, "");
                }
                return cells;
            }
            let mut lower = row.iter();
            for head in upper.into_iter().flatten() {
                match head.rows {
                    1 => cells.extend(lower.by_ref().take(head.columns).map(|head| &*head.text)),
                    _ => cells.push(""),
                }
            }
            cells
        })
    }
}

/// The habits of a typesetter, which hold throughout a text.
pub struct Style {
    pub layout: Layout,
    pub rng: Rng,
    /// In so many cases of a hundred a space parts Chinese from the rest.
    spaced: u64,
    /// Whether marks are written as `<sup>12</sup>`.
    in_tags: bool,
    /// Whether a space stands before marks in tables and captions.
    apart: bool,
    /// Whether columns are counted by characters, however wide these are.
    pub by_character: bool,
}

impl Style {
    pub fn new(seed: u64, layout: Layout) -> Style {
        let mut rng = Rng::new(seed ^ ((layout as u64 + 1) << 56));
        Style {
            layout,
            spaced: rng.pick(&[0, 50, 95, 100]),
            in_tags: layout == Layout::Html && rng.chance(40),
            apart: rng.chance(50),
            by_character: layout == Layout::Spaces && Rng::new(!seed).chance(40),
            rng,
        }
    }

    /// Puts spaces between Chinese and the rest, or takes them off.
    pub fn spaced(&mut self, text: &str) -> String {
        let mut spaced = String::new();
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let next = characters.peek().copied().unwrap_or(' ');
            if c == ' ' && is_han(next) && !self.rng.chance(self.spaced.max(40)) {
                continue;
            }
            spaced.push(c);
            let meet = is_han(c) && next.is_ascii_alphanumeric()
                || c.is_ascii_alphanumeric() && is_han(next);
            if meet && self.rng.chance(self.spaced) {
                spaced.push(' ');
            }
        }
        spaced
    }

    /// A cell or caption: marks may stand apart.
    pub fn cell(&mut self, text: &str) -> String {
        let mut cell = String::new();
        for c in self.spaced(text).chars() {
            if self.apart && Mark::of(c).is_some() {
                cell.push(' ');
            }
            cell.push(c);
        }
        cell
    }

    /// The rows of a table, label first.
    pub fn rows(&mut self, table: &Table) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for row in &table.rows {
            let mut cells = vec![self.cell(&row.label.0)];
            if table.has_unit_column {
                cells.push(row.unit.clone().unwrap_or_default());
            }
            for cell in &row.cells {
                cells.push(self.cell(&cell.text.0));
            }
            rows.push(cells);
        }
        rows
    }

    /// Notes and source of a table, in either order.
    pub fn below(&mut self, table: &Table) -> Vec<String> {
        let mut lines = Vec::new();
        for note in &table.notes {
            let number = note
                .number
                .map(|number| number.to_string())
                .unwrap_or_default();
            let gap = if number.is_empty() {
                ""
            } else {
                self.rng.pick(&["", " "])
            };
            let text = self.spaced(&note.text);
            lines.push(format!("注{gap}{number}：{text}"));
        }
        let source = table.source.as_ref().map(|source| {
            let name = self.rng.pick(&["来源", "数据来源"]);
            format!("{name}：{}", self.spaced(source))
        });
        if self.rng.chance(70) {
            lines.splice(0..0, source);
        } else {
            lines.extend(source);
        }
        lines
    }

    /// Writes the marks out.
    pub fn printed(&self, text: &str) -> String {
        let mut printed = String::new();
        for c in text.chars() {
            match Mark::of(c) {
                None => printed.push(c),
                Some(mark) => printed += &self.mark(mark, printed.ends_with(digit)),
            }
        }
        printed
    }

    pub fn mark(&self, mark: Mark, is_after_digit: bool) -> String {
        match mark {
            _ if self.in_tags => format!("<sup>{mark}</sup>"),
            Mark::Footnote(number) => superscript(number),
            // What is left of a raised 注1 where nothing is raised.
            Mark::Note(_) if self.layout == Layout::Spaces && is_after_digit => mark.to_string(),
            Mark::Note(_) => format!("^{{{mark}}}"),
        }
    }

    /// Sets some clauses of a text in bold.
    pub fn emphasized(&mut self, text: &str) -> String {
        let stops: Vec<usize> = text
            .char_indices()
            .filter(|(_, c)| "，；。".contains(*c))
            .map(|(at, _)| at)
            .collect();
        if self.layout == Layout::Spaces || stops.is_empty() || !self.rng.chance(15) {
            return text.to_owned();
        }
        let first = self.rng.count(0..=stops.len() - 1);
        let last = (first + self.rng.count(0..=1)).min(stops.len() - 1);
        let start = if first == 0 {
            0
        } else {
            stops[first - 1] + "，".len()
        };
        let end = stops[last];
        format!(
            "{}**{}**{}",
            &text[..start],
            &text[start..end],
            &text[end..]
        )
    }

    /// A heading; the 目录 and the body may differ in its spaces and brackets.
    pub fn heading(&mut self, heading: &Heading) -> String {
        let number = heading.number().unwrap_or_default();
        let gap = self.rng.pick(&["", " "]);
        let title = self.spaced(&heading.title);
        match heading.form {
            Form::Plain if self.rng.chance(50) && title == "前言" => "前 言".to_owned(),
            Form::Plain => title,
            Form::Chapter | Form::Appendix => format!("{number} {title}"),
            Form::Section => format!("{number}、{gap}{title}"),
            Form::Subsection if self.rng.chance(50) => {
                let number = number.replace('（', "(").replace('）', ")");
                format!("{number}{gap}{title}")
            }
            Form::Subsection => format!("{number}{gap}{title}"),
            Form::Item => format!("{number}.{gap}{title}"),
            Form::SubItem(_) => format!("{number} {title}"),
        }
    }

    /// The header of a table, in one row or two; what is in no group spans both, or
    /// stands in the lower with an empty cell above.
    pub fn header(&mut self, table: &Table) -> Vec<Vec<Head>> {
        let form = self.rng.count(0..=2);
        let rows = if table.columns.iter().any(|column| column.group.is_some()) {
            2
        } else {
            1
        };
        let head = |text: String, rows| Head {
            text,
            columns: 1,
            rows,
        };
        // Of the table alone, whatever else is set.
        let seed = table.rows.len() as u64 ^ (u64::from(table.number) << 37);
        let is_low = rows == 2 && Rng::new(seed).chance(30);
        let (mut upper, mut lower) = (Vec::new(), Vec::new());
        let alone = |label: String, upper: &mut Vec<Head>, lower: &mut Vec<Head>| {
            if is_low {
                upper.push(head(String::new(), 1));
                lower.push(head(label, 1));
            } else {
                upper.push(head(label, rows));
            }
        };
        let stub = table.stub.clone().unwrap_or_default();
        alone(stub, &mut upper, &mut lower);
        if table.has_unit_column {
            alone("单位".to_owned(), &mut upper, &mut lower);
        }
        let mut before: Option<&str> = None;
        for column in &table.columns {
            let label = self.label(column, form);
            match column.group.as_deref() {
                None => alone(label, &mut upper, &mut lower),
                group => {
                    lower.push(head(label, 1));
                    match upper.last_mut() {
                        Some(above) if before == group => above.columns += 1,
                        _ => upper.push(head(self.spaced(group.unwrap_or_default()), 1)),
                    }
                }
            }
            before = column.group.as_deref();
        }
        let mut header = vec![upper];
        header.extend((rows == 2).then_some(lower));
        header
    }

    fn label(&mut self, column: &Column, form: usize) -> String {
        let label = self.cell(&column.label.0);
        let Some(unit) = &column.bracket else {
            return label;
        };
        let bracket = match form {
            0 => format!("（{unit}）"),
            1 => format!("({unit})"),
            _ => format!(" ({unit})"),
        };
        // A mark stands before the unit or behind it.
        match label.char_indices().next_back() {
            Some((at, sign)) if Mark::of(sign).is_some() && self.apart => {
                format!("{}{bracket}{sign}", label[..at].trim_end())
            }
            _ => label + &bracket,
        }
    }
}

fn superscript(number: u32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string();
    digits
        .bytes()
        .map(|digit| DIGITS[usize::from(digit - b'0')])
        .collect()
}

pub fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}
