//! Units of measure as they are printed.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt as _};
use serde::Deserialize;

use crate::document::number::is_digit;

/// The catalog of units.
#[derive(Debug, Deserialize)]
#[serde(from = "File", bound(deserialize = "'de: 'static"))]
pub struct Units {
    multipliers: Vec<(char, u32)>,
    /// Printed words and their base unit, by their first character, the longest
    /// first.
    words: HashMap<char, Vec<(&'static str, &'static str)>>,
    /// Words that begin with a unit and are none, by their first character.
    compounds: HashMap<char, Vec<&'static str>>,
    /// What a unit may be of: 月 of 元/月.
    per: Vec<&'static str>,
    /// Words that begin with one of these and are none: 日本.
    not_per: Vec<&'static str>,
    /// What may follow 40 元每月 without going on.
    behind_each: Vec<&'static str>,
    /// The same, before another number: 40 元每月和 50 元每月.
    joins: Vec<&'static str>,
    /// The units that are of others, by what they are of in order: 元/户·月 and 元每月每户 are
    /// one.
    of_others: HashMap<String, &'static str>,
    /// Ends of labels, and the unit of what they count.
    labels: Vec<(&'static str, &'static str)>,
}

/// A printed unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit<'c> {
    /// The base unit: `person`, `item`, `percent`, `block/32`.
    pub id: &'c str,
    /// The power of ten that the printed unit is of the base unit: 8 for 亿人.
    pub multiplier: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct File {
    multipliers: BTreeMap<char, u32>,
    compounds: Vec<&'static str>,
    per: Vec<&'static str>,
    not_per: Vec<&'static str>,
    behind_each: Vec<&'static str>,
    joins: Vec<&'static str>,
    unit: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: &'static str,
    printed: Vec<&'static str>,
    #[serde(default)]
    counts: Vec<&'static str>,
}

impl From<File> for Units {
    fn from(file: File) -> Units {
        let labels = file.unit.iter().flat_map(|unit| {
            let counts = unit.counts.iter();
            counts.map(|label| (*label, unit.id))
        });
        let labels = labels.collect();
        let mut words: HashMap<char, Vec<(&str, &str)>> = HashMap::new();
        let mut of_others = HashMap::new();
        for unit in file.unit {
            for word in unit.printed {
                if word.contains(PER) {
                    of_others.entry(in_order(word)).or_insert(unit.id);
                }
                if let Some(first) = word.chars().next() {
                    let list = words.entry(first).or_default();
                    list.push((word, unit.id));
                }
            }
        }
        for list in words.values_mut() {
            list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        let mut compounds: HashMap<char, Vec<&str>> = HashMap::new();
        for compound in file.compounds {
            if let Some(first) = compound.chars().next() {
                compounds.entry(first).or_default().push(compound);
            }
        }
        let mut per = file.per;
        per.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Units {
            words,
            per,
            not_per: file.not_per,
            behind_each: file.behind_each,
            joins: file.joins,
            of_others,
            compounds,
            labels,
            multipliers: file.multipliers.into_iter().collect(),
        }
    }
}

/// Before what a unit is of.
const PER: [char; 6] = ['/', '／', '每', '·', '・', '.'];

/// A unit and what it is of, in an order that does not depend on how they are printed: 元/户·月
/// and 元每月每户.
fn in_order(unit: &str) -> String {
    let mut parts = unit.split(PER);
    let first = parts.next().unwrap_or_default();
    let mut others: Vec<&str> = parts.collect();
    others.sort_unstable();
    format!("{first}/{}", others.join("/"))
}

impl Units {
    /// The unit that a whole text names: `万人`, `%`, `亿GB`, `块/32`.
    pub fn parse(&self, text: &str) -> Option<Unit<'_>> {
        let (unit, rest) = self.leading(text)?;
        if rest.is_empty() {
            return Some(unit);
        }
        let (multiplier, word) = self.multiplier(text);
        let id = self.of_other(word.trim_start())?;
        Some(Unit { id, multiplier })
    }

