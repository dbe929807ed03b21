//! Digits that count nothing: in names, titles, ordinals and groups.

mod group;
mod version;

use crate::catalog::{units, wording};
use crate::claim::Class;
use crate::document::number::is_digit;
use crate::grammar::number;
use group::group;
use version::{release, version};

/// A title 《…》, or a quotation “…” that is not the number itself, at the
/// start of a text; nothing in it is a statistic of the sentence.
pub fn enclosed(text: &str) -> Option<(Class, usize)> {
    for (open, close, class) in [('《', '》', Class::Reference), ('“', '”', Class::Name)] {
        if text.starts_with(open) {
            let end = text.find(close)? + close.len_utf8();
            // “网民规模达 11.08 亿人” is said, not called.
            let is_said = class == Class::Name && has_amount(&text[..end]);
            return (!is_said).then_some((class, end));
        }
    }
    None
}

/// Whether a number with a multiplier or a percent sign stands in a text.
fn has_amount(text: &str) -> bool {
    let mut characters = text.chars().filter(|c| *c != ' ').peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek();
        if is_digit(c) && next.is_some_and(|next| "%％万亿".contains(*next)) {
            return true;
        }
    }
    false
}

/// A web or mail address at the start of `rest`.
pub fn address(before: &str, rest: &str) -> Option<usize> {
    let length = rest
        .find(|c: char| !c.is_ascii_graphic())
        .unwrap_or(rest.len());
    let is_url = rest.starts_with("http://") || rest.starts_with("https://");
    let is_mail = rest.starts_with('@') && before.ends_with(|c: char| c.is_ascii_alphanumeric());
    (is_url || is_mail).then_some(length)
}

/// Whether an age stands there that bounds no group: 28 岁, not 60 岁及以上.
pub fn is_age(rest: &str) -> bool {
    let Some((_, after)) = number::leading(rest) else {
        return false;
    };
    let after = after.trim_start();
    let after = after.strip_prefix("周岁").or(after.strip_prefix('岁'));
    after.is_some_and(|after| {
        after.is_empty() || after.starts_with(['，', '。', '；', '、', '（', ',', ';'])
    })
}

/// `第 33 届`, `第 77 个`, `第 16 次`: which one, not how many.
pub fn ordinal(text: &str) -> Option<(Class, usize)> {
    let digits = text.strip_prefix('第')?;
    let (_, rest) = number::leading(digits).filter(|_| digits.starts_with(is_digit))?;
    Some((Class::Reference, text.len() - rest.len()))
}

/// Digits at the start of `rest` that are part of a word or of a group.
pub fn leading(before: &str, rest: &str) -> Option<(Class, usize)> {
    listed(before, rest)
        .or_else(|| telephone(rest))
        .or_else(|| issuers(before, rest))
        .or_else(|| members(before, rest))
        .or_else(|| aspects(rest))
        .or_else(|| coded(before, rest))
        .or_else(|| reached(rest))
        .or_else(|| articles(before, rest))
        .or_else(|| release(before, rest))
        .or_else(|| version(before, rest))
        .or_else(|| latin(before, rest))
        .or_else(|| group(before, rest))
        .or_else(|| pointer(before, rest))
        .or_else(|| number_of_name(before, rest))
}

/// 58 同城, T+0, 〔2023〕 15 号: digits of names that are known, of documents and
/// before names.
fn listed(before: &str, rest: &str) -> Option<(Class, usize)> {
    let known = wording().names.iter().find_map(|name| {
        let (lead, numbered) = name.split_at(name.find(is_digit)?);
        (before.ends_with(lead) && rest.starts_with(numbered)).then_some(numbered.len())
    });
    if let Some(length) = known {
        return Some((Class::Name, length));
    }
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    if before.ends_with(['〔', '〕']) && after.trim_start().starts_with(['〕', '号']) {
        return Some((Class::Reference, end));
    }
    let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let is_named = is_year && wording().behind_years.begin(after);
    is_named.then_some((Class::Name, end))
}

/// 010-58813000: an area code and a number.
fn telephone(rest: &str) -> Option<(Class, usize)> {
    let digits = |text: &str| text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let area = digits(rest);
    let after = rest[area..].strip_prefix(['-', '－', '—'])?;
    let dash = rest.len() - area - after.len();
    let number = digits(after);
    let is_number = (3..=4).contains(&area) && rest.starts_with('0') && (7..=8).contains(&number);
    if is_number {
        return Some((Class::Contact, area + dash + number));
    }
    // 400-810-8888
    let is_service = matches!(&rest[..area], "400" | "800") && matches!(number, 3 | 7);
    let last = after[number..]
        .strip_prefix(['-', '－', '—'])
        .map_or(0, |last| after.len() - number - last.len() + digits(last));
    is_service.then_some((Class::Contact, area + dash + number + last))
}

