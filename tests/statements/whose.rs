//! Whose a rate is and when a number was so, where the words say it behind or in the
//! clause before. Invented sentences, as edition 56 (of 2025-06) would print them.

use crate::forms::{assert_forms, read};

/// The indicators of a text and whether each has dimensions.
fn indicators(text: &str) -> Vec<Option<(String, usize)>> {
    let report = read(text);
    let named = report.observations.iter().map(|fact| {
        let indicator = fact.indicator.clone()?;
        Some((indicator, fact.dimensions.len()))
    });
    named.collect()
}

#[test]
fn a_rate_behind_the_number_of_a_group_is_of_the_group() {
    assert_forms(&[
        (
            "截至2025年6月，未成年网民规模达1.96亿人，互联网普及率由2024年的97.1%升至97.5%。",
            &[
                "未成年网民规模 | level 196000000 person | 2025-06",
                "未成年网民互联网普及率 | level 97.1 percent | 2024",
                "未成年网民互联网普及率 | level 97.5 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，老年网民规模达1.61亿人，占网民整体的14.3%，互联网普及率为52.1%。",
            &[
                "老年网民规模 | level 161000000 person | 2025-06",
                "老年网民规模 | share 14.3 percent | 2025-06 | of 网民整体",
                "老年网民互联网普及率 | level 52.1 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，大学生网民规模达0.41亿，手机使用率99.7%。",
            &[
                "大学生网民规模 | level 41000000 person | 2025-06",
                "大学生网民手机使用率 | share 99.7 percent | 2025-06",
            ],
        ),
        // Of all people, whatever those use who were counted.
        (
            "截至2025年6月，手机网民规模达11.16亿人，互联网普及率为79.7%。",
            &[
                "手机网民规模 | level 1116000000 person | 2025-06",
                "互联网普及率 | level 79.7 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，老年网民规模达1.61亿人，我国互联网普及率为79.7%。",
            &[
                "老年网民规模 | level 161000000 person | 2025-06",
                "互联网普及率 | level 79.7 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，老年网民规模达1.61亿人，农村地区互联网普及率为69.2%。",
            &[
                "老年网民规模 | level 161000000 person | 2025-06",
                "农村地区互联网普及率 | level 69.2 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，全国网民规模达11.23亿人，互联网普及率为79.7%。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "互联网普及率 | level 79.7 percent | 2025-06",
            ],
        ),
    ]);
    let known = |id: &str, count| Some((id.to_owned(), count));
    let cases = [
        (
            "残疾网民规模为0.31亿人，互联网普及率为58.2%。",
            vec![None, None],
        ),
        (
            "未成年网民规模为1.96亿人，互联网普及率为97.5%。",
            vec![known("minor_users", 0), known("minor_penetration", 0)],
        ),
        (
            "手机网民规模为11.16亿人，互联网普及率为79.7%。",
            vec![known("internet_users", 1), known("internet_penetration", 0)],
        ),
        (
            "10-19岁网民所占比例最大，达到31.4%。",
            vec![known("internet_users_share", 1)],
        ),
        (
            "大专及以上学历网民占26.3%。",
            vec![known("internet_users_share", 1)],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(indicators(text), expected, "{text}");
    }
}

#[test]
fn a_time_behind_a_number_dates_it_alone() {
    assert_forms(&[
        (
            "2025年5月，某平台用户达2亿人。有110家企业在2025年3月接入该平台；约有1,150万人于2025年4月首次使用该应用。",
            &[
                "某平台用户 | level 200000000 person | 2025-05",
                "企业接入该平台 | level 110 item | 2025-03",
                "首次使用该应用 | level 11500000 person about | 2025-04",
            ],
        ),
        (
            "2025年5月，某平台用户达2亿人；有110家企业在2025年3月接入；交易额达30亿元。",
            &[
                "某平台用户 | level 200000000 person | 2025-05",
                "企业接入 | level 110 item | 2025-03",
                "企业接入交易额 | level 3000000000 yuan | 2025-05",
            ],
        ),
        (
            "2025年5月，某平台用户达2亿人。有110家企业将于2025年9月接入该平台。",
            &[
                "某平台用户 | level 200000000 person | 2025-05",
                "企业接入该平台 | level 110 item F | 2025-09",
            ],
        ),
        // A bound is no date.
        (
            "2025年5月，某平台用户达2亿人。有110家企业在2025年3月之前接入该平台。",
            &[
                "某平台用户 | level 200000000 person | 2025-05",
                "企业在之前接入该平台 | level 110 item | 2025-05",
            ],
        ),
        (
            "在2025年4月新增司机12万人。",
            &["司机 | change 120000 person | 2025-04"],
        ),
    ]);
}

#[test]
fn a_span_before_dates_no_answer_of_the_survey() {
    assert_forms(&[
        (
            "2025年前五个月，交易额为1.3万亿元。人均每周上网29.1小时，比2024年12月多0.4小时。网络支付使用率为93.2%。",
            &[
                "交易额 | level 1300000000000 yuan | 2025-01..2025-05",
                "人均每周上网 | level 29.1 hour | 2025-06 (inferred)",
                "人均每周上网 | change 0.4 hour | 2025-06 (inferred) < 2024-12",
                "网络支付使用率 | share 93.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "2025年前五个月，交易额为1.3万亿元。某平台使用率为20.3%，该平台排名全国第4位。",
            &[
                "交易额 | level 1300000000000 yuan | 2025-01..2025-05",
                "某平台使用率 | share 20.3 percent | 2025-06 (inferred)",
                "该平台排名全国 | rank 4 rank | 2025-06 (inferred)",
            ],
        ),
        // Of what the span counted.
        (
            "2025年前五个月，交易额为1.3万亿元。交易额排名全国第4位。",
            &[
                "交易额 | level 1300000000000 yuan | 2025-01..2025-05",
                "交易额排名全国 | rank 4 rank | 2025-01..2025-05",
            ],
        ),
        (
            "2025年前五个月，人均每周上网29.1小时。",
            &["人均每周上网 | level 29.1 hour | 2025-01..2025-05"],
        ),
    ]);
}

#[test]
fn people_are_counted_by_name() {
    assert_forms(&[
        (
            "2024年，某平台服务了1320万名老年乘客，共有教师2.7万名，另有4名机器人。",
            &[
                "某平台服务老年乘客 | level 13200000 person | 2024",
                "教师 | level 27000 person | 2024",
                "机器人 | level 4 item | 2024",
            ],
        ),
        (
            "2024年，某调查访问了2.7万名网民。",
            &["某调查访问网民 | level 27000 person | 2024"],
        ),
    ]);
}

#[test]
fn numbers_of_other_countries_are_of_no_indicator() {
    let penetration = Some(("internet_penetration".to_owned(), 0));
    assert_eq!(
        indicators("互联网普及率为79.7%（美国为91.2%），互联网普及率为79.7%。").last(),
        Some(&penetration)
    );
    let cases = [
        ("在美国，网民占比为88%。", None, None),
        ("在印度，互联网普及率为52.1%。", None, None),
        (
            "在美国之后，我国互联网普及率为79.7%。",
            penetration.clone(),
            Some("2025-06"),
        ),
    ];
    for (text, indicator, period) in cases {
        assert_eq!(indicators(text), [indicator], "{text}");
        let report = read(text);
        assert_eq!(report.observations[0].period.as_deref(), period, "{text}");
    }
}

/// A rate that says itself whose it is.
#[test]
fn a_rate_of_a_group_is_no_part_of_another() {
    assert_forms(&[(
        "农村网民3.11亿人，农村互联网普及率仅67.1%，城镇则为85.2%。",
        &[
            "农村网民 | level 311000000 person | 2025-06 (inferred)",
            "农村互联网普及率 | level 67.1 percent | 2025-06 (inferred)",
            "城镇互联网普及率 | level 85.2 percent | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn what_is_counted_from_the_same_period_of_a_year_has_that_base() {
    assert_forms(&[
        (
            "网民人均单日使用时长为148分钟，较2024年同期增加11分钟。",
            &[
                "网民人均单日使用时长 | level 148 minute | 2025-06 (inferred)",
                "网民人均单日使用时长 | change 11 minute | 2025-06 (inferred) < 2024-06",
            ],
        ),
        (
            "2025年上半年，人均单日使用时长为148分钟，较2024年同期增加11分钟。",
            &[
                "人均单日使用时长 | level 148 minute | 2025-H1",
                "人均单日使用时长 | change 11 minute | 2025-H1 < 2024-H1",
            ],
        ),
        // Without a period there is none.
        (
            "某平台单日使用时长为148分钟，较2024年同期增加11分钟，订单量增加30万单。",
            &[
                "某平台单日使用时长 | level 148 minute | -",
                "某平台单日使用时长 | change 11 minute | -",
                "某平台单日使用时长订单量 | change 300000 item | -",
            ],
        ),
    ]);
}
