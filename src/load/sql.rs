//! The statements of a load, made from the fields and keys of resources.

use crate::package::{Field, Kind, Resource, Scope};

/// The SQL that a database takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// PostgreSQL.
    #[cfg(feature = "postgres")]
    Postgres,
}

/// The end of the name of a column that has a decimal as a number, to sort and
/// compare by.
const AS_NUMBER: &str = "_number";

/// Rows that are sooner deleted than their table truncated.
#[cfg(feature = "postgres")]
const FEW: usize = 200;

/// What a column of numbers is in the descriptions of a SQLite database.
pub fn description(field: &Field) -> String {
    let unit = field
        .unit
        .as_ref()
        .map_or(String::new(), |unit| format!(" ({unit})"));
    let exact = if field.kind == Kind::Number {
        format!(
            "; exact decimal as text, {}{AS_NUMBER} is for sorting and computing",
            field.name
        )
    } else {
        String::new()
    };
    format!("{}: {}{unit}{exact}", field.title, field.description)
}

impl Dialect {
    /// Begins a transaction that no other load gets into.
    pub fn begin(self) -> &'static str {
        match self {
            #[cfg(feature = "sqlite")]
            Dialect::Sqlite => "BEGIN IMMEDIATE",
            // An arbitrary number that every load takes. The server has no
            // statistics of staged rows, and would compare each with each.
            #[cfg(feature = "postgres")]
            Dialect::Postgres => {
                "BEGIN; SELECT pg_advisory_xact_lock(6718463); \
                 SET LOCAL enable_nestloop = off; SET LOCAL jit = off"
            }
        }
    }

    /// The type of a column.
    fn column_type(self, field: &Field, is_key: bool) -> &'static str {
        match (self, field.kind) {
            #[cfg(feature = "sqlite")]
            (Dialect::Sqlite, Kind::Integer) if is_key => "INT",
            #[cfg(feature = "sqlite")]
            (Dialect::Sqlite, Kind::Integer) => "INTEGER",
            #[cfg(feature = "sqlite")]
            (Dialect::Sqlite, _) => "TEXT",
            #[cfg(feature = "postgres")]
            (Dialect::Postgres, Kind::String) => "text",
            #[cfg(feature = "postgres")]
            (Dialect::Postgres, Kind::Integer) => {
                if is_key {
                    "integer"
                } else {
                    "bigint"
                }
            }
            #[cfg(feature = "postgres")]
            (Dialect::Postgres, Kind::Number) => "numeric",
            #[cfg(feature = "postgres")]
            (Dialect::Postgres, Kind::Object | Kind::Array) => "jsonb",
        }
    }

    /// Whether decimals are text, and have a column as numbers beside them.
    fn has_numbers_beside(self) -> bool {
        match self {
            #[cfg(feature = "sqlite")]
            Dialect::Sqlite => true,
            #[cfg(feature = "postgres")]
            Dialect::Postgres => false,
        }
    }

    /// The columns of a table with their types, and what is made from them.
    pub fn columns(self, resource: &Resource) -> Vec<(String, String)> {
        let stored = resource.fields.iter().map(|field| {
            let is_key = field.name == "edition";
            let column_type = self.column_type(field, is_key).to_owned();
            (field.name.to_string(), column_type)
        });
        let numbers = resource
            .fields
            .iter()
            .filter(|field| field.kind == Kind::Number);
        let numbers = numbers.filter(|_| self.has_numbers_beside()).map(|field| {
            let made = format!(
                "NUMERIC GENERATED ALWAYS AS (CAST({} AS NUMERIC)) VIRTUAL",
                quoted(&field.name)
            );
            (format!("{}{AS_NUMBER}", field.name), made)
        });
        stored.chain(numbers).collect()
    }

    /// Creates the table of a resource, and its indexes.
    pub fn create_table(self, resource: &Resource) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (name, column_type) in self.columns(resource) {
            let field = resource.fields.iter().find(|field| field.name == name);
            let is_key = name == resource.key();
            let end = match field {
                _ if is_key => " PRIMARY KEY",
                Some(field) if field.required => " NOT NULL",
                _ => "",
            };
            lines.push(format!("{} {column_type}{end}", quoted(&name)));
        }
        lines.extend(resource.foreign_keys.iter().map(|key| {
            format!(
                "FOREIGN KEY ({}) REFERENCES {} ({})",
                quoted(key.field),
                quoted(key.resource),
                quoted(key.key)
            )
        }));
        let mut sql = format!(
            "CREATE TABLE {} (\n  {}\n);\n",
            quoted(resource.name),
            lines.join(",\n  ")
        );
        for index in indexes(resource) {
            let columns: Vec<String> = index.iter().map(|column| quoted(column)).collect();
            sql.push_str(&format!(
                "CREATE INDEX {} ON {} ({});\n",
                quoted(&format!("{}_{}", resource.name, index.join("_"))),
                quoted(resource.name),
                columns.join(", ")
            ));
        }
        sql
    }

    /// Adds a column that a table of an earlier catalog lacks.
    pub fn add_column(resource: &Resource, name: &str, column_type: &str) -> String {
        format!(
            "ALTER TABLE {} ADD COLUMN {} {column_type}",
            quoted(resource.name),
            quoted(name)
        )
    }

    /// Makes an empty staging table of a resource.
    pub fn create_staging(self, resource: &Resource) -> String {
        let columns: Vec<String> = resource
            .fields
            .iter()
            .map(|field| {
                let column_type = self.column_type(field, field.name == "edition");
                // An id given twice is refused; PostgreSQL does so by itself
                // when the rows are inserted.
                let key = match self {
                    #[cfg(feature = "sqlite")]
                    Dialect::Sqlite if field.name == resource.key() => " PRIMARY KEY",
                    _ => "",
                };
                format!("{} {column_type}{key}", quoted(&field.name))
            })
            .collect();
        let table = staging(resource);
        let columns = columns.join(", ");
        match self {
            #[cfg(feature = "sqlite")]
            Dialect::Sqlite => {
                format!("CREATE TEMP TABLE IF NOT EXISTS {table} ({columns}); DELETE FROM {table};")
            }
            // TRUNCATE makes new files, which costs more than a few dead rows.
            #[cfg(feature = "postgres")]
            Dialect::Postgres => {
                let few = resource.rows.len() <= FEW;
                let empty = if few { "DELETE FROM" } else { "TRUNCATE" };
                format!("CREATE TEMP TABLE IF NOT EXISTS {table} ({columns}); {empty} {table};")
            }
        }
    }

    /// The edition and the fact of an observation, less the edition.
    fn fact_of_any_edition(self) -> &'static str {
        match self {
            #[cfg(feature = "sqlite")]
            Dialect::Sqlite => "substr(fact, instr(fact, '/') + 1)",
            #[cfg(feature = "postgres")]
            Dialect::Postgres => "substr(fact, strpos(fact, '/') + 1)",
        }
    }

    /// Creates the views anew.
    pub fn views(self, observations: &Resource) -> String {
        let columns = self.columns(observations);
        let columns: Vec<String> = columns.iter().map(|(name, _)| quoted(name)).collect();
        let left_out = [
            "id",
            "fact",
            "edition",
            "indicator",
            "label",
            "dimensions",
            "measure",
            "period",
            "base_period",
        ];
        let is_of_series = |column: &&String| {
            let name = column.trim_matches('"');
            !left_out.contains(&name)
                && !name.starts_with("origin_")
                && !["page", "page_printed", "line", "quote"].contains(&name)
        };
        let others: Vec<String> = columns
            .iter()
            .filter(is_of_series)
            .map(|column| format!("o.{column}"))
            .collect();
        format!(
            "DROP VIEW IF EXISTS series;\n\
             DROP VIEW IF EXISTS latest_observations;\n\
             CREATE VIEW latest_observations AS\n\
             SELECT {all} FROM (\n  \
               SELECT {all}, row_number() OVER (\n    \
                 PARTITION BY {fact}\n    \
                 ORDER BY edition DESC, value IS NULL,\n      \
                   CASE origin_kind WHEN 'table' THEN 0 WHEN 'bullet' THEN 1 WHEN 'sentence' THEN 2 ELSE 3 END, id\n  \
               ) AS place FROM observations\n\
             ) AS placed WHERE place = 1;\n\
             CREATE VIEW series AS\n\
             SELECT o.indicator, i.name_zh, i.name_en, o.dimensions, o.measure, o.period, o.base_period,\n  \
               {others}, o.edition, o.id\n\
             FROM latest_observations AS o JOIN indicators AS i ON i.id = o.indicator\n\
             WHERE o.period IS NOT NULL;\n",
            all = columns.join(", "),
            fact = self.fact_of_any_edition(),
            others = others.join(", "),
        )
    }
}