/// 12 家部门联合印发, 工业和信息化部等 8 部门: who issued something, however many.
fn issuers(before: &str, rest: &str) -> Option<(Class, usize)> {
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let after = rest[end..].trim_start();
    let after = after.strip_prefix(['家', '个']).unwrap_or(after);
    let words = wording();
    let issues = words.issue.begin(words.issuers.strip_prefix(after)?);
    (issues || before.trim_end().ends_with('等')).then_some((Class::Label, end))
}

/// 北京、河北等 7 个省市成交额增长超 100%: how many were listed, in a clause whose number is
/// another.
fn members(before: &str, rest: &str) -> Option<(Class, usize)> {
    /// So far may members be named before their number, and more be said behind it.
    const NEAR: usize = 600;
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(NEAR))..];
    let rest = &rest[..rest.floor_char_boundary(NEAR)];
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let list = before.trim_end().strip_suffix('等')?;
    let after = rest[end..].trim_start();
    let after = after.strip_prefix(['个', '家', '座']).unwrap_or(after);
    let list = list.rsplit(['，', '。', '；']).next()?;
    let said = after.split(['，', '。', '；']).next()?;
    let has_another = said.contains(is_digit);
    (list.contains('、') && has_another && wording().number.members.begin(after))
        .then_some((Class::Label, end))
}

/// 8 个方面: how a text is divided.
fn aspects(rest: &str) -> Option<(Class, usize)> {
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let after = rest[end..]
        .trim_start()
        .strip_prefix(['个', '大', '条', '项'])?;
    wording()
        .aspects
        .begin(after)
        .then_some((Class::Label, end))
}

/// 代码为 600519, 客服电话 95588: the number is what something is called by.
fn coded(before: &str, rest: &str) -> Option<(Class, usize)> {
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let after = rest[end..].trim_start();
    let is_amount = units().multiplier(after).0 > 0 || units().word(after).is_some();
    let before = before.trim_end_matches(['为', '是', '：', ':', ' ']);
    match end {
        0 => None,
        _ if is_amount || after.starts_with('.') => None,
        _ if wording().coded.end(before) => Some((Class::Name, end)),
        3.. if wording().reached.end(before) => Some((Class::Contact, end)),
        _ => None,
    }
}

/// 349 信箱, 12377 举报热线: where one writes to or calls; 5 分制, 2 分 20 秒: no score.
fn reached(rest: &str) -> Option<(Class, usize)> {
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let after = rest[end..].trim_start();
    let words = wording();
    let seconds = || {
        let seconds = after.strip_prefix('分')?.trim_start();
        let behind = seconds.trim_start_matches(is_digit);
        let is_led = behind.len() < seconds.len();
        let behind = behind.trim_start().strip_prefix('秒').filter(|_| is_led)?;
        Some((Class::Period, rest.len() - behind.len()))
    };
    match end {
        0 => None,
        _ if words.contacts.begin(after) => Some((Class::Contact, end)),
        _ if words.scales.begin(after) => Some((Class::Name, end)),
        _ => seconds(),
    }
}

/// 共 7 章 60 条: how long a law is.
fn articles(before: &str, rest: &str) -> Option<(Class, usize)> {
    let digits = |text: &str| text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let end = digits(rest);
    let behind = rest[end..].trim_start();
    let is_law = match behind.strip_prefix('章') {
        Some(articles) => {
            let articles = articles.trim_start();
            let end = digits(articles);
            end > 0 && articles[end..].trim_start().starts_with('条')
        }
        None => {
            let chapters = before.trim_end().strip_suffix('章').map(str::trim_end);
            chapters.is_some_and(|before| before.ends_with(is_digit)) && behind.starts_with('条')
        }
    };
    (end > 0 && is_law).then_some((Class::Reference, end))
}

