//! What a number is counted from, or compared with: 较 2023 年 12 月, 同比, 高于 ….

use super::span::{months_until, years_before};
use super::verb::strip_words;
use super::{Cue, Head};
use crate::catalog::{self, wording};
use crate::document::number::is_digit;
use crate::fact::clause::placeheld;
use crate::fact::subject;
use crate::grammar::approximation::Approximation;
use crate::grammar::words;

/// From when a change is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Base {
    /// Nothing is said.
    #[default]
    None,
    /// 较 and the lexeme of this index.
    Time(usize),
    /// 同比
    YearBefore,
    /// 环比
    PeriodBefore,
    /// Months before the period: 半年增加, 年增长率.
    Months(i32),
    /// In words that are no period: 较节前周末时段.
    Words,
}

impl Base {
    /// Whether it is told by the period of the number alone.
    pub fn is_relative(self) -> bool {
        matches!(
            self,
            Base::YearBefore | Base::PeriodBefore | Base::Months(_)
        )
    }
}

/// Words before what a change is compared with; the first two name it themselves.
pub(super) const COMPARED: [&str; 12] = [
    "环比",
    "同比",
    "相较于",
    "相比于",
    "相较",
    "相比",
    "较",
    "比",
    "与",
    "和",
    "同",
    "跟",
];

/// Words for what a change is counted from, right before its verb.
pub(super) const SPANS: &[(&str, Base)] = &[
    ("同比", Base::YearBefore),
    ("环比", Base::PeriodBefore),
    ("半年时间内", Base::Months(6)),
    ("半年时间里", Base::Months(6)),
    ("半年时间", Base::Months(6)),
    ("一年时间内", Base::Months(12)),
    ("一年时间里", Base::Months(12)),
    ("一年时间", Base::Months(12)),
    ("半年内", Base::Months(6)),
    ("半年间", Base::Months(6)),
    ("一年间", Base::Months(12)),
    ("当年", Base::Months(12)),
    ("年内", Base::Months(12)),
    ("一年内", Base::Months(12)),
    ("半年度", Base::Months(6)),
    ("半年", Base::Months(6)),
    ("一年", Base::Months(12)),
    ("全年", Base::Months(12)),
    ("年度", Base::Months(12)),
    ("年均", Base::None),
    ("年平均", Base::None),
    ("平均年", Base::None),
    ("平均每年", Base::None),
    ("年", Base::Months(12)),
];

/// 高于 …, 比 … 低.
pub(super) fn than<'t>(rest: &'t str, head: &mut Head) -> &'t str {
    if head.cue != Cue::None {
        return rest;
    }
    const VERBS: [(&str, bool); 6] = [
        ("高于", false),
        ("高出", false),
        ("低出", true),
        ("低于", true),
        ("领先", false),
        ("落后", true),
    ];
    // Most words have none of them.
    let may_compare = words::has(rest, &VERBS.map(|(verb, _)| verb));
    for (word, is_down) in VERBS.into_iter().filter(|_| may_compare) {
        if let Some((before, other)) = words::split_last(rest, word) {
            // 约高于全球平均水平
            let about = before.trim_end().strip_suffix('约');
            if about.is_some() {
                head.approximation = head.approximation.or(Some(Approximation::About));
            }
            let before = about.unwrap_or(before);
            // 年龄低于 10 岁的网民: a group, and nothing that is compared.
            let other_word = other.trim_start();
            if other_word.starts_with(is_digit) && other_word.contains('的') {
                continue;
            }
            // 较全国水平高出: what it is compared with stands before the verb.
            let is_bound = other.trim().is_empty() && word.ends_with('于');
            let led = split_base(before).filter(|_| other.trim().is_empty());
            // 失业率低于 5%: a bound, and nothing that is compared with.
            if is_bound && led.is_none() {
                head.approximation = Some(match is_down {
                    true => Approximation::Under,
                    false => Approximation::Over,
                });
                return before;
            }
            let (before, other) = match led {
                Some((subject, word)) => (subject, &before[subject.len() + word.len()..]),
                None => (before, other),
            };
            // 高出 2024 年同期: than it was then, which is how much it changed.
            let time = other.trim().chars().all(|c| placeheld(c).is_some());
            if time && let Base::Time(index) = time_in(other) {
                head.cue = Cue::Change {
                    is_down,
                    is_growth: false,
                };
                head.base = Base::Time(index);
                return before;
            }
            head.cue = Cue::Than {
                other: other.trim().to_owned(),
                is_down,
            };
            return before;
        }
    }
    let exceeds = &wording().verb.exceeds;
    let may_exceed = exceeds.are_in(rest);
    for word in exceeds.iter().filter(|_| may_exceed) {
        let Some((before, other)) = words::split_last(rest, word) else {
            continue;
        };
        // 超过 2014 年底 1.1 个百分点: as above.
        let is_time =
            !other.trim().is_empty() && other.trim().chars().all(|c| placeheld(c).is_some());
        if is_time && let Base::Time(index) = time_in(other) {
            head.cue = Cue::Change {
                is_down: false,
                is_growth: false,
            };
            head.base = Base::Time(index);
            return before;
        }
        if is_comparable(other) {
            head.cue = Cue::Than {
                other: other.trim().to_owned(),
                is_down: false,
            };
            return before;
        }
    }
    for (word, is_down) in [
        ("高出", false),
        ("高", false),
        ("多出", false),
        ("多", false),
        ("低", true),
        ("少", true),
    ] {
        if let Some(compared) = rest.strip_suffix(word) {
            let (before, other) = match split_base(compared) {
                Some((before, word)) => (before, &compared[before.len() + word.len()..]),
                None if compared.is_empty() => ("", ""),
                None => continue,
            };
            head.cue = Cue::Than {
                other: other.trim().to_owned(),
                is_down,
            };
            return before;
        }
    }
    rest
}

