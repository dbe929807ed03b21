//! Whole reports as PDF with bytes changed, cut out, doubled or cut off: each is
//! read or refused, soon and in little memory.
//!
//! `CNNIC_MUTATIONS` asks for more copies of each file than usual, `CNNIC_PDF` for
//! the files of a folder besides the fixtures.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cnnic::{Options, Source};

/// A generator of numbers, the same from run to run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let inner = |path: PathBuf| match path.is_dir() {
        true => path.join("input.pdf"),
        false => path,
    };
    let mut paths: Vec<PathBuf> = paths
        .map(inner)
        .filter(|path| path.exists() && path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    paths.sort();
    paths
}

/// A copy with some damage, and what the damage is.
fn damaged(whole: &[u8], numbers: &mut Numbers) -> (Vec<u8>, &'static str) {
    let mut bytes = whole.to_vec();
    let from = numbers.below(bytes.len());
    let to = (from + 1 + numbers.below(200)).min(bytes.len());
    let kind = match numbers.below(6) {
        0 => {
            for _ in 0..=numbers.below(16) {
                let at = numbers.below(bytes.len());
                bytes[at] ^= 1 << numbers.below(8);
            }
            "bits turned"
        }
        1 => {
            let digits: Vec<usize> = (0..bytes.len())
                .filter(|&at| bytes[at].is_ascii_digit())
                .collect();
            for _ in 0..=numbers.below(8) {
                let at = digits[numbers.below(digits.len())];
                bytes[at] = b'0' + numbers.below(10) as u8;
            }
            "digits changed"
        }
        2 => {
            bytes.truncate(from);
            "cut off"
        }
        3 => {
            bytes.drain(from..to);
            "cut out"
        }
        4 => {
            let part = bytes[from..to].to_vec();
            bytes.splice(to..to, part);
            "doubled"
        }
        _ => {
            let filling = [0, 0xff, b' ', b'9', b'[', b'<'][numbers.below(6)];
            bytes[from..to].fill(filling);
            "filled"
        }
    };
    (bytes, kind)
}

#[test]
fn damaged_reports_are_read_or_refused() {
    const LONGEST: Duration = Duration::from_secs(30);
    let asked = std::env::var("CNNIC_MUTATIONS").ok();
    let copies: u64 = asked.map_or(24, |copies| copies.parse().unwrap());
    let mut files = pdfs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"));
    assert!(files.len() > 1, "{files:?}");
    if let Ok(folder) = std::env::var("CNNIC_PDF") {
        files.extend(pdfs(Path::new(&folder)));
    }
    let (mut read, mut refused) = (0, 0);
    for (index, path) in files.iter().enumerate() {
        let whole = std::fs::read(path).unwrap();
        for copy in 0..copies {
            let seed = (index as u64 + 1) << 32 | (copy + 1);
            let mut numbers = Numbers(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let (bytes, kind) = damaged(&whole, &mut numbers);
            let start = Instant::now();
            let kept = bytes.clone();
            let found = std::panic::catch_unwind(|| {
                cnnic::read(&Source::new("damaged.pdf", bytes), &Options::default()).is_ok()
            });
            let name = || {
                let place = std::env::temp_dir().join(format!("damaged-{index}-{copy}.pdf"));
                std::fs::write(&place, &kept).unwrap();
                format!("{}, {kind}, as {}", path.display(), place.display())
            };
            match found {
                Ok(true) => read += 1,
                Ok(false) => refused += 1,
                Err(_) => panic!("{} makes it panic", name()),
            }
            let taken = start.elapsed();
            assert!(taken < LONGEST, "{} takes {taken:?}", name());
        }
    }
    // Damage that nothing reads, or that everything survives, tests nothing.
    assert!(read > 0 && refused > 0, "{read} read, {refused} refused");
    assert!(
        memory().is_none_or(|peak| peak < 1 << 20),
        "{:?} KiB",
        memory()
    );
}

/// The most memory the process had, in KiB, where the system says it.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
