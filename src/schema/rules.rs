//! The schema of reports as rules that hold for one value each.
//!
//! A rule says what a value may be without that the value is there as a whole: what its
//! members and its elements have to fit are rules of their own, which are looked up as
//! they come. Only those keywords are known that the schema of reports has.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use regex_lite::Regex;
use serde_json::{Map, Value};

use super::REPORT;

/// The rules of the schema of reports; none where it says what no rule can, which a test
/// sees to.
pub static RULES: LazyLock<Option<Rules>> = LazyLock::new(|| {
    let schema = serde_json::from_str(REPORT).ok()?;
    Rules::new(&schema)
});

/// A rule, by its index.
pub type At = usize;

/// The kinds of values, one bit each.
pub mod kind {
    pub const NULL: u8 = 1;
    pub const BOOLEAN: u8 = 2;
    pub const INTEGER: u8 = 4;
    /// Any number, whole ones too.
    pub const NUMBER: u8 = 8;
    pub const STRING: u8 = 16;
    pub const ARRAY: u8 = 32;
    pub const OBJECT: u8 = 64;
    pub const ANY: u8 = 127;
}

/// What a value has to fit.
pub struct Rule {
    /// The kinds that it may be of.
    pub kinds: u8,
    /// The only values that it may have, where there are any: texts, and null.
    pub values: Option<Vec<Option<String>>>,
    /// The fewest characters of a text.
    pub shortest: usize,
    /// What a text has to match, by its index.
    pub pattern: Option<usize>,
    /// The least that a number may be.
    pub least: Option<i64>,
    /// The most that a number may be.
    pub most: Option<i64>,
    /// The members that are known by their names.
    pub members: Vec<Member>,
    /// How many of them have to be there.
    pub required: usize,
    /// What other members fit; none are allowed without it.
    pub others: Option<At>,
    /// What the first elements fit.
    pub first: Vec<At>,
    /// What elements behind them fit; none are allowed without it.
    pub elements: Option<At>,
    /// The fewest elements.
    pub fewest: usize,
    /// The most elements.
    pub longest: usize,
}

/// A member of an object.
#[derive(Clone)]
pub struct Member {
    pub name: String,
    pub is_required: bool,
    pub rule: At,
}

/// The rule that all values fit.
const ANYTHING: At = 0;

impl Default for Rule {
    fn default() -> Rule {
        Rule {
            kinds: kind::ANY,
            values: None,
            shortest: 0,
            pattern: None,
            least: None,
            most: None,
            members: Vec::new(),
            required: 0,
            others: Some(ANYTHING),
            first: Vec::new(),
            elements: Some(ANYTHING),
            fewest: 0,
            longest: usize::MAX,
        }
    }
}

/// All rules of a schema.
pub struct Rules {
    rules: Vec<Rule>,
    pub patterns: Vec<Regex>,
    top: At,
}

impl Rules {
    /// The rules of a schema; none where it has keywords, or some together, that are not
    /// known here.
    pub fn new(schema: &Value) -> Option<Rules> {
        let mut compiler = Compiler {
            definitions: schema.get("$defs").and_then(Value::as_object),
            rules: vec![Rule::default()],
            known: HashMap::new(),
            patterns: Vec::new(),
        };
        let top = compiler.rule(schema)?;
        let patterns = compiler.patterns.iter();
        Some(Rules {
            patterns: patterns
                .map(|pattern| Regex::new(pattern).ok())
                .collect::<Option<_>>()?,
            rules: compiler.rules,
            top,
        })
    }

    /// A rule.
    pub fn get(&self, at: At) -> &Rule {
        &self.rules[at]
    }

    /// The rule of the whole, or of what a path of members leads to: `ledger/unexplained`.
    pub fn of(&self, path: &str) -> Option<At> {
        let mut names = path.split('/').filter(|name| !name.is_empty());
        names.try_fold(self.top, |at, name| {
            let mut members = self.get(at).members.iter();
            Some(members.find(|member| member.name == name)?.rule)
        })
    }
}

struct Compiler<'s> {
    definitions: Option<&'s Map<String, Value>>,
    rules: Vec<Rule>,
    /// The rules of definitions.
    known: HashMap<&'s str, At>,
    patterns: Vec<&'s str>,
}

impl<'s> Compiler<'s> {
    fn rule(&mut self, schema: &'s Value) -> Option<At> {
        let keywords = schema.as_object()?;
        if let Some(path) = keywords.get("$ref") {
            let is_alone = keywords.keys().all(|key| key == "$ref" || is_remark(key));
            return self.definition(path.as_str().filter(|_| is_alone)?);
        }
        let at = self.rules.len();
        self.rules.push(Rule::default());
        self.rules[at] = match keywords.get("anyOf") {
            Some(rules) => {
                let is_alone = keywords.keys().all(|key| key == "anyOf" || is_remark(key));
                self.or_null(rules.as_array().filter(|_| is_alone)?)?
            }
            None => self.keywords(keywords)?,
        };
        Some(at)
    }

