//! The only room that names a PDF library: what a file shows, page by page.

mod page;

pub use page::{Area, Glyph, Page, Rule, Turn, Unicode};
