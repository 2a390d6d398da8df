//! Lists to tick, in the rich back end.

use std::io;
use std::sync::Arc;

use super::list::Drawn;
use super::rich::Row;
use super::{Choice, Put, Rich, Wish, page};

impl Rich {
    /// Nothing is ticked: is that right? `Given(true)` is yes.
    fn none(&self) -> io::Result<Row<bool>> {
        let phrases = Arc::clone(&self.phrases);
        let put = Put::new("", &phrases.none_ask, &phrases.else_prompt);
        let options = [Choice::new(&phrases.none_yes), Choice::new(&phrases.none_no)];
        Ok(match self.row(&put, &options, None, "")? {
            Row::Given(row) => Row::Given(row == 0),
            // Back from here is the list itself.
            Row::Wish(Wish::Back) => Row::Given(false),
            Row::Wish(wish) => Row::Wish(wish),
            Row::Again | Row::Broken => Row::Again,
        })
    }

    /// One list to tick. Gives `Again` with the ticks as they stand in `ticks`.
    pub(super) fn ticks(&mut self, put: &Put, options: &[Choice], ticks: &mut Vec<bool>) -> io::Result<Row<Vec<bool>>> {
        let phrases = Arc::clone(&self.phrases);
        let used = self.screen.head(put, options, &phrases.foot_tick, options.len() + 1)?;
        let rows = self.cut(options, Some(&phrases.else_row));
        let mut shown = ticks.clone();
        shown.push(false);
        let ended = self.list(put, &rows, used, |list| list.tick(&shown))?;
        *ticks = ended.seen[..options.len()].to_vec();
        let given = match ended.drawn {
            Drawn::Given(given) => given,
            Drawn::Away => return Ok(Row::Wish(Wish::Back)),
            Drawn::End => return Ok(Row::Wish(Wish::Leave)),
            Drawn::Broken => return Ok(Row::Broken),
        };
        *ticks = (0..options.len()).map(|row| given.contains(&row)).collect();
        // In a hurry nobody thinks of Space: Enter on the last row means it too.
        if ended.at_last || given.contains(&options.len()) {
            return self.behind_last();
        }
        if given.is_empty() {
            return Ok(match self.none()? {
                Row::Given(true) => Row::Given(ticks.clone()),
                Row::Wish(wish) => Row::Wish(wish),
                Row::Given(false) | Row::Again | Row::Broken => Row::Again,
            });
        }
        let labels = page::labels(options, None);
        let named: Vec<&str> = given.iter().map(|&row| labels[row].as_str()).collect();
        self.answered(put, &named.join(", "))?;
        Ok(Row::Given(ticks.clone()))
    }
}
