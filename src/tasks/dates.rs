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
            if known.hang_on_day {
                let (due, moved) = known.day.map_or((None, false), |day| due(known, phase, day, days));
                return Timing {
                    due,
                    when: Timeframe::DaysFromDay(days),
                    moved,
                    place,
                };
            }
            let call = matches!(offset, Offset::Call(_));
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
    use crate::tasks::sample::{TODAY, date, full};
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

    #[test]
    fn without_a_day_there_is_no_date_but_a_distance() {
        let mut plan = full();
        plan.day.date = Answer::Unasked;
        let call = task(&plan, TaskKind::CallProfessional);
        assert_eq!((call.due, call.when), (None, Timeframe::DaysFromDay(-21)));
    }

    #[test]
    fn a_date_that_is_gone_stays_and_says_so() {
        let mut plan = full();
        plan.day.date = Answer::Given(date("2026-11-28"));
        let call = task(&plan, TaskKind::CallProfessional);
        assert_eq!((call.due, call.past), (Some(date("2026-11-07")), true));
        plan.task_record("call_professional").done = Some(date("2026-11-09"));
        assert!(
            !task(&plan, TaskKind::CallProfessional).past,
            "what is done is not late"
        );
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
