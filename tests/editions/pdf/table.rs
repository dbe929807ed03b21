//! Tables: widths of columns, heights of rows, and what goes on which page.

use super::super::model::Table;
use super::super::typeset::{Head, Part};
use super::design::{Align, Recipe, Ruling};
use super::flow::{Place, Press};
use super::line::{self, Type};
use super::ruling::{self, Frame};
use super::sheet::Ink;

/// Space beside the text of a cell.
const PAD: f64 = 5.0;

/// A cell with its place in the part, and its text in lines.
#[derive(Clone, Debug)]
pub struct Cell {
    pub column: usize,
    pub columns: usize,
    pub row: usize,
    pub rows: usize,
    lines: Vec<String>,
    align: Align,
    kind: Type,
}

/// What holds for all of a table.
struct Form {
    kind: Type,
    lead: f64,
    /// Space above and below the text of a cell.
    pad: f64,
    /// Left ends of the columns, and the right end of the last.
    xs: Vec<f64>,
    header: Vec<Vec<Head>>,
}

impl Press<'_> {
    /// The caption, the rows on as many pages as they need, and what is below.
    pub fn table(&mut self, table: &Table) {
        let unit = shared_unit(table).filter(|_| self.recipe.unit_above);
        let header = match unit {
            Some(_) => self.style.header(&without_brackets(table)),
            None => self.style.header(table),
        };
        let rows = self.style.rows(table);
        let form = self.form(header, &rows);
        let name = if table.is_appendix { "附表" } else { "表" };
        let gap = self.style.rng.pick(&["", " "]);
        let title = self.style.cell(&table.title.0);
        let caption = format!("{name}{gap}{} {title}", table.number);

        let head = form.header_height(self.recipe);
        self.gap(self.lead() * 0.6);
        let whole = head + form.height(&rows, self.recipe);
        let paper = self.recipe.paper;
        let texts = |rows: &[Vec<String>]| rows.concat();
        let most = paper.height - paper.top - paper.bottom;
        let is_below = self.recipe.caption_below && whole < most * 0.6;
        if is_below {
            let all = texts(&rows);
            if self.room_with(all.iter().map(String::as_str)) < whole + 60.0 {
                self.turn();
            }
        } else {
            let first = texts(&rows[..rows.len().min(2)]);
            let needed = 60.0 + head + form.height(&rows[..rows.len().min(2)], self.recipe);
            let titles = form.header.iter().flatten().map(|head| head.text.as_str());
            let all = titles.chain(first.iter().map(String::as_str));
            if self.room_with(all.chain([caption.as_str()])) < needed {
                self.turn();
            }
            self.caption(&caption);
            self.y += 3.0;
        }
        if let Some(unit) = unit {
            let (kind, lead) = (self.note_type(), self.note_type().size * 1.5);
            self.line(&format!("单位：{unit}"), kind, lead, Place::Right);
        }
        self.parts(table, &form, rows);
        self.y += 4.0;
        if is_below {
            self.caption(&caption);
        }
        self.below(table);
        self.gap(self.lead() * 0.6);
    }

    fn form(&mut self, header: Vec<Vec<Head>>, rows: &[Vec<String>]) -> Form {
        let kind = Type::plain(self.recipe.size - 1.5);
        let part = Part {
            header: header.clone(),
            rows: rows.to_vec(),
        };
        let widths = widths(&part, kind, self.recipe);
        let total: f64 = widths.iter().sum();
        let paper = self.recipe.paper;
        let start = paper.left + (paper.measure() - total) / 2.0;
        let mut xs = vec![start];
        for width in widths {
            xs.push(xs[xs.len() - 1] + width);
        }
        Form {
            kind,
            lead: kind.size * 1.25,
            pad: self.rng.pick(&[3.0, 4.5, 6.0]),
            xs,
            header,
        }
    }

    /// Sets the rows, as many on a page as fit with their footnotes.
    fn parts(&mut self, table: &Table, form: &Form, mut rows: Vec<Vec<String>>) {
        let mut header = Some(form.header.clone());
        let mut is_first = true;
        while !rows.is_empty() {
            let upper = header.clone().unwrap_or_default();
            let head = form.header_height_of(&upper, self.recipe);
            let fits = |press: &mut Self, count: usize| {
                let titles = upper.iter().flatten().map(|head| head.text.as_str());
                let texts = rows[..count].iter().flatten().map(String::as_str);
                let needed = head + form.height(&rows[..count], press.recipe) + 6.0;
                press.room_with(titles.chain(texts)) >= needed
            };
            let mut count = 1;
            while count < rows.len() && fits(self, count + 1) {
                count += 1;
            }
            let further = rows.split_off(count);
            let is_last = further.is_empty();
            self.part(form, &upper, &rows, [is_first, is_last]);
            rows = further;
            is_first = false;
            if !is_last {
                self.turn();
                header = header
                    .filter(|_| table.repeats_header)
                    .map(Part::without_marks);
            }
        }
    }

    /// Sets what stands on one page; `ends` says whether it is the first and
    /// the last of the table.
    fn part(&mut self, form: &Form, header: &[Vec<Head>], rows: &[Vec<String>], ends: [bool; 2]) {
        let mut cells = form.header_cells(header, self.recipe);
        for (row, texts) in rows.iter().enumerate() {
            cells.extend(form.row_cells(header.len() + row, texts, self.recipe));
        }
        let mut ys = vec![self.y];
        for row in 0..header.len() + rows.len() {
            let here = cells
                .iter()
                .filter(|cell| cell.row == row && cell.rows == 1);
            let height = here.map(|cell| form.cell_height(cell)).fold(0.0, f64::max);
            ys.push(ys[row] + height.max(form.lead + 2.0 * form.pad));
        }
        let frame = Frame {
            xs: &form.xs,
            ys: &ys,
            cells: &cells,
            header: header.len(),
            ends,
        };
        if self.recipe.is_shaded && !header.is_empty() {
            let (top, bottom) = (ys[0], ys[header.len()]);
            let across = [form.xs[0], form.xs[form.xs.len() - 1]];
            let ink = Ink::fill(across, [top, bottom], [217, 226, 243]);
            self.sheet.ink.push(ink);
        }
        let ink = ruling::rules(&frame, self.recipe);
        self.sheet.ink.extend(ink);
        let mut order: Vec<&Cell> = cells.iter().collect();
        if self.recipe.by_column {
            order.sort_by_key(|cell| cell.column);
        }
        for cell in order {
            self.cell(form, cell, &ys);
        }
        self.y = ys[ys.len() - 1];
    }

    fn cell(&mut self, form: &Form, cell: &Cell, ys: &[f64]) {
        let (left, right) = (form.xs[cell.column], form.xs[cell.column + cell.columns]);
        let (top, bottom) = (ys[cell.row], ys[cell.row + cell.rows]);
        let height = form.lead * cell.lines.len() as f64;
        let mut y = top + (bottom - top - height) / 2.0;
        for text in &cell.lines {
            let rest = right - left - 2.0 * PAD - line::width(text, cell.kind, self.recipe);
            let indent = match cell.align {
                Align::Left => 0.0,
                Align::Center => rest / 2.0,
                Align::Right => rest,
            };
            let baseline = y + (form.lead - cell.kind.size) / 2.0 + cell.kind.size * 0.86;
            self.set_at(text, cell.kind, left + PAD + indent, baseline);
            y += form.lead;
        }
    }

    fn below(&mut self, table: &Table) {
        for line in self.style.below(table) {
            self.small(&line);
        }
    }
}

