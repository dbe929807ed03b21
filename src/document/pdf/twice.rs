//! Glyphs drawn more than once at one place, as they are for want of a bold font or for a
//! shadow.

use super::page::{Glyph, Unicode};

/// How far a second drawing may be off the first, in em: less than any
/// two characters stand apart.
const OFFSET: f64 = 0.12;
/// With how many neighbours a glyph is compared.
const NEIGHBOURS: usize = 64;

/// Keeps each glyph once, the first of those drawn for it, noting that it looks bold.
pub fn once(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut order: Vec<usize> = (0..glyphs.len()).collect();
    order.sort_unstable_by(|&a, &b| {
        let (left, right) = (&glyphs[a], &glyphs[b]);
        key(left)
            .cmp(&key(right))
            .then(left.x0.total_cmp(&right.x0))
            .then(a.cmp(&b))
    });
    let mut repeats = vec![false; glyphs.len()];
    let mut bold = vec![false; glyphs.len()];
    for (at, &first) in order.iter().enumerate() {
        for &second in order[at + 1..].iter().take(NEIGHBOURS) {
            let reach = OFFSET * glyphs[first].size;
            if key(&glyphs[first]) != key(&glyphs[second])
                || glyphs[second].x0 - glyphs[first].x0 > reach
            {
                break;
            }
            if is_same(&glyphs[first], &glyphs[second]) {
                repeats[first.max(second)] = true;
                bold[first.min(second)] = true;
            }
        }
    }
    let glyphs = glyphs.into_iter().zip(repeats).zip(bold);
    glyphs
        .filter(|((_, is_repeat), _)| !is_repeat)
        .map(|((glyph, _), is_bold)| Glyph {
            is_bold: glyph.is_bold || is_bold,
            ..glyph
        })
        .collect()
}

/// Glyphs with different keys are never the same.
fn key(glyph: &Glyph) -> u32 {
    match &glyph.unicode {
        Unicode::Char(c) => u32::from(*c),
        Unicode::Chars(text) => text.chars().next().map_or(0, u32::from),
        Unicode::Unknown => 0,
    }
}

fn is_same(first: &Glyph, second: &Glyph) -> bool {
    let reach = OFFSET * first.size;
    first.unicode == second.unicode
        && first.turn == second.turn
        && (first.baseline - second.baseline).abs() <= reach
        && (first.x0 - second.x0).abs() <= reach
        && (first.size - second.size).abs() <= reach
        // What no table names may be different characters.
        && (first.unicode != Unicode::Unknown || first.font == second.font)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::pdf::page::Turn;

    fn glyph(c: char, x0: f64, baseline: f64) -> Glyph {
        Glyph {
            unicode: Unicode::Char(c),
            x0,
            x1: x0 + 5.0,
            baseline,
            size: 10.0,
            font: 0,
            is_bold: false,
            colour: [0; 3],
            turn: Turn::None,
        }
    }

    fn kept(glyphs: &[(char, f64, f64)]) -> Vec<(char, bool)> {
        let glyphs = glyphs
            .iter()
            .map(|&(c, x0, baseline)| glyph(c, x0, baseline));
        once(glyphs.collect())
            .into_iter()
            .map(|glyph| match glyph.unicode {
                Unicode::Char(c) => (c, glyph.is_bold),
                _ => ('?', glyph.is_bold),
            })
            .collect()
    }

    #[test]
    fn what_is_drawn_twice_is_kept_once_and_bold() {
        type Case<'a> = (&'a str, &'a [(char, f64, f64)], &'a [(char, bool)]);
        let cases: [Case<'_>; 5] = [
            (
                "a line and again the line",
                &[
                    ('规', 0.0, 0.0),
                    ('模', 10.0, 0.0),
                    ('规', 0.3, 0.0),
                    ('模', 10.3, 0.0),
                ],
                &[('规', true), ('模', true)],
            ),
            (
                "four times for a thick outline",
                &[
                    ('1', 0.0, 0.0),
                    ('1', 0.2, 0.2),
                    ('1', -0.2, 0.2),
                    ('1', 0.0, 0.4),
                ],
                &[('1', true)],
            ),
            (
                "doubled characters side by side",
                &[
                    ('1', 0.0, 0.0),
                    ('1', 5.0, 0.0),
                    ('.', 10.0, 0.0),
                    ('.', 12.5, 0.0),
                ],
                &[('1', false), ('1', false), ('.', false), ('.', false)],
            ),
            (
                "a superscript over its like",
                &[('1', 0.0, 0.0), ('1', 0.0, -4.0)],
                &[('1', false), ('1', false)],
            ),
            (
                "others at the same place",
                &[('1', 0.0, 0.0), ('2', 0.1, 0.0)],
                &[('1', false), ('2', false)],
            ),
        ];
        for (name, given, expected) in cases {
            assert_eq!(kept(given), expected, "{name}");
        }
    }
}
