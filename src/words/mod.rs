//! What is said, in one language, loaded from `prompts/`.
//!
//! Here lives every sentence's owner: the files, what each must hold, and how values are put into them. Not here: when
//! something is said, and to whom.

mod calendar;
mod call;
mod check;
mod checklist;
mod choices;
mod coach;
mod commands;
mod country;
mod damage;
mod danger;
mod engine;
mod faults;
mod formatting;
mod gain;
mod help;
mod help_lines;
mod home;
mod lazily;
mod load;
mod lock;
mod option;
mod override_guard;
mod pages;
mod paths;
mod protected;
mod ready;
mod same_keys;
mod saving;
mod sheet;
mod sources;
mod step;
mod tasks;

use std::collections::BTreeMap;
use std::path::Path;

pub use calendar::CalendarWords;
pub use call::{CallWords, NotedWords};
pub use checklist::{ChecklistWords, TaskListWords};
pub use choices::ChoiceWords;
pub use coach::{CoachFile, HintWords};
pub use commands::{
    CheckWords, CommandWords, DeleteWords, ForgetWords, GiveWords, HistoryWords, PlaceWords, ShowWords,
};
pub use country::CountryWords;
pub use danger::{Card, Cards, DangerWords};
pub use engine::EngineWords;
pub use faults::{FaultWords, UsageWords};
use formatting::capitalize;
pub use formatting::{Count, Writing, fill_placeholders};
pub use gain::{GainWords, OnceWords};
pub use help::{HelpWords, Topic};
pub use help_lines::{COUNTRIES, HelpLine, HelpLines, LineText, LineWords};
pub use home::HomeWords;
pub use lazily::Lazily;
pub use load::{Files, LANGUAGES, Texts};
pub use lock::{LockWords, RecoveryPage};
pub use pages::{
    AfterPage, AnsweredWords, CallsPage, CardsPage, ChairPage, ClinicPage, DriverPage, LinesWords, OfferPage,
    OverdosePage, PageWords, PersonPage, PlanPage, StaysWords, SupervisionPage, TalkPage, TonightPage, TonightRows,
    WeeksWords,
};
pub use paths::{display_path, quote_path};
pub use ready::{ReadyWords, RuleWords};
pub use saving::SavingWords;
pub use sheet::{LEFT_OUT, MISSING, SHEETS, SheetWords};
pub use sources::{SOURCES, Source, SourceWords, TRACES, Trace, Traces, sources, traces, weakest};
pub use step::{KindWords, ListWords, ObjectionWords, QuestionWords, StepWords};
pub use tasks::TaskWords;

use crate::error::Error;
use crate::plan::when::DateWords;
use crate::plan::{Ages, CodedChoice, Field, Gate, Plan, Section};
use crate::readiness;

