//! The verbs and nouns that say what a number is to its subject.

use crate::grammar::quantity::trailing_approximation;

pub(super) const UP: &[&str] = &[
    "快速增长",
    "前移",
    "前进",
    "大增",
    "猛增",
    "激增",
    "微增",
    "略增",
    "净增长",
    "净增加",
    "增长",
    "增加",
    "净增",
    "新增",
    "提升",
    "提高",
    "上升",
    "上涨",
    "扩大",
    "升高",
    "攀升",
    "延长",
    "增多",
    "上浮",
    "增",
    "涨",
    "多出",
    "拓展",
    "上调",
    "加快",
    "升",
    "回升",
    "跃升",
    "走高",
    "增强",
    "净增量",
    "增长量",
    "增加量",
    "增量",
];

pub(super) const DOWN: &[&str] = &[
    "大降",
    "微降",
    "略降",
    "骤降",
    "减少",
    "减少量",
    "收窄",
    "压缩",
    "压减",
    "下降",
    "降低",
    "回落",
    "下滑",
    "缩短",
    "下跌",
    "跌",
    "下调",
    "缩减",
    "收缩",
    "锐减",
    "走低",
    "缩小",
    "削减",
    "减",
    "降",
];

pub(super) const RATES: &[&str] = &[
    "年均复合增长率",
    "复合增长率",
    "增长率",
    "增长幅度",
    "增幅",
    "涨幅",
    "增速",
    "升幅",
    "下降率",
    "降幅",
];

pub(super) const IS: &[&str] = &[
    "分别达到",
    "分别达",
    "分别为",
    "分别是",
    "分别有",
    "依次为",
    "依次是",
    "依次达",
    "依次达到",
    "均达到",
    "均达",
    "均为",
    "均在",
    "则为",
    "仍为",
    "则达",
    "达到了",
    "达到",
    "达",
    "约为",
    "总计为",
    "合计为",
    "为",
    "是",
    "即",
    "高达",
    "仅为",
    "仅达",
    "只达",
    "低至",
    "多达",
    "已达",
    "已达到",
    "已为",
    "也为",
    "也达",
    "即为",
    "保持在",
    "维持在",
    "稳定在",
];

pub(super) const HAS: &[&str] = &[
    "共计有",
    "共有",
    "已有",
    "约有",
    "只有",
    "仅有",
    "拥有",
    "还有",
    "有",
    "共计",
    "共",
];

pub(super) const FORECAST: &[&str] = &[
    "预计",
    "有望",
    "预期",
    "预测",
    "将达",
    "将突破",
    "将超",
    "将增",
    "将接近",
    "计划到",
];

/// Whether words end in 减少, 提升, 由: 至 behind their number leads on to another.
pub fn ends_in_change(before: &str) -> bool {
    let before = before.trim_end();
    [UP, DOWN, &["由", "从", "自", "了"]]
        .iter()
        .any(|verbs| strip_suffixes(before, verbs).is_some())
}

/// Whether words end in a verb that an amount follows, of years as well: 达, 为,
/// 缩短.
pub fn ends_in_amount(before: &str) -> bool {
    let (before, _) = trailing_approximation(before.trim_end());
    let verbs = [UP, DOWN, &["达", "达到", "为", "是"]];
    verbs
        .iter()
        .any(|verbs| strip_suffixes(before, verbs).is_some())
}

/// Words that end like a cue and are none: 成都, 节约.
const WHOLE: &[&str] = &[
    "许可", "认可", "不可", "成都", "首都", "华为", "行为", "成为", "作为", "认为", "节约", "预约",
    "合约", "签约", "制约", "契约", "日均", "周均", "人均", "月均", "季均", "年均", "户均", "平均",
    "抵达", "雷达", "到达", "传达", "表达", "发达", "来自", "源自", "出自", "最近", "附近", "靠近",
    "只是", "还是", "就是", "但是", "亦即", "立即",
];

/// Words behind which 均 is no part of one: 用户均为 is no 户均.
const BEFORE_ALL: &[&str] = &[
    "用户",
    "客户",
    "商户",
    "农户",
    "住户",
    "账户",
    "散户",
    "个人",
    "法人",
    "老人",
    "年轻人",
    "成年人",
    "残疾人",
    "中国人",
    "工人",
    "水平",
    "公平",
    "每年",
    "全年",
    "去年",
    "今年",
    "近年",
    "青年",
    "少年",
    "老年",
    "每日",
    "假日",
    "节日",
    "工作日",
    "每月",
    "当月",
    "每周",
];

/// Whether taking a word off the end of a text would cut a longer one, at its end,
/// 均 of 日均, or in its middle, 均为 of 日均为.
pub fn cuts(text: &str, word: &str) -> bool {
    let Some(first) = word.chars().next() else {
        return false;
    };
    let first = &word[..first.len_utf8()];
    let before = text.strip_suffix(word).unwrap_or_default();
    let is_cut = WHOLE.iter().any(|whole| {
        // Most words differ in their last byte: no more of them is compared.
        let last = whole.as_bytes().last();
        let ends = last == word.as_bytes().last()
            && whole.len() > word.len()
            && whole.ends_with(word)
            && text.ends_with(whole);
        let leads = first == "均"
            && whole
                .strip_suffix(first)
                .is_some_and(|lead| before.ends_with(lead));
        ends || leads
    });
    let is_all = || first == "均" && BEFORE_ALL.iter().any(|word| before.ends_with(word));
    is_cut && !is_all()
}

pub(super) fn strip_suffixes<'t>(text: &'t str, suffixes: &[&str]) -> Option<&'t str> {
    // Most words differ in their last byte: no more of them is compared.
    let last = text.as_bytes().last();
    suffixes
        .iter()
        .filter(|suffix| suffix.as_bytes().last() == last)
        .filter_map(|suffix| Some((suffix, text.strip_suffix(suffix)?)))
        .filter(|(suffix, _)| !cuts(text, suffix))
        .map(|(_, rest)| rest)
        .min_by_key(|rest| rest.len())
}
