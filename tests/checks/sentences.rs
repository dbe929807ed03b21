//! Growth and sums in sentences, of what no catalog knows.

use cnnic::check::{CheckKind, CheckStatus};
use cnnic::{Options, Source};

/// How the checks of a kind ended, and what they say.
fn checks(kind: CheckKind, sentences: &str) -> Vec<(CheckStatus, String)> {
    let text = format!("第 56 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n{sentences}\n");
    let report = cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap();
    let checks = report.checks.into_iter().filter(|check| check.kind == kind);
    checks.map(|check| (check.status, check.message)).collect()
}

fn only(kind: CheckKind, sentences: &str) -> CheckStatus {
    match &checks(kind, sentences)[..] {
        [(status, message)] => {
            assert!(message.starts_with("line 5: "), "{message}");
            *status
        }
        found => panic!("{sentences}: {found:#?}"),
    }
}

#[test]
fn growth_is_that_of_the_levels_beside_it() {
    type Sentence = fn(&str) -> String;
    let cases: [(Sentence, &str, &str); 4] = [
        (
            |rate| format!("2024年，服务外包收入为900亿元，较2023年的750亿元增长{rate}%。"),
            "20.0",
            "30.0",
        ),
        (
            |rate| format!("2024年，服务外包收入为900亿元，较2023年增加150亿元，增长{rate}%。"),
            "20.0",
            "25.0",
        ),
        (
            |rate| {
                format!(
                    "2025年第一季度，直播场次达800万场，环比下降{rate}%。2024年第四季度为1000万场。"
                )
            },
            "20.0",
            "30.0",
        ),
        (
            |rate| {
                format!(
                    "2023年和2024年，快递业务量分别为1321亿件和1751亿件，2024年同比增长{rate}%。"
                )
            },
            "32.6",
            "35.6",
        ),
    ];
    for (sentence, right, wrong) in cases {
        assert_eq!(only(CheckKind::Growth, &sentence(right)), CheckStatus::Pass);
        assert_eq!(only(CheckKind::Growth, &sentence(wrong)), CheckStatus::Fail);
    }
}

/// 增长 1 倍 is by 100%: what is printed in 倍 is compared in 倍.
#[test]
fn growth_in_times_is_that_of_the_levels_beside_it() {
    let growth = |times: &str| {
        only(
            CheckKind::Growth,
            &format!("2024年，某平台订单达6.62亿笔，较2023年的3.31亿笔增长{times}。"),
        )
    };
    assert_eq!(growth("1倍"), CheckStatus::Pass);
    assert_eq!(growth("1.0倍"), CheckStatus::Pass);
    assert_eq!(growth("2倍"), CheckStatus::Fail);
    assert_eq!(growth("100倍"), CheckStatus::Fail);
}

#[test]
fn points_are_between_the_shares_beside_them() {
    for [share, whole] in [["广告收入占比为", ""], ["大模型数量占", "全球的"]] {
        let status = |points: &str| {
            let text = format!(
                "2024年，{share}{whole}54.0%，较2023年提升{points}个百分点。2023年，{share}{whole}52.0%。"
            );
            only(CheckKind::Change, &text)
        };
        assert_eq!(status("2.0"), CheckStatus::Pass, "{share}");
        assert_eq!(status("3.0"), CheckStatus::Fail, "{share}");
    }
}

/// 全体网民 are 网民, and stations of 5G are of all: by what a share says, and by what the
/// catalog does.
#[test]
fn wholes_are_known_by_other_names() {
    let users = |share: &str| {
        format!(
            "截至2025年6月，IPv6活跃用户数达8.34亿，占全体网民的{share}%。截至2025年6月，我国网民规模为11.23亿人。"
        )
    };
    let stations = |share: &str| {
        format!(
            "截至2025年6月，移动电话基站总数达1129万个，其中5G基站293.7万个，占移动基站总数的{share}%。"
        )
    };
    for (text, status) in [
        (users("74.3"), CheckStatus::Pass),
        (users("78.3"), CheckStatus::Fail),
        (stations("26"), CheckStatus::Pass),
        (stations("36"), CheckStatus::Fail),
    ] {
        assert_eq!(only(CheckKind::Share, &text), status, "{text}");
    }
}

/// What is no growth of the printed levels, what is of another time, and what is printed
/// twice.
#[test]
fn other_growth_is_compared_with_nothing() {
    for text in [
        "2024年，生产总值为1349084亿元，按不变价格计算，比上年增长5.0%。2023年，生产总值为1294272亿元。",
        "2024年，全国收入1000亿元，同比增长8.0%（按可比口径计算）。2023年，全国收入900亿元。",
        "2024年，产业规模为1000亿元，较2020年年均增长18.9%。2020年，产业规模为500亿元。",
        "2024年，产业规模为1000亿元，同比增长25.0%。2023年上半年，产业规模为500亿元。",
        "扣除价格因素，2024年数字产业收入为900亿元，比上年增长10.0%。2023年，数字产业收入为750亿元。",
        "2024年，数字产业收入为900亿元，比上年增长10.0%，扣除价格影响。2023年，数字产业收入为750亿元。",
        "2024年，某类企业收入为900亿元（新增统计范围），比上年增长10.0%。2023年，某类企业收入为750亿元。",
        // Whose 500 these are nothing says.
        "2024年，广告收入达900亿元，其中搜索收入为90亿元，比2023年增长80.0%，2023年为500亿元。",
        "2024年，新建基站100万个，累计达400万个，同比增长25.0%。2023年，新建基站80万个。",
    ] {
        assert_eq!(checks(CheckKind::Growth, text), [], "{text}");
    }
}

