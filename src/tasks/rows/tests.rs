//! Where each row is shown, and where it is hidden.

mod changes;

use super::*;
use crate::plan::*;
use crate::tasks::sample::{TODAY, add_person, calm, date, full};
use crate::tasks::{Kind, derive};
use changes::*;

/// A kind, a change of a calm plan that shows it, and one that hides it.
type Case = (Kind, fn(&mut Plan), fn(&mut Plan));

const CASES: &[Case] = &[
    (Kind::Naloxone, close, alcohol),
    (Kind::Naloxone, as_it_is, young),
    (Kind::NaloxoneByAdult, young, as_it_is),
    (Kind::Tolerance, days_without, as_it_is),
    (
        Kind::Tolerance,
        |p| recent(p, Recent::StoppingNow),
        |p| {
            days_without(p);
            alcohol(p);
        },
    ),
    (Kind::StopSlowly, alcohol, as_it_is),
    (
        Kind::TellJail,
        |p| change(p, Change::InJail),
        |p| change(p, Change::InCare),
    ),
    (
        Kind::TellJail,
        |p| {
            change(p, Change::InJail);
            close(p);
        },
        as_it_is,
    ),
    (Kind::BeforeDetox, detox, bed),
    (
        Kind::FirstDayOut,
        |p| change(p, Change::InJail),
        |p| {
            change(p, Change::InJail);
            alcohol(p);
        },
    ),
    (Kind::LearnSteps, close, alcohol),
    (Kind::TalkToProfessionalFirst, close, as_it_is),
    (Kind::TalkToProfessionalFirst, |p| p.safety.ask_again(), young),
    (Kind::TrustedAdult, young, close),
    (Kind::SaveLines, young, died),
    (Kind::LockUp, close, young),
    (Kind::LockUpByAdult, young, close),
    (Kind::PrivateSafety, |p| p.safety.ask_again(), as_it_is),
    (Kind::PrivateSafety, |p| p.safety.means = Answer::Left, close),
    (Kind::PrivatePlace, stopping, died),
    (Kind::TellOne, close, |p| drop(add_person(p, "Mara"))),
    (Kind::CallProfessional, close, stopping),
    (Kind::AskIfSafe, as_it_is, close),
    (Kind::CalmTalk, as_it_is, close),
    (Kind::ListKnown, close, stopping),
    (Kind::ListEvents, as_it_is, close),
    (Kind::PickTeam, invited, a_talk),
    (Kind::NameReaders, a_letter, a_talk),
    (Kind::FirstMeeting, invited, as_it_is),
    (Kind::NameParts, invited, a_talk),
    (Kind::CallInsurer, insured, as_it_is),
    (Kind::NoInsurance, as_it_is, insured),
    (Kind::ResearchOptions, close, stopping),
    (Kind::ResearchOptions, close, young),
    (Kind::AskMedicine, close, young),
    (Kind::AskMedicine, close, alcohol),
    (Kind::AskMedicine, as_it_is, meth),
    (Kind::AskMedicine, as_it_is, benzos),
    (Kind::AskPrescriber, close, alcohol),
    (Kind::AskPrescriber, as_it_is, meth),
    (Kind::AskAlcohol, alcohol, as_it_is),
    (Kind::AskStimulants, meth, alcohol),
    (Kind::AskTaper, benzos, meth),
    (Kind::CallPrescriber, on_medicine, as_it_is),
    (Kind::YoungGuardian, under_18, as_it_is),
    (Kind::YoungGuardian, under_18, |p| {
        under_18(p);
        p.person.guardian = Answer::Given(Known::Yes);
    }),
    (Kind::YoungDoctor, under_18, young),
    (Kind::YoungSchool, under_18, as_it_is),
    (Kind::YoungSiblings, under_18, as_it_is),
    (Kind::MissingDanger, lost, as_it_is),
    (Kind::MissingReach, lost, hospital),
    (Kind::MissingHospitals, lost, as_it_is),
    (Kind::MissingHeld, lost, as_it_is),
    (Kind::MissingReport, lost, as_it_is),
    (Kind::MissingOutreach, lost, as_it_is),
    (Kind::MissingRest, lost, died),
    (Kind::AskPrescriber, naltrexone, office),
    (Kind::AskLeaving, bed, office),
    (Kind::CheckLicence, close, young),
    (Kind::DecidePay, close, young),
    (Kind::ChooseOption, close, young),
    (Kind::FinishLetter, a_statement, a_letter),
    (Kind::WriteStatement, a_letter, a_statement),
    (Kind::WriteStatement, invited, a_talk),
    (Kind::DraftBoundaries, as_it_is, close),
    (
        Kind::CheckBoundaries,
        |p| boundary(p, BoundaryKind::LivingHere),
        |p| boundary(p, BoundaryKind::Money),
    ),
    (Kind::PlanLeave, works, |p| p.person.work = Answer::Given(Work::Neither)),
    (Kind::HomeCare, as_it_is, close),
    (
        Kind::NoMinors,
        |p| p.person.children = Answer::Given(Children::Yes),
        as_it_is,
    ),
    (Kind::NoMinors, child, |p| {
        p.person.children = Answer::Given(Children::No)
    }),
    (Kind::AgreeWay, no_way_yet, invited),
    (Kind::SetDate, invited, a_talk),
    (Kind::ReadLetters, invited, a_talk),
    (Kind::Answers, invited, a_talk),
    (Kind::PreIntake, office, as_it_is),
    (Kind::MedicineList, as_it_is, close),
    (Kind::PackBag, bed, office),
    (Kind::PlanTransport, as_it_is, close),
    (Kind::OpeningClosing, invited, a_talk),
    (Kind::Rehearse, invited, a_talk),
    (Kind::PlanB, as_it_is, close),
    (Kind::ConfirmBed, office, as_it_is),
    (Kind::CheckSafety, as_it_is, close),
    (Kind::EarlyNight, invited, a_talk),
    (Kind::CheckIn, as_it_is, close),
    (Kind::CarryNaloxone, as_it_is, alcohol),
    (Kind::Postpone, as_it_is, close),
    (Kind::MakeOffer, invited, a_talk),
    (Kind::Debrief, as_it_is, close),
    (Kind::LeaveTogether, as_it_is, close),
    (Kind::SickGoesOn, as_it_is, meth),
    (Kind::IfWait, as_it_is, close),
    (
        Kind::Consent,
        |p| change(p, Change::InHospital),
        |p| change(p, Change::InJail),
    ),
    (Kind::GiveList, as_it_is, close),
    (Kind::TellWork, works, as_it_is),
    (Kind::FamilySessions, |p| change(p, Change::InCare), close),
    (
        Kind::MedicineGoesOn,
        |p| change(p, Change::InCare),
        |p| change(p, Change::InJail),
    ),
    (Kind::MedicineGoesOn, hospital, |p| {
        hospital(p);
        meth(p);
    }),
    (Kind::LeftEarly, hospital, close),
    (Kind::AskHospital, hospital, lost),
    (Kind::SayLove, as_it_is, close),
    (Kind::StartBoundaries, bound, as_it_is),
    (Kind::StartBoundaries, bound, |p| {
        bound(p);
        close(p);
    }),
    (Kind::OfferSafety, as_it_is, alcohol),
    (Kind::NextStep, as_it_is, close),
    (Kind::AskAgain, as_it_is, close),
    (Kind::FamilyCheckIn, as_it_is, close),
    (
        Kind::PrepareHome,
        |p| change(p, Change::InJail),
        |p| p.person.home = Answer::Given(Home::OwnPlace),
    ),
    (Kind::FirstWeeks, close, alcohol),
    (Kind::FirstWeeks, meth, died),
    (Kind::MedicineWeeks, close, meth),
    (Kind::IfUseReturns, close, died),
    (Kind::ReviewTogether, as_it_is, close),
    (Kind::CheckDates, close, died),
    (Kind::IfAfraid, close, died),
    (Kind::OwnSupport, close, died),
    (Kind::KeepSupport, stopping, died),
    (Kind::Grief, died, as_it_is),
    (Kind::AfterDeath, died, as_it_is),
];

