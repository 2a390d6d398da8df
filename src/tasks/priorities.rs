//! Which tasks matter most: the three on top of the checklist, and the short list after ten minutes.

use chrono::NaiveDate;

use super::{Phase, Task, TaskKind, Timeframe, derive};
use crate::plan::{Naloxone, Plan};

/// The short list after ten minutes (design#lengths): at most ten boxes, and how many things can wait.
#[derive(Clone, PartialEq, Debug)]
pub struct Tonight {
    /// At any hour.
    pub now: Vec<Task>,
    /// When somebody answers the phone.
    pub when_places_open: Vec<Task>,
    /// Within the next seven days.
    pub this_week: Vec<Task>,
    /// How many undone tasks are on the whole list beside these.
    pub rest: usize,
}

/// Where a kind is on the short list.
#[derive(Clone, Copy, PartialEq)]
enum Slot {
    Now,
    Open,
    Week,
}

/// How many boxes the short list has (design#lengths).
const TEN: usize = 10;

/// What the short list takes, the most important first: if there is no room, the last ones wait.
const SHORT: [(TaskKind, Slot); 32] = [
    (TaskKind::TrustedAdult, Slot::Now),
    (TaskKind::IfAfraid, Slot::Now),
    (TaskKind::MissingDanger, Slot::Now),
    (TaskKind::MissingReach, Slot::Now),
    (TaskKind::MissingHospitals, Slot::Now),
    (TaskKind::MissingHeld, Slot::Now),
    (TaskKind::MissingReport, Slot::Now),
    (TaskKind::MissingRest, Slot::Now),
    (TaskKind::Naloxone, Slot::Now),
    (TaskKind::NaloxoneByAdult, Slot::Now),
    (TaskKind::LearnSteps, Slot::Now),
    (TaskKind::Tolerance, Slot::Now),
    (TaskKind::StopSlowly, Slot::Now),
    (TaskKind::YoungDoctor, Slot::Open),
    (TaskKind::CallPrescriber, Slot::Open),
    (TaskKind::AskHospital, Slot::Open),
    (TaskKind::TalkToProfessionalFirst, Slot::Open),
    (TaskKind::SaveLines, Slot::Now),
    (TaskKind::LockUp, Slot::Now),
    (TaskKind::LockUpByAdult, Slot::Now),
    (TaskKind::IfSuicide, Slot::Now),
    (TaskKind::OwnSupport, Slot::Week),
    (TaskKind::TellJail, Slot::Open),
    (TaskKind::TellOne, Slot::Week),
    (TaskKind::PrivateSafety, Slot::Now),
    (TaskKind::PrivatePlace, Slot::Now),
    (TaskKind::CallOption, Slot::Open),
    (TaskKind::CallProfessional, Slot::Open),
    (TaskKind::AskMedicine, Slot::Open),
    (TaskKind::ResearchOptions, Slot::Open),
    (TaskKind::ListKnown, Slot::Week),
    (TaskKind::Grief, Slot::Week),
];

/// The three that matter most today: undone, safety first, three different things.
///
/// What is on every list for the case that it is ever needed (rows 5 and 6) is not a thing to do today, and what
/// waits for an answer is not either. Naloxone that is in reach needs only a look, and gives its place away.
pub fn top_three<'a>(plan: &Plan, tasks: &'a [Task]) -> Vec<&'a Task> {
    let waits = |task: &&Task| matches!(task.phase, Phase::IfYes | Phase::IfNo);
    let there = plan.safety.naloxone.is(&Naloxone::InReach);
    let later = |task: &&Task| match task.kind {
        TaskKind::IfAfraid | TaskKind::IfSuicide => true,
        TaskKind::Naloxone => there,
        _ => false,
    };
    let open = tasks
        .iter()
        .filter(|task| !task.is_done() && !waits(task) && !later(task));
    open.take(3).collect()
}

/// How many tasks of this week are open to the eye at once.
const FIFTEEN: usize = 15;

/// The open tasks of the next seven days and those of every later time, each in order. What has no place among the
/// first fifteen comes later, but never what is about staying alive.
pub fn this_week(tasks: &[Task], today: NaiveDate) -> (Vec<&Task>, Vec<&Task>) {
    let soon = |task: &Task| match (task.phase, task.due, task.when) {
        (Phase::IfYes | Phase::IfNo, ..) => false,
        (_, Some(due), _) => (due - today).num_days() < 7,
        (_, None, when) => matches!(when, Timeframe::Today | Timeframe::ThisWeek | Timeframe::WhenPlacesOpen),
    };
    let mut shown = 0;
    tasks.iter().filter(|task| !task.is_done()).partition(|task| {
        let here = soon(task) && (shown < FIFTEEN || NEVER_FOLDED.contains(&task.kind));
        shown += usize::from(here);
        here
    })
}

/// What is about naloxone, an overdose, guns, pills, fear, suicide or children.
const NEVER_FOLDED: &[TaskKind] = &[
    TaskKind::TrustedAdult,
    TaskKind::IfAfraid,
    TaskKind::IfSuicide,
    TaskKind::MissingDanger,
    TaskKind::Naloxone,
    TaskKind::NaloxoneByAdult,
    TaskKind::LearnSteps,
    TaskKind::LockUp,
    TaskKind::LockUpByAdult,
    TaskKind::Tolerance,
    TaskKind::StopSlowly,
    TaskKind::PrivateSafety,
    TaskKind::NoMinors,
    TaskKind::CarryNaloxone,
    TaskKind::CheckSafety,
    TaskKind::Postpone,
];

