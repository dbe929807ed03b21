//! Words that sentences are read by.

use serde::Deserialize;

/// The words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Behind a number that they are called by: 12345 热线.
    pub numbered: Vec<String>,
    /// 4.5 系列: behind a decimal, the same.
    pub versioned: Vec<String>,
    /// Names that digits are part of: 58 同城.
    pub names: Vec<String>,
    /// Behind a year, the beginning of a name: 2025 世界人工智能大会.
    pub behind_years: Vec<String>,
    /// Before such a number: 代码为 600519.
    pub coded: Vec<String>,
    /// Before a number that one is reached by: 客服电话 95588.
    pub reached: Vec<String>,
    /// Who issues something.
    pub issuers: Vec<String>,
    /// That they do.
    pub issue: Vec<String>,
    /// Before a number that is no version: 指数为 8.0.
    pub measured: Vec<String>,
    /// Ends of what a footnote dates: 端口数截至 2024 年 11 月.
    pub dated: Vec<String>,
    /// In labels of what does not add up: 率, 指数.
    pub rates: Vec<String>,
    /// What a number of a period is, if not how much there was in the end.
    pub moment: Moment,
    /// That a table chooses some of all: 前五名省份.
    pub chosen: Vec<String>,
    /// That growth is not that of the printed levels: 按不变价格计算.
    pub adjusted: Vec<String>,
    /// That a heading is one of growth: 增长率.
    pub growths: Vec<String>,
    /// That a label is of how much there is: 数量.
    pub amounts: Vec<String>,
    /// That a number is the sum of others: 合计.
    pub sums: Vec<String>,
    /// How two are compared.
    pub comparison: Comparison,
    /// What the survey of an edition asks.
    pub survey: Survey,
}

/// What a number of a period is, if not how much there was in the end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// A mean over the period: 月均.
    pub means: Vec<String>,
    /// All of it, or another moment of it: 累计, 峰值.
    pub spans: Vec<String>,
}

/// How two are compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// That the first is more.
    pub above: String,
    /// That it is less.
    pub below: String,
    /// Ends of what the average of all is called: 平均水平.
    pub averages: Vec<String>,
}

/// What the survey of an edition asks, and whom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Words of its questions.
    pub words: Vec<String>,
    /// Words for those whom it asks.
    pub people: Vec<String>,
    /// Ends of labels that are its answers, of whatever group or application.
    pub measures: Vec<String>,
}

impl Wording {
    /// Whether a text ends with one of some words.
    pub fn ends(text: &str, words: &[String]) -> bool {
        words.iter().any(|word| text.ends_with(word.as_str()))
    }

    /// Whether a text begins with one of some words.
    pub fn begins(text: &str, words: &[String]) -> bool {
        words.iter().any(|word| text.starts_with(word.as_str()))
    }
}
