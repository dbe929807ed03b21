//! Which font a glyph is of, and what it says.

mod dict;
mod program;
mod recovery;

use std::collections::HashMap;
use std::rc::Rc;

use hayro_font::{Font, FontCache, FontGlyph, GlyphId, GlyphIdentifier, OutlineGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::dict::keys::{
    BASE_FONT, DESCENDANT_FONTS, ENCODING, FLAGS, FONT_DESC, FONT_WEIGHT, SUBTYPE, TO_UNICODE,
};
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};
use hayro_interpret::kurbo::Shape;

use self::recovery::{Collections, Recovery};
use super::character::{Meaning, meaning, pictogram};
use super::page::Unicode;

pub use self::dict::{font_dicts, has_sane_widths};

/// Units of glyph space in one em.
const EM: f64 = 1000.0;
/// The flag ForceBold of a font descriptor.
const FORCE_BOLD: u32 = 1 << 18;
/// Weight of a font that is more than normal or medium.
const SEMIBOLD: f64 = 600.0;

/// The fonts of a file. The interpreter hands out glyphs without saying of which
/// font they are; that is found from their program, code and number.
pub struct FontBook<'a> {
    fonts: Vec<FontEntry<'a>>,
    collections: Collections,
    /// The font of the run before, and whether no other could have been it.
    latest: usize,
    is_certain: bool,
}

struct FontEntry<'a> {
    font: Font<'a>,
    dict: Dict<'a>,
    name: String,
    kind: Kind,
    is_bold: bool,
    /// Other fonts of the same program.
    twins: Vec<usize>,
    codes: HashMap<u32, Rc<Code>>,
    recovery: Option<Recovery>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Composite,
    /// A simple font that says what its codes are.
    Named,
    /// A simple TrueType font that does not.
    Unnamed,
}

/// A code of a font.
pub struct Code {
    glyph: GlyphIdentifier,
    drawn: Option<BfString>,
    /// How far it advances, in thousandths of an em.
    pub advance: f64,
    /// By how much it is drawn wider than its program has it.
    pub stretch: f64,
    /// What it says; `None` when nothing in the file tells.
    pub meaning: Option<Meaning>,
    /// How a digit is drawn that its font has raised.
    pub raise: Option<Raise>,
}

/// A digit that is drawn small and high in its font, as OpenType's `sups` are: on
/// the line by its place and size, and a mark all the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raise {
    /// How far above the baseline it stands, in em.
    pub rise: f64,
    /// How large it is against a digit on the line.
    pub scale: f64,
}

impl Raise {
    /// The raise of a digit by the box of its outline, in em.
    fn new(foot: f64, head: f64) -> Option<Raise> {
        /// What a digit on the line has for its height.
        const DIGIT: f64 = 0.7;
        /// Digits on the line stand on it, or below.
        const LOWEST: f64 = 0.18;
        const TALLEST: f64 = 0.55;
        let height = head - foot;
        (foot > LOWEST && (0.0..TALLEST).contains(&height)).then_some(Raise {
            rise: foot,
            scale: height / DIGIT,
        })
    }
}

/// A font that a run of glyphs was found to be of.
pub struct Found {
    /// Its number in the file.
    pub number: u16,
    /// Whether it is bold by its weight or name.
    pub is_bold: bool,
    index: usize,
    rivals: Vec<usize>,
}

