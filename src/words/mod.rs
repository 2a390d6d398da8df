//! What is said, in one language, loaded from `prompts/`.
//!
//! Here lives every sentence's owner: the files, what each must hold, and how values are put into them. Not here: when
//! something is said, and to whom.

mod call;
mod catalog;
mod coach;
mod country;
mod damage;
mod faults;
mod fill;
mod formatting;
mod help_lines;
mod local;
mod lock;
mod option;
mod override_guard;
mod paths;
mod private_copy;
mod ready;
mod sources;
mod step;
mod tasks;

use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

pub use catalog::*;
use fill::capitalize;
pub use fill::{fill_placeholders, lines_of};
pub use help_lines::{COUNTRIES, HelpLine, HelpLines, LineText};
pub use paths::{display_path, quote_path};
#[cfg(any(test, feature = "testing"))]
pub use sources::SOURCES;
pub use sources::{Source, Trace, sources, traces, weakest};

use crate::coach::CoachWords;
use crate::error::{Error, WordsFault};
use crate::plan::{Ages, CodedChoice, Field, Gate, Plan, Section};
use crate::readiness;

/// Everything that can be said in one language. Its files are those of the [`Catalog`].
pub struct Words {
    language: &'static Language,
    catalog: &'static Catalog,
    coach_rules: Arc<OnceLock<CoachWords>>,
    local: local::LocalWords,
    /// The day of what is printed: a date near it needs no year.
    printed: Option<NaiveDate>,
    /// A whole, plainly fictional plan in this language, as it is in a file.
    pub example: &'static str,
}

impl Deref for Words {
    type Target = Catalog;

    fn deref(&self) -> &Catalog {
        self.catalog
    }
}

impl Words {
    /// What can be said, without what only belongs to this run.
    pub fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// The words of a language; files in `folder` replace the built-in ones.
    ///
    /// # Errors
    /// [`Error::Words`], which names file, line and key: a private copy has every key, and leaves the safety sentences
    /// as they are.
    pub fn load(language: &str, folder: Option<&Path>) -> Result<Words, Error> {
        let known = LANGUAGES.iter().find(|known| known.code == language);
        let language = known.ok_or_else(|| private_copy::fault(Path::new(language), WordsFault::NoLanguage))?;
        let mut words = Words {
            language,
            catalog: language.catalog,
            coach_rules: Arc::default(),
            local: local::LocalWords::new(language.catalog),
            printed: None,
            example: language.example,
        };
        if let Some(folder) = folder {
            let copy = private_copy::read(language, folder)?;
            if let Some(own) = copy.iter().find(|own| own.file == "coach") {
                words.coach_rules = Arc::new(OnceLock::from(coach::read_rules(&own.text)?));
            }
            override_guard::check_overrides(&copy, words.coach_rules())?;
            let read = |file: &str| Some(copy.iter().find(|own| own.file == file)?.arranged());
            words.catalog = Box::leak(Box::new(words.catalog.replaced(language.code, &read)));
            words.local = local::LocalWords::with_copy(words.catalog, copy.iter().map(|own| own.file).collect());
        }
        Ok(words)
    }

    /// The files that a private copy can take the place of, as they are written: name without ending, and text.
    pub fn files(&self) -> Files {
        self.language.files
    }

