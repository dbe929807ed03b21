//! Forms that other editions print: lists that share more than their tail, years that
//! date no number, amounts in words with their number in brackets. Invented
//! sentences, as edition 56 (of 2025-06) would print them.

use crate::forms::{assert_forms, read};

#[test]
fn lists_whose_unit_or_difference_stands_behind_them() {
    assert_forms(&[
        (
            "截至2025年6月，月收入在2001-3000、3001-5000元的群体占比分别为17.2%和20.1%。",
            &[
                "月收入在2001-3000的群体占比 | share 17.2 percent | 2025-06",
                "月收入在3001-5000元的群体占比 | share 20.1 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，农村网民在网络音乐、网络视频领域的使用率分别为60.1%、90.2%，与城镇网民差异较小，分别相差2.5和1.8个百分点。",
            &[
                "农村网民在网络音乐领域的使用率 | share 60.1 percent | 2025-06 | of 农村网民",
                "农村网民在网络视频领域的使用率 | share 90.2 percent | 2025-06 | of 农村网民",
                "农村网民在网络音乐领域的使用率相差 | change 2.5 percentage_point | 2025-06",
                "农村网民在网络视频领域的使用率相差 | change 1.8 percentage_point | 2025-06",
            ],
        ),
        (
            "截至2025年6月，电商直播、短视频及网络购物用户规模较2024年12月增长均超过5%。",
            &[
                "电商直播用户规模 | growth_rate 5 percent over | 2025-06 < 2024-12",
                "短视频用户规模 | growth_rate 5 percent over | 2025-06 < 2024-12",
                "网络购物用户规模 | growth_rate 5 percent over | 2025-06 < 2024-12",
            ],
        ),
    ]);
}

#[test]
fn whose_share_it_is_stands_at_the_start() {
    assert_forms(&[
        (
            "中国网民通过台式电脑接入互联网的比例为32.1%。",
            &[
                "网民通过台式电脑接入互联网的比例 | share 32.1 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
        (
            "短视频用户中，有53.1%的用户在过去半年内付费观看过视频。",
            &[
                "用户在过去半年内付费观看过视频 | share 53.1 percent | 2025-06 (inferred) | of 短视频用户",
            ],
        ),
    ]);
}

#[test]
fn years_that_date_no_number() {
    assert_forms(&[
        (
            "在2019年兴起并快速发展的电商直播用户规模为6.2亿。",
            &["电商直播用户规模 | level 620000000 person | 2025-06 (inferred)"],
        ),
        (
            "2025年初，受假期影响，网络购物用户规模较2024年6月减少792万。",
            &["网络购物用户规模 | change -7920000 person | 2025 < 2024-06"],
        ),
        (
            "2025年，各类应用的用户规模较2023年底增长迅速，增幅在10%以上。",
            &["各类应用的用户规模 | growth_rate 10 percent over | 2025 < 2023-12"],
        ),
        (
            "2024年，某产业收入35万亿元，同比增长5.5%；预计2025年增速将保持在6%左右。",
            &[
                "某产业收入 | level 35000000000000 yuan | 2024",
                "某产业收入 | growth_rate 5.5 percent | 2024 < 2023",
                "某产业收入 | growth_rate 6 percent about F | 2025",
            ],
        ),
        (
            "2025年上半年，网上零售额达7.1万亿元，同比增长13.1%，两年平均增长9.2%。",
            &[
                "网上零售额 | level 7100000000000 yuan | 2025-H1",
                "网上零售额 | growth_rate 13.1 percent | 2025-H1 < 2024-H1",
                "网上零售额 | growth_rate 9.2 percent | 2025-H1",
            ],
        ),
    ]);
}

#[test]
fn what_is_of_a_whole_year() {
    assert_forms(&[
        (
            "截至2024年12月，光缆线路总长度达7288万公里，全年新建光缆线路856.2万公里。",
            &[
                "光缆线路总长度 | level 72880000 kilometre | 2024-12",
                "全年新建光缆线路 | level 8562000 kilometre | 2024 (inferred)",
            ],
        ),
        (
            "2025年上半年，某产业规模超1.2万亿元，预计全年将突破2.5万亿元。",
            &[
                "某产业规模 | level 1200000000000 yuan over | 2025-H1",
                "某产业规模 | level 2500000000000 yuan over F | 2025 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn rates_of_a_whole_other_than_the_survey() {
    assert_forms(&[
        (
            "截至2025年6月，生成式人工智能用户规模达5.1亿人，普及率为36.2%。",
            &[
                "生成式人工智能用户规模 | level 510000000 person | 2025-06",
                "生成式人工智能普及率 | level 36.2 percent | 2025-06",
            ],
        ),
        (
            "2012年上半年，通过手机接入互联网的网民数量达到3.81亿，相比之下台式电脑为3.79亿。",
            &[
                "通过手机接入互联网的网民数量 | level 381000000 person | 2012-H1",
                "通过台式电脑接入互联网的网民数量 | level 379000000 person | 2012-H1",
            ],
        ),
    ]);
}

#[test]
fn subjects_that_other_words_follow() {
    assert_forms(&[
        (
            "2025年，重点平台连接设备超过9000万台（套）。",
            &["重点平台连接设备 | level 90000000 item over | 2025"],
        ),
        (
            "截至2025年6月，在架应用数量为351万款，其中，游戏类应用数量继续领先，达88.6万款，占全部应用的25.2%。",
            &[
                "在架应用数量 | level 3510000 item | 2025-06",
                "游戏类应用数量 | level 886000 item | 2025-06",
                "游戏类应用数量 | share 25.2 percent | 2025-06 | of 全部应用",
            ],
        ),
        (
            "截至2025年6月，贫困村通光纤比例由试点之前的不足70%提升至98%，学校通宽带比例从25%提升到97%。",
            &[
                "贫困村通光纤比例 | share 70 percent under | -",
                "贫困村通光纤比例 | share 98 percent | 2025-06",
                "学校通宽带比例 | share 25 percent | -",
                "学校通宽带比例 | share 97 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，试点范围已扩大至17个省市的26个地区。",
            &[
                "试点范围 | level 17 item | 2025-06",
                "试点范围地区 | level 26 item | 2025-06",
            ],
        ),
        (
            "截至2025年6月，上网的网民占82.1%，其中18-29岁的占比超过六成（61.2%）。",
            &[
                "上网的网民 | share 82.1 percent | 2025-06",
                "18-29岁的占比 | share 61.2 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn subjects_less_where_and_of_what_kind() {
    assert_forms(&[
        (
            "手机购物在移动商务市场发展迅速，用户规模达到2.05亿，使用比例由2024年12月的28.9%提升至38.9%。",
            &[
                "手机购物用户规模 | level 205000000 person | 2025-06 (inferred)",
                "手机购物使用比例 | share 28.9 percent | 2024-12",
                "手机购物使用比例 | share 38.9 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，上海互联网普及率为84.5%，浙江、天津分别为83.8%和82.7%。",
            &[
                "上海互联网普及率 | level 84.5 percent | 2025-06",
                "浙江互联网普及率 | level 83.8 percent | 2025-06",
                "天津互联网普及率 | level 82.7 percent | 2025-06",
            ],
        ),
        (
            "在遭受网络诈骗的用户中，虚拟中奖诈骗依然是受众最为广泛的类型，占比为41.1%。",
            &["虚拟中奖诈骗 | share 41.1 percent | 2025-06 (inferred) | of 遭受网络诈骗的用户"],
        ),
    ]);
}

#[test]
fn points_are_of_the_rate_and_counts_of_none() {
    assert_forms(&[
        (
            "截至2025年6月，网民中农村人口占比为27.6%，相比2024年12月略有提升，较2024年12月增加约1.2个百分点。",
            &[
                "网民中农村人口占比 | share 27.6 percent | 2025-06 | of 网民",
                "网民中农村人口占比 | change 1.2 percentage_point about | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，网民11.23亿，普及率79.7%，上半年新增1436万，比2024年12月提升1.1个百分点。",
            &[
                "网民 | level 1123000000 person | 2025-06",
                "网民普及率 | level 79.7 percent | 2025-06",
                "网民 | change 14360000 person | 2025-06 (inferred) < 2024-12",
                "网民普及率 | change 1.1 percentage_point | 2025-06 < 2024-12",
            ],
        ),
        (
            "2024年，“快递进村”比例超过80%，新增15.5万个建制村。",
            &[
                "“快递进村”比例 | share 80 percent over | 2024",
                "建制村 | change 155000 item | 2024",
            ],
        ),
    ]);
}

#[test]
fn periods_told_by_others_and_other_names() {
    assert_forms(&[
        (
            "2025年上半年，某公司付费渗透率由上年同期的4.2%提升至6.2%。",
            &[
                "某公司付费渗透率 | share 4.2 percent | 2024-H1 (inferred)",
                "某公司付费渗透率 | share 6.2 percent | 2025-H1",
            ],
        ),
        (
            "三家基础电信企业的蜂窝物联网终端用户数达28.4亿户，国际互联网出口带宽为20,738Gbps。",
            &[
                "三家基础电信企业的蜂窝物联网终端用户数 | level 2840000000 item | 2025-06 (inferred)",
                "国际互联网出口带宽 | level 20738 gigabit_per_second | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn lists_that_numbers_are_handed_out_to() {
    assert_forms(&[
        (
            "截至2025年6月，60岁及以上、50-59岁网民群体占比由2024年12月的14.1%、18.3%变为15.3%、19.1%。",
            &[
                "60岁及以上网民群体占比 | share 14.1 percent | 2024-12",
                "50-59岁网民群体占比 | share 18.3 percent | 2024-12",
                "60岁及以上网民群体占比 | share 15.3 percent | 2025-06",
                "50-59岁网民群体占比 | share 19.1 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，位于北京的企业最多，占总体的34.5%；杭州、深圳紧随其后，均占总体的10.8%。",
            &[
                "位于北京的企业 | share 34.5 percent | 2025-06 | of 总体",
                "杭州 | share 10.8 percent | 2025-06 | of 总体",
                "深圳 | share 10.8 percent | 2025-06 | of 总体",
            ],
        ),
        (
            "截至2025年6月，“90后”“00后”网购频率分别高出整体1.8和2.3个百分点。",
            &[
                "“90后”网购频率高于整体 | change 1.8 percentage_point | 2025-06",
                "“00后”网购频率高于整体 | change 2.3 percentage_point | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn what_the_clause_before_says_holds_on() {
    assert_forms(&[
        (
            "2024年，某产业核心规模预计突破1.2万亿元，同比增长近30%。",
            &[
                "某产业核心规模 | level 1200000000000 yuan over F | 2024",
                "某产业核心规模 | growth_rate 30 percent nearly F | 2024 < 2023",
            ],
        ),
        (
            "截至2025年6月，城乡差距达到15.2个百分点，较2024年12月缩小0.2个百分点。",
            &[
                "城乡差距 | change 15.2 percentage_point | 2025-06",
                "城乡差距 | change -0.2 percentage_point | 2025-06 < 2024-12",
            ],
        ),
        (
            "2024年，在开展过营销推广活动的企业中，使用率最高的是利用聊天工具推广，达65.5%。",
            &["利用聊天工具推广 | share 65.5 percent | 2024 | of 开展过营销推广活动的企业"],
        ),
    ]);
}

#[test]
fn bounds_and_whom_something_is_for() {
    assert_forms(&[
        (
            "“618”期间，83个品牌累计成交额破10亿元。",
            &[
                "品牌累计成交额 | level 83 item | 2025 (618期间)",
                "品牌累计成交额 | level 1000000000 yuan over | 2025 (618期间)",
            ],
        ),
        (
            "截至2025年5月，某无人机可为近2万户居民服务。",
            &["某无人机 | level 20000 item nearly | 2025-05"],
        ),
        (
            "截至2025年5月，订单合规率超过80%的城市有7个。",
            &["订单合规率超过80%的城市 | level 7 item | 2025-05"],
        ),
    ]);
}

#[test]
fn what_is_of_a_kind_is_spoken_of() {
    assert_forms(&[(
        "截至2025年6月，遭遇诈骗的网民占比为22.1%；其中，中奖信息诈骗仍是网民最常遭遇的类型，占比为40.7%。",
        &[
            "遭遇诈骗的网民占比 | share 22.1 percent | 2025-06",
            "中奖信息诈骗 | share 40.7 percent | 2025-06",
        ],
    )]);
}

#[test]
fn what_leads_to_a_subject_is_none_of_it() {
    assert_forms(&[(
        "截至2025年6月，尤其是农村网民规模增长迅速，达到3.1亿人。",
        &["农村网民规模 | level 310000000 person | 2025-06"],
    )]);
}

#[test]
fn amounts_in_words_are_each_of_their_own() {
    assert_forms(&[(
        "截至2025年6月，男性占比超过五成（51.1%）、女性占比不足五成（48.9%）。",
        &[
            "男性占比 | share 51.1 percent | 2025-06",
            "女性占比 | share 48.9 percent | 2025-06",
        ],
    )]);
}

/// 表达 is cut at no 达 that begins another word.
#[test]
fn words_end_where_a_verb_begins() {
    assert_forms(&[
        (
            "2024年，智能电表达到6亿只。",
            &["智能电表 | level 600000000 item | 2024"],
        ),
        (
            "2024年，残疾人均达800万人。",
            &["残疾人 | level 8000000 person | 2024"],
        ),
    ]);
}

#[test]
fn numbers_listed_share_what_the_last_one_says() {
    assert_forms(&[
        (
            "截至2024年12月，甲线路、乙线路和丙线路长度分别达120万、2400万和4100万公里。",
            &[
                "甲线路长度 | level 1200000 kilometre | 2024-12",
                "乙线路长度 | level 24000000 kilometre | 2024-12",
                "丙线路长度 | level 41000000 kilometre | 2024-12",
            ],
        ),
        (
            "2024年，某市先后投放消费券3万份、8万份。",
            &[
                "某市先后投放消费券 | level 30000 item | 2024",
                "某市先后投放消费券 | level 80000 item | 2024",
            ],
        ),
    ]);
}

#[test]
fn brackets_say_how_much_the_words_before_them_mean() {
    assert_forms(&[
        (
            "截至2025年6月，超过八成（81.3%）的网民在过去半年内未遭遇过网络诈骗。",
            &["网民在过去半年内未遭遇过网络诈骗 | share 81.3 percent | 2025-06 | of 网民"],
        ),
        (
            "2024年，农村快递业务量同比增长30.2%，增速明显高于城镇（18.5%）。",
            &[
                "农村快递业务量 | growth_rate 30.2 percent | 2024 < 2023",
                "城镇 | growth_rate 18.5 percent | 2024 < 2023",
            ],
        ),
    ]);
}

#[test]
fn a_list_says_how_long_it_is() {
    assert_forms(&[(
        "截至2025年6月，广西、云南、西藏三省区互联网普及率依次为75.2%、74.1%和73.0%。",
        &[
            "广西互联网普及率 | level 75.2 percent | 2025-06",
            "云南互联网普及率 | level 74.1 percent | 2025-06",
            "西藏互联网普及率 | level 73.0 percent | 2025-06",
        ],
    )]);
}

/// 中 of 中国 is no 中 of a whole.
#[test]
fn wholes_of_earlier_editions_are_told() {
    assert_forms(&[
        (
            "截至2025年6月，中国网民中月收入在2001-3000元、3001-5000元的群体占比分别为11.4%和20.6%。",
            &[
                "中国网民中月收入在2001-3000元的群体占比 | share 11.4 percent | 2025-06 | of 网民",
                "中国网民中月收入在3001-5000元的群体占比 | share 20.6 percent | 2025-06 | of 网民",
            ],
        ),
        (
            "截至2025年6月，城镇网民的网上炒股使用率为12.0%。",
            &["城镇网民的网上炒股使用率 | share 12.0 percent | 2025-06 | of 城镇网民"],
        ),
    ]);
}

#[test]
fn forms_of_the_first_editions() {
    assert_forms(&[
        (
            "截至2025年6月，上网计算机总数为892万台，同上一次调查结果相比增加了12万台。",
            &[
                "上网计算机总数 | level 8920000 item | 2025-06",
                "上网计算机总数 | change 120000 item | 2025-06 < 2024-12",
            ],
        ),
        (
            "2025年上半年，我国团购用户数量从1800万增长到2100万。",
            &[
                "团购用户数量 | level 18000000 person | -",
                "团购用户数量 | level 21000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "2025年上半年网民新增600万，平均每天新增网民3.3万人。",
            &[
                "网民 | change 6000000 person | 2025-06 < 2024-12",
                "平均每天新增网民 | level 33000 person | 2025-H1",
            ],
        ),
        (
            "我国上网用户总数为9400万，其中专线上网用户为3050万。",
            &[
                "上网用户总数 | level 94000000 person | 2025-06 (inferred)",
                "专线上网用户 | level 30500000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，手机网民规模保持增长，为11.1亿，两年来增加0.5亿。",
            &[
                "手机网民规模 | level 1110000000 person | 2025-06",
                "手机网民规模 | change 50000000 person | 2025-06",
            ],
        ),
        (
            "截至2025年6月，受访中小企业中，电脑使用比例为95.1%。",
            &["电脑使用比例 | share 95.1 percent | 2025-06 | of 受访中小企业"],
        ),
        (
            "每周上网时长超过20小时的网民占比达到60.3%。",
            &["每周上网时长超过20小时的网民占比 | share 60.3 percent | 2025-06 (inferred)"],
        ),
        (
            "2025年6月，域名总量为3200万个，以半年增长60万个的速度增长。",
            &[
                "域名总量 | level 32000000 item | 2025-06",
                "域名总量 | change 600000 item | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，团购成为增长最快的应用，用户数达到5200万。",
            &["团购用户数 | level 52000000 person | 2025-06"],
        ),
    ]);
}

/// 2 人 of 每 5 名 is how many of so many, and no number of people.
#[test]
fn some_of_so_many_are_no_count() {
    let report = read("每5名网民中有2人使用团购。");
    assert!(report.observations.is_empty());
    assert_eq!(report.ledger.unexplained[0].text, "2");
}
