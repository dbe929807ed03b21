//! An invented edition in which everything fits, as text.

use std::collections::BTreeMap;

use crate::rng::Rng;
use crate::words;

/// Those of the country's own statistics.
const COUNTED: usize = 31;
const TLDS: [&str; 7] = [".CN", ".COM", ".NET", ".中国", ".INFO", ".ORG", "其他"];
const HOLDERS: [&str; 5] = [
    "中国电信集团有限公司",
    "中国联合网络通信集团有限公司",
    "中国移动通信集团有限公司",
    "中国教育和科研计算机网",
    "其他",
];
const APPLICATIONS: [&str; 6] = [
    "即时通信",
    "网络视频",
    "网络支付",
    "网络购物",
    "搜索引擎",
    "网约车",
];

/// A table before it is set: captions, headings, rows of a label and cells.
pub struct Sheet {
    pub label: String,
    pub title: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// An edition whose numbers fit.
pub struct Edition {
    pub number: u32,
    /// In 万, and what they have grown by in a year.
    pub users: u64,
    pub growth: u64,
    pub sheets: BTreeMap<&'static str, Sheet>,
}

/// Numbers that are multiples of a step and their sum.
fn split(rng: &mut Rng, count: usize, most: u64) -> Vec<u64> {
    (0..count).map(|_| rng.within(1000..=most)).collect()
}

fn with_total(mut values: Vec<u64>) -> Vec<u64> {
    values.push(values.iter().sum());
    values
}

fn grouped(value: u64) -> String {
    let text = value.to_string();
    let mut out = String::new();
    for (at, digit) in text.char_indices() {
        if at > 0 && (text.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A quotient with so many decimals, half away from zero.
fn quotient(one: u64, other: u64, decimals: u32) -> String {
    let factor = 10u128.pow(decimals);
    let value = (2 * u128::from(one) * factor + u128::from(other)) / (2 * u128::from(other));
    format!(
        "{}.{:0width$}",
        value / factor,
        value % factor,
        width = decimals as usize
    )
}

fn blocks(addresses: u64) -> String {
    let terms = [(1 << 24, 'A'), (1 << 16, 'B'), (1 << 8, 'C')];
    let mut rest = addresses;
    let mut text = Vec::new();
    for (size, class) in terms {
        if rest >= size {
            text.push(format!("{}{class}", rest / size));
            rest %= size;
        }
    }
    text.join("+")
}

/// The year that the December edition of a number is of.
fn year(number: u32) -> u32 {
    (number + 3993) / 2
}

pub fn edition(seed: u64) -> Edition {
    let mut rng = Rng::new(seed);
    let number = 41 + 2 * rng.count(3..=15) as u32;
    // Printed in 亿 with two decimals.
    let users = rng.within(900..=1300) * 100;
    let growth = rng.within(500..=3000);
    let year = year(number);
    let (d, b) = (format!("{year}.12"), format!("{}.12", year - 1));
    let mut sheets = BTreeMap::new();
    let mut put = |name, label: String, title: String, head: &[&str], rows| {
        let head = head.iter().map(|&head| head.to_owned()).collect();
        sheets.insert(
            name,
            Sheet {
                label,
                title,
                head,
                rows,
            },
        );
    };
    let labels = |labels: &[&str], total: &str| -> Vec<String> {
        labels
            .iter()
            .chain([&total])
            .map(|&label| label.to_owned())
            .collect()
    };
    let offset = rng.count(1..=20);
    let body = |at: usize| format!("表 {}", offset + at);
    let appendix = |at: usize| format!("附表 {}", offset + at);

    let web = |rng: &mut Rng| -> Vec<[u64; 2]> {
        let mut rows: Vec<[u64; 2]> = (0..COUNTED)
            .map(|_| {
                [
                    rng.within(9_000_000..=90_000_000_000),
                    rng.within(9_000_000..=40_000_000_000),
                ]
            })
            .collect();
        let sum = |at: usize| rows.iter().map(|row| row[at]).sum();
        let total = [sum(0), sum(1)];
        rows.push(total);
        rows
    };
    let pages = web(&mut rng);
    let bytes = with_total(
        (0..COUNTED)
            .map(|at| (pages[at][0] + pages[at][1]) * rng.within(30..=200) + rng.within(0..=9))
            .collect(),
    );
    let country = labels(&words::PROVINCES[..COUNTED], "全国");
    let rows = country.iter().zip(&pages).map(|(label, [s, d])| {
        vec![
            label.clone(),
            (s + d).to_string(),
            s.to_string(),
            d.to_string(),
            quotient(*s, *d, 2),
        ]
    });
    put(
        "pages",
        appendix(4),
        "分地区网页数".into(),
        &["", "去重之后网页总数", "静态", "动态", "静、动态比例"],
        rows.collect(),
    );
    let rows = country
        .iter()
        .zip(&bytes)
        .zip(&pages)
        .map(|((label, bytes), [s, d])| {
            vec![label.clone(), bytes.to_string(), quotient(*bytes, s + d, 2)]
        });
    put(
        "bytes",
        appendix(5),
        "分地区网页字节数".into(),
        &["", "总页面大小", "页面平均大小 (KB)"],
        rows.collect(),
    );

    let cn = with_total(split(&mut rng, COUNTED, 3_000_000));
    let all = with_total(
        (0..COUNTED)
            .map(|at| cn[at] + rng.within(0..=2_000_000))
            .collect(),
    );
    let sums = labels(&words::PROVINCES[..COUNTED], "合计");
    let rows = sums
        .iter()
        .zip(all.iter().zip(&cn))
        .map(|(label, (all, cn))| vec![label.clone(), all.to_string(), cn.to_string()]);
    put(
        "domains",
        appendix(3),
        "分地区域名数".into(),
        &["省份", "域名数量 (个)", "其中：“.CN”域名数量 (个)"],
        rows.collect(),
    );
    // The same totals by top-level domain.
    let rest = all[COUNTED] - cn[COUNTED];
    let mut tlds = vec![cn[COUNTED]];
    tlds.extend((0..5).map(|at| rest / 7 + at));
    tlds.push(all[COUNTED] - tlds.iter().sum::<u64>());
    let rows = labels(&TLDS, "合计").into_iter().zip(with_total(tlds));
    let rows = rows.map(|(label, value)| vec![label, grouped(value)]);
    put(
        "tlds",
        body(1),
        "分类域名数".into(),
        &["分类", "数量 (个)"],
        rows.collect(),
    );

    let before: Vec<u64> = (0..APPLICATIONS.len())
        .map(|_| rng.within(20_000..=80_000))
        .collect();
    let rows = APPLICATIONS.iter().zip(&before).map(|(label, &before)| {
        let after = before + rng.within(1..=9000);
        vec![
            (*label).to_owned(),
            grouped(before),
            quotient(before * 100, users - growth, 1),
            grouped(after),
            quotient(after * 100, users, 1),
            quotient((after - before) * 100, before, 1),
        ]
    });
    let rows = rows.collect();
    let head = [
        "应用".to_owned(),
        format!("{b} 用户规模 (万人)"),
        format!("{b} 网民使用率 (%)"),
        format!("{d} 用户规模 (万人)"),
        format!("{d} 网民使用率 (%)"),
        "增长率 (%)".to_owned(),
    ];
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    put(
        "applications",
        body(2),
        format!("{b}-{d} 各类互联网应用用户规模和网民使用率"),
        &head,
        rows,
    );

    let sites = [(); 2].map(|()| with_total(split(&mut rng, COUNTED, 9000)));
    let rows = sums.iter().enumerate().map(|(at, label)| {
        vec![
            label.clone(),
            sites[0][at].to_string(),
            sites[1][at].to_string(),
        ]
    });
    put(
        "sites",
        body(3),
        format!("{b}-{d} 分省政府网站数量"),
        &["省份", &b, &d],
        rows.collect(),
    );

    let addresses: Vec<u64> = (0..HOLDERS.len())
        .map(|_| rng.within(1000..=900_000) * 256)
        .collect();
    let rows = labels(&HOLDERS, "合计")
        .into_iter()
        .zip(with_total(addresses));
    let rows = rows.map(|(label, value)| vec![label, grouped(value), blocks(value)]);
    put(
        "holders",
        appendix(1),
        "按分配单位IPv4地址数".into(),
        &["单位名称", "地址量", "折合数"],
        rows.collect(),
    );

    let parts = split(&mut rng, COUNTED, 90_000);
    let whole: u64 = parts.iter().sum();
    let rows = words::PROVINCES[..COUNTED]
        .iter()
        .zip(&parts)
        .map(|(label, part)| {
            vec![
                (*label).to_owned(),
                format!("{}%", quotient(part * 100, whole, 2)),
            ]
        });
    let total = vec!["合计".to_owned(), "100.00%".to_owned()];
    put(
        "shares",
        appendix(2),
        "分地区IPv4比例".into(),
        &["省份", "比例"],
        rows.chain([total]).collect(),
    );

    // A table that no catalog knows.
    let cities: Vec<String> = (0..rng.count(3..=20))
        .map(|at| format!("第{at}市"))
        .collect();
    let firms = [(); 2].map(|()| with_total(split(&mut rng, cities.len(), 90_000)));
    let rows = cities
        .iter()
        .map(String::as_str)
        .chain(["合计"])
        .enumerate()
        .map(|(at, label)| {
            let (before, after) = (firms[0][at], firms[1][at]);
            let rate = quotient(before.abs_diff(after) * 100, before, 1);
            let sign = if after < before { "-" } else { "" };
            vec![
                label.to_owned(),
                before.to_string(),
                after.to_string(),
                format!("{sign}{rate}"),
            ]
        });
    let head = [format!("{b} 企业数量 (家)"), format!("{d} 企业数量 (家)")];
    put(
        "firms",
        body(4),
        "重点城市数字产业概况".into(),
        &["城市", &head[0], &head[1], "增长率 (%)"],
        rows.collect(),
    );
    Edition {
        number,
        users,
        growth,
        sheets,
    }
}

pub fn text(edition: &Edition) -> String {
    let number = edition.number;
    let year = year(number);
    let mut text = format!("第 {number} 次中国互联网络发展状况统计报告\n\n核心数据\n\n");
    text += &format!(
        "◇ 截至 {year} 年 12 月，我国网民规模达 {}.{:02} 亿人，较 {} 年 12 月增长 {} 万人。\n\n",
        edition.users / 10_000,
        edition.users / 100 % 100,
        year - 1,
        edition.growth,
    );
    for sheet in edition.sheets.values() {
        text += &format!(
            "{} {}\n\n{}\n",
            sheet.label,
            sheet.title,
            sheet.head.join("\t")
        );
        for row in &sheet.rows {
            text += &(row.join("\t") + "\n");
        }
        text.push('\n');
    }
    text
}
