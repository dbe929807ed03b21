//! How a PDF is made: what is fixed by its design, what by the seed.

use super::super::rng::Rng;

/// What a PDF is a case of; all else is drawn from the seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// Grids of ruling lines; fonts with a ToUnicode map.
    Ruled,
    /// Tables of three rules; fonts that name Adobe-GB1 and have no ToUnicode map.
    ThreeLine,
    /// Rules between rows and none between columns; fonts whose only map is
    /// in their program.
    Open,
    /// Fonts in predefined encodings, embedded or not.
    Predefined,
    /// Drawn in another order, turned, in pieces.
    Awkward,
    /// Grids of ruling lines; notes at the end of each chapter.
    Endnotes,
}

impl Design {
    pub const ALL: [Design; 6] = [
        Design::Ruled,
        Design::ThreeLine,
        Design::Open,
        Design::Predefined,
        Design::Awkward,
        Design::Endnotes,
    ];
}

/// How the codes of a Chinese font are to be understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Identity-H, codes of glyphs, and a ToUnicode map.
    ToUnicode,
    /// Identity-H, codes of Adobe-GB1.
    Collection { has_cmap: bool },
    /// Identity-H, codes of glyphs, which the program's cmap names.
    Program,
    /// UniGB-UCS2-H
    Unicode { is_embedded: bool },
    /// GBK-EUC-H
    Gbk { is_embedded: bool },
}

/// What digits and letters are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latin {
    /// The Chinese font.
    Same,
    /// An embedded TrueType font, WinAnsiEncoding.
    TrueType,
    /// Times, which every reader has.
    Times,
}

/// Which rules a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    Grid,
    /// Between the rows.
    Rows,
    /// Between rows and columns, but none at the sides.
    NoSides,
    /// Above, under the header, below.
    Three,
}

/// What draws the rules of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pen {
    Stroke,
    /// Strokes as long as an edge of a cell.
    Dash,
    /// Thin rectangles.
    Fill,
    /// A stroked rectangle a cell, which makes a grid only.
    Frame,
}

/// Where the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Center,
    Right,
}

/// How what is bold is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bold {
    /// In a font of its own.
    Font,
    /// Filled and stroked.
    Stroked,
    /// Twice, a little apart.
    Twice,
}

/// How the glyphs of a line are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// As few strings as their places allow.
    Together,
    /// One by one.
    Each,
    /// In pieces cut anywhere.
    Pieces,
}

/// Where footnotes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    /// At the foot of the page, their numbers raised.
    Foot,
    /// At the end of the chapter, their numbers in brackets.
    End { is_raised: bool },
}

/// In which order the texts of a page are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Reading,
    /// A font at a time.
    ByFont,
    /// What repeats on every page and the footnotes first.
    FootFirst,
    Any,
}

/// What is between the page and what is drawn on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    Plain,
    /// `/Rotate 90`
    Turned,
    /// A CropBox that begins elsewhere.
    Cropped,
    /// Form XObjects with a matrix.
    Forms,
    /// Small units, y downwards.
    Flipped,
}

/// How objects are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pack {
    Plain,
    /// Streams deflated.
    Deflated,
    /// And the other objects in object streams.
    ObjectStreams,
}

/// The page and its margins, in points.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Paper {
    /// Width of the text.
    pub fn measure(&self) -> f64 {
        self.width - self.left - self.right
    }
}

/// Every choice that holds throughout a file.
#[derive(Clone, Debug)]
pub struct Recipe {
    pub paper: Paper,
    /// Size of the body.
    pub size: f64,
    /// Between baselines, in sizes.
    pub leading: f64,
    pub encoding: Encoding,
    pub latin: Latin,
    /// Size of Latin and how far it is lowered, against the Chinese.
    pub latin_size: f64,
    pub latin_drop: f64,
    /// Whether spaces are glyphs and not gaps.
    pub draws_spaces: bool,
    pub bold: Bold,
    /// Whether marks are raised by `Ts`.
    pub rises: bool,
    pub ruling: Ruling,
    pub pen: Pen,
    pub values: Align,
    pub labels: Align,
    pub is_shaded: bool,
    pub is_full_width: bool,
    /// Whether a three-line table has rules at page breaks.
    pub closes_parts: bool,
    pub caption_below: bool,
    /// Whether a unit that all columns share stands above the table.
    pub unit_above: bool,
    pub by_column: bool,
    pub is_justified: bool,
    pub hangs_bullets: bool,
    pub head: usize,
    pub has_head_rule: bool,
    pub folio: usize,
    pub folio_on_top: bool,
    pub alternates: bool,
    pub has_note_rule: bool,
    /// Between paragraphs, in lines.
    pub gap: f64,
    pub show: Show,
    pub order: Order,
    pub space: Space,
    pub pack: Pack,
    /// Whether there is text that nobody sees.
    pub has_unseen: bool,
    pub notes: Notes,
}

