//! Sentences as summaries of a report print them: numbers right behind names, and
//! words for two.

use crate::forms::assert_forms;

#[test]
fn a_bracket_is_of_the_number_right_before_it() {
    assert_forms(&[
        (
            "即时通信11.1亿（98.6%）、网络视频10.7亿（95.2%）。",
            &[
                "即时通信 | level 1110000000 person | 2025-06 (inferred)",
                "网络视频用户 | level 1070000000 person | 2025-06 (inferred)",
                "即时通信用户 | share 98.6 percent | 2025-06 (inferred)",
                "网络视频用户 | share 95.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，手机网民11.2亿人（占99.4%）、农村网民3.2亿人（占28.7%）。",
            &[
                "手机网民 | level 1120000000 person | 2025-06",
                "农村网民 | level 320000000 person | 2025-06",
                "手机网民 | share 99.4 percent | 2025-06",
                "农村网民 | share 28.7 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn numbers_of_different_kinds_share_no_unit() {
    assert_forms(&[(
        "截至2025年6月，网民达11.2亿，手机网民达11.1亿，互联网普及率79.7%，较2024年12月分别增长1436万、1390万和1.1个百分点。",
        &[
            "网民 | level 1120000000 person | 2025-06",
            "手机网民 | level 1110000000 person | 2025-06",
            "互联网普及率 | level 79.7 percent | 2025-06",
            "网民 | change 14360000 person | 2025-06 < 2024-12",
            "手机网民 | change 13900000 person | 2025-06 < 2024-12",
            "互联网普及率 | change 1.1 percentage_point | 2025-06 < 2024-12",
        ],
    )]);
}

#[test]
fn a_word_for_two_is_handed_out() {
    assert_forms(&[(
        "截至2025年6月，城乡普及率分别为86.1%和68.4%。",
        &[
            "城镇普及率 | level 86.1 percent | 2025-06",
            "农村普及率 | level 68.4 percent | 2025-06",
        ],
    )]);
}

#[test]
fn how_long_and_how_often_are_no_part_of_a_label() {
    assert_forms(&[
        (
            "截至2025年6月，网民总数11.2亿，半年共新增1436万人，半年增长率1.3%。",
            &[
                "网民总数 | level 1120000000 person | 2025-06",
                "网民总数 | change 14360000 person | 2025-06 < 2024-12",
                "网民总数 | growth_rate 1.3 percent | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，手机网民11.2亿，增长率连续三年超过1%。",
            &[
                "手机网民 | level 1120000000 person | 2025-06",
                "手机网民 | growth_rate 1 percent over | 2025-06",
            ],
        ),
    ]);
}

/// Behind a semicolon no more is of phones alone.
#[test]
fn another_application_is_of_all_its_users() {
    assert_forms(&[(
        "截至2025年6月，手机即时通信用户10.9亿；网络直播8.3亿，占74.2%；直播用户较2024年12月增长900万人。",
        &[
            "手机即时通信用户 | level 1090000000 person | 2025-06",
            "网络直播用户 | level 830000000 person | 2025-06",
            "网络直播用户 | share 74.2 percent | 2025-06",
            "直播用户 | change 9000000 person | 2025-06 < 2024-12",
        ],
    )]);
}
