//! Which numbers of a sentence are of other countries.

use crate::catalog;
use crate::document::number::is_digit;

/// What is said of the world ends before, at the latest.
const FURTHEST: usize = 600;

/// What ends a clause.
const ENDS: [char; 5] = ['，', ',', '；', ';', '。'];

/// Where a sentence turns to another country, 在美国，…, and where back to its own: 我国….
#[derive(Default)]
pub struct Abroad {
    /// In order: where, and whether it is another country.
    turns: Vec<(usize, bool)>,
}

impl Abroad {
    /// Finds where a sentence turns.
    pub fn new(text: &str) -> Abroad {
        let words = &catalog::wording().survey;
        if !words.countries.are_in(text) && !words.world.are_in(text) {
            return Abroad::default();
        }
        let mut turns = Vec::new();
        // 全球网民达 55 亿人，普及率为 68%；…: where a number of them follows, to the end of the part.
        for (at, world) in words.world.iter().flat_map(|name| text.match_indices(name)) {
            let before = text[..at].trim_end();
            let behind = &text[at + world.len()..];
            let behind = &behind[..behind.floor_char_boundary(FURTHEST)];
            let clause = &behind[..behind.find(ENDS).unwrap_or(behind.len())];
            let is_told = clause.contains(is_digit) && !clause.contains(['占', '第', '中']);
            if is_told && (before.is_empty() || words.country_leads.end(before)) {
                turns.push((at, true));
                let end = behind.find(['；', ';', '。']).unwrap_or(behind.len());
                turns.push((at + world.len() + end, false));
            }
        }
        for (at, country) in words
            .countries
            .iter()
            .flat_map(|name| text.match_indices(name))
        {
            // 高于美国: what is compared is not spoken of.
            let before = text[..at].trim_end();
            if !before.is_empty() && !words.country_leads.end(before) {
                continue;
            }
            turns.push((at, true));
            // 普及率为 79.7%（美国为 92%），…
            if before.ends_with(['（', '(']) {
                let end = text[at..].find(['）', ')']).unwrap_or(country.len());
                turns.push((at + end, false));
            }
        }
        let own = words.own_country.iter();
        let own = own.flat_map(|name| text.match_indices(name));
        turns.extend(own.map(|(at, _)| (at, false)));
        turns.sort_unstable();
        Abroad { turns }
    }

    /// Whether what stands there is of another country.
    pub fn has(&self, at: usize) -> bool {
        let next = self.turns.partition_point(|(turn, _)| *turn <= at);
        next > 0 && self.turns[next - 1].1
    }
}
