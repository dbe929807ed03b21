//! Whether what the pages of a file show can be read.

use super::page::{Glyph, Page, Turn, Unicode};
use crate::error::Error;
use crate::problem::{Problem, ProblemKind};

/// Share of unknown glyphs that is worth a word.
const NOTED: f64 = 0.001;
/// Share of unknown glyphs above which no table can be trusted.
const TABLE: f64 = 0.05;
/// Share of unknown glyphs above which nobody can say what stands on a page.
const PAGE: f64 = 0.5;
/// Share of a page that images cover where it is a scan.
const SCAN: f64 = 0.5;
/// Share of scanned pages above which a file is no text with pictures.
const SCANS: f64 = 0.1;
/// Share of glyphs that stand on another above which a page is two, printed
/// over each other; typeset pages have up to 3 % by loose brackets and quotes.
const OVERPRINTED: f64 = 0.15;
/// How many glyphs those are at the least: a title may have a shadow.
const SHADOW: usize = 40;
/// What part of a glyph is covered where it stands on another.
const COVERED: f64 = 0.3;
/// How far the baselines of a line may be apart, in em.
const LINE: f64 = 0.2;
/// How many pages a file has that is a report with covers and no part of one.
const WHOLE: usize = 10;

/// What of the pages cannot be read but leaves the rest usable, each with the
/// index of its page. `has_table` tells whether tables stand on a page.
///
/// # Errors
/// [`Error::PdfScanned`] when pages are images without text, unless they are
/// covers or very few; [`Error::PdfOverprinted`] when more than very few have two
/// texts over each other; [`Error::PdfIllegible`] when more than 5 % of the glyphs of a
/// page with tables, or half of any page, have no Unicode.
pub fn legibility(
    name: &str,
    pages: &[Page],
    has_table: impl Fn(usize) -> bool,
) -> Result<Vec<(usize, Problem)>, Error> {
    let scans = scans(pages);
    if scans.len() as f64 > SCANS * pages.len() as f64 {
        return Err(Error::PdfScanned {
            name: name.to_owned(),
            pages: ranges(&scans),
        });
    }
    let over: Vec<usize> = (0..pages.len())
        .filter(|&at| is_overprinted(&pages[at]))
        .collect();
    if over.len() as f64 > SCANS * pages.len() as f64 {
        return Err(Error::PdfOverprinted {
            name: name.to_owned(),
            pages: ranges(&over),
        });
    }
    let mut problems: Vec<(usize, Problem)> =
        scans.into_iter().map(|page| (page, scan(page))).collect();
    problems.extend(over.into_iter().map(|page| (page, overprinted(page))));
    let mut illegible = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let share = unknown_share(page);
        if share > PAGE || share > TABLE && has_table(at) {
            illegible.push(at);
        } else if share > NOTED {
            problems.push((at, unknown(at, share)));
        }
    }
    match illegible.first() {
        Some(&worst) => Err(Error::PdfIllegible {
            name: name.to_owned(),
            pages: ranges(&illegible),
            percent: percent(unknown_share(&pages[worst])),
        }),
        None => Ok(problems),
    }
}

/// The pages, by index, that show an image and no text. The outer pages of a
/// whole report are covers, which may be pictures.
fn scans(pages: &[Page]) -> Vec<usize> {
    let last = pages.len().saturating_sub(1);
    let has_covers = pages.len() >= WHOLE && !pages.iter().all(is_scan);
    (0..pages.len())
        .filter(|&at| is_scan(&pages[at]))
        .filter(|&at| !has_covers || at != 0 && at != last)
        .collect()
}

fn is_scan(page: &Page) -> bool {
    let covered: f64 = page
        .images
        .iter()
        .map(|image| (image.x1 - image.x0) * (image.y1 - image.y0))
        .sum();
    // A number may be stamped on a scan.
    let has_text = page.glyphs.iter().any(|glyph| match &glyph.unicode {
        Unicode::Char(c) => c.is_alphabetic(),
        Unicode::Chars(_) | Unicode::Unknown => true,
    });
    !has_text && covered > SCAN * page.width * page.height
}

