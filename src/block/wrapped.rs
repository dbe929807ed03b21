//! Captions that go on on the next line.

use super::look::{Look, marked};
use super::pattern::{self, CaptionKind};
use super::{Furniture, look};
use crate::document::Document;

/// Whether the caption at `at` goes on on the next line: under it stand words
/// that begin nothing else and end before the table. Where the line of the
/// caption is short, only a table right below tells.
///
/// Forced by `fixtures/wrapped-caption` and `fixtures/short-wrapped-captions`.
pub(super) fn goes_on(
    document: &Document,
    looks: &[Look],
    furniture: &[Option<Furniture>],
    at: usize,
) -> bool {
    const NARROWEST: f64 = 30.0;
    /// So many blank lines may part a caption from its table.
    const FURTHEST: usize = 3;
    let (line, Some(next)) = (looks[at].line, looks.get(at + 1)) else {
        return false;
    };
    let text = next.text.text();
    let in_grid = |at: usize| look::in_grid(document, at);
    let is_end = |at: usize| looks.get(at).is_none_or(Look::is_blank) || in_grid(at);
    let begins_other = || {
        next.is_bullet()
            || furniture[at + 1].is_some()
            || pattern::unit(text).is_some()
            || pattern::note(text).is_some()
            || pattern::source(text).is_some()
            || pattern::numbered(text).is_some()
            || pattern::caption(text).is_some()
    };
    let is_over_table = || {
        let below = (at + 2..looks.len())
            .take(FURTHEST)
            .find(|&at| !looks[at].is_blank());
        below.is_some_and(in_grid)
            && pattern::caption(&marked(&looks[at], document))
                .is_some_and(|caption| caption.kind == CaptionKind::Table)
    };
    next.line.page == line.page
        && pattern::is_title(text)
        && !begins_other()
        && !in_grid(at + 1)
        && is_end(at + 2)
        && (line.x1 - line.x0 >= NARROWEST || is_over_table())
}
