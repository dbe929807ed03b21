//! How much a file may ask for. A small file can unpack to gigabytes, or draw a form
//! that draws another ten times, and so on for fifty.

use std::any::Any;
use std::cell::Cell;
use std::io::{self, Read};
use std::panic::resume_unwind;

use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::object::dict::keys::{LENGTH1, SUBTYPE};
use hayro_interpret::hayro_syntax::object::{Name, Object, Stream};
use hayro_interpret::hayro_syntax::{Filter, Pdf};

/// How many glyphs and lines a file may draw: five thousand pages of text.
const DRAWN: u64 = 5_000_000;
/// As many of them as a clip counts for, which every form comes with.
pub const CLIP: usize = 16;
/// What all larger streams may unpack to, in bytes.
const UNPACKED: u64 = 512 << 20;
/// From which size a stream is looked into: a thousandth of what does no harm.
const LARGE: usize = 4 << 10;
/// Up to which size a stream may unpack by any factor.
const SMALL: u64 = 4 << 20;
/// By which factor larger ones may; drawing operators pack to a tenth or so.
const FACTOR: u64 = 200;
/// The same of fonts, of which a file has few.
const LARGE_FONT: usize = 512 << 10;

/// What is left of the drawing a file may do.
pub struct Budget(Cell<u64>);

/// Thrown by a [`Budget`] that is spent.
struct Spent;

impl Default for Budget {
    fn default() -> Budget {
        Budget(Cell::new(DRAWN))
    }
}

impl Budget {
    /// Takes some away. The interpreter cannot be asked to stop, so a budget that
    /// is spent unwinds through it, to whoever catches that.
    pub fn spend(&self, count: usize) {
        match self.0.get().checked_sub(count as u64) {
            Some(left) => self.0.set(left),
            None => resume_unwind(Box::new(Spent)),
        }
    }
}

/// What is wrong with a file that unwound through the interpreter.
pub fn unwound(cause: &(dyn Any + Send)) -> &'static str {
    if cause.is::<Spent>() {
        "more to draw than any report has"
    } else {
        "something in it that no PDF has"
    }
}

/// What is wrong with the streams of a file, if anything.
pub fn unpacks_too_far(pdf: &Pdf) -> Option<&'static str> {
    let mut left = UNPACKED;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else {
            continue;
        };
        let kind = stream.dict().get::<Name<'_>>(SUBTYPE);
        if kind.as_deref() == Some(b"Image") {
            continue;
        }
        let filters = stream.filters();
        let packed = filters
            .iter()
            .filter(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode));
        match packed.count() {
            0 => continue,
            1 => {}
            _ => return Some("a stream that is packed more than once"),
        }
        let is_font = stream.dict().contains_key(LENGTH1) || kind.is_some();
        let large = if is_font { LARGE_FONT } else { LARGE };
        let size = stream.raw_data().len();
        if filters.first() == Some(&Filter::FlateDecode) && size >= large {
            let most = left.min(SMALL.max(FACTOR * size as u64));
            let unpacked = unpacked(&stream, most);
            if unpacked == most {
                return Some("streams that unpack to far more than any report has");
            }
            left -= unpacked;
        }
    }
    None
}

/// How many bytes a stream unpacks to, as far as `most`; errors are for the reader
/// of the stream to find.
fn unpacked(stream: &Stream<'_>, most: u64) -> u64 {
    let packed = stream.raw_data();
    let mut unpacked = ZlibDecoder::new(packed.as_ref()).take(most);
    let mut buffer = [0; 1 << 14];
    let mut total = 0;
    loop {
        match unpacked.read(&mut buffer) {
            Ok(0) => return total,
            Ok(read) => total += read as u64,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return total,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;

    #[test]
    fn a_budget_that_is_spent_unwinds() {
        let budget = Budget::default();
        budget.spend(DRAWN as usize);
        let cause = catch_unwind(AssertUnwindSafe(|| budget.spend(1))).unwrap_err();
        assert_eq!(unwound(&*cause), "more to draw than any report has");
        assert_eq!(unwound(&"a message"), "something in it that no PDF has");
    }
}
