//! Every form of a clause, and what it says: invented sentences, as edition 56
//! (of 2025-06) would print them.

use cnnic::check::CheckStatus;
use cnnic::report::{Observation, Report};
use cnnic::{Options, Source};

pub fn read(text: &str) -> Report {
    read_of(56, text)
}

fn read_of(edition: u32, text: &str) -> Report {
    let source = Source::new("text.txt", format!("{text}\n"));
    let options = Options {
        edition: Some(edition),
        ..Options::default()
    };
    cnnic::read(&source, &options).unwrap()
}

/// The facts of a text of another edition, in order.
pub fn forms_of(edition: u32, text: &str) -> Vec<String> {
    let report = read_of(edition, text);
    report.observations.iter().map(line).collect()
}

/// `网民规模 | change 1000 person | 2025-06 < 2024-12`
pub fn line(observation: &Observation) -> String {
    let mut line = format!("{} | {}", observation.label, observation.measure);
    let value = observation.value.as_ref().map(ToString::to_string);
    line += &format!(" {}", value.unwrap_or_default());
    if let Some(upper) = &observation.value_upper {
        line += &format!("..{upper}");
    }
    if let Some(denominator) = &observation.value_denominator {
        line += &format!(":{denominator}");
    }
    line += &format!(" {}", observation.unit);
    for word in [
        observation.approximation.as_deref(),
        Some(observation.status.as_str()).filter(|status| *status != "A"),
    ] {
        line.extend(word.map(|word| format!(" {word}")));
    }
    line += &format!(" | {}", observation.period.as_deref().unwrap_or("-"));
    if let Some(note) = &observation.period_note {
        line += &format!(" ({note})");
    }
    if let Some(base) = &observation.base_period {
        line += &format!(" < {base}");
    }
    if let Some(whole) = &observation.share_of {
        line += &format!(" | of {whole}");
    }
    line
}

/// Each case: what is printed, and its facts in order.
pub fn assert_forms(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let report = read(text);
        let found: Vec<String> = report.observations.iter().map(line).collect();
        assert_eq!(found, *expected, "{text}");
        assert!(report.ledger.unexplained.is_empty(), "{text}");
    }
}

#[test]
fn levels() {
    assert_forms(&[
        (
            "截至2025年6月，我国网民规模达11.23亿人。",
            &["网民规模 | level 1123000000 person | 2025-06"],
        ),
        (
            "目前，某平台入驻商家逾200万家。",
            &["某平台入驻商家 | level 2000000 item over | - (目前)"],
        ),
        (
            "截至6月，农村网民规模约3.2亿人。",
            &["农村网民规模 | level 320000000 person about | 2025-06 (inferred)"],
        ),
        (
            "第三季度，某应用日活跃用户近4亿，人均使用时长不足30分钟。",
            &[
                "某应用日活跃用户 | level 400000000 person nearly | 2024-Q3 (inferred)",
                "人均使用时长 | level 30 minute under | 2024-Q3 (inferred)",
            ],
        ),
        (
            "2024年前三季度，移动互联网累计流量达2,500亿GB。",
            &["移动互联网累计流量 | level 250000000000 gigabyte | 2024-01..2024-09"],
        ),
        (
            "国庆期间，某地接待游客300余万人次。",
            &["某地接待游客 | level 3000000 item over | 2025 (国庆期间)"],
        ),
        (
            "预计到2030年，产业规模将达5万亿元。",
            &["产业规模 | level 5000000000000 yuan F | 2030"],
        ),
        (
            "截至2025年6月，网民男女比例为51.0:49.0。",
            &["网民男女比例 | ratio 51.0:49.0 ratio | 2025-06"],
        ),
        (
            "2025年1-5月，软件业务收入为5.5万亿元，出口占比为6%-7%。",
            &[
                "软件业务收入 | level 5500000000000 yuan | 2025-01..2025-05",
                "出口占比 | share 6..7 percent | 2025-01..2025-05",
            ],
        ),
    ]);
}