/// Of what the catalog knows too.
#[test]
fn growth_in_real_terms_is_not_that_of_the_levels() {
    let text = |words: &str| {
        format!(
            "2025年上半年，移动互联网接入流量达1867亿GB，{words}同比增长19.4%。\
             2024年上半年，移动互联网接入流量达1604亿GB。"
        )
    };
    assert_eq!(only(CheckKind::Growth, &text("")), CheckStatus::Fail);
    assert_eq!(
        only(CheckKind::Growth, &text("按可比口径计算，")),
        CheckStatus::Skipped
    );
}

/// 上半年…较 2017 年末增加: of a stock, so of what there was in June.
#[test]
fn a_stock_that_grew_in_half_a_year_is_that_of_its_end() {
    let status = |rate: &str| {
        let text = format!(
            "第 42 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n\
             截至2018年6月，我国网民规模为8.02亿，上半年新增网民2968万人，较2017年末增加{rate}%。\
             截至2017年12月，我国网民规模为7.72亿。\n"
        );
        let report = cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap();
        let checks = report.checks.into_iter();
        let checks = checks.filter(|check| check.kind == CheckKind::Growth);
        checks.map(|check| check.status).collect::<Vec<_>>()
    };
    assert_eq!(status("3.8"), [CheckStatus::Pass]);
    assert_eq!(status("5.8"), [CheckStatus::Fail]);
}

#[test]
fn what_numbers_come_to_is_their_sum() {
    let status = |sum: &str| {
        only(
            CheckKind::Sum,
            &format!("2025年6月，我国城镇、农村网民规模分别为8.01亿人和3.22亿人，合计{sum}亿人。"),
        )
    };
    assert_eq!(status("11.23"), CheckStatus::Pass);
    // Each may be half of one in its last digit more.
    assert_eq!(status("11.24"), CheckStatus::Pass);
    assert_eq!(status("12.23"), CheckStatus::Fail);
    // Who has both devices is in both numbers.
    let text = "截至2025年6月，使用手机、电视上网的网民分别为8.01亿人和3.22亿人，合计9.43亿人。";
    assert_eq!(checks(CheckKind::Sum, text), []);
    // Who uses both is counted once where nothing says that it is the sum.
    let text = "截至2025年6月，甲、乙的用户规模分别为5.00亿人和8.00亿人，覆盖用户9.00亿人。";
    assert_eq!(checks(CheckKind::Sum, text), []);
}

/// What an edition counts beside the parts is one more of them, and none where it is
/// not printed.
#[test]
fn what_is_counted_beside_the_parts_is_added() {
    let cases = [
        (
            "我国共有政府网站700个。其中，中国政府网1个，国务院部门共有政府网站99个；省级及以下行政单位共有政府网站600个。",
            CheckStatus::Pass,
        ),
        (
            "我国共有政府网站699个。其中，中国政府网1个，国务院部门共有政府网站99个；省级及以下行政单位共有政府网站600个。",
            CheckStatus::Fail,
        ),
        (
            "我国共有政府网站699个。其中，国务院部门共有政府网站99个；省级及以下行政单位共有政府网站600个。",
            CheckStatus::Pass,
        ),
        (
            "我国共有政府网站700个。其中，国务院部门共有政府网站99个；省级及以下行政单位共有政府网站600个。",
            CheckStatus::Fail,
        ),
    ];
    for (sentence, expected) in cases {
        let sentence = format!("截至2025年6月，{sentence}");
        assert_eq!(only(CheckKind::Parts, &sentence), expected, "{sentence}");
    }
}

/// What clauses before and behind say is of the number that they are about.
#[test]
fn what_is_said_of_another_number_hides_none() {
    let failed = |sentences: &str| {
        let text = format!(
            "第 55 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n{sentences}\n\n\
             截至2024年12月，我国网民规模为11.08亿人。\n"
        );
        let report = cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap();
        let mut checks = report.checks.into_iter();
        checks.any(|check| check.status == CheckStatus::Fail)
    };
    for sentence in [
        "截至2024年12月，我国互联网普及率为78.6%，高于全球平均水平，网民规模达12.08亿人。",
        "截至2024年12月，我国互联网普及率为78.6%，达到世界平均水平，网民规模达12.08亿人。",
        "2024年，我国网民规模达12.08亿人，创历史最高纪录。",
        "2024年，我国网民规模达12.08亿人，实现预期目标。",
    ] {
        assert!(failed(sentence), "{sentence}");
    }
    for sentence in [
        "2024年平均，我国网民规模为12.08亿人。",
        "2024年全年，我国网民规模达12.08亿人。",
        "2024年，我国网民规模最高达12.08亿人。",
    ] {
        assert!(!failed(sentence), "{sentence}");
    }
}
