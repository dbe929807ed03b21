//! How exact the words around a number say it is.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::{opt, value};
use nom::{IResult, Parser};

/// How exact a printed number says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approximation {
    /// 超, 突破, 逾, 余, 多, 以上
    Over,
    /// 不足
    Under,
    /// 约
    About,
    /// 近
    Nearly,
}

impl Approximation {
    /// As `approximation` writes it.
    pub fn name(self) -> &'static str {
        match self {
            Approximation::Over => "over",
            Approximation::Under => "under",
            Approximation::About => "about",
            Approximation::Nearly => "nearly",
        }
    }
}

/// 以上, 左右 … behind a quantity.
pub(super) fn qualifier(text: &str) -> (&str, Option<Approximation>) {
    if !text.starts_with(['以', '左', '上', '及', '或']) {
        return (text, None);
    }
    let word = alt((
        value(Approximation::Over, (opt(one_of("及或")), tag("以上"))),
        value(Approximation::Under, (opt(one_of("及或")), tag("以下"))),
        value(Approximation::Under, tag("以内")),
        value(Approximation::About, alt((tag("左右"), tag("上下")))),
    ));
    let parsed: IResult<&str, Option<Approximation>> = opt(word).parse(text);
    match parsed {
        // 300 家及以下游企业
        Ok((rest, Some(approximation))) if !rest.starts_with('游') => (rest, Some(approximation)),
        _ => (text, None),
    }
}

/// The qualifying words at the end of what stands before a number, and the
/// text without them: 约, 近, 超过, 突破, 不足 …
pub fn trailing_approximation(text: &str) -> (&str, Option<Approximation>) {
    const WORDS: [(&str, Approximation); 40] = [
        ("不超过", Approximation::Under),
        ("未超过", Approximation::Under),
        ("没有超过", Approximation::Under),
        ("不超", Approximation::Under),
        ("未超", Approximation::Under),
        ("未突破", Approximation::Under),
        ("不高于", Approximation::Under),
        ("不多于", Approximation::Under),
        ("不大于", Approximation::Under),
        ("不低于", Approximation::Over),
        ("不少于", Approximation::Over),
        ("不小于", Approximation::Over),
        ("首超", Approximation::Over),
        ("超过了", Approximation::Over),
        ("突破了", Approximation::Over),
        ("超过", Approximation::Over),
        ("突破", Approximation::Over),
        ("超出", Approximation::Over),
        ("多于", Approximation::Over),
        ("超", Approximation::Over),
        ("逾", Approximation::Over),
        ("迈上", Approximation::Over),
        ("跨上", Approximation::Over),
        ("跨过", Approximation::Over),
        ("越过", Approximation::Over),
        ("迈过", Approximation::Over),
        ("冲破", Approximation::Over),
        ("跌破", Approximation::Under),
        ("未达", Approximation::Under),
        ("不足", Approximation::Under),
        ("不到", Approximation::Under),
        ("少于", Approximation::Under),
        ("大约", Approximation::About),
        ("约为", Approximation::About),
        ("约", Approximation::About),
        ("接近", Approximation::Nearly),
        ("将近", Approximation::Nearly),
        ("逼近", Approximation::Nearly),
        ("近", Approximation::Nearly),
        ("至少", Approximation::Over),
    ];
    // Most words differ in their last byte: no more of them is compared.
    let last = text.as_bytes().last();
    WORDS
        .iter()
        .filter(|(word, _)| word.as_bytes().last() == last)
        .find_map(|(word, approximation)| Some((text.strip_suffix(word)?, Some(*approximation))))
        .or_else(|| {
            // 网民规模站上 11 亿, but not 网站上 3 亿条; 用户数跨越 1 亿, not 跨越 3 个省.
            let counted = ['模', '数', '量', '率', '额', '值'];
            let crossed = text.strip_suffix("跨越");
            let crossed = crossed.filter(|before| before.ends_with(counted));
            let before = crossed.or_else(|| text.strip_suffix("站上"))?;
            let is_over = before.ends_with([
                '模', '数', '量', '率', '额', '值', '民', '户', '次', '功', '已',
            ]);
            is_over.then_some((before, Some(Approximation::Over)))
        })
        .or_else(|| {
            // 成交额破 10 亿元, but not 侦破 3 万起.
            let before = text.strip_suffix('破')?;
            let is_over = !before.ends_with(['侦', '打', '告', '查', '勘']);
            // 首破 80%
            let before = before.strip_suffix('首').unwrap_or(before);
            is_over.then_some((before, Some(Approximation::Over)))
        })
        .unwrap_or((text, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_number_qualify_it() {
        let cases = [
            ("网民规模突破", "网民规模", Some(Approximation::Over)),
            ("成交额破", "成交额", Some(Approximation::Over)),
            ("共侦破", "共侦破", None),
            ("有近", "有", Some(Approximation::Nearly)),
            ("退改签率不超过", "退改签率", Some(Approximation::Under)),
            ("核验率不低于", "核验率", Some(Approximation::Over)),
            ("从未超过", "从", Some(Approximation::Under)),
            ("网民规模达", "网民规模达", None),
        ];
        for (text, rest, approximation) in cases {
            assert_eq!(trailing_approximation(text), (rest, approximation));
        }
    }
}