impl<'a> FontBook<'a> {
    /// Reads the fonts of a file.
    pub fn new(dicts: Vec<Dict<'a>>, settings: &InterpreterSettings) -> FontBook<'a> {
        let cache = FontCache::new();
        let mut fonts: Vec<FontEntry<'a>> = dicts
            .into_iter()
            .filter_map(|dict| {
                let font = cache.font(&dict, &settings.font_resolver, &settings.cmap_resolver)?;
                FontEntry::new(dict, font)
            })
            .collect();
        let mut programs: HashMap<u128, Vec<usize>> = HashMap::new();
        for (at, entry) in fonts.iter().enumerate() {
            if let Some(glyph) = outline(&entry.font, GlyphId::new(1), 0) {
                let program = glyph.identifier().cache_key();
                programs.entry(program).or_default().push(at);
            }
        }
        for twins in programs.into_values().filter(|twins| twins.len() > 1) {
            for &at in &twins {
                fonts[at].twins = twins.iter().copied().filter(|&twin| twin != at).collect();
            }
        }
        FontBook {
            fonts,
            collections: Collections::default(),
            latest: 0,
            is_certain: false,
        }
    }

    /// The font of a run of glyphs.
    pub fn find(&mut self, run: &[&OutlineGlyph]) -> Option<Found> {
        let (count, latest) = (self.fonts.len(), self.latest);
        let index = (0..count)
            .map(|at| (at + latest) % count)
            .find(|&at| self.matches(at, run))?;
        // Text goes on in its font: only where another one starts can twins be
        // taken for each other.
        let rivals: Vec<usize> = if index == latest && self.is_certain {
            Vec::new()
        } else {
            let twins = self.fonts[index].twins.clone();
            twins
                .into_iter()
                .filter(|&twin| self.matches(twin, run))
                .collect()
        };
        self.latest = index;
        self.is_certain = rivals.is_empty();
        Some(Found {
            number: u16::try_from(index).unwrap_or(u16::MAX),
            is_bold: self.fonts[index].is_bold,
            index,
            rivals,
        })
    }

    /// A code of a font; without a meaning when it has different ones in fonts that
    /// cannot be told apart.
    pub fn code(&mut self, found: &Found, code: u32) -> Option<Rc<Code>> {
        let entry = self.entry_code(found.index, code)?;
        for &rival in &found.rivals {
            let other = self.entry_code(rival, code)?;
            if other.meaning != entry.meaning {
                return Some(Rc::new(Code {
                    glyph: entry.glyph.clone(),
                    drawn: None,
                    meaning: None,
                    ..*entry
                }));
            }
        }
        Some(entry)
    }

    fn matches(&mut self, at: usize, run: &[&OutlineGlyph]) -> bool {
        let entry = &self.fonts[at];
        let has_twins = !entry.twins.is_empty();
        let is_simple = entry.kind != Kind::Composite;
        let is_of_program = run.first().is_some_and(|drawn| {
            outline(&entry.font, drawn.glyph_id(), drawn.char_code())
                .is_some_and(|glyph| glyph.identifier() == drawn.identifier())
        });
        is_of_program
            && run.iter().all(|drawn| {
                if is_simple && drawn.char_code() > 0xFF {
                    return false;
                }
                let Some(code) = self.entry_code(at, drawn.char_code()) else {
                    return false;
                };
                code.glyph == drawn.identifier()
                    && (!has_twins
                        || code.drawn == drawn.as_unicode()
                            && drawn.advance_width().map_or(0.0, f64::from) == code.advance)
            })
    }

    fn entry_code(&mut self, at: usize, code: u32) -> Option<Rc<Code>> {
        let entry = &mut self.fonts[at];
        if let Some(known) = entry.codes.get(&code) {
            return Some(known.clone());
        }
        let read = Rc::new(entry.read_code(code, &mut self.collections)?);
        entry.codes.insert(code, read.clone());
        Some(read)
    }
}

impl<'a> FontEntry<'a> {
    fn new(dict: Dict<'a>, font: Font<'a>) -> Option<FontEntry<'a>> {
        outline(&font, GlyphId::NOTDEF, 0)?;
        let name = dict
            .get::<Name<'_>>(BASE_FONT)
            .map_or(String::new(), |name| name.as_str().to_owned());
        let kind = match dict.get::<Name<'_>>(SUBTYPE).as_deref() {
            Some(b"Type0") => Kind::Composite,
            Some(b"TrueType") if dict.get::<Object<'_>>(ENCODING).is_none() => Kind::Unnamed,
            _ => Kind::Named,
        };
        let descendant = dict
            .get::<Array<'_>>(DESCENDANT_FONTS)
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descriptor = descendant
            .as_ref()
            .unwrap_or(&dict)
            .get::<Dict<'_>>(FONT_DESC)
            .unwrap_or_default();
        let is_forced = descriptor
            .get::<u32>(FLAGS)
            .is_some_and(|flags| flags & FORCE_BOLD != 0);
        let weight = descriptor.get::<f64>(FONT_WEIGHT).unwrap_or(0.0);
        let program =
            outline(&font, GlyphId::NOTDEF, 0).and_then(|glyph| glyph.font_data()?.weight);
        let is_bold = is_forced
            || weight >= SEMIBOLD
            || program.is_some_and(|weight| f64::from(weight) >= SEMIBOLD)
            || is_bold_name(&name);
        Some(FontEntry {
            font,
            dict,
            name,
            kind,
            is_bold,
            twins: Vec::new(),
            codes: HashMap::new(),
            recovery: None,
        })
    }

    fn read_code(&mut self, code: u32, collections: &mut Collections) -> Option<Code> {
        let id = self.font.map_code(code);
        let glyph = outline(&self.font, id, code)?;
        let drawn = glyph.as_unicode();
        let meaning = self.meaning(code, id.to_u32(), drawn.as_ref(), collections);
        let raise = match meaning {
            Some(Meaning::Text(Unicode::Char('0'..='9'))) => {
                let outline = glyph.outline().bounding_box();
                Raise::new(outline.y0 / EM, outline.y1 / EM)
            }
            _ => None,
        };
        Some(Code {
            glyph: glyph.identifier(),
            advance: self.font.code_advance(code).x,
            stretch: self.font.glyph_stretch(id, code),
            meaning,
            raise,
            drawn,
        })
    }

    /// What a code says. The word of the file goes first where it gives one;
    /// where it does not, what the codes are by their encoding, then the CID, then
    /// the program.
    fn meaning(
        &mut self,
        code: u32,
        glyph: u32,
        drawn: Option<&BfString>,
        collections: &mut Collections,
    ) -> Option<Meaning> {
        let said = drawn.and_then(bf_to_meaning);
        if self.name.contains("Wingdings") || self.name.contains("Symbol") {
            let is_letter = matches!(drawn, Some(BfString::Char(c)) if c.is_ascii());
            let is_pictorial = self.name.contains("Wingdings");
            if said.is_none() || is_pictorial && is_letter {
                return pictogram(&self.name, code).and_then(|c| meaning([c]));
            }
            return said;
        }
        let has_map = self.dict.contains_key(TO_UNICODE);
        if has_map && said.is_some() || self.kind == Kind::Named && said.is_some() {
            return said;
        }
        let recovery = self
            .recovery
            .get_or_insert_with(|| Recovery::new(&self.dict, collections));
        match self.kind {
            Kind::Composite => recovery
                .by_code(code)
                .or(said)
                .or_else(|| recovery.by_glyph(code, glyph)),
            Kind::Named | Kind::Unnamed => recovery.by_program(glyph).or(said),
        }
    }
}

