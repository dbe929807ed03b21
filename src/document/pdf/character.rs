//! What a code point that a file gives for a glyph is worth.

use unicode_normalization::UnicodeNormalization;

use super::page::Unicode;

/// What a glyph says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// White space, which a page does not keep.
    Space,
    /// Characters.
    Text(Unicode),
}

/// The meaning of characters that a file gives; `None` when they say nothing, as
/// U+FFFD, control characters and private ones do.
pub fn meaning(characters: impl IntoIterator<Item = char>) -> Option<Meaning> {
    let mut text = String::new();
    let mut is_space = false;
    for c in characters {
        if c.is_whitespace() || is_invisible(c) {
            is_space = true;
        } else if is_void(c) {
            return None;
        } else {
            push_plain(c, &mut text);
        }
    }
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => Some(Meaning::Text(Unicode::Char(c))),
        (Some(_), Some(_)) => Some(Meaning::Text(Unicode::Chars(text.into()))),
        (None, _) => is_space.then_some(Meaning::Space),
    }
}

/// Marks that show nothing: joiners, direction marks, a byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Code points that stand for no character of their own.
fn is_void(c: char) -> bool {
    c.is_control() || matches!(c, '\u{FFF0}'..='\u{FFFF}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// Adds the character that a writer would have typed. Producers take the glyph
/// of 一 for the radical ⼀ and that of 女 for its compatibility twin; nobody
/// writes those. Width and raise (１, ²) are the author's and stay.
fn push_plain(c: char, text: &mut String) {
    match c {
        // A hyphen that a line break made visible.
        '\u{AD}' => text.push('-'),
        // Kangxi radicals, compatibility ideographs, ligatures, mathematical digits.
        '\u{2F00}'..='\u{2FD5}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{2F800}'..='\u{2FA1F}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{1D7CE}'..='\u{1D7FF}' => text.extend(std::iter::once(c).nfkc()),
        '\u{2E80}'..='\u{2EF3}' => text.push(radical(c)),
        _ => text.push(c),
    }
}

/// The ideograph that a radical of the supplement is drawn like, as
/// EquivalentUnifiedIdeograph.txt of Unicode lists those that are words.
fn radical(c: char) -> char {
    const WORDS: [(char, char); 37] = [
        ('⺁', '厂'),
        ('⺋', '㔾'),
        ('⺟', '母'),
        ('⺠', '民'),
        ('⺩', '王'),
        ('⺫', '目'),
        ('⺬', '示'),
        ('⺼', '肉'),
        ('⻁', '虎'),
        ('⻃', '覀'),
        ('⻄', '西'),
        ('⻅', '见'),
        ('⻆', '角'),
        ('⻉', '贝'),
        ('⻋', '车'),
        ('⻑', '長'),
        ('⻓', '长'),
        ('⻔', '门'),
        ('⻗', '雨'),
        ('⻘', '青'),
        ('⻙', '韦'),
        ('⻚', '页'),
        ('⻛', '风'),
        ('⻜', '飞'),
        ('⻝', '食'),
        ('⻢', '马'),
        ('⻣', '骨'),
        ('⻤', '鬼'),
        ('⻥', '鱼'),
        ('⻦', '鸟'),
        ('⻧', '卤'),
        ('⻨', '麦'),
        ('⻩', '黄'),
        ('⻬', '齐'),
        ('⻮', '齿'),
        ('⻰', '龙'),
        ('⻳', '龟'),
    ];
    WORDS
        .binary_search_by_key(&c, |(radical, _)| *radical)
        .map_or(c, |at| WORDS[at].1)
}

/// The bullets of a pictorial font by their codes; such a font has no
/// letters, whatever its encoding says.
pub fn pictogram(font: &str, code: u32) -> Option<char> {
    const WINGDINGS: [(u32, char); 22] = [
        (0x6C, '●'),
        (0x6D, '❍'),
        (0x6E, '■'),
        (0x6F, '□'),
        (0x71, '❑'),
        (0x72, '❒'),
        (0x73, '⬧'),
        (0x74, '⧫'),
        (0x75, '◆'),
        (0x76, '❖'),
        (0x9E, '·'),
        (0x9F, '•'),
        (0xA1, '○'),
        (0xA7, '▪'),
        (0xA8, '◻'),
        (0xD8, '➢'),
        (0xDF, '←'),
        (0xE0, '→'),
        (0xE8, '➔'),
        (0xF0, '⇨'),
        (0xFB, '✗'),
        (0xFC, '✓'),
    ];
    const SYMBOL: [(u32, char); 1] = [(0xB7, '•')];
    let table: &[_] = if font.contains("Wingdings") {
        &WINGDINGS
    } else if font.contains("Symbol") {
        &SYMBOL
    } else {
        return None;
    };
    let at = table.binary_search_by_key(&(code & 0xFF), |(code, _)| *code);
    at.ok().map(|at| table[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(characters: &str) -> Option<String> {
        meaning(characters.chars()).map(|meaning| match meaning {
            Meaning::Space => " ".to_owned(),
            Meaning::Text(Unicode::Char(c)) => c.to_string(),
            Meaning::Text(Unicode::Chars(text)) => text.into(),
            Meaning::Text(Unicode::Unknown) => "?".to_owned(),
        })
    }

    #[test]
    fn characters_are_as_a_writer_types_them() {
        let cases = [
            ("a radical", "\u{2F00}", "一"),
            ("a radical of the supplement", "\u{2EA0}", "民"),
            ("a radical that is no word", "\u{2E85}", "\u{2E85}"),
            ("a compatibility ideograph", "\u{F981}", "女"),
            ("a ligature", "\u{FB01}", "fi"),
            ("a soft hyphen", "\u{AD}", "-"),
            ("a full-width digit", "１", "１"),
            ("a superscript", "²", "²"),
            ("a unit in one character", "㎡", "㎡"),
            ("an ideographic space", "\u{3000}", " "),
            ("a letter with a joiner", "a\u{200D}", "a"),
        ];
        for (name, given, expected) in cases {
            assert_eq!(text(given).as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn what_stands_for_no_character_says_nothing() {
        for given in [
            "\u{FFFD}",
            "\u{E123}",
            "\u{0}",
            "\u{F0000}",
            "1\u{FFFD}",
            "",
        ] {
            assert_eq!(text(given), None, "{given:?}");
        }
    }

    #[test]
    fn bullets_of_pictorial_fonts() {
        assert_eq!(pictogram("Wingdings-Regular", 0x75), Some('◆'));
        assert_eq!(pictogram("Wingdings", 0xF0D8), Some('➢'));
        assert_eq!(pictogram("SymbolMT", 0xB7), Some('•'));
        assert_eq!(pictogram("SimSun", 0x75), None);
        assert_eq!(pictogram("Wingdings", 0x41), None);
    }
}
