//! A random fact, printed in any of the forms of a clause, comes back.

use cnnic::report::Observation;
use cnnic::{Options, Source, schema};
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::forms::read;

/// Subjects in the catalog and out of it, with their unit.
const COUNTS: &[(&str, &str)] = &[
    ("网民规模", "万人"),
    ("农村网民规模", "亿人"),
    ("网络支付用户规模", "亿人"),
    ("域名总数", "万个"),
    ("5G基站总数", "万个"),
    ("光缆线路总长度", "万公里"),
    ("移动互联网累计流量", "亿GB"),
    ("某平台入驻商家", "万家"),
    ("某行业交易额", "亿元"),
];
const SHARES: &[&str] = &[
    "网络支付使用率",
    "60岁及以上老年群体网约车使用率",
    "使用手机上网的比例",
    "女性网民占比",
    "某类企业占比",
];
const PERIODS: &[(&str, &str)] = &[
    ("截至2025年6月", "2025-06"),
    ("截至2024年12月31日", "2024-12-31"),
    ("2024年上半年", "2024-H1"),
    ("2024年前三季度", "2024-01..2024-09"),
    ("2025年1-5月", "2025-01..2025-05"),
    ("2024年第三季度", "2024-Q3"),
];

/// What a fact is expected to be.
#[derive(Clone, Debug, PartialEq)]
struct Expected {
    label: String,
    measure: &'static str,
    value: Decimal,
    printed: String,
    unit: String,
    period: String,
    base: Option<String>,
    share_of: Option<String>,
}

fn as_expected(observation: &Observation) -> Expected {
    let value = observation.value.as_ref().unwrap().to_string();
    let measure = ["level", "change", "growth_rate", "share"]
        .into_iter()
        .find(|measure| *measure == observation.measure);
    Expected {
        label: observation.label.clone(),
        measure: measure.unwrap_or("another"),
        value: value.parse().unwrap(),
        printed: observation.value_printed.clone(),
        unit: observation.unit_printed.clone().unwrap_or_default(),
        period: observation.period.clone().unwrap_or_default(),
        base: observation.base_period.clone(),
        share_of: observation.share_of.clone(),
    }
}

/// A number as printed, with or without commas and decimals, and its value.
fn number() -> impl Strategy<Value = (String, Decimal)> {
    (1..2_000_000i64, 0..3u32, any::<bool>()).prop_map(|(digits, scale, commas)| {
        let value = Decimal::new(digits, scale);
        let plain = value.to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut printed = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if commas && at > 0 && (whole.len() - at) % 3 == 0 {
                printed.push(',');
            }
            printed.push(digit);
        }
        if !fraction.is_empty() {
            printed = format!("{printed}.{fraction}");
        }
        (printed, value)
    })
}

fn percent() -> impl Strategy<Value = (String, Decimal)> {
    (1..1000i64).prop_map(|tenths| {
        let value = Decimal::new(tenths, 1);
        (value.to_string(), value)
    })
}

fn in_base(value: Decimal, unit: &str) -> Decimal {
    let factor = match unit.chars().next() {
        Some('万') => 10_000,
        Some('亿') => 100_000_000,
        _ => 1,
    };
    value * Decimal::from(factor)
}

prop_compose! {
    /// X 达 Q, 较 P 增长 Q, 同比增长 N%.
    fn count()(
        (label, unit) in prop::sample::select(COUNTS),
        (wording, period) in prop::sample::select(PERIODS),
        (level, level_value) in number(),
        (change, change_value) in number(),
        (rate, rate_value) in percent(),
        verb in prop::sample::select(&["达", "为", "达到", "共计", ""][..]),
        (up, sign) in prop::sample::select(&[("增长", 1), ("增加", 1), ("减少", -1), ("下降", -1)][..]),
        we in prop::sample::select(&["我国", ""][..]),
    ) -> (String, Vec<Expected>) {
        let text = format!(
            "{wording}，{we}{label}{verb}{level}{unit}，较2023年12月{up}{change}{unit}，{up}率为{rate}%。"
        ).replace("增加率", "增长率").replace("减少率", "下降率");
        let expected = |measure, value, printed: &str, unit: &str, base: Option<&str>| Expected {
            label: label.to_owned(),
            measure,
            value,
            printed: printed.to_owned(),
            unit: unit.to_owned(),
            period: period.to_owned(),
            base: base.map(str::to_owned),
            share_of: None,
        };
        let sign = Decimal::from(sign);
        let base = Some("2023-12");
        let expected = vec![
            expected("level", in_base(level_value, unit), &level, unit, None),
            expected("change", sign * in_base(change_value, unit), &change, unit, base),
            expected("growth_rate", sign * rate_value, &rate, "%", base),
        ];
        (text, expected)
    }
}

