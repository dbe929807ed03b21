//! `cnnic load --to sqlite:PATH`, and the database of a report.

use std::fs;
use std::path::Path;

use cnnic::{Options, Report, Source};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::run::{FIXTURE, cnnic, done, errors, extract, save};

/// The fixture under another number.
pub fn edition(number: u32) -> Report {
    let mut report = cnnic::read(&Source::open(FIXTURE).unwrap(), &Options::default()).unwrap();
    report.edition.number = Some(number);
    for observation in &mut report.observations {
        for name in [&mut observation.id, &mut observation.fact] {
            let (_, rest) = name.split_once('/').unwrap();
            *name = format!("{number}/{rest}");
        }
    }
    report
}

/// What a dry run says of a load: the lines of tables that would change.
pub fn changes(input: &Path, url: &str) -> Vec<String> {
    let shown = done(&[
        "load",
        input.to_str().unwrap(),
        "--to",
        url,
        "--dry-run",
        "-q",
    ]);
    let lines = shown.lines().filter(|line| !line.contains(": +0 ~0 -0 "));
    lines.map(str::to_owned).collect()
}

/// A corrected edition: the value of a bullet differs, that of another is gone.
/// No table has them, so that no dataset differs.
pub fn corrected(report: &Report) -> (Report, String, String) {
    let mut report = report.clone();
    let of_bullet = |report: &Report| {
        let mut all = report.observations.iter();
        all.position(|found| found.origin.kind == "bullet").unwrap()
    };
    let gone = report.observations.remove(of_bullet(&report)).id;
    let at = of_bullet(&report);
    let changed = &mut report.observations[at];
    changed.value = Some(cnnic::report::Exact("12.50".parse().unwrap()));
    let id = changed.id.clone();
    (report, id, gone)
}

fn one<T: rusqlite::types::FromSql>(path: &Path, query: &str) -> T {
    let database = Connection::open(path).unwrap();
    database.query_row(query, [], |row| row.get(0)).unwrap()
}

#[test]
fn what_is_loaded_again_changes_only_what_differs() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("all.sqlite");
    let url = format!("sqlite:{}", path.display());
    let report = edition(55);
    let json = save(folder.path(), "55.json", &report);
    let other = save(folder.path(), "54.json", &edition(54));
    done(&[
        "load",
        json.to_str().unwrap(),
        other.to_str().unwrap(),
        "--to",
        &url,
    ]);
    let count = report.observations.len();
    assert_eq!(
        one::<i64>(&path, "SELECT count(*) FROM observations"),
        2 * i64::try_from(count).unwrap()
    );
    assert_eq!(changes(&json, &url), Vec::<String>::new());

    let (new, changed, gone) = corrected(&report);
    let new = save(folder.path(), "new.json", &new);
    let expected = [
        format!("edition 55 observations: +0 ~1 -1 ={}", count - 2),
        format!("  ~ {changed}"),
        format!("  - {gone}"),
    ];
    assert_eq!(changes(&new, &url), expected);
    // A dry run has changed nothing, a load does just that.
    assert_eq!(changes(&new, &url), expected);
    let before = fs::read(&path).unwrap();
    done(&["load", new.to_str().unwrap(), "--to", &url, "--dry-run"]);
    assert_eq!(fs::read(&path).unwrap(), before);
    let output = cnnic(&["load", new.to_str().unwrap(), "--to", &url]);
    assert!(
        errors(&output).contains("0 rows inserted, 1 updated, 1 removed"),
        "{}",
        errors(&output)
    );
    assert_eq!(changes(&new, &url), Vec::<String>::new());
    let query = format!("SELECT value FROM observations WHERE id = '{changed}'");
    assert_eq!(one::<String>(&path, &query), "12.50");
    // Those of the other edition are as they were.
    assert_eq!(changes(&other, &url), Vec::<String>::new());
}

