//! Lines that are called by a number: captions and headings.

use super::{Segment, WIDEST_WRAP, segments as other_segments};
use crate::catalog::wording;
use crate::document::Line;
use crate::document::number::is_digit;

/// The numerals of chapters and parts.
const HAN: &str = "〇零一二三四五六七八九十百";

/// The next table's caption may stand right under a table.
pub(crate) fn is_caption(line: &str) -> bool {
    // **表 5  分类域名数**, #### 表 5
    let line = emphasized(line);
    // Most lines begin otherwise, and are gone at once.
    if !line.starts_with(['附', '表', '图', 'A', 'T', 'F', '续', '接', '上', '（', '(']) {
        return false;
    }
    // 续表, （续上表）
    if wording().goes_on.has(line) {
        return true;
    }
    let label = line
        .trim_start_matches(['续', '附'])
        .trim_start_matches(['表', '图']);
    let is_chinese = label.len() < line.len() && label.trim_start().starts_with(is_digit);
    let english = ["Appendix Table ", "Table ", "Figure "]
        .into_iter()
        .find_map(|word| line.strip_prefix(word));
    is_chinese || english.is_some_and(|label| label.starts_with(is_digit))
}

/// Whether a line that stands alone is a heading, however wide the gap behind its number:
/// 第二章  网民规模. The space of one character, as which U+3000 is set there, is none
/// between columns.
///
/// Forced by `fixtures/headings-with-wide-gaps` and `fixtures/headings-with-em-spaces`.
pub(super) fn is_heading(text: &str, lines: &[Line], at: usize, segments: &[Segment]) -> bool {
    let [number, title] = segments else {
        return false;
    };
    let gap = &text[number.span.end..title.span.start];
    let title = &text[title.span.range()];
    let is_value = title.starts_with(|c: char| is_digit(c) || matches!(c, '-' | '—'));
    if is_value || !is_heading_number(&text[number.span.range()]) {
        return false;
    }
    let page = lines[at].page;
    let is_no_row = |line: &Line| match &other_segments(text, line)[..] {
        [number, _] if is_heading_number(&text[number.span.range()]) => true,
        // The cells of a row that signs draw are no pieces.
        segments => segments.len() <= 1 || is_caption(&text[line.span.range()]),
    };
    // What follows, however far, is no row of a table; a running head may stand right above,
    // wider than any piece of a label.
    let below = lines[at + 1..].iter().find(|line| !line.is_blank());
    let is_below_free = below.is_none_or(|below| below.page != page || is_no_row(below));
    let is_wide = |line: &Line| line.x1 - line.x0 > WIDEST_WRAP && is_no_row(line);
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    let is_above_free =
        above.is_none_or(|above| above.is_blank() || above.page != page || is_wide(above));
    let is_parted_below = || {
        let below = lines.get(at + 1);
        gap == "\u{3000}" && below.is_none_or(|below| below.is_blank() || below.page != page)
    };
    // A chapter that a page carries again may stand right above the rows of a table.
    let is_running_head = || {
        let is_at_top = above.is_none_or(|above| above.page != page);
        is_at_top && emphasized(&text[number.span.range()]).starts_with(['第', '附'])
    };
    is_above_free && (is_below_free || is_parted_below() || is_running_head())
}

/// 第二章, 附录一, 一、,（一）. Numbers in digits may as well be values.
fn is_heading_number(number: &str) -> bool {
    let number = emphasized(number);
    let is_numeral =
        |text: &str| !text.is_empty() && text.chars().all(|c| HAN.contains(c) || is_digit(c));
    if let Some(number) = number.strip_prefix('第') {
        let mut ends = ["部分", "章", "节", "篇"].iter();
        let numeral = ends.find_map(|end| number.strip_suffix(end));
        return numeral.is_some_and(|numeral| is_numeral(numeral.trim()));
    }
    if let Some(number) = number.strip_prefix("附录") {
        let number = number.trim().trim_end_matches(['：', ':', '、']);
        return number.is_empty()
            || matches!(number.as_bytes(), [b'A'..=b'Z'])
            || is_numeral(number);
    }
    let inside = number.strip_prefix(['（', '(']);
    let inside = inside.and_then(|number| number.strip_suffix(['）', ')']));
    let numeral = inside.or(number.strip_suffix('、')).unwrap_or_default();
    !numeral.is_empty() && numeral.chars().all(|c| HAN.contains(c))
}

/// A line without the signs of Markdown that make it bold or a heading, and without the
/// anchor behind them: `## <span id="page-6-0"></span>二、`.
fn emphasized(line: &str) -> &str {
    let mut line = line.trim_start_matches('#').trim_start();
    while let Some((_, behind)) = line.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
        line = behind.trim_start();
    }
    let bold = ["**", "__"].iter().find_map(|sign| line.strip_prefix(sign));
    bold.unwrap_or(line).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings_are_told_from_labels_and_values() {
        let numbers = [
            "第二章",
            "第 3 部分",
            "附录一",
            "附录",
            "一、",
            "（十二）",
            "**第二章",
        ];
        for number in numbers {
            assert!(is_heading_number(number), "{number}");
        }
        let others = [
            "北京",
            "2024.12",
            "第一产业",
            "1",
            "1.",
            "1.25",
            "",
            "一",
            "附表",
            "2.5%",
        ];
        for other in others {
            assert!(!is_heading_number(other), "{other}");
        }
    }

    #[test]
    fn captions_may_be_emphasized() {
        for line in [
            "表 5 数量",
            "**表 5  数量**",
            "#### 附表 2 数量",
            "图3 结构",
            "续表 5",
        ] {
            assert!(is_caption(line), "{line}");
        }
        for line in [
            "表面上看",
            "**重点**",
            "图书数量",
            "*附 3 报纸",
            "*表 2 类企业",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }
}
