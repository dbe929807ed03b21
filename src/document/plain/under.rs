//! Marks that a line right under their table explains: `105,963*` and below it
//! `* 不含港澳台。`, or `20,823,0371` and below it `1 含中文域名。`.
//!
//! A star begins the item of a list as well, and digits end many a number: both are marks
//! only where a caption, heading, label or cell of the table above ends in them.
//!
//! Forced by `fixtures/marks-under-tables`.

use std::ops::Range;

use super::label::{begins_close, begins_text};
use super::mark::is_han;
use super::{Doubt, Plain, PlainFootnote};
use crate::document::columns::is_caption;
use crate::document::grid::Grid;
use crate::document::number::{is_digit, page_number, superscript};
use crate::document::{Line, begins_source};
use crate::span::Span;

/// The signs that notes are marked with.
const SIGNS: [char; 4] = ['*', '＊', '†', '‡'];

/// Whether notes are marked with a character.
pub(crate) fn is_sign_character(c: char) -> bool {
    SIGNS.contains(&c)
}

/// Whether a mark is of signs alone: `*`, `**`, `†`.
pub(crate) fn is_sign(name: &str) -> bool {
    (1..=3).contains(&name.chars().count()) && name.chars().all(|c| SIGNS.contains(&c))
}

/// A line under a table, or a row at its end, that begins as a note does.
#[derive(Clone, Debug)]
struct Label {
    /// Index of its line.
    line: usize,
    /// The sign or digits.
    span: Span,
    /// What stands behind, on this line and those it is wrapped over.
    text: Vec<Span>,
    lines: Vec<usize>,
}

/// Takes the marks and notes of each table; and the footnotes in plain digits under it,
/// unless the rise of their marks has told them.
pub(super) fn take(
    plain: &mut Plain,
    text: &str,
    lines: &[Line],
    grids: &[Grid],
    are_digits_told: bool,
) {
    let feet = plain.lines();
    let mut footnotes: Vec<PlainFootnote> = Vec::new();
    let mut found: Vec<Span> = Vec::new();
    // Where the table begins that the grid is of, and its pieces.
    let mut pieces: Vec<Span> = Vec::new();
    let mut before = 0;
    for (at, grid) in grids.iter().enumerate() {
        let above = (before..grid.lines.start).rev();
        let above: Vec<usize> = above.take(ABOVE).collect();
        before = grid.lines.end;
        let caption = above
            .iter()
            .position(|&at| is_caption(bare(&text[lines[at].span.range()])));
        if let Some(caption) = caption {
            pieces = above[..=caption].iter().map(|&at| lines[at].span).collect();
        }
        let own = grid.rows.iter().flat_map(|row| &row.cells);
        pieces.extend(own.flat_map(|cell| &cell.spans));
        let end = grids
            .get(at + 1)
            .map_or(lines.len(), |next| next.lines.start);
        let mut labels = rows(text, grid);
        labels.extend(below(text, lines, grid.lines.end..end));
        labels.retain(|label| !feet.contains(&label.line));
        let (digits, signs): (Vec<Label>, Vec<Label>) = labels
            .into_iter()
            .partition(|label| text[label.span.range()].starts_with(is_digit));
        let mut known: Vec<String> = Vec::new();
        for label in signs {
            // Further lines with the same sign are a list.
            let sign = name(text, label.span);
            if known.contains(&sign) {
                break;
            }
            known.push(sign);
            let further = label.text.iter().flat_map(|span| behind_stops(text, *span));
            for span in std::iter::once(label.span).chain(further) {
                let sign = name(text, span);
                let marks = signs_of(text, &pieces, grid.is_drawn, &sign);
                if !marks.is_empty() || is_raised(text, &pieces, &sign) {
                    found.extend(marks);
                    found.push(span);
                }
            }
        }
        if are_digits_told || digits.is_empty() {
            continue;
        }
        let digits = digits_of(text, grid, &pieces, digits, &mut plain.doubts);
        found.extend(digits.iter().flat_map(|(_, marks)| marks));
        footnotes.extend(digits.into_iter().map(|(label, _)| PlainFootnote {
            number: text[label.span.range()].parse().unwrap_or(0),
            label: label.span,
            lines: label.lines,
            text: label.text,
        }));
    }
    if !footnotes.is_empty() {
        plain.footnotes.extend(footnotes);
        plain
            .footnotes
            .sort_by_key(|note| note.lines.first().copied());
        plain
            .doubts
            .sort_by_key(|doubt| doubt.places.first().map(|place| place.start));
    }
    plain.take(found);
}

