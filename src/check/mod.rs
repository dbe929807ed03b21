//! The report checked against itself.

use serde::{Deserialize, Serialize};

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
    /// A growth rate against the two levels.
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
    /// What one gains against what the other loses.
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
