//! Footnotes, and the marks that refer to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::block::{Blocks, Kind, Parsed};
use crate::document::{Cell, Document, number};
use crate::logical::{LogicalText, Mark, Raised};
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// A footnote.
#[derive(Clone, Debug)]
pub struct Footnote {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: LogicalText,
    /// The first address in it.
    pub url: Option<String>,
    /// Where it is printed, its number included.
    pub spans: Vec<Span>,
}

/// Reads the footnotes in the order in which they are printed. A number that
/// comes twice for one mark and a mark without a footnote are problems.
pub fn blocks_to_footnotes(document: &Document, blocks: &Blocks) -> Parsed<Vec<Footnote>> {
    let mut footnotes = Vec::new();
    let mut problems = Vec::new();
    for block in &blocks.blocks {
        let Kind::Footnote { number } = block.kind else {
            continue;
        };
        // One in a row of a grid has no line of its own.
        let spans = match block.lines.is_empty() {
            true => block.text.whole(),
            false => block.spans(document),
        };
        // A number with nothing behind it is no footnote.
        if spans.is_empty() {
            continue;
        }
        footnotes.push(Footnote {
            number,
            text: block.text.clone(),
            url: url(block.text.text()),
            spans,
        });
    }
    let marks = marks(document, blocks);
    for footnote in repeated(&footnotes, &marks) {
        let message = format!("there is a second footnote {}", footnote.number);
        problems.push(Problem::new(
            ProblemKind::FootnoteRepeated,
            message,
            footnote.spans.clone(),
        ));
    }
    for (number, mark) in missing(&footnotes, &marks) {
        let message = format!("a mark refers to footnote {number}, which is not there");
        problems.push(Problem::new(
            ProblemKind::FootnoteMissing,
            message,
            vec![mark.span],
        ));
    }
    Parsed {
        value: footnotes,
        problems,
    }
}

impl Footnote {
    /// Where it begins.
    fn start(&self) -> usize {
        self.spans.first().map_or(0, |span| span.start)
    }
}

/// The footnote that a mark at a place refers to: the next one of its number behind the
/// mark, or one before it, among those that are numbered together. Numbers may begin
/// anew with each page or chapter.
pub fn referred(footnotes: &[Footnote], number: u32, at: usize) -> Option<&Footnote> {
    // They are in the order in which they are printed.
    let next = footnotes.partition_point(|footnote| footnote.start() < at);
    let (before, behind) = footnotes.split_at(next);
    let begins = |footnote: &Footnote| footnote.number == 1;
    let is_meant = |footnote: &&Footnote| footnote.number == number;
    let has_begun = behind.first().is_some_and(begins);
    let together = behind.iter().enumerate();
    let mut together = together.take_while(|(at, footnote)| *at == 0 || !begins(footnote));
    let found = together.find(|(_, footnote)| is_meant(footnote));
    if has_begun || found.is_some() {
        return found.map(|(_, footnote)| footnote);
    }
    let first = before.iter().rposition(begins).unwrap_or(0);
    before[first..].iter().rev().find(is_meant)
}

/// The marks, and their numbers, that refer to no footnote. A table has its marks again
/// with its heading on every page, and its footnotes on one.
pub fn missing<'m>(
    footnotes: &[Footnote],
    marks: &'m [Printed],
) -> impl Iterator<Item = (u32, &'m Mark)> {
    let numbers: BTreeSet<u32> = footnotes.iter().map(|footnote| footnote.number).collect();
    let marks = marks.iter();
    marks.filter_map(move |Printed { mark, is_in_table }| {
        let number: u32 = mark.name.parse().ok()?;
        let is_there = match is_in_table {
            true => numbers.contains(&number),
            false => referred(footnotes, number, mark.span.start).is_some(),
        };
        (!is_there).then_some((number, mark))
    })
}

/// The footnotes whose number an earlier one has, without a mark of that number between
/// the two: endnotes of chapters begin at 1 again, and each has its own mark.
pub fn repeated<'f>(
    footnotes: &'f [Footnote],
    marks: &[Printed],
) -> impl Iterator<Item = &'f Footnote> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for Printed { mark, .. } in marks {
        let of_name = places.entry(&mark.name).or_default();
        of_name.push(mark.span.start);
    }
    for of_name in places.values_mut() {
        of_name.sort_unstable();
    }
    let mut before: BTreeMap<u32, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for footnote in footnotes {
        if let Some(start) = before.insert(footnote.number, footnote.start()) {
            let name = footnote.number.to_string();
            let marks = places.get(name.as_str()).map_or(&[][..], Vec::as_slice);
            let next = marks.partition_point(|mark| *mark <= start);
            if marks.get(next).is_none_or(|mark| *mark > footnote.start()) {
                found.push(footnote);
            }
        }
    }
    found.into_iter()
}

/// A mark, and whether a cell of a table has it.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The mark.
    pub mark: Mark,
    /// Whether it stands in a table, under its caption.
    pub is_in_table: bool,
}

