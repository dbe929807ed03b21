//! From a seed to an edition.

use super::model::{Edition, Footnote, Form, Heading, Item, Marked, Month};
use super::rng::Rng;
use super::words;

/// Invents the edition of a seed; the same seed gives the same edition.
pub fn edition(seed: u64) -> Edition {
    let mut rng = Rng::new(seed);
    let number = rng.count(40..=80) as u32;
    let period = Month::of_edition(number);
    let mut inventor = Inventor {
        number,
        period,
        before: period.after(if rng.chance(70) { -12 } else { -6 }),
        netizens: rng.within(60_000..=130_000),
        rng,
        footnotes: Vec::new(),
        tables: 0,
        figures: 0,
        items: Vec::new(),
    };
    inventor.preface();
    let preface = std::mem::take(&mut inventor.items);
    inventor.body();
    Edition {
        seed,
        number,
        period,
        published: period.after(inventor.rng.count(1..=3) as i32),
        has_pages: inventor.rng.chance(65),
        preface,
        body: inventor.items,
        footnotes: inventor.footnotes,
    }
}

/// What is known of the edition so far.
pub struct Inventor {
    pub rng: Rng,
    pub number: u32,
    pub period: Month,
    /// The period that values are compared with.
    pub before: Month,
    /// In 万.
    pub netizens: u64,
    pub footnotes: Vec<Footnote>,
    pub tables: u32,
    pub figures: u32,
    pub items: Vec<Item>,
}

impl Inventor {
    pub fn heading(&mut self, form: Form, number: u32, title: &str) {
        let title = title.to_owned();
        self.items.push(Item::Heading(Heading {
            form,
            number,
            title,
        }));
    }

    fn preface(&mut self) {
        self.heading(Form::Plain, 0, "前言");
        for pattern in words::PREFACE {
            let sentence = self.fill(pattern, 0);
            match self.items.last_mut() {
                Some(Item::Paragraph(sentences)) if self.rng.chance(40) => sentences.push(sentence),
                _ => self.items.push(Item::Paragraph(vec![sentence])),
            }
        }
    }

    fn body(&mut self) {
        self.heading(Form::Plain, 0, "核心数据");
        for _ in 0..self.rng.count(5..=20) {
            self.bullet();
        }
        if self.rng.chance(40) {
            self.heading(Form::Plain, 0, "中国互联网三十周年回顾与展望");
            self.paragraphs(2..=4);
        }
        let count = self.rng.count(2..=4);
        let titles = self.rng.some(&words::CHAPTERS, count);
        for (number, title) in (1..).zip(titles) {
            self.heading(Form::Chapter, number, title);
            self.paragraphs(1..=2);
            self.sections();
        }
        self.method();
        self.heading(Form::Appendix, 2, "互联网基础资源附表");
        self.tables = 0;
        for _ in 0..self.rng.count(3..=9) {
            self.table(true);
        }
        self.heading(Form::Appendix, 3, "调查支持单位");
        self.items.push(Item::Paragraph(vec![Marked::new(
            "以下单位对本次报告的数据给予了大力支持，在此表示衷心的感谢！（排序不分先后）",
        )]));
        let count = self.rng.count(2..=30);
        let names = (0..count).map(|_| [self.name(), self.name()]).collect();
        self.items.push(Item::Organisations(names));
        self.items.push(Item::Paragraph(vec![Marked::new(
            "报告在编写和修订过程中还得到了其他单位的大力支持，在此不一一列举，我们一并表示感谢！",
        )]));
    }

    fn bullet(&mut self) {
        let pattern = words::SENTENCES[self.rng.pick(&[0, 0, 0, 1])];
        let mut bullet = self.fill(pattern, 6);
        if self.rng.chance(25) {
            bullet.0 += &self.fill(words::SENTENCES[2], 6).0;
        }
        self.items.push(Item::Bullet(bullet));
    }

    fn paragraphs(&mut self, count: std::ops::RangeInclusive<usize>) {
        for _ in 0..self.rng.count(count) {
            let sentences = (0..self.rng.count(1..=4))
                .map(|_| self.sentence())
                .collect();
            self.items.push(Item::Paragraph(sentences));
        }
    }

    fn sentence(&mut self) -> Marked {
        if self.rng.chance(25) {
            return Marked::new(self.rng.pick(&words::REMARKS));
        }
        let pattern = self.rng.pick(&words::SENTENCES);
        let marks = self.rng.pick(&[0, 10, 40]);
        self.fill(pattern, marks)
    }

    fn sections(&mut self) {
        let count = self.rng.count(1..=3);
        let titles = self.rng.some(&words::SECTIONS, count);
        for (number, title) in (1..).zip(titles) {
            self.heading(Form::Section, number, title);
            self.contents();
            if self.rng.chance(50) {
                self.subsections();
            }
        }
    }

    fn subsections(&mut self) {
        let count = self.rng.count(2..=3);
        let titles = self.rng.some(&words::SUBSECTIONS, count);
        for (number, title) in (1..).zip(titles) {
            self.heading(Form::Subsection, number, title);
            self.contents();
            if self.rng.chance(20) {
                let titles = self.rng.some(&words::ITEMS, 2);
                for (number, title) in (1..).zip(titles) {
                    self.heading(Form::Item, number, title);
                    self.paragraphs(1..=1);
                }
            }
        }
    }

    /// Paragraphs with figures and tables.
    fn contents(&mut self) {
        self.paragraphs(1..=3);
        if self.rng.chance(55) {
            self.figure();
        }
        if self.rng.chance(40) {
            self.table(false);
        }
        if self.rng.chance(50) {
            self.paragraphs(1..=2);
        }
    }

    fn figure(&mut self) {
        self.figures += 1;
        let pattern = self.rng.pick(&words::FIGURES);
        let mut title = self.fill(pattern, 0);
        if self.rng.chance(25) {
            let mark = self.footnote();
            title.push_mark(mark);
        }
        let number = self.figures;
        self.items.push(Item::Figure { number, title });
    }

    fn method(&mut self) {
        self.heading(Form::Appendix, 1, "调查方法");
        self.heading(Form::Section, 1, "调查方法");
        for (part, title) in (1..).zip(["电话调查", "统计数据上报"]) {
            self.heading(Form::Subsection, part, title);
            let count = self.rng.count(1..=4);
            let titles = self.rng.some(&words::ITEMS, count);
            for (number, title) in (1..).zip(titles) {
                self.heading(Form::SubItem(part), number, title);
                if self.rng.chance(30) {
                    let words = self.rng.pick(&words::SUBHEADINGS);
                    self.items.push(Item::SubHeading(words.to_owned()));
                }
                let pattern = self.rng.pick(&words::METHOD);
                let sentence = self.fill(pattern, 0);
                self.items.push(Item::Paragraph(vec![sentence]));
            }
        }
        self.heading(Form::Section, 2, "报告术语界定");
        let count = self.rng.count(2..=8);
        for (term, definition) in self.rng.some(&words::TERMS, count) {
            let (term, definition) = (term.to_owned(), definition.to_owned());
            self.items.push(Item::Term { term, definition });
        }
    }
}
