//! Which tasks matter most: the three on top of the checklist.

use chrono::NaiveDate;

use super::{Phase, Task, TaskKind, Timeframe};
use crate::plan::{Means, Naloxone, Plan};

/// The three that matter most today: undone, safety first, three different things.
///
/// What is on every list for the case that it is ever needed (rows 5 and 6) is not a thing to do today, and what
/// waits for an answer is not either; nor is rest, while somebody is missing. Naloxone that is in reach needs only a look,
/// and gives its place away. Where there is no gun and no store of pills, other things come before locking them up.
pub fn top_three<'a>(plan: &Plan, tasks: &'a [Task]) -> Vec<&'a Task> {
    let waits = |task: &&Task| matches!(task.phase, Phase::IfYes | Phase::IfNo);
    let there = plan.safety.naloxone.is(&Naloxone::InReach);
    let later = |task: &&Task| match task.kind {
        TaskKind::IfAfraid | TaskKind::IfSuicide | TaskKind::MissingRest => true,
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
        let here = soon(task) && (shown < TWELVE || keeps_alive(task));
        shown += usize::from(here);
        here
    })
}

/// True if it is about staying alive: it is never folded.
pub fn keeps_alive(task: &Task) -> bool {
    NEVER_FOLDED.contains(&task.kind)
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
    TaskKind::SickGoesOn,
    TaskKind::IfWait,
    TaskKind::MedicineGoesOn,
    TaskKind::LeftEarly,
    TaskKind::OfferSafety,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Change, ChangeNote, CodedChoice, Naloxone, Recent, Substance};
    use crate::tasks::derive;
    use crate::tasks::sample::{TODAY, date, full, of_each_kind};

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

    /// Every plan that is kept, of each kind and once saved, under each big change but a death: nobody is at risk then.
    fn every_plan() -> Vec<(String, Plan)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
        let saved = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let saved = saved.map(|path| {
            let plan = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            (path.display().to_string(), plan)
        });
        let kinds = of_each_kind().into_iter().map(|(name, plan)| (name.to_string(), plan));
        let plans: Vec<(String, Plan)> = kinds.chain(saved).collect();
        let changes = Change::all().into_iter().filter(|change| *change != Change::Died);
        let changes: Vec<Option<Change>> = changes.map(Some).chain([None]).collect();
        let changed = |(name, plan): &(String, Plan), change: &Option<Change>| {
            let mut plan = plan.clone();
            plan.tasks.clear();
            plan.visit.changes = change
                .iter()
                .map(|kind| ChangeNote {
                    kind: kind.clone(),
                    on: date(TODAY),
                })
                .collect();
            (format!("{name}, {change:?}"), plan)
        };
        let all = plans
            .iter()
            .flat_map(|plan| changes.iter().map(move |change| changed(plan, change)));
        all.collect()
    }

    /// What decides what comes first.
    type DangerAnswers = (Answer<Means>, Answer<Naloxone>, Answer<Vec<Recent>>);

    /// The answers to the questions on a gun or pills, and on naloxone, each with what was going on.
    fn answers() -> Vec<DangerAnswers> {
        let means = Means::all().into_iter().map(Answer::Given);
        let naloxone = Naloxone::all().into_iter().map(Answer::Given);
        let naloxone: Vec<_> = naloxone.chain([Answer::Unasked]).collect();
        let recent: Vec<_> = Recent::all().into_iter().map(|one| Answer::Given(vec![one])).collect();
        let with = |means: Answer<Means>| {
            let pairs = naloxone
                .iter()
                .flat_map(|kit| recent.iter().map(move |going| (kit, going)));
            pairs
                .map(|(kit, going)| (means.clone(), kit.clone(), going.clone()))
                .collect::<Vec<_>>()
        };
        means.chain([Answer::Unasked, Answer::Left]).flat_map(with).collect()
    }

    /// What may stand before a gun, a store of pills or naloxone that is missing: another of these, the adult whom a
    /// planner under 18 tells, and the search for somebody who cannot be found.
    fn may_come_before(kind: TaskKind) -> bool {
        use TaskKind::*;
        let search = [MissingDanger, MissingReach, MissingHospitals];
        let safety = [TrustedAdult, Naloxone, NaloxoneByAdult, LockUp, LockUpByAdult];
        search.contains(&kind) || safety.contains(&kind)
    }

    #[test]
    fn whatever_the_plan_three_different_things_matter_most_and_what_can_kill_comes_first() {
        let (mut tried, mut wrong) = ([0; 2], Vec::new());
        for ((name, plan), (means, kit, going)) in every_plan()
            .iter()
            .flat_map(|plan| answers().into_iter().map(move |said| (plan, said)))
        {
            let mut plan = plan.clone();
            let is_there = |it: &Means| matches!(it.code(), "gun" | "pills" | "both");
            let in_reach = means.given().is_some_and(is_there);
            (plan.safety.means, plan.safety.naloxone, plan.person.recent) = (means, kit, going);
            let none = plan.may_be_opioids() && plan.safety.naloxone.is(&Naloxone::NotHere);
            let three = kinds(&top_three(&plan, &derive(&plan, date(TODAY))));
            let mut right = (1..three.len()).all(|at| !three[..at].contains(&three[at]));
            let searched = plan.change() == Some(&Change::CannotFind);
            for (at, (first, holds)) in [
                ([TaskKind::LockUp, TaskKind::LockUpByAdult], in_reach),
                ([TaskKind::Naloxone, TaskKind::NaloxoneByAdult], none),
            ]
            .into_iter()
            .enumerate()
            .filter(|(_, (_, holds))| *holds)
            {
                let place = three.iter().position(|kind| first.contains(kind));
                let above = &three[..place.unwrap_or(three.len())];
                right &= (place.is_some() || searched) && above.iter().all(|kind| may_come_before(*kind));
                tried[at] += usize::from(holds);
            }
            if !right {
                wrong.push(format!(
                    "{name}, {:?}, {:?}: {three:?}",
                    plan.safety.means.given().map(CodedChoice::code),
                    plan.safety.naloxone.given().map(CodedChoice::code)
                ));
            }
        }
        assert!(
            wrong.is_empty(),
            "{} wrong, such as {:#?}",
            wrong.len(),
            &wrong[..wrong.len().min(20)]
        );
        assert!(tried.iter().all(|tried| *tried > 500), "{tried:?}");
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
