//! What the stages read, put into the form of `report.json`.

use super::{
    Cell, Column, Edition, Exact, Figure, Footnote, Ledger, Note, Problem, Report, Row,
    SCHEMA_VERSION, Section, SourceFile, Statement, Table, Term,
};
use crate::document::Document;
use crate::edition::Language;
use crate::logical::LogicalText;
use crate::outline::section_of;
use crate::statement::StatementKind;
use crate::table::TableKind;
use crate::{edition, figure, footnote, outline, problem, statement, table};

/// What the stages read of one document.
pub struct Parts<'d> {
    /// The document.
    pub document: &'d Document,
    /// The file it is of.
    pub source: SourceFile,
    /// Of [`edition`].
    pub edition: edition::Edition,
    /// Of [`outline`].
    pub sections: Vec<outline::Section>,
    /// Of [`table`](mod@table).
    pub tables: Vec<table::Table>,
    /// Of [`figure`].
    pub figures: Vec<figure::Figure>,
    /// Of [`footnote`].
    pub footnotes: Vec<footnote::Footnote>,
    /// Of [`statement`].
    pub statements: Vec<statement::Statement>,
    /// Of [`statement`].
    pub terms: Vec<statement::Term>,
    /// Of all of them.
    pub problems: Vec<problem::Problem>,
}

/// Puts the parts together, problems in the order of their places.
pub fn assemble(parts: Parts) -> Report {
    let document = parts.document;
    let mut problems = parts.problems;
    problems.sort_by_key(|problem| problem.spans.first().map(|span| span.start));
    Report {
        schema_version: SCHEMA_VERSION.to_owned(),
        edition: edition(parts.edition),
        source: parts.source,
        statements: statements(document, &parts.sections, parts.statements),
        sections: parts
            .sections
            .into_iter()
            .map(|section| Section {
                locator: document.locator(&section.spans),
                id: section.id,
                level: section.level,
                number: section.number,
                title: section.title,
            })
            .collect(),
        tables: parts
            .tables
            .into_iter()
            .map(|table| self::table(document, table))
            .collect(),
        figures: parts
            .figures
            .into_iter()
            .map(|figure| Figure {
                locator: document.locator(&figure.spans),
                label: figure.label,
                number: figure.number,
                title: figure.title,
                unit: figure.unit,
                markers: figure.markers,
                series: Vec::new(),
            })
            .collect(),
        observations: Vec::new(),
        footnotes: parts
            .footnotes
            .into_iter()
            .map(|footnote| Footnote {
                number: footnote.number,
                text: footnote.text.text().to_owned(),
                url: footnote.url,
                locator: document.locator(&footnote.spans),
            })
            .collect(),
        terms: parts
            .terms
            .into_iter()
            .map(|term| Term {
                term: term.term.text().to_owned(),
                definition: term.definition.text().to_owned(),
                locator: document.locator(&term.text.whole()),
            })
            .collect(),
        checks: Vec::new(),
        problems: problems
            .into_iter()
            .map(|problem| self::problem(document, problem))
            .collect(),
        ledger: Ledger::default(),
    }
}

fn edition(edition: edition::Edition) -> Edition {
    Edition {
        number: edition.number,
        title: edition.title,
        language: match edition.language {
            Language::Chinese => "zh-CN".to_owned(),
            Language::English => "en".to_owned(),
        },
        published: edition.published.map(|period| period.to_string()),
        period: edition.period.map(|period| period.to_string()),
        publisher: edition.publisher,
    }
}

fn table(document: &Document, table: table::Table) -> Table {
    Table {
        label: table.label(),
        number: table.number,
        kind: match table.kind {
            TableKind::Body => "body".to_owned(),
            TableKind::Appendix => "appendix".to_owned(),
        },
        locator: document.locator(&table.spans),
        markers: table.markers,
        title: table.title,
        dataset: table.dataset.map(|dataset| dataset.id.clone()),
        stub: table.stub,
        columns: table
            .columns
            .into_iter()
            .map(|column| Column {
                label: column.label,
                unit: column.unit,
                period: column.period.map(|period| period.to_string()),
                markers: column.markers,
            })
            .collect(),
        rows: table.rows.into_iter().map(row).collect(),
        notes: table
            .notes
            .into_iter()
            .map(|note| Note {
                marker: note.marker,
                text: note.text.text().to_owned(),
            })
            .collect(),
        source: table.source,
    }
}

fn row(row: table::Row) -> Row {
    Row {
        label: printed(&row.label),
        unit: row.unit,
        markers: row.label.markers(),
        cells: row
            .cells
            .into_iter()
            .map(|cell| Cell {
                text: printed(&cell.text),
                value: cell.value.map(Exact),
                markers: cell.text.markers(),
            })
            .collect(),
    }
}

fn printed(text: &LogicalText) -> Option<String> {
    (!text.is_empty()).then(|| text.text().to_owned())
}

fn statements(
    document: &Document,
    sections: &[outline::Section],
    statements: Vec<statement::Statement>,
) -> Vec<Statement> {
    let (mut bullets, mut sentences) = (0, 0);
    statements
        .into_iter()
        .map(|statement| {
            let (kind, count) = match statement.kind {
                StatementKind::Bullet => ("bullet", &mut bullets),
                StatementKind::Sentence => ("sentence", &mut sentences),
            };
            *count += 1;
            Statement {
                id: format!("{kind}.{count}"),
                kind: kind.to_owned(),
                text: statement.text.text().to_owned(),
                section: section_of(sections, statement.block).map(|section| section.id.clone()),
                locator: document.locator(&statement.text.whole()),
            }
        })
        .collect()
}

fn problem(document: &Document, problem: problem::Problem) -> Problem {
    Problem {
        kind: problem.kind,
        severity: problem.severity(),
        message: problem.message,
        expected: problem.expected.filter(|text| !text.is_empty()),
        found: problem.found.filter(|text| !text.is_empty()),
        locator: (!problem.spans.is_empty()).then(|| document.locator(&problem.spans)),
    }
}
