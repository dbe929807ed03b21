//! Words that sentences are read by.

use std::borrow::Cow;

use serde::Deserialize;

pub use self::subject::Subject;
use crate::grammar::words::Words;

mod subject;

/// The words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Headings without a number: 前言, 核心数据.
    pub headings: Words,
    /// Headings of columns that count the rows: 序号.
    pub row_counts: Words,
    /// Others that may stand before that of the row labels: 类型.
    pub leading: Words,
    /// Headings of row labels that are of holders: 单位名称.
    pub holders: Words,
    /// Words behind the number of a footnote that begin as units do: 人均.
    pub behind_numbers: Words,
    /// Keys of YAML whose value is the date of publication.
    pub date_keys: Words,
    /// Alone on a line, that a table goes on: 续表.
    pub goes_on: Words,
    /// What defines terms.
    pub glossary: Glossary,
    /// Characters of the traditional script alone: 國.
    pub traditional: &'static str,
    /// Those of the simplified script alone: 国.
    pub simplified: &'static str,
    /// Words of titles in the traditional script, and the same in the simplified.
    titles: Vec<(&'static str, &'static str)>,
    /// Behind a number that they are called by: 12345 热线.
    pub numbered: Words,
    /// Behind a number, where one writes to or calls: 信箱.
    pub contacts: Words,
    /// Behind a number that is no score: 分制.
    pub scales: Words,
    /// 4.5 系列: behind a decimal, the same.
    pub versioned: Words,
    /// Names that digits are part of: 58 同城.
    pub names: Words,
    /// Behind a year, the beginning of a name: 2025 世界人工智能大会.
    pub behind_years: Words,
    /// Before such a number: 代码为 600519.
    pub coded: Words,
    /// Before a number that one is reached by: 客服电话 95588.
    pub reached: Words,
    /// Who issues something.
    pub issuers: Words,
    /// That they do.
    pub issue: Words,
    /// Parts of what is said: 8 个方面.
    pub aspects: Words,
    /// Before a number that is no version: 指数为 8.0.
    pub measured: Words,
    /// Ends of what a footnote dates: 端口数截至 2024 年 11 月.
    pub dated: Words,
    /// In labels of what does not add up: 率, 指数.
    pub rates: Words,
    /// What a number of a period is, if not how much there was in the end.
    pub moment: Moment,
    /// That a table chooses some of all: 前五名省份.
    pub chosen: Words,
    /// That growth is not that of the printed levels: 按不变价格计算.
    pub adjusted: Words,
    /// That a heading is one of growth: 增长率.
    pub growths: Words,
    /// That a heading is of when what stands beside it was so: 数据时间.
    pub dates: Words,
    /// That a label is of how much there is: 数量.
    pub amounts: Words,
    /// That a number is the sum of others: 合计.
    pub sums: Words,
    /// What headings of columns say of change.
    pub change: Change,
    /// How two are compared.
    pub comparison: Comparison,
    /// What stands around a time behind a number.
    pub behind: Behind,
    /// Since how many months.
    pub since: Since,
    /// What the survey of an edition asks.
    pub survey: Survey,
    /// Where 在 leads to nothing.
    pub preposition: Preposition,
    /// What a number is of, and what stands around it.
    pub subject: Subject,
    /// What a number is to its subject, right before it.
    pub verb: Verb,
    /// Subjects that name several things, for as many numbers.
    pub list: List,
    /// What else tells how a number is to be read.
    pub number: Numbered,
}

/// What defines terms.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Glossary {
    /// In the titles of its sections: 名词解释.
    pub titles: Words,
    /// Headings over what is defined: 术语.
    pub terms: Words,
    /// Headings over what it means: 定义.
    pub definitions: Words,
}

/// What a number of a period is, if not how much there was in the end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Moment {
    /// A mean over the period: 月均.
    pub means: Words,
    /// All of it, or another moment of it: 累计, 峰值.
    pub spans: Words,
}

/// Where 在 leads to nothing, as it is part of a word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Preposition {
    /// Begin with it: 在线.
    pub words: Words,
    /// Begin like those, and it leads to them: 在线上.
    pub others: Words,
    /// End with it: 存在.
    pub ends: Words,
}

/// What stands around a time behind a number, which dates that.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Behind {
    /// Lead to it: 于.
    pub leads: Words,
    /// Before these, that it is still to come: 将.
    pub expects: Words,
    /// End like what leads there, and compare, or are whole words: 低于.
    pub others: Words,
    /// Behind it, that it is a bound: 之前.
    pub bounds: Words,
}

