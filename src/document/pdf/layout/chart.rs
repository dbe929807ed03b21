//! Charts: what is drawn above the caption of a figure, or below it, with the
//! rows of text that label it.

use super::measure::Measure;
use super::piece::Row;
use super::rule::Edges;
use crate::document::Place;
use crate::document::number::is_digit;
use crate::document::pdf::page::{Area, Page};

/// Marks the rows that label a chart, and takes the edges of charts away.
///
/// A chart is drawn between the caption 图 N and the running text or table
/// before it; without anything there, between the caption and what follows.
pub fn mark(
    page: &Page,
    measure: &Measure,
    tables: &[Area],
    rows: &[Row],
    places: &mut [Place],
    edges: &mut Edges,
) {
    let drawn = drawn(page, measure, tables, edges);
    for (at, row) in rows.iter().enumerate() {
        if !is_caption(&row.text(page), '图') {
            continue;
        }
        let stops = |row: &&Row| is_stop(page, measure, row);
        let above = rows[..at].iter().rev().find(stops).map_or(0.0, Row::bottom);
        let below = rows[at + 1..]
            .iter()
            .find(stops)
            .map_or(page.height, Row::top);
        let last_table = tables
            .iter()
            .filter(|table| table.y1 <= row.baseline())
            .map(|table| table.y1);
        let next_table = tables
            .iter()
            .filter(|table| table.y0 >= row.baseline())
            .map(|table| table.y0);
        let above = last_table.fold(above, f64::max);
        let below = next_table.fold(below, f64::min);
        let region = union(&drawn, above, row.top()).or_else(|| union(&drawn, row.bottom(), below));
        let Some(region) = region else {
            continue;
        };
        let window = if region.y0 < row.top() {
            (above, row.top())
        } else {
            (row.bottom(), below)
        };
        for (index, label) in rows.iter().enumerate() {
            let is_between = window.0 - 1.0 <= label.top() && label.bottom() <= window.1 + 1.0;
            if index != at && is_between && is_label(page, measure, label, region) {
                places[index] = Place::Chart;
            }
        }
        let is_outside = |at: f64| !(window.0..window.1).contains(&at);
        edges.horizontal.retain(|edge| is_outside(edge.at));
        edges
            .vertical
            .retain(|edge| is_outside(f64::midpoint(edge.from, edge.to)));
    }
}

/// `表 5 …`, `图 10 …`: a row that begins so and is no sentence.
pub fn is_caption(text: &str, sign: char) -> bool {
    let text = text.trim_start_matches(['【', '[', '附', '续']);
    text.strip_prefix(sign).is_some_and(|rest| {
        rest.trim_start().starts_with(is_digit) && !rest.contains(['。', '，', '；'])
    })
}

/// Running text, or another caption: no chart goes on over it.
fn is_stop(page: &Page, measure: &Measure, row: &Row) -> bool {
    let text = row.text(page);
    let is_prose = row.pieces.len() == 1
        && row.size() > 0.93 * measure.body
        && (text.contains(['，', '。']) || measure.is_full(row));
    is_prose || is_caption(&text, '图') || is_caption(&text, '表') || measure.is_head(page, row)
}

/// Whether a row near a chart is part of it: it stands beside or below what is
/// drawn, or above in smaller type.
fn is_label(page: &Page, measure: &Measure, row: &Row, region: Area) -> bool {
    const HIGHEST: f64 = 45.0;
    let text = row.text(page);
    let names_source = ["注", "来源", "数据来源", "资料来源"]
        .iter()
        .any(|word| text.starts_with(word) && text.contains(['：', ':']));
    let is_foot = row.pieces[0].begins_raised();
    if names_source || is_foot {
        return false;
    }
    let is_value = !text.is_empty() && text.chars().all(|c| is_digit(c) || "%.,-".contains(c));
    let is_small = is_value || row.size() < 0.93 * measure.body || text.contains("单位");
    row.bottom() > region.y0 || is_small && row.bottom() > region.y0 - HIGHEST
}

/// What may be part of a chart: neither a background of the page nor a part of
/// a table nor the rules of running heads and footnotes.
fn drawn(page: &Page, measure: &Measure, tables: &[Area], edges: &Edges) -> Vec<Area> {
    let whole = page.width * page.height;
    let areas = page
        .fills
        .iter()
        .chain(&page.drawings)
        .chain(&page.images)
        .copied();
    let is_part = |area: &Area| {
        let size = (area.x1 - area.x0) * (area.y1 - area.y0);
        let y = f64::midpoint(area.y0, area.y1);
        size < 0.7 * whole
            && !tables.iter().any(|table| {
                (table.y0 - 1.0..=table.y1 + 1.0).contains(&y)
                    && table.x0 - 1.0 <= area.x0
                    && area.x1 <= table.x1 + 1.0
            })
    };
    let across = edges
        .horizontal
        .iter()
        .filter(|edge| !measure.is_furniture(**edge));
    let across = across.map(|edge| Area {
        x0: edge.from,
        y0: edge.at,
        x1: edge.to,
        y1: edge.at,
    });
    let down = edges.vertical.iter().map(|edge| Area {
        x0: edge.at,
        y0: edge.from,
        x1: edge.at,
        y1: edge.to,
    });
    areas.filter(is_part).chain(across).chain(down).collect()
}

/// The box around all that is drawn between two heights; `None` for less than
/// a chart has.
fn union(drawn: &[Area], from: f64, to: f64) -> Option<Area> {
    const LEAST: usize = 2;
    const LOWEST: f64 = 20.0;
    const THIN: f64 = 2.0;
    let inside = drawn
        .iter()
        .filter(|area| area.y0 >= from - 1.0 && area.y1 <= to + 1.0);
    let count = inside.clone().count();
    // Rules across alone are those of a table without others, 图 N below it or not.
    if inside.clone().all(|area| area.y1 - area.y0 < THIN) {
        return None;
    }
    let region = inside.copied().reduce(|a, b| Area {
        x0: a.x0.min(b.x0),
        y0: a.y0.min(b.y0),
        x1: a.x1.max(b.x1),
        y1: a.y1.max(b.y1),
    })?;
    let is_large = region.y1 - region.y0 >= LOWEST;
    (is_large && (count >= LEAST || region.x1 - region.x0 >= LOWEST)).then_some(region)
}
