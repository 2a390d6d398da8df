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
pub use cards::{AnsweredWords, CardsPage};
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
    pub(super) fn load(texts: &Texts) -> Result<PageWords, Error> {
        Ok(PageWords {
            plan: texts.load_file("pages/plan")?,
            person: texts.load_file("pages/person")?,
            chair: texts.load_file("pages/chair")?,
            driver: texts.load_file("pages/driver")?,
            cards: texts.load_file("pages/cards")?,
            talk: texts.load_file("pages/talk")?,
            offer: texts.load_file("pages/offer")?,
            after: texts.load_file("pages/after")?,
            weeks: texts.load_file("pages/weeks")?,
            calls: texts.load_file("pages/calls")?,
            overdose: texts.load_file("pages/overdose")?,
            clinic: texts.load_file("pages/clinic")?,
            supervision: texts.load_file("pages/supervision")?,
        })
    }
}
