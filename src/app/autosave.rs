//! Autosave: writes the plan after each answer, and asks what to do if that fails.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use crate::error::Error;
use crate::plan::{LISTS, Plan};
use crate::prompt::terminal_guard::ExitMessage;
use crate::prompt::{Message, Prompt, Prompter, slow_notice};
use crate::readiness;
use crate::store::file::ignore_unsynced;
use crate::store::{Opened, Store, Version, check_encryption, place};
use crate::words::{Words, display_path, fill_placeholders, quote_path};

use super::{lock_plan, undo};
use crate::app::save::{restore_version, save_as_is, update_derived, version_label};
use crate::session::{Destination, Dialog, Reply, Saver, Stop, Undone};

/// How a visit's answers come to the disk. What is asked here is asked of a person whose answers stay in memory;
/// nothing is ever tried again by itself.
pub struct Autosave<'a> {
    store: Store,
    words: &'a Words,
    today: NaiveDate,
    command: String,
    exit_message: &'a ExitMessage,
    warned: bool,
    /// The version that the next save goes back to.
    back_to: Option<Version>,
    /// True once something was kept.
    pub kept: bool,
    /// Why the visit was left from here.
    pub left: Option<AutosaveEnd>,
}

/// Why a visit ended while saving.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AutosaveEnd {
    /// To go on with what somebody else wrote.
    ForTheOther,
    /// With a clean screen.
    Hidden,
    /// It was said what is so; both plans are kept.
    BothKept,
}

/// What came of keeping the plan in another place.
enum ElsewhereReply {
    Kept,
    /// It could not be kept there, and why.
    Failed(String),
    NotNamed,
    Hidden,
}

impl Saver for Autosave<'_> {
    fn save(&mut self, plan: &mut Plan, prompter: &mut dyn Prompter) -> Result<(), Stop> {
        update_derived(plan, self.words, self.today);
        self.save_as_is(plan, prompter)
    }

    fn can_lock(&self) -> bool {
        check_encryption().is_ok()
    }

    fn is_locked(&self) -> bool {
        self.store.key().is_some()
    }

    fn last_change(&self) -> Result<Option<[Option<Value>; 2]>, Stop> {
        let version = undo::version_before(&self.store)?;
        let both =
            |version: Version| [&version.path, self.store.path()].map(|path| undo::value(path, self.store.key()));
        Ok(version.map(both))
    }

    fn undo(&mut self, plan: &mut Plan, prompter: &mut dyn Prompter) -> Result<Undone, Stop> {
        let Some(version) = undo::version_before(&self.store)? else {
            return Ok(Undone::Failed(self.words.commands.history.nothing.into()));
        };
        match undo::older_plan(&mut self.store, &version, plan, self.words, self.today) {
            Ok((older, careful)) => {
                *plan = older;
                self.back_to = Some(version);
                self.save(plan, prompter)?;
                Ok(Undone::Done(careful))
            }
            Err(error) => Ok(Undone::Failed(self.words.error(&error, &self.command))),
        }
    }

    /// Puts the plan under a passphrase; one that is locked already stays as it is. If the disk fails, that is said
    /// and nothing is changed.
    fn lock(&mut self, plan: &Plan, prompter: &mut dyn Prompter) -> Result<Reply<()>, Stop> {
        if self.is_locked() {
            return Ok(Reply::Given(()));
        }
        let dialog = Dialog::new(plan, self.words, self.today);
        match lock_plan(&mut self.store, &dialog, prompter) {
            Err(stop @ Stop::Failed(Error::Terminal(_))) => Err(stop),
            Err(Stop::Failed(Error::Hidden)) => Err(Stop::Go(Destination::Hide)),
            Err(Stop::Failed(error)) => {
                prompter.show(&Message::strong(self.words.error(&error, &self.command)).fresh())?;
                let prompt = Prompt::new("lock.failed", "", self.words.engine.go_on);
                match dialog.pause(prompt, prompter) {
                    Err(Stop::Go(Destination::Home | Destination::Leave)) => Ok(Reply::Back),
                    reply => reply.map(|_| Reply::Back),
                }
            }
            reply => reply,
        }
    }
}

impl<'a> Autosave<'a> {
    /// Autosave to a store; `command` is what to type to go on.
    pub fn new(
        store: Store,
        words: &'a Words,
        today: NaiveDate,
        command: String,
        exit_message: &'a ExitMessage,
    ) -> Self {
        Autosave {
            store,
            words,
            today,
            command,
            exit_message,
            warned: false,
            back_to: None,
            kept: false,
            left: None,
        }
    }

    /// What to type to go on with the plan, which may have moved.
    pub fn command(&self) -> &str {
        &self.command
    }

    /// Writes a stamped plan; an undo says which version it goes back to.
    fn write(&mut self, plan: &Plan) -> Result<(), Error> {
        let saved = match &self.back_to {
            Some(version) => restore_version(&mut self.store, plan, version, self.words),
            None => save_as_is(&mut self.store, plan, self.words),
        };
        if saved.as_ref().err().is_none_or(Error::is_only_unsynced) {
            self.back_to = None;
        }
        saved
    }

