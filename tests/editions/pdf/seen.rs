//! Whether the pages of a file show what was set on them.

use cnnic::document::pdf::{Glyph, Page, Unicode};

use super::sheet::{Run, Sheet};

/// How far apart two places may be, in points.
const NEAR: f64 = 0.05;

/// A glyph to be seen.
#[derive(Clone, Copy, Debug)]
struct Expected {
    c: char,
    x: f64,
    baseline: f64,
    size: f64,
    is_bold: bool,
}

/// Where pages differ from the sheets they were made of: glyphs that are missing,
/// other ones, and glyphs that nobody set.
pub fn differences(sheets: &[Sheet], pages: &[Page]) -> Vec<String> {
    if sheets.len() != pages.len() {
        return vec![format!("{} pages, {} sheets", pages.len(), sheets.len())];
    }
    let mut found = Vec::new();
    for (number, (sheet, page)) in (1..).zip(sheets.iter().zip(pages)) {
        let mut expected = sheet_to_expected(sheet);
        for glyph in &page.glyphs {
            match expected.iter().position(|expected| expected.is(glyph)) {
                Some(at) => drop(expected.swap_remove(at)),
                None => found.push(format!("page {number}: nobody set {glyph:?}")),
            }
        }
        let missing = expected
            .iter()
            .map(|it| format!("page {number}: missing {it:?}"));
        found.extend(missing);
    }
    found
}

fn sheet_to_expected(sheet: &Sheet) -> Vec<Expected> {
    let ink = sheet.ink.iter().chain(&sheet.furniture);
    ink.filter_map(|ink| ink.run())
        .flat_map(run_to_expected)
        .collect()
}

fn run_to_expected(run: &Run) -> impl Iterator<Item = Expected> {
    let seen = run.glyphs.iter().filter(|(c, _)| *c != ' ');
    seen.map(|&(c, x)| Expected {
        c,
        x,
        baseline: run.baseline,
        size: run.size,
        is_bold: run.is_emboldened || run.slot.is_bold(),
    })
}

impl Expected {
    fn is(&self, glyph: &Glyph) -> bool {
        let is_near = |a: f64, b: f64| (a - b).abs() < NEAR;
        glyph.unicode == Unicode::Char(self.c)
            && is_near(glyph.x0, self.x)
            && is_near(glyph.baseline, self.baseline)
            && is_near(glyph.size, self.size)
            && glyph.is_bold == self.is_bold
    }
}
