//! Numbers and their subjects that are handed out over commas, brackets and people.

use super::forms::{assert_forms, forms_of};

#[test]
fn numbers_that_a_comma_parts() {
    assert_forms(&[
        (
            "网络购物、网上支付和网上银行用户规模分别达到1.4亿、1.3亿、1.2亿，半年用户规模增幅分别为31%，36%和29%，增速居前。",
            &[
                "网络购物用户规模 | level 140000000 person | 2025-06 (inferred)",
                "网上支付用户规模 | level 130000000 person | 2025-06 (inferred)",
                "网上银行用户规模 | level 120000000 person | 2025-06 (inferred)",
                "网络购物用户规模 | growth_rate 31 percent | 2025-06 (inferred) < 2024-12",
                "网上支付用户规模 | growth_rate 36 percent | 2025-06 (inferred) < 2024-12",
                "网上银行用户规模 | growth_rate 29 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "网民规模已占全球网民总数的23%，亚洲网民总数的55%。",
            &[
                "网民规模 | share 23 percent | 2025-06 (inferred) | of 全球网民总数",
                "网民规模 | share 55 percent | 2025-06 (inferred) | of 亚洲网民总数",
            ],
        ),
        (
            "网络购物用户年增长48%，网上支付增长45%，网上银行47%。",
            &[
                "网络购物用户 | growth_rate 48 percent | 2025-06 (inferred) < 2024-06",
                "网上支付用户 | growth_rate 45 percent | 2025-06 (inferred) < 2024-06",
                "网上银行用户 | growth_rate 47 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
    ]);
}

#[test]
fn what_stands_behind_the_numbers_or_before_their_bracket() {
    assert_forms(&[
        (
            "30%、43%和37%的网民使用过共享单车、网约出租车、网约专车/快车，用户较2024年末分别增长11%、20%和26%。",
            &[
                "网民使用过共享单车 | share 30 percent | 2025-06 (inferred) | of 网民",
                "网民使用过网约出租车 | share 43 percent | 2025-06 (inferred) | of 网民",
                "网民使用过网约专车/快车 | share 37 percent | 2025-06 (inferred) | of 网民",
                "共享单车用户 | growth_rate 11 percent | 2025-06 (inferred) < 2024-12",
                "网约出租车用户 | growth_rate 20 percent | 2025-06 (inferred) < 2024-12",
                "网约专车/快车用户 | growth_rate 26 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "手机即时通信的用户规模最大，达6.0亿人，而紧接着的是手机网络新闻（用户规模5.1亿、使用率78%）。",
            &[
                "手机即时通信的用户规模 | level 600000000 person | 2025-06 (inferred)",
                "手机网络新闻用户规模 | level 510000000 person | 2025-06 (inferred)",
                "手机网络新闻使用率 | share 78 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_clauses_without_numbers_lead_to() {
    assert_forms(&[
        (
            "手机搜索、手机支付、手机购物等手机应用也都发展很快，半年增长率分别为11%、63%、42%。",
            &[
                "手机搜索 | growth_rate 11 percent | 2025-06 (inferred) < 2024-12",
                "手机支付 | growth_rate 63 percent | 2025-06 (inferred) < 2024-12",
                "手机购物 | growth_rate 42 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "报告认为网络求职在大学生中的普及率为29.5%。",
            &["网络求职在大学生中的普及率 | level 29.5 percent | 2025-06 (inferred)"],
        ),
        (
            "网民以10-39岁年龄段为主要群体，比例达到78%。",
            &["10-39岁年龄段 | share 78 percent | 2025-06 (inferred)"],
        ),
        (
            "平板电脑成为网民上网的设备，2024年底使用率已达34%。",
            &["平板电脑使用率 | share 34 percent | 2024-12"],
        ),
        (
            "即时通信用户规模在移动端的带动下提升至5.3亿，使用率高达86%。",
            &[
                "即时通信用户规模 | level 530000000 person | 2025-06 (inferred)",
                "即时通信使用率 | share 86 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn all_that_were_just_named() {
    assert_forms(&[
        (
            "网络购物9.1亿，增6900万；网约车5.2亿，增9000万，二者增长率分别为8.2%、20.7%。",
            &[
                "网络购物 | level 910000000 person | 2025-06 (inferred)",
                "网络购物用户 | change 69000000 person | 2025-06 (inferred)",
                "网约车用户 | level 520000000 person | 2025-06 (inferred)",
                "网约车用户 | change 90000000 person | 2025-06 (inferred)",
                "网络购物用户 | growth_rate 8.2 percent | 2025-06 (inferred)",
                "网约车用户 | growth_rate 20.7 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "能独立完成出示健康码和查找信息的老年网民分别占69%和46%。",
            &[
                "能独立完成出示健康码的老年网民 | share 69 percent | 2025-06 (inferred)",
                "能独立完成查找信息的老年网民 | share 46 percent | 2025-06 (inferred)",
            ],
        ),
        // No longer of all, as a rate of the Internet would be.
        (
            "未成年网民规模1.9亿，普及率97%。",
            &[
                "未成年网民规模 | level 190000000 person | 2025-06 (inferred)",
                "未成年普及率 | level 97 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "宽带上网用户达5300万人，首超拨号用户（4950万）。",
            &[
                "宽带上网用户 | level 53000000 person | 2025-06 (inferred)",
                "拨号用户 | level 49500000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "手机网民6.9亿，连续三年增长率超10%。短视频用户增长最明显，达9.6亿。",
            &[
                "手机网民 | level 690000000 person | 2025-06 (inferred)",
                "手机网民 | growth_rate 10 percent over | 2025-06 (inferred)",
                "短视频用户 | level 960000000 person | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn firms_and_bounds_are_who_was_asked() {
    assert_forms(&[
        (
            "企业使用计算机办公的比例为99%，使用互联网的比例为95%。",
            &[
                "企业使用计算机办公的比例 | share 99 percent | 2025-06 (inferred) | of 企业",
                "企业使用互联网的比例 | share 95 percent | 2025-06 (inferred) | of 企业",
            ],
        ),
        (
            "中小企业使用互联网的比例为95%。",
            &["中小企业使用互联网的比例 | share 95 percent | 2025-06 (inferred) | of 中小企业"],
        ),
        (
            "7人及以下微型企业的互联网使用比例最低，为66.4%。",
            &["7人及以下微型企业的互联网使用比例 | share 66.4 percent | - | of 7人及以下微型企业"],
        ),
        (
            "月收入2001-5000元的网民占33%，5000元以上的27%，1000元以下的20%。",
            &[
                "月收入2001-5000元的网民 | share 33 percent | 2025-06 (inferred)",
                "5000元以上 | share 27 percent | 2025-06 (inferred)",
                "1000元以下 | share 20 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_it_was_and_what_is_said_of_the_year() {
    assert_forms(&[
        (
            "截至2025年6月，全年网上零售额15.4万亿元，同比增长11%。",
            &[
                "全年网上零售额 | level 15400000000000 yuan | 2025-06",
                "全年网上零售额 | growth_rate 11 percent | 2025-06 < 2024-06",
            ],
        ),
        (
            "更新过博客的比例较2024年底提高11.7%。",
            &["更新过博客的比例 | change 11.7 percent | - < 2024-12"],
        ),
    ]);
    assert_eq!(
        forms_of(
            53,
            "截至2023年12月，全年网上零售额15.4万亿元，同比增长11%。"
        ),
        [
            "全年网上零售额 | level 15400000000000 yuan | 2023 (inferred)",
            "全年网上零售额 | growth_rate 11 percent | 2023 (inferred) < 2022",
        ]
    );
    assert_eq!(
        forms_of(
            42,
            "截至今年6月，手机网民7.9亿，占比由去年的97.5%提升至98.3%。"
        ),
        [
            "手机网民 | level 790000000 person | 2018-06 (inferred)",
            "手机网民 | share 97.5 percent | 2017-12 (inferred)",
            "手机网民 | share 98.3 percent | 2018-06 (inferred)",
        ]
    );
}

#[test]
fn words_that_lead_to_a_number_and_are_none_of_it() {
    assert_forms(&[
        (
            "一、网民规模11.2亿，普及率79%，低于全球81%的平均水平。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "网民普及率 | level 79 percent | 2025-06 (inferred)",
                "全球平均水平 | level 81 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "月收入2001-5000元的网民占33%，有收入但低于1000元的占20%。",
            &[
                "月收入2001-5000元的网民 | share 33 percent | 2025-06 (inferred)",
                "有收入但低于1000元 | share 20 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网民中，即时通信以90%位居第一。",
            &["即时通信 | share 90 percent | 2025-06 (inferred) | of 网民"],
        ),
    ]);
}

#[test]
fn what_stands_between_the_known() {
    assert_forms(&[
        (
            "网络音乐使用率86%，即时通信81%，某某应用76%，网络新闻73%。",
            &[
                "网络音乐使用率 | share 86 percent | 2025-06 (inferred)",
                "即时通信使用率 | share 81 percent | 2025-06 (inferred)",
                "某某应用 | share 76 percent | 2025-06 (inferred)",
                "网络新闻使用率 | share 73 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网民达1.62亿，仅次于美国2.11亿；半年增加2500万。",
            &[
                "网民 | level 162000000 person | 2025-06 (inferred)",
                "美国网民 | level 211000000 person | -",
                "网民 | change 25000000 person | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "网络购物、网上支付半年用户增长率均在30%左右。",
            &[
                "网络购物用户 | growth_rate 30 percent about | 2025-06 (inferred) < 2024-12",
                "网上支付用户 | growth_rate 30 percent about | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "手机使用率85.8%，平板34.8%；台式机和笔记本分别为70.8%和43.2%。",
            &[
                "手机使用率 | share 85.8 percent | 2025-06 (inferred)",
                "平板使用率 | share 34.8 percent | 2025-06 (inferred)",
                "台式机使用率 | share 70.8 percent | 2025-06 (inferred)",
                "笔记本使用率 | share 43.2 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn numbers_of_two_kinds_side_by_side() {
    assert_forms(&[
        (
            "手机网络视频4.4亿、67%。网民每周上网13.2小时、4.1天。",
            &[
                "手机网络视频 | level 440000000 person | 2025-06 (inferred)",
                "手机网络视频 | share 67 percent | 2025-06 (inferred)",
                "网民每周上网 | level 13.2 hour | 2025-06 (inferred)",
                "网民每周上网 | level 4.1 day | 2025-06 (inferred)",
            ],
        ),
        (
            "网上支付1.8亿、网上银行1.9亿，用户增速12%和14%。",
            &[
                "网上支付 | level 180000000 person | 2025-06 (inferred)",
                "网上银行用户 | level 190000000 person | 2025-06 (inferred)",
                "网上支付用户 | growth_rate 12 percent | 2025-06 (inferred)",
                "网上银行用户 | growth_rate 14 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "手机上网1.17亿人，较2024年底增长133%。网上外卖以31%的半年增长率成为增长最快的应用。",
            &[
                "手机上网 | level 117000000 person | 2025-06 (inferred)",
                "手机上网 | growth_rate 133 percent | 2025-06 (inferred) < 2024-12",
                "网上外卖 | growth_rate 31 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
    ]);
    assert_eq!(
        forms_of(
            43,
            "网站520万个，较2017年底下降1.9%。2018年移动互联网接入流量711亿GB，增长189%。在架App 449万款。"
        ),
        [
            "网站 | level 5200000 item | 2018-12 (inferred)",
            "网站 | growth_rate -1.9 percent | 2018-12 (inferred) < 2017-12",
            "移动互联网接入流量 | level 71100000000 gigabyte | 2018",
            "移动互联网接入流量 | growth_rate 189 percent | 2018 < 2017",
            "在架App | level 4490000 item | 2018-12 (inferred)",
        ]
    );
}

#[test]
fn groups_listed_before_a_comma() {
    assert_forms(&[
        (
            "未成年网民中，玩网络游戏的占61.5%；在小学、初中和高中阶段，拥有自有设备的比例分别为71.2%、84.0%和92.5%。",
            &[
                "玩网络游戏 | share 61.5 percent | 2025-06 (inferred) | of 未成年网民",
                "小学阶段拥有自有设备的比例 | share 71.2 percent | 2025-06 (inferred) | of 未成年网民",
                "初中阶段拥有自有设备的比例 | share 84.0 percent | 2025-06 (inferred) | of 未成年网民",
                "高中阶段拥有自有设备的比例 | share 92.5 percent | 2025-06 (inferred) | of 未成年网民",
            ],
        ),
        (
            "在城镇和农村网民中，使用甲应用的比例分别为81.9%和57.8%。",
            &[
                "城镇网民使用甲应用的比例 | share 81.9 percent | 2025-06 (inferred) | of 城镇网民",
                "农村网民使用甲应用的比例 | share 57.8 percent | 2025-06 (inferred) | of 农村网民",
            ],
        ),
        (
            "在一线、二线城市，甲应用的使用比例分别为53.2%和31.5%。",
            &[
                "一线城市甲应用的使用比例 | share 53.2 percent | -",
                "二线城市甲应用的使用比例 | share 31.5 percent | -",
            ],
        ),
    ]);
}

#[test]
fn what_developed_is_what_is_counted() {
    assert_forms(&[
        (
            "短视频行业蓬勃发展，用户规模达9.6亿。",
            &["短视频用户规模 | level 960000000 person | 2025-06 (inferred)"],
        ),
        (
            "短视频、网络直播快速发展，用户规模分别为9.6亿和7.1亿。",
            &[
                "短视频用户规模 | level 960000000 person | 2025-06 (inferred)",
                "网络直播用户规模 | level 710000000 person | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_turns_elsewhere_is_still_of_the_edition() {
    assert_eq!(
        forms_of(
            56,
            "截至2025年6月，域名总数为3300万个。与此同时，甲类产品的比重为28.9%。"
        ),
        [
            "域名总数 | level 33000000 item | 2025-06",
            "甲类产品的比重 | share 28.9 percent | 2025-06",
        ]
    );
}
