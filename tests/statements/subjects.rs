//! What a number is of, where its own clause does not say all of it.

use crate::forms::assert_forms;

/// 网民数 of older editions is what 用户数 is.
#[test]
fn the_netizens_of_an_application_are_its_users() {
    assert_forms(&[(
        "截至2010年6月，手机网络文学网民数为0.92亿，使用率为33.6%。",
        &[
            "手机网络文学网民数 | level 92000000 person | 2010-06",
            "手机网络文学使用率 | share 33.6 percent | 2010-06",
        ],
    )]);
}

#[test]
fn what_rose_before_its_level_is_its_subject() {
    assert_forms(&[
        (
            "截至2025年6月，某应用用户规模为2.1亿，网民中的博客用户比例较上年底提升了不少，达到34.7%。",
            &[
                "某应用用户规模 | level 210000000 person | 2025-06",
                "网民中的博客用户比例 | share 34.7 percent | 2025-06 | of 网民",
            ],
        ),
        (
            "2024年，在诈骗事件中，中奖诈骗最为常见，达到34.2%。",
            &["中奖诈骗 | share 34.2 percent | 2024"],
        ),
        (
            "2024年，开展网上培训、网上答疑的比例分别为15.3%和16.5%。",
            &[
                "开展网上培训的比例 | share 15.3 percent | 2024",
                "开展网上答疑的比例 | share 16.5 percent | 2024",
            ],
        ),
        (
            "2024年，开展网络直播、利用网络招聘的比例分别为15.3%和16.5%。",
            &[
                "开展网络直播的比例 | share 15.3 percent | 2024",
                "利用网络招聘的比例 | share 16.5 percent | 2024",
            ],
        ),
    ]);
}

/// What is said to be the other side's own is no difference.
#[test]
fn the_level_of_the_other_side_is_its_own() {
    assert_forms(&[(
        "截至2025年6月，我国网民规模达11.2亿，略高于某国的9.15亿；互联网普及率达79.7%，低于某国的91.3%。",
        &[
            "网民规模 | level 1120000000 person | 2025-06",
            "某国网民规模 | level 915000000 person | 2025-06",
            "互联网普及率 | level 79.7 percent | 2025-06",
            "某国互联网普及率 | level 91.3 percent | 2025-06",
        ],
    )]);
}

/// Words that begin as others do, and are none of them.
#[test]
fn what_only_begins_alike_is_something_else() {
    assert_forms(&[
        (
            "截至2025年6月，短视频、网络音乐、网络直播三类市场规模分别为120亿元、80亿元和30亿元。",
            &[
                "短视频市场规模 | level 12000000000 yuan | 2025-06",
                "网络音乐市场规模 | level 8000000000 yuan | 2025-06",
                "网络直播市场规模 | level 3000000000 yuan | 2025-06",
            ],
        ),
        (
            "2025年，每3个月新增网站500个。",
            &["每3个月新增网站 | level 500 item | 2025"],
        ),
        (
            "截至2025年6月，某机构第3次调查显示，企业网站使用率为45.1%。",
            &["企业网站使用率 | share 45.1 percent | 2025-06"],
        ),
        (
            "2025年，农村网民的投诉比例为3.1%。",
            &["农村网民的投诉比例 | share 3.1 percent | 2025"],
        ),
    ]);
}

#[test]
fn how_something_went_is_no_part_of_its_name() {
    assert_forms(&[
        (
            "截至2025年6月，手机网民数量快速提升，规模为11.1亿，年增长率达1.1%。",
            &[
                "手机网民规模 | level 1110000000 person | 2025-06",
                "手机网民规模 | growth_rate 1.1 percent | 2025-06 < 2024-06",
            ],
        ),
        (
            "截至2025年6月，网民中高中学历、初中学历人群占比均有上升，分别达到21.9%和36.8%。",
            &[
                "网民中高中学历人群占比 | share 21.9 percent | 2025-06 | of 网民",
                "网民中初中学历人群占比 | share 36.8 percent | 2025-06 | of 网民",
            ],
        ),
    ]);
}

/// The country of a whole is printed with it; the word for a share is none of it.
#[test]
fn wholes_are_as_printed() {
    assert_forms(&[
        (
            "截至2025年6月，“.CN”域名数量为2085万个，占全国域名总数的63.9%。",
            &[
                "“.CN”域名数量 | level 20850000 item | 2025-06",
                "“.CN”域名数量 | share 63.9 percent | 2025-06 | of 全国域名总数",
            ],
        ),
        (
            "2024年，某业务收入占行业总收入比重由上年的11.4%提升至13.2%。",
            &[
                "某业务收入 | share 11.4 percent | 2023 (inferred) | of 行业总收入",
                "某业务收入 | share 13.2 percent | 2024 | of 行业总收入",
            ],
        ),
        (
            "2024年，在安全事件中，遭遇账号被盗比例为12.4%。",
            &["遭遇账号被盗比例 | share 12.4 percent | 2024"],
        ),
    ]);
}

