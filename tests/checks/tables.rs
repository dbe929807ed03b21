//! Tables that no catalog knows: what their rows add up to, and what they grew by.

use cnnic::check::{CheckKind, CheckStatus};
use cnnic::{Options, Report, Source};

fn read(table: &str) -> Report {
    let text = format!("第 57 次中国互联网络发展状况统计报告\n\n第一章 发展状况\n\n{table}\n");
    cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap()
}

/// How the checks of a kind ended in a table, and what they say.
fn checks(kind: CheckKind, table: &str) -> Vec<(CheckStatus, String)> {
    let checks = read(table).checks.into_iter();
    let checks = checks.filter(|check| check.kind == kind);
    checks.map(|check| (check.status, check.message)).collect()
}

/// The one check of a kind that failed, or that none did of some that were evaluated.
fn failed(kind: CheckKind, table: &str) -> Option<String> {
    let found = checks(kind, table);
    let mut evaluated = found
        .iter()
        .filter(|(status, _)| *status != CheckStatus::Skipped);
    assert!(evaluated.next().is_some(), "{table}: {found:#?}");
    let failed = found
        .into_iter()
        .filter(|(status, _)| *status == CheckStatus::Fail);
    let failed: Vec<String> = failed.map(|(_, message)| message).collect();
    assert!(failed.len() < 2, "{table}: {failed:#?}");
    failed.into_iter().next()
}

#[test]
fn a_row_is_of_the_period_that_it_is_called_by() {
    let table = |growth: &str| {
        format!(
            "表 8 2022-2024年产业规模\n\n年份\t规模（亿元）\t增长率\n\
             2022\t1500\t25.0%\n2023\t1350\t{growth}\n2024\t1485\t10.0%"
        )
    };
    assert_eq!(failed(CheckKind::Growth, &table("-10.0%")), None);
    let message = failed(CheckKind::Growth, &table("-20.0%")).unwrap();
    assert!(
        message.starts_with("表 8, 2023, 增长率: from 1500亿元"),
        "{message}"
    );
    let report = read(&table("-10.0%"));
    let seen = report.observations.iter();
    let periods = seen.map(|seen| (seen.period.clone(), seen.base_period.clone()));
    let periods: Vec<String> = periods
        .map(|(period, base)| format!("{period:?} < {base:?}"))
        .collect();
    assert!(
        periods.contains(&"Some(\"2023\") < Some(\"2022\")".to_owned()),
        "{periods:#?}"
    );
}

/// The base and the period of every value of a column.
fn bases(table: &str, label: &str) -> Vec<(Option<String>, Option<String>)> {
    let seen = read(table).observations.into_iter();
    let seen = seen.filter(|seen| seen.label == label);
    seen.map(|seen| (seen.base_period, seen.period)).collect()
}

#[test]
fn growth_is_since_the_year_before_where_that_is_there_or_said() {
    let table = |years: [u32; 3], label: &str| {
        let [first, second, third] = years;
        format!(
            "表 1 市场规模\n\n年份\t规模（亿元）\t{label}\n{first}\t100\t—\n{second}\t150\t50.0%\n{third}\t300\t100.0%"
        )
    };
    let bases = |years, label: &str| -> Vec<Option<String>> {
        let found = bases(&table(years, label), label).into_iter();
        found.map(|(base, _)| base).collect()
    };
    let year = |year: &str| Some(year.to_owned());
    assert_eq!(bases([2010, 2015, 2020], "增长率"), [None, None, None]);
    assert_eq!(
        bases([2018, 2019, 2020], "增长率"),
        [None, year("2018"), year("2019")]
    );
    assert_eq!(
        bases([2010, 2015, 2020], "比上年增长"),
        [year("2009"), year("2014"), year("2019")]
    );
    assert_eq!(bases([2018, 2019, 2020], "年均增长率"), [None, None, None]);
}

