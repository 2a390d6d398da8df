//! A question of a command: help, danger now and hide work as they do in a visit.

use chrono::NaiveDate;
use secrecy::SecretString;

use crate::plan::Plan;
use crate::prompt::{Choice, Message, Prompt, Prompter};
use crate::session::{Reply, Saver, Session, Stop, show_text};
use crate::words::Words;

/// What a question of a command needs beside its own words.
#[derive(Clone, Copy)]
pub struct Dialog<'a> {
    /// Whose country and names are on the cards of danger now.
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
            help: words.engine.help_signs,
        }
    }

    /// Asks for one of the rows. What a command asks it asks before something goes or changes for good: what was typed
    /// before it was seen does not reach it.
    ///
    /// # Errors
    /// The person goes elsewhere; the terminal failed.
    pub fn pick(
        &self,
        mut prompt: Prompt,
        rows: &[&str],
        before: Option<usize>,
        prompter: &mut dyn Prompter,
    ) -> Result<Reply<usize>, Stop> {
        prompt.discard_typeahead = true;
        let rows: Vec<Choice> = rows.iter().map(|row| Choice::new(*row)).collect();
        self.session(prompter, &mut SavesNothing)
            .pick(self.plan, self.with_help(prompt), &rows, before)
    }

    /// Waits for Enter; as [`Dialog::pick`].
    ///
    /// # Errors
    /// As [`Dialog::pick`].
    pub fn pause(&self, prompt: Prompt, prompter: &mut dyn Prompter) -> Result<Reply<()>, Stop> {
        self.session(prompter, &mut SavesNothing)
            .pause(self.plan, self.with_help(prompt))
    }

    /// Asks for one line; as [`Dialog::pick`].
    ///
    /// # Errors
    /// As [`Dialog::pick`].
    pub fn line(&self, prompt: Prompt, prompter: &mut dyn Prompter) -> Result<Reply<String>, Stop> {
        self.session(prompter, &mut SavesNothing)
            .line(self.plan, self.with_help(prompt), "")
    }

    /// Asks for a passphrase; as [`Dialog::pick`].
    ///
    /// # Errors
    /// As [`Dialog::pick`].
    pub fn secret(&self, prompt: Prompt, prompter: &mut dyn Prompter) -> Result<Reply<SecretString>, Stop> {
        self.session(prompter, &mut SavesNothing)
            .secret(self.plan, self.with_help(prompt))
    }

    /// Leafs through a longer text below the number to call, until its end or until the person leaves it.
    ///
    /// # Errors
    /// As [`Dialog::pick`].
    pub fn read(&self, text: &str, prompter: &mut dyn Prompter) -> Result<Reply<()>, Stop> {
        let mut saver = SavesNothing;
        let mut session = self.session(prompter, &mut saver);
        session.has_alarm = true;
        show_text(text, self.plan, &mut session).map(|_| Reply::Given(()))
    }

    fn session<'s>(&self, prompter: &'s mut dyn Prompter, saver: &'s mut dyn Saver) -> Session<'s>
    where
        'a: 's,
    {
        Session::new(prompter, self.words, self.today, saver)
    }

    fn with_help(&self, prompt: Prompt) -> Prompt {
        Prompt {
            help: Some(vec![Message::plain(self.help)]),
            ..prompt
        }
    }
}

/// What a command asks is no answer of the plan.
struct SavesNothing;

impl Saver for SavesNothing {
    fn save(&mut self, _: &mut Plan, _: &mut dyn Prompter) -> Result<(), Stop> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::prompt::{Action, PromptKind, Scripted, ScriptedReply};
    use crate::session::Destination;

    /// What comes of a question with two rows, what was asked and said, and whether the screen was cleared last.
    fn picked(answers: Vec<ScriptedReply>) -> (Result<usize, Destination>, Vec<String>, bool) {
        let (words, plan) = (Words::load("en", None).unwrap(), Plan::default());
        let mut prompter = Scripted::new(answers);
        let rows = [words.lock.show, words.lock.lock_it];
        let reply = Dialog::new(&plan, &words, NaiveDate::default()).pick(
            Prompt::new("two", "", ""),
            &rows,
            None,
            &mut prompter,
        );
        let reply = match reply {
            Ok(reply) => Ok(reply.given().unwrap()),
            Err(stop) => Err(stop.destination()),
        };
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
        assert_eq!(picked(help).0, Ok(1));
        let danger = vec![
            ScriptedReply::Action(Action::Danger),
            ScriptedReply::PickLabel("No".into()),
            ScriptedReply::Pick(1),
        ];
        let (reply, asked, hidden) = picked(danger);
        assert_eq!((reply, hidden), (Ok(1), false));
        assert_eq!(asked, ["two", "danger", "two"]);
    }

    #[test]
    fn hide_clears_the_screen_at_the_question_and_at_danger() {
        let hide = || ScriptedReply::Action(Action::Hide);
        for answers in [vec![hide()], vec![ScriptedReply::Action(Action::Danger), hide()]] {
            let (reply, _, hidden) = picked(answers);
            assert_eq!((reply, hidden), (Err(Destination::Hide), true));
        }
        for (action, to) in [(Action::Leave, Destination::Leave), (Action::Home, Destination::Home)] {
            let (reply, _, hidden) = picked(vec![
                ScriptedReply::Action(Action::Danger),
                ScriptedReply::Action(action),
            ]);
            assert_eq!((reply, hidden), (Err(to), false));
        }
    }
}
