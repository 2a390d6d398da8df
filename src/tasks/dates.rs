//! Dates worked back from the day, and off the days that will not do.

use chrono::{Days, NaiveDate};

use super::{Offset, Phase, Timeframe};

/// When a task falls due, and where it is among its neighbours.
pub struct Timing {
    pub due: Option<NaiveDate>,
    pub when: Timeframe,
    pub moved: bool,
    pub place: i64,
}

/// The days that the due dates of a plan are worked out from.
pub struct KnownDays<'a> {
    /// Today.
    pub today: NaiveDate,
    /// The day of the meeting, if it is known.
    pub day: Option<NaiveDate>,
    /// When this day was chosen, if that is known.
    pub chosen: Option<NaiveDate>,
    /// Days that will not do.
    pub bad: &'a [NaiveDate],
    /// Whether tasks may have a date that hangs on the day.
    pub hang_on_day: bool,
}

/// Before everything that is dated.
const THIS_WEEK: i64 = -1000;

/// When something with this offset falls due.
pub fn timing(known: &KnownDays, phase: Phase, offset: Offset) -> Timing {
    let plain = |due, when, place| Timing {
        due,
        when,
        moved: false,
        place,
    };
    match offset {
        Offset::Today => plain(Some(known.today), Timeframe::Today, 0),
        Offset::OpenToday => plain(Some(known.today), Timeframe::WhenPlacesOpen, 0),
        Offset::Timeframe(Timeframe::ThisWeek) => plain(None, Timeframe::ThisWeek, THIS_WEEK),
        Offset::Timeframe(when) => plain(None, when, 0),
        Offset::Day(days) | Offset::Call(days) => {
            let place = i64::from(days);
            let call = matches!(offset, Offset::Call(_));
            if known.hang_on_day {
                let Some(day) = known.day else {
                    return plain(None, Timeframe::DaysFromDay(days), place);
                };
                let (due, moved) = due(known, phase, day, in_the_time_there_is(known, day, days));
                return match due.filter(|due| *due < known.today) {
                    None => Timing {
                        due,
                        when: Timeframe::DaysFromDay(days),
                        moved,
                        place,
                    },
                    // Nobody is late: what still helps is done now, or in the next days while there are some.
                    Some(_) if call || (day - known.today).num_days().abs() < 7 => {
                        plain(Some(known.today), Timeframe::Today, place)
                    }
                    Some(_) => plain(None, Timeframe::ThisWeek, place),
                };
            }
            plain(
                None,
                if call {
                    Timeframe::WhenPlacesOpen
                } else {
                    Timeframe::AnyTime
                },
                place,
            )
        }
    }
}

/// As many days before the day as the plan wants for its first task.
const LONGEST: i64 = 21;

/// The days from the day, closer together where fewer were left when it was chosen: the order stays, and the first are
/// due on the day it was chosen.
fn in_the_time_there_is(known: &KnownDays, day: NaiveDate, days: i32) -> i32 {
    let from = known.chosen.unwrap_or(known.today);
    let left = (day - from).num_days().clamp(0, LONGEST);
    if days >= 0 || left == LONGEST {
        return days;
    }
    let before = (i64::from(-days) * left + LONGEST - 1) / LONGEST;
    i32::try_from(-before).unwrap_or(days)
}

/// The date, and whether it was moved. Nothing that hangs on the day itself moves away from it, and what comes after
/// the day stays after it.
fn due(known: &KnownDays, phase: Phase, day: NaiveDate, days: i32) -> (Option<NaiveDate>, bool) {
    let Some(due) = shifted(day, days) else {
        return (None, false);
    };
    let bad = known.bad;
    let fixed = matches!(phase, Phase::Today | Phase::Day | Phase::IfYes) || days == 0;
    if fixed || !bad.contains(&due) {
        return (Some(due), false);
    }
    // Among so many days one more than the impossible ones, one is free.
    let mut earlier = (1..=bad.len() as u64).filter_map(|back| due.checked_sub_days(Days::new(back)));
    match earlier.find(|date| !bad.contains(date)) {
        Some(free) if days < 0 || free > day => (Some(free), true),
        _ => (Some(due), false),
    }
}

