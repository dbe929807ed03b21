//! The resource `editions`: which editions there are, one row a report.

use super::{Field, Kind, Resource, Scope};
use crate::report::Report;

/// The edition of a report.
pub fn edition(report: &Report) -> Resource<'_> {
    let edition = &report.edition;
    Resource {
        name: "editions",
        title: "Editions".to_owned(),
        description: "Editions of the report, and the files they were read from".to_owned(),
        scope: Scope::Edition,
        fields: vec![
            Field::new("edition", Kind::Integer, "Edition", "Number of the edition").required(),
            Field::new("title", Kind::String, "标题", "Title as printed"),
            Field::new(
                "language",
                Kind::String,
                "Language",
                "Language of the edition",
            )
            .required()
            .one_of(&["zh-CN", "en"]),
            Field::new(
                "published",
                Kind::String,
                "Published",
                "Month of publication",
            ),
            Field::new(
                "period",
                Kind::String,
                "Data period",
                "Month of the survey data",
            ),
            Field::new("publisher", Kind::String, "Publisher", "Who published it"),
            Field::new("source_file", Kind::String, "File", "File that was read").required(),
            Field::new(
                "source_sha256",
                Kind::String,
                "SHA-256",
                "SHA-256 of its bytes",
            )
            .required(),
            Field::new(
                "schema_version",
                Kind::String,
                "Schema version",
                "Version of the form of report.json",
            )
            .required(),
        ],
        foreign_keys: Vec::new(),
        rows: vec![vec![
            edition.number.into(),
            edition.title.as_ref().into(),
            (&edition.language).into(),
            edition.published.as_ref().into(),
            edition.period.as_ref().into(),
            edition.publisher.as_ref().into(),
            (&report.source.file).into(),
            (&report.source.sha256).into(),
            (&report.schema_version).into(),
        ]],
    }
}