/// The unit in the brackets of all columns, if it is the same.
fn shared_unit(table: &Table) -> Option<&str> {
    let mut brackets = table.columns.iter().map(|column| column.bracket.as_deref());
    let first = brackets.next()??;
    let is_shared = !table.has_unit_column && brackets.all(|bracket| bracket == Some(first));
    is_shared.then_some(first)
}

fn without_brackets(table: &Table) -> Table {
    let mut table = table.clone();
    for column in &mut table.columns {
        column.bracket = None;
    }
    table
}

/// Widths of the columns: what their cells need, and more if there is room.
fn widths(part: &Part, kind: Type, recipe: &Recipe) -> Vec<f64> {
    let bold = Type::bold(kind.size);
    let count = part.rows.first().map_or(0, Vec::len);
    let mut body = vec![0.0f64; count];
    for row in &part.rows {
        for (width, text) in body.iter_mut().zip(row) {
            *width = width.max(line::width(text, kind, recipe));
        }
    }
    let (mut most, mut least) = (body.clone(), body.clone());
    let cells = part.header_cells();
    for (at, row) in cells.enumerate() {
        for (column, text) in row.iter().enumerate() {
            let spans = at == 0
                && (part.header[0].iter()).any(|head| head.columns > 1 && head.text == *text);
            if !spans {
                most[column] = most[column].max(line::width(text, bold, recipe));
                least[column] = least[column].max(line::narrowest(text, bold, recipe));
            }
        }
    }
    let room = recipe.paper.measure() - 2.0 * PAD * count as f64;
    let sum = |widths: &[f64]| widths.iter().sum::<f64>();
    // Between what the headings need and what they would like.
    let wish = sum(&most) - sum(&least);
    let share = ((room - sum(&least)) / wish.max(1.0)).clamp(0.0, 1.0);
    let both = least.iter().zip(&most);
    let mut widths: Vec<f64> = both
        .map(|(least, most)| least + (most - least) * share)
        .collect();
    if sum(&widths) > room {
        let labels = part.rows.iter().map(|row| row[0].as_str());
        let narrowest = labels.map(|label| line::narrowest(label, kind, recipe));
        let narrowest = narrowest.fold(kind.size * 5.0, f64::max);
        widths[0] = (widths[0] - (sum(&widths) - room)).max(narrowest);
    }
    let rest = (room - sum(&widths)).max(0.0);
    let more = if recipe.is_full_width {
        rest
    } else {
        rest.min(14.0 * count as f64)
    };
    widths
        .iter()
        .map(|width| width + more / count as f64 + 2.0 * PAD)
        .collect()
}

