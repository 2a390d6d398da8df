//! Steadfast helps a family plan an intervention for somebody they love.
//!
//! # The house
//!
//! A wizard is four things: a *journey* (which question is next), a *conversation* (how it is put to a person), *words*
//! (what is said) and *paper* (what is printed). Each has its own rooms, and none knows the others' business.
//!
//! | room | one sentence |
//! | --- | --- |
//! | [`text`] | Cleans, measures and wraps letters, and knows nothing else. |
//! | [`plan`] | Holds every answer in a type that cannot hold nonsense. |
//! | [`error`] | Names what can fail outside. |
//! | [`prompt`] | Puts one question to a person and returns an answer or an action. |
//! | [`cli`] | Reads the command line into one enum. |
//! | [`readiness`] | Says what stands between this plan and the day, and which question answers it. |
//! | [`tasks`] | Turns a plan and a date into dated, owned tasks with reasons. |
//! | [`coach`] | Says, kindly, what could be worded better, by rules it is handed. |
//! | [`words`] | Owns every sentence, and owes one to each fault, gap, task, hint, choice and error. |
//! | [`session`] | Holds one conversation: notices, help, danger now, and where it goes on. |
//! | [`journey`] | Goes forward and back through questions and saves after each answer. |
//! | [`steps`] | Ties each question to its field, its parser and its words. |
//! | [`store`] | Keeps the plan whole through any interruption. |
//! | [`sheets`] | Composes pages from plan, gaps, tasks and words, and draws them. |
//! | [`app`] | Opens, saves, locks and recovers a plan, and makes files of sheets, for every command. |
//! | [`visit`] | Is the wizard: first screens, home, lists, and what comes after the day. |
//! | [`commands`] | Does one command each. |
//!
//! Who may import whom is the law of `CONTRIBUTING.md`; a test holds the source against it.
//!
//! Rules that differ from language to language are plain structs of the room that uses them, filled by `words`; so no
//! room below `words` knows a language. The facts of a misused command line live in `cli`, their sentences in `words`,
//! and `commands` brings the two together, because neither may know the other.

// The map is for those who work here, and they see every room.
#![allow(rustdoc::private_intra_doc_links)]

/// The rooms: the program's own business, open only to its tests, so that the compiler finds what nobody calls.
macro_rules! rooms {
    ($($room:ident),+) => {
        $(
            #[cfg(feature = "testing")]
            pub mod $room;
            #[cfg(not(feature = "testing"))]
            mod $room;
        )+
    };
}
rooms!(
    app, cli, coach, commands, error, journey, plan, prompt, readiness, session, sheets, steps, store, tasks, text,
    visit, words
);

use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate};

use cli::Invocation;
use error::{Error, WordsFault};
pub use prompt::terminal_guard::{self, ExitMessage};
pub use prompt::{Prompter, Surroundings};
use words::{LANGUAGES, Words, display_path, fill_placeholders};

use app::Context;
pub use app::Exit;
use commands::{carry_out, misuse};

/// What time it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Now {
    /// Today; `--today` goes before it.
    pub date: NaiveDate,
}

impl Now {
    /// What this time is here. `Local::now` breaks where the clock stands before 1970.
    pub fn at(time: SystemTime) -> Self {
        Self {
            date: DateTime::<Local>::from(time).date_naive(),
        }
    }
}

/// Everything the program meets outside, so that a test can be the outside.
pub struct World<'a> {
    /// The command line, the program's own name first.
    pub args: Vec<OsString>,
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where errors go.
    pub err: &'a mut dyn Write,
    /// `STEADFAST_HOME`, if it is set.
    pub home: Option<OsString>,
    /// The language and country of the computer, such as `en-US`.
    pub locale: Option<String>,
    /// What is around the program.
    pub around: Surroundings,
    /// What time it is.
    pub now: Now,
    /// How a person is asked; without one, as the surroundings allow.
    pub prompter: Option<Box<dyn Prompter>>,
    /// What is said when a signal ends the visit.
    pub exit_message: ExitMessage,
}

/// Does what the command line asks for and says how it ended. What fails is told in one or two sentences.
pub fn run(mut world: World) -> Exit {
    world.args.iter_mut().for_each(store::place::expand_option);
    let read = cli::parse(&world.args);
    let (lang, folder) = match &read {
        Ok(asked) => (asked.lang.as_deref(), asked.words.as_deref()),
        Err(refused) => (refused.lang.as_deref(), refused.words.as_deref()),
    };
    let words = match load(lang, world.locale.as_deref(), folder) {
        Ok(words) => words,
        Err(error) => return refuse(&error, world.err),
    };
    match read {
        Ok(asked) => obey(asked, &words, world),
        Err(refused) => {
            // Where even this cannot be said, the exit code still says it.
            let _ = writeln!(world.err, "{}", misuse(&refused.misuse, &words));
            Exit::Usage
        }
    }
}

/// The words that were asked for, or those of the computer's language if it is offered, or English.
fn load(lang: Option<&str>, locale: Option<&str>, folder: Option<&Path>) -> Result<Words, Error> {
    let own = locale.and_then(|locale| locale.split(['-', '_', '.']).next());
    let offered = own.filter(|code| LANGUAGES.iter().any(|offered| offered.code == *code));
    Words::load(lang.or(offered).unwrap_or(LANGUAGES[0].code), folder)
}

/// The words that were asked for cannot be had: said in the first language's own.
fn refuse(error: &Error, err: &mut dyn Write) -> Exit {
    let said = match Words::load(LANGUAGES[0].code, None) {
        Ok(words) => words.error(error, "steadfast"),
        Err(worse) => worse.to_string(),
    };
    let _ = writeln!(err, "{said}");
    match error {
        Error::Words {
            what: WordsFault::NoLanguage,
            ..
        } => Exit::Usage,
        _ => Exit::Failed,
    }
}

