//! The data of charts that converters print as tables beside the captions of figures.

use std::collections::HashSet;

use super::matrix::Matrices;
use super::region::{Region, has_numbers};
use super::{Table, TableKind, region_to_table};
use crate::block::{Block, CaptionKind, Kind, pattern};
use crate::document::Document;
use crate::document::number::is_digit;
use crate::grammar::unit;
use crate::logical::{LogicalText, Raised, is_han};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// The grids of a figure.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Index of the block of its caption.
    pub caption: usize,
    /// Indices of the blocks of its grids.
    pub grids: Vec<usize>,
    /// What they print; none where their labels stand in no order.
    pub data: Option<Table>,
}

/// The caption of a figure with the grids right above and right below it.
struct Beside {
    caption: usize,
    above: Vec<usize>,
    below: Vec<usize>,
    /// Whether a picture stands right above: the figure itself.
    has_picture: bool,
}

/// Shares out the grids that no table has among the figures beside them. Where a report
/// sets the captions of its figures on one side throughout, a grid on the other is theirs
/// only if it speaks of what the caption does: else it may be a table without a caption.
///
/// Forced by `fixtures/charts-as-tables`.
pub(super) fn find(
    matrices: &mut Matrices,
    blocks: &[Block],
    orphans: &HashSet<usize>,
    problems: &mut Vec<Problem>,
) -> Vec<Chart> {
    if orphans.is_empty() {
        return Vec::new();
    }
    let document = matrices.document;
    let beside: Vec<Beside> = (0..blocks.len())
        .filter(|&at| is_figure(&blocks[at]))
        .map(|at| beside(document, blocks, orphans, at))
        .collect();
    let above = beside.iter().filter(|one| !one.above.is_empty()).count();
    let below = beside.iter().filter(|one| !one.below.is_empty()).count();
    let mut taken: HashSet<usize> = HashSet::new();
    let mut charts = Vec::new();
    for one in beside {
        let is_free = |grids: &[usize]| !grids.is_empty() && !taken.contains(&grids[0]);
        let title = blocks[one.caption].text.text();
        let is_named = |grids: &[usize]| shares_words(document, blocks, title, grids);
        let takes_above = is_free(&one.above) && (above >= below || is_named(&one.above));
        let takes_below =
            is_free(&one.below) && (below >= above && !one.has_picture || is_named(&one.below));
        let is_above = match (takes_above, takes_below) {
            (false, false) => continue,
            (true, true) if above == below => {
                match (is_named(&one.above), is_named(&one.below)) {
                    (true, false) => true,
                    (false, true) => false,
                    // Either may be of the figure.
                    _ => continue,
                }
            }
            (true, true) => above > below,
            (takes_above, _) => takes_above,
        };
        let grids = if is_above { one.above } else { one.below };
        taken.extend(&grids);
        charts.push(chart(matrices, blocks, one.caption, grids, problems));
    }
    charts
}

fn is_figure(block: &Block) -> bool {
    matches!(&block.kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure)
}

fn beside(
    document: &Document,
    blocks: &[Block],
    orphans: &HashSet<usize>,
    caption: usize,
) -> Beside {
    let is_aside = |block: &Block| {
        matches!(
            block.kind,
            Kind::Furniture(_) | Kind::Footnote { .. } | Kind::Unit
        )
    };
    let is_chart = |block: &Block| {
        let Kind::Grid(index) = block.kind else {
            return false;
        };
        orphans.contains(&index) && has_numbers(document, &document.grids()[index])
    };
    // 来源 may stand between a chart and the caption below it.
    let is_over = |at: &usize| is_aside(&blocks[*at]) || blocks[*at].kind == Kind::Source;
    let first = (0..caption).rev().find(|at| !is_over(at));
    let above = first.map_or(0..0, |first| {
        let length = blocks[..=first].iter().rev().take_while(|b| is_chart(b));
        first + 1 - length.count()..first + 1
    });
    let first = (caption + 1..blocks.len()).find(|&at| !is_aside(&blocks[at]));
    let below = first.map_or(0..0, |first| {
        let length = blocks[first..].iter().take_while(|b| is_chart(b));
        first..first + length.count()
    });
    // Rows right behind those of a table are of no chart.
    let is_behind = |grids: &std::ops::Range<usize>| {
        let before = grids.start.checked_sub(1).map(|at| &blocks[at]);
        before.is_some_and(|before| matches!(before.kind, Kind::Grid(_)))
    };
    let picture = (0..caption).rev().take(2).map(|at| &blocks[at]);
    let has_picture = picture
        .take_while(|block| is_aside(block))
        .flat_map(|block| &block.lines)
        .any(|&line| is_picture(document.slice(document.lines()[line].span)));
    Beside {
        caption,
        above: above.clone().filter(|_| !is_behind(&above)).collect(),
        below: below.collect(),
        has_picture,
    }
}

