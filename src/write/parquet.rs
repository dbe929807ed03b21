//! `observations.parquet` and `datasets/<dataset>.parquet`.
//!
//! Decimals are `DECIMAL(38, 9)` and whole numbers `INT64`; texts have
//! dictionaries. The metadata of each file says which edition it is of.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, Int64Type,
};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use rust_decimal::Decimal;

use super::save;
use crate::error::Error;
use crate::package::{self, DATASETS, Field, Kind, Resource, Scope, Value};
use crate::report::Report;

/// Digits of a decimal: the most that DuckDB, Spark and Arrow read.
const PRECISION: i32 = 38;
/// Digits of them behind the point. The 29 before it are as many as a printed
/// value can have.
const SCALE: u32 = 9;
/// Bytes of such a decimal.
const WIDTH: i32 = 16;

/// Writes the observations and datasets of a report.
///
/// # Errors
/// [`Error::Inexact`] for a value with more decimals than the files have, and
/// [`Error::Write`].
pub fn write(report: &Report, folder: &Path) -> Result<Vec<String>, Error> {
    let package = package::report_to_package(report);
    let properties = Arc::new(properties(report));
    for resource in &package.resources {
        let is_meant = resource.name == "observations"
            || (resource.scope == Scope::Dataset && !resource.rows.is_empty());
        if !is_meant {
            continue;
        }
        if resource.scope == Scope::Dataset {
            let datasets = folder.join(DATASETS);
            fs::create_dir_all(&datasets).map_err(|source| Error::write(&datasets, source))?;
        }
        let path = folder.join(format!("{}.parquet", resource.path()));
        let columns = columns(resource, &path)?;
        let bytes = table(resource, &columns, Arc::clone(&properties));
        save(&path, &bytes.map_err(|source| Error::write(&path, source))?)?;
    }
    Ok(package.notes)
}

