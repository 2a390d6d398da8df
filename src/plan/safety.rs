//! The safety answers. Those on fear, violence, suicide and pregnancy leave only the gate's state behind (visit 4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::*;
use super::{Answer, Field, Text};

/// What was said about safety.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Safety {
    /// The state that follows from every answer so far; absent while it would be *open* and not all questions were put.
    /// What a professional's agreement opens is read anew each time and never written here, so that it closes again
    /// where the agreement goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// The codes of the unkept questions that were put: they count as settled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<String>,
    /// The day of the last safety answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The day the family last said that nothing about safety has changed. An agreement of before that day still
    /// counts, one of before [`Safety::on`] does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unchanged_on: Option<NaiveDate>,
    /// Where naloxone is tonight.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub naloxone: Answer<Naloxone>,
    /// Where exactly, and until when it is good.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub naloxone_place: Answer<Text>,
    /// Who gives the spray, who calls, who stays.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub overdose_roles: Answer<Text>,
    /// Could they get at a gun or a store of pills tonight?
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub means: Answer<Means>,
    /// Does the family choose to keep the answers below?
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub keep: Answer<YesNo>,
    /// Kept only where the family chose to.
    #[serde(skip_serializing_if = "Told::is_empty")]
    pub told: Told,
    /// What was heard since the program started; never written.
    #[serde(skip)]
    pub heard: Told,
    /// Can anyone else see this screen? Asked once a visit, never written.
    #[serde(skip)]
    pub screen_seen: Option<bool>,
    /// The gate as the file held it when it was opened; never written.
    #[serde(skip)]
    pub before: Option<Gate>,
}

/// The answers that are not kept unless the family chooses to.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// Was anybody hurt, threatened, controlled or afraid?
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub harm: Answer<Harm>,
    /// Talk of wanting to die, or an attempt, in the last weeks or before?
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub suicide: Answer<Suicide>,
    /// Could they be pregnant?
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub pregnant: Answer<YesNo>,
}

impl Told {
    /// True where nothing was told.
    pub fn is_empty(&self) -> bool {
        *self == Told::default()
    }
}

impl Safety {
    /// The questions whose answers are not kept, in the order in which they are put.
    pub const UNKEPT: [Field; 3] = [Field::Recent, Field::Harm, Field::Suicide];

    /// True where the answer of a field is a safety answer: it carries a date, and it ages (visit 4).
    pub fn dates(field: Field) -> bool {
        use Field::*;
        matches!(field, Recent | Harm | Means | Suicide | Ages | Guardian | Substances)
    }

    /// Notes that a kept safety answer is another one now: no professional can have been told of it before.
    pub fn note_changed(&mut self, field: Field, today: NaiveDate) {
        if Safety::dates(field) && self.on.is_some() {
            self.on = Some(today);
        }
    }

    /// The day on which safety was last looked at: it ages from then on (visit 4).
    pub fn looked_at(&self) -> Option<NaiveDate> {
        self.on.max(self.unchanged_on)
    }

    /// True where this question was put, in this visit or an earlier one.
    pub fn was_asked(&self, field: Field) -> bool {
        self.asked.iter().any(|code| code == field.code())
    }

    /// Notes that a question was put, and when.
    pub fn note_asked(&mut self, field: Field, today: NaiveDate) {
        if !self.was_asked(field) {
            self.asked.push(field.code().into());
        }
        self.on = Some(today);
    }

    /// Takes up what a file held: kept answers are heard again, and the gate's state is the floor below which it
    /// does not fall before every question was put again.
    pub fn take_up(&mut self) {
        self.heard = self.told.clone();
        self.before = self.gate.clone();
    }

    /// Forgets that the questions were put, so that they are put again; the floor stays until they were.
    pub fn ask_again(&mut self) {
        self.before = self.before.take().max(self.gate.clone());
        self.asked.clear();
        self.heard = Told::default();
        self.told = Told::default();
    }

    /// Forgets that one question was put. The gate's state stays as careful as it was until it is put again.
    pub fn unask(&mut self, field: Field) {
        self.before = self.before.take().max(self.gate.clone());
        self.asked.retain(|code| code != field.code());
    }

    /// Keeps what was heard where the family chose so, and nothing of it where not.
    pub fn settle_kept(&mut self) {
        self.told = if self.keep.is(&YesNo::Yes) {
            self.heard.clone()
        } else {
            Told::default()
        };
    }
}

impl PartialOrd for Gate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Gate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.weight().cmp(&other.weight())
    }
}

impl Gate {
    /// Open, ask first, closed; a state this program does not know is taken as *ask first*.
    fn weight(&self) -> u8 {
        match self {
            Gate::Open => 0,
            Gate::AskFirst | Gate::Other(_) => 1,
            Gate::Closed => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_heard_is_written_only_by_choice() {
        let mut safety = Safety {
            heard: Told {
                harm: Answer::Given(Harm::ByThem),
                ..Told::default()
            },
            ..Safety::default()
        };
        safety.settle_kept();
        assert_eq!(serde_json::to_string(&safety).unwrap(), "{}");
        safety.keep = Answer::Given(YesNo::Yes);
        safety.settle_kept();
        assert!(serde_json::to_string(&safety).unwrap().contains("by_them"));
    }

    #[test]
    fn saying_that_nothing_changed_is_not_a_new_answer() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day);
        let mut safety = Safety::default();
        safety.note_changed(Field::Means, day(1).unwrap());
        assert_eq!(safety.looked_at(), None, "nothing was put yet");
        safety.note_asked(Field::Harm, day(1).unwrap());
        safety.unchanged_on = day(15);
        assert_eq!((safety.on, safety.looked_at()), (day(1), day(15)));
        safety.note_changed(Field::Love, day(16).unwrap());
        assert_eq!(safety.on, day(1));
        safety.note_changed(Field::Means, day(16).unwrap());
        assert_eq!((safety.on, safety.looked_at()), (day(16), day(16)));
    }

    #[test]
    fn the_gate_only_grows_more_cautious() {
        assert!(Gate::Open < Gate::AskFirst && Gate::AskFirst < Gate::Closed);
        assert!(Gate::Other("new".into()) > Gate::Open);
    }
}
