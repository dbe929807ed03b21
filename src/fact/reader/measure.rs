//! How a number measures what it is of.

use super::Number;
use crate::catalog;
use crate::fact::head::Cue;
use crate::fact::{Measure, subject};
use crate::grammar::quantity::Quantity;

/// The measure of a number that a verb or noun leads to, of a label.
pub(super) fn measure(cue: &Cue, number: &Number, label: &str) -> Measure {
    let quantity = &number.quantity;
    if number.is_rank {
        return Measure::Rank;
    }
    if quantity.denominator.is_some() {
        return Measure::Ratio;
    }
    match (quantity.unit.id, cue) {
        (Some("percentage_point" | "rank"), _) => Measure::Change,
        (Some("percent"), Cue::Change { is_growth, .. }) => {
            // 更新过博客的比例提高 11.7%: of the share, though points are meant.
            let is_share = || !is_growth && (subject::ends_in_share(label) || is_gap(label));
            let is_percent = catalog::phrase(label)
                .map_or_else(is_share, |phrase| phrase.indicator.kind == "percent");
            if is_percent {
                Measure::Change
            } else {
                Measure::GrowthRate
            }
        }
        (Some("percent" | "permille"), Cue::Rate { .. }) => Measure::GrowthRate,
        // 增长 4 倍: by how much of what it was, as in percent.
        (Some("multiple"), Cue::Change { .. } | Cue::Rate { .. }) => Measure::GrowthRate,
        (Some("percent"), Cue::Of(_)) => Measure::Share,
        // 城乡普及率差距扩大到 23.5%
        (Some("percent"), Cue::None | Cue::Is | Cue::To) if is_gap(label) => Measure::Level,
        // 收入增速由 5.2% 提升至 6.1%
        (Some("percent" | "permille"), _) if is_pace(label) => Measure::GrowthRate,
        (Some("percent" | "permille"), _) => {
            let inherits = catalog::phrase(label).is_none();
            if let Some(phrase) = catalog::phrase(label)
                && phrase.indicator.kind == "percent"
            {
                return match phrase.indicator.measure {
                    "share" if !label.ends_with("普及率") => Measure::Share,
                    _ => Measure::Level,
                };
            }
            let is_rate = ["率", "率差异", "率差距", "率之差"]
                .iter()
                .any(|end| label.ends_with(end))
                && ![
                    "使用率",
                    "占有率",
                    "渗透率",
                    "拥有率",
                    "访问率",
                    "参与率",
                    "知晓率",
                ]
                .iter()
                .any(|rate| label.ends_with(rate));
            if is_rate && inherits {
                Measure::Level
            } else {
                Measure::Share
            }
        }
        (_, Cue::Change { .. } | Cue::Than { .. }) => Measure::Change,
        _ => Measure::Level,
    }
}

/// Whether a label is how fast something grows.
pub(super) fn is_pace(label: &str) -> bool {
    ["增速", "增长率", "增幅", "涨幅", "降幅"]
        .iter()
        .any(|end| label.ends_with(end))
}

pub(super) fn is_points(quantity: &Quantity) -> bool {
    quantity.unit.id == Some("percentage_point")
}

/// Whether a label is how far two others are apart.
pub(super) fn is_gap(label: &str) -> bool {
    ["差距", "差异", "相差", "之差"]
        .iter()
        .any(|end| label.ends_with(end))
}

pub(super) fn is_share(quantity: &Quantity) -> bool {
    matches!(quantity.unit.id, Some("percent" | "percentage_point"))
}
