//! Which blocks make up one table: its caption, its grids on one page or
//! more, and the lines under it.

use super::{Note, TableKind, matrix};
use crate::block::{Block, Caption, CaptionKind, Kind, Parsed, pattern};
use crate::document::{Document, Grid};
use crate::logical::LogicalText;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// The blocks of one table.
pub struct Region<'d> {
    pub kind: TableKind,
    pub chapter: Option<u32>,
    pub number: u32,
    pub title: LogicalText,
    /// Of a line 单位：.
    pub unit: Option<String>,
    /// A grid for each page it stands on.
    pub grids: Vec<&'d Grid>,
    pub notes: Vec<Note>,
    pub source: Option<String>,
    pub spans: Vec<Span>,
}

/// Finds the grids under each caption, those that go on after a page break, and
/// the notes below. A caption without a grid and a grid of numbers without a
/// caption are problems.
pub fn blocks_to_regions<'d>(document: &'d Document, blocks: &[Block]) -> Parsed<Vec<Region<'d>>> {
    let mut regions: Vec<Region> = Vec::new();
    let mut problems = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        match &blocks[at].kind {
            Kind::Caption(caption) if caption.kind == CaptionKind::Table => {
                let mut region = Region {
                    kind: if caption.is_appendix {
                        TableKind::Appendix
                    } else {
                        TableKind::Body
                    },
                    chapter: caption.chapter,
                    number: caption.number,
                    title: blocks[at].text.clone(),
                    unit: unit_above(blocks, at),
                    grids: Vec::new(),
                    notes: Vec::new(),
                    source: None,
                    spans: blocks[at].spans(document),
                };
                let end = collect(document, blocks, at, &mut region);
                if region.grids.is_empty() {
                    problems.push(missing(caption, &blocks[at]));
                } else {
                    regions.push(region);
                }
                at = end;
            }
            Kind::Grid(index) => {
                problems.extend(orphan(document, blocks, at, *index));
                at += 1;
            }
            _ => at += 1,
        }
    }
    Parsed {
        value: regions,
        problems,
    }
}

fn missing(caption: &Caption, block: &Block) -> Problem {
    let kind = if caption.is_appendix { "附表" } else { "表" };
    let message = format!(
        "no table stands under the caption of {kind} {}",
        caption.number
    );
    Problem::new(ProblemKind::TableMissing, message, block.text.whole()).between(
        "rows whose columns are parted by tabs, bars, HTML cells or at least two spaces",
        "none",
    )
}

/// Collects what belongs to the caption at `caption`; returns where it ends.
fn collect<'d>(
    document: &'d Document,
    blocks: &[Block],
    caption: usize,
    region: &mut Region<'d>,
) -> usize {
    let mut end = caption + 1;
    for (at, block) in blocks.iter().enumerate().skip(caption + 1) {
        match &block.kind {
            Kind::Furniture(_) | Kind::Footnote { .. } => continue,
            Kind::Unit if region.notes.is_empty() => {
                region
                    .unit
                    .get_or_insert_with(|| block.text.text().to_owned());
            }
            Kind::Grid(index) => {
                let grid = &document.grids()[*index];
                if region
                    .grids
                    .first()
                    .is_some_and(|first| !goes_on(document, blocks, at, first, grid))
                {
                    break;
                }
                region.grids.push(grid);
                extend(&mut region.spans, document, caption, at, blocks);
            }
            Kind::Caption(further) if continues(further, region) => {}
            Kind::Note { .. } if block.text.is_empty() => {}
            Kind::Note { marker } if !region.grids.is_empty() => {
                region.notes.extend(notes(marker.clone(), &block.text));
            }
            Kind::Source if !region.grids.is_empty() => {
                let source = without_stop(block.text.text());
                if !source.is_empty() {
                    region.source.get_or_insert_with(|| source.to_owned());
                }
            }
            _ => break,
        }
        end = at + 1;
    }
    end
}

