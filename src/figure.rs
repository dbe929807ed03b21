//! Captions of figures.

use crate::block::{Blocks, CaptionKind, Kind, pattern};
use crate::document::Document;
use crate::grammar::unit;
use crate::logical::spaced_after_period;
use crate::span::Span;

/// A numbered figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// `图 10`.
    pub label: String,
    /// Its number.
    pub number: u32,
    /// What the caption says after the number.
    pub title: String,
    /// The printed unit of its values.
    pub unit: Option<String>,
    /// Marks in the caption.
    pub markers: Vec<String>,
    /// Where the caption is printed.
    pub spans: Vec<Span>,
    /// What the chart prints: values, categories, legend, each with its place
    /// ([`Document::locator`] gives its box); none where the page was not drawn.
    pub words: Vec<Span>,
}

/// Reads the captions 图 N in order.
pub fn blocks_to_figures(document: &Document, blocks: &Blocks) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (at, block) in blocks.blocks.iter().enumerate() {
        let Kind::Caption(caption) = &block.kind else {
            continue;
        };
        if caption.kind != CaptionKind::Figure {
            continue;
        }
        let text = block.text.text();
        let behind = pattern::unit_behind(text);
        let end = behind.as_ref().map_or(text.len(), |(end, _)| *end);
        let title = spaced_after_period(text[..end].trim_end());
        let behind = behind.map(|(_, unit)| &text[unit]);
        let beside = [at.checked_sub(1), Some(at + 1)];
        let line = beside
            .into_iter()
            .flatten()
            .filter_map(|at| blocks.blocks.get(at))
            .find(|block| block.kind == Kind::Unit)
            .map(|block| block.text.text());
        let name = if caption.is_appendix { "附图" } else { "图" };
        figures.push(Figure {
            label: match caption.chapter {
                Some(chapter) => format!("{name} {chapter}-{}", caption.number),
                None => format!("{name} {}", caption.number),
            },
            number: caption.number,
            unit: unit::of_caption(&title)
                .or(behind)
                .or(line)
                .map(str::to_owned),
            title,
            markers: block.text.markers(),
            // A caption in a table has no lines of its own.
            spans: match block.lines.is_empty() {
                true => block.text.whole(),
                false => block.spans(document),
            },
            words: words(document, blocks, at),
        });
    }
    figures
}

/// The words of the chart beside a caption, above it or else below.
fn words(document: &Document, blocks: &Blocks, caption: usize) -> Vec<Span> {
    let beside = [caption.checked_sub(1), Some(caption + 1)];
    let chart = beside
        .into_iter()
        .flatten()
        .filter_map(|at| blocks.blocks.get(at))
        .find(|block| block.kind == Kind::Chart);
    let lines = chart.into_iter().flat_map(|chart| &chart.lines);
    let spans = lines.flat_map(|&line| {
        let line = document.lines()[line].span;
        let text = document.slice(line);
        // A tab parts what stands apart on one line of a page.
        let mut start = line.start;
        text.split('\t').map(move |word| {
            let span = Span::new(start, start + word.len());
            start = span.end + 1;
            span
        })
    });
    spans.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::document_to_blocks;
    use crate::document::pdf::{Area, Glyph, Page, Turn, Unicode, pages_to_document};

    #[test]
    fn a_figure_keeps_the_words_of_its_chart() {
        let mut page = Page {
            width: 400.0,
            height: 600.0,
            ..Page::default()
        };
        let bar = |x0| Area {
            x0,
            y0: 200.0,
            x1: x0 + 30.0,
            y1: 300.0,
        };
        page.fills = vec![bar(100.0), bar(200.0)];
        for (x, baseline, text) in [
            (100.0, 196.0, "77.5%"),
            (200.0, 196.0, "78.6%"),
            (100.0, 330.0, "图1普及率"),
        ] {
            page.glyphs
                .extend(text.chars().enumerate().map(|(at, c)| Glyph {
                    unicode: Unicode::Char(c),
                    x0: x + 8.0 * at as f64,
                    x1: x + 8.0 * (at as f64 + 1.0),
                    baseline,
                    size: 8.0,
                    font: 0,
                    is_bold: false,
                    colour: [0; 3],
                    turn: Turn::None,
                }));
        }
        let document = pages_to_document(&[page]);
        let blocks = document_to_blocks(&document).value;
        let figures = blocks_to_figures(&document, &blocks);
        let words = figures[0].words.iter();
        let words: Vec<&str> = words.map(|span| document.slice(*span)).collect();
        assert_eq!(words, ["77.5%", "78.6%"]);
    }

    #[test]
    fn a_caption_within_a_table_is_where_it_is_printed() {
        let text = "<table><tr><td colspan=2>图 1 网民规模</td></tr><tr><td>年</td><td>万人</td></tr>\
                    <tr><td>甲</td><td>3</td></tr></table>\n\n网民规模达 3 亿人。\n";
        let source = crate::Source::new("t.txt", text);
        let report = crate::read(&source, &crate::Options::default()).unwrap();
        let quotes: Vec<&str> = report
            .figures
            .iter()
            .map(|figure| figure.locator.quote.as_str())
            .collect();
        assert_eq!(quotes, ["网民规模"]);
    }
}
