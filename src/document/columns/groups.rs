//! Headings that wrap over lines of their own below headings that group them.

use std::cmp::Ordering;
use std::ops::Range;

use super::header::{is_same, without_marks};
use super::place::{Column, Placed, place};
use super::{Ragged, Segment, stretches};

/// A header in two rows.
pub(super) struct Grouped {
    /// Headings of groups and what is in none, from the top down.
    pub upper: Vec<Placed>,
    /// What stands under the groups, from the top down.
    pub lower: Vec<Placed>,
    /// Whether the groups may as well be others.
    pub is_doubtful: bool,
    /// Whether the same headings come again under them.
    pub repeats: bool,
}

/// A heading of one column: its pieces with their lines, from the top down.
#[derive(Clone, Debug)]
struct Leaf {
    pieces: Vec<(usize, Segment)>,
    x0: f64,
    x1: f64,
}

/// A way to read the lines.
struct Reading {
    /// The pieces of each heading of a group.
    groups: Vec<Vec<Segment>>,
    /// The leaves that each stands over.
    over: Vec<Range<usize>>,
    leaves: Vec<Leaf>,
    /// The column of the first leaf.
    first: usize,
    /// How far headings are from the middle of what they stand over.
    cost: f64,
    /// Whether the same headings come again under each group.
    repeats: bool,
}

/// So much further must headings stand from groups of one size.
const UNEVEN: f64 = 3.0;
/// A reading that costs less than another by less is no clear one.
const CLEAR: f64 = 1.0;
/// A header of more lines or columns is none of these.
const MOST_LINES: usize = 6;
const MOST_COLUMNS: usize = 24;

/// Reads lines of which one groups the headings that those below print over several:
/// 用户规模 with （万） two lines further down, and 网民使用率 between these, under
/// 2015 年 6 月 and again under 2014 年 12 月. 应用 and 半年增长率 are beside the groups,
/// as high as these or anywhere below. `None` where nothing groups.
///
/// Forced by `fixtures/groups-over-wrapped-headings`.
pub(super) fn in_wrapped_groups(
    text: &str,
    header: &[Ragged],
    columns: &[Column],
) -> Option<Grouped> {
    let is_small = header.len() <= MOST_LINES && columns.len() <= MOST_COLUMNS;
    if header.len() < 3 || !is_small {
        return None;
    }
    let mut readings: Vec<Reading> = Vec::new();
    for at in 0..header.len() - 1 {
        let count = header[at].segments.len().min(MOST_COLUMNS);
        for from in 0..count {
            for to in from + 1..=count {
                readings.extend(read(text, header, columns, at, from..to));
            }
        }
    }
    readings.sort_by(Reading::order);
    let (best, others) = readings.split_first()?;
    let mut others = others.iter().filter(|other| !other.says_the_same(best));
    let next = others.next();
    let is_doubtful = !best.repeats && next.is_some_and(|next| next.cost - best.cost < CLEAR);
    Some(best.placed(is_doubtful))
}

/// The reading in which the segments `heads` of a line group what is below, and what
/// is above them belongs to them.
fn read(
    text: &str,
    header: &[Ragged],
    columns: &[Column],
    at: usize,
    heads: Range<usize>,
) -> Option<Reading> {
    let over = &header[at].segments[heads.clone()];
    let mut groups: Vec<Vec<Segment>> = vec![Vec::new(); over.len()];
    let mut pieces = Vec::new();
    for (line, row) in header.iter().enumerate() {
        for (index, segment) in row.segments.iter().enumerate() {
            let group = match line {
                _ if line == at && heads.contains(&index) => Some(index - heads.start),
                _ if line < at => over.iter().position(|head| head.overlaps(*segment)),
                _ => None,
            };
            match group {
                Some(group) => groups[group].push(*segment),
                None => pieces.push((line, *segment)),
            }
        }
    }
    let (leaves, first) = leaves(&pieces, columns, at)?;
    // What stands as high as the groups is in none of them.
    let may_be_under = |leaves: &[Leaf]| leaves.iter().all(|leaf| leaf.pieces[0].0 > at);
    let ranges = (usize::from(first == 0)..leaves.len())
        .flat_map(|start| (start + 2 * over.len()..=leaves.len()).map(move |end| start..end))
        .filter(|range| may_be_under(&leaves[range.clone()]));
    let labels: Vec<String> = leaves.iter().map(|leaf| leaf.label(text)).collect();
    let beside: f64 = leaves.iter().map(|leaf| leaf.drift(at)).sum();
    let apart: f64 = over.iter().map(|head| nearest(head, &leaves)).sum();
    let mut best: Option<Reading> = None;
    for range in ranges {
        let (parts, repeats) = parts(over, &leaves[range.clone()], &labels[range.clone()]);
        let parts: Vec<Range<usize>> = parts
            .into_iter()
            .map(|part| range.start + part.start..range.start + part.end)
            .collect();
        let ends = |part: &Range<usize>| (leaves[part.start].x0, leaves[part.end - 1].x1);
        let distance = |(head, part): (&Segment, &Range<usize>)| {
            let (x0, x1) = ends(part);
            (head.center() - f64::midpoint(x0, x1)).abs()
        };
        let is_over = |(head, part): (&Segment, &Range<usize>)| {
            let (x0, x1) = ends(part);
            (x0 - UNEVEN..=x1 + UNEVEN).contains(&head.center())
        };
        let pairs = || over.iter().zip(&parts);
        let far: f64 = pairs().map(distance).sum();
        let holds = if repeats {
            pairs().all(is_over)
        } else {
            // One heading over the middle one of three is a piece of that.
            far <= apart && (over.len() > 1 || far + CLEAR <= apart)
        };
        let usual = range.len() as f64 / over.len() as f64;
        let uneven = parts.iter().map(|part| (part.len() as f64 - usual).abs());
        let reading = Reading {
            cost: far + beside + UNEVEN * uneven.sum::<f64>(),
            groups: Vec::new(),
            over: parts,
            leaves: Vec::new(),
            first,
            repeats,
        };
        let is_some = reading.over.iter().all(|part| part.len() > 1);
        if is_some && holds && best.as_ref().is_none_or(|best| reading.is_before(best)) {
            best = Some(reading);
        }
    }
    Some(Reading {
        groups,
        leaves,
        ..best?
    })
}

