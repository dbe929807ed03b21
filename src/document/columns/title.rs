//! Lines that are called by a number: captions and headings.

use crate::catalog::wording;
use crate::document::number::is_digit;

/// The next table's caption may stand right under a table.
pub(crate) fn is_caption(line: &str) -> bool {
    // **表 5  分类域名数**, #### 表 5
    let line = line.trim_start_matches(['*', '#', '_', ' ']);
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

/// The numerals of chapters and parts.
const NUMERALS: &str = "〇零一二三四五六七八九十百";

/// Whether the two pieces of a line are the number of a heading and its title, however wide
/// the gap between them: 第二章 and 网民规模.
///
/// Forced by `fixtures/headings-with-wide-gaps`.
pub(super) fn joins_title(number: &str, title: &str) -> bool {
    let number = number.trim_start_matches(['*', '#', '_', ' ']);
    let is_value = title.starts_with(|c: char| is_digit(c) || matches!(c, '-' | '—' | '.' | '/'));
    !is_value && is_heading_number(number)
}

/// 第二章, 附录一, 一、,（一）, 1.2, 3.
fn is_heading_number(number: &str) -> bool {
    let is_numeral =
        |text: &str| !text.is_empty() && text.chars().all(|c| NUMERALS.contains(c) || is_digit(c));
    let chapter = number.strip_prefix('第');
    let chapter = chapter.and_then(|number| {
        let mut ends = ["部分", "章", "节", "篇"].iter();
        ends.find_map(|end| number.strip_suffix(end))
    });
    if let Some(number) = chapter {
        return is_numeral(number.trim());
    }
    if let Some(number) = number.strip_prefix("附录") {
        let number = number.trim().trim_end_matches(['：', ':', '、']);
        let is_letter = matches!(number.as_bytes(), [b'A'..=b'Z']);
        return number.is_empty() || is_letter || is_numeral(number);
    }
    let inside = number
        .strip_prefix(['（', '('])
        .and_then(|number| number.strip_suffix(['）', ')']));
    let listed = number.strip_suffix('、');
    if let Some(number) = inside.or(listed) {
        return number.chars().all(|c| NUMERALS.contains(c)) && !number.is_empty();
    }
    let (first, rest) = number.split_at(number.find('.').unwrap_or(0));
    let is_part = |part: &str| part.len() < 3 && part.chars().all(is_digit);
    !first.is_empty() && is_part(first) && rest[1..].split('.').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_heading_belongs_to_its_title() {
        let numbers = [
            "第二章",
            "第 3 部分",
            "附录一",
            "附录",
            "一、",
            "（十二）",
            "1.",
            "1.2",
            "**第二章",
        ];
        for number in numbers {
            assert!(joins_title(number, "网民规模"), "{number}");
        }
        let others = [
            "北京",
            "2024.12",
            "第一产业",
            "1",
            "677",
            "",
            "一",
            "附表",
            "2.5%",
        ];
        for other in others {
            assert!(!joins_title(other, "网民规模"), "{other}");
        }
        assert!(!joins_title("一、", "11.08 亿人"));
        assert!(!joins_title("1.2", "--"));
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
        for line in ["表面上看", "**重点**", "图书数量"] {
            assert!(!is_caption(line), "{line}");
        }
    }
}