    fn definition(&mut self, path: &'s str) -> Option<At> {
        let name = path.strip_prefix("#/$defs/")?;
        if let Some(at) = self.known.get(name) {
            return Some(*at);
        }
        let at = self.rule(self.definitions?.get(name)?)?;
        self.known.insert(name, at);
        Some(at)
    }

    /// What fits a definition, or is null: the one choice that needs no second look.
    fn or_null(&mut self, rules: &'s [Value]) -> Option<Rule> {
        let [one, null] = rules else { return None };
        let is_null = *null == serde_json::json!({ "type": "null" });
        let at = self.rule(one).filter(|_| is_null)?;
        let rule = &self.rules[at];
        let is_plain = rule.values.is_none() && rule.kinds != kind::ANY;
        is_plain.then(|| Rule {
            kinds: rule.kinds | kind::NULL,
            members: rule.members.clone(),
            first: rule.first.clone(),
            values: None,
            ..*rule
        })
    }

    fn keywords(&mut self, keywords: &'s Map<String, Value>) -> Option<Rule> {
        let mut rule = Rule::default();
        let size = |value: &Value| usize::try_from(value.as_u64()?).ok();
        for (keyword, value) in keywords {
            match keyword.as_str() {
                "type" => rule.kinds = kinds(value)?,
                "const" => rule.values = Some(vec![Some(value.as_str()?.to_owned())]),
                "enum" => rule.values = Some(values(value)?),
                "minLength" => rule.shortest = size(value)?,
                "pattern" => rule.pattern = Some(self.pattern(value.as_str()?)),
                "minimum" => rule.least = Some(value.as_i64()?),
                "maximum" => rule.most = Some(value.as_i64()?),
                "properties" => rule.members = self.members(value, keywords.get("required"))?,
                "additionalProperties" => rule.others = self.rest(value)?,
                "prefixItems" => {
                    let items = value.as_array()?.iter();
                    rule.first = items.map(|item| self.rule(item)).collect::<Option<_>>()?;
                }
                "items" => rule.elements = self.rest(value)?,
                "minItems" => rule.fewest = size(value)?,
                "maxItems" => rule.longest = size(value)?,
                "required" => {}
                other if is_remark(other) => {}
                _ => return None,
            }
        }
        rule.required = rule.members.iter().filter(|one| one.is_required).count();
        let all = keywords.get("required").map_or(Some(0), |required| {
            let names: HashSet<&Value> = required.as_array()?.iter().collect();
            Some(names.len())
        })?;
        (rule.required == all).then_some(rule)
    }

    fn members(&mut self, members: &'s Value, required: Option<&Value>) -> Option<Vec<Member>> {
        let required = required.map_or(Some(&[][..]), |names| names.as_array().map(Vec::as_slice));
        let required = required?;
        let members = members.as_object()?.iter().map(|(name, schema)| {
            Some(Member {
                is_required: required.iter().any(|one| one == name),
                rule: self.rule(schema)?,
                name: name.clone(),
            })
        });
        members.collect()
    }

    /// What others than those that are named fit: nothing, anything, or a rule.
    fn rest(&mut self, schema: &'s Value) -> Option<Option<At>> {
        Some(match schema {
            Value::Bool(false) => None,
            Value::Bool(true) => Some(ANYTHING),
            schema => Some(self.rule(schema)?),
        })
    }

    fn pattern(&mut self, pattern: &'s str) -> usize {
        let known = self.patterns.iter().position(|known| *known == pattern);
        known.unwrap_or_else(|| {
            self.patterns.push(pattern);
            self.patterns.len() - 1
        })
    }
}

/// Whether a keyword says nothing of values.
fn is_remark(keyword: &str) -> bool {
    matches!(
        keyword,
        "description" | "title" | "$schema" | "$id" | "$defs"
    )
}

fn kinds(value: &Value) -> Option<u8> {
    let one = |value: &Value| {
        Some(match value.as_str()? {
            "null" => kind::NULL,
            "boolean" => kind::BOOLEAN,
            "integer" => kind::INTEGER,
            "number" => kind::NUMBER | kind::INTEGER,
            "string" => kind::STRING,
            "array" => kind::ARRAY,
            "object" => kind::OBJECT,
            _ => return None,
        })
    };
    match value {
        Value::Array(kinds) => kinds.iter().try_fold(0, |all, kind| Some(all | one(kind)?)),
        kind => one(kind),
    }
}