prop_compose! {
    /// 使用率为 N%, 较 P 提升 N 个百分点; 由 a 提升至 b.
    fn share()(
        label in prop::sample::select(SHARES),
        (wording, period) in prop::sample::select(&PERIODS[..2]),
        (share, share_value) in percent(),
        (points, points_value) in percent(),
        (up, sign) in prop::sample::select(&[("提升", 1), ("提高", 1), ("下降", -1), ("回落", -1)][..]),
        from_to in any::<bool>(),
    ) -> (String, Vec<Expected>) {
        let expected = |measure, value, printed: &str, unit: &str, period: &str| Expected {
            label: label.to_owned(),
            measure,
            value,
            printed: printed.to_owned(),
            unit: unit.to_owned(),
            period: period.to_owned(),
            base: None,
            share_of: None,
        };
        if from_to {
            let text = format!("{wording}，{label}由2023年12月的{points}%变化为{share}%。")
                .replace("变化为", up).replace(up, &format!("{up}至"));
            let expected = vec![
                expected("share", points_value, &points, "%", "2023-12"),
                expected("share", share_value, &share, "%", period),
            ];
            return (text, expected);
        }
        let text = format!("{wording}，{label}为{share}%，较2023年12月{up}{points}个百分点。");
        let mut change = expected(
            "change", Decimal::from(sign) * points_value, &points, "个百分点", period,
        );
        change.base = Some("2023-12".to_owned());
        (text, vec![expected("share", share_value, &share, "%", period), change])
    }
}

prop_compose! {
    /// X、Y 和 Z 的用户规模分别为 a、b 和 c, 占网民整体的 …
    fn list()(
        names in prop::sample::subsequence(
            &["即时通信", "网络视频", "短视频", "网络音乐", "在线教育", "网约车"][..], 2..5),
        numbers in prop::collection::vec(number(), 4),
        shares in prop::collection::vec(percent(), 4),
        (wording, period) in prop::sample::select(PERIODS),
        and in prop::sample::select(&["和", "以及", "、"][..]),
    ) -> (String, Vec<Expected>) {
        let joined = |parts: Vec<String>| {
            let (last, first) = parts.split_last().unwrap();
            format!("{}{and}{last}", first.join("、"))
        };
        let labels = joined(names.iter().map(|name| (*name).to_owned()).collect());
        let with = |unit: &str, numbers: &[(String, Decimal)]| {
            let numbers = numbers.iter().take(names.len());
            joined(numbers.map(|(printed, _)| format!("{printed}{unit}")).collect())
        };
        let text = format!(
            "{wording}，{labels}用户规模分别为{}，占网民整体的{}。",
            with("万人", &numbers), with("%", &shares),
        );
        let expected = |name: &&str, measure, value, printed: &str, unit: &str, whole: Option<&str>| Expected {
            label: format!("{name}用户规模"),
            measure,
            value,
            printed: printed.to_owned(),
            unit: unit.to_owned(),
            period: period.to_owned(),
            base: None,
            share_of: whole.map(str::to_owned),
        };
        let levels = names.iter().zip(&numbers).map(|(name, (printed, value))| {
            expected(name, "level", in_base(*value, "万人"), printed, "万人", None)
        });
        let parts = names.iter().zip(&shares).map(|(name, (printed, value))| {
            expected(name, "share", *value, printed, "%", Some("网民整体"))
        });
        (text, levels.chain(parts).collect())
    }
}

proptest! {
    #[test]
    fn a_printed_fact_comes_back((text, expected) in prop_oneof![count(), share(), list()]) {
        let report = read(&text);
        let found: Vec<Expected> = report.observations.iter().map(as_expected).collect();
        prop_assert_eq!(&found, &expected, "{}", text);
        prop_assert!(report.ledger.unexplained.is_empty(), "{}", text);
    }

    /// Whatever words stand between, every digit is in the ledger once, and
    /// every number that is a value stands in its quotation.
    #[test]
    fn any_sentence_is_accounted_for(pieces in prop::collection::vec(prop_oneof![
        Just("截至2025年6月，".to_owned()), Just("较2024年12月".to_owned()), Just("同比".to_owned()),
        Just("网民规模".to_owned()), Just("使用率".to_owned()), Just("占网民整体的".to_owned()),
        Just("分别为".to_owned()), Just("达".to_owned()), Just("增长".to_owned()), Just("由".to_owned()),
        Just("至".to_owned()), Just("，".to_owned()), Just("、".to_owned()), Just("（".to_owned()),
        Just("）".to_owned()), Just("“".to_owned()), Just("”".to_owned()), Just("《".to_owned()),
        Just("个百分点".to_owned()), Just("%".to_owned()), Just("亿人".to_owned()), Just("万".to_owned()),
        Just("第".to_owned()), Just("位".to_owned()), Just("岁及以上".to_owned()), Just("三分之".to_owned()),
        Just("高于".to_owned()), Just("目前".to_owned()), Just("其中".to_owned()), Just("中".to_owned()),
        "[0-9]{1,5}", "[0-9]{1,3}\\.[0-9]{1,2}", "[0-9０-９.,:：-]{1,6}", "\\PC{0,3}",
    ], 0..40)) {
        let text = format!("网民规模达11.08亿人，{}。", pieces.concat());
        let source = Source::new("text.txt", format!("{text}\n"));
        let Ok(report) = cnnic::read(&source, &Options { edition: Some(56), ..Options::default() }) else {
            return Ok(());
        };
        prop_assert!(schema::validate("text.txt", &report).is_ok());
        let classed: usize = report.ledger.classes.values().sum();
        prop_assert_eq!(classed + report.ledger.unexplained.len(), report.ledger.numbers);
        for observation in &report.observations {
            let first = observation.value_printed.split(['-', ':']).next().unwrap();
            prop_assert!(observation.locator.quote.contains(first), "{:?}", observation);
        }
    }
}
