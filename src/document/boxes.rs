//! Where on its page each character stands.

use crate::span::Span;

/// The boxes of the characters of a document that was drawn; none for text.
#[derive(Clone, Debug, Default)]
pub struct Boxes {
    /// In order of their bytes.
    places: Vec<Placed>,
}

/// A character with its box.
#[derive(Clone, Copy, Debug)]
struct Placed {
    byte: usize,
    page: u32,
    edges: [f32; 4],
}

impl Boxes {
    /// Adds the character at `byte`, which stands behind all before it; edges
    /// are left, top, right and bottom in points from the top left of the page.
    pub fn push(&mut self, byte: usize, page: usize, edges: [f64; 4]) {
        debug_assert!(self.places.last().is_none_or(|last| last.byte < byte));
        self.places.push(Placed {
            byte,
            page: u32::try_from(page).unwrap_or(u32::MAX),
            edges: edges.map(|edge| edge as f32),
        });
    }

    /// The box around the characters of a span, as far as they stand on its
    /// first page; `None` where none was drawn.
    pub fn around(&self, span: Span) -> Option<[f64; 4]> {
        let first = self
            .places
            .partition_point(|placed| placed.byte < span.start);
        let inside = self.places[first..]
            .iter()
            .take_while(|placed| placed.byte < span.end);
        let page = self.places.get(first)?.page;
        let [x0, y0, x1, y1] = inside
            .filter(|placed| placed.page == page)
            .map(|placed| placed.edges)
            .reduce(|a, b| {
                [
                    a[0].min(b[0]),
                    a[1].min(b[1]),
                    a[2].max(b[2]),
                    a[3].max(b[3]),
                ]
            })?;
        // A hundredth of a point is finer than anything is drawn.
        let rounded = |edge: f32| (f64::from(edge) * 100.0).round() / 100.0;
        Some([x0, y0, x1, y1].map(rounded))
    }
}