/// How many lines above a grid its caption may begin.
const ABOVE: usize = 6;

/// A line without the signs that Markdown sets before it.
fn bare(line: &str) -> &str {
    line.trim_start_matches(['#', '*', ' ', '>'])
}

/// The signs of further notes on a line: * …。** …
fn behind_stops(text: &str, line: Span) -> Vec<Span> {
    let source = &text[line.range()];
    let stops = source.match_indices(['。', '；']);
    let signs = stops.filter_map(|(at, stop)| {
        let rest = source[at + stop.len()..].trim_start();
        let start = line.end - rest.len();
        let length = label(rest).filter(|_| signs(rest) > 0)?;
        Some(Span::new(start, start + length))
    });
    signs.collect()
}

/// What a sign says without the strokes that Markdown has before it.
fn name(text: &str, span: Span) -> String {
    text[span.range()].replace('\\', "").replace('＊', "*")
}

/// The length of the signs at the start, each behind a stroke or none.
fn signs(text: &str) -> usize {
    let mut rest = text;
    loop {
        let after = rest.strip_prefix('\\').unwrap_or(rest);
        match after.strip_prefix(SIGNS) {
            Some(after) => rest = after,
            None => return text.len() - rest.len(),
        }
    }
}

/// The length of the mark that a line begins with as a note does: with words behind it
/// that no further sign ends, as emphasis would.
fn label(line: &str) -> Option<usize> {
    let length = signs(line);
    if length > 0 {
        let rest = line[length..].trim_start_matches([' ', ':', '：', '\u{3000}']);
        let is_note = rest
            .starts_with(|c: char| is_han(c) || c.is_alphabetic() || "“《（(".contains(c))
            && !rest.trim_end_matches('|').trim_end().ends_with(SIGNS);
        return (is_note && is_sign(&line[..length].replace('\\', ""))).then_some(length);
    }
    let length = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[length..].trim_start_matches([' ', '\u{3000}']);
    // 5G and 60岁 begin a paragraph.
    let begins = match length + rest.len() == line.len() {
        true => begins_close(rest),
        false => begins_text(rest),
    };
    let is_note =
        (1..=2).contains(&length) && !line.starts_with('0') && begins && !rest.starts_with(is_stop);
    is_note.then_some(length)
}

/// 1. and 1、 count the items of a list.
fn is_stop(c: char) -> bool {
    ".．、,，)）:：%％".contains(c)
}

/// The rows of a grid with one filled cell, or several that say the same, behind the last
/// row of several: `<td colspan=3>* 不含港澳台。</td>`.
fn rows(text: &str, grid: &Grid) -> Vec<Label> {
    let mut found = Vec::new();
    for row in grid.rows.iter().rev() {
        let cells = row.cells.iter().filter(|cell| !cell.spans.is_empty());
        let mut cells: Vec<&[Span]> = cells.map(|cell| &cell.spans[..]).collect();
        cells.dedup_by(|next, cell| text[next[0].range()] == text[cell[0].range()]);
        let [[first, ..]] = cells[..] else { break };
        let source = &text[first.range()];
        // A digit may be the label of a row.
        if let Some(length) = label(source).filter(|_| signs(source) > 0) {
            found.push(Label {
                line: grid.lines.start,
                span: Span::new(first.start, first.start + length),
                text: Vec::new(),
                lines: Vec::new(),
            });
        }
    }
    found
}

