//! One file a sheet: each composes blocks from the plan, the tasks and the words. The table says which there are.

mod after;
mod blank;
mod brief;
mod calls;
mod cards;
mod chair;
mod checklist;
mod clinic;
mod driver;
mod frame;
mod home;
mod letter;
mod meeting;
mod numbers;
mod offer;
mod overdose;
mod person;
mod plan;
mod recovery;
mod supervision;
mod talk;
mod tonight;
mod weeks;

use chrono::NaiveDate;

use crate::plan::{Id, Plan, codes};
use crate::words::Words;

use super::{Block, Drawing, Illustration, LeftOut, Number, Page, Paper, Week};

pub use blank::blank;
pub use calls::whom_to_call;
pub use checklist::{checklist, in_short, this_week, whole_list};
pub use recovery::recovery;

/// What composes a sheet: one for the whole plan, one for each reader, or one for each who can be called.
#[derive(Clone, Copy)]
pub(super) enum Composer {
    Whole(fn(&Plan, &Words, NaiveDate) -> Page),
    Personal(fn(&Plan, &Id, &Words, NaiveDate) -> Page),
    PerCall(fn(&Plan, Option<&Id>, &Words, NaiveDate) -> Page),
}

/// One sheet a row: its name on the command line and in file names, whether it needs the day, and what composes it.
macro_rules! sheets {
    ($($(#[$doc:meta])* $kind:ident = $code:literal, $day:literal, $who:ident($compose:path);)+) => {
        codes! {
        /// One sheet, in the order in which they are offered.
        SheetKind { $($(#[$doc])* $kind = $code),+ }
        }

        impl SheetKind {
            /// True if it is about asking or meeting the person: none of these is left of a closed plan (design#gate and
            /// design#pages), nor after a big change, which freezes the day (design#return). What the person keeps is
            /// there in each, as a page of help.
            pub(super) fn needs_the_day(self) -> bool {
                match self { $(SheetKind::$kind => $day),+ }
            }

            pub(super) fn composer(self) -> Composer {
                match self { $(SheetKind::$kind => Composer::$who($compose)),+ }
            }
        }
    };
}

sheets! {
    /// The whole plan on one side.
    Plan = "plan", false, Whole(plan::plan);
    /// The tasks.
    Checklist = "checklist", false, Whole(checklist);
    /// What matters tonight, for the planner.
    Tonight = "tonight", false, Whole(tonight::tonight);
    /// One attendee's own page.
    Person = "person", false, Personal(person::person);
    /// A letter in its nine parts, for one who writes by hand.
    Letter = "letter", true, Personal(letter::letter);
    /// The meeting, for the one who leads it.
    Chair = "chair", true, Whole(chair::chair);
    /// The ride, for the one who drives.
    Driver = "driver", true, Whole(driver::driver);
    /// A page for each call to a place, and the places side by side.
    Calls = "calls", false, PerCall(calls::calls);
    /// What to say and ask when a professional is called.
    Brief = "brief", false, Whole(brief::brief);
    /// What comes after each answer, to cut out.
    Cards = "cards", true, Whole(cards::cards);
    /// What to do if somebody will not wake up, for the fridge.
    Overdose = "overdose", false, Whole(overdose::overdose);
    /// What a first visit asks.
    Clinic = "clinic", false, Whole(clinic::clinic);
    /// What is agreed for coming home, made with the person.
    Home = "home", false, Whole(home::home);
    /// One calm talk, on half a page.
    Talk = "talk", true, Whole(talk::talk);
    /// For the person it is about, to keep.
    Offer = "offer", false, Whole(offer::offer);
    /// The plan for a case discussion, with made-up names.
    Supervision = "supervision", false, Whole(supervision::supervision);
    /// The first four weeks, and the talks after the day.
    After = "after", false, Whole(after::after);
}
