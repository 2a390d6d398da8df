//! What a phone knows the plan's calendar by when it comes again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The calendars that were made of a plan. It says nothing of what was in them.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Exported {
    /// Random, and never changed: every id in a calendar is worked out from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// How often what it holds has changed since the first one.
    #[serde(skip_serializing_if = "super::is_zero")]
    pub revision: u32,
    /// The day on which it last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// A fingerprint of what the last one held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Uuid>,
}

/// RFC 5545 counts revisions in a signed number of 32 bits.
const MOST: u32 = i32::MAX.cast_unsigned();

impl Exported {
    /// True before the first calendar. Named for serde's `skip_serializing_if`.
    pub fn is_none(&self) -> bool {
        *self == Exported::default()
    }

    /// The id, made if there is none.
    pub fn identify(&mut self) -> Uuid {
        *self.id.get_or_insert_with(Uuid::new_v4)
    }

    /// Takes note of a calendar that holds this: a new revision if it is not what the last one held. True if it
    /// takes the place of an earlier one.
    pub fn renew(&mut self, content: &str, today: NaiveDate) -> bool {
        let held = Uuid::new_v5(&self.identify(), content.as_bytes());
        if self.held == Some(held) && self.on.is_some() {
            return false;
        }
        let again = self.held.is_some();
        if again {
            self.revision = self.revision.saturating_add(1).min(MOST);
        }
        self.on = Some(today);
        self.held = Some(held);
        again
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_follows_only_from_a_change() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let mut exported = Exported::default();
        assert!(exported.is_none() && !exported.renew("a", day(1)));
        let first = exported.clone();
        assert!(first.id.is_some() && !exported.renew("a", day(2)));
        assert_eq!(exported, first, "nor its day");
        assert!(exported.renew("b", day(3)));
        assert_eq!(
            (exported.id, exported.revision, exported.on),
            (first.id, 1, Some(day(3)))
        );
        exported.revision = u32::MAX;
        exported.renew("c", day(4));
        assert_eq!(exported.revision, MOST);
    }

    #[test]
    fn two_plans_never_share_an_id() {
        assert_ne!(Exported::default().identify(), Exported::default().identify());
    }
}
