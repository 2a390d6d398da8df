//! What is said, in one language, loaded from `prompts/`.
//!
//! Here lives every sentence's owner: the files, what each must hold, and how values are put into them. Not here: when
//! something is said, and to whom.

mod calendar;
mod call;
mod check;
mod checklist;
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
pub use checklist::{ChecklistWords, TaskListWords, TonightWords};
pub use coach::HintWords;
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
pub use load::{Files, LANGUAGES, Texts};
pub use lock::{LockWords, RecoveryPage};
pub use pages::{
    AfterPage, AnsweredWords, CallsPage, CardsPage, ChairPage, ClinicPage, DriverPage, LinesWords, OfferPage,
    OverdosePage, PageWords, PersonPage, PlanPage, StaysWords, SupervisionPage, TalkPage, WeeksWords,
};
pub use paths::{display_path, quote_path};
pub use ready::{ReadyWords, RuleWords};
pub use saving::SavingWords;
pub use sheet::{LEFT_OUT, MISSING, SHEETS, SheetWords};
pub use sources::{SOURCES, Source, SourceWords, TRACES, Trace, Traces, sources, traces, weakest};
pub use step::{KindWords, ListWords, ObjectionWords, QuestionWords, StepWords};
pub use tasks::TaskWords;

use crate::coach::CoachWords;
use crate::error::Error;
use crate::plan::when::DateWords;
use crate::plan::{Ages, CodedChoice, Field, Gate, Plan, Section};
use crate::readiness;

/// Everything that can be said in one language.
pub struct Words {
    texts: Texts,
    /// The engine's own words.
    pub engine: EngineWords,
    /// How dates are typed.
    pub dates: DateWords,
    /// Danger now.
    pub danger: DangerWords,
    /// The home page.
    pub home: HomeWords,
    /// The tasks.
    pub tasks: TaskWords,
    /// The printed checklist.
    pub checklist: ChecklistWords,
    /// What stands around the sheets.
    pub sheet: SheetWords,
    /// The sheets beside the checklist.
    pub pages: PageWords,
    /// The rules of the coach.
    pub coach: CoachWords,
    /// What each step gained.
    pub gain: GainWords,
    /// What a responsible tool says once at the start.
    pub once: OnceWords,
    /// What is said when something cannot be done.
    pub faults: FaultWords,
    /// What the commands say.
    pub commands: CommandWords,
    /// What is said about keeping the plan.
    pub keeping: SavingWords,
    /// What is said about a passphrase.
    pub lock: LockWords,
    /// What is still missing.
    pub ready: ReadyWords,
    /// The call.
    pub call: CallWords,
    /// The calendar.
    pub calendar: CalendarWords,
    /// What is said about what the words rest on.
    pub sources: SourceWords,
    /// The help of the command line.
    pub help: HelpWords,
    /// A whole, plainly fictional plan in this language, as it is in a file.
    pub example: &'static str,
    /// What is beside the help lines.
    pub line_words: LineWords,
    passphrases: &'static str,
    hints: BTreeMap<String, HintWords>,
    firmness: BTreeMap<String, String>,
    lines: Vec<HelpLines>,
    unlisted: HelpLines,
    countries: Vec<(&'static str, CountryWords)>,
    steps: BTreeMap<Section, StepWords>,
    choices: BTreeMap<String, BTreeMap<String, String>>,
    notes: BTreeMap<String, BTreeMap<String, String>>,
}

impl Words {
    /// Loads and checks the words of a language; files in `folder` replace the built-in ones.
    ///
    /// # Errors
    /// [`Error::Words`], which names file, line and key: a language is complete, or it is not offered; and a private
    /// copy leaves the safety sentences as they are.
    pub fn load(language: &str, folder: Option<&Path>) -> Result<Words, Error> {
        let texts = Texts::gather(language, folder)?;
        let mut steps = BTreeMap::new();
        for section in Section::ALL {
            steps.insert(*section, texts.load_file(section.code())?);
        }
        let (mut choices, mut notes) = (BTreeMap::new(), BTreeMap::new());
        let mut all: BTreeMap<String, toml::Value> = texts.load_file("choices")?;
        if let Some(toml::Value::Table(tables)) = all.remove("note") {
            for (set, table) in tables {
                notes.insert(set, check::labels("choices", table)?);
            }
        }
        for (set, table) in all {
            choices.insert(set, check::labels("choices", table)?);
        }
        let coach: coach::CoachFile = texts.load_file("coach")?;
        let words = Words {
            engine: texts.load_file("engine")?,
            dates: texts.load_file("dates")?,
            danger: texts.load_file("danger")?,
            home: texts.load_file("home")?,
            tasks: texts.load_file("tasks")?,
            checklist: texts.load_file("checklist")?,
            sheet: texts.load_file("sheet")?,
            pages: PageWords::load(&texts)?,
            coach: coach.rules,
            hints: coach.hint,
            firmness: coach.firmness,
            gain: texts.load_file("gain")?,
            once: texts.load_file("disclaimers")?,
            faults: texts.load_file("faults")?,
            commands: texts.load_file("commands")?,
            keeping: texts.load_file("keeping")?,
            lock: texts.load_file("lock")?,
            passphrases: lock::list(language),
            ready: texts.load_file("ready")?,
            call: texts.load_file("call")?,
            calendar: texts.load_file("calendar")?,
            sources: texts.load_file("sources")?,
            help: texts.load_file("help")?,
            example: load::example(language),
            line_words: texts.load_file("lines")?,
            lines: help_lines::of_countries()?,
            unlisted: HelpLines::default(),
            countries: country::of_countries(&texts)?,
            steps,
            choices,
            notes,
            texts,
        };
        check::complete(&words)
            .and_then(|()| override_guard::check_overrides(&words, language))
            .map_err(|error| words.texts.with_position(language, error))?;
        Ok(words)
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
        let known = self.choices.get(C::SET).and_then(|set| set.get(choice.code()));
        known.cloned().unwrap_or_else(|| choice.code().to_string())
    }

    /// What explains a choice, where it needs explaining.
    pub fn note<C: CodedChoice>(&self, choice: &C) -> String {
        self.notes
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
        let set = young.and_then(|set| self.notes.get(&set)?.get(choice.code()));
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
