//! What extract writes.

use std::fs;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::{FIXTURE, FRAGMENT, cnnic, names, status, text, with_input};

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
