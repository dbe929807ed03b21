//! The generator itself.

use serde_json::{Value, json};

use super::expect::expected;
use super::pdf::{self, Design};
use super::{Layout, cut, differences, edition, typeset};

/// A report that is as it should be.
fn perfect(seed: u64) -> Value {
    let mut report = expected(&edition(seed));
    for (at, section) in report["sections"]
        .as_array_mut()
        .into_iter()
        .flatten()
        .enumerate()
    {
        section["id"] = json!(format!("s{at}"));
    }
    for statement in report["statements"].as_array_mut().into_iter().flatten() {
        let section = statement["section"].as_str().unwrap_or_default();
        let at = section.split(' ').next().unwrap_or_default();
        statement["section"] = json!(format!("s{at}"));
    }
    report
}

#[test]
fn a_seed_gives_one_text_a_layout() {
    for layout in Layout::ALL {
        let text = typeset(&edition(7), layout);
        assert_eq!(text, typeset(&edition(7), layout));
        assert_ne!(text, typeset(&edition(8), layout));
    }
}

#[test]
fn a_seed_gives_one_pdf_a_design() {
    for design in Design::ALL {
        let bytes = pdf::typeset(&edition(7), design);
        assert!(bytes == pdf::typeset(&edition(7), design), "{design:?}");
        assert!(bytes != pdf::typeset(&edition(8), design), "{design:?}");
    }
}

#[test]
fn the_end_of_a_pdf_says_where_its_objects_are() {
    for design in Design::ALL {
        for seed in 0..4 {
            let bytes = pdf::typeset(&edition(seed), design);
            let tail = String::from_utf8_lossy(&bytes[bytes.len() - 40..]).into_owned();
            let start = tail.split("startxref\n").nth(1).and_then(|rest| {
                let digits = rest.lines().next()?;
                digits.parse::<usize>().ok()
            });
            let place = &bytes[start.expect("a file ends with this place")..];
            let mut words = place.windows(10).take(100);
            let is_stream = words.any(|word| word == b"Type /XRef");
            assert!(
                place.starts_with(b"xref\n") || is_stream,
                "{seed} {design:?}"
            );
        }
    }
}

#[test]
fn nothing_private_is_printed() {
    for seed in 0..50 {
        for layout in Layout::ALL {
            let text = typeset(&edition(seed), layout);
            assert!(
                !text.contains(['\u{fffd}'])
                    && !text.contains(|c| ('\u{e000}'..='\u{f8ff}').contains(&c))
            );
        }
    }
}

#[test]
fn every_footnote_is_printed_once_in_order() {
    for seed in 0..50 {
        let edition = edition(seed);
        let text = typeset(&edition, Layout::Tabs);
        let is_digit = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c);
        let defined: Vec<&str> = text
            .split(['\n', '\u{c}'])
            .filter_map(|line| Some(&line[..line.find(|c| !is_digit(c))?]))
            .filter(|number| !number.is_empty())
            .collect();
        assert_eq!(defined.len(), edition.footnotes.len(), "{seed}");
        let mut ordered = defined.clone();
        ordered.dedup();
        assert_eq!(ordered, defined, "{seed}");
    }
}

#[test]
fn a_page_ends_where_nothing_is_lost() {
    let text = "截至2024年12月，我国网民规模达11.08亿人，较2023年12月有所增长，互联网普及率稳步提升。其中，好。";
    let places = cut::places(text);
    assert!(!places.is_empty());
    for at in places {
        let (head, tail) = text.split_at(at);
        let is_digit = |c: char| c.is_ascii_digit();
        assert!(
            !head.ends_with(is_digit) && !tail.starts_with(is_digit),
            "{head}|{tail}"
        );
        assert!(
            !head.ends_with(['。', '！', '？', '；', '：']),
            "{head}|{tail}"
        );
        assert!(head.contains('，') && tail.contains('，'), "{head}|{tail}");
    }
    assert!(!cut::may_part("甲，县", "县通，乙。"));
    assert_eq!(
        cut::doubled("甲，网民", "规模，乙。").as_deref(),
        Some("民规模，乙。")
    );
    assert_eq!(cut::doubled("甲，甲网甲", "网甲，乙。"), None);
}

#[test]
fn a_perfect_report_has_no_differences() {
    for seed in 0..50 {
        let found = differences(&edition(seed), &perfect(seed), "");
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn an_altered_report_has_one() {
    let alterations: [(&str, Value); 5] = [
        ("/edition/period", json!("1997-10")),
        ("/tables/0/rows/1/label", json!("别处")),
        ("/statements/2/text", Value::Null),
        ("/sections/1/level", json!(2)),
        ("/terms/0/term", json!("")),
    ];
    for (pointer, value) in alterations {
        let mut report = perfect(3);
        *report.pointer_mut(pointer).expect("the report has this") = value;
        let found = differences(&edition(3), &report, "甲乙");
        assert_eq!(found.len(), 1, "{pointer}: {found:?}");
    }
    let mut report = perfect(3);
    report["tables"][0]["locator"] = json!({"spans": [[0, 2]], "quote": "??"});
    assert_eq!(differences(&edition(3), &report, "甲乙").len(), 1);
}
