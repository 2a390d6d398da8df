//! Which tasks matter most: the three on top of the checklist.

use chrono::NaiveDate;

use super::{Phase, Task, TaskKind, Timeframe};
use crate::plan::{Means, Naloxone, Plan};

/// The three that matter most today: undone, safety first, three different things.
///
/// What is on every list for the case that it is ever needed (rows 5 and 6) is not a thing to do today, and what
/// waits for an answer is not either. Naloxone that is in reach needs only a look, and gives its place away. Where
/// there is no gun and no store of pills, other things come before locking them up.
pub fn top_three<'a>(plan: &Plan, tasks: &'a [Task]) -> Vec<&'a Task> {
    let waits = |task: &&Task| matches!(task.phase, Phase::IfYes | Phase::IfNo);
    let there = plan.safety.naloxone.is(&Naloxone::InReach);
    let later = |task: &&Task| match task.kind {
        TaskKind::IfAfraid | TaskKind::IfSuicide => true,
        TaskKind::Naloxone => there,
        TaskKind::LockUp | TaskKind::LockUpByAdult => plan.safety.means.is(&Means::No),
        _ => false,
    };
    let open = tasks
        .iter()
        .filter(|task| !task.is_done() && !waits(task) && !later(task));
    open.take(3).collect()
}

/// How many tasks of this week are open to the eye at once: they fit on one side of paper.
const TWELVE: usize = 12;

/// The open tasks of the next seven days and those of every later time, each in order. What has no place among the
/// first twelve comes later, but never what is about staying alive.
pub fn this_week(tasks: &[Task], today: NaiveDate) -> (Vec<&Task>, Vec<&Task>) {
    let soon = |task: &Task| match (task.phase, task.due, task.when) {
        (Phase::IfYes | Phase::IfNo, ..) => false,
        (_, Some(due), _) => (due - today).num_days() < 7,
        (_, None, when) => matches!(when, Timeframe::Today | Timeframe::ThisWeek | Timeframe::WhenPlacesOpen),
    };
    let mut shown = 0;
    tasks.iter().filter(|task| !task.is_done()).partition(|task| {
        let here = soon(task) && (shown < TWELVE || NEVER_FOLDED.contains(&task.kind));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Naloxone, Recent, Substance};
    use crate::tasks::derive;
    use crate::tasks::sample::{TODAY, date, full};

    fn kinds(tasks: &[&Task]) -> Vec<TaskKind> {
        tasks.iter().map(|task| task.kind).collect()
    }

    #[test]
    fn three_different_undone_things_safety_first() {
        let mut plan = full();
        plan.safety.means = Answer::Given(Means::Gun);
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
        plan.safety.means = Answer::Given(Means::No);
        assert_eq!(three(&plan)[0], TaskKind::TalkToProfessionalFirst);
        plan.safety.means = Answer::Left;
        assert_eq!(three(&plan)[0], TaskKind::LockUp);
    }

    /// What is about staying alive, and due within the week.
    fn alive(days: u64) -> &'static [TaskKind] {
        use TaskKind::*;
        match days {
            ..7 => &[
                IfAfraid,
                IfSuicide,
                Naloxone,
                LearnSteps,
                LockUp,
                CarryNaloxone,
                CheckSafety,
                NoMinors,
            ],
            _ => &[IfAfraid, IfSuicide, Naloxone, LearnSteps, LockUp],
        }
    }

    #[test]
    fn at_most_twelve_are_open_to_the_eye_and_what_is_about_staying_alive_is_never_folded() {
        for days in [0, 1, 3, 10, 21, 60] {
            let mut plan = full();
            plan.day.date = Answer::Given(date(TODAY) + chrono::Days::new(days));
            let tasks = derive(&plan, date(TODAY));
            let (now, later) = this_week(&tasks, date(TODAY));
            let vital = |task: &&&Task| NEVER_FOLDED.contains(&task.kind);
            assert!(now.iter().filter(|task| !vital(task)).count() <= TWELVE, "{days}");
            assert!(now.len() <= TWELVE + 4, "{days} days: {}", now.len());
            for kind in alive(days) {
                assert!(now.iter().any(|task| task.kind == *kind), "{days} days: {kind:?}");
            }
            assert_eq!(
                now.len() + later.len(),
                tasks.iter().filter(|task| !task.is_done()).count()
            );
        }
    }
}
