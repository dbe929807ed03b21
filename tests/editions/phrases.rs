//! Patterns filled in: sentences, footnotes, names and numbers.

use super::invent::Inventor;
use super::model::{Footnote, Mark, Marked};
use super::words;

impl Inventor {
    /// A new footnote's mark.
    pub fn footnote(&mut self) -> Mark {
        let pattern = self.rng.pick(&words::FOOTNOTES);
        let address = self.address();
        let text = match pattern.split_once("{u}") {
            None => self.fill(pattern, 0).clean(),
            Some((head, tail)) => {
                let head = self.fill(head, 0).clean();
                let tail = self.fill(tail, 0).clean();
                let open = self.rng.chance(50);
                let (open, close) = if open { ("<", ">") } else { ("", "") };
                format!("{head}{open}{address}{close}{tail}")
            }
        };
        let url = pattern.contains("{u}").then_some(address);
        self.footnotes.push(Footnote { text, url });
        Mark::Footnote(self.footnotes.len() as u32)
    }

    fn address(&mut self) -> String {
        let scheme = self.rng.pick(&["https", "http"]);
        let host = self
            .rng
            .pick(&["www.miit.gov.cn", "36kr.com", "news.example.cn"]);
        let path = self
            .rng
            .pick(&["art/2024", "p", "gxsj/tjfx/txy/art/2025", "content_69"]);
        let id = self.rng.within(1_000_000..=u64::MAX);
        let end = self.rng.pick(&["", ".html", ".htm#1", "_c.shtml"]);
        format!("{scheme}://{host}/{path}/art_{id:x}{end}")
    }

    /// Fills a pattern in; a mark stands at `^` in so many cases of a hundred.
    pub fn fill(&mut self, pattern: &str, marks: u64) -> Marked {
        let share = self.rng.within(150..=996);
        let mut text = Marked::default();
        let mut rest = pattern.chars();
        while let Some(c) = rest.next() {
            match c {
                '^' if self.rng.chance(marks) => {
                    let mark = self.footnote();
                    text.push_mark(mark);
                }
                '^' => {}
                '{' => {
                    let name = rest.next().unwrap_or_default();
                    rest.next();
                    text.0 += &self.word(name, share);
                }
                c => text.0.push(c),
            }
        }
        text
    }

    fn word(&mut self, name: char, share: u64) -> String {
        let rng = &mut self.rng;
        match name {
            'P' => self.period.han(),
            'Q' => self.before.han(),
            'D' => self.period.dotted(),
            'S' => self.before.after(-36).dotted(),
            'Y' => self.period.year.to_string(),
            'X' => rng.pick(&words::APPLICATIONS).to_owned(),
            'R' => rng.pick(&words::RESOURCES).to_owned(),
            'O' => rng.pick(&words::PUBLISHERS).to_owned(),
            'g' => rng.pick(&["城乡", "性别", "年龄", "学历"]).to_owned(),
            'A' => decimal(self.netizens * share / 100_000, 2),
            'C' => decimal(share, 1),
            'a' => decimal(rng.within(105..=2999), 2),
            'c' => decimal(rng.within(1..=1000), 1),
            's' => decimal(rng.within(1..=290), 1),
            'B' => rng.within(12..=9999).to_string(),
            'N' => rng.within(100..=99_999).to_string(),
            'M' => {
                let amount = rng.within(100..=99_999_999);
                if rng.chance(50) {
                    grouped(amount)
                } else {
                    amount.to_string()
                }
            }
            'd' => rng.within(1..=28).to_string(),
            'm' => rng.within(1..=12).to_string(),
            'r' => rng.within(1..=9).to_string(),
            'f' => self.figures.max(1).to_string(),
            't' => self.tables.max(1).to_string(),
            'e' => (self.number - 1).to_string(),
            _ => unreachable!("no pattern has {name}"),
        }
    }

    /// The name of a company.
    pub fn name(&mut self) -> String {
        let kind = self
            .rng
            .pick(&["网络科技", "信息技术（北京）", "数字技术", "云计算"]);
        let kin = self.rng.pick(&["有限公司", "股份有限公司", "有限责任公司"]);
        format!("{}{kind}{kin}", self.place())
    }

    /// The name of a place.
    pub fn place(&mut self) -> String {
        let [first, second] = words::PLACES;
        format!("{}{}", self.rng.pick(&first), self.rng.pick(&second))
    }
}

/// `12.30` of 1230 with two decimals.
pub fn decimal(digits: u64, decimals: u32) -> String {
    let unit = 10u64.pow(decimals);
    let width = decimals as usize;
    match decimals {
        0 => digits.to_string(),
        _ => format!("{}.{:0width$}", digits / unit, digits % unit),
    }
}

/// `1,234,567`
pub fn grouped(number: u64) -> String {
    if number < 1000 {
        return number.to_string();
    }
    format!("{},{:03}", grouped(number / 1000), number % 1000)
}