/// The lines right under a grid that begin as notes do, other notes and sources between.
fn below(text: &str, lines: &[Line], area: Range<usize>) -> Vec<Label> {
    const FURTHEST: usize = 24;
    let mut found: Vec<Label> = Vec::new();
    let mut is_open = false;
    for at in area.take(FURTHEST) {
        let line = lines[at].span;
        let source = &text[line.range()];
        if source.is_empty() {
            is_open = false;
        } else if let Some(length) = label(source) {
            let behind = Span::new(line.start + length, line.end);
            found.push(Label {
                line: at,
                span: Span::new(line.start, line.start + length),
                text: vec![behind.trimmed(text)],
                lines: vec![at],
            });
            is_open = true;
        } else if begins_note(source) {
            found.extend(in_note(text, line).map(|span| Label {
                line: at,
                span,
                text: Vec::new(),
                lines: Vec::new(),
            }));
            is_open = false;
        } else if begins_source(bare(source)) || page_number(source).is_some() {
            is_open = false;
        } else if is_open && let Some(last) = found.last_mut().filter(|last| !is_ended(text, last))
        {
            last.text.push(line);
            last.lines.push(at);
        } else {
            break;
        }
    }
    found
}

fn is_ended(text: &str, label: &Label) -> bool {
    let last = label.text.last().map_or("", |span| &text[span.range()]);
    last.ends_with(['。', '！', '；', '>', '.'])
}

/// 注：, 说明：, Note:
fn begins_note(line: &str) -> bool {
    const NAMES: [&str; 6] = ["注", "备注", "说明", "注释", "Note", "Notes"];
    line.split_once(['：', ':'])
        .is_some_and(|(name, _)| NAMES.contains(&name.trim()))
}

/// The sign that 注：* 不含… begins with, or that 注：带 * 的… names.
fn in_note(text: &str, line: Span) -> Option<Span> {
    let source = &text[line.range()];
    let (at, _) = source.match_indices(SIGNS).next()?;
    let at = at - usize::from(source[..at].ends_with('\\'));
    let length = signs(&source[at..]);
    let around = |c: char| c.is_ascii_alphanumeric();
    let is_word = source[..at].ends_with(around) && source[at + length..].starts_with(around);
    let span = Span::new(line.start + at, line.start + at + length);
    (!is_word && is_sign(&name(text, span))).then_some(span)
}

/// Whether a piece of a table has a sign as markup raises it, which is read as a mark
/// without a note.
fn is_raised(text: &str, pieces: &[Span], sign: &str) -> bool {
    let ways = [
        format!("<sup>{sign}</sup>"),
        format!("^{{{sign}}}"),
        format!("^{sign}^"),
    ];
    let mut pieces = pieces.iter().map(|piece| &text[piece.range()]);
    pieces.any(|piece| ways.iter().any(|way| piece.contains(way.as_str())))
}

/// The places where pieces of a table end in a sign, or have it before a bracket.
fn signs_of(text: &str, pieces: &[Span], is_drawn: bool, sign: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for piece in pieces {
        let source = &text[piece.range()];
        // The signs of this length: an even number of them sets what is between them off.
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(next) = source[at..].find(|c| c == '\\' || SIGNS.contains(&c)) {
            let start = at + next;
            let length = signs(&source[start..]).max(1);
            let run = Span::new(piece.start + start, piece.start + start + length);
            if name(text, run) == sign {
                runs.push(start..start + length);
            }
            at = start + length;
        }
        let Some(run) = runs.last().filter(|_| runs.len() % 2 == 1) else {
            continue;
        };
        let (before, behind) = (
            source[..run.start].trim_end(),
            source[run.end..].trim_start(),
        );
        // A raised sign may stand on a line of its own, which columns show.
        let is_behind = before.ends_with(|c: char| c.is_alphanumeric() || "%％）)”》".contains(c))
            || before.is_empty() && behind.is_empty() && !is_drawn;
        let ends = behind.is_empty() || behind.starts_with(['（', '(', '<']);
        if is_behind && ends {
            found.push(Span::new(piece.start + run.start, piece.start + run.end));
        }
    }
    found
}

