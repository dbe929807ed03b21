//! Invented tables.

use super::cells::{Draft, Fill, Plan};
use super::invent::Inventor;
use super::model::Item;
use super::words;

impl Inventor {
    /// Invents a table; its number is the next.
    pub fn table(&mut self, is_appendix: bool) {
        self.tables += 1;
        let draft = match self.rng.count(0..=11) {
            0 => self.overview(),
            1 | 2 => self.applications(),
            3 => self.domains(),
            4 => self.provinces(),
            5 => self.holders(),
            6 => self.blocks(),
            7 => self.shares(),
            8 | 9 => self.grouped(),
            10 => self.pages(),
            _ => self.invented(),
        };
        let notes = match self.rng.count(0..=if is_appendix { 5 } else { 8 }) {
            0..=3 => self.rng.count(1..=4) as u32,
            _ => 0,
        };
        let table = self.filled(draft, is_appendix, notes);
        self.items.push(Item::Table(table));
    }

    fn commas(&mut self) -> Fill {
        Fill::Count {
            is_grouped: self.rng.chance(50),
        }
    }

    /// Rows in need of units: 网页数量对比 and its like.
    fn overview(&mut self) -> Draft {
        let count = self.commas();
        let all = [
            ("IPv4", "个", count),
            ("IPv6", "块/32", count),
            ("IPv6活跃用户数", "亿", Fill::Decimal(2)),
            ("域名", "个", count),
            ("其中：“.CN”域名", "个", count),
            ("互联网宽带接入端口", "亿个", Fill::Decimal(2)),
            ("网页总数", "个", count),
            ("静态网页", "个", count),
            ("占网页总数比例", "%", Fill::Decimal(1)),
            ("动态网页", "个", count),
            ("占网页总数比例", "%", Fill::Decimal(1)),
            ("网页长度（总字节数）", "KB", count),
        ];
        let first = self.rng.count(0..=all.len() - 4);
        let last = self.rng.count(first + 3..=all.len() - 1);
        let rows = &all[first..=last];
        let mut plans = vec![Plan::of(&self.period.han(), None, count).at(self.period)];
        if self.rng.chance(60) {
            let label = format!("比{}", self.before.han());
            plans.push(Plan::of(&label, Some("%"), Fill::Growth(None)));
        }
        let title = self
            .rng
            .pick(&["{D} 互联网基础资源发展状况", "{S}-{D} 网页数量对比"]);
        Draft {
            title: self.fill(title, 0).0,
            stub: Some("分类"),
            labels: rows.iter().map(|row| row.0.to_owned()).collect(),
            units: rows.iter().map(|row| (row.1, row.2)).collect(),
            plans,
            total: None,
        }
    }

    fn applications(&mut self) -> Draft {
        let count = self.commas();
        let mut plans = Vec::new();
        for period in [self.before, self.period] {
            let label = |name| format!("{} {name}", period.dotted());
            plans.push(Plan::of(&label("用户规模"), Some("万人"), count).at(period));
            plans.push(Plan::of(&label("网民使用率"), Some("%"), Fill::Decimal(1)).at(period));
        }
        plans.push(Plan::of("增长率", Some("%"), Fill::Growth(Some([0, 2]))));
        let title = format!(
            "{}-{{D}} 各类互联网应用用户规模和网民使用率",
            self.before.dotted()
        );
        let labels = self.labels(&words::APPLICATIONS);
        self.draft(&title, Some("应用"), labels, plans)
    }

    fn domains(&mut self) -> Draft {
        let count = self.commas();
        let title = self.rng.pick(&["分类域名数", "分类“.CN”域名数"]);
        let labels = self.labels(&words::DOMAINS);
        let mut draft = self.draft(
            title,
            Some("分类"),
            labels,
            vec![Plan::of("数量", Some("个"), count)],
        );
        draft.total = Some("合计");
        draft
    }

    /// Columns headed by nothing but periods.
    fn provinces(&mut self) -> Draft {
        let periods = [self.before, self.period];
        let count = self.commas();
        let plans = periods.map(|period| Plan::of(&period.dotted(), None, count).at(period));
        let title = format!("{}-{{D}} 分省政府网站数量", self.before.dotted());
        let labels = self.labels(&words::PROVINCES);
        let mut draft = self.draft(&title, Some("省份"), labels, plans.into());
        draft.total = Some("合计");
        draft
    }

    /// A column of text.
    fn holders(&mut self) -> Draft {
        let count = self.commas();
        let plans = vec![
            Plan::of("地址量", None, count),
            Plan::of("折合数", None, Fill::Words),
        ];
        let labels = self.labels(&words::HOLDERS);
        self.draft("按分配单位IPv4地址数", Some("单位名称"), labels, plans)
    }

    /// A unit in the caption.
    fn blocks(&mut self) -> Draft {
        let count = self.commas();
        let labels = self.labels(&["中国内地（大陆）", "香港", "澳门", "台湾"]);
        let plans = vec![Plan::of("地址量", None, count)];
        self.draft("IPv6地址数（以块/32为单位）", Some("地区"), labels, plans)
    }

