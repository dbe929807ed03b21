//! JSON for people: byte for byte what
//! [`to_string_pretty`](serde_json::to_string_pretty) writes.
//!
//! A report is mostly names of members, white space and texts without a sign that
//! has to be escaped. Here what stands before a value is written at once, and a text
//! is looked at many bytes at a time.

use serde::Serialize;
use serde::ser::{
    Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::Error;

use super::chunks::Chunks;

/// What parts a member from the one before: a comma, a line feed, and spaces for as many
/// levels as a report has.
const BETWEEN: &[u8; 2 + WIDEST] = b",\n                                ";
const WIDEST: usize = 32;
const SPACES: usize = 2;

/// Writes a value that stands at a level of a larger one.
///
/// # Errors
/// When the value is of a kind that no report has.
pub fn write<T: Serialize + ?Sized>(
    value: &T,
    level: usize,
    text: &mut Chunks,
) -> Result<(), Error> {
    value.serialize(&mut Pretty {
        text,
        level,
        is_bare: false,
    })
}

/// Begins a line of a level, behind a comma where another member stands before it.
pub fn line(level: usize, is_behind: bool, text: &mut Chunks) {
    begin(level, is_behind, 0, text);
}

/// Begins a line, with room behind for so many bytes more. All of [`BETWEEN`] is written
/// and what is too much taken back: a copy of one length is a few moves and no call.
fn begin(level: usize, is_behind: bool, needed: usize, text: &mut Chunks) -> &mut Vec<u8> {
    let width = level * SPACES;
    let text = text.room(BETWEEN.len() + width + needed);
    let end = text.len() + usize::from(is_behind) + 1 + width;
    match is_behind {
        true => text.extend_from_slice(BETWEEN),
        false => text.extend_from_slice(&BETWEEN[1..]),
    }
    if width > WIDEST {
        text.resize(end, b' ');
    }
    text.truncate(end);
    text
}

struct Pretty<'t> {
    text: &'t mut Chunks,
    level: usize,
    /// Whether the text that comes next is the digits of a number.
    is_bare: bool,
}

impl Pretty<'_> {
    fn quoted(&mut self, item: &str) -> Result<(), Error> {
        if !is_plain(item.as_bytes()) {
            return serde_json::to_writer(&mut *self.text, item);
        }
        let text = self.text.room(item.len() + 2);
        text.push(b'"');
        text.extend_from_slice(item.as_bytes());
        text.push(b'"');
        Ok(())
    }
}

/// Whether nothing in a text has to be escaped. Blocks of one length are looked at as a
/// whole, the last of them once more with what is behind it.
fn is_plain(text: &[u8]) -> bool {
    match text.len() {
        16.. => are_plain::<16>(text),
        8.. => are_plain::<8>(text),
        4.. => are_plain::<4>(text),
        _ => are_plain::<1>(text),
    }
}

fn are_plain<const BLOCK: usize>(text: &[u8]) -> bool {
    let escaped = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    let any = |block: &[u8; BLOCK]| block.iter().fold(false, |any, &byte| any | escaped(byte));
    let (blocks, _) = text.as_chunks();
    !text.last_chunk().is_some_and(any) && !blocks.iter().any(any)
}

/// The methods of numbers, which `serde_json` writes the same way everywhere.
macro_rules! numbers {
    ($($method:ident($type:ty);)*) => {
        $(fn $method(self, item: $type) -> Result<(), Error> {
            serde_json::to_writer(&mut *self.text, &item)
        })*
    };
}

