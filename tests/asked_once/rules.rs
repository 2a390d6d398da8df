//! How one answer keeps another question from being asked anew, and the plans to try it with.

use steadfast::journey::kinds;
use steadfast::plan::*;
use steadfast::prompt::ScriptedReply;

use super::answer;
use crate::common::home::{Home, words};

/// A word that is in no answer of the example.
pub const WORD: &str = "Quillfeather";

/// How one answer keeps another question from being asked anew.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Then {
    /// It is not asked.
    NotAsked,
    /// It stands there, and Enter keeps it.
    FilledIn,
}
use Then::{FilledIn, NotAsked};

/// Changes the example, and says which item the question is about.
pub type Makes = fn(&mut Plan) -> Id;

/// The answer that is there before, the question that holds the same, a plan without the answer, one with it, and how the
/// question then knows. The way to a place can be answered with the place and with the day, and has a row for each.
pub type Rule = (Field, Field, Makes, Makes, Then);

pub const RULES: &[Rule] = &[
    (Field::PlannerName, Field::AttName, somebody, planner, FilledIn),
    (Field::Relation, Field::AttRelation, somebody, planner, NotAsked),
    (Field::Ages, Field::AttAdult, somebody, planner, NotAsked),
    (
        Field::CareContact,
        Field::ProName,
        a_professional,
        |p| {
            p.person.care_contact = typed("Quillfeather 555-0111");
            a_professional(p)
        },
        FilledIn,
    ),
    (
        Field::CareContact,
        Field::ProPhone,
        a_professional,
        named_with_a_number,
        FilledIn,
    ),
    (
        Field::ProName,
        Field::ProPhone,
        a_professional,
        named_with_a_number,
        FilledIn,
    ),
    (
        Field::OptName,
        Field::OptPhone,
        a_place,
        |p| {
            let id = a_place(p);
            answer(
                p,
                Field::OptName,
                &id,
                ScriptedReply::Line("Birch Quillfeather 555-0111".into()),
            );
            id
        },
        FilledIn,
    ),
    (
        Field::OptKind,
        Field::OptMedication,
        a_place,
        |p| {
            let id = a_place(p);
            place(p).kind = Answer::Given(OptionKind::Otp);
            id
        },
        FilledIn,
    ),
    (
        Field::OptSoonest,
        Field::OptWaiting,
        a_place,
        |p| {
            let id = a_place(p);
            place(p).soonest_start = Answer::Given(SoonestStart::WalkIn);
            id
        },
        NotAsked,
    ),
    (
        Field::Transport,
        Field::OptTransport,
        a_place,
        |p| {
            let id = a_place(p);
            p.day.transport = typed(WORD);
            id
        },
        FilledIn,
    ),
    (
        Field::OptTransport,
        Field::Transport,
        the_day,
        |p| {
            a_place(p);
            place(p).transport_plan_to_get_there = typed(WORD);
            Id::NONE
        },
        FilledIn,
    ),
    (
        Field::GoesAlong,
        Field::OptGoesAlong,
        a_place,
        |p| {
            let id = a_place(p);
            p.afterwards.goes_along = Answer::Given(alder(p));
            id
        },
        FilledIn,
    ),
    (
        Field::OptGoesAlong,
        Field::GoesAlong,
        the_day,
        |p| {
            a_place(p);
            place(p).who_goes_along = Answer::Given(alder(p));
            Id::NONE
        },
        FilledIn,
    ),
    (
        Field::BouOnlyIfNo,
        Field::BouAfterYes,
        a_boundary,
        |p| {
            let id = a_boundary(p);
            p.boundaries[0].only_if_answer_is_no = Answer::Given(YesNo::Yes);
            id
        },
        NotAsked,
    ),
    (
        Field::Love,
        Field::StaLove,
        a_letter,
        |p| {
            p.person.love = typed(WORD);
            a_letter(p)
        },
        FilledIn,
    ),
    (
        Field::BouWill,
        Field::StaBoundary,
        a_letter,
        |p| {
            let id = a_letter(p);
            p.add(List::Boundaries);
            p.boundaries[0].person = Answer::Given(Id::planner());
            p.boundaries[0].i_will = typed("Starting Friday, I will keep my Quillfeather.");
            id
        },
        FilledIn,
    ),
    (
        Field::CalmAdult,
        Field::HomeCare,
        the_day,
        |p| {
            p.person.calm_adult = typed(WORD);
            Id::NONE
        },
        FilledIn,
    ),
];

fn typed(text: &str) -> Answer<Text> {
    Answer::Given(Text::new(text))
}

/// The example without what the rules are about.
pub fn plan() -> Plan {
    let mut plan = Home::with(words().example).plan();
    plan.professionals.clear();
    plan.boundaries.clear();
    plan.statements.clear();
    plan.treatment_options.clear();
    plan.person.care_contact = Answer::Unasked;
    plan.person.love = Answer::Unasked;
    plan.person.calm_adult = Answer::Unasked;
    plan.person.children = Answer::Given(Children::Yes);
    plan.planner.name = typed(WORD);
    plan.day.transport = Answer::Unasked;
    plan.day.home_care = Answer::Unasked;
    plan.afterwards.goes_along = Answer::Unasked;
    plan
}

fn the_day(_: &mut Plan) -> Id {
    Id::NONE
}

fn somebody(plan: &mut Plan) -> Id {
    plan.add(List::Attendees)
}

/// The planner, as the list of those who help is made ready.
fn planner(plan: &mut Plan) -> Id {
    plan.attendees.clear();
    plan.visit.everyone.clear();
    kinds::planner_attends(plan).unwrap()
}

/// The only one, who was found.
fn a_professional(plan: &mut Plan) -> Id {
    let id = plan.add(List::Professionals);
    plan.professionals[0].status = Answer::Given(ProStatus::Have);
    id
}

fn named_with_a_number(plan: &mut Plan) -> Id {
    let id = a_professional(plan);
    answer(
        plan,
        Field::ProName,
        &id,
        ScriptedReply::Line("Quillfeather 555-0111".into()),
    );
    id
}

/// The first choice.
fn a_place(plan: &mut Plan) -> Id {
    plan.add(List::Options)
}

fn place(plan: &mut Plan) -> &mut TreatmentOption {
    &mut plan.treatment_options[0]
}

fn a_boundary(plan: &mut Plan) -> Id {
    plan.add(List::Boundaries)
}

/// What the planner will say.
fn a_letter(plan: &mut Plan) -> Id {
    let id = plan.add(List::Statements);
    plan.statements[0].person = Answer::Given(Id::planner());
    id
}

fn alder(plan: &Plan) -> Id {
    let alder = plan.attendees.iter().find(|one| one.name.words() == "Alder");
    alder.unwrap().id.clone()
}
