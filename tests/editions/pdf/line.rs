//! Texts to lines, and lines to glyphs at their places.

use super::super::model::Mark;
use super::super::spaces;
use super::design::{Bold, Notes, Recipe};
use super::font::Slot;
use super::sheet::{BLACK, Ink, Run};

/// What a text is set in.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    pub size: f64,
    pub is_bold: bool,
}

impl Type {
    pub fn plain(size: f64) -> Type {
        let is_bold = false;
        Type { size, is_bold }
    }

    pub fn bold(size: f64) -> Type {
        let is_bold = true;
        Type { size, is_bold }
    }

    /// What a raised mark beside it is set in.
    fn raised(self) -> Type {
        Type::plain(self.size * 0.6)
    }
}

/// A mark as it is printed: its text, what that is set in, and how far it is raised.
fn mark(mark: Mark, kind: Type, recipe: &Recipe) -> (String, Type, f64) {
    let raised = (kind.raised(), kind.size * 0.36);
    match (mark, recipe.notes) {
        (Mark::Footnote(number), Notes::End { is_raised }) => {
            let (kind, rise) = if is_raised { raised } else { (kind, 0.0) };
            (format!("[{number}]"), kind, rise)
        }
        _ => (mark.to_string(), raised.0, raised.1),
    }
}

/// Width of a text, its marks raised.
pub fn width(text: &str, kind: Type, recipe: &Recipe) -> f64 {
    text.chars().map(|c| advance(c, kind, recipe)).sum()
}

fn advance(c: char, kind: Type, recipe: &Recipe) -> f64 {
    if let Some(of) = Mark::of(c) {
        let (text, kind, _) = mark(of, kind, recipe);
        return width(&text, kind, recipe);
    }
    if c == ' ' && !recipe.draws_spaces {
        return kind.size * 0.25;
    }
    let slot = slot(c, kind, recipe);
    size(slot, kind, recipe) * f64::from(slot.advance(c)) / 1000.0
}

fn slot(c: char, kind: Type, recipe: &Recipe) -> Slot {
    let is_bold = kind.is_bold && recipe.bold == Bold::Font;
    Slot::of(c, is_bold, recipe.latin)
}

fn size(slot: Slot, kind: Type, recipe: &Recipe) -> f64 {
    if slot >= Slot::Roman {
        kind.size * recipe.latin_size
    } else {
        kind.size
    }
}

/// Breaks a text into lines no wider than these, without spaces at their ends.
pub fn wrap(text: &str, kind: Type, recipe: &Recipe, first: f64, further: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut room = first;
    for atom in spaces::atoms(text) {
        let is_empty = lines.last().is_some_and(String::is_empty);
        if !is_empty && width(atom.trim_end(), kind, recipe) > room {
            lines.push(String::new());
            room = further;
        }
        room -= width(&atom, kind, recipe);
        if let Some(line) = lines.last_mut() {
            *line += &atom;
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

/// The widest piece of a text that no line end parts.
pub fn narrowest(text: &str, kind: Type, recipe: &Recipe) -> f64 {
    let atoms = spaces::atoms(text);
    let widths = atoms
        .iter()
        .map(|atom| width(atom.trim_end(), kind, recipe));
    widths.fold(0.0, f64::max)
}

/// How much each gap has to grow for a line to reach this width.
pub fn stretch(text: &str, kind: Type, recipe: &Recipe, measure: f64) -> f64 {
    let mut last = text.chars();
    last.next_back();
    let gaps = last.filter(|&c| may_grow(c)).count();
    let grow = (measure - width(text, kind, recipe)) / gaps.max(1) as f64;
    if grow > 0.0 && grow < kind.size * 0.5 {
        grow
    } else {
        0.0
    }
}

fn may_grow(c: char) -> bool {
    c == ' ' || !c.is_ascii() && Mark::of(c).is_none()
}

/// Sets a line from a left end on a baseline, its gaps grown so much.
pub fn set(text: &str, kind: Type, recipe: &Recipe, at: [f64; 2], stretch: f64) -> Vec<Ink> {
    let mut runs: Vec<Run> = Vec::new();
    let [mut x, baseline] = at;
    for c in text.chars() {
        match Mark::of(c) {
            None => push(&mut runs, c, kind, recipe, [x, baseline], 0.0),
            Some(of) => {
                let (text, kind, rise) = mark(of, kind, recipe);
                let mut left = x;
                for c in text.chars() {
                    push(&mut runs, c, kind, recipe, [left, baseline], rise);
                    left += advance(c, kind, recipe);
                }
            }
        }
        x += advance(c, kind, recipe);
        if may_grow(c) {
            x += stretch;
        }
    }
    runs.into_iter().map(Ink::Text).collect()
}

fn push(runs: &mut Vec<Run>, c: char, kind: Type, recipe: &Recipe, at: [f64; 2], rise: f64) {
    if c == ' ' && !recipe.draws_spaces {
        return;
    }
    let slot = slot(c, kind, recipe);
    let size = size(slot, kind, recipe);
    let drop = if slot >= Slot::Roman {
        recipe.latin_drop * kind.size
    } else {
        0.0
    };
    let run = Run {
        slot,
        size,
        colour: BLACK,
        is_emboldened: kind.is_bold && recipe.bold != Bold::Font,
        baseline: at[1] + drop - rise,
        rise,
        glyphs: vec![(c, at[0])],
    };
    match runs.last_mut() {
        Some(last) if last.slot == slot && last.size == size && last.rise == rise => {
            last.glyphs.extend(run.glyphs);
        }
        _ => runs.push(run),
    }
}
