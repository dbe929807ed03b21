//! Editions to text.

use std::collections::HashSet;
use std::fmt::Write;

use super::Layout;
use super::grids::{self, width};
use super::model::{Edition, Heading, Item, MARK, MARK_END, Table};

/// Sets an edition as a tool of the layout would print it.
pub fn typeset(edition: &Edition, layout: Layout) -> String {
    let mut setter = Setter {
        edition,
        layout,
        out: String::new(),
        page: 0,
        pending: Vec::new(),
        explained: HashSet::new(),
    };
    setter.front();
    for item in &edition.items {
        setter.item(item);
    }
    setter.end_page();
    setter.out
}

struct Setter<'e> {
    edition: &'e Edition,
    layout: Layout,
    out: String,
    page: usize,
    /// Numbers of footnotes that the page still owes.
    pending: Vec<usize>,
    /// Numbers of footnotes that were printed or are owed.
    explained: HashSet<usize>,
}

const WIDE: usize = 76;

impl<'e> Setter<'e> {
    fn front(&mut self) {
        let number = self.edition.number;
        let title = if self.edition.title_on_two_lines {
            format!("第{number}次中国互联网络\n发展状况统计报告")
        } else {
            format!("第 {number} 次中国互联网络发展状况统计报告")
        };
        let (year, month) = self.edition.published;
        let _ = write!(
            self.out,
            "{title}\n\n中国互联网络信息中心\n\nThe {number}{}\nStatistical Report\non China's Internet Development\n\n{year} 年 {month} 月\n\n目 录\n\n",
            match number % 10 {
                1 => "st",
                2 => "nd",
                3 => "rd",
                _ => "th",
            },
        );
        for (at, heading) in self.headings().enumerate() {
            let entry = format!("{}{}", heading.printed, heading.title);
            let leader = match self.layout {
                Layout::Tabs => "\t".to_owned(),
                Layout::Spaces => {
                    format!(" {} ", ".".repeat(60_usize.saturating_sub(width(&entry))))
                }
                _ => " …… ".to_owned(),
            };
            let _ = writeln!(self.out, "{entry}{leader}{}", at / 2 + 1);
        }
        self.out.push('\n');
        self.end_page();
    }

