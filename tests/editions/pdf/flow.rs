//! The flow of items over pages.

use std::collections::{BTreeSet, HashMap};

use super::super::Layout;
use super::super::model::{Edition, Item, Mark, Marked};
use super::super::rng::Rng;
use super::super::typeset::Style;
use super::design::{Notes, Recipe};
use super::line::{self, Type};
use super::sheet::{Ink, Sheet};

/// Which pages are being set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    Cover,
    Front,
    Body,
}

/// Where a line stands between the margins.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    /// So far from the left margin.
    Left(f64),
    /// Likewise, and on to the right margin.
    Justified(f64),
    Center,
    Right,
}

pub struct Press<'e> {
    pub edition: &'e Edition,
    pub recipe: &'e Recipe,
    pub style: Style,
    pub rng: Rng,
    pub sheets: Vec<Sheet>,
    pub sheet: Sheet,
    /// Down to where the page is filled.
    pub y: f64,
    pub stretch: Stretch,
    /// Of the pages of the stretch.
    pub page: u32,
    /// Footnotes to be set at the foot of the page.
    pending: Vec<u32>,
    /// Endnotes to be set at the end of the chapter.
    ending: BTreeSet<u32>,
    /// The lines of footnotes.
    notes: HashMap<u32, Vec<String>>,
    /// The pages of the headings that the 目录 names.
    pub headings: Vec<u32>,
}

