//! Which observations are meant, and whether there can be such.

use cnnic::catalog;
use cnnic::grammar::period;
use cnnic::period::Period;
use cnnic::report::{Observation, Report};

use super::near::{near, said};
use crate::args::Which;

/// What stands for an absent value.
const NONE: &str = "none";

/// The kinds of items that print observations.
const KINDS: [&str; 4] = ["table", "bullet", "sentence", "figure"];

impl Which {
    /// The options that are given, with their values.
    fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let options = [
            ("--indicator", &self.indicator),
            ("--period", &self.period),
            ("--origin", &self.origin),
        ];
        options
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.as_deref()?)))
    }

    /// The options as they were given: `--indicator domains --period 2024-12`.
    pub fn shown(&self) -> String {
        let given = self.given().map(|(name, value)| format!("{name} {value}"));
        given.collect::<Vec<String>>().join(" ")
    }

    /// That nothing is filtered where nothing can be.
    pub fn expect_none(&self, shown: &str) -> Result<(), String> {
        match self.given().next() {
            Some((name, _)) => Err(format!(
                "{name}: expected the ITEM observations, which alone it chooses from, found {shown}"
            )),
            None => Ok(()),
        }
    }

    /// That each value can be one of a report.
    pub fn expect_known(&self, report: &Report) -> Result<(), String> {
        if let Some(id) = self.indicator.as_deref() {
            expect_indicator(id, report)?;
        }
        if let Some(text) = self.period.as_deref() {
            expect_period(text)?;
        }
        self.origin
            .as_deref()
            .map_or(Ok(()), |origin| expect_origin(origin, report))
    }

    /// Whether an observation is meant.
    pub fn takes(&self, observation: &Observation) -> bool {
        let fits = |wanted: &Option<String>, found: Option<&str>| {
            wanted
                .as_deref()
                .is_none_or(|wanted| found.unwrap_or(NONE) == wanted)
        };
        let origin = &observation.origin;
        let is_item = |wanted: &String| {
            wanted == &origin.kind
                || origin
                    .label
                    .as_deref()
                    .is_some_and(|label| is_same(label, wanted))
                || Some(wanted.as_str()) == origin.statement.as_deref()
        };
        fits(&self.indicator, observation.indicator.as_deref())
            && fits(&self.period, observation.period.as_deref())
            && self.origin.as_ref().is_none_or(is_item)
    }
}

fn is_same(one: &str, other: &str) -> bool {
    let solid = |text: &str| text.replace(' ', "");
    solid(one) == solid(other)
}

fn expect_indicator(id: &str, report: &Report) -> Result<(), String> {
    let mut observations = report.observations.iter();
    let is_known = id == NONE
        || catalog::indicators().get(id).is_some()
        || observations.any(|seen| seen.indicator.as_deref() == Some(id));
    if is_known {
        return Ok(());
    }
    // Whoever gives a name is told its id.
    let named = catalog::indicators().iter().filter(|known| {
        let aliases = known.aliases.iter().map(|alias| &alias.text);
        let mut names = [&known.name_zh, &known.name_en].into_iter().chain(aliases);
        names.any(|name| name.eq_ignore_ascii_case(id))
    });
    let mut meant: Vec<&str> = named.map(|known| known.id).collect();
    if meant.is_empty() {
        meant = near(id, catalog::indicators().iter().map(|known| known.id));
    }
    Err(format!(
        "--indicator: expected the id of an indicator (`cnnic catalog` lists them) or none, found \
         {id}{}",
        said(&meant)
    ))
}

fn expect_period(text: &str) -> Result<(), String> {
    if text == NONE || text.parse::<Period>().is_ok() {
        return Ok(());
    }
    let meant = period::leading(text)
        .filter(|(_, rest)| rest.is_empty())
        .map(|(period, _)| period.to_string());
    Err(format!(
        "--period: expected a form such as 2024-12, 2024, 2024-H1, 2024-Q3, 2024-12-31, \
         2024-01..2024-09, or none, found {text}{}",
        said(&meant.as_deref().into_iter().collect::<Vec<&str>>())
    ))
}

fn expect_origin(origin: &str, report: &Report) -> Result<(), String> {
    let tables = report.tables.iter().map(|table| &table.label);
    let figures = report.figures.iter().map(|figure| &figure.label);
    let labels: Vec<&str> = tables.chain(figures).map(String::as_str).collect();
    let statements = report.statements.iter().map(|known| known.id.as_str());
    let statements: Vec<&str> = statements.collect();
    let is_known = KINDS.contains(&origin)
        || statements.contains(&origin)
        || labels.iter().any(|label| is_same(label, origin));
    if is_known {
        return Ok(());
    }
    let names = KINDS.into_iter().chain(labels).chain(statements);
    Err(format!(
        "--origin: expected {}, a table of the report such as 表5, or a statement such as bullet.3, \
         found {origin}{}",
        KINDS.join(", "),
        said(&near(origin, names))
    ))
}
