//! Phrases of the report to indicators and their dimensions.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt as _};

use super::band::Bands;
use super::indicator::Indicator;
use super::{dimensions, indicators, regions};

/// Codes by dimension: `application` → `instant_messaging`.
pub type Codes = BTreeMap<String, String>;

/// What a phrase means.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// What it measures.
    pub indicator: &'static Indicator,
    /// The codes that its words name.
    pub dimensions: Codes,
}

/// A name of an indicator, `{application}` standing for any code.
struct Template {
    indicator: &'static Indicator,
    pieces: Vec<Piece>,
    /// Bytes that stand in the template itself.
    literal: usize,
}

impl Template {
    /// Whether a text ends as the template does: most do not, and are gone at once.
    fn may_end(&self, text: &str) -> bool {
        match self.pieces.last() {
            Some(Piece::Literal(literal)) => text.ends_with(literal.as_str()),
            _ => self.literal < text.len(),
        }
    }
}

enum Piece {
    Literal(String),
    Dimension(String),
}

struct Phrases {
    /// By their last character, where that is no code.
    templates: HashMap<Option<char>, Vec<Template>>,
    /// The folded names of the codes of each dimension, by their first
    /// character, the longest first.
    names: HashMap<String, HashMap<char, Vec<(String, String)>>>,
    /// The codes of a folded name, by dimension in order.
    codes: HashMap<String, Vec<(String, String)>>,
    /// How long the longest name of a code is, in bytes.
    longest: usize,
    /// The dimensions with codes that are read.
    bands: Vec<(&'static str, &'static Bands)>,
}

fn phrases() -> &'static Phrases {
    static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::new);
    &PHRASES
}

/// Makes ready what a phrase is looked up in.
pub fn prepare() {
    phrases();
}

/// The indicator that a whole phrase names, with the codes in it. Of several
/// templates that fit, the one that says the most itself is meant.
pub fn phrase(text: &str) -> Option<Phrase> {
    let folded = fold(text);
    let last = folded.chars().next_back()?;
    let phrases = phrases();
    let candidates = [Some(last), None]
        .into_iter()
        .filter_map(|key| phrases.templates.get(&key))
        .flatten()
        .filter(|template| template.may_end(&folded));
    let mut best: Option<(usize, Phrase)> = None;
    for template in candidates {
        if best
            .as_ref()
            .is_some_and(|(most, _)| *most >= template.literal)
        {
            continue;
        }
        let mut codes = Codes::new();
        if phrases.fits(&template.pieces, &folded, &mut codes) {
            let phrase = Phrase {
                indicator: template.indicator,
                dimensions: codes,
            };
            best = Some((template.literal, phrase));
        }
    }
    best.map(|(_, phrase)| phrase)
}

/// The code of a dimension that a whole label names.
pub fn code(dimension: &str, label: &str) -> Option<Cow<'static, str>> {
    let folded = fold(label);
    let listed = phrases().codes.get(&folded).into_iter().flatten();
    let mut listed = listed.filter(|(known, _)| known == dimension);
    match listed.next() {
        Some((_, code)) => Some(Cow::Borrowed(code)),
        None => {
            let (known, code) = phrases().band(&folded)?;
            (known == dimension).then_some(Cow::Owned(code))
        }
    }
}

/// The dimension and the code that a whole label names.
pub fn code_of_any(label: &str) -> Option<(&'static str, Cow<'static, str>)> {
    // Folding takes off white space at most: what is twice as long is no name, and
    // of a long text every end may be asked for.
    if label.len() > 2 * phrases().longest {
        return None;
    }
    let folded = fold(label);
    let listed = phrases().codes.get(&folded);
    match listed.and_then(|codes| codes.first()) {
        Some((dimension, code)) => Some((dimension, Cow::Borrowed(code))),
        None => {
            let (dimension, code) = phrases().band(&folded)?;
            Some((dimension, Cow::Owned(code)))
        }
    }
}

/// The names of a code, as the catalog writes them.
pub fn names_of(dimension: &str, code: &str) -> impl Iterator<Item = Cow<'static, str>> {
    let is_meant = move |id: &str| id == code;
    let named = dimensions()
        .iter()
        .filter(move |known| known.id == dimension)
        .flat_map(|known| &known.codes)
        .filter(move |known| is_meant(&known.id))
        .flat_map(|code| {
            let aliases = code.aliases.iter().map(|alias| alias.text.as_str());
            std::iter::once(code.name_zh.as_str()).chain(aliases)
        });
    let regions = regions()
        .iter()
        .filter(move |region| dimension == "area" && region.code == code)
        .flat_map(|region| [region.name_full.as_str(), region.name_zh.as_str()]);
    let bands = phrases().bands.iter();
    let band = bands
        .filter(|(known, _)| *known == dimension)
        .filter_map(|(_, bands)| bands.name(code));
    let mut names: Vec<Cow<str>> = named.chain(regions).map(Cow::Borrowed).collect();
    names.extend(band.map(Cow::Owned));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.into_iter()
}

/// A phrase without what differs by typesetting: white space, quotation
/// marks, 的 and case.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let kept = text
        .chars()
        .filter(|&c| !matches!(c, '“' | '”' | '"' | '的') && !c.is_whitespace());
    folded.extend(kept.map(|c| half_width(c).to_ascii_lowercase()));
    folded
}

