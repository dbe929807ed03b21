//! What looks like a known form and is none: invented sentences, as edition 56 (of
//! 2025-06) would print them.

use crate::forms::assert_forms;

#[test]
fn what_only_looks_like_a_known_form() {
    assert_forms(&[
        (
            "网络音乐使用率下降明显，达3.1个百分点。",
            &["网络音乐使用率 | change -3.1 percentage_point | 2025-06 (inferred)"],
        ),
        (
            "互联网普及率为71.2%，网民满意度为88%，北京为91%。",
            &[
                "互联网普及率 | level 71.2 percent | 2025-06 (inferred)",
                "网民满意度 | share 88 percent | 2025-06 (inferred)",
                "北京 | share 91 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网络购物用户规模达8.1亿人，问卷调查结果为83分。",
            &[
                "网络购物用户规模 | level 810000000 person | 2025-06 (inferred)",
                "问卷调查结果 | level 83 point | -",
            ],
        ),
    ]);
}

/// 均 behind 其中 is of what follows it, not of the whole before.
#[test]
fn a_part_alone_grew() {
    assert_forms(&[(
        "某支付笔数达1200亿笔，其中，甲支付为500亿笔，均增长4%。",
        &[
            "某支付笔数 | level 120000000000 item | -",
            "甲支付 | level 50000000000 item | -",
            "甲支付 | growth_rate 4 percent | -",
        ],
    )]);
}

#[test]
fn a_share_of_others_is_none_of_all() {
    assert_forms(&[
        (
            "20-29岁网民占比为13.5%，其中男性占51.2%。",
            &[
                "20-29岁网民占比 | share 13.5 percent | 2025-06 (inferred)",
                "男性 | share 51.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "男性网民占比为51.1%；短视频用户中，女性占52.1%。",
            &[
                "男性网民占比 | share 51.1 percent | 2025-06 (inferred)",
                "女性 | share 52.1 percent | 2025-06 (inferred) | of 短视频用户",
            ],
        ),
        (
            "城镇网民占比为71.3%，农村占非网民的45.2%。",
            &[
                "城镇网民占比 | share 71.3 percent | 2025-06 (inferred)",
                "农村 | share 45.2 percent | 2025-06 (inferred) | of 非网民",
            ],
        ),
        (
            "农村网民使用手机上网的比例为99.1%，城镇网民占71.3%。",
            &[
                "农村网民使用手机上网的比例 | share 99.1 percent | 2025-06 (inferred) | of 农村网民",
                "城镇网民 | share 71.3 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_is_said_by_the_way_is_not_spoken_of() {
    assert_forms(&[
        (
            "网络购物用户规模达9.8亿人，用户首要需求是便捷，较2024年12月增长200万人，占网民整体的87.1%。",
            &[
                "网络购物用户规模 | level 980000000 person | 2025-06 (inferred)",
                "网络购物用户规模 | change 2000000 person | 2025-06 (inferred) < 2024-12",
                "网络购物用户规模 | share 87.1 percent | 2025-06 (inferred) | of 网民整体",
            ],
        ),
        (
            "在线旅行预订用户规模达5.4亿人，火车票和机票是用户的主要需求，占网民整体的48.1%。",
            &[
                "在线旅行预订用户规模 | level 540000000 person | 2025-06 (inferred)",
                "在线旅行预订用户规模 | share 48.1 percent | 2025-06 (inferred) | of 网民整体",
            ],
        ),
        (
            "网络音乐和网络文学是全体网民的主要应用，使用率分别为64.1%和52.3%。",
            &[
                "网络音乐使用率 | share 64.1 percent | 2025-06 (inferred)",
                "网络文学使用率 | share 52.3 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "即时通信以96.5%的使用率上升至首位。",
            &["即时通信使用率 | share 96.5 percent | 2025-06 (inferred)"],
        ),
        (
            "网民规模前三的省份新增网民数分别为广东（260万人）、山东（200万人）。",
            &[
                "广东 | level 2600000 person | -",
                "山东 | level 2000000 person | -",
            ],
        ),
        (
            "网民中，仅有10.2%使用虚拟专网，另有20.1%不了解。",
            &[
                "使用虚拟专网 | share 10.2 percent | 2025-06 (inferred) | of 网民",
                "不了解 | share 20.1 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
    ]);
}

/// What is told of all people, or of others, behind a rate of some.
#[test]
fn rates_of_all_behind_those_of_some() {
    assert_forms(&[
        (
            "农村网民网络支付使用率为76.4%，全国网络购物使用率为83.4%。",
            &[
                "农村网民网络支付使用率 | share 76.4 percent | 2025-06 (inferred)",
                "网民网络购物使用率 | share 83.4 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "即时通信使用率为97.3%，其中农村网民使用率为94.5%，网络视频使用率为95.4%。",
            &[
                "即时通信使用率 | share 97.3 percent | 2025-06 (inferred)",
                "农村网民即时通信使用率 | share 94.5 percent | 2025-06 (inferred)",
                "网民网络视频使用率 | share 95.4 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "农村网民中有28.4%使用网络购物，全国网络购物使用率为87.4%。",
            &[
                "使用网络购物 | share 28.4 percent | 2025-06 (inferred) | of 农村网民",
                "网络购物使用率 | share 87.4 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

/// What became so much is no share of the year that it became so in.
#[test]
fn what_came_to_be() {
    assert_forms(&[
        (
            "非网民占比由2020年的29.6%降为2024年的21.4%。",
            &[
                "非网民占比 | share 29.6 percent | 2020",
                "非网民占比 | share 21.4 percent | 2024",
            ],
        ),
        (
            "网络零售额增速由2022年的4.0%回升至2023年的11.0%。",
            &[
                "网络零售额增速 | growth_rate 4.0 percent | 2022",
                "网络零售额增速 | growth_rate 11.0 percent | 2023",
            ],
        ),
        (
            "2024年，份额最高的是甲公司的45.6%，其次是乙公司的23.4%。",
            &[
                "甲公司 | share 45.6 percent | 2024",
                "乙公司 | share 23.4 percent | 2024",
            ],
        ),
        (
            "2024年，建成5000公里以上的光缆占全省的34.5%。",
            &[
                "建成光缆 | level 5000 kilometre over | 2024",
                "光缆 | share 34.5 percent | 2024 | of 全省",
            ],
        ),
    ]);
}

/// 均 behind shares is of what each is a share of, and of no count.
#[test]
fn points_of_rates_alone() {
    assert_forms(&[(
        "网民规模达11亿人，互联网普及率达78.2%，手机上网比例达99.4%，均提升1.2个百分点。",
        &[
            "网民规模 | level 1100000000 person | 2025-06 (inferred)",
            "互联网普及率 | level 78.2 percent | 2025-06 (inferred)",
            "手机上网比例 | share 99.4 percent | 2025-06 (inferred)",
            "互联网普及率 | change 1.2 percentage_point | 2025-06 (inferred)",
            "手机上网比例 | change 1.2 percentage_point | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn what_others_do_and_places_that_each_names() {
    assert_forms(&[
        (
            "60%的网民了解人工智能，其中30%不了解其原理。",
            &[
                "网民了解人工智能 | share 60 percent | 2025-06 (inferred) | of 网民",
                "不了解其原理 | share 30 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网民在家里、在单位上网的比例分别为80%和40%。",
            &[
                "网民在家里上网的比例 | share 80 percent | 2025-06 (inferred) | of 网民",
                "在单位上网的比例 | share 40 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "2024年，满意度超过90%的服务有30项。",
            &["满意度超过90%的服务 | level 30 item | 2024"],
        ),
    ]);
}
