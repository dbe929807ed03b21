//! Footnotes, and the marks that refer to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::block::{Blocks, Kind, Parsed};
use crate::document::{Document, number};
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
        footnotes.push(Footnote {
            number,
            text: block.text.clone(),
            url: url(block.text.text()),
            spans: block.spans(document),
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
    let numbers: BTreeSet<u32> = footnotes.iter().map(|footnote| footnote.number).collect();
    for mark in marks {
        let number = mark.name.parse::<u32>().ok();
        if let Some(number) = number.filter(|number| !numbers.contains(number)) {
            let message = format!("a mark refers to footnote {number}, which is not there");
            problems.push(Problem::new(
                ProblemKind::FootnoteMissing,
                message,
                vec![mark.span],
            ));
        }
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

/// The footnote that a mark at a place refers to. Where numbers begin anew with each
/// page or chapter, that is the next one behind the mark.
pub fn referred(footnotes: &[Footnote], number: u32, at: usize) -> Option<&Footnote> {
    let is_meant = |footnote: &&Footnote| footnote.number == number;
    // They are in the order in which they are printed.
    let next = footnotes.partition_point(|footnote| footnote.start() < at);
    let (before, behind) = footnotes.split_at(next);
    let found = behind.iter().find(is_meant);
    found.or_else(|| before.iter().rev().find(is_meant))
}

/// The footnotes whose number an earlier one has, without a mark of that number between
/// the two: endnotes of chapters begin at 1 again, and each has its own mark.
pub fn repeated<'f>(
    footnotes: &'f [Footnote],
    marks: &[Mark],
) -> impl Iterator<Item = &'f Footnote> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for mark in marks {
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

/// The marks of the whole body, those before the text of footnotes aside.
pub fn marks(document: &Document, blocks: &Blocks) -> Vec<Mark> {
    let mut marks = Vec::new();
    for block in &blocks.blocks {
        match block.kind {
            Kind::Grid(index) => {
                let cells = document.grids()[index]
                    .rows
                    .iter()
                    .flat_map(|row| &row.cells);
                for cell in cells {
                    let text = LogicalText::new(document.canonical(), &cell.spans, Raised::Mark);
                    marks.extend_from_slice(text.marks());
                }
            }
            // The number of a footnote itself stands before its text.
            _ => marks.extend(
                block
                    .text
                    .marks()
                    .iter()
                    .filter(|mark| mark.at > 0)
                    .cloned(),
            ),
        }
    }
    marks
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
