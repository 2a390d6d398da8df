//! Questions answered from a list: one of it, or several.

use crate::plan::{Accessor, CodedChoice, Id, Plan};
use crate::prompt::{Choice as Row, Message};
use crate::words::Words;

use super::{QuestionAt, SingleAnswer};
use crate::session::{Reply, Session, Stop};

/// One of a list.
pub struct Pick<C: 'static> {
    accessor: Accessor<C>,
    /// Which of the choices are offered for this item. Where fewer than all are, the last of them is pointed at.
    offered: fn(&Plan, &Id, &C) -> bool,
    /// Which one stands chosen before anything was answered.
    begin: fn(&Plan, &Id) -> Option<C>,
    /// What is said after one was picked: a caution, where the choice asks for one.
    after: fn(&Plan, &Id, &Words) -> String,
    /// What a row means is said once it is picked, and by help before: what follows from the others need not be read.
    told_after: bool,
}

impl<C: 'static> Pick<C> {
    /// Any of the list, and nothing is said.
    pub const fn of(accessor: Accessor<C>) -> Self {
        Pick {
            accessor,
            offered: |_, _, _| true,
            begin: |_, _| None,
            after: |_, _, _| String::new(),
            told_after: false,
        }
    }

    /// The same, where what a row means is said once it is picked.
    pub const fn told_after(mut self) -> Self {
        self.told_after = true;
        self
    }

    /// The same of fewer choices.
    pub const fn offering(mut self, offered: fn(&Plan, &Id, &C) -> bool) -> Self {
        self.offered = offered;
        self
    }

    /// The same, where another answer says which one it will be.
    pub const fn starting_with(mut self, begin: fn(&Plan, &Id) -> Option<C>) -> Self {
        self.begin = begin;
        self
    }

    /// The same with something to say after it.
    pub const fn with_note(mut self, after: fn(&Plan, &Id, &Words) -> String) -> Self {
        self.after = after;
        self
    }
}

/// Any of a list. Some members stand alone: "none", "not sure", "rather not".
pub struct Ticks<C: 'static> {
    accessor: Accessor<Vec<C>>,
    /// Which of the choices are offered in this plan. One that was chosen before stays.
    offered: fn(&Plan, &C) -> bool,
}

impl<C: 'static> Ticks<C> {
    /// Any of the list.
    pub const fn of(accessor: Accessor<Vec<C>>) -> Self {
        Ticks {
            accessor,
            offered: |_, _| true,
        }
    }

    /// The same of fewer choices.
    pub const fn offering(mut self, offered: fn(&Plan, &C) -> bool) -> Self {
        self.offered = offered;
        self
    }
}

impl<C: CodedChoice + Sync> SingleAnswer for Pick<C> {
    type Value = C;

    fn accessor(&self) -> &Accessor<C> {
        &self.accessor
    }

    fn format(&self, value: &C, _plan: &Plan, words: &Words) -> String {
        words.label(value)
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<C>, Stop> {
        let mut choices = C::all();
        let all = choices.len();
        choices.retain(|choice| (self.offered)(plan, &here.item.id, choice));
        let default = choices.last().filter(|_| choices.len() < all).cloned();
        let before = self.accessor.given(plan, &here.item.id).cloned();
        let before = before.or_else(|| (self.begin)(plan, &here.item.id)).or(default);
        pick_of(choices, here, plan, session, before, !self.told_after)
    }

    fn after_given(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) {
        let picked = self.accessor.given(plan, &here.item.id);
        if let Some(picked) = picked.filter(|_| self.told_after) {
            session.notice(note(picked, plan, session.words));
        }
        session.notice((self.after)(plan, &here.item.id, session.words));
    }
}

/// Asks for one of all the choices of a list.
pub(super) fn pick_one<C: CodedChoice>(
    here: &QuestionAt,
    plan: &Plan,
    session: &mut Session,
    before: Option<C>,
) -> Result<Reply<C>, Stop> {
    pick_of(C::all(), here, plan, session, before, true)
}

fn pick_of<C: CodedChoice>(
    mut choices: Vec<C>,
    here: &QuestionAt,
    plan: &Plan,
    session: &mut Session,
    before: Option<C>,
    with_notes: bool,
) -> Result<Reply<C>, Stop> {
    let mut rows: Vec<Row> = choices
        .iter()
        .map(|choice| Row::with_note(session.words.label(choice), note(choice, plan, session.words)))
        .collect();
    let at = before
        .as_ref()
        .and_then(|before| choices.iter().position(|choice| choice == before));
    let mut prompt = here.prompt(plan, session);
    if !with_notes || session.is_asked_again(here.question.field, &here.item.id) {
        let noted = rows.iter_mut().filter(|row| !row.note.is_empty());
        let notes = noted.map(|row| Message::plain(format!("{}: {}", row.label, std::mem::take(&mut row.note))));
        prompt.help.get_or_insert_default().extend(notes);
    }
    let reply = session.pick(plan, prompt, &rows, at)?;
    Ok(reply.map(|at| choices.swap_remove(at)))
}

/// What a choice means in this plan.
fn note<C: CodedChoice>(choice: &C, plan: &Plan, words: &Words) -> String {
    words.fill_names(words.note_for(choice, plan), plan, "")
}

impl<C: CodedChoice + Sync> SingleAnswer for Ticks<C> {
    type Value = Vec<C>;

