//! What show prints, and what there is to know.

use crate::{FIXTURE, cnnic, status, text};

#[test]
fn show_prints_parts() {
    let shown = |item: &[&str]| {
        let output = cnnic(&[&["show", FIXTURE], item].concat());
        assert_eq!(status(&output), 0, "{item:?}");
        text(&output.stdout).to_owned()
    };
    assert!(shown(&[]).contains("第55次中国互联网络发展状况统计报告"));
    let table = shown(&["附表 10"]);
    assert_eq!(table, shown(&["附表10"]));
    assert_eq!(table, shown(&["附表", "10"]));
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "附表 10 互联网接入状况");
    assert!(table.contains("92.0 [注1]"), "{table}");
    assert!(!table.contains('\u{1b}'), "colours in a pipe");
    assert!(shown(&["outline"]).contains("s4.1.1    "));
    assert!(shown(&["图 10"]).contains("2020.12-2024.12 网民规模和互联网普及率"));
    for item in [
        "tables",
        "figures",
        "bullets",
        "sentences",
        "footnotes",
        "terms",
        "problems",
    ] {
        assert!(!shown(&[item]).is_empty(), "{item}");
    }
    let output = cnnic(&["show", FIXTURE, "表99"]);
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("表99"));
}

#[test]
fn the_folder_of_a_report_stands_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(status(&cnnic(&["extract", FIXTURE, "-o", path])), 0);
    let written = folder.path().join("cnnic-55");
    let written = written.to_str().unwrap();
    let of_folder = cnnic(&["show", written, "表5"]);
    assert_eq!(of_folder.stdout, cnnic(&["show", FIXTURE, "表5"]).stdout);
    assert_eq!(
        status(&cnnic(&["check", written])),
        status(&cnnic(&["check", FIXTURE]))
    );
}

#[test]
fn columns_of_a_shown_table_are_aligned() {
    use unicode_width::UnicodeWidthStr;
    let output = cnnic(&["show", FIXTURE, "表5"]);
    let table = text(&output.stdout);
    let row = |label: &str| table.lines().find(|line| line.contains(label)).unwrap();
    let end = |line: &str, value: &str| line[..line.find(value).unwrap() + value.len()].width();
    assert_eq!(
        end(row("即时通信"), "105,963"),
        end(row("网约车"), "52,765")
    );
}

#[test]
fn schemas_and_the_catalog_are_printed() {
    let schema: serde_json::Value = serde_json::from_slice(&cnnic(&["schema"]).stdout).unwrap();
    assert_eq!(schema["$id"], "urn:cnnic:schema:report:1");
    let output = cnnic(&["schema", "application_usage"]);
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        schema["properties"]["dataset"]["const"],
        "application_usage"
    );
    let output = cnnic(&["schema", "nothing"]);
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("application_usage"));
    assert!(text(&cnnic(&["catalog"]).stdout).contains("web_page_bytes_by_province"));
}

/// The one line that a call that asks for what cannot be is refused with.
fn refused(arguments: &[&str]) -> String {
    let output = cnnic(&[&["show", FIXTURE], arguments].concat());
    assert_eq!(status(&output), 2, "{arguments:?}");
    assert!(output.stdout.is_empty());
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{said}");
    said.to_owned()
}

#[test]
fn filters_name_what_they_cannot_find() {
    let cases = [
        (["--indicator", "nosuch"], "`cnnic catalog`", ""),
        (
            ["--indicator", "internet_user"],
            "found internet_user",
            "internet_users",
        ),
        (
            ["--indicator", "网民规模"],
            "found 网民规模",
            "internet_users",
        ),
        (["--period", "Dec"], "2024-Q3", ""),
        (["--period", "2024年12月"], "found 2024年12月", "2024-12"),
        (["--period", "2024-13"], "found 2024-13", ""),
        (["--origin", "表99"], "found 表99", ""),
        (["--origin", "tables"], "found tables", "table"),
        (["--origin", "bullet.99"], "found bullet.99", "bullet.9"),
    ];
    for (filter, expected, near) in cases {
        let said = refused(&[&["observations"][..], &filter].concat());
        let (said, found) = said
            .trim_end()
            .split_once("; near: ")
            .unwrap_or((&said, ""));
        assert!(
            said.starts_with(&format!("error: {}: expected ", filter[0])),
            "{said}"
        );
        assert!(said.contains(expected), "{said}");
        let found: Vec<&str> = found.split(", ").filter(|near| !near.is_empty()).collect();
        assert_eq!(near.is_empty(), found.is_empty(), "{filter:?}: {found:?}");
        assert!(
            near.is_empty() || found.contains(&near),
            "{filter:?}: {found:?}"
        );
    }
}

#[test]
fn filters_that_find_nothing_say_so() {
    let shown = |filter: &[&str]| {
        let output = cnnic(&[&["show", FIXTURE, "observations"], filter].concat());
        assert_eq!(status(&output), 0, "{filter:?}");
        let rows = text(&output.stdout).lines().count() - 4;
        (rows, text(&output.stderr).to_owned())
    };
    let (rows, said) = shown(&["--indicator", "internet_users", "--period", "1999"]);
    assert_eq!(rows, 0);
    assert!(
        said.contains("no observation with --indicator internet_users --period 1999"),
        "{said}"
    );
    // A figure has no values, and is an origin all the same.
    assert!(shown(&["--origin", "图 10"]).1.contains("no observation"));
    let (rows, said) = shown(&["--indicator", "internet_users", "--origin", "bullet.1"]);
    assert_eq!((rows, said.as_str()), (2, ""));
    assert!(
        shown(&["--origin", "表5", "--period", "none"])
            .1
            .contains("none")
    );
    assert_eq!(
        shown(&["--origin", "表5"]).0,
        shown(&["--origin", "表 5"]).0
    );
}

#[test]
fn filters_go_with_observations_alone() {
    let cases: [&[&str]; 4] = [
        &["表5", "--period", "2024-12"],
        &["--indicator", "domains"],
        &["ledger", "--origin", "table"],
        &["--text", "--period", "2024"],
    ];
    for arguments in cases {
        assert!(refused(arguments).contains("expected the ITEM observations"));
    }
}

#[test]
fn an_item_that_is_not_there_is_named_beside_those_that_are() {
    let said = refused(&["observation"]);
    assert!(
        said.contains("checks") && said.ends_with("near: observations\n"),
        "{said}"
    );
    assert!(refused(&["application_usages"]).ends_with("near: application_usage\n"));
}
