//! The flow of items over pages.

use super::model::{Edition, Heading, Item, Mark};
use super::typeset::Style;
use super::{Layout, markdown, spaces, tabs};

/// Prints an edition, given the pages of its headings for the 目录; returns
/// these pages as well.
pub fn print(edition: &Edition, layout: Layout, pages: &[u32]) -> (String, Vec<u32>) {
    let mut press = Press::new(edition, layout);
    press.cover();
    press.front(pages);
    for item in &edition.body {
        press.item(item);
    }
    press.end_page();
    (press.out, press.headings)
}

/// Which pages are being printed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Cover,
    Front,
    Body,
}

pub struct Press<'e> {
    edition: &'e Edition,
    pub style: Style,
    out: String,
    stretch: Stretch,
    /// Of the pages of the stretch.
    pub page: u32,
    /// Lines left on the page.
    pub room: usize,
    /// Whether nothing but a running head is on the page.
    pub is_fresh: bool,
    /// Footnotes to be printed at the end of the page.
    pending: Vec<u32>,
    /// The pages of the headings that the 目录 names.
    pub headings: Vec<u32>,
    pub habits: Habits,
}

/// What a typesetter does throughout.
pub struct Habits {
    head: usize,
    number: usize,
    pub bullet: usize,
    pub term: usize,
    pub hashes: usize,
    pub is_loose: bool,
    pub has_title_pages: bool,
    form_feed: &'static str,
    shortest: usize,
    pub is_airy: bool,
}

