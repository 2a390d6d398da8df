//! The words of the steps: one file a step, one table a question.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::plan::Plan;

/// One file of a step.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    /// The name of the section.
    pub title: String,
    /// Its name while the gate is closed; empty if it keeps the other.
    #[serde(default)]
    pub title_closed: String,
    /// What is said when the step begins.
    pub intro: String,
    /// What is said instead while the gate is closed; empty if nothing else is said.
    #[serde(default)]
    pub intro_closed: String,
    /// Honest minutes for the whole step.
    pub minutes: u32,
    /// The questions by the code of their field.
    #[serde(default)]
    pub q: BTreeMap<String, QuestionWords>,
    /// The lists by the code of their field.
    #[serde(default)]
    pub list: BTreeMap<String, ListWords>,
    /// Boundaries: the sentences each kind begins from.
    #[serde(default)]
    pub kind: BTreeMap<String, KindWords>,
    /// Boundaries: what is never withdrawn.
    #[serde(default)]
    pub never_withdraw: Vec<String>,
    /// Boundaries: the sentence around that list.
    #[serde(default)]
    pub never_line: String,
    /// Words: each objection and its answer.
    #[serde(default)]
    pub objection: BTreeMap<String, ObjectionWords>,
    /// Options: what each kind is, and its caution.
    #[serde(default)]
    pub option_note: BTreeMap<String, String>,
    /// Options: a first choice that would stop a medicine already taken.
    #[serde(default)]
    pub continues_warning: String,
    /// Who: the duties of a planner who helps the family in their work.
    #[serde(default)]
    pub at_work: String,
    /// Professional: what a yes still needs before the plan counts it.
    #[serde(default)]
    pub agreed: String,
    /// Professional: their yes has opened the plan.
    #[serde(default)]
    pub opened: String,
    /// Day: the mark on a date while the gate is not open.
    #[serde(default)]
    pub unagreed: String,
}

/// The words of one question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The label at the cursor and in the review.
    pub short: String,
    /// The question.
    pub ask: String,
    /// The question to a planner who helps the family in their work, if it has to be another one.
    #[serde(default)]
    pub at_work: String,
    /// Why it is asked.
    #[serde(default)]
    pub why: String,
    /// What `?` says.
    #[serde(default)]
    pub help: String,
    /// How an answer could begin.
    #[serde(default)]
    pub start: String,
    /// The words that take these places by what is used, under the code of [`Suited`](crate::plan::Suited).
    #[serde(default)]
    pub by_use: BTreeMap<String, ByUse>,
}

/// The words of a question for one thing that is used.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByUse {
    /// The question.
    pub ask: String,
    /// Why it is asked.
    pub why: String,
    /// What `?` says.
    pub help: String,
}

impl QuestionWords {
    /// The question, as it is put to this planner.
    pub fn ask(&self, plan: &Plan) -> &str {
        if let Some(by_use) = self.by_use(plan) {
            &by_use.ask
        } else if plan.is_at_work() && !self.at_work.is_empty() {
            &self.at_work
        } else {
            &self.ask
        }
    }

    /// Why it is asked.
    pub fn why(&self, plan: &Plan) -> &str {
        self.by_use(plan).map_or(&self.why, |by_use| &by_use.why)
    }

    /// What `?` says.
    pub fn help(&self, plan: &Plan) -> &str {
        self.by_use(plan).map_or(&self.help, |by_use| &by_use.help)
    }

    fn by_use(&self, plan: &Plan) -> Option<&ByUse> {
        self.by_use.get(plan.suited()?.code())
    }
}

/// The words of one list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListWords {
    /// Adds one.
    pub add: String,
    /// Ends the list.
    pub everyone: String,
    /// Said while there is none.
    pub empty: String,
    /// One of them, with its article.
    pub item: String,
    /// One of them, before its number: "Person 2".
    pub name: String,
}

/// The sentences a boundary of one kind begins from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindWords {
    /// "Starting ..., I will ..."
    #[serde(default)]
    pub i_will: String,
    /// "I will still ..."
    #[serde(default)]
    pub what_stays: String,
    /// The safety note, if there is one.
    #[serde(default)]
    pub note: String,
}

/// One objection.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectionWords {
    /// What the person may say.
    pub says: String,
    /// A calm answer to begin from.
    pub answer: String,
    /// True if the answer is only sometimes true.
    #[serde(default)]
    pub only_if_true: bool,
}

#[cfg(test)]
mod tests {
    use crate::plan::{Answer, Field, Harm, Plan, Relation, Section};
    use crate::words::Words;

    #[test]
    fn while_the_gate_is_closed_the_day_begins_with_other_words() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        let day = words.step(Section::Day);
        assert_eq!(
            (words.intro(Section::Day, &plan), words.title(Section::Day, &plan)),
            (&*day.intro, &*day.title)
        );
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        assert_eq!(words.intro(Section::Day, &plan), day.intro_closed);
        assert_eq!(words.title(Section::Day, &plan), day.title_closed);
        assert_eq!(words.intro(Section::Person, &plan), words.step(Section::Person).intro);
        assert_eq!(words.title(Section::Person, &plan), words.step(Section::Person).title);
    }

    #[test]
    fn a_counselor_is_not_asked_what_they_love_and_speaks_of_this_person() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        let love = words.question(Field::Love);
        assert_eq!(love.ask(&plan), love.ask);
        assert_eq!(words.name(&plan), words.engine.loved_one);
        plan.person.relation = Answer::Given(Relation::Client);
        assert_eq!(love.ask(&plan), love.at_work);
        assert_eq!(
            words.question(Field::Hopes).ask(&plan),
            words.question(Field::Hopes).ask
        );
        assert_eq!(words.name(&plan), words.engine.this_person);
    }

    #[test]
    fn where_no_name_is_known_a_beginning_calls_nobody_by_one() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        assert_eq!(words.answer_start("{name}, we love you.", &plan, ""), "We love you.");
        plan.person.name = Answer::Given(crate::plan::Text::new("Robin"));
        assert_eq!(
            words.answer_start("{name}, we love you.", &plan, ""),
            "Robin, we love you."
        );
    }

    #[test]
    fn the_second_dose_comes_before_the_side_is_lain_on() {
        let words = Words::load("en", None).unwrap();
        let at = |said: &str| {
            words
                .danger
                .card
                .overdose
                .steps
                .iter()
                .position(|step| step.contains(said))
        };
        let (breaths, dose, side) = (at("Breathe for them"), at("{another}"), at("Roll them on their side"));
        assert!(
            breaths.is_some() && breaths < dose && dose < side,
            "{breaths:?} {dose:?} {side:?}"
        );
    }
}
