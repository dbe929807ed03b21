//! The typeset PDFs of the real 55th report, against what its text gives.
//!
//! One has `ToUnicode` maps; the other, like the official files, has none.
//! Where they lie beside the project (`../shared/reports`), or where
//! `CNNIC_REPORTS` says, these tests run; elsewhere they say that they did not.

mod real;

use std::sync::OnceLock;

use cnnic::Options;
use cnnic::problem::Severity;
use cnnic::report::{Observation, Report};
use real::{plain, source};
use serde_json::{Value, json};

const PDFS: [&str; 2] = ["cnnic-55.pdf", "cnnic-55-adobegb1.pdf"];

fn read(name: &str) -> Option<Report> {
    Some(cnnic::read(&source(name)?, &Options::default()).unwrap())
}

/// What the text gives, and what each PDF gives.
fn reports() -> Option<&'static (Report, Vec<Report>)> {
    static REPORTS: OnceLock<Option<(Report, Vec<Report>)>> = OnceLock::new();
    let read_all = || {
        let text = read("cnnic-55.txt")?;
        let pdfs: Option<Vec<Report>> = PDFS.iter().map(|name| read(name)).collect();
        Some((text, pdfs?))
    };
    REPORTS.get_or_init(read_all).as_ref()
}

/// Compares items one by one, so that a failure names the first that differs.
fn assert_same(what: &str, of: fn(&Report) -> Vec<Value>) {
    let Some((text, pdfs)) = reports() else {
        return;
    };
    let expected = of(text);
    assert!(!expected.is_empty(), "{what}");
    for (name, pdf) in PDFS.iter().zip(pdfs) {
        let found = of(pdf);
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{name}: {what}");
        }
        assert_eq!(found.len(), expected.len(), "{name}: {what}");
    }
}

#[test]
fn edition_and_outline_are_those_of_the_text() {
    assert_same("edition", |report| vec![json!(report.edition)]);
    assert_same("sections", |report| {
        let sections = report.sections.iter();
        sections
            .map(|section| json!([section.id, section.level, section.number, section.title]))
            .collect()
    });
}

#[test]
fn tables_are_those_of_the_text() {
    assert_same("tables", |report| {
        let tables = report.tables.iter().map(|table| {
            json!([
                table.label,
                table.title,
                table.markers,
                table.dataset,
                table.stub,
                table.columns,
                table.source,
            ])
        });
        tables.collect()
    });
    assert_same("rows", |report| {
        let rows = report.tables.iter().flat_map(|table| &table.rows);
        rows.map(|row| json!(row)).collect()
    });
    assert_same("notes", |report| {
        let notes = report.tables.iter().flat_map(|table| &table.notes);
        // The text writes a formula of 附表 3 in TeX, the PDFs set it.
        let set = notes.filter(|note| !note.text.contains("128-32"));
        set.map(|note| json!([note.marker, plain(&note.text)]))
            .collect()
    });
}

#[test]
fn figures_footnotes_and_terms_are_those_of_the_text() {
    assert_same("figures", |report| {
        let figures = report.figures.iter();
        figures
            .map(|figure| json!([figure.label, figure.title, figure.markers]))
            .collect()
    });
    assert_same("footnotes", |report| {
        let footnotes = report.footnotes.iter();
        footnotes
            .map(|footnote| json!([footnote.number, plain(&footnote.text), footnote.url]))
            .collect()
    });
    assert_same("terms", |report| {
        let terms = report.terms.iter();
        terms
            .map(|term| json!([term.term, plain(&term.definition)]))
            .collect()
    });
}

#[test]
fn statements_are_those_of_the_text() {
    assert_same("statements", |report| {
        let statements = report.statements.iter();
        // A page break of the report prints 要 twice; the PDFs have it in mid-line,
        // where nothing shows that it is once too often.
        let text = |text: &str| plain(text).replace("纪要要", "纪要");
        statements
            .map(|statement| json!([statement.id, text(&statement.text), statement.section]))
            .collect()
    });
}

#[test]
fn observations_are_those_of_the_text() {
    let facts = |report: &Report| {
        let fact = |fact: &Observation| {
            let mut fact = json!(fact);
            fact.as_object_mut().unwrap().remove("locator");
            fact
        };
        report.observations.iter().map(fact).collect()
    };
    assert_same("observations", facts);
}

#[test]
fn every_number_is_explained_and_nothing_is_an_error() {
    let Some((_, pdfs)) = reports() else { return };
    for (name, pdf) in PDFS.iter().zip(pdfs) {
        assert_eq!(pdf.ledger.unexplained, [], "{name}");
        let errors: Vec<&str> = pdf
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| problem.message.as_str())
            .collect();
        assert_eq!(errors, [""; 0], "{name}");
    }
}

#[test]
fn every_value_has_its_page_and_a_box_on_it() {
    let Some((_, pdfs)) = reports() else { return };
    for (name, pdf) in PDFS.iter().zip(pdfs) {
        let pages = pdf.source.pages.unwrap();
        for fact in &pdf.observations {
            let locator = &fact.locator;
            let page = locator.page.unwrap();
            assert!((1..=pages).contains(&page), "{name}: {}", fact.id);
            let [x0, y0, x1, y1] = locator.bbox.unwrap();
            // A4 is 595 by 842 points.
            let is_inside = 0.0 < x0 && x0 < x1 && x1 < 596.0 && 0.0 < y0 && y0 < y1 && y1 < 843.0;
            assert!(is_inside, "{name}: {} {:?}", fact.id, locator.bbox);
        }
    }
}
