//! How each item is printed, and what a page break does to it.

use super::model::{Form, Heading, Item, Marked};
use super::press::Press;
use super::{Layout, cut, spaces};

/// What stands around a text.
struct Lead {
    before: &'static str,
    after: &'static str,
    /// Columns before the first line and the further ones, of wrapped text.
    first: usize,
    further: usize,
    may_part: bool,
}

const PARAGRAPH: Lead = Lead {
    before: "",
    after: "",
    first: 4,
    further: 0,
    may_part: true,
};

impl Press<'_> {
    pub fn item(&mut self, item: &Item) {
        match item {
            Item::Heading(heading) => self.heading(heading),
            Item::Paragraph(sentences) => {
                let text = self.style.spaced(&Marked::joined(sentences));
                self.flow(text, PARAGRAPH);
            }
            Item::Bullet(text) => {
                let text = self.style.spaced(&text.0);
                self.bullet(text);
            }
            Item::SubHeading(words) => {
                self.need(3);
                self.line(&format!("◇ {words}"));
            }
            Item::Term { term, definition } => self.term(term, definition),
            Item::Figure { number, title } => {
                let blanks = self.style.rng.count(0..=4);
                self.need(blanks + 2);
                for _ in 0..blanks {
                    self.blank();
                }
                let gap = self.style.rng.pick(&["", " "]);
                let title = self.style.cell(&title.0);
                self.centered(&format!("图{gap}{number} {title}"));
            }
            Item::Table(table) => self.table(table),
            Item::Organisations(names) => self.organisations(names),
        }
        // Bullets and paragraphs may follow each other closely.
        let is_close = matches!(
            item,
            Item::Paragraph(_) | Item::Bullet(_) | Item::Term { .. }
        );
        if self.habits.is_loose || !is_close {
            self.blank();
        }
    }

    fn heading(&mut self, heading: &Heading) {
        if heading.level() == 1 {
            self.turn();
            if self.habits.has_title_pages && heading.form != Form::Plain {
                self.title_page();
                let title = self.title();
                self.centered(&title);
            }
        }
        self.need(4);
        self.blank();
        if heading.level() <= 3 {
            self.headings.push(self.page);
        }
        let text = self.style.heading(heading);
        match self.style.layout {
            Layout::Spaces if heading.level() == 1 => self.centered(&text),
            Layout::Markdown | Layout::Html => match self.habits.hashes {
                0 => self.line(&text),
                1 => self.line(&format!("{} {text}", "#".repeat(heading.level() as usize))),
                _ => self.line(&format!("**{text}**")),
            },
            _ => self.line(&text),
        }
    }

    fn bullet(&mut self, text: String) {
        let (before, after) = match self.habits.bullet {
            _ if self.is_spaced() => ("◇ ", ""),
            0 => ("◇ ", ""),
            1 => ("- ◇ ", ""),
            2 => ("- **◇ ", "**"),
            _ => ("◇ **", "**"),
        };
        let further = if self.habits.is_loose { 2 } else { 6 };
        let lead = Lead {
            before,
            after,
            further,
            ..PARAGRAPH
        };
        self.flow(text, lead);
    }

    fn term(&mut self, term: &str, definition: &str) {
        let (term, definition) = (self.style.spaced(term), self.style.spaced(definition));
        let before = if self.habits.bullet == 1 && !self.is_spaced() {
            "- ◇ "
        } else {
            "◇ "
        };
        let text = match self.habits.term {
            0 if !self.is_spaced() => format!("**{term}**：{definition}"),
            1 if !self.is_spaced() => format!("**{term}：**{definition}"),
            _ => format!("{term}：{definition}"),
        };
        let lead = Lead {
            before,
            further: 4,
            may_part: false,
            ..PARAGRAPH
        };
        self.flow(text, lead);
    }

    /// Prints a text, on two pages if need be.
    fn flow(&mut self, mut text: String, mut lead: Lead) {
        while !self.fits(&text, &lead) {
            let place = if lead.may_part {
                self.place(&text, &lead)
            } else {
                None
            };
            match place {
                Some(at) => {
                    let (head, tail) = text.split_at(at);
                    let doubled = cut::doubled(head, tail).filter(|_| self.style.rng.chance(8));
                    let tail = doubled.unwrap_or_else(|| tail.to_owned());
                    self.set(head, &lead);
                    self.turn();
                    text = tail;
                    lead.before = if lead.after.is_empty() { "" } else { "**" };
                    lead.first = lead.further;
                }
                None if self.is_fresh => break,
                None => self.turn(),
            }
        }
        self.set(&text, &lead);
    }

    fn fits(&self, text: &str, lead: &Lead) -> bool {
        let lines = if self.is_spaced() {
            self.wrap(text, lead).len()
        } else {
            spaces::width(text).div_ceil(spaces::LINE)
        };
        lines <= self.room
    }

    fn wrap(&self, text: &str, lead: &Lead) -> Vec<String> {
        spaces::wrap(&format!("{}{text}", lead.before), lead.first, lead.further)
    }

    /// Where the page may end: at the end of a line where lines are wrapped.
    fn place(&mut self, text: &str, lead: &Lead) -> Option<usize> {
        if !self.is_spaced() {
            let room = self.room * spaces::LINE;
            let mut places = cut::places(text);
            places.retain(|&at| spaces::width(&text[..at]) <= room);
            return (!places.is_empty()).then(|| self.style.rng.pick(&places));
        }
        let mut end = 0;
        let mut last = None;
        for line in self.wrap(text, lead).iter().take(self.room) {
            end += line.len();
            let at = end - lead.before.len();
            if cut::may_part(&text[..at], &text[at..]) {
                last = Some(at);
            }
        }
        last
    }

    fn set(&mut self, text: &str, lead: &Lead) {
        if self.is_spaced() {
            for (at, line) in self.wrap(text, lead).iter().enumerate() {
                let indent = if at == 0 { lead.first } else { lead.further };
                self.line(&format!("{}{}", " ".repeat(indent), line.trim()));
            }
            return;
        }
        let is_plain = lead.after.is_empty() && lead.may_part;
        let text = if is_plain {
            self.style.emphasized(text)
        } else {
            text.to_owned()
        };
        self.line(&format!("{}{}{}", lead.before, text.trim(), lead.after));
    }

    /// Wraps a footnote, note or source from the left edge.
    pub fn wrapped(&mut self, text: &str) {
        let lead = Lead {
            first: 0,
            may_part: false,
            ..PARAGRAPH
        };
        self.set(text, &lead);
    }
}
