//! What does not hold, and its exit status.

use std::fs;

use tempfile::TempDir;

use crate::{BROKEN, FIXTURE, FRAGMENT, cnnic, status, text, with_input};

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
    assert_eq!(errors[0]["type"], "error");
    assert_eq!(errors[0]["kind"], "cell_not_understood");
    assert_eq!(errors[0]["actual"], "20,823,O37");
    assert_eq!(errors[0]["line"], 7);
}

#[test]
fn a_failing_check_is_an_error_where_asked() {
    // The fixture has no problem that is an error, and two checks that fail.
    let said = cnnic(&["extract", FIXTURE, "-o", "-"]);
    assert_eq!(status(&said), 0);
    let output = cnnic(&["extract", FIXTURE, "-o", "-", "--strict"]);
    assert_eq!(status(&output), 1);
    // It is written all the same.
    assert_eq!(output.stdout, said.stdout);
    let input = fs::read_to_string(FIXTURE).unwrap();
    let mended = input
        .replace("3A+192B+133C", "3A+192B+167C")
        .replace("254B+16C", "254B+15C");
    let mended = with_input(&["extract", "-", "-o", "-", "--strict"], mended.as_bytes());
    assert_eq!(status(&mended), 0, "{}", text(&mended.stderr));
}

#[test]
fn what_is_wrong_in_a_report_json_is_said_of_it() {
    let folder = TempDir::new().unwrap();
    cnnic(&[
        "extract",
        FIXTURE,
        "-q",
        "-o",
        folder.path().to_str().unwrap(),
    ]);
    let json = folder.path().join("cnnic-55/report.json");
    let json = json.to_str().unwrap();
    let of = |arguments: &[&str]| {
        let output = cnnic(arguments);
        text(&output.stdout).to_owned() + text(&output.stderr)
    };
    let found: serde_json::Value = serde_json::from_str(&of(&["check", json, "--json"])).unwrap();
    let tasks = found["tasks"].as_array().unwrap();
    let of_file = tasks.iter().find(|task| task["type"] == "file");
    assert_eq!(of_file.unwrap()["place"], json);
    for said in [
        of(&["check", json]),
        of(&[
            "extract",
            json,
            "-q",
            "-f",
            "jsonl",
            "-o",
            folder.path().to_str().unwrap(),
        ]),
        of(&["show", json, "problems"]),
    ] {
        let kinds = ["error decode: ", "warning heading_missing: "];
        let lines = said.lines();
        let lines = lines.filter(|line| kinds.iter().any(|kind| line.contains(kind)));
        let lines: Vec<&str> = lines.collect();
        assert!(!lines.is_empty(), "{said}");
        for line in lines {
            assert!(line.starts_with(&format!("{json}: ")), "{line}");
            assert!(line.contains(" (input.txt, line "), "{line}");
        }
    }
}

#[test]
fn extract_prints_the_first_of_a_kind_and_counts_the_rest() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().to_str().unwrap();
    let output = cnnic(&["extract", FIXTURE, "-q", "-o", path]);
    let said = text(&output.stderr);
    let all = cnnic(&["check", FIXTURE]);
    let all = text(&all.stdout).matches("warning heading_missing").count();
    assert_eq!(said.matches("warning heading_missing").count(), 3, "{said}");
    let json = folder.path().join("cnnic-55/report.json");
    let rest = format!(
        "{FIXTURE}: and {} heading_missing more; `cnnic check {}` prints all\n",
        all - 3,
        json.display()
    );
    assert!(said.ends_with(&rest), "{said}");
    assert_eq!(said.matches("error decode").count(), 2);
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
fn a_quiet_check_prints_its_lines_alone() {
    let loud = cnnic(&["check", FIXTURE]);
    let quiet = cnnic(&["check", FIXTURE, "-q"]);
    assert_eq!(status(&quiet), 1);
    assert_eq!(quiet.stdout, loud.stdout);
    assert!(!loud.stderr.is_empty());
    assert_eq!(text(&quiet.stderr), "");
}

/// `error` and `warning` mean the same wherever they are counted: lines that begin
/// so, of failing checks and of problems.
#[test]
fn errors_and_warnings_are_counted_alike_everywhere() {
    const INVENTED: &str = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/pdf-three-line/input.pdf"
    );
    for input in [FIXTURE, BROKEN, FRAGMENT, INVENTED] {
        let checked = cnnic(&["check", input]);
        let found = text(&checked.stdout);
        let lines = |said: &str, severity: &str| {
            let lines = said.lines();
            let begins = |line: &&str| line.contains(&format!(": {severity} "));
            lines.filter(begins).count()
        };
        let [errors, warnings] = ["error", "warning"].map(|severity| lines(found, severity));
        let ends = |said: &str| {
            let last = said.lines().last().unwrap();
            let plural = |count: usize, name: &str| match count {
                1 => format!("1 {name}"),
                count => format!("{count} {name}s"),
            };
            let counts = format!(
                "; {}, {}",
                plural(errors, "error"),
                plural(warnings, "warning")
            );
            assert!(last.ends_with(&counts), "{input}: {last}, not {counts}");
        };
        ends(text(&checked.stderr));
        assert_eq!(status(&checked), i32::from(errors > 0), "{input}");
        let json = cnnic(&["check", input, "--json"]);
        let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
        assert_eq!(json["stats"]["errors"], errors, "{input}");
        assert_eq!(json["stats"]["warnings"], warnings, "{input}");
        assert_eq!(json["valid"], errors == 0, "{input}");
        let extracted = cnnic(&["extract", input, "-o", "-", "--strict"]);
        assert_eq!(status(&extracted), i32::from(errors > 0), "{input}");
        let said = text(&extracted.stderr);
        ends(said);
        let shown = cnnic(&["show", input]);
        let shown = text(&shown.stdout);
        let sum = |name: &str| -> usize {
            let line = shown.lines().find(|line| line.starts_with(name)).unwrap();
            let words = line.split_whitespace();
            words.filter_map(|word| word.parse::<usize>().ok()).sum()
        };
        assert_eq!(
            [sum("errors"), sum("warnings")],
            [errors, warnings],
            "{shown}"
        );
        // Every failing check is said by extract too; of problems some of a kind.
        let report: serde_json::Value = serde_json::from_slice(&extracted.stdout).unwrap();
        let checks = report["checks"].as_array().unwrap().iter();
        let failed = checks.filter(|check| check["status"] == "fail");
        let mut count = 0;
        for check in failed {
            let message = check["message"].as_str().unwrap();
            assert!(said.contains(message), "{input}: {message}");
            count += 1;
        }
        if input == INVENTED {
            assert!(count > 100, "{count}");
        }
    }
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
