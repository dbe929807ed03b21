//! Invents editions of the report from a seed, typesets them, and compares
//! what is read from them with what went in.

mod expect;
mod grids;
mod invent;
mod model;
mod rng;
mod tables;
mod typeset;

pub use expect::differences;
pub use invent::edition;
pub use typeset::typeset;

/// How tables and paragraphs are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Cells parted by tabs, a paragraph a line: text of OCR.
    Tabs,
    /// Cells in columns by spaces, wrapped paragraphs: `pdftotext -layout`.
    Spaces,
    /// Pipe tables, `#` before headings.
    Markdown,
    /// HTML tables in Markdown.
    Html,
}

impl Layout {
    pub const ALL: [Layout; 4] = [Layout::Tabs, Layout::Spaces, Layout::Markdown, Layout::Html];

    pub fn is_markdown(self) -> bool {
        matches!(self, Layout::Markdown | Layout::Html)
    }
}
