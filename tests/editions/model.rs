//! What an invented edition holds, as it should come back.

use std::fmt;

/// A footnote mark or the mark of a note under a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `¹²`
    Footnote(u32),
    /// `^{注1}`
    Note(u32),
}

impl Mark {
    const FOOTNOTES: u32 = 0xe000;
    const NOTES: u32 = 0xf000;

    /// The private character that stands for the mark in a [`Marked`] text.
    pub fn sign(self) -> char {
        let code = match self {
            Mark::Footnote(number) => Mark::FOOTNOTES + number,
            Mark::Note(number) => Mark::NOTES + number,
        };
        char::from_u32(code).expect("the private use area is large enough")
    }

    pub fn of(sign: char) -> Option<Mark> {
        match u32::from(sign) {
            code @ 0xe000..0xf000 => Some(Mark::Footnote(code - Mark::FOOTNOTES)),
            code @ 0xf000..0xf8ff => Some(Mark::Note(code - Mark::NOTES)),
            _ => None,
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Mark::Footnote(number) => write!(f, "{number}"),
            Mark::Note(number) => write!(f, "注{number}"),
        }
    }
}

/// A cleaned text in which private characters stand for the marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked(pub String);

impl Marked {
    /// The text of a paragraph.
    pub fn joined(sentences: &[Marked]) -> String {
        let sentences = sentences.iter().map(|sentence| sentence.0.as_str());
        sentences.collect()
    }

    pub fn new(text: impl Into<String>) -> Marked {
        Marked(text.into())
    }

    pub fn push_mark(&mut self, mark: Mark) {
        self.0.push(mark.sign());
    }

    /// The text without marks.
    pub fn clean(&self) -> String {
        self.0.chars().filter(|&c| Mark::of(c).is_none()).collect()
    }

    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        self.0.chars().filter_map(Mark::of)
    }

    /// The names of the marks.
    pub fn markers(&self) -> Vec<String> {
        self.marks().map(|mark| mark.to_string()).collect()
    }
}

/// A month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    pub year: u32,
    pub month: u32,
}

impl Month {
    /// The month that the data of an edition is of.
    pub fn of_edition(number: u32) -> Month {
        let (anchor, year, half) = match number {
            45 => {
                return Month {
                    year: 2020,
                    month: 3,
                };
            }
            46 => {
                return Month {
                    year: 2020,
                    month: 6,
                };
            }
            47.. => (47, 2020, 1),
            _ => (43, 2018, 1),
        };
        let halves = year * 2 + half + number - anchor;
        Month {
            year: halves / 2,
            month: if halves % 2 == 1 { 12 } else { 6 },
        }
    }

    /// So many months later.
    pub fn after(self, months: i32) -> Month {
        let months = (self.year * 12 + self.month - 1).strict_add_signed(months);
        Month {
            year: months / 12,
            month: months % 12 + 1,
        }
    }

    /// `2024.12`
    pub fn dotted(self) -> String {
        format!("{}.{:02}", self.year, self.month)
    }

    /// `2024年12月`
    pub fn han(self) -> String {
        format!("{}年{}月", self.year, self.month)
    }

    /// `2024-12`
    pub fn iso(self) -> String {
        format!("{}-{:02}", self.year, self.month)
    }
}

/// The form of a heading's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 前言
    Plain,
    /// 第一章
    Chapter,
    /// 附录一
    Appendix,
    /// 一、
    Section,
    /// （一）
    Subsection,
    /// 1.
    Item,
    /// 1.1
    SubItem(u32),
}

/// A heading of the body.
#[derive(Clone, Debug)]
pub struct Heading {
    pub form: Form,
    pub number: u32,
    pub title: String,
}

impl Heading {
    pub fn level(&self) -> u32 {
        match self.form {
            Form::Plain | Form::Chapter | Form::Appendix => 1,
            Form::Section => 2,
            Form::Subsection => 3,
            Form::Item | Form::SubItem(_) => 4,
        }
    }

    /// The number as it should come back.
    pub fn number(&self) -> Option<String> {
        let han = || han(self.number);
        match self.form {
            Form::Plain => None,
            Form::Chapter => Some(format!("第{}章", han())),
            Form::Appendix => Some(format!("附录{}", han())),
            Form::Section => Some(han()),
            Form::Subsection => Some(format!("（{}）", han())),
            Form::Item => Some(self.number.to_string()),
            Form::SubItem(part) => Some(format!("{part}.{}", self.number)),
        }
    }
}

/// A number below 20 in Chinese.
fn han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let ten = if number >= 10 { "十" } else { "" };
    format!("{ten}{}", DIGITS[number as usize % 10])
}

/// A column of values.
#[derive(Clone, Debug)]
pub struct Column {
    /// The heading above it and its neighbours, in a header of two rows.
    pub group: Option<String>,
    pub label: Marked,
    /// The unit in brackets behind the label.
    pub bracket: Option<String>,
    /// The unit that should come back.
    pub unit: Option<String>,
    pub period: Option<Month>,
}

/// A cell as printed.
#[derive(Clone, Debug)]
pub struct Cell {
    pub text: Marked,
    /// The number it should come back as.
    pub value: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub label: Marked,
    pub unit: Option<String>,
    pub cells: Vec<Cell>,
}

/// A note under a table.
#[derive(Clone, Debug)]
pub struct Note {
    pub number: Option<u32>,
    pub text: String,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub is_appendix: bool,
    pub number: u32,
    pub title: Marked,
    pub stub: Option<String>,
    pub has_unit_column: bool,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub notes: Vec<Note>,
    pub source: Option<String>,
    /// Whether the header is printed again after a page break.
    pub repeats_header: bool,
}

#[derive(Clone, Debug)]
pub struct Footnote {
    pub text: String,
    pub url: Option<String>,
}

/// What follows another in the body.
#[derive(Clone, Debug)]
pub enum Item {
    Heading(Heading),
    /// A paragraph, in sentences.
    Paragraph(Vec<Marked>),
    Bullet(Marked),
    /// ◇ before a few words.
    SubHeading(String),
    Term {
        term: String,
        definition: String,
    },
    Figure {
        number: u32,
        title: Marked,
    },
    Table(Table),
    /// Names in two columns.
    Organisations(Vec<[String; 2]>),
}

/// An invented edition.
#[derive(Clone, Debug)]
pub struct Edition {
    pub seed: u64,
    pub number: u32,
    pub period: Month,
    pub published: Month,
    /// Whether form feeds part the pages.
    pub has_pages: bool,
    /// 前言, and all that comes after the 目录.
    pub preface: Vec<Item>,
    pub body: Vec<Item>,
    /// In order, from number 1.
    pub footnotes: Vec<Footnote>,
}

impl Edition {
    /// All items in the order they are printed in.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.preface.iter().chain(&self.body)
    }

    pub fn title(&self) -> String {
        format!("第{}次中国互联网络发展状况统计报告", self.number)
    }

    /// In the lines of a cover.
    pub fn english_title(&self) -> [String; 3] {
        let suffix = match self.number % 10 {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        };
        [
            format!("The {}{suffix}", self.number),
            "Statistical Report".to_owned(),
            "on China's Internet Development".to_owned(),
        ]
    }
}
