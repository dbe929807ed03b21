//! Columns of texts whose tool counted each character as one, however wide it is.

use super::close::parted;
use super::groups::in_wrapped_groups;
use super::{Ragged, column_count, columns, header_length};
use crate::document::Line;
use crate::document::text::width;

/// The lines with a character as wide as another before each segment, where they so
/// stand better below each other: `pdftotext -layout` prints what is behind Chinese
/// too far to the right. Where they stand as well either way, that is taken in which
/// the same headings come again under groups.
///
/// Forced by `fixtures/columns-by-character`.
pub(super) fn straightened(text: &str, lines: &[Line], run: Vec<Ragged>) -> Vec<Ragged> {
    /// By so much a segment.
    const CLEARLY: f64 = 0.1;
    const SURELY: f64 = 0.5;
    let by_character = |text: &str| text.chars().count() as f64;
    let narrow = parted(text, narrowed(text, lines, &run), by_character);
    let run = parted(text, run, width);
    let (Some(less), Some(more)) = (drift(&narrow), drift(&run)) else {
        return run;
    };
    let repeats = || (repeats(text, &narrow), repeats(text, &run));
    let is_narrow = match more - less {
        surely if surely.abs() > SURELY => surely > 0.0,
        better => match repeats() {
            (true, false) => true,
            (false, true) => false,
            _ => better > CLEARLY,
        },
    };
    if is_narrow { narrow } else { run }
}

/// Whether groups of headings show what they stand over.
fn repeats(text: &str, run: &[Ragged]) -> bool {
    let header = &run[..header_length(text, run)];
    column_count(run).is_some_and(|count| {
        let grouped = in_wrapped_groups(text, header, &columns(run, count));
        grouped.is_some_and(|grouped| grouped.repeats)
    })
}

fn narrowed(text: &str, lines: &[Line], run: &[Ragged]) -> Vec<Ragged> {
    let mut narrow = run.to_vec();
    for row in &mut narrow {
        let start = lines[row.line].span.start;
        for segment in &mut row.segments {
            let before = &text[start..segment.span.start];
            let excess = width(before) - before.chars().count() as f64;
            segment.x0 -= excess;
            segment.x1 -= excess;
        }
    }
    narrow
}

/// How far segments are from standing in line with columns: those of lines that have
/// all with their own, headings of others with the nearest.
fn drift(run: &[Ragged]) -> Option<f64> {
    let count = column_count(run)?;
    let columns = columns(run, count);
    let mut drifts = Vec::new();
    for row in run {
        let is_full = row.segments.len() == count;
        for (at, segment) in row.segments.iter().enumerate() {
            let own = &columns[if is_full { at..at + 1 } else { 0..count }];
            let near = own.iter().map(|column| column.drift(*segment));
            drifts.extend(near.reduce(f64::min));
        }
    }
    Some(drifts.iter().sum::<f64>() / drifts.len() as f64)
}
