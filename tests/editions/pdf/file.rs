//! Objects to the bytes of a file.

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Chunk, Dict, Filter, Name, Ref};

use super::design::Pack;

/// The objects of a file, in the order they were made in.
pub struct File {
    pack: Pack,
    objects: Vec<Object>,
    last: i32,
}

struct Object {
    id: Ref,
    chunk: Chunk,
    is_stream: bool,
}

/// Where the reader finds an object.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    At(usize),
    Within { stream: Ref, index: usize },
}

const HEADER: &[u8] = b"%PDF-1.6\n%\xe4\xe4\xe4\xe4\n";

impl File {
    pub fn new(pack: Pack) -> File {
        File {
            pack,
            objects: Vec::new(),
            last: 0,
        }
    }

    /// A number for an object.
    pub fn next(&mut self) -> Ref {
        self.last += 1;
        Ref::new(self.last)
    }

    /// Where an object that is no stream is to be written.
    pub fn object(&mut self, id: Ref) -> &mut Chunk {
        self.objects.push(Object {
            id,
            chunk: Chunk::new(),
            is_stream: false,
        });
        &mut self.objects.last_mut().expect("one was pushed").chunk
    }

    /// Writes a stream, with more entries if need be.
    pub fn stream(&mut self, id: Ref, data: Vec<u8>, entries: impl FnOnce(&mut Dict)) {
        let is_deflated = self.pack != Pack::Plain;
        let data = if is_deflated {
            compress_to_vec_zlib(&data, 6)
        } else {
            data
        };
        let mut chunk = Chunk::new();
        let mut stream = chunk.stream(id, &data);
        if is_deflated {
            stream.filter(Filter::FlateDecode);
        }
        entries(&mut stream);
        drop(stream);
        self.objects.push(Object {
            id,
            chunk,
            is_stream: true,
        });
    }

    /// The file, given its catalog.
    pub fn finish(mut self, catalog: Ref) -> Vec<u8> {
        let mut bytes = HEADER.to_vec();
        let mut places = vec![Place::Nowhere; self.last as usize + 1];
        if self.pack == Pack::ObjectStreams {
            self.gather(&mut places);
        }
        places.resize(self.last as usize + 1, Place::Nowhere);
        for object in &self.objects {
            places[object.id.get() as usize] = Place::At(bytes.len());
            bytes.extend(object.chunk.as_bytes());
        }
        match self.pack {
            Pack::ObjectStreams => self.xref_stream(bytes, places, catalog),
            _ => xref_table(bytes, &places, catalog),
        }
    }

    /// Puts what is no stream into object streams.
    fn gather(&mut self, places: &mut [Place]) {
        let objects = std::mem::take(&mut self.objects);
        let (streams, others): (Vec<_>, Vec<_>) =
            objects.into_iter().partition(|object| object.is_stream);
        self.objects = streams;
        for some in others.chunks(100) {
            let stream = self.next();
            let (mut index, mut bodies) = (String::new(), Vec::new());
            for (at, object) in some.iter().enumerate() {
                index += &format!("{} {} ", object.id.get(), bodies.len());
                bodies.extend(body(object.chunk.as_bytes()));
                bodies.push(b'\n');
                places[object.id.get() as usize] = Place::Within { stream, index: at };
            }
            let first = index.len() as i32;
            let data = [index.into_bytes(), bodies].concat();
            self.stream(stream, data, |dict| {
                dict.pair(Name(b"Type"), Name(b"ObjStm"));
                dict.pair(Name(b"N"), some.len() as i32);
                dict.pair(Name(b"First"), first);
            });
        }
    }

    fn xref_stream(mut self, mut bytes: Vec<u8>, mut places: Vec<Place>, root: Ref) -> Vec<u8> {
        let id = self.next();
        let start = bytes.len();
        places.push(Place::At(start));
        let mut data = Vec::new();
        for place in &places {
            let (kind, first, second) = match *place {
                Place::Nowhere => (0, 0, 0xffff),
                Place::At(offset) => (1, offset as u32, 0),
                Place::Within { stream, index } => (2, stream.get() as u32, index as u16),
            };
            data.push(kind);
            data.extend(first.to_be_bytes());
            data.extend(second.to_be_bytes());
        }
        self.objects.clear();
        self.stream(id, data, |dict| {
            dict.pair(Name(b"Type"), Name(b"XRef"));
            dict.pair(Name(b"Size"), places.len() as i32);
            dict.pair(Name(b"Root"), root);
            dict.insert(Name(b"W")).array().items([1, 4, 2]);
        });
        bytes.extend(self.objects[0].chunk.as_bytes());
        bytes.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
        bytes
    }
}

/// An object without its number and the words around it.
fn body(object: &[u8]) -> &[u8] {
    let start = object.windows(4).position(|word| word == b"obj\n");
    let end = object.windows(6).rposition(|word| word == b"endobj");
    &object[start.map_or(0, |at| at + 4)..end.unwrap_or(object.len())]
}

fn xref_table(mut bytes: Vec<u8>, places: &[Place], root: Ref) -> Vec<u8> {
    let start = bytes.len();
    let mut table = format!("xref\n0 {}\n", places.len());
    for place in places {
        table += &match place {
            Place::At(offset) => format!("{offset:010} 00000 n \n"),
            _ => "0000000000 65535 f \n".to_owned(),
        };
    }
    let (size, root) = (places.len(), root.get());
    table += &format!("trailer\n<< /Size {size} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(table.into_bytes());
    bytes
}
