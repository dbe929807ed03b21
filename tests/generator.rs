//! Invented editions come back as they went in, in every layout.

#[allow(dead_code, unused_imports, reason = "`pages` compares what is drawn")]
mod editions;

use std::ops::Range;

use cnnic::{Options, Source};
use editions::pdf::{Design, Pressed};
use editions::{Edition, Layout, differences, edition, typeset};
use serde_json::Value;

/// The seeds of which editions are invented; `CNNIC_SEEDS` asks for more (`100`)
/// or for others (`20..30`).
fn seeds(usual: u64) -> Range<u64> {
    let Ok(asked) = std::env::var("CNNIC_SEEDS") else {
        return 0..usual;
    };
    match asked.split_once("..") {
        Some((from, to)) => from.parse().unwrap()..to.parse().unwrap(),
        None => 0..asked.parse().unwrap(),
    }
}

/// Reads editions in a layout; the first that comes back wrong fails with its
/// text in a file.
fn come_back(layout: Layout) {
    for seed in seeds(40) {
        let edition = edition(seed);
        let text = typeset(&edition, layout);
        let source = Source::new("edition.txt", text.clone());
        let report = cnnic::read(&source, &Options::default()).unwrap();
        let differences = differences(&edition, &serde_json::to_value(&report).unwrap(), &text);
        if !differences.is_empty() {
            let path = std::env::temp_dir().join(format!("edition-{seed}-{layout:?}.txt"));
            std::fs::write(&path, text).unwrap();
            let shown: Vec<&str> = differences.iter().take(12).map(String::as_str).collect();
            panic!(
                "seed {seed}, {layout:?}, {} differences, text in {}:\n{}",
                differences.len(),
                path.display(),
                shown.join("\n")
            );
        }
    }
}

/// Reads editions set in a design; fails with what differs in each that comes back
/// wrong, and its file and text in the temporary folder.
fn come_back_from_pdf(design: Design) {
    let seeds = seeds(10);
    let failures: Vec<String> = seeds
        .clone()
        .filter_map(|seed| failure(seed, design))
        .collect();
    assert!(
        failures.is_empty(),
        "{} of the editions {seeds:?} differ\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

/// What differs in the edition of a seed.
fn failure(seed: u64, design: Design) -> Option<String> {
    let edition = edition(seed);
    let pressed = Pressed::new(&edition, design);
    let bytes = pressed.to_bytes();
    let source = Source::new("edition.pdf", bytes.clone());
    let (differences, text) = match cnnic::read(&source, &Options::default()) {
        Ok(report) => {
            let document = cnnic::source_to_document(&source, &Options::default());
            let document = document.unwrap().value;
            let report = serde_json::to_value(&report).unwrap();
            let mut found = differences(&edition, &report, document.text());
            found.extend(other_observations(&edition, &report));
            (found, document.text().to_owned())
        }
        Err(error) => (vec![error.to_string()], String::new()),
    };
    if differences.is_empty() {
        return None;
    }
    let path = std::env::temp_dir().join(format!("edition-{seed}-{design:?}.pdf"));
    std::fs::write(&path, bytes).unwrap();
    std::fs::write(path.with_extension("txt"), text).unwrap();
    std::fs::write(
        path.with_extension("tabs.txt"),
        typeset(&edition, Layout::Tabs),
    )
    .unwrap();
    let shown: Vec<&str> = differences.iter().take(12).map(String::as_str).collect();
    Some(format!(
        "seed {seed}, {design:?}, {} differences, file {}\n{}\n{}",
        differences.len(),
        path.display(),
        pressed.recipe(),
        shown.join("\n")
    ))
}

/// Observations that the PDF of an edition gives and its text does not, or
/// the other way round. Where they stand is not compared.
fn other_observations(edition: &Edition, report: &Value) -> Vec<String> {
    let source = Source::new("edition.txt", typeset(edition, Layout::Tabs));
    let text = cnnic::read(&source, &Options::default()).unwrap();
    let text = serde_json::to_value(&text).unwrap();
    let facts = |report: &Value| -> Vec<String> {
        let mut observations = report["observations"].as_array().unwrap().clone();
        for observation in &mut observations {
            let observation = observation.as_object_mut().unwrap();
            observation.remove("locator");
            observation.remove("id");
        }
        observations.iter().map(Value::to_string).collect()
    };
    let (mut missing, mut further) = (facts(&text), Vec::new());
    for fact in facts(report) {
        match missing.iter().position(|other| *other == fact) {
            Some(at) => drop(missing.remove(at)),
            None => further.push(format!("observation only of the PDF: {fact}")),
        }
    }
    let missing = missing.into_iter();
    further.extend(missing.map(|fact| format!("observation only of the text: {fact}")));
    further
}

#[test]
fn ruled_tables_come_back() {
    come_back_from_pdf(Design::Ruled);
}

#[test]
fn three_line_tables_come_back() {
    come_back_from_pdf(Design::ThreeLine);
}

#[test]
fn open_tables_come_back() {
    come_back_from_pdf(Design::Open);
}

#[test]
fn predefined_encodings_come_back() {
    come_back_from_pdf(Design::Predefined);
}

#[test]
fn awkward_pages_come_back() {
    come_back_from_pdf(Design::Awkward);
}

#[test]
fn endnotes_come_back() {
    come_back_from_pdf(Design::Endnotes);
}

/// The PDF fixtures are editions as they are set here, and come back.
#[test]
fn pdf_fixtures_are_what_they_say() {
    for (case, design, seed) in [
        ("pdf-ruled", Design::Ruled, 1),
        ("pdf-three-line", Design::ThreeLine, 4),
    ] {
        let path = format!("{}/fixtures/{case}/input.pdf", env!("CARGO_MANIFEST_DIR"));
        let bytes = Pressed::new(&edition(seed), design).to_bytes();
        assert!(std::fs::read(path).unwrap() == bytes, "{case}");
        assert_eq!(failure(seed, design), None);
    }
}

#[test]
fn tabs_come_back() {
    come_back(Layout::Tabs);
}

#[test]
fn spaces_come_back() {
    come_back(Layout::Spaces);
}

#[test]
fn markdown_comes_back() {
    come_back(Layout::Markdown);
}

#[test]
fn html_comes_back() {
    come_back(Layout::Html);
}

#[test]
fn a_difference_is_seen() {
    let edition = edition(1);
    let text = typeset(&edition, Layout::Tabs);
    let source = Source::new("edition.txt", text.clone());
    let mut report =
        serde_json::to_value(cnnic::read(&source, &Options::default()).unwrap()).unwrap();
    assert_eq!(differences(&edition, &report, &text), Vec::<String>::new());
    report["edition"]["number"] = 1.into();
    report["statements"][0]["text"] = "x".into();
    assert_eq!(differences(&edition, &report, &text).len(), 2);
}

#[test]
fn the_same_seed_is_the_same_text() {
    for layout in Layout::ALL {
        assert_eq!(typeset(&edition(7), layout), typeset(&edition(7), layout));
    }
}
