//! Numbers that a scan or a typesetter broke: what they count is read, their value is
//! not.

use crate::catalog::{units, wording};
use crate::document::number::is_digit;
use crate::grammar::blank::is_measured;
use crate::grammar::{number, quantity};
use crate::logical::is_han;
use quantity::Quantity;

/// Whether a broken number may begin with a character.
pub fn may_begin(c: char) -> bool {
    is_digit(c) || is_alike(c)
}

/// The broken number at the start of `rest` and its length: `1O.32 亿`, `4l8 万个`,
/// `73 . 0`, `3 350 亿`. `None` for it where nothing is said to be counted: `2O21 年`.
///
/// Forced by `fixtures/broken-numbers`.
pub fn leading<'t>(before: &str, rest: &'t str) -> Option<(Option<Quantity<'t>>, usize)> {
    if !rest.starts_with(may_begin) || is_inside(before) {
        return None;
    }
    let token = &rest[..token(rest)];
    let has_letter = token.contains(is_letter);
    let length = match has_letter {
        true => Some(token.len()).filter(|_| has_letters_for_digits(token, &rest[token.len()..])),
        false => apart(before, rest)
            .or_else(|| parted(before, rest))
            .or_else(|| beheaded(before, rest)),
    }?;
    let behind = &rest[length..];
    if is_date(behind) {
        return Some((None, length));
    }
    let (quantity, after) = quantity::broken(behind);
    Some((Some(quantity), rest.len() - after.len()))
}

/// The unit behind digits that end in something else, `2.了%`, `6.49 億`, and what
/// follows it.
pub fn behind(rest: &str) -> Option<(Quantity<'_>, &str)> {
    let lost = rest.strip_prefix(['.', '．']).and_then(|rest| {
        let next = rest.chars().next()?;
        let behind = &rest[next.len_utf8()..];
        let lost = Some(behind).filter(|_| has_lost(rest));
        Some(rest).filter(|rest| is_counted(rest)).or(lost)
    });
    let behind = lost.unwrap_or(rest.trim_start_matches([' ', '億', '萬']));
    let (quantity, after) = quantity::broken(behind);
    let is_measured = quantity.unit.printed().is_some() || behind.len() < rest.trim_start().len();
    is_measured.then_some((quantity, after))
}

/// Whether a multiplier that is none of ours follows, or a point without digits: 6.49 億 is
/// no 6.49, 50.万台 no 50.
pub fn is_cut_short(after: &str) -> bool {
    let point = after.strip_prefix(['.', '．']);
    // 18.5.2 is neither 18.5 nor a version.
    let goes_on = |behind: &str| behind.starts_with(is_digit);
    let is_lost = |behind: &str| is_counted(behind) || has_lost(behind) || goes_on(behind);
    after.trim_start().starts_with(['億', '萬']) || point.is_some_and(is_lost)
}

/// Whether a unit that only numbers have stands behind one character: 18.了个百分点.
fn has_lost(behind: &str) -> bool {
    let mut behind = behind.chars();
    let is_other = behind.next().is_some_and(|c| !is_digit(c));
    let behind = behind.as_str();
    is_other && (behind.starts_with(['%', '％', '万', '亿']) || behind.starts_with("个百分点"))
}

/// Whether a percent sign, a multiplier or a unit stands at the start.
fn is_counted(behind: &str) -> bool {
    let is_word = || units().word(behind).is_some() && !wording().behind_numbers.begin(behind);
    units().multiplier(behind).0 > 0 || is_word()
}

