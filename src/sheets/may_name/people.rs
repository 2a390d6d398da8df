//! The people: who takes part in the day, who holds which part, and whose name and number may be said.

use std::collections::{HashMap, HashSet};

use crate::plan::{
    Agrees, Answer, Attendee, Gate, Id, Objection, Part, Plan, ProRole, Professional, SupportGroup, TakesPart,
};
use crate::{readiness, tasks};

use super::died;

/// The adults who take part in the day, on a page that may speak of it.
pub fn taking_part(plan: &Plan) -> Vec<&Attendee> {
    let spoken = tasks::speaks_of_the_day(plan);
    let takes_part = |one: &&Attendee| spoken && one.helps() && !one.is_minor();
    plan.attendees.iter().filter(takes_part).collect()
}

/// Somebody who helps, as their own page may know them.
pub fn helper<'a>(plan: &'a Plan, id: &Id) -> Option<&'a Attendee> {
    plan.attendee(id).filter(|one| one.helps())
}

/// The adults who have a page of their own: those who help, and the planner where they have a name.
pub fn grown_readers(plan: &Plan) -> HashSet<Id> {
    let helpers = plan.attendees.iter().filter(|one| one.helps() && !one.is_minor());
    let named = !plan.planner.name.words().is_empty() && plan.attendee(&Id::planner()).is_none();
    let planner = named.then(Id::planner);
    helpers.map(|one| one.id.clone()).chain(planner).collect()
}

/// What somebody is called on their own page.
pub fn own_name(plan: &Plan, id: &Id) -> String {
    plan.name_of(id).unwrap_or_default()
}

/// Those who hold a part on the day.
pub fn holders(plan: &Plan, part: Part) -> Vec<&Attendee> {
    taking_part(plan)
        .into_iter()
        .filter(|one| one.holds(part.clone()))
        .collect()
}

/// The first of them with a name.
pub fn first_holder(plan: &Plan, part: Part) -> Option<&Attendee> {
    holders(plan, part).into_iter().find(|one| !one.name.words().is_empty())
}

/// The second person in the car: whoever drives cannot be it.
pub fn second(plan: &Plan) -> Vec<&Attendee> {
    let mut second = holders(plan, Part::Second);
    second.retain(|one| !one.holds(Part::Driver));
    second
}

/// Those who say something on the day or send it, in the order of the day; who has no place in it comes last.
pub fn speakers(plan: &Plan) -> Vec<&Attendee> {
    let order = plan.day.order.given().map(Vec::as_slice).unwrap_or_default();
    // Of somebody who is in it twice, the first place counts.
    let places: HashMap<&Id, usize> = order.iter().enumerate().rev().map(|(at, id)| (id, at)).collect();
    let place = |one: &Attendee| places.get(&one.id).copied().unwrap_or(order.len());
    let mut speakers = taking_part(plan);
    speakers.retain(|one| one.attends() || one.writes());
    speakers.sort_by_key(|one| place(one));
    speakers
}

/// True for the planner of a talk for two, and for everybody in the room, on the line, or by letter.
pub fn speaks(plan: &Plan, id: &Id) -> bool {
    let behind = |one: &Attendee| one.takes_part.is_one_of(&[TakesPart::Behind, TakesPart::NotPart]);
    let one = plan.attendee(id);
    tasks::speaks_of_the_day(plan) && one.is_none_or(|one| !one.is_minor() && !behind(one))
}

/// Those whose letter somebody reads aloud.
pub fn letters_read_by<'a>(plan: &'a Plan, reader: &Id) -> Vec<&'a Attendee> {
    let mut letters = taking_part(plan);
    letters.retain(|one| one.writes() && one.reader.is(reader) && one.id != *reader);
    if !speaks(plan, reader) {
        letters.clear();
    }
    letters
}

/// Who gives an answer: the one it was given to, where they are there to give it, else the one who leads.
pub fn answers_it(plan: &Plan) -> impl Fn(&Objection) -> Option<Id> {
    let away = |one: &Attendee| one.takes_part.given().is_some() && !one.attends() || one.is_minor();
    let leads = holders(plan, Part::Chair).first().map(|one| one.id.clone());
    move |objection| {
        let named = objection.speaker.given().filter(|id| named(plan, id).is_some());
        let there = named.filter(|id| !plan.attendee(id).is_some_and(away));
        there.or(leads.as_ref()).cloned()
    }
}

/// The name of an adult who helps, or of the planner; of nobody else.
fn named(plan: &Plan, id: &Id) -> Option<String> {
    let out = |one: &Attendee| !one.helps() || one.is_minor();
    plan.name_of(id).filter(|_| !plan.attendee(id).is_some_and(out))
}

/// The name of whoever was chosen for the day or the time after it; nothing where nobody was, or a page may not say it.
pub fn name(plan: &Plan, chosen: &Answer<Id>) -> String {
    names(plan)(chosen)
}

/// The same for many: whether a page speaks of the day is looked up once.
pub fn names(plan: &Plan) -> impl Fn(&Answer<Id>) -> String {
    let spoken = tasks::speaks_of_the_day(plan);
    move |chosen| {
        let chosen = chosen.given().filter(|_| spoken);
        chosen.and_then(|id| named(plan, id)).unwrap_or_default()
    }
}

/// The name of whoever calls a place: that needs no day.
pub fn caller(plan: &Plan, chosen: &Answer<Id>) -> String {
    let spoken = chosen.given().filter(|_| !died(plan));
    spoken.and_then(|id| named(plan, id)).unwrap_or_default()
}

/// The number of whoever was named; nothing if it is not known.
pub fn number_of(plan: &Plan, id: &Id) -> Answer<crate::plan::Text> {
    let one = taking_part(plan).into_iter().find(|one| one.id == *id);
    one.map(|one| one.phone.clone()).unwrap_or_default()
}

/// The professionals.
pub fn professionals(plan: &Plan) -> &[Professional] {
    if died(plan) { &[] } else { &plan.professionals }
}

/// The professional who comes to the meeting or leads it.
pub fn comes_along(plan: &Plan) -> Option<&Professional> {
    let comes = |role: &ProRole| matches!(role, ProRole::Attend | ProRole::Lead);
    let there = |pro: &&Professional| pro.role_in_meeting.given().is_some_and(comes);
    professionals(plan)
        .iter()
        .filter(|_| tasks::speaks_of_the_day(plan))
        .find(there)
}

/// The professionals whose conditions the day rests on: those who agree that a meeting is safe. What they asked for may
/// tell why a plan is not open, so of one that is not, nobody is here. Of one that is, it is what was agreed for the day,
/// and whoever leads has to keep it (design#pages).
pub fn agreeing(plan: &Plan) -> Vec<&Professional> {
    let speaks = tasks::speaks_of_the_day(plan) && readiness::gate(plan) == Gate::Open;
    let agrees = |pro: &&Professional| speaks && pro.agrees_meeting_is_safe.is(&Agrees::Yes);
    professionals(plan).iter().filter(agrees).collect()
}

/// What holds the family up. Whose each is stays with them.
pub fn groups(plan: &Plan) -> &[SupportGroup] {
    &plan.support_groups
}

/// The groups of one of them.
pub fn groups_of<'a>(plan: &'a Plan, id: &Id) -> Vec<&'a SupportGroup> {
    plan.support_groups.iter().filter(|group| group.person.is(id)).collect()
}
