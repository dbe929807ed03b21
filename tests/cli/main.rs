//! The command line: what it prints, what it writes, how it exits.

mod checks;
mod extract;
mod refusals;
mod show;
#[cfg(unix)]
mod terminal;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

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
