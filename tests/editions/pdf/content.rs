//! A sheet to a content stream.

use std::collections::BTreeMap;

use pdf_writer::types::TextRenderingMode;
use pdf_writer::{Content, Str};

use super::super::rng::Rng;
use super::design::{Bold, Order, Recipe, Show, Space};
use super::font::{Font, Slot};
use super::sheet::{Area, Ink, Run, Sheet};

/// Where the CropBox begins, if there is one.
pub const CROP: [f32; 2] = [30.0, 50.0];

type Fonts = BTreeMap<Slot, Font>;

/// Writes content streams; what is drawn by chance is drawn from the seed.
pub struct Writer<'r> {
    pub recipe: &'r Recipe,
    pub fonts: &'r Fonts,
    pub rng: Rng,
}

/// A content stream being written, with the units it is written in.
struct Stream<'w, 'r> {
    writer: &'w mut Writer<'r>,
    content: Content,
    /// Points a unit.
    scale: f64,
    /// The page's height where y grows upwards.
    height: Option<f64>,
}

impl Writer<'_> {
    /// The streams of a page: one, or two that are to be drawn one after the other.
    pub fn sheet(&mut self, sheet: &Sheet) -> Vec<Vec<u8>> {
        let ink = self.ordered(sheet);
        if self.recipe.space == Space::Forms {
            let (texts, others): (Vec<_>, Vec<_>) =
                ink.into_iter().partition(|ink| ink.run().is_some());
            return vec![self.stream(&others), self.stream(&texts)];
        }
        vec![self.stream(&ink)]
    }

    fn stream(&mut self, ink: &[Ink]) -> Vec<u8> {
        let paper = self.recipe.paper;
        let (scale, height) = match self.recipe.space {
            Space::Flipped => (0.24, None),
            _ => (1.0, Some(paper.height)),
        };
        let space = self.recipe.space;
        let mut stream = Stream {
            writer: self,
            content: Content::new(),
            scale,
            height,
        };
        stream.content.save_state();
        let (width, height) = (paper.width as f32, paper.height as f32);
        match space {
            Space::Turned => {
                stream.content.transform([0.0, 1.0, -1.0, 0.0, height, 0.0]);
            }
            Space::Flipped => {
                stream
                    .content
                    .transform([0.24, 0.0, 0.0, -0.24, 0.0, height]);
            }
            Space::Cropped => {
                stream
                    .content
                    .transform([1.0, 0.0, 0.0, 1.0, CROP[0], CROP[1]]);
            }
            _ => {}
        }
        if stream.writer.recipe.has_unseen {
            stream.unseen(width);
        }
        for ink in ink {
            stream.ink(ink);
        }
        stream.content.restore_state();
        stream.content.finish().to_vec()
    }

    /// All ink in the order it is drawn in; what might cover a text comes first.
    fn ordered(&mut self, sheet: &Sheet) -> Vec<Ink> {
        let both = [sheet.ink.clone(), sheet.furniture.clone()];
        let mut ink = match self.recipe.order {
            Order::FootFirst => [both[1].clone(), both[0].clone()].concat(),
            _ => both.concat(),
        };
        match self.recipe.order {
            Order::Reading | Order::FootFirst => {}
            Order::ByFont => ink.sort_by_key(|ink| ink.run().map(|run| run.slot)),
            Order::Any => {
                let (mut texts, mut all): (Vec<Ink>, Vec<Ink>) =
                    ink.into_iter().partition(|ink| ink.run().is_some());
                self.rng.shuffle(&mut texts);
                all.extend(texts);
                ink = all;
            }
        }
        ink
    }
}

impl Stream<'_, '_> {
    fn x(&self, x: f64) -> f32 {
        (x / self.scale) as f32
    }

    fn y(&self, y: f64) -> f32 {
        (self.height.map_or(y, |height| height - y) / self.scale) as f32
    }

