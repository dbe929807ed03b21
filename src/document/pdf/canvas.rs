//! What is drawn on a page, kept instead of painted.

use std::cell::RefCell;

use hayro_font::OutlineGlyph;
use hayro_interpret::font::{Glyph as DrawnGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::WritingMode;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};

use super::bounds::{Budget, CLIP};
use super::character::Meaning;
use super::font::{Code, FontBook, Found, Raise, bf_to_meaning};
use super::page::{Area, Glyph, Page, Turn, Unicode};
use super::shape::{self, Shapes};
use super::twice;

/// Units of glyph space in one em.
const EM: f64 = 1000.0;
/// By how much colours differ that nobody can tell apart.
const ALIKE: u8 = 4;
const PAPER: [u8; 3] = [255; 3];
/// What a character reaches above and below its baseline, in em.
const ASCENT: f64 = 0.88;
const DESCENT: f64 = 0.12;

/// Collects what can be seen of one page.
pub struct Canvas<'b, 'a> {
    page: Page,
    /// The boxes of the clip paths in force, each within the one before, and whether
    /// the path is no more than its box.
    clips: Vec<(Rect, bool)>,
    /// Of the groups that are open, whether one can see through them.
    veils: Vec<bool>,
    /// What was filled, from below, with its colour where it has one.
    grounds: Vec<(Area, Option<[u8; 3]>)>,
    shown: Rect,
    fonts: &'b RefCell<FontBook<'a>>,
    budget: &'b Budget,
    /// How many glyphs run in each direction.
    directions: [usize; 4],
}

/// Where text runs to, on the page as it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the right, as text does that stands upright.
    Right,
    /// To the foot of the page.
    Down,
    /// To the left, upside down.
    Left,
    /// To the head of the page.
    Up,
}

impl Direction {
    const ALL: [Direction; 4] = [
        Direction::Right,
        Direction::Down,
        Direction::Left,
        Direction::Up,
    ];

    fn new(to_page: Affine) -> Direction {
        let [a, b, ..] = to_page.as_coeffs();
        if a.abs() >= b.abs() {
            if a >= 0.0 {
                Direction::Right
            } else {
                Direction::Left
            }
        } else if b > 0.0 {
            Direction::Down
        } else {
            Direction::Up
        }
    }

    /// What turns a page of this size so that text of this direction stands upright.
    pub fn upright(self, width: f64, height: f64) -> Affine {
        Affine::new(match self {
            Direction::Right => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            Direction::Down => [0.0, -1.0, 1.0, 0.0, 0.0, width],
            Direction::Left => [-1.0, 0.0, 0.0, -1.0, width, height],
            Direction::Up => [0.0, 1.0, -1.0, 0.0, height, 0.0],
        })
    }
}

impl<'b, 'a> Canvas<'b, 'a> {
    /// An empty page of this box.
    pub fn new(
        shown: Rect,
        fonts: &'b RefCell<FontBook<'a>>,
        budget: &'b Budget,
    ) -> Canvas<'b, 'a> {
        Canvas {
            page: Page {
                width: shown.width(),
                height: shown.height(),
                ..Page::default()
            },
            clips: Vec::new(),
            veils: Vec::new(),
            grounds: Vec::new(),
            shown,
            fonts,
            budget,
            directions: [0; 4],
        }
    }

    /// The direction that more than half of the text has, to the right otherwise.
    pub fn direction(&self) -> Direction {
        let all: usize = self.directions.iter().sum();
        let most = self.directions.iter().position(|&count| 2 * count > all);
        most.map_or(Direction::Right, |at| Direction::ALL[at])
    }

    /// The page as it was drawn.
    pub fn into_page(self) -> Page {
        Page {
            glyphs: twice::once(self.page.glyphs),
            ..self.page
        }
    }

    fn clip(&self) -> Rect {
        self.clips.last().map_or(self.shown, |(area, _)| *area)
    }

    fn push_clip(&mut self, area: Rect, is_box: bool) {
        self.budget.spend(CLIP);
        let clip = self.clip().intersect(area);
        self.clips.push((clip, is_box));
    }

    fn draw(&mut self, path: &BezPath, props: &DrawProps<'_>, mode: &DrawMode) {
        let Some(colour) = colour(&props.paint) else {
            return;
        };
        let (fills, drawings) = (self.page.fills.len(), self.page.drawings.len());
        let shapes = shape::path_to_shapes(path, props.transform, mode);
        let is_whole = !shapes.may_have_holes;
        self.keep(shapes);
        let known = matches!(props.paint, Paint::Color(_)).then_some(colour);
        if is_whole && known.is_some_and(is_paper) && self.is_opaque(props) {
            self.cover(fills);
        }
        let fills = self.page.fills[fills..].iter().map(|area| (*area, known));
        self.grounds.extend(fills);
        let drawings = self.page.drawings[drawings..].iter();
        self.grounds.extend(drawings.map(|area| (*area, None)));
    }