/// The labels that are footnotes, with the marks of each: numbers in sequence, one of
/// them at least at a place where no other number can stand.
fn digits_of(
    text: &str,
    grid: &Grid,
    pieces: &[Span],
    labels: Vec<Label>,
    doubts: &mut Vec<Doubt>,
) -> Vec<(Label, Vec<Span>)> {
    let number = |label: &Label| text[label.span.range()].parse::<u32>().ok();
    let in_sequence = labels
        .windows(2)
        .all(|pair| number(&pair[0]).map(|number| number + 1) == number(&pair[1]));
    let found: Vec<Marks> = labels
        .iter()
        .map(|label| marks_of(text, grid, pieces, &text[label.span.range()]))
        .collect();
    if !in_sequence || !found.iter().any(Marks::is_sure) {
        return Vec::new();
    }
    let with_marks = labels.into_iter().zip(found).map(|(label, marks)| {
        let chosen = match (&marks.sure[..], &marks.likely[..]) {
            ([], [one]) if !marks.is_raised => vec![*one],
            (sure, _) => sure.to_vec(),
        };
        if chosen.is_empty() && !marks.is_raised {
            let has_candidates = !marks.likely.is_empty();
            doubts.push(Doubt {
                number: number(&label).unwrap_or(0),
                places: match has_candidates {
                    true => marks.likely,
                    false => vec![label.span],
                },
                has_candidates,
            });
        }
        (label, chosen)
    });
    with_marks.collect()
}

/// Where a footnote in plain digits may be marked.
#[derive(Default)]
struct Marks {
    /// No number can stand there.
    sure: Vec<Span>,
    /// It ends a word.
    likely: Vec<Span>,
    /// Whether it is raised somewhere, and read as a mark without its footnote.
    is_raised: bool,
}

impl Marks {
    fn is_sure(&self) -> bool {
        self.is_raised || !self.sure.is_empty()
    }
}

fn marks_of(text: &str, grid: &Grid, pieces: &[Span], digits: &str) -> Marks {
    /// More are none of one footnote.
    const MOST: usize = 8;
    let raised = grid
        .marks
        .iter()
        .filter(|mark| &text[mark.range()] == digits);
    let mut marks = Marks {
        sure: raised.copied().collect(),
        ..Marks::default()
    };
    let ways = raisings(digits);
    for piece in pieces {
        let source = &text[piece.range()];
        // Before the brackets of a unit, or at the end.
        let end = source
            .rfind(['（', '('])
            .filter(|_| source.ends_with(['）', ')']));
        let source = source[..end.unwrap_or(source.len())].trim_end();
        let raised = ways
            .iter()
            .find_map(|way| source.strip_suffix(way.as_str()));
        // The 5 of ¹⁵ is none of its own.
        let is_whole = |before: &str| !before.ends_with(|c| c == 'm' || superscript(c).is_some());
        marks.is_raised |= raised.is_some_and(is_whole);
        let Some(before) = source.strip_suffix(digits) else {
            continue;
        };
        let end = piece.start + source.len();
        let span = Span::new(end - digits.len(), end);
        if marks.sure.contains(&span) || marks.sure.len() + marks.likely.len() > MOST {
            continue;
        }
        let is_word = before.ends_with(|c: char| is_han(c) && !"第图表注".contains(c));
        if ends_group(before)
            || before.ends_with(['%', '％', '）', ')', '”', '》'])
            || is_word && !is_counted(text, pieces, before, digits)
        {
            marks.sure.push(span);
        } else if is_word || before.ends_with(|c: char| c.is_ascii_alphabetic()) {
            marks.likely.push(span);
        }
    }
    marks
}

/// The ways to raise digits: ², ^2^, ^{2}, <sup>2</sup>.
fn raisings(digits: &str) -> [String; 5] {
    let sign = |digit: char| {
        "⁰¹²³⁴⁵⁶⁷⁸⁹"
            .chars()
            .nth(digit.to_digit(10).unwrap_or(0) as usize)
    };
    [
        digits.chars().filter_map(sign).collect(),
        format!("^{digits}^"),
        format!("^{{{digits}}}"),
        format!("^{{{digits}}}$"),
        format!("<sup>{digits}</sup>"),
    ]
}

/// Whether other digits stand behind the same words: 方案1, 方案2.
fn is_counted(text: &str, pieces: &[Span], before: &str, digits: &str) -> bool {
    let rest = |piece: &Span| text[piece.range()].strip_prefix(before);
    let mut rests = pieces.iter().filter_map(rest);
    rests.any(|rest| rest.starts_with(is_digit) && !rest.starts_with(digits))
}

/// Whether a number ends here whose last group is whole: digits behind it are none of its.
fn ends_group(before: &str) -> bool {
    let number = before.rsplit(|c: char| !is_digit(c) && c != ',').next();
    let mut groups = number.unwrap_or_default().split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    (1..=3).contains(&first.len()) && !rest.is_empty() && rest.iter().all(|group| group.len() == 3)
}
