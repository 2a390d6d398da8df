//! The checklist on the screen: to be read, ticked, added to, and given to somebody.

use crate::journey::kinds::planner_attends;
use crate::plan::{Answer, ById, Field, Id, List, Plan, TakesPart, TaskRecord, Text};
use crate::prompt::{Choice, Prompt};
use crate::session::{Session, Stop, unless_home};
use crate::tasks::{self, Task};
use crate::words::fill_placeholders;

use super::{choose, own_task, pages};

/// The checklist, until the person has done with it.
pub(super) fn task_list(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    loop {
        let own = &session.words.checklist.list;
        let rows = [
            own.read,
            own.read_all,
            own.tick,
            own.untick,
            own.add,
            own.own,
            own.give,
            own.back,
        ];
        let row = choose("list", own.ask, &rows, Some(0), plan, session)?;
        let done = match row {
            0 => pages::show_checklist(plan, session, false),
            1 => pages::show_checklist(plan, session, true),
            2 => tick_tasks(plan, session, false),
            3 => tick_tasks(plan, session, true),
            4 => add_task(plan, session),
            5 => own_task::change(plan, session),
            6 => assign_task(plan, session),
            _ => return Ok(()),
        };
        // From here, home is one step back.
        unless_home(done)?;
    }
}

/// The open tasks, to be ticked; or the ticked ones, to take ticks away. What is not picked stays as it is, and so does
/// what an answer has settled.
pub fn tick_tasks(plan: &mut Plan, session: &mut Session, undo: bool) -> Result<(), Stop> {
    let mut tasks = tasks::derive(plan, session.today);
    tasks.retain(|task| !open_marks(task, undo).is_empty());
    let own = &session.words.checklist.list;
    if tasks.is_empty() {
        session.notice(own.nothing);
        return Ok(());
    }
    let rows = task_rows(&tasks, plan, session);
    let ask = if undo { own.untick_ask } else { own.tick_ask };
    let prompt = Prompt {
        fresh: true,
        ..Prompt::new("tasks", ask, own.tick_prompt)
    };
    let Some(ticks) = session.tick(plan, prompt, &rows, &[])?.given() else {
        return Ok(());
    };
    let mut count = 0;
    for (task, _) in tasks.iter().zip(ticks).filter(|(_, picked)| *picked) {
        let marks = whose(task, plan, session, undo)?;
        count += usize::from(!marks.is_empty());
        for mark in marks {
            set_done(plan, &mark, (!undo).then_some(session.today));
        }
        session.save(plan)?;
    }
    let said = if undo { &own.unticked } else { &own.ticked };
    session.notice(said.of(count));
    Ok(())
}

/// The ids of what can be ticked, or of what was.
fn open_marks(task: &Task, undo: bool) -> Vec<String> {
    let open = |done: bool, ticked: bool| if undo { ticked } else { !done };
    match task.shares.as_slice() {
        [] if open(task.is_done(), task.done.is_some()) => vec![task.id.clone()],
        [] => Vec::new(),
        shares => {
            let open = shares
                .iter()
                .filter(|share| open(share.is_done(), share.done.is_some()));
            open.map(|share| share.id.clone()).collect()
        }
    }
}

/// The marks that are meant: where several people have one, it is asked whose.
fn whose(task: &Task, plan: &Plan, session: &mut Session, undo: bool) -> Result<Vec<String>, Stop> {
    let marks = open_marks(task, undo);
    if marks.len() < 2 {
        return Ok(marks);
    }
    let people = task.shares.iter().filter(|share| marks.contains(&share.id));
    let rows: Vec<Choice> = people
        .map(|share| Choice::new(plan.name_of(&share.person).unwrap_or_default()))
        .collect();
    let own = &session.words.checklist.list;
    let text = session.words.task_text(task, plan);
    let ask = fill_placeholders(if undo { own.untick_who } else { own.tick_who }, &[("item", &text)]);
    let prompt = Prompt {
        fresh: true,
        ..Prompt::new("tasks.who", &ask, own.tick_prompt)
    };
    let everybody = vec![true; rows.len()];
    let ticks = session
        .tick(plan, prompt, &rows, &everybody)?
        .given()
        .unwrap_or_default();
    let picked = marks.into_iter().zip(ticks).filter(|(_, picked)| *picked);
    Ok(picked.map(|(mark, _)| mark).collect())
}

