//! What is printed to a terminal of a given width.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use unicode_width::UnicodeWidthStr;

use crate::{FIXTURE, cnnic, text};

/// What a command prints to a terminal of so many columns, and on the standard
/// error beside it.
fn on_terminal(columns: u16, variable: Option<&str>, arguments: &[&str]) -> (String, String) {
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let size = Winsize {
        ws_row: 24,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&terminal, size).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let end = OpenOptions::new()
        .read(true)
        .write(true)
        .open(name.to_str().unwrap())
        .unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cnnic"));
    command.args(arguments).env_remove("COLUMNS");
    if let Some(columns) = variable {
        command.env("COLUMNS", columns);
    }
    command.stdin(Stdio::null()).stderr(Stdio::piped());
    let child = command.stdout(end).spawn().unwrap();
    // The command holds its standard output until it is dropped.
    drop(command);
    let mut printed = Vec::new();
    let mut reader = File::from(terminal);
    let mut bytes = [0; 4096];
    // A terminal that nobody writes to any more is an error on Linux.
    while let Ok(count @ 1..) = reader.read(&mut bytes) {
        printed.extend_from_slice(&bytes[..count]);
    }
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let printed = String::from_utf8(printed).unwrap().replace("\r\n", "\n");
    (printed, text(&output.stderr).to_owned())
}

fn widest(printed: &str) -> usize {
    printed.lines().map(UnicodeWidthStr::width).max().unwrap()
}

#[test]
fn tables_fit_the_terminal() {
    for item in [
        "tables",
        "表5",
        "bullets",
        "terms",
        "observations",
        "checks",
    ] {
        for columns in [80, 120] {
            let (printed, _) = on_terminal(columns, None, &["show", FIXTURE, item]);
            let widest = widest(&printed);
            assert!(
                widest <= usize::from(columns),
                "{item}: {widest}\n{printed}"
            );
        }
    }
    // No number is cut, and no label of a few characters.
    let (printed, said) = on_terminal(80, None, &["show", FIXTURE, "表5"]);
    let row = printed.lines().find(|line| line.contains("网络购物"));
    for value in ["91,496", "83.8", "97,443", "87.9", "6.5"] {
        assert!(row.unwrap().contains(value), "{printed}");
    }
    assert_eq!(said, "");
    // What is left out is said.
    let (printed, said) = on_terminal(80, None, &["show", FIXTURE, "observations"]);
    assert!(!printed.contains("measure"));
    assert!(said.contains("too narrow for of, base, measure"), "{said}");
}

#[test]
fn the_width_may_be_given() {
    let shown = ["show", FIXTURE, "bullets"];
    assert!(widest(&on_terminal(120, Some("70"), &shown).0) <= 70);
    // What is no number of columns says nothing.
    let as_terminal = on_terminal(90, None, &shown).0;
    assert_eq!(on_terminal(90, Some("wide"), &shown).0, as_terminal);
}

#[test]
fn what_goes_elsewhere_is_whole() {
    let output = Command::new(env!("CARGO_BIN_EXE_cnnic"))
        .args(["show", FIXTURE, "observations"])
        .env("COLUMNS", "80")
        .output()
        .unwrap();
    assert_eq!(
        output.stdout,
        cnnic(&["show", FIXTURE, "observations"]).stdout
    );
    let head = text(&output.stdout).lines().nth(1).unwrap();
    for column in ["indicator", "measure", "base", "of", "origin", "line"] {
        assert!(head.contains(column), "{head}");
    }
    assert!(output.stderr.is_empty());
}