fn properties(report: &Report) -> WriterProperties {
    let edition = &report.edition;
    let number = edition.number.map(|number| number.to_string());
    let entries = [
        ("cnnic.schema_version", Some(&report.schema_version)),
        ("cnnic.edition", number.as_ref()),
        ("cnnic.title", edition.title.as_ref()),
        ("cnnic.published", edition.published.as_ref()),
        ("cnnic.period", edition.period.as_ref()),
        ("cnnic.source", Some(&report.source.file)),
        ("cnnic.sha256", Some(&report.source.sha256)),
    ];
    let entries = entries
        .into_iter()
        .filter_map(|(key, value)| Some(KeyValue::new(key.to_owned(), value?.clone())));
    WriterProperties::builder()
        .set_created_by(concat!("cnnic version ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(entries.collect()))
        .build()
}

/// The values of a field that are there.
enum Column {
    Texts(Vec<ByteArray>),
    Integers(Vec<i64>),
    Numbers(Vec<FixedLenByteArray>),
}

/// The values of each field, and for each row whether it has one.
fn columns(resource: &Resource, path: &Path) -> Result<Vec<(Column, Vec<i16>)>, Error> {
    let column = |(at, field): (usize, &Field)| {
        let values = || resource.rows.iter().map(|row| (&row[0], &row[at]));
        let levels = values()
            .map(|(_, value)| i16::from(*value != Value::Null))
            .collect();
        let column = match field.kind {
            Kind::String | Kind::Object | Kind::Array => Column::Texts(
                values()
                    .filter_map(|(_, value)| {
                        Some(ByteArray::from(value.text()?.as_bytes().to_vec()))
                    })
                    .collect(),
            ),
            Kind::Integer => Column::Integers(
                values()
                    .filter_map(|(_, value)| match value {
                        Value::Integer(number) => Some(*number),
                        _ => None,
                    })
                    .collect(),
            ),
            Kind::Number => {
                let numbers = values().filter_map(|(id, value)| match value {
                    Value::Number(number) => Some((id, *number)),
                    _ => None,
                });
                let scaled = numbers.map(|(id, number)| {
                    scaled(number).ok_or_else(|| Error::Inexact {
                        path: path.display().to_string(),
                        expected: "9 decimals",
                        found: number.to_string(),
                        id: id.text().unwrap_or_default().into_owned(),
                    })
                });
                Column::Numbers(scaled.collect::<Result<_, _>>()?)
            }
        };
        Ok((column, levels))
    };
    resource.fields.iter().enumerate().map(column).collect()
}

/// The number as so many parts of the unit, big-endian; `None` when it has more
/// decimals.
fn scaled(number: Decimal) -> Option<FixedLenByteArray> {
    let number = number.normalize();
    let zeros = SCALE.checked_sub(number.scale())?;
    let parts = number.mantissa().checked_mul(10_i128.checked_pow(zeros)?)?;
    Some(ByteArray::from(parts.to_be_bytes().to_vec()).into())
}

fn table(
    resource: &Resource,
    columns: &[(Column, Vec<i16>)],
    properties: Arc<WriterProperties>,
) -> Result<Vec<u8>, ParquetError> {
    let fields: Result<Vec<TypePtr>, ParquetError> = resource
        .fields
        .iter()
        .map(|field| Ok(Arc::new(field_type(field)?)))
        .collect();
    let schema = Type::group_type_builder(resource.name)
        .with_fields(fields?)
        .build()?;
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, Arc::new(schema), properties)?;
    let mut group = file.next_row_group()?;
    for (column, levels) in columns {
        let Some(mut writer) = group.next_column()? else {
            break;
        };
        write_column(&mut writer, column, levels)?;
        writer.close()?;
    }
    group.close()?;
    file.close()?;
    Ok(bytes)
}

fn field_type(field: &Field) -> Result<Type, ParquetError> {
    let name = &field.name;
    let builder = match field.kind {
        Kind::String | Kind::Object | Kind::Array => {
            Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_logical_type(Some(LogicalType::String))
        }
        Kind::Integer => Type::primitive_type_builder(name, Physical::INT64),
        Kind::Number => {
            let scale = i32::try_from(SCALE).unwrap_or_default();
            Type::primitive_type_builder(name, Physical::FIXED_LEN_BYTE_ARRAY)
                .with_logical_type(Some(LogicalType::decimal(scale, PRECISION)))
                .with_length(WIDTH)
                .with_precision(PRECISION)
                .with_scale(scale)
        }
    };
    // Null is for absent, required fields included: readers can then unite
    // files of editions without regard to it.
    builder.with_repetition(Repetition::OPTIONAL).build()
}

fn write_column(
    writer: &mut SerializedColumnWriter,
    column: &Column,
    levels: &[i16],
) -> Result<(), ParquetError> {
    match column {
        Column::Texts(values) => {
            writer
                .typed::<ByteArrayType>()
                .write_batch(values, Some(levels), None)
        }
        Column::Integers(values) => {
            writer
                .typed::<Int64Type>()
                .write_batch(values, Some(levels), None)
        }
        Column::Numbers(values) => {
            writer
                .typed::<FixedLenByteArrayType>()
                .write_batch(values, Some(levels), None)
        }
    }?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<i128> {
        let bytes = scaled(text.parse().unwrap())?;
        Some(i128::from_be_bytes(bytes.data().try_into().unwrap()))
    }

    #[test]
    fn decimals_are_exact_or_refused() {
        assert_eq!(parts("78.6"), Some(78_600_000_000));
        assert_eq!(parts("-100.00"), Some(-100_000_000_000));
        assert_eq!(parts("1108000000"), Some(1_108_000_000_000_000_000));
        assert_eq!(parts("0.123456789"), Some(123_456_789));
        assert_eq!(
            parts("79228162514264337593543950335"),
            Some(79_228_162_514_264_337_593_543_950_335 * 1_000_000_000)
        );
        assert_eq!(parts("0.1234567891"), None);
    }
}
