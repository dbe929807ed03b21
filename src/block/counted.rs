//! Page numbers that stand on lines of their own and are told by what is around them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::furniture::Furniture;
use super::look::Look;
use super::pattern;
use crate::document::Grid;
use crate::document::number::page_number;

/// A number alone between blank lines that cuts a sentence, a definition, a table or its
/// caption from it, or has a sentence above it and a running head below, or in the middle of
/// its line right below the last sentence of a page, or above a caption that says that its
/// table goes on.
///
/// Forced by `fixtures/separators-of-pages`, `fixtures/page-number-below-footnotes`,
/// `fixtures/page-number-above-a-continuation`, `fixtures/axis-between-blank-lines`,
/// `fixtures/cut-definitions`, `fixtures/cut-clauses` and `fixtures/numbers-below-captions`.
pub fn lone_numbers(looks: &[Look], grids: &[Grid], found: &mut [Option<Furniture>]) {
    let page = |at: usize| looks[at].line.page;
    // Where breaks are printed, a page has one number; others are of its charts.
    let has_breaks = (1..looks.len()).any(|at| page(at) != page(at - 1));
    let mut numbers: HashMap<usize, &str> = HashMap::new();
    for at in 0..looks.len() {
        let is_number = has_breaks && found[at] == Some(Furniture::PageNumber);
        if let (true, Some(number)) = (is_number, page_number(looks[at].source)) {
            numbers.insert(page(at), number);
        }
    }
    for at in 0..looks.len() {
        let Some(number) = page_number(looks[at].source).filter(|_| found[at].is_none()) else {
            continue;
        };
        let is_other = numbers.get(&page(at)).is_some_and(|other| *other != number);
        /// No paragraph is indented so far.
        const MIDDLE: f64 = 16.0;
        let is_free = |near: Option<usize>| {
            let near = near.and_then(|near| Some((looks.get(near)?, found[near])));
            near.is_none_or(|(look, found)| look.is_blank() || found.is_some())
        };
        let above = at.checked_sub(1).map(|above| &looks[above]);
        let is_last = above.is_some_and(|above| {
            above.line.x0 < MIDDLE && pattern::is_terminated(above.text.text())
        });
        if !is_other && is_last && looks[at].line.x0 >= MIDDLE && is_free(Some(at + 1)) {
            found[at] = Some(Furniture::PageNumber);
            continue;
        }
        let is_alone = is_free(at.checked_sub(1)) && is_free(Some(at + 1));
        let is_text = |&line: &usize| !looks[line].is_blank() && found[line].is_none();
        let above = (0..at).rev().find(is_text);
        let below = (at + 1..looks.len()).find(is_text);
        let (Some(above), Some(below)) = (above, below) else {
            continue;
        };
        let is_grid = |line: usize| {
            let after = grids.partition_point(|grid| grid.lines.start <= line);
            after > 0 && grids[after - 1].lines.contains(&line)
        };
        let is_caption = || {
            pattern::caption(looks[above].text.text())
                .is_some_and(|caption| caption.kind == pattern::CaptionKind::Table)
        };
        let cuts_table = (is_grid(above) || is_caption()) && is_grid(below) && !is_grid(at);
        // 12, 续表 6: what is below says itself that the table goes on.
        let goes_on =
            pattern::caption(looks[below].text.text()).is_some_and(|caption| caption.is_continued);
        let is_amid = is_grid(above) && !is_grid(at) && goes_on && is_free(Some(at + 1));
        let (before, after) = (looks[above].text.text(), looks[below].text.text());
        let is_half = pattern::is_prose(before)
            || pattern::ends_amid(before)
            || pattern::defined(before).is_some();
        let cuts_sentence = is_half
            && !pattern::is_terminated(before)
            && pattern::is_prose(after)
            && !pattern::begins_sentence(after);
        // 12, and the head of the next page.
        let is_above_head = (at + 1..below).any(|line| found[line] == Some(Furniture::Title));
        let ends_page = is_above_head && pattern::is_prose(before);
        let is_of_page = is_amid || is_alone && (cuts_table || ends_page);
        if is_of_page && !is_other || is_alone && cuts_sentence {
            found[at] = Some(Furniture::PageNumber);
        }
    }
}

/// Without page breaks, bare numbers on lines of their own that count up, whatever other
/// numbers stand on lines between them, as those of charts do; a file may have several
/// such rows one after the other.
///
/// Forced by `fixtures/page-numbers-alone`.
pub fn ascending_numbers(looks: &[Look], in_grid: &[bool], found: &mut [Option<Furniture>]) {
    const NEAREST: usize = 4;
    /// A label and its value make two lines with text, and no page.
    const FEWEST: usize = 3;
    /// Pages without a number, or whose number was lost, may lie between.
    const FURTHEST: u32 = 3;
    let mut links: Vec<Link> = Vec::new();
    let mut last: HashMap<u32, usize> = HashMap::new();
    // Of a table with a cell a line, the numbers are nearer to each other than pages are.
    let mut height = 0;
    for (at, look) in looks.iter().enumerate() {
        height += usize::from(!look.is_blank());
        let number: Option<u32> = page_number(look.text.text()).and_then(|n| n.parse().ok());
        let Some(number) = number.filter(|_| !in_grid[at] && found[at].is_none()) else {
            continue;
        };
        let before = (1..=FURTHEST.min(number))
            .filter_map(|step| Some((step, *last.get(&(number - step))?)))
            .filter(|&(_, link)| {
                at >= links[link].at + NEAREST && height >= links[link].height + FEWEST
            })
            .max_by_key(|&(step, link)| (links[link].count, FURTHEST - step));
        let link = match before {
            Some((step, before)) => Link {
                at,
                height,
                first: links[before].first,
                count: links[before].count + 1,
                next_ones: links[before].next_ones + usize::from(step == 1),
                before: Some(before),
            },
            None => Link {
                at,
                height,
                first: at,
                count: 1,
                next_ones: 0,
                before: None,
            },
        };
        // The longest that ends in a number goes on.
        let is_longest = last
            .get(&number)
            .is_none_or(|&other| links[other].count <= link.count);
        links.push(link);
        if is_longest {
            last.insert(number, links.len() - 1);
        }
    }
    let mut ends: Vec<usize> = (0..links.len()).collect();
    ends.sort_by_key(|&end| Reverse((links[end].count, links[end].next_ones)));
    // The first and the last line of those that are taken.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for end in ends {
        let link = &links[end];
        let is_apart = taken
            .range(..=link.at)
            .next_back()
            .is_none_or(|(_, &last)| last < link.first);
        if !link.counts_pages() || !is_apart {
            continue;
        }
        taken.insert(link.first, link.at);
        let mut next = Some(end);
        while let Some(link) = next {
            found[links[link].at] = Some(Furniture::PageNumber);
            next = links[link].before;
        }
    }
}

/// A number alone on its line, and what it follows.
struct Link {
    /// The line.
    at: usize,
    /// How many lines with text there are up to it.
    height: usize,
    /// The first line of those that it goes on.
    first: usize,
    /// How many they are.
    count: usize,
    /// How many of them are the next whole number.
    next_ones: usize,
    /// The one right before.
    before: Option<usize>,
}

impl Link {
    /// Whether numbers in such steps are of pages: of few steps, half leave none out.
    fn counts_pages(&self) -> bool {
        const FEWEST: usize = 3;
        self.count >= FEWEST && 2 * self.next_ones >= self.count - 1
    }
}