#[test]
fn numbers_under_no_heading_of_years_are_no_years() {
    let periods = |stub: &str| -> Vec<Option<String>> {
        let table = format!("表 2 分布\n\n{stub}\t人数（个）\n2021\t100\n2022\t120");
        let found = bases(&table, "人数").into_iter();
        found.map(|(_, period)| period).collect()
    };
    let year = |year: &str| Some(year.to_owned());
    for stub in ["年份", "统计年度", "年"] {
        assert_eq!(periods(stub), [year("2021"), year("2022")], "{stub}");
    }
    assert_eq!(periods("年级"), [year("2025-12"), year("2025-12")]);
}

/// In real terms, a mean, of something else, or beside what is added up.
#[test]
fn growth_of_something_else_is_not_that_of_the_rows() {
    let table = |title: &str, level: &str, growth: &str, note: &str| {
        format!(
            "表 1 {title}\n\n年份\t{level}（亿元）\t{growth}\n2022\t100\t—\n2023\t150\t5.2%\n2024\t300\t5.0%{note}"
        )
    };
    let failed = |table: &str| {
        let found = checks(CheckKind::Growth, table).into_iter();
        found
            .filter(|(status, _)| *status == CheckStatus::Fail)
            .count()
    };
    for growth in ["增长率", "规模增长率", "市场规模同比增长", "增速"] {
        let table = table("市场", "市场规模", growth, "");
        let expected = if growth == "规模增长率" { 0 } else { 2 };
        assert_eq!(failed(&table), expected, "{table}");
    }
    let note = "\n\n注：增长率按不变价格计算。";
    for table in [
        table("市场", "规模", "实际增长率", ""),
        table("市场", "规模", "增长率", note),
        table("市场", "规模", "近五年年均增长率", ""),
        table("市场", "用户规模", "其中活跃用户增长率", ""),
        table("累计收入", "收入", "增长率", ""),
    ] {
        assert_eq!(failed(&table), 0, "{table}");
    }
}

#[test]
fn growth_since_the_year_and_since_the_period_before_are_told_apart() {
    let table = |last: &str, before: &str| {
        format!(
            "表 6 各季度交易额\n\n时间\t交易额（亿元）\t同比\t环比\n\
             2023年第四季度\t180\t12.0%\t20.0%\n2024年第一季度\t120\t20.0%\t-33.3%\n\
             2024年第二季度\t150\t25.0%\t25.0%\n2024年第三季度\t200\t30.0%\t33.3%\n\
             2024年第四季度\t198\t{last}\t{before}"
        )
    };
    assert_eq!(failed(CheckKind::Growth, &table("10.0%", "-1.0%")), None);
    for (last, before) in [("-1.0%", "-1.0%"), ("10.0%", "10.0%")] {
        let message = failed(CheckKind::Growth, &table(last, before)).unwrap();
        assert!(message.contains("2024年第四季度"), "{message}");
    }
    // Growth below 0 is no share below 0.
    let shares = checks(CheckKind::Plausibility, &table("10.0%", "-1.0%"));
    assert!(shares.is_empty(), "{shares:#?}");
}

#[test]
fn a_growth_is_of_the_year_in_its_heading() {
    let table = |first: &str, second: &str| {
        format!(
            "表 7 近三年情况\n\n指标\t2022年（亿元）\t2023年（亿元）\t2024年（亿元）\t2023年增长率\t2024年增长率\n\
             收入\t100\t110\t132\t{first}\t{second}"
        )
    };
    assert_eq!(failed(CheckKind::Growth, &table("10.0%", "20.0%")), None);
    for (first, second) in [("12.0%", "20.0%"), ("10.0%", "32.0%")] {
        assert!(failed(CheckKind::Growth, &table(first, second)).is_some());
    }
}

#[test]
fn points_are_between_two_shares() {
    let table = |points: &str| {
        format!(
            "表 9 分地区占比\n\n地区\t2024.12 占比\t2025.6 占比\t变化（个百分点）\n\
             东部\t55.0%\t54.0%\t{points}\n西部\t45.0%\t46.0%\t1.0"
        )
    };
    assert_eq!(failed(CheckKind::Change, &table("-1.0")), None);
    let message = failed(CheckKind::Change, &table("-2.0")).unwrap();
    assert!(message.starts_with("表 9, 东部, 变化"), "{message}");
}

