//! What a message says of very many numbers.

use std::fmt::Write;

use cnnic::{Options, Report, Source};

fn read(text: &str) -> Report {
    let source = Source::new("edition.txt", text.as_bytes().to_vec());
    cnnic::read(&source, &Options::default()).unwrap()
}

/// One fact so many times, with another value each time.
fn one_fact(times: usize) -> String {
    let mut text = "第 56 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n".to_owned();
    for at in 0..times {
        let value = 10_000 + at;
        writeln!(text, "截至2025年6月，我国网民规模为{value}万人。\n").unwrap();
    }
    text
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

/// Its line is where whoever reads the message looks first.
#[test]
fn what_is_not_as_all_others_stands_last() {
    let sentence = |value: &str| format!("截至2025年6月，我国网民规模为{value}万人。\n\n");
    let values = ["112300", "112900", "112300", "112300"];
    let text: String = values.map(sentence).concat();
    let text = format!("第 56 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n{text}");
    let report = read(&text);
    let mut checks = report.checks.iter();
    let check = checks.find(|check| check.kind.name() == "cross_reference");
    let last = check.unwrap().refs.last().unwrap();
    let mut observations = report.observations.iter();
    let seen = observations.find(|seen| seen.id == *last).unwrap();
    assert_eq!(seen.value_printed, "112900");
}

#[test]
fn a_digit_that_would_mend_a_sum_is_named_beside_what_is_printed() {
    let text = "第 56 次中国互联网络发展状况统计报告\n\n表 1 各类设备数量\n\n设备\t数量（台）\n甲\t123\n乙\t314\n丙\t145\n合计\t482\n";
    let report = read(text);
    let mut checks = report.checks.iter();
    let sum = checks.find(|check| check.kind.name() == "sum").unwrap();
    // 023 for 123 would do as well, were it printed so.
    assert!(
        sum.message
            .ends_with("; one digit would mend it in 乙 (214 for 314), 合计 (582 for 482)"),
        "{}",
        sum.message
    );
}
