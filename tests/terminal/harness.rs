//! A program in a pseudo-terminal of its own.
//!
//! A shell leads the session, so that the terminal lives on when the program has ended and can be looked at. Keys are
//! typed only when the program waits for them: the screen shows the question and the terminal is in the mode for it.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::termios::{Action, LocalModes, OptionalActions, SpecialCodeIndex, tcflow, tcgetattr, tcsetattr};
use tempfile::TempDir;

pub use super::home::Home;
use super::prompts::sentence;
use super::view::{View, Waits, waiting};

/// How long anything may take on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// How long nothing must come for the screen to be whole: what was written takes a moment to arrive here.
const QUIET: Duration = Duration::from_millis(12);

/// Moves nothing on a screen.
const MARK: u8 = 0;

/// Leads the session, and waits. What it does when the terminal is closed can be another: see [`Session::close`].
const LEADER: &str = r#"trap "${ON_HUP-:}" HUP
trap : INT TERM
sh -c "$SCRIBE" "$0" "$@"
while :; do read -r _ || sleep 1; done"#;

/// Notes the program's id and its exit code. The program may run under another.
const SCRIBE: &str = r#"trap : INT TERM HUP
sh -c 'echo $$ >"$TALE/pid"; exec $UNDER "$0" "$@"' "$0" "$@"
echo $? >"$TALE/code.new"; mv "$TALE/code.new" "$TALE/code""#;

/// What came from the program so far.
struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    /// Marks that were written behind everything else and have not come yet.
    marks: usize,
    closed: bool,
}

/// The program, its terminal and what it showed.
pub struct Session {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Box<dyn Write + Send>,
    leader: Box<dyn Child + Send + Sync>,
    slave: Option<File>,
    tale: TempDir,
    found: String,
    mark: usize,
    plain: bool,
    /// The pages leafed through so far.
    pub pages: Vec<String>,
    /// Lines given to the plain back end so far.
    pub typed: Vec<String>,
}

/// How the program ended.
pub struct Ended {
    pub code: i32,
    pub bytes: Vec<u8>,
    pub text: String,
    /// The last screen.
    pub screen: String,
    /// The terminal is as it was found: modes, cursor, paste.
    pub tidy: bool,
}

fn size(rows: u16, columns: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(rows: u16, columns: u16) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap())
}

/// Whether the last line that stands there says what the keys of a list do.
fn is_list(rows: &[String]) -> bool {
    let Some(last) = rows.iter().rev().find(|row| !row.is_empty()) else {
        return false;
    };
    let keys = ["ask.foot_pick", "ask.foot_tick", "ask.foot_menu"].map(sentence);
    keys.iter().any(|keys| last.contains(keys.split("  ").next().unwrap()))
}

/// Whether a row is one of a list with the pointer at it: in a low window what was typed takes the place of the keys.
fn is_pointer(row: &str) -> bool {
    let number = row.trim_start().strip_prefix('>').map(str::trim_start);
    let figures = number.map_or(0, |row| row.bytes().take_while(u8::is_ascii_digit).count());
    figures > 0 && number.is_some_and(|row| row[figures..].starts_with(' '))
}

fn modes(tty: &File) -> String {
    let modes = tcgetattr(tty).expect("the terminal has modes");
    format!("{modes:?}")
}

impl Session {
    /// Starts the program at this size. `None`, with a line that says so, where no pseudo-terminal can be had.
    pub fn start(home: &Home, rows: u16, columns: u16) -> Option<Self> {
        Self::start_with(home, rows, columns, &[], &[])
    }

