//! The foot of a page: numbers in sequence, each with its text.

use std::ops::Range;

use super::PlainFootnote;
use super::label::{Label, unquoted};
use super::piece::hangs;
use crate::document::Line;
use crate::document::columns::is_caption;
use crate::document::number::{address, page_number};
use crate::grammar::numeral;

/// The footnotes of a page.
pub(super) struct Foot {
    pub footnotes: Vec<PlainFootnote>,
    /// Whether the number of the first is close to its text.
    pub is_close: bool,
}

impl Foot {
    pub fn numbers(&self) -> Vec<u32> {
        self.footnotes.iter().map(|note| note.number).collect()
    }

    /// The first line of any of them.
    pub fn first_line(&self) -> usize {
        let lines = self.footnotes.iter().flat_map(|note| &note.lines);
        lines.copied().min().unwrap_or(0)
    }

    /// Whether their texts are what footnotes say: addresses, sources and
    /// whole sentences.
    pub fn names_sources(&self, text: &str) -> bool {
        let spans = self.footnotes.iter().flat_map(|note| &note.text);
        spans.map(|span| &text[span.range()]).any(|line| {
            line.contains("来源")
                || line.ends_with('。')
                || line
                    .char_indices()
                    .any(|(at, _)| address(&line[at..]).is_some())
        })
    }
}

impl Foot {
    /// Whether there are several, and each names its source; one alone has to
    /// begin with it and give its address.
    pub fn is_list_of_sources(&self, text: &str) -> bool {
        let lines = |note: &PlainFootnote| -> Vec<&str> {
            let lines = note.text.iter().map(|span| &text[span.range()]);
            lines.collect()
        };
        let gives_address = |note: &PlainFootnote| lines(note).iter().any(|l| l.contains("http"));
        let begins = |note: &PlainFootnote| lines(note)[0].contains("来源");
        match &self.footnotes[..] {
            [one] => begins(one) && gives_address(one),
            several => several.iter().all(|one| begins(one) || gives_address(one)),
        }
    }
}

/// The footnotes at the foot of a page: the lowest labels in sequence, from
/// the `expected` number on where it is among them.
pub(super) fn find(
    text: &str,
    lines: &[Line],
    in_grid: &[bool],
    page: &Range<usize>,
    labels: &[Label],
    expected: Option<u32>,
) -> Option<Foot> {
    /// More lines are no foot of a page.
    const DEEPEST: usize = 80;
    const TRIES: usize = 12;
    let bottom = page.end.saturating_sub(DEEPEST);
    let near = labels.partition_point(|label| label.line < bottom);
    let labels = &labels[near..];
    for last in (0..labels.len()).rev().take(TRIES) {
        let mut run = vec![labels[last]];
        for label in labels[..last].iter().rev() {
            let first = run[run.len() - 1].number;
            if label.number + 1 == first && expected != Some(first) {
                run.push(*label);
            }
        }
        run.reverse();
        let follows = labels[last].number + 1;
        if labels[last + 1..]
            .iter()
            .any(|label| label.number == follows)
        {
            continue;
        }
        // A number that the footnotes before have had is none of theirs.
        if expected.is_some_and(|expected| run[0].number < expected) {
            continue;
        }
        let top = first_line(text, lines, page, &run);
        let is_foot = |at: usize| {
            let line = &text[lines[at].span.range()];
            !in_grid[at] && !is_caption(line) && !line.starts_with(['◇', '|', '#'])
        };
        let end = end(text, lines, page, &run);
        if (top..end).all(is_foot)
            && let Some(footnotes) = texts(text, lines, top..end, page.start, &run)
        {
            let is_close = run[0].is_close;
            return Some(Foot {
                footnotes,
                is_close,
            });
        }
    }
    None
}

/// Where the foot ends: at the end of the page, at a number alone on its line
/// that is none of theirs, as plain `pdftotext` sets a page number, where a chapter
/// begins, or before the rows of a table that goes on.
///
/// Forced by `fixtures/chapter-below-footnotes` and `fixtures/rows-below-footnotes`.
fn end(text: &str, lines: &[Line], page: &Range<usize>, run: &[Label]) -> usize {
    let last = run[run.len() - 1].line;
    (last + 1..page.end)
        .find(|&at| {
            let line = &text[lines[at].span.range()];
            page_number(line).is_some() || is_chapter(line)
        })
        .or_else(|| rows(text, lines, last + 1..page.end))
        .unwrap_or(page.end)
}

