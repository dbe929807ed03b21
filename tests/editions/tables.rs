//! How tables are printed, and what page breaks do to them.

use super::model::Table;
use super::press::Press;
use super::typeset::Part;
use super::{Layout, html, markdown, spaces, tabs};

impl Press<'_> {
    /// The caption, the rows on as many pages as they need, and what is below.
    pub fn table(&mut self, table: &Table) {
        let header = self.style.header(table);
        let mut rows = self.style.rows(table);
        self.need(header.len() + 8);
        self.blank();
        let name = if table.is_appendix { "附表" } else { "表" };
        let gap = self.style.rng.pick(&["", " "]);
        let title = self.style.cell(&table.title.0);
        self.centered(&format!("{name}{gap}{} {title}", table.number));
        if self.habits.is_loose {
            self.blank();
        }
        let mut header = Some(header);
        while !rows.is_empty() {
            let room = self
                .room
                .saturating_sub(header.as_ref().map_or(1, |header| header.len() + 2));
            let room = if self.is_airy() { room / 2 } else { room };
            // No part has less than two rows.
            let count = match room.max(2) {
                count if count >= rows.len() => rows.len(),
                count if count + 1 == rows.len() && count > 2 => count - 1,
                count if count + 1 == rows.len() => rows.len(),
                count => count,
            };
            let further = rows.split_off(count);
            let part = Part {
                header: header.clone().unwrap_or_default(),
                rows,
            };
            self.part(&part);
            rows = further;
            if !rows.is_empty() {
                self.turn();
                header = header
                    .filter(|_| table.repeats_header)
                    .map(Part::without_marks);
            }
        }
        self.below(table);
    }

    fn is_airy(&self) -> bool {
        self.is_spaced() && self.habits.is_airy
    }

    fn part(&mut self, part: &Part) {
        let lines = match self.style.layout {
            Layout::Tabs => tabs::lines(part),
            Layout::Spaces => spaces::lines(part, &mut self.style),
            Layout::Markdown => markdown::lines(part, &mut self.style.rng),
            Layout::Html => html::lines(part, &mut self.style.rng),
        };
        for (at, line) in lines.iter().enumerate() {
            if at > 0 && self.is_airy() {
                self.blank();
            }
            self.line(line);
        }
    }

    fn below(&mut self, table: &Table) {
        let lines = self.style.below(table);
        for (at, line) in lines.iter().enumerate() {
            if at == 0 && !self.is_airy() || self.habits.is_loose {
                self.blank();
            }
            self.need(2);
            self.wrapped(line);
        }
    }

    /// Names in two columns, which are no table.
    pub fn organisations(&mut self, names: &[[String; 2]]) {
        let mut rows: Vec<Vec<String>> = names.iter().map(|names| names.to_vec()).collect();
        let in_tabs =
            self.style.layout == Layout::Tabs || !self.is_spaced() && self.style.rng.chance(50);
        while !rows.is_empty() {
            self.need(2);
            let further = rows.split_off(self.room.min(rows.len()));
            let part = Part {
                header: Vec::new(),
                rows,
            };
            if in_tabs {
                for line in tabs::lines(&part) {
                    self.line(&line);
                }
            } else {
                self.part(&part);
            }
            rows = further;
        }
    }
}
