//! Invented editions come back as they went in, in every layout.

#[allow(dead_code, unused_imports, reason = "`pages` compares what is drawn")]
mod editions;

use cnnic::{Options, Source};
use editions::{Layout, differences, edition, typeset};

/// How many editions are invented; `CNNIC_SEEDS` asks for more.
fn seeds() -> u64 {
    let asked = std::env::var("CNNIC_SEEDS").ok();
    asked.map_or(40, |seeds| seeds.parse().unwrap())
}

/// Reads editions in a layout; the first that comes back wrong fails with its
/// text in a file.
fn come_back(layout: Layout) {
    for seed in 0..seeds() {
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
