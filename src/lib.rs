//! Reads the *Statistical Report on China's Internet Development*
//! (中国互联网络发展状况统计报告, CNNIC) into data: tables, core-data bullets, sentences,
//! figures and footnotes, each value exact and each with the place it is
//! printed at.
//!
//! # What flows
//!
//! ```text
//! Source      bytes; kind and encoding told by content
//!   │ text: lines and separators        pdf: glyphs → pieces → rows, rules → cells
//! Document    canonical text; pages, lines, grids of cells, number tokens
//! [Block]     headings, paragraphs, captions, grids, footnotes, furniture …
//! [Section] [Table] [Figure] [Footnote] [Statement] [Term] Edition
//! [Check]     what has to hold between the numbers, and whether it does
//! Report      all of it with its Problems: report.json
//! ```
//!
//! One way only: no stage knows a later one. Each returns what it got and
//! what went wrong ([`block::Parsed`]); only what prevents any result is an
//! [`Error`].
//!
//! # Example
//!
//! ```
//! let text = "表 2 分类域名数\n\n分类\t数量 (个)\n.CN\t20,823,037\n.COM\t7,047,974\n";
//! let source = cnnic::Source::new("domains.txt", text);
//! let report = cnnic::read(&source, &cnnic::Options::default())?;
//! let table = &report.tables[0];
//! assert_eq!(table.columns[0].unit.as_deref(), Some("个"));
//! assert_eq!(table.rows[0].cells[0].value.unwrap().to_string(), "20823037");
//! # Ok::<(), cnnic::Error>(())
//! ```

pub mod block;
pub mod catalog;
pub mod check;
pub mod claim;
pub mod correction;
pub mod crosscheck;
pub mod document;
pub mod edition;
pub mod error;
pub mod fact;
pub mod figure;
pub mod footnote;
pub mod grammar;
pub mod ledger;
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub mod load;
pub mod locator;
pub mod logical;
pub mod observation;
pub mod outline;
pub mod package;
mod parallel;
pub mod period;
pub mod problem;
pub mod report;
pub mod schema;
pub mod source;
pub mod span;
pub mod statement;
pub mod table;
pub mod term;
pub mod write;

pub use block::Parsed;
pub use correction::Corrections;
pub use error::Error;
pub use report::Report;
pub use source::{Kind, Source};

use std::sync::Once;

use problem::ProblemKind;
use report::{Parts, SourceFile};

/// What a caller knows beyond the input.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The edition of a text that names none.
    pub edition: Option<u32>,
    /// The password of a PDF that needs one.
    pub password: Option<String>,
}

/// Reads a report, or a part of one, and validates the result against its
/// schema. A `report.json` is validated and taken as it is. What has no table,
/// no bullet and no number that is a statistic, or may be a damaged one, is no
/// report: digits that are dates, pages or names alone make none.
///
/// # Errors
/// When the input is no text, no report, or a `report.json` that is not
/// valid; see [`Error`].
pub fn read(source: &Source, options: &Options) -> Result<Report, Error> {
    read_corrected(source, options, &Corrections::default())
}

/// Reads a report as [`read`] does, with known misprints mended before it is
/// checked.
///
/// # Errors
/// Those of [`read`]; and [`Error::CorrectionsTooLate`] for a `report.json`,
/// whose values have been read and checked already.
pub fn read_corrected(
    source: &Source,
    options: &Options,
    corrections: &Corrections,
) -> Result<Report, Error> {
    match source.kind() {
        Kind::ReportJson if !corrections.is_empty() => {
            return Err(Error::CorrectionsTooLate {
                name: source.name().to_owned(),
            });
        }
        Kind::ReportJson => return schema::parse(source),
        Kind::Pdf | Kind::Text => prepare(),
    }
    let document = source_to_document(source, options)?;
    let report = document_to_report(document, source, options, corrections);
    let damages = [ProblemKind::NumberNotUnderstood, ProblemKind::ScriptNotRead];
    let is_damaged = |problem: &report::Problem| damages.contains(&problem.kind);
    let has_statistic = !report.observations.is_empty() || report.problems.iter().any(is_damaged);
    let is_bullet = |statement: &report::Statement| statement.kind == "bullet";
    let has_bullet = report.statements.iter().any(is_bullet);
    if report.tables.is_empty() && !has_bullet && !has_statistic {
        return Err(Error::NotAReport {
            name: source.name().to_owned(),
        });
    }
    schema::validate(source.name(), &report)?;
    Ok(report)
}

