//! Notes under tables, by the words or the sign they begin with.

use super::pattern;
use crate::document::plain::is_sign;
use crate::logical::LogicalText;

/// The marker of the note that a text begins, and where its words do: 注 1：…, * ….
///
/// Forced by `fixtures/marks-under-tables`.
pub fn note(text: &LogicalText) -> Option<(Option<String>, usize)> {
    let sign = |at: usize| {
        let mark = text.marks().iter().find(|mark| mark.at == at)?;
        is_sign(&mark.name).then(|| mark.name.clone())
    };
    let behind = |start: usize| start + label_end(&text.text()[start..]);
    match pattern::note(text.text()) {
        Some((marker, start)) => {
            let sign = sign(start).filter(|_| marker.is_none());
            let end = sign.as_ref().map_or(start, |_| behind(start));
            Some((marker.or(sign), end))
        }
        None => sign(0).map(|sign| (Some(sign), behind(0))),
    }
}

/// The length of the sign between the number of a footnote and its text:
/// `[^4]: `, `¹、`. A text may begin with a stop of its own: `.ADM.CN`.
pub fn label_end(text: &str) -> usize {
    let rest = text.trim_start_matches([':', '：', '、', ' ']);
    let rest = match rest.strip_prefix('.') {
        Some(after) if !after.starts_with(|c: char| c.is_ascii_alphanumeric()) => after,
        _ => rest,
    };
    text.len() - rest.trim_start().len()
}