#[test]
fn how_it_went_and_what_was_done_are_no_part_of_a_label() {
    assert_forms(&[
        (
            "截至2025年6月，在线办公、在线医疗用户规模同比增长最为显著，用户规模分别为5.7亿、4.3亿。",
            &[
                "在线办公用户规模 | level 570000000 person | 2025-06",
                "在线医疗用户规模 | level 430000000 person | 2025-06",
            ],
        ),
        (
            "2024年，快递业务量累计完成1750.8亿件，同比增长21.5%。",
            &[
                "快递业务量 | level 175080000000 item | 2024",
                "快递业务量 | growth_rate 21.5 percent | 2024 < 2023",
            ],
        ),
        (
            "截至2025年6月，农村地区互联网普及率为68.1%，整体由66.3%提升至68.1%。",
            &[
                "农村地区互联网普及率 | level 68.1 percent | 2025-06",
                "农村地区互联网普及率 | level 66.3 percent | -",
                "农村地区互联网普及率 | level 68.1 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，小学及以下、初中学历人群占比分别为19.4%和38.3%。",
            &[
                "小学及以下学历人群占比 | share 19.4 percent | 2025-06",
                "初中学历人群占比 | share 38.3 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn how_a_survey_was_made_is_no_statistic() {
    assert_forms(&[(
        "截至2025年6月，网民规模为11.23亿人。调查覆盖全国31个省，每户随机抽取1名成员，在95%置信度下误差不超过0.5%。",
        &["网民规模 | level 1123000000 person | 2025-06"],
    )]);
}

/// How many places were listed is no number of what is said of them.
#[test]
fn a_count_of_those_listed_is_no_statistic_of_what_follows() {
    assert_forms(&[
        (
            "2025年，甲市、乙市等9个城市快递业务量同比增长12.5%。",
            &["甲市、乙市等9个城市快递业务量 | growth_rate 12.5 percent | 2025 < 2024"],
        ),
        (
            "2025年，甲市、乙市等9个城市的准时率均超过80%。",
            &["甲市、乙市等9个城市的准时率 | level 80 percent over | 2025"],
        ),
        (
            "2025年，该服务覆盖甲市、乙市等9个城市。",
            &["城市 | level 9 item | 2025"],
        ),
    ]);
}

/// What is told is measured, not the telling.
#[test]
fn what_is_published_is_the_subject() {
    assert_forms(&[(
        "2003年，报告首次公布我国手机网民数量——1200万。",
        &["手机网民数量 | level 12000000 person | 2003"],
    )]);
}

/// Words that a number may stand beside without being of no weight.
#[test]
fn numbers_beside_such_words_are_statistics_all_the_same() {
    assert_forms(&[
        (
            "截至2025年6月，样本覆盖甲地，网民规模达11.2亿人。",
            &["网民规模 | level 1120000000 person | 2025-06"],
        ),
        (
            "据调查总体来看，2025年网民规模达11.2亿人。",
            &["网民规模 | level 1120000000 person | 2025"],
        ),
        (
            "2025年，从某网用户达9亿户的规模来看，发展较好。",
            &["从某网用户 | level 900000000 item | 2025"],
        ),
        (
            "2025年，60%的用户贡献了7000亿元交易额。",
            &[
                "用户贡献了 | share 60 percent | 2025 | of 用户",
                "用户贡献交易额 | level 700000000000 yuan | 2025",
            ],
        ),
        (
            "2025年，尚未公布政府网站数量为35个。",
            &["尚未公布政府网站数量 | level 35 item | 2025"],
        ),
    ]);
}

/// 其中 goes on with the time that is spoken of, not with one that was compared.
#[test]
fn what_was_once_dates_no_part_of_what_is() {
    assert_forms(&[(
        "截至2025年6月，网民规模达11.2亿人，而2019年6月仅为8.5亿人。其中，农村网民规模为3.2亿人。",
        &[
            "网民规模 | level 1120000000 person | 2025-06",
            "网民规模 | level 850000000 person | 2019-06",
            "农村网民规模 | level 320000000 person | 2025-06",
        ],
    )]);
}

/// The last verb of a clause says whether the number behind it is less.
#[test]
fn a_fall_is_told_by_the_last_verb() {
    assert_forms(&[
        (
            "2025年，减税政策知晓率提升明显，达4.2个百分点。",
            &["减税政策知晓率 | change 4.2 percentage_point | 2025"],
        ),
        (
            "2025年，跌入低谷后使用率回升明显，达3.1个百分点。",
            &["跌入低谷后使用率回升 | change 3.1 percentage_point | 2025"],
        ),
    ]);
}

/// A number that says what it is does not say again how fast something grew.
#[test]
fn a_share_behind_a_growth_is_a_share() {
    assert_forms(&[(
        "2025年直播用户规模增长率超过20%，达到75.2%的使用率。",
        &[
            "直播用户规模 | growth_rate 20 percent over | 2025",
            "使用率 | share 75.2 percent | 2025",
        ],
    )]);
}
