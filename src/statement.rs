//! Bullets, sentences and terms: what the report says in words.

use std::ops::Range;

use crate::block::{Block, Blocks, Kind, pattern};
use crate::document::seek::{self, Steps, steps_to};
use crate::document::{Document, number};
use crate::grammar::blank;
use crate::logical::{LogicalText, is_han};
use crate::outline::{Section, section_of};
use crate::term::{self, Term};

/// A bullet of the core data or a sentence that holds a number.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Which of the two.
    pub kind: StatementKind,
    /// What it says.
    pub text: LogicalText,
    /// Index of its block; sentences of a paragraph share it.
    pub block: usize,
}

/// What a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementKind {
    /// After ◇.
    Bullet,
    /// In running text.
    Sentence,
}

impl StatementKind {
    /// As `kind` writes it.
    pub fn name(self) -> &'static str {
        match self {
            StatementKind::Bullet => "bullet",
            StatementKind::Sentence => "sentence",
        }
    }
}

/// What a paragraph after ◇ or a list dash is.
enum Bulleted {
    Statement,
    Term(Range<usize>, usize),
    SubHeading,
    Text,
}

/// Reads bullets and sentences with numbers, and the terms of the glossary.
pub fn blocks_to_statements(
    document: &Document,
    blocks: &Blocks,
    sections: &[Section],
) -> (Vec<Statement>, Vec<Term>) {
    let mut statements = Vec::new();
    let mut terms = Vec::new();
    for (at, block) in blocks.blocks.iter().enumerate() {
        let bulleted = match block.kind {
            Kind::Bullet { has_diamond } => {
                let section = section_of(sections, at).map(|section| section.title.as_str());
                bulleted(block, has_diamond, section)
            }
            Kind::Paragraph => Bulleted::Text,
            Kind::Grid(index) => {
                terms.extend(term::grid_to_terms(document, &document.grids()[index]));
                continue;
            }
            _ => continue,
        };
        match bulleted {
            Bulleted::Statement => statements.push(Statement {
                kind: StatementKind::Bullet,
                text: closed(block.text.clone()),
                block: at,
            }),
            Bulleted::Term(term, definition) => {
                terms.push(Term::of(&block.text, term, definition));
            }
            Bulleted::SubHeading => {}
            Bulleted::Text if !pattern::is_prose(block.text.text()) => {}
            Bulleted::Text if pattern::is_values(block.text.text()) => {}
            Bulleted::Text => {
                if let Some(term) = term::block_to_term(blocks, at, sections) {
                    terms.push(term);
                    continue;
                }
                let sentences = sentences(block.text.text()).into_iter();
                statements.extend(
                    sentences
                        .filter(|range| says_a_number(&block.text.text()[range.clone()]))
                        .map(|range| Statement {
                            kind: StatementKind::Sentence,
                            text: closed(block.text.slice(range).trimmed()),
                            block: at,
                        }),
                );
            }
        }
    }
    (statements, terms)
}

/// ◇ stands before core data, terms and sub-headings alike.
fn bulleted(block: &Block, has_diamond: bool, section: Option<&str>) -> Bulleted {
    let text = block.text.text();
    let is_core = section == Some("核心数据");
    if !has_diamond {
        return if is_core && says_a_number(text) {
            Bulleted::Statement
        } else {
            Bulleted::Text
        };
    }
    match pattern::term(text) {
        Some((term, definition)) if !is_core => Bulleted::Term(term, definition),
        _ if !pattern::is_prose(text) && !number::has_token(text) => Bulleted::SubHeading,
        _ => Bulleted::Statement,
    }
}

/// A statement with the blanks within its numbers closed.
fn closed(text: LogicalText) -> LogicalText {
    let mut blanks = blank::within_numbers(text.text());
    let marks = text.marks();
    blanks.retain(|blank| {
        !marks
            .iter()
            .any(|mark| (blank.start..=blank.end).contains(&mark.at))
    });
    match blanks.is_empty() {
        true => text,
        false => text.without(&blanks),
    }
}

fn says_a_number(text: &str) -> bool {
    let is_language = text.contains(is_han)
        || text
            .split(' ')
            .filter(|word| word.chars().all(char::is_alphabetic))
            .count()
            >= 3;
    is_language && number::has_token(text)
}

/// The brackets and stops of a text.
fn signs(text: &str) -> Vec<(usize, char)> {
    const TO_SIGN: Steps = steps_to(b"()\xe3\xef");
    let first = seek::next(text, 0, &TO_SIGN);
    // All that are looked at are of one byte or of three.
    let behind = |at: usize| at + if text.as_bytes()[at].is_ascii() { 1 } else { 3 };
    let places = std::iter::successors(first, |at| seek::next(text, behind(*at), &TO_SIGN));
    let signs = places.filter_map(|at| Some((at, text[at..].chars().next()?)));
    let is_sign = |c| matches!(c, '（' | '(' | '）' | ')' | '。' | '！' | '？');
    signs.filter(|(_, c)| is_sign(*c)).collect()
}

/// The sentences of a paragraph: each up to 。！？ and the quotation marks and
/// brackets that close behind it. A stop within brackets ends none.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let signs = signs(text);
    let count = |of: [char; 2]| signs.iter().filter(|(_, c)| of.contains(c)).count();
    let is_balanced = count(['（', '(']) == count(['）', ')']);
    let mut sentences = Vec::new();
    let (mut start, mut depth, mut end) = (0, 0usize, 0);
    for (at, c) in signs {
        match c {
            // What closes the sentence before is of it.
            _ if at < end => {}
            '（' | '(' if is_balanced => depth += 1,
            '）' | ')' if is_balanced => depth = depth.saturating_sub(1),
            '。' | '！' | '？' if depth == 0 => {
                const CLOSING: &str = "”’）)」』\"。！？";
                let behind = text[at + c.len_utf8()..].trim_start_matches(|c| CLOSING.contains(c));
                end = text.len() - behind.len();
                // 问：网民有多少？答：…: what the answer is of, only the question says.
                if c == '？' && text[end..].trim_start().starts_with(['答']) {
                    continue;
                }
                sentences.push(start..end);
                start = end;
            }
            _ => {}
        }
    }
    if !text[start..].trim().is_empty() {
        sentences.push(start..text.len());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_divided_at_stops() {
        let cases: [(&str, &[&str]); 5] = [
            ("甲。乙！丙", &["甲。", "乙！", "丙"]),
            ("“甲。”乙。", &["“甲。”", "乙。"]),
            ("甲（乙。丙）。丁。", &["甲（乙。丙）。", "丁。"]),
            ("甲（乙。丙。", &["甲（乙。", "丙。"]),
            ("甲3.5亿。", &["甲3.5亿。"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = sentences(text)
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
