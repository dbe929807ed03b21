//! Units that are of others, 元/月, and what only looks like one: invented sentences, as
//! edition 56 (of 2025-06) would print them.

use cnnic::problem::ProblemKind;

use crate::forms::{assert_forms, line, read};
use crate::groups::assert_not_understood;

/// The facts of a text and the units of it that are not known.
fn facts_and_units(text: &str) -> (Vec<String>, Vec<String>) {
    let report = read(text);
    let problems = report
        .problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::UnitUnknown);
    let found = problems.filter_map(|problem| problem.found.clone());
    let facts = report.observations.iter().map(line);
    (facts.collect(), found.collect())
}

#[test]
fn the_last_number_of_a_range_prints_what_its_unit_is_of() {
    assert_forms(&[
        (
            "某套餐资费为20元-35元/月。",
            &["某套餐资费 | level 20..35 yuan_per_month | -"],
        ),
        (
            "某服务年费为2万元-3万元/年。",
            &["某服务年费 | level 20000..30000 yuan_per_year | -"],
        ),
        (
            "某应用使用时长为1小时-2小时/天。",
            &["某应用使用时长 | level 1..2 hour_per_day | -"],
        ),
        (
            "某套餐流量为15GB-25GB/月。",
            &["某套餐流量 | level 15..25 gigabyte_per_month | -"],
        ),
        (
            "某套餐资费为20元至35元每月。",
            &["某套餐资费 | level 20..35 yuan_per_month | -"],
        ),
        (
            "某应用用户规模为1.2万-1.4万人。",
            &["某应用用户规模 | level 12000..14000 person | -"],
        ),
        // What became of it is no upper end.
        (
            "某套餐资费由20元每月提升至35元每月。",
            &[
                "某套餐资费 | level 20 yuan_per_month | -",
                "某套餐资费 | level 35 yuan_per_month | -",
            ],
        ),
        // A sign behind words is one.
        (
            "甲指数和乙指数分别增长-1.6%、-2.7%。",
            &[
                "甲指数 | growth_rate -1.6 percent | -",
                "乙指数 | growth_rate -2.7 percent | -",
            ],
        ),
    ]);
}

#[test]
fn a_dash_between_two_numbers_is_no_sign() {
    for text in [
        "某套餐费用为6000元-2万元。",
        "某套餐费用为45元-35元。",
        "某份额为5%-1.5%。",
    ] {
        assert_not_understood(text, 2);
    }
}

#[test]
fn a_unit_that_is_not_known_is_as_printed() {
    let cases = [
        (
            "某网点终端为3台-4台/户。",
            "某网点终端 | level 3..4 台/户 | -",
            "台/户",
        ),
        (
            "截至2025年6月，网民规模下降3个百分点/年。",
            "网民规模 | change -3 个百分点/年 | 2025-06",
            "个百分点/年",
        ),
        (
            "截至2025年6月，互联网普及率提高3个百分点每年。",
            "互联网普及率 | change 3 个百分点每年 | 2025-06",
            "个百分点每年",
        ),
        (
            "截至2025年6月，互联网普及率为70倍/年。",
            "互联网普及率 | level 70 倍/年 | 2025-06",
            "倍/年",
        ),
        (
            "某产品产量达2500万/月。",
            "某产品产量 | level 25000000 /月 | -",
            "万/月",
        ),
    ];
    for (text, fact, unit) in cases {
        let (facts, problems) = facts_and_units(text);
        assert_eq!(facts, [fact], "{text}");
        assert_eq!(problems, [unit], "{text}");
        assert_eq!(read(text).observations[0].indicator, None, "{text}");
    }
}

#[test]
fn a_unit_of_two_may_be_printed_in_any_order() {
    assert_forms(&[
        (
            "某业务资费为45元每户每月，流量为16.4GB每月每户，时长为2.5小时每天。",
            &[
                "某业务资费 | level 45 yuan_per_subscription_month | -",
                "流量 | level 16.4 gigabyte_per_subscription_month | -",
                "时长 | level 2.5 hour_per_day | -",
            ],
        ),
        (
            "某业务资费为45元／户／月，资费上限为60元/月·户。",
            &[
                "某业务资费 | level 45 yuan_per_subscription_month | -",
                "资费上限 | level 60 yuan_per_subscription_month | -",
            ],
        ),
        (
            "甲业务资费和乙业务资费分别为45元每月和60元每月。",
            &[
                "甲业务资费 | level 45 yuan_per_month | -",
                "乙业务资费 | level 60 yuan_per_month | -",
            ],
        ),
    ]);
}

