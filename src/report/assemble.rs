//! What the stages read, put into the form of `report.json`.

use super::{
    Amount, Cell, Check, Column, Correction, Edition, Exact, Figure, Footnote, Ledger, Note,
    Observation, Origin, Point, Problem, Report, Row, SCHEMA_VERSION, Section, Series, SourceFile,
    Statement, Table, Term, Unexplained,
};
use crate::claim::Claims;
use crate::document::Document;
use crate::edition::Language;
use crate::logical::LogicalText;
use crate::outline::section_of;
use crate::statement::StatementKind;
use crate::table::TableKind;
use crate::{
    check, edition, figure, footnote, observation, outline, problem, statement, table, term,
};

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
    /// Of [`term`].
    pub terms: Vec<term::Term>,
    /// Of [`observation`](mod@observation).
    pub observations: Vec<observation::Observation>,
    /// The fact and the id of each observation.
    pub names: Vec<(String, String)>,
    /// Of all of them.
    pub claims: Claims<'d>,
    /// Of all of them.
    pub checks: Vec<check::Check>,
    /// Of all of them.
    pub problems: Vec<problem::Problem>,
}

/// Puts the parts together, problems in the order of their places.
pub fn assemble(mut parts: Parts) -> Report {
    let document = parts.document;
    let mut problems = std::mem::take(&mut parts.problems);
    let observations = self::observations(&mut parts);
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
                series: figure
                    .series
                    .into_iter()
                    .map(|series| self::series(document, series))
                    .collect(),
            })
            .collect(),
        observations,
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
        checks: parts.checks.into_iter().map(self::check).collect(),
        problems: problems
            .into_iter()
            .map(|problem| self::problem(document, problem))
            .collect(),
        ledger: ledger(document, &parts.claims),
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

fn series(document: &Document, series: figure::Series) -> Series {
    let point = |point: figure::Point| Point {
        category: point.category,
        value: point.value.map(Exact),
        locator: (!point.spans.is_empty()).then(|| document.locator(&point.spans)),
    };
    Series {
        label: series.label,
        unit: series.unit,
        points: series.points.into_iter().map(point).collect(),
    }
}

fn table(document: &Document, table: table::Table) -> Table {
    Table {
        label: table.label(),
        number: table.number,
        kind: match table.kind {
            TableKind::Body | TableKind::Figure => "body".to_owned(),
            TableKind::Appendix => "appendix".to_owned(),
        },
        locator: document.locator(&table.spans),
        markers: table.markers,
        title: table.title,
        dataset: table.dataset.map(|dataset| dataset.id.to_owned()),
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
                correction: cell.correction.map(correction),
            })
            .collect(),
    }
}

fn correction(correction: table::Correction) -> Correction {
    Correction {
        corrected: correction.corrected,
        reason: correction.reason,
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
    let ids = ids(&statements);
    statements
        .into_iter()
        .zip(ids)
        .map(|(statement, id)| Statement {
            id,
            kind: statement.kind.name().to_owned(),
            text: statement.text.text().to_owned(),
            section: section_of(sections, statement.block).map(|section| section.id.clone()),
            locator: document.locator(&statement.text.whole()),
        })
        .collect()
}

/// `bullet.3`, `sentence.12`.
fn ids(statements: &[statement::Statement]) -> Vec<String> {
    let (mut bullets, mut sentences) = (0, 0);
    let ids = statements.iter().map(|statement| {
        let count = match statement.kind {
            StatementKind::Bullet => &mut bullets,
            StatementKind::Sentence => &mut sentences,
        };
        *count += 1;
        format!("{}.{count}", statement.kind.name())
    });
    ids.collect()
}

fn observations(parts: &mut Parts) -> Vec<Observation> {
    let observations = std::mem::take(&mut parts.observations);
    let names = std::mem::take(&mut parts.names);
    let statements = ids(&parts.statements);
    let labels: Vec<String> = parts.tables.iter().map(table::Table::label).collect();
    let origin = |origin| match origin {
        observation::Origin::Cell { table, row, column } => Origin {
            kind: "table".to_owned(),
            label: Some(labels[table].clone()),
            row: Some(row),
            column: Some(column),
            statement: None,
        },
        observation::Origin::Statement(at) => Origin {
            kind: parts.statements[at].kind.name().to_owned(),
            label: None,
            row: None,
            column: None,
            statement: Some(statements[at].clone()),
        },
    };
    let observations = observations.into_iter().zip(names);
    observations
        .map(|(observation, (fact, id))| Observation {
            id,
            fact,
            indicator: observation
                .indicator
                .map(|indicator| indicator.id.to_owned()),
            label: observation.label,
            dimensions: observation.dimensions,
            measure: observation.measure.name().to_owned(),
            value: observation.value.map(Exact),
            value_upper: observation.upper.map(Exact),
            value_denominator: observation.denominator.map(Exact),
            unit: observation.unit,
            unit_printed: observation.unit_printed,
            unit_multiplier: observation.power,
            decimals: observation::decimals(&observation.printed),
            value_printed: observation.printed,
            approximation: observation.approximation.map(|word| word.name().to_owned()),
            status: observation.status.code().to_owned(),
            period: observation.period.map(|period| period.to_string()),
            period_note: observation.period_note,
            base_period: observation.base.map(|period| period.to_string()),
            share_of: observation.share_of,
            origin: origin(observation.origin),
            locator: parts.document.locator(&observation.spans),
            correction: observation.correction.map(correction),
        })
        .collect()
}

fn check(check: check::Check) -> Check {
    let amount = |amount| match amount {
        check::Amount::Number(value) => Amount::Number(Exact(value)),
        check::Amount::Text(text) => Amount::Text(text),
    };
    Check {
        id: check.id,
        kind: check.kind,
        status: check.status,
        severity: check.severity,
        message: check.message,
        expected: check.expected.map(amount),
        actual: check.actual.map(amount),
        tolerance: check.tolerance.map(Exact),
        refs: check.refs,
    }
}

fn ledger(document: &Document, claims: &Claims) -> Ledger {
    Ledger {
        numbers: document.numbers().len(),
        classes: claims.counts(),
        unexplained: claims
            .unclaimed()
            .map(|span| Unexplained {
                text: document.slice(span).to_owned(),
                locator: document.locator(&[span]),
            })
            .collect(),
    }
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
