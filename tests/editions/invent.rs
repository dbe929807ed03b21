//! Invents an edition: numbers, periods, headings, prose, marks, page breaks.

use super::model::{Edition, Footnote, Heading, Inline, Item, Paragraph};
use super::rng::Rng;
use super::tables;

const SUBJECTS: [&str; 10] = [
    "即时通信",
    "网络支付",
    "在线问诊",
    "云端阅读",
    "网络视频",
    "农村物流",
    "数字阅读",
    "远程办公",
    "微短剧",
    "智能驾驶",
];
const HEADS: [&str; 12] = [
    "总体状况",
    "用户结构",
    "IP 地址",
    "域名",
    "发展环境",
    "5G 基站数量",
    "城乡差异",
    "接入设备",
    "服务水平",
    "New gTLD 状况",
    "使用时长",
    "产业分布",
];
const HAN: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// What is counted on while an edition is invented.
pub struct Inventor {
    pub rng: Rng,
    pub period: (i32, u32),
    /// Whether digits have spaces around them in prose.
    spaced: bool,
    pub footnotes: Vec<Footnote>,
    items: Vec<Item>,
    tables: [u32; 2],
    figures: u32,
}

pub fn edition(seed: u64) -> Edition {
    let mut rng = Rng::new(seed);
    let number = rng.within(47, 81) as u32;
    let halves = number - 47 + 1;
    let period = (
        2020 + (halves / 2) as i32,
        if halves % 2 == 1 { 12 } else { 6 },
    );
    let published = match period {
        (year, 12) => (year + 1, 1 + rng.within(0, 3) as u32),
        (year, _) => (year, 7 + rng.within(0, 3) as u32),
    };
    let mut inventor = Inventor {
        spaced: rng.chance(60),
        period,
        footnotes: Vec::new(),
        items: Vec::new(),
        tables: [0, 0],
        figures: 0,
        rng,
    };
    inventor.body();
    Edition {
        number,
        period,
        published,
        has_pages: inventor.rng.chance(70),
        title_on_two_lines: inventor.rng.chance(50),
        items: inventor.items,
        footnotes: inventor.footnotes,
    }
}

impl Inventor {
    fn body(&mut self) {
        self.heading(1, None, "", "前言");
        self.paragraph();
        self.items.push(Item::PageBreak);
        self.heading(1, None, "", "核心数据");
        for _ in 0..self.rng.within(5, 21) {
            let text = self.sentence();
            let form = self.rng.within(0, 4);
            self.items.push(Item::Bullet { text, form });
            if self.rng.chance(8) {
                self.items.push(Item::PageBreak);
            }
        }
        for chapter in 0..self.rng.within(1, 5) {
            self.items.push(Item::PageBreak);
            let number = format!("第{}章", HAN[chapter]);
            let title = format!("{}与应用", self.rng.pick(&SUBJECTS));
            self.heading(1, Some(number.clone()), &format!("{number} "), &title);
            self.chapter();
        }
        self.items.push(Item::PageBreak);
        self.appendices();
    }

    fn chapter(&mut self) {
        self.paragraph();
        for section in 0..self.rng.within(1, 4) {
            let title = self.head(section);
            let gap = *self.rng.pick(&["", " "]);
            self.heading(
                2,
                Some(HAN[section].to_owned()),
                &format!("{}、{gap}", HAN[section]),
                &title,
            );
            self.content();
            if self.rng.chance(50) {
                for part in 0..self.rng.within(1, 4) {
                    let title = self.head(part + 4);
                    let (open, close) = *self.rng.pick(&[("（", "）"), ("(", ") ")]);
                    self.heading(
                        3,
                        Some(format!("（{}）", HAN[part])),
                        &format!("{open}{}{close}", HAN[part]),
                        &title,
                    );
                    self.content();
                }
                if self.rng.chance(40) {
                    for item in 1..self.rng.within(2, 4) {
                        let title = self.head(item + 7);
                        self.heading(4, Some(item.to_string()), &format!("{item}. "), &title);
                        self.content();
                    }
                }
            }
        }
    }

    fn content(&mut self) {
        self.paragraph();
        if self.rng.chance(40) {
            self.figure();
        }
        if self.rng.chance(35) {
            self.table(false);
            self.paragraph();
        }
        if self.rng.chance(20) {
            self.items.push(Item::PageBreak);
        }
    }

    fn appendices(&mut self) {
        self.heading(1, Some("附录一".to_owned()), "附录一 ", "调查方法");
        self.items.push(Item::SubHeading("样本规模".to_owned()));
        self.paragraph();
        self.heading(2, Some("一".to_owned()), "一、", "报告术语界定");
        for term in ["网民", "手机网民", "IP地址"] {
            let definition = format!(
                "指过去半年内使用过互联网的{}周岁及以上居民。",
                self.rng.within(3, 15)
            );
            self.items.push(Item::Term {
                term: term.to_owned(),
                definition,
            });
        }
        self.items.push(Item::PageBreak);
        self.heading(1, Some("附录二".to_owned()), "附录二 ", "基础资源附表");
        for _ in 0..self.rng.within(1, 6) {
            self.table(true);
        }
        self.items.push(Item::PageBreak);
        self.heading(1, Some("附录三".to_owned()), "附录三 ", "调查支持单位");
        let rows = (0..self.rng.within(2, 8))
            .map(|_| [0, 1].map(|_| format!("{}技术服务有限公司", self.rng.pick(&SUBJECTS))))
            .collect();
        self.items.push(Item::List(rows));
    }