/// 比全球平均水平, 高于全球平均水平 right before a number: the words before, and
/// what is compared with.
pub(super) fn beside(words: &str) -> Option<(&str, &str)> {
    let (before, word) = split_base(words)?;
    let other = words[before.len() + word.len()..].trim();
    // 较 2022 年 12 月新增网民: a base, and what became more.
    let is_of_time = other.chars().any(|c| placeheld(c).is_some());
    (!is_of_time && is_comparable(other)).then_some((before, other))
}

/// 增速高于城镇, with its number in brackets behind it: whether how fast they grew is
/// compared.
pub fn compares_growth(words: &str) -> bool {
    let mut compared = wording()
        .verb
        .above
        .iter()
        .filter_map(|verb| words.rsplit_once(verb));
    compared.any(|(before, _)| {
        let before = strip_words(before, &wording().verb.above_by).unwrap_or(before);
        strip_words(before, &wording().verb.rates).is_some()
    })
}

/// 高于全球平均水平, with its number in brackets behind it: what is compared with.
pub fn compared(words: &str) -> Option<&str> {
    let other = beside_bracket(words).map(|(_, other)| other);
    let other = other.filter(|other| !other.is_empty() && !other.contains(is_digit));
    other.or_else(|| beside(words).map(|(_, other)| other))
}

/// 超过长视频, with its number in brackets behind it: what compares, and what it is compared
/// with.
pub fn beside_bracket(words: &str) -> Option<(&str, &str)> {
    let verbs = &wording().verb;
    let verbs = verbs.above.iter().chain(verbs.beside_brackets.iter());
    let found = verbs.filter_map(|verb| words.rsplit_once(verb));
    let (more, other) = found.min_by_key(|(_, other)| other.len())?;
    let more = strip_words(more, &wording().verb.above_by).unwrap_or(more);
    Some((more.trim_end(), other.trim()))
}

/// Whether words name what a number can be more than: 全球平均水平, 移动电话用户数.
pub fn is_comparable(words: &str) -> bool {
    wording().verb.comparable.end(words.trim_end())
}

/// How many years there may be, from two.
const YEARS: &str = "两三四五六七八九十几";

/// 环比、 of 环比、同比: another word for what the first of two numbers is counted from.
fn beside_base(words: &str) -> Option<(&str, Base)> {
    let first = super::strip_suffixes(words, &["、", "和", "与", "及"])?.trim_end();
    let named = [("同比", Base::YearBefore), ("环比", Base::PeriodBefore)];
    let mut named = named.into_iter();
    named.find_map(|(word, base)| Some((first.strip_suffix(word)?.trim_end(), base)))
}

