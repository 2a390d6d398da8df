//! Plans for the tests of this room.

use chrono::{Days, NaiveDate};

use crate::plan::*;

/// The day on which the tests look.
pub const TODAY: &str = "2026-11-21";

pub fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

/// A plan with an open gate and nothing else.
pub fn calm() -> Plan {
    let mut plan = Plan::default();
    plan.planner.name = Answer::Given(Text::new("Rosa"));
    plan.person.ages = Answer::Given(Ages::Both);
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    plan.person.recent = Answer::Given(vec![Recent::Nothing]);
    plan.safety.means = Answer::Given(Means::No);
    plan.safety.this_session.harm = Answer::Given(Harm::No);
    plan.safety.this_session.suicide = Answer::Given(Suicide::No);
    plan.safety.this_session.pregnant = Answer::Given(YesNo::No);
    for field in Safety::PRIVATE_QUESTIONS {
        plan.safety.note_asked(field, date(TODAY));
    }
    crate::readiness::update_gate(&mut plan, date(TODAY));
    plan
}

/// Adds somebody in the room and says who.
pub fn add_person(plan: &mut Plan, name: &str) -> Id {
    let id = plan.add(List::Attendees);
    plan.attendees[&id].name = Answer::Given(Text::new(name));
    plan.attendees[&id].takes_part = Answer::Given(TakesPart::InTheRoom);
    id
}

/// Adds an option that was called.
pub fn add_option(plan: &mut Plan, name: &str, kind: OptionKind) -> Id {
    let id = plan.add(List::Options);
    let option = &mut plan.treatment_options[&id];
    option.name = Answer::Given(Text::new(name));
    option.kind = Answer::Given(kind);
    option.medication_offered = Answer::Given(Checked::Yes);
    option.date_checked = Answer::Given(date(TODAY));
    id
}

/// As the example: an invitation, five who take part, three options, a day.
pub fn full() -> Plan {
    let mut plan = calm();
    plan.way.kind = Answer::Given(Way::Invited);
    for (name, part) in [
        ("Mara", Part::Chair),
        ("Tom", Part::Logistics),
        ("Ines", Part::Safety),
        ("Leo", Part::Driver),
    ] {
        let id = add_person(&mut plan, name);
        plan.attendees[&id].parts = Answer::Given(vec![part]);
    }
    let letter = add_person(&mut plan, "Gran");
    plan.attendees[4].takes_part = Answer::Given(TakesPart::Letter);
    let id = plan.add(List::Statements);
    plan.statements[&id].person = Answer::Given(letter);
    add_option(&mut plan, "Riverside", OptionKind::Office);
    add_option(&mut plan, "Hillview", OptionKind::Residential);
    add_option(&mut plan, "The Harbor", OptionKind::Intensive);
    plan.person.insurance = Answer::Given(Known::Yes);
    plan.person.work = Answer::Given(Work::Works);
    plan.person.children = Answer::Given(Children::Yes);
    plan.day.date = Answer::Given(date("2027-01-02"));
    plan
}

/// A plan of each kind: as the example, a calm talk, two whose way is open, one that asks first, somebody's letter,
/// a planner under 18, and one whose days will not do.
pub fn of_each_kind() -> Vec<(&'static str, Plan)> {
    let of = |change: fn(&mut Plan)| {
        let mut plan = full();
        change(&mut plan);
        plan
    };
    let example = serde_json::from_str(include_str!("../../prompts/en/example.json")).unwrap();
    vec![
        ("full", full()),
        ("the example", example),
        ("a talk", of(|plan| plan.way.kind = Answer::Given(Way::Talk))),
        ("no way yet", of(|plan| plan.way.kind = Answer::Unasked)),
        (
            "ask first",
            of(|plan| plan.person.recent = Answer::Given(vec![Recent::Overdose])),
        ),
        (
            "closed",
            of(|plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem)),
        ),
        ("young", of(|plan| plan.person.ages = Answer::Given(Ages::PlannerUnder))),
        (
            "a grave boundary",
            of(|plan| {
                let id = plan.add(List::Boundaries);
                plan.boundaries[&id].kind = Answer::Given(BoundaryKind::LivingHere);
            }),
        ),
        ("nothing but a day", calm()),
        (
            "days that will not do",
            of(|plan| {
                let bad = [2, 3, 4, 7, 8, 9, 14, 15, 30, 45, 55];
                let bad = bad.map(|days| date(TODAY) + Days::new(days));
                plan.day.days_that_will_not_do = Answer::Given(bad.to_vec());
            }),
        ),
    ]
}
