//! Which blocks make up one table: its caption, its grids on one page or
//! more, and the lines under it.

use super::matrix::{Matrices, MatrixRow};
use super::{Note, TableKind, split};
use crate::block::{Block, Caption, CaptionKind, Chapter, Kind, Parsed, pattern};
use crate::document::plain::is_sign;
use crate::document::{Document, Grid};
use crate::grammar::period;
use crate::logical::LogicalText;
use crate::period::Period;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// The blocks of one table.
pub struct Region {
    pub kind: TableKind,
    pub chapter: Option<Chapter>,
    pub number: u32,
    pub title: LogicalText,
    /// Of a line 单位：.
    pub unit: Option<String>,
    /// Indices of the grids, one for each page it stands on.
    pub grids: Vec<usize>,
    pub notes: Vec<Note>,
    pub source: Option<String>,
    pub spans: Vec<Span>,
}

/// Finds the grids under each caption, those that go on after a page break, and
/// the notes below; and the indices and places of the grids that no caption claims. A
/// caption without a grid is a problem.
pub fn blocks_to_regions(
    matrices: &Matrices,
    blocks: &[Block],
) -> Parsed<(Vec<Region>, Vec<Orphan>)> {
    let document = matrices.document;
    let mut regions: Vec<Region> = Vec::new();
    let mut orphans = Vec::new();
    let mut problems = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        match &blocks[at].kind {
            Kind::Caption(caption) if caption.kind == CaptionKind::Table => {
                let title = &blocks[at].text;
                let beside = pattern::unit_behind(title.text());
                let unit = beside
                    .clone()
                    .map(|(_, unit)| title.text()[unit].to_owned());
                let end = beside.map_or(title.text().len(), |(end, _)| end);
                let mut region = Region {
                    kind: if caption.is_appendix {
                        TableKind::Appendix
                    } else {
                        TableKind::Body
                    },
                    chapter: caption.chapter,
                    number: caption.number,
                    title: title.slice(0..end).trimmed(),
                    unit: unit.or_else(|| unit_above(blocks, at)),
                    grids: Vec::new(),
                    notes: Vec::new(),
                    source: None,
                    spans: blocks[at].spans(document),
                };
                let end = collect(matrices, blocks, at, &mut region);
                if region.grids.is_empty() {
                    problems.push(missing(caption, &blocks[at]));
                } else {
                    regions.push(region);
                }
                at = end;
            }
            Kind::Grid(index) => {
                orphans.push((*index, blocks[at].spans(document)));
                at += 1;
            }
            _ => at += 1,
        }
    }
    Parsed {
        value: (regions, orphans),
        problems,
    }
}

/// The index of a grid that no caption claims, and where it stands.
pub type Orphan = (usize, Vec<Span>);

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
fn collect(matrices: &Matrices, blocks: &[Block], caption: usize, region: &mut Region) -> usize {
    let mut end = caption + 1;
    let mut first: Option<Start> = None;
    for (at, block) in blocks.iter().enumerate().skip(caption + 1) {
        match &block.kind {
            Kind::Furniture(_) | Kind::Footnote { .. } => continue,
            Kind::Unit
                if first
                    .as_ref()
                    .is_some_and(|first| is_unit_of_other(matrices, blocks, at, first)) =>
            {
                break;
            }
            Kind::Unit if region.notes.is_empty() => {
                region
                    .unit
                    .get_or_insert_with(|| block.text.text().to_owned());
            }
            Kind::Grid(index) => {
                let start = Start::new(matrices, blocks, at, *index);
                if first.as_ref().is_some_and(|first| !start.goes_on(first)) {
                    break;
                }
                first.get_or_insert(start);
                region.grids.push(*index);
                extend(&mut region.spans, matrices.document, caption, at, blocks);
            }
            Kind::Caption(further) if continues(further, region) => {}
            Kind::Note { .. } if block.text.is_empty() => {}
            Kind::Note { marker } if !region.grids.is_empty() => {
                region.notes.extend(notes(marker.clone(), &block.text));
            }
            Kind::Source if !region.grids.is_empty() => {
                let (source, notes) = source_and_notes(&block.text);
                if !source.is_empty() {
                    region.source.get_or_insert_with(|| source.to_owned());
                }
                region.notes.extend(notes);
            }
            _ => break,
        }
        end = at + 1;
    }
    end
}

