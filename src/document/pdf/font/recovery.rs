//! Characters of a font whose file does not say them, from what it does say.

use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;

use encoding_rs::{BIG5, Encoding, GB18030};
use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_interpret::hayro_syntax::object::dict::keys::{
    CID_TO_GID_MAP, CIDSYSTEMINFO, DESCENDANT_FONTS, ENCODING, FONT_DESC, FONT_FILE, FONT_FILE2,
    FONT_FILE3, ORDERING, REGISTRY,
};
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};

use super::program::Program;
use crate::document::pdf::character::{Meaning, meaning};

/// The tables from CIDs to Unicode, each read once.
#[derive(Default)]
pub struct Collections {
    tables: HashMap<Vec<u8>, Option<Rc<CMap>>>,
}

impl Collections {
    fn table(&mut self, family: &CidFamily) -> Option<Rc<CMap>> {
        let name = family.ucs2_cmap()?;
        let table = self
            .tables
            .entry(name.to_bytes().to_vec())
            .or_insert_with(|| Some(Rc::new(CMap::parse(load_embedded(name)?, load_embedded)?)));
        table.clone()
    }
}

/// What a font says of its characters apart from ToUnicode and glyph names.
pub struct Recovery {
    coding: Coding,
    /// From codes to CIDs, of a composite font.
    encoding: Option<CMap>,
    /// From CIDs to Unicode.
    collection: Option<Rc<CMap>>,
    program: Program,
}

/// What the codes of a font are themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Coding {
    /// UTF-16, as those of UniGB-UCS2-H.
    Utf16,
    /// Text in a national encoding, as those of GBK-EUC-H.
    National(&'static Encoding),
    /// Nothing known.
    Opaque,
}

impl Recovery {
    /// Reads what the dictionary of a font and its program say.
    pub fn new(font: &Dict<'_>, collections: &mut Collections) -> Recovery {
        let descendant = font
            .get::<Array<'_>>(DESCENDANT_FONTS)
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descriptor = descendant
            .as_ref()
            .unwrap_or(font)
            .get::<Dict<'_>>(FONT_DESC)
            .unwrap_or_default();
        let program = program_bytes(&descriptor).map_or_else(Program::default, Program::new);
        let Some(descendant) = descendant else {
            return Recovery {
                coding: Coding::Opaque,
                encoding: None,
                collection: None,
                program,
            };
        };
        let name = font.get::<Name<'_>>(ENCODING);
        let coding = name.as_deref().map_or(Coding::Opaque, Coding::new);
        let encoding = font.get::<Object<'_>>(ENCODING).and_then(read_encoding);
        let named = encoding
            .as_ref()
            .and_then(|cmap| cmap.metadata().character_collection.as_ref())
            .map(|collection| collection.family.clone())
            .filter(|family| *family != CidFamily::AdobeIdentity);
        let is_named = named.is_some();
        let family = named.or_else(|| read_family(&descendant));
        let collection = family.and_then(|family| collections.table(&family));
        let collection =
            collection.filter(|table| is_named || !is_contradicted(table, &descendant, &program));
        Recovery {
            coding,
            encoding,
            collection,
            program,
        }
    }

    /// What a code says by itself, without any glyph.
    pub fn by_code(&self, code: u32) -> Option<Meaning> {
        match self.coding {
            Coding::Utf16 => {
                let units = [(code >> 16) as u16, code as u16];
                let units = &units[usize::from(code <= 0xFFFF)..];
                let text: Result<Vec<char>, _> =
                    char::decode_utf16(units.iter().copied()).collect();
                meaning(text.ok()?)
            }
            Coding::National(encoding) => {
                let bytes = code.to_be_bytes();
                let start = bytes.iter().position(|&byte| byte != 0).unwrap_or(3);
                let text = encoding
                    .decode_without_bom_handling_and_without_replacement(&bytes[start..])?;
                meaning(text.chars())
            }
            Coding::Opaque => None,
        }
    }

    /// What a code says by its CID, or its glyph by the program.
    pub fn by_glyph(&self, code: u32, glyph: u32) -> Option<Meaning> {
        let by_cid = || {
            let (encoding, collection) = (self.encoding.as_ref()?, self.collection.as_ref()?);
            let cid = (1..=4).find_map(|length| encoding.lookup_cid_code(code, length))?;
            cid_to_meaning(collection, cid)
        };
        by_cid().or_else(|| self.by_program(glyph))
    }

    /// What a glyph is by the program.
    pub fn by_program(&self, glyph: u32) -> Option<Meaning> {
        self.program.character(glyph).and_then(|c| meaning([c]))
    }
}

impl Coding {
    fn new(name: &[u8]) -> Coding {
        let has = |part: &[u8]| name.windows(part.len()).any(|window| window == part);
        if name.starts_with(b"Uni") && (has(b"UCS2") || has(b"UTF16")) {
            Coding::Utf16
        } else if name.starts_with(b"GB") && has(b"-") && !name.starts_with(b"GBT") {
            Coding::National(GB18030)
        } else if name.starts_with(b"ETen") {
            Coding::National(BIG5)
        } else {
            Coding::Opaque
        }
    }
}

fn cid_to_meaning(collection: &CMap, cid: u32) -> Option<Meaning> {
    match collection.lookup_bf_string(cid)? {
        BfString::Char(c) => meaning([c]),
        BfString::String(text) => meaning(text.chars()),
    }
}

fn program_bytes(descriptor: &Dict<'_>) -> Option<Vec<u8>> {
    let stream = [FONT_FILE2, FONT_FILE3, FONT_FILE]
        .into_iter()
        .find_map(|key| descriptor.get::<Stream<'_>>(key))?;
    Some(stream.decoded_data().ok()?.into_owned())
}

fn read_encoding(encoding: Object<'_>) -> Option<CMap> {
    match encoding {
        Object::Name(name) => match CMapName::from_bytes(name.deref()) {
            CMapName::IdentityH => Some(CMap::identity_h()),
            CMapName::IdentityV => Some(CMap::identity_v()),
            name => CMap::parse(load_embedded(name)?, load_embedded),
        },
        Object::Stream(stream) => CMap::parse(&stream.decoded_data().ok()?, load_embedded),
        _ => None,
    }
}

fn read_family(descendant: &Dict<'_>) -> Option<CidFamily> {
    let info = descendant.get::<Dict<'_>>(CIDSYSTEMINFO)?;
    let registry = info.get::<Text<'_>>(REGISTRY)?;
    let ordering = info.get::<Text<'_>>(ORDERING)?;
    Some(CidFamily::from_registry_ordering(&registry, &ordering))
}

/// Whether a font calls its glyph numbers CIDs of a collection: its program
/// knows the characters of its glyphs, and most are others.
fn is_contradicted(collection: &CMap, descendant: &Dict<'_>, program: &Program) -> bool {
    if descendant.get::<Stream<'_>>(CID_TO_GID_MAP).is_some() {
        return false;
    }
    let (mut agreed, mut known) = (0, 0);
    for (glyph, c) in program.some(64) {
        known += 1;
        agreed += usize::from(cid_to_meaning(collection, glyph) == meaning([c]));
    }
    2 * agreed < known
}
