//! `done`: ticks tasks, by their ids or from a list.

use crate::error::Error;
use crate::session::{Session, Stop};
use crate::tasks;
use crate::text;
use crate::words::fill_placeholders;

use crate::app::autosave::Autosave;
use crate::app::{Context, Exit, open_to_write, save};
use crate::visit::{set_done, tick_tasks};

/// Ticks the tasks with these ids, or takes the ticks away; without ids the list is offered. An id that is not on the
/// list changes nothing.
///
/// # Errors
/// As [`open_to_write`] and [`keep()`]; the terminal failed.
pub fn done(ids: &[String], undo: bool, context: &mut Context) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open_to_write(context)?;
    if ids.is_empty() {
        let mut prompter = context.open_prompter()?;
        let (words, today) = (context.words, context.today);
        let exit_message = context.exit_message.clone();
        let mut autosave = Autosave::new(store, words, today, context.command(), &exit_message);
        let mut session = Session::new(prompter.as_mut(), words, today, &mut autosave);
        return match tick_tasks(&mut plan, &mut session, undo) {
            Err(Stop::Failed(error)) => Err(error),
            Ok(()) | Err(Stop::Go(_)) => Ok(Exit::Done),
        };
    }
    let known = tasks::derive(&plan, context.today);
    let own = &context.words.checklist.list;
    if let Some(unknown) = ids.iter().find(|id| known.iter().all(|task| task.id != **id)) {
        let said = fill_placeholders(
            own.no_task,
            &[
                ("id", &text::sanitize_line(unknown)),
                ("command", &context.command_for("checklist")),
            ],
        );
        context.print_notice(&said)?;
        return Ok(Exit::Failed);
    }
    for id in ids {
        set_done(&mut plan, id, (!undo).then_some(context.today));
    }
    save(&mut store, &mut plan, context.words, context.today)?;
    let said = if undo { &own.unticked } else { &own.ticked };
    let said = said.of(ids.len());
    context.print_notice(&said)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use crate::prompt::{Scripted, ScriptedReply};

    fn marks(trial: &TestContext) -> Vec<String> {
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
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1}");
        let ids = ["naloxone".to_string()];
        assert_eq!(trial.run(|context| done(&ids, false, context)).unwrap(), Exit::Done);
        assert_eq!(marks(&trial), ids);
        assert_eq!(trial.run(|context| done(&ids, true, context)).unwrap(), Exit::Done);
        assert!(marks(&trial).is_empty());
    }

    #[test]
    fn an_unknown_id_changes_nothing() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1}");
        let ids = ["naloxone".to_string(), "no_such_task".to_string()];
        assert_eq!(trial.run(|context| done(&ids, false, context)).unwrap(), Exit::Failed);
        assert!(trial.stderr().contains("no_such_task"));
        assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), "{\"format\": 1}");
    }

    #[test]
    fn without_ids_a_list_is_offered() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1}");
        trial.prompter = Some(Box::new(Scripted::new(vec![ScriptedReply::Tick(vec![1])])));
        assert_eq!(trial.run(|context| done(&[], false, context)).unwrap(), Exit::Done);
        assert_eq!(marks(&trial), ["naloxone"]);
    }
}
