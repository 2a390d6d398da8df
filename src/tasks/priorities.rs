//! Which tasks matter most: the three on top of the checklist.

use super::{Phase, Task, TaskKind};

/// The three that matter most today: undone, safety first, three different things.
///
/// What is on every list for the case that it is ever needed (rows 5 and 6) is not a thing to do today, and what
/// waits for an answer is not either.
pub fn top_three(tasks: &[Task]) -> Vec<&Task> {
    let mut kinds = vec![TaskKind::IfAfraid, TaskKind::IfSuicide];
    let waits = |task: &&Task| matches!(task.phase, Phase::IfYes | Phase::IfNo);
    let mut chosen = Vec::new();
    for task in tasks.iter().filter(|task| task.done.is_none() && !waits(task)) {
        if chosen.len() < 3 && !kinds.contains(&task.kind) {
            kinds.push(task.kind);
            chosen.push(task);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Recent, Substance};
    use crate::tasks::derive;
    use crate::tasks::sample::{TODAY, date, full};

    fn kinds(tasks: &[&Task]) -> Vec<TaskKind> {
        tasks.iter().map(|task| task.kind).collect()
    }

    #[test]
    fn three_different_undone_things_safety_first() {
        let mut plan = full();
        let tasks = derive(&plan, date(TODAY));
        assert_eq!(
            kinds(&top_three(&tasks)),
            [TaskKind::Naloxone, TaskKind::LearnSteps, TaskKind::SaveLines]
        );
        plan.task_record("naloxone").done = Some(date(TODAY));
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
        let tasks = derive(&plan, date(TODAY));
        assert_eq!(
            kinds(&top_three(&tasks)),
            [
                TaskKind::LearnSteps,
                TaskKind::TalkToProfessionalFirst,
                TaskKind::SaveLines
            ]
        );
        plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
        let tasks = derive(&plan, date(TODAY));
        assert_eq!(top_three(&tasks)[0].kind, TaskKind::TalkToProfessionalFirst);
    }
}