    fn accessor(&self) -> &Accessor<Vec<C>> {
        &self.accessor
    }

    fn format(&self, value: &Vec<C>, _plan: &Plan, words: &Words) -> String {
        match value.is_empty() {
            true => words.commands.show.nothing.into(),
            false => words.list_labels(value.iter().map(|choice| words.label(choice))),
        }
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Vec<C>>, Stop> {
        let before = self.accessor.given(plan, &here.item.id).cloned().unwrap_or_default();
        let mut choices = C::all();
        choices.retain(|choice| (self.offered)(plan, choice) || before.contains(choice));
        tick_some(choices, here, plan, session, before)
    }
}

/// Asks for any of these choices; nothing ticked is an answer where the list has no word for it. Choices the program does
/// not know stay ticked.
pub(super) fn tick_some<C: CodedChoice>(
    choices: Vec<C>,
    here: &QuestionAt,
    plan: &Plan,
    session: &mut Session,
    mut before: Vec<C>,
) -> Result<Reply<Vec<C>>, Stop> {
    // What a row means for safety is said once it is ticked: eleven notes at once would push the list off the screen.
    let rows: Vec<Row> = choices
        .iter()
        .map(|choice| Row::new(session.words.label(choice)))
        .collect();
    loop {
        let mut prompt = here.prompt(plan, session);
        prompt.has_own_none_row = choices.iter().any(|choice| choice.code() == "none");
        let ticked: Vec<bool> = choices.iter().map(|choice| before.contains(choice)).collect();
        let ticks = match session.tick(plan, prompt, &rows, &ticked)?.answered() {
            Ok(ticks) => ticks,
            Err(other) => return Ok(other),
        };
        let mut picked: Vec<C> = choices
            .iter()
            .zip(&ticks)
            .filter(|(_, ticked)| **ticked)
            .map(|(c, _)| c.clone())
            .collect();
        if picked.len() > 1 && picked.iter().any(stands_alone) {
            session.notice(session.words.engine.both_none);
            before = picked;
            continue;
        }
        for choice in &picked {
            let note = session.words.fill_names(session.words.note(choice), plan, "");
            if !note.is_empty() {
                session.notice(format!("{}: {note}", session.words.label(choice)));
            }
        }
        if picked.is_empty() {
            picked.extend(choices.iter().find(|choice| choice.code() == "none").cloned());
        }
        picked.extend(before.iter().filter(|known| !choices.contains(known)).cloned());
        return Ok(Reply::Given(picked));
    }
}

fn stands_alone<C: CodedChoice>(choice: &C) -> bool {
    matches!(choice.code(), "none" | "not_sure" | "rather_not" | "not_asked_yet")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::at;

    #[test]
    fn nothing_ticked_is_said_and_not_left_blank() {
        let words = Words::load("en", None).unwrap();
        let ticks = Ticks::of(at!(person.substances));
        let none = ticks.format(&Vec::new(), &Plan::default(), &words);
        assert_eq!(none, words.commands.show.nothing);
    }
}
