//! Bytes that are written in chunks.

use std::io::{self, Write};
use std::mem;

/// Bytes in chunks that are all of one size: none has to grow, and the memory of
/// one fits the next.
#[derive(Default)]
pub struct Chunks {
    full: Vec<Vec<u8>>,
    last: Vec<u8>,
}

impl Chunks {
    /// The last chunk, with room for so many bytes more.
    #[inline]
    pub fn room(&mut self, needed: usize) -> &mut Vec<u8> {
        if self.last.capacity() - self.last.len() < needed {
            self.begin(needed);
        }
        &mut self.last
    }

    /// Begins another chunk, longer than the others only where that is needed.
    #[cold]
    fn begin(&mut self, needed: usize) {
        const SIZE: usize = 1 << 15;
        let next = Vec::with_capacity(SIZE.max(needed));
        self.full.push(mem::replace(&mut self.last, next));
    }

    /// Writes some bytes.
    #[inline]
    pub fn put(&mut self, bytes: &[u8]) {
        self.room(bytes.len()).extend_from_slice(bytes);
    }

    /// Whether a byte was written last.
    pub fn ends_with(&self, byte: u8) -> bool {
        self.last.last() == Some(&byte)
    }

    /// The chunks, in order.
    pub fn into_vec(mut self) -> Vec<Vec<u8>> {
        self.full.push(self.last);
        self.full
    }
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.put(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
