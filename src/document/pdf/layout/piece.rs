//! Glyphs to pieces: what stands on one line without a wide gap.

use crate::document::number::is_digit;
use crate::document::pdf::page::{Glyph, Page, Turn, Unicode};

/// A gap of this many sizes of the font parts two pieces: wider than any
/// space that justified text has, narrower than between the columns of a table.
const WIDE_GAP: f64 = 1.2;

/// Glyphs that stand on one line, from left to right.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The glyphs, and which of them are raised.
    pub signs: Vec<Sign>,
    /// Left end.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
    /// The line that the unraised glyphs stand on.
    pub baseline: f64,
    /// The largest size of its glyphs.
    pub size: f64,
}

/// A glyph of a piece.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    /// Its index on the page.
    pub glyph: usize,
    /// Whether it stands above the line in smaller type.
    pub is_raised: bool,
}

impl Piece {
    /// The upper edge, about where capitals end.
    pub fn top(&self) -> f64 {
        self.baseline - 0.88 * self.size
    }

    /// The lower edge.
    pub fn bottom(&self) -> f64 {
        self.baseline + 0.12 * self.size
    }

    /// The characters without white space, raised ones left out.
    pub fn text(&self, page: &Page) -> String {
        let signs = self.signs.iter().filter(|sign| !sign.is_raised);
        signs
            .filter_map(|sign| character(&page.glyphs[sign.glyph]))
            .collect()
    }

    /// Whether a raised glyph stands first.
    pub fn begins_raised(&self) -> bool {
        self.signs.first().is_some_and(|sign| sign.is_raised)
    }

    /// The white space within: the sign behind it, where it begins and ends.
    pub fn gaps(&self, page: &Page) -> Vec<(usize, f64, f64)> {
        let mut reached = self.x0;
        let mut gaps = Vec::new();
        for (at, sign) in self.signs.iter().enumerate() {
            let glyph = &page.glyphs[sign.glyph];
            if at > 0 && glyph.x0 > reached {
                gaps.push((at, reached, glyph.x0));
            }
            reached = reached.max(glyph.x1);
        }
        gaps
    }

    /// The signs before one and those from it on.
    pub fn split(mut self, page: &Page, at: usize) -> [Piece; 2] {
        let signs = self.signs.split_off(at);
        let behind = Piece::of_signs(page, signs, self.baseline);
        let before = Piece::of_signs(page, self.signs, self.baseline);
        [before, behind]
    }

    fn of_signs(page: &Page, signs: Vec<Sign>, baseline: f64) -> Piece {
        let glyphs = || signs.iter().map(|sign| &page.glyphs[sign.glyph]);
        let largest = glyphs().map(|glyph| glyph.size).fold(0.0, f64::max);
        Piece {
            x0: glyphs().map(|glyph| glyph.x0).fold(f64::INFINITY, f64::min),
            x1: glyphs().map(|glyph| glyph.x1).fold(0.0, f64::max),
            baseline,
            size: largest,
            signs,
        }
    }

    fn of(page: &Page, glyph: usize) -> Piece {
        let Glyph {
            x0,
            x1,
            baseline,
            size,
            ..
        } = page.glyphs[glyph];
        Piece {
            signs: vec![Sign {
                glyph,
                is_raised: false,
            }],
            x0,
            x1,
            baseline,
            size,
        }
    }

    fn push(&mut self, page: &Page, glyph: usize) {
        let Glyph { x1, size, .. } = page.glyphs[glyph];
        self.x1 = self.x1.max(x1);
        self.size = self.size.max(size);
        self.signs.push(Sign {
            glyph,
            is_raised: false,
        });
    }

    /// Takes the glyphs of another piece in, in order from the left.
    fn absorb(&mut self, page: &Page, other: Piece) {
        if other.size > self.size {
            self.baseline = other.baseline;
        }
        self.x0 = self.x0.min(other.x0);
        self.x1 = self.x1.max(other.x1);
        self.size = self.size.max(other.size);
        self.signs.extend(other.signs);
        let x0 = |sign: &Sign| page.glyphs[sign.glyph].x0;
        self.signs.sort_by(|a, b| x0(a).total_cmp(&x0(b)));
    }

    /// Whether no glyph stands on more than a third of a range.
    fn has_room(&self, page: &Page, x0: f64, x1: f64) -> bool {
        let covered = |sign: &Sign| {
            let glyph = &page.glyphs[sign.glyph];
            glyph.x1.min(x1) - glyph.x0.max(x0)
        };
        self.signs
            .iter()
            .all(|sign| covered(sign) < (x1 - x0) / 3.0)
    }

