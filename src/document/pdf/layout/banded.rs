//! Tables with rules across and none down: rows stand in columns between them.
//!
//! ```text
//! stacks     rules one below the other with the same ends
//! bands      what stands between two rules of a stack; the lowest bands first,
//!            for a narrow table may stand between two wide ones
//! header     a band above whose rows the columns below it divide
//! open ends  rows that go on in the columns where a page ends the table
//!            without a rule, or begins it so
//! ```

use super::chart::is_caption;
use super::measure::Measure;
use super::piece::{Piece, Row};
use super::rule::{Edge, Edges};
use super::stacked::is_full;
use crate::document::Place;
use crate::document::number::page_number;
use crate::document::pdf::page::Page;

/// The rows of a page, and what is known of them.
struct Sheet<'s> {
    page: &'s Page,
    measure: &'s Measure,
    rows: &'s [Row],
    places: &'s [Place],
    /// The table of each row, by a number of its own.
    tables: Vec<Option<usize>>,
    count: usize,
}

/// Marks the rows of each such table with the number of the table.
pub fn tables(
    page: &Page,
    measure: &Measure,
    rows: &[Row],
    places: &[Place],
    edges: &Edges,
) -> Vec<Option<usize>> {
    let mut sheet = Sheet {
        page,
        measure,
        rows,
        places,
        tables: vec![None; rows.len()],
        count: 0,
    };
    let stacks = edges_to_stacks(measure, edges);
    let mut bands: Vec<(usize, usize)> = Vec::new();
    for (stack, edges) in stacks.iter().enumerate() {
        bands.extend((1..edges.len()).map(|lower| (stack, lower)));
    }
    let height =
        |&(stack, lower): &(usize, usize)| stacks[stack][lower].at - stacks[stack][lower - 1].at;
    bands.sort_by(|a, b| height(a).total_cmp(&height(b)));
    // The rows of each band of a table.
    let mut inside: Vec<Vec<Option<Vec<usize>>>> = stacks
        .iter()
        .map(|edges| vec![None; edges.len() + 1])
        .collect();
    let mut is_taken = vec![false; rows.len()];
    for (stack, lower) in bands {
        let edges = &stacks[stack];
        let between = sheet.between(edges[lower], edges[lower - 1].at, edges[lower].at);
        let free: Vec<usize> = between.into_iter().filter(|&at| !is_taken[at]).collect();
        if sheet.is_tabular(&free, &[]) {
            for &at in &free {
                is_taken[at] = true;
            }
            inside[stack][lower] = Some(free);
        }
    }
    for (edges, bands) in stacks.iter().zip(&mut inside) {
        sheet.add_single_bands(edges, bands, &mut is_taken);
        for number in 0..bands.len() {
            if bands[number].is_some() {
                sheet.add_header(edges, bands, number, &mut is_taken);
            }
        }
        let begins: Vec<usize> = (1..bands.len())
            .filter(|&number| sheet.add_bare_header(edges, bands, number, &mut is_taken))
            .map(|number| number - 1)
            .collect();
        sheet.add_open_ends(edges, bands, &mut is_taken);
        sheet.number(bands, &begins);
    }
    sheet.tables
}

/// Rules with the same ends, from top to bottom.
fn edges_to_stacks(measure: &Measure, edges: &Edges) -> Vec<Vec<Edge>> {
    let mut stacks: Vec<Vec<Edge>> = Vec::new();
    for edge in &edges.horizontal {
        if measure.is_furniture(*edge) {
            continue;
        }
        match stacks.iter_mut().find(|stack| is_alike(&stack[0], edge)) {
            Some(stack) => stack.push(*edge),
            None => stacks.push(vec![*edge]),
        }
    }
    stacks
}

/// Whether two rules have the same ends.
fn is_alike(a: &Edge, b: &Edge) -> bool {
    const NEAR: f64 = 3.0;
    (a.from - b.from).abs() <= NEAR && (a.to - b.to).abs() <= NEAR
}

