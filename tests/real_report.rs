//! The real 55th report, against expectations written by reading it.
//!
//! The report itself is not part of this project. Where its text lies beside
//! the project (`../shared/reports`), or where `CNNIC_REPORTS` says, these
//! tests run; elsewhere they say that they did not.

mod real;

use std::sync::OnceLock;

use cnnic::check::{CheckKind, CheckStatus};
use cnnic::locator::Locator;
use cnnic::problem::{ProblemKind, Severity};
use cnnic::report::{Amount, Check, Exact, Note, Problem, Report};
use cnnic::{Corrections, Options, Source};
use serde_json::{Value, json};

fn source() -> Option<Source> {
    real::source("cnnic-55.txt")
}

fn text() -> Option<String> {
    source().map(|source| source.text().unwrap())
}

fn report() -> Option<&'static Report> {
    static REPORT: OnceLock<Option<Report>> = OnceLock::new();
    let read = || Some(cnnic::read(&source()?, &Options::default()).unwrap());
    REPORT.get_or_init(read).as_ref()
}

fn expected(name: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expected/cnnic-55");
    let text = std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Compares item by item, so that a failure names the first that differs.
fn assert_items(found: Vec<Value>, name: &str) {
    let expected = expected(name);
    let expected = expected.as_array().unwrap();
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected, "{name}");
    }
    assert_eq!(found.len(), expected.len(), "{name}");
}

fn first(text: &str) -> String {
    text.chars().take(6).collect()
}

fn last(text: &str) -> String {
    let skip = text.chars().count().saturating_sub(6);
    text.chars().skip(skip).collect()
}

#[test]
fn the_edition_is_known() {
    let Some(report) = report() else { return };
    assert_eq!(
        serde_json::to_value(&report.edition).unwrap(),
        expected("edition")
    );
}

#[test]
fn every_cell_of_every_table_is_right() {
    let Some(report) = report() else { return };
    let expected = expected("tables");
    let note = |note: &Note| json!({ "marker": note.marker, "starts": first(&note.text), "ends": last(&note.text) });
    for (table, expected) in report.tables.iter().zip(expected.as_array().unwrap()) {
        let label = &table.label;
        let head = json!({
            "label": table.label,
            "number": table.number,
            "kind": table.kind,
            "markers": table.markers,
            "title": table.title,
            "dataset": table.dataset,
            "stub": table.stub,
            "columns": table.columns,
            "notes": table.notes.iter().map(note).collect::<Vec<_>>(),
            "source": table.source,
            "line": table.locator.line,
        });
        for (name, value) in head.as_object().unwrap() {
            assert_eq!(*value, expected[name], "{label}: {name}");
        }
        let rows = expected["rows"].as_array().unwrap();
        for (row, expected) in table.rows.iter().zip(rows) {
            let cells = row.cells.iter().map(|cell| {
                let value = cell.value.map(|value| value.to_string());
                json!({ "text": cell.text, "value": value, "markers": cell.markers })
            });
            let row = json!({
                "label": row.label,
                "unit": row.unit,
                "markers": row.markers,
                "cells": cells.collect::<Vec<_>>(),
            });
            assert_eq!(row, *expected, "{label}");
        }
        assert_eq!(table.rows.len(), rows.len(), "{label}: rows");
    }
    assert_eq!(report.tables.len(), expected.as_array().unwrap().len());
}

#[test]
fn every_figure_is_there() {
    let Some(report) = report() else { return };
    let found = report.figures.iter().map(|figure| {
        json!({
            "label": figure.label,
            "number": figure.number,
            "title": figure.title,
            "markers": figure.markers,
            "line": figure.locator.line,
        })
    });
    assert_items(found.collect(), "figures");
}

#[test]
fn every_footnote_is_there() {
    let Some(report) = report() else { return };
    let found = report.footnotes.iter().map(|footnote| {
        json!({
            "number": footnote.number,
            "line": footnote.locator.line,
            "url": footnote.url,
            "starts": first(&footnote.text),
            "ends": last(&footnote.text),
        })
    });
    assert_items(found.collect(), "footnotes");
}

