//! What a clause says by the way: why, how high before, since which of two years.
//! Invented sentences, as edition 56 (of 2025-06) would print them.

use crate::forms::assert_forms;

#[test]
fn a_share_that_moved_without_a_date_before() {
    assert_forms(&[
        (
            "截至2025年6月，农村网民所占比重从29.1%下降到28.7%。",
            &[
                "农村网民 | share 29.1 percent | -",
                "农村网民 | share 28.7 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，农村网民占全部网民的比重从2024年底的29.1%下降到28.7%。",
            &[
                "农村网民 | share 29.1 percent | 2024-12 | of 全部网民",
                "农村网民 | share 28.7 percent | 2025-06 | of 全部网民",
            ],
        ),
    ]);
}

#[test]
fn people_of_a_part_are_its_users() {
    assert_forms(&[
        (
            "网民中农村人口占比27.4%，规模达1.83亿。",
            &[
                "网民中农村人口占比 | share 27.4 percent | 2025-06 (inferred) | of 网民",
                "农村网民规模 | level 183000000 person | 2025-06 (inferred)",
            ],
        ),
        // No part of those who use the Internet.
        (
            "2024年，农村人口占比33.8%，规模达4.7亿。",
            &[
                "农村人口占比 | share 33.8 percent | 2024",
                "农村人口规模 | level 470000000 item | 2024",
            ],
        ),
    ]);
}

#[test]
fn why_is_no_part_of_what() {
    assert_forms(&[
        (
            "在线教育受暑期影响，用户规模为3.12亿。",
            &["在线教育用户规模 | level 312000000 person | 2025-06 (inferred)"],
        ),
        (
            "网络音乐受到年轻人的欢迎，用户规模为7.12亿。",
            &["网络音乐用户规模 | level 712000000 person | 2025-06 (inferred)"],
        ),
        // What they suffer is what they are asked about.
        (
            "网民遭受网络诈骗影响的比例为12.1%。",
            &["网民遭受网络诈骗影响的比例 | share 12.1 percent | 2025-06 (inferred)"],
        ),
    ]);
}

#[test]
fn lists_of_places_and_of_those_that_come_first() {
    assert_forms(&[
        (
            "上海、北京的网络购物使用率分别为71.2%和69.3%。",
            &[
                "上海网络购物使用率 | share 71.2 percent | 2025-06 (inferred)",
                "北京的网络购物使用率 | share 69.3 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "使用率居前两位的即时通信和网络视频分别为96.1%和94.2%。",
            &[
                "即时通信使用率 | share 96.1 percent | 2025-06 (inferred)",
                "网络视频使用率 | share 94.2 percent | 2025-06 (inferred)",
            ],
        ),
        // The first says itself what it is.
        (
            "手机支付、手机旅行预订使用率分别为71.2%和39.3%。",
            &[
                "手机支付使用率 | share 71.2 percent | 2025-06 (inferred)",
                "手机旅行预订使用率 | share 39.3 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_a_number_is_stands_behind_it() {
    assert_forms(&[
        (
            "我国互联网普及率以79.1%的水平，略高于邻国平均水平（78.2%）。",
            &[
                "互联网普及率 | level 79.1 percent | 2025-06 (inferred)",
                "邻国平均水平 | level 78.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "2024年，某业务占比达到30%的目标。",
            &["某业务占比 | share 30 percent | 2024"],
        ),
        (
            "2024年，某业务占比达到30%的企业数量。",
            &["企业数量 | share 30 percent | 2024 | of 某业务占比的企业数量"],
        ),
    ]);
}

#[test]
fn numbers_since_two_years() {
    assert_forms(&[
        (
            "截至2025年6月，网民规模达11.2亿人，分别比2022年和2023年增长5.1%和2.6%。",
            &[
                "网民规模 | level 1120000000 person | 2025-06",
                "网民规模 | growth_rate 5.1 percent | 2025-06 < 2022-12",
                "网民规模 | growth_rate 2.6 percent | 2025-06 < 2023-12",
            ],
        ),
        (
            "2021年至2024年，网络购物用户平均年增幅8%。",
            &["网络购物用户 | growth_rate 8 percent | 2024 < 2021"],
        ),
    ]);
}

#[test]
fn amounts_are_of_nobody_and_verbs_are_no_part_of_people() {
    assert_forms(&[
        (
            "用户线上消费金额的占比为35.2%。",
            &["用户线上消费金额的占比 | share 35.2 percent | -"],
        ),
        (
            "在存在上网困难的用户中，35.2%极为关注价格。",
            &["极为关注价格 | share 35.2 percent | 2025-06 (inferred) | of 存在上网困难的用户"],
        ),
    ]);
}

#[test]
fn the_day_before_the_last_is_the_surveys_as_well() {
    assert_forms(&[
        (
            "截至2025年6月29日，网民规模11.2亿，一年增加2100万。",
            &[
                "网民规模 | level 1120000000 person | 2025-06",
                "网民规模 | change 21000000 person | 2025-06 < 2024-06",
            ],
        ),
        (
            "截至2025年6月20日，网民规模11.2亿。",
            &["网民规模 | level 1120000000 person | 2025-06-20"],
        ),
    ]);
}

#[test]
fn how_often_may_stand_behind_the_verb_and_measures_are_no_statistic() {
    assert_forms(&[(
        "网民上网时间为每周28.4小时。有关部门印发意见，提出12条措施和8项任务，见附录3列出的数据。",
        &["网民上网时间 | level 28.4 hour | 2025-06 (inferred)"],
    )]);
}

#[test]
fn a_whole_counted_before_its_share() {
    assert_forms(&[
        (
            "CN域名1296万个，占域名总数1626万的79.7%。",
            &[
                "CN域名 | level 12960000 item | 2025-06 (inferred)",
                "域名总数 | level 16260000 item | 2025-06 (inferred)",
                "CN域名 | share 79.7 percent | 2025-06 (inferred) | of 域名总数",
            ],
        ),
        // Two wholes, and no count of one.
        (
            "网民规模达11.2亿，占全球网民的20.1%、亚洲网民的38.5%。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "网民规模 | share 20.1 percent | 2025-06 (inferred) | of 全球网民",
                "网民规模 | share 38.5 percent | 2025-06 (inferred) | of 亚洲网民",
            ],
        ),
    ]);
}

#[test]
fn what_is_new_is_of_the_half_year_and_what_there_is_of_its_end() {
    assert_forms(&[
        (
            "上半年，新增网民1436万人，网民规模达11.2亿人。农村网民3.2亿人。",
            &[
                "网民 | change 14360000 person | 2025-06 (inferred) < 2024-12",
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "农村网民 | level 320000000 person | 2025-06 (inferred)",
            ],
        ),
        // A span that does not end when the survey asked.
        (
            "2025年一季度，新增网民700万人，网民规模达11.1亿人。",
            &[
                "网民 | change 7000000 person | 2025-Q1",
                "网民规模 | level 1110000000 person | 2025-Q1",
            ],
        ),
    ]);
}

#[test]
fn the_unit_of_two_that_rose_and_fell() {
    assert_forms(&[
        (
            "台式电脑和笔记本电脑的使用率分别为33.8%和32.4%，较2024年底分别上升了1.1和下降了0.9个百分点。",
            &[
                "台式电脑使用率 | share 33.8 percent | 2025-06 (inferred)",
                "笔记本电脑的使用率 | share 32.4 percent | 2025-06 (inferred)",
                "台式电脑使用率 | change 1.1 percentage_point | 2025-06 (inferred) < 2024-12",
                "笔记本电脑的使用率 | change -0.9 percentage_point | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "2024年，某业务用户增长300万，某指数下降0.9个百分点。",
            &[
                "某业务用户 | change 3000000 person | 2024",
                "某指数 | change -0.9 percentage_point | 2024",
            ],
        ),
    ]);
}

#[test]
fn what_was_made_is_of_what_there_is() {
    assert_forms(&[(
        "截至2024年12月，5G基站425.1万个，全年新建87.4万个，占比33.6%。",
        &[
            "5G基站 | level 4251000 item | 2024-12",
            "全年新建5G基站 | level 874000 item | 2024 (inferred)",
            "5G基站 | share 33.6 percent | 2024-12",
        ],
    )]);
}
