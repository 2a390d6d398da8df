//! The weeks and the days before the day.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::conditions::*;
use crate::tasks::row::rows;

rows! {
/// Rows 10 to 34.
WEEKS Weeks {
    10 CallProfessional, Planner, Call(-21), One, CALLS, always, ["M4", "A5"];
    11 AskIfSafe, Planner, Day(-18), One, MEETING, always, ["M4", "H2"];
    12 CalmTalk, Planner, Day(-21), One, MEETING, always, ["E3", "P5"];
    13 ListKnown, Planner, Day(-20), One, CALLS, always, ["W4", "W7"];
    14 ListEvents, Everyone, Day(-14), Speaker, MEETING, always, ["M1", "L1"];
    15 PickTeam, Planner, Day(-18), One, MEETING, group, ["M2"];
    16 NameReaders, Planner, Day(-14), One, MEETING, by_letter, ["M2"];
    17 FirstMeeting, Chair, Day(-16), One, MEETING, group, ["L2", "W3"];
    18 NameParts, Planner, Day(-16), One, MEETING, group, ["L2", "Wd1"];
    19 CallInsurer, Logistics, Call(-15), One, CALLS, insured, ["S5", "T11"];
    20 NoInsurance, Logistics, Call(-15), One, CALLS, uninsured, ["S3", "S5"];
    21 ResearchOptions, Logistics, Call(-14), One, CALLS, always, ["S5", "T5", "W10b"];
    22 AskMedicine, Logistics, Call(-14), One, CALLS, Plan::uses_an_opioid, ["E25", "E20"];
    0 AskPrescriber, Logistics, Call(-14), One, CALLS, no_medicine, ["E25", "E20"];
    0 AskAlcohol, Logistics, Call(-14), One, CALLS, alcohol, ["N180", "N181"];
    0 AskStimulants, Logistics, Call(-14), One, CALLS, Plan::uses_stimulants, ["N182"];
    0 AskTaper, Logistics, Call(-14), One, CALLS, calming, ["N183"];
    0 YoungSchool, Planner, Call(-14), One, CALLS, person_under, ["N191", "D"];
    23 AskLeaving, Logistics, Call(-14), One, CALLS, stays_over, ["E18", "E23"];
    0 BeforeDetox, Logistics, Call(-14), One, CALLS, detox, ["E23", "E17"];
    24 CheckLicence, Logistics, Call(-13), One, CALLS, always, ["T8", "B2"];
    25 DecidePay, Planner, Day(-12), One, CALLS, always, ["L2", "T10"];
    26 ChooseOption, Planner, Day(-12), One, CALLS, always, ["M2", "L2"];
    27 FinishLetter, Everyone, Day(-12), Written, MEETING, letters, ["L3", "L4"];
    27 WriteStatement, Everyone, Day(-12), Unwritten, MEETING, letters, ["L3", "L4"];
    28 DraftBoundaries, Everyone, Day(-12), Helper, MEETING, always, ["L2", "Bd3"];
    29 CheckBoundaries, Planner, Day(-10), One, MEETING, grave_boundary, ["E14", "Bd7"];
    30 PlanLeave, Planner, Day(-10), One, MEETING, works, ["T13"];
    31 HomeCare, Carer, Day(-10), One, MEETING, always, ["L2", "Wd2"];
    32 NoMinors, Carer, Day(-10), One, MEETING, children, ["N19"];
    33 AgreeWay, Planner, Day(-10), One, MEETING, undecided, ["E5", "L2"];
    34 SetDate, Chair, Day(-10), One, MEETING, group, ["L2", "Wd5", "D"];
}
}

rows! {
/// Rows 35 to 46.
DAYS Days {
    35 ReadLetters, Chair, Day(-7), One, MEETING, group, ["L2"];
    36 Answers, Chair, Day(-6), One, MEETING, group, ["L2", "Ob1"];
    37 PreIntake, Logistics, Day(-5), One, MEETING, chosen, ["L2", "W3", "D"];
    38 MedicineList, Logistics, Day(-5), One, MEETING, always, ["L2", "S6", "D"];
    39 PackBag, Logistics, Day(-3), One, MEETING, stays_over, ["L2", "W16b"];
    40 PlanTransport, Driver, Day(-3), One, MEETING, always, ["L2"];
    41 OpeningClosing, Chair, Day(-3), One, MEETING, group, ["L3"];
    42 Rehearse, Chair, Day(-2), One, MEETING, group, ["L3", "Wd1"];
    43 PlanB, Chair, Day(-2), One, MEETING, always, ["Wd1", "D"];
    44 ConfirmBed, Logistics, Day(-1), One, MEETING, chosen, ["W3"];
    45 CheckSafety, Safety, Day(-1), One, MEETING, always, ["D"];
    46 EarlyNight, Everyone, Day(-1), Speaker, MEETING, group, ["D"];
}
}
