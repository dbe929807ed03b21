//! Characters that a text prints wider than they are meant: letters and digits of full
//! width, and blanks between all characters of a line.

use crate::document::number::is_digit;
use crate::logical::is_han;

/// The letter or digit that one of full width is. Signs between such digits or letters
/// belong to them: `１．６`, `６９，１４８`, `块／３２`, `．ＣＮ`; others stay as printed.
///
/// Forced by `fixtures/full-width-words`.
pub(super) fn half(before: Option<char>, rest: &str) -> Option<char> {
    let mut characters = rest.chars();
    let c = characters.next()?;
    let half = |c: char| char::from_u32(c as u32 - '！' as u32 + u32::from('!'));
    let next = characters.next();
    let is_wide_digit = |c: Option<char>| c.is_some_and(|c| ('０'..='９').contains(&c));
    let is_behind_digit = before.is_some_and(|c| c.is_ascii_digit());
    let is_meant = match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => true,
        '／' => is_wide_digit(next),
        '－' | '：' | '～' => is_behind_digit && is_wide_digit(next),
        '．' => {
            is_behind_digit && is_wide_digit(next)
                || !is_behind_digit && next.is_some_and(is_wide_letter)
        }
        '，' => {
            let mut behind = rest.chars().skip(1);
            let groups = behind.by_ref().take_while(|c| is_digit(*c)).count() == 3;
            is_behind_digit && is_wide_digit(next) && groups
        }
        _ => false,
    };
    if is_meant { half(c) } else { None }
}

fn is_wide_letter(c: char) -> bool {
    matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Whether one blank parts all characters of a text, those beside signs aside, so that
/// none of them parts words.
///
/// Forced by `fixtures/blanks-between-characters`.
pub(super) fn is_spaced(text: &str) -> bool {
    const FEWEST: usize = 4;
    // Han is told without asking a table.
    let is_sign = |c: char| !matches!(c, '\u{4e00}'..='\u{9fa5}') && !c.is_alphanumeric();
    let mut characters = text.chars().peekable();
    let (mut han, mut digits, mut signs, mut blanks) = (0, 0, 0, 0);
    while let Some(c) = characters.next() {
        han += usize::from(is_han(c));
        digits += usize::from(is_digit(c));
        signs += usize::from(matches!(c, '.' | ',' | '%' | '，' | '．' | '％'));
        let Some(&next) = characters.peek() else {
            break;
        };
        if next == ' ' {
            characters.next();
            blanks += 1;
            if characters.peek().is_some_and(|c| c.is_whitespace()) {
                return false;
            }
        } else if !is_sign(c) && !is_sign(next) {
            return false;
        }
    }
    // `1 2` may be two numbers, `1 2 . 3` is one.
    blanks >= FEWEST && (han >= FEWEST || digits > 1 && digits + signs > 3 && signs > 0 && han == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_full_width_are_words() {
        let cases = [
            ("ＩＰｖ６", "IPv6"),
            ("块／３２，较", "块/32，较"),
            ("１．６％；“．ＣＮ”", "1.6％；“.CN”"),
            ("６９，１４８个", "69,148个"),
            ("２０２３，２０２４", "2023，2024"),
            ("２０２３．１２－２０２４．１２", "2023.12-2024.12"),
            ("网民：１１亿，其中", "网民：11亿，其中"),
        ];
        for (text, expected) in cases {
            let mut found = String::new();
            for (at, c) in text.char_indices() {
                let before = found.chars().next_back();
                found.push(half(before, &text[at..]).unwrap_or(c));
            }
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn blanks_between_all_characters_part_no_words() {
        for text in [
            "网 民 规 模 达 1 1 . 0 8 亿 人 。",
            "截 至 2 0 2 4 年，我 国",
            "1 0 8 , 1 0 0",
            "9 7 . 6 %",
        ] {
            assert!(is_spaced(text), "{text}");
        }
        for text in [
            "网 民 规 模  达",
            "1 2 3 4 5",
            "网民 规模 达 1 亿",
            "IP v 6 地 址 数 量",
            "A B C D E F",
        ] {
            assert!(!is_spaced(text), "{text}");
        }
    }
}
