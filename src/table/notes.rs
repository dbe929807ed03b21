//! Which table a note belongs to, and which marks have none.

use super::{Note, Table};
use crate::document::number::is_digit;
use crate::document::plain::is_sign;
use crate::grammar::unit;
use crate::problem::{Problem, ProblemKind};

/// Gives a note to an earlier table when only that one has its mark: the notes
/// of two tables may be printed together under the second. The earlier table
/// then shares the source line as well.
///
/// Forced by `fixtures/notes-under-next-table`.
pub fn give_to_earlier_tables(tables: &mut [Table]) {
    /// How many tables have their notes together.
    const FURTHEST: usize = 8;
    for at in 1..tables.len() {
        let (earlier, rest) = tables.split_at_mut(at);
        let table = &mut rest[0];
        for other in earlier.iter_mut().rev().take(FURTHEST) {
            if table.notes.is_empty() {
                break;
            }
            if !other.notes.is_empty() || other.source.is_some() || other.kind != table.kind {
                break;
            }
            let has = |table: &Table, marker: &str| table.all_markers().any(|mark| mark == marker);
            let (theirs, ours) = std::mem::take(&mut table.notes)
                .into_iter()
                .partition(|note| {
                    let marker = note.marker.as_deref();
                    marker.is_some_and(|marker| has(other, marker) && !has(table, marker))
                });
            (other.notes, table.notes) = (theirs, ours);
            if !other.notes.is_empty() {
                other.source.clone_from(&table.source);
            }
        }
    }
}

/// 教育网注4, 中国移动（注3）: takes what a note of the table explains off the labels of rows, as
/// a mark.
///
/// Forced by `fixtures/marks-in-words`.
pub fn take_marks(table: &mut Table) {
    let notes = &table.notes;
    for row in &mut table.rows {
        let text = row.label.text();
        let inner = text.strip_suffix(['）', ')']);
        let led = inner.unwrap_or(text);
        let head = led.trim_end_matches(is_digit);
        let Some(named) = head.strip_suffix('注').filter(|_| head.len() < led.len()) else {
            continue;
        };
        let named = match inner {
            Some(_) => named.strip_suffix(['（', '(']),
            None => Some(named),
        };
        let marker = &led[head.len() - '注'.len_utf8()..];
        let is_explained = notes
            .iter()
            .any(|note| note.marker.as_deref() == Some(marker));
        let Some(end) = named
            .map(|named| named.trim_end().len())
            .filter(|end| *end > 0)
        else {
            continue;
        };
        let spans = row.label.spans(end..text.len());
        if let ([span], true) = (&spans[..], is_explained) {
            let marker = marker.to_owned();
            row.label = row.label.slice(0..end).with_mark(marker, *span);
        }
    }
}

/// 地址量注1: takes what a note of the table explains off the end of the title and of the
/// column headings, or before the unit behind a title, where a text tool flattened it.
///
/// Forced by `fixtures/marks-flattened-in-headings`.
pub fn take_marks_of_headings(table: &mut Table) {
    let notes = &table.notes;
    let (title, unit) = match table.title.rfind(['（', '(']) {
        Some(at) if table.title.ends_with(['）', ')']) => table.title.split_at(at),
        _ => (table.title.as_str(), ""),
    };
    if let Some((head, marker)) = bare_mark(title, notes) {
        table.title = format!("{head}{unit}");
        table.markers.push(marker);
    }
    for column in &mut table.columns {
        let Some(label) = &column.label else {
            continue;
        };
        let mut parts = Vec::new();
        for part in label.split(JOINED) {
            let Some((head, marker)) = bare_mark(part, notes) else {
                parts.push(part);
                continue;
            };
            // 地址量（个）注1
            let (head, unit) = unit::split_label(head);
            column.unit = unit.map(str::to_owned).or(column.unit.take());
            parts.push(head);
            if !column.markers.contains(&marker) {
                column.markers.push(marker);
            }
        }
        parts.retain(|part| !part.is_empty());
        let label = parts.join(JOINED);
        column.label = Some(label);
    }
}

/// What parts the rows of a heading.
const JOINED: &str = " / ";

/// What stands before 注1 at the end of a text, and the mark, if a note explains it.
fn bare_mark<'t>(text: &'t str, notes: &[Note]) -> Option<(&'t str, String)> {
    let led = text.trim_end_matches(is_digit);
    let head = led.strip_suffix('注').filter(|_| led.len() < text.len())?;
    let marker = &text[head.len()..];
    let head = head.trim_end();
    // 备注1, 关注1: words that end so.
    let is_word = head.ends_with(['备', '附', '关', '投', '标', '批']);
    let is_explained = notes
        .iter()
        .any(|note| note.marker.as_deref() == Some(marker));
    (is_explained && !is_word && !head.is_empty()).then(|| (head, marker.to_owned()))
}

/// Whether a mark is explained by a note of its table, and by no footnote: 注1, *.
pub fn has_note(mark: &str) -> bool {
    mark.starts_with('注') || is_sign(mark)
}

/// A mark 注 1 needs a note 注 1.
pub fn check(table: &Table, problems: &mut Vec<Problem>) {
    let mut missing: Vec<&str> = table
        .all_markers()
        .filter(|mark| has_note(mark))
        .filter(|mark| {
            !table
                .notes
                .iter()
                .any(|note| note.marker.as_deref() == Some(mark))
        })
        .collect();
    missing.sort_unstable();
    missing.dedup();
    for mark in missing {
        let message = format!(
            "{} has the mark {mark}, and no note explains it",
            table.label()
        );
        problems.push(Problem::new(
            ProblemKind::NoteMissing,
            message,
            table.spans.clone(),
        ));
    }
}
