//! Captions of tables and figures, in Chinese and English.

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use super::regex;
use crate::document::number::is_digit;
use crate::grammar::numeral::{self, ordinal};

/// 表 5, 附表 10, 图 10 and what the caption says after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// What it names.
    pub kind: CaptionKind,
    /// The chapter that its number begins with: 表 1-2, 表 1.2.
    pub chapter: Option<Chapter>,
    /// The number of the table or figure, within the chapter where that is
    /// printed.
    pub number: u32,
    /// Whether it is 附表 or 附图, which are numbered apart.
    pub is_appendix: bool,
    /// Whether it repeats the caption on a further page: 续表 5, 表 5（续）.
    pub is_continued: bool,
    /// Where the title stands in the cleaned line.
    pub title: Range<usize>,
}

/// The chapter of a table, and its section where that is printed: 表 2-1-3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chapter(pub u32, pub Option<u32>);

impl fmt::Display for Chapter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        match self.1 {
            Some(section) => write!(f, "-{section}"),
            None => Ok(()),
        }
    }
}

/// What a caption names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptionKind {
    /// 表
    Table,
    /// 图
    Figure,
}

/// Reads a caption, in Chinese or English. A sentence that begins with 表 5 is
/// none: its title would be long and hold a comma, hold a full stop, or go on as one.
pub fn caption(line: &str) -> Option<Caption> {
    chinese_caption(line)
        .filter(|caption| !caption.title.is_empty() || caption.is_continued)
        .or_else(|| english_caption(line))
}

/// Reads 表 5 alone on its line, whose title may stand on the next.
pub fn caption_label(line: &str) -> Option<Caption> {
    chinese_caption(line).filter(|caption| caption.title.is_empty() && !caption.is_continued)
}

/// 表 5 at the start of a line. It is read by hand: a pattern of as many groups takes long,
/// and captions are looked at from several sides.
struct Label {
    is_continued: bool,
    is_appendix: bool,
    kind: CaptionKind,
    /// The digits of the number, or of the chapter.
    digits: Range<usize>,
    /// `.2` behind them.
    point: Range<usize>,
    /// `-2` behind them.
    dash: Range<usize>,
    /// `-3` or `.3` behind those.
    further: Range<usize>,
    /// The number in Han.
    han: Range<usize>,
    end: usize,
}

impl Label {
    fn new(line: &str) -> Option<Label> {
        const DASHES: &[char] = &['-', '－', '–', '—'];
        const POINTS: &[char] = &['.', '．'];
        const SIGNS: &[char] = &['-', '－', '–', '—', '.', '．'];
        // Most lines begin otherwise, and are gone at once.
        if !line.starts_with(['续', '附', '表', '图', '圖', '【', '[']) {
            return None;
        }
        let rest = line.strip_prefix(['【', '[']).unwrap_or(line);
        let continued = rest.strip_prefix('续');
        let rest = continued.unwrap_or(rest);
        let appendix = rest.strip_prefix('附');
        let rest = appendix.unwrap_or(rest);
        let kind = match rest.starts_with('表') {
            true => CaptionKind::Table,
            false => CaptionKind::Figure,
        };
        let rest = rest.strip_prefix(['表', '图', '圖'])?;
        let start = line.len() - rest.len();
        let digits = start..start + leading_by(rest, is_digit);
        let is_han = digits.is_empty();
        let han = match is_han {
            true => start..start + leading_by(rest, numeral::is_han),
            false => 0..0,
        };
        let number = digits.end.max(han.end);
        if number == start {
            return None;
        }
        let behind = |from: usize, signs: &[char], least: u8| match is_han {
            true => from..from,
            false => from..from + leading_item(&line[from..], signs, least),
        };
        let point = behind(number, POINTS, b'0');
        let dash = behind(point.end, DASHES, b'1');
        let further = behind(dash.end, SIGNS, b'1');
        Some(Label {
            is_continued: continued.is_some(),
            is_appendix: appendix.is_some(),
            kind,
            digits,
            han,
            end: further.end,
            point,
            dash,
            further,
        })
    }
}