/// 较 2023 年 12 月, 同比, 与半年前相比: from when, and the words without it.
pub(super) fn base<'t>(rest: &'t str, head: &mut Head) -> &'t str {
    // 连续三年增长率超 10%: each of them.
    let mut rest = super::without_run(rest.trim_end());
    if head.base != Base::None {
        return rest;
    }
    if !matches!(head.cue, Cue::Change { .. } | Cue::Rate { .. } | Cue::To) {
        return rest;
    }
    rest = strip_words(rest, &wording().verb.adverbs)
        .filter(|before| {
            // 半年共新增, but 五年累计增加 is since what the sentence says.
            let is_of_years = || {
                let years = before.strip_suffix('年');
                years.is_some_and(|years| years.ends_with(|c| YEARS.contains(c)))
            };
            let ends_in_span =
                || SPANS.iter().any(|(word, _)| before.ends_with(word)) && !is_of_years();
            !before.is_empty() && (split_base(before).is_some() || ends_in_span())
        })
        .unwrap_or(rest)
        .trim_end();
    // 两年平均增长: since no period that is known.
    for word in ["平均", "年均"] {
        let years = rest.strip_suffix(word).unwrap_or_default();
        let before = years
            .strip_suffix('年')
            .map_or(years, |years| years.trim_end_matches(|c| YEARS.contains(c)));
        if before.len() + "年".len() < years.len() {
            head.base = Base::Words;
            return before;
        }
    }
    // 两年来增加: the same.
    for word in ["年来", "年间", "年以来"] {
        let before = rest.strip_suffix(word).unwrap_or_default();
        let years = before.trim_end_matches(|c| YEARS.contains(c));
        if years.len() < before.len() {
            head.base = Base::Words;
            return years.trim_end_matches(['近', '这']);
        }
    }
    if let Some((before, months)) = months_until(rest) {
        head.base = Base::Months(months);
        return before;
    }
    for (word, base) in SPANS {
        if let Some(before) = rest.strip_suffix(word) {
            // 五年增长, 5 年增长; of 近五年, 几年 the first is not known.
            let years = before.trim_end_matches(|c| YEARS.contains(c) || is_digit(c));
            if *word == "年" && years.len() < before.len() {
                head.base = years_before(&before[years.len()..])
                    .filter(|_| {
                        ![
                            "近", "这", "多", "较", "比", "于", "第", "每", "隔", "未来", "今后",
                            "连续", "数", "几", "前", "后", "头", "不到", "仅用", "短短", "历经",
                        ]
                        .iter()
                        .any(|lead| years.trim_end().ends_with(lead))
                    })
                    .map_or(Base::Words, Base::Months);
                return years;
            }
            head.base = *base;
            let before = before.trim_end();
            if let Some((before, first)) = beside_base(before).filter(|(_, first)| first != base) {
                head.first_base = first;
                return before;
            }
            // 较中秋节环比: the words say more.
            return match split_base(before) {
                Some((subject, _)) => {
                    head.base = match time_in(before) {
                        Base::None => Base::Words,
                        base => base,
                    };
                    subject
                }
                None => before,
            };
        }
    }
    if let Some((before, _)) = split_base(rest) {
        head.base = match time_in(&rest[before.len()..]) {
            Base::None => Base::Words,
            base => base,
        };
        if before.trim().is_empty() {
            head.behind = behind(rest).to_owned();
        }
        return before;
    }
    rest
}

/// 网民 of 较 2022 年 12 月网民: what is counted, behind since when.
fn behind(rest: &str) -> &str {
    let Some(end) = rest.rfind(|c| placeheld(c).is_some()) else {
        return "";
    };
    let mut behind = rest[end..].trim_start_matches(|c| placeheld(c).is_some());
    let is_whole = behind.starts_with("相比");
    for word in ["同期", "相比", "，"] {
        behind = behind.trim_start().strip_prefix(word).unwrap_or(behind);
    }
    let adverbs = &wording().verb.adverbs;
    while let Some(before) = strip_words(behind, adverbs) {
        behind = before;
    }
    // 较 2023 年 12 月的规模, 同期水平, 数据: these are of what was spoken of.
    let behind = behind.trim();
    // 与 2009 年底相比某业务收入增长 says of what itself, whatever the catalog knows.
    let is_known = is_whole || catalog::phrase(behind).is_some();
    if is_known && !subject::is_attribute(behind) {
        behind
    } else {
        ""
    }
}

/// What stands before 较, 比 or 与…相比, and the word itself.
pub(super) fn split_base(text: &str) -> Option<(&str, &'static str)> {
    // One of these is in each of the words below.
    words::find(text, &["较", "比", "与", "和", "同", "跟"])?;
    let mut found: Option<(usize, &'static str)> = None;
    for word in COMPARED {
        let Some(at) = words::find_last(text, word) else {
            continue;
        };
        let after = &text[at + word.len()..];
        let is_compared = match word {
            "与" | "和" | "同" | "跟" => {
                after.ends_with("相比") || after.ends_with("相比，") || is_compared_then(after)
            }
            // 占比, 比例, 对比, 较高
            "比" => {
                !text[..at].ends_with(['占', '对', '同', '环', '相', '配', '性', '可', '之'])
                    && !after.starts_with(['例', '重', '较', '值', '率'])
            }
            "较" => {
                let before = &text[..at];
                let is_own_word =
                    before.ends_with('相') || before.ends_with('比') && !before.ends_with("占比");
                !is_own_word
                    && !after.starts_with(['高', '快', '多', '大', '低', '少', '为', '强', '好'])
            }
            _ => true,
        };
        // 域名和网站与去年相比: of those that only join, the last is with what.
        let is_joined = matches!(word, "与" | "和" | "同" | "跟");
        let is_better = |(best, other): (usize, &str)| match other {
            "与" | "和" | "同" | "跟" if is_joined => at > best,
            _ => at < best,
        };
        if is_compared && !after.is_empty() && found.is_none_or(is_better) {
            found = Some((at, word));
        }
    }
    found.map(|(at, word)| (&text[..at], word))
}

/// ⟨2009 年底⟩相比用户数: whether nothing but a time is compared with, and more follows.
fn is_compared_then(words: &str) -> bool {
    let behind = words.trim_start_matches(|c| placeheld(c).is_some());
    behind.len() < words.len() && behind.starts_with("相比")
}

pub(super) fn time_in(text: &str) -> Base {
    text.chars()
        .find_map(placeheld)
        .map_or(Base::None, Base::Time)
}
