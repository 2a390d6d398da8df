//! What is asked, in order: one short table a step (design#order).
//!
//! Here each question is tied to its field, its kind and its length. Not here: how a kind asks
//! ([`journey`](crate::journey)), and any sentence.

mod boundaries;
pub mod call;
mod changed;
mod day;
mod hints;
mod options;
mod people;
mod person;
mod professional;
mod review;
mod safety;
mod start;
mod table;
mod who;
mod words;

pub use boundaries::title as boundary_title;
pub use changed::steps_between;
pub use hints::listener;

use crate::journey::kinds::ItemList;
use crate::journey::{ItemRef, Journey, JourneyEntry, Question, QuestionAt, Tier};
use crate::plan::{Ages, Field, Gate, Id, Plan, Section};
use crate::readiness;

/// One step: its section and its questions, in order.
pub struct Step {
    /// The section.
    pub section: Section,
    /// The questions.
    pub questions: &'static [Question],
}

impl Step {
    const fn new(section: Section, questions: &'static [Question]) -> Step {
        Step { section, questions }
    }
}

/// Every step, in the order of the visit. The length is asked on the home page, danger now before everything.
pub static STEPS: &[Step] = &[
    Step::new(Section::Start, start::START),
    Step::new(Section::Who, who::WHO),
    Step::new(Section::Safety, safety::SAFETY),
    Step::new(Section::Person, person::PERSON),
    Step::new(Section::Professional, professional::PROFESSIONAL),
    Step::new(Section::Way, day::WAY),
    Step::new(Section::Attendees, people::ATTENDEES),
    Step::new(Section::Options, options::OPTIONS),
    Step::new(Section::Boundaries, boundaries::BOUNDARIES),
    Step::new(Section::Words, words::WORDS),
    Step::new(Section::Day, day::DAY),
    Step::new(Section::Review, day::REVIEW),
];

/// All questions of a length.
pub fn journey(tier: Tier) -> Journey {
    let entry = |section, question| JourneyEntry {
        section,
        here: QuestionAt {
            question,
            item: ItemRef::PLAN,
        },
    };
    let entries = STEPS
        .iter()
        .flat_map(|step| step.questions.iter().map(move |question| entry(step.section, question)));
    Journey {
        entries: entries.collect(),
        tier,
        introduces: true,
    }
}

/// The questions of one section at a length.
pub fn section_journey(section: Section, tier: Tier) -> Journey {
    let mut journey = journey(tier);
    journey.entries.retain(|entry| entry.section == section);
    journey
}

/// The question of a field that belongs to the plan itself.
pub fn question(field: Field) -> Option<&'static Question> {
    STEPS
        .iter()
        .flat_map(|step| step.questions)
        .find(|question| question.field == field)
}

/// The step in which a field is asked about, the plan's own or that of an item.
pub fn section_of(field: Field) -> Option<Section> {
    let own = STEPS
        .iter()
        .find(|step| step.questions.iter().any(|q| q.field == field));
    let of_item = || item_lists().find(|group| group.questions.iter().any(|q| q.field == field));
    own.map(|step| step.section)
        .or_else(|| of_item().map(|group| group.section))
}

/// The question of a field, about an item of a list where one is named; `None` if no such item is left.
pub fn entry(field: Field, item: Option<&Id>, plan: &Plan) -> Option<JourneyEntry> {
    let Some(id) = item else {
        let step = STEPS
            .iter()
            .find(|step| step.questions.iter().any(|q| q.field == field))?;
        return Some(JourneyEntry {
            section: step.section,
            here: QuestionAt {
                question: question(field)?,
                item: ItemRef::PLAN,
            },
        });
    };
    let group = item_lists().find(|group| group.questions.iter().any(|q| q.field == field))?;
    plan.has(group.list, id).then_some(())?;
    Some(JourneyEntry {
        section: group.section,
        here: QuestionAt {
            question: group.questions.iter().find(|q| q.field == field)?,
            item: group.item(id),
        },
    })
}

