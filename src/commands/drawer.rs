//! The drawer of a visit: keeps each answer, and asks what to do where that fails.

use std::io;
use std::path::Path;

use chrono::NaiveDate;

use crate::ask::leaving::Farewell;
use crate::ask::{Asker, Put, Reply, Said, Wish, slow};
use crate::error::Error;
use crate::plan::{LISTS, Plan};
use crate::readiness;
use crate::store::{Opened, Store, place};
use crate::words::{Words, fill, quoted, shown};

use super::keep::{label, put, stamp};
use super::lock::by_hand;
use super::reach::Reach;

/// How a visit's answers come to the disk. What is asked here is asked of a person whose answers stay in memory; nothing
/// is ever tried again by itself.
pub struct Drawer<'a> {
    store: Store,
    words: &'a Words,
    today: NaiveDate,
    command: String,
    farewell: &'a Farewell,
    warned: bool,
    /// True once something was kept.
    pub kept: bool,
    /// Why the visit was left from here.
    pub left: Option<Left>,
}

/// Why a visit was left from the drawer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// To go on with what somebody else wrote.
    ForTheOther,
    /// With a clean screen.
    Hidden,
    /// It was said what is so; both plans are kept.
    BothKept,
}

/// What came of keeping the plan in another place.
enum Elsewhere {
    Kept,
    /// It could not be kept there, and why.
    Failed(String),
    NotNamed,
    Hidden,
}

impl<'a> Drawer<'a> {
    /// A drawer over a store; `command` is what to type to go on.
    pub fn new(store: Store, words: &'a Words, today: NaiveDate, command: String, farewell: &'a Farewell) -> Self {
        Drawer {
            store,
            words,
            today,
            command,
            farewell,
            warned: false,
            kept: false,
            left: None,
        }
    }

    /// What to type to go on with the plan, which may have moved.
    pub fn command(&self) -> &str {
        &self.command
    }

    /// Keeps a stamped plan, asking on until it is kept or the person stops.
    ///
    /// # Errors
    /// The terminal failed; or the disk did, and the person chose to stop.
    pub fn keep(&mut self, plan: &Plan, asker: &mut dyn Asker) -> io::Result<()> {
        loop {
            // Until it is done, nobody can tell.
            self.bid(&self.words.keeping.left_unsaved, "");
            let words = self.words;
            match slow::told(&words.keeping.slow, || put(&mut self.store, plan, words)) {
                Ok(()) => break,
                Err(Error::BothKept { path, ours }) => return self.which(plan, &path, &ours, asker),
                Err(error) if error.is_settling() => {
                    self.kept();
                    // The file is in its place; once is enough to say that a power cut could undo it.
                    if !std::mem::replace(&mut self.warned, true) {
                        asker.say(&Said::strong(self.words.error(&error, &self.command)).fresh())?;
                        self.pause("settling", plan, asker)?;
                    }
                    break;
                }
                Err(error) => {
                    if self.unsaved(plan, error, asker)? {
                        break;
                    }
                }
            }
        }
        self.kept();
        Ok(())
    }

