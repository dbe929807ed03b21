//! What the words before a number say of it.

mod base;
mod share;
mod span;
mod verb;

use super::clause::placeheld;
use crate::catalog::wording;
use crate::grammar::approximation::{Approximation, trailing_approximation};
use crate::grammar::words;
use base::{base, beside, split_base, than, time_in};
pub use share::OTHER_WORDS;
use share::{share, share_before, within};
use verb::{strip_suffixes, strip_words};

pub use base::{Base, beside_bracket, compared, compares_growth, is_comparable};
pub use span::{leading_base, months_since, without_span, years_since};
pub use verb::{cuts, ends_in_amount, ends_in_change};

/// What the words before a number say of it.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// What is left of them: what is measured.
    pub subject: String,
    /// What the number is to it.
    pub cue: Cue,
    /// From when it is counted, when that is said.
    pub base: Base,
    /// 环比、同比分别增长: since when the first of two numbers is, where that is not all
    /// they are counted from.
    pub first_base: Base,
    /// The lexeme of the time that the number itself is of: 至 2024 年的.
    pub own_time: Option<usize>,
    /// 分别, 均: the numbers belong to several subjects.
    pub distributes: bool,
    /// 较 2022 年 12 月网民增长: what stands behind since when.
    pub behind: String,
    /// 在 … 中的比重由: the whole of a share that changed.
    pub whole: Option<String>,
    /// How exact the number is.
    pub approximation: Option<Approximation>,
    /// 预计: it is expected, not counted.
    pub is_forecast: bool,
}

/// What a number is to its subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cue {
    /// Nothing stands between: 网民 8.29 亿.
    #[default]
    None,
    /// 达, 为, 是
    Is,
    /// 有, 共有: what it counts may stand behind it.
    Has,
    /// 增至, 提升至
    To,
    /// 由, 从: what it was before.
    From,
    /// 增长, 减少
    Change {
        /// Whether it went down.
        is_down: bool,
        /// 增长, 增加: of an amount, never of points.
        is_growth: bool,
    },
    /// 增长率, 增幅
    Rate {
        /// Whether it went down.
        is_down: bool,
    },
    /// 占 … 的
    Of(String),
    /// 高于 …, 比 … 低
    Than {
        /// With what it is compared.
        other: String,
        /// Whether it is below.
        is_down: bool,
    },
    /// 比去年同期: the number of the base period itself.
    Base,
    /// 比全球平均水平 19.1%: the number of what is compared with.
    Beside,
}

impl Head {
    /// The subject, or these words where nothing was taken off them.
    pub fn subject_or(&self, words: &str) -> String {
        match self.cue {
            Cue::None => words.to_owned(),
            _ => self.subject.clone(),
        }
    }
}

/// Whether words speak of what is expected: 预计, but not in a title, and not
/// 预期寿命.
pub fn is_forecast(words: &str) -> bool {
    let forecast = &wording().verb.forecast;
    if !forecast.are_in(words) {
        return false;
    }
    let said = words.rsplit('》').next().unwrap_or(words);
    forecast.are_in(said)
        && wording()
            .verb
            .forecast
            .iter()
            .filter(|word| said.contains(*word))
            .any(|word| *word != "预期" || !words.contains("预期寿命"))
}

