//! Columns that stand before that of the row labels.

use super::header::is_unit_heading;
use super::matrix::{MatrixRow, is_value};
use crate::block::key;
use crate::catalog::wording;
use crate::logical::LogicalText;

/// Moves a column that counts the rows, or says what kind the label behind it is of,
/// behind the labels: 类型 | 应用, 序号 | 应用.
///
/// Forced by `fixtures/columns-before-labels`.
pub(super) fn behind_labels(parts: &mut [Vec<MatrixRow>]) {
    let is_led = parts.first().is_some_and(|rows| is_led(rows));
    if !is_led {
        return;
    }
    for row in parts.iter_mut().flatten().filter(|row| row.texts.len() > 1) {
        row.texts.swap(0, 1);
        row.is_from_above.swap(0, 1);
    }
}

/// Whether a heading is of a column that counts the rows: 序号.
pub fn counts_rows(heading: &str) -> bool {
    let heading = key(heading);
    wording().row_counts.has(&heading)
}

/// Whether a heading is of a column that may stand before the labels.
pub fn leads(heading: &str) -> bool {
    let heading = key(heading);
    counts_rows(&heading) || wording().leading.has(&heading)
}

fn is_led(rows: &[MatrixRow]) -> bool {
    let Some((first, below)) = rows.split_first() else {
        return false;
    };
    let is_of_units = is_unit_heading(first.texts.get(1).map_or("", LogicalText::text));
    if first.texts.len() < 3
        || !leads(first.texts[0].text())
        || first.texts[1].is_empty()
        || is_of_units
    {
        return false;
    }
    // Below the headings the labels are words, with values behind them.
    let mut body = below
        .iter()
        .filter(|row| row.texts[2..].iter().any(|text| is_value(text.text())))
        .map(|row| row.texts[1].text())
        .peekable();
    body.peek().is_some()
        && body.all(|label| !is_value(label) && label.chars().any(char::is_alphabetic))
}
