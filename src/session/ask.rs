//! The one loop that puts a question: help and danger now come back to it, going elsewhere ends the conversation.

use std::io;

use secrecy::SecretString;

use crate::plan::Plan;
use crate::prompt::{Action, Choice, Message, Prompt, PromptReply, Prompter};

use super::{Destination, Reply, Session, Stop, handle_danger};

/// Each asks once, with the notices that wait above the question.
///
/// # Errors
/// [`Stop::Go`] where the person goes elsewhere; [`Stop::Failed`] where the terminal failed.
impl Session<'_> {
    /// Asks for one of the rows; `before` is the row that Enter takes.
    pub fn pick(
        &mut self,
        plan: &Plan,
        prompt: Prompt,
        rows: &[Choice],
        before: Option<usize>,
    ) -> Result<Reply<usize>, Stop> {
        self.ask(plan, prompt, |prompter, prompt| prompter.pick(prompt, rows, before))
    }

    /// Asks for any of the rows.
    pub fn tick(
        &mut self,
        plan: &Plan,
        prompt: Prompt,
        rows: &[Choice],
        before: &[bool],
    ) -> Result<Reply<Vec<bool>>, Stop> {
        self.ask(plan, prompt, |prompter, prompt| prompter.tick(prompt, rows, before))
    }

    /// Asks for an order of the items.
    pub fn order(&mut self, plan: &Plan, prompt: Prompt, items: &[Choice]) -> Result<Reply<Vec<usize>>, Stop> {
        self.ask(plan, prompt, |prompter, prompt| prompter.order(prompt, items))
    }

    /// Asks for one line.
    pub fn line(&mut self, plan: &Plan, mut prompt: Prompt, before: &str) -> Result<Reply<String>, Stop> {
        self.explain_keys(&mut prompt, &[self.words.engine.help_field]);
        self.ask(plan, prompt, |prompter, prompt| prompter.line(prompt, before))
    }

    /// Asks for a text that keeps its lines.
    pub fn text(&mut self, plan: &Plan, mut prompt: Prompt, before: &str) -> Result<Reply<String>, Stop> {
        let engine = &self.words.engine;
        self.explain_keys(&mut prompt, &[engine.help_lines, engine.help_field]);
        self.ask(plan, prompt, |prompter, prompt| prompter.text(prompt, before))
    }

    /// Asks for a passphrase.
    pub fn secret(&mut self, plan: &Plan, prompt: Prompt) -> Result<Reply<SecretString>, Stop> {
        self.ask(plan, prompt, |prompter, prompt| prompter.secret(prompt))
    }

    /// Waits for Enter.
    pub fn pause(&mut self, plan: &Plan, prompt: Prompt) -> Result<Reply<()>, Stop> {
        self.ask(plan, prompt, |prompter, prompt| prompter.pause(prompt))
    }

    /// The same for a list of the program itself, which has no field: nothing typed before it was seen answers it.
    pub fn choose(
        &mut self,
        id: &str,
        ask: &str,
        rows: &[&str],
        before: Option<usize>,
        plan: &Plan,
    ) -> Result<Reply<usize>, Stop> {
        let prompt = Prompt {
            fresh: true,
            discard_typeahead: true,
            ..Prompt::new(id, ask, self.words.home.prompt)
        };
        let rows: Vec<Choice> = rows.iter().map(|row| Choice::new(*row)).collect();
        self.pick(plan, prompt, &rows, before)
    }

    /// Help says what the keys do in a field, where there is one: a line at a time there are none.
    fn explain_keys(&self, prompt: &mut Prompt, keys: &[&str]) {
        if let Some(help) = prompt.help.as_mut().filter(|_| self.prompter.reads_back()) {
            help.push(Message::quiet(keys.join(" ")));
        }
    }

    fn ask<V>(
        &mut self,
        plan: &Plan,
        mut prompt: Prompt,
        mut question: impl FnMut(&mut dyn Prompter, &Prompt) -> io::Result<PromptReply<V>>,
    ) -> Result<Reply<V>, Stop> {
        let own = prompt.above.clone();
        // What was carried here is said once; what belongs to the question is said each time.
        prompt = self.with_notices(prompt, plan);
        loop {
            let action = match question(self.prompter, &prompt)? {
                PromptReply::Given(value) => return Ok(Reply::Given(value)),
                PromptReply::Action(action) => action,
            };
            match action {
                Action::Back => return Ok(Reply::Back),
                Action::Later => return Ok(Reply::Later),
                Action::Skip => return Ok(Reply::Skip),
                Action::Help => prompt.above = self.with_help(own.clone(), &prompt),
                Action::Danger => {
                    handle_danger(plan, self)?;
                    prompt.above.clone_from(&own);
                }
                Action::Home | Action::Hide | Action::Leave => return Err(self.stop_for(action)?),
            }
            prompt.fresh = true;
        }
    }

    /// What is above a question whose help was asked for: over a page it comes first, over a question last.
    fn with_help(&self, own: Vec<Message>, prompt: &Prompt) -> Vec<Message> {
        let signs = || vec![Message::plain(self.words.engine.help_signs)];
        let help = prompt.help.clone().unwrap_or_else(signs);
        match prompt.ask.is_empty() {
            true => [help, own].concat(),
            false => [own, help].concat(),
        }
    }

    /// Where an action leads that leaves the question. The screen of somebody who hides is cleared at once.
    pub(super) fn stop_for(&mut self, action: Action) -> io::Result<Stop> {
        Ok(Stop::Go(match action {
            Action::Home => Destination::Home,
            Action::Hide => {
                self.prompter.hide()?;
                Destination::Hide
            }
            _ => Destination::Leave,
        }))
    }
}
