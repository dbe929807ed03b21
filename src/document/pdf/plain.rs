//! The text of a page line by line, for comparing it with another reading.

use super::page::{Glyph, Page, Unicode};

/// How far baselines of one line may be apart, in em: a raised mark is on its line.
const RAISE: f64 = 0.5;
/// How wide a gap is that parts words, in em.
const GAP: f64 = 0.15;

/// The lines of a page from top to bottom, each from left to right, without any
/// regard to columns.
pub fn page_to_text(page: &Page) -> String {
    let mut glyphs: Vec<&Glyph> = page.glyphs.iter().collect();
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut text = String::new();
    let mut rest = &glyphs[..];
    while let [first, ..] = rest {
        // Labels of a chart may stand half a line apart from each other down the page:
        // a line is what is near its first glyph, not what is near the one before.
        let is_near =
            |glyph: &&&Glyph| glyph.baseline - first.baseline <= RAISE * first.size.min(glyph.size);
        let (line, below) = rest.split_at(rest.iter().take_while(is_near).count());
        rest = below;
        let mut line = line.to_vec();
        line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let mut last: Option<&Glyph> = None;
        for glyph in line {
            // A raised mark is no digit of the number before it.
            let is_apart = last.is_some_and(|last| {
                (glyph.x0 - last.x1).abs() > GAP * glyph.size
                    || (glyph.baseline - last.baseline).abs() > GAP * last.size
            });
            if is_apart {
                text.push(' ');
            }
            match &glyph.unicode {
                Unicode::Char(c) => text.push(*c),
                Unicode::Chars(characters) => text.push_str(characters),
                Unicode::Unknown => text.push('\u{FFFD}'),
            }
            last = Some(glyph);
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::pdf::page::Turn;

    #[test]
    fn lines_are_put_together_by_place() {
        let glyph = |c, x0, baseline, size: f64| Glyph {
            unicode: Unicode::Char(c),
            x0,
            x1: x0 + size / 2.0,
            baseline,
            size,
            font: 0,
            is_bold: false,
            colour: [0; 3],
            turn: Turn::None,
        };
        let page = Page {
            glyphs: vec![
                glyph('7', 0.0, 30.0, 10.0),
                glyph('2', 5.0, 10.0, 10.0),
                glyph('1', 0.0, 10.0, 10.0),
                glyph('3', 10.0, 7.0, 6.0),
                glyph('4', 30.0, 10.0, 10.0),
            ],
            ..Page::default()
        };
        assert_eq!(page_to_text(&page), "12 3 4\n7\n");
        // Labels beside each other, each half a line lower.
        let labels = [("4.0", 10.0, 10.0), ("11", 40.0, 14.0), ("543", 10.0, 18.0)];
        let glyphs = labels.iter().flat_map(|&(text, x0, baseline)| {
            let places = text.chars().enumerate();
            places.map(move |(at, c)| glyph(c, x0 + 4.0 * at as f64, baseline, 8.0))
        });
        let page = Page {
            glyphs: glyphs.collect(),
            ..Page::default()
        };
        assert_eq!(page_to_text(&page), "4.0 11\n543\n");
    }
}
