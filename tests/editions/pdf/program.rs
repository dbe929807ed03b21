//! A TrueType program with a box for each glyph, made from nothing.

/// Units of an em.
const EM: u16 = 1000;

/// A glyph of a program; the first of all is `.notdef`.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    /// What its own cmap calls it.
    pub character: Option<char>,
    /// In thousandths of an em.
    pub advance: u16,
}

/// Writes a program; `has_cmap` is whether it says which character a glyph is.
pub fn write(outlines: &[Outline], has_cmap: bool) -> Vec<u8> {
    let (glyf, loca) = glyphs(outlines);
    let mut tables = vec![
        (*b"glyf", glyf),
        (*b"head", head()),
        (*b"hhea", hhea(outlines)),
        (*b"hmtx", hmtx(outlines)),
        (*b"loca", loca),
        (*b"maxp", maxp(outlines)),
        (*b"post", post()),
    ];
    if has_cmap {
        tables.insert(0, (*b"cmap", cmap(outlines)));
    }
    assemble(&tables)
}

/// The table directory and the tables behind it.
fn assemble(tables: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = count.ilog2() as u16;
    let range = 16 << power;
    let mut program = vec![0, 1, 0, 0];
    for field in [count, range, power, count * 16 - range] {
        program.extend(field.to_be_bytes());
    }
    let mut offset = 12 + 16 * tables.len();
    for (tag, table) in tables {
        program.extend(tag);
        for field in [sum(table), offset as u32, table.len() as u32] {
            program.extend(field.to_be_bytes());
        }
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        program.extend(table);
        program.resize(program.len().next_multiple_of(4), 0);
    }
    program
}

fn sum(table: &[u8]) -> u32 {
    let words = table.chunks(4).map(|chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        u32::from_be_bytes(word)
    });
    words.fold(0, u32::wrapping_add)
}

fn words(words: &[i32]) -> Vec<u8> {
    let words = words.iter().map(|&word| word as u16);
    words.flat_map(u16::to_be_bytes).collect()
}

/// Boxes, and where each begins.
fn glyphs(outlines: &[Outline]) -> (Vec<u8>, Vec<u8>) {
    let (mut glyf, mut loca) = (Vec::new(), Vec::new());
    for outline in outlines {
        loca.extend((glyf.len() as u32).to_be_bytes());
        if outline.character == Some(' ') {
            continue;
        }
        let right = i32::from(outline.advance) - 60;
        // One contour: its box, its last point, no instructions.
        glyf.extend(words(&[1, 60, 0, right, 700, 3, 0]));
        // Points on the curve, with coordinates in full.
        glyf.extend([1; 4]);
        glyf.extend(words(&[60, 0, right - 60, 0]));
        glyf.extend(words(&[0, 700, 0, -700]));
        glyf.resize(glyf.len().next_multiple_of(4), 0);
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    (glyf, loca)
}

fn head() -> Vec<u8> {
    let mut head = words(&[1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, i32::from(EM)]);
    head.extend([0; 16]);
    // Bounds, style, smallest size, direction, long offsets, format of glyphs.
    head.extend(words(&[0, -200, 1000, 900, 0, 8, 2, 1, 0]));
    head
}

fn hhea(outlines: &[Outline]) -> Vec<u8> {
    let mut hhea = words(&[1, 0, 860, -140, 0, i32::from(EM), 0, 0, 1000, 1]);
    hhea.extend([0; 14]);
    hhea.extend(words(&[outlines.len() as i32]));
    hhea
}

fn hmtx(outlines: &[Outline]) -> Vec<u8> {
    let metrics = outlines
        .iter()
        .flat_map(|outline| words(&[i32::from(outline.advance), 60]));
    metrics.collect()
}

fn maxp(outlines: &[Outline]) -> Vec<u8> {
    let count = outlines.len() as i32;
    words(&[1, 0, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// Without names of glyphs.
fn post() -> Vec<u8> {
    let mut post = vec![0, 3, 0, 0];
    post.resize(32, 0);
    post
}

/// Format 4, a segment a character.
fn cmap(outlines: &[Outline]) -> Vec<u8> {
    let named = outlines.iter().zip(0i32..);
    let mut pairs: Vec<(i32, i32)> = named
        .filter_map(|(outline, glyph)| Some((u32::from(outline.character?) as i32, glyph)))
        .collect();
    pairs.sort_unstable();
    let count = pairs.len() as i32 + 1;
    let power = count.ilog2() as i32;
    let range = 2 << power;
    let mut table = words(&[
        0,
        1,
        3,
        1,
        0,
        12, // the only subtable: Windows, Unicode
        4,
        16 + 8 * count,
        0,
        2 * count,
        range,
        power,
        2 * count - range,
    ]);
    let characters: Vec<i32> = pairs.iter().map(|pair| pair.0).collect();
    table.extend(words(&characters));
    table.extend(words(&[0xffff, 0]));
    table.extend(words(&characters));
    table.extend(words(&[0xffff]));
    let deltas: Vec<i32> = pairs.iter().map(|(c, glyph)| glyph - c).collect();
    table.extend(words(&deltas));
    table.extend(words(&[1]));
    table.extend(words(&vec![0; count as usize]));
    table
}
