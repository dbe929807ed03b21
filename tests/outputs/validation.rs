//! `check --json`, loaded by frictionless.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::run::{FIXTURE, cnnic, needed};

#[test]
fn frictionless_loads_what_check_prints() {
    let Some(python) = needed("CNNIC_TEST_PYTHON", "frictionless_loads_what_check_prints") else {
        return;
    };
    let folder = TempDir::new().unwrap();
    let broken = folder.path().join("broken.txt");
    // A cell that is no number, in a table that is no dataset; and nothing wrong.
    let text = "第 55 次中国互联网络发展状况统计报告\n\n表 9 2024年12月设备数量\n\n设备\t数量（个）\n甲\t1O0\n乙\t200\n";
    fs::write(&broken, text).unwrap();
    let sound = folder.path().join("sound.txt");
    fs::write(&sound, text.replace("1O0", "100")).unwrap();
    let invented = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/pdf-three-line/input.pdf"
    );
    let cases = [
        (FIXTURE, 1, Some("decode")),
        (broken.to_str().unwrap(), 1, Some("cell_not_understood")),
        (sound.to_str().unwrap(), 0, None),
        (invented, 1, Some("sum")),
    ];
    for (input, status, kind) in cases {
        let output = cnnic(&["check", input, "--json"]);
        assert_eq!(output.status.code(), Some(status), "{input}");
        let json = folder.path().join("validation.json");
        fs::write(&json, &output.stdout).unwrap();
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/outputs/validation.py");
        let loaded = Command::new(&python)
            .arg(script)
            .arg(&json)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&loaded.stderr);
        assert!(loaded.status.success(), "{input}: {said}");
        let kinds = String::from_utf8(loaded.stdout).unwrap();
        let mut found = kinds.split_whitespace();
        match kind {
            Some(kind) => assert!(found.any(|found| found == kind), "{input}: {kinds}"),
            None => assert_eq!(found.next(), None, "{input}"),
        }
    }
}