    pub fn start_with(home: &Home, rows: u16, columns: u16, args: &[&str], vars: &[(&str, &str)]) -> Option<Self> {
        let pair = match native_pty_system().openpty(size(rows, columns)) {
            Ok(pair) => pair,
            Err(error) => {
                eprintln!("skipped: no pseudo-terminal can be opened here: {error}");
                return None;
            }
        };
        let tale = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", LEADER, env!("CARGO_BIN_EXE_steadfast"), "--today", "2026-11-21"]);
        command.args(args);
        for name in [
            "NO_COLOR",
            "ACCESSIBLE",
            "COLORTERM",
            "LC_ALL",
            "LC_MESSAGES",
            "LANGUAGE",
        ] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        command.env("STEADFAST_HOME", home.folder());
        command.env("TALE", tale.path());
        command.env("SCRIBE", SCRIBE);
        for (name, value) in vars {
            command.env(name, value);
        }
        let flags = rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::NONBLOCK;
        let name = pair.master.tty_name().expect("the terminal has a name");
        let slave = OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(flags.bits().try_into().unwrap())
            .open(name)
            .unwrap();
        let found = modes(&slave);
        let (rows, columns) = cells(rows, columns);
        let screen = vt100::Parser::new(rows, columns, 0);
        let seen = Seen {
            screen,
            bytes: Vec::new(),
            marks: 0,
            closed: false,
        };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        listen(pair.master.try_clone_reader().unwrap(), Arc::clone(&seen));
        let leader = pair.slave.spawn_command(command).unwrap();
        Some(Self {
            seen,
            keys: pair.master.take_writer().unwrap(),
            master: Some(pair.master),
            leader,
            slave: Some(slave),
            tale,
            found,
            mark: 0,
            plain: args.contains(&"--plain")
                || vars
                    .iter()
                    .any(|var| *var == ("ACCESSIBLE", "1") || *var == ("TERM", "dumb")),
            pages: Vec::new(),
            typed: Vec::new(),
        })
    }

    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// The program asks a line at a time from now on, or no longer.
    pub fn set_plain(&mut self, plain: bool) {
        self.plain = plain;
    }

    /// The screen as it is now.
    pub fn view(&self) -> View {
        self.look(&self.seen.0.lock().unwrap())
    }

    /// The screen as it is now, with the weights and colors of its cells, for whoever draws it.
    pub fn cells(&self) -> String {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.screen.screen();
        let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
        let mut lines = Vec::new();
        for row in 0..rows {
            let (mut line, mut before) = (String::new(), String::new());
            for cell in (0..columns).filter_map(|column| screen.cell(row, column)) {
                let color = match cell.fgcolor() {
                    vt100::Color::Idx(bright @ 8..=15) => Some(format!("{}", 82 + bright)),
                    _ => None,
                };
                let weights = [
                    (cell.bold(), "1"),
                    (cell.dim(), "2"),
                    (cell.underline(), "4"),
                    (cell.inverse(), "7"),
                ];
                let weights = weights.iter().filter(|(is, _)| *is).map(|(_, code)| (*code).to_owned());
                let now: String = weights.chain(color).map(|code| format!("\x1b[{code}m")).collect();
                if now != before {
                    line += &format!("\x1b[0m{now}");
                    before = now;
                }
                line += if cell.has_contents() { cell.contents() } else { " " };
            }
            lines.push(line.trim_end().to_owned() + "\x1b[0m");
        }
        while lines.last().is_some_and(|line| line == "\x1b[0m") {
            lines.pop();
        }
        lines.join("\n")
    }

    fn look(&self, seen: &Seen) -> View {
        let screen = seen.screen.screen();
        let columns = screen.size().1.get();
        let rows: Vec<String> = screen.rows(0, columns).map(|row| row.trim_end().to_owned()).collect();
        let end = screen.cursor_position().0;
        // What is typed may run on over several rows.
        let begin = (0..end)
            .rev()
            .find(|&row| !screen.row_wrapped(row))
            .map_or(0, |row| row + 1);
        let over = (0..begin)
            .filter(|&row| screen.row_wrapped(row))
            .map(|row| rows[usize::from(row)].clone());
        let modes = self.slave.as_ref().and_then(|tty| tcgetattr(tty).ok());
        View {
            line: rows[usize::from(begin)..=usize::from(end)]
                .concat()
                .trim_start()
                .to_owned(),
            is_list: screen.hide_cursor() || is_list(&rows) || is_pointer(&rows[usize::from(end)]),
            marks_pastes: screen.bracketed_paste(),
            // Behind Enter it looks only whether more has come already.
            raw: modes.is_some_and(|modes| {
                !modes.local_modes.contains(LocalModes::ICANON) && modes.special_codes[SpecialCodeIndex::VMIN] > 0
            }),
            new: seen.bytes.len() > self.mark,
            over: over.collect(),
            rows,
        }
    }

