//! An edition as it is meant, before it is typeset.

/// Text as it is printed and as it is meant. In `printed`, a mark is its name
/// between [`MARK`] and [`MARK_END`].
#[derive(Clone, Debug, Default)]
pub struct Inline {
    pub printed: String,
    pub clean: String,
    pub marks: Vec<String>,
}

pub const MARK: char = '\u{E000}';
pub const MARK_END: char = '\u{E001}';

impl Inline {
    pub fn of(text: &str) -> Inline {
        Inline {
            printed: text.to_owned(),
            clean: text.to_owned(),
            marks: Vec::new(),
        }
    }

    pub fn push(&mut self, text: &str) {
        self.printed.push_str(text);
        self.clean.push_str(text);
    }

    pub fn push_as(&mut self, printed: &str, clean: &str) {
        self.printed.push_str(printed);
        self.clean.push_str(clean);
    }

    pub fn mark(&mut self, name: &str) {
        self.printed.extend([MARK]);
        self.printed.push_str(name);
        self.printed.extend([MARK_END]);
        self.marks.push(name.to_owned());
    }
}

pub struct Edition {
    pub number: u32,
    pub period: (i32, u32),
    pub published: (i32, u32),
    /// Whether form feeds, running heads and page numbers part the pages.
    pub has_pages: bool,
    pub title_on_two_lines: bool,
    pub items: Vec<Item>,
    /// By number, from 1.
    pub footnotes: Vec<Footnote>,
}

pub struct Footnote {
    pub text: Inline,
    pub url: Option<String>,
}

pub enum Item {
    Heading(Heading),
    Paragraph(Paragraph),
    Bullet {
        text: Inline,
        form: usize,
    },
    SubHeading(String),
    Term {
        term: String,
        definition: String,
    },
    Table(Table),
    Figure {
        number: u32,
        title: Inline,
    },
    /// Organisations in two columns.
    List(Vec<[String; 2]>),
    PageBreak,
}

pub struct Heading {
    pub level: u8,
    pub number: Option<String>,
    /// Number with its signs.
    pub printed: String,
    pub title: String,
}

impl Heading {
    /// The title as it is meant: `IP 地址` is `IP地址`.
    pub fn clean(&self) -> String {
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let words: Vec<&str> = self.title.split(' ').collect();
        let mut clean = words[0].to_owned();
        for pair in words.windows(2) {
            if !pair[0].ends_with(is_han) && !pair[1].starts_with(is_han) {
                clean.push(' ');
            }
            clean.push_str(pair[1]);
        }
        clean
    }
}

pub struct Paragraph {
    pub sentences: Vec<Inline>,
    /// A byte of the printed paragraph at which a page ends.
    pub cut: Option<usize>,
}

impl Paragraph {
    pub fn printed(&self) -> String {
        self.sentences
            .iter()
            .map(|sentence| sentence.printed.as_str())
            .collect()
    }
}

pub struct Table {
    pub is_appendix: bool,
    pub number: u32,
    pub title: Inline,
    pub stub: Option<String>,
    pub has_units: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Marker (`注1`) and text.
    pub notes: Vec<(Option<String>, String)>,
    pub source: Option<String>,
    /// Indices of rows before which a page ends.
    pub cuts: Vec<usize>,
    pub repeats_header: bool,
}

pub struct Column {
    /// The upper heading of a header of two rows; neighbours may share it.
    pub group: Option<String>,
    pub label: Inline,
    pub unit: Option<String>,
    /// Unit in brackets, as printed behind the heading that carries it.
    pub bracket: String,
    pub period: Option<String>,
}

pub struct Row {
    pub label: Inline,
    pub unit: Option<String>,
    pub cells: Vec<Cell>,
}

pub struct Cell {
    pub text: Inline,
    pub value: Option<String>,
}