/// Text of a font that cannot be read may be missing altogether.
fn unknown_share(page: &Page) -> f64 {
    if page.is_incomplete {
        return 1.0;
    }
    let glyphs = page.glyphs.iter();
    let unknown = glyphs.filter(|glyph| glyph.unicode == Unicode::Unknown);
    unknown.count() as f64 / page.glyphs.len().max(1) as f64
}

/// Whether many glyphs stand on another of their line. Second drawings of the
/// same glyph have been taken off.
fn is_overprinted(page: &Page) -> bool {
    let upright = page.glyphs.iter();
    let mut upright: Vec<&Glyph> = upright
        .filter(|glyph| glyph.turn == Turn::None && glyph.x1 > glyph.x0)
        .collect();
    upright.sort_unstable_by(|one, other| one.baseline.total_cmp(&other.baseline));
    let is_line = |one: &&Glyph, next: &&Glyph| {
        next.baseline - one.baseline <= LINE * one.size.min(next.size)
    };
    let mut on_another = 0;
    for line in upright.chunk_by_mut(is_line) {
        line.sort_unstable_by(|one, other| one.x0.total_cmp(&other.x0));
        let pairs = line.windows(2).filter(|pair| {
            let narrower = (pair[0].x1 - pair[0].x0).min(pair[1].x1 - pair[1].x0);
            pair[0].x1.min(pair[1].x1) - pair[1].x0 > COVERED * narrower
        });
        on_another += pairs.count();
    }
    on_another >= SHADOW && on_another as f64 > OVERPRINTED * upright.len() as f64
}

fn scan(at: usize) -> Problem {
    Problem::new(
        ProblemKind::PageScanned,
        format!(
            "page {}: what its image shows is not read; it needs OCR",
            at + 1
        ),
        Vec::new(),
    )
    .between("text", "an image and no text")
}

fn overprinted(at: usize) -> Problem {
    Problem::new(
        ProblemKind::PageOverprinted,
        format!(
            "page {}: two texts are printed over each other; what was read there is neither",
            at + 1
        ),
        Vec::new(),
    )
    .between("one text", "two")
}

fn unknown(at: usize, share: f64) -> Problem {
    Problem::new(
        ProblemKind::GlyphsUnknown,
        format!(
            "page {}: some of its characters are unknown: the file does not say what their glyphs \
             stand for",
            at + 1
        ),
        Vec::new(),
    )
    .between(
        "glyphs with Unicode",
        format!("{} % without", percent(share)),
    )
}

fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    if percent < 1.0 {
        format!("{percent:.1}")
    } else {
        format!("{percent:.0}")
    }
}

