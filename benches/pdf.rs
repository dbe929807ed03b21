//! How fast a PDF becomes pages: `CNNIC_PDF=report.pdf cargo bench --bench pdf`.
//!
//! Compare figures of one run only; absolute times vary between machines. Without a
//! file there is nothing to measure.

use cnnic::document::pdf::bytes_to_pages;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

fn file() -> Option<Vec<u8>> {
    std::fs::read(std::env::var_os("CNNIC_PDF")?).ok()
}

/// Glyphs, rules and fills of every page.
#[divan::bench]
fn pages(bencher: Bencher) {
    let Some(bytes) = file() else { return };
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench(|| bytes_to_pages("report.pdf", bytes.clone(), None));
}

/// Everything, validation included.
#[divan::bench]
fn report(bencher: Bencher) {
    let Some(bytes) = file() else { return };
    let source = cnnic::Source::new("report.pdf", bytes);
    bencher.bench(|| cnnic::read(&source, &cnnic::Options::default()));
}
