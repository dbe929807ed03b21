//! Sentences as summaries of a report print them: numbers right behind names, and
//! words for two.

use crate::forms::assert_forms;

#[test]
fn a_bracket_is_of_the_number_right_before_it() {
    assert_forms(&[
        (
            "即时通信11.1亿（98.6%）、网络视频10.7亿（95.2%）。",
            &[
                "即时通信 | level 1110000000 person | 2025-06 (inferred)",
                "网络视频用户 | level 1070000000 person | 2025-06 (inferred)",
                "即时通信用户 | share 98.6 percent | 2025-06 (inferred)",
                "网络视频用户 | share 95.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，手机网民11.2亿人（占99.4%）、农村网民3.2亿人（占28.7%）。",
            &[
                "手机网民 | level 1120000000 person | 2025-06",
                "农村网民 | level 320000000 person | 2025-06",
                "手机网民 | share 99.4 percent | 2025-06",
                "农村网民 | share 28.7 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn numbers_of_different_kinds_share_no_unit() {
    assert_forms(&[(
        "截至2025年6月，网民达11.2亿，手机网民达11.1亿，互联网普及率79.7%，较2024年12月分别增长1436万、1390万和1.1个百分点。",
        &[
            "网民 | level 1120000000 person | 2025-06",
            "手机网民 | level 1110000000 person | 2025-06",
            "互联网普及率 | level 79.7 percent | 2025-06",
            "网民 | change 14360000 person | 2025-06 < 2024-12",
            "手机网民 | change 13900000 person | 2025-06 < 2024-12",
            "互联网普及率 | change 1.1 percentage_point | 2025-06 < 2024-12",
        ],
    )]);
}

#[test]
fn a_word_for_two_is_handed_out() {
    assert_forms(&[(
        "截至2025年6月，城乡普及率分别为86.1%和68.4%。",
        &[
            "城镇普及率 | level 86.1 percent | 2025-06",
            "农村普及率 | level 68.4 percent | 2025-06",
        ],
    )]);
}

#[test]
fn how_long_and_how_often_are_no_part_of_a_label() {
    assert_forms(&[
        (
            "截至2025年6月，网民总数11.2亿，半年共新增1436万人，半年增长率1.3%。",
            &[
                "网民总数 | level 1120000000 person | 2025-06",
                "网民总数 | change 14360000 person | 2025-06 < 2024-12",
                "网民总数 | growth_rate 1.3 percent | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，手机网民11.2亿，增长率连续三年超过1%。",
            &[
                "手机网民 | level 1120000000 person | 2025-06",
                "手机网民 | growth_rate 1 percent over | 2025-06",
            ],
        ),
    ]);
}

/// Behind a semicolon no more is of phones alone.
#[test]
fn another_application_is_of_all_its_users() {
    assert_forms(&[(
        "截至2025年6月，手机即时通信用户10.9亿；网络直播8.3亿，占74.2%；直播用户较2024年12月增长900万人。",
        &[
            "手机即时通信用户 | level 1090000000 person | 2025-06",
            "网络直播用户 | level 830000000 person | 2025-06",
            "网络直播用户 | share 74.2 percent | 2025-06",
            "直播用户 | change 9000000 person | 2025-06 < 2024-12",
        ],
    )]);
}

#[test]
fn another_pace_is_one_as_well() {
    assert_forms(&[
        (
            "2024年，网络直播用户规模年增长率最高，达到12.6%；网络游戏最低，但也达到3.1%。",
            &[
                "网络直播用户规模 | growth_rate 12.6 percent | 2024 < 2023",
                "网络游戏用户规模 | growth_rate 3.1 percent | 2024 < 2023",
            ],
        ),
        (
            "2024年，某产业规模突破6000亿元，连续多年保持10%以上的增长率。",
            &[
                "某产业规模 | level 600000000000 yuan over | 2024",
                "某产业规模 | growth_rate 10 percent over | 2024",
            ],
        ),
    ]);
}

#[test]
fn what_became_of_several_is_no_part_of_their_labels() {
    assert_forms(&[(
        "受疫情影响，网约车、在线医疗等成为极具潜力的应用，用户规模分别达4.1亿和2.8亿。",
        &[
            "网约车用户规模 | level 410000000 person | 2025-06 (inferred)",
            "在线医疗用户规模 | level 280000000 person | 2025-06 (inferred)",
        ],
    )]);
}

/// When something grew is no date of how much there is.
#[test]
fn what_grew_most_in_a_time_is_of_the_survey() {
    assert_forms(&[(
        "电商直播用户规模达5.6亿，成为上半年增长最快的应用；网络支付用户规模达10.2亿。",
        &[
            "电商直播用户规模 | level 560000000 person | 2025-06 (inferred)",
            "网络支付用户规模 | level 1020000000 person | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn what_has_a_part_of_all_is_its_subject() {
    assert_forms(&[(
        "截至2025年6月，某类企业总数达2000家，其中甲国拥有900家，占据45.0%；乙国拥有500家，占据25.0%。",
        &[
            "某类企业总数 | level 2000 item | 2025-06",
            "甲国 | level 900 item | 2025-06",
            "甲国 | share 45.0 percent | 2025-06",
            "乙国 | level 500 item | 2025-06",
            "乙国 | share 25.0 percent | 2025-06",
        ],
    )]);
}

#[test]
fn what_is_said_of_all_levels_before_is_of_each() {
    assert_forms(&[(
        "2024年，某平台用户达500万人，同比增长40%；交易9000万笔，金额140亿元，均同比增长70%。",
        &[
            "某平台用户 | level 5000000 person | 2024",
            "某平台用户 | growth_rate 40 percent | 2024 < 2023",
            "交易 | level 90000000 item | 2024",
            "交易金额 | level 14000000000 yuan | 2024",
            "交易 | growth_rate 70 percent | 2024 < 2023",
            "交易金额 | growth_rate 70 percent | 2024 < 2023",
        ],
    )]);
}

#[test]
fn what_is_said_stands_behind_the_comma() {
    assert_forms(&[(
        "截至2025年6月，61.7%的用户表示，近半年来没有收到过垃圾短信，跟2024年12月相比提升2.3个百分点。",
        &[
            "用户表示近半年来没有收到过垃圾短信 | share 61.7 percent | 2025-06 | of 用户",
            "用户表示近半年来没有收到过垃圾短信占比 | change 2.3 percentage_point | 2025-06 < 2024-12",
        ],
    )]);
}

/// The number behind words for a fall is how far it fell.
#[test]
fn a_fall_in_words_signs_its_number() {
    assert_forms(&[(
        "截至2025年6月，遭遇网络诈骗的网民比例较2024年12月下降明显，达4.2个百分点。",
        &["遭遇网络诈骗的网民比例 | change -4.2 percentage_point | 2025-06 < 2024-12"],
    )]);
}

#[test]
fn how_long_some_people_do_something_is_no_level() {
    assert_forms(&[(
        "截至2025年6月，80%的用户每天使用社交应用的时长在1小时以上，近一半的用户每日使用3次以上。",
        &["用户每天使用社交应用的时长 | share 80 percent | 2025-06 | of 用户"],
    )]);
}

#[test]
fn the_total_of_what_was_spoken_of_is_of_it() {
    assert_forms(&[(
        "2024年，文旅产业规模达31.6万亿元，总量稳居世界第三，同比名义增长7.4%。遭遇过某事件的用户占比达到整体网民的30.5%。",
        &[
            "文旅产业规模 | level 31600000000000 yuan | 2024",
            "文旅产业总量 | growth_rate 7.4 percent | 2024 < 2023",
            "遭遇过某事件的用户 | share 30.5 percent | 2024 | of 整体网民",
        ],
    )]);
}

#[test]
fn places_in_an_order_are_no_part_of_labels() {
    assert_forms(&[
        (
            "2024年，四川省、山东省的政府网站数量位于全国的前两位，分别有820个、760个。",
            &[
                "四川省政府网站数量 | level 820 item | 2024",
                "山东省的政府网站数量 | level 760 item | 2024",
            ],
        ),
        (
            "2024年，总量居前三位的广东、上海和北京业务收入分别增长7.5%、8.2%和9.3%。",
            &[
                "广东业务收入 | growth_rate 7.5 percent | 2024",
                "上海业务收入 | growth_rate 8.2 percent | 2024",
                "北京业务收入 | growth_rate 9.3 percent | 2024",
            ],
        ),
        (
            "2024年，某类占比最高，达15.5%；交通类和电商类紧随其后，占比分别为12.8%和11.2%；再次是媒体类，占比为9.1%。",
            &[
                "某类占比 | share 15.5 percent | 2024",
                "交通类 | share 12.8 percent | 2024",
                "电商类 | share 11.2 percent | 2024",
                "媒体类 | share 9.1 percent | 2024",
            ],
        ),
    ]);
}

/// How much slower something grew is since then; how much others grew is not.
#[test]
fn the_base_of_a_pace_is_its_own() {
    assert_forms(&[(
        "2024年前三季度，某业务收入达6800亿元，同比增长9.4%，增速较上半年回落3.5个百分点。某平台收入增长7.5%。",
        &[
            "某业务收入 | level 680000000000 yuan | 2024-01..2024-09",
            "某业务收入 | growth_rate 9.4 percent | 2024-01..2024-09 < 2023-01..2023-09",
            "某业务收入增速 | change -3.5 percentage_point | 2024-01..2024-09 < 2024-H1",
            "某平台收入 | growth_rate 7.5 percent | 2024-01..2024-09 < 2023-01..2023-09",
        ],
    )]);
}

#[test]
fn a_bound_of_a_group_is_no_comparison() {
    assert_forms(&[(
        "截至2025年6月，年龄低于10岁的网民超过3800万名。",
        &["年龄低于10岁的网民 | level 38000000 person over | 2025-06"],
    )]);
}

#[test]
fn several_that_were_told_of_have_more_than_one_number() {
    assert_forms(&[
        (
            "截至2025年6月，短视频、网络直播用户规模分别为10.7亿和8.2亿，日均使用时长分别为120、60分钟。",
            &[
                "短视频用户规模 | level 1070000000 person | 2025-06",
                "网络直播用户规模 | level 820000000 person | 2025-06",
                "短视频日均使用时长 | level 120 minute | 2025-06",
                "网络直播日均使用时长 | level 60 minute | 2025-06",
            ],
        ),
        (
            "2024年，网上外卖、在线医疗的用户规模增长最为显著，增长率均在10%以上。",
            &[
                "网上外卖用户规模 | growth_rate 10 percent over | 2024",
                "在线医疗的用户规模 | growth_rate 10 percent over | 2024",
            ],
        ),
        (
            "2024年，收入较高的广东（增长9.7%）、上海（增长19.4%）共完成收入5683亿元。",
            &[
                "收入较高的广东、上海共完成收入 | level 568300000000 yuan | 2024",
                "收入较高的广东 | growth_rate 9.7 percent | 2024",
                "上海 | growth_rate 19.4 percent | 2024",
            ],
        ),
    ]);
}

/// How fast all grew is what others are compared with, and no pace of theirs.
#[test]
fn others_are_compared_by_how_fast_they_grew() {
    assert_forms(&[(
        "2024年，东部地区业务收入达1132亿元，同比增长2.1%，低于全国增速0.6个百分点，占据用户总量的30%。",
        &[
            "东部地区业务收入 | level 113200000000 yuan | 2024",
            "东部地区业务收入 | growth_rate 2.1 percent | 2024 < 2023",
            "东部地区业务收入低于全国增速 | change -0.6 percentage_point | 2024",
            "东部地区业务收入 | share 30 percent | 2024 | of 用户总量",
        ],
    )]);
}

#[test]
fn what_companies_and_people_do_is_their_share() {
    assert_forms(&[(
        "截至2025年6月，约58.2%企业分布在沿海城市。新入网的网民中，17.6%的人第一次上网时使用的是音乐应用。",
        &[
            "企业分布在沿海城市 | share 58.2 percent about | 2025-06 | of 企业",
            "人第一次上网时使用的是音乐应用 | share 17.6 percent | 2025-06 | of 新入网的网民",
        ],
    )]);
}

#[test]
fn a_list_behind_its_numbers_is_handed_out() {
    assert_forms(&[
        (
            "2024年，分别有30.6%、43.2%和37.3%的网民使用过网络音乐、网络直播、网约车，用户规模较2023年末分别增长了11.0%、20.8%和26.5%。",
            &[
                "网民使用过网络音乐 | share 30.6 percent | 2024 | of 网民",
                "网民使用过网络直播 | share 43.2 percent | 2024 | of 网民",
                "网民使用过网约车 | share 37.3 percent | 2024 | of 网民",
                "网络音乐用户规模 | growth_rate 11.0 percent | 2024 < 2023-12",
                "网络直播用户规模 | growth_rate 20.8 percent | 2024 < 2023-12",
                "网约车用户规模 | growth_rate 26.5 percent | 2024 < 2023-12",
            ],
        ),
        (
            "截至2025年6月，网络购物用户和使用网上支付的用户占总体网民的比例均为81.0%。",
            &[
                "网络购物用户 | share 81.0 percent | 2025-06 | of 总体网民",
                "使用网上支付的用户 | share 81.0 percent | 2025-06 | of 总体网民",
            ],
        ),
    ]);
}

#[test]
fn bounds_of_what_is_counted_are_no_levels() {
    assert_forms(&[(
        "2024年，规模在100台主机以上的网络数量230个，规模在10万台以上的网络数量68个。",
        &[
            "规模在100台主机以上的网络数量 | level 230 item | 2024",
            "规模在10万台以上的网络数量 | level 68 item | 2024",
        ],
    )]);
}

#[test]
fn places_in_the_world_are_of_what_has_them() {
    assert_forms(&[(
        "2024年，我国某服务指数达到0.7426，指数排名大幅提升至全球第14位。",
        &[
            "某服务指数 | level 0.7426 item | 2024",
            "指数排名 | rank 14 rank | 2024",
        ],
    )]);
}

/// How much faster than in a quarter all grew is not since when a part grew.
#[test]
fn growth_is_not_since_what_its_pace_is_compared_with() {
    assert_forms(&[(
        "2024年上半年，网上零售额达7.1万亿元，同比增长9.8%，比一季度加快2.5个百分点。其中，实物商品网上零售额6.0万亿元，增长8.6%。",
        &[
            "网上零售额 | level 7100000000000 yuan | 2024-H1",
            "网上零售额 | growth_rate 9.8 percent | 2024-H1 < 2023-H1",
            "网上零售额增速 | change 2.5 percentage_point | 2024-H1 < 2024-Q1",
            "实物商品网上零售额 | level 6000000000000 yuan | 2024-H1",
            "实物商品网上零售额 | growth_rate 8.6 percent | 2024-H1 < 2023-H1",
        ],
    )]);
}

#[test]
fn what_is_looked_at_is_no_level() {
    assert_forms(&[(
        "截至2025年6月，网民规模达11.2亿人。从订单量前10名的平台看，某平台用户达2亿人。",
        &[
            "网民规模 | level 1120000000 person | 2025-06",
            "某平台用户 | level 200000000 person | 2025-06",
        ],
    )]);
}

/// 其中 goes on with what was said right before it, its date included.
#[test]
fn a_part_is_of_the_time_of_its_whole() {
    assert_forms(&[(
        "截至2025年5月31日，平台公司共有127家，环比增加8家。系统4月份共收到包裹5.14亿件。其中，乡村站点完成1.36亿件，环比上升6.5%。",
        &[
            "平台公司 | level 127 item | 2025-05-31",
            "平台公司 | change 8 item | 2025-05-31 < 2025-04",
            "系统共收到包裹 | level 514000000 item | 2025-04 (inferred)",
            "乡村站点 | level 136000000 item | 2025-04 (inferred)",
            "乡村站点 | growth_rate 6.5 percent | 2025-04 (inferred) < 2025-03",
        ],
    )]);
}

#[test]
fn what_both_have_is_said_once() {
    assert_forms(&[
        (
            "网络购物与网络支付已经成为使用较多的应用，用户占总体网民的比例均为81.0%。短视频应用迅速崛起，用户数占总体网民的94.1%。",
            &[
                "网络购物用户 | share 81.0 percent | 2025-06 (inferred) | of 总体网民",
                "网络支付用户 | share 81.0 percent | 2025-06 (inferred) | of 总体网民",
                "短视频应用用户数 | share 94.1 percent | 2025-06 (inferred) | of 总体网民",
            ],
        ),
        (
            "2024年，我国某发展指数为0.6935，排名由2022年的第52位提升至第39位。",
            &[
                "某发展指数 | level 0.6935 item | 2024",
                "某发展指数排名 | rank 52 rank | 2022",
                "某发展指数排名 | rank 39 rank | 2024",
            ],
        ),
    ]);
}
