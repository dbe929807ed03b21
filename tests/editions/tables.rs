//! Invents tables of every header form.

use super::invent::Inventor;
use super::model::{Cell, Column, Inline, Row, Table};

const LABELS: [&str; 12] = [
    "甲类服务",
    "乙省",
    "IPv6 地址",
    "其他",
    "网络音频",
    ".CN",
    "/",
    "New gTLD",
    "“.中国”域名",
    "丁市（县）",
    "全国",
    "html",
];

/// What the cells of a column are.
#[derive(Clone, Copy)]
enum Filling {
    Grouped,
    Plain,
    Decimal,
    Percent,
    Blocks,
}

pub fn invent(inventor: &mut Inventor, is_appendix: bool, number: u32) -> Table {
    let (year, month) = inventor.period;
    let mut title = Inline::default();
    if inventor.rng.chance(40) {
        title.push(&format!("{}.{month}-{year}.{month} ", year - 1));
    }
    title.push(
        *inventor
            .rng
            .pick(&["分类资源状况", "各类服务状况", "按单位分的设施数"]),
    );
    if inventor.rng.chance(25) {
        inventor.mark(&mut title);
    }
    let (mut columns, fillings) = columns(inventor);
    let has_units = columns.iter().all(|column| column.unit.is_none()) && inventor.rng.chance(40);
    let rows = rows(inventor, &fillings, has_units);
    for (at, column) in columns.iter_mut().enumerate() {
        let is_percent = |row: &Row| row.cells[at].text.clean.ends_with('%');
        if column.unit.is_none() && rows.iter().all(is_percent) {
            column.unit = Some("%".to_owned());
        }
    }
    let mut table = Table {
        is_appendix,
        number,
        title,
        stub: if inventor.rng.chance(80) {
            Some("分类".to_owned())
        } else {
            None
        },
        has_units,
        columns,
        notes: Vec::new(),
        source: None,
        cuts: Vec::new(),
        repeats_header: inventor.rng.chance(50),
        rows,
    };
    notes(inventor, &mut table);
    let mut at = inventor.rng.within(2, 35);
    while at < table.rows.len() {
        table.cuts.push(at);
        at += inventor.rng.within(3, 35);
    }
    table
}

fn columns(inventor: &mut Inventor) -> (Vec<Column>, Vec<Filling>) {
    let (year, month) = inventor.period;
    let dotted = [format!("{}.{month}", year - 1), format!("{year}.{month}")];
    let periods = [year - 1, year].map(|year| Some(format!("{year}-{month:02}")));
    let bracket = |inventor: &mut Inventor, unit: &str| {
        let (open, close) = *inventor.rng.pick(&[("（", "）"), ("(", ")"), (" (", ")")]);
        format!("{open}{unit}{close}")
    };
    let mut columns = Vec::new();
    let mut fillings = Vec::new();
    let mut push = |label: Inline,
                    group: Option<&str>,
                    unit: Option<&str>,
                    bracket: String,
                    period: Option<String>,
                    filling| {
        columns.push(Column {
            group: group.map(str::to_owned),
            label,
            unit: unit.map(str::to_owned),
            bracket,
            period,
        });
        fillings.push(filling);
    };
    match inventor.rng.within(0, 5) {
        // 2023.12 用户规模（万人）, 2023.12 使用率（%） …
        0 => {
            for (dotted, period) in dotted.iter().zip(&periods) {
                let label = Inline::of(&format!("{dotted} 用户规模"));
                let unit = bracket(inventor, "万人");
                push(
                    label,
                    None,
                    Some("万人"),
                    unit,
                    period.clone(),
                    Filling::Grouped,
                );
                let label = Inline::of(&format!("{dotted} 使用率"));
                let unit = bracket(inventor, "%");
                push(
                    label,
                    None,
                    Some("%"),
                    unit,
                    period.clone(),
                    Filling::Decimal,
                );
            }
            let unit = bracket(inventor, "%");
            push(
                Inline::of("增长率"),
                None,
                Some("%"),
                unit,
                None,
                Filling::Decimal,
            );
        }
        // Two rows: 用户规模（万人） over 2023.12 and 2024.12, 使用率（%） likewise.
        1 => {
            for (group, unit, filling) in [
                ("用户规模", "万人", Filling::Grouped),
                ("使用率", "%", Filling::Decimal),
            ] {
                let printed = bracket(inventor, unit);
                for (dotted, period) in dotted.iter().zip(&periods) {
                    push(
                        Inline::of(dotted),
                        Some(group),
                        Some(unit),
                        printed.clone(),
                        period.clone(),
                        filling,
                    );
                }
            }
        }
        // 2024 年 12 月, 比 2023 年 12 月（%）.
        2 => {
            let mut label = Inline::default();
            label.push_as(
                &format!("{year} 年 {month} 月"),
                &format!("{year}年{month}月"),
            );
            push(
                label,
                None,
                None,
                String::new(),
                periods[1].clone(),
                Filling::Grouped,
            );
            let mut label = Inline::default();
            label.push_as(
                &format!("比 {} 年 {month} 月", year - 1),
                &format!("比{}年{month}月", year - 1),
            );
            let unit = bracket(inventor, "%");
            push(label, None, Some("%"), unit, None, Filling::Decimal);
        }
        // Shares that carry their own sign.
        3 => push(
            Inline::of("比例"),
            None,
            None,
            String::new(),
            None,
            Filling::Percent,
        ),
        // Addresses and their sum of blocks.
        _ => {
            let mut label = Inline::of("地址量");
            if inventor.rng.chance(30) {
                inventor.mark(&mut label);
            }
            push(label, None, None, String::new(), None, Filling::Plain);
            push(
                Inline::of("折合数"),
                None,
                None,
                String::new(),
                None,
                Filling::Blocks,
            );
        }
    }
    (columns, fillings)
}