/// `![](images/3a12.jpg)`, `<!-- image -->`, `<img src="3a12.jpg">`.
fn is_picture(line: &str) -> bool {
    line.starts_with("![")
        || line.starts_with("<img")
        || line.starts_with("<!--") && (line.contains("image") || line.contains("picture"))
}

/// Whether grids say words of the title: three characters one after the other.
fn shares_words(document: &Document, blocks: &[Block], title: &str, grids: &[usize]) -> bool {
    let says = |part: &str| {
        let mut spans = grids.iter().flat_map(|&at| blocks[at].spans(document));
        spans.any(|span| document.slice(span).contains(part))
    };
    let places: Vec<usize> = title
        .char_indices()
        .map(|(at, _)| at)
        .chain([title.len()])
        .collect();
    let mut parts = places.windows(4).map(|window| &title[window[0]..window[3]]);
    parts.any(|part| part.chars().all(is_han) && says(part))
}

/// The printed unit of a figure: in its caption, behind it, on a line beside it, or at the
/// edge of its chart.
pub fn unit_of(
    document: &Document,
    blocks: &[Block],
    caption: usize,
    grids: &[usize],
) -> Option<String> {
    let text = blocks[caption].text.text();
    let behind = pattern::unit_behind(text);
    let end = behind.as_ref().map_or(text.len(), |(end, _)| *end);
    let beside = [caption.checked_sub(1), Some(caption + 1)];
    let mut beside = beside.into_iter().flatten().filter_map(|at| blocks.get(at));
    unit::of_caption(text[..end].trim_end())
        .or(behind.map(|(_, unit)| &text[unit]))
        .map(str::to_owned)
        .or_else(|| unit_over_chart(document, blocks, caption, grids))
        .or_else(|| {
            let line = beside.find(|block| block.kind == Kind::Unit)?;
            Some(line.text.text().to_owned())
        })
}

/// The unit that stands over the labels of a chart, with the caption below them. Of figures
/// right behind each other the first shows where their captions stand.
///
/// Forced by `fixtures/units-over-charts`.
fn unit_over_chart(
    document: &Document,
    blocks: &[Block],
    caption: usize,
    grids: &[usize],
) -> Option<String> {
    /// Few charts have more blocks.
    const FURTHEST: usize = 60;
    // Its own chart stands below.
    if grids.iter().any(|&grid| grid > caption) {
        return None;
    }
    let mut unit = None;
    let mut is_next = true;
    let mut has_labels = false;
    let mut is_under_table = false;
    for (at, block) in blocks[..caption].iter().enumerate().rev().take(FURTHEST) {
        match &block.kind {
            Kind::Furniture(_) | Kind::Footnote { .. } => continue,
            Kind::Chart => {
                has_labels = true;
                if is_next && let Some(unit) = unit_within(document, block) {
                    return Some(unit);
                }
            }
            Kind::Unit if is_next => unit = Some(at),
            Kind::Unit => {}
            Kind::Grid(_) if !is_next || grids.contains(&at) => has_labels = true,
            Kind::Paragraph if is_loose(block.text.text()) => has_labels = true,
            Kind::Caption(_) if is_figure(block) && has_labels => {
                is_next = false;
                has_labels = false;
            }
            Kind::Caption(_) => {
                is_under_table = !is_figure(block);
                break;
            }
            _ => break,
        }
    }
    let unit = unit.filter(|_| has_labels && !is_under_table)?;
    if !has_values(&blocks[unit + 1..caption]) {
        return None;
    }
    Some(blocks[unit].text.text().to_owned())
}

