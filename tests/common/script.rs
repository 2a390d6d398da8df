//! A script: what a person answers, question by question, each named by its id.

use steadfast::plan::{CodedChoice, Computer, Field, Harm, Length, List, Suicide};
use steadfast::prompt::{Action, Menu, ScriptedReply};

use super::home::words;

/// Replies in order, each for one question.
#[derive(Clone, Default)]
pub struct Script {
    pub steps: Vec<(String, ScriptedReply)>,
}

/// A question by its field, or by the id of a page that has none.
pub trait Named {
    fn named(&self) -> String;
}

impl Named for Field {
    fn named(&self) -> String {
        self.code().into()
    }
}

impl Named for &str {
    fn named(&self) -> String {
        (*self).into()
    }
}

/// Where to, on the home page.
#[derive(Clone, Copy)]
pub enum Go {
    On,
    DoneSteps,
    Review,
    Checklist,
    Save,
    Calendar,
    Undo,
    Length,
    Change,
    Country,
    Leave,
}

/// What to do with an item of a list.
#[derive(Clone, Copy)]
pub enum Deed {
    Change,
    More,
    Remove,
}

impl Script {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn with(mut self, id: impl Named, answer: ScriptedReply) -> Self {
        self.steps.push((id.named(), answer));
        self
    }

    pub fn then(mut self, other: Script) -> Self {
        self.steps.extend(other.steps);
        self
    }

    /// The ids, in order.
    pub fn ids(&self) -> Vec<&str> {
        self.steps.iter().map(|(id, _)| id.as_str()).collect()
    }

    /// The first `replies` of it.
    pub fn first(&self, replies: usize) -> Self {
        let steps = self.steps[..replies].to_vec();
        Self { steps }
    }

    pub fn line(self, id: impl Named, typed: &str) -> Self {
        self.with(id, ScriptedReply::Line(typed.into()))
    }

    pub fn text(self, id: impl Named, typed: &str) -> Self {
        self.with(id, ScriptedReply::Text(typed.into()))
    }

    pub fn row(self, id: impl Named, row: usize) -> Self {
        self.with(id, ScriptedReply::Pick(row))
    }

    pub fn label(self, id: impl Named, label: &str) -> Self {
        self.with(id, ScriptedReply::PickLabel(label.into()))
    }

    pub fn pick<C: CodedChoice>(self, id: impl Named, choice: C) -> Self {
        self.row(id, row_of(&choice))
    }

    pub fn tick<C: CodedChoice>(self, id: impl Named, choices: &[C]) -> Self {
        self.tick_rows(id, choices.iter().map(row_of).collect())
    }

    pub fn tick_rows(self, id: impl Named, rows: Vec<usize>) -> Self {
        self.with(id, ScriptedReply::Tick(rows))
    }

    pub fn order(self, id: impl Named, rows: &[usize]) -> Self {
        self.with(id, ScriptedReply::Order(rows.to_vec()))
    }

    pub fn enter(self, id: impl Named) -> Self {
        self.with(id, ScriptedReply::Enter)
    }

    pub fn action(self, id: impl Named, action: Action) -> Self {
        self.with(id, ScriptedReply::Action(action))
    }

    pub fn back(self, id: impl Named) -> Self {
        self.action(id, Action::Back)
    }

    pub fn skip(self, id: impl Named) -> Self {
        self.action(id, Action::Skip)
    }

    pub fn later(self, id: impl Named) -> Self {
        self.action(id, Action::Later)
    }

    /// Danger now at a question, with one card, and back to the question.
    pub fn card(self, id: impl Named, row: usize) -> Self {
        let script = self.action(id, Action::Danger).row("danger", row).enter("card");
        // Behind "not sure" the visit goes on at once.
        let asked = if row == 3 { "danger.next" } else { "danger" };
        script.row(asked, 4)
    }

    /// A day, typed and read back; `reading` is the row that was meant.
    pub fn day(self, field: Field, typed: &str, reading: usize) -> Self {
        self.line(field, typed)
            .row(format!("{}.read_back", field.code()).as_str(), reading)
    }

