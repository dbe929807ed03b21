//! The other half of what a page cut, where the first does not show by its commas that
//! something must follow.

use super::{doubled, shown};
use crate::block::pattern::{self, begins_sentence, ends_amid, is_prose, is_terminated};
use crate::block::{Block, CaptionKind, Kind};
use crate::catalog::wording;
use crate::document::Document;
use crate::document::number::circled;
use crate::grammar::period;
use crate::logical::is_han;

/// The block that goes on with another.
#[derive(Clone, Copy, Debug)]
pub struct Half {
    /// Its index.
    pub block: usize,
    /// What was guessed; `None` where both show that they are one.
    pub guess: Option<&'static str>,
}

impl Half {
    fn sure(block: usize) -> Half {
        Half { block, guess: None }
    }

    fn guessed(block: usize, guess: &'static str) -> Half {
        Half {
            block,
            guess: Some(guess),
        }
    }
}

/// Whether the blocks that have been passed lead into a glossary.
#[derive(Default)]
pub struct Glossary {
    /// How deep its heading is in the outline.
    level: Option<u8>,
}

impl Glossary {
    /// Takes note of a block if it is a heading.
    pub fn pass(&mut self, block: &Block) {
        let Kind::Heading(heading) = &block.kind else {
            return;
        };
        if self.level.is_none_or(|level| heading.level <= level) {
            let is_glossary = wording().glossary.titles.are_in(block.text.text());
            self.level = is_glossary.then_some(heading.level);
        }
    }

    /// Whether what comes next is of one.
    pub fn is_open(&self) -> bool {
        self.level.is_some()
    }
}

/// The block that goes on with the one at `at`.
pub fn other_half(
    document: &Document,
    blocks: &[Block],
    at: usize,
    is_glossary: bool,
) -> Option<Half> {
    match blocks[at].kind {
        Kind::Note { .. } => rest_of_note(document, blocks, at),
        Kind::Paragraph | Kind::Bullet { .. } => is_glossary
            .then(|| rest_of_definition(document, blocks, at))
            .flatten()
            .or_else(|| rest_of_sentence(document, blocks, at))
            .or_else(|| next_clause(document, blocks, at))
            .or_else(|| clause_over_page(document, blocks, at)),
        _ => None,
    }
}

/// The paragraph that stands next to a block, and how a page may part them.
struct Next<'b> {
    at: usize,
    text: &'b str,
    /// Whether it stands on the next page.
    is_on_next_page: bool,
    /// Whether a page ends between them: that shows, or footnotes or running heads do.
    is_cut: bool,
    /// Whether it stands on the line right below.
    is_on_next_line: bool,
}

fn next<'b>(document: &Document, blocks: &'b [Block], at: usize) -> Option<Next<'b>> {
    let next = behind(blocks, at)?;
    let other = &blocks[next];
    let (last, first) = (*blocks[at].lines.last()?, *other.lines.first()?);
    let page = |line: usize| document.lines()[line].page;
    let pages = page(first).checked_sub(page(last))?;
    let is_text = other.kind == Kind::Paragraph && shown(document, other) != Some(false);
    (is_text && pages <= 1).then(|| Next {
        at: next,
        text: other.text.text(),
        is_on_next_page: pages == 1,
        is_cut: pages == 1 || next > at + 1,
        is_on_next_line: pages == 0 && first == last + 1,
    })
}

/// The block behind another, but for what a page has at its foot and its head.
fn behind(blocks: &[Block], at: usize) -> Option<usize> {
    let is_content =
        |block: &Block| !matches!(block.kind, Kind::Furniture(_) | Kind::Footnote { .. });
    let found = blocks[at + 1..].iter().position(is_content)?;
    Some(at + 1 + found)
}