impl<'e> Press<'e> {
    pub fn new(edition: &'e Edition, recipe: &'e Recipe) -> Press<'e> {
        Press {
            edition,
            recipe,
            style: Style::new(edition.seed, Layout::Spaces),
            rng: Rng::new(edition.seed ^ (0x9df << 40)),
            sheets: Vec::new(),
            sheet: Sheet::default(),
            y: recipe.paper.top,
            stretch: Stretch::Cover,
            page: 1,
            pending: Vec::new(),
            ending: BTreeSet::new(),
            notes: HashMap::new(),
            headings: Vec::new(),
        }
    }

    /// Between baselines of the body.
    pub fn lead(&self) -> f64 {
        self.recipe.size * self.recipe.leading
    }

    pub fn note_type(&self) -> Type {
        Type::plain(self.recipe.size - 2.5)
    }

    fn note_lead(&self) -> f64 {
        self.note_type().size * 1.3
    }

    /// Whether nothing but furniture is on the page.
    pub fn is_fresh(&self) -> bool {
        self.y <= self.recipe.paper.top
    }

    /// What is left of the page if these texts' footnotes come to its foot.
    pub fn room_with<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> f64 {
        let mut notes = self.pending.clone();
        if self.recipe.notes == Notes::Foot {
            notes.extend(texts.flat_map(footnotes));
        }
        let paper = self.recipe.paper;
        paper.height - paper.bottom - self.notes_height(&notes) - self.y
    }

    fn notes_height(&mut self, notes: &[u32]) -> f64 {
        let lines: usize = notes.iter().map(|&note| self.note_lines(note).len()).sum();
        match lines {
            0 => 0.0,
            _ => lines as f64 * self.note_lead() + 14.0,
        }
    }

    fn note_lines(&mut self, number: u32) -> &[String] {
        let note = &self.edition.footnotes[number as usize - 1];
        let (kind, recipe) = (self.note_type(), self.recipe);
        self.notes.entry(number).or_insert_with(|| {
            let gap = self.style.rng.pick(&["", " "]);
            let text = self.style.spaced(&note.text);
            let text = format!("{}{gap}{text}", Mark::Footnote(number).sign());
            let measure = recipe.paper.measure();
            line::wrap(&text, kind, recipe, measure, measure)
        })
    }

    /// Sets a line on this page or, if it and its footnotes do not fit, the next.
    pub fn line(&mut self, text: &str, kind: Type, lead: f64, place: Place) {
        if self.room_with([text].into_iter()) < lead {
            self.turn();
        }
        let baseline = self.y + (lead - kind.size) / 2.0 + kind.size * 0.86;
        self.set(text, kind, baseline, place);
        self.y += lead;
    }

    /// Sets a line on a baseline, whatever is there.
    pub fn set(&mut self, text: &str, kind: Type, baseline: f64, place: Place) {
        self.ask(text);
        let ink = self.ink(text, kind, baseline, place);
        self.sheet.ink.extend(ink);
    }

    /// Remembers the footnotes that a text asks for.
    fn ask(&mut self, text: &str) {
        match self.recipe.notes {
            Notes::Foot => self.pending.extend(footnotes(text)),
            Notes::End { .. } => self.ending.extend(footnotes(text)),
        }
    }

    /// Sets the notes of the chapter that ends here.
    pub fn endnotes(&mut self) {
        let (kind, lead) = (self.note_type(), self.note_lead());
        for note in std::mem::take(&mut self.ending) {
            self.gap(2.0);
            for text in self.note_lines(note).to_vec() {
                self.line(&text, kind, lead, Place::Left(0.0));
            }
        }
        self.ending.clear();
    }

    fn ink(&self, text: &str, kind: Type, baseline: f64, place: Place) -> Vec<Ink> {
        let (paper, recipe) = (self.recipe.paper, self.recipe);
        let rest = paper.measure() - line::width(text, kind, recipe);
        let (indent, stretch) = match place {
            Place::Left(indent) => (indent, 0.0),
            Place::Justified(indent) => {
                let measure = paper.measure() - indent;
                (indent, line::stretch(text, kind, recipe, measure))
            }
            Place::Center => (rest / 2.0, 0.0),
            Place::Right => (rest, 0.0),
        };
        line::set(text, kind, recipe, [paper.left + indent, baseline], stretch)
    }

    /// Sets what a cell holds, in its own place.
    pub fn set_at(&mut self, text: &str, kind: Type, x: f64, baseline: f64) {
        self.ask(text);
        let ink = line::set(text, kind, self.recipe, [x, baseline], 0.0);
        self.sheet.ink.extend(ink);
    }

    pub fn gap(&mut self, height: f64) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    /// Ends the page unless so much fits on it.
    pub fn need(&mut self, height: f64) {
        if self.room_with(std::iter::empty()) < height {
            self.turn();
        }
    }

    pub fn turn(&mut self) {
        if !self.is_fresh() {
            self.end_page();
            self.page += 1;
        }
    }

    /// Goes on to a new stretch on a new page.
    pub fn enter(&mut self, stretch: Stretch) {
        self.end_page();
        self.stretch = stretch;
        self.page = 1;
    }

    pub fn end_page(&mut self) {
        let mut pending = std::mem::take(&mut self.pending);
        pending.sort_unstable();
        self.foot(&pending);
        if self.stretch != Stretch::Cover {
            self.head();
            self.folio();
        }
        self.sheets.push(std::mem::take(&mut self.sheet));
        self.y = self.recipe.paper.top;
    }

    /// The footnotes, under a short rule.
    fn foot(&mut self, notes: &[u32]) {
        let paper = self.recipe.paper;
        let mut y = paper.height - paper.bottom - self.notes_height(notes);
        if self.recipe.has_note_rule && !notes.is_empty() {
            let (left, y) = (paper.left, y + 6.0);
            let rule = Ink::rule([left, y], [left + paper.measure() / 3.0, y], 0.5);
            self.sheet.furniture.push(rule);
        }
        y += 14.0;
        let (kind, lead) = (self.note_type(), self.note_lead());
        for &note in notes {
            for text in self.note_lines(note).to_vec() {
                let ink = self.ink(&text, kind, y + kind.size, Place::Left(0.0));
                self.sheet.furniture.extend(ink);
                y += lead;
            }
        }
    }

    /// Size of running heads and page numbers.
    const HEAD: f64 = 9.0;

    fn furniture(&mut self, text: &str, baseline: f64, place: Place) {
        let ink = self.ink(text, Type::plain(Self::HEAD), baseline, place);
        self.sheet.furniture.extend(ink);
    }

    /// The running head.
    fn head(&mut self) {
        let paper = self.recipe.paper;
        let baseline = paper.top - 26.0;
        let title = self.title();
        let is_left = self.recipe.alternates && self.page.is_multiple_of(2);
        let (near, far) = if is_left {
            (Place::Right, Place::Left(0.0))
        } else {
            (Place::Left(0.0), Place::Right)
        };
        match self.recipe.head {
            0 => return,
            1 if self.recipe.alternates => self.furniture(&title, baseline, near),
            1 => self.furniture(&title, baseline, Place::Center),
            _ => {
                self.furniture(&title, baseline, near);
                let english = self.edition.english_title().join(" ");
                let kind = Type::plain(Self::HEAD);
                let width = |text: &str| line::width(text, kind, self.recipe);
                if width(&title) + width(&english) + 2.0 * Self::HEAD < paper.measure() {
                    self.furniture(&english, baseline, far);
                }
            }
        }
        if self.recipe.has_head_rule {
            let y = baseline + 5.0;
            let rule = Ink::rule([paper.left, y], [paper.width - paper.right, y], 0.75);
            self.sheet.furniture.push(rule);
        }
    }

    /// The number of the page.
    fn folio(&mut self) {
        const ROMAN: [&str; 5] = ["I", "II", "III", "IV", "V"];
        let paper = self.recipe.paper;
        let number = match self.stretch {
            Stretch::Body => self.page.to_string(),
            _ if self.edition.has_pages => return,
            _ => ROMAN.get(self.page as usize - 1).unwrap_or(&"").to_string(),
        };
        let text = match self.recipe.folio {
            0 => return,
            1 => number,
            2 => format!("— {number} —"),
            _ => format!("- {number} -"),
        };
        let place = match (self.recipe.alternates, self.page.is_multiple_of(2)) {
            (true, true) => Place::Left(0.0),
            (true, false) => Place::Right,
            _ => Place::Center,
        };
        if self.recipe.folio_on_top && self.recipe.head == 0 {
            self.furniture(&text, paper.top - 26.0, place);
        } else {
            self.furniture(&text, paper.height - paper.bottom + 28.0, place);
        }
    }

    pub fn title(&mut self) -> String {
        let title = self.edition.title();
        self.style.spaced(&title)
    }

    /// Sets all that comes after the 目录.
    pub fn body(&mut self) {
        let edition = self.edition;
        for item in &edition.body {
            self.item(item);
        }
        self.endnotes();
        self.end_page();
    }

    pub fn item(&mut self, item: &Item) {
        match item {
            Item::Heading(heading) => self.heading(heading),
            Item::Paragraph(sentences) => self.paragraph(&Marked::joined(sentences)),
            Item::Bullet(text) => self.bullet(&text.0),
            Item::SubHeading(words) => {
                self.need(2.0 * self.lead());
                let (kind, lead) = (Type::plain(self.recipe.size), self.lead());
                self.line(&format!("◇ {words}"), kind, lead, Place::Left(0.0));
            }
            Item::Term { term, definition } => self.term(term, definition),
            Item::Figure { number, title } => self.figure(*number, title),
            Item::Table(table) => self.table(table),
            Item::Organisations(names) => self.organisations(names),
        }
    }
}

/// The footnotes that a text asks for.
fn footnotes(text: &str) -> impl Iterator<Item = u32> {
    text.chars()
        .filter_map(Mark::of)
        .filter_map(|mark| match mark {
            Mark::Footnote(number) => Some(number),
            Mark::Note(_) => None,
        })
}
