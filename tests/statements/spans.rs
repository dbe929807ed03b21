//! Half years, years and plans: what was added in them, and what there was at their end.

use super::forms::{assert_forms, forms_of};

#[test]
fn what_a_half_year_adds_is_of_the_survey() {
    assert_forms(&[
        (
            "2025年上半年新增网民1436万，增长率1.3%；手机网民11.1亿，较2024年底增加900万。",
            &[
                "网民 | change 14360000 person | 2025-06 < 2024-12",
                "网民 | growth_rate 1.3 percent | 2025-06 < 2024-12",
                "手机网民 | level 1110000000 person | 2025-06 (inferred)",
                "手机网民 | change 9000000 person | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "2025年上半年网民新增1436万人，互联网普及率79.7%，农村网民3.22亿。",
            &[
                "网民 | change 14360000 person | 2025-06 < 2024-12",
                "互联网普及率 | level 79.7 percent | 2025-06",
                "农村网民 | level 322000000 person | 2025-06",
            ],
        ),
        // What is sold in a half year is no stock.
        (
            "2025年上半年，某产业收入1.2万亿元，新增企业300家。",
            &[
                "某产业收入 | level 1200000000000 yuan | 2025-H1",
                "企业 | change 300 item | 2025-H1",
            ],
        ),
        (
            "互联网普及率为79.7%，上半年新增网民1436万人，较2024年末增长1.3%。",
            &[
                "互联网普及率 | level 79.7 percent | 2025-06 (inferred)",
                "网民 | change 14360000 person | 2025-06 (inferred) < 2024-12",
                "网民 | growth_rate 1.3 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "半年内网络直播用户增长1.1%。",
            &["网络直播用户 | growth_rate 1.1 percent | 2025-06 (inferred) < 2024-12"],
        ),
    ]);
}

#[test]
fn what_there_is_after_a_span_is_of_the_survey() {
    assert_forms(&[(
        "2025年1-5月，移动互联网流量达1500亿GB。在线政务、在线教育用户分别为9.4亿人和3.2亿人。",
        &[
            "移动互联网流量 | level 150000000000 gigabyte | 2025-01..2025-05",
            "在线政务用户 | level 940000000 person | 2025-06 (inferred)",
            "在线教育用户 | level 320000000 person | 2025-06 (inferred)",
        ],
    )]);
    // A year that the sentence prints is kept; one that the sentence before did is not.
    assert_eq!(
        forms_of(
            29,
            "2011年，网民5.1亿，普及率38%。台式电脑上网比例73%，比2010年底降5.2个百分点。域名770万。"
        ),
        [
            "网民 | level 510000000 person | 2011",
            "网民普及率 | level 38 percent | 2011",
            "台式电脑上网比例 | share 73 percent | 2011-12 (inferred)",
            "台式电脑上网比例 | change -5.2 percentage_point | 2011-12 (inferred) < 2010-12",
            "域名 | level 7700000 item | 2011-12 (inferred)",
        ]
    );
}

#[test]
fn plans_and_years_that_something_took() {
    assert_eq!(
        forms_of(
            47,
            "“十三五”期间，网民规模从6.9亿增长至9.9亿，五年增长了43.5%。"
        ),
        [
            "网民规模 | level 690000000 person | 2015-12",
            "网民规模 | level 990000000 person | 2020-12 (inferred)",
            "网民规模 | growth_rate 43.5 percent | 2020-12 (inferred) < 2015-12",
        ]
    );
    assert_eq!(
        forms_of(
            45,
            "2018年底至2020年3月，农村网民规模由2.2亿增至2.5亿，净增3000万。"
        ),
        [
            "农村网民规模 | level 220000000 person | 2018-12",
            "农村网民规模 | level 250000000 person | 2020-03",
            "农村网民规模 | change 30000000 person | 2020-03 < 2018-12",
        ]
    );
    assert_eq!(
        forms_of(
            51,
            "2018—2022五年间，网民规模从8.3亿增长至10.7亿，增加了2.4亿人。"
        ),
        [
            "网民规模 | level 830000000 person | 2018",
            "网民规模 | level 1070000000 person | 2022",
            "网民规模 | change 240000000 person | 2022 < 2018",
        ]
    );
    // Since a plan that the edition does not know of: when is not known.
    assert_eq!(
        forms_of(30, "“十四五”以来，农村网民规模达2.2亿。"),
        ["农村网民规模 | level 220000000 person | -"]
    );
    assert_forms(&[(
        "网民规模9个月增长1400万人，比上一年增加2000万人。",
        &[
            "网民规模 | change 14000000 person | 2025-06 (inferred) < 2024-09",
            "网民规模 | change 20000000 person | 2025-06 (inferred) < 2024-12",
        ],
    )]);
}

#[test]
fn what_the_edition_compares_is_of_its_own_survey() {
    assert_forms(&[
        (
            "网络诈骗占比为16.6%，较2024年12月下降7.1个百分点。",
            &[
                "网络诈骗占比 | share 16.6 percent | 2025-06 (inferred)",
                "网络诈骗占比 | change -7.1 percentage_point | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "以abc.cn结尾的英文域名总数为678个，与半年前相比增加12个，增长率为1.8%。",
            &[
                "以abc.cn结尾的英文域名总数 | level 678 item | 2025-06 (inferred)",
                "以abc.cn结尾的英文域名总数 | change 12 item | 2025-06 (inferred) < 2024-12",
                "以abc.cn结尾的英文域名总数 | growth_rate 1.8 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        // Compared with a year, it may be anybody's.
        (
            "该指数排名第10位，较2023年提升2个名次。",
            &[
                "该指数排名 | rank 10 rank | -",
                "该指数排名 | change 2 rank | - < 2023",
            ],
        ),
        (
            "同半年前的调查结果相比，我国的上网用户总人数半年增加了750万人，和上年同期相比增长27.9%。",
            &[
                "上网用户总人数 | change 7500000 person | 2025-06 (inferred) < 2024-12",
                "上网用户总人数 | growth_rate 27.9 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
        (
            "CN域名1190617个，与去年同期的622,534个相比，增加568,083个，增长率91.3%。",
            &[
                "CN域名 | level 1190617 item | 2025-06 (inferred)",
                "CN域名 | level 622534 item | 2024-06 (inferred)",
                "CN域名 | change 568083 item | 2025-06 (inferred) < 2024-06",
                "CN域名 | growth_rate 91.3 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
    ]);
}

#[test]
fn those_who_did_something_are_the_whole() {
    assert_forms(&[
        (
            "72%的网民发现浏览器配置被修改，31%的网民账号或密码被盗过，61%的青少年网民信任网上的信息。",
            &[
                "网民发现浏览器配置被修改 | share 72 percent | 2025-06 (inferred) | of 网民",
                "网民账号或密码被盗过 | share 31 percent | 2025-06 (inferred) | of 网民",
                "青少年网民信任网上的信息 | share 61 percent | 2025-06 (inferred) | of 青少年网民",
            ],
        ),
        (
            "半年内有58%的网民遇到过病毒攻击。电脑网民中有69%的人只在业余时间上网。",
            &[
                "网民遇到过病毒攻击 | share 58 percent | 2025-06 (inferred) | of 网民",
                "人只在业余时间上网 | share 69 percent | 2025-06 (inferred) | of 电脑网民",
            ],
        ),
        (
            "新入网的2480万网民中，38%的人第一次上网使用的是网络视频。",
            &[
                "新入网网民 | level 24800000 person | 2025-06 (inferred)",
                "人第一次上网使用的是网络视频 | share 38 percent | 2025-06 (inferred) | of 新入网的网民",
            ],
        ),
        (
            "学生在网民群体中占比最高，为21%；其次是自由职业者，占比为17%。",
            &[
                "学生在网民群体中占比 | share 21 percent | 2025-06 (inferred) | of 网民群体",
                "自由职业者 | share 17 percent | 2025-06 (inferred) | of 网民群体",
            ],
        ),
    ]);
}

#[test]
fn parts_and_lists_without_their_measure() {
    assert_forms(&[
        (
            "互联网普及率城镇为85%，农村仅69%。",
            &[
                "城镇互联网普及率 | level 85 percent | 2025-06 (inferred)",
                "农村互联网普及率 | level 69 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "老年群体互联网普及率为52%，农村地区为69.2%。",
            &[
                "老年群体互联网普及率 | level 52 percent | 2025-06 (inferred)",
                "农村地区互联网普及率 | level 69.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "互联网普及率在2023年底和2024年底分别为77.5%和78.6%。",
            &[
                "互联网普及率 | level 77.5 percent | 2023-12",
                "互联网普及率 | level 78.6 percent | 2024-12",
            ],
        ),
        (
            "互联网普及率首破80%。",
            &["互联网普及率 | level 80 percent over | 2025-06 (inferred)"],
        ),
        (
            "即时通信用户7.2亿，搜索引擎用户6.4亿，占比分别为93%和83%。",
            &[
                "即时通信用户 | level 720000000 person | 2025-06 (inferred)",
                "搜索引擎用户 | level 640000000 person | 2025-06 (inferred)",
                "即时通信用户 | share 93 percent | 2025-06 (inferred)",
                "搜索引擎用户 | share 83 percent | 2025-06 (inferred)",
            ],
        ),
        // 手机 is said of the first alone.
        (
            "手机网络支付用户规模达4.2亿，网络视频用户规模5.1亿，网络音乐5.0亿。",
            &[
                "手机网络支付用户规模 | level 420000000 person | 2025-06 (inferred)",
                "网络视频用户规模 | level 510000000 person | 2025-06 (inferred)",
                "网络音乐用户规模 | level 500000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "网速达到4MB/s，平均网速314.8KB/s，每个网民平均带宽为8kbps。",
            &[
                "网速 | level 4 megabyte_per_second | -",
                "平均网速 | level 314.8 kilobyte_per_second | -",
                "每个网民平均带宽 | level 8 kilobit_per_second | -",
            ],
        ),
    ]);
    assert_eq!(
        forms_of(
            41,
            "2017年网上外卖用户增长64.6%，在线旅行预订和网络购物分别增长25.6%和14.3%。"
        ),
        [
            "网上外卖用户 | growth_rate 64.6 percent | 2017-12 < 2016-12",
            "在线旅行预订用户 | growth_rate 25.6 percent | 2017-12 < 2016-12",
            "网络购物用户 | growth_rate 14.3 percent | 2017-12 < 2016-12",
        ]
    );
}

#[test]
fn dates_that_end_with_their_sentence_or_part() {
    assert_eq!(
        forms_of(
            35,
            "截至2014年12月，网民6.5亿。54%的网民信任网上的信息，2007年为35%；43%的网民喜欢在网上评论。"
        ),
        [
            "网民 | level 650000000 person | 2014-12",
            "网民信任网上的信息 | share 54 percent | 2014-12 | of 网民",
            "网民信任网上的信息 | share 35 percent | 2007",
            "网民喜欢在网上评论 | share 43 percent | 2014-12 | of 网民",
        ]
    );
    assert_eq!(
        forms_of(
            36,
            "2014年12月微博用户2.5亿人，使用率38%，2015年6月降到2.0亿人，使用率30%。网民6.7亿，普及率48%。"
        ),
        [
            "微博用户 | level 250000000 person | 2014-12",
            "微博使用率 | share 38 percent | 2014-12",
            "微博用户 | level 200000000 person | 2015-06",
            "微博使用率 | share 30 percent | 2015-06",
            "网民 | level 670000000 person | 2015-06",
            "网民普及率 | level 48 percent | 2015-06",
        ]
    );
    // A month without a year is of the edition's, a year alone of its own sentence.
    assert_forms(&[(
        "2024年某产业规模突破7000亿元。截至3月，340款服务完成备案。",
        &[
            "某产业规模 | level 700000000000 yuan over | 2024",
            "服务完成备案 | level 340 item | 2025-03 (inferred)",
        ],
    )]);
}

#[test]
fn whom_a_rate_or_a_number_is_of() {
    assert_forms(&[
        (
            "微博用户1.2亿。网民2.9亿，普及率22%。",
            &[
                "微博用户 | level 120000000 person | 2025-06 (inferred)",
                "网民 | level 290000000 person | 2025-06 (inferred)",
                "网民普及率 | level 22 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "城市网民9100万人，普及率16%。",
            &[
                "城市网民 | level 91000000 person | 2025-06 (inferred)",
                "城市普及率 | level 16 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "29%的网民认为网上交易安全，84%认为互联网是信息渠道。",
            &[
                "网民认为网上交易安全 | share 29 percent | 2025-06 (inferred) | of 网民",
                "认为互联网是信息渠道 | share 84 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
    ]);
}

#[test]
fn parts_of_those_who_use_something() {
    assert_forms(&[
        (
            "生成式人工智能用户规模达6.0亿人。其中，农村用户1.2亿人，城镇用户4.8亿人。20-29岁网民使用率最高，达82%。",
            &[
                "生成式人工智能用户规模 | level 600000000 person | 2025-06 (inferred)",
                "农村生成式人工智能用户 | level 120000000 person | 2025-06 (inferred)",
                "城镇生成式人工智能用户 | level 480000000 person | 2025-06 (inferred)",
                "20-29岁网民生成式人工智能使用率 | share 82 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "某机构16日发布的报告指出，截至2025年6月，网民11.2亿。",
            &["网民 | level 1120000000 person | 2025-06"],
        ),
    ]);
}

#[test]
fn what_others_count_and_what_flows() {
    assert_forms(&[
        (
            "某公司员工11万人，较2024年12月减少3000人。印度网民8.8亿。",
            &[
                "某公司员工 | level 110000 person | -",
                "某公司员工 | change -3000 person | - < 2024-12",
                "印度网民 | level 880000000 person | -",
            ],
        ),
        (
            "2025年上半年，我国快递业务量增长200亿件。2025年上半年，网民增长1.3%，网上零售额增长8.5%。",
            &[
                "快递业务量 | change 20000000000 item | 2025-H1",
                "网民 | growth_rate 1.3 percent | 2025-06 < 2024-12",
                "网上零售额 | growth_rate 8.5 percent | 2025-H1",
            ],
        ),
        (
            "预计网民规模未来5年增长50%。网民规模3000年增长5%。",
            &[
                "网民规模未来 | growth_rate 50 percent F | -",
                "网民规模 | growth_rate 5 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "我国的11.08亿网民中，农村网民占28%。",
            &[
                "网民 | level 1108000000 person | 2025-06 (inferred)",
                "农村网民 | share 28 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
    ]);
    // A change behind its level, where the year of both was said before.
    assert_eq!(
        forms_of(
            55,
            "2024年，网民规模达11亿人。即时通信用户规模达10.8亿人，增长2100万人。"
        ),
        [
            "网民规模 | level 1100000000 person | 2024",
            "即时通信用户规模 | level 1080000000 person | 2024-12 (inferred)",
            "即时通信用户规模 | change 21000000 person | 2024-12 (inferred) < 2023-12",
        ]
    );
}
