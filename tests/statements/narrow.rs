//! What looks like a known form and is none: invented sentences, as edition 56 (of
//! 2025-06) would print them.

use crate::forms::{line, read};

/// Each case: what is printed, and the beginning of one of its facts.
#[test]
fn what_only_looks_like_a_known_form() {
    let cases = [
        (
            "减税政策知晓率提升明显，达3.1个百分点。",
            "减税政策知晓率 | change 3.1 percentage_point",
        ),
        (
            "网络音乐使用率下降明显，达3.1个百分点。",
            "网络音乐使用率 | change -3.1 percentage_point",
        ),
        (
            "2024年某产业增速超过15%，达到25%的目标。",
            "目标 | share 25 percent",
        ),
        (
            "互联网普及率为71.2%，网民满意度为88%，北京为91%。",
            "北京 | share 91 percent",
        ),
        (
            "某笔数达1200亿笔，其中，某支付为500亿笔，均增长4%。",
            "某支付 | growth_rate 4 percent",
        ),
        (
            "网络购物用户规模达8.1亿人，问卷调查结果为83分。",
            "问卷调查结果 | level 83 point",
        ),
        (
            "尚未公布政府网站数量为27个。",
            "尚未公布政府网站数量 | level 27",
        ),
    ];
    for (text, expected) in cases {
        let report = read(text);
        let lines: Vec<String> = report.observations.iter().map(line).collect();
        let is_there = lines.iter().any(|line| line.starts_with(expected));
        assert!(is_there, "{text}: {lines:#?}");
    }
}

#[test]
fn a_number_that_only_seems_to_be_of_all() {
    let report = read("某支付笔数达1200亿笔，其中，甲支付为500亿笔，均增长4%。");
    let lines: Vec<String> = report.observations.iter().map(line).collect();
    assert_eq!(lines.len(), 3, "{lines:#?}");
}