/// The lists, in order.
pub fn item_lists() -> impl Iterator<Item = &'static ItemList> {
    STEPS
        .iter()
        .flat_map(|step| step.questions)
        .filter_map(|question| question.kind.item_list())
}

/// Somebody under 18 who plans is asked for no place, no professional and nobody's number (design#tasks).
fn is_adult(plan: &Plan, _: &Id) -> bool {
    !plan.person.ages.is(&Ages::PlannerUnder)
}

/// True while the plan may have a date, letters, boundaries and a meeting (design#gate).
fn gate_lets(plan: &Plan, _: &Id) -> bool {
    readiness::gate(plan) != Gate::Closed
}

#[cfg(test)]
mod landing_tests;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::plan::{Answer, Checked, List, OptionKind, ProStatus, Text};

    #[test]
    fn every_field_is_asked_exactly_once() {
        let plan_level = STEPS.iter().flat_map(|step| step.questions);
        let items = item_lists().flat_map(|group| group.questions);
        let asked: Vec<Field> = plan_level.chain(items).map(|question| question.field).collect();
        let once: BTreeSet<Field> = asked.iter().copied().collect();
        assert_eq!(asked.len(), once.len(), "a field is asked twice");
        let missing: Vec<&Field> = Field::ALL.iter().filter(|field| !once.contains(field)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    /// Over all steps: no two questions are put in the same words, and where an answer is somewhere already, it stands
    /// filled in.
    #[test]
    fn no_field_asks_for_what_another_already_holds() {
        let words = crate::words::Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let asks: Vec<String> = Field::ALL
            .iter()
            .map(|field| words.question(*field).ask(&plan).to_string())
            .collect();
        let twice: Vec<&String> = asks
            .iter()
            .filter(|ask| asks.iter().filter(|other| other == ask).count() > 1)
            .collect();
        assert!(twice.is_empty(), "{twice:?}");
        let planner = crate::plan::Id::planner();
        let id = plan.add(crate::plan::List::Statements);
        plan.statements[&id].person = crate::plan::Answer::Given(planner.clone());
        let boundary = plan.boundaries.iter().find(|one| one.person.is(&planner)).unwrap();
        let held = [
            (Field::StaLove, plan.person.love.words().to_string()),
            (Field::StaBoundary, boundary.i_will.words().to_string()),
        ];
        for (field, known) in held {
            assert_eq!(kept_with_enter(field, &id, &plan).1.suggestion, known, "{field:?}");
        }
    }

    /// A question that Enter alone answers: the plan with the answer, and what was asked.
    fn kept_with_enter(field: Field, id: &crate::plan::Id, plan: &Plan) -> (Plan, crate::prompt::PromptSeen) {
        asked(field, id, plan, vec![crate::prompt::ScriptedReply::Enter])
    }

    /// A question, and what comes of these replies: the plan, and what was asked.
    fn asked(
        field: Field,
        id: &crate::plan::Id,
        plan: &Plan,
        replies: Vec<crate::prompt::ScriptedReply>,
    ) -> (Plan, crate::prompt::PromptSeen) {
        let words = crate::words::Words::load("en", None).unwrap();
        let mut script = crate::prompt::Scripted::new(replies);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let today = plan.changed.unwrap_or_default();
        let mut session = crate::session::Session::new(&mut script, &words, today, &mut keep);
        let mut plan = plan.clone();
        let here = entry(field, Some(id), &plan).unwrap().here;
        // Without a reply the script is at its end, and says so.
        let _ = here.ask(&mut plan, &mut session);
        (plan, script.transcript().last().unwrap().clone())
    }

    #[test]
    fn the_doctor_who_was_named_is_the_first_professional_with_enter_and_no_other_one() {
        let mut plan = Plan::default();
        plan.person.care_contact = Answer::Given(Text::new("Dr. Lee, 555-0117"));
        let [first, second] = [List::Professionals; 2].map(|list| plan.add(list));
        for id in [&first, &second] {
            plan.professionals[id].status = Answer::Given(ProStatus::Have);
        }
        let (kept, seen) = kept_with_enter(Field::ProName, &first, &plan);
        assert_eq!(seen.suggestion, "Dr. Lee, 555-0117");
        let pro = &kept.professionals[&first];
        assert_eq!((pro.name.words(), pro.phone.words()), ("Dr. Lee", "555-0117"));
        assert_eq!(asked(Field::ProName, &second, &plan, Vec::new()).1.suggestion, "");
    }

    #[test]
    fn what_the_kind_of_a_place_says_already_is_kept_with_enter() {
        let mut plan = Plan::default();
        let id = plan.add(List::Options);
        plan.treatment_options[&id].kind = Answer::Given(OptionKind::Otp);
        let (kept, seen) = kept_with_enter(Field::OptMedication, &id, &plan);
        assert_eq!(seen.before, "0", "the first row is pointed at");
        assert!(kept.treatment_options[&id].medication_offered.is(&Checked::Yes));
    }

    #[test]
    fn who_the_planner_is_to_them_is_asked_once() {
        let mut plan = Plan::default();
        let other = plan.add(List::Attendees);
        let group = item_lists().find(|group| group.list == List::Attendees).unwrap();
        let question = group
            .questions
            .iter()
            .find(|question| question.field == Field::AttRelation)
            .unwrap();
        assert!((question.applies)(&plan, &other) && !(question.applies)(&plan, &Id::planner()));
    }

    #[test]
    fn somebody_under_18_who_plans_is_asked_for_no_place_no_professional_and_no_number() {
        let mut plan = Plan::default();
        let stands = |field: Field, plan: &Plan| {
            let here = QuestionAt {
                question: question(field).unwrap(),
                item: ItemRef::PLAN,
            };
            here.is_asked(plan, Tier::Everything)
        };
        let theirs = [
            Field::CareContact,
            Field::Professionals,
            Field::Options,
            Field::Insurance,
        ];
        assert!(theirs.iter().all(|field| stands(*field, &plan)));
        plan.person.ages = crate::plan::Answer::Given(Ages::PlannerUnder);
        assert!(!theirs.iter().any(|field| stands(*field, &plan)));
        assert!(stands(Field::Naloxone, &plan) && stands(Field::Tell, &plan));
        let words = crate::words::Words::load("en", None).unwrap();
        for means in [
            crate::plan::Means::Gun,
            crate::plan::Means::Pills,
            crate::plan::Means::Both,
        ] {
            let said = words.note_for(&means, &plan);
            assert!(said.contains("Do not touch") && said.to_lowercase().contains("tell an adult"));
            assert!(!said.contains("ock it up") && !said.contains("ock them up"), "{said}");
        }
    }

    // Holds R-39 (speaks)
    #[test]
    fn r_39_every_question_can_be_left_open() {
        for question in STEPS.iter().flat_map(|step| step.questions) {
            let here = QuestionAt {
                question,
                item: ItemRef::PLAN,
            };
            let mut plan = Plan::default();
            assert!(!here.is_settled(&plan), "{:?}", question.field);
            question.kind.skip(&here, &mut plan, None);
            assert!(here.is_settled(&plan), "{:?}", question.field);
        }
        for group in item_lists() {
            let mut plan = Plan::default();
            let id = plan.add(group.list);
            for question in group.questions {
                let here = QuestionAt {
                    question,
                    item: group.item(&id),
                };
                question.kind.skip(&here, &mut plan, None);
                assert!(here.is_settled(&plan), "{:?}", question.field);
            }
        }
    }

    #[test]
    fn the_straight_walk_of_an_item_is_short() {
        for group in item_lists() {
            let most = match group.list {
                crate::plan::List::Boundaries => 4,
                crate::plan::List::Statements => 10,
                // Four of them only where somebody agrees to a meeting, and one more where another said no.
                crate::plan::List::Professionals => 10,
                _ => 6,
            };
            let asked = group
                .questions
                .iter()
                .filter(|question| question.tier <= Tier::ThePlan)
                .count();
            assert!(asked <= most, "{:?}: {asked}", group.list);
        }
    }
}