/// What headings of columns say of change.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Change {
    /// Ends of headings of changes: 增减.
    pub changes: Words,
    /// The same, of what in percent is a rate of growth: 同比.
    pub growths: Words,
    /// Ends of headings of rates of growth: 年增长率.
    pub rates: Words,
    /// Ends of what is never counted in percent: 用户规模.
    pub counted: Words,
    /// Ends of what is counted in percent: 使用率.
    pub in_percent: Words,
    /// Behind 较, a time before: 上年.
    pub befores: Words,
}

/// How two are compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// That the first is more.
    pub above: &'static str,
    /// That it is less.
    pub below: &'static str,
    /// Ends of what the average of all is called: 平均水平.
    pub averages: Words,
}

/// Since how many months something is counted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Since {
    /// Lead to the months: 最近.
    pub leads: Words,
    /// Stand behind them: 以来.
    pub ends: Words,
    /// How many there may be.
    pub numerals: &'static str,
}

/// What the survey of an edition asks, and whom.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Words of its questions.
    pub words: Words,
    /// Words for those whom it asks.
    pub people: Words,
    /// Ends of labels that are its answers, of whatever group or application.
    pub measures: Words,
    /// Of the firms that it asked: 企业使用.
    pub firms: Words,
    /// What the first editions call those whom it asks: 用户.
    pub users: Words,
    /// The last edition that does.
    pub users_until: u32,
    /// Whose numbers are others': 美国.
    pub others: Words,
    /// Other countries, of which a number behind them is: 美国.
    pub countries: Words,
    /// The world, told of as they are: 全球网民.
    pub world: Words,
    /// Before their names, where they are spoken of: 在.
    pub country_leads: Words,
    /// That what follows is of one's own: 我国.
    pub own_country: Words,
    /// What the edition itself counts: 域名.
    pub resources: Words,
    /// What people are counted in: 户.
    pub counters: Words,
    /// What machines are counted in: 台.
    pub machines: Words,
    /// What these are called behind how they are used: 计算机.
    pub machine: &'static str,
    /// Those whom it counts by what they do, where a label begins with them.
    pub asked: Words,
}

/// What a number is to its subject, right before it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Verb {
    /// That it is more than it was: 增长.
    pub up: Words,
    /// That it is less: 减少.
    pub down: Words,
    /// How fast it became more or less: 增幅.
    pub rates: Words,
    /// That the number is that of the subject: 达.
    pub is: Words,
    /// The same, where what is counted may stand behind it: 共有.
    pub has: Words,
    /// That the number is expected: 预计.
    pub forecast: Words,
    /// End like a verb and are none: 成都.
    pub whole: Words,
    /// End like those, and with a verb all the same: 网上银行为.
    pub apart: Words,
    /// Words that 均 is no part of: 用户均为 is no 户均.
    pub before_all: Words,
    /// That it is more than what stands behind, or than a bound: 超过.
    pub exceeds: Words,
    /// Compare with what stands behind them: 高于.
    pub above: Words,
    /// By how much, before these: 明显.
    pub above_by: Words,
    /// The same as `above`, where the number stands in brackets: 次于.
    pub beside_brackets: Words,
    /// Ends of what a number can be more than: 平均水平.
    pub comparable: Words,
    /// Between what a change is counted from and its verb: 大幅.
    pub adverbs: Words,
    /// Before a verb: 均.
    pub each: Words,
}

/// Subjects that name several things, for as many numbers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct List {
    /// Before a list, of all its parts: 使用.
    pub leads: Words,
    /// Behind a list, of all its parts: 使用率.
    pub tails: Words,
    /// Words for two, and what each of them is called: 城乡.
    pub pairs: Vec<[&'static str; 3]>,
    /// At the end of the last of several codes, of all of them: 学历.
    pub shared: Words,
    /// Behind a list whose numbers follow: 紧随其后.
    pub follow: Words,
    /// That what is said stands behind the comma: 表示.
    pub says: Words,
    /// Behind what some of many are chosen by: 最高.
    pub chosen: Words,
    /// Before what is named in its order: 依次是.
    pub in_order: Words,
    /// That numbers are of all that were just named: 二者.
    pub all_named: Words,
    /// Ends of a list of groups before a comma: 阶段.
    pub groups: Words,
    /// Lead to such a list: 在.
    pub frames: Words,
    /// Behind such a list, that it is looked at: 来看.
    pub seen: Words,
    /// Behind such a list, that it is the whole of shares: 中.
    pub inside: Words,
    /// That numbers are of one thing, since two times: 环比、同比.
    pub two_bases: Words,
    /// In what is no such list: 覆盖城镇和农村地区.
    pub not_groups: Words,
    /// That one thing was done several times: 先后.
    pub repeated: Words,
}