/// Everything that can be said in one language.
pub struct Words {
    texts: Texts,
    /// The engine's own words.
    pub engine: Lazily<EngineWords>,
    /// How dates are typed.
    pub dates: Lazily<DateWords>,
    /// Danger now.
    pub danger: Lazily<DangerWords>,
    /// The home page.
    pub home: Lazily<HomeWords>,
    /// The tasks.
    pub tasks: Lazily<TaskWords>,
    /// The printed checklist.
    pub checklist: Lazily<ChecklistWords>,
    /// What stands around the sheets.
    pub sheet: Lazily<SheetWords>,
    /// The sheets beside the checklist.
    pub pages: PageWords,
    /// The rules of the coach, and what it says.
    pub coach: Lazily<CoachFile>,
    /// What each step gained.
    pub gain: Lazily<GainWords>,
    /// What a responsible tool says once at the start.
    pub once: Lazily<OnceWords>,
    /// What is said when something cannot be done.
    pub faults: Lazily<FaultWords>,
    /// What the commands say.
    pub commands: Lazily<CommandWords>,
    /// What is said about keeping the plan.
    pub keeping: Lazily<SavingWords>,
    /// What is said about a passphrase.
    pub lock: Lazily<LockWords>,
    /// What is still missing.
    pub ready: Lazily<ReadyWords>,
    /// The call.
    pub call: Lazily<CallWords>,
    /// The calendar.
    pub calendar: Lazily<CalendarWords>,
    /// What is said about what the words rest on.
    pub sources: Lazily<SourceWords>,
    /// The help of the command line.
    pub help: Lazily<HelpWords>,
    /// A whole, plainly fictional plan in this language, as it is in a file.
    pub example: &'static str,
    /// What is beside the help lines.
    pub line_words: Lazily<LineWords>,
    passphrases: &'static str,
    lines: Vec<(&'static str, Lazily<HelpLines>)>,
    unlisted: HelpLines,
    countries: Vec<(&'static str, Lazily<CountryWords>)>,
    steps: BTreeMap<Section, Lazily<StepWords>>,
    choices: Lazily<ChoiceWords>,
}

impl Words {
    /// Loads and checks the words of a language; files in `folder` replace the built-in ones.
    ///
    /// # Errors
    /// [`Error::Words`], which names file, line and key: a language is complete, or it is not offered; and a private
    /// copy leaves the safety sentences as they are.
    pub fn load(language: &str, folder: Option<&Path>) -> Result<Words, Error> {
        let texts = Texts::gather(language, folder)?;
        let steps = Section::ALL
            .iter()
            .map(|section| (*section, texts.lazily(section.code())));
        let words = Words {
            engine: texts.lazily("engine"),
            dates: texts.lazily("dates"),
            danger: texts.lazily("danger"),
            home: texts.lazily("home"),
            tasks: texts.lazily("tasks"),
            checklist: texts.lazily("checklist"),
            sheet: texts.lazily("sheet"),
            pages: PageWords::load(&texts),
            coach: texts.lazily("coach"),
            gain: texts.lazily("gain"),
            once: texts.lazily("disclaimers"),
            faults: texts.lazily("faults"),
            commands: texts.lazily("commands"),
            keeping: texts.lazily("keeping"),
            lock: texts.lazily("lock"),
            passphrases: lock::list(language),
            ready: texts.lazily("ready"),
            call: texts.lazily("call"),
            calendar: texts.lazily("calendar"),
            sources: texts.lazily("sources"),
            help: texts.lazily("help"),
            example: load::example(language),
            line_words: texts.lazily("lines"),
            lines: help_lines::of_countries(),
            unlisted: HelpLines::default(),
            countries: country::of_countries(&texts),
            steps: steps.collect(),
            choices: Lazily::read_by(texts.text("choices"), "choices.toml".into(), choices::read),
            texts,
        };
        // What is built in is read by a test; a private copy is read whole before a word of it is shown.
        if folder.is_some() {
            words.read_everything()?;
            check::complete(&words)
                .and_then(|()| override_guard::check_overrides(&words, language))
                .map_err(|error| words.texts.with_position(language, error))?;
        }
        Ok(words)
    }

    /// Reads every file.
    fn read_everything(&self) -> Result<(), Error> {
        // No `..`: a file that is new is read here, or this does not compile.
        let Words {
            engine,
            dates,
            danger,
            home,
            tasks,
            checklist,
            sheet,
            pages,
            coach,
            gain,
            once,
            faults,
            commands,
            keeping,
            lock,
            ready,
            call,
            calendar,
            sources,
            help,
            line_words,
            lines,
            countries,
            steps,
            choices,
            texts: _,
            example: _,
            passphrases: _,
            unlisted: _,
        } = self;
        steps.values().try_for_each(|step| step.read_now().map(drop))?;
        choices.read_now()?;
        coach.read_now()?;
        engine.read_now()?;
        dates.read_now()?;
        danger.read_now()?;
        home.read_now()?;
        tasks.read_now()?;
        checklist.read_now()?;
        sheet.read_now()?;
        pages.read_everything()?;
        gain.read_now()?;
        once.read_now()?;
        faults.read_now()?;
        commands.read_now()?;
        keeping.read_now()?;
        lock.read_now()?;
        ready.read_now()?;
        call.read_now()?;
        calendar.read_now()?;
        sources.read_now()?;
        help.read_now()?;
        line_words.read_now()?;
        lines.iter().try_for_each(|(_, lines)| lines.read_now().map(drop))?;
        countries.iter().try_for_each(|(_, words)| words.read_now().map(drop))
    }

    /// The words of a section.
    pub fn step(&self, section: Section) -> &StepWords {
        &self.steps[&section]
    }

    /// What a section is called: another name where nothing of a day is left in it while the gate is closed.
    pub fn title(&self, section: Section, plan: &Plan) -> &str {
        let step = self.step(section);
        unless_closed(&step.title, &step.title_closed, plan)
    }

    /// What is said when a section begins: other words where little of it is left while the gate is closed.
    pub fn intro(&self, section: Section, plan: &Plan) -> &str {
        let step = self.step(section);
        unless_closed(&step.intro, &step.intro_closed, plan)
    }

    /// What is never withdrawn, in one sentence.
    pub fn never_withdrawn(&self, plan: &Plan) -> String {
        let step = self.step(Section::Boundaries);
        let list = self.list(&step.never_withdraw).replace("{name}", &self.name(plan));
        fill_placeholders(&step.never_line, &[("list", &list)])
    }

    /// The words of a question.
    pub fn question(&self, field: Field) -> &QuestionWords {
        self.steps
            .values()
            .find_map(|step| step.q.get(field.code()))
            .expect("checked when the words were loaded")
    }

    /// The words of a list.
    pub fn list_words(&self, field: Field) -> &ListWords {
        self.steps
            .values()
            .find_map(|step| step.list.get(field.code()))
            .expect("checked when the words were loaded")
    }

    /// The label of a choice; one the program does not know is shown as it is.
    pub fn label<C: CodedChoice>(&self, choice: &C) -> String {
        let known = self.choices.labels.get(C::SET).and_then(|set| set.get(choice.code()));
        known.cloned().unwrap_or_else(|| choice.code().to_string())
    }

    /// What explains a choice, where it needs explaining.
    pub fn note<C: CodedChoice>(&self, choice: &C) -> String {
        self.choices
            .notes
            .get(C::SET)
            .and_then(|set| set.get(choice.code()))
            .cloned()
            .unwrap_or_default()
    }

    /// The same in this plan: somebody under 18 who plans is told to touch nothing and to tell an adult.
    pub fn note_for<C: CodedChoice>(&self, choice: &C, plan: &Plan) -> String {
        let young = plan
            .person
            .ages
            .is(&Ages::PlannerUnder)
            .then(|| format!("{}_young", C::SET));
        let set = young.and_then(|set| self.choices.notes.get(&set)?.get(choice.code()));
        set.cloned().unwrap_or_else(|| self.note(choice))
    }

    /// What the person is called, for `{name}`.
    pub fn name(&self, plan: &Plan) -> String {
        match plan.person.name.words() {
            "" if plan.is_at_work() => self.engine.this_person.clone(),
            "" => self.engine.loved_one.clone(),
            name => name.to_string(),
        }
    }

    /// How an answer could begin. Where no name is known, nobody is called by one.
    pub fn answer_start(&self, start: &str, plan: &Plan, item: &str) -> String {
        let unnamed = plan.person.name.words().is_empty();
        match start.strip_prefix("{name}, ").filter(|_| unnamed) {
            Some(rest) => capitalize(&self.fill_names(rest, plan, item)),
            None => self.fill_names(start, plan, item),
        }
    }

    /// Puts the names of the plan, and the words of its country, into a sentence: `{name}`, `{planner}`, `{item}`,
    /// `{er}`.
    pub fn fill_names(&self, sentence: &str, plan: &Plan, item: &str) -> String {
        let planner = match plan.planner.name.words() {
            "" => self.engine.you.as_str(),
            name => name,
        };
        let item = if item.is_empty() {
            self.engine.unnamed.as_str()
        } else {
            item
        };
        let name = self.name(plan);
        let mut pairs = vec![("name", name.as_str()), ("planner", planner), ("item", item)];
        pairs.extend(self.country(&plan.country).pairs());
        fill_placeholders(sentence, &pairs)
    }
}

/// The sentence, or the one that takes its place while the gate is closed, if there is one.
fn unless_closed<'a>(said: &'a str, closed: &'a str, plan: &Plan) -> &'a str {
    match readiness::gate(plan) {
        Gate::Closed if !closed.is_empty() => closed,
        _ => said,
    }
}
