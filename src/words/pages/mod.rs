//! The words of the sheets, one file each.

mod after;
mod cards;
mod chair;
mod driver;
mod offer;
mod person;
mod plan;
mod talk;
mod weeks;

pub use after::AfterPage;
pub use cards::{Answered, CardsPage};
pub use chair::ChairPage;
pub use driver::DriverPage;
pub use offer::{OfferPage, StaysWords};
pub use person::PersonPage;
pub use plan::PlanPage;
pub use talk::TalkPage;
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

use super::Texts;

/// The words of every sheet that is not the checklist.
#[allow(missing_docs)]
pub struct PageWords {
    pub plan: PlanPage,
    pub person: PersonPage,
    pub chair: ChairPage,
    pub driver: DriverPage,
    pub cards: CardsPage,
    pub talk: TalkPage,
    pub offer: OfferPage,
    pub after: AfterPage,
    /// The picture that several sheets share.
    pub weeks: WeeksWords,
    pub calls: CallsPage,
    pub overdose: OverdosePage,
    pub clinic: ClinicPage,
    pub supervision: SupervisionPage,
}

impl PageWords {
    /// Reads `pages/*.toml`.
    ///
    /// # Errors
    /// [`Error::Words`] where one is not as it should be.
    pub(super) fn read(texts: &Texts) -> Result<PageWords, Error> {
        Ok(PageWords {
            plan: texts.fill("pages/plan")?,
            person: texts.fill("pages/person")?,
            chair: texts.fill("pages/chair")?,
            driver: texts.fill("pages/driver")?,
            cards: texts.fill("pages/cards")?,
            talk: texts.fill("pages/talk")?,
            offer: texts.fill("pages/offer")?,
            after: texts.fill("pages/after")?,
            weeks: texts.fill("pages/weeks")?,
            calls: texts.fill("pages/calls")?,
            overdose: texts.fill("pages/overdose")?,
            clinic: texts.fill("pages/clinic")?,
            supervision: texts.fill("pages/supervision")?,
        })
    }
}
