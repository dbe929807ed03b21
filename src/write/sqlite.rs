//! `cnnic.sqlite`, a database of one edition, with `cnnic.metadata.json`, which
//! tells Datasette the titles, units and descriptions.

use std::path::Path;

use serde_json::{Map, Value as Json, json};

use super::save;
use crate::error::Error;
use crate::load::{self, Database, Mode, Target};
use crate::package;
use crate::report::Report;

/// Its name in the folder of a report, less its extension.
const STEM: &str = "cnnic";

/// Writes a report as a SQLite database.
///
/// # Errors
/// [`Error::Database`] and [`Error::Write`].
pub fn write(report: &Report, folder: &Path) -> Result<Vec<String>, Error> {
    let target = Target::Sqlite(folder.join(format!("{STEM}.sqlite")));
    let changes = Database::open(&target, Mode::Commit)?.load_any(report, Mode::Commit)?;
    let metadata = metadata(report, STEM);
    save(
        &folder.join(format!("{STEM}.metadata.json")),
        metadata.as_bytes(),
    )?;
    Ok(changes.notes)
}

/// The metadata of a database for Datasette, which calls it by the stem of its
/// file.
pub fn metadata(report: &Report, stem: &str) -> String {
    let package = package::report_to_package(report);
    let mut tables = Map::new();
    for resource in &package.resources {
        let columns: Map<String, Json> = resource
            .fields
            .iter()
            .map(|field| (field.name.to_string(), json!(load::description(field))))
            .collect();
        let table = json!({
            "title": resource.title,
            "description": resource.description,
            "columns": columns,
        });
        tables.insert(resource.name.to_owned(), table);
    }
    let views = [
        (
            "latest_observations",
            "Latest observations",
            "Of each fact what the latest edition prints of it, from a table where one does",
        ),
        (
            "series",
            "Series",
            "The latest observations of known indicators with a period: time series over the editions",
        ),
    ];
    for (name, title, description) in views {
        tables.insert(
            name.to_owned(),
            json!({ "title": title, "description": description }),
        );
    }
    let metadata = json!({
        "title": "中国互联网络发展状况统计报告",
        "description": "Statistics of the Statistical Report on China's Internet Development (CNNIC)",
        "license": super::csv::ATTRIBUTION,
        "source": "CNNIC",
        "databases": { stem: { "tables": tables } },
    });
    format!("{metadata:#}\n")
}