/// Makes what is made once and needed at several places, on another processor
/// while this one reads.
fn prepare() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Without a thread all is made where it is needed first.
        let _ = std::thread::Builder::new().spawn(|| {
            block::prepare();
            catalog::prepare();
        });
    });
}

/// Reads the lines and pages of a text or a PDF, report or not.
///
/// # Errors
/// When the input cannot be read as what it is; a `report.json` has no pages.
pub fn source_to_document(
    source: &Source,
    options: &Options,
) -> Result<Parsed<document::Document>, Error> {
    if source.kind() != Kind::Pdf {
        let value = document::text::text_to_document(source.text()?);
        return Ok(Parsed {
            value,
            problems: Vec::new(),
        });
    }
    let password = options.password.as_deref();
    let pages = document::pdf::bytes_to_pages(source.name(), source.bytes(), password)?;
    let value = document::pdf::pages_to_document(&pages);
    let doubts = document::pdf::legibility(source.name(), &pages, |page| value.has_table(page))?;
    let problems = doubts
        .into_iter()
        .map(|(page, problem)| problem::Problem {
            spans: value.first_line(page).into_iter().collect(),
            ..problem
        })
        .collect();
    Ok(Parsed { value, problems })
}

fn document_to_report(
    document: Parsed<document::Document>,
    source: &Source,
    options: &Options,
    corrections: &Corrections,
) -> Report {
    let (mut document, mut problems) = (document.value, document.problems);
    let blocks = block::document_to_blocks(&document);
    problems.extend(blocks.problems);
    let blocks = blocks.value;
    document.set_printed_pages(blocks.printed_pages(&document));
    document.keep_rows(&blocks.kept);
    let document = &document;
    let mut take = |more: Vec<problem::Problem>| problems.extend(more);

    let (tables, (edition, sections, footnotes, (statements, terms))) = parallel::join(
        || table::blocks_to_tables(document, &blocks),
        || {
            let sections = outline::blocks_to_sections(document, &blocks);
            let statements = statement::blocks_to_statements(document, &blocks, &sections.value);
            (
                edition::blocks_to_edition(document, &blocks, options.edition),
                sections,
                footnote::blocks_to_footnotes(document, &blocks),
                statements,
            )
        },
    );
    take(edition.problems);
    take(sections.problems);
    take(tables.problems);
    take(footnotes.problems);
    let table::Tables { mut tables, charts } = tables.value;

    let mut read = observation::read(
        &tables,
        &statements,
        &observation::Surroundings {
            edition: &edition.value,
            sections: &sections.value,
            footnotes: &footnotes.value,
            doubtful: &document.plain().doubtful(),
        },
    );
    take(read.problems);
    observation::as_printed(document, &mut read.observations);
    take(corrections.apply(
        edition.value.number,
        &mut tables,
        &statements,
        &mut read.observations,
    ));
    let readings = ledger::Readings {
        sections: &sections.value,
        tables: &tables,
        charts: &charts,
        terms: &terms,
        observations: &read.observations,
        words: &read.claims,
    };
    let (claims, (figures, names)) = parallel::join(
        || ledger::claim(document, &blocks, &readings),
        || {
            let figures = figure::blocks_to_figures(document, &blocks, &charts);
            let names = observation::identify(&read.observations, &statements, &edition.value);
            (figures, names)
        },
    );
    problems.extend(ledger::lost(document, &blocks, &claims, &problems));
    let checked = check::check(&check::Readings {
        document,
        blocks: &blocks,
        edition: &edition.value,
        sections: &sections.value,
        tables: &tables,
        figures: &figures,
        footnotes: &footnotes.value,
        statements: &statements,
        observations: &read.observations,
        names: &names,
    });
    for suspect in &checked.suspects {
        read.observations[*suspect].status = observation::Status::Unreliable;
    }

    report::assemble(Parts {
        document,
        source: SourceFile {
            file: source.file_name().to_owned(),
            sha256: source.sha256(),
            media_type: source.kind().media_type().to_owned(),
            pages: document.page_count(),
            characters: document.character_count(),
        },
        edition: edition.value,
        sections: sections.value,
        tables,
        figures,
        footnotes: footnotes.value,
        statements,
        terms,
        observations: read.observations,
        names,
        claims,
        checks: checked.checks,
        problems,
    })
}