    fn shares(&mut self) -> Draft {
        let (title, stub, pool) = self.rng.pick(&[
            ("分地区IPv4比例", "省份", &words::PROVINCES[..]),
            ("按后缀形式分类的网页情况", "网页后缀形式", &words::SUFFIXES),
            ("{Y}年各年龄段网民占比", "年龄", &words::AGES),
        ]);
        let labels = self.labels(pool);
        let mut draft = self.draft(
            title,
            Some(stub),
            labels,
            vec![Plan::of("比例", None, Fill::Percent)],
        );
        draft.total = self.rng.chance(50).then_some("合计");
        draft
    }

    /// A header of two rows.
    fn grouped(&mut self) -> Draft {
        let count = self.commas();
        let labels = self.labels(&words::PROVINCES);
        if self.rng.chance(50) {
            let groups = ["域名", "其中：“.CN”域名", "其中：“.中国”域名"];
            let plans = groups.map(|group| Plan::of("数量", Some("个"), count).under(group));
            let mut draft = self.draft("分地区域名数", Some("省份"), labels, plans.into());
            draft.total = Some("合计");
            return draft;
        }
        let mut plans = Vec::new();
        for period in [self.before, self.period] {
            let group = if self.rng.chance(50) {
                period.dotted()
            } else {
                period.han()
            };
            let columns = [
                ("用户规模", "万人", count),
                ("使用率", "%", Fill::Decimal(1)),
            ];
            plans.extend(columns.map(|(label, unit, fill)| {
                Plan::of(label, Some(unit), fill).at(period).under(&group)
            }));
        }
        if self.rng.chance(40) {
            plans.push(Plan::of("增长率", Some("%"), Fill::Growth(Some([0, 2]))));
        }
        self.draft("分地区{X}用户规模和使用率", Some("地区"), labels, plans)
    }

    /// An empty first header cell.
    fn pages(&mut self) -> Draft {
        let count = self.commas();
        let (title, plans) = if self.rng.chance(50) {
            let counts =
                ["去重之后网页总数", "静态", "动态"].map(|label| Plan::of(label, None, count));
            let mut plans = Vec::from(counts);
            plans.push(Plan::of("静、动态比例", None, Fill::Decimal(2)));
            ("分地区网页数", plans)
        } else {
            let size = Plan::of("页面平均大小", Some("KB"), Fill::Decimal(2));
            (
                "分地区网页字节数",
                vec![Plan::of("总页面大小", None, count), size],
            )
        };
        let labels = self.labels(&words::PROVINCES);
        let mut draft = self.draft(title, None, labels, plans);
        draft.total = Some("全国");
        draft
    }

    /// A table that no edition has.
    fn invented(&mut self) -> Draft {
        let mut plans = Vec::new();
        let columns = [
            ("企业数量", "家"),
            ("接入带宽", "Gbps"),
            ("业务收入", "亿元"),
            ("从业人员", "万人"),
            ("项目", "个"),
            ("投资规模", "亿元"),
            ("服务器", "万台"),
        ];
        let count = self.rng.count(1..=5);
        for (at, (label, unit)) in self.rng.some(&columns, count).into_iter().enumerate() {
            let fill = match self.rng.count(0..=5) {
                0 => Fill::Percent,
                1 => Fill::Growth(None),
                2 => Fill::Decimal(self.rng.count(1..=3) as u32),
                _ => self.commas(),
            };
            let period = self.period.after(-6 * at as i32);
            let plan = match fill {
                Fill::Percent => Plan::of(&format!("{label}占比"), None, fill),
                Fill::Growth(_) => Plan::of(&format!("{label}增长率"), Some("%"), fill),
                _ if self.rng.chance(40) => {
                    Plan::of(&format!("{} {label}", period.dotted()), Some(unit), fill).at(period)
                }
                _ => Plan::of(label, self.rng.chance(80).then_some(unit), fill),
            };
            plans.push(plan);
        }
        let count = match self.rng.count(0..=3) {
            0 => self.rng.count(50..=90),
            _ => self.rng.count(2..=30),
        };
        let labels = (0..count).map(|_| format!("{}市", self.place())).collect();
        // A header of one cell says nothing without the heading of the labels.
        let stub = match plans.len() {
            1 => Some("城市"),
            _ => self.rng.pick(&[Some("城市"), Some("地市"), None]),
        };
        let title = self.rng.pick(&[
            "{Y}年智能算力节点建设情况",
            "{D} 重点城市数字产业概况",
            "城市数据要素市场情况",
        ]);
        self.draft(title, stub, labels, plans)
    }

    fn draft(
        &mut self,
        title: &str,
        stub: Option<&'static str>,
        labels: Vec<String>,
        plans: Vec<Plan>,
    ) -> Draft {
        Draft {
            title: self.fill(title, 0).0,
            stub,
            labels,
            units: Vec::new(),
            plans,
            total: None,
        }
    }

    fn labels(&mut self, pool: &[&str]) -> Vec<String> {
        let count = self.rng.count(2..=pool.len());
        let count = if self.rng.chance(50) {
            pool.len()
        } else {
            count
        };
        pool[..count]
            .iter()
            .map(|&label| label.to_owned())
            .collect()
    }
}
