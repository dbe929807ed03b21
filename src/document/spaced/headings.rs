//! The lines between a caption and the first row.

use crate::document::grid::{Cell, Row};
use crate::document::number::is_digit;
use crate::span::Span;

/// Headings that divide into the columns of the rows below.
pub struct Headings {
    /// One row, or two where columns share what stands above or below.
    pub rows: Vec<Row>,
    /// Whether a column of units stands between the labels and the values.
    pub has_unit: bool,
    /// Whether a heading may be that of another column.
    pub is_doubtful: bool,
    /// Where the lines begin.
    start: usize,
}

/// How far to the right a heading stands.
pub type Place<'p> = &'p dyn Fn(Span) -> usize;

/// How the words of a line become headings, the likeliest first.
const WAYS: [fn(&str, &str) -> bool; 2] = [
    |before, next| is_one(before, next) || is_dated(before, next),
    is_one,
];

impl Headings {
    /// The headings in these rows of cells, which tell what stands left of what.
    pub fn of_cells(
        text: &str,
        rows: &[Vec<Span>],
        count: usize,
        place: Option<Place>,
    ) -> Option<Headings> {
        let start = rows.first()?.first()?.start;
        divide(text, rows, count, place).map(|found| Headings { start, ..found })
    }

    /// The headings on these lines of a table with so many columns of values, where their
    /// words can be divided so in one way.
    pub fn of_lines(text: &str, lines: &[Span], count: usize) -> Option<Headings> {
        let start = lines.first()?.start;
        let mut read = WAYS.iter().filter_map(|is_one| {
            let lines: Vec<Vec<Span>> = lines
                .iter()
                .map(|line| joined(text, super::words(text, *line), *is_one))
                .collect();
            divide(text, &lines, count, None)
        });
        let mut found = read.next()?;
        if let Some(other) = read.next().filter(|other| other.rows != found.rows) {
            // Where the labels have a heading in one of two ways, that is the one.
            found = match (found.has_stub(), other.has_stub()) {
                (false, true) => other,
                (true, false) => found,
                _ => return None,
            };
        }
        Some(Headings { start, ..found })
    }

    /// Whether the column of the labels has a heading.
    fn has_stub(&self) -> bool {
        let first = self.rows.first().and_then(|row| row.cells.first());
        first.is_some_and(|cell| cell.column == 0 && !cell.spans.is_empty())
    }

    /// The same headings where they are printed again.
    pub fn moved(&self, start: usize) -> Vec<Row> {
        let mut rows = self.rows.clone();
        let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
        for span in cells.flat_map(|cell| &mut cell.spans) {
            *span = Span::new(
                span.start - self.start + start,
                span.end - self.start + start,
            );
        }
        rows
    }
}

/// Whether a space can only stand within a heading: `2024 年 12 月`, `比 2023 年`, `数量 (个)`.
fn is_one(before: &str, next: &str) -> bool {
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let last = before.rsplit(' ').next().unwrap_or(before);
    let is_of_date = is_number(last) && next.starts_with(['年', '月', '季'])
        || before.ends_with('年') && is_month(next)
        || before.ends_with(is_digit) && next.starts_with('月');
    is_of_date || compares(before) || next.starts_with(['(', '（', '/'])
}

/// `12`, `12月`: what goes on behind a year.
fn is_month(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && matches!(&text[digits..], "" | "月")
}

/// `2024.12 用户规模`: the period of a heading. What is compared with one is another heading.
fn is_dated(before: &str, next: &str) -> bool {
    let is_period =
        before.starts_with(is_digit) && before.ends_with(|c| is_digit(c) || c == '月' || c == '年');
    is_period && !next.starts_with(is_digit) && !next.starts_with(COMPARING)
}

/// Words that come before what something is compared with.
const COMPARING: [char; 4] = ['比', '较', '同', '与'];

fn compares(word: &str) -> bool {
    word.chars().count() < 3 && word.ends_with(COMPARING)
}

fn joined(text: &str, words: Vec<Span>, is_one: fn(&str, &str) -> bool) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for word in words {
        match all.last_mut() {
            Some(before) if is_one(&text[before.range()], &text[word.range()]) => {
                before.end = word.end;
            }
            _ => all.push(word),
        }
    }
    all
}

/// The lines, divided into those over the labels and those over the values.
struct Division<'l> {
    /// Above the labels, and above the column of units where there is one.
    leading: &'l [Span],
    /// Lines over the values.
    shared: Vec<&'l [Span]>,
    /// Headings on the line of the label's, which stand beside the shared ones.
    beside: &'l [Span],
}