fn values(value: &Value) -> Option<Vec<Option<String>>> {
    let one = |value: &Value| match value {
        Value::Null => Some(None),
        Value::String(text) => Some(Some(text.clone())),
        _ => None,
    };
    value.as_array()?.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::schema::ReportSchema;
    use crate::schema::fits::Judge;
    use crate::{Options, Source};

    #[test]
    fn what_no_rule_says_makes_none() {
        let cases = [
            (json!({ "type": "string", "minLength": 2 }), true),
            (json!({ "uniqueItems": true }), false),
            (json!({ "properties": {}, "required": ["a"] }), false),
            (json!({ "enum": [1] }), false),
            (json!({ "const": 1 }), false),
            (json!({ "minimum": 0.5 }), false),
            (json!({ "pattern": "(?=a)" }), false),
            (json!({ "$ref": "#/$defs/a", "minLength": 1 }), false),
            (
                json!({ "anyOf": [{ "type": "string" }, { "type": "null" }] }),
                true,
            ),
            (
                json!({ "anyOf": [{ "type": "string" }, { "type": "array" }] }),
                false,
            ),
            (
                json!({ "anyOf": [{ "enum": ["a"] }, { "type": "null" }] }),
                false,
            ),
        ];
        for (schema, expected) in cases {
            assert_eq!(Rules::new(&schema).is_some(), expected, "{schema}");
        }
    }

    /// The paths of all values in a value.
    fn paths(value: &Value, path: &str, into: &mut Vec<String>) {
        into.push(path.to_owned());
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    paths(member, &format!("{path}/{name}"), into);
                }
            }
            Value::Array(elements) => {
                for (at, element) in elements.iter().enumerate() {
                    paths(element, &format!("{path}/{at}"), into);
                }
            }
            _ => {}
        }
    }

    fn report() -> Value {
        let text = "第 55 次中国互联网络发展状况统计报告\n\n一、网民规模\n\n\
            截至 2024 年 12 月，我国网民规模达 11.08 亿人，较 2023 年 12 月增长 1.5%，农村 28.0%①。\n\n\
            表 1 域名数\n\n分类\t数量（个）\n.CN①\t1\n合计\t2.50\n注1：甲。\n\n\
            图 1 网民规模（万人）\n\n2023.12\t2024.12\n109225\t110800\n\n① 乙 https://cnnic.cn\n";
        let source = Source::new("t.txt", text);
        let mut report = crate::read(&source, &Options::default()).unwrap();
        report.tables[0].locator.bbox = Some([0.0, 0.5, 1.0, 1e9]);
        serde_json::to_value(&report).unwrap()
    }

    /// Whatever is put in the place of whatever is in a report, the rules say of it what
    /// the schema says.
    #[test]
    fn rules_say_what_the_schema_says() {
        let rules = RULES.as_ref().expect("the schema says nothing else");
        let top = rules.of("").unwrap();
        let report = report();
        let mut all = Vec::new();
        paths(&report, "", &mut all);
        let others = [
            json!(null),
            json!(true),
            json!(0),
            json!(-1),
            json!(7),
            json!(0.5),
            json!(-0.5),
            json!(""),
            json!("1"),
            json!("2024-13"),
            json!("2024-12"),
            json!("sentence"),
            json!("over"),
            json!([]),
            json!([1, 2]),
            json!([1, 2, 3]),
            json!([""]),
            json!({}),
            json!({ "corrected": "1", "reason": "2" }),
        ];
        let (mut fitting, mut other) = (0, 0);
        let mut compare = |value: &Value, what: &str| {
            let expected = ReportSchema::is_valid(value);
            assert_eq!(Judge::new(rules).fits(value, top), expected, "{what}");
            *if expected { &mut fitting } else { &mut other } += 1;
        };
        compare(&report, "as it is");
        for path in all {
            for instead in &others {
                let mut broken = report.clone();
                *broken.pointer_mut(&path).unwrap() = instead.clone();
                compare(&broken, &format!("{path} {instead}"));
            }
            let mut broken = report.clone();
            let Some(members) = broken.pointer_mut(&path).unwrap().as_object_mut() else {
                continue;
            };
            let names: Vec<String> = members.keys().cloned().collect();
            members.insert("more".to_owned(), json!(1));
            compare(&broken, &format!("{path} more"));
            for name in names {
                let mut broken = report.clone();
                let members = broken.pointer_mut(&path).unwrap().as_object_mut();
                members.unwrap().shift_remove(&name);
                compare(&broken, &format!("{path} less {name}"));
            }
        }
        assert!(
            fitting > 100 && other > 1000,
            "{fitting} fit, {other} do not"
        );
    }
}