/// The columns that a table is looked up by beside its key.
fn indexes(resource: &Resource) -> Vec<Vec<&'static str>> {
    match (resource.name, resource.scope) {
        ("editions", _) | (_, Scope::Catalog) => Vec::new(),
        ("observations", _) => vec![vec!["edition"], vec!["indicator", "period"]],
        _ => vec![vec!["edition"]],
    }
}

/// An identifier of SQL.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The staging table of a resource.
pub fn staging(resource: &Resource) -> String {
    quoted(&format!("staging_{}", resource.name))
}

/// The stored columns of a resource, each behind a name of its table.
pub fn columns(resource: &Resource, table: &str) -> String {
    let fields = resource.fields.iter();
    let columns: Vec<String> = fields
        .map(|field| format!("{table}{}", quoted(&field.name)))
        .collect();
    columns.join(", ")
}

/// Inserts what is new and updates what differs; rows that are the same are not
/// even locked.
pub fn upsert(resource: &Resource, edition: Option<u32>) -> String {
    let fields = resource.fields.iter().skip(1);
    let set: Vec<String> = fields
        .map(|field| format!("{0} = excluded.{0}", quoted(&field.name)))
        .collect();
    format!(
        "INSERT INTO {} ({}) SELECT {} FROM {} AS s \
         WHERE NOT EXISTS (SELECT 1 FROM {} AS t WHERE {} AND ({}) IS NOT DISTINCT FROM ({})) \
         ON CONFLICT ({}) DO UPDATE SET {}",
        quoted(resource.name),
        columns(resource, ""),
        columns(resource, "s."),
        staging(resource),
        quoted(resource.name),
        is_same_row(resource, edition),
        columns(resource, "t."),
        columns(resource, "s."),
        quoted(resource.key()),
        set.join(", "),
    )
}