    pub fn add(self, list: List) -> Self {
        self.label(list.field(), words().list_words(list.field()).add)
    }

    pub fn item(self, list: List, at: usize) -> Self {
        self.row(list.field(), at)
    }

    /// "That is everyone".
    pub fn all(self, list: List) -> Self {
        self.label(list.field(), words().list_words(list.field()).everyone)
    }

    /// Opens a finished item and does something with it.
    pub fn deal(self, list: List, at: usize, choice: Deed) -> Self {
        let engine = &words().engine;
        let label = match choice {
            Deed::Change => &engine.item_change,
            Deed::More => &engine.item_more,
            Deed::Remove => &engine.item_remove,
        };
        let id = format!("{}.item", list.field().code());
        self.item(list, at).label(id.as_str(), label)
    }

    pub fn remove(self, list: List, at: usize) -> Self {
        let id = format!("{}.remove", list.field().code());
        self.deal(list, at, Deed::Remove).row(id.as_str(), 1)
    }

    /// Enough of looking over answers.
    pub fn seen_enough(self) -> Self {
        self.row("browse", 0)
    }

    pub fn go(self, to: Go) -> Self {
        let home = &words().home;
        let rows = &home.rows;
        let (label, behind) = match to {
            Go::On => (rows.go_on, None),
            Go::DoneSteps => (home.steps_done, None),
            Go::Review => (rows.review, None),
            Go::Checklist => (rows.checklist, None),
            Go::Save => (rows.keep, Some(rows.save_page)),
            Go::Calendar => (rows.keep, Some(rows.calendar)),
            Go::Undo => (rows.keep, Some(rows.undo)),
            Go::Length => (rows.length, None),
            Go::Change => (rows.changed_big, None),
            Go::Country => (rows.keep, Some(rows.country)),
            Go::Leave => (rows.leave, None),
        };
        let at_home = self.label("home", label);
        behind
            .into_iter()
            .fold(at_home, |script, row| script.label("keep", row))
    }

    pub fn leave(self) -> Self {
        self.go(Go::Leave)
    }

    /// Nobody in danger. What is said once is above the first question.
    pub fn greeted(self) -> Self {
        self.row("danger", 4)
    }

    /// A first visit up to its length.
    pub fn begin(length: Length) -> Self {
        let script = Self::new().greeted().pick(Field::Computer, Computer::OnlyMe);
        script.pick(Field::Length, length)
    }

    /// A later visit up to the home page.
    pub fn again() -> Self {
        Self::new().enter("neutral")
    }

    /// A later visit to a plan in which nothing about safety was asked yet.
    pub fn again_unasked() -> Self {
        Self::again().row("danger", 4)
    }

    /// A later visit to this plan up to the home page.
    pub fn again_to(plan: &steadfast::plan::Plan) -> Self {
        match plan.safety.last_reviewed() {
            Some(_) => Self::again(),
            None => Self::again_unasked(),
        }
    }

    /// Nobody can see the screen.
    pub fn alone(self) -> Self {
        self.row("screen", 0)
    }

    /// Who it is about, at the shortest length.
    pub fn who(self) -> Self {
        self.who_but_contact().later(Field::CareContact)
    }

    /// The same up to whom to call.
    pub fn who_but_contact(self) -> Self {
        use steadfast::plan::{Ages, Care, Recent, Relation, Substance};
        self.line(Field::PlannerName, "Juniper")
            .line(Field::PersonName, "Robin")
            .pick(Field::Relation, Relation::Child)
            .pick(Field::Ages, Ages::Both)
            .tick(Field::Substances, &[Substance::Heroin])
            .tick(Field::Recent, &[Recent::Nothing])
            .pick(Field::Care, Care::Neither)
    }

    /// The safety questions of the shortest length, with nobody at the screen.
    pub fn safety(self, harm: Harm, suicide: Suicide) -> Self {
        use steadfast::plan::{Means, Naloxone};
        self.pick(Field::Naloxone, Naloxone::NotHere)
            .alone()
            .pick(Field::Harm, harm)
            .pick(Field::Means, Means::No)
            .pick(Field::Suicide, suicide)
    }

