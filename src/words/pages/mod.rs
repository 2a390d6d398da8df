//! The words of the sheets, one file each.

mod plan;

pub use plan::PlanPage;

use crate::error::Error;

use super::Texts;

/// The words of every sheet that is not the checklist.
#[allow(missing_docs)]
pub struct PageWords {
    pub plan: PlanPage,
}

impl PageWords {
    /// Reads `pages/*.toml`.
    ///
    /// # Errors
    /// [`Error::Words`] where one is not as it should be.
    pub(super) fn read(texts: &Texts) -> Result<PageWords, Error> {
        Ok(PageWords {
            plan: texts.fill("pages/plan")?,
        })
    }
}
