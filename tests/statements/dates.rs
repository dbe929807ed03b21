//! Which words date a number, and which what its change is counted from. Invented
//! sentences, as edition 56 (of 2025-06) would print them.

use crate::forms::assert_forms;

#[test]
fn a_share_is_not_counted_from_the_year_behind_it() {
    assert_forms(&[
        (
            "截至2025年6月，某类应用用户占比2022年有所回落，随后提升2.0个百分点。",
            &["随后 | change 2.0 percentage_point | 2025-06"],
        ),
        (
            "截至2025年6月，短视频用户占比2022年达30%。",
            &["短视频用户占比 | share 30 percent | 2022"],
        ),
        (
            "截至2025年6月，短视频用户规模较2018年底增长迅速，增幅在10%以上。农村网民规模增长5%。",
            &[
                "短视频用户规模 | growth_rate 10 percent over | 2025-06 < 2018-12",
                "农村网民规模 | growth_rate 5 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn what_was_added_grows_by_itself() {
    assert_forms(&[
        (
            "2025年，全年净增5G基站87.4万个，同比增长10.0%。",
            &[
                "5G基站 | change 874000 item | 2025-06 < 2024-06",
                "净增5G基站 | growth_rate 10.0 percent | 2025 < 2024",
            ],
        ),
        // Of the level that was told before.
        (
            "截至2025年6月，网民规模达11.23亿人，新增网民1436万人，同比增长2.1%。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "网民 | change 14360000 person | 2025-06",
                "网民规模 | growth_rate 2.1 percent | 2025-06 < 2024-06",
            ],
        ),
        // The year that is printed stays that of the level.
        (
            "2025年，全年新增网民1608万人，网民规模达11.23亿人。",
            &[
                "网民 | change 16080000 person | 2025-06 < 2024-06",
                "网民规模 | level 1123000000 person | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn verbs_behind_a_year_leave_it_a_date() {
    assert_forms(&[
        (
            "在2024年推出政策的推动下，网络支付用户规模达10.29亿人。",
            &["网络支付用户规模 | level 1029000000 person | 2024"],
        ),
        (
            "2024年启动的项目带动就业100万人，网民规模为11.08亿人。",
            &[
                "启动的项目带动就业 | level 1000000 person | 2024",
                "网民规模 | level 1108000000 person | 2024",
            ],
        ),
        (
            "2023年成立的某协会的会员人数为300人。",
            &["成立的某协会的会员人数 | level 300 person | 2023"],
        ),
    ]);
}

#[test]
fn starts_of_years_are_dated_alike() {
    assert_forms(&[
        (
            "截至2025年初，农村网民规模为2.55亿人，较2024年初增长10.0%。",
            &[
                "农村网民规模 | level 255000000 person | 2025",
                "农村网民规模 | growth_rate 10.0 percent | 2025 < 2024",
            ],
        ),
        // Of a month, the start of a year is the end of the one before.
        (
            "截至2025年6月，农村网民规模较2024年初增长10.0%。",
            &["农村网民规模 | growth_rate 10.0 percent | 2025-06 < 2023-12"],
        ),
    ]);
}

#[test]
fn a_year_before_is_not_handed_to_another_year() {
    assert_forms(&[(
        "2024年，市场规模同比增长20%，达900亿元。2025年增速达15%。",
        &[
            "市场规模 | growth_rate 20 percent | 2024 < 2023",
            "市场规模 | level 90000000000 yuan | 2024",
            "市场规模 | growth_rate 15 percent | 2025",
        ],
    )]);
}

#[test]
fn the_same_month_is_of_another_year() {
    for since in ["较2024年同月", "比上年同月", "较去年同月"] {
        let text = format!("2025年6月，某业务收入为100亿元，{since}增长10%。");
        assert_forms(&[(
            &text,
            &[
                "某业务收入 | level 10000000000 yuan | 2025-06",
                "某业务收入 | growth_rate 10 percent | 2025-06 < 2024-06",
            ],
        )]);
    }
}

#[test]
fn what_companies_meet_with_is_no_answer_of_the_survey() {
    assert_forms(&[(
        "30.5%的企业遭遇过数据泄露。企业遭遇网络攻击的比例为21.0%。",
        &[
            "企业遭遇过数据泄露 | share 30.5 percent | - | of 企业",
            "企业遭遇网络攻击的比例 | share 21.0 percent | -",
        ],
    )]);
}

#[test]
fn what_is_counted_from_is_told_in_many_ways() {
    assert_forms(&[
        (
            "2025年6月，在架应用为300万款，较上月减少2.5万款。",
            &[
                "在架应用 | level 3000000 item | 2025-06",
                "在架应用 | change -25000 item | 2025-06 < 2025-05",
            ],
        ),
        (
            "截至2025年6月，网民规模为11.23亿人，较第54次调查增长2600万人。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "网民规模 | change 26000000 person | 2025-06 < 2024-06",
            ],
        ),
        // No survey has such a number.
        (
            "截至2025年6月，网民规模为11.23亿人，较第99999次调查增长2600万人。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "网民规模 | change 26000000 person | 2025-06",
            ],
        ),
        (
            "2025年5月，某业务量达到900万单，高出2024年同期约15%。",
            &[
                "某业务量 | level 9000000 item | 2025-05",
                "某业务量 | growth_rate 15 percent about | 2025-05 < 2024-05",
            ],
        ),
        (
            "截至2025年6月，短视频用户规模与2024年12月基本持平，为10.5亿人。",
            &["短视频用户规模 | level 1050000000 person | 2025-06"],
        ),
        (
            "2025年，某产业收入为3万亿元，与上年基本持平，较2022年增长21%。",
            &[
                "某产业收入 | level 3000000000000 yuan | 2025",
                "某产业收入 | growth_rate 21 percent | 2025 < 2022",
            ],
        ),
    ]);
}

#[test]
fn growth_since_the_end_of_a_year_is_of_the_stock() {
    assert_forms(&[(
        "截至2025年6月，网民规模为11.23亿人，上半年新增网民1436万人，较2024年末增加1.3%。",
        &[
            "网民规模 | level 1123000000 person | 2025-06",
            "网民 | change 14360000 person | 2025-06 (inferred) < 2024-12",
            "网民规模 | growth_rate 1.3 percent | 2025-06 < 2024-12",
        ],
    )]);
}

#[test]
fn what_there_is_behind_a_semicolon_is_of_the_survey() {
    assert_forms(&[(
        "截至2025年6月，网民规模达11.2亿人；2025年上半年，移动互联网接入流量达1800亿GB；手机网民规模达11.1亿人。",
        &[
            "网民规模 | level 1120000000 person | 2025-06",
            "移动互联网接入流量 | level 180000000000 gigabyte | 2025-H1",
            "手机网民规模 | level 1110000000 person | 2025-06",
        ],
    )]);
}

#[test]
fn users_of_several_applications_are_of_the_survey() {
    assert_forms(&[(
        "网络音乐、网络直播、网络文学等应用的用户规模较2024年底增长较快，增幅均在5%以上。",
        &[
            "网络音乐、网络直播、网络文学等应用的用户规模 | growth_rate 5 percent over | 2025-06 (inferred) < 2024-12",
        ],
    )]);
}

/// What a part of a year is counted from does not lie in it.
#[test]
fn a_part_of_a_year_is_counted_from_no_month_of_it() {
    assert_forms(&[(
        "截至2025年6月，某应用用户规模达3.1亿，较2025年3月增长4400万。上半年网上零售额为7.4万亿元，增长8.5%。",
        &[
            "某应用用户规模 | level 310000000 person | 2025-06",
            "某应用用户规模 | change 44000000 person | 2025-06 < 2025-03",
            "网上零售额 | level 7400000000000 yuan | 2025-H1 (inferred)",
            "网上零售额 | growth_rate 8.5 percent | 2025-H1 (inferred)",
        ],
    )]);
}

/// From a year's results something is seen of that year.
#[test]
fn where_something_is_seen_from_dates_it() {
    assert_forms(&[(
        "从2024年评价结果看，农业生产信息化率提升至25.4%；行政村覆盖率达到86.0%。",
        &[
            "农业生产信息化率 | level 25.4 percent | 2024",
            "行政村覆盖率 | level 86.0 percent | 2024",
        ],
    )]);
}

/// Halves and quarters are of the year that the sentence before named, months of the year of
/// the edition; none lies ahead of what was counted.
#[test]
fn parts_of_a_year_that_was_named_before() {
    assert_forms(&[
        (
            "2023年，某地零售额达12.3亿元。上半年零售额为5.1亿元，下半年为7.2亿元。",
            &[
                "某地零售额 | level 1230000000 yuan | 2023",
                "零售额 | level 510000000 yuan | 2023-H1 (inferred)",
                "零售额 | level 720000000 yuan | 2023-H2 (inferred)",
            ],
        ),
        (
            "2024年，市场规模达3亿元。截至3月，注册企业达5万家。",
            &[
                "市场规模 | level 300000000 yuan | 2024",
                "注册企业 | level 50000 item | 2025-03 (inferred)",
            ],
        ),
        (
            "2024年，某地发布办法。一季度，销量达3亿台。二季度，销量达4亿台。",
            &[
                "销量 | level 300000000 item | 2024-Q1 (inferred)",
                "销量 | level 400000000 item | 2024-Q2 (inferred)",
            ],
        ),
        // A year that is printed holds.
        (
            "2025年7月，某地销量达2亿台，9月达3亿台。",
            &[
                "某地销量 | level 200000000 item | 2025-07",
                "某地销量 | level 300000000 item | 2025-09 (inferred)",
            ],
        ),
        (
            "前三季度，某地销量达5亿台。",
            &["某地销量 | level 500000000 item | 2024-01..2024-09 (inferred)"],
        ),
        (
            "2024年1～9月，某地销量达5亿台。",
            &["某地销量 | level 500000000 item | 2024-01..2024-09"],
        ),
    ]);
}

#[test]
fn events_that_date_what_follows() {
    assert_forms(&[
        (
            "2024年双十一，全网销售额达14418亿元。",
            &["全网销售额 | level 1441800000000 yuan | 2024 (双十一)"],
        ),
        (
            "2024年“双11”，全网销售额达14418亿元。",
            &["全网销售额 | level 1441800000000 yuan | 2024 (双11)"],
        ),
        (
            "2024年国庆、中秋假期，某地接待游客达3亿人次。",
            &["某地接待游客 | level 300000000 item | 2024 (国庆、中秋假期)"],
        ),
        (
            "2024年618大促期间，全网销售额达7428亿元。",
            &["全网销售额 | level 742800000000 yuan | 2024 (618大促期间)"],
        ),
        // It is what the amount is of, and dates nothing.
        (
            "2024年春节档达80.5亿元，国庆档达21.1亿元。",
            &[
                "春节档 | level 8050000000 yuan | 2024",
                "国庆档 | level 2110000000 yuan | 2024",
            ],
        ),
        (
            "2024年，双十一成交额达14418亿元。",
            &["双十一成交额 | level 1441800000000 yuan | 2024"],
        ),
    ]);
}
