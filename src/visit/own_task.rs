//! A task of the family's own: worded anew, given a day, or taken off the list.

use crate::journey::kinds::confirm_date;
use crate::plan::{Plan, Text};
use crate::prompt::Prompt;
use crate::session::{Destination, Reply, Session, Stop};

use super::choose;

/// The longest label of a task in a list, in columns; the whole sentence is on the checklist.
pub(super) const LABEL: usize = 68;

/// Picks a task of the family's own and changes it.
pub(super) fn change(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let own = &session.words.checklist.list;
    let tasks: Vec<(String, String)> = plan
        .tasks
        .iter()
        .filter_map(|mark| {
            mark.text
                .as_ref()
                .map(|said| (mark.id.clone(), session.row_label(said.as_str(), LABEL)))
        })
        .collect();
    if tasks.is_empty() {
        session.notice(own.no_own);
        return Ok(());
    }
    let rows: Vec<&str> = tasks.iter().map(|(_, said)| said.as_str()).collect();
    let row = choose("task.own", own.own_ask, &rows, None, plan, session)?;
    let id = &tasks[row].0;
    let choices = [own.reword, own.day, own.remove, own.back];
    match choose("task.deed", rows[row], &choices, Some(0), plan, session)? {
        0 => reword(id, plan, session),
        1 => give_day(id, plan, session),
        2 => remove(id, plan, session),
        _ => Ok(()),
    }
}

/// Asks for one line; whoever does not answer goes home.
pub(super) fn ask_line(
    id: &str,
    ask: &str,
    prompt: &str,
    before: &str,
    plan: &Plan,
    session: &mut Session,
) -> Result<String, Stop> {
    let prompt = Prompt {
        fresh: true,
        ..Prompt::new(id, ask, prompt)
    };
    let typed = session.line(plan, prompt, before)?.given();
    typed.ok_or(Stop::Go(Destination::Home))
}

fn reword(id: &str, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let own = &session.words.checklist.list;
    let before = plan.task_record(id).text.clone().unwrap_or_default();
    let typed = ask_line(
        "task.reword",
        own.add_ask,
        own.add_prompt,
        before.as_str(),
        plan,
        session,
    )?;
    plan.task_record(id).text = Some(Text::new(&typed));
    session.save(plan)
}

/// The day is read back with its weekday before it is kept, as every day is.
fn give_day(id: &str, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let own = &session.words.checklist.list;
    let before = plan
        .task_record(id)
        .due
        .map(|day| session.words.long_date(day))
        .unwrap_or_default();
    loop {
        let typed = ask_line("task.day", own.day_ask, own.day_prompt, &before, plan, session)?;
        match confirm_date("task.day", &typed, plan, session)? {
            Reply::Given(Some(day)) => {
                plan.task_record(id).due = Some(day);
                return session.save(plan);
            }
            Reply::Given(None) => {}
            Reply::Back | Reply::Later | Reply::Skip => return Ok(()),
        }
    }
}

fn remove(id: &str, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let engine = &session.words.engine;
    let rows = [engine.remove_no, engine.remove_yes];
    let ask = &session.words.checklist.list.remove_ask;
    if choose("task.remove", ask, &rows, None, plan, session)? == 1 {
        plan.tasks.retain(|mark| mark.id != id);
        session.save(plan)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::prompt::{Scripted, ScriptedReply};
    use crate::words::Words;

    /// The example after these answers; its one task of the family's own is `t1`.
    fn after(answers: Vec<ScriptedReply>) -> Plan {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let mut prompter = Scripted::new(answers);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut session = Session::new(&mut prompter, &words, today, &mut keep);
        change(&mut plan, &mut session).unwrap();
        plan
    }

    #[test]
    fn a_task_of_our_own_is_worded_anew_dated_and_taken_off() {
        let mut plan = after(vec![
            ScriptedReply::Pick(0),
            ScriptedReply::Pick(0),
            ScriptedReply::Line("Feed the cat".into()),
        ]);
        assert_eq!(plan.task_record("t1").text, Some(Text::new("Feed the cat")));
        let day = vec![
            ScriptedReply::Pick(0),
            ScriptedReply::Pick(1),
            ScriptedReply::Line("tomorrow".into()),
            ScriptedReply::Pick(0),
        ];
        assert_eq!(after(day).task_record("t1").due, NaiveDate::from_ymd_opt(2026, 11, 22));
        let off = |yes: usize| {
            after(vec![
                ScriptedReply::Pick(0),
                ScriptedReply::Pick(2),
                ScriptedReply::Pick(yes),
            ])
        };
        assert!(off(1).tasks.iter().all(|mark| mark.id != "t1"));
        assert!(
            off(0).tasks.iter().any(|mark| mark.id == "t1"),
            "no default takes it off"
        );
    }
}
