//! Runs a program in a folder of its own: a visit line by line, a visit whose lines are known, and every page of a
//! plan.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use super::record::Record;
use super::typist::{Dice, Style};

/// What stands between the lines of one sitting and those of the next.
pub const SITTING: &str = "\u{c}";

/// A cursor is put in one piece and nothing follows: so long it is waited for more.
const QUIET: Duration = Duration::from_millis(4);

/// Between the lines of a longer text there is no cursor: who is silent for so long waits for one.
const SILENT: Duration = Duration::from_millis(500);

/// The days of the sittings: the second is a day later, the third after the day that most plans speak of.
const DAYS: [&str; 3] = ["2026-11-21", "2026-11-22", "2026-12-20"];

const COUNTRIES: [&str; 6] = [
    "en_US.UTF-8",
    "en_GB.UTF-8",
    "en_CA.UTF-8",
    "en_AU.UTF-8",
    "en_IE.UTF-8",
    "C",
];

/// A program, and options that it is always given.
#[derive(Clone)]
pub struct Program {
    path: PathBuf,
    pub always: Vec<std::ffi::OsString>,
}

impl Program {
    pub fn new(path: impl Into<PathBuf>) -> Program {
        Program {
            path: path.into(),
            always: Vec::new(),
        }
    }
}

/// Where programs run, one after the other at the same path, so that what they say of paths is the same.
pub struct Stage(PathBuf);

impl Stage {
    pub fn new(folder: &Path) -> Stage {
        Stage(folder.to_path_buf())
    }

    fn home(&self) -> PathBuf {
        self.0.join("home")
    }

    fn clear(&self, plan: Option<&Path>) {
        let _ = fs::remove_dir_all(&self.0);
        fs::create_dir_all(self.home()).unwrap();
        if let Some(plan) = plan {
            fs::copy(plan, self.home().join("plan.json")).unwrap();
        }
    }

