//! Which columns each line of the headings stands over.
//!
//! Headings are read in every way that their heights allow: all of them lines of
//! one row, or those above some height over several of those below it. In each
//! reading lines of one heading have an end or their middle in common, as a
//! heading and what it stands over have; and the headings of a row their first
//! or last lines, or their middles. The reading that bends this least is taken,
//! and where another bends it as little the headings are doubtful.

mod fit;

use super::super::piece::Piece;
use super::columns::Columns;

/// So much worse, in sizes of the type, is a reading that need not be feared.
const CLEAR: f64 = 0.5;
/// A column of values without a heading.
const NO_NAME: f64 = 10.0;

/// A line of the headings.
#[derive(Clone, Debug)]
pub struct Heading<'p> {
    /// Where it stands.
    pub piece: &'p Piece,
    /// What it says.
    pub text: String,
    /// The columns that a rule below it shows it to stand over.
    pub ruled: Option<(usize, usize)>,
}

/// The columns of each line, from the first to the last, and whether another
/// reading is as good.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub over: Vec<(usize, usize)>,
    pub is_doubtful: bool,
    cost: f64,
    names: Vec<String>,
}

/// Reads the lines above columns. `is_apart` tells whether two lines below each
/// other are of two rows for sure.
pub fn read(
    headings: &[Heading],
    columns: &Columns,
    is_apart: &dyn Fn(&Piece, &Piece) -> bool,
) -> Option<Reading> {
    let table = Table {
        headings,
        columns,
        size: headings
            .iter()
            .map(|heading| heading.piece.size)
            .fold(1.0, f64::max),
        is_apart,
    };
    let mut heights: Vec<f64> = headings
        .iter()
        .map(|heading| heading.piece.baseline)
        .collect();
    heights.sort_by(f64::total_cmp);
    heights.dedup_by(|a, b| (*a - *b).abs() < 0.1 * table.size);
    let levels = heights
        .windows(2)
        .map(|pair| f64::midpoint(pair[0], pair[1]));
    let grouped = levels.flat_map(|level| Side::ALL.map(|side| table.grouped(level, side)));
    let mut readings: Vec<Reading> = grouped.flatten().collect();
    if headings.iter().all(|heading| heading.ruled.is_none()) {
        readings.push(table.flat());
    }
    readings.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut readings = readings.into_iter();
    let best = readings.next()?;
    let next = readings.find(|other| other.names != best.names);
    Some(Reading {
        is_doubtful: next.is_some_and(|next| next.cost - best.cost < CLEAR),
        ..best
    })
}

/// What lines below each other have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Middle,
    Right,
}

impl Side {
    const ALL: [Side; 3] = [Side::Left, Side::Middle, Side::Right];

    fn of(self, (x0, x1): (f64, f64)) -> f64 {
        match self {
            Side::Left => x0,
            Side::Middle => f64::midpoint(x0, x1),
            Side::Right => x1,
        }
    }
}

struct Table<'t, 'p> {
    headings: &'t [Heading<'p>],
    columns: &'t Columns,
    size: f64,
    is_apart: &'t dyn Fn(&Piece, &Piece) -> bool,
}

/// Lines that stand over the same columns, and how far from left to right.
#[derive(Clone, Debug)]
struct Cell {
    lines: Vec<usize>,
    ends: (f64, f64),
}

/// Two rows of headings: the upper ones from left to right, and what is below
/// them in each column.
struct Rows {
    upper: Vec<Cell>,
    below: Vec<Option<Cell>>,
    side: Side,
}

impl Rows {
    /// What it costs to have no upper heading over these columns.
    fn left_out(&self, mut columns: std::ops::Range<usize>) -> f64 {
        const ALONE: f64 = 0.4;
        let is_missing = |column: usize| self.below[column].is_none();
        if columns.clone().any(is_missing) {
            return NO_NAME;
        }
        // What stands between the two rows is of both, and is below no level.
        columns.by_ref().count() as f64 * ALONE
    }
}

impl Table<'_, '_> {
    fn width(&self) -> usize {
        self.columns.0.len()
    }

    fn ends(&self, at: usize) -> (f64, f64) {
        let piece = self.headings[at].piece;
        (piece.x0, piece.x1)
    }

    /// Lines that overlap each other from side to side, from left to right.
    fn cells(&self, lines: impl Iterator<Item = usize>) -> Vec<Cell> {
        let mut lines: Vec<usize> = lines.collect();
        lines.sort_by(|&a, &b| self.ends(a).0.total_cmp(&self.ends(b).0));
        let mut cells: Vec<Cell> = Vec::new();
        for at in lines {
            let ends = self.ends(at);
            match cells.last_mut().filter(|cell| ends.0 < cell.ends.1) {
                Some(cell) => {
                    cell.lines.push(at);
                    cell.ends.1 = cell.ends.1.max(ends.1);
                }
                None => cells.push(Cell {
                    lines: vec![at],
                    ends,
                }),
            }
        }
        for cell in &mut cells {
            let height = |at: usize| self.headings[at].piece.baseline;
            cell.lines.sort_by(|&a, &b| height(a).total_cmp(&height(b)));
        }
        cells
    }

