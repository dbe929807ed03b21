//! Marks and cells of invented tables.

use super::invent::Inventor;
use super::model::{Cell, Column, Mark, Marked, Month, Note, Row, Table};
use super::phrases::{decimal, grouped};
use super::words;

/// What the cells of a column are.
#[derive(Clone, Copy)]
pub enum Fill {
    /// Whole numbers, with or without thousands separators.
    Count {
        is_grouped: bool,
    },
    Decimal(u32),
    /// `-1.3` or `--`; of two columns, if those are named.
    Growth(Option<[usize; 2]>),
    /// `25.19%`
    Percent,
    /// `20A+116B+62C`
    Words,
}

/// A column before it has cells.
pub struct Plan {
    pub group: Option<String>,
    pub label: String,
    pub bracket: Option<&'static str>,
    pub period: Option<Month>,
    pub fill: Fill,
}

/// A table before it has marks and cells.
pub struct Draft {
    pub title: String,
    pub stub: Option<&'static str>,
    /// Row labels; with a unit column, each with its unit and its fill.
    pub labels: Vec<String>,
    pub units: Vec<(&'static str, Fill)>,
    pub plans: Vec<Plan>,
    /// The label of the last row, if that is the sum of the others.
    pub total: Option<&'static str>,
}

impl Plan {
    pub fn of(label: &str, bracket: Option<&'static str>, fill: Fill) -> Plan {
        Plan {
            group: None,
            label: label.to_owned(),
            bracket,
            period: None,
            fill,
        }
    }

    pub fn at(self, period: Month) -> Plan {
        Plan {
            period: Some(period),
            ..self
        }
    }

    pub fn under(self, group: &str) -> Plan {
        Plan {
            group: Some(group.to_owned()),
            ..self
        }
    }
}

impl Inventor {
    /// Fills a draft in, with so many numbered notes.
    pub fn filled(&mut self, draft: Draft, is_appendix: bool, notes: u32) -> Table {
        let title = self.title(&draft.title, notes);
        let in_caption = draft.title.contains("块/32").then_some("块/32");
        let columns: Vec<Column> = draft
            .plans
            .iter()
            .map(|plan| self.column(plan, in_caption, notes))
            .collect();
        let largest: Vec<u64> = (columns.iter())
            .map(|column| match column.bracket.as_deref() {
                Some("万人") => self.netizens,
                _ => 10u64.pow(self.rng.count(2..=13) as u32),
            })
            .collect();
        let mut sums = vec![0; columns.len()];
        let mut rows = Vec::new();
        for (at, label) in draft.labels.iter().enumerate() {
            let label = self.marked(label, 4, notes);
            let is_last = at + 1 == draft.labels.len();
            let unit = draft.units.get(at);
            let mut numbers: Vec<Option<u64>> = Vec::new();
            let mut cells = Vec::new();
            for (column, plan) in draft.plans.iter().enumerate() {
                // In a unit column's table each row has cells of its own.
                let fill = match (unit, plan.fill) {
                    (Some((_, fill)), Fill::Count { .. }) => *fill,
                    (_, fill) => fill,
                };
                let unit = unit.map_or(plan.bracket, |(unit, _)| Some(*unit));
                let number = match fill {
                    Fill::Percent if draft.total.is_some() && is_last => 10_000 - sums[column],
                    Fill::Percent => self.rng.within(0..=(9999 - sums[column]) / 3),
                    _ if self.rng.chance(2) => 0,
                    Fill::Decimal(_) if unit == Some("%") => self.rng.within(1..=1000),
                    Fill::Decimal(_) => self.rng.within(1..=largest[column].min(99_999)),
                    Fill::Growth(Some([before, after])) => {
                        numbers.push(None);
                        cells.push(growth(numbers[before], numbers[after]));
                        continue;
                    }
                    _ => self.rng.within(1..=largest[column]),
                };
                let is_missing = number == 0 && !matches!(fill, Fill::Percent);
                let mut cell = if is_missing {
                    missing()
                } else {
                    self.cell(fill, number)
                };
                if cell.value.is_some() {
                    cell.text = self.marked(&cell.text.0, 3, notes);
                }
                sums[column] += number;
                numbers.push((!is_missing).then_some(number));
                cells.push(cell);
            }
            let unit = unit.map(|(unit, _)| (*unit).to_owned());
            rows.push(Row { label, unit, cells });
        }
        if let Some(label) = draft.total {
            let sums = draft.plans.iter().zip(sums);
            let cells = sums.map(|(plan, sum)| self.total(plan.fill, sum)).collect();
            let label = Marked::new(label);
            rows.push(Row {
                label,
                unit: None,
                cells,
            });
        }
        let has_source = self.rng.chance(if is_appendix { 80 } else { 30 });
        Table {
            is_appendix,
            number: self.tables,
            title,
            stub: draft.stub.map(str::to_owned),
            has_unit_column: !draft.units.is_empty(),
            columns,
            rows,
            notes: self.notes(notes),
            source: has_source.then(|| self.rng.pick(&words::SOURCES).to_owned()),
            repeats_header: self.rng.chance(50),
        }
    }

