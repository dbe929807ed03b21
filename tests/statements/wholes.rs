//! Shares in wholes that words before them name: invented sentences, as edition 56 (of
//! 2025-06) would print them.

use crate::forms::{assert_forms, read};

/// 在 that begins a word leads to nothing.
#[test]
fn what_only_begins_like_a_place_is_whole() {
    assert_forms(&[
        (
            "在线旅行预订用户中，通过手机预订的占91.3%。",
            &["通过手机预订 | share 91.3 percent | 2025-06 (inferred) | of 在线旅行预订用户"],
        ),
        (
            "在在线教育用户中，男性占50.7%。",
            &["男性 | share 50.7 percent | 2025-06 (inferred) | of 在线教育用户"],
        ),
        (
            "在线上办公用户中，男性占50.7%。",
            &["男性 | share 50.7 percent | 2025-06 (inferred) | of 线上办公用户"],
        ),
        (
            "在网购用户中，农村用户占比为21.9%。",
            &["农村用户占比 | share 21.9 percent | 2025-06 (inferred) | of 网购用户"],
        ),
        (
            "2024年，在校学生中，使用短视频的比例为85.2%。",
            &["使用短视频的比例 | share 85.2 percent | 2024 | of 在校学生"],
        ),
        (
            "2024年，在京企业中，建有网站的占63.7%。",
            &["建有网站 | share 63.7 percent | 2024 | of 在京企业"],
        ),
    ]);
}

