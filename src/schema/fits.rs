//! Whether a value fits the schema of reports, told as it is serialized.
//!
//! As a value of JSON a report is many times as large as what it is made from, and most of
//! the time would go into making it. Here each text and each number is held against its
//! [rule](super::rules) as it comes, and nothing is kept.

use std::sync::{Mutex, PoisonError};

use foldhash::HashSet;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{
    Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use serde_json::Error;

use super::rules::{At, Rule, Rules, kind};

/// Holds values against rules.
pub struct Judge<'r> {
    rules: &'r Rules,
    /// Of each pattern the texts that match: the same few come again and again.
    matched: Vec<Mutex<HashSet<String>>>,
}

impl<'r> Judge<'r> {
    pub fn new(rules: &'r Rules) -> Judge<'r> {
        let matched = rules.patterns.iter().map(|_| Mutex::default());
        Judge {
            rules,
            matched: matched.collect(),
        }
    }

    /// Whether a value fits a rule. What is no is no yet: a rule knows less than the
    /// schema, and errs to this side.
    pub fn fits<T: Serialize + ?Sized>(&self, value: &T, rule: At) -> bool {
        value.serialize(self.under(rule)).is_ok()
    }

    fn under(&self, rule: At) -> Under<'_> {
        Under {
            judge: self,
            rule: self.rules.get(rule),
            is_number: false,
        }
    }

    fn matches(&self, pattern: usize, text: &str) -> bool {
        let known = || {
            self.matched[pattern]
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if known().contains(text) {
            return true;
        }
        let is_match = self.rules.patterns[pattern].is_match(text);
        if is_match {
            known().insert(text.to_owned());
        }
        is_match
    }
}

/// A value under a rule.
#[derive(Clone, Copy)]
struct Under<'j> {
    judge: &'j Judge<'j>,
    rule: &'j Rule,
    /// Whether the text that comes next is the digits of a number.
    is_number: bool,
}

/// Says no. None but this program reads it.
fn when(fits: bool) -> Result<(), Error> {
    match fits {
        true => Ok(()),
        false => Err(misfit()),
    }
}

#[cold]
fn misfit() -> Error {
    Error::custom("a value that fits no rule")
}

impl Under<'_> {
    fn is_of(&self, kind: u8) -> bool {
        self.rule.kinds & kind != 0
    }

    fn integer(self, value: Option<i64>) -> Result<(), Error> {
        let Rule {
            values,
            least,
            most,
            ..
        } = self.rule;
        let is_bounded = least.is_some() || most.is_some();
        // Numbers beyond are in no report.
        let in_bounds = value.is_some_and(|value| {
            least.is_none_or(|least| least <= value) && most.is_none_or(|most| value <= most)
        });
        when(self.is_of(kind::INTEGER) && values.is_none() && (!is_bounded || in_bounds))
    }

    /// A number that need not be whole, by its digits where there are bounds.
    fn number<D: AsRef<str>>(self, digits: impl FnOnce() -> D) -> Result<(), Error> {
        let Rule {
            values,
            least,
            most,
            ..
        } = self.rule;
        let is_bounded = least.is_some() || most.is_some();
        let in_bounds = || {
            let value = Decimal::from_str_exact(digits().as_ref());
            value.is_ok_and(|value| {
                least.is_none_or(|least| Decimal::from(least) <= value)
                    && most.is_none_or(|most| value <= Decimal::from(most))
            })
        };
        when(self.is_of(kind::NUMBER) && values.is_none() && (!is_bounded || in_bounds()))
    }

    fn text(self, text: &str) -> Result<(), Error> {
        let rule = self.rule;
        let is_long = match rule.shortest {
            0 => true,
            1 => !text.is_empty(),
            shortest => text.chars().count() >= shortest,
        };
        let is_listed = rule.values.as_ref().is_none_or(|values| {
            let mut values = values.iter();
            values.any(|value| value.as_deref() == Some(text))
        });
        let matches = |pattern| self.judge.matches(pattern, text);
        when(self.is_of(kind::STRING) && is_long && is_listed && rule.pattern.is_none_or(matches))
    }
}

macro_rules! integers {
    ($($method:ident($type:ty);)*) => {
        $(fn $method(self, item: $type) -> Result<(), Error> {
            self.integer(i64::try_from(item).ok())
        })*
    };
}

