//! Each row that an answer settles, with a plan in which it is open and the answer that settles it.

use super::*;
use crate::tasks::sample::{TODAY, add_option, add_person, date, full};
use crate::tasks::{Task, TaskKind, derive, rows};

/// A kind, a change of a full plan in which it is open, and the answer that settles it.
type SettledCase = (TaskKind, fn(&mut Plan), fn(&mut Plan));

fn as_it_is(_: &mut Plan) {}

fn text(words: &str) -> Answer<Text> {
    Answer::Given(Text::new(words))
}

fn uses(plan: &mut Plan, substance: Substance) {
    plan.person.substances = Answer::Given(vec![substance]);
}

fn each_place(plan: &mut Plan, change: impl Fn(&mut TreatmentOption)) {
    plan.treatment_options.iter_mut().for_each(change);
}

fn asked_what_suits(plan: &mut Plan) {
    each_place(plan, |place| place.suited_treatment = Answer::Given(Checked::No));
}

fn everybody_said(plan: &mut Plan, list: List) {
    let length = Answer::Given(Length::ThePlan);
    plan.visit.everyone.insert(list.field().code().into(), length);
}

fn with_a_detox(plan: &mut Plan) {
    add_option(plan, "Cedar", OptionKind::Detox);
}

fn with_a_boundary(plan: &mut Plan) {
    let at = plan.add(List::Boundaries);
    plan.boundaries[&at].kind = Answer::Given(BoundaryKind::LivingHere);
}

fn speaker(plan: &mut Plan) -> Id {
    plan.attendees[0].id.clone()
}

