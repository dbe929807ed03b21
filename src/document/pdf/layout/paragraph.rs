//! Whether a row goes on with the one above it.

use super::piece::{Piece, Row, character};
use crate::document::Place;
use crate::document::number::is_digit;
use crate::document::pdf::page::Page;
use crate::logical::is_wide;

/// The column that two rows stand in.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Left margin.
    pub left: f64,
    /// Right margin.
    pub right: f64,
    /// From line to line, in sizes of the type.
    pub leading: f64,
}

impl Column {
    /// Whether `row`, below `before` in one part of the page, goes on with it:
    /// in the same type, without a gap, and because the row before had no room
    /// left for its first word.
    ///
    /// `hangs` says that the row before itself goes on with one above.
    pub fn goes_on(
        self,
        page: &Page,
        (before, hangs): (&Row, bool),
        row: &Row,
        place: Place,
    ) -> bool {
        const LOOSE: f64 = 1.35;
        let step = (row.baseline() - before.baseline()) / row.size();
        let leading = match place {
            Place::Foot => self.leading.max(1.5),
            Place::Body | Place::Chart | Place::Head => self.leading.max(1.0),
        };
        let is_ended = ends(page, before);
        let begins = begins_item(page, row)
            || begins_note(page, row)
            || row.pieces[0].begins_raised() && (place == Place::Foot || is_ended)
            || begins_endnote(page, row) && (is_ended || is_of_endnote(page, before))
            || is_ended && (begins_dash(page, row) || is_bold(page, row) != is_bold(page, before));
        let is_near = is_like(before.size(), row.size()) && step > 0.0 && step <= LOOSE * leading;
        let is_title = self.is_centred(before) && self.is_centred(row) && self.is_wide(before);
        let is_below = hangs && (row.x0() - before.x0()).abs() < 0.4 * row.size();
        let is_wrapped = self.has_no_room(page, before, row)
            && (is_below || self.is_at_margin(page, before, row, is_ended));
        is_near && !begins && (is_title || is_wrapped)
    }

    /// Whether a row at the head of a column goes on with the last one of the
    /// column or page before, which `page` is not; `None` where nothing shows it.
    pub fn goes_on_over(
        self,
        (other, last, before): (Column, &Page, &Row),
        page: &Page,
        row: &Row,
    ) -> Option<bool> {
        // A semicolon ends a clause, and no paragraph.
        let is_ended = ends(last, before) && !text_of(last, before).ends_with(['；', ';']);
        let is_indented = row.x0() - self.left > 0.8 * row.size();
        if begins_item(page, row)
            || begins_note(page, row)
            || begins_endnote(page, row) && (is_ended || is_of_endnote(page, before))
            || is_ended && (is_indented || begins_dash(page, row))
        {
            return Some(false);
        }
        let is_running = before.pieces.len() == 1
            && row.pieces.len() == 1
            && !other.is_centred(before)
            && is_like(before.size(), row.size());
        let room = other.right - before.x1();
        let has_none = room < first_word(page, row) + 0.6 * row.size();
        (is_running && has_none && !is_ended && !is_indented).then_some(true)
    }

    /// Whether the first word of `row` had no room behind `before`. A row of
    /// prose that is long and has not ended goes on whatever its room is: what
    /// must not be parted may be longer than a word.
    fn has_no_room(self, page: &Page, before: &Row, row: &Row) -> bool {
        let text = text_of(page, before);
        let is_prose = text.contains(['，', '、', '；', '。']);
        if is_prose && self.is_wide(before) && !ends(page, before) {
            return true;
        }
        // A semicolon ends a clause; the box of a sign at the margin is cut short.
        let tolerance = if is_prose && text.ends_with('；') {
            1.2
        } else {
            0.6
        };
        before.x1() + first_word(page, row) > self.right - tolerance * row.size()
    }

    /// Whether a row begins where rows that go on do: at the margin, or below
    /// the text of a hanging item or an indented paragraph.
    fn is_at_margin(self, page: &Page, before: &Row, row: &Row, is_ended: bool) -> bool {
        let indent = (row.x0() - self.left) / row.size();
        let step = (row.x0() - before.x0()) / row.size();
        match () {
            () if indent < 0.8 => true,
            () if step > 0.4 => begins_item(page, before) || before.pieces[0].begins_raised(),
            () => !is_ended,
        }
    }