/// What else tells how a number is to be read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Numbered {
    /// That a clause speaks of all: 全国.
    pub all: Words,
    /// Those of them that only say the country: 我国.
    pub country: Words,
    /// What people do whose share it is: 使用.
    pub uses: Words,
    /// Before a pace of growth, behind what grows: 保持.
    pub kept: Words,
    /// What each of some people has: 收入.
    pub owned: Words,
    /// What may stand between 以 and the number it leads: 高达.
    pub by: Words,
    /// Between 以 and a number, that it is so much a year: 每年.
    pub yearly: Words,
    /// Behind a number, a pace where a verb follows: 速度.
    pub speed: Words,
    /// Behind a number, that it is a pace of growth: 增长.
    pub pace: Words,
    /// Ends of what happens, which is no whole of a share: 事件.
    pub happens: Words,
    /// End with 比 and compare with no time: 占比.
    pub no_base: Words,
    /// Behind a time, what of it is compared with: 调查结果.
    pub then: Words,
    /// That something was looked at: 监测.
    pub looks: Words,
    /// Before a number of certain ones: 首批.
    pub certain: Words,
    /// What a country is parted into, where such parts are counted: 自治区.
    pub regions: Words,
    /// Places that are listed before so many: 省市.
    pub members: Words,
    /// 7 人及以下微型企业: what is so large.
    pub sized: Words,
    /// 用户体验: what people have, of which a number is.
    pub owns: Words,
    /// 30% 的目标: what a number is, and no whole of it.
    pub no_whole: Words,
    /// Ends of what is counted in these, that they are people: 教师.
    pub persons: Words,
    /// What people and things are counted in: 名.
    pub counted_in: Words,
    /// Behind people, that each of them is spoken of: 人均.
    pub each: Words,
    /// Behind 用户线上消费: that it is an amount, and nothing they do.
    pub amounts: Words,
    /// How some of so few are counted: 名.
    pub few: Words,
    /// Behind a number that is passed, and no unit of it: 大关.
    pub marks: Words,
    /// Before a change, and no subject of it: 实际.
    pub qualifiers: Words,
    /// That a sentence says how a survey was made: 置信度.
    pub method: Words,
    /// That a clause says how numbers were rounded: 可能不等于.
    pub rounding: Words,
    /// The same, where the sentence asks people: 样本量.
    pub sampling: Words,
    /// That it does: 调查.
    pub asking: Words,
    /// What people and things do, behind their noun: 支持.
    pub does: Words,
    /// Are measured in money, lengths and the like themselves: 销售额.
    pub amounting: Words,
    /// Before what something was, of which it is so much again: 恢复至.
    pub returns: Words,
    /// Before another, of which it is so much: 相当于.
    pub equals: Words,
    /// Before 是, that what follows is another of those that are told of: 其次.
    pub orders: Words,
    /// Before those that a share is of, that they are others than those before: 其余.
    pub remaining: Words,
    /// Ends of events that date what follows: 期间.
    pub events: Words,
    /// Date it alone: 双十一.
    pub occasions: Words,
    /// Before the number of where to look: 图.
    pub places: Words,
    /// End like these and are none: 代表.
    pub no_places: Words,
}

impl Wording {
    /// A title of the report in the simplified script.
    ///
    /// Forced by `fixtures/traditional-titles`.
    pub fn simplified_title<'t>(&self, title: &'t str) -> Cow<'t, str> {
        let is_traditional = |c: char| c > '\u{7f}' && self.traditional.contains(c);
        if !title.contains(is_traditional) {
            return Cow::Borrowed(title);
        }
        let fold = |title: String, (from, to): &(&str, &str)| title.replace(from, to);
        Cow::Owned(self.titles.iter().fold(title.to_owned(), fold))
    }

    /// A whole without the country that it is of: 网民 of 全国网民 and of 我国网民.
    pub fn without_country<'w>(&self, whole: &'w str) -> &'w str {
        let bare = self.subject.country.strip_prefix(whole);
        bare.filter(|bare| !bare.is_empty()).unwrap_or(whole)
    }
}
