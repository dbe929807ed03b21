//! Shares and rates of parts of the people, and shares behind their part in a
//! sentence.

use cnnic::check::CheckStatus;
use cnnic::report::Check;
use cnnic::{Options, Source};

/// The checks in a text whose ids begin so, as status and message.
fn checks(id: &str, sentences: &str) -> Vec<(CheckStatus, String)> {
    let text = format!("第 56 次中国互联网络发展状况统计报告\n\n第一章 网民规模\n\n{sentences}\n");
    let report = cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap();
    let is_meant = |check: &Check| check.id.contains(id);
    let found = report.checks.into_iter().filter(is_meant);
    found.map(|check| (check.status, check.message)).collect()
}

fn only(id: &str, sentences: &str) -> CheckStatus {
    match &checks(id, sentences)[..] {
        [(status, _)] => *status,
        found => panic!("{sentences}: {found:#?}"),
    }
}

/// 5.00 at 80.0% are of 6.25, 1.40 at 50.0% of 2.80: 9.05 in all, of whom 6.40 are
/// 70.7%.
#[test]
fn towns_and_country_have_the_people_of_all() {
    let status = |urban: &str, rural: &str, all: &str| {
        let text = format!(
            "截至2025年6月，我国网民规模为6.40亿人，互联网普及率为{all}%。\
             截至2025年6月，我国城镇网民规模为5.00亿人，农村网民规模为1.40亿人。\
             截至2025年6月，我国城镇地区互联网普及率为{urban}%，农村地区互联网普及率为{rural}%。"
        );
        only("parts/56/internet_penetration", &text)
    };
    assert_eq!(status("80.0", "50.0", "70.7"), CheckStatus::Pass);
    for (urban, rural, all) in [
        ("80.0", "50.0", "71.2"),
        ("80.0", "50.0", "70.2"),
        ("81.0", "50.0", "70.7"),
        ("80.0", "52.0", "70.7"),
    ] {
        assert_eq!(
            status(urban, rural, all),
            CheckStatus::Fail,
            "{urban} {rural} {all}"
        );
    }
}

/// 1.40 at 50.0% leave 1.40 others, which of 2.80 are 50.0%; each number may be half
/// of one in its last digit more or less.
#[test]
fn those_who_are_not_online_are_what_a_rate_leaves() {
    let status = |share: &str| {
        let text = format!(
            "截至2025年6月，农村网民规模为1.40亿人，农村地区互联网普及率为50.0%。\
             截至2025年6月，我国非网民规模为2.80亿人。截至2025年6月，农村地区非网民占非网民总体的比例为{share}%。"
        );
        only("share/56/non_users_share", &text)
    };
    for share in ["50.0", "49.8", "50.3"] {
        assert_eq!(status(share), CheckStatus::Pass, "{share}");
    }
    for share in ["49.0", "51.0", "60.0"] {
        assert_eq!(status(share), CheckStatus::Fail, "{share}");
    }
}

#[test]
fn shares_of_bands_come_to_no_more_than_all() {
    let status = |last: &str| {
        let text = format!(
            "截至2025年6月，10-19岁、20-29岁、30-39岁、40-49岁和50岁及以上网民占比分别为13.0%、13.1%、19.0%、17.1%和{last}%。"
        );
        only("/by=age", &text)
    };
    assert_eq!(status("34.1"), CheckStatus::Pass);
    // 62.2 and 37.8 are 100; so may 62.2 and 38.0 be, each rounded.
    assert_eq!(status("38.0"), CheckStatus::Pass);
    assert_eq!(status("38.1"), CheckStatus::Fail);
}

#[test]
fn a_share_is_of_the_number_that_its_part_is_among() {
    let found = |text: &str| checks("share/", text);
    let status = |text: &str| match &found(text)[..] {
        [(status, _)] => *status,
        found => panic!("{text}: {found:#?}"),
    };
    let among = |share: &str| {
        status(&format!(
            "2025年1-3月，投资事件的合计金额为812亿元。其中，北京的人工智能相关投资金额高达436亿元，占比达{share}%。"
        ))
    };
    assert_eq!(among("53.7"), CheckStatus::Pass);
    assert_eq!(among("53.9"), CheckStatus::Fail);
    assert_eq!(among("83.7"), CheckStatus::Fail);
    // What the catalog knows, of a whole that it does not.
    let columns = |share: &str| {
        status(&format!(
            "截至2025年6月，政府网站共开通栏目数量92.3万个，其中信息公开类栏目数量为82.7万个，占比为{share}%。"
        ))
    };
    assert_eq!(columns("89.6"), CheckStatus::Pass);
    assert_eq!(columns("89.8"), CheckStatus::Fail);
    // Of what it is a share of nothing is said, or something else than what stands before.
    for text in [
        "2025年1-3月，投资事件的合计金额为812亿元。北京的人工智能相关投资金额高达436亿元，占比达83.7%。",
        "2025年1-3月，投资事件的合计金额为812亿元，较上年增长600亿元。其中，北京的人工智能相关投资金额高达436亿元，占比达72.7%。",
        "2025年1-3月，投资事件共有812起。其中，北京的人工智能相关投资金额高达436亿元，占比达83.7%。",
    ] {
        let failed = found(text)
            .into_iter()
            .filter(|(status, _)| *status == CheckStatus::Fail);
        assert_eq!(failed.count(), 0, "{text}");
    }
}