/// The first of the lines that stand between the last sentence and two rows in columns.
fn rows(text: &str, lines: &[Line], below: Range<usize>) -> Option<usize> {
    /// White space that no sentence has twice.
    const GAP: &str = "   ";
    let line = |at: usize| &text[lines[at].span.range()];
    let is_row = |at: usize| {
        let cells = line(at).split(GAP).filter(|cell| !cell.trim().is_empty());
        cells.count() > 2 && !is_ended(line(at))
    };
    let mut filled = below.clone().filter(|&at| !lines[at].is_blank());
    let mut above = None;
    let first = filled.find(|&at| {
        let before = above.replace(at);
        is_row(at) && before.is_some_and(is_row)
    })?;
    let ended = (below.start - 1..first)
        .rev()
        .find(|&at| is_ended(line(at)))?;
    Some(ended + 1)
}

fn is_ended(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '>', '.'])
}

/// 第二章 互联网基础资源, alone on its line.
fn is_chapter(line: &str) -> bool {
    const LONGEST: usize = 40;
    let line = line.trim();
    let led = line.strip_prefix('第').and_then(|led| led.split_once('章'));
    led.is_some_and(|(number, title)| {
        let is_numeral = |c: char| numeral::may_have(c) || c == ' ';
        !number.is_empty()
            && number.chars().all(is_numeral)
            && title.chars().count() <= LONGEST
            && !title.contains(['。', '，', '；'])
    })
}

/// Parts a text that names no pages behind each run of footnotes: a sentence
/// ends there, and below white space no other footnote begins.
///
/// Forced by `fixtures/footnotes-amid-text`.
pub(super) fn parted(
    text: &str,
    lines: &[Line],
    labels: &[Label],
    whole: Range<usize>,
) -> Vec<Range<usize>> {
    let is_label = |at: usize| {
        let found = labels.binary_search_by_key(&at, |label| label.line);
        found.is_ok_and(|found| labels[found].has_text())
    };
    let mut parts = Vec::new();
    let mut start = whole.start;
    let mut is_open = false;
    for at in whole.clone().filter(|&at| !lines[at].is_blank()) {
        let above = at.checked_sub(1).filter(|&above| above >= start);
        let is_below_gap = above.is_none_or(|above| lines[above].is_blank());
        let last = (start..at).rev().find(|&above| !lines[above].is_blank());
        let is_ended = last.is_some_and(|last| is_ended(&text[lines[last].span.range()]));
        if is_label(at) {
            is_open |= is_below_gap;
        } else if is_open && is_below_gap && is_ended {
            parts.push(start..at);
            (start, is_open) = (at, false);
        }
    }
    parts.push(start..whole.end);
    parts
}

/// The first line of the foot: that of the first number, or the one above.
fn first_line(text: &str, lines: &[Line], page: &Range<usize>, run: &[Label]) -> usize {
    let first = run[0];
    let above = first
        .line
        .checked_sub(1)
        .filter(|&above| above >= page.start);
    match above {
        Some(above) if !lines[above].is_blank() && is_first_of(text, lines, page, first, above) => {
            above
        }
        _ => first.line,
    }
}

/// Whether the line above a lone number is the first of its footnote: that
/// line is indented and what stands below the number is not, or goes on where
/// the line above ended.
fn is_first_of(
    text: &str,
    lines: &[Line],
    page: &Range<usize>,
    label: Label,
    above: usize,
) -> bool {
    let indent = lines[label.line].x0;
    if label.rest.is_some() || indent == 0.0 {
        return false;
    }
    let below = (label.line + 1..page.end).find(|&at| !lines[at].is_blank());
    match below {
        None => lines[above].x0 > 0.0,
        Some(below) => {
            let (above, below) = (&lines[above], &lines[below]);
            hangs(text, above, below) || below.x0 <= indent && below.x0 < above.x0
        }
    }
}