/// This stands on every list, after a death too.
const EVERYWHERE: [Kind; 1] = [Kind::IfSuicide];

fn shown(alter: fn(&mut Plan), kind: Kind) -> bool {
    let mut plan = calm();
    alter(&mut plan);
    derive(&plan, date(TODAY)).iter().any(|task| task.kind == kind)
}

#[test]
fn every_row_of_the_table_is_built_once() {
    let mut numbers: Vec<u8> = all().map(|row| row.number).filter(|number| *number > 0).collect();
    // Row 5, on fear, comes before what brings anybody near; the others keep their order.
    let fear = numbers.remove(0);
    assert!(fear == 5 && numbers.is_sorted());
    numbers.push(fear);
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers, (1..=71).collect::<Vec<u8>>());
    let mut kinds: Vec<Kind> = all().map(|row| row.kind).collect();
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

#[test]
fn a_prescriber_who_was_asked_is_enough() {
    use crate::readiness::{Rule, gaps};
    let owed = |plan: &Plan| {
        let found = gaps(plan, date(TODAY));
        found.iter().any(|gap| gap.rule == Rule::NoMedicineOption)
    };
    let mut plan = calm();
    naltrexone(&mut plan);
    assert!(owed(&plan));
    plan.mark(Kind::AskMedicine.code()).done = Some(date(TODAY));
    assert!(owed(&plan), "asking every place is not asking one who can prescribe");
    plan.mark(Kind::AskPrescriber.code()).done = Some(date(TODAY));
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

#[test]
fn r_17_somebody_under_18_gets_their_own_support_and_nothing_else() {
    let mut plan = full();
    plan.attendees[0].adult = Answer::Given(YesNo::No);
    let kim = plan.attendees[0].id.clone();
    boundary(&mut plan, BoundaryKind::Money);
    plan.boundaries[0].person = Answer::Given(kim.clone());
    let theirs = |task: &crate::tasks::Task| {
        task.person.as_ref() == Some(&kim) || task.owner == crate::tasks::Owner::Person(kim.clone())
    };
    let kinds: Vec<Kind> = derive(&plan, date(TODAY))
        .into_iter()
        .filter(theirs)
        .map(|task| task.kind)
        .collect();
    assert_eq!(
        kinds,
        [Kind::OwnSupport, Kind::KeepSupport],
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
        .filter(|task| task.kind == Kind::StartBoundaries)
        .filter_map(|task| task.person)
        .collect();
    assert_eq!(starts, [tom]);
}

#[test]
fn two_who_attend_make_it_a_meeting_while_nothing_is_decided() {
    assert!(!shown(|p| drop(add_person(p, "Mara")), Kind::Rehearse));
    let two = |p: &mut Plan| {
        add_person(p, "Mara");
        add_person(p, "Tom");
    };
    assert!(shown(two, Kind::Rehearse));
}
