//! Where each row is shown, and if it is hidden.

mod changes;

use super::*;
use crate::plan::*;
use crate::tasks::sample::{TODAY, add_person, calm, date, full};
use crate::tasks::{TaskKind, derive};
use changes::*;

/// A kind, a change of a calm plan that shows it, and one that hides it.
type RowCase = (TaskKind, fn(&mut Plan), fn(&mut Plan));

const CASES: &[RowCase] = &[
    (TaskKind::Naloxone, close, alcohol),
    (TaskKind::Naloxone, as_it_is, young),
    (TaskKind::NaloxoneByAdult, young, as_it_is),
    (TaskKind::Tolerance, days_without, as_it_is),
    (
        TaskKind::Tolerance,
        |p| recent(p, Recent::StoppingNow),
        |p| {
            days_without(p);
            alcohol(p);
        },
    ),
    (TaskKind::StopSlowly, alcohol, as_it_is),
    (
        TaskKind::TellJail,
        |p| change(p, Change::InJail),
        |p| change(p, Change::InCare),
    ),
    (
        TaskKind::TellJail,
        |p| {
            change(p, Change::InJail);
            close(p);
        },
        as_it_is,
    ),
    (TaskKind::BeforeDetox, detox, bed),
    (
        TaskKind::FirstDayOut,
        |p| change(p, Change::InJail),
        |p| {
            change(p, Change::InJail);
            alcohol(p);
        },
    ),
    (TaskKind::LearnSteps, close, alcohol),
    (TaskKind::TalkToProfessionalFirst, close, as_it_is),
    (TaskKind::TalkToProfessionalFirst, |p| p.safety.ask_again(), young),
    (TaskKind::TrustedAdult, young, close),
    (TaskKind::SaveLines, young, died),
    (TaskKind::LockUp, close, young),
    (TaskKind::LockUpByAdult, young, close),
    (TaskKind::PrivateSafety, |p| p.safety.ask_again(), as_it_is),
    (TaskKind::PrivateSafety, |p| p.safety.means = Answer::Left, close),
    (TaskKind::PrivatePlace, stopping, died),
    (TaskKind::TellOne, close, young),
    (TaskKind::CallProfessional, close, stopping),
    (TaskKind::AskIfSafe, as_it_is, close),
    (TaskKind::CalmTalk, as_it_is, close),
    (TaskKind::ListKnown, close, stopping),
    (TaskKind::ListEvents, as_it_is, close),
    (TaskKind::PickTeam, invited, a_talk),
    (TaskKind::NameReaders, a_letter, a_talk),
    (TaskKind::FirstMeeting, invited, as_it_is),
    (TaskKind::NameParts, invited, a_talk),
    (TaskKind::CallInsurer, insured, as_it_is),
    (TaskKind::NoInsurance, as_it_is, insured),
    (TaskKind::ResearchOptions, close, stopping),
    (TaskKind::ResearchOptions, close, young),
    (TaskKind::AskMedicine, close, young),
    (TaskKind::AskMedicine, close, alcohol),
    (TaskKind::AskMedicine, as_it_is, meth),
    (TaskKind::AskMedicine, as_it_is, benzos),
    (TaskKind::AskPrescriber, close, alcohol),
    (TaskKind::AskPrescriber, as_it_is, meth),
    (TaskKind::AskAlcohol, alcohol, as_it_is),
    (TaskKind::AskStimulants, meth, alcohol),
    (TaskKind::AskTaper, benzos, meth),
    (TaskKind::CallPrescriber, on_medicine, as_it_is),
    (TaskKind::YoungGuardian, under_18, as_it_is),
    (TaskKind::YoungDoctor, under_18, young),
    (TaskKind::YoungSchool, under_18, as_it_is),
    (TaskKind::YoungSiblings, under_18, as_it_is),
    (TaskKind::MissingDanger, lost, as_it_is),
    (TaskKind::MissingReach, lost, hospital),
    (TaskKind::MissingHospitals, lost, as_it_is),
    (TaskKind::MissingHeld, lost, as_it_is),
    (TaskKind::MissingReport, lost, as_it_is),
    (TaskKind::MissingOutreach, lost, as_it_is),
    (TaskKind::MissingRest, lost, died),
    (TaskKind::FoundLock, found, as_it_is),
    (
        TaskKind::FoundLock,
        |p| {
            found(p);
            close(p);
        },
        stopping,
    ),
    (TaskKind::FoundTell, found, |p| {
        found(p);
        close(p);
    }),
    (TaskKind::FoundAsk, found, |p| {
        found(p);
        close(p);
    }),
    (TaskKind::FoundRest, found, |p| {
        found(p);
        young(p);
    }),
    (TaskKind::StopTell, stopping, found),
    (TaskKind::StopPaper, stopping, as_it_is),
    (TaskKind::AskPrescriber, naltrexone, office),
    (TaskKind::AskLeaving, bed, office),
    (TaskKind::CheckLicence, close, young),
    (TaskKind::DecidePay, close, young),
    (TaskKind::ChooseOption, close, young),
    (TaskKind::FinishLetter, a_statement, a_letter),
    (TaskKind::WriteStatement, a_letter, a_statement),
    (TaskKind::WriteStatement, invited, a_talk),
    (TaskKind::DraftBoundaries, as_it_is, close),
    (
        TaskKind::CheckBoundaries,
        |p| boundary(p, BoundaryKind::LivingHere),
        |p| boundary(p, BoundaryKind::Money),
    ),
    (TaskKind::PlanLeave, works, |p| {
        p.person.work = Answer::Given(Work::Neither)
    }),
    (TaskKind::PlanLeave, works, |p| {
        works(p);
        p.day.leave = Answer::Later(Later { owner: Id::planner() });
    }),
    (TaskKind::HomeCare, as_it_is, close),
    (
        TaskKind::NoMinors,
        |p| p.person.children = Answer::Given(Children::Yes),
        as_it_is,
    ),
    (TaskKind::NoMinors, child, |p| {
        p.person.children = Answer::Given(Children::No)
    }),
    (TaskKind::AgreeWay, no_way_yet, a_talk),
    (TaskKind::SetDate, invited, a_talk),
    (TaskKind::ReadLetters, invited, a_talk),
    (TaskKind::Answers, invited, a_talk),
    (TaskKind::PreIntake, office, as_it_is),
    (TaskKind::MedicineList, as_it_is, close),
    (TaskKind::PackBag, bed, office),
    (TaskKind::PlanTransport, as_it_is, close),
    (TaskKind::OpeningClosing, invited, a_talk),
    (TaskKind::Rehearse, invited, a_talk),
    (TaskKind::PlanB, as_it_is, close),
    (TaskKind::ConfirmBed, office, as_it_is),
    (TaskKind::CheckSafety, as_it_is, close),
    (TaskKind::EarlyNight, invited, a_talk),
    (TaskKind::CheckIn, as_it_is, close),
    (TaskKind::CarryNaloxone, as_it_is, alcohol),
    (TaskKind::Postpone, as_it_is, close),
    (TaskKind::MakeOffer, invited, a_talk),
    (TaskKind::Debrief, as_it_is, close),
    (TaskKind::LeaveTogether, as_it_is, close),
    (TaskKind::SickGoesOn, as_it_is, meth),
    (TaskKind::IfWait, as_it_is, close),
    (
        TaskKind::Consent,
        |p| change(p, Change::InHospital),
        |p| change(p, Change::InJail),
    ),
    (TaskKind::GiveList, as_it_is, close),
    (TaskKind::TellWork, works, as_it_is),
    (TaskKind::FamilySessions, |p| change(p, Change::InCare), close),
    (
        TaskKind::MedicineGoesOn,
        |p| change(p, Change::InCare),
        |p| change(p, Change::InJail),
    ),
    (TaskKind::MedicineGoesOn, hospital, |p| {
        hospital(p);
        meth(p);
    }),
    (TaskKind::LeftEarly, hospital, close),
    (TaskKind::AskHospital, hospital, lost),
    (TaskKind::SayLove, as_it_is, close),
    (TaskKind::StartBoundaries, bound, as_it_is),
    (TaskKind::StartBoundaries, bound, |p| {
        bound(p);
        close(p);
    }),
    (TaskKind::OfferSafety, as_it_is, alcohol),
    (TaskKind::NextStep, as_it_is, close),
    (TaskKind::AskAgain, as_it_is, close),
    (TaskKind::FamilyCheckIn, as_it_is, close),
    (
        TaskKind::PrepareHome,
        |p| change(p, Change::InJail),
        |p| p.person.home = Answer::Given(Home::OwnPlace),
    ),
    (TaskKind::FirstWeeks, close, alcohol),
    (TaskKind::FirstWeeks, meth, died),
    (TaskKind::MedicineWeeks, close, meth),
    (TaskKind::IfUseReturns, close, died),
    (TaskKind::ReviewTogether, as_it_is, close),
    (TaskKind::CheckDates, close, died),
    (TaskKind::IfAfraid, close, died),
    (TaskKind::OwnSupport, close, died),
    (TaskKind::KeepSupport, stopping, died),
    (TaskKind::Grief, died, as_it_is),
    (TaskKind::AfterDeath, died, as_it_is),
];

