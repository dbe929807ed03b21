//! Which lines are headings: by their number's form, their place in the
//! sequence, and the 目录.

use super::contents::Contents;
use super::look::Look;
use super::pattern::{self, HeadingForm};

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

/// The sequence of headings so far.
pub struct Outline<'c> {
    contents: &'c Contents,
    /// Ordinals of the open headings, a form each.
    open: Vec<(HeadingForm, (u32, u32))>,
}

impl<'c> Outline<'c> {
    pub fn new(contents: &'c Contents) -> Outline<'c> {
        Outline {
            contents,
            open: Vec::new(),
        }
    }

    /// Whether the 目录 has this heading.
    pub fn announces(&self, heading: &str) -> bool {
        self.contents.announces(heading)
    }

    /// Reads a line as a heading: what it is, and where its title begins in
    /// the cleaned line.
    pub fn heading(&mut self, look: &Look, is_open_prose: bool) -> Option<(Heading, usize)> {
        let line = look.text.text();
        if let Some(numbered) = pattern::numbered(line) {
            let title = line[numbered.title..].trim();
            let is_chapter = numbered.form == HeadingForm::Chapter;
            let is_title = pattern::is_title(title) || is_chapter && title.is_empty();
            let is_expected = self.follows(&numbered) || self.announces(line);
            if !is_title || is_open_prose || !is_expected {
                return None;
            }
            self.open.retain(|(form, _)| *form < numbered.form);
            self.open.push((numbered.form, numbered.ordinal));
            let level = match numbered.form {
                HeadingForm::SubItem if self.is_open(HeadingForm::Item) => 5,
                form => form.level(),
            };
            let heading = Heading {
                level,
                number: Some(numbered.number),
                printed: line[..numbered.title].to_owned(),
            };
            return Some((heading, numbered.title));
        }
        let is_known = matches!(line, "前言" | "核心数据") || self.announces(line);
        let is_marked = look.hashes == 1 && self.contents.entries.is_empty();
        if is_open_prose || !(is_known || is_marked) || !pattern::is_title(line) {
            return None;
        }
        self.open.clear();
        let heading = Heading {
            level: 1,
            number: None,
            printed: String::new(),
        };
        Some((heading, 0))
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
            HeadingForm::SubItem => match last(HeadingForm::SubItem) {
                Some((chapter, item)) if chapter == first => second == item + 1,
                _ => second == 1,
            },
            _ => true,
        }
    }
}
