//! What will be said and kept: each person's own, while a page may speak of the day.

use std::collections::{HashMap, HashSet};

use crate::plan::{Answer, Boundary, BoundaryKind, FollowUp, Id, Objection, Plan, Statement, Text, YesNo};
use crate::readiness::BoundaryStart;
use crate::words::Words;
use crate::{readiness, tasks};

use super::people::{answers_it, letters_read_by, speaks, taking_part};

/// When a boundary is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// It holds whatever the answer is: told by the one whose it is, on a quiet day, and not on the day of the talk.
    Anyway,
    /// Only after a no.
    OnlyNo,
}

impl Moment {
    fn of(boundary: &Boundary) -> Moment {
        if boundary.only_after_a_no() {
            Moment::OnlyNo
        } else {
            Moment::Anyway
        }
    }
}

/// The same plan without the sentences of boundaries that take back help which keeps somebody alive: no page hands one
/// out. `ready` names them.
pub fn without_withheld_help(plan: &Plan, words: &Words) -> Plan {
    let mut plan = plan.clone();
    for boundary in &mut plan.boundaries {
        if readiness::takes_vital_help(boundary, words.coach_rules()) {
            boundary.i_will = Answer::Left;
        }
    }
    plan
}

/// Every boundary of somebody that says something, shaky or not: to be counted, not to be printed.
pub fn boundaries_of<'a>(plan: &'a Plan, reader: &Id) -> Vec<&'a Boundary> {
    let written = |one: &&Boundary| one.person.is(reader) && !one.i_will.words().is_empty();
    plan.boundaries.iter().filter(written).collect()
}

/// The boundaries of somebody for their own page: those that hold, and only while a page may speak of the
/// day.
pub fn boundaries<'a>(plan: &'a Plan, reader: &Id, moment: Moment) -> Vec<&'a Boundary> {
    let mut firm = boundaries_of(plan, reader);
    firm.retain(|one| is_told(one, moment));
    if !speaks(plan, reader) {
        firm.clear();
    }
    firm
}

/// True if it holds and belongs to this moment.
fn is_told(boundary: &Boundary, moment: Moment) -> bool {
    boundary.is_for_the_day() && Moment::of(boundary) == moment
}

/// True if somebody has one to tell at this moment.
pub fn has_boundary(plan: &Plan, moment: Moment) -> bool {
    let planner = Id::planner();
    let readers: HashSet<&Id> = taking_part(plan)
        .into_iter()
        .map(|one| &one.id)
        .chain([&planner])
        .collect();
    let theirs = |one: &&Boundary| {
        one.person
            .given()
            .is_some_and(|id| readers.contains(id) && speaks(plan, id))
    };
    let told = |one: &&Boundary| is_told(one, moment) && !one.i_will.words().is_empty();
    plan.boundaries.iter().filter(told).any(|one| theirs(&one))
}

/// Who will still do what, whatever the answer is, for the person to know. Only of those kinds whose words tell nothing
/// of a boundary: what stays beside moving out, bail or debts would.
pub fn boundaries_that_hold(plan: &Plan) -> Vec<(String, &str)> {
    use BoundaryKind::{Bills, Car, Money, Phone};
    let still = |one: &'_ Boundary| {
        let quiet = one.kind.is_one_of(&[Money, Bills, Car, Phone]);
        let holds = one.only_if_answer_is_no.is(&YesNo::No) && Moment::of(one) == Moment::Anyway;
        quiet && holds && !one.what_stays.words().is_empty()
    };
    let name = super::names(plan);
    let ours = plan.boundaries.iter().filter(|one| still(one));
    ours.map(|one| (name(&one.person), one.what_stays.words()))
        .filter(|(who, _)| !who.is_empty())
        .collect()
}

/// Whose boundary starts after the day, from when, and whose waits for a professional (design#return): the sentence is on
/// each one's own page.
pub fn boundaries_after<'a>(plan: &'a Plan, words: &Words) -> Vec<(String, &'a Boundary, BoundaryStart)> {
    let name = super::names(plan);
    let starts = |one: &'a Boundary| {
        let start = readiness::boundary_after(plan, one, Some(words.coach_rules()))?;
        let told = !one.i_will.words().is_empty() && start != BoundaryStart::Waits;
        told.then(|| (name(&one.person), one, start))
    };
    plan.boundaries.iter().filter_map(starts).collect()
}

/// What somebody says, while a page may speak of the day.
pub fn written<'a>(plan: &'a Plan, who: &Id) -> Vec<&'a Statement> {
    let spoken = tasks::speaks_of_the_day(plan);
    let all = plan.statements.iter();
    all.filter(|one| spoken && one.person.is(who)).collect()
}

