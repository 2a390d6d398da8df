//! The plan's own tasks: what was put off, whom to call, what comes afterwards, and what the family added.

use chrono::{Days, NaiveDate};

use super::context::{Draft, Sketch, TaskContext};
use super::row::{CALLS, PlanShape, allows};
use super::{Offset, Owner, Phase, Role, TaskKind, Timeframe};
use crate::plan::{Ages, Attendee, Checked, Children, Field, Id, List, TaskRecord, TreatmentOption};

/// What a call that is still to be made rests on.
pub const CALL: &[&str] = &["S5", "E25"];

/// All of them. After a death only help for the family is left (design#return).
pub fn tasks_from_plan(view: &TaskContext) -> Vec<Draft> {
    if view.shapes.contains(&PlanShape::Died) {
        return Vec::new();
    }
    let mut drafts = find_out(view);
    if allows(&view.shapes, CALLS) {
        drafts.extend(
            view.plan
                .treatment_options
                .iter()
                .filter(|o| needs_call(view, o))
                .map(|o| call_task(view, o)),
        );
    }
    drafts.extend(follow_ups(view));
    drafts.extend(
        view.plan
            .tasks
            .iter()
            .filter(|mark| mark.text.is_some())
            .map(|mark| own_task(view, mark)),
    );
    drafts
}

/// A question that was put off: which one, of which item, and who finds out.
struct PutOff {
    field: Field,
    item: Option<Id>,
    owner: Id,
}

fn put_off(view: &TaskContext) -> Vec<PutOff> {
    let mut found = Vec::new();
    view.plan.answers(&mut |path, answer| {
        let owner = answer.later_mut().map(|later| later.owner.clone());
        let put_off = owner.and_then(|owner| {
            Some(PutOff {
                field: path.field()?,
                item: path.item.map(|(_, id)| id.clone()),
                owner,
            })
        });
        found.extend(put_off);
    });
    found.sort_by_key(|put_off: &PutOff| put_off.field);
    found
}

/// Questions put off, each a task for whoever said they would find out.
fn find_out(view: &TaskContext) -> Vec<Draft> {
    put_off(view)
        .into_iter()
        .filter(|put_off| may_ask(view, put_off))
        .map(|put_off| find_out_one(view, put_off))
        .collect()
}

fn find_out_one(view: &TaskContext, put_off: PutOff) -> Draft {
    let code = put_off.field.code();
    let mut draft = view.draft(Sketch {
        kind: TaskKind::FindOut,
        tail: Some(
            put_off
                .item
                .as_ref()
                .map_or(code.to_string(), |item| format!("{code}.{}", item.as_str())),
        ),
        phase: Phase::Weeks,
        offset: Offset::Timeframe(Timeframe::ThisWeek),
        owner: view.person(&put_off.owner),
        source: &["D"],
    });
    draft.task.field = Some(put_off.field);
    draft.task.item = put_off.item;
    draft
}

/// Not what belongs to the visit itself, not what a paper must not say, and not what no longer applies.
fn may_ask(view: &TaskContext, put_off: &PutOff) -> bool {
    let (plan, code) = (view.plan, put_off.field.code());
    let applies = match put_off.field {
        // These become the private task: its words are for anybody, and a paper never shows what was asked
        // (design#pages).
        Field::Recent | Field::Harm | Field::Means | Field::Suicide | Field::KeepSafety => false,
        // A family is not sent to look for signs, nor to ask around about what is known or not.
        Field::Signs | Field::Substances | Field::Pattern | Field::Ages | Field::Relation => false,
        Field::Guardian => plan.person.ages.is(&Ages::PersonUnder),
        Field::CalmAdult => !plan.person.children.is(&Children::No),
        Field::AttReader => put_off
            .item
            .as_ref()
            .and_then(|id| plan.attendee(id))
            .is_some_and(Attendee::writes),
        _ => !code.starts_with("visit."),
    };
    let stopped = view.shapes.contains(&PlanShape::Stopping);
    applies && !stopped && (view.shapes.is_empty() || !put_off.field.privacy().of_the_meeting)
}

/// The printed numbers of the plan's own tasks follow those of the rows; an id's number is given once in a plan.
pub const FIRST_OWN: u16 = 200;

fn number(id: &Id) -> Option<u16> {
    u16::try_from(id.number()?).ok()?.checked_add(FIRST_OWN)
}

/// A call still to be made: nobody asked yet, or the question about the treatment that matters most is open.
fn needs_call(view: &TaskContext, option: &TreatmentOption) -> bool {
    let known = view.plan.treatment(option).1.is_one_of(&[Checked::Yes, Checked::No]);
    let named = !option.name.words().is_empty();
    named && (option.date_checked.given().is_none() || !known)
}

