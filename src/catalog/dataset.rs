//! The datasets that tables of the report belong to, whatever their numbers.

use serde::Deserialize;

use super::codes::{self, Codes};
use crate::period::Period;

/// The catalog of datasets.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Datasets {
    dataset: Vec<Dataset>,
}

/// What a table holds, in every edition that has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Identity across editions.
    pub id: &'static str,
    /// Chinese name.
    pub name_zh: &'static str,
    /// English name.
    pub name_en: &'static str,
    /// What it holds.
    pub description: &'static str,
    /// Where it usually stands: `body` or `appendix`.
    pub kind: &'static str,
    /// Lists of words; a title has all words of one list.
    pub titles: Vec<Vec<&'static str>>,
    /// Such lists that are enough where the heading of the row labels is one of `stubs`.
    #[serde(default)]
    pub titles_by_stub: Vec<Vec<&'static str>>,
    /// Words that the title does not have.
    #[serde(default)]
    pub not: Vec<&'static str>,
    /// Headings that the row labels may have; `""` is an empty one.
    #[serde(default)]
    pub stubs: Vec<&'static str>,
    /// The dimension of the row labels.
    pub row_dimension: Option<&'static str>,
    /// The editions that are known to have it.
    pub expected: Option<Expected>,
    /// Its columns, in order.
    #[serde(rename = "column")]
    pub columns: Vec<Column>,
    /// Rows that are indicators of their own.
    #[serde(default, rename = "row")]
    pub rows: Vec<Row>,
}

/// The editions that are known to have a dataset.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The first.
    pub from: u32,
    /// The last, where there is one.
    pub until: Option<u32>,
    /// The months of the survey whose editions have it; none when all do.
    #[serde(default)]
    pub months: Vec<u8>,
}

impl Expected {
    /// Whether the edition of a number and period has it.
    pub fn has(&self, edition: u32, period: Option<Period>) -> bool {
        let is_between = self.from <= edition && self.until.is_none_or(|until| edition <= until);
        let month = match period {
            Some(Period::Month(_, month)) => Some(month),
            _ => None,
        };
        let in_month =
            self.months.is_empty() || month.is_some_and(|month| self.months.contains(&month));
        is_between && in_month
    }
}

/// A column of a dataset.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name in the files of the dataset; columns of one name say the same.
    pub id: &'static str,
    /// Words that its label has, all of them.
    pub words: Vec<&'static str>,
    /// Those that it has in other editions instead.
    #[serde(default)]
    pub or: Vec<&'static str>,
    /// Whether an edition may leave it out.
    #[serde(default)]
    pub optional: bool,
    /// What it measures.
    pub indicator: Option<&'static str>,
    /// How: `level`, `growth_rate`, `share`, `ratio`, `change`.
    pub measure: Option<&'static str>,
    /// Printed units that it may have, `""` for none printed; no list where rows
    /// have their own.
    #[serde(default)]
    pub unit: Vec<&'static str>,
    /// Whether the heading names the period of the values.
    #[serde(default)]
    pub has_period: bool,
    /// Whether it does in some editions and in some not.
    #[serde(default)]
    pub may_have_period: bool,
    /// Whether its cells are no numbers by design.
    #[serde(default)]
    pub is_text: bool,
    /// The denominator of a share.
    pub share_of: Option<&'static str>,
    /// Dimensions that hold for the whole column.
    #[serde(default, deserialize_with = "codes::of_catalog")]
    pub dimensions: Codes,
}

/// A row that is an indicator of its own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its label.
    pub label: &'static str,
    /// What it measures.
    pub indicator: Option<&'static str>,
    /// Dimensions of the row.
    #[serde(default, deserialize_with = "codes::of_catalog")]
    pub dimensions: Codes,
    /// How it measures.
    pub measure: Option<&'static str>,
    /// Printed unit.
    pub unit: Option<&'static str>,
    /// The label of the row above, where labels repeat.
    pub after: Option<&'static str>,
}

/// The title and header of a table, cleaned: what a dataset is known by.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'t> {
    /// The title.
    pub title: &'t str,
    /// The heading of the row labels; `""` when it is empty.
    pub stub: &'t str,
    /// The labels of the columns.
    pub columns: &'t [&'t str],
}

impl Datasets {
    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Dataset> {
        self.dataset.iter()
    }

