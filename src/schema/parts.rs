//! A report validated a few items at a time.
//!
//! As a value a report is many times as large as what it is made from. Its
//! lists are therefore handed to the schema in pieces, each with all that is
//! not a list around it, and a piece is gone before the next one is made.
//! Nothing in the schema speaks of a list as a whole, as a test holds, so the
//! report is valid when each of its pieces is.

use serde::Serialize;
use serde::ser::Error as _;
use serde_json::{Error, Value};

use super::ReportSchema;
use super::over::write_over;
use crate::parallel;
use crate::report::{Ledger, Report};

/// Items to a piece: enough that what stands around them weighs little, few
/// enough that they stay in the caches of a processor.
const ITEMS: usize = 32;

/// Whether a report fits its schema. Two threads share the pieces.
pub fn are_valid(report: &Report) -> Result<bool, Error> {
    let (own, other) = parallel::join(|| is_share_valid(report, 0), || is_share_valid(report, 1));
    Ok(own? && other?)
}

/// Whether every second piece is valid, from the first or the second one on.
fn is_share_valid(report: &Report, share: usize) -> Result<bool, Error> {
    let mut frame = serde_json::to_value(frame(report))?;
    let mut share = Share {
        frame: &mut frame,
        share,
    };
    Ok(ReportSchema::is_valid(share.frame)
        && share.holds("/sections", &report.sections)?
        && share.holds("/tables", &report.tables)?
        && share.holds("/figures", &report.figures)?
        && share.holds("/statements", &report.statements)?
        && share.holds("/observations", &report.observations)?
        && share.holds("/footnotes", &report.footnotes)?
        && share.holds("/terms", &report.terms)?
        && share.holds("/checks", &report.checks)?
        && share.holds("/problems", &report.problems)?
        && share.holds("/ledger/unexplained", &report.ledger.unexplained)?)
}

/// The report without the items of its lists.
fn frame(report: &Report) -> Report {
    Report {
        schema_version: report.schema_version.clone(),
        edition: report.edition.clone(),
        source: report.source.clone(),
        sections: Vec::new(),
        tables: Vec::new(),
        figures: Vec::new(),
        statements: Vec::new(),
        observations: Vec::new(),
        footnotes: Vec::new(),
        terms: Vec::new(),
        checks: Vec::new(),
        problems: Vec::new(),
        ledger: Ledger {
            numbers: report.ledger.numbers,
            classes: report.ledger.classes.clone(),
            unexplained: Vec::new(),
        },
    }
}

/// What one thread validates.
struct Share<'f> {
    frame: &'f mut Value,
    share: usize,
}

impl Share<'_> {
    /// Whether the frame is valid with each piece of the items as its list.
    fn holds<T: Serialize>(&mut self, list: &str, items: &[T]) -> Result<bool, Error> {
        for piece in items.chunks(ITEMS).skip(self.share).step_by(2) {
            let place = self.frame.pointer_mut(list);
            let place = place.ok_or_else(|| Error::custom(format!("no list {list}")))?;
            // Items of a kind may differ in their members, though few do.
            if write_over(place, piece).is_err() {
                *place = serde_json::to_value(piece)?;
            }
            if !ReportSchema::is_valid(self.frame) {
                return Ok(false);
            }
        }
        if let Some(place) = self.frame.pointer_mut(list) {
            *place = Value::Array(Vec::new());
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::REPORT;
    use crate::{Options, Source};

    const LISTS: [&str; 10] = [
        "/sections",
        "/tables",
        "/figures",
        "/statements",
        "/observations",
        "/footnotes",
        "/terms",
        "/checks",
        "/problems",
        "/ledger/unexplained",
    ];

    fn keywords(schema: &Value) -> Vec<&str> {
        let schema = schema.as_object().unwrap();
        let mut keywords: Vec<&str> = schema.keys().map(String::as_str).collect();
        keywords.sort_unstable();
        keywords
    }

    #[test]
    fn the_schema_says_nothing_of_lists_as_wholes() {
        const OBJECT: [&str; 5] = [
            "additionalProperties",
            "description",
            "properties",
            "required",
            "type",
        ];
        let schema: Value = serde_json::from_str(REPORT).unwrap();
        let top = keywords(&schema);
        let top = top.iter().filter(|word| !OBJECT.contains(word));
        assert!(top.eq(&["$defs", "$id", "$schema", "title"]));
        assert_eq!(keywords(&schema["$defs"]["ledger"]), OBJECT);
        for list in LISTS {
            let properties = match list.strip_prefix("/ledger/") {
                Some(_) => &schema["$defs"]["ledger"]["properties"],
                None => &schema["properties"],
            };
            let name = list.rsplit('/').next().unwrap();
            assert_eq!(
                keywords(&properties[name]),
                ["description", "items", "type"],
                "{list}"
            );
        }
    }

    #[test]
    fn every_array_of_the_frame_is_a_list() {
        let source = Source::new("t.txt", "表 1 域名数\n\n分类\t数量（个）\n.CN\t1\n");
        let report = crate::read(&source, &Options::default()).unwrap();
        let frame = serde_json::to_value(frame(&report)).unwrap();
        let arrays = |value: &Value, above: &str| -> Vec<String> {
            let members = value.as_object().unwrap().iter();
            members
                .filter(|(_, value)| value.is_array())
                .map(|(name, _)| format!("{above}/{name}"))
                .collect()
        };
        let mut found = arrays(&frame, "");
        found.extend(arrays(&frame["ledger"], "/ledger"));
        assert_eq!(found, LISTS);
    }

    #[test]
    fn what_breaks_the_schema_is_found_in_any_piece() {
        let rows = (0..100).map(|row| format!("第{row}类\t{row}\n"));
        let text = format!(
            "表 1 域名数\n\n分类\t数量（个）\n{}",
            rows.collect::<String>()
        );
        let report = crate::read(&Source::new("t.txt", text), &Options::default()).unwrap();
        let path = |report: &Report| crate::schema::validate("t.txt", report).unwrap_err();
        for at in [0, ITEMS - 1, ITEMS, 99] {
            let mut broken = report.clone();
            broken.observations[at].status = "X".to_owned();
            let message = path(&broken).to_string();
            assert!(
                message.contains(&format!("/observations/{at}/status")),
                "{message}"
            );
        }
        let mut broken = report.clone();
        broken.tables[0].rows[99].cells[0].text = Some(String::new());
        assert!(
            path(&broken)
                .to_string()
                .contains("/tables/0/rows/99/cells/0/text")
        );
        let mut broken = report;
        broken.edition.language = "fr".to_owned();
        assert!(path(&broken).to_string().contains("/edition/language"));
    }
}
