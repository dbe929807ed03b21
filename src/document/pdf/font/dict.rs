//! The fonts of a file.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::dict::keys::{
    DESCENDANT_FONTS, FIRST_CHAR, LAST_CHAR, SUBTYPE, W, W2,
};
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object};

/// How deep dictionaries may be nested in each other.
const DEEPEST: usize = 16;
/// A character code or CID has two bytes.
const LARGEST: f64 = 65_535.0;
/// For how many codes a font may have widths, each counted as often as it is given.
const MOST: f64 = 1_000_000.0;

/// The dictionaries of all fonts but Type 3, wherever in the file.
pub fn font_dicts(pdf: &Pdf) -> Vec<Dict<'_>> {
    let mut fonts = Vec::new();
    for object in pdf.objects() {
        visit(object, DEEPEST, &mut fonts);
    }
    fonts
}

fn visit<'a>(object: Object<'a>, depth: usize, fonts: &mut Vec<Dict<'a>>) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    let dict = match object {
        Object::Dict(dict) => dict,
        Object::Stream(stream) => stream.dict().clone(),
        Object::Array(array) => {
            for item in array.raw_iter() {
                if let MaybeRef::NotRef(item @ (Object::Dict(_) | Object::Array(_))) = item {
                    visit(item, depth, fonts);
                }
            }
            return;
        }
        _ => return,
    };
    let kind = dict.get::<Name<'_>>(SUBTYPE);
    if matches!(
        kind.as_deref(),
        Some(b"Type0" | b"Type1" | b"MMType1" | b"TrueType" | b"OpenType" | b"Type3")
    ) {
        fonts.push(dict);
        return;
    }
    for (_, value) in dict.entries() {
        if let MaybeRef::NotRef(value @ (Object::Dict(_) | Object::Array(_))) = value {
            visit(value, depth, fonts);
        }
    }
}

/// Whether the widths of a font are for codes that exist. Others would only
/// fill the memory.
pub fn has_sane_widths(font: &Dict<'_>) -> bool {
    let within = |key: &[u8]| {
        font.get::<f64>(key)
            .is_none_or(|code| (0.0..=LARGEST).contains(&code))
    };
    let descendant = font
        .get::<Array<'_>>(DESCENDANT_FONTS)
        .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
        .unwrap_or_default();
    let count = |key: &[u8], values: usize| {
        descendant
            .get::<Array<'_>>(key)
            .map_or(0.0, |list| code_count(&list, values))
    };
    within(FIRST_CHAR) && within(LAST_CHAR) && count(W, 1) <= MOST && count(W2, 3) <= MOST
}

/// For how many codes a list has widths: after a first code a list of them, or a
/// last code and its `values`.
fn code_count(list: &Array<'_>, values: usize) -> f64 {
    let mut items = list.iter::<Object<'_>>();
    let mut number = || match items.next() {
        Some(Object::Number(number)) => Some(number.as_f64()),
        Some(_) => Some(f64::NAN),
        None => None,
    };
    let mut total = 0.0;
    while let Some(first) = number() {
        let Some(last) = number() else { break };
        // Not a number: a list, which is as long as it is.
        if !last.is_nan() {
            total += (last - first).max(0.0);
            for _ in 0..values {
                number();
            }
        }
    }
    total
}