/// Gives each number its lines; `None` when one has no text.
fn texts(
    text: &str,
    lines: &[Line],
    area: Range<usize>,
    top: usize,
    run: &[Label],
) -> Option<Vec<PlainFootnote>> {
    let is_indented = area.clone().any(|at| lines[at].x0 > 0.0);
    if !is_indented && run.iter().all(|label| label.rest.is_none()) {
        return by_paragraphs(text, lines, area, top, run);
    }
    let mut notes: Vec<PlainFootnote> = run
        .iter()
        .map(|label| PlainFootnote {
            number: label.number,
            label: label.digits,
            lines: vec![label.line],
            text: label.rest.into_iter().collect(),
        })
        .collect();
    let at_line = |at: usize| run.iter().position(|label| label.line == at);
    let mut open = 0;
    for at in area.clone().filter(|&at| !lines[at].is_blank()) {
        if let Some(label) = at_line(at) {
            open = label;
            continue;
        }
        // The line above the next number may be the first of that footnote.
        let next = run.get(open + usize::from(at > run[open].line));
        let takes =
            next.filter(|next| next.line == at + 1 && is_first_of(text, lines, &area, **next, at));
        let owner = takes.map_or(open, |next| next.number as usize - run[0].number as usize);
        notes[owner].lines.push(at);
        notes[owner].text.push(unquoted(text, lines[at].span));
    }
    for note in &mut notes {
        note.lines.sort_unstable();
    }
    notes
        .iter()
        .all(|note| says_something(text, note))
        .then_some(notes)
}

/// Numbers apart from their texts, as plain `pdftotext` may order them: where
/// there are as many paragraphs as numbers, they belong together in order. The
/// first may stand above its number, right under the running text.
fn by_paragraphs(
    text: &str,
    lines: &[Line],
    area: Range<usize>,
    top: usize,
    run: &[Label],
) -> Option<Vec<PlainFootnote>> {
    let mut paragraphs: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for at in area.clone().filter(|&at| !lines[at].is_blank()) {
        if run.iter().any(|label| label.line == at) {
            continue;
        }
        match paragraphs.last_mut() {
            Some(paragraph) if last == Some(at - 1) => paragraph.push(at),
            _ => paragraphs.push(vec![at]),
        }
        last = Some(at);
    }
    if paragraphs.len() + 1 == run.len() {
        paragraphs.insert(0, paragraph_above(text, lines, top..area.start)?);
    }
    if paragraphs.len() != run.len() {
        return None;
    }
    let notes: Vec<PlainFootnote> = run
        .iter()
        .zip(paragraphs)
        .map(|(label, paragraph)| {
            let spans = paragraph.iter().map(|&at| unquoted(text, lines[at].span));
            let text = spans.collect();
            let mut lines = paragraph;
            lines.push(label.line);
            lines.sort_unstable();
            PlainFootnote {
                number: label.number,
                label: label.digits,
                lines,
                text,
            }
        })
        .collect();
    notes
        .iter()
        .all(|note| says_something(text, note))
        .then_some(notes)
}

/// The lines right above the first number, up to a blank line or to one that
/// names a source.
fn paragraph_above(text: &str, lines: &[Line], above: Range<usize>) -> Option<Vec<usize>> {
    const LONGEST: usize = 6;
    let begins = |at: usize| {
        let line = &text[lines[at].span.range()];
        ["来源", "数据来源", "说明", "注"]
            .iter()
            .any(|word| line.starts_with(word))
    };
    let first = above.clone().rev().take(LONGEST).find(|&at| {
        !lines[at].is_blank() && (begins(at) || at > above.start && lines[at - 1].is_blank())
    })?;
    let paragraph: Vec<usize> = (first..above.end).collect();
    let is_whole = paragraph.iter().all(|&at| !lines[at].is_blank());
    is_whole.then_some(paragraph)
}

/// A footnote is more than a word or a number.
fn says_something(text: &str, note: &PlainFootnote) -> bool {
    const SHORTEST: usize = 4;
    let letters = note.text.iter().flat_map(|span| text[span.range()].chars());
    letters.filter(|c| c.is_alphabetic()).take(SHORTEST).count() == SHORTEST
}

#[cfg(test)]
mod tests {
    use super::super::label::labels;
    use super::*;
    use crate::document::text::text_to_document;

    #[test]
    fn a_text_is_parted_behind_footnotes_and_not_behind_page_numbers() {
        for (text, ends) in [
            ("甲¹。\n\n1 含租用的。\n\n乙。\n\n丙。", &[4, 7][..]),
            ("甲¹。\n\n1 含租用的。\n2 含在建的。\n\n乙。", &[5, 6]),
            ("甲¹。\n\n1 含租用的\n\n乙。", &[5]),
            ("甲¹。\n\n5\n\n第二章\n\n乙。\n\n丙。", &[9]),
        ] {
            let document = text_to_document(text.to_owned());
            let lines = document.lines();
            let whole = 0..lines.len();
            let in_grid = vec![false; lines.len()];
            let labels = labels(text, lines, &in_grid, whole.clone(), None);
            let parts = parted(text, lines, &labels, whole);
            let found: Vec<usize> = parts.iter().map(|part| part.end).collect();
            assert_eq!(found, ends, "{text}");
        }
    }
}
