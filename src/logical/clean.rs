//! Takes marks, emphasis and white space off.

use std::cell::LazyCell;

use super::markup::{Token, emphasis, prefix, token};
use super::math::Part;
use super::plain::{is_plain, plain};
use super::width;
use super::{LogicalText, Mark, Piece, is_wide};
use crate::document::{Canonical, number};
use crate::grammar::numeral::half_width;
use crate::span::Span;

/// What raised digits may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raised {
    /// Always marks: in cells, captions and headings.
    Mark,
    /// Marks, or exponents after a base or a unit of length (10², km²): in
    /// prose.
    MarkOrExponent,
}

pub(super) fn clean(canonical: Canonical<'_>, spans: &[Span], raised: Raised) -> LogicalText {
    if let [span] = spans
        && is_plain(canonical, *span)
    {
        return printed(canonical.text, *span);
    }
    /// About so many bytes of a report stand between two blanks, which part pieces.
    const PIECE: usize = 16;
    let length = spans.iter().map(|span| span.end - span.start).sum();
    let mut cleaner = Cleaner {
        out: LogicalText {
            text: String::with_capacity(length),
            pieces: Vec::with_capacity(length.div_ceil(PIECE)),
            ..LogicalText::default()
        },
        gap: Gap::None,
        raised,
    };
    for (index, span) in spans.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).map(|before| spans[before]) {
            cleaner.gap = Gap::Line;
            // Other cells may stand between the lines of one.
            let is_apart = before.end > span.start
                || !canonical.text[before.end..span.start].trim().is_empty();
            cleaner.out.fragments += usize::from(is_apart);
        }
        cleaner.take(canonical, *span);
    }
    cleaner.out
}

/// The text of a span as it is printed.
fn printed(text: &str, span: Span) -> LogicalText {
    let piece = Piece {
        at: 0,
        length: span.end - span.start,
        source: span,
        fragment: 0,
    };
    LogicalText {
        text: text[span.range()].to_owned(),
        pieces: if span.is_empty() {
            Vec::new()
        } else {
            vec![piece]
        },
        ..LogicalText::default()
    }
}

/// White space that was read and not yet written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    Line,
}

struct Cleaner {
    out: LogicalText,
    gap: Gap,
    raised: Raised,
}