    /// Whether nothing can be seen through what is painted.
    fn is_opaque(&self, props: &DrawProps<'_>) -> bool {
        let is_solid =
            matches!(&props.paint, Paint::Color(colour) if colour.to_rgba().to_rgba8()[3] == 255);
        is_solid
            && props.soft_mask.is_none()
            && props.blend_mode == BlendMode::Normal
            && self.veils.iter().all(|is_veil| !is_veil)
            && self.clips.iter().all(|(_, is_box)| *is_box)
    }

    /// Takes away the glyphs below the fills from one on.
    fn cover(&mut self, first: usize) {
        let Page { fills, glyphs, .. } = &mut self.page;
        for fill in &fills[first..] {
            self.budget.spend(1 + glyphs.len() / 16);
            glyphs.retain(|glyph| {
                // Boxes beside a line may touch it.
                let (top, bottom) = (
                    glyph.baseline - 0.6 * glyph.size,
                    glyph.baseline - 0.1 * glyph.size,
                );
                let middle = (glyph.x0 + glyph.x1) / 2.0;
                let is_below =
                    fill.x0 < middle && middle < fill.x1 && fill.y0 <= top && bottom <= fill.y1;
                !is_below
            });
        }
    }

    /// Whether what is drawn there in a colour has that of what lies below it:
    /// the paper, or the last fill.
    fn is_unseen(&self, colour: [u8; 3], at: Point) -> bool {
        // Nearly all text is black, and on no black ground.
        if colour == [0; 3] {
            return false;
        }
        self.budget.spend(1 + self.grounds.len() / 16);
        let is_below = |(area, _): &&(Area, Option<[u8; 3]>)| {
            (area.x0..area.x1).contains(&at.x) && (area.y0..area.y1).contains(&at.y)
        };
        let below = self.grounds.iter().rev().find(is_below);
        let below = below.map_or(Some(PAPER), |(_, colour)| *colour);
        below.is_some_and(|below| is_like(colour, below))
    }

    fn keep(&mut self, shapes: Shapes) {
        self.budget
            .spend(1 + shapes.rules.len() + shapes.fills.len() + shapes.drawings.len());
        let clip = self.clip();
        let visible = |area: Area| clipped(area, clip);
        self.page.rules.extend(
            shapes
                .rules
                .into_iter()
                .filter_map(|rule| shape::clipped_rule(rule, clip)),
        );
        self.page
            .fills
            .extend(shapes.fills.into_iter().filter_map(visible));
        self.page
            .drawings
            .extend(shapes.drawings.into_iter().filter_map(visible));
    }

    fn glyph(&mut self, said: Said, to_page: Affine, look: Look) {
        let unicode = match said.meaning {
            Some(Meaning::Space) => return,
            Some(Meaning::Text(unicode)) => unicode,
            None => Unicode::Unknown,
        };
        let advance = match look.writing_mode {
            WritingMode::Horizontal => said.advance,
            WritingMode::Vertical => EM,
        };
        let Some(place) = Place::new(to_page, advance) else {
            return;
        };
        let middle = place.middle();
        if !contains(self.clip(), middle) || self.is_unseen(look.colour, middle) {
            return;
        }
        self.directions[Direction::new(to_page) as usize] += 1;
        let place = match said.raise {
            Some(raise) if place.turn == Turn::None => place.raised(raise),
            _ => place,
        };
        self.page.glyphs.push(Glyph {
            unicode,
            x0: place.x0,
            x1: place.x1,
            baseline: place.baseline,
            size: place.size,
            font: look.font,
            is_bold: look.is_bold,
            colour: look.colour,
            turn: place.turn,
        });
    }

    /// What a glyph says by the font it was found to be of, or else by itself.
    fn said(&self, glyph: &DrawnGlyph<'_>, found: Option<&Found>) -> Said {
        let code = found.and_then(|found| self.fonts.borrow_mut().code(found, glyph.char_code()));
        if let Some(code) = code {
            return Said::from(&*code);
        }
        let advance = match glyph {
            DrawnGlyph::Outline(outline) => outline.advance_width(),
            DrawnGlyph::Type3(drawing) => drawing.advance_width(),
        };
        Said {
            advance: advance.map_or(EM / 2.0, f64::from),
            meaning: glyph.as_unicode().as_ref().and_then(bf_to_meaning),
            raise: None,
        }
    }
}

/// What is known of a glyph apart from its place.
struct Said {
    meaning: Option<Meaning>,
    /// In thousandths of an em as its program has it.
    advance: f64,
    raise: Option<Raise>,
}

impl From<&Code> for Said {
    fn from(code: &Code) -> Said {
        Said {
            meaning: code.meaning.clone(),
            advance: code.advance / code.stretch,
            raise: code.raise,
        }
    }
}

