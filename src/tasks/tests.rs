//! What a plan's list holds, in which order and for whom.

use super::*;
use crate::plan::{Ages, Answer, Change, ChangeNote, CodedChoice, Gate, Harm, Recent, Substance};
use sample::{TODAY, calm, date, full};
use std::collections::BTreeSet;

fn today() -> NaiveDate {
    date(TODAY)
}

fn kinds(plan: &Plan) -> Vec<TaskKind> {
    derive(plan, today()).iter().map(|task| task.kind).collect()
}

fn ids(plan: &Plan) -> BTreeSet<String> {
    derive(plan, today()).into_iter().map(|task| task.id).collect()
}

fn closed() -> Plan {
    let mut plan = full();
    plan.safety.this_session = Default::default();
    plan.safety.floor = Some(Gate::Closed);
    plan
}

#[test]
fn a_full_plan_has_many_tasks_in_the_order_of_its_phases() {
    let tasks = derive(&full(), today());
    assert!(tasks.len() >= 45, "{}", tasks.len());
    assert!(tasks.iter().all(|task| task.done.is_none()));
    assert_eq!([tasks[0].kind, tasks[1].kind], [TaskKind::IfAfraid, TaskKind::Naloxone]);
    assert!(tasks.is_sorted_by_key(|task| task.phase));
    let weeks: Vec<_> = tasks
        .iter()
        .filter(|task| task.phase == Phase::Weeks)
        .filter_map(|task| task.due)
        .collect();
    assert!(weeks.len() > 20 && weeks.is_sorted());
}

// Holds R-40
#[test]
fn today_comes_first_and_safety_first_of_all() {
    let mut plan = full();
    plan.day.date = Answer::Given(date("2026-11-22"));
    let tasks = derive(&plan, today());
    let last = tasks.iter().rposition(|task| task.phase == Phase::Today).unwrap();
    assert!(
        tasks[..=last]
            .iter()
            .all(|task| task.phase == Phase::Today && task.due == Some(today()))
    );
    let mut order: Vec<TaskKind> = tasks.iter().map(|task| task.kind).collect();
    order.dedup();
    use TaskKind::*;
    assert_eq!(
        order[..6],
        [IfAfraid, Naloxone, LockUp, LearnSteps, SaveLines, IfSuicide]
    );
    plan.person.recent = Answer::Given(vec![Recent::Alone]);
    assert_eq!(
        kinds(&plan)[4],
        TalkToProfessionalFirst,
        "after what to do about fear, naloxone, what is locked up, and the steps"
    );
    plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
    assert_eq!(kinds(&plan)[..3], [IfAfraid, LockUp, TalkToProfessionalFirst]);
}

#[test]
fn ids_are_unique_and_do_not_hang_on_date_or_order() {
    let mut plan = full();
    let before = ids(&plan);
    assert_eq!(before.len(), derive(&plan, today()).len());
    plan.day.date = Answer::Given(date("2027-03-01"));
    plan.attendees.reverse();
    assert_eq!(ids(&plan), before);
    assert!(before.contains("learn_overdose_steps") && before.contains("naloxone"));
}

#[test]
fn moving_the_day_moves_every_date_and_no_mark() {
    let mut plan = full();
    plan.task_record("call_professional").done = Some(today());
    let before = derive(&plan, today());
    plan.day.date = Answer::Given(date("2027-01-12"));
    let after = derive(&plan, today());
    let mut moved = 0;
    for (old, new) in before.iter().zip(&after) {
        assert_eq!((&old.id, old.done), (&new.id, new.done));
        if let (Some(old_due), Some(new_due), Timeframe::DaysFromDay(_)) = (old.due, new.due, old.when) {
            assert_eq!((new_due - old_due).num_days(), 10, "{}", old.id);
            moved += 1;
        }
    }
    assert!(moved > 40, "{moved}");
    assert_eq!(after.iter().filter(|task| task.done.is_some()).count(), 1);
}

