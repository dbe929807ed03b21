//! Pieces of row labels that stand alone on their lines: the end of the label above, the
//! beginning of the one below, or a heading of the rows below.
//!
//! Forced by `fixtures/wrapped-labels`.

use std::collections::HashMap;
use std::ops::Range;

use super::header::without_marks;
use super::place::{Column, Placed, place};
use super::{Ragged, Segment};
use crate::catalog;
use crate::document::is_list_sign;
use crate::document::number::is_digit;
use crate::document::text::width;
use crate::span::Span;

/// What a piece of a label belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The row above it.
    Above,
    /// The row below it.
    Below,
    /// None: it heads the rows below it.
    Itself,
}

impl Owner {
    /// That of a piece before or behind the end of a label.
    fn before(is_before: bool) -> Owner {
        match is_before {
            true => Owner::Above,
            false => Owner::Below,
        }
    }
}

/// What the pieces of a run belong to.
#[derive(Debug, Default)]
pub(super) struct Owners {
    of: HashMap<usize, Owner>,
    /// Lines of pieces that may as well belong to another row.
    doubtful: Vec<Range<usize>>,
    /// Pieces that may as well belong to another row.
    pub uncertain: Vec<Span>,
}

impl Owners {
    /// Lets doubtful pieces go as the others of their table do, where these agree.
    fn settle(&mut self, run: &[Ragged]) {
        let doubtful = std::mem::take(&mut self.doubtful);
        let is_doubtful = |at: &usize| {
            let after = doubtful.partition_point(|range| range.start <= *at);
            after > 0 && doubtful[after - 1].contains(at)
        };
        let clear = self.of.iter().filter(|(at, _)| !is_doubtful(at));
        let (above, below): (Vec<_>, Vec<_>) = clear
            .map(|(_, owner)| *owner)
            .filter(|owner| *owner != Owner::Itself)
            .partition(|owner| *owner == Owner::Above);
        for at in doubtful.into_iter().flatten() {
            match (above.is_empty(), below.is_empty()) {
                (false, true) => {}
                (true, false) => {
                    self.of.insert(at, Owner::Below);
                }
                _ => self.uncertain.push(run[at].segments[0].span),
            }
        }
    }

    /// What the piece on the line of this index belongs to; nothing where the rows
    /// beside it lack a label, which tells.
    pub fn of(&self, at: usize) -> Option<Owner> {
        self.of.get(&at).copied()
    }
}

/// Pieces on more lines than this are no part of a table.
pub(super) const MOST_PIECES: usize = 3;
/// So much more must speak for one reading than for another.
const CLEARLY: f64 = 1.0;
/// No more than that a label is wide speaks for that it goes on, which is little for one
/// that has its values.
const LITTLE: f64 = 0.5;
/// So little speaks against a label that goes on.
const APART: f64 = -2.0;
/// By so much is what goes on, or is below, further to the right.
const INDENT: f64 = 2.0;
/// Characters of what is too short to be a line of text.
const BIT: usize = 3;
/// A label of less than this part of the widest does not wrap.
const SHORT: f64 = 0.6;

/// Finds what each lone piece in the column of the labels belongs to, `header` lines
/// being headings.
pub(super) fn owners(text: &str, run: &[Ragged], columns: &[Column], header: usize) -> Owners {
    let mut owners = Owners::default();
    let is_piece = |row: &Ragged| {
        let lone = row.segments.len() == 1 && columns.len() > 1;
        lone && is_label(&row.segments[0], columns)
    };
    if !run.iter().any(is_piece) {
        return owners;
    }
    let labels = Labels::new(text, run, columns);
    let mut at = 0;
    while at < run.len() {
        let length = run[at..].iter().take_while(|row| is_piece(row)).count();
        // What stands over headings is one.
        if length > 0 && at > 0 && at + length >= header {
            labels.share(at..at + length, header, &mut owners);
        }
        at += length.max(1);
    }
    owners.settle(run);
    owners
}

/// Whether pieces below the last row are the end of its label.
pub(super) fn end_label(text: &str, run: &[Ragged], pieces: &[Ragged]) -> bool {
    let (Some(row), Some(piece)) = (run.last(), pieces.first()) else {
        return false;
    };
    let [label, value, ..] = row.segments[..] else {
        return false;
    };
    let left = run.iter().map(|row| row.segments[0].x0);
    let left = left.fold(f64::INFINITY, f64::min);
    let widest = run.iter().map(|row| row.segments[0].length());
    let widest = widest.fold(0.0, f64::max);
    let is_inside = |row: &Ragged| {
        let source = &text[row.segments[0].span.range()];
        row.segments[0].x1 <= value.x0
            && row.segments[0].x0 >= left - 1.0
            && row.segments[0].x0 < label.x1
            && label.x0 < row.segments[0].x1
            && !source.contains(['。', '，', '；', '：', ':'])
            && !source.contains(is_digit)
            && !source.starts_with(begins_other)
    };
    // What stands below the widest label may be the text that follows: where no other label
    // of the table goes on, only a known one does.
    let wraps = run.iter().skip(1).any(|row| row.segments.len() == 1);
    let goes_on = || {
        let (before, behind) = (&text[label.span.range()], piece.segments[0].span);
        let is_wide = label.length() >= widest * SHORT;
        // 卖 alone below 网上订外 is no text.
        let is_bit = pieces.len() == 1 && text[behind.range()].chars().count() <= BIT;
        (wraps || is_bit) && is_wide || is_known(&format!("{before}{}", &text[behind.range()]))
    };
    row.line + 1 == piece.line
        && pieces.iter().all(is_inside)
        && !is_numbered(&text[piece.segments[0].span.range()])
        && goes_on()
}

