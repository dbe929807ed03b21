//! Units that stand in brackets behind a subject: 网民规模（万人）为 110,800.

use super::Reader;
use crate::fact::clause::Group;
use crate::fact::lexeme::LexemeKind;
use crate::grammar::quantity::{self, PrintedUnit};

impl<'t> Reader<'t, '_> {
    /// The numbers of a group whose unit its subject has, without the bracket in their words.
    pub(super) fn without_unit(&self, group: &Group) -> Option<Group> {
        let (words, _) = self.unit_of_subject(group)?;
        let at = group.head.rfind(words)?;
        let (before, behind) = (&group.head[..at], &group.head[at + words.len()..]);
        Some(Group {
            head: format!("{before}{behind}"),
            ..group.clone()
        })
    }

    /// The unit in the bracket before the numbers of a group, where they print none, and the
    /// bracket.
    pub(super) fn unit_of_subject(&self, group: &Group) -> Option<(&'t str, PrintedUnit<'t>)> {
        let has_none = |&index: &usize| match &self.lexemes[index].kind {
            LexemeKind::Quantity(quantity) => {
                quantity.unit.printed().is_none() && quantity.denominator.is_none()
            }
            _ => false,
        };
        let first = *group
            .numbers
            .first()
            .filter(|_| group.numbers.iter().all(has_none))?;
        let text: &'t str = self.text;
        // 网站数量（万个）由 388 增至 446: of both.
        let before = &text[..self.lexemes[first].range.start];
        let before = before.rsplit(['，', '。', '；', '、']).next()?;
        let open = before.rfind(['（', '('])?;
        let bracket = &before[open..];
        let end = bracket.find(['）', ')'])?;
        let bracket = &bracket[..end + bracket[end..].chars().next()?.len_utf8()];
        let inside = bracket.trim_matches(['（', '(', '）', ')']).trim();
        let inside = ["单位：", "单位:"]
            .iter()
            .find_map(|lead| inside.strip_prefix(lead))
            .unwrap_or(inside);
        Some((bracket, unit(inside.trim())?))
    }
}

/// The unit that words are, whole.
fn unit(words: &str) -> Option<PrintedUnit<'_>> {
    let one = format!("1{words}");
    let (quantity, rest) = quantity::leading(&one)?;
    let (multiplier, word) = (quantity.unit.multiplier, quantity.unit.word);
    let is_whole = rest.is_empty() && multiplier.len() + word.len() == words.len();
    let (multiplier, word) = words.split_at_checked(multiplier.len())?;
    (is_whole && !words.is_empty()).then_some(PrintedUnit {
        multiplier,
        word,
        id: quantity.unit.id,
        power: quantity.unit.power,
    })
}
