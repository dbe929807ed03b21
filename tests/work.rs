//! The work of reading grows as the text does, and that of the checks as what they check. It is counted in bytes that are
//! allocated, so that neither the machine nor what else runs on it matters.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};

use cnnic::{Options, Source};

/// The allocator of the system, and what was asked of it.
struct Counting;

static BYTES: AtomicU64 = AtomicU64::new(0);

// SAFETY: all is left to the allocator of the system.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BYTES.fetch_add(layout.size() as u64, Ordering::Relaxed);
        // SAFETY: the layout is that of the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: it was allocated above.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What a report of so many parts asks for.
fn work(parts: usize, text: fn(usize) -> String) -> u64 {
    let text = text(parts);
    let text = format!("第 56 次中国互联网络发展状况统计报告\n\n第一章 发展状况\n\n{text}\n");
    let source = Source::new("edition.txt", text);
    let before = BYTES.load(Ordering::Relaxed);
    let report = cnnic::read(&source, &Options::default()).unwrap();
    let bytes = BYTES.load(Ordering::Relaxed) - before;
    assert!(!report.observations.is_empty(), "{parts}");
    bytes
}

/// One sentence: a part and its share after the other.
fn shares(parts: usize) -> String {
    let mut text = "2024年收入为900亿元，其中".to_owned();
    for part in 0..parts {
        let name = char::from_u32(0x4e00 + part as u32).unwrap();
        let (value, share) = (1 + part % 100, part % 90);
        write!(text, "，甲{name}收入为{value}亿元，占比{share}.0%").unwrap();
    }
    text + "。"
}

/// One table: a total above 100 % behind every other row.
fn totals(parts: usize) -> String {
    let mut text = "表 1 场景（多选）\n\n场景\t占比".to_owned();
    for part in 0..parts {
        write!(text, "\n甲{part}\t10{}.0%\n合计\t150.0%", part % 10).unwrap();
    }
    text
}

/// The sentence that makes a report of what is hostile to one.
const SENTENCE: &str = "截至2024年12月，网民规模达11.08亿人。\n\n";

/// A sign that something begins which never ends.
fn brackets(parts: usize) -> String {
    SENTENCE.to_owned() + &"[\\[<!--".repeat(12 * parts)
}

/// The heading of a chapter again and again.
fn chapters(parts: usize) -> String {
    SENTENCE.to_owned() + &"第一章 基础资源\n\n".repeat(parts)
}

/// Headings of one level, a paragraph below each.
fn headings(parts: usize) -> String {
    SENTENCE.to_owned() + &"一、基础资源\n\n资源\n\n".repeat(parts)
}

/// Raised marks between the rows of one table.
fn marks(parts: usize) -> String {
    let head = "         表 1  分类\n\n   分类        数量（个）\n";
    let rows = "   甲          20,823,037\n                         1\n".repeat(parts);
    format!("{SENTENCE}{head}{rows}   1 含乙。\n")
}

/// Marks of stars, and a note for each.
fn stars(parts: usize) -> String {
    let rows = "甲*\t3*\n".repeat(parts);
    let notes = "* 不含乙。\n** 含丙。\n".repeat(parts);
    format!("{SENTENCE}表 1 分类\n\n分类\t数量（个）\n{rows}{notes}")
}

/// Tables, each with a note.
fn tables(parts: usize) -> String {
    let mut text = SENTENCE.to_owned();
    for part in 0..parts / 10 {
        write!(
            text,
            "表 {part} 分类\n\n分类\t数量（个）\n甲\t{part}\n注：乙。\n\n标签\n\n"
        )
        .unwrap();
    }
    text
}

/// Charts as tables, all below one caption.
fn charts(parts: usize) -> String {
    let chart = "| 年 | 人数 |\n|---|---|\n| 2024 | 3.5 |\n\n".repeat(parts / 4);
    format!("{SENTENCE}图 1 网民规模\n\n{chart}")
}

/// Numbers alone on their lines, after a sentence without an end.
fn numbers(parts: usize) -> String {
    format!("{SENTENCE}甲乙，丙\n\n{}", "5\n\n".repeat(parts))
}

#[test]
fn twice_as_much_is_twice_the_work() {
    for (name, text) in [
        ("shares", shares as fn(usize) -> String),
        ("totals", totals),
        ("brackets", brackets),
        ("chapters", chapters),
        ("headings", headings),
        ("marks", marks),
        ("stars", stars),
        ("tables", tables),
        ("charts", charts),
        ("numbers", numbers),
    ] {
        let [once, twice] = [1000, 2000].map(|parts| work(parts, text));
        let times = twice as f64 / once as f64;
        assert!(
            times < 2.5,
            "{name}: {once} and {twice} bytes, {times} times"
        );
    }
}
