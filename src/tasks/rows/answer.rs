//! What a yes asks for, and what a no does: both are printed, so that the family has read both.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::Timeframe::AnyTime;
use crate::tasks::conditions::*;
use crate::tasks::row::Helps::*;
use crate::tasks::row::rows;
use crate::tasks::settled::Settling::*;

rows! {
/// Rows 52 to 58.
IF_YES IfYes {
    52 LeaveTogether, Driver, Day(0), Always, One, ByHand, MEETING, always, ["Wd2", "S5"];
    97 SickGoesOn, Driver, Day(0), Always, One, ByHand, MEETING, Plan::uses_an_opioid, ["N162", "N163", "N164", "D"];
    53 IfWait, Safety, Day(0), Always, One, ByHand, MEETING, always, ["E21", "E25", "D"];
    54 Consent, Logistics, Day(0), Always, One, ByHand, CARE, always, ["Pv1"];
    55 GiveList, Driver, Day(0), Always, One, ByHand, MEETING, always, ["Wd6"];
    56 TellWork, Planner, Day(1), Always, One, ByHand, CARE, works, ["T13"];
    57 FamilySessions, Planner, Call(3), Always, One, ByHand, CARE, always, ["S5"];
    58 MedicineGoesOn, Logistics, Call(7), Always, One, ByHand, CARE, Plan::uses_an_opioid, ["E25", "P6"];
    98 LeftEarly, Planner, Timeframe(AnyTime), Always, One, ByHand, CARE, always, ["N165", "N202", "D"];
}
}

rows! {
/// Rows 59 to 64.
IF_NO IfNo {
    59 SayLove, Chair, Day(0), Always, One, ByHand, MEETING, always, ["M3"];
    60 StartBoundaries, Everyone, Day(0), Always, Bounded, ByHand, MEETING, always, ["M3", "L2"];
    61 OfferSafety, Safety, Day(0), Always, One, ByHand, MEETING, Plan::may_be_opioids, ["E21", "C11", "D"];
    62 NextStep, Planner, Day(3), Always, One, ByHand, MEETING, always, ["E3", "M3"];
    63 AskAgain, Everyone, Timeframe(AnyTime), Always, One, ByHand, MEETING, always, ["Wd7"];
    64 FamilyCheckIn, Chair, Day(14), Always, One, ByHand, MEETING, always, ["M3"];
}
}
