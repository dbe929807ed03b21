//! Reports into databases, one transaction an edition.
//!
//! The rows of an edition are staged, then what differs is inserted or updated
//! by its id, and what the edition no longer has is removed. Rows of an edition
//! that is not there yet have nothing to be compared with, and go straight into
//! their tables. Loading the same report twice changes nothing; a load that fails
//! or is killed leaves the database as it was.

#[cfg(feature = "postgres")]
mod postgres;
mod schema;
mod sql;
#[cfg(feature = "sqlite")]
pub(crate) mod sqlite;
mod target;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::error::Error;
use crate::package::{self, Resource, Scope, Value};
use crate::report::Report;

pub use sql::description;
pub use target::Target;

use sql::Dialect;

/// A database that is open.
pub struct Database {
    connection: Box<dyn Connection>,
    /// Whether its tables are known to be there.
    is_prepared: bool,
    /// The rows of the catalog that have been loaded, table by table: every
    /// edition has the same.
    catalog: HashMap<&'static str, HashSet<Row>>,
}

/// A row as text.
type Row = Vec<Option<String>>;

/// What a load changed, or would change, table by table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The edition.
    pub edition: Option<u32>,
    /// One for each table.
    pub tables: Vec<TableChanges>,
    /// What a table could not take and left to `observations`.
    pub notes: Vec<String>,
}

/// What a load changed in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableChanges {
    /// The table.
    pub table: String,
    /// Rows that are new.
    pub inserted: u64,
    /// Rows that differ.
    pub updated: u64,
    /// Rows that the edition no longer has.
    pub removed: u64,
    /// Rows that are as they were.
    pub unchanged: u64,
    /// The ids of those updated, only where asked for.
    pub updated_ids: Vec<String>,
    /// The ids of those removed, only where asked for.
    pub removed_ids: Vec<String>,
}

/// Whether a load is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It is.
    Commit,
    /// It is undone when it has been seen what it would change.
    DryRun,
}

/// What differs between the databases.
trait Connection {
    /// The SQL that it takes.
    fn dialect(&self) -> Dialect;
    /// Runs statements without parameters.
    fn batch(&mut self, sql: &str) -> Result<(), Error>;
    /// Runs one statement, and returns how many rows it changed.
    fn execute(&mut self, sql: &str) -> Result<u64, Error>;
    /// The first column of what a query finds, as text.
    fn texts(&mut self, sql: &str) -> Result<Vec<String>, Error>;
    /// Inserts the rows of a resource into a table with its columns.
    fn insert(&mut self, resource: &Resource, table: &str) -> Result<(), Error>;
    /// An error of the database.
    fn failure(&self, message: String) -> Error;
}

impl Database {
    /// Opens a database; nothing is written to it yet.
    ///
    /// # Errors
    /// [`Error::Database`] when it cannot be opened.
    pub fn open(target: &Target, mode: Mode) -> Result<Database, Error> {
        let connection: Box<dyn Connection> = match target {
            #[cfg(feature = "sqlite")]
            Target::Sqlite(path) => Box::new(sqlite::Sqlite::open(path, mode)?),
            #[cfg(feature = "postgres")]
            Target::Postgres(config) => Box::new(postgres::Postgres::connect(config)?),
        };
        Ok(Database {
            connection,
            is_prepared: false,
            catalog: HashMap::new(),
        })
    }

    /// Loads a report in one transaction, which is undone when anything fails.
    ///
    /// # Errors
    /// [`Error::NoEdition`] when the report names no edition, whose rows could
    /// not be told from those of others, and [`Error::Database`].
    pub fn load(&mut self, report: &Report, mode: Mode) -> Result<Changes, Error> {
        if report.edition.number.is_none() {
            return Err(Error::NoEdition {
                name: report.source.file.clone(),
            });
        }
        self.load_any(report, mode)
    }

    /// Loads a report that may lack an edition, into a database of its own.
    pub(crate) fn load_any(&mut self, report: &Report, mode: Mode) -> Result<Changes, Error> {
        let mut package = package::report_to_package(report);
        let known = self.without_known(&mut package.resources);
        let connection = self.connection.as_mut();
        let begin = connection.dialect().begin();
        connection.batch(begin)?;
        let loaded = load(
            connection,
            &package.resources,
            report,
            mode,
            self.is_prepared,
        );
        let ended = match (&loaded, mode) {
            (Ok(_), Mode::Commit) => connection.batch("COMMIT"),
            // A failure has been told already; its transaction ends with the
            // connection at the latest.
            _ => connection.batch("ROLLBACK").or(Ok(())),
        };
        let mut tables = loaded?;
        ended?;
        for (changes, known) in tables.iter_mut().zip(known) {
            changes.unchanged += known;
        }
        self.is_prepared = mode == Mode::Commit;
        if self.is_prepared {
            self.remember(&package.resources);
        }
        Ok(Changes {
            edition: report.edition.number,
            tables,
            notes: package.notes,
        })
    }

