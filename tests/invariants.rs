//! What holds of every document, whatever is in it.

#[allow(
    dead_code,
    unused_imports,
    reason = "`generator` compares what comes back"
)]
mod editions;

use std::collections::HashMap;
use std::fs;

use cnnic::block::document_to_blocks;
use cnnic::document::Document;
use cnnic::{Options, Source, schema, write};
use editions::{Layout, edition, typeset};

fn document(source: &Source) -> Document {
    let document = cnnic::source_to_document(source, &Options::default());
    document.unwrap().value
}

/// Every fixture, and some invented editions in each layout.
fn inputs() -> Vec<(String, Source)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let mut inputs: Vec<(String, Source)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|case| {
            let inputs = ["input.txt", "input.pdf"].map(|name| case.join(name));
            let input = inputs.iter().find(|input| input.exists()).unwrap();
            let source = Source::open(input).unwrap();
            (case.display().to_string(), source)
        })
        .collect();
    for seed in 100..105 {
        for layout in Layout::ALL {
            let text = typeset(&edition(seed), layout);
            inputs.push((
                format!("seed {seed} {layout:?}"),
                Source::new("edition.txt", text),
            ));
        }
    }
    inputs
}

#[test]
fn every_line_is_in_one_block() {
    for (name, source) in inputs() {
        let document = document(&source);
        let blocks = document_to_blocks(&document).value.blocks;
        let mut times: HashMap<usize, usize> = HashMap::new();
        for line in blocks.iter().flat_map(|block| &block.lines) {
            *times.entry(*line).or_default() += 1;
        }
        for (at, line) in document.lines().iter().enumerate() {
            let expected = usize::from(!line.is_blank());
            let found = times.get(&at).copied().unwrap_or(0);
            let blank_in_grid = line.is_blank() && found == 1;
            assert!(
                found == expected || blank_in_grid,
                "{name}: line {} in {found} blocks",
                line.number
            );
        }
    }
}

#[test]
fn every_character_comes_back_to_its_place() {
    for (name, source) in inputs() {
        let document = document(&source);
        for block in document_to_blocks(&document).value.blocks {
            for (at, c) in block.text.text().char_indices().filter(|(_, c)| *c != ' ') {
                let spans = block.text.spans(at..at + c.len_utf8());
                let printed = document.slice(spans[0]);
                // A letter or sign of full width stands for that of half width.
                let wide = char::from_u32(u32::from(c) + u32::from('！') - u32::from('!'));
                let is_wide = wide.is_some_and(|wide| printed.starts_with(wide));
                // km^2^ is km².
                let power = match c {
                    '²' => Some('2'),
                    '³' => Some('3'),
                    _ => None,
                };
                let is_power = power.is_some_and(|power| printed.contains(power));
                assert!(
                    printed.starts_with(c) || printed.starts_with('&') || is_wide || is_power,
                    "{name}: {c} is printed {printed}"
                );
            }
        }
    }
}

#[test]
fn no_cell_is_in_two_tables_and_none_twice() {
    for (name, source) in inputs() {
        let document = document(&source);
        let blocks = document_to_blocks(&document).value;
        let tables = cnnic::table::blocks_to_tables(&document, &blocks)
            .value
            .tables;
        let mut spans: Vec<_> = tables
            .iter()
            .flat_map(|table| &table.rows)
            .flat_map(|row| row.cells.iter().map(|cell| &cell.text).chain([&row.label]))
            .flat_map(cnnic::logical::LogicalText::whole)
            .collect();
        spans.sort_by_key(|span| (span.start, span.end));
        for pair in spans.windows(2) {
            // A cell that spans rows stands in each of them.
            let apart = pair[0].end <= pair[1].start || pair[0] == pair[1];
            assert!(apart, "{name}: {:?}", document.slice(pair[0]));
        }
    }
}

#[test]
fn every_number_is_in_one_class_and_every_observation_at_its_place() {
    for (name, source) in inputs() {
        let report = cnnic::read(&source, &Options::default()).unwrap();
        let classed: usize = report.ledger.classes.values().sum();
        assert_eq!(
            classed + report.ledger.unexplained.len(),
            report.ledger.numbers,
            "{name}"
        );
        let numbers = document(&source).numbers().len();
        assert_eq!(report.ledger.numbers, numbers, "{name}");
        let mut ids: Vec<&str> = report.observations.iter().map(|seen| &*seen.id).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{name}");
        for seen in report.observations.iter().filter(|seen| seen.status != "O") {
            // Of a range or ratio the first number; marks may stand inside.
            let first = seen.value_printed.split(['-', ':']).next().unwrap();
            let digits = |text: &str| text.replace([' ', '*'], "");
            assert!(
                digits(&seen.locator.quote).contains(&digits(first)),
                "{name}: {seen:?}"
            );
        }
    }
}

