//! A second reading of a PDF, by a library that shares no code with the first.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, PlainTextOutput, output_doc_page};

/// Hands over the text of each page in order, `None` for a page on which the
/// library fails.
///
/// The library is less careful than the first: bad files make it panic, take all
/// memory or run through its stack, so this is for a process of its own.
///
/// # Errors
/// What the library says when it cannot open the file.
pub fn second_reading(
    bytes: &[u8],
    password: Option<&str>,
    mut take: impl FnMut(Option<String>),
) -> Result<(), String> {
    let mut file = Document::load_mem(bytes).map_err(|error| error.to_string())?;
    if file.is_encrypted() {
        file.decrypt(password.unwrap_or(""))
            .map_err(|error| error.to_string())?;
    }
    for page in file.get_pages().into_keys() {
        let text = catch_unwind(AssertUnwindSafe(|| {
            let mut text = String::new();
            let mut output = PlainTextOutput::new(&mut text);
            output_doc_page(&file, &mut output, page).ok()?;
            Some(text)
        }));
        take(text.ok().flatten());
    }
    Ok(())
}
