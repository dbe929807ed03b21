//! The lines of a header: pieces of wrapped headings, or headings that group
//! those below.

use std::ops::Range;

use super::groups::in_wrapped_groups;
use super::place::{Column, Placed, place};
use super::{Ragged, Segment, add, stretches};
use crate::catalog::units;
use crate::document::grid::Row;
use crate::document::number;

/// One header row, or two when the upper groups the lower.
///
/// Header lines below each other are pieces of wrapped cells, unless the last
/// has a cell in each of several columns and a line above has fewer that stand
/// over the middle of them, or the last says the same in each (数量（个）).
///
/// Told as well is whether other columns may be grouped.
pub(super) fn header_rows(text: &str, header: &[Ragged], columns: &[Column]) -> (Vec<Row>, bool) {
    let beside = beside(header, columns.len());
    if beside.is_none()
        && let Some(grouped) = in_wrapped_groups(text, header, columns)
    {
        let rows = [grouped.upper, grouped.lower].map(|placed| {
            let mut row = header_row();
            placed.into_iter().for_each(|placed| add(&mut row, placed));
            row
        });
        return (rows.into(), grouped.is_doubtful);
    }
    (wrapped_rows(text, header, columns, beside), false)
}

fn header_row() -> Row {
    Row {
        cells: Vec::new(),
        is_header: true,
    }
}

fn wrapped_rows(
    text: &str,
    header: &[Ragged],
    columns: &[Column],
    beside: Option<Vec<Vec<Placed>>>,
) -> Vec<Row> {
    let is_beside = beside.is_some();
    let mut lines = beside.unwrap_or_else(|| place_apart(header, columns));
    if let Some(lower) = between(header, columns.len()) {
        let last = lines.len() - 1;
        lines[last] = lower;
    }
    let blocks = in_blocks(text, header, columns.len());
    let is_in_blocks = blocks.is_some();
    if let Some(blocks) = blocks {
        lines = blocks;
    }
    let Some((lower, upper)) = lines.split_last_mut() else {
        return Vec::new();
    };
    // How many lines group those below them: the last of them and all above.
    let mut grouping_lines = usize::from(is_in_blocks);
    let mut under_groups = 1..columns.len();
    let groups = is_in_blocks
        || !is_beside
            && grouped(lower).is_some_and(|range| {
                // The headings below are what an upper one stands over the middle of.
                let mut columns = columns.to_vec();
                for placed in lower.iter() {
                    columns[placed.column].cover(placed.segment);
                }
                let labels: Vec<String> = lower
                    .iter()
                    .filter(|placed| range.contains(&placed.column))
                    .map(|placed| without_marks(&text[placed.segment.span.range()]))
                    .collect();
                for (at, (line, placed)) in header.iter().zip(upper).enumerate() {
                    let grouping = group(&line.segments, &columns, range.clone(), &labels);
                    if let Some(grouping) = grouping {
                        *placed = grouping;
                        grouping_lines = at + 1;
                    }
                }
                if grouping_lines > 0 {
                    under_groups = range;
                }
                grouping_lines > 0
            });
    if !groups
        && !is_beside
        && let Some(apart) = in_order(header, columns.len())
    {
        lines = apart;
    }
    let Some(lower) = lines.last() else {
        return Vec::new();
    };
    let label = |placed: &Placed| without_marks(&text[placed.segment.span.range()]);
    // The heading of the row labels may stand beside them.
    let mut values = lower.iter().filter(|placed| placed.column > 0);
    let repeats = values
        .next()
        .is_some_and(|first| lower.len() > 1 && values.all(|placed| label(placed) == label(first)));
    let last = lines.len() - 1;
    let mut rows = vec![header_row()];
    for (at, line) in lines.iter().enumerate() {
        // The headings below a group may themselves be wrapped.
        let is_below = if groups {
            at == grouping_lines
        } else {
            at == last && repeats
        };
        if is_below && at > 0 {
            rows.push(header_row());
        }
        for placed in line {
            // The stub is one cell however its row is divided, and so is what
            // stands beside the groups.
            let row = if under_groups.contains(&placed.column) {
                rows.len() - 1
            } else {
                0
            };
            add(&mut rows[row], *placed);
        }
    }
    rows
}