#[test]
fn everybody_has_a_share_and_parts_have_their_holders() {
    let mut plan = full();
    let tasks = derive(&plan, today());
    let support = tasks.iter().find(|task| task.kind == TaskKind::OwnSupport).unwrap();
    let whose: Vec<&str> = support.marks();
    assert_eq!(
        (whose.len(), whose[0]),
        (6, "own_support.planner"),
        "five and the planner"
    );
    assert_eq!(support.owner, Owner::Several);
    assert_eq!(
        support.share_of(&Id::planner()).unwrap().owner,
        Owner::Person(Id::planner())
    );
    let owner = |tasks: &[Task], kind| tasks.iter().find(|task| task.kind == kind).unwrap().owner.clone();
    assert_eq!(
        owner(&tasks, TaskKind::FirstMeeting),
        Owner::Person(plan.attendees[0].id.clone())
    );
    assert_eq!(owner(&tasks, TaskKind::NoMinors), Owner::Role(Role::Carer));
    plan.task_record("nobody_under_18").owner = Some(plan.attendees[3].id.clone());
    plan.task_record("first_planning_meeting").owner = Some(Id::new("nobody"));
    plan.planner.name = Answer::Unasked;
    let tasks = derive(&plan, today());
    assert_eq!(
        owner(&tasks, TaskKind::NoMinors),
        Owner::Person(plan.attendees[3].id.clone())
    );
    assert_eq!(
        owner(&tasks, TaskKind::FirstMeeting),
        Owner::Person(plan.attendees[0].id.clone())
    );
    assert_eq!(owner(&tasks, TaskKind::Naloxone), Owner::Role(Role::Planner));
}

// Holds R-15 (speaks), R-23 (speaks)
#[test]
fn a_closed_gate_leaves_no_word_of_a_meeting() {
    let mut plan = closed();
    // A date the family gave may be the day of the meeting.
    plan.task_record("t1").text = Some(Text::new("Bring chairs"));
    plan.task_record("t1").due = Some(date("2026-11-20"));
    plan.task_record("list_what_you_know").due = Some(date("2026-12-12"));
    let tasks = derive(&plan, today());
    assert!(!speaks_of_the_day(&plan) && speaks_of_the_day(&full()));
    assert_eq!(tasks[4].kind, TaskKind::TalkToProfessionalFirst);
    for task in &tasks {
        assert!(
            matches!(task.phase, Phase::Today | Phase::Weeks | Phase::After),
            "{}",
            task.id
        );
        assert!(!matches!(task.when, Timeframe::DaysFromDay(_)), "{}", task.id);
        assert!(task.due.is_none() || task.phase == Phase::Today, "{}", task.id);
        assert!(task.due.is_none_or(|due| due == today()), "{}", task.id);
    }
    for kind in [
        TaskKind::Naloxone,
        TaskKind::LearnSteps,
        TaskKind::CallProfessional,
        TaskKind::ResearchOptions,
        TaskKind::OwnSupport,
    ] {
        assert!(tasks.iter().any(|task| task.kind == kind), "{kind:?}");
    }
}

#[test]
fn a_closed_gate_takes_no_mark_away() {
    let mut plan = closed();
    plan.task_record("rehearse").done = Some(today());
    assert!(!kinds(&plan).contains(&TaskKind::Rehearse));
    plan.safety.floor = None;
    let rehearse = derive(&plan, today())
        .into_iter()
        .find(|task| task.kind == TaskKind::Rehearse);
    assert_eq!(rehearse.and_then(|task| task.done), Some(today()));
}

#[test]
fn an_ask_first_gate_keeps_the_date_and_the_tasks() {
    let mut plan = full();
    let before = ids(&plan);
    plan.person.recent = Answer::Given(vec![Recent::Overdose]);
    let after = ids(&plan);
    let new: Vec<_> = after.difference(&before).collect();
    assert_eq!((new.len(), new[0].as_str()), (1, "talk_to_professional_first"));
    assert!(before.is_subset(&after));
    plan.person.recent = Answer::Given(vec![Recent::DaysWithout]);
    let after = ids(&plan);
    let new: Vec<_> = after.difference(&before).map(String::as_str).collect();
    assert_eq!(new, ["lost_tolerance", "talk_to_professional_first"]);
}

#[test]
fn a_planner_under_18_has_a_path_of_their_own() {
    let mut plan = full();
    plan.person.ages = Answer::Given(Ages::PlannerUnder);
    plan.treatment_options[0].date_checked = Answer::Unasked;
    let kinds = kinds(&plan);
    assert!(kinds.contains(&TaskKind::TrustedAdult) && !kinds.contains(&TaskKind::TalkToProfessionalFirst));
    assert_eq!(
        kinds[..3],
        [TaskKind::TrustedAdult, TaskKind::IfAfraid, TaskKind::NaloxoneByAdult]
    );
    for kind in [
        TaskKind::Naloxone,
        TaskKind::LockUp,
        TaskKind::MakeOffer,
        TaskKind::ResearchOptions,
        TaskKind::CallOption,
    ] {
        assert!(!kinds.contains(&kind), "{kind:?}");
    }
}