/// `pages 3-7, 9` of indexes in order, as pages are counted.
fn ranges(pages: &[usize]) -> String {
    let noun = if pages.len() == 1 { "page" } else { "pages" };
    let runs = pages.chunk_by(|page, next| page + 1 == *next);
    let runs = runs.map(|run| match run {
        [page] => (page + 1).to_string(),
        [first, .., last] => format!("{}-{}", first + 1, last + 1),
        [] => String::new(),
    });
    format!("{noun} {}", runs.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::pdf::page::{Area, Glyph, Turn};

    /// A page with this many glyphs, some of them unknown.
    fn text(known: usize, unknown: usize) -> Page {
        let glyph = |unicode| Glyph {
            unicode,
            x0: 0.0,
            x1: 10.0,
            baseline: 10.0,
            size: 10.0,
            font: 0,
            is_bold: false,
            colour: [0; 3],
            turn: Turn::None,
        };
        // One beside the other.
        let at = |at: usize, unicode| Glyph {
            x0: 10.0 * at as f64,
            x1: 10.0 * (at + 1) as f64,
            ..glyph(unicode)
        };
        let unknown = (known..known + unknown).map(|place| at(place, Unicode::Unknown));
        let known = (0..known).map(|place| at(place, Unicode::Char('网')));
        Page {
            width: 100.0,
            height: 100.0,
            glyphs: known.chain(unknown).collect(),
            ..Page::default()
        }
    }

    fn picture() -> Page {
        Page {
            images: vec![Area {
                x0: 0.0,
                y0: 0.0,
                x1: 100.0,
                y1: 90.0,
            }],
            ..text(0, 0)
        }
    }

    /// Problems by page and kind, or the message.
    fn read(pages: &[Page], tables: &[usize]) -> Result<Vec<(usize, ProblemKind)>, String> {
        let problems = legibility("f.pdf", pages, |page| tables.contains(&page));
        problems
            .map(|problems| problems.iter().map(|(at, it)| (*at, it.kind)).collect())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn what_can_be_read_around_is_a_problem() {
        let mut covers = vec![picture()];
        covers.extend((0..20).map(|_| text(100, 0)));
        covers.push(picture());
        let mut inside = covers.clone();
        inside[7] = picture();
        type Case<'a> = (&'a str, Vec<Page>, &'a [usize], &'a [(usize, ProblemKind)]);
        let cases: [Case<'_>; 7] = [
            ("plain text", vec![text(10, 0)], &[0], &[]),
            ("an empty page", vec![text(10, 0), text(0, 0)], &[0], &[]),
            ("one in 2000", vec![text(1999, 1)], &[0], &[]),
            (
                "one in fifty",
                vec![text(49, 1)],
                &[0],
                &[(0, ProblemKind::GlyphsUnknown)],
            ),
            (
                "one in ten without a table",
                vec![text(9, 1)],
                &[],
                &[(0, ProblemKind::GlyphsUnknown)],
            ),
            ("pictures as covers", covers, &[], &[]),
            (
                "a picture inside",
                inside,
                &[],
                &[(7, ProblemKind::PageScanned)],
            ),
        ];
        for (name, pages, tables, expected) in cases {
            assert_eq!(read(&pages, tables).as_deref(), Ok(expected), "{name}");
        }
    }

    /// A page with another text over so many of its glyphs.
    fn over(glyphs: usize, covered: usize) -> Page {
        let mut page = text(glyphs, 0);
        let second = page.glyphs[..covered].iter().map(|glyph| Glyph {
            unicode: Unicode::Char('民'),
            x0: glyph.x0 + 3.0,
            x1: glyph.x1 + 3.0,
            baseline: glyph.baseline + 1.0,
            ..glyph.clone()
        });
        let second: Vec<Glyph> = second.collect();
        page.glyphs.extend(second);
        page
    }

    #[test]
    fn two_texts_over_each_other_are_none() {
        let error = read(&[over(100, 100)], &[]).unwrap_err();
        assert!(
            error.starts_with("f.pdf: page 1: expected one text, found two"),
            "{error}"
        );
        // Of many pages one is a problem; a shadow is nothing.
        let mut pages = vec![text(100, 0); 20];
        pages[3] = over(100, 60);
        let found = read(&pages, &[]);
        assert_eq!(
            found.as_deref(),
            Ok(&[(3, ProblemKind::PageOverprinted)][..])
        );
        assert_eq!(read(&[over(100, 20), over(20, 20)], &[]), Ok(Vec::new()));
    }

    #[test]
    fn what_cannot_be_read_names_its_pages() {
        let cases = [
            (
                "a table with one in ten",
                vec![text(10, 0), text(9, 1)],
                vec![1],
                "f.pdf: page 2: 10 % of the glyphs",
            ),
            (
                "no table, hardly anything known",
                vec![text(1, 9)],
                vec![],
                "f.pdf: page 1: 90 % of the glyphs",
            ),
            (
                "several pages",
                vec![text(0, 9), text(9, 0), text(0, 5), text(0, 5)],
                vec![],
                "f.pdf: pages 1, 3-4: 100 % of the glyphs",
            ),
            (
                "a scan",
                vec![picture(), picture()],
                vec![],
                "f.pdf: pages 1-2: expected text, found images",
            ),
            (
                "a page of three",
                vec![text(9, 0), text(9, 0), picture()],
                vec![],
                "f.pdf: page 3: expected text, found images",
            ),
            (
                "a font that cannot be read",
                vec![Page {
                    is_incomplete: true,
                    ..text(9, 0)
                }],
                vec![],
                "f.pdf: page 1: 100 % of the glyphs",
            ),
        ];
        for (name, pages, tables, message) in cases {
            let error = read(&pages, &tables).unwrap_err();
            assert!(error.starts_with(message), "{name}: {error}");
        }
    }
}