fn call_task(view: &TaskContext, option: &TreatmentOption) -> Draft {
    let caller = option
        .researched_by
        .given()
        .filter(|id| view.plan.name_of(id).is_some());
    let mut draft = view.draft(Sketch {
        kind: TaskKind::CallOption,
        tail: Some(option.id.as_str().to_string()),
        phase: Phase::Weeks,
        offset: Offset::Call(-14),
        owner: caller.map_or_else(|| view.holder(Role::Logistics), |id| Owner::Person(id.clone())),
        source: CALL,
    });
    draft.task.when = Timeframe::WhenPlacesOpen;
    draft.task.field = Some(if option.date_checked.given().is_none() {
        Field::OptChecked
    } else {
        view.plan.treatment(option).0
    });
    draft.task.item = Some(option.id.clone());
    draft.task.number = number(&option.id);
    draft
}

/// Talks after the day, as the family dated them (evidence#checklist). They hang on a meeting, so they go with it.
fn follow_ups(view: &TaskContext) -> Vec<Draft> {
    let talks = view
        .plan
        .afterwards
        .follow_ups
        .iter()
        .filter(|talk| view.shapes.is_empty() && !talk.what.words().is_empty());
    talks
        .map(|talk| {
            let mut draft = view.draft(Sketch {
                kind: TaskKind::FollowUp,
                tail: Some(talk.id.as_str().to_string()),
                phase: Phase::After,
                offset: Offset::Timeframe(Timeframe::AnyTime),
                owner: view.person(talk.person.given().unwrap_or(&Id::planner())),
                source: &["D"],
            });
            draft.task.field = Some(List::FollowUps.field());
            draft.task.item = Some(talk.id.clone());
            draft.task.number = number(&talk.id);
            draft.task.own_text = talk.what.given().cloned();
            draft.task.due = draft.task.due.or(talk.on.given().copied());
            draft.task.past = draft.task.done.is_none() && draft.task.due.is_some_and(|due| due < view.today);
            draft
        })
        .collect()
}

/// A task of the family's own, under the heading its date belongs to.
fn own_task(view: &TaskContext, mark: &TaskRecord) -> Draft {
    let owner = mark.owner.clone().unwrap_or_else(Id::planner);
    let due = view.own_due(mark);
    let mut draft = view.draft(Sketch {
        kind: TaskKind::Own,
        tail: None,
        phase: phase_of(view, due),
        offset: Offset::Timeframe(Timeframe::AnyTime),
        owner: view.person(&owner),
        source: &[],
    });
    draft.place = match (due, view.day) {
        (Some(due), Some(day)) if matches!(draft.task.phase, Phase::Weeks | Phase::Days) => (due - day).num_days(),
        _ => draft.place,
    };
    draft.task.id = mark.id.clone();
    draft.task.number = number(&Id::new(&mark.id));
    draft.task.own_text = mark.text.clone();
    draft.task.due = due;
    draft.task.done = mark.done;
    draft.task.past = mark.done.is_none() && due.is_some_and(|due| due < view.today);
    draft
}