/// The length of a sign and one or two digits at the start, the first of them `least` or
/// more; 0 where there are none.
fn leading_item(text: &str, signs: &[char], least: u8) -> usize {
    let Some(behind) = text.strip_prefix(signs) else {
        return 0;
    };
    let mut digits = behind.bytes().take(2).take_while(u8::is_ascii_digit);
    match digits.next() {
        Some(first) if first >= least => text.len() - behind.len() + 1 + digits.count(),
        _ => 0,
    }
}

fn chinese_caption(line: &str) -> Option<Caption> {
    let label = Label::new(line)?;
    let rest = label.end..line.len();
    // 您如何上网？（多选）: early editions title a table by what they asked.
    let asks = |(asked, more): (&str, &str)| {
        !asked.contains(['，', '？']) && (more.is_empty() || more.starts_with(['（', '(']))
    };
    let text = &line[rest.clone()];
    if text.contains(['。', '；', '！'])
        || text.contains('？') && !text.split_once('？').is_some_and(asks)
    {
        return None;
    }
    let digits = label.digits;
    let length = line[digits.clone()].chars().count();
    // They may be full-width.
    let year = line[digits.clone()].char_indices().rev().nth(3);
    let year = digits.start + year.map_or(0, |(at, _)| at);
    // 表 5 2023.12 may be printed without its space: 表52023.12.
    let month = !label.point.is_empty() || line[digits.end..].starts_with('年');
    let is_period = month && length >= 4 && is_year(&line[year..digits.end]);
    let mut section = None;
    let is_han = !label.han.is_empty();
    let (chapter, number, mut title) = if is_han {
        (None, label.han, rest)
    } else if is_period && length > 4 {
        (None, digits.start..year, year..line.len())
    } else if is_period {
        return None;
    } else if !label.dash.is_empty() || !label.point.is_empty() {
        if !label.dash.is_empty() && !label.point.is_empty() {
            return None;
        }
        // 表 1-1 and 表 1.1 are the first of their chapter.
        let item = match label.dash.is_empty() {
            true => label.point,
            false => label.dash,
        };
        // 表 2-1-3 and 表 2.1.3 name a section.
        let mut number = last_number(line, item);
        if !label.further.is_empty() {
            section = Some(ordinal(&line[number])?);
            number = last_number(line, label.further);
        }
        (Some(digits), number, rest)
    } else {
        (None, digits, rest)
    };
    let before = title.start;
    title.start += leading_by(&line[title.clone()], |c| ":：.．、】] ".contains(c));
    if is_han && title.start == before && is_word_with_one(&line[number.clone()], &line[before..]) {
        return None;
    }
    let mut is_continued = label.is_continued;
    for sign in ["（续）", "(续)", "（续表）", "(续表)", "续"] {
        if let Some(rest) = line[title.clone()].strip_prefix(sign) {
            (title.start, is_continued) = (title.end - rest.len(), true);
            break;
        }
        if let Some(rest) = line[title.clone()]
            .strip_suffix(sign)
            .filter(|_| sign != "续")
        {
            (title.end, is_continued) = (title.start + rest.len(), true);
            break;
        }
    }
    let text = &line[title.clone()];
    let is_sentence = title.start == before && goes_on_as_sentence(text)
        || text.contains(['，', ',']) && text.chars().count() > 40;
    if is_sentence {
        return None;
    }
    Some(Caption {
        kind: label.kind,
        chapter: match chapter {
            Some(chapter) => Some(Chapter(ordinal(&line[chapter])?, section)),
            None => None,
        },
        number: ordinal(&line[number])?,
        is_appendix: label.is_appendix,
        is_continued,
        title,
    })
}