#[test]
fn changes_and_growth() {
    assert_forms(&[
        (
            "截至2025年6月，我国网民规模达11.23亿人，较2024年12月增长1436万人；互联网普及率达79.7%，较2024年12月提升1.1个百分点。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "网民规模 | change 14360000 person | 2025-06 < 2024-12",
                "互联网普及率 | level 79.7 percent | 2025-06",
                "互联网普及率 | change 1.1 percentage_point | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，我国非网民规模为2.86亿人，较2024年12月减少1480万人。",
            &[
                "非网民规模 | level 286000000 person | 2025-06",
                "非网民规模 | change -14800000 person | 2025-06 < 2024-12",
            ],
        ),
        (
            "2025年上半年，网上零售额达7.4万亿元，同比增长8.5%。",
            &[
                "网上零售额 | level 7400000000000 yuan | 2025-H1",
                "网上零售额 | growth_rate 8.5 percent | 2025-H1 < 2024-H1",
            ],
        ),
        (
            "2025年一季度，快递业务量达450亿件，环比下降12.3%。",
            &[
                "快递业务量 | level 45000000000 item | 2025-Q1",
                "快递业务量 | growth_rate -12.3 percent | 2025-Q1 < 2024-Q4",
            ],
        ),
        (
            "网络直播用户规模由2024年12月的8.33亿人提升至2025年6月的8.51亿人。",
            &[
                "网络直播用户规模 | level 833000000 person | 2024-12",
                "网络直播用户规模 | level 851000000 person | 2025-06",
            ],
        ),
        (
            "截至2025年6月，5G基站总数达455万个，比上年末净增29.8万个。",
            &[
                "5G基站总数 | level 4550000 item | 2025-06",
                "5G基站总数 | change 298000 item | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，新增网民1436万人。",
            &["网民 | change 14360000 person | 2025-06"],
        ),
        (
            "截至2025年6月，平台企业较2024年12月减少2家至205家。",
            &[
                "平台企业 | change -2 item | 2025-06 < 2024-12",
                "平台企业 | level 205 item | 2025-06",
            ],
        ),
        (
            "我国该指数排名第10位，较2023年提升2个名次。",
            &[
                "该指数排名 | rank 10 rank | -",
                "该指数排名 | change 2 rank | - < 2023",
            ],
        ),
        (
            "截至2025年6月，上网计算机3089万台；和半年前相比，上网计算机增加517万台，增长率20.1%。",
            &[
                "上网计算机 | level 30890000 item | 2025-06",
                "上网计算机 | change 5170000 item | 2025-06 < 2024-12",
                "上网计算机 | growth_rate 20.1 percent | 2025-06 < 2024-12",
            ],
        ),
    ]);
}

#[test]
fn shares() {
    assert_forms(&[
        (
            "截至2025年6月，农村网民规模达3.22亿人，占网民整体的28.7%，较2024年12月提高0.4个百分点。",
            &[
                "农村网民规模 | level 322000000 person | 2025-06",
                "农村网民规模 | share 28.7 percent | 2025-06 | of 网民整体",
                "农村网民规模占比 | change 0.4 percentage_point | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，20-29岁网民占比最高，为24.5%；其次为30-39岁网民，占比为20.1%。",
            &[
                "20-29岁网民占比 | share 24.5 percent | 2025-06",
                "30-39岁网民占比 | share 20.1 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，我国网民使用手机上网的比例达99.4%，高于使用台式电脑上网的比例65.2个百分点。",
            &[
                "网民使用手机上网的比例 | share 99.4 percent | 2025-06 | of 网民",
                "网民使用手机上网的比例高于使用台式电脑上网的比例 | change 65.2 percentage_point | 2025-06",
            ],
        ),
        (
            "截至2025年6月，网民中农村占27.5%，规模1.78亿，较2024年12月增加188万。",
            &[
                "网民中农村 | share 27.5 percent | 2025-06 | of 网民",
                "农村网民规模 | level 178000000 person | 2025-06",
                "农村网民规模 | change 1880000 person | 2025-06 < 2024-12",
            ],
        ),
        (
            "截至2025年6月，月收入在2001-3000元、3001-5000元的网民占比分别为18.5%和22.4%。",
            &[
                "月收入在2001-3000元的网民占比 | share 18.5 percent | 2025-06",
                "月收入在3001-5000元的网民占比 | share 22.4 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，共有12家企业完成备案，其中，外资企业占比为25.0%。",
            &[
                "企业完成备案 | level 12 item | 2025-06",
                "外资企业占比 | share 25.0 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn a_share_of_another_whole_is_no_number_of_users() {
    let text = "截至2025年6月，在APP总量中，游戏占27.0%，网络购物占13.2%。截至2025年6月，在网民整体中，网络购物占81.2%。截至2025年6月，全国支付交易中，支付占2.0%。";
    let report = read(text);
    let found: Vec<_> = report
        .observations
        .iter()
        .map(|observation| (line(observation), observation.indicator.as_deref()))
        .collect();
    let expected = [
        ("游戏 | share 27.0 percent | 2025-06 | of APP总量", None),
        ("网络购物 | share 13.2 percent | 2025-06 | of APP总量", None),
        (
            "网络购物 | share 81.2 percent | 2025-06 | of 网民整体",
            Some("application_usage_rate"),
        ),
        ("支付 | share 2.0 percent | 2025-06", None),
    ];
    let expected = expected.map(|(line, indicator)| (line.to_owned(), indicator));
    assert_eq!(found, expected);
}

#[test]
fn several_at_once() {
    assert_forms(&[
        (
            "截至2025年6月，使用台式电脑、笔记本电脑和平板电脑上网的比例分别为34.2%、33.4%和30.5%。",
            &[
                "使用台式电脑上网的比例 | share 34.2 percent | 2025-06",
                "使用笔记本电脑上网的比例 | share 33.4 percent | 2025-06",
                "使用平板电脑上网的比例 | share 30.5 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，网络音乐、网络文学用户规模分别为7.3亿人以及5.2亿人，占网民整体的68.4%、49.1%。",
            &[
                "网络音乐用户规模 | level 730000000 person | 2025-06",
                "网络文学用户规模 | level 520000000 person | 2025-06",
                "网络音乐用户规模 | share 68.4 percent | 2025-06 | of 网民整体",
                "网络文学用户规模 | share 49.1 percent | 2025-06 | of 网民整体",
            ],
        ),
        (
            "截至2025年6月，60岁及以上老年群体网约车使用率为31.2%，用户规模达5200万人。",
            &[
                "60岁及以上老年群体网约车使用率 | share 31.2 percent | 2025-06",
                "60岁及以上老年群体网约车用户规模 | level 52000000 person | 2025-06",
            ],
        ),
        (
            "截至2025年6月，电视上网比例25.0%，台式电脑34.7%，平板31.0%。",
            &[
                "电视上网比例 | share 25.0 percent | 2025-06",
                "台式电脑上网比例 | share 34.7 percent | 2025-06",
                "平板上网比例 | share 31.0 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，域名总数3262万个，“.CN”2085万个（占63.9%）。",
            &[
                "域名总数 | level 32620000 item | 2025-06",
                "“.CN”域名总数 | level 20850000 item | 2025-06",
                "“.CN”域名总数 | share 63.9 percent | 2025-06",
            ],
        ),
    ]);
}

#[test]
fn verbs_and_brackets_of_each_item() {
    assert_forms(&[
        (
            "截至2025年6月，即时通信（97.6%）、网络视频（96.6%）使用率位居前列。",
            &[
                "即时通信使用率 | share 97.6 percent | 2025-06",
                "网络视频使用率 | share 96.6 percent | 2025-06",
            ],
        ),
        (
            "截至2025年6月，即时通信、网络视频用户规模较2024年12月分别增长2066万人和下降500万人。",
            &[
                "即时通信用户规模 | change 20660000 person | 2025-06 < 2024-12",
                "网络视频用户规模 | change -5000000 person | 2025-06 < 2024-12",
            ],
        ),
        (
            "2024年，支付业务1231.5亿笔，金额340.2万亿元，同比分别增长22.4%和下降1.5%。",
            &[
                "支付业务 | level 123150000000 item | 2024",
                "支付业务金额 | level 340200000000000 yuan | 2024",
                "支付业务 | growth_rate 22.4 percent | 2024 < 2023",
                "支付业务金额 | growth_rate -1.5 percent | 2024 < 2023",
            ],
        ),
        (
            "2024年，交易额达1.2万亿元（约合1700亿美元），同比增长8.5%。",
            &[
                "交易额 | level 1200000000000 yuan | 2024",
                "交易额 | level 170000000000 usd | 2024",
                "交易额 | growth_rate 8.5 percent | 2024 < 2023",
            ],
        ),
    ]);
}

#[test]
fn words_that_look_like_others() {
    assert_forms(&[
        (
            "2024年，节约500万元，成都50家，平台日均1.2亿次，旅客抵达3万人次。",
            &[
                "节约 | level 5000000 yuan | 2024",
                "成都 | level 50 item | 2024",
                "平台日均 | level 120000000 item | 2024",
                "旅客抵达 | level 30000 item | 2024",
            ],
        ),
        (
            "2024年，平台访问量日均为1.2亿次，月均达36亿次，城镇、农村用户均为2亿人。",
            &[
                "平台访问量日均 | level 120000000 item | 2024",
                "月均 | level 3600000000 item | 2024",
                "城镇用户 | level 200000000 person | 2024",
                "农村用户 | level 200000000 person | 2024",
            ],
        ),
        (
            "2024年，用电量1500亿千瓦时，算力达246EFLOPS，平均年龄为28岁，研发周期缩短3个月。",
            &[
                "用电量 | level 150000000000 kilowatt_hour | 2024",
                "算力 | level 246 exaflops | 2024",
                "平均年龄 | level 28 year | 2024",
                "研发周期 | change -3 month | 2024",
            ],
        ),
        (
            "2024年，销售额同比增长-1.3%，某流量达1950.1万人次。",
            &[
                "销售额 | growth_rate -1.3 percent | 2024 < 2023",
                "某流量 | level 19501000 item | 2024",
            ],
        ),
        (
            "截至2025年6月，报告指出，“我国网民规模达11.23亿人，互联网普及率达79.7%”。",
            &[
                "网民规模 | level 1123000000 person | 2025-06",
                "互联网普及率 | level 79.7 percent | 2025-06",
            ],
        ),
        (
            "预计到2026年，市场规模将突破5000亿元。人均预期寿命达79.2岁。",
            &[
                "市场规模 | level 500000000000 yuan over F | 2026",
                "人均预期寿命 | level 79.2 year | -",
            ],
        ),
        (
            "2024年，详见https://www.example.cn/n4/2025/c208.html，热线400-810-8888，网民规模达11.08亿人。",
            &["网民规模 | level 1108000000 person | 2024"],
        ),
    ]);
}

#[test]
fn what_cannot_be_read_is_unexplained() {
    for (text, expected) in [
        (
            "网民规模达11亿人，用户达12,34,567人。",
            &["12", "34,567"][..],
        ),
        ("网民规模达11亿人，约5成用户在线。", &["5"]),
        ("网民规模达11亿人，618期间较忙。", &["618"]),
        ("网民规模达11亿人，占52.7。", &["52.7"]),
    ] {
        let report = read(text);
        let found: Vec<&str> = report
            .ledger
            .unexplained
            .iter()
            .map(|lost| lost.text.as_str())
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn what_is_no_statistic_gives_none() {
    let report = read(
        "截至2025年6月，网民规模达11.23亿人。《2025年行动方案》提出发展5G、3C产业，12345热线在9点至19点开通，\
         第33届展会面向60岁及以上群体，6月18日的“618”活动已举办10周年。",
    );
    let found: Vec<String> = report.observations.iter().map(line).collect();
    assert_eq!(found, ["网民规模 | level 1123000000 person | 2025-06"]);
    assert!(report.ledger.unexplained.is_empty());
}

#[test]
fn amounts_in_words_are_reported_and_no_values() {
    let report = read("截至2025年6月，共有六家企业参与，用户翻番，三分之一来自农村，占比为24.5%。");
    let found: Vec<Option<&str>> = report
        .problems
        .iter()
        .filter(|problem| problem.message.contains("in words"))
        .map(|problem| problem.found.as_deref())
        .collect();
    assert_eq!(found, [Some("六家"), Some("翻番"), Some("三分之一")]);
    assert_eq!(report.observations.len(), 1);
}

#[test]
fn a_footnote_that_corrects_a_period_wins() {
    let report = read(
        "截至2025年6月，5G基站总数达455万个¹，占移动基站总数的35.7%。\n\n¹ 此处5G基站总数为截至2025年5月数据。",
    );
    assert_eq!(
        line(&report.observations[0]),
        "5G基站总数 | level 4550000 item | 2025-05"
    );
}

#[test]
fn a_paragraph_carries_its_period() {
    assert_forms(&[(
        "截至2024年12月，网民规模达11.08亿人。农村网民规模达3.13亿人。",
        &[
            "网民规模 | level 1108000000 person | 2024-12",
            "农村网民规模 | level 313000000 person | 2024-12",
        ],
    )]);
}

#[test]
fn the_penetration_of_an_application_is_no_usage_rate() {
    let report = read(
        "截至2025年6月，我国网民规模达11.23亿人。截至2025年6月，我国生成式人工智能用户规模为5.15亿人，普及率为36.5%。",
    );
    let rate = &report.observations[2];
    assert_eq!(
        line(rate),
        "生成式人工智能普及率 | level 36.5 percent | 2025-06"
    );
    assert_eq!(rate.indicator.as_deref(), Some("application_penetration"));
    let failed = |check: &cnnic::report::Check| check.status == CheckStatus::Fail;
    assert!(!report.checks.iter().any(failed));
}
