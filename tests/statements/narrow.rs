//! What looks like a known form and is none: invented sentences, as edition 56 (of
//! 2025-06) would print them.

use crate::forms::assert_forms;

#[test]
fn what_only_looks_like_a_known_form() {
    assert_forms(&[
        (
            "网络音乐使用率下降明显，达3.1个百分点。",
            &["网络音乐使用率 | change -3.1 percentage_point | 2025-06 (inferred)"],
        ),
        (
            "互联网普及率为71.2%，网民满意度为88%，北京为91%。",
            &[
                "互联网普及率 | level 71.2 percent | 2025-06 (inferred)",
                "网民满意度 | share 88 percent | 2025-06 (inferred)",
                "北京 | share 91 percent | 2025-06 (inferred)",
            ],
        ),
        (
            "网络购物用户规模达8.1亿人，问卷调查结果为83分。",
            &[
                "网络购物用户规模 | level 810000000 person | 2025-06 (inferred)",
                "问卷调查结果 | level 83 point | -",
            ],
        ),
    ]);
}

/// 均 behind 其中 is of what follows it, not of the whole before.
#[test]
fn a_part_alone_grew() {
    assert_forms(&[(
        "某支付笔数达1200亿笔，其中，甲支付为500亿笔，均增长4%。",
        &[
            "某支付笔数 | level 120000000000 item | -",
            "甲支付 | level 50000000000 item | -",
            "甲支付 | growth_rate 4 percent | -",
        ],
    )]);
}