/// 18·52 万, 12□05 万, 21..85 万, 18:52 万: the length of digits that a sign parts which no
/// number has.
fn parted(before: &str, rest: &str) -> Option<usize> {
    const SIGNS: &str = "·•□■?？'’`〇了";
    let digits = |text: &str| text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let first = digits(rest);
    let behind = &rest[first..];
    let next = behind.chars().next().filter(|_| first > 0)?;
    let last = behind[next.len_utf8()..].trim_start_matches('.');
    let is_sign = match next {
        '.' => behind.starts_with(".."),
        // 15，02 万; but 1:5 万 is a scale, 比为 3:1 万 a ratio.
        '，' => last.starts_with('0'),
        ':' => &rest[..first] != "1" && !before.ends_with("比为") && !before.ends_with('比'),
        sign => SIGNS.contains(sign),
    };
    let end = last
        .find(|c| !(is_digit(c) || c == '.'))
        .unwrap_or(last.len());
    let is_amount = last.starts_with(is_digit) && is_counted(last[end..].trim_start());
    let is_amount = is_amount && (next != ':' || units().multiplier(&last[end..]).0 > 0);
    (is_sign && is_amount).then(|| rest.len() - last.len() + end)
}

/// 达.05 万台: the length of digits whose whole part is lost.
fn beheaded(before: &str, rest: &str) -> Option<usize> {
    let is_lost = before
        .strip_suffix(['.', '．'])
        .is_some_and(|before| before.ends_with(is_han));
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let is_amount = rest.starts_with('0') && end > 1 && is_counted(&rest[end..]);
    (is_lost && is_amount).then_some(end)
}

/// Whether what stands before is a part of the same word.
fn is_inside(before: &str) -> bool {
    before.trim_end_matches(['.', ',']).ends_with(is_part)
}

