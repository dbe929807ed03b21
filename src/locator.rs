//! Where something is printed, as a report says it.

use serde::{Deserialize, Serialize};

/// The place of something in the canonical text and on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Locator {
    /// Physical page, from 1; `None` where the text has no page breaks.
    pub page: Option<usize>,
    /// Page number as printed on that page.
    pub page_printed: Option<String>,
    /// Line of the canonical text, from 1.
    pub line: usize,
    /// Unicode scalar offsets into the canonical text, end exclusive; several
    /// where a page cuts the item.
    pub spans: Vec<[usize; 2]>,
    /// The slices of the spans, joined.
    pub quote: String,
    /// Left, top, right and bottom in points from the top left of the page;
    /// only for PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bbox: Option<[f64; 4]>,
}
