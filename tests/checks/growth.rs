//! The growth of a whole against that of its parts.

use cnnic::check::{CheckKind, CheckStatus};
use cnnic::{Options, Source};

/// How the checks of growth by parts ended in a text, and what they say.
fn by_parts(table: &str) -> Vec<(CheckStatus, String)> {
    let text = format!("第 57 次中国互联网络发展状况统计报告\n\n第一章 网页\n\n{table}\n");
    let report = cnnic::read(&Source::new("edition.txt", text), &Options::default()).unwrap();
    let checks = report.checks.into_iter();
    let checks =
        checks.filter(|check| check.kind == CheckKind::Growth && check.id.contains("/by="));
    checks.map(|check| (check.status, check.message)).collect()
}

/// 600 that grew by 20% were 500, 150 that fell by 25% were 200: together 750 after 700.
#[test]
fn pages_grew_as_static_and_dynamic_ones_did() {
    let table = |whole: &str, fixed: &str, moving: &str| {
        let table = format!(
            "表 4 2024.12-2025.12 网页数量对比\n\n分类\t单位\t2025年12月\t比2024年12月\n\
             网页总数\t个\t750000\t{whole}\n静态网页\t个\t600000\t{fixed}\n动态网页\t个\t150000\t{moving}\n"
        );
        let [(status, message)] = &by_parts(&table)[..] else {
            panic!("{:#?}", by_parts(&table));
        };
        assert!(message.starts_with("表 4, 网页总数, "), "{message}");
        *status
    };
    // Each part may be rounded: from 7.08% to 7.21%.
    for whole in ["7.1%", "7.2%"] {
        assert_eq!(
            table(whole, "20.0%", "-25.0%"),
            CheckStatus::Pass,
            "{whole}"
        );
    }
    for whole in ["7.0%", "7.3%", "1.1%"] {
        assert_eq!(
            table(whole, "20.0%", "-25.0%"),
            CheckStatus::Fail,
            "{whole}"
        );
    }
    assert_eq!(table("7.1%", "20.3%", "-25.0%"), CheckStatus::Fail);
    assert_eq!(table("7.1%", "20.0%", "-26.0%"), CheckStatus::Fail);
    // A whole without its growth is compared with nothing.
    assert!(
        by_parts(
            "表 4 2024.12-2025.12 网页数量对比\n\n分类\t单位\t2025年12月\t比2024年12月\n\
         网页总数\t个\t750000\t--\n静态网页\t个\t600000\t20.0%\n动态网页\t个\t150000\t-25.0%\n"
        )
        .is_empty()
    );
}

#[test]
fn a_total_row_grew_as_its_rows_did() {
    let table = |total: &str, first: &str, sum: u32| {
        by_parts(&format!(
            "表 9 2025年12月接入设备数量\n\n设备\t2025.12 数量（个）\t比2024.12增长\n\
             甲\t600000\t{first}\n乙\t150000\t-25.0%\n合计\t{sum}\t{total}\n"
        ))
    };
    let status = |total, first| {
        let found = table(total, first, 750_000);
        let [(status, message)] = &found[..] else {
            panic!("{found:#?}");
        };
        assert!(message.starts_with("表 9, 合计, "), "{message}");
        *status
    };
    assert_eq!(status("7.1%", "20.0%"), CheckStatus::Pass);
    assert_eq!(status("7.7%", "20.0%"), CheckStatus::Fail);
    assert_eq!(status("7.1%", "80.0%"), CheckStatus::Fail);
    // Rows that are not all of the total say nothing of its growth.
    assert!(table("7.1%", "20.0%", 750_001).is_empty());
}
