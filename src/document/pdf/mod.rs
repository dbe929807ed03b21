//! The only room that names a PDF library: what a file shows, page by page.

mod canvas;
mod character;
mod engine;
mod font;
mod page;
mod shape;
mod twice;

pub use engine::bytes_to_pages;
pub use page::{Area, Glyph, Page, Rule, Turn, Unicode};