/// IPv6, 5G, 3C, 10G PON, GPT-4, H5, 2B+16C: digits and Latin letters in one word. Units of
/// measure in Latin letters do count: 3066 亿 GB, 100M.
fn latin(before: &str, rest: &str) -> Option<(Class, usize)> {
    // Most numbers have none before or behind them, and are not read for it.
    let is_latin = |c: char| c.is_ascii_alphabetic();
    let behind = rest.trim_start_matches(is_digit);
    let goes_on = |c: char| is_latin(c) || matches!(c, ',' | '，' | '.' | '．');
    let joined = before.strip_suffix('-').unwrap_or(before);
    if !behind.starts_with(goes_on) && !joined.ends_with(is_latin) {
        return None;
    }
    let digits = number::leading(rest).map_or_else(
        || rest.find(|c| !is_digit(c)).unwrap_or(rest.len()),
        |(_, after)| rest.len() - after.len(),
    );
    let behind = &rest[digits..];
    let letters = behind
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/')))
        .unwrap_or(behind.len());
    if joined.ends_with(is_latin) {
        // APP3000 余款, GDP134.9 万亿元: what is counted happens to be Latin.
        let (counts, after) = units().multiplier(behind.trim_start_matches(['余', '多']));
        // T800 人形机器人
        let has_unit = || units().word(after).is_some() && !wording().behind_numbers.begin(after);
        let is_counted = counts > 0 || digits > 1 && has_unit();
        let is_amount = joined.len() == before.len() && letters == 0 && is_counted;
        return (!is_amount).then_some((Class::Name, digits + letters));
    }
    if !behind.starts_with(is_latin) {
        return None;
    }
    match units().word(behind) {
        Some((_, after)) if !is_group(after) => None,
        Some((_, after)) => Some((Class::Label, rest.len() - after.len())),
        None => Some((Class::Name, digits + letters)),
    }
}

/// The end of a text, as far as words there may bear on what follows.
fn last(text: &str) -> &str {
    const LONGEST: usize = 60;
    let starts = text.char_indices().rev().map(|(at, _)| at);
    &text[starts.take(LONGEST).last().unwrap_or(0)..]
}

fn is_group(after: &str) -> bool {
    [
        "及以上",
        "及以下",
        "以上接入",
        "以上宽带",
        "以上固定",
        "以上速率",
        "以上方式",
        "以上用户",
        "宽带用户",
        "级",
        "频段",
    ]
    .iter()
    .any(|word| after.starts_with(word))
}

/// 如图 5 所示, 表 3 显示, 见附录 2: where to look.
fn pointer(before: &str, rest: &str) -> Option<(Class, usize)> {
    let before = before.trim_end();
    // 表 2-1: the number behind that of the chapter.
    let chapter = before
        .strip_suffix('-')
        .map(|head| head.trim_end_matches(is_digit));
    let before = chapter.map_or(before, str::trim_end);
    let is_place = wording().number.places.end(before) && !wording().number.no_places.end(before);
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let after = rest[end..].trim_start();
    let is_counted = units().word(after).is_some() || units().multiplier(after).0 > 0;
    // 附录 3 列出, 图 36 列示 count no columns.
    let lists = ["列出", "列示", "列举"];
    let is_listing = before.ends_with('录') || lists.iter().any(|verb| after.starts_with(verb));
    let is_counted = is_counted && !is_listing;
    (is_place && !is_counted).then_some((Class::Reference, end))
}

/// Whether digits begin with a zero that no count is printed with: 03, not 0.3.
pub fn is_padded(rest: &str) -> bool {
    let rest = rest.strip_prefix(['0', '０']);
    rest.is_some_and(|rest| rest.starts_with(is_digit))
}