    /// The columns of cells from left to right: in order where there are as many,
    /// or else those that they are nearest to.
    fn in_columns(&self, cells: &[Cell]) -> Option<Vec<usize>> {
        if cells.len() == self.width() {
            return Some((0..cells.len()).collect());
        }
        let columns = &self.columns.0;
        let away = |ends: (f64, f64), column: usize| {
            let own = columns[column];
            let sides = Side::ALL.map(|side| (side.of(ends) - side.of(own)).abs());
            let nearest = sides.into_iter().fold(f64::INFINITY, f64::min);
            let others = columns.iter().enumerate().filter(|(at, _)| *at != column);
            let outside: f64 = others
                .map(|(_, other)| (ends.1.min(other.1) - ends.0.max(other.0)).max(0.0))
                .sum();
            nearest + outside
        };
        // best[c]: how far the cells so far are away, the last of them in column c.
        let mut best: Vec<(f64, Vec<usize>)> = Vec::new();
        for (number, cell) in cells.iter().enumerate() {
            let step = |column: usize| {
                let before = best.iter().take(column);
                let before = before.min_by(|a, b| a.0.total_cmp(&b.0));
                let (cost, mut taken) = match (number, before) {
                    (0, _) => (0.0, Vec::new()),
                    (_, Some((cost, taken))) => (*cost, taken.clone()),
                    (_, None) => (f64::INFINITY, Vec::new()),
                };
                taken.push(column);
                (cost + away(cell.ends, column), taken)
            };
            best = (0..self.width()).map(step).collect();
        }
        let best = best.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
        best.filter(|(cost, _)| cost.is_finite())
            .map(|(_, taken)| taken)
    }

    /// All lines are those of one row of headings.
    fn flat(&self) -> Reading {
        let cells = self.cells(0..self.headings.len());
        let mut over = vec![(0, 0); self.headings.len()];
        // A heading may reach over the next one; each line then goes its own way.
        let apart = |at: usize| self.cells(std::iter::once(at));
        match self
            .in_columns(&cells)
            .filter(|_| cells.len() + 1 >= self.width())
        {
            Some(columns) => {
                for (cell, column) in cells.iter().zip(columns) {
                    for &line in &cell.lines {
                        over[line] = (column, column);
                    }
                }
            }
            None => {
                for (at, over) in over.iter_mut().enumerate() {
                    let column = self.in_columns(&apart(at)).map_or(0, |columns| columns[0]);
                    *over = (column, column);
                }
            }
        }
        let mut cost = self.misnamed(&over);
        let of_column = |column: usize| self.lines_of(&over, (column, column));
        let columns: Vec<Vec<usize>> = (0..self.width()).map(of_column).collect();
        cost += self.unaligned(&columns[..1]) + self.unaligned(&columns[1..]);
        cost += self.uneven(&columns);
        cost += columns.iter().map(|lines| self.parted(lines)).sum::<f64>();
        cost += self.irregular(&columns);
        self.reading(over, cost)
    }

    /// The lines above a height are headings over some of those below it; what
    /// they stand over has a side in common with them.
    fn grouped(&self, level: f64, side: Side) -> Vec<Reading> {
        let is_upper = |at: &usize| self.headings[*at].piece.baseline < level;
        let (upper, lower): (Vec<usize>, Vec<usize>) = (0..self.headings.len()).partition(is_upper);
        let lower = self.cells(lower.into_iter());
        let Some(columns) = self.in_columns(&lower) else {
            return Vec::new();
        };
        let mut below: Vec<Option<Cell>> = vec![None; self.width()];
        for (cell, &column) in lower.iter().zip(&columns) {
            below[column] = Some(cell.clone());
        }
        let rows = Rows {
            upper: self.cells(upper.into_iter()),
            below,
            side,
        };
        let mut readings = Vec::new();
        self.ranges(&rows, (0, &mut Vec::new(), 0.0), &mut readings);
        readings
    }

    /// Gives each upper cell from one on its columns, in every way that is not
    /// hopeless.
    fn ranges(
        &self,
        rows: &Rows,
        (start, taken, cost): (usize, &mut Vec<(usize, usize)>, f64),
        readings: &mut Vec<Reading>,
    ) {
        const HOPELESS: f64 = 4.0;
        const MOST: usize = 400;
        if cost > HOPELESS || readings.len() > MOST {
            return;
        }
        let Some(cell) = rows.upper.get(taken.len()) else {
            let cost = cost + rows.left_out(start.max(1)..self.width());
            if cost <= HOPELESS && taken.iter().any(|range| range.0 < range.1) {
                readings.push(self.with_groups(rows, taken, cost));
            }
            return;
        };
        for first in start..self.width() {
            let left_out = rows.left_out(start.max(1)..first);
            for last in first..self.width() {
                let away = self.away(rows, cell, (first, last));
                taken.push((first, last));
                self.ranges(rows, (last + 1, taken, cost + left_out + away), readings);
                taken.pop();
            }
        }
    }

