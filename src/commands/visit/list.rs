//! The checklist on the screen: to be read, ticked, added to, and given to somebody.

use std::io;

use crate::ask::{Choice, Put, Reply};
use crate::plan::{Mark, Plan, Text};
use crate::tasks::{self, Task};
use crate::text;
use crate::walk::{Desk, End};

use super::{choose, elsewhere, own_task, pages};

/// The longest label of a task in a list, in columns; the whole sentence stands on the checklist.
const LABEL: usize = 68;

/// The checklist, until the person has done with it.
pub(super) fn list(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    loop {
        let own = &desk.words.checklist.list;
        let rows = [
            &own.read,
            &own.tick,
            &own.untick,
            &own.add,
            &own.own,
            &own.give,
            &own.back,
        ]
        .map(String::as_str);
        let end = match choose("list", &own.ask, &rows, Some(0), plan, desk)? {
            Ok(0) => pages::show_checklist(plan, desk)?,
            Ok(1) => tick_tasks(plan, desk, false)?,
            Ok(2) => tick_tasks(plan, desk, true)?,
            Ok(3) => add_task(plan, desk)?,
            Ok(4) => own_task::change(plan, desk)?,
            Ok(5) => give_task(plan, desk)?,
            Ok(_) => return Ok(End::Home),
            Err(end) => return Ok(end),
        };
        if matches!(end, End::Hide | End::Leave) {
            return Ok(end);
        }
    }
}

/// The open tasks, to be ticked; or the ticked ones, to take ticks away. What is not picked stays as it is.
pub(in crate::commands) fn tick_tasks(plan: &mut Plan, desk: &mut Desk, undo: bool) -> io::Result<End> {
    let mut tasks = tasks::derive(plan, desk.today);
    tasks.retain(|task| task.done.is_some() == undo);
    let own = &desk.words.checklist.list;
    if tasks.is_empty() {
        desk.carry(&own.nothing);
        return Ok(End::Home);
    }
    let rows = labels(&tasks, plan, desk);
    let ask = if undo { &own.untick_ask } else { &own.tick_ask };
    let ticks = loop {
        let put = desk.ready(Put {
            fresh: true,
            ..Put::new("tasks", ask, &own.tick_prompt)
        });
        match desk.asker.tick(&put, &rows, &[])? {
            Reply::Given(ticks) => break ticks,
            Reply::Wish(wish) => match elsewhere(wish, plan, desk)? {
                Some(end) => return Ok(end),
                None => continue,
            },
        }
    };
    let picked: Vec<&Task> = tasks
        .iter()
        .zip(ticks)
        .filter(|(_, picked)| *picked)
        .map(|(task, _)| task)
        .collect();
    for task in &picked {
        set_done(plan, &task.id, (!undo).then_some(desk.today));
    }
    desk.keep(plan)?;
    let said = if undo { &own.unticked } else { &own.ticked };
    desk.carry(said.of(picked.len()));
    Ok(End::Home)
}

/// Ticks a task, or takes the tick away; a mark that says nothing any more goes.
pub(in crate::commands) fn set_done(plan: &mut Plan, id: &str, done: Option<chrono::NaiveDate>) {
    plan.mark(id).done = done;
    plan.tasks.retain(|mark| {
        *mark
            != Mark {
                id: mark.id.clone(),
                ..Mark::default()
            }
    });
}

/// A task of the family's own.
fn add_task(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let own = &desk.words.checklist.list;
    loop {
        let put = desk.ready(Put {
            fresh: true,
            ..Put::new("task.add", &own.add_ask, &own.add_prompt)
        });
        match desk.asker.line(&put, "")? {
            Reply::Given(typed) => {
                let id = plan.new_id("t");
                plan.mark(id.as_str()).text = Some(Text::new(&typed));
                desk.keep(plan)?;
                return Ok(End::Home);
            }
            Reply::Wish(wish) => {
                if let Some(end) = elsewhere(wish, plan, desk)? {
                    return Ok(end);
                }
            }
        }
    }
}

/// Gives one task to somebody else.
fn give_task(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let open: Vec<Task> = tasks::derive(plan, desk.today)
        .into_iter()
        .filter(|task| task.done.is_none())
        .collect();
    let own = &desk.words.checklist.list;
    let rows = labels(&open, plan, desk);
    let rows: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    let task = match choose("task.give", &own.give_ask, &rows, None, plan, desk)? {
        Ok(row) => &open[row],
        Err(end) => return Ok(end),
    };
    let people = plan.people();
    let names: Vec<&str> = people.iter().map(|(_, name)| name.as_str()).collect();
    match choose("task.owner", &own.give_who, &names, None, plan, desk)? {
        Ok(row) => {
            plan.mark(&task.id).owner = Some(people[row].0.clone());
            desk.keep(plan)?;
            Ok(End::Home)
        }
        Err(end) => Ok(end),
    }
}

fn labels(tasks: &[Task], plan: &Plan, desk: &Desk) -> Vec<Choice> {
    let label = |task: &Task| {
        let said = format!(
            "{}: {}",
            desk.words.task_owner(task, plan),
            desk.words.task_text(task, plan)
        );
        Choice::new(text::cut(&said, LABEL))
    };
    tasks.iter().map(label).collect()
}
