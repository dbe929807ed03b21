//! The tables of a database: created on first use, and brought up to the
//! catalog later.

use super::Connection;
use super::sql::Dialect;
use crate::error::Error;
use crate::package::Resource;

/// The version of the tables; columns and tables that the one before had not raise
/// it, so that a program that would leave them empty does not fill it.
///
/// 1. Editions, observations, footnotes, checks and datasets.
/// 2. What was corrected: two columns of observations and `applied_corrections`.
const VERSION: u32 = 2;

/// The views that are made beside the tables.
const VIEWS: [&str; 2] = ["latest_observations", "series"];

/// Creates the tables; those of an earlier version or catalog get the tables and
/// columns that have come since.
pub fn prepare(connection: &mut dyn Connection, resources: &[Resource]) -> Result<(), Error> {
    let version = version(connection)?;
    let mut is_changed = version != Some(VERSION);
    if version.is_none() {
        for view in VIEWS {
            if !columns_of(connection, view)?.is_empty() {
                return Err(foreign(connection, view));
            }
        }
        connection.batch("CREATE TABLE cnnic_schema (version INTEGER NOT NULL)")?;
    }
    for resource in resources {
        let known = columns_of(connection, resource.name)?;
        if known.is_empty() {
            connection.batch(&connection.dialect().create_table(resource))?;
            is_changed = true;
            continue;
        }
        let is_ours = version.is_some() && known.iter().any(|name| name == resource.key());
        if !is_ours {
            return Err(foreign(connection, resource.name));
        }
        for (name, column_type) in connection.dialect().columns(resource) {
            if !known.contains(&name) {
                connection.batch(&Dialect::add_column(resource, &name, &column_type))?;
                is_changed = true;
            }
        }
    }
    let observations = resources
        .iter()
        .find(|resource| resource.name == "observations");
    if let Some(observations) = observations.filter(|_| is_changed) {
        connection.batch(&connection.dialect().views(observations))?;
    }
    if version != Some(VERSION) {
        connection.batch(&format!(
            "DELETE FROM cnnic_schema; INSERT INTO cnnic_schema VALUES ({VERSION})"
        ))?;
    }
    Ok(())
}

/// A table or view with a name of ours that another program has made.
fn foreign(connection: &mut dyn Connection, name: &str) -> Error {
    connection.failure(format!(
        "expected no table of another program, a table {name} already exists; load into another \
         database"
    ))
}

/// The version of the tables that are there, if there are any.
fn version(connection: &mut dyn Connection) -> Result<Option<u32>, Error> {
    let known = columns_of(connection, "cnnic_schema")?;
    if known.is_empty() {
        return Ok(None);
    }
    if known != ["version"] {
        return Err(foreign(connection, "cnnic_schema"));
    }
    let found = connection.texts("SELECT CAST(version AS TEXT) FROM cnnic_schema")?;
    let version = match found.as_slice() {
        [version] => version.parse().ok(),
        _ => None,
    };
    match version {
        Some(version) if (1..=VERSION).contains(&version) => Ok(Some(version)),
        _ => {
            let found = found.first().map_or("none", String::as_str);
            Err(connection.failure(format!(
                "expected tables of version 1 to {VERSION}, found version {found}; load with the \
                 cnnic that made them, or into another database"
            )))
        }
    }
}

/// The columns of a table; none when it is not there.
fn columns_of(connection: &mut dyn Connection, table: &str) -> Result<Vec<String>, Error> {
    let query = match connection.dialect() {
        // table_xinfo lists the columns that are made from others too.
        #[cfg(feature = "sqlite")]
        Dialect::Sqlite => format!("SELECT name FROM pragma_table_xinfo('{table}')"),
        #[cfg(feature = "postgres")]
        Dialect::Postgres => format!(
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = '{table}'"
        ),
    };
    connection.texts(&query)
}
