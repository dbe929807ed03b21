//! The blocks one after another, each line taken by the first that may.

mod continues;
mod edges;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::look::{Look, marked, titled};
use super::note::{label_end, note};
use super::pattern::{self, CaptionKind};
use super::{Block, Contents, Furniture, Kind, heading, wrapped};
use crate::document::number::is_digit;
use crate::document::{Document, Grid, Place};
use crate::logical::{LogicalText, Raised};

/// The blocks of a document in the making.
pub struct Builder<'a> {
    document: &'a Document,
    looks: &'a [Look<'a>],
    furniture: Vec<Option<Furniture>>,
    headings: heading::Outline<'a>,
    widest: Vec<f64>,
    widest_of_all: f64,
    has_captions_below: bool,
    /// Index of the last block that is the heading of a chapter.
    chapter: Option<usize>,
    /// Of each line, the footnote in plain digits that it is of.
    feet: HashMap<usize, usize>,
    blocks: Vec<Block>,
    /// The rows that grids keep of theirs.
    kept: Vec<(usize, Range<usize>)>,
}

impl<'a> Builder<'a> {
    /// Nothing taken yet.
    pub fn new(
        document: &'a Document,
        looks: &'a [Look<'a>],
        furniture: Vec<Option<Furniture>>,
        contents: &'a Contents,
        has_captions_below: bool,
    ) -> Builder<'a> {
        let widest = widest(looks);
        Builder {
            document,
            looks,
            furniture,
            headings: heading::Outline::new(contents),
            widest_of_all: widest.iter().copied().fold(0.0, f64::max),
            widest,
            has_captions_below,
            chapter: None,
            feet: feet(document),
            blocks: Vec::new(),
            kept: Vec::new(),
        }
    }

    /// Takes every line of the document; returns the blocks, and the rows that grids
    /// keep when others of theirs are blocks.
    pub fn build(mut self, contents: &Contents) -> (Vec<Block>, Vec<(usize, Range<usize>)>) {
        self.run(contents);
        (self.blocks, self.kept)
    }

    fn run(&mut self, contents: &Contents) {
        let mut in_contents = contents.lines.iter().copied().peekable();
        let mut grids = self.document.grids().iter().enumerate().peekable();
        let mut at = 0;
        while at < self.looks.len() {
            while grids.next_if(|(_, grid)| grid.lines.start < at).is_some() {}
            if self.looks[at].is_blank() {
                at += 1;
            } else if let Some(&index) = self.feet.get(&at) {
                self.plain_footnote(at, index);
                at += 1;
            } else if in_contents.next_if_eq(&at).is_some() {
                self.contents(at);
                at += 1;
            } else if let Some((index, grid)) =
                grids.next_if(|(_, grid)| grid.lines.start == at && self.is_grid(grid))
            {
                let lines = grid.lines.clone();
                at = lines.end;
                self.grid(index, grid);
            } else {
                at = self.line(at);
            }
        }
    }

    /// White space alone makes a table only under a caption or where a table
    /// goes on; the labels of a chart, above its caption, stand in columns too.
    fn is_grid(&self, grid: &Grid) -> bool {
        if grid.is_drawn {
            return true;
        }
        let first = grid.lines.start;
        let text = self.looks[first].text.text();
        let begins_other = self.furniture[first].is_some()
            || pattern::source(text).is_some()
            || pattern::note(text).is_some()
            || pattern::unit(text).is_some();
        if begins_other {
            return false;
        }
        let before = self.blocks.iter().rev().find(|block| {
            !matches!(
                block.kind,
                Kind::Furniture(_) | Kind::Footnote { .. } | Kind::Unit
            )
        });
        before.is_some_and(|block| match &block.kind {
            Kind::Caption(caption) => caption.kind == CaptionKind::Table,
            Kind::Grid(_) => true,
            _ => false,
        }) || self.is_over_caption(grid)
            || self.is_chart(grid)
    }

    /// Whether the caption of a table stands below a grid: all do, or it has none
    /// below it.
    fn is_over_caption(&self, grid: &Grid) -> bool {
        let page = self.looks[grid.lines.start].line.page;
        let is_content = |at: &usize| {
            let text = self.looks[*at].text.text();
            !self.looks[*at].is_blank()
                && pattern::source(text).is_none()
                && pattern::note(text).is_none()
                && pattern::unit(text).is_none()
        };
        let next = |from: usize| {
            let near = (from..self.looks.len()).take(6);
            near.filter(|&at| self.looks[at].line.page == page)
                .find(is_content)
        };
        let Some(below) = next(grid.lines.end) else {
            return false;
        };
        let is_caption = pattern::caption(&marked(&self.looks[below], self.document))
            .is_some_and(|caption| caption.kind == CaptionKind::Table && !caption.is_continued);
        let has_grid = || {
            next(below + 1).is_some_and(|at| {
                let grids = self.document.grids();
                grids.iter().any(|grid| grid.lines.contains(&at))
            })
        };
        is_caption && (self.has_captions_below || !has_grid())
    }

    /// Whether the rows of a grid end in values, and nothing but labels stands
    /// between them and the caption of a figure.
    ///
    /// Forced by `fixtures/plain-marks`.
    fn is_chart(&self, grid: &Grid) -> bool {
        const FURTHEST: usize = 60;
        let ends_in_value = |at: usize| {
            let look = &self.looks[at];
            look.is_blank() || look.source.ends_with('%') || look.source.ends_with(is_digit)
        };
        let caption = |look: &Look| pattern::caption(&marked(look, self.document));
        let is_label =
            |look: &&Look| caption(look).is_none() && pattern::is_title(look.text.text());
        let page = self.looks[grid.lines.start].line.page;
        grid.lines.clone().all(ends_in_value)
            && self.looks[grid.lines.end..]
                .iter()
                .take(FURTHEST)
                .find(|look| !look.is_blank() && !is_label(look))
                .filter(|look| look.line.page == page)
                .and_then(caption)
                .is_some_and(|caption| caption.kind == CaptionKind::Figure)
    }

    fn contents(&mut self, at: usize) {
        match self
            .blocks
            .iter_mut()
            .rev()
            .find(|block| !matches!(block.kind, Kind::Furniture(_)))
        {
            Some(block) if block.kind == Kind::Contents => block.lines.push(at),
            _ => self.push(Kind::Contents, vec![at], LogicalText::default()),
        }
    }

    /// Takes the footnote in plain digits whose first line is at `at`.
    fn plain_footnote(&mut self, at: usize, index: usize) {
        let note = &self.document.plain().footnotes[index];
        if note.lines.first() != Some(&at) {
            return;
        }
        let mut text = LogicalText::default();
        for span in &note.text {
            text.append_line(&LogicalText::new(
                self.document.canonical(),
                &[*span],
                Raised::MarkOrExponent,
            ));
        }
        let kind = Kind::Footnote {
            number: note.number,
        };
        self.push(kind, note.lines.clone(), text);
    }

    /// Takes the line at `at`, and those that belong to it; returns the next.
    fn line(&mut self, at: usize) -> usize {
        let look = &self.looks[at];
        if let Some(furniture) = self.furniture[at] {
            self.push(Kind::Furniture(furniture), vec![at], look.text.clone());
            return at + 1;
        }
        if look.line.place == Place::Chart {
            self.chart(at);
            return at + 1;
        }
        let shown = look.line.follows;
        if shown == Some(true)
            && (self.append_over(at) || self.append_to_note(at) || self.append(at))
        {
            return at + 1;
        }
        let follows = shown != Some(false) && at > 0 && !self.looks[at - 1].is_blank();
        let open = follows && self.is_open_prose(at);
        if !open && self.headings.is_running_head(look) {
            self.running_head(at);
            return at + 1;
        }
        if let Some((caption, title)) =
            wrapped::titled_below(self.document, self.looks, &self.furniture, at)
        {
            let span = self.looks[title].span;
            let text = LogicalText::new(self.document.canonical(), &[span], Raised::Mark);
            self.push(Kind::Caption(caption), vec![at, title], text);
            return title + 1;
        }
        if self.is_text_of_footnote(at) && self.append(at) {
            return at + 1;
        }
        if let Some((kind, start)) = self.starter(look, open) {
            let text = match kind {
                Kind::Caption(_) | Kind::Heading(_) => titled(look, self.document),
                _ => Cow::Borrowed(&look.text),
            };
            let end = match &kind {
                Kind::Caption(caption) => caption.title.end,
                Kind::Unit => pattern::unit(text.text()).map_or(text.text().len(), |unit| unit.end),
                _ => text.text().len(),
            };
            let mut block = Block {
                kind,
                lines: vec![at],
                text: text.slice(start..end.max(start)).trimmed(),
            };
            let next = self.title_on_next_line(&mut block, at);
            if matches!(block.kind, Kind::Heading(_)) && block.text.is_empty() {
                // A number without a title heads nothing.
                block.kind = Kind::Paragraph;
                block.text = look.text.clone();
            }
            if matches!(&block.kind, Kind::Heading(heading) if heading.level == 1) {
                self.chapter = Some(self.blocks.len());
            }
            self.blocks.push(block);
            return next;
        }
        if follows && self.continues(at) {
            if let Some(block) = self.blocks.last_mut() {
                block.lines.push(at);
                block.text.append_line(&look.text);
            }
            return at + 1;
        }
        self.push(Kind::Paragraph, vec![at], look.text.clone());
        at + 1
    }

    /// Adds the labels of a chart to those before them.
    fn chart(&mut self, at: usize) {
        let text = &self.looks[at].text;
        match self.blocks.last_mut() {
            Some(block) if block.kind == Kind::Chart => {
                block.lines.push(at);
                block.text.append_line(text);
            }
            _ => self.push(Kind::Chart, vec![at], text.clone()),
        }
    }

    /// Adds a line at the foot of a page to the footnote that the page before cut,
    /// or that goes on on this one already.
    fn append_over(&mut self, at: usize) -> bool {
        let is_foot = |at: usize| self.looks[at].line.place == Place::Foot;
        let before = is_foot(at).then(|| (0..at).rev().find(|&at| is_foot(at)));
        let Some(before) = before.flatten() else {
            return false;
        };
        let note = self.blocks.iter_mut().rev().find(|block| {
            matches!(block.kind, Kind::Footnote { .. }) && block.lines.last() == Some(&before)
        });
        let is_near = self.looks[at].line.page <= self.looks[before].line.page + 1;
        let Some(note) = note.filter(|_| is_near) else {
            return false;
        };
        note.lines.push(at);
        note.text.append_line(&self.looks[at].text);
        true
    }

    /// Adds a line at the head of a page to the endnote, or the note or source under
    /// a table, that the page before cut.
    fn append_to_note(&mut self, at: usize) -> bool {
        let line = |at: usize| self.looks[at].line;
        let last = |block: &Block| block.lines.last().map(|&last| line(last));
        // What stands at the foot of a page cuts the text, and is not cut by the page.
        let is_aside = |block: &&mut Block| {
            matches!(block.kind, Kind::Furniture(_))
                || matches!(block.kind, Kind::Footnote { .. })
                    && last(block).is_some_and(|last| last.place == Place::Foot)
        };
        let mut blocks = self.blocks.iter_mut().rev().skip_while(is_aside);
        let note = blocks.next().filter(|block| {
            matches!(
                block.kind,
                Kind::Footnote { .. } | Kind::Note { .. } | Kind::Source
            ) && last(block)
                .is_some_and(|last| last.place == Place::Body && last.page + 1 == line(at).page)
        });
        let Some(note) = note else { return false };
        note.lines.push(at);
        note.text.append_line(&self.looks[at].text);
        true
    }

    /// Adds a line to the block whose last line stands right before it.
    fn append(&mut self, at: usize) -> bool {
        let Some(block) = self.blocks.last_mut() else {
            return false;
        };
        let is_next = block.lines.last().is_some_and(|&last| last + 1 == at);
        let takes = !matches!(
            block.kind,
            Kind::Furniture(_) | Kind::Contents | Kind::Grid(_) | Kind::Chart | Kind::Unit
        );
        let is_page = is_next && self.looks[at - 1].line.page == self.looks[at].line.page;
        if is_page && takes {
            block.lines.push(at);
            block.text.append_line(&self.looks[at].text);
        }
        is_page && takes
    }

    /// 来源：… right below the number of a footnote that stands alone on its line is what the
    /// footnote says.
    ///
    /// Forced by `fixtures/footnote-numbers-alone`.
    fn is_text_of_footnote(&self, at: usize) -> bool {
        let is_alone = |block: &Block| {
            let is_next = block.lines.last().is_some_and(|&last| last + 1 == at);
            matches!(block.kind, Kind::Footnote { .. }) && block.text.is_empty() && is_next
        };
        self.blocks.last().is_some_and(is_alone)
            && pattern::source(self.looks[at].text.text()).is_some()
    }

    /// What a line begins, and where its text starts in the cleaned line.
    fn starter(&mut self, look: &Look, is_open: bool) -> Option<(Kind, usize)> {
        let text = look.text.text();
        let leading = look
            .text
            .marks()
            .first()
            .filter(|mark| mark.span.start == look.span.start)
            .filter(|mark| !self.document.is_plain_mark(mark.span));
        // A mark that wrapped to the next line has its sentence behind it.
        let is_wrapped =
            text.starts_with(['，', '。', '；', '）']) || is_open && text.starts_with('、');
        if let Some(mark) = leading.filter(|_| !is_wrapped) {
            let start = label_end(text);
            return Some(match mark.name.parse() {
                Ok(number) => (Kind::Footnote { number }, start),
                // 【注】 is the mark of no place.
                Err(_) => {
                    let marker = Some(mark.name.clone()).filter(|name| name != "注");
                    (Kind::Note { marker }, start)
                }
            });
        }
        if look.has_diamond {
            return Some((Kind::Bullet { has_diamond: true }, 0));
        }
        if let Some(caption) = pattern::caption(&marked(look, self.document)) {
            let start = caption.title.start;
            return Some((Kind::Caption(caption), start));
        }
        if let Some((heading, start)) = self.headings.heading(look, is_open) {
            return Some((Kind::Heading(heading), start));
        }
        if let Some((marker, start)) = note(&look.text).filter(|_| !is_open) {
            return Some((Kind::Note { marker }, start));
        }
        if let Some(start) = pattern::source(text) {
            return Some((Kind::Source, start));
        }
        if let Some(unit) = pattern::unit(text) {
            return Some((Kind::Unit, unit.start));
        }
        if look.source.starts_with('※') && self.is_under_table() {
            return Some((Kind::Note { marker: None }, 0));
        }
        if look.has_dash {
            return Some((Kind::Bullet { has_diamond: false }, 0));
        }
        text.starts_with("——").then_some((Kind::Paragraph, 0))
    }

    /// 第一章 alone on its line has its title on the next; so has a long
    /// heading that the 目录 announces whole.
    fn title_on_next_line(&self, block: &mut Block, at: usize) -> usize {
        let Kind::Heading(heading) = &block.kind else {
            if matches!(block.kind, Kind::Caption(_))
                && wrapped::goes_on(self.document, self.looks, &self.furniture, at)
            {
                block.lines.push(at + 1);
                block.text.append_line(&self.looks[at + 1].text);
                return at + 2;
            }
            return at + 1;
        };
        let next = (at + 1..self.looks.len()).find(|&at| !self.looks[at].is_blank());
        let Some(next) = next.filter(|&next| next <= at + 2 && self.furniture[next].is_none())
        else {
            return at + 1;
        };
        let more = self.looks[next].text.text();
        let lone = block.text.is_empty() && pattern::is_title(more);
        let whole = format!("{}{}{more}", heading.printed, block.text.text());
        let first = format!("{}{}", heading.printed, block.text.text());
        let is_wrapped =
            || next == at + 1 && wrapped::heading_goes_on(self.looks, &self.furniture, at);
        let is_part =
            !self.headings.announces(&first) && (self.headings.announces(&whole) || is_wrapped());
        if !lone && !is_part {
            return at + 1;
        }
        block.lines.push(next);
        block.text.append_line(&self.looks[next].text);
        next + 1
    }

    fn push(&mut self, kind: Kind, lines: Vec<usize>, text: LogicalText) {
        self.blocks.push(Block { kind, lines, text });
    }
}

/// How far prose reaches on each page: where lines are wrapped.
fn widest(looks: &[Look]) -> Vec<f64> {
    let mut widest = Vec::new();
    for look in looks {
        if widest.len() <= look.line.page {
            widest.resize(look.line.page + 1, 0.0);
        }
        let widest = &mut widest[look.line.page];
        if look.line.x1 > *widest && pattern::is_prose(look.text.text()) {
            *widest = look.line.x1;
        }
    }
    widest
}

fn feet(document: &Document) -> HashMap<usize, usize> {
    let notes = document.plain().footnotes.iter().enumerate();
    notes
        .flat_map(|(index, note)| note.lines.iter().map(move |&line| (line, index)))
        .collect()
}
