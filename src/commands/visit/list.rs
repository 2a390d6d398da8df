//! The checklist on the screen: to be read, ticked, added to, and given to somebody.

use std::io;

use crate::ask::{Choice, Put, Reply};
use crate::plan::{Answer, Field, Id, List, Mark, Plan, TakesPart, Text};
use crate::tasks::{self, Task};
use crate::walk::kinds::planner_attends;
use crate::walk::{Desk, End};

use super::{choose, elsewhere, own_task, pages};

/// The longest label of a task in a list, in columns; the whole sentence stands on the checklist.
pub(super) const LABEL: usize = 68;

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
    let typed = match own_task::line("task.add", &own.add_ask, &own.add_prompt, "", plan, desk)? {
        Ok(typed) => typed,
        Err(end) => return Ok(end),
    };
    let id = plan.new_id("t");
    plan.mark(id.as_str()).text = Some(Text::new(&typed));
    desk.keep(plan)?;
    Ok(End::Home)
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
    let names: Vec<&str> = people
        .iter()
        .map(|(_, name)| name.as_str())
        .chain([own.give_new.as_str()])
        .collect();
    let owner = match choose("task.owner", &own.give_who, &names, None, plan, desk)? {
        Ok(row) => people.get(row).map(|(id, _)| id.clone()),
        Err(end) => return Ok(end),
    };
    let owner = match owner {
        Some(known) => known,
        None => match somebody_new(plan, desk)? {
            Ok(new) => new,
            Err(end) => return Ok(end),
        },
    };
    plan.mark(&task.id).owner = Some(owner);
    desk.keep(plan)?;
    Ok(End::Home)
}

/// Somebody who is not on the list of people yet: a first name, and they help behind the scenes until it is changed.
fn somebody_new(plan: &mut Plan, desk: &mut Desk) -> io::Result<Result<Id, End>> {
    let words = desk.words.question(Field::AttName);
    let typed = match own_task::line("task.new_owner", &words.ask, &words.short, "", plan, desk)? {
        Ok(typed) => typed,
        Err(end) => return Ok(Err(end)),
    };
    // The first name on the list of people would else keep the planner from standing there too.
    planner_attends(plan, desk.words);
    let at = plan.add(List::Attendees);
    let attendee = &mut plan.attendees[at];
    attendee.name = Answer::Given(Text::new(&typed));
    attendee.takes_part = Answer::Given(TakesPart::Behind);
    Ok(Ok(attendee.id.clone()))
}

fn labels(tasks: &[Task], plan: &Plan, desk: &Desk) -> Vec<Choice> {
    let label = |task: &Task| {
        let said = format!(
            "{}: {}",
            desk.words.task_owner(task, plan),
            desk.words.task_text(task, plan)
        );
        Choice::new(desk.row(&said, LABEL))
    };
    tasks.iter().map(label).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::ask::{Answered, Scripted};
    use crate::words::Words;

    #[test]
    fn a_task_is_given_to_somebody_new_who_then_helps_behind_the_scenes() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.planner.name = Answer::Given(Text::new("Rosa"));
        let mut asker = Scripted::new(vec![
            Answered::Pick(0),
            Answered::Pick(1),
            Answered::Line("Clover".into()),
        ]);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::ask::Asker| Ok(());
        let mut desk = Desk::new(&mut asker, &words, NaiveDate::default(), &mut keep);
        assert_eq!(give_task(&mut plan, &mut desk).unwrap(), End::Home);
        let owner = plan.tasks[0].owner.clone().unwrap();
        assert_eq!(plan.name_of(&owner).as_deref(), Some("Clover"));
        let helper = plan.attendee(&owner).unwrap();
        assert!(helper.helps() && !helper.attends());
        assert!(plan.attendee(&Id::planner()).is_some(), "the planner stands there too");
    }
}
