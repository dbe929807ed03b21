//! The only room that names a PDF library: what a file shows, page by page.

mod canvas;
mod engine;
mod page;
mod shape;

pub use engine::bytes_to_pages;
pub use page::{Area, Glyph, Page, Rule, Turn, Unicode};
