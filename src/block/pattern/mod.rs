//! What a line is by its own characters: anchored patterns over cleaned lines,
//! in which no white space is left beside Chinese characters.

mod caption;

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use crate::catalog::units;
use crate::document::number::address;
use crate::grammar::numeral::{self, ordinal};
use crate::logical::is_han;

pub use caption::{Caption, CaptionKind, Chapter, caption, caption_label};

/// Makes the patterns, each of which is made when a line is first asked for it, if the line
/// begins as one that it matches.
pub fn prepare() {
    numbered("第");
    caption("Table");
    note("注");
    source("来源");
    unit("单位");
    begins_sentence("");
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant")
}

/// The form of a numbered heading, from the highest to the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingForm {
    /// 第N章, 第N部分, 附录N, 附件N
    Chapter,
    /// 第N节
    Part,
    /// 一、
    Section,
    /// （一）
    Subsection,
    /// 1.
    Item,
    /// 1.1
    SubItem,
    /// 1.1.1
    Detail,
}

impl HeadingForm {
    /// Depth in the outline; `1.1` stands directly under （一） or below `1.`, and 一、
    /// directly under a chapter or below 第N节.
    pub fn level(self) -> u8 {
        match self {
            HeadingForm::Chapter => 1,
            HeadingForm::Part | HeadingForm::Section => 2,
            HeadingForm::Subsection => 3,
            HeadingForm::Item | HeadingForm::SubItem => 4,
            HeadingForm::Detail => 5,
        }
    }
}

/// A line that begins as a numbered heading does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The form of its number.
    pub form: HeadingForm,
    /// The number: `第一章`, `一`, `（一）` whatever its brackets, `1`, `1.1`.
    pub number: String,
    /// Its value, for `1.1` that of both parts, for `1.1.1` that of the first two
    /// together and of the last.
    pub ordinal: (u32, u32),
    /// Where the title begins in the cleaned line.
    pub title: usize,
}

/// Reads the number of a heading; whether the rest is a title is another
/// question ([`is_title`]).
pub fn numbered(line: &str) -> Option<Numbered> {
    /// The form, what it begins with, and its pattern.
    type Form = (HeadingForm, fn(char) -> bool, Regex);
    static FORMS: LazyLock<[Form; 7]> = LazyLock::new(|| {
        const HAN: &str = "[一二三四五六七八九十百]+";
        let is_digit = |c: char| c.is_ascii_digit();
        [
            (
                HeadingForm::Chapter,
                |c| matches!(c, '第' | '附'),
                regex(&format!(
                    "^(第(?:{HAN}|[0-9]{{1,2}})(?:[章编篇]|部分)|附录(?:{HAN}|[0-9]{{1,2}}|[A-H])?|附件(?:{HAN}|[0-9]{{1,2}}))[：:、.]? ?"
                )),
            ),
            (
                HeadingForm::Part,
                |c| c == '第',
                regex(&format!("^(第(?:{HAN}|[0-9]{{1,2}})节)[：:、.]? ?")),
            ),
            (
                HeadingForm::Section,
                numeral::is_han,
                regex(&format!("^({HAN})[、.．]")),
            ),
            (
                HeadingForm::Subsection,
                |c| matches!(c, '（' | '('),
                regex(&format!("^[（(]({HAN})[）)]")),
            ),
            (
                HeadingForm::Detail,
                is_digit,
                regex(r"^([0-9]{1,2}[.．][0-9]{1,2}[.．][0-9]{1,2})(?:[.．、]|\b) ?"),
            ),
            (
                HeadingForm::SubItem,
                is_digit,
                regex(r"^([0-9]{1,2}[.．][0-9]{1,2})[.．、]? ?"),
            ),
            (
                HeadingForm::Item,
                is_digit,
                regex(r"^([0-9]{1,2})[.．、] ?"),
            ),
        ]
    });
    // Most lines begin with no number at all, or with one that no sign ends: 2024年.
    if !line
        .starts_with(|c: char| c.is_ascii_digit() || "第附（(一二三四五六七八九十百".contains(c))
    {
        return None;
    }
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_ended = behind.starts_with(['.', '．', '、']);
    if behind.len() < line.len() && !(is_ended && line.len() - behind.len() <= 2) {
        return None;
    }
    FORMS.iter().find_map(|(form, begins, pattern)| {
        let found = line
            .starts_with(*begins)
            .then(|| pattern.captures(line))
            .flatten()?;
        let number = found.get(1)?.as_str();
        let digits = number
            .trim_matches(|c| "第章编篇部分节".contains(c))
            .trim_start_matches("附录")
            .trim_start_matches("附件");
        let ordinal = match (digits.rsplit_once(['.', '．']), digits.chars().next()) {
            (Some((above, item)), _) => {
                let above = match above.split_once(['.', '．']) {
                    Some((chapter, above)) => 100 * ordinal(chapter)? + ordinal(above)?,
                    None => ordinal(above)?,
                };
                (above, ordinal(item)?)
            }
            (None, Some(letter @ 'A'..='H')) => (letter as u32 - 'A' as u32 + 1, 0),
            (None, _) => (ordinal(digits).unwrap_or(0), 0),
        };
        Some(Numbered {
            form: *form,
            number: match form {
                HeadingForm::Subsection => format!("（{number}）"),
                _ => number.replace('．', "."),
            },
            ordinal,
            title: found.get(0)?.end(),
        })
    })
}

