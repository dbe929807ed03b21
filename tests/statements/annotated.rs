//! Sentences whose facts were annotated by hand.
//!
//! Those of the real report name its lines; they run where its text is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cnnic::report::{Observation, Report};
use cnnic::{Options, Source};
use rust_decimal::Decimal;
use serde_json::Value;

fn shared(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(name)
}

/// The report and the line that each of its characters is on.
pub fn report() -> Option<(Report, Vec<usize>)> {
    let folder = std::env::var_os("CNNIC_REPORTS").map_or_else(|| shared("reports"), PathBuf::from);
    let Ok(source) = Source::open(folder.join("cnnic-55.txt")) else {
        eprintln!("not run: the real report is not here (set CNNIC_REPORTS to its folder)");
        return None;
    };
    let mut line = 1;
    let text = source.text().unwrap();
    let lines = text.chars().map(|c| {
        let here = line;
        line += usize::from(c == '\n');
        here
    });
    let lines = lines.collect();
    Some((cnnic::read(&source, &Options::default()).unwrap(), lines))
}

#[derive(Debug, Default)]
struct Score {
    facts: usize,
    found: usize,
    right: usize,
    /// Observations of what is no statistic.
    invented: usize,
    /// Observations of sentences that hold others, beyond those annotated.
    extra: usize,
}

fn score(annotations: &str, report: &Report, lines: &[usize]) -> Score {
    let mut score = Score::default();
    for annotation in annotations.lines() {
        let annotation: Value = serde_json::from_str(annotation).unwrap();
        let facts = annotation["facts"].as_array().unwrap();
        let read;
        let observations: Vec<&Observation> = match annotation["text"].as_str() {
            Some(text) => {
                let edition = annotation["edition"].as_u64().map(|n| n as u32);
                let source = Source::new("text.txt", format!("{text}\n"));
                match cnnic::read(
                    &source,
                    &Options {
                        edition,
                        ..Options::default()
                    },
                ) {
                    Ok(found) => {
                        read = found;
                        read.observations.iter().collect()
                    }
                    // Nothing but what is no statistic is no report.
                    Err(cnnic::Error::NotAReport { .. }) => Vec::new(),
                    Err(error) => panic!("{text}: {error}"),
                }
            }
            None => on_lines(report, lines, &annotation["lines"]),
        };
        if facts.is_empty() {
            score.invented += invented(&annotation, &observations);
        }
        let mut used: BTreeSet<String> = BTreeSet::new();
        for fact in facts {
            score.facts += 1;
            let best = observations
                .iter()
                .filter(|observation| !used.contains(&observation.id) && is_of(observation, fact))
                .min_by_key(|observation| differences(observation, fact).len());
            let Some(best) = best else {
                eprintln!("not found: {fact}");
                continue;
            };
            used.insert(best.id.clone());
            score.found += 1;
            let differences = differences(best, fact);
            if differences.is_empty() {
                score.right += 1;
            } else {
                eprintln!("{}: {differences:?}", best.label);
            }
        }
        if !facts.is_empty() && annotation["text"].is_string() {
            let extra = observations
                .iter()
                .filter(|observation| !used.contains(&observation.id));
            score.extra += extra
                .inspect(|extra| eprintln!("not annotated: {}", extra.id))
                .count();
        }
    }
    eprintln!("{score:?}");
    score
}

/// The observations of sentences and bullets that a range of lines prints.
fn on_lines<'r>(report: &'r Report, lines: &[usize], range: &Value) -> Vec<&'r Observation> {
    let range: Vec<u64> = range
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line.as_u64().unwrap())
        .collect();
    let range = range[0] as usize..=*range.last().unwrap() as usize;
    let is_there = |observation: &&Observation| {
        let mut spans = observation.locator.spans.iter();
        observation.origin.kind != "table"
            && spans.any(|&[start, end]| (start..end).any(|at| range.contains(&lines[at])))
    };
    report.observations.iter().filter(is_there).collect()
}

/// Observations of numbers that the annotation says are no statistics: those
/// whose clause lies in its quotation, or that print one of its tokens.
fn invented(annotation: &Value, observations: &[&Observation]) -> usize {
    let folded = |text: &str| text.replace(' ', "");
    let wrong = observations.iter().filter(|observation| {
        let quote = folded(&observation.locator.quote);
        match annotation["quote"].as_str() {
            Some(phrase) => folded(phrase).contains(&quote),
            None if annotation["text"].is_string() => true,
            None => {
                let mut tokens = annotation["tokens"].as_array().unwrap().iter();
                tokens.any(|token| *token == observation.value_printed.as_str())
            }
        }
    });
    wrong
        .inspect(|wrong| eprintln!("{annotation}: {}", wrong.id))
        .count()
}

