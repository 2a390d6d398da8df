//! Which answer of the plan settles a task, so that nobody is asked for what they have just answered (evidence#tasks).
//!
//! What is about naloxone, an overdose, a gun, pills, fear or suicide is settled by nobody but a person. An answer that
//! goes opens its task again.

use std::collections::HashMap;

use crate::plan::*;
use crate::readiness::{is_contacted, standing_agreement};

use super::conditions::{has_beds, is_detox};

/// How a row is done: a row of the tables says it bare.
#[allow(clippy::enum_variant_names)]
#[derive(Clone, Copy, Debug)]
pub enum Settling {
    /// Only a person can say so.
    ByHand,
    /// An answer of the plan does it, too.
    ByAnswer(fn(&Plan) -> Option<Settled>),
    /// For each of several people their own answer does it, too.
    ByAnswerOf(fn(&Plan) -> SettledFor<'_>),
}

/// Whose answers settle a task for whom: looked up once for all.
pub type SettledFor<'a> = Box<dyn Fn(&Id) -> Option<Settled> + 'a>;

/// The answer that settled a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// The question.
    pub field: Field,
    /// The item of a list it was asked about.
    pub item: Option<Id>,
}

/// Settled by this answer, if it is there.
fn by(there: bool, field: Field) -> Option<Settled> {
    there.then_some(Settled { field, item: None })
}

/// For each person the first of these that is theirs.
fn first_of_each<'a, T>(items: impl Iterator<Item = (&'a Answer<Id>, T)>) -> HashMap<&'a Id, T> {
    let mut theirs = HashMap::new();
    for (person, item) in items {
        if let Some(person) = person.given() {
            theirs.entry(person).or_insert(item);
        }
    }
    theirs
}

fn by_item(id: &Id, field: Field) -> Option<Settled> {
    let item = Some(id.clone());
    Some(Settled { field, item })
}

/// Yes or no was said; "not asked yet" is no answer.
fn known(answer: &Answer<Checked>) -> bool {
    answer.is_one_of(&[Checked::Yes, Checked::No])
}

/// "That is everyone" was said of a list.
fn closed(plan: &Plan, list: List) -> bool {
    let said = plan.visit.everyone.get(list.field().code());
    said.is_some_and(|length| length.given().is_some())
}

/// Every place with a name answers this; nothing is settled while there is none.
fn every_place(plan: &Plan, field: Field, answers: impl Fn(&TreatmentOption) -> bool) -> Option<Settled> {
    some_places(plan, field, |_| true, answers)
}

/// The same for the places of one sort.
fn some_places(
    plan: &Plan,
    field: Field,
    sort: impl Fn(&TreatmentOption) -> bool,
    answers: impl Fn(&TreatmentOption) -> bool,
) -> Option<Settled> {
    let mut of_sort = plan
        .treatment_options
        .iter()
        .filter(|place| place.name.is_typed() && sort(place))
        .peekable();
    by(of_sort.peek().is_some() && of_sort.all(answers), field)
}

/// A guardian is part of the plan.
pub fn guardian(plan: &Plan) -> Option<Settled> {
    by(plan.person.guardian.is(&Known::Yes), Field::Guardian)
}

/// Somebody else helps.
pub fn somebody_helps(plan: &Plan) -> Option<Settled> {
    let other = |one: &Attendee| one.helps() && one.id != Id::planner() && one.name.is_typed();
    by(plan.attendees.iter().any(other), Field::Attendees)
}

/// They named their own support, or a group of theirs is on the list.
pub fn own_support(plan: &Plan) -> SettledFor<'_> {
    let groups = first_of_each(plan.support_groups.iter().map(|group| (&group.person, &group.id)));
    Box::new(move |person| {
        if let Some(group) = groups.get(person) {
            return by_item(group, Field::GroupName);
        }
        let one = plan.attendee(person).filter(|one| one.own_support.is_typed())?;
        by_item(&one.id, Field::AttSupport)
    })
}

/// A professional was spoken with.
pub fn professional_called(plan: &Plan) -> Option<Settled> {
    let spoken = plan
        .professionals
        .iter()
        .any(|pro| pro.name.is_typed() && is_contacted(pro));
    by(spoken, Field::Professionals)
}

