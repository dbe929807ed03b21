//! Page numbers of a text without page breaks.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::furniture::Furniture;
use super::look::Look;
use crate::document::number::page_number;

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
