//! Running heads that have the number of the page on their line, as `pdftotext -layout`
//! prints them: 第 55 次…报告 and far to its right 12 look like the row of a table.

use std::collections::HashMap;

use super::number::page_number;
use super::{Line, Place};
use crate::logical::is_han;

/// What the title of the report ends with.
const TITLE: &str = "统计报告";

/// A line whose words and number white space parts.
struct Head<'t> {
    line: usize,
    words: &'t str,
    /// The number less that of the page in the file.
    offset: i64,
}

/// Marks the lines that are the title of the report and a number, and the first and last
/// lines of pages that are the same words and a number that grows as the pages do.
///
/// Forced by `fixtures/heads-with-numbers`; rows that look alike by
/// `fixtures/rows-like-running-heads`.
pub fn mark(text: &str, lines: &mut [Line]) {
    let mut heads: Vec<Head> = Vec::new();
    let mut at = 0;
    for page in lines.chunk_by(|line, next| line.page == next.page) {
        let first = page.iter().position(|line| !line.is_blank());
        let last = page.iter().rposition(|line| !line.is_blank());
        for (index, line) in page.iter().enumerate() {
            let Some(head) = head(text, line, at + index) else {
                continue;
            };
            let is_edge = Some(index) == first || Some(index) == last;
            if is_edge || head.is_title() {
                heads.push(head);
            }
        }
        at += page.len();
    }
    let mut counts: HashMap<(&str, i64), usize> = HashMap::new();
    for head in &heads {
        *counts.entry((head.words, head.offset)).or_default() += 1;
    }
    // 第 53 次…报告    120 and 第 54 次…报告    130 are rows of a table of reports.
    let mut titles = heads.iter().filter(|head| head.is_title());
    let title = titles.next().map(|head| head.words);
    let is_one = titles.all(|head| Some(head.words) == title);
    for head in heads {
        let is_head = match head.is_title() {
            true => is_one,
            false => counts[&(head.words, head.offset)] >= head.fewest(),
        };
        if is_head {
            lines[head.line].place = Place::Head;
        }
    }
}

impl Head<'_> {
    fn is_title(&self) -> bool {
        self.words.starts_with(['第', '中', '《']) && self.words.ends_with(TITLE)
    }

    /// On how many pages its words stand where they are a head: 全国 615 and 全国 616 may end
    /// two tables.
    fn fewest(&self) -> usize {
        const SHORTEST: usize = 6;
        let is_long = self.words.chars().filter(|c| is_han(*c)).count() >= SHORTEST;
        let is_chapter = self.words.starts_with('第') && self.words.contains('章')
            || self.words.starts_with("附录");
        match is_chapter || is_long && !self.words.starts_with('◇') {
            true => 2,
            false => usize::MAX,
        }
    }
}

/// The words and the number of a line that has nothing else.
fn head<'t>(text: &'t str, line: &Line, at: usize) -> Option<Head<'t>> {
    const GAP: &str = "  ";
    let source = &text[line.span.range()];
    let (before, rest) = source.split_once(GAP)?;
    let (words, number) = match page_number(before) {
        Some(number) => (rest.trim_start(), number),
        None => (before, page_number(rest.trim_start())?),
    };
    let number: i64 = number.parse().ok()?;
    let is_whole = !words.contains(GAP) && page_number(words).is_none();
    is_whole.then(|| Head {
        line: at,
        words,
        offset: number - line.page as i64,
    })
}
