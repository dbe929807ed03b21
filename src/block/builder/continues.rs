//! Which lines go on with the block before them.

use super::Builder;
use crate::block::{Block, Furniture, Kind, pattern};
use crate::document::number::{address, is_digit};
use crate::document::text::width;

impl Builder<'_> {
    /// Takes the heading of a chapter that a page carries again. Where both have digits
    /// behind them that differ, those of the first are the number of a page as well.
    pub(super) fn running_head(&mut self, at: usize) {
        let text = &self.looks[at].text;
        if let Some(chapter) = self.chapter.map(|chapter| &mut self.blocks[chapter]) {
            let title = chapter.text.text();
            let bare = title.trim_end_matches(is_digit).len();
            if bare < title.len() && !text.text().ends_with(title) {
                chapter.text = chapter.text.slice(0..bare).trimmed();
            }
        }
        let kind = Kind::Furniture(Furniture::Title);
        self.push(kind, vec![at], text.clone());
    }

    /// Whether the rows of a table, or what is set under them, end right above.
    pub(super) fn is_under_table(&self) -> bool {
        let above = self.blocks.iter().rev();
        let mut above = above.skip_while(|block| matches!(block.kind, Kind::Furniture(_)));
        above.next().is_some_and(|block| {
            matches!(
                block.kind,
                Kind::Grid(_) | Kind::Note { .. } | Kind::Source | Kind::Unit
            )
        })
    }

    /// Whether the line before belongs to running text that has not ended.
    pub(super) fn is_open_prose(&self, at: usize) -> bool {
        self.blocks.last().is_some_and(|block| {
            block.lines.last() == Some(&(at - 1))
                && matches!(
                    block.kind,
                    Kind::Paragraph
                        | Kind::Bullet { .. }
                        | Kind::Footnote { .. }
                        | Kind::Note { .. }
                )
                && pattern::is_prose(block.text.text())
                && !pattern::is_terminated(block.text.text())
        })
    }

    /// Whether the line goes on with the block before it: lines are wrapped.
    pub(super) fn continues(&self, at: usize) -> bool {
        const NARROWEST: f64 = 30.0;
        const RAGGED: f64 = 4.0;
        let Some(block) = self.blocks.last() else {
            return false;
        };
        let takes = matches!(
            block.kind,
            Kind::Paragraph
                | Kind::Bullet { .. }
                | Kind::Footnote { .. }
                | Kind::Note { .. }
                | Kind::Source
        );
        let (line, before) = (self.looks[at].line, self.looks[at - 1].line);
        if !takes || block.lines.last() != Some(&(at - 1)) || line.page != before.page {
            return false;
        }
        let first = self.looks[block.lines[0]].line;
        let widest = self.widest[line.page];
        let is_terminated = pattern::is_terminated(block.text.text());
        let is_paragraph = is_terminated && line.x0 == first.x0 && line.x0 > 0.0;
        let is_piece = pattern::is_prose(block.text.text())
            && !is_paragraph
            && self.document.is_parted(at, widest);
        if block.text.is_empty() || is_piece || self.is_cut_at_sign(block, at) {
            return true;
        }
        // No paragraph begins with an address, and none ends in a list.
        let is_noted = matches!(
            block.kind,
            Kind::Footnote { .. } | Kind::Note { .. } | Kind::Source
        );
        let (text, next) = (block.text.text(), self.looks[at].source);
        let is_amid = pattern::ends_amid(text)
            || text.ends_with(['年', '月']) && next.starts_with(is_digit)
            || address(next).is_some();
        if is_noted && !is_terminated && is_amid {
            return true;
        }
        let is_under_table = matches!(block.kind, Kind::Note { .. } | Kind::Source);
        if is_under_table && self.begins_paragraph(at) {
            return false;
        }
        if !is_terminated {
            // A short line after ◇ is a sub-heading where lines are wrapped.
            let is_short = widest <= PAPER && before.x1 < widest / 2.0;
            let has_diamond = block.kind == Kind::Bullet { has_diamond: true }
                && !(is_short && pattern::is_title(block.text.text()));
            let is_sub_heading = block.text.text().starts_with("——")
                && (line.x0 > before.x0 || widest <= PAPER && before.x1 < widest * 0.9);
            let is_wide = self.looks[at - 1].text.is_empty()
                || before.x1 - before.x0 >= NARROWEST
                || self.document.is_parted(at - 1, widest);
            return has_diamond || is_wide && !is_sub_heading;
        }
        // A clause that ends in the middle of a line goes on behind it.
        let is_clause = block.text.text().ends_with(['；', ';']);
        // What is no bullet below others that all are goes on with the one above.
        if is_clause && matches!(block.kind, Kind::Bullet { has_diamond: true }) {
            return true;
        }
        let ragged = if is_clause { 3.0 * RAGGED } else { RAGGED };
        let is_full = widest <= PAPER && before.x1 >= widest - ragged;
        let hangs = line.x0 > first.x0 && block.kind != Kind::Paragraph;
        let is_indented = line.x0 > before.x0 && block.lines.len() > 1;
        !is_indented && (hangs || line.x0 < first.x0 || is_full)
    }

    /// Whether a line and the one above it are pieces of running text that is cut before
    /// and behind its quotations, brackets and commas, as `pdftotext -raw` prints it.
    ///
    /// Forced by `fixtures/lines-cut-at-signs`.
    fn is_cut_at_sign(&self, block: &Block, at: usize) -> bool {
        const OPENING: [char; 5] = ['“', '《', '（', '「', '‘'];
        const CLOSING: [char; 9] = ['，', '、', '；', '”', '）', '》', '」', '’', '：'];
        let is_flush = self.looks[at].line.x0 == 0.0 && self.looks[at - 1].line.x0 == 0.0;
        let text = block.text.text();
        if !is_flush || !matches!(block.kind, Kind::Paragraph | Kind::Bullet { .. }) {
            return false;
        }
        // No paragraph begins with 其中, but where each is one line.
        let is_wrapped = block.lines.len() > 1 || !pattern::is_terminated(text);
        let goes_on = || self.looks[at].source.starts_with("其中") && is_wrapped;
        if text.ends_with(['，', '、', '；']) || goes_on() {
            return true;
        }
        // The last piece of a printed line may end anywhere; a line that a sign begins,
        // behind a mark that is cut off, is one.
        let is_last_piece = || {
            let above = block.lines.iter().rev().nth(1);
            above.is_some_and(|&above| self.looks[above].source.ends_with(CLOSING))
                || self.looks[at - 1].source.starts_with(['，', '、', '；'])
        };
        let next = self.looks[at].source;
        // “双十一”, below it 期间，….
        if text.starts_with('“') && text.ends_with('”') && next.ends_with('，') {
            return true;
        }
        pattern::is_prose(text)
            && !pattern::is_terminated(text)
            && (text.ends_with(CLOSING) || next.starts_with(OPENING) || is_last_piece())
    }

    /// Whether a line right below a note or source is indented as paragraphs are,
    /// and does not hang: the line above had room for its first word, or it is
    /// full itself and the line below stands further left again.
    ///
    /// Forced by `fixtures/paragraph-under-notes`.
    fn begins_paragraph(&self, at: usize) -> bool {
        const RAGGED: f64 = 4.0;
        let line = self.looks[at].line;
        // A page may have no other prose.
        let widest = self.widest_of_all;
        let has_room = |at: usize| {
            let next = self.looks.get(at + 1);
            let first = next.map_or("", |next| first_word(next.source));
            self.looks[at].line.x1 + width(first) + RAGGED < widest
        };
        let goes_back = self
            .looks
            .get(at + 1)
            .is_some_and(|below| !below.is_blank() && below.line.x0 < line.x0);
        line.x0 > self.looks[at - 1].line.x0 && (has_room(at - 1) || goes_back && !has_room(at))
    }
}

/// Lines that reach further are not wrapped.
const PAPER: f64 = 200.0;

/// What no line break parts: a character, or a run of Latin letters and digits.
fn first_word(line: &str) -> &str {
    let latin = line.trim_start_matches(|c: char| c.is_ascii_graphic());
    let length = line.len() - latin.len();
    let first = line.chars().next().map_or(0, char::len_utf8);
    &line[..length.max(first)]
}