/// Takes the words before a number apart, from the number backwards.
pub fn head(words: &str) -> Head {
    let mut head = Head {
        is_forecast: is_forecast(words),
        ..Head::default()
    };
    let mut rest = strip_approximation(words.trim_end(), &mut head);
    for filler in ["了", "人民币"] {
        rest = rest.strip_suffix(filler).unwrap_or(rest).trim_end();
    }
    rest = without_run(strip_approximation(rest, &mut head));
    // 上网时间为每周 19.9 小时: of every week alone is what the survey asks.
    rest = rest
        .strip_suffix("每周")
        .filter(|before| strip_words(before, &wording().verb.is).is_some())
        .unwrap_or(rest);
    // 增长到现在的 610 万人
    rest = strip_suffixes(rest, &["现在的", "如今的"]).unwrap_or(rest);
    if let Some(before) = rest.strip_suffix('的')
        && let before = without_survey(before)
        && let Some(time) = before.chars().next_back().and_then(placeheld)
        && !is_compared(before)
    {
        head.own_time = Some(time);
        rest = before.trim_end_matches(|c| placeheld(c).is_some());
    }
    // 突破 is the verb as well.
    if let Some(before) = strip_suffixes(rest, &["分别", "依次", "均", "都"]) {
        head.distributes = true;
        rest = before;
    }
    if rest.ends_with("之") {
        rest = &rest[..rest.len() - "之".len()];
    }
    let rest = cue(rest, &mut head);
    let rest = than(rest, &mut head);
    let mut rest = base(rest, &mut head);
    // 均同比增长
    if let Some(before) = strip_suffixes(rest, &["均"]) {
        head.distributes = true;
        rest = before;
    }
    if head.cue == Cue::None
        && let Some((_, other)) = beside(rest)
    {
        head.cue = Cue::Beside;
        rest = other;
    }
    if !matches!(head.cue, Cue::Of(_))
        && let Some((before, whole, attribute)) = within(rest)
        // 网络求职在大学生中的普及率 is no share, and of students alone.
        && !attribute.ends_with("普及率")
    {
        head.whole = Some(whole.to_owned());
        head.subject = format!("{}{}", before.trim(), attribute.trim());
    } else {
        head.subject = format!("{}{}", rest.trim(), head.behind);
    }
    // 网络购物半年用户增长率: since when, amid what.
    if head.base == Base::None
        && matches!(head.cue, Cue::Change { .. } | Cue::Rate { .. })
        && let Some((named, base)) = span::span_amid(&head.subject)
    {
        (head.subject, head.base) = (named, base);
    }
    head
}

/// 1997 年 10 月 of 1997 年 10 月第一次调查: when it was made dates what it found.
fn without_survey(words: &str) -> &str {
    const LONGEST: usize = 4;
    let Some(survey) = words.strip_suffix("次调查") else {
        return words;
    };
    let ordinal = survey.rsplit_once('第').or(survey.rsplit_once('首'));
    let ordinal = ordinal.filter(|(_, ordinal)| ordinal.chars().count() <= LONGEST);
    ordinal.map_or(words, |(before, _)| before.trim_end())
}

/// Whether a time at the end is what is compared with: 较 2023 年 of 较 2023 年的 750 亿元.
fn is_compared(words: &str) -> bool {
    let before = words.trim_end_matches(|c| placeheld(c).is_some());
    before.trim_end().ends_with(['较', '比']) && split_base(words).is_some()
}

fn strip_approximation<'t>(rest: &'t str, head: &mut Head) -> &'t str {
    if ["约", "近"].iter().any(|word| cuts(rest, word)) {
        return rest;
    }
    let (rest, approximation) = trailing_approximation(rest);
    head.approximation = head.approximation.or(approximation);
    rest.trim_end()
}

/// 约为, 约有: the verb says how exact the number is.
fn take_about(verb: &str, head: &mut Head) {
    if verb.starts_with('约') || verb.starts_with("大约") {
        head.approximation = head.approximation.or(Some(Approximation::About));
    }
}

/// 增长率连续三年超过 10%: the words without those for how long it has been so.
pub fn without_run(words: &str) -> &str {
    let number = |c: char| c.is_ascii_digit() || "两二三四五六七八九十多几".contains(c);
    let units = ["年", "个月", "个季度"];
    let span = units.iter().find_map(|unit| words.strip_suffix(unit));
    span.map(|span| span.trim_end().trim_end_matches(number).trim_end())
        .and_then(|run| run.strip_suffix("连续"))
        .unwrap_or(words)
}

