//! What comes when for one of those who take part, as a line of time.

use chrono::{Days, NaiveDate};

use crate::plan::Id;
use crate::words::fill_placeholders;

use super::super::super::may_name;
use super::super::frame::the_day;
use super::super::{Block, Week};
use super::PersonSheet;

impl PersonSheet<'_> {
    /// The run-through, the day, when they are in touch and the talks that are theirs. Whoever sends a letter is not there.
    pub(super) fn days(&self, title: &str, today: NaiveDate) -> Option<Block> {
        let own = &self.words.pages.person;
        let date = *self.plan.day.date.given().filter(|_| !self.sends())?;
        let mut rows = vec![(date, self.where_it_is(date))];
        rows.extend(self.practice().map(|on| (on, own.practice.to_string())));
        let morning = date.checked_add_days(Days::new(1));
        rows.extend(morning.map(|on| (on, self.in_touch(on, own.tomorrow))));
        rows.extend(self.talks(own.talk));
        rows.retain(|(on, said)| *on == date || *on >= today && !said.is_empty());
        rows.sort_by_key(|(on, _)| *on);
        let row = |same: &[(NaiveDate, String)]| Week {
            label: match same[0].0 == date {
                true => the_day(self.plan, self.words),
                false => self.words.short_date(same[0].0),
            },
            day: (same[0].0 == date).then(|| own.the_day.to_string()),
            tasks: joined(same.iter().map(|(_, said)| said.clone())),
        };
        Some(Block::Weeks {
            title: title.into(),
            caption: own.days_caption.into(),
            rows: rows.chunk_by(|one, next| one.0 == next.0).map(row).collect(),
        })
    }

    /// When and where it is, and if they are in touch that night.
    fn where_it_is(&self, date: NaiveDate) -> String {
        let (day, own) = (&self.plan.day, &self.words.pages.person);
        let parts = [
            day.time.words().into(),
            day.place.words().into(),
            self.in_touch(date, own.tonight),
        ];
        joined(parts.into_iter())
    }

    /// When they go through it together, if they have something to say.
    fn practice(&self) -> Option<NaiveDate> {
        self.plan.day.rehearsal.given().copied().filter(|_| self.speaks())
    }

    /// What is said of being in touch that night or the next morning, where it is theirs.
    fn in_touch(&self, on: NaiveDate, said: &str) -> String {
        let after = &self.plan.afterwards;
        let that_night = self.plan.day.date.is(&on);
        let who = if that_night { &after.tonight } else { &after.tomorrow };
        match who.is(self.reader) {
            true => self.words.fill_names(said, self.plan, ""),
            false => String::new(),
        }
    }

    /// The talks after the day that they see to; what nobody holds is the planner's.
    fn talks(&self, said: &str) -> impl Iterator<Item = (NaiveDate, String)> {
        let planner = Id::planner();
        let talks = may_name::talks(self.plan).iter();
        talks.filter_map(move |talk| {
            let who = talk.person.given().unwrap_or(&planner);
            let mine = who == self.reader && !talk.what.words().is_empty();
            let on = talk.on.given().filter(|_| mine)?;
            Some((*on, fill_placeholders(said, &[("item", talk.what.words())])))
        })
    }
}

/// What is known of it, in one line.
fn joined(parts: impl Iterator<Item = String>) -> String {
    let said: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    said.join("; ")
}
