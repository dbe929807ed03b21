//! `cnnic catalog`

use std::path::Path;

use cnnic::Options;
use cnnic::catalog::{self, Alias};

use super::grid::grid;
use super::{Failure, Outcome, facts, open, print};

/// Lists datasets, indicators, dimensions and regions, with their other names;
/// or what a report has that they do not.
pub fn run(missing: Option<&Path>) -> Result<Outcome, Failure> {
    if let Some(input) = missing {
        let report = cnnic::read(&open(input)?, &Options::default())?;
        print(&facts::missing(&report))?;
        return Ok(Outcome::Done);
    }
    print(&[datasets(), indicators(), dimensions(), regions()].join("\n"))?;
    Ok(Outcome::Done)
}

fn datasets() -> String {
    let rows = catalog::datasets().iter().map(|dataset| {
        let titles: Vec<String> = dataset.titles.iter().map(|words| words.join(" ")).collect();
        vec![
            dataset.id.to_owned(),
            dataset.name_zh.to_owned(),
            dataset.name_en.to_owned(),
            titles.join(" | "),
        ]
    });
    grid(
        &["dataset", "名称", "name", "words of the title"],
        rows.collect(),
        &[],
    )
}

fn indicators() -> String {
    let rows = catalog::indicators().iter().map(|indicator| {
        vec![
            indicator.id.to_owned(),
            indicator.name_zh.to_owned(),
            indicator.name_en.to_owned(),
            indicator.unit.to_owned(),
            aliases(&indicator.aliases),
        ]
    });
    grid(
        &["indicator", "名称", "name", "unit", "other names"],
        rows.collect(),
        &[],
    )
}

fn dimensions() -> String {
    let rows = catalog::dimensions().iter().flat_map(|dimension| {
        dimension.codes.iter().map(|code| {
            vec![
                dimension.id.to_owned(),
                code.id.to_owned(),
                code.name_zh.to_owned(),
                code.name_en.to_owned(),
                aliases(&code.aliases),
            ]
        })
    });
    grid(
        &["dimension", "code", "名称", "name", "other names"],
        rows.collect(),
        &[],
    )
}

fn regions() -> String {
    let rows = catalog::regions().iter().map(|region| {
        vec![
            "area".to_owned(),
            region.code.to_owned(),
            region.name_zh.to_owned(),
            region.name_en.to_owned(),
            region.aliases.join(", "),
        ]
    });
    grid(
        &["dimension", "code", "名称", "name", "other names"],
        rows.collect(),
        &[],
    )
}

/// `网上支付 (40, 41), 移动支付`
fn aliases(aliases: &[Alias]) -> String {
    let names: Vec<String> = aliases
        .iter()
        .map(|alias| {
            let editions: Vec<String> = alias.editions.iter().map(u32::to_string).collect();
            if editions.is_empty() {
                alias.text.to_owned()
            } else {
                format!("{} ({})", alias.text, editions.join(", "))
            }
        })
        .collect();
    names.join(", ")
}
