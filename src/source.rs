//! The bytes of an input, and the text in them.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};
use sha2::{Digest, Sha256};

use crate::error::Error;

/// An input: its bytes, and the name to call it by.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    bytes: Vec<u8>,
}

/// What an input is, told by its content, never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A PDF file.
    Pdf,
    /// A `report.json` that was written before.
    ReportJson,
    /// Text in some encoding.
    Text,
}

impl Kind {
    /// The media type of such files.
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Pdf => "application/pdf",
            Kind::ReportJson => "application/json",
            Kind::Text => "text/plain",
        }
    }
}

impl Source {
    /// Bytes that are at hand.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Source {
        Source {
            name: name.into(),
            bytes: bytes.into(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Read`] when it cannot be read.
    pub fn open(path: impl AsRef<Path>) -> Result<Source, Error> {
        let path = path.as_ref();
        let name = path.display().to_string();
        match fs::read(path) {
            Ok(bytes) => Ok(Source { name, bytes }),
            Err(source) => Err(Error::Read { name, source }),
        }
    }

    /// Reads standard input to its end.
    ///
    /// # Errors
    /// [`Error::Read`] when it cannot be read.
    pub fn stdin() -> Result<Source, Error> {
        let name = "standard input".to_owned();
        let mut bytes = Vec::new();
        match io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => Ok(Source { name, bytes }),
            Err(source) => Err(Error::Read { name, source }),
        }
    }

    /// The name to call it by in messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name without its folders.
    pub fn file_name(&self) -> &str {
        let name = Path::new(&self.name).file_name();
        name.and_then(|name| name.to_str()).unwrap_or(&self.name)
    }

    /// The bytes as they came.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        use std::fmt::Write;
        let digest = Sha256::digest(&self.bytes);
        digest
            .iter()
            .fold(String::with_capacity(64), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            })
    }

    /// What the input is. A PDF may have bytes before its header; ISO 32000
    /// readers look for it in the first 1,024.
    pub fn kind(&self) -> Kind {
        let head = &self.bytes[..self.bytes.len().min(1024)];
        if head.windows(5).any(|window| window == b"%PDF-") {
            return Kind::Pdf;
        }
        let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let json = start.trim_ascii_start().starts_with(b"{");
        if json
            && head
                .windows(16)
                .any(|window| window == b"\"schema_version\"")
        {
            Kind::ReportJson
        } else {
            Kind::Text
        }
    }

    /// The canonical text: decoded, less its byte order mark, CRLF made LF.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::Nul`] or [`Error::Undecodable`], with the
    /// offset of the byte.
    pub fn text(&self) -> Result<String, Error> {
        if self.bytes.trim_ascii().is_empty() {
            return Err(self.empty());
        }
        let text = match Encoding::for_bom(&self.bytes) {
            Some((encoding, length)) if encoding == UTF_16LE || encoding == UTF_16BE => {
                self.decode(encoding, length)?
            }
            bom => self.decode_unmarked(bom.map_or(0, |(_, length)| length))?,
        };
        if text.trim().is_empty() {
            return Err(self.empty());
        }
        Ok(if text.contains("\r\n") {
            text.replace("\r\n", "\n")
        } else {
            text
        })
    }

    fn decode_unmarked(&self, start: usize) -> Result<String, Error> {
        // To ask whether there is one is faster than to look for its place.
        if self.bytes.contains(&0)
            && let Some(offset) = self.bytes.iter().position(|&byte| byte == 0)
        {
            return Err(Error::Nul {
                name: self.name.clone(),
                offset,
            });
        }
        let bytes = &self.bytes[start..];
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) if start > 0 || is_mostly_utf8(bytes) => {
                let offset = start + error.valid_up_to();
                Err(self.undecodable("UTF-8", offset, error.error_len().unwrap_or(1)))
            }
            Err(_) => self.decode(GB18030, start),
        }
    }

    fn decode(&self, encoding: &'static Encoding, start: usize) -> Result<String, Error> {
        let bytes = &self.bytes[start..];
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let capacity = decoder
            .max_utf8_buffer_length_without_replacement(bytes.len())
            .unwrap_or(bytes.len() * 4);
        let mut text = String::with_capacity(capacity);
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
        match result {
            encoding_rs::DecoderResult::Malformed(length, after) => {
                let length = usize::from(length);
                let offset = start + read - length - usize::from(after);
                Err(self.undecodable(encoding.name(), offset, length))
            }
            _ => match text.find('\0') {
                // The offset is that of the first zero code unit of UTF-16.
                Some(at) => Err(Error::Nul {
                    name: self.name.clone(),
                    offset: start + 2 * text[..at].encode_utf16().count(),
                }),
                None => Ok(text),
            },
        }
    }

    fn empty(&self) -> Error {
        Error::Empty {
            name: self.name.clone(),
        }
    }

    fn undecodable(&self, encoding: &'static str, offset: usize, length: usize) -> Error {
        let end = (offset + length).min(self.bytes.len());
        let found: Vec<String> = self.bytes[offset..end]
            .iter()
            .map(|byte| format!("0x{byte:02X}"))
            .collect();
        Error::Undecodable {
            name: self.name.clone(),
            offset,
            encoding,
            found: if found.is_empty() {
                "the end of the file within a character".to_owned()
            } else {
                found.join(" ")
            },
        }
    }
}

/// Whether bytes that are no valid UTF-8 are UTF-8 with damage rather than
/// GB18030. Chinese text in GB18030 is almost never a valid sequence of three
/// bytes, and GB18030 would take damaged UTF-8 for rare characters.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| c.len_utf8() >= 3).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > invalid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, String> {
        Source::new("f", bytes)
            .text()
            .map_err(|error| error.to_string())
    }

    #[test]
    fn encodings_are_told_by_content() {
        let text = "表 1 网民\n规模";
        let utf16le: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let utf16be: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        let cases: [(&str, Vec<u8>); 6] = [
            ("utf-8", text.into()),
            ("utf-8 with a mark", format!("\u{feff}{text}").into()),
            ("utf-16le", utf16le),
            ("utf-16be", utf16be),
            ("gb18030", GB18030.encode(text).0.into_owned()),
            ("crlf", text.replace('\n', "\r\n").into()),
        ];
        for (name, bytes) in cases {
            assert_eq!(read(&bytes).as_deref(), Ok(text), "{name}");
        }
    }

    #[test]
    fn bad_bytes_are_named_with_their_offset() {
        let mut damaged = "网民规模达十一亿人".as_bytes().to_vec();
        damaged[7] = 0xFF;
        let cases: [(&[u8], &str); 5] = [
            (b"", "an empty file"),
            (b"  \n", "an empty file"),
            (b"ab\0c", "byte 2: expected text, found a NUL byte"),
            (&damaged, "byte 6: expected UTF-8 text, found 0xE8"),
            (
                b"\xB1\xED\x20\xFF\xFF",
                "byte 3: expected gb18030 text, found 0xFF",
            ),
        ];
        for (bytes, message) in cases {
            let error = read(bytes).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn kinds_are_told_by_content() {
        let cases: [(&[u8], Kind); 4] = [
            (b"\n%PDF-1.7", Kind::Pdf),
            (b"{\n  \"schema_version\": \"1\"", Kind::ReportJson),
            (b"{ \xe8\xa1\xa8", Kind::Text),
            ("表 1".as_bytes(), Kind::Text),
        ];
        for (bytes, kind) in cases {
            assert_eq!(Source::new("f", bytes).kind(), kind);
        }
    }
}
