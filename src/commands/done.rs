//! `done`: ticks tasks, by their ids or from a list.

use crate::ask::Asker;
use crate::error::Error;
use crate::plan::Plan;
use crate::tasks;
use crate::text;
use crate::walk::{Desk, End};
use crate::words::fill;

use super::drawer::Drawer;
use super::visit::{set_done, tick_tasks};
use super::{Errand, Exit, keep, open_to_write, stamp};

/// Ticks the tasks with these ids, or takes the ticks away; without ids the list is offered. An id that is not on the
/// list changes nothing.
///
/// # Errors
/// As [`open_to_write`] and [`keep()`]; the terminal failed.
pub fn done(ids: &[String], undo: bool, errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open_to_write(errand)?;
    if ids.is_empty() {
        let mut asker = errand.asker()?;
        let (words, today) = (errand.words, errand.today);
        let farewell = errand.farewell.clone();
        let mut drawer = Drawer::new(store, words, today, errand.command(), &farewell);
        let mut keeping = |plan: &mut Plan, asker: &mut dyn Asker| {
            stamp(plan, words, today);
            drawer.keep(plan, asker)
        };
        let mut desk = Desk::new(asker.as_mut(), words, today, &mut keeping);
        if tick_tasks(&mut plan, &mut desk, undo)? == End::Hide {
            desk.asker.hide()?;
        }
        return Ok(Exit::Done);
    }
    let known = tasks::derive(&plan, errand.today);
    let own = &errand.words.checklist.list;
    if let Some(unknown) = ids.iter().find(|id| known.iter().all(|task| task.id != **id)) {
        let said = fill(
            &own.no_task,
            &[
                ("id", &text::line(unknown)),
                ("command", &errand.command_for("checklist")),
            ],
        );
        errand.tell(&said)?;
        return Ok(Exit::Failed);
    }
    for id in ids {
        set_done(&mut plan, id, (!undo).then_some(errand.today));
    }
    keep(&mut store, &mut plan, errand.words, errand.today)?;
    let said = if undo { &own.unticked } else { &own.ticked };
    let said = said.of(ids.len());
    errand.tell(&said)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::ask::{Answered, Scripted};

    fn marks(trial: &Trial) -> Vec<String> {
        let plan: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap();
        let marks = plan["tasks"].as_array().unwrap();
        marks
            .iter()
            .filter(|mark| mark.get("done").is_some())
            .map(|mark| mark["id"].as_str().unwrap().into())
            .collect()
    }

    #[test]
    fn a_tick_is_kept_and_taken_away() {
        let mut trial = Trial::new();
        trial.write("{\"format\": 1}");
        let ids = ["naloxone".to_string()];
        assert_eq!(trial.run(|errand| done(&ids, false, errand)).unwrap(), Exit::Done);
        assert_eq!(marks(&trial), ids);
        assert_eq!(trial.run(|errand| done(&ids, true, errand)).unwrap(), Exit::Done);
        assert!(marks(&trial).is_empty());
    }

    #[test]
    fn an_unknown_id_changes_nothing() {
        let mut trial = Trial::new();
        trial.write("{\"format\": 1}");
        let ids = ["naloxone".to_string(), "no_such_task".to_string()];
        assert_eq!(trial.run(|errand| done(&ids, false, errand)).unwrap(), Exit::Failed);
        assert!(trial.told().contains("no_such_task"));
        assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), "{\"format\": 1}");
    }

    #[test]
    fn without_ids_a_list_is_offered() {
        let mut trial = Trial::new();
        trial.write("{\"format\": 1}");
        trial.asker = Some(Box::new(Scripted::new(vec![Answered::Tick(vec![1])])));
        assert_eq!(trial.run(|errand| done(&[], false, errand)).unwrap(), Exit::Done);
        assert_eq!(marks(&trial), ["naloxone"]);
    }
}
