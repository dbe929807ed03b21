//! What a converter writes of the text in a picture: the labels and values of a chart.
//!
//! Forced by `fixtures/pictures-as-text`.

use super::columns::is_caption;
use super::{Line, Place};

const START: &str = "Start of picture text";
const END: &str = "End of picture text";

/// Says of the lines between the signs of a picture that a chart has them, if they have
/// no caption of a table.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    /// No chart has more lines.
    const LONGEST: usize = 200;
    if !text.contains(START) {
        return;
    }
    let source = |line: &Line| &text[line.span.range()];
    let mut at = 0;
    while at < lines.len() {
        let first = at + 1;
        if !source(&lines[at]).contains(START) {
            at = first;
            continue;
        }
        let near = &lines[first..lines.len().min(first + LONGEST)];
        // Where the next picture begins before this one ends, nothing tells what it has.
        let end = near
            .iter()
            .position(|line| source(line).contains(END) || source(line).contains(START))
            .filter(|&end| !source(&near[end]).contains(START));
        let Some(end) = end else {
            at = first;
            continue;
        };
        let inside = &mut lines[first..=first + end];
        let mut pieces = inside.iter().flat_map(|line| source(line).split("<br>"));
        let is_table = pieces.any(|piece| piece.starts_with(['表', '附']) && is_caption(piece));
        // A converter may take a page of text for a picture.
        let is_told = |line: &Line| {
            let mut pieces = source(line).split("<br>").map(str::trim);
            pieces.any(|piece| piece.starts_with('◇') || piece.ends_with('。'))
        };
        for line in inside.iter_mut().filter(|line| !is_table && !is_told(line)) {
            line.place = Place::Chart;
        }
        at = first + end + 1;
    }
}
