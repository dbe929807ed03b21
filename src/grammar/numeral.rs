//! Ordinals as headings, titles and labels number things.

use crate::document::number::is_digit;

/// The value of `12`, `１２`, `十二` or `一百零二`; `None` for anything else.
pub fn ordinal(text: &str) -> Option<u32> {
    if text.chars().all(is_digit) {
        return whole(text);
    }
    let (mut sum, mut digit) = (0, None);
    for c in text.chars() {
        let unit = match c {
            '百' => 100,
            '十' => 10,
            '零' | '〇' => continue,
            _ => {
                let place = "一二三四五六七八九".chars().position(|d| d == c)?;
                if digit.replace(place as u32 + 1).is_some() {
                    return None;
                }
                continue;
            }
        };
        sum += digit.take().unwrap_or(1) * unit;
    }
    Some(sum + digit.unwrap_or(0)).filter(|&value| value > 0)
}

/// Whether a character may be of an ordinal.
pub fn may_have(c: char) -> bool {
    is_han(c) || matches!(c, '零' | '〇') || is_digit(c)
}

/// Whether a character is a numeral in Han, as headings and captions are numbered with.
pub fn is_han(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百'
    )
}

/// The value of digits, full-width ones as well; `None` where none are, or too many.
pub fn whole(digits: &str) -> Option<u32> {
    let mut digits = digits.chars().peekable();
    digits.peek()?;
    digits.try_fold(0u32, |value, digit| {
        let digit = half_width_digit(digit).to_digit(10)?;
        value.checked_mul(10)?.checked_add(digit)
    })
}

/// The text with full-width digits made half-width.
pub fn half_width(text: &str) -> String {
    text.chars().map(half_width_digit).collect()
}

/// The same of a character.
pub fn half_width_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_read() {
        let cases = [
            ("55", Some(55)),
            ("５５", Some(55)),
            ("五", Some(5)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("五十五", Some(55)),
            ("一百零二", Some(102)),
            ("五五", None),
            ("", None),
            ("几", None),
        ];
        for (text, value) in cases {
            assert_eq!(ordinal(text), value, "{text}");
        }
    }
}
