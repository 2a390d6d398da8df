//! Every prompt of a command hears each key that leads elsewhere: help and danger come back to it, home and leave end
//! the command with nothing begun or with a word of what was done, and going away at once says nothing. The visit's
//! prompts are in `tests/every_prompt.rs`, those of a save that failed in `app/autosave_tests.rs`.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;
use std::{fs, io};

use secrecy::SecretString;

use super::delete::delete;
use super::done::done;
use super::lock::{change, lock};
use super::plan::plan;
use super::sheet::sheet;
use crate::app::test_context::TestContext;
use crate::app::{Context, Exit};
use crate::cli::{PageFormat, PrintOptions};
use crate::error::Error;
use crate::plan::{LISTS, Plan};
use crate::prompt::{
    Action, Choice, Message, Prompt, PromptKind, PromptReply, Prompter, Scripted, ScriptedReply as Reply,
};
use crate::store::Store;

const PASSPHRASE: &str = "seven calm rivers run";

/// A prompter that can still be read when the command is over.
#[derive(Clone)]
struct Watched(Rc<RefCell<Scripted>>);

impl Prompter for Watched {
    fn show(&mut self, said: &Message) -> io::Result<()> {
        self.0.borrow_mut().show(said)
    }

    fn line(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.0.borrow_mut().line(prompt, before)
    }

    fn text(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.0.borrow_mut().text(prompt, before)
    }