/// The headings, where the lines can be divided into those of so many columns. Where
/// that can be done in several ways, the first is taken and doubtful.
fn divide(text: &str, lines: &[Vec<Span>], count: usize, place: Option<Place>) -> Option<Headings> {
    let divisions = (0..lines.len())
        .flat_map(|stub| [true, false].map(|is_shared| (stub, is_shared)))
        .filter_map(|(stub, is_shared)| with_stub(text, lines, stub, is_shared));
    let all_shared = Division {
        leading: &[],
        shared: lines.iter().map(Vec::as_slice).collect(),
        beside: &[],
    };
    let mut read = divisions
        .chain([all_shared])
        .filter_map(|division| headings(text, &division, count, place));
    let headings = read.next()?;
    let is_doubtful = headings.is_doubtful || read.next().is_some();
    Some(Headings {
        is_doubtful,
        ..headings
    })
}

/// The division where the heading of the labels is on the line `stub`, the rest of which
/// is a line over the values, or stands beside those.
fn with_stub<'l>(
    text: &str,
    lines: &'l [Vec<Span>],
    stub: usize,
    is_shared: bool,
) -> Option<Division<'l>> {
    let line = &lines[stub];
    let has_unit = line.get(1).is_some_and(|word| &text[word.range()] == UNIT);
    let (leading, own) = line.split_at_checked(1 + usize::from(has_unit))?;
    if is_shared && own.is_empty() {
        return None;
    }
    let shared = lines.iter().enumerate().filter_map(|(at, line)| {
        if at != stub {
            return Some(line.as_slice());
        }
        is_shared.then_some(own)
    });
    Some(Division {
        leading,
        shared: shared.collect(),
        beside: if is_shared { &[] } else { own },
    })
}

/// What stands above a column of units.
pub const UNIT: &str = "单位";

fn headings(
    text: &str,
    division: &Division,
    count: usize,
    place: Option<Place>,
) -> Option<Headings> {
    let Division {
        leading,
        shared,
        beside,
    } = division;
    let has_unit = leading.len() > 1;
    let first = 1 + usize::from(has_unit);
    let width = count.checked_sub(beside.len())?;
    // Which of two headings comes first, only their places would tell.
    if width == 0 || width == 1 && !beside.is_empty() && place.is_none() {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    for (at, words) in shared.iter().enumerate() {
        let columns = match words.len() {
            all if all == width => 1,
            groups if groups > 1 && width % groups == 0 => width / groups,
            _ => return None,
        };
        let below = shared.get(at + 1);
        if columns > 1 && !below.is_some_and(|below| is_periodic(text, below, columns)) {
            return None;
        }
        // 2023.12用户 over 规模(万人) is one heading, 域名 over 数量(个) in each column are two.
        let goes_on = rows
            .last()
            .is_some_and(|above| above.cells.len() == words.len())
            && !(width > 1 && is_periodic(text, words, 1));
        match rows.last_mut().filter(|_| goes_on) {
            Some(above) => {
                for (cell, word) in above.cells.iter_mut().zip(*words) {
                    cell.spans.push(*word);
                }
            }
            None => rows.push(header(words, first, columns)),
        }
    }
    let height = rows.len();
    let top = rows.first_mut()?;
    let whole = |column: usize, word: Span| Cell {
        rows: height,
        ..Cell::new(column, word)
    };
    let leading = (0..first).map(|column| {
        let word = leading.get(column).copied();
        whole(column, word.unwrap_or(Span::new(0, 0)))
    });
    top.cells.splice(0..0, leading);
    let others = beside.iter().enumerate();
    top.cells
        .extend(others.map(|(at, word)| whole(first + width + at, *word)));
    let mut is_doubtful = !beside.is_empty();
    if let Some(place) = place.filter(|_| is_doubtful) {
        let [row] = &mut rows[..] else {
            return None;
        };
        put_in_order(&mut row.cells[first..], first, place)?;
        is_doubtful = false;
    }
    Some(Headings {
        rows,
        has_unit,
        is_doubtful,
        start: 0,
    })
}

/// Puts headings in the order of their places; `None` where two have the same.
fn put_in_order(cells: &mut [Cell], first: usize, place: Place) -> Option<()> {
    let key = |cell: &Cell| cell.spans.iter().map(|word| place(*word)).min();
    cells.sort_by_key(key);
    let is_clear = cells.windows(2).all(|pair| key(&pair[0]) < key(&pair[1]));
    let columns = cells.iter_mut().enumerate();
    columns.for_each(|(at, cell)| cell.column = first + at);
    is_clear.then_some(())
}

/// A row of headings that are each over so many columns.
fn header(words: &[Span], first: usize, columns: usize) -> Row {
    let cells = words.iter().enumerate().map(|(at, word)| Cell {
        columns,
        ..Cell::new(first + at * columns, *word)
    });
    Row {
        cells: cells.collect(),
        is_header: true,
    }
}

/// Whether the same words come again after so many.
fn is_periodic(text: &str, words: &[Span], period: usize) -> bool {
    let source = |span: &Span| &text[span.range()];
    words.len() > period
        && words
            .iter()
            .zip(&words[period..])
            .all(|(word, next)| source(word) == source(next))
}
