//! How fast a text becomes a report: `cargo bench`.
//!
//! Compare figures of one run only; absolute times vary between machines.

use std::process::{Command, Stdio};

use cnnic::block::document_to_blocks;
use cnnic::document::text::text_to_document;
use cnnic::edition::blocks_to_edition;
use cnnic::footnote::blocks_to_footnotes;
use cnnic::observation::{self, Surroundings};
use cnnic::outline::blocks_to_sections;
use cnnic::statement::blocks_to_statements;
use cnnic::table::blocks_to_tables;
use cnnic::{Options, Report, Source, schema, write};
use divan::Bencher;
use divan::counter::BytesCount;

const FIXTURE: &str = include_str!("../fixtures/edition-55/input.txt");

fn main() {
    divan::main();
}

/// Pages, lines, grids and number tokens.
#[divan::bench]
fn document(bencher: Bencher) {
    bencher
        .counter(BytesCount::of_str(FIXTURE))
        .bench(|| text_to_document(FIXTURE.to_owned()));
}

/// Blocks of a document.
#[divan::bench]
fn blocks(bencher: Bencher) {
    let document = text_to_document(FIXTURE.to_owned());
    bencher.bench(|| document_to_blocks(&document));
}

/// Observations of the tables and statements of a document.
#[divan::bench]
fn observations(bencher: Bencher) {
    let document = text_to_document(FIXTURE.to_owned());
    let blocks = document_to_blocks(&document).value;
    let edition = blocks_to_edition(&document, &blocks, None).value;
    let sections = blocks_to_sections(&document, &blocks).value;
    let tables = blocks_to_tables(&document, &blocks).value.tables;
    let footnotes = blocks_to_footnotes(&document, &blocks).value;
    let (statements, _) = blocks_to_statements(&document, &blocks, &sections);
    let surroundings = Surroundings {
        edition: &edition,
        sections: &sections,
        footnotes: &footnotes,
        doubtful: &[],
    };
    bencher.bench(|| observation::read(&tables, &statements, &surroundings));
}

/// Everything, validation included; linear in the copies of the text.
#[divan::bench(args = [1, 10, 100])]
fn report(bencher: Bencher, copies: usize) {
    let source = Source::new("input.txt", FIXTURE.repeat(copies));
    bencher
        .counter(BytesCount::new(FIXTURE.len() * copies))
        .bench(|| cnnic::read(&source, &Options::default()));
}

/// What [`report`] ends with.
#[divan::bench]
fn validate(bencher: Bencher) {
    let report = fixture();
    bencher.bench(|| schema::validate("input.txt", &report));
}

/// `report.json` of a report.
#[divan::bench]
fn json(bencher: Bencher) {
    let report = fixture();
    bencher.bench(|| write::json::to_string(&report));
}

/// The program from its start to a written `report.json`.
#[divan::bench]
fn process(bencher: Bencher) {
    let input = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/edition-55/input.txt");
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    bencher.bench(|| {
        Command::new(env!("CARGO_BIN_EXE_cnnic"))
            .args(["extract", "-q", input, "-o"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status()
    });
}

fn fixture() -> Report {
    let source = Source::new("input.txt", FIXTURE);
    cnnic::read(&source, &Options::default()).expect("the fixture is a report")
}

/// The clauses of one long sentence to facts; linear in the clauses.
#[divan::bench(args = [10, 100, 1000])]
fn sentence(bencher: Bencher, clauses: usize) {
    let clause = "截至2025年6月，网民规模达11.23亿人，较2024年12月增长1436万人，占比由2024年12月的78.6%提升至79.7%、";
    let source = Source::new("input.txt", format!("{}。\n", clause.repeat(clauses)));
    bencher
        .counter(BytesCount::new(clause.len() * clauses))
        .bench(|| {
            cnnic::read(
                &source,
                &Options {
                    edition: Some(56),
                    ..Options::default()
                },
            )
        });
}
