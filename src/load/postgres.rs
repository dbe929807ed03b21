//! PostgreSQL.

use std::error::Error as _;
use std::fmt;
use std::io::Write;
use std::time::Duration;

use postgres::config::Host;
use postgres::{Client, Config, NoTls};

use super::Connection;
use super::sql::{Dialect, columns};
use crate::error::Error;
use crate::package::{Resource, Value};

/// How long a server is waited for that does not answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// An open connection to a PostgreSQL server.
pub struct Postgres {
    client: Client,
    place: String,
}

impl Postgres {
    /// Connects to a server.
    pub fn connect(config: &Config) -> Result<Postgres, Error> {
        let place = Shown(config).to_string();
        let mut config = config.clone();
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(PATIENCE);
        }
        match config.connect(NoTls) {
            Ok(client) => Ok(Postgres { client, place }),
            Err(error) => Err(failure(&place, &error)),
        }
    }
}

/// Shows a URL without its password.
pub fn show(config: &Config, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "postgres://")?;
    if let Some(user) = config.get_user() {
        write!(f, "{user}@")?;
    }
    if let Some(host) = config.get_hosts().first() {
        match host {
            Host::Tcp(name) => write!(f, "{name}")?,
            #[cfg(unix)]
            Host::Unix(folder) => write!(f, "{}", folder.display())?,
        }
    }
    if let Some(port) = config.get_ports().first().filter(|port| **port != 5432) {
        write!(f, ":{port}")?;
    }
    match config.get_dbname() {
        Some(name) => write!(f, "/{name}"),
        None => Ok(()),
    }
}

struct Shown<'c>(&'c Config);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(self.0, f)
    }
}

/// What the server says, with its advice; else what kept it from being reached.
fn failure(place: &str, error: &postgres::Error) -> Error {
    let message = match error.as_db_error() {
        Some(said) => {
            let more = [said.detail(), said.hint()].into_iter().flatten();
            let more: String = more.map(|text| format!("; {text}")).collect();
            // A server that takes no connection without TLS says so in these words.
            let is_plain = said.message().contains("no encryption");
            let advice = if is_plain {
                "; this program has no TLS: connect over a local socket or a tunnel"
            } else {
                ""
            };
            format!("{}{more}{advice}", said.message())
        }
        None => match error.source() {
            Some(source) => format!("{error}: {source}")
                .replace(&format!(": {source}: {source}"), &format!(": {source}")),
            None => error.to_string(),
        },
    };
    Error::Database {
        place: place.to_owned(),
        message: message.replace('\n', " "),
    }
}

impl Connection for Postgres {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn batch(&mut self, sql: &str) -> Result<(), Error> {
        let done = self.client.batch_execute(sql);
        done.map_err(|error| failure(&self.place, &error))
    }

    fn execute(&mut self, sql: &str) -> Result<u64, Error> {
        let done = self.client.execute(sql, &[]);
        done.map_err(|error| failure(&self.place, &error))
    }

    fn texts(&mut self, sql: &str) -> Result<Vec<String>, Error> {
        let rows = self.client.query(sql, &[]);
        let texts = rows.and_then(|rows| rows.iter().map(|row| row.try_get(0)).collect());
        texts.map_err(|error| failure(&self.place, &error))
    }

    fn insert(&mut self, resource: &Resource, table: &str) -> Result<(), Error> {
        if resource.rows.is_empty() {
            return Ok(());
        }
        let sql = format!("COPY {table} ({}) FROM STDIN", columns(resource, ""));
        let mut lines = Vec::new();
        for row in &resource.rows {
            copy_line(row, &mut lines);
        }
        let place = &self.place;
        let mut writer = self
            .client
            .copy_in(&sql)
            .map_err(|error| failure(place, &error))?;
        writer.write_all(&lines).map_err(|error| Error::Database {
            place: place.clone(),
            message: error.to_string(),
        })?;
        writer.finish().map_err(|error| failure(place, &error))?;
        Ok(())
    }

    fn failure(&self, message: String) -> Error {
        Error::Database {
            place: self.place.clone(),
            message,
        }
    }
}

/// A row in the text format of COPY.
fn copy_line(row: &[Value], line: &mut Vec<u8>) {
    for (at, value) in row.iter().enumerate() {
        if at > 0 {
            line.push(b'\t');
        }
        let Some(text) = value.text() else {
            line.extend_from_slice(b"\\N");
            continue;
        };
        for byte in text.bytes() {
            match byte {
                b'\\' => line.extend_from_slice(b"\\\\"),
                b'\n' => line.extend_from_slice(b"\\n"),
                b'\r' => line.extend_from_slice(b"\\r"),
                b'\t' => line.extend_from_slice(b"\\t"),
                byte => line.push(byte),
            }
        }
    }
    line.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_nulls_are_nulls() {
        let row = [
            Value::from("a\tb\\\n"),
            Value::Null,
            Value::from("\\N"),
            Value::Integer(-1),
        ];
        let mut line = Vec::new();
        copy_line(&row, &mut line);
        assert_eq!(
            String::from_utf8(line).unwrap(),
            "a\\tb\\\\\\n\t\\N\t\\\\N\t-1\n"
        );
    }
}
