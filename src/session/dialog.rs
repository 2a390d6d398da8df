//! A question of a command: help, danger now and hide work as they do in a visit.

use std::io;

use chrono::NaiveDate;

use crate::plan::Plan;
use crate::prompt::{Action, Choice, Message, Prompt, Prompter, Reply};
use crate::session::{Outcome, Session, handle_danger};
use crate::words::Words;

/// What a question of a command needs beside its own words.
#[derive(Clone, Copy)]
pub struct Dialog<'a> {
    /// Whose country and names stand on the cards of danger now.
    pub plan: &'a Plan,
    /// What is said.
    pub words: &'a Words,
    /// Today.
    pub today: NaiveDate,
    /// What help says.
    pub help: &'a str,
}

impl<'a> Dialog<'a> {
    /// With the help that names the signs.
    pub fn new(plan: &'a Plan, words: &'a Words, today: NaiveDate) -> Self {
        Dialog {
            plan,
            words,
            today,
            help: &words.engine.help_signs,
        }
    }

    /// Asks for one of the rows; as [`Dialog::ask`]. What a command asks it asks before something goes or changes for
    /// good: what was typed before it was seen does not reach it.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn pick(
        &self,
        mut prompt: Prompt,
        rows: &[&String],
        before: Option<usize>,
        prompter: &mut dyn Prompter,
    ) -> io::Result<Reply<usize>> {
        prompt.discard_typeahead = true;
        let rows: Vec<Choice> = rows.iter().map(|row| Choice::new(*row)).collect();
        self.ask(prompt, prompter, |prompter, prompt| {
            prompter.pick(prompt, &rows, before)
        })
    }

    /// Waits for Enter; as [`Dialog::ask`].
    ///
    /// # Errors
    /// The terminal failed.
    pub fn pause(&self, prompt: Prompt, prompter: &mut dyn Prompter) -> io::Result<Reply<()>> {
        self.ask(prompt, prompter, |prompter, prompt| prompter.pause(prompt))
    }

    /// Asks until there is an answer, or an action that leads elsewhere. Help and danger come back to the question; where the
    /// action is to hide, the screen is clean already.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn ask<V>(
        &self,
        mut prompt: Prompt,
        prompter: &mut dyn Prompter,
        mut question: impl FnMut(&mut dyn Prompter, &Prompt) -> io::Result<Reply<V>>,
    ) -> io::Result<Reply<V>> {
        let above = prompt.above.clone();
        loop {
            let action = match question(prompter, &prompt)? {
                Reply::Action(Action::Help) => {
                    prompt.above = above.clone();
                    prompt.above.push(Message::plain(self.help));
                    continue;
                }
                Reply::Action(Action::Danger) => match self.handle_danger(prompter)? {
                    Some(action) => action,
                    None => {
                        prompt.fresh = true;
                        continue;
                    }
                },
                Reply::Action(action) => action,
                given => return Ok(given),
            };
            if action == Action::Hide {
                prompter.hide()?;
            }
            return Ok(Reply::Action(action));
        }
    }

    /// `None` comes back to the question.
    fn handle_danger(&self, prompter: &mut dyn Prompter) -> io::Result<Option<Action>> {
        let mut nothing = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let mut session = Session::new(prompter, self.words, self.today, &mut nothing);
        let turn = handle_danger(self.plan, &mut session)?;
        Ok(turn.map(|turn| match turn {
            Outcome::Hide => Action::Hide,
            Outcome::Home => Action::Home,
            _ => Action::Leave,
        }))
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::prompt::{PromptKind, Scripted, ScriptedReply};

    /// What comes of a question with two rows, what was asked and said, and whether the screen was cleared last.
    fn picked(answers: Vec<ScriptedReply>) -> (Reply<usize>, Vec<String>, bool) {
        let (words, plan) = (Words::load("en", None).unwrap(), Plan::default());
        let mut prompter = Scripted::new(answers);
        let rows = [&words.lock.show, &words.lock.lock_it];
        let reply = Dialog::new(&plan, &words, NaiveDate::default())
            .pick(Prompt::new("two", "", ""), &rows, None, &mut prompter)
            .unwrap();
        assert_eq!(prompter.unused(), 0);
        let asked = prompter.asked().into_iter().map(String::from).collect();
        let hidden = prompter
            .transcript()
            .last()
            .is_some_and(|seen| seen.kind == PromptKind::Hide);
        (reply, asked, hidden)
    }

    #[test]
    fn help_and_danger_come_back_to_the_question() {
        let help = vec![ScriptedReply::Action(Action::Help), ScriptedReply::Pick(1)];
        assert_eq!(picked(help).0, Reply::Given(1));
        let danger = vec![
            ScriptedReply::Action(Action::Danger),
            ScriptedReply::PickLabel("No".into()),
            ScriptedReply::Pick(1),
        ];
        let (reply, asked, hidden) = picked(danger);
        assert_eq!((reply, hidden), (Reply::Given(1), false));
        assert_eq!(asked, ["two", "danger", "two"]);
    }

    #[test]
    fn hide_clears_the_screen_at_the_question_and_at_danger() {
        let hide = || ScriptedReply::Action(Action::Hide);
        for answers in [vec![hide()], vec![ScriptedReply::Action(Action::Danger), hide()]] {
            let (reply, _, hidden) = picked(answers);
            assert_eq!((reply, hidden), (Reply::Action(Action::Hide), true));
        }
        for action in [Action::Leave, Action::Home] {
            let (reply, _, hidden) = picked(vec![
                ScriptedReply::Action(Action::Danger),
                ScriptedReply::Action(action),
            ]);
            assert_eq!((reply, hidden), (Reply::Action(action), false));
        }
    }
}
