//! The weeks and months afterwards.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::Timeframe::{AfterReturn, AnyTime, BeforeReturn, Weekly};
use crate::tasks::conditions::*;
use crate::tasks::row::Helps::*;
use crate::tasks::row::rows;
use crate::tasks::settled::Settling::*;

rows! {
/// Rows 65 to 71. Row 65 presumes that they come home to the family, so a closed gate takes it away; row 66 stays,
/// for lost tolerance is the greatest danger there is. What follows from that danger is our own advice, and says
/// so with its `D`: a source tells of the deaths, and none of what a family can do.
AFTER After {
    65 PrepareHome, Planner, Timeframe(BeforeReturn), Always, One, ByHand, AWAY, returning_home, ["P6", "N168", "N171"];
    99 FirstDayOut, Planner, Timeframe(BeforeReturn), Always, One, ByHand, JAIL, jailed_opioids, ["E18", "N200", "D"];
    66 FirstWeeks, Everyone, Timeframe(AfterReturn(28)), Always, One, ByHand, CALLS, Plan::may_be_opioids, ["E18", "N201", "D"];
    100 MedicineWeeks, Everyone, Timeframe(AnyTime), Always, One, ByHand, CALLS, Plan::uses_an_opioid, ["N202", "N203", "D"];
    67 IfUseReturns, Planner, Timeframe(AnyTime), Always, One, ByHand, GROWN, always, ["T12", "D"];
    68 ReviewTogether, Everyone, Day(30), Always, One, ByHand, CALM, always, ["W9"];
    69 CheckDates, Safety, Day(90), Always, One, ByHand, SAFETY, always, ["N5"];
    70 KeepSupport, Everyone, Timeframe(Weekly), Always, Everybody, ByHand, SAFETY, always, ["E1", "G1"];
    71 Grief, Planner, Timeframe(AnyTime), Always, One, ByHand, ALWAYS, died, ["N205", "N206", "N207", "N208", "N210", "D"];
    101 AfterDeath, Planner, Timeframe(AnyTime), Always, One, ByHand, ALWAYS, died, ["D"];
}
}
