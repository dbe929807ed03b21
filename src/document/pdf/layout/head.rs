//! Running heads and feet: what stands at one height at the edge of many pages.

use std::collections::{HashMap, HashSet};

use super::piece::Row;
use super::rule::{Edge, Edges};
use crate::document::number::is_digit;
use crate::document::pdf::page::Page;

/// How many rows from the edge of a page heads may stand.
const DEEP: usize = 2;
/// On how many pages a text is a head wherever it stands.
const OFTEN: usize = 3;
/// Heads stand on one of so many pages at least.
const FEW: usize = 5;

/// The first and last two rows of pages that stand at one height, and say the
/// same but for digits, on three pages, as most rows at that height do. The
/// header of a table that runs over pages may do so too, and the same footnote.
///
/// Heads that name the chapter stand there with them, however few its pages are.
pub fn heads(pages: &[(&Page, &[Row], &Edges)], body: f64) -> HashSet<(i64, String)> {
    let mut counts: HashMap<(i64, String), usize> = HashMap::new();
    let mut at_height: HashMap<i64, usize> = HashMap::new();
    let mut parted: HashMap<i64, Vec<(String, i64)>> = HashMap::new();
    for (page, rows, edges) in pages {
        let bottom = rows.len().saturating_sub(DEEP).max(DEEP.min(rows.len()));
        for at in (0..rows.len()).filter(|&at| at < DEEP || at >= bottom) {
            let key = key(page, &rows[at]);
            *at_height.entry(key.0).or_default() += 1;
            if !rows[at].pieces[0].begins_raised() && !heads_columns(rows, at, edges) {
                if is_parted(rows, at, body) {
                    let size = (rows[at].size() * 4.0).round() as i64;
                    let (height, text) = key.clone();
                    parted.entry(height).or_default().push((text, size));
                }
                *counts.entry(key).or_default() += 1;
            }
        }
    }
    let of_chapters = of_chapters(&parted, &at_height, pages.len());
    counts.retain(|_, count| *count >= OFTEN);
    // Lines of text end a page at one height too, and a few of them may agree.
    let mut repeated: HashMap<i64, usize> = HashMap::new();
    for ((height, _), count) in &counts {
        *repeated.entry(*height).or_default() += count;
    }
    // And so may charts and tables begin it, but on few pages.
    let is_usual = |(height, _): &(i64, String)| {
        repeated[height] * 2 >= at_height[height] && repeated[height] * FEW >= pages.len()
    };
    let heads = counts.into_keys().filter(is_usual);
    heads.chain(of_chapters).collect()
}

/// Texts in one size, apart from the rows of the page, at a height where most
/// texts stand on several pages.
fn of_chapters(
    parted: &HashMap<i64, Vec<(String, i64)>>,
    at_height: &HashMap<i64, usize>,
    pages: usize,
) -> Vec<(i64, String)> {
    const SEVERAL: usize = 2;
    let mut heads = Vec::new();
    for (height, rows) in parted {
        let mut sizes: HashMap<i64, usize> = HashMap::new();
        for (_, size) in rows {
            *sizes.entry(*size).or_default() += 1;
        }
        let Some((&usual, _)) = sizes.iter().max_by_key(|(size, count)| (**count, **size)) else {
            continue;
        };
        let alike = || rows.iter().filter(|(_, size)| *size == usual);
        let mut texts: HashMap<&str, usize> = HashMap::new();
        for (text, _) in alike() {
            *texts.entry(text).or_default() += 1;
        }
        let several = texts.values().filter(|count| **count >= SEVERAL);
        let several: usize = several.sum();
        let is_usual = several >= OFTEN.max(SEVERAL * SEVERAL)
            && several * 2 >= at_height[height]
            && several * FEW >= pages;
        if is_usual {
            heads.extend(alike().map(|(text, _)| (*height, text.clone())));
        }
    }
    heads
}

/// Whether a row at the edge of a page stands apart from those within: further
/// than lines of text, or in smaller type.
fn is_parted(rows: &[Row], at: usize, body: f64) -> bool {
    const FAR: f64 = 1.9;
    const SMALLER: f64 = 0.93;
    let distance = |row: &Row| (row.baseline() - rows[at].baseline()).abs();
    let is_other = |row: &&Row| distance(row) > body / 2.0;
    let within = if at < DEEP {
        rows[at + 1..].iter().find(is_other)
    } else {
        rows[..at].iter().rev().find(is_other)
    };
    let is_far = within.is_some_and(|row| distance(row) > FAR * body);
    let is_short = rows[at].pieces.len() <= 2;
    is_short && (is_far || rows[at].size() < SMALLER * body)
}

/// Whether a row stands between two rules of one length, with rows in columns
/// below them.
fn heads_columns(rows: &[Row], at: usize, edges: &Edges) -> bool {
    let y = rows[at].middle();
    let above = edges.horizontal.iter().rev().find(|edge| edge.at < y);
    above.is_some_and(|above| {
        let is_alike = |edge: &&Edge| {
            let (from, to) = (edge.from - above.from, edge.to - above.to);
            edge.at > y && from.abs().max(to.abs()) < rows[at].size() / 2.0
        };
        let below = edges.horizontal.iter().find(is_alike);
        let under = |below: &Edge| rows[at..].iter().find(|row| row.baseline() > below.at);
        below
            .and_then(under)
            .is_some_and(|row| row.pieces.len() > 1)
    })
}

/// Height and words of a row, digits made one.
pub fn key(page: &Page, row: &Row) -> (i64, String) {
    let mut text = String::new();
    for c in row.text(page).chars() {
        let c = if is_digit(c) { '0' } else { c };
        if c != '0' || !text.ends_with('0') {
            text.push(c);
        }
    }
    ((row.baseline() / 2.0).round() as i64, text)
}