#[test]
fn every_heading_is_there_and_those_of_the_contents_among_them() {
    let Some(report) = report() else { return };
    let found = report.sections.iter().map(|section| {
        json!({
            "level": section.level,
            "number": section.number,
            "title": section.title,
            "line": section.locator.line,
        })
    });
    assert_items(found.collect(), "sections");
    for entry in expected("contents").as_array().unwrap() {
        let is_there = report.sections.iter().any(|section| {
            json!(section.number) == entry["number"] && json!(section.title) == entry["title"]
        });
        assert!(is_there, "{entry}");
    }
}

#[test]
fn every_bullet_is_there() {
    let Some(report) = report() else { return };
    let bullets = report
        .statements
        .iter()
        .filter(|statement| statement.kind == "bullet");
    let found = bullets.map(|bullet| {
        let numbers: Vec<&str> = cnnic::document::number::tokens(&bullet.text)
            .iter()
            .map(|span| &bullet.text[span.range()])
            .collect();
        json!({
            "line": bullet.locator.line,
            "numbers": numbers,
            "starts": first(&bullet.text),
            "ends": last(&bullet.text),
        })
    });
    assert_items(found.collect(), "bullets");
}

#[test]
fn every_term_is_there() {
    let Some(report) = report() else { return };
    let found = report.terms.iter().map(|term| {
        json!({
            "term": term.term,
            "line": term.locator.line,
            "starts": first(&term.definition),
            "ends": last(&term.definition),
        })
    });
    assert_items(found.collect(), "terms");
}

#[test]
fn what_page_breaks_cut_is_whole() {
    let Some(text) = text() else { return };
    let document = cnnic::document::text::text_to_document(text);
    let blocks = cnnic::block::document_to_blocks(&document).value.blocks;
    for join in expected("joins").as_array().unwrap() {
        let text = join["text"].as_str().unwrap();
        assert!(
            blocks.iter().any(|block| block.text.text().contains(text)),
            "{join}"
        );
    }
}

#[test]
fn nothing_of_it_is_an_error() {
    let Some(report) = report() else { return };
    let mut in_words = Vec::new();
    for problem in &report.problems {
        assert_eq!(problem.severity, Severity::Warning, "{problem:?}");
        match problem.kind {
            ProblemKind::AmountInWords => in_words.extend(problem.found.as_deref()),
            kind => assert_eq!(kind, ProblemKind::JoinGuessed, "{problem:?}"),
        }
    }
    // Found by reading the report for numerals in words.
    assert_eq!(
        in_words,
        ["百万", "十几个百分点", "数倍", "三分之一", "翻番"]
    );
}

#[test]
fn every_quote_is_a_slice_of_the_text() {
    let Some(report) = report() else { return };
    let Some(text) = text() else { return };
    let characters: Vec<char> = text.chars().collect();
    let check = |locator: &Locator| {
        let quote: String = locator
            .spans
            .iter()
            .flat_map(|&[start, end]| &characters[start..end])
            .collect();
        assert_eq!(quote, locator.quote);
    };
    report.tables.iter().for_each(|table| check(&table.locator));
    report
        .statements
        .iter()
        .for_each(|statement| check(&statement.locator));
    report
        .footnotes
        .iter()
        .for_each(|footnote| check(&footnote.locator));
    report
        .sections
        .iter()
        .for_each(|section| check(&section.locator));
}

/// What `pdftotext` prints of the same report says the same, mark by mark.
#[test]
fn its_pdf_reads_the_same_through_pdftotext() {
    let Some(report) = report() else { return };
    let pdf = real::folder().join("cnnic-55.pdf");
    let run = std::process::Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output();
    let Some(run) = run.ok().filter(|run| run.status.success()) else {
        eprintln!("not run: no pdftotext, or no cnnic-55.pdf");
        return;
    };
    let source = Source::new("cnnic-55.txt", run.stdout);
    let found = cnnic::read(&source, &Options::default()).unwrap();
    let facts = |report: &Report| {
        let facts = report.observations.iter().map(|fact| {
            json!([
                fact.fact,
                fact.label,
                fact.value,
                fact.unit_printed,
                fact.period,
                fact.base_period
            ])
            .to_string()
        });
        let mut facts: Vec<String> = facts.map(|fact| real::plain(&fact)).collect();
        facts.sort();
        facts
    };
    assert_eq!(facts(&found), facts(report));
    let footnotes = |report: &Report| -> Vec<(u32, String)> {
        let notes = report.footnotes.iter();
        notes
            .map(|note| (note.number, real::plain(&note.text)))
            .collect()
    };
    assert_eq!(footnotes(&found), footnotes(report));
    let markers = |report: &Report| -> Vec<Vec<String>> {
        let figures = report.figures.iter().map(|figure| figure.markers.clone());
        figures.collect()
    };
    assert_eq!(markers(&found), markers(report));
}