const CASES: &[SettledCase] = &[
    (
        TaskKind::YoungGuardian,
        |p| p.person.ages = Answer::Given(Ages::PersonUnder),
        |p| p.person.guardian = Answer::Given(Known::Yes),
    ),
    (
        TaskKind::TellOne,
        |p| p.attendees.clear(),
        |p| drop(add_person(p, "Mara")),
    ),
    (TaskKind::OwnSupport, as_it_is, |p| {
        let at = p.add(List::SupportGroups);
        p.support_groups[&at].person = Answer::Given(speaker(p));
    }),
    (TaskKind::OwnSupport, as_it_is, |p| {
        p.attendees[0].own_support = text("A group on Mondays")
    }),
    (TaskKind::CallProfessional, as_it_is, |p| {
        let at = p.add(List::Professionals);
        p.professionals[&at].name = text("Minu");
        p.professionals[&at].status = Answer::Given(ProStatus::Contacted);
    }),
    (TaskKind::CalmTalk, as_it_is, |p| {
        p.person.asked = Answer::Given(Asked::Listened)
    }),
    (TaskKind::ListKnown, as_it_is, |p| {
        p.person.signs = Answer::Given(vec![Sign::Sleepy]);
        p.person.hopes = text("To paint again");
        p.person.helped_before = text("A quiet room");
    }),
    (TaskKind::ListEvents, as_it_is, |p| {
        let at = p.add(List::Statements);
        p.statements[&at].person = Answer::Given(speaker(p));
        p.statements[&at].events = text("On Sunday you slept at the table.");
    }),
    (TaskKind::PickTeam, as_it_is, |p| everybody_said(p, List::Attendees)),
    (TaskKind::NameReaders, as_it_is, |p| {
        p.attendees[4].reader = Answer::Given(speaker(p))
    }),
    (
        TaskKind::NameParts,
        |p| p.attendees[0].parts = Answer::Unasked,
        |p| p.attendees[0].parts = Answer::Given(vec![Part::Chair]),
    ),
    (TaskKind::CallInsurer, as_it_is, |p| {
        p.treatment_options[0].in_network = Answer::Given(Checked::Yes);
        p.treatment_options[0].preauthorisation = Answer::Given(Checked::No);
    }),
    (
        TaskKind::ResearchOptions,
        |p| p.treatment_options.truncate(1),
        |p| drop(add_option(p, "Cedar", OptionKind::Office)),
    ),
    (
        TaskKind::AskMedicine,
        |p| p.treatment_options[2].medication_offered = Answer::Given(Checked::NotAsked),
        |p| p.treatment_options[2].medication_offered = Answer::Given(Checked::No),
    ),
    (TaskKind::AskAlcohol, |p| uses(p, Substance::Alcohol), asked_what_suits),
    (TaskKind::AskStimulants, |p| uses(p, Substance::Meth), asked_what_suits),
    (
        TaskKind::AskTaper,
        |p| uses(p, Substance::Benzodiazepines),
        asked_what_suits,
    ),
    (TaskKind::AskLeaving, as_it_is, |p| {
        each_place(p, |place| place.what_happens_after = text("A clinic near home"));
    }),
    (TaskKind::BeforeDetox, with_a_detox, |p| {
        each_place(p, |place| {
            place.what_happens_after = text("A clinic near home");
            place.continues_existing_medication = Answer::Given(Checked::Yes);
        });
    }),
    (TaskKind::CheckLicence, as_it_is, |p| {
        each_place(p, |place| {
            place.licensed = Answer::Given(Checked::Yes);
            place.accredited_by = text("The state");
            place.red_flags_noticed = Answer::Given(vec![RedFlag::Nothing]);
        });
    }),
    (TaskKind::DecidePay, as_it_is, |p| {
        p.treatment_options[0].pays_with = Answer::Given(vec![Pays::Sliding]);
        p.treatment_options[0].due_on_day_one = text("Nothing");
    }),
    (TaskKind::ChooseOption, as_it_is, |p| {
        p.treatment_options[0].rank = Answer::Given(Rank::First);
        p.treatment_options[1].rank = Answer::Given(Rank::Backup);
    }),
    (TaskKind::DraftBoundaries, as_it_is, |p| {
        with_a_boundary(p);
        p.boundaries[0].person = Answer::Given(speaker(p));
        p.boundaries[0].i_will = text("I will keep my own money.");
    }),
    (TaskKind::DraftBoundaries, as_it_is, |p| {
        everybody_said(p, List::Boundaries)
    }),
    (TaskKind::CheckBoundaries, with_a_boundary, |p| {
        p.boundaries[0].talked_with_professional = Answer::Given(YesNo::Yes);
    }),
    (TaskKind::PlanLeave, as_it_is, |p| {
        p.day.leave = text("Through the office")
    }),
    (TaskKind::HomeCare, as_it_is, |p| {
        p.day.home_care = text("Gran has the dog")
    }),
    (TaskKind::NoMinors, as_it_is, |p| {
        p.person.calm_adult = text("Aunt Wren")
    }),
    (
        TaskKind::AgreeWay,
        |p| p.way.kind = Answer::Given(Way::NotDecided),
        |p| p.way.kind = Answer::Given(Way::Invited),
    ),
    (TaskKind::SetDate, as_it_is, |p| {
        p.day.time = text("10 in the morning");
        p.day.place = text("At Gran's");
    }),
    (TaskKind::Answers, as_it_is, |p| {
        let at = p.add(List::Objections);
        p.objections[&at].answer = text("We would come along.");
        p.objections[&at].speaker = Answer::Given(speaker(p));
    }),
    (TaskKind::PlanTransport, as_it_is, |p| {
        p.day.transport = text("Leo drives")
    }),
    (TaskKind::OpeningClosing, as_it_is, |p| {
        p.day.opening = text("Thank you for coming.");
        p.day.closing = text("We love you.");
        p.day.stop_word = text("Harbor");
        p.day.order = Answer::Given(vec![speaker(p)]);
    }),
    (TaskKind::PlanB, as_it_is, |p| {
        p.day.plan_b = text("We go home and call")
    }),
];

/// What only a person can say is done, whatever a plan says.
const BY_HAND: &[TaskKind] = &[
    TaskKind::Naloxone,
    TaskKind::NaloxoneByAdult,
    TaskKind::LearnSteps,
    TaskKind::Tolerance,
    TaskKind::StopSlowly,
    TaskKind::LockUp,
    TaskKind::LockUpByAdult,
    TaskKind::IfAfraid,
    TaskKind::IfSuicide,
    TaskKind::PrivateSafety,
    TaskKind::CarryNaloxone,
    TaskKind::CheckSafety,
    TaskKind::CheckIn,
    TaskKind::Postpone,
    TaskKind::MissingDanger,
    TaskKind::TalkToProfessionalFirst,
    TaskKind::TrustedAdult,
];

fn found(plan: &Plan, kind: TaskKind) -> Task {
    let mut tasks = derive(plan, date(TODAY)).into_iter();
    tasks
        .find(|task| task.kind == kind)
        .unwrap_or_else(|| panic!("{kind:?} is missing"))
}

/// True if it is settled, or a share of it is.
fn is_settled(task: &Task) -> bool {
    task.settled.is_some() || task.shares.iter().any(|share| share.settled.is_some())
}

