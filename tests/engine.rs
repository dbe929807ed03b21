//! What the engine makes of PDF files of many producers, small ones written here and,
//! where they are, those in `../shared`.

use std::path::{Path, PathBuf};

use cnnic::document::pdf::{Glyph, Page, Turn, Unicode, bytes_to_pages, legibility};

/// A file of `../shared`, if it is there.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared")
        .join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("{name}: not tested, ../shared is not there");
    None
}

fn pages(path: &Path) -> Vec<Page> {
    let bytes = std::fs::read(path).unwrap();
    bytes_to_pages(&path.display().to_string(), bytes, None).unwrap()
}

/// The characters of a page in the order of their drawing, `□` for unknown ones.
fn text(page: &Page) -> String {
    text_of(&page.glyphs)
}

fn text_of(glyphs: &[Glyph]) -> String {
    let mut text = String::new();
    for glyph in glyphs {
        match &glyph.unicode {
            Unicode::Char(c) => text.push(*c),
            Unicode::Chars(characters) => text.push_str(characters),
            Unicode::Unknown => text.push('□'),
        }
    }
    text
}

/// What the files in `../shared/pdf` show, as it was read from a rendering.
const SHOWN: &str = "一、总体网民规模\
    ◇截至2024年12月，我国网民规模达11.08亿人，较2023年12月增长1608万人。1\
    应用用户规模（万人）网民使用率\
    即时通信10813897.6%网络视频10701896.6%网络支付10290192.8%\
    75.6%2022.1277.5%2023.1278.6%2024.12\
    图1互联网普及率\
    1网民规模：指过去半年内使用过互联网的6周岁及以上我国居民数量。";

#[test]
fn files_of_many_producers() {
    // (file, what follows what all of them show)
    let cases = [
        ("a", "1"),
        ("b_cmap", ""),
        ("c", ""),
        ("c_emb", ""),
        ("d", ""),
        ("d_emb", ""),
        ("e", ""),
        ("e_noemb", ""),
        ("f", "1"),
        ("g", "1"),
        ("h", "1"),
        ("o", ""),
        ("badxref", "1"),
    ];
    for (name, rest) in cases {
        let Some(path) = shared(&format!("pdf/{name}.pdf")) else {
            return;
        };
        let pages = pages(&path);
        assert_eq!(pages.len(), 1, "{name}");
        let turned = pages[0]
            .glyphs
            .iter()
            .filter(|glyph| glyph.turn != Turn::None);
        assert_eq!(turned.count(), 0, "{name}");
        assert_eq!(text(&pages[0]), format!("{SHOWN}{rest}"), "{name}");
    }
}

#[test]
fn forms_operators_and_fonts_in_common() {
    let title = "一、总体网民规模";
    let cases = [
        ("i", format!("{title}{SHOWN}I")),
        ("recurse", format!("{title}{SHOWN}I")),
        ("j", format!("{SHOWN}11.0897.6%ab16082024scaled")),
        ("k", title.to_owned()),
    ];
    for (name, expected) in cases {
        let Some(path) = shared(&format!("pdf/{name}.pdf")) else {
            return;
        };
        assert_eq!(text(&pages(&path)[0]), expected, "{name}");
    }
    // Two fonts of one program, set over each other: what the second adds is known too.
    let Some(path) = shared("pdf/l.pdf") else {
        return;
    };
    let shown = text(&pages(&path)[0]);
    assert!(shown.starts_with(SHOWN), "{shown}");
    assert!(!shown.contains('□'), "{shown}");
}

#[test]
fn places_and_looks() {
    let Some(path) = shared("pdf/i.pdf") else {
        return;
    };
    let page = &pages(&path)[0];
    // The page is cropped by 20 points all round; the form is drawn at half size,
    // (50, 300) from the corner.
    let place = |at: usize| {
        let glyph = &page.glyphs[at];
        [glyph.x0, glyph.baseline, glyph.size].map(f64::round)
    };
    assert_eq!(page.height, 802.0);
    assert_eq!(place(0), [50.0, 822.0 - 770.0, 18.0]);
    assert_eq!(place(8), [85.0 - 20.0, 822.0 - 685.0, 9.0]);
    assert_eq!(page.images.len(), 1);
    let Some(path) = shared("pdf/k.pdf") else {
        return;
    };
    let page = &pages(&path)[0];
    assert!(page.glyphs.iter().all(|glyph| glyph.is_bold));
    let Some(path) = shared("pdf/a.pdf") else {
        return;
    };
    let page = &pages(&path)[0];
    assert_eq!(page.fills.len(), 3, "the bars of the chart");
    let heights: Vec<f64> = page.fills.iter().map(|bar| bar.y1 - bar.y0).collect();
    assert!(heights.is_sorted(), "{heights:?}");
    let wide = page.rules.iter().filter(|rule| rule.x1 - rule.x0 > 100.0);
    assert!(wide.count() >= 5, "{:?}", page.rules);
}

