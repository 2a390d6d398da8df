//! The safety answers. Those on fear, violence, suicide and pregnancy leave only the gate's state behind (design#gate).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choices::*;
use super::record::record;
use super::{Answer, Field, Id, Text};

record! {
/// What was said about safety.
Safety before {
    /// The state that follows from every answer so far; absent while it would be *open* and not all questions were put.
    /// What a professional's agreement opens is read anew each time and never written here, so that it closes again
    /// where the agreement goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
    /// The codes of the unkept questions that were put: they count as settled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<String>,
    /// The private questions were begun and not all of them put: until they are, the plan is closed, whatever was
    /// answered, and asks them all again if it was broken off.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub begun: bool,
    /// A private question was put off, passed over, or answered "not sure": nobody can have been told of it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub left: bool,
    /// How often something was answered about safety; the private questions begin and end one sitting. It orders what
    /// happened on one day.
    #[serde(skip_serializing_if = "is_none_yet")]
    pub answers: u64,
    /// Which professional was told of the answers, and after how many.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub told_to: Vec<InformedProfessional>,
    /// The day of the last safety answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The day the family last said that nothing about safety has changed. An agreement of before that day still
    /// counts, one of before [`Safety::on`] does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unchanged_on: Option<NaiveDate>,
} {
    /// Where naloxone is tonight.
    naloxone: Naloxone,
    /// Where exactly, and until when it is good.
    naloxone_place: Text,
    /// Who gives the spray, who calls, who stays.
    overdose_roles: Text,
    /// Could they get at a gun or a store of pills tonight?
    means: Means,
    /// Does the family choose to keep the answers below?
    keep: YesNo,
} after {
    /// Kept only where the family chose to.
    #[serde(rename = "told", skip_serializing_if = "PrivateAnswers::is_empty")]
    pub saved: PrivateAnswers,
    /// What was heard since the program started; never written.
    #[serde(skip)]
    pub this_session: PrivateAnswers,
    /// The private questions that were put since the program started; never written.
    #[serde(skip)]
    pub asked_this_session: Vec<Field>,
    /// Can anyone else see this screen? Asked once a visit, never written.
    #[serde(skip)]
    pub screen_seen: Option<bool>,
    /// The state that held before the first answer since the program started; absent until then, and never written.
    #[serde(skip)]
    pub floor: Option<Gate>,
}
}

/// A professional who knows the safety answers.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InformedProfessional {
    /// Who.
    pub professional: Id,
    /// How many safety answers there were then.
    pub answers: u64,
}

fn is_none_yet(answers: &u64) -> bool {
    *answers == 0
}

record! {
/// The answers that are not kept unless the family chooses to.
PrivateAnswers {
    /// Was anybody hurt, threatened, controlled or afraid?
    harm: Harm,
    /// Talk of wanting to die, or an attempt, in the last weeks or before?
    suicide: Suicide,
    /// Could they be pregnant?
    pregnant: YesNo,
}
}

impl PrivateAnswers {
    /// True if nothing was told.
    pub fn is_empty(&self) -> bool {
        *self == PrivateAnswers::default()
    }
}

impl Safety {
    /// The questions whose answers are not kept, in the order in which they are put.
    pub const PRIVATE_QUESTIONS: [Field; 3] = [Field::Recent, Field::Harm, Field::Suicide];

    /// True if the answer of a field is a safety answer: it carries a date, and it ages (design#gate).
    pub fn is_safety_answer(field: Field) -> bool {
        use Field::*;
        matches!(field, Recent | Harm | Means | Suicide | Ages | Guardian | Substances)
    }

    /// Notes that a kept safety answer is another one now: no professional can have been told of it before.
    pub fn note_changed(&mut self, field: Field, today: NaiveDate) {
        if Safety::is_safety_answer(field) {
            self.answers += 1;
            self.on = self.on.map(|_| today);
        }
    }

    /// Notes that a kept safety question was put off or passed over: that is later than any agreement too.
    pub fn note_left(&mut self, field: Field) {
        self.answers += u64::from(Safety::is_safety_answer(field));
    }

    /// The day on which safety was last looked at: it ages from then on (design#gate).
    pub fn last_reviewed(&self) -> Option<NaiveDate> {
        self.on.max(self.unchanged_on)
    }

    /// True if this question was put, in this visit or an earlier one.
    pub fn was_asked(&self, field: Field) -> bool {
        self.asked_this_session.contains(&field) || self.asked.iter().any(|code| code == field.code())
    }

    /// Begins to put the private questions. Those that were answered since the program started are known; the others
    /// are put again.
    pub fn begin_private_questions(&mut self) {
        self.floor.get_or_insert(self.gate_on_file());
        if !self.begun {
            self.begun = true;
            self.answers += 1;
            let asked = std::mem::take(&mut self.asked);
            if asked.len() < Safety::PRIVATE_QUESTIONS.len() {
                // Some were passed over before: these are what is still to be put.
                self.asked_this_session
                    .extend(asked.iter().filter_map(|code| Field::from_code(code)));
            }
        }
    }

    /// Notes that a question was put, and when.
    pub fn note_asked(&mut self, field: Field, today: NaiveDate) {
        self.begin_private_questions();
        if !self.asked_this_session.contains(&field) {
            self.asked_this_session.push(field);
        }
        self.on = Some(today);
    }