    fn head(&mut self, salt: usize) -> String {
        HEADS[(salt * 5 + self.rng.within(0, 5)) % HEADS.len()].to_owned()
    }

    fn heading(&mut self, level: u8, number: Option<String>, printed: &str, title: &str) {
        self.items.push(Item::Heading(Heading {
            level,
            number,
            printed: printed.to_owned(),
            title: title.to_owned(),
        }));
    }

    fn figure(&mut self) {
        self.figures += 1;
        let mut title = Inline::default();
        if self.rng.chance(50) {
            let (year, month) = self.period;
            let period = format!("{}.{month}-{year}.{month} ", year - 4);
            title.push(&period);
        }
        let subject = *self.rng.pick(&SUBJECTS);
        title.push(&format!("{subject}用户规模及使用率"));
        if self.rng.chance(30) {
            self.mark(&mut title);
        }
        self.items.push(Item::Figure {
            number: self.figures,
            title,
        });
    }

    fn table(&mut self, is_appendix: bool) {
        let kind = usize::from(is_appendix);
        self.tables[kind] += 1;
        let number = self.tables[kind];
        let table = tables::invent(self, is_appendix, number);
        self.items.push(Item::Table(table));
    }

    fn paragraph(&mut self) {
        let mut sentences: Vec<Inline> = (0..self.rng.within(1, 5))
            .map(|_| self.sentence())
            .collect();
        if self.rng.chance(40) {
            let plain = "各方共同努力，互联网服务不断完善，用户体验持续提升。";
            let at = self.rng.within(0, sentences.len() + 1);
            sentences.insert(at, Inline::of(plain));
        }
        let mut paragraph = Paragraph {
            sentences,
            cut: None,
        };
        if self.rng.chance(25) {
            paragraph.cut = cut(&paragraph.printed(), &mut self.rng);
        }
        self.items.push(Item::Paragraph(paragraph));
    }

    /// A sentence of the report's formulas.
    fn sentence(&mut self) -> Inline {
        let gap = if self.spaced { " " } else { "" };
        let mut text = Inline::default();
        let (year, month) = self.period;
        let subject = *self.rng.pick(&SUBJECTS);
        let emphasis = if self.rng.chance(15) { "**" } else { "" };
        let number = |text: &mut Inline, value: String, unit: &str| {
            text.push_as(
                &format!("{gap}{value}{gap}{unit}"),
                &format!("{value}{unit}"),
            );
        };
        text.push("截至");
        number(&mut text, year.to_string(), "年");
        number(&mut text, month.to_string(), "月，我国");
        text.push_as(&format!("{emphasis}{subject}"), subject);
        if self.rng.chance(20) {
            self.mark(&mut text);
        }
        text.push("用户规模达");
        let value = self.decimal(1, 12, 2);
        number(&mut text, value, "亿人");
        text.push_as(emphasis, "");
        if self.rng.chance(70) {
            text.push("，较");
            number(&mut text, (year - 1).to_string(), "年");
            number(&mut text, month.to_string(), "月增长");
            let value = self.rng.within(100, 9000).to_string();
            number(&mut text, value, "万人");
        }
        text.push("，占网民整体的");
        let share = format!("{}%", self.decimal(5, 99, 1));
        text.push_as(&format!("{gap}{share}"), &share);
        if self.rng.chance(15) {
            self.mark(&mut text);
        }
        text.push("。");
        text
    }

    pub fn decimal(&mut self, from: usize, to: usize, places: usize) -> String {
        let whole = self.rng.within(from, to);
        let part = self.rng.within(0, 10usize.pow(places as u32));
        format!("{whole}.{part:0places$}")
    }

    /// Sets the mark of a new footnote.
    pub fn mark(&mut self, text: &mut Inline) {
        let number = self.footnotes.len() + 1;
        text.mark(&number.to_string());
        let mut footnote = Inline::default();
        let mut url = None;
        if self.rng.chance(60) {
            let address = format!(
                "https://www.example.cn/{}/art_{number}.html",
                self.rng.within(2020, 2030)
            );
            let printed = if self.rng.chance(50) {
                format!("<{address}>")
            } else {
                address.clone()
            };
            footnote.push(&format!("来源：某部，{printed}，"));
            footnote.push_as("2024 年 5 月 1 日。", "2024年5月1日。");
            url = Some(address);
        } else {
            footnote.push_as(
                "说明：此处数据截至 2024 年 11 月。",
                "说明：此处数据截至2024年11月。",
            );
        }
        self.footnotes.push(Footnote {
            text: footnote,
            url,
        });
    }
}

/// A place in a paragraph between two Chinese characters, with a comma before
/// and behind in its sentence.
fn cut(printed: &str, rng: &mut Rng) -> Option<usize> {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let characters: Vec<(usize, char)> = printed.char_indices().collect();
    let places: Vec<usize> = characters
        .windows(3)
        .filter(|three| {
            three.iter().all(|(_, c)| is_han(*c))
                && three[0].1 != three[1].1
                && three[1].1 != three[2].1
        })
        .map(|three| three[1].0)
        .filter(|&at| printed[..at].contains('，') && printed[at..].contains('，'))
        .filter(|&at| {
            !printed[at..].starts_with("截至") && printed[..at].matches("**").count() % 2 == 0
        })
        .collect();
    (!places.is_empty()).then(|| *rng.pick(&places))
}
