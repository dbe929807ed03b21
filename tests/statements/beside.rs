//! Numbers that stand beside others, and what they are not of: sums, what is compared, parts
//! of changes, other countries. Invented sentences, as edition 56 (of 2025-06) would print them.

use crate::forms::{assert_forms, read};

#[test]
fn sums_are_of_all_before() {
    assert_forms(&[
        (
            "男性网民5.7亿人，女性网民5.5亿人，合计11.2亿人。",
            &[
                "男性网民 | level 570000000 person | 2025-06 (inferred)",
                "女性网民 | level 550000000 person | 2025-06 (inferred)",
                "男性网民、女性网民 | level 1120000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "甲平台用户3亿户，乙平台用户2亿户，共计5亿户。",
            &[
                "甲平台用户 | level 300000000 item | -",
                "乙平台用户 | level 200000000 item | -",
                "甲平台用户、乙平台用户 | level 500000000 item | -",
            ],
        ),
    ]);
}

#[test]
fn what_is_compared_in_brackets_is_not_spoken_of() {
    assert_forms(&[
        (
            "截至2025年6月，短视频用户规模达10.4亿人，超过长视频（7.2亿人），较2024年12月下降1.2%。",
            &[
                "短视频用户规模 | level 1040000000 person | 2025-06",
                "长视频用户规模 | level 720000000 person | 2025-06",
                "短视频用户规模 | growth_rate -1.2 percent | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，我国网站数量为430万个，少于2020年（443万个），较2024年12月增长6%。",
            &[
                "网站数量 | level 4300000 item | 2025-06",
                "网站数量 | level 4430000 item | 2020-12",
                "网站数量 | growth_rate 6 percent | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，短视频使用率为93.8%，仅次于网络视频（96.6%）。",
            &[
                "短视频使用率 | share 93.8 percent | 2025-06",
                "网络视频使用率 | share 96.6 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn parts_of_a_change_are_changes() {
    assert_forms(&[
        (
            "截至2025年6月，网民规模较2024年12月新增1500万人，其中农村网民680万人。",
            &[
                "网民规模 | change 15000000 person | 2025-06 < 2024-12",
                "农村网民 | change 6800000 person | 2025-06 < 2024-12",
            ],
        ),
        // Where the level itself stands before, the part may be of that.
        (
            "截至2025年6月，网民规模达11.2亿人，较2024年12月增长1500万人，其中农村网民680万人。",
            &[
                "网民规模 | level 1120000000 person | 2025-06",
                "网民规模 | change 15000000 person | 2025-06 < 2024-12",
                "农村网民 | level 6800000 person | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn what_it_was_before_is_of_then() {
    assert_forms(&[
        (
            "2025年6月网民规模较2024年12月的11.08亿人增长1500万人。",
            &[
                "网民规模 | level 1108000000 person | 2024-12",
                "网民规模 | change 15000000 person | 2025-06 < 2024-12",
            ],
        ),
        (
            "2025年6月底域名总数比2024年底的3302万个多142万个。",
            &[
                "域名总数 | level 33020000 item | 2024-12",
                "域名总数 | change 1420000 item | 2025-06 < 2024-12",
            ],
        ),
        (
            "2024年软件业务收入同比增长10.0%，而2023年为13.4%。",
            &[
                "软件业务收入 | growth_rate 10.0 percent | 2024 < 2023",
                "软件业务收入 | growth_rate 13.4 percent | 2023",
            ],
        ),
        (
            "2024年，新增某平台用户1608万人，而2021年为4296万人。",
            &[
                "某平台用户 | change 16080000 person | 2024",
                "某平台用户 | change 42960000 person | 2021",
            ],
        ),
    ]);
}

#[test]
fn publication_dates_nothing() {
    assert_forms(&[
        (
            "2025年7月21日发布的第56次报告显示，互联网普及率达79.7%。",
            &["互联网普及率 | level 79.7 percent | 2025-06 (inferred)"],
        ),
        (
            "2025年7月21日，某中心发布第56次报告，报告显示，网民规模达11.2亿人。",
            &["网民规模 | level 1120000000 person | 2025-06 (inferred)"],
        ),
        (
            "2025年5月发布的应用下载量达300万次。",
            &["发布的应用下载量 | level 3000000 item | 2025-05"],
        ),
    ]);
}

#[test]
fn places_and_bounds_count_nothing() {
    assert_forms(&[
        (
            "截至2025年6月，全国31个省份的互联网普及率均超过60%。",
            &["全国31个省份的互联网普及率 | level 60 percent over | 2025-06"],
        ),
        (
            "2024年，我国在全球创新指数排名中位列第12位，较上年下降1位。",
            &[
                "全球创新指数排名 | rank 12 rank | 2024",
                "全球创新指数排名 | change -1 rank | 2024 < 2023",
            ],
        ),
        (
            "2024年，头部10家企业营收占比达45.2%。",
            &["头部10家企业营收占比 | share 45.2 percent | 2024"],
        ),
        (
            "截至2025年6月，我国IPv4、IPv6地址数量分别为3.9亿个和6.9万块/32。",
            &[
                "IPv4地址数量 | level 390000000 item | 2025-06",
                "IPv6地址数量 | level 69000 block/32 | 2025-06",
            ],
        ),
    ]);
}

/// A unit of one letter is not known, nor is a fraction; what follows is of them.
#[test]
fn amounts_without_a_known_unit_are_reported() {
    for (text, facts, unknown) in [
        (
            "骨干网带宽达100Tbps，互联互通带宽达40T，同比增长25%。",
            &["骨干网带宽 100", "互联互通带宽 25"][..],
            &["40"][..],
        ),
        (
            "平台共有13万个小程序和8万个公众号，其中约1/3来自农村。",
            &["平台小程序 130000", "平台公众号 80000"],
            &["1", "3"],
        ),
    ] {
        let report = read(text);
        let found = report.observations.iter().map(|fact| {
            let value = fact.value.as_ref().map(ToString::to_string);
            format!("{} {}", fact.label, value.unwrap_or_default())
        });
        assert_eq!(found.collect::<Vec<_>>(), facts, "{text}");
        let unexplained = report.ledger.unexplained.iter();
        let unexplained: Vec<&str> = unexplained.map(|number| number.text.as_str()).collect();
        assert_eq!(unexplained, unknown, "{text}");
    }
}

/// The indicator and the codes of each fact.
fn named(text: &str) -> Vec<String> {
    let name = |fact: &cnnic::report::Observation| {
        let codes = fact.dimensions.iter();
        let codes: Vec<String> = codes.map(|(of, code)| format!("{of}={code}")).collect();
        format!(
            "{} {}",
            fact.indicator.as_deref().unwrap_or("-"),
            codes.join(",")
        )
    };
    read(text).observations.iter().map(name).collect()
}

#[test]
fn what_names_an_indicator() {
    assert_eq!(
        named("北京市网民规模达2000万人，农村网民规模为200万人，手机网民规模为1900万人。"),
        [
            "internet_users area=CN-BJ",
            "internet_users area=CN-BJ,residence=rural",
            "internet_users area=CN-BJ,device=mobile",
        ]
    );
    assert_eq!(
        named("短视频（含微短剧）用户规模达10.4亿人，网民规模（含港澳台）达11.5亿人。"),
        ["application_users application=short_video", "- "]
    );
    assert_eq!(
        named("网络购物和网络支付用户规模较大，使用率均在90%以上。"),
        [
            "application_usage_rate application=online_shopping",
            "application_usage_rate application=online_payment",
        ]
    );
    assert_eq!(
        named("北京普及率为90%，全国普及率为78.6%。"),
        ["internet_penetration area=CN-BJ", "internet_penetration "]
    );
    assert_eq!(
        named("2024年，全球网民规模达55亿人，互联网普及率为68%；我国互联网普及率为78.6%。"),
        ["- ", "- ", "internet_penetration "]
    );
    assert_eq!(
        named("四川农村地区互联网普及率达60.2%，广东省政府网站数量为800个。"),
        [
            "internet_penetration area=CN-SC,residence=rural",
            "government_websites area=CN-GD",
        ]
    );
}

/// The label of a sum is no part of the next sum, which would be twice as long.
#[test]
fn sums_of_sums_stay_short() {
    let text = format!(
        "网民1万人，手机网民2万人，{}共计4万人。",
        "合计3万人，".repeat(200)
    );
    let report = read(&text);
    let longest = report.observations.iter().map(|fact| fact.label.len());
    assert!(longest.max().unwrap_or_default() <= 200);
    assert_eq!(report.observations.len(), 203);
}
