//! Lists of words, none of them empty, in a text that is no longer than a line.
//!
//! A clause is asked for hundreds of words: what
//! `str::find` prepares for each of them would cost more than to look.

use std::iter;
use std::ops::Deref;
use std::slice;

use serde::Deserialize;

/// Words that texts are asked for again and again. Only those that begin or end with
/// the character that a text begins or ends with are compared with it.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<&'static str>", bound(deserialize = "'de: 'static"))]
pub struct Words {
    words: Vec<&'static str>,
    // Boxed, as the catalog has hundreds of lists side by side, which are read on the stack of a
    // thread.
    by_first: Box<Chains>,
    by_last: Box<Chains>,
    beginnings: Beginnings,
}

/// What the first characters of words have in them, a bit for each of their keys.
#[derive(Debug, Default)]
struct Beginnings {
    first: u64,
    middle: u64,
}

impl Beginnings {
    fn new<W: AsRef<str>>(words: &[W]) -> Beginnings {
        let mut beginnings = Beginnings::default();
        for word in words {
            beginnings.first |= 1 << first(word.as_ref().as_bytes());
            beginnings.middle |= 1 << middle(word.as_ref().as_bytes());
        }
        beginnings
    }

    /// Where in a text one of the words may begin: most characters begin none.
    fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let mut next = 0;
        iter::from_fn(move || {
            while next < bytes.len() {
                let (at, rest) = (next, &bytes[next..]);
                next += length(rest[0]);
                if self.first >> first(rest) & 1 != 0 && self.middle >> middle(rest) & 1 != 0 {
                    return Some(at);
                }
            }
            None
        })
    }
}

/// The places of words in their list, linked by a key of theirs.
#[derive(Debug)]
struct Chains {
    /// The first with each key.
    first: [u16; KEYS],
    /// The next with the same key as each.
    next: Vec<u16>,
}

/// In what characters differ if they are Chinese: the low bits of their last byte.
const KEYS: usize = 64;

/// Where a chain ends.
const END: u16 = u16::MAX;

impl Chains {
    fn new(words: &[&str], key: fn(&[u8]) -> usize) -> Chains {
        let mut chains = Chains {
            first: [END; KEYS],
            next: vec![END; words.len()],
        };
        for (at, word) in words.iter().enumerate().rev() {
            let first = &mut chains.first[key(word.as_bytes())];
            let at_short = u16::try_from(at).expect("a list of words is no longer than this");
            chains.next[at] = std::mem::replace(first, at_short);
        }
        chains
    }

    /// The places of the words with a key, in order.
    fn places(&self, key: usize) -> impl Iterator<Item = usize> {
        let existing = |at: u16| (at != END).then_some(usize::from(at));
        iter::successors(existing(self.first[key]), move |at| {
            existing(self.next[*at])
        })
    }
}

impl From<Vec<&'static str>> for Words {
    fn from(words: Vec<&'static str>) -> Words {
        Words {
            by_first: Box::new(Chains::new(&words, first)),
            by_last: Box::new(Chains::new(&words, last)),
            beginnings: Beginnings::new(&words),
            words,
        }
    }
}

impl Deref for Words {
    type Target = [&'static str];

    fn deref(&self) -> &[&'static str] {
        &self.words
    }
}

impl<'w> IntoIterator for &'w Words {
    type Item = &'w &'static str;
    type IntoIter = slice::Iter<'w, &'static str>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.iter()
    }
}

impl Words {
    /// Where the first of them begins in a text.
    pub fn find(&self, text: &str) -> Option<usize> {
        let mut places = self.beginnings.places(text);
        places.find(|&at| self.begin(&text[at..]))
    }

    /// Whether any of them stands in a text.
    pub fn are_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Those that a text begins with and their places in the list, in order.
    pub fn beginning<'w>(&'w self, text: &'w str) -> impl Iterator<Item = (usize, &'w str)> {
        let same = self.by_first.places(first(text.as_bytes()));
        let same = same.map(|at| (at, self.words[at]));
        same.filter(|(_, word)| is_at(text.as_bytes(), 0, word))
    }

    /// Those that a text ends with and their places in the list, in order.
    pub fn ending<'w>(&'w self, text: &'w str) -> impl Iterator<Item = (usize, &'w str)> {
        let same = self.by_last.places(last(text.as_bytes()));
        let same = same.map(|at| (at, self.words[at]));
        same.filter(|(_, word)| is_end(text.as_bytes(), word.as_bytes()))
    }

    /// Whether a text begins with one of them.
    pub fn begin(&self, text: &str) -> bool {
        self.beginning(text).next().is_some()
    }

    /// Whether a text ends with one of them.
    pub fn end(&self, text: &str) -> bool {
        self.ending(text).next().is_some()
    }

    /// A text without the first of them that it begins with.
    pub fn strip_prefix<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (_, word) = self.beginning(text).next()?;
        Some(&text[word.len()..])
    }

    /// A text without the first of them that it ends with.
    pub fn strip_suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (_, word) = self.ending(text).next()?;
        Some(&text[..text.len() - word.len()])
    }

    /// Whether a text is one of them.
    pub fn has(&self, text: &str) -> bool {
        self.beginning(text).any(|(_, word)| word == text)
    }
}