#[test]
fn what_some_of_them_do() {
    assert_forms(&[
        (
            "农村网民中有41.6%使用过网上课程。",
            &["使用过网上课程 | share 41.6 percent | 2025-06 (inferred) | of 农村网民"],
        ),
        (
            "短视频用户中41.6%看过直播。",
            &["看过直播 | share 41.6 percent | 2025-06 (inferred) | of 短视频用户"],
        ),
        (
            "短视频用户中有41.6%的用户看过直播。",
            &["用户看过直播 | share 41.6 percent | 2025-06 (inferred) | of 短视频用户"],
        ),
        // Those of whom some did have no name.
        (
            "有31.2%的网民遭遇过网络安全问题，其中有11.8%遭遇个人信息泄露。",
            &[
                "网民遭遇过网络安全问题 | share 31.2 percent | 2025-06 (inferred) | of 网民",
                "遭遇个人信息泄露 | share 11.8 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "有31.2%的网民购买过保险，其中11.8%通过手机购买。",
            &[
                "网民购买过保险 | share 31.2 percent | 2025-06 (inferred) | of 网民",
                "通过手机购买 | share 11.8 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

/// The number of the whole stands in brackets behind it.
#[test]
fn what_is_so_many_before_a_bracket() {
    assert_forms(&[
        (
            "CN域名注册量为1203.5万个，占域名总数（1462万个）的82.3%。",
            &[
                "CN域名注册量 | level 12035000 item | 2025-06 (inferred)",
                "CN域名注册量 | share 82.3 percent | 2025-06 (inferred) | of 域名总数",
                "域名总数 | level 14620000 item | 2025-06 (inferred)",
            ],
        ),
        (
            "城镇地区互联网普及率为84.6%，是农村地区（21.2%）的4.0倍。",
            &[
                "城镇地区互联网普及率 | level 84.6 percent | 2025-06 (inferred)",
                "城镇地区互联网普及率 | level 4.0 multiple | 2025-06 (inferred)",
                "农村地区互联网普及率 | level 21.2 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn those_that_are_left_are_of_all() {
    assert_forms(&[
        (
            "其余36.1%的用户尚未做出决定。",
            &["用户尚未做出决定 | share 36.1 percent | - | of 用户"],
        ),
        (
            "剩余2.4%的网民从不网购。",
            &["网民从不网购 | share 2.4 percent | 2025-06 (inferred) | of 网民"],
        ),
    ]);
}

/// The codes of each number of a text, and whether its fact names a whole of its own.
fn parts(text: &str) -> Vec<(String, bool)> {
    let report = read(text);
    let observations = report.observations.iter();
    observations
        .map(|fact| {
            let codes = fact.dimensions.iter();
            let codes = codes.map(|(dimension, code)| format!("{dimension}={code}"));
            let codes = codes.collect::<Vec<_>>().join(" ");
            (codes, fact.fact.contains("/of="))
        })
        .collect()
}

/// 农村网民中，使用率…: is the same fact as 农村网民…使用率.
#[test]
fn a_rate_is_of_the_part_that_it_is_in() {
    let rural = |application: &str| (format!("application={application} residence=rural"), false);
    let old = |application: &str| (format!("age=60+ application={application}"), false);
    let cases = [
        (
            "农村网民中，即时通信使用率为91.2%，网络视频使用率为84.6%。",
            vec![rural("instant_messaging"), rural("online_video")],
        ),
        (
            "农村网民即时通信使用率为91.2%，网络视频使用率为84.6%。",
            vec![rural("instant_messaging"), rural("online_video")],
        ),
        (
            "农村网民中，即时通信使用率为91.2%，较2024年12月提升2.3个百分点。",
            vec![rural("instant_messaging"), rural("instant_messaging")],
        ),
        (
            "60岁及以上老年网民对即时通信、网络视频的使用率分别为91.2%和84.6%。",
            vec![old("instant_messaging"), old("online_video")],
        ),
        // Of those who use something, none is the rate of all.
        (
            "短视频用户中，网络音乐使用率为84.6%。",
            vec![("application=online_music".to_owned(), true)],
        ),
        (
            "未成年网民中，网络音乐使用率为84.6%。",
            vec![("application=online_music".to_owned(), true)],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(parts(text), expected, "{text}");
    }
}

/// What is said before a list is said of all its items, and what is measured behind it.
#[test]
fn lists_behind_what_is_said_of_all() {
    assert_forms(&[
        (
            "2024年，会员对商品、物流和售后的满意度分别为85.6%、88.1%和90.4%。",
            &[
                "会员对商品的满意度 | share 85.6 percent | 2024",
                "会员对物流的满意度 | share 88.1 percent | 2024",
                "会员对售后的满意度 | share 90.4 percent | 2024",
            ],
        ),
        (
            "2024年，该产品在北京、上海和广州的市场占有率分别为45.6%、38.1%和30.4%。",
            &[
                "该产品在北京的市场占有率 | share 45.6 percent | 2024",
                "该产品在上海的市场占有率 | share 38.1 percent | 2024",
                "该产品在广州的市场占有率 | share 30.4 percent | 2024",
            ],
        ),
        (
            "短视频在城镇网民、农村网民中的使用率分别为95.6%和91.1%。",
            &[
                "短视频在城镇网民中的使用率 | share 95.6 percent | 2025-06 (inferred) | of 城镇网民",
                "短视频在农村网民中的使用率 | share 91.1 percent | 2025-06 (inferred) | of 农村网民",
            ],
        ),
        (
            "即时通信、网络视频分别以97.6%和95.1%的使用率位居前两位。",
            &[
                "即时通信使用率 | share 97.6 percent | 2025-06 (inferred)",
                "网络视频使用率 | share 95.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "2024年，甲平台、乙平台分别以71.6%和65.1%位居前两位。",
            &[
                "甲平台 | share 71.6 percent | 2024",
                "乙平台 | share 65.1 percent | 2024",
            ],
        ),
    ]);
}

#[test]
fn before_a_year_that_is_carried_on() {
    assert_forms(&[(
        "2021年全年，行业收入达3亿元。某设备保有量较上年末降低7.3%。",
        &[
            "行业收入 | level 300000000 yuan | 2021",
            "某设备保有量 | growth_rate -7.3 percent | 2021 < 2020-12",
        ],
    )]);
}