    /// Waits until the screen is like this, and nothing more comes.
    pub fn wait<T>(&self, what: &str, found: impl FnMut(&View) -> Option<T>) -> T {
        self.wait_for(what, QUIET, found)
    }

    pub(super) fn wait_for<T>(&self, what: &str, quiet: Duration, mut found: impl FnMut(&View) -> Option<T>) -> T {
        let (lock, heard) = &*self.seen;
        let end = Instant::now() + PATIENCE;
        let mut still: Option<(usize, Instant)> = None;
        let mut seen = lock.lock().unwrap();
        loop {
            let view = self.look(&seen);
            let (now, got) = (seen.bytes.len(), found(&view));
            still = still.filter(|(bytes, _)| *bytes == now && got.is_some());
            let since = still.get_or_insert((now, Instant::now())).1;
            if let Some(got) = got
                && since.elapsed() >= quiet
            {
                seen = self.all_written(seen);
                if seen.bytes.len() == now {
                    return got;
                }
                continue;
            }
            let ended = seen.closed || self.tale.path().join("code").exists();
            assert!(
                Instant::now() < end && !ended,
                "{what}\n{}\n[{}]",
                view.text(),
                view.line
            );
            // The mode of the terminal changes without a byte, so it looks again soon.
            seen = heard.wait_timeout(seen, Duration::from_millis(3)).unwrap().0;
        }
    }

    /// Waits until all that the program has written up to now was seen: whoever listens may be slower than it. A terminal
    /// that is held takes no mark.
    fn all_written<'a>(&'a self, mut seen: MutexGuard<'a, Seen>) -> MutexGuard<'a, Seen> {
        let slave = self.slave.as_ref();
        seen.marks += slave.map_or(0, |mut slave| slave.write(&[MARK]).unwrap_or(0));
        let end = Instant::now() + PATIENCE;
        while seen.marks > 0 && !seen.closed && Instant::now() < end {
            seen = self.seen.1.wait_timeout(seen, Duration::from_millis(3)).unwrap().0;
        }
        seen
    }

    /// Waits until these words stand on the screen, wherever they are wrapped.
    pub fn sees(&self, words: &str) {
        self.wait(&format!("waited for {words:?}"), |view| {
            view.words().contains(words).then_some(())
        });
    }

    /// What the program waits for, once it waits. A line at a time, only the words at the cursor tell.
    pub fn waits(&self) -> Waits {
        let plain = self.plain;
        self.wait("waited for a question", |view| waiting(view, plain))
    }

    /// Types this, whatever it is.
    pub fn press(&mut self, keys: &str) {
        self.press_bytes(keys.as_bytes());
    }

    /// Sends these bytes, whether or not they are letters.
    pub fn press_bytes(&mut self, keys: &[u8]) {
        self.mark = self.seen.0.lock().unwrap().bytes.len();
        self.keys.write_all(keys).unwrap();
        self.keys.flush().unwrap();
    }

    /// Everything that came since the last key, as text.
    pub fn since(&self) -> String {
        let seen = self.seen.0.lock().unwrap();
        String::from_utf8_lossy(&seen.bytes[self.mark..]).into_owned()
    }

