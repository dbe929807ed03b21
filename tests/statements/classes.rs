//! Numbers that only say which ones another number is of: invented sentences, as edition 56
//! (of 2025-06) would print them.

use crate::forms::assert_forms;

#[test]
fn what_those_have_whose_share_follows() {
    assert_forms(&[
        (
            "100人以上的中小企业互联网接入比例基本接近99%。",
            &["100人以上的中小企业互联网接入比例 | share 99 percent nearly | 2025-06 (inferred)"],
        ),
        (
            "2024年，每月花费51-100元的用户占40.7%，花费100元以上的用户占20.3%。",
            &[
                "每月花费51-100元的用户 | share 40.7 percent | 2024",
                "花费100元以上的用户 | share 20.3 percent | 2024",
            ],
        ),
        (
            "2024年，以每月花费51-100元的用户最多，占40.7%，其次是每月花费50元以下的用户，占31.9%。",
            &[
                "每月花费51-100元的用户 | share 40.7 percent | 2024",
                "每月花费50元以下的用户 | share 31.9 percent | 2024",
            ],
        ),
        (
            "2024年，以使用时间为1-2小时的用户为主，占比为34.6%。",
            &["使用时间为1-2小时的用户 | share 34.6 percent | 2024"],
        ),
        (
            "2024年，每天使用3次及以上的用户占比为16.8%，每周使用1-2次的用户占比达40.9%。",
            &[
                "每天使用3次及以上的用户占比 | share 16.8 percent | 2024",
                "每周使用1-2次的用户占比 | share 40.9 percent | 2024",
            ],
        ),
        (
            "微短剧用户中，每天观看时长在30分钟至1小时之间的占35%-40%。",
            &[
                "每天观看时长在30分钟至1小时之间 | share 35..40 percent | 2025-06 (inferred) | of 微短剧用户",
            ],
        ),
        (
            "2024年，员工300人以上的企业达320家，距离5公里以内的门店有80家。",
            &[
                "员工300人以上的企业 | level 320 item | 2024",
                "距离5公里以内的门店 | level 80 item | 2024",
            ],
        ),
        (
            "2024年，单价在100-300元的商品达5万款。",
            &["单价在100-300元的商品 | level 50000 item | 2024"],
        ),
        // They are counted themselves.
        (
            "2024年，5000家以上的企业开展了培训，覆盖员工300万人。",
            &[
                "企业开展了培训 | level 5000 item over | 2024",
                "覆盖员工 | level 3000000 person | 2024",
            ],
        ),
    ]);
}

/// What a list of places is chosen by, and the number of each.
#[test]
fn places_that_a_bound_chooses() {
    assert_forms(&[
        (
            "普及率不足35%的省份有云南（31.7%）、江西（32.2%）和贵州（32.4%）。",
            &[
                "云南普及率 | level 31.7 percent | 2025-06 (inferred)",
                "江西普及率 | level 32.2 percent | 2025-06 (inferred)",
                "贵州普及率 | level 32.4 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网民规模超过5000万的省份包括广东（7286万人）、山东（5123万人）。",
            &[
                "广东网民规模 | level 72860000 person | 2025-06 (inferred)",
                "山东网民规模 | level 51230000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "互联网普及率最低的三个省份为云南（31.7%）和江西（32.2%）。",
            &[
                "云南互联网普及率 | level 31.7 percent | 2025-06 (inferred)",
                "江西互联网普及率 | level 32.2 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

/// The same of others who are told apart by where they live, whoever they are.
#[test]
fn the_same_of_others() {
    assert_forms(&[
        (
            "城镇小学生互联网普及率为93.1%，农村小学生为90.6%。",
            &[
                "城镇小学生互联网普及率 | level 93.1 percent | 2025-06 (inferred)",
                "农村小学生互联网普及率 | level 90.6 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网络购物与网上支付的使用率均超过66%。",
            &[
                "网络购物使用率 | share 66 percent over | 2025-06 (inferred)",
                "网上支付的使用率 | share 66 percent over | 2025-06 (inferred)",
            ],
        ),
        (
            "在单位和公共场所通过Wi-Fi上网的比例分别为44.1%和42.7%，均有近5个百分点的提升。",
            &[
                "在单位通过Wi-Fi上网的比例 | share 44.1 percent | 2025-06 (inferred)",
                "在公共场所通过Wi-Fi上网的比例 | share 42.7 percent | 2025-06 (inferred)",
                "在单位通过Wi-Fi上网的比例 | change 5 percentage_point nearly | 2025-06 (inferred)",
                "在公共场所通过Wi-Fi上网的比例 | change 5 percentage_point nearly | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn a_share_is_less_than_it_was() {
    assert_forms(&[(
        "农村网民占整体网民的27.3%，所占份额较2024年底下降0.5个百分点。",
        &[
            "农村网民 | share 27.3 percent | 2025-06 (inferred) | of 整体网民",
            "农村网民占比 | change -0.5 percentage_point | 2025-06 (inferred) < 2024-12",
        ],
    )]);
}

/// What was before dates nothing behind it.
#[test]
fn what_followed() {
    assert_forms(&[(
        "微博继2021年持续复苏后，用户使用率达到38.2%。",
        &["微博用户使用率 | share 38.2 percent | 2025-06 (inferred)"],
    )]);
}