/// A sign that begins an item of a list or a note, and no piece of a label.
fn begins_other(c: char) -> bool {
    is_list_sign(c) || matches!(c, '◇' | '◆' | '-' | '*' | '#' | '>' | '|')
}

/// 第…, 一、, （一）: what begins a heading.
pub(super) fn is_numbered(text: &str) -> bool {
    const HAN: &str = "一二三四五六七八九十";
    let bare = text.trim_start_matches(['（', '(']);
    let number = bare.trim_start_matches(|c| HAN.contains(c));
    text.starts_with('第') || number.len() < bare.len() && number.starts_with(['、', '）', ')'])
}

fn is_label(segment: &Segment, columns: &[Column]) -> bool {
    let placed = place(&[*segment], columns, false);
    is_first(&placed) && segment.x1 <= columns[1].x0 + INDENT
}

/// Whether the first of the pieces of a line is in the first column. A line of more pieces
/// than columns has a place for none.
fn is_first(placed: &[Placed]) -> bool {
    placed.first().is_some_and(|placed| placed.column == 0)
}

/// The labels of a run and how they stand.
struct Labels<'r> {
    text: &'r str,
    run: &'r [Ragged],
    columns: &'r [Column],
    /// How wide the widest is.
    widest: f64,
    /// Where they begin, if they begin in line.
    left: Option<f64>,
}

impl<'r> Labels<'r> {
    fn new(text: &'r str, run: &'r [Ragged], columns: &'r [Column]) -> Labels<'r> {
        let mut labels = Labels {
            text,
            run,
            columns,
            widest: 0.0,
            left: None,
        };
        let all: Vec<Segment> = (0..run.len()).filter_map(|at| labels.label(at)).collect();
        let lengths = all.iter().map(|label| label.length());
        labels.widest = lengths.fold(0.0, f64::max);
        let left = all.iter().map(|label| label.x0);
        let left = left.fold(f64::INFINITY, f64::min);
        let in_line = all.iter().filter(|label| label.x0 < left + 1.0).count();
        let centers = all.iter().map(|label| label.center());
        let (first, last) = centers.fold((f64::INFINITY, 0.0), |(first, last), center| {
            (f64::min(first, center), f64::max(last, center))
        });
        // Labels of one width stand in line in whatever way they are set.
        let is_set_left = in_line * 3 >= all.len() && last - first >= 1.0;
        labels.left = is_set_left.then_some(left);
        labels
    }

    /// The label of a line, or the piece of one.
    fn label(&self, at: usize) -> Option<Segment> {
        let segments = &self.run[at].segments;
        let first = *segments.first()?;
        let placed = place(segments, self.columns, false);
        is_first(&placed).then_some(first)
    }

    /// The first rows from `from` on that have a label and values, without a piece
    /// between them.
    fn rows(&self, from: usize) -> impl Iterator<Item = Segment> + '_ {
        (from..self.run.len())
            .take_while(|&at| self.run[at].segments.len() > 1)
            .map_while(|at| self.label(at))
    }