impl Sheet<'_> {
    /// The rows of running text between two heights that no rule of this width
    /// is too short for.
    fn between(&self, edge: Edge, from: f64, to: f64) -> Vec<usize> {
        let is_inside = |at: &usize| {
            let y = self.rows[*at].middle();
            from < y && y < to && self.is_free(*at) && is_under(&self.rows[*at], edge)
        };
        (0..self.rows.len()).filter(is_inside).collect()
    }

    fn is_free(&self, at: usize) -> bool {
        self.places[at] == Place::Body && self.tables[at].is_none()
    }

    /// Whether at least half of the rows have several pieces, of themselves or
    /// where gutters part them; or some, and the others stand in their columns, as
    /// the lines of wrapped labels do.
    fn is_tabular(&self, rows: &[usize], gutters: &[(f64, f64)]) -> bool {
        let some = if gutters.is_empty() { 2 } else { 1 };
        let is_parted = |at: &&usize| self.is_parted(**at, gutters);
        let parted = rows.iter().filter(is_parted).count();
        if parted * 2 >= rows.len() || parted < some {
            return parted > 0 && parted * 2 >= rows.len();
        }
        let own = match gutters {
            [] => self.gutters(rows),
            gutters => gutters.to_vec(),
        };
        let pieces = rows.iter().flat_map(|&at| &self.rows[at].pieces);
        let mut pieces = pieces.flat_map(|piece| self::parted(self.page, piece.clone(), &own));
        !own.is_empty() && pieces.all(|piece| column(&piece, &own).is_some())
    }

    fn is_parted(&self, at: usize, gutters: &[(f64, f64)]) -> bool {
        let pieces = &self.rows[at].pieces;
        pieces.len() > 1
            || pieces
                .iter()
                .any(|piece| parted(self.page, piece.clone(), gutters).len() > 1)
    }

    fn gutters(&self, rows: &[usize]) -> Vec<(f64, f64)> {
        gutters(self.page, rows.iter().map(|&at| &self.rows[at]))
    }

    /// Whether a row can be none of a table whose rules end there.
    fn is_other(&self, at: usize) -> bool {
        let row = &self.rows[at];
        let text = row.text(self.page);
        self.places[at] != Place::Body
            || self.measure.is_head(self.page, row)
            || row.pieces.len() == 1 && page_number(&text).is_some()
            || is_caption(&text, '表')
            || is_caption(&text, '图')
            || text.contains("单位：")
    }

    /// A band between two others whose rows stand in their columns is a row of the
    /// table with a label or a value alone, or with a label in several lines.
    fn add_single_bands(
        &self,
        edges: &[Edge],
        bands: &mut [Option<Vec<usize>>],
        is_taken: &mut [bool],
    ) {
        let known: Vec<usize> = bands.iter().flatten().flatten().copied().collect();
        for band in 2..edges.len().saturating_sub(1) {
            let is_between = bands[band - 1].is_some() && bands[band + 1].is_some();
            if bands[band].is_some() || !is_between {
                continue;
            }
            // The rows of the page show better than two how far labels reach.
            let mut rows = self.between(edges[band], edges[band - 1].at, edges[band].at);
            rows.retain(|&at| !is_taken[at]);
            let parted = rows.iter().filter(|&&at| self.rows[at].pieces.len() > 1);
            let gutters = self.gutters(&known.iter().chain(parted).copied().collect::<Vec<_>>());
            let fits = |&at: &usize| !self.is_other(at) && self.columns(at, &gutters).is_some();
            if rows.is_empty() || gutters.is_empty() || !rows.iter().all(fits) {
                continue;
            }
            for &at in &rows {
                is_taken[at] = true;
            }
            bands[band] = Some(rows);
        }
    }

    /// The columns that the parts of a row stand in; `None` where one runs over a
    /// gutter.
    fn columns(&self, at: usize, gutters: &[(f64, f64)]) -> Option<Vec<usize>> {
        let pieces = self.rows[at].pieces.iter().cloned();
        let parts = pieces.flat_map(|piece| parted(self.page, piece, gutters));
        parts.map(|part| column(&part, gutters)).collect()
    }

    /// The headings above a band may stand closer together than its values.
    fn add_header(
        &self,
        edges: &[Edge],
        bands: &mut [Option<Vec<usize>>],
        band: usize,
        is_taken: &mut [bool],
    ) {
        let (Some(rows), 2..) = (&bands[band], band) else {
            return;
        };
        if bands[band - 1].is_some() {
            return;
        }
        let gutters = self.gutters(rows);
        let mut header = self.between(edges[band - 1], edges[band - 2].at, edges[band - 1].at);
        header.retain(|&at| !is_taken[at]);
        let is_header =
            self.is_tabular(&header, &gutters) && !header.iter().any(|&at| self.is_other(at));
        if is_header {
            for &at in &header {
                is_taken[at] = true;
            }
            bands[band - 1] = Some(header);
        }
    }

    /// Headings may stand above the first rule, right below the caption.
    fn add_bare_header(
        &self,
        edges: &[Edge],
        bands: &mut [Option<Vec<usize>>],
        band: usize,
        is_taken: &mut [bool],
    ) -> bool {
        let (Some(known), None) = (&bands[band], &bands[band - 1]) else {
            return false;
        };
        let edge = edges[band - 1];
        let above = (0..self.rows.len()).rev();
        let above = above.filter(|&at| self.rows[at].middle() < edge.at);
        let mut header = self.open_end(known, above, edge, is_taken);
        if header.is_empty() || header.iter().any(|&at| is_full(self.page, &self.rows[at])) {
            return false;
        }
        header.reverse();
        for &at in &header {
            is_taken[at] = true;
        }
        bands[band - 1] = Some(header);
        true
    }

    /// Rows below the last rule and above the first that stand in the columns of
    /// the table, without a gap: a page that cuts a table may leave out the rule
    /// that ends a part or begins one.
    fn add_open_ends(
        &self,
        edges: &[Edge],
        bands: &mut [Option<Vec<usize>>],
        is_taken: &mut [bool],
    ) {
        let last = edges.len();
        let known: Vec<usize> = bands[last - 1].clone().unwrap_or_default();
        let below = (0..self.rows.len()).filter(|&at| self.rows[at].middle() > edges[last - 1].at);
        let below = self.open_end(&known, below, edges[last - 1], is_taken);
        // What stands below a single rule is no table: nothing heads it.
        if !below.is_empty() && last > 1 {
            bands[last] = Some(below);
            self.add_header(edges, bands, last, is_taken);
            if bands[last - 1].is_none() {
                bands[last] = None;
            }
            for &at in bands[last].iter().flatten() {
                is_taken[at] = true;
            }
        }
        let known: Vec<usize> = bands.get(1).cloned().flatten().unwrap_or_default();
        let above = (0..self.rows.len())
            .rev()
            .filter(|&at| self.rows[at].middle() < edges[0].at);
        let mut above = self.open_end(&known, above, edges[0], is_taken);
        let first = above.last().copied();
        let is_at_top = first.is_some_and(|first| {
            (0..first).all(|at| self.measure.is_head(self.page, &self.rows[at]))
        });
        if is_at_top {
            above.reverse();
            for &at in &above {
                is_taken[at] = true;
            }
            bands[0] = Some(above);
        }
    }

    /// The rows from a rule on that stand in columns and in those of the known
    /// rows, if there are any.
    fn open_end(
        &self,
        known: &[usize],
        rows: impl Iterator<Item = usize>,
        edge: Edge,
        is_taken: &[bool],
    ) -> Vec<usize> {
        /// From row to row, in sizes of the type.
        const FURTHEST: f64 = 3.5;
        let mut candidates: Vec<usize> = Vec::new();
        let mut last = edge.at;
        for at in rows {
            let row = &self.rows[at];
            let is_near = (row.middle() - last).abs() < FURTHEST * row.size();
            if !is_near || is_taken[at] || !is_under(row, edge) || self.is_other(at) {
                break;
            }
            last = row.middle();
            candidates.push(at);
        }
        let all: Vec<usize> = known.iter().chain(&candidates).copied().collect();
        let gutters = self.gutters(&all);
        // A wrapped label stands alone between rows of the table.
        let fits = |&at: &usize| {
            self.columns(at, &gutters)
                .is_some_and(|columns| columns.len() > 1)
        };
        let is_lone = |&at: &usize| self.columns(at, &gutters).as_deref() == Some(&[0]);
        let mut end = 0;
        for (index, at) in candidates.iter().enumerate() {
            match () {
                () if fits(at) => end = index + 1,
                () if is_lone(at) && index <= end => {}
                () => break,
            }
        }
        candidates.truncate(end);
        candidates
    }

    /// Gives the bands their tables: neighbours are of one, but where another
    /// begins.
    fn number(&mut self, bands: &[Option<Vec<usize>>], begins: &[usize]) {
        let mut is_open = false;
        for (number, band) in bands.iter().enumerate() {
            let Some(rows) = band else {
                is_open = false;
                continue;
            };
            self.count += usize::from(!is_open || begins.contains(&number));
            is_open = true;
            for &at in rows {
                self.tables[at] = Some(self.count - 1);
            }
        }
    }
}