/// The eighth parts that somebody reads at this moment: their own, and those of the letters they read. It is a boundary
/// in other words: where one of its writer's slips, it is here only if it says the same as one that holds.
pub fn eighth_parts<'a>(plan: &'a Plan, reader: &Id, moment: Moment) -> Vec<&'a Statement> {
    let mut parts = all_eighth_parts(plan, reader);
    if !speaks(plan, reader) {
        return Vec::new();
    }
    let mut bounds: HashMap<&Id, Vec<&Boundary>> = HashMap::new();
    for one in plan.boundaries.iter().filter(|one| !one.i_will.words().is_empty()) {
        if let Some(who) = one.person.given() {
            bounds.entry(who).or_default().push(one);
        }
    }
    let theirs = |who: &Id| bounds.get(who).map_or(&[][..], Vec::as_slice);
    parts.retain(|one| one.person.given().is_some_and(|who| holds(one, theirs(who), moment)));
    parts
}

fn all_eighth_parts<'a>(plan: &'a Plan, reader: &Id) -> Vec<&'a Statement> {
    let letters: HashSet<&Id> = letters_read_by(plan, reader).into_iter().map(|one| &one.id).collect();
    let reads = |id: &Id| id == reader || letters.contains(id);
    let ours = |one: &&Statement| !one.boundary.words().is_empty() && one.person.given().is_some_and(reads);
    plan.statements.iter().filter(ours).collect()
}

/// How much was written that is somebody's to say: statements, answers and boundaries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PrintedWords {
    /// Theirs, those of the letters they read among them.
    pub mine: usize,
    /// Everybody else's.
    pub others: usize,
    /// Of theirs, what would not hold in a hard moment.
    pub shaky: usize,
    /// Of theirs, what nobody said is true.
    pub untrue: usize,
}

/// What of all that was written is theirs.
pub fn all_of(plan: &Plan, reader: &Id) -> PrintedWords {
    let letters: HashSet<&Id> = letters_read_by(plan, reader).into_iter().map(|one| &one.id).collect();
    let ours = |answer: &Answer<Id>| answer.given().is_some_and(|id| id == reader || letters.contains(id));
    let spoken = plan.statements.iter().filter(|one| says_something(one));
    let answers = plan.objections.iter().filter(|one| !one.answer.words().is_empty());
    let bounds = plan.boundaries.iter().filter(|one| !one.i_will.words().is_empty());
    let all = spoken.clone().count() + answers.clone().count() + bounds.count();
    let answers_it = answers_it(plan);
    let my_answers: Vec<&Objection> = answers.filter(|one| answers_it(one).as_ref() == Some(reader)).collect();
    let my_bounds = boundaries_of(plan, reader);
    let mine = spoken.filter(|one| ours(&one.person)).count() + my_answers.len() + my_bounds.len();
    let firm = [Moment::Anyway, Moment::OnlyNo].map(|moment| eighth_parts(plan, reader, moment).len());
    let shaky_parts = all_eighth_parts(plan, reader).len().saturating_sub(firm.iter().sum());
    PrintedWords {
        mine,
        others: all - mine,
        shaky: my_bounds.iter().filter(|one| !one.is_for_the_day()).count() + shaky_parts,
        untrue: my_answers.iter().filter(|one| !one.can_be_said()).count(),
    }
}

fn says_something(one: &Statement) -> bool {
    let parts: [&Answer<Text>; 9] = [
        &one.love,
        &one.illness,
        &one.events,
        &one.feeling,
        &one.understanding,
        &one.ask,
        &one.offer,
        &one.boundary,
        &one.hope,
    ];
    parts.iter().any(|part| !part.words().is_empty())
}

fn holds(one: &Statement, theirs: &[&Boundary], moment: Moment) -> bool {
    let same = |it: &&&Boundary| it.is_for_the_day() && one.boundary.words().contains(it.i_will.words());
    match theirs.iter().find(same) {
        Some(it) => Moment::of(it) == moment,
        None => moment == Moment::OnlyNo && theirs.iter().all(|it| it.is_for_the_day()),
    }
}

/// Every calm answer that can be said in the room.
pub fn answers(plan: &Plan) -> Vec<&Objection> {
    let spoken = tasks::speaks_of_the_day(plan);
    plan.objections
        .iter()
        .filter(|one| spoken && one.can_be_said())
        .collect()
}

/// How many answers were written that nobody said are true.
pub fn answers_kept_back(plan: &Plan) -> usize {
    let written = plan.objections.iter().filter(|one| !one.answer.words().is_empty());
    written.filter(|one| !one.can_be_said()).count()
}

/// The talks after the day.
pub fn talks(plan: &Plan) -> &[FollowUp] {
    if tasks::speaks_of_the_day(plan) {
        &plan.afterwards.follow_ups
    } else {
        &[]
    }
}

/// How many talks are not named.
pub fn talks_kept_back(plan: &Plan) -> usize {
    plan.afterwards.follow_ups.len() - talks(plan).len()
}
