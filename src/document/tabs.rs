//! Grids whose columns are parted by tabs.

use super::grid::{Grid, Row};
use super::number;
use super::{Line, begins_source, is_list_sign};
use crate::span::Span;

/// Consecutive lines with tabs become a grid.
pub fn lines_to_grids(text: &str, lines: &[Line]) -> Vec<Grid> {
    let mut grids = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if !begins(text, lines, at) {
            at += 1;
            continue;
        }
        let start = at;
        let mut rows = Vec::new();
        while let Some(line) = lines.get(at) {
            let cells = cells(text, line);
            if line.is_blank()
                || cells.len() < 2
                || is_apart(text, &cells)
                || begins_source(&text[line.span.range()])
                || line.page != lines[start].page
            {
                break;
            }
            rows.push(Row::of_spans(text, cells));
            at += 1;
        }
        grids.push(Grid::new(start..at, rows));
    }
    grids
}

/// Whether a grid begins: with two cells with text, or with a heading behind an
/// empty cell over a row of as many. A paragraph indented by a tab begins none.
fn begins(text: &str, lines: &[Line], at: usize) -> bool {
    let filled = |cells: &[Span]| cells.iter().filter(|cell| !cell.is_empty()).count();
    // Most lines have no tab, before their words or behind them.
    let is_flush = lines[at].x0 == 0.0;
    if is_flush && !text[lines[at].span.range()].contains('\t') {
        return false;
    }
    let first = cells(text, &lines[at]);
    if is_apart(text, &first) || begins_source(&text[lines[at].span.range()]) {
        return false;
    }
    let below = || {
        lines
            .get(at + 1)
            .map_or(Vec::new(), |line| cells(text, line))
    };
    match filled(&first) {
        0 => false,
        // 单位：万人 at the right edge stands above a table, unless values follow it.
        1 if first
            .iter()
            .any(|cell| text[cell.range()].starts_with("单位"))
            && !below()
                .iter()
                .any(|cell| text[cell.range()].starts_with(number::is_digit)) =>
        {
            false
        }
        1 => first.len() > 1 && below().len() == first.len() && filled(&below()) > 1,
        _ => true,
    }
}

/// Whether the tabs of a line part no columns: they indent it, or stand behind its label.
fn is_apart(text: &str, cells: &[Span]) -> bool {
    is_list_item(text, cells) || is_labelled(text, cells) || is_paragraph(text, cells)
}

/// Whether a tab stands behind the label of a heading, caption or footnote, as a word
/// processor sets the numbers it gives itself: 第一章⇥基础资源, 表 1⇥网民规模, ¹⇥来源….
///
/// Forced by `fixtures/tabs-behind-labels`.
fn is_labelled(text: &str, cells: &[Span]) -> bool {
    let empty = cells.iter().take_while(|cell| cell.is_empty()).count();
    let [label, title] = &cells[empty..] else {
        return false;
    };
    let is_worded = text[title.range()].chars().any(char::is_alphabetic);
    is_worded && is_label(&text[label.range()])
}

/// 第一章, 一、, （一）, 1., 1.1, 附录一, 表 1, 附表 2, ¹, [1].
fn is_label(label: &str) -> bool {
    let is_han = |text: &str| !text.is_empty() && text.chars().all(|c| HAN.contains(c));
    let is_number = |text: &str| {
        text.starts_with(number::is_digit)
            && text.ends_with(number::is_digit)
            && text
                .chars()
                .all(|c| number::is_digit(c) || "-.．－".contains(c))
    };
    const HAN: &str = "一二三四五六七八九十百";
    const KINDS: [&str; 6] = ["附表", "附图", "表", "图", "Table", "Figure"];
    let within = |open: &[char], close: &[char]| label.strip_prefix(open)?.strip_suffix(close);
    let chapter = || within(&['第'], &['章', '编', '篇']);
    let behind = |words: &[&str]| {
        let rest = words.iter().find_map(|word| label.strip_prefix(word))?;
        Some(rest.trim())
    };
    chapter().is_some_and(|inner| is_han(inner.trim()) || is_number(inner.trim()))
        || label
            .strip_suffix(['、', '.', '．'])
            .is_some_and(|inner| is_han(inner) || is_number(inner))
        || within(&['（', '('], &['）', ')']).is_some_and(is_han)
        || within(&['['], &[']']).is_some_and(is_number)
        || behind(&["附录"]).is_some_and(|inner| is_han(inner) || is_number(inner))
        || behind(&KINDS).is_some_and(is_number)
        || !label.is_empty() && label.chars().all(|c| number::superscript(c).is_some())
}

/// Whether tabs only indent a sentence.
///
/// Forced by `fixtures/tabs-behind-labels`.
fn is_paragraph(text: &str, cells: &[Span]) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    let last = cells.last();
    filled.next() == last
        && cells.len() > 1
        && last.is_some_and(|cell| {
            let text = &text[cell.range()];
            text.contains('，') && text.ends_with(['。', '；'])
        })
}

/// Whether a tab parts nothing but the sign of a list item from its text.
///
/// Forced by `fixtures/bullets-forms`.
fn is_list_item(text: &str, cells: &[Span]) -> bool {
    const SIGNS: &str = "◇◆◊❖•·-*+–—－−";
    let [sign, item] = cells else {
        return false;
    };
    let sign = &text[sign.range()];
    !sign.is_empty()
        && sign
            .chars()
            .all(|c| SIGNS.contains(c) || is_list_sign(c) || c == ' ' || c == '\u{200b}')
        && !text[item.range()].starts_with(|c: char| number::is_digit(c) || c == '-')
}

/// The slices between tabs, from the start of the physical line: a leading
/// tab is an empty first cell.
fn cells(text: &str, line: &Line) -> Vec<Span> {
    let start = text[..line.span.start]
        .rfind(|c| c != '\t' && c != ' ')
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
    let mut from = start;
    let mut cells = Vec::new();
    for (at, _) in text[start..line.span.end].match_indices('\t') {
        cells.push(Span::new(from, start + at).trimmed(text));
        from = start + at + 1;
    }
    cells.push(Span::new(from, line.span.end).trimmed(text));
    cells
}