/// A note, and those that follow it on its line: 注 1：…。注 2：…, * …。** …
///
/// Forced by `fixtures/notes-on-one-line`.
fn notes(marker: Option<String>, text: &LogicalText) -> Vec<Note> {
    let all = text.text();
    let words = all.match_indices('注').filter_map(|(at, _)| {
        // 注 1： with nothing behind it is the end of what it stands in.
        let (marker, length) = pattern::note(&all[at..])?;
        let is_note = !all[at + length..].trim().is_empty();
        marker
            .filter(|_| is_note)
            .map(|marker| (at, marker, length))
    });
    let signs = text.marks().iter().filter(|mark| is_sign(&mark.name));
    let signs = signs.map(|mark| (mark.at, mark.name.clone(), 0));
    let mut begins: Vec<(usize, String, usize)> = words.chain(signs).collect();
    begins.sort_by_key(|(at, ..)| *at);
    let mut notes = Vec::new();
    let (mut open, mut from) = (marker, 0);
    for (at, marker, length) in begins {
        if at < from || !all[from..at].trim_end().ends_with(['。', '；', ';']) {
            continue;
        }
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

/// 来源：CNNIC 注：…: a source, and the notes behind it on its line.
///
/// Forced by `fixtures/notes-behind-sources`.
pub(super) fn source_and_notes(text: &LogicalText) -> (&str, Vec<Note>) {
    let all = text.text();
    let begins = all.match_indices('注').find_map(|(at, _)| {
        let (marker, length) = pattern::note(&all[at..])?;
        let (before, label) = (&all[..at], &all[at..at + length]);
        // 备注, 附注 are other words.
        let is_word = before.is_empty() || before.ends_with(['备', '附', '标', '脚', '关', '批']);
        let is_note = label.ends_with(['：', ':']) && !all[at + length..].trim().is_empty();
        (is_note && !is_word).then_some((at, marker, at + length))
    });
    match begins {
        Some((at, marker, from)) => {
            let text = text.slice(from..all.len()).trimmed();
            (without_stop(all[..at].trim_end()), notes(marker, &text))
        }
        None => (without_stop(all), Vec::new()),
    }
}

/// A source without the stop behind it, without the bracket that closes （来源：…）, and
/// without the date of the survey, which stands at the edge of the page: 2017.12.
///
/// Forced by `fixtures/dated-sources`.
pub(super) fn without_stop(source: &str) -> &str {
    let is_of_date = |c: char| c.is_ascii_digit() || c == '.';
    let undated = source.trim_end_matches(is_of_date);
    let source = match period::leading(&source[undated.len()..]) {
        Some((Period::Month(..), "")) => undated.trim_end(),
        _ => source,
    };
    let source = source.trim_end_matches(['。', '；']);
    let count = |brackets: [char; 2]| source.matches(brackets).count();
    match source.strip_suffix(['）', ')']) {
        Some(inner) if count(['）', ')']) > count(['（', '(']) => inner,
        _ => source,
    }
}

/// Whether the unit of a line below a table is that of what stands below: of a chart, or of a
/// grid that does not go on with the table.
///
/// Forced by `fixtures/charts-below-tables`.
fn is_unit_of_other(matrices: &Matrices, blocks: &[Block], at: usize, first: &Start) -> bool {
    let Some(below) = blocks.get(at + 1) else {
        return false;
    };
    let next = blocks[at].lines.last().map(|&last| last + 1);
    let is_next = below.lines.first().copied() == next;
    match &below.kind {
        Kind::Chart => is_next,
        Kind::Grid(index) => {
            is_next && !Start::new(matrices, blocks, at + 1, *index).goes_on(first)
        }
        _ => false,
    }
}

/// The unit of a line 单位： right above a caption.
fn unit_above(blocks: &[Block], caption: usize) -> Option<String> {
    let above = &blocks[caption.checked_sub(1)?];
    (above.kind == Kind::Unit).then(|| above.text.text().to_owned())
}

/// How a grid begins: what tells whether it goes on with one above it.
#[derive(Clone, Debug)]
pub(super) struct Start {
    width: usize,
    /// The texts of its first row, as they are compared.
    row: Option<Vec<String>>,
    /// Whether it begins with a row of values, and no figure draws it.
    has_value: bool,
}

impl Start {
    /// How the grid of this index begins, which is the block `at`.
    pub fn new(matrices: &Matrices, blocks: &[Block], at: usize, index: usize) -> Start {
        let grid = &matrices.document.grids()[index];
        let before = at.checked_sub(1).and_then(|before| blocks.get(before));
        let is_near = before.is_some_and(|before| matches!(before.kind, Kind::Grid(_)));
        let is_chart = blocks.get(at + 1).is_some_and(
            |next| matches!(&next.kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure),
        );
        let rows = split::joined(matrices.of(index));
        let row = rows.first();
        Start {
            width: row.map_or(grid.width, |row| row.texts.len()),
            row: row.map(MatrixRow::keys),
            has_value: row.is_some_and(MatrixRow::has_value)
                && !(is_near && is_chart && !grid.is_drawn),
        }
    }

    /// Whether a grid goes on with the table that begins so: as wide, and it
    /// repeats the header or begins with a row of values. What a figure draws
    /// does not.
    pub fn goes_on(&self, first: &Start) -> bool {
        self.width == first.width
            && first.row.is_some()
            && self.row.is_some()
            && (self.row == first.row || self.has_value)
    }

    /// How many of the first grids are the parts of one table.
    pub fn length(grids: &[Start]) -> usize {
        let Some((first, further)) = grids.split_first() else {
            return 0;
        };
        1 + further
            .iter()
            .take_while(|grid| grid.goes_on(first))
            .count()
    }

    /// For each grid, and behind the last, whether all from it on are the parts
    /// of one table: as wide as it, and what begins with no values as it does.
    pub fn ends(grids: &[Start]) -> Vec<bool> {
        let mut ends = vec![true; grids.len() + 1];
        // The last grid, and what those without values all begin with.
        let mut last: Option<&Start> = None;
        let mut header: Option<&Start> = None;
        let mut can_end = true;
        for (at, grid) in grids.iter().enumerate().rev() {
            if let Some(last) = last {
                can_end &= grid.width == last.width;
                let is_header = header.is_none_or(|header| header.row == grid.row);
                ends[at] = can_end && grid.row.is_some() && is_header;
            }
            last = Some(grid);
            can_end &= grid.row.is_some();
            if !grid.has_value {
                can_end &= header.is_none_or(|header| header.row == grid.row);
                header = Some(grid);
            }
        }
        ends
    }
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

/// A grid that neither a table nor a figure claims: a list when it has no numbers, else a
/// table that lost its caption.
pub fn without_caption(document: &Document, index: usize, spans: Vec<Span>) -> Option<Problem> {
    has_numbers(document, &document.grids()[index]).then(|| {
        Problem::new(
            ProblemKind::TableWithoutCaption,
            "a table of numbers has no caption and was left out",
            spans,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logical::Raised;

    fn is_chain(grids: &[Start]) -> bool {
        let Some((first, further)) = grids.split_first() else {
            return true;
        };
        further.iter().all(|grid| grid.goes_on(first))
    }

    /// All runs of up to three grids of two widths, with two headers or none.
    #[test]
    fn chains_are_found_in_one_pass_as_by_trying_all() {
        let kinds: Vec<Start> = [2, 3]
            .into_iter()
            .flat_map(|width| {
                let rows = [Some("a"), Some("b"), None];
                rows.into_iter().flat_map(move |row| {
                    [false, true].map(|has_value| Start {
                        width,
                        row: row.map(|text| vec![text.to_owned()]),
                        has_value: has_value && row.is_some(),
                    })
                })
            })
            .collect();
        let mut runs: Vec<Vec<Start>> = vec![Vec::new()];
        for _ in 0..4 {
            for run in &runs {
                let ends: Vec<bool> = (0..=run.len()).map(|at| is_chain(&run[at..])).collect();
                assert_eq!(Start::ends(run), ends, "{run:?}");
                let length = (1..=run.len()).take_while(|&length| is_chain(&run[..length]));
                assert_eq!(Start::length(run), length.last().unwrap_or(0), "{run:?}");
            }
            let longer = runs.iter().flat_map(|run| {
                let with = |kind: &Start| run.iter().chain([kind]).cloned().collect();
                kinds.iter().map(with)
            });
            runs = longer.collect();
        }
    }

    #[test]
    fn a_note_with_nothing_behind_its_sign_is_none() {
        let read = |text: &str| {
            let text = LogicalText::new(text, &[Span::new(0, text.len())], Raised::Mark);
            let notes = notes(Some("注1".to_owned()), &text).into_iter();
            let shown = notes.map(|note| (note.marker, note.text.text().to_owned()));
            shown.collect::<Vec<_>>()
        };
        let note = |marker: &str, text: &str| (Some(marker.to_owned()), text.to_owned());
        assert_eq!(
            read("甲。注 2：乙。"),
            [note("注1", "甲。"), note("注2", "乙。")]
        );
        assert_eq!(read("甲。注 2：  "), [note("注1", "甲。注2：")]);
    }
}