/// A professional agreed and was told of every answer, and the gate is open.
pub fn meeting_agreed(plan: &Plan) -> Option<Settled> {
    by_item(&standing_agreement(plan)?.id, Field::ProAgrees)
}

/// Somebody has asked, and they listened.
pub fn calmly_asked(plan: &Plan) -> Option<Settled> {
    by(plan.person.asked.is(&Asked::Listened), Field::Asked)
}

/// What was seen, hoped for and of help is written down.
pub fn known_written(plan: &Plan) -> Option<Settled> {
    let person = &plan.person;
    let seen = person.signs.all().iter().any(|sign| !matches!(sign, Sign::RatherNot));
    by(
        seen && person.hopes.is_typed() && person.helped_before.is_typed(),
        Field::HelpedBefore,
    )
}

/// What they saw is in what they will say.
pub fn events_written(plan: &Plan) -> SettledFor<'_> {
    let told = plan.statements.iter().filter(|one| one.events.is_typed());
    let told = first_of_each(told.map(|one| (&one.person, &one.id)));
    Box::new(move |person| by_item(told.get(person)?, Field::StaEvents))
}

/// Everybody who takes part is on the list, and there are two at least.
pub fn team_picked(plan: &Plan) -> Option<Settled> {
    let there = plan.attendees.iter().filter(|one| one.attends() && one.name.is_typed());
    let whole = closed(plan, List::Attendees);
    by(whole && there.count() >= 2, Field::Attendees)
}

/// Each letter has somebody in the room who reads it.
pub fn readers_named(plan: &Plan) -> Option<Settled> {
    let mut writers = plan.attendees.iter().filter(|one| one.writes());
    let read = |one: &Attendee| {
        let reader = one.reader.given().and_then(|id| plan.attendee(id));
        reader.is_some_and(|reader| reader.attends() && reader.id != one.id)
    };
    by(writers.all(read), Field::AttReader)
}

/// Each part has somebody.
pub fn parts_named(plan: &Plan) -> Option<Settled> {
    let held = |part: &Part| !plan.holders(part.clone()).is_empty();
    let parts = [Part::Chair, Part::Logistics, Part::Driver, Part::Safety];
    by(parts.iter().all(held), Field::AttParts)
}

/// The first place: in network, and is approval needed?
pub fn insurer_asked(plan: &Plan) -> Option<Settled> {
    let first = plan.first_choice()?;
    let asked = known(&first.in_network) && known(&first.preauthorisation);
    asked.then(|| by_item(&first.id, Field::OptNetwork)).flatten()
}

/// Two places were asked.
pub fn two_places(plan: &Plan) -> Option<Settled> {
    let asked = plan
        .treatment_options
        .iter()
        .filter(|place| place.name.is_typed() && place.date_checked.given().is_some());
    by(asked.count() >= 2, Field::Options)
}

/// Every place was asked about methadone and buprenorphine.
pub fn medicine_asked(plan: &Plan) -> Option<Settled> {
    every_place(plan, Field::OptMedication, |place| known(&place.medication_offered))
}

/// Every place was asked about the treatment that helps with alcohol.
pub fn alcohol_asked(plan: &Plan) -> Option<Settled> {
    suited_asked(plan, Suited::Alcohol)
}

/// The same for cocaine or meth.
pub fn stimulants_asked(plan: &Plan) -> Option<Settled> {
    suited_asked(plan, Suited::Stimulants)
}

/// The same for calming pills.
pub fn taper_asked(plan: &Plan) -> Option<Settled> {
    suited_asked(plan, Suited::Calming)
}

fn suited_asked(plan: &Plan, suited: Suited) -> Option<Settled> {
    let about_it = plan.suited() == Some(suited);
    let asked = || every_place(plan, Field::OptSuited, |place| known(&place.suited_treatment));
    about_it.then(asked).flatten()
}

/// Every place with beds said what comes after it.
pub fn leaving_asked(plan: &Plan) -> Option<Settled> {
    some_places(plan, Field::OptAfter, has_beds, |place| {
        place.what_happens_after.is_typed()
    })
}

/// Every detox said what comes after it, and if a medicine goes on there.
pub fn detox_asked(plan: &Plan) -> Option<Settled> {
    some_places(plan, Field::OptContinues, is_detox, |place| {
        place.what_happens_after.is_typed() && known(&place.continues_existing_medication)
    })
}

