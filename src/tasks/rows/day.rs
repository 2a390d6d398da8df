//! The day.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::conditions::*;
use crate::tasks::row::Helps::*;
use crate::tasks::row::rows;
use crate::tasks::settled::Settling::*;

rows! {
/// Rows 47 to 51.
DAY Day {
    47 CheckIn, Chair, Day(0), AtLeast(0), One, ByHand, MEETING, always, ["D1"];
    48 CarryNaloxone, Safety, Day(0), Always, One, ByHand, MEETING, Plan::may_be_opioids, ["N8"];
    49 Postpone, Chair, Day(0), AtLeast(0), One, ByHand, MEETING, always, ["D1"];
    50 MakeOffer, Chair, Day(0), AtLeast(0), One, ByHand, MEETING, group, ["L4", "M1"];
    51 Debrief, Everyone, Day(0), AtLeast(-3), Helper, ByHand, MEETING, always, ["D", "W5"];
}
}
