//! A report validated a few items at a time.
//!
//! Two threads share the lists of a report in pieces; what is not in a list stands around
//! them. Nothing in the schema speaks of a list as a whole, as a test holds, so the
//! report is valid when each of its pieces is.

use serde::Serialize;

use super::fits::Judge;
use super::rules::{RULES, Rules};
use crate::parallel;
use crate::report::{Ledger, Report};

/// Items to a piece: few enough that both threads end at about the same time.
const ITEMS: usize = 32;

/// Whether a report is sure to fit its schema; what is not may still fit it.
pub fn are_valid(report: &Report) -> bool {
    let Some(rules) = &*RULES else { return false };
    let judge = &Judge::new(rules);
    let share = |share| Share {
        rules,
        judge,
        share,
    };
    let (own, other) = parallel::join(
        || share(0).is_valid(report) && share(0).fits("", &frame(report)),
        || share(1).is_valid(report),
    );
    own && other
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
struct Share<'r> {
    rules: &'r Rules,
    judge: &'r Judge<'r>,
    share: usize,
}

impl Share<'_> {
    /// Whether every second piece is valid, from the first or the second one on.
    fn is_valid(&self, report: &Report) -> bool {
        self.holds("sections", &report.sections)
            && self.holds("tables", &report.tables)
            && self.holds("figures", &report.figures)
            && self.holds("statements", &report.statements)
            && self.holds("observations", &report.observations)
            && self.holds("footnotes", &report.footnotes)
            && self.holds("terms", &report.terms)
            && self.holds("checks", &report.checks)
            && self.holds("problems", &report.problems)
            && self.holds("ledger/unexplained", &report.ledger.unexplained)
    }

    /// Whether a value is valid where a path of members leads to it.
    fn fits<T: Serialize + ?Sized>(&self, path: &str, value: &T) -> bool {
        let rule = self.rules.of(path);
        rule.is_some_and(|rule| self.judge.fits(value, rule))
    }

    /// Whether each piece of the items is valid as the list.
    fn holds<T: Serialize>(&self, list: &str, items: &[T]) -> bool {
        let mut pieces = items.chunks(ITEMS).skip(self.share).step_by(2);
        pieces.all(|piece| self.fits(list, piece))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

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
