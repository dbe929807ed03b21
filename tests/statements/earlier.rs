//! Forms of earlier editions: growth that is said twice, amounts between bounds, what a
//! number after another goes on with. Invented sentences, as edition 56 (of 2025-06)
//! would print them.

use crate::forms::assert_forms;

#[test]
fn growth_that_is_said_twice() {
    assert_forms(&[
        (
            "截至2025年6月，某网站数量达到362万个，年增长率超过50%，达到56.3%。",
            &[
                "某网站数量 | level 3620000 item | 2025-06",
                "某网站数量 | growth_rate 50 percent over | 2025-06 < 2024-06",
                "某网站数量 | growth_rate 56.3 percent | 2025-06 < 2024-06",
            ],
        ),
        (
            "截至2025年6月，农村网民数量同比增长12.5%，远高于城镇网民3.4%的增长率。",
            &[
                "农村网民数量 | growth_rate 12.5 percent | 2025-06 < 2024-06",
                "城镇网民数量 | growth_rate 3.4 percent | 2025-06 < 2024-06",
            ],
        ),
    ]);
}

#[test]
fn what_a_number_goes_on_with() {
    assert_forms(&[
        (
            "微博用户规模达1.2亿。电子邮件使用率从2024年的31.5%降至28.7%，用户数量减少310.5万人。",
            &[
                "微博用户规模 | level 120000000 person | 2025-06 (inferred)",
                "电子邮件使用率 | share 31.5 percent | 2024",
                "电子邮件使用率 | share 28.7 percent | 2025-06 (inferred)",
                "电子邮件用户数量 | change -3105000 person | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "截至2025年6月底，网民人均每周上网时长由2024年底的28.4小时增至28.9小时。上半年新增网民1436万。",
            &[
                "网民人均每周上网时长 | level 28.4 hour | 2024-12",
                "网民人均每周上网时长 | level 28.9 hour | 2025-06",
                "网民 | change 14360000 person | 2025-06 (inferred) < 2024-12",
            ],
        ),
    ]);
}

#[test]
fn changes_that_nouns_name() {
    assert_forms(&[
        (
            "截至2025年6月，网络游戏用户规模达5.7亿，使用率从2024年12月的52.1%升至52.7%，增长规模为810万人。",
            &[
                "网络游戏用户规模 | level 570000000 person | 2025-06",
                "网络游戏使用率 | share 52.1 percent | 2024-12",
                "网络游戏使用率 | share 52.7 percent | 2025-06",
                "网络游戏用户规模 | change 8100000 person | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，农村网民规模同比增长6.5%，低于城镇8.1%的增长率。",
            &[
                "农村网民规模 | growth_rate 6.5 percent | 2025-06 < 2024-06",
                "城镇网民规模 | growth_rate 8.1 percent | 2025-06 < 2024-06",
            ],
        ),
    ]);
}

#[test]
fn whose_share_it_is_is_said_before() {
    assert_forms(&[
        (
            "截至2025年6月，网民中手机网民达到11.1亿，使用平板电脑上网的占30.5%。",
            &[
                "网民中手机网民 | level 1110000000 person | 2025-06",
                "使用平板电脑上网 | share 30.5 percent | 2025-06 | of 网民",
            ],
        ),
        (
            "网民使用台式电脑上网的占比为33.6%，已婚者占58.7%。",
            &[
                "网民使用台式电脑上网的占比 | share 33.6 percent | 2025-06 (inferred) | of 网民",
                "已婚者 | share 58.7 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_is_spoken_of_changes_with_the_place_and_the_words() {
    assert_forms(&[
        (
            "北京的互联网普及率达到88.2%，网民数为1920万人；上海的互联网普及率为86.5%，同比增长率达2.7%。",
            &[
                "北京的互联网普及率 | level 88.2 percent | 2025-06 (inferred)",
                "北京的网民数 | level 19200000 person | 2025-06 (inferred)",
                "上海的互联网普及率 | level 86.5 percent | 2025-06 (inferred)",
                "上海的互联网普及率 | growth_rate 2.7 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
        (
            "截至2025年6月，网络直播首次超过了网络音乐，网络视频用户增长迅猛，达到10.8亿人，约有1.2亿人付费。",
            &[
                "网络视频用户 | level 1080000000 person | 2025-06",
                "付费 | level 120000000 person about | 2025-06",
            ],
        ),
        (
            "目前全国17.9亿手机用户中，有61.5%的人使用5G网络。",
            &[
                "全国手机用户 | level 1790000000 person | - (目前)",
                "人使用5G网络 | share 61.5 percent | - (目前) | of 手机用户",
            ],
        ),
    ]);
}

/// 目前 holds for its part of the sentence; what follows is of the survey again.
#[test]
fn now_dates_its_own_part() {
    assert_forms(&[(
        "目前城镇居民的互联网普及率为86.2%，农村为69.1%；使用率最低的是某应用，仅为2.1%。",
        &[
            "城镇居民的互联网普及率 | level 86.2 percent | - (目前)",
            "农村居民的互联网普及率 | level 69.1 percent | - (目前)",
            "某应用 | share 2.1 percent | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn one_of_two_that_were_named_together() {
    assert_forms(&[(
        "截至2025年6月，城乡互联网普及率相差较大，城镇已达86.2%，而农村仅为69.1%。",
        &[
            "城镇互联网普及率 | level 86.2 percent | 2025-06",
            "农村互联网普及率 | level 69.1 percent | 2025-06",
        ],
    )]);
}

#[test]
fn years_that_lead_to_a_change() {
    assert_forms(&[
        (
            "2024年互联网普及率较上年提升1.1个百分点，达到78.6%。",
            &[
                "互联网普及率 | change 1.1 percentage_point | 2024 < 2023",
                "互联网普及率 | level 78.6 percent | 2024",
            ],
        ),
        (
            "2025年5月5G用户达到11.2亿户，1-5月累计新增5G用户0.8亿户，5G用户占移动电话用户的比重达到61.8%。",
            &[
                "5G用户 | level 1120000000 item | 2025-05",
                "5G用户 | change 80000000 item | 2025-01..2025-05 (inferred)",
                "5G用户 | share 61.8 percent | 2025-05 | of 移动电话用户",
            ],
        ),
        (
            "一年来网络购物用户规模增长2000万人；五年来农村网民规模增加6000万人。",
            &[
                "网络购物用户规模 | change 20000000 person | 2025-06 (inferred) < 2024-06",
                "农村网民规模 | change 60000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，联网打印机总数达到900万台，是1999年3月第一次调查结果15万台的60倍。",
            &[
                "联网打印机总数 | level 9000000 item | 2025-06",
                "联网打印机总数 | level 150000 item | 1999-03",
                "联网打印机总数 | level 60 multiple | 2025-06",
            ],
        ),
        (
            "30岁以上网民占比有所上升，从2023年底的68.6%攀升至2024年中的71.2%。",
            &[
                "30岁以上网民占比 | share 68.6 percent | 2023-12",
                "30岁以上网民占比 | share 71.2 percent | 2024-06",
            ],
        ),
    ]);
}

#[test]
fn what_stands_in_a_whole_goes_on() {
    assert_forms(&[
        (
            "农村网民在整体网民中的占比略有上升，为28.4%，规模为3.2亿，较2024年12月增加700万。",
            &[
                "农村网民在整体网民中的占比 | share 28.4 percent | 2025-06 (inferred) | of 整体网民",
                "农村网民规模 | level 320000000 person | 2025-06 (inferred)",
                "农村网民规模 | change 7000000 person | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "截至2025年6月，微博在手机网民中的使用率比2024年12月提高了1.3个百分点，达到41.8%。",
            &[
                "微博使用率 | change 1.3 percentage_point | 2025-06 < 2024-12",
                "微博使用率 | share 41.8 percent | 2025-06 | of 手机网民",
            ],
        ),
    ]);
}

#[test]
fn growth_that_slows_to_a_rate() {
    assert_forms(&[(
        "截至2025年6月，手机网民达11.1亿人，半年新增1400万人，增幅放缓至1.3%。",
        &[
            "手机网民 | level 1110000000 person | 2025-06",
            "手机网民 | change 14000000 person | 2025-06 < 2024-12",
            "手机网民 | growth_rate 1.3 percent | 2025-06 < 2024-12",
        ],
    )]);
}

#[test]
fn growth_that_was_another_before() {
    assert_forms(&[
        (
            "2024年，某产业收入增速由2023年的5.2%提升至6.1%。",
            &[
                "某产业收入增速 | growth_rate 5.2 percent | 2023",
                "某产业收入增速 | growth_rate 6.1 percent | 2024",
            ],
        ),
        (
            "2024年，某产业收入同比增长6.1%，比上年加快0.9个百分点。",
            &[
                "某产业收入 | growth_rate 6.1 percent | 2024 < 2023",
                "某产业收入增速 | change 0.9 percentage_point | 2024 < 2023",
            ],
        ),
    ]);
}

#[test]
fn places_alone_are_of_the_rate_before() {
    assert_forms(&[(
        "截至2025年6月，全国互联网普及率为79.7%，其中有12个省份超过全国平均水平，北京最高，为91.2%，最低的云南省为71.5%。",
        &[
            "互联网普及率 | level 79.7 percent | 2025-06",
            "省份 | level 12 item | 2025-06",
            "北京互联网普及率 | level 91.2 percent | 2025-06",
            "云南省互联网普及率 | level 71.5 percent | 2025-06",
        ],
    )]);
}

#[test]
fn what_the_same_people_do() {
    assert_forms(&[
        (
            "截至2025年6月，99.4%的网民使用手机上网，30.5%使用平板电脑。",
            &[
                "网民使用手机上网 | share 99.4 percent | 2025-06 | of 网民",
                "使用平板电脑 | share 30.5 percent | 2025-06 | of 网民",
            ],
        ),
        (
            "截至2025年6月，有1.3亿人每天使用甲应用。",
            &["每天使用甲应用 | level 130000000 person | 2025-06"],
        ),
        (
            "截至2025年6月，手机网民中，62.8%每天至少购物一次。",
            &["每天至少购物一次 | share 62.8 percent | 2025-06 | of 手机网民"],
        ),
    ]);
}

#[test]
fn what_all_grew_by_and_since_when() {
    assert_forms(&[
        (
            "截至2025年6月，网络购物、网络支付的使用率分别为88.3%、92.1%，半年用户规模增幅都在2%左右。",
            &[
                "网络购物使用率 | share 88.3 percent | 2025-06",
                "网络支付的使用率 | share 92.1 percent | 2025-06",
                "网络购物用户规模 | growth_rate 2 percent about | 2025-06 < 2024-12",
                "网络支付用户规模 | growth_rate 2 percent about | 2025-06 < 2024-12",
            ],
        ),
        (
            "半年来，我国网络支付用户规模增加1810万人，达到10.3亿人。",
            &[
                "网络支付用户规模 | change 18100000 person | 2025-06 (inferred) < 2024-12",
                "网络支付用户规模 | level 1030000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，25岁以下网民占比超过半数（50.6%）。",
            &["25岁以下网民占比 | share 50.6 percent | 2025-06"],
        ),
    ]);
}

#[test]
fn numbers_of_each_behind_a_bound_of_all() {
    assert_forms(&[(
        "截至2025年6月，北京、上海互联网普及率超过85%，分别为91.2%和90.4%。",
        &[
            "北京、上海互联网普及率 | level 85 percent over | 2025-06",
            "北京互联网普及率 | level 91.2 percent | 2025-06",
            "上海互联网普及率 | level 90.4 percent | 2025-06",
        ],
    )]);
}

#[test]
fn shares_that_were_another_before() {
    assert_forms(&[
        (
            "截至2025年6月，宽带上网人数达到9.8亿人，占全部上网用户的比例由2024年12月的87.5%上升至87.9%。",
            &[
                "宽带上网人数 | level 980000000 person | 2025-06",
                "宽带上网人数 | share 87.5 percent | 2024-12 | of 全部上网用户",
                "宽带上网人数 | share 87.9 percent | 2025-06 | of 全部上网用户",
            ],
        ),
        (
            "论坛/BBS访问率为12.8%，用户9822万人。",
            &[
                "论坛/BBS访问率 | share 12.8 percent | 2025-06 (inferred)",
                "论坛/BBS用户 | level 98220000 person | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn parts_of_what_the_catalog_counts() {
    assert_forms(&[
        (
            "域名总量达到3200万个，其中60%的域名是CN域名。",
            &[
                "域名总量 | level 32000000 item | 2025-06 (inferred)",
                "域名是CN域名 | share 60 percent | 2025-06 (inferred) | of 域名",
            ],
        ),
        (
            "每月花费在51-100元之间的网民占21.5%。",
            &["每月花费在51-100元之间的网民 | share 21.5 percent | 2025-06 (inferred)"],
        ),
    ]);
}
