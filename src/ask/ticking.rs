//! Lists to tick, in the rich back end.

use std::io;
use std::sync::Arc;

use super::drawn::Row;
use super::list::{Ended, List};
use super::{Choice, Put, Rich, Wish, page};

impl Rich {
    /// Nothing is ticked: is that right? `Given(true)` is yes.
    fn none(&mut self) -> io::Result<Row<bool>> {
        let phrases = Arc::clone(&self.phrases);
        let put = Put {
            unseen: true,
            why: phrases.none_why.clone(),
            ..Put::new("", &phrases.none_ask, &phrases.else_prompt)
        };
        let options = [Choice::new(&phrases.none_yes), Choice::new(&phrases.none_no)];
        Ok(match self.pick_row(&put, &options, None, "")? {
            Row::Given(row) => Row::Given(row == 0),
            // Back from here is the list itself.
            Row::Wish(Wish::Back) => Row::Given(false),
            Row::Wish(wish) => Row::Wish(wish),
            Row::Again => Row::Again,
            Row::Resized => Row::Resized,
        })
    }

    /// One list to tick. Gives `Again` with the ticks as they stand in `ticks`.
    pub(super) fn ticks(&mut self, put: &Put, options: &[Choice], ticks: &mut Vec<bool>) -> io::Result<Row<Vec<bool>>> {
        let phrases = Arc::clone(&self.phrases);
        let used = self.screen.head(put, options, &phrases.foot_tick, options.len() + 1)?;
        if put.is_guarded() {
            self.typing.drop_unseen()?;
        }
        let labels = page::labels(options, Some(&phrases.else_row));
        let mut list = List::tick(labels, put.listens.clone(), ticks.clone());
        let ended = self.show(&mut list, put, used)?;
        *ticks = list.ticks().to_vec();
        match ended {
            Some(Ended::Enter(row)) if row < options.len() => {}
            Some(Ended::Enter(_)) => return self.menu(),
            Some(Ended::Wish(wish)) => return Ok(Row::Wish(wish)),
            None => return Ok(Row::Resized),
        }
        if !ticks.contains(&true) {
            return Ok(match self.none()? {
                Row::Given(true) => Row::Given(ticks.clone()),
                Row::Wish(wish) => Row::Wish(wish),
                Row::Given(false) | Row::Again => Row::Again,
                Row::Resized => Row::Resized,
            });
        }
        let labels = page::labels(options, None);
        let named = labels.iter().zip(&*ticks).filter(|(_, ticked)| **ticked);
        let named: Vec<&str> = named.map(|(label, _)| label.as_str()).collect();
        self.answered(put, &named.join(", "))?;
        Ok(Row::Given(ticks.clone()))
    }
}
