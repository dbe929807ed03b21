//! Runs of the program, and of the tools beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/edition-55/input.txt");

pub fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_cnnic"))
}

pub fn cnnic(arguments: &[&str]) -> Output {
    command().args(arguments).output().unwrap()
}

/// Runs the program, which has to succeed; what it prints.
pub fn done(arguments: &[&str]) -> String {
    let output = cnnic(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    String::from_utf8(output.stdout).unwrap()
}

pub fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Writes the fixture in formats into a folder.
pub fn extract(formats: &str, folder: &Path) {
    let folder = folder.to_str().unwrap();
    done(&["extract", FIXTURE, "-q", "-f", formats, "-o", folder]);
}

/// The value of a variable that a test needs; says so when it is not there.
pub fn needed(variable: &str, test: &str) -> Option<String> {
    let value = std::env::var(variable).ok();
    if value.is_none() {
        println!("{test}: not run, {variable} is not set");
    }
    value
}

/// Writes a report as JSON into a file of a folder.
pub fn save(folder: &Path, name: &str, report: &cnnic::Report) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, cnnic::write::json::to_string(report).unwrap()).unwrap();
    path
}