/// 2023 年为 700 亿元 stands before the part and is not what it is among, or is; what two
/// numbers come to is neither of them.
#[test]
fn a_share_of_a_doubtful_whole_is_none() {
    let found = |text: &str| checks("share/", text);
    for text in [
        "2024年，全国数字广告收入为812亿元，2023年为700亿元，其中北京为436亿元，占比53.7%。",
        "2024年，全国数字广告收入为812亿元，2023年为700亿元，其中北京为436亿元，占比62.3%。",
        "2024年，数字广告收入为812亿元，数字游戏收入为400亿元，其中北京为606亿元，占比50.0%。",
        "2024年，新建基站100万个，目前已建成基站400万个，其中农村地区60万个，占比60.0%。",
    ] {
        let found = found(text);
        let [(CheckStatus::Skipped, message)] = &found[..] else {
            panic!("{text}: {found:#?}");
        };
        assert!(message.contains("% may be a share of "), "{message}");
    }
    // Of another time than the part.
    let text = "2024年，全国软件收入为1000亿元。2023年，全国软件收入为800亿元。其中，2024年北京为400亿元，占比40.0%。";
    assert_eq!(found(text), []);
    let text =
        "2023年，全国软件收入为800亿元。2024年，北京的收入为400亿元，占全国软件收入的40.0%。";
    assert_eq!(found(text), []);
}

#[test]
fn shares_of_all_parts_are_of_one_whole() {
    let found = |share: &str| {
        checks(
            "share/",
            &format!(
                "截至2025年6月，应用总量达160万款，其中游戏类40万款，占比25.0%；工具类24万款，占比{share}%。"
            ),
        )
    };
    let statuses = |share: &str| -> Vec<CheckStatus> {
        found(share).into_iter().map(|(status, _)| status).collect()
    };
    assert_eq!(statuses("15.0"), [CheckStatus::Pass; 2]);
    assert_eq!(
        statuses("19.0"),
        [CheckStatus::Pass, CheckStatus::Fail],
        "{:#?}",
        found("19.0")
    );
    let growth = checks(
        "share/",
        "2024年，全国收入1000亿元，同比增长10.0%，其中东部600亿元，占比60.0%，增长8.0%；西部400亿元，占总收入的44.0%。",
    );
    let growth: Vec<CheckStatus> = growth.into_iter().map(|(status, _)| status).collect();
    assert_eq!(growth, [CheckStatus::Pass, CheckStatus::Fail]);
    // 24 of 40.
    assert_eq!(statuses("60.0"), [CheckStatus::Pass, CheckStatus::Skipped]);
}

/// A part of the country is a share of all of it, not of itself.
#[test]
fn a_region_is_a_share_of_the_country() {
    let text = |share: &str| {
        format!(
            "截至2025年6月，我国网民规模达11.23亿人，西部地区网民规模达2.67亿人，占全国网民的{share}%。"
        )
    };
    assert_eq!(only("share/56/", &text("23.8")), CheckStatus::Pass);
    assert_eq!(only("share/56/", &text("33.8")), CheckStatus::Fail);
    for region in ["西部", "东北"] {
        let alone = format!("截至2025年6月，{region}地区网民规模达到2.67亿人，占全国网民的23.8%。");
        let found = checks("share/56/", &alone).into_iter();
        let failed: Vec<_> = found
            .filter(|(status, _)| *status == CheckStatus::Fail)
            .collect();
        assert_eq!(failed, [], "{alone}");
    }
}

/// 2020 年初 is not the month of the survey.
#[test]
fn the_beginning_of_a_year_is_not_its_survey() {
    let text = |when: &str| {
        format!("截至2025年6月，我国网民规模为11.23亿人。\n\n{when}，我国网民规模为11.08亿人。")
    };
    let fails = |when: &str| {
        let found = checks("cross_reference/", &text(when));
        found.iter().any(|(status, _)| *status == CheckStatus::Fail)
    };
    assert!(!fails("2025年初"));
    assert!(fails("2025年6月"));
}
