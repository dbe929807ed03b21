//! Files that are damaged, or made to do damage, are read or refused, soon and with
//! little memory.

use std::fmt::Write;

use cnnic::document::pdf::{Turn, Unicode, bytes_to_pages, legibility};
use cnnic::problem::ProblemKind;
use cnnic::{Options, Source};

/// A file of these objects, the first its catalog.
fn file(objects: &[String]) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut table = String::new();
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let (size, start) = (objects.len() + 1, file.len());
    write!(
        file,
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer <</Size {size}/Root 1 0 R>>\n\
         startxref\n{start}\n%%EOF"
    )
    .unwrap();
    file.into_bytes()
}

fn stream(keys: &str, content: &str) -> String {
    let length = content.len();
    format!("<<{keys}/Length {length}>>stream\n{content}\nendstream")
}

/// A file of one page with these resources and this content, and further objects
/// from the fifth on.
fn page(resources: &str, content: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<{resources}>>>>"
        ),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

const HELVETICA: &str = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

/// The characters of the only page, or the message.
fn text(bytes: Vec<u8>) -> Result<String, String> {
    let pages = bytes_to_pages("f.pdf", bytes, None).map_err(|error| error.to_string())?;
    let glyphs = pages.iter().flat_map(|page| &page.glyphs);
    Ok(glyphs
        .map(|glyph| match &glyph.unicode {
            Unicode::Char(c) => *c,
            _ => '□',
        })
        .collect())
}

#[test]
fn what_can_be_seen_is_kept() {
    let show = |operators: &str| format!("BT /F 10 Tf {operators} ET");
    let cases = [
        ("plain", show("100 100 Td (11.08) Tj"), "11.08"),
        ("invisible", show("3 Tr 100 100 Td (a) Tj 0 Tr (b) Tj"), "b"),
        (
            "outside of the page",
            show("700 100 Td (a) Tj -600 0 Td (b) Tj"),
            "b",
        ),
        (
            "clipped away",
            format!(
                "q 0 0 50 50 re W n {} Q {}",
                show("100 100 Td (a) Tj"),
                show("100 100 Td (b) Tj")
            ),
            "b",
        ),
        (
            "clipped in part",
            format!("90 90 13 20 re W n {}", show("100 100 Td (ab) Tj")),
            "a",
        ),
        (
            "stroked and filled",
            show("2 Tr 100 100 Td (1608) Tj"),
            "1608",
        ),
        (
            "drawn twice",
            show("100 100 Td (1608) Tj 0.3 0 Td (1608) Tj"),
            "1608",
        ),
        (
            "quote operators",
            show("12 TL 100 100 Td (a) Tj (b) ' 1 2 (c) \""),
            "abc",
        ),
        ("upside down", show("-1 0 0 -1 300 300 Tm (abc) Tj"), "abc"),
    ];
    for (name, content, expected) in cases {
        assert_eq!(
            text(page(HELVETICA, &content, &[])).as_deref(),
            Ok(expected),
            "{name}"
        );
    }
}

#[test]
fn a_page_set_sideways_is_turned() {
    for (name, matrix) in [
        ("up", "0 1 -1 0"),
        ("down", "0 -1 1 0"),
        ("flipped", "-1 0 0 -1"),
    ] {
        let content = format!("BT /F 10 Tf {matrix} 200 300 Tm (2024) Tj ET 150 310 20 90 re f");
        let pages = bytes_to_pages("f.pdf", page(HELVETICA, &content, &[]), None).unwrap();
        let glyphs = &pages[0].glyphs;
        assert!(
            glyphs.iter().all(|glyph| glyph.turn == Turn::None),
            "{name}"
        );
        assert!(
            glyphs.windows(2).all(|pair| pair[0].x1 <= pair[1].x0 + 0.1),
            "{name}"
        );
        let (width, height) = (pages[0].width, pages[0].height);
        let size = if name == "flipped" {
            (600.0, 800.0)
        } else {
            (800.0, 600.0)
        };
        assert_eq!((width, height), size, "{name}");
        let bar = pages[0].fills[0];
        assert!(
            bar.x0 >= 0.0 && bar.x1 <= width && bar.y0 >= 0.0 && bar.y1 <= height,
            "{name}"
        );
    }
}