/// What the interpreter says of a glyph by itself.
pub fn bf_to_meaning(unicode: &BfString) -> Option<Meaning> {
    match unicode {
        BfString::Char(c) => meaning([*c]),
        BfString::String(text) => meaning(text.chars()),
    }
}

fn outline(font: &Font<'_>, glyph: GlyphId, code: u32) -> Option<OutlineGlyph> {
    match font.glyph(glyph, code) {
        FontGlyph::Outline(glyph) => Some(glyph),
        FontGlyph::Type3(_) => None,
    }
}

/// Whether a font is bold by its name. 黑体 is what Chinese print has for bold; families
/// that call themselves Hei in all weights are not.
fn is_bold_name(name: &str) -> bool {
    ["Bold", "Black", "Heavy", "SimHei", "STHeiti", "FZHei"]
        .iter()
        .any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{Raise, is_bold_name};

    #[test]
    fn digits_are_raised_by_their_outline() {
        // Of those raised, how far in em and how large in percent of 0.7 em.
        let cases = [
            ("on the line", 0.0, 0.73, None),
            ("round, a little below it", -0.012, 0.74, None),
            ("old style, without ascender", -0.01, 0.48, None),
            ("old style, below the line", -0.2, 0.48, None),
            ("subscript", -0.14, 0.28, None),
            ("in a font that is set high", 0.2, 0.93, None),
            ("superscript", 0.33, 0.75, Some((0.33, 60.0))),
            ("numerator", 0.28, 0.70, Some((0.28, 60.0))),
            ("small numerator", 0.4, 0.75, Some((0.4, 50.0))),
            ("without an outline", 0.0, 0.0, None),
        ];
        for (name, foot, head, expected) in cases {
            let raise = Raise::new(foot, head);
            let found = raise.map(|raise| (raise.rise, (100.0 * raise.scale).round()));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn fonts_are_bold_by_name() {
        let cases = [
            ("GFUCSM+NotoSansCJKsc-Bold", true),
            ("ABCDEF+SimHei", true),
            ("SourceHanSansSC-Heavy", true),
            ("ABCDEF+WenQuanYiZenHei", false),
            ("MicrosoftYaHei", false),
            ("SimSun", false),
        ];
        for (name, expected) in cases {
            assert_eq!(is_bold_name(name), expected, "{name}");
        }
    }
}
