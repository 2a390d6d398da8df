//! A whole plan for the tests of the rules, and the shape of a case.

use chrono::NaiveDate;

use crate::plan::*;

use super::{Level, Rule};

/// The day on which the tests look.
pub(super) const TODAY: &str = "2026-11-21";

/// One rule: a change to a whole plan that makes it speak, once, and one that leaves it silent.
pub(super) struct GapCase {
    pub rule: Rule,
    pub level: Level,
    pub field: Field,
    pub speaks: fn(&mut Plan),
    pub silent: fn(&mut Plan),
}

pub(super) const fn case(
    rule: Rule,
    level: Level,
    field: Field,
    speaks: fn(&mut Plan),
    silent: fn(&mut Plan),
) -> GapCase {
    GapCase {
        rule,
        level,
        field,
        speaks,
        silent,
    }
}

/// The whole plan as it is.
pub(super) fn nothing(_: &mut Plan) {}

pub(super) fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

pub(super) fn text(words: &str) -> Answer<Text> {
    Answer::Given(Text::new(words))
}

fn person(plan: &mut Plan, name: &str, takes_part: TakesPart, part: Part) -> Id {
    let id = plan.add(List::Attendees);
    let attendee = &mut plan.attendees[&id];
    attendee.name = text(name);
    attendee.takes_part = Answer::Given(takes_part);
    attendee.parts = Answer::Given(vec![part]);
    attendee.own_support = text("A friend.");
    attendee.id.clone()
}

fn option(plan: &mut Plan, name: &str, kind: OptionKind) {
    let id = plan.add(List::Options);
    let option = &mut plan.treatment_options[&id];
    option.name = text(name);
    option.kind = Answer::Given(kind);
    option.medication_offered = Answer::Given(Checked::Yes);
    option.suited_treatment = Answer::Given(Checked::Yes);
    option.soonest_start = Answer::Given(date("2026-12-12").into());
    option.withdrawal_care = Answer::Given(Checked::Yes);
    option.pays_with = Answer::Given(vec![Pays::Medicaid]);
}

fn statement(plan: &mut Plan, who: &Id) {
    let id = plan.add(List::Statements);
    let statement = &mut plan.statements[&id];
    statement.person = Answer::Given(who.clone());
    statement.love = text("I love you.");
    statement.ask = text("Will you go today?");
}

/// A plan in which no rule speaks: four attendees (Ana leads, Ben drives, Cal on the phone, Dee by letter), Eva with
/// the children, two options, two boundaries, a professional who agrees.
pub(super) fn ready() -> Plan {
    let mut plan = Plan::default();
    plan.planner.own_care = text("I walk.");
    plan.changed = Some(date("2026-11-16"));
    plan.person.ages = Answer::Given(Ages::Both);
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    plan.person.recent = Answer::Given(vec![Recent::Nothing]);
    plan.person.care = Answer::Given(Care::Neither);
    plan.person.children = Answer::Given(Children::Yes);
    plan.person.insurance = Answer::Given(Known::Yes);
    safety(&mut plan);
    let people = people(&mut plan);
    option(&mut plan, "Birch Street", OptionKind::Office);
    option(&mut plan, "Harbor House", OptionKind::Residential);
    plan.treatment_options[0].rank = Answer::Given(Rank::First);
    for (who, kind) in people.iter().zip([BoundaryKind::Money, BoundaryKind::Car]) {
        let id = plan.add(List::Boundaries);
        let boundary = &mut plan.boundaries[&id];
        boundary.person = Answer::Given(who.clone());
        boundary.kind = Answer::Given(kind);
        boundary.what_stays = text("I will still eat with you.");
        boundary.starts = Answer::Given(date("2026-12-13"));
    }
    let id = plan.add(List::Objections);
    plan.objections[&id].kind = Answer::Given(ObjectionKind::Cost);
    plan.objections[&id].speaker = Answer::Given(people[0].clone());
    plan.objections[&id].is_true = Answer::Given(YesNo::Yes);
    day(&mut plan, &people[0]);
    plan
}

fn safety(plan: &mut Plan) {
    plan.safety.naloxone = Answer::Given(Naloxone::InReach);
    plan.safety.means = Answer::Given(Means::No);
    plan.safety.this_session.harm = Answer::Given(Harm::No);
    plan.safety.this_session.suicide = Answer::Given(Suicide::No);
    plan.safety.this_session.pregnant = Answer::Given(YesNo::No);
    for field in Safety::PRIVATE_QUESTIONS {
        plan.safety.note_asked(field, date("2026-11-10"));
    }
    crate::readiness::update_gate(plan, date("2026-11-10"));
    let id = plan.add(List::Professionals);
    let pro = &mut plan.professionals[&id];
    pro.status = Answer::Given(ProStatus::Have);
    pro.r#type = Answer::Given(ProType::Counselor);
    pro.name = text("Linden");
    pro.agrees_meeting_is_safe = Answer::Given(Agrees::Yes);
    pro.agreed_on = Answer::Given(date("2026-11-12"));
    pro.conditions = text("At my office.");
    pro.licence_checked = Answer::Given(Checked::Yes);
    pro.knows_the_date = Answer::Given(YesNo::Yes);
    pro.knows_answers = Answer::Given(YesNo::Yes);
    plan.note_professional(Field::ProKnows, &id);
}

fn people(plan: &mut Plan) -> Vec<Id> {
    let people = vec![
        person(plan, "Ana", TakesPart::InTheRoom, Part::Chair),
        person(plan, "Ben", TakesPart::InTheRoom, Part::Driver),
        person(plan, "Cal", TakesPart::ByPhone, Part::Logistics),
        person(plan, "Dee", TakesPart::Letter, Part::Nothing),
    ];
    person(plan, "Eva", TakesPart::Behind, Part::Carer);
    plan.attendees[3].reader = Answer::Given(people[0].clone());
    for who in &people {
        statement(plan, who);
    }
    people
}

fn day(plan: &mut Plan, who: &Id) {
    plan.way.kind = Answer::Given(Way::Invited);
    plan.way.invitation = text("Will you come?");
    plan.day.date = Answer::Given(date("2026-12-12"));
    plan.day.place = text("The office.");
    plan.day.rehearsal = Answer::Given(date("2026-12-10"));
    plan.day.opening = text("Thank you for coming.");
    plan.day.plan_b = text("We try again.");
    plan.afterwards.tonight = Answer::Given(who.clone());
    plan.afterwards.naloxone_with = Answer::Given(who.clone());
    plan.add(List::FollowUps);
}
