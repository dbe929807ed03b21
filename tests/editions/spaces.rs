//! Columns by runs of spaces and wrapped lines, as `pdftotext -layout` prints
//! them.

use super::model::Mark;
use super::rng::Rng;
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
    let by_character = style.by_character;
    let tall = tall(part);
    let set = |cells: &mut dyn Iterator<Item = (usize, &str)>| {
        let mut line = Line::new(indent, by_character);
        let mut column = 0;
        for (columns, text) in cells {
            let room = widths[column..column + columns].iter().sum::<usize>() + gap * (columns - 1);
            let align = match column {
                0 => Align::Left,
                _ if columns > 1 => Align::Center,
                _ => align,
            };
            line.set(text, &style.printed(text), room, gap, align);
            column += columns;
        }
        line.text.trim_end().to_owned()
    };
    let mut lines = Vec::new();
    for (at, cells) in header.iter().enumerate().filter(|_| tall.is_none()) {
        lines.push(match part.header.get(at) {
            Some(heads) if at == 0 => {
                set(&mut heads.iter().map(|head| (head.columns, &*head.text)))
            }
            _ => set(&mut cells.iter().map(|cell| (1, cell.as_str()))),
        });
    }
    for cells in tall.iter().flatten() {
        let mut cells = cells
            .iter()
            .map(|(columns, text)| (*columns, text.as_str()));
        lines.push(set(&mut cells));
    }
    lines.extend(
        part.rows
            .iter()
            .map(|row| set(&mut row.iter().map(|cell| (1, cell.as_str())))),
    );
    lines
}

/// The lines of a header whose groups are of several columns and whose headings are
/// wrapped, units on lines of their own; what is in no group stands at any height.
fn tall(part: &Part) -> Option<Vec<Vec<(usize, String)>>> {
    let upper = part.header.first()?;
    let is_grouped = part.header.len() == 2 && upper.iter().any(|head| head.columns > 1);
    // On every page as on the first, marks or none.
    let texts = part
        .header
        .iter()
        .flatten()
        .flat_map(|head| head.text.chars());
    let texts = texts.filter(|&c| c != ' ' && Mark::of(c).is_none());
    let mut rng = Rng::new(texts.fold(0, |seed, c| seed * 31 % 1_000_003 + u64::from(c)));
    if !is_grouped || !rng.chance(70) {
        return None;
    }
    let in_halves = rng.chance(30);
    let mut lower = part.header[1].iter();
    // What stands in each column below the groups, or beside them.
    let mut columns: Vec<(bool, Vec<String>)> = Vec::new();
    for head in upper {
        let is_group = head.columns > 1;
        let count = if head.rows == 1 { head.columns } else { 0 };
        let below: Vec<&str> = lower.by_ref().take(count).map(|head| &*head.text).collect();
        if is_group {
            columns.extend(below.iter().map(|text| (true, pieces(text, in_halves))));
        } else {
            let text = below.first().copied().unwrap_or_default();
            let text = if text.is_empty() { &head.text } else { text };
            columns.push((false, pieces(text, in_halves)));
        }
    }
    let under = || columns.iter().filter(|(is_under, _)| *is_under);
    let most = under().map(|(_, pieces)| pieces.len()).max()?;
    // A heading of one line half way between the lines of another.
    let is_half = most == 2 && under().any(|(_, pieces)| pieces.len() == 1) && rng.chance(60);
    let height = if is_half { 3 } else { most };
    let is_top = rng.chance(50);
    let mut lines = vec![Vec::new(); 1 + height];
    let mut column = 0;
    for head in upper {
        let group = if head.columns > 1 {
            head.text.clone()
        } else {
            String::new()
        };
        if head.columns > 1 {
            lines[0].push((head.columns, group));
        }
        for (is_under, pieces) in &columns[column..column + head.columns] {
            let first = match (is_under, pieces.len()) {
                (false, count) => rng.count(0..=(1 + height).saturating_sub(count)),
                (true, 1) if is_half => 2,
                (true, _) if is_half || is_top => 1,
                (true, count) => 1 + height - count,
            };
            let step = if *is_under && is_half { 2 } else { 1 };
            for (at, line) in lines.iter_mut().enumerate().skip(usize::from(*is_under)) {
                let piece = (0..pieces.len()).find(|piece| first + piece * step == at);
                line.push((
                    1,
                    piece.map_or(String::new(), |piece| pieces[piece].clone()),
                ));
            }
        }
        column += head.columns;
    }
    (height > 1).then_some(lines)
}

/// The lines of a heading: its unit on one of its own, the rest in halves.
fn pieces(text: &str, in_halves: bool) -> Vec<String> {
    let unit = text.find(['（', '(']).unwrap_or(text.len());
    let (label, unit) = text.split_at(unit);
    let label: Vec<char> = label.trim_end().chars().collect();
    let is_cut =
        in_halves && unit.is_empty() && label.len() > 4 && label.iter().all(|&c| is_han(c));
    let middle = if is_cut { label.len() / 2 } else { label.len() };
    let pieces = [&label[..middle], &label[middle..]].map(|piece| piece.iter().collect());
    let pieces = pieces.into_iter().chain([unit.to_owned()]);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

#[derive(Clone, Copy)]
enum Align {
    Left,
    Center,
    Right,
}

struct Line {
    text: String,
    /// How many columns are printed.
    printed: usize,
    /// Where the next cell begins on paper.
    x: usize,
    by_character: bool,
}

impl Line {
    fn new(indent: usize, by_character: bool) -> Line {
        Line {
            text: String::new(),
            printed: 0,
            x: indent,
            by_character,
        }
    }

    /// Adds a cell in a column of this room, and the gap.
    fn set(&mut self, text: &str, printed: &str, room: usize, gap: usize, align: Align) {
        let width = width(printed);
        let rest = room.saturating_sub(width);
        let before = match align {
            Align::Left => 0,
            Align::Center => rest / 2,
            Align::Right => rest,
        };
        let x = self.x + before;
        self.text += &" ".repeat(x.saturating_sub(self.printed));
        self.text += text;
        let count = match self.by_character {
            true => printed.chars().count(),
            false => width,
        };
        self.printed = x.max(self.printed) + count;
        self.x = x + width + rest - before + gap;
    }
}
