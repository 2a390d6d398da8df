//! What is within reach of every question that a command asks, as it is in a visit: help, danger now, and hide.

use std::io;

use chrono::NaiveDate;

use crate::ask::{Asker, Choice, Put, Reply, Said, Wish};
use crate::plan::Plan;
use crate::walk::{Desk, Turn, danger};
use crate::words::Words;

use super::{Errand, country_of};

/// What a question of a command needs beside its own words.
#[derive(Clone, Copy)]
pub struct Reach<'a> {
    /// Whose country and names stand on the cards of danger now.
    pub plan: &'a Plan,
    /// What is said.
    pub words: &'a Words,
    /// Today.
    pub today: NaiveDate,
    /// What help says.
    pub help: &'a str,
}

impl<'a> Reach<'a> {
    /// With the help that names the signs.
    pub fn new(plan: &'a Plan, words: &'a Words, today: NaiveDate) -> Self {
        Reach {
            plan,
            words,
            today,
            help: &words.engine.help_signs,
        }
    }

    /// Asks for one of the rows; as [`Reach::ask`]. What a command asks it asks before something goes or changes for good:
    /// what was typed before it was seen does not reach it.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn pick(
        &self,
        mut put: Put,
        rows: &[&String],
        before: Option<usize>,
        asker: &mut dyn Asker,
    ) -> io::Result<Reply<usize>> {
        put.unseen = true;
        let rows: Vec<Choice> = rows.iter().map(|row| Choice::new(*row)).collect();
        self.ask(put, asker, |asker, put| asker.pick(put, &rows, before))
    }

    /// Waits for Enter; as [`Reach::ask`].
    ///
    /// # Errors
    /// The terminal failed.
    pub fn pause(&self, put: Put, asker: &mut dyn Asker) -> io::Result<Reply<()>> {
        self.ask(put, asker, |asker, put| asker.pause(put))
    }

    /// Asks until there is an answer, or a wish to go elsewhere. Help and danger come back to the question; where the
    /// wish is to hide, the screen is clean already.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn ask<V>(
        &self,
        mut put: Put,
        asker: &mut dyn Asker,
        mut question: impl FnMut(&mut dyn Asker, &Put) -> io::Result<Reply<V>>,
    ) -> io::Result<Reply<V>> {
        let above = put.above.clone();
        loop {
            let wish = match question(asker, &put)? {
                Reply::Wish(Wish::Help) => {
                    put.above = above.clone();
                    put.above.push(Said::plain(self.help));
                    continue;
                }
                Reply::Wish(Wish::Danger) => match self.danger(asker)? {
                    Some(wish) => wish,
                    None => {
                        put.fresh = true;
                        continue;
                    }
                },
                Reply::Wish(wish) => wish,
                given => return Ok(given),
            };
            if wish == Wish::Hide {
                asker.hide()?;
            }
            return Ok(Reply::Wish(wish));
        }
    }

    /// `None` comes back to the question.
    fn danger(&self, asker: &mut dyn Asker) -> io::Result<Option<Wish>> {
        let mut nothing = |_: &mut Plan, _: &mut dyn Asker| Ok(());
        let mut desk = Desk::new(asker, self.words, self.today, &mut nothing);
        let turn = danger(self.plan, &mut desk)?;
        Ok(turn.map(|turn| match turn {
            Turn::Hide => Wish::Hide,
            Turn::Home => Wish::Home,
            _ => Wish::Leave,
        }))
    }
}

/// Stands in for a plan that is not open: it knows the country the computer seems to be in, for the numbers.
pub fn stand_in(errand: &Errand) -> Plan {
    Plan {
        country: country_of(errand.locale.as_deref()),
        ..Plan::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::ask::{Answered, Kind, Scripted};

    /// What comes of a question with two rows, what was asked and said, and whether the screen was cleared last.
    fn picked(answers: Vec<Answered>) -> (Reply<usize>, Vec<String>, bool) {
        let (words, plan) = (Words::load("en", None).unwrap(), Plan::default());
        let mut asker = Scripted::new(answers);
        let rows = [&words.lock.show, &words.lock.lock_it];
        let reply = Reach::new(&plan, &words, NaiveDate::default())
            .pick(Put::new("two", "", ""), &rows, None, &mut asker)
            .unwrap();
        assert_eq!(asker.left(), 0);
        let asked = asker.asked().into_iter().map(String::from).collect();
        let hidden = asker.transcript().last().is_some_and(|seen| seen.kind == Kind::Hide);
        (reply, asked, hidden)
    }

    #[test]
    fn help_and_danger_come_back_to_the_question() {
        let help = vec![Answered::Wish(Wish::Help), Answered::Pick(1)];
        assert_eq!(picked(help).0, Reply::Given(1));
        let danger = vec![
            Answered::Wish(Wish::Danger),
            Answered::PickLabel("No".into()),
            Answered::Pick(1),
        ];
        let (reply, asked, hidden) = picked(danger);
        assert_eq!((reply, hidden), (Reply::Given(1), false));
        assert_eq!(asked, ["two", "danger", "two"]);
    }

    #[test]
    fn where_no_plan_is_open_the_numbers_are_those_of_the_computers_country() {
        let mut trial = Trial::new();
        trial.run(|errand| {
            errand.locale = Some("en-GB".into());
            assert_eq!(stand_in(errand).country, "gb");
        });
    }

    #[test]
    fn hide_clears_the_screen_at_the_question_and_at_danger() {
        let hide = || Answered::Wish(Wish::Hide);
        for answers in [vec![hide()], vec![Answered::Wish(Wish::Danger), hide()]] {
            let (reply, _, hidden) = picked(answers);
            assert_eq!((reply, hidden), (Reply::Wish(Wish::Hide), true));
        }
        for wish in [Wish::Leave, Wish::Home] {
            let (reply, _, hidden) = picked(vec![Answered::Wish(Wish::Danger), Answered::Wish(wish)]);
            assert_eq!((reply, hidden), (Reply::Wish(wish), false));
        }
    }
}