/// Which leaves headings stand over, when all of them are in groups; and whether
/// the same come again under the first two of these or more.
fn parts(heads: &[Segment], leaves: &[Leaf], labels: &[String]) -> (Vec<Range<usize>>, bool) {
    for times in (2..=heads.len()).rev() {
        let rest = heads.len() - times;
        for size in 2..=leaves.len() / times {
            let end = times * size;
            let room = leaves.len() - end;
            if !repeat(&labels[..end], size) || room < rest || (rest == 0 && room > 0) {
                continue;
            }
            let repeated = (0..times).map(|at| at * size..(at + 1) * size);
            let others = nearest_parts(&heads[times..], &leaves[end..]);
            let others = others
                .into_iter()
                .map(|part| end + part.start..end + part.end);
            return (repeated.chain(others).collect(), true);
        }
    }
    (nearest_parts(heads, leaves), false)
}

/// Whether so many labels come again and again: 用户规模, 使用率, 用户规模, 使用率.
fn repeat(labels: &[String], size: usize) -> bool {
    (size..labels.len()).all(|at| is_same(&labels[at], &labels[at - size]))
        && (1..size).all(|at| labels[at] != labels[0])
}

/// The leaves that headings stand nearest to the middle of.
fn nearest_parts(heads: &[Segment], leaves: &[Leaf]) -> Vec<Range<usize>> {
    let columns: Vec<Column> = leaves
        .iter()
        .map(|leaf| Column {
            x0: leaf.x0,
            x1: leaf.x1,
        })
        .collect();
    let placed = place(heads, &columns, true);
    let range = |placed: &Placed| placed.column..placed.column + placed.columns;
    placed.iter().map(range).collect()
}

/// How far a heading is from the middle of the nearest leaf.
fn nearest(head: &Segment, leaves: &[Leaf]) -> f64 {
    let distances = leaves
        .iter()
        .map(|leaf| (leaf.center() - head.center()).abs());
    distances.fold(f64::INFINITY, f64::min)
}

/// The headings that pieces are of, one a column, and the first one's column: the row
/// labels may have none.
fn leaves(
    pieces: &[(usize, Segment)],
    columns: &[Column],
    at: usize,
) -> Option<(Vec<Leaf>, usize)> {
    let first = |leaves: &[Leaf]| {
        let center = leaves.first()?.center();
        let middle = |column: &Column| (f64::midpoint(column.x0, column.x1) - center).abs();
        match columns.len().checked_sub(leaves.len())? {
            0 => Some(0),
            1 if middle(&columns[1]) < middle(&columns[0]) => Some(1),
            _ => None,
        }
    };
    let below = below_each_other(pieces);
    let is_apart = below.iter().all(Leaf::is_apart);
    if let Some(first) = first(&below).filter(|_| is_apart) {
        return Some((below, first));
    }
    let around = around_fullest(pieces, at)?;
    let first = first(&around).filter(|_| around.iter().all(Leaf::is_apart))?;
    Some((around, first))
}

/// Pieces that overlap are of one heading.
fn below_each_other(pieces: &[(usize, Segment)]) -> Vec<Leaf> {
    let ends = stretches(pieces.iter().map(|(_, piece)| (piece.x0, piece.x1)));
    let mut leaves: Vec<Leaf> = ends
        .iter()
        .map(|&(x0, x1)| Leaf {
            pieces: Vec::new(),
            x0,
            x1,
        })
        .collect();
    for piece in pieces {
        // A piece without width, a lone combining mark, may stand at the end of the last.
        let at = ends.partition_point(|(_, end)| *end <= piece.1.x0);
        leaves[at.min(ends.len() - 1)].pieces.push(*piece);
    }
    leaves.retain(|leaf| !leaf.pieces.is_empty());
    leaves
}