/// Each change that shows a row.
pub fn shows() -> impl Iterator<Item = fn(&mut Plan)> {
    CASES.iter().map(|(_, on, _)| *on)
}

/// This is on every list, after a death too.
const EVERYWHERE: [TaskKind; 1] = [TaskKind::IfSuicide];

fn shown(alter: fn(&mut Plan), kind: TaskKind) -> bool {
    let mut plan = calm();
    alter(&mut plan);
    derive(&plan, date(TODAY)).iter().any(|task| task.kind == kind)
}

#[test]
fn every_row_of_the_table_is_built_once() {
    let mut numbers: Vec<u16> = all().map(|row| row.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert!((1..=71).all(|number| numbers.contains(&number)));
    // What is for an adult and what is for somebody under 18 instead of it share a number.
    let twins = all().filter(|row| matches!(row.kind, TaskKind::NaloxoneByAdult | TaskKind::LockUpByAdult));
    assert_eq!(numbers.len(), all().count() - twins.count());
    assert!(numbers.last() < Some(&crate::tasks::FIRST_OWN));
    let mut kinds: Vec<TaskKind> = all().map(|row| row.kind).collect();
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds.len(), all().count(), "a kind stands in one row");
    assert!(all().all(|row| !row.source.is_empty()));
}

