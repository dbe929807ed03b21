//! The white space of JSON for people.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// A line feed, and spaces for more levels than a report has.
const LINE: &[u8] = b"\n                                ";
const SPACES: usize = 2;

/// Two spaces a level, byte for byte what
/// [`PrettyFormatter`](serde_json::ser::PrettyFormatter) writes, but each line
/// begun with one write instead of one for each level.
#[derive(Default)]
pub struct Indented {
    level: usize,
    /// Whether the array or object that ends next has had a member.
    is_filled: bool,
}

impl Indented {
    /// For a value that stands at a level of a larger one.
    pub fn at(level: usize) -> Indented {
        Indented {
            level,
            is_filled: false,
        }
    }

    fn begin<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        self.level += 1;
        self.is_filled = false;
        writer.write_all(bracket)
    }

    fn member<W: ?Sized + Write>(&self, writer: &mut W, is_first: bool) -> Result<()> {
        if !is_first {
            writer.write_all(b",")?;
        }
        self.line(writer)
    }

    fn end<W: ?Sized + Write>(&mut self, writer: &mut W, bracket: &[u8]) -> Result<()> {
        self.level -= 1;
        if self.is_filled {
            self.line(writer)?;
        }
        self.is_filled = true;
        writer.write_all(bracket)
    }

    /// Begins a line of the level.
    pub fn line<W: ?Sized + Write>(&self, writer: &mut W) -> Result<()> {
        let width = self.level * SPACES;
        let once = width.min(LINE.len() - 1);
        writer.write_all(&LINE[..=once])?;
        (once..width).try_for_each(|_| writer.write_all(b" "))
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.begin(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.end(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.member(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.is_filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.begin(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.end(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.member(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Result<()> {
        self.is_filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Serializer, Value, json};

    use super::*;

    #[test]
    fn it_is_what_serde_json_writes() {
        let deep = (0..40).fold(json!(null), |inner, _| json!([inner]));
        let cases: [Value; 5] = [
            json!([]),
            json!({"a": {}, "b": [], "c": [[], {}]}),
            json!([1, [2, 3], {"a": "\n", "b": [null]}]),
            json!([[[]], 1, {"a": {"b": {}}}]),
            deep,
        ];
        for case in cases {
            let mut written = Vec::new();
            let mut serializer = Serializer::with_formatter(&mut written, Indented::default());
            case.serialize(&mut serializer).unwrap();
            let expected = serde_json::to_string_pretty(&case).unwrap();
            assert_eq!(String::from_utf8(written).unwrap(), expected);
        }
    }
}
