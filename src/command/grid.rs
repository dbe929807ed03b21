//! Rows as an aligned grid, as wide as the terminal; as wide as the text where
//! there is none.

use std::io::{self, IsTerminal};

use cnnic::logical::is_han;
use comfy_table::{
    CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle,
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::say;

/// 三线表, as the report sets its tables.
const THREE_LINES: TableStyle = TableStyle::new()
    .top_border(LineStyle::new('─', '─', '─', '─'))
    .header_lines(ContentLineStyle::none())
    .header_separator(LineStyle::new('─', '─', '─', '─'))
    .content_lines(ContentLineStyle::none())
    .bottom_border(LineStyle::new('─', '─', '─', '─'));

/// What stands between two columns, and before the first.
const GAP: usize = 3;

/// Rows under a head.
#[derive(Debug, Default)]
pub struct Grid<'g> {
    /// The names of the columns.
    pub head: &'g [&'g str],
    /// The cells, aligned with them.
    pub rows: Vec<Vec<String>>,
    /// Columns of numbers, which stand to the right and are not broken.
    pub numbers: &'g [usize],
    /// Columns that a narrow terminal may leave out, in that order.
    pub spare: &'g [usize],
}

/// Rows as a grid, all columns kept.
pub fn grid(head: &[&str], rows: Vec<Vec<String>>, numbers: &[usize]) -> String {
    let grid = Grid {
        head,
        rows,
        numbers,
        spare: &[],
    };
    grid.shown()
}

impl Grid<'_> {
    /// The grid in the terminal. What a narrow one leaves out is said.
    pub fn shown(self) -> String {
        let (shown, left_out) = self.within(terminal_width());
        if !left_out.is_empty() {
            say(&format!(
                "the terminal is too narrow for {}; `| less -S` behind the command shows all",
                left_out.join(", ")
            ));
        }
        shown
    }

    /// The grid in a width, and the columns that were left out.
    fn within(self, width: Option<usize>) -> (String, Vec<String>) {
        let natural = self.natural();
        let Some(width) = width.filter(|width| total(&natural) > *width) else {
            return (self.drawn(&natural), Vec::new());
        };
        let floors = self.floors(&natural);
        let mut kept: Vec<usize> = (0..self.head.len()).collect();
        let mut left_out = Vec::new();
        for column in self.spare {
            let of_kept = kept.iter().map(|&column| floors[column]);
            if total(&of_kept.collect::<Vec<usize>>()) <= width {
                break;
            }
            kept.retain(|kept| kept != column);
            left_out.push(self.head[*column].to_owned());
        }
        let is_number = |column: &usize| self.numbers.contains(column);
        let mut widths: Vec<usize> = kept.iter().map(|&column| floors[column]).collect();
        // A terminal of few columns: words are broken before lines are.
        for most in (NARROWEST..WORD).rev() {
            if total(&widths) <= width {
                break;
            }
            for (width, column) in widths.iter_mut().zip(&kept) {
                if !is_number(column) {
                    *width = most.min(*width);
                }
            }
        }
        while total(&widths) < width {
            let wanting = kept.iter().enumerate();
            let wanting = wanting.filter(|(at, column)| widths[*at] < natural[**column]);
            let Some((at, _)) = wanting.min_by_key(|(at, _)| widths[*at]) else {
                break;
            };
            widths[at] += 1;
        }
        let head: Vec<&str> = kept.iter().map(|&column| self.head[column]).collect();
        let rows = self.rows.iter().map(|row| {
            let cells = kept.iter().map(|&column| row[column].clone());
            cells.collect()
        });
        let numbers = kept.iter().enumerate();
        let numbers = numbers.filter(|(_, column)| is_number(column));
        let numbers: Vec<usize> = numbers.map(|(at, _)| at).collect();
        let narrow = Grid {
            head: &head,
            rows: rows.collect(),
            numbers: &numbers,
            spare: &[],
        };
        (narrow.drawn(&widths), left_out)
    }

    fn widest_cell(&self, column: usize) -> usize {
        let cells = self.rows.iter().map(|row| row[column].width());
        cells.max().unwrap_or(0)
    }

    /// The widths that break nothing.
    fn natural(&self) -> Vec<usize> {
        let head = self.head.iter().enumerate();
        head.map(|(column, name)| self.widest_cell(column).max(name.width()))
            .collect()
    }

    /// The widths below which a column is hard to read.
    fn floors(&self, natural: &[usize]) -> Vec<usize> {
        let of = |(column, &natural): (usize, &usize)| {
            if self.numbers.contains(&column) {
                let name = self.head[column].width();
                self.widest_cell(column).max(name.min(NUMBER))
            } else {
                natural.min((natural / 4).clamp(WORD, PHRASE))
            }
        };
        natural.iter().enumerate().map(of).collect()
    }

    fn drawn(self, widths: &[usize]) -> String {
        let wrapped = |(text, &width): (&str, &usize)| wrapped(text, width).join("\n");
        let mut table = Table::new();
        table
            .load_style(THREE_LINES)
            .set_content_arrangement(ContentArrangement::Disabled)
            .set_header(self.head.iter().copied().zip(widths).map(wrapped));
        for row in &self.rows {
            table.add_row(row.iter().map(String::as_str).zip(widths).map(wrapped));
        }
        for column in self.numbers {
            if let Some(column) = table.column_mut(*column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let lines: Vec<String> = table
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        lines.join("\n") + "\n"
    }
}

/// The widths of a number, a word and a phrase, and of the narrowest column
/// there is.
const NUMBER: usize = 8;
const WORD: usize = 12;
const PHRASE: usize = 32;
const NARROWEST: usize = 4;

fn total(widths: &[usize]) -> usize {
    widths.iter().map(|width| width + GAP).sum::<usize>() + 1
}

/// How wide the terminal is that standard output goes to.
fn terminal_width() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    let wanted = std::env::var("COLUMNS").ok();
    let wanted = wanted.and_then(|columns| columns.parse().ok());
    let width = wanted.or_else(|| {
        let (terminal_size::Width(width), _) = terminal_size::terminal_size_of(io::stdout())?;
        Some(usize::from(width))
    });
    width.filter(|width| *width > 0)
}

