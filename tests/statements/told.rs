//! Forms that digests and press texts of all editions tell the same figures in: invented
//! sentences, as edition 56 (of 2025-06) would print them.

use crate::forms::assert_forms;

#[test]
fn what_is_named_in_its_order_is_handed_out() {
    assert_forms(&[
        (
            "使用率前三位的应用依次是网络视频、网络支付和网络购物，使用率分别为96.1%、87.2%和86.3%。",
            &[
                "网络视频使用率 | share 96.1 percent | 2025-06 (inferred)",
                "网络支付使用率 | share 87.2 percent | 2025-06 (inferred)",
                "网络购物使用率 | share 86.3 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，网络直播用户8.21亿，使用率73.1%；网络音乐用户7.62亿，使用率67.9%，用户增幅分别为2.4%和1.3%。",
            &[
                "网络直播用户 | level 821000000 person | 2025-06",
                "网络直播使用率 | share 73.1 percent | 2025-06",
                "网络音乐用户 | level 762000000 person | 2025-06",
                "网络音乐使用率 | share 67.9 percent | 2025-06",
                "网络直播用户 | growth_rate 2.4 percent | 2025-06",
                "网络音乐用户 | growth_rate 1.3 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，互联网普及率为79.7%，城乡分别为86.1%和69.3%。",
            &[
                "互联网普及率 | level 79.7 percent | 2025-06",
                "城镇互联网普及率 | level 86.1 percent | 2025-06",
                "农村互联网普及率 | level 69.3 percent | 2025-06",
            ],
        ),
        (
            "2024年第三季度，北京、上海收入同比、环比分别增长4.2%和1.7%。",
            &[
                "北京收入 | growth_rate 4.2 percent | 2024-Q3",
                "上海收入 | growth_rate 1.7 percent | 2024-Q3",
            ],
        ),
        (
            "2024年第三季度，搜索收入同比、环比分别增长4.2%和1.7%。",
            &[
                "搜索收入 | growth_rate 4.2 percent | 2024-Q3 < 2023-Q3",
                "搜索收入 | growth_rate 1.7 percent | 2024-Q3 < 2024-Q2",
            ],
        ),
        // Which of both is of which is not looked for.
        (
            "2024年第三季度，搜索收入同比和环比分别增长4.2%和下降1.7%。",
            &[
                "搜索收入 | growth_rate 4.2 percent | 2024-Q3",
                "搜索收入 | growth_rate -1.7 percent | 2024-Q3",
            ],
        ),
    ]);
}

#[test]
fn another_group_grew_as_the_one_before() {
    assert_forms(&[
        (
            "截至2025年6月，农村网民3.22亿，年增长率8.3%，城镇仅为1.9%。",
            &[
                "农村网民 | level 322000000 person | 2025-06",
                "农村网民 | growth_rate 8.3 percent | 2025-06 < 2024-06",
                "城镇网民 | growth_rate 1.9 percent | 2025-06 < 2024-06",
            ],
        ),
        (
            "截至2025年6月，农村网民3.22亿，同比增长8.3%，城镇占71.3%。",
            &[
                "农村网民 | level 322000000 person | 2025-06",
                "农村网民 | growth_rate 8.3 percent | 2025-06 < 2024-06",
                "城镇网民 | share 71.3 percent | 2025-06",
            ],
        ),
        // The parts of a whole that grew are parts.
        (
            "截至2025年6月，网民规模11.23亿，增长率1.5%，农村28.7%，城镇71.3%。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "网民规模 | growth_rate 1.5 percent | 2025-06",
                "农村网民规模 | share 28.7 percent | 2025-06",
                "城镇网民规模 | share 71.3 percent | 2025-06",
            ],
        ),
        // Three times as much is no percentage that another number could repeat.
        (
            "2024年，某应用用户规模增长近3倍，达到17.7%。",
            &[
                "某应用用户规模 | growth_rate 3 multiple nearly | 2024",
                "某应用用户规模 | share 17.7 percent | 2024",
            ],
        ),
    ]);
}

#[test]
fn marks_that_are_passed_are_no_units() {
    assert_forms(&[
        (
            "截至2025年6月，网民规模站上11亿台阶，互联网普及率首次迈上79%台阶；域名总数跨过3200万门槛。",
            &[
                "网民规模 | level 1100000000 person over | 2025-06",
                "互联网普及率 | level 79 percent over | 2025-06",
                "域名总数 | level 32000000 item over | 2025-06",
            ],
        ),
        // 网站上 is no mark that is passed.
        (
            "在440万个网站上，域名有3200万个。",
            &[
                "网站上 | level 4400000 item | -",
                "域名 | level 32000000 item | 2025-06 (inferred)",
            ],
        ),
        // 万门 is a unit all the same.
        (
            "截至2025年6月，某平台上线慕课7.2万门。",
            &["某平台上线慕课 | level 72000 item | 2025-06"],
        ),
    ]);
}

#[test]
fn so_many_times_is_a_level_and_what_grew_by_it_a_rate() {
    assert_forms(&[
        (
            "截至2025年6月，联网打印机900万台，是半年前600万台的1.5倍。",
            &[
                "联网打印机 | level 9000000 item | 2025-06",
                "联网打印机 | level 6000000 item | 2024-12 (inferred)",
                "联网打印机 | level 1.5 multiple | 2025-06",
            ],
        ),
        (
            "截至2025年6月，网民规模达11.23亿。与1998年6月第二次调查的117万网民相比，现在的网民规模已是当初的959.8倍。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "网民 | level 1170000 person | 1998-06",
                "网民规模 | level 959.8 multiple | 2025-06",
            ],
        ),
        // Each date is of its own clause.
        (
            "2013年，手机网民规模为5亿；到2024年，手机网民规模已是当时的2.2倍。",
            &[
                "手机网民规模 | level 500000000 person | 2013",
                "手机网民规模 | level 2.2 multiple | 2024",
            ],
        ),
        (
            "2024年，入境支付笔数同比增长4倍，金额同比增长2.5倍。",
            &[
                "入境支付笔数 | growth_rate 4 multiple | 2024 < 2023",
                "入境支付金额 | growth_rate 2.5 multiple | 2024 < 2023",
            ],
        ),
        (
            "入网设备从2019年12月的30万台增长到现在的720万台。",
            &[
                "入网设备 | level 300000 item | 2019-12",
                "入网设备 | level 7200000 item | -",
            ],
        ),
    ]);
}