    /// Keeps a stamped plan, asking on until it is kept or the person stops.
    ///
    /// # Errors
    /// The terminal failed; or the disk did, and the person chose to stop.
    pub fn save_as_is(&mut self, plan: &Plan, prompter: &mut dyn Prompter) -> Result<(), Stop> {
        loop {
            // Until it is done, nobody can tell.
            self.set_exit_message(self.words.keeping.left_unsaved, "");
            let words = self.words;
            match slow_notice::notify_if_slow(words.keeping.slow, || self.write(plan)) {
                Ok(()) => break,
                Err(Error::BothKept { path, ours }) => return self.resolve_conflict(plan, &path, &ours, prompter),
                Err(error) if error.is_only_unsynced() => {
                    self.note_saved();
                    // The file is in its place; once is enough to say that a power cut could undo it.
                    if !std::mem::replace(&mut self.warned, true) {
                        prompter.show(&Message::strong(self.words.error(&error, &self.command)).fresh())?;
                        self.pause("settling", plan, prompter)?;
                    }
                    break;
                }
                Err(error) => {
                    if self.handle_failure(plan, error, prompter)? {
                        break;
                    }
                }
            }
        }
        self.note_saved();
        Ok(())
    }

    fn note_saved(&mut self) {
        self.kept = true;
        self.set_exit_message(self.words.engine.saved, "");
    }

    /// What is said when a signal ends the visit now.
    fn set_exit_message(&self, sentence: &str, ours: &str) {
        self.exit_message.set(fill_placeholders(
            sentence,
            &[("command", &self.command), ("ours", ours)],
        ));
    }

    /// A save failed: try again (false), another place (true once it is kept there), or stop.
    fn handle_failure(&mut self, plan: &Plan, error: Error, prompter: &mut dyn Prompter) -> Result<bool, Stop> {
        let engine = &self.words.engine;
        if !self.store.is_as_left() {
            // What was kept here before is not in the plan either, for all we know.
            self.set_exit_message(self.words.keeping.left_changed, "");
        }
        let why = self.words.error(&error, &self.command);
        let mut said = fill_placeholders(engine.not_saved, &[("why", &why)]);
        let rows = [engine.try_again, self.words.keeping.elsewhere, engine.stop_unsaved];
        loop {
            match self.pick("not_saved", &said, engine.not_saved_ask, &rows, plan, prompter)? {
                Some(0) => return Ok(false),
                Some(1) => match self.save_elsewhere(plan, prompter)? {
                    ElsewhereReply::Kept => return Ok(true),
                    ElsewhereReply::Failed(why) => said = why,
                    ElsewhereReply::NotNamed => {}
                    ElsewhereReply::Hidden => return Err(error.into()),
                },
                None if self.left.is_none() => {
                    prompter.show(&Message::strong(self.exit_message.line()).fresh())?;
                    return Err(error.into());
                }
                _ => return Err(error.into()),
            }
        }
    }

    /// Asks for another place and keeps the plan there.
    fn save_elsewhere(&mut self, plan: &Plan, prompter: &mut dyn Prompter) -> Result<ElsewhereReply, Stop> {
        let own = &self.words.keeping;
        let prompt = Prompt {
            why: own.where_why.into(),
            fresh: true,
            ..Prompt::new("save_elsewhere", own.where_ask, own.where_prompt)
        };
        let dialog = Dialog::new(plan, self.words, self.today);
        let mut path = match dialog.line(prompt, prompter) {
            Ok(Reply::Given(typed)) => match place::typed(&typed) {
                Ok(path) => path,
                Err(error) => return Ok(ElsewhereReply::Failed(self.words.error(&error, &self.command))),
            },
            Err(Stop::Go(Destination::Hide)) => {
                self.left = Some(AutosaveEnd::Hidden);
                return Ok(ElsewhereReply::Hidden);
            }
            Err(stop @ Stop::Failed(_)) => return Err(stop),
            Ok(_) | Err(Stop::Go(_)) => return Ok(ElsewhereReply::NotNamed),
        };
        if path.is_dir() {
            path.push(self.store.path().file_name().unwrap_or_default());
        }
        // A folder that is made because a letter is wrong would look like the stick that was meant.
        let folder = path.parent().unwrap_or(&path);
        if !folder.is_dir() {
            return Ok(ElsewhereReply::Failed(fill_placeholders(
                own.no_folder,
                &[("path", &display_path(folder))],
            )));
        }
        if let Err(error) = self.store.save_at(plan, &path) {
            return Ok(ElsewhereReply::Failed(self.words.error(&error, &self.command)));
        }
        self.command = format!("steadfast plan {}", quote_path(&path));
        self.note_saved();
        let said = fill_placeholders(own.moved, &[("path", &display_path(&path)), ("command", &self.command)]);
        prompter.show(&Message::strong(said).fresh())?;
        self.pause("moved", plan, prompter)?;
        Ok(ElsewhereReply::Kept)
    }

