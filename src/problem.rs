//! What was wrong in a report but did not stop its reading.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Something that does not hold or could not be understood, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What sort of thing it is.
    pub kind: ProblemKind,
    /// One sentence for the reader of the report.
    pub message: String,
    /// What should have been there.
    pub expected: Option<String>,
    /// What was there.
    pub found: Option<String>,
    /// The places; none when it concerns the report as a whole.
    pub spans: Vec<Span>,
}

impl Problem {
    /// A problem at a place, or with no spans one of the whole report.
    pub fn new(kind: ProblemKind, message: impl Into<String>, spans: Vec<Span>) -> Problem {
        Problem {
            kind,
            message: message.into(),
            expected: None,
            found: None,
            spans,
        }
    }

    /// Adds what was expected and what was found.
    #[must_use]
    pub fn between(mut self, expected: impl Into<String>, found: impl Into<String>) -> Problem {
        self.expected = Some(expected.into());
        self.found = Some(found.into());
        self
    }

    /// Whether the data suffers (`error`) or only somebody should look.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// The sorts of problems, as `problems[].kind` writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ProblemKind {
    /// The text names no edition.
    EditionUnknown,
    /// Two places name different editions, or periods.
    EditionConflict,
    /// A heading of the 目录 that the body does not have.
    HeadingMissing,
    /// A caption 表 N or 附表 N without a table.
    TableMissing,
    /// A table without a caption, which is left out.
    TableWithoutCaption,
    /// A table that the catalog does not know.
    TableUnknown,
    /// A known table whose columns are not those of its dataset.
    TableShape,
    /// A second table of the same label.
    LabelRepeated,
    /// A unit that the catalog does not know; its values are in what is printed.
    UnitUnknown,
    /// A row that does not fit the columns of its table.
    RowShape,
    /// A cell that looks like a number and is none.
    CellNotUnderstood,
    /// A number in a sentence that is no quantity, or is of nothing known.
    NumberNotUnderstood,
    /// Numbers outside of all that is read, as of a table without a caption.
    NumbersUnexplained,
    /// A sentence or table in traditional characters or in English, of which no
    /// facts are read.
    ScriptNotRead,
    /// An amount in words, such as 三分之一, which is no value.
    AmountInWords,
    /// A correction whose printed value is not where it says.
    CorrectionUnused,
    /// A footnote mark without a footnote of that number.
    FootnoteMissing,
    /// A second footnote of the same number.
    FootnoteRepeated,
    /// A footnote whose mark, printed in plain digits, is not certain.
    MarkUncertain,
    /// A note mark such as 注 1 without a note of that number.
    NoteMissing,
    /// A sentence that was rejoined over a page break without certainty.
    JoinGuessed,
    /// A sentence that ends in the middle.
    SentenceOpen,
    /// A page that is an image without text.
    PageScanned,
    /// A page with two texts printed over each other.
    PageOverprinted,
    /// Glyphs on a page that the file does not say the characters of.
    GlyphsUnknown,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Data is missing or may be wrong.
    Error,
    /// Somebody should look.
    Warning,
}

impl ProblemKind {
    /// How much problems of this sort matter.
    pub fn severity(self) -> Severity {
        match self {
            ProblemKind::TableMissing
            | ProblemKind::TableWithoutCaption
            | ProblemKind::RowShape
            | ProblemKind::CellNotUnderstood
            | ProblemKind::NumberNotUnderstood
            | ProblemKind::NumbersUnexplained
            | ProblemKind::ScriptNotRead
            | ProblemKind::PageScanned
            | ProblemKind::PageOverprinted => Severity::Error,
            _ => Severity::Warning,
        }
    }
}