    /// Takes away the rows of the catalog that have been loaded already. Returns
    /// how many, table by table.
    fn without_known(&self, resources: &mut [Resource]) -> Vec<u64> {
        let resources = resources.iter_mut().map(|resource| {
            let Some(known) = self.catalog.get(resource.name) else {
                return 0;
            };
            let all = resource.rows.len();
            resource.rows.retain(|row| !known.contains(&as_text(row)));
            (all - resource.rows.len()) as u64
        });
        resources.collect()
    }

    fn remember(&mut self, resources: &[Resource]) {
        let of_catalog = resources.iter().filter(|one| one.scope == Scope::Catalog);
        for resource in of_catalog {
            let known = self.catalog.entry(resource.name).or_default();
            known.extend(resource.rows.iter().map(|row| as_text(row)));
        }
    }
}

fn as_text(row: &[Value]) -> Row {
    let values = row.iter().map(Value::text);
    values.map(|text| text.map(Cow::into_owned)).collect()
}

fn load(
    connection: &mut dyn Connection,
    resources: &[Resource],
    report: &Report,
    mode: Mode,
    is_prepared: bool,
) -> Result<Vec<TableChanges>, Error> {
    let dialect = connection.dialect();
    if !is_prepared {
        schema::prepare(connection, resources)?;
    }
    let edition = report.edition.number;
    let is_new = match edition {
        Some(edition) => connection.texts(&sql::find_edition(edition))?.is_empty(),
        // Without an edition the database is.
        None => true,
    };
    let is_staged = |resource: &&Resource| match resource.scope {
        Scope::Catalog => !resource.rows.is_empty(),
        Scope::Edition | Scope::Dataset => !is_new,
    };
    let staged = resources.iter().filter(is_staged);
    let staging: String = staged
        .map(|resource| dialect.create_staging(resource))
        .collect();
    if !staging.is_empty() {
        connection.batch(&staging)?;
    }
    let mut changes = Vec::new();
    for resource in resources {
        // Every row of an edition refers to it: a new one has none.
        if is_new && resource.scope != Scope::Catalog {
            connection.insert(resource, &sql::quoted(resource.name))?;
            changes.push(TableChanges {
                table: resource.name.to_owned(),
                inserted: resource.rows.len() as u64,
                ..TableChanges::default()
            });
        } else {
            changes.push(upsert(connection, resource, edition, mode)?);
        }
    }
    if let Some(edition) = edition.filter(|_| !is_new) {
        // What refers to other rows goes before them.
        for (resource, changes) in resources.iter().zip(&mut changes).rev() {
            if resource.scope != Scope::Catalog {
                remove(connection, resource, edition, mode, changes)?;
            }
        }
    }
    Ok(changes)
}

fn upsert(
    connection: &mut dyn Connection,
    resource: &Resource,
    edition: Option<u32>,
    mode: Mode,
) -> Result<TableChanges, Error> {
    let mut changes = TableChanges {
        table: resource.name.to_owned(),
        ..TableChanges::default()
    };
    if resource.rows.is_empty() {
        return Ok(changes);
    }
    connection.insert(resource, &sql::staging(resource))?;
    if mode == Mode::DryRun {
        changes.updated_ids = connection.texts(&sql::differing(resource, edition))?;
    }
    let known = connection.texts(&sql::count_known(resource, edition))?;
    let known: u64 = known
        .first()
        .and_then(|count| count.parse().ok())
        .unwrap_or(0);
    let staged = resource.rows.len() as u64;
    let changed = connection.execute(&sql::upsert(resource, edition))?;
    changes.inserted = staged.saturating_sub(known);
    changes.updated = changed.saturating_sub(changes.inserted);
    changes.unchanged = staged - changes.inserted - changes.updated;
    Ok(changes)
}

fn remove(
    connection: &mut dyn Connection,
    resource: &Resource,
    edition: u32,
    mode: Mode,
    changes: &mut TableChanges,
) -> Result<(), Error> {
    let gone = sql::gone(resource, edition);
    if mode == Mode::DryRun {
        changes.removed_ids = connection.texts(&sql::keys(resource, &gone))?;
    }
    changes.removed = connection.execute(&sql::delete(resource, &gone))?;
    Ok(())
}

impl Changes {
    /// Whether anything differs.
    pub fn is_empty(&self) -> bool {
        self.tables
            .iter()
            .all(|table| table.inserted + table.updated + table.removed == 0)
    }
}
