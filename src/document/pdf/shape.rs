//! Paths to ruling lines, filled areas and whatever else was drawn.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{DrawMode, FillRule};

use super::page::{Area, Rule};

/// How thick a rule may be, in points.
const THICKEST: f64 = 3.0;
/// How far two ends of a line along an axis may be off it, in points.
const SLANT: f64 = 0.5;

/// What a path shows.
#[derive(Debug, Default, PartialEq)]
pub struct Shapes {
    /// Ruling lines.
    pub rules: Vec<Rule>,
    /// Filled areas.
    pub fills: Vec<Area>,
    /// The boxes of anything else.
    pub drawings: Vec<Area>,
    /// Whether a part of a path may lie in another, so that what is filled there may
    /// be a hole.
    pub may_have_holes: bool,
}

/// The shapes of a path; `to_page` takes its points to the page.
pub fn path_to_shapes(path: &BezPath, to_page: Affine, mode: &DrawMode) -> Shapes {
    let mut shapes = Shapes::default();
    let subpaths: Vec<BezPath> = subpaths(path)
        .map(|subpath| to_page * BezPath::from_vec(subpath.to_vec()))
        .filter(BezPath::is_finite)
        .collect();
    match mode {
        DrawMode::Fill(rule) => fill(&subpaths, *rule, &mut shapes),
        DrawMode::Stroke(props) => {
            let width = f64::from(props.line_width) * scale(to_page);
            stroke(&subpaths, width, &mut shapes);
        }
        DrawMode::FillAndStroke(rule, props) => {
            let width = f64::from(props.line_width) * scale(to_page);
            fill(&subpaths, *rule, &mut shapes);
            stroke(&subpaths, width, &mut shapes);
        }
        DrawMode::Invisible => {}
    }
    shapes
}

/// A rectangle as the page type has it.
pub fn area(rect: Rect) -> Area {
    Area {
        x0: rect.x0,
        y0: rect.y0,
        x1: rect.x1,
        y1: rect.y1,
    }
}

/// The part of a rule that a clip lets through.
pub fn clipped_rule(rule: Rule, clip: Rect) -> Option<Rule> {
    let rule = Rule {
        x0: rule.x0.max(clip.x0),
        y0: rule.y0.max(clip.y0),
        x1: rule.x1.min(clip.x1),
        y1: rule.y1.min(clip.y1),
    };
    (rule.x0 <= rule.x1 && rule.y0 <= rule.y1).then_some(rule)
}

fn subpaths(path: &BezPath) -> impl Iterator<Item = &[PathEl]> {
    let elements = path.elements();
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = elements.get(start..).filter(|rest| !rest.is_empty())?;
        let end = rest[1..]
            .iter()
            .position(|element| matches!(element, PathEl::MoveTo(_)))
            .map_or(rest.len(), |at| at + 1);
        start += end;
        // A line after a closed path starts anew without a MoveTo; kurbo wants one.
        matches!(rest[0], PathEl::MoveTo(_)).then_some(&rest[..end])
    })
}

/// The mean factor by which lengths grow.
fn scale(to_page: Affine) -> f64 {
    to_page.determinant().abs().sqrt()
}

fn fill(subpaths: &[BezPath], rule: FillRule, shapes: &mut Shapes) {
    if let [outer, inner] = subpaths
        && let (Some(outer_box), Some(inner_box)) = (as_rect(outer), as_rect(inner))
        && outer_box.contains_rect(inner_box)
        && (rule == FillRule::EvenOdd || outer.area() * inner.area() < 0.0)
    {
        frame(outer_box, inner_box, shapes);
        return;
    }
    shapes.may_have_holes = subpaths.len() > 1;
    for subpath in subpaths {
        match as_rect(subpath) {
            Some(rect) => rectangle(rect, shapes),
            None => shapes.drawings.push(area(subpath.bounding_box())),
        }
    }
}

/// A filled rectangle: a rule when thin.
fn rectangle(rect: Rect, shapes: &mut Shapes) {
    if rect.width().min(rect.height()) <= THICKEST {
        shapes.rules.push(rule(rect));
    } else {
        shapes.fills.push(area(rect));
    }
}

/// What lies between a rectangle and one within it.
fn frame(outer: Rect, inner: Rect, shapes: &mut Shapes) {
    let bands = [
        Rect::new(outer.x0, outer.y0, outer.x1, inner.y0),
        Rect::new(outer.x0, inner.y1, outer.x1, outer.y1),
        Rect::new(outer.x0, inner.y0, inner.x0, inner.y1),
        Rect::new(inner.x1, inner.y0, outer.x1, inner.y1),
    ];
    for band in bands.into_iter().filter(|band| !band.is_zero_area()) {
        rectangle(band, shapes);
    }
}

fn stroke(subpaths: &[BezPath], width: f64, shapes: &mut Shapes) {
    for subpath in subpaths {
        let mut lines = Vec::new();
        let is_ruled = segments(subpath, |from, to| {
            let line = Rect::from_points(from, to);
            let is_along_axis = line.width().min(line.height()) <= SLANT;
            if is_along_axis && line.width().max(line.height()) > 0.01 {
                lines.push(line);
            }
            is_along_axis
        });
        if !is_ruled {
            shapes.drawings.push(area(subpath.bounding_box()));
        } else if width > THICKEST {
            // A thick stroke along an axis is a bar.
            let half = width / 2.0;
            let bars = lines.into_iter().map(|line| {
                let (x, y) = if line.width() > line.height() {
                    (0.0, half)
                } else {
                    (half, 0.0)
                };
                area(line.inflate(x, y))
            });
            shapes.fills.extend(bars);
        } else {
            shapes.rules.extend(lines.into_iter().map(rule));
        }
    }
}

fn rule(rect: Rect) -> Rule {
    Rule {
        x0: rect.x0,
        y0: rect.y0,
        x1: rect.x1,
        y1: rect.y1,
    }
}

/// Whether a path has only straight segments that all pass `test`.
fn segments(path: &BezPath, mut test: impl FnMut(Point, Point) -> bool) -> bool {
    let (mut start, mut last) = (Point::ZERO, Point::ZERO);
    path.elements().iter().all(|element| match *element {
        PathEl::MoveTo(point) => {
            (start, last) = (point, point);
            true
        }
        PathEl::LineTo(point) => {
            let passes = test(last, point);
            last = point;
            passes
        }
        PathEl::ClosePath => {
            let passes = test(last, start);
            last = start;
            passes
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => false,
    })
}

/// The rectangle that a path goes round once, if its sides are along the axes.
pub fn as_rect(path: &BezPath) -> Option<Rect> {
    let mut corners = Vec::with_capacity(5);
    let is_ruled = segments(path, |from, to| {
        if corners.len() < 6 && from != to {
            corners.push(from);
        }
        let line = Rect::from_points(from, to);
        line.width().min(line.height()) <= 0.01
    });
    let closes = match path.elements().last() {
        Some(PathEl::ClosePath) => corners.len() == 4,
        // Filling closes a path; its last side may be left to that.
        _ => corners.len() == 4 || corners.len() == 3,
    };
    let bounds = path.bounding_box();
    let is_corner = |point: &Point| {
        let on = |value: f64, low: f64, high: f64| {
            (value - low).abs() <= 0.01 || (value - high).abs() <= 0.01
        };
        on(point.x, bounds.x0, bounds.x1) && on(point.y, bounds.y0, bounds.y1)
    };
    (is_ruled && closes && corners.iter().all(is_corner)).then_some(bounds)
}
