//! What a maintainer mended, in the formats and in a database.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;

use crate::package::rows;
use crate::run::{FIXTURE, cnnic, done, errors, extract};

/// A cell that is text, a cell that is a value, and a bullet; the last line is
/// not what is printed.
const CORRECTIONS: &str = "edition,place,printed,corrected,reason\n\
    55,\"附表 2, CNNIC IP地址分配联盟, 折合数\",3A+192B+133C,3A+192B+167C,does not fit\n\
    55,\"附表 6, 西藏, 域名 / 数量\",9981,9982,invented\n\
    55,手机网民规模达 11.05 亿人，较 2023 年 12 月增长 1403 万人，网民使用,11.05,11.06,invented too\n\
    55,\"附表 6, 甘肃, 域名 / 数量\",1,2,not what is printed\n";

/// What each correction replaces, is and has as its reason, by its place.
const APPLIED: [[&str; 4]; 3] = [
    ["bullet.2", "11.05", "11.06", "invented too"],
    ["附表 2", "3A+192B+133C", "3A+192B+167C", "does not fit"],
    ["附表 6", "9981", "9982", "invented"],
];

fn corrections(folder: &Path) -> String {
    let file = folder.join("corrections.csv");
    fs::write(&file, CORRECTIONS).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn corrections_stand_beside_what_is_printed() {
    let folder = TempDir::new().unwrap();
    let file = corrections(folder.path());
    let path = folder.path().to_str().unwrap();
    let formats = ["-f", "csv,sdmx-csv", "-o", path];
    done(
        &[
            &["extract", FIXTURE, "-q", "--corrections", &file],
            &formats[..],
        ]
        .concat(),
    );
    let report = folder.path().join("cnnic-55");
    let applied = rows(&report.join("applied_corrections.csv"));
    let shown = |row: &BTreeMap<String, String>| {
        let place = row["origin_label"].clone() + &row["origin_statement"];
        [
            place,
            row["printed"].clone(),
            row["corrected"].clone(),
            row["reason"].clone(),
        ]
    };
    let mut found: Vec<[String; 4]> = applied.iter().map(shown).collect();
    found.sort();
    assert_eq!(found, APPLIED.map(|row| row.map(str::to_owned)));
    // An observation has its own, and none that was not corrected has one.
    let observations = rows(&report.join("observations.csv"));
    let is_corrected = |row: &&BTreeMap<String, String>| !row["corrected"].is_empty();
    let corrected: Vec<_> = observations.iter().filter(is_corrected).collect();
    assert_eq!(corrected.len(), 2);
    for row in corrected {
        let own = applied
            .iter()
            .find(|other| other["observation"] == row["id"]);
        let own = own.unwrap();
        assert_eq!(own["printed"], row["value_printed"]);
        assert_eq!(own["corrected"], row["corrected"]);
        assert_eq!(own["reason"], row["correction_reason"]);
        let value = if row["indicator"] == "domains" {
            "9982"
        } else {
            "1106000000"
        };
        assert_eq!(row["value"], value);
    }
    let comments = rows(&report.join("sdmx.csv"));
    let comments = comments.iter().map(|row| row["COMMENT_OBS"].as_str());
    let comments: Vec<&str> = comments.filter(|comment| !comment.is_empty()).collect();
    assert!(comments.contains(&"9981 is printed, 9982 is meant: invented"));
    assert_eq!(comments.len(), 2);
    // Without corrections there is none.
    extract("csv", folder.path());
    assert!(rows(&report.join("applied_corrections.csv")).is_empty());
}

#[test]
fn a_load_takes_corrections_and_drops_them_again() {
    let folder = TempDir::new().unwrap();
    let file = corrections(folder.path());
    let database = folder.path().join("x.sqlite");
    let url = format!("sqlite:{}", database.display());
    let load = ["load", FIXTURE, "-q", "--to", &url];
    let output = cnnic(&[&load[..], &["--corrections", &file]].concat());
    assert_eq!(output.status.code(), Some(0));
    let said = errors(&output);
    assert!(
        said.contains("line 5: the correction was not applied"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    let connection = Connection::open(&database).unwrap();
    let joined = "SELECT count(*) FROM applied_corrections JOIN observations \
        ON applied_corrections.observation = observations.id \
        WHERE value_printed = printed AND observations.corrected = applied_corrections.corrected";
    let count = |query: &str| -> i64 { connection.query_row(query, [], |row| row.get(0)).unwrap() };
    assert_eq!(count(joined), 2);
    assert_eq!(count("SELECT count(*) FROM applied_corrections"), 3);
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    done(&load);
    assert_eq!(count("SELECT count(*) FROM applied_corrections"), 0);
    assert_eq!(
        count("SELECT count(*) FROM observations WHERE corrected IS NOT NULL"),
        0
    );
    // A bad file is one error, before anything is opened.
    fs::write(folder.path().join("bad.csv"), "edition,where\n").unwrap();
    let bad = folder.path().join("bad.csv");
    let none = format!("sqlite:{}/none.sqlite", folder.path().display());
    let bad = bad.to_str().unwrap();
    let output = cnnic(&["load", FIXTURE, "--to", &none, "--corrections", bad]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("bad.csv: line 1: expected the columns"));
    assert!(!folder.path().join("none.sqlite").exists());
}

/// A value that two failing checks single out is of low reliability in every
/// form, as its package says that it may be.
#[test]
fn an_unreliable_value_is_one_in_the_package_too() {
    let folder = TempDir::new().unwrap();
    let text = fs::read_to_string(FIXTURE).unwrap();
    let input = folder.path().join("input.txt");
    // A digit of a total that rows and another table cover.
    fs::write(&input, text.replacen("33,019,905", "34,019,905", 2)).unwrap();
    let path = folder.path().to_str().unwrap();
    done(&[
        "extract",
        input.to_str().unwrap(),
        "-q",
        "-f",
        "csv",
        "-o",
        path,
    ]);
    let report = folder.path().join("cnnic-55");
    let observations = rows(&report.join("observations.csv"));
    assert!(observations.iter().any(|row| row["status"] == "U"));
    let package = fs::read(report.join("datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_slice(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    let resource = resources
        .iter()
        .find(|known| known["name"] == "observations");
    let fields = resource.unwrap()["schema"]["fields"].as_array().unwrap();
    let status = fields
        .iter()
        .find(|field| field["name"] == "status")
        .unwrap();
    let allowed = status["constraints"]["enum"].as_array().unwrap();
    assert!(allowed.iter().any(|code| code == "U"), "{status}");
}
