//! What a signal says while autosave asks.

use std::{fs, io};

use secrecy::SecretString;

use super::tests::{loves, plan, read_only};
use super::*;
use crate::prompt::{Choice, PromptReply, Scripted, ScriptedReply};

/// Answers from a script, and notes at each question what a signal would have said then.
struct Overhears {
    script: Scripted,
    exit_message: ExitMessage,
    heard: Vec<(String, String)>,
}

impl Overhears {
    fn at(&mut self, prompt: &Prompt) {
        self.heard.push((prompt.id.clone(), self.exit_message.line()));
    }
}

impl Prompter for Overhears {
    fn show(&mut self, said: &Message) -> io::Result<()> {
        self.script.show(said)
    }

    fn line(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.at(prompt);
        self.script.line(prompt, before)
    }

    fn pick(&mut self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>> {
        self.at(prompt);
        self.script.pick(prompt, options, before)
    }

    fn pause(&mut self, prompt: &Prompt) -> io::Result<PromptReply<()>> {
        self.at(prompt);
        self.script.pause(prompt)
    }

    fn text(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.script.text(prompt, before)
    }

    fn tick(&mut self, prompt: &Prompt, options: &[Choice], before: &[bool]) -> io::Result<PromptReply<Vec<bool>>> {
        self.script.tick(prompt, options, before)
    }

    fn order(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> {
        self.script.order(prompt, items)
    }

    fn secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>> {
        self.script.secret(prompt)
    }

    fn hide(&mut self) -> io::Result<()> {
        self.script.hide()
    }
}

/// As `keeps`: what a signal would have said at each question, and after the last.
fn overheard(path: &Path, meanwhile: impl FnOnce(), replies: Vec<ScriptedReply>) -> Vec<(String, String)> {
    let words = Words::load("en", None).unwrap();
    let exit_message = ExitMessage::default();
    let (store, _) = Store::open::<Plan>(path, LISTS).unwrap();
    let mut autosave = Autosave::new(store, &words, NaiveDate::default(), "steadfast".into(), &exit_message);
    let mut prompter = Overhears {
        script: Scripted::new(replies),
        exit_message: exit_message.clone(),
        heard: Vec::new(),
    };
    autosave.save_as_is(&plan("one"), &mut prompter).unwrap();
    meanwhile();
    let _ = autosave.save_as_is(&plan("two"), &mut prompter);
    prompter.heard.push((String::new(), exit_message.line()));
    prompter.heard
}

fn saved(command: &str) -> String {
    fill_placeholders(Words::load("en", None).unwrap().engine.saved, &[("command", command)])
}

fn told(id: &str, line: &str) -> (String, String) {
    (id.into(), line.into())
}

#[test]
fn a_signal_at_the_question_of_two_plans_says_where_the_newest_answers_are() {
    let words = Words::load("en", None).unwrap();
    let own = &words.keeping.conflict;
    for (row, after) in [(0, &["mine", ""][..]), (2, &[""])] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let theirs = || fs::write(&path, serde_json::to_string(&plan("theirs")).unwrap()).unwrap();
        let heard = overheard(&path, theirs, vec![ScriptedReply::Pick(row), ScriptedReply::Enter]);
        assert_eq!(heard[0].0, "changed_underneath");
        // At the question, what was typed here lies beside under the name that is said; only then is it in the plan.
        let line = &heard[0].1;
        let (before, rest) = own.left.split_once("{ours}").unwrap();
        let ours = line.strip_prefix(before).unwrap().split(".json").next().unwrap();
        assert!(ours.contains("typed here, "), "{line}");
        assert_eq!(line.contains("steadfast"), rest.contains("{command}"), "{line}");
        let usual = saved("steadfast");
        let line = if row == 0 { &usual } else { line };
        let expected: Vec<_> = after.iter().map(|id| told(id, line)).collect();
        assert_eq!(heard[1..], expected);
    }
}

#[test]
fn a_signal_at_a_failed_save_says_that_it_is_not_saved_and_in_another_place_that_it_is() {
    let words = Words::load("en", None).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let stick = folder.path().join("stick.json");
    let replies = vec![
        ScriptedReply::Pick(1),
        ScriptedReply::Line(stick.to_str().unwrap().into()),
        ScriptedReply::Enter,
    ];
    let heard = overheard(&path, || read_only(&path, 0o400), replies);
    let unsaved = fill_placeholders(words.keeping.left_unsaved, &[("command", "steadfast")]);
    let there = saved(&format!("steadfast plan {}", quote_path(&stick)));
    let expected = [
        told("not_saved", &unsaved),
        told("save_elsewhere", &unsaved),
        told("moved", &there),
        told("", &there),
    ];
    assert_eq!(heard, expected);
}

#[test]
fn a_signal_where_the_plan_is_not_as_it_was_left_does_not_say_that_all_else_is_saved() {
    let words = Words::load("en", None).unwrap();
    let changed = fill_placeholders(words.keeping.left_changed, &[("command", "steadfast")]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let heard = overheard(&path, || fs::remove_file(&path).unwrap(), vec![ScriptedReply::Pick(2)]);
    assert_eq!(heard, [told("not_saved", &changed), told("", &changed)]);
    // Somebody else wrote it, and there is no room beside for what was typed here: a name can be too long.
    let path = folder.path().join(format!("{}.json", "n".repeat(230)));
    let theirs = || fs::write(&path, serde_json::to_string(&plan("theirs")).unwrap()).unwrap();
    let heard = overheard(&path, theirs, vec![ScriptedReply::Pick(2)]);
    assert_eq!(heard, [told("not_saved", &changed), told("", &changed)]);
    assert_eq!(loves(&path), "theirs");
}