#[test]
fn values_are_exact_and_keys_hold() {
    let folder = TempDir::new().unwrap();
    extract("sqlite", folder.path());
    let path = folder.path().join("cnnic-55/cnnic.sqlite");
    let database = Connection::open(&path).unwrap();
    let report = edition(55);
    for observation in &report.observations {
        let value: Option<String> = database
            .query_row(
                "SELECT value FROM observations WHERE id = ?",
                [&observation.id],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(
            value,
            observation.value.map(|value| value.to_string()),
            "{}",
            observation.id
        );
    }
    assert_eq!(
        one::<i64>(&path, "SELECT count(*) FROM pragma_foreign_key_check"),
        0
    );
    assert_eq!(
        one::<i64>(
            &path,
            "SELECT count(*) FROM observations WHERE typeof(value) = 'real'"
        ),
        0
    );
    // Numbers to sort and compare by stand beside.
    let first = "SELECT label FROM application_usage WHERE period = '2024-12' ORDER BY users_number DESC LIMIT 1";
    assert_eq!(one::<String>(&path, first), "即时通信");
    let metadata = fs::read_to_string(folder.path().join("cnnic-55/cnnic.metadata.json")).unwrap();
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let users = &metadata["databases"]["cnnic"]["tables"]["application_usage"]["columns"]["users"];
    assert!(users.as_str().unwrap().contains("(person)"), "{users}");
}

/// Of facts that several editions print, the views have the latest.
#[test]
fn views_prefer_the_latest_edition() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("all.sqlite");
    let url = format!("sqlite:{}", path.display());
    let newer = edition(55);
    let mut older = edition(53);
    for observation in &mut older.observations {
        observation.value = Some(cnnic::report::Exact(1.into()));
    }
    older.observations[0].period = Some("1999-01".to_owned());
    older.observations[0].fact = "53/internet_users/level/1999-01".to_owned();
    older.observations[0].indicator = Some("internet_users".to_owned());
    for (name, report) in [("b.json", &newer), ("a.json", &older)] {
        save(folder.path(), name, report);
    }
    done(&["load", folder.path().to_str().unwrap(), "--to", &url]);
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM editions"), 2);
    assert_eq!(
        one::<i64>(
            &path,
            "SELECT count(*) FROM latest_observations WHERE edition = 53"
        ),
        1
    );
    let query = "SELECT group_concat(period || ' ' || value, '; ') FROM (SELECT * FROM series \
                 WHERE indicator = 'internet_users' AND dimensions = '{}' AND measure = 'level' AND period IN ('1999-01', '2024-12') ORDER BY period)";
    assert_eq!(one::<String>(&path, query), "1999-01 1; 2024-12 1108000000");
}

/// A database that an earlier catalog made gets the columns that it lacks.
#[test]
fn a_database_of_an_earlier_catalog_is_brought_up() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("all.sqlite");
    let url = format!("sqlite:{}", path.display());
    let json = save(folder.path(), "55.json", &edition(55));
    done(&["load", json.to_str().unwrap(), "--to", &url]);
    let database = Connection::open(&path).unwrap();
    database
        .execute_batch(
            "DROP VIEW series; DROP VIEW latest_observations; DROP TABLE internet_access; \
             ALTER TABLE observations DROP COLUMN application",
        )
        .unwrap();
    drop(database);
    done(&["load", json.to_str().unwrap(), "--to", &url]);
    assert_eq!(changes(&json, &url), Vec::<String>::new());
    let users = "SELECT count(*) > 0 FROM series WHERE application = 'online_video'";
    assert!(one::<bool>(&path, users));
    assert_eq!(one::<i64>(&path, "SELECT count(*) FROM internet_access"), 6);
    // One that is newer is left alone.
    let database = Connection::open(&path).unwrap();
    database
        .execute_batch("UPDATE cnnic_schema SET version = 99")
        .unwrap();
    drop(database);
    let output = cnnic(&["load", json.to_str().unwrap(), "--to", &url]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        errors(&output).contains("found version 99"),
        "{}",
        errors(&output)
    );
}

/// The tables and views of a database with their columns.
fn columns(path: &Path) -> Vec<String> {
    let database = Connection::open(path).unwrap();
    let mut query = database
        .prepare(
            "SELECT s.name || '.' || c.name || ' ' || c.type FROM sqlite_schema AS s, \
             pragma_table_xinfo(s.name) AS c WHERE s.type IN ('table', 'view') ORDER BY 1",
        )
        .unwrap();
    let rows = query.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_database_of_version_1_becomes_one_of_version_2() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("old.sqlite");
    let database = Connection::open(&path).unwrap();
    let old = include_str!("../files/load-1.sqlite.sql");
    database.execute_batch(old).unwrap();
    drop(database);
    let url = format!("sqlite:{}", path.display());
    let before = fs::read(&path).unwrap();
    let json = save(folder.path(), "55.json", &edition(55));
    done(&["load", json.to_str().unwrap(), "--to", &url, "--dry-run"]);
    assert_eq!(fs::read(&path).unwrap(), before);
    done(&["load", json.to_str().unwrap(), "--to", &url]);
    assert_eq!(one::<i64>(&path, "SELECT version FROM cnnic_schema"), 2);
    let new = folder.path().join("new.sqlite");
    let fresh = format!("sqlite:{}", new.display());
    done(&["load", json.to_str().unwrap(), "--to", &fresh]);
    assert_eq!(columns(&path), columns(&new));
    // What was there still is.
    let users = "SELECT value FROM observations WHERE edition = 54 AND indicator = 'internet_users' \
                 AND measure = 'level'";
    assert_eq!(one::<String>(&path, users), "1108000000");
    let count = "SELECT count(*) FROM observations WHERE edition = 54 AND corrected IS NULL";
    assert_eq!(one::<i64>(&path, count), 4);
    assert_eq!(
        one::<i64>(&path, "SELECT count(*) FROM series WHERE edition = 54"),
        0
    );
    let later = "SELECT count(*) > 100 FROM series WHERE edition = 55";
    assert!(one::<bool>(&path, later));
    assert_eq!(changes(&json, &url), Vec::<String>::new());
}