/// Table 1, Figure 2., Appendix Table 3: the English edition. A title begins
/// with no verb, and no sentence ends in it.
fn english_caption(line: &str) -> Option<Caption> {
    static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"^(?i:(continued )?(appendix |annex |attached )?(table|figure|fig\.) ?)(?:([1-9][0-9]?)[-.–])?([1-9][0-9]{0,2})[:.]?(?: |$)",
        )
    });
    const LONGEST: usize = 160;
    const CUT_SHORT: [&str; 18] = [
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "No",
        "vs", "Co", "Ltd", "Inc", "approx",
    ];
    if !line.starts_with(['c', 'C', 'a', 'A', 't', 'T', 'f', 'F']) {
        return None;
    }
    let found = CAPTION.captures(line)?;
    let mut title = found.get(0)?.end()..line.len();
    let mut is_continued = found.get(1).is_some();
    for sign in ["(continued)", "(Continued)", "(cont.)", "(Cont.)"] {
        if let Some(rest) = line[title.clone()].strip_suffix(sign) {
            (title.end, is_continued) = (title.start + rest.trim_end().len(), true);
        }
    }
    let text = &line[title.clone()];
    // Between Dec. 2018 and June 2019: what is cut short ends no sentence.
    let cut_short = |before: &str| {
        let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next();
        word.is_some_and(|word| word.len() < 2 || CUT_SHORT.contains(&word))
    };
    let ends = text
        .match_indices(". ")
        .any(|(at, _)| !cut_short(&text[..at]));
    let is_sentence = text.starts_with(|c: char| c.is_lowercase())
        || text.strip_suffix('.').is_some_and(|text| !cut_short(text))
        || ends
        || text.len() > LONGEST;
    if is_sentence || text.is_empty() && !is_continued {
        return None;
    }
    let number = |group: usize| found.get(group).and_then(|group| ordinal(group.as_str()));
    let word = found.get(3)?.as_str();
    Some(Caption {
        kind: if word.eq_ignore_ascii_case("table") {
            CaptionKind::Table
        } else {
            CaptionKind::Figure
        },
        chapter: number(4).map(|chapter| Chapter(chapter, None)),
        number: number(5)?,
        is_appendix: found.get(2).is_some(),
        is_continued,
        title,
    })
}

/// The digits at the end of a range.
fn last_number(line: &str, range: Range<usize>) -> Range<usize> {
    let part = &line[range.clone()];
    range.end - part.bytes().rev().take_while(u8::is_ascii_digit).count()..range.end
}

/// Whether what follows 表 5 makes it part of a sentence: 表5中的数据, 表5显示,
/// 表5和表6. A title may begin with the same characters: 中国网民规模,
/// 中小企业, 显示器, 是否上网, 为什么不上网, 和田地区.
///
/// Forced by `fixtures/titles-like-sentences`.
fn goes_on_as_sentence(text: &str) -> bool {
    /// What makes a word of 中, and no sentence of 表 5 中.
    const MIDDLE: &str =
        "国央小文部西东南北老青年学高低等级间期外华医药介心转型美日欧英法德俄韩非印越巴拉亚石科";
    const NEXT: &str = "表图附其本上下前后第、";
    let follows = |word: &str| text.strip_prefix(word);
    let begins = |rest: &str, characters: &str| rest.starts_with(|c| characters.contains(c));
    if follows("、")
        .or(follows("，"))
        .or(follows("所示"))
        .is_some()
    {
        return true;
    }
    // 图2中老年网民占18.9%，比上年提高
    let has_comma = text.contains(['，', ',']);
    if let Some(rest) = follows("中") {
        return has_comma || !begins(rest, MIDDLE);
    }
    if let Some(rest) = follows("显示") {
        return !begins(rest, "器屏设面终");
    }
    if let Some(rest) = follows("是") {
        return !rest.starts_with('否');
    }
    if let Some(rest) = follows("为") {
        return !begins(rest, "什何了");
    }
    if let Some(rest) = follows("可见").or(follows("可以")) {
        return !begins(rest, "度光");
    }
    ["和", "与", "及"]
        .into_iter()
        .find_map(follows)
        .is_some_and(|rest| {
            let is_named = begins(rest, NEXT) || rest.starts_with(|c: char| c.is_numeric());
            // 图2与农村网民相比，城镇网民占
            is_named || has_comma
        })
}

/// 表一般, 图一直: words that go on with 一 behind 表 or 图.
fn is_word_with_one(number: &str, rest: &str) -> bool {
    const GO_ON: &str = "般些个起直样定旦目览方种次线体是同致并";
    number == "一" && rest.starts_with(|c| GO_ON.contains(c))
}

