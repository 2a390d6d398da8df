//! The day itself, and what comes afterwards (evidence#checklist).

use chrono::NaiveDate;

use super::record::record;
use super::{DayChosen, Id, Items, Met, Plan, Text};

record! {
/// The day.
Day {
    /// When.
    date: NaiveDate,
    /// Where.
    place: Text,
    /// At what time.
    time: Text,
    /// Days that will not do for the family.
    days_that_will_not_do: Vec<NaiveDate>,
    /// When the person is most clear and comfortable.
    clear_time: Text,
    /// The rehearsal.
    rehearsal: NaiveDate,
    /// Who speaks after whom.
    order: Vec<Id>,
    /// Who sits where.
    seats: Text,
    /// The chair's first words.
    opening: Text,
    /// The chair's last words.
    closing: Text,
    /// The word that pauses everything.
    stop_word: Text,
    /// How we get to the place of care.
    transport: Text,
    /// Who packs the bag, and what.
    bag: Text,
    /// Children, pets, home.
    home_care: Text,
    /// Leave from work or school.
    leave: Text,
    /// Where the money comes from.
    money: Text,
    /// If things go another way.
    plan_b: Text,
}
}

record! {
/// A talk after the day.
item FollowUp {
    /// What it is about.
    what: Text,
    /// When.
    on: NaiveDate,
    /// Who sees to it.
    person: Id,
}
}

record! {
/// After a yes, a not yet, or a no.
Afterwards {
    /// After a yes: who goes along.
    goes_along: Id,
    /// After a not yet: the smaller step we offer.
    not_yet: Text,
    /// After a no: what we say and leave.
    if_no: Text,
    /// Who is in touch tonight, whatever the answer.
    tonight: Id,
    /// Who is in touch tomorrow morning.
    tomorrow: Id,
    /// Who has naloxone.
    naloxone_with: Id,
    /// If use returns.
    if_use_returns: Text,
    /// After the day: what they said, in their words.
    they_said: Text,
    /// After the day: the one thing to do better.
    better: Text,
    /// After the day: who rests now.
    rests: Id,
} after {
    /// The talks after the day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Items<FollowUp>,
}
}

impl Plan {
    /// How the day of this plan went, if it was said; an answer about an earlier day is none.
    pub fn outcome(&self) -> Option<&Met> {
        let day = self.day.date.given();
        let of_this_day = self.visit.met_day.is_none() || self.visit.met_day.as_ref() == day;
        self.visit.met.given().filter(|_| of_this_day)
    }

    /// True if they came together on a day, this one or one before.
    pub fn talked(&self) -> bool {
        self.visit.met.given().is_some_and(|met| *met != Met::DidNotMeet)
    }

    /// Notes when the day of the plan was chosen; a day that is gone is forgotten.
    pub fn note_day_chosen(&mut self, today: NaiveDate) {
        let known = self.visit.day_chosen.as_ref().map(|note| note.day);
        let day = self.day.date.given().copied();
        if known != day {
            self.visit.day_chosen = day.map(|day| DayChosen { day, on: today });
        }
    }
}