/// Ticks a task, or takes the tick away; a mark that says nothing any more goes.
pub fn set_done(plan: &mut Plan, id: &str, done: Option<chrono::NaiveDate>) {
    plan.task_record(id).done = done;
    plan.tasks.retain(|mark| {
        *mark
            != TaskRecord {
                id: mark.id.clone(),
                ..TaskRecord::default()
            }
    });
}

/// A task of the family's own.
fn add_task(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let own = &session.words.checklist.list;
    let typed = own_task::ask_line("task.add", own.add_ask, own.add_prompt, "", plan, session)?;
    let id = plan.new_id("t");
    plan.task_record(id.as_str()).text = Some(Text::new(&typed));
    session.save(plan)?;
    Ok(())
}

/// Gives a task to somebody else; what each of several people does is theirs.
fn assign_task(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let open: Vec<Task> = tasks::derive(plan, session.today)
        .into_iter()
        .filter(|task| !task.is_done() && task.shares.is_empty())
        .collect();
    let own = &session.words.checklist.list;
    let rows = task_rows(&open, plan, session);
    let rows: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    let task = &open[choose("task.give", own.give_ask, &rows, None, plan, session)?];
    let people = plan.people();
    let names: Vec<&str> = people
        .iter()
        .map(|(_, name)| name.as_str())
        .chain([own.give_new])
        .collect();
    let row = choose("task.owner", own.give_who, &names, None, plan, session)?;
    let owner = match people.get(row) {
        Some((known, _)) => known.clone(),
        None => add_owner(plan, session)?,
    };
    plan.task_record(&task.id).owner = Some(owner);
    session.save(plan)?;
    Ok(())
}

/// Somebody who is not on the list of people yet: a first name, and they help behind the scenes until it is changed.
fn add_owner(plan: &mut Plan, session: &mut Session) -> Result<Id, Stop> {
    let words = session.words.question(Field::AttName);
    let typed = own_task::ask_line("task.new_owner", words.ask, words.short, "", plan, session)?;
    // The first name on the list of people would else keep the planner from standing there too.
    planner_attends(plan);
    let id = plan.add(List::Attendees);
    if let Some(attendee) = plan.attendees.by_id_mut(&id) {
        attendee.name = Answer::Given(Text::new(&typed));
        attendee.takes_part = Answer::Given(TakesPart::Behind);
    }
    Ok(id)
}

fn task_rows(tasks: &[Task], plan: &Plan, session: &Session) -> Vec<Choice> {
    let label = |task: &Task| {
        let said = format!(
            "{}: {}",
            session.words.task_owner(task, plan),
            session.words.task_text(task, plan)
        );
        Choice::new(session.row_label(&said, own_task::LABEL))
    };
    tasks.iter().map(label).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::prompt::{Scripted, ScriptedReply};
    use crate::words::Words;

    #[test]
    fn a_task_is_given_to_somebody_new_who_then_helps_behind_the_scenes() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.planner.name = Answer::Given(Text::new("Rosa"));
        let mut prompter = Scripted::new(vec![
            ScriptedReply::Pick(0),
            ScriptedReply::Pick(1),
            ScriptedReply::Line("Clover".into()),
        ]);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
        assign_task(&mut plan, &mut session).unwrap();
        let owner = plan.tasks[0].owner.clone().unwrap();
        assert_eq!(plan.name_of(&owner).as_deref(), Some("Clover"));
        let helper = plan.attendee(&owner).unwrap();
        assert!(helper.helps() && !helper.attends());
        assert!(plan.attendee(&Id::planner()).is_some(), "the planner stands there too");
    }
}