#[test]
fn names_are_known_in_whatever_case_and_extent() {
    assert_forms(&[
        (
            "截至2025年6月，CN域名2080万个，其中.com.cn 300万个，占14.4%；.net.cn 40万个；.edu.cn只占0.1%。",
            &[
                "CN域名 | level 20800000 item | 2025-06",
                ".com.cn域名 | level 3000000 item | 2025-06",
                ".com.cn域名 | share 14.4 percent | 2025-06",
                ".net.cn域名 | level 400000 item | 2025-06",
                ".edu.cn域名 | share 0.1 percent | 2025-06",
            ],
        ),
        (
            "网站数（包括.CN、.COM下的网站）为440万个，半年间减少6.1万个。",
            &[
                "网站数（包括.CN、.COM下的网站） | level 4400000 item | 2025-06 (inferred)",
                "网站数（包括.CN、.COM下的网站） | change -61000 item | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "增长最快的是网约车，用户规模较2024年12月增加1100万人。",
            &["网约车用户规模 | change 11000000 person | 2025-06 (inferred) < 2024-12"],
        ),
        (
            "互联网普及率以79.7%的比例再创新高。",
            &["互联网普及率 | level 79.7 percent | 2025-06 (inferred)"],
        ),
        // What it came with is not what is counted.
        (
            "随着大模型产品的发展，越来越多的网民使用这类产品制作图片，占比为33.2%。",
            &["网民使用这类产品制作图片 | share 33.2 percent | 2025-06 (inferred)"],
        ),
    ]);
}

#[test]
fn people_are_told_by_what_they_have_done() {
    assert_forms(&[(
        "在已使用手机支付的用户中，28.4%的人表示会使用刷脸支付；在20-29岁网民中，有65.2%的人非常愿意分享。",
        &[
            "人表示会使用刷脸支付 | share 28.4 percent | 2025-06 (inferred) | of 已使用手机支付的用户",
            "人非常愿意分享 | share 65.2 percent | 2025-06 (inferred) | of 20-29岁网民",
        ],
    )]);
}

#[test]
fn errors_of_a_survey_are_no_statistics() {
    assert_forms(&[
        (
            "最大允许绝对误差不超过0.4个百分点，各项占比之和可能不等于100%，网民规模为11.23亿。",
            &["网民规模 | level 1123000000 person | 2025-06 (inferred)"],
        ),
        // What a clause says of rounding is said of itself alone.
        (
            "截至2025年6月，移动电话用户18.1亿户，各项之和可能不等于100%。",
            &["移动电话用户 | level 1810000000 item | 2025-06"],
        ),
    ]);
}

#[test]
fn what_comes_next_is_of_the_same() {
    assert_forms(&[
        (
            "北京的互联网普及率最高，为89.1%，其次是上海和广东，分别达到88.2%和85.4%。",
            &[
                "北京的互联网普及率 | level 89.1 percent | 2025-06 (inferred)",
                "上海的互联网普及率 | level 88.2 percent | 2025-06 (inferred)",
                "广东的互联网普及率 | level 85.4 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "截至2025年6月，微博用户减少596万，跌幅2.9%。",
            &[
                "微博用户 | change -5960000 person | 2025-06",
                "微博用户 | growth_rate -2.9 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，网络支付用户达10.3亿人，其增速为7.9%。",
            &[
                "网络支付用户 | level 1030000000 person | 2025-06",
                "网络支付用户 | growth_rate 7.9 percent | 2025-06",
            ],
        ),
        // A band of incomes is no number of its own.
        (
            "无收入群体占比由4.6%增至7.9%，500元以下的则从19.4%降到17.5%。",
            &[
                "无收入群体占比 | share 4.6 percent | -",
                "无收入群体占比 | share 7.9 percent | -",
                "500元以下 | share 19.4 percent | -",
                "500元以下 | share 17.5 percent | -",
            ],
        ),
    ]);
}

#[test]
fn forms_of_the_press() {
    assert_forms(&[
        (
            "到2008年底，网民有2亿9800万人，宽带网民有2亿7千万人，网站5万3000个。",
            &[
                "网民 | level 298000000 person | 2008-12",
                "宽带网民 | level 270000000 person | 2008-12",
                "网站 | level 53000 item | 2008-12",
            ],
        ),
        (
            "2018年上半年，网民中有30.6%、43.2%和37.3%的人分别使用过共享单车、预约出租车和预约专车/快车。",
            &[
                "网民中使用过共享单车 | share 30.6 percent | 2018-H1 | of 网民",
                "网民中使用过预约出租车 | share 43.2 percent | 2018-H1 | of 网民",
                "网民中使用过预约专车/快车 | share 37.3 percent | 2018-H1 | of 网民",
            ],
        ),
        (
            "城镇地区普及率到2024年6月为85.3%；农村地区为63.8%。",
            &[
                "城镇地区普及率 | level 85.3 percent | 2024-06",
                "农村地区普及率 | level 63.8 percent | 2024-06",
            ],
        ),
        (
            "互联网普及率在城镇居民中是86.1%，在农村只有69.3%。",
            &[
                "城镇居民互联网普及率 | level 86.1 percent | 2025-06 (inferred)",
                "农村居民互联网普及率 | level 69.3 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "城乡互联网普及率的差距，2023年为17.2%，2024年扩大到17.5%。",
            &[
                "城乡互联网普及率的差距 | level 17.2 percent | 2023",
                "城乡互联网普及率的差距 | level 17.5 percent | 2024",
            ],
        ),
        (
            "互联网普及率（Internet penetration）为79.7%。",
            &["互联网普及率（Internet penetration） | level 79.7 percent | 2025-06 (inferred)"],
        ),
        (
            "手机团购、手机支付、手机网上银行三者的用户规模均超过2亿。",
            &[
                "手机团购的用户规模 | level 200000000 person over | 2025-06 (inferred)",
                "手机支付的用户规模 | level 200000000 person over | 2025-06 (inferred)",
                "手机网上银行的用户规模 | level 200000000 person over | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn what_several_are_is_no_part_of_their_names() {
    assert_forms(&[
        (
            "手机和电视是农村网民上网的主要设备，使用率分别为97.2%和28.1%。",
            &[
                "农村网民中手机使用率 | share 97.2 percent | 2025-06 (inferred) | of 农村网民",
                "农村网民中电视使用率 | share 28.1 percent | 2025-06 (inferred) | of 农村网民",
            ],
        ),
        (
            "没有时间和不懂拼音等文化程度限制也是非网民不上网的原因，占比分别为11.2%和26.9%。",
            &[
                "没有时间 | share 11.2 percent | 2025-06 (inferred)",
                "不懂拼音等文化程度限制 | share 26.9 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "北京、上海和广东是域名最多的省份，域名数量分别为96万个、64万个和203万个。",
            &[
                "北京域名数量 | level 960000 item | 2025-06 (inferred)",
                "上海域名数量 | level 640000 item | 2025-06 (inferred)",
                "广东域名数量 | level 2030000 item | 2025-06 (inferred)",
            ],
        ),
        (
            "促进非网民上网的首要因素是方便与家人联系，占比为30.6%；其次是提供上网设备，占比为29.3%。",
            &[
                "方便与家人联系 | share 30.6 percent | 2025-06 (inferred)",
                "提供上网设备 | share 29.3 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "工具类、购物类和社交类APP数量分别为44万款、28万款和26万款。",
            &[
                "工具类APP数量 | level 440000 item | -",
                "购物类APP数量 | level 280000 item | -",
                "社交类APP数量 | level 260000 item | -",
            ],
        ),
        // What people do not do is shared as well as what they do.
        (
            "因为没有上网设备、年龄太大而不上网的占比分别为16.1%和20.5%。",
            &[
                "因为没有上网设备而不上网的占比 | share 16.1 percent | 2025-06 (inferred)",
                "因为年龄太大而不上网的占比 | share 20.5 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn so_much_a_year_is_a_pace() {
    assert_forms(&[
        (
            "域名数量以每年约1.2%的比例增长。",
            &["域名数量 | growth_rate 1.2 percent about | 2025-06 (inferred)"],
        ),
        (
            "域名数量以8%的速度递增。",
            &["域名数量 | growth_rate 8 percent | 2025-06 (inferred)"],
        ),
        (
            "固定电话用户以年均5%的速度下降。",
            &["固定电话用户 | growth_rate -5 percent | -"],
        ),
    ]);
}

#[test]
fn the_share_of_the_next_group_is_one_as_well() {
    assert_forms(&[
        (
            "10-19岁网民占比为23.2%，较2024年12月下降0.8个百分点；20-29岁占29.5%；30-39岁占比达26.1%。",
            &[
                "10-19岁网民占比 | share 23.2 percent | 2025-06 (inferred)",
                "10-19岁网民占比 | change -0.8 percentage_point | 2025-06 (inferred) < 2024-12",
                "20-29岁网民占比 | share 29.5 percent | 2025-06 (inferred)",
                "30-39岁网民占比 | share 26.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "男性网民占比为52%，女性占48%。",
            &[
                "男性网民占比 | share 52 percent | 2025-06 (inferred)",
                "女性网民占比 | share 48 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "大专及本科以上学历人群占比分别为9.7%和10.7%。",
            &[
                "大专学历人群占比 | share 9.7 percent | -",
                "本科以上学历人群占比 | share 10.7 percent | -",
            ],
        ),
        (
            "网民中月收入在2001-3000元、3001-5000元的上网群体占比分别为17.8%和15.8%。",
            &[
                "网民中月收入在2001-3000元的上网群体占比 | share 17.8 percent | 2025-06 (inferred) | of 网民",
                "网民中月收入在3001-5000元的上网群体占比 | share 15.8 percent | 2025-06 (inferred) | of 网民",
            ],
        ),
    ]);
}

#[test]
fn what_some_are_chosen_by_and_of() {
    assert_forms(&[
        (
            "互联网普及率排名前三位的省份为北京（72.2%）、上海（68.4%）和广东（63.1%）。",
            &[
                "北京互联网普及率 | level 72.2 percent | 2025-06 (inferred)",
                "上海互联网普及率 | level 68.4 percent | 2025-06 (inferred)",
                "广东互联网普及率 | level 63.1 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网民规模位居前三的省份依次为广东（6992万）、山东（4329万）和江苏（4095万）。",
            &[
                "广东网民规模 | level 69920000 person | 2025-06 (inferred)",
                "山东网民规模 | level 43290000 person | 2025-06 (inferred)",
                "江苏网民规模 | level 40950000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "在受访企业中，有36.1%开展了在线销售，有22%使用云服务。",
            &[
                "开展了在线销售 | share 36.1 percent | - | of 受访企业",
                "使用云服务 | share 22 percent | - | of 受访企业",
            ],
        ),
        (
            "在半年时间内，网民数量净增1300万人。",
            &["网民数量 | change 13000000 person | 2025-06 (inferred) < 2024-12"],
        ),
        // Of how many places is no number of them.
        (
            "内地31个省、自治区、直辖市中，网民数量超过1000万的省份达26个。",
            &["网民数量超过1000万的省份 | level 26 item | 2025-06 (inferred)"],
        ),
    ]);
}
