//! What a page shows, before any of it is a word or a line.
//!
//! Lengths are points; the origin is the top left of the page as a reader
//! holds it (CropBox and Rotate applied, and a page of text that is set sideways
//! turned), `y` grows downwards.

/// A page with everything on it that can be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Width as shown.
    pub width: f64,
    /// Height as shown.
    pub height: f64,
    /// Glyphs in the order in which they are drawn: none invisible, clipped
    /// away or drawn twice; white space is left out.
    pub glyphs: Vec<Glyph>,
    /// Ruling lines: straight strokes and thin fills along an axis, and the
    /// four edges of stroked rectangles.
    pub rules: Vec<Rule>,
    /// Filled areas that are no rules: backgrounds of cells, bars of charts.
    pub fills: Vec<Area>,
    /// What was drawn besides: the boxes of curves, polygons and slanted lines.
    pub drawings: Vec<Area>,
    /// Images; a page of these alone is a scan.
    pub images: Vec<Area>,
    /// Whether text is missing because its font could not be read.
    pub is_incomplete: bool,
}

/// A glyph at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// What it stands for.
    pub unicode: Unicode,
    /// Left end.
    pub x0: f64,
    /// Right end, by its advance.
    pub x1: f64,
    /// The baseline it stands on.
    pub baseline: f64,
    /// Size of the font as shown.
    pub size: f64,
    /// Which font it is of; glyphs of one font share the number.
    pub font: u16,
    /// Whether it is bold, by the font's weight or name or by being drawn twice.
    pub is_bold: bool,
    /// Red, green, blue.
    pub colour: [u8; 3],
    /// Whether it stands upright.
    pub turn: Turn,
}

/// What a glyph stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unicode {
    /// One character, as nearly all do.
    Char(char),
    /// A ligature.
    Chars(Box<str>),
    /// Nothing in the file says.
    Unknown,
}

/// How a glyph is turned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// It stands upright.
    #[default]
    None,
    /// Read from the bottom to the top, or otherwise not upright; `x0`, `x1` and
    /// `baseline` are then those of the box it covers.
    Turned,
}

/// A ruling line along one axis; `x0 <= x1`, `y0 <= y1`, one pair nearly equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Left end.
    pub x0: f64,
    /// Upper end.
    pub y0: f64,
    /// Right end.
    pub x1: f64,
    /// Lower end.
    pub y1: f64,
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x0: f64,
    /// Upper edge.
    pub y0: f64,
    /// Right edge.
    pub x1: f64,
    /// Lower edge.
    pub y1: f64,
}