    fn is_centred(self, row: &Row) -> bool {
        let (left, right) = (row.x0() - self.left, self.right - row.x1());
        left > 1.5 * row.size() && right > 1.5 * row.size() && (left - right).abs() < row.size()
    }

    fn is_wide(self, row: &Row) -> bool {
        row.x1() - row.x0() > 0.55 * (self.right - self.left)
    }
}

fn is_like(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.06 * a.max(b)
}

/// Whether a row begins with a sign of a list.
fn begins_item(page: &Page, row: &Row) -> bool {
    first(page, row)
        .is_some_and(|c| "◇◆◊❖●•■□▪➢※\u{f0b7}\u{f06c}\u{f0a8}\u{f06e}\u{f0d8}".contains(c))
}

/// `注：`, `注 1：`, `数据来源：`: the lines under a table, which end without a stop.
fn begins_note(page: &Page, row: &Row) -> bool {
    let text = row
        .pieces
        .first()
        .map(|piece| piece.text(page))
        .unwrap_or_default();
    let label = text.split(['：', ':']).next().unwrap_or_default();
    label.len() < text.len()
        && (matches!(label, "来源" | "数据来源" | "资料来源" | "备注" | "说明")
            || label
                .strip_prefix('注')
                .is_some_and(|number| number.chars().all(is_digit)))
}

/// `[12]` before words: an endnote, unless it is a mark that its line had no room for.
fn begins_endnote(page: &Page, row: &Row) -> bool {
    let text = row.pieces.first().map(|piece| piece.text(page));
    let text = text.unwrap_or_default();
    let number = text.strip_prefix(['[', '［']);
    number.is_some_and(|rest| {
        let words = rest.trim_start_matches(is_digit);
        let after = words.strip_prefix([']', '］']);
        words.len() < rest.len()
            && after.is_some_and(|after| !after.starts_with(['，', '。', '；', '、', '：']))
    })
}

/// Whether a row is of an endnote, which an address may end without a stop.
fn is_of_endnote(page: &Page, row: &Row) -> bool {
    begins_endnote(page, row) || text_of(page, row).contains("http")
}

fn begins_dash(page: &Page, row: &Row) -> bool {
    first(page, row).is_some_and(|c| matches!(c, '—' | '―' | '─'))
}

fn first(page: &Page, row: &Row) -> Option<char> {
    let sign = row.pieces.first()?.signs.first()?;
    character(&page.glyphs[sign.glyph])
}

/// Whether a row ends as a sentence does.
fn ends(page: &Page, row: &Row) -> bool {
    text_of(page, row)
        .trim_end_matches(['”', '’', '）', ')', '》'])
        .ends_with(['。', '；', '：', '！', '？', ';', ':'])
}

fn text_of(page: &Page, row: &Row) -> String {
    row.pieces
        .last()
        .map(|piece| piece.text(page))
        .unwrap_or_default()
}

fn is_bold(page: &Page, row: &Row) -> bool {
    let mut signs = row.pieces.iter().flat_map(|piece| &piece.signs);
    signs.all(|sign| page.glyphs[sign.glyph].is_bold)
}

/// How wide the first word of a row is: a run of Latin letters and digits, or a
/// wide character with the closing sign that cannot begin a line; before either
/// an opening sign, which cannot end one.
fn first_word(page: &Page, row: &Row) -> f64 {
    let Some(piece) = row.pieces.first() else {
        return 0.0;
    };
    let end = word_end(page, piece);
    end - piece.x0
}

fn word_end(page: &Page, piece: &Piece) -> f64 {
    let mut end = piece.x0;
    let mut is_latin = false;
    let mut is_opened = true;
    for sign in &piece.signs {
        let glyph = &page.glyphs[sign.glyph];
        let Some(c) = character(glyph) else {
            continue;
        };
        let closes = "，。、；：！？”’）》」』】〕,.;:!?)%".contains(c);
        let goes_on =
            is_opened || closes || is_latin && !is_wide(c) && glyph.x0 - end < 0.15 * glyph.size;
        if !goes_on {
            break;
        }
        if is_opened {
            is_latin = !is_wide(c);
        }
        is_opened = "“‘（《「『【〔([".contains(c);
        end = glyph.x1;
    }
    end
}
