//! `steadfast` and `steadfast plan`: the visit from the first screen to leaving.

mod begin;
mod change;
mod country;
mod gate_lines;
mod home;
mod keep;
mod missing;
mod on_paper;
mod outcome;
mod own_task;
mod pages;
mod rehearse;
mod safety_again;
mod section_summary;
mod step_rows;
mod task_list;
mod tonight;

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::Value;

use crate::error::Error;
use crate::plan::{LISTS, Plan};
use crate::prompt::Prompter;
use crate::prompt::terminal_guard::ExitMessage;
use crate::session::{Destination, Reply, SaferPlace, Saver, Session, Stop, Undone, unless_home};
use crate::sheets;
use crate::steps;
use crate::store::document;
use crate::words::{Words, fill_placeholders};

use crate::app::update_derived;

pub(crate) use on_paper::blank_pages;
pub(crate) use task_list::{set_done, tick_tasks};

/// What a visit needs from outside.
pub struct VisitSetup<'a> {
    /// Keeps the plan on disk, and the line that is said on a signal true.
    pub saver: &'a mut dyn Saver,
    /// Where pages are saved.
    pub folder: PathBuf,
    /// What makes a PDF of one; else the first browser that is found.
    pub browser: Option<PathBuf>,
    /// How the person is asked.
    pub prompter: &'a mut dyn Prompter,
    /// What is said.
    pub words: &'a Words,
    /// Today.
    pub today: NaiveDate,
    /// The line said on a signal. From the first save on, autosave says what is so.
    pub exit_message: &'a ExitMessage,
    /// What to type to go on.
    pub command: String,
    /// What of the file could not be read, to be told at the first page after the neutral one; may be empty.
    pub notice: String,
    /// The country the computer seems to be in; empty if none is known.
    pub country: String,
    /// Straight to how the day went.
    pub to_outcome: bool,
}

/// Where pages are saved, and what makes a PDF of one.
struct PrintSetup {
    folder: PathBuf,
    browser: Option<PathBuf>,
}

/// How a visit ended, for what is said and printed after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VisitEnd {
    /// Left; the answers are kept.
    Left,
    /// Away at once: nothing is said.
    Hidden,
    /// On paper only: blank pages are printed, nothing was kept.
    OnPaper,
    /// On another device: nothing was kept.
    Elsewhere,
}

/// One visit. `plan` is what was on disk, or `None` if there was nothing yet.
///
/// # Errors
/// The terminal failed, or the disk did and the person chose to stop.
pub fn visit(needs: VisitSetup, plan: Option<Plan>) -> Result<VisitEnd, Error> {
    let VisitSetup {
        saver,
        folder,
        browser,
        prompter,
        words,
        today,
        exit_message,
        command,
        notice,
        country,
        to_outcome,
    } = needs;
    let print = PrintSetup { folder, browser };
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
    exit_message.set(fill_placeholders(said, &[("command", &command)]));
    let mut saver = VisitSaver { saver, words, today };
    let mut listen = steps::listener(words, today);
    let mut session = Session::new(prompter, words, today, &mut saver);
    session.sample = sample;
    session.item_actions = vec![steps::call::item_action(words), rehearse::item_action(words)];
    session.on_answer = Some(&mut listen);
    session.notice(notice);
    session.has_alarm = !begun;
    let begin = match begun {
        true => begin::return_visit(&mut plan, &mut session, to_outcome),
        false => begin::first_visit(&mut plan, &mut session, &print),
    };
    let ended = match unless_home(begin) {
        Ok(_) => home::home(&mut plan, &mut session, &print),
        Err(stop) => Err(stop),
    };
    let hidden = match ended {
        Err(Stop::Failed(error)) => return Err(error),
        Err(Stop::Go(to)) => to == Destination::Hide,
        Ok(()) => false,
    };
    end_of_visit(&plan, &mut session, hidden)
}

/// Keeps nothing before it was asked who can open this computer, and what follows from the answers with every save.
struct VisitSaver<'a> {
    saver: &'a mut dyn Saver,
    words: &'a Words,
    today: NaiveDate,
}

