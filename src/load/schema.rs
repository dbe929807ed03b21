//! The tables of a database: created on first use, and brought up to the
//! catalog later.

use super::Connection;
use super::sql::Dialect;
use crate::error::Error;
use crate::package::Resource;

/// The version of the tables; one that older programs could not fill raises it.
const VERSION: u32 = 1;

/// Creates the tables, or adds the tables and columns that the catalog has come
/// to have since.
pub fn prepare(connection: &mut dyn Connection, resources: &[Resource]) -> Result<(), Error> {
    let known = columns_of(connection, "cnnic_schema")?;
    if known.is_empty() {
        connection.batch(&format!(
            "CREATE TABLE cnnic_schema (version INTEGER NOT NULL); INSERT INTO cnnic_schema VALUES ({VERSION})"
        ))?;
    } else {
        expect_version(connection)?;
    }
    let is_new = known.is_empty();
    let mut is_changed = is_new;
    for resource in resources {
        let known = columns_of(connection, resource.name)?;
        if is_new && !known.is_empty() {
            return Err(connection.failure(format!(
                "expected no table of another program, a table {} already exists; load into \
                 another database",
                resource.name
            )));
        }
        if known.is_empty() {
            connection.batch(&connection.dialect().create_table(resource))?;
            is_changed = true;
            continue;
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
    Ok(())
}

fn expect_version(connection: &mut dyn Connection) -> Result<(), Error> {
    let version = connection.texts("SELECT CAST(version AS TEXT) FROM cnnic_schema")?;
    if version == [VERSION.to_string()] {
        return Ok(());
    }
    let found = version.first().map_or("none", String::as_str);
    Err(connection.failure(format!(
        "expected tables of version {VERSION}, found version {found}; load with the cnnic that made \
         them, or into another database"
    )))
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
