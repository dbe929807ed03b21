//! Any bytes as the text of a report: what is read keeps the contract's word on
//! numbers, each in one class or unexplained.

#![no_main]

use cnnic::{Options, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"%PDF-") {
        return;
    }
    let source = Source::new("fuzz.txt", bytes.to_vec());
    if let Ok(report) = cnnic::read(&source, &Options::default()) {
        let classed: usize = report.ledger.classes.values().sum();
        let unexplained = report.ledger.unexplained.len();
        assert_eq!(report.ledger.numbers, classed + unexplained);
    }
});
