//! What is in a calendar, and what is not.

use super::*;
use crate::plan::{Ages, Answer, ChangeNote, FollowUp, Harm, Id, Recent, Text};

fn date(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn words() -> Words {
    Words::load("en", None).unwrap()
}

fn example() -> Plan {
    serde_json::from_str(words().example).unwrap()
}

fn on(plan: &Plan, today: &str, titles: EventTitles) -> Vec<CalendarEvent> {
    calendar(plan, &words(), date(today), titles)
}

fn plain(plan: &Plan) -> Vec<CalendarEvent> {
    on(plan, "2026-11-21", EventTitles::Plain)
}

fn items(plan: &Plan) -> Vec<String> {
    plain(plan).into_iter().map(|one| one.item).collect()
}

fn find<'a>(all: &'a [CalendarEvent], item: &str) -> &'a CalendarEvent {
    all.iter()
        .find(|one| one.item == item)
        .unwrap_or_else(|| panic!("no {item}"))
}

fn change(plan: &mut Plan, kind: Change) {
    let on = date("2026-11-21");
    plan.visit.changes.push(ChangeNote { kind, on });
}

/// What only a meeting brings along.
fn of_a_meeting(item: &str) -> bool {
    matches!(item, "meeting" | "rehearsal") || item.starts_with("task.follow_up") || item.starts_with("task.make_the")
}

#[test]
fn everything_with_a_day_is_there_once_and_in_order() {
    let all = plain(&example());
    for (item, day) in [
        ("meeting", "2026-12-12"),
        ("rehearsal", "2026-12-10"),
        ("appointment.p5", "2026-12-08"),
        ("task.follow_up.f26", "2026-12-13"),
        ("task.t1", "2026-12-10"),
        ("task.first_planning_meeting", "2026-11-26"),
    ] {
        assert_eq!(find(&all, item).when.day, date(day), "{item}");
    }
    assert!(all.is_sorted_by_key(|one| one.when));
    let unique: std::collections::BTreeSet<_> = all.iter().map(|one| &one.item).collect();
    assert_eq!(unique.len(), all.len());
    assert!(all.iter().all(|one| one.item != "task.rehearse"), "it has its own day");
    assert!(all.len() > 30, "{}", all.len());
}

/// How the day went steers the calendar as it steers the list.
#[test]
fn how_the_day_went_leaves_the_dates_of_that_answer_and_no_other() {
    use crate::plan::Met;
    use crate::tasks::TaskKind;
    let mut plan = example();
    plan.visit.met_day = plan.day.date.given().copied();
    let mut has = |met: Met, kind: TaskKind| {
        plan.visit.met = Answer::Given(met);
        items(&plan).contains(&format!("task.{}", kind.code()))
    };
    for met in [Met::NotYet, Met::No, Met::WalkedOut, Met::Stopped] {
        assert!(!has(met.clone(), TaskKind::FamilySessions), "{met:?}");
        assert!(has(met.clone(), TaskKind::NextStep), "{met:?}");
    }
    assert!(has(Met::Yes, TaskKind::FamilySessions) && !has(Met::Yes, TaskKind::NextStep));
}

#[test]
fn nothing_is_before_the_day_the_plan_began() {
    let mut plan = example();
    let first = |plan: &Plan| plain(plan).iter().map(|one| one.when.day).min();
    let before = first(&plan);
    let later = date("2026-12-01");
    assert!(before.is_some_and(|day| day < later));
    plan.created = Some(later);
    let all = on(&plan, "2026-12-02", EventTitles::Plain);
    assert!(all.iter().all(|one| one.when.day >= later) && !all.is_empty());
}

#[test]
fn neutral_titles_say_nothing() {
    let own = words().calendar;
    for one in on(&example(), "2026-11-21", EventTitles::Neutral) {
        let number = one.title.strip_prefix("To do ").and_then(|n| n.parse::<u16>().ok());
        assert!(one.title == own.appointment || number.is_some(), "{}", one.title);
        assert_eq!((one.place.as_str(), one.note.as_str()), ("", ""));
    }
    let all = plain(&example());
    assert!(find(&all, "meeting").place.contains("Linden"));
    assert!(find(&all, "appointment.p5").title.contains("Linden"));
    assert!(find(&all, "task.say_love").title.starts_with("If the answer is no: "));
}

