//! The fonts of a file: widths, codes, and how they are written.

use std::collections::{BTreeSet, HashMap};

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Finish, Name, Rect, Ref, Str};

use super::collection;
use super::design::{Encoding, Latin, Recipe};
use super::file::File;
use super::program::{self, Outline};

/// A font by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    Song,
    /// What is bold, in Chinese.
    Hei,
    Roman,
    RomanBold,
}

impl Slot {
    pub fn name(self) -> Name<'static> {
        Name(match self {
            Slot::Song => b"F1",
            Slot::Hei => b"F2",
            Slot::Roman => b"F3",
            Slot::RomanBold => b"F4",
        })
    }

    /// Which font a character is in.
    pub fn of(c: char, is_bold: bool, latin: Latin) -> Slot {
        match (c.is_ascii() && latin != Latin::Same, is_bold) {
            (false, false) => Slot::Song,
            (false, true) => Slot::Hei,
            (true, false) => Slot::Roman,
            (true, true) => Slot::RomanBold,
        }
    }

    fn is_latin(self) -> bool {
        self >= Slot::Roman
    }

    pub fn is_bold(self) -> bool {
        matches!(self, Slot::Hei | Slot::RomanBold)
    }

    /// How wide a character is, in thousandths of an em.
    pub fn advance(self, c: char) -> u16 {
        match c {
            _ if !self.is_latin() => {
                if c.is_ascii() {
                    500
                } else {
                    1000
                }
            }
            ' ' | '.' | ',' | '/' => 250,
            'i' | 'j' | 'l' | 't' | ':' | ';' | '(' | ')' | '-' | '\'' => 333,
            'm' | 'w' | 'M' | 'W' => 833,
            'A'..='Z' | '%' | '+' | '=' => 667,
            _ => 500,
        }
    }
}

/// A font with the characters that a file shows in it.
pub struct Font {
    slot: Slot,
    encoding: Encoding,
    latin: Latin,
    /// In the order of their glyphs, from 1.
    characters: Vec<char>,
    glyphs: HashMap<char, u16>,
}

impl Font {
    pub fn new(slot: Slot, recipe: &Recipe, characters: &BTreeSet<char>) -> Font {
        let mut characters: Vec<char> = characters.iter().copied().collect();
        // The codes of glyphs must not look like those of anything else.
        characters.sort_by_key(|&c| u32::from(c).wrapping_mul(0x9e37_79b1));
        Font {
            slot,
            encoding: recipe.encoding,
            latin: recipe.latin,
            glyphs: characters.iter().copied().zip(1..).collect(),
            characters,
        }
    }

    fn glyph(&self, c: char) -> u16 {
        self.glyphs[&c]
    }

    /// So many of the characters that it has.
    pub fn some(&self, count: usize) -> &[char] {
        &self.characters[..count.min(self.characters.len())]
    }

    /// The bytes that show a character.
    pub fn code(&self, c: char) -> Vec<u8> {
        if self.slot.is_latin() {
            return vec![c as u8];
        }
        match self.encoding {
            Encoding::ToUnicode | Encoding::Program => self.glyph(c).to_be_bytes().to_vec(),
            Encoding::Collection { .. } => collection::cid(c).to_be_bytes().to_vec(),
            Encoding::Unicode { .. } => (u32::from(c) as u16).to_be_bytes().to_vec(),
            Encoding::Gbk { .. } => collection::gbk(c),
        }
    }

    /// What the widths and the map to glyphs go by.
    fn cid(&self, c: char) -> u16 {
        match self.encoding {
            Encoding::ToUnicode | Encoding::Program => self.glyph(c),
            Encoding::Collection { .. } | Encoding::Unicode { .. } => collection::cid(c),
            Encoding::Gbk { .. } => collection::gbk_cid(c),
        }
    }

    fn is_embedded(&self) -> bool {
        match self.encoding {
            _ if self.slot.is_latin() => self.latin == Latin::TrueType,
            Encoding::Unicode { is_embedded } | Encoding::Gbk { is_embedded } => is_embedded,
            _ => true,
        }
    }