impl<'p, 't> Serializer for &'p mut Pretty<'t> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Members<'p, 't>;
    type SerializeTuple = Members<'p, 't>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Members<'p, 't>;
    type SerializeStruct = Members<'p, 't>;
    type SerializeStructVariant = Impossible<(), Error>;

    numbers! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
    }

    fn serialize_bool(self, item: bool) -> Result<(), Error> {
        self.text.put(if item { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_str(self, item: &str) -> Result<(), Error> {
        if self.is_bare {
            self.text.put(item.as_bytes());
            return Ok(());
        }
        self.quoted(item)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(not_in_a_report())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, item: &T) -> Result<(), Error> {
        item.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.text.put(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &str, _: u32, variant: &str) -> Result<(), Error> {
        self.quoted(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        item: &T,
    ) -> Result<(), Error> {
        item.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(not_in_a_report())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'p, 't>, Error> {
        Ok(Members::begin(self, Brackets::Array))
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'p, 't>, Error> {
        Ok(Members::begin(self, Brackets::Array))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'p, 't>, Error> {
        Ok(Members::begin(self, Brackets::Object))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Members<'p, 't>, Error> {
        // So serde_json hands on the digits of an exact number.
        let brackets = match name.starts_with('$') {
            true => Brackets::None,
            false => Brackets::Object,
        };
        Ok(Members::begin(self, brackets))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(not_in_a_report())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(not_in_a_report())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(not_in_a_report())
    }
}

fn not_in_a_report() -> Error {
    Error::custom("a kind of value that no report has")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Brackets {
    Array,
    Object,
    /// Around the digits of a number.
    None,
}

/// What stands between two brackets.
struct Members<'p, 't> {
    pretty: &'p mut Pretty<'t>,
    brackets: Brackets,
    is_filled: bool,
}

impl<'p, 't> Members<'p, 't> {
    fn begin(pretty: &'p mut Pretty<'t>, brackets: Brackets) -> Members<'p, 't> {
        pretty.level += 1;
        match brackets {
            Brackets::Array => pretty.text.put(b"["),
            Brackets::Object => pretty.text.put(b"{"),
            Brackets::None => {}
        }
        Members {
            pretty,
            brackets,
            is_filled: false,
        }
    }

    /// Begins the line of a member, with room behind for so many bytes more.
    fn line(&mut self, needed: usize) -> &mut Vec<u8> {
        let is_behind = std::mem::replace(&mut self.is_filled, true);
        begin(self.pretty.level, is_behind, needed, self.pretty.text)
    }

    fn close(self) -> Result<(), Error> {
        self.pretty.level -= 1;
        if self.is_filled && self.brackets != Brackets::None {
            line(self.pretty.level, false, self.pretty.text);
        }
        match self.brackets {
            Brackets::Array => self.pretty.text.put(b"]"),
            Brackets::Object => self.pretty.text.put(b"}"),
            Brackets::None => {}
        }
        Ok(())
    }
}

impl SerializeSeq for Members<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        self.line(0);
        item.serialize(&mut *self.pretty)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeTuple for Members<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        SerializeSeq::serialize_element(self, item)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeMap for Members<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.line(0);
        key.serialize(&mut *self.pretty)?;
        if !self.pretty.text.ends_with(b'"') {
            return Err(Error::custom("a name that is no text"));
        }
        self.pretty.text.put(b": ");
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        item.serialize(&mut *self.pretty)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

impl SerializeStruct for Members<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        item: &T,
    ) -> Result<(), Error> {
        if self.brackets == Brackets::None {
            self.pretty.is_bare = true;
            item.serialize(&mut *self.pretty)?;
            self.pretty.is_bare = false;
            return Ok(());
        }
        // The names of fields have no sign to escape.
        let text = self.line(name.len() + 4);
        text.push(b'"');
        text.extend_from_slice(name.as_bytes());
        text.extend_from_slice(b"\": ");
        item.serialize(&mut *self.pretty)
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn it_is_what_serde_json_writes() {
        let deep = (0..40).fold(json!(null), |inner, _| json!([inner]));
        let number: Value = serde_json::from_str("[1.50, -0.000005, 100.00]").unwrap();
        let cases: [Value; 8] = [
            json!([]),
            json!({"a": {}, "b": [], "c": [[], {}]}),
            json!([1, [2, 3], {"a": "\n", "b": [null]}]),
            json!([[[]], 1, {"a": {"b": {}}}]),
            json!([true, false, -1, 0.5, 1e300]),
            json!({"\"": "一\\二", "\u{1f}": "网民规模\u{7f}为“10.81”亿", "": "\""}),
            number,
            deep,
        ];
        for case in cases {
            let mut text = Chunks::default();
            write(&case, 0, &mut text).unwrap();
            let expected = serde_json::to_string_pretty(&case).unwrap();
            let written = text.into_vec().concat();
            assert_eq!(String::from_utf8(written).unwrap(), expected);
        }
    }

    #[test]
    fn names_are_texts() {
        let numbered = std::collections::BTreeMap::from([(1, 2)]);
        assert!(write(&numbered, 0, &mut Chunks::default()).is_err());
    }
}
