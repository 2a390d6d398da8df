//! The words of the sheets, one file each.

mod after;
mod cards;
mod chair;
mod driver;
mod offer;
mod person;
mod plan;
mod talk;
mod tonight;
mod weeks;

pub use after::AfterPage;
pub use cards::{AnsweredWords, CardsPage};
pub use chair::ChairPage;
pub use driver::DriverPage;
pub use offer::{OfferPage, StaysWords};
pub use person::PersonPage;
pub use plan::PlanPage;
pub use talk::TalkPage;
pub use tonight::{TonightPage, TonightRows};
pub use weeks::WeeksWords;
mod calls;
mod clinic;
mod overdose;
mod supervision;

pub use calls::CallsPage;
pub use clinic::{ClinicPage, LinesWords};
pub use overdose::OverdosePage;
pub use supervision::SupervisionPage;

use crate::error::Error;

use super::{Lazily, Texts};

/// The words of every sheet that is not the checklist.
#[allow(missing_docs)]
pub struct PageWords {
    pub plan: Lazily<PlanPage>,
    pub person: Lazily<PersonPage>,
    pub chair: Lazily<ChairPage>,
    pub driver: Lazily<DriverPage>,
    pub cards: Lazily<CardsPage>,
    pub talk: Lazily<TalkPage>,
    pub tonight: Lazily<TonightPage>,
    pub offer: Lazily<OfferPage>,
    pub after: Lazily<AfterPage>,
    /// The picture that several sheets share.
    pub weeks: Lazily<WeeksWords>,
    pub calls: Lazily<CallsPage>,
    pub overdose: Lazily<OverdosePage>,
    pub clinic: Lazily<ClinicPage>,
    pub supervision: Lazily<SupervisionPage>,
}

impl PageWords {
    /// `pages/*.toml`, each read when it is first needed.
    pub(super) fn load(texts: &Texts) -> PageWords {
        PageWords {
            plan: texts.lazily("pages/plan"),
            person: texts.lazily("pages/person"),
            chair: texts.lazily("pages/chair"),
            driver: texts.lazily("pages/driver"),
            cards: texts.lazily("pages/cards"),
            talk: texts.lazily("pages/talk"),
            tonight: texts.lazily("pages/tonight"),
            offer: texts.lazily("pages/offer"),
            after: texts.lazily("pages/after"),
            weeks: texts.lazily("pages/weeks"),
            calls: texts.lazily("pages/calls"),
            overdose: texts.lazily("pages/overdose"),
            clinic: texts.lazily("pages/clinic"),
            supervision: texts.lazily("pages/supervision"),
        }
    }

    /// Reads every one of them.
    pub(super) fn read_everything(&self) -> Result<(), Error> {
        let PageWords {
            plan,
            person,
            chair,
            driver,
            cards,
            talk,
            tonight,
            offer,
            after,
            weeks,
            calls,
            overdose,
            clinic,
            supervision,
        } = self;
        plan.read_now()?;
        person.read_now()?;
        chair.read_now()?;
        driver.read_now()?;
        cards.read_now()?;
        talk.read_now()?;
        tonight.read_now()?;
        offer.read_now()?;
        after.read_now()?;
        weeks.read_now()?;
        calls.read_now()?;
        overdose.read_now()?;
        clinic.read_now()?;
        supervision.read_now()?;
        Ok(())
    }
}
