//! Writes the canonical text, and keeps where every character stands.

use super::piece::{Piece, Row, Sign, character, circled, is_mark};
use super::ruled::RuledTable;
use crate::document::columns::{Ragged, Segment};
use crate::document::grid::{self, Grid};
use crate::document::number::{is_digit, superscript};
use crate::document::pdf::page::{Glyph, Page, Unicode};
use crate::document::{Boxes, Line, Place};
use crate::logical::is_wide;
use crate::span::Span;

/// A canonical text in the making.
#[derive(Default)]
pub struct Scribe {
    pub text: String,
    pub lines: Vec<Line>,
    pub grids: Vec<Grid>,
    pub boxes: Boxes,
    /// The pieces of each line, in halves of the size of the running text.
    pub ragged: Vec<Ragged>,
    page: usize,
}

/// What is known of a line besides its characters.
#[derive(Clone, Copy)]
pub struct Setting {
    pub follows: Option<bool>,
    pub place: Place,
}

impl Scribe {
    /// Begins the page of this index.
    pub fn page(&mut self, page: usize) {
        if page > 0 {
            self.text.push('\u{c}');
        }
        self.page = page;
    }

    /// Writes a row of pieces, tabs between them, as one line.
    pub fn row(&mut self, page: &Page, row: &Row, setting: Setting, unit: f64) {
        let start = self.text.len();
        let mut segments = Vec::with_capacity(row.pieces.len());
        for (at, piece) in row.pieces.iter().enumerate() {
            if at > 0 {
                self.text.push('\t');
            }
            let from = self.text.len();
            self.piece(page, piece);
            segments.push(Segment {
                span: Span::new(from, self.text.len()),
                x0: piece.x0 / unit,
                x1: piece.x1 / unit,
            });
        }
        self.ragged.push(Ragged {
            line: self.lines.len(),
            segments,
        });
        self.line(start, (row.x0(), row.x1()), setting);
    }

    /// Writes a table, a line for each of its rows and a tab between its cells.
    pub fn table(&mut self, page: &Page, table: &RuledTable) {
        let first = self.lines.len();
        let mut rows = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let start = self.text.len();
            let mut cells = Vec::with_capacity(row.len());
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    self.text.push('\t');
                }
                let from = self.text.len();
                self.cell(page, &cell.lines);
                cells.push(grid::Cell {
                    columns: cell.columns,
                    rows: cell.rows,
                    ..grid::Cell::new(cell.column, Span::new(from, self.text.len()))
                });
            }
            rows.push(grid::Row {
                cells,
                is_header: false,
            });
            let setting = Setting {
                follows: Some(false),
                place: Place::Body,
            };
            self.line(start, (table.area.x0, table.area.x1), setting);
        }
        self.grids.push(Grid {
            is_drawn: table.is_drawn,
            is_doubtful: table.is_doubtful,
            uncertain: Vec::new(),
            ..Grid::new(first..self.lines.len(), rows)
        });
    }

    /// Lines of a cell on one line: a space parts words, nothing the halves of
    /// Chinese text or of a number cut behind its comma.
    fn cell(&mut self, page: &Page, lines: &[Row]) {
        for piece in lines.iter().flat_map(|line| &line.pieces) {
            let ends = self.text.chars().next_back();
            let begins = piece
                .signs
                .first()
                .and_then(|sign| character(&page.glyphs[sign.glyph]));
            if let (Some(ends), Some(begins)) = (ends, begins) {
                let is_cut = matches!(ends, ',' | '.') && is_digit(begins);
                if ends != '\t' && ends != '\n' && !is_wide(ends) && !is_wide(begins) && !is_cut {
                    self.text.push(' ');
                }
            }
            self.piece(page, piece);
        }
    }

    fn line(&mut self, start: usize, (x0, x1): (f64, f64), setting: Setting) {
        let span = Span::new(start, self.text.len()).trimmed(&self.text);
        self.text.push('\n');
        self.lines.push(Line {
            span,
            number: self.lines.len() + 1,
            page: self.page,
            x0,
            x1,
            follows: setting.follows,
            place: setting.place,
        });
    }

    fn piece(&mut self, page: &Page, piece: &Piece) {
        let tracking = tracking(page, piece);
        let mut last: Option<&Glyph> = None;
        let mut at = 0;
        while let Some(sign) = piece.signs.get(at) {
            let raised = piece.signs[at..]
                .iter()
                .take_while(|sign| sign.is_raised)
                .count();
            if raised > 0 {
                self.raised(page, &piece.signs[at..at + raised]);
                at += raised;
                last = piece.signs.get(at - 1).map(|sign| &page.glyphs[sign.glyph]);
                continue;
            }
            let glyph = &page.glyphs[sign.glyph];
            if let Some(last) = last
                && is_parted(last, glyph, tracking)
            {
                self.text.push(' ');
            }
            self.glyph(glyph);
            last = Some(glyph);
            at += 1;
        }
    }

    /// Raised signs: marks as superscript digits or in `^{…}`, what is none as
    /// it is.
    fn raised(&mut self, page: &Page, signs: &[Sign]) {
        for part in parts(page, signs) {
            let glyphs = part.iter().map(|sign| &page.glyphs[sign.glyph]);
            let text: String = glyphs.clone().filter_map(character).collect();
            let rings: Option<Vec<u32>> = text.chars().map(circled).collect();
            if let Some([number]) = rings.as_deref() {
                for digit in number.to_string().chars() {
                    let byte = self.text.len();
                    self.text.push(raise(digit));
                    for glyph in glyphs.clone() {
                        self.boxes.push(byte, self.page, edges(glyph));
                    }
                }
                continue;
            }
            if !is_mark(&text) {
                glyphs.for_each(|glyph| self.glyph(glyph));
                continue;
            }
            let follows_mark = self
                .text
                .ends_with(|c| superscript(c).is_some() || c == '}');
            let is_plain = text.chars().all(|c| c.is_ascii_digit()) && !follows_mark;
            if !is_plain {
                self.text.push_str("^{");
            }
            for glyph in glyphs {
                let byte = self.text.len();
                let Some(c) = character(glyph).filter(|c| !"[]()（）〔〕［］".contains(*c))
                else {
                    continue;
                };
                self.text.push(if is_plain { raise(c) } else { c });
                self.boxes.push(byte, self.page, edges(glyph));
            }
            if !is_plain {
                self.text.push('}');
            }
        }
    }

    fn glyph(&mut self, glyph: &Glyph) {
        let byte = self.text.len();
        match &glyph.unicode {
            Unicode::Char(c) => self.text.push(*c),
            Unicode::Chars(text) => self.text.push_str(text),
            Unicode::Unknown => self.text.push('\u{fffd}'),
        }
        if self.text.len() > byte {
            self.boxes.push(byte, self.page, edges(glyph));
        }
    }
}

