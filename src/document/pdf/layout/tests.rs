//! Pages set glyph by glyph, and what they must be read as.

mod headings;

use super::pages_to_document;
use crate::document::grid::Cell;
use crate::document::pdf::page::{Area, Glyph, Page, Rule, Turn, Unicode};
use crate::document::{Document, Place};
use crate::logical::is_wide;

/// A page of B5 or so with nothing on it.
fn page() -> Page {
    Page {
        width: 500.0,
        height: 700.0,
        ..Page::default()
    }
}

/// Sets a text from `x` on, wide characters one size wide, others half of it.
fn set(page: &mut Page, x: f64, baseline: f64, size: f64, text: &str) {
    let mut x0 = x;
    for c in text.chars() {
        let x1 = x0 + if is_wide(c) { size } else { size / 2.0 };
        if c != ' ' {
            page.glyphs.push(Glyph {
                unicode: Unicode::Char(c),
                x0,
                x1,
                baseline,
                size,
                font: 0,
                is_bold: false,
                colour: [0; 3],
                turn: Turn::None,
            });
        }
        x0 = x1;
    }
}

fn across(page: &mut Page, y: f64, x0: f64, x1: f64) {
    page.rules.push(Rule {
        x0,
        y0: y,
        x1,
        y1: y,
    });
}

fn down(page: &mut Page, x: f64, y0: f64, y1: f64) {
    page.rules.push(Rule {
        x0: x,
        y0,
        x1: x,
        y1,
    });
}

fn lines(document: &Document) -> Vec<(&str, Option<bool>, Place)> {
    let lines = document.lines().iter();
    lines
        .map(|line| (document.slice(line.span), line.follows, line.place))
        .collect()
}

#[test]
fn raised_digits_are_marks_and_never_part_of_a_number() {
    type Raised = &'static [(&'static str, f64, f64)];
    let cases: [(&str, Raised, &str); 5] = [
        ("占比59.6%", &[("2", 6.0, 4.0)], "占比59.6%²"),
        ("用户8.22亿", &[("12", 6.0, 4.0)], "用户8.22亿¹²"),
        // 注 and its number in two fonts, raised unevenly.
        (
            "69,866,752",
            &[("注", 5.0, 9.0), ("1", 6.0, 5.0)],
            "69,866,752^{注1}",
        ),
        ("其他", &[("15,16", 6.0, 4.0)], "其他¹⁵^{16}"),
        // What is raised and no mark stays.
        ("The 55", &[("th", 6.0, 4.0)], "The 55th"),
    ];
    for (text, raised, expected) in cases {
        let mut page = page();
        set(&mut page, 50.0, 100.0, 10.0, text);
        for (text, size, rise) in raised {
            let x = page.glyphs.last().map_or(0.0, |glyph| glyph.x1);
            set(&mut page, x, 100.0 - rise, *size, text);
        }
        assert_eq!(pages_to_document(&[page]).text(), format!("{expected}\n"));
    }
}

#[test]
fn rules_make_cells_and_cells_span_where_no_rule_parts_them() {
    let mut page = page();
    for y in [100.0, 140.0, 160.0] {
        across(&mut page, y, 50.0, 350.0);
    }
    across(&mut page, 120.0, 150.0, 350.0);
    for x in [50.0, 150.0, 350.0] {
        down(&mut page, x, 100.0, 160.0);
    }
    down(&mut page, 250.0, 120.0, 160.0);
    for (x, y, text) in [
        (90.0, 124.0, "省份"),
        (240.0, 114.0, "域名"),
        (190.0, 134.0, "数量"),
        (290.0, 134.0, "占比"),
        (90.0, 154.0, "北京"),
        (190.0, 154.0, "4,097"),
        (290.0, 154.0, "6.6%"),
    ] {
        set(&mut page, x, y, 10.0, text);
    }
    let document = pages_to_document(&[page]);
    assert_eq!(
        document.text(),
        "省份\t域名\n数量\t占比\n北京\t4,097\t6.6%\n"
    );
    let [grid] = document.grids() else {
        panic!("{:?}", document.grids())
    };
    let shape: Vec<Vec<(usize, usize, usize)>> = grid
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter();
            cells
                .map(|cell| (cell.column, cell.columns, cell.rows))
                .collect()
        })
        .collect();
    assert_eq!(
        shape,
        [
            vec![(0, 1, 2), (1, 2, 1)],
            vec![(1, 1, 1), (2, 1, 1)],
            vec![(0, 1, 1), (1, 1, 1), (2, 1, 1)],
        ]
    );
}