/// The verb right before the number.
fn cue<'t>(mut rest: &'t str, head: &mut Head) -> &'t str {
    // 提升至全球第 9 位
    if let Some(before) = strip_suffixes(rest, &["全球", "世界", "全国"])
        && to(before).is_some()
    {
        rest = before;
    }
    // 占全部用户的比例由: what it was before, and of what.
    let from = strip_from(rest).map(str::trim_end);
    let from = from.filter(|before| before.ends_with(['例', '重', '比']));
    if let Some((before, whole)) = from.and_then(share_before) {
        head.cue = Cue::From;
        head.whole = Some(whole.to_owned()).filter(|whole| !whole.is_empty());
        return before;
    }
    if let Some(before) = share(rest, head) {
        return before;
    }
    if let Some(before) = to(rest) {
        // 增速回落至 4.9% is how fast it grew.
        let before = strip_distribution(before, head);
        let before = rate(before, head);
        if head.cue == Cue::None {
            head.cue = Cue::To;
        }
        return before;
    }
    if let Some(before) = strip_words(rest, &wording().verb.is) {
        let verb = &rest[before.len()..];
        take_about(verb, head);
        head.distributes |=
            verb.starts_with("分别") || verb.starts_with("依次") || verb.starts_with(['均', '都']);
        if matches!(verb, "均在" | "都在") && rest.ends_with("在") {
            head.distributes = true;
        }
        head.cue = Cue::Is;
        rest = strip_distribution(before.trim_end(), head);
        rest = strip_approximation(rest, head);
        // 增长率为, 占比为 …的比重达
        if let Some(before) = share(rest, head) {
            return before;
        }
        rest = rate(rest, head);
        return match head.cue {
            Cue::Is => change(rest, head),
            _ => rest,
        };
    }
    if let Some(before) = strip_suffixes(rest, &["分别占比", "各占比", "均占比", "仅占比"])
    {
        head.distributes = !rest.ends_with("仅占比");
        head.cue = Cue::Of(String::new());
        return before.trim_end();
    }
    if let Some(before) = strip_words(rest, &wording().verb.has) {
        take_about(&rest[before.len()..], head);
        head.cue = Cue::Has;
        // 均有近 5 个百分点的提升
        return strip_distribution(before, head);
    }
    // 增幅在 10% 以上
    let after_rate = rate(rest.strip_suffix('在').unwrap_or(rest), head);
    if head.cue != Cue::None {
        return after_rate;
    }
    let after_change = change(rest, head);
    if head.cue != Cue::None {
        return after_change;
    }
    // 至 alone, after a growth: 增长 20% 至 7 亿.
    if matches!(rest, "至" | "到") {
        head.cue = Cue::To;
        return "";
    }
    let bare = rest.strip_suffix('的').unwrap_or(rest);
    if let Some(before) = strip_from(bare) {
        head.cue = Cue::From;
        return before;
    }
    // 由试点之前的不足 70% 提升至: when it was so is said in words.
    if let Some((before, when)) = bare.rsplit_once('由').or(bare.rsplit_once('从'))
        && rest.ends_with('的')
        && ["之前", "以前", "初期", "前"]
            .iter()
            .any(|end| when.ends_with(end))
    {
        head.cue = Cue::From;
        head.base = Base::Words;
        return before;
    }
    if let Some((before, word)) = split_base(bare)
        && bare[before.len() + word.len()..]
            .chars()
            .all(|c| placeheld(c).is_some())
        && bare.len() > before.len() + word.len()
    {
        head.cue = Cue::Base;
        head.base = time_in(&bare[before.len() + word.len()..]);
        return before;
    }
    rest
}

