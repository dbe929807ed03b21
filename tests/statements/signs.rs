//! Signs and bounds that words give to numbers: invented sentences, as edition 56 (of
//! 2025-06) would print them.

use crate::forms::assert_forms;

/// 不 before a bound turns it round.
#[test]
fn bounds_that_are_denied() {
    assert_forms(&[
        (
            "2024年，退改签率不超过3.2%，核验率不低于98.5%。",
            &[
                "退改签率 | level 3.2 percent under | 2024",
                "核验率 | level 98.5 percent over | 2024",
            ],
        ),
        (
            "2024年，平均误差不高于1.2%，投诉不少于300件。",
            &[
                "平均误差 | share 1.2 percent under | 2024",
                "投诉 | level 300 item over | 2024",
            ],
        ),
        (
            "2024年，误差不超过1.2%的设备达300台。",
            &["误差不超过1.2%的设备 | level 300 item | 2024"],
        ),
    ]);
}

#[test]
fn what_is_less_than_it_was() {
    assert_forms(&[
        (
            "2024年，某地零售额较上年负增长3.1%。",
            &["某地零售额 | growth_rate -3.1 percent | 2024 < 2023"],
        ),
        (
            "2024年，某地零售额同比负增长3.1%。",
            &["某地零售额 | growth_rate -3.1 percent | 2024 < 2023"],
        ),
        (
            "2024年，某地零售额同比萎缩3.1%，销量同比少37.5%。",
            &[
                "某地零售额 | growth_rate -3.1 percent | 2024 < 2023",
                "销量 | growth_rate -37.5 percent | 2024 < 2023",
            ],
        ),
        (
            "2024年，零售额同比增长6.8%，增速比上年放缓0.4个百分点。",
            &[
                "零售额 | growth_rate 6.8 percent | 2024 < 2023",
                "零售额增速 | change -0.4 percentage_point | 2024 < 2023",
            ],
        ),
        (
            "2024年，某地零售额增速为负3.1%。",
            &["某地零售额 | growth_rate -3.1 percent | 2024"],
        ),
        (
            "2024年，某地零售额增速为–3.1%。",
            &["某地零售额 | growth_rate -3.1 percent | 2024"],
        ),
    ]);
}

/// A unit that only the last of a list prints whole.
#[test]
fn units_that_go_on() {
    assert_forms(&[(
        "网民人均每周上网时长较2024年12月和2023年12月分别增加0.6个和1.4个小时。",
        &[
            "网民人均每周上网时长 | change 0.6 hour | 2025-06 (inferred) < 2024-12",
            "网民人均每周上网时长 | change 1.4 hour | 2025-06 (inferred) < 2023-12",
        ],
    )]);
}

/// What something is a share of that is not its whole.
#[test]
fn shares_of_others() {
    assert_forms(&[
        (
            "2024年，旅游收入达4.91万亿元，按可比口径恢复到2019年同期的85.7%。",
            &[
                "旅游收入 | level 4910000000000 yuan | 2024",
                "旅游收入 | share 85.7 percent | 2024",
            ],
        ),
        (
            "2024年，某平台日均揽收5.83亿件，是日常业务量的125%。",
            &[
                "某平台日均揽收 | level 583000000 item | 2024",
                "某平台日均揽收 | share 125 percent | 2024 | of 日常业务量",
            ],
        ),
        (
            "2024年，农村网络零售额相当于全国的18.3%，票房为2019年的85.1%。",
            &[
                "农村网络零售额 | share 18.3 percent | 2024 | of 全国",
                "票房 | share 85.1 percent | 2024",
            ],
        ),
        (
            "短视频的用户规模达9.54亿人，带动网络视频的使用率增长至94.2%。",
            &[
                "短视频的用户规模 | level 954000000 person | 2025-06 (inferred)",
                "网络视频的使用率 | share 94.2 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn ranks_without_a_place() {
    assert_forms(&[
        (
            "2024年，我国电子政务排名第35，较2022年提升8位。",
            &[
                "电子政务排名 | rank 35 rank | 2024",
                "电子政务排名 | change 8 rank | 2024 < 2022",
            ],
        ),
        (
            "我国网民规模连续16年居全球第1位。",
            &["网民规模 | rank 1 rank | 2025-06 (inferred)"],
        ),
    ]);
}

/// A gap that became less, and a rate that is more than another and became more.
#[test]
fn gaps_that_narrow() {
    assert_forms(&[
        (
            "农村地区互联网普及率低于城镇地区19.4个百分点，较2024年12月缩小1.3个百分点。",
            &[
                "农村地区互联网普及率低于城镇地区 | change -19.4 percentage_point | 2025-06 (inferred)",
                "农村地区互联网普及率低于城镇地区 | change -1.3 percentage_point | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "互联网普及率高于全球平均水平10.6个百分点，较2024年12月提升1.3个百分点。",
            &[
                "互联网普及率高于全球平均水平 | change 10.6 percentage_point | 2025-06 (inferred)",
                "互联网普及率 | change 1.3 percentage_point | 2025-06 (inferred) < 2024-12",
            ],
        ),
    ]);
}
