//! What cannot be done: one error, and nothing written.

use std::fs;

use tempfile::TempDir;

use crate::{FIXTURE, cnnic, names, status, text, with_input};

#[test]
fn what_cannot_be_read_is_one_error_and_writes_nothing() {
    let cases: [(&str, &[u8], &str); 8] = [
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
        // Dates and pages are no statistic.
        (
            "digits",
            "请在 2024 年 3 月 5 日之前翻到第 12 页。".as_bytes(),
            "found no table",
        ),
        (
            "page",
            "第一章\n\n12\n\n图 3 网民规模\n".as_bytes(),
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
fn what_the_system_refuses_says_what_to_do() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_str().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let within = format!("{}/within", file.display());
    let no_folder = format!("sqlite:{path}/none/x.sqlite");
    let cases: [(&[&str], &str); 6] = [
        (
            &["check", "no-such-file.txt"],
            "check its name and the folder",
        ),
        (&["check", path], "name a file in the folder"),
        (
            &["check", &within],
            "one of the folders named before it is a file",
        ),
        (
            &["extract", FIXTURE, "-o", file.to_str().unwrap()],
            "rename it, or write to another place",
        ),
        (
            &["load", FIXTURE, "--to", &no_folder],
            "name a file in a folder that is there",
        ),
        (&["load", FIXTURE, "--to", "mysql:foo"], "found mysql:…"),
    ];
    for (arguments, advice) in cases {
        let output = cnnic(arguments);
        assert_eq!(status(&output), 2, "{arguments:?}");
        let said = text(&output.stderr);
        let error = said.lines().find(|line| line.starts_with("error: "));
        assert!(error.unwrap().contains(advice), "{said}");
    }
    let said = cnnic(&["load", FIXTURE, "--to", "mysql:foo"]);
    for form in ["sqlite:PATH", "postgres://USER@HOST:PORT/DATABASE"] {
        assert!(text(&said.stderr).contains(form));
    }
}

/// `/dev/full` takes nothing, as a full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_says_what_to_do() {
    use std::process::{Command, Stdio};
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_cnnic"))
        .args(["catalog"])
        .stdout(Stdio::from(full))
        .output()
        .unwrap();
    assert_eq!(status(&output), 2);
    assert!(text(&output.stderr).contains("free some space"));
}

#[test]
fn a_statistic_that_is_damaged_is_reported_and_not_refused() {
    let bullet = with_input(&["check", "-"], "◇ 我国网民规模持续增长。".as_bytes());
    assert_eq!(status(&bullet), 0);
    let output = with_input(&["check", "-"], "网民规模达12,34,567人。".as_bytes());
    assert_eq!(status(&output), 1);
    assert!(text(&output.stdout).contains("number_not_understood"));
}
