//! Invented editions as PDF: fonts, encodings, pages and objects made here, so
//! that every form which official files take can be had.

mod chart;
mod collection;
mod content;
mod design;
mod file;
mod flow;
mod font;
mod front;
mod items;
mod line;
mod program;
mod ruling;
mod seen;
mod sheet;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use pdf_writer::{Name, Rect, Ref};

use super::model::Edition;
use super::rng::Rng;
use content::Writer;
use design::{Recipe, Space};
use file::File;
use flow::Press;
use font::{Font, Slot};
use sheet::Sheet;

pub use design::Design;

/// Sets an edition and writes it as PDF; the same edition gives the same bytes.
pub fn typeset(edition: &Edition, design: Design) -> Vec<u8> {
    Pressed::new(edition, design).to_bytes()
}

/// An edition on its pages.
pub struct Pressed {
    seed: u64,
    recipe: Recipe,
    sheets: Vec<Sheet>,
}

impl Pressed {
    pub fn new(edition: &Edition, design: Design) -> Pressed {
        let recipe = Recipe::new(edition.seed, design);
        let (_, pages) = print(edition, &recipe, &[]);
        let (sheets, _) = print(edition, &recipe, &pages);
        Pressed {
            seed: edition.seed,
            recipe,
            sheets,
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        write(&self.sheets, &self.recipe, self.seed)
    }

    /// How it was made, for messages.
    pub fn recipe(&self) -> String {
        format!("{:?}", self.recipe)
    }

    /// Where the pages read from its bytes differ from what was set on them.
    pub fn differences(&self, pages: &[cnnic::document::pdf::Page]) -> Vec<String> {
        seen::differences(&self.sheets, pages)
    }
}

/// The pages, given those of the headings for the 目录; and these again.
fn print(edition: &Edition, recipe: &Recipe, pages: &[u32]) -> (Vec<Sheet>, Vec<u32>) {
    let mut press = Press::new(edition, recipe);
    press.cover();
    press.front(pages);
    press.body();
    (press.sheets, press.headings)
}

fn write(sheets: &[Sheet], recipe: &Recipe, seed: u64) -> Vec<u8> {
    let mut shown: BTreeMap<Slot, BTreeSet<char>> = BTreeMap::new();
    let ink = sheets
        .iter()
        .flat_map(|sheet| sheet.ink.iter().chain(&sheet.furniture));
    for run in ink.filter_map(|ink| ink.run()) {
        let characters = run.glyphs.iter().map(|(c, _)| *c);
        shown.entry(run.slot).or_default().extend(characters);
    }
    let fonts: BTreeMap<Slot, Font> = shown
        .iter()
        .map(|(&slot, characters)| (slot, Font::new(slot, recipe, characters)))
        .collect();
    let mut file = File::new(recipe.pack);
    let (catalog, tree) = (file.next(), file.next());
    let refs: Vec<(Slot, Ref)> = fonts
        .iter()
        .map(|(&slot, font)| (slot, font.write(&mut file)))
        .collect();
    let mut writer = Writer {
        recipe,
        fonts: &fonts,
        rng: Rng::new(seed ^ (0xbeef << 32)),
    };
    let pages: Vec<Ref> = sheets
        .iter()
        .map(|sheet| page(&mut file, &mut writer, sheet, tree, &refs))
        .collect();
    file.object(catalog)
        .indirect(catalog)
        .start::<pdf_writer::writers::Catalog>()
        .pages(tree);
    let count = pages.len() as i32;
    file.object(tree).pages(tree).kids(pages).count(count);
    file.finish(catalog)
}

fn page(
    file: &mut File,
    writer: &mut Writer,
    sheet: &Sheet,
    tree: Ref,
    fonts: &[(Slot, Ref)],
) -> Ref {
    let recipe = writer.recipe;
    let (width, height) = (recipe.paper.width as f32, recipe.paper.height as f32);
    let streams = writer.sheet(sheet);
    let is_in_forms = recipe.space == Space::Forms;
    let mut forms = Vec::new();
    let contents = file.next();
    if is_in_forms {
        let mut calls = String::new();
        for (number, stream) in streams.into_iter().enumerate() {
            let form = file.next();
            file.stream(form, stream, |dict| {
                dict.pair(Name(b"Type"), Name(b"XObject"));
                dict.pair(Name(b"Subtype"), Name(b"Form"));
                dict.pair(Name(b"BBox"), Rect::new(0.0, 0.0, width, height));
                // Half the size, which the page doubles again.
                let matrix = [0.5, 0.0, 0.0, 0.5, 10.0, 20.0];
                dict.insert(Name(b"Matrix")).array().items(matrix);
                let mut resources = dict.insert(Name(b"Resources")).dict();
                let mut named = resources.insert(Name(b"Font")).dict();
                for (slot, id) in fonts {
                    named.pair(slot.name(), *id);
                }
            });
            calls += &format!("q 2 0 0 2 -20 -40 cm /X{number} Do Q\n");
            forms.push((format!("X{number}"), form));
        }
        file.stream(contents, calls.into_bytes(), |_| ());
    } else {
        file.stream(contents, streams.concat(), |_| ());
    }
    let id = file.next();
    let mut page = file.object(id).page(id);
    page.parent(tree).contents(contents);
    match recipe.space {
        Space::Turned => {
            page.media_box(Rect::new(0.0, 0.0, height, width))
                .rotate(90);
        }
        Space::Cropped => {
            let [x, y] = content::CROP;
            page.media_box(Rect::new(0.0, 0.0, width + x + 20.0, height + y + 10.0));
            page.crop_box(Rect::new(x, y, width + x, height + y));
        }
        _ => {
            page.media_box(Rect::new(0.0, 0.0, width, height));
        }
    }
    let mut resources = page.resources();
    let mut named = resources.fonts();
    for (slot, id) in fonts {
        named.pair(slot.name(), *id);
    }
    drop(named);
    let mut named = resources.x_objects();
    for (name, form) in &forms {
        named.pair(Name(name.as_bytes()), *form);
    }
    drop(named);
    drop(resources);
    id
}
