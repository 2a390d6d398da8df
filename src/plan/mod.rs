//! What is known: the plan and its typed parts.
//!
//! Here live the answers, their types, and the parsing of what is typed. Not here: what an answer means for safety
//! ([`readiness`](crate::readiness)), what is to be done ([`tasks`](crate::tasks)), and any sentence.

mod all_answers;
mod answer;
mod calendar;
pub mod call;
mod choices;

mod accessor;
mod codes;
mod country;
mod day;
mod field;
mod free_text;
mod items;
mod lists;
mod people;
mod privacy;
mod record;
mod references;
mod safety;
mod section;
mod soonest;
mod statements;
mod substance_use;
mod treatment;
pub mod when;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use accessor::Accessor;
pub(crate) use accessor::at;
pub use all_answers::{AnswerGroup, AnswerValue, AnyAnswer};
pub use answer::{Answer, AnswerState, Id, Later, Text};
pub use calendar::Exported;
pub use choices::*;
pub(crate) use codes::codes;
pub use country::country_code;
pub use day::{Afterwards, Day, FollowUp};
pub use field::Field;
pub use items::{ById, Item, Items};
pub use lists::{LISTS, List};
pub use people::{Attendee, Insurer, Person, Planner, Professional, SupportGroup};
pub use references::{dangling_references, unknown_codes};
pub use safety::{PrivateAnswers, Safety};
pub use section::Section;
pub use soonest::SoonestStart;
pub use statements::{Boundary, Objection, Statement};
pub use substance_use::Suited;
pub use treatment::TreatmentOption;

use record::record;

/// The number of the saved format.
pub const FORMAT: u64 = 2;

/// Everything one family has answered.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// The number of the saved format, first in the file.
    pub format: u64,
    /// One line that says what the file is and that it is private.
    pub about: String,
    /// The day the plan began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<NaiveDate>,
    /// The day of the last answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<NaiveDate>,
    /// The language of the visit, lower case.
    pub language: String,
    /// The country of the help lines, lower case (`us`); empty while none was chosen.
    #[serde(skip_serializing_if = "String::is_empty", deserialize_with = "country::read")]
    pub country: String,
    /// How far the visits have come.
    pub visit: Visit,
    /// The one who plans.
    pub planner: Planner,
    /// The one it is about.
    pub person: Person,
    /// Safety.
    pub safety: Safety,
    /// Professionals who consult.
    pub professionals: Items<Professional>,
    /// Which way.
    pub way: WayChosen,
    /// Who attends.
    pub attendees: Items<Attendee>,
    /// Researched options, the first choice first.
    pub treatment_options: Items<TreatmentOption>,
    /// What the insurance said.
    #[serde(skip_serializing_if = "Insurer::is_unasked")]
    pub insurer: Insurer,
    /// Support for the family.
    pub support_groups: Items<SupportGroup>,
    /// What the family will do.
    pub boundaries: Items<Boundary>,
    /// What will be said.
    pub statements: Items<Statement>,
    /// What may be said back.
    pub objections: Items<Objection>,
    /// The day.
    pub day: Day,
    /// What comes after.
    pub afterwards: Afterwards,
    /// Marks on tasks, and tasks of the family's own.
    pub tasks: Vec<TaskRecord>,
    /// Pages that were given out, so that those which are wrong after a change can be named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub printed: Vec<PrintRecord>,
    /// The calendars that were made of it.
    #[serde(skip_serializing_if = "Exported::is_none")]
    pub calendar: Exported,
}

impl Default for Plan {
    fn default() -> Self {
        Plan {
            format: FORMAT,
            about: String::new(),
            created: None,
            changed: None,
            language: "en".into(),
            country: String::new(),
            visit: Visit::default(),
            planner: Planner::default(),
            person: Person::default(),
            safety: Safety::default(),
            professionals: Items::default(),
            way: WayChosen::default(),
            attendees: Items::default(),
            treatment_options: Items::default(),
            insurer: Insurer::default(),
            support_groups: Items::default(),
            boundaries: Items::default(),
            statements: Items::default(),
            objections: Items::default(),
            day: Day::default(),
            afterwards: Afterwards::default(),
            tasks: Vec::new(),
            printed: Vec::new(),
            calendar: Exported::default(),
        }
    }
}

/// How far the visits have come. Where the next one begins is never stored: it follows from the answers.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// Who else can open the computer.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub computer: Answer<Computer>,
    /// The length chosen.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub length: Answer<Length>,
    /// For each list, the length at which "that is everyone" was said.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub everyone: BTreeMap<String, Answer<Length>>,
    /// The day the review was closed.
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub complete: Answer<NaiveDate>,
    /// Something big has changed: the last one counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangeNote>,
    /// The day of the plan, and when it was chosen: the tasks are fitted into the time there was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_chosen: Option<DayChosen>,
    /// Did the meeting take place?
    #[serde(skip_serializing_if = "Answer::is_unasked")]
    pub met: Answer<Met>,
    /// The day that was about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_day: Option<NaiveDate>,
    /// The last number given to an id.
    #[serde(skip_serializing_if = "is_zero")]
    pub last_id: u32,
}

