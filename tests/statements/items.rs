//! Items that signs part, and words that say no more than how high a number is. Invented
//! sentences, as edition 56 (of 2025-06) would print them.

use crate::forms::assert_forms;

#[test]
fn signs_between_items() {
    assert_forms(&[
        (
            "要点：①网民11.2亿人，普及率79.1%；②网络视频用户10.6亿人；③“.CN”域名2082万个。",
            &[
                "网民 | level 1120000000 person | 2025-06 (inferred)",
                "网民普及率 | level 79.1 percent | 2025-06 (inferred)",
                "网络视频用户 | level 1060000000 person | 2025-06 (inferred)",
                "“.CN”域名 | level 20820000 item | 2025-06 (inferred)",
            ],
        ),
        (
            "【数据】截至2025年6月底 网民11.2亿｜普及率79.1%｜微博用户3.3亿",
            &[
                "网民 | level 1120000000 person | 2025-06",
                "普及率 | level 79.1 percent | 2025-06",
                "微博用户 | level 330000000 person | 2025-06",
            ],
        ),
        (
            "截至2025年6月，网民11.2亿／手机网民11.1亿。",
            &[
                "网民 | level 1120000000 person | 2025-06",
                "手机网民 | level 1110000000 person | 2025-06",
            ],
        ),
        (
            "截至2025年6月，网民11.2亿人②手机网民11.1亿人。",
            &[
                "网民 | level 1120000000 person | 2025-06",
                "手机网民 | level 1110000000 person | 2025-06",
            ],
        ),
        // A unit of another is one unit.
        (
            "2024年，某资费为30元／月。",
            &["某资费 | level 30 yuan_per_month | 2024"],
        ),
    ]);
}