/// A page with two lines of text and what is drawn after them.
fn drawn_over(drawing: &str) -> Vec<Page> {
    use pdf_writer::{Name, Pdf, Rect, Ref};
    let [catalog, tree, page, font, content] = [1, 2, 3, 4, 5].map(Ref::new);
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids([page]).count(1);
    pdf.type1_font(font).base_font(Name(b"Helvetica"));
    let mut written = pdf.page(page);
    written.media_box(Rect::new(0.0, 0.0, 400.0, 400.0));
    written.parent(tree).contents(content);
    written.resources().fonts().pair(Name(b"F"), font);
    drop(written);
    let texts = "BT /F 12 Tf 60 320 Td (11.08) Tj ET BT /F 12 Tf 60 120 Td (22.09) Tj ET";
    pdf.stream(content, format!("{texts} 1 g {drawing}").as_bytes());
    bytes_to_pages("drawn.pdf", pdf.finish(), None).unwrap()
}

#[test]
fn what_the_paper_is_painted_over_is_unseen_and_what_holes_show_is_not() {
    // (what is drawn in white, what is left to see)
    let cases = [
        ("", "11.0822.09"),
        ("40 40 320 310 re f", ""),
        ("40 300 320 40 re f", "22.09"),
        ("40 40 320 310 re 50 300 300 40 re f*", "11.08"),
        (
            "40 40 320 310 re 50 300 300 40 re 50 100 300 40 re f*",
            "11.0822.09",
        ),
        (
            "40 40 320 310 re 50 340 m 350 340 l 350 300 l 50 300 l h \
             50 140 m 350 140 l 350 100 l 50 100 l h f",
            "11.0822.09",
        ),
    ];
    for (drawing, seen) in cases {
        assert_eq!(text(&drawn_over(drawing)[0]), seen, "{drawing}");
    }
}

#[test]
fn files_that_cannot_be_read_say_so() {
    let illegible = "page 1: 100 % of the glyphs have no Unicode; the file needs OCR";
    for name in ["b", "corrupt2"] {
        let Some(path) = shared(&format!("pdf/{name}.pdf")) else {
            return;
        };
        let error = legibility("f.pdf", &pages(&path), |_| true).unwrap_err();
        assert!(error.to_string().contains(illegible), "{name}: {error}");
    }
    let Some(path) = shared("pdf/trunc.pdf") else {
        return;
    };
    let error = bytes_to_pages("f.pdf", std::fs::read(path).unwrap(), None).unwrap_err();
    assert!(error.to_string().contains("no page in it"), "{error}");
}

/// The two settings of the report by different producers.
#[test]
fn every_glyph_of_the_report_is_known() {
    for name in ["cnnic-55.pdf", "cnnic-55-adobegb1.pdf"] {
        let Some(path) = shared(&format!("reports/{name}")) else {
            return;
        };
        for (at, page) in pages(&path).iter().enumerate() {
            assert!(!text(page).contains('□'), "{name}, page {}", at + 1);
        }
    }
}

/// The second reading runs through its stack on a form that draws itself; that is no
/// failure of ours.
#[cfg(feature = "cross-check")]
#[test]
fn a_second_reading_that_fails_is_a_warning() {
    let cases = [
        (
            "recurse",
            "recurse.pdf: warning: not cross-checked: the second reading failed",
        ),
        (
            "c",
            "c.pdf: page 1: warning: not cross-checked: the second reading failed on it",
        ),
    ];
    for (name, warning) in cases {
        let Some(path) = shared(&format!("pdf/{name}.pdf")) else {
            return;
        };
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_cnnic"))
            .args(["extract", "--cross-check", "-o", "-"])
            .arg(&path)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(warning), "{name}: {said}");
        assert_eq!(output.status.code(), Some(0), "{name}");
        assert!(output.stdout.starts_with(b"{"), "{name}");
    }
}
