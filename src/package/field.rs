//! Fields of resources and the values in them.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// A column of a resource, in the terms of a Table Schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name, in snake_case.
    pub name: Cow<'static, str>,
    /// What its values are.
    pub kind: Kind,
    /// A few words.
    pub title: Cow<'static, str>,
    /// What it says, in a sentence.
    pub description: Cow<'static, str>,
    /// The base unit of its numbers, where all have one.
    pub unit: Option<Cow<'static, str>>,
    /// Whether every row has a value.
    pub required: bool,
    /// The values that it may have; none listed for any.
    pub values: &'static [&'static str],
    /// A regular expression that its texts fit.
    pub pattern: Option<&'static str>,
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// An exact decimal.
    Number,
    /// A JSON object.
    Object,
    /// A JSON array.
    Array,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'r> {
    /// None.
    Null,
    /// A text, or the text of a JSON object or array.
    Text(Cow<'r, str>),
    /// A whole number.
    Integer(i64),
    /// An exact decimal.
    Number(Decimal),
}

impl Field {
    /// A field that may be empty.
    pub fn new(
        name: impl Into<Cow<'static, str>>,
        kind: Kind,
        title: impl Into<Cow<'static, str>>,
        description: impl Into<Cow<'static, str>>,
    ) -> Field {
        Field {
            name: name.into(),
            kind,
            title: title.into(),
            description: description.into(),
            unit: None,
            required: false,
            values: &[],
            pattern: None,
        }
    }

    /// With a value in every row.
    #[must_use]
    pub fn required(self) -> Field {
        Field {
            required: true,
            ..self
        }
    }

    /// With these values only.
    #[must_use]
    pub fn one_of(self, values: &'static [&'static str]) -> Field {
        Field { values, ..self }
    }

    /// With texts of this form only.
    #[must_use]
    pub fn like(self, pattern: &'static str) -> Field {
        Field {
            pattern: Some(pattern),
            ..self
        }
    }

    /// With numbers in this unit.
    #[must_use]
    pub fn in_unit(self, unit: impl Into<Cow<'static, str>>) -> Field {
        Field {
            unit: Some(unit.into()),
            ..self
        }
    }
}

impl Kind {
    /// Its name in a Table Schema.
    pub fn name(self) -> &'static str {
        match self {
            Kind::String => "string",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Object => "object",
            Kind::Array => "array",
        }
    }
}

impl Value<'_> {
    /// As text, a decimal with the digits that it was printed with; `None` for
    /// none.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Value::Null => None,
            Value::Text(text) => Some(Cow::Borrowed(text)),
            Value::Integer(number) => Some(number.to_string().into()),
            Value::Number(number) => Some(number.to_string().into()),
        }
    }

    /// The value without what it borrows.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Value::Null => Value::Null,
            Value::Text(text) => Value::Text(text.into_owned().into()),
            Value::Integer(number) => Value::Integer(number),
            Value::Number(number) => Value::Number(number),
        }
    }
}

impl<'r> From<&'r str> for Value<'r> {
    fn from(text: &'r str) -> Value<'r> {
        Value::Text(text.into())
    }
}

impl<'r> From<&'r String> for Value<'r> {
    fn from(text: &'r String) -> Value<'r> {
        Value::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Integer(number.into())
    }
}

impl From<usize> for Value<'_> {
    /// No count of what is in memory is beyond 63 bits.
    fn from(number: usize) -> Self {
        Value::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<crate::report::Exact> for Value<'_> {
    fn from(exact: crate::report::Exact) -> Self {
        Value::Number(exact.0)
    }
}

impl<'r, T: Into<Value<'r>>> From<Option<T>> for Value<'r> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