/// What the glyphs of a run have in common.
#[derive(Clone, Copy)]
struct Look {
    font: u16,
    is_bold: bool,
    colour: [u8; 3],
    writing_mode: WritingMode,
}

/// Where a glyph stands.
struct Place {
    x0: f64,
    x1: f64,
    baseline: f64,
    size: f64,
    turn: Turn,
}

impl Place {
    /// `None` for a glyph without extent or at no place.
    fn new(to_page: Affine, advance: f64) -> Option<Place> {
        let [a, b, c, d, x, y] = to_page.as_coeffs();
        let size = EM * c.hypot(d);
        if !(to_page.is_finite() && size > 0.0) {
            return None;
        }
        // Slanted letters have a `c`; what is turned has a `b`.
        let is_upright = a > 0.0 && d < 0.0 && b.abs() <= 0.02 * a;
        Some(if is_upright {
            let end = x + advance * a;
            Place {
                x0: x.min(end),
                x1: x.max(end),
                baseline: y,
                size,
                turn: Turn::None,
            }
        } else {
            let covered = Rect::new(0.0, -DESCENT * EM, advance, ASCENT * EM);
            let covered = to_page.transform_rect_bbox(covered);
            Place {
                x0: covered.x0,
                x1: covered.x1,
                baseline: covered.y1,
                size,
                turn: Turn::Turned,
            }
        })
    }

    /// The place of a digit of this font that looks the same.
    fn raised(self, raise: Raise) -> Place {
        Place {
            baseline: self.baseline - raise.rise * self.size,
            size: raise.scale * self.size,
            ..self
        }
    }

    fn middle(&self) -> Point {
        let up = match self.turn {
            Turn::None => self.size * (ASCENT - DESCENT) / 2.0,
            Turn::Turned => self.size / 2.0,
        };
        Point::new((self.x0 + self.x1) / 2.0, self.baseline - up)
    }
}

/// Like [`Rect::contains`], its right and lower edges included.
fn contains(area: Rect, point: Point) -> bool {
    area.x0 <= point.x && point.x <= area.x1 && area.y0 <= point.y && point.y <= area.y1
}

/// The part of an area that a clip lets through.
fn clipped(area: Area, clip: Rect) -> Option<Area> {
    let area = Area {
        x0: area.x0.max(clip.x0),
        y0: area.y0.max(clip.y0),
        x1: area.x1.min(clip.x1),
        y1: area.y1.min(clip.y1),
    };
    (area.x0 <= area.x1 && area.y0 <= area.y1).then_some(area)
}

fn is_like(one: [u8; 3], other: [u8; 3]) -> bool {
    (0..3).all(|at| one[at].abs_diff(other[at]) <= ALIKE)
}

fn is_paper(colour: [u8; 3]) -> bool {
    is_like(colour, PAPER)
}

/// Red, green, blue; `None` for what is fully transparent. A pattern counts as black.
fn colour(paint: &Paint<'_>) -> Option<[u8; 3]> {
    match paint {
        Paint::Color(colour) => {
            let [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
            (alpha > 0).then_some([red, green, blue])
        }
        Paint::Pattern(_) => Some([0, 0, 0]),
    }
}

impl<'a> Device<'a> for Canvas<'_, 'a> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.draw(path, &props, mode);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.push_clip(
            clip.path.bounding_box(),
            shape::as_rect(&clip.path).is_some(),
        );
    }

    fn push_clip_rect(&mut self, clip: &Rect) {
        self.push_clip(*clip, true);
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        mode: BlendMode,
    ) {
        let is_plain = opacity >= 1.0 && mask.is_none() && mode == BlendMode::Normal;
        self.veils.push(!is_plain);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.budget.spend(1 + run.glyphs().len());
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        let Some(colour) = colour(&props.paint) else {
            return;
        };
        let outlines: Vec<&OutlineGlyph> = run
            .glyphs()
            .iter()
            .filter_map(|glyph| match &**glyph {
                DrawnGlyph::Outline(outline) => Some(outline),
                DrawnGlyph::Type3(_) => None,
            })
            .collect();
        let found = self.fonts.borrow_mut().find(&outlines);
        let look = Look {
            font: found.as_ref().map_or(u16::MAX, |found| found.number),
            is_bold: found.as_ref().is_some_and(|found| found.is_bold),
            colour,
            writing_mode: run.writing_mode(),
        };
        for glyph in run.glyphs() {
            let said = self.said(glyph, found.as_ref());
            self.glyph(said, props.transform * glyph.transform(), look);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let size = Rect::new(
            0.0,
            0.0,
            f64::from(image.width()),
            f64::from(image.height()),
        );
        let covered = props.transform.transform_rect_bbox(size);
        let covered = clipped(shape::area(covered), self.clip());
        self.page.images.extend(covered);
        self.grounds.extend(covered.map(|area| (area, None)));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.veils.pop();
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.draw(&rect.to_path(0.1), &props, mode);
    }
}
