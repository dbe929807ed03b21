//! Digits that tell groups of people or lines apart.

use super::last;
use crate::catalog::{units, wording};
use crate::claim::Class;
use crate::document::number::is_digit;
use crate::fact::subject;

/// What makes a group of people or lines of a quantity: 60 岁及以上, 10-19 岁,
/// 收入在 3001-5000 元的网民.
pub(super) fn group(before: &str, rest: &str) -> Option<(Class, usize)> {
    let digits = |text: &str| {
        let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
        (end > 0).then_some(end)
    };
    let mut end = digits(rest)?;
    let mut is_band = false;
    if let Some(second) = rest[end..]
        .strip_prefix(['-', '–', '—', '~', '～', '至', '到'])
        .and_then(digits)
    {
        let dash = rest[end..].chars().next().map_or(0, char::len_utf8);
        end += dash + second;
        is_band = true;
    }
    let after = rest[end..].trim_start();
    // 费用在 51-100 元之间的, 在 10 至 20 小时之间的
    let measured = is_band.then(|| units().word(after)).flatten();
    // 在 10-20GB 之间的水平 is the number itself.
    let groups = |of: &str| {
        let of = of.strip_prefix("之间的").map(str::trim_start);
        let counts = |of: &str| of.starts_with(['占', '比', '最', '，']);
        of.is_some_and(|of| subject::begins_with_people(of) || counts(of))
    };
    if let Some((_, of)) = measured.filter(|(_, of)| groups(of)) {
        return Some((Class::Label, rest.len() - of.len()));
    }
    if let Some(years) = after.strip_prefix("周岁").or(after.strip_prefix('岁')) {
        return Some((Class::Label, rest.len() - years.len()));
    }
    // 7 人及以下微型企业, 50 人以上规模的企业
    if let Some(bound) = after.strip_prefix('人') {
        let ends = ["及以上", "及以下", "以上", "以下", "以内"];
        let of = ends.iter().find_map(|end| bound.strip_prefix(end))?;
        let of = of.strip_prefix('的').unwrap_or(of);
        let counts = ["达", "有", "超过", "培训", "成", "务", "聘", "议"];
        let is_counted = counts.iter().any(|verb| before.trim_end().ends_with(verb));
        let is_of_firms = wording().number.sized.begin(of) && !is_counted;
        return is_of_firms.then_some((Class::Label, rest.len() - bound.len()));
    }
    let after = is_band
        .then(|| behind_bands(after))
        .flatten()
        .unwrap_or(after)
        .strip_prefix('元')?;
    is_band |= ["及以上", "以上", "及以下", "以下", "以内"]
        .iter()
        .any(|word| after.starts_with(word));
    // 月收入 3000 元, the amount itself, ends its clause.
    let before = last(before);
    // 有收入但低于 1000 元的占 20.8%
    let bounds = ["低于", "高于", "不足", "超过", "不到", "少于", "多于"];
    is_band |= after.starts_with('的') && bounds.iter().any(|bound| before.ends_with(bound));
    let clause = before.rsplit(['，', '。', '；']).next()?;
    let is_more = before.contains("收入")
        && [
            "占",
            "的占",
            "的网民",
            "网民",
            "的群体",
            "群体",
            "的用户",
            "的人",
            "的比",
        ]
        .iter()
        .any(|word| {
            after
                .trim_start_matches(|c| "及以上下内".contains(c))
                .starts_with(word)
        });
    // 月收入 2001-5000 元的占 33.4%，5000 元以上的 27.6%
    let bound = after.trim_start_matches(|c| "及以上下内".contains(c));
    let counted = bound.strip_prefix('的').unwrap_or(bound).trim_start();
    let counts = counted.starts_with(is_digit) || counted.starts_with("合计");
    let is_more = is_more || counts && before.contains("收入");
    let is_income = clause.contains("收入") || is_more;
    let goes_on = !after.starts_with(['，', '。', '；']) && !after.is_empty();
    let length = rest[end..]
        .trim_start()
        .strip_prefix('元')
        .map_or(end, |_| rest.len() - after.len());
    (is_band && is_income && goes_on).then_some((Class::Label, length))
}

/// 2001-3000、3001-5000 元: what stands behind bands listed after the first, whose unit
/// is that of the last.
fn behind_bands(after: &str) -> Option<&str> {
    let mut rest = after.strip_prefix(['、', '和', '与', '及'])?;
    loop {
        let next = rest.trim_start_matches(is_digit);
        let until = next.strip_prefix(['-', '–', '—', '~', '～', '至', '到'])?;
        let behind = until.trim_start_matches(is_digit);
        if next.len() == rest.len() || behind.len() == until.len() {
            return None;
        }
        match behind.strip_prefix(['、', '和', '与', '及']) {
            Some(more) => rest = more,
            None => return Some(behind.trim_start()),
        }
    }
}