    /// The matrix of a text that begins here.
    fn begin_at(&mut self, x: f64, y: f64) {
        let up = if self.height.is_some() { 1.0 } else { -1.0 };
        let (x, y) = (self.x(x), self.y(y));
        self.content.set_text_matrix([1.0, 0.0, 0.0, up, x, y]);
    }

    fn rectangle(&mut self, area: Area) {
        let (x, y) = (self.x(area.x0), self.y(area.y1));
        let (width, height) = (self.x(area.x1) - x, self.y(area.y0) - y);
        self.content.rect(x, y, width, height);
    }

    fn fill_colour(&mut self, colour: [u8; 3]) {
        let [red, green, blue] = colour.map(|part| f32::from(part) / 255.0);
        self.content.set_fill_rgb(red, green, blue);
    }

    fn stroke(&mut self, width: f64, colour: [u8; 3]) {
        let [red, green, blue] = colour.map(|part| f32::from(part) / 255.0);
        self.content.set_stroke_rgb(red, green, blue);
        self.content.set_line_width((width / self.scale) as f32);
    }

    fn ink(&mut self, ink: &Ink) {
        match ink {
            Ink::Text(run) => self.run(run),
            Ink::Line {
                points,
                width,
                colour,
            } => {
                self.stroke(*width, *colour);
                for (at, [x, y]) in points.iter().enumerate() {
                    let (x, y) = (self.x(*x), self.y(*y));
                    match at {
                        0 => self.content.move_to(x, y),
                        _ => self.content.line_to(x, y),
                    };
                }
                self.content.stroke();
            }
            Ink::Fill { area, colour } => {
                self.fill_colour(*colour);
                self.rectangle(*area);
                self.content.fill_nonzero();
            }
            Ink::Frame { area, width } => {
                self.stroke(*width, [0; 3]);
                self.rectangle(*area);
                self.content.stroke();
            }
            Ink::Sector {
                middle,
                radius,
                angles,
                colour,
            } => self.sector(*middle, *radius, *angles, *colour),
        }
    }

    fn sector(&mut self, middle: [f64; 2], radius: f64, angles: [f64; 2], colour: [u8; 3]) {
        self.fill_colour(colour);
        let [x, y] = middle;
        let at = |angle: f64, reach: f64| [x + reach * angle.cos(), y + reach * angle.sin()];
        let steps = 4;
        let step = (angles[1] - angles[0]) / f64::from(steps);
        // Control points that make a cubic curve follow the circle.
        let pull = radius * 4.0 / 3.0 * (step / 4.0).tan();
        let [x0, y0] = at(angles[0], radius);
        self.content.move_to(self.x(x), self.y(y));
        self.content.line_to(self.x(x0), self.y(y0));
        for number in 0..steps {
            let from = angles[0] + step * f64::from(number);
            let to = from + step;
            let ([x0, y0], [x1, y1]) = (at(from, radius), at(to, radius));
            self.content.cubic_to(
                self.x(x0 - pull * from.sin()),
                self.y(y0 + pull * from.cos()),
                self.x(x1 + pull * to.sin()),
                self.y(y1 - pull * to.cos()),
                self.x(x1),
                self.y(y1),
            );
        }
        self.content.close_path();
        self.content.fill_nonzero();
    }

    fn run(&mut self, run: &Run) {
        self.fill_colour(run.colour);
        let recipe = self.writer.recipe;
        self.content.begin_text();
        let size = (run.size / self.scale) as f32;
        self.content.set_font(run.slot.name(), size);
        if run.is_emboldened && recipe.bold == Bold::Stroked {
            self.stroke(run.size / 30.0, run.colour);
            self.content
                .set_text_rendering_mode(TextRenderingMode::FillStroke);
        } else {
            self.content
                .set_text_rendering_mode(TextRenderingMode::Fill);
        }
        let rise = if recipe.rises { run.rise } else { 0.0 };
        self.content.set_rise((rise / self.scale) as f32);
        let baseline = run.baseline + rise;
        self.show(run, baseline, 0.0);
        if run.is_emboldened && recipe.bold == Bold::Twice {
            self.show(run, baseline, run.size / 40.0);
        }
        self.content.end_text();
    }

