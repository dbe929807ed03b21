//! What the tests of the real report share.

#![allow(dead_code, reason = "not each test uses all")]

use std::path::PathBuf;

use cnnic::Source;

/// Where the real report is, which is not part of this project: beside it
/// (`../shared/reports`), or where `CNNIC_REPORTS` says.
pub fn folder() -> PathBuf {
    std::env::var_os("CNNIC_REPORTS").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/reports")),
        PathBuf::from,
    )
}

/// A file of it; that it is not there is said.
pub fn source(name: &str) -> Option<Source> {
    let source = Source::open(folder().join(name)).ok();
    if source.is_none() {
        eprintln!("not run: {name} is not here (set CNNIC_REPORTS to its folder)");
    }
    source
}

/// Without white space, angle brackets and the width of punctuation, in which
/// the files differ.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '<' | '>'))
        .map(|c| match c {
            '，' => ',',
            '：' => ':',
            '；' => ';',
            '（' => '(',
            '）' => ')',
            c => c,
        })
        .collect()
}