fn is_loose(text: &str) -> bool {
    !pattern::is_prose(text) && !pattern::is_terminated(text)
}

/// Whether what stands over a caption prints values.
fn has_values(blocks: &[Block]) -> bool {
    let mut blocks = blocks.iter();
    blocks.any(|block| block.text.text().contains(is_digit) || matches!(block.kind, Kind::Grid(_)))
}

/// The unit that a chart prints beside its axis; a tab parts what stands apart on a line.
fn unit_within(document: &Document, chart: &Block) -> Option<String> {
    chart.lines.iter().find_map(|&line| {
        let line = document.lines()[line].span;
        let mut start = line.start;
        document.slice(line).split('\t').find_map(|piece| {
            let span = Span::new(start, start + piece.len());
            start = span.end + 1;
            let text = LogicalText::new(document.canonical(), &[span], Raised::Mark);
            let unit = pattern::unit(text.text())?;
            Some(text.text()[unit].to_owned())
        })
    })
}

/// A point without a label on the axis, or one of several series without a name.
fn unlabelled(table: &Table) -> Option<Problem> {
    let has_label = |row: &super::Row| !row.label.is_empty();
    let is_named = |column: &super::Column| column.label.is_some();
    let is_one = table.rows.len() == 1 || table.rows.iter().all(has_label);
    let is_whole = is_one && (table.columns.len() == 1 || table.columns.iter().all(is_named));
    (!is_whole).then(|| {
        let message = format!("the data of {} has points without a label", table.label());
        Problem::new(ProblemKind::TableShape, message, table.spans.clone())
            .between("a label for each row and column", "none for some")
    })
}

fn chart(
    matrices: &mut Matrices,
    blocks: &[Block],
    at: usize,
    grids: Vec<usize>,
    problems: &mut Vec<Problem>,
) -> Chart {
    let parts = grids.iter().filter_map(|&at| match blocks[at].kind {
        Kind::Grid(index) => Some(index),
        _ => None,
    });
    let parts: Vec<usize> = parts.collect();
    let document = matrices.document;
    // Labels that a text tool sets in columns are in no order.
    let is_regular = parts.iter().all(|&index| {
        let grid = &document.grids()[index];
        let width = |row: &crate::document::Row| row.cells.iter().map(|cell| cell.columns).sum();
        let mut widths = grid.rows.iter().map(width);
        let first: Option<usize> = widths.next();
        let is_whole = grid
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .all(|cell| cell.rows == 1);
        grid.is_drawn && grid.rows.len() > 1 && is_whole && widths.all(|width| Some(width) == first)
    });
    let data = match (&blocks[at].kind, is_regular) {
        (Kind::Caption(caption), true) => {
            let region = Region {
                kind: TableKind::Figure,
                chapter: caption.chapter,
                number: caption.number,
                title: blocks[at].text.clone(),
                unit: unit_of(document, blocks, at, &grids),
                grids: parts,
                notes: Vec::new(),
                source: None,
                spans: grids
                    .iter()
                    .flat_map(|&at| blocks[at].spans(document))
                    .collect(),
            };
            let mut found = Vec::new();
            let table = region_to_table(matrices, region, &mut found);
            found.extend(unlabelled(&table));
            let is_whole = found
                .iter()
                .all(|problem| problem.kind != ProblemKind::TableShape);
            problems.extend(found);
            is_whole.then_some(table)
        }
        _ => None,
    };
    Chart {
        caption: at,
        grids,
        data,
    }
}