/// The paragraph that goes on with a note under a table: the note ends in the middle, and
/// behind the paragraph stands what stands under tables alone; or it must go on by its own
/// words, or by those that the next page begins with.
///
/// Forced by `fixtures/cut-notes`.
fn rest_of_note(document: &Document, blocks: &[Block], at: usize) -> Option<Half> {
    const OVER_PAGE: &str = "a note was rejoined over a page break";
    let text = blocks[at].text.text();
    let next = next(document, blocks, at)?;
    let is_above_others = is_under_table(blocks, at, next.at);
    let is_amid = ends_amid(text) || has_open_bracket(text);
    let begins_other = next.text.starts_with("——") || begins_sentence(next.text);
    if text.is_empty() || begins_other && !is_amid {
        return None;
    }
    if is_terminated(text) {
        // Notes end so, and their clauses.
        let is_clause = text.ends_with('；') && next.is_cut && is_above_others;
        return is_clause.then(|| Half::guessed(next.at, OVER_PAGE));
    }
    // A statement has numbers, and the rest of a note has none as a rule, but at its own end.
    let has_number = || next.text.contains(|c: char| c.is_ascii_digit());
    let is_statement = has_number() && !next.text.ends_with('；') && !begins_amid(next.text);
    if is_amid && !(is_statement && is_terminated(next.text)) || is_above_others && !is_statement {
        return Some(match next.is_cut || next.is_on_next_line {
            true => Half::sure(next.at),
            false => Half::guessed(
                next.at,
                "a note was rejoined where nothing shows that a page ended",
            ),
        });
    }
    let is_rest = || is_prose(text) && is_terminated(next.text) && !has_number();
    let goes_on = next.is_cut && (begins_amid(next.text) || is_rest());
    goes_on.then(|| Half::guessed(next.at, OVER_PAGE))
}

/// Whether what stands behind the paragraph at `next` is under the table of the note at
/// `at`: its next note, or its source. That of a chart stands over its caption.
fn is_under_table(blocks: &[Block], at: usize, next: usize) -> bool {
    let number = |block: &Block| match &block.kind {
        Kind::Note { marker } => {
            let digits = marker.as_deref()?.strip_prefix('注')?;
            digits.parse::<u32>().ok()
        }
        _ => None,
    };
    let Some(below) = behind(blocks, next) else {
        return false;
    };
    match &blocks[below].kind {
        Kind::Note { .. } => match (number(&blocks[at]), number(&blocks[below])) {
            (Some(first), Some(second)) => first < second,
            _ => true,
        },
        Kind::Source => {
            let is_of_figure = behind(blocks, below).is_some_and(|caption| {
                matches!(&blocks[caption].kind, Kind::Caption(caption) if caption.kind == CaptionKind::Figure)
            });
            !is_of_figure
        }
        _ => false,
    }
}

/// Whether a bracket or quotation mark is open at the end of a text.
fn has_open_bracket(text: &str) -> bool {
    let count = |signs: [char; 2]| text.matches(signs).count();
    count(['（', '(']) > count(['）', ')'])
        || text.matches('“').count() > text.matches('”').count()
        || text.matches('《').count() > text.matches('》').count()
}

/// Whether a text begins as no sentence does.
fn begins_amid(text: &str) -> bool {
    text.starts_with(['，', '。', '、', '；', '）', '”', '》', '%'])
}

/// The paragraph that goes on with a definition of a glossary which has no comma yet: it
/// defines nothing itself, and ends as sentences do.
///
/// Forced by `fixtures/cut-definitions`.
fn rest_of_definition(document: &Document, blocks: &[Block], at: usize) -> Option<Half> {
    const FEWEST: usize = 4;
    let text = blocks[at].text.text();
    let definition = pattern::defined(text)?;
    let words = text[definition..].chars().filter(|c| is_han(*c));
    if is_terminated(text) || words.take(FEWEST).count() < FEWEST {
        return None;
    }
    let next = next(document, blocks, at)?;
    let has_number = || next.text.contains(|c: char| c.is_ascii_digit());
    let goes_on = !has_number()
        && is_terminated(next.text)
        && pattern::defined(next.text).is_none()
        && !begins_sentence(next.text)
        && !next.text.starts_with("——");
    goes_on.then(|| match next.is_cut {
        true => Half::sure(next.at),
        false => Half::guessed(
            next.at,
            "a definition was rejoined where nothing shows that a page ended",
        ),
    })
}