impl AnswerGroup for Visit {
    fn answers_mut(&mut self, see: &mut dyn FnMut(&str, &mut dyn AnyAnswer)) {
        #[rustfmt::skip]
        let Visit { computer, length, everyone, complete, changes: _, met, last_id: _, day_chosen: _, met_day: _ } = self;
        see("computer", computer);
        see("length", length);
        for (list, answer) in everyone {
            see(&format!("everyone.{list}"), answer);
        }
        see("complete", complete);
        see("met", met);
    }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// When a day was chosen.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DayChosen {
    /// The day of the plan.
    pub day: NaiveDate,
    /// When it was chosen.
    pub on: NaiveDate,
}

/// Something big that has changed, and when it was said.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ChangeNote {
    /// What.
    pub kind: Change,
    /// The day it was said.
    pub on: NaiveDate,
}

record! {
/// Which way the family goes.
WayChosen {
    /// The way.
    kind: Way,
    /// How the person is asked, true in every word.
    invitation: Text,
}
}

/// A page that was given out.
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintRecord {
    /// Which sheet, by its code.
    pub sheet: String,
    /// For whom, if it is a personal one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reader: Option<Id>,
    /// The day it was printed.
    pub on: NaiveDate,
    /// What was on it, as a number from which nothing can be read.
    pub mark: String,
    /// The file, where it went into one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// A mark on a task, or a task of the family's own (which has a text).
#[derive(Clone, PartialEq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskRecord {
    /// The task's stable id.
    pub id: String,
    /// The words of a task of the family's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// Who does it, where the family changed that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Id>,
    /// The day, where the family changed that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The day it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<NaiveDate>,
}

impl Plan {
    /// Notes what a professional's answer does beside itself. A new word on the meeting is about what they know now, so
    /// whether they were told is asked again; and a no is later than any agreement before it.
    pub fn note_professional(&mut self, field: Field, id: &Id) {
        let Some(pro) = self.professionals.by_id_mut(id) else {
            return;
        };
        match field {
            Field::ProAgrees => {
                pro.knows_answers = Answer::Unasked;
                let (against, id) = (pro.agrees_meeting_is_safe.is(&Agrees::Against), pro.id.clone());
                self.safety.answers += u64::from(against);
                self.safety.note_informed(&id, false);
                if against {
                    // Whoever was told of an earlier no was not told of this one.
                    self.professionals
                        .iter_mut()
                        .for_each(|other| other.knows_of_no = Answer::Unasked);
                }
            }
            Field::ProKnows => self.safety.note_informed(&pro.id, pro.knows_answers.is(&YesNo::Yes)),
            _ => {}
        }
    }

    /// True if a professional other than this one advised against a meeting. A word this program does not know is heard
    /// so too.
    pub fn another_advised_against(&self, pro: &Id) -> bool {
        let against = |other: &Professional| {
            matches!(
                other.agrees_meeting_is_safe.given(),
                Some(Agrees::Against | Agrees::Other(_))
            )
        };
        self.professionals
            .iter()
            .any(|other| other.id != *pro && against(other))
    }

    /// The planner and the attendees who help, each once, by id and name.
    pub fn people(&self) -> Vec<(Id, String)> {
        let planner = (!self.attendees.iter().any(|a| a.id == Id::planner()))
            .then(|| (Id::planner(), self.planner.name.words().to_string()));
        let others = self
            .attendees
            .iter()
            .map(|a| (a.id.clone(), a.name.words().to_string()));
        planner
            .into_iter()
            .chain(others)
            .filter(|(_, name)| !name.is_empty())
            .collect()
    }

    /// The people of the plan without those who are known to be under 18.
    pub fn adults(&self) -> Vec<(Id, String)> {
        let mut people = self.people();
        people.retain(|(id, _)| !self.attendee(id).is_some_and(Attendee::is_minor));
        people
    }

    /// The name behind an id.
    pub fn name_of(&self, id: &Id) -> Option<String> {
        let name = match self.attendee(id) {
            Some(attendee) => attendee.name.words(),
            None if *id == Id::planner() => self.planner.name.words(),
            None => "",
        };
        (!name.is_empty()).then(|| name.to_string())
    }

    /// The attendee behind an id.
    pub fn attendee(&self, id: &Id) -> Option<&Attendee> {
        self.attendees.by_id(id)
    }

    /// The attendees who hold a part, in order.
    pub fn holders(&self, part: Part) -> Vec<&Attendee> {
        self.attendees
            .iter()
            .filter(|a| a.helps() && a.holds(part.clone()))
            .collect()
    }

    /// The planner helps the family for a living: a counselor, not a relative or a friend.
    pub fn is_at_work(&self) -> bool {
        self.person.relation.is(&Relation::Client)
    }

    /// True if this was ticked among what makes tonight more dangerous.
    pub fn recently(&self, what: Recent) -> bool {
        self.person.recent.all().contains(&what)
    }

    /// The first choice: the option marked so, else the first in the list.
    pub fn first_choice(&self) -> Option<&TreatmentOption> {
        let options = &self.treatment_options;
        options
            .iter()
            .find(|o| o.rank.is(&Rank::First))
            .or_else(|| options.iter().find(|o| o.rank.given().is_none()))
    }

    /// The big change that counts now.
    pub fn change(&self) -> Option<&Change> {
        self.visit.changes.last().map(|note| &note.kind)
    }

    /// The mark on a task, made if there is none.
    pub fn task_record(&mut self, task: &str) -> &mut TaskRecord {
        let at = self.tasks.iter().position(|mark| mark.id == task).unwrap_or_else(|| {
            self.tasks.push(TaskRecord {
                id: task.into(),
                ..TaskRecord::default()
            });
            self.tasks.len() - 1
        });
        &mut self.tasks[at]
    }
}