/// The marks of the whole body, those before the text of footnotes aside, and digits in
/// circles that a note says.
pub fn marks(document: &Document, blocks: &Blocks) -> Vec<Printed> {
    let mut marks = Vec::new();
    let mut take = |text: &LogicalText, is_in_table: bool, from: usize| {
        let all = text.marks().iter().filter(|mark| mark.at >= from);
        marks.extend(all.cloned().map(|mark| Printed { mark, is_in_table }));
    };
    for block in &blocks.blocks {
        match block.kind {
            Kind::Grid(index) => {
                let rows = document.grids()[index].rows.iter();
                let cells = rows.flat_map(|row| &row.cells);
                // Most cells have none, as their bytes show.
                let may_have_mark =
                    |cell: &&Cell| !LogicalText::is_unmarked(document.canonical(), &cell.spans);
                for cell in cells.filter(may_have_mark) {
                    let text = LogicalText::new(document.canonical(), &cell.spans, Raised::Mark);
                    take(&text, true, 0);
                }
            }
            // The number of a footnote itself stands before its text.
            _ => take(&block.text, false, 1),
        }
    }
    let noted = noted(blocks);
    marks.retain(|Printed { mark, .. }| {
        let printed = document.slice(mark.span).chars().next();
        let is_noted = |c| number::circled(c).is_some_and(|number| noted.contains(&number));
        !printed.is_some_and(is_noted)
    });
    marks
}

/// The digits in circles that notes say: 注①：…, 注：①…；②….
///
/// Forced by `fixtures/marks-in-circles`.
fn noted(blocks: &Blocks) -> BTreeSet<u32> {
    let notes = blocks.blocks.iter().filter_map(|block| match &block.kind {
        Kind::Note { marker } => Some((marker, block.text.text())),
        _ => None,
    });
    notes
        .flat_map(|(marker, text)| {
            let name = marker.iter().filter_map(|name| name.strip_prefix('注'));
            let numbers = name.filter_map(|number| number.parse().ok());
            numbers.chain(text.chars().filter_map(number::circled))
        })
        .collect()
}

fn url(text: &str) -> Option<String> {
    text.char_indices().find_map(|(at, _)| {
        let length = number::address(&text[at..])?;
        Some(text[at..at + length].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use crate::problem::ProblemKind;
    use crate::{Options, Source, read};

    /// The problems of footnotes, the periods of the levels, and the check of the marks.
    fn reading(text: &str) -> (Vec<ProblemKind>, Vec<String>) {
        let report = read(&Source::new("t.txt", text), &Options::default()).unwrap();
        let of_footnotes = [ProblemKind::FootnoteRepeated, ProblemKind::FootnoteMissing];
        let kinds = report.problems.iter().map(|problem| problem.kind);
        let kinds = kinds.filter(|kind| of_footnotes.contains(kind));
        let levels = report.observations.iter().map(|level| {
            let period = level.period.as_deref().unwrap_or("-");
            format!("{} {period}", level.value_printed)
        });
        (kinds.collect(), levels.collect())
    }

    #[test]
    fn endnotes_of_chapters_begin_at_one_again() {
        let text = "第一章 基础资源\n\n截至2025年12月，IPv6活跃用户数达8.65亿[1]，域名总数为3401万个[2]。\n\n\
            [1] 此处为截至2025年11月数据。\n[2] 域名：含各类后缀。\n\n\
            第二章 网民规模\n\n截至2025年12月，网民规模[1]达11.25亿人，普及率达80.1%[2]。\n\n\
            [1] 网民：6周岁及以上居民。\n[2] 此处为截至2025年10月数据。\n";
        let (problems, levels) = reading(text);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(
            levels,
            [
                "8.65 2025-11",
                "3401 2025-12",
                "11.25 2025-12",
                "80.1 2025-10"
            ]
        );
    }

    #[test]
    fn a_mark_refers_to_no_footnote_of_another_chapter() {
        let text = "第一章 基础资源\n\n截至2025年12月，IPv6活跃用户数达8.65亿[1]，域名总数为3401万个[2]。\n\n\
            [1] 含各类用户。\n[2] 此处为截至2025年10月数据。\n\n\
            第二章 网民规模\n\n截至2025年12月，网民规模[1]达11.25亿人，普及率达80.1%[2]。\n\n\
            [1] 网民：6周岁及以上居民。\n";
        let (problems, levels) = reading(text);
        assert_eq!(problems, [ProblemKind::FootnoteMissing]);
        let periods = [
            "8.65 2025-12",
            "3401 2025-10",
            "11.25 2025-12",
            "80.1 2025-12",
        ];
        assert_eq!(levels, periods);
    }

    #[test]
    fn a_mark_may_stand_behind_its_footnote() {
        let text = "截至2025年12月，域名总数为3401万个[1]。\n\n[1] 此处为截至2025年10月数据。\n\n\
            截至2025年12月，网站数量为446万个[1]。\n";
        let (problems, levels) = reading(text);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(levels, ["3401 2025-10", "446 2025-10"]);
    }

    #[test]
    fn a_number_printed_twice_for_one_mark_is_a_problem() {
        let text = "截至2025年12月，网民规模[1]达11.25亿人，域名总数为3401万个[2]。\n\n\
            [1] 网民：6周岁及以上居民。\n[1] 域名：含各类后缀。\n";
        let (problems, _) = reading(text);
        assert_eq!(
            problems,
            [ProblemKind::FootnoteMissing, ProblemKind::FootnoteRepeated]
        );
    }
}
