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
fn no_key_stops_the_program_where_a_passphrase_is_typed_unseen() {
    let home = Home::new().with_example();
    for args in [&["lock"][..], &["lock", "--plain"]] {
        let Some(mut it) = Session::start_with(&home, 24, 80, args, &[]) else {
            return;
        };
        it.sees(&sentence("lock.which_ask"));
        it.waits();
        it.pick(&sentence("lock.mine"));
        it.sees(&sentence("lock.mine_ask"));
        it.wait("waited for the cursor", |view| {
            (view.line.starts_with(&sentence("lock.prompt")) && !view.raw).then_some(())
        });
        it.press("\x1a\x1c");
        it.line(WORDS);
        // The two keys are letters now, and refused as such.
        it.sees(&sentence("lock.prompt"));
        it.signal("QUIT");
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (131, true), "{}", ended.text);
        assert!(!ended.text.contains("calm rivers"), "{}", ended.text);
    }
}

/// Whether these bytes stand anywhere in the memory of a process; `None`, with a line that says so, where nobody may
/// look.
#[cfg(target_os = "linux")]
fn remembers(pid: &str, bytes: &[u8]) -> Option<bool> {
    use std::os::unix::fs::FileExt;
    let maps = fs::read_to_string(format!("/proc/{pid}/maps"));
    let memory = fs::File::open(format!("/proc/{pid}/mem"));
    let (Ok(maps), Ok(memory)) = (maps, memory) else {
        eprintln!("skipped: the memory of another process cannot be read here");
        return None;
    };
    let number = |hex: &str| u64::from_str_radix(hex, 16).ok();
    let parts = maps.lines().filter(|line| line.contains(" rw")).filter_map(|line| {
        let (from, to) = line.split_once(' ')?.0.split_once('-')?;
        Some((number(from)?, number(to)?))
    });
    let mut found = false;
    for (from, to) in parts {
        let mut part = vec![0; usize::try_from(to - from).ok()?];
        if memory.read_exact_at(&mut part, from).is_ok() {
            found |= part.windows(bytes.len()).any(|window| window == bytes);
        }
    }
    Some(found)
}

#[cfg(target_os = "linux")]
#[test]
fn a_passphrase_is_not_in_the_memory_of_the_visit_it_opened() {
    let home = Home::new().with_example();
    let file = home.folder().with_extension("words");
    fs::write(&file, WORDS).unwrap();
    let args = ["lock", "--passphrase-file", file.to_str().unwrap()];
    let Some(it) = Session::start_with(&home, 24, 80, &args, &[]) else {
        return;
    };
    assert_eq!(it.end().code, 0);
    for args in [&[][..], &["--plain"]] {
        let mut it = Session::start_with(&home, 24, 80, args, &[]).unwrap();
        it.secret("lock.ask");
        assert_eq!(it.waits(), Waits::Enter);
        // What the plan says is there, so that a search that finds nothing cannot pass.
        let Some(known) = remembers(&it.pid(), b"Juniper") else {
            return;
        };
        assert!(known, "{args:?}");
        let passphrase = remembers(&it.pid(), &WORDS.as_bytes()[1..]);
        assert_eq!(passphrase, Some(false), "{args:?}");
    }
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
    it.action("leave");
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

/// Waits at a passphrase that is half typed.
fn half_a_passphrase(it: &mut Session, question: &str) {
    it.sees(&sentence(question));
    it.wait("waited for the cursor", |view| {
        (view.line.starts_with(&sentence("lock.prompt")) && !view.raw).then_some(())
    });
    it.press("half");
}

#[test]
fn a_signal_at_a_passphrase_or_at_the_word_that_deletes_changes_nothing_and_shows_nothing() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let home = Home::new().with_example();
        let plain = fs::read(home.file()).unwrap();
        let ends = |mut it: Session, before: &[u8]| {
            it.signal(signal);
            let ended = it.end();
            assert_eq!((ended.code, ended.tidy), (code, true), "{signal} {}", ended.text);
            assert_eq!(fs::read(home.file()).unwrap(), before, "{signal}");
            ended.text
        };
        // Before the plan is locked: the first time, and again.
        for question in ["lock.mine_ask", "lock.again"] {
            let Some(mut it) = Session::start_with(&home, 24, 80, &["lock"], &[]) else {
                return;
            };
            it.choose("lock.which_ask", "lock.mine");
            if question == "lock.again" {
                it.secret("lock.mine_ask");
            }
            half_a_passphrase(&mut it, question);
            let said = ends(it, &plain);
            assert!(!said.contains("half") && !said.contains("calm"), "{signal} {said}");
        }
        // The word that deletes.
        let mut it = Session::start_with(&home, 24, 80, &["delete"], &[]).unwrap();
        it.wait("the word", |view| {
            (view.raw && view.line.starts_with(&sentence("commands.delete.prompt"))).then_some(())
        });
        it.press("delet");
        it.sees("delet");
        ends(it, &plain);
        // A plan that is locked.
        let words = home.folder().with_extension("words");
        fs::write(&words, WORDS).unwrap();
        let mut lock = std::process::Command::new(env!("CARGO_BIN_EXE_steadfast"));
        lock.args(["lock", "--passphrase-file"]).arg(&words);
        assert!(
            lock.env("STEADFAST_HOME", home.folder())
                .output()
                .unwrap()
                .status
                .success()
        );
        let locked = fs::read(home.file()).unwrap();
        assert_ne!(locked, plain);
        for args in [&[][..], &["--plain"]] {
            let mut it = Session::start_with(&home, 24, 80, args, &[]).unwrap();
            half_a_passphrase(&mut it, "lock.ask");
            let said = ends(it, &locked);
            assert!(!said.contains("half"), "{signal} {said}");
        }
    }
}