    /// Shares pieces out to the rows beside them.
    fn share(&self, pieces: Range<usize>, header: usize, owners: &mut Owners) {
        let is_last = pieces.end == self.run.len();
        let above = self.label(pieces.start - 1);
        let below = (!is_last).then(|| self.label(pieces.end)).flatten();
        let mut give = |at: usize, owner: Owner| {
            owners.of.insert(at, owner);
        };
        let is_under_header = pieces.start < header;
        match (above, below) {
            (Some(above), None) if is_last => {
                let piece = self.run[pieces.start].segments[0];
                if self.join((pieces.start - 1, above), (pieces.start, piece)) <= 0.0 {
                    owners.doubtful.push(pieces.clone());
                }
                pieces.for_each(|at| give(at, Owner::Above));
            }
            // Two labels of two lines, each around its values.
            (None, None) if !is_last && pieces.len().is_multiple_of(2) => {
                let half = pieces.start + pieces.len() / 2;
                for at in pieces {
                    give(
                        at,
                        if at < half {
                            Owner::Above
                        } else {
                            Owner::Below
                        },
                    );
                }
            }
            (_, Some(below)) if above.is_some() || is_under_header => {
                let heading = pieces.end - 1;
                if self.heads_rows(heading, above.filter(|_| !is_under_header)) {
                    pieces.for_each(|at| {
                        give(
                            at,
                            if at == heading {
                                Owner::Itself
                            } else {
                                Owner::Above
                            },
                        );
                    });
                    return;
                }
                let mut lines: Vec<Option<(usize, Segment)>> = Vec::new();
                lines.push(above.map(|above| (pieces.start - 1, above)));
                lines.extend(
                    pieces
                        .clone()
                        .map(|at| Some((at, self.run[at].segments[0]))),
                );
                lines.push(Some((pieces.end, below)));
                let joins: Vec<f64> = lines
                    .windows(2)
                    .map(|pair| match (pair[0], pair[1]) {
                        (Some(x), Some(y)) => self.join(x, y),
                        // The heading of the labels may stand right above them.
                        _ => 0.0,
                    })
                    .collect();
                if let ([first, last], true) = (&joins[..], above.is_some()) {
                    let piece = self.run[pieces.start].segments[0].span;
                    let most = first.max(*last);
                    // A label that is whole may have lost its values.
                    if most <= APART || most < CLEARLY && is_known(&self.text[piece.range()]) {
                        give(pieces.start, Owner::Itself);
                        owners
                            .uncertain
                            .extend((most > 2.0 * APART).then_some(piece));
                        return;
                    }
                }
                let mut order: Vec<usize> = (0..joins.len()).collect();
                order.sort_by(|a, b| joins[*a].total_cmp(&joins[*b]));
                let most = joins.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let is_clear = joins[order[1]] - joins[order[0]] >= CLEARLY
                    && (most > LITTLE || order[0] == 0);
                // What is as likely either way goes on, as it mostly does.
                let cut = if is_clear { order[0] } else { joins.len() - 1 };
                for (index, at) in pieces.clone().enumerate() {
                    give(at, Owner::before(index < cut));
                }
                if !is_clear && above.is_some() {
                    owners.doubtful.push(pieces);
                }
            }
            _ => {}
        }
    }

    /// Whether a piece heads rows: all near it stand further to the right, and more
    /// than one does, as more than the end of its own label would.
    fn heads_rows(&self, piece: usize, above: Option<Segment>) -> bool {
        let x0 = self.run[piece].segments[0].x0;
        let center = self.run[piece].segments[0].center();
        let is_right =
            |label: &Segment| label.x0 >= x0 + INDENT && (label.center() - center).abs() > 0.5;
        let mut rows = self.rows(piece + 1).take(2);
        let (first, second) = (rows.next(), rows.next());
        first.is_some_and(|first| is_right(&first))
            && above.is_none_or(|above| is_right(&above))
            && match second {
                Some(second) => is_right(&second),
                None => above.is_some(),
            }
            && self.left.is_some()
    }

    /// How much speaks for that what stands on one line goes on on the next.
    fn join(&self, x: (usize, Segment), y: (usize, Segment)) -> f64 {
        const STRONGLY: f64 = 4.0;
        let ((above, x), (below, y)) = (x, y);
        let (before, behind) = (&self.text[x.span.range()], &self.text[y.span.range()]);
        let mut sum = 0.0;
        if self.run[above].line + 1 < self.run[below].line {
            sum -= STRONGLY;
        }
        if behind.starts_with("其中") {
            sum -= STRONGLY;
        }
        let opened = before.matches(['（', '(']).count() > before.matches(['）', ')']).count();
        let goes_on = before.ends_with(['、', '/', '及', '和', '与', '的', '-', '—', '“', '·'])
            || behind.starts_with(['）', ')', '、', '/', '及', '”', '·', '（', '(']);
        if opened || goes_on {
            sum += STRONGLY;
        }
        if let Some(left) = self.left {
            match y.x0 - x.x0 {
                right if right >= INDENT && x.x0 < left + 1.0 => sum += INDENT,
                right if right <= -INDENT => sum -= INDENT,
                _ => {}
            }
        }
        if x.length() + first_length(behind) > self.widest {
            sum += 0.5;
        } else if x.length() < self.widest * SHORT {
            sum -= 2.0;
        }
        if is_known(&format!("{before}{behind}")) {
            return sum + STRONGLY;
        }
        sum - 2.0 * f64::from(u8::from(is_known(before)) + u8::from(is_known(behind)))
    }
}

fn is_known(label: &str) -> bool {
    catalog::is_row_label(&without_marks(label))
}

/// How wide what cannot be parted is at the start of a text.
fn first_length(text: &str) -> f64 {
    let is_word = |c: char| c.is_ascii_graphic();
    let word = text.find(|c| !is_word(c)).unwrap_or(text.len());
    match text[..word].is_empty() {
        true => text
            .chars()
            .next()
            .map_or(0.0, |c| width(c.encode_utf8(&mut [0; 4]))),
        false => width(&text[..word]),
    }
}
