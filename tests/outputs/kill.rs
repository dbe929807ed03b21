//! The program killed at any moment. `CNNIC_TEST_KILLS` asks for more rounds or
//! less.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use cnnic::Report;
use postgres::Client;
use tempfile::TempDir;

use crate::package::files;
use crate::postgres::with_database;
use crate::run::{command, done, save};
use crate::sqlite::{corrected, edition};

fn rounds() -> u32 {
    let asked = std::env::var("CNNIC_TEST_KILLS").ok();
    asked.map_or(200, |rounds| rounds.parse().unwrap())
}

/// Moments spread over the time that a run takes, in no order.
struct Moments {
    state: u64,
    longest: Duration,
}

impl Moments {
    /// The time is that of a run that ends by itself.
    fn of(arguments: &[&str]) -> Moments {
        let start = Instant::now();
        done(arguments);
        Moments {
            state: 0x2545_F491_4F6C_DD1D,
            longest: start.elapsed(),
        }
    }

    fn next(&mut self) -> Duration {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.longest.mul_f64((self.state % 1000) as f64 / 900.0)
    }
}

fn killed_after(moment: Duration, arguments: &[&str]) {
    let mut child = command()
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(moment);
    // It may have ended by itself.
    let _ = child.kill();
    child.wait().unwrap();
}

/// The two states of edition 55 that rounds go between.
fn states(folder: &Path) -> (Report, Report, [PathBuf; 2]) {
    let one = edition(55);
    let (two, ..) = corrected(&one);
    let paths = [
        save(folder, "one.json", &one),
        save(folder, "two.json", &two),
    ];
    (one, two, paths)
}

#[test]
fn a_folder_is_wholly_old_or_new_or_beside() {
    let inputs = TempDir::new().unwrap();
    let (.., paths) = states(inputs.path());
    let extract = |input: &Path, to: &Path| {
        [
            "extract",
            input.to_str().unwrap(),
            "-q",
            "-f",
            "csv,jsonl,sqlite",
            "-o",
            to.to_str().unwrap(),
        ]
        .map(str::to_owned)
    };
    let run =
        |arguments: &[String]| done(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let expected = paths.clone().map(|path| {
        let folder = TempDir::new().unwrap();
        run(&extract(&path, folder.path()));
        files(&folder.path().join("cnnic-55"))
    });
    let output = TempDir::new().unwrap();
    let first = extract(&paths[0], output.path());
    let mut moments = Moments::of(&first.each_ref().map(String::as_str));
    let place = output.path().join("cnnic-55");
    let mut seen = [0, 0];
    for round in 0..rounds() {
        let input = &paths[1 - round as usize % 2];
        let arguments = extract(input, output.path());
        killed_after(moments.next(), &arguments.each_ref().map(String::as_str));
        let found = if place.exists() {
            place.clone()
        } else {
            output.path().join(".cnnic-55.new")
        };
        let found = files(&found);
        assert!(expected.contains(&found), "round {round}: a mixture");
        // The next run, of whatever edition, puts in place what was complete.
        let other = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/fragment/input.txt");
        if !place.exists() {
            done(&[
                "extract",
                other,
                "-q",
                "-o",
                output.path().to_str().unwrap(),
            ]);
        }
        let at = expected
            .iter()
            .position(|state| *state == files(&place))
            .unwrap();
        seen[at] += 1;
    }
    println!("killed {} times: {seen:?}", rounds());
    // Nothing is left beside once a run ends by itself.
    run(&first);
    let hidden = std::fs::read_dir(output.path()).unwrap();
    let hidden = hidden.filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_str()
            .unwrap()
            .starts_with('.')
    });
    assert_eq!(hidden.count(), 0);
}

/// What a database has of the observations.
fn content(rows: impl Iterator<Item = (String, Option<String>)>) -> Vec<(String, Option<String>)> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort();
    rows
}

fn of_report(report: &Report) -> Vec<(String, Option<String>)> {
    content(
        report
            .observations
            .iter()
            .map(|found| (found.id.clone(), found.value.map(|value| value.to_string()))),
    )
}

fn kill_loads(url: &str, mut found: impl FnMut() -> Vec<(String, Option<String>)>) {
    let inputs = TempDir::new().unwrap();
    let (one, two, paths) = states(inputs.path());
    let expected = [of_report(&one), of_report(&two)];
    let mut moments = Moments::of(&["load", paths[0].to_str().unwrap(), "--to", url, "-q"]);
    let mut seen = [0, 0];
    for round in 0..rounds() {
        let input = paths[1 - round as usize % 2].to_str().unwrap();
        killed_after(moments.next(), &["load", input, "--to", url, "-q"]);
        let found = found();
        let at = expected.iter().position(|state| *state == found);
        seen[at.unwrap_or_else(|| panic!("round {round}: a mixture"))] += 1;
    }
    println!("killed {} times: {seen:?}", rounds());
}

#[test]
fn a_sqlite_database_is_as_before_or_after() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("all.sqlite");
    kill_loads(&format!("sqlite:{}", path.display()), || {
        let database = rusqlite::Connection::open(&path).unwrap();
        let intact: String = database
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(intact, "ok");
        let mut query = database
            .prepare("SELECT id, value FROM observations")
            .unwrap();
        let rows = query
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        content(rows.map(Result::unwrap))
    });
    // Nothing is left beside once a run ends by itself.
    let report = save(folder.path(), "55.json", &edition(55));
    let url = format!("sqlite:{}", path.display());
    done(&["load", report.to_str().unwrap(), "--to", &url, "-q"]);
    let mut left: Vec<PathBuf> = files(folder.path()).into_keys().collect();
    // A journal without anything to roll back stays until SQLite writes next, which a
    // load that changes nothing does not.
    left.retain(|file| file != Path::new("all.sqlite-journal"));
    let expected = ["55.json", "all.metadata.json", "all.sqlite"];
    assert_eq!(left, expected.map(PathBuf::from));
}

#[test]
fn a_postgres_database_is_as_before_or_after() {
    with_database("killed", |url, client: &mut Client| {
        kill_loads(url, || {
            let rows = client
                .query("SELECT id, value::text FROM observations", &[])
                .unwrap();
            content(rows.iter().map(|row| (row.get(0), row.get(1))))
        });
    });
}