#[test]
fn what_a_dash_adds() {
    assert_forms(&[(
        "普及率为78.6%，首次超过67.9%的全球平均水平——这是好消息。",
        &[
            "普及率 | level 78.6 percent | 2025-06 (inferred)",
            "全球平均水平 | level 67.9 percent | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn an_answer_is_of_what_was_asked() {
    assert_forms(&[
        (
            "问：我国网民有多少？答：到2025年6月底有11.2亿人。",
            &["网民 | level 1120000000 person | 2025-06"],
        ),
        (
            "问：是谁？答：网民规模达11.2亿。",
            &["网民规模 | level 1120000000 person | 2025-06 (inferred)"],
        ),
    ]);
}

#[test]
fn how_fast_it_is_in_words() {
    assert_forms(&[
        (
            "网民规模11.2亿，较2024年底增长1450万，增速相对较低，为1.3%。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "网民规模 | change 14500000 person | 2025-06 (inferred) < 2024-12",
                "网民规模 | growth_rate 1.3 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "农村网民增速较快，达6.4%，占网民的28.2%。",
            &[
                "农村网民 | growth_rate 6.4 percent | 2025-06 (inferred)",
                "农村网民 | share 28.2 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
        (
            "2024年，快递业务量增速较快，达21.3%。",
            &["快递业务量 | growth_rate 21.3 percent | 2024"],
        ),
        (
            "手机网络游戏用户年增幅为14.3%，手机网络音乐为5.1%。",
            &[
                "手机网络游戏用户 | growth_rate 14.3 percent | 2025-06 (inferred) < 2024-06",
                "手机网络音乐 | growth_rate 5.1 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
        // How it moved is no subject.
        (
            "网络视频用户规模10.6亿，增长较快，年增长率为6.4%。",
            &[
                "网络视频用户规模 | level 1060000000 person | 2025-06 (inferred)",
                "网络视频用户规模 | growth_rate 6.4 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
    ]);
}

#[test]
fn the_other_of_a_comparison_has_what_the_first_has() {
    assert_forms(&[
        (
            "即时通信使用率为97.2%，高于网络视频的94.1%。",
            &[
                "即时通信使用率 | share 97.2 percent | 2025-06 (inferred)",
                "网络视频使用率 | share 94.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网络视频用户规模超过网络音乐的7.35亿。",
            &["网络音乐用户规模 | level 735000000 person | 2025-06 (inferred)"],
        ),
    ]);
}

#[test]
fn dashes_between_numbers() {
    assert_forms(&[
        (
            "网民11.2亿——较2024年底增长1450万——普及率79.1%。",
            &[
                "网民 | level 1120000000 person | 2025-06 (inferred)",
                "网民 | change 14500000 person | 2025-06 (inferred) < 2024-12",
                "网民普及率 | level 79.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网民规模——11.2亿人。",
            &["网民规模 | level 1120000000 person | 2025-06 (inferred)"],
        ),
        // A span of years.
        (
            "2024年——2025年，网民规模达11.2亿。",
            &["网民规模 | level 1120000000 person | 2025"],
        ),
    ]);
}

#[test]
fn items_are_of_their_own() {
    assert_forms(&[
        (
            "①农村网民3.1亿，②城镇网民8.1亿，③普及率79.1%。",
            &[
                "农村网民 | level 310000000 person | 2025-06 (inferred)",
                "城镇网民 | level 810000000 person | 2025-06 (inferred)",
                "普及率 | level 79.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "农村网民3.1亿｜普及率79.1%｜手机网民11.1亿。",
            &[
                "农村网民 | level 310000000 person | 2025-06 (inferred)",
                "普及率 | level 79.1 percent | 2025-06 (inferred)",
                "手机网民 | level 1110000000 person | 2025-06 (inferred)",
            ],
        ),
        // Behind a comma it goes on.
        (
            "农村网民3.1亿，普及率68.2%。",
            &[
                "农村网民 | level 310000000 person | 2025-06 (inferred)",
                "农村普及率 | level 68.2 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn parts_that_begin_again() {
    assert_forms(&[(
        "我国网民规模11.2亿，其中手机网民11.1亿；其中常住农村的3.1亿。",
        &[
            "网民规模 | level 1120000000 person | 2025-06 (inferred)",
            "手机网民 | level 1110000000 person | 2025-06 (inferred)",
            "常住农村 | level 310000000 person | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn the_former_and_the_latter() {
    assert_forms(&[
        (
            "手机网民和网民规模分别为11.1亿和11.2亿，后者增长1450万。",
            &[
                "手机网民规模 | level 1110000000 person | 2025-06 (inferred)",
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "网民规模 | change 14500000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "即时通信用户10.9亿，网络视频用户10.6亿，后者使用率为94.1%。",
            &[
                "即时通信用户 | level 1090000000 person | 2025-06 (inferred)",
                "网络视频用户 | level 1060000000 person | 2025-06 (inferred)",
                "网络视频使用率 | share 94.1 percent | 2025-06 (inferred)",
            ],
        ),
        // Of one there is no latter.
        (
            "网络音乐用户规模7.35亿，后者使用率为65.3%。",
            &[
                "网络音乐用户规模 | level 735000000 person | 2025-06 (inferred)",
                "后者使用率 | share 65.3 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn the_same_time_is_no_subject() {
    assert_forms(&[
        (
            "2024年，同期网民规模增长1.3%，较上年同期增长1450万人。",
            &[
                "网民规模 | growth_rate 1.3 percent | 2024",
                "网民规模 | change 14500000 person | 2024 < 2023",
            ],
        ),
        (
            "截至2025年6月，我国网民达11.2亿，同期某国网民为3.1亿。",
            &[
                "网民 | level 1120000000 person | 2025-06",
                "某国网民 | level 310000000 person | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn what_is_looked_at_is_not_of_the_time_before() {
    assert_forms(&[
        (
            "截至2025年5月，某平台用户达2亿。对全球30个重点网络进行监测分析，有12个网络支持该协议。",
            &[
                "某平台用户 | level 200000000 person | 2025-05",
                "全球重点网络 | level 30 item | -",
                "网络支持该协议 | level 12 item | -",
            ],
        ),
        (
            "截至2025年5月，对全球30个重点网络进行监测分析，有12个网络支持该协议。",
            &[
                "全球重点网络 | level 30 item | 2025-05",
                "网络支持该协议 | level 12 item | 2025-05",
            ],
        ),
    ]);
}

#[test]
fn how_it_came_there_is_no_part_of_what() {
    assert_forms(&[
        (
            "互联网普及率再升1.2个百分点，至6月达到79.6%。",
            &[
                "互联网普及率 | change 1.2 percentage_point | 2025-06 (inferred)",
                "互联网普及率 | level 79.6 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "IPv6地址数量为69088块/32，同比仅增0.04%。",
            &[
                "IPv6地址数量 | level 69088 block/32 | 2025-06 (inferred)",
                "IPv6地址数量 | growth_rate 0.04 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
        (
            "网约车用户仅4.05亿，半年流失4727万，在网民整体中占到38.5%。",
            &[
                "网约车用户 | level 405000000 person | 2025-06 (inferred)",
                "网约车用户 | change -47270000 person | 2025-06 (inferred) < 2024-12",
                "网约车用户 | share 38.5 percent | 2025-06 (inferred) | of 网民整体",
            ],
        ),
        (
            "企业开展在线销售、在线采购的比例分别为24.8%和23.1%，超过2024年底1.1和1.6个百分点。",
            &[
                "企业开展在线销售的比例 | share 24.8 percent | 2025-06 (inferred) | of 企业",
                "在线采购的比例 | share 23.1 percent | 2025-06 (inferred)",
                "企业开展在线销售的比例 | change 1.1 percentage_point | 2025-06 (inferred) < 2024-12",
                "在线采购的比例 | change 1.6 percentage_point | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "即时通信仍是第一大应用，用户数一年间升至10.38亿。",
            &["即时通信用户数 | level 1038000000 person | 2025-06 (inferred)"],
        ),
        (
            "每月花费50元以上的付费用户仅占8.4%。",
            &["每月花费50元以上的付费用户 | share 8.4 percent | -"],
        ),
        (
            "图36列出网络音乐用户规模，互联网普及率为79.6%。",
            &["互联网普及率 | level 79.6 percent | 2025-06 (inferred)"],
        ),
    ]);
}