    /// Puts the plan under a passphrase; one that is locked already stays as it is. Where the disk fails, that is said
    /// and nothing is changed.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn lock(&mut self, plan: &Plan, asker: &mut dyn Asker) -> io::Result<Reply<()>> {
        if self.store.key().is_some() {
            return Ok(Reply::Given(()));
        }
        let reach = Reach::new(plan, self.words, self.today);
        match by_hand(&mut self.store, &reach, asker) {
            Err(Error::Terminal(error)) => Err(error),
            Err(Error::Hidden) => Ok(Reply::Wish(Wish::Hide)),
            Err(error) => {
                asker.say(&Said::strong(self.words.error(&error, &self.command)).fresh())?;
                let put = Put::new("lock.failed", "", &self.words.engine.go_on);
                Ok(match reach.pause(put, asker)? {
                    Reply::Wish(Wish::Hide) => Reply::Wish(Wish::Hide),
                    _ => Reply::Wish(Wish::Back),
                })
            }
            Ok(reply) => Ok(reply),
        }
    }

    fn kept(&mut self) {
        self.kept = true;
        self.bid(&self.words.engine.saved, "");
    }

    /// What is said when a signal ends the visit now.
    fn bid(&self, sentence: &str, ours: &str) {
        self.farewell
            .set(fill(sentence, &[("command", &self.command), ("ours", ours)]));
    }

    /// A save failed: try again (false), another place (true once it is kept there), or stop.
    fn unsaved(&mut self, plan: &Plan, error: Error, asker: &mut dyn Asker) -> io::Result<bool> {
        let engine = &self.words.engine;
        if !self.store.is_as_left() {
            // What was kept here before is not in the plan either, for all we know.
            self.bid(&self.words.keeping.left_changed, "");
        }
        let why = self.words.error(&error, &self.command);
        let mut said = fill(&engine.not_saved, &[("why", &why)]);
        let rows = [&engine.try_again, &self.words.keeping.elsewhere, &engine.stop_unsaved];
        loop {
            match self.pick("not_saved", &said, &engine.not_saved_ask, &rows, plan, asker)? {
                Some(0) => return Ok(false),
                Some(1) => match self.elsewhere(plan, asker)? {
                    Elsewhere::Kept => return Ok(true),
                    Elsewhere::Failed(why) => said = why,
                    Elsewhere::NotNamed => {}
                    Elsewhere::Hidden => return Err(error.into()),
                },
                None if self.left.is_none() => {
                    asker.say(&Said::strong(self.farewell.line()).fresh())?;
                    return Err(error.into());
                }
                _ => return Err(error.into()),
            }
        }
    }

    /// Asks for another place and keeps the plan there.
    fn elsewhere(&mut self, plan: &Plan, asker: &mut dyn Asker) -> io::Result<Elsewhere> {
        let own = &self.words.keeping;
        let put = Put {
            why: own.where_why.clone(),
            fresh: true,
            ..Put::new("save_elsewhere", &own.where_ask, &own.where_prompt)
        };
        let reach = Reach::new(plan, self.words, self.today);
        let mut path = match reach.ask(put, asker, |asker, put| asker.line(put, ""))? {
            Reply::Given(typed) => match place::typed(&typed) {
                Ok(path) => path,
                Err(error) => return Ok(Elsewhere::Failed(self.words.error(&error, &self.command))),
            },
            Reply::Wish(Wish::Hide) => {
                self.left = Some(Left::Hidden);
                return Ok(Elsewhere::Hidden);
            }
            Reply::Wish(_) => return Ok(Elsewhere::NotNamed),
        };
        if path.is_dir() {
            path.push(self.store.path().file_name().unwrap_or_default());
        }
        // A folder that is made because a letter is wrong would look like the stick that was meant.
        let folder = path.parent().unwrap_or(&path);
        if !folder.is_dir() {
            return Ok(Elsewhere::Failed(fill(&own.no_folder, &[("path", &shown(folder))])));
        }
        if let Err(error) = self.store.keep_at(plan, &path) {
            return Ok(Elsewhere::Failed(self.words.error(&error, &self.command)));
        }
        self.command = format!("steadfast plan {}", quoted(&path));
        self.kept();
        let said = fill(&own.moved, &[("path", &shown(&path)), ("command", &self.command)]);
        asker.say(&Said::strong(said).fresh())?;
        self.pause("moved", plan, asker)?;
        Ok(Elsewhere::Kept)
    }

    /// Somebody else wrote the plan meanwhile, and both are kept: which one to go on with.
    fn which(&mut self, plan: &Plan, path: &Path, ours: &Path, asker: &mut dyn Asker) -> io::Result<()> {
        let own = &self.words.keeping.conflict;
        let (path_shown, ours_shown) = (shown(path), shown(ours));
        self.bid(&own.left, &ours_shown);
        // Over a plan whose passphrase is not known here nothing is written: with ours, its key would open nothing.
        let shut = self.store.is_shut();
        let said = match (shut, self.store.key()) {
            (false, _) => own.said.clone(),
            (true, Some(_)) => own.locked.clone(),
            (true, None) => format!("{} {}", own.locked, own.ours_open),
        };
        let both = [("path", path_shown.as_str()), ("ours", ours_shown.as_str())];
        let rows = [&own.mine, &own.theirs, &own.leave];
        let first = usize::from(shut);
        let picked = self.pick(
            "changed_underneath",
            &fill(&said, &both),
            &own.ask,
            &rows[first..],
            plan,
            asker,
        )?;
        match picked.map(|row| row + first) {
            Some(0) => {
                let other = self.store.copy_file(&label(&self.words.keeping.other_one))?;
                self.store.keep_over(plan)?;
                // What was put beside is the plan itself now.
                let _ = self.store.remove_copy(ours);
                self.kept();
                asker.say(&Said::plain(fill(&own.mine_done, &[("other", &shown(&other))])).fresh())?;
                self.pause("mine", plan, asker)?;
                Ok(())
            }
            other => {
                if other == Some(1) {
                    self.as_careful_as(plan)?;
                }
                self.left = self.left.or(Some(match other {
                    Some(1) => Left::ForTheOther,
                    _ => Left::BothKept,
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
    fn as_careful_as(&mut self, plan: &Plan) -> Result<(), Error> {
        let Ok(Opened::Found { plan: mut other, .. }) = self.store.reload::<Plan>(LISTS) else {
            // What cannot be read is asked about when it is opened.
            return Ok(());
        };
        let gate = other.safety.gate.clone();
        let careful = readiness::hold_as(&mut other, plan);
        stamp(&mut other, self.words, self.today);
        if careful || other.safety.gate != gate {
            put(&mut self.store, &other, self.words)?;
        }
        Ok(())
    }

    /// Waits for Enter. Hide ends the visit: all of it is kept.
    fn pause(&mut self, id: &str, plan: &Plan, asker: &mut dyn Asker) -> io::Result<()> {
        let reach = Reach::new(plan, self.words, self.today);
        let put = Put::new(id, "", &self.words.engine.go_on);
        match reach.pause(put, asker)? {
            Reply::Wish(Wish::Hide) => {
                self.left = Some(Left::Hidden);
                Err(Error::Hidden.into())
            }
            _ => Ok(()),
        }
    }

    /// One of the rows, with what is so above them; `None` to leave, or to hide. Nothing else is an answer.
    fn pick(
        &mut self,
        id: &str,
        said: &str,
        ask: &str,
        rows: &[&String],
        plan: &Plan,
        asker: &mut dyn Asker,
    ) -> io::Result<Option<usize>> {
        let reach = Reach::new(plan, self.words, self.today);
        let put = Put {
            above: vec![Said::strong(said)],
            fresh: true,
            ..Put::new(id, ask, &self.words.home.prompt)
        };
        loop {
            match reach.pick(put.clone(), rows, Some(0), asker)? {
                Reply::Given(row) => return Ok(Some(row)),
                Reply::Wish(Wish::Leave) => return Ok(None),
                Reply::Wish(Wish::Hide) => {
                    self.left = Some(Left::Hidden);
                    return Ok(None);
                }
                Reply::Wish(_) => {}
            }
        }
    }
}

#[cfg(all(test, unix))]
#[path = "drawer_tests.rs"]
mod tests;

#[cfg(all(test, unix))]
#[path = "drawer_farewell_tests.rs"]
mod farewell_tests;