impl Cleaner {
    fn take(&mut self, canonical: Canonical<'_>, span: Span) {
        let mut at = span.start;
        let end = span.end;
        let first = canonical.marks.partition_point(|mark| mark.start < at);
        let mut marks = canonical.marks[first..].iter().peekable();
        // Where the emphasis that is open ends.
        let mut closes = None;
        // Only where white space is met does it matter.
        let is_spaced = LazyCell::new(|| width::is_spaced(&canonical.text[span.range()]));
        while at < end {
            let rest = &canonical.text[at..end];
            if let Some(mark) = marks.next_if(|mark| mark.start == at && mark.end <= end) {
                self.mark(&rest[..mark.end - at], *mark);
                at = mark.end;
                continue;
            }
            // What a report is for the most part is taken as it stands.
            let next_mark = marks.peek().map_or(end, |mark| mark.start);
            let near = match next_mark > at {
                true => next_mark.min(end) - at,
                false => rest.len(),
            };
            let length = plain(&rest.as_bytes()[..near]);
            if length > 0 {
                self.push(&rest[..length], Span::new(at, at + length));
                at += length;
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            if c.is_whitespace() || is_invisible(c) {
                if c.is_whitespace() && self.gap == Gap::None && !*is_spaced {
                    self.gap = if c == '\n' { Gap::Line } else { Gap::Space };
                }
                at += c.len_utf8();
                continue;
            }
            if matches!(c, '*' | '_') && !ends_in_address(&self.out.text) {
                let length = prefix(rest, c);
                let is_end = closes == Some(at);
                let close = emphasis(&canonical.text[span.start..at], rest, c, length);
                if is_end || close.is_some() {
                    closes = close.filter(|_| !is_end).map(|close| at + close);
                    at += length;
                    continue;
                }
            }
            let before = self.out.text.chars().next_back();
            if let Some(half) = width::half(before.filter(|_| self.gap == Gap::None), rest) {
                let span = Span::new(at, at + c.len_utf8());
                self.push(half.encode_utf8(&mut [0; 4]), span);
                at += c.len_utf8();
                continue;
            }
            // Most characters begin no token; ask only the few that do.
            let token = match c {
                '*' | '^' | '<' | '[' | ']' | '［' | '〔' | '【' | '⁽' | '!' | '$' | '&' | '\\'
                | '注' => token(rest, self.raised),
                _ if number::superscript(c).is_some() => token(rest, self.raised),
                _ if number::circled(c).is_some() => self.circled(rest),
                _ => None,
            };
            at += match token {
                Some(Token::Mark(length, name)) if self.is_mark(rest, name) => {
                    self.mark(name, Span::new(at, at + length));
                    length
                }
                Some(Token::Mark(length, name)) if is_power(&self.out.text, name) => {
                    // km^2^, m<sup>3</sup>: part of the unit, whatever raises it.
                    let sign = if matches!(name, "3" | "³") {
                        "³"
                    } else {
                        "²"
                    };
                    self.push(sign, Span::new(at, at + length));
                    length
                }
                Some(Token::Markup(length)) => length,
                Some(Token::Math(length, parts)) => {
                    self.math(at, &parts);
                    length
                }
                Some(Token::Reference(length, c)) => {
                    self.push(c.encode_utf8(&mut [0; 4]), Span::new(at, at + length));
                    length
                }
                Some(Token::Mark(length, _) | Token::Plain(length)) => {
                    for (offset, c) in rest[..length].char_indices() {
                        let at = at + offset;
                        if c.is_whitespace() {
                            self.gap = Gap::Space;
                        } else {
                            let end = offset + c.len_utf8();
                            self.push(&rest[offset..end], Span::new(at, at + c.len_utf8()));
                        }
                    }
                    length
                }
                None => {
                    let length = c.len_utf8();
                    self.push(&rest[..length], Span::new(at, at + length));
                    length
                }
            };
        }
    }

    /// A digit in a circle is a mark behind all that a cell or a caption says: what it
    /// counts would stand behind it.
    fn circled<'t>(&self, rest: &'t str) -> Option<Token<'t>> {
        let length = rest.chars().next()?.len_utf8();
        let is_behind = self.raised == Raised::Mark && !self.out.text.is_empty();
        let is_last = || {
            let is_of_marks = |c: char| number::circled(c).is_some() || c.is_whitespace();
            rest.chars().all(is_of_marks)
        };
        (is_behind && is_last()).then(|| Token::Mark(length, &rest[..length]))
    }

    /// Raised digits are an exponent after the bare base 10 or 2 and, as ² and
    /// ³, after a unit of length; 注 1 without raising is a mark only right
    /// after a digit (`69,866,752注 1`), as a text tool prints a raised one, or, in
    /// brackets, a blank behind one (`（以块/32 注 1 为单位）`).
    ///
    /// Forced by `fixtures/marks-flattened-in-headings`.
    fn is_mark(&self, rest: &str, name: &str) -> bool {
        let before = self.out.text.as_str();
        if rest.starts_with('注') {
            // On a line of its own it is of the whole cell.
            let is_apart = self.gap == Gap::Line && rest.len() == name.len();
            let is_in_brackets = || before.rfind(['（', '(']) > before.rfind(['）', ')']);
            let is_near = self.gap == Gap::None || self.gap == Gap::Space && is_in_brackets();
            return is_apart || before.ends_with(number::is_digit) && is_near;
        }
        if self.gap == Gap::None && is_power(before, name) {
            return false;
        }
        if self.raised == Raised::Mark || self.gap != Gap::None || name.starts_with('注') {
            return true;
        }
        let bare = |base: &str| {
            before.strip_suffix(base).is_some_and(|head| {
                !head.ends_with(|c: char| number::is_digit(c) || ".,".contains(c))
            })
        };
        !(bare("10") || bare("2"))
    }

    /// What a formula says that begins at `start`.
    fn math(&mut self, start: usize, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Char(at, length, c) => {
                    let span = Span::new(start + at, start + at + length);
                    self.push(c.encode_utf8(&mut [0; 4]), span);
                }
                Part::Mark(at, length, name) => {
                    self.mark(name, Span::new(start + at, start + at + length));
                }
            }
        }
    }

    fn mark(&mut self, name: &str, span: Span) {
        let mut plain = String::new();
        for c in name.chars().filter(|c| !c.is_whitespace() && *c != '\\') {
            match (number::superscript(c), number::circled(c)) {
                _ if c == '＊' => plain.push('*'),
                (Some(digit), _) => plain.push(char::from(b'0' + digit)),
                (_, Some(number)) => plain.push_str(&number.to_string()),
                _ => plain.push_str(&half_width(c.encode_utf8(&mut [0; 4]))),
            }
        }
        let name = plain;
        self.out.marks.push(Mark {
            name,
            span,
            at: self.out.text.len(),
        });
    }

    fn push(&mut self, text: &str, source: Span) {
        let out = &mut self.out;
        if self.gap != Gap::None {
            let joins = out.text.chars().next_back().is_none_or(is_wide)
                || text.starts_with(is_wide)
                // A line may end behind the sign within 块/32.
                || self.gap == Gap::Line && (out.text.ends_with('/') || ends_in_address(&out.text));
            if !joins {
                out.text.push(' ');
            }
            self.gap = Gap::None;
        }
        let at = out.text.len();
        out.text.push_str(text);
        let length = text.len();
        match out.pieces.last_mut() {
            Some(piece)
                if piece.at + piece.length == at
                    && piece.source.end == source.start
                    && piece.source.end - piece.source.start == piece.length
                    && source.end - source.start == length =>
            {
                piece.length += length;
                piece.source.end = source.end;
            }
            _ => out.pieces.push(Piece {
                at,
                length,
                source,
                fragment: out.fragments,
            }),
        }
    }
}