    fn headings(&self) -> impl Iterator<Item = &'e Heading> + use<'e> {
        self.edition.items.iter().filter_map(|item| match item {
            Item::Heading(heading) if heading.level <= 3 && heading.title != "前言" => {
                Some(heading)
            }
            _ => None,
        })
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Heading(heading) => {
                let hashes = if self.layout.is_markdown() {
                    format!("{} ", "#".repeat(usize::from(heading.level) + 1))
                } else {
                    String::new()
                };
                let _ = write!(self.out, "{hashes}{}{}\n\n", heading.printed, heading.title);
            }
            Item::Paragraph(paragraph) => {
                let printed = paragraph.printed();
                match paragraph.cut {
                    Some(cut) => {
                        self.prose(&printed[..cut], 4);
                        self.end_page();
                        self.prose(&printed[cut..], 0);
                    }
                    None => self.prose(&printed, 4),
                }
                self.out.push('\n');
            }
            Item::Bullet { text, form } => {
                let (before, after) = match (form, self.layout) {
                    (0, _) => ("◇ ", ""),
                    (1, Layout::Spaces) => ("◇", ""),
                    (1, _) => ("- ◇ ", ""),
                    (2, Layout::Markdown | Layout::Html) => ("- **◇ ", "**"),
                    _ => ("◇　", ""),
                };
                self.prose(&format!("{before}{}{after}", text.printed), 0);
                self.out.push('\n');
            }
            Item::SubHeading(text) => {
                let _ = write!(self.out, "◇ {text}\n\n");
            }
            Item::Term { term, definition } => {
                let line = if self.layout == Layout::Spaces {
                    format!("◇ {term}：{definition}")
                } else {
                    format!("- ◇ **{term}**：{definition}")
                };
                self.prose(&line, 0);
                self.out.push('\n');
            }
            Item::Figure { number, title } => {
                let title = self.marked(&title.printed);
                let _ = write!(self.out, "图 {number} {title}\n\n");
            }
            Item::List(rows) => {
                for [left, right] in rows {
                    let gap = if self.layout == Layout::Spaces {
                        "      "
                    } else {
                        "\t"
                    };
                    let _ = writeln!(self.out, "{left}{gap}{right}");
                }
                self.out.push('\n');
            }
            Item::Table(table) => self.table(table),
            Item::PageBreak => self.end_page(),
        }
    }

    fn table(&mut self, table: &Table) {
        let name = if table.is_appendix { "附表" } else { "表" };
        let caption = self.marked(&format!("{name} {} {}", table.number, table.title.printed));
        let bold = if self.layout.is_markdown() { "**" } else { "" };
        let _ = write!(self.out, "{bold}{caption}{bold}\n\n");
        let mut start = 0;
        for &end in table.cuts.iter().chain([&table.rows.len()]) {
            if start > 0 {
                self.out.push('\n');
                self.end_page();
            }
            let header = start == 0 || table.repeats_header;
            let layout = self.layout;
            // The marks of a part are explained on its page.
            let part = grids::set(table, start..end, header, layout, &|text| text.to_owned());
            let part = self.marked(&part);
            self.out.push_str(&part);
            start = end;
        }
        self.out.push('\n');
        let gap = if table.number.is_multiple_of(2) {
            " "
        } else {
            ""
        };
        for (marker, text) in &table.notes {
            let marker = marker
                .as_deref()
                .unwrap_or("注")
                .replace('注', &format!("注{gap}"));
            let _ = write!(self.out, "{}：{text}\n\n", marker.trim_end());
        }
        if let Some(source) = &table.source {
            let name = if table.is_appendix {
                "数据来源"
            } else {
                "来源"
            };
            let _ = write!(self.out, "{name}：{source}\n\n");
        }
    }

    /// Prose in lines as wide as the page, where the layout wraps.
    fn prose(&mut self, text: &str, indent: usize) {
        let text = self.marked(text);
        if self.layout != Layout::Spaces {
            self.out.push_str(&text);
            self.out.push('\n');
            return;
        }
        let mut line = " ".repeat(indent);
        let mut word = String::new();
        for c in text.chars().chain(['\n']) {
            let joins = |c: char| c.is_ascii_graphic() || "⁰¹²³⁴⁵⁶⁷⁸⁹，。、；：）”".contains(c);
            if joins(c) {
                word.push(c);
                continue;
            }
            // What may not begin a line stays with what is before it.
            let last = word.chars().count();
            if width(&line) + width(&word) > WIDE && last > 0 {
                let keep = word.trim_start_matches(|c: char| !c.is_ascii_graphic());
                let stays = word.len() - keep.len();
                line.push_str(&word[..stays]);
                word.drain(..stays);
                self.line(&mut line);
            }
            line.push_str(&std::mem::take(&mut word));
            if c != '\n' && width(&line) >= WIDE {
                self.line(&mut line);
            }
            if c != '\n' && !(c == ' ' && line.is_empty()) {
                line.push(c);
            }
        }
        self.line(&mut line);
    }

    fn line(&mut self, line: &mut String) {
        let _ = writeln!(self.out, "{}", line.trim_end());
        line.clear();
    }

    /// Sets the marks of a text, and notes which footnotes the page owes.
    fn marked(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(MARK) {
            let Some((name, after)) = after.split_once(MARK_END) else {
                break;
            };
            out.push_str(before);
            match name.parse::<usize>() {
                Ok(number) => {
                    // A header that is repeated repeats its marks.
                    if self.explained.insert(number) {
                        self.pending.push(number);
                    }
                    if self.layout.is_markdown() && number % 2 == 0 {
                        let _ = write!(out, "[^{number}]");
                    } else {
                        out.push_str(&superscript(number));
                    }
                }
                Err(_) => {
                    let _ = write!(out, "^{{{name}}}");
                }
            }
            rest = after;
        }
        out + rest
    }

    /// The footnotes of the page, its number, and the head of the next.
    fn end_page(&mut self) {
        for number in std::mem::take(&mut self.pending) {
            let footnote = &self.edition.footnotes[number - 1];
            let label = if self.layout.is_markdown() && number % 2 == 0 {
                format!("[^{number}]: ")
            } else {
                format!("{} ", superscript(number))
            };
            let _ = write!(self.out, "\n{label}{}\n", footnote.text.printed);
        }
        self.page += 1;
        if self.edition.has_pages {
            let number = self.edition.number;
            let _ = write!(
                self.out,
                "\n{}\n\u{c}第 {number} 次中国互联网络发展状况统计报告\n\n",
                self.page
            );
        } else {
            self.out.push_str("\n\n\n");
        }
    }
}

fn superscript(number: usize) -> String {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number
        .to_string()
        .bytes()
        .map(|digit| digits[usize::from(digit - b'0')])
        .collect()
}
