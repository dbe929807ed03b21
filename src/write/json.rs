//! `report.json`.

use std::io::{self, Write};
use std::mem;

use serde::Serialize;
use serde_json::Serializer;

use super::indent::Indented;
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
    let texts: io::Result<Vec<Chunks>> = parallel::map(&parts, |part| part()).into_iter().collect();
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

/// Bytes in chunks that are all of one size: none has to grow, and the memory of
/// one fits the next.
#[derive(Default)]
struct Chunks {
    full: Vec<Vec<u8>>,
    last: Vec<u8>,
}

impl Chunks {
    /// Begins another chunk, longer than the others only where that is needed.
    #[cold]
    fn begin(&mut self, needed: usize) {
        const SIZE: usize = 1 << 15;
        let next = Vec::with_capacity(SIZE.max(needed));
        self.full.push(mem::replace(&mut self.last, next));
    }

    fn into_vec(mut self) -> Vec<Vec<u8>> {
        self.full.push(self.last);
        self.full
    }
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    // JSON is written some bytes at a time.
    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.last.capacity() - self.last.len() < bytes.len() {
            self.begin(bytes.len());
        }
        self.last.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What one thread writes at a time.
type Part<'r> = Box<dyn Fn() -> io::Result<Chunks> + Sync + 'r>;

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
            text.write_all(name.as_bytes())?;
            write_at(MEMBER, value, &mut text)?;
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
                text.write_all(before.as_bytes())?;
                for (at, item) in items[first..end].iter().enumerate() {
                    if first + at > 0 {
                        text.write_all(b",")?;
                    }
                    Indented::at(ITEM).line(&mut text)?;
                    write_at(ITEM, item, &mut text)?;
                }
                if piece + 1 == pieces {
                    if !items.is_empty() {
                        Indented::at(MEMBER).line(&mut text)?;
                    }
                    text.write_all(b"]")?;
                }
                Ok(text)
            }));
        }
    }

    fn end(&mut self) {
        self.0.push(Box::new(|| {
            let mut text = Chunks::default();
            text.write_all(b"\n}\n")?;
            Ok(text)
        }));
    }

    /// What begins a member of the report.
    fn name(&self, name: &str) -> String {
        let sign = if self.0.is_empty() { '{' } else { ',' };
        format!("{sign}\n  \"{name}\": ")
    }
}

fn write_at<T: Serialize>(level: usize, value: &T, text: &mut Chunks) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(text, Indented::at(level));
    Ok(value.serialize(&mut serializer)?)
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