/// The length of the letters and digits at the start, with points and commas between
/// them.
fn token(rest: &str) -> usize {
    let mut end = 0;
    while let Some(c) = rest[end..].chars().next() {
        let next = &rest[end + c.len_utf8()..];
        if !(is_part(c) || matches!(c, '.' | ',') && next.starts_with(is_part)) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Whether letters stand for digits in a token: it is a number but for them, and counts
/// something. 4K, 20A, B2B, 5G and v3.0 are names.
fn has_letters_for_digits(token: &str, behind: &str) -> bool {
    let shape: String = token
        .chars()
        .map(|c| if is_letter(c) { '0' } else { c })
        .collect();
    if !number::leading(&shape).is_some_and(|(_, rest)| rest.is_empty()) {
        return false;
    }
    let letters = || token.chars().filter(|c| is_letter(*c));
    let digits = token.chars().filter(|c| is_digit(*c)).count();
    let has_point = token.contains('.');
    let begins = token.starts_with(is_digit);
    let is_between = begins && token.ends_with(is_digit);
    let are_alike = letters().all(is_alike);
    let are_near = letters().all(|c| is_alike(c) || matches!(c, 'S' | 's' | 'Z' | 'z' | 'B' | 'g'));
    // O2O, I/O: of several letters the first is of a name.
    let is_led = !begins && letters().count() == 1 && digits > 0;
    let behind = behind.trim_start();
    let behind = behind.strip_prefix(['多', '余']).unwrap_or(behind);
    if units().multiplier(behind).0 > 0 || behind.starts_with(['%', '％']) {
        // 7x24, 3X4
        let is_one = letters().count() == 1 && !letters().any(|c| matches!(c, 'x' | 'X'));
        let is_last = begins && has_point && are_near;
        return are_alike && (begins || is_led) || is_between && (are_near || is_one) || is_last;
    }
    if is_date(behind) {
        return is_between && are_near;
    }
    if units().word(behind).is_some() {
        let is_long = token.chars().count() > 2 || has_point;
        return are_alike && (begins && is_long || is_led && has_point) || is_between && are_near;
    }
    has_point && is_between && are_alike
}

fn is_date(behind: &str) -> bool {
    let behind = behind.trim_start();
    behind.starts_with(['年', '日', '号'])
        || behind.starts_with('月') && !behind.starts_with("月活")
}

/// The length of digits that blanks part, or that stand apart from their point.
/// Chinese text never sets two numbers beside each other.
fn apart(before: &str, rest: &str) -> Option<usize> {
    let digits = |text: &str| text.find(|c| !is_digit(c)).unwrap_or(text.len());
    if !before.trim_end().ends_with(is_han) || before.trim_end().ends_with(['图', '表', '第', '注'])
    {
        return None;
    }
    let first = digits(rest);
    let behind = &rest[first..];
    let blanks = behind.trim_start_matches(' ');
    let fraction = match blanks.strip_prefix(['.', '．']) {
        Some(fraction) => fraction.trim_start_matches(' '),
        None => blanks,
    };
    let last = digits(fraction);
    let is_parted = behind.len() > blanks.len() || fraction.len() + 1 < blanks.len();
    if last == 0 || !is_parted {
        return None;
    }
    let mut end = rest.len() - fraction.len() + last;
    // Of several groups, all.
    while let Some(group) = rest[end..]
        .strip_prefix(' ')
        .filter(|group| digits(group) > 0)
    {
        end = rest.len() - group.len() + digits(group);
    }
    let after = rest[end..].trim_start();
    let is_point_apart = behind.len() > blanks.len() && blanks.starts_with(['.', '．']);
    let is_name = after.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_measured(after);
    (!is_name && !is_date(after) && (is_point_apart || is_measured(after))).then_some(end)
}

/// Letters that a scan reads for digits, and those of other scripts, which are in no
/// name of a Chinese text.
fn is_alike(c: char) -> bool {
    matches!(c, 'O' | 'o' | 'I' | 'l') || is_foreign(c)
}

/// A Greek or Cyrillic letter.
fn is_foreign(c: char) -> bool {
    matches!(c, '\u{391}'..='\u{3c9}' | '\u{400}'..='\u{45f}')
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_foreign(c)
}

fn is_part(c: char) -> bool {
    is_digit(c) || is_letter(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_numbers_are_told_from_names() {
        let cases = [
            ("达", "1O.32 亿，", Some("1O.32 亿")),
            ("达", "2.S4 亿。", Some("2.S4 亿")),
            ("为", "4l8 万个。", Some("4l8 万个")),
            ("达", "7З.0%。", Some("7З.0%")),
            ("达", "7O.4，较", Some("7O.4")),
            ("达", "I2.5%，", Some("I2.5%")),
            ("达", "l00 万", Some("l00 万")),
            ("达", "1OO 个", Some("1OO 个")),
            ("达", "4x8 万个", None),
            ("达", "4K8 万个", Some("4K8 万个")),
            ("截至", "2O21 年", Some("2O21")),
            ("达", "73 . 0，", Some("73 . 0")),
            ("达", "3 350 亿个", Some("3 350 亿个")),
            ("达", "10. 29 亿", Some("10. 29 亿")),
            ("表 ", "1 350 亿个", None),
            ("", "5G 个人用户", None),
            ("", "5G 用户", None),
            ("", "20A+116B", None),
            ("", "3C 数码", None),
            ("", "10G PON", None),
            ("达", "15.02s万台", Some("15.02s万台")),
            ("达", "18:52万台", Some("18:52万台")),
            ("达", "18·52万，", Some("18·52万")),
            ("达", "21..85万台", Some("21..85万台")),
            ("达", "15，02万", Some("15，02万")),
            ("达", "5〇.81万台", Some("5〇.81万台")),
            ("达.", "05万台", Some("05万台")),
            ("地图为", "1:5万", None),
            ("“", "3·15”晚会", None),
            ("为", "51.1:48.9，", None),
            ("在", "18:52播出", None),
            ("", "K12 教育", None),
            ("", "4K 超高清", None),
            ("", "B2B 平台", None),
            ("", "5A 级景区", None),
            ("Web", "3.0", None),
            ("", "O2O 万亿市场", None),
            ("IPv", "6 地址", None),
            ("", "100M 宽带", None),
            ("", "5.8GHz", None),
            ("其中", ".CN 域名", None),
            ("", "I 类", None),
            ("的", "7x24 小时", None),
            ("达", "10.32 亿", None),
            ("达", "100 个 5G 基站", None),
        ];
        for (before, rest, expected) in cases {
            let found = leading(before, rest).map(|(_, length)| &rest[..length]);
            assert_eq!(found, expected, "{before}{rest}");
        }
    }
}
