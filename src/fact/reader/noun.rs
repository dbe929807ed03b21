//! What a predicate says something of: 网站 of 网站已支持….

use crate::catalog::wording;
use crate::document::number::is_digit;
use crate::fact::subject;

/// The noun at the start of a predicate.
pub(super) fn noun(text: &str) -> String {
    let known = wording()
        .number
        .does
        .iter()
        .filter_map(|word| {
            text.match_indices(word)
                .find(|(at, _)| *at > 0 && !is_inside(text, *at, word))
        })
        .map(|(at, _)| at)
        .min();
    // 网民遭遇过…, 企业配备了…: a verb of two characters stands before 过 and 了.
    let told = text
        .char_indices()
        .filter(|(at, c)| matches!(c, '过' | '了') && !text[*at..].starts_with("过去"));
    let verb = told.filter_map(|(at, _)| {
        const SHORT: &str = "用看买玩听去做有开办上读写学打下发";
        let before = &text[..at];
        // 通过, 超过 are no verbs that are over.
        if before.ends_with(['通', '超', '经', '不', '透', '渡']) {
            return None;
        }
        let length = if before.ends_with(|c| SHORT.contains(c)) {
            0
        } else {
            1
        };
        let verb = before.char_indices().rev().nth(length)?.0;
        (verb > 0).then_some(verb)
    });
    // 用户的网购支出占…: they are counted, not what they have.
    let owned = text
        .find('的')
        .filter(|&at| subject::is_plain_people(&text[..at]));
    // 网民月收入不足…: what each of them has.
    let has = wording().number.owned.iter();
    let has = has
        .filter_map(|word| text.find(word))
        .filter(|&at| subject::is_plain_people(&text[..at]));
    // 网民账号或密码被盗过, 青少年网民信任…: who does it, whatever that is.
    let people = subject::leading_people(text).map(str::len);
    let people = people.filter(|&end| end < text.len() && !text[end..].starts_with('的'));
    let known = known.into_iter().chain(people);
    let end = known.chain(verb).chain(owned).chain(has).min();
    text[..end.unwrap_or(text.len())].to_owned()
}

/// Whether a predicate is only part of a noun: 用 of 用户, 会 of 社会.
fn is_inside(text: &str, at: usize, word: &str) -> bool {
    let (before, after) = (&text[..at], &text[at + word.len()..]);
    match word {
        "用" => after.starts_with('户') || before.ends_with(['应', '信', '公', '专', '商']),
        "都" => before.ends_with(['首', '成']) || after.starts_with('市'),
        "会" => {
            before.ends_with(['社', '协', '大', '委', '工', '商', '机'])
                || after.starts_with(['员', '议'])
        }
        "通" => {
            after.starts_with(['信', '讯', '道', '用', '行', '勤', '识'])
                || before.ends_with(['交', '普', '沟', '联', '流', '卡', '即'])
        }
        "是" => before.ends_with(['但', '还', '只', '就', '于']),
        "在" => before.ends_with(['存', '现', '潜', '所', '实', '健', '旨', '意']),
        "为" => before.ends_with([
            '认', '成', '行', '作', '因', '华', '称', '视', '较', '更', '极', '改', '颇', '最',
            '尤', '大', '略', '稍', '转', '变',
        ]),
        "比较" => before.ends_with('占') || after.starts_with(|c: char| is_digit(c)),
        "非常" => after.starts_with('态'),
        "主要" | "每" => after.starts_with('的'),
        _ => false,
    }
}