/// Every place: licensed, who checks its work, and which warning signs there were.
pub fn licence_checked(plan: &Plan) -> Option<Settled> {
    every_place(plan, Field::OptLicensed, |place| {
        known(&place.licensed) && place.accredited_by.is_typed() && place.red_flags_noticed.given().is_some()
    })
}

/// The first place: how it is paid, and what is due on the first day.
pub fn payment_decided(plan: &Plan) -> Option<Settled> {
    let first = plan.first_choice()?;
    let ways = first.pays_with.given();
    let decided = ways.is_some_and(|ways| !ways.is_empty() && !ways.contains(&Pays::NotAsked));
    (decided && first.due_on_day_one.is_typed())
        .then(|| by_item(&first.id, Field::OptDueDayOne))
        .flatten()
}

/// There is a first place and a backup.
pub fn places_chosen(plan: &Plan) -> Option<Settled> {
    let ranked = |rank: Rank| plan.treatment_options.iter().any(|place| place.rank.is(&rank));
    by(ranked(Rank::First) && ranked(Rank::Backup), Field::OptRank)
}

/// They have a boundary, or the list of boundaries was closed.
pub fn boundary_written(plan: &Plan) -> SettledFor<'_> {
    let written = plan.boundaries.iter().filter(|one| one.i_will.is_typed());
    let written = first_of_each(written.map(|one| (&one.person, ())));
    let closed = closed(plan, List::Boundaries);
    Box::new(move |person| by(closed || written.contains_key(person), Field::Boundaries))
}

/// Every boundary on housing, children or the phone was talked over with the professional.
pub fn boundaries_checked(plan: &Plan) -> Option<Settled> {
    let mut graves = plan.boundaries.iter().filter(|one| one.is_grave()).peekable();
    let there = graves.peek().is_some();
    by(
        there && graves.all(|one| one.talked_with_professional.is(&YesNo::Yes)),
        Field::Boundaries,
    )
}

/// It is known how leave is asked for.
pub fn leave_planned(plan: &Plan) -> Option<Settled> {
    by(plan.day.leave.is_typed(), Field::Leave)
}

/// Somebody sees to children, pets and home.
pub fn home_cared_for(plan: &Plan) -> Option<Settled> {
    by(plan.day.home_care.is_typed(), Field::HomeCare)
}

/// The calm adult for the children is named, and nobody under 18 is in the room or on the line.
pub fn children_cared_for(plan: &Plan) -> Option<Settled> {
    let minor = plan.attendees.iter().any(|one| one.is_minor() && one.attends());
    by(plan.person.calm_adult.is_typed() && !minor, Field::CalmAdult)
}

/// The way is chosen.
pub fn way_chosen(plan: &Plan) -> Option<Settled> {
    let chosen = plan.way.kind.given().is_some_and(|way| *way != Way::NotDecided);
    by(chosen, Field::Way)
}

/// The day, the time and the place.
pub fn date_set(plan: &Plan) -> Option<Settled> {
    let day = &plan.day;
    by(
        day.date.given().is_some() && day.time.is_typed() && day.place.is_typed(),
        Field::Date,
    )
}

/// Each of the things they may say has an answer and somebody who gives it.
pub fn answers_ready(plan: &Plan) -> Option<Settled> {
    let ready = |one: &Objection| one.answer.is_typed() && one.speaker.given().is_some();
    by(
        !plan.objections.is_empty() && plan.objections.iter().all(ready),
        Field::Objections,
    )
}

/// The way there.
pub fn transport_planned(plan: &Plan) -> Option<Settled> {
    by(plan.day.transport.is_typed(), Field::Transport)
}

/// The first and last words, who speaks when, and the word that means stop.
pub fn opening_written(plan: &Plan) -> Option<Settled> {
    let day = &plan.day;
    let order = day.order.given().is_some_and(|order| !order.is_empty());
    by(
        [&day.opening, &day.closing, &day.stop_word]
            .into_iter()
            .all(|said| said.is_typed())
            && order,
        Field::Opening,
    )
}

/// What to do if it goes another way.
pub fn other_way_planned(plan: &Plan) -> Option<Settled> {
    by(plan.day.plan_b.is_typed(), Field::PlanB)
}

#[cfg(test)]
#[path = "settled_tests.rs"]
mod tests;
