//! The day itself, and what comes afterwards (evidence#checklist).

use chrono::NaiveDate;

use super::record::record;
use super::{Answer, Id, Text};

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

/// After a yes, a not yet, or a no.
#[derive(Clone, PartialEq, Default, Debug, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Afterwards {
    /// After a yes: who goes along.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub goes_along: Answer<Id>,
    /// After a not yet: the smaller step we offer.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub not_yet: Answer<Text>,
    /// After a no: what we say and leave.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub if_no: Answer<Text>,
    /// Who is in touch tonight, whatever the answer.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub tonight: Answer<Id>,
    /// Who is in touch tomorrow morning.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub tomorrow: Answer<Id>,
    /// Who has naloxone.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub naloxone_with: Answer<Id>,
    /// If use returns.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub if_use_returns: Answer<Text>,
    /// The talks after the day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
}