/// Which column a piece begins in that no gutter crosses; `None` for one that
/// runs over all of a gutter without a gap.
fn column(piece: &Piece, gutters: &[(f64, f64)]) -> Option<usize> {
    let crosses = |&&(from, to): &&(f64, f64)| piece.x0 < from && to < piece.x1;
    let before = |&&(from, to): &&(f64, f64)| f64::midpoint(from, to) <= piece.x0;
    (!gutters.iter().any(|gutter| crosses(&gutter))).then(|| gutters.iter().filter(before).count())
}

/// Whether a row does not reach beyond the ends of a rule.
fn is_under(row: &Row, edge: Edge) -> bool {
    const OVER: f64 = 6.0;
    row.x0() >= edge.from - OVER && row.x1() <= edge.to + OVER
}

/// Parts what stands closer together in such a table than running text shows:
/// a narrow gap counts where other rows have the end of a column.
pub fn part(page: &Page, rows: &mut [Row], tables: &[Option<usize>]) {
    let count = tables.iter().flatten().max().map_or(0, |last| last + 1);
    for number in 0..count {
        let inside: Vec<usize> = (0..rows.len())
            .filter(|&at| tables[at] == Some(number))
            .collect();
        let gutters = gutters(page, inside.iter().map(|&at| &rows[at]));
        for at in inside {
            let pieces = std::mem::take(&mut rows[at].pieces);
            rows[at].pieces = pieces
                .into_iter()
                .flat_map(|piece| parted(page, piece, &gutters))
                .collect();
        }
    }
}