/// 12345 热线, 03 星, 01 组卫星: the number is what it is called.
fn number_of_name(before: &str, rest: &str) -> Option<(Class, usize)> {
    let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let after = rest[end..].trim_start();
    let is_hotline = wording().numbered.begin(after);
    // 2.0 版本
    let decimal = after.strip_prefix(".0").map(str::trim_start);
    if decimal.is_some_and(|after| wording().numbered.begin(after)) {
        return Some((Class::Name, end + ".0".len()));
    }
    // 4.5 系列, 8.2 号馆
    if let Some(minor) = rest[end..].strip_prefix('.') {
        let behind = minor.trim_start_matches(is_digit);
        let length = rest.len() - behind.len();
        let is_version =
            behind.len() < minor.len() && wording().versioned.begin(behind.trim_start());
        return is_version.then_some((Class::Name, length));
    }
    // 95 后
    let is_generation = end == 2
        && after
            .strip_prefix('后')
            .is_some_and(|rest| !rest.starts_with(['天', '年', '期', '来', '续', '，']));
    // 歼-20, 北纬 30 度
    let is_model = before
        .strip_suffix('-')
        .is_some_and(|model| model.ends_with(char::is_alphabetic));
    let is_place = ["北纬", "南纬", "东经", "西经"]
        .iter()
        .any(|word| before.ends_with(word));
    // 双 11
    let is_festival = before.ends_with('双') && end == 2;
    // 3 号窗口, 10 号线
    let is_numbered = after.starts_with('号');
    // 0082 万个 is a misprint.
    let is_counted = units().multiplier(after).0 > 0 || after.starts_with(['%', '％', '个']);
    let is_serial = is_padded(rest) && !is_counted;
    let is_version = before.ends_with('.') || before.ends_with('#');
    // 每 10 万人: of how many, not how many.
    if before.ends_with('每') {
        return Some((Class::Label, end));
    }
    let is_called = is_generation || is_model || is_place || is_festival;
    (is_called || is_hotline || is_serial || is_version || is_numbered)
        .then_some((Class::Name, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_groups_are_told_from_counts() {
        let cases = [
            ("", "5G基站", Some((Class::Name, "5G"))),
            ("", "3C数码", Some((Class::Name, "3C"))),
            ("IPv", "6地址", Some((Class::Name, "6"))),
            ("的", "10G PON端口", Some((Class::Name, "10G"))),
            ("", "64K国际专线", Some((Class::Name, "64K"))),
            ("", "100Mbps，", None),
            ("", "6220764Mbps，", None),
            ("", "1000Mbps及以上", Some((Class::Label, "1000Mbps"))),
            ("", "60岁及以上", Some((Class::Label, "60岁"))),
            ("", "10-19岁、", Some((Class::Label, "10-19岁"))),
            (
                "月收入在",
                "3001-5000元的网民",
                Some((Class::Label, "3001-5000元")),
            ),
            ("收入", "3000元以下的网民", Some((Class::Label, "3000元"))),
            ("如图", "5所示", Some((Class::Reference, "5"))),
            ("表2-", "1所示", Some((Class::Reference, "1"))),
            ("代表", "5家企业", None),
            ("", "12家部门联合印发", Some((Class::Label, "12"))),
            ("", "8个方面内容", Some((Class::Label, "8"))),
            ("工信部等", "8部门", Some((Class::Label, "8"))),
            ("", "12家单位参与", None),
            ("股票代码为", "600519的", Some((Class::Name, "600519"))),
            ("客服电话", "95588提供", Some((Class::Contact, "95588"))),
            ("移动电话", "17.9亿户", None),
            ("USB ", "3.2等", Some((Class::Name, "3.2"))),
            ("ISO/IEC ", "27001，", Some((Class::Name, "27001"))),
            ("等保", "2.0三级", Some((Class::Name, "2.0"))),
            ("指数为", "8.0，", None),
            ("使用 APP ", "30 次", None),
            ("domain names had reached ", "33.02 million.", None),
            ("", "95后网民", Some((Class::Name, "95"))),
            ("双", "11期间", Some((Class::Name, "11"))),
            ("", "58同城", Some((Class::Name, "58同城"))),
            ("国发〔", "2023〕15号", Some((Class::Reference, "2023"))),
            ("国发〔2023〕", "15号", Some((Class::Reference, "15"))),
            ("", "2025世界人工智能大会", Some((Class::Name, "2025"))),
            ("、", "2.0版本", Some((Class::Name, "2.0"))),
            ("某模型", "4.5系列发布", Some((Class::Name, "4.5"))),
            ("在", "8.2号馆", Some((Class::Name, "8.2"))),
            ("规模", "4.5亿", None),
            ("符合ISO ", "9001:2015", Some((Class::Name, "9001:2015"))),
            ("微信", "8.0.20版本", Some((Class::Name, "8.0.20"))),
            ("共", "7章60条", Some((Class::Reference, "7"))),
            ("使用", "6GHz频段", Some((Class::Label, "6GHz"))),
            ("iOS ", "18系统", Some((Class::Name, "18"))),
            ("T", "800人形机器人", Some((Class::Name, "800"))),
            ("APP", "3000余款", None),
            ("歼-", "20亮相", Some((Class::Name, "20"))),
            ("北纬", "30度线", Some((Class::Name, "30"))),
            ("的", "318国道", Some((Class::Name, "318"))),
            ("到", "3号窗口", Some((Class::Name, "3"))),
            ("人均可支配收入", "41314元。", None),
            ("交易额", "3000-5000元的商家", None),
            ("星座”", "01组卫星", Some((Class::Name, "01"))),
            ("域名数量为", "0082万个", None),
            ("", "010-58813000，", Some((Class::Contact, "010-58813000"))),
            ("", "12345热线", Some((Class::Name, "12345"))),
            ("", "11.08亿人", None),
            ("", "1500个", None),
        ];
        for (before, rest, expected) in cases {
            let found = leading(before, rest).map(|(class, length)| (class, &rest[..length]));
            assert_eq!(found, expected, "{rest}");
        }
    }
}