#[test]
fn every_row_is_shown_and_hidden_by_its_condition() {
    for (kind, on, off) in CASES {
        assert!(shown(*on, *kind), "{kind:?} is missing");
        assert!(!shown(*off, *kind), "{kind:?} is shown");
    }
    for row in all().filter(|row| !EVERYWHERE.contains(&row.kind)) {
        assert!(
            CASES.iter().any(|(kind, ..)| *kind == row.kind),
            "{:?} has no case",
            row.kind
        );
    }
}

// Holds R-09
#[test]
fn a_prescriber_who_was_asked_is_enough() {
    use crate::readiness::{Rule, gaps_in_english};
    let owed = |plan: &Plan| {
        let found = gaps_in_english(plan, date(TODAY));
        found.iter().any(|gap| gap.rule == Rule::NoMedicineOption)
    };
    let mut plan = calm();
    naltrexone(&mut plan);
    assert!(owed(&plan));
    plan.task_record(TaskKind::AskMedicine.code()).done = Some(date(TODAY));
    assert!(owed(&plan), "asking every place is not asking one who can prescribe");
    plan.task_record(TaskKind::AskPrescriber.code()).done = Some(date(TODAY));
    assert!(!owed(&plan));
}

#[test]
fn some_rows_stand_on_every_list() {
    for alter in [
        as_it_is,
        close,
        alcohol,
        young,
        died,
        stopping,
        a_talk,
        |p: &mut Plan| *p = full(),
    ] {
        for kind in EVERYWHERE {
            assert!(shown(alter, kind), "{kind:?}");
        }
    }
}

// Holds R-17
#[test]
fn r_17_somebody_under_18_gets_their_own_support_and_nothing_else() {
    let mut plan = full();
    plan.attendees[0].adult = Answer::Given(YesNo::No);
    let kim = plan.attendees[0].id.clone();
    boundary(&mut plan, BoundaryKind::Money);
    plan.boundaries[0].person = Answer::Given(kim.clone());
    let theirs = |task: &crate::tasks::Task| {
        task.share_of(&kim).is_some() || task.owner == crate::tasks::Owner::Person(kim.clone())
    };
    let kinds: Vec<TaskKind> = derive(&plan, date(TODAY))
        .into_iter()
        .filter(theirs)
        .map(|task| task.kind)
        .collect();
    assert_eq!(
        kinds,
        [TaskKind::OwnSupport, TaskKind::KeepSupport],
        "nor the part of the chair"
    );
}

#[test]
fn only_those_with_a_boundary_start_one() {
    let mut plan = full();
    boundary(&mut plan, BoundaryKind::Money);
    let tom = plan.attendees[1].id.clone();
    plan.boundaries[0].person = Answer::Given(tom.clone());
    let starts: Vec<_> = derive(&plan, date(TODAY))
        .into_iter()
        .filter(|task| task.kind == TaskKind::StartBoundaries)
        .flat_map(|task| task.shares)
        .map(|share| share.person)
        .collect();
    assert_eq!(starts, [tom]);
}

#[test]
fn two_who_attend_make_it_a_meeting_while_nothing_is_decided() {
    assert!(!shown(|p| drop(add_person(p, "Mara")), TaskKind::Rehearse));
    let two = |p: &mut Plan| {
        add_person(p, "Mara");
        add_person(p, "Tom");
    };
    assert!(shown(two, TaskKind::Rehearse));
}
