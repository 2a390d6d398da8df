//! What matters tonight, for the one who plans: what ten minutes end in, one screen that is also one side of paper
//! (design#lengths).
//!
//! What was said of harm, of suicide and of a pregnancy never changes it. So nothing here looks at the gate.

use chrono::NaiveDate;

use crate::plan::{Ages, Change, Naloxone, Plan, Recent};
use crate::tasks::{self, Task, TaskKind};
use crate::words::Words;

use super::super::formats::on_screen;
use super::super::may_name;
use super::frame::{page, phone, sentences_of_tasks};
use super::{Block, Page};

/// How many things are on it: the last ones of [`Tonight::things`] wait.
const TEN: usize = 10;

/// When something is to be done.
#[derive(Clone, Copy, PartialEq)]
enum Slot {
    Night,
    Open,
    Week,
}

/// A thing to do, and when.
type Thing = (Slot, String);

/// At most ten things, a line for whoever sits there, and last what they love about the person.
pub fn tonight(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.tonight;
    let view = Tonight {
        plan,
        words,
        tasks: tasks::derive(plan, today),
    };
    let mut things = view.things();
    things.truncate(TEN);
    let block = |slot: Slot, title: &str| {
        let lines = things.iter().filter(|(when, _)| *when == slot);
        let lines: Vec<String> = lines.map(|(_, said)| said.clone()).collect();
        (!lines.is_empty()).then(|| Block::Points {
            title: title.into(),
            ordered: slot == Slot::Night,
            lines,
        })
    };
    let mut blocks: Vec<Block> = [
        block(Slot::Night, own.until),
        block(Slot::Open, own.places),
        block(Slot::Week, own.week),
    ]
    .into_iter()
    .flatten()
    .collect();
    // Not to a counselor.
    blocks.extend((!plan.is_at_work()).then(|| Block::Words(own.you.into())));
    blocks.extend(view.typed(own.love, plan.person.love.words()).map(Block::Words));
    let mut page = page(plan, words, today, own.title.into(), blocks);
    let code = Block::Code {
        caption: own.code.into(),
        words: format!("{}\n{}", page.title, on_screen(&page)),
    };
    let end = page.blocks.iter().position(|block| matches!(block, Block::Words(_)));
    page.blocks.insert(end.unwrap_or_default(), code);
    page
}

/// What the page is made of.
struct Tonight<'a> {
    plan: &'a Plan,
    words: &'a Words,
    tasks: Vec<Task>,
}