fn is_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

/// The length of the characters at the start that belong.
fn leading_by(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(belongs).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_told_from_sentences() {
        let cases: [(&str, Option<(u32, &str)>); 50] = [
            (
                "表5 2023.12-2024.12各类应用",
                Some((5, "2023.12-2024.12各类应用")),
            ),
            (
                "表52023.12-2024.12各类应用",
                Some((5, "2023.12-2024.12各类应用")),
            ),
            (
                "图252024年网民关注的议题",
                Some((25, "2024年网民关注的议题")),
            ),
            (
                "图25 2024年网民关注的议题",
                Some((25, "2024年网民关注的议题")),
            ),
            (
                "附表3IPv6地址数（以块/32为单位）",
                Some((3, "IPv6地址数（以块/32为单位）")),
            ),
            ("表1：网民规模", Some((1, "网民规模"))),
            ("续表6", Some((6, ""))),
            ("表6（续）", Some((6, ""))),
            ("表6分省政府网站数量（续）", Some((6, "分省政府网站数量"))),
            ("表一、网民规模", Some((1, "网民规模"))),
            ("表十二2024.12网民规模", Some((12, "2024.12网民规模"))),
            ("表一般由三部分组成", None),
            ("表2-3网民规模", Some((3, "网民规模"))),
            ("图2.3网民规模", Some((3, "网民规模"))),
            ("表2023.12", None),
            // A year is four characters, of whatever width.
            ("图1１20.12网民", Some((12, "网民"))),
            (
                "Table 1 Users of Internet applications",
                Some((1, "Users of Internet applications")),
            ),
            (
                "Appendix Table 3: IPv6 addresses",
                Some((3, "IPv6 addresses")),
            ),
            ("FIGURE 12. Internet users", Some((12, "Internet users"))),
            ("Table 2-4 Domains", Some((4, "Domains"))),
            ("Table 5 shows that users grew", None),
            ("Figure 3 Users grew. They did.", None),
            ("表5所示", None),
            ("表5显示，即时通信用户规模达10亿。", None),
            ("图1", None),
            ("图中各行政级别", None),
            // Titles that begin as a reference goes on.
            (
                "附表1中国各地区IPv4地址数",
                Some((1, "中国各地区IPv4地址数")),
            ),
            (
                "图1中国网民规模和互联网普及率",
                Some((1, "中国网民规模和互联网普及率")),
            ),
            ("表3中央部委网站数量", Some((3, "中央部委网站数量"))),
            (
                "表4中小企业互联网接入比例",
                Some((4, "中小企业互联网接入比例")),
            ),
            ("表7中文域名数量", Some((7, "中文域名数量"))),
            ("图8显示器尺寸分布", Some((8, "显示器尺寸分布"))),
            ("图9为什么不上网", Some((9, "为什么不上网"))),
            ("图9是否使用过网上银行", Some((9, "是否使用过网上银行"))),
            ("表2与朋友联系的方式", Some((2, "与朋友联系的方式"))),
            ("表2及时通信用户规模", Some((2, "及时通信用户规模"))),
            ("表2和田地区网民规模", Some((2, "和田地区网民规模"))),
            ("表5中的数据来自调查", None),
            ("表5中各类应用的用户规模", None),
            ("图1中网民规模的增长", None),
            ("图1和图2列出各省的比例", None),
            ("表5与附表6的合计", None),
            ("图2与农村网民相比，城镇网民占", None),
            ("图1为网民规模", None),
            ("图1是历次调查的结果", None),
            ("图3可以看出各省的差距", None),
            ("表5您如何上网？（多选）", Some((5, "您如何上网？（多选）"))),
            ("表5您每周上网几天？", Some((5, "您每周上网几天？"))),
            ("表5说明了什么？它说明网民增长", None),
            (
                "Table 1: Resources between Dec. 2018 and June 2019",
                Some((1, "Resources between Dec. 2018 and June 2019")),
            ),
        ];
        for (line, expected) in cases {
            let found = caption(line).map(|caption| (caption.number, &line[caption.title]));
            assert_eq!(found, expected, "{line}");
        }
    }
}
