//! Lists of words, none of them empty, in a text that is no longer than a line.
//!
//! A clause is asked for hundreds of words: what
//! `str::find` prepares for each of them would cost more than to look.

/// Where the first of some words begins.
pub fn find<W: AsRef<str>>(text: &str, words: &[W]) -> Option<usize> {
    let text = text.as_bytes();
    // At most places none of them can begin: those are told by one look at a set.
    let first = words
        .iter()
        .fold(0, |set, word| set | first_set(word.as_ref().as_bytes()));
    let begins = |at: usize| words.iter().any(|word| is_at(text, at, word.as_ref()));
    (0..text.len())
        .find(|&at| is_start(text[at]) && first & first_set(&text[at..]) != 0 && begins(at))
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
fn first_set(text: &[u8]) -> u64 {
    match text {
        [_, _, third, ..] => 1 << (third & 0x3f),
        _ => u64::MAX,
    }
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
        for text in texts {
            let first = words.iter().filter_map(|word| text.find(word)).min();
            assert_eq!(find(text, &words), first, "{text}");
            assert_eq!(has(text, &words), first.is_some(), "{text}");
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