#[test]
fn a_frame_around_text_is_no_table() {
    let mut page = page();
    for y in [100.0, 160.0] {
        across(&mut page, y, 50.0, 350.0);
    }
    for x in [50.0, 350.0] {
        down(&mut page, x, 100.0, 160.0);
    }
    set(&mut page, 60.0, 130.0, 10.0, "网民规模达11.08亿人。");
    let document = pages_to_document(&[page]);
    assert!(document.grids().is_empty());
    assert_eq!(document.text(), "网民规模达11.08亿人。\n");
}

#[test]
fn paragraphs_go_on_over_full_rows_and_pages_and_begin_with_an_indent() {
    let full = "一二三四五六七八九十一二三四五六七八九十，一二三四五六七八九";
    let mut first = page();
    set(&mut first, 70.0, 100.0, 10.0, &full[..full.len() - 6]);
    set(&mut first, 50.0, 116.0, 10.0, "到此为止。");
    set(&mut first, 70.0, 132.0, 10.0, &full[..full.len() - 6]);
    let mut second = page();
    set(&mut second, 50.0, 100.0, 10.0, full);
    set(&mut second, 50.0, 116.0, 10.0, "完。");
    let document = pages_to_document(&[first, second]);
    let follows: Vec<Option<bool>> = document.lines().iter().map(|line| line.follows).collect();
    let expected = [None, Some(true), Some(false), Some(true), Some(true)];
    assert_eq!(follows, expected);
    assert_eq!(document.page_count(), Some(2));
}

#[test]
fn what_labels_a_chart_is_part_of_it() {
    let mut page = page();
    set(
        &mut page,
        50.0,
        100.0,
        10.0,
        "网民规模达11.08亿人，较上年增长。",
    );
    for (bar, height) in [(100.0, 60.0), (200.0, 80.0)] {
        page.fills.push(Area {
            x0: bar,
            y0: 300.0 - height,
            x1: bar + 30.0,
            y1: 300.0,
        });
    }
    across(&mut page, 300.0, 80.0, 260.0);
    set(&mut page, 100.0, 236.0, 8.0, "77.5%");
    set(&mut page, 200.0, 216.0, 8.0, "78.6%");
    set(&mut page, 100.0, 312.0, 8.0, "2023.12");
    set(&mut page, 200.0, 312.0, 8.0, "2024.12");
    set(&mut page, 120.0, 340.0, 10.0, "图 1 互联网普及率");
    let document = pages_to_document(&[page]);
    let places: Vec<(&str, Place)> = lines(&document)
        .into_iter()
        .map(|(text, _, place)| (text, place))
        .collect();
    assert_eq!(
        places,
        [
            ("网民规模达11.08亿人，较上年增长。", Place::Body),
            ("78.6%", Place::Chart),
            ("77.5%", Place::Chart),
            ("2023.12\t2024.12", Place::Chart),
            ("图 1 互联网普及率", Place::Body),
        ]
    );
    assert!(document.grids().is_empty());
}

/// The cells of the only grid of a page, as printed.
fn cells(page: Page) -> Vec<Vec<String>> {
    let document = pages_to_document(&[page]);
    let [grid] = document.grids() else {
        panic!("{:?}", document.grids())
    };
    let text = |cell: &Cell| {
        cell.spans
            .iter()
            .map(|span| document.slice(*span))
            .collect()
    };
    let rows = grid.rows.iter();
    rows.map(|row| row.cells.iter().map(text).collect())
        .collect()
}

