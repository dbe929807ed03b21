//! A font program read backwards: from a glyph to its character.

use std::collections::HashMap;
use std::sync::Arc;

use skrifa::{Font, raw::ps::agl};

/// Characters by glyph.
#[derive(Debug, Default)]
pub struct Program {
    characters: HashMap<u32, char>,
}

impl Program {
    /// Reads what a program's own character map says of its glyphs, and, for
    /// those it leaves out, their names.
    pub fn new(bytes: Vec<u8>) -> Program {
        let mut program = Program::default();
        let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(bytes);
        let Some(font) = Font::new(data, 0) else {
            return program;
        };
        let charmap = font.charmap();
        if !charmap.unicode_is_symbol() {
            for (code, glyph) in charmap.unicodes() {
                if let Some(c) = char::from_u32(code) {
                    program.add(glyph.to_u32(), c);
                }
            }
        }
        for (glyph, name) in font.glyph_names() {
            // A name such as gid12 is made up for want of one.
            if !name.is_synthesized()
                && let Some(c) = agl::name_to_char(name.as_str())
            {
                program.characters.entry(glyph.to_u32()).or_insert(c);
            }
        }
        program
    }

    /// The character of a glyph.
    pub fn character(&self, glyph: u32) -> Option<char> {
        self.characters.get(&glyph).copied()
    }

    /// Some of the glyphs with their characters.
    pub fn some(&self, count: usize) -> impl Iterator<Item = (u32, char)> {
        let mut glyphs: Vec<u32> = self.characters.keys().copied().collect();
        glyphs.sort_unstable();
        let step = glyphs.len() / count + 1;
        glyphs
            .into_iter()
            .step_by(step)
            .filter_map(|glyph| Some((glyph, self.character(glyph)?)))
    }

    /// Of several characters the first is the commonest: `-` before U+00AD. The
    /// radicals of Kangxi stand before the ideographs drawn like them.
    fn add(&mut self, glyph: u32, c: char) {
        let known = self.characters.entry(glyph).or_insert(c);
        if matches!(*known, '\u{2E80}'..='\u{2FD5}' | '\u{E000}'..='\u{F8FF}') {
            *known = c;
        }
    }
}
