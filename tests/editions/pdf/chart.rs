//! Figures: charts of bars, lines and pies, all of whose text is their own.

use super::super::model::Marked;
use super::super::phrases::{decimal, grouped};
use super::super::words;
use super::flow::Press;
use super::line::{self, Type};
use super::sheet::{Area, BLACK, Ink};

const BLUE: [u8; 3] = [68, 114, 196];
const ORANGE: [u8; 3] = [237, 125, 49];
const GREY: [u8; 3] = [217, 217, 217];
const COLOURS: [[u8; 3]; 4] = [BLUE, ORANGE, [165, 165, 165], [255, 192, 0]];

/// The plot of a chart: a box, and what its bars stand for.
struct Plot {
    area: Area,
    labels: Vec<String>,
    values: Vec<String>,
    /// Of the height or width of the plot.
    parts: Vec<f64>,
}

impl Press<'_> {
    /// A chart and the caption under it.
    pub fn figure(&mut self, number: u32, title: &Marked) {
        let gap = self.style.rng.pick(&["", " "]);
        let title = self.style.cell(&title.0);
        let caption = format!("图{gap}{number} {title}");
        let height = self.rng.pick(&[130.0, 160.0, 190.0]);
        self.gap(self.lead() * 0.5);
        if self.room_with([caption.as_str()].into_iter()) < height + 30.0 {
            self.turn();
        }
        let paper = self.recipe.paper;
        let inset = 24.0;
        let x = [paper.left + inset, paper.width - paper.right - inset];
        let area = Area::new(x, [self.y, self.y + height]);
        match self.rng.count(0..=3) {
            0 => self.bars(area, true),
            1 => self.bars(area, false),
            2 => self.lying_bars(area),
            _ => self.pie(area),
        }
        self.y += height + 4.0;
        self.caption(&caption);
        self.gap(self.lead() * 0.5);
    }

    fn label(&mut self, text: &str, x: f64, y: f64, align: f64) {
        let kind = Type::plain(8.0);
        let left = x - line::width(text, kind, self.recipe) * align;
        self.set_at(text, kind, left, y);
    }

    fn plot(&mut self, area: Area, names: &[&str], count: usize) -> Plot {
        let top = self.rng.within(100..=99_999);
        let is_percent = self.rng.chance(30);
        let mut plot = Plot {
            area,
            labels: Vec::new(),
            values: Vec::new(),
            parts: Vec::new(),
        };
        for at in 0..count {
            let part = self.rng.within(20..=95);
            let value = top * part / 100;
            plot.parts.push(part as f64 / 100.0);
            plot.values.push(if is_percent {
                format!("{}%", decimal(part * 10 + value % 10, 1))
            } else {
                grouped(value)
            });
            plot.labels.push(match names.get(at) {
                Some(name) => (*name).to_owned(),
                None => {
                    let period = self.edition.period.after(-6 * (count - at) as i32 + 6);
                    period.dotted()
                }
            });
        }
        plot
    }

    /// Upright bars, or points on a line, over an axis.
    fn bars(&mut self, area: Area, has_bars: bool) {
        let count = self.rng.count(4..=7);
        let inner = Area::new([area.x0 + 40.0, area.x1], [area.y0 + 20.0, area.y1 - 34.0]);
        let names: Vec<&str> = if self.rng.chance(60) {
            Vec::new()
        } else {
            words::AGES[..count].to_vec()
        };
        let plot = self.plot(inner, &names, count);
        self.label("单位：万人", area.x0 + 4.0, area.y0 + 8.0, 0.0);
        self.scale(&plot);
        let inner = plot.area;
        let step = (inner.x1 - inner.x0) / count as f64;
        let mut points = Vec::new();
        for (at, part) in plot.parts.iter().enumerate() {
            let middle = inner.x0 + step * (at as f64 + 0.5);
            let top = inner.y1 - (inner.y1 - inner.y0) * part;
            if has_bars {
                let half = step * 0.25;
                let ink = Ink::fill([middle - half, middle + half], [top, inner.y1], BLUE);
                self.sheet.ink.push(ink);
            }
            points.push([middle, top]);
            self.label(&plot.values[at], middle, top - 3.0, 0.5);
            self.label(&plot.labels[at], middle, inner.y1 + 11.0, 0.5);
        }
        if !has_bars {
            self.sheet.ink.push(Ink::Line {
                points,
                width: 1.5,
                colour: ORANGE,
            });
        }
        let names = if has_bars {
            ["用户规模", "使用率"]
        } else {
            ["使用率", "增长率"]
        };
        self.legend(&names, (inner.x0 + inner.x1) / 2.0, area.y1 - 6.0);
    }

    /// Lines across the plot with their values at the left.
    fn scale(&mut self, plot: &Plot) {
        let area = plot.area;
        let count = self.rng.count(3..=6);
        let has_lines = self.rng.chance(70);
        for at in 0..=count {
            let y = area.y1 - (area.y1 - area.y0) * at as f64 / count as f64;
            if has_lines || at == 0 {
                self.sheet.ink.push(Ink::Line {
                    points: vec![[area.x0, y], [area.x1, y]],
                    width: 0.5,
                    colour: GREY,
                });
            }
            self.label(&grouped(at as u64 * 5000), area.x0 - 5.0, y + 3.0, 1.0);
        }
        if self.rng.chance(50) {
            let ink = Ink::rule([area.x0, area.y0], [area.x0, area.y1], 0.5);
            self.sheet.ink.push(ink);
        }
    }

    fn legend(&mut self, names: &[&str], middle: f64, y: f64) {
        let step = 70.0;
        let mut x = middle - step * names.len() as f64 / 2.0;
        for (name, colour) in names.iter().zip(COLOURS) {
            let ink = Ink::fill([x, x + 7.0], [y - 7.0, y], colour);
            self.sheet.ink.push(ink);
            self.label(name, x + 10.0, y, 0.0);
            x += step;
        }
    }

    /// Bars that lie, their names at the left.
    fn lying_bars(&mut self, area: Area) {
        let count = self.rng.count(4..=8);
        let names = self.rng.some(&words::APPLICATIONS, count);
        let inner = Area::new([area.x0 + 80.0, area.x1 - 40.0], [area.y0, area.y1 - 8.0]);
        let plot = self.plot(inner, &names, count);
        let step = (inner.y1 - inner.y0) / count as f64;
        for (at, part) in plot.parts.iter().enumerate() {
            let y = inner.y0 + step * (at as f64 + 0.5);
            let right = inner.x0 + (inner.x1 - inner.x0) * part;
            let half = step * 0.3;
            let ink = Ink::fill([inner.x0, right], [y - half, y + half], BLUE);
            self.sheet.ink.push(ink);
            self.label(&plot.labels[at], inner.x0 - 5.0, y + 3.0, 1.0);
            self.label(&plot.values[at], right + 4.0, y + 3.0, 0.0);
        }
        let ink = Ink::rule([inner.x0, inner.y0], [inner.x0, inner.y1], 0.5);
        self.sheet.ink.push(ink);
    }

    fn pie(&mut self, area: Area) {
        let middle = [(area.x0 + area.x1) / 2.0, (area.y0 + area.y1) / 2.0];
        let radius = (area.y1 - area.y0) * 0.3;
        let share = self.rng.within(300..=700);
        let turn = std::f64::consts::TAU * share as f64 / 1000.0;
        let names = self.rng.pick(&[["男", "女"], ["城镇", "农村"]]);
        for (at, colour) in [BLUE, ORANGE].into_iter().enumerate() {
            let angles = if at == 0 {
                [0.0, turn]
            } else {
                [turn, std::f64::consts::TAU]
            };
            self.sheet.ink.push(Ink::Sector {
                middle,
                radius,
                angles,
                colour,
            });
            let angle = (angles[0] + angles[1]) / 2.0;
            let x = middle[0] + radius * 1.3 * angle.cos();
            let y = middle[1] + radius * 1.3 * angle.sin();
            let share = if at == 0 { share } else { 1000 - share };
            self.label(names[at], x, y - 2.0, 0.5);
            self.label(&format!("{}%", decimal(share, 1)), x, y + 8.0, 0.5);
        }
        let reach = radius * 1.2;
        let end = [middle[0] + reach, middle[1]];
        self.sheet.ink.push(Ink::Line {
            points: vec![[middle[0] + radius, middle[1]], end],
            width: 0.4,
            colour: BLACK,
        });
    }
}