#[test]
fn words_behind_a_unit_are_no_part_of_it() {
    // Of something that no unit is of, and no number without it.
    for text in [
        "某平台拥有4000个/家电企业。",
        "某平台覆盖5台/户外场所。",
        "某平台拥有4000个/人工智能企业。",
        "某平台拥有4000家/天猫店铺。",
        "某平台涉及40个/部委项目。",
        "某商品价格为6元/日本动漫。",
        "某商品价格为6元/月活用户。",
    ] {
        assert_not_understood(text, 1);
    }
    let range = read("某商品价格为6-8元/日本动漫。");
    assert_eq!(range.observations.len(), 0);
    assert_eq!(range.ledger.unexplained.len(), 2);
    for (text, unit) in [
        ("某平台拥有4000个·月活用户。", "个"),
        ("某服务价格为6元/人次。", "元/人次"),
        ("某行业能耗为6千瓦时/万元。", "千瓦时/万元"),
        ("某用户花费40元每月用于购物。", "元"),
        ("某应用有1.3亿人每天“刷”短视频。", "亿人"),
        ("某应用有1.3亿人每天（含周末）观看。", "亿人"),
        ("某应用有1.3亿人每天、每周观看。", "亿人"),
        ("某应用有1.3亿人每天观看。", "亿人"),
    ] {
        let report = read(text);
        let [fact] = &report.observations[..] else {
            panic!("{text}");
        };
        assert_eq!(fact.unit_printed.as_deref(), Some(unit), "{text}");
    }
}

/// One amount in two units is a number of neither.
#[test]
fn what_takes_hours_and_minutes_is_not_understood() {
    for (text, numbers) in [
        ("短视频平均时长为2分20秒。网民规模达11.1亿人。", ["2", "20"]),
        (
            "用户平均每天上网3小时25分钟。网民规模达11.1亿人。",
            ["3", "25"],
        ),
    ] {
        let report = read(text);
        let observations = report.observations.iter();
        let labels: Vec<&str> = observations.map(|of| of.label.as_str()).collect();
        assert_eq!(labels, ["网民规模"], "{text}");
        let unexplained = report.ledger.unexplained.iter();
        let unexplained: Vec<&str> = unexplained.map(|number| number.text.as_str()).collect();
        assert_eq!(unexplained, numbers, "{text}");
    }
}

#[test]
fn what_others_use_is_named_by_itself() {
    assert_forms(&[(
        "网民使用手机上网的比例达99.4%，远高于使用台式电脑的33.2%。",
        &[
            "网民使用手机上网的比例 | share 99.4 percent | 2025-06 (inferred) | of 网民",
            "使用台式电脑的比例 | share 33.2 percent | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn how_fast_a_line_is_says_of_which_it_is() {
    assert_forms(&[
        (
            "截至2025年6月，100M宽带用户达2.1亿户，50M以上用户占93.9%。",
            &[
                "100M宽带用户 | level 210000000 item | 2025-06",
                "50M以上用户 | share 93.9 percent | 2025-06",
            ],
        ),
        (
            "企业在线销售、在线采购的开展比例分别达到45.3%和45.6%。",
            &[
                "企业在线销售的开展比例 | share 45.3 percent | -",
                "在线采购的开展比例 | share 45.6 percent | -",
            ],
        ),
        (
            "互联网普及率比全球平均水平高13.1个百分点，比亚洲平均水平高18.1个百分点。",
            &[
                "互联网普及率高于全球平均水平 | change 13.1 percentage_point | 2025-06 (inferred)",
                "互联网普及率高于亚洲平均水平 | change 18.1 percentage_point | 2025-06 (inferred)",
            ],
        ),
    ]);
}

/// The unit stands in a bracket behind what is counted.
#[test]
fn units_in_brackets_of_the_subject() {
    assert_forms(&[
        (
            "网民规模（万人）为112,300。",
            &["网民规模 | level 1123000000 person | 2025-06 (inferred)"],
        ),
        (
            "2024年，零售额（单位：亿元）为5213.6，企业数量（万家）达3.2。",
            &[
                "零售额 | level 521360000000 yuan | 2024",
                "企业数量 | level 32000 item | 2024",
            ],
        ),
        (
            "互联网普及率（%）为79.7。",
            &["互联网普及率 | level 79.7 percent | 2025-06 (inferred)"],
        ),
        (
            "网站数量（万个）由2023年的388增至2024年的446。",
            &[
                "网站数量 | level 3880000 item | 2023",
                "网站数量 | level 4460000 item | 2024",
            ],
        ),
        // No unit, and one that is printed behind the number.
        (
            "2024年，注册企业（含个体工商户）为3.2万家。",
            &["注册企业（含个体工商户） | level 32000 item | 2024"],
        ),
    ]);
}
