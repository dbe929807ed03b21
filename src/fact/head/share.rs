//! 占 … 的, 在 … 中的: words before a share.

use super::verb::{strip_suffixes, strip_words};
use super::{Cue, Head, strip_approximation, strip_distribution, to};
use crate::catalog::wording;
use crate::fact::clause::placeheld;
use crate::fact::{preposition, subject};
use crate::grammar::words;

/// 占比, 占地, 占据, 占有, 占用, 占领: what goes on with 占 to a word of its own.
pub const OTHER_WORDS: [char; 6] = ['比', '地', '据', '有', '用', '领'];

/// 微博在网民中的使用率: what stands before 在, the whole, and what it has in it.
pub(super) fn within(words: &str) -> Option<(&str, &str, &str)> {
    let (inside, attribute) =
        words::split_last(words, "中的").or_else(|| words::split_last(words, "中"))?;
    let (before, whole) = preposition::split_last(inside)?;
    let attribute = attribute.trim_start_matches('所');
    // 在整体网民中微博用户的比例: what has a share of it may stand behind it.
    let is_led = before.trim_start_matches('而').trim().is_empty();
    let is_part = || is_led && wording().subject.shares.end(attribute);
    let is_attribute =
        subject::is_attribute(attribute) || subject::is_share(attribute) || is_part();
    let is_whole = !whole.is_empty() && !whole.contains(['“', '”', '、']);
    (is_attribute && is_whole).then_some((before, whole, attribute))
}

/// 占 … 的, 占 … 的比例, 在 … 中占: what stands before it.
pub(super) fn share<'t>(rest: &'t str, head: &mut Head) -> Option<&'t str> {
    if let Some((before, whole)) = share_in(rest) {
        head.cue = Cue::Of(whole.to_owned());
        return Some(before);
    }
    if !rest.contains('占') {
        return None;
    }
    // 用户占比达到整体网民的
    let reached = ["占比达到", "占比达", "占比为", "比例达到", "比例达"];
    let mut reached = reached
        .iter()
        .filter_map(|share| words::split_last(rest, share));
    if let Some((before, whole)) = reached.next().filter(|(_, whole)| whole.ends_with('的')) {
        let whole = whole.trim_end_matches('的').trim();
        if !whole.is_empty() && whole.chars().all(|c| placeheld(c).is_none()) {
            head.cue = Cue::Of(whole.to_owned());
            return Some(before);
        }
    }
    // 占社零总额比重升至
    const SHARES: [&str; 4] = ["比重", "比例", "占比", "份额"];
    let reached = to(rest).filter(|before| SHARES.iter().any(|end| before.ends_with(end)));
    let rest = reached.unwrap_or(rest);
    const ENDS: &[&str] = &["的比例", "的比重", "的份额", "比例", "比重", "的"];
    // 占社零总额比重由
    let led = strip_suffixes(rest, &["由", "从", "自"]);
    let tail = led.and_then(|led| strip_suffixes(led, ENDS));
    let tail = tail.or_else(|| strip_suffixes(rest, ENDS)).unwrap_or(rest);
    // 达, 为 belong to the number, not to the whole.
    if strip_words(tail, &wording().verb.is).is_some() {
        return None;
    }
    // 美国拥有 1078 家，占据 42.4%
    let tail = tail
        .strip_suffix('据')
        .filter(|tail| tail.ends_with('占'))
        .unwrap_or(tail);
    let at = tail.rfind('占')?;
    let (before, whole) = (tail[..at].trim_end(), tail[at + '占'.len_utf8()..].trim());
    // 占据网民整体
    let held = whole
        .strip_prefix('据')
        .filter(|held| subject::names_people(held));
    let whole = held.unwrap_or(whole);
    // 占“.CN”域名总数的, but not what a quotation says of shares.
    let is_cut = whole.matches('“').count() != whole.matches('”').count();
    let is_other_word = held.is_none() && whole.starts_with(OTHER_WORDS);
    // 所占份额较 2008 年底下降
    let is_other_word = is_other_word || whole.starts_with("份额");
    if is_other_word || is_cut {
        return None;
    }
    let before = strip_distribution(before, head);
    let before = before.strip_suffix('所').unwrap_or(before);
    let before = strip_approximation(before, head);
    let whole = whole.strip_prefix('到').unwrap_or(whole);
    if whole.is_empty() {
        // 在总体网民中占 65.5%
        let (before, inside) = before
            .strip_suffix('中')
            .and_then(preposition::split_last)
            .unwrap_or((before, ""));
        head.cue = Cue::Of(inside.trim().to_owned());
        return Some(before);
    }
    head.cue = Cue::Of(whole.strip_prefix('了').unwrap_or(whole).to_owned());
    Some(before)
}

/// 占全部用户的比例, 所占比重: what stands before 占, and the whole, empty where none is said.
pub(super) fn share_before(words: &str) -> Option<(&str, &str)> {
    let mut head = Head::default();
    let before = share(words, &mut head)?;
    let Cue::Of(whole) = head.cue else {
        return None;
    };
    let at = words[before.len()..].find(&whole)? + before.len();
    Some((before, &words[at..at + whole.len()]))
}

/// 在中国域名总数中占比, 在网民中的比例: what stands before 在, and the whole.
fn share_in(words: &str) -> Option<(&str, &str)> {
    const ENDS: [&str; 6] = [
        "中占比",
        "中的占比",
        "中所占比例",
        "中所占比重",
        "中的比例",
        "中的比重",
    ];
    let inside = strip_suffixes(words, &ENDS)?;
    let (before, whole) = preposition::split_last(inside)?;
    (!whole.is_empty() && !whole.contains(['“', '”'])).then_some((before, whole))
}