#[test]
fn each_row_that_an_answer_settles_is_open_without_it_and_done_with_it() {
    for (kind, open, settle) in CASES {
        let mut plan = full();
        open(&mut plan);
        assert!(!is_settled(&found(&plan, *kind)), "{kind:?} is settled by nothing");
        settle(&mut plan);
        let task = found(&plan, *kind);
        assert!(is_settled(&task), "{kind:?} is still open");
        assert!(task.done.is_none(), "{kind:?}: nobody ticked it");
    }
    for row in rows::all().filter(|row| !matches!(row.settling, Settling::ByHand)) {
        let case = CASES.iter().any(|(kind, ..)| *kind == row.kind);
        assert!(case || row.kind == TaskKind::AskIfSafe, "{:?} has no case", row.kind);
    }
}

/// A row by itself: whatever was answered, on every plan that shows it.
#[test]
fn what_only_a_person_can_say_is_done_is_settled_by_no_plan() {
    use crate::tasks::sample::calm;
    let example = || serde_json::from_str::<Plan>(include_str!("../../prompts/en/example.json")).unwrap();
    let is_by_hand =
        |kind: TaskKind| rows::all().any(|row| row.kind == kind && matches!(row.settling, Settling::ByHand));
    let mut unseen: Vec<TaskKind> = rows::all()
        .map(|row| row.kind)
        .filter(|kind| is_by_hand(*kind))
        .collect();
    let mut look = |plan: &Plan| {
        for task in derive(plan, date(TODAY)).iter().filter(|task| is_by_hand(task.kind)) {
            assert!(!is_settled(task), "{:?} is settled", task.kind);
            unseen.retain(|kind| *kind != task.kind);
        }
    };
    for show in rows::tests::shows() {
        for mut plan in [calm(), full(), example()] {
            show(&mut plan);
            look(&plan);
        }
    }
    for (_, open, settle) in CASES {
        let mut plan = full();
        open(&mut plan);
        settle(&mut plan);
        look(&plan);
    }
    assert_eq!(unseen, [], "on no plan that was looked at");
}

#[test]
fn what_is_about_staying_alive_is_done_only_by_a_person() {
    for kind in BY_HAND {
        let row = rows::all().find(|row| row.kind == *kind).unwrap();
        assert!(matches!(row.settling, Settling::ByHand), "{kind:?}");
        assert!(
            !matches!(row.helps, crate::tasks::Helps::AtLeast(1..)),
            "{kind:?} lapses"
        );
    }
}

#[test]
fn an_agreement_settles_the_question_and_opens_it_again_once_it_is_too_old() {
    let mut plan = full();
    plan.person.recent = Answer::Given(vec![Recent::Alone]);
    plan.safety.note_changed(Field::Recent, date(TODAY));
    let at = plan.add(List::Professionals);
    let pro = &mut plan.professionals[&at];
    let id = pro.id.clone();
    pro.name = text("Minu");
    pro.status = Answer::Given(ProStatus::Have);
    pro.r#type = Answer::Given(ProType::Doctor);
    pro.agrees_meeting_is_safe = Answer::Given(Agrees::Yes);
    pro.knows_answers = Answer::Given(YesNo::Yes);
    pro.agreed_on = Answer::Given(date(TODAY));
    pro.conditions = text("None");
    plan.safety.note_informed(&id, true);
    plan.changed = Some(date(TODAY));
    plan.safety.on = Some(date(TODAY));
    assert!(is_settled(&found(&plan, TaskKind::AskIfSafe)));
    plan.safety.note_changed(Field::Recent, date("2026-11-22"));
    assert!(!is_settled(&found(&plan, TaskKind::AskIfSafe)));
}

#[test]
fn one_of_several_is_done_and_the_others_are_not() {
    let mut plan = full();
    plan.attendees[0].own_support = text("A group");
    plan.task_record("own_support.planner").done = Some(date(TODAY));
    let task = found(&plan, TaskKind::OwnSupport);
    let done: Vec<bool> = task.shares.iter().map(crate::tasks::Share::is_done).collect();
    assert_eq!(done, [true, true, false, false, false, false]);
    assert!(!task.is_done());
    // A mark outlives a new name, and goes with nobody who leaves.
    plan.attendees[0].name = text("Marla");
    plan.attendees[1].takes_part = Answer::Given(TakesPart::NotPart);
    assert_eq!(found(&plan, TaskKind::OwnSupport).shares.len(), 5);
    plan.task_record(&format!("own_support.{}", plan.attendees[1].id.as_str()).clone())
        .done = Some(date(TODAY));
    plan.attendees[1].takes_part = Answer::Given(TakesPart::InTheRoom);
    assert!(found(&plan, TaskKind::OwnSupport).shares[2].is_done());
}