    fn base_name(&self) -> &'static [u8] {
        match (self.slot, self.is_embedded()) {
            (Slot::Song, true) => b"KBCDEA+SimSun",
            (Slot::Song, false) => b"STSong-Light",
            (Slot::Hei, true) => b"KBCDEB+SimHei-Bold",
            (Slot::Hei, false) => b"STHeiti-Bold",
            (Slot::Roman, true) => b"KBCDEC+TimesNewRomanPSMT",
            (Slot::Roman, false) => b"Times-Roman",
            (Slot::RomanBold, true) => b"KBCDED+TimesNewRomanPS-BoldMT",
            (Slot::RomanBold, false) => b"Times-Bold",
        }
    }

    /// Writes the font and all that it consists of.
    pub fn write(&self, file: &mut File) -> Ref {
        if self.slot.is_latin() {
            self.write_simple(file)
        } else {
            self.write_composite(file)
        }
    }

    fn write_simple(&self, file: &mut File) -> Ref {
        let descriptor = self.is_embedded().then(|| self.write_descriptor(file));
        let id = file.next();
        let name = Name(self.base_name());
        let widths = (32u8..127).map(|code| f32::from(self.slot.advance(char::from(code))));
        let mut font = file.object(id).indirect(id).dict();
        font.pair(Name(b"Type"), Name(b"Font"));
        let kind: &[u8] = if self.is_embedded() {
            b"TrueType"
        } else {
            b"Type1"
        };
        font.pair(Name(b"Subtype"), Name(kind));
        font.pair(Name(b"BaseFont"), name);
        font.pair(Name(b"FirstChar"), 32);
        font.pair(Name(b"LastChar"), 126);
        font.insert(Name(b"Widths")).array().items(widths);
        font.pair(Name(b"Encoding"), Name(b"WinAnsiEncoding"));
        if let Some(descriptor) = descriptor {
            font.pair(Name(b"FontDescriptor"), descriptor);
        }
        font.finish();
        id
    }

    fn write_composite(&self, file: &mut File) -> Ref {
        let descriptor = self.write_descriptor(file);
        let map = self.write_glyph_map(file);
        let is_collection = !matches!(self.encoding, Encoding::ToUnicode | Encoding::Program);
        let name = Name(self.base_name());
        let system = SystemInfo {
            registry: Str(b"Adobe"),
            ordering: if is_collection {
                Str(b"GB1")
            } else {
                Str(b"Identity")
            },
            supplement: if is_collection { 4 } else { 0 },
        };
        let descendant = file.next();
        let mut font = file.object(descendant).cid_font(descendant);
        let kind = if self.is_embedded() {
            CidFontType::Type2
        } else {
            CidFontType::Type0
        };
        font.subtype(kind).base_font(name).system_info(system);
        font.font_descriptor(descriptor).default_width(1000.0);
        if self.is_embedded() {
            match map {
                Some(map) => font.cid_to_gid_map_stream(map),
                None => font.cid_to_gid_map_predefined(Name(b"Identity")),
            };
        }
        let mut widths = font.widths();
        let mut narrow: Vec<u16> = (self.characters.iter())
            .filter(|c| c.is_ascii())
            .map(|&c| self.cid(c))
            .collect();
        narrow.sort_unstable();
        for cid in narrow {
            widths.same(cid, cid, 500.0);
        }
        widths.finish();
        font.finish();

        let to_unicode = (self.encoding == Encoding::ToUnicode).then(|| {
            let mut map = UnicodeCmap::<u16>::new(Name(b"Adobe-Identity-UCS"), system);
            for (glyph, c) in (1..).zip(&self.characters) {
                map.pair(glyph, *c);
            }
            let id = file.next();
            file.stream(id, map.finish().to_vec(), |_| ());
            id
        });
        let id = file.next();
        let mut font = file.object(id).type0_font(id);
        font.base_font(name).descendant_font(descendant);
        font.encoding_predefined(Name(match self.encoding {
            Encoding::Unicode { .. } => b"UniGB-UCS2-H",
            Encoding::Gbk { .. } => b"GBK-EUC-H",
            _ => b"Identity-H",
        }));
        if let Some(map) = to_unicode {
            font.to_unicode(map);
        }
        id
    }

    /// The glyphs of the CIDs, where these are not the same.
    fn write_glyph_map(&self, file: &mut File) -> Option<Ref> {
        let is_same = matches!(self.encoding, Encoding::ToUnicode | Encoding::Program);
        if is_same || !self.is_embedded() {
            return None;
        }
        let mut map = Vec::new();
        for (glyph, &c) in (1u16..).zip(&self.characters) {
            let at = usize::from(self.cid(c)) * 2;
            map.resize(map.len().max(at + 2), 0);
            map[at..at + 2].copy_from_slice(&glyph.to_be_bytes());
        }
        let id = file.next();
        file.stream(id, map, |_| ());
        Some(id)
    }

    fn write_descriptor(&self, file: &mut File) -> Ref {
        let program = self.is_embedded().then(|| self.write_program(file));
        let id = file.next();
        let mut descriptor = file.object(id).font_descriptor(id);
        let flags = if self.slot.is_latin() {
            FontFlags::SERIF | FontFlags::NON_SYMBOLIC
        } else {
            FontFlags::SYMBOLIC
        };
        descriptor
            .name(Name(self.base_name()))
            .flags(flags)
            .bbox(Rect::new(0.0, -200.0, 1000.0, 900.0));
        descriptor.italic_angle(0.0).ascent(860.0).descent(-140.0);
        descriptor.cap_height(700.0);
        descriptor.stem_v(if self.slot.is_bold() { 140.0 } else { 80.0 });
        if let Some(program) = program {
            descriptor.font_file2(program);
        }
        id
    }

    fn write_program(&self, file: &mut File) -> Ref {
        let has_cmap = match self.encoding {
            _ if self.slot.is_latin() => true,
            Encoding::Program => true,
            Encoding::Collection { has_cmap } => has_cmap,
            _ => false,
        };
        let mut outlines = vec![Outline {
            character: None,
            advance: 1000,
        }];
        outlines.extend(self.characters.iter().map(|&c| Outline {
            character: Some(c),
            advance: self.slot.advance(c),
        }));
        let program = program::write(&outlines, has_cmap);
        let id = file.next();
        let length = program.len() as i32;
        file.stream(id, program, |dict| {
            dict.pair(Name(b"Length1"), length);
        });
        id
    }
}