/// Takes away what a process that a signal ends in the next moment must not leave behind: a page on its way through a
/// browser, a file that is not whole yet.
pub fn tidy() {
    sheets::remove_leftovers();
    store::file::remove_unfinished();
}

fn obey(asked: Invocation, words: &Words, world: World) -> Exit {
    let mut context = Context {
        words,
        out: world.out,
        err: world.err,
        plan: asked.plan,
        passphrase: asked.passphrase,
        key: None,
        home: world.home,
        today: asked.today.unwrap_or(world.now.date),
        plain: asked.plain,
        locale: world.locale,
        surroundings: world.around,
        prompter: world.prompter,
        exit_message: world.exit_message,
    };
    // A mistake of the program's own may hold words of the plan: it is caught here, and nothing of it is said.
    let done = catch_unwind(AssertUnwindSafe(|| carry_out(&asked.command, &mut context)));
    let said = match done {
        Ok(Ok(exit)) => return exit,
        // Whoever read the results has seen enough (`show | head`).
        Ok(Err(Error::Terminal(error))) if error.kind() == io::ErrorKind::BrokenPipe => return Exit::Done,
        // It was asked for that nothing is said.
        Ok(Err(Error::Hidden)) => {
            let _ = context.print_notice(words.home.hidden_line);
            return Exit::Done;
        }
        Ok(Err(error)) => words.error(&error, &context.command()),
        Err(_) => {
            prompt::terminal_guard::restore();
            prompt::terminal_guard::clear();
            let path = context.plan_path().map(|path| display_path(&path)).unwrap_or_default();
            let command = context.command();
            fill_placeholders(words.faults.panic, &[("path", &path), ("command", &command)])
        }
    };
    // Where even this cannot be said, the exit code still says it.
    let _ = context.print_notice(&said);
    Exit::Failed
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;
    use prompt::{Choice, Message, Prompt, PromptReply};

    fn ran(line: &str, home: &Path, prompter: Option<Box<dyn Prompter>>) -> (Exit, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = run(World {
            args: ["steadfast"]
                .into_iter()
                .chain(line.split_whitespace())
                .map(OsString::from)
                .collect(),
            out: &mut out,
            err: &mut err,
            home: Some(home.into()),
            locale: Some("xx-YY".into()),
            around: Surroundings::default(),
            now: Now {
                date: NaiveDate::default(),
            },
            prompter,
            exit_message: ExitMessage::default(),
        });
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (exit, text(out), text(err))
    }

    #[test]
    fn a_clock_before_1970_is_a_day_too() {
        let day = std::time::Duration::from_secs(24 * 60 * 60);
        assert_eq!(Now::at(SystemTime::UNIX_EPOCH - day * 400).date.year(), 1968);
        let now = Now::at(SystemTime::now()).date;
        assert!(now == Local::now().date_naive() || now.succ_opt() == Some(Local::now().date_naive()));
    }

    /// Fails with something a family could have written.
    struct Broken;

    #[rustfmt::skip]
    impl Prompter for Broken {
        fn show(&mut self, _: &Message) -> io::Result<()> { panic!("Anna is afraid") }
        fn line(&mut self, _: &Prompt, _: &str) -> io::Result<PromptReply<String>> { unreachable!() }
        fn text(&mut self, _: &Prompt, _: &str) -> io::Result<PromptReply<String>> { unreachable!() }
        fn pick(&mut self, _: &Prompt, _: &[Choice], _: Option<usize>) -> io::Result<PromptReply<usize>> { unreachable!() }
        fn tick(&mut self, _: &Prompt, _: &[Choice], _: &[bool]) -> io::Result<PromptReply<Vec<bool>>> { unreachable!() }
        fn order(&mut self, _: &Prompt, _: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> { unreachable!() }
        fn secret(&mut self, _: &Prompt) -> io::Result<PromptReply<secrecy::SecretString>> { unreachable!() }
        fn pause(&mut self, _: &Prompt) -> io::Result<PromptReply<()>> { unreachable!() }
        fn hide(&mut self) -> io::Result<()> { unreachable!() }
    }

    #[test]
    fn a_mistake_of_its_own_says_where_the_plan_is_and_nothing_of_it() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("plan.json");
        std::fs::write(&path, "{\"format\": 1}").unwrap();
        let (exit, out, err) = ran("delete", home.path(), Some(Box::new(Broken)));
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""));
        assert!(err.contains(&display_path(&path)) && !err.contains("Anna"), "{err}");
    }

    #[test]
    fn a_language_that_is_not_offered_is_refused_only_where_it_was_asked_for() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(ran("example", home.path(), None).0, Exit::Done);
        let (exit, _, err) = ran("example --lang xx", home.path(), None);
        assert_eq!(exit, Exit::Usage);
        assert!(err.contains("xx") && err.contains("en"), "{err}");
    }

    /// Takes nothing, for the reason it holds.
    struct Closed(io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_has_seen_enough_is_no_error() {
        for (kind, expected, silent) in [
            (io::ErrorKind::BrokenPipe, Exit::Done, true),
            (io::ErrorKind::StorageFull, Exit::Failed, false),
        ] {
            let mut err = Vec::new();
            let exit = run(World {
                args: vec!["steadfast".into(), "example".into()],
                out: &mut Closed(kind),
                err: &mut err,
                home: None,
                locale: None,
                around: Surroundings::default(),
                now: Now {
                    date: NaiveDate::default(),
                },
                prompter: None,
                exit_message: ExitMessage::default(),
            });
            assert_eq!((exit, err.is_empty()), (expected, silent));
        }
    }
}
