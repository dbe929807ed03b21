//! What a number is compared with, and what was dated before a change dated
//! itself.

use super::Reader;
use crate::fact::head::{self, Cue, Head};
use crate::fact::moment::Moment;
use crate::fact::subject;
use crate::period::Period;

impl Reader<'_, '_> {
    /// Whether the time that is spoken of now led to a month or day said before.
    pub(super) fn is_within(&self, said: &Moment) -> bool {
        let now = self.moment.as_ref().and_then(|moment| moment.period);
        match (said.period, now) {
            (Some(stock @ (Period::Month(..) | Period::Day(..))), Some(now)) => {
                let is_span = !matches!(now, Period::Month(..) | Period::Day(..));
                is_span && now.year() == stock.year()
            }
            _ => false,
        }
    }

    /// What stands on both sides of a comparison, where its words leave one out.
    pub(super) fn compare(&mut self, head: &mut Head) {
        let own = subject::clean(&head.subject);
        match &mut head.cue {
            Cue::Beside => self.beside = Some(own),
            Cue::Than { other, is_down } => {
                if let Some(beside) = self.beside.take().filter(|_| other.is_empty()) {
                    *other = beside;
                }
                self.compared = Some((head.subject.clone(), *is_down));
            }
            // 占全球网民的 23.1%、亚洲网民的 50.2%
            Cue::None if self.shared.is_some() && head.subject.ends_with('的') => {
                head.cue = Cue::Of(own);
                head.subject = self.shared.clone().unwrap_or_default();
            }
            Cue::Of(whole) if !whole.is_empty() => self.shared = Some(head.subject.clone()),
            Cue::None if head::is_comparable(&own) => {
                if let Some((subject, is_down)) = self.compared.clone() {
                    head.cue = Cue::Than {
                        other: own,
                        is_down,
                    };
                    head.subject = subject;
                }
            }
            _ => {}
        }
    }
}
