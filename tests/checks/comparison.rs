//! 高于 … 个百分点 against both numbers, and shares of a small count.

use cnnic::check::{CheckKind, CheckStatus};
use cnnic::report::Check;
use cnnic::{Options, Source};

/// The checks of a kind that sentences of an edition make.
fn checks(kind: CheckKind, sentences: &str) -> Vec<Check> {
    let text = format!("第 56 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n{sentences}\n");
    let report = cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap();
    let checks = report.checks.into_iter();
    checks.filter(|check| check.kind == kind).collect()
}

/// How the one comparison in a text ended, and what is said of it.
fn compared(sentences: &str) -> (CheckStatus, String) {
    let found = checks(CheckKind::Difference, sentences);
    let [one] = found.as_slice() else {
        panic!("{sentences}: {found:#?}");
    };
    (one.status, one.message.clone())
}

#[test]
fn a_difference_fits_both_of_its_sides() {
    // By the same words; by what the catalog knows; by a code or a whole alone.
    let cases = [
        (
            "截至2025年6月，使用台式电脑上网的比例为34.2%。截至2025年6月，我国网民使用手机上网的比例达99.4%，\
             高于使用台式电脑上网的比例{}个百分点。",
            "65.2",
            ["65.3", "65.1"],
            ["65.4", "65.0"],
        ),
        (
            "截至2025年6月，城镇地区互联网普及率为85.3%，农村地区互联网普及率为67.4%。\
             截至2025年6月，城镇地区互联网普及率高于农村地区互联网普及率{}个百分点。",
            "17.9",
            ["17.8", "18.0"],
            ["17.7", "19.7"],
        ),
        (
            "截至2025年6月，城镇地区互联网普及率为85.3%，农村地区互联网普及率为67.4%，\
             低于城镇地区{}个百分点。",
            "17.9",
            ["17.8", "18.0"],
            ["17.7", "71.9"],
        ),
        (
            "截至2025年6月，我国互联网普及率为79.7%。截至2025年6月，农村地区互联网普及率为67.4%，\
             低于全国平均水平{}个百分点。",
            "12.3",
            ["12.2", "12.4"],
            ["12.5", "13.2"],
        ),
        (
            "截至2025年6月，网络音乐用户规模为7.37亿人，网络文学用户规模为5.21亿人。\
             截至2025年6月，网络音乐用户规模高于网络文学用户规模{}亿人。",
            "2.16",
            ["2.15", "2.17"],
            ["2.14", "2.61"],
        ),
    ];
    for (text, exact, rounded, excluded) in cases {
        for printed in [exact].iter().chain(&rounded) {
            let text = text.replace("{}", printed);
            let (status, message) = compared(&text);
            assert_eq!(status, CheckStatus::Pass, "{text}: {message}");
        }
        for printed in excluded {
            let text = text.replace("{}", printed);
            let (status, message) = compared(&text);
            assert_eq!(status, CheckStatus::Fail, "{text}: {message}");
            assert!(message.contains("printed "), "{message}");
            assert!(message.contains(printed), "{message}");
        }
    }
}

#[test]
fn a_side_that_is_not_printed_is_named() {
    let text = "截至2025年6月，农村地区非网民占非网民总体的比例为54.4%，高于全国农村人口比例20.6个百分点。";
    let (status, message) = compared(text);
    assert_eq!(status, CheckStatus::Skipped);
    assert!(message.contains("全国农村人口比例"), "{message}");
    // That of another time is not it.
    let (status, message) = compared(
        "截至2024年12月，农村地区互联网普及率为67.4%。截至2025年6月，城镇地区互联网普及率为85.3%，\
         高于农村地区互联网普及率20.0个百分点。",
    );
    assert_eq!(status, CheckStatus::Skipped, "{message}");
}

#[test]
fn a_share_of_a_small_count_is_one_of_a_whole_number() {
    let shares = |share: &str| {
        let text = format!(
            "截至2025年6月，共有302款生成式人工智能服务在国家网信办完成备案。截至2025年6月，\
             北京的生成式人工智能备案产品数量占比为{share}%。"
        );
        let found = checks(CheckKind::Share, &text);
        assert_eq!(found.len(), 1, "{found:#?}");
        (found[0].status, found[0].message.clone())
    };
    let (status, message) = shares("34.8");
    assert_eq!(status, CheckStatus::Pass);
    assert!(message.ends_with("34.8% of 302 is 105"), "{message}");
    let (status, message) = shares("34.9");
    assert_eq!(status, CheckStatus::Fail);
    assert!(
        message.ends_with("34.9% of 302 is no whole number"),
        "{message}"
    );
}