impl<'j> Serializer for Under<'j> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Elements<'j>;
    type SerializeTuple = Elements<'j>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Members<'j>;
    type SerializeStruct = Members<'j>;
    type SerializeStructVariant = Impossible<(), Error>;

    integers! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
    }

    fn serialize_f32(self, item: f32) -> Result<(), Error> {
        self.serialize_f64(item.into())
    }

    fn serialize_f64(self, item: f64) -> Result<(), Error> {
        // JSON has null for what is no number.
        match item.is_finite() {
            true => self.number(|| item.to_string()),
            false => self.serialize_unit(),
        }
    }

    fn serialize_bool(self, _: bool) -> Result<(), Error> {
        when(self.is_of(kind::BOOLEAN) && self.rule.values.is_none())
    }

    fn serialize_char(self, item: char) -> Result<(), Error> {
        self.text(item.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, item: &str) -> Result<(), Error> {
        if !self.is_number {
            return self.text(item);
        }
        match item.parse() {
            Ok(whole) => self.integer(Some(whole)),
            Err(_) => self.number(|| item),
        }
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        Err(misfit())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, item: &T) -> Result<(), Error> {
        item.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        let is_listed = match &self.rule.values {
            Some(values) => values.contains(&None),
            None => true,
        };
        when(self.is_of(kind::NULL) && is_listed)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &str, _: u32, variant: &str) -> Result<(), Error> {
        self.text(variant)
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
        Err(misfit())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'j>, Error> {
        when(self.is_of(kind::ARRAY) && self.rule.values.is_none())?;
        Ok(Elements {
            array: self,
            count: 0,
        })
    }

    fn serialize_tuple(self, count: usize) -> Result<Elements<'j>, Error> {
        self.serialize_seq(Some(count))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'j>, Error> {
        when(self.is_of(kind::OBJECT) && self.rule.values.is_none())?;
        Ok(Members {
            object: self,
            next: 0,
            required: 0,
            rule: None,
        })
    }

    fn serialize_struct(self, name: &'static str, count: usize) -> Result<Members<'j>, Error> {
        // So serde_json hands on an exact number.
        if name.starts_with('$') {
            return Ok(Members {
                object: Under {
                    is_number: true,
                    ..self
                },
                next: 0,
                required: 0,
                rule: None,
            });
        }
        self.serialize_map(Some(count))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(misfit())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(misfit())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(misfit())
    }
}

struct Elements<'j> {
    array: Under<'j>,
    count: usize,
}

impl SerializeSeq for Elements<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        let Under { judge, rule, .. } = self.array;
        let own = rule.first.get(self.count).copied();
        self.count += 1;
        match own.or(rule.elements) {
            Some(own) => item.serialize(judge.under(own)),
            None => Err(misfit()),
        }
    }

    fn end(self) -> Result<(), Error> {
        let rule = self.array.rule;
        when((rule.fewest..=rule.longest).contains(&self.count))
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

struct Members<'j> {
    object: Under<'j>,
    /// The member that comes next where they come in the order of the schema.
    next: usize,
    /// How many of those that have to be there have come.
    required: usize,
    /// The rule of the member whose name has come.
    rule: Option<At>,
}

impl Members<'_> {
    /// The rule of a member; none where there must be no such member. An object has no
    /// name twice.
    fn named(&mut self, name: &str) -> Option<At> {
        let rule = self.object.rule;
        let members = &rule.members;
        let is_next = members.get(self.next).is_some_and(|one| one.name == name);
        let at = match is_next {
            true => Some(self.next),
            false => members.iter().position(|one| one.name == name),
        };
        let Some(at) = at else { return rule.others };
        self.next = at + 1;
        self.required += usize::from(members[at].is_required);
        Some(members[at].rule)
    }

    fn end(&self) -> Result<(), Error> {
        when(self.object.is_number || self.required == self.object.rule.required)
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        item: &T,
    ) -> Result<(), Error> {
        if self.object.is_number {
            return item.serialize(self.object);
        }
        match self.named(name) {
            Some(rule) => item.serialize(self.object.judge.under(rule)),
            None => Err(misfit()),
        }
    }

    fn end(self) -> Result<(), Error> {
        Members::end(&self)
    }
}

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let name = serde_json::to_value(key)?;
        self.rule = self.named(name.as_str().ok_or_else(misfit)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Error> {
        match self.rule {
            Some(rule) => item.serialize(self.object.judge.under(rule)),
            None => Err(misfit()),
        }
    }

    fn end(self) -> Result<(), Error> {
        Members::end(&self)
    }
}
