//! `cnnic load --to postgres://…`, with a server.

use std::sync::Mutex;

use postgres::{Client, NoTls};
use tempfile::TempDir;

use crate::run::{cnnic, done, errors, needed, save};
use crate::sqlite::{changes, corrected, edition};

/// One test at a time has the server to itself.
static SERVER: Mutex<()> = Mutex::new(());

/// Runs a test in a database of its own.
pub fn with_database(test: &str, run: impl FnOnce(&str, &mut Client)) {
    let Some(url) = needed("CNNIC_TEST_POSTGRES", test) else {
        return;
    };
    let _alone = SERVER.lock();
    let mut server = Client::connect(&url, NoTls).unwrap();
    let _ = server.batch_execute(&format!("DROP DATABASE IF EXISTS {test} WITH (FORCE)"));
    server
        .batch_execute(&format!("CREATE DATABASE {test}"))
        .unwrap();
    let (start, _) = url.rsplit_once('/').unwrap();
    let own = format!("{start}/{test}");
    run(&own, &mut Client::connect(&own, NoTls).unwrap());
}

fn one<T: for<'r> postgres::types::FromSql<'r>>(client: &mut Client, query: &str) -> T {
    client.query_one(query, &[]).unwrap().get(0)
}

#[test]
fn what_is_loaded_again_changes_only_what_differs() {
    with_database("loaded_again", |url, client| {
        let folder = TempDir::new().unwrap();
        let report = edition(55);
        let json = save(folder.path(), "55.json", &report);
        let other = save(folder.path(), "54.json", &edition(54));
        done(&[
            "load",
            json.to_str().unwrap(),
            other.to_str().unwrap(),
            "--to",
            url,
        ]);
        assert_eq!(changes(&json, url), Vec::<String>::new());
        let count = report.observations.len();
        let (new, changed, gone) = corrected(&report);
        let new = save(folder.path(), "new.json", &new);
        let expected = [
            format!("edition 55 observations: +0 ~1 -1 ={}", count - 2),
            format!("  ~ {changed}"),
            format!("  - {gone}"),
        ];
        assert_eq!(changes(&new, url), expected);
        assert_eq!(changes(&new, url), expected);
        let output = cnnic(&["load", new.to_str().unwrap(), "--to", url]);
        assert!(
            errors(&output).contains("0 rows inserted, 1 updated, 1 removed"),
            "{}",
            errors(&output)
        );
        assert_eq!(changes(&new, url), Vec::<String>::new());
        assert_eq!(changes(&other, url), Vec::<String>::new());
        let value: String = one(
            client,
            &format!("SELECT value::text FROM observations WHERE id = '{changed}'"),
        );
        assert_eq!(value, "12.50");
    });
}

#[test]
fn values_are_numeric_with_their_digits() {
    with_database("exact_values", |url, client| {
        let folder = TempDir::new().unwrap();
        let report = edition(55);
        let json = save(folder.path(), "55.json", &report);
        done(&["load", json.to_str().unwrap(), "--to", url]);
        for row in client
            .query(
                "SELECT id, value::text, dimensions::text FROM observations",
                &[],
            )
            .unwrap()
        {
            let (id, value): (String, Option<String>) = (row.get(0), row.get(1));
            let expected = report
                .observations
                .iter()
                .find(|found| found.id == id)
                .unwrap();
            assert_eq!(value, expected.value.map(|value| value.to_string()), "{id}");
            let dimensions: cnnic::catalog::Codes = serde_json::from_str(row.get(2)).unwrap();
            assert_eq!(dimensions, expected.dimensions);
        }
        let kind: String = one(
            client,
            "SELECT data_type::text FROM information_schema.columns WHERE table_name = 'observations' AND column_name = 'value'",
        );
        assert_eq!(kind, "numeric");
        let series: i64 = one(
            client,
            "SELECT count(*) FROM series WHERE indicator = 'internet_penetration' AND dimensions = '{}' AND period = '2024-12' AND value = 78.6",
        );
        assert_eq!(series, 1);
    });
}