    /// How much white space lies between two pieces; negative where they overlap.
    fn gap(&self, other: &Piece) -> f64 {
        (self.x0.max(other.x0)) - (self.x1.min(other.x1))
    }
}

/// The first character of what a glyph stands for.
pub fn character(glyph: &Glyph) -> Option<char> {
    match &glyph.unicode {
        Unicode::Char(c) => Some(*c),
        Unicode::Chars(text) => text.chars().next(),
        Unicode::Unknown => Some('\u{fffd}'),
    }
}

/// Divides glyphs into pieces; raised ones join what they are raised against.
pub fn glyphs_to_pieces(page: &Page, glyphs: &[usize]) -> Vec<Piece> {
    let upright = |&glyph: &usize| page.glyphs[glyph].turn == Turn::None;
    let level: Vec<usize> = glyphs.iter().copied().filter(upright).collect();
    let runs = runs(page, level);
    // Twice: the 1 of a raised 注 1 may be raised less, and stands beside 注.
    let runs = attach(page, attach(page, runs));
    let mut pieces = join(page, runs);
    pieces.extend(turned(page, glyphs));
    pieces
}

/// Glyphs of exactly one baseline without a wide gap.
fn runs(page: &Page, mut glyphs: Vec<usize>) -> Vec<Piece> {
    const SAME: f64 = 0.05;
    let baseline = |glyph: usize| page.glyphs[glyph].baseline;
    glyphs.sort_by(|&a, &b| baseline(a).total_cmp(&baseline(b)));
    let mut runs: Vec<Piece> = Vec::new();
    let mut start = 0;
    while start < glyphs.len() {
        let first = baseline(glyphs[start]);
        let count = glyphs[start..]
            .iter()
            .take_while(|&&glyph| baseline(glyph) - first <= SAME)
            .count();
        let level = &mut glyphs[start..start + count];
        level.sort_by(|&a, &b| page.glyphs[a].x0.total_cmp(&page.glyphs[b].x0));
        let mut open = false;
        for &glyph in level.iter() {
            let Glyph { x0, size, .. } = page.glyphs[glyph];
            match runs.last_mut().filter(|_| open) {
                Some(run)
                    if is_like(run.size, size) && x0 - run.x1 < WIDE_GAP * size.min(run.size) =>
                {
                    run.push(page, glyph);
                }
                _ => runs.push(Piece::of(page, glyph)),
            }
            open = true;
        }
        start += count;
    }
    runs
}

/// Whether two sizes are those of text on one line rather than of a mark on it.
fn is_like(a: f64, b: f64) -> bool {
    a.min(b) > 0.85 * a.max(b)
}

/// Joins each run that is raised, or lowered, against a larger one beside it.
fn attach(page: &Page, runs: Vec<Piece>) -> Vec<Piece> {
    const NEAREST: f64 = 0.6;
    const INSIDE: f64 = -0.35;
    let mut owners: Vec<Option<usize>> = vec![None; runs.len()];
    for (at, run) in runs.iter().enumerate() {
        // Runs are in order of their baselines.
        let reach = 2.0 * run.size;
        let from = runs.partition_point(|other| other.baseline < run.baseline - reach);
        let best = runs[from..]
            .iter()
            .enumerate()
            .take_while(|(_, other)| other.baseline <= run.baseline + reach)
            .filter(|(_, other)| other.size * 0.85 > run.size)
            .filter_map(|(index, other)| {
                let rise = (other.baseline - run.baseline) / other.size;
                let gap = run.gap(other) / other.size;
                let is_beside =
                    gap < NEAREST && (gap > INSIDE || other.has_room(page, run.x0, run.x1));
                let is_moved = (0.12..1.0).contains(&rise) || (-0.35..-0.05).contains(&rise);
                (is_beside && is_moved).then_some((index + from, gap.abs() + f64::from(rise < 0.0)))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1));
        owners[at] = best.map(|(index, _)| index);
    }
    // What is raised against a raised one belongs to what that belongs to.
    let owner = |mut at: usize| {
        while let Some(above) = owners[at] {
            at = above;
        }
        at
    };
    let owners: Vec<usize> = (0..runs.len()).map(owner).collect();
    let mut pieces: Vec<Option<Piece>> = runs.into_iter().map(Some).collect();
    for at in 0..pieces.len() {
        if owners[at] == at {
            continue;
        }
        let part = pieces[at].take();
        if let (Some(mut part), Some(whole)) = (part, &mut pieces[owners[at]]) {
            let is_raised = part.baseline < whole.baseline;
            for sign in &mut part.signs {
                sign.is_raised = is_raised;
            }
            whole.absorb(page, part);
        }
    }
    pieces.into_iter().flatten().collect()
}

