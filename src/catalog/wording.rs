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
    /// What a number is of, and what stands around it.
    pub subject: Subject,
    /// What a number is to its subject, right before it.
    pub verb: Verb,
    /// Subjects that name several things, for as many numbers.
    pub list: List,
    /// What else tells how a number is to be read.
    pub number: Numbered,
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

/// What a number is of, and what stands around it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Before a subject, and none of it: 其中.
    pub before: Vec<String>,
    /// Behind a subject, and none of it: 共计.
    pub behind: Vec<String>,
    /// The country, before what the catalog knows of all: 全国网民规模.
    pub country: Vec<String>,
    /// That something began at the time before: 兴起.
    pub begun: Vec<String>,
    /// May stand alone, its subject in the clause before: 用户规模.
    pub attributes: Vec<String>,
    /// That a number is a share: 占比.
    pub shares: Vec<String>,
    /// Verbs of change before what they are of: 新增.
    pub changes: Vec<String>,
    /// Behind what has a rank: 位居.
    pub ranked: Vec<String>,
    /// How high a share is: 占比较高.
    pub degrees: Vec<String>,
    /// How often, before a verb of change: 每天.
    pub paces: Vec<String>,
    /// Those whom shares are of: 网民.
    pub people: Vec<String>,
    /// Behind people, that they are counted: 规模.
    pub counted: Vec<String>,
    /// Begin what is said of what was spoken of: 位居.
    pub predicates: Vec<String>,
    /// That a sentence turns to something else: 此外，.
    pub turns: Vec<String>,
    /// Said of a group whose number follows: 主要群体.
    pub main: Vec<String>,
    /// Behind what is spoken of, where its number follows: 最高.
    pub superlatives: Vec<String>,
    /// Before what comes next, whose number follows: 其次为.
    pub next: Vec<String>,
}

/// What a number is to its subject, right before it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// That it is more than it was: 增长.
    pub up: Vec<String>,
    /// That it is less: 减少.
    pub down: Vec<String>,
    /// How fast it became more or less: 增幅.
    pub rates: Vec<String>,
    /// That the number is that of the subject: 达.
    pub is: Vec<String>,
    /// The same, where what is counted may stand behind it: 共有.
    pub has: Vec<String>,
    /// That the number is expected: 预计.
    pub forecast: Vec<String>,
    /// End like a verb and are none: 成都.
    pub whole: Vec<String>,
    /// Words that 均 is no part of: 用户均为 is no 户均.
    pub before_all: Vec<String>,
    /// That it is more than what stands behind, or than a bound: 超过.
    pub exceeds: Vec<String>,
    /// Compare with what stands behind them: 高于.
    pub above: Vec<String>,
    /// By how much, before these: 明显.
    pub above_by: Vec<String>,
    /// Ends of what a number can be more than: 平均水平.
    pub comparable: Vec<String>,
    /// Between what a change is counted from and its verb: 大幅.
    pub adverbs: Vec<String>,
    /// Before a verb: 均.
    pub each: Vec<String>,
}

/// Subjects that name several things, for as many numbers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Before a list, of all its parts: 使用.
    pub leads: Vec<String>,
    /// Behind a list, of all its parts: 使用率.
    pub tails: Vec<String>,
    /// Words for two, and what each of them is called: 城乡.
    pub pairs: Vec<[String; 3]>,
    /// At the end of the last of several codes, of all of them: 学历.
    pub shared: Vec<String>,
    /// Behind a list whose numbers follow: 紧随其后.
    pub follow: Vec<String>,
    /// That one thing was done several times: 先后.
    pub repeated: Vec<String>,
}

/// What else tells how a number is to be read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    /// That a clause speaks of all: 全国.
    pub all: Vec<String>,
    /// What people do whose share it is: 使用.
    pub uses: Vec<String>,
    /// Before a pace of growth, behind what grows: 保持.
    pub kept: Vec<String>,
    /// Behind a number, that it is a pace of growth: 增长.
    pub pace: Vec<String>,
    /// Ends of what happens, which is no whole of a share: 事件.
    pub happens: Vec<String>,
    /// End with 比 and compare with no time: 占比.
    pub no_base: Vec<String>,
    /// That something was looked at: 监测.
    pub looks: Vec<String>,
    /// Before a number of certain ones: 首批.
    pub certain: Vec<String>,
    /// How some of so few are counted: 名.
    pub few: Vec<String>,
    /// Before a change, and no subject of it: 实际.
    pub qualifiers: Vec<String>,
    /// That a sentence says how a survey was made: 置信度.
    pub method: Vec<String>,
    /// What people and things do, behind their noun: 支持.
    pub does: Vec<String>,
    /// Ends of events that date what follows: 期间.
    pub events: Vec<String>,
    /// Before the number of where to look: 图.
    pub places: Vec<String>,
    /// End like these and are none: 代表.
    pub no_places: Vec<String>,
}

impl Wording {
    /// Whether a text ends with one of some words.
    pub fn ends(text: &str, words: &[String]) -> bool {
        words.iter().any(|word| text.ends_with(word.as_str()))
    }

    /// Whether a text is one of some words.
    pub fn is(text: &str, words: &[String]) -> bool {
        words.iter().any(|word| word == text)
    }

    /// Whether a text begins with one of some words.
    pub fn begins(text: &str, words: &[String]) -> bool {
        words.iter().any(|word| text.starts_with(word.as_str()))
    }
}