impl<'e> Press<'e> {
    fn new(edition: &'e Edition, layout: Layout) -> Press<'e> {
        let mut style = Style::new(edition.seed, layout);
        let rng = &mut style.rng;
        let habits = Habits {
            head: rng.count(0..=2),
            number: rng.count(0..=3),
            bullet: rng.count(0..=3),
            term: rng.count(0..=2),
            hashes: rng.count(0..=2),
            is_loose: rng.chance(65),
            has_title_pages: rng.chance(40),
            form_feed: rng.pick(&["\u{c}", "\n\u{c}\n"]),
            shortest: rng.count(12..=30),
            is_airy: rng.chance(20),
        };
        Press {
            edition,
            style,
            out: String::new(),
            stretch: Stretch::Cover,
            page: 1,
            room: 40,
            is_fresh: true,
            pending: Vec::new(),
            headings: Vec::new(),
            habits,
        }
    }

    pub fn is_spaced(&self) -> bool {
        self.style.layout == Layout::Spaces
    }

    /// Prints a line as it is, and keeps the footnotes that it asks for.
    pub fn line(&mut self, text: &str) {
        let notes = text.chars().filter_map(Mark::of);
        self.pending.extend(notes.filter_map(|mark| match mark {
            Mark::Footnote(number) => Some(number),
            Mark::Note(_) => None,
        }));
        let printed = self.style.printed(text);
        self.room = self
            .room
            .saturating_sub(spaces::width(&printed).div_ceil(spaces::LINE));
        self.out += printed.trim_end();
        self.out.push('\n');
        self.is_fresh = false;
    }

    pub fn blank(&mut self) {
        if !self.is_fresh {
            self.out.push('\n');
            self.room = self.room.saturating_sub(1);
        }
    }

    /// A line in the middle, where the layout has one.
    pub fn centered(&mut self, text: &str) {
        let text = if self.is_spaced() {
            spaces::centered(text)
        } else {
            text.to_owned()
        };
        self.line(&text);
    }

    /// Ends the page unless so many lines fit on it.
    pub fn need(&mut self, lines: usize) {
        if self.room < lines {
            self.turn();
        }
    }

    pub fn turn(&mut self) {
        if !self.is_fresh {
            self.end_page();
            self.begin_page();
        }
    }

    /// The footnotes, and the number of the page.
    fn end_page(&mut self) {
        let mut pending = std::mem::take(&mut self.pending);
        pending.sort_unstable();
        for (at, number) in pending.into_iter().enumerate() {
            if at == 0 || self.habits.is_loose {
                self.blank();
            }
            let text = self
                .style
                .spaced(&self.edition.footnotes[number as usize - 1].text);
            let gap = self.style.rng.pick(&["", " ", " "]);
            let mark = self.style.mark(Mark::Footnote(number), false);
            self.wrapped(&format!("{mark}{gap}{text}"));
        }
        if self.edition.has_pages && self.stretch == Stretch::Body {
            let number = self.page;
            let line = match self.habits.number {
                0 => return,
                1 => number.to_string(),
                2 => format!("— {number} —"),
                _ => format!("- {number} -"),
            };
            self.blank();
            self.centered(&line);
        }
    }

    fn begin_page(&mut self) {
        self.page += 1;
        self.room = self.style.rng.count(self.habits.shortest..=45);
        if self.edition.has_pages {
            self.out += self.habits.form_feed;
            let (chinese, english) = (self.title(), self.edition.english_title().join(" "));
            match self.habits.head {
                _ if self.stretch == Stretch::Cover => {}
                0 => {}
                1 => self.centered(&chinese),
                _ => self.centered(&english),
            }
            if self.habits.head > 0 && self.stretch != Stretch::Cover {
                self.out.push('\n');
            }
        } else {
            self.out += "\n\n";
        }
        self.is_fresh = true;
    }

    /// Goes on to a new stretch on a new page.
    fn enter(&mut self, stretch: Stretch) {
        self.end_page();
        self.stretch = stretch;
        self.begin_page();
        self.page = 1;
    }

    pub fn title(&mut self) -> String {
        let title = self.edition.title();
        self.style.spaced(&title)
    }

    fn cover(&mut self) {
        let title = self.title();
        match (self.style.rng.count(0..=2), title.split_once("发展")) {
            (0, Some((upper, lower))) => {
                self.centered(upper);
                self.centered(&format!("发展{lower}"));
            }
            (1, Some((upper, lower))) => self.centered(&format!("{upper} 发展{lower}")),
            _ => self.centered(&title),
        }
        self.blank();
        self.centered("中国互联网络信息中心");
        if self.style.rng.chance(50) {
            let date = self.date();
            self.centered(&date);
        }
        self.title_page();
        self.enter(Stretch::Front);
    }

    pub fn title_page(&mut self) {
        self.blank();
        for line in self.edition.english_title() {
            self.centered(&line);
            self.blank();
        }
    }

    fn date(&mut self) -> String {
        self.style.spaced(&self.edition.published.han())
    }

    /// 前言 and 目录.
    fn front(&mut self, pages: &[u32]) {
        for item in &self.edition.preface {
            self.item(item);
        }
        for line in ["中国互联网络信息中心".to_owned(), self.date()] {
            self.blank();
            let line = if self.is_spaced() {
                spaces::to_the_right(&line)
            } else {
                line
            };
            self.line(&line);
        }
        self.turn();
        self.headings.clear();
        let title = self.style.rng.pick(&["目录", "目 录"]);
        self.centered(title);
        self.blank();
        let headings = self.edition.body.iter().filter_map(listed);
        for (at, heading) in headings.enumerate() {
            let title = self.style.heading(heading);
            let page = pages.get(at).copied().unwrap_or(1);
            let rng = &mut self.style.rng;
            let line = match self.style.layout {
                Layout::Tabs => tabs::entry(&title, page),
                Layout::Spaces => spaces::entry(&title, page, heading.level()),
                Layout::Markdown | Layout::Html => markdown::entry(&title, page, rng),
            };
            self.need(1);
            self.line(&line);
        }
        self.enter(Stretch::Body);
    }
}

/// The heading that an item is, if the 目录 lists it.
fn listed(item: &Item) -> Option<&Heading> {
    match item {
        Item::Heading(heading) if heading.level() <= 3 => Some(heading),
        _ => None,
    }
}
