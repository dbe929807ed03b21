//! Lines that a converter sets between pages, and what they say of the page.

use super::number::{comment, page_number};
use super::{Line, Place};

/// A line that parts pages or says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator<'t> {
    /// A page ends here, whatever its number: `<!-- PageBreak -->`, `\newpage`.
    Break,
    /// The page that begins here is this one of the file, counted from 0: `{12}----`.
    Counted(usize),
    /// The page that begins here is named: `<!-- page 12 -->`, `[Page 12]`.
    Page(&'t str),
    /// The number of the page as it is printed: `— 12 —`, `第 12 页 共 87 页`.
    Number(&'t str),
    /// A rule, a comment or a picture.
    Sign,
}

/// What a line without white space at its ends is, if nothing but a separator.
///
/// Forced by `fixtures/separators-of-pages`.
pub fn separator(line: &str) -> Option<Separator<'_>> {
    const LONGEST: usize = 400;
    if line.len() > LONGEST || !line.starts_with(may_begin) {
        return None;
    }
    if is_rule(line) {
        return Some(Separator::Sign);
    }
    if comment(line) == Some(line.len()) {
        return Some(commented(line[4..line.len() - 3].trim()));
    }
    if super::number::image(line)
        .is_some_and(|(length, alt)| length == line.len() && alt.is_empty())
    {
        return Some(Separator::Sign);
    }
    let is_break = [
        "\\newpage",
        "\\pagebreak",
        "\\clearpage",
        "<|page|>",
        "<pagebreak>",
    ]
    .iter()
    .any(|sign| line.eq_ignore_ascii_case(sign))
        || line.starts_with('<') && line.contains("page-break-");
    if let Some(number) = counted(line) {
        return Some(Separator::Counted(number));
    }
    if is_break {
        return Some(Separator::Break);
    }
    if matches!(line, "<hr>" | "<hr/>" | "<hr />") {
        return Some(Separator::Sign);
    }
    let tagged = line
        .strip_prefix("<page_number>")
        .and_then(|rest| rest.strip_suffix("</page_number>"));
    if let Some(number) = tagged.and_then(page_number) {
        return Some(Separator::Number(number));
    }
    // `=== Page 12 ===`, `## Page 12`, `[Page 12]`.
    let bare = line.trim_matches(|c: char| "[]#=-—–*_ ".contains(c));
    if let Some(number) = named(bare) {
        return Some(match bare.len() < line.len() {
            true => Separator::Page(number),
            false => Separator::Number(number),
        });
    }
    page_number(line)
        .filter(|_| is_sure(line))
        .map(Separator::Number)
}

/// Whether a separator may begin with a character: most lines begin with none such.
fn may_begin(c: char) -> bool {
    match c {
        '0'..='9' | 'p' | 'P' | 'T' | '第' | '页' | '·' => true,
        '<' | '[' | '{' | '(' | '\\' | '!' | '#' => true,
        c => is_rule_sign(c),
    }
}

/// What a comment says of the page.
fn commented(inside: &str) -> Separator<'_> {
    // `PageNumber="12"`: the number that is printed.
    let printed = inside
        .strip_prefix("PageNumber=")
        .and_then(|value| page_number(value.trim_matches('"')));
    if let Some(number) = printed {
        return Separator::Number(number);
    }
    let word: String = inside.chars().filter(char::is_ascii_alphabetic).collect();
    if ["pagebreak", "newpage"].contains(&word.to_ascii_lowercase().as_str()) {
        return Separator::Break;
    }
    named(inside).map_or(Separator::Sign, Separator::Page)
}

/// The number of `page 12`, `Page: 12`, `Page 12 of 87`.
fn named(line: &str) -> Option<&str> {
    let rest = ["page", "Page", "PAGE"]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    let rest = rest.trim_start_matches([' ', ':', '=', '_', '-', '#']);
    page_number(rest)
}

/// `{12}` and a rule, as one converter counts its pages.
fn counted(line: &str) -> Option<usize> {
    let (number, rule) = line.strip_prefix('{')?.split_once('}')?;
    let is_number = (1..=4).contains(&number.len()) && is_rule(rule);
    number.parse().ok().filter(|_| is_number)
}

/// One sign again and again: `---`, `* * *`, `______`.
fn is_rule(line: &str) -> bool {
    const FEWEST: usize = 3;
    let mut signs = line.chars().filter(|c| *c != ' ');
    let Some(first) = signs.next().filter(|first| is_rule_sign(*first)) else {
        return false;
    };
    let mut count = 1;
    let is_same = signs.inspect(|_| count += 1).all(|c| c == first);
    is_same && count >= FEWEST
}

fn is_rule_sign(c: char) -> bool {
    matches!(
        c,
        '-' | '*'
            | '_'
            | '='
            | '~'
            | '—'
            | '–'
            | '―'
            | '─'
            | '━'
            | '═'
            | '－'
            | '＊'
            | '＿'
            | '＝'
            | '～'
    )
}

/// Whether a page number is set as nothing else is: between dashes, with 页, with the
/// count of all pages.
fn is_sure(line: &str) -> bool {
    const DASHES: &str = "-—–－·";
    let is_dash = |c: char| DASHES.contains(c);
    line.starts_with(is_dash) && line.ends_with(is_dash)
        || line.ends_with('页') && (line.starts_with('第') || line.contains('共'))
        || line.contains(" of ")
        || line.starts_with("页码")
}

