//! The footnotes of a page: below a short rule, or in smaller type with raised
//! numbers.

use super::measure::Measure;
use super::piece::Row;
use super::rule::{Edge, Edges};
use crate::document::Place;
use crate::document::number::page_number;
use crate::document::pdf::page::Page;

/// Marks the rows of the footnotes.
pub fn mark(page: &Page, measure: &Measure, rows: &[Row], places: &mut [Place], edges: &Edges) {
    let last = rows
        .iter()
        .rposition(|row| page_number(&row.text(page)).is_none() && !measure.is_head(page, row));
    let Some(last) = last else {
        return;
    };
    let is_small = |row: &Row| row.size() < 0.95 * measure.body;
    // The lowest rule with nothing but smaller type below it.
    let below = |edge: &Edge| rows.iter().position(|row| row.baseline() > edge.at);
    let ruled = edges
        .horizontal
        .iter()
        .filter(|edge| is_short(measure, **edge))
        .filter_map(below)
        .find(|&first| first <= last && rows[first..=last].iter().all(is_small));
    let marked = || {
        let smaller = rows[..=last]
            .iter()
            .rev()
            .take_while(|row| is_small(row))
            .count();
        let from = last + 1 - smaller;
        (from..=last).find(|&at| places[at] == Place::Body && rows[at].pieces[0].begins_raised())
    };
    if let Some(first) = ruled.or_else(marked) {
        for place in &mut places[first..=last] {
            if *place == Place::Body {
                *place = Place::Foot;
            }
        }
    }
}

/// The rule above footnotes begins at the margin and ends well before the
/// other.
fn is_short(measure: &Measure, edge: Edge) -> bool {
    (edge.from - measure.left).abs() < 1.5 * measure.body && edge.length() < 0.6 * measure.width()
}