impl Form {
    fn wrapped(&self, text: &str, kind: Type, span: [usize; 2], recipe: &Recipe) -> Vec<String> {
        // What is as wide as its column must not be wrapped by rounding.
        let room = self.xs[span[1]] - self.xs[span[0]] - 2.0 * PAD + 0.01;
        line::wrap(text, kind, recipe, room, room)
    }

    fn cell_height(&self, cell: &Cell) -> f64 {
        self.lead * cell.lines.len() as f64 + 2.0 * self.pad
    }

    fn header_cells(&self, header: &[Vec<Head>], recipe: &Recipe) -> Vec<Cell> {
        let kind = Type::bold(self.kind.size);
        let mut cells: Vec<Cell> = Vec::new();
        for (row, heads) in header.iter().enumerate() {
            let mut column = 0;
            for head in heads {
                // The lower row has no cells where the upper reaches.
                while row > 0 && (cells.iter()).any(|cell| cell.rows > 1 && cell.column == column) {
                    column += 1;
                }
                let span = [column, column + head.columns];
                cells.push(Cell {
                    column,
                    columns: head.columns,
                    row,
                    rows: head.rows,
                    lines: self.wrapped(&head.text, kind, span, recipe),
                    align: Align::Center,
                    kind,
                });
                column += head.columns;
            }
        }
        cells
    }

    fn row_cells(&self, row: usize, texts: &[String], recipe: &Recipe) -> Vec<Cell> {
        let cells = texts.iter().enumerate().map(|(column, text)| Cell {
            column,
            columns: 1,
            row,
            rows: 1,
            lines: self.wrapped(text, self.kind, [column, column + 1], recipe),
            align: if column == 0 {
                recipe.labels
            } else {
                recipe.values
            },
            kind: self.kind,
        });
        cells.collect()
    }

    fn height(&self, rows: &[Vec<String>], recipe: &Recipe) -> f64 {
        let height = |row: &Vec<String>| {
            let cells = self.row_cells(0, row, recipe);
            let heights = cells.iter().map(|cell| self.cell_height(cell));
            heights.fold(0.0, f64::max)
        };
        rows.iter().map(height).sum()
    }

    fn header_height(&self, recipe: &Recipe) -> f64 {
        self.header_height_of(&self.header, recipe)
    }

    fn header_height_of(&self, header: &[Vec<Head>], recipe: &Recipe) -> f64 {
        let cells = self.header_cells(header, recipe);
        let rows = (0..header.len()).map(|row| {
            let here = cells
                .iter()
                .filter(|cell| cell.row == row && cell.rows == 1);
            let height = here.map(|cell| self.cell_height(cell)).fold(0.0, f64::max);
            height.max(self.lead + 2.0 * self.pad)
        });
        rows.sum()
    }
}

/// Whether a table of this ruling has lines between its columns.
pub fn has_columns(ruling: Ruling) -> bool {
    matches!(ruling, Ruling::Grid | Ruling::NoSides)
}