/// The columns that the last line has a cell in, when they are several side by
/// side, but for the row labels.
///
/// Forced by `fixtures/groups-beside-the-stub`.
fn grouped(lower: &[Placed]) -> Option<Range<usize>> {
    let lower = match lower {
        [stub, lower @ ..] if stub.column == 0 => lower,
        lower => lower,
    };
    let (first, last) = (lower.first()?.column, lower.last()?.column);
    (first > 0 && last > first && lower.len() == last - first + 1).then_some(first..last + 1)
}

/// Places a line whose headings stand over `range`, fewer than its columns, and
/// over each column beside it; `None` when they are pieces of wrapped cells. The `labels`
/// below tell as well: 用户规模, 使用率, 用户规模, 使用率 are of two.
fn group(
    segments: &[Segment],
    columns: &[Column],
    range: Range<usize>,
    labels: &[String],
) -> Option<Vec<Placed>> {
    // Half way to the next column what stands there is over that one.
    let (first, last) = (columns[range.start], columns[range.end - 1]);
    let left = f64::midpoint(columns[range.start - 1].x1, first.x0);
    let right = columns
        .get(range.end)
        .map_or(f64::INFINITY, |next| f64::midpoint(last.x1, next.x0));
    let from = segments.partition_point(|segment| segment.center() < left);
    let to = segments.partition_point(|segment| segment.center() < right);
    let values = &segments[from..to];
    if values.is_empty()
        || values.len() >= range.len()
        || from > range.start
        || segments.len() - to > columns.len() - range.end
    {
        return None;
    }
    let over = &columns[range.clone()];
    let in_turn = in_turn(labels, values.len()).map(|width| {
        let placed = values.iter().enumerate().map(|(at, segment)| Placed {
            segment: *segment,
            column: at * width,
            columns: width,
        });
        placed.collect::<Vec<Placed>>()
    });
    let is_in_turn = in_turn.is_some();
    let groups = in_turn.unwrap_or_else(|| place(values, over, true));
    let apart = place(values, over, false);
    let distance = |placed: &Placed| {
        let covered = &over[placed.column..placed.column + placed.columns];
        let (x0, x1) = (covered[0].x0, covered[covered.len() - 1].x1);
        (placed.segment.center() - f64::midpoint(x0, x1)).abs()
    };
    let sum = |placed: &[Placed]| placed.iter().map(distance).sum::<f64>();
    if !is_in_turn && sum(&groups) > sum(&apart) {
        return None;
    }
    let moved = |by: usize| {
        move |placed: Placed| Placed {
            column: placed.column + by,
            ..placed
        }
    };
    let mut line = place(&segments[..from], &columns[..range.start], false);
    line.extend(groups.into_iter().map(moved(range.start)));
    line.extend(
        place(&segments[to..], &columns[range.end..], false)
            .into_iter()
            .map(moved(range.end)),
    );
    Some(line)
}

/// How many columns each of so many groups has, where the same headings come below all of
/// them in turn: 2 of 用户规模, 使用率, 用户规模, 使用率 in two groups.
///
/// Forced by `fixtures/groups-beside-the-stub`.
fn in_turn(labels: &[String], groups: usize) -> Option<usize> {
    let width = labels
        .len()
        .checked_div(groups)
        .filter(|width| *width > 1)?;
    let (first, _) = labels.split_at(width);
    let is_whole = groups > 1 && labels.len() == width * groups;
    let are_same = || {
        let mut pairs = labels
            .chunks(width)
            .flat_map(|group| group.iter().zip(first));
        pairs.all(|(one, other)| is_same(one, other))
    };
    let are_different = || {
        let mut labels = first.iter().enumerate();
        labels.all(|(at, label)| !first[..at].contains(label))
    };
    (is_whole && are_same() && are_different()).then_some(width)
}

