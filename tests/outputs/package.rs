//! The folder of a report, format by format.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::run::{FIXTURE, cnnic, done, errors, extract, needed};

const ALL: &str = "csv,jsonl,parquet,sqlite,xlsx,sdmx-csv";

/// The fixture in every format.
fn written() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    extract(ALL, folder.path());
    let report = folder.path().join("cnnic-55");
    (folder, report)
}

/// Every file below a folder, by its path in it.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Rows of a CSV file, each a value by column.
pub fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (_first, one) = written();
    let (_second, two) = written();
    assert_eq!(files(&one), files(&two));
    // Also from the report.json, without the text.
    let folder = TempDir::new().unwrap();
    let json = one.join("report.json");
    done(&[
        "extract",
        json.to_str().unwrap(),
        "-q",
        "-f",
        ALL,
        "-o",
        folder.path().to_str().unwrap(),
    ]);
    assert_eq!(files(&one), files(&folder.path().join("cnnic-55")));
    // And into its own folder.
    done(&[
        "extract",
        json.to_str().unwrap(),
        "-q",
        "-f",
        ALL,
        "-o",
        one.parent().unwrap().to_str().unwrap(),
    ]);
    assert_eq!(files(&one), files(&folder.path().join("cnnic-55")));
}

#[test]
fn formats_not_asked_for_are_gone_and_other_files_stay() {
    let (_folder, report) = written();
    fs::write(report.join("notes.txt"), "mine").unwrap();
    done(&[
        "extract",
        FIXTURE,
        "-q",
        "-o",
        report.parent().unwrap().to_str().unwrap(),
    ]);
    let names: Vec<PathBuf> = files(&report).into_keys().collect();
    assert_eq!(
        names,
        [PathBuf::from("notes.txt"), PathBuf::from("report.json")]
    );
}

#[test]
fn standard_output_takes_json_alone() {
    let output = cnnic(&["extract", FIXTURE, "-f", "csv", "-o", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(
        errors(&output).contains("expected -f json alone"),
        "{}",
        errors(&output)
    );
}

/// Every observation of report.json is in every long form, exactly.
#[test]
fn observations_are_whole_and_exact() {
    let (_folder, report) = written();
    let json: Value =
        serde_json::from_slice(&fs::read(report.join("report.json")).unwrap()).unwrap();
    let observations = json["observations"].as_array().unwrap();
    let lines = fs::read_to_string(report.join("observations.jsonl")).unwrap();
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(&lines, observations);
    let rows = rows(&report.join("observations.csv"));
    assert_eq!(rows.len(), observations.len());
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    for (row, observation) in rows.iter().zip(observations) {
        for name in [
            "id",
            "fact",
            "indicator",
            "label",
            "dimensions",
            "measure",
            "value",
            "value_upper",
            "value_denominator",
            "unit",
            "unit_printed",
            "unit_multiplier",
            "value_printed",
            "decimals",
            "approximation",
            "status",
            "period",
            "period_note",
            "base_period",
            "share_of",
        ] {
            assert_eq!(
                row[name],
                text(&observation[name]),
                "{name} of {}",
                row["id"]
            );
        }
        for name in ["page", "page_printed", "line", "quote"] {
            assert_eq!(
                row[name],
                text(&observation["locator"][name]),
                "{name} of {}",
                row["id"]
            );
        }
        for (dimension, code) in observation["dimensions"].as_object().unwrap() {
            assert_eq!(row[dimension], text(code), "{}", row["id"]);
        }
    }
}

/// 表 5 prints users in 万人; its dataset has persons, a row a period.
#[test]
fn a_dataset_has_the_same_columns_in_base_units() {
    let (_folder, report) = written();
    let rows = rows(&report.join("datasets/application_usage.csv"));
    let of = |period: &str| {
        let row = rows
            .iter()
            .find(|row| row["application"] == "online_video" && row["period"] == period);
        let row = row.unwrap();
        ["label", "users", "usage_rate", "users_growth_rate"].map(|name| row[name].clone())
    };
    assert_eq!(of("2023-12"), ["网络视频", "1066710000", "97.7", ""]);
    assert_eq!(of("2024-12"), ["网络视频", "1070180000", "96.6", "0.3"]);
}

#[test]
fn a_unit_or_a_column_of_one_edition_changes_no_column() {
    let folder = TempDir::new().unwrap();
    let table = |head: &str, row: &str| {
        format!(
            "第54次中国互联网络发展状况统计报告\n\n表 3 2023.12-2024.6 各类互联网应用用户规模和网民使用率\n\n{head}\n{row}\n"
        )
    };
    let inputs = [
        table(
            "应用\t2024.6 用户规模 (亿人)\t2024.6 网民使用率 (%)",
            "即时通信\t10.78\t98.0",
        ),
        table(
            "应用\t2024.6 用户规模 (万人)\t2024.6 网民使用率 (%)\t2024.6 满意度 (%)",
            "即时通信\t107,800\t98.0\t70.1",
        ),
    ];
    let mut heads = Vec::new();
    for (at, text) in inputs.iter().enumerate() {
        let input = folder.path().join(format!("{at}.txt"));
        let output = folder.path().join(at.to_string());
        fs::write(&input, text).unwrap();
        done(&[
            "extract",
            input.to_str().unwrap(),
            "-f",
            "csv",
            "-o",
            output.to_str().unwrap(),
        ]);
        let path = output.join("cnnic-54/datasets/application_usage.csv");
        heads.push(
            fs::read_to_string(&path)
                .unwrap()
                .lines()
                .next()
                .unwrap()
                .to_owned(),
        );
        let rows = rows(&path);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0]["users"], "1078000000");
        // What only one edition has is an observation all the same.
        let all = fs::read_to_string(output.join("cnnic-54/observations.csv")).unwrap();
        assert_eq!(all.contains("70.1"), at == 1);
    }
    assert_eq!(heads[0], heads[1]);
}