    /// A text with a mark in so many cases of a hundred.
    fn marked(&mut self, text: &str, percent: u64, notes: u32) -> Marked {
        let mut marked = Marked::new(text);
        if self.rng.chance(percent) {
            let mark = self.footnote();
            marked.push_mark(mark);
        } else if notes > 0 && self.rng.chance(3 * percent) {
            marked.push_mark(Mark::Note(self.rng.count(1..=notes as usize) as u32));
        }
        marked
    }

    /// A mark may stand within the brackets that name the unit.
    fn title(&mut self, title: &str, notes: u32) -> Marked {
        match title.split_once("为单位") {
            Some((head, tail)) => {
                let mut head = self.marked(head, 8, notes);
                head.0 += "为单位";
                head.0 += tail;
                head
            }
            None => self.marked(title, 8, notes),
        }
    }

    fn column(&mut self, plan: &Plan, in_caption: Option<&str>, notes: u32) -> Column {
        let bracket = plan.bracket.map(str::to_owned);
        let unit = match plan.fill {
            Fill::Percent => Some("%".to_owned()),
            Fill::Words => None,
            _ => bracket.clone().or(in_caption.map(str::to_owned)),
        };
        Column {
            group: plan.group.clone(),
            label: self.marked(&plan.label, 5, notes),
            bracket,
            unit,
            period: plan.period,
        }
    }

    fn cell(&mut self, fill: Fill, number: u64) -> Cell {
        match fill {
            Fill::Count { is_grouped: true } => valued(grouped(number), number.to_string()),
            Fill::Count { is_grouped: false } => valued(number.to_string(), number.to_string()),
            Fill::Decimal(decimals) => {
                let text = decimal(number, decimals);
                valued(text.clone(), text)
            }
            Fill::Growth(_) => {
                let sign = self.rng.pick(&["", "", "-"]);
                let text = format!("{sign}{}", decimal(number % 999 + 1, 1));
                valued(text.clone(), text)
            }
            Fill::Percent => {
                let text = decimal(number, 2);
                valued(format!("{text}%"), text)
            }
            Fill::Words => {
                let [a, b, c] = [(); 3].map(|()| self.rng.within(1..=255));
                let text = match self.rng.count(0..=2) {
                    0 => format!("{a}A+{b}B+{c}C"),
                    1 => format!("{b}B+{c}C"),
                    _ => format!("{a}A"),
                };
                Cell {
                    text: Marked::new(text),
                    value: None,
                }
            }
        }
    }

    fn total(&mut self, fill: Fill, sum: u64) -> Cell {
        match fill {
            Fill::Count { .. } => self.cell(fill, sum),
            Fill::Percent => valued("100.00%".to_owned(), "100.00".to_owned()),
            _ => missing(),
        }
    }

    /// Numbered notes, or one without a number.
    fn notes(&mut self, count: u32) -> Vec<Note> {
        let numbers: Vec<Option<u32>> = match count {
            0 if self.rng.chance(20) => vec![None],
            _ => (1..=count).map(Some).collect(),
        };
        let last = numbers.len();
        let mut notes = Vec::new();
        for (at, number) in (1..).zip(numbers) {
            let pattern = self.rng.pick(&words::NOTES);
            let mut text = self.fill(pattern, 0).0;
            text.push(if at == last { '。' } else { '；' });
            notes.push(Note { number, text });
        }
        notes
    }
}

fn valued(text: String, value: String) -> Cell {
    Cell {
        text: Marked::new(text),
        value: Some(value),
    }
}

fn missing() -> Cell {
    Cell {
        text: Marked::new("--"),
        value: None,
    }
}

/// By how many percent a number has grown; `--` without one of them.
fn growth(before: Option<u64>, after: Option<u64>) -> Cell {
    let (Some(before), Some(after)) = (before, after) else {
        return missing();
    };
    let tenths = (before.abs_diff(after) * 2000 + before) / (2 * before);
    let sign = if after < before && tenths > 0 {
        "-"
    } else {
        ""
    };
    let text = format!("{sign}{}", decimal(tenths, 1));
    valued(text.clone(), text)
}