    /// The words that every step has.
    pub fn step(&self, section: Section) -> &'static StepWords {
        match section {
            Section::Start => &self.start.step,
            Section::Who => &self.who.step,
            Section::Safety => &self.safety.step,
            Section::Person => &self.person.step,
            Section::Professional => &self.professional.step,
            Section::Way => &self.way.step,
            Section::Attendees => &self.attendees.step,
            Section::Options => &self.options.step,
            Section::Boundaries => &self.boundaries.step,
            Section::Words => &self.words.step,
            Section::Day => &self.day.step,
            Section::Review => &self.review.step,
        }
    }

    /// What a section is called: another name where nothing of a day is left in it while the gate is closed.
    pub fn title(&self, section: Section, plan: &Plan) -> &str {
        let step = self.step(section);
        unless_closed(step.title, step.title_closed, plan)
    }

    /// What is said when a section begins: other words where little of it is left while the gate is closed.
    pub fn intro(&self, section: Section, plan: &Plan) -> &str {
        if section == Section::Way {
            // What studies found of each way stands where one is chosen: a study says whom it was about, and no
            // number in it is a promise.
            return self.disclaimers.two;
        }
        let step = self.step(section);
        unless_closed(step.intro, step.intro_closed, plan)
    }

    /// What is never withdrawn, in one sentence.
    pub fn never_withdrawn(&self, plan: &Plan) -> String {
        let name = self.name(plan);
        let each = |said: &&str| fill_placeholders(said, &[("name", &name)]);
        let never: Vec<String> = self.boundaries.never_withdraw.iter().map(each).collect();
        fill_placeholders(self.boundaries.never_line, &[("list", &self.list(&never))])
    }

    /// The rules of the coach. They are read when they are first needed: their phrases have a grammar of their own.
    pub fn coach_rules(&self) -> &CoachWords {
        self.coach_rules.get_or_init(|| coach::built_in_rules(self.language))
    }

    /// The words of a question.
    pub fn question(&self, field: Field) -> &'static QuestionWords {
        let mut steps = Section::ALL.iter().map(|section| self.step(*section));
        steps
            .find_map(|step| step.q.get(field.code()))
            .expect("checked when the words were tested")
    }

    /// The words of a list.
    pub fn list_words(&self, field: Field) -> &'static ListWords {
        let mut steps = Section::ALL.iter().map(|section| self.step(*section));
        steps
            .find_map(|step| step.list.get(field.code()))
            .expect("checked when the words were tested")
    }

    /// The label of a choice; one the program does not know is shown as it is.
    pub fn label<C: CodedChoice>(&self, choice: &C) -> String {
        let known = self.choices.labels.get(C::SET).and_then(|set| set.get(choice.code()));
        known.map_or(choice.code(), |label| label).to_string()
    }

    /// What explains a choice, where it needs explaining.
    pub fn note<C: CodedChoice>(&self, choice: &C) -> &'static str {
        let set = self.choices.note.get(C::SET);
        set.and_then(|set| set.get(choice.code())).copied().unwrap_or_default()
    }

    /// The same in this plan: somebody under 18 who plans is told to touch nothing and to tell an adult.
    pub fn note_for<C: CodedChoice>(&self, choice: &C, plan: &Plan) -> &'static str {
        let young = plan
            .person
            .ages
            .is(&Ages::PlannerUnder)
            .then(|| format!("{}_young", C::SET));
        let own = young.and_then(|set| self.choices.note.get(&set)?.get(choice.code()));
        own.copied().unwrap_or_else(|| self.note(choice))
    }

    /// What the person is called, for `{name}`.
    pub fn name(&self, plan: &Plan) -> String {
        match plan.person.name.words() {
            "" if plan.is_at_work() => self.engine.this_person.into(),
            "" => self.engine.loved_one.into(),
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

    /// Puts the names of the plan, and the words and the numbers of its country, into a sentence: `{name}`,
    /// `{planner}`, `{item}`, `{er}`, `{emergency}`.
    pub fn fill_names(&self, sentence: &str, plan: &Plan, item: &str) -> String {
        self.fill_names_and(sentence, plan, item, &[])
    }

    /// The same with more values, which go before those of the plan.
    pub fn fill_names_and(&self, sentence: &str, plan: &Plan, item: &str, pairs: &[(&str, &str)]) -> String {
        let or = |typed: &'_ str, unknown: &'static str| {
            if typed.is_empty() {
                unknown.into()
            } else {
                typed.to_string()
            }
        };
        fill::fill(sentence, |key| {
            let own = pairs.iter().find(|(known, _)| *known == key);
            match (own, key) {
                (Some((_, value)), _) => Some((*value).into()),
                (None, "name") => Some(self.name(plan).into()),
                (None, "planner") => Some(or(plan.planner.name.words(), self.engine.you).into()),
                (None, "item") => Some(or(item, self.engine.unnamed).into()),
                (None, _) => self.help_lines(&plan.country).placeholder(key, self),
            }
        })
    }
}

/// The sentence, or the one that takes its place while the gate is closed, if there is one.
fn unless_closed<'a>(said: &'a str, closed: &'a str, plan: &Plan) -> &'a str {
    match readiness::gate(plan) {
        Gate::Closed if !closed.is_empty() => closed,
        _ => said,
    }
}
