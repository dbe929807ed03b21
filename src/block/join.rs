//! Rejoins the paragraphs that page breaks cut.

mod half;

use super::pattern::{begins_sentence, is_prose, is_terminated, is_values};
use super::{Block, CaptionKind, Kind};
use crate::document::Document;
use crate::logical::{LogicalText, is_han};
use crate::problem::{Problem, ProblemKind};
use half::Glossary;

/// Joins each paragraph that ends in the middle with the one that goes on with
/// it, and says which joins were guessed and which ends stay open.
pub fn rejoin(document: &Document, blocks: &mut Vec<Block>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut taken = vec![false; blocks.len()];
    let mut glossary = Glossary::default();
    for at in 0..blocks.len() {
        glossary.pass(&blocks[at]);
        let half = (!taken[at])
            .then(|| half::other_half(document, blocks, at, glossary.is_open()))
            .flatten();
        let goes_on =
            half.is_some() || is_open(&blocks[at]) || is_shown_to_go_on(document, blocks, at);
        if taken[at] || !goes_on {
            continue;
        }
        // What was joined may be cut again.
        let mut from = at;
        loop {
            let next = match half.filter(|_| from == at) {
                Some(half) => Some((half.block, half.guess.is_none())),
                None => continuation(document, blocks, at, from),
            };
            let Some((next, is_sure)) = next else {
                problems.push(Problem::new(
                    ProblemKind::SentenceOpen,
                    "a sentence ends in the middle and nothing goes on with it",
                    tail(&blocks[at].text),
                ));
                break;
            };
            taken[next] = true;
            let part = std::mem::take(&mut blocks[next].text);
            let lines = std::mem::take(&mut blocks[next].lines);
            let block = &mut blocks[at];
            let doubled = doubled(block.text.text(), part.text());
            let place = tail(&block.text);
            block.lines.extend(lines);
            block.text.append(&part.slice(doubled..part.text().len()));
            if doubled > 0 {
                problems.push(Problem {
                    found: Some(part.text()[..doubled].to_owned()),
                    ..Problem::new(
                        ProblemKind::JoinGuessed,
                        "the page break doubled characters, which are kept once",
                        place,
                    )
                });
            } else if !is_sure {
                problems.push(Problem::new(
                    ProblemKind::JoinGuessed,
                    half.and_then(|half| half.guess)
                        .unwrap_or("a sentence was rejoined where nothing shows that a page ended"),
                    place,
                ));
            }
            from = next;
            if !is_open(&blocks[at]) {
                break;
            }
        }
    }
    let mut taken = taken.into_iter();
    blocks.retain(|_| !taken.next().unwrap_or(false));
    problems
}

/// The last characters of a text, to point at.
fn tail(text: &LogicalText) -> Vec<crate::span::Span> {
    let all = text.text();
    let start = all.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
    text.spans(start..all.len())
}

/// Whether a block is running text that stops in the middle.
fn is_open(block: &Block) -> bool {
    let text = block.text.text();
    matches!(block.kind, Kind::Paragraph | Kind::Bullet { .. })
        && (is_prose(text) || begins_sentence(text))
        && !is_terminated(text)
        && !is_values(text)
        && !text.starts_with("——")
}

/// The paragraph behind block `from` that goes on with the text of block `at`,
/// and whether a footnote or a page break stands between.
fn continuation(
    document: &Document,
    blocks: &[Block],
    at: usize,
    from: usize,
) -> Option<(usize, bool)> {
    let text = &blocks[at].text;
    let page = |block: &Block| block.lines.first().map(|&line| document.lines()[line].page);
    let start = document.lines()[*blocks[at].lines.last()?].page;
    let mut saw_page_end = false;
    let mut saw_content = false;
    for (index, block) in blocks.iter().enumerate().skip(from + 1) {
        if page(block).is_some_and(|page| page > start + 1) {
            return None;
        }
        match &block.kind {
            Kind::Furniture(_) | Kind::Footnote { .. } => saw_page_end = true,
            Kind::Caption(_)
            | Kind::Grid(_)
            | Kind::Chart
            | Kind::Note { .. }
            | Kind::Source
            | Kind::Unit => {
                saw_content = true;
            }
            Kind::Paragraph if shown(document, block) == Some(true) => return Some((index, true)),
            Kind::Paragraph if shown(document, block) == Some(false) => return None,
            Kind::Paragraph if goes_on(text.text(), block.text.text()) => {
                let is_sure = !saw_content && (saw_page_end || page(block)? > start);
                return Some((index, is_sure));
            }
            // Loose labels of a chart.
            Kind::Paragraph if !is_prose(block.text.text()) && in_figure(blocks, index) => {
                saw_content = true;
            }
            _ => return None,
        }
    }
    None
}

/// Whether the layout says that a block goes on with one before it.
fn shown(document: &Document, block: &Block) -> Option<bool> {
    document.lines()[*block.lines.first()?].follows
}

/// Whether the next paragraph stands on the next page, and the layout says that
/// it goes on with this block: words alone cannot tell the first half of a
/// sentence without a comma, nor that of a note under a table.
fn is_shown_to_go_on(document: &Document, blocks: &[Block], at: usize) -> bool {
    let is_text = |block: &Block| matches!(block.kind, Kind::Paragraph | Kind::Bullet { .. });
    let is_note = matches!(blocks[at].kind, Kind::Note { .. } | Kind::Source);
    let is_passed = |block: &&Block| match block.kind {
        Kind::Furniture(_) | Kind::Footnote { .. } => true,
        Kind::Heading(_) | Kind::Contents => false,
        _ => !is_note && !is_text(block),
    };
    (is_note || is_text(&blocks[at]))
        && blocks[at + 1..]
            .iter()
            .find(|block| !is_passed(block))
            .is_some_and(|next| next.kind == Kind::Paragraph && shown(document, next) == Some(true))
}

/// Whether short lines before a figure's caption lie between.
fn in_figure(blocks: &[Block], at: usize) -> bool {
    const FURTHEST: usize = 60;
    blocks[at..]
        .iter()
        .take(FURTHEST)
        .find(|block| block.kind != Kind::Paragraph || is_prose(block.text.text()))
        .is_some_and(|block| {
            matches!(&block.kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure)
        })
}

fn goes_on(text: &str, next: &str) -> bool {
    let may_begin = text.ends_with(['，', '、', ',', '“', '（']);
    is_prose(next)
        && !text.ends_with('\u{fffd}')
        && !next.starts_with("——")
        && (may_begin || !begins_sentence(next))
}

/// How many bytes at the start of `next` repeat the end of `text`: a page
/// break may print characters on both pages. Digits are never dropped.
fn doubled(text: &str, next: &str) -> usize {
    const LONGEST: usize = 8;
    let mut length = 0;
    for (at, c) in next.char_indices().take(LONGEST) {
        if !is_han(c) {
            break;
        }
        let end = at + c.len_utf8();
        if text.ends_with(&next[..end]) {
            length = end;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_characters_are_counted() {
        for (text, next, doubled_text) in [
            ("会议纪要", "要、文字", "要"),
            ("网民规模", "规模达", "规模"),
            ("达11", "11亿", ""),
            ("网民", "规模", ""),
        ] {
            assert_eq!(&next[..doubled(text, next)], doubled_text);
        }
    }
}