/// Joins runs that stand beside each other on nearly one baseline, as digits of
/// another font do.
fn join(page: &Page, mut runs: Vec<Piece>) -> Vec<Piece> {
    const UNEVEN: f64 = 0.22;
    runs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut pieces: Vec<Piece> = Vec::new();
    for run in runs {
        let apart = |piece: &Piece| (piece.baseline - run.baseline).abs();
        let size = |piece: &Piece| piece.size.min(run.size);
        let beside = pieces
            .iter()
            .enumerate()
            .filter(|(_, piece)| apart(piece) <= UNEVEN * size(piece))
            .filter(|(_, piece)| run.x0 - piece.x1 < WIDE_GAP * size(piece))
            .min_by(|(_, a), (_, b)| apart(a).total_cmp(&apart(b)))
            .map(|(index, _)| index);
        match beside {
            Some(index) => pieces[index].absorb(page, run),
            None => pieces.push(run),
        }
    }
    pieces
}

/// Glyphs that do not stand upright, in the order in which they are drawn.
fn turned(page: &Page, glyphs: &[usize]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut order: Vec<usize> = glyphs.to_vec();
    order.sort_unstable();
    for at in order {
        let glyph = &page.glyphs[at];
        if glyph.turn == Turn::None {
            continue;
        }
        let is_near = last.is_some_and(|last| {
            let reach = 2.5 * glyph.size.max(last.size);
            (last.baseline - glyph.baseline).abs() < reach && (last.x0 - glyph.x0).abs() < reach
        });
        match pieces.last_mut().filter(|_| is_near) {
            Some(piece) => {
                piece.push(page, at);
                piece.baseline = piece.baseline.max(glyph.baseline);
                piece.x0 = piece.x0.min(glyph.x0);
            }
            None => pieces.push(Piece::of(page, at)),
        }
        last = Some(glyph);
    }
    pieces
}

/// Pieces on one line, from left to right.
#[derive(Clone, Debug)]
pub struct Row {
    /// Never empty.
    pub pieces: Vec<Piece>,
}

impl Row {
    /// Left end.
    pub fn x0(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.x0)
    }

    /// Right end.
    pub fn x1(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.x1)
    }

    /// The baseline of its largest piece.
    pub fn baseline(&self) -> f64 {
        self.largest().map_or(0.0, |piece| piece.baseline)
    }

    /// The size of its largest piece.
    pub fn size(&self) -> f64 {
        self.largest().map_or(0.0, |piece| piece.size)
    }

    /// The middle of what it inks.
    pub fn middle(&self) -> f64 {
        self.baseline() - 0.35 * self.size()
    }

    /// Upper edge.
    pub fn top(&self) -> f64 {
        self.pieces
            .iter()
            .map(Piece::top)
            .fold(f64::INFINITY, f64::min)
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.pieces.iter().map(Piece::bottom).fold(0.0, f64::max)
    }

    /// The characters of its pieces.
    pub fn text(&self, page: &Page) -> String {
        self.pieces.iter().map(|piece| piece.text(page)).collect()
    }

    fn largest(&self) -> Option<&Piece> {
        self.pieces.iter().max_by(|a, b| a.size.total_cmp(&b.size))
    }
}

/// Pieces beside each other become rows, from top to bottom.
pub fn pieces_to_rows(mut pieces: Vec<Piece>) -> Vec<Row> {
    const UNEVEN: f64 = 0.35;
    pieces.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Row> = Vec::new();
    for piece in pieces {
        let row = rows.last_mut().filter(|row| {
            let first = &row.pieces[0];
            piece.baseline - first.baseline <= UNEVEN * piece.size.min(first.size)
        });
        match row {
            Some(row) => row.pieces.push(piece),
            None => rows.push(Row {
                pieces: vec![piece],
            }),
        }
    }
    for row in &mut rows {
        row.pieces.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    rows
}

/// Whether raised characters are a mark: digits, 注 1, circled numbers, signs.
/// The th of 55th is none.
pub fn is_mark(raised: &str) -> bool {
    let inner = raised.trim_matches(['[', ']', '(', ')', '（', '）', '〔', '〕', '［', '］']);
    let number = inner.trim_start_matches('注');
    !inner.is_empty()
        && (number.chars().all(|c| is_digit(c) || circled(c).is_some())
            || inner.chars().all(|c| "*＊†‡#※".contains(c)))
}

/// The number in a circle.
pub fn circled(c: char) -> Option<u32> {
    matches!(c, '①'..='⑳').then(|| c as u32 - '①' as u32 + 1)
}
