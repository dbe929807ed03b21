//! Groups that a clause names before the numbers of each: invented sentences, as edition 56
//! (of 2025-06) would print them.

use cnnic::problem::ProblemKind;

use crate::forms::{assert_forms, read};

/// That no number of a text is a fact, and that each is unexplained and a problem.
pub fn assert_not_understood(text: &str, numbers: usize) {
    let report = read(text);
    let problems = report.problems.iter();
    let problems = problems.filter(|problem| problem.kind == ProblemKind::NumberNotUnderstood);
    assert_eq!(report.observations.len(), 0, "{text}");
    assert_eq!(problems.count(), numbers, "{text}");
    assert_eq!(report.ledger.unexplained.len(), numbers, "{text}");
}

/// 我国 says the country, and not that a clause is of all groups.
#[test]
fn a_group_of_the_country_is_a_group() {
    assert_forms(&[
        (
            "在农村地区，我国网民规模达3.12亿人，占网民整体的27.6%。",
            &[
                "农村地区网民规模 | level 312000000 person | 2025-06 (inferred)",
                "农村地区网民规模 | share 27.6 percent | 2025-06 (inferred) | of 网民整体",
            ],
        ),
        (
            "在城镇地区，我国互联网普及率达84.1%。",
            &["城镇地区互联网普及率 | level 84.1 percent | 2025-06 (inferred)"],
        ),
        (
            "我国网民11.3亿，其中用电视上网的2.7亿。",
            &[
                "网民 | level 1130000000 person | 2025-06 (inferred)",
                "用电视上网 | level 270000000 person | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_became_more_is_of_each_group() {
    assert_forms(&[
        (
            "2025年上半年，在东部、中部和西部地区，新增用户数分别为120万户、230万户和340万户。",
            &[
                "东部地区用户数 | change 1200000 item | 2025-H1",
                "中部地区用户数 | change 2300000 item | 2025-H1",
                "西部地区用户数 | change 3400000 item | 2025-H1",
            ],
        ),
        (
            "2025年上半年，东部和西部地区，净增5G用户分别为120万户和230万户。",
            &[
                "东部地区5G用户 | change 1200000 item | 2025-H1",
                "西部地区5G用户 | change 2300000 item | 2025-H1",
            ],
        ),
        (
            "2025年上半年，在东部和西部地区，减少网站分别为1.2万个和2.3万个。",
            &[
                "东部地区网站 | change -12000 item | 2025-H1",
                "西部地区网站 | change -23000 item | 2025-H1",
            ],
        ),
        (
            "2025年上半年，在城镇和农村地区，新增网民规模分别为120万人和230万人。",
            &[
                "城镇地区网民规模 | change 1200000 person | 2025-06 < 2024-12",
                "农村地区网民规模 | change 2300000 person | 2025-06 < 2024-12",
            ],
        ),
        (
            "短视频用户规模达10.3亿人。在城镇和农村地区，新增用户分别为120万人和230万人。",
            &[
                "短视频用户规模 | level 1030000000 person | 2025-06 (inferred)",
                "城镇地区短视频用户 | change 1200000 person | 2025-06 (inferred)",
                "农村地区短视频用户 | change 2300000 person | 2025-06 (inferred)",
            ],
        ),
        // Of all, where no group is named.
        (
            "2025年上半年，新增网民1200万人。",
            &["网民 | change 12000000 person | 2025-06 < 2024-12"],
        ),
    ]);
}

#[test]
fn groups_are_named_as_printed() {
    assert_forms(&[
        (
            "2024年，在小学和初中学段，拥有自有设备的比例分别为61.2%和74.0%。",
            &[
                "小学学段拥有自有设备的比例 | share 61.2 percent | 2024",
                "初中学段拥有自有设备的比例 | share 74.0 percent | 2024",
            ],
        ),
        (
            "2024年，从北京、上海和广东省份来看，拥有自有设备的比例分别为61.2%、74.0%和75.1%。",
            &[
                "北京拥有自有设备的比例 | share 61.2 percent | 2024",
                "上海拥有自有设备的比例 | share 74.0 percent | 2024",
                "广东拥有自有设备的比例 | share 75.1 percent | 2024",
            ],
        ),
        (
            "在城镇和农村网民中，网络支付使用率分别为88.2%和79.1%。",
            &[
                "城镇网民网络支付使用率 | share 88.2 percent | 2025-06 (inferred) | of 城镇网民",
                "农村网民网络支付使用率 | share 79.1 percent | 2025-06 (inferred) | of 农村网民",
            ],
        ),
        (
            "2024年，在东部和西部地区，分别有5G基站81万个和42万个。",
            &[
                "东部地区5G基站 | level 810000 item | 2024",
                "西部地区5G基站 | level 420000 item | 2024",
            ],
        ),
        (
            "2024年，在东部和西部地区，占比分别为51%和31%。",
            &[
                "东部地区 | share 51 percent | 2024",
                "西部地区 | share 31 percent | 2024",
            ],
        ),
        (
            "在城镇和农村地区，网民规模均超过3亿人。",
            &[
                "城镇地区网民规模 | level 300000000 person over | 2025-06 (inferred)",
                "农村地区网民规模 | level 300000000 person over | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn one_group_is_no_whole_country() {
    assert_forms(&[
        (
            "城镇地区，网民规模为8.2亿人，互联网普及率为85.1%。",
            &[
                "城镇地区网民规模 | level 820000000 person | 2025-06 (inferred)",
                "城镇地区互联网普及率 | level 85.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "对于农村地区，互联网普及率为68.1%；全国互联网普及率为79.2%。",
            &[
                "农村地区互联网普及率 | level 68.1 percent | 2025-06 (inferred)",
                "互联网普及率 | level 79.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "在东部和中部地区，网民规模为5.2亿人。",
            &["东部和中部地区网民规模 | level 520000000 person | 2025-06 (inferred)"],
        ),
        (
            "在农村地区，短视频、网络视频使用率分别为81.2%和84.1%。",
            &[
                "农村地区短视频使用率 | share 81.2 percent | 2025-06 (inferred)",
                "农村地区网络视频使用率 | share 84.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "在农村地区，2023年和2024年短视频使用率分别为81.2%和84.1%。",
            &[
                "农村地区短视频使用率 | share 81.2 percent | 2023",
                "农村地区短视频使用率 | share 84.1 percent | 2024",
            ],
        ),
        (
            "截至2025年6月，在农村地区，有2.9亿人使用手机上网。",
            &["农村地区使用手机上网 | level 290000000 person | 2025-06"],
        ),
        // What the share is of says it.
        (
            "在农村网民中，短视频使用率为81.2%。",
            &["短视频使用率 | share 81.2 percent | 2025-06 (inferred) | of 农村网民"],
        ),
        // Those of another group are named in the clause itself.
        (
            "在农村地区，互联网普及率为68.1%，城镇地区互联网普及率为85.1%。",
            &[
                "农村地区互联网普及率 | level 68.1 percent | 2025-06 (inferred)",
                "城镇地区互联网普及率 | level 85.1 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
    let report = read("城镇地区，网民规模为8.2亿人。");
    let dimensions = &report.observations[0].dimensions;
    assert_eq!(dimensions.get("residence"), Some("urban"));
}

#[test]
fn numbers_that_are_not_as_many_as_the_groups() {
    assert_not_understood(
        "在小学、初中和高中阶段，拥有手机的比例分别为61.2%和74.0%。",
        2,
    );
    assert_not_understood(
        "在城镇、县域和农村地区，拥有手机的比例分别为61.2%和74.0%。",
        2,
    );
    assert_not_understood("城镇、县域和农村地区拥有手机的比例分别为61.2%和74.0%。", 2);
    // Or that may be of something else as well.
    assert_not_understood(
        "在城镇和农村地区，网民规模和互联网普及率分别为8.2亿人和71%。",
        2,
    );
    assert_not_understood(
        "在城镇和农村地区，2023年和2024年收入分别为32亿元和41亿元。",
        2,
    );
    assert_not_understood("在城镇和农村地区，营收环比、同比分别增长11%和6%。", 2);
    assert_not_understood("在东部、中部和西部地区，分别新增120万、230万和340万人。", 3);
}

#[test]
fn clauses_that_say_more_than_which_groups() {
    assert_forms(&[
        (
            "某公司拥有制造和零售企业，营业收入较2023年和2022年分别增长11%和6%。",
            &[
                "营业收入 | growth_rate 11 percent | - < 2023",
                "营业收入 | growth_rate 6 percent | - < 2022",
            ],
        ),
        (
            "覆盖城镇和农村地区，2024年第三季度营收环比、同比分别增长11%和6%。",
            &[
                "营收 | growth_rate 11 percent | 2024-Q3 < 2024-Q2",
                "营收 | growth_rate 6 percent | 2024-Q3 < 2023-Q3",
            ],
        ),
    ]);
    assert_not_understood(
        "相比东部、中部和西部地区，东北地区网民规模分别为120万人、230万人和340万人。",
        3,
    );
    assert_not_understood("高于小学和初中阶段，拥有手机的比例分别为61.2%和74.0%。", 2);
    assert_not_understood("不含小学和初中阶段，拥有手机的比例分别为61.2%和74.0%。", 2);
    assert_not_understood(
        "主要服务城镇和农村用户，近几年收入分别为32亿元和41亿元。",
        2,
    );
}

#[test]
fn what_a_firm_has_is_no_part_of_its_name() {
    assert_forms(&[
        (
            "网络直播行业健康发展，营收达2100亿元，用户规模达8.2亿人。",
            &[
                "网络直播行业营收 | level 210000000000 yuan | -",
                "网络直播用户规模 | level 820000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "某公司营收达210亿元，用户规模达1.2亿人。",
            &[
                "某公司营收 | level 21000000000 yuan | -",
                "某公司用户规模 | level 120000000 person | -",
            ],
        ),
        (
            "竞争日益激烈，营收达210亿元，用户规模达1.2亿人。",
            &[
                "营收 | level 21000000000 yuan | -",
                "用户规模 | level 120000000 person | -",
            ],
        ),
    ]);
}