/// The first paragraph of the next page, when it goes on with one that has no
/// comma yet and stands last on its page: by the word before the break, or by
/// what stands behind it.
///
/// Forced by `fixtures/cut-first-halves` and `fixtures/cut-lists`.
fn rest_of_sentence(document: &Document, blocks: &[Block], at: usize) -> Option<Half> {
    const LEADING: [char; 18] = [
        '达', '为', '至', '占', '的', '和', '与', '及', '较', '约', '近', '超', '过', '由', '从',
        '比', '到', '在',
    ];
    const FEWEST: usize = 4;
    const GUESS: &str = "a sentence without a comma was rejoined over a page break";
    let text = blocks[at].text.text();
    let is_half = !is_prose(text) && !is_terminated(text) && !text.starts_with("——");
    let is_long = text.chars().filter(|c| is_han(*c)).take(FEWEST).count() == FEWEST;
    let begins_date = || text.starts_with(|c: char| c.is_ascii_digit());
    if !is_half || !is_long && !begins_date() {
        return None;
    }
    let next = next(document, blocks, at)?;
    let part = next.text;
    // 分别为 65.5%、2.2%、
    let may_go_on = !part.starts_with("——") && !begins_sentence(part);
    if is_long && ends_amid(text) && is_prose(part) && may_go_on {
        return Some(match next.is_cut {
            true => Half::sure(next.at),
            false => Half::guessed(
                next.at,
                "a list of a sentence was rejoined where nothing shows that a page ended",
            ),
        });
    }
    if !is_prose(part) || begins_sentence(part) {
        return None;
    }
    // The first words may be less than the date they begin with.
    let is_date = || {
        period::leading(&format!("{text}{part}")).is_some_and(|(_, rest)| rest.len() < part.len())
    };
    let is_paragraph = blocks[at].kind == Kind::Paragraph;
    if is_paragraph && next.is_cut && begins_date() && is_date() {
        return Some(Half::guessed(next.at, GUESS));
    }
    let is_led = text.ends_with(LEADING) && next.is_cut;
    // A sub-heading behind ◇ has no stop either.
    let is_behind = is_paragraph
        && next.is_on_next_page
        && (part.starts_with(|c: char| c.is_ascii_digit() || "，。、；）%亿万个的".contains(c))
            || doubled(text, part) > 0);
    let goes_on = is_long && (is_led || is_behind);
    goes_on.then(|| Half::guessed(next.at, GUESS))
}

/// The paragraph below a bullet of core data that ends with a clause, on the same page:
/// nothing but bullets stands among these.
///
/// Forced by `fixtures/bullets-apart`.
fn next_clause(document: &Document, blocks: &[Block], at: usize) -> Option<Half> {
    let (bullet, next) = (&blocks[at], blocks.get(at + 1)?);
    let is_bullet = bullet.kind == Kind::Bullet { has_diamond: true };
    let page = |line: Option<&usize>| line.map(|&line| document.lines()[line].page);
    let goes_on = is_bullet
        && bullet.text.text().ends_with('；')
        && next.kind == Kind::Paragraph
        && is_prose(next.text.text())
        && page(bullet.lines.last()) == page(next.lines.first())
        && shown(document, next) != Some(false);
    goes_on.then(|| Half::guessed(at + 1, "a bullet was rejoined with its next clause"))
}

/// The paragraph of the next page that goes on with one that ends with a clause. An item
/// of a list ends so as well: that has a number or a sign, or others above it end so.
///
/// Forced by `fixtures/cut-clauses`.
fn clause_over_page(document: &Document, blocks: &[Block], at: usize) -> Option<Half> {
    let block = &blocks[at];
    let text = block.text.text();
    if !text.ends_with('；') {
        return None;
    }
    let next = next(document, blocks, at)?;
    let is_aside =
        |block: &&Block| matches!(block.kind, Kind::Furniture(_) | Kind::Footnote { .. });
    let above = blocks[..at].iter().rev().find(|block| !is_aside(block));
    let is_listed = above.is_some_and(|above| {
        above.kind == Kind::Paragraph && above.text.text().ends_with(['；', '：'])
    });
    let is_item = block.kind == Kind::Paragraph && (is_listed || is_numbered(text));
    let goes_on = next.is_cut
        && !is_item
        && next.text.ends_with(['。', '！', '？', '”', '）'])
        && is_terminated(next.text)
        && !is_numbered(next.text)
        && !begins_sentence(next.text)
        && !next.text.starts_with("——");
    goes_on.then(|| {
        Half::guessed(
            next.at,
            "a sentence was rejoined with its next clause over a page break",
        )
    })
}

/// 1. …, （1）…, 1）…, ①…, 一是…: an item of a list in running text.
fn is_numbered(text: &str) -> bool {
    let inner = text.trim_start_matches(['（', '(']);
    let rest = inner
        .trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let is_counted = rest.len() < inner.len()
        && match rest.strip_prefix('.') {
            // 1.2 亿
            Some(behind) => !behind.starts_with(|c: char| c.is_ascii_digit()),
            None => rest.starts_with(['）', ')', '、', '．', '是']),
        };
    is_counted || text.starts_with(|c| circled(c).is_some())
}
