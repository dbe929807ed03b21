//! Rows that are several groups: what does not add up at once may do so group by
//! group.

use std::ops::Range;

use rust_decimal::Decimal;

use super::interval::Interval;

/// Groups of two values or more, one after the other, that each add up to a total; no
/// value is left over.
pub fn again(values: &[Interval], total: Interval) -> Option<Vec<Range<usize>>> {
    let mut groups = Vec::new();
    let mut start = 0;
    while start < values.len() {
        let end = end_of_sum(values, start, total)?;
        groups.push(start..end);
        start = end;
    }
    (groups.len() > 1).then_some(groups)
}

/// The values behind such as are each followed by two or more that add up to it; no
/// value is left over.
pub fn families(values: &[Interval]) -> Option<Vec<Range<usize>>> {
    let mut families = Vec::new();
    let mut parent = 0;
    while parent < values.len() {
        let end = end_of_sum(values, parent + 1, values[parent])?;
        families.push(parent + 1..end);
        parent = end;
    }
    Some(families)
}

/// Where the values from a place on, two or more, have added up to a sum.
fn end_of_sum(values: &[Interval], start: usize, sum: Interval) -> Option<usize> {
    let mut added = *values.get(start)?;
    for (at, value) in values.iter().enumerate().skip(start + 1) {
        added = added.plus(*value)?;
        if added.meets(sum) {
            // 未知 0 behind is of the group, too.
            let zeros = values[at + 1..].iter();
            let zeros = zeros.take_while(|value| **value == Interval::exact(Decimal::ZERO));
            return Some(at + 1 + zeros.count());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values, and the groups that they are.
    type Case<'c> = (&'c [i64], Option<&'c [Range<usize>]>);

    fn values(numbers: &[i64]) -> Vec<Interval> {
        let numbers = numbers.iter().copied().map(Decimal::from);
        numbers.map(Interval::exact).collect()
    }

    #[test]
    fn a_total_is_added_up_several_times() {
        let cases: [Case; 6] = [
            (&[6, 4, 0, 7, 3, 0], Some(&[0..3, 3..6])),
            (&[6, 4, 7, 3], Some(&[0..2, 2..4])),
            (&[5, 3, 2, 7, 3], Some(&[0..3, 3..5])),
            // One group is no other way to add up.
            (&[6, 4], None),
            (&[6, 4, 7], None),
            (&[6, 4, 7, 4], None),
        ];
        for (numbers, expected) in cases {
            let found = again(&values(numbers), values(&[10])[0]);
            assert_eq!(found.as_deref(), expected, "{numbers:?}");
        }
    }

    #[test]
    fn each_whole_is_followed_by_its_parts() {
        let cases: [Case; 4] = [
            (&[6, 2, 4, 4, 1, 3], Some(&[1..3, 4..6])),
            (&[6, 2, 4, 4], None),
            (&[6, 2, 4, 4, 1, 2], None),
            (&[6, 6, 4, 4], None),
        ];
        for (numbers, expected) in cases {
            let found = families(&values(numbers));
            assert_eq!(found.as_deref(), expected, "{numbers:?}");
        }
    }
}