fn shifted(day: NaiveDate, days: i32) -> Option<NaiveDate> {
    let far = Days::new(u64::from(days.unsigned_abs()));
    if days < 0 {
        day.checked_sub_days(far)
    } else {
        day.checked_add_days(far)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Answer;
    use crate::tasks::sample::{TODAY, date, full, of_each_kind};
    use crate::tasks::{Task, TaskKind, derive};

    fn task(plan: &crate::plan::Plan, kind: TaskKind) -> Task {
        derive(plan, date(TODAY))
            .into_iter()
            .find(|task| task.kind == kind)
            .unwrap()
    }

    #[test]
    fn a_date_is_worked_back_from_the_day() {
        let plan = full();
        assert_eq!(task(&plan, TaskKind::CallProfessional).due, Some(date("2026-12-12")));
        assert_eq!(task(&plan, TaskKind::FamilyCheckIn).due, Some(date("2027-01-16")));
        assert_eq!(
            task(&plan, TaskKind::CallProfessional).when,
            Timeframe::DaysFromDay(-21)
        );
    }

    // Holds R-40
    #[test]
    fn without_a_day_there_is_no_date_but_a_distance() {
        let mut plan = full();
        plan.day.date = Answer::Unasked;
        let call = task(&plan, TaskKind::CallProfessional);
        assert_eq!((call.due, call.when), (None, Timeframe::DaysFromDay(-21)));
    }

    /// A full plan whose day is so many days away, and was chosen today.
    fn in_days(days: u64) -> crate::plan::Plan {
        let mut plan = full();
        plan.day.date = Answer::Given(date(TODAY) + Days::new(days));
        plan.note_day_chosen(date(TODAY));
        plan
    }

    /// By hand: what has to be done before something else can be.
    const BEFORE: &[(TaskKind, TaskKind)] = &[
        (TaskKind::CallProfessional, TaskKind::AskIfSafe),
        (TaskKind::AskIfSafe, TaskKind::SetDate),
        (TaskKind::PickTeam, TaskKind::NameParts),
        (TaskKind::PickTeam, TaskKind::FirstMeeting),
        (TaskKind::PickTeam, TaskKind::NameReaders),
        (TaskKind::CallInsurer, TaskKind::DecidePay),
        (TaskKind::ResearchOptions, TaskKind::ChooseOption),
        (TaskKind::AskMedicine, TaskKind::ChooseOption),
        (TaskKind::CheckLicence, TaskKind::ChooseOption),
        (TaskKind::ChooseOption, TaskKind::PreIntake),
        (TaskKind::ChooseOption, TaskKind::PlanTransport),
        (TaskKind::PreIntake, TaskKind::ConfirmBed),
        (TaskKind::ListEvents, TaskKind::WriteStatement),
        (TaskKind::WriteStatement, TaskKind::ReadLetters),
        (TaskKind::FinishLetter, TaskKind::ReadLetters),
        (TaskKind::DraftBoundaries, TaskKind::CheckBoundaries),
        (TaskKind::ReadLetters, TaskKind::Rehearse),
        (TaskKind::Answers, TaskKind::Rehearse),
        (TaskKind::OpeningClosing, TaskKind::Rehearse),
        (TaskKind::Rehearse, TaskKind::EarlyNight),
    ];

    #[test]
    fn on_the_day_a_plan_is_made_nothing_is_late_and_the_order_can_be_done() {
        let mut tried = std::collections::BTreeSet::new();
        for (days, (name, mut plan)) in [60, 21, 10, 3, 1, 0]
            .into_iter()
            .flat_map(|days| of_each_kind().into_iter().map(move |one| (days, one)))
        {
            plan.day.date = Answer::Given(date(TODAY) + Days::new(days));
            plan.note_day_chosen(date(TODAY));
            plan.tasks.clear();
            plan.afterwards.follow_ups.clear();
            let tasks = derive(&plan, date(TODAY));
            assert!(tasks.len() > 8, "{name}, {days} days: {}", tasks.len());
            let dated = tasks.iter().filter_map(|task| Some((task, task.due?)));
            for (task, due) in dated.clone() {
                assert!(
                    due >= date(TODAY) && !task.past,
                    "{name}, {days} days: {} is late",
                    task.id
                );
                let is_before = matches!(task.phase, Phase::Weeks | Phase::Days);
                let day = date(TODAY) + Days::new(days);
                assert!(
                    !is_before || due <= day,
                    "{name}, {days} days: {} is after the day",
                    task.id
                );
            }
            let due = |kind| dated.clone().find(|(task, _)| task.kind == kind).map(|(_, due)| due);
            let at = |kind| tasks.iter().position(|task| task.kind == kind);
            for (first, then) in BEFORE {
                if let (Some(before), Some(after)) = (due(*first), due(*then)) {
                    tried.insert((first, then));
                    assert!(
                        before <= after,
                        "{name}, {days} days: {first:?} {before}, {then:?} {after}"
                    );
                    assert!(
                        at(*first) < at(*then),
                        "{name}, {days} days: {first:?} is below {then:?}"
                    );
                }
            }
        }
        assert_eq!(tried.len(), BEFORE.len(), "no plan has both of one of these");
    }

    #[test]
    fn with_fewer_days_left_the_tasks_come_closer_together() {
        let due = |days, kind| (task(&in_days(days), kind).due.unwrap() - date(TODAY)).num_days();
        assert_eq!(
            [60, 21, 10, 3].map(|days| due(days, TaskKind::CallProfessional)),
            [39, 0, 0, 0]
        );
        assert_eq!(
            [60, 21, 10, 3].map(|days| due(days, TaskKind::ResearchOptions)),
            [46, 7, 3, 1]
        );
        assert_eq!(
            [60, 21, 10, 3].map(|days| due(days, TaskKind::ConfirmBed)),
            [59, 20, 9, 2]
        );
    }

    #[test]
    fn what_no_longer_helps_is_gone_and_what_keeps_somebody_safe_never_is() {
        let has = |days: i64, kind: TaskKind| {
            let plan = in_days(21);
            let later = date(TODAY) + Days::new(u64::try_from(21 - days).unwrap());
            derive(&plan, later).iter().any(|task| task.kind == kind)
        };
        // By hand: how many days before the day each may be gone.
        for (kind, gone) in [
            (TaskKind::CalmTalk, 2),
            (TaskKind::FirstMeeting, 1),
            (TaskKind::ListEvents, 0),
            (TaskKind::PickTeam, 0),
            (TaskKind::WriteStatement, 0),
            (TaskKind::DraftBoundaries, 0),
            (TaskKind::PlanLeave, 0),
            (TaskKind::ReadLetters, 0),
            (TaskKind::Rehearse, 0),
            (TaskKind::EarlyNight, 0),
            (TaskKind::AskIfSafe, -1),
            (TaskKind::HomeCare, -1),
            (TaskKind::CheckSafety, -1),
            (TaskKind::CheckIn, -1),
            (TaskKind::Debrief, -4),
        ] {
            assert!(has(gone + 1, kind) && !has(gone, kind), "{kind:?}");
        }
        for kind in [
            TaskKind::Naloxone,
            TaskKind::LockUp,
            TaskKind::LearnSteps,
            TaskKind::IfSuicide,
            TaskKind::CarryNaloxone,
            TaskKind::CallProfessional,
            TaskKind::AskMedicine,
            TaskKind::ResearchOptions,
        ] {
            assert!(has(0, kind) && has(-30, kind), "{kind:?}");
        }
    }

    #[test]
    fn what_is_behind_is_done_now_or_this_week_and_nobody_is_late() {
        let plan = in_days(21);
        let after = |days, kind| {
            let tasks = derive(&plan, date(TODAY) + Days::new(days)).into_iter();
            let task = tasks.into_iter().find(|task| task.kind == kind).unwrap();
            (task.due.map(|due| (due - date(TODAY)).num_days()), task.when, task.past)
        };
        assert_eq!(after(5, TaskKind::CallProfessional), (Some(5), Timeframe::Today, false));
        assert_eq!(after(5, TaskKind::ListKnown), (None, Timeframe::ThisWeek, false));
        assert_eq!(after(18, TaskKind::ListKnown), (Some(18), Timeframe::Today, false));
        let mut plan = plan;
        plan.task_record("call_professional").done = Some(date(TODAY));
        assert!(task(&plan, TaskKind::CallProfessional).is_done());
    }

    #[test]
    fn a_day_that_will_not_do_moves_a_task_earlier() {
        let mut plan = full();
        let bad = [
            "2026-12-12",
            "2026-12-11",
            "2027-01-16",
            "2027-01-02",
            "2027-01-03",
            "2027-01-04",
            "2027-01-05",
        ];
        plan.day.days_that_will_not_do = Answer::Given(bad.iter().map(|day| date(day)).collect());
        let call = task(&plan, TaskKind::CallProfessional);
        assert_eq!((call.due, call.moved), (Some(date("2026-12-10")), true));
        let check = task(&plan, TaskKind::FamilyCheckIn);
        assert_eq!((check.due, check.moved), (Some(date("2027-01-15")), true));
        for (kind, due) in [
            (TaskKind::CheckIn, "2027-01-02"),
            (TaskKind::SayLove, "2027-01-02"),
            (TaskKind::NextStep, "2027-01-05"),
        ] {
            let fixed = task(&plan, kind);
            assert_eq!((fixed.due, fixed.moved), (Some(date(due)), false), "{kind:?}");
        }
    }

    #[test]
    fn a_date_the_family_gave_counts() {
        let mut plan = full();
        plan.day.days_that_will_not_do = Answer::Given(vec![date("2026-12-12")]);
        plan.task_record("call_professional").due = Some(date("2026-12-12"));
        let call = task(&plan, TaskKind::CallProfessional);
        assert_eq!((call.due, call.moved), (Some(date("2026-12-12")), false));
    }
}