/// Whether two headings without marks say the same: one of them may lack the unit that the
/// other has in brackets.
///
/// Forced by `fixtures/groups-with-a-unit-missing`.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let is_unit = |words: &str| {
        let (_, word) = units().multiplier(words);
        word.is_empty() || units().word(word).is_some_and(|(_, rest)| rest.is_empty())
    };
    let with_unit = |one: &str, other: &str| {
        let unit = one
            .strip_prefix(other)
            .and_then(|unit| unit.strip_prefix('('));
        unit.and_then(|unit| unit.strip_suffix(')'))
            .is_some_and(is_unit)
    };
    one == other || with_unit(one, other) || with_unit(other, one)
}

/// A heading without the marks in it, its punctuation half-width.
pub(super) fn without_marks(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mark = number::braced_mark(rest).map(|(length, _)| length);
        let length = mark.unwrap_or(c.len_utf8());
        if mark.is_none() && number::superscript(c).is_none() && c != ' ' {
            out.push(match c {
                '（' => '(',
                '）' => ')',
                '％' => '%',
                c => c,
            });
        }
        rest = &rest[length..];
    }
    out
}

/// Places two lines of which the lower says the same under each heading of the
/// upper: 数量, 占比, 数量, 占比 under 2023.12 and 2024.12. The heading of the row
/// labels may stand on either line; behind the groups the lower may have headings
/// that are in none.
///
/// Forced by `fixtures/grouped-headings`.
fn in_blocks(text: &str, header: &[Ragged], count: usize) -> Option<Vec<Vec<Placed>>> {
    let [upper, lower] = header else {
        return None;
    };
    let is_stub_below = lower.segments.len() == count;
    let (stub, lower_values) = lower.segments.split_at(usize::from(is_stub_below));
    let is_stub_above = !is_stub_below
        && (upper.segments[0].x1 < lower_values[0].x0)
        && lower_values.len() + 1 == count;
    let (other, groups) = upper.segments.split_at(usize::from(is_stub_above));
    let size = lower_values.len().checked_div(groups.len())?;
    let grouped = size * groups.len();
    // Beside the groups there are headings only where each of these stands over its own.
    let is_over = |(at, group): (usize, &Segment)| {
        let own = &lower_values[at * size..(at + 1) * size];
        (own[0].x0..=own[size - 1].x1).contains(&group.center())
    };
    let are_over = || size > 0 && groups.iter().enumerate().all(is_over);
    let label = |segment: &Segment| without_marks(&text[segment.span.range()]);
    let repeats = lower_values.len() + 1 == count
        && groups.len() > 1
        && size > 1
        && (lower_values.len() == grouped || are_over())
        && (size..grouped)
            .all(|at| is_same(&label(&lower_values[at]), &label(&lower_values[at - size])))
        && (1..size).all(|at| label(&lower_values[at]) != label(&lower_values[0]));
    if !repeats {
        return None;
    }
    let place = |segment: &Segment, column: usize, columns: usize| Placed {
        segment: *segment,
        column,
        columns,
    };
    let groups = groups.iter().enumerate();
    let values = lower_values.iter().enumerate();
    let stub_above = other.iter().map(|segment| place(segment, 0, 1));
    let stub_below = stub.iter().map(|segment| place(segment, 0, 1));
    Some(vec![
        stub_above
            .chain(groups.map(|(at, segment)| place(segment, 1 + at * size, size)))
            .collect(),
        stub_below
            .chain(values.map(|(at, segment)| place(segment, 1 + at, 1)))
            .collect(),
    ])
}

