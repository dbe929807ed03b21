//! How far a reading bends what headings have in common, in sizes of the type.

use super::{NO_NAME, Rows, Side, Table};

/// What two columns of one name are worse than all misplaced lines.
const SAME_NAME: f64 = 6.0;

impl Table<'_, '_> {
    /// A heading ends no line within brackets.
    pub(super) fn cut(&self, lines: &[usize]) -> f64 {
        const CUT: f64 = 3.0;
        let text = self.says(lines);
        let count = |signs: [char; 2]| text.matches(signs).count();
        if count(['（', '(']) == count(['）', ')']) {
            0.0
        } else {
            CUT
        }
    }

    /// Rows of headings stand further apart than the lines of one of them.
    pub(super) fn tight(&self, above: &[Vec<usize>], grouped: &[Vec<usize>]) -> f64 {
        const CLOSER: f64 = 1.08;
        let height = |at: usize| self.headings[at].piece.baseline;
        let cells = above.iter().chain(grouped);
        let steps = cells.flat_map(|lines| lines.windows(2));
        let steps = steps.map(|pair| height(pair[1]) - height(pair[0]));
        let leading = steps.reduce(f64::min);
        let ends = above.iter().filter_map(|lines| lines.last());
        let last = ends.map(|&at| height(at)).fold(f64::NEG_INFINITY, f64::max);
        let starts = grouped.iter().filter_map(|lines| lines.first());
        let first = starts.map(|&at| height(at)).fold(f64::INFINITY, f64::min);
        let is_tight = leading.is_some_and(|leading| first - last < CLOSER * leading);
        if is_tight { 0.8 } else { 0.0 }
    }

    /// Groups are of one length mostly, and where they are not no heading below
    /// them says the same; nothing stands over one of two headings of a row.
    pub(super) fn unlike(&self, rows: &Rows, ranges: &[(usize, usize)]) -> f64 {
        let groups: Vec<&(usize, usize)> =
            ranges.iter().filter(|range| range.0 < range.1).collect();
        let length = |range: &(usize, usize)| range.1 - range.0;
        let pairs = groups.windows(2);
        let pairs = pairs.filter(|pair| length(pair[0]) != length(pair[1]));
        let is_alone = |range: &&(usize, usize)| {
            range.0 == range.1 && range.0 > 0 && rows.below[range.0].is_some()
        };
        1.5 * pairs.count() as f64 + 0.3 * ranges.iter().filter(is_alone).count() as f64
    }

    /// How far lines of one cell are from having a side in common, that which
    /// most have.
    pub(super) fn unaligned(&self, cells: &[Vec<usize>]) -> f64 {
        let apart = |side: Side| -> f64 {
            let pairs = cells.iter().flat_map(|lines| lines.windows(2));
            pairs
                .map(|pair| (side.of(self.ends(pair[0])) - side.of(self.ends(pair[1]))).abs())
                .sum()
        };
        Side::ALL
            .map(apart)
            .into_iter()
            .fold(f64::INFINITY, f64::min)
            / self.size
    }

    /// How far the cells of a row are from having their first lines, their
    /// middles or their last lines at one height. Rows end at one height seldom.
    pub(super) fn uneven(&self, cells: &[Vec<usize>]) -> f64 {
        const SELDOM: f64 = 0.3;
        let cells: Vec<(f64, f64)> = cells
            .iter()
            .filter_map(|lines| Some((*lines.first()?, *lines.last()?)))
            .map(|(first, last)| {
                (
                    self.headings[first].piece.baseline,
                    self.headings[last].piece.baseline,
                )
            })
            .collect();
        let spread = |side: Side| {
            let heights = cells.iter().map(|cell| side.of(*cell));
            let (least, most) = heights.fold((f64::INFINITY, f64::NEG_INFINITY), |ends, height| {
                (ends.0.min(height), ends.1.max(height))
            });
            (most - least).max(0.0) / self.size
        };
        let [top, middle, bottom] = Side::ALL.map(spread);
        top.min(middle).min(bottom + SELDOM)
    }

    /// Lines of one cell that are two for sure.
    pub(super) fn parted(&self, lines: &[usize]) -> f64 {
        let piece = |at: usize| self.headings[at].piece;
        let pairs = lines.windows(2);
        let parted = pairs.filter(|pair| (self.is_apart)(piece(pair[0]), piece(pair[1])));
        0.3 * parted.count() as f64
    }

    /// Lines of one cell are as far apart as those of another.
    pub(super) fn irregular(&self, cells: &[Vec<usize>]) -> f64 {
        const NEAR: f64 = 0.15;
        let height = |at: usize| self.headings[at].piece.baseline;
        let steps = cells.iter().flat_map(|lines| lines.windows(2));
        let steps: Vec<f64> = steps
            .map(|pair| height(pair[1]) - height(pair[0]))
            .collect();
        let least = steps.iter().copied().fold(f64::INFINITY, f64::min);
        let wider = steps.iter().filter(|step| *step - least > NEAR * self.size);
        0.5 * wider.count() as f64
    }

    /// What columns of one name and columns without any cost.
    pub(super) fn misnamed(&self, over: &[(usize, usize)]) -> f64 {
        let mut names = self.names(over).split_off(1);
        let unnamed = names.iter().filter(|name| name.is_empty()).count();
        names.retain(|name| !name.is_empty());
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        NO_NAME * unnamed as f64 + SAME_NAME * (count - names.len()) as f64
    }
}