#[test]
fn lines_of_a_label_are_of_the_row_of_values_that_they_stand_around() {
    // The heights of the lines of two labels around 200 and 240, and the text.
    let cases = [
        (
            "below",
            [
                (200.0, "中国电信集团（含"),
                (212.0, "分公司）"),
                (240.0, "其他单位"),
                (252.0, "合计"),
            ],
        ),
        (
            "around",
            [
                (194.0, "中国电信集团（含"),
                (206.0, "分公司）"),
                (234.0, "其他单位"),
                (246.0, "合计"),
            ],
        ),
        (
            "above",
            [
                (188.0, "中国电信集团（含"),
                (200.0, "分公司）"),
                (228.0, "其他单位"),
                (240.0, "合计"),
            ],
        ),
    ];
    for (name, labels) in cases {
        for has_rules in [false, true] {
            let mut page = page();
            set(&mut page, 60.0, 170.0, 10.0, "单位");
            set(&mut page, 250.0, 170.0, 10.0, "地址量");
            set(&mut page, 350.0, 170.0, 10.0, "占比");
            for (y, label) in labels {
                set(&mut page, 60.0, y, 10.0, label);
            }
            for (y, values) in [(200.0, ["125,763", "36.9"]), (240.0, ["69,866", "20.5"])] {
                set(&mut page, 250.0, y, 10.0, values[0]);
                set(&mut page, 350.0, y, 10.0, values[1]);
            }
            for y in [158.0, 176.0, 270.0].into_iter().filter(|_| has_rules) {
                across(&mut page, y, 50.0, 400.0);
            }
            let expected = [
                ["单位", "地址量", "占比"],
                ["中国电信集团（含分公司）", "125,763", "36.9"],
                ["其他单位合计", "69,866", "20.5"],
            ];
            assert_eq!(cells(page), expected, "{name} {has_rules}");
        }
    }
}

#[test]
fn lines_of_headings_are_one_and_a_heading_over_several_has_them_below() {
    let values = |page: &mut Page| {
        for (y, label) in [(150.0, "即时通信"), (170.0, "网络视频"), (190.0, "短视频")] {
            set(page, 60.0, y, 10.0, label);
            for x in [160.0, 240.0, 320.0, 400.0] {
                set(page, x, y, 10.0, "83,229");
            }
        }
    };
    let mut lined = page();
    set(&mut lined, 60.0, 116.0, 10.0, "应用");
    for (x, period) in [(152.0, "2024.12"), (312.0, "2025.12")] {
        set(&mut lined, x, 110.0, 10.0, period);
        set(&mut lined, x - 2.5, 122.0, 10.0, "用户规模");
        set(&mut lined, x + 80.0, 110.0, 10.0, period);
        set(&mut lined, x + 82.5, 122.0, 10.0, "使用率");
    }
    values(&mut lined);
    let found = cells(lined);
    assert_eq!(
        found[0],
        [
            "应用",
            "2024.12用户规模",
            "2024.12使用率",
            "2025.12用户规模",
            "2025.12使用率"
        ]
    );
    assert_eq!(
        found[1],
        ["即时通信", "83,229", "83,229", "83,229", "83,229"]
    );

    let mut grouped = page();
    set(&mut grouped, 60.0, 116.0, 10.0, "应用");
    for (x, period) in [(197.5, "2024.12"), (357.5, "2025.12")] {
        set(&mut grouped, x, 102.0, 10.0, period);
        for x in [x - 37.5, x + 42.5] {
            set(&mut grouped, x, 116.0, 10.0, "用户规");
            set(&mut grouped, x + 10.0, 127.0, 10.0, "模");
        }
    }
    values(&mut grouped);
    let found = cells(grouped);
    assert_eq!(found[0], ["应用", "2024.12", "2025.12"]);
    assert_eq!(found[1], ["用户规模"; 4]);
}

#[test]
fn rules_across_alone_make_a_table_of_what_stands_in_columns() {
    let mut page = page();
    for y in [100.0, 120.0, 160.0] {
        across(&mut page, y, 50.0, 350.0);
    }
    for (y, row) in [
        (114.0, ["应用", "规模"]),
        (134.0, ["即时通信", "105,963"]),
        (150.0, ["网络视频", "106,671"]),
    ] {
        set(&mut page, 60.0, y, 10.0, row[0]);
        set(&mut page, 250.0, y, 10.0, row[1]);
    }
    let grids = pages_to_document(&[page.clone()]);
    assert!(grids.grids().iter().all(|grid| grid.is_drawn));
    assert_eq!(
        cells(page),
        [
            ["应用", "规模"],
            ["即时通信", "105,963"],
            ["网络视频", "106,671"]
        ]
    );
}

