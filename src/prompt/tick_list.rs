//! Lists to tick, in the rich back end.

use std::io;

use super::list_state::{ListEnd, ListState};
use super::list_view::{ListAnswer, Shown};
use super::{Action, Choice, Prompt, Rich, layout};

impl Rich {
    /// Nothing is ticked: is that right? `Given(true)` is yes.
    fn none(&mut self, over: &Prompt) -> io::Result<ListAnswer<bool>> {
        let phrases = self.phrases;
        let prompt = Prompt {
            discard_typeahead: true,
            place: over.place.clone(),
            alarm: over.alarm.clone(),
            why: phrases.none_why.into(),
            ..Prompt::new("", phrases.none_ask, phrases.else_prompt)
        };
        let options = [Choice::new(phrases.none_yes), Choice::new(phrases.none_no)];
        Ok(match self.pick_row(&prompt, &options, None)? {
            ListAnswer::Given(row) => ListAnswer::Given(row == 0),
            // Back from here is the list itself.
            ListAnswer::Action(Action::Back) => ListAnswer::Given(false),
            ListAnswer::Action(action) => ListAnswer::Action(action),
            ListAnswer::Again => ListAnswer::Again,
            ListAnswer::Resized => ListAnswer::Resized,
        })
    }

    /// One list to tick. Gives `Again` with the ticks as they are in `ticks`.
    pub(super) fn ticks(
        &mut self,
        prompt: &Prompt,
        options: &[Choice],
        ticks: &mut Vec<bool>,
    ) -> io::Result<ListAnswer<Vec<bool>>> {
        let labels = layout::row_labels(options, Some(self.phrases.else_row));
        let mut list = ListState::tick(labels, prompt.accepts.clone(), ticks.clone());
        let shown = Shown {
            prompt,
            options,
            keys: self.phrases.foot_tick,
        };
        self.drop_unseen_if_guarded(&list, &shown)?;
        let ended = self.run_list(&mut list, &shown)?;
        *ticks = list.ticks().to_vec();
        match ended {
            Some(ListEnd::Enter(row)) if row < options.len() => {}
            Some(ListEnd::Enter(_)) => return self.open_menu(prompt),
            Some(ListEnd::Action(action)) => return Ok(ListAnswer::Action(action)),
            None => return Ok(ListAnswer::Resized),
        }
        if !ticks.contains(&true) {
            return Ok(match self.none(prompt)? {
                ListAnswer::Given(true) => ListAnswer::Given(ticks.clone()),
                ListAnswer::Action(action) => ListAnswer::Action(action),
                ListAnswer::Given(false) | ListAnswer::Again => ListAnswer::Again,
                ListAnswer::Resized => ListAnswer::Resized,
            });
        }
        Ok(ListAnswer::Given(ticks.clone()))
    }
}
