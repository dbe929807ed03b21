//! A Data Package (version 2) of CSV files: `datapackage.json`,
//! `observations.csv`, `datasets/<dataset>.csv` and what they refer to.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

use super::save;
use crate::error::Error;
use crate::package::{self, DATASETS, Field, Resource, Scope};
use crate::report::Report;

/// The name of the descriptor.
pub const PACKAGE: &str = "datapackage.json";

/// The form of attribution that the report asks for.
pub(super) const ATTRIBUTION: &str = "引用或转载，请注明来源";

/// Writes a report as a Data Package.
///
/// # Errors
/// [`Error::Write`].
pub fn write(report: &Report, folder: &Path) -> Result<Vec<String>, Error> {
    let package = package::report_to_package(report);
    // One edition is described by the descriptor itself.
    let resources: Vec<&Resource> = package
        .resources
        .iter()
        .filter(|resource| resource.name != "editions")
        .filter(|resource| resource.scope != Scope::Dataset || !resource.rows.is_empty())
        .collect();
    if resources
        .iter()
        .any(|resource| resource.scope == Scope::Dataset)
    {
        let datasets = folder.join(DATASETS);
        fs::create_dir_all(&datasets).map_err(|source| Error::write(&datasets, source))?;
    }
    let names: BTreeSet<&str> = resources.iter().map(|resource| resource.name).collect();
    let mut descriptors = Vec::new();
    for resource in resources {
        let path = format!("{}.csv", resource.path());
        let bytes = table(resource).map_err(|source| Error::write(&folder.join(&path), source))?;
        save(&folder.join(&path), &bytes)?;
        descriptors.push(descriptor(resource, &path, &bytes, &names));
    }
    let descriptor = format!("{:#}\n", describe(report, descriptors));
    save(&folder.join(PACKAGE), descriptor.as_bytes())?;
    Ok(package.notes)
}

fn table(resource: &Resource) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(resource.fields.iter().map(|field| field.name.as_ref()))?;
    for row in &resource.rows {
        for value in row {
            writer.write_field(value.text().as_deref().unwrap_or_default())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// The descriptor of the package.
fn describe(report: &Report, resources: Vec<Json>) -> Json {
    let edition = &report.edition;
    let title = edition
        .title
        .as_deref()
        .unwrap_or("中国互联网络发展状况统计报告");
    let mut package = Map::from_iter([
        (
            "$schema".to_owned(),
            json!("https://datapackage.org/profiles/2.0/datapackage.json"),
        ),
        ("name".to_owned(), json!(super::folder_name(report))),
        ("title".to_owned(), json!(title)),
        (
            "description".to_owned(),
            json!(
                "Statistics of the Statistical Report on China's Internet Development (CNNIC), each with the place it is printed at"
            ),
        ),
    ]);
    let mut put = |name: &str, value: Json| package.insert(name.to_owned(), value);
    if let Some(number) = edition.number {
        put("version", json!(format!("{number}.0.0")));
        put("edition", json!(number));
    }
    // A month; the package needs a moment.
    if let Some(published) = &edition.published {
        put("created", json!(format!("{published}-01T00:00:00Z")));
    }
    if let Some(period) = &edition.period {
        put("period", json!(period));
    }
    put("schema_version", json!(report.schema_version));
    put(
        "licenses",
        json!([{ "name": "other-at", "title": ATTRIBUTION }]),
    );
    put(
        "sources",
        json!([{
            "title": title,
            "file": report.source.file,
            "sha256": report.source.sha256,
        }]),
    );
    if let Some(publisher) = &edition.publisher {
        put(
            "contributors",
            json!([{ "title": publisher, "roles": ["publisher"] }]),
        );
    }
    put("resources", Json::Array(resources));
    Json::Object(package)
}

fn descriptor(resource: &Resource, path: &str, bytes: &[u8], names: &BTreeSet<&str>) -> Json {
    let hash = Sha256::digest(bytes);
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    let keys = resource
        .foreign_keys
        .iter()
        .filter(|key| names.contains(key.resource));
    let keys: Vec<Json> = keys
        .map(|key| {
            json!({
                "fields": [key.field],
                "reference": { "resource": key.resource, "fields": [key.key] },
            })
        })
        .collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": resource.fields.iter().enumerate().map(|(at, known)| field(known, at == 0)).collect::<Vec<_>>(),
        "primaryKey": [resource.key()],
        "missingValues": [""],
    });
    if !keys.is_empty() {
        schema["foreignKeys"] = Json::Array(keys);
    }
    json!({
        "name": resource.name,
        "title": resource.title,
        "description": resource.description,
        "path": path,
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{hash}"),
        "schema": schema,
    })
}

fn field(field: &Field, is_key: bool) -> Json {
    let mut constraints = Map::new();
    if field.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if is_key {
        constraints.insert("unique".to_owned(), json!(true));
    }
    if !field.values.is_empty() {
        constraints.insert("enum".to_owned(), json!(field.values));
    }
    if let Some(pattern) = field.pattern {
        constraints.insert("pattern".to_owned(), json!(pattern));
    }
    let mut described = json!({
        "name": field.name,
        "type": field.kind.name(),
        "title": field.title,
        "description": field.description,
    });
    if let Some(unit) = &field.unit {
        described["unit"] = json!(unit);
    }
    if !constraints.is_empty() {
        described["constraints"] = Json::Object(constraints);
    }
    described
}