/// The short list of this plan.
pub fn tonight(plan: &Plan, today: NaiveDate) -> Tonight {
    let open: Vec<Task> = derive(plan, today).into_iter().filter(|task| !task.is_done()).collect();
    let first = |kind: TaskKind| open.iter().find(move |task| task.kind == kind);
    let short: Vec<(&Task, Slot)> = SHORT
        .iter()
        .filter_map(|(kind, slot)| first(*kind).map(|task| (task, *slot)))
        .take(TEN)
        .collect();
    let under = |slot: Slot| {
        short
            .iter()
            .filter(|(_, its)| *its == slot)
            .map(|(task, _)| (*task).clone())
            .collect()
    };
    Tonight {
        now: under(Slot::Now),
        when_places_open: under(Slot::Open),
        this_week: under(Slot::Week),
        rest: open.len() - short.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Ages, Answer, Gate, Naloxone, Recent, Substance};
    use crate::tasks::sample::{TODAY, add_person, calm, date, full};

    fn kinds(tasks: &[&Task]) -> Vec<TaskKind> {
        tasks.iter().map(|task| task.kind).collect()
    }

    #[test]
    fn three_different_undone_things_safety_first() {
        let mut plan = full();
        let three = |plan: &Plan| kinds(&top_three(plan, &derive(plan, date(TODAY))));
        assert_eq!(
            three(&plan),
            [TaskKind::Naloxone, TaskKind::LockUp, TaskKind::LearnSteps]
        );
        plan.safety.naloxone = Answer::Given(Naloxone::InReach);
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
        assert_eq!(
            three(&plan),
            [
                TaskKind::LockUp,
                TaskKind::LearnSteps,
                TaskKind::TalkToProfessionalFirst
            ]
        );
        plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
        assert_eq!(three(&plan)[..2], [TaskKind::LockUp, TaskKind::TalkToProfessionalFirst]);
    }

    #[test]
    fn at_most_fifteen_are_open_to_the_eye_and_what_is_about_staying_alive_is_never_folded() {
        for days in [0, 1, 3, 10, 21, 60] {
            let mut plan = full();
            plan.day.date = Answer::Given(date(TODAY) + chrono::Days::new(days));
            let tasks = derive(&plan, date(TODAY));
            let (now, later) = this_week(&tasks, date(TODAY));
            let vital = |task: &&&Task| NEVER_FOLDED.contains(&task.kind);
            assert!(now.iter().filter(|task| !vital(task)).count() <= FIFTEEN, "{days}");
            assert!(now.len() <= FIFTEEN + 4, "{days} days: {}", now.len());
            let tonight: Vec<_> = later
                .iter()
                .filter(|task| task.phase == Phase::Today)
                .filter(vital)
                .collect();
            assert!(tonight.is_empty(), "{days} days: {tonight:?}");
            assert_eq!(
                now.len() + later.len(),
                tasks.iter().filter(|task| !task.is_done()).count()
            );
        }
    }

    #[test]
    fn at_most_ten_tonight_and_the_rest_is_counted() {
        let mut plans = vec![Plan::default(), calm(), full()];
        let mut young = Plan::default();
        young.person.ages = Answer::Given(Ages::PlannerUnder);
        plans.push(young);
        let mut closed = Plan::default();
        closed.safety.floor = Some(Gate::Closed);
        add_person(&mut closed, "Mara");
        plans.push(closed);
        let mut both = full();
        both.person.substances = Answer::Given(vec![Substance::Heroin, Substance::Benzodiazepines]);
        both.person.recent = Answer::Given(vec![Recent::DaysWithout]);
        plans.push(both);
        for plan in plans {
            let list = tonight(&plan, date(TODAY));
            let shown = list.now.len() + list.when_places_open.len() + list.this_week.len();
            assert!(
                shown <= TEN && !list.now.is_empty() && !list.this_week.is_empty(),
                "{shown}"
            );
            let first: &[TaskKind] = match plan.person.ages.is(&Ages::PlannerUnder) {
                true => &[TaskKind::TrustedAdult, TaskKind::IfAfraid],
                false => &[TaskKind::IfAfraid, TaskKind::Naloxone],
            };
            let kinds: Vec<TaskKind> = list.now.iter().map(|task| task.kind).collect();
            assert_eq!(kinds[..2], *first);
            let undone = derive(&plan, date(TODAY)).iter().filter(|task| !task.is_done()).count();
            assert_eq!(shown + list.rest, undone);
        }
    }

    #[test]
    fn the_talk_with_a_professional_waits_for_the_morning() {
        let list = tonight(&Plan::default(), date(TODAY));
        assert_eq!(list.when_places_open[0].kind, TaskKind::TalkToProfessionalFirst);
        let list = tonight(&calm(), date(TODAY));
        assert_eq!(list.when_places_open[0].kind, TaskKind::CallProfessional);
    }
}
