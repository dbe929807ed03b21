//! Parts of wholes, items that signs part, and what stands behind or before its number by
//! other words. Invented sentences, as the edition that is named, or edition 56 (of
//! 2025-06), would print them.

use crate::forms::{assert_forms, forms_of, read};

#[test]
fn how_it_stands_to_the_others_names_what_follows() {
    assert_forms(&[
        (
            "金融业使用在线工具的企业占比为95.2%，餐饮业相对较低，仅为61.3%。",
            &[
                "金融业使用在线工具的企业占比 | share 95.2 percent | -",
                "餐饮业 | share 61.3 percent | -",
            ],
        ),
        (
            "初中学历的网民占比为38.2%，大专及以上学历的网民占比较高，达21.4%。",
            &[
                "初中学历的网民占比 | share 38.2 percent | 2025-06 (inferred)",
                "大专及以上学历的网民占比 | share 21.4 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网络音乐使用率较高，为67.3%，网络文学相对较低，仅为49.2%。",
            &[
                "网络音乐使用率 | share 67.3 percent | 2025-06 (inferred)",
                "网络文学使用率 | share 49.2 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网民规模达11.2亿，农村地区普及率仍较低，为68.1%。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "农村地区普及率 | level 68.1 percent | 2025-06 (inferred)",
            ],
        ),
        // How far two are apart names both.
        (
            "截至2025年6月，城乡互联网普及率相差较大，城镇为85.1%，农村为68.3%。",
            &[
                "城镇互联网普及率 | level 85.1 percent | 2025-06",
                "农村互联网普及率 | level 68.3 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn parts_of_a_whole_are_of_its_time() {
    assert_forms(&[
        (
            "我国网民规模达11.2亿，其中常住城镇的8.0亿，两地往返的0.6亿。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "常住城镇 | level 800000000 person | 2025-06 (inferred)",
                "两地往返 | level 60000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "我国网民规模达11.2亿。其中，只读新闻的1.2亿人，只听音乐的8000万人。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "只读新闻 | level 120000000 person | 2025-06 (inferred)",
                "只听音乐 | level 80000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "11.2亿网民中，9.1亿人喜欢看剧。",
            &[
                "网民 | level 1120000000 person | 2025-06 (inferred)",
                "喜欢看剧 | level 910000000 person | 2025-06 (inferred)",
            ],
        ),
        // What others count, other things, and more than the whole are no parts.
        (
            "某公司用户达3亿人，其中付费的2000万人。",
            &[
                "某公司用户 | level 300000000 person | -",
                "付费 | level 20000000 person | -",
            ],
        ),
        (
            "我国网民规模达11.2亿，其中某公司用户2亿人；喜欢看剧的8亿人。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "某公司用户 | level 200000000 person | -",
                "喜欢看剧 | level 800000000 person | -",
            ],
        ),
        (
            "我国网民规模达11.2亿，其中某设备3.1万台。",
            &[
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
                "某设备 | level 31000 item | -",
            ],
        ),
        (
            "我国农村网民规模达3.1亿，其中爱好阅读的8亿人。",
            &[
                "农村网民规模 | level 310000000 person | 2025-06 (inferred)",
                "爱好阅读 | level 800000000 person | -",
            ],
        ),
    ]);
}

#[test]
fn those_that_are_exceeded_have_the_number() {
    assert_forms(&[(
        "宽带上网用户5.2亿人，首次超过拨号上网的3.1亿人。",
        &[
            "宽带上网用户 | level 520000000 person | 2025-06 (inferred)",
            "拨号上网 | level 310000000 person | 2025-06 (inferred)",
        ],
    )]);
}

#[test]
fn half_a_year_that_leads_or_follows() {
    assert_forms(&[
        (
            "网民总数达11.2亿，半年来新增网民1450万，增长率为1.3%。",
            &[
                "网民总数 | level 1120000000 person | 2025-06 (inferred)",
                "网民 | change 14500000 person | 2025-06 (inferred) < 2024-12",
                "网民总数 | growth_rate 1.3 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "短短半年间，网民规模从10.1亿猛增到11.2亿。",
            &[
                "网民规模 | level 1010000000 person | 2024-12 (inferred)",
                "网民规模 | level 1120000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "微博用户数量从1.2亿快速增长到1.8亿，半年增幅达50.0%。",
            &[
                "微博用户数量 | level 120000000 person | 2024-12 (inferred)",
                "微博用户数量 | level 180000000 person | 2025-06 (inferred)",
                "微博用户数量 | growth_rate 50.0 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        // A growth of other numbers dates none of these, nor one of what nothing dates.
        (
            "微博用户数量从1.2亿快速增长到1.8亿，半年增幅达90.0%。",
            &[
                "微博用户数量 | level 120000000 person | -",
                "微博用户数量 | level 180000000 person | 2025-06 (inferred)",
                "微博用户数量 | growth_rate 90.0 percent | 2025-06 (inferred) < 2024-12",
            ],
        ),
        (
            "某应用下载量从1.2亿次增长到1.8亿次，年增长率50.0%。",
            &[
                "某应用下载量 | level 120000000 item | -",
                "某应用下载量 | level 180000000 item | -",
                "某应用下载量 | growth_rate 50.0 percent | -",
            ],
        ),
        // Where people come from is no time.
        (
            "半年来自农村的新用户占比为18.2%。",
            &["半年来自农村的新用户占比 | share 18.2 percent | -"],
        ),
    ]);
}

#[test]
fn how_fast_others_grew_as_well() {
    assert_forms(&[
        (
            "网上支付用户年增幅30.9%，旅行预订为27.9%，网上银行为22.3%。",
            &[
                "网上支付用户 | growth_rate 30.9 percent | 2025-06 (inferred) < 2024-06",
                "旅行预订用户 | growth_rate 27.9 percent | 2025-06 (inferred) < 2024-06",
                "网上银行用户 | growth_rate 22.3 percent | 2025-06 (inferred) < 2024-06",
            ],
        ),
        (
            "某业务速率达19.01Mbit/s，年度提升幅度达60.2%。",
            &[
                "某业务速率 | level 19.01 megabit_per_second | -",
                "某业务速率 | growth_rate 60.2 percent | -",
            ],
        ),
        (
            "2024年，某业务收入达1200亿元，同比提升幅度达12.1%。",
            &[
                "某业务收入 | level 120000000000 yuan | 2024",
                "某业务收入 | growth_rate 12.1 percent | 2024 < 2023",
            ],
        ),
        (
            "网络视频使用率提升幅度达2.3个百分点。",
            &["网络视频使用率 | change 2.3 percentage_point | 2025-06 (inferred)"],
        ),
        // Where a share is spoken of, the others have one too.
        (
            "网上支付使用率为30.9%，旅行预订为27.9%。",
            &[
                "网上支付使用率 | share 30.9 percent | 2025-06 (inferred)",
                "旅行预订使用率 | share 27.9 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn a_time_that_is_compared_with_before_what_grew() {
    assert_forms(&[(
        "网络视频用户规模10.6亿，与2024年底相比用户数增长1450万，半年增幅1.4%。",
        &[
            "网络视频用户规模 | level 1060000000 person | 2025-06 (inferred)",
            "网络视频用户规模 | change 14500000 person | 2025-06 (inferred) < 2024-12",
            "网络视频用户规模 | growth_rate 1.4 percent | 2025-06 (inferred) < 2024-12",
        ],
    )]);
}

#[test]
fn what_moved_is_a_share_of_its_own() {
    assert_forms(&[(
        "手机网民规模达11.1亿，网民中使用手机上网的人群占比进一步提升，由2024年的99.1%提升至99.4%。",
        &[
            "手机网民规模 | level 1110000000 person | 2025-06 (inferred)",
            "网民中使用手机上网的人群占比 | share 99.1 percent | 2024 | of 网民",
            "网民中使用手机上网的人群占比 | share 99.4 percent | 2025-06 (inferred) | of 网民",
        ],
    )]);
}

#[test]
fn where_one_writes_to_and_scales() {
    assert_forms(&[
        (
            "地址为某市218信箱3分箱，评价采用5分制，网民规模达11.2亿。",
            &["网民规模 | level 1120000000 person | 2025-06 (inferred)"],
        ),
        (
            "第3分册长1分40秒，网民规模达11.2亿。",
            &["网民规模 | level 1120000000 person | 2025-06 (inferred)"],
        ),
        (
            "拨打12399举报热线或通过12300受理中心反映，网民规模达11.2亿。",
            &["网民规模 | level 1120000000 person | 2025-06 (inferred)"],
        ),
        (
            "2024年，用户满意度得分为8.5分。",
            &["用户满意度得分 | level 8.5 point | 2024"],
        ),
    ]);
}

#[test]
fn people_that_an_average_is_of() {
    assert_forms(&[
        (
            "11.2亿网民人均每周上网28.3小时。",
            &[
                "网民 | level 1120000000 person | 2025-06 (inferred)",
                "网民人均每周上网 | level 28.3 hour | 2025-06 (inferred)",
            ],
        ),
        // Those who do something each day are not all.
        (
            "3.2亿网民每天收看直播2小时。",
            &[
                "网民每天收看直播 | level 320000000 person | 2025-06 (inferred)",
                "网民每天收看直播 | level 2 hour | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn other_names() {
    assert_forms(&[
        (
            "新通用顶级域名占比为14.1%。",
            &["新通用顶级域名占比 | share 14.1 percent | 2025-06 (inferred)"],
        ),
        (
            "单个网站的平均网页数为5.1万个。",
            &["单个网站的平均网页数 | level 51000 item | 2025-06 (inferred)"],
        ),
        (
            "网民用手机上网的比例达98.1%，手机上网人数达11.1亿。",
            &[
                "网民用手机上网的比例 | share 98.1 percent | 2025-06 (inferred)",
                "手机上网人数 | level 1110000000 person | 2025-06 (inferred)",
            ],
        ),
        (
            "“.CN”域名注册量以2082万个成为全球第二大国家顶级域名。",
            &["“.CN”域名注册量 | level 20820000 item | 2025-06 (inferred)"],
        ),
        (
            "网民以11.2亿位居全球第一。",
            &["网民 | level 1120000000 person | 2025-06 (inferred)"],
        ),
        (
            "网民中，高中学历的网民比例为20.6%。",
            &["高中学历的网民比例 | share 20.6 percent | 2025-06 (inferred) | of 网民"],
        ),
        (
            "国内网络视频使用率为96.1%。",
            &["网络视频使用率 | share 96.1 percent | 2025-06 (inferred)"],
        ),
        (
            "使用率最高的应用依次为即时通信（97.1%）、网络视频（96.2%）。",
            &[
                "即时通信使用率 | share 97.1 percent | 2025-06 (inferred)",
                "网络视频使用率 | share 96.2 percent | 2025-06 (inferred)",
            ],
        ),
        // Of those who use phones it is another rate.
        (
            "手机网民使用率最高的应用依次为即时通信（97.1%）、网络视频（96.2%）。",
            &[
                "即时通信 | share 97.1 percent | 2025-06 (inferred)",
                "网络视频 | share 96.2 percent | 2025-06 (inferred)",
            ],
        ),
    ]);
}

#[test]
fn machines_are_no_people() {
    assert_eq!(
        forms_of(
            7,
            "上网计算机达900万台，其中专线上网150万台，拨号上网750万台；专线上网用户260万人。"
        ),
        [
            "上网计算机 | level 9000000 item | 2000-12 (inferred)",
            "专线上网 | level 1500000 item | 2000-12 (inferred)",
            "拨号上网 | level 7500000 item | 2000-12 (inferred)",
            "专线上网用户 | level 2600000 person | 2000-12 (inferred)"
        ]
    );
    let report = read("上网计算机达900万台，其中专线上网150万台，专线上网用户260万人。");
    let indicators = report.observations.iter();
    let indicators: Vec<_> = indicators.map(|of| of.indicator.as_deref()).collect();
    let expected = [
        "computers_online",
        "leased_line_computers",
        "leased_line_users",
    ];
    assert_eq!(indicators, expected.map(Some));
}

#[test]
fn users_are_whom_the_first_editions_ask() {
    assert_eq!(
        forms_of(3, "用户中男性占85.1%，女性占14.9%；未婚用户占57.2%。"),
        [
            "用户中男性 | share 85.1 percent | 1998-12 (inferred) | of 用户",
            "女性 | share 14.9 percent | 1998-12 (inferred) | of 用户",
            "未婚用户 | share 57.2 percent | 1998-12 (inferred)"
        ]
    );
    assert_eq!(
        forms_of(3, "某公司用户中男性占85.1%。"),
        ["某公司用户中男性 | share 85.1 percent | - | of 某公司用户"]
    );
}

#[test]
fn firms_are_asked_as_well() {
    assert_eq!(
        forms_of(30, "52.1%的企业利用互联网与客户沟通。"),
        ["企业利用互联网与客户沟通 | share 52.1 percent | 2012-06 (inferred) | of 企业"]
    );
    assert_eq!(
        forms_of(30, "金融业的企业互联网使用比例为95.2%，餐饮业为61.3%。"),
        [
            "金融业的企业互联网使用比例 | share 95.2 percent | 2012-06 (inferred)",
            "餐饮业 | share 61.3 percent | 2012-06 (inferred)"
        ]
    );
    assert_eq!(
        forms_of(30, "据某机构统计，美国52.1%的企业利用互联网与客户沟通。"),
        ["企业利用互联网与客户沟通 | share 52.1 percent | - | of 美国的企业"]
    );
}

#[test]
fn users_are_not_whom_later_editions_ask() {
    assert_eq!(
        forms_of(30, "某网站用户中男性占85.1%。"),
        ["某网站用户中男性 | share 85.1 percent | - | of 某网站用户"]
    );
}