/// The white space between the columns of those rows that have most of them, or
/// that runs down between all rows.
pub fn gutters<'r>(page: &Page, rows: impl Iterator<Item = &'r Row>) -> Vec<(f64, f64)> {
    let rows: Vec<&Row> = rows.filter(|row| row.pieces.len() > 1).collect();
    let between = gutters_of_fullest(&rows);
    let through = strips(page, &rows);
    if through.len() > between.len() {
        through
    } else {
        between
    }
}

/// The strips that no glyph of several rows stands in.
fn strips(page: &Page, rows: &[&Row]) -> Vec<(f64, f64)> {
    const FEWEST: usize = 3;
    let pieces = || rows.iter().flat_map(|row| &row.pieces);
    let size = pieces().map(|piece| piece.size).fold(0.0, f64::max);
    let signs = pieces().flat_map(|piece| &piece.signs);
    let mut inked: Vec<(f64, f64)> = signs
        .map(|sign| {
            let glyph = &page.glyphs[sign.glyph];
            (glyph.x0, glyph.x1)
        })
        .collect();
    inked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut strips = Vec::new();
    let mut reached = f64::INFINITY;
    for (x0, x1) in inked {
        if x0 - reached > NARROWEST * size {
            strips.push((reached, x0));
        }
        reached = if reached.is_finite() {
            reached.max(x1)
        } else {
            x1
        };
    }
    if rows.len() < FEWEST {
        strips.clear();
    }
    strips
}

fn gutters_of_fullest(rows: &[&Row]) -> Vec<(f64, f64)> {
    let with = |count: usize| rows.iter().filter(move |row| row.pieces.len() == count);
    let most = rows.iter().map(|row| row.pieces.len()).max().unwrap_or(0);
    let count = (2..=most)
        .rev()
        .find(|&count| with(count).count() * 3 >= rows.len());
    let middle = |column: usize, edge: fn(&Piece) -> f64| {
        let full = with(count.unwrap_or(most));
        let mut edges: Vec<f64> = full.map(|row| edge(&row.pieces[column])).collect();
        edges.sort_by(f64::total_cmp);
        edges[edges.len() / 2]
    };
    (1..count.unwrap_or(0))
        .map(|column| {
            (
                middle(column - 1, |piece| piece.x1),
                middle(column, |piece| piece.x0),
            )
        })
        .collect()
}

/// No gutter is narrower, in sizes of the type.
const NARROWEST: f64 = 0.7;

/// The parts of a piece that runs over gutters.
pub fn parted(page: &Page, piece: Piece, gutters: &[(f64, f64)]) -> Vec<Piece> {
    let mut parts = vec![piece];
    for &(from, to) in gutters {
        let Some(last) = parts.last() else { break };
        let gaps = last.gaps(page);
        let widest = gaps
            .iter()
            .filter(|(_, x0, x1)| *x0 < to && *x1 > from && x1 - x0 > NARROWEST * last.size)
            .max_by(|a, b| (a.2 - a.1).total_cmp(&(b.2 - b.1)));
        if let Some(&(at, ..)) = widest
            && let Some(last) = parts.pop()
        {
            parts.extend(last.split(page, at));
        }
    }
    parts
}