/// Marks beside each other: commas and gaps part them.
fn parts<'s>(page: &Page, signs: &'s [Sign]) -> Vec<&'s [Sign]> {
    let is_comma =
        |sign: &Sign| matches!(character(&page.glyphs[sign.glyph]), Some(',' | '，' | '、'));
    let mut parts = Vec::new();
    for run in signs.split(is_comma) {
        let parted = |a: &Sign, b: &Sign| {
            let (a, b) = (&page.glyphs[a.glyph], &page.glyphs[b.glyph]);
            b.x0 - a.x1 < 0.3 * b.size
        };
        parts.extend(run.chunk_by(parted));
    }
    parts
}

/// Whether white space stands between two glyphs.
fn is_parted(last: &Glyph, glyph: &Glyph, tracking: f64) -> bool {
    // Justifying may take half of a space away; it parts digits, if at all, by less.
    const SPACE: f64 = 0.1;
    const DIGIT_SPACE: f64 = 0.15;
    const WIDE_SPACE: f64 = 0.5;
    let are = |is: fn(char) -> bool| {
        [last, glyph]
            .into_iter()
            .all(|glyph| character(glyph).is_some_and(is))
    };
    let least = match () {
        () if are(is_wide) => WIDE_SPACE,
        () if are(is_digit) => DIGIT_SPACE,
        () => SPACE,
    };
    glyph.x0 - last.x1 > least * glyph.size.min(last.size) + tracking
}

/// What justifying adds between all characters of a piece: the gap that half
/// of its wide characters have behind them.
fn tracking(page: &Page, piece: &Piece) -> f64 {
    let glyph = |sign: &Sign| &page.glyphs[sign.glyph];
    let is_wide = |sign: &Sign| character(glyph(sign)).is_some_and(is_wide);
    let mut gaps: Vec<f64> = piece
        .signs
        .windows(2)
        .filter(|pair| pair.iter().all(is_wide))
        .map(|pair| glyph(&pair[1]).x0 - glyph(&pair[0]).x1)
        .collect();
    let middle = gaps.len() / 2;
    if gaps.is_empty() {
        return 0.0;
    }
    let (_, median, _) = gaps.select_nth_unstable_by(middle, f64::total_cmp);
    median.max(0.0)
}

fn raise(digit: char) -> char {
    match digit {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        _ => {
            char::from_u32('⁰' as u32 + (digit as u32).saturating_sub('0' as u32)).unwrap_or(digit)
        }
    }
}

fn edges(glyph: &Glyph) -> [f64; 4] {
    [
        glyph.x0,
        glyph.baseline - 0.88 * glyph.size,
        glyph.x1,
        glyph.baseline + 0.12 * glyph.size,
    ]
}
