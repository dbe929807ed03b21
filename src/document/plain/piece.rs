//! Pieces of one printed line on lines of their own.
//!
//! `pdftotext` parts a line where the boxes of two punctuation marks overlap:
//! between `，` and `《`, say.

use crate::document::Line;
use crate::document::text::width;

/// Whether a line begins where the one above it ends, as `-layout` sets pieces.
/// It counts every character as one column.
pub(super) fn hangs(text: &str, above: &Line, line: &Line) -> bool {
    const OVERLAP: f64 = 3.0;
    if !overlaps(text, above, line) {
        return false;
    }
    let end = above.x0 + text[above.span.range()].chars().count() as f64;
    line.x0 > 0.0 && line.x0 <= end + 1.0 && line.x0 + OVERLAP >= end
}

/// Whether two lines are pieces of one: the lower hangs where the upper ends,
/// or, without indents, both together are as wide as the lines of the page.
pub(in crate::document) fn is_parted(text: &str, above: &Line, line: &Line, widest: f64) -> bool {
    const RAGGED: f64 = 4.0;
    if line.x0 > 0.0 {
        return hangs(text, above, line);
    }
    if !overlaps(text, above, line) {
        return false;
    }
    let before = &text[above.span.range()];
    let sum = width(before) + width(&text[line.span.range()]);
    !before.ends_with(['。', '！', '？']) || (sum - widest).abs() <= RAGGED
}

/// Whether the punctuation marks at the end of one line and the beginning of
/// the next leave half of their boxes empty.
fn overlaps(text: &str, above: &Line, line: &Line) -> bool {
    const CLOSING: [char; 11] = [
        '，', '。', '、', '；', '：', '）', '》', '”', '」', '！', '？',
    ];
    const OPENING: [char; 6] = ['《', '“', '（', '「', '【', '‘'];
    above.page == line.page
        && text[above.span.range()].ends_with(CLOSING)
        && text[line.span.range()].starts_with(OPENING)
}
