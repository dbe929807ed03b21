//! The command line: what it prints, what it writes, how it exits.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/edition-55/input.txt");
const FRAGMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/fragment/input.txt");
const BROKEN: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/fixtures/broken-cells/input.txt"
);

fn cnnic(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cnnic"))
        .args(arguments)
        .output()
        .unwrap()
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cnnic"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn extract_writes_one_folder_a_report() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_str().unwrap();
    let output = cnnic(&["extract", FIXTURE, FRAGMENT, "-o", path]);
    assert_eq!(status(&output), 0);
    assert_eq!(text(&output.stdout), "");
    let errors = text(&output.stderr);
    assert!(
        errors.contains("edition 55, 2024-12: 16 tables, 42 figures, 23 bullets"),
        "{errors}"
    );
    let mut found = names(folder.path());
    found.sort();
    assert_eq!(found, ["cnnic-55", "cnnic-unknown"]);
    assert_eq!(names(&folder.path().join("cnnic-55")), ["report.json"]);
}

#[test]
fn quiet_prints_no_summary() {
    let folder = TempDir::new().unwrap();
    let output = cnnic(&[
        "extract",
        FIXTURE,
        "-q",
        "-o",
        folder.path().to_str().unwrap(),
    ]);
    assert!(!text(&output.stderr).contains("tables"));
}

#[test]
fn standard_input_and_output_are_dashes() {
    let bytes = fs::read(FRAGMENT).unwrap();
    let output = with_input(
        &["extract", "-", "-o", "-", "--edition", "54", "-q"],
        &bytes,
    );
    assert_eq!(status(&output), 0);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["edition"]["number"], 54);
    assert_eq!(report["source"]["file"], "standard input");
    let shown = with_input(&["show", "-", "--text"], &bytes);
    assert_eq!(shown.stdout, bytes);
}

#[test]
fn a_report_json_is_an_input() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_str().unwrap();
    cnnic(&["extract", FIXTURE, "-o", path]);
    let json = folder.path().join("cnnic-55/report.json");
    let first = fs::read(&json).unwrap();
    let output = cnnic(&["extract", json.to_str().unwrap(), "-o", "-"]);
    assert_eq!(output.stdout, first);
    // One that does not fit the schema is none.
    let bad = text(&first).replace("\"kind\": \"bullet\"", "\"kind\": \"ballot\"");
    fs::write(&json, bad).unwrap();
    let output = cnnic(&["check", json.to_str().unwrap()]);
    assert_eq!(status(&output), 2);
    assert!(
        text(&output.stderr).contains("/statements/2/kind"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn what_cannot_be_read_is_one_error_and_writes_nothing() {
    let cases: [(&str, &[u8], &str); 6] = [
        ("empty", b"", "found an empty file"),
        (
            "nul",
            b"\xe8\xa1\xa8\0",
            "byte 3: expected text, found a NUL byte",
        ),
        (
            "bytes",
            b"\xe7\xbd\x91\xe6\xb0\x91\xff\xe8\xa1\xa8\xe6\xa0\xbc",
            "byte 6: expected UTF-8 text, found 0xFF",
        ),
        (
            "prose",
            "春眠不觉晓，处处闻啼鸟。".as_bytes(),
            "found no table",
        ),
        ("pdf", b"%PDF-1.7\n", "expected a PDF file"),
        (
            "json",
            b"{\"schema_version\": \"0\"}",
            "found schema version 0",
        ),
    ];
    for (name, bytes, message) in cases {
        let folder = TempDir::new().unwrap();
        let input = folder.path().join(name);
        fs::write(&input, bytes).unwrap();
        let output = cnnic(&[
            "extract",
            input.to_str().unwrap(),
            "-o",
            folder.path().to_str().unwrap(),
        ]);
        assert_eq!(status(&output), 2, "{name}");
        let errors = text(&output.stderr);
        assert_eq!(errors.lines().count(), 1, "{errors}");
        assert!(
            errors.contains(message) && errors.contains(name),
            "{errors}"
        );
        assert_eq!(names(folder.path()), [name]);
    }
    let output = cnnic(&["check", "no-such-file.txt"]);
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("no-such-file.txt"));
}

#[test]
fn some_of_several_that_fail_are_status_1() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(
        status(&cnnic(&[
            "extract",
            FIXTURE,
            "no-such-file.txt",
            "-o",
            path
        ])),
        1
    );
    assert_eq!(
        status(&cnnic(&[
            "extract",
            "no.txt",
            "no-such-file.txt",
            "-o",
            path
        ])),
        2
    );
    // Two of one edition would write the same file.
    let output = cnnic(&["extract", FIXTURE, FIXTURE, "-o", path]);
    assert_eq!(status(&output), 1);
    assert!(text(&output.stderr).contains("cnnic-55"));
    assert_eq!(
        status(&cnnic(&["extract", FIXTURE, FRAGMENT, "-o", "-"])),
        2
    );
}

