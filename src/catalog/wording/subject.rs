//! Words that what a number is of is told by.

use serde::Deserialize;

use crate::grammar::words::Words;

/// What a number is of, and what stands around it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Subject {
    /// Before a subject, and none of it: 其中.
    pub before: Words,
    /// Behind a subject, and none of it: 共计.
    pub behind: Words,
    /// That what follows is told of, where the catalog knows it: 公布.
    pub tells: Words,
    /// That a clause only says who tells what follows: 显示.
    pub tellings: Words,
    /// Who may: 报告.
    pub tellers: Words,
    /// The country, before what the catalog knows of all: 全国网民规模.
    pub country: Words,
    /// That something began at the time before: 兴起.
    pub begun: Words,
    /// May stand alone, its subject in the clause before: 用户规模.
    pub attributes: Words,
    /// That a number is a share: 占比.
    pub shares: Words,
    /// Verbs of change before what they are of: 新增.
    pub changes: Words,
    /// Behind what has a rank: 位居.
    pub ranked: Words,
    /// How high a share is: 占比较高.
    pub degrees: Words,
    /// How what is spoken of stands to the others: 相对较低.
    pub relative: Words,
    /// How often, before a verb of change: 每天.
    pub paces: Words,
    /// What a firm has, and no part of its name: 营收.
    pub incomes: Words,
    /// Those whom shares are of: 网民.
    pub people: Words,
    /// Whom a rate behind their number is of as well: 网民 of 未成年网民.
    pub parted: Words,
    /// Before these, that they are all, or all who go online in some way: 手机.
    pub all_people: Words,
    /// What there was made: 新建.
    pub made: Words,
    /// At the start of a clause that says amid what something happens: 随着.
    pub amid: Words,
    /// Behind what there is, what it is told as so many times of: 当初.
    pub then: Words,
    /// Before it, that it is so at present: 现在.
    pub now: Words,
    /// What something owes to others: 受到.
    pub owed: Words,
    /// Behind what parts of people are told by: 人口.
    pub part: Words,
    /// Behind people, that they are counted: 规模.
    pub counted: Words,
    /// That something was told on the day before: 发布.
    pub published: Words,
    /// What was: 报告.
    pub publications: Words,
    /// What that does then: 显示.
    pub shows: Words,
    /// Before what they move, which the catalog knows: 带动.
    pub movers: Words,
    /// Who speaks, and no subject: 答.
    pub speakers: Words,
    /// At the end of what is asked for: 有多少.
    pub asks: Words,
    /// Begin what is said of what was spoken of: 位居.
    pub predicates: Words,
    /// That a sentence turns to something else: 此外，.
    pub turns: Words,
    /// Said of a group whose number follows: 主要群体.
    pub main: Words,
    /// Before people, that all of them are meant: 全体.
    pub everyone: Words,
    /// Behind people, that all of them are meant: 群体.
    pub as_group: Words,
    /// People that are none of those who are counted: 非网民.
    pub none: Words,
    /// What something is called of its kind: 因素.
    pub kinds: Words,
    /// Before these, that it comes first: 首要.
    pub first: Words,
    /// Between what is spoken of and 是, of no weight: 依然.
    pub still: Words,
    /// Before 是 in words that it is part of: 尤其.
    pub before_is: Words,
    /// Behind what is spoken of, where its number follows: 最高.
    pub superlatives: Words,
    /// That it moved: 提高.
    pub moves: Words,
    /// How it did: 持续.
    pub moving: Words,
    /// Behind an application, who offers it: 行业.
    pub trades: Words,
    /// Before what comes next, whose number follows: 其次为.
    pub next: Words,
}