/// Places pieces of wrapped headings by what stands below each other, where
/// that makes as many columns as there are: rows of wide labels push the values
/// of a column away from its heading.
///
/// Forced by `fixtures/plain-marks`.
fn in_order(header: &[Ragged], count: usize) -> Option<Vec<Vec<Placed>>> {
    let segments = header.iter().flat_map(|line| line.segments.iter().copied());
    let ends = stretches(segments.map(|segment| (segment.x0, segment.x1)));
    let column = |segment: &Segment| ends.partition_point(|(_, end)| *end <= segment.x0);
    let lines: Vec<Vec<Placed>> = header
        .iter()
        .map(|line| {
            let placed = line.segments.iter().map(|segment| Placed {
                segment: *segment,
                column: column(segment),
                columns: 1,
            });
            placed.collect()
        })
        .collect();
    let is_apart = |line: &Vec<Placed>| line.windows(2).all(|pair| pair[0].column < pair[1].column);
    (ends.len() == count && lines.iter().all(is_apart)).then_some(lines)
}

/// Places lines that have a heading in every column but the first or the last, and lone
/// pieces that stand wholly beside them: these are the heading of that column, however
/// far values stand from headings.
///
/// Forced by `fixtures/headings-beside-others`.
fn beside(header: &[Ragged], count: usize) -> Option<Vec<Vec<Placed>>> {
    let (full, lone): (Vec<&Ragged>, Vec<&Ragged>) = header
        .iter()
        .partition(|line| line.segments.len() + 1 == count);
    if count < 3 || full.is_empty() || lone.is_empty() {
        return None;
    }
    let edge =
        |edges: &mut dyn Iterator<Item = f64>, choose: fn(f64, f64) -> f64| edges.reduce(choose);
    let left = edge(&mut full.iter().map(|line| line.segments[0].x0), f64::min)?;
    let right = edge(
        &mut full.iter().map(|line| line.segments[count - 2].x1),
        f64::max,
    )?;
    let is_one = |line: &&Ragged| line.segments.len() == 1;
    let are_left = lone.iter().all(|line| line.segments[0].x1 <= left);
    let are_right = lone.iter().all(|line| line.segments[0].x0 >= right);
    if !lone.iter().all(is_one) || are_left == are_right {
        return None;
    }
    let lines = header.iter().map(|line| {
        let is_full = line.segments.len() + 1 == count;
        let first = match (is_full, are_left) {
            (true, are_left) => usize::from(are_left),
            (false, true) => 0,
            (false, false) => count - 1,
        };
        let segments = line.segments.iter().enumerate();
        let placed = segments.map(|(at, segment)| Placed {
            segment: *segment,
            column: first + at,
            columns: 1,
        });
        placed.collect()
    });
    Some(lines.collect())
}

/// The last of two lines where those of its headings and the headings of the
/// line above that stand wholly beside them are as many as the columns: however
/// far values stand from headings, the last line has the columns between.
fn between(header: &[Ragged], width: usize) -> Option<Vec<Placed>> {
    let [upper, lower] = header else {
        return None;
    };
    let (first, last) = (lower.segments.first()?, lower.segments.last()?);
    let (mut left, mut right) = (0, 0);
    for segment in &upper.segments {
        left += usize::from(segment.center() < first.center());
        right += usize::from(segment.center() > last.center());
    }
    let is_whole = left > 0
        && left + right < upper.segments.len()
        && lower.segments.len() > 1
        && left + lower.segments.len() + right == width;
    let placed = lower
        .segments
        .iter()
        .enumerate()
        .map(|(at, segment)| Placed {
            segment: *segment,
            column: left + at,
            columns: 1,
        });
    is_whole.then(|| placed.collect())
}

/// Gives the segments of header lines a column each, those of the fullest lines
/// first: the others are pieces of the same headings.
fn place_apart(header: &[Ragged], columns: &[Column]) -> Vec<Vec<Placed>> {
    let mut columns = columns.to_vec();
    let mut order: Vec<usize> = (0..header.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(header[at].segments.len()));
    let mut lines = vec![Vec::new(); header.len()];
    for at in order {
        lines[at] = place(&header[at].segments, &columns, false);
        for placed in &lines[at] {
            columns[placed.column].cover(placed.segment);
        }
    }
    lines
}