    /// Gives the window another size.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        let mut seen = self.seen.0.lock().unwrap();
        let (high, wide) = cells(rows, columns);
        seen.screen.screen_mut().set_size(high, wide);
        drop(seen);
        self.master.as_ref().unwrap().resize(size(rows, columns)).unwrap();
    }

    /// Another program had the screen meanwhile; perhaps it left a terminal that gives whole lines.
    pub fn wipe(&mut self, lines: bool) {
        self.seen.0.lock().unwrap().screen.process(b"\x1b[H\x1b[2J$ fg");
        let slave = self.slave.as_ref().unwrap();
        let mut modes = tcgetattr(slave).unwrap();
        if lines {
            modes.local_modes.insert(LocalModes::ICANON | LocalModes::ECHO);
            tcsetattr(slave, OptionalActions::Now, &modes).unwrap();
        }
    }

    /// The program's own id.
    pub fn pid(&self) -> String {
        fs::read_to_string(self.tale.path().join("pid"))
            .unwrap()
            .trim()
            .to_owned()
    }

    /// Sends a signal to the program, not to the shell that leads it.
    pub fn signal(&mut self, name: &str) {
        self.mark = self.seen.0.lock().unwrap().bytes.len();
        let sent = Command::new("kill").args(["-s", name, &self.pid()]).status().unwrap();
        assert!(sent.success());
    }

    /// Holds the terminal, as Ctrl-S does: whoever writes to it waits.
    pub fn hold(&self) {
        tcflow(self.slave.as_ref().unwrap(), Action::OOff).unwrap();
    }

    /// Sends keys and then a signal while nobody takes what the program writes; how it ended.
    pub fn end_deaf(mut self, keys: &str, signal: &str) -> i32 {
        let seen = Arc::clone(&self.seen);
        let deaf = seen.0.lock().unwrap();
        self.keys.write_all(keys.as_bytes()).unwrap();
        thread::sleep(Duration::from_millis(500));
        let sent = Command::new("kill").args(["-s", signal, &self.pid()]).status().unwrap();
        assert!(sent.success());
        let code = self.wait_for_code();
        drop(deaf);
        code.expect("it ends though nobody takes what it writes")
    }

    /// Closes the terminal itself, as when its window is closed; how the program ended. `ON_HUP` says what the shell
    /// does that leads the session: `-` ends with it, and the system tells its children; a command stays and tells
    /// nobody; nothing at all ignores it, as under `nohup`, and so does the program from its start.
    pub fn close(mut self) -> i32 {
        let mut slave = self.slave.take().unwrap();
        let mut modes = tcgetattr(&slave).unwrap();
        // Else what types the keys would end the input with one of its own before it goes.
        modes.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&slave, OptionalActions::Now, &modes).unwrap();
        // Whoever listens holds the terminal open: a letter wakes them, and they let go of it.
        self.seen.0.lock().unwrap().closed = true;
        slave.write_all(b".").unwrap();
        drop(slave);
        self.keys = Box::new(std::io::sink());
        self.master = None;
        self.code()
    }

    /// Waits for the end of the program.
    pub fn end(mut self) -> Ended {
        let code = self.code();
        let after = modes(self.slave.as_ref().unwrap());
        self.slave = None;
        let _ = self.leader.kill();
        let _ = self.leader.wait();
        let (lock, heard) = &*self.seen;
        let mut seen = lock.lock().unwrap();
        while !seen.closed {
            seen = heard.wait_timeout(seen, PATIENCE).unwrap().0;
        }
        let bytes = std::mem::take(&mut seen.bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let screen = seen.screen.screen().contents().trim().to_owned();
        let last = |on: &str, off: &str| text.rfind(on) >= text.rfind(off);
        let tidy = after == self.found && last("\x1b[?25h", "\x1b[?25l") && last("\x1b[?2004l", "\x1b[?2004h");
        Ended {
            code,
            tidy,
            bytes,
            text,
            screen,
        }
    }

    fn code(&self) -> i32 {
        self.wait_for_code()
            .unwrap_or_else(|| panic!("it did not end\n{}", self.view().text()))
    }

    fn wait_for_code(&self) -> Option<i32> {
        let file = self.tale.path().join("code");
        let end = Instant::now() + PATIENCE;
        while !file.exists() && Instant::now() < end {
            thread::sleep(Duration::from_millis(2));
        }
        fs::read_to_string(file).ok()?.trim().parse().ok()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let pid = Path::new(self.tale.path()).join("pid");
        if !self.tale.path().join("code").exists() && pid.exists() {
            let _ = Command::new("kill").args(["-s", "KILL", &self.pid()]).status();
        }
        let _ = self.leader.kill();
        let _ = self.leader.wait();
    }
}

fn listen(mut from: Box<dyn Read + Send>, seen: Arc<(Mutex<Seen>, Condvar)>) {
    thread::spawn(move || {
        let mut piece = [0; 4096];
        loop {
            let read = from.read(&mut piece).unwrap_or(0);
            let (lock, heard) = &*seen;
            let Ok(mut seen) = lock.lock() else { return };
            seen.closed |= read == 0;
            seen.screen.process(&piece[..read]);
            for byte in &piece[..read] {
                if *byte == MARK && seen.marks > 0 {
                    seen.marks -= 1;
                } else {
                    seen.bytes.push(*byte);
                }
            }
            heard.notify_all();
            if seen.closed {
                return;
            }
        }
    });
}
