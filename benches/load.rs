//! How fast editions are loaded: 200 of them, of about 1,540 observations each,
//! into SQLite and, where `CNNIC_TEST_POSTGRES` names a server, PostgreSQL (its
//! tables are dropped before); and how fast their `report.json` are read.
//!
//! ```sh
//! cargo bench --bench load
//! ```

use std::time::{Duration, Instant};

use cnnic::load::{Database, Mode, Target};
use cnnic::report::Exact;
use cnnic::{Options, Report, Source};

const EDITIONS: u32 = 200;
const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/edition-55/input.txt");

fn main() {
    // `cargo test --benches` only wants to know that it can be built.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    read();
    let folder = tempfile::tempdir().unwrap();
    let sqlite = format!("sqlite:{}", folder.path().join("load.sqlite").display());
    measure("SQLite, new", &sqlite);
    measure("SQLite, the same again", &sqlite);
    if let Ok(postgres) = std::env::var("CNNIC_TEST_POSTGRES") {
        drop_tables(&postgres);
        measure("PostgreSQL, new", &postgres);
        measure("PostgreSQL, the same again", &postgres);
    }
}

/// Reads the `report.json` of some editions, which `cnnic load` does while the
/// edition before is loaded.
fn read() {
    let fixture = cnnic::read(&Source::open(FIXTURE).unwrap(), &Options::default()).unwrap();
    let (mut spent, mut count) = (Duration::ZERO, 0);
    for number in 1..=EDITIONS / 4 {
        let json = cnnic::write::json::to_string(&edition(&fixture, number)).unwrap();
        let start = Instant::now();
        let report = cnnic::read(&Source::new("report.json", json), &Options::default()).unwrap();
        spent += start.elapsed();
        count += report.observations.len();
    }
    println!(
        "report.json, read: {:.0} observations a second",
        count as f64 / spent.as_secs_f64()
    );
}

/// Loads every edition, and prints the observations a second and the memory at
/// a tenth and at the end.
fn measure(name: &str, url: &str) {
    let target: Target = url.parse().unwrap();
    let fixture = cnnic::read(&Source::open(FIXTURE).unwrap(), &Options::default()).unwrap();
    let mut database = Database::open(&target, Mode::Commit).unwrap();
    let (mut spent, mut count, mut early) = (Duration::ZERO, 0, 0);
    for number in 1..=EDITIONS {
        let report = edition(&fixture, number);
        count += report.observations.len();
        let start = Instant::now();
        database.load(&report, Mode::Commit).unwrap();
        spent += start.elapsed();
        if number == EDITIONS / 10 {
            early = memory();
        }
    }
    println!(
        "{name}: {count} observations in {:.1} s, {:.0} a second; memory {early} KiB after a tenth, {} at the end",
        spent.as_secs_f64(),
        count as f64 / spent.as_secs_f64(),
        memory(),
    );
}

/// The fixture under another number, with other values, its observations twice.
fn edition(fixture: &Report, number: u32) -> Report {
    let mut report = fixture.clone();
    report.edition.number = Some(number);
    let again = report
        .observations
        .clone()
        .into_iter()
        .map(|mut observation| {
            observation.id.push_str(".again");
            observation.origin.kind = "sentence".to_owned();
            observation
        });
    report.observations.extend(again.collect::<Vec<_>>());
    for observation in &mut report.observations {
        for name in [&mut observation.id, &mut observation.fact] {
            let rest = name.split_once('/').map_or("", |(_, rest)| rest);
            *name = format!("{number}/{rest}");
        }
        observation.value = observation
            .value
            .map(|value| Exact(value.0 + rust_decimal::Decimal::from(number)));
    }
    report
}

/// Resident memory now, where the system says.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn drop_tables(url: &str) {
    let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
    client
        .batch_execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        .unwrap();
}