/// A text in lines of a width: broken at spaces and between Han, within a word
/// only where it is wider than a line.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().expect("there is always a line");
        if line.width() + piece.trim_end().width() <= width {
            line.push_str(piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        for c in piece.chars() {
            let line = lines.last_mut().expect("there is always a line");
            if line.width() + c.width().unwrap_or(0) > width && !line.is_empty() && c != ' ' {
                lines.push(String::new());
            }
            lines.last_mut().expect("there is always a line").push(c);
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// A text cut where a line may end: behind a space or a sign that joins the
/// words of an id, and beside Han unless a sign belongs to it.
fn pieces(text: &str) -> Vec<&str> {
    let closes = |c: char| "，。；：、！？）》”’%,.;:)]".contains(c);
    let opens = |c: char| "（《“‘([".contains(c);
    let mut pieces = Vec::new();
    let mut start = 0;
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    for pair in characters.windows(2) {
        let ((_, before), (at, after)) = (pair[0], pair[1]);
        let parts = match (before, after) {
            (_, ' ') => false,
            (' ' | '_' | '=', _) => true,
            _ => {
                let beside_han = [before, after].iter().any(|&c| is_han(c) || is_wide(c));
                beside_han && !closes(after) && !opens(before)
            }
        };
        if parts {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_they_may() {
        let cases: [(&str, usize, &[&str]); 7] = [
            ("较2023年12月增长", 8, &["较2023年", "12月增长"]),
            ("较2023年12月增长", 7, &["较2023", "年12月", "增长"]),
            ("网民，规模", 4, &["网", "民，", "规模"]),
            ("a word  apart", 6, &["a word", "apart"]),
            ("internet_users", 9, &["internet_", "users"]),
            ("33,019,905", 4, &["33,0", "19,9", "05"]),
            ("", 4, &[""]),
        ];
        for (text, width, lines) in cases {
            assert_eq!(wrapped(text, width), lines, "{text}");
        }
    }

    fn rows() -> Vec<Vec<String>> {
        let row =
            |text: &str, number: &str, note: &str| [text, number, note].map(str::to_owned).to_vec();
        vec![
            row(
                "截至2024年12月，我国网民规模达若干亿人，各有不同",
                "105,963",
                "more of it",
            ),
            row("短", "1", ""),
        ]
    }

    fn widest(shown: &str) -> usize {
        shown.lines().map(UnicodeWidthStr::width).max().unwrap()
    }

    fn shown(width: Option<usize>, spare: &[usize]) -> (String, Vec<String>) {
        let grid = Grid {
            head: &["text", "number of them", "note"],
            rows: rows(),
            numbers: &[1],
            spare,
        };
        grid.within(width)
    }

    #[test]
    fn a_grid_fits_its_terminal_and_keeps_its_numbers_whole() {
        let (whole, _) = shown(None, &[2]);
        assert!(whole.contains("截至2024年12月，我国网民规模达若干亿人，各有不同"));
        assert_eq!(shown(Some(widest(&whole)), &[2]).0, whole);
        for width in (32..widest(&whole)).rev() {
            let (narrow, left_out) = shown(Some(width), &[]);
            assert!(widest(&narrow) <= width, "{width}\n{narrow}");
            assert!(narrow.contains("105,963"), "{narrow}");
            assert!(left_out.is_empty());
        }
    }

    #[test]
    fn what_is_spare_goes_before_words_are_broken() {
        let (narrow, left_out) = shown(Some(44), &[2]);
        assert!(left_out.is_empty() && narrow.contains("note"), "{narrow}");
        let (narrow, left_out) = shown(Some(36), &[2]);
        assert_eq!(left_out, ["note"]);
        assert!(!narrow.contains("more"), "{narrow}");
    }
}