/// An edition that is not known is null, and no format is in its way.
#[test]
fn a_part_without_an_edition_is_written_too() {
    let folder = TempDir::new().unwrap();
    let input = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/fragment/input.txt");
    done(&[
        "extract",
        input,
        "-q",
        "-f",
        ALL,
        "-o",
        folder.path().to_str().unwrap(),
    ]);
    let report = folder.path().join("cnnic-unknown");
    assert!(
        rows(&report.join("observations.csv"))
            .iter()
            .all(|row| row["edition"].is_empty())
    );
    let database = rusqlite::Connection::open(report.join("cnnic.sqlite")).unwrap();
    let editions: (i64, i64) = database
        .query_row("SELECT count(*), count(edition) FROM editions", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(editions, (1, 0));
}

#[test]
fn a_value_that_a_format_cannot_hold_is_an_error() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("input.txt");
    let text = "第54次中国互联网络发展状况统计报告\n\n表 1 分类域名数\n\n分类\t数量 (个)\t比例 (%)\n.CN\t20\t0.12345678912\n.COM\t30\t1.5\n";
    fs::write(&input, text).unwrap();
    let output = cnnic(&[
        "extract",
        input.to_str().unwrap(),
        "-f",
        "parquet",
        "-o",
        folder.path().to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        errors(&output).contains("at most 9 decimals, found 0.12345678912"),
        "{}",
        errors(&output)
    );
    assert!(!folder.path().join("cnnic-54").exists());
    done(&[
        "extract",
        input.to_str().unwrap(),
        "-f",
        "csv,sqlite,xlsx",
        "-o",
        folder.path().to_str().unwrap(),
    ]);
}

/// The validator of Frictionless, DuckDB, pyarrow, openpyxl and pysdmx read
/// what was written and find the values of report.json in it.
#[test]
fn tools_of_the_formats_read_them() {
    let Some(python) = needed("CNNIC_TEST_PYTHON", "tools_of_the_formats_read_them") else {
        return;
    };
    let (_folder, report) = written();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/outputs/readers.py");
    let output = Command::new(python)
        .arg(script)
        .arg(&report)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", errors(&output));
}

/// The queries of docs/outputs.md give the results that it prints.
#[test]
fn documented_queries_hold() {
    let Some(python) = needed("CNNIC_TEST_PYTHON", "documented_queries_hold") else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    extract(ALL, &data);
    let root = env!("CARGO_MANIFEST_DIR");
    let output = Command::new(python)
        .arg(format!("{root}/tests/outputs/documented.py"))
        .arg(format!("{root}/docs/outputs.md"))
        .arg(folder.path())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        errors(&output)
    );
}

/// One misprinted digit gives two tables one label; the rows of a dataset are
/// those of its own table all the same.
#[test]
fn tables_of_one_label_keep_their_datasets_apart() {
    let text = fs::read_to_string(FIXTURE).unwrap();
    let (caption, misprinted) = ("\n表 4 2023.12", "\n表 3 2023.12");
    assert_eq!(text.matches(caption).count(), 1);
    let folder = TempDir::new().unwrap();
    let rows_of = |text: &str, name: &str| {
        let input = folder.path().join(format!("{name}.txt"));
        fs::write(&input, text).unwrap();
        let output = folder.path().join(name);
        let (input, into) = (input.to_str().unwrap(), output.to_str().unwrap());
        let told = cnnic(&["extract", input, "-f", "csv", "-o", into]);
        assert_eq!(told.status.code(), Some(0));
        let datasets = output.join("cnnic-55/datasets");
        let rows = ["cn_domains_by_category", "web_pages"].map(|dataset| {
            let mut rows = rows(&datasets.join(format!("{dataset}.csv")));
            for row in &mut rows {
                row.remove("table_label");
            }
            rows
        });
        (rows, errors(&told))
    };
    let (right, _) = rows_of(&text, "right");
    let (twice, told) = rows_of(&text.replace(caption, misprinted), "twice");
    assert_eq!(twice, right);
    assert!(
        told.contains("warning label_repeated: 表 3 is there twice"),
        "{told}"
    );
}