/// The checks of the real report that do not hold, found by reckoning its tables
/// by hand: two cells of 附表 2 whose blocks are not their addresses. All rows of
/// that table add up to their total, so that it is the blocks that are wrong.
#[test]
fn its_misprints_are_found_and_nothing_else() {
    let Some(report) = report() else { return };
    let of = |status| {
        let checks = report.checks.iter();
        checks.filter(move |check| check.status == status)
    };
    let failed: Vec<&str> = of(CheckStatus::Fail)
        .map(|check| check.message.as_str())
        .collect();
    let expected = [
        "附表 2, CNNIC IP地址分配联盟: 3A+192B+133C is 62,948,608; printed 62,957,312, which is 3A+192B+167C",
        "附表 2, 中国教育和科研计算机网: 254B+16C is 16,650,240; printed 16,649,984, which is 254B+15C",
    ];
    assert_eq!(failed, expected);
    let evaluated = of(CheckStatus::Pass).count() + failed.len();
    assert!(evaluated >= 300, "{evaluated}");
    // 32 shares of two decimals; by hand they add up to 100.01.
    let shares = report.checks.iter().find(|check| {
        check.kind == CheckKind::HundredPercent && check.message.starts_with("附表 5")
    });
    let shares = shares.unwrap();
    assert_eq!(shares.status, CheckStatus::Pass);
    assert_eq!(
        shares.actual,
        Some(Amount::Number("100.01".parse().map(Exact).unwrap()))
    );
    assert!(
        shares
            .message
            .contains("rounding of 32 shares may make ±0.16")
    );
    // What the report prints of these, each by a check of its own.
    let passed: Vec<&str> = of(CheckStatus::Pass)
        .map(|check| check.id.as_str())
        .collect();
    for id in [
        "sum/55/domains/level/2024-12/by=tld",
        "sum/55/domains/level/2024-12/by=area",
        "sum/55/ipv4_addresses/area=CN/level/2024-12/by=holder",
        "sum/55/government_websites/government_level=provincial_and_below/level/2023-12/by=area",
        "parts/55/ipv4_addresses/area=CN/level/2024-12/by=area",
        "growth/55/application_users/application=short_video/growth_rate/2024-12/2023-12",
        "change/55/application_users/application=online_payment/change/2024-12/2023-12",
        "share/55/application_usage_rate/application=online_audio/share/2023-12",
        "share/55/internet_penetration/level/2024-12",
        "ratio/55/web_page_bytes_mean/growth_rate/2024-12/2023-12",
        "difference/55/non_users/change/2024-12/2023-12",
        "hundred_percent/55/internet_users_sex_ratio/ratio/2024-12",
        "row_order/web_pages_by_province",
        "numbering/footnotes",
    ] {
        assert!(passed.contains(&id), "{id}");
    }
    // No value is singled out: each misprint is in one check alone.
    assert!(report.observations.iter().all(|seen| seen.status != "U"));
}

#[test]
fn corrections_mend_its_misprints() {
    let Some(source) = source() else { return };
    let corrections = "edition,place,printed,corrected,reason\n\
        55,\"附表 2, CNNIC IP地址分配联盟, 折合数\",3A+192B+133C,3A+192B+167C,the count adds up\n\
        55,\"附表 2, 中国教育和科研计算机网, 折合数\",254B+16C,254B+15C,the count adds up\n";
    let corrections = Corrections::parse("corrections.csv", corrections.as_bytes()).unwrap();
    let report = cnnic::read_corrected(&source, &Options::default(), &corrections).unwrap();
    let holds = |check: &Check| check.status != CheckStatus::Fail;
    assert!(report.checks.iter().all(holds));
    let unused = |problem: &Problem| problem.kind == ProblemKind::CorrectionUnused;
    assert!(!report.problems.iter().any(unused));
}