    /// True if the private questions are under way.
    pub fn is_unfinished(&self) -> bool {
        let passed_over = |field: &Field| self.screen_seen == Some(true) && *field != Field::Recent;
        self.begun
            && !Safety::PRIVATE_QUESTIONS
                .iter()
                .all(|field| self.asked_this_session.contains(field) || passed_over(field))
    }

    /// Ends a sitting in which all of them were put: they count as settled from here on.
    pub fn end_private_questions(&mut self) {
        if self.begun && !self.is_unfinished() {
            self.begun = false;
            self.answers += 1;
            let put = Safety::PRIVATE_QUESTIONS
                .iter()
                .filter(|field| self.asked_this_session.contains(field));
            self.asked = put.map(|field| field.code().into()).collect();
        }
    }

    /// What the file says, read as carefully as can be: questions that were begun, and a state that is gone while its
    /// questions are there, count as closed.
    pub fn gate_on_file(&self) -> Gate {
        match &self.gate {
            _ if self.is_unfinished() => Gate::Closed,
            Some(Gate::Other(_)) => Gate::Closed,
            Some(gate) => gate.clone(),
            // It is left out while it is open and not every question was put.
            None if self.asked.len() < Safety::PRIVATE_QUESTIONS.len() => Gate::Open,
            None => Gate::Closed,
        }
    }

    /// The state below which the plan does not fall before every question was put again.
    pub fn floor(&self) -> Gate {
        self.floor.clone().unwrap_or_else(|| self.gate_on_file())
    }

    /// What was said: since the program started, or before where the family keeps it.
    pub fn private_answers(&self) -> PrivateAnswers {
        let heard = self.this_session.clone();
        fn first<C: Clone>(heard: Answer<C>, told: &Answer<C>) -> Answer<C> {
            if heard.is_unasked() { told.clone() } else { heard }
        }
        PrivateAnswers {
            harm: first(heard.harm, &self.saved.harm),
            suicide: first(heard.suicide, &self.saved.suicide),
            pregnant: first(heard.pregnant, &self.saved.pregnant),
        }
    }

    /// Notes what a professional knows: told of every answer so far, or of none.
    pub fn note_informed(&mut self, professional: &Id, knows: bool) {
        self.told_to.retain(|told| told.professional != *professional);
        if knows {
            self.told_to.push(InformedProfessional {
                professional: professional.clone(),
                answers: self.answers,
            });
        }
    }

    /// True if this professional was told of the answers, and none came later.
    pub fn is_fully_informed(&self, professional: &Id) -> bool {
        let told = self.told_to.iter().find(|told| told.professional == *professional);
        told.is_some_and(|told| told.answers == self.answers)
    }

    /// Forgets that the questions were put, so that they are put again; the floor stays until they were.
    pub fn ask_again(&mut self) {
        self.floor = Some(self.floor().max(self.gate_on_file()));
        self.begun = false;
        self.asked.clear();
        self.asked_this_session.clear();
        self.answers += 1;
        self.this_session = PrivateAnswers::default();
        self.saved = PrivateAnswers::default();
    }

    /// Forgets that one question was put. The gate's state stays as careful as it was until it is put again.
    pub fn forget_asked(&mut self, field: Field) {
        self.floor = Some(self.floor().max(self.gate_on_file()));
        self.asked.retain(|code| code != field.code());
        self.asked_this_session.retain(|put| *put != field);
        self.answers += 1;
    }

    /// Keeps what was heard where the family chose so, and nothing of it where not.
    pub fn update_saved(&mut self) {
        self.saved = if self.keep.is(&YesNo::Yes) {
            self.private_answers()
        } else {
            PrivateAnswers::default()
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
        self.severity().cmp(&other.severity())
    }
}

impl Gate {
    /// Open, ask first, closed; a state this program does not know is the most careful one.
    fn severity(&self) -> u8 {
        match self {
            Gate::Open => 0,
            Gate::AskFirst => 1,
            Gate::Closed | Gate::Other(_) => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Holds R-34 (speaks)
    #[test]
    fn what_was_heard_is_written_only_by_choice() {
        let mut safety = Safety {
            this_session: PrivateAnswers {
                harm: Answer::Given(Harm::ByThem),
                ..PrivateAnswers::default()
            },
            ..Safety::default()
        };
        safety.update_saved();
        assert_eq!(serde_json::to_string(&safety).unwrap(), "{}");
        safety.keep = Answer::Given(YesNo::Yes);
        safety.update_saved();
        assert!(serde_json::to_string(&safety).unwrap().contains("by_them"));
    }

    #[test]
    fn saying_that_nothing_changed_is_not_a_new_answer() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day);
        let mut safety = Safety::default();
        safety.note_changed(Field::Means, day(1).unwrap());
        assert_eq!(safety.last_reviewed(), None, "nothing was put yet");
        safety.note_asked(Field::Harm, day(1).unwrap());
        safety.unchanged_on = day(15);
        assert_eq!((safety.on, safety.last_reviewed()), (day(1), day(15)));
        safety.note_changed(Field::Love, day(16).unwrap());
        assert_eq!(safety.on, day(1));
        safety.note_changed(Field::Means, day(16).unwrap());
        assert_eq!((safety.on, safety.last_reviewed()), (day(16), day(16)));
    }

    #[test]
    fn the_gate_only_grows_more_cautious() {
        assert!(Gate::Open < Gate::AskFirst && Gate::AskFirst < Gate::Closed);
        assert!(Gate::Other("new".into()) > Gate::AskFirst);
    }
}
