//! A passphrase typed by hand: the plan is locked, opened again for a visit, and what was typed never shows.

use std::fs;

use super::hands::ENTER;
use super::harness::{Home, Session};
use super::prompts::sentence;
use super::view::Waits;

const WORDS: &str = "seven calm rivers run";

impl Session {
    /// Types a passphrase once this stands on the screen. Nothing of it may show.
    fn secret(&mut self, question: &str) {
        self.sees(&sentence(question));
        self.wait("waited for the cursor", |view| {
            (view.line.starts_with(&sentence("lock.prompt")) && !view.raw).then_some(())
        });
        self.line(WORDS);
    }

    fn choose(&mut self, question: &str, row: &str) {
        self.sees(&sentence(question));
        assert_eq!(self.waits(), Waits::Rows);
        self.pick(&sentence(row));
    }
}

#[test]
fn a_plan_is_locked_by_hand_visited_and_left() {
    let home = Home::new().with_example();
    let Some(mut it) = Session::start_with(&home, 24, 80, &["lock"], &[]) else {
        return;
    };
    it.choose("lock.which_ask", "lock.mine");
    it.secret("lock.mine_ask");
    it.secret("lock.again");
    it.choose("lock.forgotten", "lock.lock_it");
    it.choose("lock.page_ask", "lock.page_no");
    assert_eq!(it.waits(), Waits::Enter);
    it.press(ENTER);
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true), "{}", ended.text);
    assert!(!ended.text.contains("calm rivers"), "{}", ended.text);
    assert!(fs::read(home.file()).unwrap().starts_with(b"age-encryption.org/v1\n"));

    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.secret("lock.ask");
    assert_eq!(it.waits(), Waits::Enter);
    it.press(ENTER);
    it.until("home");
    it.pick(&sentence("home.rows.leave"));
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true), "{}", ended.text);
    assert!(!ended.text.contains("calm rivers"), "{}", ended.text);
    assert!(fs::read(home.file()).unwrap().starts_with(b"age-encryption.org/v1\n"));

    // Ctrl-C, where nothing that is typed shows.
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.sees(&sentence("lock.ask"));
    it.wait("waited for the cursor", |view| {
        view.line.starts_with(&sentence("lock.prompt")).then_some(())
    });
    it.press("half\x03");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (130, true), "{}", ended.text);
    assert!(!ended.text.contains("half"), "{}", ended.text);
}

#[test]
fn they_can_open_this_computer_and_nothing_is_ever_kept_in_the_clear() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.until("danger");
    it.pick(&sentence("danger.answer.no"));
    it.until("visit.computer");
    it.pick(&sentence("choices.computer.they"));
    it.choose("engine.they_ask", "engine.they_lock");
    it.choose("lock.which_ask", "lock.mine");
    it.secret("lock.mine_ask");
    it.secret("lock.again");
    it.choose("lock.forgotten", "lock.lock_it");
    it.choose("lock.page_ask", "lock.page_no");
    assert_eq!(it.waits(), Waits::Enter);
    assert!(!home.file().exists(), "nothing was kept before the lock was there");
    it.press(ENTER);
    it.until("visit.length");
    it.wish("leave");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true), "{}", ended.text);
    for entry in fs::read_dir(home.folder()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() {
            fs::read(&path).unwrap()
        } else {
            Vec::new()
        };
        assert!(!String::from_utf8_lossy(&bytes).contains("format"), "{path:?}");
    }
    assert!(fs::read(home.file()).unwrap().starts_with(b"age-encryption.org/v1\n"));
}