impl Recipe {
    pub fn new(seed: u64, design: Design) -> Recipe {
        let mut rng = Rng::new(seed ^ ((design as u64 + 0x70) << 48));
        let rng = &mut rng;
        let is_awkward = design == Design::Awkward;
        let encoding = encoding(design, rng);
        let ruling = match design {
            Design::Ruled | Design::Endnotes => {
                rng.pick(&[Ruling::Grid, Ruling::Grid, Ruling::NoSides])
            }
            Design::ThreeLine => Ruling::Three,
            Design::Open => Ruling::Rows,
            _ => rng.pick(&[Ruling::Grid, Ruling::Rows, Ruling::Three]),
        };
        let pens = [Pen::Stroke, Pen::Dash, Pen::Fill, Pen::Frame];
        let pen = match ruling {
            Ruling::Grid => rng.pick(&pens),
            _ => rng.pick(&pens[..3]),
        };
        let latin = match encoding {
            Encoding::ToUnicode | Encoding::Program => {
                rng.pick(&[Latin::Same, Latin::TrueType, Latin::Times])
            }
            _ => rng.pick(&[Latin::Same, Latin::TrueType, Latin::TrueType, Latin::Times]),
        };
        let small = rng.chance(35);
        Recipe {
            paper: paper(rng, small),
            size: if small { 10.5 } else { 12.0 },
            leading: rng.pick(&[1.3, 1.5, 1.7]),
            encoding,
            latin,
            latin_size: rng.pick(&[1.0, 1.0, 0.96, 1.04]),
            latin_drop: rng.pick(&[0.0, 0.0, 0.02]),
            draws_spaces: rng.chance(60),
            bold: rng.pick(&[Bold::Font, Bold::Font, Bold::Stroked, Bold::Twice]),
            rises: rng.chance(50),
            ruling,
            pen,
            values: rng.pick(&[Align::Right, Align::Center]),
            labels: rng.pick(&[Align::Left, Align::Center]),
            is_shaded: rng.chance(40),
            is_full_width: rng.chance(60),
            closes_parts: rng.chance(60),
            caption_below: rng.chance(12),
            unit_above: rng.chance(50),
            by_column: is_awkward && rng.chance(50),
            is_justified: rng.chance(80),
            hangs_bullets: rng.chance(50),
            head: rng.count(0..=2),
            has_head_rule: rng.chance(60),
            folio: rng.count(0..=3),
            folio_on_top: rng.chance(15),
            alternates: rng.chance(30),
            has_note_rule: rng.chance(85),
            gap: rng.pick(&[0.0, 0.0, 0.5]),
            show: rng.pick(if is_awkward {
                &[Show::Together, Show::Each, Show::Pieces, Show::Pieces]
            } else {
                &[Show::Together, Show::Together, Show::Each]
            }),
            order: if is_awkward {
                rng.pick(&[Order::ByFont, Order::FootFirst, Order::Any])
            } else {
                Order::Reading
            },
            space: if is_awkward {
                rng.pick(&[
                    Space::Turned,
                    Space::Cropped,
                    Space::Forms,
                    Space::Flipped,
                    Space::Plain,
                ])
            } else {
                Space::Plain
            },
            pack: rng.pick(&[Pack::Plain, Pack::Deflated, Pack::ObjectStreams]),
            has_unseen: is_awkward && rng.chance(60),
            notes: match design {
                Design::Endnotes => Notes::End {
                    is_raised: rng.chance(50),
                },
                _ => Notes::Foot,
            },
        }
    }
}

fn encoding(design: Design, rng: &mut Rng) -> Encoding {
    let is_embedded = rng.chance(50);
    let has_cmap = rng.chance(50);
    let predefined = [
        Encoding::Unicode { is_embedded },
        Encoding::Gbk { is_embedded },
    ];
    match design {
        Design::Ruled | Design::Endnotes => Encoding::ToUnicode,
        Design::ThreeLine => Encoding::Collection { has_cmap },
        Design::Open => Encoding::Program,
        Design::Predefined => rng.pick(&predefined),
        Design::Awkward => rng.pick(&[
            Encoding::ToUnicode,
            Encoding::Collection { has_cmap },
            Encoding::Program,
            predefined[0],
            predefined[1],
        ]),
    }
}

/// B5 or A4.
fn paper(rng: &mut Rng, is_small: bool) -> Paper {
    let (width, height) = if is_small {
        (515.9, 728.5)
    } else {
        (595.3, 841.9)
    };
    let side = rng.pick(&[57.0, 72.0, 90.0]);
    Paper {
        width,
        height,
        left: if is_small { 60.0 } else { side },
        right: if is_small { 60.0 } else { side },
        top: rng.pick(&[72.0, 80.0]),
        bottom: rng.pick(&[66.0, 72.0]),
    }
}
