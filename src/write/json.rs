//! `report.json`.

use std::mem;

use serde::Serialize;

use super::chunks::Chunks;
use super::pretty;
use crate::error::Error;
use crate::parallel;
use crate::report::Report;

/// Its name in the folder of a report.
pub const FILE: &str = "report.json";

/// The report as JSON, indented, with a line feed at its end.
///
/// # Errors
/// [`Error::Schema`] when a value has no JSON form, which none should.
pub fn to_string(report: &Report) -> Result<String, Error> {
    let json = to_chunks(report)?.concat();
    String::from_utf8(json).map_err(|error| wrong(report, &error))
}

/// The bytes of [`to_string`], one chunk after the other: a report is long, and
/// who writes it to a file has no need of them side by side.
///
/// # Errors
/// Those of [`to_string`].
pub fn to_chunks(report: &Report) -> Result<Vec<Vec<u8>>, Error> {
    let parts = parts(report);
    let texts: serde_json::Result<Vec<Chunks>> =
        parallel::map(&parts, |part| part()).into_iter().collect();
    let texts = texts.map_err(|error| wrong(report, &error))?;
    Ok(texts.into_iter().flat_map(Chunks::into_vec).collect())
}

fn wrong(report: &Report, error: &dyn std::error::Error) -> Error {
    Error::Schema {
        name: report.source.file.clone(),
        path: String::new(),
        message: error.to_string(),
    }
}

/// What one thread writes at a time.
type Part<'r> = Box<dyn Fn() -> serde_json::Result<Chunks> + Sync + 'r>;

/// The members of a report, long lists in pieces.
fn parts(report: &Report) -> Vec<Part<'_>> {
    let Report {
        schema_version,
        edition,
        source,
        sections,
        tables,
        figures,
        statements,
        observations,
        footnotes,
        terms,
        checks,
        problems,
        ledger,
    } = report;
    let mut parts = Parts(Vec::new());
    parts.value("schema_version", schema_version);
    parts.value("edition", edition);
    parts.value("source", source);
    parts.list("sections", sections);
    parts.list("tables", tables);
    parts.list("figures", figures);
    parts.list("statements", statements);
    parts.list("observations", observations);
    parts.list("footnotes", footnotes);
    parts.list("terms", terms);
    parts.list("checks", checks);
    parts.list("problems", problems);
    parts.value("ledger", ledger);
    parts.end();
    parts.0
}

/// Where the members of the report stand, and the items of their lists.
const MEMBER: usize = 1;
const ITEM: usize = 2;

struct Parts<'r>(Vec<Part<'r>>);

impl<'r> Parts<'r> {
    fn value<T: Serialize + Sync>(&mut self, name: &str, value: &'r T) {
        let name = self.name(name);
        self.0.push(Box::new(move || {
            let mut text = Chunks::default();
            text.put(name.as_bytes());
            pretty::write(value, MEMBER, &mut text)?;
            Ok(text)
        }));
    }

    fn list<T: Serialize + Sync>(&mut self, name: &str, items: &'r [T]) {
        // Few enough that two threads end at about the same time.
        const PIECE: usize = 64;
        let mut before = self.name(name) + "[";
        let pieces = items.len().div_ceil(PIECE).max(1);
        for piece in 0..pieces {
            let first = piece * PIECE;
            let end = items.len().min(first + PIECE);
            let before = mem::take(&mut before);
            self.0.push(Box::new(move || {
                let mut text = Chunks::default();
                text.put(before.as_bytes());
                for (at, item) in items[first..end].iter().enumerate() {
                    pretty::line(ITEM, first + at > 0, &mut text);
                    pretty::write(item, ITEM, &mut text)?;
                }
                if piece + 1 == pieces {
                    if !items.is_empty() {
                        pretty::line(MEMBER, false, &mut text);
                    }
                    text.put(b"]");
                }
                Ok(text)
            }));
        }
    }

    fn end(&mut self) {
        self.0.push(Box::new(|| {
            let mut text = Chunks::default();
            text.put(b"\n}\n");
            Ok(text)
        }));
    }

    /// What begins a member of the report.
    fn name(&self, name: &str) -> String {
        let sign = if self.0.is_empty() { '{' } else { ',' };
        format!("{sign}\n  \"{name}\": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Source};

    #[test]
    fn pieces_are_the_whole() {
        let rows = |count| {
            (0..count)
                .map(|row| format!("第{row}类\t{row}.0\n"))
                .collect::<String>()
        };
        for count in [1, 63, 64, 65, 129] {
            let text = format!(
                "◇ 网民规模为{count}万人。\n\n表 1 域名数\n\n分类\t数量（个）\n{}",
                rows(count)
            );
            let report = crate::read(&Source::new("t.txt", text), &Options::default()).unwrap();
            assert_eq!(report.observations.len(), count + 1);
            assert!(report.terms.is_empty());
            let expected = serde_json::to_string_pretty(&report).unwrap();
            assert_eq!(to_string(&report).unwrap(), format!("{expected}\n"));
        }
    }
}
