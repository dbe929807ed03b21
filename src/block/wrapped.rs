//! Captions that go on on the next line, or stand there.

use super::look::{Look, marked};
use super::pattern::{self, Caption, CaptionKind};
use super::{Furniture, look};
use crate::catalog::wording;
use crate::document::Document;
use crate::logical::is_han;

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
    let in_grid = |at: usize| look::in_grid(document, at);
    let is_end = |at: usize| looks.get(at).is_none_or(Look::is_blank) || in_grid(at);
    let is_over_table = || {
        let below = (at + 2..looks.len())
            .take(FURTHEST)
            .find(|&at| !looks[at].is_blank());
        below.is_some_and(in_grid)
            && pattern::caption(&marked(&looks[at], document))
                .is_some_and(|caption| caption.kind == CaptionKind::Table)
    };
    next.line.page == line.page
        && is_words_of_title(next, furniture[at + 1])
        && !in_grid(at + 1)
        && is_end(at + 2)
        && (line.x1 - line.x0 >= NARROWEST || is_over_table())
}

/// The table whose label, 表 5, stands alone on the line at `at`, and the line of its
/// title, with nothing but blank lines between the two and the table.
///
/// Forced by `fixtures/titles-below-labels`.
pub(super) fn titled_below(
    document: &Document,
    looks: &[Look],
    furniture: &[Option<Furniture>],
    at: usize,
) -> Option<(Caption, usize)> {
    /// So many lines may a title and a table stand below.
    const FURTHEST: usize = 3;
    let caption = pattern::caption_label(looks[at].text.text())
        .filter(|caption| caption.kind == CaptionKind::Table)?;
    let below = |from: usize| {
        let mut near = (from..looks.len()).take(FURTHEST);
        near.find(|&at| !looks[at].is_blank())
    };
    let title = below(at + 1)?;
    let is_title =
        is_words_of_title(&looks[title], furniture[title]) && !look::in_grid(document, title);
    (is_title && look::in_grid(document, below(title + 1)?)).then_some((caption, title))
}

/// Whether the heading at `at`, which fills its line, ends on the next: under it stand a few
/// words that begin nothing else, and nothing right below them.
///
/// Forced by `fixtures/wrapped-headings`.
pub(super) fn heading_goes_on(looks: &[Look], furniture: &[Option<Furniture>], at: usize) -> bool {
    const NARROWEST: f64 = 60.0;
    const WIDEST: f64 = 24.0;
    let (line, Some(next)) = (looks[at].line, looks.get(at + 1)) else {
        return false;
    };
    next.line.page == line.page
        && next.line.follows != Some(false)
        && line.x1 - line.x0 >= NARROWEST
        && next.line.x1 - next.line.x0 <= WIDEST
        && next.hashes == 0
        && next.source.chars().all(is_han)
        && !wording().headings.has(next.text.text())
        && is_words_of_title(next, furniture[at + 1])
        && looks.get(at + 2).is_none_or(Look::is_blank)
}

/// Whether a line may be of a title: it begins nothing else.
fn is_words_of_title(look: &Look, furniture: Option<Furniture>) -> bool {
    let text = look.text.text();
    pattern::is_title(text)
        && !look.is_bullet()
        && furniture.is_none()
        && pattern::unit(text).is_none()
        && pattern::note(text).is_none()
        && pattern::source(text).is_none()
        && pattern::numbered(text).is_none()
        && pattern::caption(text).is_none()
}