#[test]
fn numbers_of_footnotes_may_stand_on_the_line() {
    let mut page = page();
    let text = "网民规模达11.08亿人，较上年增长1608万人。";
    set(&mut page, 50.0, 100.0, 10.0, text);
    set(&mut page, 260.0, 96.0, 5.0, "1");
    set(&mut page, 50.0, 115.0, 10.0, text);
    set(&mut page, 260.0, 111.0, 5.0, "2");
    set(
        &mut page,
        60.0,
        616.0,
        8.0,
        "1 网民：过去半年内上过网的人。",
    );
    set(&mut page, 60.0, 628.0, 8.0, "22023年12月的数据。");
    set(&mut page, 60.0, 640.0, 8.0, "3 日内有效的数据。");
    let document = pages_to_document(&[page]);
    let found: Vec<(&str, Place)> = lines(&document)[2..]
        .iter()
        .map(|(text, _, place)| (*text, *place))
        .collect();
    assert_eq!(
        found,
        [
            ("¹ 网民：过去半年内上过网的人。", Place::Foot),
            ("²2023年12月的数据。", Place::Foot),
            ("3 日内有效的数据。", Place::Foot),
        ]
    );
}

#[test]
fn numbers_of_footnotes_have_several_forms() {
    let cases = [
        ("①", "① 网民的定义。", "¹ 网民的定义。"),
        ("1", "①网民的定义。", "¹网民的定义。"),
        ("1", "(1) 网民的定义。", "^{1} 网民的定义。"),
        ("1", "（1）网民的定义。", "^{1}网民的定义。"),
        ("1", "1）网民的定义。", "^{1}网民的定义。"),
        ("12", "⑫网民的定义。", "¹²网民的定义。"),
    ];
    for (mark, note, expected) in cases {
        let mut page = page();
        let text = "网民规模达11.08亿人，较上年增长1608万人。";
        set(&mut page, 50.0, 100.0, 10.0, text);
        set(&mut page, 260.0, 96.0, 5.0, mark);
        set(&mut page, 60.0, 616.0, 8.0, note);
        let document = pages_to_document(&[page]);
        let found: Vec<(&str, Place)> = lines(&document)[1..]
            .iter()
            .map(|(text, _, place)| (*text, *place))
            .collect();
        assert_eq!(found, [(expected, Place::Foot)], "{note}");
    }
    // Another number than the marks ask for begins a line of text.
    let mut page = page();
    set(&mut page, 50.0, 100.0, 10.0, "网民规模达11.08亿人。");
    set(&mut page, 155.0, 96.0, 5.0, "1");
    set(&mut page, 60.0, 616.0, 8.0, "②网民的定义。");
    let document = pages_to_document(&[page]);
    assert_eq!(lines(&document)[1].2, Place::Body);
}

#[test]
fn footnotes_stand_at_the_foot() {
    let mut page = page();
    set(
        &mut page,
        50.0,
        100.0,
        10.0,
        "网民规模达11.08亿人，较上年增长1608万人。",
    );
    across(&mut page, 600.0, 50.0, 150.0);
    set(&mut page, 60.0, 613.0, 5.0, "1");
    set(&mut page, 63.0, 616.0, 8.0, "网民：过去半年内上过网的人。");
    set(&mut page, 240.0, 650.0, 9.0, "12");
    let document = pages_to_document(&[page]);
    assert_eq!(
        lines(&document)[1..],
        [
            ("¹网民：过去半年内上过网的人。", None, Place::Foot),
            ("12", Some(false), Place::Body),
        ]
    );
}

#[test]
fn a_footnote_goes_on_at_the_foot_of_the_next_page() {
    let sheet = |foot: &[&str], has_number: bool| {
        let mut page = page();
        for line in 0..6 {
            let baseline = 100.0 + f64::from(line) * 16.0;
            set(&mut page, 50.0, baseline, 10.0, &"网民规模".repeat(10));
        }
        set(
            &mut page,
            50.0,
            196.0,
            10.0,
            "达11.08亿人，较上年增长1608万人。",
        );
        across(&mut page, 600.0, 50.0, 150.0);
        if has_number {
            set(&mut page, 50.0, 613.0, 5.0, "1");
        }
        for (at, line) in foot.iter().enumerate() {
            let x = if has_number && at == 0 { 54.0 } else { 50.0 };
            set(&mut page, x, 616.0 + at as f64 * 11.0, 8.0, line);
        }
        page
    };
    let cut = format!("网民：{}", "过去半年内".repeat(9));
    let first = sheet(&[cut.as_str()], true);
    let second = sheet(&["上过网的人。"], false);
    let document = pages_to_document(&[first, second]);
    let last = lines(&document)[lines(&document).len() - 1];
    assert_eq!(last, ("上过网的人。", Some(true), Place::Foot));
}