/// The fullest line below the groups has a heading in each column under them; what
/// reaches out on either side of it is beside, however far lines are shifted.
fn around_fullest(pieces: &[(usize, Segment)], at: usize) -> Option<Vec<Leaf>> {
    let below = pieces
        .iter()
        .map(|(line, _)| *line)
        .filter(|line| *line > at);
    // Of two lines as full, the one with the shorter pieces is the end of the other.
    let fill = |full: usize| {
        let widths = pieces.iter().filter(|(line, _)| *line == full);
        widths.fold((0, 0.0), |(count, width), (_, piece)| {
            (count + 1, width + piece.x1 - piece.x0)
        })
    };
    let full = below.max_by(|a, b| {
        let (a, b) = (fill(*a), fill(*b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    })?;
    let (core, others): (Vec<_>, Vec<_>) = pieces.iter().partition(|(line, _)| *line == full);
    let mut core: Vec<Leaf> = core
        .into_iter()
        .map(|(line, piece)| Leaf {
            pieces: vec![(line, piece)],
            x0: piece.x0,
            x1: piece.x1,
        })
        .collect();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for (line, piece) in others {
        let (first, last) = (core.first()?, core.last()?);
        if piece.x0 < first.x0 && piece.center() < first.center() {
            left.push((line, piece));
        } else if piece.x1 > last.x1 && piece.center() > last.center() {
            right.push((line, piece));
        } else {
            let distance = |leaf: &Leaf| (leaf.center() - piece.center()).abs();
            let near = core
                .iter_mut()
                .min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
            near.pieces.push((line, piece));
        }
    }
    let mut leaves = below_each_other(&left);
    leaves.append(&mut core);
    leaves.extend(below_each_other(&right));
    for leaf in &mut leaves {
        leaf.pieces.sort_by_key(|(line, _)| *line);
    }
    Some(leaves)
}

impl Leaf {
    fn center(&self) -> f64 {
        f64::midpoint(self.x0, self.x1)
    }

    /// Whether no two of its pieces stand side by side.
    fn is_apart(&self) -> bool {
        self.pieces.windows(2).all(|pair| pair[0].0 < pair[1].0)
    }

    fn label(&self, text: &str) -> String {
        let pieces = self.pieces.iter();
        pieces
            .map(|(_, piece)| without_marks(&text[piece.span.range()]))
            .collect()
    }

    /// How far what stands on the line of the groups or above is from the middle of
    /// the pieces below it, and further: over others it more likely is a group as well.
    fn drift(&self, at: usize) -> f64 {
        let (above, below): (Vec<_>, Vec<_>) =
            self.pieces.iter().partition(|(line, _)| *line <= at);
        let Some((_, piece)) = above.last() else {
            return 0.0;
        };
        let distances = below
            .iter()
            .map(|(_, below)| (below.center() - piece.center()).abs());
        distances
            .reduce(f64::min)
            .map_or(0.0, |distance| distance + UNEVEN)
    }
}

impl Reading {
    /// Those with headings that come again are surer than those that measure.
    fn order(&self, other: &Reading) -> Ordering {
        let repeats = other.repeats.cmp(&self.repeats);
        repeats.then(self.cost.total_cmp(&other.cost))
    }

    fn is_before(&self, other: &Reading) -> bool {
        self.order(other) == Ordering::Less
    }

    fn says_the_same(&self, other: &Reading) -> bool {
        let lengths = |reading: &Reading| reading.groups.iter().map(Vec::len).collect::<Vec<_>>();
        (self.first, &self.over, lengths(self)) == (other.first, &other.over, lengths(other))
    }

    fn placed(&self, is_doubtful: bool) -> Grouped {
        let mut grouped = Grouped {
            upper: Vec::new(),
            lower: Vec::new(),
            is_doubtful,
            repeats: self.repeats,
        };
        for (pieces, over) in self.groups.iter().zip(&self.over) {
            grouped.upper.extend(pieces.iter().map(|piece| Placed {
                segment: *piece,
                column: self.first + over.start,
                columns: over.len(),
            }));
        }
        for (at, leaf) in self.leaves.iter().enumerate() {
            let is_under = self.over.iter().any(|over| over.contains(&at));
            let row = if is_under {
                &mut grouped.lower
            } else {
                &mut grouped.upper
            };
            row.extend(leaf.pieces.iter().map(|(_, piece)| Placed {
                segment: *piece,
                column: self.first + at,
                columns: 1,
            }));
        }
        grouped
    }
}
