//! Invented editions of the report: from a seed to a text in any layout, and
//! what has to come back from it.

mod cells;
mod cut;
mod expect;
mod grids;
mod html;
mod invent;
mod items;
mod markdown;
mod model;
pub mod pdf;
mod phrases;
mod press;
mod rng;
mod spaces;
mod tables;
mod tabs;
#[cfg(test)]
mod tests;
mod typeset;
mod words;

pub use expect::differences;
pub use invent::edition;
pub use model::Edition;
pub use typeset::typeset;

/// How a text marks the columns of its tables, and what goes with that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Tabs; each paragraph on one line.
    Tabs,
    /// Runs of spaces; lines wrapped, as `pdftotext -layout` prints them.
    Spaces,
    /// Pipes; each paragraph on one line.
    Markdown,
    /// Tags; the rest as in Markdown.
    Html,
}

impl Layout {
    pub const ALL: [Layout; 4] = [Layout::Tabs, Layout::Spaces, Layout::Markdown, Layout::Html];
}