fn is_of(observation: &Observation, fact: &Value) -> bool {
    let Some(value) = &observation.value else {
        return false;
    };
    let expected: Decimal = fact["value"].as_str().unwrap().parse().unwrap();
    let unit = |unit: Option<&str>| unit.map(|unit| unit.replace(' ', ""));
    let value: Decimal = value.to_string().parse().unwrap();
    value == expected
        && unit(observation.unit_printed.as_deref()) == unit(fact["unit_printed"].as_str())
}

/// The fields that are not as annotated.
fn differences(observation: &Observation, fact: &Value) -> Vec<String> {
    let exact = [
        ("measure", Some(observation.measure.as_str())),
        ("period", observation.period.as_deref()),
        ("base_period", observation.base_period.as_deref()),
        ("value_printed", Some(observation.value_printed.as_str())),
        ("approximation", observation.approximation.as_deref()),
    ];
    let mut differences: Vec<String> = exact
        .iter()
        .filter(|(field, _)| is_annotated(fact, field))
        .filter(|(field, found)| *found != fact[*field].as_str())
        .map(|(field, found)| format!("{field} {found:?}, not {}", fact[*field]))
        .collect();
    for (field, found) in [
        ("value_upper", &observation.value_upper),
        ("value_denominator", &observation.value_denominator),
    ] {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let found = found.as_ref().map(|found| number(&found.to_string()));
        if fact.get(field).is_some() && found != fact[field].as_str().map(number) {
            differences.push(format!("{field} {found:?}, not {}", fact[field]));
        }
    }
    let share_of = observation.share_of.as_deref();
    if let Some(expected) = fact.get("share_of") {
        let agree = match (share_of, expected.as_str()) {
            (Some(found), Some(expected)) => likeness(found, expected) >= 0.5,
            (found, expected) => found.is_some() == expected.is_some(),
        };
        if !agree {
            differences.push(format!("share_of {share_of:?}, not {expected}"));
        }
    }
    // `about` is the annotator's name for a thing, `label` is what is printed.
    if let Some(label) = fact["label"].as_str() {
        if likeness(&observation.label, label) < 0.5 {
            differences.push(format!("label, not {label}"));
        }
        let note = fact["period_note"].as_str();
        let found = observation.period_note.as_deref();
        let agree = match (found, note) {
            (Some(found), Some(note)) => found.contains(note),
            (found, note) => found == note,
        };
        if !agree {
            differences.push(format!("period_note {found:?}, not {note:?}"));
        }
    }
    differences
}

/// What is written only when it is there is compared where labels are given.
fn is_annotated(fact: &Value, field: &str) -> bool {
    fact.get(field).is_some() || field == "approximation" && fact.get("label").is_some()
}

/// How many pairs of characters of the shorter one the other has too.
fn likeness(a: &str, b: &str) -> f64 {
    let pairs = |text: &str| -> BTreeSet<(char, char)> {
        let characters: Vec<char> = text
            .to_lowercase()
            .chars()
            .filter(|c| !c.is_whitespace() && !"“”\"的，,".contains(*c))
            .collect();
        characters
            .windows(2)
            .map(|pair| (pair[0], pair[1]))
            .collect()
    };
    let (a, b) = (pairs(a), pairs(b));
    let fewer = a.len().min(b.len()).max(1);
    a.intersection(&b).count() as f64 / fewer as f64
}

fn assert_share(part: usize, of: usize, percent: usize, what: &str) {
    assert!(part * 100 >= of * percent, "{part} of {of} {what}");
}

#[test]
fn sentences_annotated_before_the_program_saw_them() {
    let Some((report, lines)) = report() else {
        return;
    };
    let score = score(
        include_str!("../expected/cnnic-55/statements.jsonl"),
        &report,
        &lines,
    );
    assert_share(score.found, score.facts, 99, "found");
    assert_share(score.right, score.facts, 95, "right in every field");
    assert_eq!(score.invented, 0);
}

#[test]
fn sentences_that_the_program_was_made_with() {
    let Some((report, lines)) = report() else {
        return;
    };
    let Ok(annotations) = std::fs::read_to_string(shared("statements/dev.jsonl")) else {
        eprintln!("not run: the annotated sentences are not here");
        return;
    };
    let score = score(&annotations, &report, &lines);
    assert_share(score.found, score.facts, 97, "found");
    assert_share(score.right, score.facts, 95, "right in every field");
    assert_eq!(score.invented, 0);
}

#[test]
fn sentences_as_other_editions_print_them() {
    let Some((report, lines)) = report() else {
        return;
    };
    let score = score(
        include_str!("../expected/editions/statements.jsonl"),
        &report,
        &lines,
    );
    assert_share(score.found, score.facts, 97, "found");
    assert_share(score.right, score.facts, 95, "right in every field");
    assert_eq!(score.invented, 0);
    // Every fact of these sentences is annotated.
    assert_eq!(score.extra, 0);
}
