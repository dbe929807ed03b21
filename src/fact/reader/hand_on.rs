//! What a sentence hands on to those of its paragraph that follow.

use super::Reader;
use crate::period::Period;

impl Reader<'_, '_> {
    /// Hands on what the sentence spoke of, its time, and what its changes were counted from.
    pub(super) fn hand_on(&mut self) {
        if !self.topic.label.is_empty() {
            self.paragraph.topic = Some(self.topic.label.clone());
            self.paragraph.count = Some(self.topic.count.clone());
        }
        // 较 2018 年底增长迅速: what such words count from holds for their sentence alone.
        let is_led = self.led_base.is_some() && self.base == self.led_base;
        self.paragraph.base = self.base.filter(|_| !is_led);
        self.paragraph.base_of = self.base_of;
        self.hand_on_year();
        // 2014 年 12 月…，2015 年 6 月降到…: what follows is of the survey.
        let carried = self.paragraph.moment.as_ref().and_then(|said| said.period);
        let last = self.moment.as_ref().and_then(|said| said.period);
        if let (Some(Period::Month(..)), Some(last)) = (carried, last)
            && self.edition == Some(last)
            && carried < Some(last)
        {
            self.paragraph.moment.clone_from(&self.moment);
            self.paragraph.stock.clone_from(&self.moment);
        }
    }

    /// 2024 年市场规模…。截至 3 月, in an edition of 2025: a year alone is of its own sentence, once
    /// another has begun with a month; but 2024 年…。上半年… is of that year.
    fn hand_on_year(&mut self) {
        let edition = self.edition;
        let is_over = |year: i32| edition.is_some_and(|edition| year < edition.year());
        let is_alone = matches!(
            self.moment.as_ref().and_then(|said| said.period),
            Some(Period::Year(year)) if is_over(year) && self.year == Some(year)
        );
        // A sentence that names no year leaves that of the one before.
        self.paragraph.told = self.year.filter(|_| is_alone).or(self.told);
        self.paragraph.year = self.year.filter(|_| !is_alone);
        self.paragraph.is_year_printed = self.is_year_printed && !is_alone;
    }
}