    /// What a word for a unit that is of another is known as, however it is printed: 元每月每户.
    pub fn of_other(&self, word: &str) -> Option<&'static str> {
        self.of_others.get(&in_order(word)).copied()
    }

    /// The longest unit at the start of a text, and what follows it.
    /// Multipliers alone (`亿`) are no unit here.
    pub fn leading<'t>(&self, text: &'t str) -> Option<(Unit<'_>, &'t str)> {
        let (multiplier, rest) = self.multiplier(text);
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        let (id, rest) = self.longest(rest)?;
        Some((Unit { id, multiplier }, rest))
    }

    /// The unit without multiplier at the start of running text, and what
    /// follows it: 家 of 家企业, but not of 家庭; M of `100M`, but not of `MB/s`.
    pub fn word<'t>(&self, text: &'t str) -> Option<(&str, &'t str)> {
        let first = text.chars().next()?;
        let mut compounds = self.compounds.get(&first).into_iter().flatten();
        if compounds.any(|compound| text.starts_with(*compound)) {
            return None;
        }
        let (id, rest) = self.longest(text)?;
        let is_latin = |c: char| c.is_ascii_alphanumeric();
        let word = &text[..text.len() - rest.len()];
        let cuts = word.ends_with(is_latin) && rest.starts_with(is_latin);
        (!cuts).then_some((id, rest))
    }

    /// Whether a whole text is a unit of another, known or not: 台/户, 元/人·年, 亿/月.
    pub fn is_of_another(&self, text: &str) -> bool {
        let behind = match self.leading(text) {
            Some((_, rest)) => rest,
            None => self.multiplier(text).1,
        };
        behind.len() < text.len() && self.behind_other(behind).is_some_and(str::is_empty)
    }

    /// What follows the unit that the one before this text is of: `/户` behind 30 台.
    pub fn behind_other<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut rest = self.other(text.strip_prefix(['/', '／', '每', '·', '・'])?)?;
        let mut is_each = text.starts_with('每');
        while let Some(sign) = rest.chars().next().filter(|sign| PER.contains(sign))
            && let Some(after) = self.other(&rest[sign.len_utf8()..])
        {
            is_each |= sign == '每';
            rest = after;
        }
        (!is_each || self.ends_each(rest)).then_some(rest)
    }

    /// Whether what stands behind 40 元每月 leaves it a unit. But 1.1 亿人每天上网, 每天“刷”短视频
    /// say what is done each day.
    fn ends_each(&self, behind: &str) -> bool {
        let behind = behind.trim_start();
        let joined = || {
            let mut joins = self.joins.iter();
            let next = joins.find_map(|join| behind.strip_prefix(join));
            next.is_some_and(|next| next.trim_start().starts_with(is_digit))
        };
        behind.is_empty()
            || behind.starts_with(['，', ',', '。', '；', ';', '！', '？', '\t', '）', ')'])
            || self.behind_each.iter().any(|word| behind.starts_with(word))
            || joined()
    }

    fn other<'t>(&self, text: &'t str) -> Option<&'t str> {
        let word = self.per.iter().find(|word| text.starts_with(*word))?;
        let rest = &text[word.len()..];
        // 元/日本, 个/家电企业 are of no day and of no house, 元/GBK of no gigabyte.
        let first = text.chars().next()?;
        let compounds = self.compounds.get(&first).into_iter().flatten();
        let mut others = compounds.chain(&self.not_per);
        let is_word = others.any(|other| other.len() > word.len() && text.starts_with(*other))
            || word.is_ascii() && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        (!is_word).then_some(rest)
    }

    /// The unit of what a label counts, where none is printed: 亿 of 宽带网民规模 are
    /// persons.
    pub fn of_label(&self, label: &str) -> Option<&str> {
        let mut labels = self.labels.iter();
        let (_, id) = labels.find(|(end, _)| label.ends_with(*end))?;
        Some(id)
    }

    fn longest<'t>(&self, rest: &'t str) -> Option<(&str, &'t str)> {
        let words = self.words.get(&rest.chars().next()?)?;
        let mut words = words.iter().filter(|(word, _)| rest.starts_with(*word));
        let (word, id) = words.find(|(word, _)| !self.cuts(word, rest))?;
        Some((id, &rest[word.len()..]))
    }

    /// Whether a unit at the start of a text ends within a word there: 元/月 in 元/月活用户,
    /// 元/人 in 元/人次.
    fn cuts(&self, unit: &str, text: &str) -> bool {
        let Some((_, of)) = unit
            .rsplit_once(PER)
            .filter(|(_, of)| self.per.contains(of))
        else {
            return false;
        };
        let rest = &text[unit.len()..];
        self.other(&text[unit.len() - of.len()..]) != Some(rest)
    }

    /// The multipliers at the start of a text, as a power of ten: 12 for 万亿.
    pub fn multiplier<'t>(&self, text: &'t str) -> (u32, &'t str) {
        let mut power = 0;
        let mut rest = text;
        // 千 of 千瓦时 is part of the word.
        let is_word = |rest: &str| {
            let word = self
                .longest(rest)
                .map(|(_, after)| rest.len() - after.len());
            word.is_some_and(|length| rest[..length].chars().count() > 1)
        };
        while let Some(c) = rest.chars().next()
            && let Some((_, more)) = self
                .multipliers
                .iter()
                .find(|(multiplier, _)| *multiplier == c)
            && !is_word(rest)
        {
            power += more;
            rest = &rest[c.len_utf8()..];
        }
        (power, rest)
    }
}