    /// Somebody else wrote the plan meanwhile, and both are kept: which one to go on with.
    fn resolve_conflict(
        &mut self,
        plan: &Plan,
        path: &Path,
        ours: &Path,
        prompter: &mut dyn Prompter,
    ) -> Result<(), Stop> {
        let own = &self.words.keeping.conflict;
        let (path_shown, ours_shown) = (display_path(path), display_path(ours));
        self.set_exit_message(own.left, &ours_shown);
        // Over a plan whose passphrase is not known here nothing is written: with ours, its key would open nothing.
        let shut = self.store.is_fully_encrypted();
        let said = match (shut, self.store.key()) {
            (false, _) => own.said.into(),
            (true, Some(_)) => own.locked.into(),
            (true, None) => format!("{} {}", own.locked, own.ours_open),
        };
        let both = [("path", path_shown.as_str()), ("ours", ours_shown.as_str())];
        let rows = [own.mine, own.theirs, own.leave];
        let first = usize::from(shut);
        let picked = self.pick(
            "changed_underneath",
            &fill_placeholders(&said, &both),
            own.ask,
            &rows[first..],
            plan,
            prompter,
        )?;
        match picked.map(|row| row + first) {
            Some(0) => {
                let other = self.store.copy_file(&version_label(self.words.keeping.other_one))?;
                ignore_unsynced(self.store.save_over(plan))?;
                // What was put beside is the plan itself now.
                let _ = self.store.remove_copy(ours);
                self.note_saved();
                prompter.show(
                    &Message::plain(fill_placeholders(own.mine_done, &[("other", &display_path(&other))])).fresh(),
                )?;
                self.pause("mine", plan, prompter)?;
                Ok(())
            }
            other => {
                if other == Some(1) {
                    self.raise_gate_of_other(plan)?;
                }
                self.left = self.left.or(Some(match other {
                    Some(1) => AutosaveEnd::ForTheOther,
                    _ => AutosaveEnd::BothKept,
                }));
                Err(Error::BothKept {
                    path: path.into(),
                    ours: ours.into(),
                }
                .into())
            }
        }
    }

    /// Makes what somebody else wrote at least as careful as what was said here: of the answers that are not kept, only
    /// this window knows.
    fn raise_gate_of_other(&mut self, plan: &Plan) -> Result<(), Error> {
        let Ok(Opened::Found { plan: mut other, .. }) = self.store.reload::<Plan>(LISTS) else {
            // What cannot be read is asked about when it is opened.
            return Ok(());
        };
        let gate = other.safety.gate.clone();
        let careful = readiness::raise_to_match(&mut other, plan);
        update_derived(&mut other, self.words, self.today);
        if careful || other.safety.gate != gate {
            save_as_is(&mut self.store, &other, self.words)?;
        }
        Ok(())
    }

    /// Waits for Enter. Hide ends the visit: all of it is kept.
    fn pause(&mut self, id: &str, plan: &Plan, prompter: &mut dyn Prompter) -> Result<(), Stop> {
        let dialog = Dialog::new(plan, self.words, self.today);
        let prompt = Prompt::new(id, "", self.words.engine.go_on);
        match dialog.pause(prompt, prompter) {
            Err(Stop::Go(Destination::Hide)) => {
                self.left = Some(AutosaveEnd::Hidden);
                Err(Stop::Go(Destination::Hide))
            }
            Err(stop @ Stop::Failed(_)) => Err(stop),
            _ => Ok(()),
        }
    }

    /// One of the rows, with what is so above them; `None` to leave, or to hide. Nothing else is an answer.
    fn pick(
        &mut self,
        id: &str,
        said: &str,
        ask: &str,
        rows: &[&str],
        plan: &Plan,
        prompter: &mut dyn Prompter,
    ) -> Result<Option<usize>, Stop> {
        let dialog = Dialog::new(plan, self.words, self.today);
        let prompt = Prompt {
            above: vec![Message::strong(said)],
            fresh: true,
            ..Prompt::new(id, ask, self.words.home.prompt)
        };
        loop {
            match dialog.pick(prompt.clone(), rows, Some(0), prompter) {
                Ok(Reply::Given(row)) => return Ok(Some(row)),
                Err(Stop::Go(Destination::Leave)) => return Ok(None),
                Err(Stop::Go(Destination::Hide)) => {
                    self.left = Some(AutosaveEnd::Hidden);
                    return Ok(None);
                }
                Err(stop @ Stop::Failed(_)) => return Err(stop),
                Ok(_) | Err(Stop::Go(Destination::Home)) => {}
            }
        }
    }
}

#[cfg(all(test, unix))]
#[path = "autosave_tests.rs"]
mod tests;

#[cfg(all(test, unix))]
#[path = "autosave_farewell_tests.rs"]
mod farewell_tests;
