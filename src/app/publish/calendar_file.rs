//! The dates of a plan as a file for a calendar.

use chrono::NaiveDate;

use crate::plan::{Exported, Plan};
use crate::sheets::{self, CalendarEvent};

/// The plan takes note of what its calendar is known by and what it holds, without the day and the number that follow from
/// it. True if it takes the place of one that says something else.
pub fn note_exported(plan: &mut Plan, events: &[CalendarEvent], today: NaiveDate) -> bool {
    plan.calendar.identify();
    let unmarked = Exported {
        id: plan.calendar.id,
        ..Default::default()
    };
    plan.calendar.renew(&sheets::ics(events, &unmarked, false), today)
}