#[test]
fn a_big_change_freezes_the_dates_and_can_be_taken_back() {
    let whole = ids(&full());
    for change in [
        Change::InCare,
        Change::InHospital,
        Change::InJail,
        Change::CannotFind,
        Change::FoundPlan,
        Change::Stopping,
    ] {
        let mut plan = full();
        plan.visit.changes.push(ChangeNote {
            kind: change,
            on: today(),
        });
        let tasks = derive(&plan, today());
        assert!(
            tasks
                .iter()
                .all(|task| task.due.is_none() || task.phase == Phase::Today)
        );
        assert!(
            tasks
                .iter()
                .all(|task| !matches!(task.phase, Phase::Days | Phase::Day | Phase::IfYes | Phase::IfNo))
        );
        assert_eq!(tasks[0].kind, TaskKind::IfAfraid);
        plan.visit.changes.pop();
        assert_eq!(ids(&plan), whole);
    }
}

#[test]
fn after_a_death_only_help_for_the_family_is_left() {
    let mut plan = full();
    plan.task_record("t1").text = Some(Text::new("Fill the tank"));
    plan.visit.changes.push(ChangeNote {
        kind: Change::Died,
        on: today(),
    });
    assert_eq!(
        kinds(&plan),
        [TaskKind::IfSuicide, TaskKind::Grief, TaskKind::AfterDeath]
    );
}

// Holds R-53
#[test]
fn r_53_after_a_death_fear_is_spoken_of_only_where_somebody_alive_is_feared() {
    for (harm, feared) in [
        (Answer::Given(Harm::ToThem), true),
        (Answer::Given(Harm::BothWays), true),
        (Answer::Given(Harm::ByThem), false),
        (Answer::Given(Harm::No), false),
        (Answer::Unasked, false),
    ] {
        let mut plan = full();
        plan.safety.this_session.harm = harm;
        assert!(
            kinds(&plan).contains(&TaskKind::IfAfraid),
            "before it, everybody has it"
        );
        plan.visit.changes.push(ChangeNote {
            kind: Change::Died,
            on: today(),
        });
        assert_eq!(kinds(&plan).contains(&TaskKind::IfAfraid), feared);
    }
}

#[test]
fn while_they_cannot_be_found_the_search_comes_first_in_its_order_and_places_wait() {
    use TaskKind::*;
    let mut plan = full();
    plan.visit.changes.push(ChangeNote {
        kind: Change::CannotFind,
        on: today(),
    });
    let search = [
        MissingDanger,
        MissingReach,
        MissingHospitals,
        MissingHeld,
        MissingReport,
        MissingOutreach,
        MissingRest,
    ];
    let found = kinds(&plan);
    assert_eq!(found[1..8], search, "right after what to do about fear");
    assert!(!found.contains(&ResearchOptions) && !found.contains(&FirstWeeks));
    plan.person.ages = Answer::Given(Ages::PlannerUnder);
    let found = kinds(&plan);
    let theirs: Vec<&TaskKind> = found.iter().filter(|kind| search.contains(kind)).collect();
    assert_eq!(
        theirs,
        [&MissingDanger, &MissingRest],
        "somebody under 18 searches for nobody"
    );
}

/// Each big change has tasks of its own, and the day after it none of a meeting (design#return).
#[test]
fn each_big_change_has_tasks_that_no_other_plan_has() {
    let mut usual = full();
    usual.treatment_options.clear();
    let usual = kinds(&usual);
    for change in Change::all() {
        let mut plan = full();
        plan.visit.changes.push(ChangeNote {
            kind: change.clone(),
            on: today(),
        });
        let after = kinds(&plan);
        let is_new = |kind: &&TaskKind| !usual.contains(kind);
        // While they are in care, what a yes asks for is for now.
        let of_care = [TaskKind::Consent, TaskKind::FamilySessions, TaskKind::LeftEarly];
        let own = match change {
            Change::InCare => after.iter().filter(|kind| of_care.contains(kind)).count(),
            _ => after.iter().filter(is_new).count(),
        };
        assert!(
            own > 1 || (change == Change::InHospital && own == 1),
            "{change:?}: {own}"
        );
        for of_the_day in [TaskKind::MakeOffer, TaskKind::SetDate, TaskKind::FinishLetter] {
            assert!(!after.contains(&of_the_day), "{change:?}");
        }
    }
}

#[test]
fn what_is_done_today_keeps_the_day_it_was_done() {
    let mut plan = calm();
    plan.task_record("naloxone").done = Some(date("2026-11-10"));
    let tasks = derive(&plan, today());
    let naloxone = tasks.iter().find(|task| task.kind == TaskKind::Naloxone).unwrap();
    assert_eq!((naloxone.due, naloxone.past), (Some(date("2026-11-10")), false));
}
