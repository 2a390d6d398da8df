//! One computer with a plan on it, and the visits that are made there.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde_json::Value;
use steadfast::error::Error;
use steadfast::journey::Tier;
use steadfast::plan::{Field, LISTS, Plan, Section};
use steadfast::prompt::terminal_guard::ExitMessage;
use steadfast::prompt::{Plain, PromptKind, PromptSeen, Prompter, Scripted};
use steadfast::store::{Opened, Store};
use steadfast::visit::{VisitEnd, VisitSetup, visit};
use steadfast::{steps, words::Words};
use tempfile::TempDir;

use super::files::names;
use super::script::Script;

/// The words of the program, loaded once.
pub fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::load("en", None).unwrap());
    &WORDS
}

pub fn date(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

/// A computer. Its folder goes with it.
pub struct Home {
    folder: TempDir,
    pub today: NaiveDate,
    /// The country the computer seems to be in.
    pub country: String,
}

/// How a scripted visit went.
pub struct Met {
    pub ended: VisitEnd,
    pub seen: Vec<PromptSeen>,
}

impl Met {
    /// The ids of what was asked, in order.
    pub fn asked(&self) -> Vec<&str> {
        let asked = self
            .seen
            .iter()
            .filter(|seen| !matches!(seen.kind, PromptKind::Say | PromptKind::Hide));
        asked.map(|seen| seen.id.as_str()).collect()
    }

    /// How often a question was asked.
    pub fn times(&self, field: Field) -> usize {
        self.asked().into_iter().filter(|id| *id == field.code()).count()
    }

    /// The earlier answers that stood at a question, one for each time it was asked.
    pub fn before(&self, field: Field) -> Vec<&str> {
        let asked = self.seen.iter().filter(|seen| seen.id == field.code());
        asked.map(|seen| seen.before.as_str()).collect()
    }
}

impl Home {
    /// Saturday, 21 November 2026.
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            today: date("2026-11-21"),
            country: "us".into(),
        }
    }

    /// With a plan that is already there.
    pub fn with(text: &str) -> Self {
        let home = Self::new();
        fs::write(home.path(), text).unwrap();
        home
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("plan.json")
    }

    /// The names in the folder.
    pub fn names(&self) -> Vec<String> {
        names(self.folder.path())
    }

    pub fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    pub fn file(&self) -> Value {
        serde_json::from_str(&self.text()).unwrap()
    }

    pub fn open(&self) -> (Store, Option<Plan>) {
        let (store, opened) = Store::open::<Plan>(&self.path(), LISTS).unwrap();
        let plan = match opened {
            Opened::Missing => None,
            Opened::Found { plan, faults } => {
                assert!(faults.is_empty(), "{faults:?}");
                Some(plan)
            }
        };
        (store, plan)
    }

    /// The plan as the next visit takes it up.
    pub fn plan(&self) -> Plan {
        self.open().1.expect("no plan was kept")
    }

    /// A visit with any prompter and any saving.
    pub fn run(
        &self,
        prompter: &mut dyn Prompter,
        plan: Option<Plan>,
        keep: &mut dyn FnMut(&Plan) -> Result<(), Error>,
    ) -> Result<VisitEnd, Error> {
        let mut keep = |plan: &mut Plan, _: &mut dyn Prompter| Ok(keep(plan)?);
        let needs = VisitSetup {
            to_outcome: false,
            saver: &mut keep,
            folder: self.folder.path().into(),
            browser: Some("/nowhere/at/all".into()),
            prompter,
            words: words(),
            today: self.today,
            exit_message: &ExitMessage::new(""),
            command: "steadfast".into(),
            notice: String::new(),
            country: self.country.clone(),
        };
        visit(needs, plan)
    }

    /// A visit with any prompter and the real store.
    pub fn run_kept(&self, prompter: &mut dyn Prompter) -> Result<VisitEnd, Error> {
        let (mut store, plan) = self.open();
        self.run(prompter, plan, &mut |plan| store.save(plan))
    }

    /// A scripted visit. Fails where something was asked that the script has no reply for, or not asked at all.
    #[track_caller]
    pub fn visit(&self, script: Script) -> Met {
        let replies = script.steps.len();
        let mut prompter = Scripted::answering(script.steps);
        let ended = self.run_kept(&mut prompter).unwrap_or_else(|error| {
            panic!("{error}\nasked: {:?}", prompter.asked());
        });
        let asked = prompter.asked();
        assert_eq!(prompter.unused(), 0, "replies that nothing asked for, after {asked:?}");
        assert_eq!(asked.len(), replies, "no reply for `{}`", asked[asked.len() - 1]);
        Met {
            ended,
            seen: prompter.transcript().to_vec(),
        }
    }

    /// The same visit typed at the plain back end, with all that was printed.
    #[track_caller]
    pub fn typed(&self, typed: &str) -> (VisitEnd, String) {
        let phrases = words().ask;
        let (mut input, mut printed) = (Cursor::new(typed.as_bytes()), Vec::new());
        let ended = {
            let mut prompter = Plain::new(&mut input, &mut printed, phrases);
            self.run_kept(&mut prompter).unwrap()
        };
        let printed = String::from_utf8(printed).unwrap();
        let unread = &typed[input.position() as usize..];
        assert!(unread.is_empty(), "not read: {unread:?}, after {printed}");
        (ended, printed)
    }

    /// The row of a question in the review of the plan that is on disk.
    pub fn review_row(&self, field: Field) -> usize {
        let plan = self.plan();
        let journey = steps::journey(Tier::of(&plan));
        let mut shown = journey
            .asked_entries(&plan)
            .filter(|(_, entry)| entry.section != Section::Review);
        let at = shown.position(|(_, entry)| entry.here.question.field == field);
        at.expect("the review does not show it") + 1
    }

    /// The row of a step in the list of steps.
    pub fn step(&self, section: Section) -> usize {
        let plan = self.plan();
        let shows = |section: &&Section| {
            steps::section_journey(**section, Tier::of(&plan))
                .asked_entries(&plan)
                .next()
                .is_some()
        };
        let mut shown = Section::ALL.iter().filter(shows);
        shown
            .position(|known| *known == section)
            .expect("the step is not shown")
    }

    /// The row of a question among all the answers of a finished step.
    pub fn step_row(&self, section: Section, field: Field) -> usize {
        let plan = self.plan();
        let journey = steps::section_journey(section, Tier::OnRequest);
        let at = journey
            .asked_entries(&plan)
            .position(|(_, entry)| entry.here.question.field == field);
        at.expect("the step does not show it") + 1
    }

    /// What is still open at the plan's length.
    pub fn open_questions(&self) -> Vec<Field> {
        open_questions(&self.plan())
    }
}

/// The questions a plan still has open at its length.
pub fn open_questions(plan: &Plan) -> Vec<Field> {
    let journey = steps::journey(Tier::of(plan));
    let open = journey
        .asked_entries(plan)
        .filter(|(_, entry)| !entry.here.is_settled(plan));
    open.map(|(_, entry)| entry.here.question.field).collect()
}
