//! Any bytes as a PDF: read or refused, never a panic.

#![no_main]

use cnnic::{Options, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // What does not begin so is told to be text.
    let mut file = b"%PDF-1.7\n".to_vec();
    file.extend_from_slice(bytes.strip_prefix(b"%PDF-").unwrap_or(bytes));
    let _ = cnnic::read(&Source::new("fuzz.pdf", file), &Options::default());
});