    /// The dataset of a table: the title has its words, and the most of its
    /// columns are there.
    pub fn of(&self, shape: Shape) -> Option<&Dataset> {
        let mut best: Option<(usize, &Dataset)> = None;
        for dataset in &self.dataset {
            if let Some(score) = dataset.score(shape)
                && best.is_none_or(|(most, _)| score > most)
            {
                best = Some((score, dataset));
            }
        }
        best.map(|(_, dataset)| dataset)
    }
}

impl Dataset {
    /// The column of the dataset that a label names: the one that the most
    /// words speak for.
    pub fn column(&self, label: &str) -> Option<&Column> {
        let fits = self.columns.iter().filter(|column| column.fits(label));
        // Of equals the first.
        fits.rev()
            .max_by_key(|column| column.words.iter().map(|word| word.len()).sum::<usize>())
    }

    /// Whether each of its rows is of an indicator of its own.
    pub fn has_indicators_in_rows(&self) -> bool {
        let mut rows = self.rows.iter();
        self.row_dimension.is_none() && rows.any(|row| row.indicator.is_some())
    }

    /// The entry of a row label; of labels that repeat, the one after the label
    /// that stands nearest above.
    pub fn row<'t>(&self, label: &str, above: impl Iterator<Item = &'t str>) -> Option<&Row> {
        // 其中：“.CN”域名, 其中CN域名, 其中.CN域名
        let fold = |text: &str| -> String {
            let is_sign = |c: char| c.is_whitespace() || matches!(c, '“' | '”' | '"' | '：' | ':');
            let text: String = text.chars().filter(|&c| !is_sign(c)).collect();
            let own = text.strip_prefix("其中").unwrap_or(&text);
            own.strip_prefix('.').unwrap_or(own).to_owned()
        };
        let label = fold(label);
        let entries = || self.rows.iter().filter(|row| fold(row.label) == label);
        let depends = entries().any(|row| row.after.is_some());
        for above in above.filter(|_| depends) {
            let above = fold(above);
            let after = entries().find(|row| row.after.is_some_and(|after| fold(after) == above));
            if after.is_some() {
                return after;
            }
        }
        entries().find(|row| row.after.is_none())
    }

    /// How well a table fits; `None` when it does not.
    fn score(&self, shape: Shape) -> Option<usize> {
        if self.not.iter().any(|word| has(shape.title, word)) {
            return None;
        }
        // By whom addresses are held is no region.
        if self.row_dimension == Some("area") && super::wording().holders.has(shape.stub) {
            return None;
        }
        let has_stub = !shape.stub.is_empty() && self.stubs.contains(&shape.stub);
        let by_stub = self.titles_by_stub.iter().filter(|_| has_stub);
        let words = self
            .titles
            .iter()
            .chain(by_stub)
            .filter(|words| words.iter().all(|word| has(shape.title, word)))
            .map(|words| words.iter().map(|word| word.chars().count()).sum::<usize>())
            .max()?;
        let fits = |column: &Column| shape.columns.iter().any(|label| column.fits(label));
        let all = self
            .columns
            .iter()
            .filter(|column| !column.optional)
            .all(fits);
        let stub = self.stubs.is_empty() || self.stubs.contains(&shape.stub);
        // A renamed stub alone makes no other table.
        all.then_some(words * 2 + usize::from(stub))
    }
}

impl Column {
    /// Whether its values may be in a printed unit: 新增网民（万人） is no growth rate.
    pub fn may_be_in(&self, printed: Option<&str>) -> bool {
        let id = |unit: &str| super::units().parse(unit).map(|unit| unit.id);
        let Some(own) = printed.and_then(id) else {
            return true;
        };
        let mut known = self.unit.iter().filter_map(|unit| id(unit)).peekable();
        known.peek().is_none() || known.any(|unit| unit == own)
    }

    fn fits(&self, label: &str) -> bool {
        let all = |words: &[&str]| words.iter().all(|word| has(label, word));
        all(&self.words) || !self.or.is_empty() && all(&self.or)
    }
}

/// Whether a text has a word, in whatever case.
fn has(text: &str, word: &str) -> bool {
    let has_case = || word.contains(|c: char| c.is_lowercase() || c.is_uppercase());
    text.contains(word) || has_case() && text.to_lowercase().contains(&word.to_lowercase())
}
