//! Forms of clauses that lean on others: what is compared, within whom, since
//! when, and which date they leave behind. Invented sentences, as edition 56
//! (of 2025-06) would print them.

use crate::forms::{assert_forms, read};

#[test]
fn both_sides_of_a_comparison() {
    assert_forms(&[
        (
            "截至2025年6月，互联网普及率为79.7%，高于全球平均水平（67.9%）11.8个百分点、亚洲平均水平（66.0%）13.7个百分点。",
            &[
                "互联网普及率 | level 79.7 percent | 2025-06",
                "互联网普及率高于全球平均水平 | change 11.8 percentage_point | 2025-06",
                "互联网普及率高于亚洲平均水平 | change 13.7 percentage_point | 2025-06",
                "全球平均水平 | level 67.9 percent | 2025-06",
                "亚洲平均水平 | level 66.0 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，互联网普及率为16%，比全球平均水平19.1%低3.1个百分点。",
            &[
                "互联网普及率 | level 16 percent | 2025-06",
                "全球平均水平 | level 19.1 percent | 2025-06",
                "互联网普及率低于全球平均水平 | change -3.1 percentage_point | 2025-06",
            ],
        ),
        (
            "截至2025年6月，老年群体使用率为20.5%，较全国平均水平低出6.2个百分点，较城镇网民高出1.3个百分点。",
            &[
                "老年群体使用率 | share 20.5 percent | 2025-06",
                "老年群体使用率低于全国平均水平 | change -6.2 percentage_point | 2025-06",
                "老年群体使用率高于城镇网民 | change 1.3 percentage_point | 2025-06",
            ],
        ),
        (
            "截至2025年6月，农村普及率68.1%，城镇85.9%，差距17.8个百分点。",
            &[
                "农村普及率 | level 68.1 percent | 2025-06",
                "城镇普及率 | level 85.9 percent | 2025-06",
                "差距 | change 17.8 percentage_point | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn wholes_that_are_said_once() {
    assert_forms(&[
        (
            "截至2025年6月，网民中男性占51.0%，女性占49.0%。",
            &[
                "网民中男性 | share 51.0 percent | 2025-06 | of 网民",
                "女性 | share 49.0 percent | 2025-06 | of 网民",
            ],
        ),
        (
            "截至2025年6月，网民中具有初中学历的比例为40.2%，具有高中学历的比例为21.3%。",
            &[
                "网民中具有初中学历的比例 | share 40.2 percent | 2025-06 | of 网民",
                "具有高中学历的比例 | share 21.3 percent | 2025-06 | of 网民",
            ],
        ),
        (
            "截至2025年6月，网民数量达11.2亿，占全球网民总数的20.1%、亚洲网民总数的38.5%。",
            &[
                "网民数量 | level 1120000000 person | 2025-06",
                "网民数量 | share 20.1 percent | 2025-06 | of 全球网民总数",
                "网民数量 | share 38.5 percent | 2025-06 | of 亚洲网民总数",
            ],
        ),
        (
            "截至2025年6月，在某产品用户中，20-29岁用户占比为33.6%；用于回答问题的用户占比达80.4%。",
            &[
                "20-29岁用户占比 | share 33.6 percent | 2025-06 | of 某产品用户",
                "用于回答问题的用户占比 | share 80.4 percent | 2025-06 | of 某产品用户",
            ],
        ),
        (
            "微博用户数量达1.95亿，在网民中的使用率从13.8%提升到40.2%，较2024年12月提高26.4个百分点。",
            &[
                "微博用户数量 | level 195000000 person | 2025-06 (inferred)",
                "微博用户使用率 | share 13.8 percent | - | of 网民",
                "微博用户使用率 | share 40.2 percent | 2025-06 (inferred) | of 网民",
                "微博用户使用率 | change 26.4 percentage_point | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "2025年，42.5%的网民遭遇过网络安全问题，70%的月活用户使用搜索功能。",
            &[
                "网民遭遇过网络安全问题 | share 42.5 percent | 2025 | of 网民",
                "月活用户使用搜索功能 | share 70 percent | 2025 | of 月活用户",
            ],
        ),
        (
            "2025年，实物商品网上零售额5.96万亿元，占社零总额比重升至25.3%。",
            &[
                "实物商品网上零售额 | level 5960000000000 yuan | 2025",
                "实物商品网上零售额 | share 25.3 percent | 2025 | of 社零总额",
            ],
        ),
    ]);
}

#[test]
fn since_when_stands_before_what() {
    assert_forms(&[
        (
            "截至2025年6月，网络购物用户规模达9.8亿，半年用户增幅达1.2%。",
            &[
                "网络购物用户规模 | level 980000000 person | 2025-06",
                "网络购物用户 | growth_rate 1.2 percent | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，购买过某产品的网民规模达1.02亿，较2024年12月增加用户1125万人，网民使用率为14.3%。",
            &[
                "购买过某产品的网民规模 | level 102000000 person | 2025-06",
                "购买过某产品用户 | change 11250000 person | 2025-06 < 2024-12",
                "购买过某产品网民使用率 | share 14.3 percent | 2025-06",
            ],
        ),
        (
            "2025年，网民规模从6.88亿增长至9.89亿，五年增长了43.7%。",
            &[
                "网民规模 | level 688000000 person | -",
                "网民规模 | level 989000000 person | 2025",
                "网民规模 | growth_rate 43.7 percent | 2025",
            ],
        ),
        (
            "截至2025年6月，户均流量7.2GB，为全球平均水平的1.2倍；手机游戏用户规模为2.52亿，使用率为47.8%，半年增长3648万。",
            &[
                "户均流量 | level 7.2 gigabyte | 2025-06",
                "户均流量 | level 1.2 multiple | 2025-06",
                "手机游戏用户规模 | level 252000000 person | 2025-06",
                "手机游戏使用率 | share 47.8 percent | 2025-06",
                "手机游戏用户规模 | change 36480000 person | 2025-06 < 2024-12",
            ],
        ),
        (
            "使用习惯逐步养成，网络购物使用率由2024年底的88.6%升至89.3%。",
            &[
                "网络购物使用率 | share 88.6 percent | 2024-12",
                "网络购物使用率 | share 89.3 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "2025年上半年，某产业收入1.2万亿元，同比增长8.5%，增速较上年同期回落1.3个百分点，保持8%以上的高速增长。",
            &[
                "某产业收入 | level 1200000000000 yuan | 2025-H1",
                "某产业收入 | growth_rate 8.5 percent | 2025-H1 < 2024-H1",
                "某产业收入增速 | change -1.3 percentage_point | 2025-H1 < 2024-H1",
                "某产业收入增速 | growth_rate 8 percent over | 2025-H1 < 2024-H1",
            ],
        ),
    ]);
}

#[test]
fn dates_that_are_left_behind() {
    assert_forms(&[
        (
            "截至2025年6月，基站总数达1036万个，上半年净增38.9万个，其中4G基站为602万个。",
            &[
                "基站总数 | level 10360000 item | 2025-06",
                "基站总数 | change 389000 item | 2025-H1 (inferred)",
                "4G基站 | level 6020000 item | 2025-06",
            ],
        ),
        (
            "截至2025年6月，网民规模达11.2亿人。2025年上半年，移动互联网流量达1867亿GB。短视频用户规模达10.7亿人。",
            &[
                "网民规模 | level 1120000000 person | 2025-06",
                "移动互联网流量 | level 186700000000 gigabyte | 2025-H1",
                "短视频用户规模 | level 1070000000 person | 2025-06",
            ],
        ),
        (
            "截至5月，某平台用户达2亿人。同时，某功能已在325个城市上线，短视频用户规模达10.7亿人。",
            &[
                "某平台用户 | level 200000000 person | 2025-05 (inferred)",
                "某功能城市上线 | level 325 item | -",
                "短视频用户规模 | level 1070000000 person | 2025-05 (inferred)",
            ],
        ),
        (
            "2025年，应用不断深化。其中，网络文学、网络支付的用户规模较2024年12月分别增长547万人和750万人。",
            &[
                "网络文学用户规模 | change 5470000 person | 2025 < 2024-12",
                "网络支付的用户规模 | change 7500000 person | 2025 < 2024-12",
            ],
        ),
        (
            "截至2025年6月30日，上网计算机892万台，其中专线上网计算机141万台。",
            &[
                "上网计算机 | level 8920000 item | 2025-06",
                "专线上网计算机 | level 1410000 item | 2025-06",
            ],
        ),
        (
            "对全球23个重点服务的支持情况进行采集分析，有14个服务提供支持，约占60.9%。",
            &[
                "全球重点服务 | level 23 item | -",
                "服务提供支持 | level 14 item | -",
                "服务提供支持 | share 60.9 percent about | - | of 全球23个重点服务",
            ],
        ),
    ]);
}

#[test]
fn a_stock_is_one_fact_whether_its_year_or_its_month_is_said() {
    let facts = |text: &str| {
        let report = read(text);
        let facts = report.observations.into_iter().map(|found| found.fact);
        facts.collect::<Vec<String>>()
    };
    let of_year = facts("2025年，短视频用户规模较2024年12月增长547万人。");
    let of_month = facts("截至2025年6月，短视频用户规模较2024年12月增长547万人。");
    assert_eq!(of_year, of_month);
    let of_half = facts("2025年，短视频用户规模较2024年增长547万人。");
    assert_ne!(of_half, of_month);
}

#[test]
fn numbers_for_what_several_clauses_said() {
    assert_forms(&[
        (
            "截至2025年5月，移动网络流量占比为66.8%，固定网络流量占比为27.4%，分别较上年同期提升2.3个和4.6个百分点。",
            &[
                "移动网络流量占比 | share 66.8 percent | 2025-05",
                "固定网络流量占比 | share 27.4 percent | 2025-05",
                "移动网络流量占比 | change 2.3 percentage_point | 2025-05 < 2024-05",
                "固定网络流量占比 | change 4.6 percentage_point | 2025-05 < 2024-05",
            ],
        ),
        (
            "截至2025年6月，手机支付、手机银行、手机旅行预订用户分别为2.1亿、1.8亿和7537万。",
            &[
                "手机支付用户 | level 210000000 person | 2025-06",
                "手机银行用户 | level 180000000 person | 2025-06",
                "手机旅行预订用户 | level 75370000 person | 2025-06",
            ],
        ),
        (
            "截至2025年6月，在网上预订火车票、机票和酒店的网民分别占比23.9%、11.9%和10.4%。",
            &[
                "在网上预订火车票的网民 | share 23.9 percent | 2025-06",
                "在网上预订机票的网民 | share 11.9 percent | 2025-06",
                "在网上预订酒店的网民 | share 10.4 percent | 2025-06",
            ],
        ),
        (
            "上海、北京网民普及率居前，分别达73.1%和76.5%，西藏增速最快，达17.6%。",
            &[
                "上海网民普及率 | level 73.1 percent | 2025-06 (inferred)",
                "北京网民普及率 | level 76.5 percent | 2025-06 (inferred)",
                "西藏网民普及率 | growth_rate 17.6 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "2025年，应用持续发展。专车的用户规模年增长率最高，达40.9%；在线教育取得较快发展，用户规模年增长率达29.7%。",
            &[
                "专车的用户规模 | growth_rate 40.9 percent | 2025 < 2024",
                "在线教育用户规模 | growth_rate 29.7 percent | 2025 < 2024",
            ],
        ),
        (
            "2025年，首批42家新空间吸引消费者430万人次，同比大增12.1%。",
            &[
                "首批42家新空间吸引消费者 | level 4300000 item | 2025",
                "首批42家新空间吸引消费者 | growth_rate 12.1 percent | 2025 < 2024",
            ],
        ),
    ]);
}
