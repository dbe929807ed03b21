//! The only room that names a PDF library: what a file shows, page by page.

mod bounds;
mod canvas;
mod character;
mod engine;
mod font;
mod layout;
mod legible;
mod page;
mod plain;
#[cfg(feature = "cross-check")]
mod second;
mod shape;
mod twice;

pub use engine::bytes_to_pages;
pub use layout::pages_to_document;
pub use legible::legibility;
pub use page::{Area, Glyph, Page, Rule, Turn, Unicode};
pub use plain::page_to_text;
#[cfg(feature = "cross-check")]
pub use second::second_reading;
