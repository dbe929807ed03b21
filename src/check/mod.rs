//! The report checked against itself: what has to hold between the numbers
//! that it prints, whatever they are.
//!
//! Each check is a file. What it applies to, it tells by what the data is: a
//! dataset, an indicator, a dimension, a measure, a unit, the label of a row;
//! never by the number of a table or an edition. What identities there are
//! between indicators is data of the [catalog](crate::catalog::identities).
//!
//! A printed number stands for all values that it may have been rounded from
//! ([`interval`]). A check fails only where no such values fit together.

pub mod interval;
pub mod precision;
pub mod relation;

mod evidence;
mod finding;
mod key;
mod wording;

mod bands;
mod comparison;
mod cross_reference;
mod dataset;
mod decode;
mod difference;
mod footnotes;
mod groups;
mod growth;
mod growth_in_sentence;
mod growth_of_parts;
mod numbering;
mod parts;
mod plausibility;
mod population;
mod provinces;
mod ratio;
mod row_order;
mod share;
mod share_in_sentence;
mod subtotal;
mod sum;
mod sum_in_sentence;
mod suspect;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::block::Blocks;
use crate::document::Document;
use crate::edition::Edition;
use crate::figure::Figure;
use crate::footnote::Footnote;
use crate::observation::Observation;
use crate::outline::Section;
use crate::parallel;
use crate::problem::Severity;
use crate::statement::Statement;
use crate::table::Table;

use evidence::Evidence;
use finding::Finding;
use relation::Place;

/// What is checked.
#[derive(Clone, Copy)]
pub struct Readings<'r> {
    /// The document.
    pub document: &'r Document,
    /// Its blocks.
    pub blocks: &'r Blocks,
    /// The edition.
    pub edition: &'r Edition,
    /// Its headings.
    pub sections: &'r [Section],
    /// Its tables.
    pub tables: &'r [Table],
    /// Its figures.
    pub figures: &'r [Figure],
    /// Its footnotes.
    pub footnotes: &'r [Footnote],
    /// Its bullets and sentences.
    pub statements: &'r [Statement],
    /// Its facts.
    pub observations: &'r [Observation],
    /// The fact and the id of each observation.
    pub names: &'r [(String, String)],
}

/// What the checks found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// One check after the other, by kind, then in the order of the report.
    pub checks: Vec<Check>,
    /// The observations that several failing checks single out.
    pub suspects: Vec<usize>,
}

/// A check and how it ended.
#[derive(Clone, Debug)]
pub struct Check {
    /// Unique in the report, free of layout.
    pub id: String,
    /// What sort of check it is.
    pub kind: CheckKind,
    /// How it ended.
    pub status: CheckStatus,
    /// What a failure means.
    pub severity: Severity,
    /// What was compared and how it ended.
    pub message: String,
    /// What should be there.
    pub expected: Option<Amount>,
    /// What is there.
    pub actual: Option<Amount>,
    /// How far they may be apart.
    pub tolerance: Option<Decimal>,
    /// What was compared: ids of observations, cells, labels.
    pub refs: Vec<String>,
}

/// What a check expects or finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A number.
    Number(Decimal),
    /// Words, or what is no number by design.
    Text(String),
}

/// The sorts of checks, as `checks[].kind` writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CheckKind {
    /// 合计 or 全国 against the rows above.
    Sum,
    /// Shares of one whole against 100 %.
    HundredPercent,
    /// 其中：a part against what it is part of.
    Subtotal,
    /// Parts of a whole, wherever they are printed, against the whole.
    Parts,
    /// A growth rate against the two levels, or against that of the parts.
    Growth,
    /// A change against the two levels.
    Change,
    /// A share against numerator and denominator.
    Share,
    /// A ratio or mean against numerator and denominator.
    Ratio,
    /// `3A+192B+133C` against the number of addresses.
    Decode,
    /// The same fact at several places.
    CrossReference,
    /// What one gains against what the other loses; how far two numbers are
    /// apart against both.
    Difference,
    /// The tables that an edition has.
    Dataset,
    /// Each province once.
    Provinces,
    /// The order of rows.
    RowOrder,
    /// Tables, figures and footnotes without gaps.
    Numbering,
    /// Each mark with one footnote or note.
    Footnote,
    /// What can hardly be true.
    Plausibility,
}

impl CheckKind {
    /// As `kind` writes it.
    pub fn name(self) -> &'static str {
        match self {
            CheckKind::Sum => "sum",
            CheckKind::HundredPercent => "hundred_percent",
            CheckKind::Subtotal => "subtotal",
            CheckKind::Parts => "parts",
            CheckKind::Growth => "growth",
            CheckKind::Change => "change",
            CheckKind::Share => "share",
            CheckKind::Ratio => "ratio",
            CheckKind::Decode => "decode",
            CheckKind::CrossReference => "cross_reference",
            CheckKind::Difference => "difference",
            CheckKind::Dataset => "dataset",
            CheckKind::Provinces => "provinces",
            CheckKind::RowOrder => "row_order",
            CheckKind::Numbering => "numbering",
            CheckKind::Footnote => "footnote",
            CheckKind::Plausibility => "plausibility",
        }
    }

    /// What a failure of this sort means.
    pub fn severity(self) -> Severity {
        match self {
            CheckKind::Plausibility => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckStatus {
    /// It holds.
    Pass,
    /// It cannot hold, whatever the printed digits were rounded from.
    Fail,
    /// It could not be evaluated; the message says why.
    Skipped,
}

/// Evaluates all checks.
pub fn check(readings: &Readings) -> Checked {
    let evidence = Evidence::new(readings);
    let checks: [fn(&Evidence, &mut Vec<Finding>); 22] = [
        sum::check,
        sum_in_sentence::check,
        subtotal::check,
        parts::check,
        population::check,
        bands::check,
        growth::check,
        growth_in_sentence::check,
        growth_of_parts::check,
        share::check,
        share_in_sentence::check,
        ratio::check,
        decode::check,
        cross_reference::check,
        difference::check,
        comparison::check,
        dataset::check,
        provinces::check,
        row_order::check,
        numbering::check,
        footnotes::check,
        plausibility::check,
    ];
    let found = parallel::map(&checks, |check| {
        let mut findings = Vec::new();
        check(&evidence, &mut findings);
        findings
    });
    let mut findings = Vec::with_capacity(found.iter().map(Vec::len).sum());
    findings.extend(found.into_iter().flatten());
    let suspects = suspect::single_out(&evidence, &mut findings);
    findings.sort_by_key(|finding| finding.kind);
    Checked {
        checks: finding::findings_to_checks(&evidence, findings),
        suspects,
    }
}

/// The observation that a place is.
fn observation_of(place: Place) -> Option<usize> {
    match place {
        Place::Observation(at) => Some(at),
        Place::Cell { .. } => None,
    }
}