    fn show(&mut self, run: &Run, baseline: f64, shift: f64) {
        let mut glyphs = run.glyphs.as_slice();
        while !glyphs.is_empty() {
            let count = match self.writer.recipe.show {
                Show::Together => glyphs.len(),
                Show::Each => 1,
                Show::Pieces => self.writer.rng.count(1..=7).min(glyphs.len()),
            };
            let (piece, rest) = glyphs.split_at(count);
            self.begin_at(piece[0].1 + shift, baseline);
            self.piece(run, piece);
            glyphs = rest;
        }
    }

    /// Shows glyphs one after the other, with whatever gaps there are.
    fn piece(&mut self, run: &Run, piece: &[(char, f64)]) {
        let font = &self.writer.fonts[&run.slot];
        let width = |c: char| f64::from(run.slot.advance(c)) / 1000.0 * run.size;
        let gaps: Vec<f64> = piece
            .windows(2)
            .map(|pair| pair[1].1 - pair[0].1 - width(pair[0].0))
            .collect();
        let is_even = gaps.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 1e-6);
        let is_loose = gaps.first().is_some_and(|gap| gap.abs() > 1e-6);
        let codes = |part: &[(char, f64)]| -> Vec<u8> {
            part.iter().flat_map(|(c, _)| font.code(*c)).collect()
        };
        if is_even {
            let spacing = if is_loose { gaps[0] / self.scale } else { 0.0 };
            self.content.set_char_spacing(spacing as f32);
            self.content.show(Str(&codes(piece)));
            return;
        }
        self.content.set_char_spacing(0.0);
        let mut shown = self.content.show_positioned();
        let mut items = shown.items();
        let mut start = 0;
        for (at, gap) in gaps.iter().enumerate() {
            if gap.abs() > 1e-6 {
                items.show(Str(&codes(&piece[start..=at])));
                items.adjust((-gap / run.size * 1000.0) as f32);
                start = at + 1;
            }
        }
        items.show(Str(&codes(&piece[start..])));
    }

    /// Text outside a clip, text in no colour, white text on the paper and text
    /// below a white box, which nobody sees.
    fn unseen(&mut self, width: f32) {
        let Some((slot, font)) = self.writer.fonts.iter().next() else {
            return;
        };
        let codes: Vec<u8> = font.some(12).iter().flat_map(|&c| font.code(c)).collect();
        let size = (9.0 / self.scale) as f32;
        let (left, middle) = (self.x(f64::from(width) * 0.2), self.y(300.0));
        let side = (10.0 / self.scale) as f32;
        self.content.save_state();
        self.content.rect(left, middle, side, side);
        self.content.clip_nonzero().end_path();
        self.content.begin_text();
        self.content.set_font(slot.name(), size);
        self.begin_at(f64::from(width) * 0.5, 420.0);
        self.content.show(Str(&codes));
        self.content.end_text();
        self.content.restore_state();
        self.content.begin_text();
        self.content.set_font(slot.name(), size);
        self.content
            .set_text_rendering_mode(TextRenderingMode::Invisible);
        self.begin_at(f64::from(width) * 0.3, 350.0);
        self.content.show(Str(&codes));
        self.content
            .set_text_rendering_mode(TextRenderingMode::Fill);
        self.fill_colour([255; 3]);
        self.begin_at(f64::from(width) * 0.3, 450.0);
        self.content.show(Str(&codes));
        self.fill_colour([0; 3]);
        self.begin_at(f64::from(width) * 0.3, 500.0);
        self.content.show(Str(&codes));
        self.content.end_text();
        self.fill_colour([255; 3]);
        let (left, foot) = (self.x(f64::from(width) * 0.3), self.y(506.0));
        let (across, up) = (self.x(f64::from(width)) - left, self.y(486.0) - foot);
        self.content.rect(left, foot, across, up).fill_nonzero();
        self.fill_colour([0; 3]);
    }
}
