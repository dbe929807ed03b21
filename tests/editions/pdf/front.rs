//! The cover, what follows the 前言, and the 目录.

use super::super::model::{Heading, Item};
use super::flow::{Place, Press, Stretch};
use super::line::{self, Type};

impl Press<'_> {
    pub fn cover(&mut self) {
        let kind = Type::bold(26.0);
        self.y = self.recipe.paper.height * 0.22;
        let title = self.title();
        match title.split_once("发展") {
            Some((upper, lower)) if self.rng.chance(70) => {
                self.line(upper.trim_end(), kind, 40.0, Place::Center);
                self.line(&format!("发展{lower}"), kind, 40.0, Place::Center);
            }
            _ => self.line(&title, Type::bold(18.0), 40.0, Place::Center),
        }
        self.y = self.recipe.paper.height * 0.62;
        let kind = Type::plain(15.0);
        self.line("中国互联网络信息中心", kind, 24.0, Place::Center);
        if self.rng.chance(50) {
            let date = self.date();
            self.line(&date, kind, 24.0, Place::Center);
        }
        self.y += 20.0;
        if self.rng.chance(70) {
            for line in self.edition.english_title() {
                self.line(&line, Type::plain(12.0), 18.0, Place::Center);
            }
        }
        self.enter(Stretch::Front);
    }

    fn date(&mut self) -> String {
        self.style.spaced(&self.edition.published.han())
    }

    /// 前言 and 目录; `pages` are those of the headings.
    pub fn front(&mut self, pages: &[u32]) {
        let edition = self.edition;
        for item in &edition.preface {
            self.item(item);
        }
        self.gap(self.lead());
        let date = self.date();
        for line in ["中国互联网络信息中心", &date] {
            let kind = Type::plain(self.recipe.size);
            self.line(line, kind, self.lead(), Place::Right);
        }
        self.turn();
        self.headings.clear();
        let title = self.rng.pick(&["目录", "目 录"]);
        let kind = Type::bold(self.recipe.size + 6.0);
        self.line(title, kind, 36.0, Place::Center);
        let leader = self.rng.pick(&[".", "…", ". "]);
        for (at, heading) in edition.body.iter().filter_map(listed).enumerate() {
            let page = pages.get(at).copied().unwrap_or(1);
            self.entry(heading, page, leader);
        }
        self.enter(Stretch::Body);
    }

    /// A title, dots up to the right margin, a page.
    fn entry(&mut self, heading: &Heading, page: u32, leader: &str) {
        let (kind, recipe) = (Type::plain(self.recipe.size), self.recipe);
        let text = self.style.heading(heading);
        let page = page.to_string();
        let indent = f64::from(heading.level() - 1) * kind.size * 1.5;
        let lead = kind.size * 1.45;
        self.need(lead);
        let baseline = self.y + lead * 0.75;
        self.set(&text, kind, baseline, Place::Left(indent));
        self.set(&page, kind, baseline, Place::Right);
        let start = indent + line::width(&text, kind, recipe) + 3.0;
        let end = recipe.paper.measure() - line::width(&page, kind, recipe) - 3.0;
        let one = line::width(leader, kind, recipe);
        let count = ((end - start) / one).floor().max(3.0);
        let dots = leader.repeat(count as usize);
        let dots = dots.trim_end();
        let start = end - line::width(dots, kind, recipe);
        self.set(dots, kind, baseline, Place::Left(start));
        self.y += lead;
    }
}

/// The heading that an item is, if the 目录 lists it.
fn listed(item: &Item) -> Option<&Heading> {
    match item {
        Item::Heading(heading) if heading.level() <= 3 => Some(heading),
        _ => None,
    }
}