#[test]
fn a_layer_that_is_off_and_annotations_are_not_seen() {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
             /Resources<<{HELVETICA}/Properties<</L 5 0 R>>>>\
             /Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 100 100]/AP<</N 6 0 R>>>>]>>"
        ),
        stream(
            "",
            "/OC /L BDC BT /F 10 Tf 100 100 Td (off) Tj ET EMC BT /F 10 Tf 100 200 Td (on) Tj ET",
        ),
        "<</Type/OCG/Name(L)>>".to_owned(),
        stream(
            &format!("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<<{HELVETICA}>>"),
            "BT /F 10 Tf 10 10 Td (stamp) Tj ET",
        ),
    ];
    assert_eq!(text(file(&objects)).as_deref(), Ok("on"));
}

#[test]
fn files_made_to_do_damage_are_refused() {
    let font = |keys: &str| format!("/Font<</F<</Type/Font{keys}>>>>");
    let show = "BT /F 9 Tf (ab) Tj ET";
    let cases = [
        (
            "widths for four billion codes",
            page(
                &font(
                    "/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font\
                     /Subtype/CIDFontType2/BaseFont/A/W[0 4294967295 500]>>]",
                ),
                show,
                &[],
            ),
            "a font with widths for codes that no font has",
        ),
        (
            "a first code beyond all",
            page(
                &font(
                    "/Subtype/Type1/BaseFont/A/FirstChar 99999999999/LastChar 99999999999/Widths[1]",
                ),
                show,
                &[],
            ),
            "a font with widths for codes that no font has",
        ),
        ("nothing", Vec::new(), "no page in it"),
        (
            "no PDF at all",
            b"%PDF-1.7 and no more".to_vec(),
            "no page in it",
        ),
    ];
    for (name, bytes, found) in cases {
        let error = text(bytes).unwrap_err();
        let message = format!("f.pdf: expected a PDF file, found {found}");
        assert!(error.starts_with(&message), "{name}: {error}");
    }
}

#[test]
fn numbers_beyond_the_page_leave_no_trace() {
    let giant = "1e30 0 0 1e30 0 0 cm 1e30 0 0 1e30 0 0 cm 1e300 0 0 1e300 0 0 cm \
                 BT /F 1e38 Tf 1e38 0 0 1e38 1e38 1e38 Tm (ab) Tj ET 0 0 1e38 1e38 re f";
    for page in bytes_to_pages("f.pdf", page(HELVETICA, giant, &[]), None).unwrap() {
        let glyphs = page.glyphs.iter();
        let places = glyphs.flat_map(|glyph| [glyph.x0, glyph.x1, glyph.baseline, glyph.size]);
        let fills = page
            .fills
            .iter()
            .flat_map(|fill| [fill.x0, fill.y0, fill.x1, fill.y1]);
        assert!(places.chain(fills).all(f64::is_finite));
    }
    let saves = "q ".repeat(100_000) + "BT /F 9 Tf 100 100 Td (kept) Tj ET";
    assert_eq!(text(page(HELVETICA, &saves, &[])).as_deref(), Ok("kept"));
}

