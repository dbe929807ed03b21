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

/// 2024 年，…较 2023 年 12 月增长 is what the table prints of 2024.12, whether the year
/// or the month was said.
#[test]
fn growth_in_a_sentence_of_the_year_is_that_of_the_table() {
    let table = "表 5 2023.12-2024.12 各类互联网应用用户规模和网民使用率\n\n\
        应用\t2023.12 用户规模（万人）\t2023.12 网民使用率\t2024.12 用户规模（万人）\t2024.12 网民使用率\t增长率\n\
        网络文学\t52017\t47.6%\t57491\t51.9%\t10.5%\n网上外卖\t54454\t49.9%\t59231\t53.4%\t8.8%\n";
    let failures = |changes: &str, rates: &str| {
        let text = format!(
            "第 55 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n\
             2024年，我国各类互联网应用持续发展。网络文学、网上外卖的用户规模较2023年12月分别增长{changes}，\
             增长率分别为{rates}。\n\n{table}"
        );
        let report = cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap();
        let checks = report.checks.into_iter();
        let failed = checks.filter(|check| check.status == CheckStatus::Fail);
        failed
            .map(|check| (check.kind, check.message))
            .collect::<Vec<_>>()
    };
    let none = failures("5474万人、4777万人", "10.5%和8.8%");
    assert!(none.is_empty(), "{none:#?}");
    let change = failures("6474万人、4777万人", "10.5%和8.8%");
    assert!(
        change
            .iter()
            .any(|(kind, message)| *kind == CheckKind::Change && message.contains("6474")),
        "{change:#?}"
    );
    let rate = failures("5474万人、4777万人", "10.5%和9.8%");
    assert!(
        rate.iter()
            .any(|(kind, message)| *kind == CheckKind::CrossReference && message.contains("9.8%")),
        "{rate:#?}"
    );
}

/// 2025 年，网民规模达… is of the month of the survey; articles of a year are not those of
/// a month.
#[test]
fn what_there_was_in_the_year_is_what_the_survey_found() {
    let found = |users: &str| {
        checks(
            CheckKind::CrossReference,
            &format!(
                "截至2025年6月，我国网民规模为11.23亿人。2025年，我国网民规模突破11亿人，达{users}亿人。"
            ),
        )
    };
    let statuses = |users: &str| {
        let found = found(users);
        let found = found.iter().filter(|check| check.message.contains("11.23"));
        found.map(|check| check.status).collect::<Vec<_>>()
    };
    assert_eq!(statuses("11.23"), [CheckStatus::Pass]);
    assert_eq!(statuses("61.23"), [CheckStatus::Fail]);
}

/// A mean over the year or the month, what there was in all of it or in its best month,
/// are none of what the survey found.
#[test]
fn a_mean_and_a_peak_are_not_what_the_survey_found() {
    for text in [
        "2025年平均，网民规模为11.10亿人。",
        "2025年，网民规模峰值达11.30亿人。",
        "2025年，网民规模达11.30亿人（全年累计）。",
        "2025年6月平均，网民规模为11.10亿人。",
    ] {
        let found = checks(
            CheckKind::CrossReference,
            &format!("截至2025年6月，我国网民规模为11.23亿人。{text}"),
        );
        assert!(found.is_empty(), "{text}: {found:#?}");
    }
}

/// 网民 of 网民 and 非网民 are the same people in both: of 10.70 and 3.38 they are at most
/// 76.032%, not the 76.084% of another 网民 above the line than below it.
#[test]
fn a_part_is_the_same_number_in_its_whole() {
    let status = |rate: &str| {
        let text = format!(
            "截至2025年6月，我国网民规模为10.70亿人，非网民规模为3.38亿人。\
             截至2025年6月，我国互联网普及率达{rate}%。"
        );
        let found = checks(CheckKind::Share, &text);
        let of_rate: Vec<&Check> = found
            .iter()
            .filter(|check| check.message.contains("10.70"))
            .collect();
        let [one] = of_rate.as_slice() else {
            panic!("{found:#?}");
        };
        one.status
    };
    assert_eq!(status("76.0"), CheckStatus::Pass);
    assert_eq!(status("76.1"), CheckStatus::Fail);
}

/// A table that leaves a province out and whose rows add up to its total leaves out
/// nothing.
#[test]
fn a_province_is_missed_only_where_the_sum_misses_it() {
    let of_total = |more: usize| {
        let provinces = "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 \
             湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏";
        let rows = provinces.split_whitespace().enumerate();
        let rows: Vec<String> = rows
            .map(|(at, name)| format!("{name}\t{}", 1000 + at))
            .collect();
        let sum: usize = (0..rows.len()).map(|at| 1000 + at).sum();
        let text = format!(
            "附表 7 分省网站数\n\n地区\t网站数量（个）\n{}\n合计\t{}",
            rows.join("\n"),
            sum + more
        );
        let found = checks(CheckKind::Provinces, &text);
        let [one] = found.as_slice() else {
            panic!("{found:#?}");
        };
        assert!(one.message.contains("新疆"), "{}", one.message);
        one.status
    };
    assert_eq!(of_total(0), CheckStatus::Pass);
    assert_eq!(of_total(1000), CheckStatus::Fail);
}
