//! Units in brackets and behind numbers.

use crate::catalog::units;

/// A label without the unit in brackets at its end, and the unit:
/// `用户规模（万人）`, `增长率 (%)`, `数量（单位：个）`, `比例%`. Brackets that hold
/// something else stay.
pub fn split_label(label: &str) -> (&str, Option<&str>) {
    if let Some(rest) = label.strip_suffix(['%', '％'])
        && !rest.ends_with(|c: char| c.is_ascii_digit() || "（(".contains(c))
        && !rest.is_empty()
    {
        return (rest.trim_end(), Some("%"));
    }
    let Some(inner) = label.strip_suffix(['）', ')']) else {
        return (label, None);
    };
    let Some(open) = inner.rfind(['（', '(']) else {
        return (label, None);
    };
    let content = match inner[open..].trim_start_matches(['（', '(']).trim() {
        "％" => "%",
        content => content,
    };
    match content
        .strip_prefix("单位：")
        .or(content.strip_prefix("单位:"))
    {
        _ if content.is_empty() => (label, None),
        Some(unit) if !unit.is_empty() => (label[..open].trim_end(), Some(unit.trim())),
        // （万） alone leaves out what is counted.
        _ if units().parse(content).is_some()
            || units().multiplier(content).1.is_empty()
            || units().is_of_another(content) =>
        {
            (label[..open].trim_end(), Some(content))
        }
        // （万TEU）: a multiplier tells a unit that is not known.
        _ if content.starts_with(['万', '亿']) => (label[..open].trim_end(), Some(content)),
        _ => (label, None),
    }
}

/// The unit that a caption gives to its table: `（以块/32为单位）`, `（单位：万人）`,
/// `（万人）`.
pub fn of_caption(title: &str) -> Option<&str> {
    let inner = title.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let content = inner[open..].trim_start_matches(['（', '(']);
    content
        .strip_prefix('以')
        .and_then(|unit| unit.strip_suffix("为单位"))
        .or_else(|| split_label(title).1)
}

/// What a caption says is in which unit: 用户规模, 万人 and 使用率, % of
/// `用户规模（单位：万人）和使用率（%）`.
pub fn named_in_caption(title: &str) -> Vec<(&str, &str)> {
    let mut named = Vec::new();
    let mut rest = title;
    while let Some(close) = rest.find(['）', ')']) {
        let (head, tail) = rest.split_at(close);
        let end = tail.chars().next().map_or(0, char::len_utf8);
        let (name, unit) = split_label(&rest[..head.len() + end]);
        if let Some(unit) = unit {
            let name = name.trim_start_matches(['和', '及', '与', '、', '，', '以']);
            named.push((name, unit));
        }
        rest = &tail[end..];
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_in_labels_are_found() {
        let cases = [
            ("2023.12用户规模（万人）", "2023.12用户规模", Some("万人")),
            ("增长率(%)", "增长率", Some("%")),
            ("增长率（％）", "增长率", Some("%")),
            ("比例％", "比例", Some("%")),
            ("页面平均大小(KB)", "页面平均大小", Some("KB")),
            ("数量（单位：个）", "数量", Some("个")),
            ("比例%", "比例", Some("%")),
            ("用户规模（万）", "用户规模", Some("万")),
            ("吞吐量（万TEU）", "吞吐量", Some("万TEU")),
            ("资费（元/人·年）", "资费", Some("元/人·年")),
            ("终端（台/套餐）", "终端（台/套餐）", None),
            ("空（）", "空（）", None),
            ("网页长度（总字节数）", "网页长度（总字节数）", None),
            ("中国内地（大陆）", "中国内地（大陆）", None),
            ("数量", "数量", None),
        ];
        for (label, rest, unit) in cases {
            assert_eq!(split_label(label), (rest, unit), "{label}");
        }
    }

    #[test]
    fn captions_give_units() {
        let cases = [
            ("IPv6地址数（以块/32为单位）", Some("块/32")),
            ("网民规模（单位：万人）", Some("万人")),
            ("网民规模（万人）", Some("万人")),
            ("网民规模（含手机）", None),
            ("网民规模", None),
        ];
        for (title, unit) in cases {
            assert_eq!(of_caption(title), unit, "{title}");
        }
    }
}
