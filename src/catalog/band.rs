//! Bands of a measure that people are grouped by: 15-24 岁, 60 岁及以上.
//!
//! Every edition may draw them anew, so that their codes are read, not listed.

use serde::Deserialize;

/// How a dimension prints its bands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// The unit behind the numbers: 岁.
    unit: &'static str,
    /// Words that may follow and mean nothing more: 年龄段.
    nouns: Vec<&'static str>,
}

impl Bands {
    /// The code of a band at the start of a folded text, and what follows:
    /// `15-24岁群体网民` is `15-24` and `网民`.
    pub fn leading<'t>(&self, text: &'t str) -> Option<(String, &'t str)> {
        let (from, rest) = digits(text)?;
        let (code, rest) = match rest.strip_prefix(['-', '–', '—', '~', '～', '至', '到']) {
            Some(rest) => {
                let (to, rest) = digits(rest)?;
                let rest = rest.strip_prefix(self.unit)?;
                (format!("{from}-{to}"), rest)
            }
            None => self.open(from, rest.strip_prefix(self.unit)?)?,
        };
        let noun = self.nouns.iter().filter(|noun| rest.starts_with(*noun));
        let length = noun.map(|noun| noun.len()).max().unwrap_or(0);
        Some((code, &rest[length..]))
    }

    /// 60 岁及以上 is `60+`, 6 岁以下 is `0-5`.
    fn open<'t>(&self, bound: u32, rest: &'t str) -> Option<(String, &'t str)> {
        let strip = |words: [&str; 2]| words.iter().find_map(|word| rest.strip_prefix(word));
        if let Some(rest) = strip(["及以上", "以上"]) {
            return Some((format!("{bound}+"), rest));
        }
        if let Some(rest) = strip(["及以下", "(含)以下"]) {
            return Some((format!("0-{bound}"), rest));
        }
        let rest = strip(["以下", "及下"])?;
        Some((format!("0-{}", bound.checked_sub(1)?), rest))
    }

    /// A band as it is printed: `15-24岁`.
    pub fn name(&self, code: &str) -> Option<String> {
        let unit = &self.unit;
        if let Some(bound) = code.strip_suffix('+') {
            return Some(format!("{bound}{unit}及以上"));
        }
        code.contains('-').then(|| format!("{code}{unit}"))
    }
}

fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_are_codes() {
        let bands = Bands {
            unit: "岁",
            nouns: vec!["群体", "年龄段"],
        };
        let cases = [
            ("15-24岁网民", Some(("15-24", "网民"))),
            ("60岁及以上群体网民", Some(("60+", "网民"))),
            ("18岁以下年龄段", Some(("0-17", ""))),
            ("10岁及以下", Some(("0-10", ""))),
            ("0岁以下", None),
            ("24岁", None),
            ("15-24个", None),
        ];
        for (text, expected) in cases {
            let found = bands.leading(text);
            let found = found.as_ref().map(|(code, rest)| (code.as_str(), *rest));
            assert_eq!(found, expected, "{text}");
        }
    }
}
