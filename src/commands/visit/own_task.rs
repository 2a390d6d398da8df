//! A task of the family's own: worded anew, given a day, or taken off the list.

use std::io;

use crate::ask::{Put, Reply};
use crate::plan::{Plan, Text};
use crate::walk::kinds::read_back;
use crate::walk::{Desk, End};

use super::list::LABEL;
use super::{choose, elsewhere};

/// Picks a task of the family's own and changes it.
pub(super) fn change(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let own = &desk.words.checklist.list;
    let tasks: Vec<(String, String)> = plan
        .tasks
        .iter()
        .filter_map(|mark| {
            mark.text
                .as_ref()
                .map(|said| (mark.id.clone(), desk.row(said.as_str(), LABEL)))
        })
        .collect();
    if tasks.is_empty() {
        desk.carry(&own.no_own);
        return Ok(End::Home);
    }
    let rows: Vec<&str> = tasks.iter().map(|(_, said)| said.as_str()).collect();
    let row = match choose("task.own", &own.own_ask, &rows, None, plan, desk)? {
        Ok(row) => row,
        Err(end) => return Ok(end),
    };
    let id = &tasks[row].0;
    let deeds = [&own.reword, &own.day, &own.remove, &own.back].map(String::as_str);
    match choose("task.deed", rows[row], &deeds, Some(0), plan, desk)? {
        Ok(0) => reword(id, plan, desk),
        Ok(1) => give_day(id, plan, desk),
        Ok(2) => remove(id, plan, desk),
        Ok(_) => Ok(End::Home),
        Err(end) => Ok(end),
    }
}

/// Asks for one line; `Err(end)` where the person wants to go elsewhere.
pub(super) fn line(
    id: &str,
    ask: &str,
    prompt: &str,
    before: &str,
    plan: &Plan,
    desk: &mut Desk,
) -> io::Result<Result<String, End>> {
    loop {
        let put = desk.ready(Put {
            fresh: true,
            ..Put::new(id, ask, prompt)
        });
        match desk.asker.line(&put, before)? {
            Reply::Given(typed) => return Ok(Ok(typed)),
            Reply::Wish(wish) => {
                if let Some(end) = elsewhere(wish, plan, desk)? {
                    return Ok(Err(end));
                }
            }
        }
    }
}

fn reword(id: &str, plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let own = &desk.words.checklist.list;
    let before = plan.mark(id).text.clone().unwrap_or_default();
    match line(
        "task.reword",
        &own.add_ask,
        &own.add_prompt,
        before.as_str(),
        plan,
        desk,
    )? {
        Ok(typed) => plan.mark(id).text = Some(Text::new(&typed)),
        Err(end) => return Ok(end),
    }
    desk.keep(plan)?;
    Ok(End::Home)
}

/// The day is read back with its weekday before it is kept, as every day is.
fn give_day(id: &str, plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let own = &desk.words.checklist.list;
    let before = plan
        .mark(id)
        .due
        .map(|day| desk.words.long_date(day))
        .unwrap_or_default();
    loop {
        let typed = match line("task.day", &own.day_ask, &own.day_prompt, &before, plan, desk)? {
            Ok(typed) => typed,
            Err(end) => return Ok(end),
        };
        match read_back("task.day", &typed, desk)? {
            Reply::Given(Some(day)) => {
                plan.mark(id).due = Some(day);
                desk.keep(plan)?;
                return Ok(End::Home);
            }
            Reply::Given(None) => {}
            Reply::Wish(wish) => {
                if let Some(end) = elsewhere(wish, plan, desk)? {
                    return Ok(end);
                }
            }
        }
    }
}

fn remove(id: &str, plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let engine = &desk.words.engine;
    let rows = [&engine.remove_no, &engine.remove_yes].map(String::as_str);
    match choose(
        "task.remove",
        &desk.words.checklist.list.remove_ask,
        &rows,
        None,
        plan,
        desk,
    )? {
        Ok(1) => {
            plan.tasks.retain(|mark| mark.id != id);
            desk.keep(plan)?;
            Ok(End::Home)
        }
        Ok(_) => Ok(End::Home),
        Err(end) => Ok(end),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::ask::{Answered, Scripted};
    use crate::words::Words;

    /// The example after these answers; its one task of the family's own is `t1`.
    fn after(answers: Vec<Answered>) -> Plan {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let mut asker = Scripted::new(answers);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::ask::Asker| Ok(());
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut desk = Desk::new(&mut asker, &words, today, &mut keep);
        change(&mut plan, &mut desk).unwrap();
        plan
    }

    #[test]
    fn a_task_of_our_own_is_worded_anew_dated_and_taken_off() {
        let mut plan = after(vec![
            Answered::Pick(0),
            Answered::Pick(0),
            Answered::Line("Feed the cat".into()),
        ]);
        assert_eq!(plan.mark("t1").text, Some(Text::new("Feed the cat")));
        let day = vec![
            Answered::Pick(0),
            Answered::Pick(1),
            Answered::Line("tomorrow".into()),
            Answered::Pick(0),
        ];
        assert_eq!(after(day).mark("t1").due, NaiveDate::from_ymd_opt(2026, 11, 22));
        let off = |yes: usize| after(vec![Answered::Pick(0), Answered::Pick(2), Answered::Pick(yes)]);
        assert!(off(1).tasks.iter().all(|mark| mark.id != "t1"));
        assert!(
            off(0).tasks.iter().any(|mark| mark.id == "t1"),
            "no default takes it off"
        );
    }
}
