//! The work of the checks grows as what they check does. It is counted in bytes that are
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
    assert!(report.observations.len() >= parts, "{parts}");
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

#[test]
fn twice_as_much_is_twice_the_work() {
    for (name, text) in [
        ("shares", shares as fn(usize) -> String),
        ("totals", totals),
    ] {
        let [once, twice] = [1000, 2000].map(|parts| work(parts, text));
        let times = twice as f64 / once as f64;
        assert!(
            times < 2.5,
            "{name}: {once} and {twice} bytes, {times} times"
        );
    }
}
