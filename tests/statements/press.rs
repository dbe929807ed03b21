//! Sentences as the press and digests put the report's facts: invented, as edition 56 (of
//! 2025-06) would have them.

use crate::forms::{assert_forms, forms_of};

/// Who tells it is not what it is of.
#[test]
fn who_tells_a_number_is_none_of_its_subject() {
    assert_forms(&[
        (
            "《报告》显示，我国网民数量达到11.3亿。",
            &["网民数量 | level 1130000000 person | 2025-06 (inferred)"],
        ),
        (
            "据中心调查数据表明,截至2025年6月,手机网民数量为11.2亿人。",
            &["手机网民数量 | level 1120000000 person | 2025-06"],
        ),
        // Neither are words that only end like those who tell.
        (
            "短视频直播带货商品介绍，用户规模达3000万人。",
            &["短视频直播带货商品介绍用户规模 | level 30000000 person | -"],
        ),
    ]);
}

/// 以 Q 的 …: what is said of the number stands behind it.
#[test]
fn what_a_number_is_may_stand_behind_it() {
    assert_forms(&[
        (
            "微博用户规模以高达41.5%的增幅快速增长，达到2.6亿人。",
            &[
                "微博用户规模 | growth_rate 41.5 percent | 2025-06 (inferred)",
                "微博用户规模 | level 260000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "即时通信以97.2%的使用率稳居首位，网络视频以超过95%的使用率位列其后。",
            &[
                "即时通信使用率 | share 97.2 percent | 2025-06 (inferred)",
                "网络视频使用率 | share 95 percent over | 2025-06 (inferred)",
            ],
        ),
        (
            "我国以11.3亿的网民规模居世界首位。",
            &["网民规模 | level 1130000000 person | 2025-06 (inferred)"],
        ),
        (
            "网上零售以7.3%的速度增长。",
            &["网上零售 | growth_rate 7.3 percent | -"],
        ),
        (
            "即时通信可以达到40%的使用率。",
            &["即时通信使用率 | share 40 percent | 2025-06 (inferred)"],
        ),
    ]);
}

/// How it came from one number to the other is no subject.
#[test]
fn words_between_two_numbers_are_no_subject() {
    assert_forms(&[(
        "微博用户规模从2024年12月的6300万爆发式增长到1.9亿。",
        &[
            "微博用户规模 | level 63000000 person | 2024-12",
            "微博用户规模 | level 190000000 person | 2025-06 (inferred)",
        ],
    )]);
}

/// What a number is counted from may stand right behind its date, and what it is of behind
/// that.
#[test]
fn a_base_may_stand_before_its_subject() {
    assert_forms(&[
        (
            "2025年6月相较于2024年12月新增网民1830万人。",
            &["网民 | change 18300000 person | 2025-06 < 2024-12"],
        ),
        (
            "2025年6月较2024年12月手机网民增长910万人。",
            &["手机网民 | change 9100000 person | 2025-06 < 2024-12"],
        ),
        (
            "域名数量和网站数量与去年同期相比分别增长4.1%和3.4%。",
            &[
                "域名数量 | growth_rate 4.1 percent | 2025-06 (inferred) < 2024-06",
                "网站数量 | growth_rate 3.4 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
    ]);
}

/// What an edition of December counts is told in the year after: 去年 is the year it counts.
#[test]
fn last_year_is_that_of_an_edition_of_december() {
    let forms = |text: &str| forms_of(55, text);
    assert_eq!(
        forms("截至去年12月，手机网民规模达11.1亿人。去年网上零售额达15.4万亿元。"),
        [
            "手机网民规模 | level 1110000000 person | 2024-12 (inferred)",
            "网上零售额 | level 15400000000000 yuan | 2024 (inferred)",
        ]
    );
    // What is counted from it is since the year before, unless it is a month of the same.
    assert_eq!(
        forms("互联网普及率为78.4%，较去年底提升0.9个百分点。"),
        [
            "互联网普及率 | level 78.4 percent | 2024-12 (inferred)",
            "互联网普及率 | change 0.9 percentage_point | 2024-12 (inferred) < 2023-12",
        ]
    );
    assert_eq!(
        forms("互联网普及率为78.4%，较去年6月提升0.4个百分点。"),
        [
            "互联网普及率 | level 78.4 percent | 2024-12 (inferred)",
            "互联网普及率 | change 0.4 percentage_point | 2024-12 (inferred) < 2024-06",
        ]
    );
}

/// Words that say how something moved are none of its label.
#[test]
fn how_it_moved_is_no_part_of_what_moved() {
    assert_forms(&[
        (
            "其一是农村地区互联网普及率持续提高，达68.5%。",
            &["农村地区互联网普及率 | level 68.5 percent | 2025-06 (inferred)"],
        ),
        (
            "网络购物用户规模在假日中逆势上扬，达到9.8亿，半年增加了约1100万用户。",
            &[
                "网络购物用户规模 | level 980000000 person | 2025-06 (inferred)",
                "网络购物用户规模 | change 11000000 person about | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "即时通信、网络音乐也得到较快增长，用户规模分别达到10.8亿、7.4亿。",
            &[
                "即时通信用户规模 | level 1080000000 person | 2025-06 (inferred)",
                "网络音乐用户规模 | level 740000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "到上半年末，网民总数达到11.2亿。",
            &["网民总数 | level 1120000000 person | 2025-06 (inferred)"],
        ),
    ]);
}

/// The number before what is compared with is its own; a bound of what each has is none.
#[test]
fn whose_number_it_is() {
    assert_forms(&[
        (
            "网络直播用户规模增长率为12.4%，高于7.3%的网民数量增长率。",
            &[
                "网络直播用户规模 | growth_rate 12.4 percent | 2025-06 (inferred)",
                "网民数量 | growth_rate 7.3 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "有48.2%的网民月收入不足4000元，13.1%的网民个人月收入在2001~3000元。",
            &[
                "网民月收入 | share 48.2 percent | 2025-06 (inferred) | of 网民",
                "网民个人月收入 | share 13.1 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
    ]);
}

/// 过去六个月, 近半年来: since when, and no part of a label, unless people did something then.
#[test]
fn months_before_a_change_are_its_base() {
    assert_forms(&[
        (
            "短视频用户规模过去六个月新增2300万，在过去一年中增长了5.3%。",
            &[
                "短视频用户规模 | change 23000000 person | 2025-06 (inferred) < 2024-12",
                "短视频用户规模 | growth_rate 5.3 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
        (
            "近半年来网民规模增加1500万人。",
            &["网民规模 | change 15000000 person | 2025-06 (inferred) < 2024-12"],
        ),
        (
            "网民总数达到11.2亿，其中99.7%的人使用手机。",
            &[
                "网民总数 | level 1120000000 person | 2025-06 (inferred)",
                "人使用手机 | share 99.7 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
    ]);
}

/// 年底 is the end of the year that is spoken of, and not of 明年底.
#[test]
fn the_end_of_the_year_is_that_of_the_one_before_it() {
    assert_forms(&[
        (
            "2024年新增网民1600万人，年底达到11.1亿人。",
            &[
                "网民 | change 16000000 person | 2024",
                "网民 | level 1110000000 person | 2024-12 (inferred)",
            ],
        ),
        (
            "网民规模达11.2亿，较年底增长1500万。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "网民规模 | change 15000000 person | 2025-06 (inferred) < 2024-12",
            ],
        ),
    ]);
}

/// Who tells it may be of a part: what follows is not of the whole.
#[test]
fn a_part_that_is_told_of_is_not_the_whole() {
    let facts = forms_of(
        56,
        "互联网普及率为79.7%。城镇地区监测数据显示，普及率为85.3%。",
    );
    assert_eq!(
        facts,
        [
            "互联网普及率 | level 79.7 percent | 2025-06 (inferred)",
            "城镇地区监测数据显示普及率 | level 85.3 percent | 2025-06 (inferred)",
        ]
    );
}

/// The day of a dispatch dates nothing.
#[test]
fn a_dateline_is_no_period() {
    assert_forms(&[
        (
            "新华社7月21日电：报告显示，我国网民达11.3亿。",
            &["网民 | level 1130000000 person | 2025-06 (inferred)"],
        ),
        // 电 may begin another word.
        (
            "6月3日电子商务交易额达3.1亿元。",
            &["电子商务交易额 | level 310000000 yuan | 2025-06-03 (inferred)"],
        ),
    ]);
}
