//! Lists of words, none of them empty, in a text that is no longer than a line.
//!
//! A clause is asked for hundreds of words: what
//! `str::find` prepares for each of them would cost more than to look.

use std::ops::Deref;
use std::slice;

use serde::Deserialize;

/// Words that texts are asked for again and again. At most places none of them can
/// begin or end, which one look at a set tells.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words {
    words: Vec<String>,
    /// What they begin with.
    firsts: u64,
    /// What they end with.
    lasts: u64,
}

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Words {
        let set =
            |of: fn(&[u8]) -> u64| words.iter().fold(0, |set, word| set | of(word.as_bytes()));
        Words {
            firsts: set(first),
            lasts: set(last),
            words,
        }
    }
}

impl Deref for Words {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.words
    }
}

impl<'w> IntoIterator for &'w Words {
    type Item = &'w String;
    type IntoIter = slice::Iter<'w, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.words.iter()
    }
}

impl Words {
    /// Where the first of them begins in a text.
    pub fn find(&self, text: &str) -> Option<usize> {
        find_any(text, &self.words, self.firsts)
    }

    /// Whether any of them stands in a text.
    pub fn are_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether a text begins with one of them.
    pub fn begin(&self, text: &str) -> bool {
        self.may_begin(text)
            && self
                .words
                .iter()
                .any(|word| is_at(text.as_bytes(), 0, word))
    }

    /// Whether a text ends with one of them.
    pub fn end(&self, text: &str) -> bool {
        self.may_end(text) && self.words.iter().any(|word| text.ends_with(word.as_str()))
    }

    /// A text without the first of them that it begins with.
    pub fn strip_prefix<'t>(&self, text: &'t str) -> Option<&'t str> {
        let strip = |word: &String| text.strip_prefix(word.as_str());
        self.may_begin(text)
            .then(|| self.words.iter().find_map(strip))
            .flatten()
    }

    /// A text without the first of them that it ends with.
    pub fn strip_suffix<'t>(&self, text: &'t str) -> Option<&'t str> {
        let strip = |word: &String| text.strip_suffix(word.as_str());
        self.may_end(text)
            .then(|| self.words.iter().find_map(strip))
            .flatten()
    }

    /// Whether a text may begin with one of them: most begin with none, and need not
    /// be compared.
    pub fn may_begin(&self, text: &str) -> bool {
        self.firsts & first(text.as_bytes()) != 0
    }

    /// Whether a text may end with one of them; most end with none.
    pub fn may_end(&self, text: &str) -> bool {
        self.lasts & last(text.as_bytes()) != 0
    }

    /// Whether a text is one of them.
    pub fn has(&self, text: &str) -> bool {
        self.words.iter().any(|word| word == text)
    }
}

/// Where the first of some words begins.
pub fn find<W: AsRef<str>>(text: &str, words: &[W]) -> Option<usize> {
    let firsts = words.iter().map(|word| first(word.as_ref().as_bytes()));
    find_any(text, words, firsts.fold(0, |set, first| set | first))
}

fn find_any<W: AsRef<str>>(text: &str, words: &[W], firsts: u64) -> Option<usize> {
    let text = text.as_bytes();
    let begins = |at: usize| words.iter().any(|word| is_at(text, at, word.as_ref()));
    (0..text.len()).find(|&at| is_start(text[at]) && firsts & first(&text[at..]) != 0 && begins(at))
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

/// A set of one: in what the first characters of texts differ if they are Chinese,
/// their third byte. A text too short to have it may begin with any.
fn first(text: &[u8]) -> u64 {
    match text {
        [_, _, third, ..] => 1 << (third & 0x3f),
        _ => u64::MAX,
    }
}

/// The same of their last characters.
fn last(text: &[u8]) -> u64 {
    text.last().map_or(u64::MAX, |last| 1 << (last & 0x3f))
}

/// Whether a byte begins a character.
fn is_start(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

fn is_at(text: &[u8], at: usize, word: &str) -> bool {
    let (rest, word) = (&text[at..], word.as_bytes());
    // Chinese words differ in the last byte of their first character, if at all.
    match (word, rest) {
        ([_, _, own, ..], [_, _, other, ..]) if own != other => false,
        _ => rest.starts_with(word),
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
        let known = Words::from(words.map(str::to_owned).to_vec());
        for text in texts {
            let first = words.iter().filter_map(|word| text.find(word)).min();
            assert_eq!(find(text, &words), first, "{text}");
            assert_eq!(has(text, &words), first.is_some(), "{text}");
            assert_eq!(known.find(text), first, "{text}");
            let begins = words.iter().any(|word| text.starts_with(word));
            assert_eq!(known.begin(text), begins, "{text}");
            let ends = words.iter().any(|word| text.ends_with(word));
            assert_eq!(known.end(text), ends, "{text}");
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