/// Finds an edition, if it has been loaded.
pub fn find_edition(edition: u32) -> String {
    format!("SELECT CAST(edition AS TEXT) FROM editions WHERE edition = {edition}")
}

/// How many staged rows are there already.
pub fn count_known(resource: &Resource, edition: Option<u32>) -> String {
    format!(
        "SELECT CAST(count(*) AS TEXT) FROM {}",
        matched(resource, edition)
    )
}

/// The ids of the rows that are there and differ.
pub fn differing(resource: &Resource, edition: Option<u32>) -> String {
    let key = quoted(resource.key());
    format!(
        "SELECT CAST(s.{key} AS TEXT) FROM {} WHERE ({}) IS DISTINCT FROM ({}) ORDER BY 1",
        matched(resource, edition),
        columns(resource, "t."),
        columns(resource, "s."),
    )
}

fn matched(resource: &Resource, edition: Option<u32>) -> String {
    format!(
        "{} AS s JOIN {} AS t ON {}",
        staging(resource),
        quoted(resource.name),
        is_same_row(resource, edition)
    )
}

/// Whether the row `t` of a table is the staged row `s`. The id says so; the
/// edition keeps a server from reading the rows of all others.
fn is_same_row(resource: &Resource, edition: Option<u32>) -> String {
    let key = quoted(resource.key());
    let same = format!("t.{key} = s.{key}");
    match edition.filter(|_| resource.scope != Scope::Catalog) {
        Some(edition) => format!("{same} AND t.edition = {edition}"),
        None => same,
    }
}

/// The condition of the rows that an edition no longer has.
pub fn gone(resource: &Resource, edition: u32) -> String {
    let (table, key) = (quoted(resource.name), quoted(resource.key()));
    format!(
        "{table}.edition = {edition} AND NOT EXISTS (SELECT 1 FROM {} AS s WHERE s.{key} = {table}.{key})",
        staging(resource)
    )
}

/// The ids of the rows of a condition.
pub fn keys(resource: &Resource, condition: &str) -> String {
    let key = quoted(resource.key());
    format!(
        "SELECT CAST({key} AS TEXT) FROM {} WHERE {condition} ORDER BY 1",
        quoted(resource.name)
    )
}

/// Removes the rows of a condition.
pub fn delete(resource: &Resource, condition: &str) -> String {
    format!("DELETE FROM {} WHERE {condition}", quoted(resource.name))
}