/// Whether a raised digit behind a unit of length makes it one of area or of volume.
///
/// Forced by `fixtures/powers-of-units`.
fn is_power(before: &str, name: &str) -> bool {
    matches!(name, "2" | "3" | "²" | "³")
        && ["km", "cm", "mm", "m"].iter().any(|unit| {
            before
                .strip_suffix(unit)
                .is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_alphabetic()))
        })
}

/// Characters without width that typesetting leaves behind.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

/// Whether the last word is an address, which a line break does not end.
pub(super) fn ends_in_address(text: &str) -> bool {
    let word = text
        .rsplit(|c: char| !c.is_ascii_graphic() || c == '<')
        .next();
    word.is_some_and(|word| number::address(word).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::spaced_after_period;
    use super::*;

    fn cleaned(source: &str, raised: Raised) -> (String, Vec<String>) {
        let text = clean(source.into(), &[Span::new(0, source.len())], raised);
        // Every character comes back to itself.
        for (at, c) in text
            .text()
            .char_indices()
            .filter(|(_, c)| *c != ' ' && *c != '&')
        {
            let spans = text.spans(at..at + c.len_utf8());
            assert_eq!(&source[spans[0].range()], c.to_string(), "{source}");
        }
        (text.text().to_owned(), text.markers())
    }

    #[test]
    fn references_are_characters() {
        for (source, text) in [
            ("&ldquo;.CN&rdquo;&mdash;&#49;2", "“.CN”—12"),
            ("&#65288;个&#xFF09;", "（个）"),
            ("甲&amp;乙&nbsp;丙", "甲&乙丙"),
            ("甲&unknown;&#xFFFFFFF;&", "甲&unknown;&#xFFFFFFF;&"),
        ] {
            let cleaned = clean(source.into(), &[Span::new(0, source.len())], Raised::Mark);
            assert_eq!(cleaned.text(), text);
        }
    }

    #[test]
    fn prose_is_cleaned() {
        let cases: [(&str, &str, &[&str]); 24] = [
            ("69,148 块/\n32 个", "69,148块/32个", &[]),
            ("and/ or", "and/ or", &[]),
            ("5*a 和 6*b", "5*a和6*b", &[]),
            ("*.CN* 域名", ".CN域名", &[]),
            ("***合计*** 为 *873* 万个", "合计为873万个", &[]),
            ("__截至__ _3_ 个", "截至3个", &[]),
            ("3*4*5，_ _，a_b_c，___", "3*4*5，_ _，a_b_c，___", &[]),
            ("网民*和网站", "网民*和网站", &[]),
            ("**网民** 和 **网站**", "网民和网站", &[]),
            ("https://a.cn/_b_/*c*", "https://a.cn/_b_/*c*", &[]),
            ("达 8.22亿⁸；我国", "达8.22亿；我国", &["8"]),
            ("IPv6 活跃用户数 ¹¹", "IPv6活跃用户数", &["11"]),
            ("为 69,866,752 ^{注 1} 个", "为69,866,752个", &["注1"]),
            ("**电商业务**成为", "电商业务成为", &[]),
            ("New gTLD 数量", "New gTLD数量", &[]),
            (
                "约 10² 次，3 km²，$2^{(128-32)} = 2^{96}$",
                "约10²次，3 km²，$2^{(128-32)} = 2^{96}$",
                &[],
            ),
            ("占 59.6%<sup>2</sup>，", "占59.6%，", &["2"]),
            (
                "占 59.6%[^12]，$^{3}$见[4]",
                "占59.6%，见",
                &["12", "3", "4"],
            ),
            ("AT&amp;T 与 a<b", "AT&T与a<b", &[]),
            ("<https://a.cn/7>，2024 年", "<https://a.cn/7>，2024年", &[]),
            ("网民\n规模 new\nword", "网民规模new word", &[]),
            (
                "https://a.cn/x\n/y.html，2024",
                "https://a.cn/x/y.html，2024",
                &[],
            ),
            ("共 8 个。注 1 见", "共8个。注1见", &[]),
            ("覆盖, 51 个", "覆盖, 51个", &[]),
        ];
        for (source, text, marks) in cases {
            let (found, found_marks) = cleaned(source, Raised::MarkOrExponent);
            assert_eq!(
                (found.as_str(), found_marks),
                (text, marks.iter().map(|m| (*m).to_owned()).collect())
            );
        }
    }

    #[test]
    fn in_cells_raised_digits_are_marks() {
        let cases: [(&str, &str, &[&str]); 3] = [
            ("10¹²", "10", &["12"]),
            ("69,866,752注 1", "69,866,752", &["注1"]),
            ("CNNIC IP 地址 ^{注2}", "CNNIC IP地址", &["注2"]),
        ];
        for (source, text, marks) in cases {
            let (found, found_marks) = cleaned(source, Raised::Mark);
            assert_eq!(
                (found.as_str(), found_marks),
                (text, marks.iter().map(|m| (*m).to_owned()).collect())
            );
        }
    }

    #[test]
    fn joined_parts_keep_their_places() {
        let source = "较上年增 | 长 1.6%。";
        let bar = source.find('|').unwrap();
        let part = |start, end| {
            clean(
                source.into(),
                &[Span::new(start, end)],
                Raised::MarkOrExponent,
            )
        };
        let mut text = part(0, bar);
        text.append(&part(bar + 1, source.len()));
        assert_eq!(text.text(), "较上年增长1.6%。");
        let at = text.text().find("增长1.6%").unwrap();
        let quotes: Vec<&str> = text
            .spans(at..at + "增长1.6%".len())
            .iter()
            .map(|span| &source[span.range()])
            .collect();
        assert_eq!(quotes, ["增", "长 1.6%"]);
        let part = text.slice(at..text.text().len());
        assert_eq!(part.whole(), text.spans(at..text.text().len()));
    }

    #[test]
    fn a_leading_period_keeps_its_space() {
        let cases = [
            ("2020.12-2024.12网民规模", "2020.12-2024.12 网民规模"),
            ("2023.12 用户规模", "2023.12 用户规模"),
            ("2023.12", "2023.12"),
            ("2023.125个", "2023.125个"),
            ("IPv6地址", "IPv6地址"),
        ];
        for (text, spaced) in cases {
            assert_eq!(spaced_after_period(text), spaced);
        }
    }
}