    fn pick(&mut self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>> {
        self.0.borrow_mut().pick(prompt, options, before)
    }

    fn tick(&mut self, prompt: &Prompt, options: &[Choice], before: &[bool]) -> io::Result<PromptReply<Vec<bool>>> {
        self.0.borrow_mut().tick(prompt, options, before)
    }

    fn order(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> {
        self.0.borrow_mut().order(prompt, items)
    }

    fn secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>> {
        self.0.borrow_mut().secret(prompt)
    }

    fn pause(&mut self, prompt: &Prompt) -> io::Result<PromptReply<()>> {
        self.0.borrow_mut().pause(prompt)
    }

    fn hide(&mut self) -> io::Result<()> {
        self.0.borrow_mut().hide()
    }
}

/// A command, what lies there when it begins, and what is answered in it.
struct Road {
    begin: fn() -> TestContext,
    command: fn(&mut Context) -> Result<Exit, Error>,
    replies: Vec<Reply>,
}

fn example() -> TestContext {
    let trial = TestContext::new();
    trial.write_example(|_| {});
    trial
}

fn closed() -> TestContext {
    let trial = TestContext::new();
    trial.write_example(|plan| plan["safety"]["gate"] = "closed".into());
    trial
}

fn by_hand(labels: &[&str]) -> Vec<Reply> {
    let words = TestContext::new().run(|context| context.words.lock.mine);
    let secret = || Reply::Secret(PASSPHRASE.into());
    let rows = labels.iter().map(|label| Reply::PickLabel((*label).into()));
    [Reply::PickLabel(words.into()), secret(), secret()]
        .into_iter()
        .chain(rows)
        .collect()
}

/// The example under a passphrase. It is locked once: that takes its time.
fn locked() -> TestContext {
    static FILES: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    let trial = TestContext::new();
    for (path, bytes) in FILES.get_or_init(|| files(&lock_the_example()).into_iter().collect()) {
        fs::write(trial.path().with_file_name(path.file_name().unwrap()), bytes).unwrap();
    }
    trial
}

fn lock_the_example() -> TestContext {
    let mut trial = example();
    trial.prompter = Some(Box::new(Scripted::new(by_hand(&[
        trial.run(|context| context.words.lock.lock_it)
    ]))));
    trial.run(|context| lock(false, context)).unwrap();
    trial
}

/// The example with a page beside it that was saved from it.
fn with_a_page() -> TestContext {
    let mut trial = example();
    let printing = PrintOptions {
        out: Some(trial.path().with_file_name("page.txt").to_str().unwrap().into()),
        ..PrintOptions::default()
    };
    trial
        .run(|context| sheet(Some("driver"), None, &printing, context))
        .unwrap();
    trial
}

fn damaged() -> TestContext {
    let mut trial = example();
    trial.run(|context| done(&["naloxone".into()], false, context)).unwrap();
    trial.write("{\"format\": 1, ");
    trial
}

/// In a terminal, where it is asked if paper is safe.
fn print(context: &mut Context) -> Result<Exit, Error> {
    (context.surroundings.stdin_tty, context.surroundings.stderr_tty) = (true, true);
    let printing = PrintOptions {
        format: Some(PageFormat::Text),
        ..PrintOptions::default()
    };
    sheet(Some("checklist"), None, &printing, context)
}

/// While another window works on the plan.
fn second_window(context: &mut Context) -> Result<Exit, Error> {
    let path = context.plan_path()?;
    let mut other = Store::open::<Plan>(&path, LISTS)?.0;
    other.lock();
    plan(context)
}

fn roads() -> Vec<Road> {
    let mut trial = TestContext::new();
    let words = trial.run(|context| context.words.lock);
    let row = |label: &str| Reply::PickLabel(label.into());
    let secret = || Reply::Secret(PASSPHRASE.into());
    let road = |begin, command, replies| Road {
        begin,
        command,
        replies,
    };
    let off: fn(&mut Context) -> _ = |context| lock(true, context);
    let on: fn(&mut Context) -> _ = |context| lock(false, context);
    vec![
        road(example, on, vec![row(words.seven), Reply::Enter]),
        road(example, on, by_hand(&[words.lock_it, words.page_yes])),
        road(with_a_page, on, by_hand(&[words.lock_it, words.pages_remove])),
        road(locked, off, vec![secret(), row(words.off_yes)]),
        road(locked, change, vec![secret(), row(words.mine), secret(), secret()]),
        road(example, delete, vec![]),
        road(closed, print, vec![]),
        road(damaged, plan, vec![]),
        road(example, second_window, vec![Reply::Pick(2)]),
    ]
}

/// What came of a command.
struct Met {
    ended: Result<Exit, Error>,
    asked: Vec<String>,
    hidden: bool,
    /// Nothing that was there is another now, and nothing came.
    unchanged: bool,
    /// Something was said in the end.
    said: bool,
}

fn files(trial: &TestContext) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = trial.path().parent().unwrap().to_path_buf();
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let known = entries.filter(|path| path.is_file() && !path.to_string_lossy().ends_with(".lock"));
    known.map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

/// The first replies of a road, then these, and then nothing more.
fn pressed(road: &Road, replies: usize, then: &[Reply]) -> Met {
    let mut trial = (road.begin)();
    let before = files(&trial);
    let answers = road.replies[..replies.min(road.replies.len())].iter().chain(then);
    let watched = Watched(Rc::new(RefCell::new(Scripted::new(answers.cloned().collect()))));
    trial.prompter = Some(Box::new(watched.clone()));
    (trial.out, trial.err) = (Vec::new(), Vec::new());
    let ended = trial.run(road.command);
    let scripted = watched.0.borrow();
    let last = scripted.transcript().last().map(|seen| seen.kind);
    Met {
        ended,
        asked: scripted.asked().into_iter().map(String::from).collect(),
        hidden: last == Some(PromptKind::Hide),
        unchanged: files(&trial) == before,
        said: !trial.out.is_empty() || !trial.err.is_empty() || last == Some(PromptKind::Say),
    }
}

/// What the keys do at a prompt that is asked after so many replies, where it is not as it should be.
fn faults(road: &Road, replies: usize, id: &str) -> Vec<String> {
    let action = |action: Action| Reply::Action(action);
    let no = Reply::PickLabel(TestContext::new().run(|context| context.words.danger.answer.no.into()));
    // Help and danger come back; what is left then ends.
    let stays = [action(Action::Help), action(Action::Danger), no, action(Action::Leave)];
    let mut faults = Vec::new();
    for (keys, behind) in [
        (&stays[..], &[id, "danger", id][..]),
        (&[action(Action::Home)], &[]),
        (&[action(Action::Back)], &[]),
        (&[action(Action::Hide)], &[]),
    ] {
        let met = pressed(road, replies, keys);
        let after = &met.asked[replies + 1..];
        let quiet = match keys {
            [Reply::Action(Action::Hide)] => after.is_empty() && met.hidden && (met.ended.is_err() || met.said),
            // Back may lead to the question before; what was done is said.
            [Reply::Action(Action::Back)] => met.unchanged || met.said || !after.is_empty(),
            // A visit begins behind it.
            [Reply::Action(Action::Home)] if id == "aside" => after == ["neutral"],
            // What is locked is told to the end, whatever is not answered any more.
            _ if after.last().is_some_and(|last| last == "lock.done") => after[..behind.len()] == *behind && met.said,
            _ => after == behind && (met.unchanged || met.said),
        };
        if !quiet {
            let (ended, unchanged, said) = (met.ended, met.unchanged, met.said);
            faults.push(format!(
                "{keys:?} at {id}: then {after:?}, {ended:?}, unchanged {unchanged}, said {said}"
            ));
        }
    }
    faults
}

#[test]
fn every_prompt_of_a_command_hears_every_key_that_leads_elsewhere() {
    let (mut known, mut found) = (BTreeSet::new(), Vec::new());
    for road in roads() {
        let asked = pressed(&road, road.replies.len(), &[]).asked;
        assert!(
            asked.len() >= road.replies.len(),
            "the road ends early: {asked:?}, {:?}",
            road.replies
        );
        for (replies, id) in asked.iter().enumerate().take(road.replies.len() + 1) {
            if known.insert(id.clone()) {
                found.extend(faults(&road, replies, id));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    for id in [
        "lock.which",
        "lock.words",
        "lock.typed",
        "lock.first",
        "lock.again",
        "lock.agreed",
        "lock.page",
        "lock.done",
        "lock.pages",
        "lock.pages.sure",
        "lock.off",
        "passphrase",
        "delete",
        "paper",
        "damaged",
        "second_window",
        "aside",
    ] {
        assert!(known.contains(id), "no road leads to {id}: {known:?}");
    }
}
