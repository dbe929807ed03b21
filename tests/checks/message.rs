//! Checks of a report that is eight times as long take eight times as long, not
//! eight times eight: what is made to be slow is not.

use std::fmt::Write;
use std::time::{Duration, Instant};

use cnnic::{Options, Report, Source};

const COVER: &str = "第 56 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n";

fn read(text: &str) -> Report {
    let source = Source::new("edition.txt", text.as_bytes().to_vec());
    cnnic::read(&source, &Options::default()).unwrap()
}

/// One fact so many times, with another value each time.
fn one_fact(times: usize) -> String {
    let mut text = COVER.to_owned();
    for at in 0..times {
        let value = 10_000 + at;
        writeln!(text, "截至2025年6月，我国网民规模为{value}万人。\n").unwrap();
    }
    text
}

/// A table with so many rows and a total that is one too much.
fn one_table(rows: usize) -> String {
    let mut text = format!("{COVER}表 1 2025年6月各地区网站数量\n\n地区\t数量（个）\n");
    for at in 0..rows {
        writeln!(text, "地区{at}号\t{}", 10_001 + at).unwrap();
    }
    let sum: usize = (0..rows).map(|at| 10_001 + at).sum();
    writeln!(text, "合计\t{}", sum + 1).unwrap();
    text
}

/// So many differences between two numbers that are printed as often.
fn comparisons(times: usize) -> String {
    let mut text = COVER.to_owned();
    for at in 0..times {
        writeln!(
            text,
            "截至2025年6月，使用甲{at}号设备上网的比例为34.2%。截至2025年6月，我国网民使用手机上网的比例达\
             99.4%，高于使用甲{at}号设备上网的比例65.3个百分点。\n"
        )
        .unwrap();
    }
    text
}

/// The shortest of some readings.
fn time(text: &str) -> Duration {
    let times = (0..3).map(|_| {
        let start = Instant::now();
        read(text);
        start.elapsed()
    });
    times.min().unwrap()
}

#[test]
fn eight_times_as_long_takes_eight_times_as_long() {
    type Made = fn(usize) -> String;
    let cases: [(&str, Made, usize, &str); 3] = [
        ("one fact", one_fact, 200, "cross_reference"),
        ("one table", one_table, 250, "sum"),
        ("comparisons", comparisons, 60, "difference"),
    ];
    for (name, made, size, kind) in cases {
        let report = read(&made(size));
        let checks = report.checks.iter();
        let found = checks.filter(|check| check.kind.name() == kind && !check.refs.is_empty());
        assert!(found.count() > 0, "{name}: no {kind}");
        let (short, long) = (time(&made(size)), time(&made(8 * size)));
        // What grows with the square takes 64 times as long.
        eprintln!("{name}: {short:?}, eight times as much {long:?}");
        assert!(long < 32 * short, "{name}: {short:?}, then {long:?}");
    }
}

#[test]
fn a_message_names_some_places_and_counts_the_rest() {
    let report = read(&one_fact(100));
    let checks = report.checks.iter();
    let failed = checks.filter(|check| check.kind.name() == "cross_reference");
    let [failed] = failed.collect::<Vec<_>>()[..] else {
        panic!("{:#?}", report.checks);
    };
    assert_eq!(failed.refs.len(), 100);
    assert!(failed.message.ends_with(", 83 more"), "{}", failed.message);
    assert!(failed.message.contains("10099万人"), "{}", failed.message);
}