/// A full-width letter, digit or stop as half-width.
fn half_width(c: char) -> char {
    const FIRST: u32 = '！' as u32;
    let offset = (c as u32).checked_sub(FIRST);
    let half = offset.and_then(|offset| char::from_u32(offset + '!' as u32));
    half.filter(|half| half.is_ascii_alphanumeric() || *half == '.')
        .unwrap_or(c)
}

impl Phrases {
    fn new() -> Phrases {
        let mut templates: HashMap<Option<char>, Vec<Template>> = HashMap::new();
        for indicator in indicators().iter() {
            let aliases = indicator.aliases.iter().map(|alias| alias.text.as_str());
            for text in std::iter::once(indicator.name_zh.as_str()).chain(aliases) {
                let template = template(indicator, text);
                let key = match template.pieces.last() {
                    Some(Piece::Literal(literal)) => literal.chars().next_back(),
                    _ => None,
                };
                templates.entry(key).or_default().push(template);
            }
        }
        let mut names: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for dimension in dimensions().iter() {
            let list = names.entry(dimension.id.clone()).or_default();
            for code in &dimension.codes {
                let aliases = code.aliases.iter().map(|alias| alias.text.as_str());
                for name in std::iter::once(code.name_zh.as_str()).chain(aliases) {
                    list.push((fold(name), code.id.clone()));
                }
            }
        }
        let areas = names.entry("area".to_owned()).or_default();
        for region in regions().iter() {
            let aliases = region.aliases.iter().map(String::as_str);
            let own = [region.name_zh.as_str(), region.name_full.as_str()];
            for name in own.into_iter().chain(aliases) {
                areas.push((fold(name), region.code.clone()));
            }
        }
        for list in names.values_mut() {
            // Stable: of equal names the first in the catalog is meant.
            list.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        let mut codes: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for (dimension, list) in &names {
            for (name, code) in list {
                let known = codes.entry(name.clone()).or_default();
                if known.iter().all(|(other, _)| other != dimension) {
                    known.push((dimension.clone(), code.clone()));
                }
            }
        }
        // Never in the order of a map.
        codes.values_mut().for_each(|known| known.sort_unstable());
        let by_first = |list: Vec<(String, String)>| {
            let mut names: HashMap<char, Vec<(String, String)>> = HashMap::new();
            for (name, code) in list {
                if let Some(first) = name.chars().next() {
                    names.entry(first).or_default().push((name, code));
                }
            }
            names
        };
        let names = names.into_iter();
        let names = names.map(|(dimension, list)| (dimension, by_first(list)));
        Phrases {
            templates,
            names: names.collect(),
            longest: codes.keys().map(String::len).max().unwrap_or(0),
            codes,
            bands: dimensions()
                .iter()
                .filter_map(|known| Some((known.id.as_str(), known.bands.as_ref()?)))
                .collect(),
        }
    }

    /// The dimension and the code of a whole text that is a band.
    fn band(&self, folded: &str) -> Option<(&'static str, String)> {
        self.bands.iter().find_map(|(dimension, bands)| {
            let (code, rest) = bands.leading(folded)?;
            rest.is_empty().then_some((*dimension, code))
        })
    }

    fn fits(&self, pieces: &[Piece], text: &str, codes: &mut Codes) -> bool {
        match pieces.split_first() {
            None => text.is_empty(),
            Some((Piece::Literal(literal), rest)) => text
                .strip_prefix(literal.as_str())
                .is_some_and(|text| self.fits(rest, text, codes)),
            Some((Piece::Dimension(dimension), rest)) => {
                let first = text.chars().next();
                let names = first.and_then(|first| self.names.get(dimension)?.get(&first));
                for (name, code) in names.into_iter().flatten() {
                    if let Some(text) = text.strip_prefix(name.as_str())
                        && self.fits(rest, text, codes)
                    {
                        codes.insert(dimension.clone(), code.clone());
                        return true;
                    }
                }
                let mut bands = self.bands.iter().filter(|(known, _)| known == dimension);
                bands.any(|(_, bands)| {
                    bands.leading(text).is_some_and(|(code, text)| {
                        let fits = self.fits(rest, text, codes);
                        if fits {
                            codes.insert(dimension.clone(), code);
                        }
                        fits
                    })
                })
            }
        }
    }
}

fn template(indicator: &'static Indicator, text: &str) -> Template {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (dimension, after) = after.split_once('}').unwrap_or((after, ""));
        if !before.is_empty() {
            pieces.push(Piece::Literal(fold(before)));
        }
        pieces.push(Piece::Dimension(dimension.to_owned()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(fold(rest)));
    }
    let literal = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Literal(literal) => literal.len(),
            Piece::Dimension(_) => 0,
        })
        .sum();
    Template {
        indicator,
        pieces,
        literal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_indicators_with_codes() {
        let cases = [
            ("网民规模", Some("internet_users")),
            ("农村网民规模", Some("internet_users residence=rural")),
            ("非网民规模", Some("non_users")),
            (
                "即时通信用户规模",
                Some("application_users application=instant_messaging"),
            ),
            (
                "60 岁及以上老年群体网约车使用率",
                Some("application_usage_rate age=60+ application=ride_hailing"),
            ),
            ("“.CN”域名数量", Some("domains tld=cn")),
            ("某某网民规模", None),
            // Right before the full-width signs: no sign of theirs.
            ("\u{feff}网民规模", None),
            ("\u{fee0}\u{ff00}", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let found = phrase(text).map(|phrase| {
                let codes = phrase.dimensions.iter();
                codes.fold(phrase.indicator.id.clone(), |text, (dimension, code)| {
                    format!("{text} {dimension}={code}")
                })
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
