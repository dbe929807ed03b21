//! SQLite.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use rusqlite::{OpenFlags, ToSql};

use super::sql::{Dialect, columns};
use super::{Connection, Mode};
use crate::error::Error;
use crate::package::{Resource, Value};

/// How long another load is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Statements that are kept for the next edition.
const STATEMENTS: usize = 256;

/// An open SQLite database.
pub struct Sqlite {
    connection: rusqlite::Connection,
    path: PathBuf,
    /// Whether the file was there before.
    was_there: bool,
}

impl Sqlite {
    /// Opens a file, which is made by the first load; a dry run makes none.
    pub fn open(path: &Path, mode: Mode) -> Result<Sqlite, Error> {
        let failed = |error: rusqlite::Error| failure(path, &error);
        let was_there = path.exists();
        let connection = if mode == Mode::DryRun && !was_there {
            rusqlite::Connection::open_in_memory()
        } else {
            // No URI: a path is a path, whatever characters it has.
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
            rusqlite::Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        };
        let connection = connection.map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        connection
            .execute_batch(
                "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384",
            )
            .map_err(failed)?;
        // Every edition runs the same few for each table.
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Sqlite {
            connection,
            path: path.to_owned(),
            was_there,
        })
    }
}

impl Drop for Sqlite {
    /// A file that nothing was loaded into is not left behind.
    fn drop(&mut self) {
        let is_empty = || fs::metadata(&self.path).is_ok_and(|file| file.len() == 0);
        if !self.was_there && is_empty() {
            // It is empty, and harmless where it cannot be removed.
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn failure(path: &Path, error: &rusqlite::Error) -> Error {
    let said = match error {
        // It would print all of the statement.
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        error => error.to_string(),
    };
    Error::Database {
        place: format!("sqlite:{}", path.display()),
        message: format!("{said}{}", advice(error)),
    }
}

/// What to do about a file that cannot be opened or written.
fn advice(error: &rusqlite::Error) -> &'static str {
    use rusqlite::ErrorCode;
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
            "; name a file in a folder that is there and that you may write to"
        }
        Some(ErrorCode::DiskFull) => "; the disk is full: free some space",
        Some(ErrorCode::NotADatabase) => "; name another file, or move this one away",
        _ => "",
    }
}

impl Connection for Sqlite {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn batch(&mut self, sql: &str) -> Result<(), Error> {
        let done = self.connection.execute_batch(sql);
        done.map_err(|error| failure(&self.path, &error))
    }

    fn execute(&mut self, sql: &str) -> Result<u64, Error> {
        let statement = self.connection.prepare_cached(sql);
        let changed = statement.and_then(|mut statement| statement.execute([]));
        changed
            .map(|rows| rows as u64)
            .map_err(|error| failure(&self.path, &error))
    }

    fn texts(&mut self, sql: &str) -> Result<Vec<String>, Error> {
        let texts = || -> rusqlite::Result<Vec<String>> {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.query_map([], |row| row.get(0))?.collect()
        };
        texts().map_err(|error| failure(&self.path, &error))
    }

    fn insert(&mut self, resource: &Resource, table: &str) -> Result<(), Error> {
        if resource.rows.is_empty() {
            return Ok(());
        }
        let marks = vec!["?"; resource.fields.len()].join(", ");
        let sql = format!(
            "INSERT INTO {table} ({}) VALUES ({marks})",
            columns(resource, "")
        );
        let insert = || {
            let mut statement = self.connection.prepare_cached(&sql)?;
            for row in &resource.rows {
                statement.execute(rusqlite::params_from_iter(row))?;
            }
            Ok(())
        };
        insert().map_err(|error: rusqlite::Error| failure(&self.path, &error))
    }

    fn failure(&self, message: String) -> Error {
        Error::Database {
            place: format!("sqlite:{}", self.path.display()),
            message,
        }
    }
}

impl ToSql for Value<'_> {
    /// Decimals are text: SQLite has no exact number with a fraction.
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Owned(SqlValue::Null),
            Value::Integer(number) => ToSqlOutput::Owned(SqlValue::Integer(*number)),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Number(number) => ToSqlOutput::Owned(SqlValue::Text(number.to_string())),
        })
    }
}