fn phase_of(view: &TaskContext, due: Option<NaiveDate>) -> Phase {
    match (due, view.day) {
        (Some(due), _) if due <= view.today => Phase::Today,
        (Some(due), Some(day)) if due == day => Phase::Day,
        (Some(due), Some(day)) if due > day => Phase::After,
        (Some(due), Some(day)) if due + Days::new(7) >= day => Phase::Days,
        _ => Phase::Weeks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Gate, Later, Plan, Text};
    use crate::tasks::sample::{TODAY, add_option, add_person, calm, date, full};
    use crate::tasks::{Task, derive};

    fn of(plan: &Plan, kind: TaskKind) -> Vec<Task> {
        derive(plan, date(TODAY))
            .into_iter()
            .filter(|task| task.kind == kind)
            .collect()
    }

    fn later<V>(owner: &Id) -> Answer<V> {
        Answer::Later(Later { owner: owner.clone() })
    }

    #[test]
    fn what_was_put_off_is_a_task_for_the_one_who_finds_out() {
        let mut plan = calm();
        let mara = add_person(&mut plan, "Mara");
        add_option(&mut plan, "Riverside", crate::plan::OptionKind::Office);
        plan.treatment_options[0].estimated_cost = later(&mara);
        plan.person.hopes = later(&Id::planner());
        plan.day.date = later(&Id::new("gone"));
        let tasks = of(&plan, TaskKind::FindOut);
        let ids: Vec<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
        let item = plan.treatment_options[0].id.as_str();
        let cost = format!("find_out.treatment_options.estimated_cost.{item}");
        assert_eq!(ids, ["find_out.person.hopes", cost.as_str(), "find_out.day.date"]);
        assert_eq!(tasks[1].owner, Owner::Person(mara));
        assert_eq!((tasks[1].field, tasks[1].item.is_some()), (Some(Field::OptCost), true));
        assert_eq!(
            tasks[2].owner,
            Owner::Person(Id::planner()),
            "somebody who left finds nothing out"
        );
        assert!(
            tasks
                .iter()
                .all(|task| task.when == Timeframe::ThisWeek && task.due.is_none())
        );
    }

    #[test]
    fn a_put_off_safety_question_is_never_named() {
        let mut plan = calm();
        plan.safety.means = later(&Id::planner());
        plan.person.recent = later(&Id::planner());
        assert!(of(&plan, TaskKind::FindOut).is_empty());
        assert_eq!(of(&plan, TaskKind::PrivateSafety).len(), 1);
    }

    #[test]
    fn nobody_is_sent_to_look_for_signs() {
        let mut plan = calm();
        plan.person.signs = later(&Id::planner());
        plan.person.substances = later(&Id::planner());
        plan.person.pattern = later(&Id::planner());
        plan.person.ages = later(&Id::planner());
        plan.person.relation = later(&Id::planner());
        assert!(of(&plan, TaskKind::FindOut).is_empty());
    }

    #[test]
    fn a_closed_gate_asks_nothing_about_a_meeting() {
        let mut plan = calm();
        plan.day.date = later(&Id::planner());
        plan.person.hopes = later(&Id::planner());
        plan.safety.this_session = Default::default();
        plan.safety.floor = Some(Gate::Closed);
        let tasks = of(&plan, TaskKind::FindOut);
        assert_eq!(
            tasks.iter().map(|task| task.field).collect::<Vec<_>>(),
            [Some(Field::Hopes)]
        );
    }

    #[test]
    fn an_option_is_called_until_it_was_asked_about_medicine() {
        let mut plan = calm();
        let tom = add_person(&mut plan, "Tom");
        add_option(&mut plan, "Riverside", crate::plan::OptionKind::Office);
        assert!(of(&plan, TaskKind::CallOption).is_empty());
        plan.treatment_options[0].medication_offered = Answer::Given(Checked::NotAsked);
        assert_eq!(of(&plan, TaskKind::CallOption)[0].owner, Owner::Role(Role::Logistics));
        plan.treatment_options[0].researched_by = Answer::Given(tom.clone());
        let call = &of(&plan, TaskKind::CallOption)[0];
        assert_eq!(
            (&call.owner, call.field, call.when),
            (
                &Owner::Person(tom),
                Some(Field::OptMedication),
                Timeframe::WhenPlacesOpen
            )
        );
        plan.treatment_options[0].medication_offered = Answer::Given(Checked::No);
        plan.treatment_options[0].date_checked = Answer::Unasked;
        assert_eq!(of(&plan, TaskKind::CallOption)[0].field, Some(Field::OptChecked));
    }

    #[test]
    fn a_task_of_the_family_stands_where_its_date_belongs() {
        let mut plan = full();
        let tom = plan.attendees[1].id.clone();
        for (due, phase) in [
            (None, Phase::Weeks),
            (Some("2026-11-20"), Phase::Today),
            (Some("2026-12-20"), Phase::Weeks),
            (Some("2026-12-30"), Phase::Days),
            (Some("2027-01-02"), Phase::Day),
            (Some("2027-02-02"), Phase::After),
        ] {
            *plan.task_record("t1") = TaskRecord {
                id: "t1".into(),
                text: Some(Text::new("Fill the tank")),
                owner: Some(tom.clone()),
                due: due.map(date),
                done: None,
            };
            let tasks = of(&plan, TaskKind::Own);
            assert_eq!((tasks.len(), tasks[0].phase, tasks[0].due), (1, phase, due.map(date)));
            assert_eq!(
                (tasks[0].id.as_str(), &tasks[0].owner),
                ("t1", &Owner::Person(tom.clone()))
            );
            assert_eq!(tasks[0].past, due == Some("2026-11-20"));
        }
        plan.task_record("t1").done = Some(date(TODAY));
        assert!(of(&plan, TaskKind::Own)[0].done.is_some());
    }

    #[test]
    fn a_talk_after_the_day_is_a_task_on_its_date() {
        let mut plan = full();
        let id = plan.add(List::FollowUps);
        plan.afterwards.follow_ups[&id].what = Answer::Given(Text::new("How is the new place?"));
        plan.afterwards.follow_ups[&id].on = Answer::Given(date("2027-02-01"));
        let tasks = of(&plan, TaskKind::FollowUp);
        assert_eq!((tasks.len(), tasks[0].due), (1, Some(date("2027-02-01"))));
    }
}
