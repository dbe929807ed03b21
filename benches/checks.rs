//! How fast a report is checked against itself: `cargo bench --bench checks`.
//!
//! What is made to be slow, one fact so many times or a table of so many rows, takes
//! eight times as long where it is eight times as much, not eight times eight.

use std::fmt::Write;

use cnnic::block::document_to_blocks;
use cnnic::check::{self, Readings};
use cnnic::document::text::text_to_document;
use cnnic::edition::blocks_to_edition;
use cnnic::figure::blocks_to_figures;
use cnnic::footnote::blocks_to_footnotes;
use cnnic::observation::{self, Surroundings};
use cnnic::outline::blocks_to_sections;
use cnnic::statement::blocks_to_statements;
use cnnic::table::blocks_to_tables;
use divan::Bencher;

const FIXTURE: &str = include_str!("../fixtures/edition-55/input.txt");
const COVER: &str = "第 56 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n";

fn main() {
    divan::main();
}

/// A report; compare with `report` of `text`, which has them.
#[divan::bench(args = [1, 10])]
fn report(bencher: Bencher, copies: usize) {
    of_text(bencher, FIXTURE.repeat(copies));
}

/// One fact so many times, with another value each time.
#[divan::bench(args = [200, 1600])]
fn one_fact(bencher: Bencher, times: usize) {
    let mut text = COVER.to_owned();
    for at in 0..times {
        let value = 10_000 + at;
        write!(text, "截至2025年6月，我国网民规模为{value}万人。\n\n").expect("a string takes all");
    }
    of_text(bencher, text);
}

/// A table with so many rows and a total that is one too much.
#[divan::bench(args = [250, 2000])]
fn one_table(bencher: Bencher, rows: usize) {
    let mut text = format!("{COVER}表 1 2025年6月各地区网站数量\n\n地区\t数量（个）\n");
    for at in 0..rows {
        writeln!(text, "地区{at}号\t{}", 10_001 + at).expect("a string takes all");
    }
    let sum: usize = (0..rows).map(|at| 10_001 + at).sum();
    writeln!(text, "合计\t{}", sum + 1).expect("a string takes all");
    of_text(bencher, text);
}

/// So many differences between two numbers that are printed as often.
#[divan::bench(args = [60, 480])]
fn comparisons(bencher: Bencher, times: usize) {
    let mut text = COVER.to_owned();
    for at in 0..times {
        write!(
            text,
            "截至2025年6月，使用甲{at}号设备上网的比例为34.2%。截至2025年6月，我国网民使用手机上网的比例达\
             99.4%，高于使用甲{at}号设备上网的比例65.3个百分点。\n\n"
        )
        .expect("a string takes all");
    }
    of_text(bencher, text);
}

/// So many shares of so many numbers in one sentence.
#[divan::bench(args = [60, 480])]
fn shares_in_a_sentence(bencher: Bencher, times: usize) {
    let mut text = format!("{COVER}2025年1-3月，投资金额合计为812亿元，其中");
    for at in 0..times {
        write!(text, "{at}号地区为8亿元，占比1.0%，").expect("a string takes all");
    }
    text += "其他为1亿元。\n";
    of_text(bencher, text);
}

/// The checks alone.
fn of_text(bencher: Bencher, text: String) {
    let document = text_to_document(text);
    let blocks = document_to_blocks(&document).value;
    let edition = blocks_to_edition(&document, &blocks, None).value;
    let sections = blocks_to_sections(&document, &blocks).value;
    let tables = blocks_to_tables(&document, &blocks).value.tables;
    let figures = blocks_to_figures(&document, &blocks, &[]);
    let footnotes = blocks_to_footnotes(&document, &blocks).value;
    let (statements, _) = blocks_to_statements(&document, &blocks, &sections);
    let surroundings = Surroundings {
        edition: &edition,
        sections: &sections,
        footnotes: &footnotes,
        doubtful: &[],
    };
    let read = observation::read(&tables, &statements, &surroundings);
    let names = observation::identify(&read.observations, &statements, &edition);
    let readings = Readings {
        document: &document,
        blocks: &blocks,
        edition: &edition,
        sections: &sections,
        tables: &tables,
        figures: &figures,
        footnotes: &footnotes,
        statements: &statements,
        observations: &read.observations,
        names: &names,
    };
    bencher.bench(|| check::check(&readings));
}
