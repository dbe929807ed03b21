//! Phrases of the report to indicators and their dimensions.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt as _};

use super::band::Bands;
use super::codes::Codes;
use super::indicator::Indicator;
use super::{dimensions, indicators, regions};

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
        self.literal <= text.len()
            && match self.pieces.last() {
                Some(Piece::Literal(literal)) => text.ends_with(literal.as_ref()),
                _ => self.literal < text.len(),
            }
    }
}

enum Piece {
    Literal(Cow<'static, str>),
    Dimension(&'static str),
}

/// The folded name of a code, and the code.
type Name = (Cow<'static, str>, &'static str);

struct Phrases {
    /// By their last character, where that is no code, and those that say the most
    /// themselves first.
    templates: HashMap<Option<char>, Vec<Template>>,
    /// The folded names of the codes of each dimension, by their first
    /// character, the longest first.
    names: HashMap<&'static str, HashMap<char, Vec<Name>>>,
    /// The codes of a folded name, by dimension in order.
    codes: HashMap<Cow<'static, str>, Vec<(&'static str, &'static str)>>,
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

/// The codes of the part of all that the shares of an indicator are of, which words name: 农村网民
/// of 使用率, which is a rate of each part.
pub fn part_of_whole(indicator: &Indicator, words: &str) -> Option<Codes> {
    let whole = phrase(indicator.share_of?)?;
    let part = phrase(words).filter(|part| part.indicator.id == whole.indicator.id)?;
    // 手机网民 are told apart by what all of them use.
    let is_taken = |of: &str| of != "device" && indicator.takes.contains(&of);
    let is_part = |part: &Codes| !part.is_empty() && part.keys().all(is_taken);
    Some(part.dimensions).filter(|part| indicator.in_parts && is_part(part))
}

/// Whether words name the whole that a share of an indicator with these codes is of: all, or the
/// part that the codes are of. 农村网民…占网民整体的… is no rate of 农村网民.
pub fn is_own_whole(indicator: &Indicator, words: &str, codes: &Codes) -> bool {
    let is_of_part = |of: &str| !matches!(of, "application" | "device");
    if indicator.wholes().contains(&words) {
        return !(indicator.in_parts && codes.keys().any(is_of_part));
    }
    part_of_whole(indicator, words).is_some_and(|part| part.is_of(codes))
}

/// The indicator that a whole phrase names, with the codes in it. Of several
/// templates that fit, the one that says the most itself is meant.
pub fn phrase(text: &str) -> Option<Phrase> {
    /// As many as a report has labels, about.
    const MOST: usize = 1 << 12;
    thread_local! {
        // The words of a number are asked for by all that asks what it is of.
        static KNOWN: RefCell<HashMap<String, Option<Phrase>>> = RefCell::new(HashMap::new());
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(phrase) = known.get(text) {
            return phrase.clone();
        }
        if known.len() == MOST {
            known.clear();
        }
        let phrase = read(text).or_else(|| read(&without_extent(text)?));
        known.insert(text.to_owned(), phrase.clone());
        phrase
    })
}

/// 站点数 of 站点数（包括.CN、.COM下的网站）, 短视频用户规模 of 短视频（含微短剧）用户规模: a name
/// without the bracket that says how far it reaches.
fn without_extent(text: &str) -> Option<String> {
    let (name, more) = text.rsplit_once('（')?;
    let (extent, behind) = more.split_once('）')?;
    // 互联网普及率（Internet penetration）: what it is called elsewhere.
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, ' ' | '-' | '’' | '\'');
    let is_other = behind.is_empty() && extent.chars().all(is_latin);
    // 网民规模（含港澳台） are others than those that the report counts.
    let reaches = extent.starts_with("包括")
        || ["包含", "含"].iter().any(|word| extent.starts_with(word))
            && !extent.contains(['港', '澳', '台']);
    (reaches || is_other).then(|| format!("{name}{behind}"))
}

fn read(text: &str) -> Option<Phrase> {
    let folded = fold(text);
    let last = folded.chars().next_back()?;
    let phrases = phrases();
    let ending = phrases.templates.get(&Some(last)).into_iter().flatten();
    let mut first = ending.filter(|template| template.may_end(&folded));
    let first =
        first.find_map(|template| Some((template.literal, phrases.read(template, &folded)?)));
    let most = first.as_ref().map_or(0, |(literal, _)| *literal);
    // What ends in a code may say more.
    let open = phrases.templates.get(&None).into_iter().flatten();
    let open = open.take_while(|template| first.is_none() || template.literal > most);
    let mut open = open.filter(|template| template.may_end(&folded));
    let second = open.find_map(|template| phrases.read(template, &folded));
    second.or(first.map(|(_, phrase)| phrase))
}

/// The code of a dimension that a whole label names.
pub fn code(dimension: &str, label: &str) -> Option<Cow<'static, str>> {
    let folded = fold(label);
    let listed = phrases().codes.get(folded.as_ref()).into_iter().flatten();
    let mut listed = listed.filter(|(known, _)| *known == dimension);
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
    let listed = phrases().codes.get(folded.as_ref());
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
        .filter(move |known| is_meant(known.id))
        .flat_map(|code| {
            let aliases = code.aliases.iter().map(|alias| alias.text);
            std::iter::once(code.name_zh).chain(aliases)
        });
    let regions = regions()
        .iter()
        .filter(move |region| dimension == "area" && region.code == code)
        .flat_map(|region| [region.name_full, region.name_zh]);
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
fn fold(text: &str) -> Cow<'_, str> {
    let is_folded = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '0'..='9') && c != '的';
    if text.chars().all(is_folded) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    let kept = text
        .chars()
        .filter(|&c| !matches!(c, '“' | '”' | '"' | '的') && !c.is_whitespace());
    folded.extend(kept.map(|c| half_width(c).to_ascii_lowercase()));
    Cow::Owned(folded)
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
            let aliases = indicator.aliases.iter().map(|alias| alias.text);
            for text in std::iter::once(indicator.name_zh).chain(aliases) {
                let template = template(indicator, text);
                let key = match template.pieces.last() {
                    Some(Piece::Literal(literal)) => literal.chars().next_back(),
                    _ => None,
                };
                templates.entry(key).or_default().push(template);
            }
        }
        for list in templates.values_mut() {
            // Stable: of those that say as much the first in the catalog is meant.
            list.sort_by_key(|template| std::cmp::Reverse(template.literal));
        }
        let mut names: HashMap<&str, Vec<Name>> = HashMap::new();
        for dimension in dimensions().iter() {
            let list = names.entry(dimension.id).or_default();
            for code in &dimension.codes {
                let aliases = code.aliases.iter().map(|alias| alias.text);
                for name in std::iter::once(code.name_zh).chain(aliases) {
                    list.push((fold(name), code.id));
                }
            }
        }
        let areas = names.entry("area").or_default();
        for region in regions().iter() {
            let aliases = region.aliases.iter().copied();
            for name in [region.name_zh, region.name_full]
                .into_iter()
                .chain(aliases)
            {
                areas.push((fold(name), region.code));
            }
        }
        for list in names.values_mut() {
            // Stable: of equal names the first in the catalog is meant.
            list.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        let mut codes: HashMap<Cow<str>, Vec<(&str, &str)>> = HashMap::new();
        for (dimension, list) in &names {
            for (name, code) in list {
                let known = codes.entry(name.clone()).or_default();
                if known.iter().all(|(other, _)| other != dimension) {
                    known.push((dimension, code));
                }
            }
        }
        // Never in the order of a map.
        codes.values_mut().for_each(|known| known.sort_unstable());
        let by_first = |list: Vec<Name>| {
            let mut names: HashMap<char, Vec<Name>> = HashMap::new();
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
            longest: codes.keys().map(|name| name.len()).max().unwrap_or(0),
            codes,
            bands: dimensions()
                .iter()
                .filter_map(|known| Some((known.id, known.bands.as_ref()?)))
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

    /// A folded text as a template reads it.
    fn read(&self, template: &Template, folded: &str) -> Option<Phrase> {
        let mut dimensions = Codes::new();
        self.fits(&template.pieces, folded, &mut dimensions)
            .then_some(Phrase {
                indicator: template.indicator,
                dimensions,
            })
    }

    fn fits(&self, pieces: &[Piece], text: &str, codes: &mut Codes) -> bool {
        match pieces.split_first() {
            None => text.is_empty(),
            Some((Piece::Literal(literal), rest)) => text
                .strip_prefix(literal.as_ref())
                .is_some_and(|text| self.fits(rest, text, codes)),
            Some((Piece::Dimension(dimension), rest)) => {
                let first = text.chars().next();
                let names = first.and_then(|first| self.names.get(dimension)?.get(&first));
                for (name, code) in names.into_iter().flatten() {
                    if let Some(text) = text.strip_prefix(name.as_ref())
                        && self.fits(rest, text, codes)
                    {
                        codes.insert(*dimension, *code);
                        return true;
                    }
                }
                let mut bands = self.bands.iter().filter(|(known, _)| known == dimension);
                bands.any(|(_, bands)| {
                    bands.leading(text).is_some_and(|(code, text)| {
                        let fits = self.fits(rest, text, codes);
                        if fits {
                            codes.insert(*dimension, code);
                        }
                        fits
                    })
                })
            }
        }
    }
}

fn template(indicator: &'static Indicator, text: &'static str) -> Template {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (dimension, after) = after.split_once('}').unwrap_or((after, ""));
        if !before.is_empty() {
            pieces.push(Piece::Literal(fold(before)));
        }
        pieces.push(Piece::Dimension(dimension));
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
                codes.fold(phrase.indicator.id.to_owned(), |text, (dimension, code)| {
                    format!("{text} {dimension}={code}")
                })
            });
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
