//! A value written over another one.
//!
//! The pieces of a report are validated one after the other, and the members of
//! one are named as those of the next. Keeping the names and the texts of the
//! piece before saves most of what it takes to make a value. Objects keep the order
//! of their members, which `preserve_order` of `serde_json` sees to.

use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::value::Serializer as Anew;
use serde_json::{Error, Map, Value};

/// Makes of a value what [`serde_json::to_value`] makes of an item.
///
/// # Errors
/// When the item has no JSON form.
pub fn write_over<T: Serialize + ?Sized>(value: &mut Value, item: &T) -> Result<(), Error> {
    item.serialize(Over(value))
}

struct Over<'v>(&'v mut Value);

/// The methods of what is made anew: it is small, or not in a report.
macro_rules! anew {
    ($($method:ident($($name:ident: $type:ty),*);)*) => {
        $(fn $method(self, $($name: $type),*) -> Result<(), Error> {
            *self.0 = Anew.$method($($name),*)?;
            Ok(())
        })*
    };
}

impl<'v> Serializer for Over<'v> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Elements<'v>;
    type SerializeTuple = Elements<'v>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Entries<'v>;
    type SerializeStruct = Members<'v>;
    type SerializeStructVariant = Impossible<(), Error>;

    anew! {
        serialize_bool(item: bool);
        serialize_i8(item: i8);
        serialize_i16(item: i16);
        serialize_i32(item: i32);
        serialize_i64(item: i64);
        serialize_u8(item: u8);
        serialize_u16(item: u16);
        serialize_u32(item: u32);
        serialize_u64(item: u64);
        serialize_f32(item: f32);
        serialize_f64(item: f64);
        serialize_char(item: char);
        serialize_bytes(item: &[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(name: &'static str);
    }

    fn serialize_str(self, item: &str) -> Result<(), Error> {
        match self.0 {
            Value::String(text) => {
                text.clear();
                text.push_str(item);
            }
            value => *value = Value::String(item.to_owned()),
        }
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, item: &T) -> Result<(), Error> {
        item.serialize(self)
    }

    fn serialize_unit_variant(self, _: &str, _: u32, variant: &str) -> Result<(), Error> {
        self.serialize_str(variant)
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
        name: &'static str,
        index: u32,
        variant: &'static str,
        item: &T,
    ) -> Result<(), Error> {
        *self.0 = Anew.serialize_newtype_variant(name, index, variant, item)?;
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'v>, Error> {
        if !self.0.is_array() {
            *self.0 = Value::Array(Vec::new());
        }
        let Value::Array(elements) = self.0 else {
            return Err(not_in_a_report());
        };
        Ok(Elements { elements, count: 0 })
    }

    fn serialize_tuple(self, count: usize) -> Result<Elements<'v>, Error> {
        self.serialize_seq(Some(count))
    }

    fn serialize_map(self, count: Option<usize>) -> Result<Entries<'v>, Error> {
        let entries = Anew.serialize_map(count)?;
        Ok(Entries {
            value: self.0,
            entries,
        })
    }

    fn serialize_struct(self, name: &'static str, count: usize) -> Result<Members<'v>, Error> {
        // So serde_json hands on an exact number.
        if name.starts_with('$') {
            return Ok(Members::Number(self.0, Anew.serialize_struct(name, count)?));
        }
        if self.0.as_object().is_none_or(|known| known.len() != count) {
            *self.0 = Value::Object(Map::with_capacity(count));
        }
        let Value::Object(members) = self.0 else {
            return Err(not_in_a_report());
        };
        Ok(match members.is_empty() {
            true => Members::New(members),
            false => Members::Known(members.iter_mut()),
        })
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
    serde::ser::Error::custom("a kind of value that no report has")
}

struct Elements<'v> {
    elements: &'v mut Vec<Value>,
    count: usize,
}

impl SerializeSeq for Elements<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        if self.count == self.elements.len() {
            self.elements.push(Value::Null);
        }
        self.count += 1;
        write_over(&mut self.elements[self.count - 1], item)
    }

    fn end(self) -> Result<(), Error> {
        self.elements.truncate(self.count);
        Ok(())
    }
}

impl SerializeTuple for Elements<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        SerializeSeq::serialize_element(self, item)
    }

    fn end(self) -> Result<(), Error> {
        SerializeSeq::end(self)
    }
}

/// A map, whose names are its own.
struct Entries<'v> {
    value: &'v mut Value,
    entries: <Anew as Serializer>::SerializeMap,
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.entries.serialize_key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        self.entries.serialize_value(item)
    }

    fn end(self) -> Result<(), Error> {
        *self.value = SerializeMap::end(self.entries)?;
        Ok(())
    }
}

enum Members<'v> {
    /// Of the names of the object that is written over, in their order.
    Known(serde_json::map::IterMut<'v>),
    New(&'v mut Map<String, Value>),
    Number(&'v mut Value, <Anew as Serializer>::SerializeStruct),
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        item: &T,
    ) -> Result<(), Error> {
        match self {
            Members::Known(known) => match known.next() {
                Some((key, value)) if key == name => write_over(value, item),
                _ => Err(serde::ser::Error::custom(
                    "as many members as of the item before, and others",
                )),
            },
            Members::New(members) => {
                let value = serde_json::to_value(item)?;
                members.insert(name.to_owned(), value);
                Ok(())
            }
            Members::Number(_, number) => SerializeStruct::serialize_field(number, name, item),
        }
    }

    fn end(self) -> Result<(), Error> {
        if let Members::Number(value, number) = self {
            *value = SerializeStruct::end(number)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::to_value;

    use super::*;
    use crate::report::Exact;

    #[derive(Serialize)]
    struct Item {
        text: &'static str,
        number: Option<Exact>,
        codes: BTreeMap<&'static str, u32>,
        pairs: Vec<(usize, bool)>,
        #[serde(skip_serializing_if = "Option::is_none")]
        inner: Option<Box<Item>>,
    }

    fn item(text: &'static str, number: Option<&str>, pairs: usize) -> Item {
        Item {
            text,
            number: number.map(|number| Exact(number.parse().unwrap())),
            codes: (0..pairs as u32).map(|code| ("age", code)).collect(),
            pairs: (0..pairs).map(|at| (at, at % 2 == 0)).collect(),
            inner: None,
        }
    }

    #[test]
    fn what_was_there_shows_in_nothing() {
        let mut nested = item("外", Some("1.50"), 1);
        nested.inner = Some(Box::new(item("内", None, 2)));
        let pieces = [
            vec![item("一", Some("100.00"), 3), item("二", None, 0)],
            vec![item("", None, 1)],
            vec![
                nested,
                item("三", Some("-0.5"), 2),
                item("四", Some("7"), 4),
            ],
            vec![item("五", None, 0), item("", Some("3"), 1)],
            vec![],
        ];
        let mut value = Value::Null;
        for piece in &pieces {
            write_over(&mut value, piece).unwrap();
            assert_eq!(value, to_value(piece).unwrap());
        }
    }
}
