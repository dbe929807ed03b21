//! Units that a caption, or a line above it, gives to columns that print none.

use crate::catalog;
use crate::grammar::{period, unit};

/// What is given, and to which columns.
///
/// Forced by `fixtures/units-of-captions`, `fixtures/units-beside-captions` and
/// `fixtures/units-named-in-captions`.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// 网站数（万个）, 单位：万人、%: to all of them.
    all: Option<String>,
    /// 用户规模（万人）和使用率（%）: what is in which.
    named: Vec<(String, String)>,
}

impl Given {
    /// What a title gives, else what stands above it.
    pub fn new(title: &str, above: Option<String>) -> Given {
        let named = unit::named_in_caption(title);
        // Brackets at the end alone are of all the table.
        match unit::of_caption(title) {
            Some(unit) if named.len() < 2 => Given {
                all: Some(unit.to_owned()),
                named: Vec::new(),
            },
            _ if named.is_empty() => Given {
                all: above,
                named: Vec::new(),
            },
            _ => Given {
                all: None,
                named: named
                    .into_iter()
                    .map(|(name, unit)| (name.to_owned(), unit.to_owned()))
                    .collect(),
            },
        }
    }

    /// The unit of the numbers below a heading, or in a row of a label.
    pub fn to(&self, label: Option<&str>) -> Option<String> {
        if let Some(given) = &self.all {
            return one_of(given, label).filter(|unit| fits(unit, label));
        }
        let words = words(label);
        let mut said = self.named.iter().filter(|(name, _)| are_alike(name, words));
        let said = said.next();
        // 2020.12 below 网民规模（万人）及增长: of what is named first.
        let first = self.named.first().filter(|_| words.is_empty());
        let (_, unit) = said.or(first)?;
        Some(unit.clone()).filter(|unit| fits(unit, label))
    }
}

/// A heading without its period.
fn words(label: Option<&str>) -> &str {
    let label = label.unwrap_or_default();
    let rest = period::of_heading(label).map_or(label, |(_, rest)| rest);
    rest.trim().trim_start_matches('/').trim()
}

/// Whether a name and a heading end in the same word: 2020 年用户规模, 用户规模.
fn are_alike(name: &str, words: &str) -> bool {
    const SHORTEST: usize = 2;
    let same = name.chars().rev().zip(words.chars().rev());
    same.take_while(|(one, other)| one == other).count() >= SHORTEST
}

/// Whether what a heading names can be in a unit: rates in nothing but percent, and counts
/// not in percent.
fn fits(unit: &str, label: Option<&str>) -> bool {
    let headings = &catalog::wording().change;
    let words = words(label);
    let last = words.rsplit(" / ").next().unwrap_or_default();
    let is_percent = catalog::units()
        .parse(unit)
        .is_some_and(|unit| matches!(unit.id, "percent" | "permille" | "percentage_point"));
    match is_percent {
        true => !headings.counted.end(last),
        false => !headings.in_percent.end(last) && !headings.rates.end(last),
    }
}

/// Of 万人，% the one that a column is in: percent for rates and shares, the other else.
fn one_of(given: &str, label: Option<&str>) -> Option<String> {
    let parts: Vec<&str> = given.split(['，', '、']).map(str::trim).collect();
    let others: Vec<&&str> = parts.iter().filter(|part| **part != "%").collect();
    let ([other], 2) = (&others[..], parts.len()) else {
        // 亿元，万人: which column is in which, nobody says.
        return (parts.len() == 1).then(|| given.to_owned());
    };
    let says =
        |words: &[&str]| label.is_some_and(|label| words.iter().any(|word| label.contains(word)));
    if says(&["率", "比例", "占", "比重", "增长", "增幅", "增速", "同比"]) {
        return Some("%".to_owned());
    }
    // 排名 is in neither.
    (!says(&["排名", "位次", "名次"])).then(|| (**other).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_take_what_they_can_be_in() {
        type Columns<'c> = &'c [(&'c str, Option<&'c str>)];
        let cases: [(&str, Columns); 6] = [
            (
                "网民规模（亿人）",
                &[
                    ("规模", Some("亿人")),
                    ("普及率", None),
                    ("2019.6", Some("亿人")),
                ],
            ),
            (
                "分类数量（以万个为单位）",
                &[("数量", Some("万个")), ("占比", None)],
            ),
            (
                "互联网普及率（%）",
                &[
                    ("2020.12", Some("%")),
                    ("城镇", Some("%")),
                    ("网民规模", None),
                ],
            ),
            (
                "用户规模（单位：万人）和使用率（单位：%）",
                &[
                    ("用户规模", Some("万人")),
                    ("2019.6 / 使用率", Some("%")),
                    ("排名", None),
                ],
            ),
            (
                "2020年用户规模（单位：亿人）及使用率",
                &[("用户规模", Some("亿人")), ("使用率", None)],
            ),
            (
                "网民规模（万人）及增长",
                &[("2020.12", Some("万人")), ("占网民比例", None)],
            ),
        ];
        for (title, columns) in cases {
            let given = Given::new(title, None);
            for (label, unit) in columns {
                assert_eq!(given.to(Some(label)).as_deref(), *unit, "{title}: {label}");
            }
        }
    }
}
