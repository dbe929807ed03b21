//! `cnnic catalog`

use cnnic::catalog;

use super::{Failure, Outcome, print, show};

/// Lists the datasets.
pub fn run() -> Result<Outcome, Failure> {
    let rows = catalog::datasets().iter().map(|dataset| {
        let titles: Vec<String> = dataset.titles.iter().map(|words| words.join(" ")).collect();
        vec![
            dataset.id.clone(),
            dataset.name_zh.clone(),
            dataset.name_en.clone(),
            titles.join(" | "),
        ]
    });
    let head = ["dataset", "名称", "name", "words of the title"];
    print(&show::grid(&head, rows.collect(), &[]))?;
    Ok(Outcome::Done)
}