fn rows(inventor: &mut Inventor, fillings: &[Filling], has_units: bool) -> Vec<Row> {
    let count = if inventor.rng.chance(20) {
        inventor.rng.within(30, 90)
    } else {
        inventor.rng.within(2, 14)
    };
    (0..count)
        .map(|_| {
            let printed = *inventor.rng.pick(&LABELS);
            let mut label = Inline::default();
            label.push_as(printed, &printed.replace("6 地", "6地"));
            if inventor.rng.chance(5) {
                inventor.mark(&mut label);
            }
            Row {
                label,
                unit: has_units.then(|| (*inventor.rng.pick(&["个", "亿个", "KB"])).to_owned()),
                cells: fillings
                    .iter()
                    .map(|filling| cell(inventor, *filling))
                    .collect(),
            }
        })
        .collect()
}

fn cell(inventor: &mut Inventor, filling: Filling) -> Cell {
    let rng = &mut inventor.rng;
    if rng.chance(3) && !matches!(filling, Filling::Percent | Filling::Blocks) {
        return Cell {
            text: Inline::of("--"),
            value: None,
        };
    }
    let (text, value) = match filling {
        Filling::Grouped => {
            let (upper, lower) = (rng.within(1, 400), rng.within(0, 1000));
            (
                format!("{upper},{lower:03}"),
                Some(format!("{upper}{lower:03}")),
            )
        }
        Filling::Plain => {
            let text = rng.within(1000, 399_364_628_784).to_string();
            (text.clone(), Some(text))
        }
        Filling::Decimal => {
            let sign = if rng.chance(10) { "-" } else { "" };
            let text = format!("{sign}{}", inventor.decimal(1, 99, 1));
            (text.clone(), Some(text))
        }
        Filling::Percent => {
            let value = inventor.decimal(0, 100, 2);
            (format!("{value}%"), Some(value))
        }
        Filling::Blocks => (
            format!(
                "{}A+{}B+{}C",
                rng.within(1, 20),
                rng.within(1, 255),
                rng.within(1, 255)
            ),
            None,
        ),
    };
    let mut text = Inline::of(&text);
    if matches!(filling, Filling::Plain | Filling::Grouped) && inventor.rng.chance(4) {
        inventor.mark(&mut text);
    }
    Cell { text, value }
}

fn notes(inventor: &mut Inventor, table: &mut Table) {
    match inventor.rng.within(0, 4) {
        0 => {
            let count = inventor.rng.within(1, 4).min(table.rows.len());
            for number in 1..=count {
                let marker = format!("注{number}");
                let cells = &mut table.rows[number - 1].cells;
                cells[0].text.mark(&marker);
                table
                    .notes
                    .push((Some(marker), format!("该项由第{number}组单位提供；")));
            }
        }
        1 => table.notes.push((None, "数据经过去重。".to_owned())),
        _ => {}
    }
    if inventor.rng.chance(50) {
        table.source = Some(
            (*inventor
                .rng
                .pick(&["百度", "APNIC、CNNIC", "开普云（北京）有限公司"]))
            .to_owned(),
        );
    }
}
