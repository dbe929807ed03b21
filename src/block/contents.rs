//! The 目录: which lines it covers and what it announces.

use std::collections::HashSet;

use super::furniture::Furniture;
use super::look::Look;
use super::pattern;
use crate::document::number::page_number;

/// A line of the 目录.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Index of its last line.
    pub line: usize,
    /// Number and title, cleaned.
    pub text: String,
    /// The page it names, if any.
    pub page: String,
}

/// The 目录, and the indices of the lines that it covers.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// Its entries, in order.
    pub entries: Vec<Entry>,
    /// Its lines in order, 目录 itself among them.
    pub lines: Vec<usize>,
    /// The entries by their [`key`]s.
    keys: HashSet<String>,
}

impl Contents {
    /// Whether an entry is this heading.
    pub fn announces(&self, heading: &str) -> bool {
        const LONGEST: usize = 200;
        !self.keys.is_empty() && heading.len() <= LONGEST && self.keys.contains(&key(heading))
    }
}

/// A heading without what varies between 目录 and body: white space, the width
/// of brackets, the stop after the number.
pub fn key(heading: &str) -> String {
    let mut key = String::with_capacity(heading.len());
    key.extend(heading.chars().filter_map(|c| match c {
        '（' => Some('('),
        '）' => Some(')'),
        '.' | '．' | '、' | '：' | ':' => None,
        c if c.is_whitespace() => None,
        c => Some(c),
    }));
    key
}

/// Finds the 目录 (also 图目录, 表目录): from its title on while lines name pages.
pub fn find(looks: &[Look], furniture: &[Option<Furniture>]) -> Contents {
    let mut contents = Contents::default();
    let mut at = 0;
    while at < looks.len() {
        let title = looks[at].text.text();
        if matches!(
            title,
            "目录" | "图目录" | "表目录" | "图表目录" | "附表目录" | "Contents" | "CONTENTS"
        ) {
            at = read(looks, furniture, at, &mut contents);
        } else {
            at += 1;
        }
    }
    contents.keys = contents
        .entries
        .iter()
        .map(|entry| key(&entry.text))
        .collect();
    contents
}

/// Reads the entries under the title at `title`; returns where they end.
fn read(
    looks: &[Look],
    furniture: &[Option<Furniture>],
    title: usize,
    contents: &mut Contents,
) -> usize {
    let first = contents.entries.len();
    let mut lines = vec![title];
    // The first line of an entry that takes two.
    let mut open: Option<usize> = None;
    for at in title + 1..looks.len() {
        let look = &looks[at];
        if look.is_blank() || furniture[at].is_some() || is_rule(look.source) {
            continue;
        }
        let upper = open.map_or("", |at| looks[at].text.text());
        match entry(look) {
            Some((text, page)) => {
                let text = format!("{upper}{text}");
                lines.extend(open.take());
                lines.push(at);
                contents.entries.push(Entry {
                    line: at,
                    text,
                    page,
                });
            }
            None if open.is_none() && pattern::is_title(look.text.text()) && !look.has_diamond => {
                // Unless the body begins here, with a heading announced before.
                let text = look.text.text();
                if contents.entries[first..]
                    .iter()
                    .any(|entry| key(&entry.text) == key(text))
                {
                    break;
                }
                open = Some(at);
            }
            None => break,
        }
    }
    let end = lines.last().map_or(title + 1, |&last| last + 1);
    contents.lines.extend(lines);
    end
}

/// The delimiter row of a Markdown table.
fn is_rule(source: &str) -> bool {
    source.starts_with('|') && source.chars().all(|c| " |:-".contains(c))
}

/// `[第一章 …](#c1)`, or `第一章 … 9`, with tabs, dots, bars or spaces before the page.
fn entry(look: &Look) -> Option<(String, String)> {
    let is_leader = |c: char| c.is_whitespace() || ".·…⋯．‥|-—_\u{2060}".contains(c);
    let printed = look.text.text();
    // A link to the heading may stand for its page.
    let is_link = look.source.ends_with(')') && look.source.contains("](#");
    if is_link && pattern::is_title(printed) {
        return Some((printed.to_owned(), String::new()));
    }
    let source = look.source.trim_end_matches([' ', '|', '*']);
    let title = source.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    let page = &source[title.len()..];
    if page_number(page) != Some(page) || !title.ends_with(is_leader) {
        return None;
    }
    let text = printed.trim_end_matches([' ', '|']).strip_suffix(page)?;
    let text = text
        .trim_end_matches(is_leader)
        .trim_start_matches(['|', ' ']);
    let is_heading = !text.is_empty() && !text.contains(['。', '，']) && text.chars().count() <= 60;
    is_heading.then(|| (text.replace('|', ""), page.to_owned()))
}