#[test]
fn what_cannot_be_loaded_is_one_error() {
    let folder = TempDir::new().unwrap();
    let text = folder.path().join("no.sqlite");
    fs::write(
        &text,
        "no database, though long enough to be looked at ".repeat(40),
    )
    .unwrap();
    let json = save(folder.path(), "55.json", &edition(55));
    let fragment = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/fragment/input.txt");
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let new = format!("sqlite:{}", folder.path().join("new.sqlite").display());
    let json = json.to_str().unwrap();
    let cases = [
        (
            json,
            format!("sqlite:{}", text.display()),
            "file is not a database",
        ),
        (
            json,
            "sqlite:/no/such/folder/x.sqlite".to_owned(),
            "unable to open",
        ),
        (
            json,
            "mysql://me:secret@db/x".to_owned(),
            "expected a database, as sqlite:PATH",
        ),
        (fragment, new.clone(), "name it with --edition N"),
        ("no-such-file.json", new.clone(), "cannot be read"),
        (empty.to_str().unwrap(), new.clone(), "found none"),
    ];
    for (input, url, message) in cases {
        let output = cnnic(&["load", input, "--to", &url]);
        let errors = errors(&output);
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
        assert!(
            errors.contains(message) && !errors.contains("secret"),
            "{errors}"
        );
    }
    assert!(!folder.path().join("new.sqlite").exists());
    // What would be made is not made by a dry run.
    done(&["load", json, "--to", &new, "--dry-run"]);
    assert!(!folder.path().join("new.sqlite").exists());
}

/// A load that fails in the middle, of a report with an id given twice, leaves
/// what was there.
#[test]
fn a_load_that_fails_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("all.sqlite");
    let url = format!("sqlite:{}", path.display());
    let report = edition(55);
    let json = save(folder.path(), "55.json", &report);
    done(&["load", json.to_str().unwrap(), "--to", &url]);
    let before = one::<String>(
        &path,
        "SELECT group_concat(id || coalesce(value, '')) FROM observations",
    );
    let mut bad = corrected(&report).0;
    let first = bad.observations[0].id.clone();
    bad.observations[1].id = first;
    let bad = save(folder.path(), "bad.json", &bad);
    let output = cnnic(&["load", bad.to_str().unwrap(), "--to", &url]);
    assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
    let after = one::<String>(
        &path,
        "SELECT group_concat(id || coalesce(value, '')) FROM observations",
    );
    assert_eq!(after, before);
}

/// A table of a used name that is not ours: the error names it, in one line,
/// and the database stays as it was.
#[test]
fn what_is_not_ours_is_named() {
    let foreign = [
        ("observations", "CREATE TABLE observations (a)"),
        ("series", "CREATE VIEW series AS SELECT 1 AS a"),
        (
            "latest_observations",
            "CREATE TABLE latest_observations (id)",
        ),
        ("cnnic_schema", "CREATE TABLE cnnic_schema (name)"),
        (
            "web_pages",
            "CREATE TABLE cnnic_schema (version INTEGER NOT NULL); INSERT INTO cnnic_schema VALUES (2); \
             CREATE TABLE web_pages (a)",
        ),
    ];
    for (name, sql) in foreign {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("other.sqlite");
        let made = Connection::open(&path).unwrap();
        made.execute_batch(sql).unwrap();
        drop(made);
        let before = fs::read(&path).unwrap();
        let target = format!("sqlite:{}", path.display());
        let output = cnnic(&["load", FIXTURE, "-q", "--to", &target]);
        assert_eq!(output.status.code(), Some(2));
        let told = errors(&output);
        let expected = format!("a table {name} already exists; load into another database;");
        assert!(told.contains(&expected), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}