#[test]
fn errors_in_a_report_are_status_1_where_asked() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(status(&cnnic(&["extract", BROKEN, "-o", path])), 0);
    assert_eq!(
        status(&cnnic(&["extract", BROKEN, "-o", path, "--strict"])),
        1
    );
    let output = cnnic(&["check", BROKEN]);
    assert_eq!(status(&output), 1);
    let found = text(&output.stdout);
    let expected = "input.txt:7: error cell_not_understood: 表 2 has a cell in the row .CN that could not be \
                    understood; expected a number; found 20,823,O37";
    assert!(found.contains(expected), "{found}");
    assert_eq!(status(&cnnic(&["check", FRAGMENT])), 0);
    let output = cnnic(&["check", BROKEN, "--json"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["valid"], false);
    let errors = found["tasks"][0]["errors"].as_array().unwrap();
    assert_eq!(errors[0]["type"], "cell-not-understood");
    assert_eq!(errors[0]["actual"], "20,823,O37");
    assert_eq!(errors[0]["line"], 7);
}

#[test]
fn failing_checks_come_first_and_are_status_1() {
    let output = cnnic(&["check", FIXTURE]);
    assert_eq!(status(&output), 1);
    let found = text(&output.stdout);
    let lines: Vec<&str> = found.lines().take(2).collect();
    let expected = [
        "附表 2, CNNIC IP地址分配联盟: 3A+192B+133C is 62,948,608; printed 62,957,312, which is 3A+192B+167C",
        "附表 2, 中国教育和科研计算机网: 254B+16C is 16,650,240; printed 16,649,984, which is 254B+15C",
    ];
    for (line, expected) in lines.iter().zip(expected) {
        assert!(
            line.contains("error decode: ") && line.ends_with(expected),
            "{line}"
        );
    }
    let row = |name: &str| -> Vec<String> {
        let line = found
            .lines()
            .find(|line| line.trim_start().starts_with(name));
        line.unwrap()
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(row("decode")[1], "2");
    assert_eq!(row("sum")[1], "0");
    let output = cnnic(&["check", FIXTURE, "--json"]);
    assert_eq!(status(&output), 1);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["valid"], false);
    assert_eq!(found["stats"]["errors"], 2);
    let tasks = found["tasks"].as_array().unwrap();
    let invalid: Vec<&serde_json::Value> =
        tasks.iter().filter(|task| task["valid"] == false).collect();
    assert_eq!(invalid.len(), 1);
    assert_eq!(invalid[0]["place"], "附表 2");
    assert_eq!(invalid[0]["errors"][1]["cell"], "16,649,984");
    let shown = cnnic(&["show", FIXTURE, "checks"]);
    assert!(text(&shown.stdout).contains("254B+15C"));
    // And extract names them beside its summary.
    let output = cnnic(&["extract", FIXTURE, "-o", "-"]);
    assert_eq!(status(&output), 0);
    let said = text(&output.stderr);
    assert!(
        said.contains("254B+15C") && said.contains("2 failed"),
        "{said}"
    );
}

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

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cnnic"))
        .args(["extract", FIXTURE, "-o", "-", "-q"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(status(&output), 0);
    assert!(
        !text(&output.stderr).contains("error: "),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn corrections_mend_what_is_printed_and_the_checks_run_again() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("corrections.csv");
    let lines = "edition,place,printed,corrected,reason\n\
        55,\"附表 2, CNNIC IP地址分配联盟, 折合数\",3A+192B+133C,3A+192B+167C,does not fit the count\n\
        55,\"附表2, 中国教育和科研计算机网, 折合数\",254B+16C,254B+15C,does not fit the count\n\
        55,\"附表 6, 西藏, 域名 / 数量\",9981,9982,invented\n\
        55,手机网民规模达 11.05 亿人，较 2023 年 12 月增长 1403 万人，网民使用,11.05,11.06,invented\n\
        55,\"附表 6, 西藏, 域名 / 数量\",9980,1,not what is printed\n\
        54,\"附表 6, 西藏, 域名 / 数量\",1,2,another edition\n";
    fs::write(&file, lines).unwrap();
    let path = file.to_str().unwrap();
    let output = cnnic(&["extract", FIXTURE, "-o", "-", "--corrections", path]);
    assert_eq!(status(&output), 0);
    let said = text(&output.stderr);
    assert!(!said.contains("error decode"), "{said}");
    // What was invented breaks the sum, and says so.
    assert!(said.contains("add up to 33,019,906"), "{said}");
    assert!(
        said.contains("line 6: the correction was not applied"),
        "{said}"
    );
    assert_eq!(said.matches("was not applied").count(), 1, "{said}");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let observations = report["observations"].as_array().unwrap();
    let corrected: Vec<&serde_json::Value> = observations
        .iter()
        .filter(|seen| !seen["correction"].is_null())
        .collect();
    let found: Vec<[String; 3]> = corrected
        .iter()
        .map(|seen| {
            let text = |value: &serde_json::Value| value.to_string().replace('"', "");
            [
                text(&seen["value_printed"]),
                text(&seen["value"]),
                text(&seen["correction"]["reason"]),
            ]
        })
        .collect();
    let expected = [
        ["9981", "9982", "invented"],
        ["11.05", "1106000000", "invented"],
    ];
    assert_eq!(found, expected.map(|found| found.map(str::to_owned)));
    // A bad file is one error, and nothing is written.
    fs::write(&file, "edition,place,printed,corrected,reason\n55,甲,1,2\n").unwrap();
    let out = folder.path().join("out");
    let output = cnnic(&[
        "extract",
        FIXTURE,
        "-o",
        out.to_str().unwrap(),
        "--corrections",
        path,
    ]);
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("line 2: expected 5 fields, found 4"));
    assert_eq!(text(&output.stderr).lines().count(), 1);
    assert!(!out.exists());
}