#[test]
fn the_day_it_is_made_changes_nothing() {
    let (plan, words) = (example(), words());
    let drawn = |today: &str| {
        let all = calendar(&plan, &words, date(today), EventTitles::Plain);
        super::super::ics(&all, &plan.calendar, false)
    };
    for today in ["2026-11-01", "2026-12-10", "2026-12-12", "2027-02-01"] {
        assert_eq!(drawn(today), drawn("2026-11-21"), "{today}");
    }
}

#[test]
fn a_time_that_can_be_read_is_the_time_of_the_meeting() {
    let mut plan = example();
    let ten = NaiveTime::from_hms_opt(10, 0, 0);
    assert_eq!(find(&plain(&plan), "meeting").when.time, ten);
    plan.day.time = Answer::Given(Text::new("after lunch"));
    let all = plain(&plan);
    let meeting = find(&all, "meeting");
    assert_eq!(meeting.when.time, None);
    assert!(meeting.note.contains("after lunch"));
}

#[test]
fn what_is_done_is_left_out() {
    let mut plan = example();
    for id in ["call_professional", "follow_up.f26", "rehearse"] {
        plan.task_record(id).done = Some(date("2026-11-21"));
    }
    let left = items(&plan);
    for gone in ["task.call_professional", "task.follow_up.f26", "rehearsal"] {
        assert!(left.iter().all(|item| item != gone), "{gone}");
    }
}

#[test]
fn a_closed_plan_and_a_big_change_leave_no_meeting() {
    let close: fn(&mut Plan) = |plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
    let young: fn(&mut Plan) = |plan| plan.person.ages = Answer::Given(Ages::PlannerUnder);
    let changes = [
        Change::InCare,
        Change::InHospital,
        Change::InJail,
        Change::CannotFind,
        Change::FoundPlan,
        Change::Stopping,
        Change::Died,
    ];
    let changed = changes.map(|kind| {
        let mut plan = example();
        change(&mut plan, kind);
        plan
    });
    let narrowed = [close, young].map(|alter| {
        let mut plan = example();
        alter(&mut plan);
        plan
    });
    assert!(items(&example()).iter().any(|item| of_a_meeting(item)));
    for plan in changed.iter().chain(&narrowed) {
        assert!(!items(plan).iter().any(|item| of_a_meeting(item)), "{:?}", items(plan));
    }
    assert_eq!(items(&narrowed[0]), ["appointment.p5"], "care goes on");
}

#[test]
fn after_a_death_only_help_for_the_family_is_left() {
    let mut plan = example();
    change(&mut plan, Change::Died);
    assert!(items(&plan).is_empty());
    plan.task_record("own_support.a1").due = Some(date("2026-11-25"));
    plan.task_record("grief_help").due = Some(date("2026-11-25"));
    assert_eq!(items(&plan), ["task.grief_help"]);
}

#[test]
fn a_day_nobody_agreed_to_is_marked() {
    let mut plan = example();
    let unagreed = words().checklist.unagreed;
    assert!(!find(&plain(&plan), "meeting").title.contains(unagreed));
    plan.safety.on = Some(date("2026-11-20"));
    plan.person.recent = Answer::Given(vec![Recent::Overdose]);
    assert_eq!(readiness::gate(&plan), Gate::AskFirst);
    assert!(find(&plain(&plan), "meeting").title.contains(unagreed));
}

#[test]
fn a_calm_talk_is_no_meeting_and_has_no_rehearsal() {
    let mut plan = example();
    plan.way.kind = Answer::Given(Way::Talk);
    let all = plain(&plan);
    assert_eq!(find(&all, "meeting").title, words().calendar.talk);
    assert!(all.iter().all(|one| one.item != "rehearsal"));
}

#[test]
fn without_a_day_of_its_own_the_rehearsal_is_the_task() {
    let mut plan = example();
    plan.day.rehearsal = Answer::Unasked;
    assert!(items(&plan).contains(&"task.rehearse".into()));
}

#[test]
fn what_is_for_today_has_no_day_of_its_own_unless_the_family_gave_one() {
    let mut plan = example();
    assert!(!items(&plan).contains(&"task.naloxone".into()));
    plan.task_record("naloxone").due = Some(date("2026-11-24"));
    assert!(items(&plan).contains(&"task.naloxone".into()));
}

#[test]
fn a_follow_up_without_words_is_no_follow_up() {
    let mut plan = example();
    plan.afterwards.follow_ups = vec![FollowUp {
        id: Id::new("f1"),
        on: Answer::Given(date("2026-12-20")),
        ..FollowUp::default()
    }]
    .into();
    assert!(!items(&plan).iter().any(|item| item.starts_with("task.follow_up")));
}
