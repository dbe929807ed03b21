//! Headings of several lines without rules, and running heads.

use super::{across, cells, page, pages_to_document, set};
use crate::document::Place;
use crate::document::pdf::page::Page;

/// Rows below headings, their values from 160 on.
fn values(page: &mut Page) {
    for (y, label) in [(160.0, "即时通信"), (184.0, "网络视频"), (208.0, "短视频")] {
        set(page, 60.0, y, 10.0, label);
        for x in [160.0, 240.0, 320.0, 400.0] {
            set(page, x, y, 10.0, "83,229");
        }
    }
}

fn is_doubtful(page: Page) -> bool {
    let document = pages_to_document(&[page]);
    document.grids().iter().any(|grid| grid.is_doubtful)
}

#[test]
fn a_heading_at_the_side_of_several_stands_over_all_that_repeat() {
    // At the left end of the first, or at the right end of the last.
    for shift in [0.0, 75.0] {
        let mut page = page();
        set(&mut page, 60.0, 123.0, 10.0, "应用");
        for (x, period) in [(160.0, "2023.12"), (320.0, "2024.12")] {
            set(&mut page, x + shift, 110.0, 10.0, period);
            for (x, end) in [(x, x + 30.0), (x + 80.0, x + 110.0)] {
                let heading = if x == 160.0 || x == 320.0 {
                    "访问量"
                } else {
                    "使用率"
                };
                set(&mut page, end - 30.0, 136.0, 10.0, heading);
            }
        }
        values(&mut page);
        let found = cells(page);
        assert_eq!(found[0], ["应用", "2023.12", "2024.12"], "{shift}");
        assert_eq!(
            found[1],
            ["访问量", "使用率", "访问量", "使用率"],
            "{shift}"
        );
    }
}

#[test]
fn headings_that_can_be_read_in_two_ways_are_doubtful() {
    // 2024.12 may be the first line of 规模 alone, all others having one line at
    // the foot of the row, or stand over the four at their left.
    let headings = ["规模", "使用率", "增长率", "占比"];
    let mut page = page();
    set(&mut page, 60.0, 136.0, 10.0, "应用");
    set(&mut page, 160.0, 123.0, 10.0, "2024.12");
    for (x, heading) in [160.0, 240.0, 320.0, 400.0].into_iter().zip(headings) {
        set(&mut page, x, 136.0, 10.0, heading);
    }
    values(&mut page);
    assert!(is_doubtful(page));
}

#[test]
fn lines_around_one_middle_are_one_heading_and_not_doubtful() {
    let mut page = page();
    set(&mut page, 60.0, 130.0, 10.0, "应用");
    for (x, heading) in [
        (160.0, "用户规模"),
        (240.0, "使用人数"),
        (320.0, "访问数量"),
    ] {
        set(&mut page, x + 2.5, 124.0, 10.0, "2024.12");
        set(&mut page, x, 136.0, 10.0, heading);
    }
    set(&mut page, 400.0, 130.0, 10.0, "增长率");
    values(&mut page);
    assert!(!is_doubtful(page.clone()));
    let found = cells(page);
    let expected = [
        "应用",
        "2024.12用户规模",
        "2024.12使用人数",
        "2024.12访问数量",
        "增长率",
    ];
    assert_eq!(found[0], expected);
}

#[test]
fn a_line_of_periods_and_words_is_no_row_of_values() {
    let mut page = page();
    for x in [160.0, 240.0, 320.0, 400.0] {
        set(&mut page, x, 124.0, 10.0, "2024.12网民");
        set(&mut page, x, 136.0, 10.0, "使用率");
    }
    set(&mut page, 60.0, 130.0, 10.0, "应用");
    values(&mut page);
    let found = cells(page);
    assert_eq!(found[0][1..], ["2024.12网民使用率"; 4]);
    assert_eq!(found.len(), 4);
}

#[test]
fn a_long_label_close_to_its_value_is_parted_from_it() {
    for has_rules in [false, true] {
        let mut page = page();
        set(&mut page, 60.0, 112.0, 10.0, "应用");
        set(&mut page, 130.0, 112.0, 10.0, "规模");
        set(&mut page, 220.0, 112.0, 10.0, "占比");
        let labels = ["网络视频", "短视频", "在线旅行预订", "网约车"];
        for (y, label) in (0..).map(|row| 132.0 + 20.0 * f64::from(row)).zip(labels) {
            set(&mut page, 60.0, y, 10.0, label);
            set(&mut page, 126.0, y, 10.0, "83,229");
            set(&mut page, 220.0, y, 10.0, "20.5");
        }
        for y in [98.0, 118.0, 200.0].into_iter().filter(|_| has_rules) {
            across(&mut page, y, 50.0, 300.0);
        }
        let found = cells(page);
        assert_eq!(found[3], ["在线旅行预订", "83,229", "20.5"], "{has_rules}");
    }
}

#[test]
fn running_heads_may_name_the_chapter() {
    let chapters = [
        "第一章 基础",
        "第一章 基础",
        "第二章 网民",
        "第二章 网民",
        "第三章 应用",
    ];
    let mut pages = Vec::new();
    for chapter in chapters {
        for head in [chapter, "发展状况报告"] {
            let mut page = page();
            set(&mut page, 60.0, 40.0, 8.0, head);
            // No two pages say the same.
            let words = "网民规模增长应用不断丰富".chars().cycle();
            let line: String = words.skip(pages.len()).take(20).collect();
            for y in [80.0, 96.0, 112.0, 128.0] {
                set(&mut page, 60.0, y, 10.0, &line);
            }
            pages.push(page);
        }
    }
    let document = pages_to_document(&pages);
    let heads = document.lines().iter();
    let heads = heads.filter(|line| line.place == Place::Head);
    assert_eq!(heads.count(), pages.len());
}
