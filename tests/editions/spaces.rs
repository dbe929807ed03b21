//! Columns by runs of spaces and wrapped lines, as `pdftotext -layout` prints
//! them.

use super::model::Mark;
use super::typeset::{Part, Style, is_han};

/// How many columns a line has.
pub const LINE: usize = 76;

/// Columns that a text takes.
pub fn width(text: &str) -> usize {
    let is_wide = |c| {
        is_han(c)
            || ('\u{3000}'..='\u{303f}').contains(&c)
            || ('\u{ff00}'..='\u{ff60}').contains(&c)
            || c == '◇'
    };
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

pub fn centered(text: &str) -> String {
    format!("{}{text}", " ".repeat(LINE.saturating_sub(width(text)) / 2))
}

pub fn to_the_right(text: &str) -> String {
    format!("{}{text}", " ".repeat(LINE.saturating_sub(width(text))))
}

/// A line of the 目录.
pub fn entry(title: &str, page: u32, level: u32) -> String {
    let head = format!("{}{title}", "  ".repeat(level as usize - 1));
    let page = page.to_string();
    let dots = LINE.saturating_sub(width(&head) + page.len()).max(3);
    format!("{head}{}{page}", ".".repeat(dots))
}

/// Breaks a text into lines; spaces at their ends are kept.
pub fn wrap(text: &str, first: usize, further: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut room = LINE - first;
    for atom in atoms(text) {
        let needed = width(atom.trim_end());
        let is_empty = lines.last().is_some_and(String::is_empty);
        if needed > room && !is_empty {
            lines.push(String::new());
            room = LINE - further;
        }
        room = room.saturating_sub(width(&atom));
        if let Some(line) = lines.last_mut() {
            *line += &atom;
        }
    }
    lines
}

/// The pieces that a line end does not part: words, numbers, a character with
/// the signs that stick to it. Addresses break anywhere.
pub fn atoms(text: &str) -> Vec<String> {
    let mut atoms: Vec<String> = Vec::new();
    let mut address = 0;
    for (at, c) in text.char_indices() {
        if text[at..].starts_with("http") {
            address = text[at..]
                .find(|c: char| !c.is_ascii_graphic() || c == '>')
                .unwrap_or(text.len() - at)
                + at;
        }
        let sticks = Mark::of(c).is_some()
            || " ，。、；：！？）》”%".contains(c)
            || atoms
                .last()
                .and_then(|atom| atom.chars().next_back())
                .is_some_and(|before| {
                    "（《“".contains(before)
                        || at >= address && c.is_ascii_graphic() && before.is_ascii_graphic()
                });
        match atoms.last_mut() {
            Some(atom) if sticks => atom.push(c),
            _ => atoms.push(c.to_string()),
        }
    }
    atoms
}

/// The lines of a table, its columns below each other.
pub fn lines(part: &Part, style: &mut Style) -> Vec<String> {
    let gap = style.rng.count(2..=6);
    let indent = style.rng.count(0..=8);
    let align = style.rng.pick(&[Align::Left, Align::Center, Align::Right]);
    let count = part.rows.first().map_or(0, Vec::len);
    let mut widths = vec![0; count];
    let cells = part
        .header_cells()
        .map(|cells| cells.into_iter().map(str::to_owned).collect());
    let header: Vec<Vec<String>> = cells.collect();
    for (at, row) in header.iter().chain(&part.rows).enumerate() {
        let is_upper = at + 1 < header.len();
        for (column, cell) in row.iter().enumerate() {
            let spans = is_upper && row.get(column + 1).is_some_and(String::is_empty);
            if !spans {
                widths[column] = widths[column].max(width(&style.printed(cell)));
            }
        }
    }
    // What spans columns may need more than they do.
    for head in part
        .header
        .iter()
        .take(1)
        .flatten()
        .filter(|head| head.columns > 1)
    {
        let needed = width(&style.printed(&head.text)) + gap;
        widths
            .iter_mut()
            .for_each(|width| *width = (*width).max(needed / head.columns));
    }
    let set = |cells: &mut dyn Iterator<Item = (usize, &str)>| {
        let mut line = Line::new(indent);
        let mut column = 0;
        for (columns, text) in cells {
            let room = widths[column..column + columns].iter().sum::<usize>() + gap * (columns - 1);
            let align = match column {
                0 => Align::Left,
                _ if columns > 1 => Align::Center,
                _ => align,
            };
            line.set(text, width(&style.printed(text)), room, gap, align);
            column += columns;
        }
        line.text.trim_end().to_owned()
    };
    let mut lines = Vec::new();
    for (at, cells) in header.iter().enumerate() {
        lines.push(match part.header.get(at) {
            Some(heads) if at == 0 => {
                set(&mut heads.iter().map(|head| (head.columns, &*head.text)))
            }
            _ => set(&mut cells.iter().map(|cell| (1, cell.as_str()))),
        });
    }
    lines.extend(
        part.rows
            .iter()
            .map(|row| set(&mut row.iter().map(|cell| (1, cell.as_str())))),
    );
    lines
}

#[derive(Clone, Copy)]
enum Align {
    Left,
    Center,
    Right,
}

struct Line {
    text: String,
}

impl Line {
    fn new(indent: usize) -> Line {
        Line {
            text: " ".repeat(indent),
        }
    }

    /// Adds a cell of this width in a column of this room, and the gap.
    fn set(&mut self, text: &str, width: usize, room: usize, gap: usize, align: Align) {
        let rest = room.saturating_sub(width);
        let before = match align {
            Align::Left => 0,
            Align::Center => rest / 2,
            Align::Right => rest,
        };
        self.text += &" ".repeat(before);
        self.text += text;
        self.text += &" ".repeat(rest - before + gap);
    }
}