/// Reads 2 as the number of a heading that begins with 2．60, whose title begins with 60.
pub fn full_width_item(line: &str) -> Option<Numbered> {
    let (number, title) = line.split_once('．')?;
    Some(Numbered {
        form: HeadingForm::Item,
        number: number.to_owned(),
        ordinal: (ordinal(number)?, 0),
        title: line.len() - title.len(),
    })
}

/// Whether a text can be the title of a heading: short, no clause.
pub fn is_title(text: &str) -> bool {
    const LONGEST: usize = 42;
    text.chars().take(LONGEST + 1).count() <= LONGEST
        && !text.contains(['，', '。', '；', '！', '？', '：', ';', '\u{fffd}'])
        && !text.ends_with(['：', ':', '、', ','])
        && text.chars().any(|c| is_han(c) || c.is_ascii_alphabetic())
}

/// 注 1：, 注：, 备注：, 说明：, Note 1:. The marker, and where the text begins.
pub fn note(line: &str) -> Option<(Option<String>, usize)> {
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^[（(*＊]?(?:注释?([0-9０-９①-⑳]*)|备注([0-9]*)|说明([0-9]*)|Notes? ?([0-9]*))[：:、.]",
        )
    });
    if !line.starts_with(['（', '(', '*', '＊', '注', '备', '说', 'N']) {
        return None;
    }
    let found = NOTE.captures(line)?;
    let number = (1..=4)
        .find_map(|index| found.get(index))
        .map_or("", |group| group.as_str());
    let circled = number.chars().next().filter(|c| ('①'..='⑳').contains(c));
    let digits = match circled {
        Some(c) => (c as u32 - '①' as u32 + 1).to_string(),
        None => numeral::half_width(number),
    };
    let marker = (!digits.is_empty()).then(|| format!("注{digits}"));
    Some((marker, found.get(0)?.end()))
}

/// 来源：, 数据来源：, Source:. Where the source begins.
pub fn source(line: &str) -> Option<usize> {
    static SOURCE: LazyLock<Regex> =
        LazyLock::new(|| regex("^[（(]?(?:(?:数据|资料|信息)?来源|(?i:(?:data )?sources?))[：:]"));
    if !line.starts_with(['（', '(', '数', '资', '信', '来', 'd', 'D', 's', 'S']) {
        return None;
    }
    Some(SOURCE.find(line)?.end())
}

/// （单位：万人）, 2016 年 12 月 单位：万人，%, 以万人为单位. Where the unit stands.
///
/// Forced by `fixtures/units-beside-captions`.
pub fn unit(line: &str) -> Option<Range<usize>> {
    static UNIT: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?:[12][0-9]{3}(?:年(?:[0-9]{1,2}月)?底?|\.[0-9]{1,2}))?[（(]?(?:数据|计量|金额)?单位[：:]",
        )
    });
    const LONGEST: usize = 16;
    let bare = line.trim_end_matches(['）', ')']);
    // In brackets the words are of a title above them.
    let named = line
        .strip_suffix("为单位")
        .and_then(|line| line.strip_prefix('以'));
    let start = match named {
        Some(named) => bare.len() - "为单位".len() - named.len(),
        None if !line.starts_with(['1', '2', '（', '(', '数', '计', '金', '单']) => {
            return None;
        }
        None => UNIT.find(line)?.end(),
    };
    let unit = named.unwrap_or(&bare[start..]);
    // 万人，%: several, each short.
    const SHORT: usize = 6;
    let mut parts = unit.split('，');
    let is_list =
        unit.contains('，') && parts.all(|part| (1..=SHORT).contains(&part.chars().count()));
    let is_unit = !unit.is_empty()
        && unit.chars().count() <= LONGEST
        && !unit.contains('。')
        && (is_list || !unit.contains('，'));
    is_unit.then(|| start..start + unit.len())
}