/// Between the two there are points only where both are shares.
#[test]
fn points_are_of_no_count() {
    let text = "截至2025年6月，某地有5G基站8.0万个，占移动电话基站的40.0%，较2024年12月提升5.0个百分点。\
        2024年12月，5G基站为6.5万个。";
    let failed = checks(CheckKind::Change, text).into_iter();
    let failed: Vec<_> = failed
        .filter(|(status, _)| *status == CheckStatus::Fail)
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn answers_of_several_come_to_what_they_come_to() {
    let table = |total: &str| {
        format!(
            "表 6 用户使用场景（多选）\n\n场景\t占比\n办公\t60.1%\n学习\t55.3%\n娱乐\t80.2%\n合计\t{total}"
        )
    };
    let failed = |total: &str| {
        let found = read(&table(total)).checks.into_iter();
        found
            .filter(|check| check.status == CheckStatus::Fail)
            .count()
    };
    assert_eq!(failed("195.6%"), 0);
    assert_eq!(failed("295.6%"), 1);
}

#[test]
fn provinces_that_a_table_chooses_are_part_of_the_country() {
    let table = |last: &str| {
        format!(
            "表 5 前三名省份\n\n地区\t数量（个）\t占全国比例\n广东\t500\t25.0%\n北京\t400\t20.0%\n\
             上海\t{last}\t15.0%\n全国\t2000\t100%"
        )
    };
    assert_eq!(failed(CheckKind::Sum, &table("300")), None);
    assert_eq!(failed(CheckKind::HundredPercent, &table("300")), None);
    let message = failed(CheckKind::Sum, &table("1300")).unwrap();
    assert!(
        message.contains("2,200, cannot be part of 全国"),
        "{message}"
    );
}

/// A table that the catalog knows has all provinces, unless its title says otherwise.
#[test]
fn rows_that_are_lost_from_a_known_table_are_missed() {
    let table = |title: &str| {
        format!(
            "附表 6 {title}\n\n省份\t域名\t其中：“.CN”域名\n\t数量 (个)\t数量 (个)\n广东\t500\t300\n\
             北京\t400\t200\n上海\t100\t60\n全国\t2000\t900"
        )
    };
    let failed = |title: &str| {
        let found = checks(CheckKind::Sum, &table(title)).into_iter();
        found
            .filter(|(status, _)| *status == CheckStatus::Fail)
            .count()
    };
    assert_eq!(failed("分省域名数"), 2);
    assert_eq!(failed("前三名省份域名数"), 0);
}

#[test]
fn rows_of_several_groups_add_up_group_by_group() {
    let again = |last: &str, share: &str| {
        format!(
            "表 1 用户结构\n\n类别\t用户（人）\t占比\n男\t600\t60.0%\n女\t400\t40.0%\n\
             城镇\t700\t70.0%\n农村\t{last}\t{share}\n合计\t1000\t100%"
        )
    };
    assert_eq!(failed(CheckKind::Sum, &again("300", "30.0%")), None);
    assert_eq!(
        failed(CheckKind::HundredPercent, &again("300", "30.0%")),
        None
    );
    assert!(failed(CheckKind::Sum, &again("301", "30.0%")).is_some());
    assert!(failed(CheckKind::HundredPercent, &again("300", "31.0%")).is_some());
    let families = |last: u32| {
        format!(
            "表 2 分地区收入\n\n地区\t收入（元）\n东部\t600\n北京\t200\n上海\t400\n\
             西部\t400\n四川\t250\n陕西\t{last}\n合计\t1000"
        )
    };
    assert_eq!(failed(CheckKind::Sum, &families(150)), None);
    assert!(failed(CheckKind::Sum, &families(151)).is_some());
}
