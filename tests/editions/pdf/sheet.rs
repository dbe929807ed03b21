//! A page as it is to be seen, before any of it is an operator.

use super::font::Slot;

/// A page, from the top left, in points.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Texts and drawings in reading order.
    pub ink: Vec<Ink>,
    /// Running head, page number and footnotes.
    pub furniture: Vec<Ink>,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Ink {
    Text(Run),
    /// A stroke through all points.
    Line {
        points: Vec<[f64; 2]>,
        width: f64,
        colour: [u8; 3],
    },
    Fill {
        area: Area,
        colour: [u8; 3],
    },
    /// A stroked rectangle.
    Frame {
        area: Area,
        width: f64,
    },
    /// A piece of a pie: the middle, the radius, two angles.
    Sector {
        middle: [f64; 2],
        radius: f64,
        angles: [f64; 2],
        colour: [u8; 3],
    },
}

/// A box: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
}

/// Glyphs of one font, size and baseline.
#[derive(Clone, Debug)]
pub struct Run {
    pub slot: Slot,
    pub size: f64,
    pub colour: [u8; 3],
    /// Whether its boldness has to be drawn.
    pub is_emboldened: bool,
    /// What the glyphs stand on.
    pub baseline: f64,
    /// How far above the baseline of its line that is.
    pub rise: f64,
    /// Characters and their left ends.
    pub glyphs: Vec<(char, f64)>,
}

pub const BLACK: [u8; 3] = [0, 0, 0];

impl Ink {
    pub fn rule(from: [f64; 2], to: [f64; 2], width: f64) -> Ink {
        Ink::Line {
            points: vec![from, to],
            width,
            colour: BLACK,
        }
    }

    pub fn fill(x: [f64; 2], y: [f64; 2], colour: [u8; 3]) -> Ink {
        let area = Area::new(x, y);
        Ink::Fill { area, colour }
    }

    pub fn run(&self) -> Option<&Run> {
        match self {
            Ink::Text(run) => Some(run),
            _ => None,
        }
    }
}

impl Area {
    pub fn new(x: [f64; 2], y: [f64; 2]) -> Area {
        let ([x0, x1], [y0, y1]) = (x, y);
        Area { x0, y0, x1, y1 }
    }
}