#[test]
fn a_database_of_an_earlier_catalog_is_brought_up() {
    with_database("earlier_catalog", |url, client| {
        let folder = TempDir::new().unwrap();
        let json = save(folder.path(), "55.json", &edition(55));
        done(&["load", json.to_str().unwrap(), "--to", url]);
        client
            .batch_execute(
                "DROP VIEW series; DROP VIEW latest_observations; DROP TABLE internet_access; \
                 ALTER TABLE observations DROP COLUMN application",
            )
            .unwrap();
        done(&["load", json.to_str().unwrap(), "--to", url]);
        assert_eq!(changes(&json, url), Vec::<String>::new());
        let users: i64 = one(
            client,
            "SELECT count(*) FROM series WHERE application = 'online_video'",
        );
        assert!(users > 0);
    });
}

#[test]
fn a_database_of_version_1_becomes_one_of_version_2() {
    with_database("of_version_1", |url, client| {
        let old = include_str!("../files/load-1.postgres.sql");
        client.batch_execute(old).unwrap();
        let folder = TempDir::new().unwrap();
        let json = save(folder.path(), "55.json", &edition(55));
        done(&["load", json.to_str().unwrap(), "--to", url]);
        assert_eq!(one::<i32>(client, "SELECT version FROM cnnic_schema"), 2);
        let columns = "SELECT string_agg(table_name || '.' || column_name || ' ' || data_type, ' ' \
                       ORDER BY table_name, column_name) FROM information_schema.columns WHERE table_schema = 'public'";
        let migrated: String = one(client, columns);
        let count = "SELECT count(*) FROM observations WHERE edition = 54 AND corrected IS NULL";
        assert_eq!(one::<i64>(client, count), 4);
        assert_eq!(changes(&json, url), Vec::<String>::new());
        client
            .batch_execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
            .unwrap();
        done(&["load", json.to_str().unwrap(), "--to", url]);
        let fresh: String = one(client, columns);
        assert_eq!(migrated, fresh);
    });
}

#[test]
fn what_the_server_refuses_is_one_error_without_the_password() {
    with_database("refused", |url, client| {
        let folder = TempDir::new().unwrap();
        let json = save(folder.path(), "55.json", &edition(55));
        client
            .batch_execute("DROP OWNED BY reader; DROP ROLE reader")
            .ok();
        client
            .batch_execute("CREATE ROLE reader LOGIN PASSWORD 'secret%1'; REVOKE CREATE ON SCHEMA public FROM public")
            .unwrap();
        let (start, database) = url.rsplit_once('/').unwrap();
        let (_, server) = start.split_once('@').unwrap();
        let cases = [
            (
                format!("postgres://reader:secret%251@{server}/{database}"),
                "permission denied",
            ),
            (
                format!("postgres://reader:secret@{server}/{database}"),
                "password authentication failed",
            ),
            (
                format!("postgres://reader:secret%251@{server}/no_such_database"),
                "does not exist",
            ),
            (
                "postgres://reader:secret%251@127.0.0.1:1/x".to_owned(),
                "Connection refused",
            ),
            (
                format!("postgres://reader:secret%251@{server}/{database}?sslmode=require"),
                "no TLS",
            ),
        ];
        for (url, message) in cases {
            let output = cnnic(&["load", json.to_str().unwrap(), "--to", &url]);
            let errors = errors(&output);
            assert_eq!(output.status.code(), Some(2), "{errors}");
            assert_eq!(errors.lines().count(), 1, "{errors}");
            assert!(
                errors.contains(message) && !errors.contains("secret"),
                "{errors}"
            );
        }
        let tables: i64 = one(
            client,
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'",
        );
        assert_eq!(tables, 0);
        // A table that is another's is not touched.
        client
            .batch_execute("CREATE TABLE observations (mine text)")
            .unwrap();
        let output = cnnic(&["load", json.to_str().unwrap(), "--to", url]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            errors(&output).contains("already exists"),
            "{}",
            errors(&output)
        );
        let tables: i64 = one(
            client,
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'",
        );
        assert_eq!(tables, 1);
        client.batch_execute("DROP ROLE reader").unwrap();
    });
}