    /// The program with nothing around it but what is said here.
    fn command(&self, program: &Program, line: &str, country: &str) -> Command {
        let mut command = Command::new(&program.path);
        command
            .env_clear()
            .envs([("LC_ALL", country), ("LANG", country), ("TZ", "UTC")]);
        command
            .env("STEADFAST_HOME", self.home())
            .env("HOME", &self.0)
            .current_dir(&self.0);
        command.args(&program.always).args(line.split_whitespace());
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs it, with `typed` for its input, and notes all that it said.
    fn run(&self, program: &Program, line: &str, country: &str, typed: &str, record: &mut Record) {
        let said = self.0.join("said");
        let mut command = self.command(program, line, country);
        command.stderr(fs::File::create(&said).unwrap());
        let mut child = command.spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let mut out = child.stdout.take().unwrap();
        let typed = typed.to_string();
        // Whoever has left does not read the rest.
        let typing = std::thread::spawn(move || drop(input.write_all(typed.as_bytes())));
        let mut printed = Vec::new();
        out.read_to_end(&mut printed).unwrap();
        typing.join().unwrap();
        let ended = child.wait().unwrap();
        record.add(format!("`{line}` asked"), &fs::read(&said).unwrap());
        record.add(format!("`{line}` printed"), &printed);
        record.add(format!("`{line}` ended"), ended.to_string().as_bytes());
        fs::remove_file(said).unwrap();
    }

    /// What somebody types in the sittings of a visit, who sees what is asked.
    pub fn improvise(&self, program: &Program, seed: u64, plan: Option<&Path>) -> Vec<String> {
        self.clear(plan);
        let mut dice = Dice::new(seed);
        let country = country(seed);
        let sittings = sittings(seed);
        let sit = |line: &String| {
            let style = Style::of(seed, &mut dice);
            let mut command = self.command(program, line, country);
            typed_at(command.stdout(Stdio::null()).spawn().unwrap(), style, &mut dice)
        };
        sittings.iter().map(sit).collect()
    }

    /// The same visit again, with what it leaves behind and the pages of its plan.
    pub fn replay(&self, program: &Program, seed: u64, plan: Option<&Path>, typed: &str) -> Record {
        self.clear(plan);
        let mut record = Record::default();
        let country = country(seed);
        for (line, typed) in sittings(seed).iter().zip(typed.split(SITTING)) {
            self.run(program, line, country, typed, &mut record);
            record.add_files("after it", &self.home());
        }
        let format = ["text", "markdown", "html"][seed as usize % 3];
        // What a version's time is said as hangs on the clock, so `history` is not asked for.
        for line in ["show", "check", "ready --format json", "checklist --format json"] {
            let dated = format!("{line} --today {}", DAYS[2]);
            self.run(program, &dated, country, "", &mut record);
        }
        self.all_pages(program, format, country, &mut record);
        record
    }

    fn all_pages(&self, program: &Program, format: &str, country: &str, record: &mut Record) {
        let line = format!("sheet all --format {format} --out pages --today {}", DAYS[0]);
        self.run(program, &line, country, "1\n", record);
        let folder = self.0.join("pages");
        if folder.exists() {
            record.add_files(&format!("{format} pages"), &folder);
            fs::remove_dir_all(folder).unwrap();
        }
    }

    /// Everything that can be printed of a plan and around it.
    pub fn every_page(&self, program: &Program, plan: &Path) -> Record {
        self.clear(Some(plan));
        let mut record = Record::default();
        let country = COUNTRIES[0];
        for format in ["text", "markdown", "html"] {
            self.all_pages(program, format, country, &mut record);
        }
        for line in [
            "show",
            "check",
            "ready",
            "ready --format json",
            "checklist",
            "checklist --format json",
            "checklist --format csv",
            "calendar",
            "calendar --plain-titles",
            "sheet",
            "sheet stale",
            "sheet plan",
            "sheet person --for 1",
            "sheet person --for nobody",
            "call",
            "done",
            "forget",
            "where",
            "lines",
            "lines --country uk",
            "lines --country xx",
            "sources",
            "example",
            "help",
            "--version",
            "forget person.love",
            "undo",
            "delete",
            "bogus",
        ] {
            let dated = format!("{line} --today {}", DAYS[1]);
            self.run(program, &dated, country, "", &mut record);
        }
        for country in COUNTRIES {
            self.run(program, "lines", country, "", &mut record);
        }
        record.add_files("after it", &self.home());
        record
    }
}

fn country(seed: u64) -> &'static str {
    COUNTRIES[seed as usize / 2 % COUNTRIES.len()]
}

/// What is called up in turn: the visit, it again on another day, and at times a call or the list of what is done.
fn sittings(seed: u64) -> Vec<String> {
    let third = match seed % 8 {
        1 => "call 1",
        3 => "done",
        6 => "delete",
        _ => "plan",
    };
    let lines = [(DAYS[0], "plan"), (DAYS[1], "plan"), (DAYS[2], third)];
    lines.map(|(day, line)| format!("{line} --plain --today {day}")).into()
}

/// Answers what is asked until patience is over, and gives what was typed.
fn typed_at(mut child: Child, style: Style, dice: &mut Dice) -> String {
    let mut input = child.stdin.take().unwrap();
    let mut conversation = child.stderr.take().unwrap();
    let (send, heard) = mpsc::channel();
    let reading = std::thread::spawn(move || {
        let mut bytes = [0; 8192];
        while let Ok(n @ 1..) = conversation.read(&mut bytes) {
            let _ = send.send(bytes[..n].to_vec());
        }
    });
    let (mut typed, mut screen) = (String::new(), Vec::new());
    let mut left = style.patience;
    loop {
        // A cursor is a last line without an end.
        let at_cursor = screen.last().is_some_and(|last| *last != b'\n');
        match heard.recv_timeout(if at_cursor { QUIET } else { SILENT }) {
            Ok(more) => screen.extend(more),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                let lines = match left.checked_sub(1) {
                    Some(rest) => {
                        left = rest;
                        style.answer(&String::from_utf8_lossy(&screen), dice)
                    }
                    None => vec!["/leave".to_string()],
                };
                screen.clear();
                let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
                typed.push_str(&lines);
                if input.write_all(lines.as_bytes()).is_err() || typed.len() > 100_000 {
                    break;
                }
            }
        }
    }
    drop(input);
    let _ = child.wait();
    let _ = reading.join();
    typed
}