/// Sets the pages of lines that no form feed parts, by the separators among them, and
/// returns their numbers in the file, as far as they are told. A number that is printed on each page parts them where it
/// stands first or last in the text: amid it nothing tells whether it is at the head or
/// at the foot of its page.
pub(super) fn part(text: &str, lines: &mut [Line]) -> Vec<usize> {
    let of = |line: &Line| separator(&text[line.span.range()]);
    let found: Vec<(usize, Separator)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank() && line.place == Place::Body)
        .filter_map(|(at, line)| Some((at, of(line)?)))
        .filter(|(_, separator)| *separator != Separator::Sign)
        .collect();
    let is_content = |line: &Line| !line.is_blank();
    let first = lines.iter().position(is_content);
    let last = lines.iter().rposition(is_content);
    let places = |is_meant: fn(&Separator) -> bool| -> Vec<usize> {
        let meant = found.iter().filter(|(_, separator)| is_meant(separator));
        meant.map(|(at, _)| *at).collect()
    };
    // The surest alone: each page has one of a kind.
    let breaks = places(|separator| matches!(separator, Separator::Break | Separator::Counted(_)));
    let named = places(|separator| matches!(separator, Separator::Page(_)));
    let numbers = places(|separator| matches!(separator, Separator::Number(_)));
    let (breaks, is_sure) = match (breaks.is_empty(), named.is_empty()) {
        (false, _) => (breaks, true),
        (true, false) => (named, true),
        (true, true) => (numbers, false),
    };
    let begins = breaks.first().copied() == first;
    let ends = breaks.last().copied() == last;
    let is_above = begins || !ends;
    if breaks.is_empty() || !is_sure && begins == ends {
        return vec![1];
    }
    let mut page = 0;
    let mut next = breaks.iter().copied().peekable();
    // The first page that is counted, and which it is by the order of pages.
    let mut counted: Option<(usize, usize)> = None;
    for (at, line) in lines.iter_mut().enumerate() {
        let is_break = next.next_if_eq(&at).is_some();
        if is_break && is_above && first < Some(at) {
            page += 1;
        }
        line.page = page;
        if let (None, true, Some(Separator::Counted(number))) =
            (counted, is_break && is_above, of(line))
        {
            counted = Some((page, number));
        }
        if is_break && !is_above && last > Some(at) {
            page += 1;
        }
    }
    let before = counted.map_or(0, |(page, number)| number.saturating_sub(page));
    (0..=page).map(|page| before + page + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_begin_where_their_numbers_show_it() {
        let cases: [(&str, &[usize]); 6] = [
            ("一\n<!-- page 2 -->\n二", &[0, 1, 1]),
            ("[Page 1]\n一\n[Page 2]\n二", &[0, 0, 1, 1]),
            ("一\n<!-- page 1 -->\n二\n<!-- page 2 -->", &[0, 0, 1, 1]),
            ("一\n— 1 —\n二\n— 2 —", &[0, 0, 1, 1]),
            // At the head or at the foot of a page.
            ("一\n— 1 —\n二", &[0, 0, 0]),
            // A rule may end a section too.
            ("一\n---\n二", &[0, 0, 0]),
        ];
        for (text, pages) in cases {
            let document = super::super::text::text_to_document(text.to_owned());
            let found: Vec<usize> = document.lines().iter().map(|line| line.page).collect();
            assert_eq!(found, pages, "{text}");
        }
    }

    #[test]
    fn separators_are_known() {
        let cases = [
            ("---", Some(Separator::Sign)),
            ("* * *", Some(Separator::Sign)),
            ("——————", Some(Separator::Sign)),
            ("<!-- image -->", Some(Separator::Sign)),
            ("![](images/3a12.jpg)", Some(Separator::Sign)),
            ("<!-- page 12 -->", Some(Separator::Page("12"))),
            ("<!-- Page: 12 -->", Some(Separator::Page("12"))),
            ("<!-- PageBreak -->", Some(Separator::Break)),
            ("<!-- PageNumber=\"12\" -->", Some(Separator::Number("12"))),
            ("{12}----------------", Some(Separator::Counted(12))),
            (
                "<div style=\"page-break-after: always;\"></div>",
                Some(Separator::Break),
            ),
            ("[Page 12]", Some(Separator::Page("12"))),
            ("=== Page 12 ===", Some(Separator::Page("12"))),
            ("## Page 12", Some(Separator::Page("12"))),
            ("Page 12 of 87", Some(Separator::Number("12"))),
            ("-- 12 of 87 --", Some(Separator::Number("12"))),
            ("— 12 —", Some(Separator::Number("12"))),
            ("－12－", Some(Separator::Number("12"))),
            ("第 12 页", Some(Separator::Number("12"))),
            ("第 12 页 共 87 页", Some(Separator::Number("12"))),
            ("第12页/共87页", Some(Separator::Number("12"))),
            ("页码：12", Some(Separator::Number("12"))),
            ("12", None),
            ("12 / 87", None),
            ("--", None),
            ("——网民规模", None),
            ("-12", None),
            ("-12%-", None),
            ("{12}", None),
            ("[12]", None),
            ("![图 1 网民规模](1.jpg)", None),
            ("共 12 页", None),
            ("Page views", None),
        ];
        for (line, expected) in cases {
            assert_eq!(separator(line), expected, "{line}");
        }
    }
}