/// 增至, 提升到, 缩小至: a verb of change with its goal.
fn to(rest: &str) -> Option<&str> {
    let verb = strip_suffixes(rest, &["至", "到", "为"])?;
    // 年增长为 47.6% is the growth itself.
    let is_rate = ["年增长为", "同比增长为", "环比增长为"];
    if is_rate.iter().any(|words| rest.ends_with(words)) {
        return None;
    }
    let verb = verb.strip_suffix('了').unwrap_or(verb);
    // 增量为, 增长规模为 is the change itself.
    if ["量", "规模", "人数"].iter().any(|end| verb.ends_with(end)) {
        return None;
    }
    let before = strip_words(verb, &wording().verb.up)
        .into_iter()
        .chain(strip_words(verb, &wording().verb.down));
    let others = strip_suffixes(
        verb,
        &[
            "跃升", "升", "回升", "突破", "跌", "滑", "滑落", "回落", "放缓", "扩展", "扩充",
            "推高", "提", "变", "成长",
        ],
    );
    before.chain(others).min_by_key(|before| before.len())
}

fn change<'t>(rest: &'t str, head: &mut Head) -> &'t str {
    for (verbs, is_down) in [(&wording().verb.up, false), (&wording().verb.down, true)] {
        if let Some(before) = strip_words(rest, verbs) {
            head.cue = Cue::Change {
                is_down,
                is_growth: rest[before.len()..].contains('增'),
            };
            // 同比仅增, 再升
            let is_part = ["不仅", "不只", "一再", "不再"]
                .iter()
                .any(|word| before.ends_with(word));
            let only = before.trim_end_matches(['仅', '只', '再', '又']);
            return strip_distribution(if is_part { before } else { only }, head);
        }
    }
    // 比去年多: only where nothing but a time is compared with.
    for (word, is_down) in [
        ("多", false),
        ("高", false),
        ("多出", false),
        ("高出", false),
        ("少", true),
        ("低", true),
    ] {
        let Some(compared) = rest.strip_suffix(word) else {
            continue;
        };
        let is_of_time = || {
            split_base(compared).is_some_and(|(before, base)| {
                let mut time = compared[before.len() + base.len()..].chars();
                time.all(|c| placeheld(c).is_some())
            })
        };
        // 同比少 37.5%; 比 2023 年底的 3160 万个多 142 万个
        if compared.is_empty() && matches!(word, "多" | "少")
            || compared.ends_with("同比")
            || compared.ends_with("环比")
            || is_of_time()
        {
            head.cue = Cue::Change {
                is_down,
                is_growth: false,
            };
            return compared;
        }
    }
    rest
}

fn strip_distribution<'t>(rest: &'t str, head: &mut Head) -> &'t str {
    let rest = rest.trim_end();
    let Some(before) = strip_words(rest, &wording().verb.each).or(rest.strip_suffix('将')) else {
        return rest;
    };
    head.distributes |= rest.ends_with("分别") || rest.ends_with('均');
    before
}

fn rate<'t>(rest: &'t str, head: &mut Head) -> &'t str {
    match strip_words(rest, &wording().verb.rates) {
        // 低于全国增速: with what it is compared.
        Some(before) if compares(before) => rest,
        Some(before) => {
            let name = &rest[before.len()..];
            head.cue = Cue::Rate {
                is_down: name.contains(['降', '跌']) || name.starts_with('减'),
            };
            before.strip_suffix('的').unwrap_or(before)
        }
        None => rest,
    }
}

/// Whether a text ends in a comparison with what is not a time: 低于全国, but not 高于上年同期.
fn compares(text: &str) -> bool {
    let mut others = ["高于", "低于", "高出", "低出"]
        .iter()
        .filter_map(|verb| words::split_last(text, verb));
    others.any(|(_, other)| {
        let other = other.trim();
        !other.is_empty() && other.chars().all(|c| placeheld(c).is_none())
    })
}

fn strip_from(bare: &str) -> Option<&str> {
    // 由 2023 年 12 月的, 从
    let trimmed = bare.trim_end_matches(|c| placeheld(c).is_some());
    strip_suffixes(trimmed.trim_end(), &["由", "从", "自"])
}
