//! Places and numbers in the words of a statistician.

use rust_decimal::Decimal;

use super::Readings;
use super::interval::Interval;
use super::relation::{Expression, Outcome, Place};
use crate::observation::{Observation, Origin};
use crate::table::Table;

/// `附表 6, 合计, 域名 / 数量`, or `line 96`.
pub fn place(readings: &Readings, place: Place) -> String {
    match place {
        Place::Cell { table, row, column } => readings.tables[table].cell_name(row, column),
        Place::Observation(at) => {
            let seen = &readings.observations[at];
            match seen.origin {
                Origin::Cell { table, row, column } => {
                    readings.tables[table].cell_name(row, column)
                }
                Origin::Statement(_) => match seen.number.first() {
                    Some(span) => {
                        format!("line {}", readings.document.line_at(span.start).number)
                    }
                    None => seen.label.clone(),
                },
            }
        }
    }
}

/// `附表 6, 域名 / 数量`
pub fn column(table: &Table, column: usize) -> String {
    match table.columns[column].label.as_deref() {
        Some(label) => format!("{}, {label}", table.label()),
        None => table.label(),
    }
}

/// The number with its unit, as printed or as corrected: `10.81亿人`.
pub fn quoted(seen: &Observation) -> String {
    format!(
        "{}{}",
        seen.text(),
        seen.unit_printed.as_deref().unwrap_or_default()
    )
}

/// What an observation is of: `网民规模 (residence rural, 2024-12)`.
pub fn subject(seen: &Observation) -> String {
    let name = match seen.indicator {
        Some(indicator) => indicator.name_zh,
        None => seen.label.as_str(),
    };
    let codes = seen.dimensions.iter();
    let codes = codes.map(|(dimension, code)| format!("{dimension} {code}"));
    let period = seen.period.map(|period| period.to_string());
    let of: Vec<String> = codes.chain(period).collect();
    format!("{name} ({})", of.join(", "))
}

/// What stands between what is computed and what is printed.
pub fn is_printed(outcome: &Outcome) -> &'static str {
    if outcome.holds {
        "as printed:"
    } else {
        "printed"
    }
}

/// `, 100 too much`: how far what is printed is away, where both are one value.
pub fn apart(outcome: &Outcome) -> String {
    let one = |interval: Interval| (interval.low() == interval.high()).then(|| interval.low());
    let Some((expected, actual)) = one(outcome.expected).zip(one(outcome.actual)) else {
        return String::new();
    };
    match actual.checked_sub(expected) {
        Some(more) if more > Decimal::ZERO => format!(", {} too much", number(more)),
        Some(less) => format!(", {} too little", number(-less)),
        None => String::new(),
    }
}

/// What a message lists: the first of many, and how many more there are.
pub fn listed(items: &[String], separator: &str) -> String {
    const MOST: usize = 16;
    let (named, more) = items.split_at(items.len().min(MOST));
    let mut list = named.join(separator);
    if !more.is_empty() {
        list.push_str(&format!("{separator}{} more", more.len()));
    }
    list
}

/// The quote: `10.81亿人`, `3A+192B+133C`.
pub fn quote(readings: &Readings, place: Place) -> String {
    match place {
        Place::Cell { table, row, column } => readings.tables[table].rows[row].cells[column]
            .text
            .text()
            .to_owned(),
        Place::Observation(at) => quoted(&readings.observations[at]),
    }
}

/// A computation as it is written: `11.08亿人 − 1608万人`.
pub fn computation(readings: &Readings, expression: &Expression) -> String {
    let inner = |part: &Expression| {
        let text = computation(readings, part);
        match part {
            Expression::Sum(parts) if parts.len() > 1 => format!("({text})"),
            Expression::Difference(_) | Expression::Quotient(_) => format!("({text})"),
            _ => text,
        }
    };
    match expression {
        Expression::Printed(at, _) => quote(readings, *at),
        Expression::Constant(value) => value.middle().map(number).unwrap_or_default(),
        Expression::Sum(parts) => {
            let parts: Vec<String> = parts.iter().map(inner).collect();
            listed(&parts, " + ")
        }
        Expression::Difference(both) => format!("{} − {}", inner(&both[0]), inner(&both[1])),
        Expression::Quotient(both) => format!("{} / {}", inner(&both[0]), inner(&both[1])),
        Expression::Product(both) => format!("{} × {}", inner(&both[0]), inner(&both[1])),
        // Percent stand for their hundredth.
        Expression::Multiple(_, of) => inner(of),
    }
}

/// `16,650,240`, `-1.31`
pub fn number(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{grouped}{point}{fraction}")
}

/// The values that are possible, with a digit more than `decimals`: `2.05`, or
/// `99.28 to 99.46`.
pub fn values(interval: Interval, decimals: u32) -> String {
    let rounded = |value: Decimal| {
        let rounded = value.round_dp(decimals + 1);
        // What is far smaller than all that is printed is still not 0.
        let shown = rounded.is_zero().then(|| value.round_sf(2)).flatten();
        shown.unwrap_or(rounded)
    };
    let (low, high) = (rounded(interval.low()), rounded(interval.high()));
    if low == high {
        number(low)
    } else {
        format!("{} to {}", number(low), number(high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_counted() {
        let items =
            |count: usize| -> Vec<String> { (1..=count).map(|at| at.to_string()).collect() };
        assert_eq!(listed(&items(3), " = "), "1 = 2 = 3");
        let all = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16";
        assert_eq!(listed(&items(16), ", "), all);
        assert_eq!(listed(&items(250), ", "), format!("{all}, 234 more"));
    }

    #[test]
    fn numbers_are_grouped() {
        let cases = [
            ("0", "0"),
            ("999", "999"),
            ("16650240", "16,650,240"),
            ("-1608.50", "-1,608.5"),
            ("100.00", "100"),
        ];
        for (value, expected) in cases {
            assert_eq!(number(value.parse().unwrap()), expected);
        }
    }
}
