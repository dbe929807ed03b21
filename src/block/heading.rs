//! Which lines are headings: by their number's form, their place in the
//! sequence, and the 目录.

use super::contents::{Contents, key};
use super::look::Look;
use super::pattern::{self, HeadingForm};
use crate::catalog;
use crate::document::number::is_digit;
use crate::logical::is_han;

/// The number of a heading; its title is the text of the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Depth in the outline, from 1.
    pub level: u8,
    /// `第一章`, `一`, `（一）`, `1.1`; `None` for 前言, 核心数据 and their like.
    pub number: Option<String>,
    /// The number with its signs, as the 目录 prints it.
    pub printed: String,
}

/// No outline is deeper.
const DEEPEST: u8 = 5;

/// The sequence of headings so far.
pub struct Outline<'c> {
    contents: &'c Contents,
    /// Ordinals of the open headings, a form each.
    open: Vec<(HeadingForm, (u32, u32))>,
    /// The number and title of the open chapter, without a page number behind them.
    chapter: String,
    /// How many `#` Markdown sets before what is above all chapters.
    above: usize,
}

impl<'c> Outline<'c> {
    pub fn new(contents: &'c Contents) -> Outline<'c> {
        Outline {
            contents,
            open: Vec::new(),
            chapter: String::new(),
            above: 0,
        }
    }

    /// Whether a line is the heading of the open chapter again, as pages carry it, with
    /// their numbers or without.
    ///
    /// Forced by `fixtures/chapters-as-running-heads` and
    /// `fixtures/appendices-as-running-heads`.
    pub fn is_running_head(&self, look: &Look) -> bool {
        const LONGEST: usize = 200;
        !self.chapter.is_empty()
            && look.text.text().len() <= LONGEST
            && look.text.text().starts_with(['第', '附'])
            && unpaged(look.text.text()) == self.chapter
    }

    /// Whether the 目录 has this heading.
    pub fn announces(&self, heading: &str) -> bool {
        self.contents.announces(heading)
    }

    /// Reads a line as a heading: what it is, and where its title begins in
    /// the cleaned line.
    pub fn heading(&mut self, look: &Look, is_open_prose: bool) -> Option<(Heading, usize)> {
        let line = look.text.text();
        if let Some(numbered) = self.numbered(line) {
            let title = line[numbered.title..].trim();
            let is_chapter = numbered.form == HeadingForm::Chapter;
            let is_title = pattern::is_title(title) || is_chapter && title.is_empty();
            let is_expected = self.follows(&numbered) || self.announces(line);
            if !is_title || is_open_prose || !is_expected {
                return None;
            }
            self.open.retain(|(form, _)| *form < numbered.form);
            self.open.push((numbered.form, numbered.ordinal));
            if is_chapter {
                self.chapter = match title.is_empty() {
                    true => String::new(),
                    false => unpaged(line),
                };
                self.above = look.hashes.saturating_sub(1);
            }
            let form = numbered.form;
            let is_below = form == HeadingForm::SubItem && self.is_open(HeadingForm::Item)
                || form > HeadingForm::Part && self.is_open(HeadingForm::Part);
            let level = (form.level() + u8::from(is_below)).min(DEEPEST);
            let heading = Heading {
                level,
                number: Some(numbered.number),
                printed: line[..numbered.title].to_owned(),
            };
            return Some((heading, numbered.title));
        }
        if is_open_prose || !pattern::is_title(line) {
            return None;
        }
        let titles = &catalog::wording().headings;
        let is_known = titles.has(line) || self.announces(line);
        let is_marked = self.contents.entries.is_empty()
            && (look.hashes == 1 || look.hashes > 1 && !has_numbers(line));
        if !(is_known || is_marked) {
            return None;
        }
        let level = match is_known {
            true => 1,
            false => look.hashes.saturating_sub(self.above).max(1),
        };
        let level = u8::try_from(level).map_or(DEEPEST, |level| level.min(DEEPEST));
        if is_known && look.hashes > 0 {
            self.above = look.hashes - 1;
        }
        self.open.retain(|(form, _)| form.level() < level);
        let heading = Heading {
            level,
            number: None,
            printed: String::new(),
        };
        Some((heading, 0))
    }

    /// Reads the number of a heading. Full-width points part no decimals, and 2．60岁及以上群体
    /// is the second of its list where it is no 2.60 that comes next.
    ///
    /// Forced by `fixtures/headings-that-begin-with-numbers`.
    fn numbered(&self, line: &str) -> Option<pattern::Numbered> {
        /// 5亿 is no title.
        const SHORTEST: usize = 4;
        let numbered = pattern::numbered(line)?;
        let item = || {
            let item = pattern::full_width_item(line)?;
            let title = line[item.title..].chars();
            let is_named = title.filter(|c| is_han(*c)).count() >= SHORTEST;
            // 2．54亿用户使用网络音乐
            let amount = line[item.title..].trim_start_matches(is_digit);
            let is_named = is_named && !amount.starts_with(['亿', '万', '%', '％', '倍', '版']);
            (is_named && self.follows(&item)).then_some(item)
        };
        match numbered.form == HeadingForm::SubItem && !self.follows(&numbered) {
            true => item().or(Some(numbered)),
            false => Some(numbered),
        }
    }

    fn is_open(&self, form: HeadingForm) -> bool {
        self.open.iter().any(|(open, _)| *open == form)
    }

    /// Whether a number comes next. Chapters and the like are signs enough by
    /// their form; `1.` also begins items of lists and decimals.
    fn follows(&self, numbered: &pattern::Numbered) -> bool {
        let last = |form: HeadingForm| {
            self.open
                .iter()
                .find(|(open, _)| *open == form)
                .map(|(_, ordinal)| *ordinal)
        };
        let (first, second) = numbered.ordinal;
        match numbered.form {
            HeadingForm::Item => {
                first == 1 || last(HeadingForm::Item).is_some_and(|(item, _)| first == item + 1)
            }
            form @ (HeadingForm::SubItem | HeadingForm::Detail) => match last(form) {
                Some((chapter, item)) if chapter == first => second == item + 1,
                _ => second == 1,
            },
            _ => true,
        }
    }
}

/// Whether a text has numbers that are of no name: what a converter takes for a heading
/// may be a sentence.
fn has_numbers(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let is_number = is_digit(c) && !before.is_ascii_alphanumeric();
        before = c;
        is_number
    })
}

/// The [`key`] of a heading without the number of the page behind it.
fn unpaged(line: &str) -> String {
    let before = line.trim_end_matches(is_digit);
    let is_apart = before.ends_with([' ', '-', '—', '|', '·']) || before.ends_with(is_han);
    key(match is_apart {
        true => before.trim_end_matches([' ', '-', '—', '|', '·']),
        false => line,
    })
}