/// The unit that stands behind the title of a caption, at the edge of its line, and where
/// the title ends: 分省网民规模 单位：万人.
///
/// Forced by `fixtures/units-beside-captions`.
pub fn unit_behind(title: &str) -> Option<(usize, Range<usize>)> {
    let at = title.rfind("单位：").or(title.rfind("单位:"))?;
    let is_apart =
        at > 0 && !title[..at].ends_with(['（', '(', '以', '各', '个', '的', '业', '类', '等']);
    let unit = unit(&title[at..]).filter(|_| is_apart)?;
    // 所在单位：企业 names no unit.
    let printed = &title[at + unit.start..at + unit.end];
    let mut parts = printed.split(['，', '、']);
    let is_known = parts.all(|part| {
        let (power, rest) = units().multiplier(part);
        units().parse(part).is_some() || power > 0 && rest.is_empty()
    });
    is_known.then_some((at, at + unit.start..at + unit.end))
}

/// `网民：指过去半年内…`: the term, and where the definition begins.
pub fn term(line: &str) -> Option<(Range<usize>, usize)> {
    const LONGEST: usize = 20;
    let is_colon = |(_, c): &(usize, char)| matches!(c, '：' | ':');
    let (colon, _) = line.char_indices().take(LONGEST + 1).find(is_colon)?;
    let term = &line[..colon];
    let is_term = !term.is_empty() && !term.contains(['，', '。', '；', ',']);
    let definition = colon + line[colon..].chars().next()?.len_utf8();
    (is_term && definition < line.len()).then_some((0..colon, definition))
}

/// `网民是指过去半年内…`: the term, and where the definition begins.
pub fn meant(line: &str) -> Option<(Range<usize>, usize)> {
    const LONGEST: usize = 20;
    let mut verbs = ["是指", "系指"].into_iter();
    let (end, verb) = verbs.find_map(|verb| Some((line.find(verb)?, verb)))?;
    let term = &line[..end];
    let is_term = (1..=LONGEST).contains(&term.chars().count())
        && !term.contains(['，', '。', '；', '：', '、']);
    is_term.then(|| (0..end, end + verb.len() - "指".len()))
}

/// Where the definition of a term begins, whatever parts the two.
pub fn defined(line: &str) -> Option<usize> {
    let (_, definition) = term(line).or_else(|| meant(line))?;
    Some(definition)
}

/// Whether a text ends as a sentence does; the sign may stand before closing
/// quotation marks or brackets, or before a remark in brackets.
pub fn is_terminated(text: &str) -> bool {
    let ends = |text: &str| {
        let text = text.trim_end_matches(['”', '’', '）', ')', '」', '』', '"', ' ']);
        // A half-width stop ends no number and no address.
        let stop = text.strip_suffix('.').is_some_and(|before| {
            let word = before
                .rsplit(|c: char| !c.is_ascii_graphic() || c == '<')
                .next();
            // “.中国”, cut behind its stop.
            !before.ends_with(|c: char| c.is_ascii_digit() || c == '“')
                && word.is_none_or(|word| address(word).is_none())
        });
        stop || text.ends_with(['。', '！', '？', '；', '：', '!', '?', ';', ':', '…'])
    };
    let remark = text
        .strip_suffix(['）', ')'])
        .and_then(|inner| inner.rfind(['（', '(']));
    ends(text) || is_english_sentence(text) || remark.is_some_and(|open| ends(&text[..open]))
}

/// Whether a text ends where something must follow.
pub fn ends_amid(text: &str) -> bool {
    text.ends_with(['、', '，', '（', '《', '“'])
}

/// Whether a text has the punctuation of running text. A half-width comma
/// counts unless it groups digits.
pub fn is_prose(text: &str) -> bool {
    let parts = |at: usize| {
        let grouped = text[..at].ends_with(|c: char| c.is_ascii_digit())
            && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        !grouped
    };
    text.contains(['，', '。', '；', '！', '？'])
        || text.match_indices(',').any(|(at, _)| parts(at))
        || is_digest(text)
        || is_english_sentence(text)
}

/// Whether ｜ parts the numbers of a line: 网民 5.91 亿｜普及率 44.1%.
fn is_digest(text: &str) -> bool {
    const ENDS: [char; 9] = ['亿', '万', '%', '％', '人', '个', '元', '户', '台'];
    let mut items = text.split('｜');
    let last = items.next_back();
    let mut items = items.filter(|item| item.contains(|c: char| c.is_ascii_digit()));
    items.any(|item| item.trim_end().ends_with(ENDS)) && last.is_some()
}

