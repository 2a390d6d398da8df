//! `done`: ticks tasks, by their printed numbers, by their ids, or from a list.

use std::collections::BTreeSet;

use crate::error::Error;
use crate::session::{Session, Stop};
use crate::tasks::{self, Task};
use crate::text;
use crate::words::fill_placeholders;

use crate::app::autosave::Autosave;
use crate::app::{Context, Exit, open_to_write, save};
use crate::visit::{set_done, tick_tasks};

/// Ticks the tasks with these numbers or ids, or takes the ticks away; without any the list is offered. One that is not
/// on the list changes nothing.
///
/// # Errors
/// As [`open_to_write`] and [`save()`]; the terminal failed.
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
    // Named twice is ticked once.
    let named: BTreeSet<&String> = ids.iter().collect();
    let known = tasks::derive(&plan, context.today);
    let own = &context.words.checklist.list;
    let mut marks = Vec::new();
    for typed in &named {
        let Some((task, meant)) = find(&known, typed) else {
            let said = fill_placeholders(
                own.no_task,
                &[
                    ("id", &text::sanitize_line(typed)),
                    ("command", &context.command_for("checklist")),
                ],
            );
            return context.end(Exit::Failed, &said);
        };
        marks.push((context.words.task_text(task, &plan), meant));
    }
    for mark in marks.iter().flat_map(|(_, meant)| meant) {
        set_done(&mut plan, mark, (!undo).then_some(context.today));
    }
    save(&mut store, &mut plan, context)?;
    let said = if undo { &own.unticked } else { &own.ticked };
    // Each by its words: a wrong number is seen at once.
    let texts = marks.into_iter().map(|(text, _)| text);
    let said: Vec<String> = std::iter::once(said.of(named.len())).chain(texts).collect();
    context.confirm(&said.join("\n"))?;
    Ok(Exit::Done)
}

/// The task that is meant and its marks: by its printed number, by its id, or by the id of one who shares it.
fn find<'a>(tasks: &'a [Task], typed: &str) -> Option<(&'a Task, Vec<String>)> {
    let number: Option<u16> = typed.trim_end_matches('.').parse().ok();
    let whole = tasks
        .iter()
        .find(|task| task.id == typed || (number.is_some() && task.number == number));
    if let Some(task) = whole {
        return Some((task, task.marks().into_iter().map(String::from).collect()));
    }
    let shares = |task: &&Task| task.shares.iter().any(|share| share.id == typed);
    tasks.iter().find(shares).map(|task| (task, vec![typed.to_string()]))
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
    fn a_printed_number_ticks_its_task_for_all_who_share_it_and_says_which_one() {
        let mut trial = TestContext::new();
        trial.write(r#"{"format": 1, "planner": {"name": "Rosa"}, "attendees": [{"id": "a1", "name": "Mara"}]}"#);
        let ids = ["2".to_string()];
        assert_eq!(trial.run(|context| done(&ids, false, context)).unwrap(), Exit::Done);
        assert_eq!(
            marks(&trial),
            ["learn_overdose_steps.planner", "learn_overdose_steps.a1"]
        );
        assert!(trial.stderr().contains("Learn the signs"), "{}", trial.stderr());
        let ids = ["learn_overdose_steps.a1".to_string()];
        assert_eq!(trial.run(|context| done(&ids, true, context)).unwrap(), Exit::Done);
        assert_eq!(marks(&trial), ["learn_overdose_steps.planner"], "each has a box");
    }

    #[test]
    fn a_task_named_twice_is_ticked_and_counted_once() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1}");
        let ids = ["naloxone".to_string(), "naloxone".to_string()];
        assert_eq!(trial.run(|context| done(&ids, false, context)).unwrap(), Exit::Done);
        assert_eq!(marks(&trial), ["naloxone"]);
        assert!(trial.stderr().starts_with("1 task"), "{}", trial.stderr());
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