/// Every byte of a small file changed, cut and left out in turn: read or refused,
/// and all coordinates are numbers.
#[test]
fn damaged_files_are_read_or_refused() {
    let form = stream(
        &format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 300 300]/Matrix[.5 0 0 .5 9 9]/Resources<<{HELVETICA}>>"
        ),
        "BT /F 10 Tf 10 10 Td (form) Tj ET 1 w 0 0 m 100 0 l S",
    );
    let whole = page(
        &format!("{HELVETICA}/XObject<</X 5 0 R>>"),
        "q 1 0 0 1 5 5 cm /X Do Q BT /F 10 Tf 100 100 Td [(11)-200(.)50(08)] TJ ET",
        &[form],
    );
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] = b"0 9<>[]/-"[at % 9];
        let mut shorter = whole.clone();
        shorter.remove(at);
        for bytes in [changed, shorter, whole[..at].to_vec()] {
            let Ok(pages) = bytes_to_pages("f.pdf", bytes, None) else {
                continue;
            };
            let _ = legibility("f.pdf", &pages, |_| true);
            for page in &pages {
                for glyph in &page.glyphs {
                    assert!(
                        glyph.x0 <= glyph.x1 && glyph.size.is_finite(),
                        "{at}: {glyph:?}"
                    );
                }
                for rule in &page.rules {
                    assert!(rule.x0 <= rule.x1 && rule.y0 <= rule.y1, "{at}: {rule:?}");
                }
            }
        }
    }
}

/// Encrypted with the password `secret`; it shows 11.08.
#[test]
fn a_password_opens_what_needs_one() {
    let file = include_bytes!("files/password.pdf");
    let read = |password| bytes_to_pages("f.pdf", file.to_vec(), password);
    let message = |password| read(password).unwrap_err().to_string();
    assert!(message(None).starts_with("f.pdf: needs a password, found none"));
    assert!(message(Some("wrong")).starts_with("f.pdf: needs a password, found another one"));
    assert_eq!(read(Some("secret")).unwrap()[0].glyphs.len(), 5);
    // One given for a file that needs none does no harm.
    let plain = page(HELVETICA, "BT /F 10 Tf 100 100 Td (11.08) Tj ET", &[]);
    assert_eq!(
        bytes_to_pages("f.pdf", plain, Some("secret")).unwrap()[0]
            .glyphs
            .len(),
        5
    );
}

/// A misprinted number of the edition is a problem, and no number.
#[test]
fn no_edition_is_numbered_0() {
    let text = "第00次中国互联网络发展状况统计报告\n\n表 1 网民\n\n应用\t用户规模（万人）\n即时通信\t105963\n";
    let report = cnnic::read(&Source::new("zero.txt", text), &Options::default()).unwrap();
    assert_eq!(report.edition.number, None);
    let problems = report.problems.iter();
    let expected: Vec<_> = problems
        .filter(|problem| problem.kind == ProblemKind::EditionUnknown)
        .map(|problem| {
            (
                problem.expected.as_deref(),
                problem.found.as_deref(),
                problem.locator.is_some(),
            )
        })
        .collect();
    assert!(
        expected.contains(&(Some("a number from 1"), Some("0"), true)),
        "{expected:?}"
    );
}

/// Texts whose tables broke the reader once.
#[test]
fn tables_of_odd_shapes_are_read_or_refused() {
    let cases = [
        "+-+-+\n|1|2|\n+-+-+\n",
        "表 1 域名数\n\n+--++--+\n|地区|数量|\n+==++==+\n|北京|100|\n+--++--+\n",
        "地区 使用率     增长率 比例   2024.12\n\
         广东 57.6% -1.1% 1.7%       8\n\
         合计 84.5% 80.5% --         2\n",
        "| 2023.12 | 32,600 |\n|--%|---|\n\n| 小学 | 初中 | 高中 |\n| 10.6% | 40.2% | — |\n\
         图 6 网民性别结构\n表 1 分类域名数\n| .COM | 7,047,974 |\n",
        // Pieces without width: a lone combining mark, a carriage return.
        "\u{301}      附\n信\n 心\n0  2",
        "                 年12 月\n            单位      \r  月\n                    )\n9  5",
        "\n   表 5 附录一\n\n2024.12   目 录\n注：\nA ⿰ ^{注1}2024.12   附录一\n\n",
    ];
    for case in cases {
        for text in [case.to_owned(), format!("表 1 分类域名数\n\n{case}")] {
            let source = Source::new("t.txt", text.as_str());
            match cnnic::read(&source, &Options::default()) {
                Ok(_) | Err(cnnic::Error::NotAReport { .. }) => {}
                Err(error) => panic!("{text}: {error}"),
            }
        }
    }
}