/// A text without a word that it begins with, which most do not.
pub fn strip_prefix<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    is_at(text.as_bytes(), 0, word).then(|| &text[word.len()..])
}

/// Where the first of some words begins.
pub fn find<W: AsRef<str>>(text: &str, words: &[W]) -> Option<usize> {
    let beginnings = Beginnings::new(words);
    let is_any = |at: usize| {
        let mut words = words.iter();
        words.any(|word| is_at(text.as_bytes(), at, word.as_ref()))
    };
    beginnings.places(text).find(|&at| is_any(at))
}

/// Where the last place of a word begins.
pub fn find_last(text: &str, word: &str) -> Option<usize> {
    let text = text.as_bytes();
    let last = text.len().checked_sub(word.len())?;
    (0..=last).rev().find(|&at| is_at(text, at, word))
}

/// What stands before and behind the last place of a word.
pub fn split_last<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let at = find_last(text, word)?;
    Some((&text[..at], &text[at + word.len()..]))
}

/// Whether any of some words stands anywhere.
pub fn has<W: AsRef<str>>(text: &str, words: &[W]) -> bool {
    find(text, words).is_some()
}

/// The key of the first character of a text.
fn first(text: &[u8]) -> usize {
    let byte = match text {
        [byte @ ..0x80, ..] | [0x80..0xe0, byte, ..] | [_, _, byte, ..] => *byte,
        _ => 0,
    };
    usize::from(byte) % KEYS
}

/// The key of the last character of a text.
fn last(text: &[u8]) -> usize {
    usize::from(text.last().copied().unwrap_or(0)) % KEYS
}

/// The same of the byte before, of a Chinese character.
fn middle(text: &[u8]) -> usize {
    match text {
        [0xe0..=0xff, byte, ..] => usize::from(*byte) % KEYS,
        _ => 0,
    }
}

/// How many bytes the character has that begins with one.
fn length(byte: u8) -> usize {
    match byte {
        0x00..=0xbf => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xff => 4,
    }
}

fn is_at(text: &[u8], at: usize, word: &str) -> bool {
    let (rest, word) = (&text[at..], word.as_bytes());
    // Chinese words differ in the last bytes of their first character, if at all.
    match (word, rest) {
        ([_, a, b, ..], [_, c, d, ..]) if (a, b) != (c, d) => false,
        _ => rest.starts_with(word),
    }
}

fn is_end(text: &[u8], word: &[u8]) -> bool {
    // The same of their last character.
    match (word, text) {
        ([.., a, b], [.., c, d]) if (a, b) != (c, d) => false,
        _ => text.ends_with(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_the_library_finds_them() {
        let words = ["增长", "较", "a", "长率", "增长率高", "，", "é"];
        let texts = [
            "",
            "增",
            "较增长率",
            "增长较快，较a",
            "aa率",
            "长",
            "é增长率高",
            "同比",
        ];
        let known = Words::from(words.to_vec());
        for text in texts {
            let first = words.iter().filter_map(|word| text.find(word)).min();
            assert_eq!(find(text, &words), first, "{text}");
            assert_eq!(has(text, &words), first.is_some(), "{text}");
            assert_eq!(known.find(text), first, "{text}");
            let begins = words.iter().any(|word| text.starts_with(word));
            assert_eq!(known.begin(text), begins, "{text}");
            let ends = words.iter().any(|word| text.ends_with(word));
            assert_eq!(known.end(text), ends, "{text}");
            let strip = |word: &&str| text.strip_prefix(*word);
            assert_eq!(
                known.strip_prefix(text),
                words.iter().find_map(strip),
                "{text}"
            );
            let strip = |word: &&str| text.strip_suffix(*word);
            assert_eq!(
                known.strip_suffix(text),
                words.iter().find_map(strip),
                "{text}"
            );
            assert_eq!(known.has(text), words.contains(&text), "{text}");
            for word in words {
                assert_eq!(find_last(text, word), text.rfind(word), "{text} {word}");
                assert_eq!(
                    split_last(text, word),
                    text.rsplit_once(word),
                    "{text} {word}"
                );
            }
        }
    }
}