    pub fn calm(self) -> Self {
        self.safety(Harm::No, Suicide::No)
    }

    /// The rest of the shortest length.
    pub fn near(self) -> Self {
        self.pick(Field::Children, steadfast::plan::Children::No)
            .line(Field::Tell, "Clover")
            .line(Field::Love, "How Robin sings.")
    }

    /// The whole of ten minutes, and from its page to the home page.
    pub fn ten_minutes() -> Self {
        Self::begin(Length::TenMinutes).who().calm().near().tonight()
    }

    /// From the page for tonight to the home page.
    pub fn tonight(self) -> Self {
        self.back("tonight")
    }

    /// The planner's own place on the list of attendees, which is there from the start and asked about first.
    pub fn planner_in_the_room(self) -> Self {
        use steadfast::plan::{Part, TakesPart};
        self.pick(Field::AttTakesPart, TakesPart::InTheRoom)
            .tick(Field::AttParts, &[Part::Nothing])
    }

    /// One more who is in the room.
    pub fn attendee(self, name: &str) -> Self {
        use steadfast::plan::{Part, TakesPart};
        self.add(List::Attendees)
            .line(Field::AttName, name)
            .pick(Field::AttAdult, steadfast::plan::YesNo::Yes)
            .pick(Field::AttTakesPart, TakesPart::InTheRoom)
            .tick(Field::AttParts, &[Part::Chair])
    }

    /// What *the plan* asks beyond ten minutes, as briefly as it can be answered.
    pub fn the_plan(self) -> Self {
        use steadfast::plan::Way;
        self.all(List::Professionals)
            .pick(Field::Way, Way::Invited)
            .planner_in_the_room()
            .all(List::Attendees)
            .all(List::Options)
            .all(List::Boundaries)
            .day(Field::Date, "12 December", 0)
            .line(Field::Place, "Linden's office")
    }

    /// The same replies as somebody types them at the plain back end.
    pub fn typed(&self) -> String {
        self.steps.iter().map(|(_, answer)| typed(answer)).collect()
    }

    /// The same, with each action taken from the list behind "something else". Only for actions at lists.
    pub fn typed_by_menu(&self, else_row: &str) -> String {
        let through = |action: &Action| {
            let at = Menu::ORDER.iter().position(|known| known == action).unwrap();
            format!("{else_row}\n{}\n", at + 1)
        };
        let line = |answer: &ScriptedReply| match answer {
            ScriptedReply::Action(action) => through(action),
            other => typed(other),
        };
        self.steps.iter().map(|(_, answer)| line(answer)).collect()
    }
}

fn row_of<C: CodedChoice>(choice: &C) -> usize {
    let known = C::all().iter().position(|known| known == choice);
    known.unwrap_or_else(|| panic!("{} does not offer {}", C::SET, choice.code()))
}

fn typed(answer: &ScriptedReply) -> String {
    let numbers = |rows: &[usize]| rows.iter().map(|row| format!("{} ", row + 1)).collect::<String>();
    match answer {
        ScriptedReply::Line(words) | ScriptedReply::PickLabel(words) | ScriptedReply::Secret(words) => {
            format!("{words}\n")
        }
        ScriptedReply::Text(words) => format!("{words}\n\n"),
        ScriptedReply::Pick(row) => format!("{}\n", row + 1),
        ScriptedReply::Tick(rows) if rows.is_empty() => "0\n".into(),
        ScriptedReply::Tick(rows) | ScriptedReply::Order(rows) => format!("{}\n", numbers(rows)),
        ScriptedReply::Enter => "\n".into(),
        ScriptedReply::Action(action) => format!("{}\n", sign(*action)),
    }
}

fn sign(action: Action) -> &'static str {
    match action {
        Action::Back => "<",
        Action::Skip => "/skip",
        Action::Later => ">",
        Action::Help => "?",
        Action::Danger => "!",
        Action::Home => "/home",
        Action::Hide => "/hide",
        Action::Leave => "/leave",
    }
}