/// A note, and those that follow it on its line: 注 1：…。注 2：…
///
/// Forced by `fixtures/notes-on-one-line`.
fn notes(marker: Option<String>, text: &LogicalText) -> Vec<Note> {
    let all = text.text();
    let mut notes = Vec::new();
    let (mut open, mut from) = (marker, 0);
    for (at, _) in all.match_indices('注') {
        let is_behind_stop = all[from..at].ends_with(['。', '；', ';']);
        let Some((Some(marker), length)) = pattern::note(&all[at..]).filter(|_| is_behind_stop)
        else {
            continue;
        };
        notes.push(Note {
            marker: open.replace(marker),
            text: text.slice(from..at).trimmed(),
        });
        from = at + length;
    }
    notes.push(Note {
        marker: open,
        text: text.slice(from..all.len()).trimmed(),
    });
    notes
}

/// A source without the stop behind it, and without the bracket that closes
/// （来源：…）.
pub(super) fn without_stop(source: &str) -> &str {
    let source = source.trim_end_matches(['。', '；']);
    let count = |brackets: [char; 2]| source.matches(brackets).count();
    match source.strip_suffix(['）', ')']) {
        Some(inner) if count(['）', ')']) > count(['（', '(']) => inner,
        _ => source,
    }
}

/// The unit of a line 单位： right above a caption.
fn unit_above(blocks: &[Block], caption: usize) -> Option<String> {
    let above = &blocks[caption.checked_sub(1)?];
    (above.kind == Kind::Unit).then(|| above.text.text().to_owned())
}

/// Whether a grid goes on with the table above it: as wide, and it repeats the
/// header or begins with a row of values. What a figure draws does not.
pub(super) fn goes_on(
    document: &Document,
    blocks: &[Block],
    at: usize,
    first: &Grid,
    grid: &Grid,
) -> bool {
    if first.width != grid.width {
        return false;
    }
    let is_near = matches!(blocks[at - 1].kind, Kind::Grid(_));
    let is_chart = blocks.get(at + 1).is_some_and(
        |next| matches!(&next.kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure),
    );
    let header = matrix::grid_to_rows(document, first);
    let rows = matrix::grid_to_rows(document, grid);
    let (Some(header), Some(row)) = (header.first(), rows.first()) else {
        return false;
    };
    header.says_the_same(row) || row.has_value() && !(is_near && is_chart)
}

/// Whether a caption only says that the table goes on.
fn continues(caption: &Caption, region: &Region) -> bool {
    let is_appendix = region.kind == TableKind::Appendix;
    caption.kind == CaptionKind::Table
        && caption.is_continued
        && caption.number == region.number
        && caption.chapter == region.chapter
        && caption.is_appendix == is_appendix
}

/// Adds the lines of a grid to the place of its table: to the same span when
/// only blank lines lie between.
fn extend(spans: &mut Vec<Span>, document: &Document, first: usize, at: usize, blocks: &[Block]) {
    let between = &blocks[first + 1..at];
    let is_apart = between
        .iter()
        .rev()
        .take_while(|block| !matches!(block.kind, Kind::Grid(_)));
    let is_apart = is_apart
        .clone()
        .any(|block| matches!(block.kind, Kind::Furniture(_) | Kind::Footnote { .. }));
    for span in blocks[at].spans(document) {
        match spans.last_mut().filter(|_| !is_apart) {
            // The caption may stand below.
            Some(last) if span.start < last.start => last.start = span.start,
            Some(last) => last.end = span.end,
            None => spans.push(span),
        }
    }
}

/// A grid that no caption claims: a list when it has no numbers, the data of a
/// figure when a figure's caption follows, else a table that lost its caption.
fn orphan(document: &Document, blocks: &[Block], at: usize, index: usize) -> Option<Problem> {
    let grid = &document.grids()[index];
    let is_chart = blocks.get(at + 1).is_some_and(
        |next| matches!(&next.kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure),
    );
    (has_numbers(document, grid) && !is_chart).then(|| {
        Problem::new(
            ProblemKind::TableWithoutCaption,
            "a table of numbers has no caption and was left out",
            blocks[at].spans(document),
        )
        .between("a line 表 N or 附表 N above it", "none")
    })
}

/// Whether a grid has a number behind its row labels.
pub(super) fn has_numbers(document: &Document, grid: &Grid) -> bool {
    let cells = grid
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| cell.column > 0);
    cells
        .flat_map(|cell| &cell.spans)
        .any(|span| crate::grammar::number::leading(document.slice(*span)).is_some())
}
