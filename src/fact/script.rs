//! What is printed in a script or language whose sentences are not read.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use crate::catalog::wording;
use crate::logical::is_han;

/// What a text is printed in when no facts can be read of it: its words are not those of
/// the catalog, and what digits and signs alone say would be wrong.
///
/// Forced by `fixtures/other-scripts`.
pub fn unread(text: &str) -> Option<&'static str> {
    if is_traditional(text) {
        return Some("traditional characters");
    }
    is_english(text).then_some("English")
}

/// The characters that one of the scripts may have alone.
const CHARACTERS: RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// The place of a character among them.
fn place(c: char) -> Option<usize> {
    (c as usize).checked_sub(*CHARACTERS.start() as usize)
}

/// Whether more characters are of the traditional script alone than of the simplified.
fn is_traditional(text: &str) -> bool {
    const FEWEST: usize = 2;
    static SCRIPTS: LazyLock<Vec<i8>> = LazyLock::new(|| {
        let mut scripts = vec![0; CHARACTERS.clone().count()];
        let words = wording();
        for (characters, script) in [(&words.traditional, 1), (&words.simplified, -1)] {
            for c in characters.chars() {
                if let Some(slot) = place(c).and_then(|at| scripts.get_mut(at)) {
                    *slot = script;
                }
            }
        }
        scripts
    });
    let (mut traditional, mut simplified) = (0, 0);
    for c in text.chars().filter(|c| is_han(*c)) {
        match place(c).and_then(|at| SCRIPTS.get(at)) {
            Some(1) => traditional += 1,
            Some(-1) => simplified += 1,
            _ => {}
        }
    }
    traditional >= FEWEST && traditional > simplified
}

/// Whether a text is of Latin words alone.
fn is_english(text: &str) -> bool {
    const FEWEST: usize = 4;
    if text.contains(is_han) {
        return false;
    }
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| word.len() > 1).take(FEWEST).count() == FEWEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_scripts_are_told() {
        let cases = [
            ("網民規模達9.89億", Some("traditional characters")),
            ("我國域名總數為 3302 萬個", Some("traditional characters")),
            ("Internet users reached 989 million.", Some("English")),
            ("我国网民规模达9.89亿", None),
            // A name within a sentence.
            ("我国网民规模达9.89亿，“臺灣網”用户数为3万", None),
            ("IPv6 Web 2.0", None),
            ("18.9%", None),
        ];
        for (text, expected) in cases {
            assert_eq!(unread(text), expected, "{text}");
        }
    }
}
