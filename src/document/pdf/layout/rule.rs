//! Ruling lines, straightened: what was drawn in pieces, doubled or a hair
//! apart becomes one line.

use crate::document::pdf::page::{Page, Rule};

/// Lines nearer than this are one: no row of text is so low.
pub const NEAR: f64 = 2.5;

/// A line along one axis: where it stands on the other, and from where to where
/// it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// `y` of a horizontal line, `x` of a vertical one.
    pub at: f64,
    /// Its upper or left end.
    pub from: f64,
    /// Its lower or right end.
    pub to: f64,
}

impl Edge {
    /// How long it is.
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    /// Whether two lines cross or touch, this one along `x`, the other along `y`.
    pub fn meets(self, vertical: Edge) -> bool {
        self.from - NEAR <= vertical.at
            && vertical.at <= self.to + NEAR
            && vertical.from - NEAR <= self.at
            && self.at <= vertical.to + NEAR
    }
}

/// The ruling lines of a page.
#[derive(Clone, Debug, Default)]
pub struct Edges {
    /// From top to bottom.
    pub horizontal: Vec<Edge>,
    /// From left to right.
    pub vertical: Vec<Edge>,
}

/// Straightens the rules of a page.
pub fn rules_to_edges(page: &Page) -> Edges {
    let is_level = |rule: &&Rule| rule.x1 - rule.x0 >= rule.y1 - rule.y0;
    let horizontal = page.rules.iter().filter(is_level).map(|rule| Edge {
        at: f64::midpoint(rule.y0, rule.y1),
        from: rule.x0,
        to: rule.x1,
    });
    let vertical = page
        .rules
        .iter()
        .filter(|rule| !is_level(rule))
        .map(|rule| Edge {
            at: f64::midpoint(rule.x0, rule.x1),
            from: rule.y0,
            to: rule.y1,
        });
    Edges {
        horizontal: straighten(horizontal.collect()),
        vertical: straighten(vertical.collect()),
    }
}

/// Gives lines a hair apart one place, and joins those that then touch.
fn straighten(mut edges: Vec<Edge>) -> Vec<Edge> {
    const SHORTEST: f64 = 3.0;
    edges.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut first = f64::NEG_INFINITY;
    for edge in &mut edges {
        if edge.at - first > NEAR {
            first = edge.at;
        }
        edge.at = first;
    }
    edges.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut joined: Vec<Edge> = Vec::new();
    for edge in edges {
        match joined.last_mut() {
            Some(last) if last.at == edge.at && edge.from <= last.to + NEAR => {
                last.to = last.to.max(edge.to);
            }
            _ => joined.push(edge),
        }
    }
    joined.retain(|edge| edge.length() >= SHORTEST);
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_and_doubled_lines_become_one() {
        let edge = |at, from, to| Edge { at, from, to };
        let dashes = (0..5).map(|dash| {
            edge(
                100.0 + f64::from(dash % 2),
                f64::from(dash) * 6.0,
                f64::from(dash) * 6.0 + 4.0,
            )
        });
        assert_eq!(straighten(dashes.collect()), [edge(100.0, 0.0, 28.0)]);
        let apart = vec![edge(10.0, 0.0, 50.0), edge(40.0, 0.0, 50.0)];
        assert_eq!(straighten(apart.clone()), apart);
    }
}