impl Saver for VisitSaver<'_> {
    fn save(&mut self, plan: &mut Plan, prompter: &mut dyn Prompter) -> Result<(), Stop> {
        if untouched(plan) {
            return Ok(());
        }
        update_derived(plan, self.words, self.today);
        self.saver.save(plan, prompter)
    }

    fn can_lock(&self) -> bool {
        self.saver.can_lock()
    }

    fn is_locked(&self) -> bool {
        self.saver.is_locked()
    }

    fn last_change(&self) -> Result<Option<[Option<Value>; 2]>, Stop> {
        self.saver.last_change()
    }

    fn undo(&mut self, plan: &mut Plan, prompter: &mut dyn Prompter) -> Result<Undone, Stop> {
        self.saver.undo(plan, prompter)
    }

    fn lock(&mut self, plan: &Plan, prompter: &mut dyn Prompter) -> Result<Reply<()>, Stop> {
        self.saver.lock(plan, prompter)
    }
}

/// How the visit ended; where they can open this computer, nothing of the talk stays on its screen.
fn end_of_visit(plan: &Plan, session: &mut Session, hidden: bool) -> Result<VisitEnd, Error> {
    // Where a plan lies on this computer already, "nothing was kept" would not be true.
    Ok(match session.safer_place.filter(|_| plan.created.is_none()) {
        Some(place) => {
            session.clear_screen()?;
            match place {
                SaferPlace::Paper => VisitEnd::OnPaper,
                SaferPlace::Device => VisitEnd::Elsewhere,
            }
        }
        None if hidden => VisitEnd::Hidden,
        None => VisitEnd::Left,
    })
}

/// What a family holds at the end, in short: that of the example, as it was on the day the example was last changed. Its
/// numbers are those of the family's own country.
fn sample(words: &Words, country: &str, today: NaiveDate) -> String {
    let read = document::read::<Plan>(words.example, LISTS);
    let mut example = read.map(|(plan, ..)| plan).unwrap_or_default();
    example.country = country.to_string();
    let page = sheets::text(&sheets::in_short(&example, words, example.changed.unwrap_or(today)));
    format!("{}\n\n{page}", words.engine.sample)
}

/// True until it was asked who can open this computer: nothing is kept before that (design#computer).
fn untouched(plan: &Plan) -> bool {
    plan.created.is_none() && plan.visit.computer.is_unasked()
}

/// Asks a question of the visit itself until it is answered; whoever does not want to goes home.
fn choose(
    id: &str,
    ask: &str,
    rows: &[&str],
    before: Option<usize>,
    plan: &Plan,
    session: &mut Session,
) -> Result<usize, Stop> {
    let row = session.choose(id, ask, rows, before, plan)?.given();
    row.ok_or(Stop::Go(Destination::Home))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prompt::{Action, Scripted, ScriptedReply};

    #[test]
    fn a_wish_in_danger_now_leads_there_from_a_page_as_from_a_question() {
        let words = Words::load("en", None).unwrap();
        for (action, end) in [
            (Action::Home, Destination::Home),
            (Action::Hide, Destination::Hide),
            (Action::Leave, Destination::Leave),
        ] {
            let mut prompter = Scripted::new(vec![
                ScriptedReply::Action(Action::Danger),
                ScriptedReply::Action(action),
            ]);
            let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
            let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
            let row = choose("steps", "", &["a", "b"], None, &Plan::default(), &mut session);
            assert!(matches!(row, Err(Stop::Go(to)) if to == end), "{row:?}");
        }
    }

    #[test]
    fn what_a_family_gets_is_shown_with_the_numbers_of_its_own_country() {
        let words = Words::load("en", None).unwrap();
        let page = sample(&words, "gb", NaiveDate::default());
        assert!(page.contains("999") && !page.contains("911") && page.contains(words.engine.sample));
        let said = page.lines().filter(|line| !line.is_empty());
        assert!(said.count() <= 20, "one screen: {page}");
    }
}
