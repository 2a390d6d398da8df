//! `steadfast` and `steadfast plan`: the visit from the first screen to leaving (visit 1 to 7).

mod aloud;
mod begin;
mod change;
mod gained;
mod home;
mod list;
mod missing;
mod own_task;
mod pages;
mod waiting;

use std::io;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::ask::leaving::Farewell;
use crate::ask::{Asker, Reply, Wish};
use crate::plan::Plan;
use crate::sheets;
use crate::steps;
use crate::walk::{Desk, Elsewhere, End, Keep, Lock, wished};
use crate::words::{Words, fill};

use super::stamp;

pub(super) use list::{set_done, tick_tasks};

/// What a visit needs from outside.
pub struct Needs<'a> {
    /// Keeps the plan on disk, and the line that is said on a signal true.
    pub keep: &'a mut Keep<'a>,
    /// Puts the plan under a passphrase before anything of it is kept.
    pub lock: Option<&'a mut Lock<'a>>,
    /// Where pages are saved.
    pub folder: PathBuf,
    /// How the person is asked.
    pub asker: &'a mut dyn Asker,
    /// What is said.
    pub words: &'a Words,
    /// Today.
    pub today: NaiveDate,
    /// The line said on a signal. From the first keep on, the drawer says what is so.
    pub farewell: &'a Farewell,
    /// What to type to go on.
    pub command: String,
    /// What of the file could not be read, to be told at the first page after the neutral one; may be empty.
    pub notice: String,
    /// The country the computer seems to be in; empty where none is known.
    pub country: String,
}

/// How a visit ended, for what is said and printed after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// Left; the answers are kept.
    Left,
    /// Away at once: nothing is said.
    Hidden,
    /// On paper only: blank pages are printed, nothing was kept.
    OnPaper,
    /// On another device: nothing was kept.
    Elsewhere,
}

/// One visit. `plan` is what was on disk, or `None` where there was nothing yet.
///
/// # Errors
/// The terminal failed, or the disk did and the person chose to stop.
pub fn visit(needs: Needs, plan: Option<Plan>) -> io::Result<Ended> {
    let Needs {
        keep,
        lock,
        folder,
        asker,
        words,
        today,
        farewell,
        command,
        notice,
        country,
    } = needs;
    let begun = plan.is_some();
    let mut plan = plan.unwrap_or_else(|| Plan {
        country,
        ..Plan::default()
    });
    let said = if begun {
        &words.engine.saved
    } else {
        &words.engine.nothing_saved
    };
    farewell.set(fill(said, &[("command", &command)]));
    let mut keep = |plan: &mut Plan, asker: &mut dyn Asker| -> io::Result<()> {
        if untouched(plan) {
            return Ok(());
        }
        stamp(plan, words, today);
        keep(plan, asker)
    };
    let mut locking = lock.map(|lock| move |plan: &Plan, asker: &mut dyn Asker| lock(plan, asker));
    let mut listen = steps::listener(words);
    let mut desk = Desk::new(asker, words, today, &mut keep);
    desk.sample = sample(words, &plan.country, today);
    desk.deeds = vec![steps::call::row(words), aloud::row(words)];
    desk.listen = Some(&mut listen);
    desk.lock = locking.as_mut().map(|locking| locking as &mut Lock);
    desk.carry(notice);
    let mut end = if begun {
        begin::again(&mut plan, &mut desk)?
    } else {
        begin::first(&mut plan, &mut desk)?
    };
    if !matches!(end, End::Hide | End::Leave) {
        end = home::home(&mut plan, &mut desk, &folder)?;
    }
    // Where a plan lies on this computer already, "nothing was kept" would not be true.
    let ended = match desk.elsewhere.filter(|_| plan.created.is_none()) {
        Some(Elsewhere::Paper) => Ended::OnPaper,
        Some(Elsewhere::Device) => Ended::Elsewhere,
        None if end == End::Hide => Ended::Hidden,
        None => Ended::Left,
    };
    if ended != Ended::Left {
        // Where they can open this computer, nothing of the talk stays on its screen.
        desk.asker.hide()?;
    }
    Ok(ended)
}

/// What a family holds at the end: the example's checklist, in print as it was on the day the example was last changed.
/// Its numbers are those of the family's own country.
fn sample(words: &Words, country: &str, today: NaiveDate) -> String {
    let mut example: Plan = serde_json::from_str(words.example).unwrap_or_default();
    example.country = country.to_string();
    sheets::text(&sheets::checklist(&example, words, example.changed.unwrap_or(today)))
}

/// True until it was asked who can open this computer: nothing is kept before that (visit 2).
fn untouched(plan: &Plan) -> bool {
    plan.created.is_none() && plan.visit.computer.is_unasked()
}

/// What to do with a wish on a page that is no question: `None` shows the page again.
fn elsewhere(wish: Wish, plan: &Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    match wish {
        Wish::Back | Wish::Skip | Wish::Later => Ok(Some(End::Home)),
        wish => wished(wish, plan, desk),
    }
}

/// Asks a question of the visit itself until it is answered; `Err(end)` where the person wants to go elsewhere.
fn choose(
    id: &str,
    ask: &str,
    rows: &[&str],
    before: Option<usize>,
    plan: &Plan,
    desk: &mut Desk,
) -> io::Result<Result<usize, End>> {
    loop {
        match desk.choose(id, ask, rows, before)? {
            Reply::Given(row) => return Ok(Ok(row)),
            Reply::Wish(wish) => {
                if let Some(end) = elsewhere(wish, plan, desk)? {
                    return Ok(Err(end));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::{Answered, Scripted};

    #[test]
    fn a_wish_in_danger_now_leads_there_from_a_page_as_from_a_question() {
        let words = Words::load("en", None).unwrap();
        for (wish, end) in [
            (Wish::Home, End::Home),
            (Wish::Hide, End::Hide),
            (Wish::Leave, End::Leave),
        ] {
            let mut asker = Scripted::new(vec![Answered::Wish(Wish::Danger), Answered::Wish(wish)]);
            let mut keep = |_: &mut Plan, _: &mut dyn Asker| Ok(());
            let mut desk = Desk::new(&mut asker, &words, NaiveDate::default(), &mut keep);
            let row = choose("steps", "", &["a", "b"], None, &Plan::default(), &mut desk).unwrap();
            assert_eq!(row, Err(end));
        }
    }

    #[test]
    fn what_a_family_gets_is_shown_with_the_numbers_of_its_own_country() {
        let words = Words::load("en", None).unwrap();
        let page = sample(&words, "gb", NaiveDate::default());
        assert!(page.contains("999") && !page.contains("911"));
    }
}