/// Whether a text is lines of values that commas part, as a sheet is pasted: most of
/// them stand beside quotation marks, empty cells or other numbers.
///
/// Forced by `fixtures/comma-separated`.
pub fn is_values(text: &str) -> bool {
    const FEWEST: usize = 3;
    let commas = text.match_indices(',').map(|(at, _)| text.split_at(at));
    let parts = commas
        .map(|(before, after)| (before, &after[1..]))
        .filter(|(before, after)| !groups_digits(before, after));
    let (mut all, mut beside) = (0, 0);
    for (before, after) in parts {
        let ends_number = before.ends_with(|c: char| c.is_ascii_digit() || c == '%');
        let begins_number = after.starts_with(|c: char| c.is_ascii_digit() || c == '-');
        let is_beside = before.ends_with(['"', ',']) || after.starts_with(['"', ',']);
        all += 1;
        beside += usize::from(is_beside || ends_number && begins_number);
    }
    beside >= FEWEST && 2 * beside >= all && !text.contains('。')
}

/// Whether the comma between two parts of a text groups the digits of one number.
fn groups_digits(before: &str, after: &str) -> bool {
    let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
    before.ends_with(|c: char| c.is_ascii_digit()) && digits == 3
}

/// Some words and a stop.
fn is_english_sentence(text: &str) -> bool {
    const FEWEST: usize = 5;
    let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    text.ends_with(['.', '?', '!'])
        && text.split(' ').filter(is_word).take(FEWEST).count() == FEWEST
}

/// Whether a text begins as sentences do, and not as their middle.
pub fn begins_sentence(text: &str) -> bool {
    static BEGINNING: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            "^(?:截至|[一二三四五六七八九十]是|首先|其次|再次|最后|此外|另外|同时|其中|例如|一方面|另一方面|数据显示|总体来看)",
        )
    });
    BEGINNING.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heading_numbers_are_read() {
        type Read<'t> = Option<(HeadingForm, &'t str, &'t str)>;
        let cases: [(&str, Read); 18] = [
            (
                "第一章互联网基础资源",
                Some((HeadingForm::Chapter, "第一章", "互联网基础资源")),
            ),
            ("第12章 Web", Some((HeadingForm::Chapter, "第12章", "Web"))),
            (
                "附录一调查方法",
                Some((HeadingForm::Chapter, "附录一", "调查方法")),
            ),
            (
                "一、网民规模",
                Some((HeadingForm::Section, "一", "网民规模")),
            ),
            (
                "十二.网民规模",
                Some((HeadingForm::Section, "十二", "网民规模")),
            ),
            (
                "（一）总体",
                Some((HeadingForm::Subsection, "（一）", "总体")),
            ),
            (
                "(二)总体",
                Some((HeadingForm::Subsection, "（二）", "总体")),
            ),
            ("1.上网时长", Some((HeadingForm::Item, "1", "上网时长"))),
            ("2、上网时长", Some((HeadingForm::Item, "2", "上网时长"))),
            (
                "1.2抽样方式",
                Some((HeadingForm::SubItem, "1.2", "抽样方式")),
            ),
            (
                "第二部分网民",
                Some((HeadingForm::Chapter, "第二部分", "网民")),
            ),
            (
                "附件二：名词解释",
                Some((HeadingForm::Chapter, "附件二", "名词解释")),
            ),
            ("附件下载", None),
            ("第3节域名", Some((HeadingForm::Part, "第3节", "域名"))),
            ("1.2.3域名", Some((HeadingForm::Detail, "1.2.3", "域名"))),
            ("1.2.3.4", Some((HeadingForm::Detail, "1.2.3", "4"))),
            ("2024年", None),
            ("总体", None),
        ];
        for (line, expected) in cases {
            let found = numbered(line);
            let found = found
                .as_ref()
                .map(|n| (n.form, n.number.as_str(), &line[n.title..]));
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn notes_name_their_marks() {
        let cases = [
            ("注1：见", Some(Some("注1"))),
            ("注：见", Some(None)),
            ("注②：见", Some(Some("注2"))),
            ("备注：见", Some(None)),
            ("Note 1: see", Some(Some("注1"))),
            ("Notes: see", Some(None)),
            ("Noted.", None),
            ("注册量", None),
        ];
        for (line, expected) in cases {
            let found = note(line).map(|(marker, _)| marker);
            assert_eq!(found.as_ref().map(|m| m.as_deref()), expected, "{line}");
        }
    }

    #[test]
    fn ends_of_sentences_are_seen() {
        for text in ["好。", "好。”", "好！（排序不分先后）", "如下："] {
            assert!(is_terminated(text), "{text}");
        }
        for text in ["好", "好，", "（好。）好", "好（坏）", "好；“."] {
            assert!(!is_terminated(text), "{text}");
        }
    }
}