    /// The reading in which the upper cells stand over these columns, each over its
    /// own.
    fn with_groups(&self, rows: &Rows, ranges: &[(usize, usize)], cost: f64) -> Reading {
        let mut over = vec![(0, 0); self.headings.len()];
        let lower = rows.below.iter().enumerate();
        let lower = lower.filter_map(|(at, cell)| Some(((at, at), cell.as_ref()?)));
        let upper = ranges.iter().copied().zip(&rows.upper);
        for (range, cell) in lower.chain(upper) {
            for &line in &cell.lines {
                over[line] = range;
            }
        }
        let is_group = |range: &(usize, usize)| range.0 < range.1;
        let lines = |cell: &Cell| cell.lines.clone();
        let above = rows.upper.iter().zip(ranges);
        let above = above.filter(|(_, range)| is_group(range));
        let above: Vec<Vec<usize>> = above.map(|(cell, _)| lines(cell)).collect();
        let grouped = ranges.iter().filter(|range| is_group(range));
        let grouped = grouped.flat_map(|range| range.0..=range.1);
        let grouped: Vec<Vec<usize>> = grouped
            .filter_map(|at| rows.below[at].as_ref().map(lines))
            .collect();
        // Both rows are even, and what stands beside them is of both.
        let bent = self.uneven(&above)
            + self.uneven(&grouped)
            + self.unaligned(&above)
            + self.unaligned(&grouped)
            + self.tight(&above, &grouped)
            + above.iter().map(|lines| self.cut(lines)).sum::<f64>();
        let cost = cost + bent + self.misnamed(&over) + self.unlike(rows, ranges);
        self.reading(over, cost)
    }

    /// How far a cell is from standing over a range of columns, in sizes.
    fn away(&self, rows: &Rows, cell: &Cell, (first, last): (usize, usize)) -> f64 {
        let mut lines = cell.lines.iter();
        let ruled = lines.find_map(|&line| self.headings[line].ruled);
        if let Some(ruled) = ruled {
            let is_it = ruled == (first, last);
            return if is_it { 0.0 } else { f64::INFINITY };
        }
        let side = rows.side;
        let ends = |column: usize| rows.below[column].as_ref().map(|cell| cell.ends);
        if first == last {
            let own = self.columns.0[first];
            let Some(lower) = ends(first) else {
                let outside = (own.0 - cell.ends.1).max(cell.ends.0 - own.1);
                return outside.max(0.0) / self.size;
            };
            return (side.of(cell.ends) - side.of(lower)).abs() / self.size;
        }
        let all: Option<Vec<(f64, f64)>> = (first..=last).map(ends).collect();
        let Some(all) = all.filter(|_| first > 0) else {
            return f64::INFINITY;
        };
        let (left, right) = (all[0], all[all.len() - 1]);
        let outside = (left.0 - cell.ends.0).max(cell.ends.1 - right.1).max(0.0);
        let apart = match side {
            Side::Left => (cell.ends.0 - left.0).abs() + outside,
            Side::Right => (cell.ends.1 - right.1).abs() + outside,
            Side::Middle => {
                // Columns of several widths have their middle elsewhere than
                // their headings.
                const SLACK: f64 = 0.1;
                let middle = side.of(cell.ends);
                let (one, other) = (side.of(left), side.of(right));
                let near = (middle - f64::midpoint(one, other)).abs();
                let near = near.min((middle - f64::midpoint(left.0, right.1)).abs());
                (near - SLACK * (other - one)).max(0.0)
            }
        };
        apart / self.size
    }

    fn lines_of(&self, over: &[(usize, usize)], range: (usize, usize)) -> Vec<usize> {
        let mut lines: Vec<usize> = (0..over.len()).filter(|&at| over[at] == range).collect();
        let height = |at: usize| self.headings[at].piece.baseline;
        lines.sort_by(|&a, &b| height(a).total_cmp(&height(b)));
        lines
    }

    fn says(&self, lines: &[usize]) -> String {
        lines
            .iter()
            .map(|&at| self.headings[at].text.as_str())
            .collect()
    }

    /// The name of each column, from the highest line down.
    fn names(&self, over: &[(usize, usize)]) -> Vec<String> {
        let mut lines: Vec<usize> = (0..over.len()).collect();
        let height = |at: usize| self.headings[at].piece.baseline;
        lines.sort_by(|&a, &b| height(a).total_cmp(&height(b)));
        let name = |column: usize| {
            let is_over = |at: &&usize| over[**at].0 <= column && column <= over[**at].1;
            let over: Vec<usize> = lines.iter().filter(is_over).copied().collect();
            self.says(&over)
        };
        (0..self.width()).map(name).collect()
    }

    fn reading(&self, over: Vec<(usize, usize)>, cost: f64) -> Reading {
        Reading {
            names: self.names(&over),
            over,
            is_doubtful: false,
            cost,
        }
    }
}