#[test]
fn no_number_is_lost_without_a_problem() {
    for (name, source) in inputs() {
        let report = cnnic::read(&source, &Options::default()).unwrap();
        for lost in &report.ledger.unexplained {
            let [start, end] = lost.locator.spans[0];
            let mut places = report.problems.iter().flat_map(|problem| &problem.locator);
            assert!(
                places.any(|place| place
                    .spans
                    .iter()
                    .any(|&[from, to]| from <= start && end <= to)),
                "{name}: {lost:?}"
            );
        }
    }
}

#[test]
fn every_value_of_a_table_is_one_observation() {
    for (name, source) in inputs() {
        let report = cnnic::read(&source, &Options::default()).unwrap();
        let mut places: HashMap<(String, usize, usize), usize> = HashMap::new();
        for seen in &report.observations {
            let origin = &seen.origin;
            if let (Some(row), Some(column)) = (origin.row, origin.column) {
                let label = origin.label.clone().unwrap();
                *places.entry((label, row, column)).or_default() += 1;
            }
        }
        // A table in a script that is not read has none, and says so.
        let is_unread = |table: &&cnnic::report::Table| {
            let mut problems = report.problems.iter();
            let is_of = |problem: &cnnic::report::Problem| {
                problem.kind == cnnic::problem::ProblemKind::ScriptNotRead
                    && problem.locator.as_ref().map(|place| place.line) == Some(table.locator.line)
            };
            problems.any(is_of)
        };
        for table in report.tables.iter().filter(|table| !is_unread(table)) {
            for (at, row) in table.rows.iter().enumerate() {
                for (column, cell) in row.cells.iter().enumerate() {
                    let found = places.remove(&(table.label.clone(), at, column));
                    let expected =
                        (cell.value.is_some() || cell.text.as_deref() == Some("--")).then_some(1);
                    assert_eq!(
                        found, expected,
                        "{name}: {} {at} {column} {cell:?}",
                        table.label
                    );
                }
            }
        }
        assert_eq!(places, HashMap::new(), "{name}");
    }
}

#[test]
fn the_same_input_gives_the_same_valid_bytes() {
    for (name, source) in inputs() {
        let read = || {
            let report = cnnic::read(&source, &Options::default()).unwrap();
            schema::validate(&name, &report).unwrap();
            write::json::to_string(&report).unwrap()
        };
        let json = read();
        assert_eq!(json, read(), "{name}");
        // And a report.json is read as what it is.
        let again = cnnic::read(
            &Source::new("report.json", json.clone()),
            &Options::default(),
        );
        assert_eq!(
            write::json::to_string(&again.unwrap()).unwrap(),
            json,
            "{name}"
        );
    }
}

#[test]
fn any_text_is_read_and_fits_the_schema() {
    use proptest::prelude::*;
    let piece = prop_oneof![
        Just("\n".to_owned()),
        Just("\t".to_owned()),
        Just("\u{c}".to_owned()),
        Just("表 5 ".to_owned()),
        Just("附表 3 ".to_owned()),
        Just("图 1 ".to_owned()),
        Just("一、".to_owned()),
        Just("（一）".to_owned()),
        Just("第一章".to_owned()),
        Just("目 录\n".to_owned()),
        Just("- ◇ **".to_owned()),
        Just("注 1：".to_owned()),
        Just("¹ ".to_owned()),
        Just("^{注1}".to_owned()),
        Just("| a | 1 |\n|---|---|\n".to_owned()),
        Just("<table><tr><td colspan=\"2\">".to_owned()),
        Just("   ".to_owned()),
        Just("\u{2003}  \r \u{b}".to_owned()),
        Just("附录一\n\n".to_owned()),
        Just("注：\n".to_owned()),
        Just("2024.12".to_owned()),
        Just("https://a.cn/1。".to_owned()),
        "[0-9.,%]{1,8}",
        "\\PC{0,6}",
    ];
    let text = prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat());
    proptest!(ProptestConfig::default(), |(text in text)| {
        // No text breaks the schema: that would be a defect of ours.
        let read = cnnic::read(&Source::new("any.txt", text), &Options::default());
        prop_assert!(!matches!(read, Err(cnnic::Error::Schema { .. })), "{:?}", read.err());
    });
}