impl Tonight<'_> {
    /// All there is to do, the most important first: a gun, a store of pills and no naloxone come before anything else.
    fn things(&self) -> Vec<Thing> {
        use TaskKind::*;
        let (own, plan) = (self.words.pages.tonight, self.plan);
        let no_naloxone = self.has_no_naloxone();
        let mut things = Vec::new();
        let mut add = |slot: Slot, said: Vec<String>| things.extend(said.into_iter().map(|said| (slot, said)));
        add(Slot::Night, self.tasks(&[TrustedAdult, LockUp, LockUpByAdult]));
        let watches = no_naloxone && self.may_be_here() && !self.is_young();
        add(
            Slot::Night,
            watches.then(|| self.filled(own.watch, "")).into_iter().collect(),
        );
        add(Slot::Night, self.tasks(&[IfAfraid]));
        add(Slot::Night, vec![self.suicide()]);
        // Breaths save a life with naloxone and without.
        add(Slot::Night, self.tasks(&[LearnSteps]));
        add(
            Slot::Night,
            self.tasks(&[StopSlowly, MissingDanger, MissingReach, MissingHospitals, Tolerance]),
        );
        add(Slot::Night, self.alone());
        if no_naloxone {
            add(Slot::Open, self.get_naloxone());
        }
        add(Slot::Open, self.call());
        add(Slot::Open, self.tasks(&[CallPrescriber, YoungDoctor, TellJail]));
        add(Slot::Open, self.tell());
        let adult = plan.person.calm_adult.words();
        add(Slot::Night, self.typed(own.children, adult).into_iter().collect());
        add(Slot::Week, vec![own.hour.into()]);
        things
    }

    /// What the tasks of these kinds say, where they hold for this plan and no answer has settled them.
    fn tasks(&self, kinds: &[TaskKind]) -> Vec<String> {
        let settled = |kind: &TaskKind| {
            let mut tasks = self.tasks.iter();
            tasks.any(|task| task.kind == *kind && task.settled.is_some())
        };
        let open: Vec<TaskKind> = kinds.iter().copied().filter(|kind| !settled(kind)).collect();
        sentences_of_tasks(self.plan, self.words, &self.tasks, &open)
    }

    /// A sentence with the numbers of the country, the names of the plan and what was typed.
    fn filled(&self, sentence: &str, typed: &str) -> String {
        self.words.fill_names(sentence, self.plan, typed)
    }

    /// The same, where something was typed.
    fn typed(&self, sentence: &str, typed: &str) -> Option<String> {
        (!typed.is_empty()).then(|| self.filled(sentence, typed))
    }

    /// A planner under 18 watches over nobody and calls no clinic: they tell an adult.
    fn is_young(&self) -> bool {
        self.plan.person.ages.is(&Ages::PlannerUnder)
    }

    /// True unless they are known to be somewhere else tonight.
    fn may_be_here(&self) -> bool {
        let away = [Change::InCare, Change::InHospital, Change::InJail, Change::CannotFind];
        self.plan.change().is_none_or(|change| !away.contains(change))
    }

    /// Opioids may be used, and naloxone is not known to be in reach and was not fetched since.
    fn has_no_naloxone(&self) -> bool {
        let fetched = |task: &Task| task.kind == TaskKind::Naloxone && task.done.is_some();
        self.plan.may_be_opioids()
            && !self.plan.safety.naloxone.is(&Naloxone::InReach)
            && !self.tasks.iter().any(fetched)
    }

    /// What to do if anyone talks of wanting to die, and that the line is there for whoever sits there too.
    fn suicide(&self) -> String {
        let if_suicide = self.tasks(&[TaskKind::IfSuicide]).join(" ");
        format!("{if_suicide} {}", self.filled(self.words.pages.tonight.for_you, ""))
    }

    /// Who stays on the line of somebody who uses alone, where they do or nobody said.
    fn alone(&self) -> Vec<String> {
        let recent = &self.plan.person.recent;
        let known = recent.given().is_some_and(|said| !said.contains(&Recent::NotSure));
        let may = self.plan.recently(Recent::Alone) || !known;
        let may = may && self.plan.may_be_opioids() && self.may_be_here();
        let line = self.line("overdose_alone").filter(|_| may);
        line.and_then(|line| self.typed(self.words.pages.tonight.alone, &line))
            .into_iter()
            .collect()
    }

    /// A line of the whole country by its name and number.
    fn line(&self, id: &str) -> Option<String> {
        let line = self.words.help_lines(&self.plan.country).nationwide(id)?;
        Some(format!("{} ({})", line.service, line.number.as_ref()?))
    }

    /// Where naloxone comes from in this country, as the page for the fridge says it.
    fn get_naloxone(&self) -> Vec<String> {
        if self.is_young() {
            return self.tasks(&[TaskKind::NaloxoneByAdult]);
        }
        let from = self.words.note(&Naloxone::NotHere);
        vec![format!(
            "{} {}",
            self.words.pages.overdose.none_yet,
            self.filled(from, "")
        )]
    }

    /// Whom to call, as it was typed: whom they know, else a professional; else that there should be somebody.
    fn call(&self) -> Vec<String> {
        let own = &self.words.pages.tonight;
        let known = self.plan.person.care_contact.words().to_string();
        let named = may_name::professionals(self.plan)
            .iter()
            .find(|pro| !pro.name.words().is_empty());
        let named = named.map(|pro| phone(pro.name.words(), "", &pro.phone).words);
        let contact = Some(known).filter(|known| !known.is_empty()).or(named);
        match contact {
            Some(contact) => self.typed(own.call, &contact).into_iter().collect(),
            None if self.is_young() || !self.may_be_here() => Vec::new(),
            None => vec![self.find_somebody()],
        }
    }

    fn find_somebody(&self) -> String {
        let (own, words) = (self.words.pages.tonight, self.words);
        let first = words.tasks.task[TaskKind::TalkToProfessionalFirst.code()].text;
        let example = self
            .line("treatment_family")
            .and_then(|line| self.typed(own.helpline, &line));
        std::iter::once(first.to_string())
            .chain(example)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The person to tell, as they were typed.
    fn tell(&self) -> Vec<String> {
        let named = self.typed(self.words.pages.tonight.tell, self.plan.planner.tell.words());
        named.map_or_else(|| self.tasks(&[TaskKind::TellOne]), |said| vec![said])
    }
}
